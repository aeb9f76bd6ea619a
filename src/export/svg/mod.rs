//! Pictures of a case and of a portfolio, as self-contained SVG.
//!
//! One picture shows a [`View`]: the weeks of sickness with their dates, every obligation from the
//! day it opens to the day it is due, what was met and what is late, and the periods of wages,
//! dismissal ban and sanction. The other shows what falls due per week in a portfolio.
//!
//! They need no script, no font and no file beside them, follow the reader's dark mode, print in
//! black and white, and tell in a title and a description what they show. They name no case unless
//! asked ([`Options::with_case_id`]) and hold no medical data.
//!
//! ```
//! use poortwachter::export::svg::{self, Options};
//! use poortwachter::{Case, Day, Duty, Lang, Timeline};
//! let day = Day::new;
//! let case = Case::builder()
//!     .sick_since(day(2026, 1, 5))
//!     .met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 12))
//!     .build()?;
//! let timeline = Timeline::new(&case);
//! let picture = svg::case_timeline(&timeline.view(day(2026, 10, 14)), &Options::new(Lang::Nl));
//! assert!(picture.starts_with("<svg"));
//! assert!(picture.contains("42e-weeksmelding"));
//! # Ok::<(), poortwachter::CaseError>(())
//! ```

mod axis;
mod case;
mod draw;
mod font;
mod legend;
mod marks;
mod notes;
mod periods;
mod portfolio;
mod shape;
mod style;
mod table;
mod words;

use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Duty, LAW, Law, Layer};
use crate::timeline::View;

/// The language and the extent of a picture.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Options {
    lang: Lang,
    width: u16,
    statutory_only: bool,
    case_id: bool,
    key: Option<String>,
    law: &'static Law,
}

impl Options {
    /// What a screen shows and a sheet of A4 holds.
    const WIDTH: u16 = 900;
    const NARROWEST: u16 = 840;
    const WIDEST: u16 = 3_000;

    /// Every obligation, 900 pixels wide, without the identifier of the case.
    #[must_use]
    pub const fn new(lang: Lang) -> Options {
        Options {
            lang,
            width: Self::WIDTH,
            statutory_only: false,
            case_id: false,
            key: None,
            law: &LAW,
        }
    }

    /// The width in pixels, from 840 to 3000; what lies outside is brought inside. The height
    /// follows from what there is to show.
    #[must_use]
    pub fn width(self, pixels: u16) -> Options {
        let width = match pixels {
            ..Self::NARROWEST => Self::NARROWEST,
            Self::WIDEST.. => Self::WIDEST,
            _ => pixels,
        };
        Options { width, ..self }
    }

    /// The law of the duties in [`portfolio`], where that is not [`LAW`]. The picture of a case has the law of
    /// its timeline.
    #[must_use]
    pub fn under(self, law: &'static Law) -> Options {
        Options { law, ..self }
    }

    /// Leaves out what only policy or practice gives a day. The picture says so.
    #[must_use]
    pub fn statutory_only(self) -> Options {
        Options { statutory_only: true, ..self }
    }

    /// Names the case in the title, by the identifier that its file gives.
    #[must_use]
    pub fn with_case_id(self) -> Options {
        Options { case_id: true, ..self }
    }

    /// Begins every name (`id`) in the picture with this key, so that pictures in one page do not
    /// meddle with each other. Only ASCII letters, digits, `-` and `_` are kept. Without a key it is
    /// derived from the contents.
    #[must_use]
    pub fn key(self, key: &str) -> Options {
        let kept = |letter: &char| letter.is_ascii_alphanumeric() || "-_".contains(*letter);
        Options { key: Some(key.chars().filter(kept).collect()), ..self }
    }

    /// Whether what this layer dates is drawn.
    fn shows(&self, layer: Layer) -> bool {
        !self.statutory_only || layer.is_law()
    }

    fn draw(&self, scene: &shape::Scene) -> String {
        let key = match &self.key {
            Some(key) => format!("pw-{key}"),
            None => format!("pw-{}", draw::key(scene)),
        };
        draw::svg(scene, &key)
    }
}

/// The timeline of a case as it was known on the day of the view.
#[must_use]
pub fn case_timeline(view: &View<'_>, options: &Options) -> String {
    options.draw(&case::scene(view, options))
}

/// What falls due per week and duty from `on`, for `weeks` calendar weeks (Monday to Sunday, at most
/// 26, the week of `on` included).
///
/// `due` holds the day on which something falls due, the duty, and how many cases it falls due in,
/// in any order; days may repeat. What was due before `on` counts as overdue, so leave out what has
/// been met.
///
/// ```
/// use poortwachter::export::svg::{self, Options};
/// use poortwachter::{Day, Duty, Lang};
/// let day = Day::new;
/// let due = [(day(2026, 10, 26), Duty::UWV_SICKNESS_REPORT, 3), (day(2026, 10, 9), Duty::WIA_CLAIM, 1)];
/// let picture = svg::portfolio(due, day(2026, 10, 14), 26, &Options::new(Lang::En));
/// assert!(picture.contains("1 overdue"));
/// ```
#[must_use]
pub fn portfolio(
    due: impl IntoIterator<Item = (Day, Duty, u32)>,
    on: Day,
    weeks: u8,
    options: &Options,
) -> String {
    let due = portfolio::Due::new(due, on, weeks, options);
    options.draw(&portfolio::scene(&due, options))
}
