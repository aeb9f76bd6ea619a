//! What a field can hold, where its type does not say it: closed lists and bounds.

use super::lists as all;
use crate::case::{
    DeviationReason, Entitlement, EventName, InterviewRhythm, Joins, Role, WageTerms,
};
use crate::change::{Uncounted, What, WhyKind};
use crate::explain::StepKind;
use crate::lang::Lang;
use crate::law::{Actor, ClockKind, Count, Layer, PendingStatus, Possibility, Regime};
use crate::protocol::{
    ADDRESS, AnchorKind, FARTHEST_DAYS, IDENTIFIER, LAST_WEEK, LINE, Origin, OwnDateRemarkKind,
    Recipient, ReminderKind, Step, TaskStatusKind, Treatment,
};
use crate::timeline::{
    AnswerKind, EndReason, PossibilityState, QuestionKind, StateKind, StatusKind, UnusedReason,
};
use crate::verdict::{CostKind, JudgementKind, Repair, ReportForm, Severity};
use crate::wire::PROTOCOL_VERSION;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::{Map, Value, json};

/// What a field, or every item of it, can hold.
enum Holds {
    /// One of a closed list.
    OneOf(fn() -> Vec<&'static str>),
    /// A number, both ends inclusive.
    From(u16, u16),
    /// The version of the form.
    Version,
    /// A line of at most so many characters.
    Line(usize),
    /// The address of a page; empty for none.
    Address,
    /// A name that a program gives.
    Identifier,
    /// At least one item.
    Something,
}

use Holds::{Address, From, Identifier, Line, OneOf, Something, Version};

/// One line that is not blank.
const LINE_OF_TEXT: &str =
    r"[^\u0000-\u001F\u007F-\u009F]*[^\s\u0000-\u001F\u007F-\u009F][^\u0000-\u001F\u007F-\u009F]*";

/// The form, its fields, and what they hold. The fields of an event stand in `event.rs`.
const FIELDS: &[(&str, &[&str], Holds)] = &[
    ("CaseForm", &["regime"], OneOf(all::of::<Regime>)),
    ("CaseForm", &["spells"], Something),
    ("CaseForm", &["sickness_benefit_entitlement"], OneOf(all::of::<Entitlement>)),
    ("CaseForm", &["interviews"], OneOf(all::of::<InterviewRhythm>)),
    ("CaseForm", &["wage_terms"], OneOf(all::of::<WageTerms>)),
    ("LeaveForm", &["joins"], OneOf(all::of::<Joins>)),
    ("LeaveForm", &["decided_by"], OneOf(all::of::<Role>)),
    // A protocol.
    ("ProtocolForm", &["version"], Version),
    ("ProtocolForm", &["name"], Line(LINE)),
    ("PublicationForm", &["title"], Line(LINE)),
    ("PublicationForm", &["url"], Address),
    ("ReminderRuleForm", &["lead_days"], From(1, FARTHEST_DAYS)),
    ("ReminderRuleForm", &["to"], OneOf(all::of::<Recipient>)),
    ("ReminderRuleForm", &["to"], Something),
    ("EscalationForm", &["after_days"], From(1, FARTHEST_DAYS)),
    ("EscalationForm", &["to"], OneOf(all::of::<Recipient>)),
    ("EscalationForm", &["to"], Something),
    ("DutyRuleForm", &["duty"], OneOf(all::duties)),
    ("DutyRuleForm", &["every_weeks"], From(1, LAST_WEEK)),
    ("TaskForm", &["task"], Identifier),
    ("TaskForm", &["name_nl", "name_en"], Line(LINE)),
    ("TaskForm", &["who"], OneOf(all::of::<Actor>)),
    ("TaskForm", &["done_by"], OneOf(all::of::<EventName>)),
    ("MomentForm", &["anchor"], OneOf(all::of::<AnchorKind>)),
    ("MomentForm", &["week"], From(1, LAST_WEEK)),
    ("MomentForm", &["duty"], OneOf(all::duties)),
    ("MomentForm", &["event"], OneOf(all::of::<EventName>)),
    ("MomentForm", &["days_before", "days_after"], From(0, FARTHEST_DAYS)),
    ("MomentForm", &["sick_weeks_before", "sick_weeks_after"], From(0, LAST_WEEK)),
    ("MomentForm", &["step"], OneOf(all::of::<Step>)),
    // Answers.
    ("ViewForm", &["regime"], OneOf(all::of::<Regime>)),
    ("ViewForm", &["state"], OneOf(all::of::<StateKind>)),
    ("MilestoneForm", &["milestone"], OneOf(all::milestones)),
    ("NextForm", &["duty"], OneOf(all::duties)),
    ("NextForm", &["status"], OneOf(all::of::<StatusKind>)),
    ("ObligationForm", &["duty", "waiting_for"], OneOf(all::duties)),
    ("ObligationForm", &["actor", "with", "informs"], OneOf(all::of::<Actor>)),
    ("ObligationForm", &["layer", "due_layer"], OneOf(all::of::<Layer>)),
    ("ObligationForm", &["deviation"], OneOf(all::of::<DeviationReason>)),
    ("ObligationForm", &["status"], OneOf(all::of::<StatusKind>)),
    ("ObligationForm", &["reason"], OneOf(all::reasons_and_norms)),
    ("OpenQuestionForm", &["kind"], OneOf(all::of::<QuestionKind>)),
    ("AnswerForm", &["answer"], OneOf(all::of::<AnswerKind>)),
    ("AnsweredDateForm", &["milestone"], OneOf(all::milestones)),
    ("AnsweredDateForm", &["duty"], OneOf(all::duties)),
    ("NotRecordedForm", &["duties"], OneOf(all::duties)),
    ("UnusedForm", &["kind"], OneOf(all::of::<EventName>)),
    ("UnusedForm", &["reason"], OneOf(all::of::<UnusedReason>)),
    ("VerdictForm", &["regime"], OneOf(all::of::<Regime>)),
    ("VerdictForm", &["summary"], OneOf(all::of::<Severity>)),
    ("FindingForm", &["topic"], OneOf(all::topics)),
    ("FindingForm", &["judgement"], OneOf(all::of::<JudgementKind>)),
    ("FindingForm", &["severity"], OneOf(all::of::<Severity>)),
    ("FindingForm", &["layer"], OneOf(all::of::<Layer>)),
    ("FindingForm", &["deviation"], OneOf(all::of::<DeviationReason>)),
    ("EndForm", &["reason"], OneOf(all::of::<EndReason>)),
    ("CostForm", &["kind"], OneOf(all::of::<CostKind>)),
    ("RepairForm", &["kind"], OneOf(all::of::<Repair>)),
    ("DatedForm", &["name"], OneOf(all::dated)),
    ("PartForm", &["name"], OneOf(all::parts)),
    ("ReportContentForm", &["form"], OneOf(all::of::<ReportForm>)),
    ("ChangeForm", &["subject"], OneOf(all::subjects)),
    ("ChangeForm", &["what"], OneOf(all::of::<What>)),
    ("WhyForm", &["reason"], OneOf(all::of::<WhyKind>)),
    ("WhyForm", &["because"], OneOf(all::of::<Uncounted>)),
    ("WhyForm", &["rule"], OneOf(all::rules)),
    ("AboutForm", &["duty"], OneOf(all::duties)),
    ("ReminderForm", &["kind"], OneOf(all::by_code::<ReminderKind>)),
    ("ReminderForm", &["to"], OneOf(all::of::<Actor>)),
    ("ReminderForm", &["origin"], OneOf(all::of::<Origin>)),
    ("TaskDayForm", &["origin"], OneOf(|| [Origin::Protocol.id()].into())),
    ("TaskDayForm", &["who"], OneOf(all::of::<Actor>)),
    ("TaskDayForm", &["status"], OneOf(all::of::<TaskStatusKind>)),
    ("OwnDateForm", &["origin"], OneOf(|| [Origin::Protocol.id()].into())),
    ("OwnDateForm", &["remark"], OneOf(all::of::<OwnDateRemarkKind>)),
    ("AgendaLineForm", &["treatment"], OneOf(all::of::<Treatment>)),
    ("AnnouncedForm", &["id"], OneOf(all::pending)),
    ("AnnouncedForm", &["status"], OneOf(all::of::<PendingStatus>)),
    ("PossibilityForm", &["possibility"], OneOf(all::of::<Possibility>)),
    ("PossibilityForm", &["who"], OneOf(all::of::<Actor>)),
    ("PossibilityForm", &["against"], OneOf(all::of::<EventName>)),
    ("PossibilityForm", &["layer"], OneOf(all::of::<Layer>)),
    ("PossibilityForm", &["state"], OneOf(all::of::<PossibilityState>)),
    ("ExplanationForm", &["subject"], OneOf(all::explained)),
    ("ExplanationForm", &["kind"], OneOf(|| ["duty", "milestone", "possibility"].into())),
    ("ExplanationForm", &["lang"], OneOf(all::of::<Lang>)),
    ("StepForm", &["id"], OneOf(all::of::<StepKind>)),
    ("ObligationDerivationForm", &["duty"], OneOf(all::duties)),
    ("MilestoneDerivationForm", &["milestone"], OneOf(all::milestones)),
    ("PossibilityDerivationForm", &["possibility"], OneOf(all::of::<Possibility>)),
    ("DerivedForm", &["step"], OneOf(all::steps)),
    ("DerivedForm", &["kind"], OneOf(all::prolongations)),
    ("DerivedForm", &["why"], OneOf(all::reasons_not_to_move_and_for_no_day)),
    ("DerivedForm", &["phrase"], OneOf(all::phrases)),
    ("DerivedForm", &["count"], OneOf(all::of::<Count>)),
    ("DerivedForm", &["clock"], OneOf(all::of::<ClockKind>)),
    ("DerivedForm", &["layer"], OneOf(all::of::<Layer>)),
    ("DerivedForm", &["reason"], OneOf(all::of::<DeviationReason>)),
    ("StartForm", &["kind"], OneOf(all::starts)),
    ("StartForm", &["duty"], OneOf(all::duties)),
    ("StartForm", &["event"], OneOf(all::of::<EventName>)),
    ("LeftOutForm", &["why"], OneOf(all::left_out)),
];

/// Narrows the fields of a form.
pub(super) fn narrow(form: &str, properties: &mut Map<String, Value>) {
    for (_, fields, holds) in FIELDS.iter().filter(|(name, ..)| *name == form) {
        for field in *fields {
            if let Some(Value::Object(property)) = properties.get_mut(*field) {
                put(holds, property);
            }
        }
    }
}

fn put(holds: &Holds, property: &mut Map<String, Value>) {
    if let Something = holds {
        property.insert("minItems".into(), json!(1));
        return;
    }
    if let Some(Value::Object(item)) = property.get_mut("items") {
        return put(holds, item);
    }
    match holds {
        OneOf(list) => one_of(property, &list()),
        From(least, most) => {
            property.insert("minimum".into(), json!(least));
            property.insert("maximum".into(), json!(most));
        }
        Version => {
            property.insert("const".into(), json!(PROTOCOL_VERSION));
        }
        Line(most) => {
            property.insert("pattern".into(), format!("^{LINE_OF_TEXT}$").into());
            property.insert("maxLength".into(), json!(most));
        }
        Address => {
            property.insert("pattern".into(), format!("^({LINE_OF_TEXT})?$").into());
            property.insert("maxLength".into(), json!(ADDRESS));
        }
        Identifier => {
            property.insert("pattern".into(), format!("^[a-z0-9-]{{1,{IDENTIFIER}}}$").into());
            property.insert("not".into(), json!({"enum": all::duties()}));
        }
        Something => {}
    }
}

/// Lists the values; where a field may be null, null is one of them.
pub(super) fn one_of(property: &mut Map<String, Value>, list: &[&'static str]) {
    let nullable = property.get("type").is_some_and(Value::is_array);
    let mut values: Vec<Value> = list.iter().copied().map(Value::from).collect();
    if nullable {
        values.push(Value::Null);
    }
    property.insert("enum".into(), values.into());
}

#[cfg(test)]
mod tests {
    use super::super::Schema;
    use super::*;
    use alloc::collections::BTreeMap;
    use alloc::string::ToString;

    /// The properties of every form in every schema.
    fn forms() -> BTreeMap<String, Map<String, Value>> {
        let mut forms = BTreeMap::new();
        let roots = [
            "CaseForm",
            "ProtocolForm",
            "ViewForm",
            "VerdictForm",
            "ChangesForm",
            "AgendaForm",
            "ExplanationForm",
        ];
        for (schema, root) in Schema::ALL.iter().zip(roots) {
            let json = schema.generate();
            forms.insert(root.to_string(), json["properties"].as_object().unwrap().clone());
            for (name, form) in json["$defs"].as_object().into_iter().flatten() {
                forms.insert(name.clone(), form["properties"].as_object().unwrap().clone());
            }
        }
        forms
    }

    #[test]
    fn every_field_of_the_table_exists() {
        let forms = forms();
        for (form, fields, _) in FIELDS {
            for field in *fields {
                assert!(forms[*form].contains_key(*field), "{form}.{field}");
            }
        }
    }

    /// A new field with a closed list must be given its list, or be named here as free.
    #[test]
    fn every_other_string_is_free_text() {
        const FREE: &[&str] = &[
            "AboutForm.name_en",
            "AboutForm.name_nl",
            "AboutForm.task",
            "AgendaForm.case",
            "AgendaForm.protocol",
            "AlternativeForm.rule",
            "AnnouncedForm.name_en",
            "AnnouncedForm.name_nl",
            "CaseForm.id",
            "ChangeForm.name_en",
            "ChangeForm.name_nl",
            "ChangeForm.new",
            "ChangeForm.old",
            "ChangesForm.case",
            "CitationForm.article",
            "CitationForm.bwb",
            "CitationForm.instrument",
            "CitationForm.paragraph",
            "CitationForm.url",
            "DerivedForm.text",
            "ExplanationForm.title",
            "FindingForm.questions",
            "FindingForm.text",
            "MilestoneForm.name_en",
            "MilestoneForm.name_nl",
            "MilestoneForm.questions",
            "MilestoneForm.text",
            "ObligationForm.name_en",
            "ObligationForm.name_nl",
            "ObligationForm.questions",
            "ObligationForm.text",
            "OpenQuestionForm.id",
            "PossibilityForm.name_en",
            "PossibilityForm.name_nl",
            "PossibilityForm.text",
            "Receipt.crate",
            "RemarkForm.en",
            "RemarkForm.nl",
            "StepForm.part",
            "StepForm.text",
            "StepForm.words",
            "TaskDayForm.status_en",
            "TaskDayForm.status_nl",
            "TextForm.en",
            "TextForm.nl",
            "VerdictForm.case",
            "ViewForm.case",
            "WhyForm.citation",
            "WhyForm.en",
            "WhyForm.nl",
        ];
        let mut free = Vec::new();
        for (form, properties) in forms() {
            for (field, property) in &properties {
                let leaf = property.get("items").unwrap_or(property);
                let is_string = leaf.get("type").is_some_and(|kind| {
                    kind == "string"
                        || kind.as_array().is_some_and(|kinds| kinds.contains(&json!("string")))
                });
                let is_narrow = leaf.get("enum").is_some() || leaf.get("pattern").is_some();
                if is_string && !is_narrow {
                    free.push(format!("{form}.{field}"));
                }
            }
        }
        free.sort();
        assert_eq!(free, FREE);
    }
}
