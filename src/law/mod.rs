//! The law: one file per instrument, each with the verbatim articles beside it.
//!
//! | file | instrument |
//! |---|---|
//! | [`bw7`] | *Burgerlijk Wetboek* book 7: wages, re-integration, dismissal ban |
//! | [`wia`] | *Wet WIA*: waiting period, report, claim, decisions, wage sanction |
//! | [`zw`] | *Ziektewet*: reports to the UWV, sickness benefit, first-year assessment |
//! | [`procesgang`] | *Regeling procesgang eerste en tweede ziektejaar*: analysis, plan, evaluation |
//! | [`procesgang_vangnet`] | the same for people without an employer: analysis, plan, recalibration |
//! | [`boetebesluit`] | *Boetebesluit socialezekerheidswetten*: the tiers of the fine |
//! | [`uwv`] | policy of the UWV and practice |
//! | [`wazo`] | *Wet arbeid en zorg*: what maternity leave is |
//! | [`termijnenwet`] | *Algemene termijnenwet*: weekends and public holidays |
//! | [`awb`] | *Algemene wet bestuursrecht*: objections, and what a late decision costs the UWV |
//! | [`compensatie`] | *Regeling compensatie transitievergoeding*: until when it can be asked for |
//! | [`eerste_werkdag`] | *Regeling bepaling eerste werkdag*: which day is the first sick day |
//!
//! A rule is a `static` with its citation, its verbatim words, its layer, its reading in both languages
//! and its versions over time. A change of the law is one new [`Version`] in one file. A new rule is one
//! `static`, listed in the `RULES` of its file; a new duty also has a line in the list of duties. The whole
//! table is checked when the crate is compiled ([`assert_sound`]).

mod arising;
pub mod awb;
pub mod boetebesluit;
pub mod bw7;
pub mod calendar;
mod citation;
pub mod compensatie;
mod duty;
pub mod eerste_werkdag;
mod lookup;
mod milestone;
mod pending;
mod plan;
mod possibility;
pub mod procesgang;
pub mod procesgang_vangnet;
mod properties;
mod regime;
mod roles;
mod rule;
mod soundness;
mod term;
pub mod termijnenwet;
pub mod uwv;
mod version;
pub mod wazo;
pub mod wia;
pub mod zw;

pub use arising::{ArisesFrom, Arising, Decision, Lasting, Opening, TakenBy};
pub use citation::{Citation, Instrument, Source};
pub use duty::Duty;
use lookup::Index;
pub(crate) use lookup::{DUTIES, DUTY_COUNT, code_of, position_of, position_of_milestone};
pub use milestone::Milestone;
pub use pending::{PENDING, Pending, PendingStatus, PendingTarget, announced};
pub(crate) use plan::{Counting, DateExpr, DutyPlan, RulePlan, Touched, VersionPlan};
pub use possibility::Possibility;
pub use properties::{
    Afterwards, Completion, Consequence, Deadline, Document, Force, LateReport, MetBy, Occasion,
    Override, Recurrence, Renewal, Request, Tolerance,
};
pub use regime::Regime;
pub(crate) use roles::{ALSO_MET_BY, Roles, duty_met_by, point_of_no_return};
pub use rule::{Actor, ClockKind, Condition, Kind, Layer, Rule};
pub use soundness::{Unsound, assert_sound, check};
pub use term::Term;
pub use version::{Anchor, Axis, Bound, Count, Proviso, Version, Versions, Window};

use crate::day::Day;
use alloc::borrow::Cow;
use core::fmt;
use soundness::same;

/// The day of the consolidated texts: the last day for which the law was checked. A term that falls
/// later is computed under the same law and marked as such.
pub const LAW_AS_OF: Day = Day::new(2026, 7, 1);

/// The first day that a sickness may have begun: since then wages run for 104 weeks, so that the
/// WIA applies at their end.
pub const FIRST_SICK_DAY_FROM: Day = Day::new(2004, 1, 1);

/// The last day that a sickness may have begun.
pub const FIRST_SICK_DAY_THROUGH: Day = Day::new(2199, 12, 31);

