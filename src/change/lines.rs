//! A view as lines that can be compared.

use super::{Subject, Value, What};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Citation, Kind, Law, Milestone, Rule, Version};
use crate::timeline::{Obligation, View};
use alloc::collections::BTreeMap;

/// The values of a line, in the order of [`What::ALL`].
pub(super) type Values = [Option<Value>; What::ALL.len()];

/// What a view says about one subject.
pub(super) struct Line {
    pub(super) names: [&'static str; 2],
    /// Where the rule stands in the table; the case comes first.
    pub(super) place: usize,
    pub(super) rule: Option<&'static Rule>,
    pub(super) version: Option<&'static Version>,
    pub(super) obligation: Option<Obligation>,
    pub(super) values: Values,
}

pub(super) type Lines = BTreeMap<Subject, Line>;

impl Line {
    /// The day to sort and to measure by.
    pub(super) fn day(&self) -> Option<Day> {
        let at = |what| self.values[what as usize].and_then(Value::day);
        at(What::Due).or(at(What::Day)).or(at(What::FirstSickDay))
    }
}

/// Every line of a view.
pub(super) fn lines(view: &View<'_>) -> Lines {
    let law = view.timeline().law();
    let mut lines = Lines::new();
    lines.insert(Subject::Case, case_line(view));
    for (obligation, status) in view.obligations() {
        let subject = Subject::Duty { duty: obligation.duty(), number: obligation.number() };
        let rule = obligation.rule();
        let mut values = Values::default();
        let mut put = |what: What, day: Option<Day>| values[what as usize] = day.map(Value::Day);
        put(What::Opens, obligation.opens());
        put(What::Advised, obligation.advised());
        put(What::Due, obligation.due());
        put(What::Tolerated, obligation.tolerated());
        put(What::Met, obligation.met());
        values[What::Source as usize] = Some(article(obligation.citation()));
        values[What::Status as usize] = Some(Value::Status(status));
        lines.insert(
            subject,
            Line {
                names: [rule.name(Lang::Nl), rule.name(Lang::En)],
                place: place(law, rule),
                rule: Some(rule),
                version: Some(obligation.version()),
                obligation: Some(*obligation),
                values,
            },
        );
    }
    for milestone in view.milestones() {
        let rule = law_rule(law, milestone.milestone()).unwrap_or(milestone.rule());
        let mut values = Values::default();
        values[What::Day as usize] = Some(Value::Day(milestone.day()));
        values[What::Source as usize] = Some(article(milestone.source().citation));
        lines.insert(
            Subject::Milestone(milestone.milestone()),
            Line {
                names: [milestone.name(Lang::Nl), milestone.name(Lang::En)],
                place: place(law, rule),
                rule: Some(rule),
                version: None,
                obligation: None,
                values,
            },
        );
    }
    lines
}

fn case_line(view: &View<'_>) -> Line {
    let mut values = Values::default();
    values[What::FirstSickDay as usize] = Some(Value::Day(view.first_sick_day()));
    values[What::State as usize] = Some(Value::State(view.state()));
    Line { names: ["Geval", "Case"], place: 0, rule: None, version: None, obligation: None, values }
}

/// From 1 on; a rule that is not in the table comes last.
fn place(law: &Law, rule: &Rule) -> usize {
    let rules = law.rules();
    1 + rules.iter().position(|other| core::ptr::eq(*other, rule)).unwrap_or(rules.len())
}

fn law_rule(law: &Law, milestone: Milestone) -> Option<&'static Rule> {
    law.rules().iter().copied().find(|rule| rule.kind == Kind::Milestone(milestone))
}

/// Where it stands: an earlier text of the same article is the same place.
fn article(citation: Citation) -> Value {
    Value::Source(Citation { until: None, ..citation })
}
