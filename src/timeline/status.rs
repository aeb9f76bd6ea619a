//! How an obligation stands on a day.

use super::obligation::Obligation;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::engine::{OpenNorm, Over, Overs, Reason, Standing};
use crate::law::{Afterwards, Condition, Deadline, Duty, Force};

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
    /// It was not done, and doing it now is no longer the duty: what it was for is over.
    Missed,
    /// Somebody may do it until a day, and nobody must.
    Possible,
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
            Status::Missed => StatusKind::Missed,
            Status::Possible => StatusKind::Possible,
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
        /// Somebody may do it, and nobody must.
        Possible = 14, "possible", "kan, hoeft niet", "possible";
        /// It will be due a while after another duty is met.
        WaitingForEvent = 6, "waiting-for-event", "wacht op", "waiting for";
        /// It can be done; the due day is farther away than the lead time.
        Open = 7, "open", "kan nu", "open";
        /// Met after the due day.
        MetLate = 8, "met-late", "gedaan, te laat", "done, late";
        /// It was not done, and what it was for is over.
        Missed = 13, "missed", "niet gedaan", "missed";
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
    /// What of the case is over when.
    pub(super) overs: Overs,
    /// Before this day nothing was recorded; the first day of all where everything was.
    pub(super) recorded_since: Day,
}

impl Moment {
    /// What is over of that kind.
    pub(super) fn over(self, over: Option<Over>) -> Option<Over> {
        over.filter(|over| over.from <= self.on)
    }

    /// What is over for a duty, after which nobody has to do it any more.
    fn over_for(self, stand: &Stand) -> Option<Over> {
        let Overs { concluded, settled, employment, .. } = self.overs;
        let over = if stand.until_decided { concluded } else { settled };
        let employment = employment.filter(|_| stand.ends_with_employment);
        match (self.over(over), self.over(employment)) {
            (Some(over), Some(employment)) if employment.from < over.from => Some(employment),
            (over, employment) => over.or(employment),
        }
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
    /// Nobody must do it.
    pub(super) is_power: bool,
    /// It holds only while the employment lasts, and cannot be done after it.
    pub(super) ends_with_employment: bool,
    /// It stays to be done after the end of the payment.
    pub(super) until_decided: bool,
}

impl From<&Obligation> for Stand {
    fn from(obligation: &Obligation) -> Stand {
        let rule = obligation.rule();
        Stand {
            standing: obligation.standing,
            opens: obligation.opens,
            due: obligation.due,
            met: obligation.met,
            fatal_after: obligation.tolerated.filter(|_| rule.deadline == Deadline::Final),
            is_power: rule.force != Force::Duty,
            ends_with_employment: rule.conditions.contains(&Condition::Employed)
                && rule.afterwards == Afterwards::CannotBeDone,
            until_decided: rule.afterwards == Afterwards::UntilDecided,
        }
    }
}

/// The status of a duty, of which every recorded fact is dated on or before the day.
pub(super) fn status(stand: &Stand, moment: Moment) -> Status {
    let status = status_as_recorded(stand, moment);
    match status {
        Status::Overdue { .. } | Status::Missed if was_due_unrecorded(stand, moment) => {
            Status::Undetermined(OpenNorm::NotRecorded)
        }
        status => status,
    }
}

/// Whether it had to be done while nothing was recorded. What has no day had to be done before it was over.
fn was_due_unrecorded(stand: &Stand, moment: Moment) -> bool {
    let last = stand.due.or_else(|| moment.over_for(stand).map(|over| over.from.plus(-1)));
    last.is_some_and(|last| last < moment.recorded_since)
}

/// The same where everything that was done is recorded.
fn status_as_recorded(stand: &Stand, moment: Moment) -> Status {
    if moment.on < moment.first_sick_day {
        return Status::NotYetOpen;
    }
    match (stand.met, stand.standing) {
        (Some(_), Standing::Undetermined(norm)) => Status::Undetermined(norm),
        (_, Standing::NotApplicable(reason)) => Status::NotApplicable(reason),
        (_, Standing::Lapsed(reason)) => Status::Lapsed(reason),
        // Its term never began to run, so that it cannot be late.
        (Some(_), Standing::WaitingFor(_)) => Status::MetOnTime,
        (Some(met), _) => met_status(stand, met),
        (None, standing) => match moment.over_for(stand) {
            Some(over) => over_status(stand, over),
            None => unmet_status(stand, standing, moment),
        },
    }
}

fn met_status(stand: &Stand, met: Day) -> Status {
    match (stand.due, stand.opens) {
        (Some(due), _) if met > due => Status::MetLate { days: days(due, met) },
        (_, Some(opens)) if met < opens => Status::MetEarly { days: days(met, opens) },
        _ => Status::MetOnTime,
    }
}

/// The status of what was not done, where it is over.
fn over_status(stand: &Stand, over: Over) -> Status {
    let was_due = stand.due.is_some_and(|due| due < over.from);
    match stand.standing {
        Standing::Undetermined(OpenNorm::WithoutDelay) => Status::Missed,
        Standing::Undetermined(norm) => Status::Undetermined(norm),
        Standing::Stands if was_due && !stand.is_power => Status::Missed,
        _ => Status::Lapsed(over.reason.of_a_duty()),
    }
}

/// The status of what was not done and can be.
fn unmet_status(stand: &Stand, standing: Standing, moment: Moment) -> Status {
    match standing {
        Standing::WaitingFor(duty) => Status::WaitingFor(duty),
        Standing::Paused => Status::Paused,
        Standing::Undetermined(norm) => Status::Undetermined(norm),
        _ => open_status(stand, moment),
    }
}

fn open_status(stand: &Stand, moment: Moment) -> Status {
    let on = moment.on;
    let Some(due) = stand.due else { return Status::NotYetOpen };
    if stand.fatal_after.is_some_and(|last| on > last) {
        return Status::Lapsed(Reason::SanctionTooLate);
    }
    let is_open = stand.opens.is_none_or(|opens| on >= opens);
    if stand.is_power {
        return if is_open { Status::Possible } else { Status::NotYetOpen };
    }
    if on > due {
        return Status::Overdue { days: days(due, on) };
    }
    if !is_open {
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
