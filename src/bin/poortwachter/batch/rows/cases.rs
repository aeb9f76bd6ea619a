//! From rows of columns to rows of answers.

use super::schema::Table;
use crate::rows::X;
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

    pub(crate) fn read(&mut self, job: &mut Job) {
        job.rows.begin(job.number, self.ask);
        let Some(columns) = job.columns.take() else { return };
        if self.table.is_plain && self.ask == Ask::Summary {
            self.read_plain(&columns, &mut job.rows);
        } else {
            self.read_rows(&columns, &mut job.rows);
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
        let id = Text::of(columns.column_by_name("id"));
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
        if !self.rejected.is_empty() {
            let places: Vec<_> = self.rejected.iter().map(|refused| refused.position).collect();
            rows.leave_out(&places);
        }
    }

    fn read_rows(&mut self, columns: &RecordBatch, rows: &mut Rows) {
        let table = Facts::of(columns);
        for i in 0..columns.num_rows() {
            self.reader.clear();
            let read = table.read(i, &mut self.reader);
            let case = match read {
                Ok(()) => self.reader.case().map_err(|error| discreet(&error)),
                Err(error) => Err(error),
            };
            match case {
                Ok(case) => rows.add(case, self.ask, &mut self.worker),
                Err(error) => rows.reject(i as u64 + 1, table.id.get(i), error),
            }
        }
    }
}

/// The days of a column as numbers; without a copy where none is absent.
fn numbers(column: &ArrayRef) -> std::borrow::Cow<'_, [i32]> {
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
            let (Some(before), Some(after)) = (gap_first.pred_opt(), gap_last.succ_opt()) else {
                return Err(format!("gaps[{entry}]: check the year"));
            };
            reader.spell(first, Some(before), true);
            first = after;
        }
        reader.spell(first, last, true);
        Ok(())
    }
}

/// A column of text that may be absent.
#[derive(Clone, Copy, Default)]
struct Text<'a>(Option<&'a StringArray>);

impl<'a> Text<'a> {
    fn of(column: Option<&'a ArrayRef>) -> Text<'a> {
        Text(column.map(AsArray::as_string))
    }

    fn get(self, i: usize) -> Option<&'a str> {
        self.0.filter(|text| text.is_valid(i)).map(|text| text.value(i))
    }
}

/// A column of days that may be absent.
#[derive(Clone, Copy, Default)]
struct Days<'a>(Option<&'a Date32Array>);

impl<'a> Days<'a> {
    fn of(column: Option<&'a ArrayRef>) -> Days<'a> {
        Days(column.map(AsArray::as_primitive))
    }

    fn get(self, i: usize) -> Option<NaiveDate> {
        self.0.filter(|days| days.is_valid(i)).map(|days| Day::from_number(days.value(i)).date())
    }
}

/// A list of structs that may be absent, with every field that an entry may have.
#[derive(Default)]
struct List<'a> {
    list: Option<&'a ListArray>,
    first_day: Days<'a>,
    last_day: Days<'a>,
    on: Days<'a>,
    counts: Option<&'a arrow_array::BooleanArray>,
    joins: Text<'a>,
    decided_by: Text<'a>,
    decided_on: Days<'a>,
    kind: Text<'a>,
    duty: Text<'a>,
    until: Days<'a>,
    reason: Text<'a>,
    by: Text<'a>,
    phase: Text<'a>,
    item: Text<'a>,
    part: Text<'a>,
    weeks: Option<&'a ArrayRef>,
}

impl<'a> List<'a> {
    fn of(column: Option<&'a ArrayRef>) -> List<'a> {
        let Some(list) = column.map(AsArray::as_list::<i32>) else { return List::default() };
        let entries: &StructArray = list.values().as_struct();
        let field = |name| entries.column_by_name(name);
        List {
            list: Some(list),
            first_day: Days::of(field("first_day")),
            last_day: Days::of(field("last_day")),
            on: Days::of(field("on")),
            counts: field("counts_for_dismissal_ban").map(AsArray::as_boolean),
            joins: Text::of(field("joins")),
            decided_by: Text::of(field("decided_by")),
            decided_on: Days::of(field("decided_on")),
            kind: Text::of(field("kind")),
            duty: Text::of(field("duty")),
            until: Days::of(field("until")),
            reason: Text::of(field("reason")),
            by: Text::of(field("by")),
            phase: Text::of(field("phase")),
            item: Text::of(field("item")),
            part: Text::of(field("part")),
            weeks: field("weeks"),
        }
    }

    /// The entries of a row: their number in its list, and their place among all entries.
    fn of_row(&self, i: usize) -> impl Iterator<Item = (usize, usize)> + use<> {
        let range = self.list.filter(|list| list.is_valid(i)).map(|list| {
            let at = |i: usize| usize::try_from(list.value_offsets()[i]).unwrap_or(0);
            at(i)..at(i + 1)
        });
        range.unwrap_or(0..0).enumerate()
    }

    fn day(&self, at: usize, field: &str, list: &str, entry: usize) -> Result<NaiveDate, String> {
        let days = match field {
            "first_day" => self.first_day,
            "last_day" => self.last_day,
            _ => self.on,
        };
        days.get(at).ok_or_else(|| format!("{list}[{entry}].{field}: it is missing: record it"))
    }

    fn weeks(&self, at: usize, entry: usize) -> Result<Option<u32>, String> {
        let Some(column) = self.weeks.filter(|weeks| weeks.is_valid(at)) else { return Ok(None) };
        let weeks = match column.data_type() {
            DataType::Int64 => column.as_primitive::<Int64Type>().value(at),
            _ => column.as_primitive::<Int32Type>().value(at).into(),
        };
        let weeks = u32::try_from(weeks).map(Some);
        weeks.map_err(|_| format!("events[{entry}].weeks: it lasts 1 to 52 weeks"))
    }
}
