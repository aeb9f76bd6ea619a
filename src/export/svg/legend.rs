//! What the signs mean. Only those that the picture uses.

use super::font;
use super::shape::{Anchor, Shape, Symbol, Tenths, Text, px};
use super::table::SMALL;
use crate::lang::Lang;

/// What a sign looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Rect(&'static str),
    Line(&'static str),
    Upright(&'static str),
    Symbol(Symbol),
}

type Entry = (Sign, &'static str, &'static str);

const ENTRIES: [Entry; 23] = [
    (Sign::Rect("sick"), "ziek", "sick"),
    (Sign::Rect("recovered"), "hersteld", "recovered"),
    (Sign::Rect("leave"), "verlof", "leave"),
    (Sign::Rect("floor"), "loon, minimumloon als ondergrens", "wages, minimum-wage floor"),
    (Sign::Rect("period"), "periode", "period"),
    (Sign::Rect("period-practice"), "periode uit beleid: geen wet", "period by policy: not law"),
    (Sign::Rect("sanction"), "loonsanctie", "wage sanction"),
    (Sign::Symbol(Symbol::Flag), "WIA kan ingaan", "WIA can start"),
    (Sign::Rect("bar"), "wettelijk: van open tot uiterste dag", "statutory: opening to due day"),
    (
        Sign::Rect("planned"),
        "wettelijk, gepland: volgt uit een andere stap",
        "statutory, planned: follows from another step",
    ),
    (Sign::Rect("practice"), "beleid of praktijk: geen wet", "policy or practice: not law"),
    (Sign::Line("unopened"), "wettelijk, geen begindag genoemd", "statutory, no first day named"),
    (
        Sign::Line("unopened-practice"),
        "beleid of praktijk, geen begindag",
        "policy or practice, no first day",
    ),
    (Sign::Symbol(Symbol::Advised), "geadviseerde dag", "advised day"),
    (Sign::Upright("due"), "uiterste dag", "due day"),
    (Sign::Line("tolerated"), "nog aanvaard", "still accepted"),
    (Sign::Upright("original"), "uiterste dag vóór de afspraak", "due day before the agreement"),
    (Sign::Symbol(Symbol::ToCome), "komt nog, wettelijk", "to come, statutory"),
    (
        Sign::Symbol(Symbol::ToComeInPractice),
        "komt nog, beleid of praktijk",
        "to come, policy or practice",
    ),
    (Sign::Symbol(Symbol::Met), "gedaan, op tijd", "done, on time"),
    (Sign::Symbol(Symbol::MetLate), "gedaan, te laat", "done, late"),
    (Sign::Symbol(Symbol::Overdue), "te laat, niet gedaan", "overdue, not done"),
    (Sign::Rect("late"), "dagen te laat", "days late"),
];

/// In the picture of a portfolio.
const OF_PORTFOLIO: [Entry; 3] = [
    (Sign::Rect("overduecell"), "te laat", "overdue"),
    (Sign::Rect("cell"), "wettelijk", "statutory"),
    (Sign::Rect("practice"), "beleid of praktijk: geen wet", "policy or practice: not law"),
];

const SAMPLE: Tenths = px(22);
const COLUMNS: i32 = 4;
const LINE: Tenths = px(18);

/// The signs that the picture of a case uses, below `top` and between two sides; and where they end.
pub(super) fn case(
    shapes: &[Shape],
    sides: (Tenths, Tenths),
    top: Tenths,
    lang: Lang,
) -> (Vec<Shape>, Tenths) {
    legend(&ENTRIES, shapes, sides, top, lang)
}

/// As [`case`], for a portfolio.
pub(super) fn portfolio(
    shapes: &[Shape],
    sides: (Tenths, Tenths),
    top: Tenths,
    lang: Lang,
) -> (Vec<Shape>, Tenths) {
    legend(&OF_PORTFOLIO, shapes, sides, top, lang)
}

fn legend(
    entries: &[Entry],
    shapes: &[Shape],
    (left, right): (Tenths, Tenths),
    top: Tenths,
    lang: Lang,
) -> (Vec<Shape>, Tenths) {
    let mut out = Vec::new();
    let column = (right - left) / COLUMNS;
    let (mut at, mut y) = (0, top + LINE / 2);
    for (sign, nl, en) in entries.iter().copied().filter(|entry| uses(shapes, entry.0)) {
        let content = lang.pick(nl, en).to_string();
        // A long one takes two columns.
        let needed = SAMPLE + px(16) + font::width(&content, SMALL.size, false);
        let columns = 1 + (needed - 1) / column;
        if at > 0 && at + columns > COLUMNS {
            (at, y) = (0, y + LINE);
        }
        let x = left + at * column;
        out.push(sample(sign, x, y));
        out.push(Shape::Text(Text {
            x: x + SAMPLE + px(6),
            y: y + px(4),
            size: SMALL.size,
            bold: false,
            anchor: Anchor::Start,
            class: SMALL.class,
            content,
        }));
        at += columns;
    }
    (out, y + LINE / 2)
}

fn sample(sign: Sign, x: Tenths, y: Tenths) -> Shape {
    let middle = x + SAMPLE / 2;
    match sign {
        Sign::Rect(class) => Shape::Rect { x, y: y - px(5), w: SAMPLE, h: px(10), class },
        Sign::Line(class) => Shape::Line { from: (x, y), to: (x + SAMPLE, y), class },
        Sign::Upright(class) => {
            Shape::Line { from: (middle, y - px(7)), to: (middle, y + px(7)), class }
        }
        Sign::Symbol(symbol) => Shape::Symbol { symbol, x: middle, y },
    }
}

fn uses(shapes: &[Shape], sign: Sign) -> bool {
    shapes.iter().any(|shape| match (shape, sign) {
        (Shape::Group { shapes, .. }, _) => uses(shapes, sign),
        (Shape::Rect { class, .. }, Sign::Rect(other)) => *class == other,
        (Shape::Line { class, .. }, Sign::Line(other) | Sign::Upright(other)) => *class == other,
        (Shape::Symbol { symbol, .. }, Sign::Symbol(other)) => *symbol == other,
        _ => false,
    })
}
