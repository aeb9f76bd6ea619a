//! Cases and answers as columns of Arrow, which is how Parquet files are read and written.

mod answers;
mod cases;
mod events;
mod guard;
mod lists;
mod schema;

pub(crate) use answers::{Encoder, check as check_obligations};
pub(crate) use cases::{ColumnReader, each_case};
pub(crate) use guard::guarded;
pub(crate) use lists::{Days, Text};
pub(crate) use schema::Table;

use super::Ask;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use std::io::Write;

/// How many rows are held in memory before they are written.
const ROW_GROUP: usize = 1 << 18;

/// Writes answers.
pub(crate) fn writer<W: Write + Send>(out: W, ask: Ask) -> Result<ArrowWriter<W>, ParquetError> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(ROW_GROUP))
        .set_created_by(format!("poortwachter {}", env!("CARGO_PKG_VERSION")))
        .build();
    // Only what every reader of Parquet knows.
    let options =
        ArrowWriterOptions::new().with_properties(properties).with_skip_arrow_metadata(true);
    ArrowWriter::try_new_with_options(out, answers::schema(ask), options)
}
