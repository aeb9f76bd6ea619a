//! *Ziektewet* (BWBR0001888): the 42nd-week report and the report at the end of the employment.
//! The articles stand in `zw.md`.

use super::bw7::joining;
use super::rule::{
    Actor, Anchor, Axis, Bound, ClockKind, Condition, Count, Duty, Instrument, Kind, Layer, Rule,
    Source, Version, Window,
};
use super::term::Term;
use super::{VERIFIED_ON, uwv};
use crate::day::Day;

/// The Sickness Benefits Act.
pub static ZIEKTEWET: Instrument = Instrument {
    bwb: "BWBR0001888",
    name: "Ziektewet",
    short: "ZW",
    url: "https://wetten.overheid.nl/BWBR0001888/2026-07-01",
};

/// The act of 11 September 2008 that brought the 42 weeks, transitional law.
pub static ACT_OF_2008: Instrument = Instrument {
    bwb: "BWBR0024622",
    name: "Wet van 11 september 2008 (meldingsproces ongeschiktheid), Stb. 2008, 414",
    short: "Stb. 2008, 414",
    url: "https://wetten.overheid.nl/BWBR0024622",
};

// Artikel 38, eerste lid

const AFTER_42_WEEKS: Source = ZIEKTEWET.at("38", "1").says(
    "uiterlijk op de eerste dag nadat de ongeschiktheid van die werknemer 42 weken heeft geduurd",
);
const OLD_LAW: Source = ACT_OF_2008.at("VII", "1").says(
    "met betrekking tot wie voor de dag van de inwerkingtreding van deze wet een aangifte als \
     bedoeld in artikel 38, eerste lid, van de Ziektewet",
);

impl Duty {
    /// The 42nd-week report (*42e-weeksmelding*, *aangifte*).
    pub const UWV_SICKNESS_REPORT: Duty = Duty("uwv-sickness-report");
}

/// The employer reports long sickness to the UWV.
pub static UWV_SICKNESS_REPORT: Rule = Rule {
    kind: Kind::Duty(Duty::UWV_SICKNESS_REPORT),
    name_nl: "42e-weeksmelding",
    name_en: "42nd-week report",
    actor: Actor::Employer,
    with: &[],
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    clock: ClockKind::Notification,
    conditions: &[Condition::Employed],
    versions: &[
        Version {
            window: Window::until(Day::new(2008, 10, 31)),
            axis: Axis::MetOrLastDay,
            opens: None,
            advised: Some(OLD_LAW.gives(
                Layer::Practice,
                Term::EndOfWeek(13),
                Anchor::FirstSickDay,
                Count::SickDays,
                "A day before the term ends, as with the 42 weeks.",
            )),
            due: OLD_LAW.gives(
                Layer::Act,
                Term::FirstDayAfterLasting(13),
                Anchor::FirstSickDay,
                Count::SickDays,
                "Before 2008-11-01 the report was due after 13 weeks. The words of that day are \
                 not at hand; the transitional law that kept them is quoted.",
            ),
            tolerated: Some(uwv::FIRST_WORKING_DAY.gives(
                Layer::Policy,
                Term::NextWorkingDay,
                Anchor::Due,
                Count::CalendarDays,
                "The UWV accepts the next working day, here applied to the older term.",
            )),
            proviso: None,
        },
        Version {
            window: Window::from(Day::new(2008, 11, 1)),
            axis: Axis::LastDay,
            opens: None,
            advised: Some(AFTER_42_WEEKS.gives(
                Layer::Practice,
                Term::EndOfWeek(42),
                Anchor::FirstSickDay,
                Count::SickDays,
                "Many systems take the last day of week 42; nobody calls that late.",
            )),
            due: AFTER_42_WEEKS.gives(
                Layer::Act,
                Term::FirstDayAfterLasting(42),
                Anchor::FirstSickDay,
                Count::SickDays,
                "42 weeks have lasted at the end of day 294; the first day after it is day 295.",
            ),
            tolerated: Some(uwv::FIRST_WORKING_DAY.gives(
                Layer::Policy,
                Term::NextWorkingDay,
                Anchor::Due,
                Count::CalendarDays,
                "The UWV accepts the first working day after week 42.",
            )),
            proviso: None,
        },
    ],
    verified_on: VERIFIED_ON,
};

