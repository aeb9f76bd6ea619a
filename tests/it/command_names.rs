//! A name that one command shows is taken by the others that take such a name, or refused with a sentence
//! that says what it is. The names are read off what the commands write.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the command runs")
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// Every case that is worked out by hand, as a file for itself and all as lines.
fn cases(folder: &str) -> (Vec<PathBuf>, PathBuf) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    fs::create_dir_all(&folder).expect("a folder");
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut names: Vec<PathBuf> = fs::read_dir(golden)
        .expect("a folder")
        .map(|entry| entry.expect("a file").path())
        .collect();
    names.sort();
    let mut lines = String::new();
    // Every fourth is enough to have all regimes and kinds of cases.
    let files = names.iter().step_by(4).map(|path| {
        let golden: Value =
            serde_json::from_str(&fs::read_to_string(path).expect("text")).expect("JSON");
        lines += &format!("{}\n", golden["case"]);
        let file = folder.join(path.file_name().expect("a name"));
        fs::write(&file, golden["case"].to_string()).expect("it is written");
        file
    });
    let files: Vec<PathBuf> = files.collect();
    let all = folder.join("all.jsonl");
    fs::write(&all, lines).expect("it is written");
    (files, all)
}

fn is_name(text: &str) -> bool {
    let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.len() > 1 && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(letter)
}

/// Every name in JSON; what is text, an article or an identifier of a case is no name.
fn names_of(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if is_name(text) => drop(names.insert(text.clone())),
        Value::Array(list) => list.iter().for_each(|one| names_of(one, names)),
        Value::Object(object) => {
            // Open questions are named within one case only.
            let other = [
                "nl",
                "en",
                "text",
                "article",
                "paragraph",
                "instrument",
                "url",
                "id",
                "case",
                "questions",
            ];
            let of_names = object.iter().filter(|(key, _)| !other.contains(&key.as_str()));
            of_names.for_each(|(_, value)| names_of(value, names));
        }
        _ => {}
    }
}

/// Every name that a command shows.
fn shown() -> BTreeSet<String> {
    let (files, all) = cases("names-shown");
    let all = all.to_str().expect("UTF-8");
    let mut names = BTreeSet::new();
    let mut take = |args: &[&str]| {
        let output = run(args);
        let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
        assert!(!text.is_empty(), "{args:?}: {}", told(&output));
        match serde_json::from_str(&text) {
            Ok(whole) => names_of(&whole, &mut names),
            Err(_) => {
                for line in text.lines().filter(|line| line.starts_with('{')) {
                    names_of(&serde_json::from_str(line).expect("JSON"), &mut names);
                }
            }
        }
    };
    for file in &files {
        let file = file.to_str().expect("UTF-8");
        for on in ["2012-06-01", "2026-10-14"] {
            take(&["timeline", file, "--format", "json", "--on", on]);
            take(&["check", file, "--format", "json", "--on", on]);
        }
        take(&["reminders", file, "--format", "json", "--on", "2024-10-14", "--days", "700"]);
    }
    let case = "examples/case.json";
    for name in ["wia-claim", "end-of-wages", "plan-of-action", "wia-start"] {
        take(&["explain", case, name, "--format", "json", "--on", "2026-10-14"]);
    }
    take(&["reminders", case, "--protocol", "examples/protocol.json", "--format", "json"]);
    take(&["what-if", case, "--add", "recovered 2026-11-30", "--format", "json"]);
    take(&["what-if", case, "--add", "2027-12-01 wia-claim", "--format", "json"]);
    take(&["horizon", all, "--format", "json", "--on", "2024-01-01", "--days", "700"]);
    take(&["batch", all, "--on", "2024-01-01"]);
    take(&["batch", all, "--on", "2024-01-01", "--obligations"]);
    let diff =
        ["diff", all, all, "--format", "json", "--on-old", "2012-01-01", "--on", "2024-01-01"];
    take(&diff);
    // The names of the law table stand below the words, with a blank at most before them.
    let law = run(&["law"]);
    let law = String::from_utf8(law.stdout).expect("UTF-8");
    let rules = law.lines().filter_map(|line| line.split_whitespace().next());
    names.extend(rules.filter(|word| word.contains('-') && is_name(word)).map(String::from));
    let presets = run(&["protocol", "list"]);
    let presets = String::from_utf8(presets.stdout).expect("UTF-8");
    names.extend(presets.lines().filter(|line| is_name(line)).map(String::from));
    let schemas = String::from_utf8(run(&["schema"]).stdout).expect("UTF-8");
    names.extend(
        schemas.lines().filter_map(|line| line.split_whitespace().next()).map(String::from),
    );
    // Shown in the text only, where a milestone has no name of its own.
    names.insert("end-of-wage-sanction".to_string());
    names
}

