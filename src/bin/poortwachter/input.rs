//! Reading a case or a protocol.

use crate::failure::Failure;
use crate::files::InputFile;
use crate::json_path;
use crate::json_place::{self, Place};
use crate::vocabulary;
use poortwachter::Day;
use poortwachter::near;
use poortwachter::protocol::{Protocol, ProtocolError};
use poortwachter::wire::{CaseForm, ProtocolForm};
use poortwachter::{Case, CaseError, ParseDayError};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::error::Category;
use std::fmt::Display;
use std::io::ErrorKind;

/// The case of somebody who is still sick, with nothing recorded.
pub(crate) fn first_sick_day(day: Day) -> Result<Case, Failure> {
    let case = Case::builder().sick_since(day).build();
    case.map_err(|error| Failure::message(format!("--first-sick-day: {error}")))
}

/// The case in a file, or on standard input.
pub(crate) fn file(file: &InputFile) -> Result<Case, Failure> {
    let source = Source::read(file)?;
    let form: CaseForm = source.form(&CASE)?;
    Case::try_from(form).map_err(|error| source.wrong(&error.field(), &said(&error)))
}

/// The protocol in a file, or on standard input.
pub(crate) fn protocol(file: &InputFile) -> Result<Protocol, Failure> {
    let source = Source::read(file)?;
    let form: ProtocolForm = source.form(&PROTOCOL)?;
    Protocol::try_from(form).map_err(|error| {
        let meant = match &error {
            ProtocolError::UnknownValue { value, known, .. } => near::close(value, known),
            _ => None,
        };
        source.wrong(error.field(), &or_meant(&error, "value", meant))
    })
}

/// What is wrong with the facts of a case; of an unknown name the one that was probably meant.
fn said(error: &CaseError) -> String {
    match error {
        CaseError::UnknownKind { kind, .. } => {
            let known: Vec<&str> = vocabulary::events().collect();
            or_meant(error, "kind of event", near::close(kind, &known))
        }
        CaseError::UnknownValue { value, known, .. } => {
            or_meant(error, "value", near::close(value, known))
        }
        error => error.to_string(),
    }
}

fn or_meant(error: &impl Display, what: &str, meant: Option<&str>) -> String {
    match meant {
        Some(meant) => format!("this {what} is unknown: did you mean \"{meant}\"?"),
        None => error.to_string(),
    }
}

/// What stands in a JSON text.
pub(crate) struct Form {
    what: &'static str,
    example: &'static str,
    /// What lists its fields.
    fields: &'static str,
    /// Which commands read many of them, one a line.
    many: Option<&'static str>,
}

pub(crate) const CASE: Form = Form {
    what: "a case",
    example: "{\"spells\":[{\"first_day\":\"2026-01-05\"}]}",
    fields: "poortwachter schema case",
    many: Some("batch, horizon or diff"),
};

const PROTOCOL: Form = Form {
    what: "a protocol",
    example: "{\"version\":1,\"name\":\"House rules\"}",
    fields: "poortwachter schema protocol",
    many: None,
};

pub(crate) const ANSWER: Form = Form {
    what: "a line of batch --obligations",
    example: "{\"id\":\"A-17\",\"duty\":\"wia-claim\",...}",
    fields: "docs/files.md",
    many: None,
};

/// A text and what to call it.
pub(crate) struct Source {
    name: String,
    text: String,
}

impl Source {
    pub(crate) fn read(file: &InputFile) -> Result<Source, Failure> {
        let name = file.name();
        let at = |what: &str| Failure::message(format!("{name}: {what}"));
        let bytes = file.read().map_err(|error| at(&unreadable(&error)))?;
        if bytes.contains(&0) {
            return Err(at(NO_TEXT));
        }
        let text = String::from_utf8(bytes).map_err(|_| at(NO_UTF_8))?;
        Ok(Source { name, text })
    }

    /// Some editors begin a file with a byte order mark.
    pub(crate) fn text(&self) -> &str {
        self.text.strip_prefix('\u{feff}').unwrap_or(&self.text)
    }

    /// What stands in it, not yet checked.
    fn form<T: DeserializeOwned>(&self, form: &Form) -> Result<T, Failure> {
        let (name, text) = (&self.name, self.text());
        let Form { what, example, .. } = form;
        let told = |what: String| Failure::message(format!("{name}:{what}"));
        if text.trim().is_empty() {
            return Err(told(format!(" there is nothing in it: {what} looks like {example}")));
        }
        let is_json = || serde_json::from_str::<IgnoredAny>(text).is_ok();
        let start = text.trim_start();
        if start.starts_with('[') || (!start.starts_with('{') && is_json()) {
            return Err(told(format!(" {what} is a JSON object, {example}")));
        }
        serde_json::from_str(text).map_err(|error| {
            told(match form.many.filter(|_| are_lines(text)) {
                Some(many) => several(many),
                None => malformed(text, &error, form),
            })
        })
    }

