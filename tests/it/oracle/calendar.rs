//! Plain calendar: the days of Algemene termijnenwet art. 3, working days, months and years.
//! Everything steps one day at a time.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A literal date; only for dates typed by hand.
pub fn ymd(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a literal date")
}

/// `n` calendar days later.
pub fn plus(d: NaiveDate, n: i64) -> NaiveDate {
    if n >= 0 { d + Days::new(n as u64) } else { d - Days::new(n.unsigned_abs()) }
}

/// `n` calendar months later, the day clamped to the end of the month.
pub fn plus_months(d: NaiveDate, n: u32) -> NaiveDate {
    d + Months::new(n)
}

/// `n` calendar years later, 29 February becoming 1 March.
pub fn plus_years(d: NaiveDate, n: i32) -> NaiveDate {
    d.with_year(d.year() + n).unwrap_or_else(|| ymd(d.year() + n, 3, 1))
}

/// Calendar days from `a` to `b` (negative when `b` is earlier).
pub fn days_between(a: NaiveDate, b: NaiveDate) -> i64 {
    (b - a).num_days()
}

/// Easter Sunday (anonymous Gregorian algorithm, Meeus/Jones/Butcher).
pub fn easter(y: i32) -> NaiveDate {
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    ymd(y, (n / 31) as u32, (n % 31 + 1) as u32)
}

/// Days equated by royal decree, ATW art. 3(3) (law-texts/termijnenwet.md).
#[rustfmt::skip]
const EQUATED: &[(i32, u32, u32)] = &[
    (1990, 5, 25), (1990, 12, 24), (1990, 12, 31), (1991, 5, 10), (1991, 12, 27), (1992, 5, 1), (1992, 5, 29),
    (2005, 5, 6), (2006, 5, 26), (2007, 5, 18), (2007, 12, 27), (2007, 12, 28), (2007, 12, 31),
    (2007, 12, 24), (2008, 5, 2), (2009, 1, 2), (2009, 5, 1), (2009, 5, 4), (2009, 5, 22), (2010, 5, 14),
    (2011, 5, 6), (2011, 6, 3), (2012, 5, 18), (2012, 12, 24), (2012, 12, 31), (2013, 4, 29), (2013, 5, 10), (2013, 12, 27),
    (2014, 5, 30), (2015, 1, 2), (2015, 5, 4), (2015, 5, 15), (2016, 5, 6),
    (2017, 4, 28), (2017, 5, 26), (2018, 5, 11), (2018, 12, 24), (2018, 12, 31), (2019, 5, 31), (2019, 12, 27),
    (2020, 5, 22), (2021, 5, 14), (2022, 5, 27),
    (2023, 4, 28), (2023, 5, 19), (2024, 5, 10), (2024, 12, 27), (2025, 5, 30),
    (2026, 1, 2), (2026, 5, 15), (2027, 5, 7), (2028, 4, 28), (2028, 5, 26),
];

/// The recognised and equated holidays of a year, in date order.
pub fn holidays(year: i32) -> Vec<NaiveDate> {
    let easter_sunday = easter(year);
    let mut days = vec![
        ymd(year, 1, 1),
        plus(easter_sunday, -2), // Good Friday, ATW 3(2)
        plus(easter_sunday, 1),
        plus(easter_sunday, 39), // Ascension
        plus(easter_sunday, 50), // Whit Monday
        birthday_of_the_monarch(year),
        ymd(year, 5, 5),
        ymd(year, 12, 25),
        ymd(year, 12, 26),
    ];
    days.extend(EQUATED.iter().filter(|e| e.0 == year).map(|e| ymd(e.0, e.1, e.2)));
    days.sort();
    days.dedup();
    days
}

fn birthday_of_the_monarch(year: i32) -> NaiveDate {
    let day = if year >= 2014 { ymd(year, 4, 27) } else { ymd(year, 4, 30) };
    if day.weekday() == Weekday::Sun { plus(day, -1) } else { day }
}

thread_local! {
    static HOLIDAYS_OF: RefCell<BTreeMap<i32, Vec<NaiveDate>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Not a Saturday, Sunday or day of ATW art. 3.
pub fn working_day(d: NaiveDate) -> bool {
    let weekend = matches!(d.weekday(), Weekday::Sat | Weekday::Sun);
    !weekend
        && HOLIDAYS_OF.with(|memo| {
            !memo.borrow_mut().entry(d.year()).or_insert_with(|| holidays(d.year())).contains(&d)
        })
}

/// `d` itself if it is a working day, else the first working day after it.
pub fn wd(d: NaiveDate) -> NaiveDate {
    let mut d = d;
    while !working_day(d) {
        d = plus(d, 1);
    }
    d
}

/// The last working day on or before `d`.
pub fn pwd(d: NaiveDate) -> NaiveDate {
    let mut d = d;
    while !working_day(d) {
        d = plus(d, -1);
    }
    d
}
