//! *Regeling procesgang eerste en tweede ziektejaar voor vangnetters zonder werkgever*
//! (BWBR0022309): analysis, plan and recalibration where the UWV stands in for an employer. The
//! articles stand in `procesgang_vangnet.md`.

use super::citation::{Instrument, Source};
use super::duty::Duty;
use super::procesgang;
use super::properties::{LateReport, Override, Recurrence};
use super::rule::{Actor, Condition, Kind, Layer, Rule, regimes};
use super::term::Term;
use super::uwv;
use super::version::{Anchor, Bound, Version};
use crate::day::Day;
use crate::lang::Text;

/// The ministerial regulation. The text beside this file is that of 2025; the change of 2023 touched no term.
pub static REGELING_VANGNET: Instrument = Instrument {
    bwb: "BWBR0022309",
    name: "Regeling procesgang eerste en tweede ziektejaar voor vangnetters zonder werkgever",
    short: "RPV",
    url: "https://wetten.overheid.nl/BWBR0022309/2025-07-01",
};

/// The day on which it came into force (Stb. 2007, 553).
pub const IN_FORCE_FROM: Day = Day::new(2007, 12, 21);

/// Art. 8: not for who had sickness benefit before it came into force.
pub static NOT_FOR_RUNNING_CASES: Source = REGELING_VANGNET.at("8", "").says(
    "Deze regeling is niet van toepassing met betrekking tot personen die voor de dag van de \
     inwerkingtreding van deze regeling recht hadden op ziekengeld",
);

/// The condition that art. 8 sets, with its words.
const FROM_IN_FORCE: (Condition, &Source) =
    (Condition::FirstSickDayFrom(IN_FORCE_FROM), &NOT_FOR_RUNNING_CASES);

// Artikel 2

const OPINION: Source =
    REGELING_VANGNET.at("2", "1").says("binnen zes weken na de eerste dag van ongeschiktheid");

/// Art. 2(2): long absence foreseen only after six weeks.
pub const OPINION_WITHOUT_DELAY: Source =
    REGELING_VANGNET.at("2", "2").says("Het UWV vormt zich onverwijld een oordeel");

/// Art. 2(3): the sickness was reported after the six weeks.
pub const REPORTED_LATE: Source = REGELING_VANGNET.at("2", "3").says(
    "later wordt gedaan dan binnen zes weken na de eerste dag van ongeschiktheid tot het verrichten \
     van arbeid",
);

/// The UWV forms an opinion; it tells people to expect it within 13 weeks.
pub static PROBLEM_ANALYSIS: Rule = Rule {
    actor: Actor::Uwv,
    with: &[],
    regimes: regimes::SAFETY_NET,
    conditions: &[Condition::FirstSickDayFrom(IN_FORCE_FROM)],
    overrides: &[Override::WithoutDelay {
        foreseen: &OPINION_WITHOUT_DELAY,
        reported: Some(LateReport {
            duty: Duty::SAFETY_NET_SICKNESS_REPORT,
            words: &REPORTED_LATE,
        }),
    }],
    condition_words: &[FROM_IN_FORCE],
    versions: &[Version {
        opens: Some(Bound {
            term: Term::OnTheDay,
            layer: Layer::Practice,
            source: OPINION,
            ..Bound::ON_SICK_DAYS
        }),
        due: Bound {
            term: Term::WithinWeeksAfter(6),
            layer: Layer::MinisterialRegulation,
            source: OPINION,
            reading: Text {
                nl: "De eerste ziektedag zelf hoort niet bij de 42 dagen.",
                en: "The first sick day itself is not one of the 42 days.",
            },
            ..Bound::ON_SICK_DAYS
        },
        tolerated: Some(Bound {
            term: Term::EndOfWeek(13),
            layer: Layer::Policy,
            source: uwv::WEEK_13,
            reading: Text {
                nl: "Dat zijn woorden van het UWV zelf. De regeling zegt zes weken.",
                en: "The UWV's own words; the regulation says six weeks.",
            },
            ..Bound::ON_SICK_DAYS
        }),
        ..Version::BASE
    }],
    ..procesgang::PROBLEM_ANALYSIS
};

// Artikel 4, eerste lid

const PLAN: Source =
    REGELING_VANGNET.at("4", "1").says("binnen twee weken na het oordeel een plan van aanpak");

