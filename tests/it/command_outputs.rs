//! What happens to files: none that is read is written, none is written twice, and each that is written
//! appears when it is whole.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const CASE: &str = r#"{"id":"A","spells":[{"first_day":"2026-01-05"}]}"#;
const CASES: &str = r#"{"id":"A","spells":[{"first_day":"2026-01-05"}]}
{"id":"B","spells":[{"first_day":"2026-01-05","last_day":"2026-01-09"}]}
"#;
const PROTOCOL: &str = r#"{"version":1,"name":"House rules"}"#;
const BEFORE: &str = "what was there before\n";

/// A folder with the files that the calls below name, and a link to standard output, as `/dev/stdout` is
/// one: a fault of the command must not replace that.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("case.json", CASE),
        ("cases.jsonl", CASES),
        ("others.jsonl", CASES),
        ("protocol.json", PROTOCOL),
    ] {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    symlink("/dev/fd/1", folder.path().join("stdout")).expect("a link");
    folder
}

fn command(folder: &TempDir, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(args).current_dir(folder.path()).stdin(Stdio::null());
    command
}

fn run(folder: &TempDir, args: &[&str]) -> Output {
    command(folder, args).output().expect("the command runs")
}

/// A line of a shell, in which `poortwachter` is the command.
fn shell(folder: &TempDir, line: &str) -> Output {
    let mut shell = Command::new("bash");
    let line =
        format!("poortwachter() {{ {:?} \"$@\"; }}\n{line}", env!("CARGO_BIN_EXE_poortwachter"));
    shell.args(["-c", &line]).current_dir(folder.path()).stdin(Stdio::null());
    shell.output().expect("a shell runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Every file with its bytes; of a link where it leads.
fn files(folder: &TempDir) -> Vec<(String, Vec<u8>)> {
    let entries =
        fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry"));
    let content = |path: &Path| match path.read_link() {
        Ok(link) => link.to_string_lossy().into_owned().into_bytes(),
        // A pipe would be waited for.
        Err(_) if !path.is_file() => Vec::new(),
        Err(_) => fs::read(path).expect("a file"),
    };
    let mut files: Vec<_> = entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), content(&entry.path())))
        .collect();
    files.sort();
    files
}

fn names(folder: &TempDir) -> Vec<String> {
    files(folder).into_iter().map(|(name, _)| name).collect()
}

