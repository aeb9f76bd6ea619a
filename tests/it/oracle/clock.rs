//! Counting (READINGS section 1): walk the calendar one day at a time and ask of every day
//! "is it a sick day? is it a leave day?".

use super::calendar::{days_between, plus};
use super::{Facts, Joins, What};
use chrono::NaiveDate;

/// The current case: its counted days, its dismissal-ban days and how it stands.
pub struct Case {
    /// Every counted day (waiting period, wages and notification clocks), in order.
    pub days: Vec<NaiveDate>,
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

/// Walks the calendar and cuts the counted days into cases; the last one is the current case.
pub fn current_case(facts: &Facts) -> Option<Case> {
    let end_of_walk = horizon(facts)?;
    let mut d = facts.spells.iter().map(|s| s.first).min()?;
    let (mut days, mut ban_days, mut earlier) = (Vec::new(), Vec::new(), Vec::new());
    let mut healthy = 0;
    let mut separated = false;
    // Between two spells that count for the ban; a spell that does not is left out, like leave.
    let (mut ban_healthy, mut ban_separated) = (0, false);
    while d <= end_of_walk {
        if on_leave(facts, d) {
            separated |= on_separating_leave(facts, d);
            ban_separated |= on_separating_leave(facts, d);
        } else if in_spell(facts, d) {
            if !days.is_empty() && (healthy > 27 || separated) {
                earlier.push((days[0], days[days.len() - 1]));
                days.clear();
                ban_days.clear();
            }
            healthy = 0;
            separated = false;
            days.push(d);
            if in_ban_spell(facts, d) {
                if ban_healthy > 27 || ban_separated {
                    ban_days.clear();
                }
                (ban_healthy, ban_separated) = (0, false);
                ban_days.push(d);
            }
        } else {
            healthy += 1;
            ban_healthy += 1;
        }
        d = plus(d, 1);
    }
    let last = *days.last()?;
    let open = facts.spells.iter().any(|s| s.last.is_none());
    Some(Case { days, ban_days, recovered_after: if open { None } else { Some(last) }, earlier })
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

/// The last day on which a relapse still continues the case that ended on `last`:
/// the 28th non-leave day after it, but never past the start of a "not joined" leave.
/// Absent when such a leave follows at once and no day is left.
pub fn relapse_joins_through(facts: &Facts, last: NaiveDate) -> Option<NaiveDate> {
    let (mut d, mut healthy, mut through) = (last, 0, None);
    while healthy < 28 {
        d = plus(d, 1);
        if on_separating_leave(facts, d) {
            break;
        }
        if !on_leave(facts, d) {
            healthy += 1;
            through = Some(d);
        }
    }
    through
}
