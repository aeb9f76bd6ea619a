//! What the library prints of a case. Every call of the crate stands here.

use crate::cases::{self, Made};
use crate::sink::Sink;
use poortwachter::batch::{Batch, Obligations, Summaries, Summary};
use poortwachter::export::{icalendar, svg};
use poortwachter::horizon::Horizon;
use poortwachter::law::ClockKind;
use poortwachter::protocol::{Protocol, presets};
use poortwachter::wire::{AgendaForm, ChangesForm, ProtocolForm};
use poortwachter::{Case, Day, Explanation, Lang, Timeline, View, change, verdict::Verdict};

/// The parts that are hashed apart.
#[rustfmt::skip]
pub const PARTS: [&str; 10] = [
    "facts", "timeline", "explanations", "verdict", "diff", "agenda", "batch", "horizon", "calendar", "picture",
];
const LANGS: [Lang; 2] = [Lang::Nl, Lang::En];
/// Of so many cases one gets a calendar and a picture, which are long.
const DRAWN: usize = 40;

/// One sink a part, found by its name.
pub struct Out(pub [Sink; 10]);

impl Out {
    fn of(&mut self, part: &str) -> &mut Sink {
        let place = PARTS.iter().position(|known| *known == part).expect("a part");
        &mut self.0[place]
    }
}

/// What cases are looked at with.
pub struct Views {
    protocols: Vec<Protocol>,
    own: Protocol,
}

/// JSON with a line for every member, so that texts can be compared, and a line end.
fn json(out: &mut Sink, value: &impl serde::Serialize) {
    let format = serde_json::ser::PrettyFormatter::with_indent(b"");
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, format);
    value.serialize(&mut serializer).expect("JSON");
    out.say("");
}

fn date(day: cases::Day) -> Day {
    Day::from_number(day)
}

pub fn is_accepted(json: &str) -> bool {
    serde_json::from_str::<Case>(json).is_ok()
}

fn shown(day: Option<impl Into<Day>>) -> String {
    day.map_or_else(|| "-".to_string(), |day| day.into().to_string())
}

impl Views {
    pub fn new() -> Views {
        let own: ProtocolForm =
            serde_json::from_str(include_str!("../../examples/protocol.json")).expect("a form");
        let mut protocols: Vec<_> = presets::ALL.iter().map(|preset| preset.protocol()).collect();
        protocols.push(Protocol::default());
        Views { protocols, own: own.try_into().expect("a protocol") }
    }

    /// Prints everything of a case, the `n`th that is accepted; none when it is refused.
    pub fn case(&self, made: &Made, n: usize, out: &mut Out) -> Option<Case> {
        let case: Case = match serde_json::from_str(&made.json) {
            Ok(case) => case,
            Err(error) => {
                out.of("facts").say(error);
                return None;
            }
        };
        let days = made.days.map(date);
        for sink in &mut out.0 {
            sink.say(format_args!("== {} {days:?}", case.id().unwrap_or("-")));
        }
        json(out.of("facts"), &case);
        let timeline = Timeline::new(&case);
        let views = days.map(|day| timeline.view(day));
        for (i, view) in views.iter().enumerate() {
            self.timeline(view, out.of("timeline"));
            explanations(view, i == n % 4, out.of("explanations"));
            judged(view, out.of("verdict"));
            self.agenda(view, n, i == n % 4, out.of("agenda"));
            let summary = Batch::new(view.on()).worker().summary(&case);
            summed_up(&summary, out.of("batch"));
            let mut horizon = Horizon::new(view.on(), 180);
            horizon.add(n as u64, view);
            ahead(&horizon, out.of("horizon"));
        }
        for pair in views.windows(2) {
            moved(&pair[0], &pair[1], out.of("diff"));
        }
        match serde_json::from_str::<Case>(&made.earlier) {
            Ok(earlier) => {
                let earlier = Timeline::new(&earlier);
                for view in &views[1..] {
                    moved(&earlier.view(view.on()), view, out.of("diff"));
                }
            }
            Err(error) => out.of("diff").say(error),
        }
        if n % DRAWN == 0 {
            calendars(&views, out.of("calendar"));
            for view in &views {
                for lang in LANGS {
                    let options = svg::Options::new(lang);
                    out.of("picture").say(svg::case_timeline(view, &options));
                    let options = options.statutory_only().with_case_id().width(1200).key("k");
                    out.of("picture").say(svg::case_timeline(view, &options));
                }
            }
        }
        Some(case)
    }

