//! Everything that dates are computed from: the facts, the clocks, the law, and the days that follow from
//! them step by step.

use super::clocks::Clocks;
use super::first_days::FirstEventDays;
use super::recorded::EventIndex;
use crate::case::{EventKind, Facts};
use crate::clock::Clock;
use crate::day::Day;
use crate::law::{Anchor, ClockKind, Condition, Duty, Law, Regime, Rule, Step, Touched, bw7};

/// Days that terms count from and that follow from the facts step by step.
#[derive(Clone, Copy, Default)]
pub(super) struct Anchors {
    /// Last day of the waiting period or its extension.
    pub(super) end: Option<Day>,
    /// The same, later by the days that the claim was late.
    pub(super) delayed_end: Option<Day>,
    /// The notice came after its due day (WIA 64(6)).
    pub(super) notice_was_late: bool,
    /// The last day of employment, when the employee is sick on it and wages end with it.
    pub(super) leaves_sick: Option<Day>,
    /// The last day of the employment that a report of the former employer counts from.
    pub(super) employment_end: Option<Day>,
    /// The request to shorten a voluntary extension that is being looked at.
    pub(super) shortening_requested: Option<Day>,
    /// Able to earn more than 65% from this day on.
    pub(super) able_to_earn: Option<Day>,
    /// A sanction was decided in time on this day.
    pub(super) sanction_decided: Option<Day>,
    /// The last day of a sanction that was decided in time.
    pub(super) sanction_end: Option<Day>,
    pub(super) repair_established: Option<Day>,
}

/// Everything that dates are computed from.
#[derive(Clone, Copy)]
pub(super) struct EvalContext<'a> {
    pub(super) law: &'a Law,
    pub(super) facts: Facts<'a>,
    pub(super) recorded: &'a EventIndex<'a>,
    pub(super) clocks: &'a Clocks,
    /// `D`, the first day of the waiting period.
    pub(super) first: Day,
    /// `L`, the last sick day, none while the sickness goes on.
    pub(super) last: Option<Day>,
    /// The same, [`Day::FOREVER`] while the sickness goes on.
    pub(super) through: Day,
    /// The last day on which a relapse continues the case.
    pub(super) relapse_joins_through: Option<Day>,
    pub(super) anchors: Anchors,
    /// What puts other days in the place of those in the rules.
    pub(super) touched: Touched,
    /// The day on which the first of the clocks begins.
    pub(super) begins: Day,
    /// The case begins after the day after which only the last version of any duty applies.
    pub(super) is_settled: bool,
}

