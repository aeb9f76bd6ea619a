//! The kinds of events, in one table: the number, the names, the fields and how often it can happen.

use super::event::DeviationReason;
#[cfg(feature = "serde")]
use super::event_field::{Content, FieldValue, ReadFields};
use super::event_field::{EventField, FieldOfEvent};
use super::second_track::{Adviser, PlanItem, ReportPart, SecondTrackEnd, SecondTrackPhase};
use crate::closed_list::{ClosedList, by_name, check};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{self, DUTIES, DUTY_COUNT, Decision, Duty};
use core::cmp::Ordering;
use core::fmt;

/// How often a kind of event can happen in a case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Happens {
    /// Once.
    Once,
    /// Once for every content.
    OnceEach,
    /// Again on another day.
    Again,
}

use Happens::{Again, Once, OnceEach};

/// The kind with nothing but its name; none for one that has fields.
macro_rules! without_fields {
    ($kind:ident) => {
        Some(EventKind::$kind)
    };
    ($kind:ident $($field:ident)+) => {
        None
    };
}

/// The kinds of events: a line for each with its fields (`name: type = field`; of a kind with one content the
/// name is 0), its number, its stable name, its names in Dutch and in English, and how often it can happen.
/// Numbers below 128 are those of the duties.
macro_rules! event_kinds {
    ($(
        $(#[$doc:meta])*
        $kind:ident
            $(($index:tt: $type:ident = $only:ident))?
            $({ $($(#[$part_doc:meta])* $part:ident: $part_type:ty = $field:ident,)+ })?
            = $number:literal, $id:literal, $nl:literal, $en:literal, $happens:ident;
    )+) => {
        const _: () = check(&[$(($number, $id, $nl, $en),)+]);

        /// What happened.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[non_exhaustive]
        pub enum EventKind {
            /// A duty was met. Once per duty and case.
            Met(Duty),
            $(
                $(#[$doc])*
                $kind $(($type))? $({ $($(#[$part_doc])* $part: $part_type,)+ })?,
            )+
        }

        /// The kinds without what they hold. Their order is internal.
        #[derive(Clone, Copy)]
        enum Place {
            $($kind,)+
        }

        /// How many kinds there are beside the duties.
        const KINDS: usize = [$(Place::$kind),+].len();

        impl EventName {
            /// Every event: those of the table, then the duties in the order of the law table.
            pub const ALL: &'static [EventName] = &{
                let table = [$(EventName($number)),+];
                let mut all = [EventName(0); KINDS + DUTY_COUNT];
                let mut i = 0;
                while i < all.len() {
                    all[i] = if i < KINDS { table[i] } else { EventName::of_duty(DUTIES[i - KINDS]) };
                    i += 1;
                }
                all
            };

            /// The stable name.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self.0 {
                    $($number => $id,)+
                    code => Self::met(code).id(),
                }
            }

            /// Its name for people.
            #[must_use]
            pub const fn name(self, lang: Lang) -> &'static str {
                match self.0 {
                    $($number => lang.pick($nl, $en),)+
                    code => Self::met(code).name(lang),
                }
            }

            /// The event with that stable number.
            #[must_use]
            pub const fn from_code(code: u8) -> Option<EventName> {
                match code {
                    $($number => Some(EventName($number)),)+
                    code => match Duty::from_code(code) {
                        Some(duty) => Some(EventName::of_duty(duty)),
                        None => None,
                    },
                }
            }

            /// Its fields, in the order in which they are asked for.
            ///
            /// ```
            /// use poortwachter::{EventName, FieldContent};
            /// let deviation = EventName::of("agreed-deviation").unwrap();
            /// let fields: Vec<_> = deviation.fields().iter().map(|one| one.field.id()).collect();
            /// assert_eq!(fields, ["duty", "reason", "until"]);
            /// assert_eq!(deviation.fields()[2].holds, FieldContent::Day);
            /// assert!(EventName::of("interview").unwrap().fields().is_empty());
            /// ```
            #[must_use]
            pub const fn fields(self) -> &'static [FieldOfEvent] {
                match self.0 {
                    $($number => const {
                        &[
                            $(FieldOfEvent::of::<$type>(EventField::$only),)?
                            $($(FieldOfEvent::of::<$part_type>(EventField::$field),)+)?
                        ] as &[FieldOfEvent]
                    },)+
                    _ => &[],
                }
            }

            /// What happened, where the name says everything; none for an event that has fields.
            ///
            /// ```
            /// use poortwachter::{EventKind, EventName};
            /// let kind = |id| EventName::of(id).unwrap().kind();
            /// assert_eq!(kind("interview"), Some(EventKind::Interview));
            /// assert_eq!(kind("plan-holds"), None);
            /// ```
            #[must_use]
            pub const fn kind(self) -> Option<EventKind> {
                match self.0 {
                    $($number => without_fields!($kind $($only)? $($($field)+)?),)+
                    code => Some(EventKind::Met(Self::met(code))),
                }
            }

            fn happens(self) -> Happens {
                match self.0 {
                    $($number => $happens,)+
                    code if Self::met(code).rule().can_be_met_again() => Again,
                    _ => Once,
                }
            }

            /// What happened, with every field that its kind has.
            #[cfg(feature = "serde")]
            pub(crate) fn read<R: ReadFields>(self, fields: &R) -> Result<EventKind, R::Error> {
                Ok(match self.0 {
                    $($number => EventKind::$kind {
                        $($index: <$type>::read(fields, EventField::$only)?,)?
                        $($($part: <$part_type>::read(fields, EventField::$field)?,)+)?
                    },)+
                    code => EventKind::Met(Self::met(code)),
                })
            }
        }

        impl EventKind {
            /// Its stable name, number and fields.
            ///
            /// ```
            /// use poortwachter::{Duty, EventKind};
            /// assert_eq!(EventKind::Met(Duty::WIA_CLAIM).event_name().code(), Duty::WIA_CLAIM.code());
            /// assert_eq!(EventKind::Interview.event_name().code(), 128);
            /// ```
            #[must_use]
            pub const fn event_name(&self) -> EventName {
                match self {
                    EventKind::Met(duty) => EventName::of_duty(*duty),
                    $(EventKind::$kind { .. } => EventName($number),)+
                }
            }

            /// The place of its name among [`NAMES`](Self::NAMES).
            pub(crate) const fn place(&self) -> usize {
                match self {
                    EventKind::Met(duty) => Self::MET + law::code_of(*duty),
                    $(EventKind::$kind { .. } => Place::$kind as usize,)+
                }
            }

            /// Gives every field that it holds, in the order of the table.
            #[cfg(feature = "serde")]
            pub(crate) fn each_field(&self, mut give: impl FnMut(EventField, Content)) {
                let mut put = |field, content: Option<Content>| {
                    if let Some(content) = content {
                        give(field, content);
                    }
                };
                match *self {
                    EventKind::Met(_) => {}
                    $(EventKind::$kind { $($index: only,)? $($($part,)+)? } => {
                        $(put(EventField::$only, <$type>::content(only));)?
                        $($(put(EventField::$field, <$part_type>::content($part));)+)?
                    })+
                }
            }
        }
    };
}

event_kinds! {
    /// A progress interview was held. As often as there were interviews.
    Interview = 128, "interview", "Voortgangsgesprek", "Progress interview", Again;
    /// Long absence was foreseen for the first time (RP art. 2(3)).
    LongAbsenceForeseen = 129, "long-absence-foreseen",
        "Langdurig verzuim voorzien", "Long absence foreseen", Once;
    /// The occupational physician sees no possibilities to return to work (RP art. 4(1)). It holds until a
    /// newer opinion says otherwise.
    NoPossibilities = 130, "no-possibilities",
        "Geen mogelijkheden tot terugkeer", "No possibilities to return", Again;
    /// A new opinion of the occupational physician: there are possibilities to return to work again.
    PossibilitiesReturned = 156, "possibilities-returned",
        "Weer mogelijkheden tot terugkeer", "Possibilities to return again", Again;
    /// A concrete perspective of return with the own employer within three months.
    OwnEmployerPerspective = 131, "own-employer-perspective",
        "Concreet perspectief bij de eigen werkgever",
        "Concrete perspective with the own employer", Again;
    /// The parties agreed on another day for a term of RP art. 2 or 4, with a reason (RP art. 5).
    AgreedDeviation {
        /// The duty.
        duty: Duty = Duty,
        /// Why.
        reason: DeviationReason = Reason,
        /// The agreed last day.
        until: Day = Until,
    } = 147, "agreed-deviation",
        "Afgesproken afwijking van een termijn", "Agreed deviation from a term", OnceEach;
    /// The occupational physician advised to adjust the plan of action (RP art. 4(4)); the day is that of
    /// the advice.
    AdjustmentAdvised = 157, "adjustment-advised",
        "Advies om het plan bij te stellen", "Adjustment of the plan advised", Again;
    /// The plan of action was adjusted (RP art. 4(5)).
    PlanAdjusted = 132, "plan-adjusted", "Bijstelling plan van aanpak", "Plan of action adjusted", Again;
    /// The plan of action holds this item (RP art. 4(2)).
    PlanHolds(0: PlanItem = Item) = 148, "plan-holds",
        "Onderdeel van het plan", "Part of the plan", OnceEach;
    /// The employee became able to work in part, by the opinion of the occupational physician. It ends
    /// "no possibilities".
    PartlyAbleToWork = 133, "partly-able-to-work",
        "Gedeeltelijk in staat tot werk", "Partly able to work", Again;
    /// A re-integration interview was held.
    ReintegrationInterview = 134, "reintegration-interview",
        "Re-integratiegesprek", "Re-integration interview", Again;
    /// It is established that the own work cannot be done any more and that the employer has no
    /// other suitable work (BW art. 7:658a(1)): the statute's condition for the second track.
    OwnWorkRuledOut = 135, "own-work-ruled-out",
        "Eigen en ander passend werk bij de werkgever uitgesloten",
        "Own and other suitable work with the employer ruled out", Once;
    /// The second track was advised.
    SecondTrackAdvised {
        /// By whom.
        by: Adviser = By,
    } = 149, "second-track-advised", "Advies tweede spoor", "Second track advised", Again;
    /// A provider was engaged for the second track.
    SecondTrackProviderEngaged = 136, "second-track-provider-engaged",
        "Re-integratiebedrijf ingeschakeld", "Second-track provider engaged", Again;
    /// A phase of the second track began.
    SecondTrackPhase(0: SecondTrackPhase = Phase) = 150, "second-track-phase",
        "Fase van het tweede spoor", "Phase of the second track", OnceEach;
    /// The second track ended.
    SecondTrackEnded {
        /// Why.
        why: SecondTrackEnd = Reason,
    } = 151, "second-track-ended", "Einde tweede spoor", "Second track ended", Once;
    /// Re-integration with the own employer was given up.
    FirstTrackEnded = 137, "first-track-ended", "Einde eerste spoor", "First track ended", Once;
    /// The re-integration report holds this part (RP art. 6(1)).
    ReportHolds(0: ReportPart = Part) = 152, "report-holds",
        "Onderdeel van het verslag", "Part of the report", OnceEach;
    /// The employee asked for the supplement to the re-integration report while the wages are extended
    /// (art. 25(4)(b) WIA).
    SupplementAsked = 159, "report-supplement-asked",
        "Aanvulling van het verslag gevraagd", "Supplement to the report asked for", Again;
    /// The UWV set a term to give or complete the re-integration report (art. 25(8) WIA, 38(6) ZW).
    CompletionAsked {
        /// The last day of that term.
        until: Day = Until,
    } = 160, "report-completion-asked",
        "Termijn van het UWV om het verslag aan te vullen",
        "Term of the UWV to complete the report", Again;
    /// The employee told the employer, or the carrier of its own risk, to be fit for work again
    /// (art. 38a(4) ZW).
    RecoveryTold = 158, "recovery-told",
        "Hersteldmelding door de werknemer", "Recovery told by the employee", Again;
    /// The employee received the UWV's notice of art. 64(2) WIA.
    WiaNoticeReceived = 138, "wia-notice-received",
        "Kennisgeving WIA ontvangen", "WIA notice received", Once;
    /// The UWV asked an expert from outside (art. 102(4) WIA).
    OutsideExpertAsked = 139, "outside-expert-asked",
        "UWV vroeg een externe deskundige", "UWV asked an outside expert", Once;
    /// A shortened waiting period was claimed (art. 23(6) WIA). It is also a claim (art. 66(1)) and,
    /// without an earlier one, the 42nd-week report (ZW art. 38(8)).
    EarlyIvaClaim = 140, "early-iva-claim", "Aanvraag vervroegde IVA", "Early IVA claim", Once;
    /// The UWV refused an early IVA claim: the ordinary claim is due again, and a second early one is impossible
    /// (art. 66(2) WIA).
    EarlyIvaRefused = 176, "early-iva-refused",
        "Vervroegde IVA geweigerd", "Early IVA refused", Once;
    /// The wage period is extended at the parties' request up to and including a day (art. 24 WIA).
    VoluntaryExtension {
        /// Last day of the extended period.
        until: Day = Until,
    } = 153, "voluntary-extension",
        "Vrijwillige verlenging loondoorbetaling", "Voluntary extension of the wages", Again;
    /// The employer or the employee asked to shorten the extension to a day (art. 24(2) WIA).
    ExtensionShortened {
        /// The last day that was asked for.
        until: Day = Until,
    } = 154, "extension-shortened", "Verlenging verkort", "Extension shortened", Again;
    /// The UWV found that the person is able to earn more than 65% (art. 19aa ZW); the day is that
    /// of the decision.
    AssessedAble = 141, "assessed-able",
        "Kan meer dan 65% verdienen volgens UWV", "Able to earn more than 65%, says the UWV", Once;
    /// The UWV imposed a wage sanction (art. 25(9) WIA); the day is that of dispatch.
    WageSanction {
        /// Its length, 1 to 52 weeks; the full length when `None`.
        weeks: Option<u8> = Weeks,
    } = 155, "wage-sanction", "Loonsanctie", "Wage sanction", Once;
    /// The employer notified the repair (art. 25(12) WIA).
    RepairNotified = 142, "repair-notified", "Herstel gemeld", "Repair notified", Again;
    /// The UWV decided that nothing was repaired (art. 25(14) WIA).
    RepairRefused = 143, "repair-refused", "Herstel afgewezen", "Repair refused", Again;
    /// The UWV established the repair (art. 25(13) WIA).
    RepairEstablished = 144, "repair-established", "Herstel vastgesteld", "Repair established", Once;
    /// A WIA benefit was granted.
    WiaGranted = 145, "wia-granted", "WIA toegekend", "WIA granted", Once;
    /// The employee died.
    Deceased = 146, "deceased", "Overleden", "Deceased", Once;
    /// Somebody objected to a decision of the UWV (art. 6:7 Awb).
    ObjectionMade {
        /// To which decision; the latest one when `None`.
        to: Option<Decision> = Duty,
    } = 164, "objection-made", "Bezwaar gemaakt", "Objection made", Again;
    /// The UWV received notice that its decision is late (art. 4:17(3) Awb).
    NoticeOfDefault = 165, "notice-of-default",
        "Ingebrekestelling ontvangen", "Notice of default received", Again;
    /// The UWV gave permission to dismiss (art. 7:671a BW); the day is the date of the decision.
    DismissalPermitGiven = 166, "dismissal-permit-given",
        "Toestemming voor ontslag gegeven", "Dismissal permit given", Again;
    /// The employer gave notice of dismissal with that permission.
    DismissalNoticeGiven = 167, "dismissal-notice-given",
        "Opgezegd met toestemming", "Notice of dismissal given", Once;
    /// The employer paid the transition payment in full (art. 7:673e BW).
    TransitionPaymentMade = 168, "transition-payment-made",
        "Transitievergoeding volledig betaald", "Transition payment made in full", Once;
    /// The employer asked the UWV for compensation of the transition payment.
    CompensationRequested = 169, "compensation-requested",
        "Compensatie transitievergoeding gevraagd", "Compensation requested", Once;
}

/// The name of a kind of event: that of the duty that was met, or one of its own.
///
/// ```
/// use poortwachter::{Duty, EventName, Lang};
/// let adjusted = EventName::of("plan-adjusted").unwrap();
/// assert_eq!((adjusted.id(), adjusted.code()), ("plan-adjusted", 132));
/// assert_eq!(adjusted.name(Lang::En), "Plan of action adjusted");
/// assert_eq!(EventName::from(Duty::WIA_CLAIM).duty(), Some(Duty::WIA_CLAIM));
/// assert_eq!("plan-ajusted".parse::<EventName>().unwrap_err().nearest, "plan-adjusted");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct EventName(u8);

/// The first number that is not that of a duty.
const FIRST: u8 = 128;

impl EventName {
    /// The event of that stable name; none where no event is called so.
    #[must_use]
    pub fn of(id: &str) -> Option<EventName> {
        <EventName as ClosedList>::of(id)
    }

    /// The stable number, as it stands in columns: for the meeting of a duty that of the duty, for others one
    /// from 128 on.
    #[must_use]
    pub const fn code(self) -> u8 {
        self.0
    }

    /// Whether it can happen more than once in a case.
    ///
    /// ```
    /// use poortwachter::{Duty, EventName};
    /// assert!(EventName::of("interview").unwrap().repeats());
    /// assert!(!EventName::from(Duty::WIA_CLAIM).repeats());
    /// ```
    #[must_use]
    pub fn repeats(self) -> bool {
        matches!(self.happens(), Again)
    }

    /// The duty, where the event is that it was met.
    #[must_use]
    pub const fn duty(self) -> Option<Duty> {
        if self.0 < FIRST { Duty::from_code(self.0) } else { None }
    }

    pub(crate) const fn of_duty(duty: Duty) -> EventName {
        assert!(duty.code() < FIRST, "the numbers of duties have run out");
        EventName(duty.code())
    }

    /// The duty of a number that no line of the table has.
    const fn met(code: u8) -> Duty {
        Duty::from_code(code).expect("the number of an event")
    }
}

by_name! { EventName, "event" }

impl From<Duty> for EventName {
    /// That the duty was met.
    fn from(duty: Duty) -> EventName {
        EventName::of_duty(duty)
    }
}

/// By stable name.
impl Ord for EventName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id().cmp(other.id())
    }
}

impl PartialOrd for EventName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for EventName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("EventName").field(&self.id()).finish()
    }
}

impl EventKind {
    /// The stable name: that of the duty met, or one of its own.
    ///
    /// ```
    /// use poortwachter::{Duty, EventKind};
    /// assert_eq!(EventKind::Met(Duty::WIA_CLAIM).id(), "wia-claim");
    /// assert_eq!(EventKind::RepairNotified.id(), "repair-notified");
    /// ```
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.event_name().id()
    }

    /// A number below [`MARKS`](Self::MARKS) of what is recorded: the kind, with the duty, the item, the
    /// part or the phase that it is about.
    pub(crate) const fn mark(&self) -> usize {
        match self {
            EventKind::AgreedDeviation { duty, .. } => Self::DEVIATIONS + law::code_of(*duty),
            EventKind::PlanHolds(item) => Self::ITEMS + *item as usize,
            EventKind::ReportHolds(part) => Self::PARTS + *part as usize,
            EventKind::SecondTrackPhase(phase) => Self::PHASES + *phase as usize,
            other => other.place(),
        }
    }

    /// The place of the first duty.
    pub(crate) const MET: usize = KINDS;
    const DEVIATIONS: usize = Self::MET + DUTY_COUNT;
    const ITEMS: usize = Self::DEVIATIONS + DUTY_COUNT;
    const PARTS: usize = Self::ITEMS + PlanItem::ALL.len();
    const PHASES: usize = Self::PARTS + ReportPart::ALL.len();
    /// How many marks there are.
    pub(crate) const MARKS: usize = Self::PHASES + SecondTrackPhase::ALL.len();

    /// How many names there are: those of the table, and the duties behind them.
    pub(crate) const NAMES: usize = Self::DEVIATIONS;

    /// Whether it can happen more than once in a case.
    pub(crate) fn repeats(&self) -> bool {
        self.event_name().repeats()
    }

    /// Whether several of its kind can happen on one day, each with another content.
    pub(crate) fn repeats_on_a_day(&self) -> bool {
        matches!(self.event_name().happens(), OnceEach)
    }
}
