//! A case as it comes in and goes out.

use crate::case::{
    Adviser, Case, CaseBuilder, CaseError, DeviationReason, Entitlement, Event, EventKind,
    InterviewRhythm, Joins, Leave, PlanItem, Regime, ReportPart, Role, SecondTrackEnd,
    SecondTrackPhase, Spell,
};
use crate::law;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::NaiveDate;
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
#[derive(Clone, Serialize, Deserialize)]
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
    pub state_pension_day: Option<NaiveDate>,
    /// Last day of the employment.
    #[serde(default)]
    pub employment_last_day: Option<NaiveDate>,
    /// Whether the employee is entitled to sickness benefit beside the wages: `yes`, `no` or
    /// `unknown`; absent when not recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sickness_benefit_entitlement: Option<String>,
    /// `rolling` (when absent) or `fixed-grid`.
    #[serde(default)]
    pub interviews: Option<String>,
    /// What happened.
    #[serde(default)]
    pub events: Vec<EventForm>,
}

/// A period of incapacity.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpellForm {
    /// First day.
    pub first_day: NaiveDate,
    /// Last day, absent or null while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<NaiveDate>,
    /// Whether it counts for the dismissal ban; true when absent.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub counts_for_dismissal_ban: bool,
}

fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_true(value: &bool) -> bool {
    *value
}

/// Maternity leave.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaveForm {
    /// First day.
    pub first_day: NaiveDate,
    /// Last day.
    pub last_day: NaiveDate,
    /// `yes` (when absent), `no` or `unknown`.
    #[serde(default)]
    pub joins: Option<String>,
    /// Who decided on that: `employer`, `occupational-physician` or `uwv`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<NaiveDate>,
}

/// Something that happened.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventForm {
    /// The name of the duty that was met, or a plain name.
    pub kind: String,
    /// The day.
    pub on: NaiveDate,
    /// The duty of an agreed deviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<String>,
    /// The last day of an agreed deviation or a voluntary extension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The reason of an agreed deviation.
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

/// Picks one of a closed list by its stable name.
fn choose<T: Copy>(
    field: &str,
    value: &str,
    all: &[T],
    id: impl Fn(T) -> &'static str,
) -> Result<T, CaseError> {
    all.iter().copied().find(|choice| id(*choice) == value).ok_or_else(|| CaseError::UnknownValue {
        field: field.to_string(),
        value: value.to_string(),
        known: all.iter().copied().map(id).collect(),
    })
}

impl TryFrom<CaseForm> for Case {
    type Error = CaseError;

    fn try_from(form: CaseForm) -> Result<Case, CaseError> {
        let mut builder = Case::builder();
        if let Some(id) = form.id {
            builder = builder.id(id);
        }
        if let Some(regime) = form.regime {
            builder = builder.regime(choose("regime", &regime, Regime::ALL, Regime::id)?);
        }
        if let Some(rhythm) = form.interviews {
            let rhythm = choose("interviews", &rhythm, InterviewRhythm::ALL, InterviewRhythm::id)?;
            builder = builder.interviews(rhythm);
        }
        if let Some(day) = form.state_pension_day {
            builder = builder.state_pension_day(day);
        }
        if let Some(day) = form.employment_last_day {
            builder = builder.employment_last_day(day);
        }
        if let Some(answer) = form.sickness_benefit_entitlement {
            let field = "sickness_benefit_entitlement";
            let entitlement = choose(field, &answer, Entitlement::ALL, Entitlement::id)?;
            builder = builder.sickness_benefit_entitlement(entitlement);
        }
        for spell in form.spells {
            builder =
                builder.spell(spell.first_day, spell.last_day, spell.counts_for_dismissal_ban);
        }
        for (number, leave) in (1..).zip(form.leave) {
            builder = add_leave(builder, number, leave)?;
        }
        for (number, event) in (1..).zip(form.events) {
            let on = event.on;
            builder = builder.event(event_kind(number, event)?, on);
        }
        builder.build()
    }
}

