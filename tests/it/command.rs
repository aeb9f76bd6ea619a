//! The command, run as a user runs it. Every date below was counted by hand.

use crate::common::output::{error, has, line, text, told};
use poortwachter::Lang;
use std::io::Write;
use std::process::{Command, Output, Stdio};

const FIRST: [&str; 3] = ["timeline", "--first-sick-day", "2026-01-05"];

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.env("COLUMNS", "160").env_remove("NO_COLOR");
    command
}

fn run(args: &[&str]) -> Output {
    command(args).output().expect("the command runs")
}

fn run_with(args: &[&str], input: &[u8]) -> Output {
    let mut command = command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command runs");
    child.stdin.take().expect("a pipe").write_all(input).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn timeline(args: &[&str]) -> String {
    told(&run(&[&["timeline"], args].concat()), 0)
}

fn refused(case: &str) -> String {
    error(&run_with(&["timeline", "-"], case.as_bytes()))
}

#[test]
fn one_day_gives_the_dates_of_two_years() {
    let args = ["--first-sick-day", "2026-01-05", "--on", "2026-02-10", "--all"];
    let told = timeline(&args);
    has(&told, &["Tue 10 Feb 2026", "Sick: day 37, week 6, sick year 1"]);
    has(
        line(&told, "Mon 16 Feb 2026 "),
        &[" 7 ", "Problem analysis", "due in 6 days", "regulation"],
    );
    has(
        line(&told, "Mon 26 Oct 2026*"),
        &[" 43 ", "42nd-week report", "open", "Fri 23 Oct", "act"],
    );
    has(line(&told, "Sun 17 Oct 2027*"), &[" 93 ", "WIA claim", "employee", "not yet open"]);
    has(line(&told, "End of wages"), &["Sun  2 Jan 2028*", "BW7 art. 629(1)"]);
    has(line(&told, "WIA can start"), &["Mon  3 Jan 2028*", "WIA art. 54(2)"]);
    has(line(&told, "End of the dismissal ban"), &["Tue  4 Jan 2028*"]);
    has(&told, &["* computed under the law as of 2026-07-01."]);
    assert!(!told.contains("hidden"), "{told}");
}

#[test]
fn what_to_do_stands_on_top_with_its_article() {
    let told = timeline(&["--first-sick-day", "2026-01-05", "--on", "2026-02-17"]);
    let to_do = told.split("To do now").nth(1).and_then(|rest| rest.split("Milestones").next());
    let lines: Vec<_> = to_do.expect("a block").lines().skip(1).collect();
    has(lines[0], &["Problem analysis: 1 day overdue (Mon 16 Feb 2026)"]);
    has(lines[1], &["employer with occupational physician", "RP art. 2(2) (regulation)"]);
    has(lines[1], &["binnen zes weken na de eerste dag van ongeschiktheid"]);
    // A practice is overdue for longer, but is never presented as law.
    has(lines[2], &["Sickness report", "37 days overdue (Sun 11 Jan 2026)"]);
    has(lines[3], &["the day is practice, not law"]);
    has(&told, &["Nothing is recorded"]);
}

#[test]
fn dutch_words_and_dates() {
    let args = ["--first-sick-day", "2026-01-05", "--on", "2026-02-10", "--lang", "nl", "--all"];
    let told = timeline(&args);
    has(&told, &["di 10 feb 2026", "Ziek: dag 37, week 6, ziektejaar 1", "Nu te doen"]);
    has(line(&told, "ma 16 feb 2026 "), &["Probleemanalyse", "werkgever", "nog 6 dagen"]);
    has(line(&told, "Einde loondoorbetaling"), &["zo  2 jan 2028*"]);
    has(line(&told, "ma 26 okt 2026*"), &["42e-weeksmelding", "kan nu", "wet"]);
}

#[test]
fn hides_what_is_far_away_and_says_so() {
    let short = timeline(&["examples/case.json", "--on", "2026-10-14"]);
    let all = timeline(&["examples/case.json", "--on", "2026-10-14", "--all"]);
    let rows = |told: &str| {
        let due = ["Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun ", "no day "];
        told.lines().filter(|line| due.iter().any(|day| line.starts_with(day))).count()
    };
    let hidden = rows(&all) - rows(&short);
    has(&short, &[&format!("{hidden} lines hidden"), "--all shows them"]);
    has(line(&short, "Progress interview 6"), &["Mon  2 Nov 2026*", "practice"]);
    assert!(!short.contains("Progress interview 7"), "{short}");
    // The claim is too far away.
    let is_claim = |line: &str| line.contains("WIA claim");
    assert!(!short.lines().any(is_claim), "{short}");
    has(&all, &["Progress interview 7", "WIA claim", "Sickness report"]);
    has(line(&short, "Plan of action"), &["Thu 26 Feb 2026", "done 2 Mar, 4 days late"]);
}

#[test]
fn interruption_and_leave_move_the_dates() {
    let told = timeline(&["examples/case_interrupted.json", "--on", "2023-06-01"]);
    has(&told, &["Case A-17 · Thu 1 Jun 2023", "Sick: day 382, week 55, sick year 2"]);
    // 21 recovered days and 112 days of leave after 31 December 2023.
    has(line(&told, "End of wages"), &["Sun 12 May 2024"]);
    has(line(&told, "42nd-week report: "), &["199 days overdue (Mon 14 Nov 2022)"]);
}

#[test]
fn recovery_sanction_and_pension() {
    let case = r#"{"spells":[{"first_day":"2026-01-05","last_day":"2026-05-10"}]}"#;
    let told_of =
        |case: &str, on: &str| told(&run_with(&["timeline", "-", "--on", on], case.as_bytes()), 0);
    let recovered = told_of(case, "2026-05-20");
    has(&recovered, &["Recovered after day 126", "Sun 7 Jun 2026"]);
    assert!(!recovered.contains("Milestones"), "{recovered}");
    has(&told_of(case, "2026-06-08"), &["sick again is a new case"]);

    let case = r#"{"spells":[{"first_day":"2023-01-02"}],"events":[
        {"kind":"wia-claim","on":"2024-10-13"},
        {"kind":"wage-sanction","on":"2024-11-10","weeks":52},
        {"kind":"wia-granted","on":"2025-12-30"}]}"#;
    let sanction = told_of(case, "2025-01-10");
    has(line(&sanction, "End of the wage sanction"), &["Sun 28 Dec 2025", "WIA art. 25(9)"]);
    has(&sanction, &["decided Sun 10 Nov 2024", "1 event after Fri 10 Jan 2025 is left out"]);
    has(line(&sanction, "End of wages"), &["Sun 28 Dec 2025", "with the wage sanction"]);

    let case = r#"{"spells":[{"first_day":"2026-01-05"}],"state_pension_day":"2026-11-01"}"#;
    let pension = told_of(case, "2026-10-20");
    has(line(&pension, "End of wages"), &["Sat 12 Dec 2026*", "629(2)", "state pension age"]);
    has(line(&pension, "WIA can start"), &["no: pension first"]);
}