    fn timeline(&self, view: &View<'_>, out: &mut Sink) {
        json(out, view);
        for lang in LANGS {
            out.say(view.state().kind().name(lang));
            for (obligation, status) in view.obligations() {
                out.say(format_args!("{}: {}", obligation.name(lang), status.words(lang)));
            }
            for unused in view.unused() {
                out.say(unused.reason().name(lang));
            }
        }
        let clocks = [
            ClockKind::WaitingPeriod,
            ClockKind::Notification,
            ClockKind::Wages,
            ClockKind::DismissalBan,
        ];
        let counted = clocks.map(|clock| view.counted_through(clock, view.on()));
        let days = clocks.map(|clock| shown(view.date_of(clock, 365)));
        out.say(format_args!("{counted:?} {days:?}"));
        let more = [
            view.relapse_joins_through(),
            view.short_report_through(),
            view.benefit_after_assessment_last_day(),
        ];
        out.say(format_args!("{:?} {}", more.map(shown), view.overdue()));
        let early = view.timeline().view_with_lead(view.on(), 42);
        let statuses = early.obligations().map(|(_, status)| status.id());
        out.say(statuses.collect::<Vec<_>>().join(" "));
    }

    fn agenda(&self, view: &View<'_>, n: usize, is_full: bool, out: &mut Sink) {
        let through = view.on() + 90;
        for protocol in [&self.protocols[n % self.protocols.len()], &self.own] {
            let agenda = protocol.agenda(view);
            let mut form = AgendaForm::between(&agenda, view, view.on(), through);
            if !is_full {
                // The obligations stand in the view as well.
                form.duties.clear();
            }
            json(out, &form);
            for lang in LANGS {
                for reminder in agenda.reminders_between(view.on(), through) {
                    out.say(reminder.words(lang));
                }
                for own in agenda.lines().iter().filter_map(|line| line.own_date()) {
                    let remark = own.remark().map(|remark| remark.words(lang));
                    out.say(format_args!("{} {}", own.day(), remark.unwrap_or_default()));
                }
            }
        }
    }
}

fn explanations(view: &View<'_>, is_full: bool, out: &mut Sink) {
    for lang in LANGS {
        let lines = view.obligations().map(|(line, _)| Explanation::new(view, line, lang));
        let milestones = view.milestones();
        let ends = milestones.iter().map(|line| Explanation::from_milestone(view, line, lang));
        for explanation in lines.chain(ends) {
            out.say(&explanation);
            if is_full {
                json(out, &explanation);
            }
        }
    }
}

fn judged(view: &View<'_>, out: &mut Sink) {
    let verdict = Verdict::new(view.timeline(), view.on());
    json(out, &verdict);
    for lang in LANGS {
        out.say(verdict.summary().name(lang));
        for finding in verdict.findings() {
            let severity = finding.severity().name(lang);
            out.say(format_args!("{severity}: {}", finding.title(lang)));
        }
        out.say(verdict.report().form.name(lang));
        for (part, coverage) in &verdict.report().parts {
            out.say(format_args!("{}: {}", part.name(lang), coverage.words(lang)));
        }
    }
}

fn moved(old: &View<'_>, new: &View<'_>, out: &mut Sink) {
    let changes = change::compare(old, new);
    json(out, &ChangesForm::new(old, &changes));
    for lang in LANGS {
        for change in &changes {
            out.say(format_args!("{}: {}", change.name(lang), change.what().name(lang)));
        }
    }
}

