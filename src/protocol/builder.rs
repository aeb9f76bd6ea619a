//! The one fallible door to a protocol.

use super::error::ProtocolError;
use super::loosening;
use super::moment::{FARTHEST_DAYS, LAST_WEEK, Moment};
use super::rule::{DutyRule, ReminderRule};
use super::task::Task;
use super::{Protocol, Publication};
use crate::law::{self, Duty, LAW, Law};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The most characters of a name or a title.
pub(crate) const LINE: usize = 120;
/// The most characters of an address.
pub(crate) const ADDRESS: usize = 500;
/// The most characters of an identifier.
pub(crate) const IDENTIFIER: usize = 64;

/// Collects a protocol. [`build`](Self::build) checks it.
#[derive(Clone, Debug)]
#[must_use]
pub struct ProtocolBuilder {
    protocol: Protocol,
    /// In the order in which the duties were named first.
    duties: Vec<DutyRule>,
    /// The law that binds.
    law: &'static Law,
}

impl ProtocolBuilder {
    pub(super) fn new(name: String) -> ProtocolBuilder {
        let reminders = ReminderRule::none();
        ProtocolBuilder::of(Protocol { name, reminders, ..Protocol::default() })
    }

    pub(super) fn of(mut protocol: Protocol) -> ProtocolBuilder {
        let duties = core::mem::take(&mut protocol.duties);
        ProtocolBuilder { protocol, duties, law: &LAW }
    }

    /// Its name, one line.
    pub fn name(mut self, name: impl Into<String>) -> ProtocolBuilder {
        self.protocol.name = name.into();
        self
    }

    /// Where it was published: the title with the publisher, and the address.
    pub fn published(
        mut self,
        title: impl Into<String>,
        url: impl Into<String>,
    ) -> ProtocolBuilder {
        self.protocol.publication = Some(Publication { title: title.into(), url: url.into() });
        self
    }

    /// The reminders of duties and tasks that have none of their own.
    pub fn reminders(mut self, rule: ReminderRule) -> ProtocolBuilder {
        self.protocol.reminders = rule;
        self
    }

    /// Reminders on working days only: those up to a day move back, those after it move on.
    pub fn working_days_only(mut self) -> ProtocolBuilder {
        self.protocol.working_days_only = true;
        self
    }

    /// An own, stricter date for a duty.
    pub fn own_date(self, duty: Duty, moment: Moment) -> ProtocolBuilder {
        self.change(duty, |rule| rule.own_date = Some(moment))
    }

    /// An own rhythm in weeks of sickness, for the progress interviews: that they come every six
    /// weeks is practice.
    pub fn every_weeks(self, duty: Duty, weeks: u16) -> ProtocolBuilder {
        self.change(duty, |rule| rule.every_weeks = Some(weeks))
    }

    /// Leaves out a duty that only policy or practice knows.
    pub fn leave_out(self, duty: Duty) -> ProtocolBuilder {
        self.change(duty, |rule| rule.left_out = true)
    }

    /// The reminders of one duty, in place of those of the protocol.
    pub fn reminders_of(self, duty: Duty, reminders: ReminderRule) -> ProtocolBuilder {
        self.change(duty, |rule| rule.reminders = Some(reminders))
    }

    /// What the protocol says about a duty, all at once.
    #[cfg(feature = "serde")]
    pub(crate) fn duty_rule(mut self, rule: DutyRule) -> ProtocolBuilder {
        self.duties.push(rule);
        self
    }

    /// A task of its own.
    pub fn task(mut self, task: Task) -> ProtocolBuilder {
        self.protocol.tasks.push(task);
        self
    }

    fn change(mut self, duty: Duty, change: impl FnOnce(&mut DutyRule)) -> ProtocolBuilder {
        match self.duties.iter_mut().find(|rule| rule.duty == duty) {
            Some(rule) => change(rule),
            None => {
                let mut rule = DutyRule::new(duty);
                change(&mut rule);
                self.duties.push(rule);
            }
        }
        self
    }

    /// Measures the protocol against another law than [`LAW`].
    ///
    /// ```
    /// use poortwachter::law::{Bound, LAW, Law, Rule, Term, Version, wia::WIA_CLAIM};
    /// use poortwachter::{Duty, protocol::{Anchor, Moment, Protocol}};
    /// use std::sync::LazyLock;
    ///
    /// // A bill that puts the claim half a year before the end.
    /// const PRESENT: &Version = WIA_CLAIM.version_in_force();
    /// const DUE: Bound = Bound { term: Term::WeeksBefore(26), ..PRESENT.due };
    /// const VERSIONS: &[Version] = &[Version { since: None, due: DUE, ..*PRESENT }];
    /// static RULE: Rule = WIA_CLAIM.with_versions(VERSIONS);
    /// static BILL: LazyLock<Law> = LazyLock::new(|| LAW.amended(&RULE).unwrap());
    ///
    /// let own = Moment::end_of_week(90);
    /// let protocol = Protocol::builder("house rules").own_date(Duty::WIA_CLAIM, own);
    /// assert!(protocol.clone().build().is_ok());
    /// assert!(protocol.under(&BILL).build().is_err());
    /// ```
    pub fn under(mut self, law: &'static Law) -> ProtocolBuilder {
        self.law = law;
        self
    }

