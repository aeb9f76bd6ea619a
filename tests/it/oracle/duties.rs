//! The rows: every duty of READINGS section 3 with its four dates, its met day and its standing.

use super::calendar::{days_between, plus, plus_months, plus_years, pwd, wd, ymd};
use super::clock::{Case, counted_after, kth};
use super::ends::{Benefit, Ends, NoticeVersion, earliest, first_day, met_day, repair_decisions};
use super::possibilities::decisions;
use super::{Entitled, Event, Facts, Row, Standing, What, opinions, reports};
use chrono::NaiveDate;

/// A row before its advised day and standing are worked out.
#[derive(Clone, Default)]
pub struct Draft {
    pub duty: &'static str,
    pub number: u32,
    pub opens: Option<NaiveDate>,
    /// The "advised" entry of the table, before stepping back to a working day.
    pub entry: Option<NaiveDate>,
    pub due: Option<NaiveDate>,
    pub tolerated: Option<NaiveDate>,
    pub met: Option<NaiveDate>,
    pub waiting_for: Option<&'static str>,
    /// The law names no date ("onverwijld").
    pub undetermined: bool,
    /// No date because an earlier duty of the chain is undetermined.
    pub dateless: bool,
    /// Nothing is advised before this day.
    pub not_before: Option<NaiveDate>,
    /// It is due after recovery too.
    pub afterwards: bool,
    /// A duty of the UWV, or towards it, after the employment.
    pub is_uwv: bool,
}

const PENSION_DUTIES: [&str; 4] =
    ["plan-of-action", "plan-adjustment", "progress-interview", "second-track-start"];
const WIA_DUTIES: [&str; 7] = [
    "wia-notice",
    "current-opinion",
    "final-evaluation",
    "reintegration-report",
    "wia-claim",
    "wage-sanction-decision",
    "wia-decision",
];
/// Duties of the employer or the physician that fall away after the end of employment.
const EMPLOYER_DUTIES: [&str; 12] = [
    "sickness-report-occupational-health",
    "problem-analysis",
    "plan-of-action",
    "progress-interview",
    "uwv-sickness-report",
    "first-year-evaluation",
    "second-track-start",
    "current-opinion",
    "final-evaluation",
    "leave-follow-on-form",
    "plan-adjustment",
    "report-supplement",
];
/// Only without sickness benefit beside the wages (ZW 38(4)).
const NOT_FOR_THE_ENTITLED: [&str; 2] = ["uwv-sickness-report", "end-of-employment-report"];
/// Only with it.
const FOR_THE_ENTITLED: [&str; 2] = ["entitlement-report", "recovery-report"];

/// All rows of the current case, in the order of the table; then the rows that only events bring.
pub fn rows(facts: &Facts, case: &Case, ends: &Ends) -> Vec<Row> {
    let mut drafts = Vec::new();
    drafts.push(sickness_report(case, ends));
    let analysis = problem_analysis(case, ends);
    let plan = plan_of_action(case, ends, &analysis);
    let interviews = interviews(facts, case, ends, &plan);
    drafts.extend([analysis, plan]);
    drafts.extend(interviews);
    drafts.push(uwv_report(case, ends));
    let evaluation = first_year_evaluation(case, ends);
    let second_track = second_track(case, ends, &evaluation);
    drafts.extend([evaluation, second_track]);
    drafts.push(wia_notice(case, ends));
    drafts.push(late_in_year_two(case, ends, "current-opinion"));
    drafts.push(late_in_year_two(case, ends, "final-evaluation"));
    drafts.push(reintegration_report(case, ends));
    drafts.push(wia_claim(case, ends));
    drafts.push(sanction_decision(ends));
    drafts.push(wia_decision(ends));
    drafts.extend(leaving_sick(ends));
    drafts.extend(answers_to_repair(ends));
    drafts.extend(after_leave(facts, case, ends));
    drafts.extend(reports::adjustments(case, ends));
    drafts.extend(reports::supplements(ends));
    drafts.extend(reports::completions(ends));
    drafts.extend(reports::entitlement_report(facts, case, ends));
    drafts.extend(reports::recoveries(facts, case, ends));
    if let Some(benefit) = ends.benefit_after_employment {
        // What the employer did not do and falls on a later day is for the UWV.
        let later = |day: Option<NaiveDate>| day.is_none_or(|day| day >= benefit.first);
        let of_uwv = ["problem-analysis", "plan-of-action"];
        let is_due_later = |d: &Draft| d.due.is_some_and(|due| due >= benefit.first);
        drafts.retain(|d| !of_uwv.contains(&d.duty) || !later(d.met) || !is_due_later(d));
        drafts.extend(after_employment(case, ends, &benefit, &drafts));
    }
    let on_objections = on_objections(ends);
    let rows = drafts.into_iter().map(|draft| finish(draft, facts, case, ends));
    rows.chain(on_objections).collect()
}

