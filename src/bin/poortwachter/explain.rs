//! `poortwachter explain`.

use crate::failure::Failure;
use crate::files::InputFile;
use crate::page::{Page, Tone, strip_control_chars};
use crate::values::{LANGUAGE, Language, date};
use crate::{dates, input, json, vocabulary};
use clap::{ValueEnum, ValueHint};
use poortwachter::Day;
use poortwachter::explain;
use poortwachter::wire::ExplanationForm;
use poortwachter::{Explanation, Lang, Timeline, View, law};

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ExplainArgs {
    /// The case, a JSON file (see timeline --help); - reads standard input
    #[arg(value_name = "CASE.JSON", value_hint = ValueHint::FilePath)]
    file: InputFile,

    /// The duty, milestone or possibility to explain; without it the names that can be asked for
    #[arg(value_name = "NAME")]
    name: Option<String>,

    /// Which one of a series, such as the third progress interview
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    number: u16,

    /// The day to look from, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Option<Day>,

    /// Text to read, JSON with every step, or a Markdown page
    #[arg(long, value_enum, default_value_t = ExplainFormat::Text)]
    format: ExplainFormat,

    /// The language; the words of the law stay Dutch
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    lang: Language,
}

const EXAMPLES: &str = "\
Examples:
  poortwachter explain case.json              the names that can be asked for
  poortwachter explain case.json plan-of-action --lang nl
  poortwachter explain case.json end-of-wages --on 2027-03-01
  poortwachter explain case.json progress-interview --number 3
  poortwachter explain case.json wia-claim --format md -o why.md

Exit status: 0, or 2 with one line on standard error.";

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum ExplainFormat {
    /// Short paragraphs
    Text,
    /// Every step
    Json,
    /// Markdown, with links to the articles
    Md,
}

pub(crate) fn run(args: &ExplainArgs) -> Result<String, Failure> {
    let case = input::file(&args.file)?;
    let timeline = Timeline::new(&case);
    let on = crate::values::day(args.on);
    let view = timeline.view(on);
    let lang = args.lang.into();
    let Some(name) = &args.name else {
        return match args.format {
            ExplainFormat::Text => Ok(names(&view, lang)),
            _ => Err(Failure::message(
                "explain what? Name a duty, milestone or possibility, such as plan-of-action",
            )),
        };
    };
    let explanation = find(&view, name, args.number, lang)?;
    match args.format {
        ExplainFormat::Text => Ok(text(&explanation)),
        ExplainFormat::Md => Ok(markdown(&explanation)),
        ExplainFormat::Json => json::pretty(&ExplanationForm::from(&explanation)),
    }
}

/// The explanation of what is called so, or what is wrong with the name.
fn find(view: &View<'_>, name: &str, number: u16, lang: Lang) -> Result<Explanation, Failure> {
    let of_that_name = || view.obligations().map(|(o, _)| o).filter(|o| o.duty().id() == name);
    if let Some(obligation) = of_that_name().find(|o| o.number() == number) {
        return Ok(Explanation::new(view, obligation, lang));
    }
    let milestones = view.milestones();
    if let Some(milestone) = milestones.iter().find(|m| m.milestone().id() == name) {
        if number == 1 {
            return Ok(Explanation::from_milestone(view, milestone, lang));
        }
    }
    let possibilities = view.possibilities();
    let mut windows = possibilities.iter().filter(|window| window.possibility().id() == name);
    if let Some(window) = windows.clone().find(|window| window.number() == number) {
        return Ok(Explanation::from_possibility(view, window, lang));
    }
    let numbers = windows.by_ref().map(|window| window.number());
    let name = strip_control_chars(name);
    let last = of_that_name().map(|o| o.number()).chain(numbers).max();
    let message = match last {
        Some(1) => format!("{name}: there is only one of it in this case: leave --number out"),
        Some(last) => format!("{name}: there is no number {number} in this case: take 1 to {last}"),
        None if milestones.iter().any(|m| m.milestone().id() == name) => {
            format!("{name}: a milestone has no number: leave --number out")
        }
        None if is_known(&name) => format!(
            "{name}: this case does not have it on {}: \
             poortwachter explain without a name lists what it has",
            view.on()
        ),
        None => format!(
            "{name}: {}",
            vocabulary::unknown(&name, "a duty, milestone or possibility", known())
        ),
    };
    Err(Failure::message(message))
}

