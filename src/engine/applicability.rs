//! How a line stands: whether its dates bind, wait for another duty, or do not hold in this case.

use super::context::EvalContext;
use super::dates::Dates;
use super::ends::Ends;
use super::standing::{OpenNorm, Reason, Standing};
use super::trace::Silent;
use crate::case::{Entitlement, EventKind};
use crate::day::Day;
use crate::law::{Anchor, Condition, Duty, DutyPlan, Force, Override, Recurrence, Touched, index};

/// What only a series knows of a line.
#[derive(Clone, Copy, Default)]
pub(crate) struct Series {
    /// Its day is planned: it will follow from that of another duty.
    pub(crate) waiting_for: Option<Duty>,
    /// The one before it has no day to count from.
    pub(crate) follows_nothing: bool,
}

/// Says of the lines of a case how they stand.
pub(crate) struct Applicability<'a, 'o> {
    pub(crate) context: &'o EvalContext<'a>,
    pub(crate) ends: &'o Ends,
    /// Nothing was recorded that takes a duty away or leaves it open.
    pub(crate) is_quiet: bool,
    /// The same, and nothing puts other days in the place of those in the rules, all in their last
    /// version and counted alike.
    pub(crate) is_plain: bool,
    /// The last day of what is paid, and the state pension day; for ever without one.
    pub(crate) paid_last: Day,
    pub(crate) pension: Day,
}

impl<'a, 'o> Applicability<'a, 'o> {
    pub(crate) fn new(context: &'o EvalContext<'a>, ends: &'o Ends) -> Self {
        let recorded = context.recorded;
        let is_quiet = context.benefit_from.is_none()
            && !context.touched.meets(Touched::FORESEEN.and(Touched::LEAVES_SICK))
            && recorded.first(EventKind::NoPossibilities).is_none()
            && ends.overs.answered.is_none()
            && context
                .facts
                .case
                .sickness_benefit_entitlement
                .is_none_or(|it| it == Entitlement::No)
            && ends.pension_cut.is_none()
            && ends.assessment_last.is_none()
            && !ends.wia_cannot_start
            && !context.is_domestic();
        let paid_last = match context.benefit_from {
            Some(_) => ends.benefit_last,
            None => [ends.benefit_last, ends.wages_last].into_iter().flatten().min(),
        };
        let pension = context.facts.case.state_pension_day;
        let is_plain = is_quiet
            && context.is_settled
            && context.touched == Touched::NOTHING
            && context.clocks.count_alike;
        Applicability {
            context,
            ends,
            is_quiet,
            is_plain,
            paid_last: paid_last.unwrap_or(Day::FOREVER),
            pension: pension.unwrap_or(Day::FOREVER),
        }
    }

    /// How a duty stands to which the case did not come: a relapse revives it, but not what lies after a
    /// payment that the case did come to.
    fn not_reached(&self, plan: &DutyPlan) -> Standing {
        match (self.ends.benefit_last, self.ends.wages_last) {
            (Some(_), _) if plan.employed => Standing::Lapsed(Reason::BenefitEnds),
            (None, Some(_)) if plan.employed => Standing::Lapsed(Reason::WagesEnd),
            _ => Standing::Paused,
        }
    }

