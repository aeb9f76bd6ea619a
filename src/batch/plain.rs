//! Cases of which only the first sick day is known.
//!
//! As of one day the summary of such a case depends on its first sick day only, and a portfolio has
//! about a thousand of those: each is worked out once and looked up after that.

use super::slices::Slices;
use crate::case::{Case, CaseBuilder, CaseError};
use crate::day::Day;
use crate::law::FIRST_SICK_DAY_FROM;
use crate::timeline::{StateKind, Summary};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// The columns of a summary side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) counted_day: u32,
    pub(super) next_due: i32,
    pub(super) wages_last_day: i32,
    pub(super) wia_start: i32,
    pub(super) ended_on: i32,
    pub(super) week: u16,
    pub(super) overdue: u16,
    pub(super) missed: u16,
    pub(super) state: StateKind,
    pub(super) next_duty: u8,
    pub(super) worst: u8,
    pub(super) ended: u8,
}

/// The rows of the first sick days that came up so far, from the first that a case may have.
/// Threads share them until one has to add a row.
#[derive(Clone, Debug, Default)]
pub(super) struct PlainTable {
    rows: Option<Arc<Vec<Option<Row>>>>,
}

impl PlainTable {
    /// Sums up cases that go on since their first sick days. Those that have no answer are told to
    /// `reject`, with their place.
    pub(super) fn sum_up(
        &mut self,
        first_sick_days: &[i32],
        out: &mut Slices<'_>,
        mut summary: impl FnMut(&Case) -> Summary,
        mut reject: impl FnMut(usize, CaseError),
    ) {
        let mut from = 0;
        // Rows are only missing the first time that a day comes up.
        while let Some(i) = self.look_up(first_sick_days, from, out) {
            match plain_case(first_sick_days[i]) {
                Ok(case) => self.add(first_sick_days[i], summary(&case).row()),
                Err(error) => {
                    out.set(i, &Summary::default().row());
                    reject(i, error);
                    from = i + 1;
                    continue;
                }
            }
            from = i;
        }
    }

    /// Looks the rows up from case `from` on; gives the first case whose row is missing.
    fn look_up(&self, days: &[i32], from: usize, out: &mut Slices<'_>) -> Option<usize> {
        let base = FIRST_SICK_DAY_FROM.number();
        let days = days.get(from..)?;
        let rows = self.rows.as_ref().map_or(&[][..], |rows| &rows[..]);
        for (i, (day, place)) in days.iter().zip(out.places(from)).enumerate() {
            // A day before the first wraps round to a row that no table has.
            let row = day.wrapping_sub(base) as u32 as usize;
            let Some(Some(row)) = rows.get(row) else { return Some(from + i) };
            place.set(row);
        }
        None
    }

    fn add(&mut self, day: i32, row: Row) {
        let place = Day::from_number(day).days_since(FIRST_SICK_DAY_FROM).unsigned_abs() as usize;
        let rows = Arc::make_mut(self.rows.get_or_insert_default());
        if rows.len() <= place {
            rows.resize(place + 1, None);
        }
        rows[place] = Some(row);
    }
}

/// A case in which nothing was recorded but the first sick day.
fn plain_case(first_sick_day: i32) -> Result<Case, CaseError> {
    CaseBuilder::default().sick_since(Day::from_number(first_sick_day)).build()
}
