//! Facts as text in, one case after the other out: what JSON, cells and columns have in common.

use super::kinds::{Kinds, Shape};
use crate::case::{
    Adviser, Case, CaseBuilder, CaseError, DeviationReason, Entitlement, EventKind,
    InterviewRhythm, Joins, Leave, PlanItem, ReportPart, Role, SecondTrackEnd, SecondTrackPhase,
    Spell,
};
use crate::day::Day;
use crate::law;
use crate::law::Regime;
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
/// use poortwachter::{Day, wire::{CaseReader, EventText}};
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
    kinds: Kinds,
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
}

impl CaseReader {
    /// A reader for many cases.
    #[must_use]
    pub fn new() -> CaseReader {
        CaseReader { kinds: Kinds::all(), ..CaseReader::default() }
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
        let chosen = choose(|| "regime".into(), name, Regime::ALL, Regime::id);
        if let Some(regime) = self.noted(Field::Regime, chosen) {
            self.builder.draft().regime = regime;
        }
    }

    /// How the progress interviews follow one another, by its name.
    pub fn interviews(&mut self, name: &str) {
        let chosen =
            choose(|| "interviews".into(), name, InterviewRhythm::ALL, InterviewRhythm::id);
        if let Some(rhythm) = self.noted(Field::Interviews, chosen) {
            self.builder.draft().interviews = rhythm;
        }
    }

