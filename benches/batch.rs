//! Many cases at once, and one case in full. Every answer is checked before anything is timed.

use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use poortwachter::batch::{Batch, Obligations, Summaries, Summary};
use poortwachter::chrono::NaiveDate;
use poortwachter::law::{LAW, Law, Rule, Version, bw7, wia};
use poortwachter::timeline::LEAD_DAYS;
use poortwachter::{Case, Day, Timeline};
use std::hint::black_box;
use std::time::Duration;
use support::limit::{Narrow, Wide};
use support::naive::{self, Date, Naive};
use support::plain::{self, Sums};
use support::portfolio::{Mix, Portfolio};

fn group<'c>(criterion: &'c mut Criterion, name: &str) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2));
    group
}

/// The time a case should not depend on the number of cases.
fn plain(criterion: &mut Criterion) {
    let mut group = group(criterion, "plain");
    for cases in [10_000, 100_000, 1_000_000, 10_000_000] {
        let first_sick_days = plain::first_sick_days(cases);
        let (mut batch, mut out, mut rejected) = (plain::batch(), Summaries::default(), Vec::new());
        batch.days_into(&first_sick_days, &mut out, &mut rejected);
        assert_eq!(rejected, []);
        assert_eq!(Sums::of(&out), naive_sums(&first_sick_days));
        for i in (0..cases).step_by(cases / 100) {
            let first = NaiveDate::from_number(first_sick_days[i]);
            let case = Case::builder().sick_since(first).build().expect("a plain case");
            assert_eq!(out.get(i), Some(summary(&case)));
        }
        group.throughput(Throughput::Elements(cases as u64));
        group.bench_function(BenchmarkId::from_parameter(cases), |bencher| {
            bencher.iter(|| {
                batch.days_into(black_box(&first_sick_days), &mut out, &mut rejected);
                black_box(&mut out);
            });
        });
    }
    group.finish();
}

fn naive_sums(first_sick_days: &[i32]) -> Sums {
    let days: Vec<NaiveDate> = first_sick_days.iter().map(|day| Date::from_number(*day)).collect();
    let mut rows = Vec::new();
    Naive::on(NaiveDate::from(plain::ON), LEAD_DAYS).rows_into(&days, &mut rows);
    naive::sums(&rows)
}

/// The summary the long way round.
fn summary(case: &Case) -> Summary {
    Summary::from_view(&Timeline::new(case).view(plain::ON))
}

const MIXED: usize = 20_000;

fn mixed_cases() -> Vec<Case> {
    let (as_of, mix) = (plain::ON, Mix::default());
    Portfolio { seed: 1, cases: MIXED, as_of, mix }.cases().collect()
}

/// The mixed portfolio: recoveries, leave, events, three regimes.
fn mixed(criterion: &mut Criterion) {
    let mut group = group(criterion, "mixed");
    let cases = mixed_cases();

    let (batch, mut out) = (plain::batch(), Summaries::default());
    batch.cases_into(&cases, &mut out);
    for (i, case) in cases.iter().enumerate() {
        assert_eq!(out.get(i), Some(summary(case)), "case {i}");
    }
    group.throughput(Throughput::Elements(MIXED as u64));
    group.bench_function("summaries", |bencher| {
        bencher.iter(|| {
            batch.cases_into(black_box(&cases), &mut out);
            black_box(&mut out);
        });
    });

    let mut timeline = Timeline::new(&cases[0]);
    group.throughput(Throughput::Elements(MIXED as u64));
    group.bench_function("timelines in the same memory", |bencher| {
        bencher.iter(|| {
            for case in black_box(&cases) {
                timeline.recompute(case);
            }
            black_box(&timeline);
        });
    });

    what_limits(&mut group, &cases);
    second_versions(&mut group, &cases);

    let mut out = Obligations::default();
    batch.obligations_into(&cases, &mut out);
    assert_same_obligations(&cases, &out);
    group.throughput(Throughput::Elements(out.len() as u64));
    group.bench_function("obligations", |bencher| {
        bencher.iter(|| {
            batch.obligations_into(black_box(&cases), &mut out);
            black_box(&mut out);
        });
    });
    group.finish();
}

/// The present law once more, as if three of its rules had been enacted anew after every case of the portfolio
/// began: which version holds must be found for each case.
fn second_versions(group: &mut BenchmarkGroup<'_, WallTime>, cases: &[Case]) {
    macro_rules! enacted_again {
        ($($rule:ident = $of:path;)+) => {$(
            static $rule: Rule = {
                const PRESENT: &Version = $of.version_in_force();
                const VERSIONS: &[Version] = &[
                    Version { since: None, ..*PRESENT },
                    Version { since: Some(Day::new(2027, 7, 1)), ..*PRESENT },
                ];
                $of.with_versions(VERSIONS)
            };
        )+};
    }
    enacted_again! {
        CLAIM = wia::WIA_CLAIM;
        WAITING_PERIOD = wia::WAITING_PERIOD;
        WAGES = bw7::WAGE_PERIOD;
    }
    let amended = [&CLAIM, &WAITING_PERIOD, &WAGES]
        .into_iter()
        .fold(LAW.clone(), |law, rule| law.amended(rule).expect("a sound law"));
    let law: &'static Law = Box::leak(Box::new(amended));
    let (batch, mut out) = (Batch::under(law, plain::ON), Summaries::default());
    batch.cases_into(cases, &mut out);
    for (i, case) in cases.iter().enumerate() {
        assert_eq!(out.get(i), Some(summary(case)), "case {i}");
    }
    group.throughput(Throughput::Elements(cases.len() as u64));
    group.bench_function("summaries, three rules of two versions", |bencher| {
        bencher.iter(|| {
            batch.cases_into(black_box(cases), &mut out);
            black_box(&mut out);
        });
    });
}

