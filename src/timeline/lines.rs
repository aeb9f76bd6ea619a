//! Which lines a case has: one per duty, several where a duty comes again and again.

use super::dates::Dates;
use super::ends::Ends;
use super::frame::EvalContext;
use super::interviews::Interviews;
use super::obligation::Standing;
use super::place::Place;
use super::plain::PlainSeries;
use super::sanction::{repair_decisions, repair_notices};
use super::standings::Applicability;
use crate::case::EventKind;
use crate::day::Day;
use crate::law::{Duty, LONGEST_SERIES, Occasion, Op, Recurrence, Step};

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
    pub(super) const fn has_no_dates(&self) -> bool {
        matches!(self.standing, Standing::NotApplicable(_) | Standing::Lapsed(_))
    }

    /// The due day, where it has one.
    pub(super) fn due(&self) -> Option<Day> {
        self.dates.due.filter(|_| !self.has_no_dates())
    }
}

/// A line of a duty that goes the fast path.
pub(super) struct ShortLine<'a> {
    pub(super) step: &'a Step,
    pub(super) number: u16,
    /// The day on which it opens, whether or not the case comes to it.
    pub(super) opens: Option<Day>,
    /// The day that the advice starts from, where that may be another than the due day.
    pub(super) advice: Option<Day>,
    /// The day on which it is due, where the case comes to it.
    pub(super) due: Option<Day>,
    pub(super) met: Option<Day>,
    pub(super) standing: Standing,
}

impl<'a> ShortLine<'a> {
    /// The line of a duty whose days follow from the last version; they may lie beyond those that the
    /// case comes to. None where the fast path does not tell how it stands.
    #[inline(always)]
    fn of(
        standings: &Applicability<'_, '_>,
        (step, number): (&'a Step, u16),
        (opens, due): (Option<Day>, Option<Day>),
        met: Option<Day>,
        waiting_for: Option<Duty>,
    ) -> Option<ShortLine<'a>> {
        let frame = standings.frame;
        let advice = match step.advised {
            Op::Never => None,
            op => frame.evaluate(step.clock, op, due),
        };
        let due = frame.reached(due);
        let standing = standings.common_case(step, due, met, (waiting_for, step.awaits))?;
        let due = due.filter(|_| !matches!(standing, Standing::Lapsed(_)));
        Some(ShortLine { step, number, opens, advice, due, met, standing })
    }

    /// The day on which it opens, where the case comes to it.
    pub(super) fn opens(&self, frame: &EvalContext<'_>) -> Option<Day> {
        let gone = matches!(self.standing, Standing::Lapsed(_));
        frame.reached(self.opens).filter(|_| !gone)
    }
}

/// Takes the lines one by one.
pub(super) trait Sink {
    fn line(&mut self, frame: &EvalContext<'_>, line: &Line<'_>);

    fn short_line(&mut self, frame: &EvalContext<'_>, line: &ShortLine<'_>);

    /// The next lines of a series, those that come before a line with that place.
    fn series(&mut self, frame: &EvalContext<'_>, series: &mut PlainSeries<'_>, before: Place);

    /// Whether the planned lines of a series are wanted that wait for the first one that was not met.
    fn wants_waiting(&self) -> bool;
}

/// Writes the lines, mostly in order of the due day.
pub(super) struct Lines<'a, 'o, S> {
    frame: &'o EvalContext<'a>,
    standings: Applicability<'a, 'o>,
    out: &'o mut S,
    /// Interviews that are written between the other lines.
    interviews: Option<Interviews<'a>>,
    /// Those that come before the present one of these.
    planned: Option<PlainSeries<'a>>,
    /// Where the next of all of them belongs.
    next_interview: Place,
}

