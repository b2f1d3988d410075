//! The charts of a run: which outcomes are drawn, and what stands around them.

mod over_years;
mod places;
mod spread;

use super::{Body, Chart, Interval, YearBand};
use crate::analysis::{BenchmarkFinding, Statistics, Summary};
use crate::engine::{Experiment, OutcomeKey, OutcomeTable};
use crate::language::Texts;
use crate::model::{OutcomeKind, Sector};
use crate::units::Year;

/// The most years that stand side by side in one chart.
const MOST_YEARS: usize = 3;

/// Makes every chart of a run. An outcome that the run does not report has no chart.
#[must_use]
pub fn run_charts(
    experiment: &Experiment<'_>,
    table: &OutcomeTable,
    summary: &Summary,
    findings: &[BenchmarkFinding<'_>],
    texts: &Texts,
) -> Vec<Chart> {
    let run = Run {
        experiment,
        table,
        summary,
        findings,
        texts,
    };
    let sectors = || Sector::ALL.into_iter().map(Some).chain([None]);
    let mut charts = Vec::new();
    charts.extend(sectors().filter_map(|sector| over_years::need(&run, sector)));
    charts.extend(over_years::balance(&run));
    charts.extend(spread::segments(&run));
    charts.extend(places::regions(&run));
    charts.extend(places::map(&run));
    charts.extend(
        Sector::ALL
            .into_iter()
            .filter_map(|sector| places::entities(&run, sector)),
    );
    charts.extend(over_years::double_use(&run));
    charts.extend(spread::distribution(&run));
    charts
}

/// A run with its outcomes.
struct Run<'r> {
    experiment: &'r Experiment<'r>,
    table: &'r OutcomeTable,
    summary: &'r Summary,
    findings: &'r [BenchmarkFinding<'r>],
    texts: &'r Texts,
}

/// What stands around the figures of one chart.
struct Frame {
    /// The stem of the file name.
    name: String,
    title: String,
    /// How to read it, besides what holds for every chart of the run.
    reading: String,
    /// What the figures say, in words.
    alt: Vec<String>,
}

impl Run<'_> {
    fn chart(&self, frame: Frame, body: Body) -> Chart {
        let scenario = self.experiment.scenario;
        let draws = self.texts.whole(self.experiment.draws);
        let reading = self.texts.format(
            "chart-reading",
            &[
                ("scenario", scenario.title.get(self.texts.language())),
                ("draws", &draws),
            ],
        );
        let source = self.texts.format(
            "chart-own-source",
            &[
                ("version", env!("CARGO_PKG_VERSION")),
                ("id", scenario.id.as_str()),
                ("draws", &draws),
                ("design", &self.experiment.design.to_string()),
                ("seed", &self.experiment.seed.to_string()),
            ],
        );
        Chart {
            name: frame.name,
            alt: format!("{}. {}", frame.title, frame.alt.join(" ")),
            title: frame.title,
            subtitle: format!("{} {reading}", frame.reading).trim().to_owned(),
            unit: self.texts.get("chart-unit-net"),
            source,
            body,
        }
    }

    fn base(&self) -> String {
        self.experiment.scenario.base_year.to_string()
    }

    /// A text with the base year filled in.
    fn since_base(&self, key: &str) -> String {
        self.texts.format(key, &[("base", &self.base())])
    }

    fn sector(&self, sector: Option<Sector>) -> String {
        let name = sector.map_or("all", Sector::name);
        self.texts.get(&format!("sector-{name}"))
    }

    fn statistics(&self, key: &OutcomeKey) -> Option<&Statistics> {
        self.summary.get(key)
    }

    /// The years that stand side by side: the reported ones, or the first and last of many.
    fn years(&self) -> Vec<Year> {
        let years = &self.experiment.years;
        match years[..] {
            [first, .., last] if years.len() > MOST_YEARS => vec![first, last],
            _ => years.clone(),
        }
    }

    /// The names of the years that stand side by side.
    fn year_names(&self) -> Vec<String> {
        self.years().iter().map(Year::to_string).collect()
    }

    /// The bands of an outcome in every year from the base year on.
    fn bands(&self, kind: OutcomeKind, sector: Option<Sector>) -> Vec<YearBand> {
        let timeline = self.experiment.scenario.system.timeline;
        (0..timeline.years())
            .filter_map(|step| {
                let year = timeline.year(step);
                let key = OutcomeKey::total(kind, Some(year)).in_sector(sector);
                Some(band(year, self.statistics(&key)?))
            })
            .collect()
    }

    /// One outcome in words.
    fn in_words(&self, name: &str, year: &str, outcome: Interval) -> String {
        let words = self.texts.format(
            "chart-in-words",
            &[
                ("name", name),
                ("year", year),
                ("p05", &self.texts.hectares(outcome.p05)),
                ("p50", &self.texts.hectares(outcome.p50)),
                ("p95", &self.texts.hectares(outcome.p95)),
            ],
        );
        words.trim().to_owned()
    }
}

fn band(year: Year, statistics: &Statistics) -> YearBand {
    YearBand {
        year: year.number(),
        p05: statistics.p05(),
        p25: statistics.p25(),
        p50: statistics.p50(),
        p75: statistics.p75(),
        p95: statistics.p95(),
    }
}

fn interval(statistics: &Statistics) -> Interval {
    Interval {
        p05: statistics.p05(),
        p50: statistics.p50(),
        p95: statistics.p95(),
    }
}

#[cfg(test)]
mod tests;
