//! Facts on the command line: `2026-12-01 wia-claim`, `recovered 2026-11-30`.

use crate::failure::Failure;
use crate::{values, vocabulary};
use poortwachter::Day;
use poortwachter::wire::EventForm;
use poortwachter::{Case, CaseError, EventField, EventKind, EventName, WithError};

/// A supposed fact.
pub(crate) enum Supposition {
    Event(EventKind, Day),
    Without(EventKind, Day),
    Recovered(Day),
    Sick(Day),
    Leave(Day, Day),
    EmploymentEnds(Day),
    RecordedSince(Day),
}

const TO_ADD: &str = "write a day and what happened ('2026-12-01 wia-claim'), 'recovered DATE', \
                      'sick DATE', 'leave FIRST LAST', 'employment-ends DATE' or \
                      'recorded-since DATE'";
const TO_REMOVE: &str = "write a day and what happened, as it is recorded ('2026-10-02 interview')";

impl Supposition {
    /// The words of one `--add`.
    pub(crate) fn to_add(text: &str) -> Result<Supposition, Failure> {
        let at = |what: String| Failure::message(format!("--add '{text}': {what}"));
        let words: Vec<&str> = text.split_whitespace().collect();
        let day = |word: &str| values::date(word).map_err(|what| at(format!("{word}: {what}")));
        match words[..] {
            ["recovered", from] => Ok(Supposition::Recovered(day(from)?)),
            ["sick", from] => Ok(Supposition::Sick(day(from)?)),
            ["leave", first, last] => Ok(Supposition::Leave(day(first)?, day(last)?)),
            ["employment-ends", last] => Ok(Supposition::EmploymentEnds(day(last)?)),
            ["recorded-since", first] => Ok(Supposition::RecordedSince(day(first)?)),
            [on, kind, ref fields @ ..] if on.starts_with(|c: char| c.is_ascii_digit()) => {
                let on = day(on)?;
                let form = event(kind, on, fields).map_err(at)?;
                let kind = EventKind::try_from(form).map_err(|error| at(wrong(&error)))?;
                Ok(Supposition::Event(kind, on))
            }
            _ => Err(at(TO_ADD.to_string())),
        }
    }

    /// The words of one `--remove`.
    pub(crate) fn to_remove(text: &str, case: &Case) -> Result<Supposition, Failure> {
        let at = |what: String| Failure::message(format!("--remove '{text}': {what}"));
        let words: Vec<&str> = text.split_whitespace().collect();
        let [on, kind] = words[..] else { return Err(at(TO_REMOVE.to_string())) };
        let on = values::date(on).map_err(|what| at(format!("{on}: {what}")))?;
        let recorded = || case.events().iter().rev().filter(|event| event.kind().id() == kind);
        let event = recorded().find(|event| event.on() == on).or_else(|| recorded().next());
        let Some(event) = event else {
            let mut kinds: Vec<&str> =
                case.events().iter().map(|event| event.kind().id()).collect();
            kinds.sort_unstable();
            kinds.dedup();
            return Err(at(match kinds.is_empty() {
                true => "nothing is recorded in this case".to_string(),
                false if EventName::of(kind).is_some() => {
                    format!("no {kind} is recorded; recorded are {}", kinds.join(", "))
                }
                false => {
                    let what = vocabulary::unknown(kind, "an event", vocabulary::events());
                    format!("{kind}: {what}; recorded are {}", kinds.join(", "))
                }
            }));
        };
        Ok(Supposition::Without(event.kind(), on))
    }

    /// The case with the fact, or without it.
    pub(crate) fn apply(&self, case: &Case) -> Result<Case, WithError> {
        match *self {
            Supposition::Event(kind, on) => case.with(kind, on),
            Supposition::Without(kind, on) => case.without(kind, on),
            Supposition::Recovered(from) => case.with_recovery(from),
            Supposition::Sick(from) => case.with_relapse(from),
            Supposition::Leave(first, last) => case.with_leave(first, last),
            Supposition::EmploymentEnds(last) => case.with_employment_end(last),
            Supposition::RecordedSince(first) => case.with_recorded_since(first),
        }
    }

    /// The first day on which it is known.
    pub(crate) fn known_from(&self) -> Option<Day> {
        match *self {
            Supposition::Event(_, on) => Some(on),
            Supposition::Recovered(from) | Supposition::Sick(from) => Some(from),
            Supposition::Leave(first, _) => Some(first),
            // Known beforehand; what is left out leaves nothing to know.
            Supposition::EmploymentEnds(_)
            | Supposition::RecordedSince(_)
            | Supposition::Without(..) => None,
        }
    }
}

/// An event with its fields, `weeks=26`.
fn event(kind: &str, on: Day, fields: &[&str]) -> Result<EventForm, String> {
    let mut form = EventForm::new(kind, on);
    for field in fields {
        let Some((name, value)) = field.split_once('=') else {
            return Err(format!("{field}: write a field as name=value, such as weeks=26"));
        };
        let Ok(known) = name.parse::<EventField>() else {
            let known = EventField::IDS.join(", ");
            return Err(format!("{field}: there is no such field; known are {known}"));
        };
        match known {
            EventField::Until => {
                form.until = Some(values::date(value).map_err(|what| format!("{field}: {what}"))?);
            }
            EventField::Weeks => {
                form.weeks = Some(value.parse().map_err(|_| format!("{field}: write a number"))?);
            }
            known => {
                if let Some(place) = form.name_mut(known) {
                    *place = Some(value.to_string());
                }
            }
        }
    }
    Ok(form)
}

/// What is wrong with an event, without the number that it has in no file.
fn wrong(error: &CaseError) -> String {
    match error {
        CaseError::UnknownKind { kind, .. } => {
            let what = vocabulary::unknown(kind, "an event", vocabulary::events());
            format!("{kind}: {what}")
        }
        CaseError::UnknownValue { field, value, known } => {
            let field = field.rsplit('.').next().unwrap_or(field);
            format!("{field}={value}: known are {}", known.join(", "))
        }
        CaseError::Incomplete { kind, missing, .. } => format!("{kind} needs {missing}=..."),
        CaseError::UnexpectedField { kind, field, .. } => {
            format!("{kind} has no {field}: leave it out")
        }
        error => error.to_string(),
    }
}
