//! What the builder refuses, in which words and at which field, and what it accepts.

use crate::common::counted_if;
use crate::common::in_days;
use poortwachter::{
    Case, CaseBuilder, CaseError, Day, DeviationReason, Duty, EventKind, InterviewRhythm, Joins,
    Leave, Remark, Role, Spell, Timeline, law,
};
use proptest::prelude::*;

/// 2026-01-05 is a Monday.
fn day(text: &str) -> Day {
    text.parse().expect("a date")
}

fn case() -> CaseBuilder {
    Case::builder()
}

fn sick() -> CaseBuilder {
    case().sick_since(day("2026-01-05"))
}

#[track_caller]
fn refused(builder: CaseBuilder, field: &str, message: &str) {
    let error = builder.build().expect_err("it must be refused");
    assert_eq!(error.to_string(), message);
    assert_eq!(error.field(), field);
}

#[track_caller]
fn accepted(builder: CaseBuilder) -> Case {
    builder.build().unwrap_or_else(|error| panic!("{}: {error}", error.field()))
}

// ---- Spells -------------------------------------------------------------------------------------

#[test]
fn no_spell() {
    let message = "there is no spell: record the first day of incapacity";
    refused(case(), "spells", message);
    refused(case().leave(day("2026-01-05"), day("2026-04-26")), "spells", message);
}

#[test]
fn no_counted_day() {
    refused(
        case()
            .sick(day("2026-01-05"), day("2026-03-01"))
            .leave(day("2026-01-05"), day("2026-02-01"))
            .leave(day("2026-02-02"), day("2026-04-26")),
        "leave",
        "every sick day lies in leave, so that none counts: check the last day of leave 2026-04-26",
    );
    accepted(
        case()
            .sick(day("2026-01-05"), day("2026-03-01"))
            .leave(day("2026-01-06"), day("2026-04-26")),
    );
}

#[test]
fn before_the_law() {
    refused(
        case().sick(day("2003-12-31"), day("2004-02-01")).sick_since(day("2004-06-01")),
        "spells[0].first_day",
        "spell 1 starts on 2003-12-31, before 2004-01-01: until then wages ran for 52 weeks and \
         the WIA did not apply, so that this law does not fit",
    );
    accepted(case().sick_since(day("2004-01-01")));
}

#[test]
fn too_late() {
    refused(
        case().sick(day("2199-01-01"), day("2199-02-01")).sick_since(day("2200-01-01")),
        "spells[1].first_day",
        "spell 2 starts on 2200-01-01, after 2199-12-31: check the year",
    );
    accepted(case().sick_since(day("2199-12-31")));
}

#[test]
fn a_spell_ends_before_it_starts() {
    refused(
        case().sick(day("2026-01-05"), day("2026-01-04")),
        "spells[0].last_day",
        "spell 1 ends on 2026-01-04, before it starts on 2026-01-05: the last day is the last sick \
         day, not the first healthy one",
    );
    accepted(case().sick(day("2026-01-05"), day("2026-01-05")));
}

#[test]
fn spells_overlap() {
    refused(
        case()
            .sick(day("2026-01-05"), day("2026-01-09"))
            .sick(day("2026-02-01"), day("2026-03-10"))
            .sick_since(day("2026-03-10")),
        "spells[2].first_day",
        "spell 3 starts on 2026-03-10, before spell 2 ends on 2026-03-10: order the spells and \
         correct one of the two days",
    );
    // Out of order is the same mistake.
    refused(
        case()
            .sick(day("2026-03-01"), day("2026-03-10"))
            .sick(day("2026-01-05"), day("2026-01-09")),
        "spells[1].first_day",
        "spell 2 starts on 2026-01-05, before spell 1 ends on 2026-03-10: order the spells and \
         correct one of the two days",
    );
}

