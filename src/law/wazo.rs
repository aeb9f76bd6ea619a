//! *Wet arbeid en zorg* (BWBR0013008): maternity leave. No other leave moves a day of the sick-leave process.

use super::citation::{Instrument, Source};

/// The act.
pub static WAZO: Instrument = Instrument {
    bwb: "BWBR0013008",
    name: "Wet arbeid en zorg",
    short: "WAZO",
    url: "https://wetten.overheid.nl/BWBR0013008/2025-01-01",
};

/// Art. 3:1(6): the leave after the birth can be split up after six weeks.
pub static SPLIT_AFTER_SIX_WEEKS: Source = WAZO
    .at("3:1", "6")
    .says("het bevallingsverlof op te delen na 6 weken waarop het recht op dat verlof is ingegaan");

/// How many days the first leave has at least: the six weeks of art. 3:1(6).
pub(crate) const SHORTEST_FIRST_LEAVE: u32 = 6 * 7;
