//! What a new user meets first: help, completions, the manual; and how the command behaves in a pipe.

use poortwachter::protocol::EventName;
use std::process::{Command, Output, Stdio};

const SUBCOMMANDS: [&str; 15] = [
    "timeline",
    "explain",
    "check",
    "what-if",
    "reminders",
    "calendar",
    "picture",
    "batch",
    "diff",
    "horizon",
    "protocol",
    "law",
    "schema",
    "completions",
    "man",
];

/// Each that prints an answer, in a call that has one.
const ANSWERS: [&[&str]; 14] = [
    &["timeline", CASE],
    &["explain", CASE],
    &["explain", CASE, "end-of-wages"],
    &["what-if", CASE, "--add", "recovered 2026-11-30"],
    &["reminders", CASE],
    &["calendar", CASE],
    &["picture", CASE],
    &["protocol", "list"],
    &["protocol", "show", "uwv"],
    &["protocol", "diff", "uwv", "xpert-suite"],
    &["law"],
    &["law", "--format", "md"],
    &["completions", "bash"],
    &["man"],
];

const CASE: &str = "examples/case.json";

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.env_remove("NO_COLOR").env_remove("COLUMNS").env_remove("POORTWACHTER_LANG");
    command
}

fn run(args: &[&str]) -> Output {
    command(args).stdin(Stdio::null()).output().expect("the command runs")
}

#[track_caller]
fn told(args: &[&str]) -> String {
    let output = run(args);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && stderr.is_empty(), "{args:?}: {stderr}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The arguments of a command line as a shell would split it, without what a shell does with it.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut quoted) = (String::new(), false);
    for c in line.chars().chain([' ']) {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            c => word.push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    let end = words.iter().position(|word| ["<", ">", "|", "||"].contains(&word.as_str()));
    words.truncate(end.unwrap_or(words.len()));
    words
}

/// The examples of a help text; one that goes on over a line end is put together.
fn examples(help: &str) -> Vec<String> {
    let help = help.replace("\\\n    ", "");
    let lines = help.lines().filter_map(|line| line.strip_prefix("  poortwachter "));
    // What stands behind three spaces is a remark.
    lines.map(|line| line.split("   ").next().unwrap_or(line).to_string()).collect()
}

#[test]
fn help_names_every_subcommand_in_the_order_of_use() {
    let help = told(&["--help"]);
    let places: Vec<usize> = SUBCOMMANDS
        .iter()
        .map(|name| help.find(&format!("\n  {name} ")).unwrap_or_else(|| panic!("{name}: {help}")))
        .collect();
    assert!(places.is_sorted(), "{help}");
    // Nothing in the list that this test does not know.
    let list = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next());
    let names = list.expect("a list").lines().filter(|line| !line.starts_with("   "));
    let names: Vec<&str> = names.filter_map(|line| line.split_whitespace().next()).collect();
    for name in names.iter().filter(|name| **name != "help") {
        let page = told(&["man", name]);
        assert!(page.contains("EXAMPLES"), "{name}");
    }
}

#[test]
fn every_subcommand_has_examples_and_its_exit_status() {
    for name in SUBCOMMANDS {
        for flag in ["-h", "--help"] {
            let help = told(&[name, flag]);
            let status = help.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(status.contains("Exit status: 0"), "{name}: {help}");
            assert!(!examples(&help).is_empty(), "{name}: {help}");
            assert!(help.contains("-o, --output <FILE>"), "{name}: {help}");
        }
    }
    for name in ["list", "show", "diff"] {
        assert!(!examples(&told(&["protocol", name, "-h"])).is_empty(), "{name}");
    }
}

/// Run where no file of the examples is, each fails for the file, not for what stands in the line.
#[test]
fn examples_are_calls_that_can_be_made() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-help");
    std::fs::create_dir_all(&folder).expect("a folder");
    let helps = [&["--help"][..]].into_iter().chain(SUBCOMMANDS.iter().map(std::slice::from_ref));
    for args in helps {
        let help = told(&[args, &["--help"]].concat());
        for example in examples(&help) {
            let words = split(&example);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let mut command = command(&words);
            command.current_dir(&folder).env("HOME", &folder).stdin(Stdio::null());
            let output = command.output().expect("the command runs");
            let error = String::from_utf8_lossy(&output.stderr);
            let lacks_file = error.contains(": there is no such file")
                || error.contains("standard input: there is nothing in it")
                || error.contains("cannot write it");
            assert!(output.status.success() || lacks_file, "{example}: {error}");
        }
    }
}

/// What an error points to for the names of events: the help or the law table shows each of them.
#[test]
fn help_shows_every_kind_of_event() {
    let help = told(&["timeline", "--help"]);
    let law = told(&["law"]);
    assert!(EventName::IDS.len() > 30, "{:?}", EventName::IDS);
    for kind in EventName::IDS {
        let word = |text: &str| text.split([' ', ',', '\n']).any(|word| word == *kind);
        assert!(word(&help) || word(&law), "{kind}");
    }
}

#[test]
fn help_fits_a_terminal_of_80_columns() {
    for name in SUBCOMMANDS {
        // Wide enough that nothing is broken that was not written so.
        let output = command(&[name, "--help"]).env("COLUMNS", "200").output().expect("it runs");
        let help = String::from_utf8_lossy(&output.stdout).into_owned();
        let text = help.split("Examples:").nth(1).expect("examples");
        for line in text.lines() {
            assert!(line.chars().count() <= 80, "{name}: {line}");
        }
    }
}

