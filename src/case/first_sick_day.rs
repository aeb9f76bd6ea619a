//! Which day is the first sick day: WIA art. 23(2) and the *Regeling bepaling eerste werkdag*
//! (REW).

use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::eerste_werkdag as law;
use crate::law::{Citation, FIRST_SICK_DAY_FROM, FIRST_SICK_DAY_THROUGH, Source};
use alloc::vec::Vec;
use core::fmt;

/// The weekdays on which somebody usually works (REW art. 2): at least one, the same every week.
///
/// For a roster that changes from week to week use [`Absence::without_usual_days`].
///
/// ```
/// use poortwachter::{Day, WorkingDays};
/// const DAYS: WorkingDays = WorkingDays::MONDAY.and(WorkingDays::THURSDAY);
/// let day = |d| Day::new(2026, 1, d);
/// assert!(DAYS.includes(day(8)), "a Thursday");
/// assert!(!DAYS.includes(day(9)), "a Friday");
/// ```
// One bit a weekday, Monday lowest. There is no way to make an empty set, so that a next working
// day always exists.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct WorkingDays(u8);

impl WorkingDays {
    /// Mondays.
    pub const MONDAY: WorkingDays = WorkingDays(1);
    /// Tuesdays.
    pub const TUESDAY: WorkingDays = WorkingDays(1 << 1);
    /// Wednesdays.
    pub const WEDNESDAY: WorkingDays = WorkingDays(1 << 2);
    /// Thursdays.
    pub const THURSDAY: WorkingDays = WorkingDays(1 << 3);
    /// Fridays.
    pub const FRIDAY: WorkingDays = WorkingDays(1 << 4);
    /// Saturdays.
    pub const SATURDAY: WorkingDays = WorkingDays(1 << 5);
    /// Sundays.
    pub const SUNDAY: WorkingDays = WorkingDays(1 << 6);
    /// Monday up to and including Friday.
    pub const MONDAY_TO_FRIDAY: WorkingDays = WorkingDays(0b001_1111);
    /// All seven days.
    pub const EVERY_DAY: WorkingDays = WorkingDays(0b111_1111);

    /// These days and those of `other`.
    #[must_use]
    pub const fn and(self, other: WorkingDays) -> WorkingDays {
        WorkingDays(self.0 | other.0)
    }

    /// From seven answers, Monday first and Sunday last; `None` when there is no working day.
    ///
    /// ```
    /// use poortwachter::WorkingDays;
    /// let monday_and_tuesday = [true, true, false, false, false, false, false];
    /// assert_eq!(
    ///     WorkingDays::from_week(monday_and_tuesday),
    ///     Some(WorkingDays::MONDAY.and(WorkingDays::TUESDAY)),
    /// );
    /// assert_eq!(WorkingDays::from_week([false; 7]), None);
    /// ```
    #[must_use]
    pub const fn from_week(works: [bool; 7]) -> Option<WorkingDays> {
        let (mut days, mut weekday) = (0, 0);
        while weekday < 7 {
            days |= (works[weekday] as u8) << weekday;
            weekday += 1;
        }
        if days == 0 { None } else { Some(WorkingDays(days)) }
    }

    /// Seven answers, Monday first and Sunday last.
    #[must_use]
    pub const fn week(self) -> [bool; 7] {
        let (mut works, mut weekday) = ([false; 7], 0);
        while weekday < 7 {
            works[weekday] = self.0 >> weekday & 1 == 1;
            weekday += 1;
        }
        works
    }

    /// Whether the weekday of `date` is one of them. Public holidays are no exception: REW art. 2
    /// asks only on which day somebody usually works.
    #[must_use]
    pub fn includes(self, date: impl Into<Day>) -> bool {
        let day = date.into();
        self.on_or_after(day) == day
    }

    /// `day` itself when it is one of them, else the first one after it.
    const fn on_or_after(self, day: Day) -> Day {
        // Two weeks in a row, so that the search runs over the end of the week.
        let weeks = (self.0 as u16) << 7 | self.0 as u16;
        day.plus((weeks >> day.weekday()).trailing_zeros() as i32)
    }
}

