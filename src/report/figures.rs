//! The figures of a chart as tables: what a reader who does not see it reads instead.

use crate::chart::{
    BandAt, Bar, Beside, Body, Bought, Chart, Cloud, Clouds, Convergence, Course, Curves,
    Differences, Estimates, Fan, Frontier, Histogram, Interval, Line, Lines, Matrix, Package,
    Packages, Parallel, Point, Points, ProvinceMap, Row, SideBySide, StackedBars, Swing, Tornado,
    TradeOff, Waterfall, YearBand,
};
use crate::language::Texts;
use crate::numeric::count;

/// A table of words: the first column names the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// What it is about.
    pub caption: String,
    /// The names of the columns.
    pub heads: Vec<String>,
    /// The rows, each as long as the heads.
    pub rows: Vec<Vec<String>>,
    /// Whether the last row is of all others together.
    pub has_total: bool,
}

/// The figures of a chart.
#[must_use]
pub fn figures(chart: &Chart, texts: &Texts) -> Vec<Grid> {
    let pen = Pen { chart, texts };
    match &chart.body {
        Body::Fan(fan) => pen.fan(fan),
        Body::Curves(curves) => pen.curves(curves),
        Body::DemandSupply(both) => vec![
            pen.bands(&texts.get("chart-demand"), &both.demand),
            pen.bands(&texts.get("chart-supply"), &both.supply),
        ],
        Body::StackedBars(bars) => vec![pen.bars(bars)],
        Body::Ranges(ranges) => vec![pen.rows(&ranges.series, &ranges.rows)],
        Body::Differences(Differences { series, rows, .. }) => vec![pen.rows(series, rows)],
        Body::Histogram(histogram) => pen.histogram(histogram),
        Body::HeatMap(map) => vec![pen.matrix(&map.matrix())],
        Body::Flows(flows) => vec![pen.matrix(&flows.matrix())],
        Body::Frontier(frontier) => vec![pen.frontier(frontier)],
        Body::Map(map) => vec![pen.map(map)],
        Body::Convergence(convergence) => vec![pen.convergence(convergence)],
        Body::TradeOff(trade_off) => vec![pen.trade_off(trade_off)],
        Body::Tornado(tornado) => vec![pen.tornado(tornado)],
        Body::Waterfall(waterfall) => vec![pen.waterfall(waterfall)],
        Body::Lines(lines) => pen.lines(lines),
        Body::Parallel(parallel) => vec![pen.parallel(parallel)],
        Body::Clouds(clouds) => vec![pen.clouds(clouds)],
        Body::Estimates(estimates) => vec![pen.estimates(estimates)],
        Body::Packages(packages) => vec![pen.packages(packages)],
        Body::Points(points) => vec![pen.points(points)],
        Body::SideBySide(panels) => pen.panels(panels),
        // Thousands of dots are no table to read; what they say stands in the description.
        Body::Scatter(_) => Vec::new(),
    }
}

/// Writes the figures of one chart.
#[derive(Clone, Copy)]
struct Pen<'c> {
    chart: &'c Chart,
    texts: &'c Texts,
}

