//! Two answers of `batch --obligations`: dates and statuses without the facts behind them.

#[cfg(feature = "parquet")]
use super::answers;
use super::input::{Body, Input};
use super::line::{Line, ReadLine};
use super::moved::{Moved, Reason, Seen, because};
use super::pairs::{NO_ID, Read, Side};
use super::reader::Reader;
use crate::batch::reading::{Splitter, header_of, too_long_a_line};
use crate::batch::rejected::RejectedFile;
use crate::batch::same_id::SeenIds;
use crate::failure::Failure;
use crate::input;
use crate::page::Tone;
use crate::rows::tone;
use crate::what_if_table::words;
use poortwachter::change::{self, Record, RecordChange, RecordWhy, Value, What};
use poortwachter::law::LAW;
use poortwachter::{Day, Lang, ParseDayError, Status, StatusKind};
use serde::Deserialize;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The identifier of a line of which the rest is wrong.
#[derive(Deserialize)]
struct Identified {
    id: Option<String>,
}

impl Line {
    fn record<'l>(&'l self, case: &'l str) -> Record<'l> {
        Record {
            case,
            duty: &self.duty,
            number: self.number,
            opens: self.opens,
            advised: self.advised,
            due: self.due,
            tolerated: self.tolerated,
            met: self.met,
            status: &self.status,
            days: self.days.unwrap_or(0),
        }
    }
}

/// The lines of a case, which stand together.
pub(super) struct Group {
    lines: Vec<Line>,
    /// Whether every line of it could be read.
    is_whole: bool,
}

/// A line with its number and its identifier; without its text where that cannot be read.
type NumberedLine = (u64, String, Option<Line>);

/// The cases of a file.
pub(super) struct Groups {
    reader: Reader<ReadLine>,
    /// The first line of the next case.
    ahead: Option<NumberedLine>,
    /// A line that nobody can tell the case of stood before it.
    is_broken: bool,
}

enum Form {
    Json,
    Csv(Box<Splitter>, Places),
}

impl Groups {
    pub(super) fn new(input: Input, seen: Option<SeenIds>) -> Result<Groups, Failure> {
        let Input { name, body, .. } = input;
        let wrong = |what: String| Failure::message(format!("{name}: {what}"));
        let reader = match body {
            Body::Lines(lines) => {
                let mut form = Form::of(lines.header.as_deref()).map_err(wrong)?;
                let read = move |line: Option<&[u8]>| match line {
                    None => Err((None, too_long_a_line())),
                    Some(line) => form.read(line),
                };
                Reader::of_lines(name, lines, seen, read)
            }
            #[cfg(feature = "parquet")]
            Body::Rows(columns) => {
                let rows = answers::from_columns(columns).map_err(wrong)?;
                Reader::of_rows(name, rows, seen)
            }
        };
        Ok(Groups { reader, ahead: None, is_broken: false })
    }

    /// The next line of which the case is known.
    fn line(&mut self, rejected: &mut RejectedFile) -> Result<Option<NumberedLine>, Failure> {
        loop {
            let Some((number, read)) = self.reader.next()? else { return Ok(None) };
            let (id, error) = match read {
                Ok(mut line) => match line.id.take().filter(|id| !id.is_empty()) {
                    Some(id) => {
                        line.at = number;
                        return Ok(Some((number, id, Some(line))));
                    }
                    None => (None, NO_ID.to_string()),
                },
                Err(wrong) => wrong,
            };
            self.reader.reject(rejected, number, id.clone(), error)?;
            match id {
                Some(id) => return Ok(Some((number, id, None))),
                None => self.is_broken = true,
            }
        }
    }

    /// The lines of the next case that stand together, with the number of the first.
    fn group(
        &mut self,
        rejected: &mut RejectedFile,
    ) -> Result<Option<(u64, String, Group)>, Failure> {
        let first = match self.ahead.take() {
            Some(first) => Some(first),
            None => self.line(rejected)?,
        };
        let Some((number, id, line)) = first else { return Ok(None) };
        // A line of unknown origin before this one can have been the first of this case.
        let is_whole = line.is_some() && !std::mem::take(&mut self.is_broken);
        let mut group = Group { lines: line.into_iter().collect(), is_whole };
        while let Some((at, next, line)) = self.line(rejected)? {
            // Or it was the last one.
            group.is_whole &= !self.is_broken;
            if next != id {
                self.ahead = Some((at, next, line));
                return Ok(Some((number, id, group)));
            }
            self.is_broken = false;
            group.is_whole &= line.is_some();
            group.lines.extend(line);
        }
        group.is_whole &= !self.is_broken;
        Ok(Some((number, id, group)))
    }

