//! Facts as text in, one case after the other out: what JSON, cells and columns have in common.

use super::names::{EventNames, Named};
use crate::case::{
    Case, CaseBuilder, CaseError, EventField, EventKind, Joins, Leave, ReadFields, Spell,
};
use crate::closed_list::ClosedList;
use crate::day::Day;
use crate::law::Law;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Reads one case after the other in the same memory: nothing is allocated for a case once the
/// memory has grown to the largest. Names are those of the JSON form.
///
/// It is also a [`DeserializeSeed`](serde::de::DeserializeSeed), which reads the facts of a case
/// from any format of serde; [`case`](Self::case) then checks them.
///
/// ```
/// use poortwachter::{Day, Spell, wire::{CaseReader, EventText}};
/// use serde::de::DeserializeSeed;
/// let mut reader = CaseReader::new();
///
/// let line = r#"{"id":"A-17","spells":[{"first_day":"2026-01-05"}]}"#;
/// reader.deserialize(&mut serde_json::Deserializer::from_str(line))?;
/// assert_eq!(reader.case().unwrap().id(), Some("A-17"));
///
/// reader.clear();
/// reader.spell(Spell::new(Day::new(2026, 3, 9), None));
/// reader.event(&EventText::new("problem-analysis", Day::new(2026, 4, 1)));
/// assert_eq!(reader.case().unwrap().events().len(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct CaseReader {
    builder: CaseBuilder,
    names: EventNames,
    /// What was wrong with a value, under the place of its field in the order of reporting.
    problems: Vec<(Field, CaseError)>,
    leaves: usize,
    events: usize,
}

/// The fields with names, in the order in which the first problem is reported.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Field {
    Regime,
    Interviews,
    Entitlement,
    WageTerms,
    Leave,
    Events,
}

/// Maternity leave as it stands in a file.
#[derive(Clone, Copy, Debug)]
pub struct LeaveText<'a> {
    /// First day.
    pub first_day: Day,
    /// Last day.
    pub last_day: Day,
    /// `yes` (when absent), `no` or `unknown`.
    pub joins: Option<&'a str>,
    /// Who decided on that: `employer`, `occupational-physician` or `uwv`.
    pub decided_by: Option<&'a str>,
    /// When.
    pub decided_on: Option<Day>,
}

/// An event as it stands in a file: the fields of [`EventForm`](super::EventForm).
#[derive(Clone, Copy, Debug)]
pub struct EventText<'a> {
    /// The name of the duty that was met, or a plain name.
    pub kind: &'a str,
    /// The day.
    pub on: Day,
    /// The duty of an agreed deviation.
    pub duty: Option<&'a str>,
    /// The last day of an agreed deviation or a voluntary extension.
    pub until: Option<Day>,
    /// The reason of an agreed deviation or of the end of the second track.
    pub reason: Option<&'a str>,
    /// Who advised the second track.
    pub by: Option<&'a str>,
    /// The phase of the second track.
    pub phase: Option<&'a str>,
    /// The item of the plan of action.
    pub item: Option<&'a str>,
    /// The part of the re-integration report.
    pub part: Option<&'a str>,
    /// The length of a wage sanction.
    pub weeks: Option<u32>,
}

impl<'a> EventText<'a> {
    /// An event with nothing but its name.
    #[must_use]
    pub const fn new(kind: &'a str, on: Day) -> EventText<'a> {
        EventText {
            kind,
            on,
            duty: None,
            until: None,
            reason: None,
            by: None,
            phase: None,
            item: None,
            part: None,
            weeks: None,
        }
    }

    /// The stable name in a field; none where it holds none.
    const fn name(&self, field: EventField) -> Option<&'a str> {
        match field {
            EventField::Duty => self.duty,
            EventField::Reason => self.reason,
            EventField::By => self.by,
            EventField::Phase => self.phase,
            EventField::Item => self.item,
            EventField::Part => self.part,
            EventField::Until | EventField::Weeks => None,
        }
    }

    /// The place of a field that holds a stable name; none for the day and the number of weeks.
    pub(super) fn name_mut(&mut self, field: EventField) -> Option<&mut Option<&'a str>> {
        Some(match field {
            EventField::Duty => &mut self.duty,
            EventField::Reason => &mut self.reason,
            EventField::By => &mut self.by,
            EventField::Phase => &mut self.phase,
            EventField::Item => &mut self.item,
            EventField::Part => &mut self.part,
            EventField::Until | EventField::Weeks => return None,
        })
    }
}

