//! *Ziektewet* (BWBR0001888): the reports to the UWV, the sickness benefit where there are no wages,
//! and the assessment after its first year. The articles stand in `zw.md`.

use super::bw7::{ADDS_UP_ACROSS_LEAVE_FROM, JOINING, READ_WITH_LEAVE, READ_WITHOUT_LEAVE};
use super::citation::{Instrument, Source};
use super::duty::Duty;
use super::milestone::Milestone;
use super::properties::{Afterwards, Consequence, MetBy, Occasion, Override, Recurrence};
use super::regime::Regime;
use super::rule::{Actor, ClockKind, Condition, Kind, Layer, Rule, regimes};
use super::term::Term;
use super::version::{Anchor, Axis, Bound, Count, Version};
use super::{bw7, uwv, wia};
use crate::day::Day;
use crate::lang::Text;

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

/// Art. 38(4): none of this for who is entitled to sickness benefit, but for the re-integration report.
pub static NOT_FOR_THE_ENTITLED: Source = ZIEKTEWET.at("38", "4").says(
    "Dit artikel is, met uitzondering van de tweede, derde en vierde zin van het tweede lid en het \
     zesde en zevende lid, niet van toepassing op de verzekerde, die aanspraak maakt op ziekengeld",
);

const WORDS_OF_NOT_ENTITLED: (Condition, &Source) =
    (Condition::NotEntitledToSicknessBenefit, &NOT_FOR_THE_ENTITLED);

/// The employer reports long sickness to the UWV.
pub static UWV_SICKNESS_REPORT: Rule = Rule {
    kind: Kind::Duty(Duty::UWV_SICKNESS_REPORT),
    actor: Actor::Employer,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    clock: ClockKind::Notification,
    regimes: regimes::EMPLOYER,
    conditions: &[Condition::Employed, Condition::NotEntitledToSicknessBenefit],
    condition_words: &[WORDS_OF_NOT_ENTITLED],
    met_by: &[MetBy::OwnEvent, MetBy::EarlyIvaClaim, MetBy::VoluntaryExtension],
    afterwards: Afterwards::CanBeDone,
    consequences: &[Consequence::Fine],
    no_return: &[(Regime::Employer, &FINE)],
    the_nl: "de 42e-weeksmelding",
    versions: &[
        Version {
            axis: Axis::MetOrLastDay,
            late_prolongs_wages: Some(bw7::LATE_REPORT_PROLONGED_WAGES),
            advised: Some(Bound {
                term: Term::EndOfWeek(13),
                layer: Layer::Practice,
                source: OLD_LAW,
                reading: Text {
                    nl: "Dat is een dag voor het einde van de termijn, net als bij de 42 weken.",
                    en: "A day before the term ends, as with the 42 weeks.",
                },
                ..Bound::ON_SICK_DAYS
            }),
            due: Bound {
                term: Term::FirstDayAfterLasting(13),
                layer: Layer::Act,
                source: OLD_LAW,
                reading: Text {
                    nl: "Voor 1 november 2008 moest de melding na 13 weken. De woorden van toen \
                         zijn niet gevonden. Hier staan de woorden van de wet die de oude regel \
                         liet gelden.",
                    en: "Before 2008-11-01 the report was due after 13 weeks. The words of that \
                         day are not at hand; the transitional law that kept them is quoted.",
                },
                ..Bound::ON_SICK_DAYS
            },
            tolerated: Some(Bound {
                term: Term::NextWorkingDay,
                from: Anchor::Due,
                layer: Layer::Policy,
                source: uwv::FIRST_WORKING_DAY,
                reading: Text {
                    nl: "Dat is de eerste werkdag erna. Hier geldt dat voor de oude termijn.",
                    en: "The UWV accepts the next working day, here applied to the older term.",
                },
                ..Bound::ON_THE_CALENDAR
            }),
            ..Version::BASE
        },
        Version {
            since: Some(Day::new(2008, 11, 1)),
            advised: Some(Bound {
                term: Term::EndOfWeek(42),
                layer: Layer::Practice,
                source: AFTER_42_WEEKS,
                reading: Text {
                    nl: "Veel systemen nemen de laatste dag van week 42. Niemand noemt dat te \
                         laat.",
                    en: "Many systems take the last day of week 42; nobody calls that late.",
                },
                ..Bound::ON_SICK_DAYS
            }),
            due: Bound {
                term: Term::FirstDayAfterLasting(42),
                layer: Layer::Act,
                source: AFTER_42_WEEKS,
                reading: Text {
                    nl: "Aan het einde van dag 294 heeft de ziekte 42 weken geduurd. De eerste dag \
                         daarna is dag 295.",
                    en: "42 weeks have lasted at the end of day 294; the first day after it is day \
                         295.",
                },
                ..Bound::ON_SICK_DAYS
            },
            tolerated: Some(Bound {
                term: Term::NextWorkingDay,
                from: Anchor::Due,
                layer: Layer::Policy,
                source: uwv::FIRST_WORKING_DAY,
                reading: Text {
                    nl: "Dat is de eerste werkdag na week 42.",
                    en: "The UWV accepts the first working day after week 42.",
                },
                ..Bound::ON_THE_CALENDAR
            }),
            ..Version::BASE
        },
    ],
    ..Rule::BASE
};

