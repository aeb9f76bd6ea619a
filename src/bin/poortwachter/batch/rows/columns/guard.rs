//! Panics of the reader of Parquet files, as a failure.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// The reader panicked, which it does on some damaged bytes.
#[derive(Debug)]
pub(crate) struct Panicked;

/// Works on what stands in a Parquet file. The command says nothing of a panic; what panicked is not to be
/// used again.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Panicked)
}