/// Every name that some case can have.
fn known() -> impl Iterator<Item = &'static str> {
    let rules = law::LAW.rules().iter();
    let named = rules.filter(|rule| !matches!(rule.kind, law::Kind::Effect(_)));
    named.map(|rule| rule.id()).chain([poortwachter::Milestone::WIA_START.id()])
}

fn is_known(name: &str) -> bool {
    known().any(|known| known == name)
}

/// What can be asked for in this case.
fn names(view: &View<'_>, lang: Lang) -> String {
    let mut page = Page::new(lang);
    let title =
        page.paint(Tone::Strong, lang.pick("Wat kan worden uitgelegd", "What can be explained"));
    page.line(&title);
    let mut lines: Vec<(&str, String, Option<Day>)> = Vec::new();
    for (obligation, _) in view.obligations() {
        // A series is asked for with --number.
        if obligation.number() == 1 {
            let name = obligation.rule().name(lang).to_string();
            lines.push((obligation.duty().id(), name, obligation.due()));
        }
    }
    for milestone in view.milestones() {
        let name = milestone.name(lang).to_string();
        lines.push((milestone.milestone().id(), name, Some(milestone.day())));
    }
    for window in view.possibilities() {
        if lines.iter().all(|(id, ..)| *id != window.possibility().id()) {
            let name = window.possibility().name(lang).to_string();
            let day = window.until().unwrap_or(window.opens());
            lines.push((window.possibility().id(), name, Some(day)));
        }
    }
    let widest = lines.iter().map(|(id, ..)| id.len()).max().unwrap_or(0);
    for (id, name, day) in lines {
        let day = day.map(|day| dates::aligned(day, lang)).unwrap_or_default();
        let label = format!("{id:<widest$}  {day:<15}");
        page.entry(Tone::Plain, 2, (&label, widest + 17), &name);
    }
    page.text
}

fn text(explanation: &Explanation) -> String {
    let mut page = Page::new(explanation.lang());
    let title = page.paint(Tone::Strong, &explanation.title());
    page.line(&title);
    let mut number = 0;
    for (heading, text) in explanation.paragraphs() {
        page.blank();
        if heading.is_empty() {
            page.paragraph(Tone::Plain, 0, &text);
        } else {
            number += 1;
            let heading = page.paint(Tone::Strong, &format!("{number}. {heading}"));
            page.line(&heading);
            page.paragraph(Tone::Plain, 3, &text);
        }
    }
    page.text
}

fn markdown(explanation: &Explanation) -> String {
    let lang = explanation.lang();
    let mut text = format!("# {}\n", explanation.title());
    for (heading, paragraph) in explanation.paragraphs() {
        if !heading.is_empty() {
            text += &format!("\n## {heading}\n");
        }
        text += &format!("\n{paragraph}\n");
    }
    let mut links: Vec<String> = Vec::new();
    for source in explanation.steps().iter().filter_map(explain::Step::source) {
        let citation = source.citation;
        // A page without articles is called by its full name.
        let name = match citation.article {
            "" => citation.instrument.name.to_string(),
            _ => citation.to_string(),
        };
        let link = format!("- [{name}](<{}>)", citation.url());
        if !links.contains(&link) {
            links.push(link);
        }
    }
    text += &format!("\n## {}\n\n{}\n", lang.pick("Bronnen", "Sources"), links.join("\n"));
    text
}
