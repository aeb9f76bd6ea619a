//! Parquet files with some bytes changed. Whatever the reader makes of them, a command that gives no answer
//! leaves nothing but one line. That no panic leaves the reader is tested in the command, on many more files.

use crate::common::parquet_files::{cases, whole, written};
use arrow_array::RecordBatch;
use bytes::Bytes;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::{Compression, Encoding};
use parquet::file::properties::WriterProperties;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use support::damage::{Random, number};
use tempfile::TempDir;

fn run(folder: &TempDir, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(args).current_dir(folder.path()).env("RUST_BACKTRACE", "1");
    command.output().expect("the command runs")
}

fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).expect("a folder");
    let mut names: Vec<_> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Either an answer, or one line and nothing else.
#[track_caller]
fn answers_or_refuses(folder: &TempDir, args: &[&str], what: &str) -> bool {
    let before = names(folder);
    let output = run(folder, args);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    for word in ["panicked", "backtrace", "assertion", "src/", "worker"] {
        assert!(!told.contains(word), "{what} {args:?}: {told}");
    }
    match output.status.code() {
        Some(0 | 1) => {
            for name in names(folder).iter().filter(|name| !before.contains(name)) {
                fs::remove_file(folder.path().join(name)).expect("a file");
            }
            true
        }
        Some(2) => {
            // Before the line of the error may stand rows that were rejected until then.
            let (records, errors): (Vec<_>, Vec<_>) =
                told.lines().partition(|line| line.starts_with('{'));
            assert!(records.is_empty() || !args.contains(&"--rejected"), "{what} {args:?}: {told}");
            assert_eq!(errors.len(), 1, "{what} {args:?}: {told}");
            assert!(errors[0].starts_with("error: cases.parquet: "), "{what} {args:?}: {told}");
            assert_eq!(output.stdout, b"", "{what} {args:?}");
            assert_eq!(names(folder), before, "{what} {args:?}");
            false
        }
        other => panic!("{what} {args:?}: {other:?} {told}"),
    }
}

/// The rows of a file, and by which compression and encodings each column is written.
fn content(file: Vec<u8>) -> (Vec<RecordBatch>, Vec<(Compression, Vec<Encoding>)>) {
    let reader = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(file)).expect("a reader");
    let columns = reader.metadata().row_groups().iter().flat_map(|group| group.columns());
    let ways = columns.map(|column| (column.compression(), column.encodings().collect())).collect();
    let rows = reader.build().expect("a reader").map(|piece| piece.expect("rows")).collect();
    (rows, ways)
}

/// The command itself is tested with the files that a fuzzer begins with, which do not come from here.
#[test]
fn the_seeds_of_the_fuzzer_hold_these_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/parquet/whole");
    let entries = fs::read_dir(&folder).expect("a folder");
    let mut seeds: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    for (name, written) in whole() {
        let path = folder.join(name.replace(' ', "-")).with_extension("parquet");
        let seed = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(content(seed), content(written), "{name}");
        seeds.retain(|seed| *seed != path);
    }
    assert_eq!(seeds, Vec::<std::path::PathBuf>::new(), "of no way of writing");
}

#[test]
fn a_damaged_file_is_answered_with_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("cases.parquet");
    fs::write(folder.path().join("other.jsonl"), "").expect("a file");
    let calls: [&[&str]; 6] = [
        &["batch", "cases.parquet", "--on", "2026-07-01"],
        &["batch", "cases.parquet", "--on", "2026-07-01", "--out-format", "csv"],
        &[
            "batch",
            "cases.parquet",
            "--on",
            "2026-07-01",
            "-o",
            "out.parquet",
            "--rejected",
            "no.jsonl",
        ],
        &["batch", "cases.parquet", "--on", "2026-07-01", "--obligations", "-o", "out.jsonl"],
        &["horizon", "cases.parquet", "--on", "2026-07-01", "--picture", "half-year.svg"],
        &["diff", "cases.parquet", "other.jsonl", "--on", "2026-07-01", "--format", "json"],
    ];
    let mut random = Random(number("DAMAGED_SEED", 12));
    let (mut answered, mut refused) = (0, 0);
    for (name, bytes) in whole() {
        for i in 0..number("DAMAGED_RUNS", 18) {
            fs::write(&path, random.damage(&bytes)).expect("a file");
            let args = calls[usize::try_from(i).expect("a number") % calls.len()];
            match answers_or_refuses(&folder, args, name) {
                true => answered += 1,
                false => refused += 1,
            }
        }
    }
    assert!(answered > 5 && refused > 5, "{answered} answered, {refused} refused");
}

