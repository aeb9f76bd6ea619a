//! The naive oracle: the timeline of READINGS.md, computed a second time, slowly and obviously,
//! from that page and the law texts only. It knows nothing of the crate.
//!
//! Layout: `calendar` (working days), `clock` (counted days, day by day), `ends` (end of the
//! waiting period, late claim, sanction, state pension, dismissal ban), `duties` (the rows),
//! `self_check` (published dates from the outside world).
//!
//! "Absent" is `None` everywhere. Once the last spell is closed with last counted day L, every
//! date after L is absent and a duty whose due day is absent is paused.

mod calendar;
mod clock;
mod duties;
mod ends;
mod possibilities;
mod self_check;

use chrono::NaiveDate;

pub use calendar::{holidays, pwd, wd};
pub use possibilities::Window;
pub use self_check::self_check;

/// One recorded period of incapacity; no last day = still sick.
#[derive(Clone, Debug, PartialEq)]
pub struct Spell {
    pub first: NaiveDate,
    pub last: Option<NaiveDate>,
    pub counts_for_ban: bool,
}

/// Does the sickness after a leave join the sickness before it? Unknown reads as yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joins {
    Yes,
    No,
    Unknown,
}

/// One maternity leave, both days inclusive.
#[derive(Clone, Debug, PartialEq)]
pub struct Leave {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub joins: Joins,
    pub decided_on: Option<NaiveDate>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    Met(&'static str),
    Interview,
    NoticeReceived,
    LongAbsenceForeseen,
    NoPossibilities,
    OwnEmployerPerspective,
    WageSanction { weeks: u32 },
    RepairNotified,
    RepairRefused,
    RepairEstablished,
    VoluntaryExtension { until: NaiveDate },
    AgreedDeviation { duty: &'static str, until: NaiveDate },
    EarlyIvaClaim,
    OutsideExpertAsked,
    WiaGranted,
    Deceased,
    ObjectionMade { to: Option<&'static str> },
    NoticeOfDefault,
    DismissalPermitGiven,
    DismissalNoticeGiven,
    TransitionPaymentMade,
    CompensationRequested,
}

/// Something that happened on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub on: NaiveDate,
    pub what: What,
}

/// All that is on file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    pub spells: Vec<Spell>,
    pub leave: Vec<Leave>,
    pub state_pension_day: Option<NaiveDate>,
    pub employment_last_day: Option<NaiveDate>,
    pub fixed_grid: bool,
    pub is_domestic: bool,
    pub has_waiting_days: bool,
    pub events: Vec<Event>,
}

impl Facts {
    /// What was known on the day `on`: facts dated later are removed, a later recovery reads as open.
    pub fn known_on(&self, on: NaiveDate) -> Facts {
        let mut known = self.clone();
        known.spells.retain(|s| s.first <= on);
        for s in &mut known.spells {
            s.last = s.last.filter(|last| *last <= on);
        }
        known.leave.retain(|l| l.first <= on);
        // A decision without a day is as old as the first sickness after the leave: whether it has
        // the same cause cannot be said before it.
        let sick_after = |last: NaiveDate| {
            let mut days = last.iter_days().skip(1).take_while(|day| *day <= on).take(3_000);
            days.any(|day| clock::in_spell(&known, day) && !clock::on_leave(&known, day))
        };
        let undecided: Vec<bool> = known
            .leave
            .iter()
            .map(|l| l.decided_on.map_or_else(|| !sick_after(l.last), |day| day > on))
            .collect();
        for (l, undecided) in known.leave.iter_mut().zip(undecided) {
            if undecided {
                l.joins = Joins::Unknown;
                l.decided_on = None;
            }
        }
        known.events.retain(|e| e.on <= on);
        known
    }
}

/// One duty with its dates. `number` is 1 for duties that occur once.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub duty: &'static str,
    pub number: u32,
    pub opens: Option<NaiveDate>,
    pub advised: Option<NaiveDate>,
    pub due: Option<NaiveDate>,
    pub tolerated: Option<NaiveDate>,
    pub met: Option<NaiveDate>,
    pub standing: Standing,
}

/// How a duty stands. A duty that was met stands (or is undetermined), whatever happened later.
/// For the others the first that applies: not applicable, lapsed, paused, undetermined, waiting, stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Stands,
    WaitingFor(&'static str),
    NotApplicable,
    PausedOrLapsedByRecovery,
    Lapsed,
    Undetermined,
}

/// The whole timeline of the current case.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub first_sick_day: NaiveDate,
    pub rows: Vec<Row>,
    pub floor_last: Option<NaiveDate>,
    pub waiting_last: Option<NaiveDate>,
    pub wia_start: Option<NaiveDate>,
    pub wages_last: Option<NaiveDate>,
    pub ban_last: Option<NaiveDate>,
    pub early_iva_first: Option<NaiveDate>,
    pub early_iva_last: Option<NaiveDate>,
    pub relapse_joins_through: Option<NaiveDate>,
    pub sanction_last: Option<NaiveDate>,
    pub earlier_cases: Vec<(NaiveDate, NaiveDate)>,
    pub look_back_last: Option<NaiveDate>,
    pub leave_ban_last: Option<NaiveDate>,
    pub waiting_days_last: Option<NaiveDate>,
    pub windows: Vec<Window>,
}

impl Answer {
    /// The row of a duty that occurs once (or number 1 of a series).
    pub fn row(&self, duty: &str) -> Option<&Row> {
        self.rows.iter().find(|r| r.duty == duty && r.number == 1)
    }
}

/// The timeline of the current case; `None` when no day counts at all.
pub fn answer(facts: &Facts) -> Option<Answer> {
    let case = clock::current_case(facts)?;
    let ends = ends::ends(facts, &case);
    let not_after_recovery = |d: NaiveDate| case.recovered_after.is_none_or(|last| d <= last);
    let rows = duties::rows(facts, &case, &ends);
    let died = ends::first_day(&ends.events, |w| *w == What::Deceased);
    let alive = |d: Option<NaiveDate>| d.filter(|d| died.is_none_or(|died| *d < died));
    let wia_start = ends.wia_start.filter(|d| not_after_recovery(*d));
    Some(Answer {
        first_sick_day: case.days[0],
        windows: possibilities::windows(facts, &ends, &rows),
        rows,
        look_back_last: alive(
            wia_start.filter(|_| ends.claim_met.is_none()).map(|start| calendar::plus(start, 364)),
        ),
        leave_ban_last: alive(ends::leave_ban(facts, case.days[0])),
        waiting_days_last: alive(clock::kth(&case.days, 2).filter(|_| facts.has_waiting_days)),
        floor_last: clock::kth(&case.days, 364).filter(|_| !facts.is_domestic),
        waiting_last: clock::kth(&case.days, 728),
        wia_start: ends.wia_start.filter(|d| not_after_recovery(*d)),
        wages_last: ends.wages_last.filter(|d| not_after_recovery(*d)),
        ban_last: ends.ban_last.filter(|d| not_after_recovery(*d)),
        early_iva_first: clock::kth(&case.days, 22),
        early_iva_last: clock::kth(&case.days, 476),
        relapse_joins_through: case
            .recovered_after
            .and_then(|last| clock::relapse_joins_through(facts, last)),
        sanction_last: ends.sanction_last.filter(|d| not_after_recovery(*d)),
        earlier_cases: case.earlier,
    })
}

/// How many days of the current case have counted up to and including `on` (waiting-period clock).
pub fn counted_day(facts: &Facts, on: NaiveDate) -> u32 {
    clock::current_case(facts)
        .map_or(0, |case| case.days.iter().filter(|d| **d <= on).count() as u32)
}
