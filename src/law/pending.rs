//! Coming law: what has been announced and does not hold. Nothing is computed from it; a result that it would
//! touch says so.

use super::duty::Duty;
use super::milestone::Milestone;
use super::possibility::Possibility;
use super::rule::{Kind, Rule};
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::lang::Text;

closed_list! {
    /// How far an announced change has come, as far as was found.
    PendingStatus, "status of an announced change" {
        /// The government said that it wants it; no bill was found.
        Announced = 0, "announced", "aangekondigd", "announced";
        /// A bill lies with parliament; no enactment was found.
        Bill = 1, "bill", "wetsvoorstel, geen inwerkingtreding gevonden", "bill, enactment not found";
        /// A draft was put to the public; nothing has followed.
        Consultation = 2, "consultation",
            "consultatie, daarna niets gevonden",
            "consultation, nothing found since";
        /// A rule that holds for a time ends by itself.
        Ends = 3, "ends", "loopt af", "ends by itself";
        /// It is decided for a time only, and not yet for the time after.
        Undecided = 4, "undecided", "nog niet besloten", "not decided yet";
    }
}

/// A change of the law that has been announced and does not hold.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Pending {
    /// The stable name.
    pub id: &'static str,
    /// What it is called.
    pub name: Text,
    /// What would change, in a sentence or two.
    pub what: Text,
    /// What says so.
    pub source: &'static str,
    /// The address of that.
    pub url: &'static str,
    /// The day on which it was last looked at.
    pub seen: Day,
    /// The day on which it should begin; none where no day was named.
    pub aimed_at: Option<Day>,
    /// How far it has come.
    pub status: PendingStatus,
    /// Which results it would touch; none where no day changes.
    pub touches: &'static [PendingTarget],
}

/// A result that an announced change would touch.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum PendingTarget {
    /// A duty.
    Duty(Duty),
    /// A milestone.
    Milestone(Milestone),
    /// A possibility.
    Possibility(Possibility),
}

impl PendingTarget {
    /// The stable name of the duty, milestone or possibility.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            PendingTarget::Duty(duty) => duty.id(),
            PendingTarget::Milestone(milestone) => milestone.id(),
            PendingTarget::Possibility(possibility) => possibility.id(),
        }
    }
}

const SEEN: Day = Day::new(2026, 11, 30);

