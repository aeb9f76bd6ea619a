//! Which entries a case has: every duty that has a day, and those that had one before.

use super::component::midnight;
use super::{Kind, Options};
use crate::case::Case;
use crate::day::Day;
use crate::law::{Force, Layer};
use crate::timeline::{Obligation, OpenNorm, Reason, Standing, StateKind, Status, View};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::{DateTime, Utc};
use core::fmt::Display;
use uuid::Uuid;

/// How an entry stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum State {
    Open,
    /// Its day follows from something that is not done yet.
    Planned,
    /// It may not apply; its day holds if it does.
    Uncertain(OpenNorm),
    /// It must be done, but no day is known: for an open norm, or until another duty is met.
    NoDay(Option<OpenNorm>),
    Done(Day),
    OnHold,
    Cancelled(Option<Reason>),
}

/// One duty of one case.
pub(super) struct Entry<'v> {
    pub(super) id: &'v str,
    pub(super) key: Key,
    /// As it was when it last had a day.
    pub(super) obligation: Obligation,
    pub(super) state: State,
    /// How many cases were closed before, in the same file.
    earlier: usize,
    on: Day,
}

/// What makes it the same entry in another export.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// Of the case: another case of the same employee has another, in this file or in one of its own.
    first_sick_day: Day,
    duty: &'static str,
    number: u16,
}

impl Entry<'_> {
    /// The day on which it stands: the due day, or the day on which it was met where none is known.
    pub(super) fn day(&self) -> Option<Day> {
        self.obligation.due().or_else(|| self.obligation.met())
    }

    pub(super) fn is_alive(&self) -> bool {
        matches!(self.state, State::Open | State::Planned | State::Uncertain(_))
    }

    /// A policy or a practice: no statute names the day.
    pub(super) fn is_target(&self) -> bool {
        !self.obligation.due_layer().is_law()
    }

    pub(super) fn stamp(&self, options: &Options) -> DateTime<Utc> {
        options.stamp.unwrap_or_else(|| midnight(self.on))
    }

    /// Stable for ever: a golden test holds it.
    pub(super) fn uid(&self, options: &Options) -> Uuid {
        self.uid_with(self.key.first_sick_day, options)
    }

    /// As it was at first: by the number of cases before it in the file, so that two cases of one employee
    /// in files of their own had one UID.
    pub(super) fn former_uid(&self, options: &Options) -> Uuid {
        self.uid_with(self.earlier, options)
    }

    fn uid_with(&self, case: impl Display, options: &Options) -> Uuid {
        let Key { duty, number, .. } = self.key;
        let kind = match options.kind {
            Kind::Events => "event",
            Kind::ToDos => "to-do",
        };
        // The identifier comes last: it may hold anything.
        let name = format!("{kind}\n{duty}\n{number}\n{case}\n{}", self.id);
        let namespace = Uuid::new_v5(&Uuid::NAMESPACE_DNS, options.namespace.as_bytes());
        Uuid::new_v5(&namespace, name.as_bytes())
    }

    /// The identifier without what has no place in a line of text.
    pub(super) fn shown_id(&self, options: &Options) -> Option<String> {
        options.shows_id.then(|| self.id.replace(crate::export::is_hidden, "\u{fffd}"))
    }
}

/// The entries of a case, in order of the day.
pub(super) fn of<'v>(view: &View<'_>, id: &'v str, options: &Options) -> Vec<Entry<'v>> {
    let mut found = BTreeMap::new();
    for day in eves_of_facts(view.timeline().case(), view.on()) {
        let earlier = view.timeline().view(day);
        // As long as no day counts, a view is asked for the first one that will, which was not known then.
        if earlier.state().kind() != StateKind::NotYetSick {
            look(&mut found, &earlier);
        }
    }
    look(&mut found, view);
    let mut entries: Vec<Entry<'v>> = found
        .into_iter()
        .map(|(key, Found { obligation, state, earlier })| Entry {
            id,
            key,
            obligation,
            state,
            earlier,
            on: view.on(),
        })
        .filter(|entry| options.kind == Kind::ToDos || entry.day().is_some())
        // What nobody must do is a day to know, and nothing to do.
        .filter(|entry| {
            options.kind == Kind::Events || entry.obligation.rule().force == Force::Duty
        })
        .filter(|entry| options.practice || entry.obligation.due_layer() != Layer::Practice)
        .filter(|entry| {
            options.cancelled || !matches!(entry.state, State::OnHold | State::Cancelled(_))
        })
        .collect();
    entries.sort_by_key(|entry| (entry.day().is_none(), entry.day(), entry.key));
    entries
}

