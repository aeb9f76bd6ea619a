//! What a portfolio really holds, counted from the cases and set beside the shares of its mix.

use super::in_days;
use super::mix::{Kept, Mix};
use super::sickness::Sickness;
use poortwachter::Day;
use poortwachter::{Case, Duty, EventKind, InterviewRhythm, Joins, Regime};
use std::fmt;

/// One counted share.
pub struct Share {
    /// Of what.
    pub what: String,
    /// What the mix says, where it says it of just these cases.
    pub expected: Option<f64>,
    /// How many have it.
    pub have: usize,
    /// Of how many.
    pub of: usize,
}

impl Share {
    /// From 0 to 1.
    pub fn realised(&self) -> f64 {
        self.have as f64 / (self.of.max(1)) as f64
    }
}

/// The counted shares, in the order of the table.
pub struct Described {
    as_of: Day,
    mix: Mix,
    /// One for each line of the table.
    pub shares: Vec<Share>,
    next: usize,
    /// How many cases have an event of a kind, and how many such events there are.
    kinds: std::collections::BTreeMap<&'static str, (usize, usize)>,
}

impl Described {
    /// Of a portfolio as of a day, with the mix that it was drawn from.
    pub fn new(as_of: Day, mix: Mix) -> Described {
        Described { as_of, mix, shares: Vec::new(), next: 0, kinds: Default::default() }
    }

    /// Counts one case in every share whose base it belongs to.
    pub fn count(&mut self, case: &Case) {
        self.next = 0;
        let sickness = Sickness::of(case, self.as_of);
        self.states_and_ages(&sickness);
        self.facts(case, &sickness);
        self.duties(case, &sickness);
        let mut seen = Vec::new();
        for event in case.events() {
            let id = event.kind().id();
            let (cases, events) = self.kinds.entry(id).or_default();
            *events += 1;
            if !seen.contains(&id) {
                *cases += 1;
                seen.push(id);
            }
        }
    }

    fn share(&mut self, what: &str, expected: Option<f64>, of: bool, has: bool) {
        if self.next == self.shares.len() {
            self.shares.push(Share { what: what.to_owned(), expected, have: 0, of: 0 });
        }
        let share = &mut self.shares[self.next];
        share.of += usize::from(of);
        share.have += usize::from(of && has);
        self.next += 1;
    }

    fn states_and_ages(&mut self, sickness: &Sickness) {
        let recovered = self.mix.recovered;
        let (window, closed) = (recovered.within_relapse_window, recovered.closed);
        let ago = sickness.recovered_days_ago;
        let running = ago.is_none();
        self.share("running", Some(1.0 - window - closed), true, running);
        self.share(
            "recovered, within the relapse window",
            Some(window),
            true,
            ago.is_some_and(|days| days <= 28),
        );
        self.share("recovered, closed", Some(closed), true, ago.is_some_and(|days| days > 28));
        let weeks = sickness.sick_days.div_ceil(7);
        for (from, to) in
            [(1, 6), (7, 13), (14, 26), (27, 52), (53, 78), (79, 104), (105, 130), (131, 999)]
        {
            let what = format!("  running, in week {from} to {to}");
            self.share(&what, None, running, (from..=to).contains(&weeks));
        }
    }

    fn facts(&mut self, case: &Case, sickness: &Sickness) {
        let (employer, as_of) = (case.regime() == Regime::Employer, self.as_of);
        let regimes = self.mix.regimes;
        let (net, own) = (regimes.safety_net, regimes.own_risk_carrier);
        self.share("regime: employer", Some(1.0 - net - own), true, employer);
        self.share("regime: safety net", Some(net), true, case.regime() == Regime::SafetyNet);
        let carrier = case.regime() == Regime::OwnRiskCarrier;
        self.share("regime: own-risk carrier", Some(own), true, carrier);
        if let Some(shares) = self.mix.interruptions {
            let long = sickness.sick_days >= shares.from_sick_days;
            let joins = sickness.joined_gaps;
            self.share(
                "interrupted and joined, of 28 sick days",
                Some(shares.joined),
                long,
                joins > 0,
            );
            self.share("  once, of these", None, long && joins > 0, joins == 1);
            self.share("  twice", None, long && joins > 0, joins == 2);
            self.share("  three times", None, long && joins > 0, joins == 3);
            self.share(
                "earlier closed case",
                Some(shares.earlier_case),
                true,
                sickness.earlier_case,
            );
        }
        if let Some(shares) = self.mix.leave {
            let long = sickness.sick_days >= shares.from_sick_days;
            let any = |is: &dyn Fn(Day, Day) -> bool| {
                case.leave().iter().any(|leave| is(leave.first_day(), leave.last_day()))
            };
            let running = sickness.recovered_days_ago.is_none();
            let past = any(&|_, last| {
                case.spells().iter().any(|s| s.last_day().is_none_or(|l| l > last)) && last < as_of
            });
            self.share("leave in the past, of 14 sick days", Some(shares.in_the_past), long, past);
            let now = any(&|first, last| first <= as_of && as_of <= last);
            self.share("on leave now, of the running", None, running, now);
            self.share(
                "leave planned, of the running",
                None,
                running,
                any(&|first, _| first > as_of),
            );
            let separated = case.leave().iter().any(|leave| leave.joins() == Joins::No);
            self.share("leave that separates", None, true, separated);
        }
        if let Some(shares) = self.mix.contract {
            let pension = case.state_pension_day();
            let known = pension.is_some();
            self.share("state pension day known", Some(shares.state_pension_known), true, known);
            let soon = |day: Day| sickness.first < day && day <= sickness.last_possible;
            self.share(
                "  within 104 weeks of the first sick day",
                None,
                known,
                pension.is_some_and(soon),
            );
            self.share(
                "  already passed then",
                None,
                known,
                pension.is_some_and(|day| day <= sickness.first),
            );
            let ends = case.employment_last_day();
            let (past, coming) = (shares.employment_ended, shares.employment_will_end);
            self.share(
                "employment ended",
                Some(past),
                employer,
                ends.is_some_and(|day| day <= as_of),
            );
            self.share(
                "employment will end",
                Some(coming),
                employer,
                ends.is_some_and(|day| day > as_of),
            );
        }
        if let Some(shares) = self.mix.file {
            let fixed = case.interviews() == InterviewRhythm::FixedGrid;
            self.share("interviews on a fixed grid", Some(shares.fixed_grid), true, fixed);
            let entitlement = case.sickness_benefit_entitlement().is_some();
            self.share("entitlement recorded", Some(shares.entitlement), employer, entitlement);
            self.share("nothing recorded", None, true, case.events().is_empty());
        }
    }

