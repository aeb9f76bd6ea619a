//! How far the law was checked: a mark at later days, and what it means.

use crate::day::Day;
use crate::lang::Lang;
use crate::law::LAW_AS_OF;
use alloc::format;
use alloc::string::String;

/// The mark at a day before which the law may yet change; nothing at an earlier one.
///
/// ```
/// use poortwachter::{law::LAW_AS_OF, text};
/// assert_eq!((text::mark(LAW_AS_OF), text::mark(LAW_AS_OF + 1)), ("", "*"));
/// ```
#[must_use]
pub fn mark(day: impl Into<Day>) -> &'static str {
    if day.into() > LAW_AS_OF { "*" } else { "" }
}

/// What the [`mark`] means, as it stands below a table.
///
/// ```
/// use poortwachter::{Lang, text};
/// assert_eq!(text::note_on_the_mark(Lang::En), "* computed under the law as of 2026-07-01.");
/// ```
#[must_use]
pub fn note_on_the_mark(lang: Lang) -> String {
    let computed = lang.pick("berekend naar het recht van", "computed under the law as of");
    format!("* {computed} {LAW_AS_OF}.")
}

/// What the [`mark`] means, as it stands below a picture.
#[cfg(feature = "svg")]
pub(crate) fn note_below_a_picture(lang: Lang) -> String {
    let later = lang.pick("na de stand van het recht van", "after the law as of");
    format!("* {later} {}.", lang.date(LAW_AS_OF))
}

/// That a day is later than the law that was checked, in an entry of a calendar.
#[cfg(feature = "icalendar")]
pub(crate) fn sentence_in_a_calendar(lang: Lang) -> String {
    let computed = lang.pick("Berekend naar de wet per", "Computed under the law as of");
    format!("{computed} {}.", lang.date_in_digits(LAW_AS_OF))
}

/// The day up to which the law was checked.
///
/// ```
/// use poortwachter::{Lang, text};
/// assert_eq!(text::law_as_of(Lang::Nl), "recht per 2026-07-01");
/// ```
#[must_use]
pub fn law_as_of(lang: Lang) -> String {
    format!("{} {LAW_AS_OF}", lang.pick("recht per", "law as of"))
}
