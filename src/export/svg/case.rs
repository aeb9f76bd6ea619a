//! The picture of one case.

use super::Options;
use super::axis::{self, Scale};
use super::legend;
use super::marks::{self, Moment};
use super::notes;
use super::periods;
use super::shape::{Anchor, Scene, Shape, Symbol, Tenths, Text, px};
use super::table::{self, Cell, Columns, DATE, Face, HEADING, MARGIN, NAME, Row, SMALL, TITLE};
use super::words;
use crate::lang::Lang;
use crate::law::Milestone;
use crate::text::{phrases, question_mark};
use crate::timeline::{MilestoneDay, Obligation, OpenQuestion, Status, View};

/// The least that a picture shows.
const FEWEST_DAYS: i32 = 8 * 7;
/// The height of the strip of years.
const STRIP: Tenths = px(16);
/// The height of the tag of the day.
const TAG: Tenths = px(15);

/// The obligations of one rule: one, or a series.
pub(super) struct Series<'v> {
    pub(super) of: Vec<(&'v Obligation, Status)>,
}

/// The obligations to draw, and those that there is nothing to draw of.
struct Content<'v> {
    series: Vec<Series<'v>>,
    hidden: Vec<(&'v Obligation, Status)>,
}

impl<'v> Content<'v> {
    fn of(view: &'v View<'v>, options: &Options) -> Content<'v> {
        let mut content = Content { series: Vec::new(), hidden: Vec::new() };
        for (obligation, status) in view.obligations() {
            if !options.shows(obligation.due_layer()) {
                continue;
            }
            let is_gone = matches!(status, Status::NotApplicable(_) | Status::Lapsed(_));
            let has_day = obligation.due().is_some() && !is_gone;
            let is_open_norm = matches!(status, Status::Undetermined(_));
            if !has_day && !is_open_norm && obligation.met().is_none() {
                content.hidden.push((obligation, status));
                continue;
            }
            let same = |series: &&mut Series<'_>| {
                series.of.iter().any(|(other, _)| other.rule() == obligation.rule())
            };
            match content.series.iter_mut().find(same) {
                Some(series) => series.of.push((obligation, status)),
                None => content.series.push(Series { of: vec![(obligation, status)] }),
            }
        }
        content
    }

    fn obligations(&self) -> impl Iterator<Item = &'v Obligation> + '_ {
        self.series.iter().flat_map(|series| series.of.iter().map(|(obligation, _)| *obligation))
    }
}

/// Everything there is to see.
pub(super) fn scene(view: &View<'_>, options: &Options) -> Scene {
    let lang = options.lang;
    let width = px(options.width.into());
    let columns = Columns::of(width);
    let content = Content::of(view, options);
    let scale = scale(view, &content, columns);
    let moment = Moment { scale, on: view.on(), first: view.first_sick_day() };
    let mut shapes = Vec::new();

    let title = title(view, options);
    let mut head: Cell = vec![(TITLE, title.clone())];
    head.extend(notes::head(view, options));
    let questions = view.open_questions();
    head.extend(questions.iter().map(|question| (DATE, notes::asked(question, lang))));
    let (words, mut y) = table::lines(&head, MARGIN, px(8), columns.right - MARGIN);
    shapes.extend(words);

    y += px(10);
    let axis = axis::axis(view, scale, y, lang);
    shapes.extend(axis.labels);
    shapes.extend(axis_names(columns, y, lang));
    y += axis::HEIGHT;
    let years = periods::years(view, scale, lang);
    shapes.extend(years.iter().flat_map(|year| strip(year, scale, y)));
    y += STRIP;

    let plot_top = y;
    y += TAG + px(8);
    let mut rows = Vec::new();
    y = table::stack(periods::rows(view, moment, &questions, options), columns, y, &mut rows);
    let parting = y;
    let obligations = content.series.iter();
    let obligations =
        obligations.map(|series| row(series, view, moment, &questions, lang)).collect();
    y = table::stack(obligations, columns, y, &mut rows);

    // Behind the rows.
    let stripes = rows.iter().filter(|shape| matches!(shape, Shape::Rect { .. })).cloned();
    shapes.extend(stripes);
    let upright = |x, class| Shape::Line { from: (x, plot_top), to: (x, y), class };
    shapes.extend(axis.lines.iter().map(|x| upright(*x, "grid")));
    let ends = years.iter().map(|year| scale.end_of(year.last));
    shapes.extend(ends.map(|x| upright(x, "edge")));
    let level = |y| Shape::Line { from: (MARGIN, y), to: (columns.right, y), class: "edge" };
    shapes.extend([level(plot_top), level(parting), level(y)]);
    shapes.extend(rows.into_iter().filter(|shape| !matches!(shape, Shape::Rect { .. })));
    shapes.extend(today(view, scale, (plot_top + px(4), y), lang));

    let (signs, end) = legend::case(&shapes, (MARGIN, columns.right), y + px(8), lang);
    shapes.extend(signs);
    let foot = notes::foot(view, &content.hidden, options);
    let (words, end) = table::lines(&foot, MARGIN, end + px(6), columns.right - MARGIN);
    shapes.extend(words);
    let description = notes::description(view, options);
    Scene { width, height: end + px(12), title, description, shapes }
}

