//! The pictures: no text overlaps another or leaves the picture, whatever the case.

use crate::common::facts::recorded;
use crate::common::goldens::goldens;
use crate::common::in_days;
use crate::common::kept::assert_kept;
use crate::common::svg_text::faults;
use poortwachter::Day;
use poortwachter::export::svg::{self, Options};
use poortwachter::wire::CaseForm;
use poortwachter::{Case, Duty, Lang, Timeline, law};
use proptest::prelude::*;

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

/// The picture in both languages, with and without policy and practice.
fn pictures(case: &Case, on: Day, width: u16) -> Vec<String> {
    let timeline = Timeline::new(case);
    let view = timeline.view(on);
    let options = [Lang::Nl, Lang::En].map(|lang| Options::new(lang).width(width));
    options
        .into_iter()
        .flat_map(|options| [options.clone(), options.statutory_only().with_case_id()])
        .map(|options| svg::case_timeline(&view, &options))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        max_global_rejects: 20_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_text_overlaps_another_in_random_cases(
        recorded in recorded(),
        on in 0_u64..1_600,
        width in prop_oneof![3 => Just(900_u16), 1 => 840_u16..2_000],
    ) {
        let Ok(case) = recorded.case() else { return Err(TestCaseError::reject("not valid")) };
        for picture in pictures(&case, recorded.first + in_days(on), width) {
            prop_assert_eq!(faults(&picture), Vec::<String>::new());
        }
    }

    #[test]
    fn no_text_overlaps_another_in_random_portfolios(
        due in prop::collection::vec(
            (0_u64..400, 0_usize..40, prop_oneof![1_u32..30, 1_u32..2_000, Just(u32::MAX)]),
            0..200,
        ),
        on in 0_u64..20_000,
        weeks in 1_u8..40,
        width in prop_oneof![3 => Just(900_u16), 1 => 840_u16..2_000],
    ) {
        let duties: Vec<Duty> = law::duties().collect();
        let on = day(2004, 1, 1) + in_days(on);
        let due: Vec<_> = due
            .into_iter()
            .map(|(days, duty, count)| {
                (on + in_days(days) - 90, duties[duty % duties.len()], count)
            })
            .collect();
        for lang in [Lang::Nl, Lang::En] {
            let picture = svg::portfolio(due.clone(), on, weeks, &Options::new(lang).width(width));
            prop_assert_eq!(faults(&picture), Vec::<String>::new());
        }
    }
}

/// Every regime, sanction, leave and age, from the first day to long after the end.
#[test]
fn no_text_overlaps_another_in_the_golden_cases() {
    let goldens = goldens();
    assert!(goldens.len() >= 160);
    for golden in goldens {
        let first = golden.case.spells()[0].first_day();
        for days in [0, 30, 290, 700, 900, 3_000] {
            for picture in pictures(&golden.case, first + in_days(days), 900) {
                assert_eq!(faults(&picture), [""; 0], "{} after {days} days", golden.name);
            }
        }
    }
}

fn case(path: &str) -> Case {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a readable file");
    let form: CaseForm = serde_json::from_str(&text).expect("a case");
    Case::try_from(form).expect("a valid case")
}

#[test]
fn the_picture_in_the_documentation_is_that_of_now() {
    let timeline = Timeline::new(&case("examples/case.json"));
    let view = timeline.view(day(2026, 10, 14));
    let picture = svg::case_timeline(&view, &Options::new(Lang::En));
    assert_kept("docs/timeline.svg", &picture);
}

#[test]
fn the_dutch_picture_of_an_interrupted_case_is_that_of_now() {
    let timeline = Timeline::new(&case("examples/case_interrupted.json"));
    let view = timeline.view(day(2023, 3, 1));
    let picture = svg::case_timeline(&view, &Options::new(Lang::Nl));
    assert_kept("tests/data/case_interrupted.svg", &picture);
}

fn plain() -> Timeline {
    let case = Case::builder().id("A<&>\"'\u{7}-1").sick_since(day(2026, 1, 5));
    Timeline::new(&case.build().expect("valid"))
}

#[test]
fn the_identifier_stands_in_it_only_when_asked() {
    let timeline = plain();
    let view = timeline.view(day(2026, 3, 1));
    let without = svg::case_timeline(&view, &Options::new(Lang::En));
    assert!(!without.contains("A&lt;"));
    let with = svg::case_timeline(&view, &Options::new(Lang::En).with_case_id());
    assert_eq!(faults(&with), [""; 0]);
    let document = roxmltree::Document::parse(&with).expect("well-formed");
    let title = document.descendants().find(|node| node.has_tag_name("title"));
    assert_eq!(
        title.and_then(|node| node.text()),
        Some("Sick-leave timeline A<&>\"' -1 · 1 Mar 2026")
    );
}

