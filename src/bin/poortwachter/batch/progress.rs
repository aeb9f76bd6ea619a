//! How far it is, on a terminal.

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// A bar on standard error, with the cases per second and the time left; nothing where that is no
/// terminal.
pub(crate) struct Progress {
    bar: ProgressBar,
    cases: u64,
}

impl Progress {
    /// For an input of so many bytes, or one that ends some day.
    pub(crate) fn of(bytes: Option<u64>) -> Progress {
        // It draws nothing where nobody looks at it.
        let target = ProgressDrawTarget::stderr_with_hz(8);
        let bar = ProgressBar::with_draw_target(bytes, target);
        let template = match bytes {
            Some(_) => "{bar:30} {percent:>3}%  {msg}  {eta} left",
            None => "{spinner} {msg}  {elapsed}",
        };
        let style = ProgressStyle::with_template(template);
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.enable_steady_tick(Duration::from_millis(250));
        Progress { bar, cases: 0 }
    }

    pub(crate) fn add(&mut self, bytes: u64, cases: u64) {
        self.bar.inc(bytes);
        self.cases += cases;
        if self.bar.is_hidden() {
            return;
        }
        let rate = self.cases as f64 / self.bar.elapsed().as_secs_f64().max(0.001);
        let (cases, rate) = (HumanCount(self.cases), HumanCount(rate as u64));
        self.bar.set_message(format!("{cases} cases  {rate}/s"));
    }

    pub(crate) fn done(&self) {
        self.bar.finish_and_clear();
    }
}