fn title(view: &View<'_>, options: &Options) -> String {
    const LONGEST: usize = 40;
    let mut title = options.lang.pick("Verzuimtijdlijn", "Sick-leave timeline").to_string();
    if let Some(id) = view.timeline().case().id().filter(|_| options.case_id) {
        let visible = |letter: char| if crate::export::is_hidden(letter) { ' ' } else { letter };
        let mut id: String = id.chars().map(visible).collect();
        if id.chars().count() > LONGEST {
            id = id.chars().take(LONGEST - 1).chain(['…']).collect();
        }
        title += &format!(" {id}");
    }
    format!("{title} · {}", options.lang.date(view.on()))
}

/// From the first sick day through everything there is to see.
fn scale(view: &View<'_>, content: &Content<'_>, columns: Columns) -> Scale {
    let first = view.first_sick_day();
    let shown = content
        .obligations()
        .flat_map(|obligation| [obligation.due(), obligation.tolerated(), obligation.met()])
        .flatten();
    // Where no benefit can follow, the waiting period has no row.
    const OF_WAITING: [Milestone; 3] = [
        Milestone::END_OF_WAITING_PERIOD,
        Milestone::EARLY_IVA_FIRST_CLAIM,
        Milestone::EARLY_IVA_LAST_CLAIM,
    ];
    const WITHOUT_ROW: [Milestone; 3] =
        [Milestone::WIA_LOOK_BACK, Milestone::LEAVE_BAN, Milestone::WAITING_DAYS];
    let has_row = |line: &MilestoneDay| {
        !WITHOUT_ROW.contains(&line.milestone())
            && (view.wia_start().is_some() || !OF_WAITING.contains(&line.milestone()))
    };
    let milestones = view.milestones().into_iter().filter(has_row).map(|line| line.day());
    let sanction = view.sanction().and_then(|sanction| sanction.last_day());
    let last =
        shown.chain(milestones).chain(sanction).max().unwrap_or(first).max(first.plus(FEWEST_DAYS));
    // A view of much later shows an arrow instead of empty years.
    let on = view.on();
    let far = last.plus(last.days_since(first) / 4);
    let last = if on <= far { last.max(on) } else { last };
    let room = last.days_since(first) / 60 + 1;
    let (left, right) = columns.plot;
    Scale { first, last: last.plus(room), left, right }
}

