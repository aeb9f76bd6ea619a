//! Everything that follows from a set of facts: the clocks, the ends, and one line per duty.

use super::clocks::Clocks;
use super::dates::{Dates, Frame};
use super::ends::{Ends, ends, repair_decisions, repair_notices};
use super::obligation::{Obligation, OpenNorm, Reason, Standing};
use super::unused::{Unused, unused};
use crate::case::{Entitlement, EventKind, Facts, InterviewRhythm};
use crate::day::Day;
use crate::law::{Anchor, ClockKind, Condition, Duty, Kind, Law, Rule, index};
use alloc::vec::Vec;

/// The outcome of one set of facts.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Outcome {
    pub(super) clocks: Clocks,
    pub(super) ends: Ends,
    pub(super) obligations: Vec<Obligation>,
    pub(super) relapse_joins_through: Option<Day>,
    pub(super) unused: Vec<Unused>,
}

impl Outcome {
    /// Computes the outcome into memory that may be reused.
    pub(super) fn recompute(&mut self, law: &Law, facts: Facts<'_>) {
        self.clocks.rebuild(law, facts);
        self.obligations.clear();
        self.unused.clear();
        let clock = self.clocks.of(ClockKind::WaitingPeriod);
        // A case has a counted day, and its first facts are known on that day.
        let Some(first) = clock.first_sick_day() else { return };
        let mut frame = Frame {
            law,
            facts,
            clocks: &self.clocks,
            first,
            last: clock.last_sick_day(),
            anchors: Default::default(),
        };
        self.ends = ends(&mut frame);
        self.relapse_joins_through = frame.last.and_then(|last| relapse_window(&frame, last));
        let lines = Lines { frame, ends: &self.ends, out: &mut self.obligations };
        lines.write();
        self.obligations.sort_by_key(|obligation| obligation.due.unwrap_or(Day::FOREVER));
        self.unused.extend(unused(&frame, &self.ends));
    }

    /// The first sick day of the first case.
    pub(super) fn earlier_first(&self) -> Option<Day> {
        let earlier = self.clocks.earlier.first().map(|case| case.first);
        earlier.or_else(|| self.clock().first_sick_day())
    }

    pub(super) fn clock(&self) -> &crate::clock::Clock {
        self.clocks.of(ClockKind::WaitingPeriod)
    }
}

/// The last day on which a relapse continues the case: the healthy days are those that are not
/// leave, and leave that was recorded as separating ends the window.
fn relapse_window(frame: &Frame<'_>, last: Day) -> Option<Day> {
    let limit = frame.rule(index::RELAPSE_WINDOW).versions[0].due.term.days();
    let through = frame.facts.run_on(last, limit);
    let separating = frame
        .facts
        .leave()
        .find(|leave| leave.last > last && leave.first <= through && frame.facts.separates(leave));
    let Some(separating) = separating else { return Some(through) };
    // The last day before it that is not leave: a sickness that begins in leave counts after it.
    let mut day = separating.first.plus(-1);
    for leave in frame.facts.leave().rev() {
        if (leave.first..=leave.last).contains(&day) {
            day = leave.first.plus(-1);
        }
    }
    Some(day).filter(|day| *day > last)
}

/// Writes one line per duty.
struct Lines<'a, 'o> {
    frame: Frame<'a>,
    ends: &'o Ends,
    out: &'o mut Vec<Obligation>,
}

impl Lines<'_, '_> {
    fn write(mut self) {
        let frame = self.frame;
        for rule in frame.law.rules().iter().filter(|rule| rule.holds_in(frame.regime())) {
            let Kind::Duty(duty) = rule.kind else { continue };
            match duty {
                Duty::PROGRESS_INTERVIEW => self.interviews(rule),
                Duty::REPAIR_DECISION => self.repair_decisions(rule),
                Duty::RECALIBRATION => self.recalibrations(rule),
                Duty::LEAVE_FOLLOW_ON_FORM => self.leave_follow_ons(rule),
                Duty::END_OF_EMPLOYMENT_REPORT if frame.anchors.leaves_sick.is_none() => {}
                Duty::ENTITLEMENT_REPORT if self.entitlement().is_none() => {}
                Duty::OWN_RISK_REPORT if frame.anchors.employment_end.is_none() => {}
                _ => {
                    let (dates, met) = (frame.dates(rule), frame.met(duty));
                    self.push(rule, duty, 1, dates, met, None);
                }
            }
        }
    }