#[test]
fn without_delay_is_now_and_names_no_day() {
    let told_of = |events: &str| {
        let case = format!(
            r#"{{"spells":[{{"first_day":"2026-01-05"}}],"employment_last_day":"2026-09-30",
                "events":[{{"kind":"long-absence-foreseen","on":"2026-03-01"}}{events}]}}"#
        );
        told(&run_with(&["timeline", "-", "--on", "2026-03-20"], case.as_bytes()), 0)
    };
    let open = told_of("");
    has(line(&open, "Problem analysis: "), &["without delay: the law names no day"]);
    has(line(&open, "no day "), &["Problem analysis", "undetermined"]);
    has(line(&open, "End of wages"), &["Wed 30 Sep 2026*", "end of the employment"]);
    assert!(!open.contains("dismissal ban"), "{open}");
    let done = told_of(r#",{"kind":"problem-analysis","on":"2026-03-10"}"#);
    assert!(!done.contains("Problem analysis: "), "{done}");
    has(line(&done, "Problem analysis"), &["done", "10 Mar 2026; without delay"]);
}

#[test]
fn earlier_cases_and_unused_events_are_told() {
    let case = r#"{"spells":[{"first_day":"2025-01-06","last_day":"2025-02-02"},
        {"first_day":"2026-01-05"}],"events":[{"kind":"interview","on":"2025-01-20"}]}"#;
    let told = told(&run_with(&["timeline", "-", "--on", "2026-01-12"], case.as_bytes()), 0);
    has(&told, &["Earlier case, closed: Mon 6 Jan 2025 to Sun 2 Feb 2025 (28 days)"]);
    has(&told, &["Progress interview, Mon 20 Jan 2025: belongs to an earlier case"]);
}

