//! The vocabulary of a rule. No logic, only what a rule is made of.

use super::duty::Duty;
use super::properties::{
    Afterwards, Completion, Consequence, Deadline, Document, Force, MetBy, Override, Recurrence,
    Tolerance,
};
use super::regime::Regime;
use super::term::Term;
use crate::day::Day;
use crate::lang::{Lang, Text};
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

/// A day on which something changes without anybody acting (*mijlpaal*), by its stable name.
///
/// ```
/// use poortwachter::Milestone;
/// assert_eq!(Milestone::END_OF_WAGES.id(), "end-of-wages");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Milestone(pub(crate) &'static str);

impl Milestone {
    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.0
    }
}

/// What kind of rule it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// Somebody must act.
    Duty(Duty),
    /// Something changes on a day.
    Milestone(Milestone),
    /// Arithmetic that duties and milestones build on: it never shows as a line of its own.
    Effect(&'static str),
}

/// Who acts or is informed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Actor {
    /// *Werkgever*.
    Employer,
    /// *Werknemer* (in the WIA: *verzekerde*).
    Employee,
    /// *Bedrijfsarts* or *arbodienst*.
    OccupationalPhysician,
    /// *Uitvoeringsinstituut werknemersverzekeringen*, the Employee Insurance Agency.
    Uwv,
    /// The person who guides the agreed activities (RP art. 4(2)(c)), *casemanager*.
    CaseManager,
    /// *Eigenrisicodrager*: the former employer that carries the risk of the sickness benefit.
    OwnRiskCarrier,
}

/// How strong the source is, strongest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Layer {
    /// *Wet*: act of parliament.
    Act,
    /// *Algemene maatregel van bestuur*: order in council.
    OrderInCouncil,
    /// *Ministeriële regeling*.
    MinisterialRegulation,
    /// *Beleidsregel* or published working method of the UWV.
    Policy,
    /// What parties and advisers do; no legal force.
    Practice,
}

/// A statute, regulation, policy or published practice.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Instrument {
    /// Number in the national register of law (*BWB-nummer*); empty where it is not in it.
    pub bwb: &'static str,
    /// Official title, in Dutch.
    pub name: &'static str,
    /// The usual abbreviation.
    pub short: &'static str,
    /// Where the text stands; for an instrument of the register an article is appended.
    pub url: &'static str,
}

/// A place in an instrument.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Citation {
    /// The instrument.
    pub instrument: &'static Instrument,
    /// Article number, empty where the instrument has none.
    pub article: &'static str,
    /// Paragraph (*lid*), with a part letter where there is one; empty where there is none.
    pub paragraph: &'static str,
    /// The last day of an earlier text of the article; `None` for the present one.
    pub until: Option<Day>,
}

/// A citation with the verbatim Dutch words, which stand in the `.md` file beside the rule.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Source {
    /// Where.
    pub citation: Citation,
    /// The operative words, letter for letter.
    pub text: &'static str,
}

/// From which day a term counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Anchor {
    /// The first sick day `D` of the rule's clock.
    FirstSickDay,
    /// The day on which that duty was met. Absent until then.
    Met(Duty),
    /// The day on which that duty was met, until then its planned due date.
    MetOrPlanned(Duty),
    /// The previous progress interview, before the first one the plan of action.
    PreviousInterview,
    /// The last day of the waiting period, or of the extension of art. 24 WIA.
    End,
    /// As [`Anchor::End`], later by the days that the WIA claim was late.
    DelayedEnd,
    /// The day on which the employee received the notice of art. 64(2) WIA.
    NoticeReceived,
    /// The employer's notice that the shortcoming was repaired (art. 25(12) WIA).
    RepairNotified,
    /// The day on which the UWV established the repair (art. 25(13) WIA).
    RepairEstablished,
    /// The last day of the wage sanction.
    SanctionEnd,
    /// The day on which the employee reaches the state pension age, but not before the given day.
    StatePensionDay {
        /// The period starts on this day at the earliest.
        not_before: Option<Day>,
    },
    /// The last day of the employment.
    EmploymentEnd,
    /// The request for a shortened waiting period (art. 23(6) WIA).
    EarlyIvaClaim,
    /// The request to shorten or end something.
    Request,
    /// The request to shorten a voluntary extension (art. 24(2) WIA).
    ShorteningRequested,
    /// The start of the period of 26 weeks (RPV art. 5(1)).
    PeriodStart,
    /// The day on which the employee is able to earn more than 65% (art. 19aa ZW).
    AbleToEarn {
        /// The period starts on the day of this duty at the earliest.
        not_before: Duty,
    },
    /// The day after maternity leave.
    DayAfterLeave,
    /// The last counted day before recovery.
    LastSickDay,
    /// The due day of the same version.
    Due,
}

