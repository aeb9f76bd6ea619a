//! Made-up cases as text, the same for every version of the crate: nothing of it is used here.

use std::sync::LazyLock;

/// Days from 1970-01-01.
pub type Day = i32;

/// Every kind of event, in the order of the schema, with the days after the first sick day between which it is
/// usual.
const KINDS_TEXT: &str = "\
    interview 40 800; long-absence-foreseen 0 200; no-possibilities 0 900; possibilities-returned 60 900; \
    own-employer-perspective 30 900; agreed-deviation 10 420; adjustment-advised 60 800; plan-adjusted 60 \
    800; plan-holds 30 400; partly-able-to-work 30 900; reintegration-interview 30 700; own-work-ruled-out \
    60 700; second-track-advised 100 600; second-track-provider-engaged 150 700; second-track-phase 200 \
    800; second-track-ended 300 900; first-track-ended 100 700; report-holds 500 700; \
    report-supplement-asked 650 900; report-completion-asked 640 900; recovery-told 0 600; \
    wia-notice-received 580 700; outside-expert-asked 60 800; early-iva-claim 0 560; early-iva-refused 30 \
    600; voluntary-extension 400 760; extension-shortened 500 1000; assessed-able 300 900; wage-sanction \
    600 800; repair-notified 700 1100; repair-refused 700 1100; repair-established 700 1100; wia-granted \
    60 1000; deceased 60 1000; objection-made 600 1100; notice-of-default 700 1300; dismissal-permit-given \
    700 1000; dismissal-notice-given 700 1000; transition-payment-made 700 1100; compensation-requested \
    700 1300; sickness-report-occupational-health 0 20; problem-analysis 10 90; plan-of-action 20 130; \
    plan-adjustment 60 800; progress-interview 40 800; first-year-evaluation 280 450; current-opinion 590 \
    660; final-evaluation 590 660; recalibration 200 700; uwv-sickness-report 60 620; \
    end-of-employment-report 20 900; entitlement-report 0 400; recovery-report 0 600; own-risk-report 0 \
    400; safety-net-sickness-report 0 60; first-year-assessment 300 420; reintegration-report 20 680; \
    report-supplement 650 900; report-completion 640 900; wage-sanction-decision 620 800; wia-notice 580 \
    680; wia-claim 590 800; wia-decision 640 900; decision-on-objection 700 1300; second-track-start 40 \
    600; leave-follow-on-form 60 500";

pub static KINDS: LazyLock<Vec<(&str, i32, i32)>> = LazyLock::new(|| {
    let kind = |text: &'static str| {
        let mut words = text.split_whitespace();
        let kind = words.next().expect("a kind");
        let mut day = || words.next().and_then(|day| day.parse().ok()).expect("a day");
        (kind, day(), day())
    };
    KINDS_TEXT.split(';').map(kind).collect()
});
/// The first four for a deviation only, the last four for an objection only.
#[rustfmt::skip]
pub const DUTIES: [&str; 8] = [
    "problem-analysis", "plan-of-action", "plan-adjustment", "first-year-evaluation",
    "wage-sanction-decision", "repair-decision", "wia-decision", "first-year-assessment",
];
/// The first five for a deviation only, the last five for the end of a second track only.
#[rustfmt::skip]
pub const REASONS: [&str; 11] = [
    "appointment-postponed", "party-absent", "awaiting-expert-report", "gradual-return-under-way",
    "provider-unavailable", "other-recorded-in-file", "placed", "returned-to-own-employer",
    "no-possibilities", "wages-ended", "completed-without-result",
];
#[rustfmt::skip]
pub const PHASES: [&str; 5] = [
    "orientation-on-the-person", "orientation-on-the-labour-market", "application-skills",
    "approach-of-the-labour-market", "placement-and-after-care",
];
pub const ITEMS: [&str; 6] =
    ["activities", "goals", "terms", "vision", "evaluation-moments", "case-manager"];
