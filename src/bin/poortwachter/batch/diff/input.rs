//! A file line by line or row by row, and what it holds by the look of it.

use crate::batch::args::Format;
use crate::batch::job::Job;
use crate::batch::lines;
use crate::batch::look;
use crate::batch::open;
#[cfg(feature = "parquet")]
use crate::batch::parquet_in::Columns;
use crate::batch::pipeline::Source;
use crate::batch::reading::header_of;
#[cfg(not(feature = "parquet"))]
use crate::batch::sink::without_parquet;
use crate::failure::Failure;
use crate::files::InputFile;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// What stands in a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// No line at all.
    Nothing,
    Cases,
    /// What `batch --obligations` wrote.
    Records,
}

/// One of the two files.
pub(super) struct Input {
    pub(super) name: String,
    pub(super) holds: Holds,
    pub(super) body: Body,
}

/// How a file is read.
pub(super) enum Body {
    Lines(Lines),
    #[cfg(feature = "parquet")]
    Rows(Columns),
}

/// Lines with their numbers.
pub(super) struct Lines {
    /// The first line of a CSV file.
    pub(super) header: Option<Vec<u8>>,
    lines: lines::Lines,
    piece: Box<Job>,
    at: usize,
    number: u64,
}

/// A line with its number, from 1; without text where it is too long to be kept.
type NumberedLine<'l> = (u64, Option<&'l [u8]>);

/// The fields by which a line of JSON is known.
#[derive(Deserialize)]
struct Look {
    spells: Option<IgnoredAny>,
    duty: Option<IgnoredAny>,
    counted_day: Option<IgnoredAny>,
}

impl Input {
    pub(super) fn open(file: &InputFile) -> Result<Input, Failure> {
        let (name, (bytes, _)) = (file.name(), open(file)?);
        let mut lines = lines::Lines::of(bytes, name.clone())?;
        let wrong = |what: String| Failure::message(format!("{name}: {what}"));
        let start = lines.start().trim_ascii_start();
        if start.starts_with(b"PAR1") {
            return Input::parquet(file);
        }
        look::check(start, Format::Jsonl).map_err(wrong)?;
        let (holds, header) = match start.first() {
            None => (Holds::Nothing, None),
            Some(b'{') => (of_json(start).map_err(wrong)?, None),
            Some(_) => {
                let header = lines.first_line()?;
                let (names, _) = header_of(&header).map_err(wrong)?;
                (of_columns(names).map_err(wrong)?, Some(header))
            }
        };
        let number = u64::from(header.is_some());
        let lines = Lines { header, lines, piece: Box::default(), at: 0, number };
        Ok(Input { name, holds, body: Body::Lines(lines) })
    }

    #[cfg(feature = "parquet")]
    fn parquet(file: &InputFile) -> Result<Input, Failure> {
        let (columns, name) = (Columns::open(file)?, file.name());
        let names = columns.schema().fields().iter().map(|field| field.name().as_str());
        let holds =
            of_columns(names).map_err(|what| Failure::message(format!("{name}: {what}")))?;
        Ok(Input { name, holds, body: Body::Rows(columns) })
    }

    #[cfg(not(feature = "parquet"))]
    fn parquet(_file: &InputFile) -> Result<Input, Failure> {
        Err(without_parquet())
    }
}

impl Lines {
    /// The next line that is not empty.
    pub(super) fn next(&mut self) -> Result<Option<NumberedLine<'_>>, Failure> {
        loop {
            if self.at >= self.piece.text.len() {
                if !self.lines.fill(&mut self.piece)? {
                    return Ok(None);
                }
                self.at = 0;
                if self.piece.too_long {
                    self.number += 1;
                    return Ok(Some((self.number, None)));
                }
            }
            let start = self.at;
            let rest = &self.piece.text[start..];
            self.at += memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
            self.number += 1;
            if !self.piece.text[start..self.at].trim_ascii().is_empty() {
                return Ok(Some((self.number, Some(&self.piece.text[start..self.at]))));
            }
        }
    }
}

/// By the first line that can be read.
fn of_json(start: &[u8]) -> Result<Holds, String> {
    for line in start.split(|byte| *byte == b'\n') {
        let Ok(look) = serde_json::from_slice::<Look>(line) else { continue };
        if look.counted_day.is_some() && look.spells.is_none() {
            return Err(NO_OBLIGATIONS.into());
        }
        if look.spells.is_some() || look.duty.is_some() {
            let is_case = look.spells.is_some();
            return Ok(if is_case { Holds::Cases } else { Holds::Records });
        }
    }
    Ok(Holds::Cases)
}

fn of_columns<'n>(mut names: impl Iterator<Item = &'n str> + Clone) -> Result<Holds, String> {
    let has = |name: &str| names.clone().any(|other| other == name);
    if has("counted_day") {
        return Err(NO_OBLIGATIONS.into());
    }
    Ok(if names.any(|name| name == "duty") { Holds::Records } else { Holds::Cases })
}

const NO_OBLIGATIONS: &str = "this is an answer of batch with one row a case, which has no dates to \
                              compare: make it with --obligations, or compare the cases themselves";
