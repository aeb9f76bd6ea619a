//! The Rust side of `run.py`: the plain portfolio by this library, by general date libraries, and the
//! limit of the memory. Writes the first sick days as numbers to a file and what it measured as JSON.
//!
//! `cargo run --release --example peer -- CASES RUNS DIRECTORY`

use poortwachter::batch::{Batch, Rejected, Summaries, duty_code};
use poortwachter::chrono::NaiveDate;
use poortwachter::timeline::LEAD_DAYS;
use poortwachter::{StateKind, StatusKind, law};
use serde_json::{Map, Value, json};
use std::error::Error;
use std::path::Path;
use std::time::Instant;
use support::limit::{Narrow, Wide};
use support::naive::{self, Date, Naive};
use support::plain::{self, Sums};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [cases, runs, directory] = arguments.as_slice() else {
        return Err("give the number of cases, the number of runs and a directory".into());
    };
    let (cases, runs): (usize, usize) = (cases.parse()?, runs.parse()?);
    if cases == 0 || runs == 0 {
        return Err("give at least one case and one run".into());
    }
    let first_sick_days = plain::first_sick_days(cases);
    let bytes: Vec<u8> = first_sick_days.iter().flat_map(|day| day.to_le_bytes()).collect();
    std::fs::write(Path::new(directory).join("first_sick_day.i32"), bytes)?;

    let mut rows = Vec::new();
    for threads in [1, 2] {
        rows.extend(ours(&first_sick_days, threads, runs));
    }
    rows.push(one_by_one::<NaiveDate>("chrono", &first_sick_days, runs));
    rows.push(one_by_one::<jiff::civil::Date>("jiff", &first_sick_days, runs));
    let limits: Vec<Value> = [1, 2].map(|threads| limits(cases, threads, runs)).into();
    println!("{}", json!({ "codes": codes(), "rows": rows, "limits": limits }));
    Ok(())
}

/// The numbers that stand for names in the columns.
fn codes() -> Value {
    let duties: Map<String, Value> =
        law::duties().map(|duty| (duty.id().to_owned(), duty_code(duty).into())).collect();
    let states: Map<String, Value> =
        StateKind::ALL.iter().map(|kind| (kind.id().to_owned(), kind.code().into())).collect();
    let statuses: Map<String, Value> =
        StatusKind::ALL.iter().map(|kind| (kind.id().to_owned(), kind.code().into())).collect();
    json!({ "duties": duties, "states": states, "statuses": statuses })
}

fn row(
    (tool, version): (&str, &str),
    (kind, output): (&str, &str),
    threads: usize,
    ns: f64,
    sums: Sums,
) -> Value {
    let sums: Map<String, Value> = plain::COLUMNS
        .iter()
        .zip(sums.0)
        .map(|(name, sum)| ((*name).to_owned(), sum.into()))
        .collect();
    json!({
        "tool": tool,
        "version": version,
        "kind": kind,
        "output": output,
        "way": "",
        "threads": threads,
        "ns": ns,
        "sums": sums,
    })
}

/// Nanoseconds a case: the median of `runs` runs.
fn median(cases: usize, runs: usize, job: impl FnMut()) -> f64 {
    times(runs, job)[runs / 2] * 1e9 / cases as f64
}

/// The seconds of `runs` runs after one to warm up, shortest first.
fn times(runs: usize, mut job: impl FnMut()) -> Vec<f64> {
    job();
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            job();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times
}

/// Every share on a thread of its own.
fn on_threads<T: Send>(shares: &mut [T], run: fn(&mut T)) {
    if let [only] = shares {
        return run(only);
    }
    std::thread::scope(|scope| {
        for share in shares {
            scope.spawn(move || run(share));
        }
    });
}

/// A thread's share, with memory that is used again.
struct Share<'a> {
    first_sick_days: &'a [i32],
    batch: Batch,
    out: Summaries,
    rejected: Vec<Rejected>,
    sums: Sums,
}

