//! Batches on all processors. The answer is that of one, in the same order.

use super::plain::PlainTable;
use super::slices::Slices;
use super::{Batch, Rejected, Summaries};
use crate::case::Case;
use alloc::vec::Vec;
use rayon::prelude::*;

/// So many cases are worked on at a time by one processor.
const PART: usize = 8_192;

/// The columns of `cases` in parts.
fn parts(out: &mut Summaries) -> Vec<Slices<'_>> {
    let mut rest = Slices::all(out);
    let mut parts = Vec::with_capacity(rest.len().div_ceil(PART));
    while rest.len() > PART {
        let (part, others) = rest.split(PART);
        parts.push(part);
        rest = others;
    }
    parts.push(rest);
    parts
}

impl Batch {
    /// As [`cases_into`](Self::cases_into), on the processors of the current rayon pool. After every
    /// part `progress` is told how many cases it had, in any order and from any thread.
    ///
    /// ```
    /// use poortwachter::{Case, Day, batch::{Batch, Summaries}};
    /// let day = Day::new;
    /// let cases = vec![Case::builder().sick_since(day(2026, 1, 5)).build()?; 1_000];
    /// let mut out = Summaries::default();
    /// Batch::new(day(2026, 2, 10)).par_cases_into(&cases, &mut out, |_| {});
    /// assert_eq!(out.overdue().iter().map(|n| u32::from(*n)).sum::<u32>(), 1_000);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    pub fn par_cases_into(
        &self,
        cases: &[Case],
        out: &mut Summaries,
        progress: impl Fn(usize) + Sync,
    ) {
        out.resize(cases.len());
        cases.par_chunks(PART).zip(parts(out)).for_each_init(
            || self.worker(),
            |worker, (cases, mut out)| {
                worker.cases(cases, &mut out);
                progress(cases.len());
            },
        );
    }

    /// As [`days_into`](Self::days_into), on the processors of the current rayon pool. Rejected cases
    /// come in order.
    pub fn par_days_into(
        &mut self,
        first_sick_days: &[i32],
        out: &mut Summaries,
        rejected: &mut Vec<Rejected>,
        progress: impl Fn(usize) + Sync,
    ) {
        out.resize(first_sick_days.len());
        let mut parts = parts(out).into_iter();
        // The first part fills the table that every processor then starts with.
        let (head, tail) = first_sick_days.split_at(first_sick_days.len().min(PART));
        if let Some(mut out) = parts.next() {
            let mut plain = core::mem::take(&mut self.plain);
            days(self, &mut plain, 0, head, &mut out, rejected);
            self.plain = plain;
            progress(head.len());
        }
        let batch = &*self;
        let bad: Vec<Vec<Rejected>> = tail
            .par_chunks(PART)
            .zip(parts.collect::<Vec<_>>())
            .enumerate()
            .map_init(
                || batch.plain.clone(),
                |plain, (part, (part_days, mut out))| {
                    let mut bad = Vec::new();
                    days(batch, plain, (part + 1) * PART, part_days, &mut out, &mut bad);
                    progress(part_days.len());
                    bad
                },
            )
            .collect();
        rejected.extend(bad.into_iter().flatten());
    }
}

/// Sums up the cases from position `from` on.
fn days(
    batch: &Batch,
    plain: &mut PlainTable,
    from: usize,
    first_sick_days: &[i32],
    out: &mut Slices<'_>,
    rejected: &mut Vec<Rejected>,
) {
    let mut worker = batch.worker();
    plain.sum_up(
        first_sick_days,
        out,
        |case| worker.summary(case),
        |i, error| rejected.push(Rejected { position: from + i, id: None, error }),
    );
}