/// The names of the weekdays.
impl fmt::Debug for WorkingDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const NAMES: [&str; 7] =
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let works = NAMES.iter().zip(self.week()).filter(|(_, works)| *works);
        f.debug_set().entries(works.map(|(name, _)| name)).finish()
    }
}

closed_list! {
    /// Why no work was done on a day that nevertheless is a working day (REW art. 6).
    ///
    /// ```
    /// use poortwachter::NotWorked;
    /// assert_eq!(NotWorked::Weather.source().text, "weersinvloeden");
    /// ```
    NotWorked, "ground for a day without work" {
        /// Holiday or leave, *vakantie of verlof* (art. 6(1)(a)).
        Leave = 0, "leave", "vakantie of verlof", "holiday or leave";
        /// A scheme that reduces working time, *arbeidstijdverkorting* (art. 6(1)(b)). Only a day that
        /// may be taken at another time in case of sickness.
        WorkingTimeReduction = 1, "working-time-reduction",
            "arbeidstijdverkorting",
            "reduction of working time";
        /// A scheme of shorter than normal hours, *kortere dan de normale werktijd* (art. 6(1)(c)).
        ShortTime = 2, "short-time", "kortere dan de normale werktijd", "short time";
        /// Special leave, *bijzonder verlof* (art. 6(1)(d)).
        SpecialLeave = 3, "special-leave", "bijzonder verlof", "special leave";
        /// The weather, *weersinvloeden* (art. 6(1)(e)).
        Weather = 4, "weather", "weersinvloeden", "weather";
        /// Detention, *vrijheidsontneming* (art. 6(1)(f)).
        Detention = 5, "detention", "vrijheidsontneming", "detention";
        /// A day that counts as holiday by an agreement in the sense of BW art. 7:637 (art. 6(2)).
        AgreedHoliday = 6, "agreed-holiday", "vakantie volgens afspraak", "agreed holiday";
    }
}

impl NotWorked {
    /// The part of REW art. 6 that names it.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            NotWorked::Leave => law::LEAVE,
            NotWorked::WorkingTimeReduction => law::WORKING_TIME_REDUCTION,
            NotWorked::ShortTime => law::SHORT_TIME,
            NotWorked::SpecialLeave => law::SPECIAL_LEAVE,
            NotWorked::Weather => law::WEATHER,
            NotWorked::Detention => law::DETENTION,
            NotWorked::AgreedHoliday => law::AGREED_HOLIDAY,
        }
    }
}

/// How an absence began. One employment at a time: REW art. 3(2) looks at each by itself.
///
/// ```
/// use poortwachter::{Absence, Day, FirstSickDay, NotWorked, WorkingDays};
/// let day = |d| Day::new(2026, 1, d);
///
/// // Works Monday to Thursday, ill on Friday.
/// let days = WorkingDays::from_week([true, true, true, true, false, false, false]).unwrap();
/// let absence = Absence::did_not_start(day(9), days);
/// assert_eq!(FirstSickDay::from_absence(absence.clone())?.day(), day(12));
///
/// // That Friday there would have been extra work, were it not for the frost.
/// let absence = absence.not_worked(day(9), NotWorked::Weather);
/// assert_eq!(FirstSickDay::from_absence(absence)?.day(), day(9));
/// # Ok::<(), poortwachter::FirstSickDayError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Absence {
    began: Began,
    not_worked: Vec<(Day, NotWorked)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Began {
    StoppedWorking(Day),
    /// The day on which the shift started.
    StoppedNightShift(Day),
    /// The first day that can be it, and the usual working days.
    UsualDays(Day, WorkingDays),
    /// The day of incapacity, and the first day on which work could have been done.
    NoUsualDays(Day, Day),
    BenefitRecipient(Day),
    AfterEffect(Day),
}

impl Absence {
    /// Work was stopped during working time `on` that day (WIA art. 23(2)). For a night shift use
    /// [`Absence::stopped_night_shift`].
    #[must_use]
    pub fn stopped_working(on: impl Into<Day>) -> Absence {
        Began::StoppedWorking(on.into()).into()
    }

    /// Work was stopped during a night shift that `started` on that day, before or after midnight
    /// (REW art. 5).
    #[must_use]
    pub fn stopped_night_shift(started: impl Into<Day>) -> Absence {
        Began::StoppedNightShift(started.into()).into()
    }

