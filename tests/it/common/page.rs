//! Reads the pages of the command, and writes days as a page does.

use super::{date, words};
use chrono::Datelike;
use poortwachter::Day;
use poortwachter::Lang;
use std::collections::BTreeMap;

/// A page with one table: the words above it, the table, the words below it.
#[derive(Debug)]
pub struct Read {
    pub above: String,
    pub header: Vec<String>,
    /// For every row its cells, by the name of the column.
    pub rows: Vec<BTreeMap<String, String>>,
    pub below: String,
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
pub fn long(day: Day, lang: Lang) -> String {
    format!("{} {}", without_year(day, lang), day.year())
}

/// Without the year where the day is fewer than 180 days from the other.
pub fn short(day: Day, beside: Option<Day>, lang: Lang) -> String {
    match beside {
        Some(beside) if beside.days_since(day).abs() < 180 => without_year(day, lang),
        _ => long(day, lang),
    }
}

fn without_year(day: Day, lang: Lang) -> String {
    const WEEKDAYS: [&str; 7] = ["zo", "ma", "di", "wo", "do", "vr", "za"];
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    let day = date(day);
    match lang {
        Lang::En => day.format("%a %-d %b").to_string(),
        Lang::Nl => {
            let weekday = WEEKDAYS[day.weekday().num_days_from_sunday() as usize];
            format!("{weekday} {} {}", day.day(), MONTHS[day.month0() as usize])
        }
    }
}
