//! `poortwachter check`, run as a user runs it. Every date below was counted by hand.

use crate::common::output::{text, told};
use poortwachter::verdict::{Severity, Verdict};
use poortwachter::wire::CaseForm;
use poortwachter::{Case, Day, Lang, Timeline};
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// One late claim, an open second track, a wage sanction and a part of the report.
const FILE: [&str; 4] = ["check", "examples/file_to_check.json", "--on", "2026-06-08"];
const IN_ORDER: [&str; 4] = ["check", "examples/file_in_order.json", "--on", "2026-04-20"];

const SANCTION: &str = r#"{"id":"S-1","spells":[{"first_day":"2023-01-02"}],"events":[
    {"kind":"problem-analysis","on":"2023-02-10"},{"kind":"plan-of-action","on":"2023-02-20"},
    {"kind":"wia-claim","on":"2024-10-27"},{"kind":"reintegration-report","on":"2024-10-27"},
    {"kind":"wage-sanction","on":"2024-11-10","weeks":52}]}"#;

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.env("COLUMNS", "110").env_remove("NO_COLOR");
    command
}

fn run(args: &[&str]) -> Output {
    command(args).output().expect("the command runs")
}

fn run_with(args: &[&str], input: &str) -> Output {
    let mut command = command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command runs");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
    child.wait_with_output().expect("it ends")
}

#[track_caller]
fn error(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout), "");
    let told = text(&output.stderr);
    assert!(told.starts_with("error: ") && told.ends_with('\n'), "{told}");
    assert_eq!(told.matches('\n').count(), 1, "{told}");
    told
}

#[track_caller]
fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no {part:?} in:\n{text}");
    }
}

/// The lines from the one that starts a finding up to the next one.
#[track_caller]
fn block<'t>(text: &'t str, title: &str) -> Vec<&'t str> {
    let mut lines = text.lines().skip_while(|line| !line.trim_start().starts_with(title));
    let first = lines.next().unwrap_or_else(|| panic!("no {title:?} in:\n{text}"));
    let rest = lines.take_while(|line| line.starts_with("    "));
    [first].into_iter().chain(rest).collect()
}

#[test]
fn the_exit_status_says_whether_there_are_findings() {
    told(&run(&IN_ORDER), 0);
    told(&run(&FILE), 1);
    for format in ["json", "md", "text"] {
        told(&run(&[&IN_ORDER[..], &["--format", format]].concat()), 0);
        told(&run(&[&FILE[..], &["--format", format, "--lang", "nl"]].concat()), 1);
    }
    // Attention alone is a finding, too: the problem analysis is due in six days.
    let sick = r#"{"spells":[{"first_day":"2026-01-05"}],
        "events":[{"kind":"sickness-report-occupational-health","on":"2026-01-06"}]}"#;
    let told_of = |on: &str| run_with(&["check", "-", "--on", on], sick);
    has(&told(&told_of("2026-02-10"), 1), &["Attention: 1 point of attention", "due in 6 days"]);
    told(&told_of("2026-01-20"), 0);
    // Nobody is sick yet.
    has(&told(&told_of("2026-01-01"), 0), &["nothing to judge yet", "Not yet sick"]);
}

#[test]
fn bad_input_is_one_line_and_status_2() {
    has(&error(&run(&["check"])), &["CASE.JSON", "--help"]);
    has(&error(&run(&["check", "no/such.json"])), &["no/such.json: there is no such file"]);
    has(&error(&run(&["check", "x", "--on", "2026-02-30"])), &["--on", "2026-01-05"]);
    has(&error(&run(&["check", "x", "--format", "xml"])), &["xml", "text, json, md"]);
    has(&error(&run_with(&["check", "-"], "")), &["standard input: there is nothing in it"]);
    let unknown = r#"{"spells":[{"first_day":"2026-01-05","cause":"x"}]}"#;
    has(&error(&run_with(&["check", "-"], unknown)), &["spells[0]: unknown field: remove it"]);
}

#[test]
fn the_table_says_what_matters_first() {
    let told = told(&run(&FILE), 1);
    let first = told.lines().next().expect("a line");
    has(first, &["Defective: 1 defect, 2 risks, ", " · case B-7 · Mon 8 Jun 2026"]);
    // Thirteen weeks before the waiting period ends on 30 August 2026.
    let report = block(&told, "Re-integration report (employer)").join("\n");
    has(&report, &["not recorded, 8 days overdue", "due Sun 31 May 2026"]);
    has(&report, &["wage sanction of at most 52 weeks", "do it now", "WIA art. 25(3) (act)"]);
    // Six weeks after the evaluation of 28 August 2025.
    let track = block(&told, "Start of the second track").join("\n");
    has(&track, &["done, 67 days late", "due Thu 9 Oct 2025, done Mon 15 Dec 2025"]);
    has(&track, &["policy, not law; see "]);
    // Two weeks after the analysis of 10 October 2024.
    let plan = block(&told, "Plan of action (employer)").join("\n");
    has(&plan, &["done, 7 days late", "due Thu 24 Oct 2024, done Thu 31 Oct 2024"]);
    has(&plan, &["RP art. 4(1) (regulation)"]);
    has(&block(&told, "WIA claim (employee)").join("\n"), &["due in 6 days", "Sun 14 Jun 2026"]);
    let order = ["Defective (1)", "At risk (2)", "Attention (", "In order: ", "Second track\n"];
    let places = order.map(|part| told.find(part).unwrap_or_else(|| panic!("no {part}")));
    assert!(places.is_sorted(), "{told}");
}

