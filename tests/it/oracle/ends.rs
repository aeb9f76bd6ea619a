//! The ends: waiting period, late claim, wage sanction, state pension age, dismissal ban.

use super::calendar::{days_between, plus, plus_months, plus_years, wd, ymd};
use super::clock::{Case, counted_after, days_without_leave, in_spell, kth, run_on};
use super::{Event, Facts, What};
use chrono::NaiveDate;

/// Which wording of WIA 64(2) binds the UWV's notice (22.6).
#[derive(Clone, Copy, PartialEq)]
pub enum NoticeVersion {
    TwentyMonths,
    Weeks87,
    Weeks89,
}

/// Everything the rows need to know about the ends. All of it is on the calendar as computed;
/// dates after the recovery are cut when they are handed out.
#[derive(Clone)]
pub struct Ends {
    /// D, the first counted day.
    pub first_day: NaiveDate,
    /// The recorded events of the current case, in date order.
    pub events: Vec<Event>,
    /// Those from the day of a valid sanction decision on.
    pub after_decision: Vec<Event>,
    /// A voluntary extension reaches beyond the waiting period.
    pub is_extended: bool,
    /// S(728), or the last day of the voluntary extension.
    pub end: Option<NaiveDate>,
    /// `end` moved by the days the claim was late.
    pub end_after_claim: Option<NaiveDate>,
    pub notice_version: NoticeVersion,
    pub notice_due: Option<NaiveDate>,
    pub report_due: Option<NaiveDate>,
    pub report_old: bool,
    pub report_met: Option<NaiveDate>,
    pub claim_due: Option<NaiveDate>,
    pub claim_old: bool,
    pub claim_tolerated: Option<NaiveDate>,
    pub claim_met: Option<NaiveDate>,
    /// A wage sanction was decided in time (even when nothing of it is left).
    pub sanction_decided: bool,
    /// The last day of that sanction, never before `end_after_claim`.
    pub sanction_end: Option<NaiveDate>,
    /// The last day of the sanction when at least one day of it is left.
    pub sanction_last: Option<NaiveDate>,
    pub wages_last: Option<NaiveDate>,
    /// The end of wages when the state pension age cuts it short.
    pub pension_cut: Option<NaiveDate>,
    pub wia_start: Option<NaiveDate>,
    /// The WIA would only start on or after the state pension day.
    pub wia_too_late: bool,
    pub ban_last: Option<NaiveDate>,
    /// The same, as far as the sickness reaches.
    pub ban_in_reach: Option<NaiveDate>,
    /// The last day of employment, when still sick on it.
    pub leaves_sick: Option<NaiveDate>,
    /// The same, where it lies within the 104 weeks, so that the employer reports it (ZW 38(2), 29(2)(c)).
    pub leaves_with_report: Option<NaiveDate>,
    /// The wages would have run on if the employment had not ended.
    pub employment_cuts_wages: bool,
    /// The last day of the sickness benefit that follows an employment which ends within the 104 weeks
    /// (ZW 29(2)(c)): S(728), or the day before the state pension age (29(4)). None where no benefit follows.
    pub benefit_after_employment: Option<Benefit>,
    /// An early claim was refused.
    pub early_refused: Option<NaiveDate>,
    /// The last day of the waiting period that the grant of an early claim shortened.
    pub granted_early: Option<NaiveDate>,
    /// The day of the decision on the claim; a grant is one.
    pub decision: Option<NaiveDate>,
    /// From this day on nothing is to be done: death, a decision on the claim, or a grant.
    pub over: Option<NaiveDate>,
}

/// The sickness benefit after the employment.
#[derive(Clone, Copy)]
pub struct Benefit {
    pub first: NaiveDate,
    /// None where the sickness ends before it does.
    pub last: Option<NaiveDate>,
}

/// The smaller of two dates, absent counting as "never".
pub fn earliest(a: Option<NaiveDate>, b: Option<NaiveDate>) -> Option<NaiveDate> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// The first recorded day of an event of that kind.
pub fn first_day(events: &[Event], is: impl Fn(&What) -> bool) -> Option<NaiveDate> {
    events.iter().find(|e| is(&e.what)).map(|e| e.on)
}

