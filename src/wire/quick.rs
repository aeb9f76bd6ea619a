//! The short way through a case in JSON: text without escapes, every value of its usual type.
//!
//! Whatever looks different is left to serde, which knows all of JSON and says what is wrong. So a
//! case reads the same both ways; only one of them is several times faster.

use super::iso::iso_day;
use super::reader::{CaseReader, EventText, LeaveText};
use crate::day::Day;

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
        let mut cursor = Cursor { line, rest: line.as_bytes() };
        cursor.case(self).is_some() && cursor.is_at_end()
    }
}

/// How far a line has been read. Every method gives none where the line is not in the usual form.
struct Cursor<'a> {
    line: &'a str,
    /// What was not read yet.
    rest: &'a [u8],
}

/// Which members of an object were seen.
#[derive(Default)]
struct Seen(u16);

impl Seen {
    /// None when it was seen before.
    fn first(&mut self, member: u16) -> Option<()> {
        let before = self.0;
        self.0 |= 1 << member;
        (before != self.0).then_some(())
    }
}

impl<'a> Cursor<'a> {
    fn case(&mut self, reader: &mut CaseReader) -> Option<()> {
        const SPELLS: u16 = 2;
        let seen = self.object(|line, seen| {
            if line.member("id", seen, 0)? {
                if let Some(id) = line.optional(Self::text)? {
                    reader.id(id);
                }
            } else if line.member("regime", seen, 1)? {
                if let Some(name) = line.optional(Self::text)? {
                    reader.regime(name);
                }
            } else if line.member("spells", seen, SPELLS)? {
                line.array(|line| line.spell(reader))?;
            } else if line.member("leave", seen, 3)? {
                line.array(|line| line.leave(reader))?;
            } else if line.member("state_pension_day", seen, 4)? {
                if let Some(day) = line.optional(Self::day)? {
                    reader.state_pension_day(day);
                }
            } else if line.member("employment_last_day", seen, 5)? {
                if let Some(day) = line.optional(Self::day)? {
                    reader.employment_last_day(day);
                }
            } else if line.member("sickness_benefit_entitlement", seen, 6)? {
                if let Some(answer) = line.optional(Self::text)? {
                    reader.sickness_benefit_entitlement(answer);
                }
            } else if line.member("interviews", seen, 7)? {
                if let Some(name) = line.optional(Self::text)? {
                    reader.interviews(name);
                }
            } else if line.member("events", seen, 8)? {
                line.array(|line| line.event(reader))?;
            } else {
                return None;
            }
            Some(())
        })?;
        (seen.0 & 1 << SPELLS != 0).then_some(())
    }

    fn spell(&mut self, reader: &mut CaseReader) -> Option<()> {
        let (mut first, mut last, mut counts) = (None, None, true);
        self.object(|line, seen| {
            if line.member("first_day", seen, 0)? {
                first = Some(line.day()?);
            } else if line.member("last_day", seen, 1)? {
                last = line.optional(Self::day)?;
            } else if line.member("counts_for_dismissal_ban", seen, 2)? {
                counts = line.truth()?;
            } else {
                return None;
            }
            Some(())
        })?;
        reader.spell(first?, last, counts);
        Some(())
    }

    fn leave(&mut self, reader: &mut CaseReader) -> Option<()> {
        let (mut first, mut last) = (None, None);
        let (mut joins, mut decided_by, mut decided_on) = (None, None, None);
        self.object(|line, seen| {
            if line.member("first_day", seen, 0)? {
                first = Some(line.day()?);
            } else if line.member("last_day", seen, 1)? {
                last = Some(line.day()?);
            } else if line.member("joins", seen, 2)? {
                joins = line.optional(Self::text)?;
            } else if line.member("decided_by", seen, 3)? {
                decided_by = line.optional(Self::text)?;
            } else if line.member("decided_on", seen, 4)? {
                decided_on = line.optional(Self::day)?;
            } else {
                return None;
            }
            Some(())
        })?;
        let (first_day, last_day) = (first?, last?);
        reader.leave(&LeaveText { first_day, last_day, joins, decided_by, decided_on });
        Some(())
    }

