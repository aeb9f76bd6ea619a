//! One line per duty: its dates, whether it was met, and how it stands.

use super::dates::{Dates, Frame, last_version};
use super::ends::{Ends, repair_decisions, repair_notices};
use super::obligation::{OpenNorm, Reason, Standing};
use crate::case::{Entitlement, EventKind, InterviewRhythm};
use crate::day::Day;
use crate::law::{Anchor, Condition, Duty, Op, Rule, Step, Touched, index};

/// One duty, before anybody asks for its advised and its tolerated day.
pub(super) struct Line<'a> {
    pub(super) step: &'a Step,
    pub(super) number: u16,
    pub(super) dates: Dates,
    pub(super) met: Option<Day>,
    pub(super) standing: Standing,
}

impl Line<'_> {
    /// What never falls due has no dates.
    pub(super) const fn is_gone(&self) -> bool {
        matches!(self.standing, Standing::NotApplicable(_) | Standing::Lapsed(_))
    }
}

/// Takes the lines one by one.
pub(super) trait Sink {
    fn line(&mut self, frame: &Frame<'_>, line: &Line<'_>);

    /// Whether the planned lines of a series are wanted that wait for the first one that was not met.
    fn wants_waiting(&self) -> bool;
}

/// Writes one line per duty.
pub(super) struct Lines<'a, 'o, S> {
    pub(super) frame: &'o Frame<'a>,
    pub(super) ends: &'o Ends,
    pub(super) out: &'o mut S,
    /// Nothing was recorded that takes a duty away or leaves it open.
    is_quiet: bool,
}

impl<'a, 'o, S: Sink> Lines<'a, 'o, S> {
    pub(super) fn new(frame: &'o Frame<'a>, ends: &'o Ends, out: &'o mut S) -> Self {
        let recorded = frame.recorded;
        let is_quiet = !frame.touched.meets(Touched::FORESEEN.and(Touched::LEAVES_SICK))
            && recorded.no_possibilities.is_none()
            && recorded.wia_granted.is_none()
            && recorded.deceased.is_none()
            && ends.pension_cut.is_none()
            && ends.assessment_last.is_none()
            && !ends.wia_cannot_start;
        Lines { frame, ends, out, is_quiet }
    }

    pub(super) fn write(mut self) {
        let frame = self.frame;
        for step in frame.law.steps(frame.regime()) {
            self.write_step(step);
        }
    }

    /// The lines of one duty.
    pub(super) fn write_step(&mut self, step: &Step) {
        let frame = self.frame;
        match step.duty {
            Duty::PROGRESS_INTERVIEW => self.interviews(step),
            Duty::REPAIR_DECISION => self.repair_decisions(step),
            Duty::RECALIBRATION => self.recalibrations(step),
            Duty::LEAVE_FOLLOW_ON_FORM => self.leave_follow_ons(step),
            Duty::END_OF_EMPLOYMENT_REPORT if frame.anchors.leaves_sick.is_none() => {}
            Duty::ENTITLEMENT_REPORT if self.entitlement().is_none() => {}
            Duty::OWN_RISK_REPORT if frame.anchors.employment_end.is_none() => {}
            _ => {
                let met = frame.recorded.met_code(step.code);
                self.push(step, 1, frame.dates(step), met, None);
            }
        }
    }

    fn push(
        &mut self,
        step: &Step,
        number: u16,
        dates: Dates,
        met: Option<Day>,
        waiting_for: Option<Duty>,
    ) {
        let standing = self.standing(step, &dates, met, waiting_for);
        self.out.line(self.frame, &Line { step, number, dates, met, standing });
    }

