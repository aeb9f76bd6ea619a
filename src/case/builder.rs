//! The one fallible door: recorded facts in, a [`Case`] or a [`CaseError`] out.

use super::{
    Case, CaseError, CheckedBy, Entitlement, Event, EventKind, Facts, InterviewRhythm, Leave,
    Spell, WageTerms,
};
use crate::clock::Segment;
use crate::day::Day;
use crate::law::{
    Duty, FIRST_SICK_DAY_FROM, FIRST_SICK_DAY_THROUGH, LAW, LONGEST_PROLONGED, Law, MetBy, Regime,
    duty_met_by, only,
};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::{fmt, mem};

/// The days that a record can plausibly hold; everything computed stays in chrono's range.
const EARLIEST: Day = Day::new(1900, 1, 1);
const LATEST: Day = Day::new(2299, 12, 31);

/// As many facts as no person has.
const MOST_SPELLS: usize = 1_000;
const MOST_LEAVE: usize = 100;
const MOST_EVENTS: usize = 10_000;
/// As many as interviews in every week for almost five years.
const MOST_ALIKE: usize = 250;

/// Collects the facts of a case. Nothing is checked before [`CaseBuilder::build`].
///
/// Spells are given in order; events and leave in any order. There can be 1,000 spells, 100 periods of leave and
/// 10,000 events, 250 of one kind in a case: far more than anybody has, so that no answer takes long.
///
/// For one case after the other in the same memory:
///
/// ```
/// use poortwachter::{CaseBuilder, Day};
/// let days = [(1, 5), (3, 9)].map(|(m, d)| Day::new(2026, m, d));
/// let mut builder = CaseBuilder::default();
/// for day in days {
///     builder.clear();
///     builder = builder.sick_since(day);
///     assert_eq!(builder.check()?.spells()[0].first_day(), day);
/// }
/// # Ok::<(), poortwachter::CaseError>(())
/// ```
#[derive(Clone)]
pub struct CaseBuilder {
    /// The facts as given, until they are checked.
    pub(super) draft: Case,
    half_decisions: Vec<(usize, &'static str, &'static str)>,
    memory: Memory,
}

/// What is used again for the next case.
#[derive(Clone, Default)]
struct Memory {
    id: String,
    leave: Vec<(usize, Leave)>,
    segments: Vec<Segment>,
    first_days: Vec<Day>,
    alike: Vec<Alike>,
}

/// An event among others: what it is, the day on which it can happen once, and its number. Where it can
/// happen once in a case, that day is the first one of the case.
type Alike = (usize, Day, usize);

impl Default for CaseBuilder {
    fn default() -> CaseBuilder {
        let draft = Case {
            id: None,
            regime: Regime::default(),
            spells: Vec::new(),
            leave: Vec::new(),
            state_pension_day: None,
            employment_last_day: None,
            recorded_since: None,
            sickness_benefit_entitlement: None,
            interviews: InterviewRhythm::default(),
            wage_terms: WageTerms::default(),
            events: Vec::new(),
            merged_at: Vec::new(),
            deceased: None,
            checked_by: CheckedBy(&LAW),
        };
        CaseBuilder { draft, half_decisions: Vec::new(), memory: Memory::default() }
    }
}

impl CaseBuilder {
    /// An opaque identifier. Nothing is derived from it and `Debug` does not show it; do not put a
    /// name or a social security number in it.
    #[must_use]
    pub fn id(mut self, id: impl Into<Box<str>>) -> Self {
        self.draft.id = Some(id.into().into());
        self
    }

    /// The regime; the employer regime when not given.
    #[must_use]
    pub const fn regime(mut self, regime: Regime) -> Self {
        self.draft.regime = regime;
        self
    }

    /// A period of incapacity from `first_day` up to and including `last_day`.
    #[must_use]
    pub fn sick(self, first_day: impl Into<Day>, last_day: impl Into<Day>) -> Self {
        self.add_spell(Spell::new(first_day, Some(last_day.into())))
    }

