//! `poortwachter reminders`.

use crate::failure::Failure;
use crate::files::InputFile;
use crate::page::{Page, Tone, strip_control_chars};
use crate::values::{LANGUAGE, Language, TextFormat, date};
use crate::{dates, head, input, json, protocol, table};
use clap::ValueHint;
use poortwachter::Day;
use poortwachter::protocol::{
    About, Agenda, Origin, OwnDate, Protocol, Reminder, ReminderKind, SettingKind, TaskStatus,
    Treatment,
};
use poortwachter::text::{headings, phrases};
use poortwachter::wire::AgendaForm;
use poortwachter::{Actor, Lang, Status, Timeline, View};

#[derive(clap::Args, Debug)]
#[command(after_help = REMINDERS_EXAMPLES)]
pub(crate) struct RemindersArgs {
    /// The case, a JSON file (see timeline --help); - reads standard input
    #[arg(value_name = "CASE.JSON", value_hint = ValueHint::FilePath)]
    pub(crate) file: InputFile,

    /// The day to look from, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<Day>,

    /// The protocol, a JSON file; - reads standard input
    #[arg(long, value_name = "PROTOCOL.JSON", conflicts_with = "preset", value_hint = ValueHint::FilePath)]
    pub(crate) protocol: Option<InputFile>,

    /// A published protocol by its name (protocol list shows them)
    #[arg(long, value_name = "NAME")]
    pub(crate) preset: Option<String>,

    /// How many days to look ahead
    #[arg(long, value_name = "DAYS", default_value_t = 60)]
    pub(crate) days: u16,

    /// Text to read, or JSON with every duty and task as well
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    pub(crate) format: TextFormat,

    /// The language of the text; JSON holds both
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,
}

const REMINDERS_EXAMPLES: &str = "\
Examples:
  poortwachter reminders case.json --preset xpert-suite
  poortwachter reminders case.json --protocol protocol.json --lang nl
  poortwachter reminders - --days 0 --format json < case.json    those of today

Reminders are computed, never sent, and only for what is still to be done on the
day. Without a protocol: 14 days before the due day, on the day itself and the
day after it.
Exit status: 0, or 2 with one line on standard error.";

pub(crate) fn run(args: &RemindersArgs) -> Result<String, Failure> {
    let case = input::file(&args.file)?;
    let protocol = match (&args.protocol, &args.preset) {
        (Some(path), _) => input::protocol(path)?,
        (None, Some(name)) => protocol::preset(name)?,
        (None, None) => Protocol::default(),
    };
    let timeline = Timeline::new(&case);
    let on = crate::values::day(args.on);
    let through = on.checked_add(args.days.into()).unwrap_or(on);
    let view = timeline.view(on);
    let agenda = protocol.agenda(&view);
    if args.format == TextFormat::Json {
        return json::pretty(&AgendaForm::between(&agenda, &view, on, through));
    }
    let mut page = Page::new(args.lang.into());
    put_title(&mut page, &view, &protocol, through);
    put_standing(&mut page, &agenda, on);
    put_reminders(&mut page, &agenda, on, through);
    put_notes(&mut page, &agenda, on, through);
    Ok(page.text)
}

fn put_title(page: &mut Page, view: &View<'_>, protocol: &Protocol, through: Day) {
    let lang = page.lang;
    let id = view.timeline().case().id().map(strip_control_chars);
    let case = id.map(|id| format!("{} {id} · ", headings::CASE.in_lang(lang))).unwrap_or_default();
    let from = lang.date_with_weekday(view.on());
    let through = lang.date_with_weekday(through);
    let title = match lang {
        Lang::Nl => format!("{case}herinneringen van {from} t/m {through}"),
        Lang::En => format!("{case}reminders from {from} to {through}"),
    };
    let title = page.paint(Tone::Strong, &title);
    page.line(&title);
    let name = strip_control_chars(protocol.name());
    page.paragraph(Tone::Plain, 2, &format!("Protocol: {name}"));
    page.paragraph(Tone::Plain, 2, &head::state(view, lang));
}

/// What should have been done before the day, whether or not anybody was reminded: a job that did
/// not run hides nothing.
fn put_standing(page: &mut Page, agenda: &Agenda<'_>, on: Day) {
    let lang = page.lang;
    let standing = standing(agenda, on, lang);
    if standing.is_empty() {
        return;
    }
    page.blank();
    let title =
        page.paint(Tone::Strong, lang.pick("Nog open van eerder", "Still open from before"));
    page.line(&title);
    for (name, day, origin) in standing {
        let by = match origin {
            Origin::Protocol => SettingKind::OwnDate.name(lang),
            _ => phrases::DUE.in_lang(lang),
        };
        let (name, day) = (strip_control_chars(&name), lang.date_with_weekday(day));
        let origin = protocol::origin(origin, lang);
        page.paragraph(Tone::Late, 2, &format!("{name}: {by} {day} ({origin})"));
    }
}

/// What it is, its day and who asks for that day.
fn standing(agenda: &Agenda<'_>, on: Day, lang: Lang) -> Vec<(String, Day, Origin)> {
    let mut standing = Vec::new();
    for line in agenda.lines() {
        let obligation = line.obligation();
        let is_ours = line.treatment() == Treatment::Followed && obligation.actor() != Actor::Uwv;
        if !is_ours || obligation.met().is_some() {
            continue;
        }
        let own = line.own_date().map(OwnDate::day).filter(|own| *own < on);
        let asked = match (line.status(), obligation.due()) {
            (Status::Overdue { .. }, Some(due)) => Some((due, Origin::Law(obligation.due_layer()))),
            (
                Status::Paused
                | Status::Lapsed(_)
                | Status::Missed
                | Status::Possible
                | Status::NotApplicable(_),
                _,
            ) => None,
            _ => own.map(|own| (own, Origin::Protocol)),
        };
        standing.extend(asked.map(|(day, origin)| (obligation.name(lang), day, origin)));
    }
    for task in agenda.tasks() {
        if let (TaskStatus::Late { .. }, Some(day)) = (task.status(), task.day()) {
            standing.push((task.about().name(lang).to_string(), day, Origin::Protocol));
        }
    }
    standing
}

