//! What can go wrong, in one line on standard error.

use crate::args::LANGUAGE;
use clap::error::ErrorKind;
use std::io::Write;
use std::process::ExitCode;

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line; also a request for help, which is no failure.
    Usage(clap::Error),
    /// Anything else: what is wrong, where, and what to do.
    Told(String),
    /// Who reads the answer closed the pipe (`| head`): no failure.
    SeenEnough,
}

impl Failure {
    pub(crate) fn told(message: impl Into<String>) -> Failure {
        Failure::Told(message.into())
    }

    /// Says it and gives the exit status.
    pub(crate) fn report(self) -> ExitCode {
        let message = match self {
            Failure::Told(message) => message,
            Failure::SeenEnough => return ExitCode::SUCCESS,
            Failure::Usage(error) => match error.kind() {
                ErrorKind::DisplayHelp
                | ErrorKind::DisplayVersion
                | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                    // A reader that went away needs no help.
                    let _ = error.print();
                    return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
                }
                _ => usage(&error.to_string()),
            },
        };
        let _ = writeln!(std::io::stderr(), "error: {}", one_line(&message));
        ExitCode::from(2)
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
    let is_said = std::env::args().any(|arg| arg.starts_with("--lang"));
    told.contains("--lang <LANG>") && std::env::var_os(LANGUAGE).is_some() && !is_said
}

/// Whatever stood in a file cannot break the line or steer the terminal.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