    /// One line per interview, up to the end of the wages. Planned ones wait for the one before.
    fn interviews(&mut self, step: &Step) {
        let (frame, rule) = (self.frame, step.rule);
        let is_short = frame.is_short(step) && step.opens == Op::Never;
        let plan = frame.met(Duty::PLAN_OF_ACTION);
        let held = || {
            frame.recorded.events.iter().filter(move |event| {
                event.kind == EventKind::Interview && plan.is_none_or(|plan| event.on >= plan)
            })
        };
        let plan_is_dateless = plan.is_none()
            && self.analysis_is_dateless()
            && frame.dates_of(Duty::PLAN_OF_ACTION).is_some_and(|plan| plan.agreed.is_none());
        let rolling = frame.facts.case.interviews == InterviewRhythm::Rolling;
        let mut held_in_order = held().map(|event| event.on);
        let mut base = frame.met_or_planned(Duty::PLAN_OF_ACTION);
        let mut previous_met = true;
        for number in 1..=u16::MAX {
            let dates = match base {
                Some(_) if is_short => {
                    let due = frame.reckon(rule, step.due, base);
                    frame.untouched(last_version(rule), None, due)
                }
                Some(base) => frame.dates_from(rule, base),
                None => Dates { follows_nothing: plan_is_dateless, ..frame.dates(step) },
            };
            let beyond = match (dates.due, self.ends.paid_last()) {
                (Some(due), Some(last)) => due > last,
                // After recovery it would be due later still.
                (None, Some(_)) => base.is_some() || !plan_is_dateless,
                (_, None) => false,
            };
            if beyond {
                break;
            }
            let met = if rolling {
                held_in_order.next()
            } else {
                base.and_then(|base| held().map(|event| event.on).find(|on| *on > base))
            };
            let waiting_for = match plan {
                None if number == 1 || !rolling => Some(Duty::PLAN_OF_ACTION),
                _ if rolling && !previous_met => Some(Duty::PROGRESS_INTERVIEW),
                _ => None,
            };
            self.push(step, number, dates, met, waiting_for);
            if rolling && met.is_none() && !self.out.wants_waiting() {
                break;
            }
            previous_met = met.is_some();
            base = if rolling { met.or(dates.due) } else { dates.due };
            if dates.due.is_none() && (met.is_none() || !rolling) {
                break;
            }
        }
    }

    /// Whether the employee is entitled to sickness benefit beside the wages.
    fn entitlement(&self) -> Option<Entitlement> {
        self.frame.facts.case.sickness_benefit_entitlement
    }

    /// One line after every 26 weeks, up to the end of the sickness benefit. The n-th that was held
    /// is the n-th.
    fn recalibrations(&mut self, step: &Step) {
        let (frame, rule) = (self.frame, step.rule);
        let mut held = frame
            .recorded
            .events
            .iter()
            .filter(|event| event.kind == EventKind::Met(Duty::RECALIBRATION))
            .map(|event| event.on);
        let mut start = frame.first;
        for number in 1..=u16::MAX {
            let dates = frame.dates_from(rule, start);
            let last = self.ends.benefit_last;
            if number > 1 && dates.due.zip(last).is_some_and(|(due, last)| due > last) {
                break;
            }
            self.push(step, number, dates, held.next(), None);
            let Some(due) = dates.due else { break };
            start = due;
        }
    }

    /// One line per leave that the sickness goes on after, when the 42nd-week report came before it.
    fn leave_follow_ons(&mut self, step: &Step) {
        let (frame, rule) = (self.frame, step.rule);
        let Some(report) = frame.met(Duty::UWV_SICKNESS_REPORT) else { return };
        let clock = frame.clock(rule.clock);
        let leaves = frame.facts.leave().filter(|leave| {
            let (before, after) = (leave.first.plus(-1), leave.last.plus(1));
            clock.counts(before) && clock.counts(after) && report < leave.first
        });
        for (number, leave) in (1..=u16::MAX).zip(leaves) {
            let next = frame.facts.leave().find(|next| next.first > leave.last);
            let sent = frame.recorded.from(leave.first).iter().find(|event| {
                event.kind == EventKind::Met(Duty::LEAVE_FOLLOW_ON_FORM)
                    && next.is_none_or(|next| event.on < next.first)
            });
            let dates = frame.dates_from(rule, leave.last.plus(1));
            let met = sent.map(|event| event.on);
            self.push(step, number, dates, met, None);
        }
    }

