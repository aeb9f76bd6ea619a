//! The progress interviews, one after the other up to the end of the payment.

use super::applicability::Series;
use super::context::EvalContext;
use super::dates::Dates;
use super::first_days::FirstEventDays;
use super::place::Place;
use super::sum::{Start, StartKind};
use super::trace::Silent;
use crate::case::{Event, EventKind, InterviewRhythm};
use crate::day::Day;
use crate::law::{Counting, Duty, DutyPlan, LONGEST_SERIES, Recurrence};

/// The interview that is written next.
pub(crate) struct Interviews<'a> {
    pub(crate) plan: &'a DutyPlan,
    pub(crate) number: u16,
    /// The plan of action, or the interview before.
    pub(crate) start: Option<Start>,
    pub(crate) dates: Dates,
    rolling: bool,
    /// The duty that the first one counts from, and when it was met.
    first_after: Duty,
    plan_made: Option<Day>,
    plan_is_dateless: bool,
    /// The last day of the payment.
    paid_last: Option<Day>,
    previous_met: bool,
    events: &'a [Event],
    /// Those that were not taken for an interview yet.
    rest: core::slice::Iter<'a, Event>,
}

impl<'a> Interviews<'a> {
    /// The first one, none when it would come after the payment.
    pub(crate) fn begin(
        plan: &'a DutyPlan,
        context: &EvalContext<'a>,
        paid_last: Option<Day>,
        plan_is_dateless: impl FnOnce() -> bool,
    ) -> Option<Interviews<'a>> {
        let Recurrence::AfterPrevious { first_after } = plan.rule().recurrence else { return None };
        let plan_made = context.met(first_after);
        let is_held = context.recorded.has_any(FirstEventDays::INTERVIEW);
        let events = if is_held { context.recorded.events } else { &[] };
        let kind = match plan_made {
            Some(_) => StartKind::Done(first_after, 1),
            None => StartKind::Planned(first_after, 1),
        };
        let start = context.met_or_planned(first_after).map(|day| Start { day, kind });
        let first = Interviews {
            plan,
            number: 1,
            start,
            dates: context.dates(plan, start.as_ref(), &mut Silent),
            rolling: context.facts.case.interviews == InterviewRhythm::Rolling,
            plan_made,
            plan_is_dateless: plan_made.is_none() && plan_is_dateless(),
            paid_last,
            first_after,
            previous_met: true,
            events,
            rest: events.iter(),
        };
        first.is_paid().then_some(first)
    }

    /// Where it belongs; its due day may never come.
    #[inline]
    pub(crate) fn place(&self) -> Place {
        Place::of(self.plan, self.dates.due.unwrap_or(Day::FOREVER))
    }

    /// Whether it comes before the end of the payment. After recovery it would be due later still.
    fn is_paid(&self) -> bool {
        match (self.dates.due, self.paid_last) {
            (Some(due), Some(last)) => due <= last,
            (None, Some(_)) => self.follows_nothing(),
            (_, None) => true,
        }
    }

    fn follows_nothing(&self) -> bool {
        self.start.is_none() && self.plan_is_dateless
    }

    /// How many counted days lie between this one and those after it, when none of them was held.
    pub(crate) fn planned_days(&self) -> Option<i32> {
        let held = if self.rolling { self.rest.as_slice() } else { self.events };
        match self.plan.plan.last.due.counting {
            Counting::CountedDays(days) if held.is_empty() && days > 0 => Some(days),
            _ => None,
        }
    }

    /// What only the series knows of it.
    pub(crate) fn series(&self) -> Series {
        Series {
            waiting_for: self.waits(self.number == 1, self.previous_met),
            follows_nothing: self.follows_nothing(),
        }
    }

    /// For what the one after a planned one waits.
    pub(crate) fn next_waits_for(&self) -> Option<Duty> {
        self.waits(false, false)
    }

    fn waits(&self, is_first: bool, previous_met: bool) -> Option<Duty> {
        match self.plan_made {
            None if is_first || !self.rolling => Some(self.first_after),
            _ if self.rolling && !previous_met => Some(self.plan.duty),
            _ => None,
        }
    }

    /// The day on which the present one was held.
    #[inline]
    pub(crate) fn held(&mut self) -> Option<Day> {
        let plan = self.plan_made;
        let is_held = |event: &&Event| {
            matches!(event.kind, EventKind::Interview) && plan.is_none_or(|plan| event.on >= plan)
        };
        let held = match self.start {
            _ if self.rolling => self.rest.find(is_held),
            Some(start) => {
                let later = self.events.partition_point(|event| event.on <= start.day);
                self.events[later..].iter().find(is_held)
            }
            None => None,
        };
        held.map(|event| event.on)
    }

    /// Goes on to the one after so many that are planned, of which the last is due on that day; false
    /// when there is none.
    pub(crate) fn pass(&mut self, context: &EvalContext<'_>, planned: u16, last: Day) -> bool {
        self.number = self.number.saturating_add(planned);
        self.previous_met = false;
        let kind = StartKind::Planned(self.plan.duty, self.number.saturating_sub(1));
        self.start = Some(Start { day: last, kind });
        self.number <= LONGEST_SERIES && self.find_dates(context)
    }

    /// Goes on to the next one; false when there is none. In a rolling rhythm those that wait for one
    /// that was not held may not be wanted.
    #[inline]
    pub(crate) fn advance(
        &mut self,
        context: &EvalContext<'_>,
        held: Option<Day>,
        wanted: bool,
    ) -> bool {
        let due = self.dates.due;
        let is_last = due.is_none() && (held.is_none() || !self.rolling);
        if is_last || (self.rolling && !wanted) || self.number >= LONGEST_SERIES {
            return false;
        }
        // What fell into a time without possibilities was never to be held: from the newer opinion on the
        // rhythm begins anew.
        let returned = due.filter(|_| self.rolling && held.is_none());
        let returned = returned.and_then(|due| context.possibilities_return_after(due));
        self.previous_met = held.is_some() || returned.is_some();
        self.start = match held.filter(|_| self.rolling) {
            None if returned.is_some() => {
                returned.map(|day| Start { day, kind: StartKind::PossibilitiesReturned })
            }
            Some(day) => Some(Start { day, kind: StartKind::Done(self.plan.duty, self.number) }),
            None => {
                due.map(|day| Start { day, kind: StartKind::Planned(self.plan.duty, self.number) })
            }
        };
        self.number += 1;
        self.find_dates(context)
    }

    /// Finds the days of the present one; false when it would come after the payment.
    fn find_dates(&mut self, context: &EvalContext<'_>) -> bool {
        self.dates = context.dates(self.plan, self.start.as_ref(), &mut Silent);
        self.is_paid()
    }
}