#[track_caller]
fn refused(output: &Output, part: &str) {
    let told = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert_eq!(text(&output.stdout), "");
    assert!(told.starts_with("error: ") && told.contains(part), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
}

#[track_caller]
fn went(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

const ON: &str = "2026-02-10";

/// Every call that reads a file, with the file, and an option by which it writes one.
const CALLS: [(&[&str], &str, &str); 25] = [
    (&["timeline", "case.json"], "case.json", "-o"),
    (&["explain", "case.json", "plan-of-action"], "case.json", "-o"),
    (&["check", "case.json"], "case.json", "-o"),
    (&["what-if", "case.json", "--add", "2026-12-01 wia-claim"], "case.json", "-o"),
    (&["picture", "case.json"], "case.json", "-o"),
    (&["calendar", "case.json"], "case.json", "-o"),
    (&["reminders", "case.json"], "case.json", "-o"),
    (&["reminders", "case.json", "--protocol", "protocol.json"], "protocol.json", "-o"),
    (&["protocol", "show", "protocol.json"], "protocol.json", "-o"),
    (&["protocol", "diff", "protocol.json", "uwv"], "protocol.json", "-o"),
    (&["protocol", "diff", "uwv", "protocol.json"], "protocol.json", "-o"),
    (&["batch", "cases.jsonl", "--on", ON], "cases.jsonl", "-o"),
    (&["batch", "cases.jsonl", "--on", ON], "cases.jsonl", "--rejected"),
    (&["horizon", "cases.jsonl"], "cases.jsonl", "-o"),
    (&["horizon", "cases.jsonl"], "cases.jsonl", "--rejected"),
    (&["horizon", "cases.jsonl"], "cases.jsonl", "--picture"),
    (&["horizon", "cases.jsonl", "-o", "out.txt"], "cases.jsonl", "--picture"),
    (&["horizon", "cases.jsonl", "--picture", "half-year.svg"], "cases.jsonl", "-o"),
    (&["diff", "cases.jsonl", "others.jsonl"], "cases.jsonl", "-o"),
    (&["diff", "cases.jsonl", "others.jsonl"], "others.jsonl", "-o"),
    (&["diff", "cases.jsonl", "others.jsonl"], "cases.jsonl", "--rejected"),
    (&["diff", "cases.jsonl", "others.jsonl"], "others.jsonl", "--rejected"),
    (&["batch", "cases.jsonl", "--on", ON, "--rejected", "no.jsonl"], "cases.jsonl", "-o"),
    (&["batch", "cases.jsonl", "--on", ON, "-o", "out.jsonl"], "cases.jsonl", "--rejected"),
    (&["calendar", "case.json", "--update", "others.jsonl"], "case.json", "-o"),
];

#[test]
fn no_call_writes_to_what_it_reads() {
    for (args, input, option) in CALLS {
        let folder = folder();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("sub")).expect("a folder");
        fs::hard_link(path(input), path("hard")).expect("a link");
        symlink(input, path("soft")).expect("a link");
        symlink("soft", path("softer")).expect("a link");
        let round = format!("sub/../{input}");
        let whole = path(input).display().to_string();
        let before = files(&folder);
        for output in [input, "hard", "soft", "softer", &round, &whole] {
            refused(&run(&folder, &[args, &[option, output]].concat()), "this is the same file as");
            assert_eq!(files(&folder), before, "{args:?} {option} {output}");
        }
    }
}

#[test]
fn streams_are_files_too() {
    for line in [
        "poortwachter batch - --on 2026-02-10 -o cases.jsonl < cases.jsonl",
        "poortwachter batch - --on 2026-02-10 -o out.jsonl --rejected cases.jsonl < cases.jsonl",
        "poortwachter batch cases.jsonl --on 2026-02-10 >> cases.jsonl",
        "poortwachter batch cases.jsonl --on 2026-02-10 -o - >> cases.jsonl",
        "poortwachter batch cases.jsonl --on 2026-02-10 -o stdout >> cases.jsonl",
        "poortwachter batch /dev/stdin --on 2026-02-10 -o cases.jsonl < cases.jsonl",
        "poortwachter timeline case.json >> case.json",
        "poortwachter check - < case.json >> case.json",
        "poortwachter diff cases.jsonl others.jsonl >> others.jsonl",
        "poortwachter horizon cases.jsonl --picture others.jsonl >> others.jsonl",
        "poortwachter calendar case.json --update cases.jsonl >> cases.jsonl",
        "poortwachter protocol show protocol.json >> protocol.json",
        "poortwachter calendar case.json --update others.jsonl -o stdout >> others.jsonl",
    ] {
        let folder = folder();
        let before = files(&folder);
        refused(&shell(&folder, line), "this is the same file as");
        assert_eq!(files(&folder), before, "{line}");
    }
    // A message would be written into the file.
    let folder = folder();
    let before = files(&folder);
    let output = shell(&folder, "poortwachter timeline case.json 2>> case.json");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(files(&folder), before);
}

#[test]
fn no_file_is_written_twice() {
    let batch = ["batch", "cases.jsonl", "--on", ON];
    let horizon = ["horizon", "cases.jsonl"];
    for (args, more) in [
        (&batch[..], &["-o", "out", "--rejected", "out"][..]),
        (&batch, &["-o", "out", "--rejected", "./out"]),
        (&batch, &["-o", "out", "--rejected", "OUT"]),
        (&batch, &["-o", "there", "--rejected", "there"]),
        (&batch, &["-o", "there", "--rejected", "hard"]),
        (&batch, &["-o", "there", "--rejected", "soft"]),
        (&batch, &["-o", "new", "--rejected", "nowhere"]),
        (&horizon, &["-o", "out", "--picture", "out"]),
        (&horizon, &["-o", "out", "--picture", "Out"]),
        (&horizon, &["-o", "out", "--rejected", "out"]),
        (&horizon, &["--picture", "out", "--rejected", "out"]),
    ] {
        let folder = folder();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("there"), BEFORE).expect("a file");
        fs::hard_link(path("there"), path("hard")).expect("a link");
        symlink("there", path("soft")).expect("a link");
        symlink("new", path("nowhere")).expect("a link");
        let before = files(&folder);
        refused(&run(&folder, &[args, more].concat()), "which is written too");
        assert_eq!(files(&folder), before, "{more:?}");
    }
    let folder = folder();
    let output = shell(&folder, "poortwachter timeline case.json -o out 2> out");
    assert_eq!(output.status.code(), Some(2));
    let told = fs::read_to_string(folder.path().join("out")).expect("a file");
    assert_eq!(
        told,
        "error: out: this is the same file as standard error, which is written too: name another\n"
    );
}

