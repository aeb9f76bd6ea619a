//! A law table with a hole in it does not compile. Small programs are compiled against this crate,
//! as somebody who amends the law would write them; each differs from a sound one in one thing.

use poortwachter::law::{
    self, Anchor, Bound, Deadline, Kind, LAW, Recurrence, Rule, Source, Term, Unsound, Version,
    assert_sound,
    bw7::STATE_PENSION_WAGES,
    procesgang::PROGRESS_INTERVIEW,
    wia::{REINTEGRATION_REPORT, WIA_CLAIM},
};
use poortwachter::{Day, Duty, Text};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program with one table: the versions of the WIA claim, and the table that holds it.
struct Program {
    name: &'static str,
    versions: &'static str,
    table: &'static str,
    /// The message with which it must fail, none for a sound one.
    refused: Option<&'static str>,
}

const SOUND_VERSIONS: &str = "
    Version { since: None, ..CLAIM },
    Version { since: Some(Day::new(2013, 7, 1)), ..CLAIM },
    Version { since: Some(Day::new(2020, 1, 1)), ..CLAIM },
";

const PROGRAMS: &[Program] = &[
    Program { name: "sound", versions: SOUND_VERSIONS, table: "&[&RULE]", refused: None },
    Program {
        name: "sound_law",
        versions: SOUND_VERSIONS,
        table: "&[&poortwachter::law::wia::WIA_NOTICE, &RULE]",
        refused: None,
    },
    Program {
        name: "order",
        versions: "
            Version { since: None, ..CLAIM },
            Version { since: Some(Day::new(2013, 7, 1)), ..CLAIM },
            Version { since: Some(Day::new(2013, 7, 1)), ..CLAIM },
        ",
        table: "&[&RULE]",
        refused: Some("the versions of a rule must stand in order"),
    },
    Program {
        name: "no_day",
        versions: "
            Version { since: None, ..CLAIM },
            Version { since: None, ..CLAIM },
        ",
        table: "&[&RULE]",
        refused: Some("the versions of a rule must stand in order"),
    },
    Program {
        name: "second_version",
        versions: SOUND_VERSIONS,
        table: "&[{ let _ = RULE.only_version(); &RULE }]",
        refused: Some("this rule has more than one version"),
    },
    Program {
        name: "impossible_date",
        versions: "
            Version { since: None, ..CLAIM },
            Version { since: Some(Day::new(2013, 2, 30)), ..CLAIM },
        ",
        table: "&[&RULE]",
        refused: Some("there is no such calendar day"),
    },
    Program {
        name: "registered_twice",
        versions: SOUND_VERSIONS,
        table: "&[&poortwachter::law::wia::WIA_CLAIM, &RULE]",
        refused: Some("a rule is registered twice"),
    },
    Program {
        name: "first_day",
        versions: "
            Version { since: Some(Day::new(2004, 1, 1)), ..CLAIM },
        ",
        table: "&[&RULE]",
        refused: Some("the first version of a rule must have no first day"),
    },
    Program {
        name: "zero_term",
        versions: "
            Version {
                since: None,
                due: Bound { term: Term::WeeksBefore(0), ..CLAIM.due },
                ..CLAIM
            },
        ",
        table: "&[&RULE]",
        refused: Some("the number in a term is zero"),
    },
    Program {
        name: "no_words",
        versions: "
            Version {
                since: None,
                due: Bound { source: Source { text: \"\", ..CLAIM.due.source }, ..CLAIM.due },
                ..CLAIM
            },
        ",
        table: "&[&RULE]",
        refused: Some("a date has no verbatim words"),
    },
    Program {
        name: "no_version",
        versions: "",
        table: "&[&RULE]",
        refused: Some("a rule has no version"),
    },
];

fn source_of(program: &Program) -> String {
    format!(
        "#![allow(unused)]
use poortwachter::Day;
use poortwachter::law::{{Bound, Rule, Source, Term, Version, assert_sound, wia::WIA_CLAIM}};

const CLAIM: Version = *WIA_CLAIM.version_in_force();
static VERSIONS: &[Version] = &[{versions}];
static RULE: Rule = WIA_CLAIM.with_versions(VERSIONS);
const _: () = assert_sound({table});

fn main() {{}}
",
        versions = program.versions,
        table = program.table,
    )
}

/// Writes a crate with every program as a binary.
fn scratch_crate() -> PathBuf {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("soundness");
    let programs = scratch.join("src").join("bin");
    // A program of an earlier version of this test would be compiled too.
    let _ = std::fs::remove_dir_all(&programs);
    std::fs::create_dir_all(&programs).expect("the directory can be made");
    let manifest = format!(
        "[package]\nname = \"soundness-scratch\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\npoortwachter = {{ path = '{}' }}\n\n[workspace]\n",
        env!("CARGO_MANIFEST_DIR")
    );
    std::fs::write(scratch.join("Cargo.toml"), manifest).expect("written");
    // The versions that this test was built with: they are on this machine.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    if lock.exists() {
        std::fs::copy(lock, scratch.join("Cargo.lock")).expect("copied");
    }
    for program in PROGRAMS {
        let file = programs.join(program.name).with_extension("rs");
        std::fs::write(file, source_of(program)).expect("written");
    }
    scratch
}

#[derive(Default, Debug)]
struct Compiled {
    succeeded: bool,
    errors: Vec<String>,
}

/// Compiles every program, each as far as it goes.
fn compile() -> (BTreeMap<String, Compiled>, String) {
    let scratch = scratch_crate();
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into());
    let output = Command::new(cargo)
        .current_dir(&scratch)
        .args(["check", "--offline", "--bins", "--keep-going", "--message-format=json"])
        .arg("--target-dir")
        .arg(scratch.join("target"))
        .output()
        .expect("cargo runs");
    let mut compiled: BTreeMap<String, Compiled> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<serde_json::Value>(line) else { continue };
        let is_program = message["target"]["kind"][0] == "bin";
        let Some(name) = message["target"]["name"].as_str().filter(|_| is_program) else {
            continue;
        };
        let program = compiled.entry(name.to_string()).or_default();
        match message["reason"].as_str() {
            Some("compiler-artifact") => program.succeeded = true,
            Some("compiler-message") if message["message"]["level"] == "error" => {
                program.errors.push(message["message"]["rendered"].to_string());
            }
            _ => {}
        }
    }
    (compiled, String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn an_unsound_law_does_not_compile() {
    let (compiled, log) = compile();
    for program in PROGRAMS {
        let Some(result) = compiled.get(program.name) else {
            panic!("{} was not compiled:\n{log}", program.name)
        };
        let Some(refused) = program.refused else {
            assert!(result.succeeded, "{} is sound: {:#?}", program.name, result.errors);
            continue;
        };
        assert!(!result.succeeded, "{} compiles", program.name);
        assert!(!result.errors.is_empty(), "{} fails without an error", program.name);
        let messages: BTreeSet<&str> =
            PROGRAMS.iter().filter_map(|program| program.refused).collect();
        let given: Vec<&str> = messages
            .into_iter()
            .filter(|message| result.errors.iter().any(|error| error.contains(message)))
            .collect();
        assert_eq!(given, [refused], "{} fails for another reason: {result:#?}", program.name);
        // Errors of evaluation only: nothing else is wrong with the program.
        let others = result
            .errors
            .iter()
            .filter(|error| !error.contains("E0080") && !error.contains("aborting due to"));
        assert_eq!(others.count(), 0, "{}: {result:#?}", program.name);
    }
}

// ---- The same at run time -----------------------------------------------------------------------

const CLAIM: Version = *WIA_CLAIM.version_in_force();

fn rule(versions: Vec<Version>) -> &'static Rule {
    Box::leak(Box::new(WIA_CLAIM.with_versions(versions.leak())))
}

