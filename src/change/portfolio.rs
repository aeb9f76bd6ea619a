//! Two states of a portfolio.

use super::twins::{Match, Twins};
use super::{Change, compare};
use crate::case::Case;
use crate::day::Day;
use crate::law::{LAW, Law};
use crate::timeline::Timeline;
use alloc::vec::{IntoIter, Vec};
use core::borrow::Borrow;
use core::iter::Fuse;

/// As of which day and under which law one state of a portfolio is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    law: &'static Law,
    on: Day,
}

impl Side {
    /// As of a day, under [`LAW`].
    #[must_use]
    pub fn new(day: impl Into<Day>) -> Side {
        let day = day.into();
        Side { law: &LAW, on: day }
    }

    /// As of a day, under another law.
    #[must_use]
    pub const fn under(law: &'static Law, day: Day) -> Side {
        Side { law, on: day }
    }
}

/// What happened to one case of a portfolio.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum CaseChange<K> {
    /// It is only in the new state.
    Added(K),
    /// It is only in the old state.
    Removed(K),
    /// Something moved in it.
    Changed(K, Vec<Change>),
    /// A case of the old state has the identifier of one before it. It was not compared, and what is
    /// said of the one before knows nothing of its facts.
    RepeatedInOld(K),
    /// The same in the new state.
    RepeatedInNew(K),
}

/// The changes of a portfolio, see [`portfolio`].
#[derive(Clone, Debug)]
pub struct Portfolio<K, C, N> {
    twins: Twins<K, C>,
    repeated: IntoIter<(K, C)>,
    old_side: Side,
    new: Fuse<N>,
    new_side: Side,
}

/// What differs between two states of a portfolio: per case, in the order of the new state; what is
/// no longer in it comes at the end, in order of the identifier. A case in which nothing moved is
/// left out.
///
/// The old state is kept in memory until its case comes by; the new one streams, and only its
/// identifiers are kept. An identifier stands once in each state. Of several cases with one identifier
/// the first is compared; the others are told of, those of the old state at the start.
///
/// ```
/// use poortwachter::change::{self, CaseChange, Side};
/// use poortwachter::{Case, Day};
/// let day = |m, d| Day::new(2026, m, d);
/// let sick_since = |first| Case::builder().sick_since(first).build().unwrap();
/// let old = [("A", sick_since(day(1, 5))), ("B", sick_since(day(1, 5)))];
/// let new = [("C", sick_since(day(2, 2))), ("A", sick_since(day(1, 5)))];
/// let on = Side::new(day(2, 10));
/// let changes: Vec<_> = change::portfolio(old, on, new, on).collect();
/// assert_eq!(changes, [CaseChange::Added("C"), CaseChange::Removed("B")]);
/// ```
pub fn portfolio<K, C, N, D>(
    old: impl IntoIterator<Item = (K, C)>,
    old_side: Side,
    new: N,
    new_side: Side,
) -> Portfolio<K, C, N::IntoIter>
where
    K: Ord + Clone,
    C: Borrow<Case>,
    N: IntoIterator<Item = (K, D)>,
    D: Borrow<Case>,
{
    let (twins, repeated) = Twins::of(old.into_iter());
    let (repeated, new) = (repeated.into_iter(), new.into_iter().fuse());
    Portfolio { twins, repeated, old_side, new, new_side }
}

impl<K, C, N, D> Iterator for Portfolio<K, C, N>
where
    K: Ord + Clone,
    C: Borrow<Case>,
    N: Iterator<Item = (K, D)>,
    D: Borrow<Case>,
{
    type Item = CaseChange<K>;

    fn next(&mut self) -> Option<CaseChange<K>> {
        if let Some((id, _)) = self.repeated.next() {
            return Some(CaseChange::RepeatedInOld(id));
        }
        for (id, new) in self.new.by_ref() {
            let old = match self.twins.take(id.clone()) {
                Match::With(old) => old,
                Match::Added => return Some(CaseChange::Added(id)),
                Match::Repeated => return Some(CaseChange::RepeatedInNew(id)),
            };
            let old = Timeline::under(self.old_side.law, old.borrow());
            let new = Timeline::under(self.new_side.law, new.borrow());
            let changes = compare(&old.view(self.old_side.on), &new.view(self.new_side.on));
            if !changes.is_empty() {
                return Some(CaseChange::Changed(id, changes));
            }
        }
        self.twins.next_removed().map(|(id, _)| CaseChange::Removed(id))
    }
}
