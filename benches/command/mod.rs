//! `poortwachter batch` as a user starts it: a process that reads a file and writes one, on one thread.

use std::path::Path;
use std::process::Command;
use support::plain;

/// So many that what the process costs to start is small beside them. Fewer where a test runs the bench once for
/// its checks.
pub fn cases() -> usize {
    if std::env::args().any(|argument| argument == "--bench") { 200_000 } else { 20_000 }
}

/// The summaries of the cases of a file as of [`plain::ON`], in another file.
pub fn batch(cases: &Path, answers: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.arg("batch").arg(cases).args(["--on", &plain::ON.to_string(), "--threads", "1"]);
    let output = command.arg("-o").arg(answers).output().expect("the command runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
}
