//! From the eighty-eighth week on: reports, notice, claim, sanction and decision. Also what comes in
//! their place: an early claim or an extension.

use super::file::{File, working_day_after};
use super::in_days;
use super::mix::Kept;
use poortwachter::Day;
use poortwachter::{Duty, EventKind, ReportPart};

/// The last sick day of the waiting period.
const END: u64 = 728;
/// Who is still in the file this many days after the end waits for a decision.
const WAITS_FROM: u64 = END + 60;

impl File<'_> {
    /// `with_report`: an employer or a carrier re-integrates and answers for it in a report.
    pub fn wia(&mut self, with_report: bool) {
        if self.is_over() {
            return;
        }
        if with_report && self.draw.chance(self.shares.early_iva_claim) {
            return self.early_iva();
        }
        let extended = with_report && !self.neglected && self.extension();
        let notice = self.meet(Duty::WIA_NOTICE, self.shares.wia_notice, 616, 623);
        if let Some(sent) = notice {
            let received = sent + in_days(self.draw.between(1, 4));
            self.record(EventKind::WiaNoticeReceived, received);
        }
        if extended {
            return;
        }
        let reported = with_report && !self.neglected && self.reintegration_report();
        let Some(claim) = self.meet(Duty::WIA_CLAIM, self.shares.wia_claim, 617, 651) else {
            return;
        };
        if self.draw.chance(self.shares.outside_expert) {
            self.record(EventKind::OutsideExpertAsked, claim + 21);
        }
        let share = if self.course.sick_days() > END {
            self.shares.wage_sanction_after_the_end
        } else if reported {
            self.shares.wage_sanction
        } else {
            self.shares.wage_sanction_without_report
        };
        if with_report && self.draw.chance(share) {
            self.sanction(claim);
        } else {
            self.decision(claim);
        }
    }

    fn is_over(&self) -> bool {
        let passed = |day: Option<Day>| day.is_some_and(|day| day <= self.as_of);
        passed(self.contract.state_pension_day) || self.course.ended_by_death
    }

    fn reintegration_report(&mut self) -> bool {
        let kept = self.shares.end_of_wait;
        self.meet(Duty::CURRENT_OPINION, kept, 603, 637);
        self.meet(Duty::FINAL_EVALUATION, kept, 603, 637);
        let recorded =
            |(kind, _): &(EventKind, Day)| *kind == EventKind::Met(Duty::REINTEGRATION_REPORT);
        if self.events.iter().any(recorded) {
            return true;
        }
        let Some(report) = self.meet(Duty::REINTEGRATION_REPORT, kept, 610, 637) else {
            return false;
        };
        if self.draw.chance(self.shares.report_parts) {
            for part in ReportPart::ALL {
                if self.draw.chance(0.92) {
                    self.record(EventKind::ReportHolds(*part), report);
                }
            }
        }
        true
    }

    fn early_iva(&mut self) {
        let Some(claim) = self.some_day(60, 476) else { return };
        if !self.record(EventKind::EarlyIvaClaim, claim) {
            return;
        }
        if self.draw.chance(self.shares.early_iva_granted) {
            let granted = working_day_after(claim + in_days(self.draw.between(56, 160)));
            self.record(EventKind::WiaGranted, granted);
        }
    }

    fn extension(&mut self) -> bool {
        if !self.draw.chance(self.shares.voluntary_extension) {
            return false;
        }
        let Some(asked) = self.some_day(600, 645) else { return false };
        let to_come = END.saturating_sub(self.course.sick_days());
        let end = self.course.nth(END).unwrap_or(self.course.last_day() + in_days(to_come));
        let until = end + in_days(7 * self.draw.between(13, 52));
        let extended = self.record(EventKind::VoluntaryExtension { until }, asked);
        if extended && self.draw.chance(self.shares.extension_shortened) {
            let on = working_day_after(asked + in_days(self.draw.between(60, 150)));
            let until = (on + 91).min(until);
            self.record(EventKind::ExtensionShortened { until }, on);
        }
        extended
    }

    /// Six weeks before the end at the latest, one in twenty later (art. 25(11) WIA).
    fn sanction(&mut self, claim: Day) {
        let low = self.course.through(claim) + 7;
        let late = self.draw.chance(0.05);
        let (low, high) = if late { (687, END) } else { (low.min(680), 686) };
        let Some(on) = self.some_day(low, high).filter(|on| *on > claim) else { return };
        let shorter = self.draw.chance(self.shares.sanction_shorter);
        let weeks = shorter.then(|| self.draw.pick(&[13, 17, 26, 39]));
        let imposed = self.record(EventKind::WageSanction { weeks }, on);
        let end = self.course.nth(END);
        if !imposed || !self.draw.chance(self.shares.repair_notified) {
            return;
        }
        let Some(end) = end else { return };
        let mut from = end;
        for _ in 0..2 {
            let notified = working_day_after(from + in_days(self.draw.between(20, 150)));
            let decided = working_day_after(notified + in_days(self.draw.between(10, 30)));
            if !self.record(EventKind::RepairNotified, notified) {
                return;
            }
            if self.draw.chance(self.shares.repair_established) {
                self.record(EventKind::RepairEstablished, decided);
                return;
            }
            self.record(EventKind::RepairRefused, decided);
            if self.draw.chance(0.5) {
                return;
            }
            from = decided;
        }
    }

    /// The case leaves the file some weeks after the decision.
    fn decision(&mut self, claim: Day) {
        if self.course.sick_days() >= WAITS_FROM {
            return;
        }
        let Kept { on_time, late } = self.shares.wia_decision;
        let due = claim + 56;
        let on = match self.draw.weighted(&[on_time, late]) {
            Some(0) => claim + in_days(self.draw.rather_late(28, 56)),
            Some(_) => due + in_days(self.draw.between(1, 150)),
            None => return,
        };
        let on = working_day_after(on);
        if self.record(EventKind::Met(Duty::WIA_DECISION), on)
            && self.draw.chance(self.shares.wia_granted)
        {
            self.record(EventKind::WiaGranted, on);
        }
    }
}
