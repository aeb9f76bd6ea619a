//! Writes a made-up portfolio to standard output: the same cases for the same seed, on every machine.
//!
//! `cargo run --release --features serde --example portfolio -- --cases 100000 --seed 7 --as-of 2026-07-01
//! --format jsonl > cases.jsonl`
//!
//! `--format csv` writes a table, `--plain` first sick days only, `--describe` the shares instead of the
//! cases. Without arguments: 1000 cases of seed 1 as of 2026-07-01, as JSON lines.

use poortwachter::Day;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;
use std::str::FromStr;
use support::portfolio::describe::Described;
use support::portfolio::{Mix, Portfolio, csv};

#[derive(PartialEq)]
enum Output {
    Jsonl,
    Csv,
    Description,
}

struct Wanted {
    portfolio: Portfolio,
    output: Output,
    plain: bool,
}

fn wanted(mut arguments: impl Iterator<Item = String>) -> Result<Wanted, String> {
    let as_of = Day::from_ymd(2026, 7, 1).ok_or("no such day")?;
    let portfolio = Portfolio { seed: 1, cases: 1000, as_of, mix: Mix::default() };
    let mut wanted = Wanted { portfolio, output: Output::Jsonl, plain: false };
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{name} needs a value after it"));
        match name.as_str() {
            "--cases" => wanted.portfolio.cases = parsed(&name, &value()?, "a number")?,
            "--seed" => wanted.portfolio.seed = parsed(&name, &value()?, "a number")?,
            "--as-of" => {
                wanted.portfolio.as_of = parsed(&name, &value()?, "a day like 2026-07-01")?
            }
            "--format" => match value()?.as_str() {
                "jsonl" => wanted.output = Output::Jsonl,
                "csv" => wanted.output = Output::Csv,
                other => return Err(format!("--format is \"{other}\"; it is jsonl or csv")),
            },
            "--plain" => (wanted.plain, wanted.portfolio.mix) = (true, Mix::PLAIN),
            "--describe" => wanted.output = Output::Description,
            other => {
                return Err(format!(
                    "unknown argument \"{other}\"; known are --cases, --seed, --as-of, --format, \
                     --plain and --describe"
                ));
            }
        }
    }
    if !(2010..=2190).contains(&wanted.portfolio.as_of.year()) {
        return Err(format!("--as-of is {}; it must lie in 2010 to 2190", wanted.portfolio.as_of));
    }
    Ok(wanted)
}

fn parsed<T: FromStr>(name: &str, value: &str, what: &str) -> Result<T, String> {
    value.parse().map_err(|_| format!("{name} is \"{value}\"; it must be {what}"))
}

fn write(wanted: &Wanted, out: &mut impl Write) -> io::Result<()> {
    let Wanted { portfolio, output, plain } = wanted;
    if *output == Output::Description {
        let mut described = Described::new(portfolio.as_of, portfolio.mix);
        portfolio.cases().for_each(|case| described.count(&case));
        return write!(out, "{described}");
    }
    if *output == Output::Csv {
        writeln!(out, "{}", if *plain { csv::PLAIN_HEADER } else { csv::HEADER })?;
    }
    for case in portfolio.cases() {
        match output {
            Output::Csv if *plain => writeln!(out, "{}", csv::plain_line(&case))?,
            Output::Csv => writeln!(out, "{}", csv::line(&case))?,
            _ => {
                serde_json::to_writer(&mut *out, &case)?;
                writeln!(out)?;
            }
        }
    }
    out.flush()
}

fn main() -> ExitCode {
    let wanted = match wanted(std::env::args().skip(1)) {
        Ok(wanted) => wanted,
        Err(message) => {
            eprintln!("portfolio: {message}");
            return ExitCode::from(2);
        }
    };
    match write(&wanted, &mut BufWriter::new(io::stdout().lock())) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("portfolio: {error}");
            ExitCode::FAILURE
        }
        // Whoever reads wanted no more of it.
        _ => ExitCode::SUCCESS,
    }
}
