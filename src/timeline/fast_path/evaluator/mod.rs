//! The duties of an ordinary case, summed up in counted days.

mod dependents;
mod interviews;
mod plain;
mod recalibrations;
mod statuses;

pub(super) use plain::{add_uninterrupted, is_plain};

use super::period_ends::PeriodEnds;
use super::recorded_events::RecordedEvents;
use super::run::Run;
use super::schedule::{Bits, Orders, Preconditions, Schedule};
use crate::case::Case;
use crate::day::Day;
use crate::law::Duty;
use crate::timeline::recorded::earliest;
use crate::timeline::status::StatusKind;
use crate::timeline::summary_builder::SummaryBuilder;
use statuses::DutyStatuses;

/// Evaluates the scheduled duties of a case and the duties that depend on others, into a summary.
pub(super) struct SummaryEvaluator<'w, 'a> {
    schedule: &'w Schedule,
    case: &'w Case,
    run: &'w Run<'a>,
    done: &'w RecordedEvents<'a>,
    ends: &'w PeriodEnds,
    summary: &'w mut SummaryBuilder,
    /// The analysis has no day.
    pub(super) dateless: bool,
    /// How many days have counted through the day before, on the day, and when the lead time is over.
    yesterday: i32,
    now: i32,
    soon: i32,
    recovered: bool,
    /// What a duty is that the case recovered before.
    paused: StatusKind,
    /// What a duty is that waits for another.
    waiting: StatusKind,
    /// What is due after this counted day lapses: for all, and for what holds only while the employment
    /// lasts and is paid.
    cut: i32,
    paid: i32,
    /// Something takes duties away: no possibilities, or the state pension.
    takes_away: bool,
    /// What is due after this counted day does not apply, where it asks for possibilities to return, an
    /// age below that of the state pension, or a WIA benefit that can start.
    possible: i32,
    below_pension_age: i32,
    wia: i32,
}

/// One duty, in counted days.
struct Due {
    order: usize,
    duty: Duty,
    /// The counted day on which it opens, 0 without a bound.
    opens: i32,
    due: i32,
    met: Option<Day>,
    /// It was met before a day on which it opens otherwise.
    is_early: bool,
    /// Its day is planned: it will follow from that of another.
    waits: bool,
    /// Even that day is not known.
    dateless: bool,
    preconditions: Preconditions,
}

impl<'w, 'a> SummaryEvaluator<'w, 'a> {
    pub(super) fn new(
        schedule: &'w Schedule,
        case: &'w Case,
        run: &'w Run<'a>,
        done: &'w RecordedEvents<'a>,
        ends: &'w PeriodEnds,
        summary: &'w mut SummaryBuilder,
    ) -> Self {
        let (on, lead) = (summary.moment.on, summary.moment.lead);
        let through = |last: Option<Day>, otherwise| last.map_or(otherwise, |day| run.counted(day));
        let before = |day: Option<Day>| through(day.map(|day| day.plus(-1)), i32::MAX);
        let near_pension = case.state_pension_day.filter(|_| ends.wia_cannot_start);
        let (yesterday, now) = run.counted_around(on);
        let recovered = run.last().is_some();
        // From this day on everything lapses, also what the case does not reach.
        let cut = earliest(ends.pension_cut, done.over.filter(|day| *day <= run.through));
        let is_cut_off = recovered && cut.is_some();
        let paused = if is_cut_off { StatusKind::Lapsed } else { summary.moment.paused() };
        let waiting = summary.moment.waiting();
        SummaryEvaluator {
            schedule,
            case,
            run,
            done,
            ends,
            summary,
            dateless: false,
            yesterday,
            now,
            soon: run.counted(on.plus(lead)),
            recovered,
            paused,
            waiting,
            cut: through(cut, i32::MAX),
            paid: through(ends.paid_last(), schedule.payment),
            takes_away: done.no_possibilities.is_some() | ends.wia_cannot_start,
            possible: before(done.no_possibilities),
            below_pension_age: before(near_pension),
            wia: if ends.wia_cannot_start { 0 } else { i32::MAX },
        }
    }

    /// Adds all duties but the special cases to the summary. Returns how many days have counted.
    pub(super) fn evaluate(mut self, special_cases: Orders) -> i32 {
        let schedule = self.schedule;
        let mut off = if special_cases == 0 { 0 } else { schedule.bits_of(special_cases) };
        if self.dateless {
            off |= schedule.place_of(schedule.analysis).bit;
            self.add_status(StatusKind::Undetermined);
        }
        if self.ends.leaves_sick.is_some() {
            // It is due when the employment ends, see the reports.
            off |= schedule.place_of(schedule.due_on_leaving).bit;
        }
        for dependent in &schedule.dependents {
            if special_cases >> dependent.order & 1 == 0 {
                off |= self.follow(dependent);
            }
        }
        match schedule.recalibrations.filter(|series| special_cases >> series.order & 1 == 0) {
            Some(series) if self.done.met(series.code).is_some() => {
                off |= schedule.bits_of(schedule.recalibration);
                self.recalibrations(&series);
            }
            // The next recalibration is not reached, however many were recorded.
            Some(_) if self.recovered => self.add_status(self.paused),
            _ => {}
        }
        self.statuses(off);
        for later in &schedule.later {
            if special_cases >> later.order & 1 == 0 {
                self.wait(later);
            }
        }
        if let Some(interviews) = &schedule.interviews {
            if special_cases >> interviews.order & 1 == 0 {
                self.interviews(interviews);
            }
        }
        self.now
    }

