//! Every quotation stands letter for letter in the article that it is cited from.
//!
//! The `.md` files beside the rules are read as a lawyer reads them: instrument, article, paragraph,
//! part. A quotation under a wrong article, of a text that was not in force in the window of its
//! version, or with another number than its term, fails.

use poortwachter::law::{
    Bound, Citation, Instrument, LAW, LAW_AS_OF, Layer, Override, Rule, Source, Term, awb,
    boetebesluit, bw7, compensatie, eerste_werkdag, procesgang, procesgang_vangnet, termijnenwet,
    uwv, wazo, wia, zw,
};
use poortwachter::{Day, Lang};
use std::collections::BTreeSet;

const TEXTS: &[(&str, &str)] = &[
    ("awb.md", include_str!("../../src/law/awb.md")),
    ("compensatie.md", include_str!("../../src/law/compensatie.md")),
    ("bw7.md", include_str!("../../src/law/bw7.md")),
    ("zw.md", include_str!("../../src/law/zw.md")),
    ("wia.md", include_str!("../../src/law/wia.md")),
    ("uwv.md", include_str!("../../src/law/uwv.md")),
    ("procesgang.md", include_str!("../../src/law/procesgang.md")),
    ("procesgang_vangnet.md", include_str!("../../src/law/procesgang_vangnet.md")),
    ("wazo.md", include_str!("../../src/law/wazo.md")),
    ("termijnenwet.md", include_str!("../../src/law/termijnenwet.md")),
    ("eerste_werkdag.md", include_str!("../../src/law/eerste_werkdag.md")),
];

const LAW_FILES: &[(&str, &str)] = &[
    ("awb", include_str!("../../src/law/awb.rs")),
    ("compensatie", include_str!("../../src/law/compensatie.rs")),
    ("boetebesluit", include_str!("../../src/law/boetebesluit.rs")),
    ("bw7", include_str!("../../src/law/bw7.rs")),
    ("zw", include_str!("../../src/law/zw.rs")),
    ("wia", include_str!("../../src/law/wia.rs")),
    ("uwv", include_str!("../../src/law/uwv.rs")),
    ("procesgang", include_str!("../../src/law/procesgang.rs")),
    ("procesgang_vangnet", include_str!("../../src/law/procesgang_vangnet.rs")),
    ("wazo", include_str!("../../src/law/wazo.rs")),
    ("termijnenwet", include_str!("../../src/law/termijnenwet.rs")),
    ("eerste_werkdag", include_str!("../../src/law/eerste_werkdag.rs")),
];

/// The day on which this test was written: nothing can have been verified after it unless it is
/// looked at again.
const TODAY: Day = Day::new(2026, 11, 21);

macro_rules! listed {
    ($($module:ident::$name:ident),* $(,)?) => {
        vec![$((concat!(stringify!($module), "::", stringify!($name)), $module::$name)),*]
    };
}

