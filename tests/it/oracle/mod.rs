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
mod opinions;
mod possibilities;
mod reports;
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

/// Is there sickness benefit beside the wages?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entitled {
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
    PossibilitiesReturned,
    PartlyAbleToWork,
    AdjustmentAdvised,
    PlanAdjusted,
    RecoveryTold,
    SupplementAsked,
    CompletionAsked { until: NaiveDate },
    OwnEmployerPerspective,
    WageSanction { weeks: u32 },
    RepairNotified,
    RepairRefused,
    RepairEstablished,
    VoluntaryExtension { until: NaiveDate },
    AgreedDeviation { duty: &'static str, until: NaiveDate },
    EarlyIvaClaim,
    EarlyIvaRefused,
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
    pub entitled: Option<Entitled>,
    pub is_domestic: bool,
    pub has_waiting_days: bool,
    pub events: Vec<Event>,
}

impl Facts {
    /// The day of death, on which every sickness ends (BW 7:674(1)).
    pub fn died(&self) -> Option<NaiveDate> {
        self.events.iter().filter(|e| e.what == What::Deceased).map(|e| e.on).min()
    }

    /// The same facts, in which nobody is sick after the death.
    fn until_death(&self) -> Facts {
        let mut facts = self.clone();
        if let Some(died) = self.died() {
            for s in &mut facts.spells {
                s.last = Some(s.last.map_or(died, |last| last.min(died)));
            }
        }
        facts
    }

    /// What was known on the day `on`: facts dated later are removed, a later recovery reads as open.
    pub fn known_on(&self, on: NaiveDate) -> Facts {
        let mut known = self.clone();
        known.spells.retain(|s| s.first <= on);
        for s in &mut known.spells {
            s.last = s.last.filter(|last| *last <= on);
        }
        known.leave.retain(|l| l.first <= on);
        known.events.retain(|e| e.on <= on);
        let alive = known.until_death();
        // A decision without a day is as old as the first sickness after the leave: whether it has
        // the same cause cannot be said before it.
        let sick_after = |last: NaiveDate| {
            let mut days = last.iter_days().skip(1).take_while(|day| *day <= on).take(3_000);
            days.any(|day| clock::in_spell(&alive, day) && !clock::on_leave(&alive, day))
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
    let facts = &facts.until_death();
    let case = clock::current_case(facts)?;
    let ends = ends::ends(facts, &case);
    let not_after_recovery = |d: NaiveDate| case.recovered_after.is_none_or(|last| d <= last);
    let rows = duties::rows(facts, &case, &ends);
    // Nothing falls on the day of death, or after it.
    let alive = |d: Option<NaiveDate>| d.filter(|d| facts.died().is_none_or(|died| *d < died));
    let dead = facts.died().is_some();
    // No early claim of who fell sick at the state pension age, nor after one that was refused.
    let no_early_iva = dead
        || ends.early_refused.is_some()
        || facts.state_pension_day.is_some_and(|a0| a0 <= case.days[0]);
    let pensioned = |d: &NaiveDate| facts.state_pension_day.is_some_and(|a0| *d >= a0);
    let early = |k| clock::kth(&case.days, k).filter(|d| !no_early_iva && !pensioned(d));
    let waiting = ends.granted_early.or(clock::kth(&case.days, 728));
    let start = match ends.granted_early {
        Some(last) => Some(calendar::plus(last, 1)).filter(|start| {
            !ends.wia_too_late && facts.state_pension_day.is_none_or(|a0| *start < a0)
        }),
        None => ends.wia_start,
    };
    let start = start.filter(|d| not_after_recovery(*d));
    let has_left = ends.leaves_sick.is_some_and(|last| ends.end.is_some_and(|end| last <= end));
    let relapse = case.recovered_after.and_then(|last| clock::relapse_joins_through(facts, last));
    Some(Answer {
        first_sick_day: case.days[0],
        windows: possibilities::windows(facts, &ends, &rows),
        rows,
        // While wages are paid they run on until the claim, so that no benefit is lost.
        look_back_last: alive(
            start
                .filter(|_| ends.claim_met.is_none() && has_left)
                .map(|start| calendar::plus(start, 364)),
        ),
        leave_ban_last: alive(ends::leave_ban(facts, case.days[0])),
        waiting_days_last: alive(clock::kth(&case.days, 2).filter(|_| facts.has_waiting_days)),
        // A floor under wages that have ended is none.
        floor_last: alive(
            clock::kth(&case.days, 364)
                .filter(|f| ends.wages_last.is_none_or(|last| *f <= last))
                .filter(|_| !facts.is_domestic),
        ),
        waiting_last: alive(waiting),
        wia_start: alive(start),
        wages_last: ends.wages_last.filter(|d| not_after_recovery(*d)),
        // The ban protects an employment, which has ended.
        ban_last: ends
            .ban_last
            .filter(|d| not_after_recovery(*d))
            .filter(|_| !dead && !ends.employment_cuts_wages),
        early_iva_first: early(22),
        early_iva_last: early(476),
        relapse_joins_through: alive(relapse),
        sanction_last: ends.sanction_last.filter(|d| not_after_recovery(*d)),
        earlier_cases: case.earlier,
    })
}

/// How many days of the current case have counted up to and including `on` (waiting-period clock).
pub fn counted_day(facts: &Facts, on: NaiveDate) -> u32 {
    clock::current_case(&facts.until_death())
        .map_or(0, |case| case.days.iter().filter(|d| **d <= on).count() as u32)
}
