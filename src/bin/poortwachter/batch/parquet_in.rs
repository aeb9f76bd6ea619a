//! Cases from a Parquet file.

use super::job::Job;
use super::open_path;
use super::parquet_file;
use super::pipeline::Source;
use super::rows::columns::{self, Table};
use crate::failure::Failure;
use crate::files::InputFile;
use arrow_array::RecordBatchReader;
use arrow_schema::{Schema, SchemaRef};
use parquet::arrow::arrow_reader::ParquetRecordBatchReader;
use std::error::Error;

/// The rows of a Parquet file.
pub(super) struct Columns {
    reader: ParquetRecordBatchReader,
    name: String,
    schema: SchemaRef,
    /// How many rows the file says it has, and how many were read.
    rows: u64,
    read: u64,
}

impl Columns {
    pub(super) fn open(file: &InputFile) -> Result<Columns, Failure> {
        let Some(path) = file.path() else {
            return Err(Failure::message(
                "standard input: a Parquet file is read from its end, which a stream does not have: \
                 name a file",
            ));
        };
        let (name, file) = (file.name(), open_path(path)?.0);
        let (reader, rows) = guarded(&name, || parquet_file::read(file))?
            .map_err(|error| unreadable(&name, &error))?;
        let schema = reader.schema();
        Ok(Columns { reader, name, schema, rows, read: 0 })
    }

    /// The table of cases that they are.
    pub(super) fn table(&self) -> Result<Table, Failure> {
        Table::of(&self.schema).map_err(|what| Failure::message(format!("{}: {what}", self.name)))
    }

    pub(super) fn schema(&self) -> &Schema {
        &self.schema
    }

    pub(super) fn rows(&self) -> u64 {
        self.rows
    }

    /// Does something with what was read.
    pub(super) fn guarded<T>(&self, work: impl FnOnce() -> T) -> Result<T, Failure> {
        guarded(&self.name, work)
    }
}

impl Source for Columns {
    type Piece = Job;

    fn fill(&mut self, job: &mut Job) -> Result<bool, Failure> {
        let Columns { reader, name, .. } = self;
        let Some(columns) = guarded(name, || reader.next())? else {
            let is_whole = self.read == self.rows;
            return if is_whole { Ok(false) } else { Err(damaged(name)) };
        };
        let columns = columns.map_err(|error| unreadable(name, &error))?;
        job.lines = columns.num_rows() as u64;
        job.bytes = job.lines;
        job.columns = Some(columns);
        self.read += job.lines;
        if self.read > self.rows {
            return Err(damaged(name));
        }
        Ok(true)
    }
}

/// Does something with what stands in the file of that name; the reader can panic on damaged bytes.
pub(super) fn guarded<T>(name: &str, work: impl FnOnce() -> T) -> Result<T, Failure> {
    columns::guarded(work).map_err(|_| damaged(name))
}

fn damaged(name: &str) -> Failure {
    Failure::message(format!("{name}: cannot read it: it is damaged: is it a whole Parquet file?"))
}

/// Without the words of the reader, which can hold what stands in the file.
fn unreadable(name: &str, error: &dyn Error) -> Failure {
    let said = error.to_string();
    if ["ZSTD", "BROTLI", "Disabled"].iter().any(|word| said.contains(word)) {
        return Failure::message(format!(
            "{name}: cannot read it: write it with the compression snappy, gzip, lz4 or none"
        ));
    }
    damaged(name)
}

#[cfg(test)]
mod tests;
