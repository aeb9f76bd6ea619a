//! *Wet werk en inkomen naar arbeidsvermogen* (BWBR0019057): the waiting period, the report, the
//! claim, the decisions of the UWV and the wage sanction. The articles stand in `wia.md`.

use super::arising::Decision;
use super::bw7::{self, ADDS_UP_ACROSS_LEAVE_FROM, JOINING, READ_WITH_LEAVE, READ_WITHOUT_LEAVE};
use super::citation::{Instrument, Source};
use super::duty::Duty;
use super::milestone::Milestone;
use super::properties::{
    Afterwards, Consequence, Deadline, Document, Force, MetBy, Override, Recurrence, Request,
    Tolerance,
};
use super::regime::Regime;
use super::rule::{Actor, ClockKind, Condition, Kind, Layer, Rule, regimes};
use super::term::Term;
use super::version::{Anchor, Axis, Bound, Count, Proviso, Version};
use super::{uwv, zw};
use crate::day::Day;
use crate::lang::Text;

/// The Work and Income (Capacity for Work) Act.
pub static WET_WIA: Instrument = Instrument {
    bwb: "BWBR0019057",
    name: "Wet werk en inkomen naar arbeidsvermogen",
    short: "WIA",
    url: "https://wetten.overheid.nl/BWBR0019057/2026-07-01",
};

/// The ruling behind the tolerated day of the notice of before 2012.
pub static RULING_LEEUWARDEN_2012: Instrument = Instrument {
    bwb: "",
    name: "Rechtbank Leeuwarden 10 januari 2012, ECLI:NL:RBLEE:2012:BW0503",
    short: "RBLEE:2012:BW0503",
    url: "https://uitspraken.rechtspraak.nl/inziendocument?id=ECLI:NL:RBLEE:2012:BW0503",
};

const LAST_DAY_OF_2011: Day = Day::new(2011, 12, 31);
const FIRST_DAY_OF_2012: Day = Day::new(2012, 1, 1);
const FIRST_DAY_OF_SIXTEEN_WEEKS: Day = Day::new(2026, 1, 1);
const LAST_DAY_OF_THE_OLD_WEEKS: Day = Day::new(2013, 6, 30);
const FIRST_DAY_OF_THE_NEW_WEEKS: Day = Day::new(2013, 7, 1);

// Artikel 23

const WAITING: Source = WET_WIA.at("23", "1").says("een wachttijd van 104 weken");

