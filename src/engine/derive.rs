//! How every day of a case was found: the same evaluation, with its steps kept.

use super::clocks::Clocks;
use super::context::EvalContext;
use super::derivation::{Derived, NoDay};
use super::ends::Ends;
use super::evaluate::{Line, Sink, evaluate};
use super::left_out::{LeftOut, left_out};
use super::possibilities::{Late, PossibilityLine, windows};
use super::sum::Start;
use crate::case::Facts;
use crate::day::Day;
use crate::law::{Duty, Law, Milestone, Possibility, Rule};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// How a day was found: each step goes on from the one before it, and the last one ends on the day. A sum
/// that counts from a day of its own, after others, takes their place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Derivation {
    steps: Cow<'static, [Derived]>,
    left_out: Vec<LeftOut>,
}

impl Derivation {
    fn new(
        context: &EvalContext<'_>,
        mut steps: Vec<Derived>,
        day: Option<Day>,
        why: NoDay,
    ) -> Self {
        if let (true, Some(steps)) = (steps.is_empty() && day.is_none(), only(why)) {
            return Derivation { steps: Cow::Borrowed(steps), left_out: Vec::new() };
        }
        if day.is_none() && !matches!(steps.last(), Some(Derived::NoDay(_))) {
            steps.push(Derived::NoDay(why));
        }
        let mut numbered = steps.iter().filter_map(|step| match step {
            Derived::Sum(sum) if sum.number.is_some() => Some(sum),
            _ => None,
        });
        let left_out = numbered.next_back().map_or(Vec::new(), |sum| {
            let clock = context.clock(sum.clock);
            let first = clock.first_sick_day().unwrap_or(sum.day);
            left_out(clock, context.facts, context.law, first, sum.day)
        });
        Derivation { steps: Cow::Owned(steps), left_out }
    }

    /// The steps, in order.
    #[must_use]
    pub fn steps(&self) -> &[Derived] {
        &self.steps
    }

    /// The days that the clock of the last sum on sick days left out, up to the end of that sum.
    #[must_use]
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// The day that the last step ends on; none where it says why there is none.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.steps.last().and_then(Derived::day)
    }
}

/// The only step where a rule has no such date, or a duty none at all: kept once.
const fn only(why: NoDay) -> Option<&'static [Derived]> {
    match why {
        NoDay::NotInTheRule => Some(&[Derived::NoDay(NoDay::NotInTheRule)]),
        NoDay::NotGiven => Some(&[Derived::NoDay(NoDay::NotGiven)]),
        NoDay::Gone => Some(&[Derived::NoDay(NoDay::Gone)]),
        _ => None,
    }
}

/// How the four dates of an obligation were found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ObligationDerivation {
    duty: Duty,
    number: u16,
    opens: Derivation,
    advised: Derivation,
    due: Derivation,
    tolerated: Derivation,
    alternatives: Vec<(&'static Rule, Derivation)>,
}

impl ObligationDerivation {
    fn of(context: &EvalContext<'_>, line: &Line<'_>) -> ObligationDerivation {
        let Line { plan, number, start, dates, .. } = *line;
        let gone = line.has_no_dates();
        let why = |not_gone| if gone { NoDay::Gone } else { not_gone };
        let new = |mut steps: Vec<Derived>, day: Option<Day>, otherwise| {
            if gone && !steps.is_empty() {
                steps.push(Derived::NoDay(NoDay::Gone));
            }
            Derivation::new(context, steps, day, why(otherwise))
        };
        let reached = |otherwise| {
            let last = context.last.map(|last_sick_day| NoDay::NotReached { last_sick_day });
            last.unwrap_or(otherwise)
        };
        let mut due = Vec::new();
        context.dates(plan, start, &mut due);
        let mut opens = Vec::new();
        let can_open = dates.version.opens.is_some();
        if can_open || gone {
            context.trace_opens(plan, start, dates, &mut opens);
        }
        let would_open = opens.last().and_then(Derived::day);
        let is_after_due = dates.due.is_some_and(|due| would_open > Some(due));
        let (mut advised, mut tolerated) = (Vec::new(), Vec::new());
        let advised_day = context.advised(plan, start, dates, &mut advised);
        let tolerated_day = context.tolerated(plan, start, dates, &mut tolerated);
        let not_tolerated = match dates.version.tolerated {
            None => NoDay::NotInTheRule,
            Some(_) => NoDay::NotGiven,
        };
        let none = |day: Option<Day>| day.filter(|_| !gone);
        let nothing = NoDay::NothingToCountFrom;
        ObligationDerivation {
            duty: plan.duty,
            number,
            opens: new(
                opens,
                line.opens(),
                match can_open {
                    true if is_after_due => NoDay::AfterDue,
                    true => reached(nothing),
                    false => NoDay::NotInTheRule,
                },
            ),
            advised: new(advised, none(advised_day), reached(nothing)),
            due: new(due, line.due(), nothing),
            tolerated: new(tolerated, none(tolerated_day), not_tolerated),
            alternatives: if gone {
                Vec::new()
            } else {
                Self::alternatives_of(context, plan.rule())
            },
        }
    }

