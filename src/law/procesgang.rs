//! *Regeling procesgang eerste en tweede ziektejaar* (BWBR0013540): the analysis, the plan, its
//! evaluation, and what the re-integration report holds. The articles stand in `procesgang.md`.

use super::citation::{Instrument, Source};
use super::duty::Duty;
use super::properties::{
    Completion, Consequence, Document, MetBy, Override, Recurrence, Renewal, Request,
};
use super::rule::{Actor, Condition, Kind, Layer, Rule, regimes};
use super::term::Term;
use super::uwv;
use super::version::{Anchor, Bound, Version};
use crate::lang::Text;

/// The ministerial regulation.
pub static REGELING_PROCESGANG: Instrument = Instrument {
    bwb: "BWBR0013540",
    name: "Regeling procesgang eerste en tweede ziektejaar",
    short: "RP",
    url: "https://wetten.overheid.nl/BWBR0013540/2025-07-01",
};

// Artikel 2, eerste lid

const TIMELY_DATA: Source = REGELING_PROCESGANG
    .at("2", "1")
    .says("verstrekt aan de bedrijfsarts of de arbodienst tijdig alle noodzakelijke gegevens");

/// The regulation says "in good time"; the first week is practice.
pub static SICKNESS_REPORT: Rule = Rule {
    kind: Kind::Duty(Duty::SICKNESS_REPORT),
    actor: Actor::Employer,
    informs: &[Actor::OccupationalPhysician],
    layer: Layer::Practice,
    regimes: regimes::PAYER,
    conditions: &[Condition::Employed],
    the_nl: "de ziekmelding bij bedrijfsarts of arbodienst",
    versions: &[Version {
        opens: Some(Bound {
            term: Term::OnTheDay,
            layer: Layer::Practice,
            source: TIMELY_DATA,
            ..Bound::ON_SICK_DAYS
        }),
        due: Bound {
            term: Term::EndOfWeek(1),
            layer: Layer::Practice,
            source: TIMELY_DATA,
            reading: Text {
                nl: "De regeling noemt geen dag. In de praktijk meldt de werkgever het in de \
                     eerste week.",
                en: "The regulation names no day; practice reports within the first week.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 2, tweede en derde lid

const OPINION: Source =
    REGELING_PROCESGANG.at("2", "2").says("binnen zes weken na de eerste dag van ongeschiktheid");

/// Art. 2(3): long absence foreseen only after six weeks.
pub const OPINION_WITHOUT_DELAY: Source =
    REGELING_PROCESGANG.at("2", "3").says("De werkgever verlangt onverwijld een oordeel");

/// The employer asks for it, the occupational physician gives it.
pub static PROBLEM_ANALYSIS: Rule = Rule {
    kind: Kind::Duty(Duty::PROBLEM_ANALYSIS),
    actor: Actor::Employer,
    with: &[Actor::OccupationalPhysician],
    informs: &[Actor::Employee],
    layer: Layer::MinisterialRegulation,
    regimes: regimes::PAYER,
    conditions: &[Condition::Employed],
    overrides: &[Override::WithoutDelay { foreseen: &OPINION_WITHOUT_DELAY, reported: None }],
    consequences: &[Consequence::WageSanction],
    report_part: Some('f'),
    completion: Completion::Ready,
    the_nl: "de probleemanalyse",
    versions: &[Version {
        opens: Some(Bound {
            term: Term::OnTheDay,
            layer: Layer::Practice,
            source: OPINION,
            ..Bound::ON_SICK_DAYS
        }),
        advised: Some(Bound {
            term: Term::EndOfWeek(6),
            layer: Layer::Policy,
            source: uwv::WEEK_6,
            reading: Text {
                nl: "Het UWV zegt: zorg dat het er in de zesde week is. Dat is een dag voor het \
                     einde van de termijn.",
                en: "The UWV tells parties to have it in the sixth week, a day before the term \
                     ends.",
            },
            ..Bound::ON_SICK_DAYS
        }),
        due: Bound {
            term: Term::WithinWeeksAfter(6),
            layer: Layer::MinisterialRegulation,
            source: OPINION,
            reading: Text {
                nl: "De eerste ziektedag zelf hoort niet bij de 42 dagen. De regel zegt dat de \
                     werkgever het oordeel moet vragen. Hier lezen we: het oordeel moet er dan \
                     zijn.",
                en: "The first sick day itself is not one of the 42 days. The clause binds the \
                     employer to ask for the opinion; it is read as the opinion being there.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 4, eerste lid

const PLAN: Source =
    REGELING_PROCESGANG.at("4", "1").says("binnen twee weken na het oordeel een plan van aanpak");

/// Art. 4(1): a plan only when the physician sees possibilities.
pub static POSSIBILITIES: Source = REGELING_PROCESGANG.at("4", "1").says(
    "Indien uit het oordeel van de bedrijfsarts of de arbodienst, bedoeld in artikel 2, tweede of \
     derde lid, blijkt dat er nog mogelijkheden zijn om de terugkeer naar arbeid van de werknemer \
     te bevorderen",
);

/// Two weeks from the real analysis, not eight weeks from the first sick day.
pub static PLAN_OF_ACTION: Rule = Rule {
    kind: Kind::Duty(Duty::PLAN_OF_ACTION),
    actor: Actor::Employer,
    with: &[Actor::Employee],
    informs: &[Actor::Employee, Actor::CaseManager, Actor::OccupationalPhysician],
    layer: Layer::MinisterialRegulation,
    regimes: regimes::PAYER,
    conditions: &[
        Condition::Employed,
        Condition::BelowStatePensionAge,
        Condition::PossibilitiesToReturn,
    ],
    condition_words: &[(Condition::PossibilitiesToReturn, &POSSIBILITIES)],
    overrides: &[Override::PossibilitiesReturned(Renewal::FromTheOpinion)],
    consequences: &[Consequence::WageSanction],
    document: Some(Document::PlanOfAction),
    report_part: Some('g'),
    completion: Completion::Ready,
    the_nl: "het plan van aanpak",
    versions: &[Version {
        opens: Some(Bound {
            term: Term::OnTheDay,
            from: Anchor::Met(Duty::PROBLEM_ANALYSIS),
            layer: Layer::MinisterialRegulation,
            source: PLAN,
            ..Bound::ON_SICK_DAYS
        }),
        advised: Some(Bound {
            term: Term::EndOfWeek(8),
            layer: Layer::Policy,
            source: uwv::WEEK_8,
            reading: Text {
                nl: "Het UWV zegt: zorg dat het er in de achtste week is.",
                en: "The UWV tells parties to have it in the eighth week.",
            },
            ..Bound::ON_SICK_DAYS
        }),
        due: Bound {
            term: Term::WithinWeeksAfter(2),
            from: Anchor::MetOrPlanned(Duty::PROBLEM_ANALYSIS),
            layer: Layer::MinisterialRegulation,
            source: PLAN,
            reading: Text {
                nl: "De dag van het oordeel zelf hoort niet bij de 14 dagen.",
                en: "The day of the opinion itself is not one of the 14 days.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 4, vierde en vijfde lid

/// Art. 4(5): the plan is adjusted when the advice asks for it, and the first paragraph applies: within two
/// weeks.
const ADJUSTED: Source = REGELING_PROCESGANG.at("4", "5").says(
    "het in het vierde lid bedoeld advies van de bedrijfsarts of de arbodienst daartoe aanleiding geeft. \
     Het eerste tot en met derde lid zijn van overeenkomstige toepassing",
);

/// The plan after an opinion that sees possibilities again.
pub static PLAN_AFTER_POSSIBILITIES_RETURNED: Rule = Rule {
    kind: Kind::Effect("plan-after-new-opinion"),
    effect_name: Text {
        nl: "Plan van aanpak als er weer mogelijkheden zijn",
        en: "Plan of action once there are possibilities again",
    },
    actor: Actor::Employer,
    with: &[Actor::Employee],
    layer: Layer::MinisterialRegulation,
    regimes: regimes::PAYER,
    versions: &[Version {
        due: Bound {
            term: Term::WithinWeeksAfter(2),
            from: Anchor::NewOpinion,
            layer: Layer::MinisterialRegulation,
            source: ADJUSTED,
            reading: Text {
                nl: "Geen mogelijkheden: dat geldt tot een nieuw oordeel iets anders zegt. Vanaf dat \
                     oordeel zijn er weer twee weken, want lid 1 geldt ook dan.",
                en: "No possibilities: that holds until a new opinion says otherwise. From that opinion \
                     there are two weeks again, for paragraph 1 applies then too.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// Two weeks from an advice that asks for it.
pub static PLAN_ADJUSTMENT: Rule = Rule {
    kind: Kind::Duty(Duty::PLAN_ADJUSTMENT),
    actor: Actor::Employer,
    with: &[Actor::Employee],
    informs: &[Actor::Employee, Actor::CaseManager, Actor::OccupationalPhysician],
    layer: Layer::MinisterialRegulation,
    regimes: regimes::PAYER,
    conditions: &[
        Condition::Employed,
        Condition::BelowStatePensionAge,
        Condition::PossibilitiesToReturn,
    ],
    condition_words: &[(Condition::PossibilitiesToReturn, &POSSIBILITIES)],
    recurrence: Recurrence::PerRequest(Request::AdjustmentAdvised),
    met_by: &[MetBy::PlanAdjusted],
    consequences: &[Consequence::WageSanction],
    completion: Completion::Ready,
    versions: &[Version {
        due: Bound {
            term: Term::WithinWeeksAfter(2),
            from: Anchor::AdjustmentAdvised,
            layer: Layer::MinisterialRegulation,
            source: ADJUSTED,
            reading: Text {
                nl: "Lid 5 noemt zelf geen dagen. Lid 1 geldt ook voor een bijstelling: binnen twee \
                     weken na het advies. De dag van het advies zelf hoort niet bij de 14 dagen.",
                en: "Paragraph 5 names no days itself. Paragraph 1 applies to an adjustment too: within \
                     two weeks of the advice, the day of the advice not being one of the 14 days.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 4, tweede lid, onderdeel b

/// Art. 4(2)(b): evaluation is periodic, no interval is named.
pub const PERIODIC: Source =
    REGELING_PROCESGANG.at("4", "2(b)").says("die evaluatie vindt periodiek, en in ieder geval");

/// Every six weeks is practice; the regulation says "periodically".
pub static PROGRESS_INTERVIEW: Rule = Rule {
    kind: Kind::Duty(Duty::PROGRESS_INTERVIEW),
    actor: Actor::Employer,
    with: &[Actor::Employee],
    layer: Layer::Practice,
    regimes: regimes::PAYER,
    conditions: &[
        Condition::Employed,
        Condition::BelowStatePensionAge,
        Condition::PossibilitiesToReturn,
    ],
    condition_words: &[(Condition::PossibilitiesToReturn, &POSSIBILITIES)],
    recurrence: Recurrence::AfterPrevious { first_after: Duty::PLAN_OF_ACTION },
    met_by: &[MetBy::Interview],
    completion: Completion::Held,
    versions: &[Version {
        due: Bound {
            term: Term::WithinWeeksAfter(6),
            from: Anchor::PreviousInterview,
            layer: Layer::Practice,
            source: PERIODIC,
            reading: Text {
                nl: "De regeling zegt niet hoe vaak. In de praktijk is het elke zes weken.",
                en: "The regulation names no interval; practice takes six weeks.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// Art. 4(2): what the plan holds at least.
pub const PLAN_CONTENT: Source = REGELING_PROCESGANG
    .at("4", "2")
    .says("Het plan van aanpak, bedoeld in het eerste lid, omvat in ieder geval");

const END_OF_FIRST_YEAR: Source = REGELING_PROCESGANG
    .at("4", "2(b)")
    .says("in ieder geval aan het einde van het eerste ziektejaar");

/// At the end of the first sick year.
pub static FIRST_YEAR_EVALUATION: Rule = Rule {
    kind: Kind::Duty(Duty::FIRST_YEAR_EVALUATION),
    actor: Actor::Employer,
    with: &[Actor::Employee],
    layer: Layer::MinisterialRegulation,
    regimes: regimes::PAYER,
    conditions: &[Condition::Employed],
    consequences: &[Consequence::WageSanction],
    document: Some(Document::PlanEvaluation),
    report_part: Some('h'),
    completion: Completion::Held,
    the_nl: "de eerstejaarsevaluatie",
    versions: &[Version {
        opens: Some(Bound {
            term: Term::StartOfWeek(46),
            layer: Layer::Practice,
            source: END_OF_FIRST_YEAR,
            reading: Text {
                nl: "In de praktijk gebeurt het in de weken 46 tot en met 52.",
                en: "Practice holds it in weeks 46 to 52.",
            },
            ..Bound::ON_SICK_DAYS
        }),
        due: Bound {
            term: Term::EndOfWeek(52),
            layer: Layer::MinisterialRegulation,
            source: END_OF_FIRST_YEAR,
            reading: Text {
                nl: "Een ziektejaar is hier 52 weken, net als overal in deze wetten.",
                en: "A sick year is read as 52 weeks, as everywhere in these acts.",
            },
            ..Bound::ON_SICK_DAYS
        },
        tolerated: Some(Bound {
            term: Term::Years(1),
            layer: Layer::MinisterialRegulation,
            source: END_OF_FIRST_YEAR,
            reading: Text {
                nl: "Lees je een ziektejaar als een jaar op de kalender, dan eindigt het een of \
                     twee dagen later.",
                en: "Read as a calendar year the first sick year ends one or two days later.",
            },
            ..Bound::ON_SICK_DAYS
        }),
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikel 5

/// Art. 5: the terms of art. 2 and 4 may be deviated from with reasons.
pub static DEVIATION: Source = REGELING_PROCESGANG
    .at("5", "")
    .says("kan door de werkgever en de werknemer gemotiveerd worden afgeweken");

// Artikel 6, eerste lid

/// Art. 6(1): what the re-integration report holds at least.
pub const REPORT_CONTENT: Source = REGELING_PROCESGANG.at("6", "1").says(
    "Het reïntegratieverslag, bedoeld in artikel 71a, derde lid, van de Wet op de \
     arbeidsongeschiktheidsverzekering en artikel 25, derde lid, van de Wet Werk en inkomen naar \
     arbeidsvermogen bevat in ieder geval",
);

const REASONABLY_ASKED: Source = REGELING_PROCESGANG.at("6", "2").says(
    "voor zover dit gezien de resterende duur van het dienstverband gerekend vanaf de eerste dag \
     van ongeschiktheid tot werken redelijkerwijs te verlangen is",
);

/// Up to which length of sickness practice takes the short form of the report.
pub static SHORT_REPORT: Rule = Rule {
    kind: Kind::Effect("short-report"),
    effect_name: Text { nl: "Verkort re-integratieverslag", en: "Short re-integration report" },
    actor: Actor::Employer,
    with: &[Actor::Employee],
    layer: Layer::Practice,
    regimes: regimes::EMPLOYER,
    versions: &[Version {
        due: Bound {
            term: Term::AtLeastWeeksBetween(10),
            from: Anchor::FirstSickDay,
            layer: Layer::Practice,
            source: REASONABLY_ASKED,
            reading: Text {
                nl: "De regeling vraagt wat redelijk is. In de praktijk is tot tien weken een kort \
                 verslag genoeg.",
                en: "The regulation asks for what is reasonable; practice takes the short form up to \
                 ten weeks.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

const UP_TO_DATE_OPINION: Source = REGELING_PROCESGANG.at("6", "1(j)").says(
    "een actueel oordeel van de bedrijfsarts of de arbodienst over het verloop van de \
     ongeschiktheid tot werken",
);

/// Part of the re-integration report; its week is practice.
pub static CURRENT_OPINION: Rule = Rule {
    kind: Kind::Duty(Duty::CURRENT_OPINION),
    actor: Actor::OccupationalPhysician,
    informs: &[Actor::Employer, Actor::Employee],
    layer: Layer::MinisterialRegulation,
    regimes: regimes::PAYER,
    conditions: &[Condition::Employed, Condition::WiaCanStart],
    report_part: Some('j'),
    the_nl: "het actueel oordeel",
    versions: &[Version {
        opens: Some(Bound {
            term: Term::StartOfWeek(87),
            layer: Layer::Practice,
            source: UP_TO_DATE_OPINION,
            reading: Text {
                nl: "In de praktijk vraagt men het vanaf week 87. Dan is het nog actueel.",
                en: "Practice asks for it from week 87 on, so that it is still up to date.",
            },
            ..Bound::ON_SICK_DAYS
        }),
        due: Bound {
            term: Term::EndOfWeek(91),
            layer: Layer::Practice,
            source: UP_TO_DATE_OPINION,
            reading: Text {
                nl: "De regeling noemt geen week. Het hoort in het re-integratieverslag, en dat \
                     moet er in week 91 zijn.",
                en: "The regulation names no week; the report that holds it is due in week 91.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    when_extended: Some(&Version {
        opens: Some(Bound { source: UP_TO_DATE_OPINION, ..OPENS_WHEN_EXTENDED }),
        due: Bound { source: UP_TO_DATE_OPINION, ..DUE_WHEN_EXTENDED },
        ..Version::BASE
    }),
    ..Rule::BASE
};

/// With the re-integration report, which is due thirteen weeks before the end of a voluntary extension
/// (WIA 25(4)).
const DUE_WHEN_EXTENDED: Bound = Bound {
    term: Term::WeeksBefore(13),
    from: Anchor::End,
    layer: Layer::Practice,
    reading: Text {
        nl: "De regeling noemt geen week. Het hoort in het re-integratieverslag, en dat moet er dertien \
             weken voor het einde van de verlenging zijn (WIA art. 25, lid 4).",
        en: "The regulation names no week; the report that holds it is due thirteen weeks before the end \
             of the extension (WIA art. 25(4)).",
    },
    ..Bound::ON_THE_CALENDAR
};

/// As long before it as without an extension: from week 87 to week 91.
const OPENS_WHEN_EXTENDED: Bound = Bound {
    term: Term::FirstDayOfLastWeeks(5),
    from: Anchor::Due,
    layer: Layer::Practice,
    reading: Text {
        nl: "Even lang ervoor als zonder verlenging: van week 87 tot week 91.",
        en: "As long before it as without an extension: from week 87 to week 91.",
    },
    ..Bound::ON_THE_CALENDAR
};

const MOST_RECENT_EVALUATION: Source = REGELING_PROCESGANG.at("6", "1(h)").says(
    "alsmede de meest recente evaluatie van de voortgang en de uitvoering van de in het plan van \
     aanpak gemaakte afspraken",
);

/// Part of the re-integration report; its week is practice.
pub static FINAL_EVALUATION: Rule = Rule {
    kind: Kind::Duty(Duty::FINAL_EVALUATION),
    actor: Actor::Employer,
    with: &[Actor::Employee],
    layer: Layer::MinisterialRegulation,
    regimes: regimes::PAYER,
    conditions: &[Condition::Employed, Condition::WiaCanStart],
    report_part: Some('h'),
    completion: Completion::Held,
    the_nl: "de eindevaluatie",
    versions: &[Version {
        opens: Some(Bound {
            term: Term::StartOfWeek(87),
            layer: Layer::Practice,
            source: MOST_RECENT_EVALUATION,
            reading: Text {
                nl: "In de praktijk gebeurt het vanaf week 87.",
                en: "Practice holds it from week 87 on.",
            },
            ..Bound::ON_SICK_DAYS
        }),
        due: Bound {
            term: Term::EndOfWeek(91),
            layer: Layer::Practice,
            source: MOST_RECENT_EVALUATION,
            reading: Text {
                nl: "De regeling noemt geen week. Het hoort in het re-integratieverslag, en dat \
                     moet er in week 91 zijn.",
                en: "The regulation names no week; the report that holds it is due in week 91.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    when_extended: Some(&Version {
        opens: Some(Bound { source: MOST_RECENT_EVALUATION, ..OPENS_WHEN_EXTENDED }),
        due: Bound { source: MOST_RECENT_EVALUATION, ..DUE_WHEN_EXTENDED },
        ..Version::BASE
    }),
    ..Rule::BASE
};

/// The rules of this instrument.
pub static RULES: &[&Rule] = &[
    &SICKNESS_REPORT,
    &PROBLEM_ANALYSIS,
    &PLAN_OF_ACTION,
    &PLAN_AFTER_POSSIBILITIES_RETURNED,
    &PLAN_ADJUSTMENT,
    &PROGRESS_INTERVIEW,
    &FIRST_YEAR_EVALUATION,
    &CURRENT_OPINION,
    &FINAL_EVALUATION,
    &SHORT_REPORT,
];
