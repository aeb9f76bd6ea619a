//! A case as one row of cells: the form of CSV and of spreadsheets.

use super::LeaveForm;
use super::reader::{CaseReader, EventText, LeaveText};
use crate::case::{Case, Content, EventField, Joins, Spell, WageTerms};
use crate::closed_list::ClosedList;
use crate::day::Day;
use crate::iso::{ParseDayError, iso_day};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The columns of a table of cases: which cell of a row holds what. Any subset in any order, with
/// `spells`, `first_sick_day` or both; each row fills one of the two.
///
/// Lists are separated by `;` in their cell. A period is written as an ISO 8601 interval, and goes on
/// where nothing follows the `/`. What else is known of a period or an event follows after a space as
/// `name=value`, with the names of the JSON form. An empty cell holds nothing.
///
/// ```
/// use poortwachter::wire::{CaseColumns, CaseReader};
/// let columns = CaseColumns::new(["id", "spells", "events"])?;
/// let row = [
///     "A-17",
///     "2026-01-05/2026-02-01;2026-02-10/",
///     "2026-02-12 problem-analysis;2027-05-01 voluntary-extension until=2028-06-30",
/// ];
/// let mut reader = CaseReader::new();
/// columns.read(|cell| row[cell], &mut reader)?;
/// assert_eq!(reader.case()?.spells().len(), 2);
/// assert_eq!(reader.case()?.events().len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseColumns {
    columns: Vec<Column>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Column {
    Id,
    Regime,
    Spells,
    Leave,
    Events,
    StatePensionDay,
    EmploymentLastDay,
    RecordedSince,
    Interviews,
    Entitlement,
    WageTerms,
    FirstSickDay,
    LastSickDay,
}

const COLUMNS: [(&str, Column); 13] = [
    ("id", Column::Id),
    ("regime", Column::Regime),
    ("spells", Column::Spells),
    ("leave", Column::Leave),
    ("events", Column::Events),
    ("state_pension_day", Column::StatePensionDay),
    ("employment_last_day", Column::EmploymentLastDay),
    ("interviews", Column::Interviews),
    ("sickness_benefit_entitlement", Column::Entitlement),
    ("wage_terms", Column::WageTerms),
    ("recorded_since", Column::RecordedSince),
    ("first_sick_day", Column::FirstSickDay),
    ("last_sick_day", Column::LastSickDay),
];

/// Columns that make no table of cases.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnError {
    /// A column has another name than those that are known.
    #[error("column {column} has an unknown name; known are {}", COLUMNS.map(|(name, _)| name).join(", "))]
    Unknown {
        /// Number of the column, from 1.
        column: usize,
        /// What stands there.
        name: String,
    },
    /// Two columns have the same name.
    #[error("column {column} is \"{name}\" like one before it: keep one of them")]
    Twice {
        /// Number of the second, from 1.
        column: usize,
        /// Their name.
        name: &'static str,
    },
    /// Nothing says when somebody was sick.
    #[error("there is no column spells and no column first_sick_day: add one of them")]
    NoSpells,
    /// The last sick day of nothing.
    #[error("last_sick_day needs first_sick_day beside it")]
    NoFirstSickDay,
}

/// A cell that cannot be read. What stands in it is not repeated.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CellError {
    /// No day.
    #[error("{column}: {ParseDayError}")]
    Day {
        /// The column.
        column: &'static str,
    },
    /// No day behind the `=` of a detail.
    #[error("{column}[{entry}].{name}: {ParseDayError}")]
    DayOfDetail {
        /// The column.
        column: &'static str,
        /// Which of the list, from 0.
        entry: usize,
        /// The name before the `=`.
        name: &'static str,
    },
    /// No period.
    #[error(
        "{column}[{entry}]: this is no period: write 2026-01-05/2026-02-01, and 2026-01-05/ for a \
         spell that goes on"
    )]
    Period {
        /// The column.
        column: &'static str,
        /// Which of the list, from 0.
        entry: usize,
    },
    /// No event.
    #[error("events[{entry}]: this is no event: write 2026-02-10 problem-analysis")]
    Event {
        /// Which of the list, from 0.
        entry: usize,
    },
    /// Something after the period or the event that means nothing there.
    #[error("{column}[{entry}]: after it only {known} may stand, each once, as name=value")]
    Detail {
        /// The column.
        column: &'static str,
        /// Which of the list, from 0.
        entry: usize,
        /// The names that may stand there.
        known: String,
    },
    /// A last sick day without a first one.
    #[error("last_sick_day: there is no first_sick_day: record it")]
    NoFirstSickDay,
    /// Two cells say when somebody was sick.
    #[error("spells: first_sick_day or last_sick_day says too when somebody was sick: keep one")]
    SpellsTwice,
}