/// WIA 111 and 112(1): thirteen weeks, and seventeen after an assessment, from the day after the last day to
/// object, whatever has ended meanwhile but for the life of the employee. Too long to be extended.
fn on_objections(ends: &Ends) -> Vec<Row> {
    let mut given = ends.events.iter().filter(|e| e.what == What::Met("decision-on-objection"));
    let died = first_day(&ends.events, |w| *w == What::Deceased);
    let objected = decisions(ends).into_iter().filter(|sent| sent.objected.is_some());
    let mut rows = Vec::new();
    for (number, sent) in (1..).zip(objected) {
        let (last, made) = (sent.last_day(), sent.objected.expect("only those"));
        let met = given.by_ref().find(|e| e.on >= made).map(|e| e.on);
        let due = plus(last, 91);
        let is_met = met.is_some_and(|met| met <= due);
        let lapses = !is_met && died.is_some_and(|died| due >= died);
        rows.push(Row {
            duty: "decision-on-objection",
            number,
            opens: None,
            advised: Some(pwd(due)),
            due: Some(due),
            tolerated: Some(plus(last, 119)),
            met,
            standing: if lapses { Standing::Lapsed } else { Standing::Stands },
        });
    }
    rows
}

/// The duties of the UWV for who gets sickness benefit after an employment, but those that the employer had.
fn after_employment(case: &Case, ends: &Ends, benefit: &Benefit, employer: &[Draft]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    // RP 5: what the employer agreed on is about the terms of the employer.
    let mut ends = ends.clone();
    let is_agreed = |e: &Event| matches!(e.what, What::AgreedDeviation { .. });
    ends.events.retain(|e| !is_agreed(e) || e.on >= benefit.first);
    let ends = &ends;
    let d = case.days[0];
    let has = |duty: &str| employer.iter().any(|draft| draft.duty == duty);
    let agreed = |duty| agreed(&ends.events, duty);
    // RPV 2(1): within six weeks; 2(2), 2(3): without delay where long absence was foreseen, or the sickness
    // reported, after them. The UWV tells people 13 and 15 weeks.
    let mut analysis = problem_analysis(case, ends);
    analysis.tolerated = kth(&case.days, 91).filter(|_| !analysis.undetermined);
    analysis.entry =
        agreed("problem-analysis").map_or(analysis.due, |_| counted_after(&case.days, d, 42));
    analysis.is_uwv = true;
    // The UWV hears of the sickness when the employment ends: after the six weeks there is no day.
    let is_late = counted_after(&case.days, d, 42).is_some_and(|due| plus(benefit.first, -1) > due);
    if is_late {
        analysis.due = agreed("problem-analysis");
        analysis.entry = analysis.due;
        analysis.undetermined = analysis.due.is_none();
        analysis.tolerated = analysis.tolerated.filter(|_| !analysis.undetermined);
    }
    if !has("problem-analysis") {
        drafts.push(analysis.clone());
    }
    let made = employer.iter().find(|d| d.duty == "problem-analysis" && d.met.is_some());
    let analysis = made.cloned().unwrap_or(analysis);
    let mut plan = plan_of_action(case, ends, &analysis);
    plan.tolerated = kth(&case.days, 105);
    let text = analysis.met.or(analysis.due).and_then(|p| counted_after(&case.days, p, 14));
    plan.entry = opinions::renewed(case, &ends.events, text, plan.met, (None, 0));
    // The UWV owes nothing before the benefit.
    plan.due = plan.due.map(|due| due.max(benefit.first));
    plan.entry = plan.entry.map(|entry| entry.max(benefit.first));
    plan.is_uwv = true;
    if analysis.met.is_none() && analysis.undetermined {
        plan.due = agreed("plan-of-action");
        plan.entry = plan.due;
        plan.dateless = plan.due.is_none();
        plan.tolerated = plan.tolerated.filter(|_| !plan.dateless);
    }
    if !has("plan-of-action") {
        drafts.push(plan);
    }
    // RPV 5(1): after every 26 weeks in which there was a right to sickness benefit (RPV 1).
    // The first day of the benefit counts; leave puts it off.
    let counted = |from: NaiveDate| case.days.iter().find(|day| **day >= from).copied();
    let mut start = counted(benefit.first).unwrap_or(benefit.first);
    let mut number = 1;
    loop {
        // The one that a recovery came before has no day.
        let due = counted_after(&case.days, start, 182);
        if due.zip(benefit.last).is_some_and(|(due, last)| due > last) {
            break;
        }
        drafts.push(Draft {
            duty: "recalibration",
            number,
            entry: due,
            due,
            is_uwv: true,
            ..Draft::default()
        });
        let Some(due) = due else { break };
        (start, number) = (due, number + 1);
    }
    // ZW 19aa(1): after 52 weeks, and not before there is a benefit.
    let due = kth(&case.days, 365).map(|day| day.max(benefit.first));
    drafts.push(Draft {
        duty: "first-year-assessment",
        number: 1,
        entry: due,
        due,
        is_uwv: true,
        ..Draft::default()
    });
    drafts
}

