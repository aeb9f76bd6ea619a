//! A case as a row of cells, and JSON read the short way: the same case comes out.

use crate::common::counted_if;
use crate::common::in_days;
use poortwachter::Day;
use poortwachter::wire::{CaseColumns, CaseReader, CellError};
use poortwachter::{
    Adviser, Case, DeviationReason, Duty, Entitlement, EventKind, InterviewRhythm, Joins, Leave,
    PlanItem, Regime, ReportPart, Role, SecondTrackEnd, SecondTrackPhase, Spell, law,
};
use proptest::prelude::*;
use proptest::sample::select;
use serde::de::DeserializeSeed;
use serde_json::Value;

fn first_day() -> Day {
    Day::new(2026, 1, 5)
}

fn any_event() -> impl Strategy<Value = EventKind> {
    let until = || (2000_u64..4000).prop_map(|days| first_day() + in_days(days));
    let duties: Vec<Duty> = law::duties().filter(|duty| *duty != Duty::REPAIR_DECISION).collect();
    let open: Vec<Duty> =
        law::duties().filter(|duty| law::LAW.may_be_deviated_from(*duty)).collect();
    prop_oneof![
        4 => select(duties).prop_map(EventKind::Met),
        1 => Just(EventKind::Interview),
        1 => Just(EventKind::NoPossibilities),
        1 => Just(EventKind::WiaGranted),
        1 => select(PlanItem::ALL).prop_map(EventKind::PlanHolds),
        1 => select(ReportPart::ALL).prop_map(EventKind::ReportHolds),
        1 => select(Adviser::ALL).prop_map(|by| EventKind::SecondTrackAdvised { by }),
        1 => select(SecondTrackPhase::ALL).prop_map(EventKind::SecondTrackPhase),
        1 => select(SecondTrackEnd::ALL).prop_map(|why| EventKind::SecondTrackEnded { why }),
        1 => until().prop_map(|until| EventKind::VoluntaryExtension { until }),
        1 => until().prop_map(|until| EventKind::ExtensionShortened { until }),
        1 => prop::option::of(1_u8..=52).prop_map(|weeks| EventKind::WageSanction { weeks }),
        1 => (select(open), until(), select(DeviationReason::ALL))
            .prop_map(|(duty, until, reason)| EventKind::AgreedDeviation { duty, until, reason }),
    ]
}

fn any_case() -> impl Strategy<Value = Case> {
    let frame = (
        prop::option::of("[A-Za-z0-9 ,;\"\\\\é=/]{0,9}x"),
        select(Regime::ALL),
        select(InterviewRhythm::ALL),
        prop::option::of(select(Entitlement::ALL)),
        prop::option::of(0_u64..9000),
        prop::option::of(2000_u64..9000),
    );
    let spells = prop::collection::vec((1_u64..200, 2_u64..60, any::<bool>()), 1..4);
    let decided = prop::option::of((select(Role::ALL), 0_u64..900));
    let leave = prop::option::of((0_u64..100, 1_u64..60, select(Joins::ALL), decided));
    let events = prop::collection::vec((any_event(), 300_u64..1900), 0..9);
    (frame, spells, any::<bool>(), leave, events).prop_filter_map(
        "facts that contradict each other",
        |((id, regime, rhythm, entitlement, pension, employment), spells, open, leave, events)| {
            let after = |days: u64| first_day() + in_days(days);
            let mut builder = Case::builder().regime(regime).interviews(rhythm);
            if let Some(id) = id {
                builder = builder.id(id.trim());
            }
            if let Some(answer) = entitlement {
                builder = builder.sickness_benefit_entitlement(answer);
            }
            if let Some(days) = pension {
                builder = builder.state_pension_day(after(days));
            }
            if let Some(days) = employment {
                builder = builder.employment_last_day(after(days));
            }
            let mut first = 0;
            for (i, (sick, healthy, counts)) in spells.iter().enumerate() {
                let is_open = open && i + 1 == spells.len();
                let last = (!is_open).then(|| after(first + sick - 1));
                builder = builder.add_spell(counted_if(*counts, Spell::new(after(first), last)));
                first += sick + healthy;
            }
            if let Some((start, days, joins, decided)) = leave {
                let decided = decided.map(|(role, on)| (role, after(on)));
                builder = builder.add_leave(
                    Leave::new(after(start), after(start + days)).joining(joins, decided),
                );
            }
            for (kind, on) in events {
                let with = builder.clone().event(kind, after(on));
                if with.clone().build().is_ok() {
                    builder = with;
                }
            }
            builder.build().ok()
        },
    )
}

