//! Cases from a Parquet file.

use super::job::Job;
use super::open;
use super::pipeline::Source;
use super::rows::columns::{self, Table};
use crate::failure::Failure;
use arrow_schema::{Schema, SchemaRef};
use parquet::arrow::arrow_reader::ParquetRecordBatchReader;
use parquet::errors::ParquetError;
use std::path::Path;

/// The rows of a Parquet file.
pub(super) struct Columns {
    reader: ParquetRecordBatchReader,
    name: String,
    schema: SchemaRef,
    rows: u64,
}

impl Columns {
    pub(super) fn open(path: &Path) -> Result<Columns, Failure> {
        if path == Path::new("-") {
            return Err(Failure::told(
                "standard input: a Parquet file is read from its end, which a stream does not have: \
                 name a file",
            ));
        }
        let (file, name) = (open(path)?.0, path.display().to_string());
        let wrong = |error: ParquetError| unreadable(&name, &error.to_string());
        let builder = columns::reader(file).map_err(wrong)?;
        let schema = builder.schema().clone();
        let rows = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0);
        let reader = builder.build().map_err(wrong)?;
        Ok(Columns { reader, name, schema, rows })
    }

    /// The table of cases that they are.
    pub(super) fn table(&self) -> Result<Table, Failure> {
        Table::of(&self.schema).map_err(|what| Failure::told(format!("{}: {what}", self.name)))
    }

    pub(super) fn schema(&self) -> &Schema {
        &self.schema
    }

    pub(super) fn rows(&self) -> u64 {
        self.rows
    }
}

fn unreadable(name: &str, error: &str) -> Failure {
    let remedy = if error.contains("ZSTD") || error.contains("BROTLI") || error.contains("Disabled")
    {
        ": write it with the compression snappy, gzip, lz4 or none"
    } else {
        ": is it a whole Parquet file?"
    };
    Failure::told(format!("{name}: cannot read it: {error}{remedy}"))
}

impl Source for Columns {
    type Piece = Job;

    fn fill(&mut self, job: &mut Job) -> Result<bool, Failure> {
        match self.reader.next() {
            Some(Ok(columns)) => {
                job.lines = columns.num_rows() as u64;
                job.bytes = job.lines;
                job.columns = Some(columns);
                Ok(true)
            }
            Some(Err(error)) => Err(unreadable(&self.name, &error.to_string())),
            None => Ok(false),
        }
    }
}
