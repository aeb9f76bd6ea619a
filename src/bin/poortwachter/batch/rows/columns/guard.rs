//! Panics of the reader of Parquet files, as a failure.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

/// The reader panicked, which it does on some damaged bytes.
#[derive(Debug)]
pub(crate) struct Panicked;

/// Works on what stands in a Parquet file. Nothing is said of a panic; what panicked is not to be used
/// again.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    say_nothing_of_guarded_panics();
    IS_GUARDED.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    IS_GUARDED.set(false);
    done.map_err(|_| Panicked)
}

thread_local! {
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

fn say_nothing_of_guarded_panics() {
    static IS_SET: Once = Once::new();
    IS_SET.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_GUARDED.get() {
                usual(panic);
            }
        }));
    });
}
