//! A calendar day as a number.
//!
//! Inside the crate every day is a count from 1970-01-01, because adding to a number is total,
//! `const` and cheap. At the edge a day is a [`NaiveDate`].

use chrono::{Datelike, NaiveDate};
use core::fmt;
use core::num::NonZeroU32;

/// A calendar day (proleptic Gregorian), counted in days from 1970-01-01.
///
/// The law table is written in `Day`s because they can be checked when the crate is compiled, and
/// columns of days are exchanged as plain `i32` numbers (the layout of Arrow's `Date32`).
///
/// ```
/// use poortwachter::{Day, chrono::NaiveDate};
/// const CHANGE: Day = Day::new(2013, 7, 1);
/// assert_eq!(CHANGE.number(), 15_887);
/// assert_eq!(CHANGE.date(), NaiveDate::from_ymd_opt(2013, 7, 1).unwrap());
/// ```
///
/// A day that does not exist does not compile:
///
/// ```compile_fail
/// const IMPOSSIBLE: poortwachter::Day = poortwachter::Day::new(2013, 2, 29);
/// # let _ = IMPOSSIBLE;
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NonZeroU32);

/// What is added to the number of a day, so that days sort as they stand and none is zero: an
/// optional day then takes no more room than a day.
const SHIFT: u32 = 1 << 31;

/// As many weeks as make every day number positive.
const WEEKS_BEFORE_ALL_DAYS: i64 = 400_000_000;

/// Days of four hundred years, after which the calendar begins anew.
const DAYS_OF_ERA: i64 = 146_097;

/// As many of those as make every day number positive.
const ERAS_BEFORE_ALL_DAYS: i64 = 15_000;

/// Days from 1 March of the year 0 to 1970-01-01.
const DAYS_TO_1970: i64 = 719_468;

/// Days between 0001-01-01 (chrono's day 1) and 1970-01-01.
const CE_OFFSET: i32 = 719_163;

impl Day {
    /// Later than every day that can be reached; the last day of something that still goes on.
    pub(crate) const FOREVER: Day = Day::from_number(i32::MAX / 2);

    /// The day `year`-`month`-`day`. Meant for constants: an impossible date does not compile.
    ///
    /// # Panics
    /// When there is no such day. Use [`Day::from`] for dates that are only known at run time.
    #[must_use]
    pub const fn new(year: i32, month: u8, day: u8) -> Day {
        assert!(
            month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month),
            "there is no such calendar day"
        );
        Day::from_civil(year, month, day)
    }

    /// The day with this number of days from 1970-01-01 (negative before it). The least of all
    /// numbers stands for no day in a column, and gives the day after it.
    #[must_use]
    pub const fn from_number(number: i32) -> Day {
        Day::shifted(number as u32 ^ SHIFT)
    }

    /// Days from 1970-01-01.
    #[must_use]
    pub const fn number(self) -> i32 {
        (self.0.get() ^ SHIFT) as i32
    }

    /// A number that sorts as the day does.
    pub(crate) const fn sort_key(self) -> u32 {
        self.0.get()
    }

    /// The day with that key.
    pub(crate) const fn of_sort_key(key: u32) -> Day {
        Day::shifted(key)
    }

    const fn shifted(number: u32) -> Day {
        match NonZeroU32::new(number) {
            Some(number) => Day(number),
            None => Day(NonZeroU32::MIN),
        }
    }

    /// The same day as a [`NaiveDate`]. Numbers outside chrono's range give its first or last date.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        let number = self.number();
        let fallback = if number < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        NaiveDate::from_num_days_from_ce_opt(number.saturating_add(CE_OFFSET)).unwrap_or(fallback)
    }

    /// `n` calendar days later (earlier when negative).
    ///
    /// The days of a case lie within some centuries, [`FOREVER`](Self::FOREVER) far beyond them, and no
    /// term is so long that a sum could leave the numbers. Where it does all the same, nothing panics.
    pub(crate) const fn plus(self, n: i32) -> Day {
        Day::shifted(self.0.get().wrapping_add_signed(n))
    }

    /// Calendar days from `earlier` to `self`, negative when `self` comes first.
    pub(crate) const fn since(self, earlier: Day) -> i32 {
        self.0.get().wrapping_sub(earlier.0.get()) as i32
    }

    /// Day of the week, Monday = 0 … Sunday = 6.
    pub(crate) const fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        ((self.number() as i64 + WEEKS_BEFORE_ALL_DAYS * 7 + 3) as u64 % 7) as u8
    }

    /// The same day and month `n` years later; 29 February becomes 1 March in a common year.
    pub(crate) const fn plus_years(self, n: i32) -> Day {
        // Of a year that begins on 1 March the leap day is day 365, which a common year does not have.
        let (year, day_of_year) = self.march_year();
        Day::from_march_year(year + n as i64, day_of_year)
    }

    /// The same day `n` months later, or the last day of that month where it is shorter.
    pub(crate) const fn plus_months(self, n: i32) -> Day {
        let (year, month, day) = self.civil();
        let months = year as i64 * 12 + (month as i64 - 1) + n as i64;
        let (year, month) = (months.div_euclid(12) as i32, months.rem_euclid(12) as u8 + 1);
        let longest = days_in_month(year, month);
        Day::from_civil(year, month, if day > longest { longest } else { day })
    }

    /// Year, month (1-12) and day (1-31).
    ///
    /// ```
    /// assert_eq!(poortwachter::Day::new(2024, 2, 29).civil(), (2024, 2, 29));
    /// ```
    #[must_use]
    pub const fn civil(self) -> (i32, u8, u8) {
        let (year, day_of_year) = self.march_year();
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u8;
        let month = (if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 }) as u8;
        (year as i32 + (month <= 2) as i32, month, day)
    }

    pub(crate) const fn from_civil(year: i32, month: u8, day: u8) -> Day {
        let shifted_month = (month as i64 + 9) % 12;
        let day_of_year = (153 * shifted_month + 2) / 5 + day as i64 - 1;
        Day::from_march_year(year as i64 - (month <= 2) as i64, day_of_year)
    }

    /// The year and the day of the year, from 0, where years begin on 1 March, so that the leap day is
    /// the last day of a year.
    const fn march_year(self) -> (i64, i64) {
        // In quarters of a day: a year has 1461 of them, a century 146,097.
        let days =
            (self.number() as i64 + DAYS_TO_1970 + ERAS_BEFORE_ALL_DAYS * DAYS_OF_ERA) as u64;
        let quarters = days * 4 + 3;
        let century = quarters / 146_097;
        // A product instead of two divisions (Neri and Schneider, 2022): 2,939,745 is 2^32 / 1461,
        // rounded up.
        let product = ((quarters % 146_097) | 3) * 2_939_745;
        let year = (century * 100 + (product >> 32)) as i64 - ERAS_BEFORE_ALL_DAYS * 400;
        (year, (product as u32 / (4 * 2_939_745)) as i64)
    }

    const fn from_march_year(year: i64, day_of_year: i64) -> Day {
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Day::from_number((era * DAYS_OF_ERA + day_of_era - DAYS_TO_1970) as i32)
    }
}

