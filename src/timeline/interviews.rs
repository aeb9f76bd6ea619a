//! The progress interviews, one after the other up to the end of the payment.

use super::dates::Dates;
use super::first_days::FirstEventDays;
use super::frame::EvalContext;
use super::place::Place;
use crate::case::{Event, EventKind, InterviewRhythm};
use crate::clock::Clock;
use crate::day::Day;
use crate::law::{Duty, LONGEST_SERIES, Op, Recurrence, Step};

/// An interview that is about to be written.
pub(super) struct Interviews<'a> {
    pub(super) step: &'a Step,
    pub(super) number: u16,
    /// Its due day, whether or not the case comes to it.
    pub(super) full_due: Option<Day>,
    /// Its dates, where they do not follow from the last version by the fast path.
    pub(super) long_dates: Option<Dates>,
    /// So many counted days lie between two, where the fast path says so.
    days: Option<i32>,
    clock: &'a Clock,
    rolling: bool,
    /// The duty that the first one counts from, and when it was met.
    first_after: Duty,
    plan: Option<Day>,
    plan_is_dateless: bool,
    /// The last day of the payment.
    paid_last: Option<Day>,
    /// The days count from here: the plan, or the interview before.
    base: Option<Day>,
    previous_met: bool,
    events: &'a [Event],
    /// Those that were not taken for an interview yet.
    rest: core::slice::Iter<'a, Event>,
    due: Option<Day>,
}

/// What the events say of an interview.
pub(super) struct Interview {
    pub(super) met: Option<Day>,
    /// Its day is planned: it will follow from that of another.
    pub(super) waiting_for: Option<Duty>,
}

impl<'a> Interviews<'a> {
    /// The first one, none when it would come after the payment.
    pub(super) fn begin(
        step: &'a Step,
        frame: &EvalContext<'a>,
        paid_last: Option<Day>,
        plan_is_dateless: impl FnOnce() -> bool,
    ) -> Option<Interviews<'a>> {
        let Recurrence::AfterPrevious { first_after } = step.rule.recurrence else { return None };
        let plan = frame.met(first_after);
        let events = if frame.recorded.has_any(FirstEventDays::INTERVIEW) {
            frame.recorded.events
        } else {
            &[]
        };
        let mut first = Interviews {
            step,
            number: 1,
            full_due: None,
            long_dates: None,
            days: match (step.opens, step.due) {
                (Op::Never, Op::AfterPrevious(days)) if frame.is_short(step) => Some(days),
                _ => None,
            },
            clock: frame.clock(step.clock),
            rolling: frame.facts.case.interviews == InterviewRhythm::Rolling,
            plan,
            plan_is_dateless: plan.is_none() && plan_is_dateless(),
            paid_last,
            base: frame.met_or_planned(first_after),
            first_after,
            previous_met: true,
            events,
            rest: events.iter(),
            due: None,
        };
        first.find_days(frame).then_some(first)
    }

    /// Where it belongs; its due day may never come.
    #[inline]
    pub(super) fn place(&self) -> Place {
        Place::of(self.step, self.due.unwrap_or(Day::FOREVER))
    }

    /// Finds the days of the present one; false when it would come after the payment.
    #[inline(always)]
    fn find_days(&mut self, frame: &EvalContext<'_>) -> bool {
        let (Some(base), Some(days)) = (self.base, self.days) else {
            return self.find_long_dates(frame);
        };
        self.full_due = self.clock.nth_after(base, days);
        self.due = frame.reached(self.full_due);
        // After recovery it would be due later still.
        let comes_later = self.paid_last.is_some();
        self.due.map_or(!comes_later, |due| self.paid_last.is_none_or(|last| due <= last))
    }

    #[inline(never)]
    fn find_long_dates(&mut self, frame: &EvalContext<'_>) -> bool {
        let dates = match self.base {
            Some(base) => frame.dates_from(self.step.rule, base),
            None => Dates { follows_nothing: self.plan_is_dateless, ..frame.dates(self.step) },
        };
        self.due = dates.due;
        self.long_dates = Some(dates);
        match (self.due, self.paid_last) {
            (Some(due), Some(last)) => due <= last,
            (None, Some(_)) => self.base.is_none() && self.plan_is_dateless,
            (_, None) => true,
        }
    }

    /// How many counted days lie between this one and those after it, when none of them was held.
    pub(super) fn planned_days(&self) -> Option<i32> {
        let held = if self.rolling { self.rest.as_slice() } else { self.events };
        self.days.filter(|days| held.is_empty() && self.base.is_some() && *days > 0)
    }

    /// For what a planned one waits, if it does.
    pub(super) fn waiting_for(&self) -> Option<Duty> {
        self.waits(self.number == 1, self.previous_met)
    }

    /// The same of the one after a planned one.
    pub(super) fn next_waits_for(&self) -> Option<Duty> {
        self.waits(false, false)
    }

    fn waits(&self, is_first: bool, previous_met: bool) -> Option<Duty> {
        match self.plan {
            None if is_first || !self.rolling => Some(self.first_after),
            _ if self.rolling && !previous_met => Some(self.step.duty),
            _ => None,
        }
    }

    /// All its dates.
    pub(super) fn dates(&self, frame: &EvalContext<'_>) -> Dates {
        let short = || frame.untouched(self.step.last, None, self.full_due);
        self.long_dates.unwrap_or_else(short)
    }

    /// The present one.
    #[inline(always)]
    pub(super) fn present(&mut self) -> Interview {
        let plan = self.plan;
        let is_held = |event: &&Event| {
            matches!(event.kind, EventKind::Interview) && plan.is_none_or(|plan| event.on >= plan)
        };
        let held = match self.base {
            _ if self.rolling => self.rest.find(is_held),
            Some(base) => {
                let later = self.events.partition_point(|event| event.on <= base);
                self.events[later..].iter().find(is_held)
            }
            None => None,
        };
        Interview { met: held.map(|event| event.on), waiting_for: self.waiting_for() }
    }

    /// The day on which it is due, none where the case does not come to it.
    #[inline]
    pub(super) const fn due(&self) -> Option<Day> {
        self.due
    }

    /// Goes on to the one after so many that are planned, of which the last is due on that day; false
    /// when there is none.
    pub(super) fn pass(&mut self, frame: &EvalContext<'_>, planned: u16, last: Day) -> bool {
        self.number = self.number.saturating_add(planned);
        self.previous_met = false;
        self.base = Some(last);
        self.number <= LONGEST_SERIES && self.find_days(frame)
    }

    /// Goes on to the next one; false when there is none. In a rolling rhythm those that wait for one
    /// that was not held may not be wanted.
    #[inline(always)]
    pub(super) fn advance(
        &mut self,
        frame: &EvalContext<'_>,
        present: &Interview,
        wanted: bool,
    ) -> bool {
        let is_last = self.due.is_none() && (present.met.is_none() || !self.rolling);
        if is_last || (self.rolling && !wanted) || self.number >= LONGEST_SERIES {
            return false;
        }
        self.number += 1;
        self.previous_met = present.met.is_some();
        self.base = if self.rolling { present.met.or(self.due) } else { self.due };
        self.long_dates = None;
        self.find_days(frame)
    }
}
