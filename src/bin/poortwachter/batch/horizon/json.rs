//! The counts for a program.

use super::Counted;
use crate::failure::Failure;
use serde_json::{Value, json};

pub(super) fn text(counted: &Counted) -> Result<String, Failure> {
    let Counted { horizon, ids, left_out, .. } = counted;
    let due =
        horizon.due().map(|(day, duty, n)| json!({"day": day, "duty": duty.id(), "count": n}));
    let per_day = horizon.per_day().filter(|(_, n)| *n > 0);
    let per_duty = horizon.per_duty().map(|(duty, n)| json!({"duty": duty.id(), "count": n}));
    let per_actor = horizon.per_actor().map(|(actor, n)| json!({"actor": actor.id(), "count": n}));
    let overdue = horizon.overdue().map(|(duty, n)| json!({"duty": duty.id(), "count": n}));
    let overdue_per_actor = horizon.overdue_per_actor();
    let points = horizon.points().into_iter().map(|point| {
        json!({
            "id": ids.get(&point.position()).cloned().flatten(),
            "kind": point.kind().id(),
            "subject": point.rule().id(),
            "last_day": point.last_day(),
            "days_left": point.days_left(horizon.on()),
            "citation": point.source().citation.to_string(),
        })
    });
    let passing = horizon.points_per_kind().map(|(kind, n)| json!({"kind": kind.id(), "count": n}));
    let all = json!({
        "on": horizon.on(),
        "last_day": horizon.last_day(),
        "cases": horizon.cases(),
        "left_out": left_out,
        "due_total": horizon.total(),
        "due": due.collect::<Vec<_>>(),
        "per_day": per_day.map(|(day, n)| json!({"day": day, "count": n})).collect::<Vec<_>>(),
        "per_duty": per_duty.collect::<Vec<_>>(),
        "per_actor": per_actor.collect::<Vec<_>>(),
        "overdue_total": horizon.overdue_total(),
        "overdue": overdue.collect::<Vec<_>>(),
        "overdue_per_actor": overdue_per_actor
            .map(|(actor, n)| json!({"actor": actor.id(), "count": n}))
            .collect::<Vec<Value>>(),
        "points": points.collect::<Vec<_>>(),
        "points_per_kind": passing.collect::<Vec<_>>(),
    });
    let text = serde_json::to_string_pretty(&all);
    text.map(|text| text + "\n").map_err(|error| Failure::message(error.to_string()))
}
