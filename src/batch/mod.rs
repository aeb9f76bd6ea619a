//! Many cases at once: a summary of each as of a day, and every obligation as columns.
//!
//! ```
//! use poortwachter::{Case, Day, batch::{Batch, Summaries}};
//! let day = Day::new;
//! let cases = [
//!     Case::builder().sick_since(day(2026, 1, 5)).build()?,
//!     Case::builder().sick(day(2026, 1, 5), day(2026, 1, 9)).build()?,
//! ];
//! let batch = Batch::new(day(2026, 2, 10));
//! let mut summaries = Summaries::default(); // used again for the next batch
//! batch.cases_into(&cases, &mut summaries);
//! assert_eq!(summaries.counted_day(), [37, 5]);
//! assert_eq!(summaries.overdue(), [1, 0]);
//! # Ok::<(), poortwachter::CaseError>(())
//! ```
//!
//! What comes out is what [`Timeline`] says of each case alone. Nothing is lost: a case without an
//! answer is [`Rejected`] with its position, and its line in the summaries is empty.

mod columns;
mod obligations;
#[cfg(feature = "rayon")]
mod parallel;
mod plain;
mod read;
mod slices;
mod summary;
mod table;

pub use columns::{Columns, Events, Periods, Rejected, event_code, event_of};
pub use obligations::{ObligationColumns, Obligations};
pub use read::ShapeError;
pub use summary::{NO_DAY, NO_DUTY, Summaries, SummaryColumns, duty_code, duty_of};

pub use crate::timeline::Summary;

use crate::case::Case;
use crate::day::Day;
use crate::law::{LAW, Law};
use crate::timeline::{Known, LEAD_DAYS, Scratch, Shortcuts, Timeline, View};
use alloc::vec::Vec;
use plain::PlainTable;
use slices::Slices;

/// A batch: the day as of which cases are summed up, under one table of rules. It remembers what it
/// worked out, so keep it for the next slice of cases.
#[derive(Clone, Debug)]
pub struct Batch {
    law: &'static Law,
    on: Day,
    lead: u16,
    shortcuts: Shortcuts,
    plain: PlainTable,
}

impl Batch {
    /// A batch as of `on` under [`LAW`].
    #[must_use]
    pub fn new(on: impl Into<Day>) -> Batch {
        Batch::under(&LAW, on)
    }

    /// A batch as of `on` under another table of rules, see [`Law::amended`].
    #[must_use]
    pub fn under(law: &'static Law, on: impl Into<Day>) -> Batch {
        let (shortcuts, plain) = (Shortcuts::of(law), PlainTable::default());
        Batch { law, on: on.into(), lead: LEAD_DAYS, shortcuts, plain }
    }

    /// With another lead time than [`LEAD_DAYS`]: a due day at most so many days ahead is "soon".
    #[must_use]
    pub fn with_lead(mut self, days: u16) -> Batch {
        self.lead = days;
        self.plain = PlainTable::default();
        self
    }

    /// The day as of which cases are summed up.
    #[must_use]
    pub fn day(&self) -> Day {
        self.on
    }

