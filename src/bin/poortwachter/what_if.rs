//! `poortwachter what-if`.

use crate::args::{WhatIfArgs, WhatIfFormat};
use crate::failure::Failure;
use crate::page::{Page, Tone, harmless};
use crate::suppose::Supposition;
use crate::{dates, head, input, json, what_if_table};
use chrono::NaiveDate;
use poortwachter::change::{self, Change, FactChange};
use poortwachter::wire::ChangesForm;
use poortwachter::{Case, Timeline, View};

pub(crate) fn run(args: &WhatIfArgs) -> Result<String, Failure> {
    let case = input::file(&args.file)?;
    let (supposed, known_from) = supposed(args, &case)?;
    let today = crate::args::day(args.on);
    // A view knows no fact that is dated later: what is supposed must have happened.
    let on = known_from.map_or(today, |day| today.max(day));
    let (old, new) = (Timeline::of(&case), Timeline::of(&supposed));
    let (old, new) = (old.on(on), new.on(on));
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
fn supposed(args: &WhatIfArgs, case: &Case) -> Result<(Case, Option<NaiveDate>), Failure> {
    if args.add.is_empty() && args.remove.is_empty() {
        return Err(Failure::told(
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
            .map_err(|error| Failure::told(format!("--remove '{text}': {error}")))?;
    }
    for text in &args.add {
        let supposition = Supposition::to_add(text)?;
        result = supposition
            .apply(&result)
            .map_err(|error| Failure::told(format!("--add '{text}': {error}")))?;
        known_from = known_from.max(supposition.known_from());
    }
    Ok((result, known_from))
}

fn put_head(page: &mut Page, views: (&View<'_>, &View<'_>), is_later: bool, facts: &[FactChange]) {
    let lang = page.lang;
    let (old, new) = views;
    let on = dates::long(old.on(), lang);
    let what_if = lang.pick("wat als", "what if");
    let title = match old.timeline().case().id().map(harmless) {
        Some(id) => format!("{} {id} · {what_if} · {on}", lang.pick("Geval", "Case")),
        None => format!("{what_if} · {on}"),
    };
    let title = page.paint(Tone::Strong, &title);
    page.line(&title);
    let show = |day| dates::long(day, lang);
    for fact in facts {
        let sign = match fact {
            FactChange::Recorded(_) => "+",
            FactChange::Removed(_) => "-",
            _ => "~",
        };
        page.entry(Tone::Plain, 2, (sign, 1), &head::capital(&fact.words(lang, &show)));
    }
    if facts.is_empty() {
        page.paragraph(Tone::Plain, 2, lang.pick("Geen ander feit", "No fact differs"));
    }
    let (then, now) = (head::state(old, lang), head::state(new, lang));
    if then != now {
        page.blank();
        page.entry(Tone::Plain, 2, (lang.pick("vastgelegd", "recorded"), 10), &then);
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
    json::pretty(&ChangesForm::of(old, changes))
}
