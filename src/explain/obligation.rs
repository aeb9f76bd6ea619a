//! The explanation of a duty.

use super::counting::{self, counting};
use super::starts::{Seen, StartAt, effect_that_says, from_due};
use super::steps::{Answer, NotExtended, StartKind, Step, Subject};
use super::{changes, ends, extension, readings};
use crate::lang::{Lang, Text};
use crate::law::{
    Anchor, Bound, Condition, LAW_AS_OF, Override, Regime, Rule, Source, Term, Window, bw7, only,
    zw,
};
use crate::timeline::{Obligation, Reason, Status, View};
use alloc::vec::Vec;

/// How the due day came about.
pub(super) struct Worked {
    /// The sums, with what moved them.
    pub(super) sums: Vec<Step>,
    /// The weekend, where there is a sum.
    pub(super) weekend: Option<Step>,
    /// The bound that gave the day, with the rule that it stands in; none for an agreed day or
    /// where the law names none.
    pub(super) bound: Option<(&'static Rule, Bound)>,
    /// What the last sum counts from.
    pub(super) start: Option<StartKind>,
}

pub(super) fn steps(view: &View<'_>, obligation: &Obligation) -> Vec<Step> {
    let status = view.status(obligation);
    let seen = Seen { view, number: obligation.number() };
    let worked = worked(&seen, obligation);
    let mut steps = Vec::from([Step::Answer(answer(view, obligation, status))]);
    steps.extend(counted(view, obligation, &worked));
    // What a perspective counts from has no name of its own in the table.
    let bound = worked.bound.map(|(_, bound)| bound).filter(|bound| bound.from != Anchor::Request);
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
    steps.extend(readings::steps(&seen, obligation, &worked));
    steps.extend(changes::of_duty(&seen, obligation, status, &worked));
    steps.extend(worked.sums);
    steps.extend(worked.weekend);
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
        Reason::OldLaw => words_of(|condition| matches!(condition, Condition::FirstSickDayFrom(_))),
        Reason::StatePensionAge if !in_safety_net => Some(bw7::NO_PLAN_AT_STATE_PENSION_AGE),
        Reason::StatePensionAge => Some(zw::NO_BENEFIT_FROM_STATE_PENSION_AGE),
        Reason::EmploymentEnds => Some(zw::ON_THE_LAST_DAY),
        Reason::SickTooShort => {
            Some(view.timeline().law().only(only::REPORT_AT_END_OF_EMPLOYMENT).due.source)
        }
        Reason::SanctionTooLate => Some(crate::law::wia::BEFORE_THE_END),
        Reason::Recovered => {
            Some(counting::joining_source(view.timeline().law(), obligation.rule().clock))
        }
        _ => None,
    }
}

/// What was counted, where the day follows from counted days.
fn counted(view: &View<'_>, obligation: &Obligation, worked: &Worked) -> Vec<Step> {
    let sums = || {
        worked.sums.iter().filter_map(|step| match step {
            Step::Sum(sum) => Some(sum),
            _ => None,
        })
    };
    let numbered = sums().filter(|sum| sum.number.is_some());
    if let Some(sum) = numbered.max_by_key(|sum| sum.day) {
        return counting(view, sum.clock, sum.day.max(sum.start.day));
    }
    if let Some(sum) = sums().find(|sum| sum.start.kind == StartKind::FirstSickDay) {
        return Vec::from([Step::FirstSickDay { day: sum.start.day, clock: sum.clock }]);
    }
    match worked.sums.is_empty() {
        // Without a day, what was counted up to the day of the view.
        true => counting(view, obligation.rule().clock, view.on()),
        false => Vec::new(),
    }
}

/// Works the day of an obligation again from the law table and the clocks of the view.
fn worked(seen: &Seen<'_, '_>, obligation: &Obligation) -> Worked {
    let mut worked = from_the_law(seen, obligation);
    let ends_on = worked.sums.iter().chain(&worked.weekend).rev().find_map(|step| match step {
        Step::Sum(sum) => Some(sum.day),
        Step::Extended { to, .. } => Some(*to),
        Step::Agreed { until, .. } => Some(*until),
        _ => None,
    });
    // A sum that does not end on the day explains nothing.
    if ends_on != obligation.due() {
        (worked.sums, worked.weekend, worked.start) = (Vec::new(), None, None);
    }
    worked
}

