//! A view as it goes out.

use super::DerivationsForm;
use super::questions::{OpenQuestionForm, ids};
use crate::case::DeviationReason;
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Actor, Citation, LAW_AS_OF, Pending, Rule};
use crate::timeline::{
    CaseEnd, EarlierCase, MilestoneDay, Obligation, PossibilityWindow, Sanction, State, Status,
    Unused, View,
};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::{Serialize, Serializer};

/// Which program computed an answer, under which law.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Receipt {
    /// Version of this crate.
    #[serde(rename = "crate")]
    pub version: &'static str,
    /// The last day for which the law was checked.
    pub law_as_of: Day,
}

impl Receipt {
    /// The receipt of this build.
    #[must_use]
    pub fn now() -> Receipt {
        Receipt { version: env!("CARGO_PKG_VERSION"), law_as_of: LAW_AS_OF }
    }
}

/// A view.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ViewForm {
    /// Identifier of the case.
    pub case: Option<String>,
    /// The regime.
    pub regime: &'static str,
    /// Day of the view.
    pub on: Day,
    /// What computed it.
    pub receipt: Receipt,
    /// First sick day of the current case.
    pub first_sick_day: Day,
    /// Counted days up to and including `on`.
    pub counted_day: u32,
    /// Week of sickness.
    pub week: u32,
    /// Sick year.
    pub sick_year: u32,
    /// `not-yet-sick`, `sick`, `on-leave`, `recovered`, `closed` or `ended`.
    pub state: &'static str,
    /// How and when the case ended, null while it goes on.
    pub end: Option<EndForm>,
    /// Last day on which a relapse continues the case.
    pub relapse_joins_through: Option<Day>,
    /// How many days of maternity leave are left out of the case; no other leave is.
    pub leave_days_left_out: u32,
    /// The waiting period.
    pub waiting_period: WaitingPeriodForm,
    /// The wages.
    pub wages: WagesForm,
    /// The sickness benefit.
    pub sickness_benefit: LastDayForm,
    /// The dismissal ban.
    pub dismissal_ban: LastDayForm,
    /// The window for an early IVA claim.
    pub early_iva: EarlyIvaForm,
    /// The wage sanction, null without one.
    pub wage_sanction: Option<SanctionForm>,
    /// By how many days the claim was late.
    pub days_claim_late: u32,
    /// Every milestone with its source, in order of the day.
    pub milestones: Vec<MilestoneForm>,
    /// What nobody recorded and would move a date, with the dates under each answer.
    pub open_questions: Vec<OpenQuestionForm>,
    /// The next thing to do.
    pub next: Option<NextForm>,
    /// Every obligation in order of the due day.
    pub obligations: Vec<ObligationForm>,
    /// What somebody may do until a day, in order of the day on which it opens.
    pub possibilities: Vec<PossibilityForm>,
    /// Cases that were closed before.
    pub earlier_cases: Vec<EarlierCaseForm>,
    /// What was done with the facts.
    pub remarks: Vec<RemarkForm>,
    /// Events that changed nothing.
    pub unused_events: Vec<UnusedForm>,
    /// How every day was found, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derivations: Option<DerivationsForm>,
}

impl ViewForm {
    /// A view with how every day of it was found.
    #[must_use]
    pub fn with_derivations(view: &View<'_>) -> ViewForm {
        let derivations = DerivationsForm::from(&view.derivations());
        ViewForm { derivations: Some(derivations), ..ViewForm::from(view) }
    }
}

/// How a case ended.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EndForm {
    /// Why.
    pub reason: &'static str,
    /// The last day of the case.
    pub last_day: Day,
    /// The article that says so, where it is one of its own.
    pub citation: Option<CitationForm>,
}

impl From<&CaseEnd> for EndForm {
    fn from(end: &CaseEnd) -> EndForm {
        EndForm {
            reason: end.reason().id(),
            last_day: end.last_day(),
            citation: end.source().map(|source| source.citation.into()),
        }
    }
}

/// The waiting period.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WaitingPeriodForm {
    /// Its last day.
    pub last_day: Option<Day>,
    /// First day on which a WIA benefit can start.
    pub wia_start: Option<Day>,
}

/// The wages.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WagesForm {
    /// Last day of at least the minimum wage.
    pub minimum_wage_floor_last_day: Option<Day>,
    /// Last day of the wage period.
    pub last_day: Option<Day>,
}

/// Something with a last day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LastDayForm {
    /// The last day.
    pub last_day: Option<Day>,
}

