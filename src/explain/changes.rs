//! What would change a day, once it is recorded. It follows from the rule.

use super::counting;
use super::obligation::Found;
use super::steps::{Change, Step};
use crate::law::{
    Actor, Anchor, Bound, Condition, Count, Duty, Override, Recurrence, Regime, Tolerance,
};
use crate::timeline::{Obligation, Standing, StartKind, Status, View};
use alloc::vec::Vec;

/// More than this nobody reads.
const AT_MOST: usize = 3;

pub(super) fn of_duty(
    view: &View<'_>,
    obligation: &Obligation,
    status: Status,
    found: &Found,
) -> Vec<Step> {
    let changes = match status {
        Status::Paused | Status::NotApplicable(_) | Status::Lapsed(_) | Status::Undetermined(_) => {
            Vec::new()
        }
        Status::MetOnTime | Status::MetEarly { .. } | Status::MetLate { .. } => {
            starts_terms(view, obligation.duty())
        }
        _ => while_open(view, obligation, found),
    };
    changes.into_iter().take(AT_MOST).map(Step::Change).collect()
}

/// The duties whose term begins when this one is met.
fn starts_terms(view: &View<'_>, duty: Duty) -> Vec<Change> {
    let regime = view.timeline().case().regime();
    let rules = view.timeline().law().rules().iter().filter(|rule| rule.holds_in(regime));
    let follows = rules.filter_map(|rule| {
        let other = rule.duty()?;
        let begins = match rule.version_in_force().due.from {
            Anchor::Met(from) | Anchor::MetOrPlanned(from) => from == duty,
            // The first one counts from the plan.
            Anchor::PreviousInterview => {
                rule.recurrence == Recurrence::AfterPrevious { first_after: duty }
            }
            _ => false,
        };
        let line = line(view, other)?;
        let binds = matches!(line.standing(), Standing::Stands | Standing::WaitingFor(_));
        (begins && binds).then_some(Change::StartsTermOf(other))
    });
    follows.collect()
}

fn while_open(view: &View<'_>, obligation: &Obligation, found: &Found) -> Vec<Change> {
    let mut changes = Vec::new();
    let (duty, rule) = (obligation.duty(), obligation.rule());
    if let Some(StartKind::Planned(other, _)) = found.start {
        changes.push(Change::Follows(other));
    }
    let Some(due) = obligation.due() else { return changes };
    let agreed = obligation.deviation().is_some();
    let regime = view.timeline().case().regime();
    // After the day only what lies in the past could have moved it.
    let ahead = due >= view.on();
    let mut put = |holds: bool, change: Change| {
        if holds {
            changes.push(change);
        }
    };
    let counted_from =
        |anchors: &[Anchor]| found.bound.is_some_and(|bound| anchors.contains(&bound.from));
    for one in rule.overrides {
        match *one {
            Override::OwnEmployerPerspective => {
                put(ahead, Change::OwnWorkRuledOut);
                put(ahead, Change::Perspective);
            }
            Override::WithoutDelay { foreseen, .. } => {
                put(ahead && !agreed, Change::ForeseenLate { source: *foreseen });
            }
            _ => {}
        }
    }
    let is_excused = matches!(rule.tolerance, Tolerance::AfterLate(_));
    put(is_excused && obligation.tolerated().is_none(), Change::LateNotice);
    put(
        ahead && regime == Regime::Employer && counted_from(&[Anchor::End, Anchor::DelayedEnd]),
        Change::Extension,
    );
    put(
        ahead && found.bound.is_some_and(|bound| is_on_clock(&bound)) && !agreed,
        Change::Interruption { separates: counting::days_that_separate(view.timeline().law()) },
    );
    put(
        ahead
            && rule.actor != Actor::Uwv
            && !agreed
            && view.timeline().law().may_be_deviated_from(duty),
        Change::Deviation,
    );
    put(
        ahead && rule.conditions.contains(&Condition::PossibilitiesToReturn),
        Change::NoPossibilities,
    );
    let leaves = view.timeline().case().employment_last_day().is_some();
    put(
        ahead
            && !leaves
            && regime == Regime::Employer
            && rule.conditions.contains(&Condition::Employed),
        Change::EmploymentEnds,
    );
    changes
}

/// The first line of a duty.
pub(super) fn line<'v>(view: &'v View<'_>, duty: Duty) -> Option<&'v Obligation> {
    view.obligations()
        .map(|(obligation, _)| obligation)
        .find(|obligation| obligation.duty() == duty && obligation.number() == 1)
}

/// Whether a bound counts on a clock at all.
fn is_on_clock(bound: &Bound) -> bool {
    bound.count == Count::SickDays || matches!(bound.from, Anchor::End | Anchor::DelayedEnd)
}
