//! Rows that are asked for, and those of who is entitled to sickness benefit beside the wages (ZW 38a).

use super::calendar::{plus, wd};
use super::clock::{Case, counted_after, on_leave};
use super::duties::{Draft, agreed};
use super::ends::{Ends, met_day};
use super::{Event, Facts, What};
use chrono::NaiveDate;

/// The requests of a kind, each with the day before which it must be answered to be the one that is
/// answered.
fn requests<'e>(
    events: &'e [Event],
    is: impl Fn(&What) -> bool + 'e,
) -> Vec<(&'e Event, Option<NaiveDate>)> {
    let asked: Vec<&Event> = events.iter().filter(|e| is(&e.what)).collect();
    let next = asked.iter().skip(1).map(|e| Some(e.on)).chain([None]);
    asked.iter().copied().zip(next).collect()
}

fn answered(
    events: &[Event],
    (from, before): (NaiveDate, Option<NaiveDate>),
    is: impl Fn(&What) -> bool,
) -> Option<NaiveDate> {
    let mut answers = events.iter().filter(|e| e.on >= from && before.is_none_or(|b| e.on < b));
    answers.find(|e| is(&e.what)).map(|e| e.on)
}

/// RP 4(5): two weeks after every advice.
pub fn adjustments(case: &Case, ends: &Ends) -> Vec<Draft> {
    let duty = "plan-adjustment";
    let advices = requests(&ends.events, |w| *w == What::AdjustmentAdvised);
    let rows = advices.iter().enumerate().map(|(i, (advice, next))| {
        let text = counted_after(&case.days, advice.on, 14);
        // What the parties agree on is about the newest advice.
        let agreed_on = ends
            .events
            .iter()
            .find(|e| matches!(e.what, What::AgreedDeviation { duty: id, .. } if id == duty));
        let is_this =
            agreed_on.is_some_and(|e| e.on >= advice.on && next.is_none_or(|next| e.on < next));
        Draft {
            duty,
            number: i as u32 + 1,
            entry: text,
            due: agreed(&ends.events, duty).filter(|_| is_this).or(text),
            met: answered(&ends.events, (advice.on, *next), |w| *w == What::PlanAdjusted),
            ..Draft::default()
        }
    });
    rows.collect()
}

/// WIA 25(4)(b): two weeks after every request.
pub fn supplements(ends: &Ends) -> Vec<Draft> {
    let duty = "report-supplement";
    let asked = requests(&ends.events, |w| *w == What::SupplementAsked);
    let rows = asked.iter().enumerate().map(|(i, (request, next))| {
        let due = Some(wd(plus(request.on, 14)));
        Draft {
            duty,
            number: i as u32 + 1,
            entry: due,
            due,
            met: answered(&ends.events, (request.on, *next), |w| *w == What::Met(duty)),
            ..Draft::default()
        }
    });
    rows.collect()
}

/// WIA 25(8): the term that the UWV set, also after recovery.
pub fn completions(ends: &Ends) -> Vec<Draft> {
    let duty = "report-completion";
    let asked = requests(&ends.events, |w| matches!(w, What::CompletionAsked { .. }));
    let rows = asked.iter().enumerate().map(|(i, (request, next))| {
        let What::CompletionAsked { until } = request.what else { unreachable!() };
        Draft {
            duty,
            number: i as u32 + 1,
            entry: Some(until),
            due: Some(until),
            met: answered(&ends.events, (request.on, *next), |w| *w == What::Met(duty)),
            afterwards: true,
            ..Draft::default()
        }
    });
    rows.collect()
}

/// ZW 38a(3), or on the last day of an employment that ends before; to plan on: the fourth day of 38a(2).
pub fn entitlement_report(facts: &Facts, case: &Case, ends: &Ends) -> Option<Draft> {
    let duty = "entitlement-report";
    facts.entitled?;
    let first = case.days[0];
    let six_weeks = wd(plus(first, 42));
    let end = ends.leaves_sick.filter(|end| *end < six_weeks);
    Some(Draft {
        duty,
        number: 1,
        entry: Some(plus(first, 3)),
        due: end.or(Some(six_weeks)),
        met: met_day(&ends.events, duty),
        afterwards: true,
        ..Draft::default()
    })
}

/// ZW 38a(4)-(6): the employee by the second fit day, the employer by the second day after that, not before
/// the report of the sickness.
pub fn recoveries(facts: &Facts, case: &Case, ends: &Ends) -> Vec<Draft> {
    let reported = met_day(&ends.events, "entitlement-report");
    let is_sick = |day: NaiveDate| case.days.binary_search(&day).is_ok();
    let last_known = case.recovered_after.or(case.days.last().map(|day| plus(*day, -1)));
    let fit: Vec<NaiveDate> = case
        .days
        .iter()
        .filter(|day| last_known.is_some_and(|last| **day <= last))
        .map(|day| plus(*day, 1))
        .filter(|day| !is_sick(*day) && !on_leave(facts, *day))
        .collect();
    let next = fit.iter().skip(1).map(|day| Some(*day)).chain([None]);
    let rows = fit.iter().zip(next).enumerate().filter_map(|(i, (first, next))| {
        let met = answered(&ends.events, (*first, next), |w| *w == What::Met("recovery-report"));
        // ZW 38ab(2): who was sick on the first day of the benefit after the employment tells the UWV.
        if ends.benefit_after_employment.is_some_and(|benefit| *first > benefit.first) {
            let second = plus(*first, 1);
            return Some(Draft {
                duty: "recovery-report",
                number: i as u32 + 1,
                entry: Some(second),
                due: Some(wd(second)),
                not_before: Some(*first),
                met,
                afterwards: true,
                is_uwv: true,
                ..Draft::default()
            });
        }
        facts.entitled?;
        let told = answered(&ends.events, (*first, next), |w| *w == What::RecoveryTold)
            .unwrap_or_else(|| wd(plus(*first, 1)));
        let term = wd(plus(told, 2));
        let due = reported.map_or(term, |reported| reported.max(term));
        Some(Draft {
            duty: "recovery-report",
            number: i as u32 + 1,
            opens: reported,
            entry: Some(if due > term { due } else { plus(told, 1) }),
            due: Some(due),
            not_before: Some(told),
            met,
            waiting_for: if reported.is_none() { Some("entitlement-report") } else { None },
            afterwards: true,
            ..Draft::default()
        })
    });
    rows.collect()
}
