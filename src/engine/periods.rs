//! The last day of each payment and ban: its own term, then what prolongs it and what cuts it, one after the
//! other. Each function can record how it came to the day.

use super::context::EvalContext;
use super::count::Given;
use super::derivation::Derived;
use super::ends::Ends;
use super::events::earliest;
use super::overrides::keep_sums;
use super::prolongation::Prolongation;
use super::sum::{Start, StartKind};
use super::trace::{Silent, Trace};
use super::weekend::{NotExtended, never};
use crate::case::{Entitlement, EventKind, Leave};
use crate::day::Day;
use crate::law::termijnenwet::excluded_by;
use crate::law::{
    ClockKind, Milestone, Regime, Source, VersionPlan, bw7, index, only, position_of_milestone,
    wia, zw,
};
use alloc::vec::Vec;

/// The last day of a payment or ban.
pub(crate) struct Period {
    pub(crate) last: Option<Day>,
    /// It ends early because of the state pension age, by these words.
    pub(crate) pension_cut: Option<Day>,
    pub(crate) pension_source: Option<Source>,
    /// It would have run on if the employment had not ended.
    pub(crate) leaving_cuts: bool,
}

fn prolong<T: Trace>(trace: &mut T, prolonged: impl FnOnce() -> Prolongation) {
    trace.record(|steps| {
        keep_sums(steps);
        steps.push(Derived::Prolonged(prolonged()));
    });
}