#[test]
fn a_damaged_answer_is_compared_with_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("cases.parquet"), &whole()[2].1).expect("a file");
    let made = ["--on", "2026-07-01", "--obligations", "-o", "answers.parquet"];
    let output = run(&folder, &[&["batch", "cases.parquet"], &made[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let answers = fs::read(folder.path().join("answers.parquet")).expect("a file");
    let mut random = Random(number("DAMAGED_SEED", 13));
    let mut refused = 0;
    for _ in 0..number("DAMAGED_RUNS", 40) {
        fs::write(folder.path().join("cases.parquet"), random.damage(&answers)).expect("a file");
        let args = ["diff", "cases.parquet", "answers.parquet"];
        refused += u64::from(!answers_or_refuses(&folder, &args, "answers"));
    }
    assert!(refused > 5, "{refused}");
}

/// Changes the first place in which some bytes stand.
fn changed(whole: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = whole.windows(from.len()).position(|bytes| bytes == from).expect("these bytes");
    [&whole[..at], to, &whole[at + from.len()..]].concat()
}

/// A page that says it has two gigabytes when unpacked, on which the reader would make room for them.
#[cfg(target_os = "linux")]
#[test]
fn what_a_page_says_of_its_size_is_not_believed() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows = cases(30).project(&[2]).expect("some columns");
    let whole = written(&rows, WriterProperties::builder().set_compression(Compression::SNAPPY));
    // The first page stands behind "PAR1": kind, then the size unpacked, each as one field.
    assert_eq!((&whole[..4], whole[4], whole[6]), (&b"PAR1"[..], 0x15, 0x15));
    let length = whole[7..].iter().position(|byte| byte & 0x80 == 0).expect("a number") + 1;
    let huge = [&whole[..7], &[0xfe, 0xff, 0xff, 0xff, 0x0f], &whole[7 + length..]].concat();
    fs::write(folder.path().join("cases.parquet"), huge).expect("a file");
    is_refused_at_once(&folder, "a page of two gigabytes");
}

/// With little memory and time.
#[cfg(target_os = "linux")]
#[track_caller]
fn is_refused_at_once(folder: &TempDir, what: &str) {
    let line = format!(
        "ulimit -v 1500000; exec timeout 10 {:?} batch cases.parquet --on 2026-07-01 --threads 1",
        env!("CARGO_BIN_EXE_poortwachter")
    );
    let output = Command::new("bash").args(["-c", &line]).current_dir(folder.path()).output();
    let output = output.expect("a shell runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{what}: {told}");
    assert_eq!(
        told, "error: cases.parquet: cannot read it: it is damaged: is it a whole Parquet file?\n",
        "{what}"
    );
}

/// Texts can be packed by the lengths of their parts, of which there are as many as the page says.
#[cfg(target_os = "linux")]
#[test]
fn what_a_page_says_of_its_texts_is_not_believed() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows = cases(40).project(&[0, 2]).expect("some columns");
    for (encoding, times) in
        [(Encoding::DELTA_LENGTH_BYTE_ARRAY, 1), (Encoding::DELTA_BYTE_ARRAY, 2)]
    {
        let properties = WriterProperties::builder().set_dictionary_enabled(false);
        let whole = written(&rows, properties.set_column_encoding("id".into(), encoding));
        // 128 numbers a block in four parts; then how many there are, which becomes four billion.
        let starts: Vec<_> = memchr::memmem::find_iter(&whole, &[0x80, 0x01, 0x04]).collect();
        assert_eq!(starts.len(), times, "{encoding}");
        for start in starts {
            let mut damaged = whole.clone();
            damaged[start + 3..start + 8].copy_from_slice(&[0xff, 0xff, 0xff, 0xff, 0x0f]);
            fs::write(folder.path().join("cases.parquet"), damaged).expect("a file");
            is_refused_at_once(&folder, &format!("{encoding} at {start}"));
        }
    }
}

