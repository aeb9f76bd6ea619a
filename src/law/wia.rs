//! *Wet werk en inkomen naar arbeidsvermogen* (BWBR0019057): the waiting period, the report, the
//! claim, the decisions of the UWV and the wage sanction. The articles stand in `wia.md`.

use super::Regime;
use super::VERIFIED_ON;
use super::bw7::joining;
use super::duty::Duty;
use super::rule::{
    Actor, Anchor, Axis, ClockKind, Condition, Count, Instrument, Kind, Layer, Milestone, Proviso,
    Rule, Source, Version, regimes,
};
use super::term::Term;
use super::uwv;
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
const LAST_DAY_OF_THE_OLD_WEEKS: Day = Day::new(2013, 6, 30);
const FIRST_DAY_OF_THE_NEW_WEEKS: Day = Day::new(2013, 7, 1);

// Artikel 23

const WAITING: Source = WET_WIA.at("23", "1").says("een wachttijd van 104 weken");

impl Milestone {
    /// Last day of the waiting period (*wachttijd*).
    pub const END_OF_WAITING_PERIOD: Milestone = Milestone("end-of-waiting-period");
    /// First day on which a WIA benefit can start.
    pub const WIA_START: Milestone = Milestone("wia-start");
}

/// 104 weeks; the WIA can start on the next day.
pub static WAITING_PERIOD: Rule = Rule {
    kind: Kind::Milestone(Milestone::END_OF_WAITING_PERIOD),
    name_nl: "Einde wachttijd WIA",
    name_en: "End of the waiting period",
    actor: Actor::Employee,
    with: &[],
    informs: &[],
    layer: Layer::Act,
    clock: ClockKind::WaitingPeriod,
    regimes: regimes::ALL,
    conditions: &[],
    versions: &[Version::only(WAITING.gives(
        Layer::Act,
        Term::PeriodOfWeeks(104),
        Anchor::FirstSickDay,
        Count::SickDays,
        Text::NONE,
    ))],
    verified_on: VERIFIED_ON,
};

/// Art. 54(2): the first day of a WIA benefit.
pub const FIRST_DAY_AFTER_WAITING: Source =
    WET_WIA.at("54", "2").says("niet eerder dan op de eerste dag na afloop van de wachttijd");

const ADDS_UP: Source =
    WET_WIA.at("23", "3").says("elkaar met een onderbreking van minder dan vier weken opvolgen");

const ADDS_UP_VERSIONS: &[Version] = &[Version::only(ADDS_UP.gives(
    Layer::Act,
    Term::InterruptionShorterThan(4),
    Anchor::LastSickDay,
    Count::CalendarDays,
    Text {
        nl: "Hooguit 27 dagen herstel. Verlof blijft erbuiten.",
        en: "At most 27 recovered days; leave is left out.",
    },
))];

/// Which periods add up for the waiting period, and so which spells are one case.
pub static JOINING_WAITING_PERIOD: Rule =
    joining("joining-waiting-period", ClockKind::WaitingPeriod, ADDS_UP_VERSIONS);

/// Art. 23(5)(a): days of maternity benefit are left out.
pub static LEAVE_LEFT_OUT: Source = WET_WIA.at("23", "5(a)").says(
    "Voor het bepalen van de wachttijd worden niet in aanmerking genomen perioden gedurende welke",
);

/// Art. 138: the terms of art. 23(3) and (5), among others, are not extended over a weekend.
pub static NOT_EXTENDED: Source = WET_WIA.at("138", "").says(
    "De Algemene termijnenwet is niet van toepassing op de termijnen, gesteld in de artikelen 10, \
     eerste lid, 23, derde en vijfde lid",
);

impl Milestone {
    /// Last day on which a relapse continues the case.
    pub const RELAPSE_WINDOW: Milestone = Milestone("relapse-window");
    /// First day on which an early IVA benefit can be claimed.
    pub const EARLY_IVA_FIRST_CLAIM: Milestone = Milestone("early-iva-first-claim");
    /// Last day on which an early IVA benefit can be claimed.
    pub const EARLY_IVA_LAST_CLAIM: Milestone = Milestone("early-iva-last-claim");
}

/// Art. 23(6): how long a shortened waiting period lasts.
pub const SHORTENED: Source = WET_WIA
    .at("23", "6")
    .says("Een verkorte wachttijd bedraagt ten minste 13 weken en ten hoogste 78 weken.");
