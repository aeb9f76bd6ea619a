//! A law that is passed governs every answer: each rule of the table is amended in turn, and the change is
//! seen in every door that shows such a thing of such a rule.
use crate::common::goldens::{after_everything, goldens};
use crate::common::in_days;
use poortwachter::Day;
use poortwachter::batch::Batch;
use poortwachter::change;
use poortwachter::export::{icalendar, svg};
use poortwachter::law::{
    Anchor, Bound, Instrument, Kind, LAW, Law, Rule, Source, Unsound, Version,
};
use poortwachter::protocol::Protocol;
use poortwachter::verdict::Verdict;
use poortwachter::wire::{AgendaForm, CaseReader, ChangeForm, EventText, VerdictForm, ViewForm};
use poortwachter::{
    Case, CaseBuilder, Duty, EventKind, Explanation, Lang, Layer, Spell, Text, Timeline, View,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is changed in every version of a rule.
const CHANGES: [&str; 4] = ["number", "article", "layer", "reading"];

static ACT: Instrument = Instrument {
    bwb: "",
    name: "Wet van de toets",
    short: "TOETS",
    url: "https://example.org/toets",
};
const READING: Text = Text { nl: "Een lezing van niemand.", en: "A reading of nobody." };

/// None where the rule has nothing of the kind.
fn changed(bound: Bound, change: &str) -> Option<Bound> {
    let soft = bound.layer >= Layer::Policy;
    Some(match change {
        "number" => Bound { term: bound.term.with_number(bound.term.number()? + 1), ..bound },
        "article" => Bound {
            source: Source { citation: ACT.at("1", ""), text: "de woorden van de toets" },
            ..bound
        },
        "layer" => Bound { layer: if soft { Layer::Act } else { Layer::Practice }, ..bound },
        _ => Bound { reading: READING, ..bound },
    })
}

/// Leaked: a law lives as long as the program.
fn amended(rule: &Rule, change: &str) -> Option<&'static Law> {
    let versions: Option<Vec<Version>> = rule
        .versions()
        .map(|(_, version)| Some(Version { due: changed(version.due, change)?, ..*version }))
        .collect();
    let rule = Box::leak(Box::new(rule.with_versions(versions?.leak())));
    Some(Box::leak(Box::new(LAW.amended(rule).expect("sound"))))
}

/// What a door says of a case.
type Door = fn(&'static Law, &View<'_>) -> String;

const DOORS: [(&str, Door); 9] = [
    ("timeline", |_, view| json(&ViewForm::from(view))),
    ("milestones", |_, view| {
        let line = |m: &poortwachter::timeline::MilestoneDay| {
            let due = m.rule().version_in_force().due;
            format!("{} {} {} {:?}", m.milestone().id(), m.day(), m.source().citation, due.layer)
        };
        view.milestones().iter().map(line).collect::<Vec<_>>().join("\n")
    }),
    ("explanation", |_, view| {
        let lines = view.obligations().map(|(line, _)| Explanation::new(view, line, Lang::En));
        let milestones = view.milestones();
        let milestones =
            milestones.iter().map(|day| Explanation::from_milestone(view, day, Lang::En));
        let windows = view.possibilities();
        let windows = windows.iter().map(|one| Explanation::from_possibility(view, one, Lang::En));
        let all = lines.chain(milestones).chain(windows);
        all.map(|e| e.to_string()).collect::<Vec<_>>().join("\n")
    }),
    ("verdict", |_, view| json(&VerdictForm::from(&Verdict::from_view(view.clone())))),
    ("protocol", |_, view| {
        let to = view.on() + 900;
        let protocol = Protocol::default();
        json(&AgendaForm::between(&protocol.agenda(view), view, view.on(), to))
    }),
    ("diff", |_, view| {
        let present = Timeline::new(view.timeline().case());
        let changes = change::compare(&present.view(view.on()), view);
        changes.iter().map(|change| json(&ChangeForm::from(change))).collect()
    }),
    ("batch", |law, view| {
        format!("{:?}", Batch::under(law, view.on()).worker().summary(view.timeline().case()))
    }),
    ("picture", |_, view| svg::case_timeline(view, &svg::Options::new(Lang::En))),
    ("calendar", |_, view| {
        let options = icalendar::Options::new("hr.example.org").with_case_id();
        icalendar::calendar([view], &options).unwrap_or_default()
    }),
];