    /// The protocol.
    ///
    /// # Errors
    /// When it would loosen the law, or when something in it cannot be meant: see
    /// [`ProtocolError`], which names the field and what to do.
    pub fn build(self) -> Result<Protocol, ProtocolError> {
        let ProtocolBuilder { mut protocol, mut duties, law } = self;
        check_line("name", &protocol.name, LINE)?;
        if let Some(publication) = &protocol.publication {
            check_line("publication.title", &publication.title, LINE)?;
            if !publication.url.is_empty() {
                check_line("publication.url", &publication.url, ADDRESS)?;
            }
        }
        check_reminders("reminders", &protocol.reminders)?;
        for (i, rule) in duties.iter().enumerate() {
            let field = format!("duties[{i}]");
            if duties.iter().take(i).any(|other| other.duty == rule.duty) {
                let id = rule.duty.id().to_string();
                return Err(ProtocolError::Twice { field: field + ".duty", id });
            }
            check_duty(law, rule, &field)?;
        }
        for (i, task) in protocol.tasks.iter().enumerate() {
            let field = format!("tasks[{i}]");
            if protocol.tasks.iter().take(i).any(|other| other.id == task.id) {
                let id = task.id.clone();
                return Err(ProtocolError::Twice { field: field + ".task", id });
            }
            check_task(task, &field)?;
        }
        duties.sort_by_key(|rule| rule.duty);
        protocol.duties = duties;
        Ok(protocol)
    }
}

fn check_duty(law: &'static Law, rule: &DutyRule, field: &str) -> Result<(), ProtocolError> {
    if let Some(moment) = rule.own_date {
        moment.check(&(field.to_string() + ".own_date"))?;
    }
    if let Some(weeks) = rule.every_weeks {
        check_range(field.to_string() + ".every_weeks", weeks, 1, LAST_WEEK)?;
    }
    if let Some(reminders) = &rule.reminders {
        check_reminders(&(field.to_string() + ".reminders"), reminders)?;
    }
    loosening::check(law, rule, field)
}

fn check_task(task: &Task, field: &str) -> Result<(), ProtocolError> {
    let at = |name: &str| field.to_string() + "." + name;
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !(1..=IDENTIFIER).contains(&task.id.len()) || !task.id.chars().all(is_plain) {
        return Err(ProtocolError::NoIdentifier { field: at("task"), value: task.id.clone() });
    }
    if law::duty(&task.id).is_some() {
        return Err(ProtocolError::NameOfADuty { field: at("task"), id: task.id.clone() });
    }
    check_line(&at("name_nl"), &task.name_nl, LINE)?;
    check_line(&at("name_en"), &task.name_en, LINE)?;
    task.when.check(&at("when"))?;
    match &task.reminders {
        Some(reminders) => check_reminders(&at("reminders"), reminders),
        None => Ok(()),
    }
}

fn check_reminders(field: &str, rule: &ReminderRule) -> Result<(), ProtocolError> {
    if rule.to.is_empty() {
        return Err(ProtocolError::Nobody { field: format!("{field}.to") });
    }
    for (i, days) in rule.lead_days.iter().enumerate() {
        check_range(format!("{field}.lead_days[{i}]"), *days, 1, FARTHEST_DAYS)?;
    }
    for (i, step) in rule.late.iter().enumerate() {
        check_range(format!("{field}.late[{i}].after_days"), step.after_days, 1, FARTHEST_DAYS)?;
        if step.to.is_empty() {
            return Err(ProtocolError::Nobody { field: format!("{field}.late[{i}].to") });
        }
    }
    Ok(())
}

fn check_range(field: String, value: u16, least: u16, most: u16) -> Result<(), ProtocolError> {
    match (least..=most).contains(&value) {
        true => Ok(()),
        false => Err(ProtocolError::OutOfRange { field, value, least, most }),
    }
}

fn check_line(field: &str, text: &str, most: usize) -> Result<(), ProtocolError> {
    let is_line = !text.trim().is_empty()
        && text.chars().count() <= most
        && !text.chars().any(char::is_control);
    match is_line {
        true => Ok(()),
        false => Err(ProtocolError::NoLine { field: field.to_string(), most }),
    }
}