#[test]
fn a_spell_after_an_open_spell() {
    let message = "spell 2 starts on 2026-03-01, but spell 1 that started on 2026-01-05 has no last \
                   day: record when it ended";
    refused(sick().sick_since(day("2026-03-01")), "spells[0].last_day", message);
    refused(sick().sick(day("2026-03-01"), day("2026-03-02")), "spells[0].last_day", message);
    // The open spell is named by its own first day, also when it was merged with an earlier one.
    refused(
        case()
            .sick(day("2026-01-05"), day("2026-01-09"))
            .sick_since(day("2026-01-10"))
            .sick_since(day("2026-03-01")),
        "spells[1].last_day",
        "spell 3 starts on 2026-03-01, but spell 2 that started on 2026-01-10 has no last day: \
         record when it ended",
    );
}

#[test]
fn adjoining_spells_contradict() {
    let spells = |second: &str, counts| {
        case()
            .add_spell(Spell::new(day("2026-01-05"), Some(day("2026-01-09"))))
            .add_spell(counted_if(counts, Spell::new(day(second), None)))
    };
    refused(
        spells("2026-01-10", false),
        "spells[1].first_day",
        "spell 2 starts on 2026-01-10, the day after the one before it ended, so that they are one \
         spell; but only one of them counts for the dismissal ban: record a recovered day or the \
         same answer for both",
    );
    accepted(spells("2026-01-11", false));
    accepted(spells("2026-01-10", true));
}

#[test]
fn sick_after_the_employment() {
    refused(
        case()
            .sick(day("2026-01-05"), day("2026-01-09"))
            .sick_since(day("2026-02-01"))
            .employment_last_day(day("2026-01-31")),
        "spells[1].first_day",
        "spell 2 starts on 2026-02-01, after the employment ended on 2026-01-31: without an \
         employer this regime does not apply",
    );
    accepted(sick().employment_last_day(day("2026-01-05")));
    // Merged spells keep their numbers.
    refused(
        case()
            .sick(day("2026-01-05"), day("2026-01-09"))
            .sick(day("2026-01-10"), day("2026-01-12"))
            .sick_since(day("2026-02-01"))
            .employment_last_day(day("2026-01-31")),
        "spells[2].first_day",
        "spell 3 starts on 2026-02-01, after the employment ended on 2026-01-31: without an \
         employer this regime does not apply",
    );
    // Leave that separates begins a new case inside a spell.
    let separated = |employment: &str| {
        sick()
            .add_leave(Leave::new(day("2026-03-02"), day("2026-06-21")).joining(Joins::No, None))
            .employment_last_day(day(employment))
    };
    refused(
        separated("2026-06-21"),
        "spells[0].first_day",
        "spell 1 starts on 2026-06-22, after the employment ended on 2026-06-21: without an \
         employer this regime does not apply",
    );
    accepted(separated("2026-06-22"));
}

#[test]
fn adjoining_spells_are_merged_and_remarked() {
    let case = accepted(
        case()
            .sick(day("2026-01-05"), day("2026-01-09"))
            .sick(day("2026-01-10"), day("2026-01-12"))
            .sick(day("2026-01-13"), day("2026-01-20"))
            .sick(day("2026-01-22"), day("2026-01-23")),
    );
    let spells: Vec<_> = case.spells().iter().map(|s| (s.first_day(), s.last_day())).collect();
    assert_eq!(
        spells,
        [
            (day("2026-01-05"), Some(day("2026-01-20"))),
            (day("2026-01-22"), Some(day("2026-01-23"))),
        ]
    );
    assert_eq!(
        case.remarks(),
        [
            Remark::SpellsMerged { at: day("2026-01-10") },
            Remark::SpellsMerged { at: day("2026-01-13") },
        ]
    );
    let open = accepted(
        Case::builder().sick(day("2026-01-05"), day("2026-01-09")).sick_since(day("2026-01-10")),
    );
    assert_eq!(open.spells().len(), 1);
    assert_eq!(open.spells()[0].last_day(), None);
}

// ---- Leave --------------------------------------------------------------------------------------

#[test]
fn leave_ends_before_it_starts() {
    refused(
        sick()
            .leave(day("2026-03-01"), day("2026-03-02"))
            .leave(day("2026-02-02"), day("2026-02-01")),
        "leave[1].last_day",
        "leave 2 ends on 2026-02-01, before it starts on 2026-02-02",
    );
}