/// The most lines that a duty that comes again and again has in a case.
///
/// Nothing that is due is left out by it. Under [`LAW`] no case comes so far:
/// [`CaseBuilder`](crate::CaseBuilder) refuses facts that could. An amended table that could is not
/// [sound](check), apart from two kinds: in a rolling rhythm interviews are planned that wait for one that was
/// not held, and those after this number are not written; and a table by which the four clocks begin decades
/// apart can ask for interviews over decades. A line with this number is the last one of its series.
pub const LONGEST_SERIES: u16 = 500;

/// How many days after the first sick day recorded facts can prolong the wages to: 20 years. A claim or an
/// extension beyond it is no fact but a wrong year.
pub(crate) const LONGEST_PROLONGED: i32 = 20 * 365 + 5;

/// When the rules were last compared with the texts beside them.
const VERIFIED_ON: Day = Day::new(2026, 11, 21);

// The rules of the employer regime stand first: a name leads to them.
const FILES: [&[&Rule]; 8] = [
    procesgang::RULES,
    procesgang_vangnet::RULES,
    zw::RULES,
    wia::RULES,
    bw7::RULES,
    uwv::RULES,
    awb::RULES,
    compensatie::RULES,
];

const COUNT: usize = {
    let mut count = 0;
    let mut file = 0;
    while file < FILES.len() {
        count += FILES[file].len();
        file += 1;
    }
    count
};

const ALL: [&Rule; COUNT] = {
    let mut all = [FILES[0][0]; COUNT];
    let (mut file, mut i) = (0, 0);
    while file < FILES.len() {
        let mut rule = 0;
        while rule < FILES[file].len() {
            all[i] = FILES[file][rule];
            i += 1;
            rule += 1;
        }
        file += 1;
    }
    all
};

const _: () = assert_sound(&ALL);

/// The law as this crate knows it.
pub static LAW: Law = Law { rules: Cow::Borrowed(&ALL), index: Index::of(&ALL) };

/// A table of rules. [`LAW`] is the law in force with its history; an amended copy answers what a
/// change of the law would do.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Law {
    rules: Cow<'static, [&'static Rule]>,
    index: Index,
}

/// Without the rules, which are many.
impl fmt::Debug for Law {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Law").field("rules", &self.rules.len()).finish_non_exhaustive()
    }
}

impl Law {
    /// Every rule, file by file in the order of the articles.
    ///
    /// ```
    /// use poortwachter::law::LAW;
    /// assert!(LAW.rules().iter().all(|rule| rule.versions().len() > 0));
    /// ```
    #[must_use]
    pub fn rules(&self) -> &[&'static Rule] {
        &self.rules
    }

