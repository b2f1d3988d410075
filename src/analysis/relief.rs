//! The smallest package of levers that makes something rare enough.
//!
//! Packages are made of the levers of given policy variants, each taken once, and all run on the same draws. The
//! search goes in three steps: levers are added one by one, each time the one that makes the condition
//! rarest; then each that can be missed is taken out again; and at last every smaller package is tried, if
//! there are not too many of them. Only then is the package proven smallest: levers can work against each
//! other, so that nothing but trying shows it.

use std::collections::HashMap;

use super::condition::{Condition, NoCondition};
use crate::engine::{
    Detail, EngineError, Experiment, Observer, OutcomeKey, OutcomeTable, RunOptions, run_kept,
};
use crate::model::OutcomeKind;
use crate::numeric::count;
use crate::scenario::{PolicyLever, PolicyVariant, Scenario};

/// The most packages that are tried to prove that none is smaller.
const MOST_PACKAGES: usize = 1_000;

/// Packages that run together.
const AT_ONCE: usize = 40;

/// A package of levers, by their places, and what it does.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// The levers' places, in order.
    pub levers: Vec<usize>,
    /// The part of the draws in which the condition is met.
    pub share: f64,
    /// The mean cost up to the last year of the condition, millions of euro; none when that of a lever is
    /// not known.
    pub cost: Option<f64>,
}

/// What a search found.
#[derive(Debug, Clone)]
pub struct Relief {
    /// All levers.
    pub levers: Vec<PolicyLever>,
    /// No lever at all.
    pub without: Package,
    /// Every lever alone, the most helpful first.
    pub alone: Vec<Package>,
    /// All levers together.
    pub all: Package,
    /// The packages to which one lever after the other was added, from none on.
    pub path: Vec<Package>,
    /// The packages of the smallest size that was found to be enough, the cheapest of known cost first; none
    /// when no package that was tried is.
    pub enough: Vec<Package>,
    /// Whether every smaller package was tried.
    pub is_proven: bool,
    /// How many packages were tried.
    pub tried: usize,
}

/// What is sought.
pub struct Wanted<'w> {
    /// What is to be rare.
    pub condition: &'w Condition,
    /// The part of the draws below which it is rare enough.
    pub below: f64,
    /// The means of each run.
    pub options: &'w RunOptions,
    /// Who watches.
    pub observer: &'w dyn Observer,
}

/// Why a search gave nothing.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReliefError {
    /// The condition cannot be looked at.
    #[error(transparent)]
    Condition(#[from] NoCondition),
    /// A run failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// There are no levers.
    #[error("there is no lever to relieve anything with; name policy variants with --variant")]
    NoLevers,
}

/// Searches for the smallest packages of the levers of a scenario's variants.
///
/// # Errors
/// When there are no levers, or a run fails or does not report what the condition looks at.
pub fn relieve(experiment: &Experiment<'_>, wanted: &Wanted<'_>) -> Result<Relief, ReliefError> {
    let levers = levers_of(experiment.scenario);
    if levers.is_empty() {
        return Err(ReliefError::NoLevers);
    }
    let mut trial = Trial {
        experiment,
        wanted,
        levers: &levers,
        known: HashMap::new(),
    };
    let everything: Vec<_> = (0..levers.len()).collect();
    let single: Vec<_> = everything.iter().map(|&lever| vec![lever]).collect();
    let mut alone = trial.of(&single)?;
    alone.sort_by(|a, b| a.share.total_cmp(&b.share));
    let first = trial.of(&[Vec::new(), everything])?;
    let [without, all] = [first[0].clone(), first[1].clone()];
    let path = trial.path()?;
    let found = match path.last().filter(|last| trial.is_enough(last)) {
        Some(last) => Some(trial.without_what_can_be_missed(last.clone())?),
        None => None,
    };
    let (enough, is_proven) = match found {
        Some(found) => trial.smallest(found)?,
        None => (Vec::new(), false),
    };
    let tried = trial.known.len();
    Ok(Relief {
        levers,
        without,
        alone,
        all,
        path,
        enough,
        is_proven,
        tried,
    })
}

/// The levers of all variants, each once.
fn levers_of(scenario: &Scenario) -> Vec<PolicyLever> {
    let mut levers: Vec<PolicyLever> = Vec::new();
    for lever in scenario.variants.iter().flat_map(|variant| &variant.levers) {
        let is_known = |known: &PolicyLever| known.description.id == lever.description.id;
        if !levers.iter().any(is_known) {
            levers.push(lever.clone());
        }
    }
    levers
}

/// Packages that were tried.
struct Trial<'t> {
    experiment: &'t Experiment<'t>,
    wanted: &'t Wanted<'t>,
    levers: &'t [PolicyLever],
    known: HashMap<Vec<usize>, Package>,
}

