//! From rows of answers to columns.
//!
//! Names of closed lists stay codes, into a dictionary that is made once: the same STRING in a file.

use super::super::names::{names, values};
use super::super::{Ask, Rows};
use arrow_array::types::UInt8Type;
use arrow_array::{
    Array, ArrayRef, Date32Array, DictionaryArray, Int32Array, RecordBatch, StringArray, UInt8Array,
};
use arrow_schema::{DataType, Field, Schema};
use poortwachter::batch::NO_DAY;
use std::sync::Arc;

pub(super) fn schema(ask: Ask) -> Arc<Schema> {
    let code = || DataType::Dictionary(DataType::UInt8.into(), DataType::Utf8.into());
    let fields = names(ask).iter().map(|name| {
        let data = match *name {
            "id" => DataType::Utf8,
            "counted_day" | "week" | "overdue" | "missed" | "number" | "days" => DataType::Int32,
            "state" | "next_duty" | "worst" | "ended" | "duty" | "status" => code(),
            _ => DataType::Date32,
        };
        Field::new(*name, data, true)
    });
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// What is wrong with columns that should be an answer with obligations.
pub(crate) fn check(columns: &Schema) -> Result<(), String> {
    for field in schema(Ask::Obligations).fields() {
        // In a file the names of a dictionary are text.
        let wanted = match field.data_type() {
            DataType::Dictionary(_, text) => text,
            data => data,
        };
        let name = field.name();
        let found = columns.column_with_name(name).map(|(_, field)| field.data_type());
        if found != Some(wanted) {
            return Err(format!(
                "there is no column {name} of {wanted}: make the file with batch --obligations"
            ));
        }
    }
    Ok(())
}

/// Makes columns of rows.
pub(crate) struct Encoder {
    ask: Ask,
    schema: Arc<Schema>,
    /// What the codes of each column stand for.
    values: Vec<Arc<StringArray>>,
}

impl Encoder {
    pub(crate) fn new(ask: Ask) -> Encoder {
        let values = names(ask).iter().map(|name| Arc::new(StringArray::from(values(name))));
        Encoder { ask, schema: schema(ask), values: values.collect() }
    }

    /// None when there are no rows.
    pub(crate) fn encode(&self, rows: &Rows) -> Option<RecordBatch> {
        let columns = match self.ask {
            Ask::Summary => self.summaries(rows),
            Ask::Obligations => self.obligations(rows),
            Ask::Horizon { .. } => return None,
        };
        let batch = RecordBatch::try_new(self.schema.clone(), columns);
        debug_assert!(batch.is_ok(), "the columns are those of the schema");
        batch.ok().filter(|batch| batch.num_rows() > 0)
    }

    fn summaries(&self, rows: &Rows) -> Vec<ArrayRef> {
        let all = &rows.summaries;
        let [_, _, _, state, duty, _, _, worst, _, _, _, ended, _] = &self.values[..] else {
            return Vec::new();
        };
        vec![
            Arc::new(rows.ids.column()),
            numbers(all.counted_day()),
            numbers(all.week()),
            codes(all.state(), state),
            codes(all.next_duty(), duty),
            days(all.next_due()),
            numbers(all.overdue()),
            codes(all.worst(), worst),
            days(all.wages_last_day()),
            days(all.wia_start()),
            numbers(all.missed()),
            codes(all.ended(), ended),
            days(all.ended_on()),
        ]
    }

    fn obligations(&self, rows: &Rows) -> Vec<ArrayRef> {
        let all = &rows.obligations;
        let [_, duty, _, _, _, _, _, _, status, _] = &self.values[..] else { return Vec::new() };
        let ids = all.case().iter().map(|case| rows.ids.get(*case as usize));
        let number = |days: u32| i32::try_from(days).unwrap_or(i32::MAX);
        let in_days = all.days().iter().map(|days| Some(number(*days)).filter(|days| *days > 0));
        vec![
            Arc::new(ids.collect::<StringArray>()),
            codes(all.duty(), duty),
            numbers(all.number()),
            days(all.opens()),
            days(all.advised()),
            days(all.due()),
            days(all.tolerated()),
            days(all.met()),
            codes(all.status(), status),
            Arc::new(in_days.collect::<Int32Array>()),
        ]
    }
}

fn numbers<T: Copy + Into<u32>>(values: &[T]) -> ArrayRef {
    let number = |value: &T| i32::try_from((*value).into()).unwrap_or(i32::MAX);
    Arc::new(Int32Array::from_iter_values(values.iter().map(number)))
}

fn days(values: &[i32]) -> ArrayRef {
    let is_day = |day: &i32| *day != NO_DAY;
    let nulls =
        (!values.iter().all(is_day)).then(|| values.iter().map(is_day).collect::<Vec<_>>().into());
    Arc::new(Date32Array::new(values.to_vec().into(), nulls))
}

/// Codes of names; one that stands for nothing is none.
fn codes(codes: &[u8], names: &Arc<StringArray>) -> ArrayRef {
    let is_name = |code: &u8| usize::from(*code) < names.len();
    let nulls =
        (!codes.iter().all(is_name)).then(|| codes.iter().map(is_name).collect::<Vec<_>>().into());
    let keys = UInt8Array::new(codes.to_vec().into(), nulls);
    Arc::new(DictionaryArray::<UInt8Type>::new(keys, names.clone()))
}