#[test]
fn practice_and_policy_are_never_law() {
    let case = r#"{"spells":[{"first_day":"2024-09-02"}]}"#;
    for args in [&["check", "-", "--on", "2026-03-02"][..], &["check", "-", "--format", "md"]] {
        let output = run_with(args, case);
        let told = told(&output, 1);
        has(&told, &["Nothing is recorded", "practice, not law; see "]);
        for bad in ["(practice) \"", "art. 2(1) (act)", "Werkwijzer (act)"] {
            assert!(!told.contains(bad), "{told}");
        }
    }
}

#[test]
fn second_track_report_and_plan() {
    let told = told(&run(&FILE), 1);
    has(
        &told,
        &["condition       own and other suitable work ruled out, recorded Mon 20 Oct 2025"],
    );
    has(&told, &["advised by      labour expert, Mon 20 Oct 2025"]);
    has(&told, &["phases          orientation on the person, Mon 22 Dec 2025"]);
    has(&told, &["until at most   Sun 30 Aug 2026*", "* computed under the law as of 2026-07-01."]);
    has(&told, &["A reviewer would ask:", "Why did it start later than six weeks"]);
    has(&told, &["full report, due Sun 31 May 2026: 5 of 12 parts missing"]);
    has(&told, &["[x] a administrative data ", "[ ] l the employee's opinion "]);
    has(&told, &["2 of 6 items not recorded", "[ ] moments of evaluation", "[x] goals"]);
    let clean = self::told(&run(&IN_ORDER), 0);
    for absent in ["Second track", "[x]", "Re-integration report"] {
        assert!(!clean.contains(absent), "{clean}");
    }
    has(&clean, &["In order: 4 · Not yet due: ", "--all lists them"]);
}

#[test]
fn all_lists_the_rest_and_folds_what_is_planned() {
    let told = told(&run(&[&IN_ORDER[..], &["--all"]].concat()), 0);
    has(&told, &["In order (4)", "done, on time (12 Feb)", "Not yet due ("]);
    has(&told, &["Progress interview 3–", "WIA claim", "planned, after the previous one"]);
    assert!(!told.contains("Progress interview 4") && !told.contains("--all"), "{told}");
}

#[test]
fn a_late_claim_and_a_sanction() {
    let told = told(&run_with(&["check", "-", "--on", "2025-04-01"], SANCTION), 1);
    // Eleven weeks before 29 December 2024, the last day of the waiting period.
    let claim = block(&told, "WIA claim (employee)").join("\n");
    has(&claim, &["done, 14 days late", "due Sun 13 Oct 2024, done Sun 27 Oct 2024"]);
    has(&claim, &["the wages run on by 14 days", "WIA art. 64(3) (act)"]);
    let sanction = block(&told, "Wage sanction: in force").join("\n");
    has(&sanction, &["imposed Sun 10 Nov 2024", "notify the UWV", "WIA art. 25(9) (act)"]);
    let md =
        self::told(&run_with(&["check", "-", "--on", "2025-04-01", "--format", "md"], SANCTION), 1);
    has(&md, &["| End of the waiting period | Sun 29 Dec 2024 |", "| End of the wage sanction |"]);
    has(&md, &["The WIA claim was 14 days late: wages and dismissal ban run on by as much."]);
}

#[test]
fn earlier_cases_and_recovery() {
    let case = r#"{"spells":[{"first_day":"2025-01-06","last_day":"2025-02-02"},
        {"first_day":"2026-01-05","last_day":"2026-05-10"}],"events":[
        {"kind":"interview","on":"2025-01-20"},{"kind":"problem-analysis","on":"2026-02-12"}]}"#;
    for format in ["text", "md"] {
        let args = ["check", "-", "--on", "2026-05-20", "--format", format];
        let told = told(&run_with(&args, case), 1);
        has(&told, &["Recovered after day 126", "Earlier case, closed: Mon 6 Jan 2025"]);
        has(&told, &["Progress interview, Mon 20 Jan 2025: belongs to an earlier case"]);
        assert!(!told.contains("Second track"), "{told}");
    }
}

