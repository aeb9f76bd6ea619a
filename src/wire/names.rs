//! The names of events, found by one look each.

use crate::case::{EventKind, EventName};
use alloc::vec::Vec;

/// A table of names, so that one of fifty is found by one look. Empty it finds them too.
#[derive(Clone, Debug, Default)]
pub(super) struct EventNames {
    slots: Vec<Option<Named>>,
}

/// An event by its name; what happened, where the name says everything.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    id: &'static str,
    pub(super) name: EventName,
    pub(super) kind: Option<EventKind>,
}

impl From<EventName> for Named {
    fn from(name: EventName) -> Named {
        Named { id: name.id(), name, kind: name.kind() }
    }
}

const SLOTS: usize = 256;

impl EventNames {
    /// The table with every name.
    pub(super) fn all() -> EventNames {
        let mut slots = alloc::vec![None; SLOTS];
        for name in EventName::ALL {
            // A name whose slot is taken is found without the table.
            slots[slot(name.id())].get_or_insert(Named::from(*name));
        }
        EventNames { slots }
    }

    pub(super) fn find(&self, id: &str) -> Option<Named> {
        match self.slots.get(slot(id)) {
            Some(Some(known)) if known.id == id => Some(*known),
            _ => EventName::of(id).map(Named::from),
        }
    }
}

/// Names differ in their length and in the letters at their ends.
fn slot(name: &str) -> usize {
    let bytes = name.as_bytes();
    let at = |i: usize| usize::from(bytes.get(i).copied().unwrap_or(0));
    let middle = at(bytes.len() / 2);
    (bytes.len() + at(0) * 23 + middle * 20 + at(bytes.len().wrapping_sub(1)) * 24) % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_to_itself() {
        for names in [EventNames::all(), EventNames::default()] {
            for name in EventName::ALL {
                assert_eq!(names.find(name.id()).map(|found| found.name), Some(*name));
            }
            assert!(names.find("interviews").is_none() && names.find("").is_none());
        }
    }

    #[test]
    fn hardly_a_name_shares_a_slot() {
        assert!(EventNames::all().slots.iter().flatten().count() + 3 >= EventName::ALL.len());
    }
}
