//! `poortwachter batch` from file to file, as a user runs it. The dates were counted by hand.

use crate::common::output::text;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for every test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = format!("poortwachter-batch-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(folder);
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(name), text).expect("a file");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("a folder");
        let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
        let mut names: Vec<_> =
            entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// `poortwachter batch` in this folder, as of 10 February 2026.
    fn batch(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the command runs")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
        command.arg("batch").args(args).args(["--on", "2026-02-10"]).current_dir(&self.0);
        command
    }

    fn piped(&self, args: &[&str], input: &[u8]) -> Output {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command runs");
        child.stdin.take().expect("a pipe").write_all(input).expect("it reads");
        child.wait_with_output().expect("it ends")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[track_caller]
fn ended(output: &Output, status: i32) -> String {
    let told = text(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{told}");
    told
}

const CASES: &str = r#"{"id":"A","spells":[{"first_day":"2026-01-05"}]}
{"id":"B","spells":[{"first_day":"2026-01-05","last_day":"2026-01-09"}]}
{"id":"C","spells":[{"first_day":"2026-01-05"}],"leave":[{"first_day":"2026-01-26","last_day":"2026-02-01","joins":"yes"}],"events":[{"kind":"sickness-report-occupational-health","on":"2026-01-06"},{"kind":"problem-analysis","on":"2026-02-09"}]}
"#;

/// A: day 37, the report to the occupational physician is overdue since 11 January. C: seven days
/// of leave do not count, and two weeks after the analysis of 9 February is the 23rd.
const SUMMARIES: &str = r#"{"id":"A","counted_day":37,"week":6,"state":"sick","next_duty":"sickness-report-occupational-health","next_due":"2026-01-11","overdue":1,"worst":"overdue","wages_last_day":"2028-01-02","wia_start":"2028-01-03","missed":0,"ended":null,"ended_on":null}
{"id":"B","counted_day":5,"week":1,"state":"closed","next_duty":null,"next_due":null,"overdue":0,"worst":"lapsed","wages_last_day":null,"wia_start":null,"missed":0,"ended":"recovered","ended_on":"2026-02-06"}
{"id":"C","counted_day":30,"week":5,"state":"sick","next_duty":"plan-of-action","next_due":"2026-02-23","overdue":0,"worst":"due-soon","wages_last_day":"2028-01-09","wia_start":"2028-01-10","missed":0,"ended":null,"ended_on":null}
"#;

#[test]
fn json_lines_in_and_out() {
    let folder = Folder::new("jsonl");
    folder.write("cases.jsonl", CASES);
    let told = ended(&folder.batch(&["cases.jsonl", "-o", "out.jsonl"]), 0);
    assert_eq!(folder.read("out.jsonl"), SUMMARIES);
    assert!(told.starts_with("3 cases, 0 rejected, "), "{told}");
    assert_eq!(folder.names(), ["cases.jsonl", "out.jsonl"]);
}

const TABLE: &str = "\
id,spells,leave,events
A,2026-01-05/,,
B,2026-01-05/2026-01-09,,
C,2026-01-05/,2026-01-26/2026-02-01,2026-01-06 sickness-report-occupational-health;2026-02-09 problem-analysis
";

#[test]
fn csv_says_the_same() {
    let folder = Folder::new("csv");
    folder.write("cases.csv", TABLE);
    ended(&folder.batch(&["cases.csv", "-o", "out.jsonl"]), 0);
    assert_eq!(folder.read("out.jsonl"), SUMMARIES);
    // The same table as a Dutch spreadsheet writes it, and with tabs.
    let quoted = TABLE.lines().map(|line| {
        let cells: Vec<_> = line.split(',').map(|cell| format!("\"{cell}\"")).collect();
        cells.join(";") + "\r\n"
    });
    let header = "id;spells;leave;events\r\n";
    folder.write("dutch.csv", header.to_string() + &quoted.skip(1).collect::<String>());
    ended(&folder.batch(&["dutch.csv", "-o", "dutch.jsonl"]), 0);
    assert_eq!(folder.read("dutch.jsonl"), SUMMARIES);
    folder.write("tabs.tsv", TABLE.replace(',', "\t"));
    ended(&folder.batch(&["tabs.tsv", "-o", "tabs.jsonl"]), 0);
    assert_eq!(folder.read("tabs.jsonl"), SUMMARIES);
}

#[test]
fn csv_comes_out_with_a_header_and_empty_cells() {
    let folder = Folder::new("csv-out");
    folder.write("cases.jsonl", CASES.replace(r#""id":"B""#, r#""id":"B, \"the second\"""#));
    ended(&folder.batch(&["cases.jsonl", "-o", "out.csv"]), 0);
    let told = folder.read("out.csv");
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(
        lines[0],
        "id,counted_day,week,state,next_duty,next_due,overdue,worst,wages_last_day,wia_start,missed,ended,ended_on"
    );
    assert_eq!(
        lines[2],
        "\"B, \"\"the second\"\"\",5,1,closed,,,0,lapsed,,,0,recovered,2026-02-06"
    );
    assert_eq!(lines.len(), 4);
}

#[test]
fn first_sick_days_only() {
    let folder = Folder::new("days");
    folder.write(
        "days.csv",
        "first_sick_day,id,last_sick_day\n2026-01-05,A,\n2026-01-05,B,2026-01-09\n",
    );
    ended(&folder.batch(&["days.csv", "-o", "out.jsonl"]), 0);
    let wanted: Vec<_> = SUMMARIES.lines().take(2).collect();
    assert_eq!(folder.read("out.jsonl").lines().collect::<Vec<_>>(), wanted);
}

#[test]
fn obligations_one_by_one() {
    let folder = Folder::new("obligations");
    folder.write("cases.jsonl", CASES);
    ended(&folder.batch(&["cases.jsonl", "--obligations", "-o", "out.csv"]), 0);
    let told = folder.read("out.csv");
    assert!(told.starts_with("id,duty,number,opens,advised,due,tolerated,met,status,days\n"));
    // Six weeks after the first sick day, seven days of leave later for C.
    let line = |start: &str| told.lines().find(|line| line.starts_with(start)).expect("a line");
    assert!(line("A,problem-analysis,1,").contains(",2026-02-16,,,due-soon,6"), "{told}");
    assert!(
        line("C,problem-analysis,1,").contains(",2026-02-23,,2026-02-09,met-on-time,"),
        "{told}"
    );
}

#[test]
fn a_bad_case_is_rejected_with_its_line_and_stops_nothing() {
    let folder = Folder::new("rejected");
    let lines: Vec<_> = CASES.lines().collect();
    let mut bytes = format!("\u{feff}{}\r\n\r\n", lines[0]).into_bytes();
    bytes.extend_from_slice(b"{\"id\":\"\xff\"}\n");
    bytes.extend_from_slice(
        br#"{"id":"old","spells":[{"first_day":"1999-01-01"}]}
{"id":"kind","spells":[{"first_day":"2026-01-05"}],"events":[{"kind":"has the flu","on":"2026-01-06"}]}
{"id":"field","spells":[{"first_day":"2026-01-05","cause":"flu"}]}
{"id":"day","spells":[{"first_day":"flu"}]}
{"id":"type","spells":"flu"}
not JSON
[]
"#,
    );
    bytes.extend_from_slice(format!("{{\"id\":\"{}\"}}\n", "x".repeat(2 << 20)).as_bytes());
    bytes.extend_from_slice(format!("{}\n  \n{}", lines[1], lines[2]).as_bytes());
    folder.write("cases.jsonl", bytes);
    for threads in ["1", "8"] {
        let args = ["cases.jsonl", "-o", "out.jsonl", "--threads", threads];
        let told = ended(&folder.batch(&args), 1);
        assert!(
            told.starts_with("12 cases, 9 rejected (see out.jsonl.rejected.jsonl), "),
            "{told}"
        );
        assert_eq!(folder.read("out.jsonl"), SUMMARIES);
        let rejected = folder.read("out.jsonl.rejected.jsonl");
        let found: Vec<(u64, Option<String>, String)> = rejected
            .lines()
            .map(|line| {
                let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
                (
                    record["line"].as_u64().expect("a line"),
                    record["id"].as_str().map(str::to_string),
                    record["error"].as_str().expect("an error").to_string(),
                )
            })
            .collect();
        let wanted = [
            (3, None, "UTF-8"),
            (4, Some("old"), "spells[0].first_day: spell 1 starts on 1999-01-01, before 2004"),
            (5, Some("kind"), "events[0].kind: event 1 has an unknown kind: write"),
            (6, Some("field"), "spells[0]: unknown field: remove it"),
            (7, Some("day"), "spells[0].first_day: there is no such day: write days as 2026-01-05"),
            (8, Some("type"), "column 14: spells: here stands a string, but it must be a list"),
            (9, None, "correct the JSON there"),
            (10, None, "a case is a JSON object"),
            (11, None, "longer than"),
        ];
        assert_eq!(found.len(), wanted.len(), "{rejected}");
        for ((line, id, error), (at, known, part)) in found.iter().zip(wanted) {
            assert_eq!((*line, id.as_deref()), (at, known), "{error}");
            assert!(error.contains(part), "{error}");
            assert!(!error.contains("flu"), "{error}");
        }
    }
}

#[test]
fn a_csv_row_that_cannot_be_read_says_which_cell() {
    let folder = Folder::new("cells");
    folder.write(
        "cases.csv",
        "id,spells,events\n\
         ok,2026-01-05/,\n\
         few,2026-01-05/\n\
         many,2026-01-05/,,,\n\
         open,\"2026-01-05/,\n\
         period,2026-01-05,\n\
         event,2026-01-05/,2026-01-06 interview;2026-01-07 interview notes=tired\n\
         empty,,\n",
    );
    let told = ended(&folder.batch(&["cases.csv", "-o", "out.csv", "--rejected", "no.jsonl"]), 1);
    assert!(told.contains("7 cases, 6 rejected (see no.jsonl)"), "{told}");
    let rejected = folder.read("no.jsonl");
    let wanted = [
        r#"{"line":3,"id":null,"error":"the row has 2 cells, the header has 3"}"#,
        r#"{"line":4,"id":null,"error":"the row has more cells, the header has 3"}"#,
        r#"{"line":5,"id":null,"error":"a quote is not closed: a case stands on one line"}"#,
        r#"{"line":6,"id":"period","error":"spells[0]: this is no period"#,
        r#"{"line":7,"id":"event","error":"events[1]: after it only duty, until"#,
        r#"{"line":8,"id":"empty","error":"spells: there is no spell"#,
    ];
    for (line, wanted) in rejected.lines().zip(wanted) {
        assert!(line.starts_with(wanted), "{line}\n{wanted}");
        assert!(!line.contains("tired"), "{line}");
    }
    assert_eq!(folder.read("out.csv").lines().count(), 2);
}

#[test]
fn a_wrong_header_lists_the_known_columns() {
    let folder = Folder::new("header");
    for (header, part) in [
        (
            "id,first_day",
            "column 2 has an unknown name; known are id, regime, spells, leave, events",
        ),
        ("id,id,spells", "column 2 is \"id\" like one before it"),
        ("id,regime", "no column spells and no column first_sick_day"),
        ("", "there is no header"),
    ] {
        folder.write("cases.csv", format!("{header}\nA,2026-01-05/\n"));
        let told = ended(&folder.batch(&["cases.csv", "-o", "out.csv"]), 2);
        assert!(told.starts_with("error: cases.csv: ") && told.contains(part), "{told}");
        assert_eq!(folder.names(), ["cases.csv"]);
    }
}

#[test]
fn standard_input_and_output() {
    let folder = Folder::new("pipe");
    let output = folder.piped(&["-"], CASES.as_bytes());
    assert!(ended(&output, 0).starts_with("3 cases, 0 rejected, "));
    assert_eq!(text(&output.stdout), SUMMARIES);
    let output = folder.piped(&["-", "--format", "csv", "--out-format", "jsonl"], TABLE.as_bytes());
    ended(&output, 0);
    assert_eq!(text(&output.stdout), SUMMARIES);
    // Without a file for them, rejected cases are told on standard error.
    let output = folder.piped(&["-"], b"{\"id\":\"A\",\"spells\":[]}");
    let told = ended(&output, 1);
    assert!(
        told.starts_with("{\"line\":1,\"id\":\"A\",\"error\":\"spells: there is no spell"),
        "{told}"
    );
    assert_eq!(text(&output.stdout), "");
    assert!(folder.names().is_empty());
    let output = folder.piped(&["-"], b"");
    assert!(ended(&output, 0).starts_with("0 cases, 0 rejected, "));
}

#[test]
fn who_closes_the_pipe_early_has_seen_enough() {
    let folder = Folder::new("closed");
    folder.write("cases.jsonl", CASES.repeat(20_000));
    let mut command = folder.command(&["cases.jsonl", "--allow-same-id"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(ended(&output, 0), "");
}

/// Many pieces of different length, worked on by many threads.
fn many(count: usize) -> String {
    let case = |i: usize| {
        let events: String = (0..i % 7)
            .map(|n| format!("{{\"kind\":\"interview\",\"on\":\"2026-01-{:02}\"}},", 10 + n))
            .collect();
        let events = events.trim_end_matches(',');
        format!(
            "{{\"id\":\"{i}\",\"spells\":[{{\"first_day\":\"2026-01-05\"}}],\"events\":[{events}]}}\n"
        )
    };
    (0..count).map(case).collect()
}

#[test]
fn answers_come_out_in_the_order_of_the_input() {
    let folder = Folder::new("order");
    folder.write("cases.jsonl", many(30_000));
    for threads in ["1", "3", "16"] {
        let name = format!("{threads}.jsonl");
        ended(&folder.batch(&["cases.jsonl", "-o", &name, "--threads", threads]), 0);
        let told = folder.read(&name);
        assert_eq!(told.lines().count(), 30_000);
        for (i, line) in told.lines().enumerate() {
            assert!(line.starts_with(&format!("{{\"id\":\"{i}\",")), "{line}");
        }
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_no_file() {
    let folder = Folder::new("interrupted");
    folder.write("out.jsonl", "what was there before\n");
    for signal in ["INT", "TERM", "KILL"] {
        let mut command = folder.command(&["-", "-o", "out.jsonl", "--rejected", "no.jsonl"]);
        let mut child = command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().expect("runs");
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(many(20_000).as_bytes()).expect("it reads");
        input.write_all(b"[]\n").expect("it reads");
        // It is still being written to when the signal comes.
        let id = child.id().to_string();
        let kill = Command::new("kill").args(["-s", signal, &id]).status().expect("kill runs");
        assert!(kill.success());
        let status = child.wait().expect("it ends");
        assert!(!status.success());
        drop(input);
        assert_eq!(folder.read("out.jsonl"), "what was there before\n");
        let left = folder.names().into_iter().filter(|name| !name.ends_with(".part"));
        assert_eq!(left.collect::<Vec<_>>(), ["out.jsonl"]);
        if signal != "KILL" {
            assert_eq!(folder.names(), ["out.jsonl"], "{signal}");
        }
    }
}

#[test]
fn what_cannot_run_says_so_and_leaves_nothing() {
    let folder = Folder::new("refused");
    folder.write("cases.jsonl", CASES);
    for (args, part) in [
        (&["nowhere.jsonl"][..], "nowhere.jsonl: there is no such file"),
        (&["."], "this is a directory"),
        (&["cases.jsonl", "-o", "no/where.jsonl"], "there is no such folder"),
        (&["cases.jsonl", "-o", "."], "this is a directory"),
        (&["cases.jsonl", "--threads", "0"], "--threads"),
    ] {
        let told = ended(&folder.batch(args), 2);
        assert!(told.starts_with("error: ") && told.contains(part), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
        assert_eq!(folder.names(), ["cases.jsonl"]);
    }
}

#[test]
fn a_later_run_without_rejected_cases_takes_their_file_away() {
    let folder = Folder::new("again");
    folder.write("cases.jsonl", format!("{CASES}[]\n"));
    ended(&folder.batch(&["cases.jsonl", "-o", "out.jsonl"]), 1);
    assert!(folder.path("out.jsonl.rejected.jsonl").exists());
    folder.write("cases.jsonl", CASES);
    ended(&folder.batch(&["cases.jsonl", "-o", "out.jsonl"]), 0);
    assert_eq!(folder.names(), ["cases.jsonl", "out.jsonl"]);
}

#[cfg(target_os = "linux")]
#[test]
fn memory_stays_bounded_however_long_the_stream() {
    let peak = |cases: usize, more: &[&str]| {
        let folder = Folder::new(&format!("memory-{cases}"));
        let mut command = folder.command(&[&["-", "--threads", "2"], more].concat());
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it runs");
        let mut input = child.stdin.take().expect("a pipe");
        let piece = many(2_000);
        for number in 0..cases / 2_000 {
            // Every identifier stands once.
            let piece = piece.replace("{\"id\":\"", &format!("{{\"id\":\"{number}-"));
            input.write_all(piece.as_bytes()).expect("it reads");
        }
        let status =
            fs::read_to_string(Path::new("/proc").join(child.id().to_string()).join("status"));
        drop(input);
        assert!(child.wait().expect("it ends").success());
        let status = status.expect("a status");
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("a peak");
        line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).expect("a number")
    };
    let same = ["--allow-same-id"];
    let (short, long) = (peak(40_000, &same), peak(400_000, &same));
    assert!(long < short * 3 / 2 + 4_000, "{short} kB, then {long} kB");
    assert!(long < 64_000, "{long} kB");
    // At most 40 bytes for an identifier that is compared.
    let compared = peak(400_000, &[]);
    assert!(compared < long + 400_000 * 40 / 1_000 + 4_000, "{long} kB, {compared} kB");
}