impl CellError {
    /// The cell that is wrong: the name of the column, with the entry of a list and the detail in it.
    ///
    /// ```
    /// use poortwachter::wire::CellError;
    /// let error = CellError::Period { column: "spells", entry: 1 };
    /// assert_eq!(error.field(), "spells[1]");
    /// ```
    #[must_use]
    pub fn field(&self) -> String {
        match self {
            CellError::Day { column } => (*column).into(),
            CellError::DayOfDetail { column, entry, name } => format!("{column}[{entry}].{name}"),
            CellError::Period { column, entry } | CellError::Detail { column, entry, .. } => {
                format!("{column}[{entry}]")
            }
            CellError::Event { entry } => format!("events[{entry}]"),
            CellError::NoFirstSickDay => "last_sick_day".into(),
            CellError::SpellsTwice => "spells".into(),
        }
    }
}

const SPELL_DETAILS: &str = "counts_for_dismissal_ban";
const LEAVE_DETAILS: &str = "joins, decided_by, decided_on";

impl CaseColumns {
    /// The columns in which [`cells`](Self::cells) writes a case.
    pub const NAMES: [&'static str; 11] = [
        "id",
        "regime",
        "spells",
        "leave",
        "events",
        "state_pension_day",
        "employment_last_day",
        "interviews",
        "sickness_benefit_entitlement",
        "wage_terms",
        "recorded_since",
    ];

    /// The columns with these names, in order.
    ///
    /// # Errors
    /// When a name is not known, stands twice, or nothing says when somebody was sick.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<CaseColumns, ColumnError> {
        let mut columns = Vec::new();
        for (number, name) in (1..).zip(names) {
            let known = COLUMNS.iter().find(|(known, _)| *known == name.trim());
            let (name, column) = known
                .ok_or_else(|| ColumnError::Unknown { column: number, name: name.to_string() })?;
            if columns.contains(column) {
                return Err(ColumnError::Twice { column: number, name });
            }
            columns.push(*column);
        }
        let has = |column| columns.contains(&column);
        match (has(Column::Spells), has(Column::FirstSickDay)) {
            (false, false) => Err(ColumnError::NoSpells),
            (true, false) if has(Column::LastSickDay) => Err(ColumnError::NoFirstSickDay),
            _ => Ok(CaseColumns { columns }),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there is none; never so for columns that [`new`](Self::new) took.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Reads a row, given by the text of each of its cells, into a reader that is new or
    /// [cleared](CaseReader::clear); [`CaseReader::case`] then checks the facts.
    ///
    /// # Errors
    /// The first cell that cannot be read.
    pub fn read<'c>(
        &self,
        cell: impl Fn(usize) -> &'c str,
        reader: &mut CaseReader,
    ) -> Result<(), CellError> {
        let (mut first, mut last, mut has_spells) = (None, None, false);
        for (number, column) in self.columns.iter().enumerate() {
            let text = cell(number).trim();
            if text.is_empty() {
                continue;
            }
            match column {
                Column::Id => reader.id(text),
                Column::Regime => reader.regime(text),
                Column::Interviews => reader.interviews(text),
                Column::WageTerms => reader.wage_terms(text),
                Column::Entitlement => reader.sickness_benefit_entitlement(text),
                Column::StatePensionDay => {
                    reader.state_pension_day(day(text, "state_pension_day")?);
                }
                Column::EmploymentLastDay => {
                    reader.employment_last_day(day(text, "employment_last_day")?);
                }
                Column::RecordedSince => reader.recorded_since(day(text, "recorded_since")?),
                Column::FirstSickDay => first = Some(day(text, "first_sick_day")?),
                Column::LastSickDay => last = Some(day(text, "last_sick_day")?),
                Column::Spells => {
                    has_spells = true;
                    each(text, |entry, text| read_spell(entry, text, reader))?;
                }
                Column::Leave => each(text, |entry, text| read_leave(entry, text, reader))?,
                Column::Events => each(text, |entry, text| read_event(entry, text, reader))?,
            }
        }
        if has_spells && first.or(last).is_some() {
            return Err(CellError::SpellsTwice);
        }
        match (first, last) {
            (Some(first), last) => reader.spell(Spell::new(first, last)),
            (None, Some(_)) => return Err(CellError::NoFirstSickDay),
            (None, None) => {}
        }
        Ok(())
    }

