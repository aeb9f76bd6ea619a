//! The vocabulary of a rule. No logic, only what a rule is made of.

use super::arising::Arising;
use super::citation::Source;
use super::duty::Duty;
use super::milestone::Milestone;
use super::possibility::Possibility;
use super::properties::{
    Afterwards, Completion, Consequence, Deadline, Document, Force, MetBy, Override, Recurrence,
    Tolerance,
};
use super::regime::Regime;
use super::version::{Version, Versions, Window};
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::lang::{Lang, Text};
use alloc::format;
use alloc::string::String;

/// What kind of rule it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// Somebody must act.
    Duty(Duty),
    /// Something changes on a day.
    Milestone(Milestone),
    /// Somebody may act, until a day.
    Possibility(Possibility),
    /// Arithmetic that duties and milestones build on: it never shows as a line of its own.
    Effect(&'static str),
}

closed_list! {
    /// Who acts or is informed.
    Actor, "actor" {
        /// *Werkgever*.
        Employer = 0, "employer", "werkgever", "employer";
        /// *Werknemer* (in the WIA: *verzekerde*).
        Employee = 1, "employee", "werknemer", "employee";
        /// *Bedrijfsarts* or *arbodienst*.
        OccupationalPhysician = 2, "occupational-physician",
            "bedrijfsarts",
            "occupational physician";
        /// *Uitvoeringsinstituut werknemersverzekeringen*, the Employee Insurance Agency.
        Uwv = 3, "uwv", "UWV", "UWV";
        /// The person who guides the agreed activities (RP art. 4(2)(c)), *casemanager*.
        CaseManager = 4, "case-manager", "casemanager", "case manager";
        /// *Eigenrisicodrager*: the former employer that carries the risk of the sickness benefit.
        OwnRiskCarrier = 5, "own-risk-carrier", "eigenrisicodrager", "own-risk carrier";
    }
}

closed_list! {
    /// How strong the source is, strongest first.
    Layer, "layer" {
        /// *Wet*: act of parliament.
        Act = 0, "act", "wet", "act";
        /// *Algemene maatregel van bestuur*: order in council.
        OrderInCouncil = 1, "order-in-council", "AMvB", "order in council";
        /// *Ministeriële regeling*.
        MinisterialRegulation = 2, "ministerial-regulation", "ministeriële regeling", "regulation";
        /// *Beleidsregel* or published working method of the UWV.
        Policy = 3, "policy", "beleid", "policy";
        /// What parties and advisers do; no legal force.
        Practice = 4, "practice", "praktijk", "practice";
    }
}

impl Layer {
    /// Whether it binds: policy and practice do not.
    ///
    /// ```
    /// use poortwachter::Layer;
    /// assert!(Layer::MinisterialRegulation.is_law() && !Layer::Policy.is_law());
    /// ```
    #[must_use]
    pub const fn is_law(self) -> bool {
        !matches!(self, Layer::Policy | Layer::Practice)
    }
}

closed_list! {
    /// The four clocks: four acts add up periods of sickness, each in its own paragraph.
    ClockKind, "clock" {
        /// *Wachttijd*, WIA art. 23.
        WaitingPeriod = 0, "waiting-period", "wachttijd WIA", "WIA waiting period";
        /// *Aangifte*, ZW art. 38(1).
        Notification = 1, "notification", "aangifte ZW", "ZW report";
        /// *Loondoorbetaling*, BW art. 7:629.
        Wages = 2, "wages", "loondoorbetaling", "wages";
        /// *Opzegverbod*, BW art. 7:670.
        DismissalBan = 3, "dismissal-ban", "opzegverbod", "dismissal ban";
    }
}

/// A condition on which a rule applies at all. Each one is decided by
/// [`timeline`](crate::timeline) from recorded facts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Condition {
    /// The employee has not reached the state pension age (BW 7:658a(1) and (3)).
    BelowStatePensionAge,
    /// The physician sees possibilities to return to work (RP 4(1)).
    PossibilitiesToReturn,
    /// A WIA benefit can start before the state pension age.
    WiaCanStart,
    /// The wage period still runs and the employment has not ended.
    Employed,
    /// The employment ends while the employee is sick (ZW 38(2)).
    EmploymentEndsWhileSick,
    /// The rule already held on the first sick day: that lies on this day or later.
    FirstSickDayFrom(Day),
    /// There was no employer any more on the first sick day (ZW 38ab(1)).
    WithoutEmployer,
    /// The employee is entitled to sickness benefit beside the wages (ZW 29a, 29b).
    EntitledToSicknessBenefit,
    /// The employee is not (ZW 38(4)).
    NotEntitledToSicknessBenefit,
    /// The wages are extended on request (WIA 24(1)).
    WagesExtended,
}

