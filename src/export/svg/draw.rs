//! A scene as SVG.

use super::shape::{Anchor, Scene, Shape, Symbol, Tenths, Text};
use super::style;
use svg::Document;
use svg::node::element::{
    Definitions, Description, Element, Group, Line, Path, Pattern, Rectangle, Style, Title,
};
use svg::node::{Node, Text as Words, element};

/// The picture. `key` starts every name in it, so that several pictures fit in one page.
pub(super) fn svg(scene: &Scene, key: &str) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    let mut document = Document::new()
        .set("id", key)
        .set("width", width.clone())
        .set("height", height.clone())
        .set("viewBox", format!("0 0 {width} {height}"))
        .set("role", "img")
        .set("aria-labelledby", format!("{key}-title {key}-desc"))
        .add(Title::new(scene.title.clone()).set("id", format!("{key}-title")))
        .add(
            Description::new()
                .set("id", format!("{key}-desc"))
                .add(Words::new(scene.description.clone())),
        )
        .add(Style::new(style::sheet(key)))
        .add(patterns(key))
        .add(Rectangle::new().set("class", "paper").set("width", "100%").set("height", "100%"));
    for shape in &scene.shapes {
        document.append(node(shape));
    }
    format!("{document}\n")
}

/// A name for a scene that asked for none: scenes that differ have other names.
pub(super) fn key(scene: &Scene) -> String {
    // FNV-1a, which needs no state and is the same everywhere.
    let bytes = format!("{scene:?}").into_bytes();
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:08x}").chars().take(8).collect()
}

fn patterns(key: &str) -> Definitions {
    let pattern = |name: &str, side: u8| {
        Pattern::new()
            .set("id", format!("{key}-{name}"))
            .set("patternUnits", "userSpaceOnUse")
            .set("width", side)
            .set("height", side)
            .add(Rectangle::new().set("class", "back").set("width", side).set("height", side))
    };
    let stroke = |class: &str, data: &str| Path::new().set("class", class).set("d", data);
    let dot = |x: &str, y: &str| {
        element::Circle::new().set("class", "dots").set("cx", x).set("cy", y).set("r", "0.9")
    };
    Definitions::new()
        .add(pattern("hatch", 5).add(stroke("hatch", "M-1 1L1 -1M-1 6L6 -1M4 6L6 4")))
        .add(pattern("cross", 6).add(stroke("cross", "M-1 -1L7 7M-1 7L7 -1")))
        .add(pattern("dots", 4).add(dot("1", "1")).add(dot("3", "3")))
}

fn node(shape: &Shape) -> Box<dyn Node> {
    match shape {
        Shape::Rect { x, y, w, h, class } => Box::new(
            Rectangle::new()
                .set("class", *class)
                .set("x", number(*x))
                .set("y", number(*y))
                .set("width", number(*w))
                .set("height", number(*h)),
        ),
        Shape::Line { from, to, class } => Box::new(
            Line::new()
                .set("class", *class)
                .set("x1", number(from.0))
                .set("y1", number(from.1))
                .set("x2", number(to.0))
                .set("y2", number(to.1)),
        ),
        Shape::Symbol { symbol, x, y } => Box::new(outline(*symbol, *x, *y)),
        Shape::Text(text) => Box::new(words(text)),
        Shape::Group { title, shapes } => {
            let mut group = Group::new().add(Title::new(title.clone()));
            for shape in shapes {
                group.append(node(shape));
            }
            Box::new(group)
        }
    }
}

fn words(text: &Text) -> Element {
    let anchor = match text.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let mut node: Element = element::Text::new(text.content.clone())
        .set("class", text.class)
        .set("x", number(text.x))
        .set("y", number(text.y))
        .set("font-size", number(text.size))
        .into();
    if text.anchor != Anchor::Start {
        node.assign("text-anchor", anchor);
    }
    if text.bold {
        node.assign("font-weight", "bold");
    }
    node
}

fn outline(symbol: Symbol, x: Tenths, y: Tenths) -> Group {
    let paths: &[(&str, &str)] = match symbol {
        Symbol::Advised => &[("advised", "M0 -5L4.2 0L0 5L-4.2 0Z")],
        Symbol::Met => &[
            ("met", "M-5.5 0A5.5 5.5 0 1 1 5.5 0A5.5 5.5 0 1 1 -5.5 0Z"),
            ("tick", "M-2.6 0.2L-0.7 2.1L2.7 -1.9"),
        ],
        Symbol::MetLate => &[("metlate", "M0 -6L6 5L-6 5Z")],
        Symbol::Overdue => &[("overdue", "M-4.5 -4.5L4.5 4.5M-4.5 4.5L4.5 -4.5")],
        Symbol::ToCome => &[("planned", "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0Z")],
        Symbol::ToComeInPractice => &[("practice", "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0Z")],
        Symbol::Flag => &[("due", "M0 7V-7"), ("todaytag", "M0 -7L9 -4L0 -1Z")],
        Symbol::ToTheRight => &[("todaytag", "M-6 -4L1 0L-6 4Z")],
        Symbol::ToTheLeft => &[("todaytag", "M6 -4L-1 0L6 4Z")],
    };
    let mut group =
        Group::new().set("transform", format!("translate({} {})", number(x), number(y)));
    for (class, data) in paths {
        group.append(Path::new().set("class", *class).set("d", *data));
    }
    group
}

/// Tenths as a decimal number.
fn number(tenths: Tenths) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn tenths_are_written_as_decimals() {
        assert_eq!([0, 5, -5, 10, 1234, -30].map(number), ["0", "0.5", "-0.5", "1", "123.4", "-3"]);
    }
}
