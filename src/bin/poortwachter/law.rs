//! `poortwachter law`.

use crate::args::{LawArgs, LawFormat};
use crate::law_md;
use crate::page::{Page, Tone};
use crate::table;
use poortwachter::Lang;
use poortwachter::law::{Axis, Citation, LAW, LAW_AS_OF, Version, Window};

pub(crate) fn run(args: &LawArgs) -> String {
    let lang = args.lang.into();
    match args.format {
        LawFormat::Md => law_md::write(lang),
        LawFormat::Text => overview(Page::new(lang)),
    }
}

/// From this width on who acts has a column of its own.
const NORMAL: u16 = 96;
/// The width of "Stb. 2008, 414".
const LONG_ARTICLE: usize = 14;
/// The width of most terms on one line.
const LONG_TERM: u16 = 44;

fn overview(mut page: Page) -> String {
    let lang = page.lang;
    let is_narrow = page.width < NORMAL;
    let rule = lang.pick("Regel", "Rule");
    let (who, basis) = (lang.pick("Wie", "Who"), lang.pick("Grond", "Basis"));
    let (term, article) = (lang.pick("Termijn", "Term"), lang.pick("Artikel", "Article"));
    let header = match is_narrow {
        true => vec![rule, term, article],
        false => vec![rule, who, basis, term, article],
    };
    let mut table = table::new(&page, &header);
    for rule in LAW.rules() {
        for (number, version) in rule.versions.iter().enumerate() {
            let due = version.due;
            let (name, who) = match number {
                0 => (format!("{}\n{}", rule.name(lang), rule.id()), rule.actor.name(lang)),
                _ => (String::new(), ""),
            };
            let mut term = format!("{} ({})", due.term.words(lang), due.from.words(lang));
            let window = holds_for(version, lang);
            if !window.is_empty() {
                term += &format!("\n[{window}]");
            }
            let (basis, article) = (table::layer(due.layer, lang), cite(&due.source.citation));
            let row = match is_narrow {
                true if who.is_empty() => vec![name, term, format!("{article}\n{basis}")],
                true => vec![format!("{name}\n({who})"), term, format!("{article}\n{basis}")],
                false => vec![name, who.to_string(), basis.to_string(), term, article],
            };
            table.add_row(row.iter().map(|text| table::cell(Tone::Plain, text)));
        }
    }
    let term = if is_narrow { 1 } else { 3 };
    table::share_width(&mut table, &[], Some(term), LONG_TERM);
    table::put(&mut page, &table);
    page.blank();
    let footer = match lang {
        Lang::Nl => format!(
            "Recht per {LAW_AS_OF}. Alleen de uiterste dag; \"law --format md\" geeft alles, met \
             de wettekst."
        ),
        Lang::En => format!(
            "Law as of {LAW_AS_OF}. The due day only; \"law --format md\" gives everything, with \
             the words of the law."
        ),
    };
    page.paragraph(Tone::Faint, 2, &footer);
    page.text
}

/// A citation that breaks only where it is long.
fn cite(citation: &Citation) -> String {
    let text = citation.to_string();
    match text.chars().count() {
        ..=LONG_ARTICLE => text.replace(' ', table::GLUE),
        _ => text,
    }
}

/// The cases for which a version holds; empty when it holds for all.
pub(crate) fn holds_for(version: &Version, lang: Lang) -> String {
    if version.window == Window::ALWAYS {
        return String::new();
    }
    let until = lang.pick("t/m", "to");
    let window = match (version.window.from, version.window.until) {
        (Some(from), Some(last)) => format!("{from} {until} {last}"),
        (Some(from), None) => format!("{} {from}", lang.pick("vanaf", "from")),
        (None, Some(last)) => format!("{until} {last}"),
        (None, None) => String::new(),
    };
    let axis: Axis = version.axis;
    format!("{} {window}", axis.words(lang))
}