/// The recorded day of a duty.
pub fn met_day(events: &[Event], duty: &str) -> Option<NaiveDate> {
    first_day(events, |w| matches!(w, What::Met(id) if *id == duty))
}

pub fn ends(facts: &Facts, case: &Case) -> Ends {
    let days = &case.days;
    let d = days[0];
    let cut =
        |x: Option<NaiveDate>| x.filter(|x| case.recovered_after.is_none_or(|last| *x <= last));

    // Events before the first day of this case belong to an earlier one.
    let mut events: Vec<Event> = facts.events.iter().filter(|e| e.on >= d).cloned().collect();
    events.sort_by_key(|e| e.on);

    // --- The end of the waiting period and its voluntary extension (WIA 23, 24).
    let s728 = kth(days, 728);
    let extended_until = events.iter().rev().find_map(|e| match e.what {
        What::VoluntaryExtension { until } => Some(until),
        _ => None,
    });
    // An extension never shortens the waiting period itself.
    let end = cut(s728.map(|s| extended_until.map_or(s, |until| until.max(s))));
    let extension_days =
        s728.map_or(0, |s| extended_until.map_or(0, |until| days_between(s, until).max(0)));

    // --- 42-week report (ZW 38), older: 13 weeks.
    let early_iva = first_day(&events, |w| *w == What::EarlyIvaClaim);
    let asked_extension = first_day(&events, |w| matches!(w, What::VoluntaryExtension { .. }));
    // An early claim or a request for extension without an earlier report is the report (ZW 38(8)).
    let report_met =
        earliest(met_day(&events, "uwv-sickness-report"), earliest(early_iva, asked_extension));
    let change_2008 = ymd(2008, 11, 1);
    let reported_days = &case.notification_days;
    let (s92, s295) = (kth(reported_days, 92), kth(reported_days, 295));
    let reported_before_change = report_met.is_some_and(|r| r < change_2008);
    let runs_past_change = s295.is_some_and(|s| s >= change_2008);
    // Art. VII(1) of the act of 2008: the old law stays where the report was made before the change.
    let report_old =
        reported_before_change || (s92.is_some_and(|s| s < change_2008) && !runs_past_change);
    let report_due = if report_old { s92 } else { s295 };

    // --- The UWV's notice (WIA 64(2)). An absent old term never "lies before the change",
    // so a case that recovered before it gets the current wording.
    let months20 = kth(days, days_between(d, plus_months(d, 20)) + 1);
    let change_2012 = ymd(2012, 1, 1);
    let change_2013 = ymd(2013, 7, 1);
    let (notice_version, notice_due) = if months20.is_some_and(|x| x < change_2012) {
        (NoticeVersion::TwentyMonths, months20)
    } else if kth(days, 609).is_some_and(|x| x < change_2013) {
        (NoticeVersion::Weeks87, kth(days, 609))
    } else {
        (NoticeVersion::Weeks89, kth(days, 623))
    };

    // --- The claim (WIA 64(3), (6)).
    let claim_old = end.is_some_and(|e| plus(e, -91) < change_2013);
    let claim_due = end.map(|e| plus(e, if claim_old { -91 } else { -77 }));
    // An early request is the claim until it is refused (WIA 66(1)): recorded as refused, or by a decision
    // before the ordinary claim that no grant followed.
    let own_claim = met_day(&events, "wia-claim");
    let granted = first_day(&events, |w| *w == What::WiaGranted);
    let early_refused = early_iva.and_then(|asked| {
        let before_the_claim = met_day(&events, "wia-decision")
            .filter(|on| *on >= asked && own_claim.is_none_or(|claim| *on < claim));
        let recorded = first_day(&events, |w| *w == What::EarlyIvaRefused);
        earliest(recorded, before_the_claim.filter(|_| granted.is_none()))
    });
    let claim_met = earliest(own_claim, early_iva.filter(|_| early_refused.is_none()));
    let decision = events
        .iter()
        .find(|e| {
            e.what == What::Met("wia-decision")
                && (early_refused.is_none() || own_claim.is_some_and(|claim| e.on >= claim))
        })
        .map(|e| e.on);
    let decision = earliest(decision, granted);
    let granted_early = early_iva
        .filter(|asked| early_refused.is_none() && granted.is_some_and(|on| on >= *asked))
        .and_then(|asked| {
            // Ten weeks after the request, and thirteen weeks, at the earliest (WIA 23(6)).
            kth(days, 91).map(|thirteen_weeks| thirteen_weeks.max(plus(asked, 70)))
        });
    let granted_early = cut(granted_early);
    let decided = decision.filter(|on| claim_met.is_some_and(|claim| *on >= claim));
    let over = earliest(earliest(decided, granted), facts.died());
    let received = first_day(&events, |w| *w == What::NoticeReceived);
    let sent = met_day(&events, "wia-notice").or(received);
    let notice_late = matches!((sent, notice_due), (Some(sent), Some(due)) if sent > due);
    // "Still sick": the day lies in a recorded spell, a leave day inside it included.
    let before_death = |e: &NaiveDate| facts.died().is_none_or(|died| *e < died);
    let leaves_sick =
        facts.employment_last_day.filter(|e| *e >= d && in_spell(facts, *e)).filter(before_death);
    // A case whose claim was due before 2012 has no proviso. The proviso of 64(6): reported before the day on which it has lasted 81 (older: 79) weeks.
    let report_in_time = match claim_due {
        Some(due) if due < change_2012 => true,
        // Nobody had to make the report (ZW 38(4)).
        _ if facts.entitled == Some(super::Entitled::Yes) => true,
        // Nor where the employment ended before it was due.
        _ if leaves_sick.is_some_and(|e| report_due.is_none_or(|due| due > e)) => true,
        _ => {
            let limit = kth(days, if claim_old { 553 } else { 567 });
            matches!((report_met, limit), (Some(made), Some(limit)) if made < limit)
        }
    };
    let claim_tolerated = match (received, claim_due) {
        (Some(r), Some(due)) if notice_late && report_in_time => {
            Some(wd(plus(r, 28))).filter(|t| *t > due)
        }
        _ => None,
    };

    // --- A late claim moves the end day for day (BW 7:629(11)(a)).
    // Without wages nothing runs on.
    let has_left = leaves_sick.is_some_and(|e| end.is_some_and(|end| e <= end));
    let late_days = match (claim_met, claim_due) {
        _ if has_left => 0,
        (Some(a), Some(due)) if a > due && claim_tolerated.is_none_or(|t| a > t) => {
            days_between(due, a)
        }
        _ => 0,
    };
    let end_after_claim = cut(end.map(|e| run_on(facts, e, late_days)));

    // --- Wage sanction (WIA 25(9)-(14)).
    let decided = events.iter().find_map(|e| match e.what {
        What::WageSanction { weeks } => Some((e.on, weeks)),
        _ => None,
    });
    // Once the employment has ended there are no wages to prolong (25(9): the employer "jegens wie
    // de verzekerde recht heeft op loon").
    let no_wages_left = leaves_sick.is_some_and(|e| end_after_claim.is_none_or(|end| e <= end));
    let sanction_decided = !no_wages_left
        && decided.is_some_and(|(z, _)| match (end_after_claim, case.recovered_after) {
            (Some(end), _) => z <= end,
            (None, Some(last)) => z <= last, // recovered before the end: the end still lay ahead
            (None, None) => false,
        });
    // A shortcoming can be repaired only after it was sanctioned (25(12)).
    let after_decision: Vec<Event> = match decided {
        Some((z, _)) if sanction_decided => events.iter().filter(|e| e.on >= z).cloned().collect(),
        _ => Vec::new(),
    };
    // Since 2011-01-01 leave on the day after the end, or that begins in the sanction, does not count.
    let sanction_facts = |end: NaiveDate| {
        let mut facts = facts.clone();
        facts.leave.retain(|l| l.first.max(plus(end, 1)) >= ymd(2011, 1, 1));
        facts
    };
    let mut leaves_in_sanction = false;
    let sanction_end = match (decided, end_after_claim) {
        (Some((z, weeks)), Some(end)) if sanction_decided => {
            let mut last = run_on(&sanction_facts(end), end, 7 * i64::from(weeks));
            if let Some(v) = first_day(&after_decision, |w| *w == What::RepairEstablished) {
                last = last.min(plus(v, 41)); // V itself is the first of the 42 days
            }
            let mut too_late = days_between(plus(end, -42), z).max(0);
            for (m, v) in repair_decisions(&after_decision) {
                too_late += days_between(wd(plus(m, 21)), v).max(0);
            }
            let last = plus(last, -too_late);
            // With the employment the wages end, and the sanction (WIA 25(9), 43(b)).
            leaves_in_sanction = leaves_sick.is_some_and(|e| e < last);
            let last = leaves_sick.map_or(last, |e| e.min(last));
            // Leave at the end puts the start off; ended before it started, nothing is left.
            Some(if last < run_on(&sanction_facts(end), end, 1) { end } else { last })
        }
        _ => None,
    };
    let sanction_last = sanction_end.filter(|last| end_after_claim.is_some_and(|end| *last > end));
    let sanction_days = match (sanction_last, end_after_claim) {
        (Some(last), Some(end)) => days_without_leave(&sanction_facts(end), end, last),
        _ => 0,
    };

    // --- End of wages, start of the WIA.
    let final_last = sanction_last.or(end_after_claim);
    let pension_day = facts.state_pension_day;
    // Until 2008-10-31 a late 13th-week report prolonged the wages, not the waiting period (BW
    // 7:629(11)(a) old). The next working day is accepted.
    let report_late = match (report_met, report_due) {
        // Who is entitled to sickness benefit has no such report (ZW 38(4)).
        _ if facts.entitled == Some(super::Entitled::Yes) => 0,
        (Some(met), Some(due)) if report_old && met > wd(due) => days_between(due, met),
        _ => 0,
    };
    let wages_end = cut(end.map(|e| run_on(facts, e, report_late)));
    let wages_end = cut(wages_end.map(|e| run_on(facts, e, late_days)));
    let after_sanction = match (sanction_last, end_after_claim) {
        (Some(last), Some(end)) => days_between(end, last),
        _ => 0,
    };
    let final_wages = wages_end.map(|e| plus(e, after_sanction));
    // Domestic staff: six weeks, which nothing prolongs (BW 7:629(2)(a), (11)).
    let six_weeks = cut(kth(days, 42));
    let (wages_cap, final_wages) = match facts.is_domestic {
        true => (six_weeks, six_weeks),
        false => (s728, final_wages),
    };
    let with_pension =
        pension_day.map_or(final_wages, |a0| pension_end(days, a0, wages_cap, final_wages));
    let pension_cut = with_pension
        .filter(|x| final_wages.is_none_or(|f| *x < f))
        .filter(|x| cut(Some(*x)).is_some());
    let employment_cuts_wages = leaves_sick.is_some_and(|e| {
        cut(with_pension).is_none_or(|last| e < last || e == last && leaves_in_sanction)
    });
    let within = |e: &NaiveDate| cut(s728).is_none_or(|last| *e < last);
    let benefit_after_employment = leaves_sick
        .filter(|_| employment_cuts_wages && !facts.is_domestic)
        .filter(within)
        .map(|e| {
            let before_pension = match pension_day {
                // ZW 29(5): six weeks (thirteen before 2023-07-01) of who fell sick at that age.
                Some(a0) if a0 <= d => kth(days, if d >= ymd(2023, 7, 1) { 42 } else { 91 }),
                a0 => a0.map(|a0| plus(a0, -1)),
            };
            let by_pension = before_pension.filter(|last| *last <= e);
            let benefit = Benefit { first: plus(e, 1), last: cut(earliest(s728, before_pension)) };
            (by_pension, benefit)
        })
        // None where the state pension age ended the right to it before.
        .filter(|(by_pension, _)| cut(*by_pension).is_none())
        .map(|(_, benefit)| benefit);
    // The wages of an employee who dies sick end on the day of death.
    let died_sick = facts.died().filter(|died| case.recovered_after == Some(*died));
    let wages_last = cut(earliest(with_pension, leaves_sick)).or(died_sick);
    let would_start = final_last.map(|last| plus(last, 1));
    // A late claim or a sanction that pushes the start past that day does not undo the duties.
    let wia_too_late = match (pension_day, end, case.recovered_after) {
        (Some(a0), Some(end), _) => plus(end, 1) >= a0,
        (Some(a0), None, Some(last)) => a0 <= plus(last, 1), // the start lies after the recovery
        _ => false,
    };
    let starts_too_late = pension_day.is_some_and(|a0| would_start.is_some_and(|s| s >= a0));

    // --- Dismissal ban (BW 7:670): two calendar years on its own clock, with its own D, also for
    // the choice between six and thirteen weeks.
    let ban_last = case.ban_days.first().and_then(|first| {
        let two_years = kth(&case.ban_days, days_between(*first, plus_years(*first, 2)));
        let full = two_years.map(|x| run_on(facts, x, extension_days + late_days + sanction_days));
        pension_day.map_or(full, |a0| pension_end(&case.ban_days, a0, two_years, full))
    });

    Ends {
        first_day: d,
        end,
        is_extended: extension_days > 0,
        end_after_claim,
        notice_version,
        notice_due,
        report_due,
        report_old,
        report_met,
        claim_due,
        claim_old,
        claim_tolerated,
        claim_met,
        sanction_decided,
        sanction_end,
        sanction_last,
        wages_last,
        pension_cut,
        wia_start: would_start.filter(|_| !wia_too_late && !starts_too_late),
        wia_too_late,
        ban_last,
        ban_in_reach: cut(ban_last),
        leaves_sick,
        leaves_with_report: leaves_sick.filter(|e| cut(s728).is_none_or(|last| *e <= last)),
        employment_cuts_wages,
        benefit_after_employment,
        early_refused,
        granted_early,
        decision,
        over,
        after_decision,
        events,
    }
}

