//! The one fallible door: recorded facts in, a [`Case`] or a [`CaseError`] out.

use super::{
    Case, CaseError, Entitlement, Event, EventKind, Facts, InterviewRhythm, Joins, Leave, Regime,
    Role, Spell,
};
use crate::day::Day;
use crate::law::{self, Duty, FIRST_SICK_DAY_FROM, FIRST_SICK_DAY_THROUGH, LAW, index};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;

/// The days that a record can plausibly hold; everything computed stays in chrono's range.
const EARLIEST: Day = Day::new(1900, 1, 1);
const LATEST: Day = Day::new(2299, 12, 31);

/// Collects the facts of a case. Nothing is checked before [`CaseBuilder::build`].
///
/// Spells are given in order; events and leave in any order.
#[derive(Clone, Default)]
pub struct CaseBuilder {
    id: Option<Box<str>>,
    regime: Regime,
    spells: Vec<Spell>,
    leave: Vec<Leave>,
    state_pension_day: Option<Day>,
    employment_last_day: Option<Day>,
    sickness_benefit_entitlement: Option<Entitlement>,
    interviews: InterviewRhythm,
    events: Vec<(Day, EventKind)>,
    half_decisions: Vec<(usize, &'static str, &'static str)>,
}

impl CaseBuilder {
    /// An opaque identifier. Nothing is derived from it and `Debug` does not show it; do not put a
    /// name or a social security number in it.
    #[must_use]
    pub fn id(mut self, id: impl Into<Box<str>>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The regime; the employer regime when not given.
    #[must_use]
    pub const fn regime(mut self, regime: Regime) -> Self {
        self.regime = regime;
        self
    }

    /// A period of incapacity from `first_day` up to and including `last_day`.
    #[must_use]
    pub fn sick(self, first_day: NaiveDate, last_day: NaiveDate) -> Self {
        self.spell(first_day, Some(last_day), true)
    }

    /// A period of incapacity that still goes on.
    #[must_use]
    pub fn sick_since(self, first_day: NaiveDate) -> Self {
        self.spell(first_day, None, true)
    }

    /// A period of incapacity, and whether it counts for the dismissal ban: BW 7:670(1) leaves some
    /// periods out.
    #[must_use]
    pub fn spell(
        mut self,
        first_day: NaiveDate,
        last_day: Option<NaiveDate>,
        counts_for_dismissal_ban: bool,
    ) -> Self {
        self.spells.push(Spell {
            first: first_day.into(),
            last: last_day.map_or(Day::FOREVER, Day::from),
            counts_for_dismissal_ban,
        });
        self
    }

    /// Maternity leave from `first_day` up to and including `last_day`; sickness before and after
    /// it is one case.
    #[must_use]
    pub fn leave(self, first_day: NaiveDate, last_day: NaiveDate) -> Self {
        self.leave_joining(first_day, last_day, Joins::Yes, None)
    }

    /// Maternity leave with the answer whether the sickness after it belongs to the sickness before
    /// it, and who decided that and when.
    #[must_use]
    pub fn leave_joining(
        mut self,
        first_day: NaiveDate,
        last_day: NaiveDate,
        joins: Joins,
        decided: Option<(Role, NaiveDate)>,
    ) -> Self {
        self.leave.push(Leave {
            first: first_day.into(),
            last: last_day.into(),
            joins,
            decided: decided.map(|(role, on)| (role, on.into())),
        });
        self
    }

    /// Leave number `leave` came with only one half of a decision; [`Self::build`] refuses it.
    #[cfg(feature = "serde")]
    pub(crate) fn half_a_decision(
        mut self,
        leave: usize,
        present: &'static str,
        missing: &'static str,
    ) -> Self {
        self.half_decisions.push((leave, present, missing));
        self
    }

    /// The day on which the employee reaches the state pension age (*AOW-leeftijd*).
    #[must_use]
    pub fn state_pension_day(mut self, day: NaiveDate) -> Self {
        self.state_pension_day = Some(day.into());
        self
    }

    /// The last day of the employment, known beforehand or not.
    #[must_use]
    pub fn employment_last_day(mut self, day: NaiveDate) -> Self {
        self.employment_last_day = Some(day.into());
        self
    }

    /// Whether the employee is entitled to sickness benefit beside the wages (ZW 29a, 29b); never on
    /// which ground.
    #[must_use]
    pub const fn sickness_benefit_entitlement(mut self, entitlement: Entitlement) -> Self {
        self.sickness_benefit_entitlement = Some(entitlement);
        self
    }

    /// How the progress interviews follow one another; rolling when not given.
    #[must_use]
    pub const fn interviews(mut self, rhythm: InterviewRhythm) -> Self {
        self.interviews = rhythm;
        self
    }

    /// Something happened on a day.
    #[must_use]
    pub fn event(mut self, kind: EventKind, on: NaiveDate) -> Self {
        self.events.push((on.into(), kind));
        self
    }

    /// A duty was met on a day.
    #[must_use]
    pub fn met(self, duty: Duty, on: NaiveDate) -> Self {
        self.event(EventKind::Met(duty), on)
    }

    /// Checks the facts.
    ///
    /// # Errors
    /// The first contradiction, with the field and the days; see [`CaseError`].
    pub fn build(self) -> Result<Case, CaseError> {
        self.check_plausible()?;
        let (spells, merged_at) = self.checked_spells()?;
        let leave = self.checked_leave()?;
        let mut case = Case {
            id: self.id.map(String::from),
            regime: self.regime,
            spells,
            leave,
            state_pension_day: self.state_pension_day,
            employment_last_day: self.employment_last_day,
            sickness_benefit_entitlement: self.sickness_benefit_entitlement,
            interviews: self.interviews,
            events: Vec::new(),
            merged_at,
        };
        let first_days = Facts::everything(&case).first_days_of_cases();
        let Some(first_sick_day) = first_days.first().copied() else {
            let leave_last = case.leave.last().map_or(Day::FOREVER, |leave| leave.last);
            return Err(CaseError::NoCountedDay { leave_last: leave_last.date() });
        };
        check_employment(&case, &first_days)?;
        case.events = checked_events(&self.events, first_sick_day, &first_days)?;
        Ok(case)
    }

    fn check_plausible(&self) -> Result<(), CaseError> {
        let spells = self.spells.iter().enumerate().flat_map(|(i, spell)| {
            let last = (spell.last < Day::FOREVER).then_some(spell.last);
            [
                (format!("spells[{i}].first_day"), Some(spell.first)),
                (format!("spells[{i}].last_day"), last),
            ]
        });
        let leave = self.leave.iter().enumerate().flat_map(|(i, leave)| {
            [
                (format!("leave[{i}].first_day"), Some(leave.first)),
                (format!("leave[{i}].last_day"), Some(leave.last)),
                (format!("leave[{i}].decided_on"), leave.decided.map(|(_, on)| on)),
            ]
        });
        let events = self.events.iter().enumerate().flat_map(|(i, (on, kind))| {
            let until = match kind {
                EventKind::AgreedDeviation { until, .. }
                | EventKind::VoluntaryExtension { until }
                | EventKind::ExtensionShortened { until } => Some(*until),
                _ => None,
            };
            [(format!("events[{i}].on"), Some(*on)), (format!("events[{i}].until"), until)]
        });
        let contract = [
            (String::from("state_pension_day"), self.state_pension_day),
            (String::from("employment_last_day"), self.employment_last_day),
        ];
        spells
            .chain(leave)
            .chain(events)
            .chain(contract)
            .find_map(|(field, day)| {
                let day = day.filter(|day| *day < EARLIEST || LATEST < *day)?;
                Some(CaseError::Implausible { field, date: day.date() })
            })
            .map_or(Ok(()), Err)
    }

    /// The spells with adjoining ones merged, and the first days at which they were.
    fn checked_spells(&self) -> Result<(Vec<Spell>, Vec<Day>), CaseError> {
        if self.spells.is_empty() {
            return Err(CaseError::NoSpell);
        }
        let mut merged: Vec<Spell> = Vec::with_capacity(self.spells.len());
        let mut merged_at = Vec::new();
        for (number, spell) in (1..).zip(self.spells.iter().copied()) {
            let first_day = spell.first_day();
            if spell.first < FIRST_SICK_DAY_FROM {
                return Err(CaseError::BeforeTheLaw { spell: number, first_day });
            }
            if spell.first > FIRST_SICK_DAY_THROUGH {
                return Err(CaseError::TooLate { spell: number, first_day });
            }
            if spell.last < spell.first {
                return Err(CaseError::SpellEndsBeforeItStarts {
                    spell: number,
                    first_day,
                    last_day: spell.last.date(),
                });
            }
            if let Some(previous) = merged.last_mut() {
                if previous.last == Day::FOREVER {
                    return Err(CaseError::SpellAfterOpenSpell {
                        spell: number,
                        first_day,
                        previous_first_day: self.spells[number - 2].first_day(),
                    });
                }
                if spell.first <= previous.last {
                    return Err(CaseError::SpellsOverlap {
                        spell: number,
                        first_day,
                        previous_last_day: previous.last.date(),
                    });
                }
                if spell.first == previous.last.plus(1) {
                    if spell.counts_for_dismissal_ban != previous.counts_for_dismissal_ban {
                        return Err(CaseError::AdjoiningSpellsContradict {
                            spell: number,
                            first_day,
                        });
                    }
                    previous.last = spell.last;
                    merged_at.push(spell.first);
                    continue;
                }
            }
            merged.push(spell);
        }
        Ok((merged, merged_at))
    }

    fn checked_leave(&self) -> Result<Vec<Leave>, CaseError> {
        if let Some((leave, present, missing)) = self.half_decisions.first().copied() {
            return Err(CaseError::HalfADecision { leave, present, missing });
        }
        let mut numbered: Vec<(usize, Leave)> = (1..).zip(self.leave.iter().copied()).collect();
        numbered.sort_by_key(|(_, leave)| leave.first);
        for (number, leave) in &numbered {
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
        Ok(numbered.into_iter().map(|(_, leave)| leave).collect())
    }
}

/// Shows the facts without the identifier: it may lead to a person.
impl fmt::Debug for CaseBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaseBuilder")
            .field("regime", &self.regime)
            .field("spells", &self.spells)
            .field("leave", &self.leave)
            .field("state_pension_day", &self.state_pension_day)
            .field("employment_last_day", &self.employment_last_day)
            .field("sickness_benefit_entitlement", &self.sickness_benefit_entitlement)
            .field("interviews", &self.interviews)
            .field("events", &self.events)
            .finish_non_exhaustive()
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
        Err(CaseError::SickAfterEmployment {
            spell: number,
            first_day: first.date(),
            last_day: last_day.date(),
        })
    })
}

