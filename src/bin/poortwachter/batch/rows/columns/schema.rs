//! Which columns a file of cases may have.

use arrow_schema::{DataType, Field, Schema};

/// The columns that a file may have, with those of their lists.
const COLUMNS: [(&str, Kind); 14] = [
    ("id", Kind::Text),
    ("regime", Kind::Text),
    ("first_sick_day", Kind::Day),
    ("last_sick_day", Kind::Day),
    ("gaps", Kind::List(&GAP)),
    ("spells", Kind::List(&SPELL)),
    ("leave", Kind::List(&LEAVE)),
    ("events", Kind::List(&EVENT)),
    ("state_pension_day", Kind::Day),
    ("employment_last_day", Kind::Day),
    ("recorded_since", Kind::Day),
    ("interviews", Kind::Text),
    ("sickness_benefit_entitlement", Kind::Text),
    ("wage_terms", Kind::Text),
];

const GAP: [(&str, Kind); 2] = [("first_day", Kind::Day), ("last_day", Kind::Day)];

const SPELL: [(&str, Kind); 3] =
    [("first_day", Kind::Day), ("last_day", Kind::Day), ("counts_for_dismissal_ban", Kind::Answer)];

const LEAVE: [(&str, Kind); 5] = [
    ("first_day", Kind::Day),
    ("last_day", Kind::Day),
    ("joins", Kind::Text),
    ("decided_by", Kind::Text),
    ("decided_on", Kind::Day),
];

const EVENT: [(&str, Kind); 10] = [
    ("on", Kind::Day),
    ("kind", Kind::Text),
    ("duty", Kind::Text),
    ("until", Kind::Day),
    ("reason", Kind::Text),
    ("by", Kind::Text),
    ("phase", Kind::Text),
    ("item", Kind::Text),
    ("part", Kind::Text),
    ("weeks", Kind::Number),
];

/// What a column holds.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Day,
    Number,
    Answer,
    List(&'static [(&'static str, Kind)]),
}

impl Kind {
    fn fits(self, data: &DataType) -> bool {
        match self {
            Kind::Text => *data == DataType::Utf8,
            Kind::Day => *data == DataType::Date32,
            Kind::Number => matches!(data, DataType::Int32 | DataType::Int64),
            Kind::Answer => *data == DataType::Boolean,
            Kind::List(_) => matches!(data, DataType::List(entry) if is_struct(entry)),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Kind::Text => "text (STRING)",
            Kind::Day => "a day (DATE)",
            Kind::Number => "a number (INT32 or INT64)",
            Kind::Answer => "true or false (BOOLEAN)",
            Kind::List(_) => "a list of structs",
        }
    }
}

fn is_struct(entry: &Field) -> bool {
    matches!(entry.data_type(), DataType::Struct(_))
}

/// Which columns there are.
#[derive(Clone)]
pub(crate) struct Table {
    /// Nothing but days and identifiers: the columns are read as they are.
    pub(super) is_plain: bool,
}

impl Table {
    /// What is wrong with the columns, if they are not those of cases.
    pub(crate) fn of(schema: &Schema) -> Result<Table, String> {
        check("", schema.fields().iter().map(AsRef::as_ref), &COLUMNS)?;
        let has = |column: &str| schema.column_with_name(column).is_some();
        match (has("first_sick_day"), has("spells")) {
            (false, false) => {
                return Err("there is no column first_sick_day and no column spells: add one of \
                            them"
                    .into());
            }
            (false, true) if has("last_sick_day") || has("gaps") => {
                return Err("last_sick_day and gaps need first_sick_day beside them".into());
            }
            _ => {}
        }
        let more = ["regime", "gaps", "spells", "leave", "events", "interviews"];
        let is_plain =
            !more.into_iter().chain(["sickness_benefit_entitlement", "wage_terms"]).any(has);
        Ok(Table { is_plain })
    }
}

/// A type without the names and texts that one can hold.
fn type_name(data: &DataType) -> String {
    match data {
        DataType::Timestamp(..) => "a time".into(),
        DataType::Dictionary(..) => "a dictionary".into(),
        data if data.is_nested() => "a list or a struct".into(),
        data => data.to_string(),
    }
}

/// Whether every field is known and of its kind.
fn check<'f>(
    path: &str,
    fields: impl Iterator<Item = &'f Field>,
    known: &[(&str, Kind)],
) -> Result<(), String> {
    for (number, field) in (1..).zip(fields) {
        let name = field.name();
        let found = known.iter().find(|(known, _)| known == name);
        let Some((_, kind)) = found else {
            // Its name is content of the file.
            let known: Vec<_> = known.iter().map(|(known, _)| *known).collect();
            let place = if path.is_empty() { "" } else { " of " };
            return Err(format!(
                "column {number}{place}{} has an unknown name; known are {}",
                path.trim_end_matches('.'),
                known.join(", ")
            ));
        };
        if !kind.fits(field.data_type()) {
            let (kind, data) = (kind.name(), type_name(field.data_type()));
            return Err(format!("column {path}{name} holds {data}: write it as {kind}"));
        }
        if let (Kind::List(known), DataType::List(entry)) = (kind, field.data_type()) {
            if let DataType::Struct(fields) = entry.data_type() {
                check(&format!("{path}{name}."), fields.iter().map(AsRef::as_ref), known)?;
            }
        }
    }
    Ok(())
}
