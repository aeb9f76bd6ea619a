//! A calendar file (iCalendar, RFC 5545) of what is due (feature `icalendar`).
//!
//! One all-day event or one to-do per duty. Nothing in the file names the subject unless asked: the
//! titles say "File deadline", the descriptions hold dates, and every entry is private.
//!
//! ```
//! use poortwachter::export::icalendar::{Options, calendar, update};
//! use poortwachter::{Case, Day, Duty, Timeline};
//! let day = Day::new;
//! let options = Options::new("hr.example.org");
//!
//! let case = Case::builder().id("A-17").sick_since(day(2026, 1, 5));
//! let timeline = Timeline::new(&case.clone().build()?);
//! let first = calendar([&timeline.view(day(2026, 1, 6))], &options)?;
//! assert!(first.contains("DTSTART;VALUE=DATE:20260216")); // the problem analysis
//!
//! // The analysis is two days late: the plan of action moves from 2 to 4 March.
//! let case = case.met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 18)).build()?;
//! let timeline = Timeline::new(&case);
//! let second = update(&first, [&timeline.view(day(2026, 2, 19))], &options)?;
//! assert!(second.contains("DTSTART;VALUE=DATE:20260304"));
//! assert!(second.contains("SEQUENCE:1"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What an entry says
//!
//! | | event | to-do |
//! |---|---|---|
//! | open | `CONFIRMED` | `NEEDS-ACTION` |
//! | planned: the day follows from something not yet done | `TENTATIVE` | `NEEDS-ACTION` |
//! | not certain that it applies | `TENTATIVE` | `NEEDS-ACTION` |
//! | no day any more: "without delay" | `TENTATIVE`, where it stood | `NEEDS-ACTION`, no day |
//! | met | `CONFIRMED`, "Done" in the title | `COMPLETED` on that day |
//! | on hold: recovered, a relapse revives it | `CANCELLED` | `CANCELLED` |
//! | does not apply, lapsed, gone | `CANCELLED` | `CANCELLED` |
//!
//! The entry stands on the *due* day. The *advised* day is an alarm that says so and a line of the
//! description; the last day that is accepted is a line of the description only. A day of policy or
//! practice is a "target date", never a deadline. A to-do starts on the day on which the duty opens.
//! `COMPLETED` must be an instant: it is noon UTC, the same day in every time zone of the Kingdom.
//!
//! On hold is cancelled, not tentative: recovery moves every later day, so that the old day is
//! wrong. A relapse brings the entry back with its new day.
//!
//! Only what can be recomputed from the facts stands in an entry, never "in 12 days": a night without
//! news changes no byte of it.
//!
//! # Exporting again
//!
//! A UID depends on the namespace, the identifier and the first sick day of the case, the duty and
//! its number in a series: on no other day, and so a re-export updates. Two cases of one employee have
//! entries of their own, in one file or in two, also where the identifier is a personnel number. A
//! first sick day that is corrected gives other UIDs: [`update`] cancels the old entries and adds the
//! new ones. What was exported under a UID without the first sick day, as all were at first, keeps it
//! in [`update`]. There are two ways to tell a client that an entry changed:
//!
//! - [`update`] takes the previous file. What changed gets the next `SEQUENCE`; what did not stays
//!   as it was, byte for byte; what is gone is cancelled. Use this one for a nightly job: keep the
//!   file, nothing else.
//! - [`calendar`] with [`Options::sequence`], a number that rises with every export (a revision of the
//!   case, or days since some day). Without the previous file it finds what was cancelled by looking
//!   back at the timeline on the days of the recorded facts; a fact recorded long after its day, or
//!   corrected, can leave an entry behind that only [`update`] cancels.
//!
//! An alarm goes at nine in the morning of the reader's own time zone, also over a change of the clock.
//! One exception: an alarm on the due day of a to-do goes nine hours after midnight, which is ten or
//! eight o'clock on the two Sundays on which the clock changes.
//!
//! There is no clock here: `DTSTAMP` is [`Options::stamp`], else midnight UTC of the day of the view.
//! There is no `METHOD`: publishing by method asks for an organizer (RFC 5546), a person, and CalDAV
//! stores refuse it (RFC 4791).

mod component;
mod entries;
mod options;
mod update;
mod words;

use crate::timeline::View;
use ::icalendar::{Calendar, Property};
use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use component::{Revision, component};

pub use options::{Kind, Options, Titles};

/// Names the producer in the file; says as little of the subject as the titles do.
const PRODID: &str = "-//file-deadlines//calendar 1//EN";

