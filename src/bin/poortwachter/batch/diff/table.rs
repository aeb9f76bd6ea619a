//! The table of what moved: case by case, under each reason the lines that it moved.

use super::moved::{Compares, Moved, Reason, Seen};
use crate::page::{Page, Tone, strip_control_chars};
use crate::{dates, table};
use comfy_table::{ColumnConstraint, Width};
use poortwachter::change::What;
use poortwachter::law::{LAW, LAW_AS_OF};
use poortwachter::text::{self, capital, headings};
use poortwachter::{Day, Lang, Text};

/// How far the lines under a reason stand to the right.
const INDENT: usize = 4;

/// The width of "+365 dagen".
const MOVES: u16 = 10;

/// The width of "gedaan 17 okt 2027".
const DATE: u16 = 18;

pub(super) struct Table {
    all: bool,
    widths: [u16; 4],
    has_header: bool,
    /// Whether a day lies beyond the law that is known.
    is_beyond: bool,
    /// How many interviews were left out.
    hidden: u64,
}

/// Everything that moved of one line of a case.
struct Row<'m> {
    moved: Vec<&'m Moved>,
}

impl Table {
    pub(super) fn new(page: &Page, all: bool) -> Table {
        // One space after every column and one between two.
        let room = page.width.saturating_sub(INDENT as u16 + MOVES + 8);
        let side = (room * 3 / 10).clamp(DATE, 32);
        let name = room.saturating_sub(2 * side).min(40);
        Table {
            all,
            widths: [name, side, side, MOVES],
            has_header: false,
            is_beyond: false,
            hidden: 0,
        }
    }

    pub(super) fn begin(&mut self, page: &mut Page, compares: &Compares<'_>) {
        let lang = page.lang;
        let on = lang.pick("per", "on");
        let side = |(name, day): (&str, Option<Day>)| match day {
            Some(day) => {
                format!("{} {on} {}", strip_control_chars(name), lang.date_with_weekday(day))
            }
            None => strip_control_chars(name),
        };
        let sides = format!("{} → {}", side(compares.old), side(compares.new));
        page.paragraph(Tone::Strong, 0, &sides);
        if let Some(supposed) = &compares.supposed {
            page.paragraph(Tone::Plain, 0, supposed);
        }
    }

    pub(super) fn case(&mut self, page: &mut Page, id: &str, moved: &[Moved]) {
        let lang = page.lang;
        let mut rows: Vec<Row<'_>> = Vec::new();
        for one in moved {
            match rows.last_mut() {
                Some(row) if row.is_of(one) => row.moved.push(one),
                _ => rows.push(Row { moved: vec![one] }),
            }
        }
        let mut hidden = 0;
        let mut groups: Vec<(Vec<&str>, Vec<&Row<'_>>)> = Vec::new();
        for row in &rows {
            let why = row.why();
            match groups.iter_mut().find(|(other, _)| *other == why) {
                Some((_, rows)) if !self.all && row.is_interview() => {
                    match rows.iter().any(|row| row.is_interview()) {
                        true => hidden += 1,
                        false => rows.push(row),
                    }
                }
                Some((_, rows)) => rows.push(row),
                None => groups.push((why, vec![row])),
            }
        }
        self.hidden += hidden;
        self.is_beyond |= moved.iter().any(|one| {
            let days =
                [&one.before, &one.after].map(|seen| seen.as_ref().and_then(|seen| seen.day));
            days.into_iter().flatten().any(|day| day > LAW_AS_OF)
        });
        page.blank();
        if !std::mem::replace(&mut self.has_header, true) {
            self.put_header(page);
        }
        let title = page.paint(Tone::Strong, &strip_control_chars(id));
        page.line(&title);
        for (why, rows) in groups {
            page.paragraph(Tone::Faint, 2, &capital(&why.join("; ")));
            let mut table = table::without_header(page);
            for row in rows {
                table.add_row([
                    table::cell(Tone::Plain, &strip_control_chars(&row.moved[0].name)),
                    table::cell(Tone::Faint, &row.side(lang, |one| one.before.as_ref())),
                    table::cell(row.tone(), &row.side(lang, |one| one.after.as_ref())),
                    table::cell(Tone::Plain, &row.days(lang)),
                ]);
            }
            self.put(page, table);
        }
        match (hidden, lang) {
            (0, _) => {}
            (1, Lang::Nl) => note(page, "nog 1 voortgangsgesprek verschuift mee"),
            (n, Lang::Nl) => note(page, &format!("nog {n} voortgangsgesprekken verschuiven mee")),
            (1, Lang::En) => note(page, "1 more progress interview moves too"),
            (n, Lang::En) => note(page, &format!("{n} more progress interviews move too")),
        }
    }

    fn put_header(&self, page: &mut Page) {
        let lang = page.lang;
        let names = [
            headings::WHAT,
            Text::new("Was", "Was"),
            Text::new("Is nu", "Is now"),
            headings::MOVES,
        ];
        let mut header = table::without_header(page);
        header.add_row(names.map(|name| table::cell(Tone::Strong, name.in_lang(lang))));
        self.put(page, header);
    }

    /// Every table in the same columns, so that they stand under one another.
    fn put(&self, page: &mut Page, mut table: comfy_table::Table) {
        for (column, width) in table.column_iter_mut().zip(self.widths) {
            column.set_padding((0, 1));
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width + 1)));
        }
        for line in table.lines() {
            page.line(&format!("{:INDENT$}{line}", ""));
        }
    }

    pub(super) fn end(&self, page: &mut Page) {
        let lang = page.lang;
        if self.is_beyond || self.hidden > 0 {
            page.blank();
        }
        if self.hidden > 0 {
            page.paragraph(
                Tone::Faint,
                2,
                lang.pick(
                    "--all toont elk voortgangsgesprek.",
                    "--all shows every progress interview.",
                ),
            );
        }
        if self.is_beyond {
            page.paragraph(Tone::Faint, 2, &text::note_on_the_mark(lang));
        }
    }
}

