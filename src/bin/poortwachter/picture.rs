//! `poortwachter picture`.

use crate::args::PictureArgs;
use crate::failure::Failure;
use crate::input;
use poortwachter::Timeline;
use poortwachter::export::svg::{self, Options};

pub(crate) fn run(args: &PictureArgs) -> Result<String, Failure> {
    let case = input::file(&args.file)?;
    let timeline = Timeline::of(&case);
    let on = crate::args::day(args.on);
    let mut options = Options::new(args.lang.into()).width(args.width);
    if args.statutory {
        options = options.statutory_only();
    }
    if args.show_id {
        options = options.with_case_id();
    }
    Ok(svg::case_timeline(&timeline.on(on), &options))
}