/// The public quotations that are not part of a rule.
fn public_sources() -> Vec<(&'static str, Source)> {
    listed![
        awb::PENALTY_NOT_EXTENDED,
        boetebesluit::UNDER_SEVEN_DAYS,
        boetebesluit::UNDER_28_DAYS,
        boetebesluit::FROM_28_DAYS,
        bw7::ENDS_BY_DEATH,
        bw7::LATE_CLAIM_PROLONGS_WAGES,
        bw7::LATE_REPORT_PROLONGED_WAGES,
        bw7::EXTENSION_PROLONGS_WAGES,
        bw7::EXTENSION_PROLONGS_BAN,
        bw7::WAGES_OF_AN_EMPLOYEE,
        wia::DECISION_ON_THE_CLAIM,
        wia::NOT_EXTENDED,
        zw::BENEFIT_AFTER_EMPLOYMENT,
        zw::RECOVERED_AT_MOST,
        zw::NOT_EXTENDED,
        zw::ON_THE_LAST_DAY,
        zw::AFTER_LEAVE,
        bw7::AS_SOON_AS_POSSIBLE,
        bw7::OWN_WORK_RULED_OUT,
        bw7::NO_PLAN_AT_STATE_PENSION_AGE,
        bw7::BAN_PROLONGED,
        zw::COUNTS_AS_REPORT,
        zw::FINE,
        zw::NOT_FOR_THE_ENTITLED,
        zw::NO_BENEFIT_FROM_STATE_PENSION_AGE,
        zw::LATE_CLAIM_PROLONGS_BENEFIT,
        zw::NO_ASSESSMENT_BEFORE,
        procesgang_vangnet::NOT_FOR_RUNNING_CASES,
        procesgang_vangnet::OPINION_WITHOUT_DELAY,
        procesgang_vangnet::REPORTED_LATE,
        wia::FIRST_DAY_AFTER_WAITING,
        wia::LEAVE_LEFT_OUT,
        wia::ADDS_UP_ACROSS_LEAVE,
        uwv::LEAVE_LEFT_OUT_OTHERWISE,
        wia::LEAVE_INTERRUPTS_SANCTION,
        wia::ENDS_EARLIER_BY_LATENESS,
        wia::CLAIM_SUSPENDED,
        wia::SHORTENED,
        wia::AT_MOST_52_WEEKS,
        wia::BEFORE_THE_END,
        wia::WHERE_EXTENDED,
        uwv::SECOND_TRACK_BESIDE_FIRST,
        uwv::FINGER_ON_THE_PULSE,
        uwv::PERSPECTIVE,
        uwv::SIXTEEN_WEEKS,
        uwv::WEEK_6,
        uwv::WEEK_8,
        uwv::FIRST_WORKING_DAY,
        uwv::WEEK_88,
        uwv::WEEK_13,
        uwv::WEEK_15,
        uwv::AFTER_THREE_WEEKS,
        uwv::BEFORE_68_WEEKS,
        uwv::NO_EFFORTS_WITHOUT_POSSIBILITIES,
        procesgang::PERIODIC,
        procesgang::PLAN_CONTENT,
        procesgang::REPORT_CONTENT,
        procesgang::OPINION_WITHOUT_DELAY,
        procesgang::POSSIBILITIES,
        procesgang::DEVIATION,
        procesgang_vangnet::DEVIATION,
        wazo::SPLIT_AFTER_SIX_WEEKS,
        termijnenwet::EXTENSION,
        termijnenwet::NOT_BACKWARDS,
        termijnenwet::NOT_LONG,
        termijnenwet::NOT_REGULATIONS,
        eerste_werkdag::FIRST_WORKING_DAY,
        eerste_werkdag::USUAL_WORKING_DAY,
        eerste_werkdag::COULD_HAVE_WORKED,
        eerste_werkdag::EACH_EMPLOYMENT_BY_ITSELF,
        eerste_werkdag::BENEFIT_RECIPIENT,
        eerste_werkdag::AFTER_EFFECT,
        eerste_werkdag::WEEKEND_LEFT_OUT,
        eerste_werkdag::NIGHT_SHIFT,
        eerste_werkdag::LEAVE,
        eerste_werkdag::WORKING_TIME_REDUCTION,
        eerste_werkdag::SHORT_TIME,
        eerste_werkdag::SPECIAL_LEAVE,
        eerste_werkdag::WEATHER,
        eerste_werkdag::DETENTION,
        eerste_werkdag::AGREED_HOLIDAY,
    ]
}

/// The instruments that the law files declare.
fn instruments() -> Vec<(&'static str, &'static Instrument)> {
    macro_rules! listed_references {
        ($($module:ident::$name:ident),* $(,)?) => {
            vec![$((concat!(stringify!($module), "::", stringify!($name)), &$module::$name)),*]
        };
    }
    listed_references![
        awb::AWB,
        compensatie::REGELING_COMPENSATIE,
        boetebesluit::BOETEBESLUIT,
        bw7::BW7,
        bw7::WET_WERKEN_NA_AOW,
        zw::ZIEKTEWET,
        zw::ACT_OF_2008,
        wia::WET_WIA,
        wia::RULING_LEEUWARDEN_2012,
        uwv::UWV_EMPLOYEE_PAGE,
        uwv::UWV_REPORT_PAGE,
        uwv::UWV_WIA_PAGE,
        uwv::UWV_TWO_YEARS_PAGE,
        uwv::UWV_LEAVE_PAGE,
        uwv::UWV_SAFETY_NET_PAGE,
        uwv::SIXTEEN_WEEKS_PAGE,
        uwv::RVIREGISTER_PAGE,
        uwv::WERKWIJZER,
        uwv::BELEIDSREGELS,
        procesgang::REGELING_PROCESGANG,
        procesgang_vangnet::REGELING_VANGNET,
        wazo::WAZO,
        termijnenwet::ALGEMENE_TERMIJNENWET,
        eerste_werkdag::REGELING_EERSTE_WERKDAG,
    ]
}

/// Rulings are cited by their European case law identifier and have no text beside the rules.
const RULINGS: &[&str] = &["wia::RULING_LEEUWARDEN_2012"];

#[derive(Clone, Copy)]
struct Quote {
    rule: &'static Rule,
    version: usize,
    bound: &'static str,
    value: Bound,
}

impl Quote {
    fn name(&self) -> String {
        format!("{} version {} {}", self.rule.id(), self.version, self.bound)
    }

    fn citation(&self) -> Citation {
        self.value.source.citation
    }
}

