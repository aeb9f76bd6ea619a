//! The counts to read: per duty and week, per actor, per day, and what cannot be undone later.

use super::Counted;
use crate::batch::rejected::{cases, grouped};
use crate::page::{Page, Tone, strip_control_chars};
use crate::{dates, table};
use comfy_table::{Cell, CellAlignment};
use poortwachter::Day;
use poortwachter::horizon::Horizon;
use poortwachter::law::LAW;
use poortwachter::text::{headings, phrases};
use poortwachter::{Actor, Duty, Lang};
use std::collections::BTreeMap;

/// How many weeks have a column of their own.
const WEEKS: usize = 5;

/// Where a horizon is longer than this, weeks stand in the place of days.
const MOST_DAYS: i32 = 62;

/// The longest bar.
const BAR: u64 = 40;

pub(super) fn put(page: &mut Page, counted: &Counted) {
    let (lang, horizon) = (page.lang, &counted.horizon);
    let (from, through) =
        (lang.date_with_weekday(horizon.on()), lang.date_with_weekday(horizon.last_day()));
    let cases = cases(horizon.cases(), lang);
    let through_word = phrases::UP_TO_AND_INCLUDING.in_lang(lang);
    let head = format!("{cases} · {from} {through_word} {through}");
    page.paragraph(Tone::Strong, 0, &head);
    if counted.left_out > 0 {
        let n = grouped(counted.left_out, lang);
        let told = match (counted.left_out, lang) {
            (1, Lang::Nl) => "1 dossier is afgewezen en telt niet mee".to_string(),
            (_, Lang::Nl) => format!("{n} dossiers zijn afgewezen en tellen niet mee"),
            (1, Lang::En) => "1 case was rejected and is left out".to_string(),
            (_, Lang::En) => format!("{n} cases were rejected and are left out"),
        };
        let see =
            counted.see.as_ref().map(|file| format!(" ({} {file})", phrases::SEE.in_lang(lang)));
        page.paragraph(Tone::Late, 0, &(told + &see.unwrap_or_default()));
    }
    page.blank();
    if horizon.total() + horizon.overdue_total() == 0 {
        page.line(lang.pick("Er is niets te doen.", "Nothing is due."));
        return;
    }
    put_duties(page, horizon);
    page.blank();
    put_actors(page, horizon);
    put_days(page, horizon);
    put_points(page, counted);
}

/// A number in a column of numbers; nothing for none.
fn number(tone: Tone, count: u64, lang: Lang) -> Cell {
    let text = if count == 0 { String::new() } else { grouped(count, lang) };
    table::cell(tone, &text).set_alignment(CellAlignment::Right)
}

fn heading(text: &str) -> Cell {
    table::cell(Tone::Strong, text).set_alignment(CellAlignment::Right)
}

/// What is counted of a duty: overdue, and due week by week.
type Counts = (u64, [u64; WEEKS]);

/// A line per duty in the order of the table of rules.
fn put_duties(page: &mut Page, horizon: &Horizon) {
    let lang = page.lang;
    let mut lines: BTreeMap<(usize, Duty), Counts> = BTreeMap::new();
    for (duty, count) in horizon.overdue() {
        lines.entry((place(duty), duty)).or_default().0 += count;
    }
    for (day, duty, count) in horizon.due() {
        let week = usize::try_from(days_between(horizon.on(), day) / 7).unwrap_or(0);
        lines.entry((place(duty), duty)).or_default().1[week.min(WEEKS - 1)] += count;
    }
    let length = days_between(horizon.on(), horizon.last_day());
    let weeks = usize::try_from(length / 7 + 1).unwrap_or(WEEKS).min(WEEKS);
    let mut header = vec![
        table::cell(Tone::Strong, headings::WHAT.in_lang(lang)),
        table::cell(Tone::Strong, headings::BASIS_IN_A_PORTFOLIO.in_lang(lang)),
        heading(headings::OVERDUE.in_lang(lang)),
    ];
    header.extend((0..weeks).map(|n| {
        let from = horizon.on() + 7 * n as i32;
        let day = dates::bare(from, Some(horizon.on()), lang);
        heading(&format!("{}\n{day}", phrases::FROM.in_lang(lang)))
    }));
    header.push(heading(headings::TOGETHER.in_lang(lang)));
    let mut table = table::new(page, &[]);
    table.set_header(header);
    for ((_, duty), (overdue, counts)) in lines {
        let layer =
            LAW.rule(duty.id()).map(|rule| table::layer(rule.version_in_force().due.layer, lang));
        let mut cells = vec![
            table::cell(Tone::Plain, duty.name(lang)),
            table::cell(Tone::Faint, layer.unwrap_or_default()),
            number(Tone::Late, overdue, lang),
        ];
        cells.extend(counts[..weeks].iter().map(|count| number(Tone::Plain, *count, lang)));
        cells.push(number(Tone::Plain, counts.iter().sum(), lang));
        table.add_row(cells);
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 1));
    }
    let numbers: Vec<usize> = (1..weeks + 4).collect();
    table::share_width(&mut table, &numbers, Some(0), 48);
    table::put(page, &table);
}

