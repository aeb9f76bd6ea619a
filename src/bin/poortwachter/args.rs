//! What can stand on the command line.

use crate::files::{InputFile, OutputFile};
use crate::protocol_args::{ProtocolArgs, RemindersArgs};
use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum, ValueHint};
use poortwachter::{Day, Lang, ParseDayError};

/// The Dutch sick-leave timeline (Wet verbetering poortwachter): what must be done, by whom, on
/// which day, and the article that says so
#[derive(Parser, Debug)]
#[command(name = "poortwachter", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Write the answer to this file, replaced as a whole, instead of to standard output
    #[arg(short, long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<OutputFile>,
}

/// Sets the language for every call that does not say it.
pub(crate) const LANGUAGE: &str = "POORTWACHTER_LANG";

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Every obligation of a case, and how it stands on a day
    Timeline(TimelineArgs),
    /// Why a date is that date, in plain words
    Explain(crate::explain::ExplainArgs),
    /// A file judged: what is in order, what is not, what it can cost and what can still be done
    Check(CheckArgs),
    /// What moves, and why, if other facts are recorded: a recovery, a late claim, a repair
    WhatIf(WhatIfArgs),
    /// Whom to remind of what, on which day
    Reminders(RemindersArgs),
    /// What is due as a calendar file (.ics), which says nothing of sickness unless asked
    Calendar(crate::calendar::CalendarArgs),
    /// The timeline of a case as a picture (SVG)
    Picture(PictureArgs),
    /// Many cases at once: where each stands, or every obligation, as JSON Lines, CSV or Parquet
    Batch(crate::batch::BatchArgs),
    /// What moved between two files of cases or two answers of batch --obligations, and why
    Diff(crate::batch::DiffArgs),
    /// What many cases have ahead: due per duty, actor and day, overdue, and what cannot be undone later
    Horizon(crate::batch::HorizonArgs),
    /// Protocols: published ones, what one says, and what differs
    Protocol(ProtocolArgs),
    /// The table of rules, with the articles
    Law(LawArgs),
    /// JSON Schema of the files that are read and of the JSON that is written
    Schema(crate::schema::SchemaArgs),
    /// Lets a shell complete subcommands, options and files
    Completions(crate::completions::CompletionsArgs),
    /// The manual, as pages for man
    Man(crate::man::ManArgs),
}

impl Command {
    /// The files that are written without standing on the command line.
    pub(crate) fn unnamed_outputs(&self) -> Vec<OutputFile> {
        match self {
            Command::Batch(args) => args.unnamed_rejected().into_iter().collect(),
            Command::Man(args) => args.pages(),
            _ => Vec::new(),
        }
    }
}

const EXAMPLES: &str = "\
Examples:
  poortwachter timeline --first-sick-day 2026-01-05
  poortwachter timeline case.json --lang nl
  poortwachter explain case.json plan-of-action
  poortwachter check case.json --format md -o dossier.md
  poortwachter what-if case.json --add '2026-12-01 wia-claim'
  poortwachter reminders case.json --days 14
  poortwachter calendar case.json -o deadlines.ics
  poortwachter picture case.json -o case.svg
  poortwachter batch cases.jsonl --on 2026-07-01 -o out.jsonl
  poortwachter law --format md -o law.md
timeline --help shows what a case file looks like.

Language: --lang nl or --lang en, else POORTWACHTER_LANG, else English.
Colour: only on a terminal, and not when NO_COLOR is set.
Width: COLUMNS, else the terminal, else 100.
Exit status: 0; 1 when check finds something or cases were rejected; 2 when
there is no answer, with one line on standard error that says what is wrong,
where, and what to do.

The dates follow from the law that this version knows. This is no legal advice.";

#[derive(clap::Args, Debug)]
#[command(after_help = TIMELINE_EXAMPLES, after_long_help = TIMELINE_HELP)]
pub(crate) struct TimelineArgs {
    /// The case, a JSON file; - reads standard input
    #[arg(value_name = "CASE.JSON", conflicts_with = "first_sick_day", value_hint = ValueHint::FilePath)]
    pub(crate) file: Option<InputFile>,

