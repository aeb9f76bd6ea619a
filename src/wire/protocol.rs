//! A protocol as it comes in and goes out.

use crate::closed_list::ClosedList;
use crate::law::Actor;
use crate::protocol::{
    Anchor, AnchorKind, DutyRule, Escalation, Moment, Offset, Protocol, ProtocolError, Recipient,
    ReminderRule, Step, Task,
};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// The version of the form that this crate reads and writes.
pub const PROTOCOL_VERSION: u32 = 1;

/// A protocol as it stands in a file, not yet checked.
///
/// ```
/// use poortwachter::{protocol::Protocol, wire::ProtocolForm};
/// let form: ProtocolForm = serde_json::from_str(
///     r#"{"version": 1, "name": "House rules", "duties": [
///         {"duty": "problem-analysis", "own_date": {"anchor": "end-of-week", "week": 5}}]}"#,
/// )?;
/// let protocol = Protocol::try_from(form).unwrap();
/// assert_eq!(protocol.duties().len(), 1);
///
/// let looser: ProtocolForm = serde_json::from_str(
///     r#"{"version": 1, "name": "Looser", "duties": [
///         {"duty": "problem-analysis", "left_out": true}]}"#,
/// )?;
/// let error = Protocol::try_from(looser).unwrap_err();
/// assert_eq!(error.field(), "duties[0].left_out");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProtocolForm {
    /// The version of this form: 1.
    pub version: u32,
    /// Its name, one line.
    pub name: String,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication: Option<PublicationForm>,
    /// Reminders on working days only; false when absent.
    #[serde(default, skip_serializing_if = "is_false")]
    pub working_days_only: bool,
    /// The reminders of duties and tasks that have none of their own; none when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminders: Option<ReminderRuleForm>,
    /// What it says about single duties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<DutyRuleForm>,
    /// Its own tasks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<TaskForm>,
}

/// Where a protocol was published.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PublicationForm {
    /// The title, with the publisher.
    pub title: String,
    /// The address; absent when it is not on the internet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
}

/// When whom to remind.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReminderRuleForm {
    /// Lead times in calendar days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lead_days: Vec<u16>,
    /// A reminder on the day itself; false when absent.
    #[serde(default, skip_serializing_if = "is_false")]
    pub on_the_day: bool,
    /// Who is reminded: `acting` (when absent), `employer`, `employee`, `occupational-physician`,
    /// `case-manager`, `own-risk-carrier` or `uwv`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Vec<String>>,
    /// Who is told when it is late.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub late: Vec<EscalationForm>,
}

/// Who is told when something is late.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EscalationForm {
    /// Calendar days after the day that was missed, at least 1.
    pub after_days: u16,
    /// Who is told: `acting` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Vec<String>>,
}

/// What a protocol says about one duty.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DutyRuleForm {
    /// The stable name of the duty.
    pub duty: String,
    /// Its own, stricter date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_date: Option<MomentForm>,
    /// Its own rhythm in weeks of sickness, for `progress-interview`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_weeks: Option<u16>,
    /// Leaves the duty out; policy and practice only.
    #[serde(default, skip_serializing_if = "is_false")]
    pub left_out: bool,
    /// Its reminders, in place of those of the protocol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminders: Option<ReminderRuleForm>,
}

/// A task of the organisation itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskForm {
    /// Its identifier: small letters, digits and hyphens.
    pub task: String,
    /// Its name in Dutch, one line.
    pub name_nl: String,
    /// Its name in English, one line.
    pub name_en: String,
    /// Who does it.
    pub who: String,
    /// When.
    pub when: MomentForm,
    /// The name of the event that shows that it was done: a duty or a plain one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_by: Option<String>,
    /// Its reminders, in place of those of the protocol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminders: Option<ReminderRuleForm>,
}