fn since(days: &[Option<Day>]) -> &'static Rule {
    rule(days.iter().map(|since| Version { since: *since, ..CLAIM }).collect())
}

fn changed(rule: &Rule, change: impl FnOnce(&mut Rule)) -> &'static Rule {
    let mut changed = *rule;
    change(&mut changed);
    Box::leak(Box::new(changed))
}

/// The second day of a period that starts on the day of the interview before: the day after it.
const EVERY_DAY: Version = Version {
    due: Bound { term: Term::OnDay(2), ..PROGRESS_INTERVIEW.only_version().due },
    ..*PROGRESS_INTERVIEW.only_version()
};

const JULY: Day = Day::new(2013, 7, 1);
const JUNE: Day = Day::new(2013, 6, 30);

fn unsound() -> Vec<(Vec<&'static Rule>, Unsound)> {
    let nothing = Bound { term: Term::WeeksBefore(0), ..CLAIM.due };
    let wordless = Bound { source: Source { text: "", ..CLAIM.due.source }, ..CLAIM.due };
    let english = Bound { reading: Text { nl: "", en: "So it is read." }, ..CLAIM.due };
    let from_itself = Bound { from: Anchor::MetOrPlanned(Duty::WIA_CLAIM), ..CLAIM.due };
    let with = |version: Version| vec![rule(vec![Version { since: None, ..version }])];
    vec![
        (vec![&WIA_CLAIM, &WIA_CLAIM], Unsound::RegisteredTwice),
        (vec![rule(vec![])], Unsound::NoVersion),
        (vec![changed(&WIA_CLAIM, |rule| rule.regimes = &[])], Unsound::NoRegime),
        (vec![since(&[Some(JULY)])], Unsound::NotFromTheBeginning),
        (vec![since(&[Some(JUNE), Some(JULY)])], Unsound::NotFromTheBeginning),
        (vec![since(&[None, None])], Unsound::NotInOrder),
        (vec![since(&[None, Some(JULY), None])], Unsound::NotInOrder),
        (vec![since(&[None, Some(JULY), Some(JULY)])], Unsound::NotInOrder),
        (vec![since(&[None, Some(JULY), Some(JUNE)])], Unsound::NotInOrder),
        (
            vec![Box::leak(Box::new(PROGRESS_INTERVIEW.with_versions(&[EVERY_DAY])))],
            Unsound::LongSeries,
        ),
        (
            vec![changed(&STATE_PENSION_WAGES, |rule| rule.effect_name = Text::NONE)],
            Unsound::NoName,
        ),
        (vec![changed(&WIA_CLAIM, |rule| rule.the_nl = "")], Unsound::NoName),
        (vec![changed(&WIA_CLAIM, |rule| rule.met_by = &[])], Unsound::NeverMet),
        (
            vec![changed(&WIA_CLAIM, |rule| rule.recurrence = Recurrence::EveryTerm)],
            Unsound::OtherRecurrence,
        ),
        (
            vec![changed(&PROGRESS_INTERVIEW, |rule| {
                (rule.recurrence, rule.the_nl) = (Recurrence::Once, "het voortgangsgesprek");
            })],
            Unsound::OtherRecurrence,
        ),
        (
            vec![changed(&REINTEGRATION_REPORT, |rule| rule.deadline = Deadline::Final)],
            Unsound::NoToleratedDay,
        ),
        (with(Version { due: from_itself, ..CLAIM }), Unsound::Circle),
        (with(Version { due: nothing, ..CLAIM }), Unsound::ZeroTerm),
        (with(Version { opens: Some(nothing), ..CLAIM }), Unsound::ZeroTerm),
        (with(Version { advised: Some(nothing), ..CLAIM }), Unsound::ZeroTerm),
        (with(Version { tolerated: Some(nothing), ..CLAIM }), Unsound::ZeroTerm),
        (with(Version { due: wordless, ..CLAIM }), Unsound::NoWords),
        (with(Version { opens: Some(wordless), ..CLAIM }), Unsound::NoWords),
        (with(Version { advised: Some(wordless), ..CLAIM }), Unsound::NoWords),
        (with(Version { tolerated: Some(wordless), ..CLAIM }), Unsound::NoWords),
        (with(Version { due: english, ..CLAIM }), Unsound::OneLanguage),
        (with(Version { opens: Some(english), ..CLAIM }), Unsound::OneLanguage),
    ]
}

