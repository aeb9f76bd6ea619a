//! What somebody may do until a day: a window for each thing from which a possibility arises, as its rule
//! says.

use super::clocks::Clocks;
use super::context::EvalContext;
use super::count::Given;
use super::derivation::Derived;
use super::ends::Ends;
use super::evaluate::{Line, Sink, evaluate};
use super::events::earliest;
use super::prolongation::Prolongation;
use super::standing::Standing;
use super::sum::{Start, StartKind};
use super::trace::{Silent, Trace};
use crate::case::{Event, EventKind, EventName, Facts};
use crate::day::Day;
use crate::law::{
    Actor, Anchor, ArisesFrom, Arising, DateExpr, Decision, Duty, FIRST_SICK_DAY_FROM, Lasting,
    Law, Opening, Possibility, Regime, Rule, RulePlan, TakenBy,
};
use alloc::vec::Vec;

/// One possibility with its days.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct PossibilityLine {
    pub(crate) possibility: Possibility,
    pub(crate) rule: &'static Rule,
    /// 1, or the number in a series.
    pub(crate) number: u16,
    pub(crate) who: Vec<Actor>,
    /// What it arises from: the event, or the duty that was not met, and its day.
    pub(crate) against: Option<(EventName, Day)>,
    pub(crate) opens: Day,
    /// The last day; none where the law names none.
    pub(crate) until: Option<Day>,
    pub(crate) tolerated: Option<Day>,
    pub(crate) taken: Option<Day>,
    /// What it was for was over on this day.
    pub(crate) ended: Option<Day>,
}

/// A decision that came, or comes, too late.
#[derive(Clone, Copy)]
pub(crate) struct Late {
    duty: Duty,
    number: u16,
    /// The last day on which it is in time for certain.
    last: Day,
    met: Option<Day>,
}

impl Late {
    /// None where the line is met in time, waits for something or has no day.
    pub(crate) fn of(context: &EvalContext<'_>, line: &Line<'_>) -> Option<Late> {
        let is_asked_for = |rule: &&Rule| match rule.arising.map(|arising| arising.from) {
            Some(ArisesFrom::LateDecision(duties)) => {
                duties.iter().any(|(duty, _)| *duty == line.plan.duty)
            }
            _ => false,
        };
        let mut rules = context.law.possibilities(context.regime());
        if line.standing != Standing::Stands || !rules.any(|(rule, _)| is_asked_for(&rule)) {
            return None;
        }
        let due = line.due()?;
        // Policy excuses nobody from the term of an act.
        let is_law = line.dates.version.tolerated.is_some_and(|bound| bound.layer.is_law());
        let tolerated = context.tolerated(line.plan, line.start, line.dates, &mut Silent);
        let last = tolerated.filter(|_| is_law).unwrap_or(due);
        let is_late = line.met.is_none_or(|met| met > last);
        is_late.then_some(Late { duty: line.plan.duty, number: line.number, last, met: line.met })
    }
}

/// What a window arises from.
struct Origin {
    against: Option<(EventName, Day)>,
    start: Start,
    who: Vec<Actor>,
    ended: Option<Day>,
    decision: Option<Decision>,
}

/// The objection to a decision.
pub(crate) struct Objection {
    pub(crate) decision: Decision,
    /// The last day to object.
    pub(crate) last_day: Day,
    pub(crate) made: Day,
}

/// The objections that were made, in the order of the decisions.
pub(crate) fn objections(context: &EvalContext<'_>) -> Vec<Objection> {
    let mut objections = Vec::new();
    for (rule, plan) in context.law.possibilities(context.regime()) {
        let Some(Arising { from: ArisesFrom::Decision(decisions), .. }) = rule.arising else {
            continue;
        };
        let origins = sent(context, decisions);
        let taken = taken(context, rule, &origins);
        for (origin, made) in origins.iter().zip(taken) {
            let last_day = context.last_day(plan, origin.start, None, &mut Silent);
            let objection = origin.decision.zip(last_day).zip(made);
            objections.extend(objection.map(|((decision, last_day), made)| Objection {
                decision,
                last_day,
                made,
            }));
        }
    }
    objections
}

