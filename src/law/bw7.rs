//! *Burgerlijk Wetboek* book 7 (BWBR0005290): wages during sickness (7:629), re-integration
//! (7:658a) and the dismissal ban (7:670). The articles stand in `bw7.md`.

use super::arising::{ArisesFrom, Arising, Lasting, Opening, TakenBy};
use super::citation::{Instrument, Source};
use super::milestone::Milestone;
use super::possibility::Possibility;
use super::rule::{Actor, ClockKind, Kind, Layer, Rule, regimes};
use super::term::Term;
use super::version::{Anchor, Axis, Bound, Count, Version};
use crate::day::Day;
use crate::lang::Text;

/// The Civil Code, book 7.
pub static BW7: Instrument = Instrument {
    bwb: "BWBR0005290",
    name: "Burgerlijk Wetboek Boek 7",
    short: "BW7",
    url: "https://wetten.overheid.nl/BWBR0005290/2026-07-01",
};

/// *Wet werken na de AOW-gerechtigde leeftijd*, transitional law.
pub static WET_WERKEN_NA_AOW: Instrument = Instrument {
    bwb: "BWBR0037099",
    name: "Wet werken na de AOW-gerechtigde leeftijd",
    short: "WNA",
    url: "https://wetten.overheid.nl/BWBR0037099/2023-01-01",
};

// Artikel 629, eerste lid

const WAGES: Source =
    BW7.at("629", "1").says("behoudt de werknemer voor een tijdvak van 104 weken recht op 70%");
const FLOOR: Source = BW7
    .at("629", "1")
    .says("de eerste 52 weken ten minste op het voor hem geldende wettelijke minimumloon");

