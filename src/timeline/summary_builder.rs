//! A case in one line: duties are added to the summary as they are evaluated, and none is kept.

use super::Summary;
use super::counted_duties::CountedDuties;
use super::state::{CaseEnd, State};
use super::status::{Moment, Stand, StatusKind, status};
use crate::case::{Case, Facts};
use crate::day::Day;
use crate::engine::{
    Applicability, Clocks, Ends, EvalContext, Line, Overs, Silent, Sink, Standing, evaluate,
};
use crate::law::{ClockKind, DUTIES, DUTY_COUNT, Duty, DutyPlan, Law, Regime, code_of};
use alloc::vec::Vec;

/// Buffers that are used for one case after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scratch {
    clocks: Clocks,
    ends: Ends,
    /// Of the one law that a worker sums up under: under another law these would be wrong.
    older: Vec<(VersionSet, CountedDuties)>,
}

impl Scratch {
    /// What [`Summary::from_view`] says of the view of a case, without making the view.
    pub(crate) fn summary(
        &mut self,
        law: &Law,
        shortcuts: &Shortcuts,
        case: &Case,
        (on, lead): (Day, u16),
    ) -> Summary {
        let Scratch { clocks, ends, older } = self;
        let moment = Moment {
            on,
            lead: lead.into(),
            first_sick_day: Day::FOREVER,
            overs: Overs::default(),
            recorded_since: case.recorded_since.unwrap_or(Day::MIN),
        };
        let mut sink = SummarySink { shortcuts, older, builder: SummaryBuilder::new(moment) };
        evaluate(law, Facts::known_on(case, on), clocks, ends, &mut sink);
        let clock = clocks.of(ClockKind::WaitingPeriod);
        sink.builder.summary(
            clock.counted_through(on).unsigned_abs(),
            State::of(clock, ends, on).kind(),
            CaseEnd::of(ends, on),
            (ends.wages_last, ends.wia_start),
        )
    }
}

/// What is worked out once for a law, before the first case: for every regime its duties in the versions in
/// force, and those that have several versions.
#[derive(Clone, Debug)]
pub(crate) struct Shortcuts([(CountedDuties, Vec<DutyPlan>); Regime::ALL.len()]);

impl Shortcuts {
    pub(crate) fn of(law: &Law) -> Shortcuts {
        Shortcuts(core::array::from_fn(|i| {
            let several = |plan: &&DutyPlan| plan.rule().versions().nth(1).is_some();
            let several = law.duty_plans(Regime::ALL[i]).iter().filter(several).copied();
            (CountedDuties::of(law, Regime::ALL[i], |_| None), several.collect())
        }))
    }

    /// The duties in the versions that hold in a case. They are worked out when a set of versions is met for
    /// the first time.
    fn counted<'s>(
        &'s self,
        context: &EvalContext<'_>,
        older: &'s mut Vec<(VersionSet, CountedDuties)>,
    ) -> &'s CountedDuties {
        let (counted, several) = &self.0[context.regime() as usize];
        if context.is_settled {
            return counted;
        }
        let mut set: VersionSet = (context.regime(), [None; DUTY_COUNT]);
        for (since, plan) in set.1.iter_mut().zip(several) {
            *since = context.version_of_rule(&plan.plan).since;
        }
        let is_same = |known: &VersionSet| {
            known.0 == set.0 && known.1[..several.len()] == set.1[..several.len()]
        };
        let known = older.iter().position(|(known, _)| is_same(known));
        let place = known.unwrap_or_else(|| {
            let several = |plan: &DutyPlan| several.iter().any(|other| other.code == plan.code);
            let version = |plan: &DutyPlan| context.version_of_rule(&plan.plan);
            let choose = |plan: &DutyPlan| several(plan).then(|| version(plan));
            older.push((set, CountedDuties::of(context.law, context.regime(), choose)));
            older.len() - 1
        });
        &older[place].1
    }
}

/// The regime, and for each of its duties with several versions the first day of the one that holds.
type VersionSet = (Regime, [Option<Day>; DUTY_COUNT]);

/// The line that is due first among some; of those due on one day, the first of the table. A number
/// that is less for an earlier line, so that nothing branches on which one comes first.
#[derive(Clone, Copy)]
struct EarliestDue(u64);

impl EarliestDue {
    const EMPTY: EarliestDue = EarliestDue(u64::MAX);

    fn of(due: Day, order: usize, duty: Duty) -> EarliestDue {
        EarliestDue(u64::from(due.sort_key()) << 32 | (order as u64) << 16 | code_of(duty) as u64)
    }

