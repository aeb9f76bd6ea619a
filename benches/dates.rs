//! A summary of plain cases: this library against general date libraries, one case after the other on one
//! core. All give the same sums, which is checked before anything is timed.

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use poortwachter::batch::Summaries;
use poortwachter::chrono::NaiveDate;
use poortwachter::timeline::LEAD_DAYS;
use std::hint::black_box;
use std::time::Duration;
use support::naive::{self, Date, Naive};
use support::plain::{self, Sums};

const CASES: usize = 100_000;

fn dates(criterion: &mut Criterion) {
    let first_sick_days = plain::first_sick_days(CASES);
    let mut group = criterion.benchmark_group("dates");
    group
        .throughput(Throughput::Elements(CASES as u64))
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2));

    let (mut batch, mut out, mut rejected) = (plain::batch(), Summaries::default(), Vec::new());
    batch.days_into(&first_sick_days, &mut out, &mut rejected);
    assert_eq!(rejected, []);
    let expected = Sums::of(&out);
    group.bench_function("poortwachter", |bencher| {
        bencher.iter(|| {
            batch.days_into(black_box(&first_sick_days), &mut out, &mut rejected);
            black_box(&mut out);
        });
    });
    one_by_one::<NaiveDate>("chrono", &mut group, &first_sick_days, expected);
    one_by_one::<jiff::civil::Date>("jiff", &mut group, &first_sick_days, expected);
    group.finish();
}

fn one_by_one<D: Date>(
    library: &str,
    group: &mut BenchmarkGroup<'_, WallTime>,
    first_sick_days: &[i32],
    expected: Sums,
) {
    let first_sick_days: Vec<D> = first_sick_days.iter().map(|day| D::from_number(*day)).collect();
    let naive = Naive::on(D::from_number(plain::ON.number()), LEAD_DAYS);
    let mut out = Vec::new();
    naive.rows_into(&first_sick_days, &mut out);
    assert_eq!(naive::sums(&out), expected, "{library}");
    group.bench_function(library, |bencher| {
        bencher.iter(|| {
            naive.rows_into(black_box(&first_sick_days), &mut out);
            black_box(&mut out);
        });
    });
}

criterion_group!(benches, dates);
criterion_main!(benches);