fn from_the_law(seen: &Seen<'_, '_>, obligation: &Obligation) -> Worked {
    let nothing = Worked { sums: Vec::new(), weekend: None, bound: None, start: None };
    let (rule, own) = (obligation.rule(), obligation.version().due);
    if let (Some(until), Some(reason)) = (obligation.due(), obligation.deviation()) {
        let original = obligation.original_due();
        let mut sums = match original {
            Some(_) => from_bound(seen, rule, own).map(|worked| worked.sums).unwrap_or_default(),
            None => Vec::new(),
        };
        sums.push(Step::Agreed { original, until, reason });
        let weekend = Some(Step::NotExtended { day: until, why: NotExtended::Agreed });
        return Worked { sums, weekend, ..nothing };
    }
    let Some(due) = obligation.due() else {
        let is_own = own.source == obligation.source();
        return Worked { bound: is_own.then_some((rule, own)), ..nothing };
    };
    if own.source == obligation.source() {
        return from_bound(seen, rule, own)
            .unwrap_or(Worked { bound: Some((rule, own)), ..nothing });
    }
    let Some((effect, bound)) = effect_that_says(seen.law(), obligation.source()) else {
        return nothing;
    };
    let other = match rule.overrides.first() {
        Some(Override::LeavesWhileSick) => {
            // The words ask for a report from so many weeks on; it is due on the last day itself.
            let on_the_day = Bound {
                term: Term::OnTheDay,
                from: Anchor::EmploymentEnd,
                reading: Text::NONE,
                ..bound
            };
            let mut worked = from_bound(seen, effect, on_the_day);
            let first = seen.start(effect, bound.from);
            let enough = first.and_then(|first| {
                counting::sum(seen.view, first.into(), bound.term, bound.count, effect.clock)
            });
            if let Some(worked) = &mut worked {
                worked.sums.splice(0..0, enough.map(Step::Sum));
            }
            worked
        }
        Some(Override::WageSanction) => after_sanction(seen, effect, bound),
        Some(Override::OwnEmployerPerspective) => {
            seen.perspective(effect, &bound, due).and_then(|from| {
                let usual = from_bound(seen, rule, own).map(|worked| worked.sums);
                let mut worked = sum_from(seen, effect, bound, from)?;
                worked.sums.splice(0..0, usual.unwrap_or_default());
                Some(worked)
            })
        }
        _ => from_bound(seen, effect, bound),
    };
    other.unwrap_or(Worked { bound: Some((effect, bound)), ..nothing })
}

/// Six weeks after the repair, else after the day on which the claim is taken up again.
fn after_sanction(seen: &Seen<'_, '_>, rule: &'static Rule, bound: Bound) -> Option<Worked> {
    if let Some(from) = seen.start(rule, Anchor::RepairEstablished) {
        return sum_from(seen, rule, bound, from);
    }
    let (end, resumed) = seen.claim_resumed()?;
    let back = seen.law().only(only::CLAIM_RESUMED).due;
    let back = counting::sum(seen.view, end.into(), back.term, back.count, rule.clock)?;
    let mut worked = sum_from(seen, rule, bound, resumed)?;
    worked.sums.insert(0, Step::Sum(back));
    Some(worked)
}

fn from_bound(seen: &Seen<'_, '_>, rule: &'static Rule, bound: Bound) -> Option<Worked> {
    let from = match bound.from {
        Anchor::Due => from_due(seen.line(rule.duty()?, seen.number)?.due()?),
        anchor => seen.start(rule, anchor)?,
    };
    let mut worked = sum_from(seen, rule, bound, from)?;
    if matches!(bound.from, Anchor::End | Anchor::DelayedEnd) {
        let with_delay = bound.from == Anchor::DelayedEnd;
        worked.sums.splice(0..0, ends::end_of_waiting(seen, with_delay));
    }
    Some(worked)
}

fn sum_from(
    seen: &Seen<'_, '_>,
    rule: &'static Rule,
    bound: Bound,
    from: StartAt,
) -> Option<Worked> {
    let sum = counting::sum(seen.view, from.into(), bound.term, bound.count, rule.clock)?;
    Some(Worked {
        sums: Vec::from([Step::Sum(sum)]),
        weekend: (bound.term != Term::NextWorkingDay).then(|| extension::step(&bound, sum.day)),
        bound: Some((rule, bound)),
        start: Some(sum.start.kind),
    })
}
