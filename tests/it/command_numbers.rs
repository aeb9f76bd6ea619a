//! Every number that somebody can give on the command line or in a protocol: at its least, its most and beyond
//! them the command ends at once, and what it writes is bounded.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A folder of its own for every test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = format!("poortwachter-numbers-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(folder);
        fs::create_dir_all(&path).expect("a folder");
        fs::write(path.join("case.json"), CASE).expect("a file");
        fs::write(path.join("cases.jsonl"), format!("{}\n", CASE.replace('\n', " ")))
            .expect("a file");
        Folder(path)
    }

    /// The exit status and how much was written. A command that does not end is stopped and fails the test.
    fn run(&self, args: &[&str]) -> (Option<i32>, u64) {
        let [out, err] = ["out", "err"].map(|name| self.0.join(name));
        let file = |path| fs::File::create(path).expect("a file");
        let mut child = Command::new(env!("CARGO_BIN_EXE_poortwachter"))
            .args(args)
            .current_dir(&self.0)
            .stdin(Stdio::null())
            .stdout(file(&out))
            .stderr(file(&err))
            .spawn()
            .expect("the command runs");
        let begin = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().expect("a status") {
                break status;
            }
            if begin.elapsed() > Duration::from_secs(60) {
                child.kill().expect("it stops");
                panic!("{args:?} does not end");
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        let size = |path| fs::metadata(path).expect("a file").len();
        (status.code(), size(&out) + size(&err))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Sick for ever, with interviews on a grid: as many lines as a case of today has.
const CASE: &str = r#"{
    "id": "A",
    "spells": [{"first_day": "2026-01-05"}],
    "interviews": "fixed-grid",
    "events": [{"kind": "plan-of-action", "on": "2026-02-20"}]
}"#;

/// More than any answer about one case takes.
const MOST_BYTES: u64 = 1_000_000;

const MOST: u64 = 65_535;

/// What stands before a number, the least and the most that is taken, and the days to look from.
const OPTIONS: &[(&[&str], u64, u64)] = &[
    (&["timeline", "case.json", "--all", "--lead"], 0, MOST),
    (&["reminders", "case.json", "--days"], 0, MOST),
    (&["reminders", "case.json", "--format", "json", "--days"], 0, MOST),
    (&["explain", "case.json", "progress-interview", "--number"], 1, MOST),
    (&["picture", "case.json", "--width"], 840, 3_000),
    (&["calendar", "case.json", "--alarm"], 0, MOST),
    (&["calendar", "case.json", "--sequence"], 0, 2_147_483_647),
    (&["batch", "cases.jsonl", "--rejected", "rejected", "--lead"], 0, MOST),
    (&["batch", "cases.jsonl", "--rejected", "rejected", "--obligations", "--lead"], 0, MOST),
    (&["batch", "cases.jsonl", "--rejected", "rejected", "--threads"], 1, 1_024),
    (&["horizon", "cases.jsonl", "--days"], 0, 3_660),
    (&["horizon", "cases.jsonl", "--format", "json", "--days"], 0, 3_660),
    (&["horizon", "cases.jsonl", "--points"], 0, MOST),
];

/// The days that a case is looked at from: the first and the last year that can be written, and one in it.
const ON: [&str; 3] = ["0000-01-01", "2026-03-02", "9999-12-31"];

#[test]
fn every_number_of_an_option_is_bounded() {
    let folder = Folder::new("options");
    for (args, least, most) in OPTIONS {
        for number in [0, 1, *least, *most, most + 1, u64::MAX] {
            for on in ON {
                let number = number.to_string();
                let args = [*args, &[number.as_str(), "--on", on]].concat();
                let (status, bytes) = folder.run(&args);
                let number: u64 = number.parse().expect("a number");
                match (least..=most).contains(&&number) {
                    // An interview of that number there may not be.
                    true if args[0] == "explain" => {
                        assert!(matches!(status, Some(0 | 2)), "{args:?}")
                    }
                    true => assert_eq!(status, Some(0), "{args:?}"),
                    false => assert_eq!(status, Some(2), "{args:?}"),
                }
                assert!(bytes < MOST_BYTES, "{args:?}: {bytes} bytes");
            }
        }
    }
}

/// The options that are given again and again are read once each.
#[test]
fn an_option_given_often_writes_no_more_than_it_says() {
    let folder = Folder::new("often");
    let alarms = (0..300).map(|n| n.to_string()).collect::<Vec<_>>();
    let mut args = vec!["calendar", "case.json", "--on", "2026-03-02"];
    for alarm in &alarms {
        args.extend(["--alarm", alarm.as_str()]);
    }
    let (status, bytes) = folder.run(&args);
    assert_eq!(status, Some(0));
    assert!(bytes < 20 * MOST_BYTES, "{bytes} bytes");
}

/// A protocol with one number, the least and the most that it takes.
const PROTOCOL_NUMBERS: &[(&str, u64, u64)] = &[
    (r##""duties":[{"duty":"progress-interview","every_weeks":#}]"##, 1, 156),
    (r##""reminders":{"lead_days":[#]}"##, 1, 1_200),
    (r##""reminders":{"late":[{"after_days":#,"to":["acting"]}]}"##, 1, 1_200),
    (
        r##""tasks":[{"task":"call","name_nl":"Bellen","name_en":"Call","who":"employer",
            "when":{"anchor":"first-sick-day","days_after":#}}]"##,
        0,
        1_200,
    ),
    (
        r##""tasks":[{"task":"call","name_nl":"Bellen","name_en":"Call","who":"employer",
            "when":{"anchor":"first-sick-day","sick_weeks_before":#}}]"##,
        0,
        156,
    ),
    (
        r##""tasks":[{"task":"call","name_nl":"Bellen","name_en":"Call","who":"employer",
            "when":{"anchor":"end-of-week","week":#}}]"##,
        1,
        156,
    ),
];

#[test]
fn every_number_of_a_protocol_is_bounded() {
    let folder = Folder::new("protocols");
    for (field, least, most) in PROTOCOL_NUMBERS {
        for number in [0, 1, *least, *most, most + 1, MOST, MOST + 1] {
            let field = field.replace('#', &number.to_string());
            let protocol = format!(r#"{{"version":1,"name":"own",{field}}}"#);
            fs::write(folder.0.join("own.json"), &protocol).expect("a file");
            for on in ON {
                let args = [
                    "reminders",
                    "case.json",
                    "--protocol",
                    "own.json",
                    "--days",
                    "65535",
                    "--on",
                    on,
                    "--format",
                    "json",
                ];
                let (status, bytes) = folder.run(&args);
                let is_taken = (least..=most).contains(&&number);
                let expected = if is_taken { Some(0) } else { Some(2) };
                let told = fs::read_to_string(folder.0.join("err")).expect("a text");
                assert_eq!(status, expected, "{protocol}: {told}");
                assert!(bytes < MOST_BYTES, "{protocol}: {bytes} bytes");
            }
        }
    }
}
