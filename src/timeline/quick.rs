//! The short way to a summary, for a case in which nothing extraordinary was recorded: no sanction or
//! extension, no benefit granted, the claim not late.
//!
//! Everything is counted in counted days: what is due is read off the [`Ladder`], and the few duties that
//! follow others are a sum away. A duty that a recorded fact takes away or moves is put aside with those
//! that follow it, and only these are written by the long way. What comes out is what the long way says
//! for all; a test compares them.

use super::dates::Frame;
use super::done::Done;
use super::ends::Ends;
use super::ladder::{Ladder, Orders};
use super::lines::Lines;
use super::outcome::Ground;
use super::recorded::{Recorded, earliest};
use super::run::Run;
use super::status::Moment;
use super::tally::Tally;
use super::view::StateKind;
use super::walk::Walk;
use crate::batch::Summary;
use crate::case::{Case, Entitlement, Facts, Regime, Spell};
use crate::day::Day;
use crate::law::{Duty, Law, Touched, code_of};
use alloc::vec::Vec;

/// The summary, none when the case does not go this way.
pub(super) fn summary(
    (ground, spells): (&mut Ground, &mut Vec<Spell>),
    ladder: &Ladder,
    law: &Law,
    case: &Case,
    on: Day,
    lead: u16,
) -> Option<Summary> {
    let facts = Facts::known_on(case, on);
    let has_leave = !case.leave.is_empty();
    let run = if has_leave {
        Run::of_segments(ground.segments(facts), ladder.limit, spells)
    } else {
        Run::known_on(on, &case.spells, ladder.limit)
    };
    let run = run.filter(|run| ladder.settled_after < run.first && run.first <= on)?;
    let done = Done::known_on(on, case, &run, ladder);
    if done.is_extraordinary {
        return None;
    }
    let mut ends = Ends::default();
    let mut joins_through = run.last().map(|last| last.plus(ladder.relapse));
    let is_usual = !has_leave && find_usual_ends(&mut ends, ladder, facts, &run);
    if !is_usual {
        ground.rebuild(law, facts, |_, _| ())?;
        (ends, joins_through) = (ground.ends, ground.relapse_joins_through);
    }
    let aside = aside(ladder, case, &run, &done, &ends)?;
    let mut tally = Tally::new(Moment {
        on,
        lead: lead.into(),
        first_sick_day: run.first,
        relapse_joins_through: joins_through,
    });
    let counted = Walk::new(ladder, &run, &done, &ends, &mut tally).down(aside);
    let reports = reports(ladder, case, &done, &ends);
    if aside != 0 || !reports.is_empty() {
        if is_usual {
            ground.clocks.rebuild_without_leave(ladder.limit, run.spells());
        }
        let recorded = Recorded::of(facts, run.first);
        let mut frame = Frame::new(law, facts, &recorded, &ground.clocks, run.first);
        frame.relapse_joins_through = joins_through;
        frame.anchors.end = ends.waiting_last;
        frame.anchors.delayed_end = ends.waiting_last;
        frame.anchors.leaves_sick = ends.leaves_sick;
        frame.anchors.employment_end = employment_end(case, &ends);
        frame.touched = frame.touched.and(Touched::LEAVES_SICK.when(ends.leaves_sick.is_some()));
        let mut lines = Lines::new(&frame, &ends, &mut tally);
        let steps = law.steps(case.regime);
        let mut left = aside;
        while let Some(step) = steps.get(left.trailing_zeros() as usize) {
            lines.write_step(step);
            left &= left - 1;
        }
        for order in reports {
            lines.write_step(&steps[*order]);
        }
    }
    let state = match joins_through {
        _ if on <= run.through && (!has_leave || run.counts(on)) => StateKind::Sick,
        _ if on <= run.through => StateKind::OnLeave,
        Some(through) if on <= through => StateKind::Recovered,
        _ => StateKind::Closed,
    };
    Some(tally.summary(counted.unsigned_abs(), state, &ends))
}

