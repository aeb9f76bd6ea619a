//! Errors in a file point at its line, its column and the field. Every place was counted by hand.

use std::io::Write;
use std::process::{Command, Stdio};

/// What stands on standard error; nothing else may be said, and in one line.
#[track_caller]
fn error(args: &[&str], input: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command runs");
    // It may refuse before it reads.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(output.stdout.is_empty());
    assert_eq!(told.matches('\n').count(), 1, "{told}");
    told.strip_prefix("error: ").expect("an error").trim_end().to_string()
}

#[track_caller]
fn case(input: &str, told: &str) {
    let error = error(&["timeline", "-"], input);
    assert!(error.starts_with(&format!("standard input:{told}")), "{error}");
}

/// A case that is right but for what stands on its second line.
#[track_caller]
fn second_line(line: &str, told: &str) {
    case(&format!("{{\"spells\": [{{\"first_day\": \"2026-01-05\"}}],\n{line}}}"), told);
}

#[test]
fn wrong_types() {
    case(
        "{\n \"id\": 7, \"spells\": []}",
        "2:2: id: here stands a number, but it must be a string: correct the value",
    );
    case(
        "{\"spells\":\n {}}",
        "1:2: spells: here stands an object, but it must be a list: correct the value",
    );
    case(
        "{\"spells\": [\n  7]}",
        "2:3: spells[0]: here stands a number, but it must be an object: correct the value",
    );
    case(
        "{\"spells\": [\n  {\"first_day\": 20260105}]}",
        "2:4: spells[0].first_day: here stands a number, but it must be a day such as \"2026-01-05\"",
    );
    second_line(
        r#""events": [{"kind": "wage-sanction", "on": "2027-02-01", "weeks": -1}]"#,
        "2:58: events[0].weeks: here stands a number, but it must be a whole number from 0 on",
    );
    second_line(
        "\"interviews\": true",
        "2:1: interviews: here stands a boolean, but it must be a string",
    );
}