#[test]
fn a_language_from_the_environment() {
    let run = |args: &[&str]| {
        let output = command(args).env("POORTWACHTER_LANG", "nl").output().expect("it runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    for args in ANSWERS.into_iter().filter(|args| !["completions", "man"].contains(&args[0])) {
        let dutch = run(args);
        assert_eq!(dutch, told(&[args, &["--lang", "nl"]].concat()), "{args:?}");
        assert_ne!(dutch, told(args), "{args:?}");
        // What stands in the call wins.
        assert_eq!(run(&[args, &["--lang", "en"]].concat()), told(args), "{args:?}");
    }
}

/// Every command with its subcommands, as the help lists them.
fn commands(of: &[&str]) -> Vec<Vec<String>> {
    let help = told(&[of, &["--help"]].concat());
    let Some((_, list)) = help.split_once("\nCommands:\n") else { return Vec::new() };
    let lines = list.lines().take_while(|line| !line.is_empty());
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next());
    let names: Vec<&str> = names.filter(|name| *name != "help").collect();
    let with_own = names.iter().flat_map(|name| {
        let path = [of, &[name]].concat();
        let own = commands(&path);
        [path.into_iter().map(str::to_string).collect()].into_iter().chain(own)
    });
    with_own.collect()
}

/// No command forgets the language: it takes it from its call and from the environment, or it is one of
/// those that say the same in every language.
#[test]
fn every_command_takes_the_language_from_the_environment() {
    let commands = commands(&[]);
    let names: Vec<String> = commands.iter().map(|path| path.join(" ")).collect();
    assert!(SUBCOMMANDS.iter().all(|name| names.iter().any(|other| other == name)), "{names:?}");
    assert!(names.iter().any(|name| name == "protocol diff"), "{names:?}");
    for (path, name) in commands.iter().zip(&names) {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let help = told(&[&path[..], &["--help"]].concat());
        let has_language = help.contains("--lang <LANG>");
        let is_without = ["protocol", "schema", "completions", "man"].contains(&name.as_str());
        assert_eq!(has_language, !is_without, "{name}: {help}");
        assert_eq!(help.contains("[env: POORTWACHTER_LANG]"), has_language, "{name}: {help}");
    }
}

#[test]
fn completions_know_every_subcommand() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = told(&["completions", shell]);
        for name in SUBCOMMANDS {
            assert!(script.contains(name), "{shell}: {name}");
        }
        assert!(script.contains("--first-sick-day") || script.contains("first-sick-day"));
    }
    let output = run(&["completions", "tcsh"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("bash, elvish, fish"));
}

#[test]
fn a_page_of_the_manual_for_each() {
    let main = told(&["man"]);
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-help-man");
    let folder = folder.display().to_string();
    assert_eq!(told(&["man", "--out", &folder]), "");
    for name in SUBCOMMANDS {
        assert!(main.contains(&name.replace('-', "\\-")), "{name}: {main}");
        let page = told(&["man", name]);
        assert!(page.contains(".SH \"EXAMPLES AND NOTES\""), "{name}");
        let file = std::fs::read_to_string(format!("{folder}/poortwachter-{name}.1"));
        assert_eq!(file.expect("a page"), page, "{name}");
    }
    assert_eq!(std::fs::read_to_string(format!("{folder}/poortwachter.1")).expect("a page"), main);
    let unknown = run(&["man", "tmeline"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("timeline, explain, check"));
}

#[test]
fn a_closed_pipe_is_quiet() {
    for args in ANSWERS {
        let mut command = command(args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
        assert!(output.status.success(), "{args:?}");
    }
}

#[test]
fn a_pipe_has_no_colour_and_100_columns() {
    for args in ANSWERS.into_iter().chain([&["check", CASE, "--all"][..]]) {
        for colour in [None, Some("1"), Some("")] {
            let mut command = command(args);
            command.env("TERM", "xterm-256color").envs(colour.map(|value| ("NO_COLOR", value)));
            let output = command.output().expect("it runs");
            let text = String::from_utf8(output.stdout).expect("UTF-8");
            assert!(!text.is_empty() && !text.contains('\x1b'), "{args:?}");
        }
    }
    for args in [&["timeline", CASE][..], &["check", CASE], &["law"], &["explain", CASE]] {
        let text = String::from_utf8(run(args).stdout).expect("UTF-8");
        let widest = text.lines().map(|line| line.chars().count()).max();
        assert!(widest.is_some_and(|width| (80..=100).contains(&width)), "{args:?}: {widest:?}");
    }
}

#[test]
fn tables_fit_80_columns() {
    for lang in ["nl", "en"] {
        for args in ANSWERS.into_iter().filter(|args| !args.contains(&"md")) {
            if ["calendar", "picture", "completions", "man"].contains(&args[0]) {
                continue;
            }
            let args = [args, &["--lang", lang]].concat();
            let output = command(&args).env("COLUMNS", "80").output().expect("it runs");
            let text = String::from_utf8(output.stdout).expect("UTF-8");
            // The address of a publication cannot break.
            for line in text.lines().filter(|line| !line.contains("://")) {
                assert!(line.chars().count() <= 80, "{args:?}: {line}");
            }
        }
    }
}

#[test]
fn an_answer_goes_into_a_file() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).display().to_string();
    for args in ANSWERS {
        let path = format!("{folder}/command-help-{}.out", args.join("-").replace(['/', ' '], "-"));
        assert_eq!(told(&[args, &["--on", "2026-10-14"][..on(args)], &["-o", &path]].concat()), "");
        let written = std::fs::read_to_string(&path).expect("it was written");
        assert_eq!(
            written,
            told(&[args, &["--on", "2026-10-14"][..on(args)]].concat()),
            "{args:?}"
        );
    }
    assert_eq!(told(&["law", "-o", "-"]), told(&["law"]));
}

/// How many words of `--on DATE` a call takes.
fn on(args: &[&str]) -> usize {
    if args.contains(&CASE) { 2 } else { 0 }
}
