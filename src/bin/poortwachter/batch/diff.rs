//! `poortwachter diff`: what moved between two answers of `batch --obligations`.

use super::horizon::Shown;
use crate::args::Language;
use crate::failure::Failure;
use crate::input::unreadable;
use crate::page::{Page, Tone, harmless};
use crate::{dates, table};
use poortwachter::Lang;
use poortwachter::change::{self, Record, RecordChange};
use poortwachter::chrono::NaiveDate;
use poortwachter::law::LAW;
use serde::Deserialize;
use serde_json::json;
use std::io::BufRead;
use std::path::{Path, PathBuf};

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DiffArgs {
    /// The earlier answer of batch --obligations, as JSON Lines
    #[arg(value_name = "OLD.JSONL")]
    old: PathBuf,

    /// The later one
    #[arg(value_name = "NEW.JSONL")]
    new: PathBuf,

    /// A table to read, or one JSON object a line
    #[arg(long, value_enum, default_value_t = Shown::Table)]
    format: Shown,

    /// The language of the table
    #[arg(long, value_enum, default_value_t = Language::En)]
    lang: Language,
}

const EXAMPLES: &str = "\
Examples:
  poortwachter batch cases.jsonl --obligations --on 2026-07-01 -o july.jsonl
  poortwachter batch cases.jsonl --obligations --on 2026-08-01 -o august.jsonl
  poortwachter diff july.jsonl august.jsonl

A status that only went on counting is no change. Which fact moved a day does not stand in these
files; what-if tells it of one case.";

/// A line of a file, with text of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: Option<String>,
    duty: String,
    number: u16,
    opens: Option<NaiveDate>,
    advised: Option<NaiveDate>,
    due: Option<NaiveDate>,
    tolerated: Option<NaiveDate>,
    met: Option<NaiveDate>,
    status: String,
    days: Option<u32>,
}

impl Line {
    fn record(&self) -> Record<'_> {
        Record {
            case: self.id.as_deref().unwrap_or_default(),
            duty: &self.duty,
            number: self.number,
            opens: self.opens,
            advised: self.advised,
            due: self.due,
            tolerated: self.tolerated,
            met: self.met,
            status: &self.status,
            days: self.days.unwrap_or(0),
        }
    }
}

pub(crate) fn run(args: &DiffArgs) -> Result<String, Failure> {
    let (old, new) = (lines(&args.old)?, lines(&args.new)?);
    let changes = change::records(old.iter().map(Line::record), new.iter().map(Line::record));
    if args.format == Shown::Json {
        return Ok(changes.map(|change| as_json(&change)).collect());
    }
    let mut page = Page::new(args.lang.into());
    put(&mut page, changes);
    Ok(page.text)
}

fn lines(path: &Path) -> Result<Vec<Line>, Failure> {
    let wrong = |what: String| Failure::told(format!("{}: {what}", path.display()));
    let file = std::fs::File::open(path).map_err(|error| wrong(unreadable(&error)))?;
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(std::io::BufReader::new(file).lines()) {
        let line = line.map_err(|error| wrong(unreadable(&error)))?;
        if line.trim().is_empty() {
            continue;
        }
        let line = serde_json::from_str(&line).map_err(|_| {
            wrong(format!(
                "line {number}: this is no line of batch --obligations in JSON Lines: write it with \
                 --out-format jsonl"
            ))
        })?;
        lines.push(line);
    }
    Ok(lines)
}

/// What both sides have in common.
fn about<'r>(change: &RecordChange<'r>) -> Option<Record<'r>> {
    change.new.or(change.old)
}

fn as_json(change: &RecordChange<'_>) -> String {
    let Some(about) = about(change) else { return String::new() };
    let days: serde_json::Map<_, _> = change
        .days()
        .map(|(what, old, new)| (what.id().to_string(), json!({"old": old, "new": new})))
        .collect();
    let status = |record: Option<Record<'_>>| record.map(|record| record.status.to_string());
    let record = json!({
        "id": about.case,
        "duty": about.duty,
        "number": about.number,
        "why": change.why.id(),
        "days_moved": change.days_moved(),
        "status": {"old": status(change.old), "new": status(change.new)},
        "dates": days,
    });
    format!("{record}\n")
}

fn put<'r>(page: &mut Page, changes: impl Iterator<Item = RecordChange<'r>>) {
    let lang = page.lang;
    let header = [
        lang.pick("Dossier", "Case"),
        lang.pick("Wat", "What"),
        lang.pick("Was", "Was"),
        lang.pick("Is nu", "Is now"),
        lang.pick("Verschil", "Moves"),
        lang.pick("Waarom", "Why"),
    ];
    let mut table = table::new(page, &header);
    let mut count = 0;
    for change in changes {
        let Some(about) = about(&change) else { continue };
        count += 1;
        let name = LAW.rule(about.duty).map_or(about.duty, |rule| rule.name(lang));
        let what = if about.number > 1 { format!("{name} {}", about.number) } else { name.into() };
        let moves = change.days_moved().filter(|days| *days != 0);
        table.add_row([
            table::cell(Tone::Plain, &harmless(about.case)),
            table::cell(Tone::Plain, &harmless(&what)),
            table::cell(Tone::Faint, &side(change.old, lang)),
            table::cell(tone(change.new), &side(change.new, lang)),
            table::cell(Tone::Plain, &moves.map_or(String::new(), |days| format!("{days:+} d"))),
            table::cell(Tone::Faint, why(&change, lang)),
        ]);
    }
    if count == 0 {
        page.line(lang.pick("Er is niets verschoven.", "Nothing moved."));
    } else {
        table::put(page, &table);
    }
}

fn side(record: Option<Record<'_>>, lang: Lang) -> String {
    let Some(record) = record else { return lang.pick("niet", "absent").to_string() };
    let status = harmless(record.status);
    match (record.met, record.due) {
        (Some(met), _) => format!("{status} {}", dates::bare(met, None, lang)),
        (None, Some(due)) => format!("{} {status}", dates::bare(due, None, lang)),
        (None, None) => status,
    }
}

fn tone(record: Option<Record<'_>>) -> Tone {
    match record.map(|record| record.status) {
        Some("overdue") => Tone::Late,
        Some("due-soon" | "due-today") => Tone::Soon,
        Some("met-on-time" | "met-early") => Tone::Good,
        _ => Tone::Plain,
    }
}

fn why(change: &RecordChange<'_>, lang: Lang) -> &'static str {
    use poortwachter::change::RecordWhy;
    match change.why {
        RecordWhy::Added => lang.pick("nieuw", "new"),
        RecordWhy::Removed => lang.pick("vervallen", "gone"),
        RecordWhy::Met => lang.pick("gedaan", "done"),
        RecordWhy::TimePassed => lang.pick("tijd verstreken", "time passed"),
        _ => lang.pick("feiten of wet", "facts or law"),
    }
}
