//! How the words are read, which other readings there are, and which day they give.

use super::obligation::Worked;
use super::starts::Seen;
use super::steps::{Reading, ReadingKind, Step};
use crate::lang::Text;
use crate::law::calendar;
use crate::timeline::Obligation;
use alloc::vec::Vec;

pub(super) fn steps(seen: &Seen<'_, '_>, obligation: &Obligation, worked: &Worked) -> Vec<Step> {
    let Some(due) = obligation.due() else { return Vec::new() };
    let (version, due_layer) = (obligation.version(), obligation.due_layer());
    let mut steps = Vec::new();
    let mut put = |kind, words, layer, day| {
        steps.push(Step::Reading(Reading { kind, words, layer, day, due, due_layer }));
    };
    if let Some((_, bound)) = worked.bound.filter(|(_, bound)| !bound.reading.is_empty()) {
        put(ReadingKind::Due, bound.reading, bound.layer, Some(due));
    }
    // The parties chose another day themselves.
    let advised = obligation.advised().filter(|_| obligation.deviation().is_none());
    if let Some(advised) = advised {
        let stricter = version.advised.and_then(|bound| {
            let from = seen.start(obligation.rule(), bound.from)?;
            let day = seen.bound_day(obligation.rule(), &bound, from)?;
            (day < due).then_some((bound, day))
        });
        let ahead = obligation.met().is_none() && advised >= seen.view.on();
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
    steps
}
