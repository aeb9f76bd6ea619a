//! Days as they stand in a file, `2026-01-05`.

use crate::day::Day;

/// The day of exactly `YYYY-MM-DD`.
pub(super) fn iso_day(text: &[u8]) -> Option<Day> {
    let text: &[u8; 10] = text.try_into().ok()?;
    let [century, _, year, ..] = numbers(text.first_chunk()?, b"0000-00-")?;
    let [_, _, _, month, _, _, day, _] = numbers(text.last_chunk()?, b"00-00-00")?;
    let year = i32::from(century) * 100 + i32::from(year);
    let date = Day::from_civil(year, month, day);
    // A day that a month does not have comes out as one of the next.
    let exists = matches!((month, day), (1..=12, 1..=28)) || date.civil() == (year, month, day);
    exists.then_some(date)
}

/// The numbers of two digits in eight characters, each at the place of its first digit; none when
/// the characters are not digits and dashes as in `form`. All eight are worked on at once.
fn numbers(text: &[u8; 8], form: &[u8; 8]) -> Option<[u8; 8]> {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // What is added to each character so that the high bit says that it does not fit.
    let room = form.map(|character| if character == b'0' { HIGH_FROM_TEN } else { HIGH_FROM_ONE });
    const HIGH_FROM_TEN: u8 = 0x80 - 10;
    const HIGH_FROM_ONE: u8 = 0x80 - 1;
    let digits = u64::from_le_bytes(*text) ^ u64::from_le_bytes(*form);
    let too_large = digits | digits.wrapping_add(u64::from_le_bytes(room));
    (too_large & HIGH == 0).then(|| (digits * 10 + (digits >> 8)).to_le_bytes())
}

#[cfg(test)]
mod tests {
    use super::iso_day;
    use crate::day::Day;
    use alloc::format;
    use chrono::NaiveDate;

    #[test]
    fn every_number_of_eight_digits_that_is_a_day_is_one() {
        for year in [0, 4, 100, 400, 1900, 1999, 2000, 2024, 2026, 2100, 9999] {
            for month in 0..100 {
                for day in 0..100 {
                    let text = format!("{year:04}-{month:02}-{day:02}");
                    let date = NaiveDate::from_ymd_opt(year, month, day);
                    assert_eq!(iso_day(text.as_bytes()), date.map(Day::from), "{text}");
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
                    .filter(|_| character.is_ascii_digit() || character == text[place])
                    .and_then(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok());
                assert_eq!(iso_day(&other), expected.map(Day::from), "{place} {character}");
            }
        }
        assert_eq!(iso_day(b"2024-11-2"), None);
        assert_eq!(iso_day(b"2024-11-222"), None);
    }
}
