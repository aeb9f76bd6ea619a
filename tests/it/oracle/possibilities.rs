//! What somebody may do until a day, from the words of the articles: Awb 6:7-6:9 and 4:17, WIA 111 and 112,
//! BW 7:671a(6) and (11), Regeling compensatie 2.

use super::calendar::{plus, plus_months, wd, ymd};
use super::ends::{Ends, first_day, met_day};
use super::{Event, Facts, Row, Standing, What};
use chrono::NaiveDate;

/// One possibility.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    pub possibility: &'static str,
    pub opens: NaiveDate,
    pub until: Option<NaiveDate>,
    pub tolerated: Option<NaiveDate>,
    pub taken: Option<NaiveDate>,
    pub ended: Option<NaiveDate>,
}

/// A decision of the UWV that was sent, and the objection to it.
pub struct Sent {
    pub decision: &'static str,
    pub on: NaiveDate,
    pub objected: Option<NaiveDate>,
}

impl Sent {
    /// The 42nd day from the day after dispatch, or the next working day.
    pub fn last_day(&self) -> NaiveDate {
        wd(plus(self.on, 42))
    }
}

/// The decisions in order, each with its objection: one without a name, or with its name, is about the latest
/// decision before it that nobody has objected to yet.
pub fn decisions(ends: &Ends) -> Vec<Sent> {
    let decided = met_day(&ends.events, "wia-decision").is_some();
    let which = |event: &Event| match event.what {
        What::WageSanction { .. } => Some("wage-sanction-decision"),
        What::RepairRefused => Some("repair-decision"),
        What::Met("wia-decision") => Some("wia-decision"),
        What::WiaGranted if !decided => Some("wia-decision"),
        _ => None,
    };
    let sent = |event: &Event| {
        which(event).map(|decision| Sent { decision, on: event.on, objected: None })
    };
    let mut all: Vec<Sent> = ends.events.iter().filter_map(sent).collect();
    for event in &ends.events {
        let What::ObjectionMade { to } = event.what else { continue };
        let fits = |sent: &&mut Sent| {
            sent.on <= event.on
                && sent.objected.is_none()
                && to.is_none_or(|to| to == sent.decision)
        };
        if let Some(sent) = all.iter_mut().rev().find(fits) {
            sent.objected = Some(event.on);
        }
    }
    all
}

/// All of them, in order of the first day; none that still ran when the employee died.
pub fn windows(facts: &Facts, ends: &Ends, rows: &[Row]) -> Vec<Window> {
    let mut all = Vec::new();
    for sent in decisions(ends) {
        all.push(Window {
            possibility: "objection",
            opens: plus(sent.on, 1),
            until: Some(sent.last_day()),
            tolerated: Some(wd(plus(sent.last_day(), 7))),
            taken: sent.objected,
            ended: None,
        });
    }
    all.extend(late_decisions(ends, rows));
    all.extend(dismissal(facts, ends));
    all.extend(compensation(ends));
    let died = first_day(&ends.events, |w| *w == What::Deceased);
    all.retain(|window| {
        let over = [window.taken, window.ended, window.tolerated.or(window.until)];
        let over = over.into_iter().flatten().min();
        died.is_none_or(|died| over.is_some_and(|over| over < died))
    });
    all.sort_by_key(|window| (window.opens, window.possibility));
    all
}

