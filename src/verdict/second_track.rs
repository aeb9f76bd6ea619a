//! The second track as a reviewer at the UWV looks at it. It is the ground of most wage sanctions.

use super::finding::{Finding, Judgement, Repair, Severity, Topic};
use crate::case::{Adviser, EventKind, SecondTrackEnd, SecondTrackPhase};
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::{Layer, Source, bw7, uwv};
use crate::timeline::{Obligation, OpenNorm, Standing, Status, View};
use alloc::vec::Vec;

closed_list! {
    /// What a reviewer at the UWV would ask about the second track.
    Question, "question" {
        /// When was it established that own and other suitable work is ruled out?
        WhenWasOwnWorkRuledOut = 0, "when-was-own-work-ruled-out",
            "Wanneer stond vast dat eigen en ander passend werk bij de werkgever niet meer kan?",
            "When was it established that own and other suitable work with the employer is ruled out?";
        /// Who advised the second track, and when?
        WhoAdvised = 1, "who-advised",
            "Wie adviseerde het tweede spoor, en wanneer?",
            "Who advised the second track, and when?";
        /// Which concrete perspective with the own employer justified waiting?
        WhichPerspective = 2, "which-perspective",
            "Welk concreet perspectief binnen drie maanden rechtvaardigde het wachten?",
            "Which concrete perspective within three months justified waiting?";
        /// Why did it start later than it had to?
        WhyLate = 3, "why-late",
            "Waarom startte het later dan zes weken na de eerstejaarsevaluatie?",
            "Why did it start later than six weeks after the first-year evaluation?";
        /// How does the employer keep a finger on the pulse?
        HowIsItFollowed = 4, "how-is-it-followed",
            "Hoe volgt de werkgever de voortgang?",
            "How does the employer follow its progress?";
        /// Did the first track go on beside it?
        DidTheFirstTrackGoOn = 5, "did-the-first-track-go-on",
            "Waarom ging het eerste spoor niet onverminderd door?",
            "Why did the first track not go on beside it?";
        /// Why did it end without work?
        WhyDidItEnd = 6, "why-did-it-end",
            "Waarom eindigde het zonder plaatsing, en wat is daarna gedaan?",
            "Why did it end without a placement, and what was done then?";
    }
}

impl Question {
    /// Where it comes from.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            Question::WhenWasOwnWorkRuledOut => bw7::OWN_WORK_RULED_OUT,
            Question::WhoAdvised | Question::HowIsItFollowed | Question::WhyDidItEnd => {
                uwv::FINGER_ON_THE_PULSE
            }
            Question::WhichPerspective => uwv::PERSPECTIVE,
            Question::WhyLate | Question::DidTheFirstTrackGoOn => uwv::SECOND_TRACK_BESIDE_FIRST,
        }
    }
}

/// Everything recorded about the second track, beside its four dates.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct SecondTrack {
    /// First day on which it can be started.
    pub opens: Option<Day>,
    /// The day to plan on.
    pub advised: Option<Day>,
    /// The last day under policy.
    pub due: Option<Day>,
    /// The last day that is accepted, none as the policy stands.
    pub tolerated: Option<Day>,
    /// When the statute's condition was recorded as met (BW 7:658a(1)).
    pub own_work_ruled_out: Option<Day>,
    /// Who advised it, and when.
    pub advice: Vec<(Adviser, Day)>,
    /// When a concrete perspective with the own employer was recorded.
    pub perspectives: Vec<Day>,
    /// When it started.
    pub started: Option<Day>,
    /// When providers were engaged.
    pub providers: Vec<Day>,
    /// Its phases, and when each began.
    pub phases: Vec<(SecondTrackPhase, Day)>,
    /// When and why it ended.
    pub ended: Option<(SecondTrackEnd, Day)>,
    /// When re-integration with the own employer was given up.
    pub first_track_ended: Option<Day>,
    /// Whether both tracks run on the day of the verdict.
    pub side_by_side: bool,
    /// It ends at the latest with the wage period.
    pub at_the_latest_until: Option<Day>,
    /// What a reviewer would ask.
    pub questions: Vec<Question>,
}

