//! What a comparison finds.

use crate::page::Tone;
use poortwachter::Day;
use poortwachter::change::What;
use poortwachter::wire::WhyForm;

/// One thing that differs in a case.
pub(super) struct Moved {
    /// The stable name of the duty or milestone; `case` for the case itself.
    pub(super) subject: String,
    pub(super) number: u16,
    /// The name for people.
    pub(super) name: String,
    pub(super) what: What,
    pub(super) before: Option<Seen>,
    pub(super) after: Option<Seen>,
    pub(super) days: Option<i32>,
    pub(super) tone: Tone,
    pub(super) why: Vec<Reason>,
}

/// What stood or stands there.
pub(super) struct Seen {
    /// For programs.
    pub(super) id: String,
    /// For people.
    pub(super) words: String,
    pub(super) day: Option<Day>,
}

pub(super) struct Reason {
    pub(super) words: String,
    pub(super) form: WhyForm,
}

/// What is compared: the names of the files, as of which days, and under which law.
pub(super) struct Compares<'n> {
    pub(super) old: (&'n str, Option<Day>),
    pub(super) new: (&'n str, Option<Day>),
    pub(super) supposed: Option<String>,
}

/// How many were compared, and the identifiers of the others in the order of their file.
pub(super) struct Compared {
    pub(super) both: u64,
    pub(super) only_old: Vec<String>,
    pub(super) only_new: Vec<String>,
    /// Whether every identifier was compared with the others of its file.
    pub(super) is_whole: bool,
}

/// A reason that has nothing but a name.
pub(super) fn because(reason: &'static str, nl: &str, en: &str) -> WhyForm {
    WhyForm {
        reason,
        days: None,
        because: None,
        rule: None,
        on: None,
        citation: None,
        nl: nl.to_string(),
        en: en.to_string(),
    }
}
