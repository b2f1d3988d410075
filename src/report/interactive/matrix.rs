//! Cells in rows and columns: heat maps, and which region hosts whose need.

use serde_json::{Value, json};

use super::{Plot, datum, height, line, rows};
use crate::chart::{Figures, Flows, HeatMap, Matrix, palette};

/// The height of a row.
const STEP: u32 = 30;
/// In a chart of less width, in pixels, figures would run into each other.
const LEAST_WIDTH: u32 = 560;

pub(super) fn heat_map(plot: Plot<'_>, map: &HeatMap) -> Value {
    cells(plot, &map.matrix())
}

pub(super) fn flows(plot: Plot<'_>, flows: &Flows) -> Value {
    cells(plot, &flows.matrix())
}

fn cells(plot: Plot<'_>, matrix: &Matrix<'_>) -> Value {
    let shades = matrix.shades();
    let cell = |row: usize, column: usize| {
        let shade = matrix.shade(row, column, &shades);
        let value = matrix.value(row, column);
        datum([
            ("row", json!(matrix.rows[row])),
            ("column", json!(matrix.columns[column])),
            ("fill", json!(palette::hex(shade))),
            ("ink", json!(palette::hex(palette::ink_on(shade)))),
            ("written", json!(matrix.figures.written(value, plot.texts))),
        ])
    };
    let columns = matrix.columns.len();
    let all = (0..matrix.rows.len()).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let data: Vec<_> = all.map(|(row, column)| cell(row, column)).collect();
    let mut edges = Vec::new();
    for row in 0..matrix.rows.len() {
        if let (false, Some(column)) = (matrix.marks_diagonal, matrix.bordered(row)) {
            edges.push(cell(row, column));
        }
    }
    let figure = match matrix.figures {
        Figures::Percent => plot.text("chart-share-of-draws"),
        Figures::Hectares => plot.chart.unit.clone(),
    };
    let unscaled = |field: &str| json!({"field": field, "type": "nominal", "scale": null});
    let mut specification = json!({
        "data": rows(&data),
        "height": height(STEP, matrix.rows.len()),
        "encoding": {
            "y": {"field": "row", "type": "nominal", "title": null, "sort": matrix.rows},
            "x": {
                "field": "column", "type": "nominal", "title": null, "sort": matrix.columns,
                "axis": {"orient": "top", "labelAngle": -40, "labelLimit": 170},
            },
            "tooltip": [line("row", " "), line("column", "  "), line("written", &figure)],
        },
        "layer": [
            {
                "mark": {"type": "rect", "stroke": "white", "strokeWidth": 1.5},
                "encoding": {"fill": unscaled("fill")},
            },
            {
                "mark": {
                    "type": "text",
                    "opacity": {"expr": format!("width < {LEAST_WIDTH} ? 0 : 1")},
                },
                "encoding": {
                    "text": {"field": "written", "type": "nominal"},
                    "color": unscaled("ink"),
                },
            },
        ],
    });
    if let (false, Some(layers)) = (edges.is_empty(), specification["layer"].as_array_mut()) {
        let ink = palette::hex(palette::INK);
        layers.push(json!({
            "data": rows(&edges),
            "mark": {"type": "rect", "fill": null, "stroke": ink, "strokeWidth": 2.5},
        }));
    }
    specification
}
