//! The picture of a portfolio: what falls due per week and duty. Numbers in cells, so that nobody
//! has to tell a dozen colours apart.

use super::Options;
use super::font;
use super::legend;
use super::shape::{Anchor, Scene, Shape, Tenths, Text, px};
use super::table::{self, Cell, Columns, DATE, MARGIN, NAME, Row, SMALL, TITLE};
use super::words;
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Duty, Layer, Rule};
use crate::timeline::StatusKind;

const MOST_WEEKS: u8 = 26;
const OVERDUE: Tenths = px(42);
const GAP: Tenths = px(8);
const TOTAL: Tenths = px(44);
/// The height of the bar of the busiest week.
const HIGHEST: Tenths = px(64);
const SIZE: Tenths = px(9);

/// How much falls due of one duty.
struct Line {
    rule: &'static Rule,
    overdue: u64,
    weeks: Vec<u64>,
}

impl Line {
    /// How strong the day is.
    fn layer(&self) -> Layer {
        self.rule.version_in_force().due.layer
    }

    fn total(&self) -> u64 {
        self.weeks.iter().sum::<u64>() + self.overdue
    }
}

/// What falls due, counted.
pub(super) struct Due {
    on: Day,
    monday: Day,
    weeks: usize,
    /// In the order of the law table.
    lines: Vec<Line>,
    later: u64,
}

impl Due {
    pub(super) fn new(
        due: impl IntoIterator<Item = (Day, Duty, u32)>,
        on: Day,
        weeks: u8,
        options: &Options,
    ) -> Due {
        let weeks = usize::from(weeks.clamp(1, MOST_WEEKS));
        let monday = on.plus(-i32::from(on.weekday()));
        let empty = |rule| Line { rule, overdue: 0, weeks: vec![0; weeks] };
        let duties = options.law.rules().iter().copied().filter(|rule| rule.duty().is_some());
        let mut lines: Vec<Line> = Vec::new();
        for rule in duties {
            // Another rule of the same name holds in another regime.
            if lines.iter().all(|line| line.rule.id() != rule.id()) {
                lines.push(empty(rule));
            }
        }
        lines.retain(|line| options.shows(line.layer()));
        let mut later = 0;
        for (day, duty, count) in due {
            let Some(line) = lines.iter_mut().find(|line| line.rule.id() == duty.id()) else {
                continue;
            };
            let week = usize::try_from(day.days_since(monday) / 7).ok();
            let count = u64::from(count);
            match week.and_then(|week| line.weeks.get_mut(week)) {
                _ if day < on => line.overdue += count,
                Some(cell) => *cell += count,
                None => later += count,
            }
        }
        lines.retain(|line| line.total() > 0);
        Due { on, monday, weeks, lines, later }
    }

    fn overdue(&self) -> u64 {
        self.lines.iter().map(|line| line.overdue).sum()
    }

    /// How much falls due in a week, by whether only policy or practice says so.
    fn in_week(&self, week: usize, soft: bool) -> u64 {
        let lines = self.lines.iter().filter(|line| line.layer().is_law() != soft);
        lines.filter_map(|line| line.weeks.get(week)).sum()
    }

    fn of_week(&self, week: usize) -> u64 {
        self.in_week(week, false) + self.in_week(week, true)
    }

    fn monday_of(&self, week: usize) -> Day {
        self.monday.plus(7 * i32::try_from(week).unwrap_or(0))
    }

    /// The busiest week, the first of several.
    fn busiest(&self) -> Option<usize> {
        let weeks = (0..self.weeks).rev();
        weeks.max_by_key(|week| self.of_week(*week)).filter(|week| self.of_week(*week) > 0)
    }

