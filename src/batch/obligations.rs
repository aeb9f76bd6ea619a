//! Every obligation of many cases as columns.

use super::summary::{duty_code, number_of};
use crate::timeline::{StatusKind, View};
use alloc::vec::Vec;

/// Obligations as columns, one entry an obligation: case after case, and in each case in order of
/// the due day. Owned by the caller and used again for the next batch.
///
/// Days are numbers from 1970-01-01, and [`NO_DAY`](super::NO_DAY) where there is none. All columns
/// have the same length.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Obligations {
    /// The position of the case in the batch, from 0.
    pub case: Vec<u32>,
    /// [`duty_code`].
    pub duty: Vec<u8>,
    /// 1, or the number in a series.
    pub number: Vec<u16>,
    /// First day on which it can or should be started.
    pub opens: Vec<i32>,
    /// The day to plan on.
    pub advised: Vec<i32>,
    /// The last day under the text.
    pub due: Vec<i32>,
    /// The last day that the authority accepts, where that is later.
    pub tolerated: Vec<i32>,
    /// The day on which it was met.
    pub met: Vec<i32>,
    /// [`StatusKind::code`](crate::StatusKind::code).
    pub status: Vec<u8>,
    /// The days in the status: how long overdue, late, early or to go; 0 where it has none.
    pub days: Vec<u32>,
}

impl Obligations {
    /// How many obligations.
    #[must_use]
    pub fn len(&self) -> usize {
        self.case.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.case.is_empty()
    }

    /// The status of entry `i`, without its reason; none beyond the last.
    #[must_use]
    pub fn status(&self, i: usize) -> Option<StatusKind> {
        self.status.get(i).and_then(|code| StatusKind::from_code(*code))
    }

    /// Empties the columns and keeps their memory.
    pub fn clear(&mut self) {
        self.case.clear();
        self.duty.clear();
        self.number.clear();
        self.opens.clear();
        self.advised.clear();
        self.due.clear();
        self.tolerated.clear();
        self.met.clear();
        self.status.clear();
        self.days.clear();
    }

    /// Adds the obligations of one case.
    pub fn push(&mut self, case: u32, view: &View<'_>) {
        for (obligation, status) in view.obligations() {
            self.case.push(case);
            self.duty.push(duty_code(obligation.duty()));
            self.number.push(obligation.number());
            self.opens.push(number_of(obligation.opens()));
            self.advised.push(number_of(obligation.advised()));
            self.due.push(number_of(obligation.due()));
            self.tolerated.push(number_of(obligation.tolerated()));
            self.met.push(number_of(obligation.met()));
            self.status.push(status.kind().code());
            self.days.push(status.days());
        }
    }
}
