//! The previous file, and what becomes of its entries.

use super::component::{Revision, component, format_stamp};
use super::entries::Entry;
use super::words::{Marks, gone};
use super::{CalendarError, Options, PRODID};
use ::icalendar::{Calendar, CalendarComponent, Component, Event, Todo};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The entries of the previous file that were not taken over yet, by UID, with their place in it.
pub(super) struct Previous {
    entries: BTreeMap<String, (usize, CalendarComponent)>,
}

impl Previous {
    pub(super) fn read(text: &str) -> Result<Previous, CalendarError> {
        // What the parser says repeats the file.
        let unreadable = |_: String| CalendarError::Unreadable { line: broken_line(text) };
        let calendar: Calendar = text.parse().map_err(unreadable)?;
        if calendar.property_value("PRODID") != Some(PRODID) {
            return Err(CalendarError::NotExportedHere);
        }
        let entries = calendar.components.into_iter().enumerate();
        let entries = entries.filter_map(|(place, component)| {
            Some((value(&component, "UID")?.to_string(), (place, component)))
        });
        Ok(Previous { entries: entries.collect() })
    }

    /// The entry as it was when nothing in it changed, else its next version.
    pub(super) fn renew(&mut self, entry: &Entry<'_>, options: &Options) -> CalendarComponent {
        let first = Revision::first(entry, options);
        let Some((uid, old)) = self.take(entry, options) else {
            return component(entry, &first, options);
        };
        let unchanged = component(entry, &revision(uid, &old), options);
        if unchanged == old {
            return unchanged;
        }
        let sequence = next(sequence(&old), options);
        component(entry, &Revision { uid, sequence, ..first }, options)
    }

    /// What stands there for an entry; what was exported under its former UID keeps it.
    fn take(&mut self, entry: &Entry<'_>, options: &Options) -> Option<(Uuid, CalendarComponent)> {
        [entry.uid(options), entry.former_uid(options)].into_iter().find_map(|uid| {
            let (_, old) = self.entries.remove(&uid.to_string())?;
            Some((uid, old))
        })
    }

    /// What is left: gone from the timeline, or with its whole case.
    pub(super) fn cancel_the_rest(
        self,
        stamp: Option<DateTime<Utc>>,
        options: &Options,
    ) -> impl Iterator<Item = CalendarComponent> {
        let mut rest: Vec<_> = self.entries.into_values().collect();
        rest.sort_by_key(|(place, _)| *place);
        rest.into_iter().map(move |(_, old)| match &old {
            // Without a stamp the library under this one would give it the time of the clock.
            _ if value(&old, "STATUS") == Some("CANCELLED") && value(&old, "DTSTAMP").is_some() => {
                old
            }
            CalendarComponent::Event(event) => {
                let mut cancelled = Event::new();
                cancel(event, &mut cancelled, sequence(&old), stamp, options);
                cancelled.into()
            }
            CalendarComponent::Todo(to_do) => {
                let mut cancelled = Todo::new();
                cancel(to_do, &mut cancelled, sequence(&old), stamp, options);
                cancelled.into()
            }
            _ => old,
        })
    }
}

/// The first line that stands in no component, has no name before a colon, or ends another component
/// than is open; else the last one.
fn broken_line(text: &str) -> usize {
    let mut open = Vec::new();
    let mut last = 1;
    for (number, line) in (1..).zip(text.lines()) {
        last = number;
        if line.trim().is_empty() || line.starts_with([' ', '\t']) {
            continue;
        }
        match line.split_once(':') {
            Some((name, of)) if name.eq_ignore_ascii_case("BEGIN") => open.push(of),
            Some((name, of)) if name.eq_ignore_ascii_case("END") => {
                if open.pop() != Some(of) {
                    return number;
                }
            }
            Some((name, _)) if !open.is_empty() && !name.is_empty() => {}
            _ => return number,
        }
    }
    last
}

fn value<'c>(component: &'c CalendarComponent, key: &str) -> Option<&'c str> {
    match component {
        CalendarComponent::Event(event) => event.property_value(key),
        CalendarComponent::Todo(to_do) => to_do.property_value(key),
        _ => None,
    }
}

fn sequence(component: &CalendarComponent) -> u32 {
    value(component, "SEQUENCE").and_then(|text| text.parse().ok()).unwrap_or(0)
}

fn revision(uid: Uuid, component: &CalendarComponent) -> Revision {
    let stamp = value(component, "DTSTAMP").unwrap_or_default().to_string();
    Revision { uid, sequence: sequence(component), stamp }
}

fn next(sequence: u32, options: &Options) -> u32 {
    sequence.saturating_add(1).max(options.sequence)
}

/// Copies an entry without its alarms, as cancelled.
fn cancel(
    old: &impl Component,
    cancelled: &mut impl Component,
    sequence: u32,
    stamp: Option<DateTime<Utc>>,
    options: &Options,
) {
    let drop = ["COMPLETED", "PERCENT-COMPLETE"];
    for property in old.properties().values().filter(|property| !drop.contains(&property.key())) {
        cancelled.append_property(property.clone());
    }
    for property in old.multi_properties().values().flatten() {
        cancelled.append_multi_property(property.clone());
    }
    let title = old.property_value("SUMMARY").unwrap_or_default();
    cancelled
        .add_property("SUMMARY", Marks::cancel(title, options.lang))
        .add_property("DESCRIPTION", format!("{}.", gone(options.lang)))
        .add_property("STATUS", "CANCELLED")
        .add_property("SEQUENCE", next(sequence, options).to_string());
    if let Some(stamp) = stamp {
        cancelled.add_property("DTSTAMP", format_stamp(stamp));
    }
}
