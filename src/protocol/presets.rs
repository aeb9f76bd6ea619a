//! Protocols as others have published them, with their names, offsets and sources.
//!
//! Only what a source prints is taken over. "Week n" becomes the last day of that week of sickness.
//! Where a source names a duty in the very week of its due day, the law's own date stands and the
//! preset has none. A source that prints no lead times gives a preset with a reminder on the day
//! and no earlier one: add your own with [`Protocol::to_builder`]. Lateness goes to whoever acts
//! unless the source says otherwise.
//!
//! None of this is law, and a product may have changed since its page was read.

use super::moment::Moment;
use super::rule::{DutyRule, ReminderRule};
use super::task::Task;
use super::{Protocol, Publication};
use crate::case::{EventKind, EventName};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Actor, Duty};
use alloc::string::String;
use alloc::vec::Vec;

/// A published protocol.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Preset {
    id: &'static str,
    title: &'static str,
    url: &'static str,
    read_on: Day,
    published: &'static [Published],
    own_dates: &'static [(Duty, Moment)],
    leads: &'static [(Duty, u16)],
    tasks: &'static [OwnTask],
}

/// One line of a source: what it is about, and when according to the source.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Published {
    /// The duty or the task.
    pub id: &'static str,
    when_nl: &'static str,
    when_en: &'static str,
}

impl Published {
    /// The week or distance, in a few words.
    #[must_use]
    pub const fn when(&self, lang: Lang) -> &'static str {
        lang.pick(self.when_nl, self.when_en)
    }
}

/// A task in a preset.
#[derive(PartialEq, Eq, Hash, Debug)]
struct OwnTask {
    id: &'static str,
    name_nl: &'static str,
    name_en: &'static str,
    who: Actor,
    when: Moment,
    done_by: Option<EventName>,
}

impl Preset {
    /// The stable name.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The title of the source, with its publisher.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// Where the source stands.
    #[must_use]
    pub const fn url(&self) -> &'static str {
        self.url
    }

    /// The day on which the source was read.
    #[must_use]
    pub const fn read_on(&self) -> Day {
        self.read_on
    }

    /// The lines of the source that the preset is made from.
    #[must_use]
    pub const fn published(&self) -> &'static [Published] {
        self.published
    }

    /// The protocol.
    ///
    /// ```
    /// use poortwachter::protocol::presets;
    /// let preset = presets::named("xpert-suite").unwrap();
    /// let protocol = preset.protocol();
    /// assert_eq!(protocol.publication().unwrap().url(), preset.url());
    /// assert_eq!(protocol.tasks().len(), 1);
    /// ```
    #[must_use]
    pub fn protocol(&self) -> Protocol {
        let own_dates = self
            .own_dates
            .iter()
            .map(|(duty, moment)| DutyRule { own_date: Some(*moment), ..DutyRule::new(*duty) });
        let leads = self.leads.iter().map(|(duty, days)| DutyRule {
            reminders: Some(on_the_day().lead_days([*days])),
            ..DutyRule::new(*duty)
        });
        let mut duties: Vec<DutyRule> = own_dates.chain(leads).collect();
        duties.sort_by_key(|rule| rule.duty);
        let tasks = self.tasks.iter().map(|task| Task {
            done_by: task.done_by,
            ..Task::new(task.id, task.name_nl, task.name_en, task.who, task.when)
        });
        Protocol {
            name: String::from(self.id),
            publication: Some(Publication {
                title: String::from(self.title),
                url: String::from(self.url),
            }),
            working_days_only: false,
            reminders: on_the_day(),
            duties,
            tasks: tasks.collect(),
        }
    }
}

/// No source prescribes this: without it a preset that names dates only would remind nobody.
fn on_the_day() -> ReminderRule {
    ReminderRule::none().on_the_day().late(1, [super::Recipient::Acting])
}

/// Every preset, in order of the name.
pub static ALL: &[&Preset] = &[&HRMQ, &SAZAS, &UWV, &XPERT_SUITE];

/// The preset of that name.
#[must_use]
pub fn named(id: &str) -> Option<&'static Preset> {
    ALL.iter().copied().find(|preset| preset.id == id)
}

const READ_ON: Day = Day::new(2026, 11, 22);

const fn line(id: &'static str, when_nl: &'static str, when_en: &'static str) -> Published {
    Published { id, when_nl, when_en }
}

/// A line that is announced two weeks before it is due.
const fn alert(id: &'static str) -> Published {
    line(id, "melding vanaf 14 dagen voor de uiterste dag", "alert from 14 days before the due day")
}

