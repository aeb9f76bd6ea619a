//! Names that look like one that does not exist.

use alloc::string::String;
use alloc::vec::Vec;

/// How many names to give.
const AT_MOST: usize = 3;

/// The longest text that is compared; what is longer was not meant as a name.
const LONGEST: usize = 100;

/// The known names nearest to `name`, nearest first, each once and at most three. A part of a name is near to
/// it.
///
/// ```
/// let known = ["wia-claim", "wia-notice", "interview"];
/// assert_eq!(poortwachter::near::names("claim", known)[0], "wia-claim");
/// ```
pub fn names<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Vec<&'k str> {
    let name: String = name.chars().take(LONGEST).collect();
    let known = known.into_iter();
    let mut ranked: Vec<(usize, &str)> =
        known.map(|known| (distance(&name, known), known)).collect();
    ranked.sort_unstable();
    ranked.dedup();
    ranked.into_iter().map(|(_, known)| known).take(AT_MOST).collect()
}

/// The one nearest to `name`; none where no name is known.
pub(crate) fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    close(name, known).or_else(|| names(name, known.iter().copied()).first().copied())
}

/// The known name that was probably meant: one letter in three differs at most.
///
/// ```
/// let known = ["wia-claim", "wia-notice", "interview"];
/// assert_eq!(poortwachter::near::close("wia-clam", &known), Some("wia-claim"));
/// assert_eq!(poortwachter::near::close("xyz", &known), None);
/// ```
#[must_use]
pub fn close<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let length = name.chars().count();
    if length > LONGEST {
        return None;
    }
    let ranked = known.iter().map(|known| (letters(name, known), *known));
    let (distance, known) = ranked.min()?;
    (distance * 3 <= length).then_some(known)
}

/// How far apart two names are; a part of a name is near to it.
fn distance(a: &str, b: &str) -> usize {
    if !a.is_empty() && b.contains(a) { 0 } else { letters(a, b) }
}

/// How many letters must be put in, left out or replaced.
fn letters(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