const NOT_BEFORE_TEN_WEEKS: Source = WET_WIA.at("23", "6").says(
    "niet eerder vastgesteld dan tien weken na de dag waarop de aanvraag daartoe is ingediend",
);

/// From 13 - 10 = 3 weeks on.
pub static EARLY_IVA_FIRST_CLAIM: Rule = early_iva_window(
    Milestone::EARLY_IVA_FIRST_CLAIM,
    "Vroegst mogelijke aanvraag vervroegde IVA",
    "First day to claim an early IVA benefit",
    &[Version::only(uwv::AFTER_THREE_WEEKS.gives(
        Layer::Policy,
        Term::StartOfWeek(4),
        Anchor::FirstSickDay,
        Count::SickDays,
        Text {
            nl: "Dat is 13 weken min de tien weken die de beslissing kost.",
            en: "Thirteen weeks less the ten weeks that the decision takes.",
        },
    ))],
);

/// Up to 78 - 10 = 68 weeks.
pub static EARLY_IVA_LAST_CLAIM: Rule = early_iva_window(
    Milestone::EARLY_IVA_LAST_CLAIM,
    "Laatst mogelijke aanvraag vervroegde IVA",
    "Last day to claim an early IVA benefit",
    &[Version::only(uwv::BEFORE_68_WEEKS.gives(
        Layer::Policy,
        Term::EndOfWeek(68),
        Anchor::FirstSickDay,
        Count::SickDays,
        Text {
            nl: "Dat is 78 weken min de tien weken die de beslissing kost.",
            en: "Seventy-eight weeks less the ten weeks that the decision takes.",
        },
    ))],
);

const fn early_iva_window(
    milestone: Milestone,
    name_nl: &'static str,
    name_en: &'static str,
    versions: &'static [Version],
) -> Rule {
    Rule {
        kind: Kind::Milestone(milestone),
        name_nl,
        name_en,
        actor: Actor::Employee,
        with: &[],
        informs: &[Actor::Uwv],
        layer: Layer::Act,
        clock: ClockKind::WaitingPeriod,
        regimes: regimes::ALL,
        conditions: &[],
        versions,
        verified_on: VERIFIED_ON,
    }
}

/// A shortened waiting period lasts 13 weeks at least.
pub static EARLY_IVA_SHORTEST: Rule = effect(
    "early-iva-shortest",
    "Kortste verkorte wachttijd",
    "Shortest shortened waiting period",
    Actor::Uwv,
    regimes::ALL,
    &[Version::only(SHORTENED.gives(
        Layer::Act,
        Term::PeriodOfWeeks(13),
        Anchor::FirstSickDay,
        Count::SickDays,
        Text::NONE,
    ))],
);

/// A shortened waiting period ends ten weeks after the claim at the earliest.
pub static EARLY_IVA_LEAD: Rule = effect(
    "early-iva-lead",
    "Tien weken na de aanvraag",
    "Ten weeks after the claim",
    Actor::Uwv,
    regimes::ALL,
    &[Version::only(NOT_BEFORE_TEN_WEEKS.gives(
        Layer::Act,
        // Not a term within which somebody must act, but the least distance in time.
        Term::AtLeastWeeksBetween(10),
        Anchor::EarlyIvaClaim,
        Count::CalendarDays,
        Text::NONE,
    ))],
);

const fn effect(
    id: &'static str,
    name_nl: &'static str,
    name_en: &'static str,
    actor: Actor,
    regimes: &'static [Regime],
    versions: &'static [Version],
) -> Rule {
    Rule {
        kind: Kind::Effect(id),
        name_nl,
        name_en,
        actor,
        with: &[],
        informs: &[],
        layer: Layer::Act,
        clock: ClockKind::WaitingPeriod,
        regimes,
        conditions: &[],
        versions,
        verified_on: VERIFIED_ON,
    }
}

// Artikel 24, derde lid

const NOT_BEFORE_THIRTEEN_WEEKS: Source =
    WET_WIA.at("24", "3").says("niet eerder eindigt dan dertien weken na het verzoek");
const NOT_BEFORE_FIFTEEN_WEEKS: Source = WET_WIA
    .at("24", "3")
    .until(LAST_DAY_OF_THE_OLD_WEEKS)
    .says("niet eerder eindigt dan vijftien weken na het verzoek");

const fn shortening(since: Option<Day>, words: Source, weeks: u16) -> Version {
    Version {
        since,
        ..Version::only(words.gives(
            Layer::Act,
            Term::AtLeastWeeksBetween(weeks),
            Anchor::ShorteningRequested,
            Count::CalendarDays,
            Text {
                nl: "De verlenging eindigt niet eerder, welke dag er ook is gevraagd.",
                en: "The extended period ends no earlier, whatever day was asked for.",
            },
        ))
    }
}

