//! How an obligation stands on a day.

use super::obligation::Obligation;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::engine::{OpenNorm, Reason, Standing};
use crate::law::{Deadline, Duty};

/// How an obligation stands on a day. Days are calendar days.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Status {
    /// It cannot or should not be started yet.
    NotYetOpen,
    /// It can be done; the due day is farther away than the lead time.
    Open,
    /// The due day is this many days away, at most the lead time.
    DueSoon {
        /// Days to go, at least 1.
        days: u32,
    },
    /// The due day is today.
    DueToday,
    /// The due day was this many days ago.
    Overdue {
        /// Days past the due day, at least 1.
        days: u32,
    },
    /// Met on or before the due day.
    MetOnTime,
    /// Met before the day on which it opens.
    MetEarly {
        /// Days before it opens, at least 1.
        days: u32,
    },
    /// Met after the due day.
    MetLate {
        /// Days past the due day, at least 1.
        days: u32,
    },
    /// It does not apply.
    NotApplicable(Reason),
    /// The employee has recovered; a relapse within the window revives it.
    Paused,
    /// It will never be due any more.
    Lapsed(Reason),
    /// It will be due a while after another duty is met.
    WaitingFor(Duty),
    /// The law names no date; a person must judge by the open norm.
    Undetermined(OpenNorm),
}

impl Status {
    /// The stable name.
    ///
    /// ```
    /// use poortwachter::Status;
    /// assert_eq!(Status::Overdue { days: 3 }.id(), "overdue");
    /// ```
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.kind().id()
    }

    /// The status without its days and reasons.
    #[must_use]
    pub const fn kind(self) -> StatusKind {
        match self {
            Status::NotYetOpen => StatusKind::NotYetOpen,
            Status::Open => StatusKind::Open,
            Status::DueSoon { .. } => StatusKind::DueSoon,
            Status::DueToday => StatusKind::DueToday,
            Status::Overdue { .. } => StatusKind::Overdue,
            Status::MetOnTime => StatusKind::MetOnTime,
            Status::MetEarly { .. } => StatusKind::MetEarly,
            Status::MetLate { .. } => StatusKind::MetLate,
            Status::NotApplicable(_) => StatusKind::NotApplicable,
            Status::Paused => StatusKind::Paused,
            Status::Lapsed(_) => StatusKind::Lapsed,
            Status::WaitingFor(_) => StatusKind::WaitingForEvent,
            Status::Undetermined(_) => StatusKind::Undetermined,
        }
    }

    /// The number of days in it, 0 where there is none.
    #[must_use]
    pub const fn days(self) -> u32 {
        match self {
            Status::DueSoon { days }
            | Status::Overdue { days }
            | Status::MetEarly { days }
            | Status::MetLate { days } => days,
            _ => 0,
        }
    }

    /// Whether somebody can act on it now or soon.
    #[must_use]
    pub const fn is_actionable(self) -> bool {
        matches!(
            self,
            Status::Open | Status::DueSoon { .. } | Status::DueToday | Status::Overdue { .. }
        )
    }
}

closed_list! {
    /// A [`Status`] without its days and reasons, in the order in which it asks for attention: of
    /// two, the greater is the worse.
    #[derive(Default)]
    StatusKind, "status" {
        /// It does not apply.
        #[default]
        NotApplicable = 0, "not-applicable", "niet van toepassing", "not applicable";
        /// It will never be due any more.
        Lapsed = 1, "lapsed", "vervallen", "lapsed";
        /// The employee has recovered; a relapse within the window revives it.
        Paused = 2, "paused", "gepauzeerd: hersteld", "paused: recovered";
        /// Met on or before the due day.
        MetOnTime = 3, "met-on-time", "gedaan, op tijd", "done, on time";
        /// Met before the day on which it opens.
        MetEarly = 4, "met-early", "gedaan, vroeg", "done, early";
        /// It cannot or should not be started yet.
        NotYetOpen = 5, "not-yet-open", "nog niet aan de orde", "not yet open";
        /// It will be due a while after another duty is met.
        WaitingForEvent = 6, "waiting-for-event", "wacht op", "waiting for";
        /// It can be done; the due day is farther away than the lead time.
        Open = 7, "open", "kan nu", "open";
        /// Met after the due day.
        MetLate = 8, "met-late", "gedaan, te laat", "done, late";
        /// The law names no date; a person must judge by the open norm.
        Undetermined = 9, "undetermined", "niet te bepalen", "undetermined";
        /// The due day is at most the lead time away.
        DueSoon = 10, "due-soon", "binnenkort", "due soon";
        /// The due day is today.
        DueToday = 11, "due-today", "vandaag", "due today";
        /// The due day has passed.
        Overdue = 12, "overdue", "te laat", "overdue";
    }
}

