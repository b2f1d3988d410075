//! From names to scenarios, inputs and points.

mod parameters;

use std::path::Path;

use super::layers::{self, Layers};
use super::types::{LeftOut, NO_VARIANT, PointRule, SweepFile, WantedOutcome};
use crate::id::Id;
use crate::scenario::problem::{FileIndex, Place, Problem, Problems};
use crate::scenario::raw::RawLeaveOut;
use crate::scenario::resolve::identifier;
use crate::scenario::resolve::settings::{WrittenRun, run_settings, year};
use crate::scenario::rows::Written;
use crate::scenario::types::Scenario;
use crate::scenario::{ScenarioError, load_with_variants};
use crate::units::Year;

use parameters::Parameters;

/// The most points of a sweep.
const MOST_POINTS: usize = 1_000_000;

/// Reads a sweep file with the scenarios and policy variants that it names.
///
/// # Errors
/// When the file cannot be read, or with every mistake found in it; else with those of the first
/// scenario that holds any.
pub fn load_sweep(path: &Path) -> Result<SweepFile, ScenarioError> {
    let mut layers = layers::read(path)?;
    let mut problems = std::mem::take(&mut layers.library.problems);
    let scenarios = scenarios(&layers, &mut problems)?;
    let sweep = Resolver {
        layers: &layers,
        scenarios: &scenarios,
        problems: &mut problems,
    }
    .resolve();
    match sweep {
        Some(sweep) if problems.is_empty() => Ok(SweepFile { scenarios, ..sweep }),
        _ => {
            let problems = Problems::new(&layers.library.files, problems);
            Err(ScenarioError::Problems(Box::new(problems)))
        }
    }
}

/// Loads every scenario with every variant. One whose file is not there is a problem of the sweep.
fn scenarios(layers: &Layers, problems: &mut Vec<Problem>) -> Result<Vec<Scenario>, ScenarioError> {
    let variants: Vec<&Path> = layers
        .variants
        .iter()
        .map(|one| one.value.as_path())
        .collect();
    let mut scenarios: Vec<Scenario> = Vec::new();
    for written in layers.scenarios.iter().chain(&layers.variants) {
        let read = layers.library.read_named(&written.value, &written.place);
        problems.extend(read.err());
    }
    if !problems.is_empty() {
        return Ok(scenarios);
    }
    for written in &layers.scenarios {
        let scenario = load_with_variants(&written.value, &variants)?;
        if scenarios.iter().any(|other| other.id == scenario.id) {
            let message = format!("two of the scenarios have the id `{}`", scenario.id);
            problems.push(Problem::error(&written.place, message));
        }
        scenarios.push(scenario);
    }
    Ok(scenarios)
}

struct Resolver<'a> {
    layers: &'a Layers,
    scenarios: &'a [Scenario],
    problems: &'a mut Vec<Problem>,
}

