//! What was done in the current case, as far as the short way to a summary needs it.

use super::ladder::{Bits, Ladder, Orders};
use super::run::Run;
use crate::case::{Event, EventKind};
use crate::day::Day;
use crate::law::{DUTY_COUNT, Duty};

/// As many places as the bits of [`Done::codes`]. The last one is that of events that meet no duty.
const PLACES: usize = u32::BITS as usize;
const NO_DUTY: usize = PLACES - 1;
const _: () = assert!(DUTY_COUNT <= NO_DUTY);

/// What events do to the duties of a case, but for meeting one: a set.
#[derive(Clone, Copy, Default)]
struct Effects(u8);

impl Effects {
    const INTERVIEW: Effects = Effects(1);
    /// It takes some duties away.
    const NO_POSSIBILITIES: Effects = Effects(1 << 1);
    const LONG_ABSENCE: Effects = Effects(1 << 2);
    /// It moves a duty.
    const PERSPECTIVE: Effects = Effects(1 << 3);
    const DEVIATION: Effects = Effects(1 << 4);
    /// It concerns the whole case.
    const EXTRAORDINARY: Effects = Effects(1 << 5);

    const fn has(self, other: Effects) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is one that takes more than a look at the days of duties and interviews.
    const fn is_some(self) -> bool {
        self.0 & !Effects::INTERVIEW.0 != 0
    }
}

/// What an event does, in a few bits: the place of the duty that it meets, and above it its effects. Read
/// off a list by its mark, so that nothing branches on the kind.
#[derive(Clone, Copy)]
struct Deed(u16);

/// The deed for every mark.
static DEEDS: [Deed; 1 << u8::BITS] = {
    let others = [
        (EventKind::Interview, Effects::INTERVIEW),
        (EventKind::NoPossibilities, Effects::NO_POSSIBILITIES),
        (EventKind::LongAbsenceForeseen, Effects::LONG_ABSENCE),
        (EventKind::OwnEmployerPerspective, Effects::PERSPECTIVE),
        (EventKind::EarlyIvaClaim, Effects::EXTRAORDINARY),
        (EventKind::VoluntaryExtension { until: Day::FOREVER }, Effects::EXTRAORDINARY),
        (EventKind::AssessedAble, Effects::EXTRAORDINARY),
        (EventKind::WageSanction { weeks: None }, Effects::EXTRAORDINARY),
        (EventKind::WiaGranted, Effects::EXTRAORDINARY),
        (EventKind::Deceased, Effects::EXTRAORDINARY),
    ];
    let mut deeds = [Deed::of(NO_DUTY, Effects(0)); 1 << u8::BITS];
    let mut i = 0;
    while i < others.len() {
        deeds[others[i].0.mark()] = Deed::of(NO_DUTY, others[i].1);
        i += 1;
    }
    let mut code = 0;
    while code < DUTY_COUNT {
        deeds[EventKind::MET + code] = Deed::of(code, Effects(0));
        deeds[EventKind::DEVIATIONS + code] = Deed::of(NO_DUTY, Effects::DEVIATION);
        code += 1;
    }
    deeds
};

impl Deed {
    const fn of(code: usize, effects: Effects) -> Deed {
        Deed(code as u16 | (effects.0 as u16) << u8::BITS)
    }

    /// The place of the duty that is met.
    const fn code(self) -> usize {
        self.0 as usize % PLACES
    }

    const fn effects(self) -> Effects {
        Effects((self.0 >> u8::BITS) as u8)
    }
}

/// As many interviews as are held in three years, and more: a case with so many goes the long way.
const INTERVIEWS: usize = 64;

/// Memory for the days of interviews.
#[derive(Clone, Debug)]
pub(super) struct Held([Day; INTERVIEWS]);

impl Default for Held {
    fn default() -> Held {
        Held([Day::FOREVER; INTERVIEWS])
    }
}

/// The known events of the current case, read once.
pub(super) struct Done<'a> {
    /// The days of the interviews, in order.
    interviews: &'a [Day],
    met: [Option<Day>; PLACES],
    /// A bit for every duty that was met.
    pub(super) codes: u32,
    /// The rungs of the duties that were met, late if the case comes to the day on which they are due,
    /// and early if it comes to the day on which they open.
    pub(super) rungs: Bits,
    pub(super) late: Bits,
    pub(super) early: Bits,
    pub(super) no_possibilities: Option<Day>,
    pub(super) long_absence_foreseen: Option<Day>,
    /// The duties that a recorded fact moves.
    pub(super) moved: Orders,
    pub(super) is_extraordinary: bool,
}

