//! What the signs mean. Only those that the picture uses.

use super::font;
use super::shape::{Anchor, Shape, Symbol, Tenths, Text, px};
use super::table::SMALL;
use crate::lang::{Lang, Text as Words};
use crate::law::Milestone;
use crate::text::phrases;
use crate::timeline::{StateKind, StatusKind};

/// What a sign looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Rect(&'static str),
    Line(&'static str),
    Upright(&'static str),
    Symbol(Symbol),
}

type Entry = (Sign, Words);

const ENTRIES: [Entry; 23] = [
    (Sign::Rect("sick"), phrases::SICK),
    (Sign::Rect("recovered"), RECOVERED),
    (Sign::Rect("leave"), phrases::LEAVE),
    (
        Sign::Rect("floor"),
        Words::new("loon, minimumloon als ondergrens", "wages, minimum-wage floor"),
    ),
    (Sign::Rect("period"), Words::new("periode", "period")),
    (
        Sign::Rect("period-practice"),
        Words::new("periode uit beleid: geen wet", "period by policy: not law"),
    ),
    (Sign::Rect("sanction"), phrases::WAGE_SANCTION),
    (Sign::Symbol(Symbol::Flag), WIA_START),
    (
        Sign::Rect("bar"),
        Words::new("wettelijk: van open tot uiterste dag", "statutory: opening to due day"),
    ),
    (
        Sign::Rect("planned"),
        Words::new(
            "wettelijk, gepland: volgt uit een andere stap",
            "statutory, planned: follows from another step",
        ),
    ),
    (Sign::Rect("practice"), phrases::POLICY_OR_PRACTICE),
    (
        Sign::Line("unopened"),
        Words::new("wettelijk, geen begindag genoemd", "statutory, no first day named"),
    ),
    (
        Sign::Line("unopened-practice"),
        Words::new("beleid of praktijk, geen begindag", "policy or practice, no first day"),
    ),
    (Sign::Symbol(Symbol::Advised), Words::new("geadviseerde dag", "advised day")),
    (Sign::Upright("due"), phrases::DUE_DAY),
    (Sign::Line("tolerated"), phrases::STILL_ACCEPTED),
    (
        Sign::Upright("original"),
        Words::new("uiterste dag vóór de afspraak", "due day before the agreement"),
    ),
    (Sign::Symbol(Symbol::ToCome), Words::new("komt nog, wettelijk", "to come, statutory")),
    (
        Sign::Symbol(Symbol::ToComeInPractice),
        Words::new("komt nog, beleid of praktijk", "to come, policy or practice"),
    ),
    (Sign::Symbol(Symbol::Met), status(StatusKind::MetOnTime)),
    (Sign::Symbol(Symbol::MetLate), status(StatusKind::MetLate)),
    (Sign::Symbol(Symbol::Overdue), Words::new("te laat, niet gedaan", "overdue, not done")),
    (Sign::Rect("late"), Words::new("dagen te laat", "days late")),
];

/// In the picture of a portfolio.
const OF_PORTFOLIO: [Entry; 3] = [
    (Sign::Rect("overduecell"), status(StatusKind::Overdue)),
    (Sign::Rect("cell"), Words::new("wettelijk", "statutory")),
    (Sign::Rect("practice"), phrases::POLICY_OR_PRACTICE),
];

const RECOVERED: Words =
    Words::new(StateKind::Recovered.name(Lang::Nl), StateKind::Recovered.name(Lang::En));
const WIA_START: Words =
    Words::new(Milestone::WIA_START.name(Lang::Nl), Milestone::WIA_START.name(Lang::En));

const fn status(kind: StatusKind) -> Words {
    Words::new(kind.name(Lang::Nl), kind.name(Lang::En))
}

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
    for (sign, words) in entries.iter().copied().filter(|entry| uses(shapes, entry.0)) {
        let content = words.in_lang(lang).to_string();
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
