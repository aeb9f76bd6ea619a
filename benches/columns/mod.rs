//! Cases as columns of Arrow, in the form in which `poortwachter batch` reads a Parquet file.

use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Int32Builder, ListBuilder, StringBuilder, StructBuilder,
};
use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field};
use poortwachter::wire::CaseForm;
use poortwachter::{Case, Day};
use std::sync::Arc;

/// Everything that is known of the cases.
pub fn mixed(cases: &[Case]) -> RecordBatch {
    let forms: Vec<_> = cases.iter().map(CaseForm::from).collect();
    let text = |value: fn(&CaseForm) -> Option<&str>| -> ArrayRef {
        Arc::new(forms.iter().map(value).collect::<StringArray>())
    };
    table(vec![
        ("id", text(|form| form.id.as_deref())),
        ("regime", text(|form| form.regime.as_deref())),
        ("interviews", text(|form| form.interviews.as_deref())),
        ("sickness_benefit_entitlement", text(|form| form.sickness_benefit_entitlement.as_deref())),
        ("state_pension_day", days(cases.iter().map(Case::state_pension_day))),
        ("employment_last_day", days(cases.iter().map(Case::employment_last_day))),
        ("spells", spells(&forms)),
        ("leave", leave(&forms)),
        ("events", events(&forms)),
    ])
}

/// Identifiers and first sick days only.
pub fn plain(cases: &[Case]) -> RecordBatch {
    let first_sick_day = days(cases.iter().map(|case| Some(case.spells()[0].first_day())));
    let id: StringArray = cases.iter().map(Case::id).collect();
    table(vec![("id", Arc::new(id)), ("first_sick_day", first_sick_day)])
}

fn table(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    let columns = columns.into_iter().map(|(name, column)| (name, column, true));
    RecordBatch::try_from_iter_with_nullable(columns).expect("columns of one length")
}

fn days(values: impl Iterator<Item = Option<Day>>) -> ArrayRef {
    Arc::new(values.map(|day| day.map(number)).collect::<Date32Array>())
}

fn number(day: Day) -> i32 {
    day.number()
}

/// A list of structs for every case.
fn list<T>(
    forms: &[CaseForm],
    fields: &[(&str, DataType)],
    entries: fn(&CaseForm) -> &[T],
    put: fn(&T, &mut StructBuilder),
) -> ArrayRef {
    let fields: Vec<_> =
        fields.iter().map(|(name, data)| Field::new(*name, data.clone(), true)).collect();
    let mut list = ListBuilder::new(StructBuilder::from_fields(fields, 0));
    for form in forms {
        for entry in entries(form) {
            put(entry, list.values());
            list.values().append(true);
        }
        list.append(true);
    }
    Arc::new(list.finish())
}

fn put_day(entry: &mut StructBuilder, place: usize, day: Option<Day>) {
    let column = entry.field_builder::<Date32Builder>(place).expect("days");
    column.append_option(day.map(number));
}

fn put_text(entry: &mut StructBuilder, place: usize, text: Option<&str>) {
    entry.field_builder::<StringBuilder>(place).expect("text").append_option(text);
}

fn spells(forms: &[CaseForm]) -> ArrayRef {
    let fields = [
        ("first_day", DataType::Date32),
        ("last_day", DataType::Date32),
        ("counts_for_dismissal_ban", DataType::Boolean),
    ];
    list(
        forms,
        &fields,
        |form| &form.spells,
        |spell, entry| {
            put_day(entry, 0, Some(spell.first_day));
            put_day(entry, 1, spell.last_day);
            let counts = entry.field_builder::<BooleanBuilder>(2).expect("answers");
            counts.append_value(spell.counts_for_dismissal_ban);
        },
    )
}

fn leave(forms: &[CaseForm]) -> ArrayRef {
    let fields = [
        ("first_day", DataType::Date32),
        ("last_day", DataType::Date32),
        ("joins", DataType::Utf8),
        ("decided_by", DataType::Utf8),
        ("decided_on", DataType::Date32),
    ];
    list(
        forms,
        &fields,
        |form| &form.leave,
        |leave, entry| {
            put_day(entry, 0, Some(leave.first_day));
            put_day(entry, 1, Some(leave.last_day));
            put_text(entry, 2, leave.joins.as_deref());
            put_text(entry, 3, leave.decided_by.as_deref());
            put_day(entry, 4, leave.decided_on);
        },
    )
}

fn events(forms: &[CaseForm]) -> ArrayRef {
    let fields = [
        ("on", DataType::Date32),
        ("kind", DataType::Utf8),
        ("until", DataType::Date32),
        ("weeks", DataType::Int32),
        ("duty", DataType::Utf8),
        ("reason", DataType::Utf8),
        ("by", DataType::Utf8),
        ("phase", DataType::Utf8),
        ("item", DataType::Utf8),
        ("part", DataType::Utf8),
    ];
    list(
        forms,
        &fields,
        |form| &form.events,
        |event, entry| {
            put_day(entry, 0, Some(event.on));
            put_text(entry, 1, Some(&event.kind));
            put_day(entry, 2, event.until);
            let weeks = event.weeks.and_then(|weeks| i32::try_from(weeks).ok());
            entry.field_builder::<Int32Builder>(3).expect("numbers").append_option(weeks);
            let details =
                [&event.duty, &event.reason, &event.by, &event.phase, &event.item, &event.part];
            for (place, text) in (4..).zip(details) {
                put_text(entry, place, text.as_deref());
            }
        },
    )
}
