//! What must hold for a table of rules, checked when the crate is compiled.

use super::duty::NUMBERS;
use super::properties::{Deadline, Recurrence, Tolerance};
use super::rule::Rule;
use super::version::{Anchor, Version};
use super::{LONGEST_PROLONGED, LONGEST_SERIES};
use crate::lang::Lang;

/// What is wrong with a table of rules.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Unsound {
    /// Two rules have the same name in one regime.
    #[error("a rule is registered twice")]
    RegisteredTwice,
    /// A rule has no name.
    #[error("a rule has no name")]
    NoName,
    /// A rule holds in no regime.
    #[error("a rule holds in no regime")]
    NoRegime,
    /// A rule has no version.
    #[error("a rule has no version")]
    NoVersion,
    /// The first version does not hold from the beginning.
    #[error("the first version of a rule must have no first day")]
    NotFromTheBeginning,
    /// A version does not begin after the one before it.
    #[error("the versions of a rule must stand in order, each but the first with its first day")]
    NotInOrder,
    /// A rule has a second version that is read as if it could have one only: nobody would ask which of
    /// them holds for a case.
    #[error("this rule can have no second version yet: change its only version instead")]
    SecondVersion,
    /// A term of nothing.
    #[error("the number in a term is zero")]
    ZeroTerm,
    /// A date without words that give it.
    #[error("a date has no verbatim words")]
    NoWords,
    /// A reading stands in one of the two languages only.
    #[error("a reading stands in one language only")]
    OneLanguage,
    /// Progress interviews or recalibrations would follow one another without end, or at a distance so short
    /// that the payment has more of them than a series can have.
    #[error(
        "a series could have more than 500 lines: its rhythm is too short for as long as wages, sickness \
         benefit and a sanction can last"
    )]
    LongSeries,
    /// A rule counts its days from what another recurrence has: the one before it, a period, a notice of
    /// repair, a leave.
    #[error("what a rule counts from does not fit how often it comes")]
    OtherRecurrence,
    /// A final deadline, or a tolerance for some cases, without a tolerated day in any version.
    #[error("a rule says something of its tolerated day and has none")]
    NoToleratedDay,
    /// A possibility that does not say what it arises from, or another rule that does.
    #[error("a possibility says what it arises from, and no other rule does")]
    OtherArising,
    /// Nothing meets a duty.
    #[error("nothing that is recorded meets a duty")]
    NeverMet,
    /// A duty waits for itself, by way of others.
    #[error("a duty waits for itself")]
    Circle,
    /// A property that one duty must have, such as that the payment runs on while it is late, is that of
    /// none or of several.
    #[error("not one duty has a property that the ends of a case are computed from")]
    NotOneDuty,
    /// The changed rule is not in the table.
    #[error("there is no rule of that name to replace")]
    UnknownRule,
}

/// Checks a table of rules: every name once in a regime, versions in order, no empty term, no date without
/// words, every reading in both languages, days that fit how often a duty comes, no duty that waits for
/// itself, no series of more than [`LONGEST_SERIES`](super::LONGEST_SERIES)
/// lines.
///
/// Usable in constants: an unsound table does not compile.
///
/// ```
/// const SOUND: () = poortwachter::law::assert_sound(&[&poortwachter::law::wia::WIA_CLAIM]);
/// ```
///
/// The same rule twice does not compile:
///
/// ```compile_fail
/// use poortwachter::law::{assert_sound, wia::WIA_CLAIM};
/// const TWICE: () = assert_sound(&[&WIA_CLAIM, &WIA_CLAIM]);
/// # let _ = TWICE;
/// ```
///
/// # Panics
/// When the table is unsound; in a constant that is a compile error. [`check`] gives a `Result`.
pub const fn assert_sound(rules: &[&Rule]) {
    match check(rules) {
        Ok(()) => {}
        Err(Unsound::RegisteredTwice) => panic!("a rule is registered twice"),
        Err(Unsound::NoName) => panic!("a rule has no name"),
        Err(Unsound::NoRegime) => panic!("a rule holds in no regime"),
        Err(Unsound::NoVersion) => panic!("a rule has no version"),
        Err(Unsound::NotFromTheBeginning) => {
            panic!("the first version of a rule must have no first day")
        }
        Err(Unsound::NotInOrder) => {
            panic!(
                "the versions of a rule must stand in order, each but the first with its first day"
            )
        }
        Err(Unsound::SecondVersion) => panic!("this rule can have no second version yet"),
        Err(Unsound::ZeroTerm) => panic!("the number in a term is zero"),
        Err(Unsound::NoWords) => panic!("a date has no verbatim words"),
        Err(Unsound::OneLanguage) => panic!("a reading stands in one language only"),
        Err(Unsound::LongSeries) => panic!(
            "a series could have more than 500 lines: its rhythm is too short for as long as wages, sickness \
             benefit and a sanction can last"
        ),
        Err(Unsound::OtherRecurrence) => {
            panic!("what a rule counts from does not fit how often it comes")
        }
        Err(Unsound::NoToleratedDay) => {
            panic!("a rule says something of its tolerated day and has none")
        }
        Err(Unsound::OtherArising) => {
            panic!("a possibility says what it arises from, and no other rule does")
        }
        Err(Unsound::NeverMet) => panic!("nothing that is recorded meets a duty"),
        Err(Unsound::Circle) => panic!("a duty waits for itself"),
        Err(Unsound::NotOneDuty) => {
            panic!("not one duty has a property that the ends of a case are computed from")
        }
        Err(Unsound::UnknownRule) => panic!("there is no rule of that name to replace"),
    }
}