/// 104 weeks; the WIA can start on the next day.
pub static WAITING_PERIOD: Rule = Rule {
    kind: Kind::Milestone(Milestone::END_OF_WAITING_PERIOD),
    actor: Actor::Employee,
    layer: Layer::Act,
    regimes: regimes::ALL,
    versions: &[Version {
        due: Bound {
            term: Term::PeriodOfWeeks(104),
            layer: Layer::Act,
            source: WAITING,
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// Art. 54(2): the first day of a WIA benefit.
pub const FIRST_DAY_AFTER_WAITING: Source =
    WET_WIA.at("54", "2").says("niet eerder dan op de eerste dag na afloop van de wachttijd");

const ADDS_UP: Source =
    WET_WIA.at("23", "3").says("elkaar met een onderbreking van minder dan vier weken opvolgen");

/// Art. 23(3)(b)(2): what directly precedes and follows leave adds up.
pub static ADDS_UP_ACROSS_LEAVE: Source = WET_WIA.at("23", "3").says(
    "direct voorafgaan aan en aansluiten op een periode waarin uitkering in verband met zwangerschap of \
     bevalling op grond van artikel 3:7, eerste lid, 3:8 of 3:10, eerste lid, van de Wet arbeid en zorg \
     wordt genoten, tenzij de ongeschiktheid voorafgaande aan en de ongeschiktheid aansluitende op die \
     periode redelijkerwijs niet geacht kunnen worden voort te vloeien uit dezelfde oorzaak",
);

pub(super) const ADDED_UP_OUTSIDE_LEAVE: Source = WET_WIA.at("123a", "").says(
    "Deze perioden worden samengeteld, indien zij elkaar met een onderbreking van minder dan vier weken \
     opvolgen. Bij het vaststellen van de periode van vier weken, bedoeld in dit artikel blijven \
     perioden waarin uitkering in verband met zwangerschap en bevalling op grond van artikel 3:7, \
     eerste lid, 3:8 of 3:10, eerste lid, van de Wet arbeid en zorg wordt genoten, buiten beschouwing.",
);

const ADDS_UP_BOUND: Bound = Bound {
    term: Term::InterruptionShorterThan(4),
    from: Anchor::LastSickDay,
    layer: Layer::Act,
    source: ADDS_UP,
    reading: READ_WITH_LEAVE,
    ..Bound::ON_THE_CALENDAR
};

/// Art. 123a: until 2005-09-01 leave is left out of the four weeks.
const ADDS_UP_VERSIONS: &[Version] = &[
    Version {
        due: Bound {
            count: Count::DaysOutsideLeave,
            source: ADDED_UP_OUTSIDE_LEAVE,
            reading: READ_WITHOUT_LEAVE,
            ..ADDS_UP_BOUND
        },
        ..Version::BASE
    },
    Version { since: Some(ADDS_UP_ACROSS_LEAVE_FROM), due: ADDS_UP_BOUND, ..Version::BASE },
];

/// Which periods add up for the waiting period, and so which spells are one case.
pub static JOINING_WAITING_PERIOD: Rule = Rule {
    kind: Kind::Effect("joining-waiting-period"),
    clock: ClockKind::WaitingPeriod,
    regimes: regimes::ALL,
    versions: ADDS_UP_VERSIONS,
    ..JOINING
};

/// Art. 23(5)(a): days of maternity benefit are left out.
pub static LEAVE_LEFT_OUT: Source = WET_WIA.at("23", "5(a)").says(
    "Voor het bepalen van de wachttijd worden niet in aanmerking genomen perioden gedurende welke",
);

/// Art. 138: the terms of art. 23(3) and (5), among others, are not extended over a weekend.
pub static NOT_EXTENDED: Source = WET_WIA.at("138", "").says(
    "De Algemene termijnenwet is niet van toepassing op de termijnen, gesteld in de artikelen 10, \
     eerste lid, 23, derde en vijfde lid",
);

/// Art. 23(6): how long a shortened waiting period lasts.
pub const SHORTENED: Source = WET_WIA
    .at("23", "6")
    .says("Een verkorte wachttijd bedraagt ten minste 13 weken en ten hoogste 78 weken.");
const NOT_BEFORE_TEN_WEEKS: Source = WET_WIA.at("23", "6").says(
    "niet eerder vastgesteld dan tien weken na de dag waarop de aanvraag daartoe is ingediend",
);

/// The days between which an early IVA benefit can be claimed.
const EARLY_IVA_WINDOW: Rule = Rule {
    actor: Actor::Employee,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    regimes: regimes::ALL,
    ..Rule::BASE
};

/// From 13 - 10 = 3 weeks on.
pub static EARLY_IVA_FIRST_CLAIM: Rule = Rule {
    kind: Kind::Milestone(Milestone::EARLY_IVA_FIRST_CLAIM),
    versions: &[Version {
        due: Bound {
            term: Term::StartOfWeek(4),
            layer: Layer::Policy,
            source: uwv::AFTER_THREE_WEEKS,
            reading: Text {
                nl: "Dat is 13 weken min de tien weken die de beslissing kost.",
                en: "Thirteen weeks less the ten weeks that the decision takes.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..EARLY_IVA_WINDOW
};

/// Up to 78 - 10 = 68 weeks.
pub static EARLY_IVA_LAST_CLAIM: Rule = Rule {
    kind: Kind::Milestone(Milestone::EARLY_IVA_LAST_CLAIM),
    versions: &[Version {
        due: Bound {
            term: Term::EndOfWeek(68),
            layer: Layer::Policy,
            source: uwv::BEFORE_68_WEEKS,
            reading: Text {
                nl: "Dat is 78 weken min de tien weken die de beslissing kost.",
                en: "Seventy-eight weeks less the ten weeks that the decision takes.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..EARLY_IVA_WINDOW
};

/// A shortened waiting period lasts 13 weeks at least.
pub static EARLY_IVA_SHORTEST: Rule = Rule {
    kind: Kind::Effect("early-iva-shortest"),
    effect_name: Text { nl: "Kortste verkorte wachttijd", en: "Shortest shortened waiting period" },
    actor: Actor::Uwv,
    layer: Layer::Act,
    regimes: regimes::ALL,
    versions: &[Version {
        due: Bound {
            term: Term::PeriodOfWeeks(13),
            layer: Layer::Act,
            source: SHORTENED,
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// A shortened waiting period ends ten weeks after the claim at the earliest: not a term within which
/// somebody must act, but the least distance in time.
pub static EARLY_IVA_LEAD: Rule = Rule {
    kind: Kind::Effect("early-iva-lead"),
    effect_name: Text { nl: "Tien weken na de aanvraag", en: "Ten weeks after the claim" },
    actor: Actor::Uwv,
    layer: Layer::Act,
    regimes: regimes::ALL,
    versions: &[Version {
        due: Bound {
            term: Term::AtLeastWeeksBetween(10),
            from: Anchor::EarlyIvaClaim,
            layer: Layer::Act,
            source: NOT_BEFORE_TEN_WEEKS,
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 24, derde lid

const NOT_BEFORE_THIRTEEN_WEEKS: Source =
    WET_WIA.at("24", "3").says("niet eerder eindigt dan dertien weken na het verzoek");
const NOT_BEFORE_FIFTEEN_WEEKS: Source = WET_WIA
    .at("24", "3")
    .until(LAST_DAY_OF_THE_OLD_WEEKS)
    .says("niet eerder eindigt dan vijftien weken na het verzoek");

/// The extension ends no earlier than so many weeks after the request.
const SHORTENING: Bound = Bound {
    term: Term::AtLeastWeeksBetween(13),
    from: Anchor::ShorteningRequested,
    layer: Layer::Act,
    source: NOT_BEFORE_THIRTEEN_WEEKS,
    reading: Text {
        nl: "De verlenging eindigt niet eerder, welke dag er ook is gevraagd.",
        en: "The extended period ends no earlier, whatever day was asked for.",
    },
    ..Bound::ON_THE_CALENDAR
};

/// The earliest end of a voluntary extension that is shortened on request.
pub static EXTENSION_SHORTENING: Rule = Rule {
    kind: Kind::Effect("extension-shortening"),
    effect_name: Text {
        nl: "Vroegste einde van een verkorte verlenging",
        en: "Earliest end of a shortened extension",
    },
    actor: Actor::Uwv,
    layer: Layer::Act,
    regimes: regimes::EMPLOYER,
    versions: &[
        Version {
            due: Bound {
                term: Term::AtLeastWeeksBetween(15),
                source: NOT_BEFORE_FIFTEEN_WEEKS,
                ..SHORTENING
            },
            ..Version::BASE
        },
        Version { since: Some(FIRST_DAY_OF_THE_NEW_WEEKS), due: SHORTENING, ..Version::BASE },
    ],
    ..Rule::BASE
};

// Artikel 25, vierde lid, onderdeel b

const WITHIN_TWO_WEEKS_OF_THE_REQUEST: Source =
    WET_WIA.at("25", "4(b)").says("De werkgever komt binnen twee weken aan dit verzoek tegemoet");
/// Art. 25(4): only where the wages are extended.
pub static WHERE_EXTENDED: Source =
    WET_WIA.at("25", "4").says("Indien artikel 24, eerste lid, toepassing heeft gevonden");

/// Two weeks after the employee asked for it.
pub static REPORT_SUPPLEMENT: Rule = Rule {
    kind: Kind::Duty(Duty::REPORT_SUPPLEMENT),
    actor: Actor::Employer,
    with: &[Actor::Employee],
    informs: &[Actor::Employee],
    layer: Layer::Act,
    regimes: regimes::EMPLOYER,
    conditions: &[Condition::Employed, Condition::WagesExtended],
    condition_words: &[(Condition::WagesExtended, &WHERE_EXTENDED)],
    recurrence: Recurrence::PerRequest(Request::Supplement),
    consequences: &[Consequence::WageSanction],
    versions: &[Version {
        due: Bound {
            term: Term::WithinWeeksAfter(2),
            from: Anchor::SupplementAsked,
            layer: Layer::Act,
            source: WITHIN_TWO_WEEKS_OF_THE_REQUEST,
            reading: Text {
                nl: "De dag van het verzoek zelf hoort niet bij de 14 dagen. Er wordt geteld op de kalender.",
                en: "The day of the request itself is not one of the 14 days, which are calendar days.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 25, achtste lid

const A_TERM_OF_THE_UWV: Source = WET_WIA.at("25", "8").says(
    "stelt het UWV aan de werkgever een termijn waarbinnen het reïntegratieverslag wordt verstrekt of \
     aangevuld",
);

/// Within the term that the UWV set.
pub static REPORT_COMPLETION: Rule = Rule {
    kind: Kind::Duty(Duty::REPORT_COMPLETION),
    actor: Actor::Employer,
    with: &[Actor::Employee],
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    regimes: regimes::PAYER,
    recurrence: Recurrence::PerRequest(Request::Completion),
    afterwards: Afterwards::FallsDue,
    consequences: &[Consequence::WageSanction],
    versions: &[Version {
        due: Bound {
            term: Term::OnTheDay,
            from: Anchor::TermSet,
            layer: Layer::Act,
            source: A_TERM_OF_THE_UWV,
            reading: Text {
                nl: "Het UWV kiest de termijn, de wet noemt geen dagen. Na het einde van het dienstverband \
                     zegt artikel 38, lid 6, van de Ziektewet hetzelfde.",
                en: "The UWV chooses the term, the act names no days. After the end of the employment ZW \
                     art. 38(6) says the same.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 25, derde lid

const REPORT: Source = WET_WIA
    .at("25", "3")
    .says("Uiterlijk dertien weken voor het verstrijken van de wachttijd stelt de werkgever");
const REPORT_UNTIL_2013: Source = WET_WIA
    .at("25", "3")
    .until(LAST_DAY_OF_THE_OLD_WEEKS)
    .says("Uiterlijk vijftien weken voor het verstrijken van de wachttijd stelt de werkgever");

const REPORT_DUE: Bound = Bound {
    term: Term::WeeksBefore(13),
    from: Anchor::End,
    layer: Layer::Act,
    source: REPORT,
    reading: Text {
        nl: "Er wordt teruggeteld op de kalender, vanaf de laatste dag. Zo'n termijn wordt in een \
             weekend niet langer.",
        en: "Counted back on the calendar from the last day; a term counted back is not extended \
             over a weekend.",
    },
    ..Bound::ON_THE_CALENDAR
};
const REPORT_OPENS: Bound = Bound {
    term: Term::StartOfWeek(87),
    layer: Layer::Practice,
    source: REPORT,
    reading: Text {
        nl: "In de praktijk begint het in week 87, met het actueel oordeel en de eindevaluatie.",
        en: "Practice starts in week 87, with the current opinion and the final evaluation.",
    },
    ..Bound::ON_SICK_DAYS
};

/// Thirteen weeks before the end.
pub static REINTEGRATION_REPORT: Rule = Rule {
    kind: Kind::Duty(Duty::REINTEGRATION_REPORT),
    actor: Actor::Employer,
    with: &[Actor::Employee, Actor::OccupationalPhysician],
    informs: &[Actor::Employee],
    layer: Layer::Act,
    regimes: regimes::ALL,
    conditions: &[Condition::Employed, Condition::WiaCanStart],
    overrides: &[Override::LeavesWhileSick],
    afterwards: Afterwards::CanBeDone,
    consequences: &[Consequence::WageSanction],
    // With an own-risk carrier by way of art. 26(2).
    no_return: &[
        (Regime::Employer, &AT_MOST_52_WEEKS),
        (Regime::OwnRiskCarrier, &AT_MOST_52_WEEKS),
    ],
    document: Some(Document::ReintegrationReport),
    the_nl: "het re-integratieverslag",
    versions: &[
        Version {
            opens: Some(Bound { source: REPORT_UNTIL_2013, ..REPORT_OPENS }),
            due: Bound { term: Term::WeeksBefore(15), source: REPORT_UNTIL_2013, ..REPORT_DUE },
            ..Version::BASE
        },
        Version {
            since: Some(FIRST_DAY_OF_THE_NEW_WEEKS),
            opens: Some(REPORT_OPENS),
            due: REPORT_DUE,
            ..Version::BASE
        },
    ],
    ..Rule::BASE
};

// Artikel 25, negende tot en met vijftiende lid

/// Art. 25(9): the longest wage sanction.
pub const AT_MOST_52_WEEKS: Source = WET_WIA.at("25", "9").says("is ten hoogste 52 weken");
/// Art. 25(9): leave at the beginning of a sanction puts it off, and leave in it interrupts it.
pub static LEAVE_INTERRUPTS_SANCTION: Source = WET_WIA.at("25", "9").says(
    "Indien tijdens het verlengde tijdvak, bedoeld in de eerste zin, recht ontstaat op verlof als \
     bedoeld in de derde zin, wordt het tijdvak onderbroken voor de duur van dat verlof.",
);

/// The first day on which art. 25(9) has its two sentences on leave.
pub(crate) const LEAVE_INTERRUPTS_SANCTION_FROM: Day = Day::new(2011, 1, 1);

const SIX_WEEKS_BEFORE: Source =
    WET_WIA.at("25", "10").says("uiterlijk zes weken voor de afloop van de wachttijd");
/// Art. 25(11): no sanction after the end.
pub const BEFORE_THE_END: Source = WET_WIA.at("25", "11").says(
    "vindt niet plaats indien het UWV de beschikking omtrent de toepassing van het negende lid niet \
     geeft voor de afloop van de wachttijd",
);
const WITHIN_THREE_WEEKS: Source =
    WET_WIA.at("25", "13").says("binnen drie weken na de ontvangst van de melding");
const SIX_WEEKS_AFTER_REPAIR: Source = WET_WIA
    .at("25", "14")
    .says("eindigt zes weken nadat het UWV heeft vastgesteld dat de werkgever zijn tekortkoming");
const DECISION_AFTER_REPAIR: Source = WET_WIA.at("25", "15").says(
    "geeft het UWV binnen zes weken een beschikking over het ontstaan van het recht op een uitkering",
);
const RESUMED_SIX_WEEKS_BEFORE: Source = WET_WIA
    .at("64", "8(c)")
    .says("tenminste zes weken voordat het tijdvak, bedoeld in artikel 25, negende lid");

/// Art. 25(14): a late decision of the UWV shortens the sanction.
pub static ENDS_EARLIER_BY_LATENESS: Source = WET_WIA
    .at("25", "14")
    .says("eindigt het tijdvak zoveel eerder als de beschikking later is afgegeven");

/// Art. 64(7): the claim waits while a sanction runs.
pub static CLAIM_SUSPENDED: Source =
    WET_WIA.at("64", "7").says("wordt de behandeling van de aanvraag opgeschort");

/// Six weeks before the end; void after the end.
pub static WAGE_SANCTION_DECISION: Rule = Rule {
    kind: Kind::Duty(Duty::WAGE_SANCTION_DECISION),
    actor: Actor::Uwv,
    informs: &[Actor::Employer, Actor::Employee],
    layer: Layer::Act,
    regimes: regimes::PAYER,
    conditions: &[Condition::Employed, Condition::WiaCanStart],
    met_by: &[MetBy::OwnEvent, MetBy::WageSanction],
    deadline: Deadline::Final,
    force: Force::PowerToProlongWages,
    consequences: &[Consequence::NoSanction],
    // With an own-risk carrier by way of art. 26(2).
    no_return: &[(Regime::Employer, &BEFORE_THE_END), (Regime::OwnRiskCarrier, &BEFORE_THE_END)],
    the_nl: "de beschikking loonsanctie",
    versions: &[Version {
        opens: Some(Bound {
            term: Term::OnTheDay,
            from: Anchor::Met(Duty::WIA_CLAIM),
            layer: Layer::Act,
            source: SIX_WEEKS_BEFORE,
            ..Bound::ON_THE_CALENDAR
        }),
        due: Bound {
            term: Term::WeeksBefore(6),
            from: Anchor::DelayedEnd,
            layer: Layer::Act,
            source: SIX_WEEKS_BEFORE,
            reading: Text {
                nl: "Beslist het UWV later, dan is de loonsanctie net zoveel dagen korter.",
                en: "A later decision shortens the sanction by as many days.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        tolerated: Some(Bound {
            term: Term::OnTheDay,
            from: Anchor::DelayedEnd,
            layer: Layer::Act,
            source: BEFORE_THE_END,
            reading: Text {
                nl: "Versturen op de laatste dag is op tijd (ECLI:NL:CRVB:2018:3943). Een dag \
                     later kan er geen loonsanctie meer komen. Na een late aanvraag telt het latere \
                     einde alleen als de werkgever van die verlenging wist; anders is een sanctie na \
                     de 104 weken ongeldig (LJN BY6453).",
                en: "Dispatch on the last day is in time (ECLI:NL:CRVB:2018:3943); a day later no \
                     sanction is possible. After a late claim the later end counts only where the \
                     employer was told of that prolongation; else a sanction after the 104 weeks is \
                     void (LJN BY6453).",
            },
            ..Bound::ON_THE_CALENDAR
        }),
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// At most 52 weeks.
pub static WAGE_SANCTION_LENGTH: Rule = Rule {
    kind: Kind::Effect("wage-sanction-length"),
    effect_name: Text { nl: "Duur loonsanctie", en: "Length of a wage sanction" },
    actor: Actor::Uwv,
    layer: Layer::Act,
    regimes: regimes::PAYER,
    versions: &[Version {
        due: Bound {
            term: Term::PeriodOfWeeks(52),
            from: Anchor::DelayedEnd,
            layer: Layer::Act,
            source: AT_MOST_52_WEEKS,
            reading: Text {
                nl: "De sanctie begint op de dag na het einde. Verlof onderbreekt haar.",
                en: "From the day after the end; leave interrupts it.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// Three weeks after the employer's notice.
pub static REPAIR_DECISION: Rule = Rule {
    kind: Kind::Duty(Duty::REPAIR_DECISION),
    actor: Actor::Uwv,
    informs: &[Actor::Employer, Actor::Employee],
    layer: Layer::Act,
    regimes: regimes::PAYER,
    recurrence: Recurrence::PerRepairNotice,
    met_by: &[MetBy::RepairOutcome],
    versions: &[Version {
        opens: Some(Bound {
            term: Term::OnTheDay,
            from: Anchor::RepairNotified,
            layer: Layer::Act,
            source: WITHIN_THREE_WEEKS,
            ..Bound::ON_THE_CALENDAR
        }),
        due: Bound {
            term: Term::WithinWeeksAfter(3),
            from: Anchor::RepairNotified,
            layer: Layer::Act,
            source: WITHIN_THREE_WEEKS,
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// Six weeks from the day of the repair decision.
pub static SANCTION_RUN_OFF: Rule = Rule {
    kind: Kind::Effect("sanction-run-off"),
    effect_name: Text {
        nl: "Uitloop loonsanctie na herstel",
        en: "Run-off of a wage sanction after repair",
    },
    actor: Actor::Uwv,
    layer: Layer::Act,
    regimes: regimes::PAYER,
    versions: &[Version {
        due: Bound {
            term: Term::PeriodOfWeeks(6),
            from: Anchor::RepairEstablished,
            layer: Layer::Act,
            source: SIX_WEEKS_AFTER_REPAIR,
            reading: Text {
                nl: "De dag van de beslissing is de eerste van de 42 dagen. Na een beslissing op 4 \
                 november 2019 was 15 december 2019 de laatste dag (ECLI:NL:RBDHA:2021:9985). \
                 Anderen tellen vanaf de dag erna.",
                en: "The day of the decision is the first of the 42 days: decided on 2019-11-04, the \
                 last day is 2019-12-15 (ECLI:NL:RBDHA:2021:9985). Others count from the day after \
                 it.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// Six weeks after the repair was established.
pub static WIA_DECISION_AFTER_REPAIR: Rule = Rule {
    kind: Kind::Effect("wia-decision-after-repair"),
    effect_name: Text { nl: "WIA-beschikking na herstel", en: "WIA decision after repair" },
    actor: Actor::Uwv,
    layer: Layer::Act,
    regimes: regimes::PAYER,
    versions: &[Version {
        due: Bound {
            term: Term::WithinWeeksAfter(6),
            from: Anchor::RepairEstablished,
            layer: Layer::Act,
            source: DECISION_AFTER_REPAIR,
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// The claim is taken up again six weeks before the sanction ends.
pub static CLAIM_RESUMED: Rule = Rule {
    kind: Kind::Effect("claim-resumed"),
    effect_name: Text { nl: "Hervatting behandeling WIA-aanvraag", en: "WIA claim taken up again" },
    actor: Actor::Uwv,
    layer: Layer::Act,
    regimes: regimes::PAYER,
    versions: &[Version {
        due: Bound {
            term: Term::WeeksBefore(6),
            from: Anchor::SanctionEnd,
            layer: Layer::Act,
            source: RESUMED_SIX_WEEKS_BEFORE,
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 64, tweede en zesde lid

const NOTICE: Source = WET_WIA
    .at("64", "2")
    .says("schriftelijk in kennis uiterlijk op de dag waarop de wachttijd 89 weken heeft geduurd");
const NOTICE_UNTIL_2013: Source = WET_WIA
    .at("64", "2")
    .until(LAST_DAY_OF_THE_OLD_WEEKS)
    .says("schriftelijk in kennis uiterlijk op de dag waarop de wachttijd 87 weken heeft geduurd");
const NOTICE_UNTIL_2012: Source = WET_WIA
    .at("64", "2")
    .until(LAST_DAY_OF_2011)
    .says("schriftelijk in kennis uiterlijk 20 maanden na aanvang van de wachttijd");

const NOTICE_ADVISED: Bound = Bound {
    term: Term::EndOfWeek(88),
    layer: Layer::Policy,
    source: uwv::WEEK_88,
    reading: Text {
        nl: "Het UWV schrijft een week voor het einde van de termijn.",
        en: "The UWV writes a week before the term ends.",
    },
    ..Bound::ON_SICK_DAYS
};
const NOTICE_DUE: Bound = Bound {
    term: Term::DayOnWhichLasted(89),
    layer: Layer::Act,
    source: NOTICE,
    reading: Text {
        nl: "De weken zijn vol aan het einde van hun laatste dag.",
        en: "The weeks have lasted at the end of their last day.",
    },
    ..Bound::ON_SICK_DAYS
};
const NOTICE_TOLERATED: Bound = Bound {
    term: Term::FirstDayAfterLasting(89),
    layer: Layer::Practice,
    source: NOTICE,
    reading: Text {
        nl: "Dat is de andere lezing: de eerste dag waarop zoveel weken voorbij zijn.",
        en: "The other reading: the first day on which that many weeks lie behind.",
    },
    ..Bound::ON_SICK_DAYS
};

/// On the day on which the waiting period has lasted 89 weeks.
pub static WIA_NOTICE: Rule = Rule {
    kind: Kind::Duty(Duty::WIA_NOTICE),
    actor: Actor::Uwv,
    informs: &[Actor::Employee, Actor::Employer],
    layer: Layer::Act,
    regimes: regimes::ALL,
    conditions: &[Condition::WiaCanStart],
    the_nl: "de kennisgeving WIA-aanvraag",
    versions: &[
        Version {
            due: Bound {
                term: Term::MonthsAfterStart(20),
                layer: Layer::Act,
                source: NOTICE_UNTIL_2012,
                ..Bound::ON_SICK_DAYS
            },
            tolerated: Some(Bound {
                term: Term::NextWorkingDay,
                from: Anchor::Due,
                layer: Layer::Practice,
                source: NOTICE_UNTIL_2012,
                reading: Text {
                    nl: "Een rechter ging in op een termijn die op zaterdag eindigde en een brief \
                         van maandag (ECLI:NL:RBLEE:2012:BW0503).",
                    en: "Accepted on the next working day: a term that ended on a Saturday, a \
                         letter of Monday (ECLI:NL:RBLEE:2012:BW0503).",
                },
                ..Bound::ON_THE_CALENDAR
            }),
            ..Version::BASE
        },
        Version {
            since: Some(FIRST_DAY_OF_2012),
            advised: Some(Bound { term: Term::EndOfWeek(86), ..NOTICE_ADVISED }),
            due: Bound {
                term: Term::DayOnWhichLasted(87),
                source: NOTICE_UNTIL_2013,
                ..NOTICE_DUE
            },
            tolerated: Some(Bound {
                term: Term::FirstDayAfterLasting(87),
                source: NOTICE_UNTIL_2013,
                ..NOTICE_TOLERATED
            }),
            ..Version::BASE
        },
        Version {
            since: Some(FIRST_DAY_OF_THE_NEW_WEEKS),
            advised: Some(NOTICE_ADVISED),
            due: NOTICE_DUE,
            tolerated: Some(NOTICE_TOLERATED),
            ..Version::BASE
        },
    ],
    ..Rule::BASE
};

const PROVISO: Source = WET_WIA
    .at("64", "6")
    .says("niet heeft gedaan voor de dag waarop de wachttijd 81 weken heeft geduurd");
const PROVISO_UNTIL_2013: Source = WET_WIA
    .at("64", "6")
    .until(LAST_DAY_OF_THE_OLD_WEEKS)
    .says("niet heeft gedaan voor de dag waarop de wachttijd 79 weken heeft geduurd");
const FOUR_WEEKS_AFTER_NOTICE: Source = WET_WIA
    .at("64", "6")
    .says("wordt ingediend binnen vier weken nadat deze kennisgeving is ontvangen");

// Artikel 64, derde lid

const CLAIM: Source = WET_WIA
    .at("64", "3")
    .says("De verzekerde doet zijn aanvraag uiterlijk elf weken voor afloop van de wachttijd");
const CLAIM_UNTIL_2013: Source = WET_WIA
    .at("64", "3")
    .until(LAST_DAY_OF_THE_OLD_WEEKS)
    .says("De verzekerde doet zijn aanvraag uiterlijk dertien weken voor afloop van de wachttijd");

const CLAIM_OPENS: Bound = Bound {
    term: Term::StartOfWeek(89),
    layer: Layer::Policy,
    source: uwv::WEEK_88,
    reading: Text {
        nl: "De wet noemt geen eerste dag. Aanvragen kan vanaf de brief van het UWV. Die komt na 88 \
             weken; voor 1 juli 2013 kwam hij twee weken eerder.",
        en: "The act names no first day; the UWV takes claims from its letter on, which it now \
             sends after 88 weeks and sent two weeks earlier before 2013-07-01.",
    },
    ..Bound::ON_SICK_DAYS
};
const CLAIM_DUE: Bound = Bound {
    term: Term::WeeksBefore(11),
    from: Anchor::End,
    layer: Layer::Act,
    source: CLAIM,
    reading: Text {
        nl: "Er wordt teruggeteld op de kalender, vanaf de laatste dag. Zo'n termijn wordt in een \
             weekend niet langer. Bij een verlenging op verzoek noemt het artikel alleen die van \
             artikel 24, lid 3; dat elke verlenging telt, is praktijk.",
        en: "Counted back on the calendar from the last day; a term counted back is not extended \
             over a weekend. Of voluntary extensions the article names that of art. 24(3) only; that \
             every one counts is practice.",
    },
    ..Bound::ON_THE_CALENDAR
};
const CLAIM_TOLERATED: Bound = Bound {
    term: Term::WithinWeeksAfter(4),
    from: Anchor::NoticeReceived,
    layer: Layer::Act,
    source: FOUR_WEEKS_AFTER_NOTICE,
    reading: Text {
        nl: "Dat geldt alleen als de brief van het UWV te laat kwam en de 42e-weeksmelding daarvoor \
             op tijd was.",
        en: "Only after a late notice, and if the 42nd-week report was made in time for it.",
    },
    ..Bound::ON_THE_CALENDAR
};
/// The 42nd-week report was made before this day.
const REPORTED_BEFORE: Bound = Bound {
    term: Term::DayOnWhichLasted(81),
    layer: Layer::Act,
    source: PROVISO,
    ..Bound::ON_SICK_DAYS
};
/// Until 2012 art. 64(6) named no condition for the cure of a late notice.
const CLAIM_UNTIL_2012: Version = Version {
    opens: Some(Bound { term: Term::StartOfWeek(87), ..CLAIM_OPENS }),
    due: Bound { term: Term::WeeksBefore(13), source: CLAIM_UNTIL_2013, ..CLAIM_DUE },
    tolerated: Some(CLAIM_TOLERATED),
    ..Version::BASE
};

/// Eleven weeks before the end.
pub static WIA_CLAIM: Rule = Rule {
    kind: Kind::Duty(Duty::WIA_CLAIM),
    actor: Actor::Employee,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    regimes: regimes::ALL,
    conditions: &[Condition::WiaCanStart],
    met_by: &[MetBy::OwnEvent, MetBy::PendingEarlyIvaClaim],
    tolerance: Tolerance::AfterLate(Duty::WIA_NOTICE),
    afterwards: Afterwards::UntilDecided,
    consequences: &[Consequence::PaymentRunsOn],
    no_return: &[
        (Regime::Employer, &bw7::LATE_CLAIM_PROLONGS_WAGES),
        (Regime::OwnRiskCarrier, &zw::LATE_CLAIM_PROLONGS_BENEFIT),
    ],
    the_nl: "de WIA-aanvraag",
    versions: &[
        CLAIM_UNTIL_2012,
        Version {
            since: Some(FIRST_DAY_OF_2012),
            proviso: Some(Proviso {
                duty: Duty::UWV_SICKNESS_REPORT,
                before: Bound {
                    term: Term::DayOnWhichLasted(79),
                    source: PROVISO_UNTIL_2013,
                    ..REPORTED_BEFORE
                },
            }),
            ..CLAIM_UNTIL_2012
        },
        Version {
            since: Some(FIRST_DAY_OF_THE_NEW_WEEKS),
            opens: Some(CLAIM_OPENS),
            due: CLAIM_DUE,
            tolerated: Some(CLAIM_TOLERATED),
            proviso: Some(Proviso { duty: Duty::UWV_SICKNESS_REPORT, before: REPORTED_BEFORE }),
            ..Version::BASE
        },
    ],
    ..Rule::BASE
};

// Artikel 102

/// Art. 102(3): the decision on the claim.
pub const DECISION_ON_THE_CLAIM: Source = EIGHT_WEEKS;

const EIGHT_WEEKS: Source = WET_WIA
    .at("102", "3")
    .says("wanneer binnen acht weken na ontvangst van de aanvraag geen beschikking is gegeven");
const FOURTEEN_WEEKS: Source = WET_WIA.at("102", "6").says(
    "geldt tot en met 31 december 2011, of tot een eerder, bij koninklijk besluit te bepalen, \
     tijdstip, een termijn van veertien weken",
);
const FOUR_WEEKS_LONGER: Source =
    WET_WIA.at("102", "4").says("wordt die termijn verlengd met ten hoogste vier weken");

const DECISION_OPENS: Bound = Bound {
    term: Term::OnTheDay,
    from: Anchor::Met(Duty::WIA_CLAIM),
    layer: Layer::Act,
    source: EIGHT_WEEKS,
    ..Bound::ON_THE_CALENDAR
};
const DECISION_DUE: Bound = Bound {
    term: Term::WithinWeeksAfter(8),
    from: Anchor::MetOrPlanned(Duty::WIA_CLAIM),
    layer: Layer::Act,
    source: EIGHT_WEEKS,
    ..Bound::ON_THE_CALENDAR
};
const DECISION_TOLERATED: Bound = Bound {
    term: Term::WithinWeeksAfter(4),
    from: Anchor::Due,
    layer: Layer::Act,
    source: FOUR_WEEKS_LONGER,
    reading: Text {
        nl: "Dat geldt alleen als het UWV een deskundige van buiten heeft gevraagd.",
        en: "Only when the UWV asked an outside expert.",
    },
    ..Bound::ON_THE_CALENDAR
};

/// What the UWV takes since 2026: counted from the claim, and longer than twelve weeks, so not extended.
const DECISION_AFTER_SIXTEEN_WEEKS: Bound = Bound {
    term: Term::WithinWeeksAfter(16),
    from: Anchor::MetOrPlanned(Duty::WIA_CLAIM),
    layer: Layer::Policy,
    source: uwv::SIXTEEN_WEEKS,
    reading: Text {
        nl: "De wet zegt acht weken. Het UWV neemt er sinds 1 januari 2026 tijdelijk zestien, voor \
             aanvragen vanaf die dag.",
        en: "The act says eight weeks. Since 1 January 2026 the UWV takes sixteen, for the time being, for \
             claims from that day on.",
    },
    ..Bound::ON_THE_CALENDAR
};

/// Eight weeks after the claim.
pub static WIA_DECISION: Rule = Rule {
    kind: Kind::Duty(Duty::WIA_DECISION),
    actor: Actor::Uwv,
    informs: &[Actor::Employee, Actor::Employer],
    layer: Layer::Act,
    regimes: regimes::ALL,
    conditions: &[Condition::WiaCanStart],
    met_by: &[MetBy::OwnEvent, MetBy::WiaGranted],
    overrides: &[Override::WageSanction],
    tolerance: Tolerance::OutsideExpertAsked,
    afterwards: Afterwards::UntilDecided,
    the_nl: "de WIA-beschikking",
    versions: &[
        Version {
            opens: Some(Bound { source: FOURTEEN_WEEKS, ..DECISION_OPENS }),
            due: Bound { term: Term::WithinWeeksAfter(14), source: FOURTEEN_WEEKS, ..DECISION_DUE },
            tolerated: Some(DECISION_TOLERATED),
            ..Version::BASE
        },
        Version {
            since: Some(FIRST_DAY_OF_2012),
            axis: Axis::StartDay,
            opens: Some(DECISION_OPENS),
            due: DECISION_DUE,
            tolerated: Some(DECISION_TOLERATED),
            ..Version::BASE
        },
        // For claims from that day on.
        Version {
            since: Some(FIRST_DAY_OF_SIXTEEN_WEEKS),
            opens: Some(DECISION_OPENS),
            due: DECISION_DUE,
            tolerated: Some(DECISION_AFTER_SIXTEEN_WEEKS),
            ..Version::BASE
        },
    ],
    ..Rule::BASE
};

/// The relapse window: the counterpart of joining, seen from the last sick day.
pub static RELAPSE_WINDOW: Rule = Rule {
    kind: Kind::Milestone(Milestone::RELAPSE_WINDOW),
    regimes: regimes::ALL,
    versions: &[Version { due: ADDS_UP_BOUND, ..Version::BASE }],
    ..JOINING
};

// Artikel 64, elfde lid

const LOOK_BACK: Source = WET_WIA.at("64", "11").says(
    "kan niet worden vastgesteld over perioden gelegen voor 52 weken voorafgaand aan de dag waarop de aanvraag \
     om een uitkering werd ingediend",
);

/// The last day to claim without losing a day of the benefit.
pub static WIA_LOOK_BACK: Rule = Rule {
    kind: Kind::Milestone(Milestone::WIA_LOOK_BACK),
    actor: Actor::Employee,
    layer: Layer::Act,
    regimes: regimes::ALL,
    no_return: &[
        (Regime::Employer, &LOOK_BACK),
        (Regime::SafetyNet, &LOOK_BACK),
        (Regime::OwnRiskCarrier, &LOOK_BACK),
    ],
    versions: &[Version {
        due: Bound {
            term: Term::WithinWeeksAfter(52),
            from: Anchor::WiaStart,
            layer: Layer::Act,
            source: LOOK_BACK,
            reading: Text {
                nl: "Elke dag later kost een dag uitkering; van bijzondere gevallen kan het UWV afwijken. Loopt \
                     het loon of ziekengeld door omdat de aanvraag te laat is, dan schuift ook de dag op waarop \
                     de WIA kan ingaan.",
                en: "Every day later costs a day of benefit; in special cases the UWV can deviate. Where wages \
                     or sickness benefit run on because the claim is late, the day on which the WIA can start \
                     moves too.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikelen 111 en 112

const DECISION_ON_OBJECTION_DUE: Source = WET_WIA.at("111", "").says(
    "beslist het UWV binnen dertien weken gerekend vanaf de dag na die waarop de termijn voor het indienen van \
     het bezwaarschrift is verstreken",
);
const DECISION_AFTER_ASSESSMENT: Source = WET_WIA.at("112", "1").says(
    "Indien bezwaar wordt gemaakt tegen een beschikking waaraan een verzekeringsgeneeskundige of \
     arbeidskundige beoordeling ten grondslag ligt, beslist het UWV, in afwijking van artikel 7:10, eerste \
     lid, van de Algemene wet bestuursrecht, binnen zeventien weken",
);

/// Thirteen weeks after the last day to object; seventeen where an assessment underlies the decision, which
/// is never recorded.
pub static DECISION_ON_OBJECTION: Rule = Rule {
    kind: Kind::Duty(Duty::DECISION_ON_OBJECTION),
    actor: Actor::Uwv,
    informs: &[Actor::Employer, Actor::Employee],
    layer: Layer::Act,
    regimes: regimes::ALL,
    recurrence: Recurrence::PerObjection {
        to: &[Decision::WageSanction, Decision::RepairRefused, Decision::WiaDecision],
    },
    afterwards: Afterwards::FallsDue,
    versions: &[Version {
        due: Bound {
            term: Term::WithinWeeksAfter(13),
            from: Anchor::LastDayToObject,
            layer: Layer::Act,
            source: DECISION_ON_OBJECTION_DUE,
            ..Bound::ON_THE_CALENDAR
        },
        tolerated: Some(Bound {
            term: Term::WithinWeeksAfter(17),
            from: Anchor::LastDayToObject,
            layer: Layer::Act,
            source: DECISION_AFTER_ASSESSMENT,
            reading: Text {
                nl: "Zeventien weken gelden als een verzekeringsarts of arbeidsdeskundige het besluit heeft \
                     voorbereid. Dat wordt niet vastgelegd; zeker te laat is het pas na deze dag. Een externe \
                     deskundige maakt er 21 weken van.",
                en: "Seventeen weeks hold where an insurance physician or labour expert prepared the decision. \
                     That is not recorded; it is late for certain only after this day. An expert from outside \
                     makes it 21 weeks.",
            },
            ..Bound::ON_THE_CALENDAR
        }),
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// The rules of this instrument.
pub static RULES: &[&Rule] = &[
    &WAITING_PERIOD,
    &JOINING_WAITING_PERIOD,
    &RELAPSE_WINDOW,
    &EARLY_IVA_FIRST_CLAIM,
    &EARLY_IVA_LAST_CLAIM,
    &EARLY_IVA_SHORTEST,
    &EARLY_IVA_LEAD,
    &EXTENSION_SHORTENING,
    &REINTEGRATION_REPORT,
    &REPORT_SUPPLEMENT,
    &REPORT_COMPLETION,
    &WAGE_SANCTION_DECISION,
    &WAGE_SANCTION_LENGTH,
    &REPAIR_DECISION,
    &SANCTION_RUN_OFF,
    &WIA_DECISION_AFTER_REPAIR,
    &CLAIM_RESUMED,
    &WIA_NOTICE,
    &WIA_CLAIM,
    &WIA_DECISION,
    &WIA_LOOK_BACK,
    &DECISION_ON_OBJECTION,
];