impl<'a, 'o, S: Sink> Lines<'a, 'o, S> {
    pub(super) fn new(frame: &'o EvalContext<'a>, ends: &'o Ends, out: &'o mut S) -> Self {
        let standings = Applicability::new(frame, ends);
        let (interviews, planned, next_interview) = (None, None, Place::LAST);
        Lines { frame, standings, out, interviews, planned, next_interview }
    }

    /// Every line of the case.
    pub(super) fn write(mut self) {
        let (law, regime) = (self.frame.law, self.frame.regime());
        if let Some(step) = law.own_step(law.roles().interviews, regime) {
            self.begin_interviews(step);
        }
        for step in law.usual_steps(regime) {
            if step.comes_once {
                self.one(step);
            } else if !step.rule.recurrence.counts_from_previous() {
                self.write_step(step);
            }
        }
        self.interviews_before(Place::LAST);
    }

    /// The lines of one duty.
    pub(super) fn write_step(&mut self, step: &'a Step) {
        let anchors = &self.frame.anchors;
        match step.rule.recurrence {
            Recurrence::Once => self.one(step),
            Recurrence::OnceWhen(occasion) => {
                let is_recorded = match occasion {
                    Occasion::LeavesWhileSick => anchors.leaves_sick.is_some(),
                    Occasion::EntitlementAnswered => self.standings.entitlement().is_some(),
                    Occasion::EmploymentEndKnown => anchors.employment_end.is_some(),
                };
                if is_recorded {
                    self.one(step);
                }
            }
            Recurrence::AfterPrevious { .. } => {
                self.begin_interviews(step);
                self.interviews_before(Place::LAST);
            }
            Recurrence::EveryTerm => self.recalibrations(step),
            Recurrence::PerRepairNotice => self.repair_decisions(step),
            Recurrence::PerLeave { after } => self.leave_follow_ons(step, after),
        }
    }

    /// The line of a duty that has one.
    #[inline(always)]
    fn one(&mut self, step: &Step) {
        let Some(line) = self.standings.planned(step) else { return self.other(step) };
        self.interviews_before(place(step, line.due));
        self.out.short_line(self.frame, &line);
    }

    /// The same in a case that is not plain.
    #[inline(never)]
    fn other(&mut self, step: &Step) {
        let (frame, met) = (self.frame, self.frame.recorded.met_code(step.code));
        if !frame.is_short(step) {
            return self.push(step, 1, frame.dates(step), met);
        }
        let day = |op| frame.evaluate(step.clock, op, None);
        let (opens, due) = (day(step.opens), day(step.due));
        match ShortLine::of(&self.standings, (step, 1), (opens, due), met, None) {
            Some(line) => {
                self.interviews_before(place(step, line.due));
                self.out.short_line(frame, &line);
            }
            None => self.push(step, 1, frame.untouched(step.last, opens, due), met),
        }
    }

    fn push(&mut self, step: &Step, number: u16, dates: Dates, met: Option<Day>) {
        let standing = self.standings.full(step, &dates, met, None);
        let line = Line { step, number, dates, met, standing };
        self.interviews_before(place(step, line.due()));
        self.out.line(self.frame, &line);
    }

    fn begin_interviews(&mut self, step: &'a Step) {
        let (standings, paid_last) = (&self.standings, self.standings.ends.paid_last());
        self.interviews =
            Interviews::begin(step, self.frame, paid_last, || standings.plan_is_dateless());
        self.next_interview = self.interviews.as_ref().map_or(Place::LAST, Interviews::place);
    }

    /// Writes the interviews that come before a line with that place.
    #[inline]
    fn interviews_before(&mut self, limit: Place) {
        if self.next_interview < limit {
            self.write_interviews(limit);
        }
    }

    #[inline(never)]
    fn write_interviews(&mut self, limit: Place) {
        while self.next_interview < limit {
            match &mut self.planned {
                Some(planned) => {
                    self.out.series(self.frame, planned, limit);
                    self.planned.take_if(|planned| planned.place().is_none());
                }
                None => self.write_interview(),
            }
            let next = self.planned.as_ref().and_then(PlainSeries::place);
            let next = next.or_else(|| self.interviews.as_ref().map(Interviews::place));
            self.next_interview = next.unwrap_or(Place::LAST);
        }
    }

