//! Which difference moved a line: the case is computed again with one difference taken back, and
//! with one difference alone.

use super::compare::{is_same, value};
use super::facts::{difference, known, replaced};
use super::lines::{Lines, lines};
use super::shift::Shift;
use super::{FactChange, Subject, Value, What, Why};
use crate::case::{Case, EventKind, Fact};
use crate::day::Day;
use crate::law::{Duty, Law, MetBy, Rule, duty_met_by};
use crate::timeline::{Timeline, View};
use alloc::vec::Vec;

/// A difference between the two sides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    Fact(FactChange),
    ManyFacts(usize),
    Law,
    Lead,
    Day,
}

/// So many facts are tried one by one: for each the case is computed twice.
const MOST_TRIED: usize = 100;

/// A difference with what it does.
struct Trial {
    cause: Cause,
    /// The new side with this difference taken back; none where that contradicts the rest.
    without: Option<Lines>,
    /// The old side with this difference alone, and what it is compared with.
    alone: Option<Lines>,
}

pub(super) struct Causes<'c> {
    old: &'c View<'c>,
    new: &'c View<'c>,
    before: &'c Lines,
    after: &'c Lines,
    /// The old side with its own facts, on the day on which single facts are tried.
    base: Option<Lines>,
    trials: Vec<Trial>,
}

