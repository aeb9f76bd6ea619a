//! Old and new facts: the cases are computed and compared.

use super::input::{Body, Input};
use super::moved::{Moved, Reason, Seen};
use super::pairs::{NO_ID, Read, Side};
use super::reader::Reader;
#[cfg(feature = "parquet")]
use super::rows::Rows;
use super::supposed::Supposed;
#[cfg(feature = "parquet")]
use crate::batch::parquet_in::Columns;
use crate::batch::reading::{Form, LineCases, Table, too_long_a_line};
use crate::batch::rejected::RejectedFile;
#[cfg(feature = "parquet")]
use crate::batch::rows::columns;
use crate::batch::rows::same_id;
use crate::batch::same_id::SeenIds;
use crate::failure::Failure;
use crate::page::Tone;
use crate::rows::tone;
use crate::what_if_table::words;
use poortwachter::Day;
use poortwachter::change::{self, Change, Value, What};
#[cfg(feature = "parquet")]
use poortwachter::wire::CaseReader;
use poortwachter::wire::{ChangeForm, WhyForm};
use poortwachter::{Case, Lang, Timeline};

/// The cases of a file.
pub(super) struct Cases(Reader<ReadCase>);

/// A case and its identifier, as far as they could be read.
pub(super) type ReadCase = (Option<String>, Result<Case, String>);

impl Cases {
    pub(super) fn new(input: Input, seen: Option<SeenIds>) -> Result<Cases, Failure> {
        let Input { name, body, .. } = input;
        Ok(Cases(match body {
            Body::Lines(lines) => {
                let form = match &lines.header {
                    Some(header) => Form::Csv(Table::of(header, &name)?),
                    None => Form::Json,
                };
                let mut cases = LineCases::new(form);
                let read = move |line: Option<&[u8]>| {
                    let Some(line) = line else { return (None, Err(too_long_a_line())) };
                    let case = cases.read(line, Case::clone);
                    (cases.known_id().map(str::to_string), case)
                };
                Reader::of_lines(name, lines, seen, read)
            }
            #[cfg(feature = "parquet")]
            Body::Rows(columns) => Reader::of_rows(name, from_columns(columns)?, seen),
        }))
    }
}

/// The rows of a Parquet file as cases.
#[cfg(feature = "parquet")]
fn from_columns(columns: Columns) -> Result<Rows<ReadCase>, Failure> {
    columns.table()?;
    let mut reader = CaseReader::new();
    Ok(Rows::new(columns, move |columns, ahead| {
        columns::each_case(columns, &mut reader, |_, id, case| {
            ahead.push_back((id.map(str::to_string), case.cloned()));
        });
    }))
}

impl Read for Cases {
    /// None where the case cannot be read.
    type Item = Option<Case>;

    fn next(
        &mut self,
        rejected: &mut RejectedFile,
    ) -> Result<Option<(String, Option<Case>)>, Failure> {
        loop {
            let Some((number, (id, case))) = self.0.next()? else { return Ok(None) };
            let Some(id) = id.filter(|id| !id.is_empty()) else {
                self.0.reject(rejected, number, None, case.err().unwrap_or(NO_ID.into()))?;
                continue;
            };
            let (error, case) = match (self.0.earlier(number, &id), case) {
                (None, Ok(case)) => return Ok(Some((id, Some(case)))),
                (None, Err(error)) => (error, Some(None)),
                (Some(first), case) => (same_id(self.0.place(), first, case.err()), None),
            };
            self.0.reject(rejected, number, Some(id.clone()), error)?;
            if let Some(unread) = case {
                return Ok(Some((id, unread)));
            }
        }
    }

    fn all_compared(&self) -> bool {
        self.0.all_compared()
    }
}

impl Side for Option<Case> {
    fn is_readable(&self) -> bool {
        self.is_some()
    }
}

/// What moved between two states of a case.
pub(super) fn moved(
    old: Option<Case>,
    new: Option<Case>,
    (on_old, on_new): (Day, Day),
    supposed: &Supposed,
    lang: Lang,
) -> Vec<Moved> {
    let (Some(old), Some(new)) = (old, new) else { return Vec::new() };
    if on_old == on_new && old == new && supposed.is_law() {
        return Vec::new();
    }
    let (old, new) = (Timeline::new(&old), Timeline::under(supposed.law, &new));
    let changes = change::compare(&old.view(on_old), &new.view(on_new));
    // What a supposed rule is said to stand in is no change.
    let is_news = |change: &&Change| supposed.is_law() || change.what() != What::Source;
    changes.iter().filter(is_news).map(|change| one(change, lang)).collect()
}

fn one(change: &Change, lang: Lang) -> Moved {
    let form = ChangeForm::from(change);
    let seen = |id: Option<String>, value: Option<Value>| {
        Some(Seen { id: id?, words: words(value?, lang), day: value?.day() })
    };
    let status = change.after().and_then(Value::status);
    let show = |day| lang.date_with_weekday(day);
    let why = change.why().iter();
    Moved {
        subject: form.subject.to_string(),
        number: form.number,
        name: change.name(lang),
        what: change.what(),
        before: seen(form.old, change.before()),
        after: seen(form.new, change.after()),
        days: form.days_moved,
        tone: status.map_or(Tone::Plain, tone),
        why: why
            .map(|why| Reason { words: why.words(lang, &show), form: WhyForm::from(why) })
            .collect(),
    }
}