#[test]
fn the_page_holds_every_finding_with_article_link_and_words() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/file_to_check.json");
    let bytes = std::fs::read(file).expect("the example");
    let form: CaseForm = serde_json::from_slice(&bytes).expect("JSON");
    let case = Case::try_from(form).expect("a case");
    let timeline = Timeline::new(&case);
    let verdict = Verdict::new(&timeline, Day::new(2026, 6, 8));
    for (name, lang) in [("nl", Lang::Nl), ("en", Lang::En)] {
        let told = told(&run(&[&FILE[..], &["--format", "md", "--lang", name]].concat()), 1);
        for finding in verdict.findings() {
            let citation = finding.citation();
            has(&told, &[&format!("[{citation}]({})", citation.url())]);
            if finding.severity() > Severity::InOrder {
                has(&told, &[&finding.title(lang), finding.repair().name(lang)]);
                has(&told, &[&format!("   > {}\n", finding.source().text)]);
                for cost in finding.cost() {
                    has(&told, &[&cost.words(lang)]);
                }
            }
        }
        has(&told, &[env!("CARGO_PKG_VERSION"), "2026-07-01", "\n---\n"]);
        // Every row of a table has as many cells as its header.
        let mut cells = 0;
        for line in told.lines() {
            let count = line.matches('|').count() - line.matches("\\|").count();
            assert!(!line.starts_with('|') || cells == 0 || count == cells, "{line}");
            cells = if line.starts_with('|') { count } else { 0 };
        }
    }
    let nl = told(&run(&[&FILE[..], &["--format", "md", "--lang", "nl"]].concat()), 1);
    has(&nl, &["geval B\\-7", "**Oordeel: gebrekkig**", "Niet beoordeeld zijn de open normen"]);
    has(&nl, &["| do 24 okt 2024 | Plan van aanpak | werkgever | do 31 okt 2024 |"]);
    has(&nl, &["## Tweede spoor", "## Re-integratieverslag", "## Loon, opzegverbod en WIA"]);
}

#[test]
fn an_identifier_writes_no_markdown_and_steers_no_terminal() {
    let id = r#"<b>[x](http://y)|*_`#\u001b[31m\n# \u202e"#;
    let case = format!(r#"{{"id":"{id}","spells":[{{"first_day":"2026-01-05"}}]}}"#);
    let args = ["check", "-", "--on", "2026-01-06", "--format"];
    let md = told(&run_with(&[&args[..], &["md"]].concat(), &case), 0);
    has(md.lines().next().expect("a line"), &["\\<b\\>\\[x\\]\\(http\\:\\/\\/y\\)\\|\\*\\_\\`\\#"]);
    let table = told(&run_with(&[&args[..], &["text"]].concat(), &case), 0);
    for told in [md, table] {
        assert!(!told.contains(['\x1b', '\u{202e}']), "{told}");
        assert!(!told.contains("\n# "), "{told}");
    }
}

#[test]
fn json_is_the_whole_verdict() {
    let output = told(&run(&[&FILE[..], &["--format", "json"]].concat()), 1);
    let json: serde_json::Value = serde_json::from_str(&output).expect("JSON");
    assert_eq!(json["case"], "B-7");
    assert_eq!(json["on"], "2026-06-08");
    assert_eq!(json["summary"], "defective");
    assert_eq!(json["second_track"]["started"], "2025-12-15");
    let findings = json["findings"].as_array().expect("a list");
    let claim = findings.iter().find(|one| one["topic"] == "wia-claim").expect("a claim");
    assert_eq!(claim["due"], "2026-06-14");
    let other =
        told(&run(&[&FILE[..], &["--format", "json", "--lang", "nl", "--all"]].concat()), 1);
    assert_eq!(other, output);
}

#[test]
fn fits_the_page_in_both_languages_without_colour() {
    for columns in ["80", "110"] {
        for lang in ["nl", "en"] {
            for args in [&FILE[..], &IN_ORDER[..]] {
                let args = [args, &["--lang", lang, "--all"]].concat();
                let output = command(&args).env("COLUMNS", columns).output().expect("it runs");
                let told = text(&output.stdout);
                assert!(!told.is_empty() && !told.contains('\x1b'), "{told}");
                let widest = told.lines().map(|line| line.chars().count()).max().unwrap_or(0);
                let room: usize = columns.parse().expect("a number");
                assert!(widest <= room, "{widest} of {columns} columns:\n{told}");
                assert!(told.lines().all(|line| line == line.trim_end()), "{told}");
            }
        }
    }
    let nl = text(&run(&[&FILE[..], &["--lang", "nl"]].concat()).stdout);
    has(&nl, &["Gebrekkig: 1 gebrek, 2 risico's", "geval B-7 · ma 8 jun 2026", "Tweede spoor"]);
    has(&nl, &["uiterlijk zo 31 mei 2026", "te doen ", "Een beoordelaar zou vragen:"]);
    for english in ["overdue", "at stake", "not recorded", "missing", "policy", "practice"] {
        assert!(!nl.contains(english), "{english} in:\n{nl}");
    }
}

#[test]
fn help_has_examples_and_the_exit_status() {
    let help = told(&run(&["check", "--help"]), 0);
    has(
        &help,
        &["Examples:", "poortwachter check case.json", "Exit status: 0 in order; 1 findings"],
    );
    has(&help, &["--on <DATE>", "--all", "[default: text]", "[default: en]"]);
    has(&told(&run(&["--help"]), 0), &["check", "A file judged"]);
}