/// Every bound of every version of every rule.
fn quotes() -> Vec<Quote> {
    let mut quotes = Vec::new();
    for rule in LAW.rules() {
        for (number, (_, version)) in rule.versions().enumerate() {
            for (bound, value) in [
                ("opens", version.opens),
                ("advised", version.advised),
                ("due", Some(version.due)),
                ("tolerated", version.tolerated),
                ("proviso", version.proviso.map(|proviso| proviso.before)),
            ] {
                quotes.extend(value.map(|value| Quote { rule, version: number, bound, value }));
            }
        }
    }
    quotes
}

/// What rules quote beside their bounds: behind a condition, a point of no return, another due day.
fn quoted_beside_bounds() -> Vec<(&'static str, Source)> {
    let beside = |rule: &'static Rule| {
        let conditions = rule.condition_words.iter().map(|(_, source)| **source);
        let no_return = rule.no_return.iter().map(|(_, source)| **source);
        let overrides = rule.overrides.iter().flat_map(|it| match it {
            Override::WithoutDelay { foreseen, reported } => {
                [Some(**foreseen), reported.map(|report| *report.words)]
            }
            _ => [None, None],
        });
        let all = conditions.chain(no_return).chain(overrides.flatten());
        all.map(|source| (rule.id(), source)).collect::<Vec<_>>()
    };
    LAW.rules().iter().copied().flat_map(beside).collect()
}

// ---- The texts ----------------------------------------------------------------------------------

/// The text under one heading: the text in force of an article, an earlier one, or a page.
#[derive(Clone, Debug)]
struct Block {
    file: &'static str,
    heading: String,
    /// `BWBR…`, empty for a page that is not in the national register.
    bwb: String,
    article: String,
    /// The paragraph that the heading names ("Bijlage, paragraaf 3").
    heading_paragraph: String,
    url: String,
    /// The last day of an earlier text where the heading gives one, as it stands there.
    earlier_until: Option<String>,
    is_earlier: bool,
    lines: Vec<String>,
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let rest = &text[text.find(before)? + before.len()..];
    Some(&rest[..rest.find(after)?])
}

fn url_in(line: &str) -> Option<&str> {
    line[line.find("http")?..].split_whitespace().next()
}

/// `BWBR…` in an address of the register.
fn bwb_of(url: &str) -> String {
    match url.strip_prefix("https://wetten.overheid.nl/") {
        Some(rest) => rest.split(['/', '#']).next().unwrap_or_default().to_string(),
        None => String::new(),
    }
}

fn article_after(text: &str) -> Option<&str> {
    let word = text.rsplit_once("rtikel ")?.1.split([',', ' ', '.']).next()?;
    (!word.is_empty()).then_some(word)
}

fn blocks() -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (file, text) in TEXTS {
        // The block of each heading level, so that an earlier text belongs to its article.
        let mut open: Vec<(usize, Block)> = Vec::new();
        let mut finished: Vec<Block> = Vec::new();
        let mut previous_line = String::new();
        for line in text.lines().map(collapse).filter(|line| !line.is_empty()) {
            let level = line.bytes().take_while(|byte| *byte == b'#').count();
            if level > 0 {
                while open.last().is_some_and(|(depth, _)| *depth >= level) {
                    finished.extend(open.pop().map(|(_, block)| block));
                }
                let heading = line[level..].trim().to_string();
                let is_earlier = heading.starts_with("Vorige tekst");
                let mut block = Block {
                    file,
                    bwb: String::new(),
                    article: String::new(),
                    heading_paragraph: between(&heading, "paragraaf ", ":")
                        .unwrap_or_default()
                        .to_string(),
                    url: String::new(),
                    earlier_until: between(&heading, "(t/m ", ")").map(|until| {
                        until.split(';').next().unwrap_or_default().trim().to_string()
                    }),
                    is_earlier,
                    heading,
                    lines: Vec::new(),
                };
                if let (true, Some((_, article))) = (is_earlier, open.last()) {
                    block.bwb = article.bwb.clone();
                    block.article = article.article.clone();
                    block.url = article.url.clone();
                }
                open.push((level, block));
            } else if let Some((_, block)) = open.last_mut() {
                if line.starts_with("Bron") {
                    let url = url_in(&line).unwrap_or_default();
                    block.bwb = bwb_of(url);
                    block.url = url.to_string();
                    block.article = match url.split_once('#').map(|(_, place)| place) {
                        Some("Bijlage") => "Bijlage".to_string(),
                        Some(place) => place.trim_start_matches("Artikel").to_string(),
                        // An address of a whole act: the article stands in the line before it.
                        None if !block.bwb.is_empty() => {
                            article_after(&previous_line).unwrap_or_default().to_string()
                        }
                        None => String::new(),
                    };
                } else if !["Geldend op:", "Opschrift:", "Vervallen:"]
                    .iter()
                    .any(|note| line.starts_with(note))
                {
                    block.lines.push(line.trim_start_matches("> ").to_string());
                }
            }
            previous_line = line;
        }
        finished.extend(open.into_iter().map(|(_, block)| block));
        blocks.extend(finished);
    }
    blocks
}