/// Some characters may not stand in XML, and some turn the direction of what follows.
#[test]
fn an_identifier_of_any_characters_gives_a_picture_that_can_be_read() {
    for hidden in
        ['\u{0}', '\u{b}', '\u{7f}', '\u{85}', '\u{2028}', '\u{202e}', '\u{fffe}', '\u{ffff}']
    {
        let case = Case::builder().id(format!("A{hidden}]]>&lt;-1")).sick_since(day(2026, 1, 5));
        let timeline = Timeline::new(&case.build().expect("valid"));
        let options = Options::new(Lang::En).with_case_id();
        let picture = svg::case_timeline(&timeline.view(day(2026, 3, 1)), &options);
        assert!(!picture.contains(hidden), "{hidden:?}");
        let document = roxmltree::Document::parse(&picture).expect("well-formed");
        let title = document.descendants().find(|node| node.has_tag_name("title"));
        let expected = "Sick-leave timeline A ]]>&lt;-1 · 1 Mar 2026";
        assert_eq!(title.and_then(|node| node.text()), Some(expected), "{hidden:?}");
    }
}

#[test]
fn pictures_in_one_page_have_names_of_their_own() {
    let timeline = plain();
    let name = |picture: &str| {
        let document = roxmltree::Document::parse(picture).expect("well-formed");
        document.root_element().attribute("id").expect("a name").to_string()
    };
    let english = Options::new(Lang::En);
    let draw = |on, options: &Options| name(&svg::case_timeline(&timeline.view(on), options));
    assert_eq!(draw(day(2026, 3, 1), &english), draw(day(2026, 3, 1), &english));
    assert_ne!(draw(day(2026, 3, 1), &english), draw(day(2026, 3, 2), &english));
    let keyed = Options::new(Lang::En).key("a b\"<1>");
    assert_eq!(draw(day(2026, 3, 1), &keyed), "pw-ab1");
}

/// A reader of the picture must see that no statute names the day.
#[test]
fn policy_and_practice_are_never_drawn_as_statute() {
    let timeline = plain();
    let picture = svg::case_timeline(&timeline.view(day(2026, 3, 1)), &Options::new(Lang::En));
    let document = roxmltree::Document::parse(&picture).expect("well-formed");
    let mut seen = 0;
    for group in document.descendants().filter(|node| node.has_tag_name("g")) {
        let words: Vec<&str> = group.descendants().filter_map(|node| node.text()).collect();
        let is_soft =
            words.iter().any(|words| words.contains("practice,") || words.contains("policy,"));
        let classes: Vec<&str> =
            group.descendants().filter_map(|node| node.attribute("class")).collect();
        if is_soft {
            seen += 1;
            let solid = ["bar", "planned", "unopened", "period"];
            assert!(!classes.iter().any(|class| solid.contains(class)), "{words:?}");
        }
    }
    assert_eq!(seen, 6, "IVA, report, interviews, second track, opinion, final evaluation");
}

#[test]
fn what_is_not_statutory_can_be_left_out() {
    let timeline = plain();
    let options = Options::new(Lang::En).statutory_only();
    let picture = svg::case_timeline(&timeline.view(day(2026, 3, 1)), &options);
    for soft in ["practice,", "Progress interview", "second track", "Early IVA can"] {
        assert!(!picture.contains(soft), "{soft}");
    }
    assert!(picture.contains("policy and practice are left out"));
}

/// The weeks on the axis follow the counted days: 21 recovered days push them.
#[test]
fn the_weeks_on_the_axis_are_counted_weeks() {
    let case = Case::builder()
        .sick(day(2022, 1, 3), day(2022, 7, 3))
        .sick_since(day(2022, 7, 25))
        .build()
        .expect("valid");
    let timeline = Timeline::new(&case);
    let picture = svg::case_timeline(&timeline.view(day(2022, 11, 1)), &Options::new(Lang::En));
    let document = roxmltree::Document::parse(&picture).expect("well-formed");
    let texts: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .filter_map(|node| node.text())
        .collect();
    // Week 52 begins on counted day 358: 3 January 2022 and 357 + 21 days.
    let week = texts.iter().position(|text| *text == "52").expect("week 52");
    assert_eq!(texts[week + 1], "16 Jan");
}
