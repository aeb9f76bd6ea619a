//! The oracle against the outside world: every entry of tests/data/published.json and its
//! known-wrong list, typed by hand with its source id.

use super::calendar::{plus, plus_months, ymd};
use super::{Answer, Event, Facts, Spell, What, answer, holidays, pwd, wd};
use chrono::NaiveDate;

/// A date from the text "2024-01-22".
fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a typed date")
}

fn some(text: &str) -> Option<NaiveDate> {
    Some(day(text))
}

fn spell(first: &str, last: Option<&str>) -> Spell {
    Spell { first: day(first), last: last.map(day), counts_for_ban: true }
}

fn file(spells: Vec<Spell>, events: Vec<Event>) -> Facts {
    Facts { spells, events, ..Facts::default() }
}

fn on(text: &str, what: What) -> Event {
    Event { on: day(text), what }
}

fn sick_since(first: &str) -> Answer {
    answer(&file(vec![spell(first, None)], vec![])).expect("a case")
}

fn due(a: &Answer, duty: &str) -> Option<NaiveDate> {
    a.row(duty).expect("the duty is listed").due
}

fn tolerated(a: &Answer, duty: &str) -> Option<NaiveDate> {
    a.row(duty).expect("the duty is listed").tolerated
}

/// Asserts the oracle against every published case.
pub fn self_check() {
    waiting_period();
    joining();
    claim_and_notice();
    sanction();
    first_year_and_other_code();
    known_wrong();
    statute_by_hand();
    events_by_hand();
}

fn waiting_period() {
    for (id, first, wia_start) in [
        ("court-CRVB-2018-3207", "2012-12-31", "2014-12-29"),
        ("court-CRVB-2021-659", "2009-03-23", "2011-03-21"),
        ("court-RBDHA-2023-7853", "2018-05-11", "2020-05-08"),
        ("court-RBMNE-2023-4499", "2020-01-30", "2022-01-27"),
        ("court-RBZWB-2023-6554", "2018-01-09", "2020-01-07"),
        ("court-RBDHA-2018-1303", "2008-07-16", "2010-07-14"),
        ("court-RBZWB-2020-3748", "2016-12-09", "2018-12-07"),
        ("court-CRVB-2014-1268", "2008-10-30", "2010-10-28"),
    ] {
        assert_eq!(sick_since(first).wia_start, some(wia_start), "{id}");
    }
}

fn joining() {
    // rvi-samentelling-2022: 21 recovered days; without them 2024-01-01.
    let a = answer(&file(
        vec![spell("2022-01-03", Some("2022-07-03")), spell("2022-07-25", None)],
        vec![],
    ))
    .unwrap();
    assert_eq!(a.wia_start, some("2024-01-22"), "rvi-samentelling-2022");
    assert_eq!(
        sick_since("2022-01-03").wia_start,
        some("2024-01-01"),
        "rvi-samentelling-2022, uninterrupted"
    );

    // judex-versteeg-2009: 14 recovered days.
    let a = answer(&file(
        vec![spell("2009-03-01", Some("2009-05-31")), spell("2009-06-15", None)],
        vec![],
    ))
    .unwrap();
    assert_eq!(a.first_sick_day, day("2009-03-01"), "judex-versteeg-2009");

    // court-CRVB-2019-2724: recovered per 2013-05-13.
    let a = answer(&file(vec![spell("2012-11-02", Some("2013-05-12"))], vec![])).unwrap();
    assert_eq!(a.relapse_joins_through, some("2013-06-09"), "court-CRVB-2019-2724");

    // court-RBMNE-2017-05-17-KG: 142 recovered days.
    let a = answer(&file(
        vec![spell("2014-12-04", Some("2016-08-28")), spell("2017-01-18", None)],
        vec![],
    ))
    .unwrap();
    assert_eq!(a.first_sick_day, day("2017-01-18"), "court-RBMNE-2017-05-17-KG");
    assert_eq!(
        a.earlier_cases,
        vec![(day("2014-12-04"), day("2016-08-28"))],
        "court-RBMNE-2017-05-17-KG"
    );
}

