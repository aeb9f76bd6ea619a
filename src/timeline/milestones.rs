//! The days on which something changes without anybody acting, each with its source.

use super::View;
use super::outcome::Outcome;
use crate::case::Case;
use crate::day::Day;
use crate::engine::EndReason;
use crate::lang::Lang;
use crate::law::{Kind, Law, Milestone, Rule, Source, Version, bw7, wia};
use alloc::vec::Vec;

/// A milestone of a case.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct MilestoneDay {
    milestone: Milestone,
    rule: &'static Rule,
    version: &'static Version,
    day: Day,
    source: Source,
    moved_by: Vec<Source>,
}

impl MilestoneDay {
    /// Which milestone.
    #[must_use]
    pub const fn milestone(&self) -> Milestone {
        self.milestone
    }

    /// Its rule in the law table.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// The version of the rule that applies to this case.
    #[must_use]
    pub const fn version(&self) -> &'static Version {
        self.version
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self, lang: Lang) -> &'static str {
        self.milestone.name(lang)
    }

    /// The day; for an end the last day on which it still holds.
    #[must_use]
    pub fn day(&self) -> Day {
        self.day
    }

    /// The article that gives it, with its words.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.source
    }

    /// The articles by which recorded events prolonged or cut it, with their words.
    #[must_use]
    pub fn moved_by(&self) -> &[Source] {
        &self.moved_by
    }
}

impl View<'_> {
    /// The milestones that the case has or will come to, in order of the day, each with the article
    /// that gives it and the articles that moved it.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Milestone, Timeline};
    /// let day = Day::new;
    /// let case = Case::builder()
    ///     .sick_since(day(2023, 1, 2))
    ///     .met(Duty::WIA_CLAIM, day(2024, 10, 20)) // a week after 13 October
    ///     .build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(day(2024, 11, 1));
    /// let milestones = view.milestones();
    /// let wages = milestones.iter().find(|m| m.milestone() == Milestone::END_OF_WAGES).unwrap();
    /// assert_eq!(wages.day(), day(2025, 1, 5));
    /// assert_eq!(wages.source().citation.to_string(), "BW7 art. 629(1)");
    /// assert_eq!(wages.moved_by()[0].citation.to_string(), "BW7 art. 629(11)(a)");
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn milestones(&self) -> Vec<MilestoneDay> {
        milestones(self.timeline().law(), self.outcome(), self.timeline().case())
    }
}

impl View<'_> {
    /// The milestones after which something is lost.
    pub(crate) fn milestones_of_no_return(&self) -> Vec<MilestoneDay> {
        if self.outcome().ends.look_back_last.is_none() {
            return Vec::new();
        }
        let mut milestones = self.milestones();
        milestones.retain(|milestone| !milestone.rule().no_return.is_empty());
        milestones
    }
}

fn milestones(law: &Law, outcome: &Outcome, case: &Case) -> Vec<MilestoneDay> {
    let employment_ends = case.employment_last_day.is_some();
    let ends = &outcome.ends;
    let line = |milestone: Milestone, day: Option<Day>, source: Option<Source>, moved_by| {
        // The start of the WIA is the other side of the end of the waiting period.
        let kind = Kind::Milestone(match milestone {
            Milestone::WIA_START => Milestone::END_OF_WAITING_PERIOD,
            other => other,
        });
        let own = || law.rules().iter().copied().filter(|rule| rule.kind == kind);
        let rule = own().find(|rule| rule.holds_in(case.regime)).or(own().next())?;
        let place = Milestone::ALL.iter().position(|other| *other == milestone);
        let version = place.and_then(|place| ends.versions[place]);
        let version = version.unwrap_or(rule.version_in_force());
        let source = source.unwrap_or(version.due.source);
        Some(MilestoneDay { milestone, rule, version, day: day?, source, moved_by })
    };
    let sanction_runs = ends.sanction.is_some_and(|sanction| sanction.whole().is_some());
    let is_late = ends.days_claim_late > 0;
    let is_extended = ends.is_extended;
    let leaves = employment_ends && ends.wages_last.is_some() && ends.leaving_cuts_wages;
    let wages_moved = if leaves {
        Vec::from([bw7::WAGES_OF_AN_EMPLOYEE])
    } else if ends.domestic_source.is_some() {
        Vec::new()
    } else {
        Vec::from_iter(
            [
                is_late.then_some(bw7::LATE_CLAIM_PROLONGS_WAGES),
                (is_extended || sanction_runs).then_some(bw7::EXTENSION_PROLONGS_WAGES),
                sanction_runs.then_some(wia::AT_MOST_52_WEEKS),
            ]
            .into_iter()
            .flatten(),
        )
    };
    let ban_moved = Vec::from_iter(
        [
            is_late.then_some(bw7::BAN_PROLONGED),
            (is_extended || sanction_runs).then_some(bw7::EXTENSION_PROLONGS_BAN),
        ]
        .into_iter()
        .flatten(),
    );
    let none = Vec::new;
    // Who has reached the state pension age waits for no WIA benefit.
    let pensioned = ends.overs.case.filter(|over| over.reason == EndReason::StatePensionAge);
    let mut lines: Vec<MilestoneDay> = [
        line(Milestone::END_OF_MINIMUM_WAGE_FLOOR, ends.floor_last, None, none())
            .filter(|_| ends.wages_last.is_some() || ends.benefit_last.is_none()),
        line(Milestone::END_OF_WAITING_PERIOD, ends.waiting_last, None, none())
            .filter(|line| pensioned.is_none_or(|over| line.day < over.from)),
        line(
            Milestone::END_OF_WAGES,
            ends.wages_last,
            ends.pension_source.or(ends.domestic_source),
            wages_moved.clone(),
        ),
        line(
            Milestone::WIA_START,
            ends.wia_start,
            Some(wia::FIRST_DAY_AFTER_WAITING),
            if leaves { none() } else { wages_moved },
        ),
        line(Milestone::END_OF_SICKNESS_BENEFIT, ends.benefit_last, None, none()),
        line(
            Milestone::END_OF_BENEFIT_AFTER_ASSESSMENT,
            ends.benefit_after_assessment_last(),
            None,
            none(),
        ),
        line(Milestone::END_OF_DISMISSAL_BAN, ends.ban_last, ends.ban_source, ban_moved),
        line(Milestone::EARLY_IVA_FIRST_CLAIM, ends.early_iva_first, None, none()),
        line(Milestone::EARLY_IVA_LAST_CLAIM, ends.early_iva_last, None, none()),
        line(Milestone::WIA_LOOK_BACK, ends.look_back_last, None, none()),
        line(Milestone::LEAVE_BAN, ends.leave_ban_last, None, none()),
        line(Milestone::WAITING_DAYS, ends.waiting_days_last, None, none()),
        line(Milestone::RELAPSE_WINDOW, ends.relapse_joins_through, None, none()),
    ]
    .into_iter()
    .flatten()
    .collect();
    lines.sort_by_key(|line| line.day);
    lines
}
