//! A table of cases: a header, and rows of cells. A case that is accepted is written as cells and as
//! JSON, and both read back as that case.
#![no_main]

use csv_core::{ReadRecordResult, ReaderBuilder};
use libfuzzer_sys::{Corpus, fuzz_target};
use poortwachter::wire::{CaseColumns, CaseReader};
use poortwachter_fuzz::cases::{assert_one_line, read_json, text_of};
use poortwachter_fuzz::command;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    command::batch(bytes, "csv", 1024);
    let (header, rows) = text.split_once('\n').unwrap_or((text, ""));
    let columns = match CaseColumns::new(header.split(',')) {
        Ok(columns) => columns,
        Err(error) => {
            assert_one_line(&error.to_string());
            return Corpus::Keep;
        }
    };
    let mut reader = CaseReader::new();
    for row in rows.split_inclusive('\n') {
        let Some(cells) = cells_of(row, columns.len()) else { continue };
        reader.clear();
        match columns.read(|i| &cells[i], &mut reader) {
            Ok(()) => read_back(&mut reader),
            Err(error) => assert_one_line(&error.to_string()),
        }
    }
    Corpus::Keep
});

/// The cells of a row with its line end; none when there are more or fewer.
fn cells_of(row: &str, wanted: usize) -> Option<Vec<String>> {
    let (mut text, mut ends) = (vec![0; row.len()], vec![0; wanted + 1]);
    let mut splitter = ReaderBuilder::new().build();
    let (result, _, _, cells) = splitter.read_record(row.as_bytes(), &mut text, &mut ends);
    if cells != wanted || result != ReadRecordResult::Record {
        return None;
    }
    let starts = [0].into_iter().chain(ends.iter().copied());
    let cells = starts.zip(&ends).take(wanted).map(|(start, end)| &text[start..*end]);
    cells.map(|cell| String::from_utf8(cell.to_vec()).ok()).collect()
}

fn read_back(reader: &mut CaseReader) {
    let Ok(case) = reader.case().cloned() else { return };
    let text = text_of(&case);
    let cells = CaseColumns::cells(&case);
    let columns = CaseColumns::new(CaseColumns::NAMES).expect("the columns that are written");
    reader.clear();
    columns.read(|i| &cells[i], reader).expect("cells read back");
    assert_eq!(reader.case().map(text_of).as_ref(), Ok(&text));
    let json = read_json(&text, reader).expect("JSON reads back");
    assert_eq!(text_of(&json), text);
}
