//! The explanation of a milestone: the sum, and what prolonged or cut it.

use super::counting::{self, counting};
use super::extension;
use super::starts::{Seen, effect_that_says};
use super::steps::{Answer, Change, NotExtended, Prolongation, StartKind, Step, Subject};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::termijnenwet::excluded_by;
use crate::law::{
    Anchor, Bound, LAW_AS_OF, Law, Milestone, Regime, Rule, Source, Version, bw7, index, only, wia,
    zw,
};
use crate::timeline::{MilestoneDay, View};
use alloc::vec::Vec;

pub(super) fn steps(view: &View<'_>, milestone: &MilestoneDay) -> Vec<Step> {
    let seen = Seen { view, number: 1 };
    let (law, rule) = (seen.law(), milestone.rule());
    let mut sums = sums(&seen, milestone);
    let first_sum = sums.iter().find_map(day_of);
    if sums.iter().rev().find_map(day_of) != Some(milestone.day()) {
        sums.clear();
    }
    let mut steps = Vec::from([Step::Answer(answer(view, milestone))]);
    let last = first_sum.unwrap_or(milestone.day());
    steps.extend(counting(view, rule.clock, last));
    steps.push(words(law, milestone));
    if milestone.day() > LAW_AS_OF {
        steps.push(Step::BeyondCheckedLaw { law_as_of: LAW_AS_OF });
    }
    let changes = changes(&seen, milestone, &sums);
    let why = never_moves(law, milestone, sums.last());
    steps.extend(sums);
    steps.push(Step::NotExtended { day: milestone.day(), why });
    steps.extend(readings(law, milestone));
    steps.extend(changes.into_iter().map(Step::Change));
    steps
}

/// Why the day does not move to a working day, whatever day it is: by the step that it ends with.
fn never_moves(law: &Law, milestone: &MilestoneDay, last: Option<&Step>) -> NotExtended {
    let excluded = |source| {
        let source = excluded_by(source);
        source.map_or(NotExtended::NoTerm, |source| NotExtended::Excluded { source })
    };
    match last {
        Some(Step::Prolonged(Prolongation::StatePension { source, .. })) => excluded(*source),
        Some(Step::Prolonged(
            Prolongation::EmploymentEnd { .. } | Prolongation::DayAfter { .. },
        )) => NotExtended::NoTerm,
        _ => extension::never(&bound_of(law, milestone)),
    }
}

/// The day on which a step of a sum ends.
fn day_of(step: &Step) -> Option<Day> {
    match step {
        Step::Sum(sum) => Some(sum.day),
        Step::Prolonged(prolonged) => Some(prolonged.day()),
        _ => None,
    }
}

fn answer(view: &View<'_>, milestone: &MilestoneDay) -> Answer {
    Answer {
        subject: Subject::Milestone(milestone.milestone()),
        name_nl: milestone.name(Lang::Nl).into(),
        name_en: milestone.name(Lang::En).into(),
        day: Some(milestone.day()),
        actor: None,
        with: Vec::new(),
        opens: None,
        met: None,
        status: None,
        because: None,
        relapse_joins_through: None,
        on: view.on(),
    }
}

/// The bound that says it: a short period from the state pension age on has words of its own.
fn bound_of(law: &Law, milestone: &MilestoneDay) -> Bound {
    let own = milestone.rule().version_in_force().due;
    if own.source == milestone.source() {
        return own;
    }
    effect_that_says(law, milestone.source()).map_or(own, |(_, bound)| bound)
}

fn words(law: &Law, milestone: &MilestoneDay) -> Step {
    let bound = bound_of(law, milestone);
    let is_own = bound.source == milestone.source();
    Step::Words {
        source: milestone.source(),
        layer: bound.layer,
        duty_layer: bound.layer,
        paraphrase: is_own.then_some((bound.term, bound.from)),
    }
}

fn readings(law: &Law, milestone: &MilestoneDay) -> Option<Step> {
    let bound = bound_of(law, milestone);
    let is_said = bound.source == milestone.source() && !bound.reading.is_empty();
    is_said.then_some(Step::Reading(super::steps::Reading {
        kind: super::steps::ReadingKind::Due,
        words: bound.reading,
        layer: bound.layer,
        day: Some(milestone.day()),
        due: milestone.day(),
        due_layer: bound.layer,
    }))
}