/// The window for an early IVA claim.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EarlyIvaForm {
    /// First day to claim.
    pub first_day: Option<Day>,
    /// Last day to claim.
    pub last_day: Option<Day>,
    /// Earliest last day of the shortened waiting period that was claimed.
    pub shortened_waiting_period_last_day: Option<Day>,
}

/// A wage sanction.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SanctionForm {
    /// Day of dispatch.
    pub decided_on: Day,
    /// First day.
    pub first_day: Option<Day>,
    /// Last day.
    pub last_day: Option<Day>,
    /// Days by which late decisions shortened it.
    pub days_shortened: u32,
    /// Whether it has no effect.
    pub void: bool,
}

/// A milestone with its source.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MilestoneForm {
    /// The stable name.
    pub milestone: &'static str,
    /// Dutch name.
    pub name_nl: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// The day.
    pub day: Day,
    /// The article that gives it.
    pub citation: CitationForm,
    /// Its words.
    pub text: &'static str,
    /// The articles by which recorded events moved it.
    pub moved_by: Vec<CitationForm>,
    /// Announced changes of the law, aimed at its day or earlier, that would touch it. None of them holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub announced: Vec<AnnouncedForm>,
    /// The stable names of the open questions that the day hangs on.
    pub questions: Vec<String>,
}

impl From<&MilestoneDay> for MilestoneForm {
    fn from(line: &MilestoneDay) -> MilestoneForm {
        MilestoneForm {
            milestone: line.milestone().id(),
            name_nl: line.name(Lang::Nl),
            name_en: line.name(Lang::En),
            day: line.day(),
            citation: line.source().citation.into(),
            text: line.source().text,
            moved_by: line.moved_by().iter().map(|source| source.citation.into()).collect(),
            announced: announced(line.rule(), Some(line.day())).map(Into::into).collect(),
            questions: Vec::new(),
        }
    }
}

/// The next thing to do.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NextForm {
    /// The duty.
    pub duty: &'static str,
    /// Its number.
    pub number: u16,
    /// Its due day.
    pub due: Option<Day>,
    /// Its status.
    pub status: &'static str,
}

/// An obligation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObligationForm {
    /// The duty.
    pub duty: &'static str,
    /// Its number.
    pub number: u16,
    /// Dutch name.
    pub name_nl: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Who must act.
    pub actor: &'static str,
    /// Who takes part.
    pub with: Vec<&'static str>,
    /// Who is informed.
    pub informs: Vec<&'static str>,
    /// How strong the duty is.
    pub layer: &'static str,
    /// How strong the due day is.
    pub due_layer: &'static str,
    /// First day.
    pub opens: Option<Day>,
    /// The day to plan on.
    pub advised: Option<Day>,
    /// The last day.
    pub due: Option<Day>,
    /// The last day before the parties agreed on another.
    pub original_due: Option<Day>,
    /// Why they did.
    pub deviation: Option<&'static str>,
    /// The last day that is accepted.
    pub tolerated: Option<Day>,
    /// When it was met.
    pub met: Option<Day>,
    /// The status on the day of the view.
    pub status: &'static str,
    /// The number of days in the status.
    pub days: u32,
    /// Why it does not apply or has lapsed; the open norm that decides it.
    pub reason: Option<&'static str>,
    /// The duty that it waits for: its dates are planned.
    pub waiting_for: Option<&'static str>,
    /// Whether the due day lies after the last day for which the law was checked.
    pub beyond_checked_law: bool,
    /// The article that gives the due day.
    pub citation: CitationForm,
    /// Its words.
    pub text: &'static str,
    /// The stable names of the open questions that the due day hangs on, in a view and in an agenda.
    pub questions: Vec<String>,
    /// Announced changes of the law, aimed at its day or earlier, that would touch it. None of them holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub announced: Vec<AnnouncedForm>,
}

