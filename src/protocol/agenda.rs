//! What a protocol makes of a case: its dates beside those of the law, its tasks, its reminders.

use super::Protocol;
use super::anchor::binds;
use super::reminder::{About, Matter, Reminder, in_order};
use super::task::{TaskDay, TaskStatus, tasks};
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::{Duty, Force};
use crate::timeline::{Obligation, Standing, Status, View};
use alloc::vec::Vec;

/// Why the protocol's own date is not the day that it asks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum OwnDateRemark {
    /// The protocol asks for a later day than the due day in this case: the due day holds.
    AfterDue {
        /// The day that the protocol asks for.
        asked: Day,
    },
    /// The protocol asks for a day on which the duty is not open yet: the day on which it opens
    /// holds.
    BeforeItOpens {
        /// The day that the protocol asks for.
        asked: Day,
    },
}

closed_list! {
    /// An [`OwnDateRemark`] without its day.
    OwnDateRemarkKind of OwnDateRemark, "remark on an own date" {
        /// The protocol asks for a later day than the due day in this case: the due day holds.
        AfterDue = 0, "after-due", "na de uiterste dag", "after the due day";
        /// The protocol asks for a day on which the duty is not open yet: the day on which it opens
        /// holds.
        BeforeItOpens = 1, "before-it-opens", "voordat het kan", "before it opens";
    }
}

impl OwnDateRemark {
    /// The day that the protocol asks for.
    #[must_use]
    pub const fn asked(self) -> Day {
        match self {
            OwnDateRemark::AfterDue { asked } | OwnDateRemark::BeforeItOpens { asked } => asked,
        }
    }
}

/// The protocol's own date for a duty in one case, never after the due day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct OwnDate {
    day: Day,
    remark: Option<OwnDateRemark>,
}

impl OwnDate {
    /// The day.
    #[must_use]
    pub const fn day(self) -> Day {
        self.day
    }

    /// Why it is not the day that the protocol asks for.
    #[must_use]
    pub const fn remark(self) -> Option<OwnDateRemark> {
        self.remark
    }

    /// None where the case has no due day to be stricter than.
    fn of(protocol: &Protocol, line: &Obligation, view: &View<'_>) -> Option<OwnDate> {
        let moment = protocol.duty(line.duty())?.own_date?;
        let due = line.due().filter(|_| binds(line))?;
        let asked = moment.day_for(line, view)?;
        if asked > due {
            return Some(OwnDate { day: due, remark: Some(OwnDateRemark::AfterDue { asked }) });
        }
        Some(match line.opens().filter(|opens| asked < *opens) {
            Some(opens) => OwnDate {
                day: opens.min(due),
                remark: Some(OwnDateRemark::BeforeItOpens { asked }),
            },
            None => OwnDate { day: asked, remark: None },
        })
    }
}

closed_list! {
    /// What the protocol does with a duty.
    Treatment, "treatment" {
        /// It follows it.
        Followed = 0, "followed", "gevolgd", "followed";
        /// It leaves it out: policy or practice only.
        LeftOut = 1, "left-out", "weggelaten door het protocol", "left out by the protocol";
        /// It keeps a rhythm of its own instead, which stands among the tasks: practice only.
        OwnRhythm = 2, "own-rhythm", "eigen ritme van het protocol", "own rhythm";
    }
}

/// An obligation, unchanged, with the protocol's date beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgendaLine<'a> {
    obligation: &'a Obligation,
    status: Status,
    own_date: Option<OwnDate>,
    treatment: Treatment,
}

impl<'a> AgendaLine<'a> {
    /// The obligation, with its four dates.
    #[must_use]
    pub const fn obligation(&self) -> &'a Obligation {
        self.obligation
    }

    /// How it stands under the law.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.status
    }

    /// The protocol's own date.
    #[must_use]
    pub const fn own_date(&self) -> Option<OwnDate> {
        self.own_date
    }

    /// What the protocol does with the duty.
    #[must_use]
    pub const fn treatment(&self) -> Treatment {
        self.treatment
    }
}

/// What a protocol makes of a case on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Agenda<'a> {
    protocol: &'a Protocol,
    lines: Vec<AgendaLine<'a>>,
    tasks: Vec<TaskDay<'a>>,
    reminders: Vec<Reminder>,
}

