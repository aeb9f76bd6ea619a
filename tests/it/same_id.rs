//! One identifier on several lines: a case that was taken for two would get two wrong answers.

use crate::common::folder::Folder;
use serde_json::{Value, json};
#[cfg(feature = "parquet")]
use std::fs;

impl Folder {
    /// What it writes to standard output and tells on standard error.
    #[track_caller]
    fn ended(&self, args: &[&str], status: i32) -> (Vec<u8>, String) {
        let output = self.run(args);
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(status), "{args:?}: {told}");
        (output.stdout, told)
    }

    /// The same as lines, without the last one, which counts.
    #[track_caller]
    fn batch(&self, args: &[&str], status: i32) -> (Vec<String>, Vec<String>) {
        let (out, told) = self.ended(&[&["batch"], args].concat(), status);
        let mut told: Vec<String> = told.lines().map(str::to_string).collect();
        told.pop();
        let out = String::from_utf8(out).expect("UTF-8");
        (out.lines().map(str::to_string).collect(), told)
    }
}

/// A case with one period: its identifier, and the year and day of the year 2026 on which it began.
#[derive(Clone)]
struct Sick {
    id: String,
    day: usize,
}

/// The day of that number in 2026, from 0, in months of 28 days.
fn written(day: usize) -> String {
    format!("2026-{:02}-{:02}", day / 28 % 12 + 1, day % 28 + 1)
}

/// Ways to write a file of cases, with the number of its first case and what that is called.
const FORMATS: [(&str, u64, &str); 3] =
    [("cases.jsonl", 1, "line"), ("cases.csv", 2, "line"), ("cases.parquet", 1, "row")];

fn formats() -> impl Iterator<Item = (&'static str, u64, &'static str)> {
    let is_built = |name: &str| cfg!(feature = "parquet") || !name.ends_with("parquet");
    FORMATS.into_iter().filter(move |(name, ..)| is_built(name))
}

fn write(folder: &Folder, name: &str, cases: &[Sick]) {
    let lines = |line: fn(&Sick) -> String| cases.iter().map(line).collect::<String>();
    match name.rsplit('.').next() {
        Some("jsonl") => folder.write(
            name,
            lines(|case| {
                let spells = json!([{"first_day": written(case.day)}]);
                format!("{}\n", json!({"id": case.id, "spells": spells}))
            }),
        ),
        Some("csv") => {
            let rows = lines(|case| format!("{},{}\n", case.id, written(case.day)));
            folder.write(name, format!("id,first_sick_day\n{rows}"));
        }
        _ => parquet(folder, name, cases),
    }
}

#[cfg(feature = "parquet")]
fn parquet(folder: &Folder, name: &str, cases: &[Sick]) {
    use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray};
    use std::sync::Arc;
    let id: StringArray = cases.iter().map(|case| Some(&*case.id)).collect();
    let day = |case: &Sick| {
        let date: poortwachter::Day = written(case.day).parse().expect("a day");
        Some(date.number())
    };
    let first: Date32Array = cases.iter().map(day).collect();
    let columns = [("id", Arc::new(id) as ArrayRef), ("first_sick_day", Arc::new(first))];
    let rows = RecordBatch::try_from_iter(columns).expect("columns of one length");
    let file = fs::File::create(folder.0.join(name)).expect("a file");
    let mut writer =
        parquet::arrow::ArrowWriter::try_new(file, rows.schema(), None).expect("a writer");
    writer.write(&rows).expect("rows");
    writer.close().expect("a whole file");
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: &Folder, _: &str, _: &[Sick]) {
    unreachable!("this format is not built");
}

/// Enough cases for several pieces of every format, with repeats, each with its place and that of the
/// first with its identifier, from 0: next to it, in the piece after it, from one end to the other, a
/// third one, and one of a repeat.
fn many() -> (Vec<Sick>, Vec<(usize, usize)>) {
    let mut cases: Vec<Sick> =
        (0..30_000).map(|n| Sick { id: format!("case-{n}"), day: n % 336 }).collect();
    let repeats = [(11, 10), (12, 10), (9000, 1000), (9001, 8999), (20_000, 1000), (29_999, 0)];
    for (place, first) in repeats {
        cases[place].id = cases[first].id.clone();
    }
    (cases, repeats.to_vec())
}

