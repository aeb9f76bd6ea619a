//! From lines of text to rows of answers.

use super::job::Job;
use super::lines::LONGEST_LINE;
use super::rows::{Ask, Rows, at_field, same_id};
use super::same_id::{Mark, Marker};
use crate::failure::Failure;
use crate::input;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use poortwachter::Case;
use poortwachter::batch::Worker;
use poortwachter::wire::{CaseColumns, CaseReader};
use serde::de::DeserializeSeed;

/// How a line becomes a case.
#[derive(Clone)]
pub(crate) enum Form {
    Json,
    Csv(Table),
}

/// The columns of a CSV file and what stands between them.
#[derive(Clone)]
pub(crate) struct Table {
    columns: CaseColumns,
    delimiter: u8,
}

impl Table {
    /// From the first line.
    pub(crate) fn of(header: &[u8], name: &str) -> Result<Table, Failure> {
        let wrong = |what: String| Failure::message(format!("{name}: {what}"));
        let (names, delimiter) = header_of(header).map_err(wrong)?;
        let columns = CaseColumns::new(names).map_err(|error| wrong(error.to_string()))?;
        Ok(Table { columns, delimiter })
    }
}

/// The names of the columns and what stands between them: a comma; where the header has none, a
/// semicolon (as spreadsheets in Dutch write it) or a tab.
pub(crate) fn header_of(header: &[u8]) -> Result<(impl Iterator<Item = &str> + Clone, u8), String> {
    let header = std::str::from_utf8(header)
        .map_err(|_| "the header is not UTF-8 text: save the file as UTF-8".to_string())?
        .trim_end();
    if header.is_empty() {
        let names = CaseColumns::NAMES.join(",");
        return Err(format!("there is no header: the first line is {names}"));
    }
    let is_separator = |byte: &u8| header.as_bytes().contains(byte);
    let delimiter = [b',', b';', b'\t'].into_iter().find(is_separator).unwrap_or(b',');
    let names = header.split(char::from(delimiter)).map(|name| name.trim().trim_matches('"'));
    Ok((names, delimiter))
}

/// Reads the lines of one piece after the other.
pub(crate) struct LineReader<'b> {
    cases: LineCases,
    worker: Worker<'b>,
    ask: Ask,
    /// Where identifiers are compared.
    marker: Option<Marker>,
}

impl<'b> LineReader<'b> {
    pub(super) fn new(
        form: Form,
        worker: Worker<'b>,
        ask: Ask,
        marker: Option<Marker>,
    ) -> LineReader<'b> {
        LineReader { cases: LineCases::new(form), worker, ask, marker }
    }

    /// Fills the rows of the piece with that number from its text.
    pub(crate) fn read(&mut self, number: usize, job: &mut Job) {
        let Job { text, rows, marks, lines, too_long, .. } = job;
        rows.begin(number, self.ask);
        marks.clear();
        *lines = 0;
        if *too_long {
            *lines = 1;
            rows.reject(1, None, too_long_a_line());
            return;
        }
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', text) {
            let line = &text[start..=end];
            start = end + 1;
            *lines += 1;
            if !line.trim_ascii().is_empty() {
                self.line(line, *lines, rows, marks);
            }
        }
    }

    fn line(&mut self, line: &[u8], number: u64, rows: &mut Rows, marks: &mut Vec<Mark>) {
        let LineReader { cases, worker, ask, marker } = self;
        let read = match rows.earlier(number) {
            None => cases.read(line, |case| rows.add(case, *ask, worker)),
            Some(first) => Err(same_id("line", first, cases.read(line, |_| ()).err())),
        };
        let id = cases.known_id();
        marks.extend(marker.as_ref().zip(id).and_then(|(marker, id)| marker.mark(number, id)));
        if let Err(error) = read {
            rows.reject(number, id, error);
        }
    }
}

/// What is wrong with a line that was not kept.
pub(crate) fn too_long_a_line() -> String {
    format!("the line is longer than {LONGEST_LINE} bytes: leave it out")
}

/// Reads one line after the other as a case, always in the same memory.
pub(crate) struct LineCases {
    reader: CaseReader,
    cells: Option<Cells>,
}

impl LineCases {
    pub(crate) fn new(form: Form) -> LineCases {
        let cells = match form {
            Form::Json => None,
            Form::Csv(table) => Some(Cells::of(table)),
        };
        LineCases { reader: CaseReader::new(), cells }
    }

    /// Shows the case of a line, or says what is wrong with it.
    pub(crate) fn read<T>(
        &mut self,
        line: &[u8],
        see: impl FnOnce(&Case) -> T,
    ) -> Result<T, String> {
        self.reader.clear();
        let line = std::str::from_utf8(line).map_err(|_| input::NO_UTF_8.to_string())?;
        match &mut self.cells {
            None => read_json(line, &mut self.reader)?,
            Some(cells) => cells.read(line, &mut self.reader)?,
        }
        self.reader.case().map(see).map_err(|error| at_field(&error))
    }

    /// The identifier on the line that was read last, also when the case was refused.
    pub(crate) fn known_id(&self) -> Option<&str> {
        self.reader.known_id()
    }
}

fn read_json(line: &str, reader: &mut CaseReader) -> Result<(), String> {
    if reader.read_quickly(line) {
        return Ok(());
    }
    reader.clear();
    let mut json = serde_json::Deserializer::from_str(line);
    let read = reader.deserialize(&mut json).and_then(|()| json.end());
    read.map_err(|error| input::malformed_line(line, &error, &input::CASE))
}

/// Rows of CSV as cases.
struct Cells {
    columns: CaseColumns,
    splitter: Splitter,
}

impl Cells {
    fn of(table: Table) -> Cells {
        let splitter = Splitter::new(table.delimiter, table.columns.len());
        Cells { columns: table.columns, splitter }
    }

    fn read(&mut self, line: &str, reader: &mut CaseReader) -> Result<(), String> {
        let cell = self.splitter.split(line)?;
        self.columns.read(cell, reader).map_err(|error| error.to_string())
    }
}

/// Takes rows of CSV apart, always in the same memory.
pub(crate) struct Splitter {
    wanted: usize,
    reader: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Splitter {
    /// For rows of so many cells.
    pub(crate) fn new(delimiter: u8, wanted: usize) -> Splitter {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        // One more than there should be, to see it when there are too many.
        Splitter { wanted, reader, text: Vec::new(), ends: vec![0; wanted + 1] }
    }

    /// The cell at each place.
    pub(crate) fn split<'s>(&'s mut self, line: &str) -> Result<impl Fn(usize) -> &'s str, String> {
        let quotes = memchr::memchr_iter(b'"', line.as_bytes()).count();
        if quotes % 2 == 1 {
            return Err("a quote is not closed: a case stands on one line".into());
        }
        if self.text.len() < line.len() {
            self.text.resize(line.len(), 0);
        }
        self.reader.reset();
        let (result, _, text, cells) =
            self.reader.read_record(line.as_bytes(), &mut self.text, &mut self.ends);
        let wanted = self.wanted;
        if cells != wanted || result != ReadRecordResult::Record {
            let many = if cells > wanted { "more".to_string() } else { cells.to_string() };
            return Err(format!("the row has {many} cells, the header has {wanted}"));
        }
        let text = std::str::from_utf8(&self.text[..text]).unwrap_or_default();
        let ends = &self.ends;
        Ok(move |i: usize| {
            let start = i.checked_sub(1).map_or(0, |before| ends[before]);
            text.get(start..ends[i]).unwrap_or_default()
        })
    }
}