const NOTIFICATION_ADDS_UP: Source = ZIEKTEWET.at("38", "1").says(
    "Voor het bepalen van het tijdvak van 42 weken worden tijdvakken van ongeschiktheid tot werken \
     samengeteld, indien zij elkaar met een onderbreking van minder dan vier weken opvolgen",
);

/// The words of before 2005-09-01 are not at hand. They are read as those for the waiting period (WIA 123a), so that
/// the notification belongs to the case that it reports.
const NOTIFICATION_ADDS_UP_VERSIONS: &[Version] = &[
    Version {
        due: Bound {
            count: Count::DaysOutsideLeave,
            source: wia::ADDED_UP_OUTSIDE_LEAVE,
            reading: READ_WITHOUT_LEAVE,
            ..NOTIFICATION_ADDS_UP_BOUND
        },
        ..Version::BASE
    },
    Version {
        since: Some(ADDS_UP_ACROSS_LEAVE_FROM),
        due: NOTIFICATION_ADDS_UP_BOUND,
        ..Version::BASE
    },
];

const NOTIFICATION_ADDS_UP_BOUND: Bound = Bound {
    term: Term::InterruptionShorterThan(4),
    from: Anchor::LastSickDay,
    layer: Layer::Act,
    source: NOTIFICATION_ADDS_UP,
    reading: READ_WITH_LEAVE,
    ..Bound::ON_THE_CALENDAR
};

/// Which periods add up for the 42 weeks.
pub static JOINING_NOTIFICATION: Rule = Rule {
    kind: Kind::Effect("joining-notification"),
    clock: ClockKind::Notification,
    regimes: regimes::EMPLOYER,
    versions: NOTIFICATION_ADDS_UP_VERSIONS,
    ..JOINING
};

// Artikel 38, tweede lid

/// Art. 38(2): the last day of the employment.
pub const ON_THE_LAST_DAY: Source =
    ZIEKTEWET.at("38", "2").says("op de laatste dag van de dienstbetrekking");
const REPORT_AFTER_SIX_WEEKS: Source = ZIEKTEWET.at("38", "2").says(
    "Indien tussen de eerste dag van de ongeschiktheid tot werken en de laatste dag, bedoeld in de \
     eerste zin, ten minste zes weken is gelegen stelt de werkgever",
);

const LAST_DAY_ITSELF: Bound = Bound {
    term: Term::OnTheDay,
    from: Anchor::EmploymentEnd,
    layer: Layer::Act,
    source: ON_THE_LAST_DAY,
    reading: Text {
        nl: "Het moet op die dag zelf, niet eerder.",
        en: "On that day, not up to it.",
    },
    ..Bound::ON_THE_CALENDAR
};

/// On the last day of the employment itself.
pub static END_OF_EMPLOYMENT_REPORT: Rule = Rule {
    kind: Kind::Duty(Duty::END_OF_EMPLOYMENT_REPORT),
    actor: Actor::Employer,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    clock: ClockKind::Notification,
    regimes: regimes::EMPLOYER,
    conditions: &[Condition::EmploymentEndsWhileSick, Condition::NotEntitledToSicknessBenefit],
    condition_words: &[WORDS_OF_NOT_ENTITLED],
    recurrence: Recurrence::OnceWhen(Occasion::LeavesWhileSick),
    afterwards: Afterwards::CanBeDone,
    consequences: &[Consequence::Fine],
    the_nl: "de aangifte bij einde dienstverband",
    versions: &[Version { opens: Some(LAST_DAY_ITSELF), due: LAST_DAY_ITSELF, ..Version::BASE }],
    ..Rule::BASE
};

/// A re-integration report that is due before its term ends, since the employment does: on that day.
pub(crate) static REPORT_ON_THE_LAST_DAY: Bound = Bound {
    term: Term::OnTheDay,
    from: Anchor::EmploymentEnd,
    reading: Text::NONE,
    ..REPORT_AT_END_OF_EMPLOYMENT.only_version().due
};