/// The earliest end of a voluntary extension that is shortened on request.
pub static EXTENSION_SHORTENING: Rule = effect(
    "extension-shortening",
    "Vroegste einde van een verkorte verlenging",
    "Earliest end of a shortened extension",
    Actor::Uwv,
    regimes::EMPLOYER,
    &[
        shortening(None, NOT_BEFORE_FIFTEEN_WEEKS, 15),
        shortening(Some(FIRST_DAY_OF_THE_NEW_WEEKS), NOT_BEFORE_THIRTEEN_WEEKS, 13),
    ],
);

// Artikel 25, derde lid

const REPORT: Source = WET_WIA
    .at("25", "3")
    .says("Uiterlijk dertien weken voor het verstrijken van de wachttijd stelt de werkgever");
const REPORT_UNTIL_2013: Source = WET_WIA
    .at("25", "3")
    .until(LAST_DAY_OF_THE_OLD_WEEKS)
    .says("Uiterlijk vijftien weken voor het verstrijken van de wachttijd stelt de werkgever");

const fn report(since: Option<Day>, words: Source, weeks: u16) -> Version {
    Version {
        since,
        axis: Axis::LastDay,
        opens: Some(words.gives(
            Layer::Practice,
            Term::StartOfWeek(87),
            Anchor::FirstSickDay,
            Count::SickDays,
            Text {
                nl: "In de praktijk begint het in week 87, met het actueel oordeel en de \
                     eindevaluatie.",
                en: "Practice starts in week 87, with the current opinion and the final \
                     evaluation.",
            },
        )),
        advised: None,
        due: words.gives(
            Layer::Act,
            Term::WeeksBefore(weeks),
            Anchor::End,
            Count::CalendarDays,
            Text {
                nl: "Er wordt teruggeteld op de kalender, vanaf de laatste dag. Zo'n termijn wordt \
                     in een weekend niet langer.",
                en: "Counted back on the calendar from the last day; a term counted back is not \
                     extended over a weekend.",
            },
        ),
        tolerated: None,
        proviso: None,
    }
}

/// Thirteen weeks before the end.
pub static REINTEGRATION_REPORT: Rule = Rule {
    kind: Kind::Duty(Duty::REINTEGRATION_REPORT),
    name_nl: "Re-integratieverslag",
    name_en: "Re-integration report",
    actor: Actor::Employer,
    with: &[Actor::Employee, Actor::OccupationalPhysician],
    informs: &[Actor::Employee],
    layer: Layer::Act,
    clock: ClockKind::WaitingPeriod,
    regimes: regimes::ALL,
    conditions: &[Condition::Employed, Condition::WiaCanStart],
    versions: &[
        report(None, REPORT_UNTIL_2013, 15),
        report(Some(FIRST_DAY_OF_THE_NEW_WEEKS), REPORT, 13),
    ],
    verified_on: VERIFIED_ON,
};

// Artikel 25, negende tot en met vijftiende lid

/// Art. 25(9): the longest wage sanction.
pub const AT_MOST_52_WEEKS: Source = WET_WIA.at("25", "9").says("is ten hoogste 52 weken");
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
    name_nl: "Beschikking loonsanctie",
    name_en: "Wage-sanction decision",
    actor: Actor::Uwv,
    with: &[],
    informs: &[Actor::Employer, Actor::Employee],
    layer: Layer::Act,
    clock: ClockKind::WaitingPeriod,
    regimes: regimes::PAYER,
    conditions: &[Condition::Employed, Condition::WiaCanStart],
    versions: &[Version {
        opens: Some(SIX_WEEKS_BEFORE.gives(
            Layer::Act,
            Term::OnTheDay,
            Anchor::Met(Duty::WIA_CLAIM),
            Count::CalendarDays,
            Text::NONE,
        )),
        tolerated: Some(BEFORE_THE_END.gives(
            Layer::Act,
            Term::OnTheDay,
            Anchor::DelayedEnd,
            Count::CalendarDays,
            Text {
                nl: "Versturen op de laatste dag is op tijd (ECLI:NL:CRVB:2018:3943). Een dag \
                     later kan er geen loonsanctie meer komen.",
                en: "Dispatch on the last day is in time (ECLI:NL:CRVB:2018:3943); a day later no \
                     sanction is possible.",
            },
        )),
        ..Version::only(SIX_WEEKS_BEFORE.gives(
            Layer::Act,
            Term::WeeksBefore(6),
            Anchor::DelayedEnd,
            Count::CalendarDays,
            Text {
                nl: "Beslist het UWV later, dan is de loonsanctie net zoveel dagen korter.",
                en: "A later decision shortens the sanction by as many days.",
            },
        ))
    }],
    verified_on: VERIFIED_ON,
};

