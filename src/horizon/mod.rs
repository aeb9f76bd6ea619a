//! What a portfolio has ahead: how much falls due on which day, what is overdue, and what is about
//! to pass a point of no return.
//!
//! A [`Horizon`] is fed case by case and keeps counts only, so that millions of cases can pass.
//! Halves that were fed apart are [merged](Horizon::merge); the order of feeding and merging
//! changes nothing.

mod point;

pub use point::{Point, PointKind};

use crate::day::Day;
use crate::law::{self, Actor, Duty, Force};
use crate::timeline::{Obligation, Status, View};
use alloc::collections::BinaryHeap;
use alloc::vec;
use alloc::vec::Vec;

/// How many points of no return are kept when the caller says nothing else.
pub const POINTS_KEPT: usize = 100;

const ACTORS: [Actor; 6] = [
    Actor::Employer,
    Actor::Employee,
    Actor::OccupationalPhysician,
    Actor::Uwv,
    Actor::CaseManager,
    Actor::OwnRiskCarrier,
];

/// What falls due from a day on, over many cases.
///
/// Counted are the obligations that bind: open, due soon, due today, overdue, or not yet open but
/// due within the horizon. What is met, paused, lapsed, not applicable or without a date is not;
/// neither is a planned date, which will follow from the day on which another duty is met.
///
/// ```
/// use poortwachter::{Case, Day, Duty, Timeline, horizon::Horizon};
/// let day = Day::new;
/// let mut horizon = Horizon::new(day(2026, 2, 10), 14);
/// for (position, first) in (0..).zip([day(2026, 1, 5), day(2026, 1, 6)]) {
///     let case = Case::builder().sick_since(first).build()?;
///     horizon.add(position, &Timeline::new(&case).view(horizon.on()));
/// }
/// // Six weeks after 5 and 6 January.
/// let due: Vec<_> = horizon.due().collect();
/// assert_eq!(due, [
///     (day(2026, 2, 16), Duty::PROBLEM_ANALYSIS, 1),
///     (day(2026, 2, 17), Duty::PROBLEM_ANALYSIS, 1),
/// ]);
/// // Neither sickness was reported to the occupational physician.
/// assert_eq!(horizon.overdue().collect::<Vec<_>>(), [(Duty::SICKNESS_REPORT, 2)]);
/// # Ok::<(), poortwachter::CaseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Horizon {
    on: Day,
    days: u16,
    cases: u64,
    /// Every duty, sorted by its name so that it is found quickly.
    duties: Vec<Duty>,
    /// Per day and duty, day by day.
    due: Vec<u64>,
    due_per_actor: [u64; ACTORS.len()],
    overdue: Vec<u64>,
    overdue_per_actor: [u64; ACTORS.len()],
    points: BinaryHeap<Point>,
    points_kept: usize,
    points_seen: [u64; PointKind::ALL.len()],
}

impl Horizon {
    /// An empty horizon: from `on` up to and including the day `days` later.
    #[must_use]
    pub fn new(on: impl Into<Day>, days: u16) -> Horizon {
        let on = on.into();
        let mut duties: Vec<Duty> = law::duties().collect();
        duties.sort_unstable();
        let cells = (usize::from(days) + 1) * duties.len();
        Horizon {
            on,
            days,
            cases: 0,
            due: vec![0; cells],
            due_per_actor: [0; ACTORS.len()],
            overdue: vec![0; duties.len()],
            overdue_per_actor: [0; ACTORS.len()],
            duties,
            points: BinaryHeap::new(),
            points_kept: POINTS_KEPT,
            points_seen: [0; PointKind::ALL.len()],
        }
    }

    /// Keeps the `most` points of no return that come first instead of [`POINTS_KEPT`];
    /// `usize::MAX` keeps all of them. Their number is counted in any case.
    #[must_use]
    pub fn keeping(mut self, most: usize) -> Horizon {
        self.points_kept = most;
        self.drop_latest_points();
        self
    }

    /// The first day.
    #[must_use]
    pub fn on(&self) -> Day {
        self.on
    }

    /// The last day.
    #[must_use]
    pub fn last_day(&self) -> Day {
        self.last()
    }

