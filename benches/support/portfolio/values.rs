//! The shares of the realistic and of the plain portfolio.

use super::mix::{
    Ages, ContractShares, FileShares, Interruptions, Kept, LeaveShares, Mix, Recovered, Regimes,
};

const fn kept(on_time: f64, late: f64) -> Kept {
    Kept { on_time, late }
}

/// Weeks and the share still sick. 11% after six weeks and 76% of the sick days in cases that last
/// longer are ArboNed's; a quarter of those of week 42 in week 104 follows the UWV; the points between are
/// assumed so that these come out, and who stays in the file after 104 weeks is assumed.
pub const STILL_SICK: &[(f64, f64)] = &[
    (0.0, 1.0),
    (0.5, 0.60),
    (1.0, 0.36),
    (2.0, 0.21),
    (4.0, 0.135),
    (6.0, 0.11),
    (13.0, 0.058),
    (26.0, 0.029),
    (52.0, 0.011),
    (78.0, 0.007),
    (104.0, 0.0045),
    (106.0, 0.0018),
    (130.0, 0.0006),
    (156.0, 0.0),
];

impl Mix {
    /// What a service provider with half a million files may hold.
    pub const REALISTIC: Mix = Mix {
        ages: Ages::StillSick(STILL_SICK),
        recovered: Recovered {
            within_relapse_window: 0.24,
            closed: 0.16,
            lasted_days: 7,
            deceased: 0.005,
        },
        regimes: Regimes { safety_net: 0.12, own_risk_carrier: 0.03 },
        interruptions: Some(Interruptions {
            joined: 0.15,
            from_sick_days: 28,
            twice: 0.19,
            three_times: 0.06,
            earlier_case: 0.06,
        }),
        leave: Some(LeaveShares {
            in_the_past: 0.02,
            from_sick_days: 14,
            between_spells: 0.5,
            undecided: 0.2,
            not_joined: 0.1,
            outside_dismissal_ban: 0.5,
            now: 0.01,
            planned: 0.01,
        }),
        contract: Some(ContractShares {
            state_pension_known: 0.7,
            state_pension_within_104_weeks: 0.04,
            state_pension_passed: 0.01,
            employment_ended: 0.03,
            employment_will_end: 0.04,
            safety_net_had_employment: 0.5,
            own_risk_sick_at_the_end: 0.8,
        }),
        file: Some(FileShares {
            neglected: 0.06,
            fixed_grid: 0.15,
            sickness_report: kept(0.93, 0.05),
            problem_analysis: kept(0.74, 0.19),
            plan_of_action: kept(0.68, 0.22),
            uwv_sickness_report: kept(0.88, 0.08),
            first_year_evaluation: kept(0.74, 0.15),
            end_of_wait: kept(0.80, 0.14),
            other_reports: kept(0.82, 0.10),
            interviews: 0.7,
            interview_in_time: 0.72,
            long_absence_foreseen: 0.04,
            no_possibilities: 0.05,
            agreed_deviation: 0.03,
            plan_items: 0.3,
            plan_adjusted: 0.35,
            partly_able_to_work: 0.45,
            own_employer_perspective: 0.08,
            second_track_needed: 0.55,
            second_track_start: kept(0.62, 0.24),
            second_track_course: 0.5,
            entitlement: 0.10,
            entitled: 0.5,
            report_parts: 0.3,
            early_iva_claim: 0.006,
            early_iva_granted: 0.7,
            voluntary_extension: 0.02,
            extension_shortened: 0.15,
            wia_notice: kept(0.9, 0.08),
            wia_claim: kept(0.85, 0.11),
            wage_sanction: 0.06,
            wage_sanction_without_report: 0.3,
            wage_sanction_after_the_end: 0.37,
            sanction_shorter: 0.05,
            repair_notified: 0.6,
            repair_established: 0.6,
            wia_decision: kept(0.35, 0.60),
            wia_granted: 0.675,
            outside_expert: 0.01,
            uwv_reviews: kept(0.6, 0.25),
            assessed_able: 0.35,
        }),
    };

    /// A first sick day in the last three years and nothing else: with an employer, running,
    /// uninterrupted, nothing recorded.
    pub const PLAIN: Mix = Mix {
        ages: Ages::Even { days: 3 * 365 },
        recovered: Recovered {
            within_relapse_window: 0.0,
            closed: 0.0,
            lasted_days: 0,
            deceased: 0.0,
        },
        regimes: Regimes { safety_net: 0.0, own_risk_carrier: 0.0 },
        interruptions: None,
        leave: None,
        contract: None,
        file: None,
    };
}

impl Default for Mix {
    fn default() -> Mix {
        Mix::REALISTIC
    }
}
