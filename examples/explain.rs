//! Why is the date that date? The same explanation as text for a person and as steps for a program.
//!
//! `cargo run --example explain`

use poortwachter::Day;
use poortwachter::explain::{Explanation, Step};
use poortwachter::{Case, CaseError, Duty, Lang, Milestone, Timeline};

fn main() -> Result<(), CaseError> {
    // Recovered for three weeks in July, so that every later day moves by 21 days.
    let case = Case::builder()
        .sick(Day::new(2026, 1, 5), Day::new(2026, 7, 5))
        .sick_since(Day::new(2026, 7, 27))
        .met(Duty::PROBLEM_ANALYSIS, Day::new(2026, 2, 19))
        .build()?;
    let timeline = Timeline::new(&case);
    let view = timeline.view(Day::new(2026, 10, 1));

    // For a person.
    let (plan, _) = view.obligation(Duty::PLAN_OF_ACTION).expect("every case has a plan");
    println!("{}", Explanation::new(&view, plan, Lang::Nl));

    // For a program.
    let (report, _) = view.obligation(Duty::UWV_SICKNESS_REPORT).expect("every case has a report");
    for step in Explanation::new(&view, report, Lang::En).steps() {
        match step {
            Step::LeftOut(left) => println!("left out: {} days from {}", left.days, left.first),
            Step::Sum(sum) => println!("sum: {} is counted day {:?}", sum.day, sum.number),
            other => println!("{}: {}", other.id(), other.words(Lang::En)),
        }
    }
    println!();

    // A milestone.
    let milestones = view.milestones();
    let wages = milestones.iter().find(|m| m.milestone() == Milestone::END_OF_WAGES);
    let wages = wages.expect("wages end once");
    println!("{}", Explanation::from_milestone(&view, wages, Lang::En));
    Ok(())
}
