//! The table of a change that was taken apart.

use super::table::{Cell, Table};
use crate::analysis::{Decomposition, End};

/// Every part of the change of every outcome, between its beginning and its end; `drivers` are their
/// names in order.
#[must_use]
pub fn decomposition_table(drivers: &[String], changes: &[Decomposition]) -> Table {
    let mut table = Table::with_headers(&[
        "outcome", "unit", "part", "driver", "mean", "p05", "p50", "p95",
    ]);
    for change in changes {
        let mut push = |part: &str, driver: Cell, figures: [f64; 4]| {
            let mut row = vec![
                Cell::text(change.outcome.to_string()),
                Cell::text(change.key.kind.unit()),
                Cell::text(part),
                driver,
            ];
            row.extend(figures.map(Cell::number));
            table.rows.push(row);
        };
        let end = |end: End| [end.mean, f64::NAN, end.p50, f64::NAN];
        push("from", Cell::Empty, end(change.from));
        for (driver, part) in drivers.iter().zip(&change.parts) {
            let [p05, p50, p95] = part.band;
            let driver = Cell::text(driver.as_str());
            push("step", driver, [part.mean, p05, p50, p95]);
        }
        push("to", Cell::Empty, end(change.to));
    }
    table
}
