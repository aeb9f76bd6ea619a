//! What holds of every explanation: it names the day that the obligation or milestone has, works the
//! sum again to that very day, quotes the article, and reads as clean text in both languages.

use crate::common::facts::recorded;
use crate::common::in_days;
use crate::common::wide;
use poortwachter::Day;
use poortwachter::explain::{self, Explanation, NotExtended, Prolongation, StartKind, Step};
use poortwachter::law::{Count, LAW, Source, Term, wia, zw};
use poortwachter::wire::CaseForm;
use poortwachter::{Case, Duty, EventKind, Lang, Layer, Milestone, Regime, Timeline, View};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

/// The cases of a folder, with the day on which they are looked at.
fn cases(folder: &str) -> Vec<(String, Case, Option<Day>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the cases are in the repository")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).expect("a readable file");
        let mut json: Value = serde_json::from_str(&text).expect("JSON");
        let form: CaseForm = serde_json::from_value(json["case"].take()).expect("a case");
        let on = json["on"].as_str().map(|on| on.parse().expect("a date"));
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, Case::try_from(form).expect("a case"), on)
    };
    files.iter().map(read).collect()
}

/// `16 februari 2026`, `16 February 2026`: written here again, so that the test is its own.
fn written(day: Day, lang: Lang) -> String {
    let nl =
        "januari februari maart april mei juni juli augustus september oktober november december";
    let en =
        "January February March April May June July August September October November December";
    let months: Vec<&str> = lang.pick(nl, en).split(' ').collect();
    format!("{} {} {}", day.day(), months[usize::from(day.month()) - 1], day.year())
}

/// The names of the statutes, the longest first: one name may begin as another.
fn titles() -> &'static [&'static str] {
    static TITLES: OnceLock<Vec<&str>> = OnceLock::new();
    TITLES.get_or_init(|| {
        let versions = LAW.rules().iter().flat_map(|rule| rule.versions());
        let names = versions.map(|(_, version)| version.due.source.citation.instrument.name);
        let mut titles: Vec<&str> = names.collect::<BTreeSet<_>>().into_iter().collect();
        titles.sort_by_key(|title| std::cmp::Reverse(title.len()));
        titles
    })
}

/// What is wrong with a text, whatever it says.
fn flaw(text: &str, lang: Lang) -> Option<String> {
    let two_periods = text.contains("..") || text.contains("?.") || text.contains(" .");
    if text.contains("  ") || two_periods || text.contains("{}") || text.contains("()") {
        return Some(format!("untidy: {text}"));
    }
    let singular = [" 1 dagen", " 1 days", " 1 weken", " 1 weeks", " 1 maanden", " 1 months"];
    if singular.iter().any(|wrong| text.contains(wrong)) {
        return Some(format!("a plural of one: {text}"));
    }
    // Outside quotations and the names of statutes the text is in its own language.
    let own: String = text.split('"').step_by(2).collect();
    let own = titles().iter().fold(own, |own, title| own.replace(title, ""));
    let words: BTreeSet<&str> = own.split(|c: char| !c.is_alphabetic()).collect();
    let foreign: &[&str] = match lang {
        Lang::Nl => {
            &["the", "of the", "day", "days", "weeks", "employer", "until", "after", "first"]
        }
        Lang::En => &["dag", "dagen", "weken", "werkgever", "vanaf", "uiterlijk", "geen", "niet"],
    };
    foreign.iter().find(|word| words.contains(*word)).map(|word| format!("{word} in: {text}"))
}

/// What is wrong with an explanation of something that falls on `day` by `source`.
fn wrong(
    explanation: &Explanation,
    day: Option<Day>,
    source: Source,
    layer: Option<Layer>,
) -> Vec<String> {
    let (text, lang) = (explanation.to_string(), explanation.lang());
    let mut wrong = Vec::new();
    let mut expect = |holds: bool, what: &str| {
        if !holds {
            wrong.push(what.to_string());
        }
    };
    expect(explanation.day() == day, "another day");
    expect(explanation.last_day_of_the_sum() == day, "the sum");
    if let Some(day) = day {
        expect(explanation.title().contains(&written(day, lang)), "the title");
        expect(text.matches(&written(day, lang)).count() > 1, "the day in the text");
    }
    let words = source.text.strip_suffix('.').unwrap_or(source.text);
    expect(text.contains(&format!("\"{words}\"")), "no quotation");
    let cites = |step: &Step| matches!(step, Step::Words { source: cited, .. } if *cited == source);
    expect(explanation.steps().iter().any(cites), "no citation");
    if let Some(layer) = layer {
        let honest = lang.pick("Geen wet noemt deze dag", "No statute names this day");
        let is_weak = matches!(layer, Layer::Policy | Layer::Practice);
        expect(text.contains(honest) == is_weak, "the layer");
    }
    expect(text.matches(". ").count() < 70, "too long");
    wrong.extend(flaw(&text, lang));
    wrong
}