/// From how long a sickness on the end of the employment asks for a re-integration report.
pub static REPORT_AT_END_OF_EMPLOYMENT: Rule = Rule {
    kind: Kind::Effect("report-at-end-of-employment"),
    effect_name: Text {
        nl: "Re-integratieverslag bij einde dienstverband",
        en: "Re-integration report at the end of the employment",
    },
    actor: Actor::Employer,
    with: &[Actor::Employee],
    informs: &[Actor::Employee],
    layer: Layer::Act,
    clock: ClockKind::Notification,
    regimes: regimes::EMPLOYER,
    versions: &[Version {
        due: Bound {
            term: Term::AtLeastWeeksBetween(6),
            from: Anchor::FirstSickDay,
            layer: Layer::Act,
            source: REPORT_AFTER_SIX_WEEKS,
            reading: Text {
                nl: "Tussen een maandag en de maandag zes weken later liggen zes weken.",
                en: "Six weeks lie between a Monday and the Monday six weeks later.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// Art. 38(8): an early claim or a request for extension counts as the report.
pub static COUNTS_AS_REPORT: Source = ZIEKTEWET.at("38", "8").says(
    "wordt deze aanvraag, respectievelijk dit verzoek, beschouwd als een aangifte op grond van het \
     eerste lid",
);

/// Art. 38(3): the fine.
pub static FINE: Source =
    ZIEKTEWET.at("38", "3").says("legt een bestuurlijke boete op van ten hoogste € 455");

// Artikel 38a, derde lid

const SIX_WEEKS_FROM_THE_FIRST_DAY: Source = ZIEKTEWET.at("38a", "3").says(
    "uiterlijk op de eerste dag na zes weken gerekend vanaf die eerste werkdag, indien de verzekerde \
     aanspraak maakt op ziekengeld op grond van artikel 29, tweede lid, onderdeel e, artikel 29a, \
     eerste lid, of artikel 29b",
);
const OR_ON_THE_LAST_DAY: Source = ZIEKTEWET.at("38a", "3").says(
    "op de laatste dag van de dienstbetrekking, indien de dienstbetrekking in de periode, bedoeld in \
     de vorige zin, eindigt",
);

const FOURTH_DAY: Source =
    ZIEKTEWET.at("38a", "2").says("De werkgever meldt uiterlijk op de vierde dag");
const AFTER_THIRTEEN_WEEKS: Source = ZIEKTEWET.at("38b", "3").says(
    "uiterlijk op de vierde dag nadat dertien weken van ongeschiktheid tot het verrichten van arbeid wegens \
     ziekte van de werknemer zijn verstreken",
);

/// The day on other grounds than those of art. 38a(3).
pub static ENTITLEMENT_REPORT_FOURTH_DAY: Rule = Rule {
    kind: Kind::Effect("entitlement-report-fourth-day"),
    effect_name: Text {
        nl: "Ziekmelding bij recht op ziekengeld, vierde dag",
        en: "Report of an entitled employee, fourth day",
    },
    actor: Actor::Employer,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    regimes: regimes::EMPLOYER,
    versions: &[Version {
        due: Bound {
            term: Term::ByDay(4),
            from: Anchor::FirstSickDay,
            layer: Layer::Act,
            source: FOURTH_DAY,
            reading: Text {
                nl: "Zo is het volgens artikel 38a, lid 2, op de gronden die lid 3 niet noemt. Wordt het recht \
                     pas later duidelijk, dan zijn er vier dagen vanaf dat moment (artikel 38b, lid 2).",
                en: "So it is under art. 38a(2), on the grounds that paragraph 3 does not name. Where the \
                     entitlement becomes clear only later there are four days from then (art. 38b(2)).",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// Thirteen weeks of sickness.
pub static THIRTEEN_WEEKS_OF_SICKNESS: Rule = Rule {
    kind: Kind::Effect("thirteen-weeks-of-sickness"),
    effect_name: Text { nl: "Dertien weken ziekte", en: "Thirteen weeks of sickness" },
    versions: &[Version {
        due: Bound {
            term: Term::PeriodOfWeeks(13),
            layer: Layer::Act,
            source: AFTER_THIRTEEN_WEEKS,
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..ENTITLEMENT_REPORT_FOURTH_DAY
};

/// The day on the ground of art. 29d.
pub static ENTITLEMENT_REPORT_AFTER_THIRTEEN_WEEKS: Rule = Rule {
    kind: Kind::Effect("entitlement-report-after-thirteen-weeks"),
    effect_name: Text {
        nl: "Ziekmelding bij recht op ziekengeld, na dertien weken",
        en: "Report of an entitled employee, after thirteen weeks",
    },
    versions: &[Version {
        due: Bound {
            term: Term::ByDayAfter(4),
            from: Anchor::ThirteenWeeks,
            layer: Layer::Act,
            source: AFTER_THIRTEEN_WEEKS,
            reading: Text {
                nl: "Zo is het volgens artikel 38b, lid 3, op de grond van artikel 29d.",
                en: "So it is under art. 38b(3), on the ground of art. 29d.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..ENTITLEMENT_REPORT_FOURTH_DAY
};

/// Six weeks. Where the entitlement became clear later, art. 38b(2) gives four days from then.
pub static ENTITLEMENT_REPORT: Rule = Rule {
    kind: Kind::Duty(Duty::ENTITLEMENT_REPORT),
    actor: Actor::Employer,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    regimes: regimes::EMPLOYER,
    conditions: &[Condition::EntitledToSicknessBenefit],
    recurrence: Recurrence::OnceWhen(Occasion::EntitlementAnswered),
    overrides: &[Override::EmploymentEndsWithinTerm],
    afterwards: Afterwards::FallsDue,
    alternatives: &["entitlement-report-fourth-day", "entitlement-report-after-thirteen-weeks"],
    the_nl: "de ziekmelding bij recht op ziekengeld",
    versions: &[Version {
        advised: Some(Bound {
            term: Term::ByDay(4),
            from: Anchor::FirstSickDay,
            layer: Layer::Practice,
            source: FOURTH_DAY,
            reading: Text {
                nl: "De wet kent meer gronden voor dit recht. Op sommige is het de vierde dag. Op welke \
                     grond het hier is, staat nergens en hoeft ook niet: wie op de vierde dag meldt, is \
                     altijd op tijd.",
                en: "The act knows several grounds for this entitlement; on some it is the fourth day. On \
                     which ground it is here is not recorded and need not be: who reports on the fourth day \
                     is always in time.",
            },
            ..Bound::ON_THE_CALENDAR
        }),
        due: Bound {
            term: Term::FirstDayAfterLasting(6),
            from: Anchor::FirstSickDay,
            layer: Layer::Act,
            source: SIX_WEEKS_FROM_THE_FIRST_DAY,
            reading: Text {
                nl: "De eerste dag telt mee, en er wordt geteld op de kalender. Het moet ook na \
                 herstel. Want volgens artikel 38a, lid 6, mag de werkgever het herstel niet eerder \
                 melden dan de ziekte.",
                en: "Counted from the first day itself, on the calendar; also after recovery, for art. \
                 38a(6) wants the recovery reported no earlier than the sickness.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// The employment ends within the six weeks.
pub static ENTITLEMENT_REPORT_AT_END: Rule = Rule {
    kind: Kind::Effect("entitlement-report-at-end-of-employment"),
    effect_name: Text {
        nl: "Ziekmelding bij recht op ziekengeld, einde dienstverband",
        en: "Report of an entitled employee at the end of the employment",
    },
    conditions: &[],
    alternatives: &[],
    versions: &[Version {
        due: Bound {
            term: Term::OnTheDay,
            from: Anchor::EmploymentEnd,
            layer: Layer::Act,
            source: OR_ON_THE_LAST_DAY,
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..ENTITLEMENT_REPORT
};

// Artikel 38a, vierde, vijfde en zesde lid

const TELLS_BY_THE_SECOND_DAY: Source = ZIEKTEWET
    .at("38a", "4")
    .says("meldt hij aan de werkgever uiterlijk de tweede dag van die geschiktheid");
const SECOND_DAY_AFTER_TOLD: Source = ZIEKTEWET
    .at("38a", "5")
    .says("uiterlijk op de tweede dag na de hersteldmelding door de verzekerde");
const NOT_BEFORE_THE_REPORT: Source = ZIEKTEWET.at("38a", "6").says(
    "de eerste werkdag waarop de verzekerde weer geschikt is tot het verrichten van zijn arbeid niet \
     eerder dan de ziekmelding bedoeld in het derde lid",
);

/// The employee tells the employer.
pub static RECOVERY_TOLD: Rule = Rule {
    kind: Kind::Effect("recovery-told"),
    effect_name: Text {
        nl: "Hersteldmelding door de werknemer",
        en: "Recovery told by the employee",
    },
    actor: Actor::Employee,
    informs: &[Actor::Employer],
    layer: Layer::Act,
    regimes: regimes::PAYER,
    versions: &[Version {
        due: Bound {
            term: Term::ByDay(2),
            from: Anchor::FirstFitDay,
            layer: Layer::Act,
            source: TELLS_BY_THE_SECOND_DAY,
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

const RECOVERY_DUE: Bound = Bound {
    term: Term::ByDayAfter(2),
    from: Anchor::RecoveryTold,
    layer: Layer::Act,
    source: SECOND_DAY_AFTER_TOLD,
    reading: Text {
        nl: "De dag van de hersteldmelding zelf telt niet mee. Is die dag niet vastgelegd, dan geldt de \
             uiterste dag: de tweede dag waarop de werknemer weer kan werken (artikel 38a, lid 4). Eindigt \
             de termijn in een weekend, dan wordt hij verlengd.",
        en: "The day of the report by the employee itself does not count. Where it is not recorded the \
             last day for it holds: the second day of being fit again (art. 38a(4)). A term that ends in \
             a weekend is extended.",
    },
    ..Bound::ON_THE_CALENDAR
};

/// The first day on which the employee can tell of it is the first fit day; two days later.
const RECOVERY_ADVISED: Bound = Bound {
    term: Term::ByDay(2),
    layer: Layer::Practice,
    reading: Text {
        nl: "Een dag eerder is veilig: de werknemer kan het herstel al een dag eerder hebben gemeld.",
        en: "A day earlier is safe: the employee may have told of the recovery a day earlier.",
    },
    ..RECOVERY_DUE
};

/// By the second day after the employee told of it, but not before the sickness itself was reported.
pub static RECOVERY_REPORT: Rule = Rule {
    kind: Kind::Duty(Duty::RECOVERY_REPORT),
    actor: Actor::Employer,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    regimes: regimes::EMPLOYER,
    conditions: &[Condition::EntitledToSicknessBenefit],
    recurrence: Recurrence::PerRecovery(Some(Occasion::EntitlementAnswered)),
    overrides: &[Override::NotBeforeItOpens],
    afterwards: Afterwards::FallsDue,
    consequences: &[Consequence::Fine],
    versions: &[Version {
        opens: Some(Bound {
            term: Term::OnTheDay,
            from: Anchor::Met(Duty::ENTITLEMENT_REPORT),
            layer: Layer::Act,
            source: NOT_BEFORE_THE_REPORT,
            ..Bound::ON_THE_CALENDAR
        }),
        advised: Some(RECOVERY_ADVISED),
        due: RECOVERY_DUE,
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 38aa, tweede lid

const CARRIER_AFTER_TOLD: Source = ZIEKTEWET
    .at("38aa", "2")
    .says("uiterlijk op de tweede dag na de hersteldmelding door de verzekerde");
const CARRIER_NOT_BEFORE_THE_REPORT: Source = ZIEKTEWET.at("38aa", "2").says(
    "Deze melding wordt door de eigenrisicodrager niet eerder gedaan dan de melding bedoeld in het eerste \
     lid",
);

/// The same for the carrier of its own risk.
pub static OWN_RISK_RECOVERY_REPORT: Rule = Rule {
    actor: Actor::OwnRiskCarrier,
    regimes: regimes::OWN_RISK,
    conditions: &[],
    recurrence: Recurrence::PerRecovery(None),
    versions: &[Version {
        opens: Some(Bound {
            term: Term::OnTheDay,
            from: Anchor::Met(Duty::OWN_RISK_REPORT),
            layer: Layer::Act,
            source: CARRIER_NOT_BEFORE_THE_REPORT,
            ..Bound::ON_THE_CALENDAR
        }),
        advised: Some(Bound { source: CARRIER_AFTER_TOLD, ..RECOVERY_ADVISED }),
        due: Bound { source: CARRIER_AFTER_TOLD, ..RECOVERY_DUE },
        ..Version::BASE
    }],
    ..RECOVERY_REPORT
};

// Artikel 38ab, tweede lid

const BY_THE_SECOND_FIT_DAY: Source = ZIEKTEWET.at("38ab", "2").says(
    "meldt hij aan het Uitvoeringsinstituut werknemersverzekeringen uiterlijk de tweede dag van die \
     geschiktheid",
);

/// Without an employer the sick person reports it.
pub static SAFETY_NET_RECOVERY_REPORT: Rule = Rule {
    actor: Actor::Employee,
    regimes: regimes::SAFETY_NET,
    conditions: &[],
    recurrence: Recurrence::PerRecovery(None),
    overrides: &[],
    consequences: &[],
    versions: &[Version {
        advised: Some(Bound {
            term: Term::ByDay(2),
            from: Anchor::FirstFitDay,
            layer: Layer::Practice,
            source: BY_THE_SECOND_FIT_DAY,
            reading: Text {
                nl: "De strengste uitleg: de wet noemt een dag, ook als die in een weekend ligt.",
                en: "The strictest reading: the act names a day, even one in a weekend.",
            },
            ..Bound::ON_THE_CALENDAR
        }),
        due: Bound {
            term: Term::ByDay(2),
            from: Anchor::FirstFitDay,
            layer: Layer::Act,
            source: BY_THE_SECOND_FIT_DAY,
            reading: Text {
                nl: "De eerste dag waarop je weer kunt werken, telt mee. Eindigt de termijn in een weekend, \
                     dan wordt hij verlengd.",
                en: "The first fit day counts. A term that ends in a weekend is extended.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..RECOVERY_REPORT
};

// Artikel 38aa, eerste lid

const SIX_WEEKS_AFTER_EMPLOYMENT: Source = ZIEKTEWET
    .at("38aa", "1(a)")
    .says("uiterlijk zes weken na de laatste dag van het dienstverband");
const SIX_WEEKS_AFTER_FIRST_DAY: Source =
    ZIEKTEWET.at("38aa", "1(b)").says("uiterlijk zes weken na de eerste dag van ongeschiktheid");

/// Six weeks after the employment.
pub static OWN_RISK_REPORT: Rule = Rule {
    kind: Kind::Duty(Duty::OWN_RISK_REPORT),
    actor: Actor::OwnRiskCarrier,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    regimes: regimes::OWN_RISK,
    recurrence: Recurrence::OnceWhen(Occasion::EmploymentEndKnown),
    overrides: &[Override::SickAfterEmployment],
    afterwards: Afterwards::FallsDue,
    the_nl: "de ziekmelding door eigenrisicodrager",
    versions: &[Version {
        due: Bound {
            term: Term::WithinWeeksAfter(6),
            from: Anchor::EmploymentEnd,
            layer: Layer::Act,
            source: SIX_WEEKS_AFTER_EMPLOYMENT,
            reading: Text {
                nl: "De laatste dag van het dienstverband hoort niet bij de 42 dagen. Het moet ook na \
                 herstel, volgens artikel 38aa, lid 2.",
                en: "The last day of the employment is not one of the 42 days; also after recovery \
                 (art. 38aa(2)).",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// The sickness began after the employment (art. 46).
pub static OWN_RISK_REPORT_AFTER_EMPLOYMENT: Rule = Rule {
    kind: Kind::Effect("own-risk-report-after-employment"),
    effect_name: Text {
        nl: "Ziekmelding door eigenrisicodrager, ziek na dienstverband",
        en: "Report by the own-risk carrier, sick after the employment",
    },
    versions: &[Version {
        due: Bound {
            term: Term::WithinWeeksAfter(6),
            from: Anchor::FirstSickDay,
            layer: Layer::Act,
            source: SIX_WEEKS_AFTER_FIRST_DAY,
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..OWN_RISK_REPORT
};

// Artikel 38ab, eerste lid

const SECOND_DAY: Source = ZIEKTEWET.at("38ab", "1").says(
    "op de tweede dag van die ongeschiktheid te melden aan het Uitvoeringsinstituut \
     werknemersverzekeringen",
);

/// On the second day.
pub static SAFETY_NET_SICKNESS_REPORT: Rule = Rule {
    kind: Kind::Duty(Duty::SAFETY_NET_SICKNESS_REPORT),
    actor: Actor::Employee,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    regimes: regimes::SAFETY_NET,
    conditions: &[Condition::WithoutEmployer],
    the_nl: "de ziekmelding bij UWV",
    versions: &[Version {
        due: Bound {
            term: Term::OnDay(2),
            layer: Layer::Act,
            source: SECOND_DAY,
            reading: Text {
                nl: "De wet noemt een dag, geen termijn. Een weekend verandert daar niets aan.",
                en: "A day, not a term that ends on it: not extended over a weekend.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 29, vierde en vijfde lid

const BENEFIT_104_WEEKS: Source = ZIEKTEWET.at("29", "5").says(
    "Geen ziekengeld wordt uitgekeerd nadat een tijdvak van 104 weken van ongeschiktheid tot werken \
     is verstreken",
);
const BENEFIT_SIX_WEEKS: Source = ZIEKTEWET.at("29", "5").says(
    "het tijdvak zes weken bedraagt indien de eerste dag van de ongeschiktheid tot werken is gelegen \
     op of na de dag dat de verzekerde de leeftijd",
);
const BENEFIT_THIRTEEN_WEEKS: Source = ZIEKTEWET
    .at("104", "1")
    .says("geldt tot een bij koninklijk besluit te bepalen tijdstip een tijdvak van dertien weken");

/// Art. 29(4): none from the state pension age on.
pub static NO_BENEFIT_FROM_STATE_PENSION_AGE: Source = ZIEKTEWET.at("29", "4").says(
    "Geen ziekengeld wordt uitgekeerd op en na de dag waarop de verzekerde de pensioengerechtigde \
     leeftijd",
);

/// Art. 29(10)(a): a late WIA claim prolongs the benefit that a carrier of its own risk pays.
pub static LATE_CLAIM_PROLONGS_BENEFIT: Source = ZIEKTEWET.at("29", "10(a)").says(
    "met de duur van de vertraging indien de aanvraag, bedoeld in artikel 64, eerste lid, van de Wet \
     werk en inkomen naar arbeidsvermogen later wordt gedaan",
);

/// The first day on which art. 29(10)(a) stands in the act. Before, a late claim prolonged no benefit.
pub(crate) const LATE_CLAIM_PROLONGS_BENEFIT_FROM: Day = Day::new(2019, 1, 1);

/// Art. 89: how long a benefit lasts is not extended over a weekend.
pub static NOT_EXTENDED: Source = ZIEKTEWET.at("89", "").says(
    "De Algemene termijnenwet is niet van toepassing op de in deze wet gestelde termijnen van \
     uitkering van geldelijke schadeloosstelling alsmede op de termijnen, gesteld in de artikelen 6, \
     tweede lid, onderdelen a en c, 29, vijfde lid",
);

/// 104 weeks, before the prolongations of art. 29(10).
pub static SICKNESS_BENEFIT: Rule = Rule {
    kind: Kind::Milestone(Milestone::END_OF_SICKNESS_BENEFIT),
    actor: Actor::Uwv,
    layer: Layer::Act,
    regimes: regimes::BENEFIT,
    versions: &[Version {
        due: Bound {
            term: Term::PeriodOfWeeks(104),
            layer: Layer::Act,
            source: BENEFIT_104_WEEKS,
            reading: Text {
                nl: "Artikel 29, lid 5, telt periodes samen met dezelfde woorden als bij de wachttijd.",
                en: "Art. 29(5) adds periods up in the words of the waiting period.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// The short period of who was of state pension age on the first sick day.
pub static STATE_PENSION_BENEFIT: Rule = Rule {
    kind: Kind::Effect("state-pension-benefit"),
    effect_name: Text {
        nl: "Ziekengeld bij ziekte vanaf de AOW-leeftijd",
        en: "Sickness benefit from the state pension age",
    },
    versions: &[
        Version {
            axis: Axis::FirstSickDay,
            due: Bound {
                term: Term::PeriodOfWeeks(13),
                layer: Layer::Act,
                source: BENEFIT_THIRTEEN_WEEKS,
                reading: Text {
                    nl: "Dit gold tot 1 juli 2023 (Stb. 2023, 169). Wie daarvoor ziek werd, houdt \
                         deze weken, volgens artikel 104, lid 3.",
                    en: "Until 2023-07-01 (Stb. 2023, 169); who was sick before it keeps them \
                         (art. 104(3)).",
                },
                ..Bound::ON_SICK_DAYS
            },
            ..Version::BASE
        },
        Version {
            since: Some(Day::new(2023, 7, 1)),
            axis: Axis::FirstSickDay,
            due: Bound {
                term: Term::PeriodOfWeeks(6),
                layer: Layer::Act,
                source: BENEFIT_SIX_WEEKS,
                ..Bound::ON_SICK_DAYS
            },
            ..Version::BASE
        },
    ],
    ..SICKNESS_BENEFIT
};

// Artikel 19aa

const AFTER_52_WEEKS: Source = ZIEKTEWET.at("19aa", "1").says(
    "nadat na de eerste dag van de ongeschiktheid tot werken een tijdvak van 52 weken van \
     ongeschiktheid tot werken is verstreken",
);
const A_MONTH_AFTER: Source = ZIEKTEWET.at("19aa", "2").says(
    "recht op ziekengeld tot een maand na de dag waarop hij in staat is om meer dan 65% van het \
     maatmaninkomen per uur te verdienen",
);

/// Art. 100(1): not for a sickness from before the act that brought art. 19aa.
pub static NO_ASSESSMENT_BEFORE: Source = ZIEKTEWET.at("100", "1").says(
    "Artikel 19aa is niet van toepassing op de verzekerde wiens eerste dag van ongeschiktheid tot het \
     verrichten van arbeid is gelegen voor het tijdstip van inwerkingtreding",
);

/// The day on which art. 19aa came into force. Taken from secondary sources: the text beside this
/// file names the moment but not the day.
pub const ASSESSMENT_FROM: Day = Day::new(2013, 1, 1);

/// From the day after 52 weeks on the benefit depends on what the person is able to earn.
pub static FIRST_YEAR_ASSESSMENT: Rule = Rule {
    kind: Kind::Duty(Duty::FIRST_YEAR_ASSESSMENT),
    actor: Actor::Uwv,
    informs: &[Actor::Employee],
    layer: Layer::Act,
    regimes: regimes::BENEFIT,
    conditions: &[Condition::FirstSickDayFrom(ASSESSMENT_FROM)],
    condition_words: &[(Condition::FirstSickDayFrom(ASSESSMENT_FROM), &NO_ASSESSMENT_BEFORE)],
    the_nl: "de eerstejaars Ziektewet-beoordeling",
    versions: &[Version {
        due: Bound {
            term: Term::FirstDayAfterLasting(52),
            layer: Layer::Act,
            source: AFTER_52_WEEKS,
            reading: Text {
                nl: "Het artikel noemt geen termijn voor de beoordeling. Wel geldt vanaf deze dag een \
                 andere toets. Een rechter zag dat ook zo: ziek op 15 juni 2017, beoordeeld vanaf \
                 14 juni 2018 (ECLI:NL:RBMNE:2020:2772).",
                en: "The reference day: the article names no term for the assessment, but on this day \
                 the other test begins (ECLI:NL:RBMNE:2020:2772: sick on 2017-06-15, assessed as of \
                 2018-06-14).",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// A month of run-off for who is able to earn more than 65%.
pub static END_OF_BENEFIT_AFTER_ASSESSMENT: Rule = Rule {
    kind: Kind::Milestone(Milestone::END_OF_BENEFIT_AFTER_ASSESSMENT),
    versions: &[Version {
        due: Bound {
            term: Term::UntilMonthsAfter(1),
            from: Anchor::AbleToEarn { not_before: Duty::FIRST_YEAR_ASSESSMENT },
            layer: Layer::Act,
            source: A_MONTH_AFTER,
            reading: Text {
                nl: "Dit is de duur van een recht, geen termijn om iets te doen. Een weekend verandert \
                 daar niets aan. Iemand die op 12 februari 2019 ziek werd, had vanaf 12 maart 2020 \
                 geen ziekengeld meer (ECLI:NL:RBDHA:2021:7955).",
                en: "A right that lasts, not a term to act in: not extended over a weekend. A person \
                 sick on 2019-02-12 had no benefit from 2020-03-12 on (ECLI:NL:RBDHA:2021:7955).",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..FIRST_YEAR_ASSESSMENT
};

// Artikel 29, tweede lid, onderdeel c

/// Art. 29(2)(c): the sickness benefit of who leaves the employment sick begins on the day after it.
pub static BENEFIT_AFTER_EMPLOYMENT: Source = ZIEKTEWET.at("29", "2(c)").says(
    "vanaf de eerste dag van ongeschiktheid tot werken nadat de dienstbetrekking is geëindigd",
);

// Artikel 39a

/// Art. 39a(1): sickness benefit after the employment is recovered from the employer over at most this
/// many weeks, where the duties of re-integration were not met.
pub const WEEKS_RECOVERED_AT_MOST: u32 = 52;

/// Art. 39a(1): the words.
pub const RECOVERED_AT_MOST: Source =
    ZIEKTEWET.at("39a", "1").says("Het tijdvak bedraagt ten hoogste 52 weken");

const FROM_THE_THIRD_DAY: Source =
    ZIEKTEWET.at("29", "2(a)").says("vanaf de derde dag van de ongeschiktheid tot werken");

/// Two days without sickness benefit, where that is recorded.
pub static WAITING_DAYS: Rule = Rule {
    kind: Kind::Milestone(Milestone::WAITING_DAYS),
    actor: Actor::Uwv,
    layer: Layer::Act,
    regimes: regimes::BENEFIT,
    versions: &[Version {
        due: Bound {
            term: Term::OnDay(2),
            layer: Layer::Act,
            source: FROM_THE_THIRD_DAY,
            reading: Text {
                nl: "Er is ziekengeld vanaf de derde dag; de eerste twee zijn wachtdagen. Niet voor iedereen: op \
                     welke grond iemand ziekengeld heeft, wordt niet vastgelegd.",
                en: "Benefit is paid from the third day; the first two are waiting days. Not for everybody: on \
                     which ground somebody has the benefit is not recorded.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// For how many weeks at most sickness benefit is paid from the day after a leave on (art. 29a(4)).
pub const WEEKS_AFTER_LEAVE_AT_MOST: u32 = 104;

/// Art. 29a(4): the words. Art. 29(5) is set aside then (29a(5)).
pub const AFTER_LEAVE: Source =
    ZIEKTEWET.at("29a", "4").says("ten hoogste gedurende 104 aaneengesloten weken");

/// The rules of this instrument.
pub static RULES: &[&Rule] = &[
    &UWV_SICKNESS_REPORT,
    &JOINING_NOTIFICATION,
    &END_OF_EMPLOYMENT_REPORT,
    &REPORT_AT_END_OF_EMPLOYMENT,
    &ENTITLEMENT_REPORT,
    &ENTITLEMENT_REPORT_FOURTH_DAY,
    &THIRTEEN_WEEKS_OF_SICKNESS,
    &ENTITLEMENT_REPORT_AFTER_THIRTEEN_WEEKS,
    &ENTITLEMENT_REPORT_AT_END,
    &RECOVERY_TOLD,
    &RECOVERY_REPORT,
    &OWN_RISK_RECOVERY_REPORT,
    &SAFETY_NET_RECOVERY_REPORT,
    &OWN_RISK_REPORT,
    &OWN_RISK_REPORT_AFTER_EMPLOYMENT,
    &SAFETY_NET_SICKNESS_REPORT,
    &SICKNESS_BENEFIT,
    &STATE_PENSION_BENEFIT,
    &FIRST_YEAR_ASSESSMENT,
    &END_OF_BENEFIT_AFTER_ASSESSMENT,
    &WAITING_DAYS,
];
