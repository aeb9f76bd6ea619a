//! A Parquet file, read by the code of the command: a damaged file may make the reader panic, which the
//! command catches, but it ends, and in bounded memory. Some of the files go to the command itself.
#![no_main]

// The readers are part of the command, which is no library, and a fuzzer that is led by coverage must have what
// it measures among its own code. So they are compiled a second time, here and nowhere else.
#[path = "../../src/bin/poortwachter/batch/parquet_file/mod.rs"]
mod parquet_file;
#[path = "../../src/bin/poortwachter/batch/rows/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the command uses more of it")]
mod rows;

use arrow_array::RecordBatchReader;
use libfuzzer_sys::fuzz_target;
use poortwachter::Day;
use poortwachter::batch::Batch;
use poortwachter::wire::CaseReader;
use poortwachter_fuzz::command;
use rows::columns::{ColumnReader, Table, each_case};
use rows::{Ask, Rows};
use std::cell::Cell;
use std::fs::File;
use std::io::Write;
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
        command::batch(bytes, "parquet", 64);
        let mut file = tempfile::tempfile().expect("a file for the input");
        file.write_all(bytes).expect("the input is written");
        read(file);
    }
);

/// All cases of a file, once as columns and once one by one.
fn read(file: File) {
    let Some((mut pieces, _)) = caught(|| parquet_file::read(file).ok()).flatten() else { return };
    let Ok(table) = Table::of(&pieces.schema()) else { return };
    let batch = Batch::new(Day::new(2026, 7, 1));
    let mut columns = ColumnReader::new(table, &batch, Ask::Summary);
    let (mut answers, mut cases) = (Rows::default(), CaseReader::new());
    for number in 0.. {
        let Some(Some(Ok(piece))) = caught(|| pieces.next()) else { return };
        // What the columns hold can be what no reader should give.
        let work = || {
            columns.read(number, &piece, &mut answers);
            each_case(&piece, &mut cases, |_, _, _| {});
        };
        if caught(work).is_none() {
            return;
        }
    }
}

/// None where it panics.
fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    IS_READING.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    IS_READING.set(false);
    done.ok()
}
