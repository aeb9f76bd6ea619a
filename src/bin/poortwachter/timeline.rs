//! `poortwachter timeline`.

use crate::failure::Failure;
use crate::files::InputFile;
use crate::page::{Page, Tone};
use crate::rows::{Rows, rows, tone};
use crate::values::{LANGUAGE, Language, date};
use crate::{dates, head, input, json, milestones, table};
use clap::{ValueEnum, ValueHint};
use poortwachter::Day;
use poortwachter::law;
use poortwachter::text::{self, headings, phrases};
use poortwachter::timeline::OpenQuestion;
use poortwachter::wire::ViewForm;
use poortwachter::{
    Case, EventKind, EventName, FieldContent, Lang, Obligation, Status, Timeline, View,
};

#[derive(clap::Args, Debug)]
#[command(after_help = TIMELINE_EXAMPLES, after_long_help = help())]
pub(crate) struct TimelineArgs {
    /// The case, a JSON file; - reads standard input
    #[arg(value_name = "CASE.JSON", conflicts_with = "first_sick_day", value_hint = ValueHint::FilePath)]
    pub(crate) file: Option<InputFile>,

    /// The first sick day of a case without a file: still sick, nothing recorded
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) first_sick_day: Option<Day>,

    /// The day to look from, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<Day>,

    /// Text to read, or JSON with everything, whatever --lang and --all say
    #[arg(long, value_enum, default_value_t = TimelineFormat::Text)]
    pub(crate) format: TimelineFormat,

    /// The language of the text
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,

    /// How many days ahead a due day is soon
    #[arg(long, value_name = "DAYS", default_value_t = poortwachter::timeline::LEAD_DAYS)]
    pub(crate) lead: u16,

    /// Show every line: practice, planned interviews, what is far away, what does not apply
    #[arg(long)]
    pub(crate) all: bool,

    /// With --format json: also how every date was found, step by step
    #[arg(long)]
    pub(crate) derivations: bool,
}

const TIMELINE_EXAMPLES: &str = "\
Examples:
  poortwachter timeline --first-sick-day 2026-01-05
  poortwachter timeline case.json --on 2026-10-01 --lang nl
  poortwachter timeline - --format json < case.json
  poortwachter timeline case.json --format json --derivations

--help shows what a case file looks like.
Exit status: 0, or 2 with one line on standard error.";

/// The help: what a case file looks like, with every kind of event.
fn help() -> String {
    let names = EventName::ALL.iter().copied().filter(|name| name.duty().is_none());
    let (for_check, others): (Vec<EventName>, Vec<EventName>) =
        names.partition(|name| is_for_check(*name));
    format!("{HELP}{}and for check also:\n{}{REST}", listed(&others), listed(&for_check))
}

/// Whether an event bears on no date: what a verdict asks of the plan, the report and the second track.
fn is_for_check(name: EventName) -> bool {
    let about = ["plan-holds", "second-track-", "report-holds", "first-track-"];
    about.iter().any(|about| name.id().starts_with(about))
        || matches!(
            name.kind(),
            Some(EventKind::ReintegrationInterview | EventKind::OwnWorkRuledOut)
        )
}

/// The events with their fields, on lines of at most 80 characters.
fn listed(names: &[EventName]) -> String {
    const WIDTH: usize = 80;
    let (mut text, mut line) = (String::new(), String::from(" "));
    for (i, name) in names.iter().enumerate() {
        let end = if i + 1 == names.len() { "" } else { "," };
        let entry = format!(" {}{}{end}", name, fields(*name));
        if line.len() + entry.len() > WIDTH {
            text += &line;
            text.push('\n');
            line = String::from(" ");
        }
        line += &entry;
    }
    text + &line + "\n"
}

/// The fields in brackets; of one that holds letters also which.
fn fields(name: EventName) -> String {
    let mut fields = name.fields().to_vec();
    fields.sort_unstable_by_key(|one| one.field);
    let fields: Vec<String> = fields
        .iter()
        .map(|one| match one.holds {
            FieldContent::OneOf([first, .., last]) if first.len() == 1 => {
                format!("{}, {first} to {last}", one.field)
            }
            _ => one.field.to_string(),
        })
        .collect();
    if fields.is_empty() { String::new() } else { format!(" ({})", fields.join(", ")) }
}

