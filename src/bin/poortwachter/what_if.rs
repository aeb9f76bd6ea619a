//! `poortwachter what-if`.

use crate::failure::Failure;
use crate::files::InputFile;
use crate::page::{Page, Tone, strip_control_chars};
use crate::suppose::Supposition;
use crate::values::{LANGUAGE, Language, date};
use crate::{head, input, json, what_if_table};
use clap::{ValueEnum, ValueHint};
use poortwachter::Day;
use poortwachter::change::{self, Change, FactChange};
use poortwachter::text::{capital, headings, phrases};
use poortwachter::wire::ChangesForm;
use poortwachter::{Case, Timeline, View};

#[derive(clap::Args, Debug)]
#[command(after_help = WHAT_IF_HELP)]
pub(crate) struct WhatIfArgs {
    /// The case, a JSON file (see timeline --help); - reads standard input
    #[arg(value_name = "CASE.JSON", value_hint = ValueHint::FilePath)]
    pub(crate) file: InputFile,

    /// The day to look from, today when absent; the day of the last supposed fact where that is later
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<Day>,

    /// Suppose a fact; may be given more than once, and they are taken in order
    #[arg(long, value_name = "FACT")]
    pub(crate) add: Vec<String>,

    /// Leave a recorded event out, before anything is added; may be given more than once
    #[arg(long, value_name = "FACT")]
    pub(crate) remove: Vec<String>,

    /// Text to read, or JSON with everything that moved, whatever --lang and --all say
    #[arg(long, value_enum, default_value_t = WhatIfFormat::Text)]
    pub(crate) format: WhatIfFormat,

    /// The language of the text
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,

    /// Show every line that moved, also planned interviews after the first
    #[arg(long)]
    pub(crate) all: bool,
}

const WHAT_IF_HELP: &str = "\
Examples:
  poortwachter what-if case.json --add '2026-12-01 wia-claim'
  poortwachter what-if case.json --remove '2026-04-08 interview' --lang nl
  poortwachter what-if case.json --format json \\
    --add 'recovered 2026-11-30' --add 'sick 2026-12-21'

A fact to add:
  2026-12-01 wia-claim                an event, by its kind in a case file
  2026-11-15 wage-sanction weeks=26   with its fields: until, weeks, duty, ...
  recovered 2026-11-30                the first healthy day; ends the open spell
  sick 2026-12-21                     the first day of a new spell, still open
  leave 2026-05-04 2026-08-23         maternity leave, first and last day
  employment-ends 2027-01-31          the last day of the employment
  recorded-since 2026-06-01           nothing was recorded before this day
A fact to remove:
  2026-10-02 interview                an event

Nothing is written: the case file stays as it is.
Exit status: 0, or 2 with one line on standard error.";

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum WhatIfFormat {
    /// Two timelines side by side, only what moves
    #[value(alias = "table")]
    Text,
    /// Everything that moves
    Json,
}

pub(crate) fn run(args: &WhatIfArgs) -> Result<String, Failure> {
    let case = input::file(&args.file)?;
    let (supposed, known_from) = supposed(args, &case)?;
    let today = crate::values::day(args.on);
    // A view knows no fact that is dated later: what is supposed must have happened.
    let on = known_from.map_or(today, |day| today.max(day));
    let (old, new) = (Timeline::new(&case), Timeline::new(&supposed));
    let (old, new) = (old.view(on), new.view(on));
    let changes = change::compare(&old, &new);
    if args.format == WhatIfFormat::Json {
        return answer(&old, &changes);
    }
    let mut page = Page::new(args.lang.into());
    put_head(&mut page, (&old, &new), on > today, &change::facts(&case, on, &supposed, on));
    page.blank();
    what_if_table::put(&mut page, &changes, args.all);
    Ok(page.text)
}

/// The case with everything that is supposed, and the day on which all of it is known.
fn supposed(args: &WhatIfArgs, case: &Case) -> Result<(Case, Option<Day>), Failure> {
    if args.add.is_empty() && args.remove.is_empty() {
        return Err(Failure::message(
            "what if what? Suppose a fact: --add 'recovered 2026-11-30', --add '2026-12-01 \
             wia-claim', --remove '2026-10-02 interview' (what-if --help)",
        ));
    }
    let mut result = case.clone();
    let mut known_from = None;
    for text in &args.remove {
        let supposition = Supposition::to_remove(text, case)?;
        result = supposition
            .apply(&result)
            .map_err(|error| Failure::message(format!("--remove '{text}': {error}")))?;
    }
    for text in &args.add {
        let supposition = Supposition::to_add(text)?;
        result = supposition
            .apply(&result)
            .map_err(|error| Failure::message(format!("--add '{text}': {error}")))?;
        known_from = known_from.max(supposition.known_from());
    }
    Ok((result, known_from))
}

fn put_head(page: &mut Page, views: (&View<'_>, &View<'_>), is_later: bool, facts: &[FactChange]) {
    let lang = page.lang;
    let (old, new) = views;
    let on = lang.date_with_weekday(old.on());
    let what_if = lang.pick("wat als", "what if");
    let title = match old.timeline().case().id().map(strip_control_chars) {
        Some(id) => format!("{} {id} · {what_if} · {on}", headings::CASE.in_lang(lang)),
        None => format!("{what_if} · {on}"),
    };
    let title = page.paint(Tone::Strong, &title);
    page.line(&title);
    let show = |day| lang.date_with_weekday(day);
    for fact in facts {
        let sign = match fact {
            FactChange::Recorded(_) => "+",
            FactChange::Removed(_) => "-",
            _ => "~",
        };
        page.entry(Tone::Plain, 2, (sign, 1), &capital(&fact.words(lang, &show)));
    }
    if facts.is_empty() {
        page.paragraph(Tone::Plain, 2, lang.pick("Geen ander feit", "No fact differs"));
    }
    let (then, now) = (head::state(old, lang), head::state(new, lang));
    if then != now {
        page.blank();
        page.entry(Tone::Plain, 2, (phrases::RECORDED.in_lang(lang), 10), &then);
        page.entry(Tone::Plain, 2, (lang.pick("wat als", "what if"), 10), &now);
    }
    if is_later {
        page.blank();
        page.paragraph(
            Tone::Faint,
            2,
            lang.pick(
                "Bekeken op de dag waarop alles is gebeurd; wat tot dan toe wordt gedaan, telt niet mee.",
                "Seen on the day on which all of it has happened; what will be done until then is \
                 left out.",
            ),
        );
    }
}

fn answer(old: &View<'_>, changes: &[Change]) -> Result<String, Failure> {
    json::pretty(&ChangesForm::new(old, changes))
}
