//! The rows of periods in the picture of a case, from the answers of the library.

use super::picture::date;
use super::words;
use poortwachter::Day;
use poortwachter::law::{Citation, LAW, LAW_AS_OF};
use poortwachter::timeline::MilestoneDay;
use poortwachter::{Lang, Layer, Milestone, State, View};

/// The article, and what it is worth where it is no law.
pub fn basis(layer: Layer, citation: Citation, lang: Lang) -> String {
    match ["policy", "practice"].contains(&layer.id()) {
        true => format!("{}, {} {citation}", layer.name(lang), lang.pick("zie", "see")),
        false => citation.to_string(),
    }
}

/// With a star where the law may still change before that day.
pub fn marked(day: Day, lang: Lang) -> String {
    date(day, lang) + if day > LAW_AS_OF { "*" } else { "" }
}

pub fn counted(view: &View<'_>, lang: Lang) -> String {
    let (day, week, year) = (view.counted_day(), view.week(), view.sick_year());
    match lang {
        Lang::Nl => format!("dag {day}, week {week}, ziektejaar {year}"),
        Lang::En => format!("day {day}, week {week}, sick year {year}"),
    }
}

fn state_name(view: &View<'_>, lang: Lang) -> &'static str {
    match view.state() {
        State::NotYetSick => lang.pick("Nog niet ziek", "Not yet sick"),
        State::Sick => lang.pick("Ziek", "Sick"),
        State::OnLeave => lang.pick("Met zwangerschaps- of bevallingsverlof", "On maternity leave"),
        State::Recovered { .. } => lang.pick("Hersteld", "Recovered"),
        State::Closed => lang.pick("Gesloten", "Closed"),
        State::Ended { .. } => lang.pick("Geëindigd", "Ended"),
        other => panic!("{other:?} is new"),
    }
}

/// The first sentence of the picture.
pub fn state(view: &View<'_>, lang: Lang) -> String {
    let (name, counted) = (state_name(view, lang), counted(view, lang));
    let since = lang.pick("eerste ziektedag", "first sick day");
    let since = format!("{since} {}", date(view.first_sick_day(), lang));
    let after = format!("{name} {} {counted} ({since}).", lang.pick("na", "after"));
    match view.state() {
        State::NotYetSick => format!("{name}: {since}."),
        State::Recovered { relapse_joins_through: last } => {
            let joins = lang.pick(
                "Opnieuw ziek hoort bij dit geval tot en met",
                "A relapse continues this case through",
            );
            format!("{after} {joins} {}.", date(last, lang))
        }
        State::Ended { reason, last_day } => format!(
            "{name} {} {}: {}, {} {counted} ({since}).",
            lang.pick("op", "on"),
            date(last_day, lang),
            reason.name(lang),
            lang.pick("na", "after"),
        ),
        State::Closed => {
            let new =
                lang.pick("Opnieuw ziek is een nieuw geval.", "A new sickness is a new case.");
            format!("{after} {new}")
        }
        _ => format!("{name}: {counted} ({since})."),
    }
}

fn layer(one: &MilestoneDay) -> Layer {
    one.rule().version_in_force().due.layer
}

/// The words of every row, and what a pointer over it tells.
pub fn periods(view: &View<'_>, statutory: bool, lang: Lang) -> Vec<(String, String)> {
    let milestones = view.milestones();
    let find = |milestone| milestones.iter().find(|one| one.milestone() == milestone);
    let mut rows = Vec::new();
    let mut put = |left: Vec<String>, right: Vec<String>| {
        let told = words(&format!("{} {}", left.join(" "), right.join(" ")));
        rows.push((told, words(&format!("{}: {}", left.join("; "), right.join("; ")))));
    };
    let articles = |one: &MilestoneDay| {
        let first = basis(layer(one), one.source().citation, lang);
        let moved = one.moved_by().iter().map(|source| format!(", {}", source.citation));
        first + &moved.collect::<String>()
    };
    let questions = view.open_questions();
    let asked = |one: &MilestoneDay| {
        if questions.iter().any(|question| question.moves(one)) { " ?" } else { "" }
    };
    let through = |one: &MilestoneDay| {
        let day = marked(one.day(), lang) + asked(one);
        vec![format!("{} {day}", lang.pick("t/m", "through"))]
    };

    let mut right = vec![state_name(view, lang).to_string()];
    right.extend((view.state() != State::NotYetSick).then(|| counted(view, lang)));
    put(vec![lang.pick("Ziekteverzuim", "Sickness").to_string()], right);
    let benefit = find(Milestone::END_OF_BENEFIT_AFTER_ASSESSMENT)
        .or_else(|| find(Milestone::END_OF_SICKNESS_BENEFIT));
    for (name, one) in [
        (lang.pick("Loondoorbetaling", "Wages"), find(Milestone::END_OF_WAGES)),
        (lang.pick("Ziekengeld", "Sickness benefit"), benefit),
    ] {
        if let Some(one) = one {
            put(vec![name.to_string(), articles(one)], through(one));
        }
    }
    if let Some(sanction) = view.sanction() {
        let due = LAW.rule("wage-sanction-length").expect("a rule").only_version().due;
        let name = lang.pick("Loonsanctie", "Wage sanction").to_string();
        let days = match (sanction.first_day(), sanction.last_day(), sanction.is_void()) {
            (Some(first), Some(last), _) => {
                format!("{} – {}", date(first, lang), marked(last, lang))
            }
            (.., true) => lang.pick("zonder gevolg", "no effect").to_string(),
            _ => lang.pick("niets van over", "nothing left of it").to_string(),
        };
        let decided = lang.pick("besluit", "decided");
        let mut right = vec![days, format!("{decided} {}", date(sanction.decided_on(), lang))];
        if sanction.days_shortened() > 0 {
            let shorter = lang.pick("korter: UWV besliste te laat", "shorter: the UWV was late");
            right.push(format!("{} {shorter}", lang.days(sanction.days_shortened())));
        }
        put(vec![name, basis(due.layer, due.source.citation, lang)], right);
    }
    if let Some(one) = find(Milestone::WIA_START) {
        let name = lang.pick("Wachttijd WIA", "WIA waiting period").to_string();
        let from = lang.pick("WIA vanaf", "WIA from");
        let mut right = vec![format!("{from} {}{}", marked(one.day(), lang), asked(one))];
        if let Some(last) = view.waiting_period_last_day() {
            let waiting = lang.pick("wachttijd t/m", "waiting through");
            right.push(format!("{waiting} {}", date(last, lang)));
        }
        if let Some(last) = view.shortened_waiting_period_last_day() {
            let earliest =
                lang.pick("verkort, op zijn vroegst t/m", "shortened, at the earliest through");
            right.push(format!("{earliest} {}", date(last, lang)));
        }
        put(vec![name, articles(one)], right);
    }
    if let Some(one) = find(Milestone::END_OF_DISMISSAL_BAN) {
        let name = lang.pick("Opzegverbod", "Dismissal ban").to_string();
        put(vec![name, articles(one)], through(one));
    }
    let is_sick = matches!(view.state(), State::NotYetSick | State::Sick | State::OnLeave);
    if let Some(one) = find(Milestone::EARLY_IVA_LAST_CLAIM) {
        let is_hidden = statutory && ["policy", "practice"].contains(&layer(one).id());
        if is_sick && !is_hidden && view.wia_start().is_some() && one.day() >= view.on() {
            let name = lang.pick("Vervroegde IVA aan te vragen", "Early IVA can be claimed");
            put(vec![name.to_string(), articles(one)], through(one));
        }
    }
    if let Some(one) = find(Milestone::RELAPSE_WINDOW) {
        let name = lang.pick("Opnieuw ziek hoort bij dit geval", "A relapse continues this case");
        put(vec![name.to_string(), articles(one)], through(one));
    }
    rows
}
