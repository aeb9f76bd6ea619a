//! Protocols: moments, tasks, reminders, and how two of them differ.

use crate::lang::Lang;
use crate::protocol::{
    Anchor, Change, Escalation, Moment, Offset, Origin, OwnDateRemark, Recipient, Reminder,
    Setting, SettingKind, Step, Subject, TaskStatus,
};
use crate::text::phrases;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl Anchor {
    /// In words.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let kind = self.kind().name(lang);
        match self {
            Anchor::FirstSickDay
            | Anchor::LastSickDay
            | Anchor::EndOfWaitingPeriod
            | Anchor::EndOfWages => kind.to_string(),
            Anchor::StartOfWeek(week) | Anchor::EndOfWeek(week) => format!("{kind} {week}"),
            Anchor::Opens(duty) | Anchor::Advised(duty) | Anchor::Due(duty) => {
                format!("{kind} {}", duty.name(lang))
            }
            Anchor::Event(event) => format!("{kind} {}", event.name(lang)),
        }
    }
}

impl Moment {
    /// In words.
    ///
    /// ```
    /// use poortwachter::{Duty, Lang, protocol::Moment};
    /// let moment = Moment::due(Duty::WIA_CLAIM).days_before(14).to_previous_working_day();
    /// assert_eq!(moment.words(Lang::En), "14 days before due day of WIA claim, or the working day before");
    /// assert_eq!(Moment::first_sick_day().words(Lang::Nl), "eerste ziektedag");
    /// ```
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let distance = match self.offset() {
            Offset::Days(n) => lang.days(n.unsigned_abs().into()),
            Offset::SickWeeks(n) => lang.weeks_of_sickness(n.unsigned_abs().into()),
        };
        let anchor = self.anchor().words(lang);
        let moment = match self.offset().number() {
            0 => anchor,
            ..0 => format!("{distance} {} {anchor}", lang.pick("vóór", "before")),
            _ => format!("{distance} {} {anchor}", phrases::AFTER.in_lang(lang)),
        };
        match self.step() {
            Step::None => moment,
            Step::PreviousWorkingDay => {
                moment + lang.pick(", of de werkdag ervoor", ", or the working day before")
            }
            Step::NextWorkingDay => {
                moment + lang.pick(", of de werkdag erna", ", or the working day after")
            }
        }
    }
}

impl OwnDateRemark {
    /// In words.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let asked = self.asked();
        match (self, lang) {
            (OwnDateRemark::AfterDue { .. }, Lang::Nl) => {
                format!("het protocol noemt {asked}, na de uiterste dag: de uiterste dag geldt")
            }
            (OwnDateRemark::AfterDue { .. }, Lang::En) => {
                format!("the protocol asks for {asked}, after the due day: the due day holds")
            }
            (OwnDateRemark::BeforeItOpens { .. }, Lang::Nl) => {
                format!("het protocol noemt {asked}, toen het nog niet kon: de eerste dag geldt")
            }
            (OwnDateRemark::BeforeItOpens { .. }, Lang::En) => {
                format!("the protocol asks for {asked}, before it opens: the opening day holds")
            }
        }
    }
}

impl TaskStatus {
    /// In words.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let kind = self.kind().name(lang);
        match self {
            TaskStatus::Done { on } => format!("{kind} {on}"),
            TaskStatus::Late { days } => format!("{} {kind}", lang.days(days)),
            TaskStatus::Lapsed(reason) => format!("{kind}: {}", reason.name(lang)),
            _ => kind.to_string(),
        }
    }
}

