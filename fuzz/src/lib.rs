//! What the fuzz targets share.

pub mod cases;
pub mod command;
pub mod facts;
pub mod laws;