    /// How a line stands.
    #[inline(always)]
    pub(crate) fn standing(
        &self,
        plan: &DutyPlan,
        dates: &Dates,
        met: Option<Day>,
        series: Series,
    ) -> Standing {
        if dates.is_undetermined() {
            let reason = self.not_applicable(plan, None).filter(|_| met.is_none());
            let undetermined = Standing::Undetermined(OpenNorm::WithoutDelay);
            return reason.map_or(undetermined, Standing::NotApplicable);
        }
        // Met in time is met, whatever came after. Met too late is judged only where it was due at all:
        // doing it must not be worse than leaving it.
        if met.is_some_and(|met| dates.due.is_none_or(|due| met <= due)) {
            return Standing::Stands;
        }
        let context = self.context;
        let is_held = context.is_settled || context.first > plan.held_after;
        let mut dateless = false;
        if !self.is_quiet || plan.has_special_condition || !is_held {
            if let Some(standing) = self.exception(plan, dates, series, &mut dateless) {
                return standing;
            }
        } else {
            // What alone can take it away before the payment ends.
            let not_before = dates.due.or_else(|| context.last.map(|last| last.plus(1)));
            if not_before.is_none_or(|day| day >= self.pension) {
                if let Some(reason) = self.not_applicable(plan, not_before) {
                    return Standing::NotApplicable(reason);
                }
            }
        }
        let earliest = match dates.due {
            None if dateless => context.recorded.first(EventKind::LongAbsenceForeseen),
            due => due,
        };
        if plan.employed && earliest.is_some_and(|day| day > self.paid_last) {
            return Standing::Lapsed(self.reason_of_unpaid(earliest));
        }
        if dates.due.is_none() && !dateless && context.last.is_some() && met.is_none() {
            return self.not_reached(plan);
        }
        if !self.is_quiet
            && self.hangs_on_entitlement(plan, Condition::NotEntitledToSicknessBenefit)
        {
            return Standing::Undetermined(OpenNorm::NoEntitlement);
        }
        let unmet = |duty: &Duty| context.met(*duty).is_none();
        let waiting_for = series.waiting_for.or_else(|| dates.awaits.filter(unmet));
        waiting_for.map_or(Standing::Stands, Standing::WaitingFor)
    }

    /// What something extraordinary that was recorded makes of a duty, apart from the end of the payment.
    #[inline(never)]
    fn exception(
        &self,
        plan: &DutyPlan,
        dates: &Dates,
        series: Series,
        dateless: &mut bool,
    ) -> Option<Standing> {
        if self.hangs_on_entitlement(plan, Condition::EntitledToSicknessBenefit) {
            return Some(Standing::Undetermined(OpenNorm::Entitlement));
        }
        // Absent because the duty that it follows has no date is not the same as paused.
        let follows_analysis = || {
            let analysis = self.context.law.roles().without_delay;
            dates.version.due.from == Anchor::MetOrPlanned(analysis)
                && dates.agreed.is_none()
                && self.analysis_is_dateless()
        };
        *dateless = dates.due.is_none() && (series.follows_nothing || follows_analysis());
        // The day from which on it could fall due, where its due day is absent: after the day on
        // which long absence was foreseen, or after recovery.
        let not_before = match dates.due {
            None if *dateless => self.context.recorded.first(EventKind::LongAbsenceForeseen),
            None => self.context.last.map(|last| last.plus(1)),
            due => due,
        };
        if let Some(reason) = self.not_applicable(plan, not_before) {
            return Some(Standing::NotApplicable(reason));
        }
        self.lapsed(plan, not_before).map(Standing::Lapsed)
    }

    /// Whether a duty has that condition, and nobody knows whether it is met.
    fn hangs_on_entitlement(&self, plan: &DutyPlan, condition: Condition) -> bool {
        self.entitlement() == Some(Entitlement::Unknown)
            && plan.rule().conditions.contains(&condition)
    }

    /// What ended before a day that lies after the payment.
    fn reason_of_unpaid(&self, day: Option<Day>) -> Reason {
        let by_benefit = self.ends.benefit_last.is_some_and(|last| day > Some(last));
        if by_benefit { Reason::BenefitEnds } else { Reason::WagesEnd }
    }

    /// Long absence was foreseen too late for a date, and the analysis is still to come: what
    /// counts from it has no date either.
    pub(crate) fn analysis_is_dateless(&self) -> bool {
        let context = self.context;
        let analysis = context.law.roles().without_delay;
        context.met(analysis).is_none()
            && context.touched.meets(Touched::FORESEEN)
            && context.dates_of(analysis).is_some_and(|dates| dates.is_undetermined())
    }