    /// The cells of a case, in the order of [`NAMES`](Self::NAMES).
    ///
    /// ```
    /// use poortwachter::{Case, Day, wire::CaseColumns};
    /// let day = |d| Day::new(2026, 1, d);
    /// let case = Case::builder().id("A-17").sick(day(5), day(9)).sick_since(day(20)).build()?;
    /// assert_eq!(CaseColumns::cells(&case)[..3], ["A-17", "employer", "2026-01-05/2026-01-09;2026-01-20/"]);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn cells(case: &Case) -> [String; 11] {
        let spells = case.spells().iter().map(|spell| {
            let counts = if spell.counts_for_dismissal_ban() {
                ""
            } else {
                " counts_for_dismissal_ban=false"
            };
            format!("{}/{}{counts}", spell.first_day(), text_of(spell.last_day()))
        });
        let leave = case.leave().iter().map(|leave| {
            let form = LeaveForm::from(leave);
            let joins = form.joins.filter(|_| leave.joins() != Joins::Yes);
            let details = [
                ("joins", joins),
                ("decided_by", form.decided_by),
                ("decided_on", form.decided_on.map(|day| day.to_string())),
            ];
            with_details(format!("{}/{}", form.first_day, form.last_day), details)
        });
        let events = case.events().iter().map(|event| {
            let mut contents = [None; EventField::ALL.len()];
            event.kind().each_field(|field, content| contents[field as usize] = Some(content));
            let details = EventField::ALL.iter().zip(contents);
            let details = details.map(|(field, content)| (field.id(), content.map(text_of_field)));
            with_details(format!("{} {}", event.on(), event.kind().id()), details)
        });
        let entitlement = case.sickness_benefit_entitlement();
        let terms = Some(case.wage_terms()).filter(|terms| *terms != WageTerms::Usual);
        [
            case.id().unwrap_or_default().to_string(),
            case.regime().id().to_string(),
            spells.collect::<Vec<_>>().join(";"),
            leave.collect::<Vec<_>>().join(";"),
            events.collect::<Vec<_>>().join(";"),
            text_of(case.state_pension_day()),
            text_of(case.employment_last_day()),
            case.interviews().id().to_string(),
            entitlement.map_or("", |answer| answer.id()).to_string(),
            terms.map_or("", WageTerms::id).to_string(),
            text_of(case.recorded_since()),
        ]
    }
}

fn text_of(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn text_of_field(content: Content) -> String {
    match content {
        Content::Name(name) => name.to_string(),
        Content::Day(day) => day.to_string(),
        Content::Weeks(weeks) => weeks.to_string(),
    }
}

fn with_details<'n>(
    mut text: String,
    details: impl IntoIterator<Item = (&'n str, Option<String>)>,
) -> String {
    for (name, value) in details {
        if let Some(value) = value {
            text += &format!(" {name}={value}");
        }
    }
    text
}

fn day(text: &str, column: &'static str) -> Result<Day, CellError> {
    iso_day(text.as_bytes()).ok_or(CellError::Day { column })
}

/// Reads every entry of a list; the one after a last `;` is no entry.
fn each<'c>(
    text: &'c str,
    mut read: impl FnMut(usize, &'c str) -> Result<(), CellError>,
) -> Result<(), CellError> {
    let entries = text.strip_suffix(';').unwrap_or(text).split(';');
    entries.enumerate().try_for_each(|(entry, text)| read(entry, text.trim()))
}

/// A period and what follows it.
fn period<'c>(
    column: &'static str,
    entry: usize,
    text: &'c str,
) -> Result<(Day, Option<Day>, &'c str), CellError> {
    let wrong = || CellError::Period { column, entry };
    let (period, details) = text.split_once(' ').unwrap_or((text, ""));
    let (first, last) = period.split_once('/').ok_or_else(wrong)?;
    let first = iso_day(first.as_bytes()).ok_or_else(wrong)?;
    let last = match last {
        "" => None,
        last => Some(iso_day(last.as_bytes()).ok_or_else(wrong)?),
    };
    Ok((first, last, details))
}

