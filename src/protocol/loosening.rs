//! Whether a protocol would loosen what binds.
//!
//! An own date is tried on reference cases: sickness without interruption in which everything
//! before the duty is done in time. Where it lies after the due day in every one of them that
//! comes so far, in one of the regimes, it is refused. Where it depends on the case it is kept, and
//! [`OwnDateRemark`](super::OwnDateRemark) says in which cases the due day holds instead.

use super::anchor::{Anchor, EventName, binds};
use super::error::{Loosening, ProtocolError};
use super::moment::Moment;
use super::rule::DutyRule;
use super::task::rule_of;
use crate::case::{Case, CaseBuilder, Entitlement};
use crate::law::{Duty, LAW, Layer, Regime, Rule};
use crate::timeline::Timeline;
use alloc::string::{String, ToString};
use chrono::{Days, NaiveDate};

/// Whether a duty stands in an act, an order in council or a ministerial regulation, in any regime.
/// Only practice may name its week: the duty binds all the same.
pub(super) fn is_statutory(duty: Duty) -> bool {
    let mut rules = LAW.rules().iter().filter(|rule| rule.duty() == Some(duty));
    rules.any(|rule| rule.layer <= Layer::MinisterialRegulation)
}

/// Refuses what would loosen a duty. `field` is the place of the rule, `duties[0]`.
pub(super) fn check(rule: &DutyRule, field: &str) -> Result<(), ProtocolError> {
    let Some(law) = rule_of(rule.duty) else { return Ok(()) };
    let at = |name: &str| field.to_string() + "." + name;
    if rule.left_out {
        for (other, given) in [
            ("own_date", rule.own_date.is_some()),
            ("every_weeks", rule.every_weeks.is_some()),
            ("reminders", rule.reminders.is_some()),
        ] {
            if given {
                let duty = rule.duty;
                return Err(ProtocolError::LeftOutAndMore { field: at(other), duty, other });
            }
        }
        if is_statutory(rule.duty) {
            return Err(loosens(at("left_out"), law, rule.duty, Loosening::LeftOut));
        }
    }
    if rule.every_weeks.is_some() && rule.duty != Duty::PROGRESS_INTERVIEW {
        let field = at("every_weeks");
        return Err(match law.is_series() {
            true => loosens(field, law, rule.duty, Loosening::OwnRhythm),
            false => ProtocolError::NoRhythm { field, duty: rule.duty },
        });
    }
    match rule.own_date {
        Some(moment) => check_own_date(rule, law, moment, at("own_date")),
        None => Ok(()),
    }
}

fn loosens(field: String, law: &Rule, duty: Duty, how: Loosening) -> ProtocolError {
    let citation = law.version_in_force().due.source.citation;
    ProtocolError::LoosensStatute { field, duty, how, citation }
}

fn check_own_date(
    rule: &DutyRule,
    law: &Rule,
    moment: Moment,
    field: String,
) -> Result<(), ProtocolError> {
    let duty = rule.duty;
    if rule.every_weeks.is_some() {
        return Err(ProtocolError::Superfluous { field, superfluous: "every_weeks" });
    }
    if moment.anchor == Anchor::Event(EventName::from(duty)) {
        return Err(ProtocolError::AnchoredOnItself { field, duty });
    }
    let counts_from_itself = moment.anchor.duty() == Some(duty);
    if law.is_series() && !counts_from_itself {
        return Err(ProtocolError::SameDayForASeries { field, duty });
    }
    let is_later = moment.anchor == Anchor::Due(duty) && moment.offset.number() > 0;
    if !is_later && !is_always_later(duty, moment) {
        return Ok(());
    }
    Err(match is_statutory(duty) {
        true => loosens(field, law, duty, Loosening::LaterDate),
        false => ProtocolError::LaterThanDue { field, duty, layer: law.layer },
    })
}

fn is_always_later(duty: Duty, moment: Moment) -> bool {
    let mut regimes = Regime::ALL.iter().copied();
    regimes.any(|regime| {
        LAW.rule_for(duty.id(), regime).is_some() && is_always_later_in(regime, duty, moment)
    })
}

fn is_always_later_in(regime: Regime, duty: Duty, moment: Moment) -> bool {
    let mut found = false;
    for (first, case) in reference_cases(regime) {
        let timeline = Timeline::of(&case);
        let view = timeline.on(first + AFTER_EVERYTHING);
        let lines = view.obligations().map(|(line, _)| line);
        for line in lines.filter(|line| line.duty() == duty && binds(line)) {
            let Some((due, own)) = line.due().zip(moment.day_for(line, &view)) else { continue };
            if own <= due {
                return false;
            }
            found = true;
        }
    }
    found
}

/// Nothing that is recorded in a reference case lies after it.
const AFTER_EVERYTHING: Days = Days::new(3_000);

/// Uninterrupted sickness from every day of one week on, under the present law, each with its first
/// sick day.
fn reference_cases(regime: Regime) -> impl Iterator<Item = (NaiveDate, Case)> {
    let monday = NaiveDate::from_ymd_opt(2025, 1, 6);
    let week = monday.into_iter().flat_map(|monday| monday.iter_days().take(7));
    let recorded = week.flat_map(|first| RECORDED.iter().map(move |recorded| (first, recorded)));
    recorded.flat_map(move |(first, recorded)| {
        let mut builder = Case::builder().regime(regime).sick_since(first);
        for (duty, day) in *recorded {
            builder = builder.met(*duty, first + Days::new(day - 1));
        }
        let built = variants(builder, first).into_iter().filter_map(|one| one.build().ok());
        built.map(move |case| (first, case))
    })
}

/// Nothing recorded; everything as soon as it can be; everything on its last day. Counted days.
const RECORDED: &[&[(Duty, u64)]] = &[
    &[],
    &[
        (Duty::PROBLEM_ANALYSIS, 8),
        (Duty::PLAN_OF_ACTION, 9),
        (Duty::UWV_SICKNESS_REPORT, 10),
        (Duty::FIRST_YEAR_EVALUATION, 316),
        (Duty::WIA_CLAIM, 617),
    ],
    &[
        (Duty::PROBLEM_ANALYSIS, 43),
        (Duty::PLAN_OF_ACTION, 57),
        (Duty::UWV_SICKNESS_REPORT, 295),
        (Duty::FIRST_YEAR_EVALUATION, 364),
        (Duty::WIA_CLAIM, 651),
    ],
];

/// The same with what some duties ask for: an entitlement, an end of the employment.
fn variants(builder: CaseBuilder, first: NaiveDate) -> [CaseBuilder; 3] {
    let entitled = builder.clone().sickness_benefit_entitlement(Entitlement::Yes);
    let leaves = builder.clone().employment_last_day(first + Days::new(365));
    [builder, entitled, leaves]
}
