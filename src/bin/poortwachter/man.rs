//! `poortwachter man`.

use crate::failure::Failure;
use crate::files::OutputFile;
use crate::output;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use std::path::{Path, PathBuf};

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ManArgs {
    /// The subcommand whose page is shown; that of the whole command when absent
    #[arg(value_name = "COMMAND")]
    page: Option<String>,

    /// Write every page into this folder, which is made when it does not exist
    #[arg(long, value_name = "DIR", conflicts_with_all = ["page", "output"])]
    out: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  poortwachter man timeline | man -l -
  poortwachter man --out ~/.local/share/man/man1

Exit status: 0, or 2 with one line on standard error.";

/// The page, or nothing when the pages went into a folder.
pub(crate) fn run(args: &ManArgs, mut command: Command) -> Result<String, Failure> {
    command.build();
    let Some(folder) = &args.out else { return one(&command, args.page.as_deref()) };
    std::fs::create_dir_all(folder).map_err(|error| {
        Failure::message(format!("{}: cannot make the folder: {error}", folder.display()))
    })?;
    for command in pages(&command) {
        output::put(page(command)?.as_bytes(), Some(&file(folder, command)))?;
    }
    Ok(String::new())
}

impl ManArgs {
    /// The files of the pages.
    pub(crate) fn pages(&self, mut command: Command) -> Vec<OutputFile> {
        let Some(folder) = &self.out else { return Vec::new() };
        command.build();
        pages(&command).map(|command| file(folder, command)).collect()
    }
}

fn file(folder: &Path, command: &Command) -> OutputFile {
    OutputFile::new(folder.join(format!("{}.1", name(command))))
}

fn one(command: &Command, asked: Option<&str>) -> Result<String, Failure> {
    let Some(asked) = asked else { return page(command) };
    match command.find_subcommand(asked) {
        Some(found) => page(found),
        None => {
            let known: Vec<&str> = pages(command).skip(1).map(Command::get_name).collect();
            Err(Failure::message(format!("no command is called {asked:?}: {}", known.join(", "))))
        }
    }
}

/// The whole command, and each of its subcommands.
fn pages(command: &Command) -> impl Iterator<Item = &Command> {
    let others = command.get_subcommands().filter(|sub| sub.get_name() != "help");
    std::iter::once(command).chain(others)
}

/// `poortwachter-timeline`.
fn name(command: &Command) -> String {
    command.get_display_name().unwrap_or(command.get_name()).to_string()
}

fn page(command: &Command) -> Result<String, Failure> {
    let mut roff = Vec::new();
    write(command, &mut roff)
        .map_err(|error| Failure::message(format!("cannot write the page: {error}")))?;
    Ok(String::from_utf8_lossy(&roff).into_owned())
}

fn write(command: &Command, to: &mut Vec<u8>) -> std::io::Result<()> {
    let source = concat!("poortwachter ", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone()).title(name(command)).source(source);
    man.render_title(to)?;
    man.render_name_section(to)?;
    man.render_synopsis_section(to)?;
    man.render_description_section(to)?;
    man.render_options_section(to)?;
    if command.has_subcommands() {
        man.render_subcommands_section(to)?;
    }
    // Its lines are laid out already: examples, and a case file.
    let closing = command.get_after_long_help().or(command.get_after_help());
    if let Some(text) = closing {
        let mut roff = Roff::new();
        roff.control("SH", ["EXAMPLES AND NOTES"]).control("nf", []);
        roff.text([roman(text.to_string())]).control("fi", []);
        roff.to_writer(to)?;
    }
    Ok(())
}