/// When something is to be done: an anchor, and at most one distance.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MomentForm {
    /// `first-sick-day`, `last-sick-day`, `start-of-week`, `end-of-week`, `opens`, `advised`, `due`,
    /// `event`, `end-of-waiting-period` or `end-of-wages`.
    pub anchor: String,
    /// The week of sickness, from 1, of `start-of-week` and `end-of-week`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week: Option<u16>,
    /// The duty of `opens`, `advised` and `due`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<String>,
    /// The name of the event of `event`: the duty that was met, or a plain one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Calendar days before the anchor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_before: Option<u16>,
    /// Calendar days after the anchor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_after: Option<u16>,
    /// Weeks of sickness before the anchor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sick_weeks_before: Option<u16>,
    /// Weeks of sickness after the anchor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sick_weeks_after: Option<u16>,
    /// `none` (when absent), `previous-working-day` or `next-working-day`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

fn unknown(field: String, value: &str, known: Vec<&'static str>) -> ProtocolError {
    ProtocolError::UnknownValue { field, value: value.to_string(), known }
}

/// The member of a closed list with that stable name.
fn choose<T: ClosedList>(field: String, value: &str) -> Result<T, ProtocolError> {
    T::of(value).ok_or_else(|| unknown(field, value, T::IDS.to_vec()))
}

fn actor(field: String, value: &str) -> Result<Actor, ProtocolError> {
    match Recipient::of(value) {
        Some(Recipient::Actor(actor)) => Ok(actor),
        _ => {
            let actors = Recipient::ALL.iter().filter(|one| **one != Recipient::Acting);
            Err(unknown(field, value, actors.map(|one| one.id()).collect()))
        }
    }
}

fn recipients(field: &str, to: Option<Vec<String>>) -> Result<Vec<Recipient>, ProtocolError> {
    let Some(to) = to else { return Ok(Vec::from([Recipient::Acting])) };
    let one = |(i, value): (usize, &String)| choose(format!("{field}[{i}]"), value);
    to.iter().enumerate().map(one).collect()
}

impl TryFrom<ProtocolForm> for Protocol {
    type Error = ProtocolError;

    fn try_from(form: ProtocolForm) -> Result<Protocol, ProtocolError> {
        if form.version != PROTOCOL_VERSION {
            let found = form.version;
            return Err(ProtocolError::UnknownVersion { found, known: PROTOCOL_VERSION });
        }
        let mut builder = Protocol::builder(form.name);
        if form.working_days_only {
            builder = builder.working_days_only();
        }
        if let Some(publication) = form.publication {
            builder = builder.published(publication.title, publication.url);
        }
        if let Some(rule) = form.reminders {
            builder = builder.reminders(reminders("reminders", rule)?);
        }
        for (i, rule) in form.duties.into_iter().enumerate() {
            builder = builder.duty_rule(duty_rule(&format!("duties[{i}]"), rule)?);
        }
        for (i, form) in form.tasks.into_iter().enumerate() {
            builder = builder.task(task(&format!("tasks[{i}]"), form)?);
        }
        builder.build()
    }
}

fn reminders(field: &str, form: ReminderRuleForm) -> Result<ReminderRule, ProtocolError> {
    let mut rule = ReminderRule::none()
        .lead_days(form.lead_days)
        .to(recipients(&format!("{field}.to"), form.to)?);
    if form.on_the_day {
        rule = rule.on_the_day();
    }
    for (i, step) in form.late.into_iter().enumerate() {
        let to = recipients(&format!("{field}.late[{i}].to"), step.to)?;
        rule = rule.late(step.after_days, to);
    }
    Ok(rule)
}

fn own_reminders(
    field: &str,
    form: Option<ReminderRuleForm>,
) -> Result<Option<ReminderRule>, ProtocolError> {
    form.map(|form| reminders(&format!("{field}.reminders"), form)).transpose()
}

fn duty_rule(field: &str, form: DutyRuleForm) -> Result<DutyRule, ProtocolError> {
    let own_date = form.own_date.map(|form| moment(&format!("{field}.own_date"), form));
    Ok(DutyRule {
        duty: choose(format!("{field}.duty"), &form.duty)?,
        own_date: own_date.transpose()?,
        every_weeks: form.every_weeks,
        left_out: form.left_out,
        reminders: own_reminders(field, form.reminders)?,
    })
}

