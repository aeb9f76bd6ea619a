//! The list of milestones: constant, number and names of each, once.

use crate::closed_list::closed_list;

closed_list! {
    /// A day on which something changes without anybody acting (*mijlpaal*).
    ///
    /// ```
    /// use poortwachter::{Lang, Milestone};
    /// assert_eq!(Milestone::END_OF_WAGES.id(), "end-of-wages");
    /// assert_eq!(Milestone::END_OF_WAGES.name(Lang::En), "End of wages");
    /// assert_eq!("wia-start".parse(), Ok(Milestone::WIA_START));
    /// ```
    struct Milestone, "milestone" {
        /// Last day of the waiting period (*wachttijd*).
        END_OF_WAITING_PERIOD = 0, "end-of-waiting-period",
            "Einde wachttijd WIA",
            "End of the waiting period";
        /// First day on which a WIA benefit can start.
        WIA_START = 1, "wia-start", "WIA kan ingaan", "WIA can start";
        /// Last day on which a relapse continues the case.
        RELAPSE_WINDOW = 2, "relapse-window",
            "Einde termijn samentelling",
            "End of the relapse window";
        /// First day on which an early IVA benefit can be claimed.
        EARLY_IVA_FIRST_CLAIM = 3, "early-iva-first-claim",
            "Vroegst mogelijke aanvraag vervroegde IVA",
            "First day to claim an early IVA benefit";
        /// Last day on which an early IVA benefit can be claimed.
        EARLY_IVA_LAST_CLAIM = 4, "early-iva-last-claim",
            "Laatst mogelijke aanvraag vervroegde IVA",
            "Last day to claim an early IVA benefit";
        /// Last day on which the wages are at least the minimum wage.
        END_OF_MINIMUM_WAGE_FLOOR = 5, "end-of-minimum-wage-floor",
            "Einde ondergrens minimumloon",
            "End of the minimum-wage floor";
        /// Last day of the wage period.
        END_OF_WAGES = 6, "end-of-wages", "Einde loondoorbetaling", "End of wages";
        /// Last day on which the employer cannot give notice because of the sickness.
        END_OF_DISMISSAL_BAN = 7, "end-of-dismissal-ban",
            "Einde opzegverbod tijdens ziekte",
            "End of the dismissal ban";
        /// Last day of the sickness benefit.
        END_OF_SICKNESS_BENEFIT = 8, "end-of-sickness-benefit",
            "Einde ziekengeld",
            "End of the sickness benefit";
        /// Last day of the sickness benefit when the assessment after the first year ends it.
        END_OF_BENEFIT_AFTER_ASSESSMENT = 9, "end-of-benefit-after-assessment",
            "Einde ziekengeld na eerstejaarsbeoordeling",
            "End of the sickness benefit after the assessment";
        /// Last day to claim a WIA benefit without losing a day of it.
        WIA_LOOK_BACK = 10, "wia-look-back",
            "WIA-aanvraag zonder verlies",
            "WIA claim without loss";
        /// Last day on which the employer cannot give notice after maternity leave.
        LEAVE_BAN = 11, "leave-ban",
            "Einde opzegverbod na bevallingsverlof",
            "End of the dismissal ban after maternity leave";
        /// Second of two days without wages or sickness benefit, where they were recorded.
        WAITING_DAYS = 12, "waiting-days", "Laatste wachtdag", "Last waiting day";
    }
}
