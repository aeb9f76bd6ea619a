//! What the command prints, call after call. No call depends on the clock or on where it is run.

use crate::cases::{HEADER, KINDS, Random, iso, made};
use crate::sink::Sink;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

#[rustfmt::skip]
pub const GROUPS: [&str; 18] = [
    "batch", "batch-csv", "horizon", "diff", "diff-suppose", "diff-answers", "timeline", "explain",
    "check", "what-if", "reminders", "calendar", "picture", "protocol", "law", "schema", "help",
    "errors",
];
const CASES: usize = 2000;
const SINGLE: usize = 30;
const LANGS: [&str; 2] = ["nl", "en"];
#[rustfmt::skip]
const MILESTONES: [&str; 10] = [
    "end-of-minimum-wage-floor", "end-of-wages", "end-of-dismissal-ban", "end-of-waiting-period",
    "wia-start", "relapse-window", "early-iva-first-claim", "early-iva-last-claim",
    "end-of-sickness-benefit", "end-of-benefit-after-assessment",
];
const PRESETS: [&str; 4] = ["hrmq", "sazas", "uwv", "xpert-suite"];
#[rustfmt::skip]
const COMMANDS: [&str; 16] = [
    "timeline", "explain", "check", "what-if", "reminders", "calendar", "picture", "batch", "diff",
    "horizon", "protocol", "law", "schema", "completions", "man", "nothing",
];

/// The files that the calls read, in a folder of their own.
pub struct Commands {
    folder: TempDir,
    /// The files of one case, with the days as of which to look.
    single: Vec<(String, [String; 4])>,
}

impl Commands {
    pub fn new() -> Commands {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect(name);
        let mut random = Random::new(2026);
        let all: Vec<_> = (0..CASES).map(|n| made(&mut random, format!("c-{n:05}"))).collect();
        let lines = |lines: Vec<&str>| lines.join("\n") + "\n";
        write("cases.jsonl", &lines(all.iter().map(|made| &*made.json).collect()));
        write("earlier.jsonl", &lines(all.iter().map(|made| &*made.earlier).collect()));
        let csv = lines(all.iter().map(|made| &*made.csv).collect());
        write("cases.csv", &format!("{}\n{csv}", HEADER.join(",")));
        let mut single = Vec::new();
        for (n, made) in all.iter().take(SINGLE).enumerate() {
            let name = format!("c{n:02}.json");
            write(&name, &made.json);
            single.push((name, made.days.map(iso)));
        }
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
        for name in ["case", "case_interrupted", "file_in_order", "file_to_check", "protocol"] {
            let name = format!("{name}.json");
            write(&name, &fs::read_to_string(examples.join(&name)).expect("an example"));
            if name != "protocol.json" {
                let days = ["2024-10-14", "2026-06-08", "2026-10-14", "2029-01-15"];
                single.push((name, days.map(String::from)));
            }
        }
        Commands { folder, single }
    }

    /// Prints what the calls of a group print.
    pub fn run(&self, group: &str, out: &mut Sink) {
        for call in self.calls(group) {
            self.call(&call, out);
        }
    }

    /// Runs one call, of which a `~` stands for a blank within an argument. The files that it writes count too.
    fn call(&self, call: &str, out: &mut Sink) {
        let args: Vec<String> = call.split(' ').map(|arg| arg.replace('~', " ")).collect();
        let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
        command.args(&args).current_dir(self.folder.path()).stdin(Stdio::null());
        command.env_remove("POORTWACHTER_LANG").env_remove("NO_COLOR").env("COLUMNS", "100");
        let output = command.output().expect("the command runs");
        out.say(format_args!("$ {call}\nstatus {:?}", output.status.code()));
        out.write_all(&output.stdout).expect("it is written");
        for line in String::from_utf8(output.stderr).expect("UTF-8").lines() {
            out.say(without_time(line));
        }
        for pair in args.windows(2) {
            if ["-o", "--rejected", "--picture", "--out"].contains(&&*pair[0]) {
                self.file(&self.folder.path().join(&pair[1]), out);
            }
        }
    }

    fn file(&self, path: &Path, out: &mut Sink) {
        out.say(format_args!("> {}", path.file_name().expect("a name").to_string_lossy()));
        if path.is_dir() {
            let entries = fs::read_dir(path).expect("a folder");
            let mut files: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
            files.sort();
            files.iter().for_each(|file| self.file(file, out));
        } else if let Ok(bytes) = fs::read(path) {
            out.write_all(&bytes).expect("it is written");
        }
    }

