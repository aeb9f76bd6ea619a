//! The explanation of a duty: the derivation of its due day, put into the order of the text.

use super::counting::{self, counting};
use super::steps::{Answer, Step, Subject};
use super::{changes, readings};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Anchor, Bound, Condition, LAW_AS_OF, Regime, Source, Window, bw7, only, zw};
use crate::timeline::{
    Derivation, Derived, Obligation, ObligationDerivation, Reason, StartKind, Status, View,
};
use alloc::vec::Vec;

/// How the due day came about, as the text shows it.
pub(super) struct Found {
    /// The sums, with what moved them.
    sums: Vec<Step>,
    /// The weekend, where there is a sum.
    weekend: Option<Step>,
    /// The date of the law table that gave the day; none for an agreed day or where the law names none.
    pub(super) bound: Option<Bound>,
    /// What the last sum counts from.
    pub(super) start: Option<StartKind>,
}

impl Found {
    fn of(obligation: &Obligation, derivation: Option<&Derivation>) -> Found {
        let own = obligation.version().due;
        let is_own = own.source == obligation.source();
        let mut found = Found { sums: Vec::new(), weekend: None, bound: None, start: None };
        if obligation.due().is_none() {
            found.bound = is_own.then_some(own);
            return found;
        }
        for step in derivation.map_or(&[][..], Derivation::steps) {
            match step {
                Derived::Extended { .. } | Derived::NotExtended { .. } => {
                    found.weekend = Step::of(*step);
                }
                Derived::Sum(sum) => {
                    (found.bound, found.start) = (Some(*sum.bound), Some(sum.start.kind));
                    found.sums.push(Step::Sum(*sum));
                }
                _ => found.sums.extend(Step::of(*step)),
            }
        }
        if obligation.deviation().is_some() {
            (found.bound, found.start) = (None, None);
        }
        found
    }
}

pub(super) fn steps(
    view: &View<'_>,
    obligation: &Obligation,
    derivation: Option<&ObligationDerivation>,
) -> Vec<Step> {
    let status = view.status(obligation);
    let found = Found::of(obligation, derivation.map(ObligationDerivation::due));
    let mut steps = Vec::from([Step::Answer(answer(view, obligation, status))]);
    steps.extend(counted(view, obligation, &found.sums));
    // What a perspective counts from has no name of its own in the table.
    let bound = found.bound.filter(|bound| bound.from != Anchor::Request);
    if obligation.deviation().is_some() {
        let own = obligation.version().due;
        steps.push(Step::Words {
            source: own.source,
            layer: own.layer,
            duty_layer: obligation.layer(),
            paraphrase: Some((own.term, own.from)),
        });
    }
    steps.push(Step::Words {
        source: obligation.source(),
        layer: obligation.due_layer(),
        duty_layer: obligation.layer(),
        paraphrase: bound.map(|bound| (bound.term, bound.from)),
    });
    let window = obligation.rule().window_of(obligation.version());
    let is_own = obligation.version().due.source == obligation.source();
    if window != Window::ALWAYS && obligation.due().is_some() && is_own {
        steps.push(Step::Version { window });
    }
    if obligation.is_beyond_checked_law() {
        steps.push(Step::BeyondCheckedLaw { law_as_of: LAW_AS_OF });
    }
    steps.extend(readings::steps(view, obligation, &found, derivation));
    steps.extend(changes::of_duty(view, obligation, status, &found));
    steps.extend(found.sums);
    steps.extend(found.weekend);
    // The order of the parts is that of the text; within a part the order stays.
    steps.sort_by_key(Step::part);
    steps
}

fn answer(view: &View<'_>, obligation: &Obligation, status: Status) -> Answer {
    let reason = match status {
        Status::NotApplicable(reason) | Status::Lapsed(reason) => Some(reason),
        Status::Paused => Some(Reason::Recovered),
        _ => None,
    };
    Answer {
        subject: Subject::Duty(obligation.duty(), obligation.number()),
        name_nl: obligation.name(Lang::Nl),
        name_en: obligation.name(Lang::En),
        day: obligation.due(),
        actor: Some(obligation.actor()),
        with: obligation.with(),
        opens: obligation.opens(),
        met: obligation.met(),
        status: Some(status),
        window: None,
        tolerated: None,
        because: reason.and_then(|reason| because(reason, view, obligation)),
        relapse_joins_through: view.relapse_joins_through(),
        on: view.on(),
    }
}

/// The article behind a reason, where one is at hand.
fn because(reason: Reason, view: &View<'_>, obligation: &Obligation) -> Option<Source> {
    let in_safety_net = view.timeline().case().regime() == Regime::SafetyNet;
    let words_of = |is: fn(Condition) -> bool| obligation.rule().words_of(is);
    match reason {
        Reason::NoPossibilities => {
            words_of(|condition| condition == Condition::PossibilitiesToReturn)
        }
        Reason::Entitled => {
            words_of(|condition| condition == Condition::NotEntitledToSicknessBenefit)
        }
        Reason::NotExtended => words_of(|condition| condition == Condition::WagesExtended),
        Reason::OldLaw => words_of(|condition| matches!(condition, Condition::FirstSickDayFrom(_))),
        Reason::StatePensionAge if !in_safety_net => Some(bw7::NO_PLAN_AT_STATE_PENSION_AGE),
        Reason::StatePensionAge => Some(zw::NO_BENEFIT_FROM_STATE_PENSION_AGE),
        Reason::EmploymentEnds => Some(zw::ON_THE_LAST_DAY),
        Reason::SickTooShort => {
            Some(view.timeline().law().only(only::REPORT_AT_END_OF_EMPLOYMENT).due.source)
        }
        Reason::SanctionTooLate => Some(crate::law::wia::BEFORE_THE_END),
        Reason::Recovered => {
            let (law, clock) = (view.timeline().law(), obligation.rule().clock);
            Some(counting::joining_source(law, clock, Day::FOREVER))
        }
        _ => None,
    }
}

/// What was counted, where the day follows from counted days.
fn counted(view: &View<'_>, obligation: &Obligation, sums: &[Step]) -> Vec<Step> {
    let found = || {
        sums.iter().filter_map(|step| match step {
            Step::Sum(sum) => Some(sum),
            _ => None,
        })
    };
    let numbered = found().filter(|sum| sum.number.is_some());
    if let Some(sum) = numbered.max_by_key(|sum| sum.day) {
        return counting(view, sum.clock, sum.day.max(sum.start.day));
    }
    if let Some(sum) = found().find(|sum| sum.start.kind == StartKind::FirstSickDay) {
        return Vec::from([Step::FirstSickDay { day: sum.start.day, clock: sum.clock }]);
    }
    match sums.is_empty() {
        // Without a day, what was counted up to the day of the view.
        true => counting(view, obligation.rule().clock, view.on()),
        false => Vec::new(),
    }
}
