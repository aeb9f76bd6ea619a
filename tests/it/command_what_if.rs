//! `poortwachter what-if`, run as a user runs it. Every date below was counted by hand.

use crate::common::output::{has, line, text};
use std::process::{Command, Output};

fn run(width: &str, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(["what-if", "examples/case.json"]).args(args);
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("COLUMNS", width);
    command.output().expect("the command runs")
}

#[track_caller]
fn told(width: &str, args: &[&str]) -> String {
    let output = run(width, args);
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

const RELAPSE: [&str; 6] =
    ["--on", "2026-10-14", "--add", "recovered 2026-11-30", "--add", "sick 2026-12-21"];

#[test]
fn a_relapse_after_three_weeks() {
    let wide = told("120", &RELAPSE);
    has(&wide, &["Case A-42 · what if · Mon 21 Dec 2026", "+  Sick from Mon 21 Dec 2026"]);
    has(
        line(&wide, "WIA claim"),
        &[
            "Sun 17 Oct 2027",
            "Sun  7 Nov 2027",
            "+21 days",
            "clock shifts 21 days (recovered days)",
        ],
    );
    has(line(&wide, "End of wages"), &["Sun  2 Jan 2028", "Sun 23 Jan 2028"]);
    // What was done stays done, and what does not move is not there.
    assert!(!wide.contains("Problem analysis"), "{wide}");
    // One planned interview stands for all of them.
    assert_eq!(wide.matches("Progress interview").count(), 1, "{wide}");
    has(&wide, &["more progress interviews move: --all shows them"]);
    let all = told("120", &[&RELAPSE[..], &["--all"]].concat());
    assert!(all.matches("Progress interview").count() > 5, "{all}");
}

#[test]
fn reasons_are_numbered_where_there_is_no_room() {
    let narrow = told("80", &RELAPSE);
    assert!(narrow.lines().all(|line| line.chars().count() <= 80), "{narrow}");
    has(line(&narrow, "WIA claim"), &["Sun 17 Oct 2027", "Sun  7 Nov 2027", "+21 days  1"]);
    has(line(&narrow, "  1   "), &["clock shifts 21 days (recovered days)"]);
}

#[test]
fn in_dutch() {
    let args = ["--on", "2026-10-14", "--remove", "2026-02-12 problem-analysis", "--lang", "nl"];
    let moved = [&args[..], &["--add", "2026-02-20 problem-analysis"]].concat();
    let told = told("80", &moved);
    has(line(&told, "~"), &["Probleemanalyse, vr 20 feb 2026 (was: do 12 feb 2026)"]);
    // Two weeks after the analysis.
    has(line(&told, "Plan van aanpak"), &["do 26 feb 2026", "vr  6 mrt 2026", "+8 dagen"]);
    has(&told, &["volgt op: Probleemanalyse, vr 20 feb 2026"]);
    // Due on 16 February.
    has(line(&told, "gedaan, op tijd     gedaan"), &["gedaan, 4 dagen te laat"]);
}

#[test]
fn nothing_moves() {
    let told = told("80", &["--on", "2026-10-14", "--add", "2026-10-01 plan-adjusted"]);
    has(&told, &["Nothing moves."]);
}

#[test]
fn json_has_everything_that_moved() {
    let told = told("80", &[&RELAPSE[..], &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!((json["case"].as_str(), json["on"].as_str()), (Some("A-42"), Some("2026-12-21")));
    let changes = json["changes"].as_array().expect("a list");
    let claim = changes
        .iter()
        .find(|change| change["subject"] == "wia-claim" && change["what"] == "due")
        .expect("the claim moved");
    assert_eq!((&claim["old"], &claim["new"]), (&"2027-10-17".into(), &"2027-11-07".into()));
    assert_eq!(claim["days_moved"], 21);
    let why = &claim["why"][0];
    assert_eq!((&why["reason"], &why["days"]), (&"clock-shifted".into(), &21.into()));
    assert_eq!(why["because"], "recovered");
}

#[test]
fn errors_point_at_the_argument_and_say_what_is_possible() {
    for (args, parts) in [
        (&[][..], &["what if what?", "--add 'recovered 2026-11-30'"][..]),
        (&["--add", "wia-claim"], &["--add 'wia-claim'", "'2026-12-01 wia-claim'", "'sick DATE'"]),
        (&["--add", "2026-13-01 wia-claim"], &["2026-13-01: there is no such day"]),
        (
            &["--add", "2026-12-01 wia-clam"],
            &["wia-clam: this name is unknown", "such as wia-claim"],
        ),
        (&["--add", "2026-12-01 wage-sanction weeks=x"], &["weeks=x: write a number"]),
        (&["--add", "2026-12-01 wage-sanction until=2027-01-01"], &["wage-sanction has no until"]),
        (&["--add", "2026-12-01 voluntary-extension"], &["voluntary-extension needs until=..."]),
        (&["--add", "2026-12-01 plan-holds item=x"], &["item=x: known are activities, goals"]),
        (&["--add", "sick 2026-12-01"], &["began on 2026-01-05 still goes on", "say first"]),
        (&["--add", "recovered 2026-01-05"], &["the first healthy day is a later one"]),
        (
            &["--add", "2026-03-09 plan-of-action"],
            &["it is already recorded, on 2026-03-02; leave that out first"],
        ),
        (&["--add", "2025-12-01 wia-claim"], &["the first sick day is 2026-01-05"]),
        (
            &["--remove", "2026-10-02 interview"],
            &["no interview on 2026-10-02 to remove", "2026-09-21"],
        ),
        (&["--remove", "2026-10-02 wia-claim"], &["no wia-claim is recorded", "plan-of-action"]),
    ] {
        let output = run("80", args);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(text(&output.stdout), "");
        assert_eq!(told.matches('\n').count(), 1, "{told}");
        has(&told, &[&["error: "], parts].concat());
    }
}
