//! Every number in the picture of `horizon`, read back and compared with the horizon of the library: per
//! duty, per week, overdue and together; in both languages.

use crate::common::folder::Folder;
use crate::common::in_days;
use crate::common::picture::{Picture, Words, date};
use crate::common::words;
use chrono::Datelike;
use poortwachter::Day;
use poortwachter::horizon::Horizon;
use poortwachter::law::LAW;
use poortwachter::{Case, CaseBuilder, Duty, Lang, Regime, Timeline};
use serde_json::json;
use std::collections::BTreeMap;

const WEEKS: usize = 26;

fn on() -> Day {
    // A Wednesday: the week began before the day.
    Day::new(2026, 2, 11)
}

/// Cases that began on each of the last 110 weeks, some of which have done something.
fn cases() -> Vec<Case> {
    let sick = |days: u64| Case::builder().sick_since(on() - in_days(days));
    let done = |builder: CaseBuilder, days: u64| match days % 21 {
        0 if days > 60 => builder.met(Duty::PROBLEM_ANALYSIS, on() - in_days(days - 40)),
        7 => builder.regime(Regime::SafetyNet),
        _ => builder,
    };
    (0..110).map(|week| done(sick(week * 7), week * 7).build().expect("a case")).collect()
}

/// The counts of a duty: overdue, and in each week.
type Counts = (u64, [u64; WEEKS]);

/// In the order of the table of the law.
fn counts(horizon: &Horizon) -> Vec<(Duty, Counts)> {
    let monday = on() - i32::from(on().weekday());
    let mut all: BTreeMap<&str, (Duty, Counts)> = BTreeMap::new();
    for (duty, count) in horizon.overdue() {
        all.entry(duty.id()).or_insert((duty, (0, [0; WEEKS]))).1.0 += count;
    }
    for (day, duty, count) in horizon.due() {
        let week = usize::try_from(day.days_since(monday) / 7).expect("ahead");
        all.entry(duty.id()).or_insert((duty, (0, [0; WEEKS]))).1.1[week] += count;
    }
    let place = |duty: Duty| LAW.rules().iter().position(|rule| rule.duty() == Some(duty));
    let mut all: Vec<(Duty, Counts)> = all.into_values().collect();
    all.sort_by_key(|(duty, _)| place(*duty));
    all
}