/// Tasks are named by a protocol, which is a file.
const TASKS: [&str; 2] = ["first-call", "prepare-evaluation"];

#[test]
fn what_one_command_shows_the_others_know() {
    let names = shown();
    for name in
        ["wia-start", "end-of-wages", "overdue", "safety-net", "wage-sanction-length", "uwv"]
    {
        assert!(names.contains(name), "{name} is not shown: {names:?}");
    }
    assert!(names.len() > 120, "{names:?}");
    let (_, all) = cases("names-taken");
    let all = all.to_str().expect("UTF-8");
    let case = "examples/case.json";
    let (mut taken, mut wrong) = ([0; 4], Vec::new());
    for name in names.iter().filter(|name| !TASKS.contains(&name.as_str())) {
        let fact = format!("2027-12-01 {name}");
        let term = format!("{name}=3");
        let commands: [&[&str]; 6] = [
            &["explain", case, name],
            &["what-if", case, "--add", &fact],
            &["diff", all, all, "--suppose", &term],
            &["protocol", "show", name],
            &["what-if", case, "--remove", &fact],
            &["schema", name],
        ];
        for (number, args) in commands.into_iter().enumerate() {
            let output = run(args);
            if output.status.code() != Some(2) {
                taken[number.min(3)] += 1;
                continue;
            }
            let told = told(&output);
            // What it is, or what is known of it here.
            let sayings = [
                ": this is ",
                ", it is ",
                "this case does not have it",
                " is recorded",
                "recorded are ",
                "does not fit in the case",
                "needs ",
                "that is its number",
                "its term has no number",
                "there is no number",
                "event 1 ",
            ];
            let says = sayings.iter().any(|saying| told.contains(saying));
            if !says || told.contains("unknown") {
                wrong.push(format!("{args:?}: {told}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
    assert!(taken.iter().all(|taken| *taken >= 4), "{taken:?}");
}

#[track_caller]
fn refused(args: &[&str], expected: &str) {
    let output = run(args);
    let told = told(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert_eq!(told, format!("error: {expected}\n"));
}

#[test]
fn what_a_name_is_instead() {
    let (_, all) = cases("names-instead");
    let (case, all) = ("examples/case.json", all.to_str().expect("UTF-8"));
    refused(
        &["explain", case, "end-of-wage-sanction"],
        "end-of-wage-sanction: this is no line of its own, as the sanction ends with the wages: explain \
         end-of-wages; name a duty, milestone or possibility",
    );
    refused(
        &["explain", case, "overdue"],
        "overdue: this is a value of \"status\" (poortwachter schema view); name a duty, milestone or possibility",
    );
    refused(
        &["explain", case, "xpert-suite"],
        "xpert-suite: this is a protocol (poortwachter protocol show xpert-suite); name a duty, \
         milestone or possibility",
    );
    refused(
        &["what-if", case, "--add", "2027-12-01 end-of-wages"],
        "--add '2027-12-01 end-of-wages': end-of-wages: this is a milestone (poortwachter law, explain); \
         name an event",
    );
    refused(
        &["diff", all, all, "--suppose", "wia-start=3"],
        "--suppose wia-start=3: this is a milestone, the day after end-of-waiting-period (poortwachter \
         explain); name a rule of poortwachter law",
    );
    refused(
        &["explain", case, "plan-of-acton"],
        "plan-of-acton: this name is unknown; name a duty, milestone or possibility, such as plan-of-action, \
         plan-adjustment, end-of-wages",
    );
}