/// A chain of sums and what moved them, with the day that it has come to.
struct Chain<'s, 'v, 't> {
    seen: &'s Seen<'v, 't>,
    steps: Vec<Step>,
    day: Day,
}

impl<'s, 'v, 't> Chain<'s, 'v, 't> {
    /// Starts with the term of a rule.
    fn of(seen: &'s Seen<'v, 't>, rule: &Rule, version: &Version) -> Option<Self> {
        let bound = version.due;
        let from = seen.start(rule, bound.from)?;
        let sum = counting::sum(seen.view, from.into(), bound.term, bound.count, rule.clock)?;
        Some(Chain { seen, steps: Vec::from([Step::Sum(sum)]), day: sum.day })
    }

    /// The same; open where the term would end after recovery, when something else may end it.
    fn or_open(seen: &'s Seen<'v, 't>, rule: &Rule, version: &Version) -> Self {
        let open = || Chain { seen, steps: Vec::new(), day: Day::FOREVER };
        Chain::of(seen, rule, version).unwrap_or_else(open)
    }

    fn put(&mut self, prolonged: Prolongation) {
        self.day = prolonged.day();
        self.steps.push(Step::Prolonged(prolonged));
    }

    fn extension(&mut self, source: Source) {
        let extension = self.seen.extension_end().filter(|(until, _)| *until > self.day);
        if let Some((until, shortened_on)) = extension {
            self.put(Prolongation::Extension { shortened_on, until, source });
        }
    }

    fn late_claim(&mut self, source: Source) {
        let days = self.seen.view.days_claim_late();
        if days > 0 && self.day < Day::FOREVER {
            let until = self.seen.run_on(self.day, days);
            let leave_days = until.days_since(self.day).unsigned_abs().saturating_sub(days);
            self.put(Prolongation::LateClaim { days, leave_days, until, source });
        }
    }

    fn sanction(&mut self, source: Source) {
        let Some(sanction) = self.seen.view.sanction() else { return };
        if self.day == Day::FOREVER {
            return;
        }
        let Some((first, last)) = sanction.whole() else { return };
        let Some(end) = self.seen.delayed_end() else { return };
        let until = self.day.plus(last.days_since(end.day));
        self.put(Prolongation::Sanction {
            first,
            last,
            days: sanction.days(),
            shortened: sanction.days_shortened(),
            repaired: self.seen.repair_established(),
            until,
            source,
        });
    }

    /// From the state pension age on a short period holds, never past `cap`.
    fn state_pension(&mut self, rule: &Rule, cap: Day) {
        let case = self.seen.view.timeline().case();
        let Some(reached) = case.state_pension_day() else { return };
        let Some(first) = counting::date(self.seen.view, rule.clock, 1) else { return };
        let version = version_for(rule, first);
        // The recovery may come before the end of the short period, and after `cap`.
        let short = Chain::or_open(self.seen, rule, version);
        let Some(start) = self.seen.start(rule, version.due.from) else { return };
        let limited = short.day.min(cap).max(start.day.plus(-1));
        if limited >= self.day {
            return;
        }
        let until = limited;
        if limited == short.day {
            self.steps.extend(short.steps);
        }
        self.put(Prolongation::StatePension { reached, until, source: version.due.source });
    }

    fn employment_end(&mut self, last: Day) {
        let case = self.seen.view.timeline().case();
        let leaves = case.employment_last_day().filter(|day| *day == last);
        if let Some(until) = leaves.filter(|until| *until < self.day) {
            self.put(Prolongation::EmploymentEnd { until, source: bw7::WAGES_OF_AN_EMPLOYEE });
        }
    }
}

/// The version for a first sick day, as the short periods of the state pension age have it.
fn version_for(rule: &'_ Rule, first: Day) -> &'static Version {
    let mut versions = rule.versions();
    let holds = versions.find(|(window, _)| window.until.is_none_or(|until| first <= until));
    holds.map_or(rule.version_in_force(), |(_, version)| version)
}

/// The end of the waiting period with a voluntary extension, and the days that the claim was late.
pub(super) fn end_of_waiting(seen: &Seen<'_, '_>, with_delay: bool) -> Vec<Step> {
    let Some(mut chain) = waiting(seen) else { return Vec::new() };
    if with_delay {
        chain.late_claim(bw7::LATE_CLAIM_PROLONGS_WAGES);
    }
    chain.steps
}

fn waiting<'s, 'v, 't>(seen: &'s Seen<'v, 't>) -> Option<Chain<'s, 'v, 't>> {
    let mut chain = Chain::of(
        seen,
        seen.law().at(index::WAITING_PERIOD),
        seen.law().only(only::WAITING_PERIOD),
    )?;
    if let Some(Step::Sum(sum)) = chain.steps.first_mut() {
        sum.start.kind = StartKind::WaitingPeriod;
    }
    chain.extension(bw7::EXTENSION_PROLONGS_WAGES);
    Some(chain)
}

