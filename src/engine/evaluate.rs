//! From facts to lines: the clocks, the ends, then every duty of the regime once.

use super::applicability::{Applicability, Series};
use super::clocks::Clocks;
use super::context::EvalContext;
use super::dates::Dates;
use super::ends::{Ends, find_ends};
use super::events::EventIndex;
use super::first_days::FirstEventDays;
use super::interviews::Interviews;
use super::place::Place;
use super::planned::PlannedSeries;
use super::possibilities::objections;
use super::sanction::{repair_decisions, repair_notices};
use super::standing::Standing;
use super::sum::{Start, StartKind};
use super::trace::Silent;
use crate::case::{Event, EventKind, Facts};
use crate::day::Day;
use crate::law::{
    ClockKind, Condition, Decision, Duty, DutyPlan, LONGEST_SERIES, Law, Occasion, Recurrence,
    Request, Touched,
};

/// One duty, before anybody asks for its advised and its tolerated day.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    pub(crate) plan: &'a DutyPlan,
    /// 1, or the number in a series.
    pub(crate) number: u16,
    /// The day that a line of a series counts from.
    pub(crate) start: Option<&'a Start>,
    pub(crate) dates: &'a Dates,
    pub(crate) met: Option<Day>,
    pub(crate) standing: Standing,
}

impl Line<'_> {
    /// What never falls due has no dates.
    pub(crate) const fn has_no_dates(&self) -> bool {
        matches!(self.standing, Standing::NotApplicable(_) | Standing::Lapsed(_))
    }

    /// The due day, where it has one.
    pub(crate) fn due(&self) -> Option<Day> {
        self.dates.due.filter(|_| !self.has_no_dates())
    }

    /// The day on which it opens, where it has one.
    pub(crate) fn opens(&self) -> Option<Day> {
        self.dates.opens.filter(|_| !self.has_no_dates())
    }
}

/// Takes what the engine finds. Lines come mostly in order of the due day.
pub(crate) trait Sink {
    /// Whether the ends are wanted on which no duty rests.
    const WANTS_MILESTONES: bool;

    /// Whether the planned lines of a series are wanted that wait for the first one that was not met.
    const WANTS_WAITING: bool;