fn claim_and_notice() {
    // late-wia-lenm-2008: 60 days late under the 13-week term.
    let a = answer(&file(
        vec![spell("2006-06-26", None)],
        vec![on("2008-05-22", What::Met("wia-claim"))],
    ))
    .unwrap();
    assert_eq!(due(&a, "wia-claim"), some("2008-03-23"), "late-wia-lenm-2008");
    assert_eq!(a.wages_last, some("2008-08-21"), "late-wia-lenm-2008");
    assert_eq!(a.wia_start, some("2008-08-22"), "late-wia-lenm-2008");

    // court-RBLEE-BW0503: the UWV wrote on this day and it was accepted.
    let a = sick_since("2009-02-23");
    assert_eq!(
        due(&a, "wia-notice"),
        some("2010-10-23"),
        "court-RBLEE-BW0503: 20 months after the start"
    );
    assert_eq!(tolerated(&a, "wia-notice"), some("2010-10-25"), "court-RBLEE-BW0503");

    // court-CRVB-2014-3628: this early claim was in time.
    let a = sick_since("2010-09-07");
    assert!(
        a.early_iva_first <= some("2011-07-26") && some("2011-07-26") <= a.early_iva_last,
        "court-CRVB-2014-3628"
    );
}

fn sanction() {
    // court-RBMNE-2015-5703: a full year, decided in time (the day itself is ours).
    let decided = vec![
        on("2014-08-01", What::Met("wia-claim")),
        on("2014-09-01", What::WageSanction { weeks: 52 }),
    ];
    let a = answer(&file(vec![spell("2012-10-29", None)], decided)).unwrap();
    assert_eq!(a.sanction_last.map(|d| plus(d, 1)), some("2015-10-26"), "court-RBMNE-2015-5703");
    assert_eq!(a.wia_start, some("2015-10-26"), "court-RBMNE-2015-5703");

    // court-RBDHA-2021-9985: repair established; six weeks with that day as the first.
    let events = vec![
        on("2019-06-13", What::Met("wia-claim")),
        on("2019-06-18", What::WageSanction { weeks: 52 }),
        on("2019-11-04", What::RepairEstablished),
    ];
    let a = answer(&file(vec![spell("2017-08-18", None)], events)).unwrap();
    assert_eq!(a.sanction_last, some("2019-12-15"), "court-RBDHA-2021-9985");

    // court-CRVB-2018-3943: dispatch on the last day of the waiting period is in time.
    let with = |z: &str| {
        let events =
            vec![on("2017-10-01", What::Met("wia-claim")), on(z, What::WageSanction { weeks: 52 })];
        answer(&file(vec![spell("2016-01-04", None)], events)).unwrap()
    };
    assert_eq!(
        tolerated(&with("2017-12-31"), "wage-sanction-decision"),
        some("2017-12-31"),
        "court-CRVB-2018-3943"
    );
    assert!(with("2017-12-31").sanction_last.is_some(), "court-CRVB-2018-3943");
    assert!(
        with("2018-01-01").sanction_last.is_none(),
        "court-CRVB-2018-3943: a day later is void"
    );
}

fn first_year_and_other_code() {
    // court-RBMNE-2020-2772: the reference day is the first day after 52 weeks.
    let after_first_year = |first: &str| plus(sick_since(first).floor_last.unwrap(), 1);
    assert_eq!(after_first_year("2017-06-15"), day("2018-06-14"), "court-RBMNE-2020-2772");
    // court-RBDHA-2021-7955: "a month after the day" (ZW 19aa(2)); first day without benefit.
    let last_paid = plus_months(after_first_year("2019-02-12"), 1);
    assert_eq!(plus(last_paid, 1), day("2020-03-12"), "court-RBDHA-2021-7955");

    for (id, first, analysis, plan, report) in [
        ("gh-hrmq-devries", "2026-05-25", "2026-07-06", "2026-07-20", "2027-03-15"),
        ("gh-hrmq-degroot", "2025-06-02", "2025-07-14", "2025-07-28", "2026-03-23"),
    ] {
        let a = sick_since(first);
        assert_eq!(due(&a, "problem-analysis"), some(analysis), "{id}");
        assert_eq!(due(&a, "plan-of-action"), some(plan), "{id}");
        assert_eq!(due(&a, "uwv-sickness-report"), some(report), "{id}");
    }
}

