//! A case with a fact more or less. Every change goes through the door of the builder, so that what
//! comes out is as valid as any other case.

use super::{Case, CaseBuilder, CaseError, Event, EventKind, Spell};
use crate::day::Day;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Why a fact could not be added to a case or taken out of it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WithError {
    /// With the fact, the case contradicts itself.
    #[error("{fact} does not fit in the case: {error}")]
    Refused {
        /// The fact that was added or removed.
        fact: String,
        /// What the case says against it.
        #[source]
        error: CaseError,
    },
    /// What happens once was recorded before.
    #[error(
        "{kind} on {on} does not fit in the case: it is already recorded, on {earlier}; leave that \
         out first"
    )]
    AlreadyRecorded {
        /// The kind of event.
        kind: &'static str,
        /// The day of the event that was added.
        on: Day,
        /// The day of the one that was recorded.
        earlier: Day,
    },
    /// The event came before there was anything to act on.
    #[error("{kind} on {on} does not fit in the case: the first sick day is {first_sick_day}")]
    BeforeFirstSickDay {
        /// The kind of event.
        kind: &'static str,
        /// The day of the event that was added.
        on: Day,
        /// The first sick day.
        first_sick_day: Day,
    },
    /// There is no such event to remove.
    #[error("there is no {kind} on {on} to remove; {}", recorded_days(kind, recorded))]
    NotRecorded {
        /// The kind of event.
        kind: &'static str,
        /// The day.
        on: Day,
        /// The days on which such an event is recorded.
        recorded: Vec<Day>,
    },
    /// Nobody can recover who is not sick.
    #[error(
        "recovered from {from} does not fit in the case: the last spell already ended on \
         {last_day}"
    )]
    NotSick {
        /// The first healthy day.
        from: Day,
        /// The last sick day.
        last_day: Day,
    },
    /// The first healthy day must come after the first sick day.
    #[error(
        "recovered from {from} does not fit in the case: the spell that goes on began on \
         {first_day}; the first healthy day is a later one"
    )]
    RecoveredBeforeSick {
        /// The first healthy day.
        from: Day,
        /// The first day of the spell that goes on.
        first_day: Day,
    },
    /// A new spell cannot begin while the last one goes on.
    #[error(
        "sick from {from} does not fit in the case: the spell that began on {first_day} still goes \
         on; say first from which day the employee recovered"
    )]
    StillSick {
        /// The first day of the new spell.
        from: Day,
        /// The first day of the spell that goes on.
        first_day: Day,
    },
}

impl WithError {
    /// The field of the case that is wrong, as a path; none where the fact itself cannot be added.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, EventKind};
    /// use std::error::Error;
    /// let case = Case::builder().sick_since(Day::new(2026, 1, 5)).build()?;
    /// let claim = EventKind::Met(Duty::WIA_CLAIM);
    /// let error = case.with(claim, Day::new(2400, 1, 1)).unwrap_err();
    /// assert_eq!(error.field().as_deref(), Some("events[0].on"));
    /// assert!(error.source().is_some());
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn field(&self) -> Option<String> {
        match self {
            WithError::Refused { error, .. } => Some(error.field()),
            _ => None,
        }
    }
}

fn recorded_days(kind: &str, recorded: &[Day]) -> String {
    let days: Vec<String> = recorded.iter().map(ToString::to_string).collect();
    match days.is_empty() {
        true => format!("no {kind} is recorded at all"),
        false => format!("recorded are {}", days.join(", ")),
    }
}

/// The way back: the facts of a case, to be changed and checked again.
impl From<&Case> for CaseBuilder {
    fn from(case: &Case) -> CaseBuilder {
        let mut builder = CaseBuilder::default();
        builder.draft = case.clone();
        builder.draft.spells = spells_as_recorded(case);
        builder.draft.merged_at.clear();
        builder
    }
}

/// The spells with those that were merged apart again, so that the remark on them stays.
fn spells_as_recorded(case: &Case) -> Vec<Spell> {
    let mut spells = case.spells.clone();
    for at in &case.merged_at {
        if let Some(i) = spells.iter().position(|spell| spell.first < *at && *at <= spell.last) {
            let later = Spell { first: *at, ..spells[i] };
            spells[i].last = at.plus(-1);
            spells.insert(i + 1, later);
        }
    }
    spells
}

