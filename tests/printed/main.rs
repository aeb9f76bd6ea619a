//! Everything that the library and the command print, compared with what they printed before. See README.md in
//! this folder for how to run it; in short:
//!
//! ```text
//! cargo test --all-features --test printed                          a sample of the cases, every command
//! PRINTED=all cargo test --release --all-features --test printed    every case
//! PRINTED=3/17 PRINTED_TEXTS=/tmp/texts cargo test ...              one block, with its texts
//! PRINTED=write cargo test --release --all-features --test printed  stores what is printed now
//! ```
#![cfg(all(feature = "parquet", feature = "rayon"))]

mod cases;
mod commands;
mod sink;
mod views;

use cases::{CHANGES, KINDS, Random, day, made};
use commands::{Commands, GROUPS};
use sink::Sink;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use views::{Out, PARTS, Views};

const SEEDS: u64 = 5;
/// Blocks of a seed.
const BLOCKS: u64 = 32;
/// Accepted cases of a block.
const CASES: usize = 500;
/// Where the hashes are stored.
const STORED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/printed/hashes.txt");
const HEAD: &str = "\
# 64-bit FNV-1a of what is printed. Written by PRINTED=write, see README.md.
# A line is a block of 500 made-up cases, seed/block, with the hashes of
#";

/// Something to print.
#[derive(Clone, Copy)]
enum Job {
    Block { seed: u64, block: u64 },
    Calls(&'static str),
}

impl Job {
    fn name(self) -> String {
        match self {
            Job::Block { seed, block } => format!("{seed}/{block:02}"),
            Job::Calls(group) => format!("command/{group}"),
        }
    }
}

/// What was printed for the jobs.
#[derive(Default)]
struct Printed {
    /// The name of a job, and the hashes of its parts.
    hashes: BTreeMap<String, Vec<String>>,
    cases: usize,
    refused: usize,
    bytes: u64,
}

impl Printed {
    fn add(&mut self, job: Job, sinks: &[Sink]) {
        let hashes = sinks.iter().map(|sink| format!("{:016x}", sink.hash())).collect();
        self.hashes.insert(job.name(), hashes);
        self.bytes += sinks.iter().map(|sink| sink.bytes()).sum::<u64>();
    }
}

/// Prints the cases of a block, and hands over each.
fn in_block(seed: u64, block: u64, mut print: impl FnMut(&cases::Made, usize) -> bool) -> usize {
    let mut random = Random::new(1000 * seed + block);
    let (mut accepted, mut all) = (0, 0);
    while accepted < CASES {
        let id = format!("p{seed}-{:05}", 1000 * block + all);
        let made = made(&mut random, id);
        accepted += usize::from(print(&made, accepted));
        all += 1;
    }
    usize::try_from(all).expect("it is small") - accepted
}

fn run(job: Job, views: &Views, commands: &Commands, texts: Option<&Path>) -> Printed {
    let sink = |part: &str| Sink::new(texts, &format!("{}{part}", job.name().replace('/', "-")));
    let mut printed = Printed::default();
    match job {
        Job::Calls(group) => {
            let mut sink = sink("");
            commands.run(group, &mut sink);
            printed.add(job, &[sink]);
        }
        Job::Block { seed, block } => {
            let mut out = Out(PARTS.map(|part| sink(&format!("-{part}"))));
            let mut all = Vec::new();
            printed.refused = in_block(seed, block, |made, n| {
                let case = views.case(made, n, &mut out);
                all.extend(case);
                all.len() > n
            });
            printed.cases = all.len();
            views::block(&all, &mut out);
            printed.add(job, &out.0);
        }
    }
    printed
}

/// Runs the jobs on two threads, or as many as there are processors.
fn run_all(jobs: &[Job], texts: Option<&Path>) -> Printed {
    let (views, commands) = (Views::new(), Commands::new());
    let (next, all) = (AtomicUsize::new(0), Mutex::new(Printed::default()));
    let work = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let printed = run(*job, &views, &commands, texts);
            let mut all = all.lock().expect("no thread panicked");
            all.hashes.extend(printed.hashes);
            all.cases += printed.cases;
            all.refused += printed.refused;
            all.bytes += printed.bytes;
        }
    };
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    all.into_inner().expect("no thread panicked")
}

fn stored() -> BTreeMap<String, Vec<String>> {
    let text = fs::read_to_string(STORED).expect("the stored hashes");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let words = |line: &str| line.split(' ').map(String::from).collect::<Vec<_>>();
    lines.map(words).map(|mut line| (line.remove(0), line)).collect()
}

