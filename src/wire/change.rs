//! Changes as they go out.

use super::view::Receipt;
use crate::case::Fact;
use crate::change::{Change, FactChange, Value, What, Why};
use crate::day::Day;
use crate::lang::Lang;
use crate::timeline::View;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::{Serialize, Serializer};

/// Everything that moved between two views of a case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangesForm {
    /// Identifier of the case.
    pub case: Option<String>,
    /// Day of the view.
    pub on: Day,
    /// What computed it.
    pub receipt: Receipt,
    /// What moved, in the order of the timeline.
    pub changes: Vec<ChangeForm>,
}

impl ChangesForm {
    /// The changes as seen from the view before them.
    #[must_use]
    pub fn new(old: &View<'_>, changes: &[Change]) -> ChangesForm {
        ChangesForm {
            case: old.timeline().case().id().map(ToString::to_string),
            on: old.on(),
            receipt: Receipt::now(),
            changes: changes.iter().map(ChangeForm::from).collect(),
        }
    }
}

/// One thing that moved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeForm {
    /// The stable name of the duty or milestone; `case` for the case itself.
    pub subject: &'static str,
    /// The number in a series; 1 for what is no series.
    pub number: u16,
    /// Dutch name.
    pub name_nl: String,
    /// English name.
    pub name_en: String,
    /// What differs: `opens`, `advised`, `due`, `tolerated`, `met`, `day`, `source`, `status`,
    /// `first-sick-day` or `state`.
    pub what: &'static str,
    /// What stood there: a day, the name of a status or state, or an article.
    pub old: Option<String>,
    /// What stands there now.
    pub new: Option<String>,
    /// By how many calendar days it moved, negative for earlier.
    pub days_moved: Option<i32>,
    /// Why.
    pub why: Vec<WhyForm>,
}

/// A reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WhyForm {
    /// `fact-recorded`, `many-facts`, `clock-shifted`, `follows`, `rule-version`, `lead-time` or `time-passed`.
    pub reason: &'static str,
    /// By how many days a clock shifted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i32>,
    /// Which days do not count: `recovered` or `leave`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<&'static str>,
    /// The duty that it follows, or the rule that reads otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
    /// The day of the fact that it follows from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// The article of the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

impl From<&Change> for ChangeForm {
    fn from(change: &Change) -> ChangeForm {
        ChangeForm {
            subject: change.subject().id(),
            number: change.subject().number(),
            name_nl: change.name(Lang::Nl),
            name_en: change.name(Lang::En),
            what: What::id(change.what()),
            old: change.before().map(text),
            new: change.after().map(text),
            days_moved: change.days_moved(),
            why: change.why().iter().map(WhyForm::from).collect(),
        }
    }
}

fn text(value: Value) -> String {
    match value {
        Value::Day(day) => day.to_string(),
        Value::State(state) => state.id().to_string(),
        Value::Status(status) => status.id().to_string(),
        Value::Source(citation) => citation.to_string(),
    }
}

impl From<&Why> for WhyForm {
    fn from(why: &Why) -> WhyForm {
        let iso = |day: Day| day.to_string();
        let mut form = WhyForm {
            reason: why.id(),
            days: None,
            because: None,
            rule: None,
            on: None,
            citation: why.citation().map(|citation| citation.to_string()),
            nl: why.words(Lang::Nl, &iso),
            en: why.words(Lang::En, &iso),
        };
        match why {
            Why::ClockShifted { days, because, .. } => {
                form.days = Some(*days);
                form.because = Some(because.id());
            }
            Why::Follows { duty, met } => {
                form.rule = Some(duty.id());
                form.on = *met;
            }
            Why::RuleVersion { rule, .. } => form.rule = Some(rule.id()),
            Why::FactRecorded(change) => form.on = on(change),
            Why::ManyFacts { .. } | Why::LeadTime | Why::TimePassed => {}
        }
        form
    }
}

/// The day of an event that was recorded.
fn on(change: &FactChange) -> Option<Day> {
    match change.after().or(change.before())? {
        Fact::Event(event) => Some(event.on()),
        _ => None,
    }
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ChangeForm::from(self).serialize(serializer)
    }
}
