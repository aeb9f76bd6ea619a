//! `poortwachter calendar`.

use crate::failure::Failure;
use crate::files::{InputFile, UpdatedFile};
use crate::input;
use crate::values::{LANGUAGE, Language, date};
use clap::{ValueEnum, ValueHint};
use poortwachter::Day;
use poortwachter::export::icalendar::{CalendarError, Kind, Options, Titles, calendar, update};
use poortwachter::{Case, Timeline, View};

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CalendarArgs {
    /// The cases, JSON files (see timeline --help), each with an "id"; - reads standard input.
    /// The id and the first sick day are what a re-export is recognised by
    #[arg(value_name = "CASE.JSON", required = true, value_hint = ValueHint::FilePath)]
    files: Vec<InputFile>,

    /// The day to look from, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Option<Day>,

    /// The calendar that was exported before, which -o may replace: what changed gets a new version,
    /// what is gone is cancelled, what did not change stays as it was
    #[arg(long, value_name = "PREVIOUS.ICS", value_hint = ValueHint::FilePath)]
    update: Option<UpdatedFile>,

    /// To-dos instead of all-day events
    #[arg(long)]
    todo: bool,

    /// What titles and descriptions tell whoever sees the calendar
    #[arg(long, value_enum, default_value_t = TitlesArg::Neutral)]
    titles: TitlesArg,

    /// Show the id of the case in the titles
    #[arg(long)]
    show_id: bool,

    /// Days before the due day on which an alarm goes, again for more; the advised day has one too
    #[arg(long = "alarm", value_name = "DAYS", default_values_t = [poortwachter::timeline::LEAD_DAYS, 1])]
    alarms: Vec<u16>,

    /// No alarms at all
    #[arg(long, conflicts_with = "alarms")]
    no_alarms: bool,

    /// Leave out days that only practice names, such as those of the progress interviews
    #[arg(long)]
    no_practice: bool,

    /// Leave out what was cancelled before; --update still cancels
    #[arg(long)]
    no_cancelled: bool,

    /// The version of new and changed entries at least; without --update raise it at every export
    #[arg(long, value_name = "NUMBER", default_value_t = 0,
        value_parser = clap::value_parser!(u32).range(..=i64::from(i32::MAX)))]
    sequence: u32,

    /// Keeps the cases of two organisations apart, for example a domain name; never change it
    #[arg(long, value_name = "TEXT", default_value = "poortwachter")]
    namespace: String,

    /// The language of titles and descriptions
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    lang: Language,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum TitlesArg {
    /// "File deadline", and days
    Neutral,
    /// The name of the duty, who acts, the article: this says that somebody is sick
    Duty,
}

const EXAMPLES: &str = "\
Examples:
  poortwachter calendar case.json -o deadlines.ics
  poortwachter calendar case.json --update deadlines.ics -o deadlines.ics
  poortwachter calendar cases/*.json --todo --show-id --lang nl -o taken.ics
  poortwachter calendar case.json --titles duty --alarm 30 --alarm 7

The second line is for every night. The same facts give the same file, byte for
byte. Exit status: 0, or 2 with one line on standard error.";

pub(crate) fn run(args: &CalendarArgs) -> Result<String, Failure> {
    let timelines = args.files.iter().map(|file| Ok(Timeline::new(&case(file)?)));
    let timelines = timelines.collect::<Result<Vec<_>, Failure>>()?;
    let on = crate::values::day(args.on);
    let views: Vec<View<'_>> = timelines.iter().map(|timeline| timeline.view(on)).collect();
    let options = options(args);
    let text = match &args.update {
        Some(file) => update(&previous(file.input())?, &views, &options),
        None => calendar(&views, &options),
    };
    text.map_err(|error| Failure::message(format!("{}: {error}", about(&error, args))))
}

/// The file that it is about.
fn about(error: &CalendarError, args: &CalendarArgs) -> String {
    let of_case = |number: usize| args.files.get(number - 1);
    let path = match error {
        CalendarError::NoId { number } | CalendarError::SameId { number } => of_case(*number),
        _ => args.update.as_ref().map(UpdatedFile::input),
    };
    path.map_or_else(String::new, InputFile::name)
}

/// A case that can be recognised.
fn case(file: &InputFile) -> Result<Case, Failure> {
    let case = input::file(file)?;
    match case.id() {
        Some(_) => Ok(case),
        None => Err(Failure::message(format!(
            "{}: the case has no id: give it one, a re-export recognises it by that",
            file.name()
        ))),
    }
}

fn options(args: &CalendarArgs) -> Options {
    let mut options = Options::new(args.namespace.as_str())
        .kind(if args.todo { Kind::ToDos } else { Kind::Events })
        .titles(match args.titles {
            TitlesArg::Neutral => Titles::Neutral,
            TitlesArg::Duty => Titles::Duty,
        })
        .lang(args.lang.into())
        .sequence(args.sequence);
    if args.show_id {
        options = options.with_case_id();
    }
    if args.no_practice {
        options = options.without_practice();
    }
    if args.no_cancelled {
        options = options.without_cancelled();
    }
    options.alarms(args.alarms.iter().copied().filter(|_| !args.no_alarms))
}

fn previous(file: &InputFile) -> Result<String, Failure> {
    if file.path().is_none_or(std::path::Path::exists) {
        return Ok(input::Source::read(file)?.text().to_string());
    }
    let name = file.name();
    Err(Failure::message(format!(
        "{name}: there is no such file: leave --update out the first time"
    )))
}
