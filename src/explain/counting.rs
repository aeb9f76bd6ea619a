//! What was counted, and what was left out.

use super::steps::Step;
use crate::day::Day;
use crate::engine::Left;
use crate::law::{ClockKind, Law, Source, only, wia};
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
    let joining = joining_source(view.timeline().law(), clock);
    let separates = days_that_separate(view.timeline().law());
    if let Some(earlier) = view.earlier_cases().last() {
        let after = earlier.last_sick_day().plus(1);
        let begin = view.first_sick_day();
        let leave: i32 = view
            .facts()
            .leave()
            .map(|leave| leave.last.min(begin.plus(-1)).days_since(leave.first.max(after)) + 1)
            .filter(|days| *days > 0)
            .sum();
        steps.push(Step::Earlier {
            case: *earlier,
            recovered: u32::try_from(begin.days_since(after) - leave).unwrap_or(0),
            first: begin,
            separates,
            source: joining,
        });
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
    law.only(only::JOINING_WAITING_PERIOD).due.term.days().unsigned_abs()
}

/// What says which periods add up on a clock.
pub(super) fn joining_source(law: &Law, clock: ClockKind) -> Source {
    let rule = match clock {
        ClockKind::WaitingPeriod => only::JOINING_WAITING_PERIOD,
        ClockKind::Notification => only::JOINING_NOTIFICATION,
        ClockKind::Wages => only::JOINING_WAGES,
        ClockKind::DismissalBan => only::JOINING_DISMISSAL_BAN,
    };
    law.only(rule).due.source
}