impl Pen<'_> {
    fn text(self, key: &str) -> String {
        self.texts.get(key)
    }

    fn value(self, value: f64) -> String {
        self.texts.figure(value, &self.chart.unit)
    }

    /// P50 with P5 and P95.
    fn band(self, band: &Interval) -> String {
        let [p05, p50, p95] = [band.p05, band.p50, band.p95].map(|figure| self.value(figure));
        format!("{p50} ({p05}\u{a0}–\u{a0}{p95})")
    }

    /// A name with the unit and the way bands are written.
    fn head_of_bands(self, name: &str) -> String {
        format!("{name}: P50 (P5 – P95), {}", self.chart.unit)
    }

    /// The caption of a table about a part of the chart, or of all of it when the part has no name.
    fn caption(self, part: &str) -> String {
        let Self { chart, .. } = self;
        let name = match part {
            "" => chart.title.clone(),
            part => format!("{}: {part}", chart.title),
        };
        self.texts.in_unit(&name, &chart.unit)
    }

    fn bands(self, part: &str, bands: &[YearBand]) -> Grid {
        let heads = ["P5", "P25", "P50", "P75", "P95"].map(str::to_owned);
        let row = |band: &YearBand| {
            let figures = [band.p05, band.p25, band.p50, band.p75, band.p95];
            let figures = figures.map(|figure| self.value(figure));
            std::iter::once(band.year.to_string())
                .chain(figures)
                .collect()
        };
        Grid {
            caption: self.caption(part),
            heads: std::iter::once(self.text("column-year"))
                .chain(heads)
                .collect(),
            rows: bands.iter().map(row).collect(),
            ..Grid::default()
        }
    }

    fn fan(self, fan: &Fan) -> Vec<Grid> {
        let mut grids = vec![self.bands("", &fan.bands)];
        if !fan.published.is_empty() {
            let keys = ["low", "central", "high"].map(|key| format!("report-column-{key}"));
            let keys = ["column-published", "column-year"]
                .into_iter()
                .chain(keys.iter().map(String::as_str));
            let rows = fan.published.iter().map(|figure| {
                let figures = [figure.low, figure.central, figure.high];
                [figure.label.clone(), figure.year.to_string()]
                    .into_iter()
                    .chain(figures.map(|figure| self.value(figure)))
                    .collect()
            });
            grids.push(Grid {
                caption: self.caption(&self.text("chart-published")),
                heads: keys.map(|key| self.text(key)).collect(),
                rows: rows.collect(),
                ..Grid::default()
            });
        }
        grids
    }

    fn curves(self, curves: &Curves) -> Vec<Grid> {
        let is_alone = curves.series.len() == 1;
        let name = |name: &str| {
            if is_alone {
                String::new()
            } else {
                name.to_owned()
            }
        };
        let bands = curves.series.iter();
        let mut grids: Vec<_> = bands
            .map(|curve| self.bands(&name(&curve.name), &curve.bands))
            .collect();
        let peaks: Vec<_> = curves
            .series
            .iter()
            .filter_map(|curve| {
                let peak = curve.peak.as_ref()?;
                let years = [peak.year.p50, peak.year.p05, peak.year.p95];
                let [middle, first, last] = years.map(|year| self.texts.figure(year, "year"));
                let when = format!("{middle} ({first} – {last})");
                Some(vec![curve.name.clone(), when, self.band(&peak.height)])
            })
            .collect();
        if !peaks.is_empty() {
            grids.push(Grid {
                caption: self.caption(&self.text("chart-peak-mark")),
                heads: vec![
                    self.text("report-column-name"),
                    self.head_of("column-year"),
                    self.head_of_bands(&self.text("report-column-height")),
                ],
                rows: peaks,
                ..Grid::default()
            });
        }
        grids
    }

    fn head_of(self, key: &str) -> String {
        format!("{}: P50 (P5 – P95)", self.text(key))
    }

    fn rows(self, series: &[String], rows: &[Row]) -> Grid {
        self.bands_by_row(series.iter().map(|name| self.head_of_bands(name)), rows)
    }

    /// A band under each head, row by row.
    fn bands_by_row(self, heads: impl Iterator<Item = String>, rows: &[Row]) -> Grid {
        let row = |row: &Row| {
            let bands = row.bands.iter().map(|band| self.band(band));
            std::iter::once(row.name.clone()).chain(bands).collect()
        };
        Grid {
            caption: self.caption(""),
            heads: std::iter::once(self.text("report-column-name"))
                .chain(heads)
                .collect(),
            rows: rows.iter().map(row).collect(),
            ..Grid::default()
        }
    }

    fn bars(self, bars: &StackedBars) -> Grid {
        let has_totals = bars.bars.iter().all(|bar| bar.total.is_some());
        let total = has_totals.then(|| self.head_of_bands(&self.text("report-column-total")));
        let row = |bar: &Bar| {
            let sizes = bar.sizes.iter().map(|&size| self.value(size));
            std::iter::once(format!("{} {}", bar.group, bar.name))
                .chain(sizes)
                .chain(
                    bar.total
                        .iter()
                        .filter(|_| has_totals)
                        .map(|total| self.band(total)),
                )
                .collect()
        };
        Grid {
            caption: self.caption(""),
            heads: std::iter::once(self.text("report-column-name"))
                .chain(bars.parts.iter().cloned())
                .chain(total)
                .collect(),
            rows: bars.bars.iter().map(row).collect(),
            ..Grid::default()
        }
    }

    fn histogram(self, histogram: &Histogram) -> Vec<Grid> {
        let panels = histogram.panels.iter();
        panels
            .map(|panel| {
                let bins = panel.shares.iter().enumerate();
                let row = |(place, &share): (usize, &f64)| {
                    let from = panel.from + count(place) * panel.width;
                    let [low, high] = [from, from + panel.width].map(|end| self.value(end));
                    vec![format!("{low} – {high}"), self.texts.percent(share)]
                };
                Grid {
                    caption: self.caption(&panel.name),
                    heads: vec![self.chart.unit.clone(), self.text("chart-share-of-draws")],
                    rows: bins.map(row).collect(),
                    ..Grid::default()
                }
            })
            .collect()
    }

    fn matrix(self, matrix: &Matrix<'_>) -> Grid {
        let row = |(row, name): (usize, &String)| {
            let columns = 0..matrix.columns.len();
            let cell = |column| {
                matrix
                    .figures
                    .written(matrix.value(row, column), self.texts)
            };
            std::iter::once(name.clone())
                .chain(columns.map(cell))
                .collect()
        };
        let first = match matrix.axes {
            Some([rows, columns]) => {
                let values = [("rows", rows.as_str()), ("columns", columns)];
                self.texts.format("report-rows-and-columns", &values)
            }
            None => self.text("report-column-name"),
        };
        Grid {
            caption: self.caption(""),
            heads: std::iter::once(first)
                .chain(matrix.columns.iter().cloned())
                .collect(),
            rows: matrix.rows.iter().enumerate().map(row).collect(),
            ..Grid::default()
        }
    }

    fn frontier(self, frontier: &Frontier) -> Grid {
        let cost = format!(
            "{}: P50 (P5 – P95), {}",
            self.text("report-column-cost"),
            frontier.cost_unit
        );
        let rows = frontier.variants.iter().map(|variant| {
            vec![
                variant.name.clone(),
                self.band(&variant.effect),
                self.band(&variant.cost),
            ]
        });
        Grid {
            caption: self.caption(""),
            heads: vec![
                self.text("chart-variants"),
                self.head_of_bands(&self.text("report-column-effect")),
                cost,
            ],
            rows: rows.collect(),
            ..Grid::default()
        }
    }

    fn map(self, map: &ProvinceMap) -> Grid {
        let rows = map.provinces.iter().map(|province| {
            let value = map.figures.written(province.value, self.texts);
            vec![province.name.clone(), value]
        });
        Grid {
            caption: self.caption(""),
            heads: vec![self.text("report-column-name"), self.chart.unit.clone()],
            rows: rows.collect(),
            ..Grid::default()
        }
    }

    fn waterfall(self, waterfall: &Waterfall) -> Grid {
        let Waterfall { from, steps, to } = waterfall;
        let sum = from.value + steps.iter().map(|step| step.value).sum::<f64>();
        let row = |name: &str, value: f64| vec![name.to_owned(), self.value(value)];
        let all = std::iter::once(from).chain(steps);
        Grid {
            caption: self.caption(""),
            heads: vec![self.text("report-column-name"), self.chart.unit.clone()],
            rows: { all.map(|level| row(&level.name, level.value)) }
                .chain([row(to, sum)])
                .collect(),
            has_total: true,
        }
    }

    fn estimates(self, estimates: &Estimates) -> Grid {
        let head = |name: &String| format!("{name}: {}, {}", estimates.mark, self.chart.unit);
        self.bands_by_row(estimates.series.iter().map(head), &estimates.rows)
    }

    /// The way on which levers were added, and all of them together.
    fn packages(self, packages: &Packages) -> Grid {
        let row = |one: &Package| vec![one.name.clone(), self.texts.percent(one.share / 100.0)];
        Grid {
            caption: self.caption(""),
            heads: vec![self.text("report-column-name"), self.chart.unit.clone()],
            rows: { packages.path.iter() }
                .chain([&packages.all])
                .map(row)
                .collect(),
            ..Grid::default()
        }
    }

    fn points(self, points: &Points) -> Grid {
        let row = |point: &Point| {
            let [across, up] = point.at.map(|value| self.value(value));
            vec![point.name.clone(), across, up]
        };
        Grid {
            caption: self.chart.title.clone(),
            heads: vec![
                points.heading.clone(),
                points.across.clone(),
                self.chart.unit.clone(),
            ],
            rows: points.points.iter().map(row).collect(),
            ..Grid::default()
        }
    }

    fn tornado(self, tornado: &Tornado) -> Grid {
        let row = |swing: &Swing| {
            let [low, high] = [swing.low, swing.high].map(|value| self.value(value));
            vec![swing.name.clone(), low, high, swing.figure.clone()]
        };
        Grid {
            caption: self.caption(""),
            heads: vec![
                self.text("report-column-driver"),
                self.text("report-column-at-low"),
                self.text("report-column-at-high"),
                tornado.column.clone(),
            ],
            rows: tornado.swings.iter().map(row).collect(),
            ..Grid::default()
        }
    }

    fn trade_off(self, trade_off: &TradeOff) -> Grid {
        let chosen = trade_off.chosen.iter();
        let chosen = chosen.map(|point| (self.text("chart-chosen"), point));
        let curves = trade_off.curves.iter();
        let points = curves.flat_map(|(name, points)| points.iter().map(|one| (name.clone(), one)));
        let row = |(name, point): (String, &Bought)| {
            let [across, up] = [point.across, point.up].map(|value| self.texts.number(value, 1));
            vec![name, across, up]
        };
        Grid {
            caption: self.caption(""),
            heads: vec![
                self.text("report-column-name"),
                trade_off.across.clone(),
                self.chart.unit.clone(),
            ],
            rows: points.chain(chosen).map(row).collect(),
            ..Grid::default()
        }
    }

    /// The tables of panels, under their titles.
    fn panels(self, panels: &SideBySide) -> Vec<Grid> {
        let of_panel = |panel: &Beside| {
            let chart = Chart {
                title: format!("{}: {}", self.chart.title, panel.title),
                body: panel.body.clone(),
                ..self.chart.clone()
            };
            figures(&chart, self.texts)
        };
        panels.panels.iter().flat_map(of_panel).collect()
    }

    fn lines(self, lines: &Lines) -> Vec<Grid> {
        let of_line = |line: &Line| {
            let row = |one: &BandAt| {
                let at = self.texts.significant(one.at);
                vec![at, self.band(&one.band)]
            };
            Grid {
                caption: self.caption(&line.name),
                heads: vec![lines.across.clone(), self.text("report-column-band")],
                rows: line.bands.iter().map(row).collect(),
                ..Grid::default()
            }
        };
        lines.series.iter().map(of_line).collect()
    }

    fn parallel(self, parallel: &Parallel) -> Grid {
        let row = |course: &Course| {
            let group = parallel.groups.get(course.group).cloned();
            let values = course.values.iter();
            std::iter::once(group.unwrap_or_default())
                .chain(values.map(|&value| self.texts.significant(value)))
                .collect()
        };
        Grid {
            caption: self.chart.title.clone(),
            heads: std::iter::once(self.text("head-scenario"))
                .chain(parallel.axes.iter().cloned())
                .collect(),
            rows: parallel.courses.iter().map(row).collect(),
            ..Grid::default()
        }
    }

    /// Each variant at the point at which they are compared, and how far it reaches over all points.
    fn clouds(self, clouds: &Clouds) -> Grid {
        let row = |cloud: &Cloud| {
            let middle = |axis: usize| match cloud.middle {
                Some(middle) => self.value(middle[axis]),
                None => "–".to_owned(),
            };
            let reach = |axis: usize| {
                let figures = || cloud.dots.iter().map(|dot| dot[axis]);
                let low = figures().fold(f64::INFINITY, f64::min);
                let high = figures().fold(f64::NEG_INFINITY, f64::max);
                format!("{} – {}", self.value(low), self.value(high))
            };
            vec![cloud.name.clone(), middle(0), reach(0), middle(1), reach(1)]
        };
        let over_points = |name: &str| format!("{name}: {}", self.text("report-over-points"));
        Grid {
            caption: self.caption(""),
            heads: vec![
                self.text("chart-variants"),
                clouds.across.clone(),
                over_points(&clouds.across),
                self.chart.unit.clone(),
                over_points(&self.chart.unit),
            ],
            rows: { clouds.variants.iter() }
                .filter(|cloud| !cloud.dots.is_empty())
                .map(row)
                .collect(),
            ..Grid::default()
        }
    }

    fn convergence(self, convergence: &Convergence) -> Grid {
        let series = convergence.series.iter();
        let rows = series.flat_map(|settling| {
            settling.estimates.iter().map(|estimate| {
                vec![
                    settling.name.clone(),
                    self.texts.whole(estimate.draws),
                    self.texts.significant(estimate.value),
                    self.texts.significant(estimate.standard_error),
                ]
            })
        });
        let heads = ["name", "draws", "estimate", "error"];
        Grid {
            caption: self.caption(""),
            heads: heads
                .map(|key| self.text(&format!("report-column-{key}")))
                .to_vec(),
            rows: rows.collect(),
            ..Grid::default()
        }
    }
}
