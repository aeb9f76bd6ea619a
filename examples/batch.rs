//! Many cases as of a day: columns out, the memory used again, and a case that has no answer.
//!
//! `cargo run --example batch`

use poortwachter::batch::{Batch, Summaries};
use poortwachter::{Case, CaseError, Day, Duty};

fn main() -> Result<(), CaseError> {
    let mut batch = Batch::new(Day::new(2026, 10, 14));
    let mut out = Summaries::default();

    let first = Day::new(2026, 1, 5);
    let report = Day::new(2026, 1, 6);
    let recorded = || Case::builder().met(Duty::SICKNESS_REPORT, report);
    let cases = [
        recorded().sick_since(first).build()?,
        recorded().sick_since(first).met(Duty::PROBLEM_ANALYSIS, Day::new(2026, 2, 12)).build()?,
        recorded().sick(first, Day::new(2026, 3, 1)).sick_since(Day::new(2026, 3, 16)).build()?,
        recorded().sick(first, Day::new(2026, 3, 1)).build()?,
    ];
    batch.cases_into(&cases, &mut out);
    println!("case  day  week  overdue  next");
    for position in 0..out.len() {
        let Some(summary) = out.get(position) else { continue };
        let next = match (summary.next_duty, summary.next_due) {
            (Some(duty), Some(due)) => format!("{}, {}", duty.id(), due),
            (Some(duty), None) => duty.id().to_string(),
            _ => String::new(),
        };
        println!(
            "{position:>4}  {:>3}  {:>4}  {:>7}  {next}",
            summary.counted_day,
            summary.week(),
            summary.overdue
        );
    }

    // Where only the first sick day is known a column of days is enough. One of them is wrong: it is
    // rejected with its position, and the others have their answer.
    let first_sick_days: Vec<i32> = (0..100_000)
        .map(|n| Day::new(2025, 1, 1).number() + n % 600)
        .chain([Day::new(1999, 1, 1).number()])
        .collect();
    let mut rejected = Vec::new();
    batch.days_into(&first_sick_days, &mut out, &mut rejected);
    let second_year = out.week().iter().filter(|week| **week > 52).count();
    println!("\n{} cases, {second_year} of them in the second year or later", out.len());
    for case in rejected {
        println!("rejected: case {}: {}", case.position, case.error);
    }
    Ok(())
}
