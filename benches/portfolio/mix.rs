//! Which shares of what a portfolio holds.
//!
//! Most of it is *assumed*: nobody publishes how complete the files of employers are. Published are:
//!
//! - ArboNed (2019, its clients until July 2019): 11% of the sick reports last longer than six weeks,
//!   and these make 76% of the sick days.
//! - UWV Kennisverslag 2018-7: a quarter of the employees reported in week 42 claim a WIA benefit.
//! - Eekhoudt, Oomens, Slebus and Blonk on 2013 to 2016: the UWV sanctions 9% of the re-integration
//!   reports that it tests.
//! - UWV annual report 2018: 59,400 WIA claims decided, 19,300 of them refused.
//! - UWV, first four months of 2021: after the first-year assessment 61% (68% since 2020) keep their
//!   sickness benefit.
//! - UWV annual reports 2021 and 2022, as newspapers report them: a WIA decision takes seventeen weeks
//!   on average where eight are allowed.

use super::draw::Draw;
use poortwachter::Regime;

/// The shares of a portfolio, each between 0 and 1. [`Mix::default`] is [`Mix::REALISTIC`].
#[derive(Clone, Copy, Debug)]
pub struct Mix {
    /// How long people have been sick.
    pub ages: Ages,
    /// Recovered cases that the file still holds.
    pub recovered: Recovered,
    /// Who pays.
    pub regimes: Regimes,
    /// Interruptions and earlier cases; `None` for none.
    pub interruptions: Option<Interruptions>,
    /// Maternity leave; `None` for none.
    pub leave: Option<LeaveShares>,
    /// State pension day and end of the employment; `None` when nothing is known.
    pub contract: Option<ContractShares>,
    /// What was recorded; `None` for nothing.
    pub file: Option<FileShares>,
}

/// How long people have been sick on the as-of day.
#[derive(Clone, Copy, Debug)]
pub enum Ages {
    /// Any number of days up to this one is as likely.
    Even {
        /// The most days.
        days: u64,
    },
    /// After so many weeks such a share of the reported is still sick, straight between the points. A
    /// running case is found at an age as often as somebody is still sick then.
    StillSick(&'static [(f64, f64)]),
}

/// Recovered cases in the file, as shares of all cases.
#[derive(Clone, Copy, Debug)]
pub struct Recovered {
    /// Recovered at most 28 days ago, so that a relapse joins. Follows from [`STILL_SICK`]: in four weeks
    /// 4 x 36% recover after a week or more, against 3.6 that are sick at any time; so 0.4 of the
    /// running ones.
    pub within_relapse_window: f64,
    /// Recovered longer ago, at most half a year. Assumed: they are archived then.
    pub closed: f64,
    /// A recovered case lasted at least this many days. Assumed: shorter ones leave no file.
    pub lasted_days: u64,
    /// Of the closed ones, those that ended by death. Assumed.
    pub deceased: f64,
}

/// Regimes, as shares of all cases; the rest has an employer. Assumed, for a service provider that works
/// for employers and carriers and passes on to the UWV.
#[derive(Clone, Copy, Debug)]
pub struct Regimes {
    /// Without an employer.
    pub safety_net: f64,
    /// The former employer carries its own risk.
    pub own_risk_carrier: f64,
}

impl Regimes {
    pub(super) fn draw(&self, draw: &mut Draw) -> Regime {
        match draw.weighted(&[self.safety_net, self.own_risk_carrier]) {
            Some(0) => Regime::SafetyNet,
            Some(_) => Regime::OwnRiskCarrier,
            None => Regime::Employer,
        }
    }
}

/// Interruptions. Assumed.
#[derive(Clone, Copy, Debug)]
pub struct Interruptions {
    /// Of the cases of at least [`Self::from_sick_days`]: one to three recoveries of at most 27 days.
    pub joined: f64,
    /// The fewest sick days of an interrupted case.
    pub from_sick_days: u64,
    /// Of the interrupted ones: twice.
    pub twice: f64,
    /// Of the interrupted ones: three times.
    pub three_times: f64,
    /// Of all cases: an earlier one, closed by 28 recovered days or more, is in the same record.
    pub earlier_case: f64,
}

/// Maternity leave of 16 weeks, now and then 20 (WAZO art. 3:1). Assumed.
#[derive(Clone, Copy, Debug)]
pub struct LeaveShares {
    /// Of the cases of at least [`Self::from_sick_days`]: sick before and after the leave.
    pub in_the_past: f64,
    /// The fewest sick days around a leave in the past.
    pub from_sick_days: u64,
    /// Of those: the sick report was closed and made again; else the spell runs on.
    pub between_spells: f64,
    /// Of those between spells: nobody decided whether the sickness joins.
    pub undecided: f64,
    /// Of those between spells: somebody decided that it does not join.
    pub not_joined: f64,
    /// Of those between spells: the sickness before it does not count for the dismissal ban.
    pub outside_dismissal_ban: f64,
    /// Of the running cases: on leave now.
    pub now: f64,
    /// Of the running cases: leave that begins within ten weeks.
    pub planned: f64,
}

/// What is known of the contract. Assumed.
#[derive(Clone, Copy, Debug)]
pub struct ContractShares {
    /// Of all: the state pension day is in the record.
    pub state_pension_known: f64,
    /// Of those: it falls within 104 weeks of the first sick day.
    pub state_pension_within_104_weeks: f64,
    /// Of those: it had passed on the first sick day.
    pub state_pension_passed: f64,
    /// Of those with an employer: the employment ended while sick.
    pub employment_ended: f64,
    /// Of those with an employer: it will end within a year.
    pub employment_will_end: f64,
    /// Of those without an employer: the record tells when the last employment ended.
    pub safety_net_had_employment: f64,
    /// Of those with an own-risk carrier: sick when the employment ended; else shortly after it.
    pub own_risk_sick_at_the_end: f64,
}

/// How a duty fares whose day has come. The rest is missing.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// Done on or before the due day.
    pub on_time: f64,
    /// Done after it: mostly within a week, one in ten after four weeks or more.
    pub late: f64,
}