    /// A period of incapacity that still goes on.
    #[must_use]
    pub fn sick_since(self, first_day: impl Into<Day>) -> Self {
        self.add_spell(Spell::new(first_day, None))
    }

    /// A period of incapacity.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Spell};
    /// let first = Spell::new(Day::new(2026, 1, 5), Some(Day::new(2026, 1, 30)));
    /// let second = Spell::new(Day::new(2026, 2, 9), None).left_out_of_dismissal_ban();
    /// let case = Case::builder().add_spell(first).add_spell(second).build()?;
    /// assert_eq!(case.spells(), [first, second]);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn add_spell(mut self, spell: Spell) -> Self {
        self.push_spell(spell);
        self
    }

    /// Maternity leave from `first_day` up to and including `last_day`; sickness before and after
    /// it is one case.
    #[must_use]
    pub fn leave(self, first_day: impl Into<Day>, last_day: impl Into<Day>) -> Self {
        self.add_leave(Leave::new(first_day, last_day))
    }

    /// Maternity leave.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Joins, Leave};
    /// let leave = Leave::new(Day::new(2026, 3, 2), Day::new(2026, 6, 21)).joining(Joins::Unknown, None);
    /// let case = Case::builder().sick_since(Day::new(2026, 1, 5)).add_leave(leave).build()?;
    /// assert_eq!(case.leave(), [leave]);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn add_leave(mut self, leave: Leave) -> Self {
        self.push_leave(leave);
        self
    }

    /// The day on which the employee reaches the state pension age (*AOW-leeftijd*).
    #[must_use]
    pub fn state_pension_day(mut self, day: impl Into<Day>) -> Self {
        self.draft.state_pension_day = Some(day.into());
        self
    }

    /// The last day of the employment, known beforehand or not.
    #[must_use]
    pub fn employment_last_day(mut self, day: impl Into<Day>) -> Self {
        self.draft.employment_last_day = Some(day.into());
        self
    }

    /// The first day from which on what happened is recorded, for a running file that was taken over. Of what
    /// was due before it and is not recorded nobody can say whether it was done: it is never overdue.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, OpenNorm, Status, Timeline};
    /// let day = Day::new;
    /// let case = Case::builder().sick_since(day(2026, 1, 5)).recorded_since(day(2026, 6, 1)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(day(2026, 6, 1));
    /// let (_, analysis) = view.obligation(Duty::PROBLEM_ANALYSIS).unwrap();
    /// assert_eq!(analysis, Status::Undetermined(OpenNorm::NotRecorded));
    /// assert_eq!(view.overdue(), 0);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn recorded_since(mut self, day: impl Into<Day>) -> Self {
        self.draft.recorded_since = Some(day.into());
        self
    }

    /// Whether the employee is entitled to sickness benefit beside the wages (ZW 29a, 29b); never on
    /// which ground.
    #[must_use]
    pub const fn sickness_benefit_entitlement(mut self, entitlement: Entitlement) -> Self {
        self.draft.sickness_benefit_entitlement = Some(entitlement);
        self
    }

    /// What is special about the wages during sickness; nothing when not given.
    #[must_use]
    pub const fn wage_terms(mut self, terms: WageTerms) -> Self {
        self.draft.wage_terms = terms;
        self
    }

    /// How the progress interviews follow one another; rolling when not given.
    #[must_use]
    pub const fn interviews(mut self, rhythm: InterviewRhythm) -> Self {
        self.draft.interviews = rhythm;
        self
    }

    /// Something happened on a day.
    #[must_use]
    pub fn event(mut self, kind: EventKind, on: impl Into<Day>) -> Self {
        self.push_event(kind, on.into());
        self
    }

    /// Something happened.
    #[must_use]
    pub fn add_event(mut self, event: Event) -> Self {
        self.push_event(event.kind, event.on);
        self
    }

    /// A duty was met on a day.
    #[must_use]
    pub fn met(self, duty: Duty, on: impl Into<Day>) -> Self {
        self.event(EventKind::Met(duty), on)
    }

    /// Forgets the facts and keeps their memory for the next case.
    pub fn clear(&mut self) {
        let draft = &mut self.draft;
        if let Some(id) = draft.id.take() {
            self.memory.id = id;
        }
        draft.regime = Regime::default();
        draft.spells.clear();
        draft.leave.clear();
        draft.state_pension_day = None;
        draft.employment_last_day = None;
        draft.recorded_since = None;
        draft.sickness_benefit_entitlement = None;
        draft.interviews = InterviewRhythm::default();
        draft.wage_terms = WageTerms::default();
        draft.events.clear();
        draft.merged_at.clear();
        draft.deceased = None;
        self.half_decisions.clear();
    }

    /// Checks the facts by another law than [`LAW`]: which periods are one case, how long a wage sanction
    /// can be, from which terms the parties may deviate.
    ///
    /// ```
    /// use poortwachter::law::{Bound, LAW, Law, Rule, Term, Version, wia::WAGE_SANCTION_LENGTH};
    /// use poortwachter::{Case, Day, EventKind};
    /// use std::sync::LazyLock;
    ///
    /// // A bill by which a wage sanction lasts at most 26 weeks.
    /// const PRESENT: &Version = WAGE_SANCTION_LENGTH.only_version();
    /// const DUE: Bound = Bound { term: Term::PeriodOfWeeks(26), ..PRESENT.due };
    /// const VERSIONS: &[Version] = &[Version { due: DUE, ..*PRESENT }];
    /// static RULE: Rule = WAGE_SANCTION_LENGTH.with_versions(VERSIONS);
    /// static BILL: LazyLock<Law> = LazyLock::new(|| LAW.amended(&RULE).unwrap());
    ///
    /// let day = Day::new;
    /// let sanction = EventKind::WageSanction { weeks: Some(52) };
    /// let builder = Case::builder().sick_since(day(2026, 1, 5)).event(sanction, day(2027, 11, 15));
    /// assert!(builder.clone().build().is_ok());
    /// assert!(builder.under(&BILL).build().is_err());
    /// ```
    #[must_use]
    pub fn under(mut self, law: &'static Law) -> Self {
        self.draft.checked_by = CheckedBy(law);
        self
    }

    /// Checks the facts.
    ///
    /// # Errors
    /// The first contradiction, with the field and the days; see [`CaseError`].
    pub fn build(mut self) -> Result<Case, CaseError> {
        self.settle()?;
        Ok(self.draft)
    }

    /// Checks the facts and lends the case. For the next one [`clear`](Self::clear) the builder.
    ///
    /// # Errors
    /// As [`Self::build`].
    pub fn check(&mut self) -> Result<&Case, CaseError> {
        self.settle()?;
        Ok(&self.draft)
    }
}

