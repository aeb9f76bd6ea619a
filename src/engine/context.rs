//! Everything that dates are computed from: the facts, the clocks, the law, and the days that follow from
//! them step by step.

use super::clocks::Clocks;
use super::count::Given;
use super::events::EventIndex;
use super::first_days::FirstEventDays;
use super::sanction::Sanction;
use super::trace::Silent;
use crate::case::{EventKind, Facts};
use crate::clock::Clock;
use crate::day::Day;
use crate::law::{ClockKind, Condition, Duty, DutyPlan, Law, Regime, RulePlan, Touched, bw7, zw};

/// Days that terms count from and that follow from the facts step by step.
#[derive(Clone, Copy, Default)]
pub(crate) struct Anchors {
    /// Last day of the waiting period or its extension.
    pub(crate) end: Option<Day>,
    /// The same, later by the days that the claim was late.
    pub(crate) delayed_end: Option<Day>,
    /// The last day of the voluntary extension that holds, and the request that shortened it.
    pub(crate) extension_end: Option<Day>,
    pub(crate) shortened_on: Option<Day>,
    /// By how many days the claim was late, none where a late notice excuses it.
    pub(crate) days_late: i32,
    /// The employee received the notice of the UWV.
    pub(crate) notice_received: Option<Day>,
    /// The notice came after its due day (WIA 64(6)).
    pub(crate) notice_was_late: bool,
    /// The last day of employment, when the employee is sick on it and wages end with it.
    pub(crate) leaves_sick: Option<Day>,
    /// The last day of the employment that a report of the former employer counts from.
    pub(crate) employment_end: Option<Day>,
    /// The request to shorten a voluntary extension that is being looked at.
    pub(crate) shortening_requested: Option<Day>,
    /// Able to earn more than 65% from this day on.
    pub(crate) able_to_earn: Option<Day>,
    /// A sanction was decided in time on this day.
    pub(crate) sanction_decided: Option<Day>,
    /// The first day on which a WIA benefit can start.
    pub(crate) wia_start: Option<Day>,
    /// The last day of a sanction that was decided in time.
    pub(crate) sanction_end: Option<Day>,
    /// The employment ends before the sanction would.
    pub(crate) leaves_in_sanction: bool,
    pub(crate) repair_established: Option<Day>,
    pub(crate) sanction: Option<Sanction>,
    /// By how many days the dismissal ban runs on.
    pub(crate) prolongation: i32,
}

impl Anchors {
    /// The last day of the employment, where the employee is sick on it and the employer reports that.
    pub(crate) fn leaves_with_report(&self) -> Option<Day> {
        self.leaves_sick.filter(|leaves| self.employment_end == Some(*leaves))
    }
}

/// Everything that dates are computed from.
#[derive(Clone, Copy)]
pub(crate) struct EvalContext<'a> {
    pub(crate) law: &'a Law,
    /// Who pays, and so which duties there are.
    pub(super) regime: Regime,
    /// The first day of a sickness benefit that follows the wages of an employment that ended.
    pub(crate) benefit_from: Option<Day>,
    pub(crate) facts: Facts<'a>,
    pub(crate) recorded: &'a EventIndex<'a>,
    pub(crate) clocks: &'a Clocks,
    /// `D`, the first day of the waiting period.
    pub(crate) first: Day,
    /// `L`, the last sick day, none while the sickness goes on.
    pub(crate) last: Option<Day>,
    /// The same, [`Day::FOREVER`] while the sickness goes on.
    pub(crate) through: Day,
    pub(crate) anchors: Anchors,
    /// What puts other days in the place of those in the rules.
    pub(crate) touched: Touched,
    /// The day on which the first of the clocks begins.
    pub(crate) begins: Day,
    /// The case begins after the day after which only the last version of any duty applies.
    pub(crate) is_settled: bool,
}

