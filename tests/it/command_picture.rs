//! `poortwachter picture`, run as a user runs it.

use std::process::{Command, Output};

fn picture(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.arg("picture").args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.output().expect("the command runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn it_writes_the_picture_into_a_file_and_says_nothing() {
    let path = std::env::temp_dir().join(format!("poortwachter-{}.svg", std::process::id()));
    let name = path.to_str().expect("a path");
    let on = ["examples/case.json", "--on", "2026-10-14"];
    let output = picture(&[&on[..], &["-o", name]].concat());
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!((text(&output.stdout), text(&output.stderr)), ("", ""));
    let written = std::fs::read_to_string(&path).expect("a file");
    std::fs::remove_file(&path).expect("removed");
    assert_eq!(written, text(&picture(&on).stdout));
    assert!(written.contains("Sick-leave timeline · 14 Oct 2026"), "no identifier unless asked");
}

#[test]
fn the_options_reach_the_picture() {
    let file = ["examples/case.json", "--on", "2026-10-14", "--lang", "nl"];
    let more = ["--width", "1000", "--statutory", "--show-id"];
    let output = picture(&[&file[..], &more].concat());
    let picture = text(&output.stdout);
    assert!(picture.contains("Verzuimtijdlijn A-42 · 14 okt 2026"));
    assert!(picture.contains("width=\"1000\""));
    assert!(!picture.contains("Voortgangsgesprek"));
}

#[test]
fn what_cannot_be_written_is_told_in_one_line() {
    let output = picture(&["examples/case.json", "-o", "there/is/no/such/folder.svg"]);
    assert_eq!(output.status.code(), Some(2));
    let told = text(&output.stderr);
    assert!(told.starts_with("error: there/is/no/such/folder.svg: cannot write it"), "{told}");
    assert_eq!(told.matches('\n').count(), 1, "{told}");
}
