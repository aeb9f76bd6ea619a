//! The verdict as a page for the dossier, in Markdown.

use crate::check_words::{self as words, Entry, Part, Rest};
use crate::head;
use crate::milestones;
use crate::page::strip_control_chars;
use poortwachter::law::procesgang;
use poortwachter::text::{self, capital, headings, phrases};
use poortwachter::verdict::{Finding, Severity, Topic, Verdict};
use poortwachter::wire::Receipt;
use poortwachter::{Citation, Lang, Layer, Milestone, Text};
use std::fmt::{self, Write};

pub(crate) fn write(verdict: &Verdict<'_>, lang: Lang) -> String {
    let mut page = Md { out: String::new(), verdict, lang };
    // Writing to a string cannot fail.
    let _ = page.everything();
    page.out
}

struct Md<'v, 't> {
    out: String,
    verdict: &'v Verdict<'t>,
    lang: Lang,
}

impl Md<'_, '_> {
    fn everything(&mut self) -> fmt::Result {
        self.heading()?;
        self.duties()?;
        self.findings()?;
        self.second_track()?;
        self.plan()?;
        self.report()?;
        self.wages()?;
        self.notes()?;
        self.closing()
    }

    fn section(&mut self, title: Text) -> fmt::Result {
        writeln!(self.out, "\n## {}\n", title.in_lang(self.lang))
    }

    fn table(&mut self, header: &[&str]) -> fmt::Result {
        writeln!(self.out, "| {} |", header.join(" | "))?;
        writeln!(self.out, "|{}", "---|".repeat(header.len()))
    }

    fn row(&mut self, cells: &[&str]) -> fmt::Result {
        writeln!(self.out, "| {} |", cells.join(" | "))
    }

    fn heading(&mut self) -> fmt::Result {
        let lang = self.lang;
        let view = self.verdict.view();
        let case = view.timeline().case();
        let id = case.id().map(|id| format!(": {} {}", phrases::CASE.in_lang(lang), escape_id(id)));
        let title = lang.pick("Dossiertoets verzuim", "Check of a sick-leave file");
        writeln!(self.out, "# {title}{}\n", id.unwrap_or_default())?;
        self.table(&["", ""])?;
        let on = lang.date_with_weekday(view.on());
        self.row(&[lang.pick("Stand op", "As of"), &on])?;
        let state = escape(&head::state(view, lang));
        self.row(&[headings::CASE.in_lang(lang), &state])?;
        self.row(&["Regime", case.regime().name(lang)])?;
        let law = text::law_as_of(lang);
        let by = format!("poortwachter {}, {law}", Receipt::now().version);
        self.row(&[lang.pick("Berekend met", "Computed by"), &by])?;
        let summary = self.verdict.summary();
        let word = summary.name(lang);
        let counts = self.verdict.counts(lang);
        let verdict = lang.pick("Oordeel", "Verdict");
        writeln!(self.out, "\n**{verdict}: {word}** ({counts}).")?;
        if let Some(note) = words::nothing_recorded(self.verdict, lang) {
            writeln!(self.out, "\n{}", escape(&note))?;
        }
        self.questions()
    }

    /// What nobody recorded and would move a date.
    fn questions(&mut self) -> fmt::Result {
        let (lang, view) = (self.lang, self.verdict.view());
        let questions = view.open_questions();
        if questions.is_empty() {
            return Ok(());
        }
        self.section(text::OPEN_QUESTIONS)?;
        for question in &questions {
            writeln!(self.out, "- {}", escape(&question.sentence(lang)))?;
            for answer in question.answers() {
                let name = question.answer_in_words(answer, view.on(), lang);
                let dates = question.dates_in_words(answer, lang);
                writeln!(self.out, "  - {}", escape(&format!("{name}: {dates}")))?;
            }
            if let Some(note) = question.note(lang) {
                writeln!(self.out, "\n  {}", escape(note))?;
            }
        }
        Ok(())
    }

    /// The article with its link and layer; a policy or practice says that it is no law.
    fn basis(&self, layer: Layer, citation: Citation) -> String {
        layer.basis(&link(citation), self.lang)
    }