/// As many cases as have their summaries in the cache.
const SLICE: usize = 16_384;

impl Share<'_> {
    /// Keeps the columns of all cases.
    fn columns(&mut self) {
        self.batch.days_into(self.first_sick_days, &mut self.out, &mut self.rejected);
    }

    /// Keeps the sums only: one slice after the other in the same columns.
    fn sums_only(&mut self) {
        self.sums = Sums::default();
        for slice in self.first_sick_days.chunks(SLICE) {
            self.batch.days_into(slice, &mut self.out, &mut self.rejected);
            self.sums = self.sums.plus(Sums::of(&self.out));
        }
    }
}

fn shares(first_sick_days: &[i32], threads: usize) -> Vec<Share<'_>> {
    let share = |first_sick_days| Share {
        first_sick_days,
        batch: plain::batch(),
        out: Summaries::default(),
        rejected: Vec::new(),
        sums: Sums::default(),
    };
    first_sick_days.chunks(first_sick_days.len().div_ceil(threads)).map(share).collect()
}

/// This library, with the columns kept and with the sums only.
fn ours(first_sick_days: &[i32], threads: usize, runs: usize) -> [Value; 2] {
    let library = ("poortwachter", env!("CARGO_PKG_VERSION"));
    let total = |shares: &[Share<'_>], of: fn(&Share<'_>) -> Sums| {
        assert!(shares.iter().all(|share| share.rejected.is_empty()), "a plain case was rejected");
        shares.iter().map(of).fold(Sums::default(), Sums::plus)
    };
    let cases = first_sick_days.len();

    let mut columns = shares(first_sick_days, threads);
    let ns = median(cases, runs, || on_threads(&mut columns, Share::columns));
    let sums = total(&columns, |share| Sums::of(&share.out));
    let columns = row(library, ("", "columns"), threads, ns, sums);

    let mut summed = shares(first_sick_days, threads);
    let ns = median(cases, runs, || on_threads(&mut summed, Share::sums_only));
    let sums = total(&summed, |share| share.sums);
    [columns, row(library, ("", "sums only"), threads, ns, sums)]
}

fn one_by_one<D: Date>(library: &str, first_sick_days: &[i32], runs: usize) -> Value {
    let first_sick_days: Vec<D> = first_sick_days.iter().map(|day| D::from_number(*day)).collect();
    let naive = Naive::on(D::from_number(plain::ON.number()), LEAD_DAYS);
    let mut out = Vec::new();
    let ns = median(first_sick_days.len(), runs, || naive.rows_into(&first_sick_days, &mut out));
    row((library, locked(library)), ("each case", "rows"), 1, ns, naive::sums(&out))
}

/// The limit of the memory in nanoseconds a case.
fn limits(cases: usize, threads: usize, runs: usize) -> Value {
    let mut narrow: Vec<Narrow> = (0..threads).map(|_| Narrow::of(cases / threads)).collect();
    let mut wide: Vec<Wide> = (0..threads).map(|_| Wide::of(cases / threads)).collect();
    json!({
        "threads": threads,
        "ns_8_in_5_out": best(cases, runs, &mut narrow, Narrow::run),
        "ns_4_in_23_out": best(cases, runs, &mut wide, Wide::run),
    })
}

fn best<T: Send>(cases: usize, runs: usize, shares: &mut [T], run: fn(&mut T)) -> f64 {
    let times = times(runs, || on_threads(shares, run));
    times[0] * 1e9 / cases as f64
}

/// The version of a dependency in `Cargo.lock`.
fn locked(library: &str) -> &'static str {
    let lock = include_str!("../../Cargo.lock");
    let entry =
        lock.split("[[package]]").find(|entry| entry.contains(&format!("name = \"{library}\"")));
    let version = entry.and_then(|entry| entry.split("version = \"").nth(1));
    version.and_then(|version| version.split('"').next()).unwrap_or("?")
}