    /// The days that the rule names beside its own, as far as the case comes to them.
    fn alternatives_of(context: &EvalContext<'_>, rule: &Rule) -> Vec<(&'static Rule, Derivation)> {
        let found = rule.alternatives.iter().filter_map(|id| {
            let position = context.law.position_in(id, context.regime())?;
            let mut steps = Vec::new();
            let day = context.day(position, &mut steps)?;
            let derivation = Derivation::new(context, steps, Some(day), NoDay::NothingToCountFrom);
            Some((context.law.rules()[position], derivation))
        });
        found.collect()
    }

    /// The duty.
    #[must_use]
    pub const fn duty(&self) -> Duty {
        self.duty
    }

    /// 1, or the number in a series.
    #[must_use]
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// The first day on which it can or should be started.
    #[must_use]
    pub const fn opens(&self) -> &Derivation {
        &self.opens
    }

    /// The day to plan on.
    #[must_use]
    pub const fn advised(&self) -> &Derivation {
        &self.advised
    }

    /// The last day under the text, or the day that the parties agreed on instead.
    #[must_use]
    pub const fn due(&self) -> &Derivation {
        &self.due
    }

    /// The last day that the authority accepts, where that is later.
    #[must_use]
    pub const fn tolerated(&self) -> &Derivation {
        &self.tolerated
    }

    /// The due day on other grounds, where the ground is not recorded: the rule that gives each, and how.
    /// Those to which the case does not come are left out.
    #[must_use]
    pub fn alternatives(&self) -> &[(&'static Rule, Derivation)] {
        &self.alternatives
    }
}

/// How the days of a possibility were found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PossibilityDerivation {
    possibility: Possibility,
    number: u16,
    opens: Derivation,
    until: Derivation,
    tolerated: Derivation,
}

impl PossibilityDerivation {
    fn of(
        context: &EvalContext<'_>,
        ends: &Ends,
        (line, start): &(PossibilityLine, Start),
    ) -> Option<PossibilityDerivation> {
        let mut plans = context.law.possibilities(context.regime());
        let (_, plan) = plans.find(|(rule, _)| rule.kind == line.rule.kind)?;
        let (mut opens, mut until, mut tolerated) = (Vec::new(), Vec::new(), Vec::new());
        context.opening(plan, *start, ends, &mut opens);
        context.last_day(plan, *start, Some(line.opens), &mut until);
        context.accepted_until(plan, line.until, &mut tolerated);
        let new = |steps, day| Derivation::new(context, steps, day, NoDay::NotInTheRule);
        Some(PossibilityDerivation {
            possibility: line.possibility,
            number: line.number,
            opens: new(opens, Some(line.opens)),
            until: new(until, line.until),
            tolerated: new(tolerated, line.tolerated),
        })
    }

    /// The possibility.
    #[must_use]
    pub const fn possibility(&self) -> Possibility {
        self.possibility
    }

    /// 1, or the number among those of its kind.
    #[must_use]
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// The first day.
    #[must_use]
    pub const fn opens(&self) -> &Derivation {
        &self.opens
    }

    /// The last day.
    #[must_use]
    pub const fn until(&self) -> &Derivation {
        &self.until
    }

