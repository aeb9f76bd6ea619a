//! The calendar against three public libraries (`tests/data/holidays-nl.csv`) and against itself, day by
//! day. The libraries list what people celebrate, the crate what the *Algemene termijnenwet* names;
//! every difference stands here.

use crate::common::{date as date_of, day_of};
use chrono::{Datelike, NaiveDate, Weekday};
use poortwachter::calendar;
use poortwachter::law::termijnenwet::{EQUATED_DAYS, EQUATED_DAYS_KNOWN_THROUGH};
use std::collections::{BTreeMap, BTreeSet};

const LISTED: &str = include_str!("../data/holidays-nl.csv");
const DECREES: &str = include_str!("../../src/law/termijnenwet.md");
const FIRST_YEAR: i32 = 2004;
const LAST_YEAR: i32 = 2060;
const YEARS: usize = (LAST_YEAR - FIRST_YEAR + 1) as usize;

type Days = BTreeSet<NaiveDate>;

// What the crate answers, as days of chrono.

fn holidays(year: i32) -> Vec<NaiveDate> {
    calendar::holidays(year).into_iter().map(date_of).collect()
}

fn is_working_day(day: NaiveDate) -> bool {
    calendar::is_working_day(day_of(day))
}

fn next_working_day(day: NaiveDate) -> NaiveDate {
    date_of(calendar::next_working_day(day_of(day)))
}

fn previous_working_day(day: NaiveDate) -> NaiveDate {
    date_of(calendar::previous_working_day(day_of(day)))
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn in_range(day: &NaiveDate) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&day.year())
}

/// The names that a library gives to each day, one column of the file.
fn library(column: usize) -> BTreeMap<NaiveDate, &'static str> {
    let rows = LISTED.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    rows.inspect(|row| assert_eq!(row.len(), 4, "{row:?}"))
        .filter(|row| !row[column].is_empty())
        .map(|row| (row[0].parse().expect("a date"), row[column]))
        .collect()
}

const PYTHON_HOLIDAYS: usize = 1;
const WORKALENDAR: usize = 2;
const DATE_HOLIDAYS: usize = 3;

/// Art. 3(3): the days equated by royal decree, month and day.
const EQUATED: &[(i32, &[(u32, u32)])] = &[
    (2005, &[(5, 6)]),
    (2006, &[(5, 26)]),
    (2007, &[(5, 18), (12, 24), (12, 27), (12, 28), (12, 31)]),
    (2008, &[(5, 2)]),
    (2009, &[(1, 2), (5, 1), (5, 4), (5, 22)]),
    (2010, &[(5, 14)]),
    (2011, &[(5, 6), (6, 3)]),
    (2012, &[(5, 18), (12, 24), (12, 31)]),
    (2013, &[(4, 29), (5, 10), (12, 27)]),
    (2014, &[(5, 30)]),
    (2015, &[(1, 2), (5, 4), (5, 15)]),
    (2016, &[(5, 6)]),
    (2017, &[(4, 28), (5, 26)]),
    (2018, &[(5, 11), (12, 24), (12, 31)]),
    (2019, &[(5, 31), (12, 27)]),
    (2020, &[(5, 22)]),
    (2021, &[(5, 14)]),
    (2022, &[(5, 27)]),
    (2023, &[(4, 28), (5, 19)]),
    (2024, &[(5, 10), (12, 27)]),
    (2025, &[(5, 30)]),
    (2026, &[(1, 2), (5, 15)]),
    (2027, &[(5, 7)]),
    (2028, &[(4, 28), (5, 26)]),
];

fn equated() -> Days {
    EQUATED
        .iter()
        .flat_map(|(year, days)| days.iter().map(|(month, day)| date(*year, *month, *day)))
        .collect()
}

/// The days of the act, from the libraries and the decrees only.
fn expected() -> Days {
    let mut days: Days = [PYTHON_HOLIDAYS, WORKALENDAR, DATE_HOLIDAYS]
        .into_iter()
        .flat_map(library)
        .filter(|(_, name)| !is_a_sunday_feast(name))
        .map(|(day, _)| day)
        .collect();
    days.extend(equated());
    days
}

/// Easter and Whit Sunday are not named by the act: they are Sundays.
fn is_a_sunday_feast(name: &str) -> bool {
    ["Easter Sunday", "Pasen", "Pentecost", "Whit Sunday", "Pinksteren"].contains(&name)
}