/// A rule of the law table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Rule {
    /// Duty, milestone, possibility or effect, with its stable name.
    pub kind: Kind,
    /// What an effect is called: the Dutch statutory or usual term, and in English. The others have the
    /// name in their list.
    pub effect_name: Text,
    /// Who must act.
    pub actor: Actor,
    /// Who takes part.
    pub with: &'static [Actor],
    /// Who is informed.
    pub informs: &'static [Actor],
    /// How strong the duty itself is. Each date has a layer of its own.
    pub layer: Layer,
    /// Which clock counts.
    pub clock: ClockKind,
    /// In which regimes it holds. Another rule of the same name may hold in another regime.
    pub regimes: &'static [Regime],
    /// On what it depends.
    pub conditions: &'static [Condition],
    /// The words behind a condition, where the rule has its own.
    pub condition_words: &'static [(Condition, &'static Source)],
    /// How many lines of it a case has.
    pub recurrence: Recurrence,
    /// What is recorded when it is met: an event of its own name, or others as well.
    pub met_by: &'static [MetBy],
    /// What can put another due day in the place of its own.
    pub overrides: &'static [Override],
    /// The effects that give the due day on another ground, where the ground is not recorded: their names.
    pub alternatives: &'static [&'static str],
    /// When its tolerated day is given.
    pub tolerance: Tolerance,
    /// Whether it can be done late.
    pub deadline: Deadline,
    /// Whether somebody must act, or may.
    pub force: Force,
    /// What becomes of it after recovery or the end of the payment.
    pub afterwards: Afterwards,
    /// What it can cost to be late.
    pub consequences: &'static [Consequence],
    /// Where what happens after its last day cannot be undone: the words that say so, in each regime in
    /// which it happens.
    pub no_return: &'static [(Regime, &'static Source)],
    /// The document that it yields, where an article lists what that holds.
    pub document: Option<Document>,
    /// Which part of the re-integration report it yields: a letter of RP art. 6(1).
    pub report_part: Option<char>,
    /// What a possibility arises from and how it opens and ends; none of a rule of another kind.
    pub arising: Option<Arising>,
    /// How one says that it was done.
    pub completion: Completion,
    /// Its Dutch name in a sentence, with the article: `de probleemanalyse`. Empty for a series, whose
    /// lines have numbers and no article.
    pub the_nl: &'static str,
    /// Its versions, oldest first. Which one holds is asked of the case, so no place in it is given out.
    pub(super) versions: &'static [Version],
    /// The version that holds where the parties asked for a longer wage period (WIA 24), where that moves its
    /// days without saying so in a term of its own.
    pub when_extended: Option<&'static Version>,
    /// The day on which somebody last compared it with the official text.
    pub verified_on: Day,
}