/// The events in order of their day, each checked by itself and against the others of its case.
fn checked_events(
    events: &[(Day, EventKind)],
    first_sick_day: Day,
    first_days: &[Day],
) -> Result<Vec<Event>, CaseError> {
    let mut checked: Vec<Event> = Vec::with_capacity(events.len());
    // In the order of the input, so that an error names the later of two lines.
    let case_of = |day: Day| first_days.partition_point(|first| *first <= day);
    for (number, (on, kind)) in (1..).zip(events.iter().copied()) {
        let kind = match kind {
            EventKind::Met(duty) if duty == Duty::PROGRESS_INTERVIEW => EventKind::Interview,
            other => other,
        };
        check_event(number, on, kind)?;
        if on < first_sick_day {
            return Err(CaseError::EventBeforeFirstSickDay {
                event: number,
                kind: kind.id(),
                on: on.date(),
                first_sick_day: first_sick_day.date(),
            });
        }
        let twin = checked.iter().find(|earlier| {
            earlier.kind.is_same_occurrence(&kind) && case_of(earlier.on) == case_of(on)
        });
        if let Some(earlier) = twin {
            return Err(CaseError::HappensOnce {
                event: number,
                kind: kind.id(),
                on: on.date(),
                earlier: earlier.on(),
            });
        }
        let same_day = |earlier: &&Event| earlier.on == on && earlier.kind.id() == kind.id();
        if !kind.repeats_on_a_day() && checked.iter().any(|earlier| same_day(&earlier)) {
            return Err(CaseError::TwiceOnADay { event: number, kind: kind.id(), on: on.date() });
        }
        checked.push(Event { on, kind });
    }
    checked.sort_unstable();
    Ok(checked)
}