    /// The rule of that name; where several regimes have one, that of the employer regime.
    ///
    /// ```
    /// use poortwachter::{Lang, law::LAW};
    /// assert_eq!(LAW.rule("wia-claim").unwrap().name(Lang::Nl), "WIA-aanvraag");
    /// ```
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&'static Rule> {
        self.rules.iter().find(|rule| rule.id() == id).copied()
    }

    /// The rule of that name in a regime.
    ///
    /// ```
    /// use poortwachter::{Actor, Regime, law::LAW};
    /// let rule = LAW.rule_for("problem-analysis", Regime::SafetyNet).unwrap();
    /// assert_eq!(rule.actor, Actor::Uwv);
    /// assert_eq!(LAW.rule_for("end-of-wages", Regime::SafetyNet), None);
    /// ```
    #[must_use]
    pub fn rule_for(&self, id: &str, regime: Regime) -> Option<&'static Rule> {
        self.rules.iter().find(|rule| rule.id() == id && rule.holds_in(regime)).copied()
    }

    /// The same law with one rule replaced by another of the same name and regime: a bill, a hypothesis, a
    /// number nudged in a test.
    ///
    /// ```
    /// use poortwachter::law::{Bound, LAW, Rule, Version, Term, wia::WIA_CLAIM};
    ///
    /// // A bill that would put the claim half a year before the end.
    /// const PRESENT: &Version = WIA_CLAIM.version_in_force();
    /// const BOUND: Bound = Bound { term: Term::WeeksBefore(26), ..PRESENT.due };
    /// const VERSIONS: &[Version] = &[Version { since: None, due: BOUND, ..*PRESENT }];
    /// static BILL: Rule = WIA_CLAIM.with_versions(VERSIONS);
    /// let bill = LAW.amended(&BILL).unwrap();
    /// assert_eq!(bill.rule("wia-claim").unwrap().only_version().due.term, Term::WeeksBefore(26));
    /// ```
    ///
    /// # Errors
    /// When no rule has that name, or when the new one is not sound.
    pub fn amended(&self, rule: &'static Rule) -> Result<Law, Unsound> {
        check(&[rule])?;
        let mut rules = self.rules.clone().into_owned();
        let is_old = |old: &&mut &'static Rule| {
            old.id() == rule.id() && soundness::share_a_regime(old, rule)
        };
        *rules.iter_mut().find(is_old).ok_or(Unsound::UnknownRule)? = rule;
        check(&rules)?;
        if only::ALL.iter().any(|only| rules[only.position].versions.len() > 1) {
            return Err(Unsound::SecondVersion);
        }
        if Roles::of(&rules).is_none() {
            return Err(Unsound::NotOneDuty);
        }
        let index = Index::of(&rules);
        Ok(Law { rules: Cow::Owned(rules), index })
    }

    /// Whether the parties may deviate from the term of `duty`, with reasons: art. 5 RP opens only the
    /// terms of art. 2 and 4 of that regulation.
    ///
    /// ```
    /// use poortwachter::{Duty, law::LAW};
    /// assert!(LAW.may_be_deviated_from(Duty::PLAN_OF_ACTION));
    /// assert!(!LAW.may_be_deviated_from(Duty::WIA_CLAIM));
    /// ```
    #[must_use]
    pub fn may_be_deviated_from(&self, duty: Duty) -> bool {
        self.rule(duty.id()).is_some_and(|rule| {
            rule.versions().all(|(_, version)| {
                let citation = version.due.source.citation;
                // What the articles leave open ("periodiek", "tijdig") is no term to deviate from.
                version.due.layer == Layer::MinisterialRegulation
                    && *citation.instrument == procesgang::REGELING_PROCESGANG
                    && matches!(citation.article, "2" | "4")
            })
        })
    }

    /// The version of a rule that has one only, in every law.
    pub(crate) fn only(&self, rule: Only) -> &'static Version {
        self.rules[rule.position].only_version()
    }

    /// The rule of the same name in a regime.
    pub(crate) fn at_in(&self, position: usize, regime: Regime) -> Option<&'static Rule> {
        let own = self.index.own_rule(position, regime)?;
        Some(self.rules[own])
    }

    /// Where the rule of that name stands that holds in a regime.
    pub(crate) fn position_in(&self, id: &str, regime: Regime) -> Option<usize> {
        self.rules.iter().position(|rule| rule.id() == id && rule.holds_in(regime))
    }

    /// The plan of the rule of the same name in a regime.
    pub(crate) fn rule_plan(&self, position: usize, regime: Regime) -> Option<&RulePlan> {
        self.index.rule_plan(position, regime)
    }

    /// The plan of the rule at a position.
    pub(crate) fn employer_plan(&self, position: usize) -> &RulePlan {
        self.index.plan_at(position)
    }

    /// The day after which a case in a regime has the last version of every duty.
    pub(crate) fn settled_after(&self, regime: Regime) -> Day {
        self.index.settled_after(regime)
    }

    /// The day after which a case has the last version of every milestone.
    pub(crate) const fn milestones_settled_after(&self) -> Day {
        self.index.milestones_settled_after()
    }

    /// The versions of the rule that says which periods add up on a clock, latest first, each with the first
    /// day on which an interruption may end for it to hold.
    fn joining_versions(&self, clock: ClockKind) -> impl Iterator<Item = &'static Version> + use<> {
        let position = match clock {
            ClockKind::WaitingPeriod => index::JOINING_WAITING_PERIOD,
            ClockKind::Notification => index::JOINING_NOTIFICATION,
            ClockKind::Wages => index::JOINING_WAGES,
            ClockKind::DismissalBan => index::JOINING_DISMISSAL_BAN,
        };
        self.rules[position].versions.iter().rev()
    }

    /// Which periods add up on a clock, for an interruption with this last day.
    pub(crate) fn joining(&self, clock: ClockKind, interrupted_through: Day) -> &'static Bound {
        let mut versions = self.joining_versions(clock);
        let holds = |version: &&Version| version.since.is_none_or(|day| day <= interrupted_through);
        &versions
            .find(holds)
            .unwrap_or_else(|| unreachable!("a first version has no first day"))
            .due
    }

    /// The version of that rule that left leave out of the interruption, and the first day on which another
    /// one held.
    pub(crate) fn joined_outside_leave(&self, clock: ClockKind) -> Option<(&'static Bound, Day)> {
        let mut later = None;
        self.joining_versions(clock).find_map(|version| {
            let until = core::mem::replace(&mut later, version.since)?;
            let is_outside = version.due.count == Count::DaysOutsideLeave;
            is_outside.then_some((&version.due, until))
        })
    }

    /// The duties of a regime, in the order in which they usually fall due.
    pub(crate) fn usual_duty_plans(&self, regime: Regime) -> &[DutyPlan] {
        self.index.usual_duty_plans(regime)
    }

    /// The duties of a regime, in the order of the table.
    pub(crate) fn duty_plans(&self, regime: Regime) -> &[DutyPlan] {
        self.index.duty_plans(regime)
    }

    /// The possibilities of a regime with their plans, in the order of the table.
    pub(crate) fn possibilities(
        &self,
        regime: Regime,
    ) -> impl Iterator<Item = (&'static Rule, &RulePlan)> {
        let positions = self.rules.iter().enumerate();
        let own = positions
            .filter(move |(_, rule)| rule.possibility().is_some() && rule.holds_in(regime));
        own.map(|(position, rule)| (*rule, self.index.plan_at(position)))
    }

    /// The duties that others build on.
    pub(crate) const fn roles(&self) -> &Roles {
        self.index.roles()
    }

    /// A duty in a regime, none where the regime does not know it.
    pub(crate) fn own_duty_plan(&self, duty: Duty, regime: Regime) -> Option<&DutyPlan> {
        self.index.duty_plan(duty, regime)
    }

    /// A duty in a regime; where the regime does not know it, in that of an employer.
    pub(crate) fn duty_plan(&self, duty: Duty, regime: Regime) -> Option<&DutyPlan> {
        let own = self.index.duty_plan(duty, regime);
        own.or_else(|| self.index.duty_plan(duty, Regime::Employer))
    }

    /// The duties that others count from or wait for, in the order in which they usually fall due with an
    /// employer.
    pub(crate) fn followed(&self) -> impl Iterator<Item = Duty> {
        let waits =
            |rule: &Rule, duty| (0..).map_while(|n| rule.counts_from(n)).any(|other| other == duty);
        let duties = self.usual_duty_plans(Regime::Employer).iter().map(|plan| plan.duty);
        duties.filter(move |duty| self.rules.iter().any(|rule| waits(rule, *duty)))
    }

    /// The rule of a duty in a regime, none where the regime does not know it.
    pub(crate) fn rule_of(&self, duty: Duty, regime: Regime) -> Option<&'static Rule> {
        self.at_in(position_of(duty), regime)
    }
}

