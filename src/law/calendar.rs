//! Working days and public holidays of the *Algemene termijnenwet*.
//!
//! A *working day* is a day that is not a Saturday, a Sunday or a generally recognised public
//! holiday (*algemeen erkende feestdag*) in the sense of art. 3: the days of paragraph 1, Good
//! Friday (paragraph 2) and the days equated by royal decree (paragraph 3, known for the years
//! that a decree covers). 5 May is a holiday every year for this act, whatever an employer agrees.

use crate::day::Day;
use crate::lang::Lang;
use crate::law::termijnenwet::{EQUATED_DAYS, FEAST_DAYS, Feast};
use alloc::vec::Vec;

/// Whether `date` is a working day.
///
/// ```
/// use poortwachter::{Day, calendar};
/// let good_friday = Day::new(2026, 4, 3);
/// assert!(!calendar::is_working_day(good_friday));
/// assert_eq!(calendar::next_working_day(good_friday), Day::new(2026, 4, 7));
/// assert_eq!(calendar::previous_working_day(good_friday), Day::new(2026, 4, 2));
/// ```
#[must_use]
pub fn is_working_day(date: impl Into<Day>) -> bool {
    works(date.into())
}

/// `date` itself when it is a working day, else the first working day after it; [`Day::MAX`] where that is later.
#[must_use]
pub fn next_working_day(date: impl Into<Day>) -> Day {
    on_or_after(date.into()).min(Day::MAX)
}

/// `date` itself when it is a working day, else the last working day before it; [`Day::MIN`] where that is earlier.
#[must_use]
pub fn previous_working_day(date: impl Into<Day>) -> Day {
    on_or_before(date.into()).max(Day::MIN)
}

/// The public holidays of `year` in order, weekends included, equated days included.
///
/// ```
/// use poortwachter::{Day, calendar};
/// let first = calendar::holidays(2026)[0];
/// assert_eq!(first, Day::new(2026, 1, 1));
/// ```
#[must_use]
pub fn holidays(year: i32) -> Vec<Day> {
    // Outside the Gregorian calendar with four digits there is nothing to list.
    if !(1583..=9999).contains(&year) {
        return Vec::new();
    }
    let mut days: Vec<Day> = FEAST_DAYS.iter().filter_map(|feast| day_of(*feast, year)).collect();
    days.extend(EQUATED_DAYS.iter().filter(|day| day.civil().0 == year));
    days.sort_unstable();
    days.dedup();
    days.into_iter().collect()
}

pub(crate) fn on_or_after(day: Day) -> Day {
    let Some((marks, bit)) = marks(day) else { return step_by_step(day, 1) };
    let off = (marks >> bit).trailing_ones();
    if bit + off < u64::BITS { day.plus(off as i32) } else { step_by_step(day, 1) }
}

pub(crate) fn on_or_before(day: Day) -> Day {
    let Some((marks, bit)) = marks(day) else { return step_by_step(day, -1) };
    let off = (marks << (u64::BITS - 1 - bit)).leading_ones();
    if off <= bit { day.plus(-(off as i32)) } else { step_by_step(day, -1) }
}

#[cold]
fn step_by_step(mut day: Day, step: i32) -> Day {
    while !works(day) {
        day = day.plus(step);
    }
    day
}

pub(crate) fn works(day: Day) -> bool {
    match marks(day) {
        Some((marks, bit)) => marks >> bit & 1 == 0,
        None => day.weekday() < SATURDAY && !falls_on_a_feast(day),
    }
}

/// The marks around a day and its place among them, none outside the years that are marked.
fn marks(day: Day) -> Option<(u64, u32)> {
    let place = u32::try_from(day.days_since(MARKED_FROM)).ok()?;
    Some((*MARKED.get((place / u64::BITS) as usize)?, place % u64::BITS))
}

const SATURDAY: u8 = 5;
const SUNDAY: u8 = 6;

