//! Two files side by side, matched by the identifier of the case.

use crate::batch::rejected::RejectedFile;
use crate::failure::Failure;
use std::collections::{BTreeMap, HashMap, VecDeque};

/// Where the cases of a file come from, one after the other.
pub(super) trait Read {
    type Item: Side;

    /// The next case that can be matched, with its identifier.
    fn next(
        &mut self,
        rejected: &mut RejectedFile,
    ) -> Result<Option<(String, Self::Item)>, Failure>;
}

/// What one file says of a case.
pub(super) trait Side {
    /// Whether anything of it could be read. What could not is told of as rejected, and counts neither
    /// as compared nor as being in one file only.
    fn is_readable(&self) -> bool;
}

/// The cases of two files. One that has come by in one file only waits for its twin, so that what is in
/// memory is what one file is ahead of the other and what the other does not have. Where an
/// identifier stands more than once, the first goes with the first.
pub(super) struct Pairs<R: Read> {
    old: R,
    new: R,
    waiting_old: Waiting<R::Item>,
    waiting_new: Waiting<R::Item>,
}

/// How many were compared, and the identifiers of the others in the order of their file.
pub(super) struct Compared {
    pub(super) both: u64,
    pub(super) only_old: Vec<String>,
    pub(super) only_new: Vec<String>,
}

impl<R: Read> Pairs<R> {
    pub(super) fn new(old: R, new: R) -> Pairs<R> {
        Pairs { old, new, waiting_old: Waiting::default(), waiting_new: Waiting::default() }
    }

    /// Shows every pair once both have come by.
    pub(super) fn see(
        mut self,
        rejected: &mut RejectedFile,
        mut see: impl FnMut(&str, R::Item, R::Item) -> Result<(), Failure>,
    ) -> Result<Compared, Failure> {
        let mut both = 0;
        loop {
            let (old, new) = (self.old.next(rejected)?, self.new.next(rejected)?);
            if old.is_none() && new.is_none() {
                break;
            }
            if let Some((id, old)) = old {
                match self.waiting_new.take(&id) {
                    Some(new) => both += show(&id, old, new, &mut see)?,
                    None => self.waiting_old.put(id, old),
                }
            }
            if let Some((id, new)) = new {
                match self.waiting_old.take(&id) {
                    Some(old) => both += show(&id, old, new, &mut see)?,
                    None => self.waiting_new.put(id, new),
                }
            }
        }
        let (only_old, only_new) = (self.waiting_old.ids(), self.waiting_new.ids());
        Ok(Compared { both, only_old, only_new })
    }
}

/// Shows a pair of which both sides could be read, and counts it.
fn show<T: Side>(
    id: &str,
    old: T,
    new: T,
    see: &mut impl FnMut(&str, T, T) -> Result<(), Failure>,
) -> Result<u64, Failure> {
    if !old.is_readable() || !new.is_readable() {
        return Ok(0);
    }
    see(id, old, new)?;
    Ok(1)
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
