//! The short way to a summary, for a case in which nothing extraordinary was recorded.
//!
//! No leave, nothing that takes a duty away or moves its day by an event of its own, no state pension
//! near, the claim not late. Interruptions, earlier cases, recovery and everything that was met are
//! ordinary. What comes out is what the long way says; a test compares them.

use super::clocks::Clocks;
use super::dates::Frame;
use super::ends::Ends;
use super::ladder::{Bits, Earliest, Ladder, Other};
use super::lines::Lines;
use super::obligation::Standing;
use super::recorded::{Recorded, earliest};
use super::status::{Moment, Stand, StatusKind};
use super::tally::Tally;
use crate::batch::Summary;
use crate::case::{Case, Event, EventKind, Facts, InterviewRhythm, Regime};
use crate::day::Day;
use crate::law::{ClockKind, Duty, Law, Op, Step, Touched};

/// The summary, none when the case does not go this way.
pub(super) fn summary(
    clocks: &mut Clocks,
    ladder: &Ladder,
    law: &Law,
    case: &Case,
    on: Day,
    lead: u16,
) -> Option<Summary> {
    let begins = case.spells.first()?.first;
    if !case.leave.is_empty() || on < begins {
        return None;
    }
    let known = case.spells.iter().take_while(|spell| spell.first <= on);
    let spells =
        known.map(|spell| (spell.first, if spell.last <= on { spell.last } else { Day::FOREVER }));
    clocks.rebuild_without_leave(ladder.limit, spells);
    let clock = clocks.of(ClockKind::WaitingPeriod);
    let first = clock.first_sick_day()?;
    let last = clock.last_sick_day();
    if first <= ladder.settled_after {
        return None;
    }
    let facts = Facts::known_on(case, on);
    let recorded = Recorded::of(facts, first);
    if recorded.is_extraordinary() {
        return None;
    }
    let reached = |day: Option<Day>| day.filter(|day| last.is_none_or(|last| *day <= last));
    let end = clock.date(ladder.waiting_period);
    let paid_last = clock.date(ladder.payment);
    // The state pension takes nothing away that ends before it.
    let over = end.or(last)?.max(paid_last.or(last)?);
    if case.state_pension_day.is_some_and(|pension| pension <= over.plus(1)) {
        return None;
    }
    let wia_start = reached(end.map(|end| end.plus(1)));
    let leaves_sick = match case.regime {
        Regime::Employer => {
            case.employment_last_day.filter(|day| first <= *day && facts.is_in_spell(*day))
        }
        _ => None,
    };
    let mut ends = Ends { waiting_last: end, wia_start, leaves_sick, ..Ends::default() };
    if ladder.pays_wages {
        ends.wages_last = earliest(paid_last, leaves_sick);
    } else {
        ends.benefit_last = paid_last;
    }
    let mut frame = Frame::new(law, facts, &recorded, clocks, first);
    if frame.touched != Touched::NOTHING {
        return None;
    }
    frame.relapse_joins_through = last.map(|last| last.plus(ladder.relapse));
    frame.anchors.end = end;
    frame.anchors.delayed_end = end;
    frame.anchors.leaves_sick = leaves_sick;
    frame.anchors.employment_end = match case.regime {
        Regime::OwnRiskCarrier => case.employment_last_day,
        _ => leaves_sick,
    };
    frame.touched = Touched::LEAVES_SICK.when(leaves_sick.is_some());
    if is_claim_late(&frame) {
        return None;
    }
    let moment = Moment {
        on,
        lead: lead.into(),
        first_sick_day: first,
        relapse_joins_through: frame.relapse_joins_through,
    };
    let mut tally = Tally::new(moment);
    let steps = law.steps(case.regime);
    // Who had an employer on the first sick day need not report to the UWV (ZW 38ab).
    let had_employer = case.employment_last_day.is_some_and(|day| first <= day);
    let aside = if had_employer { ladder.without_employer } else { 0 };
    climb(ladder, &frame, aside, &mut tally);
    for bit in (0..ladder.rungs.len()).filter(|bit| aside >> bit & 1 == 1) {
        Lines::new(&frame, &ends, &mut tally).write_step(&steps[ladder.rungs[bit].order]);
    }
    for other in &ladder.others {
        let step = &steps[other.order];
        if !can_matter(other, step, &frame, &tally) {
            continue;
        }
        let by_short_steps = frame.is_short(step) && matches!(step.opens, Op::Never);
        if other.is_interviews && leaves_sick.is_none() && by_short_steps {
            interviews(step, &frame, paid_last, &mut tally);
            continue;
        }
        Lines::new(&frame, &ends, &mut tally).write_step(step);
    }
    if leaves_sick.is_some()
        || frame.anchors.employment_end.is_some()
        || case.sickness_benefit_entitlement.is_some()
    {
        for order in &ladder.reports {
            Lines::new(&frame, &ends, &mut tally).write_step(&steps[*order]);
        }
    }
    Some(tally.summary(clock, &ends))
}

