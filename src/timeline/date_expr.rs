//! From a bound to a day: by the fast path that was worked out from the rule, or by the long one.

use super::frame::EvalContext;
use crate::day::Day;
use crate::law::calendar;
use crate::law::{Bound, ClockKind, Count, Counter, Duty, Op, Rule, Step};

impl EvalContext<'_> {
    /// Whether the dates of a duty follow from the last version of its rule, by the fast path.
    #[inline]
    pub(super) fn is_short(&self, step: &Step) -> bool {
        !self.touched.meets(step.touched_by)
            && step.is_short
            && (self.is_settled || self.begins_after_versions(step.clock, step.settled_after))
    }

    /// Whether the case begins after the day after which only the last version of a rule applies.
    pub(super) fn begins_after_versions(&self, clock: ClockKind, settled_after: Day) -> bool {
        let begins = || self.clock(clock).first_sick_day() > Some(settled_after);
        self.begins > settled_after || self.first > settled_after && begins()
    }

    /// The day of a short way; `from` is the one before it in a series, or the due day that it
    /// follows.
    #[inline(always)]
    pub(super) fn evaluate(&self, clock: ClockKind, op: Op, from: Option<Day>) -> Option<Day> {
        match op {
            Op::Never => None,
            Op::Counted(place) => self.clock(clock).date(place),
            Op::AfterPrevious(days) => self.clock(clock).nth_after(from?, days),
            Op::AfterEnd(days) => Some(self.anchors.end?.plus(days)),
            Op::AfterDelayedEnd(days) => Some(self.anchors.delayed_end?.plus(days)),
            op => self.evaluate_from(clock, op, from),
        }
    }

    /// The ways that go by other days.
    #[inline(never)]
    fn evaluate_from(&self, clock: ClockKind, op: Op, from: Option<Day>) -> Option<Day> {
        match op {
            Op::OnMet(duty) => self.met(duty),
            Op::Years(n) => {
                let clock = self.clock(clock);
                let first = clock.first_sick_day()?;
                clock.date(first.plus_years(n).days_since(first))
            }
            Op::WorkingDayFromDue => from.map(calendar::on_or_after),
            Op::AfterMet { duty, code, days, count, is_extended } => {
                let from = self.recorded.met_code(code).or_else(|| self.planned(duty))?;
                let day = match count {
                    Count::CalendarDays => from.plus(days),
                    Count::SickDays => self.clock(clock).nth_after(from, days)?,
                };
                Some(if is_extended { calendar::on_or_after(day) } else { day })
            }
            _ => None,
        }
    }

    /// The day on which a duty was met, until then its planned due day.
    pub(super) fn met_or_planned(&self, duty: Duty) -> Option<Day> {
        self.met(duty).or_else(|| self.planned(duty))
    }

    fn planned(&self, duty: Duty) -> Option<Day> {
        let step = self.law.step_of(duty, self.regime())?;
        if self.is_short(step) {
            return self.reached(self.evaluate(step.clock, step.due, None));
        }
        self.dates(step).due
    }

    /// The day that a bound gives, counted from `from`; extended over a weekend or public holiday
    /// where the *Algemene termijnenwet* says so.
    pub(super) fn bound_from(&self, rule: &Rule, bound: &Bound, from: Day) -> Option<Day> {
        let counter = match bound.count {
            Count::CalendarDays => Counter::Calendar,
            Count::SickDays => Counter::Clock(self.clock(rule.clock)),
        };
        let day = bound.term.day(from, counter)?;
        let extended = bound.term.is_extended_over_weekends(bound.layer);
        Some(if extended { calendar::on_or_after(day) } else { day })
    }

    pub(super) fn bound(&self, rule: &Rule, bound: &Bound, due: Option<Day>) -> Option<Day> {
        self.bound_from(rule, bound, self.anchor(bound.from, rule, due)?)
    }

    /// The day that a milestone or effect gives; none in a regime that does not know it.
    pub(super) fn day(&self, position: usize) -> Option<Day> {
        let way = self.law.way(position, self.regime())?;
        if !matches!(way.op, Op::Other) && self.begins_after_versions(way.clock, way.settled_after)
        {
            return self.evaluate(way.clock, way.op, None);
        }
        let rule = self.law.at_in(position, self.regime())?;
        self.bound(rule, &self.version_for(rule).due, None)
    }

    /// The day that an effect gives from a day that only the caller has.
    pub(super) fn day_from(&self, position: usize, from: Day) -> Option<Day> {
        let rule = self.rule(position);
        self.bound_from(rule, &self.version_for(rule).due, from)
    }
}