impl Rule {
    /// The stable name.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self.kind {
            Kind::Duty(duty) => duty.id(),
            Kind::Milestone(milestone) => milestone.id(),
            Kind::Possibility(possibility) => possibility.id(),
            Kind::Effect(id) => id,
        }
    }

    /// Its name.
    ///
    /// ```
    /// use poortwachter::{Lang, law::wia::WIA_CLAIM};
    /// assert_eq!(WIA_CLAIM.name(Lang::Nl), "WIA-aanvraag");
    /// ```
    #[must_use]
    pub const fn name(&self, lang: Lang) -> &'static str {
        match self.kind {
            Kind::Duty(duty) => duty.name(lang),
            Kind::Milestone(milestone) => milestone.name(lang),
            Kind::Possibility(possibility) => possibility.name(lang),
            Kind::Effect(_) => self.effect_name.in_lang(lang),
        }
    }

    /// Its name, with a number where it is a series.
    pub(crate) fn numbered(&self, number: u16, lang: Lang) -> String {
        let name = self.name(lang);
        if self.is_series() { format!("{name} {number}") } else { String::from(name) }
    }

    /// Whether a case has several obligations of this rule, numbered from 1.
    ///
    /// ```
    /// use poortwachter::law::{procesgang::PROGRESS_INTERVIEW, wia::WIA_CLAIM};
    /// assert!(PROGRESS_INTERVIEW.is_series() && !WIA_CLAIM.is_series());
    /// ```
    #[must_use]
    pub const fn is_series(&self) -> bool {
        self.recurrence.is_series()
    }

    /// Whether more than one day can be recorded on which it was met: it is a series, or the decision on a
    /// claim, before which an early one may have been decided on.
    pub(crate) fn can_be_met_again(&self) -> bool {
        self.is_series() || self.met_by.contains(&MetBy::WiaGranted)
    }

    /// The words behind a reason not to apply, where the rule has its own for that kind of condition.
    pub(crate) fn words_of(&self, is: impl Fn(Condition) -> bool) -> Option<Source> {
        let words = self.condition_words.iter().find(|(condition, _)| is(*condition));
        words.map(|(_, words)| **words)
    }

    /// Whether it can be late with that consequence.
    #[must_use]
    pub fn can_cost(&self, consequence: Consequence) -> bool {
        self.consequences.contains(&consequence)
    }

    /// The n-th duty that it counts from, waits for or is provided for by, some more than once.
    pub(super) const fn counts_from(&self, n: usize) -> Option<Duty> {
        let (mut left, mut place) = (n, 0);
        while place <= self.versions.len() * Version::BOUNDS {
            let duty = match (place, self.recurrence) {
                (
                    0,
                    Recurrence::AfterPrevious { first_after: duty }
                    | Recurrence::PerLeave { after: duty },
                ) => Some(duty),
                (0, _) => None,
                _ => {
                    let (version, bound) =
                        ((place - 1) / Version::BOUNDS, (place - 1) % Version::BOUNDS);
                    self.versions[version].counts_from(bound)
                }
            };
            if duty.is_some() {
                if left == 0 {
                    return duty;
                }
                left -= 1;
            }
            place += 1;
        }
        None
    }

    /// Whether an event of its own name records that it was met.
    pub(crate) fn has_own_event(&self) -> bool {
        self.met_by.contains(&MetBy::OwnEvent)
    }

    /// The same rule with other versions, oldest first: see [`Law::amended`](super::Law::amended).
    #[must_use]
    pub const fn with_versions(self, versions: &'static [Version]) -> Rule {
        Rule { versions, ..self }
    }

    /// Every version with the days from and until which it holds, oldest first.
    ///
    /// ```
    /// use poortwachter::{Day, law::wia::WIA_DECISION};
    /// let windows: Vec<_> = WIA_DECISION.versions().map(|(window, _)| window).collect();
    /// assert_eq!((windows[0].from, windows[0].until), (None, Some(Day::new(2011, 12, 31))));
    /// assert_eq!(windows[1].from, Some(Day::new(2012, 1, 1)));
    /// assert!(windows.last().unwrap().until.is_none());
    /// ```
    #[must_use]
    pub fn versions(&self) -> Versions {
        Versions::of(self.versions)
    }

    /// The version in force: the last one, for a case that begins now.
    ///
    /// ```
    /// use poortwachter::law::wia::WIA_CLAIM;
    /// let last = WIA_CLAIM.versions().last().map(|(_, version)| version);
    /// assert_eq!(Some(WIA_CLAIM.version_in_force()), last);
    /// ```
    ///
    /// # Panics
    /// When the rule has no version, which [`check`](super::check) refuses.
    #[must_use]
    pub const fn version_in_force(&self) -> &'static Version {
        &self.versions[self.versions.len() - 1]
    }

    /// The version of a rule that has had one only. To read a number of the law where no case decides; once
    /// the law changes, the constant that reads it does not compile any more.
    ///
    /// ```
    /// use poortwachter::law::{Term, Version, wia::WAGE_SANCTION_LENGTH};
    /// const SANCTION: &Version = WAGE_SANCTION_LENGTH.only_version();
    /// assert_eq!(SANCTION.due.term, Term::PeriodOfWeeks(52));
    /// ```
    ///
    /// The claim has had several:
    ///
    /// ```compile_fail,E0080
    /// use poortwachter::law::{Version, wia::WIA_CLAIM};
    /// const CLAIM: &Version = WIA_CLAIM.only_version();
    /// # let _ = CLAIM;
    /// ```
    ///
    /// # Panics
    /// When the rule has more than one version; in a constant that is a compile error.
    #[must_use]
    pub const fn only_version(&self) -> &'static Version {
        assert!(self.versions.len() == 1, "this rule has more than one version");
        &self.versions[0]
    }

    /// When a version of this rule holds.
    pub(crate) fn window_of(&self, version: &Version) -> Window {
        let own = self.versions().find(|(_, own)| *own == version);
        own.map_or(Window::ALWAYS, |(window, _)| window)
    }

    /// Whether it holds in `regime`.
    #[must_use]
    pub fn holds_in(&self, regime: Regime) -> bool {
        self.regimes.contains(&regime)
    }

    /// The possibility, when the rule is one.
    #[must_use]
    pub const fn possibility(&self) -> Option<Possibility> {
        match self.kind {
            Kind::Possibility(possibility) => Some(possibility),
            _ => None,
        }
    }

    /// The duty, when the rule is one.
    #[must_use]
    pub const fn duty(&self) -> Option<Duty> {
        match self.kind {
            Kind::Duty(duty) => Some(duty),
            _ => None,
        }
    }
}

