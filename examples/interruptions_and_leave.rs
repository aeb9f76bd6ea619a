//! What an interruption of less than four weeks and maternity leave do to every date, and what a
//! relapse after a longer interruption does.
//!
//! `cargo run --example interruptions_and_leave`

use poortwachter::Day;
use poortwachter::{Case, CaseBuilder, CaseError, Duty, Timeline};

fn show(title: &str, case: CaseBuilder) -> Result<(), CaseError> {
    let case = case.build()?;
    let timeline = Timeline::new(&case);
    let view = timeline.view(Day::new(2023, 6, 1));
    println!("{title}");
    println!("  on {}: day {}, week {}", view.on(), view.counted_day(), view.week());
    if let Some(report) = timeline.obligation(Duty::UWV_SICKNESS_REPORT).and_then(|o| o.due()) {
        println!("  42nd-week report: {report}");
    }
    if let Some(last) = view.wages_last_day() {
        println!("  last day of wages: {last}");
    }
    for earlier in view.earlier_cases() {
        println!("  closed before: {} to {}", earlier.first_sick_day(), earlier.last_sick_day());
    }
    println!();
    Ok(())
}

fn main() -> Result<(), CaseError> {
    let first = Day::new(2022, 1, 3);
    show("uninterrupted", Case::builder().sick_since(first))?;

    let recovered = Case::builder().sick(first, Day::new(2022, 7, 3));
    // 21 recovered days: the case goes on, three weeks later.
    show("interrupted for three weeks", recovered.clone().sick_since(Day::new(2022, 7, 25)))?;
    // 28 recovered days: a new case.
    show("interrupted for four weeks", recovered.clone().sick_since(Day::new(2022, 8, 1)))?;
    // Leave counts on no clock.
    show(
        "interrupted for three weeks, with sixteen weeks of maternity leave",
        recovered
            .sick_since(Day::new(2022, 7, 25))
            .leave(Day::new(2023, 1, 2), Day::new(2023, 4, 23)),
    )
}