    fn duties(&mut self) -> fmt::Result {
        let (lang, verdict) = (self.lang, self.verdict);
        if verdict.findings().is_empty() {
            return Ok(());
        }
        self.section(Text::new("Verplichtingen", "Duties"))?;
        self.table(&[
            headings::DUE.in_lang(lang),
            lang.pick("Verplichting", "Duty"),
            headings::WHO.in_lang(lang),
            lang.pick("Gedaan", "Done"),
            headings::JUDGEMENT.in_lang(lang),
            headings::BASIS.in_lang(lang),
        ])?;
        let duties = verdict.findings().iter();
        let duties = duties.filter(|finding| matches!(finding.topic(), Topic::Duty(..)));
        let questions = verdict.view().open_questions();
        for (finding, title) in words::listed(&duties.collect::<Vec<_>>(), lang) {
            let due = finding.due().map(|due| words::day(due, lang)).unwrap_or_default();
            let done = finding.met().map(|met| lang.date_with_weekday(met)).unwrap_or_default();
            let mut judged = finding.judged(verdict.view().on(), lang);
            let severity = finding.severity();
            if severity != Severity::InOrder {
                judged = format!("**{}**: {judged}", severity.name(lang));
            }
            if words::hangs(&questions, finding) {
                judged += &format!(" ({})", words::HANGS.in_lang(lang));
            }
            let basis = self.basis(finding.layer(), finding.citation());
            let who = words::who(verdict, finding, lang);
            self.row(&[&escape(&due), &title, who, &done, &judged, &basis])?;
        }
        let also = verdict.findings().iter().filter(|finding| {
            !matches!(finding.topic(), Topic::Duty(..)) && finding.severity() == Severity::InOrder
        });
        let also: Vec<&Finding> = also.collect();
        if !also.is_empty() {
            writeln!(self.out, "\n{}\n", lang.pick("Ook beoordeeld:", "Judged as well:"))?;
        }
        for finding in also {
            let when = match words::when(finding, lang) {
                when if when.is_empty() => when,
                when => format!(" ({})", escape(&when)),
            };
            let judged = finding.judged(verdict.view().on(), lang);
            let basis = self.basis(finding.layer(), finding.citation());
            writeln!(self.out, "- {}: {judged}{when}. {basis}", finding.title(lang))?;
        }
        Ok(())
    }

    fn findings(&mut self) -> fmt::Result {
        let (lang, verdict) = (self.lang, self.verdict);
        if verdict.findings().is_empty() {
            return Ok(());
        }
        self.section(Text::new("Bevindingen", "Findings"))?;
        if verdict.summary() == Severity::InOrder {
            writeln!(self.out, "{}\n", capital(&format!("{}.", verdict.counts(lang))))?;
        }
        for severity in words::GRAVE {
            let count = words::of_severity(verdict, severity).count();
            if count == 0 {
                continue;
            }
            let name = capital(severity.name(lang));
            writeln!(self.out, "### {name} ({count})\n")?;
            writeln!(self.out, "{}.\n", capital(severity.meaning(lang)))?;
            for (number, finding) in (1..).zip(words::of_severity(verdict, severity)) {
                self.finding(number, finding)?;
            }
        }
        let rest = Rest::ALL.iter().map(|rest| {
            let fine = words::of_severity(verdict, Severity::InOrder);
            let n = fine.filter(|finding| Rest::of(finding) == *rest).count();
            format!("{} {n}", rest.name(lang).to_lowercase())
        });
        let rest = rest.collect::<Vec<_>>().join(", ");
        writeln!(self.out, "{}: {rest}.", lang.pick("Overig", "The rest"))
    }

    fn finding(&mut self, number: usize, finding: &Finding) -> fmt::Result {
        let (lang, verdict) = (self.lang, self.verdict);
        let title = words::title(verdict, finding, lang);
        let judged = finding.judged(verdict.view().on(), lang);
        writeln!(self.out, "{number}. **{title}: {judged}**")?;
        let when = (phrases::WHEN.in_lang(lang), words::when(finding, lang));
        let entries = [when].into_iter().filter(|(_, text)| !text.is_empty());
        let entries = entries.chain(words::stakes(finding, lang));
        for entry in entries.chain(words::to_do(finding, lang)) {
            writeln!(self.out, "   - {}", item(&entry))?;
        }
        let basis = self.basis(finding.layer(), finding.citation());
        writeln!(self.out, "   - *{}* {basis}", phrases::BASIS.in_lang(lang))?;
        writeln!(self.out, "\n   > {}\n", escape(finding.source().text))
    }

    fn second_track(&mut self) -> fmt::Result {
        let lang = self.lang;
        let Some((entries, questions)) = words::second_track(self.verdict, lang) else {
            return Ok(());
        };
        self.section(words::SECOND_TRACK)?;
        self.table(&["", ""])?;
        for (label, text) in entries {
            self.row(&[&capital(label), &escape(&text)])?;
        }
        if !questions.is_empty() {
            let asks = words::ASKS.in_lang(lang);
            writeln!(self.out, "\n{asks}\n")?;
        }
        for question in questions {
            writeln!(self.out, "- {} ({})", question.text, link(question.source))?;
        }
        Ok(())
    }

