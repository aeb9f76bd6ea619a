//! Cases without an answer: where they go and how they are counted.

use super::args::Format;
use super::rows::Rejected;
use crate::failure::{Failure, LONGEST, bounded};
use crate::files::OutputFile;
use crate::output::{Output, unless_seen};
use crate::page::steers;
use poortwachter::Lang;
use std::borrow::Cow;
use std::io::Write;
use std::path::Path;

/// A number with its thousands apart.
pub(crate) fn grouped(number: u64, lang: Lang) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            text.push_str(lang.pick(".", ","));
        }
        text.push(digit);
    }
    text
}

/// A number of cases.
pub(crate) fn cases(number: u64, lang: Lang) -> String {
    let unit = match number {
        1 => lang.pick("dossier", "case"),
        _ => lang.pick("dossiers", "cases"),
    };
    format!("{} {unit}", grouped(number, lang))
}

/// The longest identifier that is repeated. What is longer is more than an identifier.
const LONGEST_ID: usize = 100;

/// As much of an identifier as it takes to find the case.
fn findable(id: &str) -> Cow<'_, str> {
    let end = id.char_indices().nth(LONGEST_ID).map(|(end, _)| end);
    end.map_or(id.into(), |end| format!("{}\u{2026}", &id[..end]).into())
}

/// A text in JSON, in which nothing steers a terminal.
fn json(text: &str) -> String {
    let text = serde_json::Value::from(text).to_string();
    if !text.contains(steers) {
        return text;
    }
    text.chars()
        .map(|c| if steers(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() })
        .collect()
}

/// How a place in the input is named, and how many lie before the next piece.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) name: &'static str,
    pub(crate) before: u64,
}

impl Place {
    pub(super) fn of(format: Format) -> Place {
        match format {
            Format::Parquet => Place { name: "row", before: 0 },
            Format::Csv | Format::Tsv => Place { name: "line", before: 1 },
            Format::Jsonl => Place { name: "line", before: 0 },
        }
    }
}

/// Cases without an answer, one JSON object a line.
pub(crate) struct RejectedFile {
    file: Option<Output>,
    /// A file that nobody named is made for the first of them; None is standard error.
    unnamed: Option<OutputFile>,
    count: u64,
}

impl RejectedFile {
    /// A file that was named is replaced whatever there is to tell, as every output is.
    pub(crate) fn of(
        named: Option<&OutputFile>,
        unnamed: Option<OutputFile>,
    ) -> Result<RejectedFile, Failure> {
        let file = named.map(|file| Output::to(Some(file))).transpose()?;
        Ok(RejectedFile { file, unnamed, count: 0 })
    }

    /// Takes one in; `file` names the input where there are several.
    pub(crate) fn put(
        &mut self,
        file: Option<&str>,
        place: &Place,
        rejected: &Rejected,
    ) -> Result<(), Failure> {
        self.count += 1;
        let line = place.before + rejected.line;
        let id = rejected.id.as_deref().map_or("null".to_string(), |id| json(&findable(id)));
        let (place, error) = (place.name, json(&bounded(&rejected.error, LONGEST)));
        let file = file.map_or(String::new(), |name| format!("\"file\":{},", json(name)));
        let record = format!("{{{file}\"{place}\":{line},\"id\":{id},\"error\":{error}}}\n");
        let file = match (&mut self.file, &self.unnamed) {
            (Some(file), _) => file,
            (none, Some(unnamed)) => none.insert(Output::to(Some(unnamed))?),
            (None, None) => {
                let _ = std::io::stderr().write_all(record.as_bytes());
                return Ok(());
            }
        };
        // Who closes a pipe of these has seen enough of them, not of the answers.
        unless_seen(file.put(record.as_bytes()))
    }

    /// How many there are and where they stand.
    pub(crate) fn finish(self) -> Result<(u64, Option<String>), Failure> {
        let Some(file) = self.file else {
            // Nothing was rejected, or standard error told of it.
            if let Some(path) = self.unnamed.as_ref().and_then(OutputFile::path) {
                remove(path);
            }
            return Ok((self.count, None));
        };
        let name = file.name().to_string();
        unless_seen(file.finish())?;
        Ok((self.count, Some(name).filter(|_| self.count > 0)))
    }
}

/// A file of an earlier run would tell of cases that have an answer now. A link is none of its making.
fn remove(path: &Path) {
    if path.symlink_metadata().is_ok_and(|known| known.is_file()) {
        let _ = std::fs::remove_file(path);
    }
}