fn calendars(views: &[View<'_>; 4], out: &mut Sink) {
    use icalendar::{Kind, Options, Titles};
    for lang in LANGS {
        for (kind, titles) in [(Kind::Events, Titles::Neutral), (Kind::ToDos, Titles::Duty)] {
            let options = Options::new("made-up").lang(lang).kind(kind).titles(titles);
            let mut before: Option<String> = None;
            for view in views {
                let text = icalendar::calendar([view], &options).expect("a calendar");
                if let Some(before) = &before {
                    let options = options.clone().with_case_id();
                    let again = icalendar::update(before, [view], &options);
                    out.say(again.expect("an update"));
                }
                out.say(&text);
                before = Some(text);
            }
        }
    }
}

fn summed_up(summary: &Summary, out: &mut Sink) {
    out.say(format_args!(
        "{} {} {} {} {} {} {} {} {}",
        summary.counted_day,
        summary.week(),
        summary.state.id(),
        summary.next_duty.map_or("-", |duty| duty.id()),
        shown(summary.next_due),
        summary.overdue,
        summary.worst.id(),
        shown(summary.wages_last_day),
        shown(summary.wia_start),
    ));
}

fn ahead(horizon: &Horizon, out: &mut Sink) {
    let (cases, due, overdue) = (horizon.cases(), horizon.total(), horizon.overdue_total());
    out.say(format_args!("{} {} {cases} {due} {overdue}", horizon.on(), horizon.last_day()));
    for (day, duty, count) in horizon.due() {
        out.say(format_args!("{day} {} {count}", duty.id()));
    }
    for (duty, count) in horizon.per_duty().chain(horizon.overdue()) {
        out.say(format_args!("{} {count}", duty.id()));
    }
    for (actor, count) in horizon.per_actor().chain(horizon.overdue_per_actor()) {
        out.say(format_args!("{} {count}", actor.id()));
    }
    for (kind, count) in horizon.points_per_kind() {
        out.say(format_args!("{} {count}", kind.id()));
    }
    for point in horizon.points() {
        let (kind, source) = (point.kind(), point.source().citation);
        let (last, left) = (point.last_day(), point.days_left(horizon.on()));
        out.say(format_args!("{last} {left} {} {} {source}", point.position(), kind.id()));
        for lang in LANGS {
            out.say(kind.words(lang));
        }
    }
}

/// The days as of which many cases are looked at together.
const DAYS: [(i32, u8, u8); 4] = [(2009, 3, 2), (2013, 6, 17), (2024, 2, 12), (2026, 7, 1)];

/// Prints what is said of many cases together.
pub fn block(all: &[Case], out: &mut Out) {
    for (year, month, day) in DAYS {
        let on = Day::new(year, month, day);
        let mut batch = Batch::new(on);
        let (mut summaries, mut obligations) = (Summaries::default(), Obligations::default());
        batch.cases_into(all, &mut summaries);
        columns(&summaries, out.of("batch"));
        batch.par_cases_into(all, &mut summaries, |_| {});
        columns(&summaries, out.of("batch"));
        let firsts: Vec<Day> =
            all.iter().filter_map(|case| Some(case.spells().first()?.first_day())).collect();
        let mut rejected = Vec::new();
        batch.dates_into(&firsts, &mut summaries, &mut rejected);
        columns(&summaries, out.of("batch"));
        assert!(rejected.is_empty());
        batch.obligations_into(all, &mut obligations);
        let o = &obligations;
        out.of("batch").say(format_args!("{:?}\n{:?}\n{:?}", o.case(), o.duty(), o.number()));
        for days in [&o.opens(), &o.advised(), &o.due(), &o.tolerated(), &o.met()] {
            out.of("batch").say(format_args!("{days:?}"));
        }
        out.of("batch").say(format_args!("{:?}\n{:?}", o.status(), o.days()));
        let mut horizon = Horizon::new(on, 120);
        let mut worker = batch.worker();
        for (position, case) in (0..).zip(all) {
            worker.view(case, |view| horizon.add(position, view));
        }
        ahead(&horizon, out.of("horizon"));
        for lang in LANGS {
            let due = horizon.due().map(|(day, duty, n)| (day, duty, u32::try_from(n).unwrap()));
            let options = svg::Options::new(lang);
            out.of("horizon").say(svg::portfolio(due, on, 18, &options));
        }
    }
}

fn columns(summaries: &Summaries, out: &mut Sink) {
    for i in 0..summaries.len() {
        summed_up(&summaries.get(i).expect("a summary"), out);
    }
}
