//! A case as it comes in and goes out.

use super::names::EventNames;
use super::reader::{CaseReader, EventText, LeaveText, event_kind};
use crate::case::{
    Case, CaseError, Content, Event, EventField, EventKind, Leave, Spell, WageTerms,
};
use crate::day::Day;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use serde::de::DeserializeSeed;
use serde::{Deserialize, Serialize};

/// A case as it stands in a file, not yet checked.
///
/// ```
/// use poortwachter::{Case, wire::CaseForm};
/// let form: CaseForm = serde_json::from_str(r#"{"spells":[{"first_day":"2026-01-05"}]}"#)?;
/// let case = Case::try_from(form).unwrap();
/// assert_eq!(case.id(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CaseForm {
    /// Opaque identifier.
    #[serde(default)]
    pub id: Option<String>,
    /// The regime, `employer` when absent.
    #[serde(default)]
    pub regime: Option<String>,
    /// The periods of incapacity, in order.
    pub spells: Vec<SpellForm>,
    /// Maternity leave.
    #[serde(default)]
    pub leave: Vec<LeaveForm>,
    /// The day on which the employee reaches the state pension age.
    #[serde(default)]
    pub state_pension_day: Option<Day>,
    /// Last day of the employment.
    #[serde(default)]
    pub employment_last_day: Option<Day>,
    /// The first day from which on what happened is recorded, for a running file that was taken over;
    /// absent where everything is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_since: Option<Day>,
    /// Whether the employee is entitled to sickness benefit beside the wages: `yes`, `no` or
    /// `unknown`; absent when not recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sickness_benefit_entitlement: Option<String>,
    /// `rolling` (when absent) or `fixed-grid`.
    #[serde(default)]
    pub interviews: Option<String>,
    /// What is special about the wages during sickness: `usual` (when absent), `waiting-days`,
    /// `domestic-staff` or `domestic-staff-with-waiting-days`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wage_terms: Option<String>,
    /// What happened.
    #[serde(default)]
    pub events: Vec<EventForm>,
}

// Texts of a form are not repeated: what stands there may say something of a person.

impl fmt::Debug for CaseForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaseForm")
            .field("spells", &self.spells)
            .field("leave", &self.leave)
            .field("state_pension_day", &self.state_pension_day)
            .field("employment_last_day", &self.employment_last_day)
            .field("recorded_since", &self.recorded_since)
            .field("events", &self.events)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for LeaveForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LeaveForm")
            .field("first_day", &self.first_day)
            .field("last_day", &self.last_day)
            .field("decided_on", &self.decided_on)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for EventForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventForm").field("on", &self.on).finish_non_exhaustive()
    }
}

/// A period of incapacity.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpellForm {
    /// First day.
    pub first_day: Day,
    /// Last day, absent or null while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Day>,
    /// Whether it counts for the dismissal ban; true when absent.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub counts_for_dismissal_ban: bool,
}

pub(super) fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_true(value: &bool) -> bool {
    *value
}

/// Maternity leave.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeaveForm {
    /// First day.
    pub first_day: Day,
    /// Last day.
    pub last_day: Day,
    /// `yes` (when absent), `no` or `unknown`.
    #[serde(default)]
    pub joins: Option<String>,
    /// Who decided on that: `employer`, `occupational-physician` or `uwv`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// When. Without it `no` takes effect on the first sick day after the leave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<Day>,
}

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EventForm {
    /// The name of the duty that was met, or a plain name.
    pub kind: String,
    /// The day.
    pub on: Day,
    /// The duty of an agreed deviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<String>,
    /// The last day of an agreed deviation, or of a voluntary extension or what it is shortened to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// The reason of an agreed deviation, or why the second track ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who advised the second track: `occupational-physician` or `labour-expert`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The phase of the second track.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<String>,
    /// The item of the plan of action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The part of the re-integration report, `a` to `l`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// The length of a wage sanction, as long as it can be when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u32>,
}

impl EventForm {
    /// An event with nothing but its name and its day.
    #[must_use]
    pub fn new(kind: impl Into<String>, on: Day) -> EventForm {
        EventForm {
            kind: kind.into(),
            on,
            duty: None,
            until: None,
            reason: None,
            by: None,
            phase: None,
            item: None,
            part: None,
            weeks: None,
        }
    }

    /// The place of a field that holds a stable name; none for the day and the number of weeks.
    ///
    /// ```
    /// use poortwachter::{Day, EventField, wire::EventForm};
    /// let mut form = EventForm::new("plan-holds", Day::new(2026, 3, 2));
    /// *form.name_mut(EventField::Item).unwrap() = Some("goals".into());
    /// assert_eq!(form.item.as_deref(), Some("goals"));
    /// ```
    pub fn name_mut(&mut self, field: EventField) -> Option<&mut Option<String>> {
        Some(match field {
            EventField::Duty => &mut self.duty,
            EventField::Reason => &mut self.reason,
            EventField::By => &mut self.by,
            EventField::Phase => &mut self.phase,
            EventField::Item => &mut self.item,
            EventField::Part => &mut self.part,
            EventField::Until | EventField::Weeks => return None,
        })
    }
}

