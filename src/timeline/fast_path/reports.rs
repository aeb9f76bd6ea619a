//! Reports that only some cases have: of an employment that ends, of an employee who is entitled to
//! sickness benefit, of a former employer. They fall due on the calendar.

use super::period_ends::PeriodEnds;
use super::recorded_events::RecordedEvents;
use super::run::Run;
use super::schedule::{Orders, Preconditions, Schedule};
use crate::case::{Case, Entitlement};
use crate::day::Day;
use crate::law::{
    Anchor, Bound, Count, Counter, Law, Occasion, Recurrence, Regime, Rule, Step, calendar,
    code_of, index,
};
use crate::timeline::obligation::{OpenNorm, Standing};
use crate::timeline::recorded::earliest;
use crate::timeline::status::{Stand, StatusKind};
use crate::timeline::summary_builder::SummaryBuilder;

/// A day that is counted on the calendar from one that only some cases have.
#[derive(Clone, Copy, Debug)]
struct Reckoning(&'static Bound);

impl Reckoning {
    /// None where the rule has more than one version, or counts otherwise.
    fn of(rule: Option<&'static Rule>, from: Anchor) -> Option<Reckoning> {
        let rule = rule?;
        let version = rule.version_in_force();
        if version.since.is_some() {
            return None;
        }
        let is_plain = version.due.count == Count::CalendarDays && version.due.from == from;
        is_plain.then_some(Reckoning(&version.due))
    }

    fn day(self, from: Day) -> Option<Day> {
        let Bound { term, layer, .. } = self.0;
        let day = term.day(from, Counter::Calendar)?;
        Some(if term.is_extended_over_weekends(*layer) { calendar::on_or_after(day) } else { day })
    }
}

/// The reports of a regime.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reports {
    leaving: Option<EndOfEmploymentReport>,
    entitled: Option<EntitlementReport>,
    former: Option<FormerEmployeeReport>,
}

/// When the employment ends while the employee is sick: on which day, and from when on with a
/// re-integration report.
#[derive(Clone, Copy, Debug)]
struct EndOfEmploymentReport {
    report: Step,
    due: Reckoning,
    reintegration: Step,
    preconditions: Preconditions,
    asked_from: Reckoning,
}

/// Entitled to sickness benefit beside the wages.
#[derive(Clone, Copy, Debug)]
struct EntitlementReport {
    report: Step,
    due: Reckoning,
    at_end: Reckoning,
}

/// By the carrier of its own risk.
#[derive(Clone, Copy, Debug)]
struct FormerEmployeeReport {
    report: Step,
    due: Reckoning,
    after_employment: Reckoning,
}

impl Reports {
    /// None where a rule has something that the fast path does not know.
    pub(super) fn of(law: &Law, regime: Regime) -> Option<Reports> {
        let steps = law.steps(regime);
        let on = |occasion| {
            let recurrence = Recurrence::OnceWhen(occasion);
            steps.iter().find(move |step| step.rule.recurrence == recurrence)
        };
        let effect = |position, from| Reckoning::of(law.at_in(position, regime), from);
        let mut reports = Reports::default();
        if let Some(report) = on(Occasion::LeavesWhileSick) {
            let due = Reckoning::of(Some(report.rule), Anchor::EmploymentEnd)?;
            // It opens on the day on which it is due.
            if report.last.opens != Some(report.last.due) || report.last.tolerated.is_some() {
                return None;
            }
            let reintegration = *law.own_step(law.roles().report, regime)?;
            reports.leaving = Some(EndOfEmploymentReport {
                report: *report,
                due,
                reintegration,
                preconditions: Preconditions::of(&reintegration),
                asked_from: effect(index::REPORT_AT_END_OF_EMPLOYMENT, Anchor::FirstSickDay)?,
            });
        }
        if let Some(report) = on(Occasion::EntitlementAnswered) {
            reports.entitled = Some(EntitlementReport {
                report: *report,
                due: Reckoning::of(Some(report.rule), Anchor::FirstSickDay)?,
                at_end: effect(index::ENTITLEMENT_REPORT_AT_END, Anchor::EmploymentEnd)?,
            });
        }
        if let Some(report) = on(Occasion::EmploymentEndKnown) {
            let position = index::OWN_RISK_REPORT_AFTER_EMPLOYMENT;
            reports.former = Some(FormerEmployeeReport {
                report: *report,
                due: Reckoning::of(Some(report.rule), Anchor::EmploymentEnd)?,
                after_employment: effect(position, Anchor::FirstSickDay)?,
            });
        }
        let steps = [on(Occasion::EntitlementAnswered), on(Occasion::EmploymentEndKnown)];
        let opens = steps.into_iter().flatten().any(|step| step.last.opens.is_some());
        Some(reports).filter(|_| !opens)
    }
}

