//! The table of what moves: as it is, as it would be, and why.

use crate::page::{Page, Tone};
use crate::rows::tone;
use crate::{dates, table};
use poortwachter::Lang;
use poortwachter::change::{Change, Subject, Value, What, Why};
use poortwachter::law::{LAW, LAW_AS_OF};
use poortwachter::text::{self, headings};

/// What the other columns need: where the reasons fit in the rest of the page they stand in the
/// table, else they are numbered.
const OTHER_COLUMNS: usize = 78;

/// One line of the case: everything of it that moved.
struct Row<'c> {
    changes: Vec<&'c Change>,
}

pub(crate) fn put(page: &mut Page, changes: &[Change], all: bool) {
    let lang = page.lang;
    let rows = rows(changes);
    if rows.is_empty() {
        page.line(lang.pick("Er verschuift niets.", "Nothing moves."));
        return;
    }
    let mut seen_interview = false;
    let (shown, hidden): (Vec<&Row<'_>>, Vec<&Row<'_>>) = rows.iter().partition(|row| {
        let is_first = !row.is_interview() || !seen_interview;
        seen_interview |= row.is_interview();
        all || is_first
    });
    let mut reasons: Vec<String> = Vec::new();
    let header = [
        headings::WHAT.in_lang(lang),
        lang.pick("Vastgelegd", "Recorded"),
        lang.pick("Wat als", "What if"),
        headings::MOVES.in_lang(lang),
        lang.pick("Waarom", "Why"),
    ];
    let mut table = table::new(page, &header);
    let room = usize::from(page.width).saturating_sub(OTHER_COLUMNS);
    let fits = |reason: &String| reason.chars().count() <= room;
    let in_the_table = shown.iter().flat_map(|row| row.why(lang)).all(|reason| fits(&reason));
    for row in &shown {
        let why = row.why(lang);
        let why = match in_the_table {
            true => why.join("\n"),
            false => {
                let numbers = why.into_iter().map(|reason| number(&mut reasons, reason));
                numbers.collect::<Vec<_>>().join(", ")
            }
        };
        let (old, new) =
            (row.side(|change| change.before(), lang), row.side(|change| change.after(), lang));
        table.add_row([
            table::cell(Tone::Plain, &row.name(lang)),
            table::cell(Tone::Faint, &old),
            table::cell(row.tone(), &new),
            table::cell(Tone::Plain, &row.moves(lang)),
            table::cell(Tone::Plain, &why),
        ]);
    }
    table::share_width(&mut table, &[3], Some(1), DATE_AND_MARK);
    table::put(page, &table);
    put_footer(page, &shown, hidden.len(), &reasons);
}

/// The width of "Sun 17 Oct 2027*".
const DATE_AND_MARK: u16 = 16;

/// One row per line, in the order of the changes.
fn rows(changes: &[Change]) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for change in changes.iter().filter(|change| change.subject() != Subject::Case) {
        match rows.last_mut() {
            Some(row) if row.changes[0].subject() == change.subject() => row.changes.push(change),
            _ => rows.push(Row { changes: vec![change] }),
        }
    }
    rows
}

/// The number of a reason, counted in order of appearance.
fn number(reasons: &mut Vec<String>, reason: String) -> String {
    let place = reasons.iter().position(|other| *other == reason).unwrap_or_else(|| {
        reasons.push(reason);
        reasons.len() - 1
    });
    (place + 1).to_string()
}

