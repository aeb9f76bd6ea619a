//! A protocol in JSON. What is accepted never puts a date after that of the law, reads back from the
//! text that is written, and has an agenda for every regime.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use poortwachter::Lang;
use poortwachter::protocol::{Protocol, diff, presets};
use poortwachter::wire::{AgendaForm, ProtocolForm};
use poortwachter_fuzz::cases::{assert_one_line, day, fixed};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    let Ok(form) = serde_json::from_str::<ProtocolForm>(text) else { return Corpus::Keep };
    match Protocol::try_from(form) {
        Ok(protocol) => {
            read_back(&protocol);
            agendas(&protocol);
        }
        Err(error) => assert_one_line(&error.to_string()),
    }
    Corpus::Keep
});

fn read_back(protocol: &Protocol) {
    let text = serde_json::to_string(&ProtocolForm::from(protocol)).expect("it can be written");
    let form: ProtocolForm = serde_json::from_str(&text).expect("its text reads back");
    let back = Protocol::try_from(form).expect("its form reads back");
    assert_eq!(diff(protocol, &back), [], "{text}");
    for preset in presets::ALL {
        for change in diff(protocol, &preset.protocol()) {
            for lang in [Lang::Nl, Lang::En] {
                assert!(!change.words(lang).is_empty());
            }
        }
    }
}

fn agendas(protocol: &Protocol) {
    for timeline in fixed() {
        for on in [day(2024, 1, 1), day(2025, 7, 1), day(2027, 1, 1)] {
            let view = timeline.view(on);
            let agenda = protocol.agenda(&view);
            for line in agenda.lines() {
                let own = line.own_date().map(|own| own.day());
                assert!(own.is_none() || own <= line.obligation().due(), "later than the law");
            }
            for reminder in agenda.reminders() {
                assert!(!reminder.about().name(Lang::Nl).is_empty());
            }
            let form = AgendaForm::between(&agenda, &view, on, day(2030, 1, 1));
            serde_json::to_value(form).expect("an agenda can be written");
        }
    }
}
