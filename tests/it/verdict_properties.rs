//! Laws of the verdict, over random files.

use crate::common::in_days;
use poortwachter::Day;
use poortwachter::law::{Actor, LAW, Layer};
use poortwachter::verdict::{Finding, Judgement, Question, Severity, Topic, Verdict};
use poortwachter::{
    Adviser, Case, DeviationReason, Duty, EventKind, InterviewRhythm, Lang, PlanItem, ReportPart,
    SecondTrackEnd, SecondTrackPhase, State, Timeline,
};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

type Spell = (Day, Option<Day>);

/// A file as it was recorded.
#[derive(Clone, Debug)]
struct File {
    spells: Vec<Spell>,
    leave: Option<(Day, Day)>,
    state_pension: Option<Day>,
    employment_end: Option<Day>,
    fixed_grid: bool,
    events: Vec<(EventKind, Day)>,
    on: Day,
}

impl File {
    /// None when the facts contradict each other.
    fn case(&self) -> Option<Case> {
        let mut builder = Case::builder();
        for (first, last) in &self.spells {
            builder = builder.add_spell(poortwachter::Spell::new(*first, *last));
        }
        if let Some((first, last)) = self.leave {
            builder = builder.leave(first, last);
        }
        if let Some(day) = self.state_pension {
            builder = builder.state_pension_day(day);
        }
        if let Some(day) = self.employment_end {
            builder = builder.employment_last_day(day);
        }
        if self.fixed_grid {
            builder = builder.interviews(InterviewRhythm::FixedGrid);
        }
        for (kind, on) in &self.events {
            builder = builder.event(*kind, *on);
        }
        builder.build().ok()
    }

    fn timeline(&self) -> Option<Timeline> {
        self.case().map(|case| Timeline::new(&case))
    }

    /// The same file without what happened after the day of the verdict.
    fn as_known(&self) -> File {
        let known = |day: &Day| *day <= self.on;
        let spells = self.spells.iter().filter(|(first, _)| known(first));
        File {
            spells: spells.map(|(first, last)| (*first, last.filter(known))).collect(),
            leave: self.leave.filter(|(first, _)| known(first)),
            events: self.events.iter().copied().filter(|(_, on)| known(on)).collect(),
            ..self.clone()
        }
    }
}

/// What a record of a duty is filed as.
fn act(duty: Duty) -> EventKind {
    if duty == Duty::PROGRESS_INTERVIEW { EventKind::Interview } else { EventKind::Met(duty) }
}

/// Every duty that is met by recording it, and the days around which that happens.
const ACTS: &[(Duty, u64, u64)] = &[
    (Duty::SICKNESS_REPORT, 0, 20),
    (Duty::PROBLEM_ANALYSIS, 10, 90),
    (Duty::PLAN_OF_ACTION, 20, 130),
    (Duty::PROGRESS_INTERVIEW, 50, 800),
    (Duty::UWV_SICKNESS_REPORT, 250, 620),
    (Duty::FIRST_YEAR_EVALUATION, 280, 450),
    (Duty::SECOND_TRACK_START, 40, 600),
    (Duty::WIA_NOTICE, 580, 680),
    (Duty::CURRENT_OPINION, 590, 660),
    (Duty::FINAL_EVALUATION, 590, 660),
    (Duty::REINTEGRATION_REPORT, 20, 680),
    (Duty::WIA_CLAIM, 590, 800),
    (Duty::WAGE_SANCTION_DECISION, 620, 800),
    (Duty::WIA_DECISION, 640, 900),
    (Duty::END_OF_EMPLOYMENT_REPORT, 0, 900),
];

fn some_act() -> impl Strategy<Value = (Duty, u64)> {
    select(ACTS).prop_flat_map(|(duty, from, to)| {
        prop_oneof![4 => from..to, 1 => 0_u64..1_100].prop_map(move |n| (duty, n))
    })
}

