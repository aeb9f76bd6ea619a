//! The events of the current case, read once.

use super::first_days::{FirstEventDays, Kinds};
use crate::case::{Event, EventKind, Facts};
use crate::day::Day;
use crate::law::{Duty, code_of};

/// What the known events of the current case say.
pub(crate) struct EventIndex<'a> {
    /// In order.
    pub(crate) events: &'a [Event],
    first_days: FirstEventDays,
}

impl<'a> EventIndex<'a> {
    /// Reads the known events from `first` on.
    pub(crate) fn of(facts: Facts<'a>, first: Day) -> EventIndex<'a> {
        let events = facts.events(first);
        let mut first_days = FirstEventDays::NONE;
        for event in events.iter().rev() {
            first_days.add(event);
        }
        first_days.add_implied();
        EventIndex { events, first_days }
    }

    /// The day of the first event of that kind.
    pub(crate) const fn first(&self, kind: EventKind) -> Option<Day> {
        self.first_days.of(kind)
    }

    /// Whether there is an event of one of some kinds.
    pub(crate) const fn has_any(&self, kinds: Kinds) -> bool {
        self.first_days.has_any(kinds)
    }

    /// The first wage sanction with its length in weeks, when it was limited.
    pub(crate) fn sanction(&self) -> Option<(Day, Option<u8>)> {
        let on = self.first(EventKind::WageSanction { weeks: None })?;
        self.events.iter().find_map(|event| match event.kind {
            EventKind::WageSanction { weeks } => Some((on, weeks)),
            _ => None,
        })
    }

    /// The day on which a duty was met.
    pub(crate) fn met(&self, duty: Duty) -> Option<Day> {
        self.first_days.met(code_of(duty))
    }

    /// The same, by the place of the duty in the list of duties.
    pub(crate) fn met_code(&self, code: usize) -> Option<Day> {
        self.first_days.met(code)
    }

    /// A bit for every duty that was met, by its place in the list of duties.
    pub(crate) const fn codes(&self) -> u32 {
        self.first_days.codes()
    }

    /// The events from `from` on.
    pub(crate) fn from(&self, from: Day) -> &'a [Event] {
        let before = self.events.partition_point(|event| event.on < from);
        &self.events[before..]
    }
}

/// The earlier of two days, an absent one counting as never.
pub(crate) fn earliest(a: Option<Day>, b: Option<Day>) -> Option<Day> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