    /// Became unfit `unfit_on` a day on which no work was done: on a day off, or before work
    /// started (REW art. 2). That day is the first sick day when it is a usual working day.
    #[must_use]
    pub fn did_not_start(unfit_on: impl Into<Day>, usual_days: WorkingDays) -> Absence {
        Began::UsualDays(unfit_on.into(), usual_days).into()
    }

    /// Became unfit after the work of `worked_on` was done (REW art. 2). That day is not the first
    /// sick day: it was worked, and work was not stopped during working time.
    #[must_use]
    pub fn unfit_after_work(worked_on: impl Into<Day>, usual_days: WorkingDays) -> Absence {
        let worked_on = worked_on.into();
        Began::UsualDays(worked_on.plus(1), usual_days).into()
    }

    /// Became unfit `unfit_on` that day, and it is not established on which days the employee
    /// usually works (REW art. 3(1)). `could_have_worked` is the first day, `unfit_on` or later, on
    /// which work could have been done if not for the incapacity.
    #[must_use]
    pub fn without_usual_days(
        unfit_on: impl Into<Day>,
        could_have_worked: impl Into<Day>,
    ) -> Absence {
        Began::NoUsualDays(unfit_on.into(), could_have_worked.into()).into()
    }

    /// Became unfit `unfit_on` that day while insured as an employee on the ground of ZW art. 7 and
    /// WAO art. 7 (REW art. 4(1)(a)). Saturdays and Sundays are left out (art. 4(2)).
    #[must_use]
    pub fn benefit_recipient(unfit_on: impl Into<Day>) -> Absence {
        Began::BenefitRecipient(unfit_on.into()).into()
    }

    /// Became unfit `unfit_on` that day, after the insurance ended but with a claim on the ground
    /// of WIA art. 10, WAO art. 17 or ZW art. 46, *nawerking* (REW art. 4(1)(b)). Any day of the
    /// week.
    #[must_use]
    pub fn after_effect(unfit_on: impl Into<Day>) -> Absence {
        Began::AfterEffect(unfit_on.into()).into()
    }

    /// A `day` on which no work was done because of that ground; it counts as a working day (REW
    /// art. 6), also when it is not a usual one.
    ///
    /// Give only days without work *because of* the ground: the free Saturday in a holiday is free
    /// because it is a Saturday. Days may come in any order and before the sickness or long after
    /// it; of two grounds for a day the first one is cited. They make no difference when work was
    /// stopped or under art. 4, which name the day themselves.
    #[must_use]
    pub fn not_worked(mut self, day: impl Into<Day>, because: NotWorked) -> Absence {
        self.not_worked.push((day.into(), because));
        self
    }

    /// The first day of art. 6 from `from` up to and including `through`, else `otherwise` on
    /// `through`.
    fn deemed(&self, from: Day, through: Day, otherwise: FirstSickDayReason) -> FirstSickDay {
        self.not_worked
            .iter()
            .filter(|(day, _)| (from..=through).contains(day))
            .min_by_key(|(day, _)| *day)
            .map_or(FirstSickDay { day: through, why: otherwise }, |&(day, ground)| FirstSickDay {
                day,
                why: FirstSickDayReason::NotWorked(ground),
            })
    }
}

impl From<Began> for Absence {
    fn from(began: Began) -> Absence {
        Absence { began, not_worked: Vec::new() }
    }
}

/// What made a day the first sick day.
///
/// ```
/// use poortwachter::FirstSickDayReason;
/// assert_eq!(FirstSickDayReason::NightShift.source().citation.article, "5");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FirstSickDayReason {
    /// Work was stopped during working time (WIA art. 23(2)).
    WorkStopped,
    /// The first working day without work, before 2005-12-29 when only the act held (WIA art.
    /// 23(2)).
    WorkingDay,
    /// The first usual working day without work (REW art. 2).
    UsualWorkingDay,
    /// The first day on which work could have been done (REW art. 3(1)).
    CouldHaveWorked,
    /// The day of incapacity of somebody insured by ZW art. 7 and WAO art. 7 (REW art. 4(1)(a)).
    BenefitRecipient,
    /// The Monday after it, because it was a Saturday or Sunday (REW art. 4(2)).
    BenefitRecipientAfterWeekend,
    /// The day of incapacity after the insurance ended (REW art. 4(1)(b)).
    AfterEffect,
    /// The day on which the night shift started (REW art. 5).
    NightShift,
    /// A day that counts as a working day although no work was done (REW art. 6).
    NotWorked(NotWorked),
}