fn other_kind() -> impl Strategy<Value = EventKind> {
    prop_oneof![
        2 => Just(EventKind::LongAbsenceForeseen),
        1 => Just(EventKind::NoPossibilities),
        2 => Just(EventKind::OwnEmployerPerspective),
        2 => Just(EventKind::WiaNoticeReceived),
        1 => Just(EventKind::OutsideExpertAsked),
        1 => Just(EventKind::EarlyIvaClaim),
        2 => Just(EventKind::WageSanction { weeks: None }),
        1 => Just(EventKind::WageSanction { weeks: Some(26) }),
        2 => Just(EventKind::RepairNotified),
        1 => Just(EventKind::RepairRefused),
        1 => Just(EventKind::RepairEstablished),
        1 => Just(EventKind::WiaGranted),
        1 => Just(EventKind::Deceased),
        1 => Just(EventKind::PlanAdjusted),
        1 => Just(EventKind::PartlyAbleToWork),
        1 => Just(EventKind::ReintegrationInterview),
        2 => Just(EventKind::OwnWorkRuledOut),
        1 => Just(EventKind::SecondTrackProviderEngaged),
        1 => Just(EventKind::FirstTrackEnded),
        2 => select(Adviser::ALL).prop_map(|by| EventKind::SecondTrackAdvised { by }),
        2 => select(SecondTrackPhase::ALL).prop_map(EventKind::SecondTrackPhase),
        1 => select(SecondTrackEnd::ALL).prop_map(|why| EventKind::SecondTrackEnded { why }),
        3 => select(PlanItem::ALL).prop_map(EventKind::PlanHolds),
        3 => select(ReportPart::ALL).prop_map(EventKind::ReportHolds),
    ]
}

fn event(first: Day) -> impl Strategy<Value = (EventKind, Day)> {
    let after = move |n| first + in_days(n);
    let open_to_deviation =
        &[Duty::PROBLEM_ANALYSIS, Duty::PLAN_OF_ACTION, Duty::FIRST_YEAR_EVALUATION][..];
    prop_oneof![
        8 => some_act().prop_map(move |(duty, n)| (act(duty), after(n))),
        6 => (other_kind(), 0_u64..1_100).prop_map(move |(kind, n)| (kind, after(n))),
        1 => (400_u64..720, 1_u64..600).prop_map(move |(on, more)| {
            (EventKind::VoluntaryExtension { until: after(on + more) }, after(on))
        }),
        1 => (select(open_to_deviation), 0_u64..400, 0_u64..90).prop_map(
            move |(duty, on, more)| {
                let until = after(on + more);
                let reason = DeviationReason::PartyAbsent;
                (EventKind::AgreedDeviation { duty, until, reason }, after(on))
            }
        ),
    ]
}

/// First sick days after the change of 2008: before it, reporting early brought the older and
/// shorter term (art. VII of the act of 11 September 2008).
fn first_day() -> impl Strategy<Value = Day> {
    let day = |y: i32, m, d| Day::new(y, m, d);
    prop_oneof![
        2 => (0_u64..5_200).prop_map(move |n| day(2009, 1, 1) + in_days(n)),
        3 => (0_u64..1_600).prop_map(move |n| day(2023, 5, 1) + in_days(n)),
    ]
}

/// Valid files only.
fn file() -> impl Strategy<Value = File> {
    let absence = (
        first_day(),
        prop_oneof![
            4 => Just(vec![]),
            2 => prop::collection::vec((1_u64..400, 2_u64..60), 1..3),
        ],
        prop::bool::weighted(0.75),
        1_u64..900,
    );
    let contract = (
        prop::option::weighted(0.12, (0_u64..400, 1_u64..160)),
        prop::option::weighted(0.15, 0_u64..1_100),
        prop::option::weighted(0.2, 0_u64..1_100),
        prop::bool::weighted(0.2),
    );
    (absence, contract, 0_u64..1_200)
        .prop_flat_map(|((first, gaps, goes_on, sick), contract, on)| {
            let mut spells: Vec<Spell> = Vec::new();
            let mut start = first;
            for (days, healthy) in gaps {
                let last = start + in_days(days - 1);
                spells.push((start, Some(last)));
                start = last + in_days(healthy + 1);
            }
            let end = start + in_days(sick - 1);
            spells.push((start, (!goes_on).then_some(end)));
            let (leave, state_pension, employment_end, fixed_grid) = contract;
            let leave =
                leave.map(|(start, days)| (first + in_days(start), first + in_days(start + days)));
            let file = File {
                spells,
                leave,
                state_pension: state_pension.map(|n| first + in_days(n)),
                employment_end: employment_end.map(|n| first + in_days(n)),
                fixed_grid,
                events: Vec::new(),
                on: first + in_days(on),
            };
            (Just(file), prop::collection::vec(event(first), 0..14))
        })
        .prop_map(|(mut file, events)| {
            // What contradicts the rest is left out: a duty met twice, two of a kind on a day.
            for event in events {
                file.events.push(event);
                if file.case().is_none() {
                    file.events.pop();
                }
            }
            file
        })
        .prop_filter("contradictory", |file| file.case().is_some())
}

