//! What is known of a case in one line.

use super::{EndReason, StateKind, StatusKind, View};
use crate::day::Day;
use crate::law::Duty;

/// How a case stands on a day, in one line. Equal to what the [`View`] of that day says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[non_exhaustive]
pub struct Summary {
    /// How many days have counted; 0 before the first sick day.
    pub counted_day: u32,
    /// Whether the employee is sick.
    pub state: StateKind,
    /// The next thing to do.
    pub next_duty: Option<Duty>,
    /// When it is or was due.
    pub next_due: Option<Day>,
    /// How many obligations are overdue.
    pub overdue: u16,
    /// How many obligations were not done and no longer have to be.
    pub missed: u16,
    /// Why the case ended; none while it goes on.
    pub ended: Option<EndReason>,
    /// Its last day, where it ended.
    pub ended_on: Option<Day>,
    /// The status that asks most for attention.
    pub worst: StatusKind,
    /// The last day of the wages.
    pub wages_last_day: Option<Day>,
    /// The first day of a WIA benefit.
    pub wia_start: Option<Day>,
}

impl Summary {
    /// The summary that a view gives, full evaluation round.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, StatusKind, Timeline, batch::Summary};
    /// let day = Day::new;
    /// let case = Case::builder().sick_since(day(2026, 1, 5)).build()?;
    /// let summary = Summary::from_view(&Timeline::new(&case).view(day(2026, 2, 10)));
    /// assert_eq!((summary.counted_day, summary.week()), (37, 6));
    /// assert_eq!(summary.next_duty, Some(Duty::SICKNESS_REPORT));
    /// assert_eq!((summary.overdue, summary.worst), (1, StatusKind::Overdue));
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn from_view(view: &View<'_>) -> Summary {
        let next = view.next().map(|(obligation, _)| obligation);
        let kinds = view.obligations().map(|(_, status)| status.kind());
        Summary {
            counted_day: view.counted_day(),
            state: view.state().kind(),
            next_duty: next.map(|obligation| obligation.duty()),
            next_due: next.and_then(|obligation| obligation.due()),
            overdue: u16::try_from(view.overdue()).unwrap_or(u16::MAX),
            missed: u16::try_from(view.missed()).unwrap_or(u16::MAX),
            ended: view.end().map(|end| end.reason()),
            ended_on: view.end().map(|end| end.last_day()),
            worst: kinds.max().unwrap_or_default(),
            wages_last_day: view.wages_last_day(),
            wia_start: view.wia_start(),
        }
    }

    /// The week of sickness, 0 before the first sick day.
    #[must_use]
    pub const fn week(&self) -> u32 {
        self.counted_day.div_ceil(7)
    }
}