fn judge_view(name: &str, view: &View<'_>) -> (usize, Vec<String>) {
    let (mut explained, mut failures) = (0, Vec::new());
    let mut judge = |what: &str, explanation: &Explanation, day, source, layer| {
        explained += 1;
        let wrong = wrong(explanation, day, source, layer);
        if !wrong.is_empty() {
            let on = explanation.on();
            failures.push(format!("{name}, {what} on {on}: {}\n{explanation}", wrong.join("; ")));
        }
    };
    for lang in [Lang::Nl, Lang::En] {
        for (obligation, _) in view.obligations() {
            let (source, layer) = (obligation.source(), Some(obligation.due_layer()));
            let explanation = Explanation::new(view, obligation, lang);
            judge(obligation.duty().id(), &explanation, obligation.due(), source, layer);
        }
        for milestone in view.milestones() {
            let (day, source) = (milestone.day(), milestone.source());
            let explanation = Explanation::from_milestone(view, &milestone, lang);
            let id = milestone.milestone().id();
            judge(id, &explanation, Some(day), source, None);
            let text = explanation.to_string();
            for moved in milestone.moved_by() {
                let article = moved.citation.article;
                assert!(text.contains(article), "{name}, {id}: {article} in\n{text}");
            }
        }
    }
    (explained, failures)
}

/// On the day of the case, on a few days before, and after everything.
fn judge_case(name: &str, case: &Case, on: Option<Day>) -> (usize, Vec<String>) {
    let timeline = Timeline::new(case);
    let end = Day::new(2299, 12, 31);
    let first = case.spells()[0].first_day();
    let along = [0, 45, 150, 300, 700, 800].map(|days| first + in_days(days));
    let days = on.into_iter().chain(along).chain([end]);
    days.map(|day| judge_view(name, &timeline.view(day))).fold((0, Vec::new()), join)
}

fn join(
    (count, mut all): (usize, Vec<String>),
    (more, failures): (usize, Vec<String>),
) -> (usize, Vec<String>) {
    all.extend(failures);
    (count + more, all)
}

#[track_caller]
fn judge_folder(folder: &str, at_least: usize) {
    let judged = cases(folder)
        .iter()
        .map(|(name, case, on)| judge_case(name, case, *on))
        .collect::<Vec<_>>();
    let (explained, failures) = judged.into_iter().fold((0, Vec::new()), join);
    let first = failures.iter().take(5).cloned().collect::<Vec<_>>().join("\n---\n");
    assert!(failures.is_empty(), "{} of {explained}:\n{first}", failures.len());
    assert!(explained > at_least, "{explained}");
}

#[test]
fn every_golden_case_is_explained() {
    judge_folder("golden", 50_000);
}

#[test]
fn every_scenario_is_explained() {
    judge_folder("scenarios", 25_000);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_random_case_is_explained(recorded in recorded(), on in 0_u64..1300) {
        if let Ok(case) = recorded.case() {
            let on = Some(recorded.first + in_days(on));
            let (_, failures) = judge_case("random", &case, on);
            prop_assert!(failures.is_empty(), "{}", failures[0]);
        }
    }
}

/// Works the steps of a sum again from the clocks of the view; what does not add up, in words.
fn worked_again(view: &View<'_>, explanation: &Explanation) -> Option<String> {
    let mut before: Option<Day> = None;
    for step in explanation.steps() {
        let (day, holds) = match step {
            Step::Sum(sum) => {
                let follows = match sum.start.kind {
                    StartKind::EndOfWaitingPeriod
                    | StartKind::EndOfExtension
                    | StartKind::DelayedEnd { .. }
                    | StartKind::ClaimResumed => before == Some(sum.start.day),
                    _ => true,
                };
                (sum.day, follows && ends_on_its_day(view, sum))
            }
            Step::Prolonged(Prolongation::DayAfter { day }) => {
                (*day, before.and_then(|day| day.checked_add(1)) == Some(*day))
            }
            Step::Prolonged(prolonged) => (prolonged.day(), true),
            Step::Extended { from, to, .. } => (*to, before == Some(*from)),
            Step::Agreed { until, .. } => (*until, true),
            _ => continue,
        };
        if !holds {
            return Some(format!("{step:?} after {before:?}"));
        }
        before = Some(day);
    }
    (before != explanation.day()).then(|| format!("ends on {before:?}"))
}

