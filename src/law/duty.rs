//! The list of duties: constant, number and names of each, once.

use crate::closed_list::closed_list;

// A new duty takes the next number, wherever its line stands.
closed_list! {
    /// Something that somebody must do (*verplichting*).
    ///
    /// Open: a later version of the crate may add more. Each has a rule in one of the files of
    /// [`law`](crate::law), or one in each of several regimes.
    ///
    /// ```
    /// use poortwachter::{Duty, Lang};
    /// assert_eq!(Duty::WIA_CLAIM.id(), "wia-claim");
    /// assert_eq!(Duty::WIA_CLAIM.name(Lang::Nl), "WIA-aanvraag");
    /// assert_eq!(Duty::WIA_CLAIM.code(), 18);
    /// assert_eq!(Duty::from_code(18), Some(Duty::WIA_CLAIM));
    /// assert_eq!("problem-analysis".parse(), Ok(Duty::PROBLEM_ANALYSIS));
    /// assert_eq!("problem-analyses".parse::<Duty>().unwrap_err().nearest, "problem-analysis");
    /// ```
    struct Duty, "duty" {
        /// Report of the sickness to the occupational health service (*ziekmelding bij de arbodienst*).
        SICKNESS_REPORT = 0, "sickness-report-occupational-health",
            "Ziekmelding bij bedrijfsarts of arbodienst",
            "Sickness report to the occupational health service";
        /// The opinion of the occupational physician (*probleemanalyse*).
        PROBLEM_ANALYSIS = 1, "problem-analysis", "Probleemanalyse", "Problem analysis";
        /// *Plan van aanpak*.
        PLAN_OF_ACTION = 2, "plan-of-action", "Plan van aanpak", "Plan of action";
        /// *Bijgesteld plan van aanpak*, numbered by the advice that asks for it.
        PLAN_ADJUSTMENT = 22, "plan-adjustment", "Bijgesteld plan van aanpak", "Adjusted plan of action";
        /// *Voortgangsgesprek*, numbered from 1.
        PROGRESS_INTERVIEW = 3, "progress-interview", "Voortgangsgesprek", "Progress interview";
        /// *Eerstejaarsevaluatie*, *opschudmoment*.
        FIRST_YEAR_EVALUATION = 4, "first-year-evaluation",
            "Eerstejaarsevaluatie",
            "First-year evaluation";
        /// *Actueel oordeel*.
        CURRENT_OPINION = 5, "current-opinion", "Actueel oordeel", "Current opinion";
        /// *Eindevaluatie*.
        FINAL_EVALUATION = 6, "final-evaluation", "Eindevaluatie", "Final evaluation";
        /// *Periodieke herijking*, numbered from 1.
        RECALIBRATION = 7, "recalibration", "Periodieke herijking", "Recalibration";
        /// The 42nd-week report (*42e-weeksmelding*, *aangifte*).
        UWV_SICKNESS_REPORT = 8, "uwv-sickness-report", "42e-weeksmelding", "42nd-week report";
        /// Report to the UWV when the employment ends while the employee is sick
        /// (*aangifte bij einde dienstverband*, *ziek uit dienst*).
        END_OF_EMPLOYMENT_REPORT = 9, "end-of-employment-report",
            "Aangifte bij einde dienstverband",
            "Report at the end of the employment";
        /// Report to the UWV of an employee who is entitled to sickness benefit beside the wages
        /// (*ziekmelding no-risk, zwangerschap of orgaandonatie*). On which ground is never recorded.
        ENTITLEMENT_REPORT = 10, "entitlement-report",
            "Ziekmelding bij recht op ziekengeld",
            "Report of an employee entitled to sickness benefit";
        /// Report to the UWV that somebody with sickness benefit is fit for work again (*hersteldmelding bij
        /// UWV*), numbered by recovery.
        RECOVERY_REPORT = 25, "recovery-report", "Hersteldmelding bij UWV", "Recovery report to the UWV";
        /// Report to the UWV by the carrier of its own risk (*ziekmelding door de eigenrisicodrager*).
        OWN_RISK_REPORT = 11, "own-risk-report",
            "Ziekmelding door eigenrisicodrager",
            "Report by the own-risk carrier";
        /// Report to the UWV by the sick person without an employer (*ziekmelding bij UWV*).
        SAFETY_NET_SICKNESS_REPORT = 12, "safety-net-sickness-report",
            "Ziekmelding bij UWV",
            "Sickness report to the UWV";
        /// The UWV's assessment after a year of sickness benefit (*eerstejaars ZW-beoordeling*).
        FIRST_YEAR_ASSESSMENT = 13, "first-year-assessment",
            "Eerstejaars Ziektewet-beoordeling",
            "First-year assessment";
        /// *Re-integratieverslag* (RIV).
        REINTEGRATION_REPORT = 14, "reintegration-report",
            "Re-integratieverslag",
            "Re-integration report";
        /// The supplement to the re-integration report while the wages are extended (*aanvulling van het
        /// re-integratieverslag*), numbered by the request for it.
        REPORT_SUPPLEMENT = 23, "report-supplement",
            "Aanvulling re-integratieverslag bij verlenging",
            "Supplement to the re-integration report";
        /// The re-integration report that the UWV asks to give or complete (*herstel van een onvolledig
        /// re-integratieverslag*), numbered by the term that it set.
        REPORT_COMPLETION = 24, "report-completion",
            "Re-integratieverslag alsnog volledig",
            "Completion of the re-integration report";
        /// The UWV's decision on a wage sanction (*loonsanctiebeschikking*).
        WAGE_SANCTION_DECISION = 15, "wage-sanction-decision",
            "Beschikking loonsanctie",
            "Wage-sanction decision";
        /// The UWV's decision on a notified repair (*bekortingsbeschikking*).
        REPAIR_DECISION = 16, "repair-decision",
            "Beschikking bekorting loonsanctie",
            "Repair decision";
        /// The UWV's notice that a WIA benefit can be claimed (*kennisgeving*).
        WIA_NOTICE = 17, "wia-notice", "Kennisgeving WIA-aanvraag", "WIA notice";
        /// *WIA-aanvraag*.
        WIA_CLAIM = 18, "wia-claim", "WIA-aanvraag", "WIA claim";
        /// The UWV's decision on the claim (*WIA-beschikking*).
        WIA_DECISION = 19, "wia-decision", "WIA-beschikking", "WIA decision";
        /// Start of re-integration with another employer (*start tweede spoor*).
        SECOND_TRACK_START = 20, "second-track-start",
            "Start tweede spoor",
            "Start of the second track";
        /// Notice that the sickness goes on after maternity leave (*aanhoudende ziekte voor en na het
        /// zwangerschaps- en bevallingsverlof*), numbered by leave.
        LEAVE_FOLLOW_ON_FORM = 21, "leave-follow-on-form",
            "Melding aanhoudende ziekte na verlof",
            "Notice of ongoing illness after leave";
        /// The UWV's decision on an objection (*beslissing op bezwaar*), numbered by objection.
        DECISION_ON_OBJECTION = 30, "decision-on-objection",
            "Beslissing op bezwaar",
            "Decision on the objection";
    }
}

/// As many numbers as a duty can have.
pub(super) const NUMBERS: usize = 1 << u8::BITS;

impl Duty {
    /// Its first rule in [`LAW`](super::LAW). What that says about events holds in every regime.
    pub(crate) fn rule(self) -> &'static super::Rule {
        super::ALL[super::position_of(self)]
    }
}