    /// Rejects the lines of a case that came by before.
    fn reject_group(
        &self,
        rejected: &mut RejectedFile,
        first: u64,
        id: &str,
        group: &Group,
    ) -> Result<(), Failure> {
        let place = self.reader.place();
        let apart = format!(
            "its id stands on {place} {first} too, apart from this {place}: keep the {place}s of a \
             case together as batch --obligations writes them, or give --allow-same-id"
        );
        let mut lines = group.lines.iter();
        lines.try_for_each(|line| {
            self.reader.reject(rejected, line.at, Some(id.to_string()), apart.clone())
        })
    }

    /// Takes the lines out of which the duty with its number stands on an earlier one.
    fn reject_repeats(
        &self,
        rejected: &mut RejectedFile,
        id: &str,
        group: &mut Group,
    ) -> Result<(), Failure> {
        let mut first = HashMap::new();
        let mut repeats = Vec::new();
        for line in &group.lines {
            match first.entry((line.duty.as_str(), line.number)) {
                Entry::Vacant(new) => _ = new.insert(line.at),
                Entry::Occupied(earlier) => repeats.push((line.at, *earlier.get())),
            }
        }
        for (at, first) in &repeats {
            let place = self.reader.place();
            let twice = format!(
                "its duty stands with the same number on {place} {first} too: keep one of them, or \
                 give --allow-same-id"
            );
            self.reader.reject(rejected, *at, Some(id.to_string()), twice)?;
        }
        group.lines.retain(|line| repeats.binary_search_by_key(&line.at, |(at, _)| *at).is_err());
        Ok(())
    }
}

impl Read for Groups {
    type Item = Group;

    fn next(&mut self, rejected: &mut RejectedFile) -> Result<Option<(String, Group)>, Failure> {
        while let Some((number, id, mut group)) = self.group(rejected)? {
            match self.reader.earlier(number, &id) {
                Some(first) => self.reject_group(rejected, first, &id, &group)?,
                None => {
                    if !self.reader.allows_same_id() {
                        self.reject_repeats(rejected, &id, &mut group)?;
                    }
                    return Ok(Some((id, group)));
                }
            }
        }
        Ok(None)
    }

    fn all_compared(&self) -> bool {
        self.reader.all_compared()
    }
}

impl Form {
    fn of(header: Option<&[u8]>) -> Result<Form, String> {
        let Some(header) = header else { return Ok(Form::Json) };
        let (names, delimiter) = header_of(header)?;
        let places = Places::of(names.clone())?;
        Ok(Form::Csv(Box::new(Splitter::new(delimiter, names.count())), places))
    }

    fn read(&mut self, line: &[u8]) -> ReadLine {
        match self {
            Form::Json => {
                let text = std::str::from_utf8(line).map_err(|_| (None, input::NO_UTF_8.into()))?;
                serde_json::from_str(text).map_err(|error| {
                    let known = serde_json::from_str::<Identified>(text);
                    let id = known.ok().and_then(|known| known.id);
                    let what = input::malformed_line(text, &error, &input::ANSWER);
                    (id, format!("this is no line of batch --obligations: {what}"))
                })
            }
            Form::Csv(splitter, places) => {
                let text = std::str::from_utf8(line).map_err(|_| (None, input::NO_UTF_8.into()))?;
                let cell = splitter.split(text).map_err(|error| (None, error))?;
                let id = cell(places.id).to_string();
                places.read(cell).map_err(|error| (Some(id).filter(|id| !id.is_empty()), error))
            }
        }
    }
}

/// Where the columns stand.
struct Places {
    id: usize,
    duty: usize,
    number: usize,
    status: usize,
    days: usize,
    dates: [usize; 5],
}

impl Places {
    fn of<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Result<Places, String> {
        let place = |name: &str| {
            let place = names.clone().position(|other| other == name);
            place.ok_or_else(|| {
                format!("column {name} is not there: make the file with batch --obligations")
            })
        };
        let dates = ["opens", "advised", "due", "tolerated", "met"];
        let [opens, advised, due, tolerated, met] = dates.map(place);
        Ok(Places {
            id: place("id")?,
            duty: place("duty")?,
            number: place("number")?,
            status: place("status")?,
            days: place("days")?,
            dates: [opens?, advised?, due?, tolerated?, met?],
        })
    }