/// Whether a sum ends where its own numbers say, on the calendar or on the clock.
fn ends_on_its_day(view: &View<'_>, sum: &explain::Sum) -> bool {
    let (start, days) = (sum.start.day, u64::from(sum.days.unwrap_or(0)));
    let on_calendar = match sum.term {
        Term::OnTheDay => start,
        Term::WithinWeeksAfter(n) => start + in_days(u64::from(n) * 7),
        Term::WeeksBefore(n) => start - in_days(u64::from(n) * 7),
        Term::InterruptionShorterThan(n) | Term::AtLeastWeeksBetween(n) => {
            start + in_days(u64::from(n) * 7)
        }
        Term::FirstDayAfterLasting(n) => start + in_days(u64::from(n) * 7),
        Term::PeriodOfWeeks(n) | Term::DayOnWhichLasted(n) => start + in_days(u64::from(n) * 7 - 1),
        _ => sum.day,
    };
    let Some(number) = sum.number.filter(|_| sum.count == Count::SickDays) else {
        return sum.day == on_calendar;
    };
    let before = view.counted_through(sum.clock, start - 1);
    let through = view.counted_through(sum.clock, start);
    let days = u32::try_from(days).unwrap_or(0);
    let expected = match sum.term {
        Term::WithinWeeksAfter(_) => through + days,
        Term::FirstDayAfterLasting(_) | Term::MonthsAfterStart(_) => before + days + 1,
        Term::StartOfWeek(_) => before + days - 6,
        _ => before + days,
    };
    number == expected && view.date_of(sum.clock, number) == Some(sum.day)
}

/// Every day of a view with a sum that does not come to it.
fn without_a_sum(view: &View<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut judge = |what: String, explanation: Explanation| {
        if let Some(found) = worked_again(view, &explanation) {
            wrong.push(format!("{what} on {}: {found}\n{explanation}", view.on()));
        }
    };
    for milestone in view.milestones() {
        judge(format!("{milestone:?}"), Explanation::from_milestone(view, &milestone, Lang::En));
    }
    for (obligation, _) in view.obligations().filter(|(line, _)| line.due().is_some()) {
        judge(obligation.duty().id().into(), Explanation::new(view, obligation, Lang::En));
    }
    wrong
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
        max_global_rejects: 1_000_000,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn every_day_of_every_kind_of_file_has_a_sum(
        file in wide::case_files(),
        picks in prop::array::uniform2(any::<prop::sample::Index>()),
        far in prop::sample::select(vec![0, 2299, 9999]),
    ) {
        let Ok(case) = file.case() else { return Ok(()) };
        let timeline = Timeline::new(&case);
        let days = file.days();
        let after = file.spells[0].0 + 900;
        let year = Day::new(far, 6, 1);
        // A series that has no end is long in a view from far away.
        let year = Some(year).filter(|_| far < 9999 || file.spells.iter().all(|s| s.1.is_some()));
        for on in picks.map(|pick| *pick.get(&days)).into_iter().chain([after]).chain(year) {
            let wrong = without_a_sum(&timeline.view(on));
            prop_assert!(wrong.is_empty(), "{}", wrong[0]);
        }
    }
}

fn day(y: i32, m: u8, d: u8) -> Day {
    Day::new(y, m, d)
}

#[track_caller]
fn milestone_of(case: &Case, on: Day, wanted: Milestone) -> (Day, Explanation) {
    let timeline = Timeline::new(case);
    let view = timeline.view(on);
    let milestones = view.milestones();
    let found = milestones.iter().find(|m| m.milestone() == wanted).expect("the milestone");
    let explanation = Explanation::from_milestone(&view, found, Lang::En);
    assert_eq!(worked_again(&view, &explanation), None, "{explanation}");
    (found.day(), explanation)
}

