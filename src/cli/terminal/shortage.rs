//! Where land runs short, for the terminal.

use comfy_table::Cell;
use ruimtevraag::analysis::{Shortage, shortages};
use ruimtevraag::engine::{Experiment, OutcomeTable};
use ruimtevraag::language::Texts;
use ruimtevraag::model::{RegionIndex, Segment};
use ruimtevraag::units::Year;

use super::ruled::RuledTable;

/// How many regions are named.
const MOST_REGIONS: usize = 4;
/// A region with less expected shortfall than this, in ha net, is not named.
const LEAST_HA: f64 = 1.0;

/// Shortage by segment at every reported year, and the regions that pinch most at the last one;
/// `None` for a run without supply.
pub(super) fn overview(
    experiment: &Experiment<'_>,
    table: &OutcomeTable,
    texts: &Texts,
) -> Option<String> {
    let found = shortages(table);
    let last = *experiment.years.last()?;
    if found.is_empty() {
        return None;
    }
    let mut parts = vec![
        texts.get("overview-shortage"),
        by_segment(experiment, &found, texts),
    ];
    parts.extend(pinching(experiment, &found, last, texts));
    Some(parts.join("\n"))
}

fn by_segment(experiment: &Experiment<'_>, found: &[Shortage], texts: &Texts) -> String {
    let mut header = vec![texts.get("column-segment")];
    for year in &experiment.years {
        let [chance, expected, worst] =
            ["column-p-shortage", "column-expected", "column-worst"].map(|key| texts.get(key));
        header.extend([
            format!("{year}\n{chance}"),
            format!("\n{expected}"),
            format!("\n{worst}"),
        ]);
    }
    let mut table = RuledTable::with_header(header);
    let row = |segment| segment_row(experiment, found, segment, texts);
    table.add_group(Segment::ALL.into_iter().map(Some).map(row));
    table.add_group([row(None)]);
    table.render(1)
}

fn segment_row(
    experiment: &Experiment<'_>,
    found: &[Shortage],
    segment: Option<Segment>,
    texts: &Texts,
) -> Vec<Cell> {
    let name = segment.map_or("all", Segment::name);
    let mut row = vec![Cell::new(texts.get(&format!("segment-{name}")))];
    for &year in &experiment.years {
        let is_it = |shortage: &&Shortage| {
            (shortage.region, shortage.segment, shortage.year) == (None, segment, year)
        };
        let figures = found
            .iter()
            .find(is_it)
            .map_or([const { String::new() }; 3], |found| {
                [
                    texts.percent(found.probability),
                    texts.hectares(found.expected_ha),
                    texts.hectares(found.worst_ha),
                ]
            });
        row.extend(figures.map(Cell::new));
    }
    row
}

/// The regions with the greatest expected shortfall.
fn pinching(
    experiment: &Experiment<'_>,
    found: &[Shortage],
    year: Year,
    texts: &Texts,
) -> Option<String> {
    let is_whole_region =
        |shortage: &&Shortage| shortage.segment.is_none() && shortage.year == year;
    let mut regions: Vec<(RegionIndex, &Shortage)> = found
        .iter()
        .filter(is_whole_region)
        .filter(|shortage| shortage.expected_ha >= LEAST_HA)
        .filter_map(|shortage| Some((shortage.region?, shortage)))
        .collect();
    regions.sort_by(|(_, one), (_, other)| other.expected_ha.total_cmp(&one.expected_ha));
    let described = regions.iter().take(MOST_REGIONS).map(|(region, shortage)| {
        let region = &experiment.scenario.regions[region.0];
        texts.format(
            "pinching-region",
            &[
                ("region", region.name.get(texts.language())),
                ("chance", &texts.percent(shortage.probability)),
                ("expected", &texts.hectares(shortage.expected_ha)),
            ],
        )
    });
    let described: Vec<_> = described.collect();
    if described.is_empty() {
        return None;
    }
    let regions = described.join("; ");
    let values = [("year", year.to_string()), ("regions", regions)];
    Some(texts.format("pinching-line", &values))
}
