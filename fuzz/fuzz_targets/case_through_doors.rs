//! A case through everything that is computed from one.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use poortwachter::Day;
use poortwachter::batch::{Batch, Summary};
use poortwachter::change::{self, compare};
use poortwachter::export::icalendar::{self, calendar, update};
use poortwachter::export::svg::{self, case_timeline};
use poortwachter::horizon::Horizon;
use poortwachter::law::Law;
use poortwachter::protocol::presets;
use poortwachter::verdict::Verdict;
use poortwachter::wire::{AgendaForm, CaseColumns, CaseReader, ChangesForm, VerdictForm};
use poortwachter::{Case, Explanation, Lang, Status, StatusKind, Timeline, View};
use poortwachter_fuzz::cases::{assert_one_line, day, read_json, text_of};
use poortwachter_fuzz::facts::Input;

const LANGUAGES: [Lang; 2] = [Lang::Nl, Lang::En];

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Some(Input { case, on, law }) = Input::of(bytes) else { return Corpus::Reject };
    let case = match case {
        Ok(case) => case,
        Err(error) => {
            assert_one_line(&error.to_string());
            return Corpus::Keep;
        }
    };
    let timeline = Timeline::under(law, &case);
    let view = timeline.view(on);
    files(&case);
    statuses(&view);
    summary(law, &case, &view);
    explanations(&view);
    verdict(&view);
    agendas(&view);
    one_fact_less(law, &case, &view);
    horizon(&view);
    calendars(&case, &view);
    pictures(&view);
    Corpus::Keep
});

/// It is written as JSON and as cells, and read back.
fn files(case: &Case) {
    let text = text_of(case);
    let mut reader = CaseReader::new();
    let back = read_json(&text, &mut reader).expect("a case reads back");
    assert_eq!(text_of(&back), text);
    reader.clear();
    if reader.read_quickly(&text) {
        assert_eq!(reader.case(), Ok(&back));
    }
    let columns = CaseColumns::new(CaseColumns::NAMES).expect("the columns that are written");
    let cells = CaseColumns::cells(&back);
    reader.clear();
    columns.read(|i| &cells[i], &mut reader).expect("cells read back");
    let from_cells = reader.case().expect("cells hold the case");
    // An empty identifier is none in a cell.
    if case.id() != Some("") {
        assert_eq!(text_of(from_cells), text);
    }
}

/// Every obligation has the one status that its days give it.
fn statuses(view: &View<'_>) {
    let on = view.on();
    // A view from before the first sick day knows that day.
    let known = on.max(view.first_sick_day());
    let mut counts = vec![0; StatusKind::ALL.len()];
    for (obligation, status) in view.obligations() {
        counts[usize::from(status.kind().code())] += 1;
        assert_eq!(view.status(obligation), status);
        let days = |from: Option<Day>, to: Option<Day>| {
            let (from, to) = (from.expect("a day"), to.expect("a day"));
            u32::try_from(to.days_since(from)).expect("in order")
        };
        let (opens, due, met) = (obligation.opens(), obligation.due(), obligation.met());
        match status {
            Status::DueToday => assert_eq!(due, Some(on)),
            Status::DueSoon { days: left } => assert_eq!(left, days(Some(on), due)),
            Status::Overdue { days: past } => assert_eq!(past, days(due, Some(on))),
            Status::MetLate { days: late } => assert_eq!(late, days(due, met)),
            Status::MetEarly { days: early } => assert_eq!(early, days(met, opens)),
            Status::MetOnTime => assert!(met.is_some()),
            Status::Open => assert!(due > Some(on)),
            _ => {}
        }
        assert!(met <= Some(known), "met on a day to come");
    }
    assert_eq!(counts[usize::from(StatusKind::Overdue.code())], view.overdue());
    assert_eq!(counts.iter().sum::<usize>(), view.obligations().count());
    let next = view.next().map(|(obligation, status)| (obligation.clone(), status));
    assert_eq!(view.timeline().next(on), next);
    serde_json::to_value(view).expect("a view can be written");
}

