//! In the steady state nothing is allocated per case.
//!
//! A program of its own with one test, because the allocator that counts is that of the whole process.

use poortwachter::batch::{Batch, Obligations, Summaries};
use poortwachter::{Case, Day, Timeline};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use support::portfolio::{Mix, Portfolio};

#[global_allocator]
static COUNTING: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How often memory was asked for while `work` ran.
fn allocations(work: impl FnOnce()) -> usize {
    let region = Region::new(COUNTING);
    work();
    let change = region.change();
    change.allocations + change.reallocations
}

#[test]
fn nothing_is_allocated_for_a_case() {
    let as_of = Day::new(2026, 7, 1);
    let portfolio = Portfolio { seed: 3, cases: 3_000, as_of, mix: Mix::default() };
    let cases: Vec<Case> = portfolio.cases().collect();
    assert!(allocations(|| drop(Vec::<u8>::with_capacity(1))) > 0, "the counter counts");

    let batch = Batch::new(as_of);
    let mut worker = batch.worker();
    let mut overdue = 0_u64;
    let mut sum_up =
        || overdue += cases.iter().map(|case| u64::from(worker.summary(case).overdue)).sum::<u64>();
    sum_up();
    assert_eq!(allocations(sum_up), 0);
    assert!(overdue > 0);

    let mut timeline = Timeline::new(&cases[0]);
    let mut lines = 0;
    let mut recompute = || {
        for case in &cases {
            timeline.recompute(case);
            lines += timeline.obligations().len();
        }
    };
    recompute();
    assert_eq!(allocations(recompute), 0);
    assert!(lines > cases.len());

    let mut columns = Obligations::default();
    let mut worker = batch.worker();
    let mut list = || {
        columns.clear();
        for (i, case) in (0..).zip(&cases) {
            worker.view(case, |view| columns.push(i, view));
        }
    };
    list();
    assert_eq!(allocations(list), 0);
    assert!(columns.len() > cases.len());

    let days: Vec<i32> = (0..5_000).map(|i| as_of.number() - i % 1_100).collect();
    let (mut batch, mut out, mut rejected) = (batch.clone(), Summaries::default(), Vec::new());
    let mut look_up = || batch.days_into(&days, &mut out, &mut rejected);
    look_up();
    assert_eq!(allocations(look_up), 0);
    assert_eq!(out.len(), days.len());
}
