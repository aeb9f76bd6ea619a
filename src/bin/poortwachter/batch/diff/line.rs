//! A line of an answer of `batch --obligations`.

use poortwachter::Day;
use serde::Deserialize;

/// A line of a file, with text of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    pub(super) id: Option<String>,
    pub(super) duty: String,
    pub(super) number: u16,
    pub(super) opens: Option<Day>,
    pub(super) advised: Option<Day>,
    pub(super) due: Option<Day>,
    pub(super) tolerated: Option<Day>,
    pub(super) met: Option<Day>,
    pub(super) status: String,
    pub(super) days: Option<u32>,
    /// Its place in the file.
    #[serde(skip)]
    pub(super) at: u64,
}

/// A line, or its identifier and what is wrong.
pub(super) type ReadLine = Result<Line, (Option<String>, String)>;