/// `12` of `12 Text`.
fn paragraph_number(line: &str) -> Option<&str> {
    let (number, _) = line.split_once(' ')?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then_some(number)
}

/// `b` of `b. Text`.
fn part_letter(line: &str) -> Option<&str> {
    let (letter, _) = line.split_once(". ")?;
    (letter.len() == 1 && letter.as_bytes()[0].is_ascii_lowercase()).then_some(letter)
}

impl Block {
    fn has_paragraphs(&self) -> bool {
        self.lines.iter().any(|line| paragraph_number(line).is_some())
    }

    /// The words at `paragraph` ("2", "2(b)", "a" or ""): of a part with the opening and the closing
    /// words that it shares with the other parts.
    fn words_at(&self, paragraph: &str) -> String {
        let (wanted_number, wanted_part) = match paragraph.split_once('(') {
            Some((number, part)) => (number, part.trim_end_matches(')')),
            None if paragraph.len() == 1 && paragraph.as_bytes()[0].is_ascii_lowercase() => {
                ("", paragraph)
            }
            None => (paragraph, ""),
        };
        if wanted_number == self.heading_paragraph && !wanted_number.is_empty() {
            return self.lines.join(" ");
        }
        let (mut number, mut part) = ("", "");
        let mut words = Vec::new();
        for line in &self.lines {
            if let Some(next) = paragraph_number(line) {
                (number, part) = (next, "");
            } else if let Some(next) = part_letter(line) {
                part = next;
            } else if !line.contains("°.") {
                // Opening words, or the closing words after the last part.
                part = "";
            }
            if number == wanted_number
                && (wanted_part.is_empty() || ["", wanted_part].contains(&part))
            {
                words.push(line.as_str());
            }
        }
        words.join(" ")
    }

    fn is_cited_by(&self, citation: Citation) -> bool {
        if citation.instrument.bwb.is_empty() {
            self.url == citation.instrument.url
        } else {
            self.bwb == citation.instrument.bwb && self.article == citation.article
        }
    }
}

/// The blocks under the cited place that hold the quotation.
fn blocks_with(blocks: &[Block], source: Source) -> Vec<&Block> {
    let text = collapse(source.text);
    blocks
        .iter()
        .filter(|block| block.is_cited_by(source.citation))
        .filter(|block| block.words_at(source.citation.paragraph).contains(&text))
        .collect()
}

/// Why a quotation does not stand where it is cited from.
fn misplaced(blocks: &[Block], name: &str, source: Source) -> Option<String> {
    if !blocks_with(blocks, source).is_empty() {
        return None;
    }
    let text = collapse(source.text);
    let found: Vec<String> = blocks
        .iter()
        .filter(|block| block.lines.join(" ").contains(&text))
        .map(|block| format!("{} \"{}\"", block.file, block.heading))
        .collect();
    Some(format!("{name}: not at {}: \"{text}\"; stands in {found:?}", source.citation))
}

// ---- The tests ----------------------------------------------------------------------------------

#[test]
fn the_texts_are_read_as_they_are_meant() {
    let blocks = blocks();
    for block in &blocks {
        if let Some(article) = block.heading.strip_prefix("Artikel ") {
            assert_eq!(
                block.article, article,
                "{}: the source line under \"{}\" is that of another article",
                block.file, block.heading
            );
        }
    }
    let articles = blocks.iter().filter(|block| !block.article.is_empty()).count();
    assert!(articles > 60, "only {articles} articles were recognised");
    let quoted_pages =
        blocks.iter().filter(|block| block.bwb.is_empty() && !block.url.is_empty()).count();
    assert!(quoted_pages > 10, "only {quoted_pages} pages were recognised");
}

#[test]
fn every_quotation_of_a_rule_stands_in_the_article_it_is_cited_from() {
    let blocks = blocks();
    let quotes = quotes();
    assert!(quotes.len() > 60, "only {} bounds", quotes.len());
    let misplaced: Vec<String> = quotes
        .iter()
        .filter_map(|quote| misplaced(&blocks, &quote.name(), quote.value.source))
        .collect();
    assert!(misplaced.is_empty(), "{}", misplaced.join("\n"));
}

