//! A line of JSON as a case. Three readers must agree: the short way, serde into a [`CaseReader`],
//! and serde into a [`CaseForm`]. What is accepted reads back from the text that is written.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use poortwachter::Case;
use poortwachter::wire::{CaseForm, CaseReader};
use poortwachter_fuzz::cases::{read_json, text_of};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(line) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    let mut reader = CaseReader::new();
    let case = read_json(line, &mut reader);

    let read_quickly = {
        reader.clear();
        reader.read_quickly(line).then(|| reader.case())
    };
    if let Some(quick) = read_quickly {
        assert_eq!(quick.ok(), case.as_ref(), "the short way reads another case");
    }
    let form =
        serde_json::from_str::<CaseForm>(line).ok().and_then(|form| Case::try_from(form).ok());
    assert_eq!(form, case, "the form is another case");

    match serde_json::from_str::<Case>(line) {
        Ok(read) => assert_eq!(Some(&read), case.as_ref()),
        Err(error) => assert_eq!(case, None, "{error}"),
    }
    if let Some(case) = case {
        let text = text_of(&case);
        let back = read_json(&text, &mut reader).expect("a case reads back");
        assert_eq!(text_of(&back), text);
        reader.clear();
        if reader.read_quickly(&text) {
            assert_eq!(reader.case(), Ok(&back), "the short way reads another case back");
        }
    }
    Corpus::Keep
});
