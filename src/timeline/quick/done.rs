//! What was done in the current case, as far as the short way to a summary needs it.

use super::ladder::{Bits, Ladder, Orders};
use super::run::Run;
use crate::case::{Event, EventKind};
use crate::day::Day;
use crate::timeline::first_days::{FirstDays, Kinds, bit};
use crate::timeline::recorded::earliest;

/// Events that concern the whole case.
const EXTRAORDINARY: Kinds =
    FirstDays::EXTENSION | FirstDays::SANCTION | bit(EventKind::AssessedAble);

/// Events that do more than meet a duty, interviews apart.
const SPECIAL: Kinds = EXTRAORDINARY
    | FirstDays::PERSPECTIVE
    | FirstDays::DEVIATION
    | bit(EventKind::NoPossibilities)
    | bit(EventKind::LongAbsenceForeseen)
    | bit(EventKind::EarlyIvaClaim)
    | bit(EventKind::WiaGranted)
    | bit(EventKind::Deceased);

/// As many interviews as are held in three years, and more: a case with so many goes the long way.
const INTERVIEWS: usize = 64;

/// Memory for the days of events.
#[derive(Clone, Debug)]
pub(super) struct Days {
    first: FirstDays,
    interviews: [Day; INTERVIEWS],
}

impl Default for Days {
    fn default() -> Days {
        Days { first: FirstDays::NONE, interviews: [Day::FOREVER; INTERVIEWS] }
    }
}

impl Days {
    /// Collects the days of duties and interviews, the last one first, so that of two events of a kind
    /// the first one stays. Interviews are written at the end of the memory; gives how much of it is
    /// left. A loop by itself, to which all registers belong.
    #[inline(never)]
    fn collect(&mut self, events: &[Event], (from, through): (Day, Day)) -> usize {
        let Days { first, interviews } = self;
        first.clear();
        let mut free = INTERVIEWS;
        for event in events.iter().rev() {
            if event.on > through {
                continue;
            }
            if event.on < from {
                break;
            }
            first.add(event);
            interviews[free.wrapping_sub(1) % INTERVIEWS] = event.on;
            let is_interview = usize::from(event.place) == EventKind::Interview.place();
            free = free.wrapping_sub(usize::from(is_interview));
        }
        free
    }
}

/// The known events of the current case, read once.
pub(super) struct Done<'a> {
    /// The days of the interviews, in order.
    interviews: &'a [Day],
    pub(super) first_days: &'a FirstDays,
    /// A bit for every duty that was met.
    pub(super) codes: u32,
    /// The rungs of the duties that were met, late if the case comes to the day on which they are due,
    /// and early if it comes to the day on which they open.
    pub(super) rungs: Bits,
    pub(super) late: Bits,
    pub(super) early: Bits,
    pub(super) no_possibilities: Option<Day>,
    pub(super) long_absence_foreseen: Option<Day>,
    /// The day of the grant of a WIA benefit or of the death: what would be due later lapses.
    pub(super) over: Option<Day>,
    /// The duties that a recorded fact moves.
    pub(super) moved: Orders,
    pub(super) is_extraordinary: bool,
}

impl<'a> Done<'a> {
    /// Reads the events of the run that are known on `on`.
    #[inline]
    pub(super) fn read(
        events: &[Event],
        on: Day,
        run: &Run<'_>,
        ladder: &Ladder,
        days: &'a mut Days,
    ) -> Done<'a> {
        let free = days.collect(events, (run.first, on));
        let Days { first, interviews } = days;
        let is_special = first.has_any(SPECIAL) || free > INTERVIEWS;
        if is_special {
            first.add_implied();
        }
        let codes = first.codes();
        let Places { rungs, late, early } = Places::of(codes & ladder.on_rungs, first, run, ladder);
        let mut done = Done {
            interviews: &interviews[free.min(INTERVIEWS)..],
            first_days: first,
            codes,
            rungs,
            late,
            early,
            no_possibilities: None,
            long_absence_foreseen: None,
            over: None,
            moved: 0,
            is_extraordinary: false,
        };
        if is_special {
            done.is_extraordinary = first.has_any(EXTRAORDINARY) || free > INTERVIEWS;
            let known = |event: &&Event| run.first <= event.on && event.on <= on;
            done.feel(events.iter().filter(known), ladder);
        }
        done
    }

    /// What else was recorded.
    fn feel<'e>(&mut self, events: impl Iterator<Item = &'e Event>, ladder: &Ladder) {
        self.no_possibilities = self.first_days.of(EventKind::NoPossibilities);
        self.long_absence_foreseen = self.first_days.of(EventKind::LongAbsenceForeseen);
        let granted = self.first_days.of(EventKind::WiaGranted);
        self.over = earliest(granted, self.first_days.of(EventKind::Deceased));
        if self.first_days.has_any(FirstDays::PERSPECTIVE) {
            self.moved |= ladder.deferred;
        }
        if self.first_days.has_any(FirstDays::DEVIATION) {
            for event in events {
                if let EventKind::AgreedDeviation { duty, .. } = event.kind {
                    self.moved |= ladder.order_of(duty);
                }
            }
        }
    }

    /// The day on which a duty was met, by its place in the list of duties.
    pub(super) fn met(&self, code: usize) -> Option<Day> {
        self.first_days.met(code)
    }

    /// The days of the interviews from `from` on, in order.
    pub(super) fn interviews(&self, from: Option<Day>) -> &'a [Day] {
        let Some(from) = from else { return self.interviews };
        let before = self.interviews.iter().take_while(|on| **on < from).count();
        &self.interviews[before..]
    }
}

/// The rungs of the duties that were met.
#[derive(Default)]
struct Places {
    rungs: Bits,
    late: Bits,
    early: Bits,
}

impl Places {
    /// Of duties that stand on the ladder, by their places in the list of duties.
    #[inline]
    fn of(codes: u32, first_days: &FirstDays, run: &Run<'_>, ladder: &Ladder) -> Places {
        let (mut places, mut left) = (Places::default(), codes);
        while left != 0 {
            let code = left.trailing_zeros() as usize;
            left &= left - 1;
            let Some(on) = first_days.met(code) else { continue };
            let rung = ladder.place_of(code);
            let only_if = |holds: bool| if holds { rung.bit } else { 0 };
            let (before, through) = run.counted_around(on);
            places.rungs |= rung.bit;
            places.late |= only_if(before >= rung.due);
            places.early |= only_if(through < rung.opens);
        }
        places
    }
}