/// From this width on who acts has a column of its own.
const NORMAL: u16 = 96;

fn put_reminders(page: &mut Page, agenda: &Agenda<'_>, on: Day, through: Day) {
    let lang = page.lang;
    page.blank();
    let rows = rows(agenda.reminders_between(on, through), lang);
    if rows.is_empty() {
        page.line(lang.pick("Geen herinneringen", "No reminders"));
        return;
    }
    let is_narrow = page.width < NORMAL;
    let mut header = vec![
        lang.pick("Op", "On"),
        headings::WHAT.in_lang(lang),
        lang.pick("Wanneer", "When"),
        lang.pick("Datum", "Deadline"),
        headings::BASIS.in_lang(lang),
    ];
    if !is_narrow {
        header.insert(1, lang.pick("Aan", "To"));
    }
    let mut table = table::new(page, &header);
    for (reminder, to) in &rows {
        let tone = match reminder.kind() {
            ReminderKind::Late => Tone::Late,
            ReminderKind::Due => Tone::Soon,
            _ => Tone::Plain,
        };
        let planned = if reminder.is_planned() { "~" } else { "" };
        let deadline = dates::short(reminder.deadline(), Some(reminder.on()), lang);
        let about = strip_control_chars(reminder.about().name(lang));
        let what = match is_narrow {
            true => format!("{about}\n({})", to.join(", ")),
            false => about,
        };
        let mut row = vec![
            table::cell(Tone::Plain, &dates::aligned(reminder.on(), lang)),
            table::cell(Tone::Plain, &what),
            table::cell(tone, &reminder.when(lang)),
            table::cell(Tone::Plain, &format!("{deadline}{planned}")),
            table::cell(Tone::Plain, protocol::origin(reminder.origin(), lang)),
        ];
        if !is_narrow {
            row.insert(1, table::cell(Tone::Plain, &to.join(",\n")));
        }
        table.add_row(row);
    }
    let (whole, name): (&[usize], usize) =
        if is_narrow { (&[0, 2, 3, 4], 1) } else { (&[0, 3, 4, 5], 2) };
    table::share_width(&mut table, whole, Some(name), LONGEST_NAME);
    table::put(page, &table);
}

/// The width of most names on one line.
const LONGEST_NAME: u16 = 34;

/// One row for everybody who is reminded of the same on a day.
fn rows<'r>(
    reminders: impl Iterator<Item = &'r Reminder>,
    lang: Lang,
) -> Vec<(&'r Reminder, Vec<&'static str>)> {
    let key = |r: &'r Reminder| -> (Day, Day, &'r About, Origin, ReminderKind) {
        (r.on(), r.deadline(), r.about(), r.origin(), r.kind())
    };
    let mut rows: Vec<(&Reminder, Vec<&'static str>)> = Vec::new();
    for reminder in reminders {
        let to = reminder.to().name(lang);
        match rows.iter_mut().find(|(first, _)| key(first) == key(reminder)) {
            Some((_, names)) => names.push(to),
            None => rows.push((reminder, Vec::from([to]))),
        }
    }
    rows
}

fn put_notes(page: &mut Page, agenda: &Agenda<'_>, on: Day, through: Day) {
    let lang = page.lang;
    let shown: Vec<&Reminder> = agenda.reminders_between(on, through).collect();
    let mut notes = Vec::new();
    for line in agenda.lines() {
        let remark = line.own_date().and_then(|own| own.remark());
        let is_shown = shown.iter().any(|reminder| {
            reminder.about().of_duty() == Some(line.obligation().duty())
                && reminder.about().number() == line.obligation().number()
        });
        if let Some(remark) = remark.filter(|_| is_shown) {
            notes.push(format!("{}: {}.", line.obligation().name(lang), remark.words(lang)));
        }
    }
    if shown.iter().any(|reminder| reminder.origin() == Origin::Protocol) {
        notes.push(
            lang.pick(
                "protocol: eigen dag van de organisatie, geen wet.",
                "protocol: a day of the organisation itself, no law.",
            )
            .to_string(),
        );
    }
    let is_soft = |origin| matches!(origin, Origin::Law(layer) if !layer.is_law());
    if shown.iter().any(|reminder| is_soft(reminder.origin())) {
        notes.push(phrases::NO_STATUTE_NAMES_THE_DAY.in_lang(lang).to_string());
    }
    if shown.iter().any(|reminder| reminder.kind() == ReminderKind::Late) {
        notes.push(
            lang.pick(
                "te laat, voorbij: alleen als het dan nog niet is gedaan.",
                "late, past: only if it is still not done by then.",
            )
            .to_string(),
        );
    }
    if shown.iter().any(|reminder| reminder.is_planned()) {
        notes.push(
            lang.pick(
                "~ schuift mee met iets dat nog niet is gebeurd.",
                "~ will move with something that has not happened yet.",
            )
            .to_string(),
        );
    }
    if !notes.is_empty() {
        page.blank();
    }
    for note in notes {
        page.paragraph(Tone::Faint, 2, &note);
    }
}
