//! Parquet in and out of the batch command.

use arrow_array::builder::{Date32Builder, ListBuilder, StringBuilder, StructBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int32Type};
use arrow_array::{Array, ArrayRef, Date32Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Fields};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use poortwachter::Day;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = format!("poortwachter-parquet-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(folder);
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
        command.args(args).current_dir(&self.0).output().expect("the command runs")
    }

    fn batch(&self, args: &[&str]) -> Output {
        self.run(&[&["batch"], args, &["--on", "2026-02-10"]].concat())
    }

    /// What `diff --format json` tells on standard output and on standard error.
    #[track_caller]
    fn diff(&self, args: &[&str], status: i32) -> (String, String) {
        let output = self.run(&[&["diff", "--format", "json"], args].concat());
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        let (out, told) = (text(output.stdout), text(output.stderr));
        assert_eq!(output.status.code(), Some(status), "{told}");
        (out, told)
    }

    #[track_caller]
    fn ended(&self, args: &[&str], status: i32) -> String {
        let output = self.batch(args);
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(status), "{told}");
        told
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("a file")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn write(path: &Path, columns: Vec<(&str, ArrayRef)>) {
    let rows = RecordBatch::try_from_iter_with_nullable(
        columns.into_iter().map(|(name, column)| (name, column, true)),
    )
    .expect("columns of one length");
    let file = File::create(path).expect("a file");
    let mut writer = ArrowWriter::try_new(file, rows.schema(), None).expect("a writer");
    writer.write(&rows).expect("rows");
    writer.close().expect("a whole file");
}

fn text(values: &[Option<&str>]) -> ArrayRef {
    Arc::new(StringArray::from(values.to_vec()))
}

fn day(y: i32, m: u8, d: u8) -> i32 {
    Day::new(y, m, d).number()
}

fn days(values: &[Option<i32>]) -> ArrayRef {
    Arc::new(Date32Array::from(values.to_vec()))
}

/// A list of periods for every row.
fn periods(rows: &[&[(i32, i32)]]) -> ArrayRef {
    let field = |name| Field::new(name, DataType::Date32, true);
    let fields = Fields::from(vec![field("first_day"), field("last_day")]);
    let mut list = ListBuilder::new(StructBuilder::from_fields(fields, 0));
    for row in rows {
        for (first, last) in *row {
            let entry = list.values();
            entry.field_builder::<Date32Builder>(0).expect("days").append_value(*first);
            entry.field_builder::<Date32Builder>(1).expect("days").append_value(*last);
            entry.append(true);
        }
        list.append(!row.is_empty());
    }
    Arc::new(list.finish())
}

/// A list of events for every row.
fn events(rows: &[&[(i32, &str)]]) -> ArrayRef {
    let fields = Fields::from(vec![
        Field::new("kind", DataType::Utf8, true),
        Field::new("on", DataType::Date32, true),
    ]);
    let mut list = ListBuilder::new(StructBuilder::from_fields(fields, 0));
    for row in rows {
        for (on, kind) in *row {
            let entry = list.values();
            entry.field_builder::<StringBuilder>(0).expect("text").append_value(kind);
            entry.field_builder::<Date32Builder>(1).expect("days").append_value(*on);
            entry.append(true);
        }
        list.append(true);
    }
    Arc::new(list.finish())
}

/// The same, each with the day until which it lasts, where it has one.
fn events_until(rows: &[&[(i32, &str, Option<i32>)]]) -> ArrayRef {
    let fields = Fields::from(vec![
        Field::new("kind", DataType::Utf8, true),
        Field::new("on", DataType::Date32, true),
        Field::new("until", DataType::Date32, true),
    ]);
    let mut list = ListBuilder::new(StructBuilder::from_fields(fields, 0));
    for row in rows {
        for (on, kind, until) in *row {
            let entry = list.values();
            entry.field_builder::<StringBuilder>(0).expect("text").append_value(kind);
            entry.field_builder::<Date32Builder>(1).expect("days").append_value(*on);
            entry.field_builder::<Date32Builder>(2).expect("days").append_option(*until);
            entry.append(true);
        }
        list.append(true);
    }
    Arc::new(list.finish())
}

const CASES: &str = r#"{"id":"A","spells":[{"first_day":"2026-01-05"}]}
{"id":"B","regime":"safety-net","spells":[{"first_day":"2026-01-05","last_day":"2026-01-09"}]}
{"id":"C","spells":[{"first_day":"2025-12-01","last_day":"2025-12-14"},{"first_day":"2026-01-05"}],"leave":[{"first_day":"2026-01-26","last_day":"2026-02-01"}],"events":[{"kind":"sickness-report-occupational-health","on":"2025-12-02"},{"kind":"problem-analysis","on":"2026-01-12"}]}
"#;

