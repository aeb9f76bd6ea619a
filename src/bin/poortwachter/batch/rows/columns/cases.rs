//! From columns of cases to rows of answers.

use super::super::{Ask, Rows, discreet};
use super::lists::{Days, List, Text};
use super::schema::Table;
use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use poortwachter::batch::{self, Batch, NO_DAY, Summaries, Worker};
use poortwachter::wire::{CaseReader, EventText, LeaveText};
use poortwachter::{Case, CaseError};
use std::borrow::Cow;

/// Reads the rows of one piece after the other.
pub(crate) struct ColumnReader<'b> {
    table: Table,
    batch: Batch,
    worker: Worker<'b>,
    ask: Ask,
    reader: CaseReader,
    rejected: Vec<batch::Rejected>,
}

impl<'b> ColumnReader<'b> {
    pub(crate) fn new(table: Table, batch: &'b Batch, ask: Ask) -> ColumnReader<'b> {
        ColumnReader {
            table,
            batch: batch.clone(),
            worker: batch.worker(),
            ask,
            reader: CaseReader::new(),
            rejected: Vec::new(),
        }
    }

    /// Fills the rows of the piece with that number.
    pub(crate) fn read(&mut self, number: usize, columns: &RecordBatch, rows: &mut Rows) {
        rows.begin(number, self.ask);
        if self.table.is_plain && self.ask == Ask::Summary {
            self.read_plain(columns, rows);
        } else {
            self.read_rows(columns, rows);
        }
    }

    /// The days go to the library as they stand in the file.
    fn read_plain(&mut self, columns: &RecordBatch, rows: &mut Rows) {
        let days = |name| columns.column_by_name(name).map(numbers);
        let first = days("first_sick_day").unwrap_or_default();
        let last = days("last_sick_day").unwrap_or_default();
        let state_pension_day = days("state_pension_day").unwrap_or_default();
        let employment_last_day = days("employment_last_day").unwrap_or_default();
        let plain = batch::Columns {
            first_sick_day: &first,
            last_sick_day: &last,
            state_pension_day: &state_pension_day,
            employment_last_day: &employment_last_day,
            ..batch::Columns::default()
        };
        self.rejected.clear();
        let done = self.batch.columns_into(&plain, &mut rows.summaries, &mut self.rejected);
        debug_assert!(done.is_ok(), "the columns of a batch have one length");
        let id = columns.column_by_name("id");
        if self.rejected.is_empty() {
            let none = || StringArray::new_null(columns.num_rows());
            rows.ids.set(id.map_or_else(none, |id| id.as_string().clone()));
            return;
        }
        let id = Text::of(id);
        let mut rejected = self.rejected.iter().peekable();
        for i in 0..columns.num_rows() {
            let Some(refused) = rejected.next_if(|refused| refused.position == i) else {
                rows.ids.push(id.get(i));
                continue;
            };
            let error = if first[i] == NO_DAY {
                discreet(&CaseError::NoSpell)
            } else {
                discreet(&refused.error)
            };
            rows.reject(i as u64 + 1, id.get(i), error);
        }
        let places: Vec<_> = self.rejected.iter().map(|refused| refused.position).collect();
        leave_out(&mut rows.summaries, &places);
    }

    fn read_rows(&mut self, columns: &RecordBatch, rows: &mut Rows) {
        let ColumnReader { reader, worker, ask, .. } = self;
        each_case(columns, reader, |row, id, case| match case {
            Ok(case) => rows.add(case, *ask, worker),
            Err(error) => rows.reject(row, id, error),
        });
    }
}

/// Shows the case of every row, or what is wrong with it; the rows count from 1.
pub(crate) fn each_case(
    columns: &RecordBatch,
    reader: &mut CaseReader,
    mut see: impl FnMut(u64, Option<&str>, Result<&Case, String>),
) {
    let table = Facts::of(columns);
    for i in 0..columns.num_rows() {
        reader.clear();
        let read = table.read(i, reader);
        let case = read.and_then(|()| reader.case().map_err(|error| discreet(&error)));
        see(i as u64 + 1, table.id.get(i), case);
    }
}

/// The days of a column as numbers; without a copy where none is absent.
fn numbers(column: &ArrayRef) -> Cow<'_, [i32]> {
    let days = column.as_primitive::<Date32Type>();
    if days.null_count() == 0 {
        return days.values()[..].into();
    }
    days.iter().map(|day| day.unwrap_or(NO_DAY)).collect::<Vec<_>>().into()
}