#[test]
fn leave_overlaps() {
    refused(
        sick()
            .leave(day("2026-02-01"), day("2026-03-01"))
            .leave(day("2026-03-01"), day("2026-03-02")),
        "leave[1].first_day",
        "leave 2 starts on 2026-03-01, before leave 1 ends on 2026-03-01: correct one of the two \
         days",
    );
    // In any order: the one that starts later is named, by its number in the input.
    refused(
        sick()
            .leave(day("2026-03-01"), day("2026-03-02"))
            .leave(day("2026-02-01"), day("2026-03-01")),
        "leave[0].first_day",
        "leave 1 starts on 2026-03-01, before leave 2 ends on 2026-03-01: correct one of the two \
         days",
    );
    accepted(
        sick()
            .leave(day("2026-03-01"), day("2026-03-02"))
            .leave(day("2026-02-01"), day("2026-02-28")),
    );
}

#[test]
fn leave_may_lie_inside_beside_and_between_spells() {
    let leave = (day("2026-03-02"), day("2026-06-21"));
    for spells in [
        // Inside a spell that was not closed, and one that was.
        vec![("2026-01-05", None)],
        vec![("2026-01-05", Some("2026-08-31"))],
        // Beside: before all of it, adjoining, overlapping, after.
        vec![("2026-06-22", None)],
        vec![("2026-06-01", None)],
        vec![("2026-01-05", Some("2026-03-01"))],
        vec![("2026-01-05", Some("2026-03-10"))],
        vec![("2026-01-05", Some("2026-02-01"))],
        // Between, adjoining on both sides or on none.
        vec![("2026-01-05", Some("2026-03-01")), ("2026-06-22", None)],
        vec![("2026-01-05", Some("2026-02-15")), ("2026-06-30", None)],
    ] {
        for (joins, decided) in [
            (Joins::Yes, None),
            (Joins::Unknown, None),
            (Joins::No, None),
            (Joins::No, Some((Role::Uwv, day("2026-06-22")))),
        ] {
            let builder = spells.iter().fold(case(), |builder, (first, last)| {
                builder.add_spell(Spell::new(day(first), last.map(day)))
            });
            let case =
                accepted(builder.add_leave(Leave::new(leave.0, leave.1).joining(joins, decided)));
            assert_eq!(case.leave().len(), 1);
            assert_eq!(case.leave()[0].joins(), joins);
            // It matters only where the sickness goes on directly after the leave.
            let lasts = |day: Day| {
                spells.iter().any(|(first, last)| {
                    self::day(first) <= day && last.is_none_or(|last| day <= self::day(last))
                })
            };
            let matters = lasts(leave.0 - 1) && lasts(leave.1 + 1);
            let expected = match (joins, decided) {
                (Joins::Unknown, _) if matters => {
                    vec![Remark::JoiningPresumed { leave: leave.0 }]
                }
                (Joins::No, None) => vec![Remark::SeparationWithoutDecision { leave: leave.0 }],
                _ => vec![],
            };
            assert_eq!(case.remarks(), expected);
        }
    }
}

// ---- Days that cannot be meant --------------------------------------------------------------------