/// At most 52 weeks.
pub static WAGE_SANCTION_LENGTH: Rule = effect(
    "wage-sanction-length",
    "Duur loonsanctie",
    "Length of a wage sanction",
    Actor::Uwv,
    regimes::PAYER,
    &[Version::only(AT_MOST_52_WEEKS.gives(
        Layer::Act,
        Term::PeriodOfWeeks(52),
        Anchor::DelayedEnd,
        Count::CalendarDays,
        Text {
            nl: "De sanctie begint op de dag na het einde. Verlof onderbreekt haar.",
            en: "From the day after the end; leave interrupts it.",
        },
    ))],
);

/// Three weeks after the employer's notice.
pub static REPAIR_DECISION: Rule = Rule {
    kind: Kind::Duty(Duty::REPAIR_DECISION),
    name_nl: "Beschikking bekorting loonsanctie",
    name_en: "Repair decision",
    actor: Actor::Uwv,
    with: &[],
    informs: &[Actor::Employer, Actor::Employee],
    layer: Layer::Act,
    clock: ClockKind::WaitingPeriod,
    regimes: regimes::PAYER,
    conditions: &[],
    versions: &[Version {
        opens: Some(WITHIN_THREE_WEEKS.gives(
            Layer::Act,
            Term::OnTheDay,
            Anchor::RepairNotified,
            Count::CalendarDays,
            Text::NONE,
        )),
        ..Version::only(WITHIN_THREE_WEEKS.gives(
            Layer::Act,
            Term::WithinWeeksAfter(3),
            Anchor::RepairNotified,
            Count::CalendarDays,
            Text::NONE,
        ))
    }],
    verified_on: VERIFIED_ON,
};

/// Six weeks from the day of the repair decision.
pub static SANCTION_RUN_OFF: Rule = effect(
    "sanction-run-off",
    "Uitloop loonsanctie na herstel",
    "Run-off of a wage sanction after repair",
    Actor::Uwv,
    regimes::PAYER,
    &[Version::only(SIX_WEEKS_AFTER_REPAIR.gives(
        Layer::Act,
        Term::PeriodOfWeeks(6),
        Anchor::RepairEstablished,
        Count::CalendarDays,
        Text {
            nl: "De dag van de beslissing is de eerste van de 42 dagen. Na een beslissing op 4 \
                 november 2019 was 15 december 2019 de laatste dag (ECLI:NL:RBDHA:2021:9985). \
                 Anderen tellen vanaf de dag erna.",
            en: "The day of the decision is the first of the 42 days: decided on 2019-11-04, the \
                 last day is 2019-12-15 (ECLI:NL:RBDHA:2021:9985). Others count from the day after \
                 it.",
        },
    ))],
);

/// Six weeks after the repair was established.
pub static WIA_DECISION_AFTER_REPAIR: Rule = effect(
    "wia-decision-after-repair",
    "WIA-beschikking na herstel",
    "WIA decision after repair",
    Actor::Uwv,
    regimes::PAYER,
    &[Version::only(DECISION_AFTER_REPAIR.gives(
        Layer::Act,
        Term::WithinWeeksAfter(6),
        Anchor::RepairEstablished,
        Count::CalendarDays,
        Text::NONE,
    ))],
);

/// The claim is taken up again six weeks before the sanction ends.
pub static CLAIM_RESUMED: Rule = effect(
    "claim-resumed",
    "Hervatting behandeling WIA-aanvraag",
    "WIA claim taken up again",
    Actor::Uwv,
    regimes::PAYER,
    &[Version::only(RESUMED_SIX_WEEKS_BEFORE.gives(
        Layer::Act,
        Term::WeeksBefore(6),
        Anchor::SanctionEnd,
        Count::CalendarDays,
        Text::NONE,
    ))],
);

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