/// The same without moving the builder, for readers that fill it again and again.
impl CaseBuilder {
    pub(crate) fn push_spell(&mut self, spell: Spell) {
        self.draft.spells.push(spell);
    }

    pub(crate) fn push_leave(&mut self, leave: Leave) {
        self.draft.leave.push(leave);
    }

    pub(crate) fn push_event(&mut self, kind: EventKind, on: Day) {
        let kind = match kind {
            EventKind::Met(duty) if duty == const { duty_met_by(MetBy::Interview) } => {
                EventKind::Interview
            }
            EventKind::Met(duty) if duty == const { duty_met_by(MetBy::PlanAdjusted) } => {
                EventKind::PlanAdjusted
            }
            other => other,
        };
        self.draft.events.push(Event::new(kind, on));
    }

    /// The fields that hold one value each.
    pub(crate) fn draft(&mut self) -> &mut Case {
        &mut self.draft
    }

    #[cfg(feature = "serde")]
    pub(crate) fn known_id(&self) -> Option<&str> {
        self.draft.id()
    }

    #[cfg(feature = "serde")]
    pub(crate) fn set_id(&mut self, id: &str) {
        let mut own = mem::take(&mut self.memory.id);
        own.clear();
        own.push_str(id);
        self.draft.id = Some(own);
    }