fn write_cases(path: &Path) {
    write(
        path,
        vec![
            ("id", text(&[Some("A"), Some("B"), Some("C")])),
            ("regime", text(&[None, Some("safety-net"), Some("employer")])),
            (
                "first_sick_day",
                days(&[Some(day(2026, 1, 5)), Some(day(2026, 1, 5)), Some(day(2025, 12, 1))]),
            ),
            ("last_sick_day", days(&[None, Some(day(2026, 1, 9)), None])),
            ("gaps", periods(&[&[], &[], &[(day(2025, 12, 15), day(2026, 1, 4))]])),
            ("leave", periods(&[&[], &[], &[(day(2026, 1, 26), day(2026, 2, 1))]])),
            (
                "events",
                events(&[
                    &[],
                    &[],
                    &[
                        (day(2025, 12, 2), "sickness-report-occupational-health"),
                        (day(2026, 1, 12), "problem-analysis"),
                    ],
                ]),
            ),
        ],
    );
}

#[test]
fn parquet_says_the_same_as_json_lines() {
    let folder = Folder::new("parquet");
    write_cases(&folder.0.join("cases.parquet"));
    fs::write(folder.0.join("cases.jsonl"), CASES).expect("a file");
    for more in [&[][..], &["--obligations"]] {
        folder.ended(&[&["cases.parquet", "-o", "a.jsonl"], more].concat(), 0);
        folder.ended(&[&["cases.jsonl", "-o", "b.jsonl"], more].concat(), 0);
        assert_eq!(folder.read("a.jsonl"), folder.read("b.jsonl"));
        assert!(folder.read("a.jsonl").contains("\"id\":\"C\""));
    }
}

/// Whether all events, some or none have more than a name and a day.
#[test]
fn what_an_event_has_beside_its_day_is_read() {
    let folder = Folder::new("details");
    let (on, until) = (day(2026, 1, 15), day(2026, 12, 31));
    let extended = (on, "voluntary-extension", Some(until));
    let analysed = (day(2024, 8, 1), "problem-analysis", None);
    for (rows, wages) in [
        ([&[extended][..], &[extended]], ["2026-12-31", "2026-12-31"]),
        ([&[extended], &[analysed]], ["2026-12-31", "2026-06-28"]),
        ([&[analysed], &[]], ["2026-06-28", "2026-06-28"]),
    ] {
        let first = day(2024, 7, 1);
        let columns = vec![
            ("id", text(&[Some("A"), Some("B")])),
            ("first_sick_day", days(&[Some(first), Some(first)])),
            ("events", events_until(&rows)),
        ];
        write(&folder.0.join("cases.parquet"), columns);
        folder.ended(&["cases.parquet", "-o", "out.csv"], 0);
        let answer = folder.read("out.csv");
        let ends: Vec<&str> = answer
            .lines()
            .skip(1)
            .filter_map(|line| wages.into_iter().find(|day| line.contains(&format!(",{day},"))))
            .collect();
        assert_eq!(ends, wages, "{answer}");
    }
    // An extension without the day until which it lasts is refused, wherever the others have one.
    let rows = [&[extended][..], &[(on, "voluntary-extension", None)]];
    let columns = vec![
        ("id", text(&[Some("A"), Some("B")])),
        ("first_sick_day", days(&[Some(day(2024, 7, 1)), Some(day(2024, 7, 1))])),
        ("events", events_until(&rows)),
    ];
    write(&folder.0.join("cases.parquet"), columns);
    folder.ended(&["cases.parquet", "-o", "out.csv"], 1);
    let told = folder.read("out.csv.rejected.jsonl");
    assert!(told.starts_with("{\"row\":2,") && told.contains("until"), "{told}");
}

#[test]
fn columns_come_out_with_their_types() {
    let folder = Folder::new("parquet-out");
    fs::write(folder.0.join("cases.jsonl"), CASES).expect("a file");
    folder.ended(&["cases.jsonl", "-o", "out.parquet"], 0);
    let file = File::open(folder.0.join("out.parquet")).expect("a file");
    let mut reader =
        ParquetRecordBatchReaderBuilder::try_new(file).expect("Parquet").build().expect("rows");
    let rows = reader.next().expect("rows").expect("readable rows");
    let column = |name| rows.column_by_name(name).unwrap_or_else(|| panic!("no {name}"));
    assert_eq!(column("id").as_string::<i32>().value(2), "C");
    assert_eq!(column("counted_day").as_primitive::<Int32Type>().value(0), 37);
    let due = column("next_due").as_primitive::<Date32Type>();
    // Six days after the first sick day, a practice.
    assert_eq!(due.value(0), day(2026, 1, 11));
    // The UWV pays, there are no wages.
    assert!(column("wages_last_day").is_null(1));
    assert_eq!(
        column("next_duty").as_string::<i32>().value(0),
        "sickness-report-occupational-health"
    );
}

