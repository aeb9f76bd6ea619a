//! What stands above the table of `timeline`, from the answers of the library.

use super::in_days;
use super::page::long;
use poortwachter::Day;
use poortwachter::law::{LAW, LAW_AS_OF, Rule};
use poortwachter::timeline::{MilestoneDay, OpenQuestion, PossibilityState, PossibilityWindow};
use poortwachter::{
    Actor, Duty, EventKind, Lang, Layer, Milestone, Obligation, OpenNorm, Reason, Standing, State,
    Status, View,
};

/// Its words.
pub fn expected(view: &View<'_>, all: bool, lang: Lang) -> String {
    let on = long(view.on(), lang);
    let id = view.timeline().case().id();
    let id = id.map_or(String::new(), |id| format!("{} {id} · ", lang.pick("Geval", "Case")));
    let mut text = vec![format!("{id}{on}"), state(view, lang)];
    let questions = view.open_questions();
    text.extend(open_questions(&questions, view.on(), lang));
    text.extend(to_do(view, &questions, lang));
    let mut milestones = milestones(view, &questions, all, lang);
    milestones.sort_by_key(|(day, _)| day.unwrap_or(Day::MAX));
    if !milestones.is_empty() {
        text.push(lang.pick("Mijlpalen", "Milestones").to_string());
    }
    text.extend(milestones.into_iter().map(|(_, line)| line));
    text.extend(possibilities(view, all, lang));
    text.extend(missed(view, lang));
    text.extend(notes(view, lang));
    super::words(&text.join(" "))
}

/// Whether the employee is sick, the numbers of the day, and the days of leave that are left out.
pub fn state(view: &View<'_>, lang: Lang) -> String {
    let state = state_alone(view, lang);
    match (view.leave_days_left_out(), lang) {
        (0, _) => state,
        (days, Lang::Nl) => {
            format!(
                "{state}; {} zwangerschaps- en bevallingsverlof niet meegeteld",
                lang.days(days)
            )
        }
        (days, Lang::En) => format!("{state}; {} of maternity leave left out", lang.days(days)),
    }
}

fn state_alone(view: &View<'_>, lang: Lang) -> String {
    let first = long(view.first_sick_day(), lang);
    let (day, week, year) = (view.counted_day(), view.week(), view.sick_year());
    let counted = match lang {
        Lang::Nl => format!("dag {day}, week {week}, ziektejaar {year} (eerste ziektedag {first})"),
        Lang::En => format!("day {day}, week {week}, sick year {year} (first sick day {first})"),
    };
    match (view.state(), lang) {
        (State::NotYetSick, Lang::Nl) => format!("Nog niet ziek: eerste ziektedag {first}"),
        (State::NotYetSick, Lang::En) => format!("Not yet sick: first sick day {first}"),
        (State::Sick, Lang::Nl) => format!("Ziek: {counted}"),
        (State::Sick, Lang::En) => format!("Sick: {counted}"),
        (State::OnLeave, Lang::Nl) => format!("Met zwangerschaps- of bevallingsverlof: {counted}"),
        (State::OnLeave, Lang::En) => format!("On maternity leave: {counted}"),
        (State::Recovered { relapse_joins_through: last }, Lang::Nl) => {
            format!("Hersteld na {counted}; opnieuw ziek t/m {} telt door", long(last, lang))
        }
        (State::Recovered { relapse_joins_through: last }, Lang::En) => {
            let last = long(last, lang);
            format!("Recovered after {counted}; sick again until {last} continues this case")
        }
        (State::Closed, Lang::Nl) => {
            format!("Gesloten: hersteld na {counted}; opnieuw ziek is een nieuw geval")
        }
        (State::Closed, Lang::En) => {
            format!("Closed: recovered after {counted}; sick again is a new case")
        }
        (State::Ended { reason, last_day }, Lang::Nl) => {
            format!("Geëindigd op {}: {}, na {counted}", long(last_day, lang), reason.name(lang))
        }
        (State::Ended { reason, last_day }, Lang::En) => {
            format!("Ended on {}: {}, after {counted}", long(last_day, lang), reason.name(lang))
        }
        (other, _) => panic!("{other:?} is new"),
    }
}