#[test]
fn implausible() {
    let (early, late) = (day("1899-12-31"), day("2300-01-01"));
    let deviation = |until: Day| EventKind::AgreedDeviation {
        duty: Duty::PLAN_OF_ACTION,
        until,
        reason: DeviationReason::PartyAbsent,
    };
    let on = day("2026-02-02");
    let decided = |on| Some((Role::Uwv, on));
    for (field, build) in [
        ("spells[0].first_day", &|d| case().sick_since(d)),
        ("spells[0].last_day", &|d| case().sick(day("2026-01-05"), d)),
        ("leave[0].first_day", &|d| sick().leave(d, day("2026-02-02"))),
        ("leave[0].last_day", &|d| sick().leave(day("2026-02-02"), d)),
        ("leave[0].decided_on", &|d| {
            sick().add_leave(Leave::new(on, on).joining(Joins::No, decided(d)))
        }),
        ("events[1].on", &|d| sick().met(Duty::PLAN_OF_ACTION, on).event(EventKind::Interview, d)),
        ("events[0].until", &|d| sick().event(deviation(d), on)),
        ("events[0].until", &|d| sick().event(EventKind::VoluntaryExtension { until: d }, on)),
        ("state_pension_day", &|d| sick().state_pension_day(d)),
        ("employment_last_day", &|d| sick().employment_last_day(d)),
    ] as [(&str, &dyn Fn(Day) -> CaseBuilder); 10]
    {
        for date in [early, late] {
            let message = format!("{date} is outside 1900-01-01 to 2299-12-31: check the year");
            refused(build(date), field, &message);
        }
        for edge in [day("1900-01-01"), day("2299-12-31")] {
            if let Err(error) = build(edge).build() {
                assert!(!matches!(error, CaseError::Implausible { .. }), "{edge}: {error}");
            }
        }
    }
}

// ---- Events -------------------------------------------------------------------------------------

#[test]
fn an_event_before_the_first_sick_day() {
    refused(
        sick()
            .event(EventKind::Interview, day("2026-01-05"))
            .event(EventKind::NoPossibilities, day("2026-01-04")),
        "events[1].on",
        "event 2 (no-possibilities) is on 2026-01-04, before the first sick day 2026-01-05",
    );
    // The first day that counts: leave at the beginning does not.
    refused(
        sick()
            .leave(day("2026-01-05"), day("2026-01-11"))
            .met(Duty::SICKNESS_REPORT, day("2026-01-11")),
        "events[0].on",
        "event 1 (sickness-report-occupational-health) is on 2026-01-11, before the first sick day \
         2026-01-12",
    );
}

/// What happens once in a case, and what may be recorded again.
#[test]
fn what_happens_once() {
    let (first, second) = (day("2026-02-02"), day("2026-03-02"));
    let deviation = |duty| EventKind::AgreedDeviation {
        duty,
        until: day("2026-04-01"),
        reason: DeviationReason::PartyAbsent,
    };
    let repeats = [
        Duty::PROGRESS_INTERVIEW,
        Duty::REPAIR_DECISION,
        Duty::RECALIBRATION,
        Duty::LEAVE_FOLLOW_ON_FORM,
        Duty::WIA_DECISION,
        Duty::PLAN_ADJUSTMENT,
        Duty::REPORT_SUPPLEMENT,
        Duty::REPORT_COMPLETION,
        Duty::RECOVERY_REPORT,
        Duty::DECISION_ON_OBJECTION,
    ];
    let met = law::duties().filter(|duty| !repeats.contains(duty)).map(EventKind::Met);
    let once = [
        EventKind::LongAbsenceForeseen,
        deviation(Duty::PROBLEM_ANALYSIS),
        EventKind::WiaNoticeReceived,
        EventKind::OutsideExpertAsked,
        EventKind::EarlyIvaClaim,
        EventKind::AssessedAble,
        EventKind::WageSanction { weeks: None },
        EventKind::RepairEstablished,
        EventKind::WiaGranted,
        EventKind::EarlyIvaRefused,
        EventKind::Deceased,
    ];
    for kind in met.chain(once) {
        refused(
            sick().event(kind, first).event(kind, second),
            "events[1].on",
            &format!(
                "event 2 ({}) on 2026-03-02 was recorded before, on 2026-02-02: it happens once in \
                 a case, keep the right one",
                kind.id()
            ),
        );
    }
    for kind in [
        EventKind::Interview,
        EventKind::Met(Duty::PROGRESS_INTERVIEW),
        EventKind::OwnEmployerPerspective,
        EventKind::Met(Duty::RECALIBRATION),
        EventKind::Met(Duty::LEAVE_FOLLOW_ON_FORM),
        EventKind::VoluntaryExtension { until: day("2028-06-30") },
        EventKind::ExtensionShortened { until: day("2028-06-30") },
        EventKind::RepairNotified,
        EventKind::RepairRefused,
    ] {
        let case = accepted(sick().event(kind, first).event(kind, second));
        assert_eq!(case.events().len(), 2, "{}", kind.id());
    }
    // One deviation per duty.
    accepted(
        sick()
            .event(deviation(Duty::PROBLEM_ANALYSIS), first)
            .event(deviation(Duty::PLAN_OF_ACTION), first),
    );
}