#[test]
fn the_rejected_cases_of_an_earlier_run_are_no_input() {
    let folder = folder();
    fs::write(folder.path().join("out.jsonl.rejected.jsonl"), CASES).expect("a file");
    let before = files(&folder);
    let args = ["batch", "out.jsonl.rejected.jsonl", "--on", ON, "-o", "out.jsonl"];
    refused(&run(&folder, &args), "this is the same file as");
    assert_eq!(files(&folder), before);
}

#[test]
fn what_cannot_harm_is_allowed() {
    let folder = folder();
    // As `/dev/null` is one.
    let sink = folder.path().join("sink");
    assert!(Command::new("mkfifo").arg(&sink).status().expect("mkfifo runs").success());
    let _reader = fs::File::options().read(true).write(true).open(&sink).expect("a pipe");
    // The same letters in another folder, or another file beside it.
    fs::create_dir(folder.path().join("sub")).expect("a folder");
    went(&run(
        &folder,
        &["batch", "cases.jsonl", "--on", ON, "-o", "out", "--rejected", "sub/out"],
    ));
    went(&run(&folder, &["timeline", "case.json", "-o", "sub/case.json"]));
    // Neither is replaced.
    for line in [
        "poortwachter batch cases.jsonl --on 2026-02-10 > log 2>&1",
        "poortwachter batch cases.jsonl --on 2026-02-10 -o out --rejected /dev/fd/2 2> log",
        "poortwachter batch cases.jsonl --on 2026-02-10 -o sink --rejected sink",
        "poortwachter timeline - -o out < case.json",
        // Not read, not written.
        "poortwachter timeline case.json -o cases.jsonl < cases.jsonl",
        "poortwachter timeline case.json -o out >> case.json",
    ] {
        went(&shell(&folder, line));
    }
}

#[test]
fn a_calendar_may_be_updated_in_place() {
    let folder = folder();
    let path = folder.path().join("days.ics");
    let calendar = ["calendar", "case.json", "--on", ON];
    went(&run(&folder, &[&calendar[..], &["-o", "days.ics"]].concat()));
    let first = fs::read_to_string(&path).expect("a calendar");
    let update = ["--todo", "--update", "days.ics", "-o", "days.ics"];
    went(&run(&folder, &[&calendar[..], &update].concat()));
    let second = fs::read_to_string(&path).expect("a calendar");
    assert!(first.contains("BEGIN:VEVENT") && second.contains("BEGIN:VTODO"), "{second}");
    let update = ["--update", "days.ics", "-o", "case.json"];
    refused(&run(&folder, &[&calendar[..], &update].concat()), "which is read");
}

/// Every call, with what it writes to; every one of them replaces a file.
fn writers(to: &str) -> [Vec<String>; 6] {
    [
        vec!["timeline", "case.json", "--on", ON, "-o", to],
        vec!["law", "--format", "md", "-o", to],
        vec!["batch", "cases.jsonl", "--on", ON, "-o", to],
        vec!["batch", "cases.jsonl", "--on", ON, "-o", "-", "--rejected", to],
        vec!["horizon", "cases.jsonl", "--on", ON, "--picture", to],
        vec!["diff", "cases.jsonl", "others.jsonl", "--on", ON, "-o", to],
    ]
    .map(|args| args.into_iter().map(str::to_string).collect())
}

