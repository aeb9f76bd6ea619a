//! The facts: what was recorded about one sick-leave case.
//!
//! A [`Case`] is built through one fallible door, [`CaseBuilder::build`] (or its serde twin, with
//! feature `serde`); whatever comes out of it has an answer. It holds no medical data: no cause, no
//! diagnosis, no free text.

mod builder;
mod error;
mod event;
mod event_field;
mod event_kind;
mod fact;
mod first_sick_day;
mod joining;
mod second_track;
mod segments;
mod with;

pub use builder::CaseBuilder;
#[cfg(feature = "schema")]
pub(crate) use builder::longest_sanction;
pub use error::CaseError;
pub(crate) use error::Known;
pub use event::{DeviationReason, Event};
#[cfg(feature = "serde")]
pub(crate) use event_field::{Content, ReadFields};
pub use event_field::{EventField, FieldContent, FieldOfEvent};
pub use event_kind::{EventKind, EventName};
pub use fact::Fact;
pub use first_sick_day::{
    Absence, FirstSickDay, FirstSickDayError, FirstSickDayReason, FirstSickDayReasonKind,
    NotWorked, WorkingDays,
};
pub use second_track::{Adviser, PlanItem, ReportPart, SecondTrackEnd, SecondTrackPhase};
pub(crate) use segments::Facts;
pub use with::WithError;

use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::{Law, Regime};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::hash::{Hash, Hasher};

/// A period of incapacity. Both days inclusive.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Spell {
    pub(crate) first: Day,
    pub(crate) last: Day,
    pub(crate) counts_for_dismissal_ban: bool,
}

impl Spell {
    /// Incapacity from `first_day` up to and including `last_day`, or that still goes on. It counts for the
    /// dismissal ban.
    ///
    /// ```
    /// use poortwachter::{Day, Spell};
    /// let spell = Spell::new(Day::new(2026, 1, 5), None);
    /// assert_eq!((spell.first_day(), spell.last_day()), (Day::new(2026, 1, 5), None));
    /// assert!(!spell.left_out_of_dismissal_ban().counts_for_dismissal_ban());
    /// ```
    #[must_use]
    pub fn new(first_day: impl Into<Day>, last_day: Option<Day>) -> Spell {
        // A day beyond all others does not stand for going on.
        let last = last_day.map_or(Day::FOREVER, |day| day.min(Day::FOREVER.plus(-1)));
        Spell { first: first_day.into(), last, counts_for_dismissal_ban: true }
    }

    /// The same, as a period that the dismissal ban does not count (BW 7:670(1) leaves some out).
    #[must_use]
    pub const fn left_out_of_dismissal_ban(self) -> Spell {
        Spell { counts_for_dismissal_ban: false, ..self }
    }

    /// The same, counted for the dismissal ban or not.
    #[cfg(feature = "serde")]
    pub(crate) const fn counted_for_dismissal_ban(self, is_counted: bool) -> Spell {
        Spell { counts_for_dismissal_ban: is_counted, ..self }
    }

    /// First day of incapacity.
    #[must_use]
    pub fn first_day(&self) -> Day {
        self.first
    }

    /// Last day of incapacity, none while it goes on. The first healthy day is the day after it.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        (self.last < Day::FOREVER).then_some(self.last)
    }

    /// Whether it counts for the dismissal ban (BW 7:670(1) leaves some periods out).
    #[must_use]
    pub const fn counts_for_dismissal_ban(&self) -> bool {
        self.counts_for_dismissal_ban
    }
}

closed_list! {
    /// Whether the sickness after a leave belongs to the sickness before it. Presumed by the acts
    /// "unless …"; the reason is never recorded.
    #[derive(Default)]
    Joins, "answer on joining" {
        /// One case.
        #[default]
        Yes = 0, "yes", "één geval", "one case";
        /// Somebody decided that it is a new case.
        No = 1, "no", "een nieuw geval", "a new case";
        /// Nobody has decided: the acts join them, and the timeline says where that is presumed.
        Unknown = 2, "unknown", "niet beslist", "not decided";
    }
}

/// Maternity leave (*zwangerschaps- en bevallingsverlof*, WAZO art. 3:1). Both days inclusive. Its
/// days count on no clock.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Leave {
    pub(crate) first: Day,
    pub(crate) last: Day,
    pub(crate) joins: Joins,
    pub(crate) decided: Option<(Role, Day)>,
}

impl Leave {
    /// Leave from `first_day` up to and including `last_day`; sickness before and after it is one case.
    #[must_use]
    pub fn new(first_day: impl Into<Day>, last_day: impl Into<Day>) -> Leave {
        Leave { first: first_day.into(), last: last_day.into(), joins: Joins::Yes, decided: None }
    }

    /// The same with the answer whether the sickness after it belongs to the sickness before it, and who
    /// decided that and when. Without a day [`Joins::No`] takes effect on the first sick day after the
    /// leave.
    #[must_use]
    pub const fn joining(self, joins: Joins, decided: Option<(Role, Day)>) -> Leave {
        Leave { joins, decided, ..self }
    }

    /// First day of leave.
    #[must_use]
    pub fn first_day(&self) -> Day {
        self.first
    }

