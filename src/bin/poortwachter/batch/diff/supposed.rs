//! A hypothetical rule version: `wia-claim=26`.

use crate::failure::Failure;
use crate::vocabulary;
use poortwachter::Lang;
use poortwachter::law::{Bound, Instrument, LAW, Law, Rule, Source, Term, Version};

/// The term of a rule with another number.
#[derive(Clone, Debug)]
pub(super) struct SupposedTerm {
    rule: String,
    number: u64,
}

/// The words of one `--suppose`.
pub(super) fn term(text: &str) -> Result<SupposedTerm, String> {
    let (rule, number) =
        text.split_once('=').ok_or("write a rule and a number, as in wia-claim=26")?;
    let number = number.trim();
    let number = number.parse().map_err(|_| format!("'{number}' is no whole number"))?;
    Ok(SupposedTerm { rule: rule.trim().to_string(), number })
}

/// The law with such terms, and what differs in it.
pub(super) struct Supposed {
    pub(super) law: &'static Law,
    differences: Vec<Difference>,
}

struct Difference {
    rule: &'static Rule,
    was: &'static Version,
    now: &'static Version,
}

/// What the words of a supposed date are said to stand in.
static SUPPOSITION: Instrument =
    Instrument { bwb: "", name: "Hypothese, geen recht", short: "hypothese", url: "" };

const SOURCE: Source =
    Source { citation: SUPPOSITION.at("", ""), text: "(een hypothese, geen recht)" };

impl Supposed {
    /// The version in force of every rule of that name gets the other number; its other days stay.
    pub(super) fn of(terms: &[SupposedTerm]) -> Result<Supposed, Failure> {
        let mut supposed = Supposed { law: &LAW, differences: Vec::new() };
        for SupposedTerm { rule: id, number } in terms {
            let at = |what: String| Failure::message(format!("--suppose {id}={number}: {what}"));
            let rules: Vec<_> =
                LAW.rules().iter().copied().filter(|rule| rule.id() == id).collect();
            if rules.is_empty() {
                let known = LAW.rules().iter().map(|rule| rule.id());
                return Err(at(vocabulary::unknown(id, "a rule of poortwachter law", known)));
            }
            for rule in rules {
                let difference = differing(rule, *number).map_err(at)?;
                let law =
                    supposed.law.amended(difference.rule).map_err(|error| at(error.to_string()))?;
                // As long as the program runs, like the law itself.
                supposed.law = Box::leak(Box::new(law));
                supposed.differences.push(difference);
            }
        }
        Ok(supposed)
    }

    /// Whether it is the law in force.
    pub(super) fn is_law(&self) -> bool {
        self.differences.is_empty()
    }

    /// What is supposed, in words.
    pub(super) fn words(&self, lang: Lang) -> Option<String> {
        let one = |difference: &Difference| {
            let Difference { rule, was, now } = difference;
            let [was, now] = [was, now].map(|version| version.due.term.words(lang));
            let instead = lang.pick("in plaats van", "instead of");
            format!("{}: {now}, {instead} {was}", rule.name(lang))
        };
        let all: Vec<String> = self.differences.iter().map(one).collect();
        let supposed = lang.pick("Verondersteld, geen recht", "Supposed, not the law");
        (!self.is_law()).then(|| format!("{supposed}: {}", all.join("; ")))
    }
}

/// The longest term that can be supposed in place of one: ten times its number, and twenty years. Terms
/// that mean something are far shorter, and a case has as many lines as fit in them.
fn longest(term: Term, number: u16) -> u16 {
    let twenty_years = match term {
        Term::Years(_) => 20,
        Term::WithinMonthsAfter(_) | Term::MonthsAfterStart(_) | Term::UntilMonthsAfter(_) => 240,
        Term::OnDay(_) | Term::ByDay(_) | Term::ByDayAfter(_) => 7_280,
        _ => 1_040,
    };
    number.saturating_mul(10).min(twenty_years)
}

fn differing(rule: &'static Rule, number: u64) -> Result<Difference, String> {
    let was = rule.version_in_force();
    let Some(present) = was.due.term.number() else {
        return Err(format!("its term has no number: {}", was.due.term.words(Lang::En)));
    };
    if number == u64::from(present) {
        return Err("that is its number".to_string());
    }
    let longest = longest(was.due.term, present);
    let supposed = u16::try_from(number).ok().filter(|number| (1..=longest).contains(number));
    let Some(number) = supposed else {
        return Err(format!(
            "its number is {present}, and one from 1 to {longest} can be supposed instead"
        ));
    };
    let term = was.due.term.with_number(number);
    let mut versions: Vec<Version> = rule.versions().map(|(_, version)| *version).collect();
    if let Some(last) = versions.last_mut() {
        last.due = Bound { term, source: SOURCE, ..last.due };
    }
    let rule = Box::leak(Box::new(rule.with_versions(versions.leak())));
    Ok(Difference { rule, was, now: rule.version_in_force() })
}
