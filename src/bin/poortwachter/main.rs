//! The command `poortwachter`: the timeline of a case, its verdict, and the law behind them.
//!
//! The only place of the crate where a clock is read (for today) and where text is laid out.

mod args;
mod batch;
mod calendar;
mod check;
mod check_md;
mod check_words;
mod dates;
mod explain;
mod failure;
mod head;
mod input;
mod json_path;
mod law;
mod law_md;
mod milestones;
mod near;
mod page;
mod picture;
mod protocol;
mod protocol_args;
mod reminders;
mod rows;
mod suppose;
mod table;
mod timeline;
mod what_if;
mod what_if_table;

use args::{Args, Command};
use clap::Parser;
use failure::Failure;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(status) => status,
        Err(failure) => failure.report(),
    }
}

fn run() -> Result<ExitCode, Failure> {
    let args = Args::try_parse().map_err(Failure::Usage)?;
    let (text, status) = match &args.command {
        Command::Timeline(args) => (timeline::run(args)?, ExitCode::SUCCESS),
        Command::Check(args) => check::run(args)?,
        Command::Batch(args) => return batch::run(args),
        Command::Diff(args) => return batch::run_diff(args),
        Command::Horizon(args) => batch::run_horizon(args)?,
        Command::Calendar(args) => (calendar::run(args)?, ExitCode::SUCCESS),
        Command::Picture(args) => (picture::run(args)?, ExitCode::SUCCESS),
        Command::Explain(args) => (explain::run(args)?, ExitCode::SUCCESS),
        Command::Reminders(args) => (reminders::run(args)?, ExitCode::SUCCESS),
        Command::Protocol(args) => (protocol::run(args)?, ExitCode::SUCCESS),
        Command::WhatIf(args) => (what_if::run(args)?, ExitCode::SUCCESS),
        Command::Law(args) => (law::run(args), ExitCode::SUCCESS),
    };
    print(&text)?;
    Ok(status)
}

/// Writes everything at once. Who closes the pipe early (`| head`) has seen enough.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::told(format!("cannot write the answer: {error}")))
        }
        _ => Ok(()),
    }
}
