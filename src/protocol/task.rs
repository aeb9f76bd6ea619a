//! The protocol's own tasks, and how they stand in a case.

use super::anchor::{Anchor, Anchored, last_sick_day, occurrences};
use super::moment::Moment;
use super::rule::{DutyRule, ReminderRule};
use super::{About, Protocol};
use crate::case::EventKind;
use crate::case::EventName;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Actor, ClockKind, LONGEST_SERIES, Recurrence, Regime};
use crate::timeline::{EndReason, Obligation, Reason, Standing, Status, View};
use alloc::string::String;
use alloc::vec::Vec;

/// Something that the organisation itself wants done.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Task {
    pub(crate) id: String,
    pub(crate) name_nl: String,
    pub(crate) name_en: String,
    pub(crate) who: Actor,
    pub(crate) when: Moment,
    pub(crate) done_by: Option<EventName>,
    pub(crate) reminders: Option<ReminderRule>,
}

impl Task {
    /// A task with its identifier, its names, who does it and when.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        name_nl: impl Into<String>,
        name_en: impl Into<String>,
        who: Actor,
        when: Moment,
    ) -> Task {
        Task {
            id: id.into(),
            name_nl: name_nl.into(),
            name_en: name_en.into(),
            who,
            when,
            done_by: None,
            reminders: None,
        }
    }

    /// The recorded event that shows that it was done. Without one its status is not tracked.
    ///
    /// An event that can happen several times in a case does for one task only, in order of the
    /// days; one that happens once does for every task that it is tied to.
    #[must_use]
    pub fn done_by(mut self, event: EventName) -> Task {
        self.done_by = Some(event);
        self
    }

    /// The reminders of this task, in place of those of the protocol.
    #[must_use]
    pub fn reminders(mut self, rule: ReminderRule) -> Task {
        self.reminders = Some(rule);
        self
    }

    /// The identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its name.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.name_nl, &self.name_en)
    }

    /// Who does it.
    #[must_use]
    pub const fn who(&self) -> Actor {
        self.who
    }

    /// When.
    #[must_use]
    pub const fn when(&self) -> Moment {
        self.when
    }

    /// The event that shows that it was done.
    #[must_use]
    pub const fn event(&self) -> Option<EventName> {
        self.done_by
    }

    /// The reminders of this task, where it has its own.
    #[must_use]
    pub const fn own_reminders(&self) -> Option<&ReminderRule> {
        self.reminders.as_ref()
    }
}

/// How a task stands on the day of a view.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum TaskStatus {
    /// The event that it is tied to was recorded on this day.
    Done {
        /// The day.
        on: Day,
    },
    /// Its day is today or later.
    ToDo,
    /// Its day has passed.
    Late {
        /// Days past it, at least 1.
        days: u32,
    },
    /// It is tied to no event: nobody knows whether it was done.
    NotTracked,
    /// Its day will follow from something that has not happened yet.
    Waiting,
    /// The employee has recovered; a relapse revives it.
    Paused,
    /// It falls away.
    Lapsed(Reason),
}

closed_list! {
    /// A [`TaskStatus`] without what it holds.
    TaskStatusKind of TaskStatus, "status of a task" {
        /// The event that it is tied to was recorded on this day.
        Done = 0, "done", "gedaan", "done";
        /// Its day is today or later.
        ToDo = 1, "to-do", "te doen", "to do";
        /// Its day has passed.
        Late = 2, "late", "voorbij", "past";
        /// It is tied to no event: nobody knows whether it was done.
        NotTracked = 3, "not-tracked", "niet gevolgd", "not tracked";
        /// Its day will follow from something that has not happened yet.
        Waiting = 4, "waiting", "dag nog niet bekend", "day not known yet";
        /// The employee has recovered; a relapse revives it.
        Paused = 5, "paused", "gepauzeerd: hersteld", "paused: recovered";
        /// It falls away.
        Lapsed = 6, "lapsed", "vervallen", "lapsed";
    }
}

