//! The sentences of a verdict. They are put together from dates, duties, roles and articles, and
//! from nothing else.

use crate::day::Day;
use crate::lang::{Lang, Text};
use crate::text::phrases;
use crate::timeline::Status;
use crate::verdict::{Cost, Coverage, Finding, Judgement, JudgementKind, Severity, Topic, Verdict};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

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
        let mut text = format!("{}: {}", self.title(lang), self.told(Form::Sentence, lang));
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
            text += &format!("; {} {tolerated}", phrases::ACCEPTED_UNTIL.in_lang(lang));
        }
        format!("{text} ({}).", self.citation())
    }

    /// The judgement in words, without its days: for a table or a list in which those stand beside it.
    /// What is not due yet is told as of `on`.
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
    /// assert_eq!(finding.judged(day(3, 1), Lang::En), "done, 4 days late");
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn judged(&self, on: impl Into<Day>, lang: Lang) -> String {
        self.told(Form::BesideDays { on: on.into() }, lang)
    }

    /// Whether it waits for the one before it in its series.
    #[must_use]
    pub fn waits_for_previous(&self) -> bool {
        matches!(
            (self.topic(), self.judgement()),
            (Topic::Duty(duty, _), Judgement::WaitingFor(other)) if duty == other
        )
    }

    /// The judgement in words, without the topic.
    fn told(&self, form: Form, lang: Lang) -> String {
        let plain = |nl, en| String::from(lang.pick(nl, en));
        let in_sentence = matches!(form, Form::Sentence);
        // What happened, in a sentence with its day.
        let with_day = |words: &str, on: &str, day: Option<Day>| match day.filter(|_| in_sentence) {
            Some(day) => format!("{words}{on} {day}"),
            None => String::from(words),
        };
        let on_day = lang.pick(" op", " on");
        let done = with_day(phrases::DONE.in_lang(lang), on_day, self.met());
        let not_recorded = phrases::NOT_RECORDED.in_lang(lang);
        let by = |what: &str, days: u32, how: Text| {
            format!("{what}, {} {}", lang.days(days), how.in_lang(lang))
        };
        match self.judgement() {
            Judgement::OnTime => format!("{done}, {}", JudgementKind::OnTime.name(lang)),
            Judgement::Early { days } => by(&done, days, phrases::EARLY),
            Judgement::Late { days } => {
                let late = by(&done, days, phrases::LATE);
                match !in_sentence && self.within_tolerance {
                    true => format!("{late}, {}", phrases::STILL_ACCEPTED.in_lang(lang)),
                    false => late,
                }
            }
            Judgement::Missing { days } => by(not_recorded, days, phrases::OVERDUE),
            Judgement::Missed => Status::Missed.words(lang),
            Judgement::NotYetDue => match form {
                Form::BesideDays { on } if self.severity() != Severity::InOrder => {
                    self.not_yet_due(on, lang)
                }
                _ => String::from(JudgementKind::NotYetDue.name(lang)),
            },
            Judgement::Deviated => match (form, self.met()) {
                (Form::Sentence, Some(_)) => format!(
                    "{done}, {}",
                    lang.pick(
                        "met gemotiveerde afwijking van de termijn",
                        "with a reasoned deviation from the term"
                    )
                ),
                (Form::Sentence, None) => plain(
                    "gemotiveerd afgeweken van de termijn",
                    "reasoned deviation from the term",
                ),
                (Form::BesideDays { .. }, _) => plain(
                    "gemotiveerd afgeweken van de termijn",
                    "with a reasoned deviation from the term",
                ),
            },
            Judgement::WaitingFor(duty) if in_sentence => {
                format!("{} {}", lang.pick("wacht op", "waits for"), duty.name(lang))
            }
            Judgement::WaitingFor(_) if self.waits_for_previous() => {
                plain("gepland, na het vorige gesprek", "planned, after the previous one")
            }
            Judgement::WaitingFor(duty) => Status::WaitingFor(duty).words(lang),
            Judgement::Paused if in_sentence => plain("gepauzeerd, hersteld", "paused, recovered"),
            Judgement::Paused => Status::Paused.words(lang),
            Judgement::NotApplicable(reason) => Status::NotApplicable(reason).words(lang),
            Judgement::Lapsed(reason) => Status::Lapsed(reason).words(lang),
            Judgement::Undetermined(norm) => {
                if let (Form::BesideDays { .. }, Topic::SecondTrackCondition) = (form, self.topic())
                {
                    return self.second_track_condition(lang);
                }
                let what = if self.met().is_some() { &done } else { not_recorded };
                let recorded =
                    with_day("", lang.pick(", vastgelegd op", ", recorded on"), self.until());
                let mark = if in_sentence { "," } else { ";" };
                format!("{what}{mark} {}{recorded}", norm.name(lang))
            }
            Judgement::Complete => match self.topic() {
                Topic::WageSanction => with_day(
                    phrases::ENDED.in_lang(lang),
                    lang.pick(", laatste dag", ", last day"),
                    self.until(),
                ),
                Topic::ReintegrationInterview if in_sentence => done,
                Topic::ReintegrationInterview => String::from(phrases::HELD.in_lang(lang)),
                _ => String::from(JudgementKind::Complete.name(lang)),
            },
            Judgement::Incomplete { missing } => lang.count(
                missing,
                ["onderdeel ontbreekt", "onderdelen ontbreken"],
                ["part is missing", "parts are missing"],
            ),
            Judgement::InForce => with_day(
                JudgementKind::InForce.name(lang),
                &format!(" {}", phrases::UP_TO_AND_INCLUDING.in_lang(lang)),
                self.until(),
            ),
            Judgement::Void => self.void(in_sentence, lang),
        }
    }

    /// How far the due day is, of what is not done yet.
    fn not_yet_due(&self, on: Day, lang: Lang) -> String {
        match self.due().map(|due| due.days_since(on)) {
            Some(0) => String::from(lang.pick("vandaag de laatste dag", "due today")),
            Some(left) => {
                let days = u32::try_from(left).unwrap_or_default();
                Status::DueSoon { days }.words(lang)
            }
            None => String::from(JudgementKind::NotYetDue.name(lang)),
        }
    }

    fn second_track_condition(&self, lang: Lang) -> String {
        String::from(match self.met() {
            Some(_) => lang.pick(
                "tweede spoor gestart; of dat zo tijdig mogelijk was, is een open norm",
                "second track started; whether as soon as possible is an open norm",
            ),
            None => lang.pick(
                "vervuld, maar het tweede spoor is niet gestart; het moet zo tijdig mogelijk, de \
                 wet noemt geen dag",
                "fulfilled, but the second track has not started; it is to start as soon as \
                 possible, the law names no day",
            ),
        })
    }

    fn void(&self, in_sentence: bool, lang: Lang) -> String {
        let without = lang.pick("zonder gevolg", "without effect");
        let why = lang
            .pick("te laat, of er was geen loon meer", "too late, or no wages were due any more");
        match (in_sentence, self.met()) {
            (true, Some(decided)) => {
                let (imposed, and) =
                    (lang.pick("opgelegd op", "imposed on"), lang.pick("en", "and"));
                format!("{imposed} {decided} {and} {without}: {why}")
            }
            (true, None) => String::from(without),
            (false, _) => format!("{without}: {why}"),
        }
    }
}

