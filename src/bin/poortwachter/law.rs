//! `poortwachter law`.

use crate::law_md::{self, holds_for};
use crate::page::{Page, Tone};
use crate::table;
use crate::values::{LANGUAGE, Language};
use clap::ValueEnum;
use poortwachter::Lang;
use poortwachter::law::{Citation, LAW, LAW_AS_OF};
use poortwachter::text::headings;

#[derive(clap::Args, Debug)]
#[command(after_help = LAW_EXAMPLES)]
pub(crate) struct LawArgs {
    /// Text to read, or Markdown with the verbatim texts, readings and links
    #[arg(long, value_enum, default_value_t = LawFormat::Text)]
    pub(crate) format: LawFormat,

    /// The language of names and terms; the texts of the law are Dutch
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,
}

const LAW_EXAMPLES: &str = "\
Examples:
  poortwachter law --lang nl
  poortwachter law --format md -o law.md      everything, for a lawyer to check

Exit status: 0, or 2 with one line on standard error.";

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LawFormat {
    /// Aligned columns
    #[value(alias = "table")]
    Text,
    /// Markdown
    Md,
}

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
    let (who, basis) = (headings::WHO.in_lang(lang), headings::BASIS.in_lang(lang));
    let (term, article) = (lang.pick("Termijn", "Term"), headings::ARTICLE.in_lang(lang));
    let header = match is_narrow {
        true => vec![rule, term, article],
        false => vec![rule, who, basis, term, article],
    };
    let mut table = table::new(&page, &header);
    for rule in LAW.rules() {
        for (number, (window, version)) in rule.versions().enumerate() {
            let due = version.due;
            let (name, who) = match number {
                0 => (format!("{}\n{}", rule.name(lang), rule.id()), rule.actor.name(lang)),
                _ => (String::new(), ""),
            };
            let mut term = format!("{} ({})", due.term.words(lang), due.from.words(lang));
            let window = holds_for(window, version.axis, lang);
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