#[test]
fn every_other_quotation_stands_in_the_article_it_is_cited_from() {
    let blocks = blocks();
    let beside_bounds = quoted_beside_bounds();
    assert!(beside_bounds.len() > 10, "only {} quotations", beside_bounds.len());
    let misplaced: Vec<String> = public_sources()
        .into_iter()
        .chain(beside_bounds)
        .filter_map(|(name, source)| misplaced(&blocks, name, source))
        .collect();
    assert!(misplaced.is_empty(), "{}", misplaced.join("\n"));
}

#[test]
fn a_citation_without_paragraph_is_of_an_article_without_paragraphs() {
    let blocks = blocks();
    let sources = quotes().into_iter().map(|quote| quote.value.source);
    for source in sources.chain(public_sources().into_iter().map(|(_, source)| source)) {
        if source.citation.instrument.bwb.is_empty() || !source.citation.paragraph.is_empty() {
            continue;
        }
        for block in blocks.iter().filter(|block| block.is_cited_by(source.citation)) {
            assert!(!block.has_paragraphs(), "{}: name the paragraph", source.citation);
        }
    }
}

/// `30-06-2013` as a day.
fn day_of(dutch: &str) -> Day {
    let parts: Vec<i32> = dutch.split('-').map(|part| part.parse().expect("a number")).collect();
    Day::new(parts[2], parts[1] as u8, parts[0] as u8)
}

/// The texts of the cited place that were in force on `until`, the last day of a version; those in
/// force today for none. An earlier text holds only the paragraphs that changed.
fn texts_in_force(blocks: &[Block], citation: Citation, until: Option<Day>) -> Vec<&Block> {
    let cited = || {
        blocks.iter().filter(move |block| {
            block.is_cited_by(citation) && !block.words_at(citation.paragraph).is_empty()
        })
    };
    let earlier =
        cited().filter_map(|block| Some((day_of(block.earlier_until.as_deref()?), block)));
    let of_that_day = until
        .and_then(|until| earlier.filter(|(end, _)| until <= *end).min_by_key(|(end, _)| *end));
    match of_that_day {
        Some((_, block)) => vec![block],
        None => cited().filter(|block| !block.is_earlier).collect(),
    }
}

#[test]
fn a_version_quotes_the_text_of_its_own_time() {
    let blocks = blocks();
    let (mut earlier_texts, mut said_to_be_earlier) = (BTreeSet::new(), BTreeSet::new());
    // The texts of pages have no history.
    for quote in quotes().iter().filter(|quote| !quote.citation().instrument.bwb.is_empty()) {
        let until = quote.rule.versions().nth(quote.version).and_then(|(window, _)| window.until);
        let texts = texts_in_force(&blocks, quote.citation(), until);
        let words = collapse(quote.value.source.text);
        assert!(
            texts.iter().any(|text| text.words_at(quote.citation().paragraph).contains(&words)),
            "{} holds until {until:?}; the text of that day does not say \"{words}\": {texts:#?}",
            quote.name(),
        );
        if texts[0].is_earlier {
            earlier_texts.insert((quote.rule.id(), quote.version));
        }
        if quote.citation().until.is_some() {
            said_to_be_earlier.insert((quote.rule.id(), quote.version));
        }
    }
    assert_eq!(earlier_texts, said_to_be_earlier);
    // The shortening and the report until 2013, the notice and the claim until 2011 and until 2013.
    let history = [
        ("extension-shortening", 0),
        ("reintegration-report", 0),
        ("wia-claim", 0),
        ("wia-claim", 1),
        ("wia-notice", 0),
        ("wia-notice", 1),
    ];
    assert!(earlier_texts.is_superset(&BTreeSet::from(history)), "{earlier_texts:?}");
}

#[test]
fn no_quotation_escapes_these_tests() {
    let listed = public_sources();
    let of_bounds = quotes().into_iter().map(|quote| quote.value.source);
    let beside_bounds = quoted_beside_bounds().into_iter().map(|(_, source)| source);
    let in_rules: BTreeSet<String> =
        of_bounds.chain(beside_bounds).map(|source| collapse(source.text)).collect();
    let mut found = 0;
    for (module, code) in LAW_FILES {
        for (index, _) in code.match_indices(": Source =") {
            let line_start = code[..index].rfind('\n').map_or(0, |end| end + 1);
            let declaration = &code[line_start..index];
            let name = declaration.rsplit(' ').next().expect("a name");
            let path = format!("{module}::{name}");
            found += 1;
            if listed.iter().any(|(listed, _)| *listed == path) {
                continue;
            }
            assert!(!declaration.starts_with("pub "), "list {path} in public_sources()");
            let body = &code[index..];
            let body = &body[..body.find(";\n").expect("an end")];
            let literal = between(body, ".says(", "\")")
                .or_else(|| between(body, ".says(", "\",\n"))
                .unwrap_or_else(|| panic!("{path}: cannot read its words"));
            let words = literal.trim().trim_start_matches('"').replace("\\\n", "");
            let words = collapse(&words);
            assert!(in_rules.contains(&words), "{path} belongs to no rule: \"{words}\"");
        }
    }
    assert!(found >= listed.len() + 20, "only {found} quotations found in the law files");
}

