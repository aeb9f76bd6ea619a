//! Phrases inside a line that stand in more than one place.

use crate::change::What;
use crate::lang::{Lang, Text};
use crate::protocol::AnchorKind;
use crate::timeline::StatusKind;
use crate::verdict::JudgementKind;

/// The name of a member of a closed list.
macro_rules! name {
    ($member:expr) => {
        Text::new($member.name(Lang::Nl), $member.name(Lang::En))
    };
}

/// The day to plan on.
pub const ADVISED: Text = name!(What::Advised);
/// The last day that the authority accepts, in short.
pub const ACCEPTED_THROUGH: Text = name!(What::Tolerated);
/// The last day that the authority accepts.
pub const ACCEPTED_UNTIL: Text = Text::new("aanvaard tot en met", "accepted until");
/// Late, but no later than the authority accepts.
pub const STILL_ACCEPTED: Text = Text::new("nog aanvaard", "still accepted");
/// The last day under the text.
pub const DUE: Text = name!(What::Due);
/// The last day under the text, in a sentence.
pub const DUE_BY: Text = Text::new("uiterlijk", "due by");
/// The last day under the text, as a noun.
pub const DUE_DAY: Text = Text::new("uiterste dag", "due day");
/// There is no day.
pub const NO_DAY: Text = Text::new("geen dag", "no day");
/// From a day on.
pub const FROM: Text = Text::new("vanaf", "from");
/// Through a day.
pub const THROUGH: Text = Text::new("t/m", "to");
/// Through a day, in full.
pub const UNTIL: Text = Text::new("tot en met", "until");
/// Through a day, as it is said.
pub const UP_TO_AND_INCLUDING: Text = Text::new("tot en met", "up to and including");
/// After a day.
pub const AFTER: Text = Text::new("na", "after");
/// What stood there before.
pub const WAS: Text = Text::new("was", "was");
/// The day of the view.
pub const TODAY: Text = Text::new("vandaag", "today");
/// The first sick day.
pub const FIRST_SICK_DAY: Text = name!(What::FirstSickDay);
/// The last sick day.
pub const LAST_SICK_DAY: Text = name!(AnchorKind::LastSickDay);
/// The state pension age.
pub const STATE_PENSION_AGE: Text = Text::new("AOW-leeftijd", "state pension age");
/// The employee is sick.
pub const SICK: Text = Text::new("ziek", "sick");
/// Maternity leave.
pub const LEAVE: Text = Text::new("verlof", "leave");
/// The wages run on by decision of the UWV.
pub const WAGE_SANCTION: Text = Text::new("loonsanctie", "wage sanction");
/// It was done.
pub const DONE: Text = name!(What::Met);
/// It was done before it could be.
pub const EARLY: Text = Text::new("vroeg", "early");
/// It was done after the due day.
pub const LATE: Text = name!(JudgementKind::Late);
/// It was not done, and the due day has passed.
pub const OVERDUE: Text = name!(StatusKind::Overdue);
/// It is recorded.
pub const RECORDED: Text = Text::new("vastgelegd", "recorded");
/// It is not recorded.
pub const NOT_RECORDED: Text = Text::new("niet vastgelegd", "not recorded");
/// It was held.
pub const HELD: Text = Text::new("gevoerd", "held");
/// It has ended.
pub const ENDED: Text = Text::new("beëindigd", "ended");
/// Where to look, since no article says it.
pub const SEE: Text = Text::new("zie", "see");
/// An authority decided it.
pub const DECIDED: Text = Text::new("besluit", "decided");
/// A sanction that came too late.
pub const NO_EFFECT: Text = Text::new("zonder gevolg", "no effect");
/// Why a sanction ends early, after the number of days.
pub const SHORTER: Text = Text::new("korter: UWV besliste te laat", "shorter: the UWV was late");
/// What is no law.
pub const POLICY_OR_PRACTICE: Text =
    Text::new("beleid of praktijk: geen wet", "policy or practice: not law");
/// Below a table that shows days of policy and practice.
pub const NO_STATUTE_NAMES_THE_DAY: Text = Text::new(
    "beleid, praktijk: de wet noemt hier geen dag.",
    "policy, practice: no statute names this day.",
);
/// A case that no relapse continues any more.
pub const EARLIER_CASE: Text = Text::new("Eerder geval, gesloten", "Earlier case, closed");
/// Yes.
pub const YES: Text = Text::new("ja", "yes");
/// No.
pub const NO: Text = Text::new("nee", "no");
/// What was left out of a file with many cases.
pub const REJECTED: Text = Text::new("afgewezen", "rejected");
/// Before the identifier of a case, inside a line.
pub const CASE: Text = Text::new("geval", "case");
/// Before the article.
pub const BASIS: Text = Text::new("grond", "basis");
/// Before the days.
pub const WHEN: Text = Text::new("wanneer", "when");