    fn event(&mut self, reader: &mut CaseReader) -> Option<()> {
        const KIND_AND_DAY: u16 = 0b11;
        let mut event = EventText::new("", Day::from_number(0));
        let seen = self.object(|line, seen| {
            if line.member("kind", seen, 0)? {
                event.kind = line.text()?;
            } else if line.member("on", seen, 1)? {
                event.on = line.day()?;
            } else if line.member("until", seen, 2)? {
                event.until = line.optional(Self::day)?;
            } else if line.member("duty", seen, 3)? {
                event.duty = line.optional(Self::text)?;
            } else if line.member("reason", seen, 4)? {
                event.reason = line.optional(Self::text)?;
            } else if line.member("by", seen, 5)? {
                event.by = line.optional(Self::text)?;
            } else if line.member("phase", seen, 6)? {
                event.phase = line.optional(Self::text)?;
            } else if line.member("item", seen, 7)? {
                event.item = line.optional(Self::text)?;
            } else if line.member("part", seen, 8)? {
                event.part = line.optional(Self::text)?;
            } else {
                // Numbers have many forms; a sanction is rare.
                return None;
            }
            Some(())
        })?;
        if seen.0 & KIND_AND_DAY != KIND_AND_DAY {
            return None;
        }
        reader.event(&event);
        Some(())
    }

    /// Reads an object: `member` is called behind the first quote of every name.
    #[inline(always)]
    fn object(
        &mut self,
        mut member: impl FnMut(&mut Self, &mut Seen) -> Option<()>,
    ) -> Option<Seen> {
        let mut seen = Seen::default();
        self.byte(b'{')?;
        if self.is_byte(b'}') {
            return Some(seen);
        }
        loop {
            self.byte(b'"')?;
            member(self, &mut seen)?;
            if !self.is_byte(b',') {
                return self.byte(b'}').map(|()| seen);
            }
        }
    }

    /// Whether the member of that name stands here; then its value comes next. The name is known
    /// when this is compiled, so that comparing takes an instruction or two.
    #[inline(always)]
    fn member(&mut self, name: &'static str, seen: &mut Seen, number: u16) -> Option<bool> {
        let Some([b'"', rest @ ..]) = self.rest.strip_prefix(name.as_bytes()) else {
            return Some(false);
        };
        self.rest = rest;
        self.byte(b':')?;
        seen.first(number)?;
        Some(true)
    }

    #[inline(always)]
    fn array(&mut self, mut entry: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.byte(b'[')?;
        if self.is_byte(b']') {
            return Some(());
        }
        loop {
            entry(self)?;
            if !self.is_byte(b',') {
                return self.byte(b']');
            }
        }
    }

    #[inline(always)]
    fn optional<T>(&mut self, value: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.is_word("null") { Some(None) } else { value(self).map(Some) }
    }

    fn truth(&mut self) -> Option<bool> {
        let truth = self.is_word("true");
        (truth || self.is_word("false")).then_some(truth)
    }

    #[inline(always)]
    fn text(&mut self) -> Option<&'a str> {
        self.byte(b'"')?;
        let (start, len) = (self.line.len() - self.rest.len(), plain_length(self.rest));
        let [b'"', rest @ ..] = self.rest.get(len..)? else { return None };
        self.rest = rest;
        self.line.get(start..start + len)
    }

    #[inline(always)]
    fn day(&mut self) -> Option<Day> {
        self.byte(b'"')?;
        let (day, [b'"', rest @ ..]) = self.rest.split_first_chunk::<10>()? else { return None };
        self.rest = rest;
        iso_day(day)
    }

    #[inline(always)]
    fn is_word(&mut self, word: &'static str) -> bool {
        self.skip_spaces();
        let rest = self.rest.strip_prefix(word.as_bytes());
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    #[inline(always)]
    fn byte(&mut self, wanted: u8) -> Option<()> {
        self.is_byte(wanted).then_some(())
    }

    #[inline(always)]
    fn is_byte(&mut self, wanted: u8) -> bool {
        self.skip_spaces();
        let [first, rest @ ..] = self.rest else { return false };
        let is_there = *first == wanted;
        self.rest = if is_there { rest } else { self.rest };
        is_there
    }

    #[inline(always)]
    fn skip_spaces(&mut self) {
        while let [b' ' | b'\t' | b'\r' | b'\n', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    fn is_at_end(&mut self) -> bool {
        self.skip_spaces();
        self.rest.is_empty()
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
