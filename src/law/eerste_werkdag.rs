//! *Regeling bepaling eerste werkdag* (BWBR0019301): which day is the first sick day.
//!
//! The act calls it the first *working day* without work (WIA art. 23(2)); the regulation says what
//! a working day is. Its articles stand in `eerste_werkdag.md`, those of the act in `wia.md`.
//! [`FirstSickDay`](crate::FirstSickDay) applies them.

use super::citation::{Instrument, Source};
use super::wia::WET_WIA;
use crate::day::Day;

/// The regulation. It has had one text since it came into force.
pub static REGELING_EERSTE_WERKDAG: Instrument = Instrument {
    bwb: "BWBR0019301",
    name: "Regeling bepaling eerste werkdag",
    short: "REW",
    url: "https://wetten.overheid.nl/BWBR0019301/2005-12-29",
};

/// Art. 7: the first day on which the regulation is in force. For a day before it there is only the
/// act.
pub const IN_FORCE_FROM: Day = Day::new(2005, 12, 29);

/// WIA art. 23(2): the working day without work, or on which work was stopped.
pub const FIRST_WORKING_DAY: Source = WET_WIA.at("23", "2").says(
    "de eerste werkdag al dan niet in een dienstbetrekking waarop door de verzekerde wegens ziekte \
     niet is gewerkt of het werken tijdens de werktijd is gestaakt",
);

/// Art. 2: a usual working day.
pub const USUAL_WORKING_DAY: Source = REGELING_EERSTE_WERKDAG.at("2", "").says(
    "wordt als werkdag aangemerkt: een dag waarop door de verzekerde gewoonlijk wordt gewerkt",
);

/// Art. 3(1): without usual working days.
pub const COULD_HAVE_WORKED: Source = REGELING_EERSTE_WERKDAG.at("3", "1").says(
    "wordt als eerste werkdag aangemerkt de eerste dag waarop de verzekerde had kunnen werken \
     indien hij niet ongeschikt tot werken was geworden",
);

/// Art. 3(2): each employment by itself.
pub const EACH_EMPLOYMENT_BY_ITSELF: Source = REGELING_EERSTE_WERKDAG.at("3", "2").says(
    "wordt elke dienstbetrekking, arbeidsverhouding of arbeid in de zelfstandige uitoefening van \
     bedrijf of beroep afzonderlijk in beschouwing genomen",
);

// The two parts of art. 4(1) share their last words, which are the operative ones.
const DAY_OF_INCAPACITY: &str = "wordt als eerste werkdag aangemerkt de dag waarop de verzekerde \
                                 ongeschikt tot werken is geworden";

/// Art. 4(1)(a): who is insured as an employee by ZW art. 7 and WAO art. 7.
pub const BENEFIT_RECIPIENT: Source =
    REGELING_EERSTE_WERKDAG.at("4", "1(a)").says(DAY_OF_INCAPACITY);

/// Art. 4(1)(b): after-effect of an insurance that ended (*nawerking*).
pub const AFTER_EFFECT: Source = REGELING_EERSTE_WERKDAG.at("4", "1(b)").says(DAY_OF_INCAPACITY);

/// Art. 4(2): no weekends for those of art. 4(1)(a).
pub const WEEKEND_LEFT_OUT: Source =
    REGELING_EERSTE_WERKDAG.at("4", "2").says("blijft de zaterdag en zondag buiten beschouwing");

/// Art. 5: a stop during a night shift.
pub const NIGHT_SHIFT: Source = REGELING_EERSTE_WERKDAG.at("5", "").says(
    "Indien de verzekerde het werken staakt tijdens een nachtdienst wordt als eerste werkdag \
     aangemerkt de dag waarop de nachtdienst is aangevangen.",
);

/// Art. 6(1)(a).
pub const LEAVE: Source = REGELING_EERSTE_WERKDAG.at("6", "1(a)").says("vakantie of verlof");

/// Art. 6(1)(b).
pub const WORKING_TIME_REDUCTION: Source = REGELING_EERSTE_WERKDAG.at("6", "1(b)").says(
    "toepassing van een regeling tot arbeidstijdverkorting, voorzover een dergelijke dag bij \
     ziekte op een ander tijdstip mag worden opgenomen",
);

/// Art. 6(1)(c).
pub const SHORT_TIME: Source = REGELING_EERSTE_WERKDAG
    .at("6", "1(c)")
    .says("toepassing van een regeling tot toepassing van een kortere dan de normale werktijd");

/// Art. 6(1)(d).
pub const SPECIAL_LEAVE: Source = REGELING_EERSTE_WERKDAG.at("6", "1(d)").says("bijzonder verlof");

/// Art. 6(1)(e).
pub const WEATHER: Source = REGELING_EERSTE_WERKDAG.at("6", "1(e)").says("weersinvloeden");

/// Art. 6(1)(f).
pub const DETENTION: Source = REGELING_EERSTE_WERKDAG.at("6", "1(f)").says("vrijheidsontneming");

/// Art. 6(2).
pub const AGREED_HOLIDAY: Source = REGELING_EERSTE_WERKDAG.at("6", "2").says(
    "Een dag die op grond van een overeenkomst als bedoeld in artikel 637 van Boek 7 van het \
     Burgerlijk Wetboek wordt aangemerkt als vakantiedag, wordt aangemerkt als werkdag.",
);