/// On what the days of a term are counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Count {
    /// Counted days of the rule's clock: recovered days and leave do not count.
    SickDays,
    /// Calendar days.
    CalendarDays,
}

/// The four clocks: four acts add up periods of sickness, each in its own paragraph.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ClockKind {
    /// *Wachttijd*, WIA art. 23.
    WaitingPeriod,
    /// *Aangifte*, ZW art. 38(1).
    Notification,
    /// *Loondoorbetaling*, BW art. 7:629.
    Wages,
    /// *Opzegverbod*, BW art. 7:670.
    DismissalBan,
}

/// One date of a rule: the term, what it counts from, and the source that says so.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Bound {
    /// The time phrase.
    pub term: Term,
    /// From which day.
    pub from: Anchor,
    /// On sick days or on calendar days.
    pub count: Count,
    /// How strong this date is. It may be weaker than the duty itself: the regulation demands an
    /// up-to-date opinion, practice names the week.
    pub layer: Layer,
    /// Where it says so.
    pub source: Source,
    /// Why these words give this day, in a sentence or two; none where they speak for themselves.
    pub reading: Text,
}

/// Which cases a version holds for, when the law changed while they ran.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Axis {
    /// The first sick day lies in the window.
    FirstSickDay,
    /// The last day of this version's own term lies in the window: the old term applies when its
    /// last day lies before the change.
    LastDay,
    /// The duty was met in the window, or the last day of this version's own term lies in it and
    /// that of the next version too: a term that ran out unmet before the change is replaced by
    /// the next version where that one still ends after the change.
    MetOrLastDay,
}

/// When a version of a rule holds; both days inclusive. It follows from the days on which the versions
/// begin: see [`Rule::versions`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Window {
    /// First day, `None` for a first version: it holds from before the first day that a case may
    /// have.
    pub from: Option<Day>,
    /// Last day, `None` for the version in force.
    pub until: Option<Day>,
}

impl Window {
    /// Without bounds.
    pub const ALWAYS: Window = Window { from: None, until: None };
}

/// The rule as it reads from a day on, until the next version.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Version {
    /// The first day on which it holds; `None` for a first version, which holds from before the first day
    /// that a case may have.
    pub since: Option<Day>,
    /// For which cases.
    pub axis: Axis,
    /// First day on which it can or should be started, `None` without a bound.
    pub opens: Option<Bound>,
    /// The last day that no published reading calls late, before the step back to a working day;
    /// `None` where it is the due day.
    pub advised: Option<Bound>,
    /// The last day under the text.
    pub due: Bound,
    /// The last day that the authority accepts, `None` where nothing later is accepted.
    pub tolerated: Option<Bound>,
    /// What must have been done for the tolerated day to hold.
    pub proviso: Option<Proviso>,
}

/// Another duty that must have been met before a day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Proviso {
    /// The other duty.
    pub duty: Duty,
    /// It must have been met before this day, not on it.
    pub before: Bound,
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
}

