//! What the engine asks of a duty's rule again and again, worked out once from the rule.

use super::duty::Duty;
use super::lookup::code_of;
use super::planned::Planned;
use super::properties::{Deadline, Override, Recurrence, Tolerance};
use super::rule::{ClockKind, Condition, Rule};
use super::term::Term;
use super::version::{Anchor, Axis, Bound, Count, Version};
use crate::day::Day;

/// A duty of a regime.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Step {
    pub(crate) rule: &'static Rule,
    /// The version in force.
    pub(crate) last: &'static Version,
    pub(crate) duty: Duty,
    /// The place of the duty in the list of duties.
    pub(crate) code: usize,
    /// Its place among the duties of the regime.
    pub(crate) order: usize,
    /// The clock of the rule.
    pub(crate) clock: ClockKind,
    /// A case that begins after this day has the last version, whatever happens in it, and the rule holds.
    pub(crate) settled_after: Day,
    /// How the days of the last version are found.
    pub(crate) opens: Op,
    pub(crate) due: Op,
    /// The days that it is open, due and planned on are found by a short way.
    pub(crate) is_short: bool,
    /// Its days in a plain case.
    pub(crate) planned: Option<Planned>,
    /// How the day is found that the advice starts from; never where that is the due day.
    pub(crate) advised: Op,
    /// How the tolerated day is found.
    pub(crate) tolerated: Op,
    /// After this day it can no longer be done at all.
    pub(crate) last_chance: Op,
    /// While this duty is not met, the last version waits for it.
    pub(crate) awaits: Option<Duty>,
    /// It holds only while the employment lasts and is paid.
    pub(crate) employed: bool,
    /// It has a condition that does not hold in every ordinary case.
    pub(crate) has_special_condition: bool,
    /// Every case has one line of it: it is no series, and no duty that only some cases have.
    pub(crate) comes_once: bool,
    /// What can put another day in the place of the one in the rule.
    pub(crate) touched_by: Touched,
    /// The report of the sickness that leaves it without a day when it comes after the term.
    pub(crate) late_report: Option<Duty>,
}

/// The way to a day that most bounds go; [`Op::Other`] is the long way of [`Term::day`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Op {
    /// There is no such day.
    Never,
    /// That counted day.
    Counted(i32),
    /// So many calendar days after the end.
    AfterEnd(i32),
    /// So many calendar days after the end and the days that the claim was late.
    AfterDelayedEnd(i32),
    /// The day on which the duty was met.
    OnMet(Duty),
    /// So many days strictly after the day on which the duty was met or is planned.
    AfterMet {
        duty: Duty,
        /// Its place in the list of duties.
        code: usize,
        days: i32,
        count: Count,
        is_extended: bool,
    },
    /// So many counted days after the one before it in the series.
    AfterPrevious(i32),
    /// The last counted day of so many years.
    Years(i32),
    /// The first working day on or after the due day.
    WorkingDayFromDue,
    Other,
}

/// The day of a milestone or effect.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Way {
    pub(crate) clock: ClockKind,
    /// A case that begins after this day has the last version.
    pub(crate) settled_after: Day,
    /// How the day of the last version is found.
    pub(crate) op: Op,
}

impl Way {
    pub(super) const fn of(rule: &Rule) -> Way {
        let last = &rule.versions[rule.versions.len() - 1];
        Way { clock: rule.clock, settled_after: settled_after(rule), op: op(&last.due) }
    }
}

/// Recorded facts that put other days in the place of those in the rules.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Touched(u8);

impl Touched {
    pub(crate) const NOTHING: Touched = Touched(0);
    /// Long absence was foreseen, or the sickness reported, perhaps too late for the term.
    pub(crate) const FORESEEN: Touched = Touched(1);
    /// A perspective with the own employer.
    pub(crate) const PERSPECTIVE: Touched = Touched(2);
    /// The employment ends while the employee is sick.
    pub(crate) const LEAVES_SICK: Touched = Touched(4);
    /// A sanction was decided in time.
    pub(crate) const SANCTION: Touched = Touched(8);
    /// The parties agreed on another day.
    pub(crate) const DEVIATION: Touched = Touched(16);

    pub(crate) const fn and(self, other: Touched) -> Touched {
        Touched(self.0 | other.0)
    }

    pub(crate) const fn when(self, holds: bool) -> Touched {
        if holds { self } else { Touched::NOTHING }
    }

    pub(crate) const fn meets(self, other: Touched) -> bool {
        self.0 & other.0 != 0
    }
}

impl Step {
    pub(super) const fn of(rule: &'static Rule, duty: Duty, order: usize) -> Step {
        let last = &rule.versions[rule.versions.len() - 1];
        let (employed, has_special_condition) = conditions(rule);
        let is_tolerated_at_times = !matches!(rule.tolerance, Tolerance::Always);
        let opens = match &last.opens {
            Some(bound) => op(bound),
            None => Op::Never,
        };
        let due = op(&last.due);
        let advised = match &last.advised {
            Some(bound) => op(bound),
            None => Op::Never,
        };
        Step {
            rule,
            last,
            duty,
            code: code_of(duty),
            order,
            clock: rule.clock,
            settled_after: later(settled_after(rule), held_since(rule)),
            opens,
            due,
            is_short: !matches!(opens, Op::Other)
                && !matches!(due, Op::Other)
                && !matches!(advised, Op::Other),
            planned: None,
            advised,
            tolerated: match &last.tolerated {
                None => Op::Never,
                Some(_) if last.proviso.is_some() || is_tolerated_at_times => Op::Other,
                Some(bound) => op(bound),
            },
            last_chance: match &last.tolerated {
                Some(bound) if matches!(rule.deadline, Deadline::Final) => op(bound),
                _ => Op::Never,
            },
            awaits: match &last.opens {
                Some(Bound { from: Anchor::Met(duty), .. }) => Some(*duty),
                _ => None,
            },
            employed,
            has_special_condition,
            comes_once: matches!(rule.recurrence, Recurrence::Once),
            touched_by: touched_by(rule),
            late_report: late_report(rule),
        }
    }
}

