//! `poortwachter horizon` from file to file, as a user runs it. The dates were counted by hand.

use crate::common::output::text;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder of its own for every test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = format!("poortwachter-horizon-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(folder);
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.0.join(name), text).expect("a file");
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
        command.args(args).current_dir(&self.0).env("COLUMNS", "100");
        command.output().expect("the command runs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[track_caller]
fn ended(output: &Output, status: i32) -> String {
    assert_eq!(output.status.code(), Some(status), "{}", text(&output.stderr));
    text(&output.stdout)
}

/// Looked at on 10 February 2026. A: the report of 11 January is overdue, the analysis due on the
/// 16th. B: two weeks after the analysis of the 9th is the 23rd. C: the analysis is overdue since June
/// 2025, and the 42 weeks end on 22 February. X has no such day.
const CASES: &str = "\
id,first_sick_day,events
A,2026-01-05,
B,2026-01-05,2026-01-06 sickness-report-occupational-health;2026-02-09 problem-analysis
X,2026-01-32,
C,2025-05-05,2025-05-06 sickness-report-occupational-health
";

fn counts(list: &Value, name: &str) -> Vec<(String, u64)> {
    let pair = |one: &Value| {
        let name = one[name].as_str().expect("a name").to_string();
        (name, one["count"].as_u64().expect("a number"))
    };
    list.as_array().expect("a list").iter().map(pair).collect()
}

#[test]
fn everything_that_lies_ahead() {
    let folder = Folder::new("all");
    folder.write("cases.csv", CASES);
    let args = ["horizon", "cases.csv", "--on", "2026-02-10", "--days", "20"];
    let output = folder.run(&[&args[..], &["--format", "json"]].concat());
    let all: Value = serde_json::from_str(&ended(&output, 1)).expect("JSON");
    assert_eq!(
        text(&output.stderr),
        "{\"line\":4,\"id\":\"X\",\"error\":\"first_sick_day: there is no such day: write days \
         as 2026-01-05 (YYYY-MM-DD)\"}\n"
    );
    assert_eq!((&all["cases"], &all["left_out"]), (&json!(3), &json!(1)));
    assert_eq!((&all["on"], &all["last_day"]), (&json!("2026-02-10"), &json!("2026-03-02")));
    let due = all["due"].as_array().expect("a list");
    let due: Vec<String> =
        due.iter().map(|one| format!("{} {} {}", one["day"], one["duty"], one["count"])).collect();
    // 42 weeks from 5 May 2025 end on Sunday 22 February 2026; the first day after is Monday.
    assert_eq!(
        due,
        [
            "\"2026-02-16\" \"problem-analysis\" 1",
            "\"2026-02-23\" \"plan-of-action\" 1",
            "\"2026-02-23\" \"uwv-sickness-report\" 1",
        ]
    );
    let pairs = |pairs: &[(&str, u64)]| -> Vec<(String, u64)> {
        pairs.iter().map(|(name, count)| (name.to_string(), *count)).collect()
    };
    assert_eq!(counts(&all["per_day"], "day"), pairs(&[("2026-02-16", 1), ("2026-02-23", 2)]));
    assert_eq!(counts(&all["per_actor"], "actor"), pairs(&[("employer", 3)]));
    // A: the report. C: the analysis of 16 June 2025.
    assert_eq!(
        counts(&all["overdue"], "duty"),
        pairs(&[("sickness-report-occupational-health", 1), ("problem-analysis", 1)])
    );
    let point = &all["points"][0];
    assert_eq!((&point["id"], &point["kind"]), (&json!("C"), &json!("uwv-sickness-report")));
    assert_eq!((&point["last_day"], &point["days_left"]), (&json!("2026-02-23"), &json!(13)));
    assert_eq!(all["points"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_page_in_two_languages() {
    let folder = Folder::new("page");
    folder.write("cases.csv", CASES);
    let args =
        ["horizon", "cases.csv", "--on", "2026-02-10", "--days", "20", "--rejected", "x.jsonl"];
    let english = ended(&folder.run(&args), 1);
    for part in [
        "3 cases · Tue 10 Feb 2026 up to and including Mon 2 Mar 2026",
        "1 case was rejected and is left out (see x.jsonl)",
        "42nd-week report",
        "  Mon 16 Feb 2026  1  ████████████████████\n",
        "  Mon 23 Feb 2026  2  ████████████████████████████████████████\n",
        "employer        2    3",
        "Cannot be undone after",
    ] {
        assert!(english.contains(part), "{part}: {english}");
    }
    let dutch = ended(&folder.run(&[&args[..], &["--lang", "nl"]].concat()), 1);
    for part in ["3 dossiers", "werkgever", "42e-weeksmelding", "Niet meer terug te draaien na"] {
        assert!(dutch.contains(part), "{part}: {dutch}");
    }
}

/// The same count from the rows of `batch --obligations`.
#[test]
fn it_adds_up_to_the_rows_of_batch() {
    let folder = Folder::new("sums");
    // Enough for several pieces of 256 KiB.
    let mut cases = String::from("id,first_sick_day,events\n");
    for n in 0..9000_u32 {
        let (year, month, day) = (2024 + n % 3, n / 3 % 12 + 1, n / 36 % 28 + 1);
        let reported = match n % 2 {
            0 => format!("{year}-{month:02}-{day:02} sickness-report-occupational-health"),
            _ => String::new(),
        };
        cases.push_str(&format!("case-{n},{year}-{month:02}-{day:02},{reported}\n"));
    }
    folder.write("cases.csv", &cases);
    let on = "2026-07-01";
    let last = "2026-07-31";
    let rows = ["batch", "cases.csv", "--on", on, "--obligations", "--out-format", "jsonl"];
    let rows = ended(&folder.run(&rows), 0);
    let (mut due, mut overdue) = (BTreeMap::<String, u64>::new(), BTreeMap::<String, u64>::new());
    for row in rows.lines() {
        let row: Value = serde_json::from_str(row).expect("JSON");
        let text = |name: &str| row[name].as_str().unwrap_or_default().to_string();
        match text("status").as_str() {
            "overdue" => *overdue.entry(text("duty")).or_default() += 1,
            "open" | "due-soon" | "due-today" | "not-yet-open"
                if (on..=last).contains(&text("due").as_str()) =>
            {
                *due.entry(text("duty")).or_default() += 1;
            }
            _ => {}
        }
    }
    let horizon = ["horizon", "cases.csv", "--on", on, "--days", "30", "--format", "json"];
    let all: Value = serde_json::from_str(&ended(&folder.run(&horizon), 0)).expect("JSON");
    assert!(due.len() > 5 && overdue.len() > 5, "there is something to count");
    assert_eq!(counts(&all["per_duty"], "duty").into_iter().collect::<BTreeMap<_, _>>(), due);
    assert_eq!(counts(&all["overdue"], "duty").into_iter().collect::<BTreeMap<_, _>>(), overdue);
    let sum = |name: &str, by: &str| counts(&all[name], by).iter().map(|(_, n)| n).sum::<u64>();
    let total = due.values().sum::<u64>();
    assert_eq!([sum("per_day", "day"), sum("per_actor", "actor")], [total, total]);
    assert_eq!(all["due_total"], json!(total));
    assert_eq!(all["cases"], json!(9000));
}

#[test]
fn a_picture_of_the_half_year() {
    let folder = Folder::new("picture");
    folder.write("cases.csv", CASES);
    let args = ["horizon", "cases.csv", "--on", "2026-02-10", "--days", "1"];
    ended(&folder.run(&[&args[..], &["--picture", "half.svg"]].concat()), 1);
    let picture = fs::read_to_string(folder.0.join("half.svg")).expect("a picture");
    assert!(picture.starts_with("<svg") && picture.trim_end().ends_with("</svg>"));
    // What is overdue, and what lies beyond --days: the plan of 23 February.
    assert!(picture.contains("2 overdue"), "{picture}");
    assert!(picture.contains("Plan of action"), "{picture}");
    let missing = [&args[..], &["--picture", "no/such/folder.svg"]].concat();
    ended(&folder.run(&missing), 2);
}
