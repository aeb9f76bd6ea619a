//! `poortwachter batch`: many cases from a file or a stream, in bounded memory.
//!
//! A thread reads pieces of the input, others work them out, and the main thread writes the answers
//! in the order of the input.

mod args;
mod diff;
mod horizon;
mod job;
mod lines;
mod look;
#[cfg(feature = "parquet")]
mod parquet_file;
#[cfg(feature = "parquet")]
mod parquet_in;
#[cfg(feature = "parquet")]
mod parquet_out;
mod pipeline;
mod progress;
mod reading;
mod rejected;
mod rows;
mod same_id;
mod sink;

pub(crate) use args::BatchArgs;
pub(crate) use diff::{DiffArgs, run as run_diff};
pub(crate) use horizon::{HorizonArgs, run as run_horizon};

use crate::failure::Failure;
use crate::files::InputFile;
use crate::input::unreadable;
use args::Format;
use horizon::Shown;
use job::Job;
use lines::Lines;
use pipeline::Source;
use poortwachter::batch::Batch;
use progress::Progress;
use reading::{Form, LineReader, Table};
use rejected::Place;
use rows::Ask;
#[cfg(feature = "parquet")]
use rows::columns;
use same_id::{Mark, Marker, SeenIds};
use sink::Sink;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

pub(crate) fn run(args: &BatchArgs) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let batch = Batch::new(args.on).with_lead(args.lead);
    let ask = if args.obligations { Ask::Obligations } else { Ask::Summary };
    let mut input = Input::open(&args.input, args.format)?;
    let out_format = match (args.out_format, &args.output) {
        (Some(format), _) => format,
        (None, Some(file)) => file.path().and_then(Format::of).unwrap_or(input.format),
        (None, None) => input.format,
    };
    let place = Place::of(input.format);
    let mut sink = Sink::open(args, out_format, place, ask)?;
    let mut progress = Progress::of(input.size);
    let threads = args.threads.map_or_else(processors, usize::from);
    let mut seen = (!args.allow_same_id).then(SeenIds::new);
    let (form, marker) = (&input.form, seen.as_ref().map(SeenIds::marker).cloned());
    let worker = || {
        let mut reader = form.reader(&batch, ask, marker.clone());
        let writer = sink::Writer::of(out_format, ask);
        move |number, job: &mut Job| {
            reader.read(number, job)?;
            writer.write(job);
            Ok(())
        }
    };
    let mut again = None;
    let done = pipeline::run(&mut *input.source, threads, worker, |job| {
        progress.add(job.bytes, job.lines);
        if let Some(seen) = &mut seen {
            reject_repeats(seen, job, sink.before(), |number, job| {
                again.get_or_insert_with(worker)(number, job)
            })?;
        }
        sink.take(job)
    });
    progress.done();
    done?;
    sink.finish(started, seen.as_ref())
}

/// Takes the lines out of which the identifier stands on an earlier one: the piece is read again
/// without them. A file with few of them loses little time by it.
fn reject_repeats(
    seen: &mut SeenIds,
    job: &mut Job,
    before: u64,
    mut again: impl FnMut(usize, &mut Job) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let earlier = |mark: &Mark| Some((mark.line, seen.earlier(mark, before)?));
    job.rows.repeats.extend(job.marks.iter().filter_map(earlier));
    if !job.rows.repeats.is_empty() {
        again(job.rows.number(), job)?;
        job.rows.repeats.clear();
    }
    Ok(())
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Where cases come from.
struct Input {
    source: Box<dyn Source<Piece = Job>>,
    form: Shape,
    format: Format,
    /// For the bar: bytes of text, or rows of a Parquet file.
    size: Option<u64>,
}

/// What the pieces of an input are.
enum Shape {
    Lines(Form),
    /// With the name of the file.
    #[cfg(feature = "parquet")]
    Columns(columns::Table, String),
}

/// Works out one piece after the other.
enum Reader<'b> {
    Lines(Box<LineReader<'b>>),
    #[cfg(feature = "parquet")]
    Columns(Box<columns::ColumnReader<'b>>, String, Option<Marker>),
}

impl Shape {
    fn reader<'b>(&self, batch: &'b Batch, ask: Ask, marker: Option<Marker>) -> Reader<'b> {
        match self {
            Shape::Lines(form) => {
                let reader = LineReader::new(form.clone(), batch.worker(), ask, marker);
                Reader::Lines(Box::new(reader))
            }
            #[cfg(feature = "parquet")]
            Shape::Columns(table, name) => {
                let reader = columns::ColumnReader::new(table.clone(), batch, ask);
                Reader::Columns(Box::new(reader), name.clone(), marker)
            }
        }
    }
}