fn note(page: &mut Page, text: &str) {
    page.paragraph(Tone::Faint, INDENT, text);
}

impl<'m> Row<'m> {
    fn is_of(&self, moved: &Moved) -> bool {
        let first = self.moved[0];
        (&first.subject, first.number) == (&moved.subject, moved.number)
    }

    fn is_interview(&self) -> bool {
        let rule = LAW.rule(&self.moved[0].subject);
        rule.is_some_and(|rule| rule.recurrence.counts_from_previous())
    }

    /// The day that counts and the status; what else moved only where those did not.
    fn shown(&self) -> Vec<&'m Moved> {
        let counts = |one: &&&Moved| matches!(one.what, What::Due | What::Day | What::Status);
        let main: Vec<&Moved> = self.moved.iter().filter(counts).copied().collect();
        if main.is_empty() { self.moved.clone() } else { main }
    }

    fn why(&self) -> Vec<&'m str> {
        let mut once: Vec<&str> = Vec::new();
        for Reason { words, .. } in self.shown().into_iter().flat_map(|one| &one.why) {
            if !once.contains(&words.as_str()) {
                once.push(words);
            }
        }
        once
    }

    fn side(&self, lang: Lang, of: impl Fn(&Moved) -> Option<&Seen>) -> String {
        let mut lines: Vec<String> = Vec::new();
        for one in self.shown() {
            let seen = of(one);
            let words = strip_control_chars(seen.map_or("-", |seen| seen.words.as_str()));
            lines.push(match (one.what, seen.and_then(|seen| seen.day)) {
                (What::Due | What::Day | What::Status, _) => words,
                // Beside a word there is no room for the weekday.
                (what, Some(day)) => {
                    format!("{} {}", what.name(lang), dates::bare(day, None, lang))
                }
                (what, None) => format!("{} {words}", what.name(lang)),
            });
        }
        // One dash says that there is nothing.
        lines.dedup_by(|a, b| a == "-" && b == "-");
        lines.join("\n")
    }

    fn tone(&self) -> Tone {
        let status = self.moved.iter().find(|one| one.what == What::Status);
        status.map_or(Tone::Plain, |one| one.tone)
    }

    fn days(&self, lang: Lang) -> String {
        let days = self.shown().into_iter().find_map(|one| one.days);
        days.map_or_else(String::new, |days| {
            let sign = if days < 0 { "-" } else { "+" };
            format!("{sign}{}", lang.days(days.unsigned_abs()))
        })
    }
}