/// Where a rule stands in every [`Law`]. In a constant, so that a wrong name does not compile.
pub(crate) const fn position(id: &str) -> usize {
    let mut i = 0;
    while i < ALL.len() {
        if same(ALL[i].id(), id) {
            return i;
        }
        i += 1;
    }
    panic!("no rule has this name")
}

/// Where a rule stands that is read as if it had one version for all time. With a second one the list
/// of [`only`] does not compile, and an amended law is not sound: whoever reads the rule must then ask
/// which version holds for the case.
#[derive(Clone, Copy)]
pub(crate) struct Only {
    position: usize,
}

impl Only {
    const fn of(position: usize) -> Only {
        let _ = ALL[position].only_version();
        Only { position }
    }
}

/// The rules that are read as if they had one version, and all of them for the check of an amended law.
pub(crate) mod only {
    use super::{Only, index};

    macro_rules! only {
        ($($name:ident = $position:expr;)+) => {
            $(pub(crate) const $name: Only = Only::of($position);)+
            pub(crate) const ALL: &[Only] = &[$($name,)+];
        };
    }

    only! {
        RELAPSE_WINDOW = index::RELAPSE_WINDOW;
        WAGE_SANCTION_LENGTH = index::WAGE_SANCTION_LENGTH;
        REPORT_AT_END_OF_EMPLOYMENT = index::REPORT_AT_END_OF_EMPLOYMENT;
        END_OF_BENEFIT_AFTER_ASSESSMENT = index::END_OF_BENEFIT_AFTER_ASSESSMENT;
    }
}

