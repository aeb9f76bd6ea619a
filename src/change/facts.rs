//! In which recorded facts two cases differ.

use crate::case::{Case, CaseBuilder, Fact};
use crate::day::Day;
use alloc::vec::Vec;

/// How a recorded fact differs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum FactChange {
    /// It is new, or was not known yet.
    Recorded(Fact),
    /// It is gone.
    Removed(Fact),
    /// It became another: an event on another day, a spell that ended, another answer.
    Became {
        /// What stood there.
        old: Fact,
        /// What stands there now.
        new: Fact,
    },
}

impl FactChange {
    /// The fact as it was.
    #[must_use]
    pub const fn before(&self) -> Option<Fact> {
        match self {
            FactChange::Recorded(_) => None,
            FactChange::Removed(old) | FactChange::Became { old, .. } => Some(*old),
        }
    }

    /// The fact as it is.
    #[must_use]
    pub const fn after(&self) -> Option<Fact> {
        match self {
            FactChange::Removed(_) => None,
            FactChange::Recorded(new) | FactChange::Became { new, .. } => Some(*new),
        }
    }
}

/// The facts in which `new`, as known on `new_on`, differs from `old`, as known on `old_on`. Facts
/// dated later than those days do not count. Always in the same order: what holds for the whole
/// case, then spells, leave and events.
///
/// ```
/// use poortwachter::{Case, Day, Duty, EventKind, Fact};
/// use poortwachter::change::{FactChange, facts};
/// let day = |m, d| Day::new(2026, m, d);
/// let case = Case::builder().sick_since(day(1, 5)).build()?;
/// let more = case.with(EventKind::Met(Duty::PROBLEM_ANALYSIS), day(2, 10))?;
/// let [FactChange::Recorded(Fact::Event(event))] = facts(&case, day(3, 1), &more, day(3, 1))[..]
/// else {
///     panic!("one event was added");
/// };
/// assert_eq!(event.on(), day(2, 10));
/// assert_eq!(facts(&case, day(2, 9), &more, day(2, 9)), []); // it lies ahead
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn facts(old: &Case, old_on: Day, new: &Case, new_on: Day) -> Vec<FactChange> {
    difference(&Fact::known(old, old_on), &Fact::known(new, new_on))
}

/// What is only in one of two lists; first what tells of the same thing is paired, then what is of
/// one kind.
pub(super) fn difference(old: &[Fact], new: &[Fact]) -> Vec<FactChange> {
    let mut gone: Vec<Fact> = old.to_vec();
    let mut come: Vec<Option<Fact>> = new.iter().copied().map(Some).collect();
    for fact in &mut come {
        if let Some(i) = gone.iter().position(|other| Some(*other) == *fact) {
            gone.remove(i);
            *fact = None;
        }
    }
    let come: Vec<Fact> = come.into_iter().flatten().collect();
    let mut changes: Vec<Option<FactChange>> = come.iter().map(|_| None).collect();
    for pairs in [Fact::is_about_the_same, Fact::is_of_the_same_kind] {
        for (change, fact) in changes.iter_mut().zip(&come) {
            let twin = gone.iter().position(|other| pairs(other, fact));
            if let (None, Some(i)) = (&change, twin) {
                *change = Some(FactChange::Became { old: gone.remove(i), new: *fact });
            }
        }
    }
    let new = changes.into_iter().zip(come);
    let new = new.map(|(change, fact)| change.unwrap_or(FactChange::Recorded(fact)));
    new.chain(gone.into_iter().map(FactChange::Removed)).collect()
}

/// The case of `facts` with one fact in place of another; none where the rest contradicts it.
pub(super) fn replaced(facts: &[Fact], old: Option<Fact>, new: Option<Fact>) -> Option<Case> {
    let mut left = old;
    let kept = facts.iter().copied().filter(|fact| {
        let is_left = left == Some(*fact);
        if is_left {
            left = None;
        }
        !is_left
    });
    CaseBuilder::of(kept.chain(new)).build().ok()
}

/// The facts that are known on a day.
pub(super) fn known(case: &Case, on: Day) -> Vec<Fact> {
    Fact::known(case, on)
}
