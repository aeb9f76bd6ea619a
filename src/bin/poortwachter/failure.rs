//! What can go wrong, in one line on standard error.

use crate::args::{Args, LANGUAGE};
use crate::near;
use crate::page::harmless;
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::io::Write;
use std::process::ExitCode;
use std::sync::Mutex;

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line; also a request for help, which is no failure.
    Usage(clap::Error),
    /// Anything else: what is wrong, where, and what to do.
    Told(String),
    /// Who reads the answer closed the pipe (`| head`): no failure.
    SeenEnough,
    /// Standard error is a file that is read: a message would be written into it.
    Unsaid,
}

/// Where the last panic was.
static FAULT: Mutex<String> = Mutex::new(String::new());

/// What a panic says can hold words of the file: only its place is kept.
pub(crate) fn hide_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let (Ok(mut fault), Some(place)) = (FAULT.lock(), panic.location()) {
            *fault = place.to_string();
        }
    }));
}

/// The longest line that is said, in characters.
pub(crate) const LONGEST: usize = 300;

impl Failure {
    pub(crate) fn told(message: impl Into<String>) -> Failure {
        Failure::Told(message.into())
    }

    /// After a panic: where in this program, and nothing of what it was reading.
    pub(crate) fn internal() -> Failure {
        let place = FAULT.lock().map_or_else(|_| String::new(), |place| place.clone());
        Failure::told(format!(
            "a fault in this program ({place}): please report this line, without the file"
        ))
    }

    /// Says it and gives the exit status.
    pub(crate) fn report(self) -> ExitCode {
        let message = match self {
            Failure::Told(message) => message,
            Failure::SeenEnough => return ExitCode::SUCCESS,
            Failure::Unsaid => return ExitCode::from(2),
            Failure::Usage(error) => match error.kind() {
                ErrorKind::DisplayHelp
                | ErrorKind::DisplayVersion
                | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                    // A reader that went away needs no help.
                    let _ = error.print();
                    return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
                }
                ErrorKind::UnknownArgument => unknown_argument(&error),
                _ => usage(&error.to_string()),
            },
        };
        let line = bounded(&format!("error: {message}"), LONGEST);
        let _ = writeln!(std::io::stderr(), "{line}");
        ExitCode::from(2)
    }
}

/// A text that cannot break the line or steer the terminal. Of one that is too long the middle is left
/// out: it begins with what is wrong and ends with what to do.
pub(crate) fn bounded(text: &str, most: usize) -> String {
    let text = harmless(text);
    let length = text.chars().count();
    if length <= most {
        return text;
    }
    let kept = most.saturating_sub(LEFT_OUT.len());
    let place = |nth: usize| text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at);
    let (start, end) = (place(kept / 2), place(length - kept.div_ceil(2)));
    format!("{}{LEFT_OUT}{}", &text[..start], &text[end..])
}

const LEFT_OUT: &str = " ... ";

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
