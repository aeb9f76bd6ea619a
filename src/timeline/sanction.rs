//! The wage sanction (WIA art. 25(9)-(14)): when it runs, what shortens it, and the repair.

use super::frame::EvalContext;
use crate::case::EventKind;
use crate::day::Day;
use crate::law::{Regime, Touched, index, only, position_of};

/// A wage sanction that was decided.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Sanction {
    pub(super) decided: Day,
    pub(super) first: Option<Day>,
    pub(super) last: Option<Day>,
    /// Its first and last day, whether or not the sickness goes on so long.
    whole: Option<(Day, Day)>,
    pub(super) days: u32,
    pub(super) days_shortened: u32,
    pub(super) is_void: bool,
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
pub(super) struct RepairDecision {
    pub(super) notified: Day,
    pub(super) decided: Day,
}

/// WIA 25(9)-(14), with an own-risk carrier by way of 26(2); none in the safety net (26(1)).
pub(super) fn sanction(frame: &mut EvalContext<'_>) -> Option<Sanction> {
    if frame.regime() == Regime::SafetyNet {
        return None;
    }
    let (decided, weeks) = frame.recorded.sanction()?;
    let ended_before = frame
        .anchors
        .leaves_sick
        .is_some_and(|leaves| frame.anchors.delayed_end.is_none_or(|end| leaves <= end));
    // A case that recovered before its end had not ended when the UWV decided.
    let in_time = match (frame.anchors.delayed_end, frame.last) {
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
    frame.anchors.sanction_decided = Some(decided);
    frame.touched = frame.touched.and(Touched::SANCTION);
    let mut after = frame.recorded.from(decided).iter();
    let established = after.find(|event| event.kind == EventKind::RepairEstablished);
    frame.anchors.repair_established = established.map(|event| event.on);
    let Some(end) = frame.anchors.delayed_end else {
        return Some(sanction);
    };
    let longest = frame.law.only(only::WAGE_SANCTION_LENGTH).due.term.days();
    let days = weeks.map_or(longest, |weeks| longest.min(i32::from(weeks) * 7));
    let full = frame.facts.run_on(end, days);
    let run_off = frame.day(index::SANCTION_RUN_OFF);
    let decision_due = frame.dates_of(frame.law.roles().sanction).and_then(|dates| dates.due);
    let repair_rule = frame.law.roles().repair;
    let lateness = decision_due.map_or(0, |due| decided.days_since(due).max(0))
        + repair_decisions(frame)
            .map(|repair| {
                let due = frame.day_from(position_of(repair_rule), repair.notified);
                due.map_or(0, |due| repair.decided.days_since(due).max(0))
            })
            .sum::<i32>();
    let last = run_off.map_or(full, |run_off| run_off.min(full)).plus(-lateness);
    let first = frame.facts.run_on(end, 1);
    sanction.days_shortened = lateness.unsigned_abs();
    // Leave at the end puts the start off; ended before it started, nothing is left.
    if last < first {
        frame.anchors.sanction_end = Some(end);
    } else {
        frame.anchors.sanction_end = Some(last);
        sanction.whole = Some((first, last));
        sanction.first = frame.reached(Some(first));
        sanction.last = frame.reached(Some(last));
    }
    Some(sanction)
}

/// The notices of repair of a sanction (WIA 25(12): "na toepassing van het negende lid"), in order.
pub(super) fn repair_notices<'a>(frame: &EvalContext<'a>) -> impl Iterator<Item = Day> + 'a {
    let decided = frame.anchors.sanction_decided.unwrap_or(Day::FOREVER);
    let notices = frame.recorded.from(decided).iter();
    notices.filter(|event| event.kind == EventKind::RepairNotified).map(|event| event.on)
}

/// The repair decisions, each with the latest notice on or before it. On one day the notice comes first.
pub(super) fn repair_decisions<'a>(
    frame: &EvalContext<'a>,
) -> impl Iterator<Item = RepairDecision> + 'a {
    let decided = frame.anchors.sanction_decided.unwrap_or(Day::FOREVER);
    let mut latest = None;
    frame.recorded.from(decided).iter().filter_map(move |event| match event.kind {
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
pub(super) fn days_of_sanction(frame: &EvalContext<'_>) -> i32 {
    let (Some(end), Some(last)) = (frame.anchors.delayed_end, frame.anchors.sanction_end) else {
        return 0;
    };
    let leave: i32 = frame
        .facts
        .leave()
        .map(|leave| {
            let (from, through) = (leave.first.max(end.plus(1)), leave.last.min(last));
            (through.days_since(from) + 1).max(0)
        })
        .sum();
    last.days_since(end) - leave
}