impl<'c> Causes<'c> {
    pub(super) fn between(
        old: &'c View<'c>,
        new: &'c View<'c>,
        before: &'c Lines,
        after: &'c Lines,
    ) -> Causes<'c> {
        let mut causes = Causes { old, new, before, after, base: None, trials: Vec::new() };
        causes.try_facts();
        causes.try_law();
        if old.lead() != new.lead() {
            let (lead_old, lead_new) = (old.lead(), new.lead());
            causes.trials.push(Trial {
                cause: Cause::Lead,
                without: Some(lines(&new.timeline().view_with_lead(new.on(), lead_old))),
                alone: Some(lines(&old.timeline().view_with_lead(old.on(), lead_new))),
            });
        }
        if old.on() != new.on() {
            causes.try_day();
        }
        causes
    }

    /// Facts are tried on the later of the two days, so that none of them is still unknown: no date
    /// depends on the day of the view but by what is known.
    fn try_facts(&mut self) {
        let (old, new) = (self.old, self.new);
        let facts_before = known(old.timeline().case(), old.on());
        let facts_after = known(new.timeline().case(), new.on());
        let changes = difference(&facts_before, &facts_after);
        if changes.is_empty() {
            return;
        }
        let day = old.on().max(new.on());
        let with = |side: &View<'_>, case: &Case, on: Day| {
            let timeline = Timeline::under(side.timeline().law(), case);
            lines(&timeline.view_with_lead(on, side.lead()))
        };
        let same = |facts| replaced(facts, None, None);
        self.base = same(&facts_before).map(|case| with(old, &case, day));
        if changes.len() > MOST_TRIED {
            self.trials.push(Trial {
                cause: Cause::ManyFacts(changes.len()),
                without: same(&facts_before).map(|case| with(new, &case, new.on())),
                alone: same(&facts_after).map(|case| with(old, &case, day)),
            });
            return;
        }
        self.trials.extend(changes.into_iter().map(|change| {
            let back = replaced(&facts_after, change.after(), change.before());
            let alone = replaced(&facts_before, change.before(), change.after());
            Trial {
                cause: Cause::Fact(change),
                without: back.map(|case| with(new, &case, new.on())),
                alone: alone.map(|case| with(old, &case, day)),
            }
        }));
    }

    fn try_law(&mut self) {
        let (old, new) = (self.old, self.new);
        let laws = (old.timeline().law(), new.timeline().law());
        if core::ptr::eq(laws.0, laws.1) || laws.0 == laws.1 {
            return;
        }
        let under = |law: &'static Law, view: &View<'_>| {
            let timeline = Timeline::under(law, view.timeline().case());
            lines(&timeline.view_with_lead(view.on(), view.lead()))
        };
        self.trials.push(Trial {
            cause: Cause::Law,
            without: Some(under(laws.0, new)),
            alone: Some(under(laws.1, old)),
        });
    }

    /// With the day alone, nothing new is known.
    fn try_day(&mut self) {
        let (old, new) = (self.old, self.new);
        let case = replaced(&known(old.timeline().case(), old.on()), None, None);
        let alone = case.map(|case| {
            let timeline = Timeline::under(old.timeline().law(), &case);
            lines(&timeline.view_with_lead(new.on(), old.lead()))
        });
        self.trials.push(Trial { cause: Cause::Day, without: None, alone });
    }

    /// Why a value differs.
    pub(super) fn why(&self, subject: Subject, what: What) -> Vec<Why> {
        let mut reasons = Vec::new();
        let causes = self.causes(subject, what);
        let absences =
            causes.iter().any(|cause| matches!(cause, Cause::Fact(change) if is_absence(change)));
        let shift = Shift::of(self.old, self.new, self.before, self.after, (subject, what));
        let mut shift = shift.filter(|_| absences);
        let is_shifted = shift.is_some();
        for cause in causes {
            match cause {
                // The days that do not count stand for all the spells and leave that make them up.
                Cause::Fact(change) if is_shifted && is_absence(&change) => {
                    reasons.extend(shift.take().into_iter().flat_map(Shift::reasons));
                }
                Cause::Fact(change) => reasons.push(self.because_of(change, subject)),
                Cause::ManyFacts(count) => reasons.push(Why::ManyFacts { count }),
                Cause::Law => reasons.extend(self.rules_that_differ(subject)),
                Cause::Lead => reasons.push(Why::LeadTime),
                Cause::Day => reasons.push(Why::TimePassed),
            }
        }
        reasons.extend(self.another_version(subject, what, &reasons));
        let mut once: Vec<Why> = Vec::with_capacity(reasons.len());
        for reason in reasons {
            if !once.contains(&reason) {
                once.push(reason);
            }
        }
        once
    }

    /// The differences without which it would not have moved; where none is needed by itself, those
    /// that move it alone; and where several only do it together, all of them.
    fn causes(&self, subject: Subject, what: What) -> Vec<Cause> {
        let (old, new) = (value(self.before, subject, what), value(self.after, subject, what));
        let pick = |test: &dyn Fn(&Trial) -> bool| -> Vec<Cause> {
            self.trials.iter().filter(|trial| test(trial)).map(|trial| trial.cause).collect()
        };
        let is_needed = |trial: &Trial| match trial.cause {
            // On the old day it would have stood otherwise.
            Cause::Day => self
                .status_on_the_old_day(subject, what)
                .is_some_and(|then| !is_same(Some(then), new)),
            _ => trial
                .without
                .as_ref()
                .is_some_and(|lines| !is_same(value(lines, subject, what), new)),
        };
        let needed = pick(&is_needed);
        if !needed.is_empty() {
            return needed;
        }
        let suffices = |trial: &Trial| {
            let base = match (trial.cause, &self.base) {
                (Cause::Fact(_) | Cause::ManyFacts(_), Some(base)) => value(base, subject, what),
                _ => old,
            };
            trial.alone.as_ref().is_some_and(|lines| !is_same(value(lines, subject, what), base))
        };
        let sufficient = pick(&suffices);
        if !sufficient.is_empty() {
            return sufficient;
        }
        let depends_on_the_day = matches!(what, What::State | What::Status);
        pick(&|trial| match trial.cause {
            Cause::Day => depends_on_the_day,
            Cause::Lead => what == What::Status,
            _ => true,
        })
    }

    /// How the new line would stand on the old day.
    fn status_on_the_old_day(&self, subject: Subject, what: What) -> Option<Value> {
        let obligation = self.after.get(&subject)?.obligation.as_ref()?;
        (what == What::Status).then(|| Value::Status(self.old.status(obligation)))
    }

    fn because_of(&self, change: FactChange, subject: Subject) -> Why {
        match met_by(change.after().or(change.before())) {
            Some(duty) if !self.is_its_own(change, duty, subject) => {
                Why::Follows { duty, met: change.after().and_then(day_of) }
            }
            _ => Why::FactRecorded(change),
        }
    }

    /// Whether the line is that of the duty that was met: in a series, of the same number.
    fn is_its_own(&self, change: FactChange, duty: Duty, subject: Subject) -> bool {
        let Subject::Duty { duty: own, .. } = subject else { return false };
        let is_series =
            self.after.get(&subject).or(self.before.get(&subject)).and_then(|line| line.rule);
        if own != duty || !is_series.is_some_and(Rule::is_series) {
            return own == duty;
        }
        let day = |fact: Option<Fact>| fact.and_then(day_of).map(Value::Day);
        let met = |lines| value(lines, subject, What::Met);
        let is_met = |lines, fact| day(fact).is_some() && met(lines) == day(fact);
        is_met(self.after, change.after()) || is_met(self.before, change.before())
    }

    /// The rule of the line where that differs, else every rule that does.
    fn rules_that_differ(&self, subject: Subject) -> Vec<Why> {
        let (old, new) = (self.old.timeline().law(), self.new.timeline().law());
        let regime = self.new.timeline().case().regime();
        let version = |lines: &Lines, rule: &Rule| {
            let line =
                lines.iter().find(|(_, line)| line.rule.is_some_and(|own| own.kind == rule.kind));
            line.and_then(|(_, line)| line.version)
        };
        let differ: Vec<Why> = new
            .rules()
            .iter()
            .filter(|rule| rule.holds_in(regime))
            .filter_map(|rule| {
                let former = old.rule_for(rule.id(), regime);
                (former != Some(*rule)).then(|| Why::RuleVersion {
                    rule,
                    old: former.and_then(|former| {
                        version(self.before, former).or(Some(former.version_in_force()))
                    }),
                    new: version(self.after, rule).or(Some(rule.version_in_force())),
                })
            })
            .collect();
        let is_own =
            |why: &&Why| matches!(why, Why::RuleVersion { rule, .. } if rule.id() == subject.id());
        match differ.iter().find(is_own) {
            Some(own) => Vec::from([own.clone()]),
            None => differ,
        }
    }

    /// A case can come under another version of one law, by another first sick day or due day.
    fn another_version(&self, subject: Subject, what: What, reasons: &[Why]) -> Option<Why> {
        if reasons.iter().any(|why| matches!(why, Why::RuleVersion { .. })) {
            return None;
        }
        let (old, new) = (self.before.get(&subject)?, self.after.get(&subject)?);
        let (from, to) = (old.version?, new.version?);
        let reads_otherwise = match what {
            What::Opens => from.opens != to.opens,
            What::Advised => from.advised != to.advised,
            What::Tolerated => from.tolerated != to.tolerated || from.proviso != to.proviso,
            What::Due | What::Source => from.due != to.due,
            _ => false,
        };
        let version = |rule| Why::RuleVersion { rule, old: Some(from), new: Some(to) };
        new.rule.filter(|_| reads_otherwise).map(version)
    }
}

fn is_absence(change: &FactChange) -> bool {
    matches!(change.after().or(change.before()), Some(Fact::Spell(_) | Fact::Leave(_)))
}

/// The duty that an event meets.
fn met_by(fact: Option<Fact>) -> Option<Duty> {
    match fact? {
        Fact::Event(event) => match event.kind() {
            EventKind::Met(duty) => Some(duty),
            EventKind::Interview => Some(const { duty_met_by(MetBy::Interview) }),
            EventKind::PlanAdjusted => Some(const { duty_met_by(MetBy::PlanAdjusted) }),
            _ => None,
        },
        _ => None,
    }
}

fn day_of(fact: Fact) -> Option<Day> {
    match fact {
        Fact::Event(event) => Some(event.on()),
        _ => None,
    }
}
