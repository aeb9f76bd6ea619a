//! One line per duty: its dates, whether it was met, and how it stands.

use super::dates::{Dates, Frame};
use super::ends::{Ends, repair_decisions, repair_notices};
use super::interviews::Interviews;
use super::obligation::{OpenNorm, Reason, Standing};
use super::status::Stand;
use crate::case::{Entitlement, EventKind};
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

/// A line of a duty that goes the short way.
pub(super) struct ShortLine<'a> {
    pub(super) step: &'a Step,
    pub(super) number: u16,
    /// The day on which it opens, whether or not the case comes to it.
    pub(super) opens: Option<Day>,
    pub(super) stand: Stand,
}

/// Takes the lines one by one.
pub(super) trait Sink {
    fn line(&mut self, frame: &Frame<'_>, line: &Line<'_>);

    fn short_line(&mut self, frame: &Frame<'_>, line: &ShortLine<'_>);

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
    /// Interviews that are written between the other lines, in order of their due day.
    interviews: Option<Interviews<'a>>,
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
        Lines { frame, ends, out, is_quiet, interviews: None }
    }

    pub(super) fn write(mut self) {
        let (law, regime) = (self.frame.law, self.frame.regime());
        if let Some(step) = law.rule_step(Duty::PROGRESS_INTERVIEW, regime) {
            self.interviews = self.begin_interviews(step);
        }
        for step in law.usual_steps(regime) {
            if step.duty != Duty::PROGRESS_INTERVIEW {
                self.write_step(step);
            }
        }
        self.interviews_before(None, usize::MAX);
    }

    /// The lines of one duty.
    pub(super) fn write_step(&mut self, step: &'a Step) {
        let frame = self.frame;
        match step.duty {
            Duty::PROGRESS_INTERVIEW => {
                self.interviews = self.begin_interviews(step);
                self.interviews_before(None, usize::MAX);
            }
            Duty::REPAIR_DECISION => self.repair_decisions(step),
            Duty::RECALIBRATION => self.recalibrations(step),
            Duty::LEAVE_FOLLOW_ON_FORM => self.leave_follow_ons(step),
            Duty::END_OF_EMPLOYMENT_REPORT if frame.anchors.leaves_sick.is_none() => {}
            Duty::ENTITLEMENT_REPORT if self.entitlement().is_none() => {}
            Duty::OWN_RISK_REPORT if frame.anchors.employment_end.is_none() => {}
            _ => self.one(step),
        }
    }

    /// The line of a duty that has one.
    fn one(&mut self, step: &Step) {
        let (frame, met) = (self.frame, self.frame.recorded.met_code(step.code));
        if !frame.is_short(step) {
            return self.push(step, 1, frame.dates(step), met, None);
        }
        let day = |op| frame.reckon(step.clock, op, None);
        let (opens, due) = (day(step.opens), day(step.due));
        match self.stand(step, opens, due, met, None) {
            Some(stand) => self.short_line(ShortLine { step, number: 1, opens, stand }),
            None => self.push(step, 1, frame.untouched(step.last, opens, due), met, None),
        }
    }

    fn short_line(&mut self, line: ShortLine<'_>) {
        self.interviews_before(line.stand.due, line.step.order);
        self.out.short_line(self.frame, &line);
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
        let line = Line { step, number, dates, met, standing };
        if !line.is_gone() {
            self.interviews_before(line.dates.due, step.order);
        }
        self.out.line(self.frame, &line);
    }

    fn begin_interviews(&self, step: &'a Step) -> Option<Interviews<'a>> {
        let plan_is_dateless = || {
            self.analysis_is_dateless()
                && self
                    .frame
                    .dates_of(Duty::PLAN_OF_ACTION)
                    .is_some_and(|plan| plan.agreed.is_none())
        };
        Interviews::begin(step, self.frame, self.ends.paid_last(), plan_is_dateless)
    }

    /// Writes the interviews that come before a line: one that is due on that day, and has that place
    /// among the duties.
    fn interviews_before(&mut self, due: Option<Day>, order: usize) {
        let place = |due: Option<Day>, order| (due.unwrap_or(Day::FOREVER), order);
        let Some(mut interviews) = self.interviews.take() else { return };
        while place(interviews.due(), interviews.step.order) < place(due, order) {
            let interview = interviews.present();
            let (step, number, met) = (interviews.step, interviews.number, interview.met);
            let waiting_for = interview.waiting_for;
            let stand = match interviews.long_dates {
                None => self.stand(step, None, interviews.full_due, met, waiting_for),
                Some(_) => None,
            };
            match stand {
                Some(stand) => {
                    self.out.short_line(self.frame, &ShortLine { step, number, opens: None, stand })
                }
                None => {
                    let dates = interviews.dates(self.frame);
                    let standing = self.standing(step, &dates, met, waiting_for);
                    self.out.line(self.frame, &Line { step, number, dates, met, standing });
                }
            }
            let is_wanted = met.is_some() || self.out.wants_waiting();
            if !interviews.advance(self.frame, &interview, is_wanted) {
                return;
            }
        }
        self.interviews = Some(interviews);
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
        let awaits = || match dates.version.opens.as_ref()?.from {
            Anchor::Met(awaited) => Some(awaited),
            _ => None,
        };
        if let Some(standing) = self.quiet_standing(step, dates.due, met, waiting_for, awaits) {
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
        due: Option<Day>,
        met: Option<Day>,
        waiting_for: Option<Duty>,
        awaits: impl FnOnce() -> Option<Duty>,
    ) -> Option<Standing> {
        if !self.is_quiet || step.has_special_condition {
            return None;
        }
        if met.is_some_and(|met| due.is_none_or(|due| met <= due)) {
            return Some(Standing::Stands);
        }
        let falls_due = match due {
            Some(due) => due,
            None => self.frame.last?.plus(1),
        };
        if self.frame.facts.case.state_pension_day.is_some_and(|pension| pension <= falls_due) {
            return None;
        }
        let Some(due) = due else { return Some(Standing::Paused) };
        if step.employed && self.ends.benefit_last.is_some_and(|last| due > last) {
            return Some(Standing::Lapsed(Reason::BenefitEnds));
        }
        if step.employed && self.ends.wages_last.is_some_and(|last| due > last) {
            return Some(Standing::Lapsed(Reason::WagesEnd));
        }
        let unmet = |duty: &Duty| self.frame.met(*duty).is_none();
        let waiting_for = waiting_for.or_else(|| awaits().filter(unmet));
        Some(waiting_for.map_or(Standing::Stands, Standing::WaitingFor))
    }

    /// How a duty of one line stands, by the short way; none where that does not lead to an answer.
    pub(super) fn short(&self, step: &Step) -> Option<Stand> {
        let frame = self.frame;
        if !frame.is_short(step) {
            return None;
        }
        let day = |op| frame.reckon(step.clock, op, None);
        let met = frame.recorded.met_code(step.code);
        self.stand(step, day(step.opens), day(step.due), met, None)
    }

    /// How a line stands, by the short way; the days may lie beyond those that the case comes to.
    fn stand(
        &self,
        step: &Step,
        opens: Option<Day>,
        due: Option<Day>,
        met: Option<Day>,
        waiting_for: Option<Duty>,
    ) -> Option<Stand> {
        let frame = self.frame;
        let due = frame.reached(due);
        let standing = self.quiet_standing(step, due, met, waiting_for, || step.awaits)?;
        if let Standing::Lapsed(_) = standing {
            return Some(Stand { standing, opens: None, due: None, met, fatal_after: None });
        }
        let fatal_after = match step.last_chance {
            Op::Never => None,
            op => frame.reached(frame.reckon(step.clock, op, due)),
        };
        Some(Stand {
            standing,
            opens: frame.reached(opens),
            due,
            met,
            fatal_after: fatal_after.filter(|day| due.is_some_and(|due| *day > due)),
        })
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
