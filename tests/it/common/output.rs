//! What the command printed.

use std::process::Output;

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// What it prints, with this exit status, and nothing on standard error.
#[track_caller]
pub fn told(output: &Output, status: i32) -> String {
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(status), "{}", text(&output.stdout));
    text(&output.stdout)
}

/// The one line of an error; nothing was printed.
#[track_caller]
pub fn error(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout), "");
    let told = text(&output.stderr);
    assert!(told.starts_with("error: "), "{told}");
    assert_eq!(told.matches('\n').count(), 1, "{told}");
    assert!(told.ends_with('\n'), "{told}");
    told.trim_end().to_string()
}

/// The first line with a word in it.
#[track_caller]
pub fn line<'t>(text: &'t str, part: &str) -> &'t str {
    let found = text.lines().find(|line| line.contains(part));
    found.unwrap_or_else(|| panic!("no line has {part:?}:\n{text}"))
}

#[track_caller]
pub fn has(line: &str, parts: &[&str]) {
    for part in parts {
        assert!(line.contains(part), "no {part:?} in {line:?}");
    }
}