    /// A worker of this batch, with memory of its own. Threads take one each.
    #[must_use]
    pub fn worker(&self) -> Worker<'_> {
        Worker { batch: self, scratch: Scratch::default(), timeline: None, known: Known::default() }
    }

    /// Sums up `cases` into `out`, which is overwritten.
    pub fn cases_into(&self, cases: &[Case], out: &mut Summaries) {
        out.resize(cases.len());
        self.worker().cases(cases, &mut Slices::all(out));
    }

    /// Sums up cases of which only the first sick day is known, as numbers from 1970-01-01, into `out`,
    /// which is overwritten. A day on which no case can begin is added to `rejected`.
    ///
    /// ```
    /// use poortwachter::{Day, batch::{Batch, Summaries}};
    /// let first_sick_days = [Day::new(2026, 1, 5).number(), Day::new(2026, 2, 2).number()];
    /// let mut batch = Batch::new(Day::new(2026, 2, 10));
    /// let (mut out, mut rejected) = (Summaries::default(), Vec::new());
    /// batch.days_into(&first_sick_days, &mut out, &mut rejected);
    /// assert_eq!(out.counted_day(), [37, 9]);
    /// assert!(rejected.is_empty());
    /// ```
    pub fn days_into(
        &mut self,
        first_sick_days: &[i32],
        out: &mut Summaries,
        rejected: &mut Vec<Rejected>,
    ) {
        out.resize(first_sick_days.len());
        let mut plain = core::mem::take(&mut self.plain);
        let mut worker = self.worker();
        plain.sum_up(
            first_sick_days,
            &mut Slices::all(out),
            |case| worker.summary(case),
            |position, error| rejected.push(Rejected { position, id: None, error }),
        );
        self.plain = plain;
    }

    /// The same for dates.
    pub fn dates_into(
        &mut self,
        first_sick_days: &[Day],
        out: &mut Summaries,
        rejected: &mut Vec<Rejected>,
    ) {
        let days: Vec<i32> = first_sick_days.iter().map(|day| day.number()).collect();
        self.days_into(&days, out, rejected);
    }

    /// Sums up `columns` into `out`, which is overwritten, and `rejected`, to which is added.
    ///
    /// # Errors
    /// When the columns do not have the same length, or offsets do not fit their lists. What is wrong
    /// with a single case is not an error of the call: the case is rejected.
    pub fn columns_into(
        &mut self,
        columns: &Columns<'_>,
        out: &mut Summaries,
        rejected: &mut Vec<Rejected>,
    ) -> Result<(), ShapeError> {
        columns.check()?;
        if columns.are_plain() {
            self.days_into(columns.first_sick_day, out, rejected);
            return Ok(());
        }
        out.resize(columns.len());
        let (mut worker, mut out) = (self.worker(), Slices::all(out));
        let mut builder = Case::builder();
        for position in 0..columns.len() {
            let summary = match columns.case(position, &mut builder) {
                Ok(case) => worker.summary(case),
                Err(error) => {
                    rejected.push(Rejected { position, id: None, error });
                    Summary::default()
                }
            };
            out.set(position, &summary.row());
        }
        Ok(())
    }

    /// Writes every obligation of `cases` into `out`, which is overwritten. For more cases than fit in
    /// memory call it with one slice after the other.
    pub fn obligations_into(&self, cases: &[Case], out: &mut Obligations) {
        out.clear();
        let mut worker = self.worker();
        for (i, case) in cases.iter().enumerate() {
            let position = u32::try_from(i).unwrap_or(u32::MAX);
            worker.view(case, |view| out.push(position, view));
        }
    }
}

/// Computes one case after the other in the same memory.
#[derive(Debug)]
pub struct Worker<'b> {
    batch: &'b Batch,
    scratch: Scratch,
    timeline: Option<Timeline>,
    known: Known,
}

impl Worker<'_> {
    /// The summary of a case.
    ///
    /// ```
    /// use poortwachter::{Case, Day, batch::Batch};
    /// let day = Day::new;
    /// let batch = Batch::new(day(2026, 2, 10));
    /// let mut worker = batch.worker();
    /// let case = Case::builder().sick_since(day(2026, 1, 5)).build()?;
    /// assert_eq!(worker.summary(&case).counted_day, 37);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn summary(&mut self, case: &Case) -> Summary {
        let Batch { law, on, lead, ref shortcuts, .. } = *self.batch;
        self.scratch.summary(law, shortcuts, case, (on, lead))
    }

    /// Shows the view of a case, with every obligation, as of the day of the batch.
    pub fn view<T>(&mut self, case: &Case, see: impl FnOnce(&View<'_>) -> T) -> T {
        let Batch { law, on, lead, .. } = *self.batch;
        let timeline = match &mut self.timeline {
            Some(timeline) => {
                timeline.recompute(case);
                timeline
            }
            none => none.insert(Timeline::under(law, case)),
        };
        see(&View::in_memory(timeline, &mut self.known, on, lead))
    }

    /// Sums up `cases` into as many lines.
    fn cases(&mut self, cases: &[Case], out: &mut Slices<'_>) {
        for (case, place) in cases.iter().zip(out.places(0)) {
            place.set(&self.summary(case).row());
        }
    }
}
