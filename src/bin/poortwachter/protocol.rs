//! `poortwachter protocol`.

use crate::failure::Failure;
use crate::files::{DEFAULT_PROTOCOL, ProtocolSource};
use crate::page::{Page, Tone, strip_control_chars};
use crate::values::{LANGUAGE, Language, TextFormat};
use crate::{input, json, vocabulary};
use clap::{Subcommand, ValueHint};
use poortwachter::Lang;
use poortwachter::law::LAW;
use poortwachter::protocol::{
    self, DutyRule, Origin, Protocol, ReminderRule, Setting, SettingKind, Subject, Task, presets,
};
use poortwachter::wire::ProtocolForm;

#[derive(clap::Args, Debug)]
#[command(after_help = PROTOCOL_EXAMPLES)]
pub(crate) struct ProtocolArgs {
    #[command(subcommand)]
    pub(crate) command: ProtocolCommand,
}

const PROTOCOL_EXAMPLES: &str = "\
Examples:
  poortwachter protocol list
  poortwachter protocol show xpert-suite --format json -o protocol.json
  poortwachter protocol diff xpert-suite protocol.json --lang nl

Exit status: 0, or 2 with one line on standard error.";

#[derive(Subcommand, Debug)]
pub(crate) enum ProtocolCommand {
    /// The published protocols, with their sources
    #[command(after_help = PROTOCOL_EXAMPLES)]
    List {
        /// The language of the text
        #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
        lang: Language,
    },
    /// What a protocol says; a file is checked on the way
    #[command(after_help = PROTOCOL_EXAMPLES)]
    Show {
        /// The name of a preset, or a JSON file; - reads standard input
        #[arg(value_name = "PROTOCOL", value_hint = ValueHint::FilePath)]
        protocol: ProtocolSource,
        /// Text to read, or the JSON form, to start a protocol of your own from
        #[arg(long, value_enum, default_value_t = TextFormat::Text)]
        format: TextFormat,
        /// The language of the text
        #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
        lang: Language,
    },
    /// What differs between two protocols
    #[command(after_help = PROTOCOL_EXAMPLES)]
    Diff {
        /// The name of a preset, or a JSON file; - reads standard input
        #[arg(value_name = "PROTOCOL", value_hint = ValueHint::FilePath)]
        a: ProtocolSource,
        /// The name of a preset, or a JSON file; - reads standard input
        #[arg(value_name = "OTHER", value_hint = ValueHint::FilePath)]
        b: ProtocolSource,
        /// The language of the text
        #[arg(long, value_enum, default_value_t = Language::En, env = LANGUAGE, hide_env_values = true)]
        lang: Language,
    },
}

pub(crate) fn run(args: &ProtocolArgs) -> Result<String, Failure> {
    match &args.command {
        ProtocolCommand::List { lang } => Ok(list((*lang).into())),
        ProtocolCommand::Show { protocol, format: TextFormat::Json, .. } => {
            json::pretty(&ProtocolForm::from(&named_or_file(protocol)?))
        }
        ProtocolCommand::Show { protocol, lang, .. } => {
            Ok(show(&named_or_file(protocol)?, (*lang).into()))
        }
        ProtocolCommand::Diff { a, b, lang } => {
            Ok(diff(&named_or_file(a)?, &named_or_file(b)?, (*lang).into()))
        }
    }
}

/// The protocol of a preset.
pub(crate) fn preset(name: &str) -> Result<Protocol, Failure> {
    let preset = presets::named(name).ok_or_else(|| {
        let known: Vec<&str> = presets::ALL.iter().map(|preset| preset.id()).collect();
        let what = vocabulary::of(name).map_or(String::new(), |what| format!(", it is {what}"));
        let known = known.join(", ");
        Failure::message(format!("no preset is called {name:?}{what}: use one of {known}"))
    })?;
    Ok(preset.protocol())
}

fn named_or_file(source: &ProtocolSource) -> Result<Protocol, Failure> {
    match source {
        ProtocolSource::Named(name) if name == DEFAULT_PROTOCOL => Ok(Protocol::default()),
        ProtocolSource::Named(name) => preset(name),
        ProtocolSource::File(file) => input::protocol(file),
    }
}

fn list(lang: Lang) -> String {
    let mut page = Page::new(lang);
    for preset in presets::ALL {
        let name = page.paint(Tone::Strong, preset.id());
        page.line(&name);
        page.paragraph(Tone::Plain, 2, preset.title());
        page.paragraph(Tone::Faint, 2, preset.url());
        let read = lang.pick("gelezen op", "read on");
        page.paragraph(Tone::Faint, 2, &format!("{read} {}", preset.read_on()));
        for line in preset.published() {
            let name = published_name(preset, line.id, lang);
            page.entry(Tone::Plain, 4, (&name, WIDEST_NAME), line.when(lang));
        }
        page.blank();
    }
    page.paragraph(
        Tone::Faint,
        2,
        lang.pick(
            "Gepubliceerde werkwijzen, geen wet. \"protocol show\" toont wat ervan is overgenomen.",
            "Published ways of working, no law. \"protocol show\" shows what was taken over.",
        ),
    );
    page.text
}