    fn last(&self) -> Day {
        self.on.plus(self.days.into())
    }

    /// Adds a case as it stands on the first day of the horizon. `position` is how the caller knows
    /// the case again in [`points`](Self::points), such as its place in a file. The view must be
    /// of that day: the statuses of another day would be counted as those of this one.
    pub fn add(&mut self, position: u64, view: &View<'_>) {
        self.cases += 1;
        for (obligation, status) in view.obligations() {
            self.add_obligation(position, obligation, status);
        }
        for point in view.other_points(position) {
            self.add_point(point);
        }
    }

    /// Adds one obligation of a case with its status on the first day of the horizon. The number
    /// of cases stays as it is, see [`add_case`](Self::add_case).
    pub fn add_obligation(&mut self, position: u64, obligation: &Obligation, status: Status) {
        let is_duty = obligation.rule().force == Force::Duty;
        let is_ahead = matches!(status, Status::NotYetOpen | Status::Possible);
        let Some(due) = obligation.due().filter(|_| status.is_actionable() || is_ahead) else {
            return;
        };
        let Ok(duty) = self.duties.binary_search(&obligation.duty()) else { return };
        let actor = ACTORS.iter().position(|actor| *actor == obligation.actor());
        if let Status::Overdue { .. } = status {
            self.overdue[duty] += 1;
            if let Some(actor) = actor {
                self.overdue_per_actor[actor] += 1;
            }
        } else if let Some(cell) = self.cell(due, duty).filter(|_| is_duty) {
            self.due[cell] += 1;
            if let Some(actor) = actor {
                self.due_per_actor[actor] += 1;
            }
        }
        if let Some(point) = Point::of(position, obligation) {
            self.add_point(point);
        }
    }

    fn add_point(&mut self, point: Point) {
        let day = point.last_day();
        if self.on <= day && day <= self.last() {
            self.points_seen[point.kind() as usize] += 1;
            self.points.push(point);
            self.drop_latest_points();
        }
    }

    /// Counts a case of which the obligations are added one by one.
    pub fn add_case(&mut self) {
        self.cases += 1;
    }

    /// Adds what another horizon counted, over the same days. The number of points that are kept
    /// is that of `self`.
    ///
    /// # Errors
    /// When the other one begins on another day or is not as long; nothing is added then.
    pub fn merge(&mut self, other: Horizon) -> Result<(), OtherDays> {
        if (self.on, self.days) != (other.on, other.days) {
            return Err(OtherDays { on: self.on(), days: self.days });
        }
        let add = |sums: &mut [u64], more: &[u64]| {
            for (sum, more) in sums.iter_mut().zip(more) {
                *sum += more;
            }
        };
        self.cases += other.cases;
        add(&mut self.due, &other.due);
        add(&mut self.due_per_actor, &other.due_per_actor);
        add(&mut self.overdue, &other.overdue);
        add(&mut self.overdue_per_actor, &other.overdue_per_actor);
        add(&mut self.points_seen, &other.points_seen);
        for point in other.points {
            self.points.push(point);
            self.drop_latest_points();
        }
        Ok(())
    }

    fn cell(&self, day: Day, duty: usize) -> Option<usize> {
        let row = usize::try_from(day.days_since(self.on)).ok()?;
        (row <= usize::from(self.days)).then(|| row * self.duties.len() + duty)
    }

    fn drop_latest_points(&mut self) {
        while self.points.len() > self.points_kept {
            self.points.pop();
        }
    }
}

/// The answers.
impl Horizon {
    /// How many cases were added.
    #[must_use]
    pub const fn cases(&self) -> u64 {
        self.cases
    }

    /// How many obligations fall due on which day, per duty; only what is not zero, in order of
    /// the day and then of the table of duties. Overdue ones are not in it.
    pub fn due(&self) -> impl Iterator<Item = (Day, Duty, u64)> {
        self.calendar_days().flat_map(move |day| {
            self.in_table_order().filter_map(move |(duty, i)| {
                let count = self.cell(day, i).map_or(0, |cell| self.due[cell]);
                (count > 0).then_some((day, duty, count))
            })
        })
    }