    /// Last day of leave.
    #[must_use]
    pub fn last_day(&self) -> Day {
        self.last
    }

    /// Whether sickness after it belongs to the sickness before it.
    #[must_use]
    pub const fn joins(&self) -> Joins {
        self.joins
    }

    /// Whether somebody decided on a recorded day that the sickness after it is a new case.
    pub(crate) fn was_decided_to_separate(self) -> bool {
        self.joins == Joins::No && self.decided.is_some()
    }

    /// Who decided on that and when.
    #[must_use]
    pub fn decided(&self) -> Option<(Role, Day)> {
        self.decided
    }
}

closed_list! {
    /// Whether the employee is entitled to sickness benefit beside the wages (ZW 29a, 29b). On which
    /// ground is never recorded.
    Entitlement, "answer on entitlement" {
        /// Entitled.
        Yes = 0, "yes", "recht op ziekengeld", "entitled";
        /// Not entitled.
        No = 1, "no", "geen recht op ziekengeld", "not entitled";
        /// Nobody knows yet.
        Unknown = 2, "unknown", "onbekend", "not known";
    }
}

closed_list! {
    /// Who decided that leave separates two cases.
    Role, "role" {
        /// The employer.
        Employer = 0, "employer", "werkgever", "employer";
        /// The occupational physician.
        OccupationalPhysician = 1, "occupational-physician",
            "bedrijfsarts",
            "occupational physician";
        /// The UWV.
        Uwv = 2, "uwv", "UWV", "UWV";
    }
}

closed_list! {
    /// How the dates of the progress interviews follow one another.
    #[derive(Default)]
    InterviewRhythm, "rhythm of interviews" {
        /// Six weeks after the interview that was really held.
        #[default]
        Rolling = 0, "rolling", "vanaf het vorige gesprek", "from the previous interview";
        /// Every six weeks from the plan of action, whatever was held when.
        FixedGrid = 1, "fixed-grid",
            "vast vanaf het plan van aanpak",
            "fixed from the plan of action";
    }
}

closed_list! {
    /// What is special about the wages during sickness.
    ///
    /// ```
    /// use poortwachter::WageTerms;
    /// assert_eq!("domestic-staff".parse(), Ok(WageTerms::DomesticStaff));
    /// assert!(WageTerms::WaitingDays.has_waiting_days());
    /// ```
    #[derive(Default)]
    WageTerms, "terms of the wages" {
        /// Nothing.
        #[default]
        Usual = 0, "usual", "gewoon", "usual";
        /// Over the first two days there are no wages, as agreed (BW 7:629(9)), or no sickness benefit
        /// (ZW 29(2)).
        WaitingDays = 1, "waiting-days", "twee wachtdagen", "two waiting days";
        /// Who usually works on fewer than four days a week in the household of the employer: six weeks
        /// (BW 7:629(2)(a)).
        DomesticStaff = 2, "domestic-staff", "huishoudelijk personeel", "domestic staff";
        /// Both.
        DomesticStaffWithWaitingDays = 3, "domestic-staff-with-waiting-days",
            "huishoudelijk personeel, twee wachtdagen",
            "domestic staff, two waiting days";
    }
}

impl WageTerms {
    /// Whether the first two days are waiting days.
    #[must_use]
    pub const fn has_waiting_days(self) -> bool {
        matches!(self, WageTerms::WaitingDays | WageTerms::DomesticStaffWithWaitingDays)
    }

    /// Whether the wages last six weeks.
    #[must_use]
    pub const fn is_domestic(self) -> bool {
        matches!(self, WageTerms::DomesticStaff | WageTerms::DomesticStaffWithWaitingDays)
    }
}

/// Something the crate did with the facts that the person who recorded them should know.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Remark {
    /// A spell that began the day after the last one ended is the same spell.
    SpellsMerged {
        /// First day of the later spell.
        at: Day,
    },
    /// The joining around leave was left open; the acts join. Only where it matters: the leave alone would
    /// separate two cases, and the sickness directly precedes it and follows it or can still do so.
    JoiningPresumed {
        /// First day of the leave.
        leave: Day,
    },
    /// The first leave is shorter than six weeks: maternity leave can be split up only after six weeks (WAZO
    /// 3:1(6)), and no other leave moves a day.
    ShortLeave {
        /// First day of the leave.
        leave: Day,
        /// How many days it lasts, with leave that adjoins it.
        days: u32,
    },
    /// Leave was recorded as separating two cases, but not who decided that and when.
    SeparationWithoutDecision {
        /// First day of the leave.
        leave: Day,
    },
}

