//! What a protocol says about one duty, and when whom to remind.

use super::moment::Moment;
use crate::closed_list::by_name;
use crate::lang::Lang;
use crate::law::{Actor, Duty, Regime};
use alloc::vec::Vec;

/// Who is reminded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Recipient {
    /// Whoever must act, except the UWV.
    Acting,
    /// That role.
    Actor(Actor),
}

impl Recipient {
    /// Every recipient.
    pub const ALL: &'static [Recipient] = &[
        Recipient::Acting,
        Recipient::Actor(Actor::Employer),
        Recipient::Actor(Actor::Employee),
        Recipient::Actor(Actor::OccupationalPhysician),
        Recipient::Actor(Actor::CaseManager),
        Recipient::Actor(Actor::OwnRiskCarrier),
        Recipient::Actor(Actor::Uwv),
    ];

    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Recipient::Acting => "acting",
            Recipient::Actor(actor) => actor.id(),
        }
    }

    /// The stable number: 0 for whoever must act, for a role one more than [`Actor::code`].
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Recipient::Acting => 0,
            Recipient::Actor(actor) => actor.code() + 1,
        }
    }

    /// The recipient with that stable number.
    #[must_use]
    pub const fn from_code(code: u8) -> Option<Recipient> {
        match code {
            0 => Some(Recipient::Acting),
            code => match Actor::from_code(code - 1) {
                Some(actor) => Some(Recipient::Actor(actor)),
                None => None,
            },
        }
    }

    /// Its name for people.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Recipient::Acting => lang.pick("wie moet handelen", "whoever acts"),
            Recipient::Actor(actor) => actor.name(lang),
        }
    }

    /// Who that is in a regime when `acting` must act. The UWV is reminded only where the protocol
    /// names it.
    pub(super) fn in_regime(self, acting: Actor, regime: Regime) -> Option<Actor> {
        match self {
            Recipient::Actor(Actor::Uwv) => Some(Actor::Uwv),
            Recipient::Acting => Some(acting).filter(|actor| *actor != Actor::Uwv),
            Recipient::Actor(actor) => {
                Some(actor.in_regime(regime)).filter(|actor| *actor != Actor::Uwv)
            }
        }
    }
}

by_name! { Recipient, "recipient" }

/// Who is told when something is late.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Escalation {
    pub(crate) after_days: u16,
    pub(crate) to: Vec<Recipient>,
}

impl Escalation {
    /// How many calendar days after the day that was missed, at least 1.
    #[must_use]
    pub const fn after_days(&self) -> u16 {
        self.after_days
    }

    /// Who is told.
    #[must_use]
    pub fn to(&self) -> &[Recipient] {
        &self.to
    }
}

/// When whom to remind of something.
///
/// Lead times count back from the protocol's own date, else from the due day. The reminder on the
/// day and those about lateness come for the own date and again for the due day.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ReminderRule {
    pub(crate) lead_days: Vec<u16>,
    pub(crate) on_the_day: bool,
    pub(crate) to: Vec<Recipient>,
    pub(crate) late: Vec<Escalation>,
}

impl ReminderRule {
    /// No reminders; those that are added go to whoever acts.
    #[must_use]
    pub fn none() -> ReminderRule {
        ReminderRule {
            lead_days: Vec::new(),
            on_the_day: false,
            to: Vec::from([Recipient::Acting]),
            late: Vec::new(),
        }
    }

    /// A reminder that many calendar days before the day, for each of the numbers.
    #[must_use]
    pub fn lead_days(mut self, days: impl IntoIterator<Item = u16>) -> ReminderRule {
        self.lead_days = Vec::from_iter(days);
        self.lead_days.sort_unstable_by(|a, b| b.cmp(a));
        self.lead_days.dedup();
        self
    }

    /// A reminder on the day itself.
    #[must_use]
    pub fn on_the_day(mut self) -> ReminderRule {
        self.on_the_day = true;
        self
    }

    /// Who is reminded before and on the day, in place of whoever acts.
    #[must_use]
    pub fn to(mut self, to: impl IntoIterator<Item = Recipient>) -> ReminderRule {
        self.to = in_order(to);
        self
    }

    /// Who is told when it is late by that many calendar days, at least 1. One call for each step.
    #[must_use]
    pub fn late(
        mut self,
        after_days: u16,
        to: impl IntoIterator<Item = Recipient>,
    ) -> ReminderRule {
        self.late.push(Escalation { after_days, to: in_order(to) });
        self.late.sort_unstable();
        self
    }

    /// The lead times in calendar days, longest first.
    #[must_use]
    pub fn leads(&self) -> &[u16] {
        &self.lead_days
    }

    /// Whether there is a reminder on the day itself.
    #[must_use]
    pub const fn is_on_the_day(&self) -> bool {
        self.on_the_day
    }

    /// Who is reminded before and on the day.
    #[must_use]
    pub fn recipients(&self) -> &[Recipient] {
        &self.to
    }

    /// Who is told when it is late, in order of the delay.
    #[must_use]
    pub fn escalations(&self) -> &[Escalation] {
        &self.late
    }
}

fn in_order(to: impl IntoIterator<Item = Recipient>) -> Vec<Recipient> {
    let mut to = Vec::from_iter(to);
    to.sort_unstable();
    to.dedup();
    to
}

/// What a protocol says about one duty.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DutyRule {
    pub(crate) duty: Duty,
    pub(crate) own_date: Option<Moment>,
    pub(crate) every_weeks: Option<u16>,
    pub(crate) left_out: bool,
    pub(crate) reminders: Option<ReminderRule>,
}

impl DutyRule {
    pub(crate) const fn new(duty: Duty) -> DutyRule {
        DutyRule { duty, own_date: None, every_weeks: None, left_out: false, reminders: None }
    }

    /// The duty.
    #[must_use]
    pub const fn duty(&self) -> Duty {
        self.duty
    }

    /// The protocol's own, stricter date.
    #[must_use]
    pub const fn own_date(&self) -> Option<Moment> {
        self.own_date
    }

    /// The protocol's own rhythm, in weeks of sickness.
    #[must_use]
    pub const fn every_weeks(&self) -> Option<u16> {
        self.every_weeks
    }

    /// Whether the protocol leaves the duty out: no date, no reminders.
    #[must_use]
    pub const fn is_left_out(&self) -> bool {
        self.left_out
    }

    /// The reminders of this duty, in place of those of the protocol.
    #[must_use]
    pub const fn reminders(&self) -> Option<&ReminderRule> {
        self.reminders.as_ref()
    }
}