impl Trial<'_> {
    /// What packages do; those that were not tried before are run.
    fn of(&mut self, packages: &[Vec<usize>]) -> Result<Vec<Package>, ReliefError> {
        let is_new = |package: &&Vec<usize>| !self.known.contains_key(*package);
        let new: Vec<Vec<usize>> = packages.iter().filter(is_new).cloned().collect();
        for some in new.chunks(AT_ONCE) {
            self.run(some)?;
        }
        Ok(packages
            .iter()
            .map(|package| self.known[package].clone())
            .collect())
    }

    fn run(&mut self, packages: &[Vec<usize>]) -> Result<(), ReliefError> {
        let variants: Vec<_> = packages
            .iter()
            .map(|package| self.variant(package))
            .collect();
        let experiment = Experiment {
            variants: variants.iter().collect(),
            detail: self.detail()?,
            ..self.experiment.clone()
        };
        let found = run_kept(&experiment, self.wanted.options, self.wanted.observer)?;
        for (package, (variant, found)) in packages.iter().zip(variants.iter().zip(&found.variants))
        {
            let one = self.package(package, variant, &found.own)?;
            self.known.insert(package.clone(), one);
        }
        Ok(())
    }

    fn detail(&self) -> Result<Detail, ReliefError> {
        let keys = self.wanted.condition.keys_in(self.experiment.scenario);
        let mut keys = keys.map_err(NoCondition::from)?;
        keys.push(self.cost_key());
        Ok(Detail::Only(keys))
    }

    fn cost_key(&self) -> OutcomeKey {
        OutcomeKey::total(OutcomeKind::Cost, self.experiment.years.last().copied())
    }

    fn variant(&self, package: &[usize]) -> PolicyVariant {
        let levers = package.iter().map(|&lever| self.levers[lever].clone());
        let like = PolicyVariant::of_one(self.levers[0].clone());
        PolicyVariant {
            levers: levers.collect(),
            ..like
        }
    }

    fn package(
        &self,
        levers: &[usize],
        variant: &PolicyVariant,
        table: &OutcomeTable,
    ) -> Result<Package, ReliefError> {
        let condition = self.wanted.condition;
        let values = condition.values(self.experiment.scenario, table)?;
        let met = values
            .iter()
            .filter(|value| condition.holds(**value))
            .count();
        let cost = table.mean(&self.cost_key()).filter(|_| variant.is_costed());
        Ok(Package {
            levers: levers.to_vec(),
            share: count(met) / count(values.len().max(1)),
            cost,
        })
    }

    fn is_enough(&self, package: &Package) -> bool {
        package.share < self.wanted.below
    }

    /// Adds levers one by one, each time the one that helps most, until it is enough or no lever helps.
    fn path(&mut self) -> Result<Vec<Package>, ReliefError> {
        let mut now = self.of(&[Vec::new()])?.remove(0);
        let mut path = vec![now.clone()];
        while !self.is_enough(&now) {
            let more = (0..self.levers.len()).filter(|lever| !now.levers.contains(lever));
            let more: Vec<_> = more.map(|lever| with(&now.levers, lever)).collect();
            let tried = self.of(&more)?;
            let best = tried.into_iter().min_by(|a, b| a.share.total_cmp(&b.share));
            match best.filter(|best| best.share < now.share) {
                Some(best) => now = best,
                None => break,
            }
            path.push(now.clone());
        }
        Ok(path)
    }

    /// Takes levers out one by one for as long as what is left is enough.
    fn without_what_can_be_missed(&mut self, mut now: Package) -> Result<Package, ReliefError> {
        loop {
            let fewer: Vec<_> = { now.levers.iter() }
                .map(|&lever| without(&now.levers, lever))
                .collect();
            let tried = self.of(&fewer)?.into_iter();
            let missed = tried.filter(|package| self.is_enough(package));
            match missed.min_by(|a, b| a.share.total_cmp(&b.share)) {
                Some(smaller) => now = smaller,
                None => return Ok(now),
            }
        }
    }

    /// The packages of the smallest size that is enough, no larger than one that was found, and whether
    /// every smaller one was tried.
    fn smallest(&mut self, found: Package) -> Result<(Vec<Package>, bool), ReliefError> {
        let mut is_proven = true;
        for size in 0..=found.levers.len() {
            if combinations(self.levers.len(), size) > MOST_PACKAGES {
                is_proven = size == found.levers.len();
                break;
            }
            let packages = all_of_size(self.levers.len(), size);
            let tried = self.of(&packages)?.into_iter();
            let mut enough: Vec<_> = tried.filter(|package| self.is_enough(package)).collect();
            if !enough.is_empty() {
                enough.sort_by(cheaper_first);
                return Ok((enough, true));
            }
        }
        Ok((vec![found], is_proven))
    }
}

fn cheaper_first(one: &Package, other: &Package) -> std::cmp::Ordering {
    let cost = |package: &Package| package.cost.unwrap_or(f64::INFINITY);
    cost(one)
        .total_cmp(&cost(other))
        .then(one.share.total_cmp(&other.share))
}

fn with(levers: &[usize], lever: usize) -> Vec<usize> {
    let mut levers = levers.to_vec();
    levers.push(lever);
    levers.sort_unstable();
    levers
}

fn without(levers: &[usize], lever: usize) -> Vec<usize> {
    levers.iter().copied().filter(|one| *one != lever).collect()
}

/// How many packages of a size there are; held at a large number.
fn combinations(levers: usize, size: usize) -> usize {
    (0..size).fold(1_usize, |ways, k| ways.saturating_mul(levers - k) / (k + 1))
}

fn all_of_size(levers: usize, size: usize) -> Vec<Vec<usize>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let smaller = all_of_size(levers, size - 1);
    let larger = smaller.iter().flat_map(|package| {
        let from = package.last().map_or(0, |last| last + 1);
        (from..levers).map(|lever| with(package, lever))
    });
    larger.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_of_a_size_are_counted_and_listed() {
        assert_eq!(combinations(26, 3), 2_600);
        assert_eq!(combinations(5, 0), 1);
        let packages = all_of_size(5, 3);
        assert_eq!(packages.len(), combinations(5, 3));
        assert_eq!(packages[0], [0, 1, 2]);
        assert_eq!(packages[9], [2, 3, 4]);
        let mut once = packages.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), packages.len());
    }
}
