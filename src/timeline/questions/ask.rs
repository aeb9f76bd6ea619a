//! Which questions a view leaves open, and what follows from each answer: the case is evaluated again with the
//! fact supposed.

use super::compare::{Dates, Supposed, compare};
use super::{Answer, AnswerKind, AnsweredDate, OpenQuestion, QuestionKind};
use crate::case::{CaseBuilder, Entitlement, Event, EventKind, Fact, Joins, Leave, Role};
use crate::day::Day;
use crate::law::{ClockKind, Milestone, Regime, Source, zw};
use crate::timeline::{Obligation, OpenNorm, State, Status, Timeline, View};
use alloc::vec::Vec;

/// Every open question of a view, in the order of their kinds.
pub(super) fn questions(view: &View<'_>) -> Vec<OpenQuestion> {
    if view.state() == State::NotYetSick {
        return Vec::new();
    }
    let asker = Asker::of(view);
    let leaves = asker.facts.iter().filter_map(|fact| match fact {
        Fact::Leave(leave) => Some(*leave),
        _ => None,
    });
    let mut questions: Vec<OpenQuestion> =
        leaves.clone().filter_map(|leave| asker.joins(leave)).collect();
    questions.extend(asker.entitlement());
    questions.extend(asker.claim());
    questions.extend(asker.long_absence());
    questions.extend(leaves.filter_map(|leave| asker.benefit_after(leave)));
    questions
}

/// A view that is asked about, with the facts that are known in it.
struct Asker<'v, 't> {
    view: &'v View<'t>,
    facts: Vec<Fact>,
    present: Dates,
}

impl<'v, 't> Asker<'v, 't> {
    fn of(view: &'v View<'t>) -> Asker<'v, 't> {
        let facts = Fact::known(view.timeline().case(), view.on());
        Asker { view, facts, present: Dates::of(view) }
    }

    /// What follows from an answer that is recorded as these facts; none where they contradict the others.
    fn suppose(&self, kind: AnswerKind, facts: impl Iterator<Item = Fact>) -> Option<Supposed> {
        let recorded = self.view.timeline().case();
        let mut builder = CaseBuilder::of(facts);
        builder.draft().id.clone_from(&recorded.id);
        builder.draft().checked_by = recorded.checked_by;
        let case = builder.build().ok()?;
        let timeline = Timeline::under(self.view.timeline().law(), &case);
        let dates = Dates::of(&timeline.view_with_lead(self.view.on(), self.view.lead()));
        Some(Supposed { kind, case: Some(case), dates })
    }

    /// With one event more.
    fn suppose_event(&self, kind: AnswerKind, event: EventKind, on: Day) -> Option<Supposed> {
        let event = Fact::Event(Event::new(event, on));
        self.suppose(kind, self.facts.iter().copied().chain([event]))
    }

    /// With another answer in the place of the one that is recorded.
    fn suppose_instead(&self, kind: AnswerKind, fact: Fact) -> Option<Supposed> {
        let replaced = self.facts.iter().map(|other| match other.is_about_the_same(&fact) {
            true => fact,
            false => *other,
        });
        self.suppose(kind, replaced)
    }

    fn question(
        &self,
        (kind, about): (QuestionKind, Option<Day>),
        source: Option<Source>,
        answers: impl IntoIterator<Item = Option<Supposed>>,
    ) -> Option<OpenQuestion> {
        let supposed = answers.into_iter().collect::<Option<Vec<_>>>()?;
        let (dates, answers) = compare(&self.present, supposed)?;
        Some(OpenQuestion {
            kind,
            about,
            dates,
            answers,
            asks_whether_met: None,
            may_be_deemed_timely: false,
            source,
        })
    }

    /// Whether a leave joins, where nobody decided; and who decided, where it is said to separate and no
    /// sickness has begun after it.
    fn joins(&self, leave: Leave) -> Option<OpenQuestion> {
        let with = |kind, joins, decided| {
            self.suppose_instead(kind, Fact::Leave(leave.joining(joins, decided)))
        };
        let about = Some(leave.first);
        match (leave.joins, leave.decided) {
            (Joins::Unknown, _) => {
                // Who decided moves nothing, and a decision that is known today is dated today at the latest.
                let decided = Some((Role::Employer, self.view.on()));
                let answers = [
                    with(AnswerKind::OneCase, Joins::Yes, None),
                    with(AnswerKind::NewCase, Joins::No, decided),
                ];
                self.question((QuestionKind::LeaveJoins, about), None, answers)
            }
            (Joins::No, None) => {
                let decided = Some((Role::Employer, self.view.on()));
                let answers = [
                    with(AnswerKind::Decided, Joins::No, decided),
                    with(AnswerKind::NotDecided, Joins::Unknown, None),
                ];
                // From the first sick day after it on it separates, whoever decided.
                let is_sick_again = self.facts.iter().any(|fact| match fact {
                    Fact::Spell(spell) => spell.last > leave.last,
                    _ => false,
                });
                let kind = QuestionKind::SeparationDecided;
                if is_sick_again { None } else { self.question((kind, about), None, answers) }
            }
            _ => None,
        }
    }

    /// Whether there is an entitlement to sickness benefit, where that is recorded as unknown.
    fn entitlement(&self) -> Option<OpenQuestion> {
        let unknown = Fact::Entitlement(Entitlement::Unknown);
        if !self.facts.contains(&unknown) {
            return None;
        }
        let with = |kind, answer| self.suppose_instead(kind, Fact::Entitlement(answer));
        let answers = [
            with(AnswerKind::Entitled, Entitlement::Yes),
            with(AnswerKind::NotEntitled, Entitlement::No),
        ];
        self.question((QuestionKind::Entitlement, None), None, answers)
    }

