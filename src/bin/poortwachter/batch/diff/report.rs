//! What moved, as a table to read or as JSON Lines.

use super::moved::{Compared, Compares, Moved, because};
use super::table::Table;
use crate::batch::Shown;
use crate::batch::rejected::{cases, grouped};
use crate::failure::Failure;
use crate::output::Output;
use crate::page::{Page, Tone, strip_control_chars};
use poortwachter::text::phrases;
use poortwachter::wire::WhyForm;
use poortwachter::{Lang, Text};
use serde::Serialize;
use std::io::Write;

/// A line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    case: &'a str,
    subject: &'a str,
    number: u16,
    what: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
    days: Option<i32>,
    why: Vec<&'a WhyForm>,
}

/// Writes case after case, so that nothing of them stays in memory.
pub(super) struct Report {
    out: Output,
    page: Page,
    /// None where the answer is JSON.
    table: Option<Table>,
    moved: u64,
}

impl Report {
    pub(super) fn new(out: Output, format: Shown, lang: Lang, all: bool) -> Report {
        let page = Page::new(lang);
        let table = (format == Shown::Table).then(|| Table::new(&page, all));
        Report { out, page, table, moved: 0 }
    }

    /// Says what is compared.
    pub(super) fn begin(&mut self, compares: &Compares<'_>) -> Result<(), Failure> {
        match &mut self.table {
            Some(table) => table.begin(&mut self.page, compares),
            None => {
                if let Some(supposed) = &compares.supposed {
                    // Beside the lines, which stay what they are.
                    let _ = writeln!(std::io::stderr(), "{supposed}");
                }
            }
        }
        self.write()
    }

    /// Takes in what moved in a case; nothing when that is nothing.
    pub(super) fn case(&mut self, id: &str, moved: Vec<Moved>) -> Result<(), Failure> {
        if moved.is_empty() {
            return Ok(());
        }
        self.moved += 1;
        match &mut self.table {
            Some(table) => table.case(&mut self.page, id, &moved),
            None => {
                for one in &moved {
                    self.json(&Line {
                        case: id,
                        subject: &one.subject,
                        number: one.number,
                        what: one.what.id(),
                        before: one.before.as_ref().map(|seen| seen.id.as_str()),
                        after: one.after.as_ref().map(|seen| seen.id.as_str()),
                        days: one.days,
                        why: one.why.iter().map(|reason| &reason.form).collect(),
                    })?;
                }
            }
        }
        self.write()
    }

    fn json(&mut self, line: &Line<'_>) -> Result<(), Failure> {
        let text =
            serde_json::to_string(line).map_err(|error| Failure::message(error.to_string()))?;
        self.page.line(&text);
        Ok(())
    }

    /// Names what is in one file only, counts, and says in how many cases something moved.
    pub(super) fn finish(
        mut self,
        compared: Compared,
        (rejected, place): (u64, Option<String>),
    ) -> Result<u64, Failure> {
        let lang = self.page.lang;
        let alone = [(&compared.only_new, ONLY_NEW), (&compared.only_old, ONLY_OLD)];
        for (ids, (reason, nl, en)) in alone {
            if self.table.is_some() && !ids.is_empty() {
                self.page.blank();
                let title = self.page.paint(Tone::Strong, lang.pick(nl, en));
                self.page.line(&title);
                let ids: Vec<String> = ids.iter().map(|id| strip_control_chars(id)).collect();
                self.page.paragraph(Tone::Plain, 2, &ids.join(", "));
                continue;
            }
            let why = because(reason, nl, en);
            for id in ids {
                self.json(&Line {
                    case: id,
                    subject: "case",
                    number: 1,
                    what: "presence",
                    before: (reason == ONLY_OLD.0).then_some("present"),
                    after: (reason == ONLY_NEW.0).then_some("present"),
                    days: None,
                    why: vec![&why],
                })?;
            }
        }
        let mut told = summary(&compared, self.moved, rejected, lang);
        if let Some(place) = place {
            told.push_str(&format!(" ({} {place})", phrases::SEE.in_lang(lang)));
        }
        match &self.table {
            Some(table) => {
                table.end(&mut self.page);
                self.page.blank();
                self.page.paragraph(Tone::Strong, 0, &told);
                self.write()?;
            }
            None => {
                self.write()?;
                // A summary that nobody can read changes nothing.
                let _ = writeln!(std::io::stderr(), "{told}");
            }
        }
        self.out.finish()?;
        Ok(self.moved)
    }

    fn write(&mut self) -> Result<(), Failure> {
        let written = self.out.put(self.page.text.as_bytes());
        self.page.text.clear();
        written
    }
}

/// The stable name of a reason, in Dutch and in English.
const ONLY_NEW: (&str, &str, &str) =
    ("only-in-new", "Alleen in het nieuwe bestand", "Only in the new file");
const ONLY_OLD: (&str, &str, &str) =
    ("only-in-old", "Alleen in het oude bestand", "Only in the old file");

fn summary(compared: &Compared, moved: u64, rejected: u64, lang: Lang) -> String {
    let count = |number| grouped(number, lang);
    let both = cases(compared.both, lang);
    let compared_words = lang.pick("vergeleken", "compared");
    let moved = match moved {
        0 => lang.pick("niets verschoven", "nothing moved").to_string(),
        n => format!("{} {}", count(n), lang.pick("verschoven", "moved")),
    };
    let mut parts = vec![format!("{both} {compared_words}"), moved];
    let rest = [
        (
            compared.only_old.len() as u64,
            Text::new("alleen in het oude bestand", "only in the old file"),
        ),
        (compared.only_new.len() as u64, Text::new("alleen in het nieuwe", "only in the new one")),
        (rejected, phrases::REJECTED),
    ];
    for (number, what) in rest {
        if number > 0 {
            parts.push(format!("{} {}", count(number), what.in_lang(lang)));
        }
    }
    parts.join(", ")
}
