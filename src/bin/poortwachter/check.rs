//! `poortwachter check`.

use crate::check_words::{self as words, Part, Rest};
use crate::failure::Failure;
use crate::files::InputFile;
use crate::head;
use crate::page::{Page, Tone, strip_control_chars};
use crate::values::{LANGUAGE, Language, date};
use crate::{check_md, dates, input, json, table};
use clap::{ValueEnum, ValueHint};
use poortwachter::Day;
use poortwachter::text::{self, capital, headings, phrases};
use poortwachter::timeline::OpenQuestion;
use poortwachter::verdict::{Finding, Severity, Verdict};
use poortwachter::wire::VerdictForm;
use poortwachter::{Lang, Timeline};
use std::process::ExitCode;

#[derive(clap::Args, Debug)]
#[command(after_help = CHECK_EXAMPLES)]
pub(crate) struct CheckArgs {
    /// The case, a JSON file (see timeline --help); - reads standard input
    #[arg(value_name = "CASE.JSON", value_hint = ValueHint::FilePath)]
    pub(crate) file: InputFile,

    /// The day to judge as of, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<Day>,

    /// Text to read, JSON with everything, or a Markdown page for the dossier
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,

    /// The language of the text and of the page; JSON holds both
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,

    /// In the text: list also what is in order, not yet due or not applicable
    #[arg(long)]
    pub(crate) all: bool,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  poortwachter check case.json --lang nl
  poortwachter check case.json --on 2026-06-08 --format md -o dossier.md
  poortwachter check - --format json < case.json
  poortwachter check case.json -o report.txt || echo 'look at report.txt'

Only recorded days are judged: never whether efforts were sufficient.
Exit status: 0 in order; 1 findings (attention, at risk or defective); 2 no
answer, with one line on standard error.";

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CheckFormat {
    /// What matters first
    #[value(alias = "table")]
    Text,
    /// The whole verdict
    Json,
    /// Markdown, everything, with the verbatim texts and links
    Md,
}

/// The exit status of a file with findings.
const FINDINGS: u8 = 1;

/// From this width on the list of what is in order has room for the article.
const NORMAL: u16 = 96;
/// The width of most judgements on one line.
const LONG_JUDGEMENT: u16 = 34;

pub(crate) fn run(args: &CheckArgs) -> Result<(String, ExitCode), Failure> {
    let case = input::file(&args.file)?;
    let timeline = Timeline::new(&case);
    let on = crate::values::day(args.on);
    let verdict = Verdict::new(&timeline, on);
    let text = match args.format {
        CheckFormat::Json => json::pretty(&VerdictForm::from(&verdict))?,
        CheckFormat::Md => check_md::write(&verdict, args.lang.into()),
        CheckFormat::Text => page(&verdict, args.lang.into(), args.all),
    };
    let status = match verdict.summary() {
        Severity::InOrder => ExitCode::SUCCESS,
        _ => ExitCode::from(FINDINGS),
    };
    Ok((text, status))
}

fn page(verdict: &Verdict<'_>, lang: Lang, all: bool) -> String {
    let mut page = Page::new(lang);
    let questions = verdict.view().open_questions();
    put_summary(&mut page, verdict);
    head::put_questions(&mut page, verdict.view(), &questions);
    for severity in words::GRAVE {
        put_group(&mut page, verdict, &questions, severity);
    }
    put_rest(&mut page, verdict, all);
    put_second_track(&mut page, verdict);
    if let Some((title, parts)) = words::report(verdict, lang) {
        let name = words::REPORT.in_lang(lang);
        put_parts(&mut page, &format!("{name}: {title}"), &parts);
    }
    if let Some((title, parts)) = words::plan(verdict, lang) {
        let name = lang.pick("Plan van aanpak", "Plan of action");
        put_parts(&mut page, &format!("{name}: {title}"), &parts);
    }
    head::put_notes(&mut page, verdict.view());
    page.blank();
    if words::is_marked(&page.text) {
        page.paragraph(Tone::Faint, 2, &text::note_on_the_mark(lang));
    }
    page.paragraph(Tone::Faint, 2, words::limits(lang));
    page.text
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Defective => Tone::Late,
        Severity::AtRisk => Tone::Soon,
        Severity::InOrder => Tone::Good,
        _ => Tone::Strong,
    }
}

fn put_summary(page: &mut Page, verdict: &Verdict<'_>) {
    let lang = page.lang;
    let view = verdict.view();
    let severity = verdict.summary();
    let summary = capital(severity.name(lang));
    let summary = format!("{summary}: {}", verdict.counts(lang));
    let mut which = lang.date_with_weekday(view.on());
    if let Some(id) = view.timeline().case().id() {
        which = format!("{} {} · {which}", phrases::CASE.in_lang(lang), strip_control_chars(id));
    }
    let used = summary.chars().count() + which.chars().count() + 3;
    let summary = page.paint(tone(severity), &summary);
    if used <= page.width.into() {
        page.line(&format!("{summary} · {which}"));
    } else {
        page.line(&summary);
        page.paragraph(Tone::Plain, 2, &capital(&which));
    }
    page.paragraph(Tone::Plain, 2, &head::state(view, lang));
    if let Some(note) = words::nothing_recorded(verdict, lang) {
        page.paragraph(Tone::Plain, 2, &note);
    }
}

