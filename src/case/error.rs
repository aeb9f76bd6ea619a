//! What can be wrong with recorded facts.

use crate::day::Day;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Why facts were refused: what, where, and what to do. Numbers of spells, leaves and events are
/// those of the input, from 1.
///
/// ```
/// use poortwachter::{Case, Day};
/// let day = |m, d| Day::new(2026, m, d);
/// let error = Case::builder()
///     .sick(day(1, 5), day(3, 10))
///     .sick_since(day(3, 1))
///     .build()
///     .unwrap_err();
/// assert_eq!(error.field(), "spells[1].first_day");
/// assert!(error.to_string().contains("spell 2 starts on 2026-03-01, before spell 1 ends on 2026-03-10"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CaseError {
    /// There is nothing to count.
    #[error("there is no spell: record the first day of incapacity")]
    NoSpell,
    /// More than a case can hold.
    #[error(
        "{count} entries in {field}, and a case holds at most {most}: give every person a case of their own"
    )]
    TooMany {
        /// Spells, leave or events.
        field: &'static str,
        /// How many there are.
        count: usize,
        /// How many there can be.
        most: usize,
    },
    /// More events of one kind in one case than can be meant.
    #[error(
        "the case with first sick day {first_sick_day} has more than {most} events of the kind {kind}: \
         keep those that belong to this case"
    )]
    TooManyAlike {
        /// Their kind.
        kind: &'static str,
        /// The first sick day of the case.
        first_sick_day: Day,
        /// How many there can be.
        most: usize,
    },
    /// What prolongs the wages lies too far away to be meant.
    #[error(
        "event {event} ({kind}) on {on} prolongs the wages to a day more than 20 years after the first sick \
         day {first_sick_day}: check the year"
    )]
    TooFarAway {
        /// Number of the event.
        event: usize,
        /// Its kind.
        kind: &'static str,
        /// Its day.
        on: Day,
        /// The first sick day of its case.
        first_sick_day: Day,
        /// Whether it is the day that the event names, and not that of the event, which lies too far away.
        until: bool,
    },
    /// No sick day counts, because all of them lie in leave.
    #[error(
        "every sick day lies in leave, so that none counts: check the last day of leave {leave_last}"
    )]
    NoCountedDay {
        /// Last day of the last leave.
        leave_last: Day,
    },
    /// A spell begins before the years that the law table covers.
    #[error(
        "spell {spell} starts on {first_day}, before 2004-01-01: until then wages ran for 52 weeks \
         and the WIA did not apply, so that this law does not fit"
    )]
    BeforeTheLaw {
        /// Number of the spell.
        spell: usize,
        /// Its first day.
        first_day: Day,
    },
    /// A spell begins later than the crate computes.
    #[error("spell {spell} starts on {first_day}, after 2199-12-31: check the year")]
    TooLate {
        /// Number of the spell.
        spell: usize,
        /// Its first day.
        first_day: Day,
    },
    /// A spell ends before it starts.
    #[error(
        "spell {spell} ends on {last_day}, before it starts on {first_day}: the last day is the \
         last sick day, not the first healthy one"
    )]
    SpellEndsBeforeItStarts {
        /// Number of the spell.
        spell: usize,
        /// Its first day.
        first_day: Day,
        /// Its last day.
        last_day: Day,
    },
    /// Two spells overlap or are out of order.
    #[error(
        "spell {spell} starts on {first_day}, before spell {previous} ends on {previous_last_day}: \
         order the spells and correct one of the two days",
        previous = spell - 1
    )]
    SpellsOverlap {
        /// Number of the later spell.
        spell: usize,
        /// Its first day.
        first_day: Day,
        /// Last day of the spell before it.
        previous_last_day: Day,
    },
    /// A spell follows one that still goes on.
    #[error(
        "spell {spell} starts on {first_day}, but spell {previous} that started on \
         {previous_first_day} has no last day: record when it ended",
        previous = spell - 1
    )]
    SpellAfterOpenSpell {
        /// Number of the later spell.
        spell: usize,
        /// Its first day.
        first_day: Day,
        /// First day of the spell before it.
        previous_first_day: Day,
    },
    /// Adjoining spells contradict each other.
    #[error(
        "spell {spell} starts on {first_day}, the day after the one before it ended, so that they \
         are one spell; but only one of them counts for the dismissal ban: record a recovered day \
         or the same answer for both"
    )]
    AdjoiningSpellsContradict {
        /// Number of the later spell.
        spell: usize,
        /// Its first day.
        first_day: Day,
    },
    /// Leave ends before it starts.
    #[error("leave {leave} ends on {last_day}, before it starts on {first_day}")]
    LeaveEndsBeforeItStarts {
        /// Number of the leave.
        leave: usize,
        /// Its first day.
        first_day: Day,
        /// Its last day.
        last_day: Day,
    },
    /// Two periods of leave overlap.
    #[error(
        "leave {leave} starts on {first_day}, before leave {other} ends on {other_last_day}: \
         correct one of the two days"
    )]
    LeaveOverlaps {
        /// Number of the leave that starts later.
        leave: usize,
        /// Its first day.
        first_day: Day,
        /// Number of the other leave.
        other: usize,
        /// Last day of the other leave.
        other_last_day: Day,
    },
    /// A decision on joining names only a person or only a day.
    #[error("leave {leave} records {present} but not {missing}: give both or neither")]
    IncompleteLeaveDecision {
        /// Number of the leave.
        leave: usize,
        /// The field that was given.
        present: &'static str,
        /// The field that was not.
        missing: &'static str,
    },
    /// A day that cannot be meant.
    #[error("{date} is outside 1900-01-01 to 2299-12-31: check the year")]
    Implausible {
        /// The field.
        field: String,
        /// Its value.
        date: Day,
    },
    /// The employment ended before a sickness began.
    #[error(
        "spell {spell} starts on {first_day}, after the employment ended on {last_day}: without an \
         employer this regime does not apply"
    )]
    SickAfterEmployment {
        /// Number of the spell.
        spell: usize,
        /// Its first day.
        first_day: Day,
        /// Last day of the employment.
        last_day: Day,
    },
    /// A sickness that begins after the death of the employee.
    #[error(
        "spell {spell} starts on {first_day}, after the death on {died}: correct one of the two days"
    )]
    SickAfterDeath {
        /// Number of the spell.
        spell: usize,
        /// Its first day.
        first_day: Day,
        /// The day of death.
        died: Day,
    },
    /// An event before there was anything to act on.
    #[error("event {event} ({kind}) is on {on}, before the first sick day {first_sick_day}")]
    EventBeforeFirstSickDay {
        /// Number of the event.
        event: usize,
        /// Its kind.
        kind: &'static str,
        /// Its day.
        on: Day,
        /// The first sick day of the first case.
        first_sick_day: Day,
    },
    /// The same thing recorded twice in one case.
    #[error(
        "event {event} ({kind}) on {on} was recorded before, on {earlier}: it happens once in a \
         case, keep the right one"
    )]
    HappensOnce {
        /// Number of the second event.
        event: usize,
        /// Their kind.
        kind: &'static str,
        /// Day of the second.
        on: Day,
        /// Day of the first.
        earlier: Day,
    },
    /// Two events of one kind on one day.
    #[error("event {event} ({kind}) on {on} was already recorded for that day: keep the right one")]
    TwiceOnADay {
        /// Number of the second event.
        event: usize,
        /// Their kind.
        kind: &'static str,
        /// Their day.
        on: Day,
    },
    /// No event has this name.
    #[error(
        "event {event} has an unknown kind: write the name of a duty (poortwachter law) or of an \
         event (poortwachter timeline --help)"
    )]
    UnknownKind {
        /// Number of the event.
        event: usize,
        /// What stands there. The message does not repeat it: it may say something of a person.
        kind: String,
    },
    /// A value that is not one of a closed list.
    #[error("this value is unknown: write one of {}", Known(known))]
    UnknownValue {
        /// The field.
        field: String,
        /// What stands there. The message does not repeat it: it may say something of a person.
        value: String,
        /// What may stand there.
        known: Vec<&'static str>,
    },
    /// An event lacks something that it cannot do without.
    #[error("event {event} ({kind}) on {on} has no {missing}: record it")]
    Incomplete {
        /// Number of the event.
        event: usize,
        /// Its kind.
        kind: &'static str,
        /// Its day.
        on: Day,
        /// The field that is missing.
        missing: &'static str,
    },
    /// A decision is recorded by its outcome, which has a kind of its own.
    #[error(
        "event {event} ({kind}) on {on} has no outcome (use repair-established or repair-refused): \
         record it"
    )]
    NoOutcome {
        /// Number of the event.
        event: usize,
        /// Its kind.
        kind: &'static str,
        /// Its day.
        on: Day,
    },
    /// An event has a field that means nothing for its kind.
    #[error("event {event} ({kind}) on {on} has {field}, which means nothing there: remove it")]
    UnexpectedField {
        /// Number of the event.
        event: usize,
        /// Its kind.
        kind: &'static str,
        /// Its day.
        on: Day,
        /// The field.
        field: &'static str,
    },
    /// A term that the parties cannot deviate from.
    #[error(
        "event {event} on {on} deviates from the term of {duty}: only the terms of art. 2 and 4 of \
         the Regeling procesgang can be deviated from (art. 5), not those of an act"
    )]
    DeviationNotAllowed {
        /// Number of the event.
        event: usize,
        /// Its day.
        on: Day,
        /// The duty.
        duty: &'static str,
    },
    /// A wage sanction of an impossible length.
    #[error(
        "event {event} on {on} is a wage sanction of an impossible length: it lasts 1 to 52 weeks \
         (WIA art. 25(9))"
    )]
    SanctionLength {
        /// Number of the event.
        event: usize,
        /// Its day.
        on: Day,
        /// What stands there. The message does not repeat it.
        weeks: u32,
    },
    /// A day that lies before the event that names it.
    #[error("event {event} ({kind}) on {on} runs until {until}, which lies before it")]
    EndsBeforeItself {
        /// Number of the event.
        event: usize,
        /// Its kind.
        kind: &'static str,
        /// Its day.
        on: Day,
        /// The day it names.
        until: Day,
    },
}

