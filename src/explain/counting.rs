//! What was counted, what was left out, and the sum from one day to another.

use super::steps::{Left, LeftOut, Start, Step, Sum};
use crate::case::{Facts, Joins};
use crate::day::Day;
use crate::law::{ClockKind, Count, Law, Source, Term, only, wia};
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

/// Whether a day counts.
pub(super) fn counts(view: &View<'_>, clock: ClockKind, day: Day) -> bool {
    through(view, clock, day) > through(view, clock, day.plus(-1))
}

/// The sum of a term: the day that it ends on, before any extension over a weekend.
pub(super) fn sum(
    view: &View<'_>,
    start: Start,
    term: Term,
    count: Count,
    clock: ClockKind,
) -> Option<Sum> {
    let from = start.day;
    let on_clock = count == Count::SickDays;
    let calendar = |day: Day| Some((None, day));
    // Phrases that include their first day count from the day before it.
    let counted = |base: Day, days: i32| {
        if !on_clock {
            return Some((None, base.plus(days)));
        }
        let number = through(view, clock, base).checked_add_signed(days)?;
        Some((Some(number), date(view, clock, number)?))
    };
    let before = from.plus(-1);
    let whole = term.days();
    let (days, end) = match term {
        Term::OnTheDay => (None, calendar(from)?),
        Term::NextWorkingDay => (None, calendar(crate::law::calendar::on_or_after(from))?),
        Term::WithinWeeksAfter(_) => (Some(whole), counted(from, whole)?),
        Term::EndOfWeek(_) | Term::DayOnWhichLasted(_) | Term::PeriodOfWeeks(_) => {
            (Some(whole), counted(before, whole)?)
        }
        Term::StartOfWeek(_) => (Some(whole), counted(before, whole - 6)?),
        Term::FirstDayAfterLasting(_) => (Some(whole), counted(before, whole + 1)?),
        Term::OnDay(n) => (Some(n.into()), counted(before, n.into())?),
        Term::WeeksBefore(_) => (Some(whole), calendar(from.plus(-whole))?),
        Term::InterruptionShorterThan(_) | Term::AtLeastWeeksBetween(_) => {
            (Some(whole), calendar(from.plus(whole))?)
        }
        Term::WithinMonthsAfter(n) | Term::UntilMonthsAfter(n) => {
            (None, calendar(from.plus_months(n.into()))?)
        }
        Term::MonthsAfterStart(n) => {
            let elapsed = from.plus_months(n.into()).days_since(from);
            (Some(elapsed), counted(before, elapsed + 1)?)
        }
        Term::Years(n) => {
            let elapsed = from.plus_years(n.into()).days_since(from);
            (Some(elapsed), counted(before, elapsed)?)
        }
    };
    let (number, day) = end;
    Some(Sum {
        start,
        start_number: number.map(|_| through(view, clock, from)),
        start_counts: counts(view, clock, from),
        term,
        count,
        clock,
        days: days.map(i32::unsigned_abs),
        number,
        day,
    })
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
    let left = left_out(view, clock, first, last);
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

/// The runs of days that were not counted between two days, from the first counted day on.
pub(crate) fn left_out(view: &View<'_>, clock: ClockKind, first: Day, last: Day) -> Vec<LeftOut> {
    let (facts, mut runs) = (view.facts(), Vec::<LeftOut>::new());
    for (from, through) in view.interruptions(clock) {
        let (mut day, through) = (from.max(first), through.min(last));
        while day <= through {
            let (why, alike_through) = why_left_out(facts, day);
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
fn why_left_out(facts: Facts<'_>, day: Day) -> (Left, Day) {
    let next_leave = facts.leave().find(|leave| day <= leave.last);
    let until_leave = match next_leave {
        Some(leave) if leave.first <= day => {
            return (Left::Leave { presumed: leave.joins != Joins::Yes }, leave.last);
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
