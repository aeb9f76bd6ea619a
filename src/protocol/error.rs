//! Why a protocol is refused.

use crate::case::Known;
use crate::law::{Citation, Duty, Layer};
use alloc::string::String;
use alloc::vec::Vec;

/// How a protocol tries to loosen what binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Loosening {
    /// It leaves the duty out.
    LeftOut,
    /// It puts a day after the due day.
    LaterDate,
    /// It gives the duty a rhythm of its own.
    OwnRhythm,
}

impl Loosening {
    const fn what(self) -> &'static str {
        match self {
            Loosening::LeftOut => "cannot be left out",
            Loosening::LaterDate => "cannot be later than its due day",
            Loosening::OwnRhythm => "cannot be given another rhythm",
        }
    }

    const fn remedy(self) -> &'static str {
        match self {
            Loosening::LeftOut => "remove \"left_out\"",
            Loosening::LaterDate => "name a day on or before the due day, or remove \"own_date\"",
            Loosening::OwnRhythm => "remove \"every_weeks\"",
        }
    }
}

/// Why a protocol is refused: what is wrong, in which field, and what to do.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProtocolError {
    /// A statutory duty can be made stricter, never looser.
    #[error(
        "{duty} {what} ({citation}): a protocol can only be stricter than the law; {remedy}",
        duty = duty.id(), what = how.what(), remedy = how.remedy()
    )]
    LoosensStatute {
        /// The field.
        field: String,
        /// The duty.
        duty: Duty,
        /// How it would be loosened.
        how: Loosening,
        /// The article that gives the duty its due day.
        citation: Citation,
    },
    /// A day after the due day that policy or practice names.
    #[error(
        "{duty}: this day lies after the due day, which is {layer} and no law: to plan on it, leave \
         the duty out (\"left_out\": true) and add a task of your own",
        duty = duty.id(), layer = layer.id()
    )]
    LaterThanDue {
        /// The field.
        field: String,
        /// The duty.
        duty: Duty,
        /// Policy or practice.
        layer: Layer,
    },
    /// An own rhythm for something that has none.
    #[error(
        "{duty} is done once, so that it has no rhythm: remove \"every_weeks\"; only \
         progress-interview can have one",
        duty = duty.id()
    )]
    NoRhythm {
        /// The field.
        field: String,
        /// The duty.
        duty: Duty,
    },
    /// An own date that would only be known once the duty is met.
    #[error(
        "{duty} would be planned from the day on which it is met: choose another anchor, such as \
         its due day",
        duty = duty.id()
    )]
    AnchoredOnItself {
        /// The field.
        field: String,
        /// The duty.
        duty: Duty,
    },
    /// One own date for every duty of a series.
    #[error(
        "{duty} is a series, and this day is the same for all of them: count from its own dates, \
         such as \"anchor\": \"due\" with that duty",
        duty = duty.id()
    )]
    SameDayForASeries {
        /// The field.
        field: String,
        /// The duty.
        duty: Duty,
    },
    /// An own date or a rhythm for a duty that is left out.
    #[error(
        "{duty} is left out, and yet has \"{other}\": keep one of the two",
        duty = duty.id()
    )]
    LeftOutAndMore {
        /// The field.
        field: String,
        /// The duty.
        duty: Duty,
        /// The other field.
        other: &'static str,
    },
    /// The same duty or task twice.
    #[error("this name stands there a second time: keep one of them")]
    Twice {
        /// The field of the second.
        field: String,
        /// Its name, which the message does not repeat.
        id: String,
    },
    /// A number that cannot be meant.
    #[error("this number is outside {least} to {most}: correct it")]
    OutOfRange {
        /// The field.
        field: String,
        /// Its value, which the message does not repeat.
        value: u16,
        /// The least that is taken.
        least: u16,
        /// The most that is taken.
        most: u16,
    },
    /// An identifier that is no plain name.
    #[error(
        "this is no identifier: write 1 to 64 small letters, digits and hyphens, such as \
         \"first-call\""
    )]
    NoIdentifier {
        /// The field.
        field: String,
        /// Its value, which the message does not repeat.
        value: String,
    },
    /// A task with the name of a duty.
    #[error("{id} is the name of a duty: choose another name for a task of your own")]
    NameOfADuty {
        /// The field.
        field: String,
        /// The name.
        id: String,
    },
    /// A text that is empty, too long or not one line.
    #[error("this text is empty, longer than {most} characters or not one line: shorten it")]
    NoLine {
        /// The field.
        field: String,
        /// The most characters that it can have.
        most: usize,
    },
    /// A list of people to remind with nobody in it.
    #[error(
        "nobody is named: leave the field out to remind whoever acts, or remove the reminder itself"
    )]
    Nobody {
        /// The field.
        field: String,
    },
    /// A value that is not one of a closed list.
    #[error("this value is unknown: write one of {}", Known(known))]
    UnknownValue {
        /// The field.
        field: String,
        /// Its value, which the message does not repeat.
        value: String,
        /// The values that are known.
        known: Vec<&'static str>,
    },
    /// A field that the anchor needs.
    #[error("\"anchor\": \"{anchor}\" needs \"{missing}\": add it")]
    Incomplete {
        /// The field.
        field: String,
        /// The anchor.
        anchor: String,
        /// What is missing.
        missing: &'static str,
    },
    /// A field that says nothing there.
    #[error("\"{superfluous}\" says nothing here: remove it")]
    UnexpectedField {
        /// The field.
        field: String,
        /// The name of the superfluous field.
        superfluous: &'static str,
    },
    /// A file in a form that this version of the crate does not know.
    #[error("this version of the form is not known: this program reads version {known}")]
    UnknownVersion {
        /// The version in the file, which the message does not repeat.
        found: u32,
        /// The version that is read.
        known: u32,
    },
}

impl ProtocolError {
    /// The field that is wrong, as a path: `duties[0].own_date`.
    #[must_use]
    pub fn field(&self) -> &str {
        match self {
            ProtocolError::LoosensStatute { field, .. }
            | ProtocolError::LaterThanDue { field, .. }
            | ProtocolError::NoRhythm { field, .. }
            | ProtocolError::AnchoredOnItself { field, .. }
            | ProtocolError::SameDayForASeries { field, .. }
            | ProtocolError::LeftOutAndMore { field, .. }
            | ProtocolError::Twice { field, .. }
            | ProtocolError::OutOfRange { field, .. }
            | ProtocolError::NoIdentifier { field, .. }
            | ProtocolError::NameOfADuty { field, .. }
            | ProtocolError::NoLine { field, .. }
            | ProtocolError::Nobody { field }
            | ProtocolError::UnknownValue { field, .. }
            | ProtocolError::Incomplete { field, .. }
            | ProtocolError::UnexpectedField { field, .. } => field,
            ProtocolError::UnknownVersion { .. } => "version",
        }
    }
}
