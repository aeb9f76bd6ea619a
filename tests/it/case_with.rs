//! A case with a fact more or less.

use crate::common::facts;
use crate::common::in_days;
use poortwachter::Day;
use poortwachter::{Case, CaseBuilder, Duty, EventKind, Remark, Spell, WithError};
use proptest::prelude::*;

fn day(month: u8, day: u8) -> Day {
    Day::new(2026, month, day)
}

fn sick() -> Case {
    Case::builder().id("A-17").sick_since(day(1, 5)).build().expect("valid")
}

#[test]
fn recovery_ends_the_spell_on_the_day_before() {
    let recovered = sick().with_recovery(day(3, 2)).expect("valid");
    assert_eq!(recovered.spells()[0].last_day(), Some(day(3, 1)));
    assert_eq!(recovered.id(), Some("A-17"));
    let again = recovered.with_recovery(day(3, 9));
    assert_eq!(again, Err(WithError::NotSick { from: day(3, 9), last_day: day(3, 1) }));
    let first_day = day(1, 5);
    let early = sick().with_recovery(first_day);
    assert_eq!(early, Err(WithError::RecoveredBeforeSick { from: first_day, first_day }));
    // A sick day of one day is one.
    assert!(sick().with_recovery(day(1, 6)).is_ok());
}

#[test]
fn a_relapse_needs_a_recovery() {
    let recovered = sick().with_recovery(day(3, 2)).expect("valid");
    let relapsed = recovered.with_relapse(day(3, 16)).expect("valid");
    assert_eq!(relapsed.spells().len(), 2);
    assert_eq!(relapsed.spells()[1].last_day(), None);
    let still = sick().with_relapse(day(3, 16));
    assert_eq!(still, Err(WithError::StillSick { from: day(3, 16), first_day: day(1, 5) }));
    let overlap = recovered.with_relapse(day(2, 16)).expect_err("before the recovery");
    assert!(
        overlap.to_string().starts_with("sick from 2026-02-16 does not fit in the case: spell 2")
    );
}

#[test]
fn one_event_more_or_less() {
    let interview = EventKind::Interview;
    let held = sick().with(interview, day(3, 2)).and_then(|case| case.with(interview, day(4, 13)));
    let held = held.expect("valid");
    let less = held.without(interview, day(3, 2)).expect("recorded");
    assert_eq!(less.events().iter().map(|event| event.on()).collect::<Vec<_>>(), [day(4, 13)]);
    let (kind, on) = ("interview", day(3, 3));
    let recorded = vec![day(3, 2), day(4, 13)];
    assert_eq!(held.without(interview, on), Err(WithError::NotRecorded { kind, on, recorded }));
    let twice = held.with(interview, day(3, 2)).expect_err("recorded on that day");
    let (on, earlier) = (day(3, 2), day(3, 2));
    assert_eq!(twice, WithError::AlreadyRecorded { kind, on, earlier });
    let claim = EventKind::Met(Duty::WIA_CLAIM);
    let (kind, on, first_sick_day) = ("wia-claim", day(1, 4), day(1, 5));
    let early = sick().with(claim, on);
    assert_eq!(early, Err(WithError::BeforeFirstSickDay { kind, on, first_sick_day }));
}

#[test]
fn leave_and_the_end_of_the_employment() {
    let leave = sick().with_leave(day(5, 4), day(8, 23)).expect("valid");
    assert_eq!(leave.leave().len(), 1);
    assert!(leave.with_leave(day(8, 1), day(9, 1)).is_err());
    let ends = sick().with_employment_end(day(6, 30)).expect("valid");
    assert_eq!(ends.employment_last_day(), Some(day(6, 30)));
    let before = sick().with_employment_end(day(1, 4)).expect_err("nobody was employed");
    assert!(before.to_string().starts_with("employment ends on 2026-01-04 does not fit"));
}

#[test]
fn the_remark_on_merged_spells_stays() {
    let merged = Case::builder().sick(day(1, 5), day(1, 9)).sick_since(day(1, 10)).build();
    let more = merged.expect("valid").with(EventKind::Interview, day(3, 2)).expect("valid");
    assert_eq!(more.remarks(), [Remark::SpellsMerged { at: day(1, 10) }]);
}

/// What was merged in a later spell is taken apart there, and nowhere else.
#[test]
fn merged_spells_come_apart_where_they_were_merged() {
    let builder = Case::builder()
        .sick(day(1, 5), day(1, 9))
        .sick(day(1, 19), day(1, 23))
        .sick(day(1, 24), day(1, 30))
        .add_spell(Spell::new(day(1, 31), Some(day(2, 6))))
        .sick_since(day(2, 16));
    let case = builder.build().expect("valid");
    let merged = [Remark::SpellsMerged { at: day(1, 24) }, Remark::SpellsMerged { at: day(1, 31) }];
    assert_eq!(case.remarks(), merged);
    assert_eq!(case.spells().len(), 3);
    let more = case.with(EventKind::Interview, day(3, 2)).expect("valid");
    assert_eq!((more.spells(), more.remarks()), (case.spells(), merged.to_vec()));
    assert_eq!(more.without(EventKind::Interview, day(3, 2)), Ok(case.clone()));
    assert_eq!(CaseBuilder::from(&case).build(), Ok(case));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn there_and_back_again(facts in facts::recorded(), on in 0_u64..900) {
        let Ok(case) = facts.case() else { return Ok(()) };
        prop_assert_eq!(CaseBuilder::from(&case).build(), Ok(case.clone()));
        let on = facts.first + in_days(on);
        if let Ok(more) = case.with(EventKind::PlanAdjusted, on) {
            prop_assert_eq!(more.without(EventKind::PlanAdjusted, on), Ok(case));
        }
    }
}
