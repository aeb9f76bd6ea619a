//! JSON Lines: the command `poortwachter batch` from a file of cases to a file of summaries, timed as a whole
//! process on one thread: its start, reading, summing up and writing. In the same run its start alone, with a
//! file of no cases; and what reading the same file through serde_json alone takes, a line into a `Case` each,
//! inside this process. Every answer is checked against the full timeline of its case before anything is timed.

mod command;

use criterion::{
    BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main,
};
use poortwachter::batch::Summary;
use poortwachter::{Case, Timeline};
use serde_json::{Value, json};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;
use support::plain;
use support::portfolio::{Mix, Portfolio};

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
        "missed": summary.missed,
        "ended": summary.ended.map(|reason| reason.id()),
        "ended_on": summary.ended_on.map(|day| day.to_string()),
    })
}

fn lines(mix: Mix) -> String {
    let portfolio = Portfolio { seed: 1, cases: command::cases(), as_of: plain::ON, mix };
    let line = |case| serde_json::to_string(&case).expect("JSON") + "\n";
    portfolio.cases().map(line).collect()
}

/// Every row says what the timeline of its case says.
fn check(written: &str, lines: &str) {
    assert_eq!(written.lines().count(), command::cases());
    for (row, line) in written.lines().zip(lines.lines()) {
        assert_eq!(serde_json::from_str::<Value>(row).expect("JSON"), expected(line));
    }
}

/// Makes a case of every line of a file, by serde_json alone.
fn read_by_serde(path: &Path) {
    let text = fs::read_to_string(path).expect("a file");
    for line in text.lines() {
        black_box(serde_json::from_str::<Case>(line).expect("JSON of a case"));
    }
}

fn jsonl(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let (cases, answers) = (folder.path().join("cases.jsonl"), folder.path().join("out.jsonl"));
    let mut group = criterion.benchmark_group("jsonl");
    group
        .sample_size(10)
        .sampling_mode(SamplingMode::Flat)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(4));

    fs::write(&cases, "").expect("a file");
    command::batch(&cases, &answers);
    assert_eq!(fs::read(&answers).expect("a file"), b"");
    group.bench_function("start of the process", |bencher| {
        bencher.iter(|| command::batch(&cases, &answers));
    });

    group.throughput(Throughput::Elements(command::cases() as u64));
    for (name, mix) in [("plain", Mix::PLAIN), ("mixed", Mix::default())] {
        let lines = lines(mix);
        fs::write(&cases, &lines).expect("a file");
        command::batch(&cases, &answers);
        check(&fs::read_to_string(&answers).expect("a file"), &lines);
        group.bench_function(BenchmarkId::new("command", name), |bencher| {
            bencher.iter(|| command::batch(&cases, &answers));
        });
        group.bench_function(BenchmarkId::new("reading by serde_json alone", name), |bencher| {
            bencher.iter(|| read_by_serde(&cases));
        });
    }
    group.finish();
}

criterion_group!(benches, jsonl);
criterion_main!(benches);
