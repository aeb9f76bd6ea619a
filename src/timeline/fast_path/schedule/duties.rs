//! The duties of a schedule, by the way in which they fall due.

use super::Bits;
use crate::law::{Condition, Duty, Step};

/// A duty that falls due on a counted day.
#[derive(Clone, Copy, Debug)]
pub(in crate::timeline) struct ScheduledDuty {
    pub(in crate::timeline) duty: Duty,
    /// Its place among the duties of the regime.
    pub(in crate::timeline) order: usize,
    /// The counted days on which it opens (0 without a bound) and is due.
    pub(in crate::timeline) opens: i32,
    pub(in crate::timeline) due: i32,
}

/// Where a duty stands on the schedule: nowhere without a bit.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::timeline) struct Place {
    pub(in crate::timeline) bit: Bits,
    pub(in crate::timeline) opens: i32,
    pub(in crate::timeline) due: i32,
}

/// The conditions of a duty, apart from its day.
#[derive(Clone, Copy, Debug)]
pub(in crate::timeline) struct Preconditions {
    /// That the employment lasts and is paid.
    pub(in crate::timeline) employed: bool,
    /// Possibilities to return to work.
    pub(in crate::timeline) possibilities: bool,
    /// An age below that of the state pension.
    pub(in crate::timeline) below_pension_age: bool,
    /// That a WIA benefit can start.
    pub(in crate::timeline) wia: bool,
}

impl Preconditions {
    pub(in crate::timeline) fn of(step: &Step) -> Preconditions {
        let preconditions = |condition| step.rule.conditions.contains(&condition);
        Preconditions {
            employed: step.employed,
            possibilities: preconditions(Condition::PossibilitiesToReturn),
            below_pension_age: preconditions(Condition::BelowStatePensionAge),
            wia: preconditions(Condition::WiaCanStart),
        }
    }
}

/// A duty that is due so many counted days after another was met.
#[derive(Clone, Copy, Debug)]
pub(in crate::timeline) struct DependentDuty {
    pub(in crate::timeline) duty: Duty,
    /// Its place among the duties of the regime, and in the list of duties.
    pub(in crate::timeline) order: usize,
    pub(in crate::timeline) code: usize,
    /// The place of the other in the list of duties.
    pub(in crate::timeline) follows: usize,
    pub(in crate::timeline) days: i32,
    /// The counted day on which it opens; none when that is the day on which the other was met, which
    /// it then waits for.
    pub(in crate::timeline) opens: Option<i32>,
    /// The counted day on which it is due, as long as the other was not met.
    pub(in crate::timeline) planned: i32,
    pub(in crate::timeline) preconditions: Preconditions,
}

/// A duty whose day is known only when another was met, and needs full evaluation.
#[derive(Clone, Copy, Debug)]
pub(in crate::timeline) struct Later {
    pub(in crate::timeline) order: usize,
    pub(in crate::timeline) code: usize,
    pub(in crate::timeline) awaits: usize,
    pub(in crate::timeline) preconditions: Preconditions,
}

/// The progress interviews, by the duty that the first one follows.
#[derive(Clone, Copy, Debug)]
pub(in crate::timeline) struct Interviews {
    pub(in crate::timeline) duty: Duty,
    pub(in crate::timeline) order: usize,
    pub(in crate::timeline) days: i32,
    pub(in crate::timeline) plan: DependentDuty,
    pub(in crate::timeline) preconditions: Preconditions,
}

/// The recalibrations: one after every so many counted days.
#[derive(Clone, Copy, Debug)]
pub(in crate::timeline) struct Recalibrations {
    pub(in crate::timeline) duty: Duty,
    pub(in crate::timeline) order: usize,
    /// Its place in the list of duties.
    pub(in crate::timeline) code: usize,
    pub(in crate::timeline) days: i32,
    pub(in crate::timeline) preconditions: Preconditions,
}