    fn sentences(&self, lang: Lang) -> Vec<String> {
        let overdue = self.overdue();
        let ahead: u64 = (0..self.weeks).map(|week| self.of_week(week)).sum();
        let last = lang.date(self.monday_of(self.weeks).plus(-1));
        let mut sentences = vec![match lang {
            Lang::Nl => format!(
                "{overdue} te laat. Tot en met {last} is {ahead} keer iets uiterlijk te doen."
            ),
            Lang::En => format!("{overdue} overdue. Through {last}, {ahead} fall due."),
        }];
        if let Some(week) = self.busiest() {
            let monday = lang.date(self.monday_of(week));
            let count = self.of_week(week);
            sentences.push(match lang {
                Lang::Nl => format!("Drukste week: die van {monday}, met {count}."),
                Lang::En => format!("Busiest week: that of {monday}, with {count}."),
            });
        }
        if self.later > 0 {
            let later = self.later;
            sentences.push(match lang {
                Lang::Nl => format!("Daarna nog {later}."),
                Lang::En => format!("{later} more after that."),
            });
        }
        sentences
    }
}

/// Where the cells stand.
#[derive(Clone, Copy)]
struct Grid {
    overdue: Tenths,
    first: Tenths,
    /// Of all the weeks together.
    width: Tenths,
    weeks: i32,
}

impl Grid {
    fn left(self, week: usize) -> Tenths {
        self.first + self.width * i32::try_from(week).unwrap_or(0) / self.weeks
    }

    fn middle(self, week: usize) -> Tenths {
        (self.left(week) + self.left(week + 1)) / 2
    }
}

/// Everything there is to see.
pub(super) fn scene(due: &Due, options: &Options) -> Scene {
    let lang = options.lang;
    let width = px(options.width.into());
    let all = Columns::of(width);
    let columns = Columns { standing: all.right - TOTAL, ..all };
    let first = columns.plot.0 + OVERDUE + GAP;
    let grid = Grid {
        overdue: columns.plot.0,
        first,
        width: columns.standing - GAP - first,
        weeks: i32::try_from(due.weeks).unwrap_or(1),
    };
    let date = lang.date(due.on);
    let title = format!("{} · {date}", lang.pick("Wat moet er gebeuren", "What falls due"));
    let sentences = due.sentences(lang);
    let head: Cell = vec![(TITLE, title.clone()), (DATE, sentences.join(" "))];
    let (mut shapes, mut y) = table::lines(&head, MARGIN, px(8), columns.right - MARGIN);

    y += px(28);
    shapes.extend(bars(due, grid, columns, y, lang));
    y += HIGHEST;
    shapes.extend(calendar(due, grid, y, lang));
    y += px(46);
    let level = |y| Shape::Line { from: (MARGIN, y), to: (columns.right, y), class: "edge" };
    shapes.push(level(y));
    let rows = due.lines.iter().map(|line| row(line, grid, lang)).collect();
    y = table::stack(rows, columns, y, &mut shapes);
    shapes.push(level(y));

    let (signs, mut end) = legend::portfolio(&shapes, (MARGIN, columns.right), y + px(8), lang);
    shapes.extend(signs);
    if options.statutory_only {
        let note = vec![(SMALL, words::statutory_only(lang).to_string())];
        let (words, below) = table::lines(&note, MARGIN, end + px(4), columns.right - MARGIN);
        shapes.extend(words);
        end = below;
    }
    let description = description(due, &sentences, lang);
    Scene { width, height: end + px(12), title, description, shapes }
}

fn description(due: &Due, sentences: &[String], lang: Lang) -> String {
    let lines = due.lines.iter().map(|line| {
        let late = match line.overdue {
            0 => String::new(),
            late => format!(" ({late} {})", StatusKind::Overdue.name(lang)),
        };
        format!("{}: {}{late}.", line.rule.name(lang), line.total())
    });
    sentences.iter().cloned().chain(lines).collect::<Vec<_>>().join(" ")
}

fn text(x: Tenths, y: Tenths, class: &'static str, bold: bool, content: String) -> Text {
    Text { x, y, size: SIZE, bold, anchor: Anchor::Middle, class, content }
}