/// A rule of the law table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Rule {
    /// Duty, milestone or effect, with its stable name.
    pub kind: Kind,
    /// Dutch statutory or usual term.
    pub name_nl: &'static str,
    /// English name.
    pub name_en: &'static str,
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
    /// How one says that it was done.
    pub completion: Completion,
    /// Its Dutch name in a sentence, with the article: `de probleemanalyse`. Empty for a series, whose
    /// lines have numbers and no article.
    pub the_nl: &'static str,
    /// Its versions, oldest first. Which one holds is asked of the case, so no place in it is given out.
    pub(super) versions: &'static [Version],
    /// The day on which somebody last compared it with the official text.
    pub verified_on: Day,
}

impl Rule {
    /// The stable name.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self.kind {
            Kind::Duty(duty) => duty.id(),
            Kind::Milestone(Milestone(id)) | Kind::Effect(id) => id,
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
        lang.pick(self.name_nl, self.name_en)
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
        while place <= self.versions.len() * BOUNDS {
            let duty = match (place, self.recurrence) {
                (
                    0,
                    Recurrence::AfterPrevious { first_after: duty }
                    | Recurrence::PerLeave { after: duty },
                ) => Some(duty),
                (0, _) => None,
                _ => self.versions[(place - 1) / BOUNDS].counts_from((place - 1) % BOUNDS),
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
    /// assert_eq!(windows[0].until, Some(Day::new(2011, 12, 31)));
    /// assert_eq!((windows[1].from, windows[1].until), (Some(Day::new(2012, 1, 1)), None));
    /// ```
    #[must_use]
    pub fn versions(&self) -> Versions {
        Versions { versions: self.versions, next: 0 }
    }

    /// The version in force: the last one, for a case that begins now.
    ///
    /// ```
    /// use poortwachter::law::{Term, wia::WIA_CLAIM};
    /// assert_eq!(WIA_CLAIM.version_in_force().due.term, Term::WeeksBefore(11));
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
    /// The claim has had three:
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

    /// The duty, when the rule is one.
    #[must_use]
    pub const fn duty(&self) -> Option<Duty> {
        match self.kind {
            Kind::Duty(duty) => Some(duty),
            _ => None,
        }
    }
}

/// How many places a version has that can name a duty.
const BOUNDS: usize = 5;

impl Version {
    /// The duty that is named in one of its places.
    const fn counts_from(&self, place: usize) -> Option<Duty> {
        let bound = match place {
            0 => self.opens,
            1 => self.advised,
            2 => Some(self.due),
            3 => self.tolerated,
            _ => {
                return match self.proviso {
                    Some(proviso) => Some(proviso.duty),
                    None => None,
                };
            }
        };
        match bound {
            Some(Bound { from: Anchor::Met(duty) | Anchor::MetOrPlanned(duty), .. }) => Some(duty),
            _ => None,
        }
    }
}

/// The versions of a rule, oldest first: see [`Rule::versions`].
#[derive(Clone, Debug)]
pub struct Versions {
    versions: &'static [Version],
    next: usize,
}

impl Iterator for Versions {
    type Item = (Window, &'static Version);

    fn next(&mut self) -> Option<Self::Item> {
        let version = self.versions.get(self.next)?;
        self.next += 1;
        let next = self.versions.get(self.next).and_then(|next| next.since);
        Some((Window { from: version.since, until: next.map(|day| day.plus(-1)) }, version))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.versions.len() - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Versions {}

impl Instrument {
    /// A place in this instrument.
    #[must_use]
    pub const fn at(&'static self, article: &'static str, paragraph: &'static str) -> Citation {
        Citation { instrument: self, article, paragraph, until: None }
    }
}

impl Citation {
    /// The same place in the text that held through `day`. What is not in the register has one address
    /// for every text.
    #[must_use]
    pub const fn until(self, day: Day) -> Citation {
        Citation { until: Some(day), ..self }
    }

    /// The verbatim words at this place.
    #[must_use]
    pub const fn says(self, text: &'static str) -> Source {
        Source { citation: self, text }
    }
}

/// Where the source of a base would stand. A date that keeps it has no words, and that is unsound.
static NOWHERE: Instrument = Instrument { bwb: "", name: "", short: "", url: "" };

impl Bound {
    /// A date counted on sick days from the first of them. It lacks a number and words: a date that
    /// does not give them is [unsound](super::Unsound).
    pub(super) const ON_SICK_DAYS: Bound = Bound {
        term: Term::WithinWeeksAfter(0),
        from: Anchor::FirstSickDay,
        count: Count::SickDays,
        layer: Layer::Practice,
        source: NOWHERE.at("", "").says(""),
        reading: Text::NONE,
    };

    /// The same, counted on the calendar.
    pub(super) const ON_THE_CALENDAR: Bound =
        Bound { count: Count::CalendarDays, ..Bound::ON_SICK_DAYS };
}

impl Version {
    /// One version for all time, with a due day only, which is still to be given.
    pub(super) const BASE: Version = Version {
        since: None,
        axis: Axis::LastDay,
        opens: None,
        advised: None,
        due: Bound::ON_SICK_DAYS,
        tolerated: None,
        proviso: None,
    };
}

impl Rule {
    /// What most rules share. It lacks a name, regimes and versions: a rule that does not give them is
    /// [unsound](super::Unsound).
    pub(super) const BASE: Rule = Rule {
        kind: Kind::Effect(""),
        name_nl: "",
        name_en: "",
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
        tolerance: Tolerance::Always,
        deadline: Deadline::Open,
        force: Force::Duty,
        afterwards: Afterwards::CannotBeDone,
        consequences: &[],
        no_return: &[],
        document: None,
        report_part: None,
        completion: Completion::Made,
        the_nl: "",
        versions: &[],
        verified_on: super::VERIFIED_ON,
    };
}

impl Citation {
    /// Where the text stands on the internet: the present one, or the earlier one with these words.
    ///
    /// ```
    /// use poortwachter::{Day, law::wia::WET_WIA};
    /// let present = WET_WIA.at("64", "3");
    /// assert_eq!(present.to_string(), "WIA art. 64(3)");
    /// assert_eq!(present.url(), "https://wetten.overheid.nl/BWBR0019057/2026-07-01#Artikel64");
    /// let earlier = present.until(Day::new(2013, 6, 30));
    /// assert_eq!(earlier.to_string(), "WIA art. 64(3)");
    /// assert_eq!(earlier.url(), "https://wetten.overheid.nl/BWBR0019057/2013-06-30#Artikel64");
    /// ```
    #[must_use]
    pub fn url(&self) -> String {
        let Instrument { bwb, url, .. } = *self.instrument;
        let url = match self.until {
            Some(day) if !bwb.is_empty() => format!("https://wetten.overheid.nl/{bwb}/{day}"),
            _ => url.to_string(),
        };
        match (bwb, self.article) {
            ("", _) | (_, "") => url,
            (_, "Bijlage") => format!("{url}#Bijlage"),
            (_, article) => format!("{url}#Artikel{article}"),
        }
    }
}

/// Short, as lawyers write it: `WIA art. 64(3)`. The same in every language, so an annex is called what
/// it is called in the law.
impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.instrument.short)?;
        match self.article {
            "" => return Ok(()),
            "Bijlage" => write!(f, " bijlage")?,
            article => write!(f, " art. {article}")?,
        }
        // A paragraph may carry its part: "2(b)".
        match self.paragraph.split_once('(') {
            _ if self.paragraph.is_empty() => Ok(()),
            Some((paragraph, part)) => write!(f, "({paragraph})({part}"),
            None => write!(f, "({})", self.paragraph),
        }
    }
}

impl Actor {
    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Actor::Employer => "employer",
            Actor::Employee => "employee",
            Actor::OccupationalPhysician => "occupational-physician",
            Actor::Uwv => "uwv",
            Actor::CaseManager => "case-manager",
            Actor::OwnRiskCarrier => "own-risk-carrier",
        }
    }

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

impl Layer {
    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Layer::Act => "act",
            Layer::OrderInCouncil => "order-in-council",
            Layer::MinisterialRegulation => "ministerial-regulation",
            Layer::Policy => "policy",
            Layer::Practice => "practice",
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