fn found(verdict: &Verdict<'_>, duty: Duty, number: u16) -> Option<Finding> {
    verdict.finding(Topic::Duty(duty, number)).cloned()
}

/// The findings on a duty that were met on a day.
fn met_on(verdict: &Verdict<'_>, duty: Duty, on: Day) -> Vec<Finding> {
    let is_it = |finding: &&Finding| {
        matches!(finding.topic(), Topic::Duty(d, _) if d == duty) && finding.met() == Some(on)
    };
    verdict.findings().iter().filter(is_it).cloned().collect()
}

const fn days_late(finding: &Finding) -> u32 {
    match finding.judgement() {
        Judgement::Late { days } => days,
        _ => 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4_000,
        failure_persistence: None,
        max_global_rejects: 40_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn recording_an_act_is_never_worse_than_its_absence(
        file in file(),
        (duty, n) in some_act(),
    ) {
        let mut without = file.clone();
        if duty != Duty::PROGRESS_INTERVIEW {
            without.events.retain(|(kind, _)| *kind != act(duty));
        }
        let on = file.spells[0].0 + in_days(n);
        // Nobody claims what was granted.
        let granted = |(kind, day): &(EventKind, Day)| *kind == EventKind::WiaGranted && *day < on;
        prop_assume!(duty != Duty::WIA_CLAIM || !without.events.iter().any(granted));
        let mut with = without.clone();
        with.events.push((act(duty), on));
        let (Some(without), Some(with)) = (without.timeline(), with.timeline()) else {
            return Ok(());
        };
        let day = file.on.max(on);
        let (without, with) = (Verdict::new(&without, day), Verdict::new(&with, day));
        for recorded in met_on(&with, duty, on) {
            let Some(absent) = found(&without, duty, recorded.topic().number()) else { continue };
            prop_assert!(
                recorded.severity() <= absent.severity(),
                "absent: {absent:?}\nrecorded: {recorded:?}"
            );
        }
    }

    #[test]
    fn an_act_a_day_earlier_is_never_judged_later(file in file(), (duty, n) in some_act()) {
        let on = file.spells[0].0 + in_days(n);
        let earlier = on.checked_add(-1).expect("a date");
        let mut without = file.clone();
        if duty != Duty::PROGRESS_INTERVIEW {
            without.events.retain(|(kind, _)| *kind != act(duty));
        }
        let (mut late, mut early) = (without.clone(), without);
        late.events.push((act(duty), on));
        early.events.push((act(duty), earlier));
        let (Some(late), Some(early)) = (late.timeline(), early.timeline()) else { return Ok(()) };
        let day = file.on.max(on);
        let (late, early) = (Verdict::new(&late, day), Verdict::new(&early, day));
        if earlier < late.view().first_sick_day() {
            // It belongs to an earlier case.
            return Ok(());
        }
        for after in met_on(&late, duty, on) {
            let number = after.topic().number();
            let before = met_on(&early, duty, earlier);
            let before = before.iter().find(|before| before.topic().number() == number);
            let Some(before) = before else {
                // An interview may slip into the window before it, or before the plan.
                prop_assert!(duty == Duty::PROGRESS_INTERVIEW, "{duty:?} on {earlier} is not seen");
                continue;
            };
            prop_assert!(days_late(before) <= days_late(&after), "{before:?}\n{after:?}");
            prop_assert!(before.severity() <= after.severity(), "{before:?}\n{after:?}");
        }
    }

    #[test]
    fn a_verdict_ignores_later_facts(file in file()) {
        let known = file.as_known();
        prop_assume!(!known.spells.is_empty());
        let everything = file.timeline().expect("valid");
        let known = known.timeline().expect("what was known contradicts nothing");
        let (everything, known) =
            (Verdict::new(&everything, file.on), Verdict::new(&known, file.on));
        prop_assert_eq!(everything.findings(), known.findings());
        prop_assert_eq!(everything.summary(), known.summary());
        prop_assert_eq!(everything.second_track(), known.second_track());
        prop_assert_eq!(everything.plan(), known.plan());
        prop_assert_eq!(everything.report(), known.report());
    }

    #[test]
    fn severities_keep_to_the_strength_of_the_norm(file in file()) {
        let timeline = file.timeline().expect("valid");
        let verdict = Verdict::new(&timeline, file.on);
        let worst = verdict.findings().iter().map(Finding::severity).max();
        prop_assert_eq!(verdict.summary(), worst.unwrap_or(Severity::InOrder));
        for finding in verdict.findings() {
            let highest = match finding.layer() {
                Layer::Practice => Severity::Attention,
                Layer::Policy => Severity::AtRisk,
                _ => Severity::Defective,
            };
            prop_assert!(finding.severity() <= highest, "{finding:?}");
        }
        // Leave at the start can put the first sick day off: before it there is nothing to judge.
        if verdict.view().state() == State::NotYetSick {
            prop_assert!(verdict.findings().is_empty());
            return Ok(());
        }
        for (obligation, _) in verdict.view().obligations() {
            let topic = Topic::Duty(obligation.duty(), obligation.number());
            let finding = verdict.finding(topic).expect("one for every obligation");
            if obligation.actor() == Actor::Uwv {
                prop_assert!(finding.severity() <= Severity::Attention, "{finding:?}");
            }
            // Not even a statutory duty is judged harder than the week that practice names for it.
            if obligation.due_layer() == Layer::Practice {
                prop_assert!(finding.severity() <= Severity::Attention, "{finding:?}");
            }
            // Only what is missing can be defective, and only while nobody accepts it any more.
            if finding.severity() == Severity::Defective {
                let is_missing = matches!(finding.judgement(), Judgement::Missing { .. });
                prop_assert!(is_missing, "{:?}", finding);
                prop_assert!(finding.tolerated().is_none_or(|last| file.on > last));
            }
        }
    }

    #[test]
    fn every_finding_is_founded_and_speaks_two_languages(file in file()) {
        let timeline = file.timeline().expect("valid");
        let verdict = Verdict::new(&timeline, file.on);
        for finding in verdict.findings() {
            let citation = finding.citation().to_string();
            prop_assert!(!citation.is_empty() && !finding.source().text.is_empty());
            let (nl, en) = (finding.sentence(Lang::Nl), finding.sentence(Lang::En));
            prop_assert_ne!(without_shared_words(&nl), without_shared_words(&en));
            let article = format!(" ({citation}).");
            prop_assert!(nl.ends_with(&article) && en.ends_with(&article), "{nl}\n{en}");
        }
    }

    #[test]
    fn words_come_from_a_closed_list(file in file()) {
        let timeline = file.timeline().expect("valid");
        let verdict = Verdict::new(&timeline, file.on);
        for (lang, words) in [(Lang::Nl, NL), (Lang::En, EN)] {
            let words = format!("{words} {}", names_of_rules(lang));
            let mut texts: Vec<String> = Vec::new();
            for finding in verdict.findings() {
                let article = format!(" ({}).", finding.citation());
                let sentence = finding.sentence(lang);
                texts.push(sentence.strip_suffix(&article).expect("ends with it").to_owned());
                texts.push(finding.title(lang));
                texts.extend(finding.cost().iter().map(|cost| cost.words(lang)));
                texts.push(finding.repair().name(lang).to_owned());
            }
            let questions = verdict.second_track().questions.iter();
            texts.extend(questions.map(|question| question.name(lang).to_owned()));
            for text in texts {
                let strange = strange(&text, &words);
                prop_assert!(strange.is_empty(), "{strange:?} in {text:?}");
            }
        }
        for finding in verdict.findings() {
            let strange = strange_citation(&finding.citation().to_string());
            prop_assert!(strange.is_none(), "{strange:?}");
        }
    }
}

/// Dates, numbers and names of acts stand in both languages.
fn without_shared_words(sentence: &str) -> String {
    let (text, _) = sentence.rsplit_once(" (").expect("a citation");
    let shared = ["UWV", "WIA", "IVA", "RP", "art"];
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.filter(|word| !is_numeric(word) && !shared.contains(word)).collect::<Vec<_>>().join(" ")
}

fn is_numeric(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || c == '-')
}

