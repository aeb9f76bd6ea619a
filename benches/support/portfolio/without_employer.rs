//! The file of somebody without an employer: kept by the UWV or by an own-risk carrier.

use super::file::File;
use poortwachter::{Duty, EventKind};

impl File<'_> {
    pub fn safety_net(&mut self) {
        self.meet(Duty::SAFETY_NET_SICKNESS_REPORT, self.shares.sickness_report, 1, 2);
        // The UWV works towards its own weeks, so that many come after the term of the regulation.
        if !self.neglected {
            let everything = self.until;
            self.stop_at_contract_end(false);
            if let Some(day) =
                self.meet(Duty::PROBLEM_ANALYSIS, self.shares.problem_analysis, 30, 91)
            {
                let k = self.course.through(day);
                self.meet(Duty::PLAN_OF_ACTION, self.shares.plan_of_action, k, k + 14);
            }
            for period in 1..=3 {
                let due = 26 * 7 * period + 1;
                self.meet(Duty::RECALIBRATION, self.shares.uwv_reviews, due - 14, due);
            }
            self.first_year_assessment();
            self.until = everything;
        }
        self.wia(false);
    }

    pub fn own_risk_carrier(&mut self) {
        let everything = self.until;
        self.stop_at_contract_end(false);
        self.meet(Duty::SICKNESS_REPORT, self.shares.sickness_report, 1, 7);
        if !self.neglected {
            let first = self.course.first_day();
            let end = self.contract.employment_last_day.unwrap_or(first).max(first);
            let due = end + 42;
            if let Some(on) = self.day_kept_between(self.shares.other_reports, end, due) {
                self.record(EventKind::Met(Duty::OWN_RISK_REPORT), on);
            }
            self.analysis_and_plan();
            let evaluation = self.first_year_evaluation();
            self.second_track(evaluation);
            self.first_year_assessment();
        }
        self.until = everything;
        self.wia(true);
    }

    /// Whoever was found able leaves the file a month later.
    fn first_year_assessment(&mut self) {
        let kept = self.shares.uwv_reviews;
        let Some(on) = self.meet(Duty::FIRST_YEAR_ASSESSMENT, kept, 330, 365) else { return };
        let still_here = on + 31 >= self.as_of;
        if still_here && self.draw.chance(self.shares.assessed_able) {
            self.record(EventKind::AssessedAble, on);
        }
    }
}
