//! What a protocol makes of a case, as it goes out.

use super::questions::ids;
use super::view::{ObligationForm, Receipt};
use crate::day::Day;
use crate::lang::Lang;
use crate::protocol::{About, Agenda, AgendaLine, OwnDate, Reminder, TaskDay};
use crate::timeline::View;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;

/// An agenda: the obligations of the law, unchanged, and beside them what the protocol adds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgendaForm {
    /// Identifier of the case.
    pub case: Option<String>,
    /// Name of the protocol.
    pub protocol: String,
    /// Day of the view.
    pub on: Day,
    /// What computed it.
    pub receipt: Receipt,
    /// First day of the reminders below.
    pub reminders_from: Day,
    /// Last day of the reminders below, inclusive.
    pub reminders_through: Day,
    /// The reminders from the first up to and including the last day, in order.
    pub reminders: Vec<ReminderForm>,
    /// The protocol's own tasks.
    pub tasks: Vec<TaskDayForm>,
    /// Every obligation with the protocol's date beside it.
    pub duties: Vec<AgendaLineForm>,
}

/// What a reminder or a task is about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AboutForm {
    /// The duty; null for a task of the protocol.
    pub duty: Option<&'static str>,
    /// The task; null for a duty.
    pub task: Option<String>,
    /// 1, or the number in a series.
    pub number: u16,
    /// Its name in Dutch.
    pub name_nl: String,
    /// Its name in English.
    pub name_en: String,
}

/// A reminder: computed, never sent.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReminderForm {
    /// The day of the reminder.
    pub on: Day,
    /// `lead`, `due` or `late`.
    pub kind: &'static str,
    /// What it is about.
    pub about: AboutForm,
    /// Who is reminded.
    pub to: &'static str,
    /// The day by which it is to be done.
    pub deadline: Day,
    /// Who asks for that day: `protocol`, or the layer of the law.
    pub origin: &'static str,
    /// Calendar days from the reminder to the deadline, negative when it has passed.
    pub days_left: i64,
    /// Whether the deadline will move with something that has not happened yet.
    pub planned: bool,
}

/// A task of the protocol in this case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskDayForm {
    /// What it is.
    pub about: AboutForm,
    /// Always `protocol`: no law asks for it on this day.
    pub origin: &'static str,
    /// Who does it.
    pub who: &'static str,
    /// Its day, null as long as it is not known.
    pub day: Option<Day>,
    /// Whether its day will move with something that has not happened yet.
    pub planned: bool,
    /// The stable name of its status.
    pub status: &'static str,
    /// Its status in words, Dutch.
    pub status_nl: String,
    /// Its status in words, English.
    pub status_en: String,
}

/// The protocol's own date for a duty.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnDateForm {
    /// The day, never after the due day.
    pub day: Day,
    /// Always `protocol`.
    pub origin: &'static str,
    /// Why it is not the day that the protocol asks for: `after-due` or `before-it-opens`.
    pub remark: Option<&'static str>,
    /// The day that the protocol asks for, where that differs.
    pub asked: Option<Day>,
}

/// An obligation with the protocol's date beside it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgendaLineForm {
    /// The obligation of the law.
    pub obligation: ObligationForm,
    /// The protocol's own date.
    pub own_date: Option<OwnDateForm>,
    /// `followed`, `left-out` or `own-rhythm`.
    pub treatment: &'static str,
}

impl AgendaForm {
    /// The agenda with its reminders from `from` up to and including `through`.
    #[must_use]
    pub fn between(agenda: &Agenda<'_>, view: &View<'_>, from: Day, through: Day) -> AgendaForm {
        let questions = view.open_questions();
        let line = |line: &AgendaLine<'_>| {
            let mut form = AgendaLineForm::from(line);
            form.obligation.questions = ids(&questions, line.obligation());
            form
        };
        AgendaForm {
            case: view.timeline().case().id().map(ToString::to_string),
            protocol: agenda.protocol().name().to_string(),
            on: view.on(),
            receipt: Receipt::now(),
            reminders_from: from,
            reminders_through: through,
            reminders: agenda.reminders_between(from, through).map(ReminderForm::from).collect(),
            tasks: agenda.tasks().iter().map(TaskDayForm::from).collect(),
            duties: agenda.lines().iter().map(line).collect(),
        }
    }
}

impl From<&About> for AboutForm {
    fn from(about: &About) -> AboutForm {
        let duty = about.of_duty().map(crate::law::Duty::id);
        AboutForm {
            duty,
            task: duty.is_none().then(|| about.id().to_string()),
            number: about.number(),
            name_nl: about.name(Lang::Nl).to_string(),
            name_en: about.name(Lang::En).to_string(),
        }
    }
}

impl From<&Reminder> for ReminderForm {
    fn from(reminder: &Reminder) -> ReminderForm {
        ReminderForm {
            on: reminder.on(),
            kind: reminder.kind().id(),
            about: reminder.about().into(),
            to: reminder.to().id(),
            deadline: reminder.deadline(),
            origin: reminder.origin().id(),
            days_left: reminder.days_left(),
            planned: reminder.is_planned(),
        }
    }
}

impl From<&TaskDay<'_>> for TaskDayForm {
    fn from(task: &TaskDay<'_>) -> TaskDayForm {
        TaskDayForm {
            about: task.about().into(),
            origin: crate::protocol::Origin::Protocol.id(),
            who: task.who().id(),
            day: task.day(),
            planned: task.is_planned(),
            status: task.status().id(),
            status_nl: task.status().words(Lang::Nl),
            status_en: task.status().words(Lang::En),
        }
    }
}

impl From<OwnDate> for OwnDateForm {
    fn from(own: OwnDate) -> OwnDateForm {
        OwnDateForm {
            day: own.day(),
            origin: crate::protocol::Origin::Protocol.id(),
            remark: own.remark().map(|remark| remark.id()),
            asked: own.remark().map(crate::protocol::OwnDateRemark::asked),
        }
    }
}

impl From<&AgendaLine<'_>> for AgendaLineForm {
    fn from(line: &AgendaLine<'_>) -> AgendaLineForm {
        AgendaLineForm {
            obligation: ObligationForm::from((line.obligation(), line.status())),
            own_date: line.own_date().map(OwnDateForm::from),
            treatment: line.treatment().id(),
        }
    }
}
