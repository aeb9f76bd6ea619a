//! What `check` says of a finding, from the answers of the library.

use super::page::long;
use poortwachter::Day;
use poortwachter::law::LAW_AS_OF;
use poortwachter::verdict::{Cost, Finding, Judgement, Repair, Severity, Topic, Verdict};
use poortwachter::{Duty, Lang, Status};

/// A day that the law gives.
pub fn marked(day: Day, lang: Lang) -> String {
    long(day, lang) + if day > LAW_AS_OF { "*" } else { "" }
}

/// Who must act; nobody in particular for what is no obligation.
pub fn who(verdict: &Verdict<'_>, finding: &Finding, lang: Lang) -> &'static str {
    let Topic::Duty(duty, number) = finding.topic() else { return "" };
    let mut all = verdict.view().obligations().map(|(line, _)| line);
    let line = all.find(|line| (line.duty(), line.number()) == (duty, number));
    line.map_or("", |line| line.actor().name(lang))
}

/// What was judged, with its number.
pub fn judged(finding: &Finding, on: Day, lang: Lang) -> String {
    let pick = |nl: &str, en: &str| lang.pick(nl, en).to_string();
    let (done, late) = (lang.pick("gedaan", "done"), lang.pick("te laat", "late"));
    let is_fine = finding.severity() == Severity::InOrder;
    match finding.judgement() {
        Judgement::OnTime => format!("{done}, {}", lang.pick("op tijd", "on time")),
        Judgement::Early { days } => {
            format!("{done}, {} {}", lang.days(days), lang.pick("vroeg", "early"))
        }
        Judgement::Late { days } => {
            let met = finding.met().expect("a day");
            let is_accepted = finding.tolerated().is_some_and(|last| met <= last);
            let accepted = lang.pick(", nog aanvaard", ", still accepted");
            let accepted = if is_accepted { accepted } else { "" };
            format!("{done}, {} {late}{accepted}", lang.days(days))
        }
        Judgement::Missing { days } => {
            let missing = lang.pick("niet vastgelegd", "not recorded");
            format!("{missing}, {} {}", lang.days(days), lang.pick("te laat", "overdue"))
        }
        Judgement::NotYetDue => match finding.due().filter(|_| !is_fine) {
            None => pick("nog niet nodig", "not yet due"),
            Some(due) if due == on => pick("vandaag de laatste dag", "due today"),
            Some(due) => {
                let days = u32::try_from(due.days_since(on)).expect("ahead");
                format!("{} {}", lang.pick("nog", "due in"), lang.days(days))
            }
        },
        Judgement::Deviated => {
            pick("gemotiveerd afgeweken van de termijn", "with a reasoned deviation from the term")
        }
        Judgement::WaitingFor(Duty::PROGRESS_INTERVIEW) => {
            pick("gepland, na het vorige gesprek", "planned, after the previous one")
        }
        Judgement::WaitingFor(duty) => Status::WaitingFor(duty).words(lang),
        Judgement::Paused => Status::Paused.words(lang),
        Judgement::NotApplicable(reason) => Status::NotApplicable(reason).words(lang),
        Judgement::Lapsed(reason) => Status::Lapsed(reason).words(lang),
        Judgement::Undetermined(norm) => match (finding.topic(), finding.met()) {
            (Topic::SecondTrackCondition, Some(_)) => pick(
                "tweede spoor gestart; of dat zo tijdig mogelijk was, is een open norm",
                "second track started; whether as soon as possible is an open norm",
            ),
            (Topic::SecondTrackCondition, None) => pick(
                "vervuld, maar het tweede spoor is niet gestart; het moet zo tijdig mogelijk, de wet \
                 noemt geen dag",
                "fulfilled, but the second track has not started; it is to start as soon as possible, \
                 the law names no day",
            ),
            (_, Some(_)) => format!("{done}; {}", norm.name(lang)),
            (_, None) => {
                format!("{}; {}", lang.pick("niet vastgelegd", "not recorded"), norm.name(lang))
            }
        },
        Judgement::Complete => match finding.topic() {
            Topic::WageSanction => pick("beëindigd", "ended"),
            Topic::ReintegrationInterview => pick("gevoerd", "held"),
            _ => pick("volledig", "complete"),
        },
        Judgement::Incomplete { missing: 1 } => pick("1 onderdeel ontbreekt", "1 part is missing"),
        Judgement::Incomplete { missing } => {
            format!("{missing} {}", lang.pick("onderdelen ontbreken", "parts are missing"))
        }
        Judgement::InForce => pick("loopt", "in force"),
        Judgement::Void => pick(
            "zonder gevolg: te laat, of er was geen loon meer",
            "without effect: too late, or no wages were due any more",
        ),
        Judgement::Missed => Status::Missed.words(lang),
        other => panic!("{other:?} is new"),
    }
}

/// The days of a finding: those that were recorded, and those that the law gives.
pub fn when(finding: &Finding, lang: Lang) -> String {
    let is_late = matches!(finding.judgement(), Judgement::Late { .. });
    let is_past = is_late || matches!(finding.judgement(), Judgement::Missing { .. });
    let (met, until) = (finding.met(), finding.until());
    let recorded =
        |word: &str, day: Option<Day>| day.map(|day| format!("{word} {}", long(day, lang)));
    let given =
        |word: &str, day: Option<Day>| day.map(|day| format!("{word} {}", marked(day, lang)));
    let days = match finding.topic() {
        Topic::WageSanction => vec![
            recorded(lang.pick("opgelegd", "imposed"), met),
            given(lang.pick("laatste dag", "last day"), until),
        ],
        Topic::SecondTrackCondition => vec![
            recorded(lang.pick("voorwaarde vastgelegd", "condition recorded"), until),
            recorded(lang.pick("tweede spoor gestart", "second track started"), met),
        ],
        Topic::ReintegrationInterview => vec![
            recorded(lang.pick("gedeeltelijk in staat tot werk", "partly able to work"), until),
            recorded(lang.pick("gevoerd", "held"), met),
        ],
        Topic::EarlyIvaClaim => vec![
            given(lang.pick("aan te vragen tot en met", "to be claimed by"), finding.due()),
            recorded(lang.pick("aangevraagd", "claimed"), met),
            given(
                lang.pick("verkorte wachttijd tot en met", "shortened waiting period until"),
                until.filter(|_| !is_late),
            ),
        ],
        Topic::PlanContent => vec![recorded(lang.pick("plan van aanpak", "plan of action"), met)],
        _ => vec![
            given(lang.pick("uiterlijk", "due"), finding.due()),
            given(
                lang.pick("aanvaard tot en met", "accepted until"),
                finding.tolerated().filter(|_| is_past),
            ),
            given(lang.pick("zonder de afspraak", "without the agreement"), finding.original_due()),
            recorded(lang.pick("gedaan", "done"), met),
        ],
    };
    days.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Every line of a finding with its label.
pub fn lines(finding: &Finding, lang: Lang) -> Vec<(&'static str, String)> {
    let mut lines = vec![(lang.pick("wanneer", "when"), when(finding, lang))];
    lines.extend(finding.cost().iter().map(|cost| {
        let label = match cost {
            Cost::WagesRunOn { .. } => lang.pick("gevolg", "effect"),
            _ => lang.pick("op het spel", "at stake"),
        };
        (label, cost.words(lang))
    }));
    if finding.repair() != Repair::NotNeeded {
        lines.push((lang.pick("te doen", "to do"), finding.repair().name(lang).to_string()));
    }
    lines.retain(|(_, text)| !text.is_empty());
    lines
}

/// The article; policy and practice are not told as law.
pub fn basis(finding: &Finding, article: &str, lang: Lang) -> String {
    let layer = finding.layer();
    match ["policy", "practice"].contains(&layer.id()) {
        true => format!(
            "{}, {} {article}",
            layer.name(lang),
            lang.pick("geen wet; zie", "not law; see")
        ),
        false => format!("{article} ({})", layer.name(lang)),
    }
}
