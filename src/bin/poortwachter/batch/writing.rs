//! Rows of answers as text: JSON Lines and CSV.

use super::job::{Ask, Rows};
use poortwachter::batch::{NO_DAY, duty_of};
use poortwachter::chrono::Datelike;
use poortwachter::{Day, StateKind, StatusKind};

pub(crate) const SUMMARY: [&str; 10] = [
    "id",
    "counted_day",
    "week",
    "state",
    "next_duty",
    "next_due",
    "overdue",
    "worst",
    "wages_last_day",
    "wia_start",
];

pub(crate) const OBLIGATIONS: [&str; 10] =
    ["id", "duty", "number", "opens", "advised", "due", "tolerated", "met", "status", "days"];

/// The names of the columns.
pub(crate) const fn names(ask: Ask) -> &'static [&'static str; 10] {
    match ask {
        Ask::Obligations => &OBLIGATIONS,
        _ => &SUMMARY,
    }
}

/// The names of the duties by their codes.
pub(crate) struct Duties(Vec<Option<&'static str>>);

impl Duties {
    pub(crate) fn all() -> Duties {
        Duties((0..=u8::MAX).map(|code| duty_of(code).map(|duty| duty.id())).collect())
    }

    pub(crate) fn name(&self, code: u8) -> Option<&'static str> {
        self.0.get(usize::from(code)).copied().flatten()
    }
}

/// How a row is written.
#[derive(Clone, Copy)]
pub(crate) enum Style {
    Json,
    Csv,
}

/// Writes rows behind one another.
pub(crate) struct Text {
    style: Style,
    duties: Duties,
}

impl Text {
    pub(crate) fn new(style: Style) -> Text {
        Text { style, duties: Duties::all() }
    }

    pub(crate) fn write(&self, rows: &Rows, ask: Ask, out: &mut Vec<u8>) {
        out.clear();
        match ask {
            Ask::Summary => self.summaries(rows, out),
            Ask::Obligations => self.obligations(rows, out),
            Ask::Horizon { .. } => {}
        }
    }

    fn summaries(&self, rows: &Rows, out: &mut Vec<u8>) {
        let all = &rows.summaries;
        for i in 0..all.len() {
            let mut row = self.row(&SUMMARY, out);
            row.id(rows.ids.get(i));
            row.number(all.counted_day[i]);
            row.number(all.week[i].into());
            row.name(StateKind::from_code(all.state[i]).map(StateKind::id));
            row.name(self.duties.name(all.next_duty[i]));
            row.day(all.next_due[i]);
            row.number(all.overdue[i].into());
            row.name(StatusKind::from_code(all.worst[i]).map(StatusKind::id));
            row.day(all.wages_last_day[i]);
            row.day(all.wia_start[i]);
            row.end();
        }
    }

    fn obligations(&self, rows: &Rows, out: &mut Vec<u8>) {
        let all = &rows.obligations;
        for i in 0..all.len() {
            let mut row = self.row(&OBLIGATIONS, out);
            row.id(rows.ids.get(all.case[i] as usize));
            row.name(self.duties.name(all.duty[i]));
            row.number(all.number[i].into());
            for day in [&all.opens, &all.advised, &all.due, &all.tolerated, &all.met] {
                row.day(day[i]);
            }
            row.name(all.status(i).map(StatusKind::id));
            match all.days[i] {
                0 => row.name(None),
                days => row.number(days),
            }
            row.end();
        }
    }

    fn row<'o>(&self, names: &'static [&'static str; 10], out: &'o mut Vec<u8>) -> Row<'o> {
        Row { style: self.style, names: names.iter(), is_first: true, out }
    }
}

struct Row<'o> {
    style: Style,
    names: std::slice::Iter<'static, &'static str>,
    is_first: bool,
    out: &'o mut Vec<u8>,
}

impl Row<'_> {
    /// What stands before the next value.
    fn next(&mut self) {
        let is_first = std::mem::replace(&mut self.is_first, false);
        match self.style {
            Style::Csv if is_first => {}
            Style::Csv => self.out.push(b','),
            Style::Json => {
                self.out.extend_from_slice(if is_first { b"{\"" } else { b",\"" });
                self.out
                    .extend_from_slice(self.names.next().copied().unwrap_or_default().as_bytes());
                self.out.extend_from_slice(b"\":");
            }
        }
    }

    fn absent(&mut self) {
        if let Style::Json = self.style {
            self.out.extend_from_slice(b"null");
        }
    }

    fn id(&mut self, id: Option<&str>) {
        self.next();
        let Some(id) = id else { return self.absent() };
        match self.style {
            Style::Json => json_text(id, self.out),
            Style::Csv => csv_text(id, self.out),
        }
    }

    /// A name of a closed list, which needs no quotes in CSV.
    fn name(&mut self, name: Option<&'static str>) {
        self.next();
        match (name, self.style) {
            (None, _) => self.absent(),
            (Some(name), Style::Csv) => self.out.extend_from_slice(name.as_bytes()),
            (Some(name), Style::Json) => {
                self.out.push(b'"');
                self.out.extend_from_slice(name.as_bytes());
                self.out.push(b'"');
            }
        }
    }

    fn number(&mut self, number: u32) {
        self.next();
        let mut digits = [0; 10];
        let mut start = digits.len();
        let mut rest = number;
        loop {
            start -= 1;
            digits[start] = digit(rest % 10);
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.out.extend_from_slice(&digits[start..]);
    }

    fn day(&mut self, number: i32) {
        self.next();
        if number == NO_DAY {
            return self.absent();
        }
        let date = Day::from_number(number).date();
        let year = date.year().unsigned_abs();
        let (month, day) = (date.month(), date.day());
        // Every day lies within four digits: a case begins before 2200.
        let text = [
            b'"',
            digit(year / 1000 % 10),
            digit(year / 100 % 10),
            digit(year / 10 % 10),
            digit(year % 10),
            b'-',
            digit(month / 10),
            digit(month % 10),
            b'-',
            digit(day / 10),
            digit(day % 10),
            b'"',
        ];
        self.out.extend_from_slice(match self.style {
            Style::Json => &text,
            Style::Csv => &text[1..11],
        });
    }

    fn end(self) {
        self.out.extend_from_slice(match self.style {
            Style::Json => b"}\n",
            Style::Csv => b"\n",
        });
    }
}

fn digit(number: u32) -> u8 {
    b'0' + u8::try_from(number).unwrap_or(0)
}

fn json_text(text: &str, out: &mut Vec<u8>) {
    if text.bytes().any(|byte| matches!(byte, b'"' | b'\\' | ..b' ')) {
        // Writing into memory does not fail.
        let _ = serde_json::to_writer(out, text);
        return;
    }
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
}

fn csv_text(text: &str, out: &mut Vec<u8>) {
    let needs_quotes = |byte: u8| matches!(byte, b'"' | b',' | b';' | b'\t' | b'\r' | b'\n');
    if !text.bytes().any(needs_quotes) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    for byte in text.bytes() {
        if byte == b'"' {
            out.push(b'"');
        }
        out.push(byte);
    }
    out.push(b'"');
}
