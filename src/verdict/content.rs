//! Checklists of presence: what the plan of action and the re-integration report must hold. Never
//! what they say.

use super::finding::{Finding, Judgement, Repair, Severity, Topic};
use super::second_track::is_unknown;
use crate::case::{EventKind, PlanItem, ReportPart};
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::{Document, Duty, Layer, procesgang};
use crate::timeline::{Obligation, Reason, Standing, View};
use alloc::vec::Vec;

/// The plan of action item by item (RP art. 4(2)).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct PlanContent {
    /// Whether the vision of both parties is asked for in this case.
    pub vision_is_asked: bool,
    /// Every item that is asked for, and when it was recorded as present.
    pub items: Vec<(PlanItem, Option<Day>)>,
}

/// First sick days from this day on need the vision of both parties (Stcrt. 2023, 13931); earlier
/// ones when the plan or the evaluation was made or adjusted after it.
const VISION_FROM: Day = Day::new(2023, 7, 1);

impl PlanContent {
    /// What `view` knows of it.
    pub(super) fn of(view: &View<'_>) -> PlanContent {
        let law = view.timeline().law();
        let made_after = view.events().any(|event| {
            let touches = match event.kind() {
                EventKind::PlanAdjusted => true,
                EventKind::Met(duty) => {
                    let document = law.rule(duty.id()).and_then(|rule| rule.document);
                    matches!(document, Some(Document::PlanOfAction | Document::PlanEvaluation))
                }
                _ => false,
            };
            touches && event.on() > VISION_FROM
        });
        let vision_is_asked = view.first_sick_day() >= VISION_FROM || made_after;
        let recorded = |item: PlanItem| {
            let mut events = view.events();
            events.find(|event| event.kind() == EventKind::PlanHolds(item)).map(|event| event.on())
        };
        let items = PlanItem::ALL
            .iter()
            .copied()
            .filter(|item| *item != PlanItem::Vision || vision_is_asked)
            .map(|item| (item, recorded(item)))
            .collect();
        PlanContent { vision_is_asked, items }
    }

    /// The items that are not recorded as present.
    pub fn missing(&self) -> impl Iterator<Item = PlanItem> {
        self.items.iter().filter(|(_, on)| on.is_none()).map(|(item, _)| *item)
    }

    /// A finding once the plan is there and somebody began to record what it holds.
    pub(super) fn finding(&self, view: &View<'_>) -> Option<Finding> {
        let (plan, _) = view.obligation(view.timeline().law().roles().plan)?;
        let begun = self.items.iter().any(|(_, on)| on.is_some());
        let met = plan.met.filter(|_| begun)?;
        let missing = u32::try_from(self.missing().count()).unwrap_or(u32::MAX);
        let complete = missing == 0;
        Some(Finding {
            topic: Topic::PlanContent,
            rule: Some(plan.rule()),
            judgement: if complete {
                Judgement::Complete
            } else {
                Judgement::Incomplete { missing }
            },
            severity: if complete { Severity::InOrder } else { Severity::Attention },
            layer: Layer::MinisterialRegulation,
            due: None,
            original_due: None,
            deviation: None,
            tolerated: None,
            met: Some(met),
            until: None,
            within_tolerance: false,
            cost: Vec::new(),
            repair: if complete { Repair::NotNeeded } else { Repair::AddWhatIsMissing },
            source: procesgang::PLAN_CONTENT,
        })
    }
}

closed_list! {
    /// Which form of re-integration report is due.
    ReportForm, "form of report" {
        /// None: the employment ends within six weeks of sickness, or the duty does not apply.
        None = 0, "none", "geen verslag nodig", "no report due";
        /// The short form: the employment ends within ten weeks (practice on RP art. 6(2)).
        Short = 1, "short", "verkort verslag", "short report";
        /// The full report with all twelve parts.
        Full = 2, "full", "volledig verslag", "full report";
    }
}

/// What covers a part of the report.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Coverage {
    /// Nothing recorded covers it.
    Missing,
    /// The facts of the case themselves.
    Facts,
    /// The case does not ask for it.
    NotAsked,
    /// It was recorded as present on a day.
    Recorded(Day),
    /// A duty was met on a day that yields it.
    Duty(Duty, Day),
}

/// The re-integration report part by part (RP art. 6(1)).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ReportContent {
    /// Which form is due.
    pub form: ReportForm,
    /// The twelve parts, and what covers each.
    pub parts: Vec<(ReportPart, Coverage)>,
}

impl ReportContent {
    /// What `view` knows of it.
    pub(super) fn of(view: &View<'_>) -> ReportContent {
        let parts = ReportPart::ALL.iter().map(|part| (*part, coverage(view, *part))).collect();
        ReportContent { form: form(view), parts }
    }

