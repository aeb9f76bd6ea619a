//! What `check` says of every finding, as text and as a Markdown page, read back and compared with the
//! verdict of the library: the judgement with its number, every day, what it can cost, what can still be
//! done and the article; and the parts of the report and of the plan.

use crate::common::case_files::files;
use crate::common::folder::Folder;
use crate::common::in_days;
use crate::common::page::long;
use crate::common::told_finding::{basis, judged, lines, marked, who};
use crate::common::told_head;
use crate::common::words;
use poortwachter::Day;
use poortwachter::timeline::DateOf;
use poortwachter::verdict::{Coverage, Finding, Judgement, Severity, Topic, Verdict};
use poortwachter::{Duty, Lang, Timeline};
use std::collections::BTreeSet;
use std::process::Command;

const GRAVE: [Severity; 3] = [Severity::Defective, Severity::AtRisk, Severity::Attention];

fn of<'v>(verdict: &'v Verdict<'_>, severity: Severity) -> Vec<&'v Finding> {
    verdict.findings().iter().filter(|one| one.severity() == severity).collect()
}

fn capital(text: &str) -> String {
    let first = text.chars().next().expect("a word");
    format!("{}{}", first.to_uppercase(), &text[first.len_utf8()..])
}

fn told(folder: &Folder, on: Day, format: &str, lang: Lang) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(["check", "case.json", "--on", &on.to_string(), "--format", format]);
    command.args(["--lang", lang.pick("nl", "en")]);
    command.current_dir(&folder.0).env("COLUMNS", "90");
    let output = command.output().expect("the command runs");
    assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The text from its beginning up to what is in order.
fn text(verdict: &Verdict<'_>, lang: Lang) -> String {
    let view = verdict.view();
    let counted = |severity, nl: [&'static str; 2], en: [&'static str; 2]| {
        let count = of(verdict, severity).len();
        let many = usize::from(count != 1);
        (count > 0).then(|| format!("{count} {}", lang.pick(nl[many], en[many])))
    };
    let counts = [
        counted(Severity::Defective, ["gebrek", "gebreken"], ["defect", "defects"]),
        counted(Severity::AtRisk, ["risico", "risico's"], ["risk", "risks"]),
        counted(
            Severity::Attention,
            ["aandachtspunt", "aandachtspunten"],
            ["point of attention", "points of attention"],
        ),
    ];
    let unknown = view.not_recorded().count();
    let unknown =
        (unknown > 0).then(|| format!("{unknown} {}", lang.pick("onbekend", "not known")));
    let counts = counts.into_iter().chain([unknown]);
    let mut counts = counts.flatten().collect::<Vec<_>>().join(", ");
    if counts.is_empty() {
        counts = match verdict.findings().is_empty() {
            true => lang.pick("er is nog niets te beoordelen", "nothing to judge yet").to_string(),
            false => lang.pick("geen bevindingen", "no findings").to_string(),
        };
    }
    let id = view.timeline().case().id();
    let id = id.map_or(String::new(), |id| format!("{} {id} · ", lang.pick("geval", "case")));
    let summary = capital(verdict.summary().name(lang));
    let (summary, which) =
        (format!("{summary}: {counts}"), format!("{id}{}", lang.date_with_weekday(view.on())));
    // On one line where they fit in it.
    let mut text = match summary.chars().count() + which.chars().count() + 3 {
        ..=90 => vec![format!("{summary} · {which}")],
        _ => vec![summary, capital(&which)],
    };
    text.push(told_head::state(view, lang));
    if view.timeline().case().events().is_empty() && !verdict.findings().is_empty() {
        let nothing = lang.pick(
            "Er is niets vastgelegd: wat al gedaan is, telt pas als het in het bestand staat \
             (timeline --help).",
            "Nothing is recorded: what was done counts once it stands in the case file (timeline --help).",
        );
        text.push(nothing.to_string());
    }
    let questions = view.open_questions();
    text.extend(told_head::open_questions(&questions, view.on(), lang));
    for (severity, nl, en) in [
        (
            Severity::Defective,
            "een wettelijke verplichting is niet nagekomen, of niet vastgelegd",
            "a statutory duty was not met, or not recorded",
        ),
        (
            Severity::AtRisk,
            "het kan iets kosten en is nog te beperken of te verklaren",
            "it can cost something, and can still be limited or explained",
        ),
        (Severity::Attention, "iemand moet ernaar kijken", "somebody should look at it"),
    ] {
        let findings = of(verdict, severity);
        if !findings.is_empty() {
            let name = capital(severity.name(lang));
            text.push(format!("{name} ({}): {}", findings.len(), lang.pick(nl, en)));
        }
        for finding in findings {
            text.push(title(verdict, finding, lang) + hangs(verdict, finding, lang));
            text.extend(
                lines(finding, lang).into_iter().map(|(label, text)| format!("{label} {text}")),
            );
            let article = finding.source().citation.to_string();
            let label = lang.pick("grond", "basis");
            text.push(format!("{label} {}", basis(finding, &article, lang)));
        }
    }
    words(&text.join(" "))
}

