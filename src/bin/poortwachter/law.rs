//! `poortwachter law`.

use crate::failure::Failure;
use crate::json;
use crate::law_md::{self, holds_for};
use crate::page::{Page, Tone};
use crate::table;
use crate::values::{LANGUAGE, Language};
use clap::ValueEnum;
use poortwachter::Lang;
use poortwachter::law::{Citation, LAW, LAW_AS_OF, PENDING, Pending};
use poortwachter::text::headings;
use serde_json::{Value, json as values};

#[derive(clap::Args, Debug)]
#[command(after_help = LAW_EXAMPLES)]
pub(crate) struct LawArgs {
    /// Instead of the rules: what has been announced and does not hold
    #[arg(value_enum)]
    part: Option<LawPart>,

    /// Text to read, Markdown with the verbatim texts, readings and links, or JSON of what is pending
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
  poortwachter law pending                    what is announced, and no law

Exit status: 0, or 2 with one line on standard error.";

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LawFormat {
    /// Aligned columns
    #[value(alias = "table")]
    Text,
    /// Markdown
    Md,
    /// Values for a program, of what is pending
    Json,
}

/// What can be shown instead of the rules.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum LawPart {
    /// Announced changes, none of which holds
    Pending,
}

pub(crate) fn run(args: &LawArgs) -> Result<String, Failure> {
    let lang = args.lang.into();
    match (args.part, args.format) {
        (None, LawFormat::Md) => Ok(law_md::write(lang)),
        (None, LawFormat::Text) => Ok(overview(Page::new(lang))),
        (None, LawFormat::Json) => {
            Err(Failure::message("the rules are shown as text or md: law pending has json"))
        }
        (Some(LawPart::Pending), LawFormat::Text) => Ok(pending(Page::new(lang))),
        (Some(LawPart::Pending), LawFormat::Json) => json::pretty(&pending_values()),
        (Some(LawPart::Pending), LawFormat::Md) => {
            Err(Failure::message("what is pending is shown as text or json"))
        }
    }
}

/// What has been announced, for a person.
fn pending(mut page: Page) -> String {
    let lang = page.lang;
    let title = lang.pick(
        "Aangekondigd, geen geldend recht. Er wordt niets mee berekend.",
        "Announced, not law. Nothing is computed from it.",
    );
    let title = page.paint(Tone::Strong, title);
    page.line(&title);
    for change in PENDING {
        page.blank();
        let name = page.paint(Tone::Strong, change.name.in_lang(lang));
        page.line(&format!("{name} ({})", change.id));
        page.paragraph(Tone::Plain, 2, change.what.in_lang(lang));
        let aim = match change.aimed_at {
            Some(day) => lang.date(day),
            None => lang.pick("geen dag genoemd", "no day named").to_string(),
        };
        let touches: Vec<&str> = change.touches.iter().map(|touched| touched.id()).collect();
        let touches = match touches.is_empty() {
            true => lang.pick("geen dag", "no day").to_string(),
            false => touches.join(", "),
        };
        let (status, seen) = (change.status.name(lang), lang.date(change.seen));
        page.paragraph(
            Tone::Plain,
            2,
            &match lang {
                Lang::Nl => format!("Beoogd: {aim}. Stand: {status}. Raakt: {touches}."),
                Lang::En => format!("Aimed at: {aim}. Status: {status}. Would touch: {touches}."),
            },
        );
        let word = lang.pick("gezien", "seen");
        page.paragraph(
            Tone::Faint,
            2,
            &format!("{}, {word} {seen}: {}", change.source, change.url),
        );
    }
    page.text
}

/// The same for a program.
fn pending_values() -> Vec<Value> {
    let value = |change: &Pending| {
        let touches: Vec<&str> = change.touches.iter().map(|touched| touched.id()).collect();
        values!({
            "id": change.id,
            "name_nl": change.name.nl,
            "name_en": change.name.en,
            "what_nl": change.what.nl,
            "what_en": change.what.en,
            "source": change.source,
            "url": change.url,
            "seen": change.seen,
            "aimed_at": change.aimed_at,
            "status": change.status.id(),
            "touches": touches,
        })
    };
    PENDING.iter().map(value).collect()
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