/// Something that somebody may do until a day. It is no obligation and never overdue.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PossibilityForm {
    /// The possibility.
    pub possibility: &'static str,
    /// Its number among those of its kind.
    pub number: u16,
    /// Dutch name.
    pub name_nl: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Who may.
    pub who: Vec<&'static str>,
    /// The event, or the duty that was not met, from which it arises.
    pub against: Option<&'static str>,
    /// The day of that event, or the last day of that duty.
    pub against_day: Option<Day>,
    /// First day.
    pub opens: Day,
    /// Last day; null where the law names none.
    pub until: Option<Day>,
    /// The last day on which what was posted in time may still arrive.
    pub tolerated: Option<Day>,
    /// When somebody made use of it.
    pub taken: Option<Day>,
    /// When what it was for was over before its last day.
    pub ended: Option<Day>,
    /// How it stands on the day of the view.
    pub state: &'static str,
    /// How strong the words are.
    pub layer: &'static str,
    /// Whether its last day lies after the last day for which the law was checked.
    pub beyond_checked_law: bool,
    /// The article that gives its last day, or its first where there is no last.
    pub citation: CitationForm,
    /// Its words.
    pub text: &'static str,
    /// Announced changes of the law, aimed at its day or earlier, that would touch it. None of them holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub announced: Vec<AnnouncedForm>,
}

impl From<&PossibilityWindow> for PossibilityForm {
    fn from(window: &PossibilityWindow) -> PossibilityForm {
        PossibilityForm {
            possibility: window.possibility().id(),
            number: window.number(),
            name_nl: window.possibility().name(Lang::Nl),
            name_en: window.possibility().name(Lang::En),
            who: window.who().iter().map(|actor| actor.id()).collect(),
            against: window.against().map(|(event, _)| event.id()),
            against_day: window.against().map(|(_, day)| day),
            opens: window.opens(),
            until: window.until(),
            tolerated: window.tolerated(),
            taken: window.taken(),
            ended: window.ended(),
            state: window.state().id(),
            layer: window.layer().id(),
            beyond_checked_law: window.is_beyond_checked_law(),
            citation: window.source().citation.into(),
            text: window.source().text,
            announced: announced(window.rule(), Some(window.until().unwrap_or(window.opens())))
                .map(Into::into)
                .collect(),
        }
    }
}

/// A change of the law that has been announced and does not hold.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnnouncedForm {
    /// The stable name.
    pub id: &'static str,
    /// Dutch name.
    pub name_nl: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// The day on which it should begin.
    pub aimed_at: Option<Day>,
    /// How far it has come.
    pub status: &'static str,
}

impl From<&'static Pending> for AnnouncedForm {
    fn from(change: &'static Pending) -> AnnouncedForm {
        AnnouncedForm {
            id: change.id,
            name_nl: change.name.nl,
            name_en: change.name.en,
            aimed_at: change.aimed_at,
            status: change.status.id(),
        }
    }
}

fn announced(rule: &Rule, day: Option<Day>) -> impl Iterator<Item = &'static Pending> {
    day.into_iter().flat_map(|day| crate::law::announced(rule, day))
}

/// A place in an instrument.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CitationForm {
    /// The instrument.
    pub instrument: &'static str,
    /// Its number in the national register.
    pub bwb: Option<&'static str>,
    /// The article.
    pub article: Option<&'static str>,
    /// The paragraph.
    pub paragraph: Option<&'static str>,
    /// Where the text stands.
    pub url: String,
}

/// A case that was closed before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EarlierCaseForm {
    /// First sick day.
    pub first_sick_day: Day,
    /// Last sick day.
    pub last_sick_day: Day,
    /// Days that counted.
    pub counted_days: u32,
}

/// What was done with the facts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RemarkForm {
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

/// An event that changed nothing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnusedForm {
    /// Its kind.
    pub kind: &'static str,
    /// Its day.
    pub on: Day,
    /// Why.
    pub reason: &'static str,
}