/// A sanction prolongs the benefit, the person recovers in it, and the state pension day lies between the
/// 104 weeks and the recovery.
#[test]
fn a_benefit_that_ends_at_the_pension_day_in_a_sanction_that_did_not_run_out_has_a_sum() {
    // 104 weeks from Wednesday 5 January 2022 end on Tuesday 2 January 2024.
    let case = Case::builder()
        .regime(Regime::OwnRiskCarrier)
        .sick(day(2022, 1, 5), day(2024, 6, 1))
        .state_pension_day(day(2024, 3, 1))
        .met(Duty::WIA_CLAIM, day(2023, 10, 1))
        .event(EventKind::WageSanction { weeks: None }, day(2023, 11, 1))
        .build()
        .expect("a case");
    let (last, text) = milestone_of(&case, day(2024, 7, 1), Milestone::END_OF_SICKNESS_BENEFIT);
    assert_eq!(last, day(2024, 2, 29), "{text}");
    assert!(text.to_string().contains("wage sanction"), "{text}");
}

/// The same of wages, which end with the employment: by the words on the employee.
#[test]
fn wages_that_end_with_the_employment_in_a_sanction_have_a_sum() {
    // 104 weeks from Sunday 11 May 2008 end on Saturday 8 May 2010.
    let case = Case::builder()
        .sick(day(2008, 5, 11), day(2010, 12, 31))
        .employment_last_day(day(2010, 11, 10))
        .met(Duty::WIA_CLAIM, day(2010, 1, 4))
        .event(EventKind::WageSanction { weeks: None }, day(2010, 3, 1))
        .build()
        .expect("a case");
    let (last, text) = milestone_of(&case, day(2011, 5, 19), Milestone::END_OF_WAGES);
    assert_eq!(last, day(2010, 11, 10), "{text}");
    let is_cited = |step: &Step| {
        let source = step.source().map(|source| source.citation.to_string());
        matches!(step, Step::Prolonged(Prolongation::EmploymentEnd { .. }))
            && source.as_deref() == Some("BW7 art. 629(1)")
    };
    assert!(text.steps().iter().any(is_cited), "{text}");
    let view = Timeline::new(&case);
    let view = view.view(day(2011, 5, 19));
    let milestones = view.milestones();
    let wages = milestones.iter().find(|m| m.milestone() == Milestone::END_OF_WAGES);
    let articles = wages.expect("wages").moved_by().iter().map(|m| m.citation.to_string());
    assert_eq!(articles.collect::<Vec<_>>(), ["BW7 art. 629(1)"]);
}

/// The recovery comes after the 104 weeks, within a sanction and before the end of the short period of the
/// state pension age, which never goes beyond the 104 weeks.
#[test]
fn wages_that_the_pension_age_keeps_to_the_104_weeks_have_a_sum() {
    // 104 weeks from Wednesday 5 January 2022 end on Tuesday 2 January 2024. Sick before July 2023: thirteen
    // weeks from 15 December 2023 would end on 14 March 2024.
    let case = Case::builder()
        .sick(day(2022, 1, 5), day(2024, 1, 20))
        .state_pension_day(day(2023, 12, 15))
        .met(Duty::WIA_CLAIM, day(2023, 10, 1))
        .event(EventKind::WageSanction { weeks: None }, day(2023, 11, 1))
        .build()
        .expect("a case");
    let (last, text) = milestone_of(&case, day(2024, 2, 1), Milestone::END_OF_WAGES);
    assert_eq!(last, day(2024, 1, 2), "{text}");
    // Two calendar years end a day later than 728 days.
    let (last, text) = milestone_of(&case, day(2024, 2, 1), Milestone::END_OF_DISMISSAL_BAN);
    assert_eq!(last, day(2024, 1, 4), "{text}");
}

