//! What a portfolio has ahead: per day, per duty, overdue, and the points of no return. Two halves
//! are counted apart, as two threads would, and merged.
//!
//! `cargo run --example horizon`

use poortwachter::Day;
use poortwachter::horizon::Horizon;
use poortwachter::{Case, Lang, Timeline, law::LAW};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let on = Day::new(2026, 10, 14);
    // One sickness a day since three years before, each for itself.
    let first = |n: u16| on - i32::from(n);
    let half = |positions: std::ops::Range<u16>| -> Result<Horizon, Box<dyn Error>> {
        let mut horizon = Horizon::new(on, 14).keeping(5);
        for position in positions {
            let case = Case::builder().sick_since(first(position)).build()?;
            horizon.add(position.into(), &Timeline::new(&case).view(on));
        }
        Ok(horizon)
    };
    let mut horizon = half(0..500)?;
    horizon.merge(half(500..1_000)?)?;

    println!("{} cases on {on}", horizon.cases());
    println!("\nDue until {}", horizon.last_day());
    for (day, count) in horizon.per_day() {
        println!("  {day}  {count:>4}");
    }
    let name = |id: &'static str| LAW.rule(id).map_or(id, |rule| rule.name(Lang::En));
    println!("\nOverdue: {}", horizon.overdue_total());
    for (duty, count) in horizon.overdue() {
        println!("  {:<34} {count:>5}", name(duty.id()));
    }
    println!("\nPoints of no return");
    for (kind, count) in horizon.points_per_kind() {
        println!("  {:<34} {count:>5}  {}", name(kind.id()), kind.words(Lang::En));
    }
    for point in horizon.points() {
        println!(
            "  {} in {} days: {} of case {} ({})",
            point.last_day(),
            point.days_left(on),
            name(point.kind().id()),
            point.position(),
            point.source().citation
        );
    }
    Ok(())
}
