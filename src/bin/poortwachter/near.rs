//! Names that look like one that does not exist.

/// How many names to give.
const AT_MOST: usize = 3;

/// The known names nearest to `name`, nearest first, each once.
pub(crate) fn names<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Vec<&'k str> {
    let mut ranked: Vec<(usize, &str)> =
        known.map(|known| (distance(name, known), known)).collect();
    ranked.sort_unstable();
    ranked.dedup();
    ranked.into_iter().map(|(_, known)| known).take(AT_MOST).collect()
}

/// How many letters must be put in, left out or replaced; a part of a name is near to it.
fn distance(a: &str, b: &str) -> usize {
    if !a.is_empty() && b.contains(a) {
        return 0;
    }
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