/// Where a judgement stands.
#[derive(Clone, Copy)]
enum Form {
    /// In a sentence, with its days.
    Sentence,
    /// Beside its days, in a verdict as of a day.
    BesideDays { on: Day },
}

impl Severity {
    /// What it says about the file.
    ///
    /// ```
    /// use poortwachter::{Lang, verdict::Severity};
    /// assert_eq!(Severity::Attention.meaning(Lang::En), "somebody should look at it");
    /// ```
    #[must_use]
    pub const fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Severity::InOrder => lang.pick("niets te doen", "nothing to do"),
            Severity::Attention => {
                lang.pick("iemand moet ernaar kijken", "somebody should look at it")
            }
            Severity::AtRisk => lang.pick(
                "het kan iets kosten en is nog te beperken of te verklaren",
                "it can cost something, and can still be limited or explained",
            ),
            Severity::Defective => lang.pick(
                "een wettelijke verplichting is niet nagekomen, of niet vastgelegd",
                "a statutory duty was not met, or not recorded",
            ),
        }
    }

    /// That many findings of it; nothing is said of those in order.
    fn counted(self, n: u32, lang: Lang) -> Option<String> {
        let (nl, en) = match self {
            Severity::InOrder => return None,
            Severity::Attention => (
                ["aandachtspunt", "aandachtspunten"],
                ["point of attention", "points of attention"],
            ),
            Severity::AtRisk => (["risico", "risico's"], ["risk", "risks"]),
            Severity::Defective => (["gebrek", "gebreken"], ["defect", "defects"]),
        };
        (n > 0).then(|| lang.count(n, nl, en))
    }
}

impl Verdict<'_> {
    /// How many findings there are of each severity, worst first.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Lang, Timeline, verdict::Verdict};
    /// let case = Case::builder().sick_since(Day::new(2026, 1, 5)).build()?;
    /// let timeline = Timeline::new(&case);
    /// assert_eq!(Verdict::new(&timeline, Day::new(2026, 1, 5)).counts(Lang::En), "no findings");
    /// let counts = Verdict::new(&timeline, Day::new(2026, 2, 17)).counts(Lang::Nl);
    /// assert_eq!(counts, "1 gebrek, 1 aandachtspunt");
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn counts(&self, lang: Lang) -> String {
        let all = [Severity::Defective, Severity::AtRisk, Severity::Attention];
        let counts = all.into_iter().filter_map(|severity| {
            let of = self.findings().iter().filter(|finding| finding.severity() == severity);
            severity.counted(u32::try_from(of.count()).unwrap_or(u32::MAX), lang)
        });
        let unknown = u32::try_from(self.view().not_recorded().count()).unwrap_or(u32::MAX);
        let words = lang.count(unknown, ["onbekend"; 2], ["not known"; 2]);
        let counts = counts.chain((unknown > 0).then_some(words));
        match counts.collect::<Vec<_>>().join(", ") {
            counts if !counts.is_empty() => counts,
            _ if self.findings().is_empty() => {
                String::from(lang.pick("er is nog niets te beoordelen", "nothing to judge yet"))
            }
            _ => String::from(lang.pick("geen bevindingen", "no findings")),
        }
    }
}

impl Cost {
    /// Whether it is a risk, or what it costs already.
    ///
    /// ```
    /// use poortwachter::{Lang, verdict::Cost};
    /// assert_eq!(Cost::Fine { up_to_eur: 230 }.label(Lang::En), "at stake");
    /// assert_eq!(Cost::WagesRunOn { days: 7 }.label(Lang::Nl), "gevolg");
    /// ```
    #[must_use]
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Cost::WagesRunOn { .. } => lang.pick("gevolg", "effect"),
            _ => lang.pick("op het spel", "at stake"),
        }
    }

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
            (Cost::BenefitRecovery { weeks }, Lang::Nl) => {
                format!(
                    "risico op verhaal van ten hoogste {weeks} weken ziekengeld op de werkgever"
                )
            }
            (Cost::BenefitRecovery { weeks }, Lang::En) => {
                format!(
                    "risk that at most {weeks} weeks of sickness benefit are recovered from the employer"
                )
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
