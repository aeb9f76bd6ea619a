//! Whether a protocol would loosen what binds.
//!
//! An own date is tried on reference cases: sickness without interruption in which everything
//! before the duty is done in time. Where it lies after the due day in every one of them that
//! comes so far, in one of the regimes, it is refused. Where it depends on the case it is kept, and
//! [`OwnDateRemark`](super::OwnDateRemark) says in which cases the due day holds instead.

use super::anchor::{Anchor, binds};
use super::error::{Loosening, ProtocolError};
use super::moment::Moment;
use super::rule::DutyRule;
use crate::case::EventName;
use crate::case::{Case, CaseBuilder, Entitlement};
use crate::day::Day;
use crate::law::{Duty, Law, Layer, Regime, Rule};
use crate::timeline::Timeline;
use alloc::string::{String, ToString};

/// Whether a duty stands in an act, an order in council or a ministerial regulation, in any regime.
/// Only practice may name its week: the duty binds all the same.
pub(super) fn is_statutory(law: &Law, duty: Duty) -> bool {
    let mut rules = law.rules().iter().filter(|rule| rule.duty() == Some(duty));
    rules.any(|rule| rule.layer <= Layer::MinisterialRegulation)
}

/// Refuses what would loosen a duty of a law. `field` is the place of the rule, `duties[0]`.
pub(super) fn check(law: &'static Law, rule: &DutyRule, field: &str) -> Result<(), ProtocolError> {
    let Some(binding) = law.rule(rule.duty.id()) else { return Ok(()) };
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
        if is_statutory(law, rule.duty) {
            return Err(loosens(at("left_out"), binding, rule.duty, Loosening::LeftOut));
        }
    }
    if rule.every_weeks.is_some() && !binding.recurrence.counts_from_previous() {
        let field = at("every_weeks");
        return Err(match binding.is_series() {
            true => loosens(field, binding, rule.duty, Loosening::OwnRhythm),
            false => ProtocolError::NoRhythm { field, duty: rule.duty },
        });
    }
    match rule.own_date {
        Some(moment) => check_own_date(law, (rule, binding), moment, at("own_date")),
        None => Ok(()),
    }
}

fn loosens(field: String, binding: &Rule, duty: Duty, how: Loosening) -> ProtocolError {
    let citation = binding.version_in_force().due.source.citation;
    ProtocolError::LoosensStatute { field, duty, how, citation }
}

fn check_own_date(
    law: &'static Law,
    (rule, binding): (&DutyRule, &Rule),
    moment: Moment,
    field: String,
) -> Result<(), ProtocolError> {
    let duty = rule.duty;
    if rule.every_weeks.is_some() {
        return Err(ProtocolError::UnexpectedField { field, superfluous: "every_weeks" });
    }
    if moment.anchor == Anchor::Event(EventName::from(duty)) {
        return Err(ProtocolError::AnchoredOnItself { field, duty });
    }
    let counts_from_itself = moment.anchor.duty() == Some(duty);
    if binding.is_series() && !counts_from_itself {
        return Err(ProtocolError::SameDayForASeries { field, duty });
    }
    let is_later = moment.anchor == Anchor::Due(duty) && moment.offset.number() > 0;
    if !is_later && !is_always_later(law, duty, moment) {
        return Ok(());
    }
    Err(match is_statutory(law, duty) {
        true => loosens(field, binding, duty, Loosening::LaterDate),
        false => ProtocolError::LaterThanDue { field, duty, layer: binding.layer },
    })
}

fn is_always_later(law: &'static Law, duty: Duty, moment: Moment) -> bool {
    let mut regimes = Regime::ALL.iter().copied();
    regimes.any(|regime| {
        law.rule_for(duty.id(), regime).is_some() && is_always_later_in(law, regime, duty, moment)
    })
}

fn is_always_later_in(law: &'static Law, regime: Regime, duty: Duty, moment: Moment) -> bool {
    let mut found = false;
    for (first, case) in reference_cases(law, regime) {
        let timeline = Timeline::under(law, &case);
        let view = timeline.view(first.plus(AFTER_EVERYTHING));
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
const AFTER_EVERYTHING: i32 = 3_000;

/// Uninterrupted sickness from every day of one week on in which every duty has its present version, each
/// with its first sick day.
fn reference_cases(law: &'static Law, regime: Regime) -> impl Iterator<Item = (Day, Case)> {
    let since = law.settled_after(regime).plus(1).max(Day::new(2025, 1, 6));
    // The week from its Monday on.
    let monday = since.plus((7 - i32::from(since.weekday())) % 7);
    let week = (0..7).map(move |day| monday.plus(day));
    let recorded = move |first| {
        [Recorded::Nothing, Recorded::AtOnce, Recorded::OnTheLastDay]
            .into_iter()
            .map(move |recorded| (first, recorded.case(law, regime, first)))
    };
    week.flat_map(recorded).flat_map(|(first, builder)| {
        let built = variants(builder, first).into_iter().filter_map(|one| one.build().ok());
        built.map(move |case| (first, case))
    })
}

/// What is recorded in a reference case, of the duties that others count from.
#[derive(Clone, Copy)]
enum Recorded {
    Nothing,
    /// Everything as soon as it can be: on the day on which it opens, else in the second week.
    AtOnce,
    OnTheLastDay,
}

impl Recorded {
    /// Each day is that of the law, given what was recorded before it.
    fn case(self, law: &'static Law, regime: Regime, first: Day) -> CaseBuilder {
        let mut builder = Case::builder().under(law).regime(regime).sick_since(first);
        for (duty, in_second_week) in law.followed().zip(7..) {
            let Ok(case) = builder.clone().build() else { return builder };
            let timeline = Timeline::under(law, &case);
            let line = timeline.obligation(duty);
            let day = match self {
                Recorded::Nothing => None,
                Recorded::AtOnce => {
                    let opens = line.and_then(|line| line.opens());
                    let at_once = first.plus(in_second_week);
                    line.map(|_| opens.map_or(at_once, |opens| opens.max(at_once)))
                }
                Recorded::OnTheLastDay => line.and_then(|line| line.due()),
            };
            if let Some(day) = day {
                builder = builder.met(duty, day);
            }
        }
        builder
    }
}

/// The same with what some duties ask for: an entitlement, an end of the employment.
fn variants(builder: CaseBuilder, first: Day) -> [CaseBuilder; 3] {
    let entitled = builder.clone().sickness_benefit_entitlement(Entitlement::Yes);
    let leaves = builder.clone().employment_last_day(first.plus(365));
    [builder, entitled, leaves]
}
