//! What a picture is made of: rectangles, lines, symbols and texts at a place, each with a class
//! that the style sheet colours.

use super::font;

/// A tenth of a pixel. Coordinates are whole numbers, so that the same case gives the same bytes on
/// every machine.
pub(super) type Tenths = i32;

/// Pixels.
pub(super) const fn px(pixels: i32) -> Tenths {
    pixels * 10
}

/// Where the x of a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Text {
    pub(super) x: Tenths,
    /// Of the baseline.
    pub(super) y: Tenths,
    pub(super) size: Tenths,
    pub(super) bold: bool,
    pub(super) anchor: Anchor,
    pub(super) class: &'static str,
    pub(super) content: String,
}

impl Text {
    /// The left and the right side.
    pub(super) fn sides(&self) -> (Tenths, Tenths) {
        let width = font::width(&self.content, self.size, self.bold);
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2,
            Anchor::End => self.x - width,
        };
        (left, left + width)
    }

    /// Moved so that it stands between `left` and `right`, as far as it fits.
    pub(super) fn within(mut self, left: Tenths, right: Tenths) -> Text {
        let (from, to) = self.sides();
        self.x += (right - to).min(0);
        self.x += (left - (from + (right - to).min(0))).max(0);
        self
    }
}

/// A sign with a meaning of its own. Each has another outline, so that it needs no colour.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Symbol {
    /// The advised day: a hollow diamond.
    Advised,
    /// Met in time: a filled circle with a tick.
    Met,
    /// Met late: a filled triangle.
    MetLate,
    /// Due and not met: a cross.
    Overdue,
    /// To come, in a series: a filled circle.
    ToCome,
    /// To come, in a series that no statute dates: a dashed circle.
    ToComeInPractice,
    /// Something starts: a flag.
    Flag,
    /// It goes on outside the picture.
    ToTheRight,
    /// It lies before the picture.
    ToTheLeft,
}

/// A part of a picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Rect {
        x: Tenths,
        y: Tenths,
        w: Tenths,
        h: Tenths,
        class: &'static str,
    },
    Line {
        from: (Tenths, Tenths),
        to: (Tenths, Tenths),
        class: &'static str,
    },
    Symbol {
        symbol: Symbol,
        x: Tenths,
        y: Tenths,
    },
    Text(Text),
    /// Parts that belong together, with what a pointer over them tells.
    Group {
        title: String,
        shapes: Vec<Shape>,
    },
}

/// A whole picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Scene {
    pub(super) width: Tenths,
    pub(super) height: Tenths,
    /// What it is, for those who do not see it.
    pub(super) title: String,
    /// What it shows, for those who do not see it.
    pub(super) description: String,
    pub(super) shapes: Vec<Shape>,
}
