//! The charts of a run: which outcomes are drawn, and what stands around them.

mod confrontation;
mod convergence;
mod over_years;
mod places;
mod shortage;
mod spread;

use super::frame::Frame;
use super::{Body, Chart, Interval, YearBand};
use crate::analysis::{BenchmarkFinding, Statistics, Summary};
use crate::engine::{Experiment, OutcomeKey, OutcomeTable};
use crate::language::Texts;
use crate::model::{OutcomeKind, RegionIndex, Sector};
use crate::scenario::Region;
use crate::units::Year;

pub use convergence::convergence_chart;

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
    if experiment.scenario.supply.is_some() {
        charts.extend(of_supply(&run));
    }
    charts
}

/// The charts of a run with supply.
fn of_supply(run: &Run<'_>) -> Vec<Chart> {
    let mut charts = confrontation::demand_and_supply(run);
    charts.extend(over_years::backlog(run));
    let years = run.years().into_iter();
    charts.extend(years.filter_map(|year| shortage::probability(run, year)));
    charts.extend(shortage::map(run));
    charts.extend(shortage::flows(run));
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

/// Puts around figures what holds for every chart of a run.
fn framed(experiment: &Experiment<'_>, texts: &Texts, frame: Frame, body: Body) -> Chart {
    let scenario = experiment.scenario;
    let draws = texts.whole(experiment.draws);
    let reading = texts.format(
        reading_key(&body),
        &[
            ("scenario", scenario.title.get(texts.language())),
            ("draws", &draws),
        ],
    );
    frame.around(body, &reading, own_source(experiment, texts))
}

impl Run<'_> {
    fn chart(&self, frame: Frame, body: Body) -> Chart {
        framed(self.experiment, self.texts, frame, body)
    }

    /// The unit of most of what a run finds.
    fn hectares(&self) -> String {
        self.texts.get("unit-ha-net")
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

    fn region_indices(&self) -> impl Iterator<Item = RegionIndex> + use<> {
        (0..self.experiment.scenario.regions.len()).map(RegionIndex)
    }

    fn region_names(&self) -> Vec<String> {
        let regions = self.experiment.scenario.regions.iter();
        let name = |region: &Region| region.name.get(self.texts.language()).to_owned();
        regions.map(name).collect()
    }

    /// A text with the base year and a year filled in.
    fn in_year(&self, key: &str, year: Year) -> String {
        let values = [("base", self.base()), ("year", year.to_string())];
        self.texts.format(key, &values)
    }

    /// Which sectors are in a total; nothing when there is but one.
    fn summed_sectors(&self) -> String {
        let entities = &self.experiment.scenario.system.entities;
        let is_present = |sector: &Sector| entities.iter().any(|entity| entity.sector == *sector);
        let name = |sector: Sector| self.texts.get(&format!("sector-in-sentence-{sector}"));
        let mut names: Vec<_> = Sector::ALL
            .into_iter()
            .filter(is_present)
            .map(name)
            .collect();
        match (names.pop(), names.join(", ")) {
            (Some(last), others) if !others.is_empty() => self.texts.format(
                "chart-summed-sectors",
                &[("others", &others), ("last", &last)],
            ),
            _ => String::new(),
        }
    }

    /// The bands of an outcome of all regions and segments in every year from the base year on.
    fn bands(&self, kind: OutcomeKind, sector: Option<Sector>) -> Vec<YearBand> {
        self.bands_of(OutcomeKey::total(kind, None).in_sector(sector))
    }

    /// The bands of an outcome in every year from the base year on in which it is reported.
    fn bands_of(&self, key: OutcomeKey) -> Vec<YearBand> {
        let timeline = self.experiment.scenario.system.timeline;
        let years = (0..timeline.years()).map(|step| timeline.year(step));
        years
            .filter_map(|year| {
                let key = OutcomeKey {
                    year: Some(year),
                    ..key
                };
                Some(YearBand::of(year.number(), self.statistics(&key)?))
            })
            .collect()
    }

    /// The bands of the reported years in words.
    fn reported_in_words(&self, name: &str, bands: &[YearBand]) -> Vec<String> {
        let is_reported = |band: &&YearBand| {
            let mut years = self.experiment.years.iter();
            years.any(|year| year.number() == band.year)
        };
        let in_words =
            |band: &YearBand| self.in_words(name, &band.year.to_string(), band.interval());
        bands.iter().filter(is_reported).map(in_words).collect()
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

/// How every chart of the run is to be read, by what it draws: bands, whiskers or neither.
fn reading_key(body: &Body) -> &'static str {
    match body {
        Body::Fan(_) | Body::Curves(_) | Body::DemandSupply(_) => "chart-reading-bands",
        Body::Ranges(_) | Body::StackedBars(_) => "chart-reading-whiskers",
        _ => "chart-reading-plain",
    }
}

/// The line that says which run a chart is of.
pub(super) fn own_source(experiment: &Experiment<'_>, texts: &Texts) -> String {
    own_source_of(&[experiment], texts)
}

/// The line that says which runs a chart is of; the settings of the first stand for all.
pub(super) fn own_source_of(experiments: &[&Experiment<'_>], texts: &Texts) -> String {
    let Some(experiment) = experiments.first() else {
        return String::new();
    };
    let ids = experiments.iter().map(|one| one.scenario.id.as_str());
    let ids: Vec<_> = ids.collect();
    texts.format(
        "chart-own-source",
        &[
            ("version", env!("CARGO_PKG_VERSION")),
            ("id", &ids.join(", ")),
            ("draws", &texts.whole(experiment.draws)),
            ("design", &experiment.design.to_string()),
            ("seed", &experiment.seed.to_string()),
        ],
    )
}

#[cfg(test)]
mod tests;
