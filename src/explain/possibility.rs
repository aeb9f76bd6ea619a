//! The explanation of a possibility: how its last day was found, or its first where there is no last.

use super::counting::counting;
use super::steps::{Answer, Part, Reading, ReadingKind, Step, Subject};
use crate::lang::Lang;
use crate::law::{Bound, LAW_AS_OF};
use crate::timeline::{Derivation, Derived, PossibilityDerivation, PossibilityWindow, View};
use alloc::vec::Vec;

pub(super) fn steps(
    view: &View<'_>,
    window: &PossibilityWindow,
    derivation: Option<&PossibilityDerivation>,
) -> Vec<Step> {
    let mut steps = Vec::from([Step::Answer(answer(view, window))]);
    if window.against().is_none() {
        steps.extend(counting(view, window.rule().clock, window.opens()));
    }
    let opens = derivation.map(PossibilityDerivation::opens);
    let until = derivation.map(PossibilityDerivation::until);
    let tolerated = derivation.map(PossibilityDerivation::tolerated);
    // What weekends do is said of the last day.
    let last = until.filter(|found| found.day().is_some()).or(opens);
    for found in [opens, until, tolerated].into_iter().flatten() {
        let mut own = rule_and_sum(window, found);
        own.retain(|step| Some(found) == last || step.part() != Part::Weekend);
        steps.extend(own);
    }
    if window.is_beyond_checked_law() {
        steps.push(Step::BeyondCheckedLaw { law_as_of: LAW_AS_OF });
    }
    // The order of the parts is that of the text; within a part the order stays.
    steps.sort_by_key(Step::part);
    steps
}

/// The words that give a day, how they are read, and the sum.
fn rule_and_sum(window: &PossibilityWindow, found: &Derivation) -> Vec<Step> {
    let bound = found.steps().iter().find_map(|step| match step {
        Derived::Sum(sum) => Some(*sum.bound),
        _ => None,
    });
    let Some((bound, day)) = bound.zip(found.day()) else { return Vec::new() };
    let Bound { source, layer, term, from, reading, .. } = bound;
    let paraphrase = Some((term, from));
    let words = Step::Words { source, layer, duty_layer: window.rule().layer, paraphrase };
    let reading = Step::Reading(Reading {
        kind: ReadingKind::Due,
        words: reading,
        layer,
        day: Some(day),
        due: day,
        due_layer: layer,
    });
    let is_read = !bound.reading.is_empty();
    let sum = found.steps().iter().copied().filter_map(Step::of);
    [words].into_iter().chain(sum).chain(is_read.then_some(reading)).collect()
}

fn answer(view: &View<'_>, window: &PossibilityWindow) -> Answer {
    Answer {
        subject: Subject::Possibility(window.possibility(), window.number()),
        name_nl: window.name(Lang::Nl),
        name_en: window.name(Lang::En),
        day: window.until().or(Some(window.opens())),
        actor: None,
        with: window.who().to_vec(),
        opens: Some(window.opens()),
        met: window.taken(),
        status: None,
        window: Some((window.state(), window.ended())),
        tolerated: window.tolerated(),
        because: None,
        relapse_joins_through: None,
        on: view.on(),
    }
}