/// From the day after the decision was due; from two weeks after the notice at most 42 days.
fn late_decisions(ends: &Ends, rows: &[Row]) -> Vec<Window> {
    let asked_for = ["repair-decision", "wia-decision", "decision-on-objection"];
    let mut late: Vec<(NaiveDate, Option<NaiveDate>)> = Vec::new();
    for row in rows.iter().filter(|row| asked_for.contains(&row.duty)) {
        let Some(due) = row.due.filter(|_| row.standing == Standing::Stands) else { continue };
        // Four weeks more for an expert, and seventeen weeks, stand in an act too. The sixteen weeks of the
        // UWV itself are policy.
        let is_policy = row.duty == "wia-decision"
            && !ends.sanction_decided
            && ends.claim_met.or(ends.claim_due) >= Some(ymd(2026, 1, 1));
        let last = row.tolerated.filter(|_| !is_policy).unwrap_or(due);
        if row.met.is_none_or(|met| met > last) {
            late.push((last, row.met));
        }
    }
    late.sort();
    let mut noticed = vec![None; late.len()];
    for event in ends.events.iter().filter(|event| event.what == What::NoticeOfDefault) {
        let fits = |i: &usize| late[*i].0 < event.on && noticed[*i].is_none();
        if let Some(i) = (0..late.len()).rev().find(fits) {
            noticed[i] = Some(event.on);
        }
    }
    let mut windows = Vec::new();
    for ((last, decided), noticed) in late.into_iter().zip(noticed) {
        let window = |possibility, opens, until, taken| Window {
            possibility,
            opens,
            until,
            tolerated: None,
            taken,
            ended: decided.filter(|decided| until.is_none_or(|until| *decided <= until)),
        };
        windows.push(window("notice-of-default", plus(last, 1), None, noticed));
        let Some(noticed) = noticed else { continue };
        let first = plus(wd(plus(noticed, 14)), 1);
        if decided.is_none_or(|decided| decided >= first) {
            windows.push(window("penalty", first, Some(plus(first, 41)), None));
        }
    }
    windows
}

fn dismissal(facts: &Facts, ends: &Ends) -> Vec<Window> {
    let given = |what: What| -> Vec<NaiveDate> {
        ends.events.iter().filter(|e| e.what == what).map(|e| e.on).collect()
    };
    let permits = given(What::DismissalPermitGiven);
    let free = ends.ban_in_reach.map(|last| plus(last, 1));
    let leaves = facts.employment_last_day;
    let mut windows = Vec::new();
    // The ban is over on the 28th day after the decision at the latest.
    if let Some(opens) = free.map(|free| plus(free, -28)).filter(|day| *day >= ymd(2015, 7, 1)) {
        windows.push(Window {
            possibility: "dismissal-permit",
            opens,
            until: None,
            tolerated: None,
            taken: permits.first().copied(),
            ended: leaves,
        });
        windows.retain(|window| window.ended.is_none_or(|ended| ended >= window.opens));
    }
    let mut noticed = vec![None; permits.len()];
    for notice in given(What::DismissalNoticeGiven) {
        let fits = |i: &usize| permits[*i] <= notice && noticed[*i].is_none();
        if let Some(i) = (0..permits.len()).rev().find(fits) {
            noticed[i] = Some(notice);
        }
    }
    for (permit, noticed) in permits.into_iter().zip(noticed) {
        let (opens, until) = (free.map_or(permit, |free| free.max(permit)), plus(permit, 28));
        let is_over = leaves.is_some_and(|leaves| leaves < opens);
        if opens <= until && !is_over && opens >= ymd(2015, 7, 1) {
            windows.push(Window {
                possibility: "dismissal-with-permit",
                opens,
                until: Some(until),
                tolerated: None,
                taken: noticed,
                ended: leaves.filter(|leaves| *leaves <= until),
            });
        }
    }
    windows
}

fn compensation(ends: &Ends) -> Vec<Window> {
    let paid = first_day(&ends.events, |w| *w == What::TransitionPaymentMade);
    let paid = paid.filter(|paid| *paid >= ymd(2020, 4, 1));
    let asked = first_day(&ends.events, |w| *w == What::CompensationRequested);
    let window = |paid: NaiveDate| Window {
        possibility: "transition-payment-compensation",
        opens: paid,
        until: Some(plus_months(paid, 6)),
        tolerated: None,
        taken: asked.filter(|asked| *asked >= paid),
        ended: None,
    };
    paid.map(window).into_iter().collect()
}