    /// Writes the present interview, or finds that it is planned and others with it.
    fn write_interview(&mut self) {
        let Some(interviews) = &mut self.interviews else { return };
        let wants_waiting = self.out.wants_waiting();
        let planned =
            if wants_waiting { self.standings.planned_interviews(interviews) } else { None };
        let goes_on = if let Some((planned, goes_on)) = planned {
            self.planned = Some(planned);
            goes_on
        } else {
            let (step, number) = (interviews.step, interviews.number);
            let present = interviews.present();
            let (met, waiting_for) = (present.met, present.waiting_for);
            let days = (None, interviews.full_due);
            let short = match interviews.long_dates {
                None => ShortLine::of(&self.standings, (step, number), days, met, waiting_for),
                Some(_) => None,
            };
            if let Some(line) = short {
                self.out.short_line(self.frame, &line);
            } else {
                let dates = interviews.dates(self.frame);
                let standing = self.standings.full(step, &dates, met, waiting_for);
                self.out.line(self.frame, &Line { step, number, dates, met, standing });
            }
            interviews.advance(self.frame, &present, met.is_some() || wants_waiting)
        };
        if !goes_on {
            self.interviews = None;
        }
    }

    /// One line after every term, up to the end of the sickness benefit. The n-th that was held
    /// is the n-th.
    fn recalibrations(&mut self, step: &Step) {
        let (frame, rule) = (self.frame, step.rule);
        let mut held = frame
            .recorded
            .events
            .iter()
            .filter(|event| event.kind == EventKind::Met(step.duty))
            .map(|event| event.on);
        let mut start = frame.first;
        for number in 1..=LONGEST_SERIES {
            let dates = frame.dates_from(rule, start);
            let last = self.standings.ends.benefit_last;
            if number > 1 && dates.due.zip(last).is_some_and(|(due, last)| due > last) {
                break;
            }
            self.push(step, number, dates, held.next());
            let Some(due) = dates.due else { break };
            start = due;
        }
    }

    /// One line per leave that the sickness goes on after, when the other duty was met before it.
    fn leave_follow_ons(&mut self, step: &Step, after: Duty) {
        let (frame, rule) = (self.frame, step.rule);
        let Some(report) = frame.met(after) else { return };
        let clock = frame.clock(rule.clock);
        let leaves = frame.facts.leave().filter(|leave| {
            let (before, after) = (leave.first.plus(-1), leave.last.plus(1));
            clock.counts(before) && clock.counts(after) && report < leave.first
        });
        for (number, leave) in (1..=LONGEST_SERIES).zip(leaves) {
            let next = frame.facts.leave().find(|next| next.first > leave.last);
            let sent = frame.recorded.from(leave.first).iter().find(|event| {
                event.kind == EventKind::Met(step.duty)
                    && next.is_none_or(|next| event.on < next.first)
            });
            let dates = frame.dates_from(rule, leave.last.plus(1));
            let met = sent.map(|event| event.on);
            self.push(step, number, dates, met);
        }
    }

    /// One line per notice of repair.
    fn repair_decisions(&mut self, step: &Step) {
        let (frame, rule) = (self.frame, step.rule);
        for (number, notified) in (1..=LONGEST_SERIES).zip(repair_notices(frame)) {
            let answer = repair_decisions(frame).find(|answer| answer.notified == notified);
            let dates = frame.dates_from(rule, notified);
            let met = answer.map(|answer| answer.decided);
            self.push(step, number, dates, met);
        }
    }
}

/// Where the line of a duty belongs; those that are never due come last.
fn place(step: &Step, due: Option<Day>) -> Place {
    Place::of(step, due.unwrap_or(Day::FOREVER))
}
