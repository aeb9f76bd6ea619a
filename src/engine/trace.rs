//! Who asks for the steps by which a day is found, and who does not.

use super::derivation::Derived;
use alloc::vec::Vec;

/// Takes the steps by which a day is found.
pub(crate) trait Trace {
    /// Changes the steps so far; does nothing where nobody asks for them.
    fn record(&mut self, change: impl FnOnce(&mut Vec<Derived>));
}

/// Keeps no steps.
pub(crate) struct Silent;

impl Trace for Silent {
    #[inline(always)]
    fn record(&mut self, _: impl FnOnce(&mut Vec<Derived>)) {}
}

impl Trace for Vec<Derived> {
    fn record(&mut self, change: impl FnOnce(&mut Vec<Derived>)) {
        change(self);
    }
}
