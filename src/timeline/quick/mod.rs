//! The short way to a summary, for a case in which nothing extraordinary was recorded: no sanction or
//! extension, nobody found able to work, the claim not late.
//!
//! Everything is counted in counted days: what is due is read off the [`Ladder`], and the few duties that
//! follow others are a sum away, see [`Walk`]. A duty that a recorded fact moves is put aside with those
//! that follow it, and only these are written by the long way. What comes out is what the long way says
//! for all; a test compares them.

mod done;
mod ladder;
mod pension;
mod reports;
mod run;
mod short_ends;
mod walk;

pub(super) use ladder::Ladder;

use crate::case::{Case, Facts, Spell};
use crate::day::Day;
use crate::law::bw7::STATE_PENSION_EXCEPTION_FROM;
use crate::law::{Law, Touched};
use crate::timeline::Summary;
use crate::timeline::frame::Frame;
use crate::timeline::lines::Lines;
use crate::timeline::outcome::{Ground, relapse_window};
use crate::timeline::recorded::Recorded;
use crate::timeline::status::Moment;
use crate::timeline::tally::Tally;
use crate::timeline::view::StateKind;
use alloc::vec::Vec;
use done::{Days, Done};
use ladder::Orders;
use reports::Reporting;
use run::Run;
use short_ends::ShortEnds;
use walk::{Walk, is_plain, plainly};

/// Memory that is used for one case after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    pub(super) ground: Ground,
    spells: Vec<Spell>,
    days: Days,
}

/// The summary, none when the case does not go this way.
pub(super) fn summary(
    Memory { ground, spells, days }: &mut Memory,
    ladder: &Ladder,
    law: &Law,
    case: &Case,
    on: Day,
    lead: u16,
) -> Option<Summary> {
    let facts = Facts::dated_until(case, on);
    let has_leave = !case.leave.is_empty();
    let run = if has_leave {
        Run::of_segments(ground.segments(facts), ladder.limit, spells)
    } else {
        Run::known_on(on, &case.spells, ladder.limit)
    };
    let run = run.filter(|run| ladder.settled_after < run.first && run.first <= on)?;
    let done = Done::read(&case.events, on, &run, ladder, days);
    if done.is_extraordinary {
        return None;
    }
    let ends = ShortEnds::find(ladder, facts, &run)?;
    let joins_through = match run.last() {
        Some(last) if has_leave => relapse_window(facts, ladder.relapse, last),
        last => last.map(|last| last.plus(ladder.relapse)),
    };
    let dateless = is_dateless(ladder, case, &run, &done)?;
    let is_ordinary = !has_leave && !dateless && is_ordinary(ladder, &run, &done, &ends);
    let aside = match is_ordinary {
        true => 0,
        false => aside(ladder, case, &run, &done, &ends, dateless)?,
    };
    let mut tally = Tally::new(Moment {
        on,
        lead: lead.into(),
        first_sick_day: run.first,
        relapse_joins_through: joins_through,
    });
    let counted = if is_ordinary && is_plain(ladder, &done) {
        plainly(ladder, case, &run, &done, &mut tally)
    } else {
        let mut walk = Walk::new(ladder, case, &run, &done, &ends, &mut tally);
        walk.dateless = dateless;
        walk.down(aside)
    };
    Reporting { ladder, case, run: &run, done: &done, ends: &ends, aside, tally: &mut tally }
        .count();
    if aside != 0 {
        let ends = ends.long();
        ground.clocks.rebuild(law, facts);
        let recorded = Recorded::on(facts.events(run.first), *done.first_days);
        let mut frame = Frame::new(law, facts, &recorded, &ground.clocks, run.first);
        frame.relapse_joins_through = joins_through;
        frame.anchors.end = ends.waiting_last;
        frame.anchors.delayed_end = ends.waiting_last;
        frame.anchors.leaves_sick = ends.leaves_sick;
        frame.touched = frame.touched.and(Touched::LEAVES_SICK.when(ends.leaves_sick.is_some()));
        let mut lines = Lines::new(&frame, &ends, &mut tally);
        let steps = law.steps(case.regime);
        let mut left = aside;
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
    Some(tally.summary(counted.unsigned_abs(), state, (ends.wages_last, ends.wia_start)))
}

/// Whether the analysis has no day: long absence was foreseen, or the sickness reported, after the term.
/// None where the analysis is not found on the ladder.
fn is_dateless(ladder: &Ladder, case: &Case, run: &Run<'_>, done: &Done<'_>) -> Option<bool> {
    let analysis = ladder.place_of(ladder.analysis);
    let is_late = |day: Option<Day>| day.is_some_and(|day| run.is_past(day, analysis.due));
    let is_reported_late = |code| is_late(done.met(code).or(case.employment_last_day));
    let is_late =
        is_late(done.long_absence_foreseen) || ladder.late_report.is_some_and(is_reported_late);
    if analysis.bit == 0 { None } else { Some(is_late) }
}

/// Whether nothing takes a duty away or moves it, and no claim was made.
fn is_ordinary(ladder: &Ladder, run: &Run<'_>, done: &Done<'_>, ends: &ShortEnds) -> bool {
    (done.codes & ladder.of_the_end == 0)
        & (done.moved == 0)
        & done.no_possibilities.is_none()
        & done.over.is_none()
        & ends.leaves_sick.is_none()
        & !ends.wia_cannot_start
        & ends.pension_cut.is_none()
        & (run.before < ladder.first_from_the_end)
        & (run.last().is_none() | ends.waiting_last.is_none())
}

/// The duties that go the long way, none when the whole case does.
fn aside(
    ladder: &Ladder,
    case: &Case,
    run: &Run<'_>,
    done: &Done<'_>,
    ends: &ShortEnds,
    dateless: bool,
) -> Option<Orders> {
    let mut moved = done.moved;
    if run.before >= ladder.first_from_the_end {
        moved |= ladder.counted_back;
    }
    // From the claim on there are days that are not counted days.
    if done.codes & ladder.of_the_end != 0 {
        if let Some(claim) = done.met(ladder.claim) {
            let rung = ladder.place_of(ladder.claim);
            let is_elsewhere = rung.bit == 0 || moved & ladder.counted_back != 0;
            if is_elsewhere || run.is_past(claim, rung.due) {
                return None;
            }
        }
        let is_known = |code| done.met(code).is_some();
        let known = ladder.later.iter().filter(|it| is_known(it.awaits) || is_known(it.code));
        moved |= known.fold(0, |orders, later| orders | 1 << later.order);
    }
    // These lapse by the days for which they are planned, while the sickness goes on.
    if done.over.is_some() && run.last().is_none() {
        moved |= ladder.later.iter().fold(0, |orders, later| orders | 1 << later.order);
    }
    // Recovered, but only after the waiting period: what counts from its end has a day.
    if run.last().is_some() && ends.waiting_last.is_some() {
        moved |= ladder.off_the_ladder | ladder.recalibration;
    }
    if !case.leave.is_empty() && done.met(ladder.before_leave).is_some() {
        moved |= ladder.per_leave;
    }
    // Without a day of the analysis there is none by which anything else could be told.
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
        if is_after_recovery || done.met(ladder.plan).is_some() {
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
    Some(if moved == 0 { 0 } else { ladder.with_followers(moved) })
}
