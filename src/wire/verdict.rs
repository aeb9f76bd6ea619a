//! A verdict as it goes out.

use super::questions::OpenQuestionForm;
use super::view::{CitationForm, Receipt};
use crate::case::DeviationReason;
use crate::day::Day;
use crate::lang::Lang;
use crate::timeline::{DateOf, OpenQuestion, View};
use crate::verdict::{Cost, Coverage, Finding, Topic, Verdict};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::{Serialize, Serializer};

/// A file judged as of a day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerdictForm {
    /// Identifier of the case.
    pub case: Option<String>,
    /// The regime.
    pub regime: &'static str,
    /// The day of the verdict.
    pub on: Day,
    /// What computed it.
    pub receipt: Receipt,
    /// `in-order`, `attention`, `at-risk` or `defective`: the worst of the findings.
    pub summary: &'static str,
    /// Every finding.
    pub findings: Vec<FindingForm>,
    /// What nobody can say, as it was due before the file was recorded; null where there is nothing.
    pub not_recorded: Option<NotRecordedForm>,
    /// What nobody recorded and would move a date.
    pub open_questions: Vec<OpenQuestionForm>,
    /// The second track.
    pub second_track: SecondTrackForm,
    /// The plan of action item by item.
    pub plan_of_action: PlanContentForm,
    /// The re-integration report part by part.
    pub reintegration_report: ReportContentForm,
}

/// The duties of which nobody can say whether they were done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NotRecordedForm {
    /// The first day from which on what happened is recorded.
    pub since: Option<Day>,
    /// The duties, each once.
    pub duties: Vec<&'static str>,
    /// In one sentence.
    pub words: TextForm,
}

impl NotRecordedForm {
    fn of(view: &View<'_>) -> Option<NotRecordedForm> {
        let mut duties: Vec<&'static str> = Vec::new();
        for obligation in view.not_recorded() {
            let id = obligation.duty().id();
            if !duties.contains(&id) {
                duties.push(id);
            }
        }
        let words = TextForm::of(|lang| view.not_recorded_words(lang).unwrap_or_default());
        let since = view.timeline().case().recorded_since();
        if duties.is_empty() { None } else { Some(NotRecordedForm { since, duties, words }) }
    }
}

/// A finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingForm {
    /// The duty or the topic.
    pub topic: &'static str,
    /// Its number.
    pub number: u16,
    /// The judgement.
    pub judgement: &'static str,
    /// Days or parts in the judgement.
    pub count: u32,
    /// How bad it is.
    pub severity: &'static str,
    /// How strong the norm is.
    pub layer: &'static str,
    /// The day by which it had to be done.
    pub due: Option<Day>,
    /// The day under the text, when the parties agreed on another.
    pub original_due: Option<Day>,
    /// Why they did.
    pub deviation: Option<&'static str>,
    /// The last day that is accepted.
    pub tolerated: Option<Day>,
    /// When it was done.
    pub met: Option<Day>,
    /// Until when it holds.
    pub until: Option<Day>,
    /// What it can cost.
    pub cost: Vec<CostForm>,
    /// What can still be done.
    pub repair: RepairForm,
    /// In one sentence.
    pub sentence: TextForm,
    /// The article that decides it.
    pub citation: CitationForm,
    /// Its words.
    pub text: &'static str,
    /// The open questions that the due day hangs on.
    pub questions: Vec<String>,
}

/// Text in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextForm {
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

impl TextForm {
    pub(super) fn of(words: impl Fn(Lang) -> String) -> TextForm {
        TextForm { nl: words(Lang::Nl), en: words(Lang::En) }
    }
}

/// A cost.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CostForm {
    /// `wage-sanction-risk` or `benefit-sanction-risk` (weeks), `fine` (euros) or `wages-run-on` (days).
    pub kind: &'static str,
    /// At most so much.
    pub amount: u32,
    /// In words.
    pub words: TextForm,
}

/// What can still be done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RepairForm {
    /// The stable name.
    pub kind: &'static str,
    /// In words.
    pub words: TextForm,
}

/// The second track.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SecondTrackForm {
    /// First day.
    pub opens: Option<Day>,
    /// The day to plan on.
    pub advised: Option<Day>,
    /// The last day under policy.
    pub due: Option<Day>,
    /// The last day that is accepted.
    pub tolerated: Option<Day>,
    /// When the statute's condition was recorded as met.
    pub own_work_ruled_out: Option<Day>,
    /// Who advised it, and when.
    pub advice: Vec<DatedForm>,
    /// When a perspective with the own employer was recorded.
    pub perspectives: Vec<Day>,
    /// When it started.
    pub started: Option<Day>,
    /// When providers were engaged.
    pub providers: Vec<Day>,
    /// Its phases.
    pub phases: Vec<DatedForm>,
    /// When and why it ended.
    pub ended: Option<DatedForm>,
    /// When the first track was given up.
    pub first_track_ended: Option<Day>,
    /// Whether both tracks run.
    pub side_by_side: bool,
    /// It ends at the latest on this day.
    pub at_the_latest_until: Option<Day>,
    /// What a reviewer would ask.
    pub questions: Vec<TextForm>,
}

/// Something with a day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatedForm {
    /// The stable name.
    pub name: &'static str,
    /// The day.
    pub on: Day,
}

