//! Lists of stable names that are put together from several closed lists, or from the law.

use crate::case::{Adviser, PlanItem, ReportPart, SecondTrackEnd, SecondTrackPhase};
use crate::change::Subject;
use crate::closed_list::ClosedList;
use crate::law::{self, Duty, Kind, LAW, Milestone, Possibility};
use crate::timeline::{NotExtendedKind, OpenNorm, Reason};
use crate::verdict::TopicKind;
use crate::wire::derivation;
use alloc::vec::Vec;

/// The stable names of a closed list.
pub(super) fn of<T: ClosedList>() -> Vec<&'static str> {
    T::IDS.to_vec()
}

/// The same in the order of their numbers.
pub(super) fn by_code<T: ClosedList>() -> Vec<&'static str> {
    (0..=u8::MAX).filter_map(T::from_code).map(T::id).collect()
}

/// One list after the other, each name once.
fn joined<const N: usize>(lists: [Vec<&'static str>; N]) -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Vec::new();
    for id in lists.into_iter().flatten() {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

pub(super) fn duties() -> Vec<&'static str> {
    law::duties().map(Duty::id).collect()
}

pub(super) fn milestones() -> Vec<&'static str> {
    let of_rules = LAW.rules().iter().filter(|rule| matches!(rule.kind, Kind::Milestone(_)));
    // The start of the WIA follows from the end of the waiting period: it has no rule of its own.
    joined([of_rules.map(|rule| rule.id()).collect(), [Milestone::WIA_START.id()].into()])
}

pub(super) fn duties_and_milestones() -> Vec<&'static str> {
    joined([duties(), milestones()])
}

/// What an explanation can be of.
pub(super) fn explained() -> Vec<&'static str> {
    joined([duties_and_milestones(), of::<Possibility>()])
}

/// The announced changes of the law.
pub(super) fn pending() -> Vec<&'static str> {
    law::PENDING.iter().map(|change| change.id).collect()
}

pub(super) fn rules() -> Vec<&'static str> {
    joined([LAW.rules().iter().map(|rule| rule.id()).collect()])
}

pub(super) fn reasons_and_norms() -> Vec<&'static str> {
    joined([of::<Reason>(), of::<OpenNorm>()])
}

// The steps of a derivation, and what they hold.

pub(super) fn steps() -> Vec<&'static str> {
    derivation::STEPS.to_vec()
}

pub(super) fn prolongations() -> Vec<&'static str> {
    derivation::PROLONGATIONS.to_vec()
}

pub(super) fn reasons_not_to_move_and_for_no_day() -> Vec<&'static str> {
    joined([of::<NotExtendedKind>(), derivation::NO_DAYS.to_vec()])
}

pub(super) fn phrases() -> Vec<&'static str> {
    derivation::PHRASES.to_vec()
}

pub(super) fn starts() -> Vec<&'static str> {
    derivation::STARTS.to_vec()
}

pub(super) fn left_out() -> Vec<&'static str> {
    derivation::LEFT_OUT.to_vec()
}

pub(super) fn topics() -> Vec<&'static str> {
    // A finding on a duty has the name of the duty.
    let others = TopicKind::ALL.iter().filter(|kind| **kind != TopicKind::Duty);
    joined([duties(), others.map(|kind| kind.id()).collect()])
}

/// What the second track records with a day.
pub(super) fn dated() -> Vec<&'static str> {
    joined([of::<Adviser>(), of::<SecondTrackPhase>(), of::<SecondTrackEnd>()])
}

/// What the plan of action and the re-integration report hold.
pub(super) fn parts() -> Vec<&'static str> {
    joined([of::<PlanItem>(), of::<ReportPart>()])
}

pub(super) fn subjects() -> Vec<&'static str> {
    joined([[Subject::Case.id()].into(), duties_and_milestones()])
}
