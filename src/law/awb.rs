//! *Algemene wet bestuursrecht* (BWBR0005537): objections to decisions of the UWV (6:7-6:9), and what a late
//! decision costs it (4:17). The articles stand in `awb.md`.

use super::arising::{ArisesFrom, Arising, Decision, Lasting, Opening, TakenBy};
use super::citation::{Instrument, Source};
use super::duty::Duty;
use super::possibility::Possibility;
use super::rule::{Actor, Kind, Layer, Rule, regimes};
use super::term::Term;
use super::version::{Anchor, Bound, Version};
use crate::lang::Text;

/// The General Administrative Law Act.
pub static AWB: Instrument = Instrument {
    bwb: "BWBR0005537",
    name: "Algemene wet bestuursrecht",
    short: "Awb",
    url: "https://wetten.overheid.nl/BWBR0005537/2026-07-01",
};

// Artikel 4:17

const TOO_LATE: Source = AWB
    .at("4:17", "1")
    .says("Indien een beschikking op aanvraag niet tijdig wordt gegeven, verbeurt het bestuursorgaan aan de aanvrager een dwangsom");
pub(super) const AT_MOST_42_DAYS: Source =
    AWB.at("4:17", "1").says("doch voor ten hoogste 42 dagen");
const TWO_WEEKS: Source = AWB.at("4:17", "3").says(
    "De eerste dag waarover de dwangsom verschuldigd is, is de dag waarop twee weken zijn verstreken na de \
     dag waarop de termijn voor het geven van de beschikking is verstreken en het bestuursorgaan van de \
     aanvrager een schriftelijke ingebrekestelling heeft ontvangen",
);

/// Art. 4:17(1): the 42 days are not extended over weekends.
pub static PENALTY_NOT_EXTENDED: Source = AWB
    .at("4:17", "1")
    .says("De Algemene termijnenwet is op laatstgenoemde termijn niet van toepassing");

/// From the day after the decision was due until it is given.
pub static NOTICE_OF_DEFAULT: Rule = Rule {
    kind: Kind::Possibility(Possibility::NOTICE_OF_DEFAULT),
    actor: Actor::Employee,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    regimes: regimes::ALL,
    arising: Some(Arising {
        from: ArisesFrom::LateDecision(&[
            (Duty::REPAIR_DECISION, &[Actor::Employer]),
            (Duty::WIA_DECISION, &[Actor::Employee]),
            (Duty::DECISION_ON_OBJECTION, &[Actor::Employer, Actor::Employee]),
        ]),
        since: None,
        opening: Opening::TheDayAfter,
        lasting: Lasting::FromDue,
        taken_by: Some(TakenBy::NoticeOfDefault),
    }),
    versions: &[Version {
        due: Bound {
            term: Term::OnTheDay,
            from: Anchor::DecisionDue,
            layer: Layer::Act,
            source: TOO_LATE,
            reading: Text {
                nl: "Te laat is de beslissing de dag na haar laatste dag; waar een wet in sommige gevallen een \
                     latere dag geeft, na die dag. Wie onredelijk lang wacht, krijgt geen dwangsom; een dag \
                     noemt de wet niet.",
                en: "The decision is late on the day after its last day; where an act gives a later day in some \
                     cases, after that day. Who waits unreasonably long gets no penalty; the act names no day.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// At most 42 days from two weeks after the notice.
pub static PENALTY: Rule = Rule {
    kind: Kind::Possibility(Possibility::PENALTY),
    actor: Actor::Employee,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    regimes: regimes::ALL,
    arising: Some(Arising {
        from: ArisesFrom::Taken(Possibility::NOTICE_OF_DEFAULT),
        since: None,
        opening: Opening::TheDayAfter,
        lasting: Lasting::UntilDue,
        taken_by: None,
    }),
    versions: &[Version {
        opens: Some(Bound {
            term: Term::WithinWeeksAfter(2),
            from: Anchor::DefaultReceived,
            layer: Layer::Act,
            source: TWO_WEEKS,
            reading: Text {
                nl: "Binnen de twee weken kan het UWV nog beslissen; de eerste dag van de dwangsom is de dag \
                     daarna. De woorden laten ook de laatste dag van de twee weken toe.",
                en: "Within the two weeks the UWV can still decide; the first day of the penalty is the day \
                     after them. The words also allow the last day of the two weeks.",
            },
            ..Bound::ON_THE_CALENDAR
        }),
        due: Bound {
            term: Term::OnDay(42),
            from: Anchor::Opens,
            layer: Layer::Act,
            source: AT_MOST_42_DAYS,
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

// Artikelen 6:7, 6:8 en 6:9

const SIX_WEEKS: Source = AWB
    .at("6:7", "")
    .says("De termijn voor het indienen van een bezwaar- of beroepschrift bedraagt zes weken.");
const FROM_THE_DAY_AFTER: Source = AWB.at("6:8", "1").says(
    "De termijn vangt aan met ingang van de dag na die waarop het besluit op de voorgeschreven wijze is \
     bekendgemaakt.",
);
const BY_POST: Source = AWB.at("6:9", "2").says(
    "indien het voor het einde van de termijn ter post is bezorgd, mits het niet later dan een week na afloop \
     van de termijn is ontvangen.",
);

const OBJECTION_VERSIONS: &[Version] = &[Version {
    opens: Some(Bound {
        term: Term::OnTheDay,
        from: Anchor::DecisionSent,
        layer: Layer::Act,
        source: FROM_THE_DAY_AFTER,
        ..Bound::ON_THE_CALENDAR
    }),
    due: Bound {
        term: Term::WithinWeeksAfter(6),
        from: Anchor::DecisionSent,
        layer: Layer::Act,
        source: SIX_WEEKS,
        reading: Text {
            nl: "De eerste dag is die na de verzending; de laatste is de 42e. De vastgelegde dag van het besluit \
                 geldt als die van de verzending.",
            en: "The first day is the one after dispatch, the last is the 42nd. The recorded day of the decision \
                 counts as that of dispatch.",
        },
        ..Bound::ON_THE_CALENDAR
    },
    tolerated: Some(Bound {
        term: Term::WithinWeeksAfter(1),
        from: Anchor::Due,
        layer: Layer::Act,
        source: BY_POST,
        reading: Text {
            nl: "Alleen voor wat uiterlijk op de laatste dag op de post is gedaan: dan mag het zoveel later \
                 aankomen.",
            en: "Only for what was posted on the last day at the latest: then it may arrive that much later.",
        },
        ..Bound::ON_THE_CALENDAR
    }),
    ..Version::BASE
}];

/// Six weeks after a decision of the UWV was sent.
pub static OBJECTION: Rule = Rule {
    kind: Kind::Possibility(Possibility::OBJECTION),
    actor: Actor::Employer,
    informs: &[Actor::Uwv],
    layer: Layer::Act,
    regimes: regimes::ALL,
    arising: Some(Arising {
        from: ArisesFrom::Decision(&[
            (Decision::WageSanction, &[Actor::Employer]),
            (Decision::RepairRefused, &[Actor::Employer]),
            (Decision::WiaDecision, &[Actor::Employee, Actor::Employer]),
            (Decision::AssessedAble, &[Actor::Employee]),
        ]),
        since: None,
        opening: Opening::TheDayAfter,
        lasting: Lasting::UntilDue,
        taken_by: Some(TakenBy::ObjectionMade),
    }),
    versions: OBJECTION_VERSIONS,
    ..Rule::BASE
};

/// The rules of this instrument.
pub static RULES: &[&Rule] = &[&NOTICE_OF_DEFAULT, &PENALTY, &OBJECTION];
