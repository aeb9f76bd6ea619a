//! One case as a line of CSV. Several things in one cell are separated by `;`, a period is an ISO 8601
//! interval with both days included, an empty cell is an absent fact.

use poortwachter::{Case, Event, EventKind, InterviewRhythm, Joins, Leave, Spell};

/// The columns.
pub const HEADER: &str = "id,regime,spells,leave,events,state_pension_day,employment_last_day,interviews,\
                          sickness_benefit_entitlement";

/// The columns of a file that knows first sick days only.
pub const PLAIN_HEADER: &str = "id,first_sick_day";

/// A line without its end. Rolling interviews, the default, stay empty. No cell needs quotes: made-up names hold no comma.
pub fn line(case: &Case) -> String {
    let rhythm = Some(case.interviews()).filter(|rhythm| *rhythm != InterviewRhythm::default());
    [
        case.id().unwrap_or_default().to_owned(),
        case.regime().id().to_owned(),
        list(case.spells(), spell),
        list(case.leave(), leave),
        list(case.events(), event),
        case.state_pension_day().map(|day| day.to_string()).unwrap_or_default(),
        case.employment_last_day().map(|day| day.to_string()).unwrap_or_default(),
        rhythm.map(InterviewRhythm::id).unwrap_or_default().to_owned(),
        case.sickness_benefit_entitlement().map(|e| e.id()).unwrap_or_default().to_owned(),
    ]
    .join(",")
}

/// The identifier and the first day of the first spell.
pub fn plain_line(case: &Case) -> String {
    format!("{},{}", case.id().unwrap_or_default(), case.spells()[0].first_day())
}

fn list<T>(things: &[T], cell: impl Fn(&T) -> String) -> String {
    things.iter().map(cell).collect::<Vec<_>>().join(";")
}

fn spell(spell: &Spell) -> String {
    let last = spell.last_day().map(|day| day.to_string()).unwrap_or_default();
    let counts =
        if spell.counts_for_dismissal_ban() { "" } else { " counts_for_dismissal_ban=false" };
    format!("{}/{last}{counts}", spell.first_day())
}

fn leave(leave: &Leave) -> String {
    let mut cell = format!("{}/{}", leave.first_day(), leave.last_day());
    if leave.joins() != Joins::default() {
        cell += &format!(" joins={}", leave.joins().id());
    }
    if let Some((role, on)) = leave.decided() {
        cell += &format!(" decided_by={} decided_on={on}", role.id());
    }
    cell
}

fn event(event: &Event) -> String {
    let kind = event.kind();
    let payload = match kind {
        EventKind::AgreedDeviation { duty, until, reason } => {
            format!(" duty={} until={} reason={}", duty.id(), until, reason.id())
        }
        EventKind::VoluntaryExtension { until } | EventKind::ExtensionShortened { until } => {
            format!(" until={}", until)
        }
        EventKind::WageSanction { weeks: Some(weeks) } => format!(" weeks={weeks}"),
        EventKind::SecondTrackAdvised { by } => format!(" by={}", by.id()),
        EventKind::SecondTrackPhase(phase) => format!(" phase={}", phase.id()),
        EventKind::SecondTrackEnded { why } => format!(" reason={}", why.id()),
        EventKind::PlanHolds(item) => format!(" item={}", item.id()),
        EventKind::ReportHolds(part) => format!(" part={}", part.id()),
        _ => String::new(),
    };
    format!("{} {}{payload}", event.on(), kind.id())
}