impl CaseReader {
    /// A reader for many cases.
    #[must_use]
    pub fn new() -> CaseReader {
        CaseReader { names: EventNames::all(), ..CaseReader::default() }
    }

    /// Checks the facts by another law than [`LAW`](crate::law::LAW), see [`CaseBuilder::under`].
    ///
    /// ```
    /// use poortwachter::{law::LAW, wire::CaseReader};
    /// let reader = CaseReader::new().under(&LAW);
    /// ```
    #[must_use]
    pub fn under(mut self, law: &'static Law) -> CaseReader {
        self.builder = self.builder.under(law);
        self
    }

    /// A reader for one case: no table of names is made.
    pub(super) fn once() -> CaseReader {
        CaseReader::default()
    }

    /// Forgets the facts and keeps their memory for the next case.
    pub fn clear(&mut self) {
        self.builder.clear();
        self.problems.clear();
        (self.leaves, self.events) = (0, 0);
    }

    /// The opaque identifier.
    pub fn id(&mut self, id: &str) {
        self.builder.set_id(id);
    }

    /// The identifier that was read, also when the case is refused.
    #[must_use]
    pub fn known_id(&self) -> Option<&str> {
        self.builder.known_id()
    }

    /// The regime by its name.
    pub fn regime(&mut self, name: &str) {
        let chosen = choose(|| "regime".into(), name);
        if let Some(regime) = self.noted(Field::Regime, chosen) {
            self.builder.draft().regime = regime;
        }
    }

    /// How the progress interviews follow one another, by its name.
    pub fn interviews(&mut self, name: &str) {
        let chosen = choose(|| "interviews".into(), name);
        if let Some(rhythm) = self.noted(Field::Interviews, chosen) {
            self.builder.draft().interviews = rhythm;
        }
    }

    /// What is special about the wages, by its name.
    pub fn wage_terms(&mut self, name: &str) {
        let chosen = choose(|| "wage_terms".into(), name);
        if let Some(terms) = self.noted(Field::WageTerms, chosen) {
            self.builder.draft().wage_terms = terms;
        }
    }

    /// Whether there is an entitlement to sickness benefit: `yes`, `no` or `unknown`.
    pub fn sickness_benefit_entitlement(&mut self, name: &str) {
        let field = || "sickness_benefit_entitlement".into();
        let chosen = choose(field, name);
        if let Some(entitlement) = self.noted(Field::Entitlement, chosen) {
            self.builder.draft().sickness_benefit_entitlement = Some(entitlement);
        }
    }

    /// The day on which the employee reaches the state pension age.
    pub fn state_pension_day(&mut self, day: Day) {
        self.builder.draft().state_pension_day = Some(day);
    }

    /// The last day of the employment.
    pub fn employment_last_day(&mut self, day: Day) {
        self.builder.draft().employment_last_day = Some(day);
    }

    /// The first day from which on what happened is recorded.
    pub fn recorded_since(&mut self, day: Day) {
        self.builder.draft().recorded_since = Some(day);
    }

    /// The next period of incapacity.
    pub fn spell(&mut self, spell: Spell) {
        self.builder.push_spell(spell);
    }

    /// The next period of maternity leave.
    pub fn leave(&mut self, leave: &LeaveText<'_>) {
        self.leaves += 1;
        let number = self.leaves;
        let field = |name: &'static str| move || format!("leave[{}].{name}", number - 1);
        let joins = leave.joins.map_or(Ok(Joins::Yes), |name| choose(field("joins"), name));
        let Some(joins) = self.noted(Field::Leave, joins) else { return };
        let decided = match (leave.decided_by, leave.decided_on) {
            (Some(by), Some(on)) => {
                let role = choose(field("decided_by"), by);
                let Some(role) = self.noted(Field::Leave, role) else { return };
                Some((role, on))
            }
            (None, None) => None,
            (Some(_), None) => {
                return self.builder.incomplete_leave_decision(number, "decided_by", "decided_on");
            }
            (None, Some(_)) => {
                return self.builder.incomplete_leave_decision(number, "decided_on", "decided_by");
            }
        };
        let (first, last) = (leave.first_day, leave.last_day);
        self.builder.push_leave(Leave { first, last, joins, decided });
    }