/// The words of the names of rules, which a sentence may hold.
fn names_of_rules(lang: Lang) -> String {
    let names = LAW.rules().iter().map(|rule| rule.name(lang).to_lowercase());
    names.collect::<Vec<_>>().join(" ")
}

/// The words of `text` that are not on the list, and the numbers that nothing explains.
fn strange(text: &str, list: &str) -> Vec<String> {
    let known: BTreeSet<&str> = list.split_whitespace().collect();
    let is_part_of_word = |c: char| c.is_alphanumeric() || c == '-' || c == '€';
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !is_part_of_word(c)).filter(|word| !word.is_empty()).collect();
    let mut strange = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let number_is_explained = || {
            let after = words.get(i + 1).copied().unwrap_or_default();
            let before = i.checked_sub(1).map_or("", |i| words[i]);
            COUNTED.split_whitespace().any(|unit| unit == after)
                || BEFORE_A_NUMBER.split_whitespace().any(|unit| unit == before)
        };
        let is_known = if word.parse::<Day>().is_ok() {
            true
        } else if word.chars().all(|c| c.is_ascii_digit()) {
            word.len() <= 4 && number_is_explained()
        } else {
            known.contains(word)
        };
        if !is_known {
            strange.push((*word).to_owned());
        }
    }
    strange
}

