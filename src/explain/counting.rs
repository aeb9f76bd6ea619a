//! What was counted, and what was left out.

use super::steps::Step;
use crate::day::Day;
use crate::engine::Left;
use crate::law::{ClockKind, Count, Law, Source, uwv, wia};
use crate::timeline::View;
use alloc::vec::Vec;

/// How many days up to and including `day` have counted on a clock.
pub(super) fn through(view: &View<'_>, clock: ClockKind, day: Day) -> u32 {
    view.counted_through(clock, day)
}

/// The `k`-th counted day.
pub(super) fn date(view: &View<'_>, clock: ClockKind, k: u32) -> Option<Day> {
    view.date_of(clock, k)
}

/// Where counting begins, the case before it, and what was left out up to and including a day.
pub(super) fn counting(view: &View<'_>, clock: ClockKind, last: Day) -> Vec<Step> {
    let mut steps = Vec::new();
    let Some(first) = date(view, clock, 1) else { return steps };
    // After recovery the clock stands still.
    let recovered = view.relapse_joins_through().is_some();
    let last_counted = date(view, clock, through(view, clock, last)).filter(|_| recovered);
    let last = last_counted.map_or(last, |counted| counted.min(last));
    let joining = joining_source(view.timeline().law(), clock, first);
    let separates = days_that_separate(view.timeline().law());
    if let Some(earlier) = view.earlier_cases().last() {
        let after = earlier.last_sick_day().plus(1);
        let begin = view.first_sick_day();
        let through = begin.plus(-1);
        let leave = view.facts().leave_days(after, through).unsigned_abs();
        let interruption = (through.days_since(after) + 1).unsigned_abs();
        let rule = view.timeline().law().joining(clock, through);
        steps.push(Step::Earlier {
            case: *earlier,
            interruption,
            leave,
            first: begin,
            separates,
            source: rule.source,
        });
        // Leave only: that the cause differs is recorded, and the other reading would not join either.
        let is_contested = rule.count == Count::CalendarDays
            && (1..separates).contains(&(interruption - leave))
            && leave > 0;
        if is_contested {
            steps.push(Step::OtherJoining {
                outside_leave: interruption - leave,
                first: earlier.first_sick_day(),
                source: uwv::LEAVE_LEFT_OUT_OTHERWISE,
            });
        }
    }
    steps.push(Step::FirstSickDay { day: first, clock });
    let left = view.left_out(clock, first, last);
    if left.is_empty() && last > first {
        steps.push(Step::NothingLeftOut { through: last });
    }
    let mut kinds: Vec<Left> = Vec::new();
    for run in left {
        if !kinds.contains(&run.why) {
            kinds.push(run.why);
        }
        steps.push(Step::LeftOut(run));
    }
    steps.extend(kinds.into_iter().map(|why| {
        let source = match (why, clock) {
            (Left::Leave { .. }, ClockKind::WaitingPeriod) => wia::LEAVE_LEFT_OUT,
            _ => joining,
        };
        Step::WhyLeftOut { why, separates, source }
    }));
    steps
}

/// From how many recovered days on a new case begins.
pub(super) fn days_that_separate(law: &Law) -> u32 {
    law.joining(ClockKind::WaitingPeriod, Day::FOREVER).term.days().unsigned_abs()
}

/// What says which periods add up on a clock, for an interruption with this last day.
pub(super) fn joining_source(law: &Law, clock: ClockKind, interrupted_through: Day) -> Source {
    law.joining(clock, interrupted_through).source
}