fn json(form: &impl serde::Serialize) -> String {
    serde_json::to_string(form).expect("JSON")
}

/// The golden cases on four days: early, after a year, near the end of the second year and long after it.
fn cases() -> Vec<(Case, Day)> {
    let of = |case: &Case| {
        let first = Timeline::new(case).view(after_everything()).first_sick_day();
        [20, 400, 640, 1_500].map(|day| (case.clone(), first + in_days(day)))
    };
    goldens().iter().flat_map(|golden| of(&golden.case)).collect()
}

/// Effects that give the due day of a duty.
const GIVES_A_DUE_DAY: [&str; 5] = [
    "entitlement-report-at-end-of-employment",
    "own-employer-perspective",
    "own-risk-report-after-employment",
    "report-at-end-of-employment",
    "wia-decision-after-repair",
];

/// The doors in which a change of a rule must be seen.
fn expected(rule: &Rule, change: &str) -> Vec<&'static str> {
    let id = rule.id();
    let is_milestone = matches!(rule.kind, Kind::Milestone(_));
    let mut doors = match (rule.kind, change) {
        // Only the explanation holds readings.
        (Kind::Effect(_), "reading") => Vec::new(),
        (_, "reading") => vec!["explanation"],
        // Nobody must do it: it stands beside the obligations.
        (Kind::Possibility(_), _) => return vec!["timeline", "explanation"],
        (Kind::Milestone(_), "layer") => vec!["milestones", "explanation"],
        (Kind::Milestone(_), _) => vec!["timeline", "milestones", "explanation", "diff"],
        (Kind::Effect("short-report"), _) => Vec::new(),
        // The day on a ground that is not recorded shows in explanations and derivations.
        (
            Kind::Effect(
                "entitlement-report-fourth-day"
                | "thirteen-weeks-of-sickness"
                | "entitlement-report-after-thirteen-weeks",
            ),
            _,
        ) => Vec::new(),
        (Kind::Effect(_), "number") => vec!["timeline"],
        (Kind::Effect(_), _) if !GIVES_A_DUE_DAY.contains(&id) => Vec::new(),
        (_, "number") => {
            vec!["timeline", "explanation", "verdict", "protocol", "diff", "picture", "calendar"]
        }
        (_, "article") => vec!["timeline", "explanation", "verdict", "protocol", "diff", "picture"],
        _ => vec!["timeline", "explanation", "protocol", "picture"],
    };
    // What the calendar says of a day depends on whether somebody sets it.
    if !is_milestone && change == "layer" && !doors.is_empty() {
        doors.push("calendar");
    }
    match (id, change) {
        ("end-of-wages" | "end-of-waiting-period" | "end-of-sickness-benefit", "number") => {
            doors.extend(["batch", "verdict", "protocol", "calendar", "picture"]);
        }
        ("wia-claim" | "wage-sanction-decision" | "problem-analysis", "number") => {
            doors.push("batch");
        }
        // What the report must hold, and what a file risks.
        ("short-report", "number") => doors.push("verdict"),
        ("wage-sanction-length", "number") => doors.extend(["verdict", "batch", "diff", "picture"]),
        ("wage-sanction-length", "article") => doors.push("picture"),
        // Which periods add up.
        ("joining-waiting-period" | "joining-notification", "article") => {
            doors.push("explanation");
        }
        ("joining-wages" | "joining-dismissal-ban", "article") => doors.push("explanation"),
        ("state-pension-wages" | "state-pension-dismissal-ban", "article") => {
            doors.extend(["timeline", "milestones", "explanation", "diff", "picture"]);
        }
        ("state-pension-benefit", "article") => doors.push("explanation"),
        _ => {}
    }
    doors
}

