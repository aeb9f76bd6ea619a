//! Counting (READINGS section 1): walk the calendar one day at a time and ask of every day
//! "is it a sick day? is it a leave day?".

use super::calendar::{days_between, plus};
use super::{Facts, Joins, What};
use chrono::NaiveDate;

/// The current case: its counted days, its dismissal-ban days and how it stands.
pub struct Case {
    /// Every counted day (waiting period and wages clocks), in order.
    pub days: Vec<NaiveDate>,
    /// The counted days of the notification clock (ZW 38).
    pub notification_days: Vec<NaiveDate>,
    /// The counted days of the dismissal-ban clock (BW 7:670).
    pub ban_days: Vec<NaiveDate>,
    /// The last counted day once the last spell is closed; absent while still sick.
    pub recovered_after: Option<NaiveDate>,
    /// First and last counted day of the cases before this one.
    pub earlier: Vec<(NaiveDate, NaiveDate)>,
}

/// Is `d` a leave day?
pub fn on_leave(facts: &Facts, d: NaiveDate) -> bool {
    facts.leave.iter().any(|l| l.first <= d && d <= l.last)
}

/// Is `d` a day of a leave that was recorded as "not joined"?
fn on_separating_leave(facts: &Facts, d: NaiveDate) -> bool {
    facts.leave.iter().any(|l| l.joins == Joins::No && l.first <= d && d <= l.last)
}

/// Is `d` a day of a recorded spell (leave or not)?
pub fn in_spell(facts: &Facts, d: NaiveDate) -> bool {
    facts.spells.iter().any(|s| s.first <= d && s.last.is_none_or(|last| d <= last))
}

/// Is `d` a day of a spell that counts for the dismissal ban?
fn in_ban_spell(facts: &Facts, d: NaiveDate) -> bool {
    facts
        .spells
        .iter()
        .any(|s| s.counts_for_ban && s.first <= d && s.last.is_none_or(|last| d <= last))
}

/// The last calendar day the walk looks at.
fn horizon(facts: &Facts) -> Option<NaiveDate> {
    let open = facts.spells.iter().any(|s| s.last.is_none());
    if !open {
        return facts.spells.iter().filter_map(|s| s.last).max();
    }
    let mut latest = facts.spells.iter().map(|s| s.last.unwrap_or(s.first)).max()?;
    for l in &facts.leave {
        latest = latest.max(l.last);
    }
    for e in &facts.events {
        latest = latest.max(e.on);
        if let What::VoluntaryExtension { until } | What::AgreedDeviation { until, .. } = e.what {
            latest = latest.max(until);
        }
    }
    Some(plus(latest, 1900)) // 728 + 52 weeks of sanction + leave, with plenty to spare
}

/// The clocks that add periods up, each by its own paragraph; until September 2005 they differed.
#[derive(Clone, Copy, PartialEq)]
enum Joining {
    /// WIA 23(3) and BW 7:629(10).
    WaitingPeriodAndWages,
    /// ZW 38(1).
    Notification,
    /// BW 7:670(1).
    Ban,
}

/// Does a sickness that begins on `again` continue the one that lasted through `before`? Both are sick
/// days outside leave, with no such day (of those that count on that clock) between them.
fn joins(facts: &Facts, clock: Joining, before: NaiveDate, again: NaiveDate) -> bool {
    let between: Vec<NaiveDate> =
        (1..days_between(before, again)).map(|n| plus(before, n)).collect();
    // An interruption that ended before 2005-09-01: leave was left out of the four weeks, whatever the
    // cause (BW 7:629(10) old, WIA 123a; ZW 38(1) of that time is read alike); the dismissal ban added
    // nothing up.
    let is_old = plus(again, -1) < september_2005();
    let healthy_outside_leave = between.iter().filter(|d| !on_leave(facts, **d)).count();
    let all_on_leave = healthy_outside_leave == 0;
    let separated = between.iter().any(|d| on_separating_leave(facts, *d));
    match clock {
        Joining::WaitingPeriodAndWages | Joining::Notification if is_old => {
            healthy_outside_leave <= 27
        }
        Joining::Ban if is_old => between.iter().all(|d| in_ban_spell(facts, *d)),
        // 1. fewer than four weeks between them, leave included.
        _ if between.len() <= 27 => true,
        // 2. directly before and directly after leave, unless the cause differs.
        _ if separated => false,
        Joining::Ban => all_on_leave,
        // Who is sick in leave is sick: each stretch without sickness must join.
        _ => between
            .split(|d| in_spell(facts, *d))
            .all(|healthy| healthy.len() <= 27 || healthy.iter().all(|d| on_leave(facts, *d))),
    }
}