/// Every possibility that follows from a set of facts, in order of the day on which it opens.
pub(crate) fn possibilities(law: &Law, facts: Facts<'_>) -> Vec<PossibilityLine> {
    let mut sink = PossibilitySink { late: Vec::new(), found: Vec::new() };
    evaluate(law, facts, &mut Clocks::default(), &mut Ends::default(), &mut sink);
    sink.found.into_iter().map(|(line, _)| line).collect()
}

/// Whether an event is recorded from which a possibility with a last day arises.
pub(crate) fn may_have_last_days(law: &Law, facts: Facts<'_>) -> bool {
    let decision = law.roles().decision;
    facts.events(FIRST_SICK_DAY_FROM).iter().any(|event| match event.kind {
        EventKind::Met(duty) => duty == decision,
        kind => matches!(
            kind,
            EventKind::WageSanction { .. }
                | EventKind::RepairRefused
                | EventKind::WiaGranted
                | EventKind::AssessedAble
                | EventKind::NoticeOfDefault
                | EventKind::DismissalPermitGiven
                | EventKind::TransitionPaymentMade
        ),
    })
}

struct PossibilitySink {
    late: Vec<Late>,
    found: Vec<(PossibilityLine, Start)>,
}

impl Sink for PossibilitySink {
    const WANTS_MILESTONES: bool = true;
    const WANTS_WAITING: bool = false;

