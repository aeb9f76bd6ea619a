//! Which version of a rule applies to a case.

use super::context::EvalContext;
use super::count::Given;
use super::trace::Silent;
use crate::day::Day;
use crate::law::{
    Axis, ClockKind, DateExpr, Rule, RulePlan, Touched, Version, VersionPlan, Window,
};

impl EvalContext<'_> {
    /// What `then` says of the version of a rule that holds in the case.
    #[inline(always)]
    pub(crate) fn by_version<R>(&self, plan: &RulePlan, then: impl FnOnce(&VersionPlan) -> R) -> R {
        if let Some(version) = plan.rule.when_extended.filter(|_| self.is_extended()) {
            return then(&VersionPlan::of(version));
        }
        if self.begins_after_versions(plan.rule.clock, plan.settled_after) {
            return then(&plan.last);
        }
        let version = self.version_for(plan.rule);
        // No two versions of a rule begin on one day.
        if version.since == plan.last.version.since {
            return then(&plan.last);
        }
        then(&VersionPlan::of(version))
    }

    /// Whether the parties asked for a wage period that reaches beyond the waiting period.
    pub(crate) fn is_extended(&self) -> bool {
        self.touched.meets(Touched::EXTENDED)
    }

    /// Whether the case begins after the day after which only the last version of a rule applies.
    #[inline]
    pub(crate) fn begins_after_versions(&self, clock: ClockKind, settled_after: Day) -> bool {
        let begins = || self.clock(clock).first_sick_day() > Some(settled_after);
        self.begins > settled_after || self.first > settled_after && begins()
    }

    /// The version that applies to this case.
    fn version_for(&self, rule: &'static Rule) -> &'static Version {
        let mut versions = rule.versions();
        let mut present = versions.next();
        while let Some((Window { until: Some(until), .. }, version)) = present {
            let next = versions.next();
            if next.is_none_or(|(_, next)| self.applies(rule, version, until, next)) {
                return version;
            }
            present = next;
        }
        rule.version_in_force()
    }

    /// Whether a version that has ended applies: the last day that its axis looks at lies in it.
    fn applies(
        &self,
        rule: &Rule,
        version: &'static Version,
        until: Day,
        next: &'static Version,
    ) -> bool {
        let due = |version: &'static Version| {
            let due = DateExpr::of(&version.due, version);
            self.evaluate(rule, &due, Given::NOTHING, &mut Silent)
        };
        let ends_in_time = |day: Option<Day>| day.is_some_and(|day| day <= until);
        match version.axis {
            Axis::FirstSickDay => self.first <= until,
            Axis::LastDay => ends_in_time(due(version)),
            Axis::StartDay => {
                ends_in_time(self.anchor(version.due.from, rule.clock, Given::NOTHING))
            }
            Axis::MetOrLastDay => {
                let met = rule.duty().and_then(|duty| self.met(duty));
                let replaced = || due(next).is_some_and(|new_due| new_due > until);
                ends_in_time(met) || (ends_in_time(due(version)) && !replaced())
            }
        }
    }
}
