//! Two views of one case.

use super::causes::Causes;
use super::lines::{Line, Lines, Values, lines};
use super::{Change, Subject, Value, What};
use crate::timeline::View;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

/// What differs between two views of a case, and why: other facts, another day, another law, or
/// several at once. In order of the new day of the line, then of the table of rules, the case itself
/// first; empty when nothing moved.
///
/// Duties of a series are matched by their number. A line that is only in one view differs in all
/// that it has.
///
/// ```
/// use poortwachter::change::{self, What, Why};
/// use poortwachter::{Case, Day, Duty, EventKind, Timeline};
/// let day = Day::new;
/// let case = Case::builder().sick_since(day(2026, 1, 5)).build()?;
/// let analysed = case.with(EventKind::Met(Duty::PROBLEM_ANALYSIS), day(2026, 2, 12))?;
///
/// let (old, new) = (Timeline::new(&case), Timeline::new(&analysed));
/// let changes = change::compare(&old.view(day(2026, 2, 13)), &new.view(day(2026, 2, 13)));
/// let plan = changes
///     .iter()
///     .find(|change| change.subject().id() == "plan-of-action" && change.what() == What::Due)
///     .unwrap();
/// // Within two weeks after the analysis; the planned day was 2 March.
/// assert_eq!(plan.after().unwrap().day(), Some(day(2026, 2, 26)));
/// assert_eq!(plan.days_moved(), Some(-4));
/// let met = Some(day(2026, 2, 12));
/// assert_eq!(plan.why(), [Why::Follows { duty: Duty::PROBLEM_ANALYSIS, met }]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compare(old: &View<'_>, new: &View<'_>) -> Vec<Change> {
    let (before, after) = (lines(old), lines(new));
    let mut moved = moved(&before, &after);
    if moved.is_empty() {
        return Vec::new();
    }
    moved.sort_by_key(|(subject, what)| {
        let line = after.get(subject).or(before.get(subject));
        let place = line.map_or(0, |line| line.place);
        let day = after.get(subject).and_then(Line::day);
        let day = day.or(before.get(subject).and_then(Line::day));
        (*subject != Subject::Case, day.is_none(), day, place, *subject, *what)
    });
    let causes = Causes::between(old, new, &before, &after);
    moved
        .into_iter()
        .filter_map(|(subject, what)| {
            let line = after.get(&subject).or(before.get(&subject))?;
            Some(Change {
                subject,
                names: line.names,
                is_series: line.rule.is_some_and(crate::law::Rule::is_series),
                rule: line.rule,
                what,
                old: value(&before, subject, what),
                new: value(&after, subject, what),
                why: causes.why(subject, what),
            })
        })
        .collect()
}

fn moved(before: &Lines, after: &Lines) -> Vec<(Subject, What)> {
    let subjects: BTreeSet<Subject> = before.keys().chain(after.keys()).copied().collect();
    let pairs =
        subjects.into_iter().flat_map(|subject| What::ALL.iter().map(move |what| (subject, *what)));
    pairs
        .filter(|(subject, what)| {
            !is_same(value(before, *subject, *what), value(after, *subject, *what))
        })
        .collect()
}

pub(super) fn value(lines: &Lines, subject: Subject, what: What) -> Option<Value> {
    lines.get(&subject).map_or(Values::default(), |line| line.values)[what as usize]
}

pub(super) fn is_same(old: Option<Value>, new: Option<Value>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => old.is_same(new),
        (None, None) => true,
        _ => false,
    }
}
