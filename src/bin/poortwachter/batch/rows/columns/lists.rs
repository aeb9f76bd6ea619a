//! Columns that may be absent, row by row.

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, ListArray, StringArray, StructArray,
};
use arrow_schema::DataType;
use poortwachter::Day;

/// A column of text that may be absent.
#[derive(Clone, Copy, Default)]
pub(crate) struct Text<'a>(Option<&'a StringArray>);

impl<'a> Text<'a> {
    pub(crate) fn of(column: Option<&'a ArrayRef>) -> Text<'a> {
        Text(column.map(AsArray::as_string))
    }

    pub(crate) fn get(self, i: usize) -> Option<&'a str> {
        self.0.filter(|text| text.is_valid(i)).map(|text| text.value(i))
    }
}

/// A column of days that may be absent.
#[derive(Clone, Copy, Default)]
pub(crate) struct Days<'a>(Option<&'a Date32Array>);

impl<'a> Days<'a> {
    pub(crate) fn of(column: Option<&'a ArrayRef>) -> Days<'a> {
        Days(column.map(AsArray::as_primitive))
    }

    pub(crate) fn get(self, i: usize) -> Option<Day> {
        self.0.filter(|days| days.is_valid(i)).map(|days| Day::from_number(days.value(i)))
    }
}

/// A list of structs that may be absent, with every field that an entry may have.
#[derive(Default)]
pub(super) struct List<'a> {
    list: Option<&'a ListArray>,
    pub(super) first_day: Days<'a>,
    pub(super) last_day: Days<'a>,
    pub(super) on: Days<'a>,
    pub(super) counts: Option<&'a BooleanArray>,
    pub(super) joins: Text<'a>,
    pub(super) decided_by: Text<'a>,
    pub(super) decided_on: Days<'a>,
    pub(super) kind: Text<'a>,
    pub(super) duty: Text<'a>,
    pub(super) until: Days<'a>,
    pub(super) reason: Text<'a>,
    pub(super) by: Text<'a>,
    pub(super) phase: Text<'a>,
    pub(super) item: Text<'a>,
    pub(super) part: Text<'a>,
    weeks: Option<&'a ArrayRef>,
}

impl<'a> List<'a> {
    pub(super) fn of(column: Option<&'a ArrayRef>) -> List<'a> {
        let Some(list) = column.map(AsArray::as_list::<i32>) else { return List::default() };
        let entries: &StructArray = list.values().as_struct();
        let field = |name| entries.column_by_name(name);
        List {
            list: Some(list),
            first_day: Days::of(field("first_day")),
            last_day: Days::of(field("last_day")),
            on: Days::of(field("on")),
            counts: field("counts_for_dismissal_ban").map(AsArray::as_boolean),
            joins: Text::of(field("joins")),
            decided_by: Text::of(field("decided_by")),
            decided_on: Days::of(field("decided_on")),
            kind: Text::of(field("kind")),
            duty: Text::of(field("duty")),
            until: Days::of(field("until")),
            reason: Text::of(field("reason")),
            by: Text::of(field("by")),
            phase: Text::of(field("phase")),
            item: Text::of(field("item")),
            part: Text::of(field("part")),
            weeks: field("weeks"),
        }
    }

    /// The entries of a row: their number in its list, and their place among all entries.
    pub(super) fn of_row(&self, i: usize) -> impl Iterator<Item = (usize, usize)> + use<> {
        let range = self.list.filter(|list| list.is_valid(i)).map(|list| {
            let at = |i: usize| usize::try_from(list.value_offsets()[i]).unwrap_or(0);
            at(i)..at(i + 1)
        });
        range.unwrap_or(0..0).enumerate()
    }

    pub(super) fn day(
        &self,
        at: usize,
        field: &str,
        list: &str,
        entry: usize,
    ) -> Result<Day, String> {
        let days = match field {
            "first_day" => self.first_day,
            "last_day" => self.last_day,
            _ => self.on,
        };
        days.get(at).ok_or_else(|| format!("{list}[{entry}].{field}: it is missing: record it"))
    }

    pub(super) fn weeks(&self, at: usize, entry: usize) -> Result<Option<u32>, String> {
        let Some(column) = self.weeks.filter(|weeks| weeks.is_valid(at)) else { return Ok(None) };
        let weeks = match column.data_type() {
            DataType::Int64 => column.as_primitive::<Int64Type>().value(at),
            _ => column.as_primitive::<Int32Type>().value(at).into(),
        };
        let weeks = u32::try_from(weeks).map(Some);
        weeks.map_err(|_| format!("events[{entry}].weeks: it lasts 1 to 52 weeks"))
    }
}
