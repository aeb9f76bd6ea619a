//! Every obligation of many cases as columns.

use super::summary::{NO_DAY, NO_DUTY, duty_code, number};
use super::table::table;
use crate::timeline::{StatusKind, View};

table! {
    /// Obligations as columns, one entry an obligation: case after case, and in each case in order of
    /// the due day. Owned by the caller and used again for the next batch.
    ///
    /// Days are numbers from 1970-01-01, and [`NO_DAY`] where there is none. All columns have the same
    /// length.
    Obligations, ObligationColumns {
        /// The position of the case in the batch, from 0.
        case: u32 = 0,
        /// [`duty_code`].
        duty: u8 = NO_DUTY,
        /// 1, or the number in a series.
        number: u16 = 0,
        /// First day on which it can or should be started.
        opens: i32 = NO_DAY,
        /// The day to plan on.
        advised: i32 = NO_DAY,
        /// The last day under the text.
        due: i32 = NO_DAY,
        /// The last day that the authority accepts, where that is later.
        tolerated: i32 = NO_DAY,
        /// The day on which it was met.
        met: i32 = NO_DAY,
        /// [`StatusKind::code`].
        status: u8 = 0,
        /// The days in the status: how long overdue, late, early or to go; 0 where it has none.
        days: u32 = 0,
    }
}

impl Obligations {
    /// The status of entry `i`, without its reason; none beyond the last.
    #[must_use]
    pub fn status_kind(&self, i: usize) -> Option<StatusKind> {
        self.status.get(i).and_then(|code| StatusKind::from_code(*code))
    }

    /// Adds the obligations of one case.
    pub fn push(&mut self, case: u32, view: &View<'_>) {
        for (obligation, status) in view.obligations() {
            self.push_row(
                case,
                duty_code(obligation.duty()),
                obligation.number(),
                number(obligation.opens()),
                number(obligation.advised()),
                number(obligation.due()),
                number(obligation.tolerated()),
                number(obligation.met()),
                status.kind().code(),
                status.days(),
            );
        }
    }
}
