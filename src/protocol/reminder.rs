//! Reminders: computed events with dates.

use super::rule::{Recipient, ReminderRule};
use super::task::Task;
use crate::closed_list::{by_name, closed_list};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Actor, Duty, Layer, Rule};
use crate::law::{Regime, calendar};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Who asks for a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Origin {
    /// The protocol: the organisation itself, never a statute.
    Protocol,
    /// The law table: this is the due day, in the layer that names it. Policy and practice are no
    /// statute.
    Law(Layer),
}

impl Origin {
    /// Every origin: the protocol, then the layers of the law.
    pub const ALL: &'static [Origin] = &{
        let mut all = [Origin::Protocol; Layer::ALL.len() + 1];
        let mut i = 1;
        while i < all.len() {
            all[i] = Origin::Law(Layer::ALL[i - 1]);
            i += 1;
        }
        all
    };

    /// The stable name: `protocol`, or that of the layer.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Origin::Protocol => "protocol",
            Origin::Law(layer) => layer.id(),
        }
    }

    /// The stable number: 0 for the protocol, for a layer one more than [`Layer::code`].
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Origin::Protocol => 0,
            Origin::Law(layer) => layer.code() + 1,
        }
    }

    /// The origin with that stable number.
    #[must_use]
    pub const fn from_code(code: u8) -> Option<Origin> {
        match code {
            0 => Some(Origin::Protocol),
            code => match Layer::from_code(code - 1) {
                Some(layer) => Some(Origin::Law(layer)),
                None => None,
            },
        }
    }

    /// Its name for people.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Origin::Protocol => "protocol",
            Origin::Law(layer) => layer.name(lang),
        }
    }
}

by_name! { Origin, "origin" }

/// What a reminder or a task is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct About {
    id: String,
    duty: Option<Duty>,
    in_own_rhythm: bool,
    number: u16,
    name_nl: String,
    name_en: String,
}

impl About {
    pub(super) fn duty(rule: &Rule, number: u16) -> About {
        About {
            id: rule.id().to_string(),
            duty: rule.duty(),
            in_own_rhythm: false,
            number,
            name_nl: rule.numbered(number, Lang::Nl),
            name_en: rule.numbered(number, Lang::En),
        }
    }

    pub(super) fn rhythm(rule: &Rule, number: u16) -> About {
        About { in_own_rhythm: true, ..About::duty(rule, number) }
    }

    pub(super) fn task(task: &Task, number: u16, is_series: bool) -> About {
        let name = |lang| match is_series {
            true => format!("{} {number}", task.name(lang)),
            false => task.name(lang).to_string(),
        };
        About {
            id: task.id.clone(),
            duty: None,
            in_own_rhythm: false,
            number,
            name_nl: name(Lang::Nl),
            name_en: name(Lang::En),
        }
    }

    pub(super) fn is_task(&self, id: &str) -> bool {
        self.duty.is_none() && self.id == id
    }

    /// The stable name of the duty or the task.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The duty; none for a task of the protocol.
    #[must_use]
    pub const fn of_duty(&self) -> Option<Duty> {
        self.duty
    }

    /// Whether it is a duty in the protocol's own rhythm, so that the day is the protocol's.
    #[must_use]
    pub const fn is_in_own_rhythm(&self) -> bool {
        self.in_own_rhythm
    }

    /// 1, or the number in a series.
    #[must_use]
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// Its name, with the number where it is one of a series.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.name_nl, &self.name_en)
    }
}

closed_list! {
    /// What kind of reminder it is.
    ReminderKind, "kind of reminder" {
        /// On the day itself, or on the working day before it.
        Due = 1, "due", "op de dag", "on the day";
        /// Some time before the day.
        Lead = 0, "lead", "vooraf", "ahead";
        /// After the day.
        Late = 2, "late", "te laat", "late";
    }
}

/// Somebody is to be reminded of something on a day. Computed, never sent.
// The order of the fields is the order of the reminders.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Reminder {
    on: Day,
    deadline: Day,
    about: About,
    to: Actor,
    origin: Origin,
    kind: ReminderKind,
    planned: bool,
}

impl Reminder {
    /// The day of the reminder.
    #[must_use]
    pub const fn on(&self) -> Day {
        self.on
    }

