//! Identifiers that stand on more than one line, found in bounded memory.
//!
//! The workers hash the identifiers of a piece, and one thread compares the hashes in the order of the
//! input, so that what is found does not depend on the threads. Of an identifier 88 bits of a keyed hash
//! are kept with the number of its line: among 14 million the chance that two different ones are taken
//! for the same is less than one in a million million.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher};

/// How many identifiers are kept at most: 17 bytes each, in tables of which 7/8 is used, are 272 MiB.
const MOST: usize = 14_000_000;

/// The table is divided, so that only a small part of it is there twice while it grows.
const PARTS: usize = 256;

/// The hash of an identifier.
pub(super) type Print = [u8; 11];

/// The number of a line; 5 bytes reach further than the longest file.
type LineNumber = [u8; 5];

/// Hashes identifiers, every clone in the same way.
#[derive(Clone, Default)]
pub(super) struct Marker {
    first: RandomState,
    second: RandomState,
}

/// An identifier on a line of a piece, from 1.
pub(super) struct Mark {
    pub(super) line: u64,
    print: Print,
}

impl Marker {
    /// None for an identifier of no letters, which is none.
    pub(super) fn mark(&self, line: u64, id: &str) -> Option<Mark> {
        if id.is_empty() {
            return None;
        }
        let mut print = Print::default();
        let (first, second) = print.split_at_mut(8);
        first.copy_from_slice(&self.first.hash_one(id).to_le_bytes());
        second.copy_from_slice(&self.second.hash_one(id).to_le_bytes()[..3]);
        Some(Mark { line, print })
    }
}

/// The identifiers of the lines so far.
pub(super) struct SeenIds {
    marker: Marker,
    parts: Vec<HashMap<Print, LineNumber, BuildHasherDefault<Hashed>>>,
    count: usize,
    most: usize,
    /// The first line of which the identifier is not kept.
    full_from: Option<u64>,
}

impl SeenIds {
    pub(super) fn new() -> SeenIds {
        SeenIds::with_most(MOST)
    }

    fn with_most(most: usize) -> SeenIds {
        let parts = (0..PARTS).map(|_| HashMap::default()).collect();
        SeenIds { marker: Marker::default(), parts, count: 0, most, full_from: None }
    }

    pub(super) fn marker(&self) -> &Marker {
        &self.marker
    }

    /// The first line with the identifier of this one, where that is another. `before` is how many lines
    /// lie before the piece of the mark.
    pub(super) fn earlier(&mut self, mark: &Mark, before: u64) -> Option<u64> {
        let line = before + mark.line;
        let [.., part] = mark.print;
        let part = &mut self.parts[usize::from(part)];
        if let Some([a, b, c, d, e]) = part.get(&mark.print) {
            return Some(u64::from_le_bytes([*a, *b, *c, *d, *e, 0, 0, 0]));
        }
        match line.to_le_bytes() {
            [a, b, c, d, e, 0, 0, 0] if self.count < self.most => {
                part.insert(mark.print, [a, b, c, d, e]);
                self.count += 1;
            }
            _ => _ = self.full_from.get_or_insert(line),
        }
        None
    }

    /// What was not compared, if there was more than is kept; `place` is what a line is called.
    pub(super) fn not_compared(&self, place: &str) -> Option<String> {
        let from = self.full_from?;
        Some(format!(
            "from {place} {from} on an id was compared only with the {} before that {place}: give fewer \
             cases at a time, or --allow-same-id",
            self.most
        ))
    }
}

/// What is hashed already is not hashed again: the first bytes do.
#[derive(Default)]
pub(super) struct Hashed(u64);

impl Hasher for Hashed {
    fn write(&mut self, bytes: &[u8]) {
        if let Some(first) = bytes.first_chunk() {
            self.0 = u64::from_le_bytes(*first);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn earlier(seen: &mut SeenIds, line: u64, id: &str) -> Option<u64> {
        let mark = seen.marker().mark(line, id).expect("an identifier");
        seen.earlier(&mark, 0)
    }

    #[test]
    fn a_third_one_names_the_first_line() {
        let mut seen = SeenIds::new();
        assert_eq!(earlier(&mut seen, 2, "A"), None);
        assert_eq!(earlier(&mut seen, 3, "B"), None);
        assert_eq!(earlier(&mut seen, 4, "A"), Some(2));
        assert_eq!(earlier(&mut seen, 5, "A"), Some(2));
        assert_eq!(seen.not_compared("line"), None);
    }

    #[test]
    fn the_number_of_a_line_comes_back_whole() {
        let mut seen = SeenIds::new();
        for line in [1, 255, 256, 0x01_2345_6789, (1 << 40) - 1] {
            assert_eq!(earlier(&mut seen, line, &line.to_string()), None);
            assert_eq!(earlier(&mut seen, line + 1, &line.to_string()), Some(line));
        }
    }

    /// What was kept is still compared with.
    #[test]
    fn beyond_what_is_kept_it_is_told() {
        let mut seen = SeenIds::with_most(2);
        for (line, id) in [(1, "A"), (2, "B"), (3, "C"), (4, "D"), (5, "C")] {
            assert_eq!(earlier(&mut seen, line, id), None);
        }
        assert_eq!(earlier(&mut seen, 6, "B"), Some(2));
        let told = seen.not_compared("line").expect("C and D were not kept");
        assert!(
            told.starts_with("from line 3 on an id was compared only with the 2 before"),
            "{told}"
        );
        assert_eq!(earlier(&mut SeenIds::new(), 1 << 40, "far"), None);
        let mut seen = SeenIds::new();
        earlier(&mut seen, 1 << 40, "far");
        assert!(seen.not_compared("row").is_some(), "a number that has no room");
    }
}
