//! How the words are read, which other readings there are, and which day they give.

use super::obligation::Worked;
use super::starts::Seen;
use super::steps::{Reading, ReadingKind, Step};
use crate::calendar;
use crate::day::Day;
use crate::timeline::Obligation;
use alloc::vec::Vec;

pub(super) fn steps(seen: &Seen<'_, '_>, obligation: &Obligation, worked: &Worked) -> Vec<Step> {
    let Some(due) = obligation.due() else { return Vec::new() };
    let version = obligation.version();
    let mut steps = Vec::new();
    let mut put = |kind, words, layer, day| {
        steps.push(Step::Reading(Reading { kind, words, layer, day, due }));
    };
    if let Some((_, bound)) = worked.bound.filter(|(_, bound)| !bound.reading.is_empty()) {
        put(ReadingKind::Due, bound.reading, bound.layer, Some(due));
    }
    if let Some(advised) = obligation.advised() {
        let stricter = version.advised.and_then(|bound| {
            let from = seen.start(obligation.rule(), bound.from)?;
            let day = seen.bound_day(obligation.rule(), &bound, from)?.date();
            (day < due).then_some((bound, day))
        });
        match stricter {
            Some((bound, day)) => {
                put(ReadingKind::Advised { advised }, bound.reading, bound.layer, Some(day));
            }
            None if advised < due && !calendar::works(Day::from(due)) => {
                put(ReadingKind::WorkingDay, "", obligation.due_layer(), Some(advised));
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