fn sums(seen: &Seen<'_, '_>, milestone: &MilestoneDay) -> Vec<Step> {
    let rule = milestone.rule();
    let version = rule.version_in_force();
    let own = || Chain::of(seen, rule, version);
    let open = || Chain::or_open(seen, rule, version);
    let chain = match milestone.milestone() {
        Milestone::END_OF_WAGES => Some(wages(open(), milestone.day())),
        Milestone::WIA_START => waiting(seen).map(|mut chain| {
            chain.late_claim(bw7::LATE_CLAIM_PROLONGS_WAGES);
            chain.sanction(bw7::EXTENSION_PROLONGS_WAGES);
            chain.put(Prolongation::DayAfter { day: chain.day.plus(1) });
            chain
        }),
        Milestone::END_OF_DISMISSAL_BAN => Some(dismissal_ban(open())),
        Milestone::END_OF_SICKNESS_BENEFIT => Some(benefit(open(), milestone.day())),
        Milestone::RELAPSE_WINDOW => own().map(|chain| relapse_window(chain, milestone.day())),
        Milestone::EARLY_IVA_LAST_CLAIM => own().map(|mut chain| {
            if let Some(until) = seen.view.benefit_after_assessment_last_day() {
                if until < chain.day {
                    chain.put(assessment(seen, until));
                }
            }
            chain
        }),
        _ => own(),
    };
    chain.map(|chain| chain.steps).unwrap_or_default()
}

fn wages<'s, 'v, 't>(mut chain: Chain<'s, 'v, 't>, last: Day) -> Chain<'s, 'v, 't> {
    let period = chain.day;
    chain.extension(bw7::EXTENSION_PROLONGS_WAGES);
    chain.late_claim(bw7::LATE_CLAIM_PROLONGS_WAGES);
    chain.sanction(bw7::EXTENSION_PROLONGS_WAGES);
    chain.state_pension(chain.seen.law().at(index::STATE_PENSION_WAGES), period);
    chain.employment_end(last);
    chain
}

/// The dismissal ban runs on by the days of what prolongs the wages.
fn dismissal_ban<'s, 'v, 't>(mut chain: Chain<'s, 'v, 't>) -> Chain<'s, 'v, 't> {
    let (seen, two_years) = (chain.seen, chain.day);
    let late = seen.view.days_claim_late();
    let waiting = waiting(seen).map(|chain| chain.day);
    let plain = seen.waiting_period_end();
    let extended = match (waiting, plain) {
        (Some(end), Some(plain)) => end.days_since(plain).unsigned_abs(),
        _ => 0,
    };
    let sanction = seen.view.sanction().filter(|sanction| sanction.whole().is_some());
    let sanction = sanction.map_or(0, |sanction| sanction.days());
    let days = late + extended + sanction;
    if two_years == Day::FOREVER {
        // Nothing runs on.
    } else if days == late {
        chain.late_claim(bw7::BAN_PROLONGED);
    } else {
        let until = seen.run_on(two_years, days);
        let source = bw7::EXTENSION_PROLONGS_BAN;
        chain.put(Prolongation::RunsOn { late, extended, sanction, until, source });
    }
    chain.state_pension(seen.law().at(index::STATE_PENSION_DISMISSAL_BAN), two_years);
    chain
}