closed_list! {
    /// A [`FirstSickDayReason`] without its ground.
    FirstSickDayReasonKind of FirstSickDayReason, "reason for the first sick day" {
        /// Work was stopped during working time (WIA art. 23(2)).
        WorkStopped = 0, "work-stopped", "werk gestaakt", "work stopped";
        /// The first working day without work, before 2005-12-29 when only the act held (WIA art.
        /// 23(2)).
        WorkingDay = 1, "working-day", "werkdag", "working day";
        /// The first usual working day without work (REW art. 2).
        UsualWorkingDay = 2, "usual-working-day", "gebruikelijke werkdag", "usual working day";
        /// The first day on which work could have been done (REW art. 3(1)).
        CouldHaveWorked = 3, "could-have-worked", "had kunnen werken", "could have worked";
        /// The day of incapacity of somebody insured by ZW art. 7 and WAO art. 7 (REW art. 4(1)(a)).
        BenefitRecipient = 4, "benefit-recipient",
            "uitkeringsgerechtigde",
            "recipient of a benefit";
        /// The Monday after it, because it was a Saturday or Sunday (REW art. 4(2)).
        BenefitRecipientAfterWeekend = 5, "benefit-recipient-after-weekend",
            "uitkeringsgerechtigde, na het weekend",
            "recipient of a benefit, after the weekend";
        /// The day of incapacity after the insurance ended (REW art. 4(1)(b)).
        AfterEffect = 6, "after-effect", "nawerking", "after the insurance ended";
        /// The day on which the night shift started (REW art. 5).
        NightShift = 7, "night-shift", "nachtdienst", "night shift";
        /// A day that counts as a working day although no work was done (REW art. 6).
        NotWorked = 8, "not-worked", "niet gewerkt op een werkdag", "no work on a working day";
    }
}

impl FirstSickDayReason {
    /// The provision that decides, with its words.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            FirstSickDayReason::WorkStopped | FirstSickDayReason::WorkingDay => {
                law::FIRST_WORKING_DAY
            }
            FirstSickDayReason::UsualWorkingDay => law::USUAL_WORKING_DAY,
            FirstSickDayReason::CouldHaveWorked => law::COULD_HAVE_WORKED,
            FirstSickDayReason::BenefitRecipient => law::BENEFIT_RECIPIENT,
            FirstSickDayReason::BenefitRecipientAfterWeekend => law::WEEKEND_LEFT_OUT,
            FirstSickDayReason::AfterEffect => law::AFTER_EFFECT,
            FirstSickDayReason::NightShift => law::NIGHT_SHIFT,
            FirstSickDayReason::NotWorked(ground) => ground.source(),
        }
    }
}

/// The first sick day, day 1 of the waiting period, with the provision that decides.
///
/// The regulation is in force since 2005-12-29. For a day before that only WIA art. 23(2) is at
/// hand: it decides when work was stopped, and a usual working day is a working day in its plain
/// sense; everything else is refused rather than guessed.
///
/// BW art. 7:629 has no definition of its own; by practice wages count from the same day.
///
/// ```
/// use poortwachter::{Absence, Case, Day, FirstSickDay, WorkingDays};
/// let day = |d| Day::new(2026, 1, d);
///
/// // Ill on Friday evening, after work.
/// let absence = Absence::unfit_after_work(day(9), WorkingDays::MONDAY_TO_FRIDAY);
/// let first = FirstSickDay::from_absence(absence)?;
/// assert_eq!(first.day(), day(12));
/// assert_eq!(first.citation().instrument.short, "REW");
/// assert_eq!(first.citation().article, "2");
///
/// let case = Case::builder().sick_since(first.day()).build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct FirstSickDay {
    day: Day,
    why: FirstSickDayReason,
}