    fn add_status(&mut self, kind: StatusKind) {
        self.summary.add_status(kind);
    }

    /// Adds the scheduled duties that are not in `off` to the summary.
    fn statuses(&mut self, off: Bits) {
        let (schedule, ends) = (self.schedule, self.ends);
        let all = schedule.all & !off;
        // Days after recovery do not exist: neither do those that are counted back from the end.
        let ended = if ends.waiting_last.is_some() { all } else { !schedule.from_the_end };
        let counted = schedule.counted(self.now);
        let reached = all & if self.recovered { counted.due & ended } else { all };
        // What is due after the employee left, or after the payment, lapses, unless it was met in time.
        let until = |limit: i32| schedule.due(limit) & reached;
        let mut stays = all;
        if ends.paid_last().is_some() {
            stays &= !schedule.employed | until(self.paid);
        }
        if self.cut < i32::MAX {
            stays &= until(self.cut);
        }
        let mut holds = schedule.applying(self.case.employment_last_day >= Some(self.run.first));
        if self.takes_away {
            holds &= !(schedule.possibilities & !schedule.due(self.possible))
                & !(schedule.below_pension_age & !schedule.due(self.below_pension_age))
                & !(schedule.wia & !schedule.due(self.wia));
        }
        let statuses = DutyStatuses {
            schedule,
            run: self.run,
            done: self.done,
            counted,
            counts: self.yesterday < self.now,
            soon: schedule.due(self.soon),
            paused: self.paused,
            all,
            reached,
            stays,
            holds,
        };
        statuses.count(self.summary);
    }

    /// Whether a day lies before a counted day that the case comes to.
    fn is_before(&self, day: Day, place: i32) -> bool {
        (self.run.counted(day) < place) & self.run.comes_to(place)
    }

    /// Whether what is due on a counted day lapses: it comes after a payment that the case came to.
    fn lapses(&self, preconditions: Preconditions, due: i32) -> bool {
        (due > self.cut)
            | (preconditions.employed & (due > self.paid) & self.ends.paid_last().is_some())
    }

    /// Whether what is due on a counted day applies.
    fn holds(&self, preconditions: Preconditions, due: i32) -> bool {
        !self.takes_away
            || (!preconditions.possibilities | (due <= self.possible))
                & (!preconditions.below_pension_age | (due <= self.below_pension_age))
                & (!preconditions.wia | (due <= self.wia))
    }

    /// Adds a duty that was not met and waits for another.
    fn count_waiting(&mut self, preconditions: Preconditions, due: i32, dateless: bool) {
        let kind = match () {
            () if !self.holds(preconditions, due) => StatusKind::NotApplicable,
            () if dateless => self.waiting,
            () if self.lapses(preconditions, due) => StatusKind::Lapsed,
            () if self.run.comes_to(due) => self.waiting,
            () => self.paused,
        };
        self.add_status(kind);
    }

    /// Adds one duty. Almost free of branches: the status is unpredictable for the processor.
    #[inline]
    fn count(&mut self, it: &Due) {
        let is_reached = self.run.comes_to(it.due);
        let (holds, lapses) =
            (self.holds(it.preconditions, it.due), self.lapses(it.preconditions, it.due));
        let mut unmet = StatusKind::Open;
        for (is_so, kind) in [
            (it.due <= self.soon, StatusKind::DueSoon),
            (it.due <= self.now, StatusKind::DueToday),
            (self.now < it.opens, StatusKind::NotYetOpen),
            (it.due <= self.yesterday, StatusKind::Overdue),
            (it.waits, self.waiting),
            (!is_reached & !it.dateless, self.paused),
            (lapses & !it.dateless, StatusKind::Lapsed),
            (!holds, StatusKind::NotApplicable),
        ] {
            unmet = if is_so { kind } else { unmet };
        }
        let kind = match it.met {
            Some(met) => {
                let is_late = !it.dateless & self.run.is_past(met, it.due);
                let is_early = it.is_early | self.is_before(met, it.opens);
                match () {
                    () if is_late & !holds => StatusKind::NotApplicable,
                    () if is_late & lapses => StatusKind::Lapsed,
                    // A term that never began to run cannot be late.
                    () if it.waits => StatusKind::MetOnTime,
                    () if is_late => StatusKind::MetLate,
                    () if is_early => StatusKind::MetEarly,
                    () => StatusKind::MetOnTime,
                }
            }
            None => unmet,
        };
        self.summary.count_kind(kind, self.run.date(it.due), it.order, it.duty);
    }
}
