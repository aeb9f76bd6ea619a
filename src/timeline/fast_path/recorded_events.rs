//! The recorded events of the current case, as far as the fast path needs them.

use super::run::Run;
use super::schedule::{Bits, Orders, Schedule};
use crate::case::{Event, EventKind};
use crate::day::Day;
use crate::timeline::first_days::{FirstEventDays, Kinds, bit};
use crate::timeline::recorded::earliest;

/// Events that concern the whole case.
const EXTRAORDINARY: Kinds =
    FirstEventDays::EXTENSION | FirstEventDays::SANCTION | bit(EventKind::AssessedAble);

/// Events that do more than meet a duty, interviews apart.
const SPECIAL: Kinds = EXTRAORDINARY
    | FirstEventDays::PERSPECTIVE
    | FirstEventDays::DEVIATION
    | bit(EventKind::NoPossibilities)
    | bit(EventKind::LongAbsenceForeseen)
    | bit(EventKind::EarlyIvaClaim)
    | bit(EventKind::WiaGranted)
    | bit(EventKind::Deceased);

/// As many interviews as are held in three years, and more: a case with so many is evaluated in full.
const INTERVIEWS: usize = 64;

/// Buffers for the days of events.
#[derive(Clone, Debug)]
pub(super) struct Days {
    first: FirstEventDays,
    interviews: [Day; INTERVIEWS],
}

impl Default for Days {
    fn default() -> Days {
        Days { first: FirstEventDays::NONE, interviews: [Day::FOREVER; INTERVIEWS] }
    }
}

impl Days {
    /// Collects the days of duties and interviews, the last one first, so that of two events of a kind
    /// the first one stays. Interviews are written at the end of the memory; gives how much of it is
    /// left. Kept separate so that the hot loop does not spill registers.
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
pub(super) struct RecordedEvents<'a> {
    /// The days of the interviews, in order.
    interviews: &'a [Day],
    pub(super) first_days: &'a FirstEventDays,
    /// A bit for every duty that was met.
    pub(super) codes: u32,
    /// The scheduled duties that were met; late if the case reaches the due day, and early if it reaches
    /// the day on which they open.
    pub(super) scheduled: Bits,
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

impl<'a> RecordedEvents<'a> {
    /// Reads the events of the run that are known on `on`.
    #[inline]
    pub(super) fn read(
        events: &[Event],
        on: Day,
        run: &Run<'_>,
        schedule: &Schedule,
        days: &'a mut Days,
    ) -> RecordedEvents<'a> {
        let free = days.collect(events, (run.first, on));
        let Days { first, interviews } = days;
        let is_special = first.has_any(SPECIAL) || free > INTERVIEWS;
        if is_special {
            first.add_implied();
        }
        let codes = first.codes();
        let Places { scheduled, late, early } =
            Places::of(codes & schedule.are_scheduled, first, run, schedule);
        let mut done = RecordedEvents {
            interviews: &interviews[free.min(INTERVIEWS)..],
            first_days: first,
            codes,
            scheduled,
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
            done.read_special_events(events.iter().filter(known), schedule);
        }
        done
    }

    /// Reads the events that do more than meet a duty.
    fn read_special_events<'e>(
        &mut self,
        events: impl Iterator<Item = &'e Event>,
        schedule: &Schedule,
    ) {
        self.no_possibilities = self.first_days.of(EventKind::NoPossibilities);
        self.long_absence_foreseen = self.first_days.of(EventKind::LongAbsenceForeseen);
        let granted = self.first_days.of(EventKind::WiaGranted);
        self.over = earliest(granted, self.first_days.of(EventKind::Deceased));
        if self.first_days.has_any(FirstEventDays::PERSPECTIVE) {
            self.moved |= schedule.deferred;
        }
        if self.first_days.has_any(FirstEventDays::DEVIATION) {
            for event in events {
                if let EventKind::AgreedDeviation { duty, .. } = event.kind {
                    self.moved |= schedule.order_of(duty);
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

/// The scheduled duties that were met.
#[derive(Default)]
struct Places {
    scheduled: Bits,
    late: Bits,
    early: Bits,
}

impl Places {
    /// Of duties that stand on the schedule, by their places in the list of duties.
    #[inline]
    fn of(codes: u32, first_days: &FirstEventDays, run: &Run<'_>, schedule: &Schedule) -> Places {
        let (mut places, mut left) = (Places::default(), codes);
        while left != 0 {
            let code = left.trailing_zeros() as usize;
            left &= left - 1;
            let Some(on) = first_days.met(code) else { continue };
            let scheduled = schedule.place_of(code);
            let only_if = |holds: bool| if holds { scheduled.bit } else { 0 };
            let (before, through) = run.counted_around(on);
            places.scheduled |= scheduled.bit;
            places.late |= only_if(before >= scheduled.due);
            places.early |= only_if(through < scheduled.opens);
        }
        places
    }
}
