//! What several tests use.

#[cfg(all(feature = "svg", feature = "serde"))]
pub mod case_files;
pub mod facts;
#[cfg(feature = "cli")]
pub mod folder;
#[cfg(feature = "serde")]
pub mod goldens;
pub mod kept;
#[cfg(feature = "cli")]
pub mod output;
#[cfg(feature = "cli")]
pub mod page;
#[cfg(feature = "parquet")]
pub mod parquet_files;
#[cfg(all(feature = "svg", feature = "serde"))]
pub mod picture;
#[cfg(all(feature = "svg", feature = "serde"))]
pub mod svg_text;
#[cfg(feature = "cli")]
pub mod told_finding;
#[cfg(feature = "cli")]
pub mod told_head;
#[cfg(all(feature = "svg", feature = "serde"))]
pub mod told_periods;
#[cfg(feature = "serde")]
pub mod wide;

/// The words of a text with one space between two.
#[cfg(all(feature = "svg", feature = "serde"))]
pub fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub use support::portfolio::{self, counted_if, in_days};

/// The day as chrono has it, for what it can say of one.
pub fn date(day: poortwachter::Day) -> chrono::NaiveDate {
    chrono::NaiveDate::default() + chrono::TimeDelta::days(day.number().into())
}

/// The day that chrono has.
pub fn day_of(date: chrono::NaiveDate) -> poortwachter::Day {
    use chrono::Datelike;
    let (month, day) = (date.month() as u8, date.day() as u8);
    poortwachter::Day::new(date.year(), month, day)
}
