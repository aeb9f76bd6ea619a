//! How the words are read, which other readings there are, and which day they give.

use super::obligation::Found;
use super::steps::{Reading, ReadingKind, Step};
use crate::day::Day;
use crate::lang::Text;
use crate::law::{Anchor, calendar};
use crate::timeline::{Derivation, Derived, Obligation, ObligationDerivation, View};
use alloc::vec::Vec;

pub(super) fn steps(
    view: &View<'_>,
    obligation: &Obligation,
    found: &Found,
    derivation: Option<&ObligationDerivation>,
) -> Vec<Step> {
    let advised = derivation.map(ObligationDerivation::advised);
    let Some(due) = obligation.due() else { return Vec::new() };
    let (version, due_layer) = (obligation.version(), obligation.due_layer());
    let mut steps = Vec::new();
    let mut put = |kind, words, layer, day| {
        steps.push(Step::Reading(Reading { kind, words, layer, day, due, due_layer }));
    };
    if let Some(bound) = found.bound.filter(|bound| !bound.reading.is_empty()) {
        put(ReadingKind::Due, bound.reading, bound.layer, Some(due));
    }
    // The parties chose another day themselves.
    let entry = advised.and_then(entry);
    let advised = obligation.advised().filter(|_| obligation.deviation().is_none());
    if let Some(advised) = advised {
        let stricter = version.advised.filter(|bound| bound.from != Anchor::Due);
        let stricter = stricter.zip(entry).filter(|(_, day)| *day < due);
        let ahead = obligation.met().is_none() && advised >= view.on();
        match stricter {
            Some((bound, day)) => {
                let advised = Some(advised).filter(|_| ahead);
                put(ReadingKind::Stricter { advised }, bound.reading, bound.layer, Some(day));
            }
            None if ahead && advised < due && !calendar::works(due) => {
                put(ReadingKind::WorkingDay, Text::NONE, due_layer, Some(advised));
            }
            None => {}
        }
    }
    let opens = obligation.opens().filter(|_| obligation.met().is_none());
    if let (Some(opens), Some(bound)) = (opens, version.opens) {
        if !bound.reading.is_empty() {
            put(ReadingKind::Opens, bound.reading, bound.layer, Some(opens));
        }
    }
    if let (Some(tolerated), Some(bound)) = (obligation.tolerated(), version.tolerated) {
        put(ReadingKind::Tolerated, bound.reading, bound.layer, Some(tolerated));
    }
    for (_, found) in derivation.map_or(&[][..], ObligationDerivation::alternatives) {
        let sum = found.steps().iter().rev().find_map(|step| match step {
            Derived::Sum(sum) => Some(sum),
            _ => None,
        });
        if let Some(bound) = sum.map(|sum| sum.bound) {
            put(ReadingKind::Alternative, bound.reading, bound.layer, found.day());
        }
    }
    steps
}

/// The day that the advice starts from, before the due day and weekends are looked at.
fn entry(advised: &Derivation) -> Option<Day> {
    let is_entry = |step: &&Derived| {
        !matches!(
            step,
            Derived::NotAfter { .. } | Derived::NotBefore { .. } | Derived::WorkingDayBefore { .. }
        )
    };
    advised.steps().iter().take_while(is_entry).last().and_then(Derived::day)
}