fn sickness_report(case: &Case, ends: &Ends) -> Draft {
    let duty = "sickness-report-occupational-health";
    Draft {
        duty,
        number: 1,
        opens: Some(case.days[0]),
        entry: kth(&case.days, 7),
        due: kth(&case.days, 7),
        met: met_day(&ends.events, duty),
        ..Draft::default()
    }
}

/// A deviation agreed under RP 5 replaces the due day.
pub fn agreed(events: &[Event], duty: &str) -> Option<NaiveDate> {
    events.iter().find_map(|e| match e.what {
        What::AgreedDeviation { duty: id, until } if id == duty => Some(until),
        _ => None,
    })
}

fn problem_analysis(case: &Case, ends: &Ends) -> Draft {
    let duty = "problem-analysis";
    let in_six_weeks = counted_after(&case.days, case.days[0], 42); // S(43)
    let foreseen = first_day(&ends.events, |w| *w == What::LongAbsenceForeseen);
    let without_delay = matches!((foreseen, in_six_weeks), (Some(f), Some(s43)) if f > s43);
    let agreed = agreed(&ends.events, duty);
    // "Onverwijld": the law names no date, so neither do we - unless the parties agreed one.
    let undetermined = without_delay && agreed.is_none();
    Draft {
        duty,
        number: 1,
        opens: Some(case.days[0]),
        entry: if without_delay { None } else { kth(&case.days, 42) },
        due: agreed.or(if without_delay { None } else { in_six_weeks }),
        met: met_day(&ends.events, duty),
        undetermined,
        ..Draft::default()
    }
}

fn plan_of_action(case: &Case, ends: &Ends, analysis: &Draft) -> Draft {
    let duty = "plan-of-action";
    let anchor = analysis.met.or(analysis.due);
    let agreed = agreed(&ends.events, duty);
    let met = met_day(&ends.events, duty);
    let text = anchor.and_then(|p| counted_after(&case.days, p, 14));
    let after_return = opinions::renewed(case, &ends.events, text, met, (None, 0));
    let is_renewed = after_return != text;
    Draft {
        duty,
        number: 1,
        opens: analysis.met,
        // Where the text gives no day, no published reading does.
        entry: if is_renewed {
            after_return
        } else {
            kth(&case.days, 56).filter(|_| text.is_some())
        },
        due: agreed.or(after_return),
        met,
        waiting_for: if analysis.met.is_none() { Some("problem-analysis") } else { None },
        dateless: analysis.undetermined && analysis.met.is_none() && agreed.is_none(),
        ..Draft::default()
    }
}