fn check_event(number: usize, day: Day, kind: EventKind) -> Result<(), CaseError> {
    let (event, on) = (number, day.date());
    match kind {
        EventKind::Met(duty) if duty == Duty::REPAIR_DECISION => Err(CaseError::Incomplete {
            event,
            kind: duty.id(),
            on,
            missing: "outcome (use repair-established or repair-refused)",
        }),
        EventKind::AgreedDeviation { duty, .. } if !law::may_be_deviated_from(duty) => {
            Err(CaseError::NoDeviation { event, on, duty: duty.id() })
        }
        EventKind::VoluntaryExtension { until } | EventKind::ExtensionShortened { until }
            if until < day =>
        {
            Err(CaseError::EndsBeforeItself { event, kind: kind.id(), on, until: until.date() })
        }
        EventKind::WageSanction { weeks: Some(weeks) }
            if !(1..=longest_sanction()).contains(&u16::from(weeks)) =>
        {
            Err(CaseError::SanctionLength { event, on, weeks: weeks.into() })
        }
        _ => Ok(()),
    }
}

/// The longest wage sanction in weeks (WIA art. 25(9)).
fn longest_sanction() -> u16 {
    LAW.at(index::WAGE_SANCTION_LENGTH).versions[0].due.term.number().unwrap_or(u16::MAX)
}