fn run_all(folder: &TempDir, args: &[String]) -> Output {
    run(folder, &args.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_file_is_replaced_as_a_whole() {
    for args in writers("out") {
        let folder = folder();
        let path = folder.path().join("out");
        fs::write(&path, BEFORE).expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("a file");
        let mut held = fs::File::open(&path).expect("a file");
        went(&run_all(&folder, &args));
        // Who still has the old file open reads the old file, to its end.
        let mut old = String::new();
        std::io::Read::read_to_string(&mut held, &mut old).expect("it reads");
        assert_eq!(old, BEFORE, "{args:?}");
        assert_ne!(fs::read_to_string(&path).expect("a file"), BEFORE, "{args:?}");
        let mode = fs::metadata(&path).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o640, "{args:?}");
        assert_eq!(names(&folder).len(), 6, "{args:?}");
    }
}

#[test]
fn a_new_file_has_the_usual_permissions() {
    for args in writers("out") {
        let folder = folder();
        went(&run_all(&folder, &args));
        let mode = |name: &str| {
            let known = fs::metadata(folder.path().join(name)).expect("a file");
            known.permissions().mode() & 0o777
        };
        assert_eq!(mode("out"), mode("case.json"), "{args:?}");
    }
}

#[test]
fn a_link_leads_to_what_is_written() {
    for args in writers("link") {
        let folder = folder();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("sub")).expect("a folder");
        for before in [None, Some(BEFORE)] {
            let _ = fs::remove_file(path("link"));
            symlink("sub/real", path("link")).expect("a link");
            if let Some(before) = before {
                fs::write(path("sub/real"), before).expect("a file");
            }
            went(&run_all(&folder, &args));
            assert_eq!(path("link").read_link().expect("a link"), Path::new("sub/real"));
            assert_ne!(fs::read_to_string(path("sub/real")).expect("a file"), BEFORE, "{args:?}");
            assert!(!path("sub/real").is_symlink());
            let left: Vec<_> = fs::read_dir(path("sub")).expect("a folder").collect();
            assert_eq!(left.len(), 1, "{args:?}");
            fs::remove_file(path("sub/real")).expect("a file");
        }
    }
}

#[test]
fn a_pipe_is_written_to_and_stays_a_pipe() {
    for args in writers("pipe") {
        let folder = folder();
        let path = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&path).status().expect("mkfifo runs").success());
        // Open in both directions: neither end waits for the other, nor is it closed early.
        let held = fs::File::options().read(true).write(true).open(&path).expect("a pipe");
        let reader = fs::File::open(&path).expect("a pipe");
        let told = std::thread::spawn(move || {
            let mut told = String::new();
            std::io::Read::read_to_string(&mut { reader }, &mut told).map(|_| told)
        });
        let output = run_all(&folder, &args);
        drop(held);
        went(&output);
        assert!(fs::symlink_metadata(&path).expect("a pipe").file_type().is_fifo(), "{args:?}");
        let told = told.join().expect("it reads").expect("text");
        assert_eq!(told.is_empty(), args.iter().any(|arg| arg == "--rejected"), "{args:?}");
        assert_eq!(names(&folder).len(), 6, "{args:?}");
    }
}

#[test]
fn who_closes_the_rejected_cases_still_gets_the_answers() {
    let folder = folder();
    fs::write(folder.path().join("some.jsonl"), format!("{}{CASES}", "nothing\n".repeat(20_000)))
        .expect("a file");
    let line = "poortwachter batch some.jsonl --on 2026-02-10 -o out.jsonl --rejected >(exec true)";
    let output = shell(&folder, line);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let out = fs::read_to_string(folder.path().join("out.jsonl")).expect("a file");
    assert_eq!(out.lines().count(), 2);
}

#[test]
fn standard_output_by_its_name() {
    let folder = folder();
    for args in [&["timeline", "case.json", "--on", ON][..], &["batch", "cases.jsonl", "--on", ON]]
    {
        let plain = run(&folder, args);
        went(&plain);
        let named = run(&folder, &[args, &["-o", "stdout"]].concat());
        went(&named);
        assert_eq!(named.stdout, plain.stdout);
        // Behind what stands in the file already, as standard output is.
        let line = format!("{{ echo first; poortwachter {} -o stdout; }} > all", args.join(" "));
        went(&shell(&folder, &line));
        let all = fs::read(folder.path().join("all")).expect("a file");
        assert_eq!(text(&all), format!("first\n{}", text(&plain.stdout)));
    }
}

/// Cases that make more than a few kilobytes of answers.
fn many() -> String {
    let line = |i| format!("{{\"id\":\"{i}\",\"spells\":[{{\"first_day\":\"2026-01-05\"}}]}}\n");
    (0..20_000).map(line).collect()
}