/// The totals of the weeks as bars on `bottom`: statutes below, policy and practice on top.
fn bars(due: &Due, grid: Grid, columns: Columns, top: Tenths, lang: Lang) -> Vec<Shape> {
    let bottom = top + HIGHEST;
    let most = due.busiest().map_or(1, |week| due.of_week(week));
    let height = |count: u64| {
        i32::try_from(u128::from(count) * HIGHEST.unsigned_abs() as u128 / u128::from(most))
            .unwrap_or(HIGHEST)
    };
    let label = |y, face: table::Face, content: &str| {
        Shape::Text(Text {
            x: columns.label,
            y,
            size: face.size,
            bold: face.bold,
            anchor: Anchor::Start,
            class: face.class,
            content: content.to_string(),
        })
    };
    let mut shapes = vec![label(bottom - px(4), NAME, lang.pick("Alles samen", "All together"))];
    for week in 0..due.weeks {
        let (x, w) = (grid.left(week) + px(2), grid.left(week + 1) - grid.left(week) - px(4));
        let (law, soft) = (height(due.in_week(week, false)), height(due.in_week(week, true)));
        for (h, y, class) in [(law, bottom - law, "cell"), (soft, bottom - law - soft, "practice")]
        {
            if h > 0 {
                shapes.push(Shape::Rect { x, y, w, h, class });
            }
        }
        let count = due.of_week(week);
        if count > 0 {
            let y = bottom - law - soft - px(4);
            let room = w + px(4);
            let count = short(count, room, lang);
            shapes.push(Shape::Text(text(grid.middle(week), y, "ink", false, count)));
        }
    }
    let late = due.overdue();
    if late > 0 {
        let x = grid.overdue + OVERDUE / 2;
        let late = text(x, bottom - px(4), "latewords", true, short(late, OVERDUE, lang));
        shapes.push(Shape::Text(Text { size: px(12), ..late }));
    }
    let all: u64 = due.lines.iter().map(Line::total).sum();
    let all = label(bottom - px(4), table::Face { bold: true, ..NAME }, &short(all, TOTAL, lang));
    if let Shape::Text(all) = all {
        shapes.push(Shape::Text(Text { x: columns.standing, ..all }));
    }
    shapes
}

/// The Mondays, the numbers of their weeks, and the months.
fn calendar(due: &Due, grid: Grid, top: Tenths, lang: Lang) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let beside = grid.overdue - px(12);
    let names = [
        (px(27), lang.pick("week die begint op maandag", "week that begins on Monday")),
        (px(40), lang.pick("weeknummer", "week number")),
    ];
    for (y, name) in names {
        let name = text(beside, top + y, "faint", false, name.to_string());
        shapes.push(Shape::Text(Text { anchor: Anchor::End, size: SMALL.size, ..name }));
    }
    let late = StatusKind::Overdue.name(lang).to_string();
    let x = grid.overdue + OVERDUE / 2;
    shapes.push(Shape::Text(text(x, top + px(27), "latewords", true, late)));
    let mut clear = grid.first;
    for week in 0..due.weeks {
        let monday = due.monday_of(week);
        let is_new = week == 0 || monday.day() <= 7;
        let x = grid.left(week) + px(3);
        let month = format!("{} {}", lang.month(monday), monday.year());
        let month = Text { anchor: Anchor::Start, ..text(x, top + px(13), "ink", true, month) };
        if is_new && x >= clear && month.sides().1 <= grid.left(due.weeks) {
            clear = month.sides().1 + px(4);
            shapes.push(Shape::Text(month));
        }
        if is_new && week > 0 {
            let (x, end) = (grid.left(week), top + px(44));
            shapes.push(Shape::Line { from: (x, top + px(5)), to: (x, end), class: "grid" });
        }
        let x = grid.middle(week);
        let number = week_of_the_year(monday).to_string();
        shapes.push(Shape::Text(text(x, top + px(27), "ink", false, monday.day().to_string())));
        shapes.push(Shape::Text(text(x, top + px(40), "faint", false, number)));
    }
    shapes
}