fn known_wrong() {
    for (id, duty, first, wrong, right) in [
        ("hrmq-slm005d", "uwv-sickness-report", "2026-01-15", "2026-10-28", "2026-11-05"),
        ("week-104-claim", "wia-claim", "2026-01-01", "2027-12-30", "2027-10-13"),
        ("thirteen-week-report", "uwv-sickness-report", "2026-01-05", "2026-04-06", "2026-10-26"),
    ] {
        let computed = due(&sick_since(first), duty);
        assert_eq!(computed, some(right), "{id}");
        assert_ne!(computed, some(wrong), "{id}");
    }
    let computed = sick_since("2020-06-15").wia_start;
    assert_eq!(computed, some("2022-06-13"), "wvo-tilburg-2022");
    assert_ne!(computed, some("2022-06-15"), "wvo-tilburg-2022");
}

/// A few values worked out by hand from the law texts.
fn statute_by_hand() {
    // Sick from Monday 2024-01-01: week n ends on a Sunday.
    let a = sick_since("2024-01-01");
    assert_eq!(a.waiting_last, some("2025-12-28"));
    assert_eq!(a.wages_last, some("2025-12-28"));
    assert_eq!(a.ban_last, some("2025-12-31"), "two calendar years, not 104 weeks");
    assert_eq!(due(&a, "reintegration-report"), some("2025-09-28"), "13 weeks before the end");
    assert_eq!(due(&a, "wia-claim"), some("2025-10-12"), "11 weeks before the end");
    assert_eq!(due(&a, "wia-decision"), some("2025-12-08"), "eight weeks, a Sunday, to Monday");
    // ECLI:NL:RBMNE:2023:1786 (READINGS sections 5 and 6): sick 2019-09-10, wages until 2022-09-06.
    let events = vec![
        on("2021-06-01", What::Met("wia-claim")),
        on("2021-07-01", What::WageSanction { weeks: 52 }),
    ];
    let a = answer(&file(vec![spell("2019-09-10", None)], events)).unwrap();
    assert_eq!(a.wages_last.map(|d| plus(d, 1)), some("2022-09-06"));
    // Sick on 29 February: protected through 28 February two years on.
    assert_eq!(sick_since("2024-02-29").ban_last, some("2026-02-28"));

    // Leave inside a running spell pushes everything out by its length; S(295) was 2024-10-21.
    let mut facts = file(vec![spell("2024-01-01", None)], vec![]);
    facts.leave.push(super::Leave {
        first: day("2024-03-01"),
        last: day("2024-06-20"),
        joins: super::Joins::Unknown,
        decided_on: None,
    });
    assert_eq!(
        due(&answer(&facts).unwrap(), "uwv-sickness-report"),
        Some(plus(day("2024-10-21"), 112))
    );
    facts.leave[0].joins = super::Joins::No;
    assert_eq!(answer(&facts).unwrap().first_sick_day, day("2024-06-21"));

    // State pension age: six weeks, or thirteen for D before 2023-07-01.
    let pension = |first: &str, a0: &str| {
        let mut facts = file(vec![spell(first, None)], vec![]);
        facts.state_pension_day = some(a0);
        answer(&facts).unwrap().wages_last
    };
    assert_eq!(pension("2024-01-01", "2023-12-01"), some("2024-02-11"));
    assert_eq!(pension("2024-01-01", "2024-06-01"), some("2024-07-12"));
    assert_eq!(pension("2024-01-01", "2025-12-20"), some("2025-12-28"), "never past 104 weeks");
    assert_eq!(pension("2023-06-30", "2023-06-01"), some("2023-09-28"));
    assert_eq!(pension("2015-12-01", "2015-06-01"), some("2016-09-29"), "13 weeks from 2016-07-01");

    // Working days.
    assert!(holidays(2025).contains(&ymd(2025, 4, 26)), "the 27th was a Sunday");
    assert!(holidays(2006).contains(&ymd(2006, 4, 29)), "the 30th was a Sunday");
    assert_eq!(wd(ymd(2026, 5, 14)), ymd(2026, 5, 18), "Ascension and the equated Friday");
    assert_eq!(pwd(ymd(2026, 4, 6)), ymd(2026, 4, 2), "Easter Monday back to Thursday");
}