    /// One line per notice of repair.
    fn repair_decisions(&mut self, step: &Step) {
        let (frame, rule) = (self.frame, step.rule);
        for (number, notified) in (1..=u16::MAX).zip(repair_notices(frame)) {
            let answer = repair_decisions(frame).find(|answer| answer.notified == notified);
            let dates = frame.dates_from(rule, notified);
            let met = answer.map(|answer| answer.decided);
            self.push(step, number, dates, met, None);
        }
    }

    fn standing(
        &self,
        step: &Step,
        dates: &Dates,
        met: Option<Day>,
        waiting_for: Option<Duty>,
    ) -> Standing {
        if let Some(standing) = self.quiet_standing(step, dates, met, waiting_for) {
            return standing;
        }
        let (rule, duty) = (step.rule, step.duty);
        if dates.is_undetermined() {
            return Standing::Undetermined(OpenNorm::WithoutDelay);
        }
        // Met in time is met, whatever came after. Met too late is judged only where it was due at all:
        // doing it must not be worse than leaving it.
        if met.is_some_and(|met| dates.due.is_none_or(|due| met <= due)) {
            return Standing::Stands;
        }
        if duty == Duty::ENTITLEMENT_REPORT && self.entitlement() == Some(Entitlement::Unknown) {
            return Standing::Undetermined(OpenNorm::Entitlement);
        }
        // Absent because the duty that it follows has no date is not the same as paused.
        let follows_analysis = || {
            rule.versions[0].due.from == Anchor::MetOrPlanned(Duty::PROBLEM_ANALYSIS)
                && dates.agreed.is_none()
                && self.analysis_is_dateless()
        };
        let dateless = dates.due.is_none() && (dates.follows_nothing || follows_analysis());
        // The day from which on it could fall due, where its due day is absent: after the day on
        // which long absence was foreseen, or after recovery.
        let not_before = match dates.due {
            None if dateless => self.frame.recorded.long_absence_foreseen,
            None => self.frame.last.map(|last| last.plus(1)),
            due => due,
        };
        if let Some(reason) = self.not_applicable(rule, duty, not_before) {
            return Standing::NotApplicable(reason);
        }
        if let Some(reason) = self.lapsed(step, dates.due, not_before) {
            return Standing::Lapsed(reason);
        }
        if dates.due.is_none() && !dateless && self.frame.last.is_some() && met.is_none() {
            return Standing::Paused;
        }
        if let Some(duty) = waiting_for {
            return Standing::WaitingFor(duty);
        }
        match dates.version.opens.as_ref().map(|bound| bound.from) {
            Some(Anchor::Met(awaited)) if self.frame.met(awaited).is_none() => {
                Standing::WaitingFor(awaited)
            }
            _ => Standing::Stands,
        }
    }

    /// The same as [`standing`](Self::standing) where nothing can take the duty away but the end of the
    /// payment; none where something can.
    fn quiet_standing(
        &self,
        step: &Step,
        dates: &Dates,
        met: Option<Day>,
        waiting_for: Option<Duty>,
    ) -> Option<Standing> {
        if !self.is_quiet || step.has_special_condition {
            return None;
        }
        if met.is_some_and(|met| dates.due.is_none_or(|due| met <= due)) {
            return Some(Standing::Stands);
        }
        let falls_due = match dates.due {
            Some(due) => due,
            None => self.frame.last?.plus(1),
        };
        if self.frame.facts.case.state_pension_day.is_some_and(|pension| pension <= falls_due) {
            return None;
        }
        let Some(due) = dates.due else { return Some(Standing::Paused) };
        if step.employed && self.ends.benefit_last.is_some_and(|last| due > last) {
            return Some(Standing::Lapsed(Reason::BenefitEnds));
        }
        if step.employed && self.ends.wages_last.is_some_and(|last| due > last) {
            return Some(Standing::Lapsed(Reason::WagesEnd));
        }
        let awaited = match dates.version.opens.as_ref().map(|bound| bound.from) {
            Some(Anchor::Met(awaited)) if self.frame.met(awaited).is_none() => Some(awaited),
            _ => None,
        };
        Some(waiting_for.or(awaited).map_or(Standing::Stands, Standing::WaitingFor))
    }

