//! Events: what was done or decided on which day.

use super::event_kind::EventKind;
use crate::closed_list::closed_list;
use crate::day::Day;
use core::fmt;

closed_list! {
    /// Why the parties deviated from a term of the *Regeling procesgang* (art. 5). A closed list: no
    /// free text, nothing about health.
    DeviationReason, "reason for a deviation" {
        /// An appointment was moved.
        AppointmentPostponed = 0, "appointment-postponed",
            "afspraak verzet",
            "appointment postponed";
        /// One of the parties was away.
        PartyAbsent = 1, "party-absent", "een partij afwezig", "a party was away";
        /// The report of an expert is awaited.
        AwaitingExpertReport = 2, "awaiting-expert-report",
            "wacht op deskundige",
            "awaiting an expert";
        /// A gradual return to work is under way.
        GradualReturnUnderWay = 3, "gradual-return-under-way",
            "opbouw van het werk loopt",
            "gradual return under way";
        /// The provider that was engaged could not start.
        ProviderUnavailable = 4, "provider-unavailable",
            "re-integratiebedrijf niet beschikbaar",
            "provider not available";
        /// Another reason, which stands in the file of the parties.
        OtherRecordedInFile = 5, "other-recorded-in-file",
            "andere reden, in het dossier",
            "another reason, in the file";
    }
}

/// Something that happened on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Event {
    pub(crate) on: Day,
    pub(crate) kind: EventKind,
    /// The [place of the name](EventKind::place) of the kind, worked out once: whoever reads many events
    /// reads it instead of the kind.
    pub(crate) place: u8,
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event").field("on", &self.on).field("kind", &self.kind).finish()
    }
}

impl Event {
    /// What happened on which day.
    ///
    /// ```
    /// use poortwachter::{Day, Duty, Event, EventKind};
    /// let claim = Event::new(EventKind::Met(Duty::WIA_CLAIM), Day::new(2027, 10, 4));
    /// assert_eq!(claim.on(), Day::new(2027, 10, 4));
    /// ```
    #[must_use]
    pub fn new(kind: EventKind, on: impl Into<Day>) -> Event {
        Event { on: on.into(), kind, place: kind.place() as u8 }
    }

    /// The day.
    #[must_use]
    pub fn on(&self) -> Day {
        self.on
    }

    /// What happened.
    #[must_use]
    pub const fn kind(&self) -> EventKind {
        self.kind
    }
}