impl Resolver<'_> {
    /// The sweep without its scenarios; `None`, with a problem, when something is missing in it.
    fn resolve(mut self) -> Option<SweepFile> {
        let id = self.id();
        let points = self.points();
        self.check_variants();
        let parameters = Parameters {
            scenarios: self.scenarios,
            rule: points,
        };
        let written = self.layers.parameters.iter();
        let parameters: Vec<_> = written
            .filter_map(|one| parameters.resolve(one, self.problems))
            .collect();
        parameters::check_together(&parameters, points, &self.top(), self.problems);
        let ids: Vec<_> = parameters.iter().map(|one| one.id.as_str()).collect();
        // Without scenarios every name would be unknown.
        let first = self.scenarios.first()?;
        let left_out = self.left_out(&ids);
        let written = WrittenRun {
            draws: self.layers.draws.as_ref(),
            seed: self.layers.seed.as_ref(),
            design: self.layers.design.as_ref(),
        };
        let run = run_settings(first.run, written, self.problems);
        let years = self.years(first);
        let outcomes = self.outcomes();
        let id = id?;
        Some(SweepFile {
            title: self.layers.title.localised(id.as_str()),
            description: self.layers.description.localised(""),
            id,
            scenarios: Vec::new(),
            parameters,
            points,
            left_out,
            run,
            years,
            outcomes,
            files: self.layers.library.files.clone(),
        })
    }

    fn top(&self) -> Place {
        self.layers.start()
    }

    fn id(&mut self) -> Option<Id> {
        if self.layers.scenarios.is_empty() {
            let problem = Problem::error(&self.top(), "the sweep has no `scenarios`");
            let hint = "scenarios = [\"../nota-ruimte.toml\"]";
            self.problems.push(problem.hint(hint));
        }
        let Some(id) = &self.layers.id else {
            let problem = Problem::error(&self.top(), "the sweep has no `id`");
            let label = "every file on top of others names itself";
            self.problems.push(problem.expected(label));
            return None;
        };
        identifier(&id.value, &id.place, self.problems)
    }

    fn points(&mut self) -> PointRule {
        let layers = self.layers;
        let method = layers.method.as_ref().map_or("grid", |one| &one.value);
        let rule = match method {
            "list" => PointRule::List,
            "lhs" => self.hypercube(),
            "grid" => PointRule::Grid,
            other => {
                let place = layers
                    .method
                    .as_ref()
                    .map_or(self.top(), |one| one.place.clone());
                let problem = Problem::error(&place, format!("`{other}` makes no points"))
                    .expected("expected `grid`, `list` or `lhs`")
                    .nearest(other, ["grid", "list", "lhs"]);
                self.problems.push(problem);
                PointRule::Grid
            }
        };
        let is_hypercube = matches!(rule, PointRule::LatinHypercube { .. });
        for written in layers.number.iter().chain(&layers.points_seed) {
            if !is_hypercube {
                let message = "a number or seed of points belongs to `lhs`";
                self.problems.push(Problem::error(&written.place, message));
            }
        }
        rule
    }

    fn hypercube(&mut self) -> PointRule {
        let layers = self.layers;
        let number = layers.number.as_ref().and_then(|written| {
            let number = usize::try_from(written.value).ok();
            number.filter(|number| (1..=MOST_POINTS).contains(number))
        });
        if number.is_none() {
            let place = layers
                .number
                .as_ref()
                .map_or(self.top(), |one| one.place.clone());
            let problem = Problem::error(&place, "a Latin hypercube needs its `number` of points")
                .expected(format!("from 1 to {MOST_POINTS}"));
            self.problems.push(problem);
        }
        let written = layers.points_seed.as_ref();
        let seed = written.map(|written| u64::try_from(written.value));
        if let (Some(Err(_)), Some(written)) = (&seed, written) {
            let message = format!("{} cannot be a seed", written.value);
            let problem = Problem::error(&written.place, message).expected("at least 0");
            self.problems.push(problem);
        }
        PointRule::LatinHypercube {
            number: number.unwrap_or(1),
            seed: seed.and_then(Result::ok).unwrap_or(0),
        }
    }

    /// Tables tell variants apart by their ids.
    fn check_variants(&mut self) {
        let Some(first) = self.scenarios.first() else {
            return;
        };
        let mut known = vec![NO_VARIANT];
        for (variant, written) in first.variants.iter().zip(&self.layers.variants) {
            let id = variant.id.as_str();
            if known.contains(&id) {
                let message = format!("more than one variant has the id `{id}`");
                let problem = Problem::error(&written.place, message)
                    .expected("`none` is the scenario without a variant");
                self.problems.push(problem);
            }
            known.push(id);
        }
    }

    fn left_out(&mut self, parameters: &[&str]) -> Vec<LeftOut> {
        let layers = self.layers;
        let written = layers.left_out.iter();
        written
            .map(|(file, raw)| self.one_left_out(*file, raw, parameters))
            .collect()
    }

    fn one_left_out(&mut self, file: FileIndex, raw: &RawLeaveOut, ids: &[&str]) -> LeftOut {
        let scenarios: Vec<_> = self.scenarios.iter().map(|one| one.id.as_str()).collect();
        let mut variants = vec![NO_VARIANT];
        let of_first = self.scenarios.first().map(|first| &first.variants);
        variants.extend(of_first.into_iter().flatten().map(|one| one.id.as_str()));
        let mut place = |name: &toml::Spanned<String>, what: &str, known: &[&str]| {
            let written = Written::of(file, name);
            let found = known.iter().position(|one| *one == written.value);
            if found.is_none() {
                let message = format!("there is no {what} `{}`", written.value);
                let problem = Problem::error(&written.place, message).one_of(&written.value, known);
                self.problems.push(problem);
            }
            found
        };
        let of_scenarios = raw.scenarios.iter();
        let of_scenarios = of_scenarios.filter_map(|name| place(name, "scenario", &scenarios));
        let of_scenarios = of_scenarios.collect();
        let of_variants = raw.variants.iter();
        let of_variants = of_variants.filter_map(|name| place(name, "variant", &variants));
        let of_variants = of_variants.map(|at| at.checked_sub(1)).collect();
        let bounds = raw.parameters.iter().filter_map(|(name, bounds)| {
            let above = bounds.above.unwrap_or(f64::NEG_INFINITY);
            let below = bounds.below.unwrap_or(f64::INFINITY);
            Some((place(name, "parameter", ids)?, above, below))
        });
        let bounds = bounds.collect();
        LeftOut {
            scenarios: of_scenarios,
            variants: of_variants,
            bounds,
        }
    }

    /// The years, each within the span of every scenario.
    fn years(&mut self, first: &Scenario) -> Vec<Year> {
        if self.layers.years.is_empty() {
            return first.horizons.clone();
        }
        let mut years = Vec::new();
        for written in &self.layers.years {
            let Some(found) = year(written, self.problems) else {
                continue;
            };
            let is_missing = |scenario: &&Scenario| scenario.system.timeline.step(found).is_none();
            if let Some(scenario) = self.scenarios.iter().find(is_missing) {
                let timeline = &scenario.system.timeline;
                let (base, last) = (timeline.base(), timeline.last());
                let message = format!("scenario `{}` does not reach {found}", scenario.id);
                let problem = Problem::error(&written.place, message);
                let label = format!("it runs from {base} to {last}");
                self.problems.push(problem.expected(label));
            }
            years.push(found);
        }
        years.sort_unstable();
        years.dedup();
        years
    }

    fn outcomes(&mut self) -> Vec<WantedOutcome> {
        if self.layers.outcomes.is_empty() {
            let problem = Problem::error(&self.top(), "the sweep has no `outcomes`")
                .hint("outcomes = [\"need/industry\", \"unmet\"]");
            self.problems.push(problem);
        }
        let written = self.layers.outcomes.iter();
        written
            .map(|written| WantedOutcome {
                name: written.value.clone(),
                place: written.place.clone(),
            })
            .collect()
    }
}
