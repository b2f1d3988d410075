//! Outcomes over the parameters: heat maps, and lines or points.

use super::About;
use super::layout::{Axes, values};
use crate::chart::frame::Frame;
use crate::chart::{BandAt, Beside, Body, Chart, Figures, HeatMap, Interval, Line, Lines};
use crate::statistics::{Ranking, rank_correlation};

/// The most variants whose changes stand side by side: those that change most.
const MOST_VARIANTS: usize = 8;

impl About<'_> {
    /// The median of every outcome over two parameters, by scenario.
    pub(super) fn heat_maps(&self) -> Vec<Chart> {
        let Some(axes) = self.grid() else {
            return Vec::new();
        };
        let outcomes = self.story.moving().iter();
        outcomes
            .filter_map(|&outcome| self.heat_map(axes, outcome))
            .collect()
    }

    /// Two parameters that make a grid.
    fn grid(&self) -> Option<&Axes> {
        self.layout
            .axes
            .as_ref()
            .filter(|axes| axes.beside.is_some())
    }

    fn heat_map(&self, axes: &Axes, outcome: usize) -> Option<Chart> {
        let frame = Frame {
            name: format!("heat-map-{}", self.story.file_name(outcome)),
            title: self.title("chart-heat-map", axes, outcome),
            reading: self.reading("chart-heat-map-reading", &axes.fixed),
            unit: self.story.unit(outcome),
            alt: self.ends(axes, outcome),
        };
        let body = self.by_scenario(|scenario| {
            self.cells(axes, |point| self.story.median((scenario, point), outcome))
        })?;
        Some(self.chart(frame, body))
    }

    /// How far an outcome reaches over the points in each scenario, in sentences.
    fn ends(&self, axes: &Axes, outcome: usize) -> Vec<String> {
        let points = || axes.points.iter().copied();
        let scenarios = self.story.scenarios();
        scenarios
            .filter_map(|scenario| self.story.ends_of_outcome((scenario, outcome), points()))
            .collect()
    }

    fn title(&self, key: &str, axes: &Axes, outcome: usize) -> String {
        let name = |parameter: usize| self.story.parameter(parameter).to_owned();
        let values = [
            ("outcome", self.story.outcome(outcome)),
            ("across", name(axes.across)),
            ("beside", axes.beside.map_or_else(String::new, name)),
        ];
        self.format(key, &values)
    }

    /// Figures over the grid, the highest values of the second parameter on top.
    fn cells(&self, axes: &Axes, value: impl Fn(usize) -> f64) -> Body {
        let points = &self.story.plan.points;
        let columns = values(points, axes.across);
        let beside = axes.beside.unwrap_or(axes.across);
        let mut rows = values(points, beside);
        rows.reverse();
        let cell = |row: f64, column: f64| {
            let is_it = |&&point: &&usize| {
                points[point][axes.across] == column && points[point][beside] == row
            };
            axes.points
                .iter()
                .find(is_it)
                .map_or(f64::NAN, |&point| value(point))
        };
        let cells = rows.iter().map(|&row| {
            let cells = columns.iter().map(|&column| cell(row, column));
            cells.collect()
        });
        let written = |values: &[f64]| {
            values
                .iter()
                .map(|&one| self.story.texts.significant(one))
                .collect()
        };
        Body::HeatMap(HeatMap {
            values: cells.collect(),
            rows: written(&rows),
            columns: written(&columns),
            figures: Figures::Hectares,
            outlined: Vec::new(),
            axes: Some([beside, axes.across].map(|one| self.story.parameter_and_unit(one))),
        })
    }

    /// What each variant changes over two parameters, scenario by scenario: in the shortage where that is
    /// kept, in the first outcome otherwise.
    pub(super) fn changes(&self) -> Vec<Chart> {
        let Some((axes, outcome)) = self.grid().zip(self.story.judged()) else {
            return Vec::new();
        };
        let scenarios = self.story.scenarios();
        scenarios
            .filter_map(|scenario| self.changes_in((scenario, outcome), axes))
            .collect()
    }

    fn changes_in(&self, (scenario, outcome): (usize, usize), axes: &Axes) -> Option<Chart> {
        let story = &self.story;
        let change =
            |variant: usize, point: usize| story.change((scenario, point), variant, outcome);
        let largest = |variant: usize| {
            let changes = axes
                .points
                .iter()
                .map(|&point| change(variant, point).abs());
            (changes.fold(0.0, f64::max), variant)
        };
        let variants = story.variants().into_iter().flatten();
        let mut variants: Vec<(f64, usize)> = variants.map(largest).collect();
        variants.retain(|(largest, _)| *largest > 0.0);
        let all = variants.len();
        variants.sort_by(|one, other| other.0.total_cmp(&one.0));
        variants.truncate(MOST_VARIANTS);
        variants.sort_by_key(|(_, variant)| *variant);
        let title = |variant: usize| story.variant(Some(variant));
        let panels = variants.iter().map(|&(_, variant)| Beside {
            title: title(variant),
            body: self.cells(axes, |point| change(variant, point)),
        });
        let body = Self::side_by_side(panels.collect())?;
        let ends = variants.iter().filter_map(|&(_, variant)| {
            let points = axes.points.iter();
            story.ends(
                (&title(variant), outcome),
                points.map(|&point| (point, change(variant, point))),
            )
        });
        let id = &story.plan.sweep.scenarios[scenario].id;
        let frame = Frame {
            name: format!("heat-map-change-{}-{id}", story.file_name(outcome)),
            title: self.title_in("chart-change", (scenario, outcome)),
            reading: self.reading_of_changes(axes, (variants.len(), all)),
            unit: story.unit(outcome),
            alt: ends.collect(),
        };
        Some(self.chart(frame, body))
    }

    fn reading_of_changes(&self, axes: &Axes, (shown, all): (usize, usize)) -> String {
        let whole = |number| self.story.texts.whole(number);
        let largest = if shown == all {
            String::new()
        } else {
            let values = [("shown", whole(shown)), ("all", whole(all))];
            self.format("chart-change-largest", &values)
        };
        let values = [("draws", self.draws()), ("largest", largest)];
        let reading = self.format("chart-change-reading", &values);
        format!("{} {}", reading.trim(), self.held(&axes.fixed))
    }

    /// Every outcome against a parameter, by scenario.
    pub(super) fn lines(&self) -> Vec<Chart> {
        let outcomes = self.story.moving().iter();
        outcomes
            .filter_map(|&outcome| match &self.layout.axes {
                Some(axes) => self.joined(axes, outcome),
                None => self.points(outcome),
            })
            .collect()
    }

    /// Lines along the first parameter, by the least, middle and greatest value of the second.
    fn joined(&self, axes: &Axes, outcome: usize) -> Option<Chart> {
        let chosen = axes.beside.map(|beside| {
            let all = values(&self.story.plan.points, beside);
            let mut chosen = vec![0, all.len() / 2, all.len() - 1];
            chosen.dedup();
            let chosen = chosen.into_iter().map(|place| all[place]);
            (beside, chosen.collect::<Vec<_>>())
        });
        let series = |scenario: usize| match &chosen {
            None => vec![self.line(String::new(), axes, (scenario, outcome), |_| true)],
            Some((beside, chosen)) => {
                let of_value = |&value: &f64| {
                    let name = self.story.value(*beside, value);
                    let is_meant = |point: usize| self.story.plan.points[point][*beside] == value;
                    self.line(name, axes, (scenario, outcome), is_meant)
                };
                chosen.iter().map(of_value).collect()
            }
        };
        let key = match chosen {
            Some(_) => "chart-lines",
            None => "chart-line",
        };
        let title = self.title(key, axes, outcome);
        self.along(axes, outcome, (title, true), series)
    }

    /// Points against the parameter that the outcome moves with most.
    fn points(&self, outcome: usize) -> Option<Chart> {
        let tie = |parameter: usize| {
            let of_scenario = |scenario| self.tie(parameter, (scenario, outcome));
            self.story.scenarios().map(of_scenario).sum::<f64>()
        };
        let varying = self.layout.varying.iter().copied();
        let across = varying.max_by(|&one, &other| tie(one).total_cmp(&tie(other)))?;
        let axes = Axes {
            across,
            beside: None,
            points: self.story.points().collect(),
            fixed: Vec::new(),
        };
        let title = self.title("chart-points", &axes, outcome);
        self.along(&axes, outcome, (title, false), |scenario| {
            vec![self.line(String::new(), &axes, (scenario, outcome), |_| true)]
        })
    }

    /// How closely the median of an outcome goes with a parameter in a scenario: the size of their rank
    /// correlation; 0 when there is none.
    fn tie(&self, parameter: usize, (scenario, outcome): (usize, usize)) -> f64 {
        let points = self.story.points();
        let (values, medians): (Vec<f64>, Vec<f64>) = points
            .map(|point| {
                let value = self.story.plan.points[point][parameter];
                (value, self.story.median((scenario, point), outcome))
            })
            .filter(|(_, median)| !median.is_nan())
            .unzip();
        let [values, medians] = [values, medians].map(|values| Ranking::of(&values).ranks());
        let tie = rank_correlation(&values, &medians).abs();
        if tie.is_nan() { 0.0 } else { tie }
    }

    fn along(
        &self,
        axes: &Axes,
        outcome: usize,
        (title, is_joined): (String, bool),
        series: impl Fn(usize) -> Vec<Line>,
    ) -> Option<Chart> {
        let frame = Frame {
            name: format!("lines-{}", self.story.file_name(outcome)),
            title,
            reading: self.reading("chart-lines-reading", &axes.fixed),
            unit: self.story.unit(outcome),
            alt: self.ends(axes, outcome),
        };
        let body = self.by_scenario(|scenario| {
            Body::Lines(Lines {
                across: self.story.parameter_and_unit(axes.across),
                series: series(scenario),
                is_joined,
            })
        })?;
        Some(self.chart(frame, body))
    }

    /// The bands of an outcome along the first parameter, at the points that are meant.
    fn line(
        &self,
        name: String,
        axes: &Axes,
        (scenario, outcome): (usize, usize),
        is_meant: impl Fn(usize) -> bool,
    ) -> Line {
        let points = axes.points.iter().filter(|&&point| is_meant(point));
        let mut bands: Vec<_> = points
            .filter_map(|&point| {
                let variant = self.story.shown_variant();
                let found = self.story.found((scenario, point), variant, outcome)?;
                Some(BandAt {
                    at: self.story.plan.points[point][axes.across],
                    band: Interval::from(&found.own),
                })
            })
            .collect();
        bands.sort_by(|one, other| one.at.total_cmp(&other.at));
        Line { name, bands }
    }
}