    /// Leave number `leave` came with only one half of a decision; [`Self::build`] refuses it.
    #[cfg(feature = "serde")]
    pub(crate) fn incomplete_leave_decision(
        &mut self,
        leave: usize,
        present: &'static str,
        missing: &'static str,
    ) {
        self.half_decisions.push((leave, present, missing));
    }
}

impl CaseBuilder {
    /// Checks the facts and puts them in order.
    fn settle(&mut self) -> Result<(), CaseError> {
        self.check_size()?;
        self.check_plausible()?;
        self.merge_spells()?;
        self.order_leave()?;
        self.find_death()?;
        let Memory { segments, first_days, alike, .. } = &mut self.memory;
        Facts::everything(&self.draft).first_days_of_cases(
            self.draft.checked_by.0,
            segments,
            first_days,
        );
        let Some(first_sick_day) = first_days.first().copied() else {
            let leave_last = self.draft.leave.last().map_or(Day::FOREVER, |leave| leave.last);
            return Err(CaseError::NoCountedDay { leave_last });
        };
        check_employment(&self.draft, first_days)?;
        check_events(
            &self.draft.events,
            self.draft.checked_by.0,
            first_sick_day,
            first_days,
            alike,
        )?;
        let is_in_order = |a: &Event, b: &Event| a.on < b.on || a <= b;
        if !self.draft.events.is_sorted_by(is_in_order) {
            self.draft.events.sort_unstable();
        }
        check_how_many_alike(&self.draft.events, first_days)
    }

    /// Finds the day of death, which no spell may begin after.
    fn find_death(&mut self) -> Result<(), CaseError> {
        let draft = &mut self.draft;
        let deaths = draft.events.iter().filter(|event| event.kind == EventKind::Deceased);
        draft.deceased = deaths.map(|event| event.on).min();
        let Some(died) = draft.deceased else { return Ok(()) };
        let Some(later) = draft.spells.iter().position(|spell| spell.first > died) else {
            return Ok(());
        };
        let first_day = draft.spells[later].first;
        // The number is that of the input, in which merged spells stand apart.
        let merged = draft.merged_at.iter().filter(|at| **at <= first_day).count();
        Err(CaseError::SickAfterDeath { spell: later + 1 + merged, first_day, died })
    }

    fn check_size(&self) -> Result<(), CaseError> {
        let Case { spells, leave, events, .. } = &self.draft;
        let too_many = [
            ("spells", spells.len(), MOST_SPELLS),
            ("leave", leave.len(), MOST_LEAVE),
            ("events", events.len(), MOST_EVENTS),
        ];
        match too_many.into_iter().find(|(_, count, most)| count > most) {
            Some((field, count, most)) => Err(CaseError::TooMany { field, count, most }),
            None => Ok(()),
        }
    }

    fn check_plausible(&self) -> Result<(), CaseError> {
        let draft = &self.draft;
        for (i, spell) in draft.spells.iter().enumerate() {
            plausible(spell.first, || format!("spells[{i}].first_day"))?;
            if spell.last < Day::FOREVER {
                plausible(spell.last, || format!("spells[{i}].last_day"))?;
            }
        }
        for (i, leave) in draft.leave.iter().enumerate() {
            plausible(leave.first, || format!("leave[{i}].first_day"))?;
            plausible(leave.last, || format!("leave[{i}].last_day"))?;
            if let Some((_, on)) = leave.decided {
                plausible(on, || format!("leave[{i}].decided_on"))?;
            }
        }
        for (i, event) in draft.events.iter().enumerate() {
            plausible(event.on, || format!("events[{i}].on"))?;
            if let EventKind::AgreedDeviation { until, .. }
            | EventKind::VoluntaryExtension { until }
            | EventKind::ExtensionShortened { until }
            | EventKind::CompletionAsked { until } = event.kind
            {
                plausible(until, || format!("events[{i}].until"))?;
            }
        }
        if let Some(day) = draft.state_pension_day {
            plausible(day, || "state_pension_day".into())?;
        }
        if let Some(day) = draft.employment_last_day {
            plausible(day, || "employment_last_day".into())?;
        }
        if let Some(day) = draft.recorded_since {
            plausible(day, || "recorded_since".into())?;
        }
        Ok(())
    }

