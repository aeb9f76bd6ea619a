//! The short way through a case in JSON: text without escapes, every value of its usual type.
//!
//! Whatever looks different is left to serde, which knows all of JSON and says what is wrong. So a
//! case reads the same both ways; only one of them is several times faster.

use super::facts::Field;
use super::name::Name;
use super::reader::{CaseReader, EventText, LeaveText};
use crate::case::Spell;
use crate::day::Day;
use crate::iso::iso_day;

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

const CASE: [Name; Field::NAMES.len()] = Name::all(Field::NAMES);
const SPELL: [Name; 3] = Name::all(&["first_day", "last_day", "counts_for_dismissal_ban"]);
const LEAVE: [Name; 5] = Name::all(&["first_day", "last_day", "joins", "decided_by", "decided_on"]);
/// Without `weeks`: numbers have many forms, and a sanction is rare.
const EVENT: [Name; 9] =
    Name::all(&["kind", "on", "duty", "until", "reason", "by", "phase", "item", "part"]);

impl<'a> Cursor<'a> {
    fn case(&mut self, reader: &mut CaseReader) -> Option<()> {
        let seen = self.object(&CASE, |line, place| {
            match Field::ALL[place] {
                Field::Id => line.optional(Self::text_within)?.map(|id| reader.id(id)),
                Field::Regime => line.optional(Self::text_within)?.map(|name| reader.regime(name)),
                Field::Spells => Some(line.array(|line| line.spell(reader))?),
                Field::Leave => Some(line.array(|line| line.leave(reader))?),
                Field::StatePensionDay => {
                    line.optional(Self::day_within)?.map(|day| reader.state_pension_day(day))
                }
                Field::EmploymentLastDay => {
                    line.optional(Self::day_within)?.map(|day| reader.employment_last_day(day))
                }
                Field::RecordedSince => {
                    line.optional(Self::day_within)?.map(|day| reader.recorded_since(day))
                }
                Field::SicknessBenefitEntitlement => {
                    let answer = line.optional(Self::text_within)?;
                    answer.map(|answer| reader.sickness_benefit_entitlement(answer))
                }
                Field::Interviews => {
                    line.optional(Self::text_within)?.map(|name| reader.interviews(name))
                }
                Field::WageTerms => {
                    line.optional(Self::text_within)?.map(|name| reader.wage_terms(name))
                }
                Field::Events => Some(line.array(|line| line.event(reader))?),
            };
            Some(())
        })?;
        seen.has(Field::Spells as usize).then_some(())
    }

    fn spell(&mut self, reader: &mut CaseReader) -> Option<()> {
        if let Some((first, last, rest)) = usual_spell(self.rest()) {
            self.at = self.line.len() - rest.len();
            reader.spell(Spell::new(first, last));
            return Some(());
        }
        let (mut first, mut last, mut counts) = (None, None, true);
        self.object(&SPELL, |line, place| {
            match place {
                0 => first = Some(line.day()?),
                1 => last = line.optional(Self::day_within)?,
                _ => counts = line.truth()?,
            }
            Some(())
        })?;
        reader.spell(Spell::new(first?, last).counted_for_dismissal_ban(counts));
        Some(())
    }

    fn leave(&mut self, reader: &mut CaseReader) -> Option<()> {
        let (mut first, mut last) = (None, None);
        let (mut joins, mut decided_by, mut decided_on) = (None, None, None);
        self.object(&LEAVE, |line, place| {
            match place {
                0 => first = Some(line.day()?),
                1 => last = Some(line.day()?),
                2 => joins = line.optional(Self::text_within)?,
                3 => decided_by = line.optional(Self::text_within)?,
                _ => decided_on = line.optional(Self::day_within)?,
            }
            Some(())
        })?;
        let (first_day, last_day) = (first?, last?);
        reader.leave(&LeaveText { first_day, last_day, joins, decided_by, decided_on });
        Some(())
    }

    fn event(&mut self, reader: &mut CaseReader) -> Option<()> {
        if let Some((kind, on, rest)) = usual_event(self.line.get(self.at..)?) {
            self.at = self.line.len() - rest.len();
            reader.named_event(kind, on);
            return Some(());
        }
        let mut event = EventText::new("", Day::from_number(0));
        let seen = self.object(&EVENT, |line, place| {
            match place {
                0 => event.kind = line.text()?,
                1 => event.on = line.day()?,
                2 => event.duty = line.optional(Self::text_within)?,
                3 => event.until = line.optional(Self::day_within)?,
                4 => event.reason = line.optional(Self::text_within)?,
                5 => event.by = line.optional(Self::text_within)?,
                6 => event.phase = line.optional(Self::text_within)?,
                7 => event.item = line.optional(Self::text_within)?,
                _ => event.part = line.optional(Self::text_within)?,
            }
            Some(())
        })?;
        (seen.has(0) && seen.has(1)).then(|| reader.event(&event))
    }

    /// Reads an object with members of these names; `value` reads that of the name at a place.
    /// They are looked for in that order, which is the one in which they are mostly written.
    #[inline]
    fn object(
        &mut self,
        names: &[Name],
        mut value: impl FnMut(&mut Self, usize) -> Option<()>,
    ) -> Option<Seen> {
        let (mut seen, mut next) = (Seen(0), 0);
        self.list(b'{', b'}', |line| {
            let place = line.name(names, next)?;
            next = place + 1;
            seen.add(place)?;
            value(line, place)
        })?;
        Some(seen)
    }

    fn array(&mut self, entry: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.list(b'[', b']', entry)
    }

