//! `poortwachter diff`: what moved between two files, in bounded memory.

#[cfg(feature = "parquet")]
mod answers;
mod cases;
mod input;
mod line;
mod moved;
mod pairs;
mod reader;
mod records;
mod report;
#[cfg(feature = "parquet")]
mod rows;
mod supposed;
mod table;

use super::rejected::RejectedFile;
use super::same_id::SeenIds;
use super::{Shown, processors};
use crate::failure::Failure;
use crate::files::{InputFile, OutputFile};
use crate::output::Output;
use crate::values::{self, LANGUAGE, Language, date};
use input::{Holds, Input};
use moved::Compares;
use pairs::Pairs;
use poortwachter::Day;
use report::Report;
use std::process::ExitCode;
use supposed::{Supposed, SupposedTerm};

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DiffArgs {
    /// The old file: cases, or an answer of batch --obligations; JSON Lines, CSV or Parquet
    #[arg(value_name = "OLD", value_hint = clap::ValueHint::FilePath)]
    old: InputFile,

    /// The new file, cases or an answer too; one of the two can be -, standard input
    #[arg(value_name = "NEW", value_hint = clap::ValueHint::FilePath)]
    new: InputFile,

    /// The day as of which to look at cases, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Option<Day>,

    /// The day as of which to look at the old cases; that of --on when absent
    #[arg(long, value_name = "DATE", value_parser = date)]
    on_old: Option<Day>,

    /// Look at the new cases under a law in which the term of a rule has another number, as in
    /// wia-claim=26; poortwachter law lists the rules. At most ten times its number, and twenty years. Can be
    /// given more than once
    #[arg(long, value_name = "RULE=NUMBER", value_parser = supposed::term)]
    suppose: Vec<SupposedTerm>,

    /// A table to read, or one JSON object for everything that moved
    #[arg(long, value_enum, default_value_t = Shown::Table)]
    format: Shown,

    /// The language of the table
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    lang: Language,

    /// Show every line that moved in the table, also planned interviews after the first
    #[arg(long)]
    all: bool,

    /// Where the lines or rows that cannot be read or compared go; standard error when absent
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    rejected: Option<OutputFile>,

    /// Let an id stand more than once in a file: the first goes with the first
    #[arg(long)]
    allow_same_id: bool,
}

const EXAMPLES: &str = "\
Examples:
  poortwachter diff yesterday.jsonl today.jsonl --on 2026-07-01
  poortwachter diff cases.jsonl cases.jsonl --on-old 2026-06-01 --on 2026-07-01
  poortwachter diff june-obligations.csv july-obligations.csv
  poortwachter diff cases.jsonl cases.jsonl --suppose wia-claim=26

Only what moved, and why: a fact, a clock that shifts, another rule, or time. A
status that only went on counting is no change. Two answers of batch hold no
facts: there the reason is known less exactly. The two files can have different
formats.

Cases are matched by their id, which stands once in each file: another line with
it is rejected. docs/files.md describes the lines of
--format json.

Exit status: 0 nothing moved, 1 something moved or a line was rejected, 2 it
could not run.";

pub(crate) fn run(args: &DiffArgs, output: Option<&OutputFile>) -> Result<ExitCode, Failure> {
    if args.old.path().or(args.new.path()).is_none() {
        return Err(Failure::message("standard input can be one of the two files: name the other"));
    }
    let (old, new) = (Input::open(&args.old)?, Input::open(&args.new)?);
    let (lang, threads) = (args.lang.into(), processors());
    let seen = || (!args.allow_same_id).then(SeenIds::new);
    let mut report = Report::new(Output::to(output)?, args.format, lang, args.all);
    let mut rejected = RejectedFile::of(args.rejected.as_ref(), None)?;
    let compared = match (old.holds, new.holds) {
        (Holds::Cases | Holds::Nothing, Holds::Cases | Holds::Nothing) => {
            let on = values::day(args.on);
            let days = (args.on_old.unwrap_or(on), on);
            let supposed = Supposed::of(&args.suppose)?;
            report.begin(&Compares {
                old: (&old.name, Some(days.0)),
                new: (&new.name, Some(days.1)),
                supposed: supposed.words(lang),
            })?;
            let cases = |input| cases::Cases::new(input, seen());
            let pairs = Pairs::new(cases(old)?, cases(new)?);
            let moved = |_: &str, old, new| cases::moved(old, new, days, &supposed, lang);
            pairs.compare(threads, &mut rejected, moved, |id, moved| report.case(id, moved))?
        }
        (Holds::Records | Holds::Nothing, Holds::Records | Holds::Nothing) => {
            if args.on.or(args.on_old).is_some() || !args.suppose.is_empty() {
                return Err(Failure::message(
                    "an answer of batch is as of the day on which it was made, under the law: leave \
                     --on, --on-old and --suppose out, or compare the cases themselves",
                ));
            }
            report.begin(&Compares {
                old: (&old.name, None),
                new: (&new.name, None),
                supposed: None,
            })?;
            let groups = |input| records::Groups::new(input, seen());
            let pairs = Pairs::new(groups(old)?, groups(new)?);
            let moved = |id: &str, old, new| records::moved(id, old, new, lang);
            pairs.compare(threads, &mut rejected, moved, |id, moved| report.case(id, moved))?
        }
        _ => {
            let told = |input: &Input| match input.holds {
                Holds::Records => format!("{} is an answer of batch", input.name),
                _ => format!("{} holds cases", input.name),
            };
            return Err(Failure::message(format!(
                "{}, {}: give two files of one kind",
                told(&old),
                told(&new)
            )));
        }
    };
    let rejected = rejected.finish()?;
    let is_same = compared.only_old.is_empty() && compared.only_new.is_empty();
    let is_clean = rejected.0 == 0 && compared.is_whole;
    let moved = report.finish(compared, rejected)?;
    Ok(ExitCode::from(u8::from(moved > 0 || !is_same || !is_clean)))
}