fn is_claim_late(frame: &Frame<'_>) -> bool {
    frame.met(Duty::WIA_CLAIM).is_some_and(|claim| {
        let due = frame.dates_of(Duty::WIA_CLAIM).and_then(|dates| dates.due);
        due.is_some_and(|due| claim > due)
    })
}

/// The interviews: those that were held, and, in a rolling rhythm, the next one only: the others wait
/// for it.
fn interviews(step: &Step, frame: &Frame<'_>, paid_last: Option<Day>, tally: &mut Tally) {
    let rolling = frame.facts.case.interviews == InterviewRhythm::Rolling;
    let plan = frame.met(Duty::PLAN_OF_ACTION);
    let mut base = frame.met_or_planned(Duty::PLAN_OF_ACTION);
    let is_held = |event: &&Event| {
        event.kind == EventKind::Interview && plan.is_none_or(|plan| event.on >= plan)
    };
    let held = || frame.recorded.events.iter().filter(is_held).map(|event| event.on);
    let mut in_order = held();
    let mut is_first = true;
    loop {
        let due = frame.reached(frame.reckon(step.clock, step.due, base));
        let is_beyond = match (due, paid_last) {
            (Some(due), Some(last)) => due > last,
            (None, Some(_)) => true,
            (_, None) => false,
        };
        if is_beyond {
            return;
        }
        let met = match base {
            _ if rolling => in_order.next(),
            Some(base) => held().find(|on| *on > base),
            None => None,
        };
        let waits = plan.is_none() && (is_first || !rolling);
        let is_late = met.zip(due).is_none_or(|(met, due)| met > due);
        let standing = match (met, due) {
            (None, None) => Standing::Paused,
            (_, Some(_)) if waits && is_late => Standing::WaitingFor(Duty::PLAN_OF_ACTION),
            _ => Standing::Stands,
        };
        tally.count(step, &Stand { standing, opens: None, due, met, fatal_after: None });
        // Those after one that lies ahead lie farther ahead.
        let lies_ahead = met.is_none() && (rolling || due.is_none_or(|due| due > tally.moment.on));
        if lies_ahead {
            return;
        }
        base = if rolling { met } else { due };
        is_first = false;
    }
}

/// Whether a duty off the ladder can still change the tally. While nothing can be done about it, it is
/// waiting or paused; as long as it is far away, it is open at the most, and due later than something
/// that can be done already.
fn can_matter(other: &Other, step: &Step, frame: &Frame<'_>, tally: &Tally) -> bool {
    let recorded = frame.recorded;
    if frame.touched.meets(step.touched_by) {
        return true;
    }
    if recorded.met_code(other.code).is_some() {
        return other.is_series || tally.worst < StatusKind::MetLate;
    }
    let is_held = other.is_interviews && recorded.has_interviews;
    let follows_met = other.follows.is_some_and(|(code, _)| recorded.met_code(code).is_some());
    if is_held || follows_met {
        return true;
    }
    let earliest = match other.earliest {
        Earliest::Counted(place) => Some(frame.first.plus(place - 1)),
        Earliest::AfterEnd(days) => frame.anchors.end.map(|end| end.plus(days)),
        Earliest::After(..) | Earliest::Unknown => return true,
    };
    // The case recovered before.
    if frame.last.is_some_and(|last| earliest.is_none_or(|earliest| last < earliest)) {
        return tally.worst < StatusKind::Paused;
    }
    if other.follows.is_some_and(|(_, waits)| waits) {
        return tally.worst < StatusKind::WaitingForEvent;
    }
    let Some(earliest) = earliest else { return true };
    let soon = tally.moment.on.plus(tally.moment.lead);
    earliest <= soon || tally.worst < StatusKind::Open || !tally.actionable.is_before(earliest)
}

