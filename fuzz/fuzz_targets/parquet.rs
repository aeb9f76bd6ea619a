//! A Parquet file, read as the command reads it: a damaged file may make the reader fail or panic,
//! which the command catches, but it ends, and in bounded memory. Some of the files go to the command
//! itself.
#![no_main]

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use parquet::basic::Encoding;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use poortwachter_fuzz::command;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    /// Whether a panic is one of the reader.
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

fuzz_target!(
    init: {
        let abort = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_READING.get() {
                abort(panic);
            }
        }));
    },
    |bytes: &[u8]| {
        let bytes = Bytes::copy_from_slice(bytes);
        if caught(|| has_shared_prefixes(&bytes)) {
            return;
        }
        command::batch(&bytes, "parquet", 64);
        caught(|| read(bytes));
    }
);

/// What the reader gives; nothing where it fails or panics.
fn caught<T: Default>(read: impl FnOnce() -> Result<T, ParquetError>) -> T {
    IS_READING.set(true);
    let read = panic::catch_unwind(AssertUnwindSafe(read));
    IS_READING.set(false);
    read.unwrap_or_else(|_| Ok(T::default())).unwrap_or_default()
}

/// Left out: of a damaged page in this encoding the reader asks for as much memory as the page names,
/// and where there is not as much the program is aborted, which nothing catches.
fn has_shared_prefixes(bytes: &Bytes) -> Result<bool, ParquetError> {
    let file = SerializedFileReader::new(bytes.clone())?;
    for group in 0..file.num_row_groups() {
        let group = file.get_row_group(group)?;
        for column in 0..group.num_columns() {
            for page in group.get_column_page_reader(column)? {
                if page?.encoding() == Encoding::DELTA_BYTE_ARRAY {
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

fn read(bytes: Bytes) -> Result<(), ParquetError> {
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(bytes, options)?;
    for columns in builder.with_batch_size(8192).build()? {
        columns?;
    }
    Ok(())
}