    /// The same of the plan, unless the parties agreed on a day for it.
    pub(crate) fn plan_is_dateless(&self) -> bool {
        let plan = || self.context.dates_of(self.context.law.roles().plan);
        self.analysis_is_dateless() && plan().is_some_and(|plan| plan.agreed.is_none())
    }

    /// Whether the employee is entitled to sickness benefit beside the wages.
    pub(crate) fn entitlement(&self) -> Option<Entitlement> {
        self.context.facts.case.sickness_benefit_entitlement
    }

    fn not_applicable(&self, plan: &DutyPlan, not_before: Option<Day>) -> Option<Reason> {
        let (context, rule) = (self.context, plan.rule());
        let leaves = context.anchors.leaves_with_report();
        if let Some(leaves) = leaves.filter(|_| rule.overrides.contains(&Override::LeavesWhileSick))
        {
            let first = context.day(index::REPORT_AT_END_OF_EMPLOYMENT, &mut Silent);
            if first.is_some_and(|first| leaves < first) {
                return Some(Reason::SickTooShort);
            }
        }
        rule.conditions.iter().find_map(|condition| match condition {
            Condition::PossibilitiesToReturn => {
                // What was due before stays due, and so does what is due after a newer opinion.
                (!context.sees_possibilities(not_before)).then_some(Reason::NoPossibilities)
            }
            Condition::BelowStatePensionAge => {
                context.is_past_state_pension_age(not_before).then_some(Reason::StatePensionAge)
            }
            Condition::FirstSickDayFrom(_) => {
                (!context.is_sick_since(*condition)).then_some(Reason::OldLaw)
            }
            Condition::WithoutEmployer => {
                let employed = context.facts.case.employment_last_day >= Some(context.first);
                employed.then_some(Reason::HadEmployer)
            }
            Condition::EntitledToSicknessBenefit => {
                (self.entitlement() == Some(Entitlement::No)).then_some(Reason::NotEntitled)
            }
            Condition::NotEntitledToSicknessBenefit => {
                (self.entitlement() == Some(Entitlement::Yes)).then_some(Reason::Entitled)
            }
            Condition::WagesExtended => (!self.ends.is_extended).then_some(Reason::NotExtended),
            Condition::WiaCanStart => self.ends.wia_cannot_start.then_some(Reason::WiaCannotStart),
            _ => None,
        })
    }

    fn lapsed(&self, plan: &DutyPlan, not_before: Option<Day>) -> Option<Reason> {
        let context = self.context;
        let is_after = |day: Day| not_before.is_some_and(|not_before| not_before > day);
        if let Recurrence::PerObjection { .. } = plan.rule().recurrence {
            // The UWV must answer an objection, whatever is paid.
            let died = context.facts.deceased().filter(|died| is_after(died.plus(-1)));
            return died.map(|_| Reason::Deceased);
        }
        let answered = self.ends.overs.answered;
        if let Some(over) = answered.filter(|over| is_after(over.from.plus(-1))) {
            return Some(over.reason.of_a_duty());
        }
        if let Some(leaves) = context.anchors.leaves_sick.filter(|_| plan.employed) {
            let lapses = match plan.rule().force {
                Force::PowerToProlongWages => {
                    context.anchors.delayed_end.is_none_or(|end| leaves <= end)
                }
                Force::Duty => is_after(leaves),
            };
            if lapses {
                return Some(Reason::EmploymentEnds);
            }
        }
        if self.ends.pension_cut.is_some_and(is_after) {
            return Some(Reason::StatePensionAge);
        }
        let after_employment = context.benefit_from.and(self.ends.benefit_last);
        if !plan.until_decided && after_employment.is_some_and(is_after) {
            return Some(Reason::BenefitEnds);
        }
        // WIA 23(5)(b): nothing runs on without a right to benefit.
        self.ends.assessment_last.is_some_and(is_after).then_some(Reason::BenefitEnds)
    }
}