/// Read one after the other, so that what one case leaves behind would show in the next.
fn read(cases: &[Case], mut put: impl FnMut(&Case, &mut CaseReader)) -> Result<(), TestCaseError> {
    let mut reader = CaseReader::new();
    for case in cases {
        reader.clear();
        put(case, &mut reader);
        prop_assert_eq!(reader.case().expect("it was a case before"), case);
    }
    Ok(())
}

/// JSON with the members of every object in the opposite order.
fn backwards(json: &Value) -> String {
    match json {
        Value::Array(entries) => {
            let entries: Vec<_> = entries.iter().map(backwards).collect();
            format!("[{}]", entries.join(","))
        }
        Value::Object(members) => {
            let member =
                |(name, value): (&String, &Value)| format!("{name:?}:{}", backwards(value));
            let members: Vec<_> = members.iter().rev().map(member).collect();
            format!("{{{}}}", members.join(","))
        }
        value => value.to_string(),
    }
}

proptest! {
    #[test]
    fn a_row_of_cells_holds_a_whole_case(cases in prop::collection::vec(any_case(), 1..5)) {
        let columns = CaseColumns::new(CaseColumns::NAMES).expect("known columns");
        read(&cases, |case, reader| {
            let cells = CaseColumns::cells(case);
            columns.read(|cell| &cells[cell], reader).expect("cells");
        })?;
    }

    #[test]
    fn json_reads_the_same_both_ways(cases in prop::collection::vec(any_case(), 1..5)) {
        read(&cases, |case, reader| {
            let line = serde_json::to_string(case).expect("JSON");
            let is_usual = reader.read_quickly(&line);
            // Escapes and the length of a sanction are left to serde.
            assert_eq!(is_usual, !line.contains('\\') && !line.contains("\"weeks\""));
            if !is_usual {
                reader.clear();
                reader.deserialize(&mut serde_json::Deserializer::from_str(&line)).expect("JSON");
            }
        })?;
        read(&cases, |case, reader| {
            let line = serde_json::to_string_pretty(case).expect("JSON");
            reader.deserialize(&mut serde_json::Deserializer::from_str(&line)).expect("JSON");
        })?;
        // In another order, and with spaces.
        let in_another_order = |case: &Case| backwards(&serde_json::to_value(case).expect("JSON"));
        let with_spaces = |case: &Case| serde_json::to_string_pretty(case).expect("JSON");
        let ways: [&dyn Fn(&Case) -> String; 2] = [&in_another_order, &with_spaces];
        for way in ways {
            read(&cases, |case, reader| {
                let line = way(case);
                let is_usual = reader.read_quickly(&line);
                assert_eq!(is_usual, !line.contains('\\') && !line.contains("\"weeks\""));
                if !is_usual {
                    reader.clear();
                    reader.deserialize(&mut serde_json::Deserializer::from_str(&line)).expect("JSON");
                }
            })?;
        }
    }

    /// The short way takes nothing that serde refuses, and the same case comes out.
    #[test]
    fn the_short_way_is_never_wider(
        case in any_case(),
        at in any::<prop::sample::Index>(),
        by in select(b"\"\\{}[],: \n0-9anu\x01".as_slice()),
        cut in any::<bool>(),
    ) {
        let mut bytes = serde_json::to_vec(&case).expect("JSON");
        let at = at.index(bytes.len());
        if cut { bytes.remove(at); } else { bytes[at] = by; }
        if let Ok(line) = std::str::from_utf8(&bytes) {
            let mut reader = CaseReader::new();
            if reader.read_quickly(line) {
                let other = serde_json::from_str::<Case>(line);
                match reader.case() {
                    Ok(case) => prop_assert_eq!(&other.expect("serde takes it too"), case),
                    Err(error) => {
                        let other = other.expect_err("serde refuses it too").to_string();
                        prop_assert_eq!(other, format!("{}: {error}", error.field()));
                    }
                }
            }
        }
    }
}

