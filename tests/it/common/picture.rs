//! Reads the words of a picture, in their order.

use super::words;
use chrono::Datelike;
use poortwachter::Day;
use poortwachter::Lang;
use roxmltree::{Document, Node};

/// A text and where it stands.
#[derive(Clone, Debug)]
pub struct Words {
    pub x: f64,
    pub y: f64,
    pub text: String,
    /// Before the first row, or after it.
    pub is_above: bool,
}

/// The words of a row, what a pointer over it tells, and what stands in the middle of something, and where.
pub type Row = (String, String, Vec<(f64, String)>);

/// The words of a picture.
#[derive(Debug)]
pub struct Picture {
    pub title: String,
    pub description: String,
    pub rows: Vec<Row>,
    /// What stands in no row.
    pub outside: Vec<Words>,
}

impl Picture {
    #[track_caller]
    pub fn read(svg: &str) -> Picture {
        let document = Document::parse(svg).expect("well-formed");
        let root = document.root_element();
        let of = |node: Node<'_, '_>, name: &str| {
            let child = node.children().find(|child| child.has_tag_name(name));
            child.and_then(|child| child.text()).map(str::to_string)
        };
        let number = |node: &Node<'_, '_>, name: &str| -> f64 {
            node.attribute(name).and_then(|text| text.parse().ok()).expect("a number")
        };
        let (mut rows, mut outside): (Vec<Row>, Vec<Words>) = (Vec::new(), Vec::new());
        for node in root.children().filter(Node::is_element) {
            if node.has_tag_name("text") {
                outside.push(Words {
                    x: number(&node, "x"),
                    y: number(&node, "y"),
                    text: node.text().expect("a text").to_string(),
                    is_above: rows.is_empty(),
                });
            } else if let (true, Some(title)) = (node.has_tag_name("g"), of(node, "title")) {
                let texts = node.children().filter(|child| child.has_tag_name("text"));
                let middle = |text: &Node<'_, '_>| text.attribute("text-anchor") == Some("middle");
                let cell = |text: Node<'_, '_>| {
                    (number(&text, "x"), text.text().unwrap_or_default().to_string())
                };
                let cells = texts.clone().filter(middle).map(cell).collect();
                let texts: Vec<&str> = texts.filter_map(|text| text.text()).collect();
                rows.push((words(&texts.join(" ")), words(&title), cells));
            }
        }
        Picture {
            title: of(root, "title").expect("a title"),
            description: of(root, "desc").expect("a description"),
            rows,
            outside,
        }
    }

    pub fn above(&self) -> String {
        self.part(true)
    }

    pub fn below(&self) -> String {
        self.part(false)
    }

    fn part(&self, is_above: bool) -> String {
        let part = self.outside.iter().filter(|words| words.is_above == is_above);
        words(&part.map(|words| words.text.as_str()).collect::<Vec<_>>().join(" "))
    }

    /// The labels of the axis on one line, so far above the names of its lines.
    pub fn axis(&self, line: f64) -> Vec<(f64, String)> {
        let is_name = |words: &&Words| ["begint op", "begins on"].contains(&words.text.as_str());
        let name = self.outside.iter().find(is_name).expect("an axis");
        let labels = self.outside.iter().filter(|words| {
            words.is_above && words.x > name.x && (words.y - (name.y - 35.0 + line)).abs() < 0.01
        });
        labels.map(|words| (words.x, words.text.clone())).collect()
    }
}

/// `5 Jan 2026`.
pub fn date(day: Day, lang: Lang) -> String {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    let day = crate::common::date(day);
    match lang {
        Lang::En => day.format("%-d %b %Y").to_string(),
        Lang::Nl => format!("{} {} {}", day.day(), MONTHS[day.month0() as usize], day.year()),
    }
}