/// Hands over every `name=value`; false when the name is not known there, or the value is not one.
fn details<'c>(
    text: &'c str,
    wrong: impl Fn() -> CellError,
    mut put: impl FnMut(&'c str, &'c str) -> Result<bool, CellError>,
) -> Result<(), CellError> {
    for detail in text.split_ascii_whitespace() {
        match detail.split_once('=') {
            Some((name, value)) if put(name, value)? => {}
            _ => return Err(wrong()),
        }
    }
    Ok(())
}

/// The day behind `name=`.
fn detail_day(
    column: &'static str,
    entry: usize,
    name: &'static str,
    value: &str,
) -> Result<Day, CellError> {
    iso_day(value.as_bytes()).ok_or(CellError::DayOfDetail { column, entry, name })
}

/// Puts a value where there is none yet.
fn once<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    value.is_some() && core::mem::replace(place, value).is_none()
}

fn read_spell(entry: usize, text: &str, reader: &mut CaseReader) -> Result<(), CellError> {
    let (first, last, rest) = period("spells", entry, text)?;
    let mut counts = None;
    let wrong = || CellError::Detail { column: "spells", entry, known: SPELL_DETAILS.to_string() };
    details(rest, wrong, |name, value| {
        Ok(name == "counts_for_dismissal_ban" && once(&mut counts, value.parse().ok()))
    })?;
    reader.spell(Spell::new(first, last).counted_for_dismissal_ban(counts.unwrap_or(true)));
    Ok(())
}

fn read_leave(entry: usize, text: &str, reader: &mut CaseReader) -> Result<(), CellError> {
    let (first_day, last, rest) = period("leave", entry, text)?;
    let last_day = last.ok_or(CellError::Period { column: "leave", entry })?;
    let mut leave =
        LeaveText { first_day, last_day, joins: None, decided_by: None, decided_on: None };
    let wrong = || CellError::Detail { column: "leave", entry, known: LEAVE_DETAILS.to_string() };
    details(rest, wrong, |name, value| {
        Ok(match name {
            "joins" => once(&mut leave.joins, Some(value)),
            "decided_by" => once(&mut leave.decided_by, Some(value)),
            "decided_on" => {
                let day = detail_day("leave", entry, "decided_on", value)?;
                once(&mut leave.decided_on, Some(day))
            }
            _ => false,
        })
    })?;
    reader.leave(&leave);
    Ok(())
}

fn read_event(entry: usize, text: &str, reader: &mut CaseReader) -> Result<(), CellError> {
    let wrong = || CellError::Event { entry };
    let (on, rest) = text.split_once(' ').ok_or_else(wrong)?;
    let on = iso_day(on.as_bytes()).ok_or_else(wrong)?;
    let rest = rest.trim_start();
    let (kind, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    if kind.contains('=') {
        return Err(wrong());
    }
    if rest.is_empty() {
        reader.named_event(kind, on);
        return Ok(());
    }
    let mut event = EventText::new(kind, on);
    let wrong = || CellError::Detail { column: "events", entry, known: EventField::IDS.join(", ") };
    details(rest, wrong, |name, value| {
        let Some(field) = EventField::of(name) else { return Ok(false) };
        Ok(match field {
            EventField::Until => {
                once(&mut event.until, Some(detail_day("events", entry, field.id(), value)?))
            }
            EventField::Weeks => once(&mut event.weeks, value.parse().ok()),
            field => event.name_mut(field).is_some_and(|place| once(place, Some(value))),
        })
    })?;
    reader.event(&event);
    Ok(())
}
