//! The cases that pages and pictures are read of.

use super::wide::case_files;
use poortwachter::Case;
use poortwachter::Day;
use poortwachter::wire::CaseForm;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A name for a file, what stands in it, and the case that it holds.
pub type File = (String, Value, Case);

/// Those of the examples and of the golden files, and random ones.
pub fn files(random: usize) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden = std::fs::read_dir(root.join("tests/golden")).expect("the golden cases");
    let mut paths: Vec<PathBuf> = golden.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let examples = ["case", "case_interrupted", "file_in_order", "file_to_check"];
    paths.extend(examples.map(|name| root.join(format!("examples/{name}.json"))));
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let mut json: Value = serde_json::from_str(&text).expect("JSON");
        if json["case"].is_object() {
            json = json["case"].take();
        }
        let form: CaseForm = serde_json::from_value(json.clone()).expect("a case");
        let case = Case::try_from(form).expect("a case");
        (path.display().to_string(), json, case)
    };
    let mut files: Vec<File> = paths.into_iter().map(read).collect();
    let (mut runner, drawn) = (TestRunner::deterministic(), case_files());
    let drawn = std::iter::from_fn(|| Some(drawn.new_tree(&mut runner).expect("a case").current()));
    let built = drawn.filter_map(|file| Some((file.case().ok()?, file)));
    files.extend(built.take(random).enumerate().map(|(number, (case, file))| {
        let mut json = serde_json::to_value(&case).expect("JSON");
        // As recorded: a written case has merged the spells that adjoin.
        let spell = |(first, last, counts): &(Day, Option<Day>, bool)| {
            json!({"first_day": first, "last_day": last, "counts_for_dismissal_ban": counts})
        };
        json["spells"] = file.spells.iter().map(spell).collect();
        (format!("random {number}"), json, case)
    }));
    files
}