/// Sick from Monday 2022-01-03 (end 2023-12-31): what events do to the dates, by hand.
fn events_by_hand() {
    let with = |events: Vec<Event>| answer(&file(vec![spell("2022-01-03", None)], events)).unwrap();
    let claim = |day: &str| on(day, What::Met("wia-claim"));
    let report = || on("2022-10-20", What::Met("uwv-sickness-report"));
    let sent = || on("2023-09-25", What::Met("wia-notice"));
    let received = || on("2023-09-27", What::NoticeReceived);

    // Late notice: four weeks after receipt, if the 42-week report was made (WIA 64(6)).
    let a = with(vec![report(), sent(), received(), claim("2023-10-25")]);
    assert_eq!(tolerated(&a, "wia-claim"), some("2023-10-25"));
    assert_eq!(a.wages_last, some("2023-12-31"));
    let a = with(vec![report(), sent(), received(), claim("2023-10-26")]);
    assert_eq!(a.wages_last, some("2024-01-11"), "eleven days after the due day");
    let a = with(vec![sent(), received(), claim("2023-10-25")]);
    assert_eq!(tolerated(&a, "wia-claim"), None, "no 42-week report, no cure");
    assert_eq!(a.wages_last, some("2024-01-10"));

    // A sanction decided 12 days after 2023-11-19 ends 12 days earlier.
    let decided = || on("2023-12-01", What::WageSanction { weeks: 52 });
    let a = with(vec![claim("2023-10-01"), decided()]);
    assert_eq!(a.sanction_last, some("2024-12-17"));
    // Repair notified 2024-03-01, to be answered by 2024-03-22, answered ten days late.
    let notified = || on("2024-03-01", What::RepairNotified);
    let repaired = || on("2024-04-01", What::RepairEstablished);
    let a = with(vec![claim("2023-10-01"), decided(), notified(), repaired()]);
    assert_eq!(due(&a, "repair-decision"), some("2024-03-22"));
    assert_eq!(a.sanction_last, some("2024-04-20"), "V + 41 = 12 May, less 12 and 10 days");
    assert_eq!(due(&a, "wia-decision"), some("2024-05-13"), "six weeks after the repair");

    // Voluntary extension: report, claim and wages follow the new end.
    let a = with(vec![on("2023-06-01", What::VoluntaryExtension { until: day("2024-06-30") })]);
    assert_eq!(due(&a, "wia-claim"), some("2024-04-14"));
    assert_eq!(due(&a, "reintegration-report"), some("2024-03-31"));
    assert_eq!(a.waiting_last, some("2023-12-31"));
    assert_eq!(a.wages_last, some("2024-06-30"));

    // Leaving while sick: the report to the UWV on the last day of employment.
    let mut facts = file(vec![spell("2022-01-03", None)], vec![]);
    facts.employment_last_day = some("2022-06-30");
    let a = answer(&facts).unwrap();
    assert_eq!(due(&a, "end-of-employment-report"), some("2022-06-30"));
    assert_eq!(due(&a, "reintegration-report"), some("2022-06-30"));
    assert_eq!(a.wages_last, some("2022-06-30"));
    assert_eq!(a.row("uwv-sickness-report").unwrap().standing, super::Standing::Lapsed);

    // Recovered on the 100th counted day: nothing is projected.
    let a = answer(&file(vec![spell("2022-01-03", Some("2022-04-12"))], vec![])).unwrap();
    assert_eq!(a.relapse_joins_through, some("2022-05-10"));
    assert_eq!((a.waiting_last, a.wages_last, a.wia_start, a.ban_last), (None, None, None, None));
    assert_eq!(due(&a, "plan-of-action"), some("2022-02-28"));
    assert_eq!(a.row("wia-claim").unwrap().standing, super::Standing::PausedOrLapsedByRecovery);
    let interviews: Vec<_> =
        a.rows.iter().filter(|r| r.duty == "progress-interview").map(|r| r.due).collect();
    assert_eq!(
        interviews,
        vec![some("2022-04-11"), None],
        "exactly one paused interview closes the series"
    );
}
