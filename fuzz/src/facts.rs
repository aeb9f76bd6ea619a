//! Bytes as the facts of a case, so that nearly every string of bytes is a case to compute with.
//!
//! | bytes | |
//! |---|---|
//! | 0, 1 | first sick day: days after 2004-01-01, or before 2199-12-31 |
//! | 2 | regime, rhythm of the interviews, entitlement, whether the first spell counts for the ban |
//! | 3 | identifier |
//! | 4 | the law, see [`law`] |
//! | 5, 6, 7 | the day of the view: which kind, and days from the first sick day |
//! | then four each | a fact: what, a number of days (two bytes), and a detail |

use crate::laws::law;
use poortwachter::Day;
use poortwachter::law::Law;
use poortwachter::{
    Adviser, Case, CaseBuilder, CaseError, DeviationReason, Entitlement, EventKind, EventName,
    InterviewRhythm, Joins, Leave, PlanItem, Regime, ReportPart, Role, SecondTrackEnd,
    SecondTrackPhase, Spell,
};
use std::sync::LazyLock;

/// A case, the day to look at it from, and the law to look with.
pub struct Input {
    pub case: Result<Case, CaseError>,
    pub on: Day,
    pub law: &'static Law,
}

const IDS: [Option<&str>; 4] =
    [None, Some("A-17"), Some("a,b;\"c\"\\<d>&'\u{e9}\u{1f9e0}\t\u{1}=x"), Some("")];

/// The events that say everything by their name, but for the duties.
static PLAIN: LazyLock<Vec<EventKind>> = LazyLock::new(|| {
    let plain = EventName::ALL.iter().filter(|name| name.duty().is_none());
    plain.filter_map(|name| name.kind()).collect()
});

/// What a fact is, by its first byte; beyond these come the plain events and the duties met.
mod tag {
    pub const RELAPSE: u8 = 0;
    pub const RECOVERY: u8 = 1;
    pub const LEAVE: u8 = 2;
    pub const DECISION: u8 = 3;
    pub const STATE_PENSION: u8 = 4;
    pub const EMPLOYMENT_END: u8 = 5;
    pub const WITH_DETAIL: u8 = 6;
    pub const PLAIN: u8 = 14;
}

impl Input {
    /// None of too few bytes.
    pub fn of(bytes: &[u8]) -> Option<Input> {
        let (head, facts) = bytes.split_first_chunk::<8>()?;
        let [a, b, settings, id, law_byte, view, c, d] = *head;
        let first = first_sick_day(u16::from_le_bytes([a, b]), settings);
        let mut reading = Reading::new(first, settings);
        if let Some(id) = IDS[usize::from(id) % IDS.len()] {
            reading.builder = reading.builder.id(id);
        }
        for &[what, a, b, detail] in facts.as_chunks::<4>().0 {
            reading.fact(what, i16::from_le_bytes([a, b]), detail);
        }
        let on = view_day(first, view, i16::from_le_bytes([c, d]));
        Some(Input { case: reading.case(), on, law: law(law_byte) })
    }
}

fn first_sick_day(days: u16, settings: u8) -> Day {
    match settings >> 7 {
        0 => crate::cases::day(2004, 1, 1) + i32::from(days),
        _ => crate::cases::day(2199, 12, 31) - i32::from(days),
    }
}

fn view_day(first: Day, kind: u8, days: i16) -> Day {
    match kind % 16 {
        12 => crate::cases::day(0, 1, 1),
        13 => crate::cases::day(9999, 12, 31),
        14 => crate::cases::day(1900, 1, 1),
        15 => crate::cases::day(2299, 12, 31),
        _ => away(first, days),
    }
}

fn away(from: Day, days: i16) -> Day {
    from + i32::from(days)
}

/// The facts so far.
struct Reading {
    first: Day,
    builder: CaseBuilder,
    /// The first day of the spell that goes on, if one does, and whether it counts for the ban.
    spell: Option<(Day, bool)>,
    leave: Option<(Day, Day, Joins, Option<(Role, Day)>)>,
}

impl Reading {
    fn new(first: Day, settings: u8) -> Reading {
        let at = |shift: u8, mask: u8| usize::from(settings >> shift & mask);
        let mut builder = Case::builder()
            .regime(*Regime::ALL.get(at(0, 3)).unwrap_or(&Regime::Employer))
            .interviews(InterviewRhythm::ALL[at(2, 1)]);
        if let Some(answer) = at(3, 3).checked_sub(1) {
            builder = builder.sickness_benefit_entitlement(Entitlement::ALL[answer]);
        }
        Reading { first, builder, spell: Some((first, at(5, 1) == 0)), leave: None }
    }