    #[inline]
    fn offer_if(&mut self, holds: bool, due: Day, order: usize, duty: Duty) {
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
    actionable: EarliestDue,
    /// What is not open yet.
    planned: EarliestDue,
    pub(super) overdue: u16,
    pub(super) missed: u16,
    /// The status that asks most for attention.
    worst: StatusKind,
}

impl SummaryBuilder {
    fn new(moment: Moment) -> SummaryBuilder {
        let (actionable, planned) = (EarliestDue::EMPTY, EarliestDue::EMPTY);
        SummaryBuilder {
            moment,
            actionable,
            planned,
            overdue: 0,
            missed: 0,
            worst: StatusKind::default(),
        }
    }

    /// The summary, with how many days have counted, the state, and the ends.
    fn summary(
        &self,
        counted_day: u32,
        state: super::StateKind,
        end: Option<CaseEnd>,
        (wages_last_day, wia_start): (Option<Day>, Option<Day>),
    ) -> Summary {
        let (next_due, next_duty) = self.next().unzip();
        Summary {
            counted_day,
            state,
            next_duty,
            next_due: next_due.flatten(),
            overdue: self.overdue,
            missed: self.missed,
            ended: end.map(|end| end.reason()),
            ended_on: end.map(|end| end.last_day()),
            worst: self.worst,
            wages_last_day,
            wia_start,
        }
    }

    /// Adds a status.
    #[inline]
    fn add_status(&mut self, kind: StatusKind) {
        self.worst = self.worst.max(kind);
    }

    /// Adds a status if a condition holds, without a branch.
    #[inline]
    pub(super) fn add_status_if(&mut self, holds: bool, kind: StatusKind) {
        self.add_status(if holds { kind } else { StatusKind::default() });
    }

    /// Offers a duty as the next one: one that can be done, or one that is not open yet.
    pub(super) fn offer(&mut self, is_actionable: bool, due: Day, order: usize, duty: Duty) {
        self.actionable.offer_if(is_actionable, due, order, duty);
        self.planned.offer_if(!is_actionable, due, order, duty);
    }

    /// As [`View::next`](super::View::next).
    fn next(&self) -> Option<(Option<Day>, Duty)> {
        self.actionable.get().or_else(|| self.planned.get())
    }

    /// Adds one duty.
    fn count(&mut self, plan: &DutyPlan, stand: &Stand) {
        let kind = status(stand, self.moment).kind();
        let (due, order, duty) = (stand.due.unwrap_or(Day::FOREVER), plan.rank, plan.duty);
        let is_power = stand.is_power;
        self.add_status(kind);
        self.overdue += u16::from(kind == StatusKind::Overdue);
        self.missed += u16::from(kind == StatusKind::Missed);
        let is_actionable = matches!(
            kind,
            StatusKind::Overdue | StatusKind::Open | StatusKind::DueSoon | StatusKind::DueToday
        );
        self.actionable.offer_if(is_actionable, due, order, duty);
        self.planned.offer_if(kind == StatusKind::NotYetOpen && !is_power, due, order, duty);
    }
}

/// Adds the lines up.
struct SummarySink<'c> {
    shortcuts: &'c Shortcuts,
    older: &'c mut Vec<(VersionSet, CountedDuties)>,
    builder: SummaryBuilder,
}

impl Sink for SummarySink<'_> {
    const WANTS_MILESTONES: bool = false;
    const WANTS_WAITING: bool = false;

    fn begin(&mut self, context: &EvalContext<'_>, ends: &Ends) {
        self.builder.moment.first_sick_day = context.first;
        self.builder.moment.overs = ends.overs;
    }

    fn take(&mut self, context: &EvalContext<'_>, applicability: &Applicability<'_, '_>) -> u32 {
        let is_usual = applicability.is_quiet && context.clocks.count_alike;
        let Moment { on, recorded_since, .. } = self.builder.moment;
        // What was due before anything was recorded is a matter for the engine.
        if !is_usual || on < context.first || context.first < recorded_since {
            return 0;
        }
        let counted = self.shortcuts.counted(context, self.older);
        counted.add(context, applicability, &mut self.builder)
    }

    /// Those after one that is open and not due soon are due later still and count for less.
    fn wants_later(&self, line: &Line<'_>) -> bool {
        let soon = self.builder.moment.on.plus(self.builder.moment.lead);
        let stands = matches!(line.standing, Standing::Stands | Standing::WaitingFor(_));
        line.met.is_some() || !stands || line.due().is_none_or(|due| due <= soon)
    }

    #[inline(always)]
    fn line(&mut self, context: &EvalContext<'_>, line: &Line<'_>) {
        let is_final = line.plan.is_final && !line.has_no_dates();
        let last_chance = || context.tolerated(line.plan, line.start, line.dates, &mut Silent);
        let stand = Stand {
            standing: line.standing,
            opens: line.opens(),
            due: line.due(),
            met: line.met,
            fatal_after: if is_final { last_chance() } else { None },
            is_power: line.plan.is_power,
            ends_with_employment: line.plan.ends_with_employment,
            until_decided: line.plan.until_decided,
        };
        self.builder.count(line.plan, &stand);
    }

    fn end(&mut self, _: &EvalContext<'_>, _: &Ends) {}
}
