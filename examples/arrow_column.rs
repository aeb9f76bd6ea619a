//! A column of days from Arrow in, a column of days for Arrow out, without copying either: a `Date32`
//! column is a slice of `i32` since 1970-01-01, which is what a batch takes and gives.
//!
//! `cargo run --features parquet --example arrow_column`

use arrow_array::Date32Array;
use arrow_schema::ArrowError;
use poortwachter::Day;
use poortwachter::batch::{Batch, NO_DAY, Summaries};

fn main() -> Result<(), ArrowError> {
    let first_sick_day = Date32Array::from_iter_values(
        [(2026, 1, 5), (2024, 12, 30), (2025, 6, 16)].map(|(y, m, d)| Day::new(y, m, d).number()),
    );

    let mut batch = Batch::new(Day::new(2026, 7, 1));
    let (mut summaries, mut rejected) = (Summaries::default(), Vec::new());
    batch.days_into(first_sick_day.values(), &mut summaries, &mut rejected);
    assert!(rejected.is_empty());

    // The column moves into Arrow as it is.
    let is_there = summaries.next_due().iter().map(|day| *day != NO_DAY).collect::<Vec<_>>();
    let address = summaries.next_due().as_ptr();
    let next_due = summaries.into_columns().next_due;
    let next_due = Date32Array::try_new(next_due.into(), Some(is_there.into()))?;
    assert_eq!(next_due.values().as_ptr(), address);

    for row in 0..next_due.len() {
        let day = |column: &Date32Array| column.value_as_date(row);
        println!("{:?}: next due {:?}", day(&first_sick_day), day(&next_due));
    }
    Ok(())
}
