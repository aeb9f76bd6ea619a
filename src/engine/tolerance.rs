//! The last day that the authority accepts.

use super::context::EvalContext;
use super::count::Given;
use super::dates::Dates;
use super::sum::Start;
use super::trace::{Silent, Trace};
use crate::case::{Entitlement, EventKind};
use crate::day::Day;
use crate::law::{Condition, DateExpr, Duty, DutyPlan, Layer, Regime, Rule, Tolerance, Version};

impl EvalContext<'_> {
    /// The last day that the authority accepts, where that is later than the due day.
    #[inline]
    pub(crate) fn tolerated<T: Trace>(
        &self,
        plan: &DutyPlan,
        start: Option<&Start>,
        dates: &Dates,
        trace: &mut T,
    ) -> Option<Day> {
        match dates.version.tolerated {
            Some(_) => self.tolerated_day(plan, start, dates, trace),
            None => None,
        }
    }

    #[inline(never)]
    fn tolerated_day<T: Trace>(
        &self,
        plan: &DutyPlan,
        start: Option<&Start>,
        dates: &Dates,
        trace: &mut T,
    ) -> Option<Day> {
        let (rule, due) = (plan.rule(), dates.full_due()?);
        let is_given = self.may_be_tolerated(rule.tolerance, dates.version)
            && self.is_provided(plan, dates.version);
        if !is_given {
            return None;
        }
        let given = Given { start, due: Some(due) };
        let tolerated = self.by_version(&plan.plan, |version| {
            self.evaluate(rule, version.tolerated.as_ref()?, given, trace)
        });
        self.reached_by(plan, tolerated.filter(|day| *day > due))
    }

    /// Whether what must have been done for the tolerated day was done.
    fn is_provided(&self, plan: &DutyPlan, version: &'static Version) -> bool {
        // Where nobody has that duty its omission cannot be held against the claimant.
        let known = |duty: Duty| {
            let taken_away = Condition::NotEntitledToSicknessBenefit;
            let is_entitled =
                self.facts.case.sickness_benefit_entitlement == Some(Entitlement::Yes);
            self.owed_by(duty)
                .is_some_and(|rule| !is_entitled || !rule.conditions.contains(&taken_away))
        };
        let proviso = version.proviso.as_ref().filter(|proviso| known(proviso.duty));
        proviso.is_none_or(|proviso| {
            let before = DateExpr::of(&proviso.before, version);
            let before = self.evaluate(plan.rule(), &before, Given::NOTHING, &mut Silent);
            matches!((self.met(proviso.duty), before), (Some(met), Some(before)) if met < before)
        })
    }

    /// The rule by which somebody had to do it: in this regime, or the employer while the employment lasted.
    fn owed_by(&self, duty: Duty) -> Option<&'static Rule> {
        let leaves = self.anchors.leaves_sick.map(|last| last.plus(1));
        match (self.regime(), self.benefit_from.or(leaves)) {
            (Regime::Employer, Some(from)) => self.rule_of_employer(duty, from),
            (regime, from) => {
                let own = self.law.rule_of(duty, regime);
                own.or_else(|| self.rule_of_employer(duty, from?))
            }
        }
    }

    /// The rule by which the employer had to do it before a day.
    fn rule_of_employer(&self, duty: Duty, from: Day) -> Option<&'static Rule> {
        let plan = self.law.own_duty_plan(duty, Regime::Employer)?;
        let due = self.due(&plan.plan, Given::NOTHING, &mut Silent)?;
        (due < from).then(|| plan.rule())
    }

    /// Whether what a tolerated day is tied to has happened, apart from a proviso.
    fn may_be_tolerated(&self, tolerance: Tolerance, version: &Version) -> bool {
        match tolerance {
            Tolerance::Always => true,
            Tolerance::AfterLate(_) => self.anchors.notice_was_late,
            Tolerance::OutsideExpertAsked => {
                let is_policy = version.tolerated.is_some_and(|day| day.layer == Layer::Policy);
                let is_asked = self.recorded.first(EventKind::OutsideExpertAsked).is_some();
                (is_policy || is_asked) && self.anchors.sanction_decided.is_none()
            }
        }
    }
}