fn cells(names: &[&str], row: &[&str]) -> Result<Case, String> {
    let columns = CaseColumns::new(names.iter().copied()).map_err(|error| error.to_string())?;
    let mut reader = CaseReader::new();
    columns.read(|cell| row[cell], &mut reader).map_err(|error| error.to_string())?;
    reader.case().cloned().map_err(|error| format!("{}: {error}", error.field()))
}

#[test]
fn every_detail_of_a_cell() {
    let day = |m, d| Day::new(2026, m, d);
    let case = cells(
        &["leave", "spells", "events"],
        &[
            "2026-02-02/2026-05-24 joins=no decided_by=uwv decided_on=2026-06-01 ; ",
            " 2026-01-05/2026-01-31; 2026-06-01/ counts_for_dismissal_ban=false",
            "2026-06-09 agreed-deviation duty=problem-analysis until=2026-08-01 reason=party-absent",
        ],
    );
    let wanted = Case::builder()
        .sick(day(1, 5), day(1, 31))
        .add_spell(Spell::new(day(6, 1), None).left_out_of_dismissal_ban())
        .add_leave(
            Leave::new(day(2, 2), day(5, 24)).joining(Joins::No, Some((Role::Uwv, day(6, 1)))),
        )
        .event(
            EventKind::AgreedDeviation {
                duty: Duty::PROBLEM_ANALYSIS,
                until: day(8, 1),
                reason: DeviationReason::PartyAbsent,
            },
            day(6, 9),
        )
        .build();
    assert_eq!(case, wanted.map_err(|error| error.to_string()));
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    for (name, cell, wanted) in [
        ("spells", "2026-01-05", "spells[0]: this is no period"),
        ("spells", "2026-01-05/2026-02-30", "spells[0]: this is no period"),
        ("spells", "2026-01-05/;;", "spells[1]: this is no period"),
        ("spells", "2026-01-05/ joins=yes", "spells[0]: after it only counts_for_dismissal_ban"),
        ("spells", "2026-01-05/ counts_for_dismissal_ban=maybe", "spells[0]: after it only"),
        (
            "leave",
            "2026-01-05/2026-01-09 decided_on=today",
            "leave[0].decided_on: there is no such day",
        ),
        ("first_sick_day", "5-1-2026", "first_sick_day: there is no such day"),
        ("spells", "", "spells: there is no spell"),
    ] {
        let told = match name {
            "leave" => cells(&["spells", name], &["2026-01-05/", cell]),
            _ => cells(&[name], &[cell]),
        };
        let told = told.expect_err(cell);
        assert!(told.starts_with(wanted), "{told}");
    }
    for (event, wanted) in [
        ("problem-analysis", "events[0]: this is no event"),
        ("2026-01-06", "events[0]: this is no event"),
        ("2026-01-06 weeks=3", "events[0]: this is no event"),
        ("2026-01-06 interview by=uwv by=uwv", "events[0]: after it only duty, until"),
        ("2026-01-06 wage-sanction weeks=many", "events[0]: after it only"),
        ("2026-01-06 voluntary-extension until=2028-6-30", "events[0].until: there is no such day"),
        ("2026-01-06 interview weeks=3", "events[0].weeks: event 1 (interview)"),
        ("2026-01-06 drinks", "events[0].kind: event 1 has an unknown kind: write"),
    ] {
        let told = cells(&["spells", "events"], &["2026-01-05/", event]).expect_err(event);
        assert!(told.starts_with(wanted), "{told}");
    }
    let columns = CaseColumns::new(["first_sick_day", "last_sick_day"]).expect("columns");
    let row = ["", "2026-01-09"];
    let refused = columns.read(|cell| row[cell], &mut CaseReader::new());
    assert_eq!(refused, Err(CellError::NoFirstSickDay));
}