    fn list(
        &mut self,
        open: u8,
        close: u8,
        mut entry: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.byte(open)?;
        if self.peek()? == close {
            return self.byte(close);
        }
        loop {
            entry(self)?;
            if self.peek()? != b',' {
                return self.byte(close);
            }
            self.at += 1;
        }
    }

    /// The place of the name that stands here, mostly the next one; then its value comes.
    #[inline]
    fn name(&mut self, names: &[Name], next: usize) -> Option<usize> {
        match names.get(next) {
            Some(name) if name.begins(self.rest()) => {
                self.at += name.len();
                Some(next)
            }
            _ => self.any_name(names, next),
        }
    }

    /// The same in any order, and with spaces.
    #[inline(never)]
    fn any_name(&mut self, names: &[Name], next: usize) -> Option<usize> {
        self.peek()?;
        let rest = self.rest();
        let mut places = (next..names.len()).chain(0..next);
        if let Some(place) = places.find(|place| names[*place].begins(rest)) {
            self.at += names[place].len();
            return Some(place);
        }
        let text = self.text()?;
        self.byte(b':')?;
        names.iter().position(|name| name.text == text)
    }

    /// Null, or what `value` reads behind a quote.
    #[inline]
    fn optional<T>(&mut self, value: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.peek()? {
            b'n' => self.word("null").map(|()| None),
            b'"' => {
                self.at += 1;
                value(self).map(Some)
            }
            _ => None,
        }
    }

    fn truth(&mut self) -> Option<bool> {
        match self.peek()? {
            b't' => self.word("true").map(|()| true),
            _ => self.word("false").map(|()| false),
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let is_there = self.rest().starts_with(word.as_bytes());
        self.at += if is_there { word.len() } else { 0 };
        is_there.then_some(())
    }

    fn text(&mut self) -> Option<&'a str> {
        self.byte(b'"')?;
        self.text_within()
    }

    /// The text behind a quote, and the quote at its end.
    fn text_within(&mut self) -> Option<&'a str> {
        let rest = self.line.get(self.at..)?;
        let len = plain_length(rest.as_bytes());
        self.at += len + 1;
        (rest.as_bytes().get(len) == Some(&b'"')).then(|| rest.get(..len))?
    }

    fn day(&mut self) -> Option<Day> {
        self.byte(b'"')?;
        self.day_within()
    }

    /// The day behind a quote, and the quote at its end.
    fn day_within(&mut self) -> Option<Day> {
        let [day @ .., b'"'] = self.rest().first_chunk::<11>()? else { return None };
        self.at += day.len() + 1;
        iso_day(day)
    }

    fn byte(&mut self, wanted: u8) -> Option<()> {
        let is_there = self.peek()? == wanted;
        self.at += 1;
        is_there.then_some(())
    }

    /// The next byte that is no space.
    fn peek(&mut self) -> Option<u8> {
        loop {
            match *self.line.as_bytes().get(self.at)? {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                byte => return Some(byte),
            }
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.line.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn is_at_end(&mut self) -> bool {
        self.peek().is_none()
    }
}

/// A spell as nearly all are written, and what comes after it:
/// `{"first_day":"2026-01-05","last_day":"2026-02-01"}`, the second day or not.
fn usual_spell(line: &[u8]) -> Option<(Day, Option<Day>, &[u8])> {
    let (first, rest) = day_after(line, br#"{"first_day":""#)?;
    let (last, rest) = match day_after(rest, br#"","last_day":""#) {
        Some((last, rest)) => (Some(last), rest),
        None => (None, rest),
    };
    Some((first, last, rest.strip_prefix(br#""}"#)?))
}

/// An event as nearly all are written, and what comes after it:
/// `{"kind":"problem-analysis","on":"2026-02-10"}`.
fn usual_event(line: &str) -> Option<(&str, Day, &[u8])> {
    let rest = line.strip_prefix(r#"{"kind":""#)?;
    let (kind, rest) = rest.split_at_checked(plain_length(rest.as_bytes()))?;
    let (on, rest) = day_after(rest.as_bytes(), br#"","on":""#)?;
    Some((kind, on, rest.strip_prefix(br#""}"#)?))
}

/// The day that stands after these bytes, and what comes after it.
#[inline]
fn day_after<'l, const N: usize>(line: &'l [u8], before: &[u8; N]) -> Option<(Day, &'l [u8])> {
    let (day, rest) = line.strip_prefix(before)?.split_first_chunk::<10>()?;
    Some((iso_day(day)?, rest))
}

/// The members of an object that were seen, a bit for each.
struct Seen(u16);

impl Seen {
    /// None when it was seen before.
    fn add(&mut self, place: usize) -> Option<()> {
        let is_new = !self.has(place);
        self.0 |= 1 << place;
        is_new.then_some(())
    }

    fn has(&self, place: usize) -> bool {
        self.0 >> place & 1 == 1
    }
}

/// How many bytes stand before a quote, an escape or a control character. Eight are looked at at a
/// time: names and keys are most of a line.
fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    let mut len = 0;
    for eight in bytes.chunks_exact(8) {
        let word = u64::from_le_bytes(eight.try_into().unwrap_or_default());
        let differs = |byte: u8| word ^ (ONES * u64::from(byte));
        // Taking away from a byte that is too small sets its high bit; the lowest one is right.
        let quote = differs(b'"').wrapping_sub(ONES);
        let escape = differs(b'\\').wrapping_sub(ONES);
        let control = word.wrapping_sub(ONES * u64::from(b' '));
        let ends = (quote | escape | control) & !word & HIGH;
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
