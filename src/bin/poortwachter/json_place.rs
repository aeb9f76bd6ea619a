//! Where in a JSON text a field stands.

/// A line and a column, both from 1, the column in characters, as editors count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Place {
    line: usize,
    column: usize,
}

impl Place {
    /// From a line and a column in bytes, as `serde_json` counts.
    pub(crate) fn new(text: &str, line: usize, column: usize) -> Place {
        let before = text.lines().nth(line.saturating_sub(1)).unwrap_or("");
        let bytes = before.as_bytes().iter().take(column);
        // A character begins with a byte that continues no other one.
        let column = bytes.filter(|byte| **byte & 0xc0 != 0x80).count();
        Place { line: line.max(1), column: column.max(1) }
    }

    fn of_byte(text: &str, at: usize) -> Place {
        let before = text.get(..at).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        Place { line, column }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Where the name of a field begins, or an element of a list: `spells[1].last_day`. Where there is
/// no such field, what it should stand in. Of a field that is there twice, the last.
pub(crate) fn of(text: &str, path: &str) -> Place {
    let mut scan = Scan { text: text.as_bytes(), at: 0 };
    scan.blank();
    let mut found = scan.at;
    for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
        let place = match step.strip_suffix(']').and_then(|index| index.parse().ok()) {
            Some(index) => scan.element(index).map(|value| (value, value)),
            None => scan.field(step),
        };
        let Some((name, value)) = place else { break };
        found = name;
        scan.at = value;
    }
    Place::of_byte(text, found)
}

/// A position in a text that need not be whole: what cannot be read ends the search.
struct Scan<'t> {
    text: &'t [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn blank(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Steps over a byte and the blanks behind it.
    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)?;
        self.blank();
        Some(())
    }

    /// Where an element of the list begins that begins here.
    fn element(&mut self, index: usize) -> Option<usize> {
        self.take(b'[')?;
        for _ in 0..index {
            self.value()?;
            self.take(b',')?;
        }
        (self.peek()? != b']').then_some(self.at)
    }

    /// Where a field of the object that begins here has its name and its value.
    fn field(&mut self, name: &str) -> Option<(usize, usize)> {
        self.take(b'{')?;
        let mut found = None;
        while self.peek() == Some(b'"') {
            let start = self.at;
            let end = self.string()?;
            self.blank();
            let is_it = self.text.get(start + 1..end) == Some(name.as_bytes());
            if self.take(b':').is_none() {
                // Not yet read so far when it was refused.
                return is_it.then_some((start, start)).or(found);
            }
            if is_it {
                found = Some((start, self.at));
            }
            if self.value().is_none() || self.take(b',').is_none() {
                break;
            }
        }
        found
    }

    /// Steps over a string; where its closing quote stands.
    fn string(&mut self) -> Option<usize> {
        loop {
            self.at += 1;
            match self.peek()? {
                b'\\' => self.at += 1,
                b'"' => break,
                _ => {}
            }
        }
        self.at += 1;
        Some(self.at - 1)
    }

    /// Steps over a value and the blanks behind it.
    fn value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' | b',' if depth == 0 => return None,
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' => self.at += 1,
                byte if byte.is_ascii_whitespace() => self.at += 1,
                _ => self.bare(),
            }
            if depth == 0 {
                self.blank();
                return Some(());
            }
        }
    }

    /// A number, `true`, `null`.
    fn bare(&mut self) {
        let ends = |byte: u8| matches!(byte, b',' | b']' | b'}' | b':' | b'"' | b'[' | b'{');
        while self.peek().is_some_and(|byte| !ends(byte) && !byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, of};

    const TEXT: &str = "{\n  \"id\": \"é\\\"{\", \"n\": -1,\n  \"spells\": [\n    {\"first_day\": \"x\"},\n    \
                        { \"last_day\" : null, \"last_day\": [] }\n  ]\n}";

    #[track_caller]
    fn is(path: &str, line: usize, column: usize) {
        assert_eq!(of(TEXT, path), Place { line, column }, "{path}");
    }

    #[test]
    fn points_at_the_name_of_a_field() {
        is("id", 2, 3);
        is("n", 2, 17);
        is("spells", 3, 3);
        is("spells[0]", 4, 5);
        is("spells[0].first_day", 4, 6);
        is("spells[1].last_day", 5, 26);
    }

    #[test]
    fn points_at_what_a_missing_field_should_stand_in() {
        is("", 1, 1);
        is("events", 1, 1);
        is("spells[1].first_day", 5, 5);
        is("spells[2]", 3, 3);
        is("id[0].x", 2, 3);
    }

    #[test]
    fn reads_what_is_not_whole() {
        for end in 0..TEXT.len() {
            if let Some(text) = TEXT.get(..end) {
                of(text, "spells[1].last_day");
            }
        }
        assert_eq!(of("{\"a\": 1, \"b\": ]", "b"), Place { line: 1, column: 10 });
    }

    #[test]
    fn counts_characters() {
        assert_eq!(Place::new("{\n\"é\": x", 2, 6), Place { line: 2, column: 5 });
        assert_eq!(Place::new("", 1, 0), Place { line: 1, column: 1 });
    }
}
