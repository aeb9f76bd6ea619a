//! The sentences of a verdict, in Dutch and in English. They are put together from dates, duties,
//! roles and articles, and from nothing else.

use super::content::{Coverage, ReportForm};
use super::finding::{Cost, Finding, Judgement, Repair, Severity, Topic};
use super::second_track::Question;
use crate::lang::Lang;
use alloc::format;
use alloc::string::String;

impl Severity {
    /// In words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Severity::InOrder => lang.pick("in orde", "in order"),
            Severity::Attention => lang.pick("aandacht", "attention"),
            Severity::AtRisk => lang.pick("risico", "at risk"),
            Severity::Defective => lang.pick("gebrekkig", "defective"),
        }
    }
}

impl Topic {
    fn name(self, finding: &Finding, lang: Lang) -> String {
        let plain = |nl, en| String::from(lang.pick(nl, en));
        match self {
            Topic::Duty(duty, number) => match finding.rule {
                Some(rule) => rule.numbered(number, lang),
                None => String::from(duty.id()),
            },
            Topic::SecondTrackCondition => {
                plain("Voorwaarde voor het tweede spoor", "Condition for the second track")
            }
            Topic::ReintegrationInterview => {
                plain("Re-integratiegesprek", "Re-integration interview")
            }
            Topic::PlanContent => {
                plain("Inhoud van het plan van aanpak", "Content of the plan of action")
            }
            Topic::ReportContent => {
                plain("Inhoud van het re-integratieverslag", "Content of the re-integration report")
            }
            Topic::WageSanction => plain("Loonsanctie", "Wage sanction"),
            Topic::EarlyIvaClaim => plain("Aanvraag vervroegde IVA", "Early IVA claim"),
        }
    }
}

impl Finding {
    /// What it is about, in words.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        self.topic.name(self, lang)
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
        if let Some(due) = self.due {
            // The day that is judged by is named wherever there is one.
            text += &match self.judgement {
                Judgement::NotApplicable(_) | Judgement::Lapsed(_) | Judgement::Void => {
                    String::new()
                }
                Judgement::WaitingFor(_) => {
                    format!("; {} {due}", lang.pick("gepland op uiterlijk", "planned by"))
                }
                _ => format!("; {} {due}", lang.pick("uiterlijk", "due on")),
            };
        }
        if let Some(original) = self.original_due {
            text += &format!(
                "; {} {original}",
                lang.pick("zonder de afspraak uiterlijk", "without the agreement due on")
            );
        }
        if let Some(reason) = self.deviation {
            text += &format!("; {}: {}", lang.pick("reden", "reason"), reason.words(lang));
        }
        if let Some(tolerated) = self.tolerated.filter(|_| self.within_tolerance) {
            text +=
                &format!("; {} {tolerated}", lang.pick("aanvaard tot en met", "accepted until"));
        }
        format!("{text} ({}).", self.citation())
    }

    /// The judgement in words, without the topic.
    fn judged(&self, lang: Lang) -> String {
        let plain = |nl, en| String::from(lang.pick(nl, en));
        let done = |rest: String| match self.met {
            Some(met) => format!("{} {met}{rest}", lang.pick("gedaan op", "done on")),
            None => format!("{}{rest}", lang.pick("gedaan", "done")),
        };
        let until = |nl: &str, en: &str| match self.until {
            Some(until) => format!("{} {until}", lang.pick(nl, en)),
            None => String::new(),
        };
        match self.judgement {
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
            Judgement::Deviated if self.met.is_some() => done(String::from(lang.pick(
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
                reason.words(lang)
            ),
            Judgement::Lapsed(reason) => {
                format!("{}: {}", lang.pick("vervallen", "lapsed"), reason.words(lang))
            }
            Judgement::Undetermined(norm) => {
                let since = until(", vastgelegd op", ", recorded on");
                match self.met {
                    Some(_) => format!("{}, {}{since}", done(String::new()), norm.words(lang)),
                    None => format!(
                        "{}, {}{since}",
                        lang.pick("niet vastgelegd", "not recorded"),
                        norm.words(lang)
                    ),
                }
            }
            Judgement::Complete => match self.topic {
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
            Judgement::Void => match self.met {
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

impl Repair {
    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Repair::NotNeeded => "not-needed",
            Repair::DoItNow => "do-it-now",
            Repair::AddWhatIsMissing => "add-what-is-missing",
            Repair::RecordTheAgreement => "record-the-agreement",
            Repair::NotifyRepair => "notify-repair",
            Repair::RecordTheReasons => "record-the-reasons",
            Repair::AskForIt => "ask-for-it",
        }
    }

    /// In words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Repair::NotNeeded => {
                lang.pick("er hoeft niets te worden hersteld", "nothing to repair")
            }
            Repair::DoItNow => lang.pick(
                "kan nog: doe het nu en leg de dag vast",
                "still possible: do it now and record the day",
            ),
            Repair::AddWhatIsMissing => {
                lang.pick("kan nog: vul aan wat ontbreekt", "still possible: add what is missing")
            }
            Repair::RecordTheAgreement => lang.pick(
                "doe het op tijd, of leg een gemotiveerde afspraak vast (RP art. 5)",
                "do it in time, or record a reasoned agreement (RP art. 5)",
            ),
            Repair::NotifyRepair => lang.pick(
                "herstel de tekortkoming en meld dat aan het UWV (WIA art. 25(12))",
                "repair the shortcoming and notify the UWV (WIA art. 25(12))",
            ),
            Repair::RecordTheReasons => lang.pick(
                "niet meer ongedaan te maken: leg de redenen vast in het dossier",
                "cannot be undone: put the reasons in the file",
            ),
            Repair::AskForIt => {
                lang.pick("vraag erom bij wie aan zet is", "ask those who must act for it")
            }
        }
    }
}

impl Question {
    /// In words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Question::WhenWasOwnWorkRuledOut => lang.pick(
                "Wanneer stond vast dat eigen en ander passend werk bij de werkgever niet meer kan?",
                "When was it established that own and other suitable work with the employer is ruled out?",
            ),
            Question::WhoAdvised => lang.pick(
                "Wie adviseerde het tweede spoor, en wanneer?",
                "Who advised the second track, and when?",
            ),
            Question::WhichPerspective => lang.pick(
                "Welk concreet perspectief binnen drie maanden rechtvaardigde het wachten?",
                "Which concrete perspective within three months justified waiting?",
            ),
            Question::WhyLate => lang.pick(
                "Waarom startte het later dan zes weken na de eerstejaarsevaluatie?",
                "Why did it start later than six weeks after the first-year evaluation?",
            ),
            Question::HowIsItFollowed => lang.pick(
                "Hoe volgt de werkgever de voortgang?",
                "How does the employer follow its progress?",
            ),
            Question::DidTheFirstTrackGoOn => lang.pick(
                "Waarom ging het eerste spoor niet onverminderd door?",
                "Why did the first track not go on beside it?",
            ),
            Question::WhyDidItEnd => lang.pick(
                "Waarom eindigde het zonder plaatsing, en wat is daarna gedaan?",
                "Why did it end without a placement, and what was done then?",
            ),
        }
    }
}

impl ReportForm {
    /// In words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            ReportForm::None => lang.pick("geen verslag nodig", "no report due"),
            ReportForm::Short => lang.pick("verkort verslag", "short report"),
            ReportForm::Full => lang.pick("volledig verslag", "full report"),
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
