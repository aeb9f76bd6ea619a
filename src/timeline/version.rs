//! Which version of a rule applies to a case.

use super::frame::EvalContext;
use crate::day::Day;
use crate::law::{Anchor, Axis, Rule, Term, Version};

impl EvalContext<'_> {
    /// The version that applies to this case.
    pub(super) fn version_for(&self, rule: &'static Rule) -> &'static Version {
        let in_force = rule.version_in_force();
        if in_force.since.is_none() || self.begins_after(rule) {
            return in_force;
        }
        let mut ended = rule
            .versions()
            .zip(rule.versions().skip(1))
            .filter_map(|((window, version), (_, next))| Some((version, window.until?, next)));
        let applies =
            ended.find(|(version, until, next)| self.applies(rule, version, *until, next));
        applies.map_or(in_force, |(version, ..)| version)
    }

    /// Whether the case began so long after the versions ended that no term in it can end in them:
    /// what [`applies`](Self::applies) would say, without counting.
    fn begins_after(&self, rule: &Rule) -> bool {
        let begins = self.clock(rule.clock).first_sick_day();
        let begins = begins.map_or(self.first, |day| day.min(self.first));
        rule.versions().all(|(window, version)| {
            let reaches_back = match version.due.term {
                Term::WeeksBefore(_) => version.due.term.days(),
                _ => 0,
            };
            // An employment may have ended long before the sickness.
            window.until.is_none_or(|until| {
                version.due.from != Anchor::EmploymentEnd && begins > until.plus(reaches_back)
            })
        })
    }

    /// Whether a version that has ended applies: the last day that its axis looks at lies in it.
    fn applies(&self, rule: &Rule, version: &Version, until: Day, next: &Version) -> bool {
        let ends_in_time = |day: Option<Day>| day.is_some_and(|day| day <= until);
        match version.axis {
            Axis::FirstSickDay => self.first <= until,
            Axis::LastDay => ends_in_time(self.bound(rule, &version.due, None)),
            Axis::MetOrLastDay => {
                let met = rule.duty().and_then(|duty| self.met(duty));
                let replaced =
                    self.bound(rule, &next.due, None).is_some_and(|new_due| new_due > until);
                ends_in_time(met)
                    || (ends_in_time(self.bound(rule, &version.due, None)) && !replaced)
            }
        }
    }
}
