//! The rows above the obligations: the sickness itself, and the periods that run with it.

use super::Options;
use super::axis::Scale;
use super::marks::Moment;
use super::shape::{Shape, Symbol, Tenths, px};
use super::table::{Cell, DATE, NAME, Row, SMALL, STANDING, bar};
use super::words;
use crate::day::Day;
use crate::explain::Left;
use crate::lang::Lang;
use crate::law::{ClockKind, Layer, Milestone, only};
use crate::text::{capital, phrases, question_mark};
use crate::timeline::{MilestoneDay, OpenQuestion, State, View};
use crate::verdict::TopicKind;

const SPELL: Tenths = px(14);
const PERIOD: Tenths = px(10);
/// Counted days in a sick year.
const SICK_YEAR: u32 = 52 * 7;

/// The rows, in the order in which they matter.
pub(super) fn rows(
    view: &View<'_>,
    moment: Moment,
    questions: &[OpenQuestion],
    options: &Options,
) -> Vec<Row> {
    let lang = options.lang;
    let milestones = view.milestones();
    let find = |milestone| milestones.iter().find(|line| line.milestone() == milestone);
    let assessed = find(Milestone::END_OF_BENEFIT_AFTER_ASSESSMENT);
    let benefit = assessed.or_else(|| find(Milestone::END_OF_SICKNESS_BENEFIT));
    let asked = |end: &MilestoneDay, Row { label, mut standing, marks, .. }: Row| {
        if let Some((_, words)) = standing.first_mut() {
            words.push_str(question_mark(questions, end));
        }
        row(label, standing, marks)
    };
    let rows = [
        Some(sickness(view, moment, lang)),
        find(Milestone::END_OF_WAGES).map(|end| asked(end, wages(view, end, moment, lang))),
        benefit.map(|end| {
            let name = lang.pick("Ziekengeld", "Sickness benefit");
            let marks = vec![through(moment, end, "period")];
            asked(end, ending(name.to_string(), end, marks, lang))
        }),
        sanction(view, moment.scale, lang),
        find(Milestone::WIA_START).map(|start| asked(start, waiting(view, start, moment, lang))),
        find(Milestone::END_OF_DISMISSAL_BAN).map(|end| {
            let name = capital(ClockKind::DismissalBan.name(lang));
            asked(end, ending(name, end, vec![through(moment, end, "period")], lang))
        }),
        early_iva(view, &milestones, moment, options)
            .zip(find(Milestone::EARLY_IVA_LAST_CLAIM))
            .map(|(row, end)| asked(end, row)),
        relapse(view, &milestones, moment.scale, lang)
            .zip(find(Milestone::RELAPSE_WINDOW))
            .map(|(row, end)| asked(end, row)),
    ];
    rows.into_iter().flatten().collect()
}

fn row(label: Cell, standing: Cell, marks: Vec<Shape>) -> Row {
    let words =
        |cell: &Cell| cell.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join("; ");
    let title = format!("{}: {}", words(&label), words(&standing));
    Row { label, standing, title, marks }
}

/// The spells, what lies between them, and leave.
fn sickness(view: &View<'_>, moment: Moment, lang: Lang) -> Row {
    let label = vec![(NAME, lang.pick("Ziekteverzuim", "Sickness").to_string())];
    let mut standing = vec![(DATE, capital(view.state().kind().name(lang)))];
    if view.state() != State::NotYetSick {
        standing.push((STANDING, view.counted_words(lang)));
    }
    let marks = runs(view, moment)
        .into_iter()
        .map(|(class, first, last)| bar(moment.scale, first, last, SPELL, class))
        .collect();
    row(label, standing, marks)
}