/// The first of every identifier.
fn once(cases: &[Sick], repeats: &[(usize, usize)]) -> Vec<Sick> {
    let is_first = |place: &usize| repeats.iter().all(|(repeat, _)| repeat != place);
    (0..cases.len()).filter(is_first).map(|place| cases[place].clone()).collect()
}

/// Whether two answers have the same rows. In Parquet they may lie in other pages.
fn same(one: &[u8], other: &[u8]) -> bool {
    #[cfg(feature = "parquet")]
    if one.starts_with(b"PAR1") {
        use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
        let rows = |bytes: &[u8]| {
            let file = std::env::temp_dir().join(format!("poortwachter-{:p}", &bytes));
            fs::write(&file, bytes).expect("a file");
            let open = fs::File::open(&file).expect("a file");
            fs::remove_file(&file).expect("a file");
            let builder = ParquetRecordBatchReaderBuilder::try_new(open).expect("a Parquet file");
            let mut rows = builder.with_batch_size(1 << 21).build().expect("a reader");
            let all = rows.next().expect("rows").expect("rows");
            assert!(all.num_rows() >= 29_994 && rows.next().is_none(), "all of them at once");
            all
        };
        return rows(one) == rows(other);
    }
    one == other
}

fn record(place: &str, line: u64, id: &str, first: u64) -> String {
    format!(
        "{{\"{place}\":{line},\"id\":\"{id}\",\"error\":\"its id stands on {place} {first} too, and an \
         answer there knows nothing of this {place}: put all periods of a case on one {place}, or give \
         --allow-same-id\"}}"
    )
}

/// As an absence system exports it: a row a period, with the personnel number as the key.
#[test]
fn a_row_a_period_is_refused() {
    let folder = Folder::new("rows");
    folder.write(
        "c.csv",
        "id;first_sick_day;last_sick_day\r\n0071;2026-01-05;2026-02-10\r\n0071;2026-02-20;\r\n",
    );
    let on = ["c.csv", "--on", "2026-10-14"];
    let (out, told) = folder.batch(&on, 1);
    assert_eq!(told, [record("line", 3, "0071", 2)]);
    assert_eq!(out.len(), 2, "a header and the first line: {out:?}");
    // Who means it gets two cases. 104 weeks from Friday 20 February 2026 end on 17 February 2028.
    let (out, told) = folder.batch(&[&on[..], &["--allow-same-id"]].concat(), 0);
    assert_eq!(told, [""; 0]);
    assert!(out[1].starts_with("0071,") && out[2].starts_with("0071,"), "{out:?}");
    assert!(out[2].contains(",2028-02-17,2028-02-18"), "{out:?}");
}

#[test]
fn batch_tells_both_lines_in_every_format() {
    let folder = Folder::new("batch");
    let (cases, repeats) = many();
    let ones = once(&cases, &repeats);
    for (name, first, place) in formats() {
        write(&folder, name, &cases);
        let once = format!("once-{name}");
        write(&folder, &once, &ones);
        let told: Vec<String> = repeats
            .iter()
            .map(|&(repeat, before)| {
                let line = |place: usize| place as u64 + first;
                record(place, line(repeat), &cases[before].id, line(before))
            })
            .collect();
        for more in [&[][..], &["--obligations"]] {
            for format in formats().map(|(name, ..)| name.rsplit('.').next().expect("an ending")) {
                let args = [&["--on", "2027-01-01", "--out-format", format], more].concat();
                let (wanted, _) = folder.ended(&[&["batch", &once], &args[..]].concat(), 0);
                for threads in ["1", "4"] {
                    let args = [&["batch", name, "--threads", threads], &args[..]].concat();
                    let (out, error) = folder.ended(&args, 1);
                    assert!(same(&out, &wanted), "{args:?}: the answers of the first lines only");
                    let mut lines: Vec<&str> = error.lines().collect();
                    let count = lines.pop().expect("it counts");
                    assert!(count.starts_with("30,000 cases, 6 rejected, "), "{count}");
                    assert_eq!(lines, told, "{args:?}");
                }
            }
        }
    }
}