/// The series of progress interviews, up to the end of the wage period.
fn interviews(facts: &Facts, case: &Case, ends: &Ends, plan: &Draft) -> Vec<Draft> {
    let held: Vec<NaiveDate> = ends
        .events
        .iter()
        .filter(|e| e.what == What::Interview && plan.met.is_none_or(|made| e.on >= made))
        .map(|e| e.on)
        .collect();
    let mut series: Vec<Draft> = Vec::new();
    // A planned plan that lies after the recovery is no day to count from.
    let reached = |x: &NaiveDate| case.recovered_after.is_none_or(|last| *x <= last);
    let mut base = plan.met.or(plan.due.filter(reached));
    loop {
        let dateless = base.is_none() && plan.dateless;
        let number = series.len() + 1;
        let due = base
            .and_then(|x| counted_after(&case.days, x, 42))
            .filter(|d| case.recovered_after.is_none_or(|last| *d <= last));
        match (due, ends.wages_last, case.recovered_after) {
            (Some(due), Some(last), _) if due > last => break,
            (None, Some(_), Some(_)) if !dateless => break, // it would lie after the recovery, so after the wages
            _ => {}
        }
        let met = if facts.fixed_grid {
            base.and_then(|after| held.iter().copied().find(|day| *day > after))
        } else {
            held.get(number - 1).copied()
        };
        series.push(Draft {
            duty: "progress-interview",
            number: number as u32,
            entry: due,
            due,
            met,
            waiting_for: if plan.met.is_none() { Some("plan-of-action") } else { None },
            dateless,
            ..Draft::default()
        });
        // Lifted, and possibilities again: the rhythm begins anew with that opinion.
        let anew = due.and_then(|due| opinions::again_after(&ends.events, due));
        base = if facts.fixed_grid { due } else { met.or(anew).or(due) };
        // Without a due day the series ends, unless (rolling) an interview was held all the same.
        if due.is_none() && (facts.fixed_grid || met.is_none()) {
            break;
        }
    }
    series
}

fn uwv_report(case: &Case, ends: &Ends) -> Draft {
    Draft {
        duty: "uwv-sickness-report",
        number: 1,
        entry: kth(&case.notification_days, if ends.report_old { 91 } else { 294 }),
        due: ends.report_due,
        tolerated: ends.report_due.map(wd),
        met: ends.report_met,
        ..Draft::default()
    }
}

fn first_year_evaluation(case: &Case, ends: &Ends) -> Draft {
    let duty = "first-year-evaluation";
    let d = case.days[0];
    Draft {
        duty,
        number: 1,
        opens: kth(&case.days, 316),
        entry: kth(&case.days, 364),
        due: agreed(&ends.events, duty).or(kth(&case.days, 364)),
        tolerated: kth(&case.days, days_between(d, plus_years(d, 1))),
        met: met_day(&ends.events, duty),
        ..Draft::default()
    }
}

fn second_track(case: &Case, ends: &Ends, evaluation: &Draft) -> Draft {
    let duty = "second-track-start";
    let anchor = evaluation.met.or(evaluation.due);
    let met = met_day(&ends.events, duty);
    let text = anchor.and_then(|e| counted_after(&case.days, e, 42));
    let after_return = opinions::renewed(case, &ends.events, text, met, (anchor, 42));
    let is_renewed = after_return != text;
    let mut due = after_return;
    for perspective in ends.events.iter().filter(|e| e.what == What::OwnEmployerPerspective) {
        due = due.map(|due| {
            if perspective.on <= due { due.max(plus_months(perspective.on, 3)) } else { due }
        });
    }
    Draft {
        duty,
        number: 1,
        opens: kth(&case.days, 57),
        entry: if is_renewed { due } else { kth(&case.days, 364) },
        due,
        met,
        waiting_for: if evaluation.met.is_none() { Some("first-year-evaluation") } else { None },
        ..Draft::default()
    }
}

fn wia_notice(case: &Case, ends: &Ends) -> Draft {
    let duty = "wia-notice";
    let (entry, tolerated) = match ends.notice_version {
        NoticeVersion::TwentyMonths => (ends.notice_due, ends.notice_due.map(wd)),
        NoticeVersion::Weeks87 => (kth(&case.days, 602), kth(&case.days, 610)),
        NoticeVersion::Weeks89 => (kth(&case.days, 616), kth(&case.days, 624)),
    };
    Draft {
        duty,
        number: 1,
        entry,
        due: ends.notice_due,
        tolerated,
        met: met_day(&ends.events, duty),
        ..Draft::default()
    }
}