#[test]
fn every_rule_that_is_amended_shows_in_every_door() {
    let cases = cases();
    let present: Vec<BTreeMap<&str, String>> = cases
        .iter()
        .map(|(case, on)| {
            let timeline = Timeline::new(case);
            let view = timeline.view(*on);
            DOORS.iter().map(|(name, door)| (*name, door(&LAW, &view))).collect()
        })
        .collect();
    let (mut seen, mut missing) = (0, Vec::new());
    for rule in LAW.rules() {
        for change in CHANGES {
            let Some(law) = amended(rule, change) else { continue };
            let mut left: BTreeSet<&str> = expected(rule, change).into_iter().collect();
            seen += left.len();
            for ((case, on), before) in cases.iter().zip(&present) {
                if left.is_empty() {
                    break;
                }
                if !rule.holds_in(case.regime()) {
                    continue;
                }
                let timeline = Timeline::under(law, case);
                let view = timeline.view(*on);
                for (name, door) in DOORS {
                    if left.contains(name) && door(law, &view) != before[name] {
                        left.remove(name);
                    }
                }
            }
            missing.extend(left.iter().map(|door| format!("{} {change}: {door}", rule.id())));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(seen > 400, "{seen}");
}

/// A rule of several versions can be amended to count from what a rule of one version counts from as well,
/// but not from what only a series has.
#[test]
fn a_rule_of_several_versions_is_explained_whatever_it_counts_from() {
    let claim = LAW.rule("wia-claim").expect("a rule");
    let counted_from = |from: Anchor| {
        let versions: Vec<Version> = claim
            .versions()
            .map(|(_, version)| Version { due: Bound { from, ..version.due }, ..*version })
            .collect();
        LAW.amended(Box::leak(Box::new(claim.with_versions(versions.leak()))))
    };
    for from in [Anchor::PeriodStart, Anchor::PreviousInterview, Anchor::DayAfterLeave] {
        assert_eq!(counted_from(from), Err(Unsound::OtherRecurrence));
    }
    let not_before = Duty::FIRST_YEAR_ASSESSMENT;
    for from in [Anchor::AbleToEarn { not_before }, Anchor::LastSickDay, Anchor::EmploymentEnd] {
        let law: &'static Law = Box::leak(Box::new(counted_from(from).expect("sound")));
        for (case, on) in cases().into_iter().step_by(20) {
            let timeline = Timeline::under(law, &case);
            let view = timeline.view(on);
            for (line, _) in view.obligations() {
                assert!(!Explanation::new(&view, line, Lang::Nl).steps().is_empty());
            }
        }
    }
}

/// A wage sanction lasts at most 52 weeks; under a made-up law 53, also for what is added to a case.
#[test]
fn what_is_added_to_a_case_is_checked_by_the_law_of_the_case() {
    let sanction = LAW.rule("wage-sanction-length").expect("a rule");
    let law = amended(sanction, "number").expect("a number");
    let first = Day::new(2022, 1, 3);
    let (weeks, on) = (EventKind::WageSanction { weeks: Some(53) }, first + 700);
    let case = Case::builder().sick_since(first).build().expect("a case");
    assert!(case.with(weeks, on).is_err());
    let under = Case::builder().under(law).sick_since(first).build().expect("a case");
    assert_eq!(case, under);
    let sanctioned = under.with(weeks, on).expect("53 weeks");
    assert!(sanctioned.with(EventKind::RepairNotified, on + 60).is_ok());
    assert!(CaseBuilder::from(&sanctioned).under(&LAW).build().is_err());

    let mut reader = CaseReader::new().under(law);
    for _ in 0..2 {
        reader.spell(Spell::new(first, None));
        reader.event(&EventText { weeks: Some(53), ..EventText::new("wage-sanction", on) });
        assert_eq!(reader.case(), Ok(&sanctioned));
        reader.clear();
    }
}
