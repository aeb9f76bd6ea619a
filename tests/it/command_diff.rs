//! `poortwachter diff` from file to file, as a user runs it. The dates were counted by hand.

use poortwachter::Day;
use poortwachter::law::wia::{WIA_CLAIM, WIA_DECISION};
use poortwachter::law::{LAW, Rule};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A folder of its own for every test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = format!("poortwachter-diff-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(folder);
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.0.join(name), text).expect("a file");
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the command runs")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
        command.args(args).current_dir(&self.0).env("COLUMNS", "100");
        command
    }

    /// The lines of `diff --format json`.
    fn lines(&self, args: &[&str]) -> Vec<Value> {
        let output = self.run(&[&["diff", "--format", "json"], args].concat());
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

#[track_caller]
fn ended(output: &Output, status: i32) {
    assert_eq!(output.status.code(), Some(status), "{}", told(output));
}

/// What moved from when to when, by how many days and why.
fn short(line: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_string();
    let why: Vec<String> = line["why"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|why| match (&why["days"], &why["rule"]) {
            (Value::Number(days), _) => format!("{} {days}", text(&why["reason"])),
            (_, Value::String(rule)) => format!("{} {rule}", text(&why["reason"])),
            _ => text(&why["reason"]),
        })
        .collect();
    format!(
        "{} {} {} {}: {} > {} ({}) {}",
        text(&line["case"]),
        text(&line["subject"]),
        line["number"],
        text(&line["what"]),
        text(&line["before"]),
        text(&line["after"]),
        line["days"],
        why.join(", ")
    )
}

fn of(lines: &[Value], subject: &str, what: &str) -> Vec<String> {
    let wanted = |line: &&Value| line["subject"] == subject && line["what"] == what;
    lines.iter().filter(wanted).map(short).collect()
}

const REPORTED: &str = r#"{"kind":"sickness-report-occupational-health","on":"2026-01-06"}"#;

/// Sick since Monday 5 January 2026, reported, with these events besides.
fn sick(id: &str, events: &str) -> String {
    let events = if events.is_empty() { REPORTED.into() } else { format!("{REPORTED},{events}") };
    format!(r#"{{"id":"{id}","spells":[{{"first_day":"2026-01-05"}}],"events":[{events}]}}"#) + "\n"
}

fn analysed(id: &str, on: &str) -> String {
    sick(id, &format!(r#"{{"kind":"problem-analysis","on":"{on}"}}"#))
}

#[test]
fn an_analysis_a_week_later_moves_the_plan_by_a_week() {
    let folder = Folder::new("analysis");
    folder.write("old.jsonl", analysed("A", "2026-02-05") + &sick("B", ""));
    folder.write("new.jsonl", analysed("A", "2026-02-12") + &sick("B", ""));
    let lines = folder.lines(&["old.jsonl", "new.jsonl", "--on", "2026-02-13"]);
    assert_eq!(
        of(&lines, "problem-analysis", "met"),
        ["A problem-analysis 1 met: 2026-02-05 > 2026-02-12 (7) fact-recorded"]
    );
    // Two weeks after 5 February is the 19th, after the 12th the 26th; both Thursdays.
    assert_eq!(
        of(&lines, "plan-of-action", "due"),
        ["A plan-of-action 1 due: 2026-02-19 > 2026-02-26 (7) follows problem-analysis"]
    );
    assert!(lines.iter().all(|line| line["case"] == "A"), "nothing moved in B");
    assert!(lines.iter().all(|line| line["subject"] != "wia-claim"), "a claim follows no plan");
}

#[test]
fn a_gap_of_three_weeks_shifts_the_clock() {
    let folder = Folder::new("gap");
    folder.write("old.csv", "id,spells\nA,2026-01-05/\n");
    // Recovered from 2 to 22 February, 21 days.
    folder.write("new.csv", "id;spells\r\nA;\"2026-01-05/2026-02-01;2026-02-23/\"\r\n");
    let lines = folder.lines(&["old.csv", "new.csv", "--on", "2026-03-01"]);
    // 104 weeks from 5 January 2026 end on Sunday 2 January 2028, and 21 days later on the 23rd.
    assert_eq!(
        of(&lines, "wia-start", "day"),
        ["A wia-start 1 day: 2028-01-03 > 2028-01-24 (21) clock-shifted 21"]
    );
    assert_eq!(
        of(&lines, "problem-analysis", "due"),
        ["A problem-analysis 1 due: 2026-02-16 > 2026-03-09 (21) clock-shifted 21"]
    );
}

#[test]
fn of_one_file_on_two_days_time_passed() {
    let folder = Folder::new("days");
    folder.write("cases.jsonl", sick("A", "") + &analysed("B", "2026-02-12"));
    let args = ["cases.jsonl", "cases.jsonl", "--on-old", "2026-02-16", "--on", "2026-02-17"];
    let lines = folder.lines(&args);
    // Six weeks after 5 January is 16 February. What B has done stays done.
    let moved: Vec<String> = lines.iter().map(short).collect();
    assert_eq!(moved, ["A problem-analysis 1 status: due-today > overdue (null) time-passed"]);
    let output = folder.run(&[&["diff"][..], &args].concat());
    ended(&output, 1);
    assert_eq!(
        text(&output),
        "\
cases.jsonl on Mon 16 Feb 2026 → cases.jsonl on Tue 17 Feb 2026

    What                              Was                      Is now                   Moves
A
  Time passed
    Problem analysis                  due today                1 day overdue

2 cases compared, 1 moved
"
    );
    let dutch = folder.run(&[&["diff", "--lang", "nl"][..], &args].concat());
    assert!(text(&dutch).contains("  Tijd verstreken\n    Probleemanalyse  "), "{}", text(&dutch));
    assert!(text(&dutch).ends_with("2 dossiers vergeleken, 1 verschoven\n"));
}

#[test]
fn under_a_supposed_term_moves_what_follows_from_it() {
    let folder = Folder::new("supposed");
    // What is supposed stands in the place of the version in force: cases that begin long after it began.
    let begun = r#"{"id":"A","spells":[{"first_day":"2090-01-02"}]}"#;
    let recovered = r#"{"id":"B","spells":[{"first_day":"2090-01-02","last_day":"2090-01-29"}]}"#;
    folder.write("cases.jsonl", format!("{begun}\n{recovered}\n"));
    let in_force = |rule: &Rule| rule.version_in_force().due.term.number().expect("a number");
    let (present, decision) = (in_force(&WIA_CLAIM), in_force(&WIA_DECISION));
    let longer = format!("wia-claim={}", present + 1);
    let args = ["cases.jsonl", "cases.jsonl", "--on", "2090-02-14", "--suppose", &longer];
    let lines = folder.lines(&args);
    // 104 weeks end on Sunday 30 December 2091.
    let before_the_end = |weeks: u16| Day::new(2091, 12, 30).saturating_add(-7 * i32::from(weeks));
    let (was, now) = (before_the_end(present), before_the_end(present + 1));
    assert_eq!(
        of(&lines, "wia-claim", "due"),
        [format!("A wia-claim 1 due: {was} > {now} (-7) rule-version wia-claim")]
    );
    // So many weeks later are Sundays: the term runs on to the Monday.
    let decided = |claim: Day| claim.saturating_add(7 * i32::from(decision) + 1);
    assert_eq!(
        of(&lines, "wia-decision", "due"),
        [format!(
            "A wia-decision 1 due: {} > {} (-7) rule-version wia-claim",
            decided(was),
            decided(now)
        )]
    );
    assert!(lines.iter().all(|line| line["why"][0]["citation"] == "hypothese"), "{lines:?}");
    assert!(lines.iter().all(|line| line["case"] == "A"), "B recovered long before: {lines:?}");
    for (lang, says) in [
        ("en", format!("\nSupposed, not the law: WIA claim: {} weeks", present + 1)),
        ("nl", String::from("\nVerondersteld, geen recht: ")),
    ] {
        let output = folder.run(&[&["diff", "--lang", lang], &args[..]].concat());
        ended(&output, 1);
        assert!(text(&output).contains(&says), "{}", text(&output));
    }
    let is_its_number = format!("wia-claim={present}");
    let can_be = format!("one from 1 to {} can be supposed instead", 10 * present);
    for (term, says) in [
        ("wia=12", "such as wia-claim, wia-decision"),
        ("wia-claim=0", &*can_be),
        (&*is_its_number, "that is its number"),
        ("wia-claim", "write a rule and a number, as in wia-claim=26"),
        ("wia-claim=x", "'x' is no whole number"),
    ] {
        let output = folder.run(&["diff", "cases.jsonl", "cases.jsonl", "--suppose", term]);
        ended(&output, 2);
        assert!(told(&output).contains(says), "{}", told(&output));
    }
    let batch = ["batch", "cases.jsonl", "--obligations", "--on", "2090-03-01", "-o", "out.jsonl"];
    ended(&folder.run(&batch), 0);
    let output = folder.run(&["diff", "out.jsonl", "out.jsonl", "--suppose", "wia-claim=26"]);
    ended(&output, 2);
    assert!(told(&output).contains("leave --on, --on-old and --suppose out"), "{}", told(&output));
}

#[test]
fn of_a_file_and_itself_nothing_moved() {
    let folder = Folder::new("itself");
    // An identifier that may stand twice goes with its like.
    let cases = analysed("A", "2026-02-05") + &sick("B", "") + &sick("A", "");
    folder.write("cases.jsonl", &cases);
    let same = "--allow-same-id";
    let output = folder.run(&["diff", "cases.jsonl", "cases.jsonl", "--on", "2026-03-01", same]);
    ended(&output, 0);
    assert!(text(&output).ends_with("\n\n3 cases compared, nothing moved\n"), "{}", text(&output));
    for out in ["results.jsonl", "results.csv"] {
        let batch = ["batch", "cases.jsonl", "--obligations", "--on", "2026-03-01", "-o", out];
        ended(&folder.run(&[&batch[..], &[same]].concat()), 0);
    }
    for (old, new) in [("results.jsonl", "results.csv"), ("results.csv", "results.jsonl")] {
        let output = folder.run(&["diff", old, new, "--format", "json", same]);
        ended(&output, 0);
        assert_eq!(text(&output), "");
        assert_eq!(told(&output), "3 cases compared, nothing moved\n");
    }
}

#[test]
fn any_order_and_cases_in_one_file_only() {
    let folder = Folder::new("order");
    let (a, b, c, d) = (sick("A", ""), sick("B", ""), sick("C", ""), sick("D", ""));
    folder.write("old.jsonl", [a.as_str(), &b, &c].concat());
    folder.write("new.jsonl", [d.as_str(), &c, &analysed("A", "2026-02-12")].concat());
    let args = ["old.jsonl", "new.jsonl", "--on", "2026-02-13"];
    let lines = folder.lines(&args);
    assert_eq!(
        of(&lines, "case", "presence"),
        [
            "D case 1 presence: - > present (null) only-in-new",
            "B case 1 presence: present > - (null) only-in-old"
        ]
    );
    assert_eq!(of(&lines, "problem-analysis", "met").len(), 1);
    assert_eq!(lines, folder.lines(&args), "the same again");
    let output = folder.run(&[&["diff"][..], &args].concat());
    ended(&output, 1);
    assert!(
        text(&output).ends_with(
            "2 cases compared, 1 moved, 1 only in the old file, 1 only in the new one\n"
        ),
        "{}",
        text(&output)
    );
}

/// More than one thread has a part of.
#[test]
fn many_cases_come_out_in_the_order_of_the_files() {
    let folder = Folder::new("many");
    let file = |of: &dyn Fn(usize) -> String| (0..1000).map(of).collect::<String>();
    folder.write("old.jsonl", file(&|i| analysed(&format!("{i}"), "2026-02-05")));
    folder.write("new.jsonl", file(&|i| analysed(&format!("{i}"), "2026-02-12")));
    let args = ["old.jsonl", "new.jsonl", "--on", "2026-02-13"];
    let mut cases: Vec<String> = folder
        .lines(&args)
        .iter()
        .map(|line| line["case"].as_str().expect("text").into())
        .collect();
    cases.dedup();
    assert_eq!(cases, (0..1000).map(|i| format!("{i}")).collect::<Vec<_>>());
    // Of files in opposite orders a pair comes by with its second half.
    folder.write("turned.jsonl", file(&|i| analysed(&format!("{}", 999 - i), "2026-02-12")));
    let output = folder.run(&["diff", "old.jsonl", "turned.jsonl", "--on", "2026-02-13"]);
    assert!(text(&output).ends_with("\n1,000 cases compared, 1,000 moved\n"));
    let again = folder.run(&["diff", "old.jsonl", "turned.jsonl", "--on", "2026-02-13"]);
    assert_eq!(text(&output), text(&again));
}

#[test]
fn a_bad_line_stops_nothing() {
    let folder = Folder::new("bad");
    let bad = r#"{"id":"B","spells":[{"first_day":"2026-01-32"}]}"#.to_string() + "\n";
    let nameless = r#"{"spells":[{"first_day":"2026-01-05"}]}"#.to_string() + "\n";
    folder.write("old.jsonl", sick("A", "") + &sick("B", "") + &sick("C", ""));
    folder
        .write("new.jsonl", sick("A", "") + "\n" + &bad + &nameless + &analysed("C", "2026-02-12"));
    let output =
        folder.run(&["diff", "old.jsonl", "new.jsonl", "--on", "2026-02-13", "--format", "json"]);
    ended(&output, 1);
    assert_eq!(
        told(&output),
        "\
{\"file\":\"new.jsonl\",\"line\":3,\"id\":\"B\",\"error\":\"column 22: spells[0].first_day: there is no \
such day: write days as 2026-01-05 (YYYY-MM-DD)\"}
{\"file\":\"new.jsonl\",\"line\":4,\"id\":null,\"error\":\"there is no id: diff matches cases by it\"}
2 cases compared, 1 moved, 2 rejected
"
    );
    // B is in both files: it must not be said to be gone.
    assert!(text(&output).lines().all(|line| line.starts_with("{\"case\":\"C\"")));
    // Where nothing else differs there still are lines that nobody looked at: not in one file only.
    folder.write("same.jsonl", sick("A", "") + &bad);
    let args =
        ["diff", "same.jsonl", "same.jsonl", "--on", "2026-02-13", "--rejected", "bad.jsonl"];
    let output = folder.run(&args);
    ended(&output, 1);
    assert!(
        text(&output).ends_with("1 case compared, nothing moved, 2 rejected (see bad.jsonl)\n"),
        "{}",
        text(&output)
    );
    assert_eq!(fs::read_to_string(folder.0.join("bad.jsonl")).expect("a file").lines().count(), 2);
}

const COLUMNS: &str = "id,duty,number,opens,advised,due,tolerated,met,status,days\n";

#[test]
fn answers_of_batch_say_what_can_be_known() {
    let folder = Folder::new("answers");
    let rows = |rows: &[&str]| COLUMNS.to_string() + &rows.join("\n") + "\n";
    folder.write(
        "old.csv",
        rows(&[
            "A,problem-analysis,1,2026-01-05,2026-02-13,2026-02-16,,,due-soon,3",
            "A,wia-notice,1,,,2027-09-19,,,open,",
            "B,problem-analysis,1,2026-01-05,2026-02-13,2026-02-16,,,due-soon,3",
            "C,problem-analysis,1,2026-01-05,2026-02-13,2026-02-16,,,due-soon,3",
        ]),
    );
    folder.write(
        "new.csv",
        rows(&[
            "A,problem-analysis,1,2026-01-05,2026-02-13,2026-02-16,,2026-02-14,met-on-time,",
            "A,wia-notice,1,,,2027-09-26,,,open,",
            "B,problem-analysis,1,2026-01-05,2026-02-13,2026-02-16,,,due-today,",
            "C,problem-analysis,1,2026-01-05,2026-02-13,2026-02-16,,,due-soon,2",
        ]),
    );
    let lines: Vec<String> = folder.lines(&["old.csv", "new.csv"]).iter().map(short).collect();
    assert_eq!(
        lines,
        [
            "A problem-analysis 1 met: - > 2026-02-14 (null) met",
            "A problem-analysis 1 status: due-soon > met-on-time (null) met",
            "A wia-notice 1 due: 2027-09-19 > 2027-09-26 (7) not-in-the-file",
            "B problem-analysis 1 status: due-soon > due-today (null) time-passed",
        ]
    );
    // The second line of A cannot be read: it must not be said to be gone.
    folder.write(
        "broken.csv",
        rows(&[
            "A,problem-analysis,1,2026-01-05,2026-02-13,2026-02-16,,,due-soon,3",
            "A,wia-notice,1,,,2027-09-31,,,open,",
            "B,problem-analysis,1,2026-01-05,2026-02-13,2026-02-16,,,due-soon,3",
            "C,problem-analysis,1,2026-01-05,2026-02-13,2026-02-16,,,due-soon,3",
        ]),
    );
    let output = folder.run(&["diff", "old.csv", "broken.csv", "--format", "json"]);
    ended(&output, 1);
    assert_eq!(text(&output), "");
    assert_eq!(
        told(&output),
        "{\"file\":\"broken.csv\",\"line\":3,\"id\":\"A\",\"error\":\"there is no such day: write days \
         as 2026-01-05 (YYYY-MM-DD)\"}\n3 cases compared, nothing moved, 1 rejected\n"
    );
}

/// Ten times the number of the law, and twenty years, in the unit of the term; and nothing is written.
#[test]
fn a_supposed_number_has_a_bound() {
    let folder = Folder::new("bounds");
    folder.write("cases.jsonl", sick("A", ""));
    let supposing = |terms: &[&str]| {
        let mut args = vec!["diff", "cases.jsonl", "cases.jsonl", "--on", "2026-02-17"];
        for term in terms {
            args.extend(["--suppose", term]);
        }
        folder.run(&args)
    };
    let of = |rule: &str, number: u64| supposing(&[&format!("{rule}={number}")]);
    // The longest in the unit of the term: weeks, years or months.
    for (rule, twenty_years) in [
        ("end-of-wages", 1_040),
        ("wia-claim", 1_040),
        ("progress-interview", 1_040),
        ("joining-wages", 1_040),
        ("end-of-dismissal-ban", 20),
        ("state-pension-wages", 1_040),
        ("own-employer-perspective", 240),
    ] {
        let in_force = LAW.rule(rule).expect("a rule").version_in_force();
        let present = u64::from(in_force.due.term.number().expect("a number"));
        let longest = (10 * present).min(twenty_years);
        assert!(of(rule, longest).status.code() < Some(2), "{}", told(&of(rule, longest)));
        for number in [0, longest + 1, 65_535, 65_536, u64::MAX] {
            let output = of(rule, number);
            ended(&output, 2);
            assert_eq!(text(&output), "");
            assert_eq!(
                told(&output),
                format!(
                    "error: --suppose {rule}={number}: its number is {present}, and one from 1 to \
                     {longest} can be supposed instead\n"
                )
            );
        }
    }
    for number in ["-1", "1.5", "x", "", "99999999999999999999"] {
        let output = supposing(&[&format!("wia-claim={number}")]);
        ended(&output, 2);
        assert!(told(&output).contains("is no whole number"), "{}", told(&output));
    }
    // Whatever the rule, the largest number of all is refused, and ten times its own ends.
    let numbers = LAW.rules().iter().filter_map(|rule| {
        Some((rule.id(), u64::from(rule.version_in_force().due.term.number()?)))
    });
    for (rule, present) in numbers {
        let output = of(rule, 65_535);
        ended(&output, 2);
        assert!(told(&output).contains("can be supposed instead"), "{}", told(&output));
        let output = of(rule, (present * 10).min(1_040));
        assert!(output.stdout.len() < 1_000_000, "{rule}");
    }
    // Each can be supposed, but not wages of twenty years with interviews in every week of them.
    for terms in [&["progress-interview=1"][..], &["end-of-wages=1040", "progress-interview=2"]] {
        let output = supposing(terms);
        ended(&output, 2);
        assert_eq!(text(&output), "");
        assert!(
            told(&output).contains("a series could have more than 500 lines"),
            "{}",
            told(&output)
        );
        assert_eq!(told(&output).lines().count(), 1);
    }
    assert!(supposing(&["end-of-wages=1040", "progress-interview=3"]).status.code() < Some(2));
}

#[test]
fn what_cannot_be_compared() {
    let folder = Folder::new("refused");
    folder.write("cases.jsonl", sick("A", ""));
    folder.write("answer.csv", COLUMNS);
    folder.write("summary.jsonl", "{\"id\":\"A\",\"counted_day\":1}\n");
    folder.write("cases.parquet", "PAR1....PAR1");
    let refused = |args: &[&str], why: &str| {
        let output = folder.run(&[&["diff"], args].concat());
        ended(&output, 2);
        assert!(told(&output).contains(why), "{}", told(&output));
        assert_eq!(text(&output), "");
    };
    refused(&["cases.jsonl", "answer.csv"], "cases.jsonl holds cases, answer.csv is an answer of");
    refused(&["summary.jsonl", "summary.jsonl"], "make it with --obligations");
    let why = if cfg!(feature = "parquet") {
        "cases.parquet: cannot read it"
    } else {
        "this command was built without Parquet: install it with --features parquet"
    };
    refused(&["cases.parquet", "cases.jsonl"], why);
    refused(&["cases.jsonl", "gone.jsonl"], "gone.jsonl: there is no such file");
    refused(
        &["answer.csv", "answer.csv", "--on", "2026-01-05"],
        "leave --on, --on-old and --suppose out",
    );
    refused(&["-", "-"], "name the other");
}

#[test]
fn one_of_the_two_comes_through_a_pipe() {
    let folder = Folder::new("pipe");
    folder.write("cases.jsonl", sick("A", ""));
    let mut command = folder.command(&["diff", "cases.jsonl", "-", "--on", "2026-02-13"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command runs");
    let input = format!(
        "id,first_sick_day,events\nA,2026-01-05,{}\n",
        "2026-01-06 sickness-report-occupational-health"
    );
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    ended(&output, 0);
    assert!(text(&output).contains("cases.jsonl on Fri 13 Feb 2026 → standard input on"));
}
