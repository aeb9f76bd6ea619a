//! The events of the current case, read once.

use super::first_days::{FirstEventDays, Kinds};
use crate::case::{Event, EventKind, Facts};
use crate::day::Day;
use crate::law::{Duty, code_of};

/// What the known events of the current case say.
pub(super) struct EventIndex<'a> {
    /// In order.
    pub(super) events: &'a [Event],
    first_days: FirstEventDays,
}

impl<'a> EventIndex<'a> {
    /// Reads the known events from `first` on.
    pub(super) fn of(facts: Facts<'a>, first: Day) -> EventIndex<'a> {
        let events = facts.events(first);
        let mut first_days = FirstEventDays::NONE;
        for event in events.iter().rev() {
            first_days.add(event);
        }
        first_days.add_implied();
        EventIndex::on(events, first_days)
    }

    /// From events of which the first days are known.
    pub(super) const fn on(events: &'a [Event], first_days: FirstEventDays) -> EventIndex<'a> {
        EventIndex { events, first_days }
    }

    /// The day of the first event of that kind.
    pub(super) const fn first(&self, kind: EventKind) -> Option<Day> {
        self.first_days.of(kind)
    }

    /// Whether there is an event of one of some kinds.
    pub(super) const fn has_any(&self, kinds: Kinds) -> bool {
        self.first_days.has_any(kinds)
    }

    /// The first wage sanction with its length in weeks, when it was limited.
    pub(super) fn sanction(&self) -> Option<(Day, Option<u8>)> {
        let on = self.first(EventKind::WageSanction { weeks: None })?;
        self.events.iter().find_map(|event| match event.kind {
            EventKind::WageSanction { weeks } => Some((on, weeks)),
            _ => None,
        })
    }

    /// The day on which a duty was met.
    pub(super) fn met(&self, duty: Duty) -> Option<Day> {
        self.first_days.met(code_of(duty))
    }

    /// The same, by the place of the duty in the list of duties.
    pub(super) fn met_code(&self, code: usize) -> Option<Day> {
        self.first_days.met(code)
    }

    /// Whether one of some duties was met, each a bit by its place in the list of duties.
    pub(super) fn has_met_any(&self, duties: u32) -> bool {
        self.first_days.codes() & duties != 0
    }

    /// The events from `from` on.
    pub(super) fn from(&self, from: Day) -> &'a [Event] {
        let before = self.events.partition_point(|event| event.on < from);
        &self.events[before..]
    }
}

/// The earlier of two days, an absent one counting as never.
pub(super) fn earliest(a: Option<Day>, b: Option<Day>) -> Option<Day> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
