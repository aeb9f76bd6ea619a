//! Duties and how they stand.

use crate::lang::Lang;
use crate::timeline::{Obligation, Status};
use alloc::format;
use alloc::string::{String, ToString};

impl Obligation {
    /// The name of its rule, with its number where it is one of a series.
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        self.rule().numbered(self.number(), lang)
    }
}

impl Status {
    /// In words.
    ///
    /// ```
    /// use poortwachter::{Lang, Status};
    /// assert_eq!(Status::Overdue { days: 1 }.words(Lang::En), "1 day overdue");
    /// assert_eq!(Status::Overdue { days: 3 }.words(Lang::Nl), "3 dagen te laat");
    /// ```
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let kind = self.kind().name(lang);
        let done = |days: u32, nl: &str, en: &str| {
            format!("{}, {} {}", lang.pick("gedaan", "done"), lang.days(days), lang.pick(nl, en))
        };
        match self {
            Status::DueSoon { days } => match lang {
                Lang::Nl => format!("nog {}", lang.days(days)),
                Lang::En => format!("due in {}", lang.days(days)),
            },
            Status::Overdue { days } => format!("{} {kind}", lang.days(days)),
            Status::MetEarly { days } => done(days, "vroeg", "early"),
            Status::MetLate { days } => done(days, "te laat", "late"),
            Status::NotApplicable(reason) | Status::Lapsed(reason) => {
                format!("{kind}: {}", reason.name(lang))
            }
            Status::WaitingFor(duty) => format!("{kind}: {}", duty.name(lang)),
            Status::Undetermined(norm) => format!("{kind}: {}", norm.name(lang)),
            _ => kind.to_string(),
        }
    }
}
