//! What was done in the current case, as far as the short way to a summary needs it.

use super::ladder::{Ladder, Orders};
use crate::case::{Case, Event, EventKind, InterviewRhythm};
use crate::day::Day;
use crate::law::{DUTY_COUNT, Duty, code_of};

/// The known events of the current case, read once.
pub(super) struct Done<'a> {
    events: &'a [Event],
    met: [Option<Day>; DUTY_COUNT],
    /// A bit for every duty that was met.
    pub(super) codes: u32,
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
        first: Day,
        ladder: &Ladder,
    ) -> Option<Done<'a>> {
        let events = &case.events[..];
        let mut done = Done {
            events,
            met: [None; DUTY_COUNT],
            codes: 0,
            moved: 0,
            has_interviews: false,
            rhythm: case.interviews,
        };
        for event in events {
            if event.on < first {
                continue;
            }
            if event.on > on {
                break;
            }
            match event.kind {
                EventKind::Met(duty) => {
                    let code = code_of(duty);
                    done.codes |= 1 << code;
                    done.met[code].get_or_insert(event.on);
                }
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
            let earlier = events.partition_point(|event| event.on < first);
            done.events = &events[earlier..known];
        }
        Some(done)
    }

    /// The day on which a duty was met, by its place in the list of duties.
    pub(super) fn met(&self, code: usize) -> Option<Day> {
        self.met[code]
    }

    /// Every duty that was met, by its place in the list of duties, and when.
    pub(super) fn all_met(&self) -> impl Iterator<Item = (usize, Day)> {
        let mut codes = self.codes;
        core::iter::from_fn(move || {
            let code = codes.trailing_zeros() as usize;
            codes &= codes.wrapping_sub(1);
            Some((code, (*self.met.get(code)?)?))
        })
    }

    /// The days of the interviews from `from` on, in order.
    pub(super) fn interviews(&self, from: Option<Day>) -> impl Iterator<Item = Day> + Clone {
        let events = if self.has_interviews { self.events } else { &[] };
        let held = events.iter().filter(|event| matches!(event.kind, EventKind::Interview));
        held.map(|event| event.on).filter(move |on| from.is_none_or(|from| *on >= from))
    }
}
