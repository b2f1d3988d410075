//! Bands over the years: fans, curves with peaks, demand beside supply.

use serde_json::{Map, Value, json};

use super::{Plot, datum, line, number, rows};
use crate::chart::{
    Body, Curves, DemandSupply, Fan, Peak, Published, YearBand,
    palette::{self, Color},
};

/// The height of a chart over the years.
const HEIGHT: u32 = 360;

/// How much colour a band has: bands over each other can still be told apart.
const PALE: f64 = 0.18;

/// One series of bands.
struct Series<'b> {
    name: String,
    bands: &'b [YearBand],
    color: Color,
    dash: &'static [u8],
}

const SOLID: &[u8] = &[1, 0];
const DASHED: &[u8] = &[8, 5];
const DOTTED: &[u8] = &[2, 4];

pub(super) fn fan(plot: Plot<'_>, fan: &Fan) -> Value {
    let series = [Series {
        name: plot.text("chart-median"),
        bands: &fan.bands,
        color: palette::BLUE,
        dash: SOLID,
    }];
    let mut layers = layers(plot, &series);
    if !fan.published.is_empty() {
        layers.extend(published(plot, &fan.published));
    }
    layered(&layers)
}

pub(super) fn curves(plot: Plot<'_>, curves: &Curves) -> Value {
    let series: Vec<_> = curves
        .series
        .iter()
        .enumerate()
        .map(|(place, curve)| Series {
            name: curve.name.clone(),
            bands: &curve.bands,
            color: palette::series_color(place),
            dash: [SOLID, DASHED, DOTTED][place % 3],
        })
        .collect();
    let mut layers = layers(plot, &series);
    let peaks: Vec<_> = curves
        .series
        .iter()
        .filter_map(|curve| Some(peak(plot, &curve.name, curve.peak.as_ref()?)))
        .collect();
    if !peaks.is_empty() {
        layers.push(peak_layer(plot, &peaks));
    }
    layered(&layers)
}

pub(super) fn demand_and_supply(plot: Plot<'_>, both: &DemandSupply) -> Value {
    let series = [
        Series {
            name: plot.text("chart-demand"),
            bands: &both.demand,
            color: palette::VERMILION,
            dash: SOLID,
        },
        Series {
            name: plot.text("chart-supply"),
            bands: &both.supply,
            color: palette::BLUE,
            dash: DASHED,
        },
    ];
    layered(&layers(plot, &series))
}

fn layered(layers: &[Value]) -> Value {
    json!({"height": HEIGHT, "layer": layers})
}

/// The bands of every series, their medians, and what a pointer shows of each year.
fn layers(plot: Plot<'_>, series: &[Series<'_>]) -> Vec<Value> {
    let is_alone = series.len() == 1;
    let mut layers: Vec<_> = series
        .iter()
        .flat_map(|series| bands(plot, series, is_alone))
        .collect();
    layers.push(medians(plot, series));
    layers.push(pointer(plot, series));
    layers
}

fn bands(plot: Plot<'_>, series: &Series<'_>, has_inner: bool) -> Vec<Value> {
    let data: Vec<_> = series
        .bands
        .iter()
        .map(|band| {
            datum([
                ("year", json!(band.year)),
                ("p05", number(band.p05)),
                ("p25", number(band.p25)),
                ("p75", number(band.p75)),
                ("p95", number(band.p95)),
            ])
        })
        .collect();
    let area = |low: &str, high: &str| {
        json!({
            "data": rows(&data),
            "mark": {"type": "area", "color": palette::hex(series.color), "opacity": PALE},
            "encoding": {
                "x": year_axis(),
                "y": plot.values(low),
                "y2": {"field": high},
            },
        })
    };
    let mut areas = vec![area("p05", "p95")];
    areas.extend(has_inner.then(|| area("p25", "p75")));
    areas
}

fn year_axis() -> Value {
    json!({
        "field": "year", "type": "quantitative", "title": null,
        "scale": {"nice": false, "zero": false},
        "axis": {"format": "d", "grid": false, "tickMinStep": 1, "tickCount": 7},
    })
}

fn medians(plot: Plot<'_>, series: &[Series<'_>]) -> Value {
    let data: Vec<_> = series
        .iter()
        .flat_map(|series| {
            series.bands.iter().map(|band| {
                datum([
                    ("year", json!(band.year)),
                    ("p50", number(band.p50)),
                    ("series", json!(series.name)),
                    ("dash", json!(series.dash)),
                ])
            })
        })
        .collect();
    let (names, range) = legend(plot, series);
    json!({
        "data": rows(&data),
        "mark": {"type": "line", "strokeWidth": 2.5},
        "encoding": {
            "x": year_axis(),
            "y": plot.values("p50"),
            "color": {
                "field": "series", "type": "nominal",
                "scale": {"domain": names, "range": range},
                "legend": {"symbolType": "stroke", "symbolStrokeWidth": 5, "symbolSize": 250},
            },
            "strokeDash": {"field": "dash", "type": "nominal", "scale": null},
        },
    })
}

