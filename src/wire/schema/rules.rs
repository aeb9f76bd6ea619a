//! What a form asks of one field because of another.

use crate::law::{self, Duty};
use crate::protocol::{AnchorKind, Protocol, ProtocolBuilder};
use crate::wire::protocol::field_of;
use alloc::vec::Vec;
use serde_json::{Value, json};

/// The conditions of a form.
pub(super) fn of(form: &str) -> Vec<Value> {
    match form {
        "LeaveForm" => [
            when(&given("decided_by"), &given("decided_on")),
            when(&given("decided_on"), &given("decided_by")),
        ]
        .into(),
        "DutyRuleForm" => duty_rule(),
        "MomentForm" => moment(),
        "DerivedForm" => derived(),
        _ => Vec::new(),
    }
}

/// Where the first holds, the second must.
pub(super) fn when(condition: &Value, asks: &Value) -> Value {
    json!({"if": condition, "then": asks})
}

/// A field is there, and not null.
pub(super) fn given(field: &str) -> Value {
    json!({"properties": {field: {"not": {"type": "null"}}}, "required": [field]})
}

/// Fields are absent or null.
pub(super) fn absent<'a>(fields: impl IntoIterator<Item = &'a str>) -> Value {
    let null = |field: &'a str| (field.into(), json!({"type": "null"}));
    json!({"properties": fields.into_iter().map(null).collect::<serde_json::Map<_, _>>()})
}

/// A field holds one of these.
pub(super) fn holds(field: &str, values: &[&str]) -> Value {
    json!({"properties": {field: {"enum": values}}, "required": [field]})
}

/// Which duties can be left out or be given a rhythm, a protocol itself says.
fn duty_rule() -> Vec<Value> {
    let accepted = |change: fn(ProtocolBuilder, Duty) -> ProtocolBuilder| -> Vec<&'static str> {
        law::duties()
            .filter(|duty| change(Protocol::builder("any"), *duty).build().is_ok())
            .map(Duty::id)
            .collect()
    };
    let left_out = json!({"properties": {"left_out": {"const": true}}, "required": ["left_out"]});
    [
        when(&left_out, &holds("duty", &accepted(ProtocolBuilder::leave_out))),
        when(
            &given("every_weeks"),
            &holds("duty", &accepted(|protocol, duty| protocol.every_weeks(duty, 1))),
        ),
    ]
    .into()
}

/// What a step of that kind always has.
fn derived() -> Vec<Value> {
    const HAS: [(&str, &[&str]); 7] = [
        (
            "sum",
            &[
                "start",
                "start_counts",
                "phrase",
                "count",
                "clock",
                "layer",
                "version",
                "citation",
                "text",
            ],
        ),
        ("prolonged", &["kind"]),
        ("agreed", &["reason"]),
        ("extended", &["from", "citation", "text"]),
        ("not-extended", &["why"]),
        ("working-day-before", &["from"]),
        ("no-day", &["why"]),
    ];
    let has = |(step, fields): &(&str, &[&str])| {
        when(&holds("step", &[step]), &json!({"required": fields}))
    };
    HAS.iter().map(has).collect()
}

const DISTANCES: [&str; 4] = ["days_before", "days_after", "sick_weeks_before", "sick_weeks_after"];

/// An anchor has the field that it needs and no other; there is at most one distance.
fn moment() -> Vec<Value> {
    let mut conditions = Vec::new();
    for field in ["week", "duty", "event"] {
        let takes = AnchorKind::ALL.iter().filter(|anchor| field_of(**anchor) == Some(field));
        let anchors: Vec<&str> = takes.map(|anchor| anchor.id()).collect();
        conditions.push(json!({
            "if": holds("anchor", &anchors),
            "then": given(field),
            "else": absent([field]),
        }));
    }
    for distance in DISTANCES {
        let others = DISTANCES.into_iter().filter(|other| *other != distance);
        conditions.push(when(&given(distance), &absent(others)));
    }
    conditions
}
