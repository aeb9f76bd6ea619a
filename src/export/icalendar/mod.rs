//! A calendar file (iCalendar, RFC 5545) of what is due (feature `icalendar`).
//!
//! One all-day event or one to-do per duty. Nothing in the file names the subject unless asked: the
//! titles say "File deadline", the descriptions hold dates, and every entry is private.
//!
//! ```
//! use poortwachter::export::icalendar::{Options, calendar, update};
//! use poortwachter::{Case, Duty, Timeline, chrono::NaiveDate};
//! let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
//! let options = Options::new("hr.example.org");
//!
//! let case = Case::builder().id("A-17").sick_since(day(2026, 1, 5));
//! let timeline = Timeline::of(&case.clone().build()?);
//! let first = calendar([&timeline.on(day(2026, 1, 6))], &options)?;
//! assert!(first.contains("DTSTART;VALUE=DATE:20260216")); // the problem analysis
//!
//! // The analysis is two days late: the plan of action moves from 2 to 4 March.
//! let case = case.met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 18)).build()?;
//! let timeline = Timeline::of(&case);
//! let second = update(&first, [&timeline.on(day(2026, 2, 19))], &options)?;
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
//! A UID depends on the namespace, the identifier of the case, the duty and its number in a series:
//! not on any date, and so a re-export updates. (Where one file holds a closed case and a new one, the
//! entries of the closed one stay what they were, and the new one has its own.) There are two ways to tell a client that an entry
//! changed:
//!
//! - [`update`] takes the previous file. What changed gets the next `SEQUENCE`; what did not stays
//!   as it was, byte for byte; what is gone is cancelled. Use this one for a nightly job: keep the
//!   file, nothing else.
//! - [`calendar`] with [`Options::sequence`], a number that rises with every export (a revision of the
//!   case, or days since some day). Without the previous file it finds what was cancelled by looking
//!   back at the timeline on the days of the recorded facts; a fact recorded long after its day, or
//!   corrected, can leave an entry behind that only [`update`] cancels.
//!
//! There is no clock here: `DTSTAMP` is [`Options::stamp`], else midnight UTC of the day of the view.
//! There is no `METHOD`: publishing by method asks for an organizer (RFC 5546), a person, and CalDAV
//! stores refuse it (RFC 4791).

mod component;
mod entries;
mod update;
mod words;

use crate::timeline::View;
use crate::words::Lang;
use ::icalendar::{Calendar, Property};
use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::{DateTime, Utc};
use component::{Revision, component};

/// Names the producer in the file; says as little of the subject as the titles do.
const PRODID: &str = "-//file-deadlines//calendar 1//EN";

/// Of a line without its end (RFC 5545, section 3.1).
const MAX_OCTETS: usize = 75;

/// What every duty becomes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Kind {
    /// An all-day event (`VEVENT`) that does not make anybody busy.
    #[default]
    Events,
    /// A to-do (`VTODO`).
    ToDos,
}

/// How much titles and descriptions tell whoever sees the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Titles {
    /// "File deadline" or "File target date", and days.
    #[default]
    Neutral,
    /// The name of the duty, who acts, the article with its words. This says that somebody is sick.
    Duty,
}

/// How a calendar is written.
///
/// ```
/// use poortwachter::{Lang, export::icalendar::{Kind, Options, Titles}};
/// let options = Options::new("hr.example.org")
///     .kind(Kind::ToDos)
///     .titles(Titles::Duty)
///     .lang(Lang::Nl)
///     .alarms([14, 1]);
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Options {
    namespace: String,
    kind: Kind,
    titles: Titles,
    lang: Lang,
    shows_id: bool,
    alarms: Vec<u16>,
    practice: bool,
    cancelled: bool,
    sequence: u32,
    stamp: Option<DateTime<Utc>>,
}

impl Options {
    /// Events with neutral English titles, alarms 14 days and 1 day before and on the advised day.
    ///
    /// The namespace keeps apart the cases of two organisations that number them alike; a domain
    /// name does. It stands in the file only as part of the hash (UUID version 5) that a UID is, as
    /// the identifier of the case does. A short identifier can be guessed back from that hash by
    /// who knows the namespace: a random suffix in the namespace, kept secret, prevents it. Another
    /// namespace gives other UIDs, so keep it the same.
    #[must_use]
    pub fn new(namespace: impl Into<String>) -> Options {
        Options {
            namespace: namespace.into(),
            kind: Kind::default(),
            titles: Titles::default(),
            lang: Lang::default(),
            shows_id: false,
            alarms: Vec::from([crate::timeline::LEAD_DAYS, 1]),
            practice: true,
            cancelled: true,
            sequence: 0,
            stamp: None,
        }
    }

    /// Events or to-dos. They have different UIDs, so that one client can hold both.
    #[must_use]
    pub const fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Neutral, or the duties by name.
    #[must_use]
    pub const fn titles(mut self, titles: Titles) -> Self {
        self.titles = titles;
        self
    }

    /// The language of titles and descriptions; the words of the law stay Dutch.
    #[must_use]
    pub const fn lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// Whether titles end with the identifier of the case; not when not given. Without it the
    /// deadlines of several cases look alike.
    #[must_use]
    pub const fn shows_id(mut self, shows_id: bool) -> Self {
        self.shows_id = shows_id;
        self
    }

    /// How many days before the due day an alarm goes, at nine in the morning; 0 is the day itself.
    /// One more goes on the advised day. None at all when empty.
    #[must_use]
    pub fn alarms(mut self, days: impl IntoIterator<Item = u16>) -> Self {
        self.alarms = days.into_iter().collect();
        self
    }

    /// Whether days that only practice names are included, such as those of the progress interviews; yes
    /// when not given.
    #[must_use]
    pub const fn practice(mut self, practice: bool) -> Self {
        self.practice = practice;
        self
    }

    /// Whether what was cancelled is included, so that clients that hold it drop it; yes when not
    /// given. [`update`] cancels what the previous file holds in any case.
    #[must_use]
    pub const fn cancelled(mut self, cancelled: bool) -> Self {
        self.cancelled = cancelled;
        self
    }

    /// The revision of every entry; with [`update`] of new entries, and the least one of changed
    /// entries. 0 when not given.
    #[must_use]
    pub const fn sequence(mut self, sequence: u32) -> Self {
        self.sequence = sequence;
        self
    }

    /// The instant of the export; midnight UTC of the day of the view when not given.
    #[must_use]
    pub const fn stamp(mut self, stamp: DateTime<Utc>) -> Self {
        self.stamp = Some(stamp);
        self
    }
}

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
    #[error("the previous calendar cannot be read: {reason}: pass the file as it was exported")]
    Unreadable {
        /// What the parser says, on one line.
        reason: String,
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
        let revision = Revision::first(entry.stamp(options), options);
        calendar.push(component(entry, &revision, options));
    }
    Ok(text(&calendar))
}

/// The calendar again, as an update of the file that [`calendar`] or `update` gave before: a higher
/// `SEQUENCE` for what changed, the same bytes for what did not, `CANCELLED` for what is gone.
///
/// ```
/// use poortwachter::export::icalendar::{Options, calendar, update};
/// use poortwachter::{Case, Timeline, chrono::NaiveDate};
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let case = Case::builder().id("A-17").sick_since(day(2026, 1, 5)).build()?;
/// let timeline = Timeline::of(&case);
/// let options = Options::new("hr.example.org");
/// let monday = calendar([&timeline.on(day(2026, 1, 12))], &options)?;
/// let tuesday = update(&monday, [&timeline.on(day(2026, 1, 13))], &options)?;
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
