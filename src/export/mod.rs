//! What leaves the crate in the formats of others.

#[cfg(feature = "icalendar")]
pub mod icalendar;
#[cfg(feature = "svg")]
pub mod svg;

/// Whether a character of an identifier could steer what shows it, or may not stand in XML.
#[cfg(any(feature = "icalendar", feature = "svg"))]
const fn is_hidden(letter: char) -> bool {
    matches!(
        letter,
        '\u{0}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fffe}'
            | '\u{ffff}'
    )
}