fn add_leave(
    builder: CaseBuilder,
    number: usize,
    leave: LeaveForm,
) -> Result<CaseBuilder, CaseError> {
    let field = |name: &str| format!("leave[{}].{name}", number - 1);
    let joins = match leave.joins {
        Some(joins) => choose(&field("joins"), &joins, Joins::ALL, Joins::id)?,
        None => Joins::Yes,
    };
    let decided = match (leave.decided_by, leave.decided_on) {
        (Some(by), Some(on)) => Some((choose(&field("decided_by"), &by, Role::ALL, Role::id)?, on)),
        (None, None) => None,
        (Some(_), None) => return Ok(builder.half_a_decision(number, "decided_by", "decided_on")),
        (None, Some(_)) => return Ok(builder.half_a_decision(number, "decided_on", "decided_by")),
    };
    Ok(builder.leave_joining(leave.first_day, leave.last_day, joins, decided))
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
        event_kind(1, form)
    }
}

fn event_kind(number: usize, form: EventForm) -> Result<EventKind, CaseError> {
    let kind = known_kind(number, &form)?;
    let superfluous =
        |field| CaseError::Superfluous { event: number, kind: kind.id(), on: form.on, field };
    let takes = match kind {
        EventKind::AgreedDeviation { .. } => &["duty", "until", "reason"][..],
        EventKind::VoluntaryExtension { .. } | EventKind::ExtensionShortened { .. } => &["until"],
        EventKind::WageSanction { .. } => &["weeks"],
        EventKind::SecondTrackAdvised { .. } => &["by"],
        EventKind::SecondTrackPhase(_) => &["phase"],
        EventKind::SecondTrackEnded { .. } => &["reason"],
        EventKind::PlanHolds(_) => &["item"],
        EventKind::ReportHolds(_) => &["part"],
        _ => &[],
    };
    let given = [
        ("duty", form.duty.is_some()),
        ("until", form.until.is_some()),
        ("reason", form.reason.is_some()),
        ("weeks", form.weeks.is_some()),
        ("by", form.by.is_some()),
        ("phase", form.phase.is_some()),
        ("item", form.item.is_some()),
        ("part", form.part.is_some()),
    ];
    match given.into_iter().find(|(field, given)| *given && !takes.contains(field)) {
        Some((field, _)) => Err(superfluous(field)),
        None => Ok(kind),
    }
}