/// BW 7:670(2): six weeks after the last leave, or after the sickness that adjoins it.
pub fn leave_ban(facts: &Facts, first_day: NaiveDate) -> Option<NaiveDate> {
    let mut leave = facts.leave.clone();
    leave.sort_by_key(|l| l.first);
    let last_leave = leave.iter().rev().find(|l| l.last >= plus(first_day, -1))?;
    let mut start = plus(last_leave.last, 1);
    if in_spell(facts, start) {
        let spell = facts.spells.iter().filter(|s| s.first <= start);
        let mut spell = spell.filter(|s| s.last.is_none_or(|last| start <= last));
        start = plus(spell.next()?.last?, 1);
        // A spell in two records is one.
        while let Some(next) = facts.spells.iter().find(|s| s.first == start) {
            start = plus(next.last?, 1);
        }
    }
    let last = plus(start, 41);
    Some(last).filter(|last| facts.employment_last_day.is_none_or(|e| *last <= e))
}

/// Every repair decision with the notice it answers (the latest one on or before it): (M, V).
pub fn repair_decisions(events: &[Event]) -> Vec<(NaiveDate, NaiveDate)> {
    let mut pairs = Vec::new();
    for decision in
        events.iter().filter(|e| matches!(e.what, What::RepairRefused | What::RepairEstablished))
    {
        let notice = events
            .iter()
            .filter(|e| e.what == What::RepairNotified && e.on <= decision.on)
            .map(|e| e.on)
            .max();
        if let Some(m) = notice {
            pairs.push((m, decision.on));
        }
    }
    pairs
}

/// The end of a clock when the state pension day `a0` is known (BW 7:629(2), 7:670(1), WNA VIIIa and IX):
/// six (older: thirteen) counted weeks from that day, the total never past `cap`, and nothing
/// beyond `full`. Reached after `cap` (during an extension), the right ends the day before.
fn pension_end(
    days: &[NaiveDate],
    a0: NaiveDate,
    cap: Option<NaiveDate>,
    full: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let d = days[0];
    let weeks = if d >= ymd(2023, 7, 1) { 6 } else { 13 };
    let mut start = a0.max(d);
    if d < ymd(2016, 1, 1) {
        start = start.max(ymd(2016, 7, 1)); // the 104 weeks were kept for six months
    }
    let nth = counted_after(days, plus(start, -1), 7 * weeks);
    let limited = earliest(nth, cap).map(|x| x.max(plus(start, -1)));
    earliest(full, limited)
}
