//! What can stand on the command line of `reminders` and `protocol`.

use crate::args::{LANGUAGE, Language, date};
use crate::files::InputFile;
use chrono::NaiveDate;
use clap::{Subcommand, ValueEnum, ValueHint};
use poortwachter::protocol::presets;
use std::path::Path;

#[derive(clap::Args, Debug)]
#[command(after_help = REMINDERS_EXAMPLES)]
pub(crate) struct RemindersArgs {
    /// The case, a JSON file (see timeline --help); - reads standard input
    #[arg(value_name = "CASE.JSON", value_hint = ValueHint::FilePath)]
    pub(crate) file: InputFile,

    /// The day to look from, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<NaiveDate>,

    /// The protocol, a JSON file; - reads standard input
    #[arg(long, value_name = "PROTOCOL.JSON", conflicts_with = "preset", value_hint = ValueHint::FilePath)]
    pub(crate) protocol: Option<InputFile>,

    /// A published protocol by its name (protocol list shows them)
    #[arg(long, value_name = "NAME")]
    pub(crate) preset: Option<String>,

    /// How many days to look ahead
    #[arg(long, value_name = "DAYS", default_value_t = 60)]
    pub(crate) days: u16,

    /// Text to read, or JSON with every duty and task as well
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    pub(crate) format: TextFormat,

    /// The language of the text; JSON holds both
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,
}

const REMINDERS_EXAMPLES: &str = "\
Examples:
  poortwachter reminders case.json --preset xpert-suite
  poortwachter reminders case.json --protocol protocol.json --lang nl
  poortwachter reminders - --days 0 --format json < case.json    those of today

Reminders are computed, never sent, and only for what is still to be done on the
day. Without a protocol: 14 days before the due day, on the day itself and the
day after it.
Exit status: 0, or 2 with one line on standard error.";

#[derive(clap::Args, Debug)]
#[command(after_help = PROTOCOL_EXAMPLES)]
pub(crate) struct ProtocolArgs {
    #[command(subcommand)]
    pub(crate) command: ProtocolCommand,
}

const PROTOCOL_EXAMPLES: &str = "\
Examples:
  poortwachter protocol list
  poortwachter protocol show xpert-suite --format json -o protocol.json
  poortwachter protocol diff xpert-suite protocol.json --lang nl

Exit status: 0, or 2 with one line on standard error.";

#[derive(Subcommand, Debug)]
pub(crate) enum ProtocolCommand {
    /// The published protocols, with their sources
    #[command(after_help = PROTOCOL_EXAMPLES)]
    List {
        /// The language of the text
        #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
        lang: Language,
    },
    /// What a protocol says; a file is checked on the way
    #[command(after_help = PROTOCOL_EXAMPLES)]
    Show {
        /// The name of a preset, or a JSON file; - reads standard input
        #[arg(value_name = "PROTOCOL", value_hint = ValueHint::FilePath)]
        protocol: ProtocolSource,
        /// Text to read, or the JSON form, to start a protocol of your own from
        #[arg(long, value_enum, default_value_t = TextFormat::Text)]
        format: TextFormat,
        /// The language of the text
        #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
        lang: Language,
    },
    /// What differs between two protocols
    #[command(after_help = PROTOCOL_EXAMPLES)]
    Diff {
        /// The name of a preset, or a JSON file; - reads standard input
        #[arg(value_name = "PROTOCOL", value_hint = ValueHint::FilePath)]
        a: ProtocolSource,
        /// The name of a preset, or a JSON file; - reads standard input
        #[arg(value_name = "OTHER", value_hint = ValueHint::FilePath)]
        b: ProtocolSource,
        /// The language of the text
        #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
        lang: Language,
    },
}

/// A protocol by the name of a preset where one has that name, else in a file.
#[derive(Clone, Debug)]
pub(crate) enum ProtocolSource {
    Named(String),
    File(InputFile),
}

/// The protocol that holds where none is given.
pub(crate) const DEFAULT: &str = "default";

impl From<String> for ProtocolSource {
    fn from(name: String) -> ProtocolSource {
        let is_preset = presets::named(&name).is_some() || name == DEFAULT;
        let is_path = name == "-" || name.contains(['/', '.']) || Path::new(&name).exists();
        match is_path && !is_preset {
            true => ProtocolSource::File(InputFile::new(name)),
            false => ProtocolSource::Named(name),
        }
    }
}

impl ProtocolSource {
    pub(crate) fn file(&self) -> Option<&InputFile> {
        match self {
            ProtocolSource::Named(_) => None,
            ProtocolSource::File(file) => Some(file),
        }
    }
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TextFormat {
    /// To read
    Text,
    /// For programs
    Json,
}