/// One duty: how much of it is overdue, how much falls due in each week, and the sum.
fn row(line: &Line, grid: Grid, lang: Lang) -> Row {
    let layer = line.layer();
    let label = vec![
        (NAME, line.rule.name(lang).to_string()),
        (SMALL, format!("{} · {}", line.rule.actor.name(lang), layer.name(lang))),
    ];
    let mut marks = Vec::new();
    let mut cell = |x: Tenths, w: Tenths, class, words, bold, count: u64| {
        if count > 0 {
            let (h, y) = (px(16), px(-8));
            marks.push(Shape::Rect { x: x + px(1), y, w: w - px(2), h, class });
            let text = text(x + w / 2, px(3), words, bold, short(count, w, lang));
            marks.push(Shape::Text(text));
        }
    };
    cell(grid.overdue, OVERDUE, "overduecell", "latewords", true, line.overdue);
    let class = if layer.is_law() { "cell" } else { "practice" };
    for (week, count) in line.weeks.iter().enumerate() {
        let (x, end) = (grid.left(week), grid.left(week + 1));
        cell(x, end - x, class, "ink", false, *count);
    }
    let total = short(line.total(), TOTAL, lang);
    let title = format!("{}: {}", line.rule.name(lang), line.total());
    Row { label, standing: vec![(DATE, total)], title, marks }
}

/// A number that fits in a cell of a week: `940`, `1.2k` where there is room for it, else `1k`; dots
/// for what no portfolio holds.
fn short(count: u64, room: Tenths, lang: Lang) -> String {
    let thousands = format!("{}k", (count + 500) / 1_000);
    match count {
        0..=999 => count.to_string(),
        1_000..=9_949 => {
            let tenths = (count + 50) / 100;
            let exact = format!("{}{}{}k", tenths / 10, lang.pick(",", "."), tenths % 10);
            if font::width(&exact, SIZE, false) <= room { exact } else { thousands }
        }
        9_950..=999_499 => thousands,
        999_500..=9_499_999 => format!("{}M", (count + 500_000) / 1_000_000),
        _ => "…".to_string(),
    }
}

/// The number of the week that begins on a Monday (ISO 8601): the first has the first Thursday of a year.
fn week_of_the_year(monday: Day) -> i32 {
    let thursday = monday.plus(3);
    thursday.days_since(Day::from_civil(thursday.year(), 1, 1)) / 7 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u8, day: u8) -> Day {
        Day::new(2026, month, day)
    }

    #[test]
    fn long_numbers_are_shortened() {
        let shown = [0, 999, 1_000, 1_249, 9_949, 9_950, 999_499, 999_500, 7_600_000];
        let wide = shown.map(|count| short(count, px(30), Lang::Nl));
        assert_eq!(wide, ["0", "999", "1,0k", "1,2k", "9,9k", "10k", "999k", "1M", "8M"]);
        let narrow = shown.map(|count| short(count, px(18), Lang::Nl));
        assert_eq!(narrow, ["0", "999", "1k", "1k", "10k", "10k", "999k", "1M", "8M"]);
        assert_eq!(short(u64::from(u32::MAX), px(30), Lang::Nl), "…");
    }

    /// Wednesday 14 October 2026: what was due on Monday is late, the rest of the week is ahead.
    #[test]
    fn days_fall_in_their_weeks() {
        let claim = Duty::WIA_CLAIM;
        let days = [day(10, 12), day(10, 13), day(10, 14), day(10, 18), day(10, 19), day(12, 31)];
        let due =
            Due::new(days.map(|day| (day, claim, 1)), day(10, 14), 2, &Options::new(Lang::En));
        assert_eq!(due.lines.len(), 1);
        assert_eq!((due.lines[0].overdue, &due.lines[0].weeks), (2, &vec![2, 1]));
        assert_eq!(due.later, 1);
        assert_eq!(due.busiest(), Some(0));
    }

    #[test]
    fn practice_can_be_left_out() {
        let options = Options::new(Lang::En);
        let due = [(day(10, 20), Duty::PROGRESS_INTERVIEW, 4)];
        assert_eq!(
            Due::new(due, day(10, 14), 26, &options.clone().statutory_only()).lines.len(),
            0
        );
        assert_eq!(Due::new(due, day(10, 14), 26, &options).in_week(1, true), 4);
    }
}
