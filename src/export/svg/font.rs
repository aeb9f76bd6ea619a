//! How wide a text is at most, without knowing the font that will show it.
//!
//! The picture asks for Arial and takes what there is. The widths are those of the widest of Arial,
//! Helvetica, DejaVu Sans and Verdana, so that a text never needs more room than it was given.

use super::shape::Tenths;

/// How much wider bold letters are, in percent.
const BOLD: i32 = 117;

/// The width of `text` at a font size.
pub(super) fn width(text: &str, size: Tenths, bold: bool) -> Tenths {
    let hundredths: i32 = text.chars().map(advance).sum();
    let width = hundredths * size / 100 + 1;
    if bold { width * BOLD / 100 } else { width }
}

/// The advance of a letter in hundredths of the font size.
fn advance(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 35,
        ' ' | '\u{a0}' | '.' | ',' | '·' => 37,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | ':' | ';' | '!' | '/' | '[' | ']' => 47,
        'J' => 51,
        's' | 'c' | 'z' | 'k' => 60,
        'm' | 'w' => 98,
        'M' | 'W' | '@' | '%' => 109,
        '+' | '=' | '<' | '>' => 85,
        'a'..='z' | 'é' | 'ë' | 'ï' | 'è' | 'ö' | '0'..='9' | '*' | '"' | '?' | '–' => 65,
        'A'..='Z' => 80,
        // Wide enough for a letter of any script that stands in a Latin font.
        _ => 110,
    }
}

/// The words of `text` in lines that are no wider than `room`; a longer word keeps a line of its
/// own. A no-break space does not part words.
pub(super) fn wrap(text: &str, room: Tenths, size: Tenths, bold: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, bold) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_every_word_and_the_room() {
        let text = "Report of an entitled employee at the end of the employment";
        let lines = wrap(text, 2000, 120, false);
        assert!(lines.len() > 1);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| width(line, 120, false) <= 2000));
    }

    #[test]
    fn a_word_that_does_not_fit_stands_alone() {
        assert_eq!(wrap("a Rindfleischetikettierung b", 300, 120, false).len(), 3);
    }
}
