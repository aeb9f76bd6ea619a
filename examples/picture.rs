//! The timeline of a case and the coming half year of a portfolio, as pictures.
//!
//! `cargo run --example picture --features svg` writes them to `target/`.

use poortwachter::Day;
use poortwachter::export::svg::{self, Options};
use poortwachter::{Case, CaseError, Duty, Lang, Status, Timeline};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let on = Day::new(2026, 10, 14);
    std::fs::create_dir_all("target")?;

    let case = Case::builder()
        .sick_since(Day::new(2026, 1, 5))
        .met(Duty::SICKNESS_REPORT, Day::new(2026, 1, 6))
        .met(Duty::PROBLEM_ANALYSIS, Day::new(2026, 2, 12))
        .met(Duty::PLAN_OF_ACTION, Day::new(2026, 3, 2))
        .build()?;
    let timeline = Timeline::new(&case);
    let picture = svg::case_timeline(&timeline.view(on), &Options::new(Lang::Nl));
    std::fs::write("target/case.svg", picture)?;

    // Sixty cases that began one after another.
    let cases = (0..60).map(|n| {
        let first = Day::new(2025, 1, 6) + n * 10;
        Case::builder()
            .sick_since(first)
            .met(Duty::SICKNESS_REPORT, first)
            .met(Duty::PROBLEM_ANALYSIS, first + 35)
            .build()
    });
    let timelines =
        cases.map(|case| Ok(Timeline::new(&case?))).collect::<Result<Vec<_>, CaseError>>()?;
    let views: Vec<_> = timelines.iter().map(|timeline| timeline.view(on)).collect();
    let to_do = views.iter().flat_map(|view| view.obligations()).filter(|(_, status)| {
        status.is_actionable() || matches!(status, Status::NotYetOpen | Status::WaitingFor(_))
    });
    let due = to_do.filter_map(|(obligation, _)| Some((obligation.due()?, obligation.duty(), 1)));
    std::fs::write("target/portfolio.svg", svg::portfolio(due, on, 26, &Options::new(Lang::Nl)))?;
    println!("target/case.svg and target/portfolio.svg are written: open them in a browser");
    Ok(())
}