/// Each question with its answers; of each answer the dates that are not the same under all of them.
pub fn open_questions(questions: &[OpenQuestion], on: Day, lang: Lang) -> Vec<String> {
    let mut text = Vec::new();
    if !questions.is_empty() {
        text.push(lang.pick("Open vragen", "Open questions").to_string());
    }
    for question in questions {
        text.push(question.sentence(lang));
        for answer in question.answers() {
            let name = question.answer_in_words(answer, on, lang);
            text.push(format!("- {name}: {}", question.dates_in_words(answer, lang)));
        }
        text.extend(question.note(lang).map(String::from));
    }
    text
}

/// What can be used now or within 26 weeks; with `all` also what is over.
fn possibilities(view: &View<'_>, all: bool, lang: Lang) -> Vec<String> {
    let windows = view.possibilities();
    let shown = windows.iter().filter(|window| match window.state() {
        PossibilityState::Open => true,
        PossibilityState::NotYetOpen => all || window.opens() <= view.on() + in_days(182),
        _ => all,
    });
    let mut text: Vec<String> = shown.map(|window| possibility(window, lang)).collect();
    if !text.is_empty() {
        let title = lang.pick(
            "Mogelijkheden (geen verplichting, nooit te laat)",
            "Possibilities (no duty, never overdue)",
        );
        text.insert(0, title.to_string());
    }
    text
}

/// The days, who can use it, what it is against, how it stands, and the article.
fn possibility(window: &PossibilityWindow, lang: Lang) -> String {
    let number = match window.number() {
        1 => String::new(),
        number => format!(" {number}"),
    };
    let mut told = format!("{}{number}", window.possibility().name(lang));
    told += &format!(" {} {}", lang.pick("vanaf", "from"), long(window.opens(), lang));
    if let Some(until) = window.until() {
        let mark = if until > LAW_AS_OF { "*" } else { "" };
        told += &format!(" {} {}{mark}", lang.pick("tot en met", "until"), long(until, lang));
    }
    if let Some(last) = window.tolerated() {
        let by_post = lang.pick("per post aangekomen tot en met", "by post received until");
        told += &format!("; {by_post} {}", long(last, lang));
    }
    let who: Vec<&str> = window.who().iter().map(|actor| actor.name(lang)).collect();
    told += &format!("; {}", who.join(", "));
    if let Some((event, day)) = window.against() {
        told += &format!("; {} ({})", event.name(lang), long(day, lang));
    }
    let used = match window.state() {
        PossibilityState::Taken => window.taken(),
        PossibilityState::Lapsed => window.ended(),
        _ => None,
    };
    let used = used.map_or(String::new(), |day| format!(" {}", long(day, lang)));
    told += &format!("; {}{used}", window.state().name(lang));
    told + "; " + &cited(window.source().citation.to_string(), window.layer(), lang)
}

/// Which duties were not done and are over, in one line.
fn missed(view: &View<'_>, lang: Lang) -> Option<String> {
    let missed = view.obligations().filter(|(_, status)| status.id() == "missed");
    let names: Vec<String> = missed.map(|(line, _)| line.name(lang)).collect();
    let what = lang.pick(
        "Niet als gedaan vastgelegd, en inmiddels voorbij",
        "Not recorded as done, and over by now",
    );
    (!names.is_empty()).then(|| format!("{what}: {}.", names.join(", ")))
}

