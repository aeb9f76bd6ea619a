//! The law as data: every duty with its term, its article and its verbatim words, and what a bill
//! would change.
//!
//! `cargo run --example law_table`

use poortwachter::Day;
use poortwachter::law::wia::WIA_CLAIM;
use poortwachter::law::{Bound, LAW, Law, Rule, Term, Version};
use poortwachter::{Case, Duty, Lang, Timeline};
use std::sync::LazyLock;

/// A bill: the claim half a year before the end, whenever the case began.
static BILL: Rule = WIA_CLAIM.with_versions(VERSIONS);
const VERSIONS: &[Version] = &[Version { since: None, due: HALF_A_YEAR, ..*PRESENT }];
const PRESENT: &Version = WIA_CLAIM.version_in_force();
const HALF_A_YEAR: Bound = Bound { term: Term::WeeksBefore(26), ..PRESENT.due };
static AMENDED: LazyLock<Law> = LazyLock::new(|| LAW.amended(&BILL).expect("the bill is sound"));

fn main() -> Result<(), poortwachter::CaseError> {
    for rule in LAW.rules().iter().filter(|rule| rule.duty().is_some()) {
        let due = rule.version_in_force().due;
        println!("{} ({})", rule.name(Lang::En), rule.id());
        println!("  {}, counted from: {}", due.term.words(Lang::En), due.from.words(Lang::En));
        println!("  {} ({}): {}", due.source.citation, due.layer.name(Lang::En), due.source.text);
    }

    let first = Day::new(2026, 1, 5);
    let case = Case::builder().sick_since(first).build()?;
    let due = |timeline: Timeline| timeline.obligation(Duty::WIA_CLAIM).and_then(|o| o.due());
    println!();
    println!("WIA claim now:            {:?}", due(Timeline::new(&case)));
    println!("WIA claim under the bill: {:?}", due(Timeline::under(&AMENDED, &case)));
    Ok(())
}