    fn calls(&self, group: &str) -> Vec<String> {
        let mut calls: Vec<String> = Vec::new();
        let mut add = |call: String| calls.push(call);
        match group {
            "batch" => {
                for on in ["2009-03-02", "2013-06-17", "2024-02-12", "2026-07-01"] {
                    for rows in ["", " --obligations"] {
                        for format in ["jsonl", "csv", "tsv", "parquet"] {
                            add(format!("batch cases.jsonl --on {on}{rows} -o b.{format}"));
                        }
                        add(format!("batch cases.jsonl --on {on}{rows} --lead 42 --lang nl"));
                    }
                }
            }
            "batch-csv" => {
                for rows in ["", " --obligations --lead 5"] {
                    for more in ["-o c.csv --rejected r.jsonl", "--out-format tsv --threads 1"] {
                        add(format!("batch cases.csv --on 2024-02-12{rows} {more}"));
                    }
                }
            }
            "horizon" => {
                for (on, days) in [("2013-06-17", 30), ("2024-02-12", 200), ("2026-07-01", 60)] {
                    for lang in LANGS {
                        let on = format!("{on} --days {days} --lang {lang}");
                        add(format!("horizon cases.jsonl --on {on} --rejected h.jsonl"));
                        add(format!("horizon cases.csv --on {on} --points 500 -o h.txt"));
                        add(format!("horizon cases.jsonl --on {on} --format json"));
                        add(format!("horizon cases.jsonl --on {on} --picture h.svg"));
                    }
                }
            }
            "diff" => {
                for (files, on) in [
                    ("earlier.jsonl cases.jsonl", "--on 2026-07-01"),
                    ("cases.jsonl cases.csv", "--on-old 2024-02-12 --on 2024-07-15"),
                    ("cases.csv cases.jsonl", "--on 2013-06-17"),
                ] {
                    for how in ["", " --lang nl --all", " --format json --rejected d.jsonl"] {
                        add(format!("diff {files} {on}{how}"));
                    }
                }
            }
            "diff-suppose" => {
                let law = "--suppose wia-claim=12 --suppose problem-analysis=4";
                for how in ["--lang nl", "--format json"] {
                    add(format!("diff cases.jsonl cases.csv --on 2024-02-12 {law} {how}"));
                }
                let law = "--suppose wia-decision=9";
                add(format!("diff earlier.jsonl cases.jsonl --on 2013-06-17 {law}"));
            }
            "diff-answers" => {
                add("batch earlier.jsonl --on 2024-02-12 --obligations -o old.csv".into());
                for format in ["csv", "jsonl", "parquet"] {
                    let new = format!("new.{format}");
                    add(format!("batch cases.jsonl --on 2024-07-15 --obligations -o {new}"));
                    for how in ["", " --lang nl --all", " --format json"] {
                        add(format!("diff old.csv {new}{how}"));
                    }
                }
            }
            "protocol" => {
                for lang in LANGS {
                    add(format!("protocol list --lang {lang}"));
                    for name in PRESETS.iter().chain(&["protocol.json"]) {
                        add(format!("protocol show {name} --lang {lang}"));
                        add(format!("protocol show {name} --format json"));
                        add(format!("protocol diff uwv {name} --lang {lang}"));
                        add(format!("protocol diff {name} protocol.json --lang {lang}"));
                    }
                }
            }
            "law" => {
                for lang in LANGS {
                    add(format!("law --lang {lang}"));
                    add(format!("law --format md --lang {lang} -o law.md"));
                }
            }
            "schema" => {
                add("schema".into());
                let names = ["agenda", "case", "changes", "explanation", "protocol", "verdict"];
                names
                    .iter()
                    .chain(&["view", "nothing"])
                    .for_each(|name| add(format!("schema {name}")));
            }
            "help" => {
                for shell in ["bash", "elvish", "fish", "powershell", "zsh", "sh"] {
                    add(format!("completions {shell}"));
                }
                add("man --out man".into());
                for call in ["man", "--help", "-h", "help", "--version"] {
                    add(call.into());
                }
                for name in COMMANDS {
                    for call in ["", "-h", "--help"] {
                        add(format!("{name} {call}").trim().to_string());
                    }
                    add(format!("help {name}"));
                    add(format!("man {name}"));
                }
            }
            "errors" => {
                for call in [
                    "timelin",
                    "timeline none.json",
                    "timeline case.json --on 2026-1-5",
                    "timeline case.json --formt json",
                    "timeline protocol.json --on 2026-07-01",
                    "timeline --first-sick-day 2003-12-31 --on 2026-07-01",
                    "check cases.jsonl --on 2026-07-01",
                    "explain case.json wia-clam --on 2026-07-01",
                    "what-if case.json --add wia-claim --on 2026-07-01",
                    "what-if case.json --remove 2026-01-01~interview --on 2026-07-01",
                    "reminders case.json --preset nobody --on 2026-07-01",
                    "reminders case.json --protocol case.json --on 2026-07-01",
                    "calendar case.json case.json --on 2026-07-01",
                    "calendar case.json --update case.json --on 2026-07-01",
                    "picture case.json --width 1 --on 2026-07-01",
                    "batch case.json --on 2026-07-01",
                    "batch cases.jsonl --format csv --on 2026-07-01",
                    "batch cases.csv --format parquet --on 2026-07-01",
                    "horizon none.csv --on 2026-07-01",
                    "diff cases.jsonl cases.jsonl --on 2026-07-01 --suppose wia-clam=1",
                    "diff cases.jsonl cases.jsonl --on 2026-07-01 --suppose wia-claim=9999",
                    "protocol show nobody",
                    "protocol diff uwv case.json",
                ] {
                    add(call.into());
                }
            }
            _ => {
                for (n, (file, days)) in self.single.iter().enumerate() {
                    of_one(group, n, file, days).into_iter().for_each(&mut add);
                }
            }
        }
        calls
    }
}

