//! A case in one line: duties are added to the summary as they are evaluated, and none is kept.

use super::frame::EvalContext;

use super::fast_path::{self, Schedule};
use super::lines::{Line, Lines, ShortLine, Sink};
use super::place::Place;
use super::plain::PlainSeries;
use super::status::{Moment, Stand, StatusKind, status};
use super::view::StateKind;
use crate::case::{Case, Facts};
use crate::day::Day;
use crate::law::{DUTIES, Deadline, Duty, Law, Regime, Step, code_of};
use crate::timeline::Summary;

/// What is computed once for a law, before the first case.
#[derive(Clone, Debug)]
pub(crate) struct Schedules([Option<Schedule>; Regime::ALL.len()]);

impl Schedules {
    pub(crate) fn of(law: &Law) -> Schedules {
        let schedule = |i: usize| Schedule::of(law, *Regime::ALL.get(i)?);
        Schedules([0, 1, 2].map(schedule))
    }
}

/// Buffers that are used for one case after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scratch(fast_path::Buffers);

impl Scratch {
    /// What [`Summary::from_view`] says of the view of a case, without making the view.
    pub(crate) fn summary(
        &mut self,
        law: &Law,
        schedules: &Schedules,
        case: &Case,
        on: Day,
        lead: u16,
    ) -> Summary {
        // Spells that were merged are one, but on the last day of the earlier one.
        let is_between = Facts::dated_until(case, on).is_between_merged_spells();
        let schedule = schedules.0[case.regime as usize].as_ref().filter(|_| !is_between);
        let memory = &mut self.0;
        let short =
            schedule.and_then(|schedule| fast_path::summary(memory, schedule, law, case, on, lead));
        short.unwrap_or_else(|| self.evaluate_fully(law, case, on, lead))
    }

    fn evaluate_fully(&mut self, law: &Law, case: &Case, on: Day, lead: u16) -> Summary {
        let evaluator = &mut self.0.evaluator;
        let facts = Facts::known_on(case, on);
        let summary = evaluator.rebuild(law, facts, false, |frame, ends| {
            let moment = Moment {
                on,
                lead: lead.into(),
                first_sick_day: frame.first,
                relapse_joins_through: frame.relapse_joins_through,
            };
            let mut summary = SummaryBuilder::new(moment);
            Lines::new(frame, ends, &mut summary).write();
            summary
        });
        // A case has a counted day, so that there is a summary.
        let Some(summary) = summary else { return Summary::default() };
        let counted = evaluator.clock().counted_through(on).unsigned_abs();
        let ends = (evaluator.ends.wages_last, evaluator.ends.wia_start);
        summary.summary(counted, evaluator.state(on).kind(), ends)
    }
}

/// The line that is due first among some; of those due on one day, the first of the table. A number
/// that is less for an earlier line, so that nothing branches on which one comes first.
#[derive(Clone, Copy)]
pub(super) struct EarliestDue(u64);

impl EarliestDue {
    const EMPTY: EarliestDue = EarliestDue(u64::MAX);

    fn of(due: Day, order: usize, duty: Duty) -> EarliestDue {
        EarliestDue(u64::from(due.sort_key()) << 32 | (order as u64) << 16 | code_of(duty) as u64)
    }

    #[inline]
    pub(super) fn offer_if(&mut self, holds: bool, due: Day, order: usize, duty: Duty) {
        let offered = if holds { EarliestDue::of(due, order, duty) } else { EarliestDue::EMPTY };
        self.0 = self.0.min(offered.0);
    }

    /// The day, none where there is none, and the duty.
    fn get(self) -> Option<(Option<Day>, Duty)> {
        let duty = DUTIES.get((self.0 & 0xFFFF) as usize)?;
        let day = Day::of_sort_key((self.0 >> 32) as u32);
        Some((Some(day).filter(|day| *day < Day::FOREVER), *duty))
    }
}