    /// What it is about.
    #[must_use]
    pub const fn about(&self) -> &About {
        &self.about
    }

    /// Who is reminded.
    #[must_use]
    pub const fn to(&self) -> Actor {
        self.to
    }

    /// What kind of reminder it is.
    #[must_use]
    pub const fn kind(&self) -> ReminderKind {
        self.kind
    }

    /// The day by which it is to be done.
    #[must_use]
    pub const fn deadline(&self) -> Day {
        self.deadline
    }

    /// Who asks for that day: the protocol, or the law.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        self.origin
    }

    /// Calendar days from the reminder to the deadline, negative when it has passed.
    #[must_use]
    pub fn days_left(&self) -> i64 {
        self.deadline.days_since(self.on).into()
    }

    /// Whether the deadline will move with something that has not happened yet.
    #[must_use]
    pub const fn is_planned(&self) -> bool {
        self.planned
    }
}

/// What is to be done, by whom and by when.
pub(super) struct Matter<'a> {
    pub(super) about: &'a About,
    pub(super) acting: Actor,
    pub(super) regime: Regime,
    /// The protocol's own day, on or before the due day.
    pub(super) own: Option<Day>,
    /// The due day of the law, with its layer.
    pub(super) due: Option<(Day, Layer)>,
    pub(super) planned: bool,
    /// Whether it can be late: its term runs, and somebody would know.
    pub(super) can_be_late: bool,
    /// Nobody is reminded before this day.
    pub(super) first_sick_day: Day,
    pub(super) working_days_only: bool,
}

impl Matter<'_> {
    /// Its reminders under a rule.
    pub(super) fn remind(&self, rule: &ReminderRule, into: &mut Vec<Reminder>) {
        let due = self.due.map(|(day, layer)| (day, Origin::Law(layer)));
        // On one day the statute speaks.
        let own = self.own.filter(|own| due.is_none_or(|(due, _)| *own < due));
        let own = own.map(|day| (day, Origin::Protocol));
        if let Some((deadline, origin)) = own.or(due) {
            for lead in &rule.lead_days {
                let on = deadline.plus(-i32::from(*lead));
                self.push(into, ReminderKind::Lead, self.before(on), deadline, origin, &rule.to);
            }
        }
        for (deadline, origin) in own.into_iter().chain(due) {
            if rule.on_the_day {
                let on = self.before(deadline);
                self.push(into, ReminderKind::Due, on, deadline, origin, &rule.to);
            }
            if !self.can_be_late {
                continue;
            }
            for step in &rule.late {
                let on = self.after(deadline.plus(step.after_days.into()));
                // From the due day on lateness under the law takes over.
                let is_overtaken =
                    due.is_some_and(|(due, _)| origin == Origin::Protocol && on >= due);
                if !is_overtaken {
                    self.push(into, ReminderKind::Late, on, deadline, origin, &step.to);
                }
            }
        }
    }

    fn before(&self, on: Day) -> Day {
        let on = match self.working_days_only {
            true => calendar::previous_working_day(on),
            false => on,
        };
        on.max(self.first_sick_day)
    }

    fn after(&self, on: Day) -> Day {
        match self.working_days_only {
            true => calendar::next_working_day(on),
            false => on,
        }
    }

    fn push(
        &self,
        into: &mut Vec<Reminder>,
        kind: ReminderKind,
        on: Day,
        deadline: Day,
        origin: Origin,
        to: &[Recipient],
    ) {
        let to = to.iter().filter_map(|one| one.in_regime(self.acting, self.regime));
        into.extend(to.map(|to| Reminder {
            on,
            deadline,
            about: self.about.clone(),
            to,
            origin,
            kind,
            planned: self.planned,
        }));
    }
}

/// Puts reminders in order. Of several that one person would get on a day about one deadline, one
/// is left.
pub(super) fn in_order(mut reminders: Vec<Reminder>) -> Vec<Reminder> {
    reminders.sort_unstable();
    reminders.dedup_by(|a, b| {
        (a.on, a.deadline, &a.about, a.to, a.origin) == (b.on, b.deadline, &b.about, b.to, b.origin)
    });
    reminders
}
