//! The command itself, on some of the inputs: starting it takes longer than everything else.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// The built command, where the environment names it; see `fuzz/run`.
static COMMAND: LazyLock<Option<PathBuf>> =
    LazyLock::new(|| std::env::var_os("POORTWACHTER").map(PathBuf::from));

/// Runs `poortwachter batch` on a file with these bytes, for one input in `in_how_many`. Whatever
/// they are, it ends as it promises.
pub fn batch(bytes: &[u8], format: &str, in_how_many: u32) {
    // By its contents, so that an input that fails fails again.
    let Some(command) = COMMAND.as_ref().filter(|_| checksum(bytes) % in_how_many == 0) else {
        return;
    };
    let folder = std::env::temp_dir().join(format!("poortwachter-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the input");
    let (input, output) = (folder.join("input"), folder.join("output"));
    std::fs::write(&input, bytes).expect("the input is written");
    let done = Command::new("timeout")
        .arg("8")
        .arg(command)
        .args(["batch", "--on", "2026-07-01", "--out-format", "jsonl", "--format", format])
        .arg(&input)
        .arg("-o")
        .arg(&output)
        .stdin(Stdio::null())
        .output()
        .expect("the command starts");
    let errors = String::from_utf8_lossy(&done.stderr);
    let left = std::fs::read_dir(&folder).expect("the folder").count() - 1;
    std::fs::remove_dir_all(&folder).expect("the folder is taken away");
    assert!(!errors.contains("panicked"), "{errors}");
    match done.status.code() {
        Some(0 | 1) => assert!(left > 0, "there is no answer: {errors}"),
        Some(2) => {
            assert_eq!(left, 0, "an output is left: {errors}");
            assert_eq!(errors.trim_end().lines().count(), 1, "{errors}");
        }
        status => panic!("exit status {status:?}: {errors}"),
    }
}

fn checksum(bytes: &[u8]) -> u32 {
    // FNV-1a.
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