    /// A field that cannot be right, and where it stands.
    fn wrong(&self, field: &str, what: &str) -> Failure {
        let place = json_place::of(self.text(), field);
        Failure::message(format!("{}:{place}: {field}: {what}", self.name))
    }
}

/// UTF-16, of which every other byte of plain text is zero, or no text at all.
pub(crate) const NO_TEXT: &str =
    "there are zero bytes in it, as in UTF-16 or in what is no text: save the file as UTF-8";

pub(crate) const NO_UTF_8: &str = "this is not UTF-8 text: save the file as UTF-8";

fn several(many: &str) -> String {
    format!(" this is JSON Lines with several cases: use {many}, or name a file with one case")
}

/// Whether the first line is a JSON object and another one follows it.
fn are_lines(text: &str) -> bool {
    let mut lines = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
    let (first, second) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let is_open = |line: &str| line.trim_start().starts_with('{');
    let is_whole = || serde_json::from_str::<IgnoredAny>(first).is_ok();
    is_open(first) && is_open(second) && is_whole()
}

pub(crate) fn unreadable(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file: check the path".into(),
        ErrorKind::PermissionDenied => "no permission to read it".into(),
        ErrorKind::IsADirectory => "this is a directory: name a file in it".into(),
        _ => format!("cannot read it: {error}"),
    }
}

/// What is wrong with the JSON, where, and what to do. Nothing that stands in the text is said but the
/// names of known fields.
fn malformed(text: &str, error: &serde_json::Error, form: &Form) -> String {
    let (line, column) = (error.line(), error.column());
    let full = error.to_string();
    let what = full.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&full);
    if error.classify() != Category::Data {
        let place = Place::new(text, line, column);
        return match error.is_eof() {
            true => format!("{place}: the text ends too early: close what is open there"),
            false => format!("{place}: {what}: correct the JSON there"),
        };
    }
    let path = json_path::at(text, line, column);
    let place = json_place::of(text, &path.field());
    // A name that is not known is content of the file.
    let known = if what.starts_with(UNKNOWN) { path.parent() } else { path.field() };
    let colon = if known.is_empty() { "" } else { ": " };
    format!("{place}: {known}{colon}{}", in_words(what, form))
}

/// The same for one line of many, whose number the caller says.
pub(crate) fn malformed_line(text: &str, error: &serde_json::Error, form: &Form) -> String {
    if error.classify() == Category::Data && !text.trim_start().starts_with('{') {
        return format!("{} is a JSON object, {}", form.what, form.example);
    }
    let said = malformed(text, error, form);
    said.strip_prefix("1:").map_or(said.clone(), |rest| format!("column {rest}"))
}

const UNKNOWN: &str = "unknown field `";

/// What serde says, in the words of JSON and without what stands in the text.
fn in_words(what: &str, form: &Form) -> String {
    if let Some((name, known)) =
        what.strip_prefix(UNKNOWN).and_then(|rest| rest.rsplit_once("`, expected "))
    {
        let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
        return match near::close(name, &known) {
            Some(meant) => format!("unknown field: did you mean \"{meant}\"?"),
            None => format!("unknown field: remove it; {} lists the fields", form.fields),
        };
    }
    let named = |start| what.strip_prefix(start)?.strip_suffix('`');
    if let Some(name) = named("missing field `") {
        return format!("missing field \"{name}\": add it");
    }
    if named("duplicate field `").is_some() {
        return "this field stands there twice: keep one of them".to_string();
    }
    let wrong =
        what.strip_prefix("invalid type: ").or_else(|| what.strip_prefix("invalid value: "));
    match wrong.and_then(|rest| rest.rsplit_once(", expected ")) {
        Some((found, expected)) => {
            let found = found.split([' ', '`', '"']).next().unwrap_or(found);
            let (found, expected) = (json_type(found), json_type(expected));
            format!("here stands {found}, but it must be {expected}: correct the value")
        }
        None if what == ParseDayError.to_string() => what.to_string(),
        None => "this cannot be read: correct the value".to_string(),
    }
}

fn json_type(name: &str) -> &str {
    match name {
        "map" => "an object",
        "sequence" | "a sequence" => "a list",
        "string" => "a string",
        "integer" | "floating" | "number" => "a number",
        "boolean" => "a boolean",
        "a boolean" => "true or false",
        "a day" => "a day such as \"2026-01-05\"",
        "u16" | "u32" => "a whole number from 0 on, not too large",
        name if name.starts_with("struct ") => "an object",
        name => name,
    }
}