/// Beside a finding of which the day hangs on an open question.
fn hangs(verdict: &Verdict<'_>, finding: &Finding, lang: Lang) -> &'static str {
    let Topic::Duty(duty, number) = finding.topic() else { return "" };
    match verdict.view().hangs_on(DateOf::Duty(duty, number)).is_empty() {
        true => "",
        false => lang.pick(" (hangt af van een open vraag)", " (hangs on an open question)"),
    }
}

fn title(verdict: &Verdict<'_>, finding: &Finding, lang: Lang) -> String {
    let (title, judged) = (finding.title(lang), judged(finding, verdict.view().on(), lang));
    match who(verdict, finding, lang) {
        "" => format!("{title}: {judged}"),
        who => format!("{title} ({who}): {judged}"),
    }
}

/// How many are fine, by why.
fn rest(verdict: &Verdict<'_>, lang: Lang) -> String {
    let group = |finding: &Finding| match finding.judgement() {
        Judgement::NotApplicable(_) | Judgement::Lapsed(_) | Judgement::Void => 2,
        Judgement::NotYetDue | Judgement::WaitingFor(_) | Judgement::Paused => 1,
        Judgement::Deviated => usize::from(finding.met().is_none()),
        _ => 0,
    };
    let names = match lang {
        Lang::Nl => ["In orde", "Nog niet nodig", "Niet van toepassing"],
        Lang::En => ["In order", "Not yet due", "Not applicable"],
    };
    let fine = of(verdict, Severity::InOrder);
    let counts = (0..3).map(|which| fine.iter().filter(|one| group(one) == which).count());
    let told = names.iter().zip(counts).filter(|(_, count)| *count > 0);
    let told: Vec<String> = told.map(|(name, count)| format!("{name}: {count}")).collect();
    match told.is_empty() {
        true => String::new(),
        false => {
            format!("{} ({})", told.join(" · "), lang.pick("--all somt ze op", "--all lists them"))
        }
    }
}

/// The lines of the parts of the report and of the plan; none where the text does not show them.
#[track_caller]
fn compare_parts(text: &str, verdict: &Verdict<'_>, lang: Lang) -> usize {
    let recorded = |on| format!("{} {}", lang.pick("vastgelegd", "recorded"), long(on, lang));
    let mark = |is_there: bool| if is_there { "[x]" } else { "[ ]" };
    let report = verdict.report().parts.iter().map(|(part, coverage)| {
        let from = match coverage {
            Coverage::Recorded(on) => recorded(*on),
            Coverage::Duty(duty, on) => {
                let rule = poortwachter::law::LAW.rule(duty.id()).expect("a rule");
                format!("{}, {}", rule.name(lang), long(*on, lang))
            }
            other => other.words(lang),
        };
        let is_there = *coverage != Coverage::Missing;
        format!("{} {} {} {from}", mark(is_there), part.id(), part.name(lang))
    });
    let missing = lang.pick("niet vastgelegd", "not recorded").to_string();
    let plan = verdict.plan().items.iter().map(|(item, on)| {
        format!(
            "{} {} {}",
            mark(on.is_some()),
            item.name(lang),
            on.map_or(missing.clone(), recorded)
        )
    });
    let has = |name: &str| text.lines().any(|line| line.starts_with(name));
    let mut expected = Vec::new();
    if has(lang.pick("Re-integratieverslag: ", "Re-integration report: ")) {
        expected.extend(report);
        let (missing, of) = (verdict.report().missing().count(), verdict.report().parts.len());
        let count = lang.pick("van NN onderdelen ontbreken", "of NN parts missing");
        let count = format!(": {missing} {}", count.replace("NN", &of.to_string()));
        assert!(words(text).contains(&count), "{count} {text}");
    }
    if has(lang.pick("Plan van aanpak: ", "Plan of action: ")) {
        expected.extend(plan);
    }
    let all = words(text);
    let found = all.split(" [").skip(1).count();
    assert_eq!(found, expected.len(), "{text}");
    for part in &expected {
        assert!(all.contains(&words(part)), "no {part:?} in {text}");
    }
    expected.len()
}

/// Every finding on the page, with its lines; every duty in the table, in order.
#[track_caller]
fn compare_page(page: &str, verdict: &Verdict<'_>, lang: Lang) {
    let plain = page.replace('\\', "");
    for severity in GRAVE {
        for (number, finding) in (1..).zip(of(verdict, severity)) {
            let mut block = format!("\n{number}. **{}**\n", title(verdict, finding, lang));
            for (label, text) in lines(finding, lang) {
                block += &format!("   - *{label}* {text}\n");
            }
            let citation = finding.source().citation;
            let link = format!("[{citation}]({})", citation.url());
            let label = lang.pick("grond", "basis");
            block += &format!("   - *{label}* {}\n", basis(finding, &link, lang));
            block += &format!("\n   > {}\n", finding.source().text);
            assert!(plain.contains(&block), "no {block} in {plain}");
        }
    }
    let planned = |one: &&Finding| {
        one.severity() == Severity::InOrder
            && one.judgement() == Judgement::WaitingFor(Duty::PROGRESS_INTERVIEW)
            && matches!(one.topic(), Topic::Duty(Duty::PROGRESS_INTERVIEW, _))
    };
    let duties = verdict.findings().iter().filter(|one| matches!(one.topic(), Topic::Duty(..)));
    let last = duties.clone().rfind(planned).map(|one| one.topic());
    let first = duties.clone().find(planned).map(|one| one.topic());
    let mut rows = Vec::new();
    for finding in duties {
        let mut name = finding.title(lang);
        if planned(&finding) && Some(finding.topic()) != first {
            continue;
        }
        if let Some(Topic::Duty(_, number)) =
            last.filter(|last| planned(&finding) && *last != finding.topic())
        {
            name += &format!("–{number}");
        }
        let due = finding.due().map(|due| marked(due, lang)).unwrap_or_default();
        let done = finding.met().map(|met| long(met, lang)).unwrap_or_default();
        let mut told = judged(finding, verdict.view().on(), lang);
        if finding.severity() != Severity::InOrder {
            told = format!("**{}**: {told}", finding.severity().name(lang));
        }
        told += hangs(verdict, finding, lang);
        let citation = finding.source().citation;
        let link = basis(finding, &format!("[{citation}]({})", citation.url()), lang);
        rows.push(format!(
            "| {due} | {name} | {} | {done} | {told} | {link} |",
            who(verdict, finding, lang)
        ));
    }
    let header = lang.pick("| Uiterlijk | Verplichting |", "| Due | Duty |");
    let mut lines = plain.lines().skip_while(|line| !line.starts_with(header)).skip(2);
    let told: Vec<&str> = lines.by_ref().take_while(|line| line.starts_with('|')).collect();
    assert_eq!(told, rows);
}

#[test]
fn every_finding_is_told_as_the_verdict_has_it() {
    let folder = Folder::new("check");
    let (mut seen, mut parts) = (BTreeSet::new(), 0);
    for (number, (name, json, case)) in files(120).into_iter().enumerate() {
        folder.write("case.json", json.to_string());
        let timeline = Timeline::new(&case);
        let first: Day = case.spells()[0].first_day();
        for round in 0..2 {
            let turn = number * 2 + round;
            let on = first + in_days([10, 45, 300, 420, 650, 735, 900][turn % 7]);
            let lang = if (number / 2) % 2 == 0 { Lang::Nl } else { Lang::En };
            println!("{name} on {on}");
            let verdict = Verdict::new(&timeline, on);
            let page = told(&folder, on, "text", lang);
            let (expected, all) = (text(&verdict, lang), words(&page));
            assert!(
                all.starts_with(&format!("{expected} {}", rest(&verdict, lang))),
                "{expected}\n{page}"
            );
            parts += compare_parts(&page, &verdict, lang);
            compare_page(&told(&folder, on, "md", lang), &verdict, lang);
            let judgements = verdict.findings().iter().map(|one| one.judgement().id());
            seen.extend(judgements);
        }
    }
    assert!(seen.len() >= 14 && parts > 500, "{seen:?} {parts}");
}
