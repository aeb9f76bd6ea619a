//! A file of another shape or another encoding than a command reads: one line says what it is and what to
//! do, not one line for each of its lines.

use crate::common::folder::Folder;
use std::fs;

const CASE: &str = r#"{"id":"A-17","spells":[{"first_day":"2026-01-05"}]}"#;
const PRETTY: &str =
    "{\n  \"id\": \"A-17\",\n  \"spells\": [\n    {\"first_day\": \"2026-01-05\"}\n  ]\n}\n";

impl Folder {
    /// One line on standard error, exit status 2, and nothing else.
    #[track_caller]
    fn refuses(&self, args: &[&str], expected: &str) {
        let told = self.refusal(args);
        assert_eq!(told.lines().count(), 1, "{args:?}: {told}");
        assert!(told.contains(expected) && told.chars().count() <= 301, "{args:?}: {told}");
    }

    /// Every command on many cases refuses the whole file.
    #[track_caller]
    fn none_of_many(&self, file: &str, expected: &str) {
        let on = ["--on", "2026-07-01"];
        self.write("right.jsonl", CASE.as_bytes());
        for args in [
            &["batch", file, "-o", "out"][..],
            &["batch", file, "--obligations"],
            &["horizon", file],
            &["diff", file, "right.jsonl"],
            &["diff", "right.jsonl", file],
        ] {
            self.refuses(&[args, &on].concat(), expected);
            assert!(!self.0.join("out").exists() && !self.0.join("out.rejected.jsonl").exists());
        }
    }

    /// Every command on one case refuses it.
    #[track_caller]
    fn none_of_one(&self, file: &str, expected: &str) {
        for args in [
            &["timeline", file][..],
            &["explain", file],
            &["check", file],
            &["what-if", file, "--add", "2026-12-01 wia-claim"],
            &["reminders", file],
            &["calendar", file],
            &["picture", file],
        ] {
            self.refuses(args, expected);
        }
    }
}

#[test]
fn an_array_or_one_case_over_lines_is_no_file_of_many_cases() {
    let folder = Folder::new("array");
    let todo = "write one case a line (JSON Lines, .jsonl), or use timeline for one case";
    for (text, expected) in [
        (format!("[{CASE},{CASE}]"), "in.jsonl: this is a JSON array: "),
        (format!("[\n{CASE},\n{CASE}\n]\n"), "in.jsonl: this is a JSON array: "),
        (format!("\u{feff}\n[{CASE}]"), "in.jsonl: this is a JSON array: "),
        (PRETTY.to_string(), "in.jsonl: this JSON runs on over several lines: "),
        (PRETTY.replace('\n', "\r\n"), "in.jsonl: this JSON runs on over several lines: "),
        (PRETTY.replace("\"id\"", "'id'"), "in.jsonl: this JSON runs on over several lines: "),
        (PRETTY.repeat(3), "in.jsonl: this JSON runs on over several lines: "),
        (CASE.replace("[{", "[\n{"), "in.jsonl: this JSON runs on over several lines: "),
    ] {
        folder.write("in.jsonl", text.as_bytes());
        folder.none_of_many("in.jsonl", &format!("{expected}{todo}"));
    }
    folder.write("in.csv", CASE.as_bytes());
    let args = ["batch", "in.csv", "--on", "2026-07-01"];
    folder.refuses(&args, "in.csv: this is JSON and not CSV: write one case a line");
    folder.write("in.tsv", CASE.as_bytes());
    let args = ["batch", "in.tsv", "--on", "2026-07-01"];
    folder.refuses(&args, "in.tsv: this is JSON and not TSV: write one case a line");
}

