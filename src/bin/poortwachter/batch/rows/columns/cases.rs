//! From columns of cases to rows of answers.

use super::super::{Ask, Rows, at_field, same_id};
use super::events::Events;
use super::lists::{Days, Periods, Text};
use super::schema::Table;
use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use arrow_array::{Array, ArrayRef, BooleanArray, RecordBatch, StringArray};
use poortwachter::batch::{self, Batch, NO_DAY, Summaries, Worker};
use poortwachter::wire::{CaseReader, CellError, LeaveText};
use poortwachter::{Case, CaseError, Spell};
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
        if self.table.is_plain && self.ask == Ask::Summary && rows.repeats.is_empty() {
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
        let recorded_since = days("recorded_since").unwrap_or_default();
        let plain = batch::Columns {
            first_sick_day: &first,
            last_sick_day: &last,
            state_pension_day: &state_pension_day,
            employment_last_day: &employment_last_day,
            recorded_since: &recorded_since,
            ..batch::Columns::default()
        };
        self.rejected.clear();
        let done = self.batch.columns_into(&plain, &mut rows.summaries, &mut self.rejected);
        debug_assert!(done.is_ok(), "the columns of a batch have one length");
        if self.rejected.is_empty() {
            rows.ids.set(ids(columns));
            return;
        }
        let id = Text::of(columns.column_by_name("id"));
        let mut rejected = self.rejected.iter().peekable();
        for i in 0..columns.num_rows() {
            let Some(refused) = rejected.next_if(|refused| refused.position == i) else {
                rows.ids.push(id.get(i));
                continue;
            };
            let error = if first[i] == NO_DAY {
                at_field(&CaseError::NoSpell)
            } else {
                at_field(&refused.error)
            };
            rows.reject(i as u64 + 1, id.get(i), error);
        }
        let places: Vec<_> = self.rejected.iter().map(|refused| refused.position).collect();
        leave_out(&mut rows.summaries, &places);
    }

    fn read_rows(&mut self, columns: &RecordBatch, rows: &mut Rows) {
        let ColumnReader { reader, worker, ask, .. } = self;
        each_case(columns, reader, |row, id, case| match (rows.earlier(row), case) {
            (None, Ok(case)) => rows.add(case, *ask, worker),
            (None, Err(error)) => rows.reject(row, id, error),
            (Some(first), case) => rows.reject(row, id, same_id("row", first, case.err())),
        });
        if rows.rejected.is_empty() {
            rows.ids.set(ids(columns));
        }
    }
}

/// The identifiers of all rows.
fn ids(columns: &RecordBatch) -> StringArray {
    let none = || StringArray::new_null(columns.num_rows());
    columns.column_by_name("id").map_or_else(none, |id| id.as_string().clone())
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
        let case = read.and_then(|()| reader.case().map_err(|error| at_field(&error)));
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
    wage_terms: Text<'a>,
    first_sick_day: Days<'a>,
    last_sick_day: Days<'a>,
    state_pension_day: Days<'a>,
    employment_last_day: Days<'a>,
    recorded_since: Days<'a>,
    gaps: Periods<'a>,
    spells: Periods<'a>,
    counts: Option<&'a BooleanArray>,
    leave: Periods<'a>,
    joins: Text<'a>,
    decided_by: Text<'a>,
    decided_on: Days<'a>,
    events: Events<'a>,
}

impl<'a> Facts<'a> {
    fn of(columns: &'a RecordBatch) -> Facts<'a> {
        let text = |name| Text::of(columns.column_by_name(name));
        let days = |name| Days::of(columns.column_by_name(name));
        let periods = |name| Periods::of(columns, name);
        let (spells, leave) = (periods("spells"), periods("leave"));
        Facts {
            id: text("id"),
            regime: text("regime"),
            interviews: text("interviews"),
            entitlement: text("sickness_benefit_entitlement"),
            wage_terms: text("wage_terms"),
            first_sick_day: days("first_sick_day"),
            last_sick_day: days("last_sick_day"),
            state_pension_day: days("state_pension_day"),
            employment_last_day: days("employment_last_day"),
            recorded_since: days("recorded_since"),
            gaps: periods("gaps"),
            counts: spells.list.field("counts_for_dismissal_ban").map(AsArray::as_boolean),
            spells,
            joins: leave.list.text("joins"),
            decided_by: leave.list.text("decided_by"),
            decided_on: leave.list.days("decided_on"),
            leave,
            events: Events::of(columns),
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
        if let Some(terms) = self.wage_terms.get(i) {
            reader.wage_terms(terms);
        }
        if let Some(day) = self.state_pension_day.get(i) {
            reader.state_pension_day(day);
        }
        if let Some(day) = self.employment_last_day.get(i) {
            reader.employment_last_day(day);
        }
        if let Some(day) = self.recorded_since.get(i) {
            reader.recorded_since(day);
        }
        let has_spells = self.spells.list.of_row(i).len() > 0;
        let first_or_last = self.first_sick_day.get(i).or(self.last_sick_day.get(i));
        if has_spells && first_or_last.is_some() {
            return Err(CellError::SpellsTwice.to_string());
        }
        self.read_run(i, reader)?;
        for (entry, at) in self.spells.list.of_row(i) {
            let first = self.spells.first_day(entry, at)?;
            let counts = self.counts.is_none_or(|counts| counts.is_null(at) || counts.value(at));
            let spell = Spell::new(first, self.spells.last_day.get(at));
            reader.spell(if counts { spell } else { spell.left_out_of_dismissal_ban() });
        }
        for (entry, at) in self.leave.list.of_row(i) {
            reader.leave(&LeaveText {
                first_day: self.leave.first_day(entry, at)?,
                last_day: self.leave.last_day(entry, at)?,
                joins: self.joins.get(at),
                decided_by: self.decided_by.get(at),
                decided_on: self.decided_on.get(at),
            });
        }
        self.events.read(i, reader)
    }

    /// One run of sickness with its gaps cut out.
    fn read_run(&self, i: usize, reader: &mut CaseReader) -> Result<(), String> {
        let last = self.last_sick_day.get(i);
        let Some(mut first) = self.first_sick_day.get(i) else {
            // Nothing is lost in silence.
            return match last {
                Some(_) => Err(CellError::NoFirstSickDay.to_string()),
                None => Ok(()),
            };
        };
        for (entry, at) in self.gaps.list.of_row(i) {
            let gap_first = self.gaps.first_day(entry, at)?;
            let gap_last = self.gaps.last_day(entry, at)?;
            let (before, after) = (gap_first.checked_add(-1), gap_last.checked_add(1));
            let (Some(before), Some(after)) = (before, after) else {
                return Err(format!("gaps[{entry}]: check the year"));
            };
            reader.spell(Spell::new(first, Some(before)));
            first = after;
        }
        reader.spell(Spell::new(first, last));
        Ok(())
    }
}

/// Takes the summaries at these places out, which are in order.
fn leave_out(all: &mut Summaries, places: &[usize]) {
    all.retain(|place| places.binary_search(&place).is_err());
}
