//! One duty that is due on a counted day, from the plan.

use crate::law::{
    Anchor, ClockKind, Counting, DateExpr, Duty, DutyPlan, LONGEST_PROLONGED, Recurrence,
    VersionPlan, code_of,
};

/// A duty that is due on a counted day.
#[derive(Clone, Copy, Debug)]
pub(super) struct CountedDuty {
    pub(super) plan: DutyPlan,
    /// The counted day on which it opens, 0 without one.
    pub(super) opens: i32,
    pub(super) due: i32,
    /// The due day is counted back from the end of the waiting period.
    pub(super) is_from_the_end: bool,
    /// Those that give it other days once they are met, as places in the list of duties.
    pub(super) follows: u32,
}

/// The duty that another follows, or the first one of a series.
fn followed_by(plan: &DutyPlan) -> Option<Duty> {
    match (plan.plan.last.due.from, plan.rule().recurrence) {
        (Anchor::MetOrPlanned(duty), _) => Some(duty),
        (_, Recurrence::AfterPrevious { first_after }) => Some(first_after),
        _ => None,
    }
}

pub(super) fn is_series(plan: &DutyPlan) -> bool {
    matches!(plan.rule().recurrence, Recurrence::AfterPrevious { .. })
}

/// A duty, if it is due on a counted day for certain; those before it may be followed by it.
pub(super) fn counted_duty(
    plan: &DutyPlan,
    before: &[CountedDuty],
    end: i32,
) -> Option<CountedDuty> {
    let VersionPlan { opens, due, awaits, .. } = plan.plan.last;
    let is_usual = (plan.comes_once || is_series(plan)) && !plan.has_special_condition;
    let is_moved = due.is_extended && (awaits.is_none() || plan.employed);
    if !is_usual || is_moved || plan.clock() == ClockKind::DismissalBan {
        return None;
    }
    let (opens, awaited) = match opens {
        None => (0, 0),
        Some(DateExpr { counting: Counting::Place(place), .. }) => (place, 0),
        Some(DateExpr { from: Anchor::Met(duty), counting: Counting::Nothing, .. }) => {
            (0, 1 << code_of(duty))
        }
        Some(_) => return None,
    };
    let from_the_end = |days: i32| (end.saturating_add(days), true, 0);
    let (place, is_from_the_end, follows) = match (due.from, due.counting) {
        (_, Counting::Place(place)) => (place, false, 0),
        (Anchor::End | Anchor::DelayedEnd, Counting::Nothing) => from_the_end(0),
        (Anchor::End | Anchor::DelayedEnd, Counting::Days(days)) => from_the_end(days),
        (Anchor::MetOrPlanned(_) | Anchor::PreviousInterview, counting) => {
            let duty = followed_by(plan)?;
            let followed = before.iter().find(|other| other.plan.duty == duty)?;
            let days = match (counting, followed.is_from_the_end) {
                (Counting::CountedDays(days), false) | (Counting::Days(days), true) => days,
                _ => return None,
            };
            let follows = followed.follows | 1 << code_of(duty);
            (followed.due + days, followed.is_from_the_end, follows)
        }
        _ => return None,
    };
    // What is due after the end is not counted back from it.
    let (plan, follows) = (*plan, follows | awaited);
    let is_counted = opens <= place && place <= end.min(LONGEST_PROLONGED);
    is_counted.then_some(CountedDuty { plan, opens, due: place, is_from_the_end, follows })
}