/// The current opinion and the final evaluation: week 91 in practice, or with the report thirteen weeks
/// before the end of a voluntary extension.
fn late_in_year_two(case: &Case, ends: &Ends, duty: &'static str) -> Draft {
    if ends.is_extended {
        let due = ends.end.map(|end| plus(end, -91));
        let opens = due.map(|due| plus(due, -34));
        let met = met_day(&ends.events, duty);
        return Draft { duty, number: 1, opens, entry: due, due, met, ..Draft::default() };
    }
    Draft {
        duty,
        number: 1,
        opens: kth(&case.days, 603),
        entry: kth(&case.days, 637),
        due: kth(&case.days, 637),
        met: met_day(&ends.events, duty),
        ..Draft::default()
    }
}

fn reintegration_report(case: &Case, ends: &Ends) -> Draft {
    let duty = "reintegration-report";
    let fifteen_weeks = ends.end.map(|e| plus(e, -105)).filter(|x| *x < ymd(2013, 7, 1));
    let mut due = fifteen_weeks.or(ends.end.map(|e| plus(e, -91)));
    let mut opens = kth(&case.days, 603);
    if let Some(e) = ends.leaves_with_report {
        // ZW 38(2): at the latest on the last day of employment; an earlier WIA 25(3) term stays.
        due = earliest(due, Some(e));
        opens = opens.filter(|o| due.is_some_and(|due| *o <= due));
    }
    Draft {
        duty,
        number: 1,
        opens,
        entry: due,
        due,
        met: met_day(&ends.events, duty),
        ..Draft::default()
    }
}

fn wia_claim(case: &Case, ends: &Ends) -> Draft {
    Draft {
        duty: "wia-claim",
        number: 1,
        opens: kth(&case.days, if ends.claim_old { 603 } else { 617 }),
        entry: ends.claim_due,
        due: ends.claim_due,
        tolerated: ends.claim_tolerated,
        met: ends.claim_met,
        ..Draft::default()
    }
}

fn sanction_decision(ends: &Ends) -> Draft {
    let duty = "wage-sanction-decision";
    let due = ends.end_after_claim.map(|e| plus(e, -42));
    Draft {
        duty,
        number: 1,
        opens: ends.claim_met,
        entry: due,
        due,
        tolerated: ends.end_after_claim,
        // Sending the sanction is giving the decision.
        met: earliest(
            met_day(&ends.events, duty),
            first_day(&ends.events, |w| matches!(w, What::WageSanction { .. })),
        ),
        waiting_for: if ends.claim_met.is_none() { Some("wia-claim") } else { None },
        ..Draft::default()
    }
}

fn wia_decision(ends: &Ends) -> Draft {
    let duty = "wia-decision";
    let anchor = ends.claim_met.or(ends.claim_due);
    // Until the end of 2011 fourteen weeks; longer than twelve, so not extended to a working day.
    let fourteen_weeks = anchor.map(|a| plus(a, 98)).filter(|x| *x < ymd(2012, 1, 1));
    let mut due = fourteen_weeks.or(anchor.map(|a| wd(plus(a, 56))));
    let expert = ends.events.iter().any(|e| e.what == What::OutsideExpertAsked);
    let mut tolerated = due.filter(|_| expert).map(|x| wd(plus(x, 28)));
    // The UWV itself: sixteen weeks for claims from 2026-01-01 on.
    if let Some(claim) = anchor.filter(|a| *a >= ymd(2026, 1, 1)) {
        tolerated = Some(plus(claim, 112));
    }
    if ends.sanction_decided {
        // WIA 64(7)-(9), 25(15): suspended; six weeks after the repair, or by the end of the sanction.
        // The four weeks of 102(4) extend the eight weeks only.
        let repaired = first_day(&ends.after_decision, |w| *w == What::RepairEstablished);
        due = repaired.map(|v| wd(plus(v, 42))).or(ends.sanction_end.map(wd));
        tolerated = None;
    }
    Draft {
        duty,
        number: 1,
        opens: ends.claim_met,
        entry: due,
        due,
        tolerated,
        met: ends.decision,
        waiting_for: if ends.claim_met.is_none() { Some("wia-claim") } else { None },
        ..Draft::default()
    }
}

