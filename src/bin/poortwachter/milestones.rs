//! The days on which something changes without anybody acting.

use crate::dates;
use crate::page::{Page, Tone};
use poortwachter::Day;
use poortwachter::law::{LAW_AS_OF, Override, Rule, wia};
use poortwachter::text::{self, phrases};
use poortwachter::{
    Citation, EventKind, Lang, Layer, Milestone, Obligation, Reason, Standing, State, View, law,
    timeline::{MilestoneDay, OpenQuestion},
    verdict::TopicKind,
};

/// A milestone: what, on which day, since which article, and why it is not the usual day.
pub(crate) struct Line {
    pub(crate) what: String,
    pub(crate) day: Option<Day>,
    /// Instead of a day.
    pub(crate) words: &'static str,
    /// None where it is the day of something else.
    pub(crate) milestone: Option<Milestone>,
    pub(crate) basis: String,
    pub(crate) note: String,
}

impl Line {
    /// The mark of a day that hangs on an open question.
    pub(crate) fn question_mark(&self, questions: &[OpenQuestion]) -> &'static str {
        self.milestone.map_or("", |milestone| text::question_mark(questions, milestone))
    }
}

pub(crate) fn put(page: &mut Page, view: &View<'_>, questions: &[OpenQuestion], all: bool) {
    let lang = page.lang;
    let lines = milestones(view, lang, all);
    if lines.is_empty() {
        return;
    }
    page.blank();
    let title = page.paint(Tone::Strong, lang.pick("Mijlpalen", "Milestones"));
    page.line(&title);
    let when = |line: &Line| match line.day {
        Some(day) => {
            let mark = text::mark(day);
            let asked = line.question_mark(questions);
            format!("{}{mark:1}{asked}", dates::aligned(day, lang))
        }
        None => line.words.to_string(),
    };
    let width = |text: &str| text.chars().count();
    let widest_what = lines.iter().map(|line| width(&line.what)).max().unwrap_or(0);
    let widest_when = lines.iter().map(|line| width(&when(line))).max().unwrap_or(0);
    let widest_basis = lines.iter().map(|line| width(&line.basis)).max().unwrap_or(0);
    for line in &lines {
        let basis = page.paint(Tone::Faint, &format!("{:<widest_basis$}", line.basis));
        let day = when(line);
        let text = format!("  {:<widest_what$}  {day:<widest_when$}  {basis}", line.what);
        let used = widest_what + widest_when + widest_basis + 8;
        if used + width(&line.note) <= page.width.into() {
            page.line(&format!("{text}  {}", line.note));
        } else {
            page.line(&text);
            page.paragraph(Tone::Plain, widest_what + 4, &line.note);
        }
    }
}

/// In order of the day.
pub(crate) fn milestones(view: &View<'_>, lang: Lang, all: bool) -> Vec<Line> {
    let rule = |milestone: Milestone| law::LAW.rule(milestone.id());
    let line = |milestone: Milestone, day: Option<Day>| Line {
        what: rule(milestone).map_or("", |rule| rule.name(lang)).to_string(),
        day,
        words: "",
        milestone: Some(milestone),
        basis: rule(milestone).map(|rule| in_force(rule, lang)).unwrap_or_default(),
        note: String::new(),
    };
    let days = view.milestones();
    let day_of = |milestone| days.iter().find(|day| day.milestone() == milestone);
    let (wages, ban) = (day_of(Milestone::END_OF_WAGES), day_of(Milestone::END_OF_DISMISSAL_BAN));
    // A floor under wages that have ended is of no use.
    let floor = view
        .minimum_wage_floor_last_day()
        .filter(|floor| view.wages_last_day().is_none_or(|wages| *floor <= wages));
    let mut lines = vec![
        line(Milestone::END_OF_MINIMUM_WAGE_FLOOR, floor),
        Line {
            note: why(view, wages, lang),
            basis: match ends_with_employment(view) {
                true => String::new(),
                false => basis(wages, lang),
            },
            ..line(Milestone::END_OF_WAGES, view.wages_last_day())
        },
        line(
            Milestone::END_OF_SICKNESS_BENEFIT,
            match view.benefit_after_assessment_last_day() {
                Some(_) => None,
                None => view.sickness_benefit_last_day(),
            },
        ),
        line(Milestone::END_OF_BENEFIT_AFTER_ASSESSMENT, view.benefit_after_assessment_last_day()),
        Line {
            what: Milestone::WIA_START.name(lang).to_string(),
            milestone: Some(Milestone::WIA_START),
            words: no_wia(view, lang),
            basis: wia::FIRST_DAY_AFTER_WAITING.citation.to_string(),
            ..line(Milestone::END_OF_WAITING_PERIOD, view.wia_start())
        },
        Line {
            note: why_ban(ban, lang),
            basis: basis(ban, lang),
            ..line(
                Milestone::END_OF_DISMISSAL_BAN,
                view.dismissal_ban_last_day().filter(|_| !ends_with_employment(view)),
            )
        },
        Line {
            what: lang
                .pick("Verkorte wachttijd, vroegste einde", "Shortened waiting, earliest end")
                .to_string(),
            milestone: None,
            basis: law::LAW
                .rule("early-iva-lead")
                .map(|rule| in_force(rule, lang))
                .unwrap_or_default(),
            ..line(Milestone::END_OF_WAITING_PERIOD, view.shortened_waiting_period_last_day())
        },
    ];
    for milestone in [Milestone::WAITING_DAYS, Milestone::LEAVE_BAN, Milestone::WIA_LOOK_BACK] {
        let found = day_of(milestone);
        lines.push(Line {
            basis: basis(found, lang),
            ..line(milestone, found.map(MilestoneDay::day))
        });
    }
    let iva_last = view.early_iva_last_day();
    if let Some(first) = view.early_iva_first_day() {
        let is_of_use = matches!(view.state(), State::NotYetSick | State::Sick | State::OnLeave)
            && no_wia(view, lang).is_empty();
        if is_of_use && (all || iva_last.is_none_or(|last| view.on() <= last)) {
            let claim = lang.pick("Vervroegde IVA aanvragen", "Early IVA claim");
            let (until, since) = (phrases::UNTIL.in_lang(lang), phrases::FROM.in_lang(lang));
            let (word, note) = match iva_last {
                Some(_) => (until, format!("{since} {}", lang.date_with_weekday(first))),
                None => (since, String::new()),
            };
            lines.push(Line {
                what: format!("{claim} {word}"),
                note,
                ..line(Milestone::EARLY_IVA_LAST_CLAIM, iva_last.or(Some(first)))
            });
        }
    }
    if let Some(sanction) = view.sanction() {
        let mut note = Vec::new();
        if let Some(first) = sanction.first_day() {
            note.push(format!("{} {}", phrases::FROM.in_lang(lang), lang.date_with_weekday(first)));
        }
        let decided = lang.date_with_weekday(sanction.decided_on());
        note.push(format!("{} {decided}", phrases::DECIDED.in_lang(lang)));
        if sanction.days_shortened() > 0 {
            let shorter = phrases::SHORTER.in_lang(lang);
            note.push(format!("{} {shorter}", lang.days(sanction.days_shortened())));
        }
        let what = match sanction.is_void() {
            true => TopicKind::WageSanction.name(lang),
            false => lang.pick("Einde loonsanctie", "End of the wage sanction"),
        };
        let article = law::LAW.rule("wage-sanction-length");
        lines.push(Line {
            what: what.to_string(),
            day: sanction.last_day(),
            milestone: None,
            words: match sanction.is_void() {
                true => phrases::NO_EFFECT.in_lang(lang),
                false => lang.pick("niets van over", "nothing left"),
            },
            basis: article.map(|rule| in_force(rule, lang)).unwrap_or_default(),
            note: note.join(", "),
        });
    }
    lines.retain(|line| line.day.is_some() || !line.words.is_empty());
    lines.sort_by_key(|line| line.day.unwrap_or(Day::MAX));
    lines
}

