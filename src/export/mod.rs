//! What leaves the crate in the formats of others.

#[cfg(feature = "icalendar")]
pub mod icalendar;
#[cfg(feature = "svg")]
pub mod svg;