/// The years whose weekends and holidays are marked when the crate is compiled: those that a term of a
/// case can reach.
const MARKED_FROM: Day = Day::new(2000, 1, 1);
const MARKED_UNTIL: Day = Day::new(2210, 1, 1);
const WORDS: usize = MARKED_UNTIL.days_since(MARKED_FROM) as usize / 64;

/// One bit a day, in whole words.
static MARKED: [u64; WORDS] = {
    let mut marked = [0; WORDS];
    let mut year = MARKED_FROM.civil().0;
    while year < MARKED_UNTIL.civil().0 {
        let mut feast = 0;
        while feast < FEAST_DAYS.len() {
            if let Some(day) = day_of(FEAST_DAYS[feast], year) {
                mark(&mut marked, day);
            }
            feast += 1;
        }
        year += 1;
    }
    let mut equated = 0;
    while equated < EQUATED_DAYS.len() {
        mark(&mut marked, EQUATED_DAYS[equated]);
        equated += 1;
    }
    let mut saturday = MARKED_FROM;
    while saturday.weekday() != SATURDAY {
        saturday = saturday.plus(1);
    }
    while saturday.number() < MARKED_UNTIL.number() {
        mark(&mut marked, saturday);
        mark(&mut marked, saturday.plus(1));
        saturday = saturday.plus(7);
    }
    marked
};

const fn mark(marked: &mut [u64], day: Day) {
    let bit = day.days_since(MARKED_FROM);
    if bit >= 0 && (bit as usize / 64) < marked.len() {
        marked[bit as usize / 64] |= 1 << (bit % 64);
    }
}

/// The long way, for years that are not marked.
fn falls_on_a_feast(day: Day) -> bool {
    let (year, _, _) = day.civil();
    FEAST_DAYS.iter().any(|feast| day_of(*feast, year) == Some(day))
        || EQUATED_DAYS.binary_search(&day).is_ok()
}

/// The name of the public holiday on `day`, none on any other day. Two on one day give the first.
pub(crate) fn holiday_name(day: Day, lang: Lang) -> Option<&'static str> {
    let year = day.civil().0;
    let feast = FEAST_DAYS.iter().find(|feast| day_of(**feast, year) == Some(day));
    let Some(feast) = feast else {
        let equated = EQUATED_DAYS.binary_search(&day).is_ok();
        let name =
            lang.pick("een dag die voor de wet een feestdag is", "a day equated with a holiday");
        return equated.then_some(name);
    };
    Some(match feast {
        Feast::Fixed { month: 1, .. } => lang.pick("Nieuwjaarsdag", "New Year's Day"),
        Feast::Fixed { month: 5, .. } => lang.pick("Bevrijdingsdag", "Liberation Day"),
        Feast::Fixed { day: 25, .. } => lang.pick("eerste kerstdag", "Christmas Day"),
        Feast::Fixed { .. } => lang.pick("tweede kerstdag", "the second day of Christmas"),
        Feast::FromEaster { days: ..=0 } => lang.pick("Goede Vrijdag", "Good Friday"),
        Feast::FromEaster { days: 1 } => lang.pick("tweede paasdag", "Easter Monday"),
        Feast::FromEaster { days: ..=39 } => lang.pick("Hemelvaartsdag", "Ascension Day"),
        Feast::FromEaster { .. } => lang.pick("tweede pinksterdag", "Whit Monday"),
        Feast::Monarch { month: 4, day: 30, .. } => lang.pick("Koninginnedag", "Queen's Day"),
        Feast::Monarch { .. } => lang.pick("Koningsdag", "King's Day"),
    })
}

/// The day on which a feast falls in `year`, none in the years in which it does not exist.
const fn day_of(feast: Feast, year: i32) -> Option<Day> {
    match feast {
        Feast::Fixed { month, day } => Some(Day::from_civil(year, month, day)),
        Feast::FromEaster { days } => Some(easter(year).plus(days)),
        Feast::Monarch { from, until, month, day, if_sunday } => {
            if year < from || until < year {
                return None;
            }
            let feast = Day::from_civil(year, month, day);
            Some(if feast.weekday() == SUNDAY { feast.plus(if_sunday) } else { feast })
        }
    }
}

