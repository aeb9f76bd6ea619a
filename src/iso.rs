//! Days as they are written, `2026-01-05`: in every file and on the command line.

use crate::day::Day;
use core::str::FromStr;

/// Text that is no day: not exactly `YYYY-MM-DD` in ASCII digits, or a day that no calendar has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("there is no such day: write days as 2026-01-05 (YYYY-MM-DD)")]
pub struct ParseDayError;

/// Exactly `YYYY-MM-DD`, ten ASCII characters, and a day that exists.
///
/// ```
/// use poortwachter::Day;
/// assert_eq!("2026-01-05".parse(), Ok(Day::new(2026, 1, 5)));
/// assert!("2026-1-5".parse::<Day>().is_err());
/// assert!("2026-02-30".parse::<Day>().is_err());
/// ```
impl FromStr for Day {
    type Err = ParseDayError;

    fn from_str(text: &str) -> Result<Day, ParseDayError> {
        iso_day(text.as_bytes()).ok_or(ParseDayError)
    }
}

/// The day of exactly `YYYY-MM-DD`.
#[inline]
pub(crate) fn iso_day(text: &[u8]) -> Option<Day> {
    let text: &[u8; 10] = text.try_into().ok()?;
    let [century, _, year, ..] = numbers(text.first_chunk()?, b"0000-00-")?;
    let [_, _, _, month, _, _, day, _] = numbers(text.last_chunk()?, b"00-00-00")?;
    let year = i32::from(century) * 100 + i32::from(year);
    let place = usize::try_from((year - FIRST_YEAR) * 12 + i32::from(month) - 1);
    match place.ok().and_then(|place| MONTHS[..].get(place..place + 2)) {
        Some([first, next]) if month.wrapping_sub(1) < 12 => {
            let date = first.checked_add(i32::from(day) - 1)?;
            (*first <= date && date < *next).then(|| Day::from_number(date))
        }
        _ => rare_day(year, month, day),
    }
}

/// The years in which the days of a case lie.
const FIRST_YEAR: i32 = 1900;
const YEARS: usize = 400;

/// The first day of every month of those years, and of the one after.
static MONTHS: [i32; YEARS * 12 + 1] = {
    let mut months = [0; YEARS * 12 + 1];
    let mut i = 0;
    while i < months.len() {
        months[i] = Day::from_civil(FIRST_YEAR + (i / 12) as i32, (i % 12) as u8 + 1, 1).number();
        i += 1;
    }
    months
};

/// A day of another year.
#[inline(never)]
fn rare_day(year: i32, month: u8, day: u8) -> Option<Day> {
    let date = Day::from_civil(year, month, day);
    // A day that a month does not have comes out as one of the next.
    (date.civil() == (year, month, day)).then_some(date)
}

/// The numbers of two digits in eight characters, each at the place of its first digit; none when
/// the characters are not digits and dashes as in `form`. All eight are worked on at once.
fn numbers(text: &[u8; 8], form: &[u8; 8]) -> Option<[u8; 8]> {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // What is added to each character so that the high bit says that it does not fit.
    let room = form.map(|character| 0x80 - if character == b'0' { 10 } else { 1 });
    let digits = u64::from_le_bytes(*text) ^ u64::from_le_bytes(*form);
    let too_large = digits | digits.wrapping_add(u64::from_le_bytes(room));
    (too_large & HIGH == 0).then(|| (digits * 10 + (digits >> 8)).to_le_bytes())
}

#[cfg(test)]
mod tests {
    use super::iso_day;
    use crate::day::Day;
    use alloc::format;
    use core::ops::Range;

    #[test]
    fn every_number_of_eight_digits_that_is_a_day_is_one() {
        for year in [0, 4, 100, 400, 1899, 1900, 2000, 2024, 2026, 2100, 2299, 2300, 9999] {
            for month in 0..100 {
                for day in 0..100 {
                    let text = format!("{year:04}-{month:02}-{day:02}");
                    let date = Day::from_ymd(year, month, day);
                    assert_eq!(iso_day(text.as_bytes()), date, "{text}");
                }
            }
        }
    }

    #[test]
    fn no_other_character_passes() {
        let text = *b"2024-11-22";
        for place in 0..text.len() {
            for character in 0..=u8::MAX {
                let mut other = text;
                other[place] = character;
                let expected = core::str::from_utf8(&other)
                    .ok()
                    .filter(|_| match text[place] {
                        b'-' => character == b'-',
                        _ => character.is_ascii_digit(),
                    })
                    .and_then(|text| {
                        let number = |range: Range<usize>| text.get(range)?.parse::<i32>().ok();
                        let (month, day) = (number(5..7)?, number(8..10)?);
                        Day::from_ymd(number(0..4)?, month.try_into().ok()?, day.try_into().ok()?)
                    });
                assert_eq!(iso_day(&other), expected, "{place} {character}");
            }
        }
        assert_eq!(iso_day(b"2024-11-2"), None);
        assert_eq!(iso_day(b"2024-11-222"), None);
    }
}
