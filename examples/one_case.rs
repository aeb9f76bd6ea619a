//! One uninterrupted case: what is due, what comes next, and the article that says so.
//!
//! `cargo run --example one_case`

use poortwachter::Day;
use poortwachter::{Case, CaseError, Duty, EventKind, Lang, Timeline};

fn main() -> Result<(), CaseError> {
    let case = Case::builder()
        .id("A-42")
        .sick_since(Day::new(2026, 1, 5))
        .event(EventKind::Met(Duty::SICKNESS_REPORT), Day::new(2026, 1, 6))
        .event(EventKind::Met(Duty::PROBLEM_ANALYSIS), Day::new(2026, 2, 12))
        .build()?;
    let timeline = Timeline::new(&case);

    let view = timeline.view(Day::new(2026, 2, 20));
    println!("day {}, week {}", view.counted_day(), view.week());
    if let Some((obligation, status)) = view.next() {
        println!(
            "next: {}, {} ({})",
            obligation.rule().name(Lang::En),
            status.words(Lang::En),
            obligation.citation()
        );
    }
    println!();
    for (obligation, status) in view.obligations() {
        let Some(due) = obligation.due() else { continue };
        println!(
            "{due}  {:<50}  {:<10}  {}",
            obligation.rule().name(Lang::En),
            obligation.due_layer().name(Lang::En),
            status.words(Lang::En)
        );
    }
    Ok(())
}