/// At most three things that cannot wait, else the one that comes next. What is asked about comes with the
/// question.
fn to_do(view: &View<'_>, questions: &[OpenQuestion], lang: Lang) -> Vec<String> {
    let is_asked = |line: &Obligation| {
        questions.iter().any(|question| question.asks_whether_met() == Some(line.duty()))
    };
    let cannot_wait = |(line, status): &(&Obligation, Status)| match status {
        _ if is_asked(line) => false,
        Status::Undetermined(OpenNorm::NotRecorded) => false,
        Status::DueSoon { .. } | Status::DueToday | Status::Overdue { .. } => true,
        Status::Undetermined(_) => line.met().is_none(),
        _ => false,
    };
    let mut list: Vec<_> = view.obligations().filter(cannot_wait).collect();
    // First what is late or must be judged, and of each the law before practice before the UWV.
    let late = |status: &Status| ["overdue", "undetermined"].contains(&status.id());
    list.sort_by_key(|(line, status)| {
        let is_uwv = line.actor() == Actor::Uwv;
        (!late(status), is_uwv, line.layer() == Layer::Practice)
    });
    let more = list.len().saturating_sub(3);
    list.truncate(3);
    let is_now = !list.is_empty();
    list.extend(view.next().filter(|(line, _)| !is_now && !is_asked(line)));
    let Some((_, status)) = list.first() else {
        if !questions.is_empty() {
            return Vec::new();
        }
        return vec![lang.pick("Niets te doen", "Nothing to do").to_string()];
    };
    let title = match is_now || *status == Status::Open {
        true => lang.pick("Nu te doen", "To do now"),
        false => lang.pick("Eerstvolgend", "Comes next"),
    };
    let mut text = vec![title.to_string()];
    for (line, status) in list {
        let mut told = format!("{}: {}", line.name(lang), status.words(lang));
        if let Some(due) = line.due() {
            told += &format!(" ({})", long(due, lang));
        }
        let advised = line.advised().filter(|day| Some(*day) != line.due() && *day >= view.on());
        if let Some(advised) = advised.filter(|_| status.id() != "overdue") {
            told += &format!(", {} {}", lang.pick("advies", "advised"), long(advised, lang));
        }
        text.push(told);
        let with: Vec<&str> = line.with().iter().map(|actor| actor.name(lang)).collect();
        let with = match with.is_empty() {
            true => String::new(),
            false => format!(" {} {}", lang.pick("met", "with"), with.join(", ")),
        };
        let (citation, layer) = (line.source().citation, line.due_layer());
        let source = match (["policy", "practice"].contains(&layer.id()), lang) {
            (true, Lang::Nl) => format!("de dag is {}, geen wet; zie {citation}", layer.name(lang)),
            (true, Lang::En) => format!("the day is {}, not law; see {citation}", layer.name(lang)),
            (false, _) => format!("{citation} ({}): \"{}\"", layer.name(lang), line.source().text),
        };
        text.push(format!("{}{with} · {source}", line.actor().name(lang)));
    }
    if more > 0 {
        text.push(match lang {
            Lang::Nl => format!("en nog {more}, zie hieronder"),
            Lang::En => format!("and {more} more, see below"),
        });
    }
    if view.timeline().case().events().is_empty() && view.overdue() > 0 {
        let nothing = lang.pick(
            "Er is niets vastgelegd: wat al gedaan is, telt pas als het in een bestand staat \
             (timeline --help).",
            "Nothing is recorded: what was done counts once it stands in a case file (timeline --help).",
        );
        text.push(nothing.to_string());
    }
    text
}

