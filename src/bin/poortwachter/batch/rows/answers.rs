//! Rows of answers as a Parquet file.

use super::job::{Ask, Ids, Rows};
use super::output::{Output, unwritable};
use super::writing::{Duties, names};
use crate::failure::Failure;
use arrow_array::{ArrayRef, Date32Array, Int32Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use poortwachter::batch::NO_DAY;
use poortwachter::{StateKind, StatusKind};
use std::sync::Arc;

/// How many rows are held in memory before they are written.
const ROW_GROUP: usize = 1 << 18;

fn schema(ask: Ask) -> Arc<Schema> {
    let fields = names(ask).iter().map(|name| {
        let data = match *name {
            "counted_day" | "week" | "overdue" | "number" | "days" => DataType::Int32,
            "id" | "state" | "next_duty" | "worst" | "duty" | "status" => DataType::Utf8,
            _ => DataType::Date32,
        };
        Field::new(*name, data, true)
    });
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// Makes columns of rows.
pub(super) struct Encoder {
    summary: Arc<Schema>,
    obligations: Arc<Schema>,
    duties: Duties,
}

impl Encoder {
    pub(super) fn new() -> Encoder {
        Encoder {
            summary: schema(Ask::Summary),
            obligations: schema(Ask::Obligations),
            duties: Duties::all(),
        }
    }

    /// None when there are no rows.
    pub(super) fn encode(&self, rows: &Rows, ask: Ask) -> Option<RecordBatch> {
        let columns = match ask {
            Ask::Summary => self.summaries(rows),
            Ask::Obligations => self.obligations(rows),
            Ask::Horizon { .. } => return None,
        };
        let schema = match ask {
            Ask::Summary => &self.summary,
            _ => &self.obligations,
        };
        let batch = RecordBatch::try_new(schema.clone(), columns);
        debug_assert!(batch.is_ok(), "the columns are those of the schema");
        batch.ok().filter(|batch| batch.num_rows() > 0)
    }

    fn summaries(&self, rows: &Rows) -> Vec<ArrayRef> {
        let all = &rows.summaries;
        let state = |code: &u8| StateKind::from_code(*code).map(StateKind::id);
        let status = |code: &u8| StatusKind::from_code(*code).map(StatusKind::id);
        vec![
            ids(&rows.ids, 0..rows.ids.len()),
            numbers(all.counted_day.iter().map(|number| Some(*number))),
            numbers(all.week.iter().map(|number| Some((*number).into()))),
            text(all.state.iter().map(state)),
            text(all.next_duty.iter().map(|code| self.duties.name(*code))),
            days(&all.next_due),
            numbers(all.overdue.iter().map(|number| Some((*number).into()))),
            text(all.worst.iter().map(status)),
            days(&all.wages_last_day),
            days(&all.wia_start),
        ]
    }

    fn obligations(&self, rows: &Rows) -> Vec<ArrayRef> {
        let all = &rows.obligations;
        let status = |code: &u8| StatusKind::from_code(*code).map(StatusKind::id);
        vec![
            ids(&rows.ids, all.case.iter().map(|case| *case as usize)),
            text(all.duty.iter().map(|code| self.duties.name(*code))),
            numbers(all.number.iter().map(|number| Some((*number).into()))),
            days(&all.opens),
            days(&all.advised),
            days(&all.due),
            days(&all.tolerated),
            days(&all.met),
            text(all.status.iter().map(status)),
            numbers(all.days.iter().map(|days| Some(*days).filter(|days| *days > 0))),
        ]
    }
}

fn ids(ids: &Ids, places: impl Iterator<Item = usize>) -> ArrayRef {
    text(places.map(|place| ids.get(place)))
}

fn text<'t>(values: impl Iterator<Item = Option<&'t str>>) -> ArrayRef {
    Arc::new(values.collect::<StringArray>())
}

fn numbers(values: impl Iterator<Item = Option<u32>>) -> ArrayRef {
    let number = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    Arc::new(values.map(|value| value.map(number)).collect::<Int32Array>())
}

fn days(values: &[i32]) -> ArrayRef {
    let days = values.iter().map(|day| Some(*day).filter(|day| *day != NO_DAY));
    Arc::new(days.collect::<Date32Array>())
}

/// A Parquet file that is being written.
pub(super) struct File {
    writer: ArrowWriter<Output>,
    name: String,
}

impl File {
    pub(super) fn new(output: Output, ask: Ask, name: &str) -> Result<File, Failure> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(ROW_GROUP))
            .set_created_by(format!("poortwachter {}", env!("CARGO_PKG_VERSION")))
            .build();
        // Only what every reader of Parquet knows.
        let options =
            ArrowWriterOptions::new().with_properties(properties).with_skip_arrow_metadata(true);
        let writer = ArrowWriter::try_new_with_options(output, schema(ask), options);
        let writer = writer.map_err(|error| failed(name, &error))?;
        Ok(File { writer, name: name.to_string() })
    }

    pub(super) fn write(&mut self, rows: &RecordBatch) -> Result<(), Failure> {
        self.writer.write(rows).map_err(|error| failed(&self.name, &error))
    }

    pub(super) fn finish(self) -> Result<(), Failure> {
        let File { writer, name } = self;
        writer.into_inner().map_err(|error| failed(&name, &error))?.finish()
    }
}

fn failed(name: &str, error: &ParquetError) -> Failure {
    let cause = std::error::Error::source(error).and_then(|cause| cause.downcast_ref());
    match (error, cause) {
        (_, Some(error)) => unwritable(name, error),
        _ => Failure::told(format!("{name}: cannot write it: {error}")),
    }
}
