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
use super::recorded::Recorded;
use super::status::{Moment, StatusKind};
use super::tally::Tally;
use super::view::StateKind;
use crate::batch::Summary;
use crate::case::{Case, Entitlement, Facts, Regime};
use crate::day::Day;
use crate::law::{Duty, Law, Touched};

/// The summary, none when the case does not go this way.
pub(super) fn summary(
    clocks: &mut Clocks,
    ladder: &Ladder,
    law: &Law,
    case: &Case,
    on: Day,
    lead: u16,
) -> Option<Summary> {
    let is_entitled = case.sickness_benefit_entitlement.is_some_and(|it| it != Entitlement::No);
    let begins = case.spells.first()?.first;
    if !case.leave.is_empty() || is_entitled || on < begins {
        return None;
    }
    let known = case.spells.iter().take_while(|spell| spell.first <= on);
    let spells =
        known.map(|spell| (spell.first, if spell.last <= on { spell.last } else { Day::FOREVER }));
    clocks.rebuild_without_leave(ladder.limit, spells);
    let clock = clocks.of(crate::law::ClockKind::WaitingPeriod);
    let first = clock.first_sick_day()?;
    let last = clock.last_sick_day();
    let is_employed_on = |day: Day| match case.regime {
        Regime::Employer => day < first || last.is_some_and(|last| last < day),
        _ => false,
    };
    if first <= ladder.settled_after
        || case.employment_last_day.is_some_and(|day| !is_employed_on(day))
    {
        return None;
    }
    let facts = Facts::known_on(case, on);
    let recorded = Recorded::of(facts, first);
    if recorded.is_extraordinary() || recorded.met(Duty::ENTITLEMENT_REPORT).is_some() {
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
    let mut ends = Ends { waiting_last: end, wia_start, ..Ends::default() };
    if ladder.pays_wages {
        ends.wages_last = paid_last;
    } else {
        ends.benefit_last = paid_last;
    }
    let mut frame = Frame {
        law,
        facts,
        recorded: &recorded,
        clocks,
        first,
        last,
        relapse_joins_through: last.map(|last| last.plus(ladder.relapse)),
        anchors: Default::default(),
        touched: Touched::NOTHING,
    };
    frame.anchors.end = end;
    frame.anchors.delayed_end = end;
    if frame.touched_by_events() != Touched::NOTHING || is_claim_late(&frame) {
        return None;
    }
    let moment = Moment {
        on,
        lead: lead.into(),
        first_sick_day: first,
        relapse_joins_through: frame.relapse_joins_through,
    };
    let mut tally = Tally::new(moment);
    climb(ladder, &frame, &mut tally);
    let steps = law.steps(case.regime);
    for other in &ladder.others {
        if can_matter(other, &frame, &tally) {
            Lines::new(&frame, &ends, &mut tally).write_step(&steps[other.order]);
        }
    }
    let (next_due, next_duty) = tally.next().unzip();
    let state = match (last, frame.relapse_joins_through) {
        (Some(last), Some(through)) if last < on => {
            if on <= through {
                StateKind::Recovered
            } else {
                StateKind::Closed
            }
        }
        _ => StateKind::Sick,
    };
    Some(Summary {
        counted_day: clock.counted_through(on).unsigned_abs(),
        state,
        next_duty,
        next_due: next_due.flatten(),
        overdue: tally.overdue,
        worst: tally.worst,
        wages_last_day: ends.wages_last,
        wia_start: ends.wia_start,
    })
}

fn is_claim_late(frame: &Frame<'_>) -> bool {
    frame.met(Duty::WIA_CLAIM).is_some_and(|claim| {
        let due = frame.dates_of(Duty::WIA_CLAIM).and_then(|dates| dates.due);
        due.is_some_and(|due| claim > due)
    })
}

/// Whether a duty off the ladder can still change the tally. While nothing can be done about it, it is
/// waiting or paused; as long as it is far away, it is open at the most, and due later than something
/// that can be done already.
fn can_matter(other: &Other, frame: &Frame<'_>, tally: &Tally) -> bool {
    let recorded = frame.recorded;
    if recorded.met_code(other.code).is_some() {
        return other.is_series || tally.worst < StatusKind::MetLate;
    }
    let follows_met = other.follows.is_some_and(|(code, _)| recorded.met_code(code).is_some());
    if let (Some((_, true)), false) = (other.follows, follows_met) {
        let is_held = other.is_interviews && recorded.has_interviews;
        return is_held || tally.worst < StatusKind::WaitingForEvent;
    }
    if follows_met {
        return true;
    }
    let earliest = match other.earliest {
        Earliest::Counted(place) => frame.first.plus(place - 1),
        Earliest::AfterEnd(days) => match frame.anchors.end {
            Some(end) => end.plus(days),
            // The case recovered before its end.
            None => return tally.worst < StatusKind::Paused,
        },
        Earliest::Unknown => return true,
    };
    let soon = tally.moment.on.plus(tally.moment.lead);
    earliest <= soon || tally.worst < StatusKind::Open || !tally.actionable.is_before(earliest)
}

/// Counts the duties on the ladder.
fn climb(ladder: &Ladder, frame: &Frame<'_>, tally: &mut Tally) {
    let clock = frame.clock(crate::law::ClockKind::WaitingPeriod);
    let Moment { on, lead, .. } = tally.moment;
    let counted = clock.counted_through(on);
    let all: Bits = ladder.due(i32::MAX);
    // Days after recovery do not exist on the clock.
    let reached = if frame.last.is_some() { ladder.due(counted) } else { all };
    let was_due = ladder.due(clock.counted_through(on.plus(-1)));
    let is_due = ladder.due(counted);
    let soon = ladder.due(clock.counted_through(on.plus(lead)));
    let open = ladder.open(counted);

    let met = met(ladder, frame, reached, tally);
    let unmet = reached & !met;
    let overdue = unmet & was_due;
    let (today, rest) = (unmet & is_due & !was_due, unmet & !is_due);
    tally.overdue += u16::try_from(overdue.count_ones()).unwrap_or(u16::MAX);
    let kinds = [
        (overdue, StatusKind::Overdue),
        (today, StatusKind::DueToday),
        (rest & open & soon, StatusKind::DueSoon),
        (rest & open & !soon, StatusKind::Open),
        (rest & !open, StatusKind::NotYetOpen),
        (
            all & !reached & !met,
            if tally.moment.is_closed() { StatusKind::Lapsed } else { StatusKind::Paused },
        ),
    ];
    let worst = kinds.iter().filter(|(bits, _)| *bits != 0).map(|(_, kind)| *kind).max();
    tally.worst = tally.worst.max(worst.unwrap_or_default());
    let mut lowest = |bits: Bits, slot: fn(&mut Tally) -> &mut super::tally::Slot| {
        let rung = ladder.rungs.get(bits.trailing_zeros() as usize);
        if let Some((rung, day)) = rung.and_then(|rung| Some((rung, clock.date(rung.due)?))) {
            slot(tally).offer(day, rung.order, rung.duty);
        }
    };
    lowest(overdue | today | rest & open, |tally| &mut tally.actionable);
    lowest(rest & !open, |tally| &mut tally.planned);
}

/// The rungs that were met, and how.
fn met(ladder: &Ladder, frame: &Frame<'_>, reached: Bits, tally: &mut Tally) -> Bits {
    let clock = frame.clock(crate::law::ClockKind::WaitingPeriod);
    let mut bits = 0;
    for (code, on) in frame.recorded.all_met() {
        let Some((bit, rung)) = ladder.rung_of(code) else { continue };
        bits |= 1 << bit;
        let is_reached = reached >> bit & 1 == 1;
        let opens = reached_opening(frame, rung.opens);
        let kind = if is_reached && clock.counted_through(on.plus(-1)) >= rung.due {
            StatusKind::MetLate
        } else if opens && clock.counted_through(on) < rung.opens {
            StatusKind::MetEarly
        } else {
            StatusKind::MetOnTime
        };
        tally.worst = tally.worst.max(kind);
    }
    bits
}

/// Whether there is a day on which it opens.
fn reached_opening(frame: &Frame<'_>, opens: i32) -> bool {
    opens > 0 && frame.clock(crate::law::ClockKind::WaitingPeriod).date(opens).is_some()
}