/// Two weeks from the real analysis; the UWV tells people to expect it within 15 weeks.
pub static PLAN_OF_ACTION: Rule = Rule {
    actor: Actor::Uwv,
    informs: &[Actor::Employee, Actor::CaseManager],
    regimes: regimes::SAFETY_NET,
    conditions: &[Condition::FirstSickDayFrom(IN_FORCE_FROM), Condition::PossibilitiesToReturn],
    condition_words: &[FROM_IN_FORCE],
    versions: &[Version {
        opens: Some(Bound {
            term: Term::OnTheDay,
            from: Anchor::Met(Duty::PROBLEM_ANALYSIS),
            layer: Layer::MinisterialRegulation,
            source: PLAN,
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
        tolerated: Some(Bound {
            term: Term::EndOfWeek(15),
            layer: Layer::Policy,
            source: uwv::WEEK_15,
            reading: Text {
                nl: "Dat zijn woorden van het UWV zelf. De regeling zegt twee weken na het \
                     oordeel.",
                en: "The UWV's own words; the regulation says two weeks after the opinion.",
            },
            ..Bound::ON_SICK_DAYS
        }),
        ..Version::BASE
    }],
    ..procesgang::PLAN_OF_ACTION
};

// Artikel 4, vierde lid

const ADJUSTED: Source = REGELING_VANGNET.at("4", "4").says(
    "het geneeskundige onderzoek, bedoeld in artikel 28 van de Ziektewet, daartoe aanleiding geeft. Het \
     eerste tot en met derde lid zijn van overeenkomstige toepassing",
);

/// The plan after an opinion that sees possibilities again.
pub static PLAN_AFTER_POSSIBILITIES_RETURNED: Rule = Rule {
    actor: Actor::Uwv,
    regimes: regimes::SAFETY_NET,
    versions: &[Version {
        due: Bound {
            source: ADJUSTED,
            ..procesgang::PLAN_AFTER_POSSIBILITIES_RETURNED.only_version().due
        },
        ..Version::BASE
    }],
    ..procesgang::PLAN_AFTER_POSSIBILITIES_RETURNED
};

// Artikel 5, eerste lid

const EVERY_26_WEEKS: Source = REGELING_VANGNET
    .at("5", "1")
    .says("vindt er na afloop van ieder tijdvak van 26 weken een periodieke herijking plaats");

/// After every 26 weeks.
pub static RECALIBRATION: Rule = Rule {
    kind: Kind::Duty(Duty::RECALIBRATION),
    actor: Actor::Uwv,
    with: &[Actor::Employee],
    informs: &[Actor::Employee],
    layer: Layer::MinisterialRegulation,
    regimes: regimes::SAFETY_NET,
    conditions: &[Condition::FirstSickDayFrom(IN_FORCE_FROM), Condition::PossibilitiesToReturn],
    condition_words: &[FROM_IN_FORCE],
    recurrence: Recurrence::EveryTerm,
    versions: &[Version {
        due: Bound {
            term: Term::FirstDayAfterLasting(26),
            from: Anchor::PeriodStart,
            layer: Layer::MinisterialRegulation,
            source: EVERY_26_WEEKS,
            reading: Text {
                nl: "Het moet op de eerste dag na de 26 weken. Op die dag begint ook de volgende \
                 periode, wanneer het ook is gedaan.",
                en: "The first day after the 26 weeks; the next period starts on it, whenever it was \
                 held.",
            },
            ..Bound::ON_SICK_DAYS
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// The rules of this instrument.
pub static RULES: &[&Rule] =
    &[&PROBLEM_ANALYSIS, &PLAN_OF_ACTION, &PLAN_AFTER_POSSIBILITIES_RETURNED, &RECALIBRATION];

// Artikel 6

/// Art. 6: the UWV may deviate from the terms of art. 2, 4 and 5 with reasons.
pub static DEVIATION: Source = REGELING_VANGNET
    .at("6", "")
    .says("kan door het UWV, na overleg met de vangnetter, gemotiveerd worden afgeweken");

/// The words that let another day take the place of the one that `given` gives.
pub(crate) fn deviation_from(given: &Source) -> &'static Source {
    match *given.citation.instrument == REGELING_VANGNET {
        true => &DEVIATION,
        false => &procesgang::DEVIATION,
    }
}