const fn kept(on_time: f64, late: f64) -> Kept {
    Kept { on_time, late }
}

/// What was recorded. Assumed, but where a source is named.
#[derive(Clone, Copy, Debug)]
pub struct FileShares {
    /// Of all: nobody kept the file after the sick report. The shares of the duties of an employer or a
    /// carrier are those of the other files.
    pub neglected: f64,
    /// Of all: progress interviews on a fixed grid.
    pub fixed_grid: f64,
    /// Report to the occupational-health service, or to the UWV.
    pub sickness_report: Kept,
    /// Problem analysis.
    pub problem_analysis: Kept,
    /// Plan of action.
    pub plan_of_action: Kept,
    /// 42nd-week report.
    pub uwv_sickness_report: Kept,
    /// First-year evaluation.
    pub first_year_evaluation: Kept,
    /// Current opinion, final evaluation and re-integration report, each by itself.
    pub end_of_wait: Kept,
    /// Report when the employment ends, report of an entitled employee, report by a carrier.
    pub other_reports: Kept,
    /// Of the files with a plan: progress interviews are recorded at all.
    pub interviews: f64,
    /// Of the interviews: at most six weeks after the one before.
    pub interview_in_time: f64,
    /// Long absence foreseen only after six weeks, of the cases that last that long.
    pub long_absence_foreseen: f64,
    /// No possibilities to return to work.
    pub no_possibilities: f64,
    /// Another day agreed for the analysis, the plan or the evaluation.
    pub agreed_deviation: f64,
    /// Items of the plan are recorded, of the plans.
    pub plan_items: f64,
    /// The plan was adjusted once, of the plans.
    pub plan_adjusted: f64,
    /// Able to work in part at some time in the first year.
    pub partly_able_to_work: f64,
    /// Perspective of return within three months around the evaluation.
    pub own_employer_perspective: f64,
    /// Second track needed, of the cases of a year.
    pub second_track_needed: f64,
    /// Its start where it is needed.
    pub second_track_start: Kept,
    /// Its course is recorded, of those started.
    pub second_track_course: f64,
    /// Answer on the entitlement to sickness benefit recorded.
    pub entitlement: f64,
    /// Of those: entitled.
    pub entitled: f64,
    /// Parts of the re-integration report are recorded, of the reports.
    pub report_parts: f64,
    /// Early IVA claim, of the cases of three weeks.
    pub early_iva_claim: f64,
    /// Of the early claims: granted.
    pub early_iva_granted: f64,
    /// Voluntary extension, of the cases of 88 weeks.
    pub voluntary_extension: f64,
    /// Of the extensions: shortened.
    pub extension_shortened: f64,
    /// The UWV's notice, of the cases of 88 weeks.
    pub wia_notice: Kept,
    /// WIA claim by who is still sick then.
    pub wia_claim: Kept,
    /// Wage sanction, of the claims with a re-integration report to test. Source: Eekhoudt and others.
    pub wage_sanction: f64,
    /// The same of those still in the file after 104 weeks: the others have left it.
    pub wage_sanction_after_the_end: f64,
    /// Of the sanctions: shorter than 52 weeks.
    pub sanction_shorter: f64,
    /// Of the sanctions: a repair was notified.
    pub repair_notified: f64,
    /// Of the repairs: established; the rest is refused, and half of those try again.
    pub repair_established: f64,
    /// The UWV's decision on the claim. Source for the lateness: newspapers on the UWV.
    pub wia_decision: Kept,
    /// Of the decisions: granted. Source: UWV annual report 2018.
    pub wia_granted: f64,
    /// An expert from outside was asked, of the claims.
    pub outside_expert: f64,
    /// The UWV's recalibration and first-year assessment.
    pub uwv_reviews: Kept,
    /// Found able to earn more than 65%, of the assessments. Source: UWV 2021, 61% to 68% are not.
    pub assessed_able: f64,
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
            wage_sanction: 0.09,
            wage_sanction_after_the_end: 0.5,
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