impl Row<'_> {
    fn find(&self, what: What) -> Option<&Change> {
        self.changes.iter().copied().find(|change| change.what() == what)
    }

    fn is_interview(&self) -> bool {
        self.changes.iter().any(|change| match change.subject() {
            Subject::Duty { duty, .. } => {
                let rule = LAW.rule(duty.id());
                rule.is_some_and(|rule| rule.recurrence.counts_from_previous())
            }
            _ => false,
        })
    }

    /// What stands in the row: the day that counts and the status; what else moved only where those
    /// did not.
    fn shown(&self) -> Vec<&Change> {
        let main: Vec<&Change> = [What::Due, What::Day, What::Status]
            .into_iter()
            .filter_map(|what| self.find(what))
            .collect();
        match main.is_empty() {
            true => self.changes.clone(),
            false => main,
        }
    }

    fn name(&self, lang: Lang) -> String {
        self.changes.first().map_or_else(String::new, |change| change.name(lang))
    }

    fn side(&self, value: impl Fn(&Change) -> Option<Value>, lang: Lang) -> String {
        let shown = self.shown().into_iter().map(|change| {
            let words = value(change).map_or_else(|| "-".to_string(), |value| words(value, lang));
            match change.what() {
                What::Due | What::Day | What::Status => words,
                what => format!("{} {words}", what.name(lang)),
            }
        });
        let mut lines: Vec<String> = shown.collect();
        // One dash says that there is nothing.
        lines.dedup_by(|a, b| a == "-" && b == "-");
        lines.join("\n")
    }

    fn tone(&self) -> Tone {
        let status = self.find(What::Status).and_then(Change::after).and_then(Value::status);
        status.map_or(Tone::Plain, tone)
    }

    fn moves(&self, lang: Lang) -> String {
        let days = self.shown().into_iter().find_map(Change::days_moved);
        days.map_or_else(String::new, |days| {
            let sign = if days < 0 { "-" } else { "+" };
            format!("{sign}{}", lang.days(days.unsigned_abs()))
        })
    }

    /// The reasons of what stands in the row, each once.
    fn why(&self, lang: Lang) -> Vec<String> {
        let show = |day| lang.date_with_weekday(day);
        let mut once: Vec<String> = Vec::new();
        for why in
            self.shown().into_iter().flat_map(Change::why).map(|why: &Why| why.words(lang, &show))
        {
            if !once.contains(&why) {
                once.push(why);
            }
        }
        once
    }
}

/// A day, marked where the law can still change before it, or how something stands.
pub(crate) fn words(value: Value, lang: Lang) -> String {
    match value {
        Value::Day(day) => {
            format!("{}{}", dates::aligned(day, lang), text::mark(day))
        }
        Value::Status(status) => status.words(lang),
        Value::State(state) => state.kind().name(lang).to_string(),
        Value::Source(citation) => citation.to_string(),
        _ => String::new(),
    }
}

fn put_footer(page: &mut Page, shown: &[&Row<'_>], hidden: usize, reasons: &[String]) {
    let lang = page.lang;
    if !reasons.is_empty() {
        page.blank();
        let title = page.paint(Tone::Strong, lang.pick("Waarom", "Why"));
        page.line(&title);
        for (number, reason) in (1..).zip(reasons) {
            page.entry(Tone::Plain, 2, (&format!("{number}"), 2), reason);
        }
    }
    let mut notes = Vec::new();
    match (hidden, lang) {
        (0, _) => {}
        (1, Lang::Nl) => {
            notes.push("1 ander voortgangsgesprek verschuift ook: --all toont het.".to_string())
        }
        (n, Lang::Nl) => {
            notes.push(format!("{n} andere voortgangsgesprekken verschuiven ook: --all toont ze."))
        }
        (1, Lang::En) => notes.push("1 more progress interview moves: --all shows it.".to_string()),
        (n, Lang::En) => {
            notes.push(format!("{n} more progress interviews move: --all shows them."))
        }
    }
    let later =
        |value: Option<Value>| value.and_then(Value::day).is_some_and(|day| day > LAW_AS_OF);
    let is_beyond = |row: &&Row<'_>| {
        row.shown().iter().any(|change| later(change.before()) || later(change.after()))
    };
    if shown.iter().any(is_beyond) {
        notes.push(text::note_on_the_mark(lang));
    }
    if !notes.is_empty() {
        page.blank();
    }
    for note in notes {
        page.paragraph(Tone::Faint, 2, &note);
    }
}
