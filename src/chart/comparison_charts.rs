//! The charts of a comparison of policy variants.

use super::differences::Differences;
use super::frontier::{CostAndEffect, Frontier};
use super::run_charts::own_source;
use super::{Body, Chart, Interval, Row};
use crate::analysis::{
    Change, Comparison, CostAndEffect as CostAndEffectOfYear, VariantComparison,
};
use crate::engine::Experiment;
use crate::language::Texts;
use crate::model::Segment;
use crate::units::Year;

/// Makes every chart of the comparison within one scenario.
#[must_use]
pub fn comparison_charts(
    experiment: &Experiment<'_>,
    comparison: &Comparison<'_>,
    texts: &Texts,
) -> Vec<Chart> {
    let about = About {
        experiment,
        comparison,
        texts,
    };
    let Some(&last) = experiment.years.last() else {
        return Vec::new();
    };
    let mut charts = vec![about.totals(), about.frontier(last)];
    charts.extend(about.best(last).map(|best| about.places(best, last)));
    charts
}

struct About<'r, 'a> {
    experiment: &'r Experiment<'a>,
    comparison: &'r Comparison<'a>,
    texts: &'r Texts,
}

impl<'a> About<'_, 'a> {
    fn chart(&self, name: &str, title: String, reading: &str, body: Body) -> Chart {
        let scenario = self.experiment.scenario;
        let draws = self.texts.whole(self.experiment.draws);
        let source = own_source(self.experiment, self.texts);
        let scenario_title = scenario.title.get(self.texts.language());
        let reading = self
            .texts
            .format(reading, &[("scenario", scenario_title), ("draws", &draws)]);
        Chart {
            name: format!("{name}-{}", scenario.id),
            alt: format!("{title}. {reading}"),
            title,
            subtitle: reading,
            unit: self.texts.get("unit-ha-net"),
            source,
            body,
        }
    }

    /// The change of the whole shortage by every variant, the best on top.
    fn totals(&self) -> Chart {
        let years = &self.experiment.years;
        let mut rows: Vec<(f64, Row)> = self
            .comparison
            .variants
            .iter()
            .map(|variant| {
                let changes = years.iter().filter_map(|year| variant.total(*year));
                let bands: Vec<_> = changes
                    .map(|change| Interval::from(&change.difference))
                    .collect();
                let last = bands.last().map_or(0.0, |band: &Interval| band.p50);
                let name = self.name(variant);
                (last, Row { name, bands })
            })
            .collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.chart(
            "variants",
            self.texts.get("chart-variants-title"),
            "chart-paired-reading",
            Body::Differences(Differences {
                series: years.iter().map(Year::to_string).collect(),
                rows: rows.into_iter().map(|(_, row)| row).collect(),
                below_zero: self.texts.get("chart-less-shortage"),
                above_zero: self.texts.get("chart-more-shortage"),
            }),
        )
    }

    fn name(&self, variant: &VariantComparison<'_>) -> String {
        variant.variant.title.get(self.texts.language()).to_owned()
    }

    fn frontier(&self, year: Year) -> Chart {
        let of_year = |variant: &VariantComparison<'_>| {
            let is_wanted = |cost: &&CostAndEffectOfYear| cost.year == year && cost.is_costed;
            let cost = variant.costs.iter().find(is_wanted)?;
            let [p05, p50, p95] = cost.avoided_ha;
            Some(CostAndEffect {
                name: self.name(variant),
                cost: Interval::from(&cost.cost),
                effect: Interval { p05, p50, p95 },
            })
        };
        let title = self
            .texts
            .format("chart-frontier-title", &[("year", &year.to_string())]);
        self.chart(
            "cost-effect",
            title,
            "chart-frontier-reading",
            Body::Frontier(Frontier {
                cost_unit: self.texts.get("unit-mln-euro"),
                variants: self
                    .comparison
                    .variants
                    .iter()
                    .filter_map(of_year)
                    .collect(),
            }),
        )
    }

    /// The variant that avoids most shortage at a year.
    fn best(&self, year: Year) -> Option<&VariantComparison<'a>> {
        let mean = |variant: &VariantComparison<'_>| {
            let total = variant.total(year);
            total.map_or(0.0, |change| change.difference.mean)
        };
        let variants = self.comparison.variants.iter();
        variants.min_by(|a, b| mean(a).total_cmp(&mean(b)))
    }

    /// Where one variant changes the shortage: by region, then by segment.
    fn places(&self, variant: &VariantComparison<'_>, year: Year) -> Chart {
        let row = |name: String, change: &Change| Row {
            name,
            bands: vec![Interval::from(&change.difference)],
        };
        let scenario = self.experiment.scenario;
        let language = self.texts.language();
        let of_year = || variant.unmet(year);
        let regions = of_year().filter_map(|change| match (change.region, change.segment) {
            (Some(region), None) => {
                let name = scenario.regions[region.0].name.get(language).to_owned();
                Some(row(name, change))
            }
            _ => None,
        });
        let segments = of_year().filter_map(|change| match (change.region, change.segment) {
            (None, Some(segment)) => Some(row(self.segment(segment), change)),
            _ => None,
        });
        let title = self.texts.format(
            "chart-places-title",
            &[
                ("variant", &self.name(variant)),
                ("year", &year.to_string()),
            ],
        );
        self.chart(
            "best-places",
            title,
            "chart-paired-reading",
            Body::Differences(Differences {
                series: vec![year.to_string()],
                rows: regions.chain(segments).collect(),
                below_zero: self.texts.get("chart-less-shortage"),
                above_zero: self.texts.get("chart-more-shortage"),
            }),
        )
    }

    fn segment(&self, segment: Segment) -> String {
        self.texts.get(&format!("segment-{segment}"))
    }
}