#[test]
fn no_instrument_escapes_these_tests() {
    let listed: BTreeSet<&str> = instruments().into_iter().map(|(name, _)| name).collect();
    for (module, code) in LAW_FILES {
        for (index, _) in code.match_indices(": Instrument =") {
            let name = code[..index].rsplit(' ').next().expect("a name");
            let path = format!("{module}::{name}");
            assert!(listed.contains(path.as_str()), "list {path} in instruments()");
        }
    }
}

fn is_well_formed(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split('/').next().unwrap_or_default();
    host.contains('.')
        && host.bytes().all(|byte| byte.is_ascii_lowercase() || b".-".contains(&byte))
        && url.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte))
        && url.matches('#').count() <= 1
}

#[test]
fn every_instrument_is_in_the_register_or_its_address_stands_in_the_texts() {
    let pages = TEXTS.iter().find(|(file, _)| *file == "uwv.md").expect("uwv.md").1;
    let mut rulings = Vec::new();
    for (name, instrument) in instruments() {
        assert!(!instrument.name.is_empty() && !instrument.short.is_empty(), "{name} has a name");
        assert!(is_well_formed(instrument.url), "{name}: {}", instrument.url);
        if instrument.bwb.is_empty() {
            let sources: Vec<&str> =
                pages.lines().filter(|line| line.starts_with("Bron")).filter_map(url_in).collect();
            if RULINGS.contains(&name) {
                rulings.push(name);
                let identifier = instrument.url.rsplit('=').next().expect("an identifier");
                assert!(identifier.starts_with("ECLI:NL:"), "{name}: {identifier}");
                assert!(instrument.name.ends_with(identifier), "{name}: {identifier}");
            } else {
                assert!(sources.contains(&instrument.url), "{name} is no source of uwv.md");
            }
        } else {
            let digits = instrument.bwb.strip_prefix("BWBR").unwrap_or_default();
            assert!(
                digits.len() == 7 && digits.bytes().all(|byte| byte.is_ascii_digit()),
                "{name}: {}",
                instrument.bwb
            );
            let base = format!("https://wetten.overheid.nl/{}", instrument.bwb);
            let rest = instrument.url.strip_prefix(&base);
            assert!(
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("/2")),
                "{name}: {}",
                instrument.url
            );
            let titles = TEXTS.iter().any(|(_, text)| {
                text.lines().any(|line| {
                    let is_place = line.starts_with('#') || line.starts_with("Bron");
                    is_place && line.contains(instrument.bwb)
                })
            });
            assert!(titles, "{name}: {} has no text beside the rules", instrument.bwb);
        }
    }
    assert_eq!(rulings, RULINGS);
}

/// The address of a citation is the very address under which its text was found.
#[test]
fn every_citation_has_the_address_of_its_text() {
    let blocks = blocks();
    let sources = quotes().into_iter().map(|quote| quote.value.source);
    for source in sources.chain(public_sources().into_iter().map(|(_, source)| source)) {
        let (citation, url) = (source.citation, source.citation.url());
        assert!(is_well_formed(&url), "{citation}: {url}");
        if !citation.instrument.bwb.is_empty() {
            let start = format!("https://wetten.overheid.nl/{}", citation.instrument.bwb);
            assert!(url.starts_with(&start), "{citation}: {url}");
        }
        // The present text, or the earlier one with these words.
        let (words, is_earlier) = (collapse(source.text), citation.until.is_some());
        let says =
            |block: &&Block| !is_earlier || block.words_at(citation.paragraph).contains(&words);
        let mut texts = blocks.iter().filter(|block| block.is_cited_by(citation));
        let text = texts
            .find(|block| block.is_earlier == is_earlier && says(block))
            .unwrap_or_else(|| panic!("{citation} has no such text"));
        if is_earlier {
            assert_eq!(citation.until, text.earlier_until.as_deref().map(day_of), "{citation}");
        }
        // The act of 2008 is kept in the register as a whole.
        let whole = url.split('#').next().unwrap_or_default();
        assert!(text.url == url || text.url == whole, "{citation}: {url} is not {}", text.url);
    }
}

