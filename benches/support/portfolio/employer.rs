//! The file of an employer, from the sick report to the first-year evaluation.

use super::file::{File, working_day_before};
use super::in_days;
use poortwachter::Day;
use poortwachter::{DeviationReason, Duty, Entitlement, EventKind, PlanItem};

impl File<'_> {
    pub fn employer(&mut self) {
        self.report_and_entitlement();
        let everything = self.until;
        self.stop_at_contract_end(true);
        if !self.neglected {
            self.analysis_and_plan();
            let report =
                self.meet(Duty::UWV_SICKNESS_REPORT, self.shares.uwv_sickness_report, 280, 295);
            if let Some(report) = report {
                self.leave_follow_on(report);
            }
            let evaluation = self.first_year_evaluation();
            self.second_track(evaluation);
        }
        self.until = everything;
        self.end_of_employment();
        let employed = self.contract.employment_last_day.is_none_or(|day| day > self.as_of);
        self.wia(employed);
    }

    fn report_and_entitlement(&mut self) {
        self.meet(Duty::SICKNESS_REPORT, self.shares.sickness_report, 1, 7);
        if !self.draw.chance(self.shares.entitlement) {
            return;
        }
        let entitled = self.draw.chance(self.shares.entitled);
        let not = self.draw.pick(&[Entitlement::No, Entitlement::No, Entitlement::Unknown]);
        self.entitlement = Some(if entitled { Entitlement::Yes } else { not });
        if entitled && !self.neglected {
            let first = self.course.first_day();
            let due = first + 42;
            if let Some(on) = self.day_kept_between(self.shares.other_reports, first, due) {
                self.record(EventKind::Met(Duty::ENTITLEMENT_REPORT), on);
            }
        }
    }

    /// Problem analysis, plan of action and progress interviews, as far as the case came.
    pub fn analysis_and_plan(&mut self) {
        let foreseen = self.draw.chance(self.shares.long_absence_foreseen);
        let deviating = self.draw.chance(self.shares.agreed_deviation).then(|| {
            let duties =
                [Duty::PROBLEM_ANALYSIS, Duty::PLAN_OF_ACTION, Duty::FIRST_YEAR_EVALUATION];
            self.draw.pick(&duties)
        });
        let analysis = if foreseen {
            let day = self.some_day(44, 120);
            day.filter(|day| self.record(EventKind::LongAbsenceForeseen, *day)).and_then(|day| {
                let foreseen = self.course.through(day);
                self.meet(
                    Duty::PROBLEM_ANALYSIS,
                    self.shares.problem_analysis,
                    foreseen,
                    foreseen + 14,
                )
            })
        } else if deviating == Some(Duty::PROBLEM_ANALYSIS) {
            self.deviate(Duty::PROBLEM_ANALYSIS, 43)
        } else {
            self.meet(Duty::PROBLEM_ANALYSIS, self.shares.problem_analysis, 15, 43)
        };
        if self.draw.chance(self.shares.no_possibilities) {
            let day = analysis.or_else(|| self.some_day(40, 60));
            if let Some(day) = day {
                self.record(EventKind::NoPossibilities, day);
            }
            return;
        }
        let from = analysis.map_or(43, |day| self.course.through(day));
        let plan = if deviating == Some(Duty::PLAN_OF_ACTION) {
            self.deviate(Duty::PLAN_OF_ACTION, from + 14)
        } else {
            self.meet(Duty::PLAN_OF_ACTION, self.shares.plan_of_action, from, from + 14)
        };
        if let Some(plan) = plan {
            self.after_the_plan(plan);
        }
        if deviating == Some(Duty::FIRST_YEAR_EVALUATION) {
            self.deviate(Duty::FIRST_YEAR_EVALUATION, 364);
        }
    }

    /// Agrees on one to four weeks more for a duty that is due on a sick day, and meets it then.
    fn deviate(&mut self, duty: Duty, due: u64) -> Option<Day> {
        let agreed = self.some_day(due.saturating_sub(7), due)?;
        let until = self.course.nth(due)? + in_days(self.draw.between(7, 28));
        let reason = self.draw.pick(DeviationReason::ALL);
        let kind = EventKind::AgreedDeviation { duty, until, reason };
        self.record(kind, agreed).then_some(())?;
        let early = self.draw.between(0, 5);
        let on = working_day_before(until - in_days(early), agreed);
        let met = on <= self.course.last_day() && self.record(EventKind::Met(duty), on);
        met.then_some(on)
    }

    fn after_the_plan(&mut self, plan: Day) {
        if self.draw.chance(self.shares.plan_items) {
            for item in PlanItem::ALL {
                if self.draw.chance(0.93) {
                    self.record(EventKind::PlanHolds(*item), plan);
                }
            }
        }
        let start = self.course.through(plan);
        if self.draw.chance(self.shares.interviews) {
            let mut held = start;
            loop {
                let in_time = self.draw.chance(self.shares.interview_in_time);
                let (low, high) = if in_time { (28, 42) } else { (43, 98) };
                held += self.draw.rather_late(low, high);
                // On time still after the step back to a Friday; no two on one day, for they lie weeks apart.
                let Some(day) = self.some_day(held, held) else { break };
                if !self.record(EventKind::Interview, working_day_before(day, plan)) {
                    break;
                }
            }
        }
        if self.draw.chance(self.shares.plan_adjusted) {
            if let Some(day) = self.some_day(start + 30, start + 400) {
                self.record(EventKind::PlanAdjusted, day);
            }
        }
        if self.draw.chance(self.shares.partly_able_to_work) {
            if let Some(day) = self.some_day(start, start + 300) {
                self.record(EventKind::PartlyAbleToWork, day);
                let k = self.course.through(day);
                if let Some(day) = self.some_day(k, k + 14).filter(|_| self.draw.chance(0.7)) {
                    self.record(EventKind::ReintegrationInterview, day);
                }
            }
        }
    }

    pub fn first_year_evaluation(&mut self) -> Option<Day> {
        let duty = Duty::FIRST_YEAR_EVALUATION;
        let deviates = self.events.iter().any(
            |(kind, _)| matches!(kind, EventKind::AgreedDeviation { duty: d, .. } if *d == duty),
        );
        if !deviates {
            self.meet(duty, self.shares.first_year_evaluation, 316, 364);
        }
        if self.draw.chance(self.shares.own_employer_perspective) {
            if let Some(day) = self.some_day(330, 400) {
                self.record(EventKind::OwnEmployerPerspective, day);
            }
        }
        self.events.iter().find(|(kind, _)| *kind == EventKind::Met(duty)).map(|(_, on)| *on)
    }

    /// The UWV hears that the sickness goes on after a leave that came after the 42nd-week report.
    fn leave_follow_on(&mut self, report: Day) {
        for leave in &self.course.leave {
            let resumed = leave.last + 1;
            if report < leave.first && resumed <= self.course.last_day() {
                let due = resumed + 1;
                if let Some(on) = self.day_kept_between(self.shares.other_reports, resumed, due) {
                    self.record(EventKind::Met(Duty::LEAVE_FOLLOW_ON_FORM), on);
                }
            }
        }
    }

    fn end_of_employment(&mut self) {
        let Some(last) = self.contract.employment_last_day else { return };
        let sick_then = last <= self.course.last_day();
        if !sick_then || last > self.as_of || self.neglected {
            return;
        }
        let kept = self.shares.other_reports;
        if let Some(on) = self.day_kept_between(kept, last, last) {
            self.record(EventKind::Met(Duty::END_OF_EMPLOYMENT_REPORT), on);
        }
        let first = self.course.first_day();
        if last.days_since(first) >= 42 {
            if let Some(on) = self.day_kept_between(kept, last, last) {
                self.record(EventKind::Met(Duty::REINTEGRATION_REPORT), on);
            }
        }
    }
}
