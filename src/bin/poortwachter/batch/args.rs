//! What can stand on the command line of `batch`.

use crate::files::{InputFile, OutputFile};
use crate::values::{LANGUAGE, Language, date};
use clap::{ValueEnum, ValueHint};
use poortwachter::Day;
use std::path::Path;

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct BatchArgs {
    /// The cases: JSON Lines, CSV or Parquet; - reads standard input
    #[arg(value_name = "IN", value_hint = ValueHint::FilePath)]
    pub(crate) input: InputFile,

    /// Where the answers go; standard output when absent or -
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<OutputFile>,

    /// The day as of which to look; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Day,

    /// The format of the input; by its ending when absent, else JSON Lines
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,

    /// The format of the output; by its ending when absent, else that of the input
    #[arg(long, value_enum)]
    pub(crate) out_format: Option<Format>,

    /// Where the cases without an answer go, replaced as a whole; beside the output when absent, standard
    /// error beside standard output
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) rejected: Option<OutputFile>,

    /// Let an id stand on several lines, each a case of its own
    #[arg(long)]
    pub(crate) allow_same_id: bool,

    /// One row for every obligation instead of one for every case
    #[arg(long)]
    pub(crate) obligations: bool,

    /// How many days ahead a due day is soon
    #[arg(long, value_name = "DAYS", default_value_t = poortwachter::timeline::LEAD_DAYS)]
    pub(crate) lead: u16,

    /// The language of the line that it ends with
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,

    /// How many threads work side by side; as many as there are processors when absent
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

impl BatchArgs {
    /// Where the cases without an answer go when nobody says so; None is standard error.
    pub(crate) fn unnamed_rejected(&self) -> Option<OutputFile> {
        self.output.as_ref().filter(|_| self.rejected.is_none())?.rejected()
    }
}

const EXAMPLES: &str = "\
Examples:
  poortwachter batch cases.jsonl --on 2026-07-01 -o out.jsonl
  poortwachter batch cases.csv --on 2026-07-01 --obligations -o obligations.csv
  poortwachter batch - --on 2026-07-01 < cases.jsonl | head

Cases come out in the order of the input. One without an answer goes to the file
of rejected cases, with its line, and stops nothing. So does a line of which the
id stands on an earlier one: a case stands on one line. The output appears when
it is whole. docs/files.md describes the columns.

Exit status: 0 every case has an answer, 1 some were rejected, 2 it could not
run.";

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// One JSON object a line
    #[value(alias = "json", alias = "ndjson")]
    Jsonl,
    /// Cells separated by commas, with a header
    Csv,
    /// Cells separated by tabs, with a header
    Tsv,
    /// Apache Parquet
    Parquet,
}

impl Format {
    /// The format that the ending of a name says.
    pub(crate) fn of(path: &Path) -> Option<Format> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "jsonl" | "ndjson" => Some(Format::Jsonl),
            "csv" => Some(Format::Csv),
            "tsv" => Some(Format::Tsv),
            "parquet" => Some(Format::Parquet),
            _ => None,
        }
    }
}
