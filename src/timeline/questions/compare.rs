//! The dates of a view, and which of them differ between answers.

use super::{Answer, AnswerKind, AnsweredDate, DateOf};
use crate::case::Case;
use crate::day::Day;
use crate::law::Milestone;
use crate::timeline::View;
use alloc::vec::Vec;

/// The dates of a view.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Dates(Vec<(DateOf, Found)>);

/// A date, and for an obligation whether it was met.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Found {
    day: Option<Day>,
    is_met: bool,
}

impl Dates {
    pub(super) fn of(view: &View<'_>) -> Dates {
        let milestones = view.milestones();
        let milestones = milestones.iter().map(|line| {
            let found = Found { day: Some(line.day()), is_met: false };
            (DateOf::from(line), found)
        });
        let duties = view.obligations().map(|(obligation, _)| {
            let (day, is_met) = (obligation.due(), obligation.met().is_some());
            (DateOf::from(obligation), Found { day, is_met })
        });
        Dates(milestones.chain(duties).collect())
    }

    /// The same with another day for one milestone.
    pub(super) fn with(&self, milestone: Milestone, day: Option<Day>) -> Dates {
        let mut dates = self.clone();
        for (of, found) in &mut dates.0 {
            if *of == DateOf::Milestone(milestone) {
                found.day = day;
            }
        }
        dates
    }

    fn found(&self, of: DateOf) -> Found {
        let found = self.0.iter().find(|(other, _)| *other == of);
        found.map_or(Found::default(), |(_, found)| *found)
    }
}

/// An answer that is being looked at.
pub(super) struct Supposed {
    pub(super) kind: AnswerKind,
    pub(super) case: Option<Case>,
    pub(super) dates: Dates,
}

/// The dates that are not the same under every answer as in the view, and the answers with them; none where the
/// answer moves no date and takes no duty away.
pub(super) fn compare(
    present: &Dates,
    supposed: Vec<Supposed>,
) -> Option<(Vec<DateOf>, Vec<Answer>)> {
    if supposed.len() < 2 {
        return None;
    }
    let mut all: Vec<DateOf> = present.0.iter().map(|(of, _)| *of).collect();
    for (of, _) in supposed.iter().flat_map(|answer| &answer.dates.0) {
        if !all.contains(of) {
            all.push(*of);
        }
    }
    all.retain(|of| {
        let present = present.found(*of);
        supposed.iter().any(|answer| answer.dates.found(*of) != present)
    });
    // Milestones that only an answer has come to stand with the others.
    all.sort_by_key(|of| matches!(of, DateOf::Duty(..)));
    let moves = |of: &DateOf| {
        let present = present.found(*of).day;
        supposed.iter().any(|answer| answer.dates.found(*of).day != present)
    };
    if !all.iter().any(moves) {
        return None;
    }
    let answers = supposed.into_iter().map(|Supposed { kind, case, dates }| {
        let date =
            |of: &DateOf| AnsweredDate { of: *of, day: dates.found(*of).day, moves_daily: false };
        Answer { kind, case, dates: all.iter().map(date).collect() }
    });
    let answers = answers.collect();
    Some((all, answers))
}
