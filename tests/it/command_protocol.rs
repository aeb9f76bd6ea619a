//! `reminders` and `protocol`, run as a user runs them. Every date below was counted by hand.

use crate::common::output;
use serde_json::Value;
use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.env("COLUMNS", "100").env_remove("NO_COLOR");
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

#[track_caller]
fn line<'t>(text: &'t str, parts: &[&str]) -> &'t str {
    let found = text.lines().find(|line| parts.iter().all(|part| line.contains(part)));
    found.unwrap_or_else(|| panic!("no line has {parts:?}:\n{text}"))
}

const CASE: &str = "examples/case.json";

#[test]
fn reminders_of_the_next_weeks() {
    let text = told(&["reminders", CASE, "--on", "2026-10-14"]);
    line(&text, &["Case A-42", "Wed 14 Oct 2026", "Sun 13 Dec 2026"]);
    line(&text, &["Mon 26 Oct 2026", "employer", "42nd-week report", "today", "act"]);
    line(&text, &["Tue 27 Oct 2026", "42nd-week report", "1 day late"]);
    line(&text, &["Mon 30 Nov 2026", "Progress interview 7", "Mon 14 Dec~", "practice"]);
    assert!(!text.contains("Still open"), "{text}");
    let today = told(&["reminders", CASE, "--on", "2026-10-14", "--days", "0", "--lang", "nl"]);
    line(&today, &["Geen herinneringen"]);
}

#[test]
fn an_own_protocol_stands_apart_from_the_law() {
    let protocol = ["--protocol", "examples/protocol.json", "--lang", "nl"];
    let args = [&["reminders", CASE, "--on", "2026-01-20"][..], &protocol].concat();
    let text = told(&args);
    line(&text, &["vr  6 feb 2026", "Probleemanalyse", "zo  8 feb", "protocol"]);
    line(&text, &["ma  9 feb 2026", "1 dag voorbij", "protocol"]);
    line(&text, &["ma 16 feb 2026", "vandaag", "ma 16 feb", "regeling"]);
    line(&text, &["protocol: eigen dag van de organisatie, geen wet."]);
    // A task that nothing is recorded about is not called open.
    assert!(!text.contains("Eerste belcontact: "), "{text}");
}

#[test]
fn what_was_missed_is_said_even_when_no_reminder_lies_ahead() {
    let args = ["reminders", CASE, "--on", "2027-08-20", "--preset", "hrmq", "--days", "1"];
    let text = told(&args);
    line(&text, &["42nd-week report: due Mon 26 Oct 2026 (act)"]);
    line(&text, &["Progress interview 6: due Mon 2 Nov 2026 (practice)"]);
    // The seventh waits for the sixth.
    assert!(!text.contains("Progress interview 7:"), "{text}");
}

#[test]
fn json_holds_reminders_tasks_and_duties() {
    let text = told(&[
        "reminders",
        CASE,
        "--on",
        "2027-09-01",
        "--preset",
        "xpert-suite",
        "--days",
        "30",
        "--format",
        "json",
    ]);
    let json: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["reminders_through"], "2027-10-01");
    assert_eq!(json["tasks"][0]["day"], "2027-08-29");
    assert_eq!(json["tasks"][0]["status"], "late");
    let duties = json["duties"].as_array().unwrap();
    let claim = duties.iter().find(|line| line["obligation"]["duty"] == "wia-claim").unwrap();
    assert_eq!(claim["own_date"]["day"], "2027-10-10");
    assert_eq!(claim["obligation"]["due"], "2027-10-17");
}

#[test]
fn a_preset_can_be_shown_written_and_compared() {
    let list = told(&["protocol", "list"]);
    line(&list, &["https://support.othersideatwork.nl/"]);
    line(&list, &["WIA claim", "week 92"]);
    let dutch = told(&["protocol", "list", "--lang", "nl"]);
    line(&dutch, &["Probleemanalyse", "uiterlijk week 6"]);
    line(&dutch, &["Melding bij de verzekeraar", "binnen 24 uur na de ziekmelding"]);
    let show = told(&["protocol", "show", "xpert-suite"]);
    line(&show, &["WIA claim", "last day of week 92"]);
    let json = told(&["protocol", "show", "xpert-suite", "--format", "json"]);
    let path = std::env::temp_dir().join("poortwachter-test-protocol.json");
    std::fs::write(&path, json).expect("a file");
    let path = path.to_str().expect("a path");
    assert_eq!(told(&["protocol", "diff", "xpert-suite", path]), "No difference\n");
    let diff = told(&["protocol", "diff", "uwv", "examples/protocol.json", "--lang", "nl"]);
    line(&diff, &["Probleemanalyse: eigen datum: laatste dag van week 6 → laatste dag van week 5"]);
}

#[test]
fn errors_name_the_file_the_field_and_what_to_do() {
    let refused = "tests/data/protocol_refused.json";
    assert_eq!(
        error(&["protocol", "show", refused]),
        "error: tests/data/protocol_refused.json:6:27: duties[1].own_date: wia-claim cannot be later \
         than its due day (WIA art. 64(3)): a protocol can only be stricter than the law; name a \
         day on or before the due day, or remove \"own_date\""
    );
    let unknown = error(&["reminders", CASE, "--preset", "xpert"]);
    assert!(unknown.contains("hrmq, sazas, uwv, xpert-suite"), "{unknown}");
    let none = error(&["protocol", "show", "no-such.json"]);
    assert!(none.contains("there is no such file"), "{none}");
    let case = error(&["protocol", "show", CASE]);
    assert!(case.contains("case.json:2:3: unknown field: remove it"), "{case}");
    let both = error(&["reminders", CASE, "--preset", "uwv", "--protocol", refused]);
    assert!(both.contains("cannot be used with"), "{both}");
}
