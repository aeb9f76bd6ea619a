//! A calendar file of what is due, and the same file the next night, after something was recorded.
//!
//! `cargo run --features icalendar --example calendar`

use poortwachter::Day;
use poortwachter::export::icalendar::{Kind, Options, Titles, calendar, update};
use poortwachter::{Case, Duty, Lang, Timeline};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    // For everybody who sees the calendar: "File deadline", and days.
    let neutral = Options::new("hr.example.org");
    let case = Case::builder().id("A-42").sick_since(Day::new(2026, 1, 5));
    let timeline = Timeline::new(&case.clone().build()?);
    let monday = calendar([&timeline.view(Day::new(2026, 2, 16))], &neutral)?;
    print!("{}", monday.split("BEGIN:VEVENT").nth(2).unwrap_or_default());

    // The problem analysis came two days late: the plan of action moves along.
    let case = case.met(Duty::PROBLEM_ANALYSIS, Day::new(2026, 2, 18)).build()?;
    let timeline = Timeline::new(&case);
    let wednesday = update(&monday, [&timeline.view(Day::new(2026, 2, 18))], &neutral)?;
    let changed = wednesday.matches("SEQUENCE:1\r\n").count();
    let same = wednesday.matches("SEQUENCE:0\r\n").count();
    println!("\n{changed} entries changed, {same} did not\n");

    // For the case manager alone: to-dos by name, in Dutch, with the article.
    let told = Options::new("hr.example.org")
        .kind(Kind::ToDos)
        .titles(Titles::Duty)
        .lang(Lang::Nl)
        .with_case_id()
        .alarms([30, 7, 1])
        .without_practice();
    let to_dos = calendar([&timeline.view(Day::new(2026, 2, 18))], &told)?;
    for title in to_dos.lines().filter_map(|line| line.strip_prefix("SUMMARY:")) {
        println!("{title}");
    }
    Ok(())
}
