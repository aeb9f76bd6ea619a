//! Parquet: the command `poortwachter batch` from a file of cases to a file of summaries, timed as a whole process on
//! one thread: its start, reading, summing up and writing. In the same run, inside this process, what the parquet
//! crate alone takes to read the same file and to write the same answers. Every answer is checked against
//! the full timeline of its case before anything is timed.

mod columns;
mod command;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int32Type, UInt8Type};
use arrow_array::{Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Schema};
use criterion::{
    BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main,
};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{
    ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use poortwachter::batch::Summary;
use poortwachter::{Case, Timeline};
use std::fs::File;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use support::plain;
use support::portfolio::{Mix, Portfolio};

/// How many rows are in memory at once, as in the command.
const PIECE: usize = 8192;

/// The rows of a file, piece by piece.
fn pieces(path: &Path, options: ArrowReaderOptions) -> ParquetRecordBatchReader {
    let file = File::open(path).expect("a file");
    let reader = ParquetRecordBatchReaderBuilder::try_new_with_options(file, options);
    let reader = reader.expect("a Parquet file").with_batch_size(PIECE);
    reader.build().expect("a reader")
}

/// The answers of a file. Names of closed lists are codes, as the command has them when it writes.
fn answers_in(path: &Path) -> Vec<RecordBatch> {
    let file = File::open(path).expect("a file");
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).expect("a Parquet file");
    let fields = reader.schema().fields().iter().map(|field| {
        let codes = DataType::Dictionary(DataType::UInt8.into(), DataType::Utf8.into());
        let is_name = ["state", "next_duty", "worst", "ended"].contains(&field.name().as_str());
        let field = field.as_ref().clone();
        if is_name { field.with_data_type(codes) } else { field }
    });
    let schema = Schema::new(fields.collect::<Vec<_>>());
    let options = ArrowReaderOptions::new().with_schema(Arc::new(schema));
    pieces(path, options).map(|piece| piece.expect("rows")).collect()
}

/// Pieces of one file, packed as the command packs its answers.
fn write(path: &Path, pieces: &[RecordBatch]) {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let file = File::create(path).expect("a file");
    let schema = pieces[0].schema();
    let mut writer = ArrowWriter::try_new(file, schema, Some(properties)).expect("a writer");
    pieces.iter().for_each(|piece| writer.write(piece).expect("rows"));
    writer.close().expect("a whole file");
}

/// Every column says what the timeline of its case says.
fn check(answers: &[RecordBatch], cases: &[Case]) {
    let mut cases = cases.iter();
    for answer in answers {
        let day = |name: &str, i| {
            let column = answer.column_by_name(name).expect("a column");
            let days = column.as_primitive::<Date32Type>();
            days.is_valid(i).then(|| poortwachter::Day::from_number(days.value(i)))
        };
        let number = |name: &str, i| {
            let column = answer.column_by_name(name).expect("a column");
            column.as_primitive::<Int32Type>().value(i)
        };
        let name = |name: &str, i| {
            let column = answer.column_by_name(name).expect("a column");
            let names = column.as_dictionary::<UInt8Type>().downcast_dict::<StringArray>();
            let names = names.expect("names");
            column.is_valid(i).then(|| {
                let key = names.keys().value(i);
                names.values().value(usize::from(key)).to_string()
            })
        };
        for i in 0..answer.num_rows() {
            let case = cases.next().expect("as many cases as answers");
            let summary = Summary::from_view(&Timeline::new(case).view(plain::ON));
            let id = answer.column_by_name("id").expect("a column").as_string::<i32>();
            assert_eq!(Some(id.value(i)), case.id());
            assert_eq!(number("counted_day", i) as u32, summary.counted_day);
            assert_eq!(number("week", i) as u32, summary.week());
            assert_eq!(number("overdue", i), i32::from(summary.overdue));
            assert_eq!(name("state", i).as_deref(), Some(summary.state.id()));
            assert_eq!(name("next_duty", i).as_deref(), summary.next_duty.map(|duty| duty.id()));
            assert_eq!(name("worst", i).as_deref(), Some(summary.worst.id()));
            assert_eq!(day("next_due", i), summary.next_due);
            assert_eq!(day("wages_last_day", i), summary.wages_last_day);
            assert_eq!(day("wia_start", i), summary.wia_start);
            assert_eq!(number("missed", i), i32::from(summary.missed));
            assert_eq!(name("ended", i).as_deref(), summary.ended.map(|reason| reason.id()));
            assert_eq!(day("ended_on", i), summary.ended_on);
        }
    }
    assert_eq!(cases.count(), 0);
}

fn to_parquet(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let [cases, answers, copy] =
        ["cases", "answers", "copy"].map(|name| folder.path().join(name).with_extension("parquet"));
    let mut group = criterion.benchmark_group("parquet");
    group
        .throughput(Throughput::Elements(command::cases() as u64))
        .sample_size(10)
        .sampling_mode(SamplingMode::Flat)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(4));
    for (name, mix) in [("plain", Mix::PLAIN), ("mixed", Mix::default())] {
        let portfolio = Portfolio { seed: 1, cases: command::cases(), as_of: plain::ON, mix };
        let drawn: Vec<_> = portfolio.cases().collect();
        let columns = if name == "plain" { columns::plain(&drawn) } else { columns::mixed(&drawn) };
        write(&cases, &[columns]);
        command::batch(&cases, &answers);
        let answered = answers_in(&answers);
        check(&answered, &drawn);

        group.bench_function(BenchmarkId::new("command", name), |bencher| {
            bencher.iter(|| command::batch(&cases, &answers));
        });
        group.bench_function(BenchmarkId::new("reading and writing alone", name), |bencher| {
            bencher.iter(|| {
                let pieces = pieces(&cases, ArrowReaderOptions::new());
                pieces.for_each(|piece| drop(black_box(piece.expect("rows"))));
                write(&copy, &answered);
            });
        });
    }
    group.finish();
}

criterion_group!(benches, to_parquet);
criterion_main!(benches);
