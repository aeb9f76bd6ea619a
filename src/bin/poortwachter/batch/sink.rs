//! Takes the answers in, and the cases without one.

use super::args::{BatchArgs, Format};
use super::job::Job;
#[cfg(feature = "parquet")]
use super::parquet_out;
use super::rejected::{Place, RejectedFile, cases, grouped};
#[cfg(feature = "parquet")]
use super::rows::columns;
use super::rows::text::{Style, Text};
use super::rows::{Ask, names};
use super::same_id::SeenIds;
use crate::failure::Failure;
use crate::output::Output;
use poortwachter::Lang;
use poortwachter::text::phrases;
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

#[cfg(not(feature = "parquet"))]
pub(crate) fn without_parquet() -> Failure {
    Failure::message("this command was built without Parquet: install it with --features parquet")
}

/// Writes the rows of a piece in the format of the output. Every thread has its own.
pub(super) enum Writer {
    Text(Box<Text>),
    #[cfg(feature = "parquet")]
    Parquet(columns::Encoder),
}

impl Writer {
    pub(super) fn of(format: Format, ask: Ask) -> Writer {
        match format {
            Format::Csv => Writer::Text(Box::new(Text::new(Style::Csv, ask))),
            Format::Tsv => Writer::Text(Box::new(Text::new(Style::Tsv, ask))),
            #[cfg(feature = "parquet")]
            Format::Parquet => Writer::Parquet(columns::Encoder::new(ask)),
            _ => Writer::Text(Box::new(Text::new(Style::Json, ask))),
        }
    }

    pub(super) fn write(&self, job: &mut Job) {
        match self {
            Writer::Text(text) => text.write(&job.rows, &mut job.written),
            #[cfg(feature = "parquet")]
            Writer::Parquet(encoder) => job.answer = encoder.encode(&job.rows),
        }
    }
}

/// Where the answers of all pieces go, in their order.
pub(super) struct Sink {
    answers: Answers,
    rejected: RejectedFile,
    place: Place,
    cases: u64,
    lang: Lang,
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
        let rejected = RejectedFile::of(args.rejected.as_ref(), args.unnamed_rejected())?;
        let mut out = Output::to(args.output.as_ref())?;
        let mut header = |between| out.put(format!("{}\n", names(ask).join(between)).as_bytes());
        let answers = match format {
            #[cfg(feature = "parquet")]
            Format::Parquet => Answers::Parquet(Box::new(parquet_out::File::new(out, ask)?)),
            #[cfg(not(feature = "parquet"))]
            Format::Parquet => return Err(without_parquet()),
            Format::Jsonl => Answers::Text(out),
            Format::Csv => {
                header(",")?;
                Answers::Text(out)
            }
            Format::Tsv => {
                header("\t")?;
                Answers::Text(out)
            }
        };
        Ok(Sink { answers, rejected, place, cases: 0, lang: args.lang.into() })
    }

    /// How many lines or rows lie before the next piece.
    pub(super) fn before(&self) -> u64 {
        self.place.before
    }

    pub(super) fn take(&mut self, job: &mut Job) -> Result<(), Failure> {
        for rejected in &job.rows.rejected {
            self.rejected.put(None, &self.place, rejected)?;
        }
        self.place.before += job.lines;
        self.cases += (job.rows.ids.len() + job.rows.rejected.len()) as u64;
        match &mut self.answers {
            Answers::Text(out) => out.put(&job.written),
            #[cfg(feature = "parquet")]
            Answers::Parquet(file) => match job.answer.take() {
                Some(rows) => file.write(&rows),
                None => Ok(()),
            },
        }
    }

    /// Gives the files their names and says how it went.
    pub(super) fn finish(
        self,
        started: Instant,
        seen: Option<&SeenIds>,
    ) -> Result<ExitCode, Failure> {
        match self.answers {
            Answers::Text(out) => out.finish()?,
            #[cfg(feature = "parquet")]
            Answers::Parquet(file) => file.finish()?,
        }
        let (count, place) = self.rejected.finish()?;
        let lang = self.lang;
        let (cases, count_words) = (cases(self.cases, lang), grouped(count, lang));
        let rejected = phrases::REJECTED.in_lang(lang);
        let see = place.map(|place| format!(" ({} {place})", phrases::SEE.in_lang(lang)));
        let seconds = format!("{:.1}", started.elapsed().as_secs_f64());
        let seconds = seconds.replace('.', lang.pick(",", "."));
        let see = see.unwrap_or_default();
        let told = format!("{cases}, {count_words} {rejected}{see}, {seconds} s");
        // A summary that nobody can read changes nothing.
        let _ = writeln!(std::io::stderr(), "{told}");
        let is_compared = all_compared(seen, self.place.name);
        Ok(ExitCode::from(u8::from(count > 0 || !is_compared)))
    }
}

/// Whether every identifier was compared with those before it; says so where not.
pub(super) fn all_compared(seen: Option<&SeenIds>, place: &str) -> bool {
    let told = seen.and_then(|seen| seen.not_compared(place));
    if let Some(told) = &told {
        let _ = writeln!(std::io::stderr(), "{told}");
    }
    told.is_none()
}
