//! The days of a case that a protocol can count from.

use crate::case::EventName;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::{ClockKind, Duty};
use crate::timeline::{Obligation, Standing, State, View};
use alloc::vec::Vec;

/// A week of sickness is seven counted days.
pub(super) const DAYS_A_WEEK: u32 = 7;

/// From which day a moment counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Anchor {
    /// The first sick day.
    FirstSickDay,
    /// The last sick day, once the employee has recovered.
    LastSickDay,
    /// The first day of a week of sickness, from 1.
    StartOfWeek(u16),
    /// The last day of a week of sickness, from 1.
    EndOfWeek(u16),
    /// The day on which a duty opens.
    Opens(Duty),
    /// The advised day of a duty.
    Advised(Duty),
    /// The due day of a duty.
    Due(Duty),
    /// The day on which something was recorded as done or decided. Absent until then.
    Event(EventName),
    /// The last day of the waiting period (WIA art. 23).
    EndOfWaitingPeriod,
    /// The last day of the wages (BW 7:629), of the sickness benefit where there are none.
    EndOfWages,
}

closed_list! {
    /// An [`Anchor`] without what it holds.
    AnchorKind of Anchor, "anchor" {
        /// The first sick day.
        FirstSickDay = 0, "first-sick-day", "eerste ziektedag", "first sick day";
        /// The last sick day, once the employee has recovered.
        LastSickDay = 1, "last-sick-day", "laatste ziektedag", "last sick day";
        /// The first day of a week of sickness, from 1.
        StartOfWeek = 2, "start-of-week", "eerste dag van week", "first day of week";
        /// The last day of a week of sickness, from 1.
        EndOfWeek = 3, "end-of-week", "laatste dag van week", "last day of week";
        /// The day on which a duty opens.
        Opens = 4, "opens", "begin van", "opening of";
        /// The advised day of a duty.
        Advised = 5, "advised", "adviesdag van", "advised day of";
        /// The due day of a duty.
        Due = 6, "due", "uiterste dag van", "due day of";
        /// The day on which something was recorded as done or decided. Absent until then.
        Event = 7, "event", "dag van", "day of";
        /// The last day of the waiting period (WIA art. 23).
        EndOfWaitingPeriod = 8, "end-of-waiting-period",
            "einde wachttijd",
            "end of the waiting period";
        /// The last day of the wages (BW 7:629), of the sickness benefit where there are none.
        EndOfWages = 9, "end-of-wages", "einde loondoorbetaling", "end of wages";
    }
}

impl Anchor {
    /// The duty whose dates it looks at.
    #[must_use]
    pub const fn duty(self) -> Option<Duty> {
        match self {
            Anchor::Opens(duty) | Anchor::Advised(duty) | Anchor::Due(duty) => Some(duty),
            _ => None,
        }
    }

    /// The date of an obligation that it looks at.
    pub(super) fn date_of(self, obligation: &Obligation) -> Option<Day> {
        match self {
            Anchor::Opens(_) => obligation.opens(),
            Anchor::Advised(_) => obligation.advised(),
            Anchor::Due(_) => obligation.due(),
            _ => None,
        }
    }

    /// Its days in a case: one, or one for each of a series.
    pub(super) fn days(self, view: &View<'_>) -> Vec<Anchored> {
        let fixed = |day: Option<Day>| {
            Vec::from_iter(day.map(|day| Anchored { number: 1, day, planned: false }))
        };
        let counted = |k: u32| view.date_of(ClockKind::WaitingPeriod, k);
        match self {
            Anchor::FirstSickDay => fixed(Some(view.first_sick_day())),
            Anchor::LastSickDay => fixed(last_sick_day(view)),
            Anchor::StartOfWeek(week) => {
                fixed(counted(u32::from(week).saturating_sub(1) * DAYS_A_WEEK + 1))
            }
            Anchor::EndOfWeek(week) => fixed(counted(u32::from(week) * DAYS_A_WEEK)),
            Anchor::Opens(duty) | Anchor::Advised(duty) | Anchor::Due(duty) => {
                let of_duty = view.obligations().map(|(line, _)| line);
                of_duty
                    .filter(|line| line.duty() == duty && binds(line))
                    .filter_map(|line| Anchored::of(line, self.date_of(line)?))
                    .collect()
            }
            Anchor::Event(name) => {
                let days = occurrences(view, name).map(|occurrence| occurrence.on);
                (1..)
                    .zip(days)
                    .map(|(number, day)| Anchored { number, day, planned: false })
                    .collect()
            }
            Anchor::EndOfWaitingPeriod => fixed(view.waiting_period_last_day()),
            Anchor::EndOfWages => {
                fixed(view.wages_last_day().or_else(|| view.sickness_benefit_last_day()))
            }
        }
    }
}

/// Whether the dates of an obligation bind or are planned.
pub(super) fn binds(line: &Obligation) -> bool {
    line.met().is_some() || matches!(line.standing(), Standing::Stands | Standing::WaitingFor(_))
}

/// The last sick day, once the employee has recovered.
pub(super) fn last_sick_day(view: &View<'_>) -> Option<Day> {
    match view.state() {
        State::Recovered { .. } | State::Closed => {
            view.date_of(ClockKind::WaitingPeriod, view.counted_day())
        }
        _ => None,
    }
}

/// Something that was recorded.
#[derive(Clone, Copy)]
pub(super) struct Occurrence {
    pub(super) on: Day,
    /// Whether it can happen several times in a case.
    pub(super) repeats: bool,
}

/// The days on which it happened in the current case, as known in the view, in order.
pub(super) fn occurrences(view: &View<'_>, name: EventName) -> impl Iterator<Item = Occurrence> {
    let mut found: Vec<Occurrence> = match name.duty() {
        // An obligation knows what stood in for it.
        Some(duty) => view
            .obligations()
            .filter(|(line, _)| line.duty() == duty)
            .filter_map(|(line, _)| {
                Some(Occurrence { on: line.met()?, repeats: line.rule().is_series() })
            })
            .collect(),
        None => view
            .events()
            .filter(|event| event.kind().event_name() == name)
            .map(|event| Occurrence { on: event.on(), repeats: event.kind().repeats() })
            .collect(),
    };
    found.sort_by_key(|occurrence| occurrence.on);
    found.into_iter()
}

/// A day that an anchor or a moment has in a case.
#[derive(Clone, Copy)]
pub(super) struct Anchored {
    /// 1, or the number in a series.
    pub(super) number: u16,
    pub(super) day: Day,
    /// It will follow from a day that is not known yet.
    pub(super) planned: bool,
}

impl Anchored {
    fn of(line: &Obligation, day: Day) -> Option<Anchored> {
        let planned = line.met().is_none() && matches!(line.standing(), Standing::WaitingFor(_));
        Some(Anchored { number: line.number(), day, planned })
    }
}