/// The disk is full, as far as the command can see: a file may not get longer than some kilobytes.
#[test]
fn what_cannot_be_written_whole_is_not_written() {
    for line in [
        "law --format md -o out",
        "batch many.jsonl --on 2026-02-10 -o out",
        "batch many.jsonl --on 2026-02-10 -o out --out-format csv",
        "diff many.jsonl cases.jsonl --on 2026-02-10 --format json -o out",
    ] {
        for ignore in ["trap '' XFSZ;", ""] {
            let folder = folder();
            let path = |name: &str| folder.path().join(name);
            fs::write(path("many.jsonl"), many()).expect("a file");
            fs::write(path("out"), BEFORE).expect("a file");
            let output = shell(&folder, &format!("{ignore} ulimit -f 4; poortwachter {line}"));
            assert_eq!(fs::read_to_string(path("out")).expect("a file"), BEFORE, "{line}");
            if ignore.is_empty() {
                // Killed, without a chance to remove what it began.
                assert_ne!(output.status.code(), Some(0), "{line}");
                continue;
            }
            refused(&output, "out: cannot write it");
            assert_eq!(names(&folder).len(), 7, "{line}: {:?}", names(&folder));
        }
    }
}

/// Waits for something that another process does.
#[track_caller]
fn wait_for<T>(what: &str, mut seen: impl FnMut() -> Option<T>) -> T {
    let until = Instant::now() + Duration::from_secs(60);
    while Instant::now() < until {
        if let Some(seen) = seen() {
            return seen;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("there is still no {what}");
}

#[test]
fn an_interrupted_run_removes_what_it_began() {
    for signal in ["INT", "TERM", "HUP"] {
        let folder = folder();
        fs::write(folder.path().join("out"), BEFORE).expect("a file");
        let before = files(&folder);
        let args = ["batch", "-", "--on", ON, "-o", "out", "--rejected", "no.jsonl"];
        let mut child = command(&folder, &args)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it runs");
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(many().as_bytes()).expect("it reads");
        let is_begun =
            |(name, bytes): &(String, Vec<u8>)| name.ends_with(".part") && !bytes.is_empty();
        wait_for("part of an answer", || files(&folder).iter().any(is_begun).then_some(()));
        // Not before it is whole.
        assert_eq!(fs::read_to_string(folder.path().join("out")).expect("a file"), BEFORE);
        let id = child.id().to_string();
        let kill = Command::new("kill").args(["-s", signal, &id]).status().expect("kill runs");
        assert!(kill.success());
        assert_eq!(child.wait().expect("it ends").code(), Some(130), "{signal}");
        drop(input);
        assert_eq!(files(&folder), before, "{signal}");
    }
}

#[test]
fn two_runs_at_once_do_not_disturb_each_other() {
    let folder = folder();
    fs::write(folder.path().join("many.jsonl"), many()).expect("a file");
    let args = ["batch", "many.jsonl", "--on", ON, "-o", "out.jsonl"];
    let run = || command(&folder, &args).stderr(Stdio::null()).spawn().expect("it runs");
    let runs: Vec<_> = (0..3).map(|_| run()).collect();
    for mut run in runs {
        assert!(run.wait().expect("it ends").success());
    }
    let out = fs::read_to_string(folder.path().join("out.jsonl")).expect("a file");
    assert_eq!(out.lines().count(), 20_000);
    assert_eq!(names(&folder).len(), 7);
}

#[test]
fn rejected_cases_that_nobody_has() {
    let folder = folder();
    let path = |name: &str| -> PathBuf { folder.path().join(name) };
    let batch = ["batch", "cases.jsonl", "--on", ON, "-o", "out.jsonl"];
    // Named: replaced, as any output is.
    fs::write(path("rejected.txt"), BEFORE).expect("a file");
    went(&run(&folder, &[&batch[..], &["--rejected", "rejected.txt"]].concat()));
    assert_eq!(fs::read_to_string(path("rejected.txt")).expect("it is still there"), "");
    for args in [&["horizon", "cases.jsonl"][..], &["diff", "cases.jsonl", "others.jsonl"]] {
        fs::write(path("rejected.txt"), BEFORE).expect("a file");
        went(&run(&folder, &[args, &["--rejected", "rejected.txt"]].concat()));
        assert_eq!(fs::read_to_string(path("rejected.txt")).expect("it is still there"), "");
    }
    // Beside the output: what an earlier run left is removed, a link is not.
    fs::write(path("out.jsonl.rejected.jsonl"), "{}\n").expect("a file");
    went(&run(&folder, &batch));
    assert!(!path("out.jsonl.rejected.jsonl").exists());
    symlink("case.json", path("out.jsonl.rejected.jsonl")).expect("a link");
    went(&run(&folder, &batch));
    assert!(path("out.jsonl.rejected.jsonl").is_symlink());
    assert_eq!(fs::read_to_string(path("case.json")).expect("a case"), CASE);
}

#[test]
fn tabs_between_cells() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    let cases = "{\"id\":\"a\\tb\",\"spells\":[{\"first_day\":\"2026-01-05\"}]}\n\
                 {\"id\":\"c,\\\"d\\\"\",\"spells\":[{\"first_day\":\"2026-01-05\"}]}\n";
    fs::write(path("cases.jsonl"), cases).expect("a file");
    let batch = ["batch", "cases.jsonl", "--on", ON];
    went(&run(&folder, &[&batch[..], &["-o", "out.tsv"]].concat()));
    let out = fs::read_to_string(path("out.tsv")).expect("a file");
    let csv = run(&folder, &[&batch[..], &["--out-format", "csv"]].concat());
    let lines: Vec<_> = out.lines().collect();
    assert_eq!(
        lines[0],
        "id\tcounted_day\tweek\tstate\tnext_duty\tnext_due\toverdue\tworst\twages_last_day\twia_start\tmissed\tended\tended_on"
    );
    assert!(lines[1].starts_with("\"a\tb\"\t37\t6\t"), "{out}");
    assert!(lines[2].starts_with("\"c,\"\"d\"\"\"\t37\t6\t"), "{out}");
    let commas = text(&csv.stdout);
    assert_eq!(
        commas.lines().nth(2).map(|line| line.replace(",37,6,", "\t37\t6\t").replace(',', "\t")),
        Some(lines[2].replace("c,", "c\t"))
    );
    let tabs = run(&folder, &[&batch[..], &["--out-format", "tsv"]].concat());
    assert_eq!(text(&tabs.stdout), out);
    // In and out, by the ending and by the option; one that is asked for goes first.
    fs::write(path("in.tsv"), "id\tfirst_sick_day\nA\t2026-01-05\n").expect("a file");
    fs::copy(path("in.tsv"), path("in.txt")).expect("a file");
    for args in [&["in.tsv"][..], &["in.txt", "--format", "tsv"]] {
        let told = run(&folder, &[&["batch"], args, &["--on", ON]].concat());
        went(&told);
        assert!(text(&told.stdout).starts_with("id\tcounted_day\t"), "{}", text(&told.stdout));
        assert!(text(&told.stdout).contains("\nA\t37\t6\t"), "{}", text(&told.stdout));
    }
    went(&run(&folder, &["batch", "in.tsv", "--on", ON, "-o", "out.csv"]));
    assert!(fs::read_to_string(path("out.csv")).expect("a file").starts_with("id,counted_day,"));
    went(&run(&folder, &["horizon", "in.txt", "--cases-format", "tsv"]));
    // An answer with tabs can be compared.
    let obligations = ["batch", "in.tsv", "--on", ON, "--obligations", "-o"];
    went(&run(&folder, &[&obligations[..], &["old.tsv"]].concat()));
    went(&run(&folder, &[&obligations[..], &["new.jsonl"]].concat()));
    went(&run(&folder, &["diff", "old.tsv", "new.jsonl"]));
}

#[test]
fn what_moved_goes_into_a_file() {
    let folder = folder();
    fs::write(folder.path().join("others.jsonl"), CASES.replace("2026-01-05", "2026-01-06"))
        .expect("a file");
    let diff = ["diff", "cases.jsonl", "others.jsonl", "--on", ON];
    let plain = run(&folder, &diff);
    let output = run(&folder, &[&diff[..], &["-o", "out.txt"]].concat());
    assert_eq!((plain.status.code(), output.status.code()), (Some(1), Some(1)));
    assert_eq!(text(&output.stdout), "");
    assert!(!plain.stdout.is_empty());
    assert_eq!(fs::read(folder.path().join("out.txt")).expect("a file"), plain.stdout);
}

#[test]
fn pages_of_the_manual_are_no_streams() {
    let folder = folder();
    fs::create_dir(folder.path().join("man")).expect("a folder");
    let page = folder.path().join("man/poortwachter.1");
    fs::write(&page, BEFORE).expect("a file");
    fs::hard_link(&page, folder.path().join("man/poortwachter-law.1")).expect("a link");
    refused(&run(&folder, &["man", "--out", "man"]), "which is written too");
    assert_eq!(fs::read_to_string(page).expect("a file"), BEFORE);
}