#[test]
fn fits_the_page_without_breaking_words() {
    for columns in ["80", "100", "140"] {
        for lang in ["nl", "en"] {
            for file in ["examples/case.json", "examples/case_interrupted.json"] {
                let args = ["timeline", file, "--on", "2026-10-14", "--lang", lang, "--all"];
                let told =
                    told(&command(&args).env("COLUMNS", columns).output().expect("it runs"), 0);
                let widest = told.lines().map(|line| line.chars().count()).max().unwrap_or(0);
                let room: usize = columns.parse().expect("a number");
                assert!(widest <= room, "{widest} of {columns} columns:\n{told}");
                has(&told, &[if lang == "nl" { "Voortgangsgesprek" } else { "Progress" }]);
                assert!(told.lines().all(|line| line == line.trim_end()), "{told}");
            }
        }
    }
}

#[test]
fn no_colour_in_a_pipe() {
    for colour in [None, Some("1")] {
        let mut command = command(&["timeline", "examples/case.json"]);
        if let Some(value) = colour {
            command.env("NO_COLOR", value);
        }
        let told = told(&command.output().expect("it runs"), 0);
        assert!(!told.contains('\x1b'), "{told}");
    }
}

#[test]
fn json_is_whole_and_parses() {
    let args = ["examples/case.json", "--on", "2026-10-14", "--format", "json"];
    let told = timeline(&args);
    let json: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(json["case"], "A-42");
    assert_eq!(json["on"], "2026-10-14");
    assert_eq!(json["counted_day"], 283);
    assert_eq!(json["wages"]["last_day"], "2028-01-02");
    assert_eq!(json["next"]["duty"], "uwv-sickness-report");
    let obligations = json["obligations"].as_array().expect("a list");
    let claim = obligations.iter().find(|one| one["duty"] == "wia-claim").expect("a claim");
    assert_eq!(claim["due"], "2027-10-17");
    assert_eq!(timeline(&[&args[..], &["--all", "--lang", "nl"]].concat()), told);
}

#[test]
fn lead_decides_what_is_soon() {
    let status = |lead: &str| {
        let on = ["--on", "2026-02-10", "--lead", lead, "--format", "json"];
        let told = told(&run(&[&FIRST[..], &on].concat()), 0);
        let json: serde_json::Value = serde_json::from_str(&told).expect("JSON");
        let list = json["obligations"].as_array().expect("a list").clone();
        let found = list.into_iter().find(|one| one["duty"] == "problem-analysis");
        found.expect("an analysis")["status"].clone()
    };
    assert_eq!(status("6"), "due-soon");
    assert_eq!(status("5"), "open");
}

#[test]
fn reads_the_clock_only_when_nobody_says_the_day() {
    has(&told(&run(&FIRST), 0), &["Milestones"]);
    let args = ["examples/case.json", "--on", "2026-03-01"];
    assert_eq!(timeline(&args), timeline(&args));
}

#[test]
fn standard_input_with_a_byte_order_mark() {
    let case = "\u{feff}{\"id\":\"B\",\"spells\":[{\"first_day\":\"2026-01-05\"}]}";
    let told = told(&run_with(&["timeline", "-", "--on", "2026-01-06"], case.as_bytes()), 0);
    has(&told, &["Case B · Tue 6 Jan 2026", "Sick: day 2, week 1"]);
}

