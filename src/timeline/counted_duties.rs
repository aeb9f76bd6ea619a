//! A shortcut of the summary, generated from the plan: duties that open and fall due on counted days, as bits.
//!
//! How such a duty stands depends on how many days have counted, and on nothing else while nothing is recorded
//! that bears on it. So the sets of duties that are due, or open, by then are worked out once for every number of
//! counted days, and their statuses are found all at once. What is not certain here is left to the engine.

use super::counted_duty::{CountedDuty, counted_duty, is_series};
use super::status::{Moment, StatusKind};
use super::summary_builder::SummaryBuilder;
use crate::clock::Clock;
use crate::day::Day;
use crate::engine::{Applicability, EvalContext, FirstEventDays, Over, Overs};
use crate::law::{ClockKind, Counting, DutyPlan, Law, Regime, Touched, Version, index};
use alloc::vec::Vec;

/// A set of the duties in [`CountedDuties`], in order of the due day, then of the table.
type Bits = u32;

/// How many duties there can be.
const MOST: usize = Bits::BITS as usize;

/// What stands how after a number of counted days.
#[derive(Clone, Copy, Debug)]
struct Counted {
    due: Bits,
    open: Bits,
}

/// The duties of a regime that are due on counted days.
#[derive(Clone, Debug)]
pub(crate) struct CountedDuties {
    duties: Vec<CountedDuty>,
    /// For every number of counted days up to the last due day.
    counted: Vec<Counted>,
    /// For every place in the list of duties: the duty itself, and those that follow it.
    of_code: [Bits; MOST],
    followers: [Bits; MOST],
    /// The days of all of them are certain in a case that begins after this day.
    settled_after: Day,
    all: Bits,
    all_turns: u32,
    waits: Bits,
    /// Of a series the first one.
    series: Bits,
    employed: Bits,
    is_final: Bits,
    is_power: Bits,
    until_decided: Bits,
    extended: Bits,
    from_the_end: Bits,
    /// The first of the days that are counted back, and the day from which they are.
    first_from_the_end: i32,
    end: i32,
}

impl CountedDuties {
    /// By the versions of the duties that `choose` says hold; none where that is the one in force for certain.
    pub(crate) fn of(
        law: &Law,
        regime: Regime,
        choose: impl Fn(&DutyPlan) -> Option<&'static Version>,
    ) -> CountedDuties {
        let end = law.rule_plan(index::WAITING_PERIOD, regime).map(|plan| plan.last.due.counting);
        let end = if let Some(Counting::Place(end)) = end { end } else { i32::MAX };
        let mut duties: Vec<CountedDuty> = Vec::new();
        for plan in law.duty_plans(regime) {
            let chosen = choose(plan).map_or(*plan, |version| plan.by(version));
            duties.extend(counted_duty(&chosen, &duties, end));
        }
        duties.sort_by_key(|duty| (duty.due, duty.plan.rank));
        let bits = |is: &dyn Fn(&CountedDuty) -> bool| {
            let these = (0..).zip(&duties).filter(|(_, duty)| is(duty));
            these.fold(0, |bits, (bit, _)| bits | 1 << bit)
        };
        let last = duties.last().map_or(0, |duty| duty.due);
        let counted = |days: i32| Counted {
            due: bits(&|duty| duty.due <= days),
            open: bits(&|duty| duty.opens <= days),
        };
        let from_the_end = duties.iter().filter(|duty| duty.is_from_the_end);
        let all = bits(&|_| true);
        let all_turns = duties.iter().fold(0, |turns, duty| turns | 1 << duty.plan.turn);
        let settled_after = duties.iter().map(|duty| duty.plan.settled_after()).max();
        CountedDuties {
            settled_after: settled_after.unwrap_or(Day::FOREVER),
            all,
            all_turns,
            counted: (0..=last).map(counted).collect(),
            of_code: core::array::from_fn(|code| bits(&|duty| duty.plan.code == code)),
            followers: core::array::from_fn(|code| bits(&|duty| duty.follows >> code & 1 == 1)),
            waits: bits(&|duty| duty.plan.plan.last.awaits.is_some() || is_series(&duty.plan)),
            series: bits(&|duty| is_series(&duty.plan)),
            employed: bits(&|duty| duty.plan.employed),
            is_final: bits(&|duty| duty.plan.is_final),
            is_power: bits(&|duty| duty.plan.is_power),
            until_decided: bits(&|duty| duty.plan.until_decided),
            extended: bits(&|duty| duty.plan.plan.last.due.is_extended),
            from_the_end: bits(&|duty| duty.is_from_the_end),
            first_from_the_end: from_the_end.map(|duty| duty.due).min().unwrap_or(i32::MAX),
            end,
            duties,
        }
    }