    fn plan(&mut self) -> fmt::Result {
        let Some((title, parts)) = words::plan(self.verdict, self.lang) else { return Ok(()) };
        self.section(words::PLAN)?;
        self.parts(&title, procesgang::PLAN_CONTENT.citation, &parts)
    }

    fn report(&mut self) -> fmt::Result {
        let Some((title, parts)) = words::report(self.verdict, self.lang) else { return Ok(()) };
        self.section(words::REPORT)?;
        self.parts(&title, procesgang::REPORT_CONTENT.citation, &parts)
    }

    fn parts(&mut self, title: &str, citation: Citation, parts: &[Part]) -> fmt::Result {
        let lang = self.lang;
        writeln!(self.out, "{} ({}).\n", escape(&capital(title)), link(citation))?;
        self.table(&[
            lang.pick("Onderdeel", "Part"),
            lang.pick("Aanwezig", "Present"),
            lang.pick("Waaruit", "From"),
        ])?;
        for part in parts {
            let id = if part.id.is_empty() { String::new() } else { format!("{}. ", part.id) };
            let present = match part.present {
                true => phrases::YES.in_lang(lang).to_string(),
                false => format!("**{}**", phrases::NO.in_lang(lang)),
            };
            let covered = if part.present { part.covered.as_str() } else { "" };
            self.row(&[&format!("{id}{}", part.name), &present, covered])?;
        }
        Ok(())
    }

    /// The waiting period, wages, dismissal ban, benefit and sanction, with the reasons.
    fn wages(&mut self) -> fmt::Result {
        let lang = self.lang;
        let view = self.verdict.view();
        let mut lines = milestones::milestones(view, lang, true);
        let questions = view.open_questions();
        let waiting = view.waiting_period_last_day().filter(|_| !lines.is_empty());
        if lines.is_empty() {
            return Ok(());
        }
        self.section(Text::new("Loon, opzegverbod en WIA", "Wages, dismissal ban and WIA"))?;
        self.table(&[
            headings::WHAT.in_lang(lang),
            headings::DAY.in_lang(lang),
            lang.pick("Toelichting", "Note"),
            headings::BASIS.in_lang(lang),
        ])?;
        if let Some(last) = waiting {
            let rule = poortwachter::law::LAW.rule("end-of-waiting-period");
            let bound = rule.map(|rule| rule.version_in_force().due);
            lines.push(milestones::Line {
                what: lang.pick("Einde wachttijd", "End of the waiting period").to_string(),
                day: Some(last),
                words: "",
                milestone: Some(Milestone::END_OF_WAITING_PERIOD),
                basis: bound.map(|b| b.source.citation.to_string()).unwrap_or_default(),
                note: String::new(),
            });
        }
        lines.sort_by_key(|line| line.day);
        for line in lines {
            let day = match line.day {
                Some(day) => {
                    let asked = line.question_mark(&questions);
                    format!("{}{asked}", words::day(day, lang))
                }
                None => line.words.to_string(),
            };
            self.row(&[&line.what, &escape(&day), &line.note, &escape(&line.basis)])?;
        }
        if view.days_claim_late() > 0 {
            let days = lang.days(view.days_claim_late());
            let late = match lang {
                Lang::Nl => format!(
                    "De WIA-aanvraag was {days} te laat: loondoorbetaling en opzegverbod lopen \
                     zoveel langer door."
                ),
                Lang::En => format!(
                    "The WIA claim was {days} late: wages and dismissal ban run on by as much."
                ),
            };
            writeln!(self.out, "\n{late}")?;
        }
        Ok(())
    }

    fn notes(&mut self) -> fmt::Result {
        let notes = head::notes(self.verdict.view(), self.lang);
        if notes.is_empty() {
            return Ok(());
        }
        self.section(Text::new(
            "Eerdere gevallen, opmerkingen en ongebruikte gebeurtenissen",
            "Earlier cases, remarks and events not used",
        ))?;
        notes.iter().try_for_each(|note| writeln!(self.out, "- {}", escape(note)))
    }

    fn closing(&mut self) -> fmt::Result {
        writeln!(self.out, "\n---\n")?;
        if words::is_marked(&self.out.replace('\\', "")) {
            writeln!(self.out, "{}\n", escape(&text::note_on_the_mark(self.lang)))?;
        }
        writeln!(self.out, "{}", words::limits(self.lang))
    }
}

fn item((label, text): &Entry) -> String {
    format!("*{label}* {}", escape(text))
}

fn link(citation: Citation) -> String {
    format!("[{citation}]({})", citation.url())
}

/// Text of the crate itself, without what Markdown would read into it.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Text from a file: every character that Markdown or HTML could read as its own.
fn escape_id(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for c in strip_control_chars(id).chars() {
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
