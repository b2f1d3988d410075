//! The table of a search for the smallest package of levers.

use super::table::{Cell, Table};
use crate::analysis::{Package, Relief};

/// No lever, each lever alone, the packages to which one lever after the other was added (`path`), all together, and
/// the smallest packages that are enough.
#[must_use]
pub fn relief_table(relief: &Relief) -> Table {
    let mut table = Table::with_headers(&[
        "kind",
        "size",
        "levers",
        "share_of_draws",
        "cost_mean_mln_euro",
        "proven_smallest",
    ]);
    let mut push = |kind: &str, package: &Package, is_proven: Cell| {
        let ids = package.levers.iter();
        let ids = ids.map(|&lever| relief.levers[lever].description.id.as_str());
        table.rows.push(vec![
            Cell::text(kind),
            Cell::count(package.levers.len()),
            Cell::text(ids.collect::<Vec<_>>().join(" ")),
            Cell::number(package.share),
            package.cost.map_or(Cell::Empty, Cell::number),
            is_proven,
        ]);
    };
    push("none", &relief.without, Cell::Empty);
    for package in &relief.alone {
        push("alone", package, Cell::Empty);
    }
    for package in &relief.path {
        push("path", package, Cell::Empty);
    }
    push("all", &relief.all, Cell::Empty);
    for package in &relief.enough {
        push("enough", package, Cell::yes_or_no(relief.is_proven));
    }
    table
}
