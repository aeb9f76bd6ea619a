//! `poortwachter horizon`: what many cases have ahead.

use super::args::Format;
use super::job::{Ask, Job};
use super::{Input, pipeline, processors};
use crate::args::{Language, date};
use crate::failure::Failure;
use crate::page::{Page, Tone, harmless};
use crate::{dates, table};
use poortwachter::Lang;
use poortwachter::batch::Batch;
use poortwachter::chrono::{Days, NaiveDate};
use poortwachter::horizon::{Horizon, Point};
use poortwachter::law::LAW;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct HorizonArgs {
    /// The cases: JSON Lines, CSV or Parquet; - reads standard input
    #[arg(value_name = "CASES")]
    input: PathBuf,

    /// The day from which to look; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: NaiveDate,

    /// How many days ahead
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u16).range(..=3660))]
    days: u16,

    /// How many points of no return to show
    #[arg(long, value_name = "N", default_value_t = 20)]
    points: u16,

    /// A table to read, or JSON with every day and duty
    #[arg(long, value_enum, default_value_t = Shown::Table)]
    format: Shown,

    /// The format of the cases; by the ending of the name when absent, else JSON Lines
    #[arg(long, value_enum, value_name = "FORMAT")]
    cases_format: Option<Format>,

    /// The language of the table
    #[arg(long, value_enum, default_value_t = Language::En)]
    lang: Language,
}

#[derive(clap::ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shown {
    /// Aligned columns
    Table,
    /// Everything, for a program
    Json,
}

const EXAMPLES: &str = "\
Examples:
  poortwachter horizon cases.jsonl --on 2026-07-01 --days 30
  poortwachter horizon cases.csv --on 2026-07-01 --format json > horizon.json

Exit status: 0 every case has an answer, 1 some were left out (batch tells which), 2 it could not run.";

/// What was counted, with the names of the cases that pass a point of no return.
struct Counted {
    horizon: Horizon,
    ids: BTreeMap<u64, Option<String>>,
    left_out: u64,
}

pub(crate) fn run(args: &HorizonArgs) -> Result<(String, ExitCode), Failure> {
    let counted = count(args)?;
    let text = match args.format {
        Shown::Json => as_json(&counted)?,
        Shown::Table => {
            let mut page = Page::new(args.lang.into());
            put(&mut page, &counted);
            page.text
        }
    };
    Ok((text, ExitCode::from(u8::from(counted.left_out > 0))))
}

fn count(args: &HorizonArgs) -> Result<Counted, Failure> {
    let batch = Batch::on(args.on);
    let ask = Ask::Horizon { on: args.on, days: args.days, points: args.points.into() };
    let input = Input::open(&args.input, args.cases_format)?;
    let form = &input.form;
    let worker = || {
        let mut reader = form.reader(&batch, ask);
        move |job: &mut Job| reader.read(job)
    };
    let horizon = Horizon::new(args.on, args.days).keeping(args.points.into());
    let mut counted = Counted { horizon, ids: BTreeMap::new(), left_out: 0 };
    pipeline::run(input.source, processors(), worker, |job| {
        counted.left_out += job.rows.rejected.len() as u64;
        let Some(horizon) = job.rows.horizon.take() else { return Ok(()) };
        for point in horizon.points() {
            let id = job.rows.ids.get(place(&point)).map(str::to_string);
            counted.ids.insert(point.position(), id);
        }
        let merged = counted.horizon.merge(horizon);
        let kept = counted.horizon.points();
        counted.ids.retain(|position, _| kept.iter().any(|point| point.position() == *position));
        merged.map_err(|error| Failure::told(error.to_string()))
    })?;
    Ok(counted)
}

/// Where the case of a point stands in its piece: the lower half of its position.
fn place(point: &Point) -> usize {
    usize::try_from(point.position() & u64::from(u32::MAX)).unwrap_or(usize::MAX)
}

fn as_json(counted: &Counted) -> Result<String, Failure> {
    let Counted { horizon, ids, left_out } = counted;
    let due =
        horizon.due().map(|(day, duty, n)| json!({"day": day, "duty": duty.id(), "count": n}));
    let overdue = horizon.overdue().map(|(duty, n)| json!({"duty": duty.id(), "count": n}));
    let points = horizon.points().into_iter().map(|point| {
        json!({
            "id": ids.get(&point.position()).cloned().flatten(),
            "kind": point.kind().id(),
            "last_day": point.last_day(),
            "days_left": point.days_left(horizon.on()),
            "citation": point.source().citation.to_string(),
        })
    });
    let passing = horizon.points_per_kind().map(|(kind, n)| json!({"kind": kind.id(), "count": n}));
    let all = json!({
        "on": horizon.on(),
        "last_day": horizon.last_day(),
        "cases": horizon.cases(),
        "left_out": left_out,
        "due": due.collect::<Vec<_>>(),
        "overdue": overdue.collect::<Vec<_>>(),
        "points": points.collect::<Vec<_>>(),
        "points_per_kind": passing.collect::<Vec<_>>(),
    });
    let text = serde_json::to_string_pretty(&all);
    text.map(|text| text + "\n").map_err(|error| Failure::told(error.to_string()))
}