    fn fact(&mut self, what: u8, days: i16, detail: u8) {
        let on = away(self.first, days);
        let builder = std::mem::take(&mut self.builder);
        self.builder = match what {
            tag::RELAPSE => {
                let Some((first, counts)) = self.spell.take() else {
                    self.spell = Some((on, detail & 1 == 0));
                    self.builder = builder;
                    return;
                };
                let last = away(first, days);
                self.spell = Some((last + in_days(u64::from(detail >> 1) + 1), detail & 1 == 0));
                builder.add_spell(counted_if(counts, Spell::new(first, Some(last))))
            }
            tag::RECOVERY => match self.spell.take() {
                Some((first, counts)) => builder
                    .add_spell(counted_if(counts, Spell::new(first, Some(away(first, days))))),
                None => builder,
            },
            tag::LEAVE => {
                let last = on + in_days(u64::from(detail >> 2) * 4);
                let joins = *Joins::ALL.get(usize::from(detail & 3)).unwrap_or(&Joins::Yes);
                with_leave(builder, self.leave.replace((on, last, joins, None)))
            }
            tag::DECISION => {
                if let Some((.., decided)) = &mut self.leave {
                    *decided = Some((pick(Role::ALL, detail), on));
                }
                builder
            }
            tag::STATE_PENSION => builder.state_pension_day(on),
            tag::EMPLOYMENT_END => builder.employment_last_day(on),
            what => builder.event(event(what, on, detail), on),
        };
    }

    fn case(self) -> Result<Case, CaseError> {
        let builder = with_leave(self.builder, self.leave);
        match self.spell {
            Some((first, counts)) => builder.add_spell(counted_if(counts, Spell::new(first, None))),
            None => builder,
        }
        .build()
    }
}

fn with_leave(
    builder: CaseBuilder,
    leave: Option<(Day, Day, Joins, Option<(Role, Day)>)>,
) -> CaseBuilder {
    match leave {
        Some((first, last, joins, decided)) => {
            builder.add_leave(Leave::new(first, last).joining(joins, decided))
        }
        None => builder,
    }
}

fn pick<T: Copy>(all: &[T], byte: u8) -> T {
    all[usize::from(byte) % all.len()]
}

fn duty(place: usize) -> poortwachter::Duty {
    let duties = poortwachter::law::duties();
    let count = duties.len();
    duties.into_iter().nth(place % count).expect("there are duties")
}

fn event(what: u8, on: Day, detail: u8) -> EventKind {
    let until = || (on + in_days(u64::from(detail) * 4)).into();
    match what.checked_sub(tag::WITH_DETAIL) {
        Some(0) => EventKind::AgreedDeviation {
            duty: duty(usize::from(detail >> 3)),
            until: (on + in_days(u64::from(detail & 7) * 9)).into(),
            reason: pick(DeviationReason::ALL, detail),
        },
        Some(1) => EventKind::PlanHolds(pick(PlanItem::ALL, detail)),
        Some(2) => EventKind::ReportHolds(pick(ReportPart::ALL, detail)),
        Some(3) => EventKind::SecondTrackAdvised { by: pick(Adviser::ALL, detail) },
        Some(4) => EventKind::SecondTrackPhase(pick(SecondTrackPhase::ALL, detail)),
        Some(5) => EventKind::SecondTrackEnded { why: pick(SecondTrackEnd::ALL, detail) },
        Some(6) => EventKind::VoluntaryExtension { until: until() },
        Some(7) if detail & 1 == 0 => EventKind::ExtensionShortened { until: until() },
        Some(7) => EventKind::WageSanction { weeks: (detail > 1).then_some(detail >> 1) },
        _ => {
            let place = usize::from(what.saturating_sub(tag::PLAIN));
            PLAIN.get(place).copied().unwrap_or_else(|| EventKind::Met(duty(place - PLAIN.len())))
        }
    }
}

/// A number of days, as days are added to one.
fn in_days(n: impl TryInto<i32>) -> i32 {
    n.try_into().ok().expect("so many days")
}

/// A spell that counts for the dismissal ban, or one that does not.
fn counted_if(counts: bool, spell: poortwachter::Spell) -> poortwachter::Spell {
    if counts { spell } else { spell.left_out_of_dismissal_ban() }
}