    /// The last day on which it may still arrive.
    #[must_use]
    pub const fn tolerated(&self) -> &Derivation {
        &self.tolerated
    }
}

/// How every day of a view was found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Derivations {
    obligations: Vec<ObligationDerivation>,
    milestones: Vec<(Milestone, Derivation)>,
    possibilities: Vec<PossibilityDerivation>,
}

impl Derivations {
    /// Of every possibility, in order of the day on which it opens.
    #[must_use]
    pub fn possibilities(&self) -> &[PossibilityDerivation] {
        &self.possibilities
    }

    /// Of a possibility, by its number among those of its kind.
    #[must_use]
    pub fn possibility(
        &self,
        possibility: Possibility,
        number: u16,
    ) -> Option<&PossibilityDerivation> {
        let is_it =
            |it: &&PossibilityDerivation| it.possibility == possibility && it.number == number;
        self.possibilities.iter().find(is_it)
    }

    /// Of every obligation, in no particular order.
    #[must_use]
    pub fn obligations(&self) -> &[ObligationDerivation] {
        &self.obligations
    }

    /// Of an obligation, by its duty and its number in a series.
    #[must_use]
    pub fn obligation(&self, duty: Duty, number: u16) -> Option<&ObligationDerivation> {
        let is_it = |it: &&ObligationDerivation| it.duty == duty && it.number == number;
        self.obligations.iter().find(is_it)
    }

    /// Of every milestone.
    #[must_use]
    pub fn milestones(&self) -> &[(Milestone, Derivation)] {
        &self.milestones
    }

    /// Of a milestone.
    #[must_use]
    pub fn milestone(&self, milestone: Milestone) -> Option<&Derivation> {
        self.milestones.iter().find(|(own, _)| *own == milestone).map(|(_, found)| found)
    }
}

/// What is derived.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    Everything,
    Obligation(Duty, u16),
    Milestone(Milestone),
    Possibility(Possibility, u16),
}

/// Derives what is wanted of a set of facts; of the milestones those that the case has.
pub(crate) fn derive(
    law: &Law,
    facts: Facts<'_>,
    milestones: &[Milestone],
    wanted: Wanted,
) -> Derivations {
    let mut sink =
        DerivationSink { wanted, milestones, late: Vec::new(), found: Derivations::default() };
    evaluate(law, facts, &mut Clocks::default(), &mut Ends::default(), &mut sink);
    sink.found
}

struct DerivationSink<'m> {
    wanted: Wanted,
    milestones: &'m [Milestone],
    late: Vec<Late>,
    found: Derivations,
}

impl Sink for DerivationSink<'_> {
    const WANTS_MILESTONES: bool = true;
    const WANTS_WAITING: bool = true;

    fn begin(&mut self, _: &EvalContext<'_>, _: &Ends) {}

    fn line(&mut self, context: &EvalContext<'_>, line: &Line<'_>) {
        let own = Wanted::Obligation(line.plan.duty, line.number);
        if matches!(self.wanted, Wanted::Everything | Wanted::Possibility(..)) {
            self.late.extend(Late::of(context, line));
        }
        if self.wanted == Wanted::Everything || self.wanted == own {
            self.found.obligations.push(ObligationDerivation::of(context, line));
        }
    }

    fn end(&mut self, context: &EvalContext<'_>, ends: &Ends) {
        for milestone in self.milestones {
            let is_wanted =
                [Wanted::Everything, Wanted::Milestone(*milestone)].contains(&self.wanted);
            if is_wanted {
                let mut steps = Vec::new();
                context.trace_milestone(ends, *milestone, &mut steps);
                let day = steps.last().and_then(Derived::day);
                let found = Derivation::new(context, steps, day, NoDay::NothingToCountFrom);
                self.found.milestones.push((*milestone, found));
            }
        }
        if !matches!(self.wanted, Wanted::Everything | Wanted::Possibility(..)) {
            return;
        }
        for window in windows(context, ends, &self.late) {
            let own = Wanted::Possibility(window.0.possibility, window.0.number);
            if [Wanted::Everything, own].contains(&self.wanted) {
                let found = PossibilityDerivation::of(context, ends, &window);
                self.found.possibilities.extend(found);
            }
        }
    }
}
