//! The events of the rows. Most have nothing beside a name and a day, so the other columns are looked
//! into only where one of them holds something.

use super::lists::{Days, List, Text};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef, BooleanArray, RecordBatch};
use arrow_schema::DataType;
use poortwachter::Day;
use poortwachter::wire::{CaseReader, EventText};

/// A list of events that may be absent, with every field that one may have.
pub(super) struct Events<'a> {
    list: List<'a>,
    on: Days<'a>,
    kind: Text<'a>,
    has_details: Details,
    duty: Text<'a>,
    until: Days<'a>,
    reason: Text<'a>,
    by: Text<'a>,
    phase: Text<'a>,
    item: Text<'a>,
    part: Text<'a>,
    weeks: Option<&'a ArrayRef>,
}

impl<'a> Events<'a> {
    pub(super) fn of(columns: &'a RecordBatch) -> Events<'a> {
        let list = List::of(columns, "events");
        let (text, days) = (|name| list.text(name), |name| list.days(name));
        Events {
            on: days("on"),
            kind: text("kind"),
            has_details: Details::of(&list),
            duty: text("duty"),
            until: days("until"),
            reason: text("reason"),
            by: text("by"),
            phase: text("phase"),
            item: text("item"),
            part: text("part"),
            weeks: list.field("weeks"),
            list,
        }
    }

    /// The events of row `i`.
    pub(super) fn read(&self, i: usize, reader: &mut CaseReader) -> Result<(), String> {
        for (entry, at) in self.list.of_row(i) {
            let kind = self.kind.get(at).ok_or_else(|| self.list.missing(entry, "kind"))?;
            let on = self.on.get(at).ok_or_else(|| self.list.missing(entry, "on"))?;
            if self.has_details.at(at) {
                reader.event(&self.with_details(kind, on, entry, at)?);
            } else {
                reader.named_event(kind, on);
            }
        }
        Ok(())
    }

    #[inline(never)]
    fn with_details(
        &self,
        kind: &'a str,
        on: Day,
        entry: usize,
        at: usize,
    ) -> Result<EventText<'a>, String> {
        Ok(EventText {
            kind,
            on,
            duty: self.duty.get(at),
            until: self.until.get(at),
            reason: self.reason.get(at),
            by: self.by.get(at),
            phase: self.phase.get(at),
            item: self.item.get(at),
            part: self.part.get(at),
            weeks: self.weeks(entry, at)?,
        })
    }

    fn weeks(&self, entry: usize, at: usize) -> Result<Option<u32>, String> {
        let Some(column) = self.weeks.filter(|weeks| weeks.is_valid(at)) else { return Ok(None) };
        let weeks = match column.data_type() {
            DataType::Int64 => column.as_primitive::<Int64Type>().value(at),
            _ => column.as_primitive::<Int32Type>().value(at).into(),
        };
        let weeks = u32::try_from(weeks).map(Some);
        weeks.map_err(|_| format!("events[{entry}].weeks: it lasts 1 to 52 weeks"))
    }
}

/// Which events have something beside their name and day.
enum Details {
    None,
    Some(BooleanArray),
    All,
}

impl Details {
    const FIELDS: [&str; 8] = ["duty", "until", "reason", "by", "phase", "item", "part", "weeks"];

    fn of(list: &List<'_>) -> Details {
        let mut details = Details::None;
        for column in Details::FIELDS.iter().filter_map(|field| list.field(field)) {
            details = match (details, column.nulls()) {
                (details, Some(nulls)) if nulls.null_count() == column.len() => details,
                (Details::None, Some(nulls)) => Details::Some(nulls.inner().clone().into()),
                (Details::Some(some), Some(nulls)) => {
                    Details::Some((some.values() | nulls.inner()).into())
                }
                _ => Details::All,
            };
        }
        details
    }

    #[inline]
    fn at(&self, at: usize) -> bool {
        match self {
            Details::None => false,
            Details::Some(some) => some.value(at),
            Details::All => true,
        }
    }
}
