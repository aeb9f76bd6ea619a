//! The events of the current case, read once.

use crate::case::{Event, EventKind, Facts};
use crate::day::Day;
use crate::law::{DUTY_COUNT, Duty, code_of};

/// As many duties fit in the bits of the met ones.
const _: () = assert!(DUTY_COUNT < u32::BITS as usize);

/// What the known events of the current case say. A day is that of the first event of its kind.
pub(super) struct Recorded<'a> {
    /// In order.
    pub(super) events: &'a [Event],
    met: [Option<Day>; DUTY_COUNT],
    /// A bit for every duty that was met.
    met_bits: u32,
    pub(super) long_absence_foreseen: Option<Day>,
    pub(super) no_possibilities: Option<Day>,
    pub(super) notice_received: Option<Day>,
    pub(super) outside_expert_asked: Option<Day>,
    pub(super) early_iva_claim: Option<Day>,
    pub(super) assessed_able: Option<Day>,
    /// With its length in weeks, when it was limited.
    pub(super) sanction: Option<(Day, Option<u8>)>,
    pub(super) wia_granted: Option<Day>,
    pub(super) deceased: Option<Day>,
    /// There are agreed deviations.
    pub(super) deviates: bool,
    /// There are perspectives with the own employer.
    pub(super) has_perspective: bool,
    /// There are voluntary extensions.
    pub(super) extends: bool,
    /// There are progress interviews.
    pub(super) has_interviews: bool,
}

impl<'a> Recorded<'a> {
    /// Reads the known events from `first` on.
    pub(super) fn of(facts: Facts<'a>, first: Day) -> Recorded<'a> {
        let mut recorded = Recorded {
            events: facts.events(first),
            met: [None; DUTY_COUNT],
            met_bits: 0,
            long_absence_foreseen: None,
            no_possibilities: None,
            notice_received: None,
            outside_expert_asked: None,
            early_iva_claim: None,
            assessed_able: None,
            sanction: None,
            wia_granted: None,
            deceased: None,
            deviates: false,
            has_perspective: false,
            extends: false,
            has_interviews: false,
        };
        let mut extension = None;
        for event in recorded.events {
            let day = match event.kind {
                EventKind::Met(duty) => {
                    let code = code_of(duty);
                    recorded.met_bits |= 1 << code;
                    &mut recorded.met[code]
                }
                EventKind::LongAbsenceForeseen => &mut recorded.long_absence_foreseen,
                EventKind::NoPossibilities => &mut recorded.no_possibilities,
                EventKind::WiaNoticeReceived => &mut recorded.notice_received,
                EventKind::OutsideExpertAsked => &mut recorded.outside_expert_asked,
                EventKind::EarlyIvaClaim => &mut recorded.early_iva_claim,
                EventKind::AssessedAble => &mut recorded.assessed_able,
                EventKind::WiaGranted => &mut recorded.wia_granted,
                EventKind::Deceased => &mut recorded.deceased,
                EventKind::VoluntaryExtension { .. } => {
                    recorded.extends = true;
                    &mut extension
                }
                EventKind::WageSanction { weeks } => {
                    recorded.sanction.get_or_insert((event.on, weeks));
                    continue;
                }
                EventKind::AgreedDeviation { .. } => {
                    recorded.deviates = true;
                    continue;
                }
                EventKind::Interview => {
                    recorded.has_interviews = true;
                    continue;
                }
                EventKind::OwnEmployerPerspective => {
                    recorded.has_perspective = true;
                    continue;
                }
                _ => continue,
            };
            day.get_or_insert(event.on);
        }
        // An early claim is a claim (WIA 66(1)); it and an extension count as the 42nd-week report
        // (ZW 38(8)). To impose a sanction is to decide on it.
        let early = recorded.early_iva_claim;
        recorded.also_met(Duty::WIA_CLAIM, early);
        recorded.also_met(Duty::UWV_SICKNESS_REPORT, earliest(early, extension));
        recorded.also_met(Duty::WAGE_SANCTION_DECISION, recorded.sanction.map(|(on, _)| on));
        recorded
    }

    fn also_met(&mut self, duty: Duty, on: Option<Day>) {
        if on.is_some() {
            let code = code_of(duty);
            self.met[code] = earliest(self.met[code], on);
            self.met_bits |= 1 << code;
        }
    }

    /// The day on which a duty was met.
    pub(super) fn met(&self, duty: Duty) -> Option<Day> {
        self.met[code_of(duty)]
    }

    /// The same, by the place of the duty in the list of duties.
    pub(super) fn met_code(&self, code: usize) -> Option<Day> {
        self.met[code]
    }

    /// Whether one of some duties was met, each a bit by its place in the list of duties.
    pub(super) fn has_met_any(&self, duties: u32) -> bool {
        self.met_bits & duties != 0
    }

    /// The events from `from` on.
    pub(super) fn from(&self, from: Day) -> &'a [Event] {
        let before = self.events.partition_point(|event| event.on < from);
        &self.events[before..]
    }
}

/// The earlier of two days, an absent one counting as never.
pub(super) fn earliest(a: Option<Day>, b: Option<Day>) -> Option<Day> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
