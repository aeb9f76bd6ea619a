//! Values that stand on the command line of several commands.

use clap::ValueEnum;
use poortwachter::{Day, Lang, ParseDayError};

/// Sets the language for every call that does not say it.
pub(crate) const LANGUAGE: &str = "POORTWACHTER_LANG";

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
pub(crate) fn day(on: Option<Day>) -> Day {
    on.unwrap_or_else(|| chrono::Local::now().date_naive().into())
}

/// Reads a day.
pub(crate) fn date(text: &str) -> Result<Day, ParseDayError> {
    text.parse()
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TextFormat {
    /// To read
    Text,
    /// For programs
    Json,
}
