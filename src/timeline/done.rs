//! What was done in the current case, as far as the short way to a summary needs it.

use super::ladder::{Bits, Ladder, Orders};
use super::run::Run;
use crate::case::{Case, Event, EventKind, InterviewRhythm};
use crate::day::Day;
use crate::law::{DUTY_COUNT, Duty, code_of};

/// The known events of the current case, read once.
pub(super) struct Done<'a> {
    events: &'a [Event],
    met: [Option<Day>; DUTY_COUNT],
    /// A bit for every duty that was met.
    pub(super) codes: u32,
    /// The rungs of the duties that were met, late if the case comes to the day on which they are due,
    /// and early if it comes to the day on which they open.
    pub(super) rungs: Bits,
    pub(super) late: Bits,
    pub(super) early: Bits,
    /// The duties that a recorded fact takes away or moves.
    pub(super) moved: Orders,
    has_interviews: bool,
    pub(super) rhythm: InterviewRhythm,
}

impl<'a> Done<'a> {
    /// None when something was recorded that concerns the whole case.
    #[inline]
    pub(super) fn known_on(
        on: Day,
        case: &'a Case,
        run: &Run<'_>,
        ladder: &Ladder,
    ) -> Option<Done<'a>> {
        let events = &case.events[..];
        let mut done = Done {
            events,
            met: [None; DUTY_COUNT],
            codes: 0,
            rungs: 0,
            late: 0,
            early: 0,
            moved: 0,
            has_interviews: false,
            rhythm: case.interviews,
        };
        for event in events {
            if event.on < run.first {
                continue;
            }
            if event.on > on {
                break;
            }
            match event.kind {
                EventKind::Met(duty) => done.meet(code_of(duty), event.on, run, ladder),
                EventKind::Interview => done.has_interviews = true,
                EventKind::NoPossibilities => done.moved |= ladder.possibilities,
                EventKind::LongAbsenceForeseen => {
                    done.moved |= ladder.order_of(Duty::PROBLEM_ANALYSIS);
                }
                EventKind::OwnEmployerPerspective => {
                    done.moved |= ladder.order_of(Duty::SECOND_TRACK_START);
                }
                EventKind::AgreedDeviation { duty, .. } => done.moved |= ladder.order_of(duty),
                EventKind::EarlyIvaClaim
                | EventKind::VoluntaryExtension { .. }
                | EventKind::AssessedAble
                | EventKind::WageSanction { .. }
                | EventKind::WiaGranted
                | EventKind::Deceased => return None,
                _ => {}
            }
        }
        // Days of an earlier case, and those to come, are looked at only where there are interviews.
        if done.has_interviews {
            let known = events.partition_point(|event| event.on <= on);
            let earlier = events.partition_point(|event| event.on < run.first);
            done.events = &events[earlier..known];
        }
        Some(done)
    }

    /// The first time counts.
    #[inline]
    fn meet(&mut self, code: usize, on: Day, run: &Run<'_>, ladder: &Ladder) {
        if self.codes >> code & 1 == 1 {
            return;
        }
        self.codes |= 1 << code;
        self.met[code] = Some(on);
        if let Some((bit, rung)) = ladder.rung_of(code) {
            self.rungs |= 1 << bit;
            self.late |= Bits::from(run.counted(on.plus(-1)) >= rung.due) << bit;
            self.early |= Bits::from(run.counted(on) < rung.opens) << bit;
        }
    }

    /// The day on which a duty was met, by its place in the list of duties.
    pub(super) fn met(&self, code: usize) -> Option<Day> {
        self.met[code]
    }

    /// The days of the interviews from `from` on, in order.
    pub(super) fn interviews(&self, from: Option<Day>) -> impl Iterator<Item = Day> + Clone {
        let events = if self.has_interviews { self.events } else { &[] };
        let held = events.iter().filter(|event| matches!(event.kind, EventKind::Interview));
        held.map(|event| event.on).filter(move |on| from.is_none_or(|from| *on >= from))
    }
}