/// Longer than any term reaches back from a day of the case.
const SAFELY_AFTER: i32 = 100 * 366;

/// The day after which older versions cannot apply: all that they look at lies on or after the first
/// sick day, but for terms that are counted back and an employment that ended earlier.
const fn settled_after(rule: &Rule) -> Day {
    let (mut latest, mut i) = (Day::from_number(i32::MIN / 2), 0);
    while i + 1 < rule.versions.len() {
        let (version, next) = (&rule.versions[i], &rule.versions[i + 1]);
        let reaches_back = match (version.axis, version.due.term, version.due.from) {
            (Axis::FirstSickDay, _, _) => 0,
            (_, _, Anchor::EmploymentEnd) => SAFELY_AFTER,
            (_, Term::WeeksBefore(_), _) => version.due.term.days(),
            _ => 0,
        };
        if let Some(since) = next.since {
            latest = later(latest, since.plus(-1).plus(reaches_back));
        }
        i += 1;
    }
    latest
}

/// The last first sick day for which a rule does not hold yet.
const fn held_since(rule: &Rule) -> Day {
    let (mut latest, mut i) = (Day::from_number(i32::MIN / 2), 0);
    while i < rule.conditions.len() {
        if let Condition::FirstSickDayFrom(day) = rule.conditions[i] {
            latest = later(latest, day.plus(-1));
        }
        i += 1;
    }
    latest
}

const fn later(a: Day, b: Day) -> Day {
    if a.number() > b.number() { a } else { b }
}

/// Whether a rule asks for the employment, and for something that is not so in every ordinary case.
const fn conditions(rule: &Rule) -> (bool, bool) {
    let (mut employed, mut special, mut i) = (false, false, 0);
    while i < rule.conditions.len() {
        match rule.conditions[i] {
            Condition::Employed => employed = true,
            Condition::BelowStatePensionAge
            | Condition::PossibilitiesToReturn
            | Condition::WiaCanStart
            | Condition::FirstSickDayFrom(_) => {}
            _ => special = true,
        }
        i += 1;
    }
    (employed, special)
}

/// What the overrides of a rule look at. The parties may agree on another day for any duty of which the
/// article lets them.
const fn touched_by(rule: &Rule) -> Touched {
    let (mut touched, mut i) = (Touched::DEVIATION, 0);
    while i < rule.overrides.len() {
        touched = touched.and(match rule.overrides[i] {
            Override::WithoutDelay { .. } => Touched::FORESEEN,
            Override::OwnEmployerPerspective => Touched::PERSPECTIVE,
            Override::LeavesWhileSick => Touched::LEAVES_SICK,
            Override::WageSanction => Touched::SANCTION,
            // What only some cases have never goes the short way.
            Override::EmploymentEndsWithinTerm | Override::SickAfterEmployment => Touched::NOTHING,
        });
        i += 1;
    }
    touched
}

/// See [`Step::late_report`].
const fn late_report(rule: &Rule) -> Option<Duty> {
    let mut i = 0;
    while i < rule.overrides.len() {
        if let Override::WithoutDelay { reported: Some(report), .. } = rule.overrides[i] {
            return Some(report.duty);
        }
        i += 1;
    }
    None
}

const fn op(bound: &Bound) -> Op {
    let is_extended = bound.term.is_extended_over_weekends(bound.layer);
    match (bound.from, bound.term, bound.count) {
        (Anchor::FirstSickDay, Term::OnTheDay, _) if !is_extended => Op::Counted(1),
        (Anchor::FirstSickDay, Term::WithinWeeksAfter(_), Count::SickDays) if !is_extended => {
            Op::Counted(bound.term.days() + 1)
        }
        (Anchor::FirstSickDay, Term::Years(n), Count::SickDays) => Op::Years(n as i32),
        (Anchor::FirstSickDay, term, Count::SickDays) if !is_extended => match term.place() {
            Some(place) => Op::Counted(place),
            None => Op::Other,
        },
        (Anchor::Due, Term::NextWorkingDay, _) => Op::WorkingDayFromDue,
        (Anchor::End, Term::WeeksBefore(_), _) => Op::AfterEnd(-bound.term.days()),
        (Anchor::End, Term::OnTheDay, _) => Op::AfterEnd(0),
        (Anchor::DelayedEnd, Term::WeeksBefore(_), _) => Op::AfterDelayedEnd(-bound.term.days()),
        (Anchor::DelayedEnd, Term::OnTheDay, _) => Op::AfterDelayedEnd(0),
        (Anchor::Met(duty), Term::OnTheDay, _) => Op::OnMet(duty),
        (Anchor::MetOrPlanned(duty), Term::WithinWeeksAfter(_), count) => {
            Op::AfterMet { duty, code: code_of(duty), days: bound.term.days(), count, is_extended }
        }
        (Anchor::PreviousInterview, Term::WithinWeeksAfter(_), Count::SickDays) if !is_extended => {
            Op::AfterPrevious(bound.term.days())
        }
        _ => Op::Other,
    }
}
