//! What can stand on the command line.

use crate::protocol_args::{ProtocolArgs, RemindersArgs};
use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};
use poortwachter::Lang;
use std::path::PathBuf;

/// The Dutch sick-leave timeline (Wet verbetering poortwachter): what must be done, by whom, on
/// which day, and the article that says so
#[derive(Parser, Debug)]
#[command(name = "poortwachter", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Every obligation of a case, and how it stands on a day
    Timeline(TimelineArgs),
    /// A file judged: what is in order, what is not, what it can cost and what can still be done
    Check(CheckArgs),
    /// Many cases at once: where each stands, or every obligation, as JSON Lines, CSV or Parquet
    Batch(crate::batch::BatchArgs),
    /// What moved between two files of cases or two answers of batch --obligations, and why
    Diff(crate::batch::DiffArgs),
    /// What many cases have ahead: due per duty, actor and day, overdue, and what cannot be undone later
    Horizon(crate::batch::HorizonArgs),
    /// What is due as a calendar file (.ics), which says nothing of sickness unless asked
    Calendar(crate::calendar::CalendarArgs),
    /// The timeline of a case as a picture (SVG)
    Picture(PictureArgs),
    /// Why a date is that date, in plain words
    Explain(crate::explain::ExplainArgs),
    /// Whom to remind of what, on which day
    Reminders(RemindersArgs),
    /// Protocols: published ones, what one says, and what differs
    Protocol(ProtocolArgs),
    /// What moves, and why, if other facts are recorded: a recovery, a late claim, a repair
    WhatIf(WhatIfArgs),
    /// The table of rules, with the articles
    Law(LawArgs),
}

const EXAMPLES: &str = "\
Examples:
  poortwachter timeline --first-sick-day 2026-01-05
  poortwachter timeline case.json --lang nl
  poortwachter check case.json
  poortwachter batch cases.jsonl --on 2026-07-01 -o out.jsonl
  poortwachter calendar case.json -o deadlines.ics
  poortwachter picture case.json -o case.svg
  poortwachter explain case.json plan-of-action
  poortwachter reminders case.json
  poortwachter what-if case.json --add 'recovered 2026-11-30' --add 'sick 2026-12-21'
  poortwachter law --format md > law.md

The dates are computed from the law that this version knows; they are no legal advice.";

#[derive(clap::Args, Debug)]
#[command(after_help = TIMELINE_EXAMPLES, after_long_help = TIMELINE_HELP)]
pub(crate) struct TimelineArgs {
    /// The case, a JSON file; - reads standard input
    #[arg(value_name = "CASE.JSON", conflicts_with = "first_sick_day")]
    pub(crate) file: Option<PathBuf>,

    /// The first sick day of a case without a file: still sick, nothing recorded
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) first_sick_day: Option<NaiveDate>,

    /// The day to look from, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<NaiveDate>,

    /// A table to read, or JSON with everything (--lang, --all do not change it)
    #[arg(long, value_enum, default_value_t = TimelineFormat::Table)]
    pub(crate) format: TimelineFormat,

    /// The language of the table
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,

    /// How many days ahead a due day is soon
    #[arg(long, value_name = "DAYS", default_value_t = poortwachter::timeline::LEAD_DAYS)]
    pub(crate) lead: u16,

    /// Show every line: practice, planned interviews, what is far away, what does not apply
    #[arg(long)]
    pub(crate) all: bool,
}

const TIMELINE_EXAMPLES: &str = "\
Examples:
  poortwachter timeline --first-sick-day 2026-01-05
  poortwachter timeline case.json --on 2026-10-01 --lang nl
  poortwachter timeline - --format json < case.json

--help shows what a case file looks like.";

const TIMELINE_HELP: &str = r#"Examples:
  poortwachter timeline --first-sick-day 2026-01-05
  poortwachter timeline case.json --on 2026-10-01 --lang nl
  poortwachter timeline - --format json < case.json

A case file. Only "spells" is required; the last sick day is left out while the sickness goes on.
Days are written as 2026-01-05. No medical data, no names:
  {
    "id": "A-17",
    "spells": [{"first_day": "2026-01-05"}],
    "leave": [{"first_day": "2026-05-04", "last_day": "2026-08-23", "joins": "yes"}],
    "state_pension_day": null,
    "employment_last_day": null,
    "events": [
      {"kind": "problem-analysis", "on": "2026-02-10"},
      {"kind": "plan-of-action", "on": "2026-02-20"},
      {"kind": "interview", "on": "2026-04-01"}
    ]
  }
The kind of an event is the name of the duty that was done (poortwachter law shows them), or
interview, long-absence-foreseen, no-possibilities, own-employer-perspective, agreed-deviation,
wia-notice-received, outside-expert-asked, early-iva-claim, voluntary-extension, wage-sanction,
repair-notified, repair-refused, repair-established, wia-granted, deceased; and for check also
plan-adjusted, plan-holds (item), partly-able-to-work, reintegration-interview,
own-work-ruled-out, second-track-advised (by), second-track-provider-engaged,
second-track-phase (phase), second-track-ended (reason), first-track-ended, report-holds (part a
to l). A value that is not known is answered with the known ones.

Colour: only on a terminal, and not when NO_COLOR is set. Width: COLUMNS, else the terminal, else
100. Exit status: 0, or 2 with one line on standard error."#;

#[derive(clap::Args, Debug)]
#[command(after_help = CHECK_EXAMPLES)]
pub(crate) struct CheckArgs {
    /// The case, a JSON file (timeline --help shows what it looks like); - reads standard input
    #[arg(value_name = "CASE.JSON")]
    pub(crate) file: PathBuf,