#[test]
fn a_refused_value_is_not_repeated() {
    let told = error(&["timeline", "-"], r#"{"spells": "something private"}"#);
    assert!(!told.contains("private"), "{told}");
}

#[test]
fn days_that_do_not_exist() {
    for day in ["2026-02-30", "05-01-2026", "", "2026-01-05T09:00"] {
        let input = format!("{{\"spells\": [{{\n\n    \"first_day\": \"{day}\"}}]}}");
        let told = "there is no such day: write days as 2026-01-05 (YYYY-MM-DD)";
        case(&input, &format!("3:5: spells[0].first_day: {told}"));
    }
}

#[test]
fn names_of_fields() {
    case(
        "{\"spells\": [\n{\"frist_day\": \"2026-01-05\"}]}",
        "2:2: spells[0]: unknown field: did you mean \"first_day\"?",
    );
    case(
        "{\"spells\": [{\"first_day\": \"2025-01-05\", \"last_day\": \"2025-02-05\"},\n  {}]}",
        "2:3: spells[1]: missing field \"first_day\": add it",
    );
    case("\n{\"id\": \"x\"}", "2:1: missing field \"spells\": add it");
    second_line(
        "\"id\": \"x\", \"id\": \"y\"",
        "2:12: id: this field stands there twice: keep one of them",
    );
    // Columns are counted in characters.
    second_line("\"id\": \"één\", \"colour\": 1", "2:14: unknown field: remove it; poortwachter");
}

#[test]
fn no_json() {
    case("{\"spells\": [\n  {\"first_day\": \"2026-01-05\",}]}", "2:30: trailing comma: correct");
    case("{\"spells\": [\n", "2:1: the text ends too early: close what is open there");
    case("hello", "1:1: expected value: correct the JSON there");
    case("[]", " a case is a JSON object, {\"spells\"");
    case(" \n", " there is nothing in it: a case looks like {\"spells\"");
}

#[test]
fn facts_that_contradict_each_other() {
    case(
        "{\"spells\": [\n  {\"first_day\": \"2026-01-05\", \"last_day\": \"2026-03-10\"},\n  \
         {\"first_day\": \"2026-03-01\"}\n]}",
        "3:4: spells[1].first_day: spell 2 starts on 2026-03-01, before spell 1 ends",
    );
    // The field that should be there is not: the spell it belongs to.
    case(
        "{\"spells\": [\n  {\"first_day\": \"2026-01-05\"},\n  {\"first_day\": \"2026-03-01\"}\n]}",
        "2:3: spells[0].last_day: spell 2 starts on 2026-03-01, but spell 1",
    );
    second_line(
        r#""leave": [{"first_day": "2026-05-01", "last_day": "2026-04-01"}]"#,
        "2:39: leave[0].last_day: leave 1 ends on 2026-04-01, before",
    );
    second_line(
        "\"events\": [\n {\"kind\": \"interview\", \"on\": \"2026-02-01\"},\n {\"kind\": \"boom\", \
         \"on\": \"2026-02-01\"}]",
        "4:3: events[1].kind: event 2 has an unknown kind: write the name of a duty",
    );
    second_line(
        r#""events": [{"kind": "interview", "on": "2025-02-01"}]"#,
        "2:34: events[0].on: event 1 (interview) is on 2025-02-01, before the first sick day",
    );
    second_line(
        "\"regime\": \"boss\"",
        "2:1: regime: this value is unknown: write one of employer, safety-net",
    );
    // A name that is nearly right.
    second_line(
        "\"regime\": \"safetynet\"",
        "2:1: regime: this value is unknown: did you mean \"safety-net\"?",
    );
    second_line(
        r#""events": [{"kind": "interveiw", "on": "2026-02-01"}]"#,
        "2:13: events[0].kind: this kind of event is unknown: did you mean \"interview\"?",
    );
}

#[test]
fn every_command_that_reads_a_case_says_the_same() {
    let wrong = "{\"spells\": [\n {\"first_day\": \"2026-13-05\"}]}";
    for args in [
        &["timeline", "-"][..],
        &["explain", "-"],
        &["check", "-"],
        &["what-if", "-", "--add", "2026-12-01 wia-claim"],
        &["reminders", "-"],
        &["calendar", "-"],
        &["picture", "-"],
    ] {
        assert_eq!(
            error(args, wrong),
            "standard input:2:3: spells[0].first_day: there is no such day: write days as 2026-01-05 \
             (YYYY-MM-DD)",
            "{args:?}"
        );
    }
}

#[test]
fn protocols() {
    let show = ["protocol", "show", "-"];
    let left_out = "{\"version\": 1, \"name\": \"x\",\n\"duties\": [{\"duty\": \"problem-analysis\",\n  \
                    \"left_out\": true}]}";
    let told = error(&show, left_out);
    assert!(
        told.starts_with("standard input:3:3: duties[0].left_out: problem-analysis cannot be"),
        "{told}"
    );
    let told = error(&show, &left_out.replace("true", "3"));
    assert!(
        told.starts_with("standard input:3:3: duties[0].left_out: here stands a number"),
        "{told}"
    );
    let told = error(&show, "{\"version\": 2,\n\"name\": \"x\"}");
    assert!(told.starts_with("standard input:1:2: version"), "{told}");
}

#[test]
fn files_by_their_name() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-errors.json");
    // The byte order mark of some editors counts for nothing.
    std::fs::write(&path, "\u{feff}{\"spells\": 1}").expect("it is written");
    let path = path.display().to_string();
    let told = error(&["timeline", &path], "");
    assert!(told.starts_with(&format!("{path}:1:2: spells: here stands a number")), "{told}");
}

#[test]
fn a_language_that_is_not_known() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    let output = command.args(["law"]).env("POORTWACHTER_LANG", "fr").output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(told.contains("invalid value 'fr' for 'POORTWACHTER_LANG'"), "{told}");
}
