//! Which fields a kind of event needs. The reader itself is asked, so that it is said once.

use super::fields::one_of;
use super::rules::{absent, when};
use crate::case::{Case, CaseError, longest_sanction};
use crate::law::{self, Duty, LAW};
use crate::protocol::EventName;
use crate::wire::CaseForm;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::{Map, Value, json};

/// A kind of event with its fields, beside the kind and the day.
struct Kind {
    id: &'static str,
    needs: Vec<&'static str>,
    may_have: Vec<String>,
    /// The closed list of a field.
    lists: Vec<(String, Vec<&'static str>)>,
}

/// Narrows the fields of an event and gives what each kind asks for.
pub(super) fn narrow(properties: &mut Map<String, Value>) -> Vec<Value> {
    let fields: Vec<String> = properties
        .keys()
        .filter(|field| !["kind", "on"].contains(&field.as_str()))
        .cloned()
        .collect();
    let kinds: Vec<Kind> =
        EventName::all().filter_map(|name| ask(name.id(), &fields, properties)).collect();
    put(properties, "kind", &kinds.iter().map(|kind| kind.id).collect::<Vec<_>>());
    let mut conditions: Vec<Value> = kinds.iter().filter_map(needs).collect();
    for field in &fields {
        let mut list: Vec<&'static str> = Vec::new();
        for (_, values) in
            kinds.iter().flat_map(|kind| &kind.lists).filter(|(name, _)| name == field)
        {
            list.extend(values.iter().filter(|value| !list.contains(value)).collect::<Vec<_>>());
        }
        if !list.is_empty() {
            put(properties, field, &list);
        }
        let takes = |kind: &&Kind| {
            kind.needs.iter().any(|name| name == field) || kind.may_have.contains(field)
        };
        let takers: Vec<&str> = kinds.iter().filter(takes).map(|kind| kind.id).collect();
        let other = json!({"properties": {"kind": {"not": {"enum": takers}}}});
        conditions.push(when(&other, &absent([field.as_str()])));
    }
    if let Some(Value::Object(weeks)) = properties.get_mut("weeks") {
        weeks.insert("minimum".into(), json!(1));
        weeks.insert("maximum".into(), json!(longest_sanction(&LAW)));
    }
    conditions
}

fn put(properties: &mut Map<String, Value>, field: &str, list: &[&'static str]) {
    if let Some(Value::Object(property)) = properties.get_mut(field) {
        one_of(property, list);
    }
}

/// What a kind needs, as a condition.
fn needs(kind: &Kind) -> Option<Value> {
    if kind.needs.is_empty() {
        return None;
    }
    let mut properties = Map::new();
    for field in &kind.needs {
        let list = kind.lists.iter().find(|(name, _)| name == field);
        let holds = match list {
            Some((_, values)) => json!({"enum": values}),
            None => json!({"not": {"type": "null"}}),
        };
        properties.insert((*field).into(), holds);
    }
    let is_kind = json!({"properties": {"kind": {"const": kind.id}}});
    Some(when(&is_kind, &json!({"properties": properties, "required": kind.needs})))
}

/// Asks the reader what it wants of an event of that kind; none where it takes no such event.
fn ask(id: &'static str, fields: &[String], properties: &Map<String, Value>) -> Option<Kind> {
    let mut kind = Kind { id, needs: Vec::new(), may_have: Vec::new(), lists: Vec::new() };
    let mut event = Map::from_iter([("kind".into(), id.into()), ("on".into(), DAY.into())]);
    // Each turn adds a field or its value.
    for _ in 0..=2 * fields.len() {
        match read(&event)? {
            Ok(()) => break,
            Err(CaseError::Incomplete { missing, .. }) => {
                event.insert(missing.into(), any(properties.get(missing)?));
                kind.needs.push(missing);
            }
            Err(CaseError::UnknownValue { field, known, .. }) => {
                let field = field.rsplit('.').next()?;
                let known = match field {
                    "duty" => deviable(),
                    _ => known,
                };
                event.insert(field.into(), (*known.first()?).into());
                kind.lists.push((field.into(), known));
            }
            Err(_) => return None,
        }
    }
    for field in fields {
        let mut more = event.clone();
        if more.insert(field.clone(), any(properties.get(field)?)).is_none()
            && !matches!(read(&more)?, Err(CaseError::Superfluous { .. }))
        {
            kind.may_have.push(field.clone());
        }
    }
    Some(kind)
}

const DAY: &str = "2026-01-05";

/// Some value of the right type.
fn any(property: &Value) -> Value {
    let is_number = property.get("maximum").is_some();
    match property.get("format") {
        Some(_) => DAY.into(),
        None if is_number => json!(1),
        None => "".into(),
    }
}

/// A case with that one event, through the reader; none where not even the shape is right.
fn read(event: &Map<String, Value>) -> Option<Result<(), CaseError>> {
    let case = json!({"spells": [{"first_day": DAY}], "events": [event]});
    let form: CaseForm = serde_json::from_value(case).ok()?;
    Some(Case::try_from(form).map(|_| ()))
}

/// The duties whose term the parties can move (RP art. 5).
fn deviable() -> Vec<&'static str> {
    law::duties().filter(|duty| LAW.may_be_deviated_from(*duty)).map(Duty::id).collect()
}