    /// Adds the duties of which the statuses are certain to a summary; gives them by their turns among the
    /// duties of the regime.
    pub(super) fn add(
        &self,
        context: &EvalContext<'_>,
        applicability: &Applicability<'_, '_>,
        summary: &mut SummaryBuilder,
    ) -> u32 {
        let clock = context.clock(ClockKind::WaitingPeriod);
        let mut certain = self.certain(context, applicability, clock);
        let (mut met, mut late, mut early) = (0, 0, 0);
        let reached = self.reached(context, clock);
        let mut codes = context.recorded.codes();
        while codes != 0 {
            let code = codes.trailing_zeros() as usize;
            codes &= codes - 1;
            certain &= !self.followers[code];
            let bit = self.of_code[code] & certain;
            let (Some(duty), Some(on)) =
                (self.duties.get(bit.trailing_zeros() as usize), context.recorded.met_code(code))
            else {
                continue;
            };
            met |= bit;
            let (before, through) = clock.counted_around(on);
            let is_late = reached & bit != 0 && before >= duty.due;
            late |= if is_late { bit } else { 0 };
            let is_early = !is_late && through < duty.opens && clock.date(duty.opens).is_some();
            early |= if is_early { bit } else { 0 };
        }
        let (before, through) = clock.counted_around(summary.moment.on);
        let (was_due, now) = (self.after(before).due, self.after(through));
        // Met before what it waits for, and when a last day has passed, are matters for the engine.
        certain &= !(met & self.waits | self.is_final & was_due & !met);
        if context.recorded.has_any(FirstEventDays::INTERVIEW) {
            certain &= !self.series;
        }
        if context.last.is_some() {
            certain &= !(self.extended & reached);
        }
        // What is due after the payment lapses, unless it was met in time.
        let lapses = match applicability.paid_last {
            Day::FOREVER => 0,
            last => self.employed & !(self.after(clock.counted_through(last)).due & reached),
        };
        certain &= !(self.series & lapses);
        let (reached, met) = (reached & certain, met & certain);
        let (late, early) = (late & certain, early & certain);
        let masks = Masks { certain, reached, met, late, early, lapses, was_due, now };
        self.add_statuses(clock, &masks, summary);
        let mut left = self.all & !certain;
        let mut turns = self.all_turns;
        while let Some(duty) = self.duties.get(left.trailing_zeros() as usize) {
            turns &= !(1 << duty.plan.turn);
            left &= left - 1;
        }
        turns
    }

    /// The duties of which the days are those of their versions, before anything that was met.
    fn certain(
        &self,
        context: &EvalContext<'_>,
        applicability: &Applicability<'_, '_>,
        clock: &Clock,
    ) -> Bits {
        let mut certain = Bits::MAX;
        if context.begins <= self.settled_after || context.touched != Touched::NOTHING {
            for (bit, duty) in (0..).zip(&self.duties) {
                let is_settled = context.begins > duty.plan.settled_after();
                let is_certain = is_settled && !context.touched.meets(duty.plan.touched_by);
                let of_it = 1 << bit | self.followers[duty.plan.code];
                certain &= if is_certain { Bits::MAX } else { !of_it };
            }
        }
        let end = context.anchors.delayed_end;
        let is_usual = end == context.anchors.end
            && end.is_none_or(|end| clock.counted_through(end) == self.end)
            && clock.runs_on_from() < self.first_from_the_end;
        if !is_usual {
            certain &= !self.from_the_end;
        }
        let pension = applicability.pension;
        if pension < Day::FOREVER {
            match context.last {
                Some(last) if last.plus(1) >= pension => return 0,
                Some(_) => {}
                None => certain &= self.after(clock.counted_through(pension.plus(-1))).due,
            }
        }
        certain & self.all
    }