#[test]
fn a_broken_first_line_stops_nothing() {
    let folder = Folder::new("first");
    for broken in [&CASE[..30], "{\"id\":\"A\"", "{", "nothing", "{\"spells\":[", "7"] {
        folder.write("in.jsonl", format!("{broken}\n{CASE}\n{CASE}\n").as_bytes());
        let args =
            ["batch", "in.jsonl", "--on", "2026-07-01", "-o", "out.jsonl", "--allow-same-id"];
        let output = folder.run(&args);
        assert_eq!(output.status.code(), Some(1), "{broken}");
        let answers = fs::read_to_string(folder.0.join("out.jsonl")).expect("answers");
        assert_eq!(answers.lines().count(), 2, "{broken}");
    }
}

#[test]
fn lines_of_cases_are_no_single_case() {
    let folder = Folder::new("lines");
    let wrong = CASE.replace("spells", "spell");
    for text in [
        format!("{CASE}\n{CASE}\n"),
        format!("{CASE}\r\n\r\n{CASE}"),
        format!("{CASE}\r{CASE}\r"),
        format!("{wrong}\n{CASE}\n"),
    ] {
        folder.write("in.json", text.as_bytes());
        folder.none_of_one(
            "in.json",
            "in.json: this is JSON Lines with several cases: use batch, horizon or diff, or name a file \
             with one case",
        );
    }
    folder.write("in.json", format!("[{CASE}]").as_bytes());
    folder.none_of_one("in.json", "in.json: a case is a JSON object, {\"spells\"");
}

