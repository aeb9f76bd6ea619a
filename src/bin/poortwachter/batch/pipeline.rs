//! Pieces of the input are worked on side by side and come out in their order.

use crate::failure::Failure;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// Where pieces come from.
pub(crate) trait Source: Send {
    /// A piece of the input with what came of it. Its memory is used again for a later piece.
    type Piece: Default + Send;

    /// Fills the next piece; false at the end.
    fn fill(&mut self, piece: &mut Self::Piece) -> Result<bool, Failure>;
}

/// A piece with its place in the input, from 0.
type Numbered<P> = (usize, P);

/// Fills, works on and takes in every piece. There are never more of them than a few per thread, so
/// that memory does not grow with the input.
///
/// `worker` makes what a thread needs; it is called once in every thread.
pub(crate) fn run<S: Source + ?Sized, W: FnMut(usize, &mut S::Piece) -> Result<(), Failure>>(
    source: &mut S,
    threads: usize,
    worker: impl Fn() -> W + Sync,
    mut sink: impl FnMut(&mut S::Piece) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (give_back, spare) = channel();
    let (hand_out, to_do) = channel();
    let (finish, done) = channel();
    for _ in 0..2 * threads + 2 {
        // The other end is there.
        let _ = give_back.send(S::Piece::default());
    }
    let to_do = Mutex::new(to_do);
    thread::scope(|scope| {
        let filled = finish.clone();
        scope.spawn(move || {
            let alarm = Alarm(&filled);
            fill(source, &spare, &hand_out, alarm.0);
        });
        for _ in 0..threads {
            let (to_do, finish, worker) = (&to_do, finish.clone(), &worker);
            scope.spawn(move || {
                let _alarm = Alarm(&finish);
                let mut work = worker();
                while let Some((number, mut piece)) = next(to_do) {
                    let done = work(number, &mut piece).map(|()| (number, piece));
                    if finish.send(done).is_err() {
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
        for piece in &done {
            let (number, piece): Numbered<S::Piece> = piece?;
            early.insert(number, piece);
            while let Some(mut piece) = early.remove(&wanted) {
                sink(&mut piece)?;
                wanted += 1;
                let _ = give_back.send(piece);
            }
        }
        Ok(())
    })
}

fn next<P>(to_do: &Mutex<Receiver<Numbered<P>>>) -> Option<Numbered<P>> {
    to_do.lock().ok()?.recv().ok()
}

fn fill<S: Source + ?Sized>(
    source: &mut S,
    spare: &Receiver<S::Piece>,
    hand_out: &Sender<Numbered<S::Piece>>,
    failed: &Sender<Result<Numbered<S::Piece>, Failure>>,
) {
    for (number, mut piece) in spare.iter().enumerate() {
        match source.fill(&mut piece) {
            Ok(true) => {}
            Ok(false) => return,
            Err(failure) => {
                let _ = failed.send(Err(failure));
                return;
            }
        }
        if hand_out.send((number, piece)).is_err() {
            return;
        }
    }
}

/// Says so when a thread breaks off, so that nobody waits for its piece.
struct Alarm<'s, P>(&'s Sender<Result<P, Failure>>);

impl<P> Drop for Alarm<'_, P> {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Err(Failure::message("a worker broke off: please report this")));
        }
    }
}
