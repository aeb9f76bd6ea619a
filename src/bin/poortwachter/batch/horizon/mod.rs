//! `poortwachter horizon`: what many cases have ahead, counted piece by piece.

mod json;
mod table;

use super::args::Format;
use super::job::Job;
use super::rejected::Place;
use super::rejected::RejectedFile;
use super::rows::Ask;
use super::same_id::SeenIds;
use super::sink::all_compared;
use super::{Input, pipeline, processors, reject_repeats};
use crate::failure::Failure;
use crate::files::{InputFile, OutputFile};
use crate::output::Output;
use crate::page::Page;
use crate::values::{self, LANGUAGE, Language, date};
use poortwachter::Day;
use poortwachter::Lang;
use poortwachter::batch::Batch;
use poortwachter::export::svg::{self, Options};
use poortwachter::horizon::{Horizon, Point};
use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct HorizonArgs {
    /// The cases: JSON Lines, CSV or Parquet; - reads standard input
    #[arg(value_name = "CASES", value_hint = clap::ValueHint::FilePath)]
    input: InputFile,

    /// The day from which to look, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Option<Day>,

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

    /// The language of the table and of the picture
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    lang: Language,

    /// Draws the coming half year, week by week, whatever --days says
    #[arg(long, value_name = "FILE.SVG", value_hint = clap::ValueHint::FilePath)]
    picture: Option<OutputFile>,

    /// Where the cases without an answer go; standard error when absent
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    rejected: Option<OutputFile>,

    /// Let an id stand on several lines, each a case of its own
    #[arg(long)]
    allow_same_id: bool,
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
  poortwachter horizon cases.csv --on 2026-07-01 --format json -o horizon.json
  poortwachter horizon cases.jsonl --picture half-year.svg --lang nl

Counted is what somebody still has to do: not what is met, paused or lapsed, nor
a planned day that will follow from something not done yet. What is overdue is
counted apart. A line of which the id stands on an earlier one is rejected and
counts for nothing.

Exit status: 0 every case has an answer, 1 some were rejected, 2 it could not
run.";

/// The most that a picture shows: 26 weeks.
const PICTURE_WEEKS: u8 = 26;

/// What was counted, with the names of the cases that pass a point of no return.
struct Counted {
    horizon: Horizon,
    ids: BTreeMap<u64, Option<String>>,
    /// The horizon of the picture.
    picture: Option<Horizon>,
    left_out: u64,
    /// Whether every identifier was compared with those before it.
    is_compared: bool,
    /// The file that tells of those.
    see: Option<String>,
}

pub(crate) fn run(args: &HorizonArgs) -> Result<(String, ExitCode), Failure> {
    let picture = args.picture.as_ref().map(|file| Output::to(Some(file))).transpose()?;
    let counted = count(args)?;
    let lang = args.lang.into();
    if let (Some(file), Some(horizon)) = (picture, &counted.picture) {
        draw(file, horizon, lang)?;
    }
    let text = match args.format {
        Shown::Json => json::text(&counted)?,
        Shown::Table => {
            let mut page = Page::new(lang);
            table::put(&mut page, &counted);
            page.text
        }
    };
    let is_whole = counted.left_out == 0 && counted.is_compared;
    Ok((text, ExitCode::from(u8::from(!is_whole))))
}

fn count(args: &HorizonArgs) -> Result<Counted, Failure> {
    let on = values::day(args.on);
    let batch = Batch::new(on);
    // Up to the Sunday of the last week: the first one began on a Monday.
    let through = 7 * u16::from(PICTURE_WEEKS) - 1;
    let through = through - u16::from(on.weekday());
    let picture = args.picture.as_ref().map(|_| through);
    let ask = Ask::Horizon { on, days: args.days, points: args.points.into(), picture };
    let mut input = Input::open(&args.input, args.cases_format)?;
    let mut seen = (!args.allow_same_id).then(SeenIds::new);
    let (form, marker) = (&input.form, seen.as_ref().map(SeenIds::marker).cloned());
    let worker = || {
        let mut reader = form.reader(&batch, ask, marker.clone());
        move |number, job: &mut Job| reader.read(number, job)
    };
    let mut place = Place::of(input.format);
    let mut rejected = RejectedFile::of(args.rejected.as_ref(), None)?;
    let horizon = Horizon::new(on, args.days).keeping(args.points.into());
    let picture = picture.map(|days| Horizon::new(on, days));
    let mut counted = Counted {
        horizon,
        ids: BTreeMap::new(),
        picture,
        left_out: 0,
        is_compared: true,
        see: None,
    };
    let wrong = |error: poortwachter::horizon::OtherDays| Failure::message(error.to_string());
    let mut again = None;
    pipeline::run(&mut *input.source, processors(), worker, |job| {
        if let Some(seen) = &mut seen {
            reject_repeats(seen, job, place.before, |number, job| {
                again.get_or_insert_with(worker)(number, job)
            })?;
        }
        for one in &job.rows.rejected {
            rejected.put(None, &place, one)?;
        }
        place.before += job.lines;
        if let (Some(all), Some(piece)) = (&mut counted.picture, job.rows.picture.take()) {
            all.merge(piece).map_err(wrong)?;
        }
        let Some(horizon) = job.rows.horizon.take() else { return Ok(()) };
        for point in horizon.points() {
            let id = job.rows.ids.get(in_piece(&point)).map(str::to_string);
            counted.ids.insert(point.position(), id);
        }
        counted.horizon.merge(horizon).map_err(wrong)?;
        let kept: BTreeSet<u64> = counted.horizon.points().iter().map(Point::position).collect();
        counted.ids.retain(|position, _| kept.contains(position));
        Ok(())
    })?;
    (counted.left_out, counted.see) = rejected.finish()?;
    counted.is_compared = all_compared(seen.as_ref(), place.name);
    Ok(counted)
}

/// Writes the picture of the coming half year.
fn draw(mut file: Output, horizon: &Horizon, lang: Lang) -> Result<(), Failure> {
    let few = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    // What is overdue stands on one day before the picture begins.
    let overdue =
        horizon.on().checked_add(-1).into_iter().flat_map(|before| {
            horizon.overdue().map(move |(duty, count)| (before, duty, few(count)))
        });
    let due = horizon.due().map(|(day, duty, count)| (day, duty, few(count)));
    let picture =
        svg::portfolio(overdue.chain(due), horizon.on(), PICTURE_WEEKS, &Options::new(lang));
    file.put(picture.as_bytes())?;
    file.finish()
}

/// Where the case of a point stands in its piece: the lower half of its position.
fn in_piece(point: &Point) -> usize {
    usize::try_from(point.position() & u64::from(u32::MAX)).unwrap_or(usize::MAX)
}
