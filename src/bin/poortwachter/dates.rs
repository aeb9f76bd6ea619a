//! Dates in columns and beside other dates.

use poortwachter::Day;
use poortwachter::Lang;

/// `Mon  5 Jan 2026`, with the day of the month in two columns.
pub(crate) fn aligned(date: Day, lang: Lang) -> String {
    with_weekday(date, &lang.date(date), lang)
}

/// As [`aligned`], without the year where the date lies within half a year of `beside`.
pub(crate) fn short(date: Day, beside: Option<Day>, lang: Lang) -> String {
    with_weekday(date, &bare(date, beside, lang), lang)
}

/// As [`short`], without the weekday: for a day that lies behind.
pub(crate) fn bare(date: Day, beside: Option<Day>, lang: Lang) -> String {
    match beside {
        Some(beside) if beside.days_since(date).abs() < HALF_A_YEAR => lang.day_and_month(date),
        _ => lang.date(date),
    }
}

const HALF_A_YEAR: i32 = 180;

fn with_weekday(date: Day, text: &str, lang: Lang) -> String {
    let space = if date.day() < 10 { " " } else { "" };
    format!("{} {space}{text}", lang.weekday(date))
}