fn of_the_crate() -> Days {
    (FIRST_YEAR..=LAST_YEAR).flat_map(holidays).collect()
}

// ---- Against the libraries ----------------------------------------------------------------------

/// Differences by category, so that a new one cannot hide among the known ones.
#[derive(Default, Debug, PartialEq, Eq)]
struct Differences {
    /// Listed by the library, not named by the act.
    easter_sunday: usize,
    whit_sunday: usize,
    /// Named by the act, not listed by the library.
    good_friday: usize,
    fifth_of_may: usize,
    equated_by_decree: usize,
    monarch: usize,
    other: Vec<NaiveDate>,
}

/// The name by which a day is known to any of the libraries.
fn name_of(day: NaiveDate) -> Option<&'static str> {
    [PYTHON_HOLIDAYS, WORKALENDAR].into_iter().find_map(|column| library(column).remove(&day))
}

fn differences(column: usize) -> Differences {
    let listed: Days = library(column).into_keys().filter(in_range).collect();
    let (ours, equated) = (of_the_crate(), equated());
    let mut found = Differences::default();
    for day in listed.symmetric_difference(&ours).copied() {
        let name = name_of(day).unwrap_or_default();
        let counter = match (listed.contains(&day), name) {
            (true, "Easter Sunday") => &mut found.easter_sunday,
            (true, "Pentecost") => &mut found.whit_sunday,
            (false, "Good Friday") => &mut found.good_friday,
            (false, "Liberation Day") if (day.month(), day.day()) == (5, 5) => {
                &mut found.fifth_of_may
            }
            (false, "") if equated.contains(&day) => &mut found.equated_by_decree,
            (_, "King's Day" | "Queen's Day") => &mut found.monarch,
            _ => {
                found.other.push(day);
                continue;
            }
        };
        *counter += 1;
    }
    found
}

const EQUATED_COUNT: usize = 46;

#[test]
fn python_holidays_differs_by_sundays_and_decrees_only() {
    let expected = Differences {
        easter_sunday: YEARS,
        whit_sunday: YEARS,
        equated_by_decree: EQUATED_COUNT,
        ..Differences::default()
    };
    assert_eq!(differences(PYTHON_HOLIDAYS), expected);
}

#[test]
fn workalendar_differs_by_sundays_and_decrees_only() {
    let expected = Differences {
        easter_sunday: YEARS,
        whit_sunday: YEARS,
        equated_by_decree: EQUATED_COUNT,
        ..Differences::default()
    };
    assert_eq!(differences(WORKALENDAR), expected);
}

/// It lists neither Good Friday nor 5 May. On 2005-05-05 and 2016-05-05 Ascension Day fell on it.
#[test]
fn date_holidays_differs_by_good_friday_and_the_fifth_of_may_too() {
    let expected = Differences {
        easter_sunday: YEARS,
        whit_sunday: YEARS,
        good_friday: YEARS,
        fifth_of_may: YEARS - 2,
        equated_by_decree: EQUATED_COUNT,
        ..Differences::default()
    };
    assert_eq!(differences(DATE_HOLIDAYS), expected);
    for year in [2005, 2016] {
        assert_eq!(library(DATE_HOLIDAYS)[&date(year, 5, 5)], "Hemelvaartsdag");
    }
}

/// For the act 5 May is a holiday every year, not once in five.
#[test]
fn the_fifth_of_may_is_a_holiday_every_year() {
    for year in FIRST_YEAR..=LAST_YEAR {
        assert!(holidays(year).contains(&date(year, 5, 5)), "{year}");
        assert!(!is_working_day(date(year, 5, 5)), "{year}");
    }
}

/// The days on which the birthday of the monarch gives way to a Sunday, the day before it.
const SHIFTED: &[(i32, u32, u32)] = &[
    (2006, 4, 29),
    (2014, 4, 26),
    (2025, 4, 26),
    (2031, 4, 26),
    (2036, 4, 26),
    (2042, 4, 26),
    (2053, 4, 26),
    (2059, 4, 26),
];

