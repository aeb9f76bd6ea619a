//! The command `poortwachter`: the timeline of a case, its verdict, and the law behind them.
//!
//! The only place of the crate where a clock is read (for today) and where text is laid out.

mod batch;
mod calendar;
mod check;
mod check_md;
mod check_words;
mod cli;
mod completions;
mod dates;
mod explain;
mod failure;
mod files;
mod head;
mod input;
mod json;
mod json_path;
mod json_place;
mod law;
mod law_md;
mod man;
mod milestones;
mod output;
mod page;
mod picture;
mod possibilities;
mod protocol;
mod reminders;
mod rows;
mod schema;
mod suppose;
mod table;
mod timeline;
mod values;
mod vocabulary;
mod what_if;
mod what_if_table;

use clap::CommandFactory;
use cli::{Args, Command};
use failure::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    failure::hide_panics();
    match std::panic::catch_unwind(run) {
        Ok(Ok(status)) => status,
        Ok(Err(failure)) => failure.report(),
        Err(_) => Failure::internal().report(),
    }
}

fn run() -> Result<ExitCode, Failure> {
    let (args, matches) = cli::read()?;
    files::check(&matches, &args.command.unnamed_outputs())?;
    let output = args.output.as_ref();
    let (text, status) = match &args.command {
        Command::Timeline(args) => (timeline::run(args)?, ExitCode::SUCCESS),
        Command::Explain(args) => (explain::run(args)?, ExitCode::SUCCESS),
        Command::Check(args) => check::run(args)?,
        Command::Batch(args) => return batch::run(args),
        Command::Diff(args) => return batch::run_diff(args, output),
        Command::Horizon(args) => batch::run_horizon(args)?,
        Command::WhatIf(args) => (what_if::run(args)?, ExitCode::SUCCESS),
        Command::Reminders(args) => (reminders::run(args)?, ExitCode::SUCCESS),
        Command::Calendar(args) => (calendar::run(args)?, ExitCode::SUCCESS),
        Command::Picture(args) => (picture::run(args)?, ExitCode::SUCCESS),
        Command::Protocol(args) => (protocol::run(args)?, ExitCode::SUCCESS),
        Command::Law(args) => (law::run(args)?, ExitCode::SUCCESS),
        Command::Schema(args) => (schema::run(args)?, ExitCode::SUCCESS),
        Command::Completions(args) => (completions::run(args, Args::command()), ExitCode::SUCCESS),
        Command::Man(args) => (man::run(args, Args::command())?, ExitCode::SUCCESS),
    };
    output::put(text.as_bytes(), output)?;
    Ok(status)
}