impl Reader<'_> {
    fn read(&mut self, number: usize, job: &mut Job) -> Result<(), Failure> {
        match self {
            Reader::Lines(reader) => {
                reader.read(number, job);
                Ok(())
            }
            #[cfg(feature = "parquet")]
            Reader::Columns(reader, name, marker) => {
                let Job { columns, rows, marks, .. } = job;
                let Some(columns) = columns else { return Ok(()) };
                parquet_in::guarded(name, || {
                    reader.read(number, columns, rows);
                    marks.clear();
                    if let Some(marker) = marker {
                        let id = columns::Text::of(columns.column_by_name("id"));
                        let mark = |row| marker.mark(row as u64 + 1, id.get(row)?);
                        marks.extend((0..columns.num_rows()).filter_map(mark));
                    }
                })
            }
        }
    }
}

impl Input {
    fn open(file: &InputFile, format: Option<Format>) -> Result<Input, Failure> {
        let format = format.or_else(|| file.path().and_then(Format::of)).unwrap_or(Format::Jsonl);
        if format == Format::Parquet {
            return Input::parquet(file);
        }
        let (name, (bytes, size)) = (file.name(), open(file)?);
        let mut lines = Lines::of(bytes, name.clone())?;
        look::check(lines.start(), format)
            .map_err(|what| Failure::message(format!("{name}: {what}")))?;
        let form = match format {
            Format::Csv | Format::Tsv => Form::Csv(Table::of(&lines.first_line()?, &name)?),
            _ => Form::Json,
        };
        Ok(Input { source: Box::new(lines), form: Shape::Lines(form), format, size })
    }

    #[cfg(feature = "parquet")]
    fn parquet(file: &InputFile) -> Result<Input, Failure> {
        let columns = parquet_in::Columns::open(file)?;
        let (table, rows) = (columns.table()?, columns.rows());
        Ok(Input {
            source: Box::new(columns),
            form: Shape::Columns(table, file.name()),
            format: Format::Parquet,
            size: Some(rows),
        })
    }

    #[cfg(not(feature = "parquet"))]
    fn parquet(_file: &InputFile) -> Result<Input, Failure> {
        Err(sink::without_parquet())
    }
}

/// What to read from, and how long it is; standard input and a named pipe have no length.
fn open(file: &InputFile) -> Result<(Box<dyn Read + Send>, Option<u64>), Failure> {
    match file.path() {
        None => Ok((Box::new(std::io::stdin()), None)),
        Some(path) => {
            let (file, size) = open_path(path)?;
            Ok((Box::new(file), size))
        }
    }
}

fn open_path(path: &Path) -> Result<(File, Option<u64>), Failure> {
    let wrong = |error| Failure::message(format!("{}: {}", path.display(), unreadable(&error)));
    let file = File::open(path).map_err(wrong)?;
    let about = file.metadata().map_err(wrong)?;
    if about.is_dir() {
        let error = std::io::Error::from(std::io::ErrorKind::IsADirectory);
        return Err(wrong(error));
    }
    Ok((file, about.is_file().then_some(about.len())))
}