/// Finds the ends of a case without leave; false when the state pension may take something away.
#[inline]
fn find_usual_ends(ends: &mut Ends, ladder: &Ladder, facts: Facts<'_>, run: &Run<'_>) -> bool {
    let case = facts.case;
    let reached = |k: i32| if run.comes_to(k) { Some(run.date(k)) } else { None };
    let (waiting_last, paid_last) = (reached(ladder.waiting_period), reached(ladder.payment));
    let over = waiting_last.unwrap_or(run.through).max(paid_last.unwrap_or(run.through));
    if case.state_pension_day.unwrap_or(Day::FOREVER).plus(-1) <= over {
        return false;
    }
    if let (Some(day), Regime::Employer) = (case.employment_last_day, case.regime) {
        let is_sick = run.first <= day && facts.is_in_spell(day);
        ends.leaves_sick = Some(day).filter(|_| is_sick);
    }
    let start = waiting_last.map(|last| last.plus(1));
    ends.waiting_last = waiting_last;
    ends.wia_start = start.filter(|start| *start <= run.through);
    ends.wages_last = earliest(paid_last, ends.leaves_sick).filter(|_| ladder.pays_wages);
    ends.benefit_last = paid_last.filter(|_| !ladder.pays_wages);
    true
}

/// The last day of the employment that a report counts from.
fn employment_end(case: &Case, ends: &Ends) -> Option<Day> {
    match case.regime {
        Regime::OwnRiskCarrier => case.employment_last_day,
        _ => ends.leaves_sick,
    }
}

/// The duties that go the long way, none when the whole case does: the claim was late.
fn aside(
    ladder: &Ladder,
    case: &Case,
    run: &Run<'_>,
    done: &Done<'_>,
    ends: &Ends,
) -> Option<Orders> {
    let mut moved = done.moved;
    let is_past = |day: Day, due: i32| run.comes_to(due) && run.counted(day.plus(-1)) >= due;
    if run.before >= ladder.first_from_the_end {
        moved |= ladder.counted_back;
    }
    if done.codes & ladder.of_the_end != 0 {
        if let Some(claim) = done.met(code_of(Duty::WIA_CLAIM)) {
            let rung = ladder.place_of(code_of(Duty::WIA_CLAIM));
            let is_elsewhere = rung.bit == 0 || moved & ladder.counted_back != 0;
            if is_elsewhere || is_past(claim, rung.due) {
                return None;
            }
        }
        let is_known = |code| done.met(code).is_some();
        let known = ladder.later.iter().filter(|it| is_known(it.awaits) || is_known(it.code));
        moved |= known.fold(0, |orders, later| orders | 1 << later.order);
    }
    if ends.leaves_sick.is_some() {
        moved |= ladder.order_of(Duty::REINTEGRATION_REPORT);
        let employed = ladder.later.iter().filter(|later| later.employed);
        moved |= employed.fold(0, |orders, later| orders | 1 << later.order);
    }
    if ends.pension_cut.is_some() || ends.wia_cannot_start {
        moved |= ladder.off_the_ladder | ladder.below_pension;
    }
    // Recovered, but only after the waiting period: what counts from its end has a day.
    if run.last().is_some() && ends.waiting_last.is_some() {
        moved |= ladder.off_the_ladder | ladder.order_of(Duty::RECALIBRATION);
    }
    if !case.leave.is_empty() && done.met(code_of(Duty::UWV_SICKNESS_REPORT)).is_some() {
        moved |= ladder.order_of(Duty::LEAVE_FOLLOW_ON_FORM);
    }
    if case.regime == Regime::SafetyNet {
        let report = done.met(code_of(Duty::SAFETY_NET_SICKNESS_REPORT));
        let analysis = ladder.place_of(code_of(Duty::PROBLEM_ANALYSIS));
        // RPV 2(3): reported after the term of the analysis.
        let reported = report.or(case.employment_last_day);
        if reported.is_some_and(|day| analysis.bit == 0 || is_past(day, analysis.due)) {
            moved |= ladder.order_of(Duty::PROBLEM_ANALYSIS);
        }
        if done.met(code_of(Duty::RECALIBRATION)).is_some() {
            moved |= ladder.order_of(Duty::RECALIBRATION);
        }
        // Who had an employer on the first sick day need not report to the UWV (ZW 38ab).
        if case.employment_last_day.is_some_and(|day| run.first <= day) {
            moved |= ladder.order_of(Duty::SAFETY_NET_SICKNESS_REPORT);
        }
    }
    Some(if moved == 0 { 0 } else { ladder.with_followers(moved) })
}

/// The reports that this case has, by their places among the duties.
fn reports<'l>(ladder: &'l Ladder, case: &Case, done: &Done<'_>, ends: &Ends) -> &'l [usize] {
    let is_asked = match case.sickness_benefit_entitlement {
        Some(Entitlement::No) => done.met(code_of(Duty::ENTITLEMENT_REPORT)).is_some(),
        answer => answer.is_some(),
    };
    let some = is_asked || employment_end(case, ends).is_some();
    if some { &ladder.reports } else { &[] }
}