#[test]
fn first_sick_days_go_through_as_they_are() {
    let folder = Folder::new("parquet-days");
    let count = 20_000;
    let ids: Vec<String> = (0..count).map(|i| format!("{i}")).collect();
    let id: StringArray = ids.iter().map(Some).collect();
    // Every thousandth has no day, the one after it a day before the law.
    let first = |i: i32| match i % 1000 {
        0 => None,
        1 => Some(day(1999, 1, 1)),
        _ => Some(day(2026, 1, 5) - i % 700),
    };
    let first: Vec<_> = (0..count).map(first).collect();
    write(
        &folder.0.join("days.parquet"),
        vec![("first_sick_day", days(&first)), ("id", Arc::new(id))],
    );
    let told = folder.ended(&["days.parquet", "-o", "out.csv"], 1);
    assert!(told.starts_with("20,000 cases, 40 rejected"), "{told}");
    let csv: String = (0..count as usize)
        .map(|i| match first[i] {
            Some(day) => format!("{i},{}\n", Day::from_number(day)),
            None => format!("{i},\n"),
        })
        .collect();
    fs::write(folder.0.join("days.csv"), format!("id,first_sick_day\n{csv}")).expect("a file");
    folder.ended(&["days.csv", "-o", "other.csv"], 1);
    assert_eq!(folder.read("out.csv"), folder.read("other.csv"));
    let rejected = folder.read("out.csv.rejected.jsonl");
    let lines: Vec<_> = rejected.lines().take(4).collect();
    assert!(lines[0].starts_with(r#"{"row":1,"id":"0","error":"spells: there is no spell"#));
    assert!(lines[1].starts_with(r#"{"row":2,"id":"1","error":"spells[0].first_day: "#));
    assert!(lines[2].starts_with(r#"{"row":1001,"id":"1000","#), "{}", lines[2]);
}

#[test]
fn wrong_columns_are_refused_by_name() {
    let folder = Folder::new("parquet-refused");
    let first = days(&[Some(day(2026, 1, 5))]);
    let number: ArrayRef = Arc::new(Int64Array::from(vec![20_000]));
    for (columns, part) in [
        (vec![("cause", first.clone())], "column 1 has an unknown name; known are id, regime"),
        (vec![("first_sick_day", number)], "holds Int64: write it as a day (DATE)"),
        (vec![("id", text(&[Some("A")]))], "no column first_sick_day and no column spells"),
        (
            vec![("first_sick_day", first.clone()), ("events", first)],
            "column events holds Date32: write it as a list of structs",
        ),
    ] {
        write(&folder.0.join("cases.parquet"), columns);
        let told = folder.ended(&["cases.parquet", "-o", "out.parquet"], 2);
        assert!(told.contains(part), "{told}");
        assert!(!folder.0.join("out.parquet").exists());
    }
    fs::write(folder.0.join("cases.parquet"), CASES).expect("a file");
    let told = folder.ended(&["cases.parquet", "-o", "out.parquet"], 2);
    assert!(told.contains("is it a whole Parquet file?"), "{told}");
}

const ON: [&str; 2] = ["--on", "2026-02-10"];

#[test]
fn what_moved_between_files_of_cases_of_any_format() {
    let folder = Folder::new("parquet-diff");
    write_cases(&folder.0.join("old.parquet"));
    fs::write(folder.0.join("old.jsonl"), CASES).expect("a file");
    // C was analysed a week later.
    let new = CASES.replace("2026-01-12", "2026-01-19");
    fs::write(folder.0.join("new.jsonl"), new).expect("a file");
    for (old, new) in [("old.parquet", "old.jsonl"), ("old.jsonl", "old.parquet")] {
        let (out, told) = folder.diff(&[&[old, new], &ON[..]].concat(), 0);
        assert_eq!((out.as_str(), told.as_str()), ("", "3 cases compared, nothing moved\n"));
    }
    let (out, told) = folder.diff(&[&["old.parquet", "new.jsonl"], &ON[..]].concat(), 1);
    assert_eq!((out, told), folder.diff(&[&["old.jsonl", "new.jsonl"], &ON[..]].concat(), 1));
    let (out, _) = folder
        .diff(&["old.parquet", "old.parquet", "--on-old", "2026-02-16", "--on", "2026-02-17"], 1);
    // Six weeks after 5 January is 16 February.
    assert!(out.contains(r#""case":"A","subject":"problem-analysis","number":1,"what":"status","before":"due-today","after":"overdue""#), "{out}");
}

#[test]
fn what_moved_between_answers_of_any_format() {
    let folder = Folder::new("parquet-diff-answers");
    fs::write(folder.0.join("old.jsonl"), CASES).expect("a file");
    fs::write(folder.0.join("new.jsonl"), CASES.replace("2026-01-12", "2026-01-19"))
        .expect("a file");
    for name in ["old", "new"] {
        for format in ["csv", "parquet"] {
            let (cases, out) = (format!("{name}.jsonl"), format!("{name}.{format}"));
            folder.ended(&[&cases, "--obligations", "-o", &out], 0);
        }
    }
    let wanted = folder.diff(&["old.csv", "new.csv"], 1);
    assert!(wanted.0.contains(r#""what":"met","before":"2026-01-12","after":"2026-01-19""#));
    for (old, new) in [("old.parquet", "new.parquet"), ("old.parquet", "new.csv")] {
        assert_eq!(folder.diff(&[old, new], 1), wanted);
    }
    let (out, _) = folder.diff(&["old.csv", "old.parquet"], 0);
    assert_eq!(out, "");
    folder.ended(&["old.jsonl", "-o", "summary.parquet"], 0);
    for (old, new, why) in [
        ("summary.parquet", "new.parquet", "summary.parquet: this is an answer of batch with one"),
        ("old.jsonl", "new.parquet", "new.parquet is an answer of batch"),
    ] {
        let (_, told) = folder.diff(&[old, new], 2);
        assert!(told.contains(why), "{told}");
    }
    write(&folder.0.join("other.parquet"), vec![("id", text(&[])), ("duty", text(&[]))]);
    let (_, told) = folder.diff(&["other.parquet", "new.parquet"], 2);
    assert!(told.contains("other.parquet: there is no column number of Int32"), "{told}");
}

#[test]
fn rows_that_cannot_be_read_are_told_by_their_number() {
    let folder = Folder::new("parquet-diff-rejected");
    let count = 10_000;
    let ids: Vec<_> = (1..=count).map(|row| format!("{row}")).collect();
    let id = |row: usize| if row == 2 { None } else { Some(ids[row - 1].as_str()) };
    let id: Vec<_> = (1..=count).map(id).collect();
    // In the second piece there is a day before the law.
    let first = |row: usize| if row == 9_000 { day(1999, 1, 1) } else { day(2026, 1, 5) };
    let first: Vec<_> = (1..=count).map(|row| Some(first(row))).collect();
    let columns = || vec![("id", text(&id)), ("first_sick_day", days(&first))];
    write(&folder.0.join("cases.parquet"), columns());
    let lines: String = ids.iter().map(|id| format!("{id},2026-01-05\n")).collect();
    fs::write(folder.0.join("cases.csv"), format!("id,first_sick_day\n{lines}bad,never\n"))
        .expect("a file");
    let args = ["cases.parquet", "cases.csv", "--rejected", "bad.jsonl", "--on", "2026-02-10"];
    let (_, told) = folder.diff(&args, 1);
    assert!(told.starts_with("9,998 cases compared, "), "{told}");
    let bad = folder.read("bad.jsonl");
    let bad: Vec<_> = bad.lines().collect();
    assert_eq!(bad.len(), 3);
    assert!(
        bad[0].starts_with(r#"{"file":"cases.parquet","row":2,"id":null,"error":"there is no id"#)
    );
    assert!(
        bad[1].starts_with(r#"{"file":"cases.parquet","row":9000,"id":"9000","error":"spells[0]"#)
    );
    assert!(bad[2].starts_with(r#"{"file":"cases.csv","line":10002,"id":"bad","error""#));
}

#[test]
fn cases_of_a_parquet_file_are_counted_ahead() {
    let folder = Folder::new("parquet-horizon");
    write_cases(&folder.0.join("cases.parquet"));
    fs::write(folder.0.join("cases.jsonl"), CASES).expect("a file");
    let horizon = |cases: &str| {
        let output = folder.run(&[&["horizon", cases, "--format", "json"], &ON[..]].concat());
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert_eq!(horizon("cases.parquet"), horizon("cases.jsonl"));
}