#[test]
fn a_progress_interview_is_an_interview() {
    let case = accepted(sick().met(Duty::PROGRESS_INTERVIEW, day("2026-04-01")));
    assert_eq!(case.events()[0].kind(), EventKind::Interview);
    assert_eq!(case, accepted(sick().event(EventKind::Interview, day("2026-04-01"))));
}

#[test]
fn once_in_a_case_but_again_in_a_new_case() {
    let relapse = |first: &str| {
        case()
            .sick(day("2026-01-05"), day("2026-06-30"))
            .sick_since(day(first))
            .met(Duty::PROBLEM_ANALYSIS, day("2026-02-10"))
            .met(Duty::PROBLEM_ANALYSIS, day("2026-09-10"))
    };
    // 28 recovered days: a new case. 27: the same one.
    accepted(relapse("2026-07-29"));
    refused(
        relapse("2026-07-28"),
        "events[1].on",
        "event 2 (problem-analysis) on 2026-09-10 was recorded before, on 2026-02-10: it happens \
         once in a case, keep the right one",
    );
    // In the days between, the first case still goes on.
    refused(
        relapse("2026-07-29").met(Duty::PROBLEM_ANALYSIS, day("2026-07-28")),
        "events[2].on",
        "event 3 (problem-analysis) on 2026-07-28 was recorded before, on 2026-02-10: it happens \
         once in a case, keep the right one",
    );
    // Leave that separates makes a new case too.
    let after_leave = |joins| {
        sick()
            .add_leave(Leave::new(day("2026-03-02"), day("2026-06-21")).joining(joins, None))
            .met(Duty::PROBLEM_ANALYSIS, day("2026-02-10"))
            .met(Duty::PROBLEM_ANALYSIS, day("2026-07-10"))
    };
    accepted(after_leave(Joins::No));
    assert!(after_leave(Joins::Yes).build().is_err());
    assert!(after_leave(Joins::Unknown).build().is_err());
}

#[test]
fn a_repair_decision_without_its_outcome() {
    refused(
        sick().met(Duty::REPAIR_DECISION, day("2028-03-01")),
        "events[0].kind",
        "event 1 (repair-decision) on 2028-03-01 has no outcome (use repair-established or \
         repair-refused): record it",
    );
}

#[test]
fn no_deviation_from_an_act() {
    let deviate = |duty| {
        sick().event(
            EventKind::AgreedDeviation {
                duty,
                until: day("2028-03-01"),
                reason: DeviationReason::OtherRecordedInFile,
            },
            day("2026-02-02"),
        )
    };
    for duty in law::duties() {
        // "Tijdig" and "periodiek", the words for the report to the physician and for the progress
        // interviews, are no terms: their days are practice, and nothing deviates from a practice.
        let of_art_4 = ["plan-of-action", "plan-adjustment", "first-year-evaluation"];
        if duty.id() == "problem-analysis" || of_art_4.contains(&duty.id()) {
            accepted(deviate(duty));
            continue;
        }
        refused(
            deviate(duty),
            "events[0].duty",
            &format!(
                "event 1 on 2026-02-02 deviates from the term of {}: only the terms of art. 2 and \
                 4 of the Regeling procesgang can be deviated from (art. 5), not those of an act",
                duty.id()
            ),
        );
    }
}

#[test]
fn the_length_of_a_sanction() {
    let sanction = |weeks| sick().event(EventKind::WageSanction { weeks }, day("2027-11-01"));
    for weeks in [0, 53, 255] {
        refused(
            sanction(Some(weeks)),
            "events[0].weeks",
            "event 1 on 2027-11-01 is a wage sanction of an impossible length: it lasts 1 to 52 \
             weeks (WIA art. 25(9))",
        );
    }
    for weeks in [Some(1), Some(52), None] {
        accepted(sanction(weeks));
    }
}