impl<'a> Agenda<'a> {
    pub(super) fn of(protocol: &'a Protocol, view: &'a View<'_>) -> Agenda<'a> {
        let lines: Vec<AgendaLine<'a>> = view
            .obligations()
            .map(|(obligation, status)| AgendaLine {
                obligation,
                status,
                own_date: OwnDate::of(protocol, obligation, view),
                treatment: treatment(protocol, obligation),
            })
            .collect();
        let tasks = tasks(protocol, view);
        let mut reminders = Vec::new();
        for line in &lines {
            remind_of_duty(protocol, view, line, &mut reminders);
        }
        for task in &tasks {
            remind_of_task(protocol, view, task, &mut reminders);
        }
        Agenda { protocol, lines, tasks, reminders: in_order(reminders) }
    }

    /// The protocol.
    #[must_use]
    pub const fn protocol(&self) -> &'a Protocol {
        self.protocol
    }

    /// Every obligation of the view, in its order, with the protocol's date beside it.
    #[must_use]
    pub fn lines(&self) -> &[AgendaLine<'a>] {
        &self.lines
    }

    /// The first obligation of that duty.
    #[must_use]
    pub fn line(&self, duty: Duty) -> Option<&AgendaLine<'a>> {
        self.lines.iter().find(|line| line.obligation.duty() == duty)
    }

    /// The protocol's own tasks, in order of the day; those without one come last.
    #[must_use]
    pub fn tasks(&self) -> &[TaskDay<'a>] {
        &self.tasks
    }

    /// The reminders for everything that is still to be done on the day of the view, in order of
    /// their days; also those of days that lie behind.
    #[must_use]
    pub fn reminders(&self) -> &[Reminder] {
        &self.reminders
    }

    /// The reminders from `from` up to and including `to`.
    pub fn reminders_between(
        &self,
        from: impl Into<Day>,
        to: impl Into<Day>,
    ) -> impl Iterator<Item = &Reminder> {
        let (from, to) = (from.into(), to.into());
        self.reminders.iter().filter(move |reminder| from <= reminder.on() && reminder.on() <= to)
    }
}

fn treatment(protocol: &Protocol, line: &Obligation) -> Treatment {
    match protocol.duty(line.duty()) {
        Some(rule) if rule.left_out => Treatment::LeftOut,
        Some(rule) if rule.every_weeks.is_some() => Treatment::OwnRhythm,
        _ => Treatment::Followed,
    }
}

fn remind_of_duty(
    protocol: &Protocol,
    view: &View<'_>,
    line: &AgendaLine<'_>,
    into: &mut Vec<Reminder>,
) {
    let obligation = line.obligation;
    let waits = match (obligation.met(), obligation.standing()) {
        (None, Standing::Stands) => false,
        (None, Standing::WaitingFor(_)) => true,
        _ => return,
    };
    // The case may be over, or the relapse window, or nobody knows whether it was done; nobody is reminded of
    // what nobody must do.
    let is_over =
        matches!(line.status, Status::Lapsed(_) | Status::Missed | Status::Undetermined(_));
    let is_duty = obligation.rule().force == Force::Duty;
    if line.treatment != Treatment::Followed || is_over || !is_duty {
        return;
    }
    let own_rule = protocol.duty(obligation.duty()).and_then(|rule| rule.reminders.as_ref());
    let matter = Matter {
        about: &About::duty(obligation.rule(), obligation.number()),
        acting: obligation.actor(),
        own: line.own_date.map(OwnDate::day),
        due: obligation.due().map(|due| (due, obligation.due_layer())),
        planned: waits,
        can_be_late: !waits,
        regime: view.timeline().case().regime(),
        first_sick_day: view.first_sick_day(),
        working_days_only: protocol.working_days_only,
    };
    matter.remind(own_rule.unwrap_or(&protocol.reminders), into);
}

fn remind_of_task(
    protocol: &Protocol,
    view: &View<'_>,
    task: &TaskDay<'_>,
    into: &mut Vec<Reminder>,
) {
    if !task.status.is_open() {
        return;
    }
    let matter = Matter {
        about: &task.about,
        acting: task.who,
        own: task.day,
        due: None,
        planned: task.planned,
        can_be_late: !task.planned && task.status != TaskStatus::NotTracked,
        regime: view.timeline().case().regime(),
        first_sick_day: view.first_sick_day(),
        working_days_only: protocol.working_days_only,
    };
    matter.remind(task.reminders, into);
}