impl From<&View<'_>> for ViewForm {
    fn from(view: &View<'_>) -> ViewForm {
        let case = view.timeline().case();
        let questions = view.open_questions();
        ViewForm {
            case: case.id().map(ToString::to_string),
            regime: case.regime().id(),
            on: view.on(),
            receipt: Receipt::now(),
            first_sick_day: view.first_sick_day(),
            counted_day: view.counted_day(),
            week: view.week(),
            sick_year: view.sick_year(),
            state: view.state().id(),
            end: view.end().as_ref().map(EndForm::from),
            leave_days_left_out: view.leave_days_left_out(),
            relapse_joins_through: match view.state() {
                State::Recovered { relapse_joins_through } => Some(relapse_joins_through),
                _ => None,
            },
            waiting_period: WaitingPeriodForm {
                last_day: view.waiting_period_last_day(),
                wia_start: view.wia_start(),
            },
            wages: WagesForm {
                minimum_wage_floor_last_day: view.minimum_wage_floor_last_day(),
                last_day: view.wages_last_day(),
            },
            sickness_benefit: LastDayForm { last_day: view.sickness_benefit_last_day() },
            dismissal_ban: LastDayForm { last_day: view.dismissal_ban_last_day() },
            early_iva: EarlyIvaForm {
                first_day: view.early_iva_first_day(),
                last_day: view.early_iva_last_day(),
                shortened_waiting_period_last_day: view.shortened_waiting_period_last_day(),
            },
            wage_sanction: view.sanction().map(SanctionForm::from),
            days_claim_late: view.days_claim_late(),
            milestones: view
                .milestones()
                .iter()
                .map(|line| MilestoneForm {
                    questions: ids(&questions, line),
                    ..MilestoneForm::from(line)
                })
                .collect(),
            open_questions: questions.iter().map(OpenQuestionForm::from).collect(),
            next: view.next().map(|(obligation, status)| NextForm {
                duty: obligation.duty().id(),
                number: obligation.number(),
                due: obligation.due(),
                status: status.id(),
            }),
            obligations: view
                .obligations()
                .map(|line| ObligationForm {
                    questions: ids(&questions, line.0),
                    ..ObligationForm::from(line)
                })
                .collect(),
            possibilities: view.possibilities().iter().map(PossibilityForm::from).collect(),
            earlier_cases: view.earlier_cases().iter().map(EarlierCaseForm::from).collect(),
            remarks: view
                .remarks()
                .map(|remark| RemarkForm { nl: remark.words(Lang::Nl), en: remark.words(Lang::En) })
                .collect(),
            unused_events: view.unused().iter().map(UnusedForm::from).collect(),
            derivations: None,
        }
    }
}

impl From<(&Obligation, Status)> for ObligationForm {
    fn from((obligation, status): (&Obligation, Status)) -> ObligationForm {
        let rule = obligation.rule();
        let ids = |actors: Vec<Actor>| actors.into_iter().map(Actor::id).collect();
        ObligationForm {
            duty: obligation.duty().id(),
            number: obligation.number(),
            name_nl: rule.name(Lang::Nl),
            name_en: rule.name(Lang::En),
            actor: obligation.actor().id(),
            with: ids(obligation.with()),
            informs: ids(obligation.informs()),
            layer: rule.layer.id(),
            due_layer: obligation.due_layer().id(),
            opens: obligation.opens(),
            advised: obligation.advised(),
            due: obligation.due(),
            original_due: obligation.original_due(),
            deviation: obligation.deviation().map(DeviationReason::id),
            tolerated: obligation.tolerated(),
            met: obligation.met(),
            status: status.id(),
            days: status.days(),
            reason: match status {
                Status::NotApplicable(reason) | Status::Lapsed(reason) => Some(reason.id()),
                Status::Undetermined(norm) => Some(norm.id()),
                _ => None,
            },
            waiting_for: match status {
                Status::WaitingFor(duty) => Some(duty.id()),
                _ => None,
            },
            beyond_checked_law: obligation.is_beyond_checked_law(),
            citation: obligation.citation().into(),
            text: obligation.source().text,
            announced: announced(rule, obligation.due()).map(Into::into).collect(),
            questions: Vec::new(),
        }
    }
}

impl From<Citation> for CitationForm {
    fn from(citation: Citation) -> CitationForm {
        let present = |text: &'static str| Some(text).filter(|text| !text.is_empty());
        CitationForm {
            instrument: citation.instrument.name,
            bwb: present(citation.instrument.bwb),
            article: present(citation.article),
            paragraph: present(citation.paragraph),
            url: citation.url(),
        }
    }
}

impl From<Sanction> for SanctionForm {
    fn from(sanction: Sanction) -> SanctionForm {
        SanctionForm {
            decided_on: sanction.decided_on(),
            first_day: sanction.first_day(),
            last_day: sanction.last_day(),
            days_shortened: sanction.days_shortened(),
            void: sanction.is_void(),
        }
    }
}

impl From<&EarlierCase> for EarlierCaseForm {
    fn from(case: &EarlierCase) -> EarlierCaseForm {
        EarlierCaseForm {
            first_sick_day: case.first_sick_day(),
            last_sick_day: case.last_sick_day(),
            counted_days: case.counted_days(),
        }
    }
}

impl From<&Unused> for UnusedForm {
    fn from(unused: &Unused) -> UnusedForm {
        UnusedForm {
            kind: unused.event().kind().id(),
            on: unused.on(),
            reason: unused.reason().id(),
        }
    }
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ViewForm::from(self).serialize(serializer)
    }
}