#[test]
fn other_encodings_and_line_ends() {
    let folder = Folder::new("encodings");
    let utf_16 = |text: &str, mark: bool, big: bool| -> Vec<u8> {
        let units = mark.then_some(0xfeff_u16).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let csv = "id,first_sick_day\nA-17,2026-01-05\n";
    for (mark, big) in [(true, true), (true, false), (false, true), (false, false)] {
        for (name, text) in [("in.jsonl", CASE), ("in.csv", csv)] {
            folder.write(name, utf_16(&format!("{text}\n{text}\n"), mark, big));
            folder.none_of_many(
                name,
                ": there are zero bytes in it, as in UTF-16 or in what is no text: save",
            );
            folder.none_of_one(
                name,
                ": there are zero bytes in it, as in UTF-16 or in what is no text: save",
            );
        }
    }
    for (name, text) in [("in.jsonl", format!("{CASE}\n{CASE}\n")), ("in.csv", csv.to_string())] {
        folder.write(name, text.replace('\n', "\r").as_bytes());
        folder.none_of_many(name, ": its lines end in a carriage return (CR) only: save it with");
    }
    // One case may stand on lines of any kind.
    folder.write("in.json", PRETTY.replace('\n', "\r").as_bytes());
    assert!(folder.run(&["timeline", "in.json"]).status.success());
    // The byte order mark of some editors counts for nothing.
    for (name, text) in [("in.jsonl", CASE), ("in.csv", csv)] {
        folder.write(name, format!("\u{feff}{text}").as_bytes());
        assert!(folder.run(&["batch", name, "--on", "2026-07-01"]).status.success());
    }
    folder.write("in.json", b"{\"id\": \"\xff\"}");
    folder.none_of_one("in.json", ": this is not UTF-8 text: save the file as UTF-8");
    folder.write("in.json", b"{\"id\": \"\0\"}");
    folder.none_of_one("in.json", ": there are zero bytes in it");
    folder.write("in.jsonl", b"PAR1\x15\x04");
    let args = ["batch", "in.jsonl", "--on", "2026-07-01"];
    folder.refuses(&args, "in.jsonl: this is a Parquet file: give its name the ending .parquet");
    folder.write("in.json", b"PAR1\0\0");
    folder.none_of_one("in.json", ": there are zero bytes in it");
}

#[test]
fn depth_and_length_without_end() {
    let folder = Folder::new("endless");
    let deep = format!("{{\"spells\":{}", "[".repeat(100_000));
    folder.write("in.json", deep.as_bytes());
    folder.none_of_one(
        "in.json",
        "in.json:1:13: spells[0][0]: here stands a list, but it must be a day",
    );
    folder.write("in.json", "[".repeat(100_000).as_bytes());
    folder.none_of_one("in.json", "in.json: a case is a JSON object, {\"spells\"");
    let long = "x".repeat(100 << 20);
    folder.write("in.json", long.as_bytes());
    folder.refuses(&["timeline", "in.json"], "in.json:1:1: expected value: correct the JSON there");
    folder.write("in.csv", long.as_bytes());
    folder.none_of_many("in.csv", "in.csv: the first line is longer than 1048576 bytes: ");
    folder.write("in.jsonl", format!("{{\"id\":\"{long}\"}}\n{CASE}\n").as_bytes());
    let output = folder.run(&["batch", "in.jsonl", "--on", "2026-07-01"]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(told.starts_with("{\"line\":1,\"id\":null,\"error\":\"the line is longer"), "{told}");
    assert_eq!(String::from_utf8(output.stdout).expect("UTF-8").lines().count(), 1);
}

#[test]
fn every_row_says_in_one_cell_when_somebody_was_sick() {
    let folder = Folder::new("cells");
    let rows = [
        "id,spells,first_sick_day,last_sick_day",
        "A,2026-01-05/,,",
        "B,,2026-01-05,2026-02-01",
        "C,2026-01-05/,2026-01-05,",
        "D,,,",
        "E,2026-01-05/,,2026-02-01",
        "F,,,2026-02-01",
    ];
    folder.write("in.csv", rows.join("\n").as_bytes());
    let output = folder.run(&["batch", "in.csv", "--on", "2026-07-01", "-o", "out.csv"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let answers = fs::read_to_string(folder.0.join("out.csv")).expect("answers");
    let ids: Vec<&str> =
        answers.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(ids, ["A", "B"]);
    let rejected = fs::read_to_string(folder.0.join("out.csv.rejected.jsonl")).expect("rejected");
    let twice = "spells: first_sick_day or last_sick_day says too when somebody was sick: keep one";
    let expected = [
        format!("{{\"line\":4,\"id\":\"C\",\"error\":\"{twice}\"}}"),
        "{\"line\":5,\"id\":\"D\",\"error\":\"spells: there is no spell: record the first day of \
         incapacity\"}"
            .to_string(),
        format!("{{\"line\":6,\"id\":\"E\",\"error\":\"{twice}\"}}"),
        "{\"line\":7,\"id\":\"F\",\"error\":\"last_sick_day: there is no first_sick_day: record it\"}"
            .to_string(),
    ];
    assert_eq!(rejected.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn options_of_another_name() {
    let folder = Folder::new("options");
    folder.write("case.json", CASE.as_bytes());
    for (args, expected) in [
        (
            &["timeline", "case.json", "--datum", "2026-07-01"][..],
            "there is no --datum: did you mean --on?",
        ),
        (&["timeline", "case.json", "--dag=2026-07-01"], "there is no --dag: did you mean --on?"),
        (&["check", "case.json", "--taal", "nl"], "there is no --taal: did you mean --lang?"),
        (&["horizon", "case.json", "--dagen", "3"], "there is no --dagen: did you mean --days?"),
        (
            &["timeline", "--eerste-ziektedag", "2026-01-05"],
            "--eerste-ziektedag: did you mean --first-sick-day?",
        ),
        (&["protocol", "list", "--taal", "nl"], "there is no --taal: did you mean --lang?"),
        // The command has no such option: no tip.
        (&["law", "--datum", "2026-07-01"], "there is no --datum (see --help)"),
        (
            &["timeline", "case.json", "--lead-days", "3"],
            "there is no --lead-days: did you mean --lead?",
        ),
        (&["timeline", "case.json", "--frobnicate"], "there is no --frobnicate (see --help)"),
        (
            &["timeline", "case.json", "another.json"],
            "unexpected argument 'another.json' (see --help)",
        ),
    ] {
        folder.refuses(args, expected);
        let output = folder.run(args);
        assert!(!String::from_utf8_lossy(&output.stderr).contains("as a value"), "{args:?}");
    }
}
