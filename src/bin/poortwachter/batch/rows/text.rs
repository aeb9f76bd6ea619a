//! Rows of answers as text: JSON Lines, CSV and TSV.
//!
//! What stands around the values is the same in every row, and so is every name of a closed list.
//! It is put together once, in pieces of one length, which take a processor a few instructions each.

use super::names::{names, values};
use super::{Ask, Ids, Rows};
use poortwachter::Day;
use poortwachter::batch::NO_DAY;

/// How a row is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Json,
    Csv,
    Tsv,
}

/// Writes rows behind one another.
pub(crate) struct Text {
    style: Style,
    ask: Ask,
    columns: Vec<Column>,
}

impl Text {
    pub(crate) fn new(style: Style, ask: Ask) -> Text {
        Text {
            style,
            ask,
            columns: names(ask).iter().map(|name| Column::new(style, name)).collect(),
        }
    }

    pub(crate) fn write(&self, rows: &Rows, out: &mut Vec<u8>) {
        out.clear();
        match self.ask {
            Ask::Summary => self.summaries(rows, out),
            Ask::Obligations => self.obligations(rows, out),
            Ask::Horizon { .. } => {}
        }
    }

    fn summaries(&self, rows: &Rows, out: &mut Vec<u8>) {
        let [id, counted_day, week, state, duty, due, overdue, worst, rest @ ..] =
            &self.columns[..]
        else {
            return;
        };
        let [wages, wia, missed, ended, ended_on] = rest else { return };
        let (all, mut row) = (&rows.summaries, Row::new(self.style));
        let are_plain = self.are_plain(&rows.ids);
        for i in 0..all.len() {
            self.id(id, rows.ids.get(i), are_plain, out);
            row.number(counted_day, all.counted_day()[i]);
            row.number(week, all.week()[i].into());
            row.name(state, all.state()[i]);
            row.name(duty, all.next_duty()[i]);
            row.day(due, all.next_due()[i]);
            row.number(overdue, all.overdue()[i].into());
            row.name(worst, all.worst()[i]);
            row.day(wages, all.wages_last_day()[i]);
            row.day(wia, all.wia_start()[i]);
            row.number(missed, all.missed()[i].into());
            row.name(ended, all.ended()[i]);
            row.day(ended_on, all.ended_on()[i]);
            row.end(out);
        }
    }

    fn obligations(&self, rows: &Rows, out: &mut Vec<u8>) {
        let [id, duty, number, opens, advised, due, tolerated, met, status, days] =
            &self.columns[..]
        else {
            return;
        };
        let (all, mut row) = (&rows.obligations, Row::new(self.style));
        let are_plain = self.are_plain(&rows.ids);
        for i in 0..all.len() {
            self.id(id, rows.ids.get(all.case()[i] as usize), are_plain, out);
            row.name(duty, all.duty()[i]);
            row.number(number, all.number()[i].into());
            row.day(opens, all.opens()[i]);
            row.day(advised, all.advised()[i]);
            row.day(due, all.due()[i]);
            row.day(tolerated, all.tolerated()[i]);
            row.day(met, all.met()[i]);
            row.name(status, all.status()[i]);
            match all.days()[i] {
                0 => row.put(&days.absent),
                number => row.number(days, number),
            }
            row.end(out);
        }
    }

    /// The identifier, which begins a row and may be of any length.
    #[inline]
    fn id(&self, column: &Column, id: Option<&str>, are_plain: bool, out: &mut Vec<u8>) {
        let Some(id) = id else { return out.extend_from_slice(column.absent.text()) };
        if are_plain || !id.bytes().any(|byte| is_special(self.style, byte)) {
            out.extend_from_slice(column.before_day.text());
            out.extend_from_slice(id.as_bytes());
            if self.style == Style::Json {
                out.push(b'"');
            }
            return;
        }
        out.extend_from_slice(column.before.text());
        match self.style {
            // Writing into memory does not fail.
            Style::Json => drop(serde_json::to_writer(out, id)),
            Style::Csv | Style::Tsv => quoted(id, out),
        }
    }

    /// Whether every identifier can stand as it is: mostly so, and seen at once.
    fn are_plain(&self, ids: &Ids) -> bool {
        let specials = ids.bytes().iter().map(|byte| is_special(self.style, *byte));
        !specials.fold(false, |any, is_special| any | is_special)
    }
}

/// What stands in a column whatever the case.
struct Column {
    /// Before a number.
    before: Piece,
    /// Before a day or a text.
    before_day: Piece,
    /// All there is where there is no value.
    absent: Piece,
    /// All there is for the name of each code.
    names: Vec<Piece>,
}

