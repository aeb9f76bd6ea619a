//! How a case stands on a day as a whole, and how it ended.

use crate::clock::Clock;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::engine::{EndReason, Ends};
use crate::law::Source;

/// How and when a case ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct CaseEnd {
    reason: EndReason,
    last_day: Day,
}

impl CaseEnd {
    /// The end that has come by a day.
    pub(super) fn of(ends: &Ends, on: Day) -> Option<CaseEnd> {
        let over = ends.overs.case.filter(|over| over.from <= on)?;
        let reason = over.reason;
        // The case ends with the day of death, not on the day before it.
        let last_day = if reason == EndReason::Deceased { over.from } else { over.from.plus(-1) };
        Some(CaseEnd { reason, last_day })
    }

    /// Why it ended.
    #[must_use]
    pub const fn reason(&self) -> EndReason {
        self.reason
    }

    /// Its last day: the day of death, the last day of the employment, of the payment or of the relapse
    /// window.
    #[must_use]
    pub fn last_day(&self) -> Day {
        self.last_day
    }

    /// The words of the act, where the end has some of its own.
    #[must_use]
    pub const fn source(&self) -> Option<Source> {
        self.reason.source()
    }
}

/// Whether the employee is sick on a day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum State {
    /// The first sick day lies ahead.
    NotYetSick,
    /// The day counts as a sick day.
    Sick,
    /// Maternity leave: no clock runs.
    OnLeave,
    /// Recovered; a relapse continues the case.
    Recovered {
        /// The last day on which a relapse continues the case.
        relapse_joins_through: Day,
    },
    /// Recovered; a new sickness is a new case.
    Closed,
    /// It ended in another way.
    Ended {
        /// How.
        reason: EndReason,
        /// The last day of the case; of an employee who died the day of death.
        last_day: Day,
    },
}

impl State {
    /// How a case stands on a day: from the clock of the waiting period and the ends.
    pub(super) fn of(clock: &Clock, ends: &Ends, on: Day) -> State {
        if clock.first_sick_day().is_none_or(|first| on < first) {
            return State::NotYetSick;
        }
        if let Some(end) = CaseEnd::of(ends, on) {
            return match end.reason {
                EndReason::Recovered => State::Closed,
                reason => State::Ended { reason, last_day: end.last_day },
            };
        }
        match (clock.last_sick_day(), ends.relapse_joins_through) {
            (Some(last), Some(through)) if last < on => {
                State::Recovered { relapse_joins_through: through }
            }
            // Leave that separates may come before every day on which a relapse could have joined.
            (Some(last), None) if last < on => State::Closed,
            _ if clock.counts(on) => State::Sick,
            _ => State::OnLeave,
        }
    }

    /// Whether both are of a kind, and ended alike if they did.
    pub(crate) fn is_alike(self, other: State) -> bool {
        match (self, other) {
            (State::Ended { .. }, State::Ended { .. }) => self == other,
            _ => self.kind() == other.kind(),
        }
    }

    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.kind().id()
    }

    /// The state without its days.
    #[must_use]
    pub const fn kind(self) -> StateKind {
        match self {
            State::NotYetSick => StateKind::NotYetSick,
            State::Sick => StateKind::Sick,
            State::OnLeave => StateKind::OnLeave,
            State::Recovered { .. } => StateKind::Recovered,
            State::Closed => StateKind::Closed,
            State::Ended { .. } => StateKind::Ended,
        }
    }
}

closed_list! {
    /// A [`State`] without its days.
    #[derive(Default)]
    StateKind, "state" {
        /// The first sick day lies ahead.
        #[default]
        NotYetSick = 0, "not-yet-sick", "nog niet ziek", "not yet sick";
        /// The day counts as a sick day.
        Sick = 1, "sick", "ziek", "sick";
        /// Maternity leave: no clock runs.
        OnLeave = 2, "on-leave", "met zwangerschaps- of bevallingsverlof", "on maternity leave";
        /// Recovered; a relapse continues the case.
        Recovered = 3, "recovered", "hersteld", "recovered";
        /// Recovered; a new sickness is a new case.
        Closed = 4, "closed", "gesloten", "closed";
        /// It ended in another way.
        Ended = 5, "ended", "geëindigd", "ended";
    }
}
