//! The sentences of a verdict. They are put together from dates, duties, roles and articles, and
//! from nothing else.

use crate::lang::Lang;
use crate::verdict::{Cost, Coverage, Finding, Judgement, Topic};
use alloc::format;
use alloc::string::String;

impl Topic {
    fn name(self, finding: &Finding, lang: Lang) -> String {
        match self {
            Topic::Duty(duty, number) => match finding.rule {
                Some(rule) => rule.numbered(number, lang),
                None => String::from(duty.id()),
            },
            other => String::from(other.kind().name(lang)),
        }
    }
}

impl Finding {
    /// What it is about, in words.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        self.topic().name(self, lang)
    }

    /// The finding in one sentence, with its article.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Lang, Timeline, verdict::{Verdict, Topic}};
    /// let day = |m, d| Day::new(2026, m, d);
    /// let case = Case::builder()
    ///     .sick_since(day(1, 5))
    ///     .met(Duty::PROBLEM_ANALYSIS, day(2, 20))
    ///     .build()?;
    /// let timeline = Timeline::new(&case);
    /// let verdict = Verdict::new(&timeline, day(3, 1));
    /// let finding = verdict.finding(Topic::Duty(Duty::PROBLEM_ANALYSIS, 1)).unwrap();
    /// assert_eq!(
    ///     finding.sentence(Lang::En),
    ///     "Problem analysis: done on 2026-02-20, 4 days late; due on 2026-02-16 (RP art. 2(2))."
    /// );
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let mut text = format!("{}: {}", self.title(lang), self.judged(lang));
        if let Some(due) = self.due() {
            // The day that is judged by is named wherever there is one.
            text += &match self.judgement() {
                Judgement::NotApplicable(_) | Judgement::Lapsed(_) | Judgement::Void => {
                    String::new()
                }
                Judgement::WaitingFor(_) => {
                    format!("; {} {due}", lang.pick("gepland op uiterlijk", "planned by"))
                }
                _ => format!("; {} {due}", lang.pick("uiterlijk", "due on")),
            };
        }
        if let Some(original) = self.original_due() {
            text += &format!(
                "; {} {original}",
                lang.pick("zonder de afspraak uiterlijk", "without the agreement due on")
            );
        }
        if let Some(reason) = self.deviation() {
            text += &format!("; {}: {}", lang.pick("reden", "reason"), reason.name(lang));
        }
        if let Some(tolerated) = self.tolerated().filter(|_| self.within_tolerance) {
            text +=
                &format!("; {} {tolerated}", lang.pick("aanvaard tot en met", "accepted until"));
        }
        format!("{text} ({}).", self.citation())
    }

    /// The judgement in words, without the topic.
    fn judged(&self, lang: Lang) -> String {
        let plain = |nl, en| String::from(lang.pick(nl, en));
        let done = |rest: String| match self.met() {
            Some(met) => format!("{} {met}{rest}", lang.pick("gedaan op", "done on")),
            None => format!("{}{rest}", lang.pick("gedaan", "done")),
        };
        let until = |nl: &str, en: &str| match self.until() {
            Some(until) => format!("{} {until}", lang.pick(nl, en)),
            None => String::new(),
        };
        match self.judgement() {
            Judgement::OnTime => done(String::from(lang.pick(", op tijd", ", on time"))),
            Judgement::Early { days: n } => {
                done(format!(", {} {}", lang.days(n), lang.pick("vroeg", "early")))
            }
            Judgement::Late { days: n } => {
                done(format!(", {} {}", lang.days(n), lang.pick("te laat", "late")))
            }
            Judgement::Missing { days: n } => format!(
                "{}, {} {}",
                lang.pick("niet vastgelegd", "not recorded"),
                lang.days(n),
                lang.pick("te laat", "overdue")
            ),
            Judgement::NotYetDue => plain("nog niet nodig", "not yet due"),
            Judgement::Deviated if self.met().is_some() => done(String::from(lang.pick(
                ", met gemotiveerde afwijking van de termijn",
                ", with a reasoned deviation from the term",
            ))),
            Judgement::Deviated => {
                plain("gemotiveerd afgeweken van de termijn", "reasoned deviation from the term")
            }
            Judgement::WaitingFor(duty) => {
                format!("{} {}", lang.pick("wacht op", "waits for"), duty.name(lang))
            }
            Judgement::Paused => plain("gepauzeerd, hersteld", "paused, recovered"),
            Judgement::NotApplicable(reason) => format!(
                "{}: {}",
                lang.pick("niet van toepassing", "not applicable"),
                reason.name(lang)
            ),
            Judgement::Lapsed(reason) => {
                format!("{}: {}", lang.pick("vervallen", "lapsed"), reason.name(lang))
            }
            Judgement::Undetermined(norm) => {
                let since = until(", vastgelegd op", ", recorded on");
                match self.met() {
                    Some(_) => format!("{}, {}{since}", done(String::new()), norm.name(lang)),
                    None => format!(
                        "{}, {}{since}",
                        lang.pick("niet vastgelegd", "not recorded"),
                        norm.name(lang)
                    ),
                }
            }
            Judgement::Complete => match self.topic() {
                Topic::WageSanction => format!(
                    "{}{}",
                    lang.pick("beëindigd", "ended"),
                    until(", laatste dag", ", last day")
                ),
                Topic::ReintegrationInterview => done(String::new()),
                _ => plain("volledig", "complete"),
            },
            Judgement::Incomplete { missing } => match lang {
                Lang::Nl if missing == 1 => String::from("1 onderdeel ontbreekt"),
                Lang::Nl => format!("{missing} onderdelen ontbreken"),
                Lang::En if missing == 1 => String::from("1 part is missing"),
                Lang::En => format!("{missing} parts are missing"),
            },
            Judgement::InForce => format!(
                "{}{}",
                lang.pick("loopt", "in force"),
                until(" tot en met", " up to and including")
            ),
            Judgement::Void => match self.met() {
                Some(decided) => format!(
                    "{} {decided} {}",
                    lang.pick("opgelegd op", "imposed on"),
                    lang.pick(
                        "en zonder gevolg: te laat, of er was geen loon meer",
                        "and without effect: too late, or no wages were due any more"
                    )
                ),
                None => plain("zonder gevolg", "without effect"),
            },
        }
    }
}