/// The short way to a summary gives what the view gives.
fn summary(law: &'static Law, case: &Case, view: &View<'_>) {
    let batch = Batch::under(law, view.on());
    assert_eq!(batch.worker().summary(case), Summary::from_view(view));
}

fn explanations(view: &View<'_>) {
    let check = |explanation: &Explanation| {
        assert!(!explanation.steps().is_empty());
        assert!(!explanation.title().trim().is_empty());
        assert!(explanation.to_string().lines().count() > 1, "nothing but a title");
    };
    for lang in LANGUAGES {
        for (obligation, _) in view.obligations() {
            check(&Explanation::new(view, obligation, lang));
        }
        for milestone in view.milestones() {
            check(&Explanation::from_milestone(view, &milestone, lang));
        }
    }
}

fn verdict(view: &View<'_>) {
    let verdict = Verdict::from_view(view.clone());
    for finding in verdict.findings() {
        for lang in LANGUAGES {
            assert!(!finding.title(lang).is_empty() && !finding.sentence(lang).is_empty());
        }
    }
    serde_json::to_value(VerdictForm::from(&verdict)).expect("a verdict can be written");
}

fn agendas(view: &View<'_>) {
    for preset in presets::ALL {
        let protocol = preset.protocol();
        let agenda = protocol.agenda(view);
        for line in agenda.lines() {
            let own = line.own_date().map(|own| own.day());
            assert!(own.is_none() || own <= line.obligation().due(), "later than the law");
        }
        let form = AgendaForm::between(&agenda, view, view.on(), day(2300, 1, 1));
        serde_json::to_value(form).expect("an agenda can be written");
    }
}

/// Without the last event, and a day later.
fn one_fact_less(law: &'static Law, case: &Case, view: &View<'_>) {
    assert_eq!(compare(view, view), [], "a view differs from itself");
    let less = case.events().last().and_then(|event| case.without(event.kind(), event.on()).ok());
    let timeline = less.map(|less| Timeline::under(law, &less));
    let old = timeline.as_ref().map(|timeline| timeline.view(view.on()));
    let before = view.on().checked_add(-1).map(|before| view.timeline().view(before));
    for old in [old, before].into_iter().flatten() {
        let changes = compare(&old, view);
        for change in &changes {
            for lang in LANGUAGES {
                assert!(!change.name(lang).is_empty());
                for why in change.why() {
                    assert!(!why.words(lang, &|day| day.to_string()).is_empty());
                }
            }
        }
        serde_json::to_value(ChangesForm::new(&old, &changes)).expect("changes can be written");
    }
    let on = view.on();
    assert_eq!(change::facts(case, on, case, on), [], "a case differs from itself");
}

fn horizon(view: &View<'_>) {
    let mut horizon = Horizon::new(view.on(), 180);
    horizon.add(0, view);
    assert_eq!(horizon.overdue_total(), view.overdue() as u64);
    assert_eq!(horizon.due().map(|(_, _, count)| count).sum::<u64>(), horizon.total());
    let due = horizon.due().map(|(day, duty, count)| (day, duty, count as u32));
    let picture = svg::portfolio(due, view.on(), 26, &svg::Options::new(Lang::Nl));
    roxmltree::Document::parse(&picture).expect("a picture is XML");
}

fn calendars(case: &Case, view: &View<'_>) {
    let options = icalendar::Options::new("fuzz").titles(icalendar::Titles::Duty).with_case_id();
    match calendar([view], &options) {
        Ok(text) => {
            let again = update(&text, [view], &options).expect("a calendar reads back");
            assert_eq!(again, text, "an update without news changes something");
        }
        Err(error) => {
            assert_eq!(case.id(), None, "{error}");
            assert_one_line(&error.to_string());
        }
    }
}

fn pictures(view: &View<'_>) {
    for lang in LANGUAGES {
        let picture = case_timeline(view, &svg::Options::new(lang).with_case_id());
        roxmltree::Document::parse(&picture).expect("a picture is XML");
    }
}