impl TryFrom<CaseForm> for Case {
    type Error = CaseError;

    fn try_from(form: CaseForm) -> Result<Case, CaseError> {
        let mut reader = CaseReader::once();
        if let Some(id) = &form.id {
            reader.id(id);
        }
        if let Some(regime) = &form.regime {
            reader.regime(regime);
        }
        if let Some(rhythm) = &form.interviews {
            reader.interviews(rhythm);
        }
        if let Some(day) = form.state_pension_day {
            reader.state_pension_day(day);
        }
        if let Some(day) = form.employment_last_day {
            reader.employment_last_day(day);
        }
        if let Some(day) = form.recorded_since {
            reader.recorded_since(day);
        }
        if let Some(answer) = &form.sickness_benefit_entitlement {
            reader.sickness_benefit_entitlement(answer);
        }
        if let Some(terms) = &form.wage_terms {
            reader.wage_terms(terms);
        }
        for spell in &form.spells {
            let last_day = spell.last_day;
            reader.spell(
                Spell::new(spell.first_day, last_day)
                    .counted_for_dismissal_ban(spell.counts_for_dismissal_ban),
            );
        }
        for leave in &form.leave {
            reader.leave(&LeaveText {
                first_day: leave.first_day,
                last_day: leave.last_day,
                joins: leave.joins.as_deref(),
                decided_by: leave.decided_by.as_deref(),
                decided_on: leave.decided_on,
            });
        }
        for event in &form.events {
            reader.event(&EventText::from(event));
        }
        reader.build()
    }
}

impl<'a> From<&'a EventForm> for EventText<'a> {
    fn from(form: &'a EventForm) -> EventText<'a> {
        EventText {
            kind: &form.kind,
            on: form.on,
            duty: form.duty.as_deref(),
            until: form.until,
            reason: form.reason.as_deref(),
            by: form.by.as_deref(),
            phase: form.phase.as_deref(),
            item: form.item.as_deref(),
            part: form.part.as_deref(),
            weeks: form.weeks,
        }
    }
}

/// What happened, apart from the day. Whether it fits in a case, that case decides.
///
/// ```
/// use poortwachter::{EventKind, wire::EventForm};
/// let form: EventForm = serde_json::from_str(
///     r#"{"kind": "wage-sanction", "on": "2026-11-15", "weeks": 26}"#,
/// )?;
/// assert_eq!(EventKind::try_from(form).unwrap(), EventKind::WageSanction { weeks: Some(26) });
/// # Ok::<(), serde_json::Error>(())
/// ```
impl TryFrom<EventForm> for EventKind {
    type Error = CaseError;

    fn try_from(form: EventForm) -> Result<EventKind, CaseError> {
        event_kind(1, &EventText::from(&form), &EventNames::default())
    }
}

impl From<&Case> for CaseForm {
    fn from(case: &Case) -> CaseForm {
        CaseForm {
            id: case.id().map(ToString::to_string),
            regime: Some(case.regime().id().to_string()),
            spells: case.spells().iter().map(SpellForm::from).collect(),
            leave: case.leave().iter().map(LeaveForm::from).collect(),
            state_pension_day: case.state_pension_day(),
            employment_last_day: case.employment_last_day(),
            recorded_since: case.recorded_since(),
            sickness_benefit_entitlement: case
                .sickness_benefit_entitlement()
                .map(|answer| answer.id().to_string()),
            interviews: Some(case.interviews().id().to_string()),
            wage_terms: Some(case.wage_terms())
                .filter(|terms| *terms != WageTerms::Usual)
                .map(|terms| terms.id().to_string()),
            events: case.events().iter().map(EventForm::from).collect(),
        }
    }
}

impl From<&Spell> for SpellForm {
    fn from(spell: &Spell) -> SpellForm {
        SpellForm {
            first_day: spell.first_day(),
            last_day: spell.last_day(),
            counts_for_dismissal_ban: spell.counts_for_dismissal_ban(),
        }
    }
}

impl From<&Leave> for LeaveForm {
    fn from(leave: &Leave) -> LeaveForm {
        let decided = leave.decided();
        LeaveForm {
            first_day: leave.first_day(),
            last_day: leave.last_day(),
            joins: Some(leave.joins().id().to_string()),
            decided_by: decided.map(|(role, _)| role.id().to_string()),
            decided_on: decided.map(|(_, on)| on),
        }
    }
}

impl From<&Event> for EventForm {
    fn from(event: &Event) -> EventForm {
        let kind = event.kind();
        let mut form = EventForm::new(kind.id(), event.on());
        kind.each_field(|field, content| match content {
            Content::Day(day) => form.until = Some(day),
            Content::Weeks(weeks) => form.weeks = Some(weeks.into()),
            Content::Name(name) => {
                if let Some(place) = form.name_mut(field) {
                    *place = Some(name.to_string());
                }
            }
        });
        form
    }
}

impl Serialize for Case {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        CaseForm::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Case {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Case, D::Error> {
        let mut reader = CaseReader::once();
        reader.deserialize(deserializer)?;
        reader
            .build()
            .map_err(|error| serde::de::Error::custom(format_args!("{}: {error}", error.field())))
    }
}
