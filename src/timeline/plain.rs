//! The lines of a plain case: one in which nothing was recorded that takes a duty away, leaves it open or
//! puts other days in the place of those in the rules. Its days are read off the clock.

use super::frame::EvalContext;
use super::interviews::Interviews;
use super::lines::ShortLine;
use super::obligation::{Obligation, Standing};
use super::place::Place;
use super::standings::Applicability;
use crate::day::Day;
use crate::law::calendar;
use crate::law::{ClockKind, Duty, LONGEST_SERIES, Op, Step};
use alloc::vec::Vec;
use core::ops::Range;

/// Lines of one duty at even distances.
pub(super) struct PlainSeries<'s> {
    step: &'s Step,
    /// All but the first are like this one, which has the number and the due day of the first.
    other: Obligation,
    /// How the first stands.
    first: Standing,
    /// The due day of the first, and the days from one to the next.
    due: Day,
    days: i32,
    /// How many there are, and how many were passed.
    len: u16,
    passed: u16,
}

impl<'s> PlainSeries<'s> {
    pub(super) const fn step(&self) -> &'s Step {
        self.step
    }

    /// The due day of the n-th, from 0.
    const fn due(&self, n: u16) -> Day {
        self.due.plus(self.days * n as i32)
    }

    /// Where the next one belongs, none when all have been passed.
    pub(super) fn place(&self) -> Option<Place> {
        Some(Place::of(self.step, self.due(self.passed))).filter(|_| self.passed < self.len)
    }

    /// Passes those that come before a line with that place. Gives their numbers in the series.
    #[inline]
    pub(super) fn pass_before(&mut self, limit: Place) -> Range<u16> {
        let from = self.passed;
        let (due, last) = (self.due(from), limit.last_day_before(self.step));
        if due <= last {
            let more = last.days_since(due) / self.days + 1;
            self.passed += more.min(i32::from(self.len - from)) as u16;
        }
        from..self.passed
    }

    /// Where the last one belongs that was passed.
    pub(super) fn place_of_last(&self) -> Place {
        Place::of(self.step, self.due(self.passed).plus(-self.days))
    }

    /// The n-th.
    pub(super) fn line(&self, frame: &EvalContext<'_>, n: u16) -> Obligation {
        let mut line = self.other;
        self.complete(frame, n, &mut line);
        line
    }

    /// Some of them, put behind other lines.
    #[inline(always)]
    pub(super) fn append(
        &self,
        frame: &EvalContext<'_>,
        numbers: Range<u16>,
        lines: &mut Vec<Obligation>,
    ) {
        for n in numbers {
            lines.push(self.other);
            if let Some(line) = lines.last_mut() {
                self.complete(frame, n, line);
            }
        }
    }

    /// Makes one of them the n-th.
    #[inline(always)]
    fn complete(&self, frame: &EvalContext<'_>, n: u16, line: &mut Obligation) {
        let due = self.due(n);
        line.number = self.other.number + n;
        line.due = Some(due);
        line.advised = Some(calendar::on_or_before(due));
        line.tolerated = frame.short_tolerated(self.step, due);
        if n == 0 {
            line.standing = self.first;
        }
    }
}

impl Applicability<'_, '_> {
    /// The line of a duty as planned; none where more must be known.
    #[inline(always)]
    pub(super) fn planned<'s>(&self, step: &'s Step) -> Option<ShortLine<'s>> {
        let (frame, planned) = (self.frame, step.planned.as_ref()?);
        if !self.is_plain || frame.recorded.has_met_any(planned.follows) {
            return None;
        }
        let clock = frame.clock(ClockKind::WaitingPeriod);
        let mut due = match planned.due {
            Op::Counted(place) => clock.date(place),
            op => frame.reached(frame.evaluate(step.clock, op, None)),
        };
        if planned.is_extended {
            due = frame.reached(due.map(calendar::on_or_after));
        }
        let met = frame.recorded.met_code(step.code);
        let is_paid = |due| !step.employed || due <= self.paid_last;
        let standing = match (due, met) {
            (Some(due), Some(met)) if met <= due => Standing::Stands,
            (None, Some(_)) => Standing::Stands,
            (Some(due), _) if due < self.pension && is_paid(due) => {
                step.awaits.map_or(Standing::Stands, Standing::WaitingFor)
            }
            (None, None) if is_paid(Day::FOREVER) && self.frame.through < self.pension.plus(-1) => {
                Standing::Paused
            }
            _ => return None,
        };
        let (opens, advice) = (clock.date(planned.opens), clock.date(planned.advised));
        Some(ShortLine { step, number: 1, opens, advice, due, met, standing })
    }

    /// The interviews from the present one on that are planned, certain to stand and as many days apart as
    /// counted days. They are passed; false when there are none after them.
    pub(super) fn planned_interviews<'a>(
        &self,
        interviews: &mut Interviews<'a>,
    ) -> Option<(PlainSeries<'a>, bool)> {
        let (step, number) = (interviews.step, interviews.number);
        let (days, due) = (interviews.planned_days()?, interviews.due()?);
        let goes_on_through = self.frame.clock(step.clock).runs_from(due)?;
        let last = self.paid_last.min(self.pension.plus(-1)).min(goes_on_through);
        let has_more = step.has_special_condition || step.advised != Op::Never;
        if !self.is_plain || has_more || last < due {
            return None;
        }
        let stands = |duty: Option<Duty>| duty.map_or(Standing::Stands, Standing::WaitingFor);
        let other = ShortLine {
            step,
            number,
            opens: None,
            advice: None,
            due: Some(due),
            met: None,
            standing: stands(interviews.next_waits_for()),
        };
        let room = LONGEST_SERIES - number.min(LONGEST_SERIES) + 1;
        let series = PlainSeries {
            step,
            other: Obligation::short(self.frame, &other),
            first: stands(interviews.waiting_for()),
            due,
            days,
            len: u16::try_from(last.days_since(due) / days + 1).map_or(room, |len| len.min(room)),
            passed: 0,
        };
        let goes_on = interviews.pass(self.frame, series.len, series.due(series.len - 1));
        Some((series, goes_on))
    }
}