    /// The first sick day of a case without a file: still sick, nothing recorded
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) first_sick_day: Option<NaiveDate>,

    /// The day to look from, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<NaiveDate>,

    /// Text to read, or JSON with everything, whatever --lang and --all say
    #[arg(long, value_enum, default_value_t = TimelineFormat::Text)]
    pub(crate) format: TimelineFormat,

    /// The language of the text
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
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

--help shows what a case file looks like.
Exit status: 0, or 2 with one line on standard error.";

const TIMELINE_HELP: &str = r#"Examples:
  poortwachter timeline --first-sick-day 2026-01-05
  poortwachter timeline case.json --on 2026-10-01 --lang nl
  poortwachter timeline - --format json < case.json

A case file. Only "spells" is required; the last sick day is left out while the
sickness goes on. Days are written as 2026-01-05. No medical data, no names:
  {
    "id": "A-17",
    "spells": [{"first_day": "2026-01-05"}],
    "leave": [{"first_day": "2026-05-04", "last_day": "2026-08-23"}],
    "state_pension_day": null,
    "employment_last_day": null,
    "events": [
      {"kind": "problem-analysis", "on": "2026-02-10"},
      {"kind": "plan-of-action", "on": "2026-02-20"},
      {"kind": "interview", "on": "2026-04-01"}
    ]
  }
The kind of an event is the name of the duty that was done (poortwachter law
shows them), or one of these, with its fields in brackets:
  interview, long-absence-foreseen, no-possibilities, own-employer-perspective,
  agreed-deviation (duty, until, reason), wia-notice-received,
  outside-expert-asked, early-iva-claim, voluntary-extension (until),
  extension-shortened (until), assessed-able, wage-sanction (weeks),
  repair-notified, repair-refused, repair-established, wia-granted, deceased
and for check also:
  plan-adjusted, plan-holds (item), partly-able-to-work,
  reintegration-interview, own-work-ruled-out, second-track-advised (by),
  second-track-provider-engaged, second-track-phase (phase),
  second-track-ended (reason), first-track-ended, report-holds (part, a to l)
"regime" is employer when it is absent, else safety-net or own-risk-carrier.
A value that is not known is answered with the known ones.

Exit status: 0, or 2 with one line on standard error."#;

#[derive(clap::Args, Debug)]
#[command(after_help = CHECK_EXAMPLES)]
pub(crate) struct CheckArgs {
    /// The case, a JSON file (see timeline --help); - reads standard input
    #[arg(value_name = "CASE.JSON", value_hint = ValueHint::FilePath)]
    pub(crate) file: InputFile,

    /// The day to judge as of, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<NaiveDate>,

    /// Text to read, JSON with everything, or a Markdown page for the dossier
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,

    /// The language of the text and of the page; JSON holds both
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,

    /// In the text: list also what is in order, not yet due or not applicable
    #[arg(long)]
    pub(crate) all: bool,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  poortwachter check case.json --lang nl
  poortwachter check case.json --on 2026-06-08 --format md -o dossier.md
  poortwachter check - --format json < case.json
  poortwachter check case.json -o report.txt || echo 'look at report.txt'

Only recorded days are judged: never whether efforts were sufficient.
Exit status: 0 in order; 1 findings (attention, at risk or defective); 2 no
answer, with one line on standard error.";

#[derive(clap::Args, Debug)]
#[command(after_help = PICTURE_EXAMPLES)]
pub(crate) struct PictureArgs {
    /// The case, a JSON file (see timeline --help); - reads standard input
    #[arg(value_name = "CASE.JSON", value_hint = ValueHint::FilePath)]
    pub(crate) file: InputFile,

    /// The day to look from, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<NaiveDate>,

    /// The language of the picture
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,

    /// The width in pixels, 840 to 3000
    #[arg(long, value_name = "PIXELS", default_value_t = 900,
        value_parser = clap::value_parser!(u16).range(840..=3000))]
    pub(crate) width: u16,

    /// Leave out what only policy or practice gives a day
    #[arg(long)]
    pub(crate) statutory: bool,

    /// Show the id of the case in the title
    #[arg(long)]
    pub(crate) show_id: bool,
}

