//! The days that a clock left out, and why.

use crate::case::{Facts, Joins};
use crate::clock::Clock;
use crate::day::Day;
use crate::law::Law;
use alloc::vec::Vec;

/// Days that were not counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LeftOut {
    /// First of them.
    pub first: Day,
    /// Last of them.
    pub last: Day,
    /// How many.
    pub days: u32,
    /// Why.
    pub why: Left,
}

/// Why days were not counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Left {
    /// Recovered, too short to begin a new case.
    Recovered,
    /// Maternity leave.
    Leave {
        /// Nobody has decided that the sickness after it is the same case: the acts presume it.
        presumed: bool,
    },
    /// A spell that does not count for the dismissal ban.
    NotForTheDismissalBan,
}

/// How many days of maternity leave a clock leaves out of the case, from the first counted day to the last.
pub(crate) fn leave_left_out(clock: &Clock, facts: Facts<'_>) -> u32 {
    let Some(last) = clock.last_span_begins() else { return 0 };
    let between = clock.interruptions().filter(|(from, _)| *from < last);
    between.map(|(from, through)| facts.leave_days(from, through).unsigned_abs()).sum()
}

/// The runs of days that were not counted between two days, from the first counted day on.
pub(crate) fn left_out(
    clock: &Clock,
    facts: Facts<'_>,
    law: &Law,
    first: Day,
    last: Day,
) -> Vec<LeftOut> {
    let mut runs = Vec::<LeftOut>::new();
    for (from, through) in clock.interruptions() {
        let (mut day, through) = (from.max(first), through.min(last));
        while day <= through {
            let (why, alike_through) = why_left_out(facts, law, day);
            let end = alike_through.min(through);
            let days = end.days_since(day).unsigned_abs() + 1;
            match runs.last_mut() {
                Some(run) if run.why == why && run.last.plus(1) == day => {
                    run.last = end;
                    run.days += days;
                }
                _ => runs.push(LeftOut { first: day, last: end, days, why }),
            }
            day = end.plus(1);
        }
    }
    runs
}

/// Why a day was not counted, and through which day for the same reason. Joining is presumed where
/// nothing was decided yet, or that it separates, which is no matter before there is sickness after it.
fn why_left_out(facts: Facts<'_>, law: &Law, day: Day) -> (Left, Day) {
    let next_leave = facts.leave().find(|leave| day <= leave.last);
    let until_leave = match next_leave {
        Some(leave) if leave.first <= day => {
            let presumed = leave.joins != Joins::Yes && facts.is_joining_presumed(leave, law);
            return (Left::Leave { presumed }, leave.last);
        }
        Some(leave) => leave.first.plus(-1),
        None => Day::FOREVER,
    };
    match facts.spells().find(|spell| day <= spell.last) {
        Some(spell) if spell.first <= day => {
            (Left::NotForTheDismissalBan, spell.last.min(until_leave))
        }
        Some(spell) => (Left::Recovered, spell.first.plus(-1).min(until_leave)),
        None => (Left::Recovered, until_leave),
    }
}
