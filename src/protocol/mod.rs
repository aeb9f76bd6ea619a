//! Protocols: what an organisation does beside the law, as data, and the reminders that follow.
//!
//! A [`Protocol`] holds own lead times per duty, own stricter dates, own tasks relative to any
//! anchor of a case, who is reminded, and who when something is late. It never changes an
//! obligation: its dates stand beside the four dates of the law and are marked [`Origin::Protocol`].
//! A statutory duty can be made stricter, never looser; a protocol that tries is refused by the one
//! fallible door, [`ProtocolBuilder::build`].
//!
//! [`Protocol::agenda`] gives, for a [`View`], every duty with the protocol's date
//! beside the law's, the protocol's own tasks, and the reminders for what is still to be done.
//! Reminders are computed events with dates. Nothing is ever sent: whoever embeds the crate asks
//! for the reminders of a day and delivers them, and can ask again for a day on which a job did not
//! run.
//!
//! A protocol is about an organisation, not about a person. Its texts are the name of the protocol
//! and the names of its tasks; nothing about anybody's health belongs in them.

mod agenda;
mod anchor;
mod builder;
mod diff;
mod error;
mod loosening;
mod moment;
pub mod presets;
mod reminder;
mod rule;
mod task;

#[cfg(feature = "schema")]
pub(crate) use builder::{ADDRESS, IDENTIFIER, LINE};
#[cfg(feature = "schema")]
pub(crate) use moment::{FARTHEST_DAYS, LAST_WEEK};

pub use crate::case::EventName;
pub use agenda::{Agenda, AgendaLine, OwnDate, OwnDateRemark, OwnDateRemarkKind, Treatment};
pub use anchor::{Anchor, AnchorKind};
pub use builder::ProtocolBuilder;
pub use diff::{Change, Setting, SettingKind, Subject, diff};
pub use error::{Loosening, ProtocolError};
pub use moment::{Moment, Offset, Step};
pub use reminder::{About, Origin, Reminder, ReminderKind};
pub use rule::{DutyRule, Escalation, Recipient, ReminderRule};
pub use task::{Task, TaskDay, TaskStatus, TaskStatusKind};

use crate::law::Duty;
use crate::timeline::{LEAD_DAYS, View};
use alloc::string::String;
use alloc::vec::Vec;

/// Where a protocol, or the one that it is based on, was published.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Publication {
    pub(crate) title: String,
    pub(crate) url: String,
}

impl Publication {
    /// Its title, with the publisher.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Where it stands; empty when it is not on the internet.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// What an organisation does beside the law. A validated value: whatever
/// [`ProtocolBuilder::build`] gives is no looser than the law.
///
/// ```
/// use poortwachter::{Actor, Case, Day, Duty, Lang, Timeline};
/// use poortwachter::protocol::{Moment, Protocol, Recipient, ReminderRule};
/// let day = |m, d| Day::new(2026, m, d);
///
/// let protocol = Protocol::builder("House rules")
///     .own_date(Duty::PROBLEM_ANALYSIS, Moment::end_of_week(5))
///     .reminders(
///         ReminderRule::none()
///             .lead_days([7])
///             .late(1, [Recipient::Acting, Recipient::Actor(Actor::CaseManager)]),
///     )
///     .build()?;
///
/// let case = Case::builder().sick_since(day(1, 5)).build().unwrap();
/// let timeline = Timeline::new(&case);
/// let view = timeline.view(day(1, 20));
/// let agenda = protocol.agenda(&view);
///
/// let analysis = agenda.line(Duty::PROBLEM_ANALYSIS).unwrap();
/// assert_eq!(analysis.own_date().unwrap().day(), day(2, 8)); // the protocol
/// assert_eq!(analysis.obligation().due(), Some(day(2, 16))); // the law
///
/// let reminder = agenda.reminders_between(day(2, 1), day(2, 8)).next().unwrap();
/// assert_eq!(reminder.on(), day(2, 1));
/// assert_eq!(reminder.to(), Actor::Employer);
/// assert_eq!(reminder.about().name(Lang::En), "Problem analysis");
///
/// let looser = Protocol::builder("Later")
///     .own_date(Duty::PROBLEM_ANALYSIS, Moment::end_of_week(10))
///     .build();
/// assert!(looser.is_err());
/// # Ok::<(), poortwachter::protocol::ProtocolError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Protocol {
    pub(crate) name: String,
    pub(crate) publication: Option<Publication>,
    pub(crate) working_days_only: bool,
    pub(crate) reminders: ReminderRule,
    /// In the order of the duties' names.
    pub(crate) duties: Vec<DutyRule>,
    /// In the order in which they were given.
    pub(crate) tasks: Vec<Task>,
}

impl Default for Protocol {
    /// No dates or tasks of its own. Whoever acts is reminded [`LEAD_DAYS`] days before the due
    /// day, on the day itself and the day after it: a choice of this crate, which no source
    /// prescribes.
    fn default() -> Protocol {
        Protocol {
            name: String::from("default"),
            publication: None,
            working_days_only: false,
            reminders: ReminderRule::none()
                .lead_days([LEAD_DAYS])
                .on_the_day()
                .late(1, [Recipient::Acting]),
            duties: Vec::new(),
            tasks: Vec::new(),
        }
    }
}

impl Protocol {
    /// Starts a protocol without dates, tasks or reminders.
    pub fn builder(name: impl Into<String>) -> ProtocolBuilder {
        ProtocolBuilder::new(name.into())
    }

    /// A builder with everything of this protocol in it, to change some of it.
    pub fn to_builder(&self) -> ProtocolBuilder {
        ProtocolBuilder::of(self.clone())
    }

    /// What the protocol makes of a case, as it was known on the day of the view.
    #[must_use]
    pub fn agenda<'a>(&'a self, view: &'a View<'_>) -> Agenda<'a> {
        Agenda::of(self, view)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it, or the one that it is based on, was published.
    #[must_use]
    pub const fn publication(&self) -> Option<&Publication> {
        self.publication.as_ref()
    }

    /// Whether reminders fall on working days only: those up to a day move back, those after it
    /// move on.
    #[must_use]
    pub const fn is_working_days_only(&self) -> bool {
        self.working_days_only
    }

    /// The reminders of duties and tasks that have none of their own.
    #[must_use]
    pub const fn reminders(&self) -> &ReminderRule {
        &self.reminders
    }

    /// What it says about single duties, in the order of their names.
    #[must_use]
    pub fn duties(&self) -> &[DutyRule] {
        &self.duties
    }

    /// What it says about a duty; none where it leaves that duty as it is.
    #[must_use]
    pub fn duty(&self, duty: Duty) -> Option<&DutyRule> {
        self.duties.iter().find(|rule| rule.duty == duty)
    }

    /// Its own tasks.
    #[must_use]
    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }
}
