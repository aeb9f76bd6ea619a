//! The ends of a case as a view knows them.

use super::View;
use crate::day::Day;
use crate::engine::Sanction;

impl View<'_> {
    /// The last day on which the wages are at least the minimum wage (BW 7:629(1)).
    #[must_use]
    pub fn minimum_wage_floor_last_day(&self) -> Option<Day> {
        self.outcome().ends.floor_last
    }

    /// The last day of the waiting period of 104 weeks (WIA art. 23(1)).
    #[must_use]
    pub fn waiting_period_last_day(&self) -> Option<Day> {
        self.outcome().ends.waiting_last
    }

    /// The first day on which a WIA benefit can start: the day after the waiting period, or after
    /// what prolongs the wages (WIA art. 54(2)).
    #[must_use]
    pub fn wia_start(&self) -> Option<Day> {
        self.outcome().ends.wia_start
    }

    /// The last day of the wage period (BW 7:629(1), (2) and (11)).
    #[must_use]
    pub fn wages_last_day(&self) -> Option<Day> {
        self.outcome().ends.wages_last
    }

    /// The last day of the sickness benefit (ZW 29(4), (5) and (10), 19aa(2)); none where an employer
    /// pays wages.
    #[must_use]
    pub fn sickness_benefit_last_day(&self) -> Option<Day> {
        self.outcome().ends.benefit_last
    }

    /// The last day of the sickness benefit when the assessment after the first year ends it
    /// (ZW 19aa(2)).
    #[must_use]
    pub fn benefit_after_assessment_last_day(&self) -> Option<Day> {
        self.outcome().ends.benefit_after_assessment_last()
    }

    /// The last day of the dismissal ban (BW 7:670(1) and (11)).
    #[must_use]
    pub fn dismissal_ban_last_day(&self) -> Option<Day> {
        self.outcome().ends.ban_last
    }

    /// The first day on which an early IVA benefit can be claimed.
    #[must_use]
    pub fn early_iva_first_day(&self) -> Option<Day> {
        self.outcome().ends.early_iva_first
    }

    /// The last day on which an early IVA benefit can be claimed.
    #[must_use]
    pub fn early_iva_last_day(&self) -> Option<Day> {
        self.outcome().ends.early_iva_last
    }

    /// The earliest last day of the shortened waiting period that was claimed (WIA art. 23(6)).
    #[must_use]
    pub fn shortened_waiting_period_last_day(&self) -> Option<Day> {
        self.outcome().ends.shortened_waiting_last
    }

    /// The last day on which a relapse continues the case; none while the sickness goes on.
    #[must_use]
    pub fn relapse_joins_through(&self) -> Option<Day> {
        self.outcome().ends.relapse_joins_through
    }

    /// The wage sanction that was decided.
    #[must_use]
    pub fn sanction(&self) -> Option<Sanction> {
        self.outcome().ends.sanction
    }

    /// By how many days the WIA claim was late: wages and dismissal ban run on by as many.
    #[must_use]
    pub fn days_claim_late(&self) -> u32 {
        self.outcome().ends.days_claim_late
    }
}
