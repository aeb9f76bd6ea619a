//! Which shares of what a portfolio holds.
//!
//! Most of it is *assumed*: no figures were found on how complete the files of employers are. First sick
//! days fall evenly on the days of the week and of the year, and days of duties know no public
//! holidays. Published are:
//!
//! - ArboNed, quoted by Accountancy Vanmorgen, 10 October 2019: 11% of the sick reports of its clients last
//!   longer than six weeks, and these make 76% of the sick days.
//! - UWV Kennisverslag 2018-7, by the heading of its section: a quarter of the employees reported in
//!   week 42 claim a WIA benefit.
//! - Eekhoudt, Oomens, Slebus and Blonk, *Welke werkgevers krijgen een loonsanctie?*, on 2013 to 2016:
//!   the UWV sanctions 9% of the re-integration reports that it tests.
//! - UWV annual report 2018: 59,400 WIA claims decided, 19,300 of them refused.
//! - UWV, report on the first four months of 2021: after the first-year assessment 61% keep their
//!   sickness benefit, 68% since 2020.
//! - Het Parool, April 2022, on the UWV: a WIA decision takes seventeen weeks on average where eight are
//!   allowed.

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
    /// Recovered at most 28 days ago, so that a relapse joins. Follows from [`STILL_SICK`](super::values::STILL_SICK): in four weeks
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
    /// Voluntary extension, of the kept files that come to week 88.
    pub voluntary_extension: f64,
    /// Of the extensions: shortened.
    pub extension_shortened: f64,
    /// The UWV's notice, of the cases of 88 weeks.
    pub wia_notice: Kept,
    /// WIA claim by who is still sick then.
    pub wia_claim: Kept,
    /// Wage sanction, of the claims with a re-integration report. With those without one it makes 9% of
    /// the claims; source: Eekhoudt and others.
    pub wage_sanction: f64,
    /// Wage sanction, of the claims without the report that should be there.
    pub wage_sanction_without_report: f64,
    /// Wage sanction, of those still in the file after 104 weeks: the others have left it. Follows from
    /// [`STILL_SICK`](super::values::STILL_SICK): 9% of who reaches the end stays for some forty weeks.
    pub wage_sanction_after_the_end: f64,
    /// Of the sanctions: shorter than 52 weeks.
    pub sanction_shorter: f64,
    /// Of the sanctions: a repair was notified.
    pub repair_notified: f64,
    /// Of the repairs: established; the rest is refused, and half of those try again.
    pub repair_established: f64,
    /// The UWV's decision on the claim. Source for the lateness: Het Parool.
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