impl TaskStatus {
    /// Whether it may still have to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, TaskStatus::ToDo | TaskStatus::Late { .. } | TaskStatus::NotTracked)
    }
}

/// A task of a protocol in one case. Never an obligation: no law asks for it on this day.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TaskDay<'a> {
    pub(super) about: About,
    pub(super) who: Actor,
    pub(super) day: Option<Day>,
    pub(super) planned: bool,
    pub(super) status: TaskStatus,
    pub(super) reminders: &'a ReminderRule,
}

impl TaskDay<'_> {
    /// What it is.
    #[must_use]
    pub const fn about(&self) -> &About {
        &self.about
    }

    /// Who does it.
    #[must_use]
    pub const fn who(&self) -> Actor {
        self.who
    }

    /// Its day; none as long as it is not known.
    #[must_use]
    pub const fn day(&self) -> Option<Day> {
        self.day
    }

    /// Whether its day will move with something that has not happened yet.
    #[must_use]
    pub const fn is_planned(&self) -> bool {
        self.planned
    }

    /// How it stands.
    #[must_use]
    pub const fn status(&self) -> TaskStatus {
        self.status
    }
}

/// The tasks of a protocol in a case, in order of the day; those without one come last.
pub(super) fn tasks<'a>(protocol: &'a Protocol, view: &View<'_>) -> Vec<TaskDay<'a>> {
    let mut days: Vec<TaskDay<'a>> =
        protocol.tasks.iter().flat_map(|task| days_of(protocol, task, view)).collect();
    let rhythms = protocol.duties.iter().filter_map(|rule| Some((rule, rule.every_weeks?)));
    days.extend(rhythms.flat_map(|(rule, weeks)| rhythm(protocol, rule, weeks, view)));
    days.sort_by(|a, b| {
        (a.day.is_none(), a.day, &a.about).cmp(&(b.day.is_none(), b.day, &b.about))
    });
    mark_done(protocol, view, &mut days);
    days
}

fn days_of<'a>(protocol: &'a Protocol, task: &'a Task, view: &View<'_>) -> Vec<TaskDay<'a>> {
    let days = task.when.days(view);
    let is_series = days.len() > 1;
    let of = |number, day, planned, status| TaskDay {
        about: About::task(task, number, is_series),
        who: task.who.in_regime(view.timeline().case().regime()),
        day,
        planned,
        status,
        reminders: task.reminders.as_ref().unwrap_or(&protocol.reminders),
    };
    if days.is_empty() {
        let status = falls_away(task.when, None, view).unwrap_or(TaskStatus::Waiting);
        return Vec::from([of(1, None, false, status)]);
    }
    let with_day = |at: Anchored| {
        let open = || match task.done_by {
            Some(_) => to_do(at.day, view),
            None => TaskStatus::NotTracked,
        };
        let status = falls_away(task.when, Some(at.day), view).unwrap_or_else(open);
        of(at.number, Some(at.day), at.planned, status)
    };
    days.into_iter().map(with_day).collect()
}

fn to_do(day: Day, view: &View<'_>) -> TaskStatus {
    match view.on().days_since(day) {
        days @ 1.. => TaskStatus::Late { days: u32::try_from(days).unwrap_or(u32::MAX) },
        _ => TaskStatus::ToDo,
    }
}

