//! A Parquet file row by row.

use super::cases::ReadCase;
use super::records::{Line, ReadLine};
use crate::batch::job::Job;
use crate::batch::parquet_in::Columns;
use crate::batch::pipeline::Source;
use crate::batch::rows::columns::{self, Days, Text};
use crate::failure::Failure;
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, Int32Array, RecordBatch};
use poortwachter::wire::CaseReader;
use std::collections::VecDeque;

/// The rows of a file, of which a piece is in memory at a time.
pub(super) struct Rows<T> {
    columns: Columns,
    piece: Box<Job>,
    read: Box<ReadPiece<T>>,
    ahead: VecDeque<T>,
    number: u64,
}

/// Reads every row of a piece.
type ReadPiece<T> = dyn FnMut(&RecordBatch, &mut VecDeque<T>) + Send;

impl<T> Rows<T> {
    fn new(
        columns: Columns,
        read: impl FnMut(&RecordBatch, &mut VecDeque<T>) + Send + 'static,
    ) -> Rows<T> {
        let (piece, ahead) = (Box::default(), VecDeque::new());
        Rows { columns, piece, read: Box::new(read), ahead, number: 0 }
    }

    /// The next row with its number, from 1.
    pub(super) fn next(&mut self) -> Result<Option<(u64, T)>, Failure> {
        loop {
            if let Some(row) = self.ahead.pop_front() {
                self.number += 1;
                return Ok(Some((self.number, row)));
            }
            if !self.columns.fill(&mut self.piece)? {
                return Ok(None);
            }
            if let Some(columns) = self.piece.columns.take() {
                let Rows { columns: file, read, ahead, .. } = self;
                file.guarded(|| read(&columns, ahead))?;
            }
        }
    }
}

/// The rows as cases.
pub(super) fn cases(columns: Columns) -> Result<Rows<ReadCase>, Failure> {
    columns.table()?;
    let mut reader = CaseReader::new();
    Ok(Rows::new(columns, move |columns, ahead| {
        columns::each_case(columns, &mut reader, |_, id, case| {
            ahead.push_back((id.map(str::to_string), case.cloned()));
        });
    }))
}

/// The rows as lines of `batch --obligations`.
pub(super) fn records(columns: Columns) -> Result<Rows<ReadLine>, String> {
    columns::check_obligations(columns.schema())?;
    Ok(Rows::new(columns, |columns, ahead| {
        let answers = Answers::of(columns);
        ahead.extend((0..columns.num_rows()).map(|i| answers.line(i)));
    }))
}

/// The columns of obligations, row by row.
struct Answers<'a> {
    id: Text<'a>,
    duty: Text<'a>,
    number: &'a Int32Array,
    dates: [Days<'a>; 5],
    status: Text<'a>,
    days: &'a Int32Array,
}

impl<'a> Answers<'a> {
    fn of(columns: &'a RecordBatch) -> Answers<'a> {
        let text = |name| Text::of(columns.column_by_name(name));
        let number = |name| columns[name].as_primitive::<Int32Type>();
        let dates = ["opens", "advised", "due", "tolerated", "met"];
        Answers {
            id: text("id"),
            duty: text("duty"),
            number: number("number"),
            dates: dates.map(|name| Days::of(columns.column_by_name(name))),
            status: text("status"),
            days: number("days"),
        }
    }

    fn line(&self, i: usize) -> ReadLine {
        let text = |column: Text<'_>| column.get(i).map(str::to_string);
        let value = |column: &Int32Array| column.is_valid(i).then(|| column.value(i));
        let number = value(self.number).and_then(|number| u16::try_from(number).ok());
        let (Some(number), Some(duty), Some(status)) = (number, text(self.duty), text(self.status))
        else {
            return Err((text(self.id), "this is no row of batch --obligations".to_string()));
        };
        let [opens, advised, due, tolerated, met] = self.dates.map(|column| column.get(i));
        Ok(Line {
            id: text(self.id),
            duty,
            number,
            opens,
            advised,
            due,
            tolerated,
            met,
            status,
            days: value(self.days).and_then(|days| u32::try_from(days).ok()),
            at: 0,
        })
    }
}
