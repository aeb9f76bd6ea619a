//! Rows of three columns: what it is, where it lies in time, how it stands.

use super::axis::Scale;
use super::font;
use super::shape::{Anchor, Shape, Tenths, Text, px};

/// Around the picture.
pub(super) const MARGIN: Tenths = px(16);
const LABELS: Tenths = px(222);
const STANDINGS: Tenths = px(190);
const GUTTER: Tenths = px(12);
/// Above and below the words of a row.
const PADDING: Tenths = px(4);
const LOWEST_ROW: Tenths = px(26);

/// How big words are, and how far apart their lines.
#[derive(Clone, Copy)]
pub(super) struct Face {
    pub(super) size: Tenths,
    pub(super) leading: Tenths,
    pub(super) bold: bool,
    pub(super) class: &'static str,
}

pub(super) const TITLE: Face = Face { size: px(17), leading: px(24), bold: true, class: "ink" };
pub(super) const HEADING: Face = Face { size: px(11), leading: px(14), bold: true, class: "ink" };
pub(super) const NAME: Face = Face { size: px(12), leading: px(15), bold: false, class: "ink" };
pub(super) const SMALL: Face = Face { size: px(10), leading: px(13), bold: false, class: "faint" };
pub(super) const DATE: Face = Face { size: 115, leading: 145, bold: false, class: "ink" };
pub(super) const STANDING: Face = Face { size: 105, leading: 135, bold: false, class: "faint" };
pub(super) const SOON: Face = Face { bold: true, class: "ink", ..STANDING };
pub(super) const ALARM: Face = Face { bold: true, class: "latewords", ..STANDING };

/// The columns of a picture of some width.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) label: Tenths,
    pub(super) plot: (Tenths, Tenths),
    pub(super) standing: Tenths,
    pub(super) right: Tenths,
}

impl Columns {
    pub(super) fn of(width: Tenths) -> Columns {
        let right = width - MARGIN;
        let standing = right - STANDINGS;
        let plot = (MARGIN + LABELS + GUTTER, standing - GUTTER);
        Columns { label: MARGIN, plot, standing, right }
    }
}

/// Words of a cell: each entry begins on a line of its own.
pub(super) type Cell = Vec<(Face, String)>;

/// A row before it has a place.
pub(super) struct Row {
    pub(super) label: Cell,
    pub(super) standing: Cell,
    /// What a pointer over the row tells.
    pub(super) title: String,
    /// The marks, with the middle of the row at 0.
    pub(super) marks: Vec<Shape>,
}

/// Words in lines below `top`, and where they end.
pub(super) fn lines(cell: &Cell, x: Tenths, top: Tenths, room: Tenths) -> (Vec<Shape>, Tenths) {
    let mut shapes = Vec::new();
    let mut y = top;
    for (face, words) in cell {
        for content in font::wrap(words, room, face.size, face.bold) {
            y += face.leading;
            shapes.push(Shape::Text(Text {
                x,
                // The descent stays above the end of the line.
                y: y - face.leading / 4,
                size: face.size,
                bold: face.bold,
                anchor: Anchor::Start,
                class: face.class,
                content,
            }));
        }
    }
    (shapes, y)
}

/// Puts the row below `top` and gives where it ends.
fn put(row: Row, columns: Columns, top: Tenths, out: &mut Vec<Shape>) -> Tenths {
    let (_, label_end) = lines(&row.label, 0, 0, LABELS);
    let (_, standing_end) = lines(&row.standing, 0, 0, STANDINGS);
    let height = label_end.max(standing_end).max(LOWEST_ROW) + 2 * PADDING;
    let middle = top + height / 2;
    let mut shapes = Vec::new();
    shapes.extend(lines(&row.label, columns.label, middle - label_end / 2, LABELS).0);
    shapes.extend(lines(&row.standing, columns.standing, middle - standing_end / 2, STANDINGS).0);
    shapes.extend(row.marks.into_iter().map(|mark| lower(mark, middle)));
    out.push(Shape::Group { title: row.title, shapes });
    top + height
}

/// Rows under each other, every second one striped.
pub(super) fn stack(rows: Vec<Row>, columns: Columns, top: Tenths, out: &mut Vec<Shape>) -> Tenths {
    let mut y = top;
    for (number, row) in rows.into_iter().enumerate() {
        let start = y;
        let mut shapes = Vec::new();
        y = put(row, columns, y, &mut shapes);
        if number % 2 == 1 {
            let (x, w) = (MARGIN - px(6), columns.right - MARGIN + px(12));
            out.push(Shape::Rect { x, y: start, w, h: y - start, class: "stripe" });
        }
        out.extend(shapes);
    }
    y
}

/// The shape, so much further down.
fn lower(shape: Shape, by: Tenths) -> Shape {
    match shape {
        Shape::Rect { x, y, w, h, class } => Shape::Rect { x, y: y + by, w, h, class },
        Shape::Line { from, to, class } => {
            Shape::Line { from: (from.0, from.1 + by), to: (to.0, to.1 + by), class }
        }
        Shape::Symbol { symbol, x, y } => Shape::Symbol { symbol, x, y: y + by },
        Shape::Text(text) => Shape::Text(Text { y: text.y + by, ..text }),
        Shape::Group { title, shapes } => {
            let shapes = shapes.into_iter().map(|shape| lower(shape, by)).collect();
            Shape::Group { title, shapes }
        }
    }
}

/// A bar over days, both inclusive, with its middle at 0.
pub(super) fn bar(
    scale: Scale,
    from: crate::day::Day,
    through: crate::day::Day,
    height: Tenths,
    class: &'static str,
) -> Shape {
    let (x, end) = (scale.start_of(from), scale.end_of(through));
    // A day of a long case is narrower than the eye.
    let w = (end - x).max(px(2));
    Shape::Rect { x, y: -height / 2, w, h: height, class }
}