impl<'a> EvalContext<'a> {
    /// Before anything is known of the ends.
    pub(super) fn new(
        law: &'a Law,
        facts: Facts<'a>,
        recorded: &'a EventIndex<'a>,
        clocks: &'a Clocks,
        first: Day,
    ) -> EvalContext<'a> {
        let last = clocks.of(ClockKind::WaitingPeriod).last_sick_day();
        let begins = clocks.begin();
        let mut frame = EvalContext {
            law,
            facts,
            recorded,
            clocks,
            first,
            last,
            through: last.unwrap_or(Day::FOREVER),
            relapse_joins_through: None,
            anchors: Anchors::default(),
            touched: Touched::NOTHING,
            begins,
            is_settled: begins > law.settled_after(facts.case.regime),
        };
        frame.touched = frame.touched_by_events();
        frame
    }

    #[inline]
    pub(super) fn clock(&self, kind: ClockKind) -> &'a Clock {
        self.clocks.of(kind)
    }

    /// The regime of the case.
    pub(super) fn regime(&self) -> Regime {
        self.facts.case.regime
    }

    /// The rule of that name in the regime of the case; that of an employer where there is none.
    pub(super) fn rule(&self, position: usize) -> &'static Rule {
        let own = self.law.at_in(position, self.regime());
        own.unwrap_or_else(|| self.law.at(position))
    }

    /// The date, absent when it lies after the last sick day.
    pub(super) fn reached(&self, day: Option<Day>) -> Option<Day> {
        day.filter(|day| *day <= self.through)
    }

    /// The day on which a duty was met.
    pub(super) fn met(&self, duty: Duty) -> Option<Day> {
        self.recorded.met(duty)
    }

    /// The day that a term counts from.
    pub(super) fn anchor(&self, anchor: Anchor, rule: &Rule, due: Option<Day>) -> Option<Day> {
        match anchor {
            Anchor::FirstSickDay => self.clock(rule.clock).first_sick_day(),
            Anchor::Met(duty) => self.met(duty),
            Anchor::MetOrPlanned(duty) => self.met_or_planned(duty),
            Anchor::End => self.anchors.end,
            Anchor::DelayedEnd => self.anchors.delayed_end,
            Anchor::NoticeReceived => self.recorded.first(EventKind::WiaNoticeReceived),
            Anchor::EmploymentEnd => self.anchors.employment_end,
            Anchor::ShorteningRequested => self.anchors.shortening_requested,
            Anchor::AbleToEarn { .. } => self.anchors.able_to_earn,
            Anchor::RepairEstablished => self.anchors.repair_established,
            Anchor::SanctionEnd => self.anchors.sanction_end,
            Anchor::Due => due,
            Anchor::StatePensionDay { not_before } => {
                let start = self.facts.case.state_pension_day?.max(self.first);
                Some(not_before.map_or(start, |day| day.max(start)))
            }
            // These are passed to `bound_from` by whoever has them.
            Anchor::PreviousInterview
            | Anchor::PeriodStart
            | Anchor::DayAfterLeave
            | Anchor::RepairNotified
            | Anchor::EarlyIvaClaim
            | Anchor::Request
            | Anchor::LastSickDay => None,
        }
    }

    /// The day that the due term of a rule counts from.
    pub(super) fn anchor_of(&self, rule: &'static Rule) -> Option<Day> {
        self.anchor(self.version_for(rule).due.from, rule, None)
    }

    /// What puts other days in the place of those in the rules, as far as events say so.
    pub(super) fn touched_by_events(&self) -> Touched {
        let recorded = self.recorded;
        Touched::DEVIATION
            .when(recorded.has_any(FirstEventDays::DEVIATION))
            .and(Touched::PERSPECTIVE.when(recorded.has_any(FirstEventDays::PERSPECTIVE)))
            .and(Touched::FORESEEN.when(self.is_perhaps_foreseen_late()))
    }

    /// In the safety net a late report of the sickness leaves no term either (RPV 2(3)).
    fn is_perhaps_foreseen_late(&self) -> bool {
        let is_late = |step: &Step, report: Duty| {
            self.reported(report).is_some_and(|day| match self.is_short(step) {
                true => self.evaluate(step.clock, step.due, None).is_some_and(|due| day > due),
                false => true,
            })
        };
        let step = self.law.step_of(self.law.roles().without_delay, self.regime());
        self.recorded.first(EventKind::LongAbsenceForeseen).is_some()
            || step.is_some_and(|step| step.late_report.is_some_and(|it| is_late(step, it)))
    }

    /// The day on which the sickness was reported; the employment counts as long as it lasted.
    pub(super) fn reported(&self, report: Duty) -> Option<Day> {
        self.met(report).or(self.facts.case.employment_last_day)
    }

    /// False where the condition asks for a later first sick day.
    pub(super) fn is_sick_since(&self, condition: Condition) -> bool {
        !matches!(condition, Condition::FirstSickDayFrom(day) if self.first < day)
    }

    /// Whether the exception of art. 658a BW7 for the state pension age holds for something that
    /// falls due on `day` or later.
    pub(super) fn is_past_state_pension_age(&self, day: Option<Day>) -> bool {
        let pension = self.facts.case.state_pension_day;
        let from = pension.map(|pension| pension.max(bw7::STATE_PENSION_EXCEPTION_FROM));
        matches!((from, day), (Some(from), Some(day)) if from <= day)
    }
}