    /// Merges adjoining spells, and remembers the first days at which it did.
    fn merge_spells(&mut self) -> Result<(), CaseError> {
        let Case { spells, merged_at, .. } = &mut self.draft;
        if spells.is_empty() {
            return Err(CaseError::NoSpell);
        }
        // Spells before `merged` are done, those from `number` on stand as they were given.
        let mut merged: usize = 0;
        let mut previous_first = Day::FOREVER;
        for number in 1..=spells.len() {
            let spell = spells[number - 1];
            let first_day = || spell.first;
            if spell.first < FIRST_SICK_DAY_FROM {
                return Err(CaseError::BeforeTheLaw { spell: number, first_day: first_day() });
            }
            if spell.first > FIRST_SICK_DAY_THROUGH {
                return Err(CaseError::TooLate { spell: number, first_day: first_day() });
            }
            if spell.last < spell.first {
                return Err(CaseError::SpellEndsBeforeItStarts {
                    spell: number,
                    first_day: first_day(),
                    last_day: spell.last,
                });
            }
            if let Some(previous) = spells[..merged].last_mut() {
                if previous.last == Day::FOREVER {
                    return Err(CaseError::SpellAfterOpenSpell {
                        spell: number,
                        first_day: first_day(),
                        previous_first_day: previous_first,
                    });
                }
                if spell.first <= previous.last {
                    return Err(CaseError::SpellsOverlap {
                        spell: number,
                        first_day: first_day(),
                        previous_last_day: previous.last,
                    });
                }
                if spell.first == previous.last.plus(1) {
                    if spell.counts_for_dismissal_ban != previous.counts_for_dismissal_ban {
                        return Err(CaseError::AdjoiningSpellsContradict {
                            spell: number,
                            first_day: first_day(),
                        });
                    }
                    previous.last = spell.last;
                    previous_first = spell.first;
                    merged_at.push(spell.first);
                    continue;
                }
            }
            previous_first = spell.first;
            spells[merged] = spell;
            merged += 1;
        }
        spells.truncate(merged);
        Ok(())
    }

    fn order_leave(&mut self) -> Result<(), CaseError> {
        if let Some((leave, present, missing)) = self.half_decisions.first().copied() {
            return Err(CaseError::IncompleteLeaveDecision { leave, present, missing });
        }
        if self.draft.leave.is_empty() {
            return Ok(());
        }
        let numbered = &mut self.memory.leave;
        numbered.clear();
        numbered.extend((1..).zip(self.draft.leave.iter().copied()));
        numbered.sort_by_key(|(_, leave)| leave.first);
        for (number, leave) in numbered.iter() {
            if leave.last < leave.first {
                return Err(CaseError::LeaveEndsBeforeItStarts {
                    leave: *number,
                    first_day: leave.first_day(),
                    last_day: leave.last_day(),
                });
            }
        }
        for pair in numbered.windows(2) {
            let ((other, earlier), (number, later)) = (&pair[0], &pair[1]);
            if later.first <= earlier.last {
                return Err(CaseError::LeaveOverlaps {
                    leave: *number,
                    first_day: later.first_day(),
                    other: *other,
                    other_last_day: earlier.last_day(),
                });
            }
        }
        self.draft.leave.clear();
        self.draft.leave.extend(numbered.iter().map(|(_, leave)| *leave));
        Ok(())
    }
}

fn plausible(day: Day, field: impl FnOnce() -> String) -> Result<(), CaseError> {
    if EARLIEST <= day && day <= LATEST {
        return Ok(());
    }
    Err(CaseError::Implausible { field: field(), date: day })
}

/// Shows the facts without the identifier: it may lead to a person.
impl fmt::Debug for CaseBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CaseBuilder").field(&self.draft).finish()
    }
}

