//! Reads the pages of the command, and writes days as a page does.

use super::wide::case_files;
use poortwachter::chrono::{Datelike, NaiveDate};
use poortwachter::wire::CaseForm;
use poortwachter::{Case, Lang};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A page with one table: the words above it, the table, the words below it.
#[derive(Debug)]
pub struct Read {
    pub above: String,
    pub header: Vec<String>,
    /// For every row its cells, by the name of the column.
    pub rows: Vec<BTreeMap<String, String>>,
    pub below: String,
}

/// The words of a text with one space between two.
pub fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a page. A row begins on a line of which the first cell is as `begins` says.
#[track_caller]
pub fn read(page: &str, begins: impl Fn(&str) -> bool) -> Read {
    read_rows(page, |cells| begins(&cells[0]))
}

/// As [`read`], by all the cells of a line.
#[track_caller]
pub fn read_rows(page: &str, begins: impl Fn(&[String]) -> bool) -> Read {
    let lines: Vec<&str> = page.lines().collect();
    let is_rule = |line: &&str| !line.is_empty() && line.chars().all(|letter| letter == '─');
    let rule = lines.iter().position(is_rule).unwrap_or_else(|| panic!("no table in:\n{page}"));
    let end = lines[rule..].iter().position(|line| line.is_empty());
    let end = end.map_or(lines.len(), |lines| rule + lines);
    let names: Vec<char> = lines[rule - 1].chars().collect();
    let starts: Vec<usize> = (0..names.len())
        .filter(|at| names[*at] != ' ' && (*at == 0 || names[..*at].ends_with(&[' ', ' '])))
        .collect();
    let cells = |line: &str| -> Vec<String> {
        let letters: Vec<char> = line.chars().collect();
        let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
        let cell = |(start, end): (&usize, usize)| {
            let end = end.min(letters.len());
            let letters = letters.get(*start..end.max(*start)).unwrap_or_default();
            words(&letters.iter().collect::<String>())
        };
        starts.iter().zip(ends).map(cell).collect()
    };
    let header = cells(lines[rule - 1]);
    let mut rows: Vec<BTreeMap<String, String>> = Vec::new();
    for line in &lines[rule + 1..end] {
        let cells = cells(line);
        if begins(&cells) {
            rows.push(BTreeMap::new());
        }
        let row = rows.last_mut().unwrap_or_else(|| panic!("no row begins with {line:?}"));
        for (name, cell) in header.iter().zip(cells) {
            let whole = row.entry(name.clone()).or_default();
            *whole = words(&format!("{whole} {cell}"));
        }
    }
    Read {
        above: words(&lines[..rule - 1].join(" ")),
        header,
        rows,
        below: words(&lines[end..].join(" ")),
    }
}

/// `Mon 5 Jan 2026`, `ma 5 jan 2026`.
pub fn long(day: NaiveDate, lang: Lang) -> String {
    format!("{} {}", without_year(day, lang), day.year())
}

/// Without the year where the day is fewer than 180 days from the other.
pub fn short(day: NaiveDate, beside: Option<NaiveDate>, lang: Lang) -> String {
    match beside {
        Some(beside) if (beside - day).num_days().abs() < 180 => without_year(day, lang),
        _ => long(day, lang),
    }
}

fn without_year(day: NaiveDate, lang: Lang) -> String {
    const WEEKDAYS: [&str; 7] = ["zo", "ma", "di", "wo", "do", "vr", "za"];
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    match lang {
        Lang::En => day.format("%a %-d %b").to_string(),
        Lang::Nl => {
            let weekday = WEEKDAYS[day.weekday().num_days_from_sunday() as usize];
            format!("{weekday} {} {}", day.day(), MONTHS[day.month0() as usize])
        }
    }
}

/// A case and the file that it is read from.
pub struct File {
    pub name: String,
    pub json: Value,
    pub case: Case,
}

/// The cases that pages are read of: those of the examples and of the golden files, and random ones.
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
        File { name: path.display().to_string(), json, case }
    };
    let mut files: Vec<File> = paths.into_iter().map(read).collect();
    let (mut runner, drawn) = (TestRunner::deterministic(), case_files());
    let drawn = std::iter::from_fn(|| Some(drawn.new_tree(&mut runner).expect("a case").current()));
    let built = drawn.filter_map(|file| Some((file.case().ok()?, file)));
    files.extend(built.take(random).enumerate().map(|(number, (case, file))| {
        let mut json = serde_json::to_value(&case).expect("JSON");
        // As recorded: a written case has merged the spells that adjoin.
        let spell = |(first, last, counts): &(NaiveDate, Option<NaiveDate>, bool)| {
            json!({"first_day": first, "last_day": last, "counts_for_dismissal_ban": counts})
        };
        json["spells"] = file.spells.iter().map(spell).collect();
        File { name: format!("random {number}"), json, case }
    }));
    files
}
