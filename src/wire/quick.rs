//! The short way through a case in JSON: text without escapes, every value of its usual type.
//!
//! Whatever looks different is left to serde, which knows all of JSON and says what is wrong. So a
//! case reads the same both ways; only one of them is several times faster.

use super::facts::iso_day;
use super::reader::{CaseReader, EventText, LeaveText};
use chrono::NaiveDate;

impl CaseReader {
    /// Reads the facts of a case from one line of JSON, the short way; [`case`](Self::case) then
    /// checks them. False when the line is not in the usual form, or not a case at all: then
    /// [`clear`](Self::clear) the reader and deserialize the line, which says what is wrong with it.
    ///
    /// ```
    /// use poortwachter::wire::CaseReader;
    /// let mut reader = CaseReader::new();
    /// assert!(reader.read_quickly(r#"{"id":"A-17","spells":[{"first_day":"2026-01-05"}]}"#));
    /// assert_eq!(reader.case()?.id(), Some("A-17"));
    /// reader.clear();
    /// assert!(!reader.read_quickly(r#"{"id":"\u0041-17","spells":[{"first_day":"2026-01-05"}]}"#));
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn read_quickly(&mut self, line: &str) -> bool {
        let mut cursor = Cursor { line, at: 0 };
        cursor.case(self).is_some() && cursor.is_at_end()
    }
}

/// How far a line has been read. Every method gives none where the line is not in the usual form.
struct Cursor<'a> {
    line: &'a str,
    at: usize,
}

/// Which fields of an object were seen.
struct Seen(u16);

impl Seen {
    /// None when it was seen before.
    fn first(&mut self, field: u16) -> Option<()> {
        let before = self.0;
        self.0 |= 1 << field;
        (before != self.0).then_some(())
    }
}

impl<'a> Cursor<'a> {
    fn case(&mut self, reader: &mut CaseReader) -> Option<()> {
        let mut seen = Seen(0);
        let mut has_spells = false;
        self.object(|line, field| {
            match field {
                "id" => {
                    seen.first(0)?;
                    if let Some(id) = line.optional(Self::text)? {
                        reader.id(id);
                    }
                }
                "regime" => {
                    seen.first(1)?;
                    if let Some(name) = line.optional(Self::text)? {
                        reader.regime(name);
                    }
                }
                "spells" => {
                    seen.first(2)?;
                    has_spells = true;
                    line.array(|line| line.spell(reader))?;
                }
                "leave" => {
                    seen.first(3)?;
                    line.array(|line| line.leave(reader))?;
                }
                "state_pension_day" => {
                    seen.first(4)?;
                    if let Some(day) = line.optional(Self::day)? {
                        reader.state_pension_day(day);
                    }
                }
                "employment_last_day" => {
                    seen.first(5)?;
                    if let Some(day) = line.optional(Self::day)? {
                        reader.employment_last_day(day);
                    }
                }
                "sickness_benefit_entitlement" => {
                    seen.first(6)?;
                    if let Some(answer) = line.optional(Self::text)? {
                        reader.sickness_benefit_entitlement(answer);
                    }
                }
                "interviews" => {
                    seen.first(7)?;
                    if let Some(name) = line.optional(Self::text)? {
                        reader.interviews(name);
                    }
                }
                "events" => {
                    seen.first(8)?;
                    line.array(|line| line.event(reader))?;
                }
                _ => return None,
            }
            Some(())
        })?;
        has_spells.then_some(())
    }

    fn spell(&mut self, reader: &mut CaseReader) -> Option<()> {
        let (mut first, mut last, mut counts) = (None, None, true);
        let mut seen = Seen(0);
        self.object(|line, field| {
            match field {
                "first_day" => {
                    seen.first(0)?;
                    first = Some(line.day()?);
                }
                "last_day" => {
                    seen.first(1)?;
                    last = line.optional(Self::day)?;
                }
                "counts_for_dismissal_ban" => {
                    seen.first(2)?;
                    counts = !line.word("false");
                    if counts && !line.word("true") {
                        return None;
                    }
                }
                _ => return None,
            }
            Some(())
        })?;
        reader.spell(first?, last, counts);
        Some(())
    }

    fn leave(&mut self, reader: &mut CaseReader) -> Option<()> {
        let (mut first, mut last) = (None, None);
        let (mut joins, mut decided_by, mut decided_on) = (None, None, None);
        let mut seen = Seen(0);
        self.object(|line, field| {
            match field {
                "first_day" => {
                    seen.first(0)?;
                    first = Some(line.day()?);
                }
                "last_day" => {
                    seen.first(1)?;
                    last = Some(line.day()?);
                }
                "joins" => {
                    seen.first(2)?;
                    joins = line.optional(Self::text)?;
                }
                "decided_by" => {
                    seen.first(3)?;
                    decided_by = line.optional(Self::text)?;
                }
                "decided_on" => {
                    seen.first(4)?;
                    decided_on = line.optional(Self::day)?;
                }
                _ => return None,
            }
            Some(())
        })?;
        let (first_day, last_day) = (first?, last?);
        reader.leave(&LeaveText { first_day, last_day, joins, decided_by, decided_on });
        Some(())
    }