/// Where the rules stand that other modules build on.
pub(crate) mod index {
    use super::position;

    pub(crate) const WAITING_PERIOD: usize = position("end-of-waiting-period");
    pub(crate) const WAGE_PERIOD: usize = position("end-of-wages");
    pub(crate) const MINIMUM_WAGE_FLOOR: usize = position("end-of-minimum-wage-floor");
    pub(crate) const DISMISSAL_BAN: usize = position("end-of-dismissal-ban");
    pub(crate) const WIA_LOOK_BACK: usize = position("wia-look-back");
    pub(crate) const LEAVE_BAN: usize = position("leave-ban");
    pub(crate) const WAITING_DAYS: usize = position("waiting-days");
    pub(crate) const DOMESTIC_STAFF_WAGES: usize = position("domestic-staff-wages");
    pub(crate) const RELAPSE_WINDOW: usize = position("relapse-window");
    pub(crate) const EARLY_IVA_FIRST_CLAIM: usize = position("early-iva-first-claim");
    pub(crate) const EARLY_IVA_LAST_CLAIM: usize = position("early-iva-last-claim");
    pub(crate) const EARLY_IVA_SHORTEST: usize = position("early-iva-shortest");
    pub(crate) const EARLY_IVA_LEAD: usize = position("early-iva-lead");
    pub(crate) const JOINING_WAITING_PERIOD: usize = position("joining-waiting-period");
    pub(crate) const JOINING_NOTIFICATION: usize = position("joining-notification");
    pub(crate) const JOINING_WAGES: usize = position("joining-wages");
    pub(crate) const JOINING_DISMISSAL_BAN: usize = position("joining-dismissal-ban");
    pub(crate) const STATE_PENSION_WAGES: usize = position("state-pension-wages");
    pub(crate) const STATE_PENSION_DISMISSAL_BAN: usize = position("state-pension-dismissal-ban");
    pub(crate) const WAGE_SANCTION_LENGTH: usize = position("wage-sanction-length");
    pub(crate) const SANCTION_RUN_OFF: usize = position("sanction-run-off");
    pub(crate) const WIA_DECISION_AFTER_REPAIR: usize = position("wia-decision-after-repair");
    pub(crate) const CLAIM_RESUMED: usize = position("claim-resumed");
    pub(crate) const SHORT_REPORT: usize = position("short-report");
    pub(crate) const OWN_EMPLOYER_PERSPECTIVE: usize = position("own-employer-perspective");
    pub(crate) const PLAN_AFTER_POSSIBILITIES_RETURNED: usize = position("plan-after-new-opinion");
    pub(crate) const SECOND_TRACK_AFTER_POSSIBILITIES_RETURNED: usize =
        position("second-track-after-new-opinion");
    pub(crate) const REPORT_AT_END_OF_EMPLOYMENT: usize = position("report-at-end-of-employment");
    pub(crate) const EXTENSION_SHORTENING: usize = position("extension-shortening");
    pub(crate) const ENTITLEMENT_REPORT_AT_END: usize =
        position("entitlement-report-at-end-of-employment");
    pub(crate) const THIRTEEN_WEEKS_OF_SICKNESS: usize = position("thirteen-weeks-of-sickness");
    pub(crate) const RECOVERY_TOLD: usize = position("recovery-told");
    pub(crate) const OWN_RISK_REPORT_AFTER_EMPLOYMENT: usize =
        position("own-risk-report-after-employment");
    pub(crate) const SICKNESS_BENEFIT: usize = position("end-of-sickness-benefit");
    pub(crate) const STATE_PENSION_BENEFIT: usize = position("state-pension-benefit");
    pub(crate) const END_OF_BENEFIT_AFTER_ASSESSMENT: usize =
        position("end-of-benefit-after-assessment");
}

/// Every duty, in the order of the table.
///
/// ```
/// assert!(poortwachter::law::duties().any(|duty| duty.id() == "second-track-start"));
/// ```
pub fn duties() -> impl ExactSizeIterator<Item = Duty> {
    DUTIES.iter().copied()
}

/// The duty of that name.
#[must_use]
pub fn duty(id: &str) -> Option<Duty> {
    duties().find(|duty| duty.id() == id)
}