fn task(field: &str, form: TaskForm) -> Result<Task, ProtocolError> {
    let done_by = form.done_by.map(|name| choose(format!("{field}.done_by"), &name));
    Ok(Task {
        who: actor(format!("{field}.who"), &form.who)?,
        when: moment(&format!("{field}.when"), form.when)?,
        id: form.task,
        name_nl: form.name_nl,
        name_en: form.name_en,
        done_by: done_by.transpose()?,
        reminders: own_reminders(field, form.reminders)?,
    })
}

fn moment(field: &str, form: MomentForm) -> Result<Moment, ProtocolError> {
    let at = |name: &str| format!("{field}.{name}");
    let step = match &form.step {
        Some(step) => choose(at("step"), step)?,
        None => Step::None,
    };
    Ok(Moment { anchor: anchor(field, &form)?, offset: offset(field, &form)?, step })
}

/// The field that an anchor needs.
pub(super) const fn field_of(anchor: AnchorKind) -> Option<&'static str> {
    match anchor {
        AnchorKind::StartOfWeek | AnchorKind::EndOfWeek => Some("week"),
        AnchorKind::Opens | AnchorKind::Advised | AnchorKind::Due => Some("duty"),
        AnchorKind::Event => Some("event"),
        AnchorKind::FirstSickDay
        | AnchorKind::LastSickDay
        | AnchorKind::EndOfWaitingPeriod
        | AnchorKind::EndOfWages => None,
    }
}

fn anchor(field: &str, form: &MomentForm) -> Result<Anchor, ProtocolError> {
    let at = |name: &str| format!("{field}.{name}");
    let kind: AnchorKind = choose(at("anchor"), &form.anchor)?;
    let needs = field_of(kind);
    let given = [
        ("week", form.week.is_some()),
        ("duty", form.duty.is_some()),
        ("event", form.event.is_some()),
    ];
    if let Some((superfluous, _)) =
        given.into_iter().find(|(name, given)| *given && needs != Some(*name))
    {
        return Err(ProtocolError::UnexpectedField { field: at(superfluous), superfluous });
    }
    let missing = |missing| ProtocolError::Incomplete {
        field: field.to_string(),
        anchor: kind.to_string(),
        missing,
    };
    let week = || form.week.ok_or_else(|| missing("week"));
    let duty = || {
        let value = form.duty.as_deref().ok_or_else(|| missing("duty"))?;
        choose(at("duty"), value)
    };
    let event = || {
        let value = form.event.as_deref().ok_or_else(|| missing("event"))?;
        choose(at("event"), value)
    };
    Ok(match kind {
        AnchorKind::FirstSickDay => Anchor::FirstSickDay,
        AnchorKind::LastSickDay => Anchor::LastSickDay,
        AnchorKind::StartOfWeek => Anchor::StartOfWeek(week()?),
        AnchorKind::EndOfWeek => Anchor::EndOfWeek(week()?),
        AnchorKind::Opens => Anchor::Opens(duty()?),
        AnchorKind::Advised => Anchor::Advised(duty()?),
        AnchorKind::Due => Anchor::Due(duty()?),
        AnchorKind::Event => Anchor::Event(event()?),
        AnchorKind::EndOfWaitingPeriod => Anchor::EndOfWaitingPeriod,
        AnchorKind::EndOfWages => Anchor::EndOfWages,
    })
}