/// Of a line without its end (RFC 5545, section 3.1).
const MAX_OCTETS: usize = 75;

/// Why there is no calendar. The message says what to do.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// A UID needs the identifier of the case.
    #[error("case {number} has no id: give it one, it is what a re-export is recognised by")]
    NoId {
        /// Which of the cases, from 1.
        number: usize,
    },
    /// Two cases would overwrite one another.
    #[error("case {number} has the same id as a case before it: give every case its own")]
    SameId {
        /// Which of the cases, from 1.
        number: usize,
    },
    /// The previous file cannot be read.
    #[error(
        "line {line}: this is no calendar, or not a whole one: pass the file as it was exported"
    )]
    Unreadable {
        /// The first line that cannot stand there, from 1.
        line: usize,
    },
    /// The previous file is not ours, and so not ours to cancel entries of.
    #[error("the previous calendar was not exported here: pass the file as it was exported")]
    NotExportedHere,
}

/// The calendar of one or more cases, each as it was known on the day of its view.
///
/// # Errors
///
/// When a case has no identifier, or the same one as another.
pub fn calendar<'v, 't: 'v>(
    views: impl IntoIterator<Item = &'v View<'t>>,
    options: &Options,
) -> Result<String, CalendarError> {
    let mut calendar = empty(options);
    for entry in &entries(views, options)? {
        let revision = Revision::first(entry, options);
        calendar.push(component(entry, &revision, options));
    }
    Ok(text(&calendar))
}

/// The calendar again, as an update of the file that [`calendar`] or `update` gave before: a higher
/// `SEQUENCE` for what changed, the same bytes for what did not, `CANCELLED` for what is gone.
///
/// ```
/// use poortwachter::export::icalendar::{Options, calendar, update};
/// use poortwachter::{Case, Day, Timeline};
/// let day = Day::new;
/// let case = Case::builder().id("A-17").sick_since(day(2026, 1, 5)).build()?;
/// let timeline = Timeline::new(&case);
/// let options = Options::new("hr.example.org");
/// let monday = calendar([&timeline.view(day(2026, 1, 12))], &options)?;
/// let tuesday = update(&monday, [&timeline.view(day(2026, 1, 13))], &options)?;
/// assert_eq!(monday, tuesday); // a night without news
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`calendar`]; and when the previous file cannot be read or comes from elsewhere.
pub fn update<'v, 't: 'v>(
    previous: &str,
    views: impl IntoIterator<Item = &'v View<'t>>,
    options: &Options,
) -> Result<String, CalendarError> {
    let mut previous = update::Previous::read(previous)?;
    let mut calendar = empty(options);
    let entries = entries(views, options)?;
    for entry in &entries {
        calendar.push(previous.renew(entry, options));
    }
    let stamp = entries.iter().map(|entry| entry.stamp(options)).max();
    for gone in previous.cancel_the_rest(stamp, options) {
        calendar.push(gone);
    }
    Ok(text(&calendar))
}

fn empty(options: &Options) -> Calendar {
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", PRODID), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.name(options.lang.pick("Dossiertermijnen", "File deadlines"));
    calendar
}

/// The file. The library folds the last line of a value one octet too late.
fn text(calendar: &Calendar) -> String {
    let mut text = String::new();
    for line in calendar.to_string().split_terminator("\r\n") {
        let mut end = line.len();
        if end > MAX_OCTETS {
            // Not before a space: what folds and unfolds loosely would lose it.
            let fits = |at: &usize| {
                line.get(*at..).is_some_and(|rest| !rest.starts_with(char::is_whitespace))
            };
            end = (1..=MAX_OCTETS).rev().find(fits).unwrap_or(end);
        }
        let (line, rest) = line.split_at(end);
        text += line;
        text += "\r\n";
        if !rest.is_empty() {
            text += " ";
            text += rest;
            text += "\r\n";
        }
    }
    text
}

/// The entries of every case, in order of the day.
fn entries<'v, 't: 'v>(
    views: impl IntoIterator<Item = &'v View<'t>>,
    options: &Options,
) -> Result<Vec<entries::Entry<'v>>, CalendarError> {
    let mut ids = BTreeSet::new();
    let mut all = Vec::new();
    for (number, view) in (1..).zip(views) {
        let id = view.timeline().case().id().ok_or(CalendarError::NoId { number })?;
        if !ids.insert(id) {
            return Err(CalendarError::SameId { number });
        }
        all.extend(entries::of(view, id, options));
    }
    Ok(all)
}