/// Columns in columns in columns: the reader follows them by recursion, and has no room for a hundred
/// thousand.
#[cfg(target_os = "linux")]
#[test]
fn columns_are_not_followed_without_end() {
    let folder = tempfile::tempdir().expect("a folder");
    for depth in [65, 5_000, 100_000_u32] {
        // The first version; a list of structs, with a long count.
        let mut file = vec![0x15, 0x02, 0x19, 0xfc];
        let count = depth + 1;
        let seven_bits = |n: u32| u8::try_from(count >> (7 * n) & 0x7f).expect("seven bits");
        file.extend([0x80 | seven_bits(0), 0x80 | seven_bits(1), seven_bits(2)]);
        for i in 0..depth {
            // Required, but the first is all rows, which says nothing of it; named "g", with one of its own.
            file.extend(if i == 0 { &[0x48][..] } else { &[0x35, 0x00, 0x18] });
            file.extend([0x01, b'g', 0x15, 0x02, 0x00]);
        }
        // An optional number named "x"; no rows, no groups of rows.
        file.extend([0x15, 0x02, 0x25, 0x02, 0x18, 0x01, b'x', 0x00, 0x16, 0x00, 0x19, 0x0c, 0x00]);
        let length = u32::try_from(file.len()).expect("a length").to_le_bytes();
        let file = [b"PAR1", &file[..], &length, b"PAR1"].concat();
        fs::write(folder.path().join("cases.parquet"), file).expect("a file");
        is_refused_at_once(&folder, &format!("{depth} deep"));
    }
}

/// Files that a fuzzer found: each needed more memory than there is, or did not end.
#[cfg(target_os = "linux")]
#[test]
fn what_was_found_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/damaged");
    let mut count = 0;
    for entry in fs::read_dir(found).expect("a folder") {
        let file = entry.expect("an entry").path();
        fs::copy(&file, folder.path().join("cases.parquet")).expect("a file");
        is_refused_at_once(&folder, &file.display().to_string());
        count += 1;
    }
    assert_eq!(count, 3);
}

/// Rows that the file says it has and that are not there were lost by somebody.
#[test]
fn rows_that_are_missing_are_no_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows = cases(30).project(&[2]).expect("some columns");
    let whole = written(&rows, WriterProperties::builder());
    // "30 rows", a number of 64 bits, stands in the description of the file behind the last name of a
    // column; numbers are written twice as large. There may be fewer rows than it says, or more.
    let name = whole.windows(14).rposition(|bytes| bytes == b"first_sick_day").expect("a name");
    let columns = whole.windows(14).position(|bytes| bytes == b"first_sick_day").expect("a name");
    assert_ne!(name, columns);
    let rows = whole[columns..name].windows(2).position(|bytes| bytes == [0x16, 60]);
    let rows = columns + rows.expect("a number of rows") + 1;
    for other in [62, 58] {
        let mut damaged = whole.clone();
        damaged[rows] = other;
        fs::write(folder.path().join("cases.parquet"), damaged).expect("a file");
        let args = ["batch", "cases.parquet", "--on", "2026-07-01", "-o", "out.jsonl"];
        assert!(!answers_or_refuses(&folder, &args, "another number of rows"), "{other}");
    }
}

/// The end of a file that broke off while it was copied.
#[test]
fn half_a_file_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = written(&cases(100), WriterProperties::builder());
    for length in [0, 3, 4, 8, 12, whole.len() / 2, whole.len() - 1] {
        fs::write(folder.path().join("cases.parquet"), &whole[..length]).expect("a file");
        for format in ["parquet", "csv", "tsv", "jsonl"] {
            let args = ["batch", "cases.parquet", "--on", "2026-07-01", "--out-format", format];
            assert!(!answers_or_refuses(&folder, &args, "half"), "{length}");
        }
    }
    // Nothing at all where the first rows cannot be read: no header, no mark of a format.
    let id = changed(&whole, b"case-99", b"case-\xff\xff");
    fs::write(folder.path().join("cases.parquet"), id).expect("a file");
    for format in ["parquet", "csv", "tsv", "jsonl"] {
        let args = ["batch", "cases.parquet", "--on", "2026-07-01", "--out-format", format];
        assert!(!answers_or_refuses(&folder, &args, "no text"), "{format}");
    }
}