#[test]
fn an_extension_that_ends_before_itself() {
    let extension = |until: &str| {
        sick().event(EventKind::VoluntaryExtension { until: day(until) }, day("2027-11-01"))
    };
    refused(
        extension("2027-10-31"),
        "events[0].until",
        "event 1 (voluntary-extension) on 2027-11-01 runs until 2027-10-31, which lies before it",
    );
    accepted(extension("2027-11-01"));
}

/// An agreed day may lie before the agreement was recorded, but a day that cannot be reached from a
/// number is refused like every other implausible one.
#[test]
fn numbers_outside_the_calendar_are_implausible() {
    for number in [i32::MIN, i32::MAX] {
        let until = Day::from_number(number);
        let error = sick()
            .event(EventKind::VoluntaryExtension { until }, day("2027-11-01"))
            .build()
            .expect_err("refused");
        assert_eq!(error.field(), "events[0].until");
        assert!(matches!(error, CaseError::Implausible { .. }), "{error}");
    }
}

// ---- The case itself ------------------------------------------------------------------------------

#[test]
fn debug_shows_no_identifier() {
    let case = accepted(sick().id("123456782-janssen"));
    assert_eq!(case.id(), Some("123456782-janssen"));
    for shown in [format!("{case:?}"), format!("{case:#?}")] {
        assert!(!shown.contains("janssen") && !shown.contains("123456782"), "{shown}");
        assert!(shown.contains("spells"), "{shown}");
    }
}

/// The builder, the timeline and the view hold the same facts.
#[test]
fn debug_of_what_holds_a_case_shows_no_identifier() {
    let builder = sick().id("123456782-janssen");
    let case = accepted(builder.clone());
    let timeline = Timeline::new(&case);
    let view = timeline.view(day("2026-02-02"));
    for shown in [format!("{builder:?}"), format!("{timeline:?}"), format!("{view:?}")] {
        assert!(!shown.contains("janssen"), "{shown}");
    }
}

#[test]
fn the_order_of_events_and_leave_means_nothing() {
    let events = [
        (EventKind::Met(Duty::PROBLEM_ANALYSIS), day("2026-02-10")),
        (EventKind::Met(Duty::PLAN_OF_ACTION), day("2026-02-20")),
        (EventKind::Interview, day("2026-04-01")),
        (EventKind::Interview, day("2026-03-01")),
        (EventKind::OwnEmployerPerspective, day("2026-04-01")),
    ];
    let leave = [(day("2026-05-01"), day("2026-05-31")), (day("2026-07-01"), day("2026-07-31"))];
    let build = |order: &[usize], reversed: bool| {
        let mut builder = sick();
        for index in order {
            builder = builder.event(events[*index].0, events[*index].1);
        }
        for index in if reversed { [1, 0] } else { [0, 1] } {
            builder = builder.leave(leave[index].0, leave[index].1);
        }
        accepted(builder)
    };
    let case = build(&[0, 1, 2, 3, 4], false);
    for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [3, 4, 0, 2, 1]] {
        assert_eq!(build(&order, true), case);
    }
    assert!(case.events().is_sorted_by_key(|event| event.on()));
}

// ---- Anything at all ------------------------------------------------------------------------------

/// Every date that chrono knows, with the plausible ones and the edges drawn often.
fn any_date() -> impl Strategy<Value = Day> {
    let all = Day::MIN.days_since(day("1970-01-01"))..=Day::MAX.days_since(day("1970-01-01"));
    prop_oneof![
        8 => (0u64..2000).prop_map(|days| day("2024-01-01") + in_days(days)),
        3 => (0u64..146_000).prop_map(|days| day("1900-01-01") + in_days(days)),
        1 => all.prop_map(Day::from_number),
        1 => prop::sample::select(vec![
            Day::MIN,
            Day::MAX,
            day("1899-12-31"),
            day("1900-01-01"),
            day("2003-12-31"),
            day("2004-01-01"),
            day("2024-02-29"),
            day("2199-12-31"),
            day("2200-01-01"),
            day("2299-12-31"),
            day("2300-01-01"),
        ]),
    ]
}

