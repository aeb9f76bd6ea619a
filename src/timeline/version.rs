//! Which version of a rule applies to a case.

use super::frame::Frame;
use crate::day::Day;
use crate::law::{Anchor, Axis, Rule, Term, Version};

impl Frame<'_> {
    /// The version that applies to this case.
    pub(super) fn version(&self, rule: &'static Rule) -> &'static Version {
        let (last, older) = rule.versions.split_last().expect("checked when compiled");
        if older.is_empty() || self.begins_after(rule, older) {
            return last;
        }
        let next = rule.versions[1..].iter();
        older
            .iter()
            .zip(next)
            .find(|(v, next)| self.applies(rule, v, next))
            .map_or(last, |(v, _)| v)
    }

    /// Whether the case began so long after the versions ended that no term in it can end in them:
    /// what [`applies`](Self::applies) would say, without counting.
    fn begins_after(&self, rule: &Rule, versions: &[Version]) -> bool {
        let begins = self.clock(rule.clock).first_sick_day();
        let begins = begins.map_or(self.first, |day| day.min(self.first));
        versions.iter().all(|version| {
            let reaches_back = match version.due.term {
                Term::WeeksBefore(_) => version.due.term.days(),
                _ => 0,
            };
            // An employment may have ended long before the sickness.
            version.due.from != Anchor::EmploymentEnd
                && version.window.until.is_some_and(|until| begins > until.plus(reaches_back))
        })
    }

    /// Whether a version that has ended applies: the last day that its axis looks at lies in it.
    fn applies(&self, rule: &Rule, version: &Version, next: &Version) -> bool {
        let Some(until) = version.window.until else { return true };
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