    /// Long absence was foreseen too late for a date, and the analysis is still to come: what
    /// counts from it has no date either.
    fn analysis_is_dateless(&self) -> bool {
        let frame = self.frame;
        frame.met(Duty::PROBLEM_ANALYSIS).is_none()
            && frame.touched.meets(Touched::FORESEEN)
            && frame.dates_of(Duty::PROBLEM_ANALYSIS).is_some_and(|dates| dates.is_undetermined())
    }

    fn not_applicable(&self, rule: &Rule, duty: Duty, not_before: Option<Day>) -> Option<Reason> {
        let frame = self.frame;
        if let (Duty::REINTEGRATION_REPORT, Some(leaves)) = (duty, frame.anchors.leaves_sick) {
            let first = frame.day_from(index::REPORT_AT_END_OF_EMPLOYMENT, frame.first);
            if first.is_some_and(|first| leaves < first) {
                return Some(Reason::SickTooShort);
            }
        }
        rule.conditions.iter().find_map(|condition| match condition {
            Condition::PossibilitiesToReturn => {
                let none = frame.recorded.no_possibilities;
                let plan = frame.met(Duty::PLAN_OF_ACTION);
                // What was due before stays due. A plan made all the same was not due; what follows
                // from it is.
                let came_in_time = |none: Day| not_before.is_none_or(|due| none <= due);
                let is_unplanned =
                    |none: Day| plan.is_none_or(|plan| duty == Duty::PLAN_OF_ACTION && plan > none);
                none.is_some_and(|none| came_in_time(none) && is_unplanned(none))
                    .then_some(Reason::NoPossibilities)
            }
            Condition::BelowStatePensionAge => {
                frame.is_past_state_pension_age(not_before).then_some(Reason::StatePensionAge)
            }
            Condition::FirstSickDayFrom(_) => {
                (!frame.is_sick_since(*condition)).then_some(Reason::OldLaw)
            }
            Condition::WithoutEmployer => {
                let employed = frame.facts.case.employment_last_day >= Some(frame.first);
                employed.then_some(Reason::HadEmployer)
            }
            Condition::EntitledToSicknessBenefit => {
                (self.entitlement() == Some(Entitlement::No)).then_some(Reason::NotEntitled)
            }
            Condition::WiaCanStart => self.ends.wia_cannot_start.then_some(Reason::WiaCannotStart),
            _ => None,
        })
    }

    fn lapsed(&self, step: &Step, due: Option<Day>, not_before: Option<Day>) -> Option<Reason> {
        let frame = self.frame;
        let is_after = |day: Day| not_before.is_some_and(|not_before| not_before > day);
        let granted = frame.recorded.wia_granted.filter(|day| is_after(*day));
        let deceased = frame.recorded.deceased.filter(|day| is_after(*day));
        let over = match (granted, deceased) {
            (Some(granted), Some(deceased)) if deceased < granted => Some(Reason::Deceased),
            (Some(_), _) => Some(Reason::WiaGranted),
            (None, deceased) => deceased.map(|_| Reason::Deceased),
        };
        if over.is_some() {
            return over;
        }
        let employed = step.employed;
        if let Some(leaves) = frame.anchors.leaves_sick.filter(|_| employed) {
            let lapses = match step.duty {
                // Without wages there is nothing that a sanction could prolong.
                Duty::WAGE_SANCTION_DECISION => {
                    frame.anchors.delayed_end.is_none_or(|end| leaves <= end)
                }
                _ => is_after(leaves),
            };
            if lapses {
                return Some(Reason::EmploymentEnds);
            }
        }
        if self.ends.pension_cut.is_some_and(is_after) {
            return Some(Reason::StatePensionAge);
        }
        // WIA 23(5)(b): nothing runs on without a right to benefit.
        if self.ends.assessment_last.is_some_and(is_after) {
            return Some(Reason::BenefitEnds);
        }
        let benefit_last = self.ends.benefit_last.filter(|_| employed);
        if benefit_last.zip(due).is_some_and(|(last, due)| due > last) {
            return Some(Reason::BenefitEnds);
        }
        let wages_last = self.ends.wages_last.filter(|_| employed);
        match (due, wages_last) {
            (Some(due), Some(last)) if due > last => Some(Reason::WagesEnd),
            _ => None,
        }
    }
}
