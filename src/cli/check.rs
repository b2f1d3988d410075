//! `check`: reads and validates, runs nothing.

use ruimtevraag::language::Texts;
use ruimtevraag::model::Sector;
use ruimtevraag::scenario::{self, Scenario};

use super::arguments::CheckArguments;
use super::job;
use super::output::{self, Failure};
use super::terminal;

/// Checks every file and shows the problems of all of them.
pub fn check(arguments: &CheckArguments) -> Result<(), Failure> {
    let texts = Texts::new(arguments.lang);
    job::refuse_runs(&arguments.scenarios)?;
    let mut first_failure = None;
    for path in &arguments.scenarios {
        match scenario::load(path) {
            Ok(scenario) => output::result(&overview(&scenario, &texts))?,
            Err(error) => {
                let failure = Failure::from(error);
                if let Some(earlier) = first_failure.replace(failure) {
                    output::report(&earlier);
                }
            }
        }
    }
    first_failure.map_or(Ok(()), Err)
}

fn overview(scenario: &Scenario, texts: &Texts) -> String {
    let entities = |sector: Sector| {
        let entities = scenario.system.entities.iter();
        texts.whole(entities.filter(|entity| entity.sector == sector).count())
    };
    let line = texts.format(
        "check-line",
        &[
            ("id", scenario.id.as_str()),
            ("base", &scenario.base_year.to_string()),
            ("horizons", &terminal::year_list(&scenario.horizons)),
            ("industry", &entities(Sector::Industry)),
            ("circular", &entities(Sector::Circular)),
            ("campus", &entities(Sector::Campus)),
            ("benchmarks", &texts.whole(scenario.benchmarks.len())),
        ],
    );
    format!("{line}\n{}\n", terminal::evidence(scenario, texts))
}
