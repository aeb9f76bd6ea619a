//! The fast path to a summary, for a case in which nothing extraordinary was recorded: no sanction or
//! extension, nobody found able to work, the claim not late.
//!
//! Everything is counted in counted days: what is due is read off the [`Schedule`], and the few duties that
//! follow others need one addition, see [`SummaryEvaluator`]. A duty that a recorded fact moves, and the
//! duties that follow it, are special cases: only these are evaluated in full. The summary is the one that a
//! full evaluation of all duties gives; a test compares them.

mod evaluator;
mod pension;
mod period_ends;
mod recorded_events;
mod reports;
mod run;
mod schedule;

pub(super) use schedule::Schedule;

use crate::case::{Case, Facts, Spell};
use crate::day::Day;
use crate::law::bw7::STATE_PENSION_EXCEPTION_FROM;
use crate::law::{Law, Touched};
use crate::timeline::Summary;
use crate::timeline::frame::EvalContext;
use crate::timeline::lines::Lines;
use crate::timeline::outcome::{Evaluator, relapse_window};
use crate::timeline::recorded::EventIndex;
use crate::timeline::status::Moment;
use crate::timeline::summary_builder::SummaryBuilder;
use crate::timeline::view::StateKind;
use alloc::vec::Vec;
use evaluator::{SummaryEvaluator, add_uninterrupted, is_plain};
use period_ends::PeriodEnds;
use recorded_events::{Days, RecordedEvents};
use reports::ReportEvaluator;
use run::Run;
use schedule::Orders;

/// Buffers that are used for one case after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Buffers {
    pub(super) evaluator: Evaluator,
    spells: Vec<Spell>,
    days: Days,
}

/// The summary, none when the case does not take the fast path.
pub(super) fn summary(
    Buffers { evaluator, spells, days }: &mut Buffers,
    schedule: &Schedule,
    law: &Law,
    case: &Case,
    on: Day,
    lead: u16,
) -> Option<Summary> {
    let facts = Facts::dated_until(case, on);
    let has_leave = !case.leave.is_empty();
    let run = if has_leave {
        Run::of_segments(evaluator.segments(facts), schedule.limit, spells)
    } else {
        Run::known_on(on, &case.spells, schedule.limit)
    };
    let run = run.filter(|run| schedule.settled_after < run.first && run.first <= on)?;
    let done = RecordedEvents::read(&case.events, on, &run, schedule, days);
    if done.is_extraordinary {
        return None;
    }
    let ends = PeriodEnds::find(schedule, facts, &run)?;
    let joins_through = match run.last() {
        Some(last) if has_leave => relapse_window(facts, schedule.relapse, last),
        last => last.map(|last| last.plus(schedule.relapse)),
    };
    let dateless = is_dateless(schedule, case, &run, &done)?;
    let is_ordinary = !has_leave && !dateless && is_ordinary(schedule, &run, &done, &ends);
    let special_cases = match is_ordinary {
        true => 0,
        false => special_cases(schedule, case, &run, &done, &ends, dateless)?,
    };
    let mut summary = SummaryBuilder::new(Moment {
        on,
        lead: lead.into(),
        first_sick_day: run.first,
        relapse_joins_through: joins_through,
    });
    let counted = if is_ordinary && is_plain(schedule, &done) {
        add_uninterrupted(schedule, case, &run, &done, &mut summary)
    } else {
        let mut evaluator = SummaryEvaluator::new(schedule, case, &run, &done, &ends, &mut summary);
        evaluator.dateless = dateless;
        evaluator.evaluate(special_cases)
    };
    ReportEvaluator {
        schedule,
        case,
        run: &run,
        done: &done,
        ends: &ends,
        special_cases,
        summary: &mut summary,
    }
    .count();
    if special_cases != 0 {
        let ends = ends.to_ends();
        evaluator.clocks.rebuild(law, facts);
        let recorded = EventIndex::on(facts.events(run.first), *done.first_days);
        let mut frame = EvalContext::new(law, facts, &recorded, &evaluator.clocks, run.first);
        frame.relapse_joins_through = joins_through;
        frame.anchors.end = ends.waiting_last;
        frame.anchors.delayed_end = ends.waiting_last;
        frame.anchors.leaves_sick = ends.leaves_sick;
        frame.touched = frame.touched.and(Touched::LEAVES_SICK.when(ends.leaves_sick.is_some()));
        let mut lines = Lines::new(&frame, &ends, &mut summary);
        let steps = law.steps(case.regime);
        let mut left = special_cases;
        while let Some(step) = steps.get(left.trailing_zeros() as usize) {
            lines.write_step(step);
            left &= left - 1;
        }
    }
    let state = match joins_through {
        _ if on <= run.through && (!has_leave || run.counts(on)) => StateKind::Sick,
        _ if on <= run.through => StateKind::OnLeave,
        Some(through) if on <= through => StateKind::Recovered,
        _ => StateKind::Closed,
    };
    Some(summary.summary(counted.unsigned_abs(), state, (ends.wages_last, ends.wia_start)))
}

