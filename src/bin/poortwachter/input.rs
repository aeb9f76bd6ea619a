//! Reading a case or a protocol.

use crate::failure::Failure;
use crate::json_path;
use chrono::NaiveDate;
use poortwachter::Case;
use poortwachter::protocol::Protocol;
use poortwachter::wire::{CaseForm, ProtocolForm};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::error::Category;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// The case of somebody who is still sick, with nothing recorded.
pub(crate) fn first_sick_day(day: NaiveDate) -> Result<Case, Failure> {
    let case = Case::builder().sick_since(day).build();
    case.map_err(|error| Failure::told(format!("--first-sick-day: {error}")))
}

/// The case in a file, or on standard input.
pub(crate) fn file(path: &Path) -> Result<Case, Failure> {
    let (name, form): (String, CaseForm) = form(path, "a case", CASE)?;
    Case::try_from(form)
        .map_err(|error| Failure::told(format!("{name}: {}: {error}", error.field())))
}

/// The protocol in a file, or on standard input.
pub(crate) fn protocol(path: &Path) -> Result<Protocol, Failure> {
    let (name, form): (String, ProtocolForm) = form(path, "a protocol", PROTOCOL)?;
    Protocol::try_from(form)
        .map_err(|error| Failure::told(format!("{name}: {}: {error}", error.field())))
}

const CASE: &str = "{\"spells\":[{\"first_day\":\"2026-01-05\"}]}";
const PROTOCOL: &str = "{\"version\":1,\"name\":\"House rules\"}";

/// What stands in a file, not yet checked, with the name of the file.
fn form<T: DeserializeOwned>(
    path: &Path,
    what: &str,
    example: &str,
) -> Result<(String, T), Failure> {
    let (name, bytes) = if path == Path::new("-") {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        ("standard input".to_string(), read.map(|_| bytes))
    } else {
        (path.display().to_string(), std::fs::read(path))
    };
    let at = |what: String| Failure::told(format!("{name}: {what}"));
    let bytes = bytes.map_err(|error| at(unreadable(&error)))?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| at("this is not UTF-8 text: save the file as UTF-8".into()))?;
    // Some editors begin a file with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(at(format!("there is nothing in it: {what} looks like {example}")));
    }
    if !text.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(text).is_ok() {
        return Err(at(format!("{what} is a JSON object, {example}")));
    }
    let form = serde_json::from_str(text).map_err(|error| at(malformed(text, &error)))?;
    Ok((name, form))
}

pub(crate) fn unreadable(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file: check the path".into(),
        ErrorKind::PermissionDenied => "no permission to read it".into(),
        ErrorKind::IsADirectory => "this is a directory: name a file in it".into(),
        _ => format!("cannot read it: {error}"),
    }
}

/// What is wrong with the JSON, where, and what to do.
fn malformed(text: &str, error: &serde_json::Error) -> String {
    let place = format!("line {} column {}", error.line(), error.column());
    match fault(text, error) {
        Fault::Json(what) => format!("{place}: {what}: correct the JSON there"),
        Fault::NoCase => NO_CASE.into(),
        Fault::Field { path, what, remedy } => format!("{path}{what} ({place}){remedy}"),
    }
}

/// The same for one line of many, without a value that stands in it.
pub(crate) fn malformed_line(text: &str, error: &serde_json::Error) -> String {
    match fault(text, error) {
        Fault::Json(what) => format!("column {}: {what}: correct the JSON there", error.column()),
        Fault::NoCase => NO_CASE.into(),
        Fault::Field { path, what, remedy } => {
            let expected = what.rsplit_once(", expected ").map(|(_, expected)| expected);
            let what = match (what.split_once(": "), expected) {
                (Some((what @ ("invalid type" | "invalid value"), _)), Some(expected)) => {
                    format!("{what}, expected {expected}")
                }
                _ => what,
            };
            format!("{path}{what}{remedy}")
        }
    }
}

const NO_CASE: &str = "a case is a JSON object, {\"spells\":[{\"first_day\":\"2026-01-05\"}]}";

enum Fault {
    /// It is no JSON.
    Json(String),
    /// It is something else than a case.
    NoCase,
    /// A field is wrong; its path ends in a colon where there is one.
    Field { path: String, what: String, remedy: &'static str },
}

fn fault(text: &str, error: &serde_json::Error) -> Fault {
    let (line, column) = (error.line(), error.column());
    let full = error.to_string();
    let what = full.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&full);
    if error.classify() != Category::Data {
        return Fault::Json(what.to_string());
    }
    if !text.trim_start().starts_with('{') {
        return Fault::NoCase;
    }
    let mut path = json_path::at(text, line, column);
    if !path.is_empty() {
        path += ": ";
    }
    let what = match what {
        // What chrono says of a day.
        "premature end of input"
        | "trailing input"
        | "input contains invalid characters"
        | "input is out of range"
        | "no possible date and time matching input" => "there is no such day".to_string(),
        what => what.replace("a formatted date string", "a day such as \"2026-01-05\""),
    };
    let remedy = match &what {
        what if what.starts_with("there is no such day") => ": write days as 2026-01-05",
        what if what.starts_with("unknown field") => ": correct the name or remove it",
        what if what.starts_with("missing field") => ": add it",
        what if what.starts_with("duplicate field") => ": keep one of them",
        _ => ": correct the value",
    };
    Fault::Field { path, what, remedy }
}
