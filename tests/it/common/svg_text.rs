//! The words of a picture as boxes, measured with the fonts of the world instead of the crate's own
//! table of widths.

use roxmltree::{Document, Node};

/// The wider one of DejaVu Sans and Liberation Sans (which has the widths of Arial and Helvetica),
/// read from the font files, in thousandths of the font size. From the space to the tilde.
#[rustfmt::skip]
const REGULAR: [i32; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556,
    1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787,
    667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

/// As [`REGULAR`], bold.
#[rustfmt::skip]
const BOLD: [i32; 95] = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611,
    1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 556, 775, 637, 995, 837, 850,
    733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 556,
    500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
    716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
];

/// A text and the room it takes, in pixels.
#[derive(Clone, Debug)]
pub struct TextBox {
    pub content: String,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl TextBox {
    fn of(node: Node<'_, '_>) -> TextBox {
        let number = |name: &str| -> f64 {
            let value = node.attribute(name).unwrap_or_else(|| panic!("a text without {name}"));
            value.parse().expect("a number")
        };
        let content = node.text().unwrap_or_default().to_string();
        let (x, y, size) = (number("x"), number("y"), number("font-size"));
        assert!(size >= 9.0, "{content:?} is too small to read");
        let is_bold = node.attribute("font-weight") == Some("bold");
        let width = content.chars().map(|letter| advance(letter, is_bold)).sum::<f64>() * size;
        let left = match node.attribute("text-anchor") {
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            _ => x,
        };
        // From the top of a capital with an accent to the bottom of a g.
        let (top, bottom) = (y - 0.93 * size, y + 0.24 * size);
        TextBox { content, left, right: left + width, top, bottom }
    }

    fn overlaps(&self, other: &TextBox) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

fn advance(letter: char, is_bold: bool) -> f64 {
    let table = if is_bold { BOLD } else { REGULAR };
    let plain = match letter {
        '\u{a0}' => ' ',
        '·' => '.',
        'é' | 'ë' => 'e',
        'ï' => 'i',
        'ö' | 'ó' => 'o',
        '–' => '_',
        '—' | '…' => '@',
        other => other,
    };
    let place = (plain as usize).checked_sub(32).filter(|place| *place < table.len());
    let place = place.unwrap_or_else(|| panic!("no width known of {letter:?}"));
    f64::from(table[place]) / 1000.0
}

/// What is wrong with a picture, in words: texts that overlap or leave it, names that are missing.
pub fn faults(svg: &str) -> Vec<String> {
    let document = match Document::parse(svg) {
        Ok(document) => document,
        Err(error) => return vec![format!("not well-formed: {error}")],
    };
    let root = document.root_element();
    let mut faults = Vec::new();
    let sides: Vec<f64> = root
        .attribute("viewBox")
        .unwrap_or_default()
        .split(' ')
        .filter_map(|side| side.parse().ok())
        .collect();
    let [_, _, width, height] = sides[..] else { return vec!["no viewBox".into()] };
    let boxes: Vec<TextBox> =
        root.descendants().filter(|node| node.has_tag_name("text")).map(TextBox::of).collect();
    for (i, a) in boxes.iter().enumerate() {
        if a.left < 0.0 || a.top < 0.0 || a.right > width || a.bottom > height {
            faults.push(format!("{:?} leaves the picture", a.content));
        }
        for b in &boxes[i + 1..] {
            if a.overlaps(b) {
                faults.push(format!("{:?} overlaps {:?}", a.content, b.content));
            }
        }
    }
    faults.extend(names(svg, root));
    faults
}

/// Title, description and references.
fn names(svg: &str, root: Node<'_, '_>) -> Vec<String> {
    let mut faults = Vec::new();
    let child = |name: &str| root.children().find(|node| node.has_tag_name(name));
    for name in ["title", "desc"] {
        let text = child(name).and_then(|node| node.text()).unwrap_or_default();
        if text.trim().len() < 10 {
            faults.push(format!("no {name}"));
        }
    }
    if root.attribute("role") != Some("img") {
        faults.push("no role".into());
    }
    let ids: Vec<&str> = root.descendants().filter_map(|node| node.attribute("id")).collect();
    let key = root.attribute("id").unwrap_or_default();
    for (i, id) in ids.iter().enumerate() {
        if !id.starts_with(key) || ids[..i].contains(id) {
            faults.push(format!("the name {id} is not its own"));
        }
    }
    let labels = root.attribute("aria-labelledby").unwrap_or_default().split(' ');
    let fills = svg.split("url(#").skip(1).filter_map(|rest| rest.split(')').next());
    for reference in labels.chain(fills) {
        if !ids.contains(&reference) {
            faults.push(format!("{reference} is not there"));
        }
    }
    for foreign in ["<script", "href", "NaN", "@import", "http://", "https://"] {
        let own = "http://www.w3.org/2000/svg";
        if svg.replace(own, "").contains(foreign) {
            faults.push(format!("it holds {foreign}"));
        }
    }
    faults
}
