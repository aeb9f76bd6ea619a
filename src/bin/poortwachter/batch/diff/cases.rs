//! Old and new facts: the cases are computed and compared.

use super::input::Input;
use super::pairs::{NO_ID, Read, Side, reject};
use super::report::{Moved, Reason, Seen};
use crate::batch::reading::{Form, LineCases, Table, too_long_a_line};
use crate::batch::rejected::RejectedFile;
use crate::dates;
use crate::failure::Failure;
use crate::page::Tone;
use crate::rows::tone;
use crate::what_if_table::words;
use poortwachter::change::{self, Change, Value};
use poortwachter::chrono::NaiveDate;
use poortwachter::wire::{ChangeForm, WhyForm};
use poortwachter::{Case, Lang, Timeline};

/// The cases of a file.
pub(super) struct Cases {
    input: Input,
    reader: LineCases,
}

impl Cases {
    pub(super) fn new(input: Input) -> Result<Cases, Failure> {
        let form = match &input.header {
            Some(header) => Form::Csv(Table::of(header, &input.name)?),
            None => Form::Json,
        };
        Ok(Cases { input, reader: LineCases::new(form) })
    }
}

impl Read for Cases {
    /// None where the case cannot be read.
    type Item = Option<Case>;

    fn next(
        &mut self,
        rejected: &mut RejectedFile,
    ) -> Result<Option<(String, Option<Case>)>, Failure> {
        loop {
            let Some((number, line)) = self.input.next_line()? else { return Ok(None) };
            let (id, case) = match line {
                None => (None, Err(too_long_a_line())),
                Some(line) => {
                    let case = self.reader.read(line, Case::clone);
                    (self.reader.known_id().map(str::to_string), case)
                }
            };
            let case = match case {
                Ok(case) if id.is_some() => Some(case),
                Ok(_) => {
                    reject(rejected, &self.input.name, number, None, NO_ID.into())?;
                    continue;
                }
                Err(error) => {
                    reject(rejected, &self.input.name, number, id.clone(), error)?;
                    None
                }
            };
            if let Some(id) = id {
                return Ok(Some((id, case)));
            }
        }
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
    (on_old, on_new): (NaiveDate, NaiveDate),
    lang: Lang,
) -> Vec<Moved> {
    let (Some(old), Some(new)) = (old, new) else { return Vec::new() };
    if on_old == on_new && old == new {
        return Vec::new();
    }
    let (old, new) = (Timeline::of(&old), Timeline::of(&new));
    let changes = change::compare(&old.on(on_old), &new.on(on_new));
    changes.iter().map(|change| one(change, lang)).collect()
}

fn one(change: &Change, lang: Lang) -> Moved {
    let form = ChangeForm::from(change);
    let seen = |id: Option<String>, value: Option<Value>| {
        Some(Seen { id: id?, words: words(value?, lang), day: value?.day() })
    };
    let status = change.after().and_then(Value::status);
    let show = |day| dates::long(day, lang);
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