/// As [`assert_sound`], for tables that are built while a program runs.
///
/// ```
/// use poortwachter::law::{self, Unsound, wia::WIA_CLAIM};
/// assert_eq!(law::check(&[&WIA_CLAIM, &WIA_CLAIM]), Err(Unsound::RegisteredTwice));
/// ```
///
/// # Errors
/// The first thing that is wrong.
pub const fn check(rules: &[&Rule]) -> Result<(), Unsound> {
    let mut i = 0;
    while i < rules.len() {
        let mut earlier = 0;
        while earlier < i {
            if same(rules[i].id(), rules[earlier].id()) && share_a_regime(rules[i], rules[earlier])
            {
                return Err(Unsound::RegisteredTwice);
            }
            earlier += 1;
        }
        if is_nameless(rules[i]) {
            return Err(Unsound::NoName);
        }
        if rules[i].regimes.is_empty() {
            return Err(Unsound::NoRegime);
        }
        if let Err(unsound) = check_versions(rules[i].versions) {
            return Err(unsound);
        }
        if let Err(unsound) = check_properties(rules[i]) {
            return Err(unsound);
        }
        i += 1;
    }
    if waits_for_itself(rules) {
        return Err(Unsound::Circle);
    }
    check_series(rules)
}

/// Whether a rule lacks one of its names.
const fn is_nameless(rule: &Rule) -> bool {
    let stands_in_sentences = rule.duty().is_some() && !rule.is_series();
    rule.id().is_empty()
        || rule.name(Lang::Nl).is_empty()
        || rule.name(Lang::En).is_empty()
        || (stands_in_sentences && rule.the_nl.is_empty())
}

/// Whether what a rule says of itself fits its dates.
const fn check_properties(rule: &Rule) -> Result<(), Unsound> {
    if rule.met_by.is_empty() {
        return Err(Unsound::NeverMet);
    }
    if rule.possibility().is_some() != rule.arising.is_some() {
        return Err(Unsound::OtherArising);
    }
    let mut lacks_tolerated =
        matches!(rule.deadline, Deadline::Final) || !matches!(rule.tolerance, Tolerance::Always);
    let mut v = 0;
    while v < rule.versions.len() {
        let is_of_a_series = matches!(
            rule.versions[v].due.from,
            Anchor::PreviousInterview
                | Anchor::PeriodStart
                | Anchor::RepairNotified
                | Anchor::AdjustmentAdvised
                | Anchor::SupplementAsked
                | Anchor::TermSet
                | Anchor::RecoveryTold
                | Anchor::DayAfterLeave
                | Anchor::LastDayToObject
        );
        let fits = match (rule.recurrence, rule.versions[v].due.from) {
            (Recurrence::AfterPrevious { .. }, Anchor::PreviousInterview)
            | (Recurrence::EveryTerm, Anchor::PeriodStart)
            | (Recurrence::PerRepairNotice, Anchor::RepairNotified)
            | (
                Recurrence::PerRequest(_),
                Anchor::AdjustmentAdvised | Anchor::SupplementAsked | Anchor::TermSet,
            )
            | (Recurrence::PerRecovery(_), Anchor::FirstFitDay | Anchor::RecoveryTold)
            | (Recurrence::PerLeave { .. }, Anchor::DayAfterLeave)
            | (Recurrence::PerObjection { .. }, Anchor::LastDayToObject) => true,
            (recurrence, _) => !recurrence.is_series() && !is_of_a_series,
        };
        if !fits {
            return Err(Unsound::OtherRecurrence);
        }
        lacks_tolerated &= rule.versions[v].tolerated.is_none();
        v += 1;
    }
    if lacks_tolerated {
        return Err(Unsound::NoToleratedDay);
    }
    Ok(())
}