/// The row of an obligation or a series.
fn row(
    series: &Series<'_>,
    view: &View<'_>,
    moment: Moment,
    questions: &[OpenQuestion],
    lang: Lang,
) -> Row {
    let Some((obligation, status)) = series.of.first().copied() else {
        return Row {
            label: Cell::new(),
            standing: Cell::new(),
            title: String::new(),
            marks: vec![],
        };
    };
    let layer = obligation.due_layer();
    let basis = words::basis(layer, obligation.citation(), lang);
    let label = vec![
        (NAME, obligation.rule().name(lang).to_string()),
        (SMALL, format!("{} · {basis}", obligation.actor().name(lang))),
    ];
    let is_series = obligation.rule().is_series();
    let mut standing = match is_series {
        true => notes::of_series(series, view, lang),
        false => words::standing(obligation, status, view.on(), lang),
    };
    let is_asked =
        |(obligation, _): &(&Obligation, Status)| !question_mark(questions, *obligation).is_empty();
    if let Some((_, words)) = standing.first_mut().filter(|_| series.of.iter().any(is_asked)) {
        words.push_str(" ?");
    }
    let marks = match is_series {
        true => marks::series(&series.of, moment),
        false => marks::single(obligation, status, moment),
    };
    let all: Vec<&str> = standing.iter().map(|(_, words)| words.as_str()).collect();
    let title = format!("{}: {}", obligation.rule().name(lang), all.join("; "));
    Row { label, standing, title, marks }
}

/// What the lines of the axis hold, and the heading of the last column.
fn axis_names(columns: Columns, top: Tenths, lang: Lang) -> Vec<Shape> {
    let text = |x, y, anchor, face: Face, content: &str| {
        Shape::Text(Text {
            x,
            y,
            size: face.size,
            bold: face.bold,
            anchor,
            class: face.class,
            content: content.to_string(),
        })
    };
    let beside = columns.plot.0 - axis::BEFORE - px(6);
    let week = lang.pick("week van ziekte", "week of sickness");
    let date = lang.pick("begint op", "begins on");
    let due = lang.pick("Uiterste dag en stand", "Due day and status");
    vec![
        text(beside, top + px(22), Anchor::End, SMALL, week),
        text(beside, top + px(35), Anchor::End, SMALL, date),
        text(columns.standing, top + px(71), Anchor::Start, HEADING, due),
    ]
}

/// A year on the strip, with its name where that fits.
fn strip(year: &periods::Year, scale: Scale, top: Tenths) -> Vec<Shape> {
    let (x, end) = (scale.start_of(year.first), scale.end_of(year.last));
    let text = Text {
        x: (x + end) / 2,
        y: top + px(12),
        size: px(10),
        bold: false,
        anchor: Anchor::Middle,
        class: "ink",
        content: year.name.clone(),
    };
    let (left, right) = text.sides();
    let fits = x + px(2) <= left && right + px(2) <= end;
    let band = Shape::Rect { x, y: top, w: end - x, h: STRIP, class: year.class };
    [Some(band), fits.then_some(Shape::Text(text))].into_iter().flatten().collect()
}

/// The line of the day, with a tag below the axis; an arrow where the day lies outside.
fn today(view: &View<'_>, scale: Scale, (top, bottom): (Tenths, Tenths), lang: Lang) -> Vec<Shape> {
    let on = view.on();
    let x = scale.middle_of(on);
    let content = format!("{} {}", phrases::TODAY.in_lang(lang), lang.date(view.on()));
    let text = Text {
        x,
        y: top + px(11),
        size: px(10),
        bold: true,
        anchor: Anchor::Middle,
        class: "todaywords",
        content,
    };
    // An arrow beside the tag needs room as well.
    let inside = if scale.holds(on) { px(5) } else { px(16) };
    let text = text.within(scale.left + inside, scale.right - inside);
    let (left, right) = text.sides();
    let (x0, w) = (left - px(5), right - left + px(10));
    let mut shapes =
        vec![Shape::Rect { x: x0, y: top, w, h: TAG, class: "todaytag" }, Shape::Text(text)];
    let y = top + TAG / 2;
    shapes.push(if on > scale.last {
        Shape::Symbol { symbol: Symbol::ToTheRight, x: right + px(14), y }
    } else if on < scale.first {
        Shape::Symbol { symbol: Symbol::ToTheLeft, x: left - px(14), y }
    } else {
        Shape::Line { from: (x, top + TAG), to: (x, bottom), class: "today" }
    });
    shapes
}
