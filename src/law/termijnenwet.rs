//! *Algemene termijnenwet* (BWBR0002448): which days are not working days, and which terms they
//! extend.

use super::citation::{Instrument, Source};
use super::{awb, wia, zw};
use crate::day::Day;

/// The act.
pub static ALGEMENE_TERMIJNENWET: Instrument = Instrument {
    bwb: "BWBR0002448",
    name: "Algemene termijnenwet",
    short: "ATW",
    url: "https://wetten.overheid.nl/BWBR0002448/2010-10-10",
};

/// Art. 1(1): a term that ends on a Saturday, Sunday or public holiday is extended.
pub static EXTENSION: Source = Source {
    citation: ALGEMENE_TERMIJNENWET.at("1", "1"),
    text: "wordt verlengd tot en met de eerstvolgende dag die niet een zaterdag, zondag of algemeen erkende feestdag is",
};

/// Art. 1(2): not for terms counted back.
pub static NOT_BACKWARDS: Source = Source {
    citation: ALGEMENE_TERMIJNENWET.at("1", "2"),
    text: "geldt niet voor termijnen, bepaald door terugrekening vanaf een tijdstip of een gebeurtenis",
};

/// Art. 4(a): not for long terms.
pub static NOT_LONG: Source = Source {
    citation: ALGEMENE_TERMIJNENWET.at("4", "a"),
    text: "in meer dan 90 dagen, in meer dan twaalf weken, in meer dan drie maanden, of in een of meer jaren",
};

/// Art. 5: orders in council count as acts; ministerial regulations are not named.
pub static NOT_REGULATIONS: Source = Source {
    citation: ALGEMENE_TERMIJNENWET.at("5", ""),
    text: "Op in een algemene maatregel van bestuur gestelde termijnen zijn de artikelen 1-4 van overeenkomstige toepassing",
};

/// Art. 4(a): the longest term in weeks that is extended.
pub const LONGEST_WEEKS: u16 = 12;
/// Art. 4(a): the longest term in days that is extended.
pub const LONGEST_DAYS: u16 = 90;
/// Art. 4(a): the longest term in months that is extended.
pub const LONGEST_MONTHS: u16 = 3;

/// How a yearly public holiday is found.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Feast {
    /// The same date every year.
    Fixed {
        /// Month, 1-12.
        month: u8,
        /// Day of the month.
        day: u8,
    },
    /// Days from Easter Sunday.
    FromEaster {
        /// Negative before it.
        days: i32,
    },
    /// The day on which the birthday of the monarch is celebrated.
    Monarch {
        /// First year.
        from: i32,
        /// Last year.
        until: i32,
        /// Month, 1-12.
        month: u8,
        /// Day of the month.
        day: u8,
        /// Days to move when it is a Sunday.
        if_sunday: i32,
    },
}

/// Art. 3(1) and (2): "de Nieuwjaarsdag, de Christelijke tweede Paas- en Pinksterdag, de beide
/// Kerstdagen, de Hemelvaartsdag, de dag waarop de verjaardag van de Koning wordt gevierd en de
/// vijfde mei", and Good Friday.
pub static FEAST_DAYS: &[Feast] = &[
    Feast::Fixed { month: 1, day: 1 },
    Feast::FromEaster { days: -2 },
    Feast::FromEaster { days: 1 },
    Feast::FromEaster { days: 39 },
    Feast::FromEaster { days: 50 },
    Feast::Fixed { month: 5, day: 5 },
    Feast::Fixed { month: 12, day: 25 },
    Feast::Fixed { month: 12, day: 26 },
    // Royal decrees of 1980 and 2013; both give way on a Sunday.
    Feast::Monarch { from: 1980, until: 2013, month: 4, day: 30, if_sunday: -1 },
    Feast::Monarch { from: 2014, until: i32::MAX, month: 4, day: 27, if_sunday: -1 },
];

/// Art. 3(3): days equated with a public holiday by royal decree, in order. No decree is known for
/// 1993-2004 or after 2028: for those years the list is unknown, not empty.
pub static EQUATED_DAYS: &[Day] = &[
    Day::new(1990, 5, 25),
    Day::new(1990, 12, 24),
    Day::new(1990, 12, 31),
    Day::new(1991, 5, 10),
    Day::new(1991, 12, 27),
    Day::new(1992, 5, 1),
    Day::new(1992, 5, 29),
    Day::new(2005, 5, 6),
    Day::new(2006, 5, 26),
    Day::new(2007, 5, 18),
    Day::new(2007, 12, 24),
    Day::new(2007, 12, 27),
    Day::new(2007, 12, 28),
    Day::new(2007, 12, 31),
    Day::new(2008, 5, 2),
    Day::new(2009, 1, 2),
    Day::new(2009, 5, 1),
    Day::new(2009, 5, 4),
    Day::new(2009, 5, 22),
    Day::new(2010, 5, 14),
    Day::new(2011, 5, 6),
    Day::new(2011, 6, 3),
    Day::new(2012, 5, 18),
    Day::new(2012, 12, 24),
    Day::new(2012, 12, 31),
    Day::new(2013, 4, 29),
    Day::new(2013, 5, 10),
    Day::new(2013, 12, 27),
    Day::new(2014, 5, 30),
    Day::new(2015, 1, 2),
    Day::new(2015, 5, 4),
    Day::new(2015, 5, 15),
    Day::new(2016, 5, 6),
    Day::new(2017, 4, 28),
    Day::new(2017, 5, 26),
    Day::new(2018, 5, 11),
    Day::new(2018, 12, 24),
    Day::new(2018, 12, 31),
    Day::new(2019, 5, 31),
    Day::new(2019, 12, 27),
    Day::new(2020, 5, 22),
    Day::new(2021, 5, 14),
    Day::new(2022, 5, 27),
    Day::new(2023, 4, 28),
    Day::new(2023, 5, 19),
    Day::new(2024, 5, 10),
    Day::new(2024, 12, 27),
    Day::new(2025, 5, 30),
    Day::new(2026, 1, 2),
    Day::new(2026, 5, 15),
    Day::new(2027, 5, 7),
    Day::new(2028, 4, 28),
    Day::new(2028, 5, 26),
];

/// The last year for which the equated days are known.
pub const EQUATED_DAYS_KNOWN_THROUGH: i32 = 2028;

/// The article that excludes the *Algemene termijnenwet* by name for the term in a source: WIA 138 for
/// art. 23(3) and (5), ZW 89 for art. 29(5) and for how long a benefit lasts (19aa(2)), Awb 4:17(1) for its
/// 42 days.
pub(crate) fn excluded_by(source: Source) -> Option<Source> {
    let citation = source.citation;
    let in_act = |act: Source| citation.instrument.bwb == act.citation.instrument.bwb;
    if source == awb::AT_MOST_42_DAYS {
        return Some(awb::PENALTY_NOT_EXTENDED);
    }
    match (citation.article, citation.paragraph.get(..1)) {
        ("23", Some("3" | "5")) if in_act(wia::NOT_EXTENDED) => Some(wia::NOT_EXTENDED),
        ("29", Some("5")) | ("19aa", Some("2")) if in_act(zw::NOT_EXTENDED) => {
            Some(zw::NOT_EXTENDED)
        }
        _ => None,
    }
}
