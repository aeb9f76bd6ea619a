//! The kinds of events by their names.

use crate::case::EventKind;
use crate::law;
use alloc::vec::Vec;

/// What an event of some name is made of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// Nothing but its name.
    Plain(EventKind),
    PlanHolds,
    ReportHolds,
    SecondTrackAdvised,
    SecondTrackPhase,
    SecondTrackEnded,
    ExtensionShortened,
    VoluntaryExtension,
    WageSanction,
    AgreedDeviation,
}

impl Shape {
    pub(super) const fn id(self) -> &'static str {
        match self {
            Shape::Plain(kind) => kind.id(),
            Shape::PlanHolds => "plan-holds",
            Shape::ReportHolds => "report-holds",
            Shape::SecondTrackAdvised => "second-track-advised",
            Shape::SecondTrackPhase => "second-track-phase",
            Shape::SecondTrackEnded => "second-track-ended",
            Shape::ExtensionShortened => "extension-shortened",
            Shape::VoluntaryExtension => "voluntary-extension",
            Shape::WageSanction => "wage-sanction",
            Shape::AgreedDeviation => "agreed-deviation",
        }
    }

    /// The fields that mean something beside the name and the day.
    pub(super) const fn takes(self) -> &'static [&'static str] {
        match self {
            Shape::Plain(_) => &[],
            Shape::PlanHolds => &["item"],
            Shape::ReportHolds => &["part"],
            Shape::SecondTrackAdvised => &["by"],
            Shape::SecondTrackPhase => &["phase"],
            Shape::SecondTrackEnded => &["reason"],
            Shape::ExtensionShortened | Shape::VoluntaryExtension => &["until"],
            Shape::WageSanction => &["weeks"],
            Shape::AgreedDeviation => &["duty", "until", "reason"],
        }
    }

    fn named(name: &str) -> Option<Shape> {
        Some(Shape::Plain(match name {
            "plan-holds" => return Some(Shape::PlanHolds),
            "report-holds" => return Some(Shape::ReportHolds),
            "second-track-advised" => return Some(Shape::SecondTrackAdvised),
            "second-track-phase" => return Some(Shape::SecondTrackPhase),
            "second-track-ended" => return Some(Shape::SecondTrackEnded),
            "extension-shortened" => return Some(Shape::ExtensionShortened),
            "voluntary-extension" => return Some(Shape::VoluntaryExtension),
            "wage-sanction" => return Some(Shape::WageSanction),
            "agreed-deviation" => return Some(Shape::AgreedDeviation),
            "interview" => EventKind::Interview,
            "plan-adjusted" => EventKind::PlanAdjusted,
            "partly-able-to-work" => EventKind::PartlyAbleToWork,
            "reintegration-interview" => EventKind::ReintegrationInterview,
            "own-work-ruled-out" => EventKind::OwnWorkRuledOut,
            "second-track-provider-engaged" => EventKind::SecondTrackProviderEngaged,
            "first-track-ended" => EventKind::FirstTrackEnded,
            "long-absence-foreseen" => EventKind::LongAbsenceForeseen,
            "no-possibilities" => EventKind::NoPossibilities,
            "own-employer-perspective" => EventKind::OwnEmployerPerspective,
            "wia-notice-received" => EventKind::WiaNoticeReceived,
            "outside-expert-asked" => EventKind::OutsideExpertAsked,
            "early-iva-claim" => EventKind::EarlyIvaClaim,
            "repair-notified" => EventKind::RepairNotified,
            "repair-refused" => EventKind::RepairRefused,
            "repair-established" => EventKind::RepairEstablished,
            "wia-granted" => EventKind::WiaGranted,
            "deceased" => EventKind::Deceased,
            "assessed-able" => EventKind::AssessedAble,
            name => EventKind::Met(law::duty(name)?),
        }))
    }
}

/// A table of names, so that one of fifty is found by one look. Empty it finds them too.
#[derive(Clone, Debug, Default)]
pub(super) struct Kinds {
    slots: Vec<Option<(&'static str, Shape)>>,
}

const SLOTS: usize = 256;

impl Kinds {
    /// The table with every name.
    pub(super) fn all() -> Kinds {
        let mut slots = alloc::vec![None; SLOTS];
        let plain = EventKind::PLAIN.iter().copied();
        for name in plain.chain(law::duties().map(law::Duty::id)) {
            // A name whose slot is taken is found without the table.
            let (slot, shape) = (&mut slots[slot(name)], Shape::named(name));
            if let (None, Some(shape)) = (&slot, shape) {
                *slot = Some((name, shape));
            }
        }
        Kinds { slots }
    }

    pub(super) fn shape(&self, name: &str) -> Option<Shape> {
        match self.slots.get(slot(name)) {
            Some(Some((known, shape))) if *known == name => Some(*shape),
            _ => Shape::named(name),
        }
    }
}

/// Names differ in their length and in the letters at their ends.
fn slot(name: &str) -> usize {
    let bytes = name.as_bytes();
    let at = |i: usize| usize::from(bytes.get(i).copied().unwrap_or(0));
    let middle = at(bytes.len() / 2);
    (bytes.len() + at(0) * 5 + middle + at(bytes.len().wrapping_sub(1)) * 7) % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_to_itself() {
        for kinds in [Kinds::all(), Kinds::default()] {
            let names = EventKind::PLAIN.iter().copied().chain(law::duties().map(law::Duty::id));
            for name in names {
                assert_eq!(kinds.shape(name).map(Shape::id), Some(name));
            }
            assert!(kinds.shape("interviews").is_none() && kinds.shape("").is_none());
        }
    }

    #[test]
    fn hardly_a_name_shares_a_slot() {
        let names = EventKind::PLAIN.len() + law::duties().count();
        assert!(Kinds::all().slots.iter().flatten().count() + 3 >= names);
    }
}
