//! The two languages, and sentences in both.

/// A language that people read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Lang {
    /// Dutch.
    Nl,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// The Dutch or the English one of two.
    #[must_use]
    pub const fn pick<'a>(self, nl: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }
}

/// A sentence in both languages.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Text {
    /// In Dutch.
    pub nl: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Text {
    /// No sentence.
    pub const NONE: Text = Text::new("", "");

    /// A sentence in Dutch and in English.
    ///
    /// ```
    /// use poortwachter::{Lang, Text};
    /// assert_eq!(Text::new("dag", "day").in_lang(Lang::En), "day");
    /// ```
    #[must_use]
    pub const fn new(nl: &'static str, en: &'static str) -> Text {
        Text { nl, en }
    }

    /// The sentence in a language.
    ///
    /// ```
    /// use poortwachter::{Lang, law::wia::WAGE_SANCTION_DECISION};
    /// let tolerated = WAGE_SANCTION_DECISION.only_version().tolerated.unwrap();
    /// assert!(tolerated.reading.in_lang(Lang::Nl).starts_with("Versturen op de laatste dag"));
    /// assert!(tolerated.reading.in_lang(Lang::En).starts_with("Dispatch on the last day is in time"));
    /// ```
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        lang.pick(self.nl, self.en)
    }

    /// Whether there is no sentence.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.nl.is_empty() && self.en.is_empty()
    }
}
