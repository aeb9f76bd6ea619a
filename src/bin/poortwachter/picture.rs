//! `poortwachter picture`.

use crate::failure::Failure;
use crate::files::InputFile;
use crate::input;
use crate::values::{LANGUAGE, Language, date};
use clap::ValueHint;
use poortwachter::Day;
use poortwachter::Timeline;
use poortwachter::export::svg::{self, Options};

#[derive(clap::Args, Debug)]
#[command(after_help = PICTURE_EXAMPLES)]
pub(crate) struct PictureArgs {
    /// The case, a JSON file (see timeline --help); - reads standard input
    #[arg(value_name = "CASE.JSON", value_hint = ValueHint::FilePath)]
    pub(crate) file: InputFile,

    /// The day to look from, today when absent; facts of later days are left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<Day>,

    /// The language of the picture
    #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
    pub(crate) lang: Language,

    /// The width in pixels, 840 to 3000
    #[arg(long, value_name = "PIXELS", default_value_t = 900,
        value_parser = clap::value_parser!(u16).range(840..=3000))]
    pub(crate) width: u16,

    /// Leave out what only policy or practice gives a day
    #[arg(long)]
    pub(crate) statutory: bool,

    /// Show the id of the case in the title
    #[arg(long)]
    pub(crate) show_id: bool,
}

const PICTURE_EXAMPLES: &str = "\
Examples:
  poortwachter picture case.json -o case.svg
  poortwachter picture case.json --lang nl --statutory > case.svg

A browser shows and prints it, in light or dark.
Exit status: 0, or 2 with one line on standard error.";

pub(crate) fn run(args: &PictureArgs) -> Result<String, Failure> {
    let case = input::file(&args.file)?;
    let timeline = Timeline::new(&case);
    let on = crate::values::day(args.on);
    let mut options = Options::new(args.lang.into()).width(args.width);
    if args.statutory {
        options = options.statutory_only();
    }
    if args.show_id {
        options = options.with_case_id();
    }
    Ok(svg::case_timeline(&timeline.view(on), &options))
}