    /// What holds for all lines, before the first of them.
    fn begin(&mut self, context: &EvalContext<'_>, ends: &Ends);

    /// Takes what needs no line: a bit for every duty, by its turn among the duties of the regime.
    #[inline]
    fn take(&mut self, _: &EvalContext<'_>, _: &Applicability<'_, '_>) -> u32 {
        0
    }

    /// Whether the lines of a series are wanted that come after this one.
    fn wants_later(&self, _: &Line<'_>) -> bool {
        true
    }

    /// A line.
    fn line(&mut self, context: &EvalContext<'_>, line: &Line<'_>);

    /// The next lines of a series of planned ones, those that come before a line with that place. Apart from
    /// the first they differ in their numbers and days only, and the advised day of each is the working day
    /// before the due day.
    fn planned(
        &mut self,
        context: &EvalContext<'_>,
        series: &mut PlannedSeries<'_>,
        before: Place,
    ) {
        while series.place() < before {
            series.see(|line| self.line(context, line));
            series.pass();
        }
    }

    /// After the last line.
    fn end(&mut self, context: &EvalContext<'_>, ends: &Ends);
}

/// Evaluates a set of facts under a law into a sink. The clocks and the ends are worked out into memory that
/// may be reused. Does nothing only of facts without a counted day; a case has one.
pub(crate) fn evaluate<S: Sink>(
    law: &Law,
    facts: Facts<'_>,
    clocks: &mut Clocks,
    ends: &mut Ends,
    sink: &mut S,
) {
    clocks.rebuild(law, facts);
    *ends = Ends::default();
    let Some(first) = clocks.of(ClockKind::WaitingPeriod).first_sick_day() else { return };
    let recorded = EventIndex::of(law, facts, first);
    let mut context = EvalContext::new(law, facts, &recorded, clocks, first);
    find_ends(&mut context, ends);
    if S::WANTS_MILESTONES {
        ends.add_milestones(&context);
    }
    sink.begin(&context, ends);
    let next = if ends.benefit_follows { context.following() } else { None };
    let kept = Lines::new(&context, ends, sink).until(next.as_ref()).write();
    if let Some(next) = &next {
        Lines::new(next, ends, sink).but(kept).write();
    }
    sink.end(&context, ends);
}

/// Writes the lines.
struct Lines<'a, 'o, S> {
    context: &'o EvalContext<'a>,
    applicability: Applicability<'a, 'o>,
    sink: &'o mut S,
    /// Interviews, which are written between the other lines.
    interviews: Option<Interviews<'a>>,
    /// Those that come before the present one of these.
    planned: Option<PlannedSeries<'a>>,
    /// Where the next of all of them belongs.
    next_interview: Place,
    /// What follows the employment: it has the lines of later days.
    next: Option<&'o EvalContext<'a>>,
    /// A bit for every duty of which a line was written, by its place in the list of duties.
    kept: u64,
    /// Those of which the regime before this one had one.
    left_out: u64,
}

impl<'a, 'o, S: Sink> Lines<'a, 'o, S> {
    fn new(context: &'o EvalContext<'a>, ends: &'o Ends, sink: &'o mut S) -> Self {
        let applicability = Applicability::new(context, ends);
        let next_interview = Place::LAST;
        Lines {
            context,
            applicability,
            sink,
            interviews: None,
            planned: None,
            next_interview,
            next: None,
            kept: 0,
            left_out: 0,
        }
    }

    /// Leaves what falls on later days to the regime that follows.
    fn until(self, next: Option<&'o EvalContext<'a>>) -> Self {
        Lines { next, ..self }
    }

    /// Leaves out the duties that the regime before this one had.
    fn but(self, left_out: u64) -> Self {
        Lines { left_out, ..self }
    }

    /// Every line of the regime; gives the duties that had one.
    fn write(mut self) -> u64 {
        let (law, regime) = (self.context.law, self.context.regime());
        let taken = self.sink.take(self.context, &self.applicability);
        if let Some(plan) = law.own_duty_plan(law.roles().interviews, regime) {
            if taken >> plan.turn & 1 == 0 {
                self.begin_interviews(plan);
            }
        }
        let (plans, mut rest) = (law.usual_duty_plans(regime), !taken);
        while let Some(plan) = plans.get(rest.trailing_zeros() as usize) {
            rest &= rest - 1;
            if plan.comes_once {
                self.one(plan);
            } else {
                self.several(plan);
            }
        }
        self.interviews_before(Place::LAST);
        self.kept
    }

    /// Whether a line is that of another regime of the case: of the one that follows the employment, where it
    /// falls on a later day, or of the one before.
    fn belongs_elsewhere(&self, plan: &DutyPlan, dates: &Dates, met: Option<Day>) -> bool {
        if self.left_out >> plan.code & 1 == 1 {
            return true;
        }
        let is_after = self.context.benefit_from.is_some();
        if is_after && plan.rule().conditions.contains(&Condition::WithoutEmployer) {
            return true;
        }
        let Some(next) = self.next else { return false };
        let is_later = |day: Day| Some(day) >= next.benefit_from;
        let has_it = self.context.law.own_duty_plan(plan.duty, next.regime()).is_some();
        // What has no day stays with the employer.
        has_it && met.is_none_or(is_later) && dates.full_due().is_some_and(is_later)
    }

    /// The line of a duty that has one.
    #[inline(always)]
    fn one(&mut self, plan: &'a DutyPlan) {
        let dates = self.context.dates_of_line(plan);
        let met = self.context.recorded.met_code(plan.code);
        self.push(plan, 1, None, &dates, met);
    }

    /// The lines of a duty that comes again and again, or in some cases only.
    fn several(&mut self, plan: &'a DutyPlan) {
        match plan.rule().recurrence {
            Recurrence::Once => {}
            Recurrence::OnceWhen(occasion) => {
                if self.is_recorded(occasion) {
                    let dates = self.context.dates(plan, None, &mut Silent);
                    let met = self.context.recorded.met_code(plan.code);
                    self.other(plan, 1, None, &dates, met);
                }
            }
            // Written between the others.
            Recurrence::AfterPrevious { .. } => {}
            Recurrence::EveryTerm => self.recalibrations(plan),
            Recurrence::PerRepairNotice => self.repair_decisions(plan),
            Recurrence::PerRequest(request) => self.requested(plan, request),
            Recurrence::PerRecovery(occasion) => {
                if occasion.is_none_or(|occasion| self.is_recorded(occasion)) {
                    self.recoveries(plan);
                }
            }
            Recurrence::PerLeave { after } => self.leave_follow_ons(plan, after),
            Recurrence::PerObjection { to } => self.decisions_on_objections(plan, to),
        }
    }

    #[inline(always)]
    fn push(
        &mut self,
        plan: &'a DutyPlan,
        number: u16,
        start: Option<&Start>,
        dates: &Dates,
        met: Option<Day>,
    ) {
        if (self.next.is_some() || self.left_out != 0) && self.belongs_elsewhere(plan, dates, met) {
            return;
        }
        self.put(plan, number, start, dates, met);
    }

    /// Writes a line that belongs to this regime.
    #[inline(always)]
    fn put(
        &mut self,
        plan: &'a DutyPlan,
        number: u16,
        start: Option<&Start>,
        dates: &Dates,
        met: Option<Day>,
    ) {
        self.kept |= 1 << plan.code;
        let standing = self.applicability.standing(plan, dates, met, Series::default());
        let line = Line { plan, number, start, dates, met, standing };
        self.interviews_before(Place::of(plan, line.due().unwrap_or(Day::FOREVER)));
        self.sink.line(self.context, &line);
    }

    /// The same of a line that only some cases have.
    #[inline(never)]
    fn other(
        &mut self,
        plan: &'a DutyPlan,
        number: u16,
        start: Option<&Start>,
        dates: &Dates,
        met: Option<Day>,
    ) {
        self.push(plan, number, start, dates, met);
    }

    fn begin_interviews(&mut self, plan: &'a DutyPlan) {
        let applicability = &self.applicability;
        let paid_last = Some(applicability.paid_last).filter(|last| *last < Day::FOREVER);
        self.interviews =
            Interviews::begin(plan, self.context, paid_last, || applicability.plan_is_dateless());
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
                    self.sink.planned(self.context, planned, limit);
                    self.planned.take_if(|planned| planned.place() == Place::LAST);
                }
                None => self.write_interview(),
            }
            let next = self.planned.as_ref().map(PlannedSeries::place);
            let next = next.or_else(|| self.interviews.as_ref().map(Interviews::place));
            self.next_interview = next.unwrap_or(Place::LAST);
        }
    }

    /// Writes the present interview, or finds that it is planned and others with it.
    fn write_interview(&mut self) {
        let Some(interviews) = &mut self.interviews else { return };
        let planned = match S::WANTS_WAITING {
            true => self.applicability.planned_interviews(interviews),
            false => None,
        };
        let goes_on = if let Some((planned, goes_on)) = planned {
            self.planned = Some(planned);
            goes_on
        } else {
            let met = interviews.held();
            let (plan, dates) = (interviews.plan, &interviews.dates);
            let standing = self.applicability.standing(plan, dates, met, interviews.series());
            let (number, start) = (interviews.number, interviews.start.as_ref());
            let line = Line { plan, number, start, dates, met, standing };
            self.sink.line(self.context, &line);
            // One that waits may still come before the series begins anew.
            let begins_anew = self.context.touched.meets(Touched::NO_POSSIBILITIES);
            let wants_waiting = met.is_some() || S::WANTS_WAITING || begins_anew;
            (begins_anew || self.sink.wants_later(&line))
                && interviews.advance(self.context, met, wants_waiting)
        };
        if !goes_on {
            self.interviews = None;
        }
    }

    /// One line after every term, up to the end of the sickness benefit. The n-th that was held
    /// is the n-th.
    fn recalibrations(&mut self, plan: &'a DutyPlan) {
        let context = self.context;
        let held = |event: &&Event| event.kind == EventKind::Met(plan.duty);
        let mut held = context.recorded.events.iter().filter(held).map(|event| event.on);
        // RPV 1: of who has a right to sickness benefit.
        let mut start = match context.benefit_from {
            Some(day) => Start { day, kind: StartKind::PeriodStart },
            None => Start { day: context.first, kind: StartKind::FirstSickDay },
        };
        for number in 1..=LONGEST_SERIES {
            let dates = context.dates(plan, Some(&start), &mut Silent);
            let last = self.applicability.ends.benefit_last;
            let can_be_none = number > 1 || context.benefit_from.is_some();
            if can_be_none && dates.due.zip(last).is_some_and(|(due, last)| due > last) {
                break;
            }
            self.other(plan, number, Some(&start), &dates, held.next());
            let Some(day) = dates.due else { break };
            start = Start { day, kind: StartKind::PeriodStart };
        }
    }

    fn is_recorded(&self, occasion: Occasion) -> bool {
        let anchors = &self.context.anchors;
        match occasion {
            Occasion::LeavesWhileSick => anchors.leaves_with_report().is_some(),
            Occasion::EntitlementAnswered => self.applicability.entitlement().is_some(),
            Occasion::EmploymentEndKnown => anchors.employment_end.is_some(),
        }
    }

    /// One line per recovery.
    fn recoveries(&mut self, plan: &'a DutyPlan) {
        let context = self.context;
        let begins = self.next.and_then(|next| next.benefit_from);
        for (number, recovery) in (1..=LONGEST_SERIES).zip(context.recoveries(plan)) {
            // Of who was sick on the first day of the benefit it is one from the benefit.
            let is_from = |from: Day| recovery.first > from;
            if begins.is_some_and(is_from) || context.benefit_from.is_some_and(|it| !is_from(it)) {
                continue;
            }
            let dates = context.dates(plan, Some(&recovery.start), &mut Silent);
            self.put(plan, number, Some(&recovery.start), &dates, recovery.met);
        }
    }

    /// One line per request.
    fn requested(&mut self, plan: &'a DutyPlan, request: Request) {
        let context = self.context;
        for (number, asked) in (1..=LONGEST_SERIES).zip(context.asked(plan, request)) {
            let dates = context.dates(plan, Some(&asked.start), &mut Silent);
            self.other(plan, number, Some(&asked.start), &dates, asked.met);
        }
    }

    /// One line per leave that the sickness goes on after, when the other duty was met before it.
    fn leave_follow_ons(&mut self, plan: &'a DutyPlan, after: Duty) {
        let context = self.context;
        let Some(report) = context.met(after) else { return };
        let clock = context.clock(plan.clock());
        let leaves = context.facts.leave().filter(|leave| {
            let (before, after) = (leave.first.plus(-1), leave.last.plus(1));
            clock.counts(before) && clock.counts(after) && report < leave.first
        });
        for (number, leave) in (1..=LONGEST_SERIES).zip(leaves) {
            let next = context.facts.leave().find(|next| next.first > leave.last);
            let sent = context.recorded.from(leave.first).iter().find(|event| {
                event.kind == EventKind::Met(plan.duty)
                    && next.is_none_or(|next| event.on < next.first)
            });
            let start = Start { day: leave.last.plus(1), kind: StartKind::DayAfterLeave };
            let dates = context.dates(plan, Some(&start), &mut Silent);
            self.other(plan, number, Some(&start), &dates, sent.map(|event| event.on));
        }
    }

    /// One line per notice of repair.
    fn repair_decisions(&mut self, plan: &'a DutyPlan) {
        let context = self.context;
        for (number, notified) in (1..=LONGEST_SERIES).zip(repair_notices(context)) {
            let answer = repair_decisions(context).find(|answer| answer.notified == notified);
            let start = Start { day: notified, kind: StartKind::RepairNotified };
            let dates = context.dates(plan, Some(&start), &mut Silent);
            self.other(plan, number, Some(&start), &dates, answer.map(|answer| answer.decided));
        }
    }

    /// One line per objection to one of some decisions. The n-th decision that was given is on the n-th.
    fn decisions_on_objections(&mut self, plan: &'a DutyPlan, to: &[Decision]) {
        let context = self.context;
        // The UWV decides on an objection, whoever pays: the case has each once.
        let is_asked = context.recorded.has_any(FirstEventDays::OBJECTION);
        if !is_asked || context.benefit_from.is_some() {
            return;
        }
        let given = |event: &&Event| event.kind == EventKind::Met(plan.duty);
        let mut given = context.recorded.events.iter().filter(given).map(|event| event.on);
        let objections = objections(context).into_iter().filter(|it| to.contains(&it.decision));
        for (number, objection) in (1..=LONGEST_SERIES).zip(objections) {
            let start = Start { day: objection.last_day, kind: StartKind::LastDayToObject };
            let dates = context.dates(plan, Some(&start), &mut Silent);
            let decided = given.by_ref().find(|day| *day >= objection.made);
            self.put(plan, number, Some(&start), &dates, decided);
        }
    }
}