/// The days before `on` on which the timeline looked otherwise for the last time: the eve of every
/// recorded fact.
fn eves_of_facts(case: &Case, on: Day) -> BTreeSet<Day> {
    let spells = case.spells().iter();
    let spells = spells.flat_map(|spell| [Some(spell.first_day()), spell.last_day()]).flatten();
    let merged = case.merged_at.iter().flat_map(|at| [at.plus(-1), *at]);
    // A decision about leave is not known before the leave itself.
    let known_leave = case.leave().iter().filter(|leave| leave.first_day() <= on);
    let leave = known_leave.flat_map(|leave| {
        let decided = leave.decided().map(|(_, on)| on);
        [Some(leave.first_day()), Some(leave.last_day()), decided].into_iter().flatten()
    });
    let events = case.events().iter().map(|event| event.on());
    let first = case.spells().first().map(|spell| spell.first_day());
    spells
        .chain(merged)
        .chain(leave)
        .chain(events)
        .filter_map(|day| day.checked_add(-1))
        .filter(|day| *day < on && first.is_some_and(|first| first <= *day))
        .collect()
}

/// How an obligation stood when it was last looked at.
struct Found {
    obligation: Obligation,
    state: State,
    earlier: usize,
}

/// Takes over how every obligation stands in a later view.
fn look(found: &mut BTreeMap<Key, Found>, view: &View<'_>) {
    let (first_sick_day, earlier) = (view.first_sick_day(), view.earlier_cases().len());
    // Until found again.
    let first_of = |first_sick_day| Key { first_sick_day, duty: "", number: 0 };
    let next = first_sick_day.checked_add(1).unwrap_or(Day::MAX);
    for (_, entry) in found.range_mut(first_of(first_sick_day)..first_of(next)) {
        entry.state = State::Cancelled(None);
    }
    for (obligation, status) in view.obligations() {
        let key = Key { first_sick_day, duty: obligation.duty().id(), number: obligation.number() };
        let state = state(obligation, status);
        let had_a_day = found.get_mut(&key);
        match (state, had_a_day) {
            // Its dates are gone: the ones it had show where it stood.
            (State::NoDay(_) | State::OnHold | State::Cancelled(_), Some(entry)) => {
                entry.state = state;
            }
            // It was alive until what it was for was over, on a day on which nothing was recorded.
            (State::Cancelled(_), None) if was_alive(obligation) => {
                found.insert(key, Found { obligation: *obligation, state, earlier });
            }
            (State::OnHold | State::Cancelled(_), None) => {}
            _ => {
                found.insert(key, Found { obligation: *obligation, state, earlier });
            }
        }
    }
}

/// Whether it had a day before what it was for was over.
fn was_alive(obligation: &Obligation) -> bool {
    let stands = matches!(obligation.standing(), Standing::Stands | Standing::WaitingFor(_));
    stands && obligation.due().is_some()
}

fn state(obligation: &Obligation, status: Status) -> State {
    let has_due = obligation.due().is_some();
    match (status, obligation.met()) {
        (Status::NotApplicable(reason) | Status::Lapsed(reason), _) => {
            State::Cancelled(Some(reason))
        }
        (_, Some(met)) => State::Done(met),
        // Nobody knows whether there is anything left to do.
        (Status::Missed | Status::Undetermined(OpenNorm::NotRecorded), None) => {
            State::Cancelled(None)
        }
        (Status::Undetermined(norm), None) if has_due => State::Uncertain(norm),
        (Status::Undetermined(norm), None) => State::NoDay(Some(norm)),
        (Status::Paused, None) => State::OnHold,
        (Status::WaitingFor(_), None) if has_due => State::Planned,
        (Status::WaitingFor(_), None) => State::NoDay(None),
        _ if has_due => State::Open,
        // Nothing is open before the first sick day, but what does not apply has no day.
        _ => State::Cancelled(None),
    }
}