/// The facts of one sick-leave case, validated.
///
/// ```
/// use poortwachter::{Case, Day, Duty};
/// let day = Day::new;
/// let case = Case::builder()
///     .id("A-17")
///     .sick(day(2022, 1, 3), day(2022, 7, 3))
///     .sick_since(day(2022, 7, 25))
///     .met(Duty::PROBLEM_ANALYSIS, day(2022, 2, 10))
///     .build()?;
/// assert_eq!(case.spells().len(), 2);
/// # Ok::<(), poortwachter::CaseError>(())
/// ```
#[derive(PartialEq, Eq, Hash)]
pub struct Case {
    pub(crate) id: Option<String>,
    pub(crate) regime: Regime,
    pub(crate) spells: Vec<Spell>,
    pub(crate) leave: Vec<Leave>,
    pub(crate) state_pension_day: Option<Day>,
    pub(crate) employment_last_day: Option<Day>,
    pub(crate) recorded_since: Option<Day>,
    pub(crate) sickness_benefit_entitlement: Option<Entitlement>,
    pub(crate) interviews: InterviewRhythm,
    pub(crate) wage_terms: WageTerms,
    pub(crate) events: Vec<Event>,
    pub(crate) merged_at: Vec<Day>,
    /// The day of death among the events.
    pub(crate) deceased: Option<Day>,
    pub(crate) checked_by: CheckedBy,
}

/// The law by which the facts were checked, for those that are added to them. Cases with the same facts are
/// equal whichever law that was.
#[derive(Clone, Copy)]
pub(crate) struct CheckedBy(pub(crate) &'static Law);

impl PartialEq for CheckedBy {
    fn eq(&self, _: &CheckedBy) -> bool {
        true
    }
}

impl Eq for CheckedBy {}

impl Hash for CheckedBy {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl Clone for Case {
    fn clone(&self) -> Case {
        Case {
            id: self.id.clone(),
            spells: self.spells.clone(),
            leave: self.leave.clone(),
            events: self.events.clone(),
            merged_at: self.merged_at.clone(),
            ..*self
        }
    }

    /// Into the memory of this one.
    fn clone_from(&mut self, other: &Case) {
        self.id.clone_from(&other.id);
        self.spells.clone_from(&other.spells);
        self.leave.clone_from(&other.leave);
        self.events.clone_from(&other.events);
        self.merged_at.clone_from(&other.merged_at);
        self.regime = other.regime;
        self.state_pension_day = other.state_pension_day;
        self.employment_last_day = other.employment_last_day;
        self.recorded_since = other.recorded_since;
        self.sickness_benefit_entitlement = other.sickness_benefit_entitlement;
        self.interviews = other.interviews;
        self.deceased = other.deceased;
        self.wage_terms = other.wage_terms;
        self.checked_by = other.checked_by;
    }
}

impl Case {
    /// A case to be filled in.
    #[must_use]
    pub fn builder() -> CaseBuilder {
        CaseBuilder::default()
    }

    /// The opaque identifier that the caller gave.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The regime.
    #[must_use]
    pub const fn regime(&self) -> Regime {
        self.regime
    }

    /// The spells in order; adjoining ones are merged.
    #[must_use]
    pub fn spells(&self) -> &[Spell] {
        &self.spells
    }

    /// The periods of leave in order.
    #[must_use]
    pub fn leave(&self) -> &[Leave] {
        &self.leave
    }

    /// The day on which the employee reaches the state pension age (*AOW-leeftijd*).
    #[must_use]
    pub fn state_pension_day(&self) -> Option<Day> {
        self.state_pension_day
    }

    /// The last day of the employment.
    #[must_use]
    pub fn employment_last_day(&self) -> Option<Day> {
        self.employment_last_day
    }

    /// The first day from which on what happened is recorded; none where it always was. Of what was due before
    /// it and is not recorded nobody can say whether it was done.
    #[must_use]
    pub fn recorded_since(&self) -> Option<Day> {
        self.recorded_since
    }

    /// Whether the employee is entitled to sickness benefit beside the wages; none when it was not
    /// recorded.
    #[must_use]
    pub const fn sickness_benefit_entitlement(&self) -> Option<Entitlement> {
        self.sickness_benefit_entitlement
    }

    /// How the progress interviews follow one another.
    #[must_use]
    pub const fn interviews(&self) -> InterviewRhythm {
        self.interviews
    }

    /// What is special about the wages during sickness.
    #[must_use]
    pub const fn wage_terms(&self) -> WageTerms {
        self.wage_terms
    }

    /// The events in order of their day.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// What was done with the facts that the person who recorded them should know.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Remark};
    /// let day = |m, d| Day::new(2026, m, d);
    /// let case = Case::builder().sick(day(1, 5), day(1, 9)).sick_since(day(1, 10)).build()?;
    /// assert_eq!(case.remarks(), [Remark::SpellsMerged { at: day(1, 10) }]);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn remarks(&self) -> Vec<Remark> {
        Facts::everything(self).remarks(self.checked_by.0).collect()
    }
}

/// Shows the facts without the identifier: it may lead to a person.
impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Case")
            .field("regime", &self.regime)
            .field("spells", &self.spells)
            .field("leave", &self.leave)
            .field("state_pension_day", &self.state_pension_day)
            .field("employment_last_day", &self.employment_last_day)
            .field("recorded_since", &self.recorded_since)
            .field("sickness_benefit_entitlement", &self.sickness_benefit_entitlement)
            .field("interviews", &self.interviews)
            .field("wage_terms", &self.wage_terms)
            .field("events", &self.events)
            .finish_non_exhaustive()
    }
}
