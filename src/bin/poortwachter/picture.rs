//! `poortwachter picture`.

use crate::args::PictureArgs;
use crate::failure::Failure;
use crate::input;
use poortwachter::Timeline;
use poortwachter::export::svg::{self, Options};

/// The picture, or nothing when it went into a file.
pub(crate) fn run(args: &PictureArgs) -> Result<String, Failure> {
    let case = input::file(&args.file)?;
    let timeline = Timeline::of(&case);
    let on = args.on.unwrap_or_else(|| chrono::Local::now().date_naive());
    let mut options = Options::new(args.lang.into()).width(args.width);
    if args.statutory {
        options = options.statutory_only();
    }
    if args.with_id {
        options = options.with_case_id();
    }
    let picture = svg::case_timeline(&timeline.on(on), &options);
    let Some(path) = &args.output else { return Ok(picture) };
    std::fs::write(path, picture).map_err(|error| {
        Failure::told(format!(
            "{}: cannot write it: {error}: check the folder and the permissions",
            path.display()
        ))
    })?;
    Ok(String::new())
}