    /// Whether there is an entitlement to sickness benefit: `yes`, `no` or `unknown`.
    pub fn sickness_benefit_entitlement(&mut self, name: &str) {
        let field = || "sickness_benefit_entitlement".into();
        let chosen = choose(field, name, Entitlement::ALL, Entitlement::id);
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

    /// The next period of incapacity.
    pub fn spell(&mut self, spell: Spell) {
        self.builder.push_spell(spell);
    }

    /// The next period of maternity leave.
    pub fn leave(&mut self, leave: &LeaveText<'_>) {
        self.leaves += 1;
        let number = self.leaves;
        let field = |name: &'static str| move || format!("leave[{}].{name}", number - 1);
        let joins = leave
            .joins
            .map_or(Ok(Joins::Yes), |name| choose(field("joins"), name, Joins::ALL, Joins::id));
        let Some(joins) = self.noted(Field::Leave, joins) else { return };
        let decided = match (leave.decided_by, leave.decided_on) {
            (Some(by), Some(on)) => {
                let role = choose(field("decided_by"), by, Role::ALL, Role::id);
                let Some(role) = self.noted(Field::Leave, role) else { return };
                Some((role, on))
            }
            (None, None) => None,
            (Some(_), None) => {
                return self.builder.half_a_decision(number, "decided_by", "decided_on");
            }
            (None, Some(_)) => {
                return self.builder.half_a_decision(number, "decided_on", "decided_by");
            }
        };
        let (first, last) = (leave.first_day, leave.last_day);
        self.builder.push_leave(Leave { first, last, joins, decided });
    }

    /// The next event, of which nothing but its name and day is known, as of most.
    pub fn named_event(&mut self, kind: &str, on: Day) {
        match self.kinds.shape(kind) {
            Some(Shape::Plain(kind)) => {
                self.events += 1;
                self.builder.push_event(kind, on);
            }
            _ => self.event(&EventText::new(kind, on)),
        }
    }

    /// The next event.
    pub fn event(&mut self, event: &EventText<'_>) {
        self.events += 1;
        let kind = event_kind(self.events, event, &self.kinds);
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

/// Picks one of a closed list by its stable name.
fn choose<T: Copy>(
    field: impl FnOnce() -> String,
    value: &str,
    all: &[T],
    id: impl Fn(T) -> &'static str,
) -> Result<T, CaseError> {
    all.iter().copied().find(|choice| id(*choice) == value).ok_or_else(|| CaseError::UnknownValue {
        field: field(),
        value: value.to_string(),
        known: all.iter().copied().map(id).collect(),
    })
}

/// What happened, and nothing beside it that would mean nothing.
pub(super) fn event_kind(
    number: usize,
    event: &EventText<'_>,
    kinds: &Kinds,
) -> Result<EventKind, CaseError> {
    let unknown = || CaseError::UnknownKind { event: number, kind: event.kind.to_string() };
    let shape = kinds.shape(event.kind).ok_or_else(unknown)?;
    const FIELDS: [&str; 8] = ["duty", "until", "reason", "weeks", "by", "phase", "item", "part"];
    let given = [
        event.duty.is_some(),
        event.until.is_some(),
        event.reason.is_some(),
        event.weeks.is_some(),
        event.by.is_some(),
        event.phase.is_some(),
        event.item.is_some(),
        event.part.is_some(),
    ];
    let kind = complete(number, event, shape)?;
    let superfluous = |(field, given): &(&str, bool)| *given && !shape.takes().contains(field);
    match FIELDS.into_iter().zip(given).find(superfluous) {
        Some((field, _)) => {
            Err(CaseError::Superfluous { event: number, kind: kind.id(), on: event.on, field })
        }
        None => Ok(kind),
    }
}

/// The event with everything that its shape needs.
fn complete(number: usize, event: &EventText<'_>, shape: Shape) -> Result<EventKind, CaseError> {
    let missing =
        |missing| CaseError::Incomplete { event: number, kind: shape.id(), on: event.on, missing };
    let field = |name: &'static str| move || format!("events[{}].{name}", number - 1);
    let given = |name, value: Option<_>| value.ok_or_else(|| missing(name));
    let until = || event.until.ok_or_else(|| missing("until"));
    Ok(match shape {
        Shape::Plain(kind) => kind,
        Shape::PlanHolds => {
            let item = given("item", event.item)?;
            EventKind::PlanHolds(choose(field("item"), item, PlanItem::ALL, PlanItem::id)?)
        }
        Shape::ReportHolds => {
            let part = given("part", event.part)?;
            EventKind::ReportHolds(choose(field("part"), part, ReportPart::ALL, ReportPart::id)?)
        }
        Shape::SecondTrackAdvised => {
            let by = given("by", event.by)?;
            EventKind::SecondTrackAdvised {
                by: choose(field("by"), by, Adviser::ALL, Adviser::id)?,
            }
        }
        Shape::SecondTrackPhase => {
            let (phase, all) = (given("phase", event.phase)?, SecondTrackPhase::ALL);
            EventKind::SecondTrackPhase(choose(field("phase"), phase, all, SecondTrackPhase::id)?)
        }
        Shape::SecondTrackEnded => {
            let (why, all) = (given("reason", event.reason)?, SecondTrackEnd::ALL);
            EventKind::SecondTrackEnded {
                why: choose(field("reason"), why, all, SecondTrackEnd::id)?,
            }
        }
        Shape::ExtensionShortened => EventKind::ExtensionShortened { until: until()? },
        Shape::VoluntaryExtension => EventKind::VoluntaryExtension { until: until()? },
        Shape::WageSanction => {
            let refused = |weeks| CaseError::SanctionLength { event: number, on: event.on, weeks };
            let checked = |weeks| u8::try_from(weeks).map_err(|_| refused(weeks));
            EventKind::WageSanction { weeks: event.weeks.map(checked).transpose()? }
        }
        Shape::AgreedDeviation => {
            let duty = given("duty", event.duty)?;
            let duty = law::duty(duty).ok_or_else(|| CaseError::UnknownValue {
                field: field("duty")(),
                value: duty.to_string(),
                known: law::duties().map(law::Duty::id).collect(),
            })?;
            let (reason, all) = (given("reason", event.reason)?, DeviationReason::ALL);
            let reason = choose(field("reason"), reason, all, DeviationReason::id)?;
            EventKind::AgreedDeviation { duty, until: until()?, reason }
        }
    })
}
