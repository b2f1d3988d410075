//! The chart of a search for the smallest package of levers.

use super::packages::{Package as Named, Packages, Sized};
use super::run_charts::own_source;
use super::{Body, Chart};
use crate::analysis::{Condition, Package, Relief};
use crate::engine::Experiment;
use crate::language::Texts;

/// How often it still happens with more and more levers, and the packages that are enough.
#[must_use]
pub fn relief_chart(
    experiment: &Experiment<'_>,
    (condition, below): (&Condition, f64),
    relief: &Relief,
    texts: &Texts,
) -> Chart {
    let about = About { relief, texts };
    let in_words = condition.in_words(experiment.scenario, texts);
    let title = texts.format("chart-relief-title", &[("condition", &in_words)]);
    let draws = texts.whole(experiment.draws);
    let reading = texts.format("chart-relief-reading", &[("draws", &draws)]);
    let (path, all) = (about.path(), about.all());
    let told = path.iter().chain([&all]).map(|one| {
        let share = texts.percent(one.share / 100.0);
        format!("{}: {share}", one.name)
    });
    let told: Vec<_> = told.collect();
    let limit = texts.format("chart-relief-limit", &[("below", &texts.percent(below))]);
    let names = ["path", "others", "enough"].map(|key| texts.get(&format!("chart-relief-{key}")));
    let [of_path, others, enough] = names;
    Chart {
        name: "relief".to_owned(),
        alt: format!("{title}. {}.", told.join("; ")),
        title,
        subtitle: reading,
        unit: texts.get("chart-relief-unit"),
        source: own_source(experiment, texts),
        body: Body::Packages(Packages {
            all,
            others: relief.alone.iter().map(unnamed).collect(),
            enough: relief.enough.iter().map(unnamed).collect(),
            limit: 100.0 * below,
            names: [of_path, others, enough, limit],
            path,
        }),
    }
}

struct About<'r> {
    relief: &'r Relief,
    texts: &'r Texts,
}

fn unnamed(package: &Package) -> Sized {
    Sized {
        size: package.levers.len(),
        share: 100.0 * package.share,
    }
}

impl About<'_> {
    /// All levers together.
    fn all(&self) -> Named {
        let levers = self.texts.whole(self.relief.levers.len());
        Named {
            name: self
                .texts
                .format("chart-relief-all", &[("levers", &levers)]),
            share: 100.0 * self.relief.all.share,
        }
    }

    /// The packages on the way, each with the lever that it has and the one before has not.
    fn path(&self) -> Vec<Named> {
        let mut before: &[usize] = &[];
        let mut path = Vec::new();
        for package in &self.relief.path {
            let added = package.levers.iter().find(|lever| !before.contains(lever));
            let name = added.map(|&lever| {
                let description = &self.relief.levers[lever].description;
                format!("+ {}", description.name.get(self.texts.language()))
            });
            path.push(Named {
                name: name.unwrap_or_else(|| self.texts.get("chart-relief-none")),
                share: 100.0 * package.share,
            });
            before = &package.levers;
        }
        path
    }
}