#[test]
fn every_rule_has_a_name_of_its_own_in_two_languages() {
    let mut ids = BTreeSet::new();
    for rule in LAW.rules() {
        let id = rule.id();
        for regime in rule.regimes {
            assert!(ids.insert((id, regime)), "{id} twice in {regime:?}");
        }
        let is_kebab_case = id.split('-').all(|word| {
            !word.is_empty()
                && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(is_kebab_case, "{id}");
        for name in [rule.name(Lang::Nl), rule.name(Lang::En)] {
            assert!(!name.trim().is_empty() && name == collapse(name), "{id}: \"{name}\"");
            assert!(!name.ends_with('.'), "{id}: \"{name}\"");
        }
        assert_ne!(rule.name(Lang::Nl), rule.name(Lang::En), "{id}");
    }
    assert!(ids.len() >= 30);
}

#[test]
fn every_rule_was_verified_after_the_texts_and_not_in_the_future() {
    for rule in LAW.rules() {
        assert!(LAW_AS_OF <= rule.verified_on, "{}: {:?}", rule.id(), rule.verified_on);
        assert!(rule.verified_on <= TODAY, "{}: {:?}", rule.id(), rule.verified_on);
    }
}

// ---- Numbers ------------------------------------------------------------------------------------

const NUMBERS: &[(&str, u16)] = &[
    ("een", 1),
    ("twee", 2),
    ("tweede", 2),
    ("drie", 3),
    ("vier", 4),
    ("vierde", 4),
    ("vijf", 5),
    ("zes", 6),
    ("zeven", 7),
    ("acht", 8),
    ("negen", 9),
    ("tien", 10),
    ("elf", 11),
    ("twaalf", 12),
    ("dertien", 13),
    ("veertien", 14),
    ("vijftien", 15),
    ("zestien", 16),
    ("zeventien", 17),
    ("zesde", 6),
    ("achtste", 8),
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

/// Every number with its unit in a Dutch text: `dertien weken`, `42 weken`, `twee jaren`.
fn numbers_in(text: &str) -> Vec<(u16, Unit)> {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    let number = |word: &str| {
        let spelled = NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
        spelled.or_else(|| word.parse().ok())
    };
    let unit = |word: &str| match word {
        "dag" | "dagen" => Some(Unit::Days),
        "week" | "weken" => Some(Unit::Weeks),
        "maand" | "maanden" => Some(Unit::Months),
        "jaar" | "jaren" => Some(Unit::Years),
        _ => None,
    };
    words.windows(2).filter_map(|pair| Some((number(&pair[0])?, unit(&pair[1])?))).collect()
}

const fn unit_of(term: Term) -> Unit {
    match term {
        Term::OnDay(_) | Term::ByDay(_) | Term::ByDayAfter(_) => Unit::Days,
        Term::WithinMonthsAfter(_) | Term::MonthsAfterStart(_) | Term::UntilMonthsAfter(_) => {
            Unit::Months
        }
        Term::Years(_) => Unit::Years,
        _ => Unit::Weeks,
    }
}

/// The number as the words give it: "after 88 weeks" is the start of week 89.
fn number_in_words(quote: &Quote) -> Option<u16> {
    match quote.value.term {
        Term::StartOfWeek(week) => Some(week - 1),
        term => term.number(),
    }
}

/// Bounds of an act, a regulation or a policy of which the words give another number or none: rule,
/// version, bound and why.
const OTHER_NUMBER: &[(&str, usize, &str, &str)] = &[
    ("first-year-evaluation", 0, "due", "a sick year is read as 52 weeks"),
    ("first-year-evaluation", 0, "tolerated", "\"het eerste ziektejaar\" is one year, unnumbered"),
    ("uwv-sickness-report", 0, "due", "the words of before 2008-11-01 are not at hand"),
    ("wia-notice", 1, "advised", "the letter of today, moved with the two weeks of 2013"),
    ("wia-claim", 0, "opens", "the letter of today, moved with the two weeks of 2013"),
    ("wia-claim", 1, "opens", "the letter of today, moved with the two weeks of 2013"),
    ("plan-after-new-opinion", 0, "due", "art. 4(5) applies the two weeks of art. 4(1)"),
    ("plan-adjustment", 0, "due", "art. 4(5) applies the two weeks of art. 4(1)"),
    ("waiting-days", 0, "due", "\"vanaf de derde dag\": the second is the last without benefit"),
    ("second-track-start", 0, "advised", "\"aan het eind van het eerste ziektejaar\" is week 52"),
];

#[test]
fn the_number_of_a_term_is_the_number_in_its_words() {
    let mut excused = BTreeSet::new();
    let mut checked = 0;
    for quote in quotes() {
        if quote.value.layer == Layer::Practice {
            continue;
        }
        let Some(number) = number_in_words(&quote) else { continue };
        checked += 1;
        let wanted = (number, unit_of(quote.value.term));
        let found = numbers_in(quote.value.source.text);
        if found.contains(&wanted) {
            continue;
        }
        let place = (quote.rule.id(), quote.version, quote.bound);
        let excuse = OTHER_NUMBER.iter().find(|excuse| (excuse.0, excuse.1, excuse.2) == place);
        assert!(
            excuse.is_some(),
            "{}: the term says {wanted:?}, the words {found:?}: \"{}\"",
            quote.name(),
            quote.value.source.text
        );
        excused.extend(excuse);
    }
    assert!(checked >= 45, "only {checked} numbers");
    let listed: BTreeSet<_> = OTHER_NUMBER.iter().collect();
    assert_eq!(excused, listed, "an exception that nothing needs any more");
}

/// The words that each time phrase of an act or regulation goes by; each is off by one in its own
/// way, so that the wrong phrase is a wrong date.
const fn words_of(term: Term) -> Option<&'static str> {
    match term {
        Term::WithinWeeksAfter(_) | Term::WithinMonthsAfter(_) => Some("binnen "),
        Term::MonthsAfterStart(_) => Some(" na aanvang"),
        Term::FirstDayAfterLasting(_) => Some("uiterlijk op de eerste dag nadat"),
        Term::DayOnWhichLasted(_) => Some("de dag waarop de wachttijd"),
        Term::WeeksBefore(_) => Some(" weken voor"),
        Term::InterruptionShorterThan(_) => Some("een onderbreking van minder dan"),
        Term::OnDay(_) => Some("op de "),
        Term::ByDay(_) => Some("uiterlijk"),
        Term::ByDayAfter(_) => Some("uiterlijk op de "),
        Term::UntilMonthsAfter(_) => Some("tot een maand na"),
        Term::Years(_) => Some("jar"),
        _ => None,
    }
}

/// Bounds whose words are not those of their phrase: rule, version, bound and why.
const OTHER_PHRASE: &[(&str, usize, &str, &str)] = &[
    ("first-year-evaluation", 0, "tolerated", "\"ziektejaar\" in one word"),
    ("uwv-sickness-report", 0, "due", "the words of before 2008-11-01 are not at hand"),
    ("wia-decision", 0, "due", "\"een termijn van veertien weken\" in place of the eight weeks"),
    ("wia-decision", 0, "tolerated", "\"verlengd met\" adds to the term of the paragraph before"),
    ("plan-after-new-opinion", 0, "due", "art. 4(5) applies the two weeks of art. 4(1)"),
    ("plan-adjustment", 0, "due", "art. 4(5) applies the two weeks of art. 4(1)"),
    ("recalibration", 0, "due", "\"na afloop van ieder tijdvak\" for each period"),
    ("entitlement-report", 0, "due", "\"de eerste dag na zes weken\", without \"nadat\""),
    ("own-risk-report", 0, "due", "\"uiterlijk zes weken na\""),
    ("own-risk-report-after-employment", 0, "due", "\"uiterlijk zes weken na\""),
    ("first-year-assessment", 0, "due", "a reference day: no term for the assessment"),
    ("objection", 0, "due", "\"bedraagt zes weken\""),
    ("objection", 0, "tolerated", "\"niet later dan een week na\""),
    ("penalty", 0, "opens", "\"twee weken zijn verstreken na\""),
    ("penalty", 0, "due", "\"ten hoogste 42 dagen\""),
    ("dismissal-permit", 0, "due", "\"niet meer geldt binnen vier weken na\", counted back"),
    ("transition-payment-compensation", 0, "due", "\"meer dan zes maanden na\" is too late"),
    (
        "wia-look-back",
        0,
        "due",
        "\"52 weken voorafgaand aan\" the claim, counted on from the start",
    ),
    ("waiting-days", 0, "due", "\"de eerste twee dagen\", and \"vanaf de derde dag\""),
    ("wia-decision", 1, "tolerated", "\"verlengd met\" adds to the term of the paragraph before"),
];

#[test]
fn the_phrase_of_a_term_is_the_phrase_in_its_words() {
    let mut excused = BTreeSet::new();
    let mut checked = 0;
    for quote in quotes() {
        let binding = matches!(quote.value.layer, Layer::Act | Layer::MinisterialRegulation);
        let Some(words) = words_of(quote.value.term).filter(|_| binding) else { continue };
        checked += 1;
        if quote.value.source.text.contains(words) {
            continue;
        }
        let place = (quote.rule.id(), quote.version, quote.bound);
        let excuse = OTHER_PHRASE.iter().find(|excuse| (excuse.0, excuse.1, excuse.2) == place);
        assert!(
            excuse.is_some(),
            "{}: {:?} but the words are \"{}\"",
            quote.name(),
            quote.value.term,
            quote.value.source.text
        );
        excused.extend(excuse);
    }
    assert!(checked >= 25, "only {checked} phrases");
    let listed: BTreeSet<_> = OTHER_PHRASE.iter().collect();
    assert_eq!(excused, listed, "an exception that nothing needs any more");
}
