//! A calendar day as a number.
//!
//! Every day of the crate is a count from 1970-01-01, because adding to a number is total, `const` and
//! cheap. The features `chrono` and `jiff` convert from and to the days of those crates.

use core::fmt;
use core::num::NonZeroU32;
use core::ops::{Add, Sub};

/// A calendar day (proleptic Gregorian), counted in days from 1970-01-01.
///
/// Columns of days are exchanged as plain `i32` numbers (the layout of Arrow's `Date32`).
///
/// # Making one
/// [`Day::new`] in a constant, [`Day::from_ymd`] from numbers, [`str::parse`] from text of exactly
/// `YYYY-MM-DD`, [`Day::from_number`] from a column. With feature `chrono` (a default) a
/// `chrono::NaiveDate` converts into a day and back, with feature `jiff` a `jiff::civil::Date` does.
/// Functions of the crate that ask for a day take any of them: `impl Into<Day>`.
///
/// ```
/// use poortwachter::Day;
/// const CHANGE: Day = Day::new(2013, 7, 1);
/// assert_eq!(CHANGE.number(), 15_887);
/// assert_eq!("2013-07-01".parse(), Ok(CHANGE));
/// assert_eq!(Day::from_ymd(2013, 2, 29), None);
/// ```
///
/// A constant day that does not exist does not compile:
///
/// ```compile_fail
/// const IMPOSSIBLE: poortwachter::Day = poortwachter::Day::new(2013, 2, 29);
/// # let _ = IMPOSSIBLE;
/// ```
///
/// # Comparison
/// An earlier day is less than a later one.
///
/// # Arithmetic
/// In calendar days: `+` and `-` a number, which saturate, [`checked_add`](Day::checked_add) and
/// [`days_since`](Day::days_since).
///
/// ```
/// use poortwachter::Day;
/// let first = Day::new(2026, 1, 5);
/// let last = first + 727;
/// assert_eq!(last.to_string(), "2028-01-02");
/// assert_eq!(last.days_since(first), 727);
/// ```
///
/// # Text
/// `Display` and serde write `2026-01-05` (ISO 8601), and read exactly that.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NonZeroU32);

/// What is added to the number of a day, so that days sort as they stand and none is zero: an
/// optional day then takes no more room than a day.
const SHIFT: u32 = 1 << 31;

/// The years of [`Day::MIN`] and [`Day::MAX`], those of chrono.
const FIRST_YEAR: i32 = -262_143;
const LAST_YEAR: i32 = 262_142;

/// As many weeks as make every day number positive.
const WEEKS_BEFORE_ALL_DAYS: i64 = 400_000_000;

/// Days of four hundred years, after which the calendar begins anew.
const DAYS_OF_ERA: i64 = 146_097;

/// As many of those as make every day number positive.
const ERAS_BEFORE_ALL_DAYS: i64 = 15_000;

/// Days from 1 March of the year 0 to 1970-01-01.
const DAYS_TO_1970: i64 = 719_468;

impl Day {
    /// Later than every day that can be reached; the last day of something that still goes on.
    pub(crate) const FOREVER: Day = Day::from_number(i32::MAX / 2);

    /// The first day that arithmetic and [`from_ymd`](Self::from_ymd) give: 1 January of the year -262143.
    pub const MIN: Day = Day::from_civil(FIRST_YEAR, 1, 1);

    /// The last one: 31 December of the year 262142.
    pub const MAX: Day = Day::from_civil(LAST_YEAR, 12, 31);

    /// The day `year`-`month`-`day`. Meant for constants: an impossible date does not compile.
    ///
    /// # Panics
    /// When there is no such day. Use [`Day::from_ymd`] for dates that are only known at run time.
    #[must_use]
    pub const fn new(year: i32, month: u8, day: u8) -> Day {
        match Day::from_ymd(year, month, day) {
            Some(day) => day,
            None => panic!("there is no such calendar day"),
        }
    }

