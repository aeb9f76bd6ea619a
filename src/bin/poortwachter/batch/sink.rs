//! Takes the answers in, and the cases without one.

use super::args::{BatchArgs, Format};
use super::job::{Ask, Job, Rejected};
use super::output::{NewFile, Output, unwritable};
#[cfg(feature = "parquet")]
use super::parquet_out;
use super::writing::{Style, Text, names};
use crate::failure::Failure;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

#[cfg(not(feature = "parquet"))]
pub(super) fn without_parquet() -> Failure {
    Failure::told("this command was built without Parquet: install it with --features parquet")
}

/// Writes the rows of a piece in the format of the output. Every thread has its own.
pub(super) enum Writer {
    Text(Text),
    #[cfg(feature = "parquet")]
    Parquet(parquet_out::Encoder),
}

impl Writer {
    pub(super) fn of(format: Format) -> Writer {
        match format {
            Format::Csv => Writer::Text(Text::new(Style::Csv)),
            #[cfg(feature = "parquet")]
            Format::Parquet => Writer::Parquet(parquet_out::Encoder::new()),
            _ => Writer::Text(Text::new(Style::Json)),
        }
    }

    pub(super) fn write(&self, job: &mut Job, ask: Ask) {
        match self {
            Writer::Text(text) => text.write(&job.rows, ask, &mut job.written),
            #[cfg(feature = "parquet")]
            Writer::Parquet(encoder) => job.answer = encoder.encode(&job.rows, ask),
        }
    }
}

/// How a place in the input is named, and how many lie before the first piece.
pub(super) struct Place {
    pub(super) name: &'static str,
    pub(super) before: u64,
}

/// Where the answers of all pieces go, in their order.
pub(super) struct Sink {
    name: String,
    answers: Answers,
    rejected: RejectedFile,
    lines: u64,
    cases: u64,
}

enum Answers {
    Text(Output),
    #[cfg(feature = "parquet")]
    Parquet(Box<parquet_out::File>),
}

impl Sink {
    pub(super) fn open(
        args: &BatchArgs,
        format: Format,
        place: Place,
        ask: Ask,
    ) -> Result<Sink, Failure> {
        let path = args.output.as_deref().filter(|path| *path != Path::new("-"));
        let name = path.map_or("standard output".to_string(), |path| path.display().to_string());
        let rejected = RejectedFile::of(args.rejected.as_deref(), path, place.name);
        let answers = match format {
            #[cfg(feature = "parquet")]
            Format::Parquet => {
                Answers::Parquet(Box::new(parquet_out::File::new(Output::to(path)?, ask, &name)?))
            }
            #[cfg(not(feature = "parquet"))]
            Format::Parquet => return Err(without_parquet()),
            Format::Jsonl => Answers::Text(Output::to(path)?),
            Format::Csv => {
                let mut out = Output::to(path)?;
                let header = writeln!(out, "{}", names(ask).join(","));
                header.map_err(|error| unwritable(&name, &error))?;
                Answers::Text(out)
            }
        };
        Ok(Sink { name, answers, rejected, lines: place.before, cases: 0 })
    }

    pub(super) fn take(&mut self, job: &mut Job) -> Result<(), Failure> {
        for rejected in &job.rows.rejected {
            self.rejected.put(self.lines, rejected)?;
        }
        self.lines += job.lines;
        self.cases += (job.rows.ids.len() + job.rows.rejected.len()) as u64;
        match &mut self.answers {
            Answers::Text(out) => {
                out.write_all(&job.written).map_err(|error| unwritable(&self.name, &error))
            }
            #[cfg(feature = "parquet")]
            Answers::Parquet(file) => match job.answer.take() {
                Some(rows) => file.write(&rows),
                None => Ok(()),
            },
        }
    }

    /// Gives the files their names and says how it went.
    pub(super) fn finish(self, started: Instant) -> Result<ExitCode, Failure> {
        let (count, place) = self.rejected.finish()?;
        match self.answers {
            Answers::Text(out) => out.finish()?,
            #[cfg(feature = "parquet")]
            Answers::Parquet(file) => file.finish()?,
        }
        let seconds = started.elapsed().as_secs_f64();
        let cases = grouped(self.cases);
        let noun = if self.cases == 1 { "case" } else { "cases" };
        let see = place.map_or(String::new(), |place| format!(" (see {place})"));
        // A summary that nobody can read changes nothing.
        let told = format!("{cases} {noun}, {} rejected{see}, {seconds:.1} s", grouped(count));
        let _ = writeln!(std::io::stderr(), "{told}");
        Ok(ExitCode::from(u8::from(count > 0)))
    }
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Cases without an answer, one JSON object a line. The file is made for the first of them.
struct RejectedFile {
    /// None is standard error.
    path: Option<PathBuf>,
    file: Option<NewFile>,
    /// What a place in the input is called.
    place: &'static str,
    count: u64,
}

impl RejectedFile {
    fn of(path: Option<&Path>, output: Option<&Path>, place: &'static str) -> RejectedFile {
        let beside = |output: &Path| {
            let mut name = output.as_os_str().to_os_string();
            name.push(".rejected.jsonl");
            PathBuf::from(name)
        };
        let path = path.map(Path::to_path_buf).or_else(|| output.map(beside));
        RejectedFile { path, file: None, place, count: 0 }
    }

    fn put(&mut self, lines_before: u64, rejected: &Rejected) -> Result<(), Failure> {
        self.count += 1;
        let line = lines_before + rejected.line;
        let text = |text: &str| serde_json::Value::from(text).to_string();
        let id = rejected.id.as_deref().map_or("null".to_string(), text);
        let (place, error) = (self.place, text(&rejected.error));
        let record = format!("{{\"{place}\":{line},\"id\":{id},\"error\":{error}}}");
        let Some(path) = &self.path else {
            let _ = writeln!(std::io::stderr(), "{record}");
            return Ok(());
        };
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(NewFile::at(path)?),
        };
        writeln!(file, "{record}").map_err(|error| unwritable(&path.display().to_string(), &error))
    }

    /// How many there are and where they stand.
    fn finish(self) -> Result<(u64, Option<String>), Failure> {
        let Some(file) = self.file else {
            // A file of an earlier run would tell of cases that have an answer now.
            if let Some(path) = self.path.filter(|_| self.count == 0) {
                let _ = std::fs::remove_file(path);
            }
            return Ok((self.count, None));
        };
        file.finish()?;
        Ok((self.count, self.path.map(|path| path.display().to_string())))
    }
}