const HELP: &str = r#"Examples:
  poortwachter timeline --first-sick-day 2026-01-05
  poortwachter timeline case.json --on 2026-10-01 --lang nl
  poortwachter timeline - --format json < case.json
  poortwachter timeline case.json --format json --derivations

A case file. Only "spells" is required; the last sick day is left out while the
sickness goes on. Days are written as 2026-01-05. No medical data, no names:
  {
    "id": "A-17",
    "spells": [{"first_day": "2026-01-05"}],
    "leave": [{"first_day": "2026-05-04", "last_day": "2026-08-23"}],
    "state_pension_day": null,
    "employment_last_day": null,
    "events": [
      {"kind": "problem-analysis", "on": "2026-02-10"},
      {"kind": "plan-of-action", "on": "2026-02-20"},
      {"kind": "interview", "on": "2026-04-01"}
    ]
  }
The kind of an event is the name of the duty that was done (poortwachter law
shows them), or one of these, with its fields in brackets:
"#;

const REST: &str = r#""recorded_since" is the first day from which on the file is kept, for one taken
over: what was due before it and is not recorded is never overdue.
"regime" is employer when it is absent, else safety-net or own-risk-carrier.
A value that is not known is answered with the known ones.

Exit status: 0, or 2 with one line on standard error."#;

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TimelineFormat {
    /// Aligned columns
    #[value(alias = "table")]
    Text,
    /// The whole view
    Json,
}

/// From this width on the article has a column of its own.
const WIDE: u16 = 118;
/// Below this width who acts stands under what must be done, and the advised day under the due day.
const NORMAL: u16 = 96;

/// The width of "gedaan 10 feb, op tijd", with some room.
const DONE_ON_TIME: u16 = 24;

pub(crate) fn run(args: &TimelineArgs) -> Result<String, Failure> {
    if args.derivations && args.format != TimelineFormat::Json {
        return Err(Failure::message(
            "--derivations gives values for a program: add --format json \
             (poortwachter explain says in words how a date was found)",
        ));
    }
    let case = case(args)?;
    let timeline = Timeline::new(&case);
    let on = crate::values::day(args.on);
    let view = timeline.view_with_lead(on, args.lead);
    if args.format == TimelineFormat::Json {
        return json::pretty(&match args.derivations {
            true => ViewForm::with_derivations(&view),
            false => ViewForm::from(&view),
        });
    }
    let mut page = Page::new(args.lang.into());
    let rows = rows(&view, args.all);
    let questions = view.open_questions();
    head::put(&mut page, &view, &questions, args.all);
    if !rows.shown.is_empty() {
        page.blank();
        put_table(&mut page, &view, &rows, &questions);
    }
    put_footer(&mut page, &view, &rows, &questions, args.all);
    Ok(page.text)
}

fn case(args: &TimelineArgs) -> Result<Case, Failure> {
    match (&args.file, args.first_sick_day) {
        (Some(path), _) => input::file(path),
        (None, Some(day)) => input::first_sick_day(day),
        (None, None) => Err(Failure::message(
            "which case? Name a file (poortwachter timeline case.json, - for standard input) or \
             give --first-sick-day 2026-01-05",
        )),
    }
}

/// The columns; which of them there are depends on the width.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Due,
    Week,
    What,
    Who,
    Status,
    Advised,
    Basis,
    Article,
}

impl Column {
    fn for_width(width: u16) -> &'static [Column] {
        use Column::{Advised, Article, Basis, Due, Status, Week, What, Who};
        match width {
            WIDE.. => &[Due, Week, What, Who, Status, Advised, Basis, Article],
            NORMAL.. => &[Due, Week, What, Who, Status, Advised, Basis],
            _ => &[Due, Week, What, Status, Basis],
        }
    }

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Column::Due => headings::DUE.in_lang(lang),
            Column::Week => "Week",
            Column::What => headings::WHAT.in_lang(lang),
            Column::Who => headings::WHO.in_lang(lang),
            Column::Status => "Status",
            Column::Advised => headings::ADVISED.in_lang(lang),
            Column::Basis => headings::BASIS.in_lang(lang),
            Column::Article => headings::ARTICLE.in_lang(lang),
        }
    }
}

