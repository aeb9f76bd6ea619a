//! A recorded file judged as of a day: what is wrong, what it can cost, what can still be done.
//!
//! `cargo run --example verdict`

use poortwachter::Day;
use poortwachter::verdict::{Severity, Verdict};
use poortwachter::{Adviser, Case, CaseError, Duty, EventKind, Lang, Timeline};

fn main() -> Result<(), CaseError> {
    let case = Case::builder()
        .id("B-7")
        .sick_since(Day::new(2024, 9, 2))
        .met(Duty::SICKNESS_REPORT, Day::new(2024, 9, 3))
        .met(Duty::PROBLEM_ANALYSIS, Day::new(2024, 10, 10))
        .met(Duty::PLAN_OF_ACTION, Day::new(2024, 10, 31))
        .met(Duty::FIRST_YEAR_EVALUATION, Day::new(2025, 8, 28))
        .event(EventKind::OwnWorkRuledOut, Day::new(2025, 10, 20))
        .event(EventKind::SecondTrackAdvised { by: Adviser::LabourExpert }, Day::new(2025, 10, 20))
        .build()?;
    let timeline = Timeline::new(&case);

    let verdict = Verdict::new(&timeline, Day::new(2025, 12, 1));
    println!("as of {}: {}", verdict.view().on(), verdict.summary().name(Lang::En));
    for finding in verdict.findings() {
        if finding.severity() == Severity::InOrder {
            continue;
        }
        println!();
        println!("[{}] {}", finding.severity().name(Lang::En), finding.sentence(Lang::En));
        println!("  layer: {}", finding.layer().name(Lang::En));
        for cost in finding.cost() {
            println!("  at stake: {}", cost.words(Lang::En));
        }
        println!("  {}", finding.repair().name(Lang::En));
    }
    println!();
    println!("A reviewer would ask about the second track:");
    for question in &verdict.second_track().questions {
        println!("  {} ({})", question.name(Lang::En), question.source().citation);
    }

    // The same file as of an earlier day: what came later does not exist in it.
    let earlier = Verdict::new(&timeline, Day::new(2024, 10, 15));
    println!();
    println!("as of {}: {}", earlier.view().on(), earlier.summary().name(Lang::En));
    Ok(())
}