pub const PARTS: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
pub const ADVISERS: [&str; 2] = ["occupational-physician", "labour-expert"];
pub const REGIMES: [&str; 3] = ["employer", "safety-net", "own-risk-carrier"];
/// What may stand in a case several times.
#[rustfmt::skip]
const SEVERAL: [&str; 10] = [
    "interview", "repair-notified", "repair-refused", "plan-adjusted", "own-employer-perspective",
    "recalibration", "adjustment-advised", "no-possibilities", "possibilities-returned", "objection-made",
];
/// The days on which the law changes, with the first and the last that it was checked for.
#[rustfmt::skip]
pub const CHANGES: [(i32, i32, i32); 11] = [
    (2004, 1, 1), (2005, 12, 29), (2007, 12, 21), (2008, 11, 1), (2012, 1, 1), (2013, 1, 1), (2013, 7,
    1), (2016, 1, 1), (2016, 7, 1), (2023, 7, 1), (2026, 7, 1),
];

/// The number of a day in the Gregorian calendar.
pub fn day(year: i32, month: i32, day: i32) -> Day {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469
}

/// A day from 1600 on as YYYY-MM-DD.
pub fn iso(number: Day) -> String {
    let mut year = 1970 + number.div_euclid(366);
    while day(year + 1, 1, 1) <= number {
        year += 1;
    }
    let month = (1..=12).rev().find(|month| day(year, *month, 1) <= number).expect("a month");
    format!("{year:04}-{month:02}-{:02}", number - day(year, month, 1) + 1)
}

/// SplitMix64.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `low` up to but not including `high`.
    fn between(&mut self, low: i32, high: i32) -> i32 {
        let width = u64::try_from(high - low).expect("low is below high");
        low + i32::try_from(self.next() % width).expect("it is small")
    }

    fn percent(&mut self, percent: i32) -> bool {
        self.between(0, 100) < percent
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.next() % list.len() as u64).expect("it is small")]
    }
}

/// A case as text.
pub struct Made {
    pub json: String,
    /// The same case before the later half of its events was recorded.
    pub earlier: String,
    /// The same as `json`, a line of CSV under [`HEADER`].
    pub csv: String,
    pub first: Day,
    /// The four days as of which to look.
    pub days: [Day; 4],
    /// The kinds of its events.
    pub kinds: Vec<&'static str>,
}

/// The columns of [`Made::csv`].
#[rustfmt::skip]
pub const HEADER: [&str; 9] = [
    "id", "regime", "state_pension_day", "employment_last_day", "sickness_benefit_entitlement",
    "interviews", "spells", "leave", "events",
];

type Fields = Vec<(&'static str, String)>;

/// A period or an event, and what stands beside its days.
#[derive(Clone)]
struct Item {
    first: Day,
    last: Option<Day>,
    more: Fields,
}

#[derive(Clone)]
struct Facts {
    fields: Fields,
    spells: Vec<Item>,
    leave: Vec<Item>,
    events: Vec<Item>,
}

/// Makes a case. A few in a hundred are refused, some of them wrong on purpose.
pub fn made(random: &mut Random, id: String) -> Made {
    let first = first_sick_day(random);
    let spells = spells(random, first);
    let last = spells[spells.len() - 1].first;
    let anchor = if random.percent(75) { first } else { last };
    let leave = if random.percent(30) { leave(random, first) } else { Vec::new() };
    let events = events(random, anchor);
    let regime = if random.percent(50) { REGIMES[0] } else { random.pick(&REGIMES) };
    let mut fields = vec![("id", id), ("regime", regime.to_string())];
    if random.percent(25) {
        fields.push(("state_pension_day", iso(first + random.between(-400, 1200))));
    }
    if random.percent(30) {
        let from = if random.percent(95) { last } else { first - 60 };
        fields.push(("employment_last_day", iso(from + random.between(0, 1300))));
    }
    if random.percent(25) {
        let known = random.pick(&["yes", "no", "unknown"]).to_string();
        fields.push(("sickness_benefit_entitlement", known));
    }
    if random.percent(20) {
        fields.push(("interviews", random.pick(&["fixed-grid", "rolling"]).to_string()));
    }
    if random.percent(1) {
        let wrong = random.pick(&["spell", "regime", "interviews", "state_pension_day"]);
        fields.push((wrong, "2026-1-5".to_string()));
    }
    let kinds = events.iter().map(|event| kind_of(&event.more[0].1)).collect();
    let facts = Facts { fields, spells, leave, events };
    let mut earlier = facts.clone();
    earlier.events.truncate(facts.events.len() / 2);
    earlier.spells.last_mut().expect("a spell").last = None;
    let days = [(0, 70), (270, 350), (640, 780), (900, 2500)];
    let days = days.map(|(low, high)| anchor + random.between(low, high));
    Made { json: json(&facts), earlier: json(&earlier), csv: csv(&facts), first, days, kinds }
}

fn kind_of(name: &str) -> &'static str {
    KINDS.iter().map(|(kind, ..)| *kind).find(|kind| *kind == name).expect("a known kind")
}