fn put_actors(page: &mut Page, horizon: &Horizon) {
    let lang = page.lang;
    let mut lines: Vec<(Actor, [u64; 2])> = Vec::new();
    let overdue = horizon.overdue_per_actor().map(|(actor, count)| (actor, [count, 0]));
    let due = horizon.per_actor().map(|(actor, count)| (actor, [0, count]));
    for (actor, [overdue, due]) in overdue.chain(due) {
        match lines.iter_mut().find(|(other, _)| *other == actor) {
            Some((_, counts)) => *counts = [counts[0] + overdue, counts[1] + due],
            None => lines.push((actor, [overdue, due])),
        }
    }
    let mut table = table::new(page, &[]);
    table.set_header([
        table::cell(Tone::Strong, headings::WHO.in_lang(lang)),
        heading(headings::OVERDUE.in_lang(lang)),
        heading(headings::TOGETHER.in_lang(lang)),
    ]);
    for (actor, [overdue, due]) in lines {
        table.add_row([
            table::cell(Tone::Plain, actor.name(lang)),
            number(Tone::Late, overdue, lang),
            number(Tone::Plain, due, lang),
        ]);
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 1));
    }
    table::put(page, &table);
}

/// The days on which something falls due, each with a bar; weeks on a long horizon.
fn put_days(page: &mut Page, horizon: &Horizon) {
    let lang = page.lang;
    let is_long = days_between(horizon.on(), horizon.last_day()) > MOST_DAYS;
    let mut lines: Vec<(Day, u64)> = Vec::new();
    for (day, count) in horizon.per_day() {
        let week = days_between(horizon.on(), day) % 7;
        match lines.last_mut() {
            Some((_, sum)) if is_long && week > 0 => *sum += count,
            _ => lines.push((day, count)),
        }
    }
    let most = lines.iter().map(|(_, count)| *count).max().unwrap_or(0);
    if most == 0 {
        return;
    }
    page.blank();
    let title = match is_long {
        true => lang.pick("Uiterlijk in de week vanaf", "Due in the week from"),
        false => lang.pick("Uiterlijk op", "Due on"),
    };
    let title = page.paint(Tone::Strong, title);
    page.line(&title);
    let width = grouped(most, lang).len();
    for (day, count) in lines.into_iter().filter(|(_, count)| *count > 0) {
        let bar = "█".repeat(usize::try_from((count * BAR).div_ceil(most)).unwrap_or(0));
        let bar = page.paint(Tone::Faint, &bar);
        let (day, count) = (dates::aligned(day, lang), grouped(count, lang));
        page.line(&format!("  {day}  {count:>width$}  {bar}"));
    }
}

fn put_points(page: &mut Page, counted: &Counted) {
    let (lang, horizon) = (page.lang, &counted.horizon);
    let points = horizon.points();
    let all: u64 = horizon.points_per_kind().map(|(_, count)| count).sum();
    let title = lang.pick("Niet meer terug te draaien na", "Cannot be undone after");
    if points.is_empty() {
        return;
    }
    page.blank();
    let title = page.paint(Tone::Strong, title);
    page.line(&title);
    let header = [
        lang.pick("Laatste dag", "Last day"),
        lang.pick("Dagen", "Days"),
        lang.pick("Dossier", "Case"),
        headings::WHAT.in_lang(lang),
        headings::BASIS_IN_A_PORTFOLIO.in_lang(lang),
    ];
    let mut table = table::new(page, &header);
    for point in &points {
        let id = counted.ids.get(&point.position()).and_then(Option::as_deref).unwrap_or("");
        let what = format!("{}: {}", point.rule().name(lang), point.kind().words(lang));
        let days = point.days_left(horizon.on()).to_string();
        table.add_row([
            table::cell(Tone::Soon, &dates::short(point.last_day(), Some(horizon.on()), lang)),
            table::cell(Tone::Plain, &days).set_alignment(CellAlignment::Right),
            table::cell(Tone::Plain, &strip_control_chars(id)),
            table::cell(Tone::Plain, &what),
            table::cell(Tone::Faint, &point.source().citation.to_string()),
        ]);
    }
    table::share_width(&mut table, &[0, 1], Some(3), 100);
    table::put(page, &table);
    let more = all.saturating_sub(points.len() as u64);
    if more > 0 {
        let told = match lang {
            Lang::Nl => format!("en nog {}: --points toont er meer", grouped(more, lang)),
            Lang::En => format!("and {} more: --points shows them", grouped(more, lang)),
        };
        page.line(&page.paint(Tone::Faint, &told));
    }
}

fn days_between(from: Day, to: Day) -> i32 {
    to.days_since(from)
}

/// Where the duty stands in the table of rules.
fn place(duty: Duty) -> usize {
    let rules = LAW.rules();
    rules.iter().position(|rule| rule.id() == duty.id()).unwrap_or(rules.len())
}
