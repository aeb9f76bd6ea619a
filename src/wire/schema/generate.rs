//! From the structs to a schema: derived, tidied, and made as narrow as the reader is.

use super::{Schema, event, fields, rules};
use crate::lang::Lang;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// A day with ten characters. Whether there is such a day, `format` and the reader say.
const DAY: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// The schema of something that is read: what may be absent is not required.
pub(super) fn of_input<T: JsonSchema>(schema: Schema) -> Value {
    finish::<T>(schema, SchemaSettings::draft2020_12().for_deserialize())
}

/// The schema of something that is written: what is always there is required.
pub(super) fn of_answer<T: JsonSchema>(schema: Schema) -> Value {
    finish::<T>(schema, SchemaSettings::draft2020_12().for_serialize())
}

fn finish<T: JsonSchema>(schema: Schema, settings: SchemaSettings) -> Value {
    let name = T::schema_name();
    let mut derived = settings.into_generator().into_root_schema_for::<T>().to_value();
    tidy(&mut derived);
    let mut root = Map::new();
    root.insert("$schema".into(), derived["$schema"].take());
    root.insert("$id".into(), schema.urn().into());
    root.insert("title".into(), schema.name(Lang::En).into());
    root.insert("description".into(), derived["description"].take());
    let Value::Object(derived) = derived else { return derived };
    let (mut form, mut definitions) = (Map::new(), Map::new());
    for (key, value) in derived {
        match (key.as_str(), value) {
            ("$schema" | "title" | "description", _) => {}
            ("$defs", Value::Object(value)) => definitions = value,
            (_, value) => {
                form.insert(key, value);
            }
        }
    }
    narrow(&name, &mut form);
    for (name, definition) in &mut definitions {
        if let Value::Object(definition) = definition {
            narrow(name, definition);
        }
    }
    root.extend(form);
    if !definitions.is_empty() {
        root.insert("$defs".into(), definitions.into());
    }
    Value::Object(root)
}

/// Puts the closed lists, the bounds and what depends on another field into a form.
fn narrow(name: &str, form: &mut Map<String, Value>) {
    let Some(Value::Object(properties)) = form.get_mut("properties") else { return };
    fields::narrow(name, properties);
    let conditions = match name {
        "EventForm" => event::narrow(properties),
        name => rules::of(name),
    };
    if !conditions.is_empty() {
        form.insert("allOf".into(), conditions.into());
    }
}

/// Leaves out what only Rust needs and says how a day is written.
fn tidy(value: &mut Value) {
    match value {
        Value::Object(schema) => {
            if let Some(Value::String(text)) = schema.get_mut("description") {
                *text = first_paragraph(text);
            }
            if schema.get("default").is_some_and(Value::is_null) {
                schema.shift_remove("default");
            }
            let format = schema.get("format").and_then(Value::as_str).map(ToString::to_string);
            match format.as_deref() {
                Some("date") => {
                    schema.insert("pattern".into(), DAY.into());
                }
                // The sizes of Rust are no formats elsewhere.
                Some("uint32") => {
                    schema.shift_remove("format");
                    schema.insert("maximum".into(), json!(u32::MAX));
                }
                Some(format) if format.starts_with("uint") || format.starts_with("int") => {
                    schema.shift_remove("format");
                }
                _ => {}
            }
            schema.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

/// A comment without its example, on one line.
fn first_paragraph(text: &str) -> String {
    let paragraph = text.split("\n\n").next().unwrap_or(text);
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}
