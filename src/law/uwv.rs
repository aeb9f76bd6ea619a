//! Policy and published working methods of the UWV, and what only practice knows. None of it is a
//! statute. The words stand in `uwv.md`.

use super::bw7;
use super::citation::{Instrument, Source};
use super::duty::Duty;
use super::properties::{Afterwards, Consequence, Override, Recurrence, Renewal};
use super::rule::{Actor, ClockKind, Condition, Kind, Layer, Rule, regimes};
use super::term::Term;
use super::version::{Anchor, Bound, Version};
use crate::lang::Text;

/// What the UWV tells the public about the weeks.
pub static UWV_EMPLOYEE_PAGE: Instrument = Instrument {
    bwb: "",
    name: "UWV, Re-integreren tijdens ziekte",
    short: "UWV",
    url: "http://www.uwv.nl/particulieren/ziek/ziek-met-werkgever/re-integreren-tijdens-ziekte/",
};

/// What the UWV tells employers about the 42nd-week report.
pub static UWV_REPORT_PAGE: Instrument = Instrument {
    bwb: "",
    name: "UWV, Ziek melden bij UWV",
    short: "UWV",
    url: "https://www.uwv.nl/werkgevers/werknemer-is-ziek/loondoorbetaling/werknemer-is-langdurig-ziek/detail/ziek-melden-bij-uwv",
};

/// What the UWV tells employees about the WIA claim.
pub static UWV_WIA_PAGE: Instrument = Instrument {
    bwb: "",
    name: "UWV, Wanneer vraag ik een WIA-uitkering aan",
    short: "UWV",
    url: "https://www.uwv.nl/particulieren/ziek/ziek-wia-uitkering/wia-uitkering-aanvragen/detail/wanneer-vraag-ik-een-wia-uitkering-aan",
};

/// What the UWV tells employees who have been sick for almost two years.
pub static UWV_TWO_YEARS_PAGE: Instrument = Instrument {
    bwb: "",
    name: "UWV, Bijna 2 jaar ziek: WIA",
    short: "UWV",
    url: "http://www.uwv.nl/particulieren/ziek/ziek-wia-uitkering/bijna-2-jaar-ziek-wia/",
};

/// What the UWV tells employers about a sickness that goes on after maternity leave.
pub static UWV_LEAVE_PAGE: Instrument = Instrument {
    bwb: "",
    name: "UWV, Reporting an ongoing illness before and after paid maternity leave",
    short: "UWV",
    url: "https://www.uwv.nl/en/employers/forms/reporting-an-ongoing-illness-before-and-after-paid-maternity-leave",
};

/// What the UWV tells people without an employer.
pub static UWV_SAFETY_NET_PAGE: Instrument = Instrument {
    bwb: "",
    name: "UWV, Wat kunt u verwachten tijdens uw Ziektewet-uitkering",
    short: "UWV",
    url: "https://uwv.nl/nl/ziek/ziektewet-uitkering/verwachting-zw",
};

/// That the UWV takes sixteen weeks for a WIA decision, known through a law firm's page of 2026-01-07.
pub static SIXTEEN_WEEKS_PAGE: Instrument = Instrument {
    bwb: "",
    name: "UWV, beslistermijn WIA van 16 weken (weergave door Op Rijk advocaten)",
    short: "UWV",
    url: "https://www.oprijk.nl/actueel/nieuws/2026/01/07/uwv-verlengt-per-1-januari-2026-tijdelijk-de-beslistermijn-voor-wia-herbeoordelingen-naar-16-weken",
};

/// Sixteen weeks for a WIA decision, temporary, without a last day.
pub const SIXTEEN_WEEKS: Source = SIXTEEN_WEEKS_PAGE.at("", "").says(
    "verlengt UWV – in samenspraak met het ministerie van SZW – per 1 januari 2026 tijdelijk de \
     beslistermijn voor WIA-beoordelingen en herbeoordelingen van 8 naar 16 weken",
);

/// An absence register on how spells are added up, with examples of 2022. No authority.
pub static RVIREGISTER_PAGE: Instrument = Instrument {
    bwb: "",
    name: "RVI-register, Samenstellen van ziekteperiodes",
    short: "RVI-register",
    url: "https://rviregister.nl/samenstellen-van-ziekteperiodes-hoe-zit-dat-nu-precies/",
};

/// The other reading of joining: leave is left out of the four weeks, as it was until 2005-08-31. It stands on one
/// secondary page of 2022, and no present text says so.
pub static LEAVE_LEFT_OUT_OTHERWISE: Source = RVIREGISTER_PAGE.at("", "").says(
    "Voor de onderbreking van vier weken mag je periodes van zwangerschaps- en bevallingsverlof niet \
     meetellen.",
);

/// The UWV's guide for the assessment of re-integration efforts, known through a law firm's page.
pub static WERKWIJZER: Instrument = Instrument {
    bwb: "",
    name: "Werkwijzer Poortwachter (UWV)",
    short: "Werkwijzer",
    url: "https://www.oprijk.nl/advocaten-adviseurs-arbeidsrecht/kennispunt-sociale-zekerheid/poortwachter-schema",
};

