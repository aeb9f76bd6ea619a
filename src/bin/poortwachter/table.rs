//! A table without heavy borders.

use crate::page::{Page, Tone};
use comfy_table::{
    Attribute, Cell, Color, ColumnConstraint, ContentArrangement, Table, TableComponent, Width,
    presets,
};
use poortwachter::{Lang, Layer};

/// An empty table for a page.
pub(crate) fn new(page: &Page, header: &[&str]) -> Table {
    let mut table = without_header(page);
    table.set_header(header.iter().map(|name| cell(Tone::Strong, name)));
    for column in table.column_iter_mut() {
        column.set_padding((0, 1));
    }
    table
}

/// An empty table that goes on below another one.
pub(crate) fn without_header(page: &Page) -> Table {
    let mut table = Table::new();
    table
        .load_preset(presets::NOTHING)
        .set_style(TableComponent::HeaderLines, '─')
        .set_style(TableComponent::MiddleHeaderIntersections, '─')
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(page.width);
    if page.colour {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table
}

/// No column becomes so narrow that a word breaks: a table rather stands out on a narrow page.
/// Those in `whole` never wrap at all, and `favoured` takes the room that the others can spare, up
/// to `most`.
pub(crate) fn share_width(table: &mut Table, whole: &[usize], favoured: Option<usize>, most: u16) {
    let widest = table.column_max_content_widths();
    let mut least: Vec<u16> = (0..widest.len()).map(|column| longest_word(table, column)).collect();
    for &column in whole {
        least[column] = widest[column];
    }
    // One space after every column and one between two.
    let gaps = u16::try_from(widest.len() * 2).unwrap_or(0);
    let used = least.iter().fold(gaps, |sum, width| sum.saturating_add(*width));
    if let Some(column) = favoured {
        let spare = table.width().unwrap_or(0).saturating_sub(used);
        let wish = widest[column].min(most);
        least[column] = least[column].max(wish.min(least[column].saturating_add(spare)));
    }
    for (column, width) in table.column_iter_mut().zip(least) {
        let width = Width::Fixed(width.saturating_add(1));
        column.set_constraint(ColumnConstraint::LowerBoundary(width));
    }
    for &column in whole {
        if let Some(column) = table.column_mut(column) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
}

fn longest_word(table: &Table, column: usize) -> u16 {
    let cells = table.column_cells_with_header_iter(column).flatten();
    let words = cells
        .flat_map(|cell| cell.content().split([' ', '\n']).map(|word| word.chars().count()).max());
    words.max().and_then(|width| u16::try_from(width).ok()).unwrap_or(0)
}

/// A cell in a tone.
pub(crate) fn cell(tone: Tone, text: &str) -> Cell {
    let cell = Cell::new(text);
    match tone {
        Tone::Plain => cell,
        Tone::Strong => cell.add_attribute(Attribute::Bold),
        Tone::Faint => cell.add_attribute(Attribute::Dim),
        Tone::Good => cell.fg(Color::DarkGreen),
        Tone::Soon => cell.fg(Color::DarkYellow),
        Tone::Late => cell.fg(Color::DarkRed).add_attribute(Attribute::Bold),
    }
}

/// A space at which no line breaks.
pub(crate) const GLUE: &str = "\u{a0}";

/// Puts the table on the page, without spaces at the ends of lines.
pub(crate) fn put(page: &mut Page, table: &Table) {
    for line in table.lines() {
        page.line(&line.replace(GLUE, " "));
    }
}

/// The layer in one word.
pub(crate) fn layer(layer: Layer, lang: Lang) -> &'static str {
    match layer {
        Layer::MinisterialRegulation => lang.pick("regeling", "regulation"),
        layer => layer.name(lang),
    }
}
