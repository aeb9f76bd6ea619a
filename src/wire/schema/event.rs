//! Which fields a kind of event needs, from the table of the events.

use super::fields::one_of;
use super::lists as all;
use super::rules::{absent, when};
use crate::case::{EventName, FieldContent, FieldOfEvent, longest_sanction};
use crate::law::{self, Duty, LAW, MetBy, duty_met_by};
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::{Map, Value, json};

/// A kind of event with its fields, beside the kind and the day.
struct Kind {
    id: &'static str,
    needs: Vec<&'static str>,
    may_have: Vec<&'static str>,
    /// The closed list of a field.
    lists: Vec<(&'static str, Vec<&'static str>)>,
}

impl From<EventName> for Kind {
    fn from(name: EventName) -> Kind {
        let mut kind =
            Kind { id: name.id(), needs: Vec::new(), may_have: Vec::new(), lists: Vec::new() };
        for FieldOfEvent { field, is_required, holds, .. } in name.fields() {
            let names = if *is_required { &mut kind.needs } else { &mut kind.may_have };
            names.push(field.id());
            match holds {
                FieldContent::OneOf(ids) if *ids == all::of::<Duty>() => {
                    kind.lists.push((field.id(), deviable()));
                }
                FieldContent::OneOf(ids) => kind.lists.push((field.id(), ids.to_vec())),
                _ => {}
            }
        }
        kind
    }
}

/// The events that can be recorded: a repair decision is recorded by its outcome.
fn recorded() -> impl Iterator<Item = EventName> {
    let names = EventName::ALL.iter().copied();
    names.filter(|name| name.duty() != Some(const { duty_met_by(MetBy::RepairOutcome) }))
}

/// Narrows the fields of an event and gives what each kind asks for.
pub(super) fn narrow(properties: &mut Map<String, Value>) -> Vec<Value> {
    let fields: Vec<String> = properties
        .keys()
        .filter(|field| !["kind", "on"].contains(&field.as_str()))
        .cloned()
        .collect();
    let kinds: Vec<Kind> = recorded().map(Kind::from).collect();
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
        let takes =
            |kind: &&Kind| kind.needs.iter().chain(&kind.may_have).any(|name| name == field);
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

/// The duties whose term the parties can move (RP art. 5).
fn deviable() -> Vec<&'static str> {
    law::duties().filter(|duty| LAW.may_be_deviated_from(*duty)).map(Duty::id).collect()
}