/// Why a day does not move is said by the rule, whatever day of the week it is.
#[test]
fn a_day_that_never_moves_says_why_on_every_day_of_the_week() {
    for later in 0..7 {
        let first = day(2025, 1, 6) + in_days(later);
        let case = Case::builder().sick(first, first + 800).build().expect("a case");
        let timeline = Timeline::new(&case);
        let view = timeline.view(first + 810);
        let why = |explanation: Explanation| {
            let found = explanation.steps().iter().find_map(|step| match step {
                Step::NotExtended { why, .. } => Some(*why),
                _ => None,
            });
            found.expect("a reason")
        };
        let of = |duty| {
            let (line, _) = view.obligation(duty).expect("a line");
            why(Explanation::new(&view, line, Lang::Nl))
        };
        assert_eq!(of(Duty::PROBLEM_ANALYSIS), NotExtended::Regulation);
        assert_eq!(of(Duty::UWV_SICKNESS_REPORT), NotExtended::TooLong);
        assert_eq!(of(Duty::WIA_CLAIM), NotExtended::CountedBack);
        assert_eq!(of(Duty::SECOND_TRACK_START), NotExtended::PolicyOrPractice);
        for milestone in view.milestones() {
            let expected = match milestone.milestone() {
                // WIA 138 names art. 23(3).
                Milestone::RELAPSE_WINDOW => NotExtended::Excluded { source: wia::NOT_EXTENDED },
                Milestone::EARLY_IVA_FIRST_CLAIM | Milestone::EARLY_IVA_LAST_CLAIM => continue,
                // The 52 weeks within which somebody claims.
                Milestone::WIA_LOOK_BACK => NotExtended::TooLong,
                _ => NotExtended::NoTerm,
            };
            assert_eq!(why(Explanation::from_milestone(&view, &milestone, Lang::Nl)), expected);
        }
        let benefit = Case::builder().regime(Regime::SafetyNet).sick_since(first);
        let benefit = benefit.build().expect("a case");
        let on = first + 10;
        let (_, text) = milestone_of(&benefit, on, Milestone::END_OF_SICKNESS_BENEFIT);
        assert_eq!(why(text), NotExtended::Excluded { source: zw::NOT_EXTENDED });
    }
}

/// Found by the random cases: the article on the extension was named as one that moved the wages, which had
/// ended at the state pension age long before.
#[test]
fn an_extension_after_recovery_moves_no_wages() {
    let until = day(2023, 2, 6);
    let case = Case::builder()
        .sick(day(2022, 1, 1), day(2022, 8, 27))
        .state_pension_day(day(2022, 1, 1))
        .event(EventKind::VoluntaryExtension { until }, day(2023, 2, 5))
        .build()
        .expect("a case");
    let timeline = Timeline::new(&case);
    let milestones = timeline.view(day(2023, 12, 2)).milestones();
    let wages = milestones.iter().find(|m| m.milestone() == Milestone::END_OF_WAGES);
    let wages = wages.expect("an end of the wages");
    // Thirteen weeks are 91 days: 31 in January, 28 in February, 31 in March, and 1 April.
    assert_eq!((wages.day(), wages.moved_by()), (day(2022, 4, 1), &[][..]));
    // Nor does it count as used.
    let view = timeline.view(day(2023, 12, 2));
    let unused: Vec<_> = view.unused().iter().map(poortwachter::timeline::Unused::reason).collect();
    assert_eq!(unused, [poortwachter::timeline::UnusedReason::DoesNotExtend]);
    assert_eq!(judge_case("an extension after recovery", &case, None).1, Vec::<String>::new());
}

fn case(builder: poortwachter::CaseBuilder) -> Case {
    builder.build().expect("a case")
}

/// The explanation of a milestone on a day of the view.
fn of_milestone(case: &Case, on: Day, milestone: Milestone) -> (Day, Explanation) {
    let timeline = Timeline::new(case);
    let view = timeline.view(on);
    let milestones = view.milestones();
    let found = milestones.iter().find(|one| one.milestone() == milestone).expect("it has one");
    (found.day(), Explanation::from_milestone(&view, found, Lang::En))
}

/// A sick day that is the only one: nothing was looked at, so that nothing is said to count.
#[test]
fn nothing_is_said_of_days_that_are_not_there() {
    let day = |d| Day::new(2026, 1, d);
    let one_day = case(Case::builder().sick(day(5), day(5)));
    let two_days = case(Case::builder().sick(day(5), day(6)));
    let says_so = |case: &Case| {
        let (_, explanation) = of_milestone(case, day(12), Milestone::RELAPSE_WINDOW);
        let counted = |step: &Step| matches!(step, Step::NothingLeftOut { .. });
        explanation.steps().iter().any(counted)
    };
    assert!(!says_so(&one_day));
    assert!(says_so(&two_days));
}

