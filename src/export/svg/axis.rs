//! Days on the x-axis, and which of them carry a label.

use super::shape::{Anchor, Shape, Tenths, Text, px};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::ClockKind;
use crate::timeline::View;

/// Between two labels on one line.
const BETWEEN: Tenths = px(4);
const SIZE: Tenths = px(10);
/// How far a label may stand out on the left.
pub(super) const BEFORE: Tenths = px(20);

/// Day to place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    pub(super) first: Day,
    /// Inclusive.
    pub(super) last: Day,
    pub(super) left: Tenths,
    pub(super) right: Tenths,
}

impl Scale {
    /// Where `day` begins; the edge for a day outside the picture.
    pub(super) fn start_of(&self, day: Day) -> Tenths {
        let (days, width) = (self.days(), i64::from(self.right - self.left));
        let at = i64::from(day.days_since(self.first).clamp(0, days));
        self.left + i32::try_from(at * width / i64::from(days)).unwrap_or(0)
    }

    /// Where `day` ends.
    pub(super) fn end_of(&self, day: Day) -> Tenths {
        self.start_of(day.plus(1))
    }

    /// The middle of `day`.
    pub(super) fn middle_of(&self, day: Day) -> Tenths {
        (self.start_of(day) + self.end_of(day)) / 2
    }

    pub(super) fn holds(&self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    fn days(&self) -> i32 {
        self.last.days_since(self.first).max(0) + 1
    }
}

/// A labelled day.
struct Tick {
    day: Day,
    /// The week of sickness that begins on it; none where no day counts.
    week: Option<u32>,
}

/// The two lines of labels and the lines through the picture below them.
pub(super) struct Axis {
    /// Texts, from the top of the axis down.
    pub(super) labels: Vec<Shape>,
    /// Where the vertical lines stand.
    pub(super) lines: Vec<Tenths>,
}

/// The height of what [`axis`] draws.
pub(super) const HEIGHT: Tenths = px(40);

/// Calendar years, weeks of sickness and their dates, below `top`.
pub(super) fn axis(view: &View<'_>, scale: Scale, top: Tenths, lang: Lang) -> Axis {
    let mut axis = Axis { labels: years(scale, top + px(9)), lines: Vec::new() };
    for tick in ticks(view, scale, lang) {
        let [week, date] = labels(&tick, scale, top, lang);
        axis.lines.push(scale.start_of(tick.day));
        axis.labels.extend(week.map(Shape::Text));
        axis.labels.extend(date.map(Shape::Text));
    }
    axis
}

/// The labels of a tick: the number of the week, and its first day.
fn labels(tick: &Tick, scale: Scale, top: Tenths, lang: Lang) -> [Option<Text>; 2] {
    let text = |x, y, bold, class, content| Text {
        x,
        y,
        size: SIZE,
        bold,
        anchor: Anchor::Middle,
        class,
        content,
    };
    let date = tick.day;
    let words = format!("{} {}", date.day(), lang.month(date));
    let date = text(scale.start_of(tick.day), top + px(35), false, "faint", words)
        .within(scale.left - BEFORE, scale.right);
    let week = |week: u32| text(date.x, top + px(22), true, "ink", week.to_string());
    [tick.week.map(week), Some(date)]
}

/// The weeks and dates to label: as many as fit.
fn ticks(view: &View<'_>, scale: Scale, lang: Lang) -> Vec<Tick> {
    const STEPS: [u32; 8] = [1, 2, 4, 8, 13, 26, 52, 104];
    let room = |step: u32| {
        let days = i32::try_from(step * 7).unwrap_or(i32::MAX);
        scale.start_of(scale.first.plus(days)) - scale.left
    };
    let widest = super::font::width("30 mmm", SIZE, false) + BETWEEN;
    let step = STEPS.into_iter().find(|step| room(*step) >= widest).unwrap_or(52);
    let mut kept: Vec<Tick> = Vec::new();
    let days = i32::try_from(step * 7).unwrap_or(7);
    let mut last = scale.first;
    for tick in weeks(view, scale, step) {
        fill(&mut kept, (last, tick.day), days, scale, lang);
        last = tick.day;
        keep(&mut kept, tick, scale, lang);
    }
    fill(&mut kept, (last, scale.last), days, scale, lang);
    kept
}

/// Dates without a week where no week begins for long: after recovery and during leave.
fn fill(kept: &mut Vec<Tick>, (after, until): (Day, Day), step: i32, scale: Scale, lang: Lang) {
    let mut day = after.plus(step);
    while day.plus(step / 2) < until {
        keep(kept, Tick { day, week: None }, scale, lang);
        day = day.plus(step);
    }
}

/// Keeps a tick whose labels stand clear of those before it.
fn keep(kept: &mut Vec<Tick>, tick: Tick, scale: Scale, lang: Lang) {
    let sides = |tick: &Tick| {
        let texts = labels(tick, scale, 0, lang);
        let sides = texts.iter().flatten().map(Text::sides);
        sides.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((0, 0))
    };
    if kept.last().is_none_or(|last| sides(last).1 + BETWEEN <= sides(&tick).0) {
        kept.push(tick);
    }
}

/// The first days of week 1 and of every `step`-th week, as far as they lie in the picture.
fn weeks(view: &View<'_>, scale: Scale, step: u32) -> impl Iterator<Item = Tick> {
    const MOST: u32 = 1_000;
    let first_day = |week: u32| view.date_of(ClockKind::WaitingPeriod, 7 * (week - 1) + 1);
    let multiples = (1..MOST / step).map(move |n| n * step).filter(|week| *week > 1);
    std::iter::once(1).chain(multiples).map_while(move |week| {
        let day = first_day(week)?;
        scale.holds(day).then_some(Tick { day, week: Some(week) })
    })
}

/// The calendar years, each where it fits.
fn years(scale: Scale, y: Tenths) -> Vec<Shape> {
    let (from, to) = (scale.first.year(), scale.last.year());
    let mut shapes = Vec::new();
    for year in from..=to {
        let start = |year| Day::from_ymd(year, 1, 1);
        let (Some(first), Some(next)) = (start(year), start(year + 1)) else { continue };
        let (left, right) = (scale.start_of(first), scale.start_of(next));
        let class = "faint";
        let content = year.to_string();
        let x = (left + right) / 2;
        let text = Text { x, y, size: SIZE, bold: false, anchor: Anchor::Middle, class, content };
        let sides = text.sides();
        if left + px(3) <= sides.0 && sides.1 + px(3) <= right {
            shapes.push(Shape::Text(text));
        }
        if first > scale.first {
            let (top, bottom) = (y - px(9), y + px(3));
            shapes.push(Shape::Line { from: (left, top), to: (left, bottom), class: "edge" });
        }
    }
    shapes
}