/// The first 52 weeks at least the minimum wage.
pub static MINIMUM_WAGE_FLOOR: Rule = Rule {
    kind: Kind::Milestone(Milestone::END_OF_MINIMUM_WAGE_FLOOR),
    actor: Actor::Employer,
    layer: Layer::Act,
    clock: ClockKind::Wages,
    regimes: regimes::EMPLOYER,
    versions: &[Version {
        due: Bound {
            term: Term::PeriodOfWeeks(52),
            layer: Layer::Act,
            source: FLOOR,
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// 104 weeks, before the prolongations of art. 629(11).
pub static WAGE_PERIOD: Rule = Rule {
    kind: Kind::Milestone(Milestone::END_OF_WAGES),
    actor: Actor::Employer,
    layer: Layer::Act,
    clock: ClockKind::Wages,
    regimes: regimes::EMPLOYER,
    versions: &[Version {
        due: Bound {
            term: Term::PeriodOfWeeks(104),
            layer: Layer::Act,
            source: WAGES,
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// Art. 629(11)(a): the wage period runs on when the WIA claim is late.
pub const LATE_CLAIM_PROLONGS_WAGES: Source = BW7.at("629", "11(a)").says(
    "met de duur van de vertraging indien de aanvraag, bedoeld in artikel 64, eerste lid, van de \
     Wet werk en inkomen naar arbeidsvermogen later wordt gedaan",
);

/// Art. 629(11)(a) until 2008-10-31: the wage period ran on when the 13th-week report was late.
pub const LATE_REPORT_PROLONGED_WAGES: Source =
    BW7.at("629", "11(a)").until(Day::new(2008, 10, 31)).says(
        "met de duur van de vertraging indien de werkgever de aangifte, bedoeld in artikel 38, eerste \
     lid, van de Ziektewet later doet dan in dat artikel is voorgeschreven",
    );

/// Art. 629(11)(b): a voluntary extension and a wage sanction prolong the wage period.
pub const EXTENSION_PROLONGS_WAGES: Source = BW7.at("629", "11(b)").says(
    "met de duur van het verlengde tijdvak dat het Uitvoeringsinstituut werknemersverzekeringen op \
     grond van artikel 24, eerste lid, van de Wet werk en inkomen naar arbeidsvermogen heeft \
     vastgesteld en met de duur van het tijdvak, bedoeld in artikel 25, negende lid",
);

// Artikel 629, tweede lid

const SIX_WEEKS: Source = BW7.at("629", "2").says("een tijdvak van zes weken voor de werknemer");
const THIRTEEN_WEEKS: Source = WET_WERKEN_NA_AOW
    .at("VIIIa", "1")
    .says("geldt tot een bij koninklijk besluit te bepalen tijdstip een tijdvak van dertien weken");
const THIRTEEN_WEEKS_AFTER_SIX_MONTHS: Source = WET_WERKEN_NA_AOW.at("IX", "2").says(
    "Na afloop van de in lid 1 genoemde termijn van zes maanden, geldt de in artikel VIIIA \
     genoemde termijn van dertien weken, voor zover het totale tijdvak niet meer bedraagt dan 104 \
     weken.",
);

/// Six months after the act came into force on 2016-01-01 (art. IX).
const AFTER_SIX_MONTHS: Day = Day::new(2016, 7, 1);

/// Art. 629(1): the wages are those of an employee, and end with the employment.
pub static WAGES_OF_AN_EMPLOYEE: Source = BW7.at("629", "1").says(
    "behoudt de werknemer voor een tijdvak van 104 weken recht op 70% van het naar tijdruimte \
     vastgestelde loon",
);

/// The versions of the short period of an employee of state pension age. The words are those of
/// the wages; art. 670(1) follows them for the dismissal ban.
const STATE_PENSION_VERSIONS: &[Version] = &[
    Version {
        axis: Axis::FirstSickDay,
        due: Bound {
            term: Term::PeriodOfWeeks(13),
            from: Anchor::StatePensionDay { not_before: Some(AFTER_SIX_MONTHS) },
            layer: Layer::Act,
            source: THIRTEEN_WEEKS_AFTER_SIX_MONTHS,
            reading: Text {
                nl: "Wie voor 2016 ziek werd, hield tot 1 juli 2016 de 104 weken. Vanaf die dag \
                     lopen de 13 weken.",
                en: "Who was sick before 2016 kept the 104 weeks until 2016-07-01; from then on \
                     the 13 weeks run.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    },
    Version {
        since: Some(Day::new(2016, 1, 1)),
        axis: Axis::FirstSickDay,
        due: Bound {
            term: Term::PeriodOfWeeks(13),
            from: Anchor::StatePensionDay { not_before: None },
            layer: Layer::Act,
            source: THIRTEEN_WEEKS,
            reading: Text {
                nl: "Wie voor 1 juli 2023 ziek werd, houdt de 13 weken. Dat staat in artikel \
                     VIIIa, lid 4.",
                en: "Who was sick before 2023-07-01 keeps the 13 weeks (art. VIIIa(4)).",
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
            from: Anchor::StatePensionDay { not_before: None },
            layer: Layer::Act,
            source: SIX_WEEKS,
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    },
];

/// The short wage period from the state pension age on.
pub static STATE_PENSION_WAGES: Rule = Rule {
    kind: Kind::Effect("state-pension-wages"),
    effect_name: Text {
        nl: "Loondoorbetaling vanaf de AOW-leeftijd",
        en: "Wages from the state pension age",
    },
    actor: Actor::Employer,
    layer: Layer::Act,
    clock: ClockKind::Wages,
    regimes: regimes::EMPLOYER,
    versions: STATE_PENSION_VERSIONS,
    ..Rule::BASE
};

const BAN_OF_SIX_WEEKS: Source = BW7.at("670", "1(a)").says("dan wel zes weken voor de werknemer");

/// The acts of before 2023-07-01 set their term for the wages and the dismissal ban alike.
const STATE_PENSION_BAN_VERSIONS: &[Version] = &[
    STATE_PENSION_VERSIONS[0],
    STATE_PENSION_VERSIONS[1],
    Version {
        due: Bound { source: BAN_OF_SIX_WEEKS, ..STATE_PENSION_VERSIONS[2].due },
        ..STATE_PENSION_VERSIONS[2]
    },
];

/// The short dismissal ban from the state pension age on.
pub static STATE_PENSION_DISMISSAL_BAN: Rule = Rule {
    kind: Kind::Effect("state-pension-dismissal-ban"),
    effect_name: Text {
        nl: "Opzegverbod vanaf de AOW-leeftijd",
        en: "Dismissal ban from the state pension age",
    },
    actor: Actor::Employer,
    layer: Layer::Act,
    clock: ClockKind::DismissalBan,
    regimes: regimes::EMPLOYER,
    versions: STATE_PENSION_BAN_VERSIONS,
    ..Rule::BASE
};

const DOMESTIC_STAFF: Source = BW7.at("629", "2(a)").says(
    "geldt het in dat lid bedoelde recht voor een tijdvak van zes weken voor de werknemer die: a. doorgaans op \
     minder dan vier dagen per week uitsluitend of nagenoeg uitsluitend diensten verricht ten behoeve van het \
     huishouden van de natuurlijke persoon tot wie hij in dienstbetrekking staat",
);

/// Domestic staff: six weeks, where that is recorded.
pub static DOMESTIC_STAFF_WAGES: Rule = Rule {
    kind: Kind::Effect("domestic-staff-wages"),
    effect_name: Text { nl: "Loon van huishoudelijk personeel", en: "Wages of domestic staff" },
    actor: Actor::Employer,
    layer: Layer::Act,
    clock: ClockKind::Wages,
    regimes: regimes::EMPLOYER,
    versions: &[Version {
        due: Bound {
            term: Term::PeriodOfWeeks(6),
            layer: Layer::Act,
            source: DOMESTIC_STAFF,
            reading: Text {
                nl: "Lid 11 verlengt de 104 weken van lid 1, niet deze zes weken.",
                en: "Paragraph 11 prolongs the 104 weeks of paragraph 1, not these six weeks.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 629, negende lid

const FIRST_TWO_DAYS: Source = BW7.at("629", "9").says(
    "dat de werknemer voor de eerste twee dagen van het in lid 1 of lid 2 bedoelde tijdvak geen recht op loon \
     heeft",
);

/// Two days without wages, where that is recorded as agreed.
pub static WAITING_DAYS: Rule = Rule {
    kind: Kind::Milestone(Milestone::WAITING_DAYS),
    actor: Actor::Employer,
    layer: Layer::Act,
    clock: ClockKind::Wages,
    regimes: regimes::EMPLOYER,
    versions: &[Version {
        due: Bound {
            term: Term::OnDay(2),
            layer: Layer::Act,
            source: FIRST_TWO_DAYS,
            reading: Text {
                nl: "Alleen als het zo is afgesproken. Ziekte die samentelt, begint niet opnieuw (lid 10).",
                en: "Only where it was agreed. Sickness that is joined has no new ones (paragraph 10).",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 629, tiende lid

const WAGES_ADD_UP: Source = BW7.at("629", "10").says(
    "samengeteld indien zij elkaar met een onderbreking van minder dan vier weken opvolgen, of \
     indien zij direct voorafgaan aan en aansluiten op een periode waarin zwangerschaps- of \
     bevallingsverlof wordt genoten",
);

/// Which periods add up for the wages.
pub static JOINING_WAGES: Rule = Rule {
    kind: Kind::Effect("joining-wages"),
    clock: ClockKind::Wages,
    regimes: regimes::EMPLOYER,
    versions: WAGES_ADD_UP_VERSIONS,
    ..JOINING
};

const WAGES_ADDED_UP_OUTSIDE_LEAVE: Source =
    BW7.at("629", "10").until(ADDS_UP_ACROSS_LEAVE_FROM.plus(-1)).says(
        "samengeteld, indien zij elkaar met een onderbreking van minder dan vier weken opvolgen. Bij de \
     vaststelling van de periode van vier weken blijven perioden, waarin zwangerschaps- of \
     bevallingsverlof wordt genoten overeenkomstig artikel 3:1, tweede en derde lid, van de Wet \
     arbeid en zorg, buiten beschouwing",
    );

/// The first day on which art. 629(10) and 670(1) join across leave and no longer leave it out of the four weeks
/// (Stb. 2005, 65).
pub(super) const ADDS_UP_ACROSS_LEAVE_FROM: Day = Day::new(2005, 9, 1);

/// How the words are read under which leave is no longer left out of the four weeks.
pub(super) const READ_WITH_LEAVE: Text = Text {
    nl: "Hooguit 27 dagen tussen de laatste en de nieuwe eerste ziektedag, verlof meegeteld. Of ziek \
         tot de dag voor het verlof en weer vanaf de dag erna, tenzij de oorzaak een andere is.",
    en: "At most 27 days between the last and the new first sick day, leave included. Or sick \
         until the day before the leave and again from the day after it, unless the cause \
         differs.",
};

/// How they were read before.
pub(super) const READ_WITHOUT_LEAVE: Text = Text {
    nl: "Hooguit 27 dagen tussen de laatste en de nieuwe eerste ziektedag, dagen van verlof niet \
         meegeteld, wat de oorzaak ook is.",
    en: "At most 27 days between the last and the new first sick day, days of leave not counted, \
         whatever the cause.",
};

const WAGES_ADD_UP_VERSIONS: &[Version] = &[
    Version {
        due: Bound {
            count: Count::DaysOutsideLeave,
            source: WAGES_ADDED_UP_OUTSIDE_LEAVE,
            reading: READ_WITHOUT_LEAVE,
            ..WAGES_ADD_UP_BOUND
        },
        ..Version::BASE
    },
    Version { since: Some(ADDS_UP_ACROSS_LEAVE_FROM), due: WAGES_ADD_UP_BOUND, ..Version::BASE },
];

const WAGES_ADD_UP_BOUND: Bound = Bound {
    term: Term::InterruptionShorterThan(4),
    from: Anchor::LastSickDay,
    layer: Layer::Act,
    source: WAGES_ADD_UP,
    reading: READ_WITH_LEAVE,
    ..Bound::ON_THE_CALENDAR
};

/// Which periods of sickness add up on a clock. The clocks other than the waiting period count only
/// where there are wages.
pub(super) const JOINING: Rule = Rule {
    effect_name: Text { nl: "Samentelling", en: "Joining of spells" },
    actor: Actor::Employer,
    layer: Layer::Act,
    ..Rule::BASE
};

// Artikel 658a

/// Art. 658a(2): no week, "as soon as possible".
pub const AS_SOON_AS_POSSIBLE: Source =
    BW7.at("658a", "2").says("zo tijdig mogelijk zodanige maatregelen te treffen");

/// Art. 658a(1): when the second track is demanded.
pub const OWN_WORK_RULED_OUT: Source = BW7.at("658a", "1").says(
    "Indien vaststaat dat de eigen arbeid niet meer kan worden verricht en in het bedrijf van de \
     werkgever geen andere passende arbeid voorhanden is",
);

/// Art. 658a(3): no plan of action from the state pension age on.
pub static NO_PLAN_AT_STATE_PENSION_AGE: Source = BW7.at("658a", "3").says(
    "tenzij de werknemer de in artikel 7, onderdeel a, van de Algemene Ouderdomswet bedoelde \
     leeftijd heeft bereikt",
);

/// The first day on which art. 658a makes the exception for the state pension age.
pub(crate) const STATE_PENSION_EXCEPTION_FROM: Day = Day::new(2016, 1, 1);

// Artikel 670, eerste lid

const TWO_YEARS: Source = BW7.at("670", "1(a)").says("ten minste twee jaren heeft geduurd");

/// Two calendar years, before the prolongations of art. 670(11).
pub static DISMISSAL_BAN: Rule = Rule {
    kind: Kind::Milestone(Milestone::END_OF_DISMISSAL_BAN),
    actor: Actor::Employer,
    layer: Layer::Act,
    clock: ClockKind::DismissalBan,
    regimes: regimes::EMPLOYER,
    versions: &[Version {
        due: Bound {
            term: Term::Years(2),
            layer: Layer::Act,
            source: TWO_YEARS,
            reading: Text {
                nl: "De wet zegt jaren, geen weken. Twee jaar op de kalender is twee of drie dagen \
                 langer dan de 104 weken van het loon. Wie op 29 februari ziek wordt, is beschermd \
                 tot en met 28 februari.",
                en: "Two calendar years, two or three days longer than the 104 weeks of the wages. \
                 From 29 February they end on 28 February.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

const BAN_ADDS_UP: Source = BW7.at("670", "1").says(
    "samengeteld, indien zij elkaar met een onderbreking van minder dan vier weken opvolgen, of \
     indien zij direct voorafgaan aan en aansluiten op een periode waarin zwangerschaps- of \
     bevallingsverlof wordt genoten overeenkomstig artikel 3:1",
);

const BAN_DID_NOT_ADD_UP: Source =
    BW7.at("670", "1").until(ADDS_UP_ACROSS_LEAVE_FROM.plus(-1)).says(
        "gedurende de tijd dat de werknemer ongeschikt is tot het verrichten van zijn arbeid wegens ziekte, \
     tenzij de ongeschiktheid: a. ten minste twee jaren heeft geduurd",
    );

const BAN_ADDS_UP_VERSIONS: &[Version] = &[
    Version {
        due: Bound {
            term: Term::OnTheDay,
            from: Anchor::LastSickDay,
            layer: Layer::Act,
            source: BAN_DID_NOT_ADD_UP,
            reading: Text {
                nl: "De wet telde geen perioden samen: na een dag van herstel begonnen de twee jaren \
                 opnieuw.",
                en: "The act added up no periods: after a day of recovery the two years began again.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    },
    Version {
        since: Some(ADDS_UP_ACROSS_LEAVE_FROM),
        due: Bound {
            term: Term::InterruptionShorterThan(4),
            from: Anchor::LastSickDay,
            layer: Layer::Act,
            source: BAN_ADDS_UP,
            reading: Text {
                nl: "Hooguit 27 dagen tussen de laatste en de nieuwe eerste ziektedag die meetelt, \
                 verlof en ziekte die voor het verbod niet telt meegerekend. Of ziek tot de dag \
                 voor het verlof en weer vanaf de dag erna, tenzij de oorzaak een andere is.",
                en: "At most 27 days between the last and the new first sick day that counts, leave \
                 and sickness that does not count for the ban included. Or sick until the day \
                 before the leave and again from the day after it, unless the cause differs.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    },
];

/// Which periods add up for the dismissal ban.
pub static JOINING_DISMISSAL_BAN: Rule = Rule {
    kind: Kind::Effect("joining-dismissal-ban"),
    clock: ClockKind::DismissalBan,
    regimes: regimes::EMPLOYER,
    versions: BAN_ADDS_UP_VERSIONS,
    ..JOINING
};

// Artikel 670, tweede lid

const SIX_WEEKS_AFTER_LEAVE: Source = BW7.at("670", "2").says(
    "en na werkhervatting, gedurende het tijdvak van zes weken aansluitend op dat bevallingsverlof, dan wel \
     aansluitend op een periode van ongeschiktheid tot het verrichten van arbeid die haar oorzaak vindt in de \
     bevalling of de daaraan voorafgaande zwangerschap en die aansluit op dat bevallingsverlof",
);

/// Six weeks after maternity leave, or after the sickness that adjoins it.
pub static LEAVE_BAN: Rule = Rule {
    kind: Kind::Milestone(Milestone::LEAVE_BAN),
    actor: Actor::Employer,
    layer: Layer::Act,
    clock: ClockKind::DismissalBan,
    regimes: regimes::EMPLOYER,
    versions: &[Version {
        due: Bound {
            term: Term::PeriodOfWeeks(6),
            from: Anchor::DayAfterLeaveOrSickness,
            layer: Layer::Act,
            source: SIX_WEEKS_AFTER_LEAVE,
            reading: Text {
                nl: "Na ziekte die op het verlof aansluit, geldt de dag alleen als zij door zwangerschap of \
                     bevalling komt; anders eindigt dit verbod zes weken na het verlof. De oorzaak wordt niet \
                     vastgelegd.",
                en: "After sickness that adjoins the leave the day holds only if pregnancy or childbirth is its \
                     cause; otherwise this ban ends six weeks after the leave. The cause is not recorded.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// Art. 670(11): what prolongs the two years.
pub const BAN_PROLONGED: Source = BW7.at("670", "11").says(
    "met de duur van de vertraging indien de aanvraag, bedoeld in artikel 64, eerste lid, van de \
     Wet werk en inkomen naar arbeidsvermogen later wordt gedaan",
);

/// Art. 670(11)(c): so do they prolong the dismissal ban.
pub const EXTENSION_PROLONGS_BAN: Source = BW7.at("670", "11(c)").says(
    "met de duur van het tijdvak dat het Uitvoeringsinstituut werknemersverzekeringen op grond van \
     artikel 24, eerste lid, of artikel 25, negende lid, van de Wet werk en inkomen naar \
     arbeidsvermogen",
);

// Artikel 674, eerste lid

/// Art. 674(1): the employment ends on the day of death, and the wages with it.
pub static ENDS_BY_DEATH: Source =
    BW7.at("674", "1").says("De arbeidsovereenkomst eindigt door de dood van de werknemer.");

// Artikel 671a

const BAN_OVER_WITHIN_FOUR_WEEKS: Source = BW7.at("671a", "11").says(
    "tenzij redelijkerwijs mag worden verwacht dat het opzegverbod niet meer geldt binnen vier weken na de \
     dagtekening van de beslissing op het verzoek",
);
const VALID_FOR_FOUR_WEEKS: Source = BW7.at("671a", "6").says(
    "De toestemming voor opzegging is geldig gedurende vier weken na de dagtekening van de beslissing",
);

/// *Regeling UWV ontslagprocedure* and art. 671a hold since this day.
const PERMITS_OF_THE_UWV: Day = Day::new(2015, 7, 1);

/// The first day on which the UWV can give permission to dismiss after long sickness.
pub static DISMISSAL_PERMIT: Rule = Rule {
    kind: Kind::Possibility(Possibility::DISMISSAL_PERMIT),
    actor: Actor::Employer,
    informs: &[Actor::Uwv, Actor::Employee],
    layer: Layer::Act,
    clock: ClockKind::DismissalBan,
    regimes: regimes::EMPLOYER,
    arising: Some(Arising {
        from: ArisesFrom::EndOfBan,
        since: Some(PERMITS_OF_THE_UWV),
        opening: Opening::OnThatDay,
        lasting: Lasting::FromDue,
        taken_by: Some(TakenBy::PermitGiven),
    }),
    versions: &[Version {
        due: Bound {
            term: Term::WeeksBefore(4),
            from: Anchor::DayAfterBan,
            layer: Layer::Act,
            source: BAN_OVER_WITHIN_FOUR_WEEKS,
            reading: Text {
                nl: "De eerste dag waarop het UWV toestemming kan geven. Vragen kan eerder, maar het UWV beslist \
                     dan op zijn vroegst op deze dag gunstig. Artikel 7 van de Regeling UWV ontslagprocedure \
                     zegt hetzelfde.",
                en: "The first day on which the UWV can give permission. One can ask earlier, but before this \
                     day the UWV gives none. The regulation on its procedure (art. 7) says the same.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// Four weeks after the permission was given, but not while the ban holds.
pub static DISMISSAL_WITH_PERMIT: Rule = Rule {
    kind: Kind::Possibility(Possibility::DISMISSAL_WITH_PERMIT),
    actor: Actor::Employer,
    informs: &[Actor::Employee],
    layer: Layer::Act,
    clock: ClockKind::DismissalBan,
    regimes: regimes::EMPLOYER,
    arising: Some(Arising {
        from: ArisesFrom::PermitGiven,
        since: Some(PERMITS_OF_THE_UWV),
        opening: Opening::NotBeforeEndOfBan,
        lasting: Lasting::UntilDue,
        taken_by: Some(TakenBy::DismissalNoticeGiven),
    }),
    versions: &[Version {
        opens: Some(Bound {
            term: Term::OnTheDay,
            from: Anchor::PermitGiven,
            layer: Layer::Act,
            source: VALID_FOR_FOUR_WEEKS,
            ..Bound::ON_THE_CALENDAR
        }),
        due: Bound {
            term: Term::PeriodOfWeeks(4),
            from: Anchor::DayAfterPermit,
            layer: Layer::Act,
            source: VALID_FOR_FOUR_WEEKS,
            reading: Text {
                nl: "De vier weken beginnen op de dag na de dagtekening. Hoe lang een toestemming geldig is, \
                     schuift niet op in een weekend.",
                en: "The four weeks begin on the day after the date of the decision. How long a permission is \
                     valid is not extended over a weekend.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// The rules of this instrument.
pub static RULES: &[&Rule] = &[
    &MINIMUM_WAGE_FLOOR,
    &WAGE_PERIOD,
    &STATE_PENSION_WAGES,
    &JOINING_WAGES,
    &DISMISSAL_BAN,
    &STATE_PENSION_DISMISSAL_BAN,
    &JOINING_DISMISSAL_BAN,
    &DOMESTIC_STAFF_WAGES,
    &WAITING_DAYS,
    &LEAVE_BAN,
    &DISMISSAL_PERMIT,
    &DISMISSAL_WITH_PERMIT,
];