const fn notice(since: Option<Day>, words: Source, weeks: u16, letter_after: u16) -> Version {
    Version {
        since,
        axis: Axis::LastDay,
        opens: None,
        advised: Some(uwv::WEEK_88.gives(
            Layer::Policy,
            Term::EndOfWeek(letter_after),
            Anchor::FirstSickDay,
            Count::SickDays,
            Text {
                nl: "Het UWV schrijft een week voor het einde van de termijn.",
                en: "The UWV writes a week before the term ends.",
            },
        )),
        due: words.gives(
            Layer::Act,
            Term::DayOnWhichLasted(weeks),
            Anchor::FirstSickDay,
            Count::SickDays,
            Text {
                nl: "De weken zijn vol aan het einde van hun laatste dag.",
                en: "The weeks have lasted at the end of their last day.",
            },
        ),
        tolerated: Some(words.gives(
            Layer::Practice,
            Term::FirstDayAfterLasting(weeks),
            Anchor::FirstSickDay,
            Count::SickDays,
            Text {
                nl: "Dat is de andere lezing: de eerste dag waarop zoveel weken voorbij zijn.",
                en: "The other reading: the first day on which that many weeks lie behind.",
            },
        )),
        proviso: None,
    }
}

/// On the day on which the waiting period has lasted 89 weeks.
pub static WIA_NOTICE: Rule = Rule {
    kind: Kind::Duty(Duty::WIA_NOTICE),
    name_nl: "Kennisgeving WIA-aanvraag",
    name_en: "WIA notice",
    actor: Actor::Uwv,
    with: &[],
    informs: &[Actor::Employee, Actor::Employer],
    layer: Layer::Act,
    clock: ClockKind::WaitingPeriod,
    regimes: regimes::ALL,
    conditions: &[Condition::WiaCanStart],
    versions: &[
        Version {
            since: None,
            axis: Axis::LastDay,
            opens: None,
            advised: None,
            due: NOTICE_UNTIL_2012.gives(
                Layer::Act,
                Term::MonthsAfterStart(20),
                Anchor::FirstSickDay,
                Count::SickDays,
                Text::NONE,
            ),
            tolerated: Some(NOTICE_UNTIL_2012.gives(
                Layer::Practice,
                Term::NextWorkingDay,
                Anchor::Due,
                Count::CalendarDays,
                Text {
                    nl: "Een rechter ging in op een termijn die op zaterdag eindigde en een brief \
                         van maandag (ECLI:NL:RBLEE:2012:BW0503).",
                    en: "Accepted on the next working day: a term that ended on a Saturday, a \
                         letter of Monday (ECLI:NL:RBLEE:2012:BW0503).",
                },
            )),
            proviso: None,
        },
        notice(Some(FIRST_DAY_OF_2012), NOTICE_UNTIL_2013, 87, 86),
        notice(Some(FIRST_DAY_OF_THE_NEW_WEEKS), NOTICE, 89, 88),
    ],
    verified_on: VERIFIED_ON,
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

const fn claim(
    since: Option<Day>,
    words: Source,
    weeks: u16,
    opens_in: u16,
    proviso: Option<Proviso>,
) -> Version {
    Version {
        since,
        axis: Axis::LastDay,
        opens: Some(uwv::WEEK_88.gives(
            Layer::Policy,
            Term::StartOfWeek(opens_in),
            Anchor::FirstSickDay,
            Count::SickDays,
            Text {
                nl: "De wet noemt geen eerste dag. Aanvragen kan vanaf de brief van het UWV. Die \
                     komt na 88 weken; voor 1 juli 2013 kwam hij twee weken eerder.",
                en: "The act names no first day; the UWV takes claims from its letter on, which it \
                     now sends after 88 weeks and sent two weeks earlier before 2013-07-01.",
            },
        )),
        advised: None,
        due: words.gives(
            Layer::Act,
            Term::WeeksBefore(weeks),
            Anchor::End,
            Count::CalendarDays,
            Text {
                nl: "Er wordt teruggeteld op de kalender, vanaf de laatste dag. Zo'n termijn wordt \
                     in een weekend niet langer.",
                en: "Counted back on the calendar from the last day; a term counted back is not \
                     extended over a weekend.",
            },
        ),
        tolerated: Some(FOUR_WEEKS_AFTER_NOTICE.gives(
            Layer::Act,
            Term::WithinWeeksAfter(4),
            Anchor::NoticeReceived,
            Count::CalendarDays,
            Text {
                nl: "Dat geldt alleen als de brief van het UWV te laat kwam en de 42e-weeksmelding \
                     daarvoor op tijd was.",
                en: "Only after a late notice, and if the 42nd-week report was made in time for \
                     it.",
            },
        )),
        proviso,
    }
}

/// The 42nd-week report was made before the day on which the waiting period has lasted so long.
const fn reported_before(words: Source, weeks: u16) -> Option<Proviso> {
    Some(Proviso {
        duty: Duty::UWV_SICKNESS_REPORT,
        before: words.gives(
            Layer::Act,
            Term::DayOnWhichLasted(weeks),
            Anchor::FirstSickDay,
            Count::SickDays,
            Text::NONE,
        ),
    })
}

/// Eleven weeks before the end.
pub static WIA_CLAIM: Rule = Rule {
    kind: Kind::Duty(Duty::WIA_CLAIM),
    name_nl: "WIA-aanvraag",
    name_en: "WIA claim",
    actor: Actor::Employee,
    with: &[],
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    clock: ClockKind::WaitingPeriod,
    regimes: regimes::ALL,
    conditions: &[Condition::WiaCanStart],
    versions: &[
        // Before 2012 art. 64(6) named no condition for the cure of a late notice.
        claim(None, CLAIM_UNTIL_2013, 13, 87, None),
        claim(
            Some(FIRST_DAY_OF_2012),
            CLAIM_UNTIL_2013,
            13,
            87,
            reported_before(PROVISO_UNTIL_2013, 79),
        ),
        claim(Some(FIRST_DAY_OF_THE_NEW_WEEKS), CLAIM, 11, 89, reported_before(PROVISO, 81)),
    ],
    verified_on: VERIFIED_ON,
};

// Artikel 102

const EIGHT_WEEKS: Source = WET_WIA
    .at("102", "3")
    .says("wanneer binnen acht weken na ontvangst van de aanvraag geen beschikking is gegeven");
const FOURTEEN_WEEKS: Source = WET_WIA.at("102", "6").says(
    "geldt tot en met 31 december 2011, of tot een eerder, bij koninklijk besluit te bepalen, \
     tijdstip, een termijn van veertien weken",
);
const FOUR_WEEKS_LONGER: Source =
    WET_WIA.at("102", "4").says("wordt die termijn verlengd met ten hoogste vier weken");

const fn decision(since: Option<Day>, words: Source, weeks: u16) -> Version {
    Version {
        since,
        axis: Axis::LastDay,
        opens: Some(words.gives(
            Layer::Act,
            Term::OnTheDay,
            Anchor::Met(Duty::WIA_CLAIM),
            Count::CalendarDays,
            Text::NONE,
        )),
        advised: None,
        due: words.gives(
            Layer::Act,
            Term::WithinWeeksAfter(weeks),
            Anchor::MetOrPlanned(Duty::WIA_CLAIM),
            Count::CalendarDays,
            Text::NONE,
        ),
        tolerated: Some(FOUR_WEEKS_LONGER.gives(
            Layer::Act,
            Term::WithinWeeksAfter(4),
            Anchor::Due,
            Count::CalendarDays,
            Text {
                nl: "Dat geldt alleen als het UWV een deskundige van buiten heeft gevraagd.",
                en: "Only when the UWV asked an outside expert.",
            },
        )),
        proviso: None,
    }
}

/// Eight weeks after the claim.
pub static WIA_DECISION: Rule = Rule {
    kind: Kind::Duty(Duty::WIA_DECISION),
    name_nl: "WIA-beschikking",
    name_en: "WIA decision",
    actor: Actor::Uwv,
    with: &[],
    informs: &[Actor::Employee, Actor::Employer],
    layer: Layer::Act,
    clock: ClockKind::WaitingPeriod,
    regimes: regimes::ALL,
    conditions: &[Condition::WiaCanStart],
    versions: &[
        decision(None, FOURTEEN_WEEKS, 14),
        decision(Some(FIRST_DAY_OF_2012), EIGHT_WEEKS, 8),
    ],
    verified_on: VERIFIED_ON,
};

/// The relapse window: the counterpart of joining, seen from the last sick day.
pub static RELAPSE_WINDOW: Rule = Rule {
    kind: Kind::Milestone(Milestone::RELAPSE_WINDOW),
    name_nl: "Einde termijn samentelling",
    name_en: "End of the relapse window",
    ..joining("relapse-window", ClockKind::WaitingPeriod, ADDS_UP_VERSIONS)
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
    &WAGE_SANCTION_DECISION,
    &WAGE_SANCTION_LENGTH,
    &REPAIR_DECISION,
    &SANCTION_RUN_OFF,
    &WIA_DECISION_AFTER_REPAIR,
    &CLAIM_RESUMED,
    &WIA_NOTICE,
    &WIA_CLAIM,
    &WIA_DECISION,
];
