//! A timeline in the formats of other programs, each behind the feature of its name.

#[cfg(feature = "icalendar")]
pub mod icalendar;