/// How much of a pass goes to wrong guesses of the processor: it learns 500 cases that come again at once.
/// And how much to the memory: as many copies of them as do not fit in a cache near it.
fn what_limits(group: &mut BenchmarkGroup<'_, WallTime>, cases: &[Case]) {
    const LEARNT: usize = 500;
    const TIMES: usize = 40;
    let (batch, mut out) = (plain::batch(), Summaries::default());
    group.throughput(Throughput::Elements((cases.len() * TIMES) as u64));
    group.bench_function("each 500 of them again and again", |bencher| {
        bencher.iter(|| {
            for few in cases.chunks(LEARNT) {
                for _ in 0..TIMES {
                    batch.cases_into(black_box(few), &mut out);
                    black_box(&mut out);
                }
            }
        });
    });
    let few = &cases[..LEARNT];
    for copies in [1, 320] {
        let cases: Vec<Case> = (0..copies).flat_map(|_| few.iter().cloned()).collect();
        group.throughput(Throughput::Elements(cases.len() as u64));
        group.bench_function(format!("500 of them, {copies} times in memory"), |bencher| {
            bencher.iter(|| {
                batch.cases_into(black_box(&cases), &mut out);
                black_box(&mut out);
            });
        });
    }
}

fn assert_same_obligations(cases: &[Case], out: &Obligations) {
    let mut entry = 0;
    for (i, case) in cases.iter().enumerate() {
        for (obligation, status) in Timeline::new(case).view(plain::ON).obligations() {
            let due = obligation.due().map_or(poortwachter::batch::NO_DAY, Day::number);
            assert_eq!((out.case()[entry] as usize, out.due()[entry]), (i, due));
            assert_eq!(out.status_kind(entry), Some(status.kind()));
            entry += 1;
        }
    }
    assert_eq!(entry, out.len());
}

/// One case with every obligation, as of a day.
fn one_case(criterion: &mut Criterion) {
    let mut group = group(criterion, "one case");
    let plain_case = Case::builder().sick_since(plain::ON - 500);
    let plain_case = plain_case.build().expect("a plain case");
    let busy_case =
        mixed_cases().into_iter().max_by_key(|case| Timeline::new(case).obligations().len());
    let busy_case = busy_case.expect("a portfolio of some cases");
    for (name, case) in [("plain", plain_case), ("busy", busy_case)] {
        let mut timeline = Timeline::new(&case);
        assert_eq!(plain::batch().worker().summary(&case), summary(&case));
        let other = Case::builder().sick_since(plain::ON).build().expect("a plain case");
        timeline.recompute(&other);
        timeline.recompute(&case);
        assert_eq!(timeline, Timeline::new(&case));

        group.throughput(Throughput::Elements(timeline.obligations().len() as u64));
        group.bench_function(BenchmarkId::new("timeline", name), |bencher| {
            bencher.iter(|| Timeline::new(black_box(&case)));
        });
        group.bench_function(BenchmarkId::new("timeline in the same memory", name), |bencher| {
            bencher.iter(|| timeline.recompute(black_box(&case)));
        });
        let view = timeline.view(plain::ON);
        assert_eq!(view.derivations().obligations().len(), view.obligations().count());
        group.bench_function(BenchmarkId::new("derivations", name), |bencher| {
            bencher.iter(|| black_box(&view).derivations());
        });
        group.bench_function(BenchmarkId::new("summary of a view", name), |bencher| {
            bencher.iter(|| Summary::from_view(&black_box(&timeline).view(plain::ON)));
        });
    }
    group.finish();
}

/// What reading and writing alone takes.
fn memory(criterion: &mut Criterion) {
    const CASES: usize = 10_000_000;
    let mut group = group(criterion, "memory limit");
    group.throughput(Throughput::Elements(CASES as u64));
    let (mut narrow, mut wide) = (Narrow::of(CASES), Wide::of(CASES));
    narrow.run();
    wide.run();
    let total = |width: u64| (0..CASES as u64).map(|value| value % width).sum::<u64>();
    let (bytes, halves, words) = (total(1 << 8), total(1 << 16), total(1 << 31));
    assert_eq!(narrow.sum(), words + bytes);
    assert_eq!(wide.sum(), 4 * words + 2 * halves + 3 * bytes);
    group.bench_function("8 bytes in, 5 out", |bencher| bencher.iter(|| narrow.run()));
    group.bench_function("4 bytes in, 23 out", |bencher| bencher.iter(|| wide.run()));
    group.finish();
}

criterion_group!(benches, plain, mixed, one_case, memory);
criterion_main!(benches);