/// Recovered days before leave are recovered days.
#[test]
fn recovered_days_and_leave_are_left_out_for_their_own_reasons() {
    let day = |m, d| Day::new(2026, m, d);
    let interrupted = case(
        Case::builder()
            .sick(day(1, 5), day(2, 1))
            .sick_since(day(2, 9))
            .leave(day(5, 4), day(8, 23)),
    );
    let (_, explanation) = of_milestone(&interrupted, day(9, 1), Milestone::END_OF_WAGES);
    let left: Vec<_> = explanation
        .steps()
        .iter()
        .filter_map(|step| match step {
            Step::LeftOut(left) => Some((left.first, left.last, left.days, left.why)),
            _ => None,
        })
        .collect();
    let leave = explain::Left::Leave { presumed: false };
    // 2 to 8 February; 28 days in May, 30, 31 and 23.
    let expected =
        [(day(2, 2), day(2, 8), 7, explain::Left::Recovered), (day(5, 4), day(8, 23), 112, leave)];
    assert_eq!(left, expected);
}

/// The state pension age is reached in a wage sanction: there is no wage from that day on.
#[test]
fn a_state_pension_in_a_sanction_ends_the_wages_on_the_day_before() {
    let day = |y, m, d| Day::new(y, m, d);
    // The waiting period ends on 29 December 2024, the sanction a year later.
    let reached = day(2025, 5, 20);
    let sanctioned = case(
        Case::builder()
            .sick_since(day(2023, 1, 2))
            .met(Duty::WIA_CLAIM, day(2024, 10, 1))
            .event(EventKind::WageSanction { weeks: None }, day(2024, 11, 10))
            .state_pension_day(reached),
    );
    let on = day(2025, 2, 1);
    let (wages, explanation) = of_milestone(&sanctioned, on, Milestone::END_OF_WAGES);
    assert_eq!(wages, day(2025, 5, 19));
    assert_eq!(explanation.last_day_of_the_sum(), Some(wages));
    assert_eq!(judge_case("a pension in a sanction", &sanctioned, Some(on)).1, [""; 0]);
}

/// Sick on or after the state pension age: six weeks of sickness benefit, of which the sum is shown.
#[test]
fn a_benefit_after_the_state_pension_age_is_short() {
    let day = |m, d| Day::new(2024, m, d);
    for regime in [Regime::SafetyNet, Regime::OwnRiskCarrier] {
        let pensioner =
            case(Case::builder().regime(regime).sick_since(day(2, 5)).state_pension_day(day(1, 1)));
        let (benefit, explanation) =
            of_milestone(&pensioner, day(2, 20), Milestone::END_OF_SICKNESS_BENEFIT);
        // 42 days from 5 February: 25 in February, 17 in March.
        assert_eq!(benefit, day(3, 17));
        assert_eq!(explanation.last_day_of_the_sum(), Some(benefit), "{explanation}");
        assert_eq!(judge_case("a pensioner", &pensioner, Some(day(2, 20))).1, [""; 0]);
    }
}

/// A wage sanction prolongs the wages, the waiting for the WIA and the dismissal ban: nothing else,
/// and nothing whose term has ended.
#[test]
fn a_sanction_would_move_what_it_prolongs() {
    let first = Day::new(2024, 1, 8);
    let sick = case(Case::builder().sick_since(first));
    let timeline = Timeline::new(&sick);
    let moved = [Milestone::END_OF_WAGES, Milestone::WIA_START, Milestone::END_OF_DISMISSAL_BAN];
    let mut seen = BTreeSet::new();
    for after in [0, 40, 300, 500, 700, 727, 728, 729, 730] {
        let view = timeline.view(first + in_days(after));
        for milestone in view.milestones().iter().filter(|one| one.day() >= view.on()) {
            let explanation = Explanation::from_milestone(&view, milestone, Lang::En);
            let is_moved = explanation
                .steps()
                .iter()
                .any(|step| matches!(step, Step::Change(explain::Change::Sanction)));
            // Of the ban two years are its own term, of the others 104 weeks.
            let is_open = milestone.milestone() == Milestone::END_OF_DISMISSAL_BAN || after <= 727;
            let expected = moved.contains(&milestone.milestone()) && is_open;
            assert_eq!(is_moved, expected, "{} after {after} days", milestone.milestone().id());
            seen.insert((milestone.milestone().id(), is_moved));
        }
    }
    assert!(seen.len() >= 6, "{seen:?}");
}
