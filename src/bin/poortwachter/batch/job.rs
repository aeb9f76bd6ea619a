//! What goes through the workers: a piece of the input, and what came of it.

use super::rows::Rows;
use super::same_id::Mark;

/// A piece of the input with what came of it. Its memory is used again for a later piece.
#[derive(Default)]
pub(crate) struct Job {
    /// Whole lines of text, each with its end.
    pub(crate) text: Vec<u8>,
    /// One line that was too long to be kept stands for the text.
    pub(crate) too_long: bool,
    /// Rows of a Parquet file.
    #[cfg(feature = "parquet")]
    pub(crate) columns: Option<arrow_array::RecordBatch>,
    /// How many bytes of the input it took.
    pub(crate) bytes: u64,
    /// How many lines or rows it has.
    pub(crate) lines: u64,
    /// The identifiers of its lines, where they are compared.
    pub(super) marks: Vec<Mark>,
    pub(crate) rows: Rows,
    /// The rows as text.
    pub(crate) written: Vec<u8>,
    /// The rows as columns.
    #[cfg(feature = "parquet")]
    pub(crate) answer: Option<arrow_array::RecordBatch>,
}
