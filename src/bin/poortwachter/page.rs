//! The page that is written: its language, width and colours.

use poortwachter::Lang;
use std::io::IsTerminal;

/// The width where nobody says: a pipe or a file.
const WIDTH: u16 = 100;
const NARROWEST: u16 = 60;

/// How a piece of text stands out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Strong,
    Faint,
    Good,
    Soon,
    Late,
}

/// Text that grows line by line.
pub(crate) struct Page {
    pub(crate) lang: Lang,
    pub(crate) width: u16,
    pub(crate) colour: bool,
    pub(crate) text: String,
}

impl Page {
    pub(crate) fn new(lang: Lang) -> Page {
        let colour = std::io::stdout().is_terminal()
            && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            && std::env::var_os("TERM").is_none_or(|value| value != "dumb");
        Page { lang, width: width(), colour, text: String::new() }
    }

    /// The text in a tone, or as it is where there is no colour.
    pub(crate) fn paint(&self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Plain => return text.to_string(),
            _ if !self.colour => return text.to_string(),
            Tone::Strong => "1",
            Tone::Faint => "2",
            Tone::Good => "32",
            Tone::Soon => "33",
            Tone::Late => "1;31",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }

    pub(crate) fn line(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    pub(crate) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A paragraph, wrapped between words, in one tone and indented.
    pub(crate) fn paragraph(&mut self, tone: Tone, indent: usize, text: &str) {
        for line in self.wrap(indent, text) {
            let line = self.paint(tone, &line);
            self.line(&format!("{:indent$}{line}", ""));
        }
    }

    /// A label of `width` columns with a paragraph beside it.
    pub(crate) fn entry(&mut self, tone: Tone, indent: usize, label: (&str, usize), text: &str) {
        let (label, width) = label;
        for (number, line) in self.wrap(indent + width + 2, text).iter().enumerate() {
            let label = if number == 0 { label } else { "" };
            let label = self.paint(Tone::Faint, &format!("{label:<width$}"));
            let line = self.paint(tone, line);
            self.line(&format!("{:indent$}{label}  {line}", ""));
        }
    }

    /// The lines of a paragraph with that much room on its left.
    pub(crate) fn wrap(&self, indent: usize, text: &str) -> Vec<String> {
        let room = usize::from(self.width).saturating_sub(indent);
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            match lines.last_mut() {
                Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_string()),
            }
        }
        lines
    }
}

fn width() -> u16 {
    let told = std::env::var("COLUMNS").ok().and_then(|text| text.trim().parse().ok());
    let terminal = || comfy_table::Table::new().width();
    told.or_else(terminal).unwrap_or(WIDTH).max(NARROWEST)
}

/// Whether a character could steer a terminal. Marks that turn the direction of text or end a line are
/// no control characters to Rust.
pub(crate) fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Text from a file, without what could steer a terminal.
pub(crate) fn strip_control_chars(text: &str) -> String {
    text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect()
}
