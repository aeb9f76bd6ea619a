//! What a verdict says, ready to be laid out: the table and the page say the same.

use crate::head;
use poortwachter::law::{Document, Override};
use poortwachter::protocol::AnchorKind;
use poortwachter::text::{self, phrases};
use poortwachter::timeline::{DateOf, OpenQuestion};
use poortwachter::verdict::{
    Coverage, Finding, Judgement, Repair, ReportForm, Severity, Topic, TopicKind, Verdict,
};
use poortwachter::{Citation, Day, Lang, Layer, Obligation, Status, Text};

/// A label with what it says.
pub(crate) type Entry = (&'static str, String);

/// Where a finding is listed when nothing is wrong with it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    InOrder,
    NotYetDue,
    NotApplicable,
}

impl Rest {
    pub(crate) const ALL: [Rest; 3] = [Rest::InOrder, Rest::NotYetDue, Rest::NotApplicable];

    pub(crate) fn of(finding: &Finding) -> Rest {
        match finding.judgement() {
            Judgement::NotApplicable(_) | Judgement::Lapsed(_) | Judgement::Void => {
                Rest::NotApplicable
            }
            Judgement::NotYetDue | Judgement::WaitingFor(_) | Judgement::Paused => Rest::NotYetDue,
            Judgement::Deviated if finding.met().is_none() => Rest::NotYetDue,
            _ => Rest::InOrder,
        }
    }

    pub(crate) fn name(self, lang: Lang) -> &'static str {
        match self {
            Rest::InOrder => lang.pick("In orde", "In order"),
            Rest::NotYetDue => lang.pick("Nog niet nodig", "Not yet due"),
            Rest::NotApplicable => lang.pick("Niet van toepassing", "Not applicable"),
        }
    }
}

/// The findings of a severity, in order.
pub(crate) fn of_severity<'v>(
    verdict: &'v Verdict<'_>,
    severity: Severity,
) -> impl Iterator<Item = &'v Finding> {
    verdict.findings().iter().filter(move |finding| finding.severity() == severity)
}

/// What matters, worst first.
pub(crate) const GRAVE: [Severity; 3] =
    [Severity::Defective, Severity::AtRisk, Severity::Attention];

/// A day that the law gives; marked when it lies after the law that was checked.
pub(crate) fn day(day: Day, lang: Lang) -> String {
    format!("{}{}", lang.date_with_weekday(day), text::mark(day))
}

/// Whether a year carries the mark of [`day`].
pub(crate) fn is_marked(text: &str) -> bool {
    let before = |place: usize| text[..place].bytes().rev();
    let is_year = |place| before(place).take_while(u8::is_ascii_digit).count() == 4;
    text.match_indices('*').any(|(place, _)| is_year(place))
}

/// The obligation that a finding is about.
pub(crate) fn obligation<'v>(
    verdict: &'v Verdict<'_>,
    finding: &Finding,
) -> Option<(&'v Obligation, Status)> {
    let Topic::Duty(duty, number) = finding.topic() else { return None };
    let mut all = verdict.view().obligations();
    all.find(|(obligation, _)| obligation.duty() == duty && obligation.number() == number)
}

/// Who must act.
pub(crate) fn who(verdict: &Verdict<'_>, finding: &Finding, lang: Lang) -> &'static str {
    obligation(verdict, finding).map_or("", |(obligation, _)| obligation.actor().name(lang))
}

/// The title, with who must act.
pub(crate) fn title(verdict: &Verdict<'_>, finding: &Finding, lang: Lang) -> String {
    match who(verdict, finding, lang) {
        "" => finding.title(lang),
        who => format!("{} ({who})", finding.title(lang)),
    }
}

/// It counts from one of its series that is still to come.
fn is_planned(finding: &Finding) -> bool {
    finding.waits_for_previous() && finding.severity() == Severity::InOrder
}

/// Findings with their names for a list. What is only planned, six weeks after six weeks, takes one
/// line.
pub(crate) fn listed<'f>(findings: &[&'f Finding], lang: Lang) -> Vec<(&'f Finding, String)> {
    let last = findings.iter().rev().find(|finding| is_planned(finding));
    let mut list: Vec<(&Finding, String)> = Vec::new();
    for finding in findings {
        let mut name = finding.title(lang);
        if let Some(last) = last.filter(|_| is_planned(finding)) {
            if list.iter().any(|(earlier, _)| is_planned(earlier)) {
                continue;
            }
            if last.topic() != finding.topic() {
                name += &format!("–{}", last.topic().number());
            }
        }
        list.push((finding, name));
    }
    list
}