/// The first day on which BW 7:629(10) and 7:670(1) stood as now (Stb. 2005, 65).
fn september_2005() -> NaiveDate {
    NaiveDate::from_ymd_opt(2005, 9, 1).expect("a date")
}

/// Walks the calendar and cuts the counted days into cases; the last one is the current case.
pub fn current_case(facts: &Facts) -> Option<Case> {
    let end_of_walk = horizon(facts)?;
    let mut d = facts.spells.iter().map(|s| s.first).min()?;
    let (mut days, mut earlier) = (Vec::new(), Vec::new());
    let (mut notification_days, mut ban_days) = (Vec::new(), Vec::new());
    while d <= end_of_walk {
        if in_spell(facts, d) && !on_leave(facts, d) {
            let continues = |clock: Joining, days: &[NaiveDate]| {
                days.last().is_none_or(|before| joins(facts, clock, *before, d))
            };
            if !continues(Joining::WaitingPeriodAndWages, &days) {
                earlier.push((days[0], days[days.len() - 1]));
                days.clear();
                ban_days.clear();
            }
            if !continues(Joining::Notification, &notification_days) {
                notification_days.clear();
            }
            days.push(d);
            notification_days.push(d);
            if in_ban_spell(facts, d) {
                if !continues(Joining::Ban, &ban_days) {
                    ban_days.clear();
                }
                ban_days.push(d);
            }
        }
        d = plus(d, 1);
    }
    let last = *days.last()?;
    let open = facts.spells.iter().any(|s| s.last.is_none());
    let recovered_after = if open { None } else { Some(last) };
    Some(Case { days, notification_days, ban_days, recovered_after, earlier })
}

/// The `k`-th day of a list of counted days (1-based).
pub fn kth(days: &[NaiveDate], k: i64) -> Option<NaiveDate> {
    days.get(usize::try_from(k - 1).ok()?).copied()
}

/// The `n`-th counted day strictly after `x`, whether or not `x` counts.
pub fn counted_after(days: &[NaiveDate], x: NaiveDate, n: usize) -> Option<NaiveDate> {
    days.iter().copied().filter(|d| *d > x).nth(n - 1)
}

/// The `n`-th calendar day after `x` that is not a leave day; `x` itself when `n` is 0.
pub fn run_on(facts: &Facts, x: NaiveDate, n: i64) -> NaiveDate {
    let (mut d, mut left) = (x, n);
    while left > 0 {
        d = plus(d, 1);
        if !on_leave(facts, d) {
            left -= 1;
        }
    }
    d
}

/// How many days in (`from`, `to`] are not leave days.
pub fn days_without_leave(facts: &Facts, from: NaiveDate, to: NaiveDate) -> i64 {
    (1..=days_between(from, to)).filter(|n| !on_leave(facts, plus(from, *n))).count() as i64
}

/// The last day on which a relapse still continues the case that ended on `last`. Tried are the days on
/// which that can change: so many days after the last day recorded as sick, around leave, and when the
/// law changed.
pub fn relapse_joins_through(facts: &Facts, last: NaiveDate) -> Option<NaiveDate> {
    let mut tried = vec![plus(last, 28), run_on(facts, last, 28)];
    tried.extend(facts.spells.iter().filter_map(|s| s.last).map(|recorded| plus(recorded, 28)));
    tried.push(september_2005());
    for leave in &facts.leave {
        tried.extend([plus(leave.first, -1), plus(leave.last, 1)]);
    }
    tried.into_iter().filter(|again| *again > last && relapse_joins(facts, last, *again)).max()
}

/// Would a sickness that begins on `again` and goes on continue the case?
fn relapse_joins(facts: &Facts, last: NaiveDate, again: NaiveDate) -> bool {
    let mut sick_again = facts.clone();
    sick_again.spells.push(super::Spell { first: again, last: None, counts_for_ban: true });
    let mut counted = again;
    while on_leave(facts, counted) {
        counted = plus(counted, 1);
    }
    joins(&sick_again, Joining::WaitingPeriodAndWages, last, counted)
}