fn any_event() -> impl Strategy<Value = EventKind> {
    let duties: Vec<Duty> = law::duties().collect();
    let duty = || prop::sample::select(duties.clone());
    prop_oneof![
        4 => duty().prop_map(EventKind::Met),
        3 => prop::sample::select(vec![
            EventKind::Interview,
            EventKind::LongAbsenceForeseen,
            EventKind::NoPossibilities,
            EventKind::OwnEmployerPerspective,
            EventKind::WiaNoticeReceived,
            EventKind::OutsideExpertAsked,
            EventKind::EarlyIvaClaim,
            EventKind::EarlyIvaRefused,
            EventKind::RepairNotified,
            EventKind::RepairRefused,
            EventKind::RepairEstablished,
            EventKind::WiaGranted,
            EventKind::Deceased,
        ]),
        1 => (duty(), any_date(), prop::sample::select(DeviationReason::ALL)).prop_map(
            |(duty, until, reason)| EventKind::AgreedDeviation {
                duty,
                until,
                reason,
            }
        ),
        1 => any_date().prop_map(|until| EventKind::VoluntaryExtension { until }),
        1 => any::<i32>()
            .prop_map(|number| EventKind::VoluntaryExtension { until: Day::from_number(number) }),
        1 => any::<Option<u8>>().prop_map(|weeks| EventKind::WageSanction { weeks }),
    ]
}

/// First and last day, whether it joins, and who decided that and when.
type LeaveFacts = (Day, Day, Joins, Option<(Role, Day)>);

fn any_leave() -> impl Strategy<Value = LeaveFacts> {
    let decided = prop::option::of((prop::sample::select(Role::ALL), any_date()));
    (any_date(), any_date(), prop::sample::select(Joins::ALL), decided)
}

/// Whatever somebody may type: most of it is refused.
fn anything() -> impl Strategy<Value = CaseBuilder> {
    let spells =
        prop::collection::vec((any_date(), prop::option::of(any_date()), any::<bool>()), 0..4);
    let leave = prop::collection::vec(any_leave(), 0..3);
    let events = prop::collection::vec((any_event(), any_date()), 0..6);
    let contract = (prop::option::of(any_date()), prop::option::of(any_date()), any::<bool>());
    (spells, leave, events, contract).prop_map(
        |(spells, leave, events, (pension, employment, grid))| {
            let mut builder = Case::builder();
            for (first, last, counts) in spells {
                builder = builder.add_spell(counted_if(counts, Spell::new(first, last)));
            }
            finish(builder, leave, events, pension, employment, grid)
        },
    )
}