impl SecondTrack {
    /// What `view` knows of it.
    pub(super) fn of(view: &View<'_>) -> SecondTrack {
        let mut track =
            SecondTrack { at_the_latest_until: view.wages_last_day(), ..SecondTrack::default() };
        if let Some(obligation) = start(view) {
            track.opens = obligation.opens();
            track.advised = obligation.advised();
            track.due = obligation.due();
            track.tolerated = obligation.tolerated();
            track.started = obligation.met();
        }
        for event in view.events() {
            let on = event.on();
            match event.kind() {
                EventKind::OwnWorkRuledOut => track.own_work_ruled_out = Some(on),
                EventKind::SecondTrackAdvised { by } => track.advice.push((by, on)),
                EventKind::OwnEmployerPerspective => track.perspectives.push(on),
                EventKind::SecondTrackProviderEngaged => track.providers.push(on),
                EventKind::SecondTrackPhase(phase) => track.phases.push((phase, on)),
                EventKind::SecondTrackEnded { why } => track.ended = Some((why, on)),
                EventKind::FirstTrackEnded => track.first_track_ended = Some(on),
                _ => {}
            }
        }
        track.side_by_side =
            track.started.is_some() && track.ended.is_none() && track.first_track_ended.is_none();
        track.questions = track.questions(view);
        track
    }

    fn questions(&self, view: &View<'_>) -> Vec<Question> {
        let applies = start(view).is_some_and(|obligation| {
            !is_unknown(view, obligation)
                && matches!(obligation.standing(), Standing::Stands | Standing::WaitingFor(_))
        });
        let is_asked = |question: Question| match question {
            Question::WhenWasOwnWorkRuledOut => self.own_work_ruled_out.is_none(),
            Question::WhoAdvised => self.advice.is_empty(),
            Question::WhichPerspective => {
                let waited = self.started.unwrap_or(view.on()) > self.advised.unwrap_or(Day::MAX);
                self.perspectives.is_empty() && waited
            }
            Question::WhyLate => {
                self.due.is_some_and(|due| self.started.unwrap_or(view.on()) > due)
            }
            Question::HowIsItFollowed => self.started.is_some() && self.phases.is_empty(),
            Question::DidTheFirstTrackGoOn => {
                self.started.is_some() && self.first_track_ended.is_some()
            }
            Question::WhyDidItEnd => self.ended.is_some_and(|(why, _)| {
                !matches!(why, SecondTrackEnd::Placed | SecondTrackEnd::ReturnedToOwnEmployer)
            }),
        };
        // Nobody asks before the window of the first-year evaluation, or while it may still start.
        let is_time = self.started.is_some()
            || self.own_work_ruled_out.is_some()
            || self.advised.is_some_and(|advised| view.on() > advised);
        if !applies || !is_time {
            return Vec::new();
        }
        const ALL: [Question; 7] = [
            Question::WhenWasOwnWorkRuledOut,
            Question::WhoAdvised,
            Question::WhichPerspective,
            Question::WhyLate,
            Question::HowIsItFollowed,
            Question::DidTheFirstTrackGoOn,
            Question::WhyDidItEnd,
        ];
        ALL.into_iter().filter(|question| is_asked(*question)).collect()
    }

    /// The statute names no week: once its condition is met, the second track is to start "as soon
    /// as possible". Whether that was soon enough is not a question of dates.
    pub(super) fn condition(&self, view: &View<'_>) -> Option<Finding> {
        let ruled_out = self.own_work_ruled_out?;
        let obligation = start(view)?;
        let stands = matches!(obligation.standing(), Standing::Stands | Standing::WaitingFor(_));
        if !stands || is_unknown(view, obligation) {
            return None;
        }
        let open = self.started.is_none();
        Some(Finding {
            topic: Topic::SecondTrackCondition,
            rule: Some(obligation.rule()),
            judgement: Judgement::Undetermined(OpenNorm::AsSoonAsPossible),
            severity: if open { Severity::AtRisk } else { Severity::InOrder },
            layer: Layer::Act,
            due: None,
            original_due: None,
            deviation: None,
            tolerated: None,
            met: self.started,
            until: Some(ruled_out),
            within_tolerance: false,
            cost: if open { super::sanction_risk(view) } else { Vec::new() },
            repair: if open { Repair::DoItNow } else { Repair::NotNeeded },
            source: bw7::AS_SOON_AS_POSSIBLE,
        })
    }
}

/// Whether nobody can say if it was done.
pub(super) fn is_unknown(view: &View<'_>, obligation: &Obligation) -> bool {
    view.status(obligation) == Status::Undetermined(OpenNorm::NotRecorded)
}

/// The start of the second track, where the case knows one.
fn start<'v>(view: &'v View<'_>) -> Option<&'v Obligation> {
    let (obligation, _) = view.obligation(view.timeline().law().roles().second_track)?;
    Some(obligation)
}
