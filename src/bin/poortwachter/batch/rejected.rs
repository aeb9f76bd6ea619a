//! Cases without an answer: where they go and how they are counted.

use super::output::{NewFile, unwritable};
use super::rows::Rejected;
use super::sink::Place;
use crate::failure::{Failure, LONGEST, bounded};
use crate::page::steers;
use poortwachter::Lang;
use std::borrow::Cow;
use std::io::Write;
use std::path::{Path, PathBuf};

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

/// Cases without an answer, one JSON object a line. The file is made for the first of them.
pub(crate) struct RejectedFile {
    /// None is standard error.
    path: Option<PathBuf>,
    file: Option<NewFile>,
    count: u64,
}

impl RejectedFile {
    pub(crate) fn of(path: Option<&Path>, output: Option<&Path>) -> RejectedFile {
        let beside = |output: &Path| {
            let mut name = output.as_os_str().to_os_string();
            name.push(".rejected.jsonl");
            PathBuf::from(name)
        };
        let path = path.map(Path::to_path_buf).or_else(|| output.map(beside));
        RejectedFile { path, file: None, count: 0 }
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
        let record = format!("{{{file}\"{place}\":{line},\"id\":{id},\"error\":{error}}}");
        let Some(path) = &self.path else {
            let _ = writeln!(std::io::stderr(), "{record}");
            return Ok(());
        };
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(NewFile::at(path)?),
        };
        writeln!(file, "{record}").map_err(|error| unwritable(&path.display().to_string(), &error))
    }

    /// How many there are and where they stand.
    pub(crate) fn finish(self) -> Result<(u64, Option<String>), Failure> {
        let Some(file) = self.file else {
            // A file of an earlier run would tell of cases that have an answer now.
            if let Some(path) = self.path.filter(|_| self.count == 0) {
                let _ = std::fs::remove_file(path);
            }
            return Ok((self.count, None));
        };
        file.finish()?;
        Ok((self.count, self.path.map(|path| path.display().to_string())))
    }
}
