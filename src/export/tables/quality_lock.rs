//! `quality_lock.csv`: who takes the land that few places have.

use super::{VariantRun, region_cell, year_cell};
use crate::analysis::{LandUser, TakenLand, taken_scarce_land};
use crate::export::table::{Cell, Table};

const HEADERS: [&str; 12] = [
    "scenario",
    "variant",
    "land",
    "region",
    "user",
    "user_region",
    "year",
    "mean",
    "p05",
    "p50",
    "p95",
    "share",
];

/// Land at the quay and of a high environmental category by who took it since the base year, in
/// ha net: how much of it went to need that could do without.
///
/// | Column | What it says |
/// |---|---|
/// | `land` | the segment that is taken: `wet-hmc` or `dry-hmc` |
/// | `region` | where the land is; `all` is every region together |
/// | `user` | the segment that the need was for: `land` itself, another one by name (over all regions), `others` for those together, `all` for everyone |
/// | `user_region` | where that need arose: in the `same` region, in an `other` one, or `all` |
/// | `year` | everything since the base year, up to and in this year |
/// | `mean`, `p05`, `p50`, `p95` | ha net over all draws |
/// | `share` | the mean as a part (0 to 1) of the mean of all that was taken; empty when nothing was |
///
/// The means of the own segment (`same` and `other`) and of `others` add up to that of `all`. The
/// rows with `user` = `others` are the audit: a lock on the segment brings them to zero.
#[must_use]
pub fn quality_lock_table(runs: &[VariantRun<'_>]) -> Table {
    let mut table = Table::with_headers(&HEADERS);
    for run in runs {
        let taken = taken_scarce_land(run.summary);
        table.rows.extend(taken.iter().map(|one| row(run, one)));
    }
    table
}

fn row(run: &VariantRun<'_>, taken: &TakenLand) -> Vec<Cell> {
    let mut cells = run.whose();
    cells.push(Cell::text(taken.land.name()));
    cells.push(region_cell(run.scenario, taken.region));
    let (user, user_region) = match taken.user {
        LandUser::OwnSegment => (taken.land.name(), "same"),
        LandUser::OwnSegmentElsewhere => (taken.land.name(), "other"),
        LandUser::Other(segment) => (segment.name(), "same"),
        LandUser::Others => ("others", "same"),
        LandUser::Everyone => (super::ALL, super::ALL),
    };
    cells.extend([user, user_region].map(Cell::text));
    cells.push(year_cell(Some(taken.year)));
    let of = &taken.hectares;
    cells.push(Cell::number(of.mean));
    cells.extend(of.band().map(Cell::number));
    cells.push(Cell::number(taken.share));
    cells
}
