//! Dates as people read them.

use poortwachter::Day;
use poortwachter::Lang;

/// `Mon 5 Jan 2026`, `ma 5 jan 2026`.
pub(crate) fn long(date: Day, lang: Lang) -> String {
    format!("{} {} {} {}", weekday(date, lang), date.day(), lang.month(date), date.year())
}

/// As [`long`], with the day of the month in two columns.
pub(crate) fn aligned(date: Day, lang: Lang) -> String {
    format!("{} {:>2} {} {}", weekday(date, lang), date.day(), lang.month(date), date.year())
}

/// As [`aligned`], without the year where the date lies within half a year of `beside`.
pub(crate) fn short(date: Day, beside: Option<Day>, lang: Lang) -> String {
    match beside {
        Some(beside) if beside.days_since(date).abs() < HALF_A_YEAR => {
            format!("{} {:>2} {}", weekday(date, lang), date.day(), lang.month(date))
        }
        _ => aligned(date, lang),
    }
}

/// As [`short`], without the weekday: for a day that lies behind.
pub(crate) fn bare(date: Day, beside: Option<Day>, lang: Lang) -> String {
    let text = short(date, beside, lang);
    text.split_whitespace().skip(1).collect::<Vec<_>>().join(" ")
}

const HALF_A_YEAR: i32 = 180;

fn weekday(date: Day, lang: Lang) -> &'static str {
    const NL: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
    const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let day = usize::from(date.weekday());
    lang.pick(NL[day], EN[day])
}