/// The days that the milestones hold, and nothing else.
fn milestones(
    view: &View<'_>,
    questions: &[OpenQuestion],
    all: bool,
    lang: Lang,
) -> Vec<(Option<Day>, String)> {
    let mark = |day: Day| if day > LAW_AS_OF { "*" } else { "" };
    let told_with = |what: &str, day: Option<Day>, asked: &str, basis: &str, note: &str| {
        let told =
            day.map(|day| format!("{what} {}{}{asked} {basis} {note}", long(day, lang), mark(day)));
        (day, told.unwrap_or_else(|| format!("{what} {basis} {note}")))
    };
    let told = |what: &str, day, basis: &str, note: &str| told_with(what, day, "", basis, note);
    let asked = |milestone: Milestone| {
        if questions.iter().any(|question| question.moves(milestone)) { " ?" } else { "" }
    };
    let in_force = |rule: &Rule| {
        let bound = rule.version_in_force().due;
        cited(bound.source.citation.to_string(), bound.layer, lang)
    };
    let rule = |id: &str| LAW.rule(id).expect("a rule");
    let case = view.timeline().case();
    let wages = view.wages_last_day();
    let leaves = wages.is_some() && wages == case.employment_last_day();
    let no_wia = view.obligation(Duty::WIA_DECISION).is_some_and(|(line, _)| {
        line.standing() == Standing::NotApplicable(Reason::WiaCannotStart)
    });
    let mut lines = Vec::new();
    for one in view.milestones() {
        let layer = one.rule().version_in_force().due.layer;
        let basis = cited(one.source().citation.to_string(), layer, lang);
        let (mut basis, mut note) = (basis, String::new());
        match one.milestone() {
            Milestone::END_OF_MINIMUM_WAGE_FLOOR if wages.is_some_and(|day| day < one.day()) => {
                continue;
            }
            Milestone::END_OF_DISMISSAL_BAN if leaves => continue,
            Milestone::END_OF_SICKNESS_BENEFIT
                if view.benefit_after_assessment_last_day().is_some() =>
            {
                continue;
            }
            // They stand elsewhere: in the state, or as one line with both days.
            Milestone::END_OF_WAITING_PERIOD
            | Milestone::RELAPSE_WINDOW
            | Milestone::EARLY_IVA_FIRST_CLAIM
            | Milestone::EARLY_IVA_LAST_CLAIM => continue,
            Milestone::END_OF_WAGES if leaves => {
                basis = String::new();
                note = lang.pick("einde dienstverband", "end of the employment").to_string();
            }
            Milestone::END_OF_WAGES => note = why_wages(view, lang),
            Milestone::END_OF_DISMISSAL_BAN if is_of_pension_age(&one) => {
                note = lang.pick("AOW-leeftijd", "state pension age").to_string();
            }
            _ => {}
        }
        let asked = asked(one.milestone());
        lines.push(told_with(one.name(lang), Some(one.day()), asked, &basis, &note));
    }
    if view.wia_start().is_none() && no_wia {
        let basis = LAW.rule("end-of-waiting-period").map(|_| "WIA art. 54(2)").expect("a rule");
        let text = lang.pick("WIA kan ingaan niet: eerst AOW", "WIA can start no: pension first");
        lines.push((None, format!("{text} {basis}")));
    }
    if let Some(day) = view.shortened_waiting_period_last_day() {
        let what =
            lang.pick("Verkorte wachttijd, vroegste einde", "Shortened waiting, earliest end");
        lines.push(told(what, Some(day), &in_force(rule("early-iva-lead")), ""));
    }
    let is_sick = matches!(view.state(), State::NotYetSick | State::Sick | State::OnLeave);
    let (first, last) = (view.early_iva_first_day(), view.early_iva_last_day());
    let is_over = last.is_some_and(|last| last < view.on()) && !all;
    if let Some(first) = first.filter(|_| is_sick && !no_wia && !is_over) {
        let basis = in_force(rule(Milestone::EARLY_IVA_LAST_CLAIM.id()));
        let what = lang.pick("Vervroegde IVA aanvragen", "Early IVA claim");
        let from = lang.pick("vanaf", "from");
        lines.push(match last {
            Some(last) => {
                let what = format!("{what} {}", lang.pick("tot en met", "until"));
                let note = format!("{from} {}", long(first, lang));
                told_with(&what, Some(last), asked(Milestone::EARLY_IVA_LAST_CLAIM), &basis, &note)
            }
            None => {
                let asked = asked(Milestone::EARLY_IVA_LAST_CLAIM);
                told_with(&format!("{what} {from}"), Some(first), asked, &basis, "")
            }
        });
    }
    if let Some(sanction) = view.sanction() {
        let mut notes = Vec::new();
        notes.extend(
            sanction
                .first_day()
                .map(|day| format!("{} {}", lang.pick("vanaf", "from"), long(day, lang))),
        );
        let decided = long(sanction.decided_on(), lang);
        notes.push(format!("{} {decided}", lang.pick("besluit", "decided")));
        if sanction.days_shortened() > 0 {
            let shorter = lang.pick("korter: UWV besliste te laat", "shorter: the UWV was late");
            notes.push(format!("{} {shorter}", lang.days(sanction.days_shortened())));
        }
        let what = match (sanction.is_void(), sanction.last_day()) {
            (true, None) => lang.pick("Loonsanctie zonder gevolg", "Wage sanction no effect"),
            (false, None) => lang
                .pick("Einde loonsanctie niets van over", "End of the wage sanction nothing left"),
            (false, Some(_)) => lang.pick("Einde loonsanctie", "End of the wage sanction"),
            (true, Some(_)) => panic!("a void sanction with a day"),
        };
        let basis = in_force(rule("wage-sanction-length"));
        lines.push(told(what, sanction.last_day(), &basis, &notes.join(", ")));
    }
    lines
}

