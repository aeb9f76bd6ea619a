//! Parquet files of cases in every way that is read.

use arrow_array::builder::{
    Date32Builder, Int32Builder, ListBuilder, StringBuilder, StructBuilder,
};
use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Fields};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding};
use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder, WriterVersion};
use poortwachter::Day;
use std::sync::Arc;

fn day(month: u8, day: u8) -> i32 {
    Day::new(2026, month, day).number()
}

/// Cases with text, days and lists.
pub fn cases(count: usize) -> RecordBatch {
    let ids: Vec<_> = (0..count).map(|i| (i % 7 != 3).then(|| format!("case-{i}"))).collect();
    let regimes: Vec<_> = (0..count).map(|i| (i % 3 == 0).then_some("employer")).collect();
    let first: Vec<_> = (0..count).map(|i| Some(day(1, 5) + (i % 50) as i32)).collect();
    let last: Vec<_> = (0..count).map(|i| (i % 5 == 0).then(|| day(6, 5))).collect();
    let text = |name| Field::new(name, DataType::Utf8, true);
    let date = |name| Field::new(name, DataType::Date32, true);
    let event = [text("kind"), date("on"), Field::new("weeks", DataType::Int32, true)];
    let mut events = ListBuilder::new(StructBuilder::from_fields(Fields::from(event.to_vec()), 0));
    let mut gaps = ListBuilder::new(StructBuilder::from_fields(
        Fields::from(vec![date("first_day"), date("last_day")]),
        0,
    ));
    for i in 0..count {
        for n in 0..i % 4 {
            let entry = events.values();
            let kind = ["interview", "problem-analysis", "plan-of-action"][n];
            entry.field_builder::<StringBuilder>(0).expect("text").append_value(kind);
            entry
                .field_builder::<Date32Builder>(1)
                .expect("days")
                .append_value(day(3, 1 + n as u8));
            entry.field_builder::<Int32Builder>(2).expect("numbers").append_null();
            entry.append(true);
        }
        events.append(i % 6 != 5);
        if i % 9 == 0 {
            let entry = gaps.values();
            entry.field_builder::<Date32Builder>(0).expect("days").append_value(day(4, 1));
            entry.field_builder::<Date32Builder>(1).expect("days").append_value(day(4, 9));
            entry.append(true);
        }
        gaps.append(true);
    }
    let columns: [(&str, ArrayRef); 6] = [
        ("id", Arc::new(StringArray::from(ids))),
        ("regime", Arc::new(StringArray::from(regimes))),
        ("first_sick_day", Arc::new(Date32Array::from(first))),
        ("last_sick_day", Arc::new(Date32Array::from(last))),
        ("gaps", Arc::new(gaps.finish())),
        ("events", Arc::new(events.finish())),
    ];
    let columns = columns.map(|(name, column)| (name, column, true));
    RecordBatch::try_from_iter_with_nullable(columns).expect("columns of one length")
}

/// The cases, or only their plain columns, written in a way.
pub fn written(rows: &RecordBatch, properties: WriterPropertiesBuilder) -> Vec<u8> {
    let mut bytes = Vec::new();
    let properties = properties.set_data_page_row_count_limit(40).set_write_batch_size(20).build();
    let mut writer =
        ArrowWriter::try_new(&mut bytes, rows.schema(), Some(properties)).expect("a writer");
    writer.write(rows).expect("rows");
    writer.close().expect("a whole file");
    bytes
}

/// Whole files in every way that is read.
pub fn whole() -> Vec<(&'static str, Vec<u8>)> {
    let all = cases(100);
    let plain = all.project(&[0, 2, 3]).expect("some columns");
    let any = WriterProperties::builder;
    let without = || any().set_dictionary_enabled(false);
    let packed = |compression| any().set_compression(compression);
    vec![
        ("dictionary", written(&all, any())),
        ("plain", written(&all, without())),
        ("snappy", written(&all, packed(Compression::SNAPPY))),
        ("gzip", written(&all, packed(Compression::GZIP(Default::default())))),
        ("lz4", written(&all, packed(Compression::LZ4_RAW))),
        ("second version", written(&all, any().set_writer_version(WriterVersion::PARQUET_2_0))),
        ("delta", {
            let delta = without().set_writer_version(WriterVersion::PARQUET_2_0);
            written(&all, delta.set_column_encoding("id".into(), Encoding::DELTA_LENGTH_BYTE_ARRAY))
        }),
        ("days", written(&plain, packed(Compression::SNAPPY))),
        ("plain days", written(&plain, without())),
    ]
}