#[test]
fn horizon_counts_the_first_line_only() {
    let folder = Folder::new("horizon");
    let (cases, repeats) = many();
    let ones = once(&cases, &repeats);
    for (name, first, place) in formats() {
        write(&folder, name, &cases);
        let once = format!("once-{name}");
        write(&folder, &once, &ones);
        let more = ["--on", "2026-07-01", "--format", "json", "--points", "1000"];
        let json = |out: Vec<u8>| serde_json::from_slice::<Value>(&out).expect("JSON");
        let (wanted, _) = folder.ended(&[&["horizon", &once], &more[..]].concat(), 0);
        let mut wanted = json(wanted);
        assert_eq!(wanted["cases"], json!(29_994));
        let (out, told) = folder.ended(&[&["horizon", name], &more[..]].concat(), 1);
        wanted["left_out"] = json!(6);
        assert!(json(out) == wanted, "{name}");
        let (repeat, before) = repeats[5];
        let last = record(place, repeat as u64 + first, "case-0", before as u64 + first);
        assert_eq!(told.lines().last(), Some(&*last));
        let allowed = [&["horizon", name, "--allow-same-id"], &more[..]].concat();
        assert_eq!(json(folder.ended(&allowed, 0).0)["cases"], json!(30_000));
    }
}

/// The lines of the answer follow the lines of the input, and so does what is told, whatever the order.
#[test]
fn the_first_line_is_the_first_in_the_file() {
    let folder = Folder::new("order");
    let sick = |id: &str, day| Sick { id: id.to_string(), day };
    let (one, other) = (sick("A", 4), sick("A", 60));
    for (cases, first_day) in [([&one, &other], "2026-01-05"), ([&other, &one], "2026-03-05")] {
        write(&folder, "cases.jsonl", &cases.map(Sick::clone));
        let args = ["cases.jsonl", "--on", "2026-12-01", "--obligations"];
        let (out, told) = folder.batch(&args, 1);
        assert_eq!(told, [record("line", 2, "A", 1)]);
        let opens = format!("\"duty\":\"problem-analysis\",\"number\":1,\"opens\":\"{first_day}\"");
        assert_eq!(out.iter().filter(|line| line.contains(&opens)).count(), 1, "{out:?}");
    }
}

