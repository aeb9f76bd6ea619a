//! Whether the physician sees possibilities to return to work, by the last opinion on it.

use super::context::EvalContext;
use crate::case::{Event, EventKind};
use crate::day::Day;

/// A time in which the physician sees no possibilities.
#[derive(Clone, Copy)]
pub(crate) struct WithoutPossibilities {
    /// The day of the opinion.
    pub(crate) from: Day,
    /// The day of the newer opinion that sees possibilities again; none while there is none.
    pub(crate) returned: Option<Day>,
}

/// What an event says of the possibilities. Of two opinions on one day that which sees them holds: in order
/// of their kinds it is the later one.
fn opinion(event: &Event) -> Option<bool> {
    match event.kind {
        EventKind::NoPossibilities => Some(false),
        EventKind::PossibilitiesReturned | EventKind::PartlyAbleToWork => Some(true),
        _ => None,
    }
}

impl EvalContext<'_> {
    /// Whether the last opinion on or before a day does not exclude a return to work; on the last of all
    /// without one.
    pub(crate) fn sees_possibilities(&self, day: Option<Day>) -> bool {
        let events = self.recorded.events;
        let until = day.map_or(events.len(), |day| events.partition_point(|event| event.on <= day));
        events[..until].iter().rev().find_map(opinion).unwrap_or(true)
    }

    /// The times in which the physician saw none, in order.
    pub(crate) fn times_without_possibilities(
        &self,
    ) -> impl Iterator<Item = WithoutPossibilities> + '_ {
        let mut rest = self.recorded.events.iter();
        core::iter::from_fn(move || {
            let none = rest.find(|event| opinion(event) == Some(false))?;
            let returned = rest.find(|event| opinion(event) == Some(true));
            Some(WithoutPossibilities { from: none.on, returned: returned.map(|event| event.on) })
        })
    }

    /// The newer opinion that ends the time without possibilities in which a day lies.
    pub(crate) fn possibilities_return_after(&self, day: Day) -> Option<Day> {
        self.times_without_possibilities()
            .find_map(|time| time.returned.filter(|returned| time.from <= day && day < *returned))
    }
}