/// Adds the reports of a case on the fast path to the summary.
pub(super) struct ReportEvaluator<'r, 'a> {
    pub(super) schedule: &'r Schedule,
    pub(super) case: &'r Case,
    pub(super) run: &'r Run<'a>,
    pub(super) done: &'r RecordedEvents<'a>,
    pub(super) ends: &'r PeriodEnds,
    /// The duties that are evaluated in full.
    pub(super) special_cases: Orders,
    pub(super) summary: &'r mut SummaryBuilder,
}

impl ReportEvaluator<'_, '_> {
    /// Adds the reports that the case has.
    #[inline]
    pub(super) fn count(&mut self) {
        let Reports { leaving, entitled, former } = &self.schedule.reports;
        if let (Some(leaving), Some(leaves)) = (leaving, self.ends.leaves_sick) {
            self.leave(leaving, leaves);
        }
        if let (Some(entitled), Some(answer)) = (entitled, self.case.sickness_benefit_entitlement) {
            self.entitle(entitled, answer);
        }
        if let (Some(former), Some(last)) = (former, self.case.employment_last_day) {
            let due = match last < self.run.first {
                true => former.after_employment.day(self.run.first),
                false => former.due.day(last),
            };
            self.stand(&former.report, Standing::Stands, None, due);
        }
    }

    fn leave(&mut self, leaving: &EndOfEmploymentReport, leaves: Day) {
        let due = leaving.due.day(leaves);
        self.stand(&leaving.report, Standing::Stands, due, due);

        let step = &leaving.reintegration;
        if self.special_cases >> step.order & 1 == 1 {
            return;
        }
        let place = self.schedule.place_of(step.code);
        let reached = |k: i32| Some(k).filter(|k| self.run.comes_to(*k)).map(|k| self.run.date(k));
        let at_the_end = self.ends.waiting_last.and_then(|_| reached(place.due));
        let due = at_the_end.map_or(leaves, |at_the_end| at_the_end.min(leaves));
        let opens = reached(place.opens).filter(|opens| *opens <= due);
        let is_asked = leaving.asked_from.day(self.run.first).is_none_or(|from| from <= leaves);
        let in_time = self.done.met(step.code).is_some_and(|met| met <= due);
        if in_time || is_asked && self.holds(leaving.preconditions, due) {
            self.stand(step, Standing::Stands, opens, Some(due));
        }
    }

    /// Whether what is due on a day applies.
    fn holds(&self, preconditions: Preconditions, due: Day) -> bool {
        let by_then = |day: Option<Day>| day.is_some_and(|day| day <= due);
        let pension = self.case.state_pension_day.filter(|_| preconditions.below_pension_age);
        let none = self.done.no_possibilities.filter(|_| preconditions.possibilities);
        let is_out = preconditions.wia && self.ends.wia_cannot_start;
        !(is_out || by_then(pension) || by_then(none))
    }

    fn entitle(&mut self, entitled: &EntitlementReport, answer: Entitlement) {
        let at_end = self.ends.leaves_sick.and_then(|leaves| entitled.at_end.day(leaves));
        let due = earliest(entitled.due.day(self.run.first), at_end);
        let met = self.done.met(entitled.report.code);
        let in_time = met.is_some_and(|met| due.is_none_or(|due| met <= due));
        let standing = match answer {
            Entitlement::Yes => Standing::Stands,
            _ if in_time => Standing::Stands,
            Entitlement::No => return,
            Entitlement::Unknown => Standing::Undetermined(OpenNorm::Entitlement),
        };
        self.stand(&entitled.report, standing, None, due);
    }

    fn stand(&mut self, step: &Step, standing: Standing, opens: Option<Day>, due: Option<Day>) {
        let met = self.done.met(code_of(step.duty));
        let over = earliest(self.done.over, self.ends.pension_cut);
        let is_over = over.is_some_and(|over| due > Some(over));
        if is_over && standing == Standing::Stands && met.is_none_or(|met| Some(met) > due) {
            return self.summary.add_status(StatusKind::Lapsed);
        }
        self.summary.count(step, &Stand { standing, opens, due, met, fatal_after: None });
    }
}
