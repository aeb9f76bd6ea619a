//! What is known of a case in one line, and columns of such lines.

use crate::day::Day;
use crate::law::Duty;
use crate::timeline::{StateKind, StatusKind, Summary};
use alloc::vec::Vec;

/// The number in a column of days where there is no day.
pub const NO_DAY: i32 = i32::MIN;

/// The number in a column of duties where there is no duty.
pub const NO_DUTY: u8 = u8::MAX;

/// The number that stands for a duty in a column: [`Duty::number`].
///
/// ```
/// use poortwachter::{Duty, batch};
/// let code = batch::duty_code(Duty::WIA_CLAIM);
/// assert_eq!(batch::duty_of(code), Some(Duty::WIA_CLAIM));
/// assert_eq!(batch::duty_of(batch::NO_DUTY), None);
/// ```
#[must_use]
pub const fn duty_code(duty: Duty) -> u8 {
    duty.number()
}

/// The duty with that number in a column.
#[must_use]
pub const fn duty_of(code: u8) -> Option<Duty> {
    Duty::from_number(code)
}

/// Summaries as columns, one entry a case, in the order of the cases. Owned by the caller and used
/// again for the next batch: memory that is fresh costs more than the arithmetic.
///
/// Days are numbers from 1970-01-01, the layout of Arrow's `Date32`, and [`NO_DAY`] where there is
/// none. All columns have the same length.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Summaries {
    /// How many days have counted.
    pub counted_day: Vec<u32>,
    /// The week of sickness.
    pub week: Vec<u16>,
    /// [`StateKind::code`].
    pub state: Vec<u8>,
    /// [`duty_code`] of the next thing to do, or [`NO_DUTY`].
    pub next_duty: Vec<u8>,
    /// When that is or was due.
    pub next_due: Vec<i32>,
    /// How many obligations are overdue.
    pub overdue: Vec<u16>,
    /// [`StatusKind::code`] of the status that asks most for attention.
    pub worst: Vec<u8>,
    /// The last day of the wages.
    pub wages_last_day: Vec<i32>,
    /// The first day of a WIA benefit.
    pub wia_start: Vec<i32>,
}

impl Summaries {
    /// How many cases.
    #[must_use]
    pub fn len(&self) -> usize {
        self.counted_day.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counted_day.is_empty()
    }

    /// Forgets the cases and keeps their memory.
    pub fn clear(&mut self) {
        self.resize(0);
    }

    /// Makes room for so many cases. What the columns hold then is not defined before
    /// [`set`](Self::set).
    pub(super) fn resize(&mut self, cases: usize) {
        self.counted_day.resize(cases, 0);
        self.week.resize(cases, 0);
        self.state.resize(cases, 0);
        self.next_duty.resize(cases, NO_DUTY);
        self.next_due.resize(cases, NO_DAY);
        self.overdue.resize(cases, 0);
        self.worst.resize(cases, 0);
        self.wages_last_day.resize(cases, NO_DAY);
        self.wia_start.resize(cases, NO_DAY);
    }

    /// The summary of case `i`, none beyond the last.
    #[must_use]
    pub fn get(&self, i: usize) -> Option<Summary> {
        let day = |column: &[i32]| column.get(i).copied().filter(|day| *day != NO_DAY);
        Some(Summary {
            counted_day: *self.counted_day.get(i)?,
            state: StateKind::from_code(*self.state.get(i)?)?,
            next_duty: duty_of(*self.next_duty.get(i)?),
            next_due: day(&self.next_due).map(Day::from_number),
            overdue: *self.overdue.get(i)?,
            worst: StatusKind::from_code(*self.worst.get(i)?)?,
            wages_last_day: day(&self.wages_last_day).map(Day::from_number),
            wia_start: day(&self.wia_start).map(Day::from_number),
        })
    }
}

/// A day as it stands in a column.
pub(super) fn number(day: Option<Day>) -> i32 {
    day.map_or(NO_DAY, Day::number)
}

/// The day of an obligation as a column holds it.
pub(super) fn number_of(date: Option<Day>) -> i32 {
    number(date)
}
