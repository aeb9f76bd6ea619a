//! Parquet files with some bytes changed: whatever the reader makes of them, no panic leaves it.

use super::super::parquet_file;
use super::super::rows::columns::{ColumnReader, Table, each_case, guarded};
use super::super::rows::{Ask, Rows};
use arrow_array::RecordBatchReader;
use poortwachter::Day;
use poortwachter::batch::Batch;
use poortwachter::wire::CaseReader;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use support::damage::{Random, number};

/// Everything that the command reads of a file; false where it cannot be read.
fn is_read(path: &Path) -> bool {
    let read = guarded(|| {
        let batch = Batch::new(Day::new(2026, 7, 1));
        let Ok((pieces, _)) = parquet_file::read(File::open(path).expect("a file")) else {
            return false;
        };
        let Ok(table) = Table::of(&pieces.schema()) else { return false };
        let mut columns = ColumnReader::new(table, &batch, Ask::Summary);
        let (mut rows, mut cases) = (Rows::default(), CaseReader::new());
        for (number, piece) in pieces.enumerate() {
            let Ok(piece) = piece else { return false };
            columns.read(number, &piece, &mut rows);
            each_case(&piece, &mut cases, |_, _, _| {});
        }
        true
    });
    read.unwrap_or(false)
}

/// A file for every way of writing that is read. That they are those which the tests of the command write is
/// tested there (`tests/it/damaged_parquet.rs`).
const WHOLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds/parquet/whole");

/// In the order of their names, so that each is damaged in the same places in every run.
fn whole() -> Vec<PathBuf> {
    let entries = fs::read_dir(WHOLE).expect("a folder");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

#[test]
fn no_panic_leaves_the_reader() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("cases.parquet");
    let mut random = Random(number("DAMAGED_SEED", 11));
    let (mut were_read, mut tries) = (0, 0);
    for file in whole() {
        assert!(is_read(&file), "{}", file.display());
        let bytes = fs::read(&file).expect("a file");
        for _ in 0..number("DAMAGED_FILES", 400) {
            fs::write(&path, random.damage(&bytes)).expect("a file");
            were_read += u64::from(is_read(&path));
            tries += 1;
        }
    }
    // Both happen, or nothing was tried.
    assert!(were_read > tries / 20 && were_read < tries * 19 / 20, "{were_read} of {tries}");
}