/// The article of the version in force; a policy is not dressed up as a statute.
fn in_force(rule: &Rule, lang: Lang) -> String {
    let bound = rule.version_in_force().due;
    source(bound.layer, bound.source.citation, lang)
}

fn source(layer: Layer, citation: Citation, lang: Lang) -> String {
    match layer.is_law() {
        true => citation.to_string(),
        false => format!("{citation} ({})", layer.name(lang)),
    }
}

/// Whether the wages end early because of the employment.
fn ends_with_employment(view: &View<'_>) -> bool {
    let wages = view.wages_last_day();
    wages.is_some() && wages == view.timeline().case().employment_last_day()
}

/// Whether it ends on this day because of the state pension age: then another article gives the day.
fn ends_with_pension(day: Option<&MilestoneDay>) -> bool {
    day.is_some_and(|day| day.rule().version_in_force().due.source != day.source())
}

/// The article that gives the day in this case: from the state pension age on another than usual.
fn basis(day: Option<&MilestoneDay>, lang: Lang) -> String {
    let layer = |day: &MilestoneDay| day.rule().version_in_force().due.layer;
    day.map_or_else(String::new, |day| source(layer(day), day.source().citation, lang))
}

/// Why the wages do not end after 104 weeks.
fn why(view: &View<'_>, wages: Option<&MilestoneDay>, lang: Lang) -> String {
    let mut reasons = Vec::new();
    if ends_with_employment(view) {
        return lang.pick("einde dienstverband", "end of the employment").to_string();
    }
    if ends_with_pension(wages) {
        return phrases::STATE_PENSION_AGE.in_lang(lang).to_string();
    }
    let extended = view.timeline().case().events().iter().any(|event| {
        matches!(event.kind(), EventKind::VoluntaryExtension { .. })
            && event.on() <= view.on()
            && view.unused().iter().all(|unused| unused.event() != *event)
    });
    if extended {
        reasons.push(lang.pick("vrijwillig verlengd", "extended voluntarily").to_string());
    }
    if view.days_claim_late() > 0 {
        let longer = lang.pick("langer: WIA-aanvraag te laat", "longer: late WIA claim");
        reasons.push(format!("{} {longer}", lang.days(view.days_claim_late())));
    }
    if view.sanction().is_some_and(|sanction| sanction.last_day().is_some()) {
        reasons.push(lang.pick("met loonsanctie", "with the wage sanction").to_string());
    }
    reasons.join(", ")
}

/// Why the dismissal ban ends before two years.
fn why_ban(ban: Option<&MilestoneDay>, lang: Lang) -> String {
    match ends_with_pension(ban) {
        true => phrases::STATE_PENSION_AGE.in_lang(lang).to_string(),
        false => String::new(),
    }
}

fn no_wia(view: &View<'_>, lang: Lang) -> &'static str {
    let reason = Standing::NotApplicable(Reason::WiaCannotStart);
    let is_decision = |line: &Obligation| line.rule().overrides.contains(&Override::WageSanction);
    let decision = view.obligations().find(|(line, _)| is_decision(line));
    match decision.is_some_and(|(decision, _)| decision.standing() == reason) {
        true => lang.pick("niet: eerst AOW", "no: pension first"),
        false => "",
    }
}

/// Whether a milestone on the page carries the mark.
pub(crate) fn shows_beyond(view: &View<'_>, all: bool) -> bool {
    let lines = milestones(view, Lang::En, all);
    lines.iter().filter_map(|line| line.day).any(|day| day > LAW_AS_OF)
}