/// What has been announced, in no particular order.
///
/// ```
/// use poortwachter::law::PENDING;
/// assert!(PENDING.iter().any(|change| change.id == "physician-leading"));
/// ```
pub static PENDING: &[Pending] = &[
    Pending {
        id: "physician-leading",
        name: Text {
            nl: "Advies van de bedrijfsarts leidend bij de RIV-toets",
            en: "The occupational physician's advice decides in the re-integration test",
        },
        what: Text {
            nl: "Het UWV beoordeelt het medisch advies van de bedrijfsarts niet meer bij de toets op het \
                 re-integratieverslag. Een eerder wetsvoorstel (35589) is ingetrokken.",
            en: "The UWV no longer judges the medical advice of the occupational physician in its test of the \
                 re-integration report. An earlier bill (35589) was withdrawn.",
        },
        source: "Rijksbegroting 2026 van SZW, volgens fundamentvoor.nl",
        url: "https://www.fundamentvoor.nl/node/56117",
        seen: SEEN,
        aimed_at: Some(Day::new(2028, 1, 1)),
        status: PendingStatus::Announced,
        touches: &[
            PendingTarget::Duty(Duty::CURRENT_OPINION),
            PendingTarget::Duty(Duty::REINTEGRATION_REPORT),
            PendingTarget::Duty(Duty::WAGE_SANCTION_DECISION),
            PendingTarget::Duty(Duty::REPAIR_DECISION),
        ],
    },
    Pending {
        id: "compensation-small-employers",
        name: Text {
            nl: "Compensatie transitievergoeding alleen voor kleine werkgevers",
            en: "Compensation of the transition payment for small employers only",
        },
        what: Text {
            nl: "Wetsvoorstel 36869: grotere werkgevers krijgen alleen nog compensatie als de twee jaar \
                 loondoorbetaling voor die dag eindigt. In artikel 7:673e BW van 1 juli 2026 staat dit niet.",
            en: "Bill 36869: larger employers get compensation only if the two years of wages end before that \
                 day. It is not in art. 7:673e BW of 2026-07-01.",
        },
        source: "Kamerstukken 36869, memorie van toelichting",
        url: "https://www.tweedekamer.nl/kamerstukken/detail?did=2025D51637&id=2025Z21836",
        seen: SEEN,
        aimed_at: Some(Day::new(2026, 7, 1)),
        status: PendingStatus::Bill,
        touches: &[PendingTarget::Possibility(Possibility::TRANSITION_PAYMENT_COMPENSATION)],
    },
    Pending {
        id: "sixty-plus-assessment",
        name: Text {
            nl: "Vereenvoudigde WIA-beoordeling van 60-plussers",
            en: "Simplified WIA assessment at 60 and over",
        },
        what: Text {
            nl: "De maatregel geldt tot 1 september 2027. Geen dag verandert.",
            en: "The measure holds until 2027-09-01. No day changes.",
        },
        source: "schoutenzekerheid.nl, 26 juni 2025",
        url: "https://www.schoutenzekerheid.nl",
        seen: SEEN,
        aimed_at: Some(Day::new(2027, 9, 1)),
        status: PendingStatus::Ends,
        touches: &[],
    },
    Pending {
        id: "second-track-small-employers",
        name: Text {
            nl: "Re-integratie in het tweede ziektejaar bij kleine en middelgrote werkgevers",
            en: "Re-integration in the second year with small and medium-sized employers",
        },
        what: Text {
            nl: "Na het eerste jaar kan het eerste spoor worden afgesloten. Consultatie van 13 oktober tot 24 \
                 november 2023.",
            en: "After the first year the first track can be closed. Consultation from 13 October to 24 November \
                 2023.",
        },
        source: "Internetconsultatie 2023, volgens rutgersposch.com",
        url: "https://www.rutgersposch.com",
        seen: SEEN,
        aimed_at: None,
        status: PendingStatus::Consultation,
        touches: &[PendingTarget::Duty(Duty::SECOND_TRACK_START)],
    },
    Pending {
        id: "equated-holidays-after-2028",
        name: Text {
            nl: "Gelijkgestelde feestdagen na 2028",
            en: "Days equated with public holidays after 2028",
        },
        what: Text {
            nl: "De besluiten lopen tot en met 2028. Een termijn die daarna op zo'n dag eindigt, wordt misschien \
                 verlengd (Algemene termijnenwet, artikel 3, lid 3).",
            en: "The decrees reach through 2028. A term that ends on such a day after that may be extended \
                 (Algemene termijnenwet art. 3(3)).",
        },
        source: "Algemene termijnenwet",
        url: "https://wetten.overheid.nl/BWBR0002448/2010-10-10",
        seen: SEEN,
        aimed_at: Some(Day::new(2029, 1, 1)),
        status: PendingStatus::Undecided,
        touches: &[],
    },
];

/// The announced changes that would touch a result of a rule on a day: those aimed at that day or earlier.
///
/// ```
/// use poortwachter::{Day, law::{announced, wia::REINTEGRATION_REPORT}};
/// let after = announced(&REINTEGRATION_REPORT, Day::new(2028, 1, 1)).map(|change| change.id);
/// assert_eq!(after.collect::<Vec<_>>(), ["physician-leading"]);
/// assert_eq!(announced(&REINTEGRATION_REPORT, Day::new(2027, 12, 31)).count(), 0);
/// ```
pub fn announced(rule: &Rule, day: Day) -> impl Iterator<Item = &'static Pending> + use<> {
    let kind = rule.kind;
    let is_touched = move |touched: &PendingTarget| match (*touched, kind) {
        (PendingTarget::Duty(a), Kind::Duty(b)) => a == b,
        (PendingTarget::Milestone(a), Kind::Milestone(b)) => a == b,
        (PendingTarget::Possibility(a), Kind::Possibility(b)) => a == b,
        _ => false,
    };
    PENDING.iter().filter(move |change| {
        change.aimed_at.is_some_and(|aim| aim <= day) && change.touches.iter().any(is_touched)
    })
}
