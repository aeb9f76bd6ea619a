//! What would change a day, once it is recorded. It follows from the rule.

use super::counting;
use super::obligation::Worked;
use super::starts::{Seen, is_on_clock};
use super::steps::{Change, StartKind, Step};
use crate::law::{Anchor, Condition, Duty, Override, Recurrence, Regime, Tolerance};
use crate::timeline::{Obligation, Standing, Status};
use alloc::vec::Vec;

/// More than this nobody reads.
const AT_MOST: usize = 3;

pub(super) fn of_duty(
    seen: &Seen<'_, '_>,
    obligation: &Obligation,
    status: Status,
    worked: &Worked,
) -> Vec<Step> {
    let changes = match status {
        Status::Paused | Status::NotApplicable(_) | Status::Lapsed(_) | Status::Undetermined(_) => {
            Vec::new()
        }
        Status::MetOnTime | Status::MetEarly { .. } | Status::MetLate { .. } => {
            starts_terms(seen, obligation.duty())
        }
        _ => while_open(seen, obligation, worked),
    };
    changes.into_iter().take(AT_MOST).map(Step::Change).collect()
}

/// The duties whose term begins when this one is met.
fn starts_terms(seen: &Seen<'_, '_>, duty: Duty) -> Vec<Change> {
    let regime = seen.view.timeline().case().regime();
    let rules = seen.law().rules().iter().filter(|rule| rule.holds_in(regime));
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
        let line = seen.line(other, 1)?;
        let binds = matches!(line.standing(), Standing::Stands | Standing::WaitingFor(_));
        (begins && binds).then_some(Change::StartsTermOf(other))
    });
    follows.collect()
}

fn while_open(seen: &Seen<'_, '_>, obligation: &Obligation, worked: &Worked) -> Vec<Change> {
    let mut changes = Vec::new();
    let (duty, rule) = (obligation.duty(), obligation.rule());
    if let Some(StartKind::Planned(other, _)) = worked.start {
        changes.push(Change::Follows(other));
    }
    let Some(due) = obligation.due() else { return changes };
    let agreed = obligation.deviation().is_some();
    let regime = seen.view.timeline().case().regime();
    // After the day only what lies in the past could have moved it.
    let ahead = due >= seen.view.on();
    let mut put = |holds: bool, change: Change| {
        if holds {
            changes.push(change);
        }
    };
    let counted_from =
        |anchors: &[Anchor]| worked.bound.is_some_and(|(_, bound)| anchors.contains(&bound.from));
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
        ahead && worked.bound.is_some_and(|(_, bound)| is_on_clock(&bound)) && !agreed,
        Change::Interruption { separates: counting::days_that_separate(seen.law()) },
    );
    put(
        ahead && regime != Regime::SafetyNet && !agreed && seen.law().may_be_deviated_from(duty),
        Change::Deviation,
    );
    put(
        ahead && rule.conditions.contains(&Condition::PossibilitiesToReturn),
        Change::NoPossibilities,
    );
    let leaves = seen.view.timeline().case().employment_last_day().is_some();
    put(
        ahead
            && !leaves
            && regime == Regime::Employer
            && rule.conditions.contains(&Condition::Employed),
        Change::EmploymentEnds,
    );
    changes
}