/// ZW 38(2): the report to the UWV on the last day of employment.
fn leaving_sick(ends: &Ends) -> Option<Draft> {
    let duty = "end-of-employment-report";
    let e = ends.leaves_with_report?;
    Some(Draft {
        duty,
        number: 1,
        opens: Some(e),
        entry: Some(e),
        due: Some(e),
        met: met_day(&ends.events, duty),
        ..Draft::default()
    })
}

/// WIA 25(13): an answer to every repair notice within three weeks.
fn answers_to_repair(ends: &Ends) -> Vec<Draft> {
    let answered = repair_decisions(&ends.after_decision);
    let notices = ends.after_decision.iter().filter(|e| e.what == What::RepairNotified);
    notices
        .enumerate()
        .map(|(i, notice)| Draft {
            duty: "repair-decision",
            number: i as u32 + 1,
            opens: Some(notice.on),
            entry: Some(wd(plus(notice.on, 21))),
            due: Some(wd(plus(notice.on, 21))),
            met: answered.iter().find(|(m, _)| *m == notice.on).map(|(_, v)| *v),
            ..Draft::default()
        })
        .collect()
}

/// UWV: a form on the first working day after a leave that the 42nd-week report came before and that
/// has a sick day of this case right before and right after it.
fn after_leave(facts: &Facts, case: &Case, ends: &Ends) -> Vec<Draft> {
    let mut leave = facts.leave.clone();
    leave.sort_by_key(|l| l.first);
    let sick = |day: NaiveDate| case.notification_days.binary_search(&day).is_ok();
    leave
        .iter()
        .filter(|l| sick(plus(l.first, -1)) && sick(plus(l.last, 1)))
        .filter(|l| ends.report_met.is_some_and(|report| report < l.first))
        .enumerate()
        .map(|(i, l)| Draft {
            duty: "leave-follow-on-form",
            number: i as u32 + 1,
            entry: Some(wd(plus(l.last, 1))),
            due: Some(wd(plus(l.last, 1))),
            ..Draft::default()
        })
        .collect()
}

/// Steps the advised day back, cuts what lies after the recovery and works out the standing.
/// A row that is not applicable or has lapsed keeps its dates.
fn finish(draft: Draft, facts: &Facts, case: &Case, ends: &Ends) -> Row {
    let cut = |x: Option<NaiveDate>| {
        x.filter(|x| draft.afterwards || case.recovered_after.is_none_or(|last| *x <= last))
    };
    let stepped = earliest(draft.entry, draft.due).map(pwd);
    let advised = match (stepped, draft.opens.max(draft.not_before)) {
        (Some(a), Some(o)) => Some(a.max(o)),
        (a, _) => a,
    };
    // Without a due day in reach there is nothing to plan on.
    let advised = advised.filter(|_| cut(draft.due).is_some());
    let tolerated = draft.tolerated.filter(|t| draft.due.is_some_and(|due| *t > due));
    Row {
        duty: draft.duty,
        number: draft.number,
        opens: cut(draft.opens),
        advised: cut(advised),
        due: cut(draft.due),
        tolerated: cut(tolerated),
        met: draft.met,
        standing: standing(&draft, facts, case, ends),
    }
}

fn standing(draft: &Draft, facts: &Facts, case: &Case, ends: &Ends) -> Standing {
    if draft.undetermined && draft.met.is_some() {
        return Standing::Undetermined;
    }
    // Met in time is met; met too late is judged only where it was due at all.
    let due = draft
        .due
        .filter(|d| draft.afterwards || case.recovered_after.is_none_or(|last| *d <= last));
    if draft.met.is_some_and(|met| due.is_none_or(|due| met <= due)) {
        return Standing::Stands;
    }
    let is_unknown = facts.entitled == Some(Entitled::Unknown) && !draft.is_uwv;
    if is_unknown && FOR_THE_ENTITLED.contains(&draft.duty) {
        return Standing::Undetermined;
    }
    let paused =
        due.is_none() && case.recovered_after.is_some() && !draft.undetermined && !draft.dateless;
    // Does the due day lie after `x`? A paused due day lies somewhere after the recovery.
    // What follows an analysis without delay comes after the day on which long absence was foreseen.
    let foreseen = first_day(&ends.events, |w| *w == What::LongAbsenceForeseen);
    let due_after = |x: NaiveDate| match due {
        Some(due) => due > x,
        None if draft.dateless => foreseen.is_some_and(|foreseen| foreseen > x),
        None => paused && case.recovered_after.is_some_and(|last| last >= x),
    };
    // The day on which it is, or would at the earliest be, due.
    let from = match due {
        // Of a duty without a day the newest opinion of all decides.
        None if draft.dateless => foreseen.or(Some(NaiveDate::MAX)),
        None => case.recovered_after.map(|last| plus(last, 1)),
        due => due,
    };
    if not_applicable(draft, (facts, ends), from, &due_after) {
        return Standing::NotApplicable;
    }
    if lapsed(draft, ends, &due_after) {
        return Standing::Lapsed;
    }
    if paused && draft.met.is_none() {
        return Standing::PausedOrLapsedByRecovery;
    }
    if draft.undetermined || is_unknown && NOT_FOR_THE_ENTITLED.contains(&draft.duty) {
        return Standing::Undetermined;
    }
    draft.waiting_for.map_or(Standing::Stands, Standing::WaitingFor)
}