const PICTURE_EXAMPLES: &str = "\
Examples:
  poortwachter picture case.json -o case.svg
  poortwachter picture case.json --lang nl --statutory > case.svg

A browser shows and prints it, in light or dark.
Exit status: 0, or 2 with one line on standard error.";

#[derive(clap::Args, Debug)]
#[command(after_help = LAW_EXAMPLES)]
pub(crate) struct LawArgs {
    /// Text to read, or Markdown with the verbatim texts, readings and links
    #[arg(long, value_enum, default_value_t = LawFormat::Text)]
    pub(crate) format: LawFormat,

    /// The language of names and terms; the texts of the law are Dutch
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,
}

const LAW_EXAMPLES: &str = "\
Examples:
  poortwachter law --lang nl
  poortwachter law --format md -o law.md      everything, for a lawyer to check

Exit status: 0, or 2 with one line on standard error.";

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TimelineFormat {
    /// Aligned columns
    #[value(alias = "table")]
    Text,
    /// The whole view
    Json,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CheckFormat {
    /// What matters first
    #[value(alias = "table")]
    Text,
    /// The whole verdict
    Json,
    /// Markdown, everything, with the verbatim texts and links
    Md,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LawFormat {
    /// Aligned columns
    #[value(alias = "table")]
    Text,
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

/// The day to look from: the one that was asked for, else today.
pub(crate) fn day(on: Option<NaiveDate>) -> NaiveDate {
    on.unwrap_or_else(|| chrono::Local::now().date_naive())
}

/// Reads a day.
pub(crate) fn date(text: &str) -> Result<NaiveDate, ParseDayError> {
    text.parse().map(Day::date)
}

#[derive(clap::Args, Debug)]
#[command(after_help = WHAT_IF_HELP)]
pub(crate) struct WhatIfArgs {
    /// The case, a JSON file (see timeline --help); - reads standard input
    #[arg(value_name = "CASE.JSON", value_hint = ValueHint::FilePath)]
    pub(crate) file: InputFile,

    /// The day to look from, today when absent; the day of the last supposed fact where that is later
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<NaiveDate>,

    /// Suppose a fact; may be given more than once, and they are taken in order
    #[arg(long, value_name = "FACT")]
    pub(crate) add: Vec<String>,

    /// Leave a recorded event out, before anything is added; may be given more than once
    #[arg(long, value_name = "FACT")]
    pub(crate) remove: Vec<String>,

    /// Text to read, or JSON with everything that moved, whatever --lang and --all say
    #[arg(long, value_enum, default_value_t = WhatIfFormat::Text)]
    pub(crate) format: WhatIfFormat,

    /// The language of the text
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,

    /// Show every line that moved, also planned interviews after the first
    #[arg(long)]
    pub(crate) all: bool,
}

const WHAT_IF_HELP: &str = "\
Examples:
  poortwachter what-if case.json --add '2026-12-01 wia-claim'
  poortwachter what-if case.json --remove '2026-04-08 interview' --lang nl
  poortwachter what-if case.json --format json \\
    --add 'recovered 2026-11-30' --add 'sick 2026-12-21'

A fact to add:
  2026-12-01 wia-claim                an event, by its kind in a case file
  2026-11-15 wage-sanction weeks=26   with its fields: until, weeks, duty, ...
  recovered 2026-11-30                the first healthy day; ends the open spell
  sick 2026-12-21                     the first day of a new spell, still open
  leave 2026-05-04 2026-08-23         maternity leave, first and last day
  employment-ends 2027-01-31          the last day of the employment
A fact to remove:
  2026-10-02 interview                an event

Nothing is written: the case file stays as it is.
Exit status: 0, or 2 with one line on standard error.";

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum WhatIfFormat {
    /// Two timelines side by side, only what moves
    #[value(alias = "table")]
    Text,
    /// Everything that moves
    Json,
}