#[test]
fn check_names_what_is_wrong() {
    for (rules, expected) in unsound() {
        assert_eq!(law::check(&rules), Err(expected));
        // What is wrong in the middle of a table is found too.
        if expected != Unsound::RegisteredTwice {
            let among: Vec<&Rule> = [&law::wia::WIA_NOTICE]
                .into_iter()
                .chain(rules)
                .chain([&law::wia::WIA_DECISION])
                .collect();
            assert_eq!(law::check(&among), Err(expected));
        }
    }
    assert_eq!(law::check(&[]), Ok(()));
    assert_eq!(law::check(LAW.rules()), Ok(()));
    let adjoining = since(&[None, Some(JUNE), Some(JULY)]);
    assert_eq!(law::check(&[adjoining]), Ok(()));
}

#[test]
fn duties_that_wait_for_one_another_are_unsound() {
    let waits_for = |from: Duty, rule: &Rule| {
        let last = *rule.version_in_force();
        let due = Bound { from: Anchor::MetOrPlanned(from), ..last.due };
        let version = Version { since: None, due, ..last };
        changed(rule, |rule| *rule = rule.with_versions(vec![version].leak()))
    };
    // The decision counts from the claim.
    let claim = waits_for(Duty::WIA_DECISION, &WIA_CLAIM);
    assert_eq!(law::check(&[claim]), Ok(()));
    assert_eq!(law::check(&[claim, &law::wia::WIA_DECISION]), Err(Unsound::Circle));
    assert_eq!(LAW.amended(claim), Err(Unsound::Circle));
    let claim = waits_for(Duty::WIA_NOTICE, &WIA_CLAIM);
    assert_eq!(law::check(&[claim, &law::wia::WIA_DECISION]), Ok(()));
}

#[test]
fn a_law_has_one_duty_that_prolongs_the_payment() {
    let nobody = changed(&WIA_CLAIM, |rule| rule.consequences = &[]);
    assert_eq!(law::check(&[nobody]), Ok(()));
    assert_eq!(LAW.amended(nobody), Err(Unsound::NotOneDuty));
    let consequences = WIA_CLAIM.consequences;
    let both = changed(&REINTEGRATION_REPORT, |rule| rule.consequences = consequences);
    assert_eq!(LAW.amended(both), Err(Unsound::NotOneDuty));
}