fn offset(field: &str, form: &MomentForm) -> Result<Offset, ProtocolError> {
    let given = [
        ("days_before", form.days_before),
        ("days_after", form.days_after),
        ("sick_weeks_before", form.sick_weeks_before),
        ("sick_weeks_after", form.sick_weeks_after),
    ];
    let mut given = given.into_iter().filter_map(|(name, n)| Some((name, n?)));
    let Some((name, n)) = given.next() else { return Ok(Offset::Days(0)) };
    if let Some((superfluous, _)) = given.next() {
        let field = format!("{field}.{superfluous}");
        return Err(ProtocolError::UnexpectedField { field, superfluous });
    }
    // The anchor does not matter for the distance.
    let moment = Moment::first_sick_day();
    let moment = match name {
        "days_before" => moment.days_before(n),
        "days_after" => moment.days_after(n),
        "sick_weeks_before" => moment.sick_weeks_before(n),
        _ => moment.sick_weeks_after(n),
    };
    Ok(moment.offset())
}

impl From<&Protocol> for ProtocolForm {
    fn from(protocol: &Protocol) -> ProtocolForm {
        let publication = protocol.publication().map(|publication| PublicationForm {
            title: publication.title().to_string(),
            url: publication.url().to_string(),
        });
        let reminders = protocol.reminders();
        let is_given = *reminders != ReminderRule::none();
        ProtocolForm {
            version: PROTOCOL_VERSION,
            name: protocol.name().to_string(),
            publication,
            working_days_only: protocol.is_working_days_only(),
            reminders: is_given.then(|| reminders.into()),
            duties: protocol.duties().iter().map(DutyRuleForm::from).collect(),
            tasks: protocol.tasks().iter().map(TaskForm::from).collect(),
        }
    }
}

/// Nothing for whoever acts: that is what an absent list means.
fn ids(to: &[Recipient]) -> Option<Vec<String>> {
    let ids = || to.iter().map(|one| one.id().to_string()).collect();
    (to != [Recipient::Acting]).then(ids)
}

impl From<&ReminderRule> for ReminderRuleForm {
    fn from(rule: &ReminderRule) -> ReminderRuleForm {
        ReminderRuleForm {
            lead_days: rule.leads().to_vec(),
            on_the_day: rule.is_on_the_day(),
            to: ids(rule.recipients()),
            late: rule.escalations().iter().map(EscalationForm::from).collect(),
        }
    }
}

impl From<&Escalation> for EscalationForm {
    fn from(step: &Escalation) -> EscalationForm {
        EscalationForm { after_days: step.after_days(), to: ids(step.to()) }
    }
}

impl From<&DutyRule> for DutyRuleForm {
    fn from(rule: &DutyRule) -> DutyRuleForm {
        DutyRuleForm {
            duty: rule.duty().id().to_string(),
            own_date: rule.own_date().map(MomentForm::from),
            every_weeks: rule.every_weeks(),
            left_out: rule.is_left_out(),
            reminders: rule.reminders().map(ReminderRuleForm::from),
        }
    }
}

impl From<&Task> for TaskForm {
    fn from(task: &Task) -> TaskForm {
        TaskForm {
            task: task.id.clone(),
            name_nl: task.name_nl.clone(),
            name_en: task.name_en.clone(),
            who: task.who().id().to_string(),
            when: task.when().into(),
            done_by: task.event().map(|name| name.id().to_string()),
            reminders: task.own_reminders().map(ReminderRuleForm::from),
        }
    }
}

impl From<Moment> for MomentForm {
    fn from(moment: Moment) -> MomentForm {
        let mut form = MomentForm { anchor: moment.anchor().id().to_string(), ..Self::default() };
        match moment.anchor() {
            Anchor::StartOfWeek(week) | Anchor::EndOfWeek(week) => form.week = Some(week),
            Anchor::Event(name) => form.event = Some(name.id().to_string()),
            anchor => form.duty = anchor.duty().map(|duty| duty.id().to_string()),
        }
        let n = Some(moment.offset().number().unsigned_abs());
        match moment.offset() {
            Offset::Days(0) => {}
            Offset::Days(..0) => form.days_before = n,
            Offset::Days(_) => form.days_after = n,
            Offset::SickWeeks(..0) => form.sick_weeks_before = n,
            Offset::SickWeeks(_) => form.sick_weeks_after = n,
        }
        if moment.step() != Step::None {
            form.step = Some(moment.step().id().to_string());
        }
        form
    }
}
