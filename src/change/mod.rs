//! What moved, and why: two views of one case, two states of a portfolio, or two result files
//! compared.
//!
//! [`compare`] takes two views of a case: with other facts, as of another day, or under another
//! [`Law`](crate::law::Law). It reports only what differs, and why: it computes the case again with
//! one difference more or less and looks which one moves the line. It does not guess.
//! [`portfolio`] does that for many cases, matched by their identifier, and [`records`] compares
//! results that were written down earlier, without the facts.
//!
//! The number of days in "due in 6 days" or "3 days overdue" follows from the day of the view. That
//! it counts on is no change; that a duty becomes overdue is.

mod causes;
mod compare;
mod facts;
mod lines;
mod portfolio;
mod record;
mod shift;
mod twins;
mod why;

pub use compare::compare;
pub use facts::{FactChange, facts};
pub use portfolio::{CaseChange, Portfolio, Side, portfolio};
pub use record::{Record, RecordChange, RecordWhy, Records, records};
pub use why::{Uncounted, Why, WhyKind};

use crate::closed_list::closed_list;
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Citation, Duty, Milestone, Rule};
use crate::timeline::{State, Status};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What a change is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Subject {
    /// The case itself.
    Case,
    /// A duty, with its number in a series.
    Duty {
        /// The duty.
        duty: Duty,
        /// 1, or the number in a series.
        number: u16,
    },
    /// A milestone.
    Milestone(Milestone),
}

impl Subject {
    /// The stable name of the duty or milestone; `case` for the case itself.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Subject::Case => "case",
            Subject::Duty { duty, .. } => duty.id(),
            Subject::Milestone(milestone) => milestone.id(),
        }
    }

    /// The number in a series; 1 for what is no series.
    #[must_use]
    pub const fn number(self) -> u16 {
        match self {
            Subject::Duty { number, .. } => number,
            _ => 1,
        }
    }
}

closed_list! {
    /// What differs.
    What, "thing that differs" {
        /// The first sick day of the case.
        FirstSickDay = 0, "first-sick-day", "eerste ziektedag", "first sick day";
        /// Whether the employee is sick.
        State = 1, "state", "toestand", "state";
        /// The first day on which it can be started.
        Opens = 2, "opens", "kan vanaf", "opens";
        /// The day to plan on.
        Advised = 3, "advised", "advies", "advised";
        /// The last day under the text.
        Due = 4, "due", "uiterlijk", "due";
        /// The last day that the authority accepts.
        Tolerated = 5, "tolerated", "aanvaard t/m", "accepted until";
        /// The day on which it was met.
        Met = 6, "met", "gedaan", "done";
        /// The day of a milestone.
        Day = 7, "day", "dag", "day";
        /// The article that gives the due day or the milestone.
        Source = 8, "source", "artikel", "article";
        /// How it stands.
        Status = 9, "status", "status", "status";
    }
}

/// What stood or stands there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Value {
    /// A day.
    Day(Day),
    /// Whether the employee is sick.
    State(State),
    /// How a duty stands.
    Status(Status),
    /// An article.
    Source(Citation),
}

impl Value {
    /// The day, when it is one.
    #[must_use]
    pub const fn day(self) -> Option<Day> {
        match self {
            Value::Day(day) => Some(day),
            _ => None,
        }
    }

    /// The status, when it is one.
    #[must_use]
    pub const fn status(self) -> Option<Status> {
        match self {
            Value::Status(status) => Some(status),
            _ => None,
        }
    }

    /// Whether one can have become the other without anything having changed: "due in 6 days"
    /// becomes "due in 5 days".
    fn is_same(self, other: Value) -> bool {
        match (self, other) {
            (Value::Status(a), Value::Status(b)) => is_same_status(a, b),
            // The window of a relapse is a milestone of its own.
            (Value::State(a), Value::State(b)) => a.is_alike(b),
            _ => self == other,
        }
    }
}

fn is_same_status(a: Status, b: Status) -> bool {
    match (a, b) {
        (Status::DueSoon { .. }, Status::DueSoon { .. })
        | (Status::Overdue { .. }, Status::Overdue { .. }) => true,
        _ => a == b,
    }
}

/// One thing that differs between two views of a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    pub(crate) subject: Subject,
    pub(crate) names: [&'static str; 2],
    pub(crate) is_series: bool,
    pub(crate) rule: Option<&'static Rule>,
    pub(crate) what: What,
    pub(crate) old: Option<Value>,
    pub(crate) new: Option<Value>,
    pub(crate) why: Vec<Why>,
}

impl Change {
    /// What it is about.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// The rule of the duty or milestone; none for the case itself.
    #[must_use]
    pub const fn rule(&self) -> Option<&'static Rule> {
        self.rule
    }

    /// The name of the subject, with its number in a series.
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        let name = lang.pick(self.names[0], self.names[1]);
        match self.is_series {
            true => format!("{name} {}", self.subject.number()),
            false => name.to_string(),
        }
    }

    /// What differs.
    #[must_use]
    pub const fn what(&self) -> What {
        self.what
    }

    /// What stood there; none where there was nothing, or no such line.
    #[must_use]
    pub const fn before(&self) -> Option<Value> {
        self.old
    }

    /// What stands there now; none where there is nothing, or no such line any more.
    #[must_use]
    pub const fn after(&self) -> Option<Value> {
        self.new
    }

    /// By how many calendar days it moved, negative for earlier; none where it is not a day, or
    /// was or is absent.
    #[must_use]
    pub fn days_moved(&self) -> Option<i32> {
        let (old, new) = (self.old?.day()?, self.new?.day()?);
        Some(new.days_since(old))
    }

    /// Why, in a stable order: facts, then the law, then time.
    #[must_use]
    pub fn why(&self) -> &[Why] {
        &self.why
    }
}