/// *Beleidsregels beoordelingskader poortwachter*.
pub static BELEIDSREGELS: Instrument = Instrument {
    bwb: "BWBR0014375",
    name: "Beleidsregels beoordelingskader poortwachter",
    short: "BBP",
    url: "https://wetten.overheid.nl/BWBR0014375/2006-11-18",
};

/// The analysis in the sixth week.
pub const WEEK_6: Source =
    UWV_EMPLOYEE_PAGE.at("", "").says("uiterlijk in de zesde week nadat u zich heeft ziek gemeld");

/// The plan in the eighth week.
pub const WEEK_8: Source = UWV_EMPLOYEE_PAGE
    .at("", "")
    .says("uiterlijk in de achtste week van uw ziekte een Plan van aanpak");

/// The 42nd-week report on the first working day after it.
pub const FIRST_WORKING_DAY: Source =
    UWV_REPORT_PAGE.at("", "").says("uiterlijk de eerste werkdag na de 42e ziekteweek");

/// The letter after 88 weeks.
pub const WEEK_88: Source = UWV_WIA_PAGE
    .at("", "")
    .says("Na 88 weken ziekte krijgt u een brief van ons. Vanaf dat moment kunt u een WIA-uitkering aanvragen.");

/// The early claim after three weeks.
pub const AFTER_THREE_WEEKS: Source =
    UWV_TWO_YEARS_PAGE.at("", "").says("U mag de uitkering na minimaal 3 weken ziekte aanvragen.");

/// The early claim before 68 weeks.
pub const BEFORE_68_WEEKS: Source =
    UWV_TWO_YEARS_PAGE.at("", "").says("Vraag de uitkering wel aan vóórdat u 68 weken ziek bent");

/// The analysis of the UWV within 13 weeks.
pub const WEEK_13: Source =
    UWV_SAFETY_NET_PAGE.at("", "").says("Uiterlijk na 13 weken: Probleemanalyse");

/// The plan of the UWV within 15 weeks.
pub const WEEK_15: Source =
    UWV_SAFETY_NET_PAGE.at("", "").says("Uiterlijk na 15 weken: Plan van aanpak");

/// No efforts are asked when there are no possibilities left.
pub static NO_EFFORTS_WITHOUT_POSSIBILITIES: Source = BELEIDSREGELS.at("Bijlage", "3").says(
    "Van werkgever en werknemer worden geen re-integratie-inspanningen meer verlangd wanneer de \
     werknemer geen mogelijkheden meer heeft tot het verrichten van arbeid in het eigen bedrijf of \
     bij een andere werkgever.",
);

const PREPARE_AT_FIRST_YEAR: Source = BELEIDSREGELS
    .at("Bijlage", "5")
    .says("tevens voorbereidingen starten met het oog op re-integratie bij een andere werkgever");

/// Both tracks side by side.
pub const SECOND_TRACK_BESIDE_FIRST: Source = WERKWIJZER.at("", "").says(
    "moet er naast een onverminderd voortzetten van het 1e spoortraject een adequaat 2e \
     spoortraject worden gestart",
);

/// The employer follows the search for other work.
pub const FINGER_ON_THE_PULSE: Source = BELEIDSREGELS.at("Bijlage", "9").says(
    "Gedurende het gehele proces van zoeken naar werkhervatting bij een andere werkgever, moet de \
     werkgever de vinger aan de pols houden.",
);

const SIX_WEEKS_AFTER_EVALUATION: Source =
    WERKWIJZER.at("", "").says("uiterlijk binnen 6 weken na de 1e jaarsevaluatie");

/// The second track may be left out only with a concrete perspective with the own employer.
pub const PERSPECTIVE: Source = WERKWIJZER.at("", "").says(
    "Spoor 2 activiteiten kunnen alleen achterwege blijven als er binnen 3 maanden een concreet \
     perspectief is op structurele werkhervatting binnen de eigen organisatie",
);