/// Whether there is a circle in what waits for what. Duties that wait for nothing are taken away, then those
/// that waited for these, and so on; what is left waits for itself.
const fn waits_for_itself(rules: &[&Rule]) -> bool {
    let (mut left, mut before) = ([false; NUMBERS], usize::MAX);
    let mut count = 0;
    let mut i = 0;
    while i < rules.len() {
        if let Some(duty) = rules[i].duty() {
            left[duty.code() as usize] = true;
        }
        i += 1;
    }
    i = 0;
    while i < NUMBERS {
        count += left[i] as usize;
        i += 1;
    }
    while count > 0 && count < before {
        before = count;
        let mut waits = [false; NUMBERS];
        i = 0;
        while i < rules.len() {
            if let Some(duty) = rules[i].duty() {
                waits[duty.code() as usize] |= waits_for_one_of(rules[i], &left);
            }
            i += 1;
        }
        (i, count) = (0, 0);
        while i < NUMBERS {
            left[i] = left[i] && waits[i];
            count += left[i] as usize;
            i += 1;
        }
    }
    count > 0
}

/// Whether a rule counts from or waits for one of some duties.
const fn waits_for_one_of(rule: &Rule, duties: &[bool; NUMBERS]) -> bool {
    let mut i = 0;
    while let Some(duty) = rule.counts_from(i) {
        if duties[duty.code() as usize] {
            return true;
        }
        i += 1;
    }
    false
}

/// The rules that give how long that is.
const PERIODS: [&str; 2] = ["end-of-wages", "end-of-sickness-benefit"];
const SANCTION: &str = "wage-sanction-length";

/// As many interviews as fit in the longest payment are written one by one. Recorded facts can prolong it
/// to twenty years, and a sanction follows.
const fn check_series(rules: &[&Rule]) -> Result<(), Unsound> {
    let sanction = longest(rules, SANCTION);
    let (mut paid, mut i) = (LONGEST_PROLONGED, 0);
    while i < PERIODS.len() {
        let period = longest(rules, PERIODS[i]);
        paid = if period > paid { period } else { paid };
        i += 1;
    }
    i = 0;
    while i < rules.len() {
        let mut v = 0;
        while v < rules[i].versions.len() {
            let days = rules[i].versions[v].due.term.days_on(28, 365);
            let is_long = days <= 0 || (paid + sanction) / days > LONGEST_SERIES as i32;
            if is_long && rules[i].recurrence.is_rhythm() {
                return Err(Unsound::LongSeries);
            }
            v += 1;
        }
        i += 1;
    }
    Ok(())
}

/// The most days in any version of the rules of a name.
const fn longest(rules: &[&Rule], id: &str) -> i32 {
    let (mut longest, mut i) = (0, 0);
    while i < rules.len() {
        let mut v = 0;
        while same(rules[i].id(), id) && v < rules[i].versions.len() {
            let days = rules[i].versions[v].due.term.days_on(31, 366);
            longest = if days > longest { days } else { longest };
            v += 1;
        }
        i += 1;
    }
    longest
}

/// Whether two rules hold in the same regime.
pub(super) const fn share_a_regime(a: &Rule, b: &Rule) -> bool {
    let mut i = 0;
    while i < a.regimes.len() {
        let mut j = 0;
        while j < b.regimes.len() {
            if a.regimes[i] as u8 == b.regimes[j] as u8 {
                return true;
            }
            j += 1;
        }
        i += 1;
    }
    false
}

const fn check_versions(versions: &[Version]) -> Result<(), Unsound> {
    if versions.is_empty() {
        return Err(Unsound::NoVersion);
    }
    if versions[0].since.is_some() {
        return Err(Unsound::NotFromTheBeginning);
    }
    let mut i = 0;
    while i < versions.len() {
        if i > 0 {
            let is_later = match (versions[i - 1].since, versions[i].since) {
                (Some(before), Some(since)) => since.days_since(before) > 0,
                (None, Some(_)) => true,
                (_, None) => false,
            };
            if !is_later {
                return Err(Unsound::NotInOrder);
            }
        }
        let proviso = match versions[i].proviso {
            Some(proviso) => Some(proviso.before),
            None => None,
        };
        let bounds = [
            versions[i].opens,
            versions[i].advised,
            Some(versions[i].due),
            versions[i].tolerated,
            proviso,
        ];
        let mut b = 0;
        while b < bounds.len() {
            if let Some(bound) = bounds[b] {
                if matches!(bound.term.number(), Some(0)) {
                    return Err(Unsound::ZeroTerm);
                }
                if bound.source.text.is_empty() {
                    return Err(Unsound::NoWords);
                }
                if bound.reading.nl.is_empty() != bound.reading.en.is_empty() {
                    return Err(Unsound::OneLanguage);
                }
            }
            b += 1;
        }
        i += 1;
    }
    Ok(())
}

/// Equality of names in constants.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}