#[test]
fn everything_prints_what_it_did() {
    let what = std::env::var("PRINTED").unwrap_or_default();
    let texts = std::env::var_os("PRINTED_TEXTS").map(PathBuf::from);
    if let Some(folder) = &texts {
        fs::create_dir_all(folder).expect("a folder for the texts");
    }
    let blocks =
        (1..=SEEDS).flat_map(|seed| (0..BLOCKS).map(move |block| Job::Block { seed, block }));
    let all: Vec<Job> = GROUPS.map(Job::Calls).into_iter().chain(blocks).collect();
    let is_asked = |job: &&Job| match (&*what, job) {
        ("all" | "write", _) | ("", Job::Calls(_) | Job::Block { block: 0, .. }) => true,
        (name, job) => job.name() == name,
    };
    let jobs: Vec<Job> = all.iter().filter(is_asked).copied().collect();
    assert!(!jobs.is_empty(), "PRINTED is all, write, or a name in {STORED}");
    let printed = run_all(&jobs, texts.as_deref());
    let Printed { hashes, cases, refused, bytes } = &printed;
    println!("{cases} cases, {refused} refused, {} jobs, {bytes} bytes", jobs.len());
    assert_eq!(hashes.len(), jobs.len());
    if what == "write" {
        let line =
            |(name, hashes): (&String, &Vec<String>)| format!("{name} {}\n", hashes.join(" "));
        let text = hashes.iter().map(line).collect::<String>();
        fs::write(STORED, format!("{HEAD} {}\n{text}", PARTS.join(" "))).expect("it is written");
    }
    let stored = stored();
    let mut differ = Vec::new();
    for (name, hashes) in hashes {
        let known = stored.get(name).unwrap_or_else(|| panic!("{name} is not in {STORED}"));
        assert_eq!(known.len(), hashes.len(), "{name} has other parts: write the file again");
        let parts = PARTS.iter().zip(hashes.iter().zip(known));
        let parts = parts.filter(|(_, (new, old))| new != old).map(|(part, _)| *part);
        let parts: Vec<_> = parts.collect();
        match parts[..] {
            [] => {}
            _ if hashes.len() == 1 => differ.push(name.clone()),
            _ => differ.push(format!("{name}: {}", parts.join(", "))),
        }
    }
    assert!(
        differ.is_empty(),
        "other bytes are printed; PRINTED=<name> PRINTED_TEXTS=<folder> writes the texts of a line:\n{}",
        differ.join("\n")
    );
}

#[test]
fn the_names_of_the_made_up_cases_are_those_of_the_schema() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../schemas/case.v1.json")).expect("JSON");
    let known = |path: &str| -> Vec<String> {
        let list = schema.pointer(path).and_then(|list| list.as_array()).expect(path);
        list.iter().filter_map(|name| name.as_str()).map(String::from).collect()
    };
    let event = |name: &str| known(&format!("/$defs/EventForm/properties/{name}/enum"));
    assert_eq!(event("kind"), KINDS.iter().map(|(kind, ..)| *kind).collect::<Vec<_>>());
    assert_eq!(event("duty"), cases::DUTIES);
    assert_eq!(event("reason"), cases::REASONS);
    assert_eq!(event("phase"), cases::PHASES);
    assert_eq!(event("item"), cases::ITEMS);
    assert_eq!(event("part"), cases::PARTS);
    assert_eq!(event("by"), cases::ADVISERS);
    assert_eq!(known("/properties/regime/enum"), cases::REGIMES);
}

#[test]
fn the_sample_holds_every_kind_and_every_change_of_the_law() {
    let (mut kinds, mut around) = (BTreeSet::new(), BTreeSet::new());
    let (mut earliest, mut latest) = (i32::MAX, i32::MIN);
    for seed in 1..=SEEDS {
        in_block(seed, 0, |made, _| {
            let is_accepted = views::is_accepted(&made.json);
            if is_accepted {
                kinds.extend(made.kinds.iter().copied());
                let days = made.days.iter().chain([&made.first]);
                around.extend(CHANGES.iter().filter_map(|change| {
                    let change = day(change.0, change.1, change.2);
                    let near = |on: &i32| (change - 20..change + 20).contains(on);
                    days.clone().any(near).then_some(change)
                }));
                earliest = earliest.min(made.first);
                latest = latest.max(made.first);
            }
            is_accepted
        });
    }
    assert_eq!(kinds, KINDS.iter().map(|(kind, ..)| *kind).collect());
    assert_eq!(around.len(), CHANGES.len());
    assert!(earliest <= day(2004, 2, 1) && latest >= day(2195, 1, 1));
}
