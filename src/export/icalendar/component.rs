//! An entry as a component of the file.

use super::entries::{Entry, State};
use super::{Kind, Options, Titles, words};
use crate::day::Day;
use crate::law::Layer;
use ::icalendar::{
    Alarm, CalendarComponent, Class, Component, Event, EventLike, EventStatus, Parameter, Property,
    Todo, TodoStatus, Trigger,
};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;

/// Of the day on which a to-do was completed.
const NOON: TimeDelta = TimeDelta::hours(12);

/// What an entry is recognised by, which version of it this is, and since when.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Revision {
    pub(super) uid: Uuid,
    pub(super) sequence: u32,
    pub(super) stamp: String,
}

impl Revision {
    pub(super) fn first(entry: &Entry<'_>, options: &Options) -> Revision {
        Revision {
            uid: entry.uid(options),
            sequence: options.sequence,
            stamp: format_stamp(entry.stamp(options)),
        }
    }
}

/// What a trigger counts from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Related {
    Start,
    End,
}

/// The first moment of a day.
pub(super) fn midnight(day: Day) -> DateTime<Utc> {
    NaiveDate::from(day).and_time(NaiveTime::MIN).and_utc()
}

pub(super) fn format_stamp(stamp: DateTime<Utc>) -> String {
    stamp.format("%Y%m%dT%H%M%SZ").to_string()
}

/// The component of an entry.
pub(super) fn component(
    entry: &Entry<'_>,
    revision: &Revision,
    options: &Options,
) -> CalendarComponent {
    match options.kind {
        Kind::Events => event(entry, revision, options).into(),
        Kind::ToDos => to_do(entry, revision, options).into(),
    }
}

fn event(entry: &Entry<'_>, revision: &Revision, options: &Options) -> Event {
    let mut event = Event::new();
    describe(&mut event, entry, revision, options);
    event.class(Class::Private).add_property("TRANSP", "TRANSPARENT");
    if let Some(day) = entry.day() {
        event.starts(NaiveDate::from(day));
        // The end is exclusive.
        event.ends(NaiveDate::from(day.checked_add(1).unwrap_or(day)));
    }
    event.status(match entry.state {
        State::Open | State::Done(_) => EventStatus::Confirmed,
        State::Planned | State::Uncertain(_) | State::NoDay(_) => EventStatus::Tentative,
        State::OnHold | State::Cancelled(_) => EventStatus::Cancelled,
    });
    for alarm in alarms(entry, Related::Start, revision, options) {
        event.alarm(alarm);
    }
    event.done()
}

fn to_do(entry: &Entry<'_>, revision: &Revision, options: &Options) -> Todo {
    let mut to_do = Todo::new();
    describe(&mut to_do, entry, revision, options);
    to_do.add_property("CLASS", "PRIVATE").priority(priority(entry.obligation.due_layer()));
    if let Some(due) = entry.obligation.due().filter(|_| !matches!(entry.state, State::NoDay(_))) {
        to_do.due(NaiveDate::from(due));
        // The due day must lie after the start.
        if let Some(opens) = entry.obligation.opens().filter(|opens| *opens < due) {
            to_do.starts(NaiveDate::from(opens));
        }
    }
    to_do.status(match entry.state {
        State::Done(_) => TodoStatus::Completed,
        State::OnHold | State::Cancelled(_) => TodoStatus::Cancelled,
        _ => TodoStatus::NeedsAction,
    });
    if let State::Done(met) = entry.state {
        to_do.completed(midnight(met) + NOON).percent_complete(100);
    }
    for alarm in alarms(entry, Related::End, revision, options) {
        to_do.append_component(alarm);
    }
    to_do.done()
}

/// What events and to-dos have in common.
fn describe(
    component: &mut impl Component,
    entry: &Entry<'_>,
    revision: &Revision,
    options: &Options,
) {
    component
        .add_property("UID", revision.uid.to_string())
        .add_property("DTSTAMP", &revision.stamp)
        .add_property("SEQUENCE", revision.sequence.to_string())
        .add_property("SUMMARY", words::title(entry, options))
        .add_property("DESCRIPTION", words::description(entry, options))
        .add_multi_property("CATEGORIES", entry.obligation.due_layer().name(options.lang));
    if options.titles == Titles::Duty {
        component.add_property("URL", entry.obligation.citation().url());
    }
}

/// 1 is the highest of nine.
const fn priority(layer: Layer) -> u32 {
    match layer {
        Layer::Act => 1,
        Layer::OrderInCouncil => 2,
        Layer::MinisterialRegulation => 3,
        Layer::Policy => 5,
        Layer::Practice => 9,
    }
}

/// Those of the lead times and the one of the advised day; none where nothing is to be done.
fn alarms(
    entry: &Entry<'_>,
    related: Related,
    revision: &Revision,
    options: &Options,
) -> impl Iterator<Item = Alarm> {
    let due = entry.obligation.due().filter(|_| entry.is_alive() && !options.alarms.is_empty());
    let mut ahead: BTreeMap<u64, bool> = BTreeMap::new();
    if let Some(due) = due {
        ahead.extend(options.alarms.iter().map(|days| (u64::from(*days), false)));
        let advised = entry.obligation.advised().map(|advised| due.days_since(advised));
        let advised = advised.and_then(|ahead| u64::try_from(ahead).ok());
        ahead.extend(advised.filter(|days| *days > 0).map(|days| (days, true)));
    }
    ahead.into_iter().rev().map(move |(days, is_advised)| {
        let text = words::alarm(entry, days, is_advised, options);
        let name = format!("alarm {days}");
        let uid = Uuid::new_v5(&revision.uid, name.as_bytes());
        let mut alarm = Alarm::display(&text, Trigger::Duration(TimeDelta::zero(), None));
        // The library below writes durations of days as seconds.
        alarm.append_property(trigger(days, related));
        // Left out, the library below would write the present moment and a random one.
        alarm.append_property(Property::new("DTSTAMP", &revision.stamp));
        alarm.append_property(Property::new("UID", uid.to_string()));
        alarm
    })
}

/// At nine in the morning, when people are at work, so many days before the due day.
///
/// Days are nominal and hours exact (RFC 5545, section 3.3.6), and days are counted first: so many
/// days back to a midnight, then fifteen hours back to nine o'clock. Clocks change between midnight
/// and nine, never in those fifteen hours.
fn trigger(days: u64, related: Related) -> Property {
    let (related, before) = match (days, related) {
        // An event ends at the midnight after the day. A to-do is due at the one before it: on the
        // two Sundays of the year on which the clock changes, nine hours on is ten or eight o'clock.
        (0, Related::Start) => (Related::End, "-PT15H".to_string()),
        (0, Related::End) => (Related::End, "PT9H".to_string()),
        (1, related) => (related, "-PT15H".to_string()),
        (days, related) => (related, format!("-P{}DT15H", days - 1)),
    };
    let related = match related {
        Related::Start => "START",
        Related::End => "END",
    };
    Property::new("TRIGGER", before).append_parameter(Parameter::new("RELATED", related)).done()
}
