//! What the physician says of the possibilities to return (RP 4(1)), and of the plan (RP 4(4), 4(5)).

use super::calendar::plus;
use super::clock::{Case, counted_after};
use super::{Event, What};
use chrono::NaiveDate;

fn is_none(event: &Event) -> bool {
    event.what == What::NoPossibilities
}

fn is_some(event: &Event) -> bool {
    matches!(event.what, What::PossibilitiesReturned | What::PartlyAbleToWork)
}

/// Whether the newest opinion up to a day sees no possibilities. Of two on one day the one that sees them
/// holds.
pub fn sees_none(events: &[Event], day: NaiveDate) -> bool {
    let opinions = || events.iter().filter(|e| e.on <= day && (is_none(e) || is_some(e)));
    let newest = opinions().map(|e| e.on).max();
    newest.is_some() && opinions().filter(|e| Some(e.on) == newest).all(is_none)
}

/// The days on which possibilities are seen again, each with the day since when there were none.
fn times(events: &[Event]) -> Vec<(NaiveDate, NaiveDate)> {
    let mut times = Vec::new();
    for again in events.iter().filter(|e| is_some(e) && sees_none(events, plus(e.on, -1))) {
        let mut since = plus(again.on, -1);
        while sees_none(events, plus(since, -1)) {
            since = plus(since, -1);
        }
        if !times.contains(&(since, again.on)) {
            times.push((since, again.on));
        }
    }
    times.sort();
    times
}

/// The newer opinion that ends the time without possibilities in which a day lies.
pub fn again_after(events: &[Event], day: NaiveDate) -> Option<NaiveDate> {
    times(events)
        .into_iter()
        .find(|(since, again)| *since <= day && day < *again)
        .map(|(_, again)| again)
}

/// What was to come when none were seen, and was not done before, is due so many counted days, two weeks and
/// what follows them, after the new opinion; never earlier than before.
pub fn renewed(
    case: &Case,
    events: &[Event],
    due: Option<NaiveDate>,
    met: Option<NaiveDate>,
    (follows, more): (Option<NaiveDate>, usize),
) -> Option<NaiveDate> {
    let mut due = due;
    for (since, again) in times(events) {
        let old = due?;
        let was_to_come = old >= since && met.is_none_or(|met| met > since);
        if !was_to_come || follows.is_some_and(|day| again <= day) {
            continue;
        }
        let mut new = counted_after(&case.days, again, 14);
        if more > 0 {
            new = new.and_then(|plan| counted_after(&case.days, plan, more));
        }
        if new.is_none_or(|new| new > old) {
            due = new;
        }
    }
    due
}
