//! `poortwachter schema`.

use crate::failure::Failure;
use crate::vocabulary;
use poortwachter::Lang;
use poortwachter::wire::schema::Schema;

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SchemaArgs {
    /// Of what; without it the names that can be asked for
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  poortwachter schema                            the names that can be asked for
  poortwachter schema case -o case.v1.json       for an editor or a validator

A schema states the shape of a file. Whether the facts fit one another, the
other commands say.

Exit status: 0; 2 when there is no schema of that name.";

pub(crate) fn run(args: &SchemaArgs) -> Result<String, Failure> {
    let Some(name) = &args.name else { return Ok(names()) };
    name.parse::<Schema>().map(Schema::json).map_err(|_| {
        let what = vocabulary::of(name).map_or(String::new(), |what| format!(", it is {what}"));
        Failure::message(format!(
            "schema {name}: there is none{what}; known are {}",
            Schema::IDS.join(", ")
        ))
    })
}

fn names() -> String {
    let line = |schema: &Schema| {
        format!("{:<12} {:<38} {}\n", schema.id(), schema.urn(), schema.name(Lang::En))
    };
    Schema::ALL.iter().map(line).collect()
}
