//! How a calendar is written.

use crate::closed_list::closed_list;
use crate::lang::Lang;
use crate::timeline::LEAD_DAYS;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::{DateTime, Utc};

closed_list! {
    /// What every duty becomes.
    #[derive(Default)]
    Kind, "kind of calendar entry" {
        /// An all-day event (`VEVENT`) that does not make anybody busy.
        #[default]
        Events = 0, "events", "afspraken", "events";
        /// A to-do (`VTODO`).
        ToDos = 1, "to-dos", "taken", "to-dos";
    }
}

closed_list! {
    /// How much titles and descriptions tell whoever sees the calendar.
    #[derive(Default)]
    Titles, "kind of title" {
        /// "File deadline" or "File target date", and days.
        #[default]
        Neutral = 0, "neutral", "neutraal", "neutral";
        /// The name of the duty, who acts, the article with its words. This says that somebody is sick.
        Duty = 1, "duty", "naam van de verplichting", "name of the duty";
    }
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
    pub(super) namespace: String,
    pub(super) kind: Kind,
    pub(super) titles: Titles,
    pub(super) lang: Lang,
    pub(super) shows_id: bool,
    pub(super) alarms: Vec<u16>,
    pub(super) practice: bool,
    pub(super) cancelled: bool,
    pub(super) sequence: u32,
    pub(super) stamp: Option<DateTime<Utc>>,
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
            alarms: Vec::from([LEAD_DAYS, 1]),
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

    /// Titles end with the identifier of the case. Without it the deadlines of several cases look alike.
    #[must_use]
    pub const fn with_case_id(mut self) -> Self {
        self.shows_id = true;
        self
    }

    /// How many days before the due day an alarm goes, at nine in the morning; 0 is the day itself.
    /// One more goes on the advised day. None at all when empty.
    #[must_use]
    pub fn alarms(mut self, days: impl IntoIterator<Item = u16>) -> Self {
        self.alarms = days.into_iter().collect();
        self
    }

    /// Leaves out the days that only practice names, such as those of the progress interviews.
    #[must_use]
    pub const fn without_practice(mut self) -> Self {
        self.practice = false;
        self
    }

    /// Leaves out what was cancelled, which is otherwise included so that clients that hold it drop it.
    /// [`update`](super::update) cancels what the previous file holds in any case.
    #[must_use]
    pub const fn without_cancelled(mut self) -> Self {
        self.cancelled = false;
        self
    }

    /// The revision of every entry; with [`update`](super::update) of new entries, and the least one of changed
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