/// An act by its usual name, an article, a paragraph: nothing else.
fn strange_citation(citation: &str) -> Option<String> {
    let acts = ["RPV", "RP", "WIA", "ZW", "BW7", "UWV", "Werkwijzer", "Stb. 2008, 414"];
    let rest = acts.iter().find_map(|act| citation.strip_prefix(act));
    let is_article = rest.is_some_and(|rest| {
        rest.is_empty()
            || rest.strip_prefix(" art. ").is_some_and(|article| {
                article.chars().all(|c| c.is_ascii_alphanumeric() || c == '(' || c == ')')
                    && article.len() <= 10
            })
    });
    (!is_article).then(|| citation.to_owned())
}

/// What a number can count.
const COUNTED: &str = "dag dagen day days onderdeel onderdelen part parts weken weeks";

/// What a number can come after: euros, an article with its paragraph, the name of a series.
const BEFORE_A_NUMBER: &str = "€ eur art 25 voortgangsgesprek interview loonsanctie decision herijking recalibration verlof leave uwv";

/// Every word of the Dutch templates of `src/verdict/words.rs` and of the names and reasons that
/// they take in.
const NL: &str = "
    reden afspraak verzet een partij afwezig wacht op deskundige opbouw van het werk loopt
    re-integratiebedrijf niet beschikbaar andere in dossier
    ziekmelding bij bedrijfsarts of arbodienst probleemanalyse plan van aanpak voortgangsgesprek
    42e-weeksmelding eerstejaarsevaluatie start tweede spoor kennisgeving wia-aanvraag actueel
    oordeel eindevaluatie re-integratieverslag beschikking loonsanctie bekorting wia-beschikking
    aangifte einde dienstverband
    voorwaarde voor het re-integratiegesprek inhoud aanvraag vervroegde iva
    uiterlijk gepland op zonder de afspraak aanvaard tot en met
    gedaan tijd vroeg te laat niet vastgelegd nog nodig gemotiveerde gemotiveerd afwijking termijn
    afgeweken wacht gepauzeerd hersteld toepassing vervallen beëindigd laatste dag dagen volledig
    onderdeel onderdelen ontbreekt ontbreken loopt opgelegd gevolg er was geen loon meer
    ziet mogelijkheden terugkeer aow-leeftijd bereikt wia kan ingaan vóór eindigt eerder
    loondoorbetaling minder dan zes weken ziek toegekend overleden
    onverwijld wet noemt zo tijdig mogelijk
    risico een ten hoogste boete € door
    hoeft niets worden doe nu leg vast vul aan wat rp art wia herstel tekortkoming meld dat uwv
    ongedaan maken redenen in dossier vraag erom wie zet is
    wanneer stond eigen ander passend werk werkgever adviseerde welk concreet perspectief binnen
    drie maanden rechtvaardigde wachten waarom startte later na hoe volgt voortgang ging eerste
    onverminderd eindigde plaatsing daarna niet gedaan verhaal gegeven
    melding aanhoudende ziekte verlof periodieke herijking recht ziekengeld eigenrisicodrager
    eerstejaars ziektewet-beoordeling regel gold ziektedag onbekend is geen langer
