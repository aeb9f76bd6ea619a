//! `poortwachter calendar`, run as a user runs it.

use crate::common::output;
use std::path::PathBuf;
use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.arg("calendar").args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.output().expect("the command runs")
}

#[track_caller]
fn told(args: &[&str]) -> String {
    output::told(&run(args), 0)
}

#[track_caller]
fn error(args: &[&str]) -> String {
    output::error(&run(args))
}

/// A file of this test alone.
fn place(name: &str, text: Option<&str>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    match text {
        Some(text) => std::fs::write(&path, text).expect("a place for it"),
        None => drop(std::fs::remove_file(&path)),
    }
    path.display().to_string()
}

#[test]
fn neutral_unless_asked() {
    let neutral = told(&["examples/case.json", "--on", "2026-10-14"]);
    assert!(neutral.contains("SUMMARY:File deadline\r\n"));
    assert!(!neutral.contains("A-42") && !neutral.contains("42nd"));
    let args = ["examples/case.json", "--on", "2026-10-14", "--titles", "duty", "--show-id"];
    let duty = told(&[&args[..], &["--todo", "--lang", "nl"]].concat());
    assert!(duty.contains("BEGIN:VTODO\r\n") && !duty.contains("BEGIN:VEVENT"));
    assert!(duty.contains("SUMMARY:42e-weeksmelding (A-42)\r\n"));
}

#[test]
fn alarms_are_the_ones_asked_for() {
    let alarms = |args: &[&str]| {
        let text = told(&[&["examples/case.json", "--on", "2026-10-14"], args].concat());
        (text.contains("in 30 days"), text.contains("in 14 days"), text.contains("advised day"))
    };
    assert_eq!(alarms(&[]), (false, true, true));
    assert_eq!(alarms(&["--alarm", "30", "--alarm", "7"]), (true, false, true));
    assert_eq!(alarms(&["--no-alarms"]), (false, false, false));
}

#[test]
fn updates_the_file_in_place() {
    let case = place(
        "calendar-case.json",
        Some(
            r#"{"id":"A-1","spells":[{"first_day":"2026-01-05"}],
                 "events":[{"kind":"problem-analysis","on":"2026-02-18"}]}"#,
        ),
    );
    let file = place("calendar.ics", None);
    assert_eq!(told(&[&case, "--on", "2026-02-10", "-o", &file]), "");
    let read = || std::fs::read_to_string(&file).expect("it was written");
    let first = read();
    // What is planned for 2 March moves to 4 March.
    assert!(first.contains("DTSTART;VALUE=DATE:20260302") && !first.contains("SEQUENCE:1"));
    let night = [&case, "--on", "2026-02-18", "--update", &file, "-o", &file];
    assert_eq!(told(&night), "");
    let second = read();
    assert!(second.contains("DTSTART;VALUE=DATE:20260304") && second.contains("SEQUENCE:1"));
    assert_eq!(told(&night), "");
    assert_eq!(read(), second);
}

#[test]
fn several_cases_in_one_file() {
    let both = ["examples/case.json", "examples/case_interrupted.json", "--on", "2026-10-14"];
    let text = told(&[&both[..], &["--show-id"]].concat());
    assert!(text.contains("(A-42)\r\n") && text.contains("(A-17)\r\n"));
    assert_eq!(text.matches("BEGIN:VCALENDAR").count(), 1);
}

#[test]
fn errors_say_what_to_do() {
    let nameless =
        place("calendar-nameless.json", Some(r#"{"spells":[{"first_day":"2026-01-05"}]}"#));
    let told = error(&["examples/case.json", &nameless]);
    assert!(told.ends_with("calendar-nameless.json: the case has no id: give it one, a re-export recognises it by that"), "{told}");
    let missing = place("calendar-missing.ics", None);
    let told = error(&["examples/case.json", "--update", &missing]);
    assert!(told.ends_with("leave --update out the first time"), "{told}");
    let told = error(&["examples/case.json", "--update", "README.md"]);
    assert!(told.starts_with("error: README.md: line 1: this is no calendar"), "{told}");
    let told = error(&["examples/case.json", "-o", "no/such/folder/a.ics"]);
    assert!(told.ends_with("there is no such folder: check the path"), "{told}");
    let told = error(&["examples/case.json", "--no-alarms", "--alarm", "3"]);
    assert!(told.contains("cannot be used with"), "{told}");
}