/// Builds a summary from statuses.
pub(super) struct SummaryBuilder {
    pub(super) moment: Moment,
    /// What can be done.
    pub(super) actionable: EarliestDue,
    /// What is not open yet.
    pub(super) planned: EarliestDue,
    pub(super) overdue: u16,
    /// The status that asks most for attention.
    worst: StatusKind,
}

impl SummaryBuilder {
    pub(super) fn new(moment: Moment) -> SummaryBuilder {
        let (actionable, planned) = (EarliestDue::EMPTY, EarliestDue::EMPTY);
        SummaryBuilder { moment, actionable, planned, overdue: 0, worst: StatusKind::default() }
    }

    /// The summary, with how many days have counted, the state, and the ends.
    pub(super) fn summary(
        &self,
        counted_day: u32,
        state: StateKind,
        (wages_last_day, wia_start): (Option<Day>, Option<Day>),
    ) -> Summary {
        let (next_due, next_duty) = self.next().unzip();
        Summary {
            counted_day,
            state,
            next_duty,
            next_due: next_due.flatten(),
            overdue: self.overdue,
            worst: self.worst,
            wages_last_day,
            wia_start,
        }
    }

    /// Adds a status.
    #[inline]
    pub(super) fn add_status(&mut self, kind: StatusKind) {
        self.worst = self.worst.max(kind);
    }

    /// Adds a status if a condition holds, without a branch.
    #[inline]
    pub(super) fn add_status_if(&mut self, holds: bool, kind: StatusKind) {
        self.add_status(if holds { kind } else { StatusKind::default() });
    }

    /// As [`View::next`](super::View::next).
    fn next(&self) -> Option<(Option<Day>, Duty)> {
        self.actionable.get().or_else(|| self.planned.get())
    }

    /// Adds one duty.
    pub(super) fn count(&mut self, step: &Step, stand: &Stand) {
        let kind = status(stand, self.moment).kind();
        self.count_kind(kind, stand.due.unwrap_or(Day::FOREVER), step.order, step.duty);
    }

    /// Adds a duty with that status.
    #[inline]
    pub(super) fn count_kind(&mut self, kind: StatusKind, due: Day, order: usize, duty: Duty) {
        self.add_status(kind);
        self.overdue += u16::from(kind == StatusKind::Overdue);
        let is_actionable = matches!(
            kind,
            StatusKind::Overdue | StatusKind::Open | StatusKind::DueSoon | StatusKind::DueToday
        );
        self.actionable.offer_if(is_actionable, due, order, duty);
        self.planned.offer_if(kind == StatusKind::NotYetOpen, due, order, duty);
    }
}

impl Sink for SummaryBuilder {
    fn line(&mut self, frame: &EvalContext<'_>, line: &Line<'_>) {
        let (step, gone) = (line.step, line.has_no_dates());
        let fatal = !gone && step.rule.deadline == Deadline::Final;
        let stand = Stand {
            standing: line.standing,
            opens: line.dates.opens.filter(|_| !gone),
            due: line.dates.due.filter(|_| !gone),
            met: line.met,
            fatal_after: if fatal { frame.tolerated(step.rule, &line.dates) } else { None },
        };
        self.count(step, &stand);
    }

    fn short_line(&mut self, frame: &EvalContext<'_>, line: &ShortLine<'_>) {
        let ShortLine { step, due, met, standing, .. } = *line;
        let fatal_after = due.and_then(|due| frame.last_chance(step, due));
        self.count(step, &Stand { standing, opens: line.opens(frame), due, met, fatal_after });
    }

    fn series(&mut self, frame: &EvalContext<'_>, series: &mut PlainSeries<'_>, before: Place) {
        for n in series.pass_before(before) {
            self.count(series.step(), &Stand::from(&series.line(frame, n)));
        }
    }

    fn wants_waiting(&self) -> bool {
        false
    }
}