/// What the legend names, with its colours: every median, what its bands are, and published figures.
fn legend(plot: Plot<'_>, series: &[Series<'_>]) -> (Vec<String>, Vec<String>) {
    let mut names: Vec<_> = series.iter().map(|series| series.name.clone()).collect();
    let mut range: Vec<_> = series
        .iter()
        .map(|series| palette::hex(series.color))
        .collect();
    let outer = plot.text("chart-band-outer");
    let over_white = |color, part| palette::hex(palette::mix(palette::WHITE, color, part));
    if let [alone] = series {
        names.extend([outer, plot.text("chart-band-inner")]);
        let twice = 1.0 - (1.0 - PALE) * (1.0 - PALE);
        range.extend([PALE, twice].map(|part| over_white(alone.color, part)));
    } else {
        names.push(outer);
        range.push(over_white(palette::GREY, PALE));
    }
    if let Body::Fan(fan) = &plot.chart.body
        && !fan.published.is_empty()
    {
        names.push(plot.text("chart-published-mark"));
        range.push(palette::hex(palette::VERMILION));
    }
    (names, range)
}

/// An upright line at the year nearest to the pointer, with the figures of that year.
fn pointer(plot: Plot<'_>, series: &[Series<'_>]) -> Value {
    let mut lines = vec![line("year", &plot.text("column-year"))];
    let mut by_year: std::collections::BTreeMap<u16, Map<String, Value>> =
        std::collections::BTreeMap::new();
    for (place, series) in series.iter().enumerate() {
        let field = format!("series{place}");
        for band in series.bands {
            let row = by_year.entry(band.year).or_default();
            row.insert("year".to_owned(), json!(band.year));
            row.insert(field.clone(), json!(plot.written(band.interval())));
        }
        lines.push(line(&field, &format!("{} {}", series.name, READ_AS)));
    }
    let data: Vec<_> = by_year.into_values().map(Value::Object).collect();
    json!({
        "data": rows(&data),
        "params": [{
            "name": "nearest",
            "select": {
                "type": "point", "fields": ["year"], "nearest": true,
                "on": "pointerover", "clear": "pointerout",
            },
        }],
        "mark": {"type": "rule", "color": palette::hex(palette::GREY)},
        "encoding": {
            "x": year_axis(),
            "opacity": {
                "condition": {"param": "nearest", "empty": false, "value": 0.8},
                "value": 0,
            },
            "tooltip": lines,
        },
    })
}

/// What stands behind the name of a series.
const READ_AS: &str = "P50 (P5 – P95)";

/// Published figures: a diamond at the central figure, a line from the lowest to the highest.
fn published(plot: Plot<'_>, published: &[Published]) -> Vec<Value> {
    let of = plot.text("chart-published-mark");
    let data: Vec<_> = published
        .iter()
        .map(|figure| {
            datum([
                ("year", json!(figure.year)),
                ("low", number(figure.low)),
                ("central", number(figure.central)),
                ("high", number(figure.high)),
                ("who", json!(figure.label)),
                ("figure", json!(span(plot, figure))),
            ])
        })
        .collect();
    let tooltip = [
        line("who", &of),
        line("year", &plot.text("column-year")),
        line("figure", &plot.chart.unit),
    ];
    let color = palette::hex(palette::VERMILION);
    let x = year_axis();
    let spans: Vec<_> = data
        .iter()
        .filter(|row| row["low"].is_number() && row["high"].is_number())
        .cloned()
        .collect();
    let span_layer = (!spans.is_empty()).then(|| {
        json!({
            "data": rows(&spans),
            "mark": {"type": "rule", "color": color, "strokeWidth": 1.5},
            "encoding": {"x": x, "y": plot.values("low"), "y2": {"field": "high"}},
        })
    });
    let figures = json!({
            "data": rows(&data),
            "mark": {
                "type": "point", "shape": "diamond", "filled": true, "size": 110,
                "color": color, "opacity": 1,
            },
            "encoding": {"x": x, "y": plot.values("central"), "tooltip": tooltip},
    });
    span_layer.into_iter().chain([figures]).collect()
}

/// A published figure with its ends, where it has them.
fn span(plot: Plot<'_>, figure: &Published) -> String {
    let written = |value| plot.texts.hectares(value);
    let central = written(figure.central);
    if figure.low.is_finite() && figure.high.is_finite() {
        format!(
            "{central} ({} – {})",
            written(figure.low),
            written(figure.high)
        )
    } else {
        central
    }
}

fn peak(plot: Plot<'_>, name: &str, peak: &Peak) -> Value {
    let when = plot.texts.band(peak.year.figures(), "year");
    datum([
        ("series", json!(name)),
        ("year", number(peak.year.p50)),
        ("first", number(peak.year.p05)),
        ("last", number(peak.year.p95)),
        ("height", number(peak.height.p50)),
        ("low", number(peak.height.p05)),
        ("high", number(peak.height.p95)),
        ("when", json!(when)),
        ("size", json!(plot.written(peak.height))),
    ])
}

/// Peaks with their spread in height and in time.
fn peak_layer(plot: Plot<'_>, peaks: &[Value]) -> Value {
    let x = |field: &str| {
        let mut axis = year_axis();
        axis["field"] = json!(field);
        axis
    };
    let ink = palette::hex(palette::INK);
    let y = plot.values("height");
    let tooltip = [
        line("series", &plot.text("chart-peak-mark")),
        line("when", &plot.text("column-year")),
        line("size", &plot.chart.unit),
    ];
    json!({
        "data": rows(peaks),
        "layer": [
            {
                "mark": {"type": "rule", "color": ink},
                "encoding": {"x": x("year"), "y": plot.values("low"), "y2": {"field": "high"}},
            },
            {
                "mark": {"type": "rule", "color": ink},
                "encoding": {"x": x("first"), "x2": {"field": "last"}, "y": y},
            },
            {
                "mark": {"type": "point", "filled": true, "size": 90, "color": ink, "opacity": 1},
                "encoding": {"x": x("year"), "y": y, "tooltip": tooltip},
            },
        ],
    })
}