fn first_sick_day(random: &mut Random) -> Day {
    let (earliest, latest) = (day(2004, 1, 1), day(2199, 12, 31));
    let first = match random.between(0, 100) {
        0..30 => random.between(day(2021, 6, 1), day(2027, 1, 1)),
        30..50 => random.between(earliest, day(2022, 1, 1)),
        50..65 => random.between(earliest, latest + 1),
        // Around a change of the law: the case begins near it, or goes on over it.
        _ => {
            let (year, month, of_month) = random.pick(&CHANGES);
            let range = if random.percent(30) { (-20, 20) } else { (-1150, 60) };
            day(year, month, of_month) + random.between(range.0, range.1)
        }
    };
    if random.percent(99) { first.clamp(earliest, latest) } else { first }
}

fn spells(random: &mut Random, first: Day) -> Vec<Item> {
    let count = random.pick(&[1, 1, 1, 1, 2, 2, 3, 4]);
    let mut spells: Vec<Item> = Vec::new();
    let mut from = first;
    for n in 1..=count {
        let longest = random.pick(&[(0, 40), (40, 400), (400, 900)]);
        let last = from + random.between(longest.0, longest.1);
        let is_open = n == count && random.percent(70);
        let mut more = Vec::new();
        if random.percent(10) {
            more.push(("counts_for_dismissal_ban", random.percent(20).to_string()));
        }
        spells.push(Item { first: from, last: (!is_open).then_some(last), more });
        // The gap after which a relapse is a new case is four weeks.
        let gap = random.pick(&[(0, 60), (25, 31), (0, 2)]);
        from = last + 1 + random.between(gap.0, gap.1);
        if from > day(2199, 12, 31) {
            break;
        }
    }
    spells
}

fn leave(random: &mut Random, first: Day) -> Vec<Item> {
    let mut from = first + random.between(-160, 900);
    let mut leave = Vec::new();
    for _ in 0..random.pick(&[1, 1, 2]) {
        let last = from + random.between(0, 160);
        let mut more = Vec::new();
        let joins = random.pick(&["yes", "no", "unknown", ""]);
        if !joins.is_empty() {
            more.push(("joins", joins.to_string()));
        }
        if random.percent(45) {
            let by = random.pick(&["employer", "uwv", "occupational-physician"]);
            more.push(("decided_by", by.to_string()));
            more.push(("decided_on", iso(first + random.between(0, 1000))));
        }
        leave.push(Item { first: from, last: Some(last), more });
        from = last + random.between(1, 400);
    }
    leave
}

fn events(random: &mut Random, first: Day) -> Vec<Item> {
    let mut events: Vec<Item> = Vec::new();
    if random.percent(25) {
        // A file that is kept: interviews every six weeks or so.
        let mut on = first + random.between(35, 60);
        for _ in 0..random.between(2, 20) {
            events.push(event(random, "interview", on));
            on += random.pick(&[28, 35, 42, 42, 42, 43, 50, 70]);
        }
    }
    for _ in 0..random.pick(&[0, 1, 2, 4, 8, 12, 20]) {
        let (kind, low, high) = random.pick(&KINDS);
        // The death ends most of what there is to see.
        if kind == "deceased" && random.percent(60) {
            continue;
        }
        let (low, high) = if random.percent(90) { (low, high) } else { (0, 1500) };
        let on = first + random.between(low, high);
        let event = event(random, kind, on);
        let is_again = events.iter().any(|known| match event.more.get(1) {
            Some((name @ ("item" | "phase" | "part"), value)) => {
                known.more.get(1) == Some(&(*name, value.clone()))
            }
            _ => known.more[0] == event.more[0],
        });
        if !is_again || SEVERAL.contains(&kind) || random.percent(1) {
            events.push(event);
        }
    }
    events.sort_by_key(|event| event.first);
    events
}