impl Column {
    fn new(style: Style, name: &str) -> Column {
        let is_first = name == "id";
        let (before, quote, absent) = match style {
            _ if is_first && style != Style::Json => (String::new(), "", ""),
            Style::Csv => (",".to_string(), "", ""),
            Style::Tsv => ("\t".to_string(), "", ""),
            Style::Json => {
                (format!("{}\"{name}\":", if is_first { "{" } else { "," }), "\"", "null")
            }
        };
        let piece = |value: &str| Piece::of(&format!("{before}{value}"));
        let quoted = |value| piece(&format!("{quote}{value}{quote}"));
        Column {
            before: piece(""),
            before_day: piece(quote),
            absent: piece(absent),
            names: values(name).into_iter().map(quoted).collect(),
        }
    }
}

/// A short text, copied with what lies behind it.
struct Piece {
    bytes: [u8; Piece::ROOM],
    len: usize,
}

impl Piece {
    const ROOM: usize = 64;

    fn of(text: &str) -> Piece {
        let mut bytes = [0; Piece::ROOM];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Piece { bytes, len: text.len() }
    }

    fn text(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// A row without its identifier, which has a greatest length.
struct Row {
    style: Style,
    bytes: [u8; 1024],
    len: usize,
}

impl Row {
    fn new(style: Style) -> Row {
        Row { style, bytes: [0; 1024], len: 0 }
    }

    /// The first `len` of some bytes.
    fn part<const N: usize>(&mut self, bytes: &[u8; N], len: usize) {
        self.bytes[self.len..self.len + N].copy_from_slice(bytes);
        self.len += len;
    }

    fn put(&mut self, piece: &Piece) {
        self.part(&piece.bytes, piece.len);
    }

    /// A name of a closed list, which needs no quotes in CSV or TSV.
    fn name(&mut self, column: &Column, code: u8) {
        self.put(column.names.get(usize::from(code)).unwrap_or(&column.absent));
    }

    fn number(&mut self, column: &Column, number: u32) {
        self.put(&column.before);
        self.digits(number);
    }

    fn digits(&mut self, number: u32) {
        if number >= 10_000 {
            self.digits(number / 10_000);
            return self.part(&four_digits(number % 10_000), 4);
        }
        let zeros = [10, 100, 1000].iter().filter(|more| number < **more).count();
        let digits = u32::from_le_bytes(four_digits(number)) >> (8 * zeros);
        self.part(&digits.to_le_bytes(), 4 - zeros);
    }

    fn day(&mut self, column: &Column, number: i32) {
        if number == NO_DAY {
            return self.put(&column.absent);
        }
        self.put(&column.before_day);
        let (year, month, day) = Day::from_number(number).civil();
        // Every day lies within four digits: a case begins before 2200.
        let [y0, y1, y2, y3] = four_digits(year.unsigned_abs() % 10_000);
        let ([m0, m1], [d0, d1]) = (two_digits(month.into()), two_digits(day.into()));
        let text = [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1, b'"'];
        self.part(&text, if self.style == Style::Json { 11 } else { 10 });
    }

    /// Adds the row to what is written, and begins the next.
    fn end(&mut self, out: &mut Vec<u8>) {
        match self.style {
            Style::Json => self.part(b"}\n", 2),
            Style::Csv | Style::Tsv => self.part(b"\n", 1),
        }
        out.extend_from_slice(&self.bytes[..self.len]);
        self.len = 0;
    }
}

/// The digits of a number below 10,000.
fn four_digits(number: u32) -> [u8; 4] {
    let ([a, b], [c, d]) = (two_digits(number / 100), two_digits(number % 100));
    [a, b, c, d]
}

/// The digits of a number below 100.
fn two_digits(number: u32) -> [u8; 2] {
    static DIGITS: [[u8; 2]; 100] = {
        let mut digits = [[0; 2]; 100];
        let mut number = 0;
        while number < digits.len() {
            digits[number] = [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
            number += 1;
        }
        digits
    };
    DIGITS[number as usize % DIGITS.len()]
}

/// Whether a character cannot stand as it is in a text.
fn is_special(style: Style, byte: u8) -> bool {
    match style {
        Style::Json => matches!(byte, b'"' | b'\\' | ..b' '),
        Style::Csv | Style::Tsv => matches!(byte, b'"' | b',' | b';' | b'\t' | b'\r' | b'\n'),
    }
}

/// A text in quotes, with every quote in it twice.
fn quoted(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    for byte in text.bytes() {
        if byte == b'"' {
            out.push(b'"');
        }
        out.push(byte);
    }
    out.push(b'"');
}
