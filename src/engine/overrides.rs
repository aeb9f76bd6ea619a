//! Recorded facts that put another due day in the place of the one in the rule.

use super::context::EvalContext;
use super::count::Given;
use super::dates::Dates;
use super::derivation::{Derived, NoDay};
use super::first_days::FirstEventDays;
use super::sum::{Start, StartKind, Sum};
use super::trace::{Silent, Trace};
use super::weekend::{NotExtended, weekend};
use crate::case::{Event, EventKind};
use crate::day::Day;
use crate::law::{
    Anchor, ClockKind, DateExpr, DutyPlan, LateReport, Override, Recurrence, Renewal, Source,
    VersionPlan, index, procesgang_vangnet::deviation_from, zw,
};
use alloc::vec::Vec;

impl EvalContext<'_> {
    /// Applies what was recorded to the dates of a duty.
    #[inline(never)]
    pub(crate) fn apply_events<T: Trace>(
        &self,
        plan: &DutyPlan,
        version: &VersionPlan,
        start: Option<&Start>,
        dates: &mut Dates,
        trace: &mut T,
    ) {
        for one in plan.rule().overrides {
            match one {
                Override::PossibilitiesReturned(renewal) => {
                    self.renew(plan, version, *renewal, dates, trace);
                }
                Override::NotBeforeItOpens => self.put_off_to_opening(plan, version, dates, trace),
                one => self.apply(*one, dates, trace),
            }
        }
        if self.recorded.has_any(FirstEventDays::DEVIATION) {
            self.deviate(plan, start, dates, trace);
        }
    }

    fn apply<T: Trace>(&self, one: Override, dates: &mut Dates, trace: &mut T) {
        match one {
            Override::WithoutDelay { foreseen, reported } => {
                if let Some(source) = self.without_delay(dates.due, foreseen, reported) {
                    dates.without_delay = true;
                    dates.due = None;
                    dates.source = source;
                    trace.record(|steps| {
                        steps.push(Derived::NoDay(NoDay::WithoutDelay { source: *source }));
                    });
                }
            }
            Override::EmploymentEndsWithinTerm => {
                let at_end = self.day(index::ENTITLEMENT_REPORT_AT_END, &mut Silent);
                if at_end.is_some_and(|day| dates.due.is_some_and(|due| day < due)) {
                    self.is_given_by_effect(index::ENTITLEMENT_REPORT_AT_END, at_end, dates, trace);
                }
            }
            Override::SickAfterEmployment if self.anchors.employment_end < Some(self.first) => {
                let position = index::OWN_RISK_REPORT_AFTER_EMPLOYMENT;
                let day = self.day(position, &mut Silent);
                self.is_given_by_effect(position, day, dates, trace);
            }
            Override::OwnEmployerPerspective
                if self.recorded.has_any(FirstEventDays::PERSPECTIVE) =>
            {
                self.defer(dates, trace);
            }
            Override::LeavesWhileSick => {
                if let Some(leaves) = self.anchors.leaves_with_report() {
                    self.leave_sick(leaves, dates, trace);
                }
            }
            Override::WageSanction if self.anchors.sanction_decided.is_some() => {
                self.decide_after_sanction(dates, trace);
            }
            Override::SickAfterEmployment
            | Override::OwnEmployerPerspective
            | Override::PossibilitiesReturned(_)
            | Override::NotBeforeItOpens
            | Override::WageSanction => {}
        }
    }

    /// An effect gives the due day.
    fn is_given_by_effect<T: Trace>(
        &self,
        position: usize,
        day: Option<Day>,
        dates: &mut Dates,
        trace: &mut T,
    ) {
        dates.due = day;
        dates.is_given_by(self.version_of(position));
        trace.record(|steps| {
            steps.clear();
            self.day(position, steps);
        });
    }

    /// The words of the open norm, where long absence was foreseen, or the sickness reported, too late
    /// for the term.
    fn without_delay(
        &self,
        due: Option<Day>,
        foreseen: &'static Source,
        reported: Option<LateReport>,
    ) -> Option<&'static Source> {
        let is_late = |day: Option<Day>| day.zip(due).is_some_and(|(day, due)| day > due);
        if is_late(self.recorded.first(EventKind::LongAbsenceForeseen)) {
            return Some(foreseen);
        }
        let report = reported?;
        is_late(self.reported(report.duty)).then_some(report.words)
    }

    /// The physician saw no possibilities before it was due and done, and sees them again: it is due later.
    fn renew<T: Trace>(
        &self,
        plan: &DutyPlan,
        version: &VersionPlan,
        renewal: Renewal,
        dates: &mut Dates,
        trace: &mut T,
    ) {
        let met = self.met(plan.duty);
        for time in self.times_without_possibilities() {
            let (Some(due), Some(returned)) = (dates.due, time.returned) else { return };
            let is_to_come = due >= time.from && met.is_none_or(|met| met > time.from);
            if !is_to_come || !self.is_renewed(version, renewal, returned) {
                continue;
            }
            let renewed = self.renewed(renewal, returned, &mut Silent);
            // A day to which the case does not come is later than any other.
            if renewed.is_some_and(|renewed| renewed <= due) {
                continue;
            }
            (dates.due, dates.renewed, dates.awaits) = (renewed, true, None);
            dates.is_given_by(self.version_of(match renewal {
                Renewal::FromTheOpinion => index::PLAN_AFTER_POSSIBILITIES_RETURNED,
                Renewal::FromThePlan => index::SECOND_TRACK_AFTER_POSSIBILITIES_RETURNED,
            }));
            trace.record(|steps| {
                steps.clear();
                if self.renewed(renewal, returned, steps).is_none() {
                    steps.clear();
                    steps.extend(
                        self.last.map(|last_sick_day| {
                            Derived::NoDay(NoDay::NotReached { last_sick_day })
                        }),
                    );
                }
            });
        }
    }

    /// It opens after its term: it is due on that day.
    fn put_off_to_opening<T: Trace>(
        &self,
        plan: &DutyPlan,
        version: &VersionPlan,
        dates: &mut Dates,
        trace: &mut T,
    ) {
        let (Some(opens), Some(expr)) = (dates.opens, &version.opens) else { return };
        if dates.due.is_some_and(|due| due < opens) {
            dates.due = Some(opens);
            (dates.source, dates.layer) = (&expr.bound.source, expr.bound.layer);
            dates.renewed = true;
            trace.record(|steps| {
                steps.clear();
                self.evaluate(plan.rule(), expr, Given::NOTHING, steps);
            });
        }
    }

    /// Whether a new opinion gives a term: where it counts from the plan, what the own term counts from must
    /// lie before it.
    fn is_renewed(&self, version: &VersionPlan, renewal: Renewal, returned: Day) -> bool {
        let from = || self.anchor(version.due.from, ClockKind::WaitingPeriod, Given::NOTHING);
        renewal == Renewal::FromTheOpinion || from().is_some_and(|from| from < returned)
    }

    /// The day on which it is due after a new opinion.
    fn renewed<T: Trace>(&self, renewal: Renewal, returned: Day, trace: &mut T) -> Option<Day> {
        let opinion = Start { day: returned, kind: StartKind::PossibilitiesReturned };
        let plan = self.day_from(index::PLAN_AFTER_POSSIBILITIES_RETURNED, opinion, trace);
        match renewal {
            Renewal::FromTheOpinion => plan,
            Renewal::FromThePlan => {
                trace.record(keep_sums);
                let start = Start { day: plan?, kind: StartKind::PlanDueAgain };
                self.day_from(index::SECOND_TRACK_AFTER_POSSIBILITIES_RETURNED, start, trace)
            }
        }
    }

    /// The parties agreed on another day; for one of a series while that was asked for last.
    fn deviate<T: Trace>(
        &self,
        plan: &DutyPlan,
        start: Option<&Start>,
        dates: &mut Dates,
        trace: &mut T,
    ) {
        // What was agreed with an employer holds for the terms of the employer (RP 5).
        let binds = |event: &Event| self.benefit_from.is_none_or(|from| event.on >= from);
        let is_about = |event: &Event| match (plan.rule().recurrence, start) {
            (Recurrence::PerRequest(request), Some(start)) => {
                self.last_asked(request, event.on) == Some(start.day)
            }
            _ => binds(event),
        };
        let agreed = self.recorded.events.iter().find_map(|event| match event.kind {
            EventKind::AgreedDeviation { duty, until, reason }
                if duty == plan.duty && is_about(event) =>
            {
                Some((until, reason))
            }
            _ => None,
        });
        if let Some((until, reason)) = agreed {
            let original = self.not_before_benefit(plan, dates.due, trace);
            dates.original_due = original;
            dates.agreed = Some(reason);
            dates.source = deviation_from(&dates.version.due.source);
            dates.layer = dates.version.due.layer;
            trace.record(|steps| {
                // Where the benefit puts it off, the steps end there already.
                if original == dates.due {
                    keep_sums(steps);
                }
                if original.is_none() {
                    steps.clear();
                }
                let source = *dates.source;
                steps.push(Derived::Agreed { original, until, reason, source });
                steps.push(Derived::NotExtended { day: until, why: NotExtended::Agreed });
            });
            dates.due = Some(until);
        }
    }

    /// A concrete perspective with the own employer, recorded in time, defers it.
    fn defer<T: Trace>(&self, dates: &mut Dates, trace: &mut T) {
        let is_perspective = |event: &&Event| event.kind == EventKind::OwnEmployerPerspective;
        for event in self.recorded.events.iter().filter(is_perspective) {
            let start = Start { day: event.on, kind: StartKind::Perspective };
            let position = index::OWN_EMPLOYER_PERSPECTIVE;
            let deferred = self.day_from(position, start, &mut Silent);
            let defers = |due: Day, until: Day| event.on <= due && until > due;
            if dates.due.zip(deferred).is_some_and(|(due, until)| defers(due, until)) {
                dates.due = deferred;
                dates.is_given_by(self.version_of(position));
                trace.record(|steps| {
                    keep_sums(steps);
                    steps.retain(|step| !is_from(step, StartKind::Perspective));
                    self.day_from(position, start, steps);
                });
            }
        }
    }

    /// It is due on the last day of the employment at the latest.
    fn leave_sick<T: Trace>(&self, leaves: Day, dates: &mut Dates, trace: &mut T) {
        if dates.due.is_none_or(|due| due > leaves) {
            let position = index::REPORT_AT_END_OF_EMPLOYMENT;
            dates.due = Some(leaves);
            dates.is_given_by(self.version_of(position));
            trace.record(|steps| {
                // The words ask for a report from so many weeks on; it is due on the last day itself.
                steps.clear();
                self.day(position, steps);
                keep_sums(steps);
                let rule = self.plan_of(position).rule;
                let bound = &zw::REPORT_ON_THE_LAST_DAY;
                let start = Start { day: leaves, kind: StartKind::EmploymentEnd };
                steps.push(Derived::Sum(Sum::of(self, rule, (bound, None), start, leaves)));
                steps.push(weekend(bound, leaves));
            });
        }
        dates.opens = dates.opens.filter(|opens| dates.due >= Some(*opens));
    }

    /// While a sanction runs the claim waits (WIA 64(7)); it is decided after the repair or, at the
    /// latest, by the end of the sanction.
    fn decide_after_sanction<T: Trace>(&self, dates: &mut Dates, trace: &mut T) {
        let plan = self.plan_of(index::WIA_DECISION_AFTER_REPAIR);
        let version = self.version_of(index::WIA_DECISION_AFTER_REPAIR);
        let repaired = self.anchors.repair_established;
        let resumed = || self.day(index::CLAIM_RESUMED, &mut Silent);
        let kind = repaired.map_or(StartKind::ClaimResumed, |_| StartKind::RepairEstablished);
        let start = repaired.or_else(resumed).map(|day| Start { day, kind });
        let given = Given { start: start.as_ref(), due: None };
        // Where there is no repair it counts from another day than the rule names.
        let expr = DateExpr { from: Anchor::Request, ..DateExpr::of(&version.due, version) };
        dates.due = self.evaluate(plan.rule, &expr, given, &mut Silent);
        dates.is_given_by(version);
        trace.record(|steps: &mut Vec<Derived>| {
            steps.clear();
            if repaired.is_none() {
                self.day(index::CLAIM_RESUMED, steps);
                keep_sums(steps);
            }
            if self.evaluate(plan.rule, &expr, given, steps).is_none() {
                steps.push(Derived::NoDay(NoDay::NothingToCountFrom));
            }
        });
    }
}

/// Forgets what weekends do to a day that another replaces.
pub(crate) fn keep_sums(steps: &mut Vec<Derived>) {
    steps.retain(|step| !step.is_about_weekends());
}

fn is_from(step: &Derived, kind: StartKind) -> bool {
    matches!(step, Derived::Sum(sum) if sum.start.kind == kind)
}