fn known_kind(number: usize, form: &EventForm) -> Result<EventKind, CaseError> {
    let missing = |kind: &'static str, missing| CaseError::Incomplete {
        event: number,
        kind,
        on: form.on,
        missing,
    };
    let field = |name: &str| format!("events[{}].{name}", number - 1);
    let given =
        |kind, name, value: &Option<String>| value.clone().ok_or_else(|| missing(kind, name));
    let until = |kind| form.until.ok_or_else(|| missing(kind, "until"));
    Ok(match form.kind.as_str() {
        "interview" => EventKind::Interview,
        "plan-adjusted" => EventKind::PlanAdjusted,
        "plan-holds" => {
            let item = given("plan-holds", "item", &form.item)?;
            EventKind::PlanHolds(choose(&field("item"), &item, PlanItem::ALL, PlanItem::id)?)
        }
        "partly-able-to-work" => EventKind::PartlyAbleToWork,
        "reintegration-interview" => EventKind::ReintegrationInterview,
        "own-work-ruled-out" => EventKind::OwnWorkRuledOut,
        "second-track-advised" => {
            let by = given("second-track-advised", "by", &form.by)?;
            let by = choose(&field("by"), &by, Adviser::ALL, Adviser::id)?;
            EventKind::SecondTrackAdvised { by }
        }
        "second-track-provider-engaged" => EventKind::SecondTrackProviderEngaged,
        "second-track-phase" => {
            let phase = given("second-track-phase", "phase", &form.phase)?;
            let all = SecondTrackPhase::ALL;
            EventKind::SecondTrackPhase(choose(&field("phase"), &phase, all, SecondTrackPhase::id)?)
        }
        "second-track-ended" => {
            let why = given("second-track-ended", "reason", &form.reason)?;
            let why = choose(&field("reason"), &why, SecondTrackEnd::ALL, SecondTrackEnd::id)?;
            EventKind::SecondTrackEnded { why }
        }
        "first-track-ended" => EventKind::FirstTrackEnded,
        "report-holds" => {
            let part = given("report-holds", "part", &form.part)?;
            EventKind::ReportHolds(choose(&field("part"), &part, ReportPart::ALL, ReportPart::id)?)
        }
        "long-absence-foreseen" => EventKind::LongAbsenceForeseen,
        "no-possibilities" => EventKind::NoPossibilities,
        "own-employer-perspective" => EventKind::OwnEmployerPerspective,
        "wia-notice-received" => EventKind::WiaNoticeReceived,
        "outside-expert-asked" => EventKind::OutsideExpertAsked,
        "early-iva-claim" => EventKind::EarlyIvaClaim,
        "repair-notified" => EventKind::RepairNotified,
        "repair-refused" => EventKind::RepairRefused,
        "repair-established" => EventKind::RepairEstablished,
        "wia-granted" => EventKind::WiaGranted,
        "deceased" => EventKind::Deceased,
        "assessed-able" => EventKind::AssessedAble,
        "extension-shortened" => {
            EventKind::ExtensionShortened { until: until("extension-shortened")?.into() }
        }
        "voluntary-extension" => {
            EventKind::VoluntaryExtension { until: until("voluntary-extension")?.into() }
        }
        "wage-sanction" => {
            let refused = |weeks| CaseError::SanctionLength { event: number, on: form.on, weeks };
            let checked = |weeks| u8::try_from(weeks).map_err(|_| refused(weeks));
            EventKind::WageSanction { weeks: form.weeks.map(checked).transpose()? }
        }
        "agreed-deviation" => {
            let duty = form.duty.as_deref().ok_or_else(|| missing("agreed-deviation", "duty"))?;
            let duty =
                choose(&field("duty"), duty, &law::duties().collect::<Vec<_>>(), law::Duty::id)?;
            let reason =
                form.reason.as_deref().ok_or_else(|| missing("agreed-deviation", "reason"))?;
            let reason =
                choose(&field("reason"), reason, DeviationReason::ALL, DeviationReason::id)?;
            let until = until("agreed-deviation")?.into();
            EventKind::AgreedDeviation { duty, until, reason }
        }
        kind => match law::duty(kind) {
            Some(duty) => EventKind::Met(duty),
            None => {
                return Err(CaseError::UnknownKind { event: number, kind: kind.to_string() });
            }
        },
    })
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
            sickness_benefit_entitlement: case
                .sickness_benefit_entitlement()
                .map(|answer| answer.id().to_string()),
            interviews: Some(case.interviews().id().to_string()),
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
        let mut form = EventForm {
            kind: kind.id().to_string(),
            on: event.on(),
            duty: None,
            until: None,
            reason: None,
            by: None,
            phase: None,
            item: None,
            part: None,
            weeks: None,
        };
        match kind {
            EventKind::SecondTrackAdvised { by } => form.by = Some(by.id().to_string()),
            EventKind::SecondTrackPhase(phase) => form.phase = Some(phase.id().to_string()),
            EventKind::SecondTrackEnded { why } => form.reason = Some(why.id().to_string()),
            EventKind::PlanHolds(item) => form.item = Some(item.id().to_string()),
            EventKind::ReportHolds(part) => form.part = Some(part.id().to_string()),
            EventKind::AgreedDeviation { duty, until, reason } => {
                form.duty = Some(duty.id().to_string());
                form.until = Some(until.date());
                form.reason = Some(reason.id().to_string());
            }
            EventKind::VoluntaryExtension { until } | EventKind::ExtensionShortened { until } => {
                form.until = Some(until.date());
            }
            EventKind::WageSanction { weeks } => form.weeks = weeks.map(u32::from),
            _ => {}
        }
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
        let form = CaseForm::deserialize(deserializer)?;
        Case::try_from(form)
            .map_err(|error| serde::de::Error::custom(format_args!("{}: {error}", error.field())))
    }
}