    /// The next event, of which nothing but its name and day is known, as of most.
    pub fn named_event(&mut self, kind: &str, on: Day) {
        match self.names.find(kind) {
            Some(Named { kind: Some(kind), .. }) => {
                self.events += 1;
                self.builder.push_event(kind, on);
            }
            _ => self.event(&EventText::new(kind, on)),
        }
    }

    /// The next event.
    pub fn event(&mut self, event: &EventText<'_>) {
        self.events += 1;
        let kind = event_kind(self.events, event, &self.names);
        if let Some(kind) = self.noted(Field::Events, kind) {
            self.builder.push_event(kind, event.on);
        }
    }

    fn noted<T>(&mut self, field: Field, result: Result<T, CaseError>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(problem) => {
                self.problems.push((field, problem));
                None
            }
        }
    }

    fn problem(&mut self) -> Option<CaseError> {
        let first = (0..self.problems.len()).min_by_key(|i| self.problems[*i].0)?;
        Some(self.problems.swap_remove(first).1)
    }

    /// Checks the facts and lends the case. For the next one [`clear`](Self::clear) the reader.
    ///
    /// # Errors
    /// An unknown name, else the first contradiction; see [`CaseError`].
    pub fn case(&mut self) -> Result<&Case, CaseError> {
        match self.problem() {
            Some(problem) => Err(problem),
            None => self.builder.check(),
        }
    }

    pub(super) fn build(mut self) -> Result<Case, CaseError> {
        match self.problem() {
            Some(problem) => Err(problem),
            None => self.builder.build(),
        }
    }
}

/// The member of a closed list with that stable name.
fn choose<T: ClosedList>(field: impl FnOnce() -> String, value: &str) -> Result<T, CaseError> {
    T::of(value).ok_or_else(|| CaseError::UnknownValue {
        field: field(),
        value: value.to_string(),
        known: T::IDS.to_vec(),
    })
}

/// What happened, and nothing beside it that would mean nothing.
pub(super) fn event_kind(
    number: usize,
    event: &EventText<'_>,
    names: &EventNames,
) -> Result<EventKind, CaseError> {
    let unknown = || CaseError::UnknownKind { event: number, kind: event.kind.to_string() };
    let Named { name, .. } = names.find(event.kind).ok_or_else(unknown)?;
    let kind = name.read(&Fields { number, event, kind: name.id() })?;
    let given = [
        (EventField::Duty, event.duty.is_some()),
        (EventField::Until, event.until.is_some()),
        (EventField::Reason, event.reason.is_some()),
        (EventField::Weeks, event.weeks.is_some()),
        (EventField::By, event.by.is_some()),
        (EventField::Phase, event.phase.is_some()),
        (EventField::Item, event.item.is_some()),
        (EventField::Part, event.part.is_some()),
    ];
    let takes = |field| name.fields().iter().any(|own| own.field == field);
    match given.into_iter().find(|(field, given)| *given && !takes(*field)) {
        Some((field, _)) => Err(CaseError::UnexpectedField {
            event: number,
            kind: kind.id(),
            on: event.on,
            field: field.id(),
        }),
        None => Ok(kind),
    }
}

/// The fields of an event in a file.
struct Fields<'e> {
    number: usize,
    event: &'e EventText<'e>,
    kind: &'static str,
}

impl Fields<'_> {
    fn given<T>(&self, field: EventField, value: Option<T>) -> Result<T, CaseError> {
        value.ok_or_else(|| CaseError::Incomplete {
            event: self.number,
            kind: self.kind,
            on: self.event.on,
            missing: field.id(),
        })
    }
}

impl ReadFields for Fields<'_> {
    type Error = CaseError;

    fn member<T: ClosedList>(&self, field: EventField) -> Result<T, CaseError> {
        let name = self.given(field, self.event.name(field))?;
        choose(|| format!("events[{}].{field}", self.number - 1), name)
    }

    fn member_or_none<T: ClosedList>(&self, field: EventField) -> Result<Option<T>, CaseError> {
        let name = self.event.name(field);
        name.map(|name| choose(|| format!("events[{}].{field}", self.number - 1), name)).transpose()
    }

    fn day(&self, field: EventField) -> Result<Day, CaseError> {
        self.given(field, self.event.until)
    }

    fn weeks(&self, _: EventField) -> Result<Option<u8>, CaseError> {
        let checked = |weeks| {
            u8::try_from(weeks).map_err(|_| CaseError::SanctionLength {
                event: self.number,
                on: self.event.on,
                weeks,
            })
        };
        self.event.weeks.map(checked).transpose()
    }
}
