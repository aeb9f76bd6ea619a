//! Heads of columns and lines that stand in more than one place.

use crate::lang::Text;

/// The day to plan on.
pub const ADVISED: Text = Text::new("Advies", "Advised");
/// The article.
pub const ARTICLE: Text = Text::new("Artikel", "Article");
/// What something rests on.
pub const BASIS: Text = Text::new("Grond", "Basis");
/// What something rests on, in the tables of a portfolio.
pub const BASIS_IN_A_PORTFOLIO: Text = Text::new("Grondslag", "Basis");
/// A case.
pub const CASE: Text = Text::new("Geval", "Case");
/// A day.
pub const DAY: Text = Text::new("Dag", "Day");
/// The last day under the text.
pub const DUE: Text = Text::new("Uiterlijk", "Due");
/// What was judged.
pub const JUDGEMENT: Text = Text::new("Oordeel", "Judgement");
/// By how much something moved.
pub const MOVES: Text = Text::new("Verschil", "Moves");
/// What was not done by its due day.
pub const OVERDUE: Text = Text::new("Te laat", "Overdue");
/// All that is to be done.
pub const TOGETHER: Text = Text::new("Samen", "Due");
/// What it is about.
pub const WHAT: Text = Text::new("Wat", "What");
/// Who acts.
pub const WHO: Text = Text::new("Wie", "Who");
