//! What people read, in Dutch and in English: every sentence once.
//!
//! Most of it are methods of what is told: [`Status::words`](crate::Status::words),
//! [`Finding::sentence`](crate::verdict::Finding::sentence), [`Lang::date`](crate::Lang::date). Here are
//! the phrases and notes that belong to no type. The Dutch words are those of the statutes and of
//! the field. The names of closed lists stand in the lists themselves.
//!
//! ```
//! use poortwachter::{Lang, text::{headings, phrases}};
//! assert_eq!(headings::DUE.in_lang(Lang::Nl), "Uiterlijk");
//! assert_eq!(phrases::NOT_RECORDED.in_lang(Lang::En), "not recorded");
//! ```

mod case;
mod change;
mod checked_law;
mod counts;
mod dates;
pub mod headings;
mod law;
pub mod phrases;
mod protocol;
mod questions;
mod timeline;
mod verdict;

#[cfg(feature = "svg")]
pub(crate) use checked_law::note_below_a_picture;
#[cfg(feature = "icalendar")]
pub(crate) use checked_law::sentence_in_a_calendar;
pub use checked_law::{law_as_of, mark, note_on_the_mark};
pub use questions::{OPEN_QUESTIONS, note_on_the_question_mark, question_mark};

use alloc::string::String;

/// Words as they stand at the start of a sentence.
///
/// ```
/// assert_eq!(poortwachter::text::capital("te laat"), "Te laat");
/// ```
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
