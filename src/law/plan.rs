//! The rules compiled for the engine: how every day of a duty is counted, on what the duty depends, and
//! what can put another day in the place of its own. Nothing of a rule is looked at again case by case, and
//! nothing is asked of the name of a duty.

use super::duty::Duty;
use super::lookup::code_of;
use super::properties::{Afterwards, Deadline, Force, Override, Recurrence};
use super::rule::{ClockKind, Condition, Rule};
use super::term::Term;
use super::version::{Anchor, Axis, Bound, Count, Version};
use crate::day::Day;

/// How a day is found: a number of days or months from another day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct DateExpr {
    pub(crate) bound: &'static Bound,
    /// The first day of the version that it stands in.
    pub(crate) since: Option<Day>,
    pub(crate) from: Anchor,
    pub(crate) counting: Counting,
    /// It is extended over weekends and public holidays (*Algemene termijnenwet*).
    pub(crate) is_extended: bool,
}

/// What is counted from a day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Counting {
    /// Nothing: the day itself.
    Nothing,
    /// The n-th counted day of the clock, whatever day it counts from.
    Place(i32),
    /// So many counted days strictly after the day.
    CountedDays(i32),
    /// So many counted days, the first of them the day itself.
    CountedDaysFrom(i32),
    /// So many calendar days; back where negative.
    Days(i32),
    /// To the same day of the month.
    Months(i32),
    /// As many counted days as there are calendar days in so many months, strictly after the day.
    CountedMonths(i32),
    /// As many counted days as there are calendar days in so many years, the first of them the day itself.
    CountedYears(i32),
    /// To the day before the same date so many years later.
    Years(i32),
    /// To the first working day on or after the day.
    WorkingDay,
}

impl DateExpr {
    /// How the day of a bound is found.
    pub(crate) const fn of(bound: &'static Bound, version: &Version) -> DateExpr {
        DateExpr {
            bound,
            since: version.since,
            from: bound.from,
            counting: Counting::of(bound),
            is_extended: bound.term.is_extended_over_weekends(bound.layer),
        }
    }
}

impl Counting {
    /// The table at the head of [`Term`] in numbers of days.
    const fn of(bound: &Bound) -> Counting {
        let (days, is_counted) = (bound.term.days(), matches!(bound.count, Count::SickDays));
        let is_first = is_counted && matches!(bound.from, Anchor::FirstSickDay);
        match (bound.term, bound.term.place()) {
            (_, Some(place)) if is_first => Counting::Place(place),
            (_, Some(place)) if is_counted => Counting::CountedDaysFrom(place),
            (_, Some(place)) => Counting::Days(place - 1),
            (Term::OnTheDay, _) if is_first => Counting::Place(1),
            (Term::NextWorkingDay, _) => Counting::WorkingDay,
            (Term::WithinWeeksAfter(_), _) if is_first => Counting::Place(days + 1),
            (Term::WithinWeeksAfter(_), _) if is_counted => Counting::CountedDays(days),
            (Term::WeeksBefore(_), _) => Counting::Days(-days),
            (Term::FirstDayOfLastWeeks(_), _) => Counting::Days(1 - days),
            (
                Term::WithinWeeksAfter(_)
                | Term::InterruptionShorterThan(_)
                | Term::AtLeastWeeksBetween(_),
                _,
            ) => Counting::Days(days),
            (Term::ByDayAfter(n), _) if is_counted => Counting::CountedDays(n as i32),
            (Term::ByDayAfter(n), _) => Counting::Days(n as i32),
            (Term::MonthsAfterStart(n), _) if is_counted => Counting::CountedMonths(n as i32),
            (
                Term::WithinMonthsAfter(n) | Term::UntilMonthsAfter(n) | Term::MonthsAfterStart(n),
                _,
            ) => Counting::Months(n as i32),
            (Term::Years(n), _) if is_counted => Counting::CountedYears(n as i32),
            (Term::Years(n), _) => Counting::Years(n as i32),
            _ => Counting::Nothing,
        }
    }
}

/// The days of a version.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct VersionPlan {
    pub(crate) version: &'static Version,
    pub(crate) opens: Option<DateExpr>,
    pub(crate) advised: Option<DateExpr>,
    pub(crate) due: DateExpr,
    pub(crate) tolerated: Option<DateExpr>,
    /// While this duty is not met, it waits for it.
    pub(crate) awaits: Option<Duty>,
}

impl VersionPlan {
    pub(crate) const fn of(version: &'static Version) -> VersionPlan {
        const fn of(bound: &'static Option<Bound>, version: &Version) -> Option<DateExpr> {
            match bound {
                Some(bound) => Some(DateExpr::of(bound, version)),
                None => None,
            }
        }
        VersionPlan {
            version,
            opens: of(&version.opens, version),
            advised: of(&version.advised, version),
            due: DateExpr::of(&version.due, version),
            tolerated: of(&version.tolerated, version),
            awaits: match &version.opens {
                Some(Bound { from: Anchor::Met(duty), .. }) => Some(*duty),
                _ => None,
            },
        }
    }
}

/// A rule in a regime.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct RulePlan {
    pub(crate) rule: &'static Rule,
    /// A case that begins after this day has the last version, whatever happens in it.
    pub(crate) settled_after: Day,
    /// The version in force.
    pub(crate) last: VersionPlan,
}