#[test]
fn the_birthday_of_the_monarch_is_never_on_a_sunday() {
    let mut shifted = Vec::new();
    for year in FIRST_YEAR..=LAST_YEAR {
        let usual = if year < 2014 { date(year, 4, 30) } else { date(year, 4, 27) };
        let day = match usual.weekday() {
            Weekday::Sun => usual.pred_opt().expect("a day before"),
            _ => usual,
        };
        let name = if year < 2014 { "Queen's Day" } else { "King's Day" };
        assert_eq!(library(PYTHON_HOLIDAYS)[&day], name);
        assert!(holidays(year).contains(&day), "{year}");
        if day != usual {
            assert!(!holidays(year).contains(&usual), "{year}");
            shifted.push((year, day.month(), day.day()));
        }
        // The day of the other monarch is a working day, unless it is another holiday.
        let other = if year < 2014 { date(year, 4, 27) } else { date(year, 4, 30) };
        assert!(!holidays(year).contains(&other), "{year}");
    }
    assert_eq!(shifted, SHIFTED);
}

/// The decrees as they stand beside the act.
#[test]
fn the_equated_days_are_those_of_the_decrees() {
    let weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
    let mut in_the_text = Vec::new();
    for row in DECREES.lines().filter(|line| line.starts_with("| 1") || line.starts_with("| 2")) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let day: NaiveDate = cells[1].parse().expect("a date");
        assert_eq!(weekdays[day.weekday().num_days_from_monday() as usize], cells[2], "{day}");
        in_the_text.push(day);
    }
    let in_the_crate: Vec<NaiveDate> = EQUATED_DAYS.iter().map(|day| date_of(*day)).collect();
    assert_eq!(in_the_crate, in_the_text);
    let since_2004: Days = in_the_crate.into_iter().filter(in_range).collect();
    assert_eq!(since_2004, equated());
    assert_eq!(since_2004.len(), EQUATED_COUNT);
    assert_eq!(since_2004.last().map(|day| day.year()), Some(EQUATED_DAYS_KNOWN_THROUGH));
}

// ---- Day by day ---------------------------------------------------------------------------------

fn every_day() -> impl Iterator<Item = NaiveDate> {
    date(FIRST_YEAR, 1, 1).iter_days().take_while(|day| *day <= date(LAST_YEAR, 12, 31))
}

fn works(day: NaiveDate, holidays: &Days) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays.contains(&day)
}

#[test]
fn a_working_day_is_no_weekend_and_no_holiday() {
    let expected = expected();
    let mut days = 0;
    for day in every_day() {
        assert_eq!(is_working_day(day), works(day, &expected), "{day}");
        days += 1;
    }
    assert_eq!(days, 20_820);
}

#[test]
fn the_next_and_the_previous_working_day_are_found_by_walking() {
    let expected = expected();
    for day in every_day() {
        let mut next = day;
        while !works(next, &expected) {
            next = next.succ_opt().expect("a day after");
        }
        assert_eq!(next_working_day(day), next, "{day}");
        let mut previous = day;
        while !works(previous, &expected) {
            previous = previous.pred_opt().expect("a day before");
        }
        assert_eq!(previous_working_day(day), previous, "{day}");
    }
}

#[test]
fn the_holidays_of_a_year_are_in_order_and_complete() {
    let expected = expected();
    for year in FIRST_YEAR..=LAST_YEAR {
        let of_that_year: Vec<NaiveDate> =
            expected.iter().copied().filter(|day| day.year() == year).collect();
        assert_eq!(holidays(year), of_that_year, "{year}");
    }
}

/// The list of the holidays and the question about a day are computed in two ways.
#[test]
fn the_list_and_the_question_agree_in_every_year_of_the_gregorian_calendar() {
    for year in 1583..=9999 {
        let listed: Days = holidays(year).into_iter().collect();
        assert!(listed.iter().all(|day| day.year() == year), "{year}");
        for day in date(year, 1, 1).iter_days().take_while(|day| day.year() == year) {
            assert_eq!(is_working_day(day), works(day, &listed), "{day}");
        }
    }
}

#[test]
fn a_year_without_known_holidays_lists_none_of_another_year() {
    for year in [i32::MIN, -1, 0, 1, 1000, 1582, 10_000, 262_142, i32::MAX] {
        let foreign: Vec<NaiveDate> =
            holidays(year).into_iter().filter(|day| day.year() != year).collect();
        assert!(foreign.is_empty(), "{year}: {foreign:?}");
    }
}

#[test]
fn the_ends_of_time_have_an_answer() {
    for day in [NaiveDate::MIN, date(-1, 2, 28), date(0, 3, 1), date(1, 1, 1), NaiveDate::MAX] {
        let _ = is_working_day(day);
        assert!(previous_working_day(day) <= day);
        assert!(next_working_day(day) >= day);
    }
}