/// HRMQ, an open-source personnel program: it alerts from 14 days before the due day of four
/// duties.
pub static HRMQ: Preset = Preset {
    id: "hrmq",
    title: "Conduction, HRMQ: lib/Standards/Checks/NlVerzuimChecks.php",
    url: "https://github.com/ConductionNL/hrmq",
    read_on: READ_ON,
    published: &[
        alert("problem-analysis"),
        alert("plan-of-action"),
        alert("uwv-sickness-report"),
        alert("first-year-evaluation"),
    ],
    own_dates: &[],
    leads: &[
        (Duty::PROBLEM_ANALYSIS, 14),
        (Duty::PLAN_OF_ACTION, 14),
        (Duty::UWV_SICKNESS_REPORT, 14),
        (Duty::FIRST_YEAR_EVALUATION, 14),
    ],
    tasks: &[],
};

/// Sazas, an insurer: the steps for its customers. Its six-weekly evaluations are the rhythm of the
/// law table already.
pub static SAZAS: Preset = Preset {
    id: "sazas",
    title: "Sazas, Overzicht acties en stappen Wet verbetering poortwachter",
    url: "https://www.sazas.nl/kennisbank/wettelijk/wet-verbetering-poortwachter/verplichtingen",
    read_on: READ_ON,
    published: &[
        line(
            "report-to-insurer",
            "binnen 24 uur na de ziekmelding",
            "within 24 hours of the sickness report",
        ),
        line("problem-analysis", "week 6", "week 6"),
        line("progress-interview", "week 6, 12, 18 enzovoort", "weeks 6, 12, 18 and so on"),
        line("plan-of-action", "uiterlijk week 8", "week 8 at the latest"),
    ],
    own_dates: &[
        (Duty::PROBLEM_ANALYSIS, Moment::end_of_week(6)),
        (Duty::PLAN_OF_ACTION, Moment::end_of_week(8)),
    ],
    leads: &[],
    tasks: &[OwnTask {
        id: "report-to-insurer",
        name_nl: "Melding bij de verzekeraar",
        name_en: "Report to the insurer",
        who: Actor::Employer,
        when: Moment::first_sick_day().days_after(1),
        done_by: None,
    }],
};

/// The weeks that the UWV itself tells the public. They are stricter than the regulation by a day
/// or more; where they are the due day, there is no own date.
pub static UWV: Preset = Preset {
    id: "uwv",
    title: "UWV, Re-integreren tijdens ziekte",
    url: "http://www.uwv.nl/particulieren/ziek/ziek-met-werkgever/re-integreren-tijdens-ziekte/",
    read_on: Day::new(2026, 11, 21),
    published: &[
        line("problem-analysis", "uiterlijk week 6", "week 6 at the latest"),
        line("plan-of-action", "uiterlijk week 8", "week 8 at the latest"),
    ],
    own_dates: &[
        (Duty::PROBLEM_ANALYSIS, Moment::end_of_week(6)),
        (Duty::PLAN_OF_ACTION, Moment::end_of_week(8)),
    ],
    leads: &[],
    tasks: &[],
};

/// Xpert Suite, an absence system: the standard tasks of its protocol *Ziekte (WVP)*. Two weeks
/// after the analysis, the 42nd-week report and the six-weekly evaluations are the dates of the law
/// table already.
pub static XPERT_SUITE: Preset = Preset {
    id: "xpert-suite",
    title: "Otherside at Work, Xpert Suite: Ziekte (WVP) protocol",
    url: "https://support.othersideatwork.nl/support/solutions/articles/76000040570-ziekte-wvp-protocol",
    read_on: READ_ON,
    published: &[
        line("problem-analysis", "week 6", "week 6"),
        line("plan-of-action", "twee weken na de analyse", "two weeks after the analysis"),
        line("progress-interview", "minstens elke 6 weken", "every 6 weeks at least"),
        line(
            "uwv-sickness-report",
            "de eerste werkdag na 42 weken",
            "the first working day after 42 weeks",
        ),
        line("first-year-evaluation", "na 1 jaar", "after 1 year"),
        line("consider-extension", "week 86", "week 86"),
        line("final-evaluation", "week 88", "week 88"),
        line("current-opinion", "week 88", "week 88"),
        line("reintegration-report", "week 90", "week 90"),
        line("wia-claim", "week 92", "week 92"),
    ],
    own_dates: &[
        (Duty::PROBLEM_ANALYSIS, Moment::end_of_week(6)),
        (Duty::FINAL_EVALUATION, Moment::end_of_week(88)),
        (Duty::CURRENT_OPINION, Moment::end_of_week(88)),
        (Duty::REINTEGRATION_REPORT, Moment::end_of_week(90)),
        (Duty::WIA_CLAIM, Moment::end_of_week(92)),
    ],
    leads: &[],
    tasks: &[OwnTask {
        id: "consider-extension",
        name_nl: "Verlenging van de loondoorbetaling aanvragen?",
        name_en: "Ask for an extension of the wage period?",
        who: Actor::Employer,
        when: Moment::end_of_week(86),
        done_by: Some(EventKind::VoluntaryExtension { until: Day::FOREVER }.event_name()),
    }],
};