/// The days from which an outcome looks at an obligation.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    pub(super) on: Day,
    /// How many days ahead a due day is "soon".
    pub(super) lead: i32,
    /// Nothing is open before the first sick day.
    pub(super) first_sick_day: Day,
    /// The last day on which a relapse revives what is paused.
    pub(super) relapse_joins_through: Option<Day>,
}

impl Moment {
    /// The relapse window has passed.
    pub(super) fn is_closed(self) -> bool {
        self.relapse_joins_through.is_some_and(|through| self.on > through)
    }
}

/// What the status of a duty depends on.
#[derive(Clone, Copy)]
pub(super) struct Stand {
    pub(super) standing: Standing,
    pub(super) opens: Option<Day>,
    pub(super) due: Option<Day>,
    pub(super) met: Option<Day>,
    /// After this day it can no longer be done at all.
    pub(super) fatal_after: Option<Day>,
}

impl From<&Obligation> for Stand {
    fn from(obligation: &Obligation) -> Stand {
        Stand {
            standing: obligation.standing,
            opens: obligation.opens,
            due: obligation.due,
            met: obligation.met,
            fatal_after: obligation
                .tolerated
                .filter(|_| obligation.rule().deadline == Deadline::Final),
        }
    }
}

/// The status of a duty, of which every recorded fact is dated on or before the day.
pub(super) fn status(stand: &Stand, moment: Moment) -> Status {
    if moment.on < moment.first_sick_day {
        return Status::NotYetOpen;
    }
    match (stand.met, stand.standing) {
        (_, Standing::Undetermined(norm)) => Status::Undetermined(norm),
        (_, Standing::NotApplicable(reason)) => Status::NotApplicable(reason),
        (_, Standing::Lapsed(reason)) => Status::Lapsed(reason),
        // Its term never began to run, so that it cannot be late.
        (Some(_), Standing::WaitingFor(_)) => Status::MetOnTime,
        (Some(met), _) => met_status(stand, met),
        (None, Standing::WaitingFor(_) | Standing::Paused) if moment.is_closed() => {
            Status::Lapsed(Reason::Recovered)
        }
        (None, Standing::WaitingFor(duty)) => Status::WaitingFor(duty),
        (None, Standing::Paused) => Status::Paused,
        (None, Standing::Stands) => open_status(stand, moment),
    }
}

fn met_status(stand: &Stand, met: Day) -> Status {
    match (stand.due, stand.opens) {
        (Some(due), _) if met > due => Status::MetLate { days: days(due, met) },
        (_, Some(opens)) if met < opens => Status::MetEarly { days: days(met, opens) },
        _ => Status::MetOnTime,
    }
}

fn open_status(stand: &Stand, moment: Moment) -> Status {
    let on = moment.on;
    let Some(due) = stand.due else { return Status::NotYetOpen };
    if stand.fatal_after.is_some_and(|last| on > last) {
        return Status::Lapsed(Reason::SanctionTooLate);
    }
    if on > due {
        return Status::Overdue { days: days(due, on) };
    }
    if stand.opens.is_some_and(|opens| on < opens) {
        return Status::NotYetOpen;
    }
    match due.days_since(on) {
        0 => Status::DueToday,
        left if left <= moment.lead => Status::DueSoon { days: left.unsigned_abs() },
        _ => Status::Open,
    }
}

fn days(from: Day, to: Day) -> u32 {
    to.days_since(from).unsigned_abs()
}
