//! Pages of the repository, to be read beside the documentation of the items. There is nothing in them
//! for a program.

#[doc = include_str!("../docs/files.md")]
pub mod files {}

#[doc = include_str!("../READINGS.md")]
pub mod readings {}
