//! The whole law table in Markdown, for a lawyer to check against the official texts.

use poortwachter::law::{Actor, Axis, Bound, Kind, LAW, LAW_AS_OF, Lasting, Rule, Version, Window};
use poortwachter::text::{headings, phrases};
use poortwachter::{Lang, Regime, Text, wire::Receipt};
use std::fmt::{self, Write};

pub(crate) fn write(lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = everything(&mut out, lang);
    out
}

fn everything(out: &mut String, lang: Lang) -> fmt::Result {
    let version = Receipt::now().version;
    let count = LAW.rules().len();
    match lang {
        Lang::Nl => {
            writeln!(out, "# De rekenregels van poortwachter {version}\n")?;
            writeln!(
                out,
                "{count} regels, recht per {LAW_AS_OF}. Bij elke dag staan de letterlijke woorden, \
                 de vindplaats en, waar de woorden niet voor zich spreken, de lezing. Een week is \
                 een tijdvak van zeven getelde dagen; week 1 begint op de eerste ziektedag.\n"
            )?;
        }
        Lang::En => {
            writeln!(out, "# The rules of poortwachter {version}\n")?;
            writeln!(
                out,
                "{count} rules, law as of {LAW_AS_OF}. Every date comes with the verbatim Dutch \
                 words, the place where they stand and, where they do not speak for themselves, \
                 the reading. A week is seven counted days; week 1 starts on the first sick \
                 day.\n"
            )?;
        }
    }
    LAW.rules().iter().try_for_each(|rule| write_rule(out, rule, lang))
}

fn write_rule(out: &mut String, rule: &Rule, lang: Lang) -> fmt::Result {
    writeln!(out, "## {} (`{}`)\n", rule.name(lang), rule.id())?;
    let item = |out: &mut String, head: Text, text: &str| match text {
        "" => Ok(()),
        text => writeln!(out, "- {}: {text}", head.in_lang(lang)),
    };
    let names = |actors: &[Actor]| {
        actors.iter().map(|actor| actor.name(lang)).collect::<Vec<_>>().join(", ")
    };
    item(out, Text::new("Soort", "Kind"), kind(rule, lang))?;
    let (other, name) = match lang {
        Lang::Nl => (Lang::En, rule.name(Lang::En)),
        Lang::En => (Lang::Nl, rule.name(Lang::Nl)),
    };
    writeln!(out, "- {}: {name}", other.name(lang))?;
    item(out, headings::WHO, rule.actor.name(lang))?;
    item(out, Text::new("Met", "With"), &names(rule.with))?;
    item(out, Text::new("Aan", "Informs"), &names(rule.informs))?;
    item(
        out,
        Text::new("Grond van de plicht zelf", "Basis of the rule itself"),
        rule.layer.name(lang),
    )?;
    item(out, Text::new("Telling", "Clock"), rule.clock.name(lang))?;
    let conditions: Vec<_> = rule.conditions.iter().map(|c| c.words(lang)).collect();
    item(out, Text::new("Alleen als", "Only if"), &conditions.join("; "))?;
    let regimes: Vec<_> = rule.regimes.iter().map(|regime| regime.name(lang)).collect();
    if rule.regimes != Regime::ALL {
        item(out, Text::new("Regeling", "Regime"), &regimes.join(", "))?;
    }
    item(out, Text::new("Laatst vergeleken", "Last compared"), &rule.verified_on.to_string())?;
    writeln!(out)?;
    rule.versions().try_for_each(|version| write_version(out, rule, version, lang))
}

fn kind(rule: &Rule, lang: Lang) -> &'static str {
    match rule.kind {
        Kind::Duty(..) => lang.pick("verplichting", "duty"),
        Kind::Milestone(_) => lang.pick("mijlpaal", "milestone"),
        Kind::Possibility(_) => lang.pick("mogelijkheid", "possibility"),
        _ => lang.pick("rekenregel", "arithmetic"),
    }
}

fn write_version(
    out: &mut String,
    rule: &Rule,
    (window, version): (Window, &Version),
    lang: Lang,
) -> fmt::Result {
    match holds_for(window, version.axis, lang) {
        window if window.is_empty() => {}
        window => writeln!(out, "### {}: {window}\n", lang.pick("Geldt voor", "Holds for"))?,
    }
    let lasting = rule.arising.map(|arising| arising.lasting);
    let due = match rule.kind {
        Kind::Duty(..) => headings::DUE.in_lang(lang),
        Kind::Possibility(_) if lasting == Some(Lasting::UntilDue) => {
            lang.pick("Laatste dag", "Last day")
        }
        Kind::Possibility(_) => lang.pick("Vanaf", "Opens"),
        _ => headings::DAY.in_lang(lang),
    };
    let bounds = [
        (lang.pick("Vanaf", "Opens"), version.opens),
        (headings::ADVISED.in_lang(lang), version.advised),
        (due, Some(version.due)),
        (lang.pick("Aanvaard tot en met", "Accepted until"), version.tolerated),
    ];
    for (name, bound) in bounds {
        if let Some(bound) = bound {
            write_bound(out, name, &bound, lang)?;
        }
    }
    Ok(())
}

fn write_bound(out: &mut String, name: &str, bound: &Bound, lang: Lang) -> fmt::Result {
    let counted = bound.count.name(lang);
    let citation = bound.source.citation;
    let link = format!("[{citation}]({})", citation.url());
    let basis = match bound.layer.is_law() {
        true => format!("{}, {link}", bound.layer.name(lang)),
        false => bound.layer.basis(&link, lang),
    };
    writeln!(
        out,
        "**{name}**: {}, {} {}, in {counted}. {}: {basis}, {}.\n",
        bound.term.words(lang),
        lang.pick("gerekend vanaf", "counted from"),
        bound.from.words(lang),
        headings::BASIS.in_lang(lang),
        citation.instrument.name,
    )?;
    writeln!(out, "> {}\n", bound.source.text)?;
    match bound.reading.in_lang(lang) {
        "" => Ok(()),
        reading => writeln!(out, "{}: {reading}\n", lang.pick("Lezing", "Reading")),
    }
}

/// The cases for which a version holds; empty when it holds for all.
pub(crate) fn holds_for(window: Window, axis: Axis, lang: Lang) -> String {
    if window == Window::ALWAYS {
        return String::new();
    }
    let until = phrases::THROUGH.in_lang(lang);
    let window = match (window.from, window.until) {
        (Some(from), Some(last)) => format!("{from} {until} {last}"),
        (Some(from), None) => format!("{} {from}", phrases::FROM.in_lang(lang)),
        (None, Some(last)) => format!("{until} {last}"),
        (None, None) => String::new(),
    };
    format!("{} {window}", axis.name(lang))
}