/// Easter Sunday in the Gregorian calendar.
const fn easter(year: i32) -> Day {
    // Position in the 19-year lunar cycle, then the age of the moon with the century corrections,
    // then the Sunday after the full moon.
    let golden = year % 19;
    let century = year / 100;
    let skipped_leap_days = century - century / 4;
    let lunar_correction = (8 * century + 13) / 25;
    let epact = (19 * golden + skipped_leap_days - lunar_correction + 15) % 30;
    let late = (golden + 11 * epact) / 319;
    let weekday = (2 * (year / 4 % 25) + 2 * (century % 4) + 32 - year % 4 - epact + late) % 7;
    let month = (epact - late + weekday + 90) / 25;
    let day = (epact - late + weekday + month + 19) % 32;
    Day::from_civil(year, month as u8, day as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Easter Sundays as printed in almanacs.
    #[test]
    fn easter_of_known_years() {
        for (year, month, day) in [
            (2004, 4, 11),
            (2008, 3, 23),
            (2011, 4, 24),
            (2016, 3, 27),
            (2019, 4, 21),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
        ] {
            assert_eq!(easter(year), Day::new(year, month, day), "{year}");
        }
    }

    /// Against the algorithm of Meeus, Jones and Butcher, which goes another way.
    #[test]
    fn easter_of_every_gregorian_year() {
        for y in 1583..=9999 {
            let (a, b, c) = (y % 19, y / 100, y % 100);
            let (d, e) = (b / 4, b % 4);
            let g = (b - (b + 8) / 25 + 1) / 3;
            let h = (19 * a + b - d - g + 15) % 30;
            let (i, k) = (c / 4, c % 4);
            let l = (32 + 2 * e + 2 * i - h - k) % 7;
            let m = (a + 11 * h + 22 * l) / 451;
            let n = h + l - 7 * m + 114;
            assert_eq!(easter(y), Day::new(y, (n / 31) as u8, (n % 31 + 1) as u8), "{y}");
        }
    }

    /// What was marked when the crate was compiled is what the feasts and the week give, and the marks end where
    /// the long way takes over.
    #[test]
    fn marks_are_weekends_and_feasts() {
        let mut day = Day::new(1999, 12, 1);
        while day < Day::new(2215, 1, 1) {
            assert_eq!(works(day), day.weekday() < SATURDAY && !falls_on_a_feast(day), "{day}");
            day = day.plus(1);
        }
    }

    #[test]
    fn kings_day_moves_to_saturday_when_it_is_a_sunday() {
        assert!(falls_on_a_feast(Day::new(2014, 4, 26)));
        assert!(!falls_on_a_feast(Day::new(2014, 4, 27)));
        assert!(falls_on_a_feast(Day::new(2026, 4, 27)));
        assert!(!falls_on_a_feast(Day::new(2026, 4, 30)));
    }

    #[test]
    fn queens_day_until_2013() {
        assert!(falls_on_a_feast(Day::new(2013, 4, 30)));
        assert!(falls_on_a_feast(Day::new(2006, 4, 29)));
        assert!(!falls_on_a_feast(Day::new(2006, 4, 30)));
    }

    /// The nearest working day is the one that is found day by day, within and beyond the marks.
    #[test]
    fn the_nearest_working_day() {
        let mut day = Day::new(1999, 12, 1);
        while day < Day::new(2211, 1, 1) {
            assert_eq!(on_or_after(day), step_by_step(day, 1), "{day}");
            assert_eq!(on_or_before(day), step_by_step(day, -1), "{day}");
            day = day.plus(1);
        }
    }

    #[test]
    fn steps_over_a_long_holiday() {
        // Christmas 2026 falls on Friday and Saturday.
        assert_eq!(on_or_after(Day::new(2026, 12, 25)), Day::new(2026, 12, 28));
        assert_eq!(on_or_before(Day::new(2026, 12, 27)), Day::new(2026, 12, 24));
    }
}
