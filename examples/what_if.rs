//! What if the employee recovers on a Monday and relapses three weeks later; what if the claim comes
//! a week late; what if a bill puts the claim half a year before the end.
//!
//! `cargo run --example what_if`

use poortwachter::Day;
use poortwachter::change::{self, Change, What};
use poortwachter::law::{Bound, LAW, Rule, Term, Version, wia::WIA_CLAIM};
use poortwachter::{Case, Duty, EventKind, Lang, Timeline};
use std::error::Error;

fn show(title: &str, changes: &[Change]) {
    println!("{title}");
    for change in changes.iter().filter(|change| matches!(change.what(), What::Due | What::Day)) {
        let Some(days) = change.days_moved() else { continue };
        let why = change.why().iter().map(|why| why.words(Lang::En, &|day| day.to_string()));
        let why = why.collect::<Vec<_>>().join("; ");
        println!("  {:<38} {days:>+4} days  {why}", change.name(Lang::En));
    }
}

/// A bill: the claim half a year before the end.
static BILL: Rule = WIA_CLAIM.with_versions(VERSIONS);
const VERSIONS: &[Version] = &[Version { since: None, due: HALF_A_YEAR, ..*PRESENT }];
const PRESENT: &Version = WIA_CLAIM.version_in_force();
const HALF_A_YEAR: Bound = Bound { term: Term::WeeksBefore(26), ..PRESENT.due };

fn main() -> Result<(), Box<dyn Error>> {
    let case = Case::builder().sick_since(Day::new(2026, 1, 5)).build()?;
    let timeline = Timeline::new(&case);

    let relapse =
        case.with_recovery(Day::new(2026, 11, 30))?.with_relapse(Day::new(2026, 12, 21))?;
    let on = Day::new(2026, 12, 21);
    let changes = change::compare(&timeline.view(on), &Timeline::new(&relapse).view(on));
    show("Recovered on 30 November, sick again on 21 December", &changes);

    let late = case.with(EventKind::Met(Duty::WIA_CLAIM), Day::new(2027, 10, 24))?;
    let on = Day::new(2027, 10, 24);
    let changes = change::compare(&timeline.view(on), &Timeline::new(&late).view(on));
    show("The claim a week late", &changes);

    let bill = Box::leak(Box::new(LAW.amended(&BILL)?));
    let on = Day::new(2026, 6, 1);
    let changes = change::compare(&timeline.view(on), &Timeline::under(bill, &case).view(on));
    show("A bill", &changes);
    Ok(())
}
