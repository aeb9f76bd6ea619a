//! Parquet to Parquet, as `poortwachter batch` does it on one thread: all of it, what reading and
//! writing the same columns costs alone, and what lies between. The answer is checked against the full
//! timeline of every case before anything is timed.

mod columns;
#[path = "../src/bin/poortwachter/batch/parquet_file/mod.rs"]
mod parquet_file;
#[path = "../src/bin/poortwachter/batch/rows/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the command uses more of it")]
mod rows;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int32Type, UInt8Type};
use arrow_array::{Array, RecordBatch, RecordBatchReader, StringArray};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use parquet::arrow::ArrowWriter;
use poortwachter::batch::{Batch, Summary};
use poortwachter::{Case, Timeline};
use rows::columns::{ColumnReader, Encoder, Table, writer};
use rows::{Ask, Rows};
use std::fs::File;
use std::hint::black_box;
use std::io::{Seek, SeekFrom};
use std::time::Duration;
use support::plain;
use support::portfolio::{Mix, Portfolio};

const CASES: usize = 100_000;

/// A file of cases, which is gone when the bench is.
struct Cases(File);

impl Cases {
    fn of(rows: &RecordBatch) -> Cases {
        let path = std::env::temp_dir().join(format!("poortwachter-{}", std::process::id()));
        let file = File::options().read(true).write(true).create_new(true).open(&path);
        let file = file.expect("a file");
        std::fs::remove_file(path).expect("an open file may lose its name");
        let same = file.try_clone().expect("a file");
        let mut writer = ArrowWriter::try_new(same, rows.schema(), None).expect("a writer");
        writer.write(rows).expect("rows");
        writer.close().expect("a whole file");
        Cases(file)
    }

    fn pieces(&self) -> (Table, impl Iterator<Item = RecordBatch>) {
        let mut file = self.0.try_clone().expect("a file");
        file.seek(SeekFrom::Start(0)).expect("a file");
        let (pieces, _) = parquet_file::read(file).expect("a Parquet file");
        let table = Table::of(&pieces.schema()).expect("columns of cases");
        (table, pieces.map(|piece| piece.expect("rows")))
    }
}

/// What a thread of the command has, without its files.
struct Command<'b> {
    reader: ColumnReader<'b>,
    rows: Rows,
    encoder: Encoder,
}

impl<'b> Command<'b> {
    fn new(table: Table, batch: &'b Batch) -> Command<'b> {
        Command {
            reader: ColumnReader::new(table, batch, Ask::Summary),
            rows: Rows::default(),
            encoder: Encoder::new(Ask::Summary),
        }
    }

    fn answer(&mut self, columns: &RecordBatch) -> RecordBatch {
        self.reader.read(0, columns, &mut self.rows);
        self.encoder.encode(&self.rows).expect("rows")
    }
}

fn write(answers: impl Iterator<Item = RecordBatch>) -> Vec<u8> {
    let mut writer = writer(Vec::new(), Ask::Summary).expect("a writer");
    answers.for_each(|answer| writer.write(&answer).expect("rows"));
    writer.into_inner().expect("a whole file")
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
        }
    }
    assert_eq!(cases.count(), 0);
}

fn to_parquet(criterion: &mut Criterion) {
    let batch = plain::batch();
    for (name, mix) in [("plain", Mix::PLAIN), ("mixed", Mix::default())] {
        let portfolio = Portfolio { seed: 1, cases: CASES, as_of: plain::ON, mix };
        let cases: Vec<_> = portfolio.cases().collect();
        let columns = if name == "plain" { columns::plain(&cases) } else { columns::mixed(&cases) };
        let file = Cases::of(&columns);
        let mut command = Command::new(file.pieces().0, &batch);
        let pieces: Vec<_> = file.pieces().1.collect();
        let answers: Vec<_> = pieces.iter().map(|piece| command.answer(piece)).collect();
        check(&answers, &cases);

        let mut group = criterion.benchmark_group("parquet");
        group
            .throughput(Throughput::Elements(CASES as u64))
            .sample_size(10)
            .warm_up_time(Duration::from_millis(300))
            .measurement_time(Duration::from_secs(4));
        group.bench_function(BenchmarkId::new("all", name), |bencher| {
            bencher.iter(|| write(file.pieces().1.map(|piece| command.answer(&piece))));
        });
        group.bench_function(BenchmarkId::new("reading and writing alone", name), |bencher| {
            bencher.iter(|| {
                file.pieces().1.for_each(|piece| drop(black_box(piece)));
                write(answers.iter().cloned())
            });
        });
        group.bench_function(BenchmarkId::new("between", name), |bencher| {
            bencher.iter(|| {
                for piece in &pieces {
                    black_box(command.answer(black_box(piece)));
                }
            });
        });
        group.finish();
    }
}

criterion_group!(benches, to_parquet);
criterion_main!(benches);
