//! What is known of a case in one line, and columns of such lines.

use super::table::table;
use crate::day::Day;
use crate::law::Duty;
use crate::timeline::{EndReason, StateKind, StatusKind, Summary};

/// The number in a column of days where there is no day.
pub const NO_DAY: i32 = i32::MIN;

/// The number in a column of duties where there is no duty.
pub const NO_DUTY: u8 = u8::MAX;

/// The number in a column of ends where the case has not ended.
pub const NO_END: u8 = u8::MAX;

/// The number that stands for a duty in a column: [`Duty::code`].
///
/// ```
/// use poortwachter::{Duty, batch};
/// let code = batch::duty_code(Duty::WIA_CLAIM);
/// assert_eq!(batch::duty_of(code), Some(Duty::WIA_CLAIM));
/// assert_eq!(batch::duty_of(batch::NO_DUTY), None);
/// ```
#[must_use]
pub const fn duty_code(duty: Duty) -> u8 {
    duty.code()
}

/// The duty with that number in a column.
#[must_use]
pub const fn duty_of(code: u8) -> Option<Duty> {
    Duty::from_code(code)
}

table! {
    /// Summaries as columns, one entry a case, in the order of the cases. Owned by the caller and used
    /// again for the next batch: allocation would take longer than the evaluation.
    ///
    /// Days are numbers from 1970-01-01, the layout of Arrow's `Date32`, and [`NO_DAY`] where there is
    /// none. All columns have the same length.
    Summaries, SummaryColumns {
        /// How many days have counted.
        counted_day: u32 = 0,
        /// The week of sickness.
        week: u16 = 0,
        /// [`StateKind::code`].
        state: u8 = 0,
        /// [`duty_code`] of the next thing to do, or [`NO_DUTY`].
        next_duty: u8 = NO_DUTY,
        /// When that is or was due.
        next_due: i32 = NO_DAY,
        /// How many obligations are overdue.
        overdue: u16 = 0,
        /// [`StatusKind::code`] of the status that asks most for attention.
        worst: u8 = 0,
        /// The last day of the wages.
        wages_last_day: i32 = NO_DAY,
        /// The first day of a WIA benefit.
        wia_start: i32 = NO_DAY,
        /// How many obligations were not done and no longer have to be.
        missed: u16 = 0,
        /// [`EndReason::code`] of an ended case, or 255 where it goes on.
        ended: u8 = NO_END,
        /// The last day of an ended case.
        ended_on: i32 = NO_DAY,
    }
}

impl Summaries {
    /// Adds the summary of a case.
    pub fn push(&mut self, summary: Summary) {
        let row = summary.row();
        self.push_row(
            row.counted_day,
            row.week,
            row.state.code(),
            row.next_duty,
            row.next_due,
            row.overdue,
            row.worst,
            row.wages_last_day,
            row.wia_start,
            row.missed,
            row.ended,
            row.ended_on,
        );
    }

    /// The summaries in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Summary> + '_ {
        (0..self.len()).map(|i| self.get(i).unwrap_or_default())
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
            missed: *self.missed.get(i)?,
            ended: EndReason::from_code(*self.ended.get(i)?),
            ended_on: day(&self.ended_on).map(Day::from_number),
        })
    }
}

/// A day as it stands in a column.
pub(super) fn number(day: Option<Day>) -> i32 {
    day.map_or(NO_DAY, Day::number)
}

impl Extend<Summary> for Summaries {
    fn extend<T: IntoIterator<Item = Summary>>(&mut self, summaries: T) {
        summaries.into_iter().for_each(|summary| self.push(summary));
    }
}

/// ```
/// use poortwachter::{Case, Day, Timeline, batch::{Summaries, Summary}};
/// let case = Case::builder().sick_since(Day::new(2026, 1, 5)).build()?;
/// let timeline = Timeline::new(&case);
/// let days = [Day::new(2026, 1, 5), Day::new(2026, 2, 10)];
/// let all: Summaries = days.map(|day| Summary::from_view(&timeline.view(day))).into_iter().collect();
/// assert_eq!(all.counted_day(), [1, 37]);
/// assert!(all.iter().eq(days.map(|day| Summary::from_view(&timeline.view(day)))));
/// # Ok::<(), poortwachter::CaseError>(())
/// ```
impl FromIterator<Summary> for Summaries {
    fn from_iter<T: IntoIterator<Item = Summary>>(summaries: T) -> Summaries {
        let mut all = Summaries::default();
        all.extend(summaries);
        all
    }
}
