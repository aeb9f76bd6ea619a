//! The explanation of a milestone: the sum, and what prolonged or cut it.

use super::changes::line;
use super::counting::{self, counting};
use super::steps::{Answer, Change, Reading, ReadingKind, Step, Subject};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Bound, LAW_AS_OF, Milestone, Regime};
use crate::timeline::{Derivation, Derived, MilestoneDay, Prolongation, View};
use alloc::vec::Vec;

pub(super) fn steps(
    view: &View<'_>,
    milestone: &MilestoneDay,
    derivation: Option<&Derivation>,
) -> Vec<Step> {
    let found = derivation.map_or(&[][..], Derivation::steps);
    let sums: Vec<Step> = found.iter().copied().filter_map(Step::of).collect();
    let (weekend, sums) =
        sums.split_last().map_or((None, &[][..]), |(last, rest)| (Some(last), rest));
    let mut steps = Vec::from([Step::Answer(answer(view, milestone))]);
    let last = sums.iter().find_map(day_of).unwrap_or(milestone.day());
    steps.extend(counting(view, milestone.rule().clock, last));
    let bound = bound_of(found, milestone);
    steps.push(words(&bound, milestone));
    if milestone.day() > LAW_AS_OF {
        steps.push(Step::BeyondCheckedLaw { law_as_of: LAW_AS_OF });
    }
    steps.extend(sums.iter().cloned());
    steps.extend(weekend.cloned());
    steps.extend(reading(&bound, milestone));
    steps.extend(changes(view, milestone, sums).into_iter().map(Step::Change));
    steps
}

/// The day on which a step of a sum ends.
fn day_of(step: &Step) -> Option<Day> {
    match step {
        Step::Sum(sum) => Some(sum.day),
        Step::Prolonged(prolonged) => Some(prolonged.day()),
        _ => None,
    }
}

fn answer(view: &View<'_>, milestone: &MilestoneDay) -> Answer {
    Answer {
        subject: Subject::Milestone(milestone.milestone()),
        name_nl: milestone.name(Lang::Nl).into(),
        name_en: milestone.name(Lang::En).into(),
        day: Some(milestone.day()),
        actor: None,
        with: Vec::new(),
        opens: None,
        met: None,
        status: None,
        window: None,
        tolerated: None,
        because: None,
        relapse_joins_through: None,
        on: view.on(),
    }
}

/// The date of the law table that says it: a short period from the state pension age on has words of its
/// own.
fn bound_of(found: &[Derived], milestone: &MilestoneDay) -> Bound {
    let says_it = |bound: &Bound| bound.source == milestone.source();
    let bounds = found.iter().filter_map(|step| match step {
        Derived::Sum(sum) => Some(*sum.bound),
        Derived::Prolonged(Prolongation::StatePension { bound, .. }) => bound.copied(),
        _ => None,
    });
    let mut bounds = bounds.filter(says_it);
    bounds.next().unwrap_or(milestone.version().due)
}

fn words(bound: &Bound, milestone: &MilestoneDay) -> Step {
    let is_own = bound.source == milestone.source();
    Step::Words {
        source: milestone.source(),
        layer: bound.layer,
        duty_layer: bound.layer,
        paraphrase: is_own.then_some((bound.term, bound.from)),
    }
}

fn reading(bound: &Bound, milestone: &MilestoneDay) -> Option<Step> {
    let is_said = bound.source == milestone.source() && !bound.reading.is_empty();
    is_said.then_some(Step::Reading(Reading {
        kind: ReadingKind::Due,
        words: bound.reading,
        layer: bound.layer,
        day: Some(milestone.day()),
        due: milestone.day(),
        due_layer: bound.layer,
    }))
}

/// What would move a milestone that lies ahead.
fn changes(view: &View<'_>, milestone: &MilestoneDay, sums: &[Step]) -> Vec<Change> {
    if milestone.day() < view.on() {
        return Vec::new();
    }
    if milestone.milestone() == Milestone::RELAPSE_WINDOW {
        return Vec::from([Change::Relapse]);
    }
    let is_cut = |step: &Step| {
        matches!(
            step,
            Step::Prolonged(
                Prolongation::StatePension { .. }
                    | Prolongation::EmploymentEnd { .. }
                    | Prolongation::Death { .. }
                    | Prolongation::Assessment { .. }
            )
        )
    };
    if sums.iter().any(is_cut) {
        return Vec::new();
    }
    // Before the term of the rule itself has ended its days can still be interrupted.
    let term_runs = sums.iter().find_map(day_of).is_some_and(|day| day >= view.on());
    let regime = view.timeline().case().regime();
    let prolongs = match milestone.milestone() {
        Milestone::END_OF_WAGES | Milestone::WIA_START | Milestone::END_OF_DISMISSAL_BAN => {
            regime != Regime::SafetyNet
        }
        Milestone::END_OF_SICKNESS_BENEFIT => regime == Regime::OwnRiskCarrier,
        _ => false,
    };
    let claimed =
        line(view, view.timeline().law().roles().claim).is_some_and(|claim| claim.met().is_some());
    let changes = [
        (prolongs && !claimed, Change::LateClaim),
        (prolongs && term_runs && view.sanction().is_none(), Change::Sanction),
        (prolongs && term_runs && regime == Regime::Employer, Change::Extension),
        (
            term_runs && view.relapse_joins_through().is_none(),
            Change::Interruption { separates: counting::days_that_separate(view.timeline().law()) },
        ),
    ];
    changes.into_iter().filter(|(holds, _)| *holds).map(|(_, change)| change).collect()
}
