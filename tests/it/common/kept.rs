//! Texts that are kept in files: explanations, schemas, calendars and pictures. One command writes all of them
//! anew, to be read before they are committed:
//!
//! ```sh
//! POORTWACHTER_WRITE=1 cargo test --all-features --test it -- explain:: schema:: icalendar:: svg::
//! ```
//!
//! What a golden case expects is never written by a program.

use std::path::Path;

/// Compares a text with the file of that name in the project.
#[track_caller]
pub fn assert_kept(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("POORTWACHTER_WRITE").is_some() {
        std::fs::write(&path, text).expect("a file that can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    // Without a difference of some hundred lines.
    assert!(
        kept == text,
        "{name} is not what the crate gives now: POORTWACHTER_WRITE=1 writes it anew"
    );
}
