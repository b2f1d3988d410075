//! What can be typed behind `discover`.

use std::path::PathBuf;

use clap::Args;
use ruimtevraag::analysis::Condition;

use super::settings::Settings;
use super::share::share;

/// What `discover` takes.
#[derive(Debug, Args)]
pub struct DiscoverArguments {
    /// The scenario file
    #[arg(value_name = "SCENARIO")]
    pub scenario: PathBuf,
    /// What is to happen, as in "backlog(region=NL36,segment=wet-hmc,year=2050) > 50"; outcomes may be
    /// added with +
    #[arg(
        long,
        value_name = "CONDITION",
        required_unless_present = "relieve",
        conflicts_with = "relieve"
    )]
    pub when: Option<Condition>,
    /// What is to become rare: the smallest package of levers of the variants is sought that brings it
    /// below a part of the draws
    #[arg(long, value_name = "CONDITION", requires = "below")]
    pub relieve: Option<Condition>,
    /// The part of the draws below which --relieve is rare enough, as in 20%
    #[arg(long, value_name = "PART", requires = "relieve", value_parser = share)]
    pub below: Option<f64>,
    /// Policy variant under which --when is to happen, or whose levers may --relieve; a folder stands for
    /// every variant in it
    #[arg(long = "variant", value_name = "FILE")]
    pub variants: Vec<PathBuf>,
    /// The least part of the draws that meet the condition which a rule must explain
    #[arg(long, value_name = "PART", default_value = "50%", value_parser = share)]
    pub coverage: f64,
    /// The most rules
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = rules)]
    pub rules: usize,
    /// How and where
    #[command(flatten)]
    pub settings: Settings,
}

/// The most rules that can be read.
const MOST_RULES: usize = 9;

fn rules(text: &str) -> Result<usize, String> {
    let number = text.parse().ok();
    number
        .filter(|number| (1..=MOST_RULES).contains(number))
        .ok_or_else(|| format!("expected a number from 1 to {MOST_RULES}"))
}
