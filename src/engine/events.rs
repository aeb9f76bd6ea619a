//! The events of the current case, read once.

use super::first_days::{FirstEventDays, Kinds};
use crate::case::{Event, EventKind, Facts};
use crate::day::Day;
use crate::law::{Duty, Law, code_of};

/// What the known events of the current case say.
pub(crate) struct EventIndex<'a> {
    /// In order.
    pub(crate) events: &'a [Event],
    first_days: FirstEventDays,
    /// The day on which an early claim was refused.
    pub(crate) early_refused: Option<Day>,
}

impl<'a> EventIndex<'a> {
    /// Reads the known events from `first` on.
    pub(crate) fn of(law: &Law, facts: Facts<'a>, first: Day) -> EventIndex<'a> {
        let events = facts.events(first);
        let mut first_days = FirstEventDays::NONE;
        for event in events.iter().rev() {
            first_days.add(event);
        }
        let early_refused = early_refused(law, events, &mut first_days);
        first_days.add_implied(early_refused.is_some());
        EventIndex { events, first_days, early_refused }
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

/// The day on which an early claim was refused: recorded as such, or by a decision that was followed by no
/// grant and by a claim of its own at most. That decision is not the one on the ordinary claim.
fn early_refused(law: &Law, events: &[Event], first_days: &mut FirstEventDays) -> Option<Day> {
    let early = first_days.of(EventKind::EarlyIvaClaim)?;
    let refused = first_days.of(EventKind::EarlyIvaRefused);
    let (claim, decision) = (law.roles().claim, law.roles().decision);
    let claimed = first_days.of(EventKind::Met(claim)).unwrap_or(Day::FOREVER);
    let decided = first_days.of(EventKind::Met(decision));
    let is_granted = first_days.of(EventKind::WiaGranted).is_some();
    let implied = decided.filter(|on| early <= *on && *on < claimed && !is_granted);
    let refused = earliest(refused, implied)?;
    let on_the_claim =
        |event: &&Event| event.kind == EventKind::Met(decision) && event.on >= claimed;
    let again = events.iter().find(on_the_claim).map(|event| event.on);
    first_days.meet_again(decision, again);
    Some(refused)
}

/// The earlier of two days, an absent one counting as never.
pub(crate) fn earliest(a: Option<Day>, b: Option<Day>) -> Option<Day> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