/// Whether the analysis has no day: long absence was foreseen, or the sickness reported, after the term.
/// None where the analysis is not found on the schedule.
fn is_dateless(
    schedule: &Schedule,
    case: &Case,
    run: &Run<'_>,
    done: &RecordedEvents<'_>,
) -> Option<bool> {
    let analysis = schedule.place_of(schedule.analysis);
    let is_late = |day: Option<Day>| day.is_some_and(|day| run.is_past(day, analysis.due));
    let is_reported_late = |code| is_late(done.met(code).or(case.employment_last_day));
    let is_late =
        is_late(done.long_absence_foreseen) || schedule.late_report.is_some_and(is_reported_late);
    if analysis.bit == 0 { None } else { Some(is_late) }
}

/// Whether nothing takes a duty away or moves it, and no claim was made.
fn is_ordinary(
    schedule: &Schedule,
    run: &Run<'_>,
    done: &RecordedEvents<'_>,
    ends: &PeriodEnds,
) -> bool {
    (done.codes & schedule.of_the_end == 0)
        & (done.moved == 0)
        & done.no_possibilities.is_none()
        & done.over.is_none()
        & ends.leaves_sick.is_none()
        & !ends.wia_cannot_start
        & ends.pension_cut.is_none()
        & (run.before < schedule.first_from_the_end)
        & (run.last().is_none() | ends.waiting_last.is_none())
}

/// The duties that need full evaluation; none when the whole case does.
fn special_cases(
    schedule: &Schedule,
    case: &Case,
    run: &Run<'_>,
    done: &RecordedEvents<'_>,
    ends: &PeriodEnds,
    dateless: bool,
) -> Option<Orders> {
    let mut moved = done.moved;
    if run.before >= schedule.first_from_the_end {
        moved |= schedule.counted_back;
    }
    // From the claim on there are days that are not counted days.
    if done.codes & schedule.of_the_end != 0 {
        if let Some(claim) = done.met(schedule.claim) {
            let scheduled = schedule.place_of(schedule.claim);
            let is_elsewhere = scheduled.bit == 0 || moved & schedule.counted_back != 0;
            if is_elsewhere || run.is_past(claim, scheduled.due) {
                return None;
            }
        }
        let is_known = |code| done.met(code).is_some();
        let known = schedule.later.iter().filter(|it| is_known(it.awaits) || is_known(it.code));
        moved |= known.fold(0, |orders, later| orders | 1 << later.order);
    }
    // These lapse by the days for which they are planned, while the sickness goes on.
    if done.over.is_some() && run.last().is_none() {
        moved |= schedule.later.iter().fold(0, |orders, later| orders | 1 << later.order);
    }
    // Recovered, but only after the waiting period: what counts from its end has a day.
    if run.last().is_some() && ends.waiting_last.is_some() {
        moved |= schedule.off_the_schedule | schedule.recalibration;
    }
    if !case.leave.is_empty() && done.met(schedule.before_leave).is_some() {
        moved |= schedule.per_leave;
    }
    // Without a day of the analysis nothing that depends on it has a day.
    let near_pension = ends.wia_cannot_start || ends.pension_cut.is_some();
    let takes_away = near_pension
        || ends.leaves_sick.is_some()
        || done.no_possibilities.is_some()
        || done.over.is_some();
    if dateless && (takes_away || moved != 0) {
        return None;
    }
    if let Some(none) = done.no_possibilities {
        let is_after_recovery = run.last().is_some_and(|last| last.plus(1) < none);
        if is_after_recovery || done.met(schedule.plan).is_some() {
            return None;
        }
    }
    if near_pension && case.state_pension_day < Some(STATE_PENSION_EXCEPTION_FROM) {
        return None;
    }
    // In a spell, but in leave on which no sick day follows.
    if ends.leaves_sick.is_some_and(|leaves| leaves > run.through) {
        return None;
    }
    Some(if moved == 0 { 0 } else { schedule.with_followers(moved) })
}