fn put_group(
    page: &mut Page,
    verdict: &Verdict<'_>,
    questions: &[OpenQuestion],
    severity: Severity,
) {
    let lang = page.lang;
    let count = words::of_severity(verdict, severity).count();
    if count == 0 {
        return;
    }
    page.blank();
    let title = format!("{} ({count})", capital(severity.name(lang)));
    let means = format!(": {}", severity.meaning(lang));
    let title = page.paint(tone(severity), &title) + &page.paint(Tone::Faint, &means);
    page.line(&title);
    for finding in words::of_severity(verdict, severity) {
        let judged = finding.judged(verdict.view().on(), lang);
        let asked = match words::hangs(questions, finding) {
            true => format!(" ({})", words::HANGS.in_lang(lang)),
            false => String::new(),
        };
        let title = format!("{}: {judged}{asked}", words::title(verdict, finding, lang));
        page.paragraph(Tone::Strong, 2, &title);
        let mut entries = vec![(phrases::WHEN.in_lang(lang), words::when(finding, lang))];
        entries.extend(words::stakes(finding, lang));
        entries.extend(words::to_do(finding, lang));
        let basis = finding.layer().basis(&finding.citation().to_string(), lang);
        entries.push((phrases::BASIS.in_lang(lang), basis));
        entries.retain(|(_, text)| !text.is_empty());
        put_entries(page, 4, &entries);
    }
}

fn put_entries(page: &mut Page, indent: usize, entries: &[words::Entry]) {
    let width = entries.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    for (label, text) in entries {
        page.entry(Tone::Plain, indent, (label, width), text);
    }
}

/// What is not wrong: counted, or listed.
fn put_rest(page: &mut Page, verdict: &Verdict<'_>, all: bool) {
    let lang = page.lang;
    let of = |rest: Rest| -> Vec<&Finding> {
        let fine = words::of_severity(verdict, Severity::InOrder);
        fine.filter(|finding| Rest::of(finding) == rest).collect()
    };
    let groups = Rest::ALL.map(|rest| (rest, of(rest)));
    if groups.iter().all(|(_, findings)| findings.is_empty()) {
        return;
    }
    if !all {
        let groups = groups.iter().filter(|(_, findings)| !findings.is_empty());
        let groups = groups.map(|(rest, list)| format!("{}: {}", rest.name(lang), list.len()));
        let groups = groups.collect::<Vec<_>>().join(" · ");
        page.blank();
        let hint = lang.pick("--all somt ze op", "--all lists them");
        page.paragraph(Tone::Plain, 0, &format!("{groups} ({hint})"));
        return;
    }
    for (rest, findings) in groups {
        put_list(page, verdict, rest, &findings);
    }
}

fn put_list(page: &mut Page, verdict: &Verdict<'_>, rest: Rest, findings: &[&Finding]) {
    if findings.is_empty() {
        return;
    }
    let lang = page.lang;
    page.blank();
    let title = format!("{} ({})", rest.name(lang), findings.len());
    let title = page.paint(Tone::Strong, &title);
    page.line(&title);
    let header = [
        headings::DUE.in_lang(lang),
        headings::WHAT.in_lang(lang),
        headings::JUDGEMENT.in_lang(lang),
        headings::BASIS.in_lang(lang),
    ];
    let mut table = table::new(page, &header);
    for (finding, name) in words::listed(findings, lang) {
        let due =
            finding.due().map(|due| format!("{}{}", dates::aligned(due, lang), text::mark(due)));
        let mut judged = finding.judged(verdict.view().on(), lang);
        if let Some(met) = finding.met() {
            judged += &format!(" ({})", dates::bare(met, finding.due(), lang));
        }
        let layer = table::layer(finding.layer(), lang);
        let basis = match page.width {
            NORMAL.. => format!("{}, {layer}", finding.citation()),
            _ => layer.to_string(),
        };
        table.add_row([
            table::cell(Tone::Plain, &due.unwrap_or_default()),
            table::cell(Tone::Plain, &name),
            table::cell(Tone::Plain, &judged),
            table::cell(Tone::Plain, &basis),
        ]);
    }
    table::share_width(&mut table, &[0, 3], Some(2), LONG_JUDGEMENT);
    table::put(page, &table);
}

fn put_second_track(page: &mut Page, verdict: &Verdict<'_>) {
    let lang = page.lang;
    let Some((entries, questions)) = words::second_track(verdict, lang) else { return };
    page.blank();
    let title = page.paint(Tone::Strong, words::SECOND_TRACK.in_lang(lang));
    page.line(&title);
    put_entries(page, 2, &entries);
    if !questions.is_empty() {
        let asks = words::ASKS.in_lang(lang);
        page.paragraph(Tone::Plain, 2, asks);
    }
    for question in questions {
        let text = format!("{} ({})", question.text, question.source);
        page.entry(Tone::Plain, 4, ("?", 1), &text);
    }
}

fn put_parts(page: &mut Page, title: &str, parts: &[Part]) {
    page.blank();
    page.paragraph(Tone::Strong, 0, title);
    let width = parts.iter().map(|part| part.name.chars().count()).max().unwrap_or(0);
    for part in parts {
        let (mark, tone) = if part.present { ("[x]", Tone::Plain) } else { ("[ ]", Tone::Soon) };
        let id = if part.id.is_empty() { String::new() } else { format!("{} ", part.id) };
        let name = format!("{id}{:<width$}", part.name);
        let name = format!("{mark} {name}");
        let indent = name.chars().count() + 4;
        for (number, covered) in page.wrap(indent, &part.covered).iter().enumerate() {
            let covered = page.paint(Tone::Faint, covered);
            let line = match number {
                0 => format!("  {}  {covered}", page.paint(tone, &name)),
                _ => format!("{:indent$}{covered}", ""),
            };
            page.line(&line);
        }
    }
}