impl<'a> Done<'a> {
    /// Nothing yet.
    pub(super) const fn nothing() -> Done<'a> {
        Done {
            interviews: &[],
            met: [None; PLACES],
            codes: 0,
            rungs: 0,
            late: 0,
            early: 0,
            no_possibilities: None,
            long_absence_foreseen: None,
            moved: 0,
            is_extraordinary: false,
        }
    }

    /// Reads the events of the run that are known on `on`.
    #[inline]
    pub(super) fn read(
        &mut self,
        events: &[Event],
        on: Day,
        run: &Run<'_>,
        ladder: &Ladder,
        Held(held): &'a mut Held,
    ) {
        let (effects, free) = self.collect(events, (run.first, on), held);
        self.place(run, ladder);
        if effects.is_some() || free > INTERVIEWS {
            let known = |event: &&Event| run.first <= event.on && event.on <= on;
            self.feel(effects, events.iter().filter(known), ladder);
            self.is_extraordinary |= free > INTERVIEWS;
        }
        self.interviews = &held[free.min(INTERVIEWS)..];
    }

    /// Collects the days of duties and interviews, the last one first, so that of two that meet one duty
    /// the first one stays. Interviews are written at the end of the memory; gives how much of it is
    /// left. What kind of event comes next cannot be foreseen, so that nothing branches on it.
    #[inline(never)]
    fn collect(
        &mut self,
        events: &[Event],
        (first, on): (Day, Day),
        held: &mut [Day; INTERVIEWS],
    ) -> (Effects, usize) {
        let (mut effects, mut codes, mut free) = (0, 0_u32, INTERVIEWS);
        for event in events.iter().rev() {
            if event.on > on {
                continue;
            }
            if event.on < first {
                break;
            }
            let deed = DEEDS[usize::from(event.mark)];
            effects |= deed.effects().0;
            held[free.wrapping_sub(1) % INTERVIEWS] = event.on;
            free = free.wrapping_sub(usize::from(deed.effects().has(Effects::INTERVIEW)));
            self.met[deed.code()] = Some(event.on);
            codes |= 1 << deed.code();
        }
        self.codes = codes;
        (Effects(effects), free)
    }

    /// Finds the rungs of the duties that were met.
    #[inline]
    fn place(&mut self, run: &Run<'_>, ladder: &Ladder) {
        let mut left = self.codes & ladder.on_rungs;
        while left != 0 {
            let code = left.trailing_zeros() as usize;
            left &= left - 1;
            let Some(on) = self.met[code] else { continue };
            let rung = ladder.place_of(code);
            let only_if = |holds: bool| if holds { rung.bit } else { 0 };
            let (before, through) = run.counted_around(on);
            self.rungs |= rung.bit;
            self.late |= only_if(before >= rung.due);
            self.early |= only_if(through < rung.opens);
        }
    }

    /// What else was recorded.
    fn feel<'e>(
        &mut self,
        effects: Effects,
        events: impl Iterator<Item = &'e Event> + Clone,
        ladder: &Ladder,
    ) {
        self.is_extraordinary = effects.has(Effects::EXTRAORDINARY);
        let first = |kind: EventKind| Some(events.clone().find(|event| event.kind == kind)?.on);
        if effects.has(Effects::NO_POSSIBILITIES) {
            self.no_possibilities = first(EventKind::NoPossibilities);
        }
        if effects.has(Effects::LONG_ABSENCE) {
            self.long_absence_foreseen = first(EventKind::LongAbsenceForeseen);
        }
        if effects.has(Effects::PERSPECTIVE) {
            self.moved |= ladder.order_of(Duty::SECOND_TRACK_START);
        }
        if effects.has(Effects::DEVIATION) {
            for event in events {
                if let EventKind::AgreedDeviation { duty, .. } = event.kind {
                    self.moved |= ladder.order_of(duty);
                }
            }
        }
    }

    /// The day on which a duty was met, by its place in the list of duties.
    pub(super) fn met(&self, code: usize) -> Option<Day> {
        self.met[code]
    }

    /// The days of the interviews from `from` on, in order.
    pub(super) fn interviews(&self, from: Option<Day>) -> &'a [Day] {
        let Some(from) = from else { return self.interviews };
        let before = self.interviews.iter().take_while(|on| **on < from).count();
        &self.interviews[before..]
    }
}