    fn event(&mut self, reader: &mut CaseReader) -> Option<()> {
        let mut event = EventText::new("", NaiveDate::MIN);
        let mut seen = Seen(0);
        self.object(|line, field| {
            match field {
                "kind" => {
                    seen.first(0)?;
                    event.kind = line.text()?;
                }
                "on" => {
                    seen.first(1)?;
                    event.on = line.day()?;
                }
                "until" => {
                    seen.first(2)?;
                    event.until = line.optional(Self::day)?;
                }
                "duty" => {
                    seen.first(3)?;
                    event.duty = line.optional(Self::text)?;
                }
                "reason" => {
                    seen.first(4)?;
                    event.reason = line.optional(Self::text)?;
                }
                "by" => {
                    seen.first(5)?;
                    event.by = line.optional(Self::text)?;
                }
                "phase" => {
                    seen.first(6)?;
                    event.phase = line.optional(Self::text)?;
                }
                "item" => {
                    seen.first(7)?;
                    event.item = line.optional(Self::text)?;
                }
                "part" => {
                    seen.first(8)?;
                    event.part = line.optional(Self::text)?;
                }
                // Numbers have many forms; a sanction is rare.
                _ => return None,
            }
            Some(())
        })?;
        const KIND_AND_DAY: u16 = 0b11;
        if seen.0 & KIND_AND_DAY != KIND_AND_DAY {
            return None;
        }
        reader.event(&event);
        Some(())
    }

    fn object(&mut self, mut field: impl FnMut(&mut Self, &'a str) -> Option<()>) -> Option<()> {
        self.byte(b'{')?;
        if self.byte(b'}').is_some() {
            return Some(());
        }
        loop {
            let name = self.text()?;
            self.byte(b':')?;
            field(self, name)?;
            if self.byte(b',').is_none() {
                return self.byte(b'}');
            }
        }
    }

    fn array(&mut self, mut entry: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.byte(b'[')?;
        if self.byte(b']').is_some() {
            return Some(());
        }
        loop {
            entry(self)?;
            if self.byte(b',').is_none() {
                return self.byte(b']');
            }
        }
    }

    fn optional<T>(&mut self, value: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.word("null") { Some(None) } else { value(self).map(Some) }
    }

    fn text(&mut self) -> Option<&'a str> {
        self.byte(b'"')?;
        let rest = &self.line.as_bytes()[self.at..];
        let len = plain_length(rest);
        if rest.get(len) != Some(&b'"') {
            return None;
        }
        let text = self.line.get(self.at..self.at + len)?;
        self.at += len + 1;
        Some(text)
    }

    fn day(&mut self) -> Option<NaiveDate> {
        self.byte(b'"')?;
        let [day @ .., b'"'] = self.line.as_bytes().get(self.at..self.at + 11)? else {
            return None;
        };
        let day = iso_day(day)?;
        self.at += 11;
        Some(day)
    }

    fn word(&mut self, word: &str) -> bool {
        self.skip_spaces();
        let is_there = self.line.as_bytes()[self.at..].starts_with(word.as_bytes());
        self.at += if is_there { word.len() } else { 0 };
        is_there
    }

    fn byte(&mut self, wanted: u8) -> Option<()> {
        self.skip_spaces();
        let found = self.line.as_bytes().get(self.at) == Some(&wanted);
        self.at += usize::from(found);
        found.then_some(())
    }

    fn skip_spaces(&mut self) {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.line.as_bytes().get(self.at) {
            self.at += 1;
        }
    }

    fn is_at_end(&mut self) -> bool {
        self.skip_spaces();
        self.at == self.line.len()
    }
}

/// How many bytes stand before a quote, an escape or a control character. Eight are looked at at a
/// time: names and keys are most of a line.
fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    // The lowest byte that is below `n`, which is at most 128, has its high bit set.
    let below = |word: u64, n: u64| word.wrapping_sub(ONES * n) & !word & HIGH;
    let equal = |word: u64, byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    let mut len = 0;
    while let Some((eight, _)) = bytes[len..].split_first_chunk() {
        let word = u64::from_le_bytes(*eight);
        let ends = equal(word, b'"') | equal(word, b'\\') | below(word, 0x20);
        if ends != 0 {
            return len + ends.trailing_zeros() as usize / 8;
        }
        len += 8;
    }
    let rest = bytes[len..].iter();
    len + rest.take_while(|byte| !matches!(byte, b'"' | b'\\' | ..b' ')).count()
}

#[cfg(test)]
mod tests {
    use super::plain_length;

    #[test]
    fn the_end_of_text_is_found_at_every_place() {
        for len in 0..40 {
            for end in [b'"', b'\\', b'\n', 0, 0x1f] {
                let mut text = alloc::vec![b'a'; len];
                text.extend([end, b'"', 0x80, 0xff]);
                assert_eq!(plain_length(&text), len);
            }
            for plain in [b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                assert_eq!(plain_length(&alloc::vec![plain; len]), len);
            }
        }
    }
}
