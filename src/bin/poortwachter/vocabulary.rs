//! What a name is that one command shows and another one does not take.

use poortwachter::change::RecordWhy;
use poortwachter::law::{Kind, LAW, MetBy};
use poortwachter::near;
use poortwachter::protocol::presets;
use poortwachter::wire::schema::Schema;
use poortwachter::{EventName, Milestone};
use serde_json::Value;

/// What a name is and which command takes or shows it; none where no command knows it.
pub(crate) fn of(name: &str) -> Option<String> {
    if name == END_OF_WAGE_SANCTION {
        return Some(
            "no line of its own, as the sanction ends with the wages: explain end-of-wages".into(),
        );
    }
    if name == Milestone::WIA_START.id() {
        let before = Milestone::END_OF_WAITING_PERIOD.id();
        return Some(format!("a milestone, the day after {before} (poortwachter explain)"));
    }
    if let Some(rule) = LAW.rule(name) {
        return Some(match rule.kind {
            Kind::Duty(..) => "a duty (poortwachter law, explain)".into(),
            Kind::Milestone(_) => "a milestone (poortwachter law, explain)".into(),
            Kind::Possibility(_) => "a possibility (poortwachter law, explain)".into(),
            _ => "a rule that duties and milestones build on (poortwachter law)".into(),
        });
    }
    if EventName::of(name).is_some() {
        return Some("an event (poortwachter timeline --help, what-if --add)".into());
    }
    if presets::named(name).is_some() || name == crate::files::DEFAULT_PROTOCOL {
        return Some(format!("a protocol (poortwachter protocol show {name})"));
    }
    if name.parse::<Schema>().is_ok() {
        return Some(format!("a schema (poortwachter schema {name})"));
    }
    let shown = Schema::ALL.iter().find_map(|schema| {
        let whole = serde_json::from_str(&schema.json()).ok()?;
        let field = field_of(&whole, name)?;
        Some(format!("a value of \"{field}\" (poortwachter schema {})", schema.id()))
    });
    let of_diff = || OF_DIFF.contains(&name) || name.parse::<RecordWhy>().is_ok();
    shown.or_else(|| of_diff().then(|| "a word of poortwachter diff".into()))
}

/// What the last day of a sanction would be called: the text shows it under the milestones.
const END_OF_WAGE_SANCTION: &str = "end-of-wage-sanction";

/// What `diff` says of lines and cases that stand in one file only; no schema holds it.
const OF_DIFF: [&str; 4] = ["only-in-old", "only-in-new", "presence", "present"];

/// The field that can have this value, by a schema.
fn field_of(schema: &Value, name: &str) -> Option<String> {
    match schema {
        Value::Object(object) => {
            let fields = object.get("properties").and_then(Value::as_object);
            let has = |(_, field): &(&String, &Value)| is_value_of(field, name);
            let found = fields.and_then(|fields| fields.iter().find(has));
            found
                .map(|(field, _)| field.clone())
                .or_else(|| object.values().find_map(|value| field_of(value, name)))
        }
        Value::Array(list) => list.iter().find_map(|value| field_of(value, name)),
        _ => None,
    }
}

/// Whether a field, or an entry of a list in it, can have this value.
fn is_value_of(field: &Value, name: &str) -> bool {
    let listed = field["enum"].as_array().is_some_and(|list| list.iter().any(|one| one == name));
    listed || field["const"] == name || field.get("items").is_some_and(|one| is_value_of(one, name))
}

/// Why nothing of the kind that is wanted has this name: what the name is, or what is near it.
pub(crate) fn unknown<'k>(
    name: &str,
    wanted: &str,
    known: impl Iterator<Item = &'k str>,
) -> String {
    match of(name) {
        Some(what) => format!("this is {what}; name {wanted}"),
        None => {
            let near = near::names(name, known).join(", ");
            format!("this name is unknown; name {wanted}, such as {near}")
        }
    }
}

/// The duties by which an event can be recorded, and the plain events.
pub(crate) fn events() -> impl Iterator<Item = &'static str> {
    let has_own_event =
        |name: &&str| LAW.rule(name).is_none_or(|rule| rule.met_by.contains(&MetBy::OwnEvent));
    EventName::IDS.iter().copied().filter(has_own_event)
}