    /// The duties whose due day the case comes to.
    fn reached(&self, context: &EvalContext<'_>, clock: &Clock) -> Bits {
        match context.last {
            None => Bits::MAX,
            Some(last) => {
                let ended =
                    if context.anchors.end.is_some() { Bits::MAX } else { !self.from_the_end };
                self.after(clock.counted_through(last)).due & ended
            }
        }
    }

    /// What stands how after so many counted days.
    fn after(&self, days: i32) -> Counted {
        let last = self.counted.len() - 1;
        self.counted[usize::try_from(days).map_or(0, |days| days.min(last))]
    }

    /// The duties that are over, and those of them that were due before.
    fn over(&self, clock: &Clock, moment: Moment) -> (Bits, Bits) {
        let due_before = |over: Over| self.after(clock.counted_through(over.from.plus(-1))).due;
        let Overs { concluded, settled, .. } = moment.overs;
        match (moment.over(concluded), moment.over(settled)) {
            (None, None) => (0, 0),
            (Some(over), Some(settled)) if over.from <= settled.from => {
                (self.all, due_before(over))
            }
            (concluded, settled) => {
                let (all, before) = settled.map_or((0, 0), |over| {
                    let bits = self.all & !self.until_decided;
                    (bits, due_before(over) & bits)
                });
                let rest = concluded.map_or(0, |over| self.until_decided & due_before(over));
                let whole = if concluded.is_some() { self.all } else { all };
                (whole, before | rest)
            }
        }
    }

    fn add_statuses(&self, clock: &Clock, masks: &Masks, summary: &mut SummaryBuilder) {
        let Masks { certain, reached, met, late, early, lapses, was_due, now } = *masks;
        let moment = summary.moment;
        let soon = self.after(clock.counted_through(moment.on.plus(moment.lead))).due;
        let (unmet, waits) = (certain & !met, self.waits & reached);
        let paused = unmet & !reached & !lapses;
        let stands = unmet & reached & !lapses & !waits;
        // What is over was missed if it was due before, and lapses if not.
        let (over, was_due_before) = self.over(clock, moment);
        let missed = stands & over & was_due_before & !self.is_power;
        let lapses = (unmet | late) & lapses | unmet & over & !missed;
        let (paused, waits, stands) = (paused & !over, unmet & waits & !lapses, stands & !over);
        let power = stands & self.is_power;
        let stands = stands & !power;
        let (overdue, rest) = (stands & was_due, stands & !now.due);
        let today = stands & now.due & !was_due;
        for (bits, kind) in [
            (lapses, StatusKind::Lapsed),
            (paused, StatusKind::Paused),
            (waits, StatusKind::WaitingForEvent),
            (met & !late & !early, StatusKind::MetOnTime),
            (early, StatusKind::MetEarly),
            (late & !lapses, StatusKind::MetLate),
            (rest & !now.open | power & !now.open, StatusKind::NotYetOpen),
            (power & now.open, StatusKind::Possible),
            (rest & now.open, StatusKind::Open),
            (rest & now.open & soon, StatusKind::DueSoon),
            (missed, StatusKind::Missed),
            (today, StatusKind::DueToday),
            (overdue, StatusKind::Overdue),
        ] {
            summary.add_status_if(bits != 0, kind);
        }
        summary.overdue += overdue.count_ones() as u16;
        summary.missed += missed.count_ones() as u16;
        let actionable = overdue | today | rest & now.open;
        for (bits, next) in [(actionable, true), (rest & !now.open, false)] {
            let Some(duty) = self.duties.get(bits.trailing_zeros() as usize) else { continue };
            let due = clock.date(duty.due).unwrap_or(Day::FOREVER);
            summary.offer(next, due, duty.plan.rank, duty.plan.duty);
        }
    }
}

/// How the certain duties of a case stand.
struct Masks {
    certain: Bits,
    reached: Bits,
    met: Bits,
    late: Bits,
    early: Bits,
    lapses: Bits,
    was_due: Bits,
    now: Counted,
}
