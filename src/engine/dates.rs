//! From the plan of a duty and the facts to its dates.

use super::context::EvalContext;
use super::count::Given;
use super::derivation::{Derived, NoDay};
use super::overrides::keep_sums;
use super::prolongation::Prolongation;
use super::sum::Start;
use super::trace::{Silent, Trace};
use super::weekend::NotExtended;
use crate::case::DeviationReason;
use crate::day::Day;
use crate::law::calendar;
use crate::law::{
    Actor, ClockKind, Duty, DutyPlan, Layer, Recurrence, Source, Version, VersionPlan, zw,
};
use alloc::vec::Vec;

/// The dates of a duty, with the version that gave them. Dates that would lie after the last sick
/// day are absent. The advised and the tolerated day follow from these, see [`EvalContext::advised`] and
/// [`EvalContext::tolerated`].
#[derive(Clone, Copy)]
pub(crate) struct Dates {
    pub(crate) version: &'static Version,
    pub(crate) opens: Option<Day>,
    pub(crate) due: Option<Day>,
    /// The due day under the text, when the parties agreed on another.
    pub(crate) original_due: Option<Day>,
    /// The words that gave the due day, and how strong they are.
    pub(crate) source: &'static Source,
    pub(crate) layer: Layer,
    /// Long absence was foreseen too late for a date.
    pub(crate) without_delay: bool,
    /// The parties agreed on the due day, for this reason.
    pub(crate) agreed: Option<DeviationReason>,
    /// While this duty is not met, it waits for it.
    pub(crate) awaits: Option<Duty>,
    /// The due day is not that of the first term, and neither is the day to plan on.
    pub(crate) renewed: bool,
    /// The first and the due day as they would be without a recovery.
    full: (Option<Day>, Option<Day>),
}

impl Dates {
    /// The law names no date, and the parties did not either.
    pub(crate) fn is_undetermined(&self) -> bool {
        self.without_delay && self.agreed.is_none()
    }

    /// Puts the due day off to a day to which the case comes too.
    pub(crate) fn put_off(&mut self, due: Day) {
        self.due = Some(due);
        self.full.1 = self.due;
    }

    /// The due day as it would be without a recovery.
    pub(crate) const fn full_due(&self) -> Option<Day> {
        self.full.1
    }

    /// Another rule gave the due day, by this version.
    pub(crate) fn is_given_by(&mut self, version: &'static Version) {
        self.source = &version.due.source;
        self.layer = version.due.layer;
    }
}

/// Dates that no recorded fact moved.
#[inline(always)]
fn untouched(
    version: &VersionPlan,
    (opens, due): (Option<Day>, Option<Day>),
    full: (Option<Day>, Option<Day>),
) -> Dates {
    Dates {
        version: version.version,
        opens,
        due,
        original_due: None,
        source: &version.version.due.source,
        layer: version.version.due.layer,
        without_delay: false,
        agreed: None,
        awaits: version.awaits,
        renewed: false,
        full,
    }
}