impl Rule {
    /// What most rules share. It lacks a name, regimes and versions: a rule that does not give them is
    /// [unsound](super::Unsound).
    pub(super) const BASE: Rule = Rule {
        kind: Kind::Effect(""),
        effect_name: Text { nl: "", en: "" },
        actor: Actor::Employer,
        with: &[],
        informs: &[],
        layer: Layer::Practice,
        clock: ClockKind::WaitingPeriod,
        regimes: &[],
        conditions: &[],
        condition_words: &[],
        recurrence: Recurrence::Once,
        met_by: &[MetBy::OwnEvent],
        overrides: &[],
        alternatives: &[],
        tolerance: Tolerance::Always,
        deadline: Deadline::Open,
        force: Force::Duty,
        afterwards: Afterwards::CannotBeDone,
        consequences: &[],
        no_return: &[],
        document: None,
        report_part: None,
        arising: None,
        completion: Completion::Made,
        the_nl: "",
        versions: &[],
        when_extended: None,
        verified_on: super::VERIFIED_ON,
    };
}

impl Actor {
    /// Who acts in that place in a regime: the articles on the employer apply to the carrier of its
    /// own risk (WIA 26(2)) and, with its own physicians, to the UWV (WIA 26(1)).
    ///
    /// ```
    /// use poortwachter::{Actor, Regime};
    /// assert_eq!(Actor::Employer.in_regime(Regime::SafetyNet), Actor::Uwv);
    /// assert_eq!(Actor::Employee.in_regime(Regime::SafetyNet), Actor::Employee);
    /// ```
    #[must_use]
    pub const fn in_regime(self, regime: Regime) -> Actor {
        match (regime, self) {
            (Regime::OwnRiskCarrier, Actor::Employer) => Actor::OwnRiskCarrier,
            (Regime::SafetyNet, Actor::Employer | Actor::OccupationalPhysician) => Actor::Uwv,
            _ => self,
        }
    }
}

/// Sets of regimes in which a rule holds.
pub(crate) mod regimes {
    use super::Regime;

    /// Everywhere.
    pub(crate) const ALL: &[Regime] = Regime::ALL;
    /// With an employer who pays wages.
    pub(crate) const EMPLOYER: &[Regime] = &[Regime::Employer];
    /// Without an employer.
    pub(crate) const SAFETY_NET: &[Regime] = &[Regime::SafetyNet];
    /// With a former employer that carries its own risk.
    pub(crate) const OWN_RISK: &[Regime] = &[Regime::OwnRiskCarrier];
    /// Where somebody other than the UWV must re-integrate and pay.
    pub(crate) const PAYER: &[Regime] = &[Regime::Employer, Regime::OwnRiskCarrier];
    /// Where sickness benefit takes the place of wages.
    pub(crate) const BENEFIT: &[Regime] = &[Regime::SafetyNet, Regime::OwnRiskCarrier];
}