    /// Of uninterrupted cases with an employer whose due day is long past, so that the day of a duty can be
    /// told by adding to the first sick day.
    fn duties(&mut self, case: &Case, sickness: &Sickness) {
        let Some(shares) = self.mix.file else { return };
        let happened =
            |is: &dyn Fn(&EventKind) -> bool| case.events().iter().any(|event| is(&event.kind()));
        let moved = happened(&|kind| {
            matches!(kind, EventKind::LongAbsenceForeseen | EventKind::AgreedDeviation { .. })
        });
        let simple = case.regime() == Regime::Employer
            && case.spells().len() == 1
            && case.leave().is_empty()
            && case.employment_last_day().is_none_or(|day| day > self.as_of)
            && case.state_pension_day().is_none_or(|day| day > self.as_of)
            && sickness.recovered_days_ago.is_none();
        let day_met = |duty: Duty| {
            let met = |event: &&poortwachter::Event| event.kind() == EventKind::Met(duty);
            case.events().iter().find(met).map(|event| event.on())
        };
        let kept_files = 1.0 - shares.neglected;
        let claims = [Duty::WIA_NOTICE, Duty::WIA_CLAIM];
        for (duty, kept, due) in [
            (Duty::SICKNESS_REPORT, shares.sickness_report, 7),
            (Duty::PROBLEM_ANALYSIS, shares.problem_analysis, 43),
            (Duty::UWV_SICKNESS_REPORT, shares.uwv_sickness_report, 295),
            (Duty::FIRST_YEAR_EVALUATION, shares.first_year_evaluation, 364),
            (Duty::REINTEGRATION_REPORT, shares.end_of_wait, 637),
            (Duty::WIA_NOTICE, shares.wia_notice, 623),
            (Duty::WIA_CLAIM, shares.wia_claim, 651),
        ] {
            let Kept { on_time, late } = kept;
            let neglect = duty != Duty::SICKNESS_REPORT && !claims.contains(&duty);
            let of_all = if neglect { kept_files } else { 1.0 };
            // An early claim or an extension takes the place of what comes at the end.
            let replaced = due > 600
                && happened(&|kind| {
                    matches!(kind, EventKind::EarlyIvaClaim | EventKind::VoluntaryExtension { .. })
                });
            let base = simple && !moved && !replaced && sickness.sick_days > due + 100;
            let due = sickness.first + in_days(due - 1);
            let met = day_met(duty);
            let name = duty.id();
            let in_time = met.is_some_and(|day| day <= due);
            self.share(&format!("{name}: on time"), Some(on_time * of_all), base, in_time);
            self.share(
                &format!("{name}: late"),
                Some(late * of_all),
                base,
                met.is_some_and(|day| day > due),
            );
            self.share(&format!("{name}: missing"), None, base, met.is_none());
        }
        // From when the UWV must have decided until some of the others leave the file.
        let decided = simple && (687..=728).contains(&sickness.sick_days);
        let claimed = decided && day_met(Duty::WIA_CLAIM).is_some();
        let sanction = happened(&|kind| matches!(kind, EventKind::WageSanction { .. }));
        self.share("wage sanction, of the claims of week 99 to 104", None, claimed, sanction);
    }
}

impl fmt::Display for Described {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<52} {:>8} {:>8} {:>9}", "share", "mix", "realised", "of cases")?;
        for share in &self.shares {
            let expected =
                share.expected.map_or(String::new(), |share| format!("{:.2}%", 100.0 * share));
            let realised = format!("{:.2}%", 100.0 * share.realised());
            writeln!(f, "{:<52} {expected:>8} {realised:>8} {:>9}", share.what, share.of)?;
        }
        writeln!(f, "\n{:<52} {:>8} {:>8}", "event", "cases", "events")?;
        for (kind, (cases, events)) in &self.kinds {
            writeln!(f, "{kind:<52} {cases:>8} {events:>8}")?;
        }
        Ok(())
    }
}