impl Cost {
    /// In words.
    ///
    /// ```
    /// use poortwachter::{Lang, verdict::Cost};
    /// assert_eq!(Cost::Fine { up_to_eur: 230 }.words(Lang::En), "a fine of up to EUR 230");
    /// ```
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        match (self, lang) {
            (Cost::WageSanctionRisk { weeks }, Lang::Nl) => {
                format!("risico op een loonsanctie van ten hoogste {weeks} weken")
            }
            (Cost::WageSanctionRisk { weeks }, Lang::En) => {
                format!("risk of a wage sanction of at most {weeks} weeks")
            }
            (Cost::BenefitSanctionRisk { weeks }, Lang::Nl) => {
                format!("risico op ten hoogste {weeks} weken langer ziekengeld")
            }
            (Cost::BenefitSanctionRisk { weeks }, Lang::En) => {
                format!("risk of at most {weeks} weeks more of sickness benefit")
            }
            (Cost::Fine { up_to_eur }, Lang::Nl) => {
                format!("een boete van ten hoogste € {up_to_eur}")
            }
            (Cost::Fine { up_to_eur }, Lang::En) => format!("a fine of up to EUR {up_to_eur}"),
            (Cost::WagesRunOn { days: n }, Lang::Nl) => {
                format!("de loondoorbetaling loopt {} door", lang.days(n))
            }
            (Cost::WagesRunOn { days: n }, Lang::En) => {
                format!("the wages run on by {}", lang.days(n))
            }
        }
    }
}

impl Coverage {
    /// In words.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        match self {
            Coverage::Missing => String::from(lang.pick("ontbreekt", "missing")),
            Coverage::NotAsked => String::from(lang.pick("niet nodig", "not asked for")),
            Coverage::Facts => String::from(lang.pick("uit de gegevens", "from the facts")),
            Coverage::Recorded(on) => format!("{} {on}", lang.pick("vastgelegd op", "recorded on")),
            Coverage::Duty(duty, on) => {
                format!("{}, {on}", duty.name(lang))
            }
        }
    }
}