fn put_table(page: &mut Page, view: &View<'_>, rows: &Rows<'_>, questions: &[OpenQuestion]) {
    let lang = page.lang;
    let columns = Column::for_width(page.width);
    let has = |column| columns.contains(&column);
    let header: Vec<&str> = columns.iter().map(|column| column.name(lang)).collect();
    let mut table = table::new(page, &header);
    for &(obligation, status) in &rows.shown {
        let actor = obligation.actor().name(lang);
        let due = || due(obligation, text::question_mark(questions, obligation), lang);
        let rest = if tone(status) == Tone::Faint { Tone::Faint } else { Tone::Plain };
        table.add_row(columns.iter().map(|column| match column {
            Column::Due if has(Column::Advised) => table::cell(rest, &due()),
            Column::Due => match advised(obligation, status, lang) {
                day if day.is_empty() => table::cell(rest, &due()),
                day => {
                    let word = phrases::ADVISED.in_lang(lang);
                    table::cell(rest, &format!("{}\n{word} {day}", due()))
                }
            },
            Column::Week => table::cell(rest, &week(view, obligation)),
            Column::What if has(Column::Who) => table::cell(rest, &obligation.name(lang)),
            Column::What => table::cell(rest, &format!("{}\n({actor})", obligation.name(lang))),
            Column::Who => table::cell(rest, actor),
            Column::Status => table::cell(tone(status), &words(obligation, status, lang)),
            Column::Advised => table::cell(rest, &advised(obligation, status, lang)),
            Column::Basis => table::cell(rest, table::layer(obligation.due_layer(), lang)),
            Column::Article => table::cell(rest, &obligation.citation().to_string()),
        }));
    }
    let place = |column| columns.iter().position(|other| *other == column);
    let whole: Vec<usize> =
        [Column::Due, Column::Week, Column::Advised].into_iter().filter_map(place).collect();
    table::share_width(&mut table, &whole, place(Column::Status), DONE_ON_TIME);
    table::put(page, &table);
}

/// The due day, with a mark where it hangs on an open question; below it the day until which it is accepted, or the day before it was moved.
fn due(obligation: &Obligation, asked: &str, lang: Lang) -> String {
    let Some(due) = obligation.due() else {
        return format!("{}{asked}", phrases::NO_DAY.in_lang(lang));
    };
    let mut text = format!("{}{}{asked}", dates::aligned(due, lang), text::mark(due));
    if let Some(original) = obligation.original_due() {
        let was = phrases::WAS.in_lang(lang);
        text += &format!("\n{was} {}", dates::short(original, Some(due), lang));
    }
    if let Some(tolerated) = obligation.tolerated() {
        let until = lang.pick("t/m", "until");
        text += &format!("\n{until} {}", dates::short(tolerated, Some(due), lang));
    }
    text
}

fn week(view: &View<'_>, obligation: &Obligation) -> String {
    let week = obligation.due().and_then(|due| view.week_of(due));
    week.map_or_else(String::new, |week| format!("{week:>4}"))
}

/// The status, with the day on which it was done.
fn words(obligation: &Obligation, status: Status, lang: Lang) -> String {
    let words = status.words(lang);
    let Some(met) = obligation.met() else { return words };
    let met = dates::bare(met, obligation.due(), lang);
    if let Status::Undetermined(norm) = status {
        return format!("{} {met}; {}", phrases::DONE.in_lang(lang), norm.name(lang));
    }
    obligation.met_words(status, &met, lang).unwrap_or(words)
}

/// The advised day, as long as it is of use.
fn advised(obligation: &Obligation, status: Status, lang: Lang) -> String {
    let advised = obligation.advised().filter(|advised| {
        let to_do =
            status.is_actionable() || matches!(status, Status::NotYetOpen | Status::WaitingFor(_));
        to_do && Some(*advised) != obligation.due()
    });
    advised.map_or_else(String::new, |day| dates::short(day, obligation.due(), lang))
}