impl FirstSickDay {
    /// The first sick day of that absence, from 2004-01-01 up to and including 2199-12-31: the days
    /// on which a [`Case`](crate::Case) may begin.
    ///
    /// # Errors
    /// When the day lies outside those years, when only the regulation could tell but was not in
    /// force, or when the days contradict each other.
    pub fn from_absence(absence: Absence) -> Result<FirstSickDay, FirstSickDayError> {
        use FirstSickDayReason as Why;
        let plain = |day, why| FirstSickDay { day, why };
        let first = match absence.began {
            Began::StoppedWorking(on) => plain(on, Why::WorkStopped),
            Began::StoppedNightShift(started) => plain(started, Why::NightShift),
            Began::UsualDays(from, days) => {
                let usual = days.on_or_after(from);
                let why =
                    if usual < law::IN_FORCE_FROM { Why::WorkingDay } else { Why::UsualWorkingDay };
                absence.deemed(from, usual, why)
            }
            Began::NoUsualDays(unfit_on, could_have_worked) => {
                if could_have_worked < unfit_on {
                    return Err(FirstSickDayError::CouldHaveWorkedBeforeUnfit {
                        could_have_worked,
                        unfit_on,
                    });
                }
                absence.deemed(unfit_on, could_have_worked, Why::CouldHaveWorked)
            }
            Began::BenefitRecipient(unfit_on) => {
                let day = WorkingDays::MONDAY_TO_FRIDAY.on_or_after(unfit_on);
                let moved = day != unfit_on;
                plain(
                    day,
                    if moved { Why::BenefitRecipientAfterWeekend } else { Why::BenefitRecipient },
                )
            }
            Began::AfterEffect(unfit_on) => plain(unfit_on, Why::AfterEffect),
        };
        first.checked()
    }

    fn checked(self) -> Result<FirstSickDay, FirstSickDayError> {
        let day = self.day();
        if self.day < FIRST_SICK_DAY_FROM {
            return Err(FirstSickDayError::BeforeTheLaw { day });
        }
        if self.day > FIRST_SICK_DAY_THROUGH {
            return Err(FirstSickDayError::TooLate { day });
        }
        let by_regulation = *self.citation().instrument == law::REGELING_EERSTE_WERKDAG;
        if by_regulation && self.day < law::IN_FORCE_FROM {
            return Err(FirstSickDayError::BeforeTheRegulation { day });
        }
        Ok(self)
    }

    /// The day, inclusive: it is day 1.
    #[must_use]
    pub fn day(&self) -> Day {
        self.day
    }

    /// What made it the first sick day.
    #[must_use]
    pub const fn why(&self) -> FirstSickDayReason {
        self.why
    }

    /// The provision that decides, with its words.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.why.source()
    }

    /// The place of that provision.
    #[must_use]
    pub const fn citation(&self) -> Citation {
        self.source().citation
    }
}

/// Why there is no first sick day.
///
/// ```
/// use poortwachter::{Absence, Day, FirstSickDay, FirstSickDayError};
/// let day = Day::new(2005, 12, 28);
/// assert_eq!(
///     FirstSickDay::from_absence(Absence::stopped_night_shift(day)),
///     Err(FirstSickDayError::BeforeTheRegulation { day }),
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FirstSickDayError {
    /// Before the days that the law table covers.
    #[error("the first sick day would be {day}, before 2004-01-01: the WIA does not apply")]
    BeforeTheLaw {
        /// The day.
        day: Day,
    },
    /// Later than the crate computes.
    #[error("the first sick day would be {day}, after 2199-12-31: check the year")]
    TooLate {
        /// The day.
        day: Day,
    },
    /// Only the regulation would decide, but was not in force.
    #[error(
        "{day} lies before the Regeling bepaling eerste werkdag came into force on 2005-12-29, and \
         the words of WIA art. 23(2) alone do not tell whether it is the first sick day: \
         establish that day otherwise"
    )]
    BeforeTheRegulation {
        /// The day that it would be under the regulation.
        day: Day,
    },
    /// A day before the sickness cannot be the first day without work because of it.
    #[error(
        "{could_have_worked} cannot be the first day on which work could have been done: the \
         incapacity only began on {unfit_on}"
    )]
    CouldHaveWorkedBeforeUnfit {
        /// The first day on which work could have been done, as given.
        could_have_worked: Day,
        /// The day of incapacity, as given.
        unfit_on: Day,
    },
}