/// A policy is not told as a statute.
fn cited(citation: String, layer: Layer, lang: Lang) -> String {
    match ["policy", "practice"].contains(&layer.id()) {
        true => format!("{citation} ({})", layer.name(lang)),
        false => citation,
    }
}

/// The acts give who has reached that age weeks instead of years.
fn is_of_pension_age(one: &MilestoneDay) -> bool {
    ["zes weken", "dertien weken"].iter().any(|weeks| one.source().text.contains(weeks))
}

/// Why the wages do not last 104 weeks.
fn why_wages(view: &View<'_>, lang: Lang) -> String {
    let milestones = view.milestones();
    let wages = milestones.iter().find(|one| one.milestone() == Milestone::END_OF_WAGES);
    if wages.is_some_and(is_of_pension_age) {
        return lang.pick("AOW-leeftijd", "state pension age").to_string();
    }
    let mut why = Vec::new();
    let extends = |kind| matches!(kind, EventKind::VoluntaryExtension { .. });
    let is_used = view.events().any(|event| {
        extends(event.kind()) && !view.unused().iter().any(|unused| unused.event() == *event)
    });
    if is_used {
        why.push(lang.pick("vrijwillig verlengd", "extended voluntarily").to_string());
    }
    if view.days_claim_late() > 0 {
        let late = lang.pick("langer: WIA-aanvraag te laat", "longer: late WIA claim");
        why.push(format!("{} {late}", lang.days(view.days_claim_late())));
    }
    if view.sanction().is_some_and(|sanction| sanction.last_day().is_some()) {
        why.push(lang.pick("met loonsanctie", "with the wage sanction").to_string());
    }
    why.join(", ")
}

/// Whether a day of the milestones lies after the day up to which the law was checked.
pub fn has_mark(view: &View<'_>, all: bool) -> bool {
    milestones(view, &[], all, Lang::En).iter().any(|(_, line)| line.contains('*'))
}

/// Earlier cases, remarks, events without a consequence and events of later days.
fn notes(view: &View<'_>, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    for earlier in view.earlier_cases() {
        let [first, last] =
            [earlier.first_sick_day(), earlier.last_sick_day()].map(|day| long(day, lang));
        let days = lang.days(earlier.counted_days());
        notes.push(match lang {
            Lang::Nl => format!("Eerder geval, gesloten: {first} t/m {last} ({days})"),
            Lang::En => format!("Earlier case, closed: {first} to {last} ({days})"),
        });
    }
    notes.extend(view.not_recorded_words(lang));
    let note = lang.pick("Let op", "Note");
    notes.extend(view.remarks().map(|remark| format!("{note}: {}", remark.words(lang))));
    for unused in view.unused() {
        let (kind, on) = (unused.event().kind().words(lang), long(unused.on(), lang));
        let nothing = lang.pick("Zonder gevolg", "Changes nothing");
        notes.push(format!("{nothing}: {kind}, {on}: {}", unused.reason().name(lang)));
    }
    let events = view.timeline().case().events().iter();
    let later = events.filter(|event| event.on() > view.on()).count();
    let on = long(view.on(), lang);
    notes.push(match (later, lang) {
        (0, _) => String::new(),
        (1, Lang::Nl) => format!("1 gebeurtenis na {on} telt hier niet mee"),
        (1, Lang::En) => format!("1 event after {on} is left out here"),
        (n, Lang::Nl) => format!("{n} gebeurtenissen na {on} tellen hier niet mee"),
        (n, Lang::En) => format!("{n} events after {on} are left out here"),
    });
    notes
}
