//! The last day that the authority accepts.

use super::context::EvalContext;
use super::count::Given;
use super::dates::Dates;
use super::sum::Start;
use super::trace::{Silent, Trace};
use crate::case::{Entitlement, EventKind};
use crate::day::Day;
use crate::law::{Condition, DateExpr, Duty, DutyPlan, Layer, Regime, Tolerance, Version};

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
        let regime = self.regime();
        let known = |duty: Duty| {
            let own = self.law.rule_of(duty, regime);
            let taken_away = Condition::NotEntitledToSicknessBenefit;
            let is_entitled =
                self.facts.case.sickness_benefit_entitlement == Some(Entitlement::Yes);
            let is_taken_away =
                is_entitled && own.is_some_and(|rule| rule.conditions.contains(&taken_away));
            let is_owed = regime == Regime::Employer || own.is_some() || self.was_owed(duty);
            is_owed && !is_taken_away
        };
        let proviso = version.proviso.as_ref().filter(|proviso| known(proviso.duty));
        proviso.is_none_or(|proviso| {
            let before = DateExpr::of(&proviso.before, version);
            let before = self.evaluate(plan.rule(), &before, Given::NOTHING, &mut Silent);
            matches!((self.met(proviso.duty), before), (Some(met), Some(before)) if met < before)
        })
    }

    /// Whether the employer had to do it before the employment ended.
    fn was_owed(&self, duty: Duty) -> bool {
        let due = || {
            let plan = self.law.own_duty_plan(duty, Regime::Employer)?;
            self.due(&plan.plan, Given::NOTHING, &mut Silent)
        };
        self.benefit_from.is_some_and(|from| due().is_some_and(|due| due < from))
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