    fn begin(&mut self, _: &EvalContext<'_>, _: &Ends) {}

    fn line(&mut self, context: &EvalContext<'_>, line: &Line<'_>) {
        self.late.extend(Late::of(context, line));
    }

    fn end(&mut self, context: &EvalContext<'_>, ends: &Ends) {
        self.found = windows(context, ends, &self.late);
    }
}

/// Every possibility of a case with what it counts from, in order of the day on which it opens.
pub(super) fn windows(
    context: &EvalContext<'_>,
    ends: &Ends,
    late: &[Late],
) -> Vec<(PossibilityLine, Start)> {
    let died = context.recorded.first(EventKind::Deceased);
    let mut all: Vec<(PossibilityLine, Start)> = Vec::new();
    for (rule, plan) in context.law.possibilities(context.regime()) {
        let (Some(possibility), Some(arising)) = (rule.possibility(), rule.arising) else {
            continue;
        };
        let origins = origins(context, ends, (late, &all), rule, arising);
        let taken = taken(context, rule, &origins);
        for ((number, origin), taken) in (1..).zip(&origins).zip(taken) {
            let Some(opens) = context.opening(plan, origin.start, ends, &mut Silent) else {
                continue;
            };
            let until = context.last_day(plan, origin.start, Some(opens), &mut Silent);
            let is_over = origin.ended.is_some_and(|ended| ended < opens);
            let is_shut = until.is_some_and(|until| until < opens);
            if is_over || is_shut || arising.since.is_some_and(|since| opens < since) {
                continue;
            }
            let tolerated = context.accepted_until(plan, until, &mut Silent);
            let ended = origin.ended.filter(|ended| until.is_none_or(|until| *ended <= until));
            let line = PossibilityLine {
                possibility,
                rule,
                number,
                who: origin.who.clone(),
                against: origin.against,
                opens,
                until,
                tolerated,
                taken,
                ended,
            };
            let outlives = |died: Day| {
                let over = earliest(taken, earliest(ended, tolerated.or(until)));
                over.is_none_or(|over| over >= died)
            };
            if !died.is_some_and(outlives) {
                all.push((line, origin.start));
            }
        }
    }
    all.sort_by_key(|(line, _)| line.opens);
    all
}

/// What a possibility arises from, in order.
fn origins(
    context: &EvalContext<'_>,
    ends: &Ends,
    (late, so_far): (&[Late], &[(PossibilityLine, Start)]),
    rule: &'static Rule,
    arising: Arising,
) -> Vec<Origin> {
    let leaves = context.facts.case.employment_last_day;
    let of_event = |event: &Event, kind: fn(EventName) -> StartKind, day: Day| {
        let name = event.kind.event_name();
        Origin {
            against: Some((name, event.on)),
            start: Start { day, kind: kind(name) },
            who: Vec::from([rule.actor]),
            ended: None,
            decision: None,
        }
    };
    let events = |is: fn(&EventKind) -> bool| {
        context.recorded.events.iter().filter(move |event| is(&event.kind))
    };
    match arising.from {
        ArisesFrom::Decision(decisions) => sent(context, decisions),
        ArisesFrom::LateDecision(duties) => {
            let of_late = |late: &Late| {
                let (_, who) = duties.iter().find(|(duty, _)| *duty == late.duty)?;
                Some(Origin {
                    against: Some((EventName::from(late.duty), late.last)),
                    start: Start {
                        day: late.last,
                        kind: StartKind::LastDayOf(late.duty, late.number),
                    },
                    who: people(who, context.regime()),
                    ended: late.met,
                    decision: None,
                })
            };
            let mut origins: Vec<Origin> = late.iter().filter_map(of_late).collect();
            origins.sort_by_key(|origin| origin.start.day);
            origins
        }
        ArisesFrom::Taken(other) => {
            let lines = so_far.iter().map(|(line, _)| line);
            let used = lines.filter(|line| line.possibility == other);
            let of_use = |line: &PossibilityLine| {
                let taken = line.taken?;
                let name = taken_by_event(line.rule)?;
                Some(Origin {
                    against: Some((name, taken)),
                    start: Start { day: taken, kind: StartKind::Recorded(name) },
                    who: line.who.clone(),
                    ended: line.ended,
                    decision: None,
                })
            };
            used.filter_map(of_use).collect()
        }
        ArisesFrom::EndOfBan => {
            let of_ban = |last: Day| Origin {
                against: None,
                start: Start { day: last.plus(1), kind: StartKind::DayAfterBan },
                who: Vec::from([rule.actor]),
                ended: leaves,
                decision: None,
            };
            ends.whole_ban_last.map(of_ban).into_iter().collect()
        }
        ArisesFrom::PermitGiven => events(|kind| matches!(kind, EventKind::DismissalPermitGiven))
            .map(|event| Origin { ended: leaves, ..of_event(event, StartKind::Recorded, event.on) })
            .collect(),
        ArisesFrom::TransitionPaymentMade => {
            events(|kind| matches!(kind, EventKind::TransitionPaymentMade))
                .map(|event| of_event(event, StartKind::Recorded, event.on))
                .collect()
        }
    }
}

/// The decisions that were sent, in order of the day.
fn sent(context: &EvalContext<'_>, decisions: &[(Decision, &[Actor])]) -> Vec<Origin> {
    let decided = |event: &Event| event.kind == EventKind::Met(context.law.roles().decision);
    let claim_decided = context.recorded.events.iter().any(decided);
    let decision = |event: &Event| match event.kind {
        EventKind::WageSanction { .. } => Some(Decision::WageSanction),
        EventKind::RepairRefused => Some(Decision::RepairRefused),
        // A grant is the decision where no other one is recorded.
        EventKind::WiaGranted if !claim_decided => Some(Decision::WiaDecision),
        EventKind::Met(duty) if duty == Decision::WiaDecision.duty() => Some(Decision::WiaDecision),
        EventKind::AssessedAble => Some(Decision::AssessedAble),
        _ => None,
    };
    let origin = |event: &Event| {
        let decision = decision(event)?;
        let (_, who) = decisions.iter().find(|(own, _)| *own == decision)?;
        let name = event.kind.event_name();
        Some(Origin {
            against: Some((name, event.on)),
            start: Start { day: event.on, kind: StartKind::Recorded(name) },
            who: people(who, context.regime()),
            ended: None,
            decision: Some(decision),
        })
    };
    context.recorded.events.iter().filter_map(origin).collect()
}

/// Those who are there in a regime.
fn people(who: &[Actor], regime: Regime) -> Vec<Actor> {
    let there = |actor: &&Actor| !(**actor == Actor::Employer && regime == Regime::SafetyNet);
    who.iter().filter(there).map(|actor| actor.in_regime(regime)).collect()
}

/// On which day somebody made use of each, as far as that is recorded: an event is about the latest one
/// that arose before it and was not used yet.
fn taken(context: &EvalContext<'_>, rule: &Rule, origins: &[Origin]) -> Vec<Option<Day>> {
    let mut taken = alloc::vec![None; origins.len()];
    let Some(by) = rule.arising.and_then(|arising| arising.taken_by) else { return taken };
    for event in context.recorded.events {
        let Some(to) = takes(by, event) else { continue };
        let fits = |(place, origin): (usize, &Origin)| {
            let is_it = to.is_none_or(|to| origin.decision == Some(to));
            let is_there = match by {
                TakenBy::NoticeOfDefault => origin.start.day < event.on,
                // It can be given before the ban has ended.
                TakenBy::PermitGiven => true,
                _ => origin.start.day <= event.on,
            };
            (is_it && is_there && taken[place].is_none()).then_some(place)
        };
        if let Some(place) = origins.iter().enumerate().rev().find_map(fits) {
            taken[place] = Some(event.on);
        }
    }
    taken
}

/// Whether an event makes use of a possibility, and the decision that it names.
const fn takes(by: TakenBy, event: &Event) -> Option<Option<Decision>> {
    match (by, event.kind) {
        (TakenBy::ObjectionMade, EventKind::ObjectionMade { to }) => Some(to),
        (TakenBy::NoticeOfDefault, EventKind::NoticeOfDefault)
        | (TakenBy::PermitGiven, EventKind::DismissalPermitGiven)
        | (TakenBy::DismissalNoticeGiven, EventKind::DismissalNoticeGiven)
        | (TakenBy::CompensationRequested, EventKind::CompensationRequested) => Some(None),
        _ => None,
    }
}

/// The event that makes use of a possibility.
fn taken_by_event(rule: &Rule) -> Option<EventName> {
    let kind = match rule.arising?.taken_by? {
        TakenBy::ObjectionMade => EventKind::ObjectionMade { to: None },
        TakenBy::NoticeOfDefault => EventKind::NoticeOfDefault,
        TakenBy::PermitGiven => EventKind::DismissalPermitGiven,
        TakenBy::DismissalNoticeGiven => EventKind::DismissalNoticeGiven,
        TakenBy::CompensationRequested => EventKind::CompensationRequested,
    };
    Some(kind.event_name())
}

impl EvalContext<'_> {
    /// The day on which a possibility opens.
    pub(crate) fn opening<T: Trace>(
        &self,
        plan: &RulePlan,
        start: Start,
        ends: &Ends,
        trace: &mut T,
    ) -> Option<Day> {
        let arising = plan.rule.arising?;
        let day = self.by_version(plan, |version| {
            let expr = match arising.lasting {
                Lasting::UntilDue => version.opens.as_ref()?,
                Lasting::FromDue => &version.due,
            };
            self.of_window(plan, expr, start, trace)
        })?;
        match arising.opening {
            Opening::OnThatDay => Some(day),
            Opening::TheDayAfter => {
                let day = day.plus(1);
                trace
                    .record(|steps| steps.push(Derived::Prolonged(Prolongation::DayAfter { day })));
                Some(day)
            }
            Opening::NotBeforeEndOfBan => {
                let later = ends.whole_ban_last.map(|last| last.plus(1)).filter(|free| *free > day);
                trace.record(|steps| {
                    steps.extend(later.map(|day| Derived::NotBefore { day }));
                });
                Some(later.unwrap_or(day))
            }
        }
    }

