//! Answers into a Parquet file.

use super::rows::{Ask, columns};
use crate::failure::Failure;
use crate::output::{Output, unwritable};
use arrow_array::RecordBatch;
use parquet::arrow::ArrowWriter;
use parquet::errors::ParquetError;

/// A Parquet file that is being written.
pub(super) struct File {
    writer: ArrowWriter<Output>,
    name: String,
}

impl File {
    pub(super) fn new(output: Output, ask: Ask) -> Result<File, Failure> {
        let name = output.name().to_string();
        let writer = columns::writer(output, ask).map_err(|error| failed(&name, &error))?;
        Ok(File { writer, name })
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
        _ => Failure::message(format!("{name}: cannot write it: {error}")),
    }
}