/// The days of a finding.
pub(crate) fn when(finding: &Finding, lang: Lang) -> String {
    let recorded = |what: Text, on: Option<Day>| {
        on.map(|on| format!("{} {}", what.in_lang(lang), lang.date_with_weekday(on)))
    };
    let computed = |what: Text, on: Option<Day>| {
        on.map(|on| format!("{} {}", what.in_lang(lang), day(on, lang)))
    };
    let (due, met, until) = (finding.due(), finding.met(), finding.until());
    // A claim that came too late shortens nothing.
    let shortened = until.filter(|_| !matches!(finding.judgement(), Judgement::Late { .. }));
    let days = match finding.topic() {
        Topic::WageSanction => {
            vec![
                recorded(Text::new("opgelegd", "imposed"), met),
                computed(Text::new("laatste dag", "last day"), until),
            ]
        }
        Topic::SecondTrackCondition => vec![
            recorded(Text::new("voorwaarde vastgelegd", "condition recorded"), until),
            recorded(Text::new("tweede spoor gestart", "second track started"), met),
        ],
        Topic::ReintegrationInterview => vec![
            recorded(Text::new("gedeeltelijk in staat tot werk", "partly able to work"), until),
            recorded(phrases::HELD, met),
        ],
        Topic::EarlyIvaClaim => vec![
            computed(Text::new("aan te vragen tot en met", "to be claimed by"), due),
            recorded(Text::new("aangevraagd", "claimed"), met),
            computed(
                Text::new("verkorte wachttijd tot en met", "shortened waiting period until"),
                shortened,
            ),
        ],
        Topic::PlanContent => vec![recorded(Text::new("plan van aanpak", "plan of action"), met)],
        _ => {
            // A later accepted day matters while, or because, the due day has passed.
            let passed =
                matches!(finding.judgement(), Judgement::Missing { .. } | Judgement::Late { .. });
            let tolerated = finding.tolerated().filter(|_| passed);
            vec![
                computed(phrases::DUE, due),
                computed(phrases::ACCEPTED_UNTIL, tolerated),
                computed(
                    Text::new("zonder de afspraak", "without the agreement"),
                    finding.original_due(),
                ),
                recorded(phrases::DONE, met),
            ]
        }
    };
    days.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What it can cost, and what it costs already.
pub(crate) fn stakes(finding: &Finding, lang: Lang) -> Vec<Entry> {
    finding.cost().iter().map(|cost| (cost.label(lang), cost.words(lang))).collect()
}

/// What can still be done.
pub(crate) fn to_do(finding: &Finding, lang: Lang) -> Option<Entry> {
    let repair = finding.repair();
    (repair != Repair::NotNeeded)
        .then(|| (lang.pick("te doen", "to do"), repair.name(lang).to_string()))
}

/// The heads of what [`second_track`], [`plan`] and [`report`] give.
pub(crate) const SECOND_TRACK: Text = Text::new("Tweede spoor", "Second track");
pub(crate) const PLAN: Text =
    Text::new(TopicKind::PlanContent.name(Lang::Nl), TopicKind::PlanContent.name(Lang::En));
pub(crate) const REPORT: Text = Text::new("Re-integratieverslag", "Re-integration report");
/// Above the questions of a reviewer.
pub(crate) const ASKS: Text = Text::new("Een beoordelaar zou vragen:", "A reviewer would ask:");

/// A question of a reviewer, and where it comes from.
pub(crate) struct Asked {
    pub(crate) text: &'static str,
    pub(crate) source: Citation,
}

/// The second track, where it matters: something is recorded of it, somebody would ask, or its day
/// comes near.
pub(crate) fn second_track(verdict: &Verdict<'_>, lang: Lang) -> Option<(Vec<Entry>, Vec<Asked>)> {
    let track = verdict.second_track();
    let (start, status) = second_track_start(verdict)?;
    let recorded = track.started.is_some()
        || track.own_work_ruled_out.is_some()
        || track.first_track_ended.is_some()
        || track.ended.is_some()
        || !(track.advice.is_empty() && track.providers.is_empty() && track.phases.is_empty());
    let near = track.advised.is_some_and(|day| day.days_since(verdict.view().on()) <= NEAR);
    let gone = matches!(status, Status::NotApplicable(_) | Status::Lapsed(_) | Status::Paused);
    if !recorded && (gone || !near && track.questions.is_empty()) {
        return None;
    }
    let plain = |nl, en| String::from(lang.pick(nl, en));
    let long = |on| lang.date_with_weekday(on);
    let list = |days: &[Day]| days.iter().map(|on| long(*on)).collect::<Vec<_>>().join(", ");
    let none = || plain("niets vastgelegd", "nothing recorded");
    let or_none = |text: String| if text.is_empty() { none() } else { text };
    let version = start.version();
    let of_layer = |on: Option<Day>, layer: Option<Layer>| {
        let layer = layer.map(|layer| format!(" ({})", layer.name(lang))).unwrap_or_default();
        on.map(|on| format!("{}{layer}", day(on, lang)))
    };
    let mut entries: Vec<Entry> = Vec::new();
    let mut put = |label: Text, text: Option<String>| {
        entries.extend(text.map(|text| (label.in_lang(lang), text)));
    };
    put(
        Text::new("kan vanaf", "can start"),
        of_layer(track.opens, version.opens.map(|bound| bound.layer)),
    );
    put(phrases::ADVISED, of_layer(track.advised, version.advised.map(|bound| bound.layer)));
    put(
        phrases::DUE,
        track.due.map(|due| {
            let basis = start.due_layer().basis(&start.citation().to_string(), lang);
            format!("{} ({basis})", day(due, lang))
        }),
    );
    let later = track.tolerated.map(|last| day(last, lang));
    let no_later = || plain("geen latere dag", "no later day");
    put(phrases::ACCEPTED_THROUGH, track.due.map(|_| later.unwrap_or_else(no_later)));
    let started = track.started.map(long).unwrap_or_else(none);
    put(Text::new("gestart", "started"), Some(format!("{started}{}", how_late(verdict, lang))));
    put(
        Text::new("voorwaarde", "condition"),
        Some(match (track.own_work_ruled_out, lang) {
            (Some(on), Lang::Nl) => {
                format!("eigen en ander passend werk uitgesloten, vastgelegd {}", long(on))
            }
            (Some(on), Lang::En) => {
                format!("own and other suitable work ruled out, recorded {}", long(on))
            }
            (None, Lang::Nl) => {
                "niet vastgelegd wanneer eigen en ander passend werk uitgesloten was".into()
            }
            (None, Lang::En) => {
                "not recorded when own and other suitable work was ruled out".into()
            }
        }),
    );
    let advice = track.advice.iter().map(|(by, on)| format!("{}, {}", by.name(lang), long(*on)));
    put(
        Text::new("advies van", "advised by"),
        Some(or_none(advice.collect::<Vec<_>>().join("; "))),
    );
    let perspectives = Some(list(&track.perspectives)).filter(|text| !text.is_empty());
    put(Text::new("perspectief", "perspective"), perspectives);
    if track.started.is_some() || !track.providers.is_empty() {
        put(Text::new("bureau", "provider"), Some(or_none(list(&track.providers))));
    }
    if track.started.is_some() || !track.phases.is_empty() {
        let phases = track.phases.iter();
        let phases = phases.map(|(phase, on)| format!("{}, {}", phase.name(lang), long(*on)));
        put(Text::new("fasen", "phases"), Some(or_none(phases.collect::<Vec<_>>().join("; "))));
    }
    let ended = track.ended.map(|(why, on)| format!("{}, {}", why.name(lang), long(on)));
    put(phrases::ENDED, ended);
    put(
        Text::new("eerste spoor", "first track"),
        match track.first_track_ended {
            Some(on) => Some(format!("{} {}", lang.pick("losgelaten", "given up"), long(on))),
            None if track.side_by_side => Some(plain(
                "loopt ernaast door, voor zover vastgelegd",
                "goes on beside it, as far as recorded",
            )),
            None => None,
        },
    );
    let until = track.at_the_latest_until.filter(|_| track.ended.is_none());
    put(
        Text::new("loopt t/m", "until at most"),
        until.map(|last| format!("{} ({})", day(last, lang), AnchorKind::EndOfWages.name(lang))),
    );
    let questions = track.questions.iter();
    let questions = questions
        .map(|question| Asked { text: question.name(lang), source: question.source().citation });
    Some((entries, questions.collect()))
}

/// The start of the second track, which a perspective with the own employer defers.
fn second_track_start<'v>(verdict: &'v Verdict<'_>) -> Option<(&'v Obligation, Status)> {
    let is_start =
        |line: &Obligation| line.rule().overrides.contains(&Override::OwnEmployerPerspective);
    verdict.view().obligations().find(|(line, _)| is_start(line))
}

