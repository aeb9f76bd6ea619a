//! A protocol of one's own, what it makes of a case, and the reminders that follow.
//!
//! `cargo run --example reminders`

use poortwachter::Day;
use poortwachter::protocol::{self, Moment, Protocol, Recipient, ReminderRule, Task, presets};
use poortwachter::{Actor, Case, Duty, Lang, Timeline};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Starts from the weeks that the UWV publishes.
    let published = presets::named("uwv").expect("it is in the list").protocol();
    let manager = Recipient::Actor(Actor::CaseManager);
    let first_call = Moment::first_sick_day().days_after(2).to_next_working_day();
    let ours = published
        .to_builder()
        .name("House rules")
        .own_date(Duty::PROBLEM_ANALYSIS, Moment::end_of_week(5))
        .every_weeks(Duty::PROGRESS_INTERVIEW, 4)
        .task(Task::new("first-call", "Belcontact", "First call", Actor::Employer, first_call))
        .reminders(ReminderRule::none().lead_days([7]).on_the_day().late(1, [manager]))
        .build()?;
    for change in protocol::diff(&published, &ours) {
        println!("{}", change.words(Lang::En));
    }

    // What would loosen the law is refused.
    let looser = Protocol::builder("Looser").leave_out(Duty::WIA_CLAIM).build();
    println!("\nrefused: {}", looser.expect_err("a claim is statutory"));

    let case = Case::builder()
        .sick_since(Day::new(2026, 1, 5))
        .met(Duty::SICKNESS_REPORT, Day::new(2026, 1, 6))
        .build()?;
    let timeline = Timeline::new(&case);
    let view = timeline.view(Day::new(2026, 1, 20));
    let agenda = ours.agenda(&view);
    println!("\nreminders until 12 March");
    for reminder in agenda.reminders_between(view.on(), Day::new(2026, 3, 12)) {
        println!(
            "{} to {}: {}",
            reminder.on(),
            reminder.to().name(Lang::En),
            reminder.words(Lang::En)
        );
    }
    Ok(())
}
