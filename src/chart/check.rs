//! Whether lists in the figures of a chart are as long as they say: for charts that were read from a file.

use super::{Body, Chart, Row};

impl Chart {
    /// What contradicts itself in the figures; nothing in a chart that this program made.
    ///
    /// # Errors
    /// When a row is not as long as the list that names what is in it, with which.
    pub fn check(&self) -> Result<(), String> {
        check(&self.body)
    }
}

fn check(body: &Body) -> Result<(), String> {
    match body {
        Body::Ranges(ranges) => rows(&ranges.series, &ranges.rows),
        Body::Differences(differences) => rows(&differences.series, &differences.rows),
        Body::StackedBars(stacked) => {
            let bars = stacked.bars.iter();
            same_length(
                stacked.parts.len(),
                bars.map(|bar| (bar.name.as_str(), bar.sizes.len())),
            )
        }
        Body::HeatMap(map) => matrix([&map.rows, &map.columns], &map.values),
        Body::Flows(flows) => matrix([&flows.regions; 2], &flows.hectares),
        Body::SideBySide(charts) => charts
            .panels
            .iter()
            .try_for_each(|panel| check(&panel.body)),
        _ => Ok(()),
    }
}

fn rows(series: &[String], rows: &[Row]) -> Result<(), String> {
    let bands = rows.iter().map(|row| (row.name.as_str(), row.bands.len()));
    same_length(series.len(), bands)
}

fn matrix([rows, columns]: [&Vec<String>; 2], values: &[Vec<f64>]) -> Result<(), String> {
    if rows.len() != values.len() {
        let (rows, values) = (rows.len(), values.len());
        return Err(format!("{rows} rows have a name, and {values} have values"));
    }
    let lengths = values.iter().map(Vec::len);
    same_length(columns.len(), rows.iter().map(String::as_str).zip(lengths))
}

fn same_length<'n>(
    wanted: usize,
    lists: impl IntoIterator<Item = (&'n str, usize)>,
) -> Result<(), String> {
    match lists.into_iter().find(|(_, length)| *length != wanted) {
        Some((name, found)) => Err(format!(
            "`{name}` has {found} values where {wanted} are named"
        )),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;

    #[test]
    fn every_sample_is_right_as_it_stands() {
        for chart in samples::all() {
            assert_eq!(chart.check(), Ok(()), "{}", chart.name);
        }
    }
}
