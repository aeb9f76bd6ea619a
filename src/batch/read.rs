//! From a row of columns to a case.

use super::columns::{Columns, Events, Periods, event_of};
use super::summary::NO_DAY;
use crate::case::{Case, CaseBuilder, CaseError, Leave, Spell};
use crate::day::Day;
use crate::law::Regime;
use alloc::format;
use alloc::string::ToString;
use core::ops::Range;

/// Columns that do not fit together.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ShapeError {
    /// A column has another length than there are first sick days.
    #[error(
        "column {column} has {len} entries for {cases} cases: give one each, or leave it empty"
    )]
    Length {
        /// The column.
        column: &'static str,
        /// Its length.
        len: usize,
        /// How many first sick days there are.
        cases: usize,
    },
    /// The offsets of a list go back or beyond its values.
    #[error(
        "column {column}: the offsets of case {case} do not fit the {values} values of the list"
    )]
    Offsets {
        /// The column.
        column: &'static str,
        /// The position of the case, from 0.
        case: usize,
        /// How many values the list has.
        values: usize,
    },
}

impl ShapeError {
    /// The column that is wrong.
    ///
    /// ```
    /// use poortwachter::batch::ShapeError;
    /// assert_eq!(ShapeError::Length { column: "regime", len: 1, cases: 2 }.field(), "regime");
    /// ```
    #[must_use]
    pub const fn field(&self) -> &'static str {
        match self {
            ShapeError::Length { column, .. } | ShapeError::Offsets { column, .. } => column,
        }
    }
}

impl Columns<'_> {
    pub(super) fn check(&self) -> Result<(), ShapeError> {
        let cases = self.len();
        let optional = [
            ("last_sick_day", self.last_sick_day.len()),
            ("regime", self.regime.len()),
            ("state_pension_day", self.state_pension_day.len()),
            ("employment_last_day", self.employment_last_day.len()),
            ("recorded_since", self.recorded_since.len()),
        ];
        for (column, len) in optional {
            check_length(column, len, cases)?;
        }
        let (gaps, leave, events) = (&self.gaps, &self.leave, &self.events);
        check_list("gaps", gaps.offsets, [gaps.first_day.len(), gaps.last_day.len()], cases)?;
        check_list("leave", leave.offsets, [leave.first_day.len(), leave.last_day.len()], cases)?;
        check_list("events", events.offsets, [events.on.len(), events.kind.len()], cases)
    }

    /// The case at `position` of columns that fit together, in the memory of `builder`.
    pub(super) fn case<'b>(
        &self,
        position: usize,
        builder: &'b mut CaseBuilder,
    ) -> Result<&'b Case, CaseError> {
        builder.clear();
        if let Some(code) = self.regime.get(position) {
            builder.draft().regime = regime(*code)?;
        }
        builder.draft().state_pension_day = day_at(self.state_pension_day, position);
        builder.draft().employment_last_day = day_at(self.employment_last_day, position);
        builder.draft().recorded_since = day_at(self.recorded_since, position);
        self.spells(position, builder);
        for (first, last) in self.leave.of(position) {
            builder.push_leave(Leave::new(first, last));
        }
        for (number, (on, code)) in (1..).zip(self.events.of(position)) {
            builder.push_event(event_of(code).ok_or_else(|| unknown_event(number, code))?, on);
        }
        builder.check()
    }

    /// The sickness with its gaps cut out.
    fn spells(&self, position: usize, builder: &mut CaseBuilder) {
        let mut first = day(self.first_sick_day.get(position).copied().unwrap_or(NO_DAY));
        let mut add = |first, last| {
            builder.push_spell(Spell { first, last, counts_for_dismissal_ban: true });
        };
        for (gap_first, gap_last) in self.gaps.of(position) {
            add(first, gap_first.plus(-1));
            first = gap_last.plus(1);
        }
        add(first, day_at(self.last_sick_day, position).unwrap_or(Day::FOREVER));
    }
}

impl Periods<'_> {
    fn of(&self, position: usize) -> impl Iterator<Item = (Day, Day)> {
        let range = range(self.offsets, position);
        let first_days = self.first_day.get(range.clone()).unwrap_or_default();
        let last_days = self.last_day.get(range).unwrap_or_default();
        let pairs = first_days.iter().zip(last_days);
        pairs.map(|(first, last)| (day(*first), day(*last)))
    }
}

impl Events<'_> {
    fn of(&self, position: usize) -> impl Iterator<Item = (Day, u8)> {
        let range = range(self.offsets, position);
        let on = self.on.get(range.clone()).unwrap_or_default();
        let kind = self.kind.get(range).unwrap_or_default();
        on.iter().map(|on| day(*on)).zip(kind.iter().copied())
    }
}

fn day_at(column: &[i32], position: usize) -> Option<Day> {
    column.get(position).copied().filter(|day| *day != NO_DAY).map(day)
}

/// The day with that number, which never stands for "still going on".
fn day(number: i32) -> Day {
    Day::from_number(number.min(Day::FOREVER.number() - 1))
}

/// Where the list of a case lies; empty without a list.
fn range(offsets: &[i32], position: usize) -> Range<usize> {
    let at = |i: usize| offsets.get(i).and_then(|offset| usize::try_from(*offset).ok());
    match (at(position), at(position + 1)) {
        (Some(from), Some(to)) => from..to,
        _ => 0..0,
    }
}

fn check_length(column: &'static str, len: usize, cases: usize) -> Result<(), ShapeError> {
    if len == 0 || len == cases { Ok(()) } else { Err(ShapeError::Length { column, len, cases }) }
}

fn check_list(
    column: &'static str,
    offsets: &[i32],
    values: [usize; 2],
    cases: usize,
) -> Result<(), ShapeError> {
    if offsets.is_empty() && values == [0, 0] {
        return Ok(());
    }
    if offsets.len() != cases + 1 {
        return Err(ShapeError::Length { column, len: offsets.len().saturating_sub(1), cases });
    }
    let values = values[0].min(values[1]);
    let fits = |pair: &[i32]| {
        0 <= pair[0] && pair[0] <= pair[1] && usize::try_from(pair[1]).is_ok_and(|to| to <= values)
    };
    match offsets.windows(2).position(|pair| !fits(pair)) {
        Some(case) => Err(ShapeError::Offsets { column, case, values }),
        None => Ok(()),
    }
}

fn regime(code: u8) -> Result<Regime, CaseError> {
    Regime::from_code(code).ok_or_else(|| CaseError::UnknownValue {
        field: "regime".to_string(),
        value: code.to_string(),
        known: Regime::IDS.to_vec(),
    })
}

fn unknown_event(number: usize, code: u8) -> CaseError {
    CaseError::UnknownValue {
        field: format!("events[{}].kind", number - 1),
        value: code.to_string(),
        known: (0..=u8::MAX).filter_map(event_of).map(|kind| kind.id()).collect(),
    }
}