impl<'a> EvalContext<'a> {
    /// Before anything is known of the ends.
    pub(crate) fn new(
        law: &'a Law,
        facts: Facts<'a>,
        recorded: &'a EventIndex<'a>,
        clocks: &'a Clocks,
        first: Day,
    ) -> EvalContext<'a> {
        let last = clocks.of(ClockKind::WaitingPeriod).last_sick_day();
        let begins = clocks.begin();
        let mut context = EvalContext {
            law,
            regime: facts.case.regime,
            benefit_from: None,
            facts,
            recorded,
            clocks,
            first,
            last,
            through: last.unwrap_or(Day::FOREVER),
            anchors: Anchors::default(),
            touched: Touched::NOTHING,
            begins,
            is_settled: begins > law.settled_after(facts.case.regime),
        };
        context.touched = context.touched_by_events();
        context
    }

    #[inline]
    pub(crate) fn clock(&self, kind: ClockKind) -> &'a Clock {
        self.clocks.of(kind)
    }

    /// The regime: of an employer's case, or of what follows the employment.
    pub(crate) fn regime(&self) -> Regime {
        self.regime
    }

    /// The same case from the day after the employment on, in the safety net: the waiting period runs through
    /// it, and the duties are those of that regime.
    pub(crate) fn following(&self) -> Option<EvalContext<'a>> {
        let leaves = self.anchors.leaves_sick?;
        let regime = Regime::SafetyNet;
        let anchors = Anchors { leaves_sick: None, employment_end: None, ..self.anchors };
        let mut next = EvalContext {
            regime,
            benefit_from: Some(leaves.plus(1)),
            anchors,
            is_settled: self.begins > self.law.settled_after(regime),
            ..*self
        };
        next.touched = next.touched_by_events();
        Some(next)
    }

    /// The plan of a rule in the regime of the case; that of an employer where there is none.
    pub(crate) fn plan_of(&self, position: usize) -> &'a RulePlan {
        let own = self.law.rule_plan(position, self.regime());
        own.unwrap_or_else(|| self.law.employer_plan(position))
    }

    /// The date, absent when it lies after the last sick day.
    pub(crate) fn reached(&self, day: Option<Day>) -> Option<Day> {
        day.filter(|day| *day <= self.through)
    }

    /// The same for a duty, some of which fall due after recovery too.
    #[inline]
    pub(crate) fn reached_by(&self, plan: &DutyPlan, day: Option<Day>) -> Option<Day> {
        if plan.falls_due_afterwards { day } else { self.reached(day) }
    }

    /// The day on which a duty was met.
    pub(crate) fn met(&self, duty: Duty) -> Option<Day> {
        self.recorded.met(duty)
    }

    /// The day on which the WIA was claimed.
    pub(crate) fn claim(&self) -> Option<Day> {
        self.met(self.law.roles().claim)
    }

    /// Whether a late claim prolongs the payment: nobody else's runs on in the safety net, nor wages of an
    /// employment that has ended; nor, before that act said so, the benefit that the carrier of its own risk pays.
    pub(crate) fn payment_can_run_on(&self) -> bool {
        let anchors = &self.anchors;
        let has_ended = anchors.leaves_sick.is_some_and(|leaves| anchors.end >= Some(leaves));
        let is_before_the_act = self.regime() == Regime::OwnRiskCarrier
            && anchors.end < Some(zw::LATE_CLAIM_PROLONGS_BENEFIT_FROM);
        self.regime() != Regime::SafetyNet && !has_ended && !is_before_the_act
    }

    /// What puts other days in the place of those in the rules, as far as events say so.
    pub(crate) fn touched_by_events(&self) -> Touched {
        let recorded = self.recorded;
        Touched::DEVIATION
            .when(recorded.has_any(FirstEventDays::DEVIATION))
            .and(
                Touched::NO_POSSIBILITIES
                    .when(recorded.first(EventKind::NoPossibilities).is_some()),
            )
            .and(Touched::REPORTED.when(self.reports_recoveries()))
            .and(Touched::PERSPECTIVE.when(recorded.has_any(FirstEventDays::PERSPECTIVE)))
            .and(Touched::FORESEEN.when(self.is_perhaps_foreseen_late()))
    }

    /// Whether a recovery may be to report after the sickness itself: where the employer was asked of the
    /// entitlement, or carries the risk.
    fn reports_recoveries(&self) -> bool {
        self.regime() == Regime::OwnRiskCarrier
            || self.facts.case.sickness_benefit_entitlement.is_some()
    }

    /// In the safety net a late report of the sickness leaves no term either (RPV 2(3)).
    fn is_perhaps_foreseen_late(&self) -> bool {
        let is_late = |plan: &DutyPlan, report: Duty| {
            self.reported(report).is_some_and(|day| {
                let due = self.due(&plan.plan, Given::NOTHING, &mut Silent);
                due.is_some_and(|due| day > due)
            })
        };
        let plan = self.law.duty_plan(self.law.roles().without_delay, self.regime());
        self.recorded.first(EventKind::LongAbsenceForeseen).is_some()
            || plan.is_some_and(|plan| plan.late_report.is_some_and(|it| is_late(plan, it)))
    }

    /// The day on which the sickness was reported; the employment counts as long as it lasted.
    pub(crate) fn reported(&self, report: Duty) -> Option<Day> {
        self.met(report).or(self.facts.case.employment_last_day)
    }

    /// False where the condition asks for a later first sick day.
    pub(crate) fn is_sick_since(&self, condition: Condition) -> bool {
        !matches!(condition, Condition::FirstSickDayFrom(day) if self.first < day)
    }

    /// Whether the exception of art. 658a BW7 for the state pension age holds for something that
    /// falls due on `day` or later.
    pub(crate) fn is_past_state_pension_age(&self, day: Option<Day>) -> bool {
        let pension = self.facts.case.state_pension_day;
        let from = pension.map(|pension| pension.max(bw7::STATE_PENSION_EXCEPTION_FROM));
        matches!((from, day), (Some(from), Some(day)) if from <= day)
    }
}
