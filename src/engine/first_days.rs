//! The day of the first event of every kind.

use super::events::earliest;
use crate::case::{DeviationReason, Event, EventKind};
use crate::day::Day;
use crate::law::{ALSO_MET_BY, DUTIES, Duty, MetBy};

/// As many places as there are bits: more than there are names of events.
const PLACES: usize = u128::BITS as usize;
const _: () = assert!(EventKind::NAMES <= PLACES);

/// The first days of the events that were added, by the place of their names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FirstEventDays {
    /// Those of kinds that were added; any day for another, so that memory can be used again as it is.
    days: [Day; PLACES],
    /// A bit for every kind that was added.
    seen: Kinds,
}

/// A set of kinds of events.
pub(crate) type Kinds = u128;

impl FirstEventDays {
    pub(crate) const NONE: FirstEventDays =
        FirstEventDays { days: [Day::FOREVER; PLACES], seen: 0 };

    pub(crate) const INTERVIEW: Kinds = bit(EventKind::Interview);
    pub(crate) const PERSPECTIVE: Kinds = bit(EventKind::OwnEmployerPerspective);
    pub(crate) const OBJECTION: Kinds = bit(EventKind::ObjectionMade { to: None });
    pub(crate) const EXTENSION: Kinds = bit(EventKind::VoluntaryExtension { until: Day::FOREVER });
    pub(crate) const DEVIATION: Kinds = bit(EventKind::AgreedDeviation {
        duty: DUTIES[0],
        until: Day::FOREVER,
        reason: DeviationReason::OtherRecordedInFile,
    });

    /// Adds an event that came before those added so far. What kind comes next cannot be foreseen, so
    /// that nothing branches on it.
    #[inline]
    pub(crate) fn add(&mut self, event: &Event) {
        let place = usize::from(event.place) % PLACES;
        self.days[place] = event.on;
        self.seen |= 1 << place;
    }

    /// Adds the duties that are met by an event of another name. An early claim that was refused is no claim.
    pub(crate) fn add_implied(&mut self, early_refused: bool) {
        let early = self.of(EventKind::EarlyIvaClaim);
        let pending = early.filter(|_| !early_refused);
        let extension = self.of(EventKind::VoluntaryExtension { until: Day::FOREVER });
        let sanction = self.of(EventKind::WageSanction { weeks: None });
        let granted = self.of(EventKind::WiaGranted);
        for (by, duty) in ALSO_MET_BY {
            match by {
                MetBy::EarlyIvaClaim => self.also_met(duty, early),
                MetBy::PendingEarlyIvaClaim => self.also_met(duty, pending),
                MetBy::VoluntaryExtension => self.also_met(duty, extension),
                MetBy::WageSanction => self.also_met(duty, sanction),
                MetBy::WiaGranted => self.also_met(duty, granted),
                // These have no other name.
                MetBy::OwnEvent | MetBy::Interview | MetBy::PlanAdjusted | MetBy::RepairOutcome => {
                }
            }
        }
    }

    /// Takes back that a duty was met before a day; it is met on the first of these days from then on.
    pub(crate) fn meet_again(&mut self, duty: Duty, on: Option<Day>) {
        let place = EventKind::Met(duty).place();
        self.seen &= !(1 << place);
        self.also_met(duty, on);
    }

    fn also_met(&mut self, duty: Duty, on: Option<Day>) {
        let place = EventKind::Met(duty).place();
        if let Some(on) = earliest(self.at(place), on) {
            self.days[place] = on;
            self.seen |= 1 << place;
        }
    }

    #[inline]
    const fn at(&self, place: usize) -> Option<Day> {
        if self.seen >> place & 1 == 1 { Some(self.days[place]) } else { None }
    }

    /// The day of the first event of that kind.
    #[inline]
    pub(crate) const fn of(&self, kind: EventKind) -> Option<Day> {
        self.at(kind.place())
    }

    /// The day on which a duty was met, by its place in the list of duties.
    #[inline]
    pub(crate) const fn met(&self, code: usize) -> Option<Day> {
        self.at(EventKind::MET + code)
    }

    /// A bit for every duty that was met, by its place in the list of duties.
    #[inline]
    pub(crate) const fn codes(&self) -> u32 {
        (self.seen >> EventKind::MET) as u32
    }

    /// Whether there is an event of one of some kinds.
    #[inline]
    pub(crate) const fn has_any(&self, kinds: Kinds) -> bool {
        self.seen & kinds != 0
    }
}

/// The set of one kind.
pub(crate) const fn bit(kind: EventKind) -> Kinds {
    1 << kind.place()
}