fn told(folder: &Folder, lang: Lang) -> Picture {
    let on = on().to_string();
    let lang = lang.pick("nl", "en");
    let args = ["horizon", "cases.jsonl", "--on", &on, "--lang", lang, "--picture", "half.svg"];
    let output = folder.run(&args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Picture::read(&std::fs::read_to_string(folder.0.join("half.svg")).expect("a picture"))
}

impl Picture {
    /// Where the weeks of a portfolio stand, from the first on: the middle of each Monday.
    fn axis_of_weeks(&self) -> Vec<f64> {
        let names = ["week die begint op maandag", "week that begins on Monday"];
        let name = self.outside.iter().find(|words| names.contains(&words.text.as_str()));
        let name = name.expect("a calendar");
        let of_line = |words: &&Words| (words.y - name.y).abs() < 0.01 && words.x > name.x;
        let is_day = |words: &&Words| words.text.parse::<u32>().is_ok();
        self.outside.iter().filter(of_line).filter(is_day).map(|words| words.x).collect()
    }
}

/// The texts that stand in the middle above a day of the calendar, by where they stand.
fn at(picture: &Picture, x: f64) -> Vec<&str> {
    let texts = picture.outside.iter().filter(|words| (words.x - x).abs() < 0.01 && words.is_above);
    texts.map(|words| words.text.as_str()).collect()
}

#[test]
fn every_number_of_the_half_year_is_that_of_the_horizon() {
    let folder = Folder::new("portfolio");
    let cases = cases();
    let line = |(number, case): (usize, &Case)| {
        let mut json = serde_json::to_value(case).expect("JSON");
        json["id"] = json!(format!("case {number}"));
        json.to_string() + "\n"
    };
    folder.write("cases.jsonl", cases.iter().enumerate().map(line).collect::<String>());
    // Through the last day of the last week that is drawn.
    let monday = on() - 2;
    let last = monday + in_days(7 * WEEKS as u64 - 1);
    let mut horizon = Horizon::new(on(), u16::try_from(last.days_since(on())).expect("few"));
    let mut after = Horizon::new(on(), 3_000);
    for (position, case) in (0..).zip(&cases) {
        horizon.add(position, &Timeline::new(case).view(on()));
        after.add(position, &Timeline::new(case).view(on()));
    }
    let counts = counts(&horizon);
    assert!(counts.len() > 10 && after.total() > horizon.total());
    for lang in [Lang::Nl, Lang::En] {
        let picture = told(&folder, lang);
        compare_rows(&picture, &counts, lang);
        compare_head(&picture, &horizon, &counts, (monday, last), lang);
    }
}

#[track_caller]
fn compare_rows(picture: &Picture, counts: &[(Duty, Counts)], lang: Lang) {
    let mut places = picture.axis_of_weeks();
    assert_eq!(places.len(), WEEKS);
    let overdue = picture.outside.iter().find(|one| one.text == lang.pick("te laat", "overdue"));
    places.insert(0, overdue.expect("a heading").x);
    assert_eq!(picture.rows.len(), counts.len());
    for ((row, tip, cells), (duty, (late, weeks))) in picture.rows.iter().zip(counts) {
        let rule = LAW.rule(duty.id()).expect("a rule");
        let total = late + weeks.iter().sum::<u64>();
        let layer = rule.version_in_force().due.layer.name(lang);
        let (name, actor) = (rule.name(lang), rule.actor.name(lang));
        let numbers: Vec<u64> = [*late].iter().chain(weeks).copied().collect();
        let expected: Vec<(f64, String)> = places
            .iter()
            .zip(&numbers)
            .filter(|(_, count)| **count > 0)
            .map(|(x, count)| (*x, count.to_string()))
            .collect();
        assert_eq!(*cells, expected, "{name}");
        let cells: Vec<&str> = expected.iter().map(|(_, text)| text.as_str()).collect();
        let told = words(&format!("{name} {actor} · {layer} {total} {}", cells.join(" ")));
        assert_eq!((row, tip), (&told, &format!("{name}: {total}")));
    }
}

#[track_caller]
fn compare_head(
    picture: &Picture,
    horizon: &Horizon,
    counts: &[(Duty, Counts)],
    (monday, last): (Day, Day),
    lang: Lang,
) {
    let weeks: Vec<u64> =
        (0..WEEKS).map(|week| counts.iter().map(|one| one.1.1[week]).sum()).collect();
    let (late, ahead) = (horizon.overdue_total(), horizon.total());
    let most = weeks.iter().copied().max().expect("weeks");
    let busiest = weeks.iter().position(|count| *count == most).expect("a week");
    let busiest = date(monday + in_days(7 * busiest as u64), lang);
    let last = date(last, lang);
    let title =
        format!("{} · {}", lang.pick("Wat moet er gebeuren", "What falls due"), date(on(), lang));
    let sentences = match lang {
        Lang::Nl => format!(
            "{late} te laat. Tot en met {last} is {ahead} keer iets uiterlijk te doen. Drukste week: \
             die van {busiest}, met {most}."
        ),
        Lang::En => format!(
            "{late} overdue. Through {last}, {ahead} fall due. Busiest week: that of {busiest}, with \
             {most}."
        ),
    };
    assert_eq!(picture.title, title);
    let lines = counts.iter().map(|(duty, (late, weeks))| {
        let name = LAW.rule(duty.id()).expect("a rule").name(lang);
        let total = late + weeks.iter().sum::<u64>();
        let late = match late {
            0 => String::new(),
            late => format!(" ({late} {})", lang.pick("te laat", "overdue")),
        };
        format!(" {name}: {total}{late}.")
    });
    assert_eq!(words(&picture.description), sentences.clone() + &lines.collect::<String>());
    assert!(picture.above().starts_with(&format!("{title} {sentences} ")), "{}", picture.above());
    // Of every week the sum, where there is one, its Monday and its number.
    for ((x, count), week) in picture.axis_of_weeks().into_iter().zip(&weeks).zip(0..) {
        let day = monday + in_days(7 * week);
        let mut expected =
            vec![day.day().to_string(), crate::common::date(day).iso_week().week().to_string()];
        if *count > 0 {
            expected.insert(0, count.to_string());
        }
        assert_eq!(at(picture, x), expected, "{day}");
    }
    let all = (late + ahead).to_string();
    let together = lang.pick("Alles samen", "All together");
    assert!(picture.outside.iter().any(|one| one.text == together));
    assert!(picture.outside.iter().any(|one| one.is_above && one.text == all));
    assert!(picture.outside.iter().any(|one| one.is_above && one.text == late.to_string()));
    let signs = lang.pick(
        "te laat wettelijk beleid of praktijk: geen wet",
        "overdue statutory policy or practice: not law",
    );
    assert_eq!(picture.below(), signs);
}
