//! From an expression of the plan to a day.

use super::context::EvalContext;
use super::derivation::Derived;
use super::sum::{Start, StartKind, Sum};
use super::trace::{Silent, Trace};
use super::weekend::weekend;
use crate::day::Day;
use crate::law::calendar;
use crate::law::{Anchor, ClockKind, Counting, DateExpr, Duty, Rule, RulePlan, Version, index};

/// The days that only the caller has.
#[derive(Clone, Copy)]
pub(crate) struct Given<'g> {
    /// Where a line of a series starts, or the request that something counts from.
    pub(crate) start: Option<&'g Start>,
    /// The due day, for what counts from it.
    pub(crate) due: Option<Day>,
}

impl Given<'_> {
    pub(crate) const NOTHING: Given<'static> = Given { start: None, due: None };
}

impl EvalContext<'_> {
    /// The day of an expression of a rule.
    #[inline(always)]
    pub(crate) fn evaluate<T: Trace>(
        &self,
        rule: &Rule,
        expr: &DateExpr,
        given: Given<'_>,
        trace: &mut T,
    ) -> Option<Day> {
        let day = match expr.counting {
            Counting::Place(place) => self.clock(rule.clock).date(place)?,
            counting => {
                let from = self.anchor(expr.from, rule.clock, given)?;
                self.count(rule.clock, counting, from)?
            }
        };
        trace.record(|steps| {
            let Some(from) = self.anchor(expr.from, rule.clock, given) else { return };
            let start = Start { day: from, kind: self.start_kind(expr.from, given) };
            if matches!(expr.from, Anchor::End | Anchor::DelayedEnd) {
                self.trace_end(expr.from == Anchor::DelayedEnd, steps);
            }
            steps.push(Derived::Sum(Sum::of(self, rule, (expr.bound, expr.since), start, day)));
            if expr.counting != Counting::WorkingDay {
                steps.push(weekend(expr.bound, day));
            }
        });
        Some(if expr.is_extended { calendar::on_or_after(day) } else { day })
    }

    /// The day that is counted from another.
    #[inline]
    fn count(&self, clock: ClockKind, counting: Counting, from: Day) -> Option<Day> {
        let clock = self.clock(clock);
        match counting {
            Counting::Nothing => Some(from),
            Counting::Place(place) => clock.date(place),
            Counting::CountedDays(days) => clock.nth_after(from, days),
            Counting::CountedDaysFrom(days) => clock.nth_after(from.plus(-1), days),
            Counting::Days(days) => Some(from.plus(days)),
            Counting::Months(months) => Some(from.plus_months(months)),
            Counting::CountedMonths(months) => {
                let elapsed = from.plus_months(months).days_since(from);
                clock.nth_after(from.plus(-1), elapsed + 1)
            }
            Counting::CountedYears(years) => {
                let elapsed = from.plus_years(years).days_since(from);
                clock.nth_after(from.plus(-1), elapsed)
            }
            Counting::Years(years) => Some(from.plus_years(years).plus(-1)),
            Counting::WorkingDay => Some(calendar::on_or_after(from)),
        }
    }

    /// The day that a term counts from.
    #[inline]
    pub(crate) fn anchor(&self, anchor: Anchor, clock: ClockKind, given: Given<'_>) -> Option<Day> {
        let anchors = &self.anchors;
        match anchor {
            Anchor::FirstSickDay => self.clock(clock).first_sick_day(),
            Anchor::Met(duty) => self.met(duty),
            Anchor::MetOrPlanned(duty) => self.met_or_planned(duty),
            Anchor::End => anchors.end,
            Anchor::DelayedEnd => anchors.delayed_end,
            Anchor::NoticeReceived => anchors.notice_received,
            Anchor::EmploymentEnd => anchors.employment_end,
            Anchor::ShorteningRequested => anchors.shortening_requested,
            Anchor::AbleToEarn { .. } => anchors.able_to_earn,
            Anchor::RepairEstablished => anchors.repair_established,
            Anchor::SanctionEnd => anchors.sanction_end,
            Anchor::Due => given.due,
            Anchor::WiaStart => anchors.wia_start,
            Anchor::StatePensionDay { not_before } => {
                let start = self.facts.case.state_pension_day?.max(self.first);
                Some(not_before.map_or(start, |day| day.max(start)))
            }
            Anchor::LastSickDay => self.last,
            Anchor::ThirteenWeeks => self.day(index::THIRTEEN_WEEKS_OF_SICKNESS, &mut Silent),
            Anchor::PreviousInterview
            | Anchor::PeriodStart
            | Anchor::DayAfterLeave
            | Anchor::RepairNotified
            | Anchor::AdjustmentAdvised
            | Anchor::NewOpinion
            | Anchor::PlanDueAgain
            | Anchor::SupplementAsked
            | Anchor::TermSet
            | Anchor::FirstFitDay
            | Anchor::RecoveryTold
            | Anchor::EarlyIvaClaim
            | Anchor::Request
            | Anchor::Opens
            | Anchor::DayAfterLeaveOrSickness
            | Anchor::DecisionSent
            | Anchor::DecisionDue
            | Anchor::DefaultReceived
            | Anchor::LastDayToObject
            | Anchor::DayAfterBan
            | Anchor::PermitGiven
            | Anchor::DayAfterPermit
            | Anchor::TransitionPaymentMade => given.start.map(|start| start.day),
        }
    }

    /// What that day is.
    fn start_kind(&self, anchor: Anchor, given: Given<'_>) -> StartKind {
        let done_or_planned = |duty: Duty| match self.met(duty) {
            Some(_) => StartKind::Done(duty, 1),
            None => StartKind::Planned(duty, 1),
        };
        match anchor {
            Anchor::FirstSickDay => StartKind::FirstSickDay,
            Anchor::Met(duty) | Anchor::MetOrPlanned(duty) => done_or_planned(duty),
            Anchor::End => self.kind_of_end(),
            Anchor::DelayedEnd => self.kind_of_delayed_end(),
            Anchor::NoticeReceived => StartKind::NoticeReceived,
            Anchor::EmploymentEnd => StartKind::EmploymentEnd,
            Anchor::AbleToEarn { .. } => StartKind::AbleToEarn,
            Anchor::RepairEstablished => StartKind::RepairEstablished,
            Anchor::SanctionEnd if self.anchors.sanction_end == self.anchors.delayed_end => {
                self.kind_of_delayed_end()
            }
            Anchor::SanctionEnd => StartKind::SanctionEnd,
            Anchor::StatePensionDay { .. } => StartKind::StatePensionDay,
            Anchor::LastSickDay => StartKind::LastSickDay,
            Anchor::ThirteenWeeks => StartKind::ThirteenWeeks,
            Anchor::Due => StartKind::Due,
            Anchor::WiaStart => StartKind::WiaStart,
            Anchor::ShorteningRequested
            | Anchor::PreviousInterview
            | Anchor::PeriodStart
            | Anchor::DayAfterLeave
            | Anchor::RepairNotified
            | Anchor::AdjustmentAdvised
            | Anchor::NewOpinion
            | Anchor::PlanDueAgain
            | Anchor::SupplementAsked
            | Anchor::TermSet
            | Anchor::FirstFitDay
            | Anchor::RecoveryTold
            | Anchor::EarlyIvaClaim
            | Anchor::Request
            | Anchor::Opens
            | Anchor::DayAfterLeaveOrSickness
            | Anchor::DecisionSent
            | Anchor::DecisionDue
            | Anchor::DefaultReceived
            | Anchor::LastDayToObject
            | Anchor::DayAfterBan
            | Anchor::PermitGiven
            | Anchor::DayAfterPermit
            | Anchor::TransitionPaymentMade => {
                given.start.map_or(StartKind::Requested, |start| start.kind)
            }
        }
    }

    /// The day on which a duty was met, until then its planned due day.
    pub(crate) fn met_or_planned(&self, duty: Duty) -> Option<Day> {
        self.met(duty).or_else(|| self.planned(duty))
    }

    #[inline(never)]
    fn planned(&self, duty: Duty) -> Option<Day> {
        let plan = self.law.duty_plan(duty, self.regime())?;
        if self.touched.meets(plan.touched_by) {
            return self.dates(plan, None, &mut Silent).due;
        }
        self.reached_by(plan, self.due(&plan.plan, Given::NOTHING, &mut Silent))
    }

    /// The due day that a rule gives by the version that holds, whatever was recorded.
    #[inline(always)]
    pub(crate) fn due<T: Trace>(
        &self,
        plan: &RulePlan,
        given: Given<'_>,
        trace: &mut T,
    ) -> Option<Day> {
        self.by_version(plan, |version| self.evaluate(plan.rule, &version.due, given, trace))
    }

    /// The day that a milestone or effect gives; none in a regime that does not know it.
    pub(crate) fn day<T: Trace>(&self, position: usize, trace: &mut T) -> Option<Day> {
        self.due(self.law.rule_plan(position, self.regime())?, Given::NOTHING, trace)
    }

    /// The day that an effect gives from a day that only the caller has; that of an employer in a regime
    /// that does not know it.
    pub(crate) fn day_from<T: Trace>(
        &self,
        position: usize,
        start: Start,
        trace: &mut T,
    ) -> Option<Day> {
        let given = Given { start: Some(&start), due: None };
        self.due(self.plan_of(position), given, trace)
    }

    /// The version of an effect that holds in the case.
    pub(crate) fn version_of(&self, position: usize) -> &'static Version {
        self.version_of_rule(self.plan_of(position))
    }

    /// The version of a rule that holds in the case.
    pub(crate) fn version_of_rule(&self, plan: &RulePlan) -> &'static Version {
        self.by_version(plan, |version| version.version)
    }
}