/// The statute (BW 7:658a) names no week; six weeks after the evaluation is policy.
pub static SECOND_TRACK_START: Rule = Rule {
    kind: Kind::Duty(Duty::SECOND_TRACK_START),
    actor: Actor::Employer,
    with: &[Actor::Employee],
    informs: &[Actor::OccupationalPhysician],
    layer: Layer::Policy,
    regimes: regimes::PAYER,
    conditions: &[
        Condition::Employed,
        Condition::BelowStatePensionAge,
        Condition::PossibilitiesToReturn,
    ],
    condition_words: &[(Condition::PossibilitiesToReturn, &NO_EFFORTS_WITHOUT_POSSIBILITIES)],
    overrides: &[
        Override::PossibilitiesReturned(Renewal::FromThePlan),
        Override::OwnEmployerPerspective,
    ],
    consequences: &[Consequence::WageSanction],
    the_nl: "de start van het tweede spoor",
    versions: &[Version {
        opens: Some(Bound {
            term: Term::StartOfWeek(9),
            layer: Layer::Practice,
            source: bw7::AS_SOON_AS_POSSIBLE,
            reading: Text {
                nl: "De wet noemt geen week. Bureaus beginnen na week 8, als het plan er kan zijn.",
                en: "The statute names no week; agencies start after week 8, when the plan can be \
                     there.",
            },
            ..Bound::ON_SICK_DAYS
        }),
        advised: Some(Bound {
            term: Term::EndOfWeek(52),
            layer: Layer::Policy,
            source: PREPARE_AT_FIRST_YEAR,
            reading: Text {
                nl: "Volgens de strengste uitleg moet het uiterlijk aan het einde van week 52.",
                en: "The strictest published reading: no later than the end of week 52.",
            },
            ..Bound::ON_SICK_DAYS
        }),
        due: Bound {
            term: Term::WithinWeeksAfter(6),
            from: Anchor::MetOrPlanned(Duty::FIRST_YEAR_EVALUATION),
            layer: Layer::Policy,
            source: SIX_WEEKS_AFTER_EVALUATION,
            reading: Text {
                nl: "Dat is week 58 als de evaluatie in week 52 is.",
                en: "Week 58 when the evaluation is held in week 52.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// The second track after an opinion that sees possibilities again, once the first-year evaluation is over:
/// two weeks for the plan, then six.
pub static SECOND_TRACK_AFTER_POSSIBILITIES_RETURNED: Rule = Rule {
    kind: Kind::Effect("second-track-after-new-opinion"),
    effect_name: Text {
        nl: "Tweede spoor als er weer mogelijkheden zijn",
        en: "Second track once there are possibilities again",
    },
    actor: Actor::Employer,
    with: &[Actor::Employee],
    layer: Layer::Policy,
    regimes: regimes::PAYER,
    versions: &[Version {
        due: Bound {
            term: Term::WithinWeeksAfter(6),
            from: Anchor::PlanDueAgain,
            layer: Layer::Policy,
            source: SIX_WEEKS_AFTER_EVALUATION,
            reading: Text {
                nl: "Na de eerstejaarsevaluatie: twee weken voor het plan vanaf het nieuwe oordeel, en \
                     dan zes weken. Dat zou in de Werkwijzer staan (paragraaf 4.3.2). Die paragraaf zelf \
                     is niet gevonden, alleen de regels van een derde die haar noemen.",
                en: "After the first-year evaluation: two weeks for the plan from the new opinion, then six \
                     weeks. It is said to stand in the Werkwijzer (paragraph 4.3.2). That paragraph itself \
                     was not found, only the rules of a third party that name it.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// How long a concrete perspective with the own employer defers the second track.
pub static OWN_EMPLOYER_PERSPECTIVE: Rule = Rule {
    kind: Kind::Effect("own-employer-perspective"),
    effect_name: Text {
        nl: "Concreet perspectief in het eigen bedrijf",
        en: "Concrete perspective with the own employer",
    },
    actor: Actor::Employer,
    layer: Layer::Policy,
    regimes: regimes::PAYER,
    versions: &[Version {
        due: Bound {
            term: Term::WithinMonthsAfter(3),
            from: Anchor::Request,
            layer: Layer::Policy,
            source: PERSPECTIVE,
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

const AFTER_LEAVE: Source = UWV_LEAVE_PAGE.at("", "").says(
    "Please send us the completed form on the first working day after your employee's paid maternity \
     leave has ended.",
);

/// After a leave that the 42nd-week report came before. No act names it: ZW 38(1) adds the sickness
/// on both sides of the leave up.
pub static LEAVE_FOLLOW_ON_FORM: Rule = Rule {
    kind: Kind::Duty(Duty::LEAVE_FOLLOW_ON_FORM),
    actor: Actor::Employer,
    informs: &[Actor::Uwv],
    layer: Layer::Policy,
    clock: ClockKind::Notification,
    regimes: regimes::EMPLOYER,
    conditions: &[Condition::Employed],
    recurrence: Recurrence::PerLeave { after: Duty::UWV_SICKNESS_REPORT },
    afterwards: Afterwards::CanBeDone,
    versions: &[Version {
        due: Bound {
            term: Term::NextWorkingDay,
            from: Anchor::DayAfterLeave,
            layer: Layer::Policy,
            source: AFTER_LEAVE,
            reading: Text {
                nl: "Het UWV vraagt dit als de 42e-weeksmelding vóór het verlof kwam en de werknemer \
                 na het verlof nog ziek is. Alleen de Engelse pagina van het UWV is gevonden.",
                en: "Asked when the 42nd-week report came before the leave and the sickness goes on on \
                 both sides of it.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// The rules of the UWV's policy and of practice.
pub static RULES: &[&Rule] = &[
    &SECOND_TRACK_START,
    &SECOND_TRACK_AFTER_POSSIBILITIES_RETURNED,
    &OWN_EMPLOYER_PERSPECTIVE,
    &LEAVE_FOLLOW_ON_FORM,
];