fn how_late(verdict: &Verdict<'_>, lang: Lang) -> String {
    let start = second_track_start(verdict);
    let finding =
        start.and_then(|(start, _)| verdict.finding(Topic::Duty(start.duty(), start.number())));
    match finding.map(Finding::judgement) {
        Some(Judgement::Late { days }) => {
            format!(", {} {}", lang.days(days), phrases::LATE.in_lang(lang))
        }
        Some(Judgement::Missing { days }) => {
            format!(", {} {}", lang.days(days), phrases::OVERDUE.in_lang(lang))
        }
        _ => String::new(),
    }
}

/// From so many days ahead on, the second track and the report are shown.
const NEAR: i32 = 8 * 7;

/// A part of a document: its letter, its name, whether it is there and what covers it.
pub(crate) struct Part {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) present: bool,
    pub(crate) covered: String,
}

/// The re-integration report, once it is near or due or somebody began it: a title and its parts.
pub(crate) fn report(verdict: &Verdict<'_>, lang: Lang) -> Option<(String, Vec<Part>)> {
    let report = verdict.report();
    let is_report = |line: &Obligation| line.rule().document == Some(Document::ReintegrationReport);
    let (duty, status) = verdict.view().obligations().find(|(line, _)| is_report(line))?;
    let begun = report.parts.iter().any(|(_, coverage)| matches!(coverage, Coverage::Recorded(_)));
    let near = duty.due().is_some_and(|due| due.days_since(verdict.view().on()) <= NEAR);
    let gone = matches!(status, Status::NotApplicable(_) | Status::Lapsed(_) | Status::Paused);
    if report.form == ReportForm::None || gone && !begun || !begun && !near && duty.met().is_none()
    {
        return None;
    }
    let missing = report.missing().count();
    let of = report.parts.len();
    let due = duty.due().map(|due| format!(", {} {}", phrases::DUE.in_lang(lang), day(due, lang)));
    let title = format!(
        "{}{}: {}",
        report.form.name(lang),
        due.unwrap_or_default(),
        match lang {
            Lang::Nl => format!("{missing} van {of} onderdelen ontbreken"),
            Lang::En => format!("{missing} of {of} parts missing"),
        }
    );
    let parts = report.parts.iter().map(|(part, coverage)| Part {
        id: part.id(),
        name: part.name(lang),
        present: *coverage != Coverage::Missing,
        covered: match *coverage {
            Coverage::Recorded(on) => {
                let recorded = phrases::RECORDED.in_lang(lang);
                format!("{recorded} {}", lang.date_with_weekday(on))
            }
            Coverage::Duty(duty, on) => {
                let name = poortwachter::law::LAW.rule(duty.id());
                let name = name.map_or(duty.id(), |rule| rule.name(lang));
                format!("{name}, {}", lang.date_with_weekday(on))
            }
            other => other.words(lang),
        },
    });
    Some((title, parts.collect()))
}