    /// The day to judge as of, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<NaiveDate>,

    /// A table to read, JSON with everything, or a Markdown page for the dossier
    #[arg(long, value_enum, default_value_t = CheckFormat::Table)]
    pub(crate) format: CheckFormat,

    /// The language of the table and of the page; JSON holds both
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,

    /// In the table: list also what is in order, not yet due or not applicable
    #[arg(long)]
    pub(crate) all: bool,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  poortwachter check case.json --lang nl
  poortwachter check case.json --on 2026-06-08 --format md > dossier.md
  poortwachter check - --format json < case.json
  poortwachter check case.json > report.txt || echo 'look at report.txt'

Exit status: 0 in order, 1 findings (attention, at risk or defective), 2 no answer, with one line on
standard error. Only recorded days are judged: never whether efforts were sufficient.";

#[derive(clap::Args, Debug)]
#[command(after_help = PICTURE_EXAMPLES)]
pub(crate) struct PictureArgs {
    /// The case, a JSON file (timeline --help shows what it looks like); - reads standard input
    #[arg(value_name = "CASE.JSON")]
    pub(crate) file: PathBuf,

    /// The day to look from, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<NaiveDate>,

    /// The file to write, replaced when it exists; standard output when absent
    #[arg(short, long, value_name = "CASE.SVG")]
    pub(crate) output: Option<PathBuf>,

    /// The language of the picture
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,

    /// The width in pixels, 840 to 3000
    #[arg(long, value_name = "PIXELS", default_value_t = 900,
        value_parser = clap::value_parser!(u16).range(840..=3000))]
    pub(crate) width: u16,

    /// Leave out what only policy or practice gives a day
    #[arg(long)]
    pub(crate) statutory: bool,

    /// Name the case in the title
    #[arg(long)]
    pub(crate) with_id: bool,
}

const PICTURE_EXAMPLES: &str = "\
Examples:
  poortwachter picture case.json -o case.svg
  poortwachter picture case.json --on 2026-10-14 --lang nl --statutory > case.svg

A browser shows and prints it, in light or dark. Exit status: 0, or 2 with one line on standard
error.";

#[derive(clap::Args, Debug)]
#[command(after_help = LAW_EXAMPLES)]
pub(crate) struct LawArgs {
    /// A table to read, or Markdown with the verbatim texts, readings and links
    #[arg(long, value_enum, default_value_t = LawFormat::Table)]
    pub(crate) format: LawFormat,

    /// The language of names and terms; the texts of the law are Dutch
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
}

const LAW_EXAMPLES: &str = "\
Examples:
  poortwachter law --lang nl
  poortwachter law --format md > law.md      everything, for a lawyer to check";

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TimelineFormat {
    /// Aligned columns
    Table,
    /// The whole view
    Json,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CheckFormat {
    /// What matters first
    Table,
    /// The whole verdict
    Json,
    /// Markdown, everything, with the verbatim texts and links
    Md,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LawFormat {
    /// Aligned columns
    Table,
    /// Markdown
    Md,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Language {
    /// Dutch
    Nl,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Lang {
        match language {
            Language::Nl => Lang::Nl,
            Language::En => Lang::En,
        }
    }
}

pub(crate) fn date(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "there is no such day; write days as 2026-01-05".to_string())
}

#[derive(clap::Args, Debug)]
#[command(after_help = WHAT_IF_HELP)]
pub(crate) struct WhatIfArgs {
    /// The case, a JSON file (timeline --help shows what it looks like); - reads standard input
    #[arg(value_name = "CASE.JSON")]
    pub(crate) file: PathBuf,

    /// The day to look from, today when absent; the day of the last supposed fact where that is later
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<NaiveDate>,

    /// Suppose a fact; may be given more than once, and they are taken in order
    #[arg(long, value_name = "FACT")]
    pub(crate) add: Vec<String>,

    /// Leave a recorded event out, before anything is added; may be given more than once
    #[arg(long, value_name = "FACT")]
    pub(crate) remove: Vec<String>,

    /// A table to read, or JSON with everything that moved (--lang, --all do not change it)
    #[arg(long, value_enum, default_value_t = WhatIfFormat::Table)]
    pub(crate) format: WhatIfFormat,

    /// The language of the table
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,

    /// Show every line that moved, also planned interviews after the first
    #[arg(long)]
    pub(crate) all: bool,
}

const WHAT_IF_HELP: &str = "\
A fact to add:
  2026-12-01 wia-claim                            an event, as its kind stands in a case file
  2026-11-15 wage-sanction weeks=26               with its fields: until, weeks, duty, ...
  recovered 2026-11-30                            the first healthy day; ends the spell that goes on
  sick 2026-12-21                                 the first day of a new spell, with an open end
  leave 2026-05-04 2026-08-23                     maternity leave, first and last day
  employment-ends 2027-01-31                      the last day of the employment
A fact to remove:
  2026-10-02 interview                            an event

Examples:
  poortwachter what-if case.json --add 'recovered 2026-11-30' --add 'sick 2026-12-21'
  poortwachter what-if case.json --remove '2026-04-08 interview' --lang nl
  poortwachter what-if case.json --add '2026-12-01 wia-claim' --format json

Nothing is written: the case file stays as it is.";

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum WhatIfFormat {
    /// Two timelines side by side, only what moves
    Table,
    /// Everything that moves
    Json,
}