fn benefit<'s, 'v, 't>(mut chain: Chain<'s, 'v, 't>, last: Day) -> Chain<'s, 'v, 't> {
    let seen = chain.seen;
    chain.late_claim(zw::LATE_CLAIM_PROLONGS_BENEFIT);
    chain.sanction(wia::AT_MOST_52_WEEKS);
    let case = seen.view.timeline().case();
    if let Some(reached) = case.state_pension_day() {
        let before = reached.plus(-1);
        if reached <= seen.view.first_sick_day() {
            let rule = seen.law().at(index::STATE_PENSION_BENEFIT);
            let version = version_for(rule, seen.view.first_sick_day());
            let short = Chain::of(seen, rule, version);
            if let Some(short) = short.filter(|short| short.day < chain.day) {
                let (until, source) = (short.day, version.due.source);
                chain.steps.extend(short.steps);
                chain.put(Prolongation::StatePension { reached, until, source });
            }
        } else if before < chain.day {
            let source = zw::NO_BENEFIT_FROM_STATE_PENSION_AGE;
            chain.put(Prolongation::StatePension { reached, until: before, source });
        }
    }
    let assessed = seen.view.benefit_after_assessment_last_day().filter(|day| *day == last);
    if let Some(until) = assessed.filter(|until| *until < chain.day) {
        let law = seen.law();
        let (rule, version) = (
            law.at(index::END_OF_BENEFIT_AFTER_ASSESSMENT),
            law.only(only::END_OF_BENEFIT_AFTER_ASSESSMENT),
        );
        if let Some(month) = Chain::of(seen, rule, version) {
            chain.steps.extend(month.steps);
        }
        chain.put(assessment(seen, until));
    }
    chain
}

fn assessment(seen: &Seen<'_, '_>, until: Day) -> Prolongation {
    let source = seen.law().only(only::END_OF_BENEFIT_AFTER_ASSESSMENT).due.source;
    Prolongation::Assessment { until, source }
}

/// Leave is no recovery, and leave that separates two cases ends the window.
fn relapse_window<'s, 'v, 't>(mut chain: Chain<'s, 'v, 't>, last: Day) -> Chain<'s, 'v, 't> {
    let seen = chain.seen;
    let rule = seen.law().at(index::RELAPSE_WINDOW);
    let days = seen.law().only(only::RELAPSE_WINDOW).due.term.days().unsigned_abs();
    if let Some(from) = seen.start(rule, Anchor::LastSickDay) {
        let until = seen.run_on(from.day, days);
        if until > chain.day {
            let days = until.days_since(chain.day).unsigned_abs();
            let source = wia::LEAVE_LEFT_OUT;
            chain.put(Prolongation::Leave { days, until, source });
        }
    }
    if last < chain.day {
        chain.put(Prolongation::Separated { until: last });
    }
    chain
}

/// What would move a milestone that lies ahead.
fn changes(seen: &Seen<'_, '_>, milestone: &MilestoneDay, sums: &[Step]) -> Vec<Change> {
    let view = seen.view;
    if milestone.day() < view.on() {
        return Vec::new();
    }
    if milestone.milestone() == Milestone::RELAPSE_WINDOW {
        return Vec::from([Change::Relapse]);
    }
    let is_cut = |step: &Step| {
        matches!(
            step,
            Step::Prolonged(
                Prolongation::StatePension { .. }
                    | Prolongation::EmploymentEnd { .. }
                    | Prolongation::Assessment { .. }
            )
        )
    };
    if sums.iter().any(is_cut) {
        return Vec::new();
    }
    // Before the term of the rule itself has ended its days can still be interrupted.
    let term_runs = sums.iter().find_map(day_of).is_some_and(|day| day >= view.on());
    let regime = view.timeline().case().regime();
    let prolongs = match milestone.milestone() {
        Milestone::END_OF_WAGES | Milestone::WIA_START | Milestone::END_OF_DISMISSAL_BAN => {
            regime != Regime::SafetyNet
        }
        Milestone::END_OF_SICKNESS_BENEFIT => regime == Regime::OwnRiskCarrier,
        _ => false,
    };
    let claimed = seen.line(seen.law().roles().claim, 1).is_some_and(|claim| claim.met().is_some());
    let changes = [
        (prolongs && !claimed, Change::LateClaim),
        (prolongs && term_runs && view.sanction().is_none(), Change::Sanction),
        (prolongs && term_runs && regime == Regime::Employer, Change::Extension),
        (
            term_runs && view.relapse_joins_through().is_none(),
            Change::Interruption { separates: counting::days_that_separate(seen.law()) },
        ),
    ];
    changes.into_iter().filter(|(holds, _)| *holds).map(|(_, change)| change).collect()
}