#[test]
fn what_is_rejected_counts_as_seen_and_what_has_no_id_does_not() {
    let folder = Folder::new("bad");
    let good = r#""spells":[{"first_day":"2026-01-05"}]"#;
    let bad = r#""spells":[{"first_day":"2026-01-32"}]"#;
    folder.write(
        "cases.jsonl",
        format!(
            "{{\"id\":\"A\",{good}}}\n\n{{\"id\":\"A\",{bad}}}\n{{\"id\":\"B\",{bad}}}\n\
             {{\"id\":\"B\",{good}}}\n{{{good}}}\n{{{good}}}\n{{\"id\":\"\",{good}}}\n\
             {{\"id\":\"\",{good}}}\n{{\"id\":\"C\",{good}}}\n"
        ),
    );
    let (out, told) = folder.batch(&["cases.jsonl", "--on", "2026-02-10"], 1);
    let no_day = "there is no such day: write days as 2026-01-05 (YYYY-MM-DD)";
    assert_eq!(told.len(), 3, "{told:?}");
    let starts = |line: usize, start: &str| assert!(told[line].starts_with(start), "{told:?}");
    starts(0, r#"{"line":3,"id":"A","error":""#);
    assert!(told[0].ends_with(&format!("{no_day}; its id stands on line 1 too\"}}")), "{told:?}");
    starts(1, r#"{"line":4,"id":"B","error":""#);
    assert!(told[1].ends_with(&format!("{no_day}\"}}")), "{told:?}");
    assert_eq!(told[2], record("line", 5, "B", 4));
    // A, four without an identifier, and C.
    assert_eq!(out.len(), 6);
}

#[test]
fn diff_tells_the_file_and_both_lines() {
    let folder = Folder::new("diff");
    let sick = |id: &str, day| Sick { id: id.to_string(), day };
    let old = [sick("A", 4), sick("B", 4), sick("A", 60), sick("B", 4)];
    let new = [sick("B", 4), sick("A", 11), sick("A", 60)];
    for (old_name, old_first, old_place) in formats() {
        for (new_name, new_first, new_place) in formats() {
            let (one, other) = (format!("old-{old_name}"), format!("new-{new_name}"));
            write(&folder, &one, &old);
            write(&folder, &other, &new);
            let files = ["diff", &one, &other];
            let args = [&files[..], &["--on", "2026-02-13", "--format", "json"]].concat();
            let (out, told) = folder.ended(&args, 1);
            let out = String::from_utf8(out).expect("UTF-8");
            // A began a week later, and only the first lines are compared.
            let first =
                "\"case\":\"A\",\"subject\":\"case\",\"number\":1,\"what\":\"first-sick-day\"";
            let moved =
                format!("{{{first},\"before\":\"2026-01-05\",\"after\":\"2026-01-12\",\"days\":7,");
            assert!(out.contains(&moved), "{out}");
            assert!(out.lines().all(|line| line.contains("\"case\":\"A\"")), "{out}");
            assert!(!out.contains("2026-03-05") && !out.contains("presence"), "{out}");
            let record = |file: &str, place: &str, line: u64, id: &str, first: u64| {
                record(place, line, id, first).replacen('{', &format!("{{\"file\":\"{file}\","), 1)
            };
            let mut told: Vec<&str> = told.lines().collect();
            assert_eq!(told.pop(), Some("2 cases compared, 1 moved, 3 rejected"));
            let (a, b) = (old_first, new_first);
            let mut wanted = [
                record(&one, old_place, a + 2, "A", a),
                record(&one, old_place, a + 3, "B", a + 1),
                record(&other, new_place, b + 2, "A", b + 1),
            ];
            told.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(told, wanted);
            // Who means it: the first goes with the first, the second with the second.
            let (out, told) = folder.ended(&[&args[..], &["--allow-same-id"]].concat(), 1);
            assert_eq!(told, "3 cases compared, 1 moved, 1 only in the old file\n");
            assert!(String::from_utf8(out).expect("UTF-8").contains(&moved));
        }
    }
}

const COLUMNS: &str = "id,duty,number,opens,advised,due,tolerated,met,status,days\n";

/// An answer of `batch --obligations` has many lines a case; those of one case stand together.
#[test]
fn diff_tells_lines_of_an_answer_that_stand_apart_or_twice() {
    let folder = Folder::new("answers");
    let line = |id: &str, duty: &str, due: &str| format!("{id},{duty},1,,,{due},,,open,\n");
    let good = [
        line("A", "problem-analysis", "2026-02-16"),
        line("A", "wia-notice", "2027-09-19"),
        line("B", "wia-notice", "2027-09-19"),
    ];
    folder.write("good.csv", COLUMNS.to_string() + &good.concat());
    // A again after B, on lines 5 and 6.
    let again =
        [line("A", "plan-of-action", "2026-03-02"), line("A", "wia-claim", "2027-10-10")].concat();
    folder.write("apart.csv", COLUMNS.to_string() + &good.concat() + &again);
    let twice = line("B", "wia-notice", "2027-09-26");
    folder.write("twice.csv", COLUMNS.to_string() + &good.concat() + &twice);
    let diff = |a: &str, b: &str, more: &[&str], status: i32| {
        let (out, told) =
            folder.ended(&[&["diff", a, b, "--format", "json"], more].concat(), status);
        (String::from_utf8(out).expect("UTF-8"), told)
    };
    for (a, b) in [("good.csv", "apart.csv"), ("apart.csv", "good.csv")] {
        let (out, told) = diff(a, b, &[], 1);
        assert_eq!(out, "");
        let record = |line: u64| {
            format!(
                "{{\"file\":\"apart.csv\",\"line\":{line},\"id\":\"A\",\"error\":\"its id stands on line \
                 2 too, apart from this line: keep the lines of a case together as batch --obligations \
                 writes them, or give --allow-same-id\"}}\n"
            )
        };
        let wanted = record(5) + &record(6) + "2 cases compared, nothing moved, 2 rejected\n";
        assert_eq!(told, wanted);
    }
    for (a, b) in [("good.csv", "twice.csv"), ("twice.csv", "good.csv")] {
        let (out, told) = diff(a, b, &[], 1);
        assert_eq!(out, "");
        assert_eq!(
            told,
            "{\"file\":\"twice.csv\",\"line\":5,\"id\":\"B\",\"error\":\"its duty stands with the same \
             number on line 4 too: keep one of them, or give --allow-same-id\"}\n\
             2 cases compared, nothing moved, 1 rejected\n"
        );
        // Who allows it is told of the line itself.
        let (out, told) = diff(a, b, &["--allow-same-id"], 1);
        assert!(
            out.lines().count() > 0 && out.lines().all(|l| l.contains("\"repeated\"")),
            "{out}"
        );
        assert_eq!(told, "2 cases compared, 1 moved\n");
    }
    let (_, told) = diff("apart.csv", "apart.csv", &["--allow-same-id"], 0);
    assert_eq!(told, "3 cases compared, nothing moved\n");
}