impl EvalContext<'_> {
    /// A day, or the end of a voluntary extension that reaches beyond it.
    pub(crate) fn extended<T: Trace>(&self, day: Day, source: Source, trace: &mut T) -> Day {
        let Some(until) = self.anchors.extension_end.filter(|until| *until > day) else {
            return day;
        };
        let shortened_on = self.anchors.shortened_on;
        prolong(trace, || Prolongation::Extension { shortened_on, until, source });
        until
    }

    /// A day, later by the days that the claim was late.
    pub(crate) fn delayed<T: Trace>(
        &self,
        day: Option<Day>,
        source: Source,
        trace: &mut T,
    ) -> Option<Day> {
        let (day, late) = (day?, self.anchors.days_late);
        let until = self.facts.run_on(day, late);
        if late > 0 {
            prolong(trace, || {
                let leave_days = until.days_since(day) - late;
                let (days, leave_days) = (late.unsigned_abs(), leave_days.unsigned_abs());
                Prolongation::LateClaim { days, leave_days, until, source }
            });
        }
        self.reached(Some(until))
    }

    /// The last day of the wages, later by the days that a report was late, where a former version says so.
    fn late_report<T: Trace>(&self, day: Option<Day>, trace: &mut T) -> Option<Day> {
        let day = day?;
        // A last version says so of no report, and who is entitled to sickness benefit has none (ZW 38(4)).
        let entitled = self.facts.case.sickness_benefit_entitlement == Some(Entitlement::Yes);
        if self.is_settled || entitled {
            return Some(day);
        }
        let plans = self.law.duty_plans(self.regime()).iter().filter(|plan| plan.comes_once);
        let late = plans.filter_map(|plan| {
            let words = |version: &VersionPlan| version.version.late_prolongs_wages;
            let source = self.by_version(&plan.plan, words)?;
            let (dates, met) = (self.dates(plan, None, &mut Silent), self.met(plan.duty)?);
            let tolerated = self.tolerated(plan, None, &dates, &mut Silent);
            // An employment that ended by then took the duty away.
            let due =
                dates.due.filter(|due| self.anchors.leaves_sick.is_none_or(|it| *due <= it))?;
            let late = met.days_since(due);
            (late > 0 && tolerated.is_none_or(|last| met > last)).then_some((late, source))
        });
        let mut until = day;
        for (late, source) in late {
            let from = until;
            until = self.facts.run_on(from, late);
            let leave_days = (until.days_since(from) - late).unsigned_abs();
            let days = late.unsigned_abs();
            prolong(trace, || Prolongation::LateReport { days, leave_days, until, source });
        }
        Some(until)
    }

    /// A day, later by the days of the wage sanction.
    fn sanctioned<T: Trace>(&self, day: Option<Day>, source: Source, trace: &mut T) -> Option<Day> {
        let anchors = &self.anchors;
        let until = match (anchors.delayed_end, anchors.sanction_end) {
            (Some(end), Some(last)) => day?.plus(last.days_since(end)),
            _ => day?,
        };
        let sanction = anchors.sanction;
        if let Some((sanction, (first, last))) = sanction.and_then(|it| Some((it, it.whole()?))) {
            prolong(trace, || Prolongation::Sanction {
                first,
                last,
                days: sanction.days(),
                shortened: sanction.days_shortened(),
                repaired: anchors.repair_established,
                until,
                source,
            });
        }
        Some(until)
    }

    /// The last day of the waiting period, or of the voluntary extension.
    fn waiting<T: Trace>(&self, trace: &mut T) -> Option<Day> {
        let last = self.reached(self.day(index::WAITING_PERIOD, trace))?;
        trace.record(|steps| {
            if let Some(Derived::Sum(sum)) = steps.first_mut() {
                sum.start.kind = StartKind::WaitingPeriod;
            }
        });
        Some(self.extended(last, bw7::EXTENSION_PROLONGS_WAGES, trace))
    }

    /// How the end was found that a term counts from.
    pub(crate) fn trace_end(&self, with_delay: bool, steps: &mut Vec<Derived>) {
        let mut own = Vec::new();
        let end = self.waiting(&mut own);
        if with_delay {
            self.delayed(end, bw7::LATE_CLAIM_PROLONGS_WAGES, &mut own);
        }
        keep_sums(&mut own);
        steps.extend(own);
    }

    /// What the end is that a term counts from.
    pub(crate) fn kind_of_end(&self) -> StartKind {
        let waiting = self.day(index::WAITING_PERIOD, &mut Silent);
        match (self.anchors.end, waiting) {
            (Some(end), Some(waiting)) if waiting < end => StartKind::EndOfExtension,
            _ => StartKind::EndOfWaitingPeriod,
        }
    }

    /// The same, with the days that the claim was late.
    pub(crate) fn kind_of_delayed_end(&self) -> StartKind {
        match self.anchors.days_late {
            0 => self.kind_of_end(),
            late => StartKind::DelayedEnd { days_late: late.unsigned_abs() },
        }
    }

    /// The first day on which a WIA benefit can start, apart from the state pension age.
    pub(crate) fn wia_start<T: Trace>(&self, trace: &mut T) -> Option<Day> {
        let end = match self.granted_early(trace) {
            Some(early) => early,
            None => {
                trace.record(|steps| self.trace_end(true, steps));
                let end = self.anchors.delayed_end;
                self.reached(self.sanctioned(end, bw7::EXTENSION_PROLONGS_WAGES, trace))?
            }
        };
        let day = end.plus(1);
        prolong(trace, || Prolongation::DayAfter { day });
        self.reached(Some(day))
    }

    /// The wages have a clock of their own, and run on by the same days.
    pub(crate) fn wages<T: Trace>(&self, trace: &mut T) -> Period {
        if self.is_domestic() {
            return self.domestic_wages(trace);
        }
        let period = self.reached(self.day(index::WAGE_PERIOD, trace));
        let end = period.map(|last| self.extended(last, bw7::EXTENSION_PROLONGS_WAGES, trace));
        let end = self.late_report(self.reached(end), trace);
        let end = self.delayed(self.reached(end), bw7::LATE_CLAIM_PROLONGS_WAGES, trace);
        let full = self.sanctioned(end, bw7::EXTENSION_PROLONGS_WAGES, trace);
        self.cut_wages(period, full, trace)
    }

    /// The employee is domestic staff of the employer.
    pub(crate) fn is_domestic(&self) -> bool {
        self.regime() == Regime::Employer && self.facts.case.wage_terms.is_domestic()
    }

    /// Six weeks, which nothing prolongs: art. 629(11) speaks of the 104 weeks of art. 629(1).
    fn domestic_wages<T: Trace>(&self, trace: &mut T) -> Period {
        let period = self.reached(self.day(index::DOMESTIC_STAFF_WAGES, trace));
        self.cut_wages(period, period, trace)
    }

    /// What cuts the wages.
    fn cut_wages<T: Trace>(&self, period: Option<Day>, full: Option<Day>, trace: &mut T) -> Period {
        let first = self.clock(ClockKind::Wages).first_sick_day();
        let position = index::STATE_PENSION_WAGES;
        let (last, source) = self.cut_at_state_pension(position, first, period, full, trace);
        let leaves = self.anchors.leaves_sick;
        // A sanction that ends with the employment has taken the days after it away already.
        let cuts = |leaves: Day, last: Option<Day>| {
            last.is_none_or(|last| {
                leaves < last || leaves == last && self.anchors.leaves_in_sanction
            })
        };
        let leaving_cuts = leaves.is_some_and(|leaves| cuts(leaves, self.reached(last)));
        if let Some(until) = leaves.filter(|leaves| cuts(*leaves, last)) {
            let source = bw7::WAGES_OF_AN_EMPLOYEE;
            prolong(trace, || Prolongation::EmploymentEnd { until, source });
        }
        let pension_cut = self.reached(last).filter(|last| full.is_none_or(|full| *last < full));
        Period {
            last: self.until_death(self.reached(earliest(last, leaves)), trace),
            pension_cut,
            pension_source: pension_cut.and(source),
            leaving_cuts,
        }
    }

    /// The dismissal ban runs on by the days of what prolongs the wages.
    pub(crate) fn dismissal_ban<T: Trace>(&self, trace: &mut T) -> Period {
        let two_years = self.day(index::DISMISSAL_BAN, trace);
        let (late, days) = (self.anchors.days_late, self.anchors.prolongation);
        let full = two_years.map(|last| self.facts.run_on(last, days));
        trace.record(|steps| {
            if let Some((last, until)) = two_years.zip(full).filter(|_| days > 0) {
                let sanction = self.anchors.sanction.filter(|sanction| sanction.whole().is_some());
                let sanction = sanction.map_or(0, |sanction| sanction.days());
                let (days, late) = (days.unsigned_abs(), late.unsigned_abs());
                let prolonged = if days == late {
                    let leave_days = until.days_since(last).unsigned_abs() - days;
                    let source = bw7::BAN_PROLONGED;
                    Prolongation::LateClaim { days, leave_days, until, source }
                } else {
                    let source = bw7::EXTENSION_PROLONGS_BAN;
                    let extended = days.saturating_sub(late + sanction);
                    Prolongation::RunsOn { late, extended, sanction, until, source }
                };
                keep_sums(steps);
                steps.push(Derived::Prolonged(prolonged));
            }
        });
        let first = self.clock(ClockKind::DismissalBan).first_sick_day();
        let position = index::STATE_PENSION_DISMISSAL_BAN;
        let (last, source) = self.cut_at_state_pension(position, first, two_years, full, trace);
        let (last, full) = (self.reached(last), self.reached(full));
        let pension_cut = last.filter(|last| full.is_none_or(|full| *last < full));
        Period { last, pension_cut, pension_source: pension_cut.and(source), leaving_cuts: false }
    }

    /// From the state pension age on a short period holds instead, never beyond `cap`; reached after
    /// `cap`, in a prolongation, nothing is left from that day on (BW 7:629(2), 7:670(1)).
    fn cut_at_state_pension<T: Trace>(
        &self,
        position: usize,
        first: Option<Day>,
        cap: Option<Day>,
        full: Option<Day>,
        trace: &mut T,
    ) -> (Option<Day>, Option<Source>) {
        let (Some(reached), Some(first)) = (self.facts.case.state_pension_day, first) else {
            return (full, None);
        };
        // What ends before that day is not cut by it.
        if full.map_or(self.through < reached.plus(-1), |full| full < reached) {
            return (full, None);
        }
        let own = EvalContext { first, ..*self };
        let (plan, version) = (own.plan_of(position), own.version_of(position));
        let start = own.anchor(version.due.from, plan.rule.clock, Given::NOTHING);
        let short = own.day(position, &mut Silent);
        let limited =
            earliest(short, cap).map(|last| start.map_or(last, |day| last.max(day.plus(-1))));
        let is_cut = |until: &Day| full.is_none_or(|full| *until < full);
        let source = version.due.source;
        if let Some(until) = limited.filter(|until| is_cut(until) && *until <= self.through) {
            trace.record(|steps| {
                if limited == short {
                    keep_sums(steps);
                    own.day(position, steps);
                }
            });
            let bound = Some(&version.due);
            prolong(trace, || Prolongation::StatePension { reached, until, source, bound });
        }
        (earliest(full, limited), Some(source))
    }

    /// The sickness benefit (ZW 29(4), 29(5), 29(10), 19aa(2)).
    pub(crate) fn benefit<T: Trace>(&self, trace: &mut T) -> Period {
        let weeks = self.reached(self.day(index::SICKNESS_BENEFIT, trace));
        let full = self.delayed(weeks, zw::LATE_CLAIM_PROLONGS_BENEFIT, trace);
        let full = self.sanctioned(full, wia::AT_MOST_52_WEEKS, trace);
        let (at_pension, source) = match self.facts.case.state_pension_day {
            Some(pension) if pension <= self.first => (
                self.day(index::STATE_PENSION_BENEFIT, &mut Silent),
                self.version_of(index::STATE_PENSION_BENEFIT).due.source,
            ),
            Some(pension) => (Some(pension.plus(-1)), zw::NO_BENEFIT_FROM_STATE_PENSION_AGE),
            None => (None, zw::NO_BENEFIT_FROM_STATE_PENSION_AGE),
        };
        if let Some(until) =
            at_pension.filter(|day| full.is_none_or(|full| *day < full) && *day <= self.through)
        {
            let reached = self.facts.case.state_pension_day.unwrap_or(until);
            trace.record(|steps| {
                if reached <= self.first {
                    keep_sums(steps);
                    self.day(index::STATE_PENSION_BENEFIT, steps);
                }
            });
            let bound = None;
            prolong(trace, || Prolongation::StatePension { reached, until, source, bound });
        }
        let last = earliest(full, at_pension);
        let pension_cut = self.reached(last).filter(|last| full.is_none_or(|full| *last < full));
        let assessed = self.anchors.able_to_earn.and_then(|_| {
            self.reached(self.day(index::END_OF_BENEFIT_AFTER_ASSESSMENT, &mut Silent))
        });
        if let Some(until) = assessed.filter(|day| last.is_none_or(|last| *day < last)) {
            trace.record(|steps| {
                keep_sums(steps);
                self.day(index::END_OF_BENEFIT_AFTER_ASSESSMENT, steps);
            });
            prolong(trace, || self.assessment(until));
        }
        let last = self.until_death(self.reached(earliest(last, assessed)), trace);
        Period { last, pension_cut, pension_source: None, leaving_cuts: false }
    }

    /// The last day of a payment, or the day of death where that comes first and the employee is sick on it.
    fn until_death<T: Trace>(&self, last: Option<Day>, trace: &mut T) -> Option<Day> {
        let died = self.facts.deceased().filter(|died| self.last == Some(*died));
        if let Some(until) = died.filter(|_| last.is_none()) {
            let source = bw7::ENDS_BY_DEATH;
            prolong(trace, || Prolongation::Death { until, source });
        }
        last.or(died)
    }

    fn assessment(&self, until: Day) -> Prolongation {
        let version = self.law.only(only::END_OF_BENEFIT_AFTER_ASSESSMENT);
        Prolongation::Assessment { until, source: version.due.source }
    }

    /// A shortened waiting period ends ten weeks after the claim and after 13 weeks at the earliest.
    pub(crate) fn shortened_waiting<T: Trace>(&self, trace: &mut T) -> Option<Day> {
        let claim = self.recorded.first(EventKind::EarlyIvaClaim)?;
        let start = Start { day: claim, kind: StartKind::Requested };
        let lead = self.day_from(index::EARLY_IVA_LEAD, start, &mut Silent)?;
        let shortest = self.day(index::EARLY_IVA_SHORTEST, &mut Silent)?;
        trace.record(|steps| {
            if lead < shortest {
                self.day(index::EARLY_IVA_SHORTEST, steps);
            } else {
                self.day_from(index::EARLY_IVA_LEAD, start, steps);
            }
        });
        self.reached(Some(lead.max(shortest)))
    }

    /// The end of the waiting period that a grant of an early claim shortened.
    pub(crate) fn granted_early<T: Trace>(&self, trace: &mut T) -> Option<Day> {
        let early = self.recorded.first(EventKind::EarlyIvaClaim)?;
        let granted = self.recorded.first(EventKind::WiaGranted)?;
        let is_on_it = early <= granted && self.recorded.early_refused.is_none();
        if is_on_it { self.shortened_waiting(trace) } else { None }
    }

    /// The last day on which a relapse continues the case: so many days after the last sick day, which may lie
    /// in leave, or the day after a leave that directly follows it. Where it was decided that the leave
    /// separates, what is recorded in it is no sickness, and a sickness that begins in it is a new case.
    pub(crate) fn relapse_window<T: Trace>(&self, trace: &mut T) -> Option<Day> {
        let last = self.last?;
        let limit = self.law.only(only::RELAPSE_WINDOW).due.term.days();
        trace.record(|steps| {
            self.day(index::RELAPSE_WINDOW, steps);
        });
        let sick_through = self.sick_through(last);
        let (through, source) = self.latest_relapse(last, sick_through, limit);
        if through > last.plus(limit) {
            let days = through.days_since(last.plus(limit)).unsigned_abs();
            prolong(trace, || Prolongation::Leave { days, until: through, source });
        }
        let day = self.separating_leave(through).map_or(through, |first| first.plus(-1));
        if day < through {
            prolong(trace, || Prolongation::Separated { until: day });
        }
        Some(day).filter(|day| *day > last)
    }

    /// The last sick day, which may lie in leave after the last counted one.
    fn sick_through(&self, last: Day) -> Day {
        let waiting = ClockKind::WaitingPeriod;
        let separates = |leave: Leave| leave.was_decided_to_separate();
        let lasts = |recorded: &Day| {
            *recorded > last
                && !self.facts.leave_in(last.plus(1), *recorded).any(separates)
                && self.facts.continues(self.law, waiting, last, recorded.plus(1))
        };
        self.facts.spells().map(|spell| spell.last).filter(lasts).last().unwrap_or(last)
    }

    /// The first day of the whole leave around a day, where it was decided that it separates.
    fn separating_leave(&self, day: Day) -> Option<Day> {
        let (first, last) = self.facts.whole_leave(self.facts.leave_in(day, day).next()?);
        let separates = |leave: Leave| leave.was_decided_to_separate();
        self.facts.leave_in(first, last).any(separates).then_some(first)
    }

    /// The last day on which a relapse joins, and what puts it off where leave does.
    fn latest_relapse(&self, last: Day, sick_through: Day, limit: i32) -> (Day, Source) {
        let mut through = sick_through.plus(limit);
        let mut put_off_by = wia::ADDS_UP_ACROSS_LEAVE;
        let next = sick_through.plus(1);
        let leave = self.facts.leave_in(next, next).next();
        if let Some(leave) = leave.filter(|_| self.separating_leave(next).is_none()) {
            through = through.max(self.facts.whole_leave(leave).1.plus(1));
        }
        // An interruption that ends before the law changed, so a relapse on that day at the latest.
        let before = self.law.joined_outside_leave(ClockKind::WaitingPeriod);
        if let Some((rule, changed)) = before.filter(|(_, changed)| last < *changed) {
            let outside_leave = self.facts.run_on(last, rule.term.days()).min(changed);
            // A sickness that begins in leave counts after it only.
            let leave = self.facts.leave_in(outside_leave, outside_leave).next();
            let day_before = |leave: Leave| self.facts.whole_leave(leave).0.plus(-1);
            let outside_leave = leave.map_or(outside_leave, day_before);
            if outside_leave > through {
                (through, put_off_by) = (outside_leave, rule.source);
            }
        }
        (through, put_off_by)
    }

    /// The last day of the dismissal ban after the last leave of the case: six weeks after it, or after the
    /// sickness that adjoins it. None while that sickness goes on, and where the employment ends before.
    pub(crate) fn leave_ban<T: Trace>(&self, trace: &mut T) -> Option<Day> {
        let plan = self.law.rule_plan(index::LEAVE_BAN, self.regime())?;
        let touches = |leave: &Leave| leave.last >= self.first.plus(-1);
        let leave = self.facts.leave().rev().find(touches)?;
        let after = leave.last.plus(1);
        let mut spells = self.facts.spells();
        let adjoining = spells.find(|spell| spell.first <= after && after <= spell.last);
        let start = match adjoining {
            Some(spell) if spell.last == Day::FOREVER => return None,
            Some(spell) => Start { day: spell.last.plus(1), kind: StartKind::DayAfterSickness },
            None => Start { day: after, kind: StartKind::DayAfterLeave },
        };
        let last = self.due(plan, Given { start: Some(&start), due: None }, trace);
        let employment = self.facts.case.employment_last_day;
        last.filter(|last| employment.is_none_or(|employment| *last <= employment))
    }

    /// How a milestone was found.
    pub(crate) fn trace_milestone(
        &self,
        ends: &Ends,
        milestone: Milestone,
        steps: &mut Vec<Derived>,
    ) {
        let after_employment = if ends.benefit_follows { self.following() } else { None };
        let paying = after_employment.as_ref().unwrap_or(self);
        match milestone {
            Milestone::END_OF_WAGES => drop(self.wages(steps)),
            Milestone::WIA_START => drop(self.wia_start(steps)),
            Milestone::END_OF_DISMISSAL_BAN => drop(self.dismissal_ban(steps)),
            Milestone::END_OF_SICKNESS_BENEFIT => drop(paying.benefit(steps)),
            Milestone::RELAPSE_WINDOW => drop(self.relapse_window(steps)),
            Milestone::END_OF_WAITING_PERIOD if self.granted_early(steps).is_some() => {}
            Milestone::LEAVE_BAN => drop(self.leave_ban(steps)),
            Milestone::WIA_LOOK_BACK => {
                self.wia_start(steps);
                self.day(index::WIA_LOOK_BACK, steps);
            }
            other => {
                let position = position_of_milestone(other);
                let day = position.and_then(|position| {
                    self.day(position, steps).or_else(|| paying.day(position, steps))
                });
                let is_cut = |until: &Day| day.is_some_and(|day| *until < day);
                let until = ends.assessment_last.filter(is_cut);
                if let Some(until) = until.filter(|_| other == Milestone::EARLY_IVA_LAST_CLAIM) {
                    prolong(steps, || self.assessment(until));
                }
            }
        }
        keep_sums(steps);
        if let Some(day) = steps.last().and_then(Derived::day) {
            steps.push(Derived::NotExtended { day, why: never_moves(steps) });
        }
    }
}

/// Why the day of a milestone does not move to a working day, whatever day it is: by what it ends with.
fn never_moves(steps: &[Derived]) -> NotExtended {
    match steps.last() {
        Some(Derived::Prolonged(Prolongation::StatePension { source, .. })) => {
            let source = excluded_by(*source);
            source.map_or(NotExtended::NoTerm, |source| NotExtended::Excluded { source })
        }
        Some(Derived::Prolonged(
            Prolongation::EmploymentEnd { .. }
            | Prolongation::Death { .. }
            | Prolongation::DayAfter { .. },
        )) => NotExtended::NoTerm,
        _ => {
            let bound = steps.iter().rev().find_map(|step| match step {
                Derived::Sum(sum) => Some(sum.bound),
                _ => None,
            });
            bound.map_or(NotExtended::NoTerm, never)
        }
    }
}