/// The name of a duty or of a task of the preset.
fn published_name(preset: &presets::Preset, id: &str, lang: Lang) -> String {
    match LAW.rule(id) {
        Some(rule) => rule.name(lang).to_string(),
        None => {
            let protocol = preset.protocol();
            let task = protocol.tasks().iter().find(|task| task.id() == id);
            task.map_or(id, |task| task.name(lang)).to_string()
        }
    }
}

/// "Verlenging van de loondoorbetaling aanvragen?".
const WIDEST_NAME: usize = 45;
/// "Re-integration report", with some room.
const LABEL: usize = 22;

fn show(protocol: &Protocol, lang: Lang) -> String {
    let mut page = Page::new(lang);
    let name = page.paint(Tone::Strong, &strip_control_chars(protocol.name()));
    page.line(&name);
    if let Some(publication) = protocol.publication() {
        page.paragraph(Tone::Plain, 2, &strip_control_chars(publication.title()));
        page.paragraph(Tone::Faint, 2, &strip_control_chars(publication.url()));
    }
    page.blank();
    let title = page.paint(Tone::Strong, lang.pick("Herinneringen", "Reminders"));
    page.line(&title);
    put_reminders(&mut page, 2, protocol.reminders());
    if protocol.is_working_days_only() {
        page.line(&format!("  {}", lang.pick("alleen op werkdagen", "on working days only")));
    }
    if !protocol.duties().is_empty() {
        page.blank();
        let title = lang.pick("Per verplichting (protocol)", "Per duty (protocol)");
        let title = page.paint(Tone::Strong, title);
        page.line(&title);
    }
    for rule in protocol.duties() {
        put_duty(&mut page, rule);
    }
    if !protocol.tasks().is_empty() {
        page.blank();
        let title =
            page.paint(Tone::Strong, lang.pick("Eigen taken (protocol)", "Own tasks (protocol)"));
        page.line(&title);
    }
    for task in protocol.tasks() {
        put_task(&mut page, task);
    }
    page.blank();
    page.paragraph(
        Tone::Faint,
        2,
        lang.pick(
            "protocol: eigen keuze van de organisatie, geen wet. Een eigen datum ligt nooit na de \
             uiterste dag.",
            "protocol: a choice of the organisation, no law. An own date never lies after the due \
             day.",
        ),
    );
    page.text
}

fn put_duty(page: &mut Page, rule: &DutyRule) {
    let lang = page.lang;
    let mut said = Vec::new();
    if let Some(moment) = rule.own_date() {
        said.push(moment.words(lang));
    }
    if let Some(weeks) = rule.every_weeks() {
        let rhythm = Setting::EveryWeeks(weeks).words(lang);
        said.push(format!("{rhythm} ({})", lang.pick("praktijk", "practice")));
    }
    if rule.is_left_out() {
        let layer = LAW.rule(rule.duty().id()).map_or("", |law| law.layer.name(lang));
        said.push(format!("{} ({layer})", SettingKind::LeftOut.name(lang)));
    }
    let name = Subject::Duty(rule.duty()).name(lang);
    page.entry(Tone::Plain, 2, (&name, LABEL), &said.join("; "));
    if said.is_empty() {
        page.line(&format!("  {name}"));
    }
    if let Some(reminders) = rule.reminders() {
        put_reminders(page, 4, reminders);
    }
}

fn put_task(page: &mut Page, task: &Task) {
    let lang = page.lang;
    page.line(&format!("  {}", strip_control_chars(task.name(lang))));
    let mut said = format!("{}: {}", task.who().name(lang), task.when().words(lang));
    if let Some(name) = task.event() {
        said += &format!("; {} {}", SettingKind::DoneBy.name(lang), name.name(lang));
    }
    page.paragraph(Tone::Faint, 4, &said);
    if let Some(reminders) = task.own_reminders() {
        put_reminders(page, 4, reminders);
    }
}

fn put_reminders(page: &mut Page, indent: usize, rule: &ReminderRule) {
    let lang = page.lang;
    let settings = [
        Setting::LeadDays(rule.leads().to_vec()),
        Setting::OnTheDay(rule.is_on_the_day()),
        Setting::To(rule.recipients().to_vec()),
        Setting::Late(rule.escalations().to_vec()),
    ];
    for setting in settings {
        page.entry(Tone::Plain, indent, (setting.kind().name(lang), LABEL), &setting.words(lang));
    }
}

fn diff(a: &Protocol, b: &Protocol, lang: Lang) -> String {
    let mut page = Page::new(lang);
    let changes = protocol::diff(a, b);
    if changes.is_empty() {
        page.line(lang.pick("Geen verschil", "No difference"));
    }
    for change in changes {
        page.entry(Tone::Plain, 0, ("~", 1), &strip_control_chars(&change.words(lang)));
    }
    page.text
}

/// The origin as it stands in a column.
pub(crate) fn origin(origin: Origin, lang: Lang) -> &'static str {
    match origin {
        Origin::Law(layer) => crate::table::layer(layer, lang),
        origin => origin.name(lang),
    }
}