impl RulePlan {
    pub(super) const fn of(rule: &'static Rule) -> RulePlan {
        let last = VersionPlan::of(&rule.versions[rule.versions.len() - 1]);
        RulePlan { rule, settled_after: settled_after(rule), last }
    }
}

/// A duty of a regime.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct DutyPlan {
    pub(crate) plan: RulePlan,
    pub(crate) duty: Duty,
    /// The place of the duty in the list of duties.
    pub(crate) code: usize,
    /// The place of its rule in the table, in which lines of one day are ordered.
    pub(crate) rank: usize,
    /// Its place among the duties of the regime.
    pub(crate) order: usize,
    /// Its place among them in the order in which they usually fall due.
    pub(crate) turn: usize,
    /// It holds only while the employment lasts and is paid.
    pub(crate) employed: bool,
    /// It has a condition that does not hold in every ordinary case.
    pub(crate) has_special_condition: bool,
    /// A case that begins after this day meets the condition on the first sick day.
    pub(crate) held_after: Day,
    /// After its tolerated day it can no longer be done at all.
    pub(crate) is_final: bool,
    /// It falls due after recovery too.
    pub(crate) falls_due_afterwards: bool,
    /// It holds only while the employment lasts, and cannot be done after it.
    pub(crate) ends_with_employment: bool,
    /// It stays to be done after the end of the payment.
    pub(crate) until_decided: bool,
    /// Somebody may do it, and nobody must.
    pub(crate) is_power: bool,
    /// Every case has one line of it: it is no series, and no duty that only some cases have.
    pub(crate) comes_once: bool,
    /// What can put another day in the place of the one in the rule.
    pub(crate) touched_by: Touched,
    /// The report of the sickness that leaves it without a day when it comes after the term.
    pub(crate) late_report: Option<Duty>,
}

impl DutyPlan {
    pub(super) const fn of(rule: &'static Rule, duty: Duty, rank: usize, order: usize) -> DutyPlan {
        let (employed, has_special_condition) = conditions(rule);
        DutyPlan {
            plan: RulePlan::of(rule),
            duty,
            code: code_of(duty),
            rank,
            order,
            turn: order,
            employed,
            has_special_condition,
            held_after: held_after(rule),
            is_final: matches!(rule.deadline, Deadline::Final),
            falls_due_afterwards: matches!(rule.afterwards, Afterwards::FallsDue),
            ends_with_employment: employed && matches!(rule.afterwards, Afterwards::CannotBeDone),
            until_decided: matches!(rule.afterwards, Afterwards::UntilDecided),
            is_power: !matches!(rule.force, Force::Duty),
            comes_once: matches!(rule.recurrence, Recurrence::Once),
            touched_by: touched_by(rule),
            late_report: late_report(rule),
        }
    }

    /// The same for cases in which a version holds for certain.
    pub(crate) const fn by(&self, version: &'static Version) -> DutyPlan {
        let mut own = *self;
        own.plan.settled_after = Day::from_number(i32::MIN / 2);
        own.plan.last = VersionPlan::of(version);
        own
    }

    /// The day after which a case has the last version, and the rule holds.
    pub(crate) const fn settled_after(&self) -> Day {
        later(self.plan.settled_after, self.held_after)
    }

    /// The rule.
    pub(crate) const fn rule(&self) -> &'static Rule {
        self.plan.rule
    }

    /// The clock of the rule.
    pub(crate) const fn clock(&self) -> ClockKind {
        self.plan.rule.clock
    }
}

/// Recorded facts that put other days in the place of those in the rules.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Touched(u16);

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
    /// The employment has a last day.
    pub(crate) const EMPLOYMENT_END: Touched = Touched(32);
    /// The parties asked for a longer wage period, and the waiting period was reached.
    pub(crate) const EXTENDED: Touched = Touched(64);
    /// The physician saw no possibilities.
    pub(crate) const NO_POSSIBILITIES: Touched = Touched(128);
    /// A recovery may be to report after the sickness itself.
    pub(crate) const REPORTED: Touched = Touched(256);

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
const fn held_after(rule: &Rule) -> Day {
    let (mut latest, mut i) = (Day::from_number(i32::MIN / 2), 0);
    while i < rule.conditions.len() {
        if let Condition::FirstSickDayFrom(day) = rule.conditions[i] {
            latest = later(latest, day.plus(-1));
        }
        i += 1;
    }
    latest
}

pub(super) const fn later(a: Day, b: Day) -> Day {
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
            | Condition::NotEntitledToSicknessBenefit
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
            Override::PossibilitiesReturned(_) => Touched::NO_POSSIBILITIES,
            Override::LeavesWhileSick => Touched::LEAVES_SICK,
            Override::WageSanction => Touched::SANCTION,
            Override::NotBeforeItOpens => Touched::REPORTED,
            Override::EmploymentEndsWithinTerm | Override::SickAfterEmployment => {
                Touched::EMPLOYMENT_END
            }
        });
        i += 1;
    }
    match rule.when_extended {
        Some(_) => touched.and(Touched::EXTENDED),
        None => touched,
    }
}

/// See [`DutyPlan::late_report`].
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
