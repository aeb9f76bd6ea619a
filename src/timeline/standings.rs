//! How a line stands: whether its dates bind, wait for another duty, or do not hold in this case.

use super::dates::Dates;
use super::ends::Ends;
use super::frame::EvalContext;
use super::obligation::{OpenNorm, Reason, Standing};
use crate::case::{Entitlement, EventKind};
use crate::day::Day;
use crate::law::{Anchor, Condition, Document, Duty, Force, Override, Rule, Step, Touched, index};

/// Says of the lines of a case how they stand.
pub(super) struct Applicability<'a, 'o> {
    pub(super) frame: &'o EvalContext<'a>,
    pub(super) ends: &'o Ends,
    /// Nothing was recorded that takes a duty away or leaves it open.
    is_quiet: bool,
    /// The same, and nothing puts other days in the place of those in the rules, all in their last
    /// version and counted alike.
    pub(super) is_plain: bool,
    /// The last day of what is paid, and the state pension day; for ever without one.
    pub(super) paid_last: Day,
    pub(super) pension: Day,
}

impl<'a, 'o> Applicability<'a, 'o> {
    pub(super) fn new(frame: &'o EvalContext<'a>, ends: &'o Ends) -> Self {
        let recorded = frame.recorded;
        let is_quiet = !frame.touched.meets(Touched::FORESEEN.and(Touched::LEAVES_SICK))
            && recorded.first(EventKind::NoPossibilities).is_none()
            && recorded.first(EventKind::WiaGranted).is_none()
            && recorded.first(EventKind::Deceased).is_none()
            && ends.pension_cut.is_none()
            && ends.assessment_last.is_none()
            && !ends.wia_cannot_start;
        let paid_last = [ends.benefit_last, ends.wages_last].into_iter().flatten().min();
        let pension = frame.facts.case.state_pension_day;
        let is_plain = is_quiet
            && frame.is_settled
            && frame.touched == Touched::NOTHING
            && frame.clocks.count_alike;
        Applicability {
            frame,
            ends,
            is_quiet,
            is_plain,
            paid_last: paid_last.unwrap_or(Day::FOREVER),
            pension: pension.unwrap_or(Day::FOREVER),
        }
    }

    /// The same as [`long`](Self::long) where nothing can take the duty away but the end of the payment;
    /// none where something can.
    #[inline]
    pub(super) fn common_case(
        &self,
        step: &Step,
        due: Option<Day>,
        met: Option<Day>,
        (waiting_for, awaits): (Option<Duty>, Option<Duty>),
    ) -> Option<Standing> {
        let is_settled = self.frame.is_settled || self.frame.first > step.settled_after;
        if !self.is_quiet || !is_settled || step.has_special_condition {
            return None;
        }
        if met.is_some_and(|met| due.is_none_or(|due| met <= due)) {
            return Some(Standing::Stands);
        }
        let falls_due = match due {
            Some(due) => due,
            None => self.frame.last?.plus(1),
        };
        if falls_due >= self.pension {
            return None;
        }
        if due.is_none() {
            return Some(self.not_reached(step));
        }
        if step.employed && falls_due > self.paid_last {
            let by_benefit = self.ends.benefit_last.is_some_and(|last| falls_due > last);
            let reason = if by_benefit { Reason::BenefitEnds } else { Reason::WagesEnd };
            return Some(Standing::Lapsed(reason));
        }
        let unmet = |duty: &Duty| self.frame.met(*duty).is_none();
        let waiting_for = waiting_for.or_else(|| awaits.filter(unmet));
        Some(waiting_for.map_or(Standing::Stands, Standing::WaitingFor))
    }

    /// How a duty stands to which the case did not come: a relapse revives it, but not what lies after a
    /// payment that the case did come to.
    fn not_reached(&self, step: &Step) -> Standing {
        match (self.ends.benefit_last, self.ends.wages_last) {
            (Some(_), _) if step.employed => Standing::Lapsed(Reason::BenefitEnds),
            (None, Some(_)) if step.employed => Standing::Lapsed(Reason::WagesEnd),
            _ => Standing::Paused,
        }
    }

    /// How a line stands, whatever was recorded.
    pub(super) fn full(
        &self,
        step: &Step,
        dates: &Dates,
        met: Option<Day>,
        waiting_for: Option<Duty>,
    ) -> Standing {
        let awaits = match dates.version.opens.as_ref().map(|bound| bound.from) {
            Some(Anchor::Met(awaited)) => Some(awaited),
            _ => None,
        };
        if let Some(standing) = self.common_case(step, dates.due, met, (waiting_for, awaits)) {
            return standing;
        }
        let rule = step.rule;
        if dates.is_undetermined() {
            return Standing::Undetermined(OpenNorm::WithoutDelay);
        }
        // Met in time is met, whatever came after. Met too late is judged only where it was due at all:
        // doing it must not be worse than leaving it.
        if met.is_some_and(|met| dates.due.is_none_or(|due| met <= due)) {
            return Standing::Stands;
        }
        if self.entitlement() == Some(Entitlement::Unknown)
            && rule.conditions.contains(&Condition::EntitledToSicknessBenefit)
        {
            return Standing::Undetermined(OpenNorm::Entitlement);
        }
        // Absent because the duty that it follows has no date is not the same as paused.
        let follows_analysis = || {
            let analysis = self.frame.law.roles().without_delay;
            self.frame.version_for(rule).due.from == Anchor::MetOrPlanned(analysis)
                && dates.agreed.is_none()
                && self.analysis_is_dateless()
        };
        let dateless = dates.due.is_none() && (dates.follows_nothing || follows_analysis());
        // The day from which on it could fall due, where its due day is absent: after the day on
        // which long absence was foreseen, or after recovery.
        let not_before = match dates.due {
            None if dateless => self.frame.recorded.first(EventKind::LongAbsenceForeseen),
            None => self.frame.last.map(|last| last.plus(1)),
            due => due,
        };
        if let Some(reason) = self.not_applicable(rule, not_before) {
            return Standing::NotApplicable(reason);
        }
        if let Some(reason) = self.lapsed(step, dates.due, not_before) {
            return Standing::Lapsed(reason);
        }
        if dates.due.is_none() && !dateless && self.frame.last.is_some() && met.is_none() {
            return self.not_reached(step);
        }
        if let Some(duty) = waiting_for {
            return Standing::WaitingFor(duty);
        }
        match awaits {
            Some(awaited) if self.frame.met(awaited).is_none() => Standing::WaitingFor(awaited),
            _ => Standing::Stands,
        }
    }