impl Reminder {
    /// In one line: neutral, without the person. Fit for a subject line.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Lang, Timeline, protocol::Protocol};
    /// let day = |m, d| Day::new(2026, m, d);
    /// let case = Case::builder().sick_since(day(1, 5)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(day(2, 2));
    /// let protocol = Protocol::default();
    /// let agenda = protocol.agenda(&view);
    /// let today = agenda.reminders_between(day(2, 2), day(2, 2)).next().unwrap();
    /// assert_eq!(
    ///     today.words(Lang::En),
    ///     "Problem analysis: 14 days left, due by 2026-02-16 (regulation)",
    /// );
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let by = match self.origin() {
            Origin::Protocol => SettingKind::OwnDate.name(lang),
            Origin::Law(_) => phrases::DUE_BY.in_lang(lang),
        };
        let planned = if self.is_planned() { lang.pick(", gepland", ", planned") } else { "" };
        let (name, how) = (self.about().name(lang), self.when(lang));
        format!("{name}: {how}, {by} {} ({}{planned})", self.deadline(), self.origin().name(lang))
    }

    /// How far the deadline is, in words. Only what the law asks for is "late"; an own date of the
    /// protocol is "past".
    #[must_use]
    pub fn when(&self, lang: Lang) -> String {
        let left = self.days_left();
        let days = lang.days(u32::try_from(left.unsigned_abs()).unwrap_or(u32::MAX));
        match (left, self.origin(), lang) {
            (0, _, _) => phrases::TODAY.in_lang(lang).to_string(),
            (..0, Origin::Protocol, Lang::Nl) => format!("{days} voorbij"),
            (..0, Origin::Protocol, Lang::En) => format!("{days} past"),
            (..0, Origin::Law(_), Lang::Nl) => format!("{days} te laat"),
            (..0, Origin::Law(_), Lang::En) => format!("{days} late"),
            (_, _, Lang::Nl) => format!("nog {days}"),
            (_, _, Lang::En) => format!("{days} left"),
        }
    }
}

impl Subject {
    /// Its name; nothing for the protocol as a whole.
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        match self {
            Subject::Protocol => String::from("Protocol"),
            Subject::Duty(duty) => duty.name(lang).to_string(),
            Subject::Task(id) => format!("{} {id}", lang.pick("Taak", "Task")),
        }
    }
}

impl Setting {
    /// Its value, in words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let yes_or_no = |yes: bool| if yes { phrases::YES } else { phrases::NO }.in_lang(lang);
        match self {
            Setting::Name(name) => name.clone(),
            Setting::Publication(title, url) if url.is_empty() => title.clone(),
            Setting::Publication(title, url) => format!("{title}, {url}"),
            Setting::TaskName(nl, en) => lang.pick(nl, en).to_string(),
            Setting::WorkingDaysOnly(yes) | Setting::OnTheDay(yes) => yes_or_no(*yes).to_string(),
            Setting::LeftOut | Setting::OwnReminders => yes_or_no(true).to_string(),
            Setting::OwnDate(moment) | Setting::When(moment) => moment.words(lang),
            Setting::EveryWeeks(weeks) => {
                format!(
                    "{} {}",
                    lang.pick("elke", "every"),
                    lang.weeks_of_sickness((*weeks).into())
                )
            }
            Setting::Who(actor) => actor.name(lang).to_string(),
            Setting::DoneBy(name) => name.name(lang).to_string(),
            Setting::LeadDays(days) => match days.split_last() {
                None => lang.pick("geen", "none").to_string(),
                Some((last, longer)) => {
                    let longer: String = longer.iter().map(|days| format!("{days}, ")).collect();
                    longer + &lang.days((*last).into())
                }
            },
            Setting::To(to) => names(to, lang),
            Setting::Late(steps) if steps.is_empty() => lang.pick("niemand", "nobody").to_string(),
            Setting::Late(steps) => {
                let each: Vec<String> = steps.iter().map(|step| step.words(lang)).collect();
                each.join("; ")
            }
        }
    }
}

impl Escalation {
    /// In words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let days = lang.days(self.after_days().into());
        format!("{} {days}: {}", phrases::AFTER.in_lang(lang), names(self.to(), lang))
    }
}

fn names(to: &[Recipient], lang: Lang) -> String {
    let each: Vec<&str> = to.iter().map(|one| one.name(lang)).collect();
    each.join(", ")
}

impl Change {
    /// In one line.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let is_yes = |setting: Option<&Setting>| {
            matches!(setting, Some(Setting::LeftOut | Setting::OwnReminders))
        };
        let absent = match is_yes(self.before()) || is_yes(self.after()) {
            true => phrases::NO.in_lang(lang),
            false => lang.pick("niets", "nothing"),
        };
        let value = |setting: Option<&Setting>| {
            setting.map_or_else(|| absent.to_string(), |setting| setting.words(lang))
        };
        let what = self.before().or(self.after()).map_or("", |setting| setting.kind().name(lang));
        let (before, after) = (value(self.before()), value(self.after()));
        format!("{}: {what}: {before} → {after}", self.subject().name(lang))
    }
}
