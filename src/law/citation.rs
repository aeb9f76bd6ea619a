//! Where the law says something: instrument, article, and the words.

use crate::day::Day;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

/// A statute, regulation, policy or published practice.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Instrument {
    /// Number in the national register of law (*BWB-nummer*); empty where it is not in it.
    pub bwb: &'static str,
    /// Official title, in Dutch.
    pub name: &'static str,
    /// The usual abbreviation.
    pub short: &'static str,
    /// Where the text stands; for an instrument of the register an article is appended.
    pub url: &'static str,
}

/// A place in an instrument.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Citation {
    /// The instrument.
    pub instrument: &'static Instrument,
    /// Article number, empty where the instrument has none.
    pub article: &'static str,
    /// Paragraph (*lid*), with a part letter where there is one; empty where there is none.
    pub paragraph: &'static str,
    /// The last day of an earlier text of the article; `None` for the present one.
    pub until: Option<Day>,
}

/// A citation with the verbatim Dutch words, which stand in the `.md` file beside the rule.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Source {
    /// Where.
    pub citation: Citation,
    /// The operative words, letter for letter.
    pub text: &'static str,
}

impl Instrument {
    /// A place in this instrument.
    #[must_use]
    pub const fn at(&'static self, article: &'static str, paragraph: &'static str) -> Citation {
        Citation { instrument: self, article, paragraph, until: None }
    }
}

impl Citation {
    /// The same place in the text that held through `day`. What is not in the register has one address
    /// for every text.
    #[must_use]
    pub const fn until(self, day: Day) -> Citation {
        Citation { until: Some(day), ..self }
    }

    /// The verbatim words at this place.
    #[must_use]
    pub const fn says(self, text: &'static str) -> Source {
        Source { citation: self, text }
    }
}

impl Citation {
    /// Where the text stands on the internet: the present one, or the earlier one with these words.
    ///
    /// ```
    /// use poortwachter::{Day, law::wia::WET_WIA};
    /// let present = WET_WIA.at("64", "3");
    /// assert_eq!(present.to_string(), "WIA art. 64(3)");
    /// assert_eq!(present.url(), format!("{}#Artikel64", WET_WIA.url));
    /// let earlier = present.until(Day::new(2013, 6, 30));
    /// assert_eq!(earlier.to_string(), "WIA art. 64(3)");
    /// assert_eq!(earlier.url(), "https://wetten.overheid.nl/BWBR0019057/2013-06-30#Artikel64");
    /// ```
    #[must_use]
    pub fn url(&self) -> String {
        let Instrument { bwb, url, .. } = *self.instrument;
        let url = match self.until {
            Some(day) if !bwb.is_empty() => format!("https://wetten.overheid.nl/{bwb}/{day}"),
            _ => url.to_string(),
        };
        match (bwb, self.article) {
            ("", _) | (_, "") => url,
            (_, "Bijlage") => format!("{url}#Bijlage"),
            (_, article) => format!("{url}#Artikel{article}"),
        }
    }
}

/// Short, as lawyers write it: `WIA art. 64(3)`. The same in every language, so an annex is called what
/// it is called in the law.
impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.instrument.short)?;
        match self.article {
            "" => return Ok(()),
            "Bijlage" => write!(f, " bijlage")?,
            article => write!(f, " art. {article}")?,
        }
        // A paragraph may carry its part: "2(b)".
        match self.paragraph.split_once('(') {
            _ if self.paragraph.is_empty() => Ok(()),
            Some((paragraph, part)) => write!(f, "({paragraph})({part}"),
            None => write!(f, "({})", self.paragraph),
        }
    }
}
