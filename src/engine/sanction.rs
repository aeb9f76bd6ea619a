//! The wage sanction (WIA art. 25(9)-(14)): when it runs, what shortens it, and the repair.

use super::context::EvalContext;
use super::sum::{Start, StartKind};
use super::trace::Silent;
use crate::case::{EventKind, Leave};
use crate::day::Day;
use crate::law::wia::LEAVE_INTERRUPTS_SANCTION_FROM;
use crate::law::{Regime, Touched, index, only, position_of};

/// A wage sanction that was decided.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Sanction {
    pub(crate) decided: Day,
    pub(crate) first: Option<Day>,
    pub(crate) last: Option<Day>,
    /// Its first and last day, whether or not the sickness goes on so long.
    whole: Option<(Day, Day)>,
    pub(crate) days: u32,
    pub(crate) days_shortened: u32,
    pub(crate) is_void: bool,
}

impl Sanction {
    /// The day on which the UWV dispatched the decision.
    #[must_use]
    pub fn decided_on(&self) -> Day {
        self.decided
    }

    /// Its first day; none when it is void or nothing of it is left.
    #[must_use]
    pub fn first_day(&self) -> Option<Day> {
        self.first
    }

    /// Its last day; none when it is void or nothing of it is left.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        self.last
    }

    /// Its first and its last day, also those that the sickness does not come to; none when it is void
    /// or nothing of it is left.
    pub(crate) const fn whole(&self) -> Option<(Day, Day)> {
        self.whole
    }

    /// How many days it lasts: leave in it does not count.
    #[must_use]
    pub const fn days(&self) -> u32 {
        self.days
    }

    /// By how many days decisions of the UWV that came late shortened it (WIA art. 25(14)).
    #[must_use]
    pub const fn days_shortened(&self) -> u32 {
        self.days_shortened
    }

    /// Whether it was decided after the end, so that it has no effect (WIA art. 25(11)).
    #[must_use]
    pub const fn is_void(&self) -> bool {
        self.is_void
    }
}

/// A repair decision, and the notice that it answers.
pub(crate) struct RepairDecision {
    pub(crate) notified: Day,
    pub(crate) decided: Day,
}

/// WIA 25(9)-(14), with an own-risk carrier by way of 26(2); none in the safety net (26(1)).
pub(crate) fn find_sanction(context: &mut EvalContext<'_>) {
    if context.regime() != Regime::SafetyNet {
        context.anchors.sanction = sanction(context);
    }
}

fn sanction(context: &mut EvalContext<'_>) -> Option<Sanction> {
    let (decided, weeks) = context.recorded.sanction()?;
    let ended_before = context
        .anchors
        .leaves_sick
        .is_some_and(|leaves| context.anchors.delayed_end.is_none_or(|end| leaves <= end));
    // A case that recovered before its end had not ended when the UWV decided.
    let in_time = match (context.anchors.delayed_end, context.last) {
        (Some(end), _) => decided <= end,
        (None, Some(last)) => decided <= last,
        (None, None) => false,
    };
    let mut sanction = Sanction {
        decided,
        first: None,
        last: None,
        whole: None,
        days: 0,
        days_shortened: 0,
        is_void: !in_time || ended_before,
    };
    if sanction.is_void {
        return Some(sanction);
    }
    context.anchors.sanction_decided = Some(decided);
    context.touched = context.touched.and(Touched::SANCTION);
    let mut after = context.recorded.from(decided).iter();
    let established = after.find(|event| event.kind == EventKind::RepairEstablished);
    context.anchors.repair_established = established.map(|event| event.on);
    let Some(end) = context.anchors.delayed_end else {
        return Some(sanction);
    };
    let longest = context.law.only(only::WAGE_SANCTION_LENGTH).due.term.days();
    let days = weeks.map_or(longest, |weeks| longest.min(i32::from(weeks) * 7));
    let full = context.facts.run_on_over(end, days, |leave| interrupts(leave, end));
    let run_off = context.day(index::SANCTION_RUN_OFF, &mut Silent);
    let decision_due = context.dates_of(context.law.roles().sanction).and_then(|dates| dates.due);
    let repair_rule = context.law.roles().repair;
    let lateness = decision_due.map_or(0, |due| decided.days_since(due).max(0))
        + repair_decisions(context)
            .map(|repair| {
                let start = Start { day: repair.notified, kind: StartKind::RepairNotified };
                let due = context.day_from(position_of(repair_rule), start, &mut Silent);
                due.map_or(0, |due| repair.decided.days_since(due).max(0))
            })
            .sum::<i32>();
    let last = run_off.map_or(full, |run_off| run_off.min(full)).plus(-lateness);
    // WIA 25(9) prolongs the wages of an employee; WIA 43(b): with them the sanction ends.
    let leaves = context.anchors.leaves_sick.filter(|leaves| *leaves < last);
    context.anchors.leaves_in_sanction = leaves.is_some();
    let last = leaves.unwrap_or(last);
    let first = context.facts.run_on_over(end, 1, |leave| interrupts(leave, end));
    sanction.days_shortened = lateness.unsigned_abs();
    // Leave at the end puts the start off; ended before it started, nothing is left.
    if last < first {
        context.anchors.sanction_end = Some(end);
    } else {
        context.anchors.sanction_end = Some(last);
        sanction.whole = Some((first, last));
        sanction.first = context.reached(Some(first));
        sanction.last = context.reached(Some(last));
    }
    Some(sanction)
}

/// Whether leave puts off or interrupts a sanction that begins on the day after `end`: art. 25(9) says so since
/// 2011-01-01, of leave on that day and of leave that begins in the sanction.
fn interrupts(leave: &Leave, end: Day) -> bool {
    leave.first.max(end.plus(1)) >= LEAVE_INTERRUPTS_SANCTION_FROM
}

/// The notices of repair of a sanction (WIA 25(12): "na toepassing van het negende lid"), in order.
pub(crate) fn repair_notices<'a>(context: &EvalContext<'a>) -> impl Iterator<Item = Day> + 'a {
    let decided = context.anchors.sanction_decided.unwrap_or(Day::FOREVER);
    let notices = context.recorded.from(decided).iter();
    notices.filter(|event| event.kind == EventKind::RepairNotified).map(|event| event.on)
}

/// The repair decisions, each with the latest notice on or before it. On one day the notice comes first.
pub(crate) fn repair_decisions<'a>(
    context: &EvalContext<'a>,
) -> impl Iterator<Item = RepairDecision> + 'a {
    let decided = context.anchors.sanction_decided.unwrap_or(Day::FOREVER);
    let mut latest = None;
    context.recorded.from(decided).iter().filter_map(move |event| match event.kind {
        EventKind::RepairNotified => {
            latest = Some(event.on);
            None
        }
        EventKind::RepairRefused | EventKind::RepairEstablished => {
            Some(RepairDecision { notified: latest?, decided: event.on })
        }
        _ => None,
    })
}

/// How many days a sanction really lasts: leave in it does not count.
pub(crate) fn days_of_sanction(context: &EvalContext<'_>) -> i32 {
    let (Some(end), Some(last)) = (context.anchors.delayed_end, context.anchors.sanction_end)
    else {
        return 0;
    };
    let leave: i32 = context
        .facts
        .leave()
        .filter(|leave| interrupts(leave, end))
        .map(|leave| {
            let (from, through) = (leave.first.max(end.plus(1)), leave.last.min(last));
            (through.days_since(from) + 1).max(0)
        })
        .sum();
    last.days_since(end) - leave
}