/// The plan of action item by item.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanContentForm {
    /// Whether the vision of both parties is asked for.
    pub vision_is_asked: bool,
    /// The items.
    pub items: Vec<PartForm>,
}

/// The re-integration report part by part.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportContentForm {
    /// `none`, `short` or `full`.
    pub form: &'static str,
    /// The parts.
    pub parts: Vec<PartForm>,
}

/// An item or part, and whether it is there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartForm {
    /// The stable name.
    pub name: &'static str,
    /// Whether something covers it.
    pub present: bool,
    /// The day of what covers it, null for the facts of the case.
    pub on: Option<Day>,
}

impl From<&Verdict<'_>> for VerdictForm {
    fn from(verdict: &Verdict<'_>) -> VerdictForm {
        let case = verdict.view().timeline().case();
        let track = verdict.second_track();
        let questions = verdict.view().open_questions();
        VerdictForm {
            case: case.id().map(ToString::to_string),
            regime: case.regime().id(),
            on: verdict.view().on(),
            receipt: Receipt::now(),
            summary: verdict.summary().id(),
            findings: verdict
                .findings()
                .iter()
                .map(|finding| FindingForm {
                    questions: questions_on(&questions, finding),
                    ..FindingForm::from(finding)
                })
                .collect(),
            not_recorded: NotRecordedForm::of(verdict.view()),
            open_questions: questions.iter().map(OpenQuestionForm::from).collect(),
            second_track: SecondTrackForm {
                opens: track.opens,
                advised: track.advised,
                due: track.due,
                tolerated: track.tolerated,
                own_work_ruled_out: track.own_work_ruled_out,
                advice: dated(track.advice.iter().map(|(by, on)| (by.id(), *on))),
                perspectives: track.perspectives.clone(),
                started: track.started,
                providers: track.providers.clone(),
                phases: dated(track.phases.iter().map(|(phase, on)| (phase.id(), *on))),
                ended: track.ended.map(|(why, on)| DatedForm { name: why.id(), on }),
                first_track_ended: track.first_track_ended,
                side_by_side: track.side_by_side,
                at_the_latest_until: track.at_the_latest_until,
                questions: track
                    .questions
                    .iter()
                    .map(|question| TextForm::of(|lang| question.name(lang).to_string()))
                    .collect(),
            },
            plan_of_action: PlanContentForm {
                vision_is_asked: verdict.plan().vision_is_asked,
                items: verdict
                    .plan()
                    .items
                    .iter()
                    .map(|(item, on)| PartForm { name: item.id(), present: on.is_some(), on: *on })
                    .collect(),
            },
            reintegration_report: ReportContentForm {
                form: verdict.report().form.id(),
                parts: verdict
                    .report()
                    .parts
                    .iter()
                    .map(|(part, coverage)| PartForm {
                        name: part.id(),
                        present: *coverage != Coverage::Missing,
                        on: match coverage {
                            Coverage::Recorded(on) | Coverage::Duty(_, on) => Some(*on),
                            Coverage::Missing | Coverage::Facts | Coverage::NotAsked => None,
                        },
                    })
                    .collect(),
            },
        }
    }
}

fn dated(items: impl Iterator<Item = (&'static str, Day)>) -> Vec<DatedForm> {
    items.map(|(name, on)| DatedForm { name, on }).collect()
}

/// The stable names of the questions that the due day of a finding hangs on.
fn questions_on(questions: &[OpenQuestion], finding: &Finding) -> Vec<String> {
    match finding.topic() {
        Topic::Duty(duty, number) => super::questions::ids(questions, DateOf::Duty(duty, number)),
        _ => Vec::new(),
    }
}

impl From<&Finding> for FindingForm {
    fn from(finding: &Finding) -> FindingForm {
        FindingForm {
            topic: finding.topic().id(),
            number: finding.topic().number(),
            judgement: finding.judgement().id(),
            count: finding.judgement().number(),
            severity: finding.severity().id(),
            layer: finding.layer().id(),
            due: finding.due(),
            original_due: finding.original_due(),
            deviation: finding.deviation().map(DeviationReason::id),
            tolerated: finding.tolerated(),
            met: finding.met(),
            until: finding.until(),
            cost: finding.cost().iter().copied().map(CostForm::from).collect(),
            repair: RepairForm {
                kind: finding.repair().id(),
                words: TextForm::of(|lang| finding.repair().name(lang).to_string()),
            },
            sentence: TextForm::of(|lang| finding.sentence(lang)),
            citation: finding.citation().into(),
            text: finding.source().text,
            questions: Vec::new(),
        }
    }
}

impl From<Cost> for CostForm {
    fn from(cost: Cost) -> CostForm {
        let amount = match cost {
            Cost::WageSanctionRisk { weeks }
            | Cost::BenefitSanctionRisk { weeks }
            | Cost::BenefitRecovery { weeks } => weeks,
            Cost::Fine { up_to_eur } => up_to_eur,
            Cost::WagesRunOn { days } => days,
        };
        CostForm { kind: cost.id(), amount, words: TextForm::of(|lang| cost.words(lang)) }
    }
}

impl Serialize for Verdict<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        VerdictForm::from(self).serialize(serializer)
    }
}
