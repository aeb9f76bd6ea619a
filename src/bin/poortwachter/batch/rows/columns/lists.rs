//! Columns that may be absent, row by row.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, Date32Array, ListArray, RecordBatch, StringArray, StructArray};
use poortwachter::Day;

/// A column of text that may be absent.
#[derive(Clone, Copy, Default)]
pub(crate) struct Text<'a>(Option<&'a StringArray>);

impl<'a> Text<'a> {
    pub(crate) fn of(column: Option<&'a ArrayRef>) -> Text<'a> {
        Text(column.filter(|column| holds_values(column)).map(AsArray::as_string))
    }

    #[inline]
    pub(crate) fn get(self, i: usize) -> Option<&'a str> {
        self.0.filter(|text| text.is_valid(i)).map(|text| text.value(i))
    }
}

/// A column of days that may be absent.
#[derive(Clone, Copy, Default)]
pub(crate) struct Days<'a>(Option<&'a Date32Array>);

impl<'a> Days<'a> {
    pub(crate) fn of(column: Option<&'a ArrayRef>) -> Days<'a> {
        Days(column.filter(|column| holds_values(column)).map(AsArray::as_primitive))
    }

    #[inline]
    pub(crate) fn get(self, i: usize) -> Option<Day> {
        self.0.filter(|days| days.is_valid(i)).map(|days| Day::from_number(days.value(i)))
    }
}

/// A column with nothing in it costs no more than one that is not there.
fn holds_values(column: &ArrayRef) -> bool {
    column.null_count() < column.len()
}

/// A list of structs that may be absent.
pub(super) struct List<'a> {
    name: &'static str,
    list: Option<&'a ListArray>,
    entries: Option<&'a StructArray>,
}

impl<'a> List<'a> {
    pub(super) fn of(columns: &'a RecordBatch, name: &'static str) -> List<'a> {
        let list = columns.column_by_name(name).map(AsArray::as_list::<i32>);
        List { name, list, entries: list.map(|list| list.values().as_struct()) }
    }

    pub(super) fn field(&self, name: &str) -> Option<&'a ArrayRef> {
        self.entries?.column_by_name(name)
    }

    pub(super) fn days(&self, name: &str) -> Days<'a> {
        Days::of(self.field(name))
    }

    pub(super) fn text(&self, name: &str) -> Text<'a> {
        Text::of(self.field(name))
    }

    /// The entries of a row: their number in its list, and their place among all entries.
    #[inline]
    pub(super) fn of_row(&self, i: usize) -> impl ExactSizeIterator<Item = (usize, usize)> + use<> {
        let range = self.list.filter(|list| list.is_valid(i)).map(|list| {
            let at = |i: usize| usize::try_from(list.value_offsets()[i]).unwrap_or(0);
            at(i)..at(i + 1)
        });
        range.unwrap_or(0..0).enumerate()
    }

    /// What is wrong with an entry without that field.
    #[cold]
    pub(super) fn missing(&self, entry: usize, field: &str) -> String {
        format!("{}[{entry}].{field}: it is missing: record it", self.name)
    }
}

/// A list of periods that may be absent.
pub(super) struct Periods<'a> {
    pub(super) list: List<'a>,
    first_day: Days<'a>,
    pub(super) last_day: Days<'a>,
}

impl<'a> Periods<'a> {
    pub(super) fn of(columns: &'a RecordBatch, name: &'static str) -> Periods<'a> {
        let list = List::of(columns, name);
        let (first_day, last_day) = (list.days("first_day"), list.days("last_day"));
        Periods { list, first_day, last_day }
    }

    #[inline]
    pub(super) fn first_day(&self, entry: usize, at: usize) -> Result<Day, String> {
        self.first_day.get(at).ok_or_else(|| self.list.missing(entry, "first_day"))
    }

    #[inline]
    pub(super) fn last_day(&self, entry: usize, at: usize) -> Result<Day, String> {
        self.last_day.get(at).ok_or_else(|| self.list.missing(entry, "last_day"))
    }
}