/// Counts the duties on the ladder but those put aside.
fn climb(ladder: &Ladder, frame: &Frame<'_>, aside: Bits, tally: &mut Tally) {
    let clock = frame.clock(ClockKind::WaitingPeriod);
    let Moment { on, lead, .. } = tally.moment;
    let counted = clock.counted_through(on);
    let all = ladder.due(i32::MAX) & !aside;
    // Days after recovery do not exist on the clock.
    let reached = if frame.last.is_some() { ladder.due(counted) & all } else { all };
    let was_due = ladder.due(clock.counted_through(on.plus(-1)));
    let is_due = ladder.due(counted);
    let soon = ladder.due(clock.counted_through(on.plus(lead)));
    let open = ladder.open(counted);
    // What is due after the employee left lapses, unless it was met in time.
    let stays = frame.anchors.leaves_sick.map_or(all, |leaves| {
        !ladder.employed | ladder.due(clock.counted_through(leaves)) & reached
    });

    let met = met(ladder, frame, (aside, reached, stays), tally);
    let unmet = stays & reached & !met;
    let (overdue, rest) = (unmet & was_due, unmet & !is_due);
    let today = unmet & is_due & !was_due;
    let gone = all & !met & !(stays & reached);
    let paused = if tally.moment.is_closed() { 0 } else { gone & stays };
    tally.overdue += u16::try_from(overdue.count_ones()).unwrap_or(u16::MAX);
    let worst = if overdue != 0 {
        StatusKind::Overdue
    } else if today != 0 {
        StatusKind::DueToday
    } else if rest & open & soon != 0 {
        StatusKind::DueSoon
    } else if rest & open != 0 {
        StatusKind::Open
    } else if rest != 0 {
        StatusKind::NotYetOpen
    } else if paused != 0 {
        StatusKind::Paused
    } else if gone != 0 {
        StatusKind::Lapsed
    } else {
        StatusKind::default()
    };
    tally.worst = tally.worst.max(worst);
    let lowest = |bits: Bits| {
        let rung = ladder.rungs.get(bits.trailing_zeros() as usize)?;
        Some((clock.date(rung.due)?, rung))
    };
    if let Some((day, rung)) = lowest(overdue | today | rest & open) {
        tally.actionable.offer(day, rung.order, rung.duty);
    } else if let Some((day, rung)) = lowest(rest) {
        tally.planned.offer(day, rung.order, rung.duty);
    }
}

/// The rungs that were met, and how.
fn met(
    ladder: &Ladder,
    frame: &Frame<'_>,
    (aside, reached, stays): (Bits, Bits, Bits),
    tally: &mut Tally,
) -> Bits {
    let clock = frame.clock(ClockKind::WaitingPeriod);
    let mut bits = 0;
    for (code, on) in frame.recorded.all_met() {
        let Some((bit, rung)) = ladder.rung_of(code) else { continue };
        let is = |bits: Bits| bits >> bit & 1 == 1;
        if is(aside) {
            continue;
        }
        bits |= 1 << bit;
        let through = clock.counted_through(on);
        let is_late = is(reached) && clock.counted_through(on.plus(-1)) >= rung.due;
        let kind = match () {
            () if is_late && !is(stays) => StatusKind::Lapsed,
            () if is_late => StatusKind::MetLate,
            // It opened on a day that exists, and was met before.
            () if through < rung.opens && clock.date(rung.opens).is_some() => StatusKind::MetEarly,
            () => StatusKind::MetOnTime,
        };
        tally.worst = tally.worst.max(kind);
    }
    bits
}
