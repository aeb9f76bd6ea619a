//! The command line as a whole: every command, and what is wrong with words that it does not know.

use crate::failure::Failure;
use crate::files::OutputFile;
use crate::values::LANGUAGE;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand, ValueHint};
use poortwachter::near;

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

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Every obligation of a case, and how it stands on a day
    Timeline(crate::timeline::TimelineArgs),
    /// Why a date is that date, in plain words
    Explain(crate::explain::ExplainArgs),
    /// A file judged: what is in order, what is not, what it can cost and what can still be done
    Check(crate::check::CheckArgs),
    /// What moves, and why, if other facts are recorded: a recovery, a late claim, a repair
    WhatIf(crate::what_if::WhatIfArgs),
    /// Whom to remind of what, on which day
    Reminders(crate::reminders::RemindersArgs),
    /// What is due as a calendar file (.ics), which says nothing of sickness unless asked
    Calendar(crate::calendar::CalendarArgs),
    /// The timeline of a case as a picture (SVG)
    Picture(crate::picture::PictureArgs),
    /// Many cases at once: where each stands, or every obligation, as JSON Lines, CSV or Parquet
    Batch(crate::batch::BatchArgs),
    /// What moved between two files of cases or two answers of batch --obligations, and why
    Diff(crate::batch::DiffArgs),
    /// What many cases have ahead: due per duty, actor and day, overdue, and what cannot be undone later
    Horizon(crate::batch::HorizonArgs),
    /// Protocols: published ones, what one says, and what differs
    Protocol(crate::protocol::ProtocolArgs),
    /// The table of rules, with the articles
    Law(crate::law::LawArgs),
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
            Command::Man(args) => args.pages(Args::command()),
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

/// The command line of this call.
pub(crate) fn read() -> Result<(Args, ArgMatches), Failure> {
    let matches = Args::command().try_get_matches().map_err(|error| refused(&error))?;
    let args = Args::from_arg_matches(&matches).map_err(|error| refused(&error))?;
    Ok((args, matches))
}

/// A request for help, which is answered here, or what is wrong with the words.
fn refused(error: &clap::Error) -> Failure {
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // A reader that went away needs no help.
            let _ = error.print();
            Failure::Helped(u8::try_from(error.exit_code()).unwrap_or(2))
        }
        ErrorKind::UnknownArgument => Failure::message(unknown_argument(error)),
        _ => Failure::message(usage(&error.to_string())),
    }
}

/// What clap says, without the usage that follows it.
fn usage(text: &str) -> String {
    let told = text.split("\n\nUsage:").next().unwrap_or(text);
    let told = told.split("\n\nFor more").next().unwrap_or(told);
    let told = told.strip_prefix("error: ").unwrap_or(told);
    let told = match is_from_environment(told) {
        true => told.replace("--lang <LANG>", LANGUAGE),
        false => told.to_string(),
    };
    let paragraphs = told
        .split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
    format!("{} (see --help)", paragraphs.collect::<Vec<_>>().join("; "))
}

/// Whether it is about a language that does not stand on the command line.
fn is_from_environment(told: &str) -> bool {
    let is_said = std::env::args_os().any(|arg| arg.to_string_lossy().starts_with("--lang"));
    told.contains("--lang <LANG>") && std::env::var_os(LANGUAGE).is_some() && !is_said
}

/// What other words are called here, where a command has the option.
const GUESSES: [(&str, &str); 16] = [
    ("out", "output"),
    ("datum", "on"),
    ("dag", "on"),
    ("op", "on"),
    ("per", "on"),
    ("peildatum", "on"),
    ("date", "on"),
    ("day", "on"),
    ("taal", "lang"),
    ("language", "lang"),
    ("formaat", "format"),
    ("uitvoer", "output"),
    ("eerste-ziektedag", "first-sick-day"),
    ("dagen", "days"),
    ("alles", "all"),
    ("nummer", "number"),
];

/// An option or a word that the command does not have, and the option that was probably meant. What
/// clap adds is how to pass it as a value, which nobody means.
fn unknown_argument(error: &clap::Error) -> String {
    let unknown = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(unknown)) => unknown.as_str(),
        _ => "",
    };
    let Some(name) = unknown.strip_prefix("--") else {
        return format!("unexpected argument '{unknown}' (see --help)");
    };
    match meant(name, &options()) {
        Some(meant) => format!("there is no {unknown}: did you mean --{meant}? (see --help)"),
        None => format!("there is no {unknown} (see --help)"),
    }
}

/// The option that was probably meant: one that is called so here, or looks or begins like it.
fn meant<'o>(name: &str, options: &'o [String]) -> Option<&'o str> {
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    let begins = |option: &&str| {
        let rest = name.strip_prefix(option).or(option.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with('-'))
    };
    let guess = GUESSES.iter().find(|(guess, _)| *guess == name);
    let guess = guess.and_then(|(_, meant)| options.iter().find(|option| *option == meant));
    let found = guess.or_else(|| options.iter().find(|option| begins(option))).copied();
    found.or_else(|| near::close(name, &options))
}

/// The options of the command that was called.
fn options() -> Vec<String> {
    let all = Args::command();
    let mut command = &all;
    for word in std::env::args_os().skip(1) {
        command = command.find_subcommand(&word).unwrap_or(command);
    }
    let options = command.get_arguments().chain(all.get_arguments());
    options.filter_map(|option| option.get_long().map(str::to_string)).collect()
}

#[cfg(test)]
mod tests {
    use super::Args;
    use crate::files::{InputFile, OutputFile, UpdatedFile};
    use clap::builder::ValueHint;
    use clap::{Arg, Command, CommandFactory};
    use std::any::TypeId;
    use std::path::PathBuf;

    fn each(command: &Command, see: &mut impl FnMut(&Command, &Arg)) {
        command.get_arguments().for_each(|arg| see(command, arg));
        command.get_subcommands().for_each(|sub| each(sub, see));
    }

    /// Such an argument would be unknown to the check. The folder of `man --out` alone is no file.
    #[test]
    fn no_argument_is_a_bare_path() {
        let files =
            [TypeId::of::<InputFile>(), TypeId::of::<UpdatedFile>(), TypeId::of::<OutputFile>()];
        let mut found = 0;
        each(&Args::command(), &mut |command, arg| {
            let (of, kind) = (command.get_name(), arg.get_value_parser().type_id());
            if kind == TypeId::of::<PathBuf>() {
                assert_eq!((of, arg.get_id().as_str()), ("man", "out"));
            }
            if files.iter().any(|file| kind == *file) {
                // So that shells complete it.
                assert_eq!(arg.get_value_hint(), ValueHint::FilePath, "{of} {}", arg.get_id());
                found += 1;
            }
        });
        assert!(found >= 16, "{found}");
    }
}
