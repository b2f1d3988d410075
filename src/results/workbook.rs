//! What a job found as a workbook: a cover, a sheet for each table, and one of charts.

use super::Results;
use crate::chart::{Body, Chart, Curve, Curves, Fan, ProvinceMap, StackedBars, YearBand, palette};
use crate::export::{Book, Cell, Plot, PlotKind, PlotSeries, Sheet, Table};
use crate::language::Texts;

impl Results {
    /// The tables as a workbook whose cover is in one language.
    #[must_use]
    pub fn book(&self, texts: &Texts) -> Book {
        let language = texts.language();
        let titles = self
            .scenarios
            .iter()
            .map(|scenario| scenario.title.get(language));
        let titles: Vec<_> = titles.collect();
        Book {
            cover_name: texts.get("book-cover"),
            title: titles.join(" – "),
            cover: self.cover(texts),
            contents: texts.get("book-sheets"),
            sheets: self
                .tables
                .iter()
                .map(|table| Sheet {
                    name: table.name.clone(),
                    title: table.title.get(language).to_owned(),
                    table: table.table.clone(),
                })
                .collect(),
            plots_sheet: (texts.get("book-plots"), texts.get("book-plots-title")),
            plots: self.plots(texts),
        }
    }

    /// The charts that a spreadsheet can draw itself.
    fn plots(&self, texts: &Texts) -> Vec<Plot> {
        let charts = self.charts.iter();
        charts
            .filter_map(|chart| plot(chart.get(texts.language()), texts))
            .collect()
    }

    fn cover(&self, texts: &Texts) -> Vec<(String, String)> {
        let language = texts.language();
        let mut cover = Vec::new();
        for scenario in &self.scenarios {
            let description = scenario.description.get(language);
            let years: Vec<_> = scenario.years.iter().map(u16::to_string).collect();
            let inputs = scenario.inputs;
            let values = [
                ("title", scenario.title.get(language)),
                ("base", &scenario.base_year.to_string()),
                ("years", &years.join(", ")),
                ("all", &texts.whole(inputs.all)),
                ("assumption", &texts.whole(inputs.assumption)),
            ];
            let about = texts.format("book-scenario-text", &values);
            let text = format!("{about} {description}").trim().to_owned();
            cover.push((texts.get("book-scenario"), text));
        }
        let job = &self.job;
        let draws = usize::try_from(job.draws).unwrap_or(usize::MAX);
        let made = texts.format(
            "book-made-text",
            &[
                ("version", &job.version),
                ("draws", &texts.whole(draws)),
                ("design", &job.design),
                ("seed", &job.seed.to_string()),
            ],
        );
        cover.push((texts.get("book-made"), made));
        cover.push((texts.get("book-repeat"), job.command.clone()));
        cover.push((texts.get("book-fingerprint"), job.fingerprint.clone()));
        cover.push((texts.get("book-reading"), texts.get("book-reading-text")));
        cover
    }
}

/// A chart as a spreadsheet draws it; `None` for a kind that it does not draw.
fn plot(chart: &Chart, texts: &Texts) -> Option<Plot> {
    let (kind, table, series) = match &chart.body {
        Body::Fan(fan) => (PlotKind::Lines, fan_table(fan, texts), band()),
        Body::Curves(curves) => {
            let series = (0..curves.series.len()).map(of_place);
            (
                PlotKind::Lines,
                curves_table(curves, texts),
                series.collect(),
            )
        }
        Body::StackedBars(bars) => {
            let series = (0..bars.parts.len()).map(of_place);
            (PlotKind::Stacked, bars_table(bars, texts), series.collect())
        }
        Body::Map(map) => (
            PlotKind::Bars,
            map_table(map, &chart.unit, texts),
            vec![of_place(0)],
        ),
        _ => return None,
    };
    (!table.rows.is_empty()).then(|| Plot {
        title: chart.title.clone(),
        alt: chart.alt.clone(),
        unit: chart.unit.clone(),
        kind,
        table,
        series,
    })
}

/// The series at a place among others.
fn of_place(place: usize) -> PlotSeries {
    PlotSeries {
        color: palette::hex(palette::series_color(place)),
        is_edge: false,
    }
}

/// P5, P50 and P95.
fn band() -> Vec<PlotSeries> {
    let edge = PlotSeries {
        is_edge: true,
        ..of_place(0)
    };
    vec![edge.clone(), of_place(0), edge]
}

fn with_heads(heads: impl IntoIterator<Item = String>) -> Table {
    Table {
        headers: heads.into_iter().collect(),
        rows: Vec::new(),
    }
}

fn fan_table(fan: &Fan, texts: &Texts) -> Table {
    let levels = ["P5", "P50", "P95"].map(str::to_owned);
    let mut table = with_heads([texts.get("column-year")].into_iter().chain(levels));
    let row = |band: &YearBand| {
        let figures = [band.p05, band.p50, band.p95].map(Cell::number);
        std::iter::once(Cell::Whole(band.year.into()))
            .chain(figures)
            .collect()
    };
    table.rows = fan.bands.iter().map(row).collect();
    table
}

/// The medians of every curve, in the years of the first.
fn curves_table(curves: &Curves, texts: &Texts) -> Table {
    let names = curves
        .series
        .iter()
        .map(|curve| format!("{} (P50)", curve.name));
    let mut table = with_heads([texts.get("column-year")].into_iter().chain(names));
    let years = curves
        .series
        .first()
        .into_iter()
        .flat_map(|curve| &curve.bands);
    let row = |year: u16| {
        let median = |curve: &Curve| {
            let found = curve.bands.iter().find(|band| band.year == year);
            found.map_or(Cell::Empty, |band| Cell::number(band.p50))
        };
        std::iter::once(Cell::Whole(year.into()))
            .chain(curves.series.iter().map(median))
            .collect()
    };
    table.rows = years.map(|band| row(band.year)).collect();
    table
}

fn bars_table(bars: &StackedBars, texts: &Texts) -> Table {
    let parts = bars.parts.iter().cloned();
    let mut table = with_heads([texts.get("report-column-name")].into_iter().chain(parts));
    let rows = bars.bars.iter().map(|bar| {
        let sizes = bar.sizes.iter().map(|&size| Cell::number(size));
        std::iter::once(Cell::text(format!("{} {}", bar.group, bar.name)))
            .chain(sizes)
            .collect()
    });
    table.rows = rows.collect();
    table
}

/// The provinces, the greatest value first.
fn map_table(map: &ProvinceMap, unit: &str, texts: &Texts) -> Table {
    let mut table = with_heads([texts.get("report-column-region"), unit.to_owned()]);
    let mut provinces: Vec<_> = map.provinces.iter().collect();
    provinces.sort_by(|one, other| other.value.total_cmp(&one.value));
    let row = |name: &str, value| vec![Cell::text(name), Cell::number(value)];
    let rows = provinces.into_iter().map(|one| row(&one.name, one.value));
    table.rows = rows.collect();
    table
}
