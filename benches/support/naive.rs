//! The plain portfolio as it is written with a general date library: date plus interval for every
//! duty, one case after the other. The same code for every library, through [`Date`].

use crate::plain::Sums;
use poortwachter::{Duty, StateKind, StatusKind, batch};

/// What the job needs of a date library.
pub trait Date: Copy + Ord {
    /// From days since 1970-01-01.
    fn from_number(days: i32) -> Self;
    /// Days since 1970-01-01.
    fn number(self) -> i32;
    /// So many days later.
    fn plus(self, days: u32) -> Self;
    /// Days from `earlier` to `self`.
    fn days_since(self, earlier: Self) -> i64;
}

impl Date for chrono::NaiveDate {
    fn from_number(days: i32) -> Self {
        chrono::NaiveDate::default() + chrono::TimeDelta::days(days.into())
    }
    fn number(self) -> i32 {
        self.days_since(chrono::NaiveDate::default()) as i32
    }
    fn plus(self, days: u32) -> Self {
        self + chrono::Days::new(days.into())
    }
    fn days_since(self, earlier: Self) -> i64 {
        (self - earlier).num_days()
    }
}

impl Date for jiff::civil::Date {
    fn from_number(days: i32) -> Self {
        jiff::civil::date(1970, 1, 1) + jiff::SignedDuration::from_hours(24 * i64::from(days))
    }
    fn number(self) -> i32 {
        self.days_since(jiff::civil::date(1970, 1, 1)) as i32
    }
    // A `SignedDuration` takes as long.
    fn plus(self, days: u32) -> Self {
        self + jiff::Span::new().days(i64::from(days))
    }
    fn days_since(self, earlier: Self) -> i64 {
        self.duration_since(earlier).as_hours() / 24
    }
}

/// A duty that decides the summary: after how many days it opens (where it does) and is due.
struct Rule {
    duty: Duty,
    opens: Option<u32>,
    due: u32,
}

/// In order of the due day. Day 1 is the first sick day, so that day `k` is `k - 1` days later. Duties that wait for
/// another one (the plan of action, the interviews, the decisions of the UWV) decide nothing here.
const RULES: [Rule; 10] = [
    // Practice: within the first week.
    Rule { duty: Duty::SICKNESS_REPORT, opens: Some(0), due: 6 },
    // RP art. 2(2): within six weeks after the first day.
    Rule { duty: Duty::PROBLEM_ANALYSIS, opens: Some(0), due: 6 * 7 },
    // ZW art. 38(1): the first day after 42 weeks.
    Rule { duty: Duty::UWV_SICKNESS_REPORT, opens: None, due: 42 * 7 },
    // RP art. 4(2)(b): the end of the first sick year; weeks 46 to 52 in practice.
    Rule { duty: Duty::FIRST_YEAR_EVALUATION, opens: Some(45 * 7), due: 52 * 7 - 1 },
    // Policy of the UWV: within six weeks after the evaluation.
    Rule { duty: Duty::SECOND_TRACK_START, opens: Some(8 * 7), due: 58 * 7 - 1 },
    // WIA art. 64(2): the last day of week 89.
    Rule { duty: Duty::WIA_NOTICE, opens: None, due: 89 * 7 - 1 },
    // Practice: week 87 to week 91.
    Rule { duty: Duty::CURRENT_OPINION, opens: Some(86 * 7), due: 91 * 7 - 1 },
    Rule { duty: Duty::FINAL_EVALUATION, opens: Some(86 * 7), due: 91 * 7 - 1 },
    // WIA art. 25(3): thirteen weeks before the end of the waiting period.
    Rule { duty: Duty::REINTEGRATION_REPORT, opens: Some(86 * 7), due: 91 * 7 - 1 },
    // WIA art. 64(3): eleven weeks before it; the UWV takes it from week 89 on.
    Rule { duty: Duty::WIA_CLAIM, opens: Some(88 * 7), due: 93 * 7 - 1 },
];

/// WIA art. 23(1), BW 7:629(1).
const WAITING_PERIOD: u32 = 104 * 7;

/// A summary whose days are of the date library.
#[derive(Clone, Copy, Debug)]
pub struct Row<D> {
    counted_day: u32,
    week: u16,
    state: StateKind,
    next_duty: u8,
    next_due: D,
    overdue: u16,
    worst: StatusKind,
    wages_last_day: D,
    wia_start: D,
}

/// The job as of a day.
pub struct Naive<D> {
    on: D,
    lead: i64,
    duty_codes: [u8; RULES.len()],
}

impl<D: Date> Naive<D> {
    /// As of `on`, with a lead time in days.
    pub fn on(on: D, lead: u16) -> Naive<D> {
        let duty_codes = std::array::from_fn(|i| batch::duty_code(RULES[i].duty));
        Naive { on, lead: lead.into(), duty_codes }
    }

    /// One case after the other, into memory that is used again.
    pub fn rows_into(&self, first_sick_days: &[D], out: &mut Vec<Row<D>>) {
        out.clear();
        out.extend(first_sick_days.iter().map(|first| self.row(*first)));
    }

    fn row(&self, first: D) -> Row<D> {
        let counted_day = (self.on.days_since(first) + 1).max(0) as u32;
        let mut actionable = None;
        let (mut overdue, mut worst) = (0, StatusKind::WaitingForEvent);
        let is_paid = self.on < first.plus(WAITING_PERIOD);
        for (rule, code) in RULES.iter().zip(self.duty_codes) {
            // What was not done while wages were owed is missed after them; the claim can still be made.
            if !is_paid && rule.duty != Duty::WIA_CLAIM {
                continue;
            }
            let due = first.plus(rule.due);
            let status = self.status(rule.opens.map(|days| first.plus(days)), due);
            if status != StatusKind::NotYetOpen && actionable.is_none() {
                actionable = Some((code, due));
            }
            overdue += u16::from(status == StatusKind::Overdue);
            worst = worst.max(status);
        }
        let (next_duty, next_due) =
            actionable.unwrap_or_else(|| (self.duty_codes[0], first.plus(RULES[0].due)));
        Row {
            counted_day,
            week: counted_day.div_ceil(7) as u16,
            state: if self.on < first { StateKind::NotYetSick } else { StateKind::Sick },
            next_duty,
            next_due,
            overdue,
            worst,
            wages_last_day: first.plus(WAITING_PERIOD - 1),
            wia_start: first.plus(WAITING_PERIOD),
        }
    }

    fn status(&self, opens: Option<D>, due: D) -> StatusKind {
        if self.on > due {
            StatusKind::Overdue
        } else if opens.is_some_and(|opens| self.on < opens) {
            StatusKind::NotYetOpen
        } else if self.on == due {
            StatusKind::DueToday
        } else if due.days_since(self.on) <= self.lead {
            StatusKind::DueSoon
        } else {
            StatusKind::Open
        }
    }
}

/// The sums of naive rows.
pub fn sums<D: Date>(rows: &[Row<D>]) -> Sums {
    let of_row = |row: &Row<D>| {
        Sums([
            row.counted_day.into(),
            row.week.into(),
            row.state.code().into(),
            row.next_duty.into(),
            row.next_due.number().into(),
            row.overdue.into(),
            row.worst.code().into(),
            row.wages_last_day.number().into(),
            row.wia_start.number().into(),
        ])
    };
    rows.iter().map(of_row).fold(Sums::default(), Sums::plus)
}