    /// An obligation that was not met and should have been by now, as far as is recorded.
    fn unmet(&self, duty: crate::law::Duty) -> Option<(&'v Obligation, Day)> {
        let (obligation, status) = self.view.obligation(duty)?;
        let unknown = Status::Undetermined(OpenNorm::NotRecorded);
        let is_late = matches!(status, Status::Overdue { .. }) || status == unknown;
        Some((obligation, obligation.due().filter(|_| is_late)?))
    }

    /// Whether a claim was made, where none is recorded after its due day. While nobody claims, what a late
    /// claim prolongs runs on.
    fn claim(&self) -> Option<OpenQuestion> {
        let roles = self.view.timeline().law().roles();
        let (claim, due) = self.unmet(roles.claim)?;
        if self.view.is_concluded() {
            return None;
        }
        let made = |kind, on| self.suppose_event(kind, EventKind::Met(roles.claim), on);
        let in_time = made(AnswerKind::MadeInTime, due);
        let today = made(AnswerKind::MadeToday, self.view.on());
        let not_made =
            Supposed { kind: AnswerKind::NotMade, case: None, dates: self.present.clone() };
        let source = claim.rule().no_return.iter();
        let regime = self.view.timeline().case().regime();
        let source = source.clone().find(|(of, _)| *of == regime).map(|(_, source)| **source);
        let kind = (QuestionKind::WiaClaimed, Some(due));
        let mut question = self.question(kind, source, [in_time, today, Some(not_made)])?;
        question.asks_whether_met = Some(roles.claim);
        runs_on(&mut question.answers);
        let is_notice = |event: &Event| {
            event.kind() == EventKind::Met(roles.notice)
                || event.kind() == EventKind::WiaNoticeReceived
        };
        question.may_be_deemed_timely = !self.view.events().any(is_notice);
        Some(question)
    }

    /// Whether long absence was foreseen only after the term of the analysis, where that is overdue. Where nobody
    /// can say whether the analysis was made, that is not known, and not when it was due.
    fn long_absence(&self) -> Option<OpenQuestion> {
        let roles = self.view.timeline().law().roles();
        let (analysis, due) = self.unmet(roles.without_delay)?;
        let foreseen = EventKind::LongAbsenceForeseen;
        let is_recorded = self.view.events().any(|event| event.kind() == foreseen);
        let is_overdue = matches!(self.view.status(analysis), Status::Overdue { .. });
        if is_recorded || !is_overdue {
            return None;
        }
        let first = self.view.first_sick_day();
        let answers = [
            self.suppose_event(AnswerKind::ForeseenInTime, foreseen, first),
            self.suppose_event(AnswerKind::ForeseenLater, foreseen, due.plus(1)),
        ];
        let source = Some(analysis.source());
        self.question((QuestionKind::LongAbsenceForeseen, None), source, answers)
    }

    /// Whether the benefit after a leave counts from the day after it: by ZW 29a(4), which sets 29(5) aside. The
    /// ground is never recorded, so that no fact stands for the answer.
    fn benefit_after(&self, leave: Leave) -> Option<OpenQuestion> {
        let after = leave.last.plus(1);
        let case = self.view.timeline().case();
        let is_sick_since = |fact: &Fact| match fact {
            Fact::Spell(spell) => spell.first <= after && after <= spell.last,
            _ => false,
        };
        let spell = self.facts.iter().rfind(|fact| matches!(fact, Fact::Spell(_)))?;
        let is_on_leave = self.facts.iter().any(|fact| match fact {
            Fact::Leave(other) => other.first <= after && after <= other.last,
            _ => false,
        });
        let begins = self.view.first_sick_day() <= leave.first && after <= self.view.on();
        if case.regime() != Regime::SafetyNet
            || !is_sick_since(spell)
            || is_on_leave
            || !begins
            || !self.view.counts(ClockKind::WaitingPeriod, after)
        {
            return None;
        }
        let weeks = i32::try_from(zw::WEEKS_AFTER_LEAVE_AT_MOST).unwrap_or(i32::MAX);
        let last = leave.last.plus(7 * weeks);
        let before_pension = case.state_pension_day().map(|pension| pension.plus(-1));
        let last = before_pension.map_or(last, |pension| last.min(pension));
        let is_reached = |fact: &Fact| matches!(fact, Fact::Spell(spell) if last <= spell.last);
        let last = Some(last).filter(|_| is_reached(spell));
        let milestone = Milestone::END_OF_SICKNESS_BENEFIT;
        let from = |kind, dates| Some(Supposed { kind, case: None, dates });
        let answers = [
            from(AnswerKind::FromTheDayAfterLeave, self.present.with(milestone, last)),
            from(AnswerKind::FromTheFirstSickDay, self.present.clone()),
        ];
        let kind = (QuestionKind::BenefitAfterLeave, Some(leave.first));
        self.question(kind, Some(zw::AFTER_LEAVE), answers)
    }
}

/// What comes later for a claim of today than for one in time comes a day later for every day, and has no day
/// while nobody claims.
fn runs_on(answers: &mut [Answer]) {
    let [in_time, today, not_made] = answers else { return };
    let dates = in_time.dates.iter().zip(&mut today.dates).zip(&mut not_made.dates);
    for ((in_time, today), not_made) in dates {
        let is_later = |in_time: &AnsweredDate, today: &AnsweredDate| {
            in_time.day.zip(today.day).is_some_and(|(in_time, today)| today > in_time)
        };
        if is_later(in_time, today) {
            today.moves_daily = true;
            (not_made.day, not_made.moves_daily) = (None, true);
        }
    }
}