";

/// Every word of the English templates.
const EN: &str = "
    reason appointment postponed a party was away awaiting an expert gradual return under way
    provider not available another in the file
    sickness report to the occupational health service problem analysis plan of action progress
    interview 42nd-week first-year evaluation start second track wia notice current opinion final
    re-integration claim wage-sanction decision repair at end employment
    condition for content wage sanction early iva
    due on planned by without agreement accepted until
    done time late not recorded overdue yet with a reasoned deviation from term waits paused
    recovered applicable lapsed ended last day days complete part parts is are missing in force up
    and including imposed effect too or no wages were any more
    physician sees possibilities return state pension age reached cannot before ends earlier sick
    less than six weeks longer possible granted died deceased
    delay law names as soon
    risk most fine eur run
    nothing still do it now record add what rp art shortcoming notify uwv be undone put reasons
    file ask those who must act
    when was established that own other suitable work employer ruled out advised which concrete
    perspective within three months justified waiting why did later after how does follow its go
    beside placement then first missed decided
    ongoing illness leave recalibration entitled benefit own-risk carrier assessment rule did hold
    there an no entitlement known whether more
";

/// The scan itself must be able to fail.
#[test]
fn the_scan_sees_what_does_not_belong() {
    for text in [
        "Problem analysis: done on 2026-02-20, burnout; due on 2026-02-16",
        "Problem analysis: done on 2026-02-20, 4 days late; due on 2026-02-30",
        "Problem analysis: 4 late",
        "Problem analysis: done 20260220",
        "done by J. Jansen",
    ] {
        assert!(!strange(text, EN).is_empty(), "{text}");
    }
    assert!(strange("Problem analysis: done on 2026-02-20, 4 days late", EN).is_empty());
    assert!(strange("a fine of up to EUR 230", EN).is_empty());
    assert!(strange("een boete van ten hoogste € 230", NL).is_empty());
    assert!(strange_citation("WIA art. 25(9)").is_none());
    assert!(strange_citation("my cousin").is_some());
}

/// Every question and every repair, asked for or not.
#[test]
fn questions_come_from_the_closed_list() {
    let all = [
        Question::WhenWasOwnWorkRuledOut,
        Question::WhoAdvised,
        Question::WhichPerspective,
        Question::WhyLate,
        Question::HowIsItFollowed,
        Question::DidTheFirstTrackGoOn,
        Question::WhyDidItEnd,
    ];
    for question in all {
        for (lang, list) in [(Lang::Nl, NL), (Lang::En, EN)] {
            let strange = strange(question.name(lang), list);
            assert!(strange.is_empty(), "{strange:?} in {:?}", question.name(lang));
        }
        assert_ne!(question.name(Lang::Nl), question.name(Lang::En));
        assert!(!question.source().text.is_empty());
    }
}