/// What the days of the case are, in runs: sick, recovered or leave. What lies ahead of the view is
/// not known to be sick.
fn runs(view: &View<'_>, moment: Moment) -> Vec<(&'static str, Day, Day)> {
    let end = view.end().map_or(moment.on, |end| end.last_day().min(moment.on));
    let last = end.min(moment.scale.last);
    let mut runs: Vec<(&'static str, Day, Day)> = Vec::new();
    let mut put = |class, from: Day, through: Day| match runs.last_mut() {
        _ if through < from => {}
        Some((same, _, end)) if *same == class => *end = through,
        _ => runs.push((class, from, through)),
    };
    let mut day = moment.first;
    for run in view.left_out(ClockKind::WaitingPeriod, moment.first, last) {
        let (from, through) = (run.first, run.last);
        put("sick", day, from.plus(-1));
        put(
            if matches!(run.why, Left::Leave { .. }) { "leave" } else { "recovered" },
            from,
            through,
        );
        day = through.plus(1);
    }
    put("sick", day, last);
    // Recovered for good is no interruption.
    if runs.last().is_some_and(|(class, ..)| *class == "recovered") {
        runs.pop();
    }
    runs
}

/// From the first sick day through the milestone.
fn through(moment: Moment, end: &MilestoneDay, class: &'static str) -> Shape {
    bar(moment.scale, moment.first, end.day(), PERIOD, class)
}

/// A row for what ends on a day.
fn ending(name: String, end: &MilestoneDay, marks: Vec<Shape>, lang: Lang) -> Row {
    let last = format!("{} {}", lang.pick("t/m", "through"), words::marked(end.day(), lang));
    row(vec![(NAME, name), (SMALL, basis(end, lang))], vec![(DATE, last)], marks)
}

fn layer(line: &MilestoneDay) -> Layer {
    line.rule().version_in_force().due.layer
}

/// The article of a milestone, and those that moved it.
fn basis(line: &MilestoneDay, lang: Lang) -> String {
    let mut basis = words::basis(layer(line), line.source().citation, lang);
    for source in line.moved_by() {
        basis += &format!(", {}", words::basis(Layer::Act, source.citation, lang));
    }
    basis
}

/// The wages: with the floor, without it, and under a sanction.
fn wages(view: &View<'_>, end: &MilestoneDay, moment: Moment, lang: Lang) -> Row {
    let mut marks = vec![through(moment, end, "period")];
    let last: Day = end.day();
    if let Some(floor) = view.minimum_wage_floor_last_day() {
        marks.push(bar(moment.scale, moment.first, floor.min(last), PERIOD, "floor"));
    }
    marks.extend(sanction_bar(view, moment.scale));
    ending(capital(ClockKind::Wages.name(lang)), end, marks, lang)
}

fn sanction_bar(view: &View<'_>, scale: Scale) -> Option<Shape> {
    let sanction = view.sanction()?;
    let (first, last) = (sanction.first_day()?, sanction.last_day()?);
    Some(bar(scale, first, last, PERIOD, "sanction"))
}

fn sanction(view: &View<'_>, scale: Scale, lang: Lang) -> Option<Row> {
    let sanction = view.sanction()?;
    let mut label = vec![(NAME, TopicKind::WageSanction.name(lang).to_string())];
    let length = view.timeline().law().only(only::WAGE_SANCTION_LENGTH).due;
    label.push((SMALL, words::basis(length.layer, length.source.citation, lang)));
    let day = match (sanction.first_day(), sanction.last_day()) {
        (Some(first), Some(last)) => {
            format!("{} – {}", lang.date(first), words::marked(last, lang))
        }
        _ if sanction.is_void() => phrases::NO_EFFECT.in_lang(lang).to_string(),
        _ => lang.pick("niets van over", "nothing left of it").to_string(),
    };
    let decided = lang.date(sanction.decided_on());
    let mut standing =
        vec![(DATE, day), (STANDING, format!("{} {decided}", phrases::DECIDED.in_lang(lang)))];
    if sanction.days_shortened() > 0 {
        let shorter = phrases::SHORTER.in_lang(lang);
        standing.push((STANDING, format!("{} {shorter}", lang.days(sanction.days_shortened()))));
    }
    Some(row(label, standing, sanction_bar(view, scale).into_iter().collect()))
}

/// The waiting period and the day after it.
fn waiting(view: &View<'_>, start: &MilestoneDay, moment: Moment, lang: Lang) -> Row {
    let label =
        vec![(NAME, capital(ClockKind::WaitingPeriod.name(lang))), (SMALL, basis(start, lang))];
    let from = words::marked(start.day(), lang);
    let mut standing = vec![(DATE, format!("{} {from}", lang.pick("WIA vanaf", "WIA from")))];
    let mut marks = Vec::new();
    if let Some(last) = view.waiting_period_last_day() {
        marks.push(bar(moment.scale, moment.first, last, PERIOD, "period"));
        let text = format!("{} {}", lang.pick("wachttijd t/m", "waiting through"), lang.date(last));
        standing.push((STANDING, text));
    }
    if let Some(last) = view.shortened_waiting_period_last_day() {
        let earliest =
            lang.pick("verkort, op zijn vroegst t/m", "shortened, at the earliest through");
        standing.push((STANDING, format!("{earliest} {}", lang.date(last))));
    }
    let x = moment.scale.start_of(start.day());
    marks.push(Shape::Symbol { symbol: Symbol::Flag, x, y: 0 });
    row(label, standing, marks)
}

/// When an early IVA benefit can be claimed, as long as that is of use.
fn early_iva(
    view: &View<'_>,
    milestones: &[MilestoneDay],
    moment: Moment,
    options: &Options,
) -> Option<Row> {
    let lang = options.lang;
    let last =
        milestones.iter().find(|line| line.milestone() == Milestone::EARLY_IVA_LAST_CLAIM)?;
    let first = view.early_iva_first_day()?;
    let is_sick = matches!(view.state(), State::NotYetSick | State::Sick | State::OnLeave);
    if !options.shows(layer(last))
        || !is_sick
        || view.wia_start().is_none()
        || last.day() < view.on()
    {
        return None;
    }
    let name = lang.pick("Vervroegde IVA aan te vragen", "Early IVA can be claimed");
    let class = if layer(last).is_law() { "period" } else { "period-practice" };
    let mark = bar(moment.scale, first, last.day(), PERIOD, class);
    Some(ending(name.to_string(), last, vec![mark], lang))
}

/// How long a relapse continues the case.
fn relapse(view: &View<'_>, milestones: &[MilestoneDay], scale: Scale, lang: Lang) -> Option<Row> {
    let end = milestones.iter().find(|line| line.milestone() == Milestone::RELAPSE_WINDOW)?;
    let counted = view.counted_through(ClockKind::WaitingPeriod, end.day());
    let last_sick = view.date_of(ClockKind::WaitingPeriod, counted)?;
    let name = lang.pick("Opnieuw ziek hoort bij dit geval", "A relapse continues this case");
    let mark = bar(scale, last_sick.plus(1), end.day(), PERIOD, "period");
    Some(ending(name.to_string(), end, vec![mark], lang))
}

/// A sick year of 52 counted weeks, or what follows the second.
pub(super) struct Year {
    pub(super) class: &'static str,
    pub(super) name: String,
    pub(super) first: Day,
    /// Inclusive.
    pub(super) last: Day,
}

/// The first and the second year, and the sanction or the extension after them.
pub(super) fn years(view: &View<'_>, scale: Scale, lang: Lang) -> Vec<Year> {
    let date_of = |k| view.date_of(ClockKind::WaitingPeriod, k);
    let counted = view.counted_through(ClockKind::WaitingPeriod, scale.last);
    let mut years = Vec::new();
    for (number, class) in [(1, "year1"), (2, "year2")] {
        let first = date_of(SICK_YEAR * (number - 1) + 1).filter(|first| scale.holds(*first));
        let last = date_of((SICK_YEAR * number).min(counted));
        if let (Some(first), Some(last)) = (first, last) {
            let name = format!("{} {number}", lang.pick("ziektejaar", "sick year"));
            years.push(Year { class, name, first, last });
        }
    }
    let wages = view.wages_last_day();
    if let (Some(end), Some(last)) =
        (date_of(2 * SICK_YEAR), wages.filter(|last| scale.holds(*last)))
    {
        if end < last {
            let is_sanction = view.sanction().is_some_and(|sanction| sanction.last_day().is_some());
            let name = match is_sanction {
                true => phrases::WAGE_SANCTION.in_lang(lang),
                false => lang.pick("verlengd", "prolonged"),
            };
            years.push(Year { class: "year3", name: name.to_string(), first: end.plus(1), last });
        }
    }
    years
}
