//! What differs between two protocols.

use super::moment::Moment;
use super::rule::{DutyRule, Escalation, Recipient, ReminderRule};
use super::task::Task;
use super::{Protocol, Publication};
use crate::case::EventName;
use crate::closed_list::closed_list;
use crate::law::{Actor, Duty};
use alloc::string::String;
use alloc::vec::Vec;

/// What a change is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Subject {
    /// The protocol as a whole.
    Protocol,
    /// What it says about a duty.
    Duty(Duty),
    /// A task of its own, by its identifier.
    Task(String),
}

/// Which part of it, with its value. Two settings of one kind are compared.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Setting {
    /// The name of the protocol.
    Name(String),
    /// The title and address of the publication.
    Publication(String, String),
    /// Reminders on working days only.
    WorkingDaysOnly(bool),
    /// The own, stricter date of a duty.
    OwnDate(Moment),
    /// The own rhythm of a duty, in weeks of sickness.
    EveryWeeks(u16),
    /// The duty is left out.
    LeftOut,
    /// The names of a task, Dutch and English.
    TaskName(String, String),
    /// Who does a task.
    Who(Actor),
    /// When a task is to be done.
    When(Moment),
    /// The event that shows that a task was done.
    DoneBy(EventName),
    /// It has reminders of its own; without them those of the protocol hold.
    OwnReminders,
    /// The lead times in calendar days, longest first.
    LeadDays(Vec<u16>),
    /// A reminder on the day itself.
    OnTheDay(bool),
    /// Who is reminded.
    To(Vec<Recipient>),
    /// Who is told when it is late.
    Late(Vec<Escalation>),
}

closed_list! {
    /// A [`Setting`] without its value.
    SettingKind of Setting, "setting of a protocol" {
        /// The name of the protocol.
        Name = 0, "name", "naam", "name";
        /// The title and address of the publication.
        Publication = 1, "publication", "bron", "source";
        /// Reminders on working days only.
        WorkingDaysOnly = 2, "working_days_only", "alleen op werkdagen", "working days only";
        /// The own, stricter date of a duty.
        OwnDate = 3, "own_date", "eigen datum", "own date";
        /// The own rhythm of a duty, in weeks of sickness.
        EveryWeeks = 4, "every_weeks", "eigen ritme", "own rhythm";
        /// The duty is left out.
        LeftOut = 5, "left_out", "weggelaten", "left out";
        /// The names of a task, Dutch and English.
        TaskName = 6, "task", "naam", "name";
        /// Who does a task.
        Who = 7, "who", "wie", "who";
        /// When a task is to be done.
        When = 8, "when", "wanneer", "when";
        /// The event that shows that a task was done.
        DoneBy = 9, "done_by", "gedaan bij", "done by";
        /// It has reminders of its own; without them those of the protocol hold.
        OwnReminders = 10, "reminders", "eigen herinneringen", "own reminders";
        /// The lead times in calendar days, longest first.
        LeadDays = 11, "reminders.lead_days", "herinnering vooraf", "reminder ahead";
        /// A reminder on the day itself.
        OnTheDay = 12, "reminders.on_the_day", "herinnering op de dag", "reminder on the day";
        /// Who is reminded.
        To = 13, "reminders.to", "wie wordt herinnerd", "who is reminded";
        /// Who is told when it is late.
        Late = 14, "reminders.late", "bij te laat", "when late";
    }
}

/// One difference.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Change {
    subject: Subject,
    before: Option<Setting>,
    after: Option<Setting>,
}

impl Change {
    /// What it is about.
    #[must_use]
    pub const fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The value in the first protocol; none where it says nothing.
    #[must_use]
    pub const fn before(&self) -> Option<&Setting> {
        self.before.as_ref()
    }

    /// The value in the second protocol; none where it says nothing.
    #[must_use]
    pub const fn after(&self) -> Option<&Setting> {
        self.after.as_ref()
    }
}