    /// The day `year`-`month`-`day`, if there is one from [`MIN`](Self::MIN) to [`MAX`](Self::MAX).
    ///
    /// ```
    /// use poortwachter::Day;
    /// assert_eq!(Day::from_ymd(2024, 2, 29), Some(Day::new(2024, 2, 29)));
    /// assert_eq!(Day::from_ymd(2026, 2, 29), None);
    /// ```
    #[must_use]
    pub const fn from_ymd(year: i32, month: u8, day: u8) -> Option<Day> {
        let has_year = FIRST_YEAR <= year && year <= LAST_YEAR;
        let has_month = 1 <= month && month <= 12;
        if has_year && has_month && 1 <= day && day <= days_in_month(year, month) {
            Some(Day::from_civil(year, month, day))
        } else {
            None
        }
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

    /// `n` calendar days later (earlier when negative).
    ///
    /// The days of a case lie within some centuries, [`FOREVER`](Self::FOREVER) far beyond them, and no
    /// term is so long that a sum could leave the numbers. Where it does all the same, nothing panics.
    pub(crate) const fn plus(self, n: i32) -> Day {
        Day::shifted(self.0.get().wrapping_add_signed(n))
    }

    /// `n` calendar days later (earlier when negative), unless that is before [`MIN`](Self::MIN) or
    /// after [`MAX`](Self::MAX).
    ///
    /// ```
    /// use poortwachter::Day;
    /// assert_eq!(Day::new(2026, 1, 5).checked_add(-5), Some(Day::new(2025, 12, 31)));
    /// assert_eq!(Day::MAX.checked_add(1), None);
    /// ```
    #[must_use]
    pub const fn checked_add(self, n: i32) -> Option<Day> {
        match self.number().checked_add(n) {
            Some(number) if Day::MIN.number() <= number && number <= Day::MAX.number() => {
                Some(Day::from_number(number))
            }
            _ => None,
        }
    }

    /// `n` calendar days later (earlier when negative), at most [`MAX`](Self::MAX) and at least
    /// [`MIN`](Self::MIN).
    ///
    /// ```
    /// use poortwachter::Day;
    /// assert_eq!(Day::new(2026, 12, 31).saturating_add(1), Day::new(2027, 1, 1));
    /// assert_eq!(Day::MAX.saturating_add(1), Day::MAX);
    /// ```
    #[must_use]
    pub const fn saturating_add(self, n: i32) -> Day {
        match self.checked_add(n) {
            Some(day) => day,
            None if n < 0 => Day::MIN,
            None => Day::MAX,
        }
    }

    /// Calendar days from `earlier` to `self`, negative when `self` comes first.
    ///
    /// ```
    /// use poortwachter::Day;
    /// assert_eq!(Day::new(2026, 3, 1).days_since(Day::new(2026, 2, 1)), 28);
    /// ```
    #[must_use]
    pub const fn days_since(self, earlier: Day) -> i32 {
        self.0.get().wrapping_sub(earlier.0.get()) as i32
    }

    /// Day of the week, Monday = 0 … Sunday = 6.
    ///
    /// ```
    /// assert_eq!(poortwachter::Day::new(2026, 1, 5).weekday(), 0);
    /// ```
    #[must_use]
    pub const fn weekday(self) -> u8 {
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

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.civil().0
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.civil().1
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.civil().2
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

/// ISO 8601, `2026-01-05`. A year of more than four digits has a sign.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        if (0..10_000).contains(&year) {
            write!(f, "{year:04}-{month:02}-{day:02}")
        } else {
            write!(f, "{year:+05}-{month:02}-{day:02}")
        }
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// `n` calendar days later. Saturates: see [`Day::saturating_add`].
///
/// ```
/// use poortwachter::Day;
/// assert_eq!(Day::new(2026, 1, 5) + 42, Day::new(2026, 2, 16));
/// ```
impl Add<i32> for Day {
    type Output = Day;

    fn add(self, n: i32) -> Day {
        self.saturating_add(n)
    }
}

/// `n` calendar days earlier. Saturates: see [`Day::saturating_add`].
impl Sub<i32> for Day {
    type Output = Day;

    fn sub(self, n: i32) -> Day {
        self.saturating_add(n.saturating_neg())
    }
}

#[cfg(feature = "chrono")]
mod with_chrono {
    use super::Day;
    use chrono::{Datelike, NaiveDate};

    /// Days between 0001-01-01 (chrono's day 1) and 1970-01-01.
    const CE_OFFSET: i32 = 719_163;

    impl From<NaiveDate> for Day {
        fn from(date: NaiveDate) -> Day {
            Day::from_number(date.num_days_from_ce() - CE_OFFSET)
        }
    }

    /// A day before [`Day::MIN`] or after [`Day::MAX`], which only [`Day::from_number`] gives, becomes
    /// chrono's first or last date.
    impl From<Day> for NaiveDate {
        fn from(day: Day) -> NaiveDate {
            let number = day.number();
            let fallback = if number < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
            NaiveDate::from_num_days_from_ce_opt(number.saturating_add(CE_OFFSET))
                .unwrap_or(fallback)
        }
    }
}

#[cfg(feature = "jiff")]
mod with_jiff {
    use super::Day;
    use jiff::civil::Date;

    impl From<Date> for Day {
        fn from(date: Date) -> Day {
            // jiff's months are 1 to 12 and its days 1 to 31.
            let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
            Day::from_civil(date.year().into(), month, day)
        }
    }

    /// Fails for a day outside the years -9999 to 9999, which are those of jiff.
    impl TryFrom<Day> for Date {
        type Error = jiff::Error;

        fn try_from(day: Day) -> Result<Date, jiff::Error> {
            let (year, month, day) = day.civil();
            // A year that 16 bits do not hold is none of jiff's, nor is the last that they hold.
            let year = i16::try_from(year).unwrap_or(i16::MAX);
            Date::new(year, month as i8, day as i8)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The day after `(year, month, day)`, from a list of the months.
    fn next((year, month, day): (i32, u8, u8)) -> (i32, u8, u8) {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let february = if is_leap { 29 } else { 28 };
        let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        match (day == months[usize::from(month) - 1], month) {
            (false, _) => (year, month, day + 1),
            (true, 12) => (year + 1, 1, 1),
            (true, _) => (year, month + 1, 1),
        }
    }

    #[test]
    fn every_day_of_four_centuries_follows_the_one_before() {
        // 1900-01-01 was a Monday.
        let (mut civil, mut day, mut weekday) = ((1900, 1, 1), Day::new(1900, 1, 1), 0);
        while civil.0 < 2300 {
            assert_eq!(day.civil(), civil);
            assert_eq!(Day::from_ymd(civil.0, civil.1, civil.2), Some(day));
            assert_eq!(day.weekday(), weekday);
            let next_year = Day::from_ymd(civil.0 + 1, civil.1, civil.2);
            assert_eq!(day.plus_years(1), next_year.unwrap_or(Day::new(civil.0 + 1, 3, 1)));
            (civil, day, weekday) = (next(civil), day.plus(1), (weekday + 1) % 7);
        }
    }

    #[test]
    fn months_are_added_up_to_the_last_day_of_a_shorter_one() {
        assert_eq!(Day::new(2026, 1, 31).plus_months(1), Day::new(2026, 2, 28));
        assert_eq!(Day::new(2026, 11, 15).plus_months(20), Day::new(2028, 7, 15));
        assert_eq!(Day::new(2027, 10, 31).plus_months(20), Day::new(2029, 6, 30));
    }

    #[test]
    fn no_other_numbers_are_a_day() {
        for (year, month, day) in [
            (2026, 0, 1),
            (2026, 13, 1),
            (2026, 4, 0),
            (2026, 4, 31),
            (2100, 2, 29),
            (262_143, 1, 1),
        ] {
            assert_eq!(Day::from_ymd(year, month, day), None, "{year}-{month}-{day}");
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
        assert_eq!(Day::from_number(i32::MIN).number(), i32::MIN + 1);
        assert_eq!(Day::MIN.plus(Day::MAX.days_since(Day::MIN)), Day::MAX);
        assert_eq!(Day::FOREVER.plus(Day::MIN.days_since(Day::FOREVER)), Day::MIN);
        assert_eq!(Day::MAX.checked_add(i32::MAX), None);
        assert_eq!(Day::MIN.checked_add(-1), None);
        assert_eq!(Day::MAX.to_string(), "+262142-12-31");
        assert_eq!(Day::MIN.to_string(), "-262143-01-01");
    }

    #[test]
    fn leap_day_rounds_to_the_first_of_march() {
        assert_eq!(Day::new(2024, 2, 29).plus_years(2), Day::new(2026, 3, 1));
        assert_eq!(Day::new(2024, 2, 29).plus_years(4), Day::new(2028, 2, 29));
    }

    #[cfg(feature = "chrono")]
    #[test]
    fn chrono_has_the_same_days() {
        use chrono::NaiveDate;
        let mut date = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
        let mut day = Day::new(1900, 1, 1);
        while day < Day::new(2300, 1, 1) {
            assert_eq!((Day::from(date), NaiveDate::from(day)), (day, date));
            assert_eq!(day.to_string(), date.to_string());
            (date, day) = (date.succ_opt().unwrap(), day.plus(1));
        }
        for (day, date) in [(Day::MIN, NaiveDate::MIN), (Day::MAX, NaiveDate::MAX)] {
            assert_eq!((Day::from(date), NaiveDate::from(day)), (day, date));
            assert_eq!(day.to_string(), date.to_string());
        }
        assert_eq!(NaiveDate::from(Day::from_number(i32::MAX)), NaiveDate::MAX);
        assert_eq!(NaiveDate::from(Day::from_number(i32::MIN)), NaiveDate::MIN);
    }

    #[cfg(feature = "jiff")]
    #[test]
    fn jiff_has_the_same_days() {
        use jiff::civil::Date;
        let mut date = Date::new(1900, 1, 1).unwrap();
        let mut day = Day::new(1900, 1, 1);
        while day < Day::new(2300, 1, 1) {
            assert_eq!((Day::from(date), Date::try_from(day).unwrap()), (day, date));
            assert_eq!(day.to_string(), date.to_string());
            (date, day) = (date.tomorrow().unwrap(), day.plus(1));
        }
        for date in [Date::MIN, Date::MAX] {
            assert_eq!(Date::try_from(Day::from(date)).unwrap(), date);
        }
        let beyond =
            [Day::from(Date::MIN).plus(-1), Day::from(Date::MAX).plus(1), Day::MIN, Day::MAX];
        assert!(beyond.into_iter().all(|day| Date::try_from(day).is_err()));
    }
}
