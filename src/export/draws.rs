//! The draws of a run, column by column.

use super::parquet::{Column, Values};
use super::tables::NO_VARIANT;
use crate::engine::{
    Column as Drawn, DrawnColumns, Experiment, OutcomeKey, OutcomeName, OutcomeTable, Outcomes,
};
use crate::model::OutcomeKind;

/// The outcomes whose draws are left.
const KINDS: [OutcomeKind; 7] = [
    OutcomeKind::Need,
    OutcomeKind::Release,
    OutcomeKind::Balance,
    OutcomeKind::DoubleUse,
    OutcomeKind::Backlog,
    OutcomeKind::Unmet,
    OutcomeKind::Cost,
];

/// One row for every draw of the scenario and of each variant: the number of the draw, the variant
/// (`none` for the scenario itself), the inputs that were drawn under their own names, and need,
/// release, balance, double use, backlog, unmet need and cost at the reported years under the names
/// that [`OutcomeName`] reads (`need/industry,2050`): in all, by sector, by region and by segment.
///
/// Inputs are those before any lever moves them, the same for every variant. `None` when draws were
/// counted instead of kept.
#[must_use]
pub fn draw_columns(
    experiment: &Experiment<'_>,
    outcomes: &Outcomes,
    drawn: &DrawnColumns,
) -> Option<Vec<Column>> {
    let own = outcomes.variants.iter().map(|variant| &variant.own);
    let tables: Vec<_> = std::iter::once(&outcomes.base).chain(own).collect();
    let mut columns = whose(experiment, outcomes.base.draws(), tables.len());
    columns.extend(inputs(experiment, drawn, tables.len()));
    let keys = outcomes.base.keys().iter();
    for key in keys.filter(|key| is_left(experiment, key)) {
        columns.push(outcome(experiment, &tables, key)?);
    }
    Some(columns)
}

/// Whether an outcome is a total, or that of one sector, region or segment, at a reported year.
fn is_left(experiment: &Experiment<'_>, key: &OutcomeKey) -> bool {
    let dimensions = [
        key.sector.is_some(),
        key.region.is_some(),
        key.segment.is_some(),
    ];
    KINDS.contains(&key.kind)
        && key.entity.is_none()
        && key.counterpart.is_none()
        && key
            .year
            .is_some_and(|year| experiment.years.contains(&year))
        && dimensions.into_iter().filter(|is_one| *is_one).count() <= 1
}

/// The number of the draw and the variant.
fn whose(experiment: &Experiment<'_>, draws: usize, tables: usize) -> Vec<Column> {
    let numbers = (0..tables).flat_map(|_| (0_i64..).take(draws).map(Some));
    let variants = experiment
        .variants
        .iter()
        .map(|variant| variant.id.as_str());
    let names = std::iter::once(NO_VARIANT).chain(variants);
    let names = names.flat_map(|name| std::iter::repeat_n(Some(name.to_owned()), draws));
    vec![
        Column {
            name: "draw".to_owned(),
            values: Values::Whole(numbers.collect()),
        },
        Column {
            name: "variant".to_owned(),
            values: Values::Text(names.collect()),
        },
    ]
}

fn inputs(experiment: &Experiment<'_>, drawn: &DrawnColumns, tables: usize) -> Vec<Column> {
    let columns: Vec<_> = drawn.inputs().into_iter().map(Drawn::Input).collect();
    let described = drawn.map(&columns, |column, values| {
        let Drawn::Input(input) = column else {
            return None;
        };
        Some(Column {
            name: experiment.scenario.inputs[input.0].name.to_string(),
            values: numbers(std::iter::repeat_n(values, tables).flatten().copied()),
        })
    });
    described.into_iter().flatten().collect()
}

fn outcome(
    experiment: &Experiment<'_>,
    tables: &[&OutcomeTable],
    key: &OutcomeKey,
) -> Option<Column> {
    let mut values = Vec::new();
    for table in tables {
        values.extend(table.values(key)?);
    }
    Some(Column {
        name: OutcomeName::of(key, experiment.scenario).to_string(),
        values: numbers(values.into_iter()),
    })
}

fn numbers(values: impl Iterator<Item = f64>) -> Values {
    Values::Number(values.map(Some).collect())
}
