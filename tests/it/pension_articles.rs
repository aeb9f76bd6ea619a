//! The articles by which the state pension age ends the wages and the dismissal ban: each its own.

use poortwachter::Day;
use poortwachter::{Case, Explanation, Lang, Milestone, Timeline};

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
