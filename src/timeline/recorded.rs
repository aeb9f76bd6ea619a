//! The events of the current case, read once.

use super::first_days::FirstDays;
use crate::case::{Event, EventKind, Facts};
use crate::day::Day;
use crate::law::{Duty, code_of};

/// What the known events of the current case say. A day is that of the first event of its kind.
pub(super) struct Recorded<'a> {
    /// In order.
    pub(super) events: &'a [Event],
    first_days: FirstDays,
    pub(super) long_absence_foreseen: Option<Day>,
    pub(super) no_possibilities: Option<Day>,
    pub(super) notice_received: Option<Day>,
    pub(super) outside_expert_asked: Option<Day>,
    pub(super) early_iva_claim: Option<Day>,
    pub(super) assessed_able: Option<Day>,
    /// With its length in weeks, when it was limited.
    pub(super) sanction: Option<(Day, Option<u8>)>,
    pub(super) wia_granted: Option<Day>,
    pub(super) deceased: Option<Day>,
    /// There are agreed deviations.
    pub(super) deviates: bool,
    /// There are perspectives with the own employer.
    pub(super) has_perspective: bool,
    /// There are voluntary extensions.
    pub(super) extends: bool,
    /// There are progress interviews.
    pub(super) has_interviews: bool,
}

impl<'a> Recorded<'a> {
    /// Reads the known events from `first` on.
    pub(super) fn of(facts: Facts<'a>, first: Day) -> Recorded<'a> {
        let events = facts.events(first);
        let mut first_days = FirstDays::NONE;
        for event in events.iter().rev() {
            first_days.add(event);
        }
        first_days.add_implied();
        Recorded::on(events, first_days)
    }

    /// From events of which the first days are known.
    pub(super) fn on(events: &'a [Event], first_days: FirstDays) -> Recorded<'a> {
        let first = |kind: EventKind| first_days.of(kind);
        let sanction = EventKind::WageSanction { weeks: None };
        let weeks = || {
            events.iter().find_map(|event| match event.kind {
                EventKind::WageSanction { weeks } => Some(weeks),
                _ => None,
            })
        };
        Recorded {
            events,
            long_absence_foreseen: first(EventKind::LongAbsenceForeseen),
            no_possibilities: first(EventKind::NoPossibilities),
            notice_received: first(EventKind::WiaNoticeReceived),
            outside_expert_asked: first(EventKind::OutsideExpertAsked),
            early_iva_claim: first(EventKind::EarlyIvaClaim),
            assessed_able: first(EventKind::AssessedAble),
            sanction: first(sanction).and_then(|on| Some((on, weeks()?))),
            wia_granted: first(EventKind::WiaGranted),
            deceased: first(EventKind::Deceased),
            deviates: first_days.has_any(FirstDays::DEVIATION),
            has_perspective: first_days.has_any(FirstDays::PERSPECTIVE),
            extends: first_days.has_any(FirstDays::EXTENSION),
            has_interviews: first_days.has_any(FirstDays::INTERVIEW),
            first_days,
        }
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