/// The names that are known, of which a message has room for so many.
pub(crate) struct Known<'a>(pub(crate) &'a [&'static str]);

const ROOM: usize = 12;

impl fmt::Display for Known<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Known(names) = self;
        match names.get(ROOM) {
            None => f.write_str(&names.join(", ")),
            Some(_) => write!(f, "{} names, such as {}", names.len(), names[..3].join(", ")),
        }
    }
}

impl CaseError {
    /// The field of the input that is wrong, as a path: `spells[1].first_day`.
    #[must_use]
    pub fn field(&self) -> String {
        use alloc::format;
        match self {
            CaseError::NoSpell => "spells".into(),
            CaseError::TooMany { field, .. } => (*field).into(),
            CaseError::TooManyAlike { .. } => "events".into(),
            CaseError::TooFarAway { event, until: true, .. } => {
                format!("events[{}].until", event - 1)
            }
            CaseError::NoCountedDay { .. } => "leave".into(),
            CaseError::BeforeTheLaw { spell, .. }
            | CaseError::TooLate { spell, .. }
            | CaseError::SpellsOverlap { spell, .. }
            | CaseError::SickAfterEmployment { spell, .. }
            | CaseError::SickAfterDeath { spell, .. }
            | CaseError::AdjoiningSpellsContradict { spell, .. } => {
                format!("spells[{}].first_day", spell - 1)
            }
            CaseError::SpellEndsBeforeItStarts { spell, .. } => {
                format!("spells[{}].last_day", spell - 1)
            }
            CaseError::SpellAfterOpenSpell { spell, .. } => {
                format!("spells[{}].last_day", spell - 2)
            }
            CaseError::LeaveEndsBeforeItStarts { leave, .. } => {
                format!("leave[{}].last_day", leave - 1)
            }
            CaseError::LeaveOverlaps { leave, .. } => format!("leave[{}].first_day", leave - 1),
            CaseError::IncompleteLeaveDecision { leave, missing, .. } => {
                format!("leave[{}].{missing}", leave - 1)
            }
            CaseError::Implausible { field, .. } | CaseError::UnknownValue { field, .. } => {
                field.clone()
            }
            CaseError::EventBeforeFirstSickDay { event, .. }
            | CaseError::TooFarAway { event, .. }
            | CaseError::TwiceOnADay { event, .. }
            | CaseError::HappensOnce { event, .. } => format!("events[{}].on", event - 1),
            CaseError::UnknownKind { event, .. } | CaseError::NoOutcome { event, .. } => {
                format!("events[{}].kind", event - 1)
            }
            CaseError::Incomplete { event, missing, .. } => {
                format!("events[{}].{missing}", event - 1)
            }
            CaseError::UnexpectedField { event, field, .. } => {
                format!("events[{}].{field}", event - 1)
            }
            CaseError::DeviationNotAllowed { event, .. } => format!("events[{}].duty", event - 1),
            CaseError::SanctionLength { event, .. } => format!("events[{}].weeks", event - 1),
            CaseError::EndsBeforeItself { event, .. } => format!("events[{}].until", event - 1),
        }
    }
}
