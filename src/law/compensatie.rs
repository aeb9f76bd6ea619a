//! *Regeling compensatie transitievergoeding* (BWBR0041942): until when the employer can ask for compensation
//! of the transition payment (BW 7:673e). The articles stand in `compensatie.md`.

use super::arising::{ArisesFrom, Arising, Lasting, Opening, TakenBy};
use super::citation::{Instrument, Source};
use super::possibility::Possibility;
use super::rule::{Actor, Kind, Layer, Rule, regimes};
use super::term::Term;
use super::version::{Anchor, Bound, Version};
use crate::day::Day;
use crate::lang::Text;

/// The regulation on compensation of the transition payment.
pub static REGELING_COMPENSATIE: Instrument = Instrument {
    bwb: "BWBR0041942",
    name: "Regeling compensatie transitievergoeding",
    short: "RCT",
    url: "https://wetten.overheid.nl/BWBR0041942/2022-04-01",
};

const NOT_BEFORE_PAYMENT: Source = REGELING_COMPENSATIE.at("2", "a").says(
    "voordat de volledige vergoeding in verband met het eindigen of niet voortzetten van de arbeidsovereenkomst \
     aan de werknemer is verstrekt",
);
const SIX_MONTHS: Source = REGELING_COMPENSATIE.at("2", "b").says(
    "meer dan zes maanden na de dag waarop de werkgever de volledige vergoeding aan de werknemer heeft \
     verstrekt",
);

/// What was paid before had a term of its own (art. 3(1)).
const IN_FORCE: Day = Day::new(2020, 4, 1);

/// Six months after the payment.
pub static TRANSITION_PAYMENT_COMPENSATION: Rule = Rule {
    kind: Kind::Possibility(Possibility::TRANSITION_PAYMENT_COMPENSATION),
    actor: Actor::Employer,
    informs: &[Actor::Uwv],
    layer: Layer::MinisterialRegulation,
    regimes: regimes::EMPLOYER,
    arising: Some(Arising {
        from: ArisesFrom::TransitionPaymentMade,
        since: Some(IN_FORCE),
        opening: Opening::OnThatDay,
        lasting: Lasting::UntilDue,
        taken_by: Some(TakenBy::CompensationRequested),
    }),
    versions: &[Version {
        opens: Some(Bound {
            term: Term::OnTheDay,
            from: Anchor::TransitionPaymentMade,
            layer: Layer::MinisterialRegulation,
            source: NOT_BEFORE_PAYMENT,
            ..Bound::ON_THE_CALENDAR
        }),
        due: Bound {
            term: Term::WithinMonthsAfter(6),
            from: Anchor::TransitionPaymentMade,
            layer: Layer::MinisterialRegulation,
            source: SIX_MONTHS,
            reading: Text {
                nl: "De termijn is fataal (ECLI:NL:CRVB:2024:1075, alleen als samenvatting gezien); in bijzondere \
                     gevallen blijft zij buiten toepassing.",
                en: "The term is fatal (ECLI:NL:CRVB:2024:1075, seen as a summary only); in special cases it \
                     is not applied.",
            },
            ..Bound::ON_THE_CALENDAR
        },
        ..Version::BASE
    }],
    ..Rule::BASE
};

/// The rules of this instrument.
pub static RULES: &[&Rule] = &[&TRANSITION_PAYMENT_COMPENSATION];