    /// The parts that nothing covers.
    pub fn missing(&self) -> impl Iterator<Item = ReportPart> {
        self.parts
            .iter()
            .filter(|(_, coverage)| *coverage == Coverage::Missing)
            .map(|(part, _)| *part)
    }

    /// A finding once the report is made or due.
    pub(super) fn finding(&self, view: &View<'_>) -> Option<Finding> {
        let report = report(view)?;
        let is_time = report.met.is_some() || report.due().is_some_and(|due| view.on() >= due);
        // The short form is asked "for as far as can reasonably be asked" (RP 6(2)).
        if self.form != ReportForm::Full || !is_time || is_unknown(view, report) {
            return None;
        }
        let missing = u32::try_from(self.missing().count()).unwrap_or(u32::MAX);
        let complete = missing == 0;
        // On the day itself what is missing can still be added in time.
        let is_in_time = report.met.is_none() && report.due() == Some(view.on());
        Some(Finding {
            topic: Topic::ReportContent,
            rule: Some(report.rule()),
            judgement: if complete {
                Judgement::Complete
            } else {
                Judgement::Incomplete { missing }
            },
            severity: match (complete, is_in_time) {
                (true, _) => Severity::InOrder,
                (false, true) => Severity::Attention,
                (false, false) => Severity::AtRisk,
            },
            layer: Layer::MinisterialRegulation,
            due: report.due,
            original_due: None,
            deviation: None,
            tolerated: None,
            met: report.met,
            until: None,
            within_tolerance: false,
            cost: if complete || is_in_time { Vec::new() } else { super::sanction_risk(view) },
            repair: if complete { Repair::NotNeeded } else { Repair::AddWhatIsMissing },
            source: procesgang::REPORT_CONTENT,
        })
    }
}

/// Which form of report is due in the case.
fn form(view: &View<'_>) -> ReportForm {
    let Some(report) = report(view) else {
        return ReportForm::None;
    };
    if let Standing::NotApplicable(Reason::SickTooShort | Reason::WiaCannotStart) =
        report.standing()
    {
        return ReportForm::None;
    }
    match view.short_report_through() {
        Some(through) if report.due().is_some_and(|due| due <= through) => ReportForm::Short,
        _ => ReportForm::Full,
    }
}

/// Recorded presence first; else the act that yields the part.
fn coverage(view: &View<'_>, part: ReportPart) -> Coverage {
    let mut events = view.events();
    if let Some(event) = events.find(|event| event.kind() == EventKind::ReportHolds(part)) {
        return Coverage::Recorded(event.on());
    }
    match part {
        ReportPart::E => Coverage::Facts,
        ReportPart::G if is_without_plan(view) => Coverage::NotAsked,
        // Before the end of the first sick year only the most recent evaluation is asked for.
        ReportPart::H if is_within_first_year(view) => {
            let held = view.events().rfind(|event| event.kind() == EventKind::Interview);
            held.map_or(Coverage::NotAsked, |event| Coverage::Recorded(event.on()))
        }
        _ => yielded(view, part).unwrap_or(Coverage::Missing),
    }
}

/// The duties that yield a part, when all were met: of two evaluations both are asked for, and the later
/// one shows that both are there.
fn yielded(view: &View<'_>, part: ReportPart) -> Option<Coverage> {
    let timeline = view.timeline();
    let letter = part.id().chars().next();
    let rules = timeline.law().rules().iter();
    let rules = rules.filter(|rule| rule.holds_in(timeline.case().regime()));
    let mut covered = None;
    for duty in rules.filter(|rule| rule.report_part == letter).filter_map(|rule| rule.duty()) {
        let (obligation, _) = view.obligation(duty)?;
        covered = Some(Coverage::Duty(duty, obligation.met()?));
    }
    covered
}

/// The re-integration report, where the case knows one.
fn report<'v>(view: &'v View<'_>) -> Option<&'v Obligation> {
    let (report, _) = view.obligation(view.timeline().law().roles().report)?;
    Some(report)
}

/// The physician sees no possibilities, so that there is no plan to report on.
fn is_without_plan(view: &View<'_>) -> bool {
    view.obligation(view.timeline().law().roles().plan).is_some_and(|(plan, _)| {
        plan.standing() == Standing::NotApplicable(Reason::NoPossibilities)
    })
}

/// The report is due before the first-year evaluation ever was.
fn is_within_first_year(view: &View<'_>) -> bool {
    let first_year = view.minimum_wage_floor_last_day();
    let due = report(view).and_then(Obligation::due);
    due.is_some_and(|due| first_year.is_none_or(|end| due < end))
}
