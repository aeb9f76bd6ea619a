//! The verdict: a recorded file judged as of a day.
//!
//! Only facts dated on or before the day count: the same file judged as of an earlier day gives the
//! judgement of that day. Practice never makes a file worse than "attention", policy never worse
//! than "at risk".

mod content;
mod duties;
mod events;
mod finding;
mod second_track;

pub use content::{Coverage, PlanContent, ReportContent, ReportForm};
pub use finding::{
    Cost, CostKind, Finding, Judgement, JudgementKind, Repair, Severity, Topic, TopicKind,
};
pub use second_track::{Question, SecondTrack};

use crate::day::Day;
use crate::law::{Regime, only, zw};
use crate::timeline::{OpenNorm, State, Status, Timeline, View};
use alloc::vec::Vec;

/// A file judged as of a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict<'t> {
    view: View<'t>,
    findings: Vec<Finding>,
    second_track: SecondTrack,
    plan: PlanContent,
    report: ReportContent,
}

impl<'t> Verdict<'t> {
    /// Judges the file of `timeline` as of `on`.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Timeline, verdict::{Verdict, Judgement, Severity, Topic}};
    /// let day = Day::new;
    /// let case = Case::builder()
    ///     .sick_since(day(2026, 1, 5))
    ///     .met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 20)) // due on 16 February
    ///     .build()?;
    /// let timeline = Timeline::new(&case);
    /// let verdict = Verdict::new(&timeline, day(2026, 2, 21));
    /// let analysis = verdict.finding(Topic::Duty(Duty::PROBLEM_ANALYSIS, 1)).unwrap();
    /// assert_eq!(analysis.judgement(), Judgement::Late { days: 4 });
    /// assert_eq!(verdict.summary(), Severity::Attention);
    /// // A day before it was recorded, it was missing.
    /// assert_eq!(Verdict::new(&timeline, day(2026, 2, 19)).summary(), Severity::Defective);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn new(timeline: &'t Timeline, on: impl Into<Day>) -> Verdict<'t> {
        Verdict::from_view(timeline.view(on))
    }

    /// Judges what a view knows.
    #[must_use]
    pub fn from_view(view: View<'t>) -> Verdict<'t> {
        let second_track = SecondTrack::of(&view);
        let plan = PlanContent::of(&view);
        let report = ReportContent::of(&view);
        let mut findings: Vec<Finding> = Vec::new();
        if view.state() != State::NotYetSick {
            let unknown = Status::Undetermined(OpenNorm::NotRecorded);
            // Said once for all of them.
            let duties = view.obligations().filter(|(_, status)| *status != unknown);
            findings.extend(duties.map(|(line, status)| duties::finding(&view, line, status)));
            findings.extend(second_track.condition(&view));
            findings.extend(events::reintegration_interview(&view));
            findings.extend(plan.finding(&view));
            findings.extend(report.finding(&view));
            findings.extend(events::early_iva(&view));
            findings.extend(events::sanction(&view));
        }
        Verdict { view, findings, second_track, plan, report }
    }

    /// The view that was judged.
    #[must_use]
    pub const fn view(&self) -> &View<'t> {
        &self.view
    }

    /// The worst severity of all findings; "attention" at least where nobody can say whether a duty was done, see
    /// [`View::not_recorded`].
    #[must_use]
    pub fn summary(&self) -> Severity {
        let of_the_unknown = self.view.not_recorded().map(|_| Severity::Attention).next();
        let severities = self.findings.iter().map(Finding::severity);
        severities.chain(of_the_unknown).max().unwrap_or_default()
    }

    /// Every finding: duties in order of the due day, then what is no duty. There is none on a duty of which
    /// nobody can say whether it was done.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The finding on a topic.
    #[must_use]
    pub fn finding(&self, topic: Topic) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.topic() == topic)
    }

    /// The second track as a reviewer looks at it.
    #[must_use]
    pub const fn second_track(&self) -> &SecondTrack {
        &self.second_track
    }

    /// The plan of action item by item.
    #[must_use]
    pub const fn plan(&self) -> &PlanContent {
        &self.plan
    }

    /// The re-integration report part by part.
    #[must_use]
    pub const fn report(&self) -> &ReportContent {
        &self.report
    }
}

/// What missing steps can cost: a sanction of the full length, on the wages or on the benefit of an own-risk
/// carrier, as long as a WIA claim can still be handled; after an employment that ended before a claim could be,
/// recovery of the sickness benefit. In the safety net nothing.
fn sanction_risk(view: &View<'_>) -> Vec<Cost> {
    let longest = view.timeline().law().only(only::WAGE_SANCTION_LENGTH).due.term;
    let weeks = longest.number().unwrap_or_default().into();
    match view.timeline().case().regime() {
        _ if view.is_settled() || view.wia_cannot_start() => Vec::new(),
        Regime::Employer if view.benefit_follows() => {
            Vec::from([Cost::BenefitRecovery { weeks: zw::WEEKS_RECOVERED_AT_MOST }])
        }
        Regime::Employer => Vec::from([Cost::WageSanctionRisk { weeks }]),
        Regime::OwnRiskCarrier => Vec::from([Cost::BenefitSanctionRisk { weeks }]),
        Regime::SafetyNet => Vec::new(),
    }
}
