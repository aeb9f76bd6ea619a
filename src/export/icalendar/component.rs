//! An entry as a component of the file.

use super::entries::{Entry, State};
use super::{Kind, Options, Titles, words};
use crate::law::Layer;
use ::icalendar::{
    Alarm, CalendarComponent, Class, Component, Event, EventLike, EventStatus, Property, Related,
    Todo, TodoStatus, Trigger,
};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;

/// Alarms go when people are at work, not at midnight.
const ALARM_HOUR: i64 = 9;
/// Of the day on which a to-do was completed.
const NOON: TimeDelta = TimeDelta::hours(12);

/// Which version of an entry it is, and since when.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Revision {
    pub(super) sequence: u32,
    pub(super) stamp: String,
}

impl Revision {
    pub(super) fn first(stamp: DateTime<Utc>, options: &Options) -> Revision {
        Revision { sequence: options.sequence, stamp: format_stamp(stamp) }
    }
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
        event.starts(day);
        // The end is exclusive.
        event.ends(day.checked_add_days(Days::new(1)).unwrap_or(day));
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
        to_do.due(due);
        // The due day must lie after the start.
        if let Some(opens) = entry.obligation.opens().filter(|opens| *opens < due) {
            to_do.starts(opens);
        }
    }
    to_do.status(match entry.state {
        State::Done(_) => TodoStatus::Completed,
        State::OnHold | State::Cancelled(_) => TodoStatus::Cancelled,
        _ => TodoStatus::NeedsAction,
    });
    if let State::Done(met) = entry.state {
        to_do.completed((met.and_time(NaiveTime::MIN) + NOON).and_utc()).percent_complete(100);
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
        .add_property("UID", entry.uid(options).to_string())
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
    let mut ahead: BTreeMap<i64, bool> = BTreeMap::new();
    if let Some(due) = due {
        ahead.extend(options.alarms.iter().map(|days| (i64::from(*days), false)));
        let advised = entry.obligation.advised().filter(|advised| *advised != due);
        ahead.extend(advised.map(|advised| (due.signed_duration_since(advised).num_days(), true)));
    }
    ahead.into_iter().rev().map(move |(days, is_advised)| {
        let before = TimeDelta::hours(ALARM_HOUR) - TimeDelta::days(days);
        let text = words::alarm(entry, days, is_advised, options);
        let name = format!("alarm {days}");
        let uid = Uuid::new_v5(&entry.uid(options), name.as_bytes());
        let mut alarm = Alarm::display(&text, Trigger::Duration(before, Some(related)));
        // Left out, the library below would write the present moment and a random one.
        alarm.append_property(Property::new("DTSTAMP", &revision.stamp));
        alarm.append_property(Property::new("UID", uid.to_string()));
        alarm
    })
}
