//! The tables that a comparison of policy variants leaves.

use super::table::{Cell, Table};
use super::tables::{ALL, NO_VARIANT};
use crate::analysis::{Comparison, LeverDelay, Regret, largest_regret};
use crate::engine::Experiment;
use crate::model::Segment;
use crate::scenario::Scenario;

/// The comparison within one scenario, with the regret of each choice at the last year.
pub type Compared<'r, 'a> = (&'r Experiment<'a>, &'r Comparison<'a>, Vec<Regret>);

/// The change of shortage by scenario, variant, region, segment and year.
#[must_use]
pub fn comparison_table(compared: &[Compared<'_, '_>]) -> Table {
    let mut table = Table::with_headers(&[
        "scenario",
        "variant",
        "outcome",
        "region",
        "segment",
        "year",
        "unit",
        "without",
        "with",
        "difference_mean",
        "difference_p05",
        "difference_p50",
        "difference_p95",
        "se_difference_mean",
        "se_difference_p50",
        "p_better",
        "p_shortage_difference",
    ]);
    for (experiment, comparison, _) in compared {
        let scenario = experiment.scenario;
        for variant in &comparison.variants {
            for change in &variant.changes {
                let region = change.region.map(|at| scenario.regions[at.0].id.as_str());
                let difference = &change.difference;
                let mut row = vec![
                    Cell::text(scenario.id.as_str()),
                    Cell::text(variant.variant.id.as_str()),
                    Cell::text(change.outcome.name()),
                    Cell::text(region.unwrap_or(ALL)),
                    Cell::text(change.segment.map_or(ALL, Segment::name)),
                    Cell::Whole(change.year.number().into()),
                    Cell::text("ha net"),
                    Cell::number(change.without_ha),
                    Cell::number(change.with_ha),
                    Cell::number(difference.mean),
                ];
                row.extend(difference.band().map(Cell::number));
                row.extend(
                    [
                        difference.se_mean,
                        difference.se_p50,
                        change.p_better,
                        change.p_shortage_difference,
                    ]
                    .map(Cell::number),
                );
                table.rows.push(row);
            }
        }
    }
    table
}

/// Cost and effect of every variant over all regions and segments, by scenario and year.
#[must_use]
pub fn ranking_table(compared: &[Compared<'_, '_>]) -> Table {
    let mut table = Table::with_headers(&[
        "scenario",
        "variant",
        "year",
        "avoided_mean_ha",
        "avoided_p05_ha",
        "avoided_p50_ha",
        "avoided_p95_ha",
        "p_better",
        "cost_mean_mln_euro",
        "cost_p05_mln_euro",
        "cost_p50_mln_euro",
        "cost_p95_mln_euro",
        "price_year",
        "all_costs_known",
        "cost_per_ha_avoided_mln_euro",
    ]);
    for (experiment, comparison, _) in compared {
        for variant in &comparison.variants {
            for cost in &variant.costs {
                let p_better = variant.total(cost.year).map_or(f64::NAN, |t| t.p_better);
                let mut row = vec![
                    Cell::text(experiment.scenario.id.as_str()),
                    Cell::text(variant.variant.id.as_str()),
                    Cell::Whole(cost.year.number().into()),
                    Cell::number(cost.mean_avoided_ha),
                ];
                row.extend(cost.avoided_ha.map(Cell::number));
                row.push(Cell::number(p_better));
                row.push(Cell::number(cost.cost.mean));
                row.extend(cost.cost.band().map(Cell::number));
                row.push(variant.variant.price_year.map_or(Cell::Empty, Cell::Whole));
                row.push(Cell::yes_or_no(cost.is_costed));
                row.push(Cell::number(cost.cost_per_ha));
                table.rows.push(row);
            }
        }
    }
    table
}

/// The regret of every choice in every scenario at the last year, and the largest over scenarios.
#[must_use]
pub fn regret_table(compared: &[Compared<'_, '_>]) -> Table {
    let mut table = Table::with_headers(&[
        "scenario",
        "variant",
        "expected_unmet_ha",
        "regret_ha",
        "largest_regret_ha",
    ]);
    for (experiment, comparison, regrets) in compared {
        for regret in regrets {
            let all = compared.iter().map(|(_, _, regrets)| regrets.as_slice());
            let largest = largest_regret(all, regret.variant);
            let name = regret.variant.map_or(NO_VARIANT, |place| {
                comparison.variants[place].variant.id.as_str()
            });
            table.rows.push(vec![
                Cell::text(experiment.scenario.id.as_str()),
                Cell::text(name),
                Cell::number(regret.shortage_ha),
                Cell::number(regret.regret_ha),
                largest.map_or(Cell::Empty, |worst| Cell::number(worst.value)),
            ]);
        }
    }
    table
}

/// What putting off each lever loses, in the first scenario.
#[must_use]
pub fn delay_table(scenario: &Scenario, delays: &[LeverDelay]) -> Table {
    let mut table = Table::with_headers(&[
        "scenario",
        "lever",
        "kind",
        "decision_year",
        "delay_years",
        "avoided_ha",
        "lost_ha_per_year",
        "latest_safe_year",
        "or_later",
    ]);
    for (lever, finding) in delays {
        for (delay, avoided) in &finding.avoided_ha {
            table.rows.push(vec![
                Cell::text(scenario.id.as_str()),
                Cell::text(lever.description.id.as_str()),
                Cell::text(lever.kind),
                Cell::Whole(finding.decision_year.into()),
                Cell::Whole((*delay).into()),
                Cell::number(*avoided),
                Cell::number(finding.lost_ha_per_year),
                finding
                    .latest_safe_year
                    .map_or(Cell::Empty, |year| Cell::Whole(year.into())),
                Cell::yes_or_no(finding.is_safe_throughout),
            ]);
        }
    }
    table
}
