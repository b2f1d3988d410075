//! Whether lists in the figures of a chart are as long as they say: for charts that were read from a file.

use super::{Body, Chart, HeatMap, Parallel, Row};

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
        Body::Estimates(estimates) => rows(&estimates.series, &estimates.rows),
        Body::StackedBars(stacked) => {
            let bars = stacked.bars.iter();
            same_length(
                stacked.parts.len(),
                bars.map(|bar| (bar.name.as_str(), bar.sizes.len())),
            )
        }
        Body::HeatMap(map) => {
            matrix([&map.rows, &map.columns], &map.values)?;
            outlined(map)
        }
        Body::Flows(flows) => matrix([&flows.regions; 2], &flows.hectares),
        Body::Parallel(parallel) => courses(parallel),
        Body::SideBySide(charts) => charts
            .panels
            .iter()
            .try_for_each(|panel| check(&panel.body)),
        // Their figures stand beside their own names.
        Body::Fan(_)
        | Body::Curves(_)
        | Body::Histogram(_)
        | Body::DemandSupply(_)
        | Body::Frontier(_)
        | Body::Map(_)
        | Body::Convergence(_)
        | Body::TradeOff(_)
        | Body::Scatter(_)
        | Body::Tornado(_)
        | Body::Waterfall(_)
        | Body::Lines(_)
        | Body::Clouds(_)
        | Body::Packages(_)
        | Body::Points(_) => Ok(()),
    }
}

/// Whether each row has a cell with a border that is there, or none has.
fn outlined(map: &HeatMap) -> Result<(), String> {
    let (found, columns) = (&map.outlined, map.columns.len());
    if !found.is_empty() && found.len() != map.rows.len() {
        let (found, rows) = (found.len(), map.rows.len());
        return Err(format!("{found} of {rows} rows have a cell with a border"));
    }
    match found.iter().find(|&&column| column >= columns) {
        Some(column) => Err(format!("column {column} has a border, of {columns}")),
        None => Ok(()),
    }
}

fn courses(parallel: &Parallel) -> Result<(), String> {
    let groups = &parallel.groups;
    for course in &parallel.courses {
        let Some(group) = groups.get(course.group) else {
            let (group, groups) = (course.group, groups.len());
            return Err(format!("a line is of group {group}, of {groups}"));
        };
        same_length(parallel.axes.len(), [(group.as_str(), course.values.len())])?;
    }
    Ok(())
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
    use super::super::{Course, samples};
    use super::*;

    #[test]
    fn every_sample_is_right_as_it_stands() {
        for chart in samples::all() {
            assert_eq!(chart.check(), Ok(()), "{}", chart.name);
        }
    }

    /// What the check says of the first sample of a kind after a change.
    fn changed(change: impl Fn(&mut Body) -> bool) -> Result<(), String> {
        let mut samples = samples::all().into_iter();
        let changed = samples.find_map(|mut chart| change(&mut chart.body).then_some(chart));
        changed.unwrap().check()
    }

    #[test]
    fn what_points_at_a_place_that_is_not_there_is_refused() {
        let outlined = changed(|body| match body {
            Body::HeatMap(map) => {
                map.outlined = vec![map.columns.len(); map.rows.len()];
                true
            }
            _ => false,
        });
        assert!(outlined.unwrap_err().contains("has a border"));
        let estimates = changed(|body| match body {
            Body::Estimates(estimates) => estimates.rows[0].bands.pop().is_some(),
            _ => false,
        });
        assert!(estimates.unwrap_err().contains("values where"));
        let group = changed(|body| match body {
            Body::Parallel(parallel) => {
                let values = vec![0.0; parallel.axes.len()];
                parallel.courses.push(Course { group: 99, values });
                true
            }
            _ => false,
        });
        assert!(group.unwrap_err().contains("group 99"));
    }
}