#[test]
fn errors_name_file_field_and_remedy() {
    has(&error(&run(&["timeline"])), &["--first-sick-day 2026-01-05", "case.json"]);
    has(&error(&run(&["timeline", "no/such.json"])), &["no/such.json: there is no such file"]);
    has(&error(&run(&["timeline", "src"])), &["src: "]);
    has(&error(&run(&["timeline", "--on", "2026-02-30", "x"])), &["--on", "2026-01-05"]);
    has(
        &error(&run(&["timeline", "--onn", "2026-02-03"])),
        &["--onn", "did you mean --on?", "--help"],
    );
    has(
        &error(&run(&["timeline", "a.json", "--first-sick-day", "2026-01-05"])),
        &["cannot be used"],
    );
    has(
        &error(&run(&["timeline", "--first-sick-day", "1990-01-01"])),
        &["--first-sick-day: ", "2004-01-01"],
    );

    let overlap = r#"{"spells":[{"first_day":"2026-01-05","last_day":"2026-03-10"},
        {"first_day":"2026-03-01"}]}"#;
    has(&refused(overlap), &["standard input:2:10: spells[1].first_day: ", "order the spells"]);
    let unknown = r#"{"spells":[{"first_day":"2026-01-05"}],
        "events":[{"kind":"boom\u001b[31m\nx","on":"2026-02-01"}]}"#;
    let told = refused(unknown);
    has(&told, &["events[0].kind: ", "unknown kind"]);
    assert!(!told.contains('\x1b') && !told.contains("boom"));
}

#[test]
fn errors_in_json_name_the_place() {
    has(&refused("{\n  \"spells\": [}\n"), &["standard input:2:14: ", "correct"]);
    has(&refused(""), &["there is nothing in it"]);
    has(&refused("[]"), &["a case is a JSON object"]);
    let told = refused(r#"{"spells":[{"first_day":"2026-02-30"}]}"#);
    has(&told, &["spells[0].first_day: there is no such day", "2026-01-05"]);
    let told = refused(r#"{"spells":[{"first_day":"2026-02-03","diagnosis":"x"}]}"#);
    has(&told, &["1:38: spells[0]: unknown field", "remove it"]);
    has(&refused(r#"{"spells":[{}]}"#), &["spells[0]: missing field \"first_day\"", "add it"]);
    let output = run_with(&["timeline", "-"], b"\xff\xfe{}");
    has(&error(&output), &["standard input: ", "UTF-8"]);
}

#[test]
fn the_whole_law_in_markdown() {
    for lang in [Lang::Nl, Lang::En] {
        let told = told(&run(&["law", "--format", "md", "--lang", lang.pick("nl", "en")]), 0);
        for rule in poortwachter::law::LAW.rules() {
            has(
                &told,
                &[&format!("(`{}`)\n", rule.id()), rule.name(Lang::Nl), rule.name(Lang::En)],
            );
            for (_, version) in rule.versions() {
                let bounds = [version.opens, version.advised, Some(version.due), version.tolerated];
                for bound in bounds.into_iter().flatten() {
                    let citation = bound.source.citation;
                    has(
                        &told,
                        &[&format!("> {}\n", bound.source.text), bound.reading.in_lang(lang)],
                    );
                    has(&told, &[&format!("[{citation}]({})", citation.url())]);
                }
            }
        }
    }
}

#[test]
fn the_law_as_a_table() {
    let told = told(&run(&["law"]), 0);
    for rule in poortwachter::law::LAW.rules() {
        has(&told, &[rule.id()]);
    }
    has(line(&told, "Problem analysis"), &["employer", "regulation", "within 6 weeks", "RP art."]);
}

#[test]
fn help_has_examples() {
    for args in [&["--help"][..], &["timeline", "--help"], &["timeline", "-h"], &["law", "--help"]]
    {
        has(&told(&run(args), 0), &["Examples:", "poortwachter "]);
    }
    has(&told(&run(&["timeline", "--help"]), 0), &["\"spells\"", "[default: en]"]);
    has(&told(&run(&["--help"]), 0), &["NO_COLOR", "POORTWACHTER_LANG", "COLUMNS"]);
    let nothing = run(&[]);
    assert_eq!(nothing.status.code(), Some(2));
    has(&text(&nothing.stderr), &["Usage:", "timeline", "law"]);
}

/// `poortwachter law --format md | head -1` does not panic.
#[test]
fn a_closed_pipe_is_no_error() {
    let mut command = command(&["law", "--format", "md"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(text(&output.stderr), "");
    assert!(output.status.success());
}