/// Whether a task falls away, for good or as long as the employee is not sick again.
fn falls_away(when: Moment, day: Option<Day>, view: &View<'_>) -> Option<TaskStatus> {
    let is_after = |last: Day| day.is_none_or(|day| day > last);
    let follows_recovery = when.anchor() == Anchor::LastSickDay;
    if let Some(end) = view.end() {
        let reason = end.reason();
        // What follows recovery is not stopped by it.
        if reason != EndReason::Recovered || !follows_recovery {
            return Some(TaskStatus::Lapsed(reason.of_a_duty()));
        }
    }
    let granted = view.events().find(|event| event.kind() == EventKind::WiaGranted);
    if granted.is_some_and(|event| is_after(event.on())) {
        return Some(TaskStatus::Lapsed(Reason::WiaGranted));
    }
    let case = view.timeline().case();
    let leaves = case.employment_last_day().filter(|_| case.regime() == Regime::Employer);
    if leaves.is_some_and(|last| day.is_some_and(|day| day > last)) {
        return Some(TaskStatus::Lapsed(Reason::EmploymentEnds));
    }
    let is_paused = !follows_recovery && last_sick_day(view).is_some_and(is_after);
    is_paused.then_some(TaskStatus::Paused)
}

/// Gives every task the event that shows that it was done.
fn mark_done(protocol: &Protocol, view: &View<'_>, days: &mut [TaskDay<'_>]) {
    let mut names: Vec<EventName> = protocol.tasks.iter().filter_map(|task| task.done_by).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let mut done: Vec<_> = occurrences(view, name).collect();
        done.reverse();
        let is_tied = |day: &TaskDay<'_>| {
            let task = protocol.tasks.iter().find(|task| day.about.is_task(&task.id));
            task.is_some_and(|task| task.done_by == Some(name))
        };
        for day in days.iter_mut().filter(|day| is_tied(day)) {
            let Some(occurrence) = done.last() else { break };
            day.status = TaskStatus::Done { on: occurrence.on };
            if occurrence.repeats {
                done.pop();
            }
        }
    }
}

/// The dates of a duty in the protocol's own rhythm, from the last one met, before that from the
/// duty that the first one counts from, up to the end of the wages.
fn rhythm<'a>(
    protocol: &'a Protocol,
    rule: &'a DutyRule,
    weeks: u16,
    view: &View<'_>,
) -> Vec<TaskDay<'a>> {
    let lines: Vec<(&Obligation, Status)> =
        view.obligations().filter(|(line, _)| line.duty() == rule.duty).collect();
    let is_due = |line: &Obligation| {
        matches!(line.standing(), Standing::Stands | Standing::WaitingFor(_))
            && line.due().is_some()
    };
    let Some(law) = lines.iter().find(|(line, _)| is_due(line)).map(|(line, _)| line.rule()) else {
        return Vec::new();
    };
    let met: Vec<Day> = lines.iter().filter_map(|(line, _)| line.met()).collect();
    let plan = match law.recurrence {
        Recurrence::AfterPrevious { first_after } => view.obligation(first_after),
        _ => None,
    };
    let plan = plan.map(|(plan, _)| plan);
    let base = met.iter().copied().max().or_else(|| plan?.met().or(plan?.due()));
    let last = view.wages_last_day().or_else(|| view.sickness_benefit_last_day());
    let last = last.filter(|_| view.end().is_none());
    let (Some(base), Some(last)) = (base, last) else { return Vec::new() };
    let is_known = !met.is_empty() || plan.is_some_and(|plan| plan.met().is_some());
    let from = view.counted_through(ClockKind::WaitingPeriod, base);
    let held = u16::try_from(met.len()).unwrap_or(u16::MAX);
    let mut days = Vec::new();
    for i in 1..=LONGEST_SERIES.saturating_sub(held) {
        let k = from + u32::from(i) * u32::from(weeks) * 7;
        let Some(day) = view.date_of(ClockKind::WaitingPeriod, k).filter(|day| *day <= last) else {
            break;
        };
        let planned = i > 1 || !is_known;
        let status = if planned { TaskStatus::ToDo } else { to_do(day, view) };
        days.push(TaskDay {
            about: About::rhythm(law, held.saturating_add(i)),
            who: law.actor.in_regime(view.timeline().case().regime()),
            day: Some(day),
            planned,
            status,
            reminders: rule.reminders.as_ref().unwrap_or(&protocol.reminders),
        });
    }
    days
}