    /// The last day of a possibility; none where the law names none.
    pub(crate) fn last_day<T: Trace>(
        &self,
        plan: &RulePlan,
        start: Start,
        opens: Option<Day>,
        trace: &mut T,
    ) -> Option<Day> {
        if plan.rule.arising?.lasting == Lasting::FromDue {
            return None;
        }
        self.by_version(plan, |version| {
            let start = match (version.due.from, opens, start.kind) {
                (Anchor::Opens, Some(day), _) => Start { day, kind: StartKind::Opens },
                (Anchor::DayAfterPermit, _, StartKind::Recorded(name)) => {
                    Start { day: start.day.plus(1), kind: StartKind::DayAfter(name) }
                }
                _ => start,
            };
            self.of_window(plan, &version.due, start, trace)
        })
    }

    /// The last day on which it may still arrive.
    pub(crate) fn accepted_until<T: Trace>(
        &self,
        plan: &RulePlan,
        until: Option<Day>,
        trace: &mut T,
    ) -> Option<Day> {
        let start = Start { day: until?, kind: StartKind::Due };
        self.by_version(plan, |version| {
            let expr = version.tolerated.as_ref()?;
            let given = Given { start: Some(&start), due: until };
            self.evaluate(plan.rule, expr, given, trace)
        })
    }

    fn of_window<T: Trace>(
        &self,
        plan: &RulePlan,
        expr: &DateExpr,
        start: Start,
        trace: &mut T,
    ) -> Option<Day> {
        let given = Given { start: Some(&start), due: None };
        self.evaluate(plan.rule, expr, given, trace)
    }
}
