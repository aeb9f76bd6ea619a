//! Two files side by side, matched by the identifier of the case and compared on several threads.

use super::moved::{Compared, Moved};
use crate::batch::pipeline::{self, Source};
use crate::batch::rejected::RejectedFile;
use crate::failure::Failure;
use std::collections::{BTreeMap, HashMap, VecDeque};

/// Where the cases of a file come from, one after the other.
pub(super) trait Read: Send {
    type Item: Side;

    /// The next case that can be matched, with its identifier.
    fn next(
        &mut self,
        rejected: &mut RejectedFile,
    ) -> Result<Option<(String, Self::Item)>, Failure>;

    /// Whether every identifier was compared with those before it; says so where not.
    fn all_compared(&self) -> bool;
}

/// What one file says of a case.
pub(super) trait Side: Send {
    /// Whether anything of it could be read. What could not is told of as rejected, and counts neither
    /// as compared nor as being in one file only.
    fn is_readable(&self) -> bool;
}

/// The cases of two files. One that has come by in one file only waits for its twin, so that what is in
/// memory is what one file is ahead of the other and what the other does not have. Where an
/// identifier may stand more than once, the first goes with the first.
pub(super) struct Pairs<R: Read> {
    old: R,
    new: R,
    waiting_old: Waiting<R::Item>,
    waiting_new: Waiting<R::Item>,
    both: u64,
}

impl<R: Read> Pairs<R> {
    pub(super) fn new(old: R, new: R) -> Pairs<R> {
        let (waiting_old, waiting_new) = (Waiting::default(), Waiting::default());
        Pairs { old, new, waiting_old, waiting_new, both: 0 }
    }

    /// Compares every pair once both have come by, on that many threads, and takes in what moved in
    /// the order of the pairs.
    pub(super) fn compare(
        mut self,
        threads: usize,
        rejected: &mut RejectedFile,
        moved: impl Fn(&str, R::Item, R::Item) -> Vec<Moved> + Sync,
        mut take: impl FnMut(&str, Vec<Moved>) -> Result<(), Failure>,
    ) -> Result<Compared, Failure> {
        let mut source = Matched { pairs: &mut self, rejected };
        let worker = || {
            |_, piece: &mut Piece<R::Item>| {
                let pairs = piece.pairs.drain(..);
                piece.moved.extend(pairs.map(|(id, old, new)| {
                    let moved = moved(&id, old, new);
                    (id, moved)
                }));
                Ok(())
            }
        };
        pipeline::run(&mut source, threads, worker, |piece| {
            piece.moved.drain(..).try_for_each(|(id, moved)| take(&id, moved))
        })?;
        let is_whole = [&self.old, &self.new].map(R::all_compared) == [true; 2];
        let (only_old, only_new) = (self.waiting_old.ids(), self.waiting_new.ids());
        Ok(Compared { both: self.both, only_old, only_new, is_whole })
    }
}

/// How many pairs go to a thread at once.
const PIECE: usize = 64;

/// Some pairs, and what moved in them.
struct Piece<T> {
    pairs: Vec<(String, T, T)>,
    moved: Vec<(String, Vec<Moved>)>,
}

impl<T> Default for Piece<T> {
    fn default() -> Piece<T> {
        Piece { pairs: Vec::new(), moved: Vec::new() }
    }
}

/// Pairs that have come by.
struct Matched<'p, R: Read> {
    pairs: &'p mut Pairs<R>,
    rejected: &'p mut RejectedFile,
}

impl<R: Read> Source for Matched<'_, R> {
    type Piece = Piece<R::Item>;

    fn fill(&mut self, piece: &mut Self::Piece) -> Result<bool, Failure> {
        let Pairs { old, new, waiting_old, waiting_new, both } = self.pairs;
        // Of a pair that cannot be read on one side nothing can be said.
        let mut put = |id, old: R::Item, new: R::Item| {
            if old.is_readable() && new.is_readable() {
                *both += 1;
                piece.pairs.push((id, old, new));
            }
        };
        for _ in 0..PIECE {
            let (next_old, next_new) = (old.next(self.rejected)?, new.next(self.rejected)?);
            if next_old.is_none() && next_new.is_none() {
                return Ok(!piece.pairs.is_empty());
            }
            if let Some((id, old)) = next_old {
                match waiting_new.take(&id) {
                    Some(new) => put(id, old, new),
                    None => waiting_old.put(id, old),
                }
            }
            if let Some((id, new)) = next_new {
                match waiting_old.take(&id) {
                    Some(old) => put(id, old, new),
                    None => waiting_new.put(id, new),
                }
            }
        }
        Ok(true)
    }
}

/// Cases without a twin so far.
struct Waiting<T> {
    /// By identifier, with their place in the file.
    cases: HashMap<String, VecDeque<(u64, T)>>,
    count: u64,
}

impl<T> Default for Waiting<T> {
    fn default() -> Waiting<T> {
        Waiting { cases: HashMap::new(), count: 0 }
    }
}

impl<T: Side> Waiting<T> {
    fn put(&mut self, id: String, case: T) {
        self.count += 1;
        self.cases.entry(id).or_default().push_back((self.count, case));
    }

    fn take(&mut self, id: &str) -> Option<T> {
        let same = self.cases.get_mut(id)?;
        let (_, case) = same.pop_front()?;
        if same.is_empty() {
            self.cases.remove(id);
        }
        Some(case)
    }

    fn ids(self) -> Vec<String> {
        let places = self.cases.into_iter().flat_map(|(id, cases)| {
            let readable = cases.into_iter().filter(|(_, case)| case.is_readable());
            readable.map(move |(place, _)| (place, id.clone()))
        });
        places.collect::<BTreeMap<_, _>>().into_values().collect()
    }
}

/// A line without an identifier has no twin.
pub(super) const NO_ID: &str = "there is no id: diff matches cases by it";
