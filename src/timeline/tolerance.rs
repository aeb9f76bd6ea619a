//! The last day that the authority accepts.

use super::dates::Dates;
use super::frame::EvalContext;
use crate::case::EventKind;
use crate::day::Day;
use crate::law::{Afterwards, Duty, Op, Regime, Rule, Step, Tolerance, Version};

impl EvalContext<'_> {
    /// The tolerated day of a duty that goes the fast path.
    #[inline]
    pub(super) fn short_tolerated(&self, step: &Step, due: Day) -> Option<Day> {
        match step.tolerated {
            Op::Never => None,
            Op::Other if !self.may_be_tolerated(step.rule.tolerance) => None,
            op => self.other_tolerated(step, op, due),
        }
    }

    #[inline(never)]
    fn other_tolerated(&self, step: &Step, op: Op, due: Day) -> Option<Day> {
        if let Op::Other = op {
            return self.tolerated(step.rule, &self.untouched(step.last, None, Some(due)));
        }
        let tolerated = self.evaluate(step.clock, op, Some(due));
        self.reached(tolerated.filter(|day| *day > due))
    }

    /// The day after which a duty that is due on `due` can no longer be done at all, by the fast path.
    pub(super) fn last_chance(&self, step: &Step, due: Day) -> Option<Day> {
        match step.last_chance {
            Op::Never => None,
            op => {
                let last = self.evaluate(step.clock, op, Some(due));
                self.reached(last).filter(|last| *last > due)
            }
        }
    }

    /// The last day that the authority accepts, where that is later than the due day.
    pub(super) fn tolerated(&self, rule: &Rule, dates: &Dates) -> Option<Day> {
        let bound = dates.version.tolerated.as_ref()?;
        let due = dates.full.1?;
        if !self.is_tolerance_given(rule, dates.version) {
            return None;
        }
        let tolerated = self.bound(rule, bound, Some(due)).filter(|day| *day > due);
        match rule.afterwards {
            Afterwards::FallsDue => tolerated,
            _ => self.reached(tolerated),
        }
    }

    /// Whether the tolerated day of a duty is given at all.
    fn is_tolerance_given(&self, rule: &Rule, version: &Version) -> bool {
        // Where nobody has that duty its omission cannot be held against the claimant.
        let regime = self.regime();
        let known =
            |duty: Duty| regime == Regime::Employer || self.law.rule_of(duty, regime).is_some();
        let proviso = version.proviso.filter(|proviso| known(proviso.duty));
        let provided = proviso.is_none_or(|proviso| {
            let before = self.bound(rule, &proviso.before, None);
            matches!((self.met(proviso.duty), before), (Some(met), Some(before)) if met < before)
        });
        provided && self.may_be_tolerated(rule.tolerance)
    }

    /// Whether what a tolerated day is tied to has happened, apart from a proviso.
    fn may_be_tolerated(&self, tolerance: Tolerance) -> bool {
        match tolerance {
            Tolerance::Always => true,
            Tolerance::AfterLate(_) => self.anchors.notice_was_late,
            Tolerance::OutsideExpertAsked => {
                self.recorded.first(EventKind::OutsideExpertAsked).is_some()
                    && self.anchors.sanction_decided.is_none()
            }
        }
    }
}