const NOTIFICATION_ADDS_UP: Source = ZIEKTEWET.at("38", "1").says(
    "Voor het bepalen van het tijdvak van 42 weken worden tijdvakken van ongeschiktheid tot werken \
     samengeteld, indien zij elkaar met een onderbreking van minder dan vier weken opvolgen",
);

const NOTIFICATION_ADDS_UP_VERSIONS: &[Version] = &[Version::only(NOTIFICATION_ADDS_UP.gives(
    Layer::Act,
    Term::InterruptionShorterThan(4),
    Anchor::LastSickDay,
    Count::CalendarDays,
    "At most 27 recovered days; leave is left out.",
))];

/// Which periods add up for the 42 weeks.
pub static JOINING_NOTIFICATION: Rule =
    joining("joining-notification", ClockKind::Notification, NOTIFICATION_ADDS_UP_VERSIONS);

// Artikel 38, tweede lid

const ON_THE_LAST_DAY: Source =
    ZIEKTEWET.at("38", "2").says("op de laatste dag van de dienstbetrekking");
const REPORT_AFTER_SIX_WEEKS: Source = ZIEKTEWET.at("38", "2").says(
    "Indien tussen de eerste dag van de ongeschiktheid tot werken en de laatste dag, bedoeld in de \
     eerste zin, ten minste zes weken is gelegen stelt de werkgever",
);

impl Duty {
    /// Report to the UWV when the employment ends while the employee is sick
    /// (*aangifte bij einde dienstverband*, *ziek uit dienst*).
    pub const END_OF_EMPLOYMENT_REPORT: Duty = Duty("end-of-employment-report");
}

const LAST_DAY_ITSELF: Bound = ON_THE_LAST_DAY.gives(
    Layer::Act,
    Term::OnTheDay,
    Anchor::EmploymentEnd,
    Count::CalendarDays,
    "On that day, not up to it.",
);

/// On the last day of the employment itself.
pub static END_OF_EMPLOYMENT_REPORT: Rule = Rule {
    kind: Kind::Duty(Duty::END_OF_EMPLOYMENT_REPORT),
    name_nl: "Aangifte bij einde dienstverband",
    name_en: "Report at the end of the employment",
    actor: Actor::Employer,
    with: &[],
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    clock: ClockKind::Notification,
    conditions: &[Condition::EmploymentEndsWhileSick],
    versions: &[Version { opens: Some(LAST_DAY_ITSELF), ..Version::only(LAST_DAY_ITSELF) }],
    verified_on: VERIFIED_ON,
};

/// From how long a sickness on the end of the employment asks for a re-integration report.
pub static REPORT_AT_END_OF_EMPLOYMENT: Rule = Rule {
    kind: Kind::Effect("report-at-end-of-employment"),
    name_nl: "Re-integratieverslag bij einde dienstverband",
    name_en: "Re-integration report at the end of the employment",
    actor: Actor::Employer,
    with: &[Actor::Employee],
    informs: &[Actor::Employee],
    layer: Layer::Act,
    clock: ClockKind::Notification,
    conditions: &[],
    versions: &[Version::only(REPORT_AFTER_SIX_WEEKS.gives(
        Layer::Act,
        Term::AtLeastWeeksBetween(6),
        Anchor::FirstSickDay,
        Count::CalendarDays,
        "Six weeks lie between a Monday and the Monday six weeks later.",
    ))],
    verified_on: VERIFIED_ON,
};

/// Art. 38(8): an early claim or a request for extension counts as the report.
pub static COUNTS_AS_REPORT: Source = ZIEKTEWET.at("38", "8").says(
    "wordt deze aanvraag, respectievelijk dit verzoek, beschouwd als een aangifte op grond van het \
     eerste lid",
);

/// Art. 38(3): the fine.
pub static FINE: Source =
    ZIEKTEWET.at("38", "3").says("legt een bestuurlijke boete op van ten hoogste € 455");

/// The rules of this instrument.
pub static RULES: &[&Rule] = &[
    &UWV_SICKNESS_REPORT,
    &JOINING_NOTIFICATION,
    &END_OF_EMPLOYMENT_REPORT,
    &REPORT_AT_END_OF_EMPLOYMENT,
];
