//! What leaves the crate in the formats of others.

#[cfg(feature = "svg")]
pub mod svg;