fn not_applicable(
    draft: &Draft,
    (facts, ends): (&Facts, &Ends),
    from: Option<NaiveDate>,
    due_after: &dyn Fn(NaiveDate) -> bool,
) -> bool {
    if draft.is_uwv {
        // The regulation came into force on 2007-12-21, ZW 19aa on 2013-01-01; not for running cases.
        let since = match draft.duty {
            "first-year-assessment" => ymd(2013, 1, 1),
            _ => ymd(2007, 12, 21),
        };
        let needs_possibilities = ["plan-of-action", "recalibration"].contains(&draft.duty);
        let none = from.is_some_and(|from| opinions::sees_none(&ends.events, from));
        let is_of_uwv = draft.duty != "recovery-report";
        return is_of_uwv && (ends.first_day < since || (needs_possibilities && none));
    }
    if PENSION_DUTIES.contains(&draft.duty) {
        // What was due before the physician saw no possibilities stays due, and so does what is due once
        // a newer opinion sees them again.
        if from.is_some_and(|from| opinions::sees_none(&ends.events, from)) {
            return true;
        }
        if let Some(a0) = facts.state_pension_day {
            let the_day_before = plus(a0, -1).max(ymd(2015, 12, 31)); // the rule exists since 2016
            if due_after(the_day_before) {
                return true;
            }
        }
    }
    let entitled = facts.entitled;
    if entitled == Some(Entitled::Yes) && NOT_FOR_THE_ENTITLED.contains(&draft.duty)
        || entitled == Some(Entitled::No) && FOR_THE_ENTITLED.contains(&draft.duty)
    {
        return true;
    }
    if draft.duty == "report-supplement" {
        // WIA 25(4): only where the wages are extended beyond the 104 weeks.
        return !ends.is_extended;
    }
    if draft.duty == "reintegration-report" {
        // Less than six weeks between the first sick day and the end of employment: no report.
        if ends.leaves_with_report.is_some_and(|e| days_between(ends.first_day, e) < 42) {
            return true;
        }
    }
    WIA_DUTIES.contains(&draft.duty) && ends.wia_too_late
}

fn lapsed(draft: &Draft, ends: &Ends, due_after: &dyn Fn(NaiveDate) -> bool) -> bool {
    // What falls on the day itself is not to be done either.
    if ends.over.is_some_and(|over| due_after(plus(over, -1))) {
        return true;
    }
    if draft.is_uwv {
        // Nothing is owed after the benefit.
        let last = ends.benefit_after_employment.and_then(|benefit| benefit.last);
        return ends.pension_cut.is_some_and(due_after) || last.is_some_and(due_after);
    }
    if let Some(e) = ends.leaves_sick {
        if EMPLOYER_DUTIES.contains(&draft.duty) && due_after(e) {
            return true;
        }
        // No wages left to extend once the employment ends by the end of the period.
        if draft.duty == "wage-sanction-decision" && ends.end_after_claim.is_none_or(|end| e <= end)
        {
            return true;
        }
    }
    // Nobody owes it any more once the wages have ended.
    let while_paid = EMPLOYER_DUTIES.contains(&draft.duty)
        || ["reintegration-report", "wage-sanction-decision"].contains(&draft.duty);
    if while_paid && ends.wages_last.is_some_and(due_after) {
        return true;
    }
    ends.pension_cut.is_some_and(due_after)
}