impl EvalContext<'_> {
    /// The dates of a duty; those of a series count from `start`. The steps to the due day are recorded.
    #[inline(never)]
    pub(crate) fn dates<T: Trace>(
        &self,
        plan: &DutyPlan,
        start: Option<&Start>,
        trace: &mut T,
    ) -> Dates {
        self.by_version(&plan.plan, |version| self.dates_by(plan, version, start, trace))
    }

    /// The same of a duty that is no series, without a call for the version in force: most lines are such.
    #[inline(always)]
    pub(crate) fn dates_of_line(&self, plan: &DutyPlan) -> Dates {
        let is_last = self.begins_after_versions(plan.clock(), plan.plan.settled_after)
            && !(plan.rule().when_extended.is_some() && self.is_extended());
        match is_last {
            true => self.dates_by(plan, &plan.plan.last, None, &mut Silent),
            false => self.dates(plan, None, &mut Silent),
        }
    }

    /// The dates of a duty that is not one of a series.
    pub(crate) fn dates_of(&self, duty: Duty) -> Option<Dates> {
        Some(self.dates(self.law.duty_plan(duty, self.regime())?, None, &mut Silent))
    }

    #[inline(always)]
    fn dates_by<T: Trace>(
        &self,
        plan: &DutyPlan,
        version: &VersionPlan,
        start: Option<&Start>,
        trace: &mut T,
    ) -> Dates {
        let rule = plan.rule();
        let given = Given { start, due: None };
        let due = self.evaluate(rule, &version.due, given, trace);
        trace.record(|steps| {
            if due.is_none() {
                steps.push(Derived::NoDay(self.why_no_day(version, given, rule.clock)));
            }
        });
        let given = Given { start, due };
        let opens = version.opens.as_ref();
        let opens = opens.and_then(|expr| self.evaluate(rule, expr, given, &mut Silent));
        if self.touched.meets(plan.touched_by) {
            let mut dates = untouched(version, (opens, due), (opens, due));
            self.apply_events(plan, version, start, &mut dates, trace);
            dates.due = self.not_before_benefit(plan, dates.due, trace);
            dates.full = (dates.opens, dates.due);
            dates.opens = self.reached_by(plan, dates.opens);
            dates.due = self.reached_by(plan, dates.due);
            self.trace_reached(&dates, trace);
            return dates;
        }
        let due = self.not_before_benefit(plan, due, trace);
        let reached = (self.reached_by(plan, opens), self.reached_by(plan, due));
        let dates = untouched(version, reached, (opens, due));
        self.trace_reached(&dates, trace);
        dates
    }

    /// What the UWV must do for who gets a sickness benefit is not due before the first day of that.
    #[inline]
    pub(crate) fn not_before_benefit<T: Trace>(
        &self,
        plan: &DutyPlan,
        due: Option<Day>,
        trace: &mut T,
    ) -> Option<Day> {
        let Some(day) = self.benefit_from else { return due };
        if plan.rule().actor != Actor::Uwv || due.is_none_or(|due| day <= due) {
            return due;
        }
        trace.record(|steps| {
            keep_sums(steps);
            let source = zw::BENEFIT_AFTER_EMPLOYMENT;
            steps.push(Derived::Prolonged(Prolongation::BenefitStarts { day, source }));
            steps.push(Derived::NotExtended { day, why: NotExtended::NoTerm });
        });
        Some(day)
    }

    fn trace_reached<T: Trace>(&self, dates: &Dates, trace: &mut T) {
        trace.record(|steps| {
            if let (None, Some(_), Some(last_sick_day)) = (dates.due, dates.full.1, self.last) {
                steps.push(Derived::NoDay(NoDay::NotReached { last_sick_day }));
            }
        });
    }

    /// Why a due day cannot be counted.
    fn why_no_day(&self, version: &VersionPlan, given: Given<'_>, clock: ClockKind) -> NoDay {
        match (self.anchor(version.due.from, clock, given), self.last) {
            (Some(_), Some(last_sick_day)) => NoDay::NotReached { last_sick_day },
            _ => NoDay::NothingToCountFrom,
        }
    }

    /// The day on which a duty opens, whether or not the case comes to it.
    pub(crate) fn trace_opens(
        &self,
        plan: &DutyPlan,
        start: Option<&Start>,
        dates: &Dates,
        steps: &mut Vec<Derived>,
    ) {
        let given = Given { start, due: dates.full.1 };
        self.by_version(&plan.plan, |version| match &version.opens {
            None => steps.push(Derived::NoDay(NoDay::NotInTheRule)),
            Some(expr) => {
                if self.evaluate(plan.rule(), expr, given, steps).is_none() {
                    steps.push(Derived::NoDay(NoDay::NothingToCountFrom));
                }
            }
        });
    }

    /// The day to plan on.
    #[inline(always)]
    pub(crate) fn advised<T: Trace>(
        &self,
        plan: &DutyPlan,
        start: Option<&Start>,
        dates: &Dates,
        trace: &mut T,
    ) -> Option<Day> {
        let (opens, due) = dates.full;
        let reached_due = dates.due?;
        // An agreed day does not move the advice; where the text gives no day there is none.
        let text_due = if dates.agreed.is_some() { dates.original_due } else { due };
        let has_own_entry = dates.version.advised.is_some() && !dates.renewed;
        let entry = match has_own_entry && text_due.is_some() {
            true => self.entry(plan, start, due, trace),
            false => text_due,
        };
        let latest = entry.map_or(reached_due, |entry| entry.min(reached_due));
        trace.record(|steps| {
            if steps.last().and_then(Derived::day) != Some(latest) {
                steps.push(Derived::NotAfter { day: latest });
            }
        });
        let stepped = self.working_day_before(latest, trace);
        // Nobody reports a recovery before it was told.
        let told = start.filter(|_| matches!(plan.rule().recurrence, Recurrence::PerRecovery(_)));
        let not_before = opens.max(told.map(|told| told.day));
        let advised = not_before.map_or(stepped, |day| stepped.max(day));
        trace.record(|steps| {
            if advised > stepped {
                steps.push(Derived::NotBefore { day: advised });
            }
        });
        self.reached_by(plan, Some(advised))
    }

    /// The day that the advice starts from.
    #[inline(never)]
    fn entry<T: Trace>(
        &self,
        plan: &DutyPlan,
        start: Option<&Start>,
        due: Option<Day>,
        trace: &mut T,
    ) -> Option<Day> {
        let given = Given { start, due };
        self.by_version(&plan.plan, |version| {
            self.evaluate(plan.rule(), version.advised.as_ref()?, given, trace)
        })
    }

    fn working_day_before<T: Trace>(&self, day: Day, trace: &mut T) -> Day {
        let to = calendar::on_or_before(day);
        trace.record(|steps| steps.push(Derived::WorkingDayBefore { from: day, to }));
        to
    }
}
