//! `poortwachter explain`, run as a user runs it. Every date below was counted by hand.

use poortwachter::Day;
use poortwachter::law::wia::WIA_CLAIM;
use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.arg("explain").args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.env("COLUMNS", "200").env_remove("NO_COLOR");
    command.output().expect("the command runs")
}

#[track_caller]
fn told(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[track_caller]
fn refused(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let text = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(text.matches('\n').count(), 1, "{text}");
    text
}

const CASE: &str = "examples/case.json";
const ON: [&str; 2] = ["--on", "2026-10-14"];

#[test]
fn a_duty_in_dutch() {
    let text = told(&[&[CASE, "plan-of-action", "--lang", "nl"], &ON[..]].concat());
    // The analysis was there on 12 February: 14 days later.
    assert!(text.starts_with("Plan van aanpak: uiterlijk donderdag 26 februari 2026\n"), "{text}");
    assert!(text.contains("\n3. De som\n"), "{text}");
    assert!(text.contains("Dag 39 plus 14 is dag 53"), "{text}");
}

#[test]
fn a_milestone() {
    let text = told(&[&[CASE, "wia-start"], &ON[..]].concat());
    assert!(text.starts_with("WIA can start: Monday 3 January 2028\n"), "{text}");
}

#[test]
fn one_of_a_series() {
    // 2 March + 42 days is 13 April; the sixth one is due on 2 November.
    let args = [CASE, "progress-interview", "--number", "6", "--on", "2026-10-14"];
    assert!(told(&args).starts_with("Progress interview 6: "), "{}", told(&args));
    let text = refused(&[CASE, "progress-interview", "--number", "99", "--on", "2026-10-14"]);
    assert!(text.contains("there is no number 99 in this case: take 1 to "), "{text}");
    let text = refused(&[CASE, "wia-claim", "--number", "2", "--on", "2026-10-14"]);
    assert!(text.contains("there is only one of it in this case: leave --number out"), "{text}");
}

#[test]
fn steps_for_a_program() {
    let args = [CASE, "uwv-sickness-report", "--format", "json", "--lang", "nl"];
    let json: serde_json::Value =
        serde_json::from_str(&told(&[&args[..], &ON[..]].concat())).expect("JSON");
    assert_eq!(json["subject"], "uwv-sickness-report");
    assert_eq!(json["kind"], "duty");
    assert_eq!(json["day"], "2026-10-26");
    let steps = json["steps"].as_array().expect("steps");
    let sum = steps.iter().find(|step| step["id"] == "sum").expect("a sum");
    assert_eq!(sum["dates"], serde_json::json!(["2026-01-05", "2026-10-26"]));
    assert_eq!(sum["days"], 294);
    assert_eq!(sum["counted_day"], 295);
    let words = steps.iter().find(|step| step["id"] == "words").expect("the words");
    assert_eq!(words["citation"]["article"], "38");
}

#[test]
fn markdown_with_links() {
    let text = told(&[&[CASE, "wia-claim", "--format", "md"], &ON[..]].concat());
    assert!(text.starts_with("# WIA claim: due by Sunday 17 October 2027\n"), "{text}");
    // The version of that case, whose text gets another address when the law changes.
    let since = Some(Day::new(2013, 7, 1));
    let version = WIA_CLAIM.versions().find(|(window, _)| window.from == since);
    let citation = version.expect("a version").1.due.source.citation;
    let link = format!("- [WIA art. 64(3)](<{}>)", citation.url());
    assert!(link.contains("wetten.overheid.nl/BWBR0019057/"), "{link}");
    assert!(text.contains(&link), "{text}");
}

#[test]
fn names_are_listed_and_near_ones_offered() {
    let text = told(&[&[CASE], &ON[..]].concat());
    assert!(text.contains("  plan-of-action "), "{text}");
    assert!(text.contains("  end-of-wages "), "{text}");
    let text = refused(&[&[CASE, "plan-of-actoin"], &ON[..]].concat());
    assert!(text.contains("such as plan-of-action,"), "{text}");
    // It exists, but not in this case.
    let text = refused(&[&[CASE, "relapse-window"], &ON[..]].concat());
    assert!(text.contains("this case does not have it on 2026-10-14"), "{text}");
}