/// What if: the same case with other facts. The case itself stays as it is.
///
/// ```
/// use poortwachter::{Case, Day, Duty, EventKind, Timeline};
/// let day = Day::new;
/// let case = Case::builder().sick_since(day(2022, 1, 3)).build()?;
///
/// // Recovers on Monday 28 November and relapses three weeks later.
/// let relapse = case.with_recovery(day(2022, 11, 28))?.with_relapse(day(2022, 12, 19))?;
/// let claim = |case| Timeline::new(case).obligation(Duty::WIA_CLAIM).and_then(|claim| claim.due());
/// assert_eq!(claim(&case), Some(day(2023, 10, 15)));
/// assert_eq!(claim(&relapse), Some(day(2023, 11, 5)));
///
/// let analysed = case.with(EventKind::Met(Duty::PROBLEM_ANALYSIS), day(2022, 2, 8))?;
/// let again = analysed.with(EventKind::Met(Duty::PROBLEM_ANALYSIS), day(2022, 2, 15));
/// assert_eq!(
///     again.unwrap_err().to_string(),
///     "problem-analysis on 2022-02-15 does not fit in the case: it is already recorded, on \
///      2022-02-08; leave that out first",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl Case {
    /// With one event more.
    ///
    /// # Errors
    /// When the event contradicts the facts.
    pub fn with(&self, kind: EventKind, on: impl Into<Day>) -> Result<Case, WithError> {
        let on = on.into();
        // The event is the last of the input, so that the errors on events speak of it.
        CaseBuilder::from(self).event(kind, on).build().map_err(|error| match error {
            CaseError::HappensOnce { kind, on, earlier, .. } => {
                WithError::AlreadyRecorded { kind, on, earlier }
            }
            CaseError::TwiceOnADay { kind, on, .. } => {
                WithError::AlreadyRecorded { kind, on, earlier: on }
            }
            CaseError::EventBeforeFirstSickDay { kind, on, first_sick_day, .. } => {
                WithError::BeforeFirstSickDay { kind, on, first_sick_day }
            }
            error => WithError::Refused { fact: format!("{} on {on}", kind.id()), error },
        })
    }

    /// Without an event: the one of that name on that day, or the last of them as recorded when
    /// there are several.
    ///
    /// # Errors
    /// When there is no such event.
    pub fn without(&self, kind: EventKind, on: impl Into<Day>) -> Result<Case, WithError> {
        let on = on.into();
        let mut builder = CaseBuilder::from(self);
        let same_kind = |event: &&Event| event.kind.id() == kind.id();
        let exact = self.events.iter().rposition(|event| event.kind == kind && event.on() == on);
        let named = || self.events.iter().rposition(|e| same_kind(&e) && e.on() == on);
        let Some(i) = exact.or_else(named) else {
            let recorded = self.events.iter().filter(same_kind).map(Event::on).collect();
            return Err(WithError::NotRecorded { kind: kind.id(), on, recorded });
        };
        builder.draft.events.remove(i);
        checked(builder, || format!("leaving out {} on {on}", kind.id()))
    }

    /// Recovered from `first_healthy_day` on: the spell that goes on ends the day before.
    ///
    /// # Errors
    /// When no spell goes on, or when it began on that day or later.
    pub fn with_recovery(&self, first_healthy_day: impl Into<Day>) -> Result<Case, WithError> {
        let from = first_healthy_day.into();
        let mut builder = CaseBuilder::from(self);
        let (Some(spell), Some(recorded)) = (builder.draft.spells.last_mut(), self.spells.last())
        else {
            return checked(builder, || format!("recovered from {from}"));
        };
        if let Some(last_day) = recorded.last_day() {
            return Err(WithError::NotSick { from, last_day });
        }
        spell.last = from.plus(-1);
        if spell.last < spell.first {
            return Err(WithError::RecoveredBeforeSick { from, first_day: spell.first_day() });
        }
        checked(builder, || format!("recovered from {from}"))
    }

    /// Sick again from `first_sick_day` on, with an open end.
    ///
    /// # Errors
    /// When a spell still goes on, or when the new one would begin before the last one ended.
    pub fn with_relapse(&self, first_sick_day: impl Into<Day>) -> Result<Case, WithError> {
        let from: Day = first_sick_day.into();
        if let Some(open) = self.spells.last().filter(|spell| spell.last_day().is_none()) {
            return Err(WithError::StillSick { from, first_day: open.first_day() });
        }
        checked(CaseBuilder::from(self).sick_since(from), || format!("sick from {from}"))
    }

    /// With maternity leave from `first_day` up to and including `last_day`; sickness before and
    /// after it is one case.
    ///
    /// # Errors
    /// When it overlaps another leave or leaves no sick day.
    pub fn with_leave(
        &self,
        first_day: impl Into<Day>,
        last_day: impl Into<Day>,
    ) -> Result<Case, WithError> {
        let (first_day, last_day) = (first_day.into(), last_day.into());
        let builder = CaseBuilder::from(self).leave(first_day, last_day);
        checked(builder, || format!("leave from {first_day} to {last_day}"))
    }

    /// With `last_day` as the last day of the employment, in place of the one that was recorded.
    ///
    /// # Errors
    /// When a spell began after it.
    pub fn with_employment_end(&self, last_day: impl Into<Day>) -> Result<Case, WithError> {
        let last_day = last_day.into();
        let builder = CaseBuilder::from(self).employment_last_day(last_day);
        checked(builder, || format!("employment ends on {last_day}"))
    }
}

impl Case {
    /// With `first_day` as the day from which on what happens is recorded, in place of the one that was given.
    ///
    /// # Errors
    /// When it is no day that can be meant.
    pub fn with_recorded_since(&self, first_day: impl Into<Day>) -> Result<Case, WithError> {
        let first_day = first_day.into();
        let builder = CaseBuilder::from(self).recorded_since(first_day);
        checked(builder, || format!("recorded since {first_day}"))
    }
}

fn checked(builder: CaseBuilder, fact: impl Fn() -> String) -> Result<Case, WithError> {
    builder.build().map_err(|error| WithError::Refused { fact: fact(), error })
}
