//! What can stand on the command line of `reminders` and `protocol`.

use crate::args::{LANGUAGE, Language, date};
use chrono::NaiveDate;
use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
#[command(after_help = REMINDERS_EXAMPLES)]
pub(crate) struct RemindersArgs {
    /// The case, a JSON file (see timeline --help); - reads standard input
    #[arg(value_name = "CASE.JSON")]
    pub(crate) file: PathBuf,

    /// The day to look from, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<NaiveDate>,

    /// The protocol, a JSON file; - reads standard input
    #[arg(long, value_name = "PROTOCOL.JSON", conflicts_with = "preset")]
    pub(crate) protocol: Option<PathBuf>,

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
        #[arg(value_name = "PROTOCOL")]
        protocol: String,
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
        #[arg(value_name = "PROTOCOL")]
        a: String,
        /// The name of a preset, or a JSON file; - reads standard input
        #[arg(value_name = "OTHER")]
        b: String,
        /// The language of the text
        #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
        lang: Language,
    },
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TextFormat {
    /// To read
    Text,
    /// For programs
    Json,
}
