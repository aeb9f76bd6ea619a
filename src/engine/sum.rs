//! A term that was counted from a day.

use super::context::EvalContext;
use crate::case::EventName;
use crate::day::Day;
use crate::law::{Bound, ClockKind, Count, Duty, Rule, Term, Window};

/// A day that a sum starts from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Start {
    /// The day.
    pub day: Day,
    /// What it is.
    pub kind: StartKind,
}

/// What a sum starts from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum StartKind {
    /// The first sick day.
    FirstSickDay,
    /// The first sick day, as the beginning of the waiting period.
    WaitingPeriod,
    /// The day on which a duty was met, with its number in a series.
    Done(Duty, u16),
    /// The last day for a duty that was not met, or has no recorded day.
    Planned(Duty, u16),
    /// The last day of the waiting period.
    EndOfWaitingPeriod,
    /// The last day of a voluntary extension.
    EndOfExtension,
    /// One of these ends, later by the days that the claim was late.
    DelayedEnd {
        /// How many.
        days_late: u32,
    },
    /// The employee received the UWV's notice.
    NoticeReceived,
    /// The employer notified a repair.
    RepairNotified,
    /// The UWV established the repair.
    RepairEstablished,
    /// The last day of the wage sanction.
    SanctionEnd,
    /// The claim is taken up again.
    ClaimResumed,
    /// The state pension age is reached, or the short period starts.
    StatePensionDay,
    /// The last day of the employment.
    EmploymentEnd,
    /// Able to earn more than 65%.
    AbleToEarn,
    /// The day after leave.
    DayAfterLeave,
    /// A period of a series starts.
    PeriodStart,
    /// The last sick day.
    LastSickDay,
    /// Something was asked for.
    Requested,
    /// A concrete perspective with the own employer was recorded.
    Perspective,
    /// The physician advised to adjust the plan of action.
    AdjustmentAdvised,
    /// The physician sees possibilities again.
    PossibilitiesReturned,
    /// The day on which the plan is due after that.
    PlanDueAgain,
    /// The employee asked for the supplement to the re-integration report.
    SupplementAsked,
    /// The last day of the term that the UWV set to complete the report.
    TermSet,
    /// The last day of thirteen weeks of sickness.
    ThirteenWeeks,
    /// The first day on which the employee is fit for work again.
    FirstFitDay,
    /// The employee told of the recovery.
    RecoveryTold,
    /// The last day on which the employee tells of it, where that is not recorded.
    RecoveryToldAtLatest,
    /// The last day under the same rule.
    Due,
    /// The day on which it opens under the same rule.
    Opens,
    /// The first day on which a WIA benefit can start.
    WiaStart,
    /// The day after the sickness that adjoins leave.
    DayAfterSickness,
    /// The recorded day of an event.
    Recorded(EventName),
    /// The last day for a decision of the UWV that was not given, with its number in a series.
    LastDayOf(Duty, u16),
    /// The last day to object to a decision.
    LastDayToObject,
    /// The day after the dismissal ban.
    DayAfterBan,
    /// The day after the recorded day of an event.
    DayAfter(EventName),
}

/// A sum: from a day to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sum {
    /// From which day.
    pub start: Start,
    /// Which counted day that is: how many days counted up to and including it. None on the
    /// calendar.
    pub start_number: Option<u32>,
    /// Whether the start is itself a counted day.
    pub start_counts: bool,
    /// The phrase of time.
    pub term: Term,
    /// On sick days or on calendar days.
    pub count: Count,
    /// On which clock sick days count.
    pub clock: ClockKind,
    /// How many days the phrase is, 7 for each week; none where it is not a number of days.
    pub days: Option<u32>,
    /// Which counted day the end is; none on the calendar.
    pub number: Option<u32>,
    /// The end, before any extension over a weekend.
    pub day: Day,
    /// The date of the law table that says so, with its source and its reading.
    pub bound: &'static Bound,
    /// When the version holds that it stands in.
    pub window: Window,
}

impl Sum {
    /// What was counted from a day, where it ended on `day`.
    pub(crate) fn of(
        context: &EvalContext<'_>,
        rule: &Rule,
        (bound, since): (&'static Bound, Option<Day>),
        start: Start,
        day: Day,
    ) -> Sum {
        let clock = context.clock(rule.clock);
        let counted = |day: Day| clock.counted_through(day).unsigned_abs();
        let days = match bound.term {
            Term::OnTheDay
            | Term::NextWorkingDay
            | Term::WithinMonthsAfter(_)
            | Term::UntilMonthsAfter(_) => None,
            Term::OnDay(n) | Term::ByDay(n) | Term::ByDayAfter(n) => Some(n.into()),
            Term::MonthsAfterStart(n) => {
                Some(start.day.plus_months(n.into()).days_since(start.day).unsigned_abs())
            }
            Term::Years(n) => {
                Some(start.day.plus_years(n.into()).days_since(start.day).unsigned_abs())
            }
            term => Some(term.days().unsigned_abs()),
        };
        let on_clock = bound.count == Count::SickDays
            && days.is_some()
            && !matches!(
                bound.term,
                Term::WeeksBefore(_)
                    | Term::InterruptionShorterThan(_)
                    | Term::AtLeastWeeksBetween(_)
            );
        let window = rule.versions().find(|(_, version)| version.since == since);
        Sum {
            start,
            start_number: on_clock.then(|| counted(start.day)),
            start_counts: clock.counts(start.day),
            term: bound.term,
            count: bound.count,
            clock: rule.clock,
            days,
            number: on_clock.then(|| counted(day)),
            day,
            bound,
            window: window.map_or(Window::ALWAYS, |(window, _)| window),
        }
    }
}