    /// How many fall due on every day of the horizon, also where it is none.
    pub fn per_day(&self) -> impl Iterator<Item = (Day, u64)> {
        let rows = self.due.chunks(self.duties.len());
        self.calendar_days().zip(rows).map(|(day, row)| (day, row.iter().sum()))
    }

    /// How many fall due per duty, in the order of the table; only what is not zero.
    pub fn per_duty(&self) -> impl Iterator<Item = (Duty, u64)> {
        let column = |i| self.due.iter().skip(i).step_by(self.duties.len()).sum();
        self.in_table_order()
            .map(move |(duty, i)| (duty, column(i)))
            .filter(|(_, count)| *count > 0)
    }

    /// How many fall due per actor; only what is not zero.
    pub fn per_actor(&self) -> impl Iterator<Item = (Actor, u64)> {
        ACTORS.into_iter().zip(self.due_per_actor).filter(|(_, count)| *count > 0)
    }

    /// How many fall due.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.due.iter().sum()
    }

    /// How many are overdue per duty, in the order of the table; only what is not zero.
    pub fn overdue(&self) -> impl Iterator<Item = (Duty, u64)> {
        self.in_table_order()
            .map(|(duty, i)| (duty, self.overdue[i]))
            .filter(|(_, count)| *count > 0)
    }

    /// How many are overdue per actor; only what is not zero.
    pub fn overdue_per_actor(&self) -> impl Iterator<Item = (Actor, u64)> {
        ACTORS.into_iter().zip(self.overdue_per_actor).filter(|(_, count)| *count > 0)
    }

    /// How many are overdue.
    #[must_use]
    pub fn overdue_total(&self) -> u64 {
        self.overdue.iter().sum()
    }

    /// The points of no return within the horizon that come first, at most as many as are kept; in
    /// order of the day, then of the kind, then of the position.
    #[must_use]
    pub fn points(&self) -> Vec<Point> {
        self.points.clone().into_sorted_vec()
    }

    /// How many points of no return lie within the horizon, kept or not.
    pub fn points_per_kind(&self) -> impl Iterator<Item = (PointKind, u64)> {
        PointKind::ALL.iter().copied().zip(self.points_seen).filter(|(_, count)| *count > 0)
    }

    fn calendar_days(&self) -> impl Iterator<Item = Day> + use<'_> {
        (0..=i32::from(self.days)).map(|n| self.on.plus(n))
    }

    /// Every duty in the order of the table, with its place among the counts.
    fn in_table_order(&self) -> impl Iterator<Item = (Duty, usize)> + use<'_> {
        law::duties().filter_map(|duty| Some((duty, self.duties.binary_search(&duty).ok()?)))
    }
}

impl View<'_> {
    /// The points of no return that are no obligations: of possibilities and of milestones.
    fn other_points(&self, position: u64) -> Vec<Point> {
        let regime = self.timeline().case().regime();
        let milestones = self.milestones_of_no_return();
        let of_milestones = milestones
            .iter()
            .filter_map(|milestone| Point::of_milestone(position, milestone, regime));
        let mut points: Vec<Point> = of_milestones.collect();
        if self.may_have_last_days() {
            let windows = self.possibilities();
            let of_windows = windows.iter().filter_map(|it| Point::of_possibility(position, it));
            points.extend(of_windows);
        }
        points
    }
}

/// Two horizons over the same days are equal when every answer of theirs is.
impl PartialEq for Horizon {
    fn eq(&self, other: &Horizon) -> bool {
        (self.on, self.days, self.cases) == (other.on, other.days, other.cases)
            && self.due == other.due
            && self.due_per_actor == other.due_per_actor
            && self.overdue == other.overdue
            && self.overdue_per_actor == other.overdue_per_actor
            && self.points_seen == other.points_seen
            && self.points() == other.points()
    }
}

impl Eq for Horizon {}

/// Two horizons over different days cannot be added up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "only horizons over the same days can be added up: this one begins on {on} and lasts {days} days"
)]
pub struct OtherDays {
    /// The first day of the horizon that was to grow.
    pub on: Day,
    /// How many days later its last day is.
    pub days: u16,
}