const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Day {
        Day::from_number(date.num_days_from_ce() - CE_OFFSET)
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> NaiveDate {
        day.date()
    }
}

/// ISO 8601, `2026-01-05`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Months};

    #[test]
    fn agrees_with_chrono_on_every_day_of_four_centuries() {
        let mut date = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
        let mut day = Day::new(1900, 1, 1);
        while date.year() < 2300 {
            assert_eq!(Day::from(date), day);
            assert_eq!(day.date(), date);
            let civil = (date.year(), date.month() as u8, date.day() as u8);
            assert_eq!(day.civil(), civil);
            assert_eq!(Day::new(civil.0, civil.1, civil.2), day);
            assert_eq!(day.weekday(), date.weekday().num_days_from_monday() as u8);
            assert_eq!(day.plus_months(20).date(), date + Months::new(20));
            let next_year = date
                .with_year(date.year() + 1)
                .unwrap_or_else(|| NaiveDate::from_ymd_opt(date.year() + 1, 3, 1).unwrap());
            assert_eq!(day.plus_years(1).date(), next_year);
            date = date.succ_opt().unwrap();
            day = day.plus(1);
        }
    }

    #[test]
    fn days_sort_as_their_numbers_and_an_absent_one_takes_no_room() {
        let numbers = [i32::MIN + 1, -1, 0, 1, 20_000, i32::MAX];
        let days = numbers.map(Day::from_number);
        assert!(days.is_sorted() && days.map(Day::number) == numbers);
        assert_eq!(size_of::<Option<Day>>(), size_of::<i32>());
    }

    #[test]
    fn extreme_numbers_stay_total() {
        assert_eq!(Day::from_number(i32::MAX).date(), NaiveDate::MAX);
        assert_eq!(Day::from_number(i32::MIN).date(), NaiveDate::MIN);
        assert_eq!(Day::from_number(i32::MIN).number(), i32::MIN + 1);
        let (first, last) = (Day::from(NaiveDate::MIN), Day::from(NaiveDate::MAX));
        assert_eq!(first.plus(last.since(first)), last);
        assert_eq!(Day::FOREVER.plus(first.since(Day::FOREVER)), first);
    }

    #[test]
    fn leap_day_rounds_to_the_first_of_march() {
        assert_eq!(Day::new(2024, 2, 29).plus_years(2), Day::new(2026, 3, 1));
        assert_eq!(Day::new(2024, 2, 29).plus_years(4), Day::new(2028, 2, 29));
    }
}