/// With an employer every case begins while the employment lasts, and so does every spell.
fn check_employment(case: &Case, first_days: &[Day]) -> Result<(), CaseError> {
    let employed = case.regime == Regime::Employer;
    let Some(last_day) = case.employment_last_day.filter(|_| employed) else { return Ok(()) };
    let begins_later = |first: Day| first > last_day;
    let case_begins_in = |spell: &Spell| {
        first_days
            .iter()
            .find(|day| begins_later(**day) && (spell.first..=spell.last).contains(day))
    };
    let late = (1..).zip(&case.spells).find_map(|(number, spell)| {
        let first = Some(spell.first).filter(|first| begins_later(*first));
        let first = first.or_else(|| case_begins_in(spell).copied())?;
        // The number is that of the input, in which merged spells stand apart.
        let merged = case.merged_at.iter().filter(|at| **at <= first).count();
        Some((number + merged, first))
    });
    late.map_or(Ok(()), |(number, first)| {
        Err(CaseError::SickAfterEmployment { spell: number, first_day: first, last_day })
    })
}

/// Each event by itself and against the others of its case, in the order of the input, so that an
/// error names the later of two lines.
fn check_events(
    events: &[Event],
    law: &Law,
    first_sick_day: Day,
    first_days: &[Day],
    alike: &mut Vec<Alike>,
) -> Result<(), CaseError> {
    let (mut seen, mut latest) = ([false; EventKind::MARKS], first_sick_day);
    let mut is_perhaps_double = false;
    for (i, event) in events.iter().enumerate() {
        if let Err(error) = check_event(i + 1, event, law, first_sick_day, first_days) {
            return check_doubles(&events[..i], first_days, alike).and(Err(error));
        }
        // Most events are the first of their kind, or repeat on a later day than all before.
        let is_like_another = mem::replace(&mut seen[event.kind.mark()], true);
        is_perhaps_double |= is_like_another && !(event.on > latest && event.kind.repeats());
        latest = latest.max(event.on);
    }
    if is_perhaps_double { check_doubles(events, first_days, alike) } else { Ok(()) }
}

/// The first event that was recorded before: in the same case, or, where it can happen again, on the same day.
#[cold]
fn check_doubles(
    events: &[Event],
    first_days: &[Day],
    alike: &mut Vec<Alike>,
) -> Result<(), CaseError> {
    alike.clear();
    let single = events
        .iter()
        .enumerate()
        .filter(|(_, event)| !(event.kind.repeats() && event.kind.repeats_on_a_day()));
    alike.extend(single.map(|(i, Event { on, kind, .. })| {
        let day = if kind.repeats() { *on } else { first_day_of_case(*on, first_days) };
        (kind.mark(), day, i)
    }));
    alike.sort_unstable();
    let doubles = alike.windows(2).filter(|pair| (pair[0].0, pair[0].1) == (pair[1].0, pair[1].1));
    let Some((earlier, later)) = doubles.map(|pair| (pair[0].2, pair[1].2)).min_by_key(|it| it.1)
    else {
        return Ok(());
    };
    let (event, Event { on, kind, .. }) = (later + 1, events[later]);
    Err(if kind.repeats() {
        CaseError::TwiceOnADay { event, kind: kind.id(), on }
    } else {
        CaseError::HappensOnce { event, kind: kind.id(), on, earlier: events[earlier].on() }
    })
}

/// The first sick day of the case that a day lies in.
fn first_day_of_case(day: Day, first_days: &[Day]) -> Day {
    let begun = first_days.partition_point(|first| *first <= day);
    begun.checked_sub(1).map_or(day, |i| first_days[i])
}