fn put_footer(
    page: &mut Page,
    view: &View<'_>,
    rows: &Rows<'_>,
    questions: &[OpenQuestion],
    all: bool,
) {
    let lang = page.lang;
    let mut notes = Vec::new();
    if rows.hidden > 0 {
        let late = match (rows.hidden_overdue, lang) {
            (0, _) => String::new(),
            (n, Lang::Nl) => format!(", waarvan {n} te laat"),
            (n, Lang::En) => format!(", {n} of them overdue"),
        };
        notes.push(match (rows.hidden, lang) {
            (1, Lang::Nl) => format!("1 regel verborgen{late}: --all toont ook die."),
            (n, Lang::Nl) => format!(
                "{n} regels verborgen (praktijk, ver weg, gepland, niet van toepassing){late}: \
                 --all toont ze."
            ),
            (1, Lang::En) => format!("1 line hidden{late}: --all shows it."),
            (n, Lang::En) => format!(
                "{n} lines hidden (practice, far away, planned, not applicable){late}: --all \
                 shows them."
            ),
        });
    }
    let shows = |test: &dyn Fn(&Obligation) -> bool| rows.shown.iter().any(|(o, _)| test(o));
    if shows(&|o| o.tolerated().is_some()) {
        notes.push(
            lang.pick(
                "t/m: na de uiterste dag, maar tot die dag wordt het nog aanvaard.",
                "until: after the due day, but accepted up to that day.",
            )
            .to_string(),
        );
    }
    if shows(&|o| o.original_due().is_some()) {
        notes.push(
            lang.pick(
                "was: de dag voordat werkgever en werknemer een andere afspraken (RP art. 5, RPV art. 6).",
                "was: the day before employer and employee agreed on another (RP art. 5, RPV art. 6).",
            )
            .to_string(),
        );
    }
    if shows(&|o| !o.due_layer().is_law()) {
        notes.push(phrases::NO_STATUTE_NAMES_THE_DAY.in_lang(lang).to_string());
    }
    if milestones::shows_beyond(view, all) || shows(&Obligation::is_beyond_checked_law) {
        notes.push(text::note_on_the_mark(lang));
    }
    notes.extend(announced(view, rows, lang));
    if !questions.is_empty() {
        notes.push(text::note_on_the_question_mark(lang).to_string());
    }
    if !notes.is_empty() {
        page.blank();
    }
    for note in notes {
        page.paragraph(Tone::Faint, 2, &note);
    }
}

/// The announced changes of the law that would touch something on the page, each by name.
fn announced(view: &View<'_>, rows: &Rows<'_>, lang: Lang) -> Vec<String> {
    let obligations = rows.shown.iter().filter_map(|(obligation, _)| {
        Some((obligation.rule(), obligation.name(lang), obligation.due()?))
    });
    let milestones = view.milestones();
    let milestones =
        milestones.iter().map(|line| (line.rule(), line.name(lang).into(), line.day()));
    let windows = view.possibilities();
    let windows = windows
        .iter()
        .map(|window| (window.rule(), window.name(lang), window.until().unwrap_or(window.opens())));
    let touched: Vec<(&law::Rule, String, Day)> =
        obligations.chain(milestones).chain(windows).collect();
    let note = |change: &law::Pending| {
        let is_touched = |(rule, _, day): &&(&law::Rule, String, Day)| {
            law::announced(rule, *day).any(|other| other.id == change.id)
        };
        let names: Vec<&str> = touched.iter().filter(is_touched).map(|(_, it, _)| &**it).collect();
        let (name, names, aim) = (change.name.in_lang(lang), names.join(", "), change.aimed_at?);
        let (aim, status) = (lang.date(aim), change.status.name(lang));
        (!names.is_empty()).then(|| match lang {
            Lang::Nl => format!(
                "Aangekondigd, geen geldend recht: {name} (beoogd {aim}; {status}). Raakt: {names}."
            ),
            Lang::En => format!(
                "Announced, not law: {name} (aimed at {aim}; {status}). Would touch: {names}."
            ),
        })
    };
    law::PENDING.iter().filter_map(note).collect()
}
