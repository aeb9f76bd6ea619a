//! The articles by which the state pension age ends the wages and the dismissal ban: each its own.

use poortwachter::Day;
use poortwachter::{Case, EventKind, Explanation, Lang, Milestone, Regime, Spell, Timeline};

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// First sick day, state pension day, and the articles of the wages and of the ban.
const CASES: [(&str, &str, &str, &str); 6] = [
    // BW 7:629(2) and 7:670(1)(a): six weeks from that day on.
    ("2024-01-08", "2024-06-03", "BW7 art. 629(2)", "BW7 art. 670(1)(a)"),
    // WNA VIIIa(1): thirteen weeks for who was sick before 2023-07-01, for both.
    ("2022-01-10", "2022-06-06", "WNA art. VIIIa(1)", "WNA art. VIIIa(1)"),
    // WNA IX(2): who was sick before 2016.
    ("2015-06-01", "2015-09-01", "WNA art. IX(2)", "WNA art. IX(2)"),
    // Six weeks from 18 November 2025 end on 29 December: a day after the 104 weeks, which end the wages,
    // and two days before the two years.
    ("2024-01-01", "2025-11-18", "BW7 art. 629(1)", "BW7 art. 670(1)(a)"),
    // Long after both.
    ("2024-01-01", "2030-01-01", "BW7 art. 629(1)", "BW7 art. 670(1)(a)"),
    ("2022-01-10", "2030-01-01", "BW7 art. 629(1)", "BW7 art. 670(1)(a)"),
];

#[test]
fn wages_and_ban_cite_their_own_articles() {
    for (first, pension, wages, ban) in CASES {
        let case = Case::builder().sick_since(day(first)).state_pension_day(day(pension)).build();
        let timeline = Timeline::new(&case.expect("a case"));
        let milestones = timeline.view(day(first)).milestones();
        let source = |milestone| {
            let one = milestones.iter().find(|one| one.milestone() == milestone);
            one.expect("a milestone").source()
        };
        let told = [Milestone::END_OF_WAGES, Milestone::END_OF_DISMISSAL_BAN]
            .map(|milestone| source(milestone).citation.to_string());
        assert_eq!(told, [wages, ban], "{first} {pension}");
        // Two terms stand in art. 670(1)(a).
        let text = source(Milestone::END_OF_DISMISSAL_BAN).text;
        let is_two_years = text == "ten minste twee jaren heeft geduurd";
        let is_six_weeks = text == "dan wel zes weken voor de werknemer";
        let expected = match (ban, pension) {
            ("BW7 art. 670(1)(a)", "2030-01-01") => (true, false),
            ("BW7 art. 670(1)(a)", _) => (false, true),
            _ => (false, false),
        };
        assert_eq!((is_two_years, is_six_weeks), expected, "{first} {pension}: {text}");
    }
}

/// Both short periods are said in words of our own, each with its number, for who reads no Dutch.
#[test]
fn the_explanation_says_how_long_the_short_period_is() {
    for (first, pension, weeks) in [
        ("2024-01-08", "2024-06-03", 6),
        ("2022-01-10", "2022-06-06", 13),
        ("2015-06-01", "2016-08-01", 13),
    ] {
        let case = Case::builder().sick_since(day(first)).state_pension_day(day(pension)).build();
        let timeline = Timeline::new(&case.expect("a case"));
        let view = timeline.view(day(first));
        let milestones = view.milestones();
        for milestone in [Milestone::END_OF_WAGES, Milestone::END_OF_DISMISSAL_BAN] {
            let found = milestones.iter().find(|one| one.milestone() == milestone);
            let told = Explanation::from_milestone(&view, found.expect("a milestone"), Lang::En)
                .to_string();
            let words = told.split_whitespace().collect::<Vec<_>>().join(" ");
            let said =
                format!("In our own words: period of {weeks} weeks (from: state pension age");
            assert!(words.contains(&said), "{first} {}: {told}", milestone.id());
        }
    }
}

/// The ban counts from 15 August 2023: the spell before it does not count for it. Six weeks from 26 November
/// 2023, that day included, end on 6 January 2024. The waiting period began before 1 July 2023, when the
/// thirteen weeks of WNA VIIIa(1) held.
#[test]
fn the_ban_cites_the_version_of_its_own_first_sick_day() {
    let uncounted = Spell::new(day("2021-12-22"), Some(day("2023-07-19")));
    let case = Case::builder()
        .add_spell(uncounted.left_out_of_dismissal_ban())
        .sick_since(day("2023-08-15"))
        .state_pension_day(day("2023-11-26"))
        .build()
        .expect("a case");
    let timeline = Timeline::new(&case);
    let view = timeline.view(day("2023-10-23"));
    let milestones = view.milestones();
    let ban = milestones.iter().find(|one| one.milestone() == Milestone::END_OF_DISMISSAL_BAN);
    let ban = ban.expect("a milestone");
    assert_eq!(
        (ban.day(), ban.source().text),
        (day("2024-01-06"), "dan wel zes weken voor de werknemer")
    );
    let text = Explanation::from_milestone(&view, ban, Lang::En).to_string();
    assert!(text.contains("6 weeks") && !text.contains("13 weeks"), "{text}");
}

/// The assessment ends the benefit a month after 10 December 2027. What lies after the recovery, such as the
/// state pension age of 2030, did not decide on it.
#[test]
fn a_state_pension_age_after_the_recovery_is_not_told() {
    let case = Case::builder()
        .regime(Regime::SafetyNet)
        .sick(day("2026-10-17"), day("2028-09-01"))
        .state_pension_day(day("2030-01-14"))
        .event(EventKind::AssessedAble, day("2027-12-10"))
        .build()
        .expect("a case");
    let timeline = Timeline::new(&case);
    let view = timeline.view(day("2028-11-16"));
    let milestones = view.milestones();
    let benefit =
        milestones.iter().find(|one| one.milestone() == Milestone::END_OF_SICKNESS_BENEFIT);
    let benefit = benefit.expect("a milestone");
    assert_eq!(benefit.day(), day("2028-01-10"));
    let text = Explanation::from_milestone(&view, benefit, Lang::En).to_string();
    assert!(!text.contains("state pension age"), "{text}");
}