/// In no case too many events of one kind; they are in order.
fn check_how_many_alike(events: &[Event], first_days: &[Day]) -> Result<(), CaseError> {
    if events.len() <= MOST_ALIKE {
        return Ok(());
    }
    let (mut counts, mut case) = ([0; EventKind::MARKS], None);
    for Event { on, kind, .. } in events {
        let first = first_day_of_case(*on, first_days);
        if case.replace(first) != Some(first) {
            counts = [0; EventKind::MARKS];
        }
        let count = &mut counts[kind.mark()];
        *count += 1;
        if *count > MOST_ALIKE {
            return Err(CaseError::TooManyAlike {
                kind: kind.id(),
                first_sick_day: first,
                most: MOST_ALIKE,
            });
        }
    }
    Ok(())
}

/// An event by itself.
fn check_event(
    number: usize,
    event: &Event,
    law: &Law,
    first_sick_day: Day,
    first_days: &[Day],
) -> Result<(), CaseError> {
    let Event { on, kind, .. } = *event;
    check_content(number, on, kind, law)?;
    if on < first_sick_day {
        return Err(CaseError::EventBeforeFirstSickDay {
            event: number,
            kind: kind.id(),
            on,
            first_sick_day,
        });
    }
    // What the wages can run on to.
    let (day, until) = match kind {
        EventKind::VoluntaryExtension { until } => (until, true),
        EventKind::EarlyIvaClaim => (on, false),
        EventKind::Met(duty) if duty == law.roles().claim => (on, false),
        _ => return Ok(()),
    };
    let first = first_day_of_case(on, first_days);
    if day.days_since(first) > LONGEST_PROLONGED {
        return Err(CaseError::TooFarAway {
            event: number,
            kind: kind.id(),
            on,
            first_sick_day: first,
            until,
        });
    }
    Ok(())
}

fn check_content(event: usize, on: Day, kind: EventKind, law: &Law) -> Result<(), CaseError> {
    match kind {
        EventKind::Met(duty) if !duty.rule().has_own_event() => {
            Err(CaseError::NoOutcome { event, kind: duty.id(), on })
        }
        EventKind::AgreedDeviation { duty, .. } if !law.may_be_deviated_from(duty) => {
            Err(CaseError::DeviationNotAllowed { event, on, duty: duty.id() })
        }
        EventKind::VoluntaryExtension { until }
        | EventKind::ExtensionShortened { until }
        | EventKind::CompletionAsked { until }
            if until < on =>
        {
            Err(CaseError::EndsBeforeItself { event, kind: kind.id(), on, until })
        }
        EventKind::WageSanction { weeks: Some(weeks) }
            if !(1..=longest_sanction(law)).contains(&u16::from(weeks)) =>
        {
            Err(CaseError::SanctionLength { event, on, weeks: weeks.into() })
        }
        _ => Ok(()),
    }
}

/// The longest wage sanction in weeks (WIA art. 25(9)).
pub(crate) fn longest_sanction(law: &Law) -> u16 {
    law.only(only::WAGE_SANCTION_LENGTH).due.term.number().unwrap_or(u16::MAX)
}

/// ```
/// use poortwachter::{Case, Day, Duty, Event, EventKind};
/// let first = Day::new(2026, 1, 5);
/// let done = [(Duty::PROBLEM_ANALYSIS, 38), (Duty::PLAN_OF_ACTION, 50)];
/// let mut builder = Case::builder().sick_since(first);
/// builder.extend(done.map(|(duty, days)| Event::new(EventKind::Met(duty), first + days)));
/// assert_eq!(builder.build()?.events().len(), 2);
/// # Ok::<(), poortwachter::CaseError>(())
/// ```
impl Extend<Event> for CaseBuilder {
    fn extend<T: IntoIterator<Item = Event>>(&mut self, events: T) {
        events.into_iter().for_each(|event| self.push_event(event.kind, event.on));
    }
}

impl Extend<Spell> for CaseBuilder {
    fn extend<T: IntoIterator<Item = Spell>>(&mut self, spells: T) {
        spells.into_iter().for_each(|spell| self.push_spell(spell));
    }
}

impl Extend<Leave> for CaseBuilder {
    fn extend<T: IntoIterator<Item = Leave>>(&mut self, leave: T) {
        leave.into_iter().for_each(|leave| self.push_leave(leave));
    }
}
