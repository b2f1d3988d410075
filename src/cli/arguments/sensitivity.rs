//! What can be typed behind `sensitivity`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use ruimtevraag::engine::OutcomeName;

use super::settings::Settings;

/// What `sensitivity` takes.
#[derive(Debug, Args)]
pub struct SensitivityArguments {
    /// The scenario file
    #[arg(value_name = "SCENARIO")]
    pub scenario: PathBuf,
    /// An outcome, as in "need/industry,2050" or "backlog(region=NL33,segment=wet-hmc,year=2050)"; may be
    /// given more than once [default: need and backlog of everything, and need by sector]
    #[arg(long = "outcome", value_name = "NAME")]
    pub outcomes: Vec<OutcomeName>,
    /// How the drivers are found; --draws is the number of draws (given-data), the size of one sample
    /// (sobol; default 2048) or the number of starting points (morris; default 20)
    #[arg(long, value_name = "METHOD", value_enum, default_value_t)]
    pub method: Method,
    /// How and where
    #[command(flatten)]
    pub settings: Settings,
}

/// How the drivers of an outcome are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Method {
    /// From the draws of an ordinary run: shares, indices, tornado and evidence
    #[default]
    GivenData,
    /// First-order and total indices of correlation groups and other independent factors
    Sobol,
    /// Elementary effects of every input, from few draws
    Morris,
}

impl SensitivityArguments {
    /// The method as it is typed.
    pub fn method_name(&self) -> String {
        let value = self.method.to_possible_value();
        value.map_or(String::new(), |value| value.get_name().to_owned())
    }
}

impl Method {
    /// The draws that are made unless said otherwise; `None` for what the scenario says.
    pub fn usual_draws(self) -> Option<usize> {
        match self {
            Method::GivenData => None,
            Method::Sobol => Some(2_048),
            Method::Morris => Some(20),
        }
    }
}