/// Facts in an order that can be true: most of it is accepted.
fn plausible() -> impl Strategy<Value = CaseBuilder> {
    let first = prop_oneof![
        6 => (0u64..8400).prop_map(|days| day("2004-01-01") + in_days(days)),
        1 => (0u64..71_000).prop_map(|days| day("2004-01-01") + in_days(days)),
        1 => prop::sample::select(vec![
            day("2004-01-01"), day("2024-02-29"), day("2199-12-31"),
        ]),
    ];
    let lengths = prop::collection::vec((0u64..500, 2u64..60, any::<bool>()), 1..5);
    let leave = prop::collection::vec(
        (
            0u64..900,
            0u64..120,
            prop::sample::select(Joins::ALL),
            prop::option::of((prop::sample::select(Role::ALL), 0u64..900)),
        ),
        0..3,
    );
    let events = prop::collection::vec((any_event(), 0u64..1300), 0..8);
    let contract = (
        prop::option::of(0i64..1300),
        prop::option::of(400u64..1300),
        any::<bool>(),
        any::<bool>(),
    );
    (first, lengths, leave, events, contract).prop_map(
        |(first, lengths, leave, events, (pension, employment, grid, open))| {
            let mut builder = Case::builder();
            let mut next = first;
            for (number, (length, gap, counts)) in lengths.iter().enumerate() {
                let last = next + in_days(*length);
                let is_open = open && number + 1 == lengths.len();
                builder = builder
                    .add_spell(counted_if(*counts, Spell::new(next, (!is_open).then_some(last))));
                next = last + in_days(*gap);
            }
            let mut begin = first;
            let leave = leave
                .into_iter()
                .map(|(after, length, joins, decided)| {
                    let from = begin + in_days(after);
                    let through = from + in_days(length);
                    begin = through + 1;
                    (from, through, joins, decided.map(|(role, on)| (role, first + in_days(on))))
                })
                .collect();
            let events = events
                .into_iter()
                .map(|(kind, after)| {
                    let on = first + in_days(after);
                    let kind = match kind {
                        EventKind::VoluntaryExtension { .. } => {
                            EventKind::VoluntaryExtension { until: (on + 200) }
                        }
                        EventKind::AgreedDeviation { duty, reason, .. } => {
                            let until = on + 30;
                            EventKind::AgreedDeviation { duty, until, reason }
                        }
                        EventKind::WageSanction { weeks } => {
                            EventKind::WageSanction { weeks: weeks.map(|weeks| weeks % 52 + 1) }
                        }
                        other => other,
                    };
                    (kind, on)
                })
                .collect();
            let pension = pension.map(|days| Day::from_number(first.number() + days as i32 - 300));
            let employment = employment.map(|days| next + in_days(days));
            finish(builder, leave, events, pension, employment, grid)
        },
    )
}

fn finish(
    mut builder: CaseBuilder,
    leave: Vec<LeaveFacts>,
    events: Vec<(EventKind, Day)>,
    pension: Option<Day>,
    employment: Option<Day>,
    grid: bool,
) -> CaseBuilder {
    for (first, last, joins, decided) in leave {
        builder = builder.add_leave(Leave::new(first, last).joining(joins, decided));
    }
    for (kind, on) in events {
        builder = builder.event(kind, on);
    }
    if let Some(day) = pension {
        builder = builder.state_pension_day(day);
    }
    if let Some(day) = employment {
        builder = builder.employment_last_day(day);
    }
    if grid {
        builder = builder.interviews(InterviewRhythm::FixedGrid);
    }
    builder
}

/// Looks at everything that a case answers.
fn ask_everything(case: &Case, on: Day) {
    let timeline = Timeline::new(case);
    let view = timeline.view(on);
    let _ = (view.counted_day(), view.week(), view.next().is_some());
    for obligation in timeline.obligations() {
        let _ = view.status(obligation);
    }
    let _ = timeline.between(on, Day::MAX).count();
    let _ = timeline.next(on);
    let _ = case.remarks();
}

/// What a refusal must always hold, so that somebody can mend the input.
fn is_helpful(error: &CaseError) -> Result<(), TestCaseError> {
    let (field, message) = (error.field(), error.to_string());
    prop_assert!(!field.is_empty() && !message.is_empty());
    prop_assert!(!message.contains("[0]") || message.starts_with(&field), "{}", message);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn nothing_that_is_typed_panics(builder in anything(), on in any_date()) {
        match builder.build() {
            Ok(case) => ask_everything(&case, on),
            Err(error) => is_helpful(&error)?,
        }
    }

    #[test]
    fn what_is_accepted_has_an_answer(builder in plausible(), on in any_date()) {
        match builder.build() {
            Ok(case) => ask_everything(&case, on),
            Err(error) => is_helpful(&error)?,
        }
    }
}

/// The second property would hold of a strategy that builds nothing acceptable too.
#[test]
fn most_of_what_is_plausible_is_accepted() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let strategy = plausible();
    let built =
        (0..1000).map(|_| strategy.new_tree(&mut runner).expect("a value").current().build());
    let accepted = built.filter(Result::is_ok).count();
    assert!(accepted >= 250, "only {accepted} of 1000 accepted");
}