    fn push(
        &mut self,
        rule: &'static Rule,
        duty: Duty,
        number: u16,
        dates: Dates,
        met: Option<Day>,
        waiting_for: Option<Duty>,
    ) {
        let standing = self.standing(rule, duty, &dates, met, waiting_for);
        let due_bound = dates.due_from.unwrap_or(dates.version.due);
        // What never falls due has no dates.
        let gone = matches!(standing, Standing::NotApplicable(_) | Standing::Lapsed(_));
        let dates = if gone { dates.without_days() } else { dates };
        self.out.push(Obligation {
            rule,
            regime: self.frame.regime(),
            version: dates.version,
            duty,
            number,
            opens: dates.opens,
            advised: dates.advised,
            due: dates.due,
            original_due: dates.original_due,
            deviation: dates.agreed,
            tolerated: dates.tolerated,
            met,
            standing,
            source: due_bound.source,
            due_layer: due_bound.layer,
        });
    }

    /// One line per interview, up to the end of the wages. Planned ones wait for the one before.
    fn interviews(&mut self, rule: &'static Rule) {
        let frame = self.frame;
        let plan = frame.met(Duty::PLAN_OF_ACTION);
        let held = || {
            frame.facts.events(frame.first).filter(move |event| {
                event.kind == EventKind::Interview && plan.is_none_or(|plan| event.on >= plan)
            })
        };
        let plan_is_dateless = plan.is_none()
            && frame.dates(frame.rule(index::PLAN_OF_ACTION)).agreed.is_none()
            && self.analysis_is_dateless();
        let rolling = frame.facts.case.interviews == InterviewRhythm::Rolling;
        let mut held_in_order = held().map(|event| event.on);
        let mut base = frame.met_or_planned(Duty::PLAN_OF_ACTION);
        let mut previous_met = true;
        for number in 1..=u16::MAX {
            let dates = match base {
                Some(base) => frame.dates_from(rule, base),
                None => Dates { follows_nothing: plan_is_dateless, ..frame.dates(rule) },
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
            self.push(rule, Duty::PROGRESS_INTERVIEW, number, dates, met, waiting_for);
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
    fn recalibrations(&mut self, rule: &'static Rule) {
        let frame = self.frame;
        let mut held = frame
            .facts
            .events(frame.first)
            .filter(|event| event.kind == EventKind::Met(Duty::RECALIBRATION))
            .map(|event| event.on);
        let mut start = frame.first;
        for number in 1..=u16::MAX {
            let dates = frame.dates_from(rule, start);
            let last = self.ends.benefit_last;
            if number > 1 && dates.due.zip(last).is_some_and(|(due, last)| due > last) {
                break;
            }
            self.push(rule, Duty::RECALIBRATION, number, dates, held.next(), None);
            let Some(due) = dates.due else { break };
            start = due;
        }
    }

    /// One line per leave that the sickness goes on after, when the 42nd-week report came before it.
    fn leave_follow_ons(&mut self, rule: &'static Rule) {
        let frame = self.frame;
        let Some(report) = frame.met(Duty::UWV_SICKNESS_REPORT) else { return };
        let clock = frame.clock(rule.clock);
        let leaves = frame.facts.leave().filter(|leave| {
            let (before, after) = (leave.first.plus(-1), leave.last.plus(1));
            clock.counts(before) && clock.counts(after) && report < leave.first
        });
        for (number, leave) in (1..=u16::MAX).zip(leaves) {
            let next = frame.facts.leave().find(|next| next.first > leave.last);
            let sent = frame.facts.events(leave.first).find(|event| {
                event.kind == EventKind::Met(Duty::LEAVE_FOLLOW_ON_FORM)
                    && next.is_none_or(|next| event.on < next.first)
            });
            let dates = frame.dates_from(rule, leave.last.plus(1));
            let met = sent.map(|event| event.on);
            self.push(rule, Duty::LEAVE_FOLLOW_ON_FORM, number, dates, met, None);
        }
    }

    /// One line per notice of repair.
    fn repair_decisions(&mut self, rule: &'static Rule) {
        let frame = self.frame;
        for (number, notified) in (1..=u16::MAX).zip(repair_notices(&frame)) {
            let answer = repair_decisions(&frame).find(|answer| answer.notified == notified);
            let dates = frame.dates_from(rule, notified);
            let met = answer.map(|answer| answer.decided);
            self.push(rule, Duty::REPAIR_DECISION, number, dates, met, None);
        }
    }

    fn standing(
        &self,
        rule: &Rule,
        duty: Duty,
        dates: &Dates,
        met: Option<Day>,
        waiting_for: Option<Duty>,
    ) -> Standing {
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
        let follows_analysis = rule.versions[0].due.from
            == Anchor::MetOrPlanned(Duty::PROBLEM_ANALYSIS)
            && dates.agreed.is_none()
            && self.analysis_is_dateless();
        let dateless = dates.due.is_none() && (follows_analysis || dates.follows_nothing);
        // The day from which on it could fall due, where its due day is absent: after the day on
        // which long absence was foreseen, or after recovery.
        let not_before = match dates.due {
            None if dateless => self.frame.day_of(|kind| *kind == EventKind::LongAbsenceForeseen),
            None => self.frame.last.map(|last| last.plus(1)),
            due => due,
        };
        if let Some(reason) = self.not_applicable(rule, duty, not_before) {
            return Standing::NotApplicable(reason);
        }
        if let Some(reason) = self.lapsed(rule, duty, dates.due, not_before) {
            return Standing::Lapsed(reason);
        }
        if dates.due.is_none() && !dateless && self.frame.last.is_some() && met.is_none() {
            return Standing::Paused;
        }
        if let Some(duty) = waiting_for {
            return Standing::WaitingFor(duty);
        }
        match dates.version.opens.map(|bound| bound.from) {
            Some(Anchor::Met(awaited)) if self.frame.met(awaited).is_none() => {
                Standing::WaitingFor(awaited)
            }
            _ => Standing::Stands,
        }
    }

    /// Long absence was foreseen too late for a date, and the analysis is still to come: what
    /// counts from it has no date either.
    fn analysis_is_dateless(&self) -> bool {
        let frame = &self.frame;
        frame.met(Duty::PROBLEM_ANALYSIS).is_none()
            && frame.dates(frame.rule(index::PROBLEM_ANALYSIS)).is_undetermined()
    }

    fn not_applicable(&self, rule: &Rule, duty: Duty, not_before: Option<Day>) -> Option<Reason> {
        let frame = &self.frame;
        if let (Duty::REINTEGRATION_REPORT, Some(leaves)) = (duty, frame.anchors.leaves_sick) {
            let first = frame.day_from(index::REPORT_AT_END_OF_EMPLOYMENT, frame.first);
            if first.is_some_and(|first| leaves < first) {
                return Some(Reason::SickTooShort);
            }
        }
        rule.conditions.iter().find_map(|condition| match condition {
            Condition::PossibilitiesToReturn => {
                let none = frame.day_of(|kind| *kind == EventKind::NoPossibilities);
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

    fn lapsed(
        &self,
        rule: &Rule,
        duty: Duty,
        due: Option<Day>,
        not_before: Option<Day>,
    ) -> Option<Reason> {
        let frame = &self.frame;
        let is_after = |day: Day| not_before.is_some_and(|not_before| not_before > day);
        let over = frame.facts.events(frame.first).find_map(|event| match event.kind {
            EventKind::WiaGranted if is_after(event.on) => Some(Reason::WiaGranted),
            EventKind::Deceased if is_after(event.on) => Some(Reason::Deceased),
            _ => None,
        });
        if over.is_some() {
            return over;
        }
        let employed = rule.conditions.contains(&Condition::Employed);
        if let Some(leaves) = frame.anchors.leaves_sick.filter(|_| employed) {
            let lapses = match duty {
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