/// The plan of action, once somebody recorded what it holds.
pub(crate) fn plan(verdict: &Verdict<'_>, lang: Lang) -> Option<(String, Vec<Part>)> {
    let plan = verdict.plan();
    if plan.items.iter().all(|(_, on)| on.is_none()) {
        return None;
    }
    let (missing, of) = (plan.missing().count(), plan.items.len());
    let title = match lang {
        Lang::Nl => format!("{missing} van {of} onderdelen niet vastgelegd"),
        Lang::En => format!("{missing} of {of} items not recorded"),
    };
    let parts = plan.items.iter().map(|(item, on)| Part {
        id: "",
        name: item.name(lang),
        present: on.is_some(),
        covered: match on {
            Some(on) => {
                format!("{} {}", phrases::RECORDED.in_lang(lang), lang.date_with_weekday(*on))
            }
            None => phrases::NOT_RECORDED.in_lang(lang).to_string(),
        },
    });
    Some((title, parts.collect()))
}

/// Nothing at all is recorded: the findings say little.
pub(crate) fn nothing_recorded(verdict: &Verdict<'_>, lang: Lang) -> Option<String> {
    let case = verdict.view().timeline().case();
    let file = Text::new("het bestand", "the case file");
    (case.events().is_empty() && !verdict.findings().is_empty())
        .then(|| head::nothing_recorded(file, lang))
}

/// Beside a finding of which the day hangs on an open question.
pub(crate) const HANGS: Text =
    Text::new("hangt af van een open vraag", "hangs on an open question");

/// Whether the day of a finding hangs on an open question.
pub(crate) fn hangs(questions: &[OpenQuestion], finding: &Finding) -> bool {
    let Topic::Duty(duty, number) = finding.topic() else { return false };
    questions.iter().any(|question| question.moves(DateOf::Duty(duty, number)))
}

/// What a verdict does not say.
pub(crate) fn limits(lang: Lang) -> &'static str {
    lang.pick(
        "Beoordeeld zijn alleen vastgelegde dagen en de aanwezigheid van onderdelen. Niet \
         beoordeeld zijn de open normen: of iemand ziek is, of de inspanningen voldoende waren, of \
         iets zo tijdig mogelijk of onverwijld gebeurde, en wat de stukken inhouden. Niet \
         vastgelegd is niet hetzelfde als niet gedaan. Geen juridisch advies.",
        "Only recorded days and the presence of parts are judged. Not judged are the open norms: \
         whether somebody is sick, whether efforts were sufficient, whether something happened as \
         soon as possible or without delay, and what the documents say. Not recorded is not the \
         same as not done. No legal advice.",
    )
}