fn event(random: &mut Random, kind: &str, on: Day) -> Item {
    let until = iso(on + random.between(0, 600));
    let mut one = |list: &[&str]| random.pick(list).to_string();
    let mut more: Fields = vec![("kind", kind.to_string())];
    more.extend(match kind {
        "agreed-deviation" => {
            vec![("duty", one(&DUTIES[..4])), ("until", until), ("reason", one(&REASONS[..6]))]
        }
        "second-track-ended" => vec![("reason", one(&REASONS[5..]))],
        "second-track-advised" => vec![("by", one(&ADVISERS))],
        "second-track-phase" => vec![("phase", one(&PHASES))],
        "plan-holds" => vec![("item", one(&ITEMS))],
        "report-holds" => vec![("part", one(&PARTS))],
        "objection-made" => match one(&["", DUTIES[4], DUTIES[5], DUTIES[6], DUTIES[7]]) {
            decision if decision.is_empty() => vec![],
            decision => vec![("duty", decision)],
        },
        "voluntary-extension" | "extension-shortened" | "report-completion-asked" => {
            vec![("until", until)]
        }
        "wage-sanction" => match one(&["", "1", "13", "26", "52", "52"]) {
            weeks if weeks.is_empty() => Vec::new(),
            weeks => vec![("weeks", weeks)],
        },
        _ => Vec::new(),
    });
    Item { first: on, last: None, more }
}

fn json(facts: &Facts) -> String {
    let member = |(name, value): &(&str, String)| match *name {
        "weeks" | "counts_for_dismissal_ban" => format!(r#""{name}":{value}"#),
        _ => format!(r#""{name}":"{value}""#),
    };
    let members = |fields: &[(&str, String)]| fields.iter().map(member).collect::<Vec<_>>();
    let list = |items: &[Item], first: &'static str| {
        let items = items.iter().map(|item| {
            let mut fields = vec![(first, iso(item.first))];
            fields.extend(item.last.map(|last| ("last_day", iso(last))));
            let (before, after) = item.more.split_at(usize::from(first == "on"));
            format!("{{{}}}", members(&[before, &fields, after].concat()).join(","))
        });
        format!("[{}]", items.collect::<Vec<_>>().join(","))
    };
    let mut all = members(&facts.fields);
    all.push(format!(r#""spells":{}"#, list(&facts.spells, "first_day")));
    if !facts.leave.is_empty() {
        all.push(format!(r#""leave":{}"#, list(&facts.leave, "first_day")));
    }
    if !facts.events.is_empty() {
        all.push(format!(r#""events":{}"#, list(&facts.events, "on")));
    }
    format!("{{{}}}", all.join(","))
}

fn csv(facts: &Facts) -> String {
    let list = |items: &[Item]| {
        let items = items.iter().map(|item| {
            let more = item.more.iter().map(|(name, value)| match *name {
                "kind" => format!(" {value}"),
                _ => format!(" {name}={value}"),
            });
            let through = item.last.map_or(String::new(), iso);
            let is_event = item.more.first().is_some_and(|(name, _)| *name == "kind");
            let slash = if is_event { "" } else { "/" };
            format!("{}{slash}{through}{}", iso(item.first), more.collect::<String>())
        });
        items.collect::<Vec<_>>().join(";")
    };
    let cell = |name: &&str| match *name {
        "spells" => list(&facts.spells),
        "leave" => list(&facts.leave),
        "events" => list(&facts.events),
        _ => facts.fields.iter().find(|(known, _)| known == name).map_or("", |f| &f.1).to_string(),
    };
    HEADER.iter().map(cell).collect::<Vec<_>>().join(",")
}