/// The calls of a group for one case.
fn of_one(group: &str, n: usize, file: &str, days: &[String; 4]) -> Vec<String> {
    let mut calls = Vec::new();
    let [_, second, third, fourth] = days;
    let forms = |text: &[&str]| -> Vec<String> {
        let text = text.iter().flat_map(|how| LANGS.map(|lang| format!("{how} --lang {lang}")));
        text.chain(["--format json".to_string()]).collect()
    };
    match group {
        "timeline" => {
            for on in days {
                for how in forms(&["--format text", "--all"]) {
                    calls.push(format!("timeline {file} --on {on} {how}"));
                }
            }
            calls.push(format!("timeline {file} --on {third} --lead 42"));
            let first = &days[0];
            calls.push(format!("timeline --first-sick-day {first} --on {second}"));
        }
        "explain" => {
            // From here on the kinds are the names of duties.
            let duties = KINDS.iter().skip_while(|(kind, ..)| *kind != "problem-analysis");
            let duties = duties.map(|(kind, ..)| *kind).chain(["repair-decision"]);
            let names: Vec<_> = duties.chain(MILESTONES).collect();
            for i in 0..6 {
                let (name, on) = (names[(n * 6 + i) % names.len()], &days[(n + i) % 4]);
                for how in forms(&["--format text", "--format md"]) {
                    calls.push(format!("explain {file} {name} --on {on} {how}"));
                }
            }
            calls.push(format!("explain {file} --on {third} --lang {}", LANGS[n % 2]));
            calls.push(format!("explain {file} progress-interview --number 3 --on {third}"));
        }
        "check" => {
            for on in [second, third] {
                for how in forms(&["--format text", "--all", "--format md"]) {
                    calls.push(format!("check {file} --on {on} {how}"));
                }
            }
        }
        "what-if" => {
            let facts = [
                format!("--add recovered~{third}"),
                format!("--add recovered~{second} --add sick~{third}"),
                format!("--add {third}~wia-claim --add {fourth}~wage-sanction~weeks=26"),
                format!("--add leave~{second}~{third}"),
                format!("--add employment-ends~{third} --remove {second}~interview"),
            ];
            for i in 0..3 {
                let facts = &facts[(n + i) % facts.len()];
                for how in forms(&["--format text", "--all"]) {
                    calls.push(format!("what-if {file} --on {third} {facts} {how}"));
                }
            }
        }
        "reminders" => {
            let preset = format!("--preset {}", PRESETS[n % 4]);
            for protocol in ["--days 400", &*preset, "--protocol protocol.json"] {
                for how in forms(&["--format text"]) {
                    let on = &days[n % 3];
                    calls.push(format!("reminders {file} --on {on} {protocol} {how}"));
                }
            }
        }
        "calendar" => {
            let name = format!("k{n}.ics");
            calls.push(format!("calendar {file} --on {second} -o {name}"));
            calls.push(format!("calendar {file} --on {third} --update {name} -o {name}"));
            calls.push(format!("calendar {file} --on {third} --todo --titles duty --lang nl"));
            calls.push(format!("calendar {file} --on {third} --titles duty --show-id --alarm 30"));
            let more = "--no-alarms --no-practice --no-cancelled --sequence 7 --namespace n";
            calls.push(format!("calendar {file} case.json --on {third} {more} --lang nl"));
        }
        "picture" => {
            for on in &days[1..] {
                for how in ["--lang nl", "--statutory --show-id --width 1200"] {
                    calls.push(format!("picture {file} --on {on} {how}"));
                }
            }
        }
        _ => panic!("{group} has no calls"),
    }
    calls
}

/// A line without the seconds that it ends with.
fn without_time(line: &str) -> &str {
    let is_time = |end: &str| {
        end.strip_suffix(" s")
            .is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit() || b".,".contains(&b)))
    };
    line.rsplit_once(", ").filter(|(_, end)| is_time(end)).map_or(line, |(start, _)| start)
}
