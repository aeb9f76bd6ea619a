//! Matches what two states hold by a key that should stand once in each.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// What has come by. Of several with one key in one state the first is matched.
#[derive(Clone, Debug)]
pub(super) struct Twins<K, T>(BTreeMap<K, Seen<T>>);

#[derive(Clone, Debug)]
enum Seen<T> {
    Old(T),
    New,
}

/// What the new state holds, against the old one.
pub(super) enum Match<T> {
    With(T),
    Added,
    /// The new state held the key before.
    Repeated,
}

impl<K: Ord, T> Twins<K, T> {
    /// Of an old state, with what has the key of one before it.
    pub(super) fn of(old: impl Iterator<Item = (K, T)>) -> (Twins<K, T>, Vec<(K, T)>) {
        let (mut seen, mut repeated) = (BTreeMap::new(), Vec::new());
        for (key, one) in old {
            match seen.get(&key) {
                Some(_) => repeated.push((key, one)),
                None => _ = seen.insert(key, Seen::Old(one)),
            }
        }
        (Twins(seen), repeated)
    }

    /// Looks for what the new state has at that key.
    pub(super) fn take(&mut self, key: K) -> Match<T> {
        match self.0.insert(key, Seen::New) {
            Some(Seen::Old(old)) => Match::With(old),
            Some(Seen::New) => Match::Repeated,
            None => Match::Added,
        }
    }

    /// What is left of the old state, in the order of the keys.
    pub(super) fn next_removed(&mut self) -> Option<(K, T)> {
        loop {
            if let (key, Seen::Old(old)) = self.0.pop_first()? {
                return Some((key, old));
            }
        }
    }
}
