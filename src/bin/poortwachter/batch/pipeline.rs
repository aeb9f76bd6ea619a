//! Pieces of the input are worked on side by side and come out in their order.

use super::job::Job;
use crate::failure::Failure;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// Where pieces come from.
pub(crate) trait Source: Send {
    /// Fills the next piece; false at the end.
    fn fill(&mut self, job: &mut Job) -> Result<bool, Failure>;
}

/// Fills, works on and takes in every piece. There are never more of them than a few per thread, so
/// that memory does not grow with the input.
///
/// `worker` makes what a thread needs; it is called once in every thread.
pub(crate) fn run<W: FnMut(&mut Job)>(
    mut source: Box<dyn Source>,
    threads: usize,
    worker: impl Fn() -> W + Sync,
    mut sink: impl FnMut(&mut Job) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (give_back, spare) = channel();
    let (hand_out, to_do) = channel();
    let (finish, done) = channel();
    for _ in 0..2 * threads + 2 {
        // The other end is there.
        let _ = give_back.send(Job::default());
    }
    let to_do = Mutex::new(to_do);
    thread::scope(|scope| {
        let filled = finish.clone();
        scope.spawn(move || {
            let alarm = Alarm(&filled);
            fill(&mut *source, &spare, &hand_out, alarm.0);
        });
        for _ in 0..threads {
            let (to_do, finish, worker) = (&to_do, finish.clone(), &worker);
            scope.spawn(move || {
                let _alarm = Alarm(&finish);
                let mut work = worker();
                while let Some(mut job) = next(to_do) {
                    work(&mut job);
                    if finish.send(Ok(job)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(finish);
        // Both ends are dropped here on a failure, which ends the threads.
        let (give_back, done) = (give_back, done);
        let mut early = BTreeMap::new();
        let mut wanted = 0;
        for job in &done {
            let job: Job = job?;
            early.insert(job.number, job);
            while let Some(mut job) = early.remove(&wanted) {
                sink(&mut job)?;
                wanted += 1;
                let _ = give_back.send(job);
            }
        }
        Ok(())
    })
}

fn next(to_do: &Mutex<Receiver<Job>>) -> Option<Job> {
    to_do.lock().ok()?.recv().ok()
}

fn fill(
    source: &mut dyn Source,
    spare: &Receiver<Job>,
    hand_out: &Sender<Job>,
    failed: &Sender<Result<Job, Failure>>,
) {
    for (number, mut job) in spare.iter().enumerate() {
        job.number = number;
        match source.fill(&mut job) {
            Ok(true) => {}
            Ok(false) => return,
            Err(failure) => {
                let _ = failed.send(Err(failure));
                return;
            }
        }
        if hand_out.send(job).is_err() {
            return;
        }
    }
}

/// Says so when a thread breaks off, so that nobody waits for its piece.
struct Alarm<'s>(&'s Sender<Result<Job, Failure>>);

impl Drop for Alarm<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Err(Failure::told("a worker broke off: please report this")));
        }
    }
}
