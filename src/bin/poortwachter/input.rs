//! Reading a case or a protocol.

use crate::failure::Failure;
use crate::json_path;
use crate::json_place::{self, Place};
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
    let source = Source::read(path)?;
    let form: CaseForm = source.form("a case", CASE)?;
    Case::try_from(form).map_err(|error| source.wrong(&error.field(), &error))
}

/// The protocol in a file, or on standard input.
pub(crate) fn protocol(path: &Path) -> Result<Protocol, Failure> {
    let source = Source::read(path)?;
    let form: ProtocolForm = source.form("a protocol", PROTOCOL)?;
    Protocol::try_from(form).map_err(|error| source.wrong(error.field(), &error))
}

const CASE: &str = "{\"spells\":[{\"first_day\":\"2026-01-05\"}]}";
const PROTOCOL: &str = "{\"version\":1,\"name\":\"House rules\"}";

/// A text and what to call it.
struct Source {
    name: String,
    text: String,
}

impl Source {
    fn read(path: &Path) -> Result<Source, Failure> {
        let (name, bytes) = if path == Path::new("-") {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().read_to_end(&mut bytes);
            ("standard input".to_string(), read.map(|_| bytes))
        } else {
            (path.display().to_string(), std::fs::read(path))
        };
        let at = |what: &str| Failure::told(format!("{name}: {what}"));
        let bytes = bytes.map_err(|error| at(&unreadable(&error)))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| at("this is not UTF-8 text: save the file as UTF-8"))?;
        Ok(Source { name, text })
    }

    /// Some editors begin a file with a byte order mark.
    fn text(&self) -> &str {
        self.text.strip_prefix('\u{feff}').unwrap_or(&self.text)
    }

    /// What stands in it, not yet checked.
    fn form<T: DeserializeOwned>(&self, what: &str, example: &str) -> Result<T, Failure> {
        let (name, text) = (&self.name, self.text());
        if text.trim().is_empty() {
            let message = format!("{name}: there is nothing in it: {what} looks like {example}");
            return Err(Failure::told(message));
        }
        let is_json = || serde_json::from_str::<IgnoredAny>(text).is_ok();
        if !text.trim_start().starts_with('{') && is_json() {
            return Err(Failure::told(format!("{name}: {what} is a JSON object, {example}")));
        }
        serde_json::from_str(text)
            .map_err(|error| Failure::told(format!("{name}:{}", malformed(text, &error))))
    }

    /// A field that cannot be right, and where it stands.
    fn wrong(&self, field: &str, what: &dyn std::fmt::Display) -> Failure {
        let place = json_place::of(self.text(), field);
        let what = what.to_string();
        // Some say the field themselves.
        let said = if what.starts_with(field) { String::new() } else { format!("{field}: ") };
        Failure::told(format!("{}:{place}: {said}{what}", self.name))
    }
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
    let (line, column) = (error.line(), error.column());
    let full = error.to_string();
    let what = full.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&full);
    if error.classify() != Category::Data {
        let place = Place::new(text, line, column);
        if error.is_eof() {
            return format!("{place}: the text ends too early: close what is open there");
        }
        return format!("{place}: {what}: correct the JSON there");
    }
    let path = json_path::at(text, line, column);
    let place = json_place::of(text, &path);
    let what = in_words(what);
    let remedy = match &what {
        what if what.starts_with("there is no such day") => "write days as 2026-01-05",
        what if what.starts_with("unknown field") => "correct the name or remove it",
        what if what.starts_with("missing field") => "add it",
        what if what.starts_with("duplicate field") => "keep one of them",
        _ => "correct the value",
    };
    let colon = if path.is_empty() { "" } else { ": " };
    format!("{place}: {path}{colon}{what}: {remedy}")
}

/// The same for one line of many, whose number the caller says.
pub(crate) fn malformed_line(text: &str, error: &serde_json::Error) -> String {
    if error.classify() == Category::Data && !text.trim_start().starts_with('{') {
        return "a case is a JSON object, {\"spells\":[{\"first_day\":\"2026-01-05\"}]}".into();
    }
    let said = malformed(text, error);
    said.strip_prefix("1:").map_or(said.clone(), |rest| format!("column {rest}"))
}

/// What serde and chrono say, in the words of JSON and without the value that stands there.
fn in_words(what: &str) -> String {
    if let Some((found, expected)) = what
        .strip_prefix("invalid type: ")
        .or_else(|| what.strip_prefix("invalid value: "))
        .and_then(|rest| rest.rsplit_once(", expected "))
    {
        let found = found.split([' ', '`', '"']).next().unwrap_or(found);
        return format!("here stands {}, but it must be {}", json_type(found), json_type(expected));
    }
    match what {
        "premature end of input"
        | "trailing input"
        | "input contains invalid characters"
        | "input is out of range"
        | "no possible date and time matching input" => "there is no such day".to_string(),
        what => what.to_string(),
    }
}

fn json_type(name: &str) -> &str {
    match name {
        "map" => "an object",
        "sequence" | "a sequence" => "a list",
        "string" => "a string",
        "integer" | "floating" => "a number",
        "boolean" => "a boolean",
        "a boolean" => "true or false",
        "a formatted date string" => "a day such as \"2026-01-05\"",
        "u16" | "u32" => "a whole number from 0 on",
        name if name.starts_with("struct ") => "an object",
        name => name,
    }
}
