//! The progress bar on standard error.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use ruimtevraag::engine::Observer;

use super::{interrupt, output};

/// Shows how far a run is, and passes on that the user wants it to stop.
pub struct Bar {
    bar: ProgressBar,
}

impl Bar {
    /// A bar over `draws` draws; nothing is shown when `quiet` or when nobody watches.
    pub fn new(draws: usize, label: &str, quiet: bool) -> Self {
        let target = if quiet {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        };
        let bar = ProgressBar::with_draw_target(Some(draws as u64), target);
        if let Ok(style) = ProgressStyle::with_template(
            "{prefix}  [{bar:32}] {percent:>3} %  {human_pos}/{human_len}  {eta_precise}",
        ) {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.set_prefix(label.to_owned());
        Self { bar }
    }

    /// Says something above the bar.
    pub fn say(&self, text: &str) {
        self.bar.suspend(|| output::message(text));
    }

    /// Takes the bar off the screen.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Observer for Bar {
    fn advanced(&self, draws: usize) {
        self.bar.inc(draws as u64);
    }

    fn is_cancelled(&self) -> bool {
        interrupt::is_asked()
    }
}