    fn read<'c>(&self, cell: impl Fn(usize) -> &'c str) -> Result<Line, String> {
        let day = |place: usize| match cell(place) {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|error: ParseDayError| error.to_string()),
        };
        let number = |place: usize| {
            cell(place).parse().map_err(|_| "number: this is no number of a series".to_string())
        };
        let [opens, advised, due, tolerated, met] = self.dates.map(day);
        let days = match cell(self.days) {
            "" => None,
            text => Some(text.parse().map_err(|_| "days: this is no number".to_string())?),
        };
        Ok(Line {
            id: Some(cell(self.id).to_string()),
            duty: cell(self.duty).to_string(),
            number: number(self.number)?,
            opens: opens?,
            advised: advised?,
            due: due?,
            tolerated: tolerated?,
            met: met?,
            status: cell(self.status).to_string(),
            days,
            at: 0,
        })
    }
}

impl Side for Group {
    fn is_readable(&self) -> bool {
        !self.lines.is_empty()
    }
}

/// What moved between two states of a case.
pub(super) fn moved(case: &str, old: Group, new: Group, lang: Lang) -> Vec<Moved> {
    let (is_whole, old, new) = (old.is_whole && new.is_whole, old.lines, new.lines);
    let changes = change::records(
        old.iter().map(|line| line.record(case)),
        new.iter().map(|line| line.record(case)),
    );
    changes
        // What is missing may be the line that could not be read.
        .filter(|change| is_whole || (change.old.is_some() && change.new.is_some()))
        .flat_map(|change| of_record(&change, lang))
        .collect()
}

/// The days and the status that differ in one line.
fn of_record(change: &RecordChange<'_>, lang: Lang) -> Vec<Moved> {
    let Some(about) = change.new.or(change.old) else { return Vec::new() };
    let rule = LAW.rule(about.duty);
    let name = rule.map_or(about.duty, |rule| rule.name(lang));
    let name = match rule.is_some_and(|rule| rule.is_series()) {
        true => format!("{name} {}", about.number),
        false => name.to_string(),
    };
    let day = |day: Option<Day>| {
        day.map(|day| Seen {
            id: day.to_string(),
            words: words(Value::Day(day), lang),
            day: Some(day),
        })
    };
    let one = |what, before: Option<Seen>, after: Option<Seen>, tone| {
        let moved =
            before.as_ref().and_then(|seen| seen.day).zip(after.as_ref().and_then(|seen| seen.day));
        let days = moved.map(|(old, new)| new.days_since(old));
        Moved {
            subject: about.duty.to_string(),
            number: about.number,
            name: name.clone(),
            what,
            before,
            after,
            days,
            tone,
            why: vec![reason(change.why, lang)],
        }
    };
    let mut moved: Vec<Moved> =
        change.days().map(|(what, old, new)| one(what, day(old), day(new), Tone::Plain)).collect();
    let status =
        |record: Option<Record<'_>>| record.map(|record| (record.status.to_string(), record.days));
    let (before, after) = (status(change.old), status(change.new));
    if before != after {
        let tone = after.as_ref().and_then(|(id, days)| known(id, *days)).map_or(Tone::Plain, tone);
        let seen = |status: Option<(String, u32)>| {
            status.map(|(id, days)| Seen { words: status_words(&id, days, lang), id, day: None })
        };
        moved.push(one(What::Status, seen(before), seen(after), tone));
    }
    moved
}

fn reason(why: RecordWhy, lang: Lang) -> Reason {
    let form = because(why.id(), why.name(Lang::Nl), why.name(Lang::En));
    Reason { words: why.name(lang).to_string(), form }
}

/// A status of which the file holds all.
fn known(id: &str, days: u32) -> Option<Status> {
    Some(match id.parse().ok()? {
        StatusKind::NotYetOpen => Status::NotYetOpen,
        StatusKind::Open => Status::Open,
        StatusKind::DueSoon => Status::DueSoon { days },
        StatusKind::DueToday => Status::DueToday,
        StatusKind::Overdue => Status::Overdue { days },
        StatusKind::MetOnTime => Status::MetOnTime,
        StatusKind::MetEarly => Status::MetEarly { days },
        StatusKind::MetLate => Status::MetLate { days },
        StatusKind::Paused => Status::Paused,
        _ => return None,
    })
}

/// The others have a reason that does not stand in the file.
fn status_words(id: &str, days: u32, lang: Lang) -> String {
    match (known(id, days), id) {
        (Some(status), _) => status.words(lang),
        (None, "not-applicable") => lang.pick("niet van toepassing", "does not apply").to_string(),
        (None, "lapsed") => StatusKind::Lapsed.name(lang).to_string(),
        (None, "waiting-for-event") => {
            lang.pick("wacht op iets anders", "waits for something else").to_string()
        }
        (None, "undetermined") => lang.pick("onbepaald", "undetermined").to_string(),
        (None, other) => other.to_string(),
    }
}