/// The WIA claim as an effect of that name.
fn as_effect(id: &'static str) -> &'static Rule {
    changed(&WIA_CLAIM, |rule| {
        rule.kind = Kind::Effect(id);
        rule.effect_name = Text { nl: "Een gevolg", en: "An effect" };
    })
}

#[test]
fn a_duty_and_an_effect_of_one_name_are_the_same_rule_twice() {
    let effect = as_effect("wia-claim");
    assert_eq!(law::check(&[&WIA_CLAIM, effect]), Err(Unsound::RegisteredTwice));
    let other = as_effect("wia-claim-of-another");
    assert_eq!(law::check(&[&WIA_CLAIM, other]), Ok(()));
}

#[test]
fn a_rule_of_one_name_in_another_regime_is_another_rule() {
    use poortwachter::Regime;
    let of = |regimes: &'static [Regime]| changed(&WIA_CLAIM, |rule| rule.regimes = regimes);
    let employer = of(&[Regime::Employer]);
    let benefit = of(&[Regime::SafetyNet, Regime::OwnRiskCarrier]);
    assert_eq!(law::check(&[employer, benefit]), Ok(()));
    let carrier = of(&[Regime::OwnRiskCarrier]);
    assert_eq!(law::check(&[employer, benefit, carrier]), Err(Unsound::RegisteredTwice));
    assert_eq!(LAW.rule("problem-analysis"), LAW.rule_for("problem-analysis", Regime::Employer));
    assert_ne!(LAW.rule("problem-analysis"), LAW.rule_for("problem-analysis", Regime::SafetyNet));
    // An amendment of one regime leaves the other alone, and cannot take its place as well.
    let other = LAW.rule_for("problem-analysis", Regime::SafetyNet).expect("a rule");
    let amended = LAW.amended(changed(other, |rule| rule.the_nl = "iets anders"));
    let amended = amended.expect("sound");
    assert_eq!(amended.rule("problem-analysis"), LAW.rule("problem-analysis"));
    let everywhere = changed(other, |rule| rule.regimes = Regime::ALL);
    assert_eq!(LAW.amended(everywhere), Err(Unsound::RegisteredTwice));
}

#[test]
fn assert_sound_panics_with_the_words_of_check() {
    for (rules, expected) in unsound() {
        let panic = std::panic::catch_unwind(|| assert_sound(&rules)).expect_err("it panics");
        let words = panic.downcast_ref::<&str>().copied().map(String::from);
        let words = words.or_else(|| panic.downcast_ref::<String>().cloned());
        assert_eq!(words, Some(expected.to_string()));
    }
    assert_sound(LAW.rules());
}

#[test]
fn an_amended_law_is_sound_or_refused() {
    for (rules, expected) in unsound() {
        if expected != Unsound::RegisteredTwice {
            assert_eq!(LAW.amended(rules[0]), Err(expected));
        }
    }
    let unknown = as_effect("wia-clam");
    assert_eq!(LAW.amended(unknown), Err(Unsound::UnknownRule));
    assert_eq!(Unsound::UnknownRule.to_string(), "there is no rule of that name to replace");
}

#[test]
fn an_amended_law_differs_in_that_rule_only() {
    let new = since(&[None, Some(JULY)]);
    let amended = LAW.amended(new).expect("sound");
    assert_eq!(amended.rules().len(), LAW.rules().len());
    for (old, new) in LAW.rules().iter().zip(amended.rules()) {
        assert_eq!(old.id(), new.id());
        assert_eq!(old == new, old.id() != "wia-claim");
    }
    assert_eq!(LAW.rule("wia-claim"), Some(&WIA_CLAIM), "the law in force stays as it is");
}

/// What is read as if it had one version cannot get a second one in an amended law: nobody would ask which
/// of them holds.
#[test]
fn a_rule_that_is_read_as_one_gets_no_second_version() {
    let mut refused = 0;
    for rule in LAW.rules().iter().filter(|rule| rule.versions().len() == 1) {
        let present = *rule.only_version();
        let later = Version { since: Some(Day::new(2027, 1, 1)), ..present };
        let twice = Box::leak(Box::new(rule.with_versions(vec![present, later].leak())));
        match LAW.amended(twice) {
            Ok(law) => assert_eq!(law.rule_for(rule.id(), rule.regimes[0]), Some(&*twice)),
            Err(unsound) => {
                assert_eq!(unsound, Unsound::SecondVersion, "{}", rule.id());
                refused += 1;
            }
        }
    }
    // The relapse window, the length of a sanction, and two effects.
    assert_eq!(refused, 4);
}