    /// Long absence was foreseen too late for a date, and the analysis is still to come: what
    /// counts from it has no date either.
    pub(super) fn analysis_is_dateless(&self) -> bool {
        let frame = self.frame;
        let analysis = frame.law.roles().without_delay;
        frame.met(analysis).is_none()
            && frame.touched.meets(Touched::FORESEEN)
            && frame.dates_of(analysis).is_some_and(|dates| dates.is_undetermined())
    }

    /// The same of the plan, unless the parties agreed on a day for it.
    pub(super) fn plan_is_dateless(&self) -> bool {
        let plan = || self.frame.dates_of(self.frame.law.roles().plan);
        self.analysis_is_dateless() && plan().is_some_and(|plan| plan.agreed.is_none())
    }

    /// Whether the employee is entitled to sickness benefit beside the wages.
    pub(super) fn entitlement(&self) -> Option<Entitlement> {
        self.frame.facts.case.sickness_benefit_entitlement
    }

    fn not_applicable(&self, rule: &Rule, not_before: Option<Day>) -> Option<Reason> {
        let frame = self.frame;
        let leaves = frame.anchors.leaves_sick;
        if let Some(leaves) = leaves.filter(|_| rule.overrides.contains(&Override::LeavesWhileSick))
        {
            let first = frame.day_from(index::REPORT_AT_END_OF_EMPLOYMENT, frame.first);
            if first.is_some_and(|first| leaves < first) {
                return Some(Reason::SickTooShort);
            }
        }
        rule.conditions.iter().find_map(|condition| match condition {
            Condition::PossibilitiesToReturn => {
                let none = frame.recorded.first(EventKind::NoPossibilities);
                let plan = frame.met(frame.law.roles().plan);
                let is_plan = rule.document == Some(Document::PlanOfAction);
                // What was due before stays due. A plan made all the same was not due; what follows
                // from it is.
                let came_in_time = |none: Day| not_before.is_none_or(|due| none <= due);
                let is_unplanned = |none: Day| plan.is_none_or(|plan| is_plan && plan > none);
                none.is_some_and(|none| came_in_time(none) && is_unplanned(none))
                    .then_some(Reason::NoPossibilities)
            }
            Condition::BelowStatePensionAge => {
                frame.is_past_state_pension_age(not_before).then_some(Reason::StatePensionAge)
            }
            Condition::FirstSickDayFrom(_) => {
                (!frame.is_sick_since(*condition)).then_some(Reason::OldLaw)
            }
            Condition::WithoutEmployer => {
                let employed = frame.facts.case.employment_last_day >= Some(frame.first);
                employed.then_some(Reason::HadEmployer)
            }
            Condition::EntitledToSicknessBenefit => {
                (self.entitlement() == Some(Entitlement::No)).then_some(Reason::NotEntitled)
            }
            Condition::WiaCanStart => self.ends.wia_cannot_start.then_some(Reason::WiaCannotStart),
            _ => None,
        })
    }

    fn lapsed(&self, step: &Step, due: Option<Day>, not_before: Option<Day>) -> Option<Reason> {
        let frame = self.frame;
        let is_after = |day: Day| not_before.is_some_and(|not_before| not_before > day);
        let granted = frame.recorded.first(EventKind::WiaGranted).filter(|day| is_after(*day));
        let deceased = frame.recorded.first(EventKind::Deceased).filter(|day| is_after(*day));
        let over = match (granted, deceased) {
            (Some(granted), Some(deceased)) if deceased < granted => Some(Reason::Deceased),
            (Some(_), _) => Some(Reason::WiaGranted),
            (None, deceased) => deceased.map(|_| Reason::Deceased),
        };
        if over.is_some() {
            return over;
        }
        let employed = step.employed;
        if let Some(leaves) = frame.anchors.leaves_sick.filter(|_| employed) {
            let lapses = match step.rule.force {
                Force::PowerToProlongWages => {
                    frame.anchors.delayed_end.is_none_or(|end| leaves <= end)
                }
                Force::Duty => is_after(leaves),
            };
            if lapses {
                return Some(Reason::EmploymentEnds);
            }
        }
        if self.ends.pension_cut.is_some_and(is_after) {
            return Some(Reason::StatePensionAge);
        }
        // WIA 23(5)(b): nothing runs on without a right to benefit.
        if self.ends.assessment_last.is_some_and(is_after) {
            return Some(Reason::BenefitEnds);
        }
        let benefit_last = self.ends.benefit_last.filter(|_| employed);
        if benefit_last.zip(due).is_some_and(|(last, due)| due > last) {
            return Some(Reason::BenefitEnds);
        }
        let wages_last = self.ends.wages_last.filter(|_| employed);
        match (due, wages_last) {
            (Some(due), Some(last)) if due > last => Some(Reason::WagesEnd),
            _ => None,
        }
    }
}
