//! Where the days of a duty stand as long as nothing was met that they are counted from.

use super::lookup::DUTY_COUNT;
use super::rule::ClockKind;
use super::step::{Op, Step};
use super::version::Count;

/// The days of a duty, in a case in which nothing else decides on it than the end of the payment.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Planned {
    /// The counted day on which it opens, 0 where there is none.
    pub(crate) opens: i32,
    /// A counted day, or so many days after the end.
    pub(crate) due: Op,
    /// The due day is extended over weekends and public holidays.
    pub(crate) is_extended: bool,
    /// The counted day that the advice starts from, 0 where that is the due day.
    pub(crate) advised: i32,
    /// A bit for every duty in the list of duties that gives it other days once it was met.
    pub(crate) follows: u32,
}

impl Planned {
    /// None where the days are found in another way.
    pub(super) const fn of(steps: &[Step; DUTY_COUNT], place: usize) -> Option<Planned> {
        let step = &steps[place];
        if !step.comes_once
            || step.has_special_condition
            || matches!(step.clock, ClockKind::DismissalBan)
        {
            return None;
        }
        let (opens, awaited) = match (step.opens, step.awaits) {
            (Op::Never, None) => (0, 0),
            (Op::Counted(day), None) => (day, 0),
            (Op::OnMet(_), Some(duty)) => (0, 1 << super::code_of(duty)),
            _ => return None,
        };
        let advised = match step.advised {
            Op::Never => 0,
            Op::Counted(day) => day,
            _ => return None,
        };
        match due(steps, place) {
            Some((due, is_extended, follows)) => {
                Some(Planned { opens, due, is_extended, advised, follows: follows | awaited })
            }
            None => None,
        }
    }
}

/// How the due day is found, whether it is extended, and what it follows.
const fn due(steps: &[Step; DUTY_COUNT], place: usize) -> Option<(Op, bool, u32)> {
    let (code, days, count, is_extended) = match steps[place].due {
        due @ (Op::Counted(_) | Op::AfterEnd(_) | Op::AfterDelayedEnd(_)) => {
            return Some((due, false, 0));
        }
        Op::AfterMet { code, days, count, is_extended, .. } => (code, days, count, is_extended),
        _ => return None,
    };
    // What is followed stands earlier in the table.
    let mut followed = 0;
    while followed < place && steps[followed].code != code {
        followed += 1;
    }
    if followed == place || matches!(steps[followed].clock, ClockKind::DismissalBan) {
        return None;
    }
    let Some((due, false, follows)) = due(steps, followed) else { return None };
    let due = match (due, count) {
        (Op::Counted(day), Count::SickDays) => Op::Counted(day + days),
        (Op::AfterEnd(after), Count::CalendarDays) => Op::AfterEnd(after + days),
        (Op::AfterDelayedEnd(after), Count::CalendarDays) => Op::AfterDelayedEnd(after + days),
        _ => return None,
    };
    Some((due, is_extended, follows | 1 << code))
}
