//! Dates as people read them.

use chrono::{Datelike, NaiveDate};
use poortwachter::Lang;

/// `Mon 5 Jan 2026`, `ma 5 jan 2026`.
pub(crate) fn long(date: NaiveDate, lang: Lang) -> String {
    format!("{} {} {} {}", weekday(date, lang), date.day(), lang.month(date), date.year())
}

/// As [`long`], with the day of the month in two columns.
pub(crate) fn aligned(date: NaiveDate, lang: Lang) -> String {
    format!("{} {:>2} {} {}", weekday(date, lang), date.day(), lang.month(date), date.year())
}

/// As [`aligned`], without the year where the date lies within half a year of `beside`.
pub(crate) fn short(date: NaiveDate, beside: Option<NaiveDate>, lang: Lang) -> String {
    match beside {
        Some(beside) if beside.signed_duration_since(date).num_days().abs() < HALF_A_YEAR => {
            format!("{} {:>2} {}", weekday(date, lang), date.day(), lang.month(date))
        }
        _ => aligned(date, lang),
    }
}

/// As [`short`], without the weekday: for a day that lies behind.
pub(crate) fn bare(date: NaiveDate, beside: Option<NaiveDate>, lang: Lang) -> String {
    let text = short(date, beside, lang);
    text.split_whitespace().skip(1).collect::<Vec<_>>().join(" ")
}

const HALF_A_YEAR: i64 = 180;

fn weekday(date: NaiveDate, lang: Lang) -> &'static str {
    const NL: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
    const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let day = date.weekday().num_days_from_monday() as usize;
    lang.pick(NL[day], EN[day])
}
