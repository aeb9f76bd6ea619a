//! Points of no return: last days after which something can no longer be undone.

use crate::closed_list::closed_list;
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Consequence, Duty, Regime, Rule, Source, point_of_no_return};
use crate::timeline::{MilestoneDay, Obligation, PossibilityState, PossibilityWindow};
use core::cmp::Ordering;

const FINED: Duty = point_of_no_return(Consequence::Fine);
const SANCTIONED: Duty = point_of_no_return(Consequence::WageSanction);
const RUNS_ON: Duty = point_of_no_return(Consequence::PaymentRunsOn);
const NO_SANCTION: Duty = point_of_no_return(Consequence::NoSanction);

closed_list! {
    /// What cannot be undone after its last day. Stable names and names of the first ones are those of the duties.
    PointKind, "point of no return" {
        /// The 42nd-week report: later, the UWV imposes a fine (ZW 38(3)).
        SicknessReport = 0, FINED.id(), FINED.name(Lang::Nl), FINED.name(Lang::En);
        /// The re-integration report: later, the UWV can prolong the payment (WIA 25(9)).
        ReintegrationReport = 1, SANCTIONED.id(), SANCTIONED.name(Lang::Nl), SANCTIONED.name(Lang::En);
        /// The WIA claim: every day later, the wages or the benefit run on by a day (BW 7:629(11)(a),
        /// ZW 29(10)(a)).
        WiaClaim = 2, RUNS_ON.id(), RUNS_ON.name(Lang::Nl), RUNS_ON.name(Lang::En);
        /// The decision on a wage sanction: after the end the UWV can no longer impose one
        /// (WIA 25(11)).
        WageSanctionDecision = 3, NO_SANCTION.id(), NO_SANCTION.name(Lang::Nl), NO_SANCTION.name(Lang::En);
        /// The last day of a possibility, such as an objection: after it, it has lapsed.
        Possibility = 4, "possibility", "mogelijkheid", "possibility";
        /// A milestone after which something is lost, such as the benefit for what lies more than 52 weeks
        /// back (WIA 64(11)).
        Milestone = 5, "milestone", "mijlpaal", "milestone";
    }
}

impl PointKind {
    /// The duty; none of a possibility and a milestone.
    #[must_use]
    pub const fn duty(self) -> Option<Duty> {
        match self {
            PointKind::SicknessReport => Some(FINED),
            PointKind::ReintegrationReport => Some(SANCTIONED),
            PointKind::WiaClaim => Some(RUNS_ON),
            PointKind::WageSanctionDecision => Some(NO_SANCTION),
            PointKind::Possibility | PointKind::Milestone => None,
        }
    }

    /// What happens after the last day.
    ///
    /// ```
    /// use poortwachter::{Lang, horizon::PointKind};
    /// assert_eq!(
    ///     PointKind::WageSanctionDecision.words(Lang::En),
    ///     "after it the UWV can no longer impose a wage sanction"
    /// );
    /// ```
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            PointKind::SicknessReport => {
                lang.pick("daarna kan het UWV een boete opleggen", "after it the UWV can fine")
            }
            PointKind::ReintegrationReport => lang.pick(
                "daarna kan het UWV de loondoorbetaling met ten hoogste 52 weken verlengen",
                "after it the UWV can prolong the wages by at most 52 weeks",
            ),
            PointKind::WiaClaim => lang.pick(
                "elke dag later loopt de betaling een dag langer door",
                "every day later, the payment runs on by a day",
            ),
            PointKind::WageSanctionDecision => lang.pick(
                "daarna kan het UWV geen loonsanctie meer opleggen",
                "after it the UWV can no longer impose a wage sanction",
            ),
            PointKind::Possibility => lang
                .pick("daarna is de mogelijkheid vervallen", "after it the possibility has lapsed"),
            PointKind::Milestone => lang.pick(
                "daarna gaat elke dag later een dag verloren",
                "after it every day later loses a day",
            ),
        }
    }
}

/// A last day after which something can no longer be undone, in one case. Points are in order of
/// the day, then of the kind, then of the position.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    last: Day,
    kind: PointKind,
    position: u64,
    /// The rule that it is about.
    rule: &'static Rule,
    source: Source,
}

impl Point {
    /// The point of an obligation that binds, where being late has a consequence in its regime.
    pub(super) fn of(position: u64, obligation: &Obligation) -> Option<Point> {
        let kind = *PointKind::ALL.iter().find(|kind| kind.duty() == Some(obligation.duty()))?;
        // The authority still accepts it on the tolerated day; that of a sanction is fatal.
        let last = obligation.tolerated().or(obligation.due())?;
        // In the safety net a late claim prolongs nothing, and there is no sanction (WIA 26(1)).
        let mut words = obligation.rule().no_return.iter();
        let (_, source) = words.find(|(regime, _)| *regime == obligation.regime)?;
        Some(Point { last, kind, position, rule: obligation.rule(), source: **source })
    }

    /// The point of a possibility that can still be used, where the law names a last day.
    pub(super) fn of_possibility(position: u64, window: &PossibilityWindow) -> Option<Point> {
        let is_ahead =
            matches!(window.state(), PossibilityState::NotYetOpen | PossibilityState::Open);
        let last = window.until().filter(|_| is_ahead)?;
        let (kind, rule) = (PointKind::Possibility, window.rule());
        Some(Point { last, kind, position, rule, source: window.source() })
    }

    /// The point of a milestone after which something is lost, by the words of its rule.
    pub(super) fn of_milestone(
        position: u64,
        milestone: &MilestoneDay,
        regime: Regime,
    ) -> Option<Point> {
        let (kind, rule) = (PointKind::Milestone, milestone.rule());
        let (_, source) = rule.no_return.iter().find(|(own, _)| *own == regime)?;
        Some(Point { last: milestone.day(), kind, position, rule, source: **source })
    }

    /// The rule of the duty, the possibility or the milestone.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// What cannot be undone.
    #[must_use]
    pub const fn kind(&self) -> PointKind {
        self.kind
    }

    /// The last day on which it can be done without harm: the tolerated day where there is one,
    /// else the due day.
    #[must_use]
    pub fn last_day(&self) -> Day {
        self.last
    }

    /// Days from `on` to the last day, 0 on the last day itself and after it.
    #[must_use]
    pub fn days_left(&self, on: impl Into<Day>) -> u32 {
        self.last.days_since(on.into()).max(0).unsigned_abs()
    }

    /// How the caller knows the case.
    #[must_use]
    pub const fn position(&self) -> u64 {
        self.position
    }

    /// The article that says what happens after the last day, with its words.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.source
    }

    const fn key(&self) -> (Day, PointKind, u64, &'static str) {
        (self.last, self.kind, self.position, self.rule.id())
    }
}

impl PartialEq for Point {
    fn eq(&self, other: &Point) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Point {}

impl Ord for Point {
    fn cmp(&self, other: &Point) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for Point {
    fn partial_cmp(&self, other: &Point) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