fn put(page: &mut Page, counted: &Counted) {
    let (lang, horizon) = (page.lang, &counted.horizon);
    let (from, through) = (dates::long(horizon.on(), lang), dates::long(horizon.last_day(), lang));
    let cases = horizon.cases();
    let head = match lang {
        Lang::Nl => format!("{cases} dossiers · {from} tot en met {through}"),
        _ => format!("{cases} cases · {from} up to and including {through}"),
    };
    page.line(&page.paint(Tone::Strong, &head));
    if counted.left_out > 0 {
        let n = counted.left_out;
        let told = match lang {
            Lang::Nl => format!("{n} dossiers zijn niet te lezen en tellen niet mee"),
            _ => format!("{n} cases could not be read and are left out"),
        };
        page.line(&page.paint(Tone::Late, &told));
    }
    page.blank();
    put_duties(page, horizon);
    page.blank();
    put_points(page, counted);
}

/// A line per duty: overdue, and due week by week.
fn put_duties(page: &mut Page, horizon: &Horizon) {
    let lang = page.lang;
    let mut lines: BTreeMap<&str, [u64; 6]> = BTreeMap::new();
    for (duty, count) in horizon.overdue() {
        lines.entry(duty.id()).or_default()[0] += count;
    }
    for (day, duty, count) in horizon.due() {
        let week = day.signed_duration_since(horizon.on()).num_days() / 7;
        let column = usize::try_from(week).unwrap_or(0).min(4) + 1;
        lines.entry(duty.id()).or_default()[column] += count;
    }
    if lines.is_empty() {
        page.line(lang.pick("Er is niets te doen.", "Nothing is due."));
        return;
    }
    let week = |n: u64| {
        let from = horizon.on() + Days::new(7 * n);
        dates::bare(from, Some(horizon.on()), lang)
    };
    let mut header = [("Wat", "What"), ("Grondslag", "Basis"), ("Te laat", "Overdue")]
        .map(|(nl, en)| lang.pick(nl, en).to_string())
        .to_vec();
    let since = lang.pick("vanaf", "from");
    header.extend((0..5).map(|n| format!("{since} {}", week(n))));
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let mut table = table::new(page, &header);
    for (name, counts) in lines {
        let layer = LAW
            .rule(name)
            .and_then(|rule| rule.versions.last())
            .map(|version| table::layer(version.due.layer, lang));
        let mut cells = vec![
            table::cell(Tone::Plain, &duty_name(name, lang)),
            table::cell(Tone::Faint, layer.unwrap_or_default()),
        ];
        for (i, count) in counts.into_iter().enumerate() {
            let text = if count == 0 { String::new() } else { count.to_string() };
            let tone = if i == 0 { Tone::Late } else { Tone::Plain };
            let cell = table::cell(tone, &text);
            cells.push(cell.set_alignment(comfy_table::CellAlignment::Right));
        }
        table.add_row(cells);
    }
    table::put(page, &table);
}

fn put_points(page: &mut Page, counted: &Counted) {
    let (lang, horizon) = (page.lang, &counted.horizon);
    let points = horizon.points();
    let all: u64 = horizon.points_per_kind().map(|(_, count)| count).sum();
    let title = lang.pick("Niet meer terug te draaien na", "Cannot be undone after");
    if points.is_empty() {
        return;
    }
    page.line(&page.paint(Tone::Strong, title));
    let header = [
        lang.pick("Laatste dag", "Last day"),
        lang.pick("Dagen", "Days"),
        lang.pick("Dossier", "Case"),
        lang.pick("Wat", "What"),
        lang.pick("Grondslag", "Basis"),
    ];
    let mut table = table::new(page, &header);
    for point in &points {
        let id = counted.ids.get(&point.position()).and_then(Option::as_deref).unwrap_or("");
        let what = format!("{}: {}", duty_name(point.kind().id(), lang), point.kind().words(lang));
        let days = point.days_left(horizon.on()).to_string();
        table.add_row([
            table::cell(Tone::Soon, &dates::short(point.last_day(), Some(horizon.on()), lang)),
            table::cell(Tone::Plain, &days).set_alignment(comfy_table::CellAlignment::Right),
            table::cell(Tone::Plain, &harmless(id)),
            table::cell(Tone::Plain, &what),
            table::cell(Tone::Faint, &point.source().citation.to_string()),
        ]);
    }
    table::put(page, &table);
    let more = all.saturating_sub(points.len() as u64);
    if more > 0 {
        let told = match lang {
            Lang::Nl => format!("en nog {more}: --points toont er meer"),
            _ => format!("and {more} more: --points shows them"),
        };
        page.line(&page.paint(Tone::Faint, &told));
    }
}

fn duty_name(id: &str, lang: Lang) -> String {
    let rule = LAW.rule(id);
    rule.map_or_else(|| id.to_string(), |rule| rule.name(lang).to_string())
}