/// Every difference between two protocols: first the protocol as a whole, then the duties in order
/// of their names, then the tasks in order of their identifiers. The order in which the tasks stand
/// is no difference.
///
/// ```
/// use poortwachter::{Duty, Lang, protocol::{self, Moment, presets}};
/// let published = presets::named("uwv").unwrap().protocol();
/// let ours = published
///     .to_builder()
///     .own_date(Duty::PROBLEM_ANALYSIS, Moment::end_of_week(5))
///     .build()?;
/// let changes = protocol::diff(&published, &ours);
/// assert_eq!(changes.len(), 1);
/// assert_eq!(
///     changes[0].words(Lang::En),
///     "Problem analysis: own date: last day of week 6 → last day of week 5",
/// );
/// # Ok::<(), protocol::ProtocolError>(())
/// ```
#[must_use]
pub fn diff(a: &Protocol, b: &Protocol) -> Vec<Change> {
    let mut changes = Vec::new();
    compare(&mut changes, &Subject::Protocol, of_protocol(a), of_protocol(b));
    let mut duties: Vec<Duty> = a.duties.iter().chain(&b.duties).map(|rule| rule.duty).collect();
    duties.sort_unstable();
    duties.dedup();
    for duty in duties {
        let of = |protocol: &Protocol| protocol.duty(duty).map_or_else(Vec::new, of_duty);
        compare(&mut changes, &Subject::Duty(duty), of(a), of(b));
    }
    let mut tasks: Vec<&str> = a.tasks.iter().chain(&b.tasks).map(Task::id).collect();
    tasks.sort_unstable();
    tasks.dedup();
    for id in tasks {
        let of = |protocol: &Protocol| {
            let task = protocol.tasks.iter().find(|task| task.id == id);
            task.map_or_else(Vec::new, of_task)
        };
        compare(&mut changes, &Subject::Task(String::from(id)), of(a), of(b));
    }
    changes
}

/// Settings come in one order, so that those of one kind stand side by side.
fn compare(changes: &mut Vec<Change>, subject: &Subject, a: Vec<Setting>, b: Vec<Setting>) {
    let mut after = b;
    let mut push = |before: Option<Setting>, after: Option<Setting>| {
        if before != after {
            changes.push(Change { subject: subject.clone(), before, after });
        }
    };
    for before in a {
        let same = after.iter().position(|other| other.id() == before.id());
        let after = same.map(|at| after.remove(at));
        push(Some(before), after);
    }
    for after in after {
        push(None, Some(after));
    }
}

fn of_protocol(protocol: &Protocol) -> Vec<Setting> {
    let mut settings = Vec::from([Setting::Name(protocol.name.clone())]);
    if let Some(Publication { title, url }) = &protocol.publication {
        settings.push(Setting::Publication(title.clone(), url.clone()));
    }
    settings.push(Setting::WorkingDaysOnly(protocol.working_days_only));
    settings.extend(of_reminders(&protocol.reminders));
    settings
}

fn of_duty(rule: &DutyRule) -> Vec<Setting> {
    let mut settings = Vec::new();
    settings.extend(rule.own_date.map(Setting::OwnDate));
    settings.extend(rule.every_weeks.map(Setting::EveryWeeks));
    settings.extend(rule.left_out.then_some(Setting::LeftOut));
    settings.extend(own_reminders(rule.reminders.as_ref()));
    settings
}

fn of_task(task: &Task) -> Vec<Setting> {
    let mut settings = Vec::from([
        Setting::TaskName(task.name_nl.clone(), task.name_en.clone()),
        Setting::Who(task.who),
        Setting::When(task.when),
    ]);
    settings.extend(task.done_by.map(Setting::DoneBy));
    settings.extend(own_reminders(task.reminders.as_ref()));
    settings
}

fn own_reminders(rule: Option<&ReminderRule>) -> Vec<Setting> {
    let Some(rule) = rule else { return Vec::new() };
    let mut settings = Vec::from([Setting::OwnReminders]);
    settings.extend(of_reminders(rule));
    settings
}

fn of_reminders(rule: &ReminderRule) -> [Setting; 4] {
    [
        Setting::LeadDays(rule.lead_days.clone()),
        Setting::OnTheDay(rule.on_the_day),
        Setting::To(rule.to.clone()),
        Setting::Late(rule.late.clone()),
    ]
}