/// The columns of a piece, row by row.
struct Facts<'a> {
    id: Text<'a>,
    regime: Text<'a>,
    interviews: Text<'a>,
    entitlement: Text<'a>,
    first_sick_day: Days<'a>,
    last_sick_day: Days<'a>,
    state_pension_day: Days<'a>,
    employment_last_day: Days<'a>,
    gaps: List<'a>,
    spells: List<'a>,
    leave: List<'a>,
    events: List<'a>,
}

impl<'a> Facts<'a> {
    fn of(columns: &'a RecordBatch) -> Facts<'a> {
        let column = |name| columns.column_by_name(name);
        Facts {
            id: Text::of(column("id")),
            regime: Text::of(column("regime")),
            interviews: Text::of(column("interviews")),
            entitlement: Text::of(column("sickness_benefit_entitlement")),
            first_sick_day: Days::of(column("first_sick_day")),
            last_sick_day: Days::of(column("last_sick_day")),
            state_pension_day: Days::of(column("state_pension_day")),
            employment_last_day: Days::of(column("employment_last_day")),
            gaps: List::of(column("gaps")),
            spells: List::of(column("spells")),
            leave: List::of(column("leave")),
            events: List::of(column("events")),
        }
    }

    fn read(&self, i: usize, reader: &mut CaseReader) -> Result<(), String> {
        if let Some(id) = self.id.get(i) {
            reader.id(id);
        }
        if let Some(name) = self.regime.get(i) {
            reader.regime(name);
        }
        if let Some(name) = self.interviews.get(i) {
            reader.interviews(name);
        }
        if let Some(answer) = self.entitlement.get(i) {
            reader.sickness_benefit_entitlement(answer);
        }
        if let Some(day) = self.state_pension_day.get(i) {
            reader.state_pension_day(day);
        }
        if let Some(day) = self.employment_last_day.get(i) {
            reader.employment_last_day(day);
        }
        self.read_run(i, reader)?;
        for (entry, at) in self.spells.of_row(i) {
            let first = self.spells.day(at, "first_day", "spells", entry)?;
            let counts =
                self.spells.counts.is_none_or(|counts| counts.is_null(at) || counts.value(at));
            reader.spell(first, self.spells.last_day.get(at), counts);
        }
        for (entry, at) in self.leave.of_row(i) {
            let leave = &self.leave;
            reader.leave(&LeaveText {
                first_day: leave.day(at, "first_day", "leave", entry)?,
                last_day: leave.day(at, "last_day", "leave", entry)?,
                joins: leave.joins.get(at),
                decided_by: leave.decided_by.get(at),
                decided_on: leave.decided_on.get(at),
            });
        }
        for (entry, at) in self.events.of_row(i) {
            let events = &self.events;
            let kind = events.kind.get(at);
            reader.event(&EventText {
                kind: kind
                    .ok_or_else(|| format!("events[{entry}].kind: it is missing: record it"))?,
                on: events.day(at, "on", "events", entry)?,
                duty: events.duty.get(at),
                until: events.until.get(at),
                reason: events.reason.get(at),
                by: events.by.get(at),
                phase: events.phase.get(at),
                item: events.item.get(at),
                part: events.part.get(at),
                weeks: events.weeks(at, entry)?,
            });
        }
        Ok(())
    }

    /// One run of sickness with its gaps cut out.
    fn read_run(&self, i: usize, reader: &mut CaseReader) -> Result<(), String> {
        let (Some(mut first), last) = (self.first_sick_day.get(i), self.last_sick_day.get(i))
        else {
            return Ok(());
        };
        for (entry, at) in self.gaps.of_row(i) {
            let gap_first = self.gaps.day(at, "first_day", "gaps", entry)?;
            let gap_last = self.gaps.day(at, "last_day", "gaps", entry)?;
            let (before, after) = (gap_first.date().pred_opt(), gap_last.date().succ_opt());
            let (Some(before), Some(after)) = (before, after) else {
                return Err(format!("gaps[{entry}]: check the year"));
            };
            reader.spell(first, Some(before.into()), true);
            first = after.into();
        }
        reader.spell(first, last, true);
        Ok(())
    }
}

/// Takes the summaries at these places out, which are in order.
fn leave_out(all: &mut Summaries, places: &[usize]) {
    without(&mut all.counted_day, places);
    without(&mut all.week, places);
    without(&mut all.state, places);
    without(&mut all.next_duty, places);
    without(&mut all.next_due, places);
    without(&mut all.overdue, places);
    without(&mut all.worst, places);
    without(&mut all.wages_last_day, places);
    without(&mut all.wia_start, places);
}

fn without<T>(column: &mut Vec<T>, places: &[usize]) {
    let mut place = 0..;
    column.retain(|_| place.next().is_some_and(|place| places.binary_search(&place).is_err()));
}
