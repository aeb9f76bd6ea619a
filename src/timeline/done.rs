//! What was done in the current case, as far as the short way to a summary needs it.

use super::ladder::{Bits, Ladder, Orders};
use super::run::Run;
use crate::case::{Event, EventKind};
use crate::day::Day;
use crate::law::{DUTY_COUNT, Duty, code_of};

/// As many places as the bits of [`Done::codes`]. The last one is that of events that meet no duty.
const PLACES: usize = u32::BITS as usize;
const NO_DUTY: usize = PLACES - 1;
const _: () = assert!(DUTY_COUNT <= NO_DUTY);

/// What an event does to the duties of a case, but for meeting one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    None,
    Interview,
    /// It takes some duties away.
    NoPossibilities,
    LongAbsence,
    /// It moves a duty.
    Perspective,
    Deviation,
    /// It concerns the whole case.
    Extraordinary,
}

impl Effect {
    /// Read off a list: not put in line, so that nothing branches on the kind.
    #[inline(never)]
    const fn of(kind: &EventKind) -> Effect {
        match kind {
            EventKind::Interview => Effect::Interview,
            EventKind::NoPossibilities => Effect::NoPossibilities,
            EventKind::LongAbsenceForeseen => Effect::LongAbsence,
            EventKind::OwnEmployerPerspective => Effect::Perspective,
            EventKind::AgreedDeviation { .. } => Effect::Deviation,
            EventKind::EarlyIvaClaim
            | EventKind::VoluntaryExtension { .. }
            | EventKind::AssessedAble
            | EventKind::WageSanction { .. }
            | EventKind::WiaGranted
            | EventKind::Deceased => Effect::Extraordinary,
            _ => Effect::None,
        }
    }
}

/// A set of effects.
#[derive(Clone, Copy, Default)]
struct Effects(u8);

impl Effects {
    fn add(&mut self, effect: Effect) {
        self.0 |= 1 << effect as u8;
    }

    const fn has(self, effect: Effect) -> bool {
        self.0 >> effect as u8 & 1 == 1
    }

    /// Whether there is one that takes more than a look at the days on which duties were met.
    const fn is_some(self) -> bool {
        self.0 & !(1 << Effect::None as u8) != 0
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
        let (mut effects, mut interviews) = (Effects::default(), 0);
        for event in events {
            if event.on < run.first {
                continue;
            }
            if event.on > on {
                break;
            }
            let effect = Effect::of(&event.kind);
            effects.add(effect);
            held[interviews % INTERVIEWS] = event.on;
            interviews += usize::from(effect == Effect::Interview);
            let code = match &event.kind {
                EventKind::Met(duty) => code_of(*duty),
                _ => NO_DUTY,
            };
            self.meet(code, event.on, run, ladder);
        }
        if effects.is_some() {
            let known = |event: &&Event| run.first <= event.on && event.on <= on;
            self.feel(effects, events.iter().filter(known), ladder);
            self.is_extraordinary |= interviews > INTERVIEWS;
        }
        self.interviews = &held[..interviews.min(INTERVIEWS)];
    }

    /// The first time counts. What kind of event comes next cannot be foreseen, so that nothing
    /// branches on it.
    #[inline]
    fn meet(&mut self, code: usize, on: Day, run: &Run<'_>, ladder: &Ladder) {
        let is_first = self.codes >> code & 1 == 0;
        self.codes |= 1 << code;
        let met = &mut self.met[code];
        *met = if is_first { Some(on) } else { *met };
        let rung = ladder.place_of(code);
        let only_if = |holds: bool| if holds { rung.bit } else { 0 };
        self.rungs |= rung.bit;
        self.late |= only_if(is_first & (run.counted(on.plus(-1)) >= rung.due));
        self.early |= only_if(is_first & (run.counted(on) < rung.opens));
    }

    /// What else was recorded.
    fn feel<'e>(
        &mut self,
        effects: Effects,
        events: impl Iterator<Item = &'e Event> + Clone,
        ladder: &Ladder,
    ) {
        self.is_extraordinary = effects.has(Effect::Extraordinary);
        let first = |kind: EventKind| Some(events.clone().find(|event| event.kind == kind)?.on);
        if effects.has(Effect::NoPossibilities) {
            self.no_possibilities = first(EventKind::NoPossibilities);
        }
        if effects.has(Effect::LongAbsence) {
            self.long_absence_foreseen = first(EventKind::LongAbsenceForeseen);
        }
        if effects.has(Effect::Perspective) {
            self.moved |= ladder.order_of(Duty::SECOND_TRACK_START);
        }
        if effects.has(Effect::Deviation) {
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
