//! JSON Lines: lines of cases in memory to text of summaries, as `poortwachter batch` does it. Every
//! answer is checked against serde and the full timeline before anything is timed.

#[path = "../src/bin/poortwachter/batch/rows/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the command uses more of it")]
mod rows;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use poortwachter::batch::{Batch, Summary, Worker};
use poortwachter::wire::CaseReader;
use poortwachter::{Case, Timeline};
use rows::text::{Style, Text};
use rows::{Ask, Rows};
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::Duration;
use support::plain;
use support::portfolio::{Mix, Portfolio};

const CASES: usize = 20_000;

/// What a thread of the command has, without its files.
struct Command<'b> {
    reader: CaseReader,
    worker: Worker<'b>,
    rows: Rows,
    text: Text,
    written: Vec<u8>,
}

impl<'b> Command<'b> {
    fn new(batch: &'b Batch) -> Command<'b> {
        Command {
            reader: CaseReader::new(),
            worker: batch.worker(),
            rows: Rows::default(),
            text: Text::new(Style::Json, Ask::Summary),
            written: Vec::new(),
        }
    }

    /// Reads and checks every case.
    fn read(&mut self, lines: &[&str], mut see: impl FnMut(&Case, &mut Worker<'b>, &mut Rows)) {
        self.rows.begin(0, Ask::Summary);
        for line in lines {
            self.reader.clear();
            if !self.reader.read_quickly(line) {
                self.reader.clear();
                let mut json = serde_json::Deserializer::from_str(line);
                serde::de::DeserializeSeed::deserialize(&mut self.reader, &mut json).expect("JSON");
            }
            see(self.reader.case().expect("a case"), &mut self.worker, &mut self.rows);
        }
    }

    fn summaries(&mut self, lines: &[&str]) {
        self.read(lines, |case, worker, rows| rows.add(case, Ask::Summary, worker));
    }

    fn write(&mut self) {
        self.text.write(&self.rows, &mut self.written);
    }
}

/// The same through serde and the timeline of each case.
fn expected(line: &str) -> Value {
    let case: Case = serde_json::from_str(line).expect("JSON of a case");
    let summary = Summary::from_view(&Timeline::new(&case).view(plain::ON));
    json!({
        "id": case.id(),
        "counted_day": summary.counted_day,
        "week": summary.week(),
        "state": summary.state.id(),
        "next_duty": summary.next_duty.map(|duty| duty.id()),
        "next_due": summary.next_due.map(|day| day.to_string()),
        "overdue": summary.overdue,
        "worst": summary.worst.id(),
        "wages_last_day": summary.wages_last_day.map(|day| day.to_string()),
        "wia_start": summary.wia_start.map(|day| day.to_string()),
    })
}

fn lines(mix: Mix) -> String {
    let portfolio = Portfolio { seed: 1, cases: CASES, as_of: plain::ON, mix };
    let line = |case| serde_json::to_string(&case).expect("JSON") + "\n";
    portfolio.cases().map(line).collect()
}

fn jsonl(criterion: &mut Criterion) {
    let batch = plain::batch();
    for (name, mix) in [("plain", Mix::PLAIN), ("mixed", Mix::default())] {
        let text = lines(mix);
        let lines: Vec<_> = text.lines().collect();
        let mut command = Command::new(&batch);
        command.summaries(&lines);
        command.write();
        let written = std::str::from_utf8(&command.written).expect("UTF-8");
        assert_eq!(written.lines().count(), CASES);
        for (row, line) in written.lines().zip(&lines) {
            assert_eq!(serde_json::from_str::<Value>(row).expect("JSON"), expected(line));
        }

        let mut group = criterion.benchmark_group("jsonl");
        group
            .throughput(Throughput::Elements(CASES as u64))
            .sample_size(10)
            .warm_up_time(Duration::from_millis(300))
            .measurement_time(Duration::from_secs(2));
        group.bench_function(BenchmarkId::new("read", name), |bencher| {
            bencher.iter(|| {
                command.read(black_box(&lines), |case, _, _| {
                    black_box(case);
                });
            });
        });
        group.bench_function(BenchmarkId::new("write", name), |bencher| {
            command.summaries(&lines);
            bencher.iter(|| {
                command.write();
                black_box(&mut command.written);
            });
        });
        group.bench_function(BenchmarkId::new("all", name), |bencher| {
            bencher.iter(|| {
                command.summaries(black_box(&lines));
                command.write();
                black_box(&mut command.written);
            });
        });
        group.finish();
    }
}

criterion_group!(benches, jsonl);
criterion_main!(benches);
