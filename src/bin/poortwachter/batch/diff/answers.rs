//! The columns of an answer of `batch --obligations` as lines.

use super::line::{Line, ReadLine};
use super::rows::Rows;
use crate::batch::parquet_in::Columns;
use crate::batch::rows::columns::{self, Days, Text};
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, Int32Array, RecordBatch};

/// The rows as lines of `batch --obligations`.
pub(super) fn from_columns(columns: Columns) -> Result<Rows<ReadLine>, String> {
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
