//! The law in force, or one with another number in it.

use poortwachter::law::{Bound, LAW, Law};
use std::sync::OnceLock;

const RULES: usize = 64;
const NUMBERS: [u16; 2] = [1, 40];

/// The law in force, and with every other byte one in which a rule has another number.
pub fn law(byte: u8) -> &'static Law {
    // Made once each: they live as long as the program.
    static SUPPOSED: [OnceLock<&'static Law>; RULES * NUMBERS.len()] =
        [const { OnceLock::new() }; RULES * NUMBERS.len()];
    match usize::from(byte).checked_sub(usize::from(u8::MAX) + 1 - SUPPOSED.len()) {
        Some(place) => SUPPOSED[place].get_or_init(|| {
            let number = NUMBERS[place % NUMBERS.len()];
            supposed(place / NUMBERS.len(), number).unwrap_or(&LAW)
        }),
        None => &LAW,
    }
}

/// None where the rule has no number, or cannot have this one.
fn supposed(place: usize, number: u16) -> Option<&'static Law> {
    let rule = *LAW.rules().get(place)?;
    let mut versions = rule.versions().map(|(_, version)| *version).collect::<Vec<_>>();
    let last = versions.last_mut()?;
    last.due = Bound { term: last.due.term.with_number(number), ..last.due };
    let rule = Box::leak(Box::new(rule.with_versions(versions.leak())));
    Some(Box::leak(Box::new(LAW.amended(rule).ok()?)))
}
