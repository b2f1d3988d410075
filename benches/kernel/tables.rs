//! Reads the reference workload: the same tables, and the same search for names, as the peers.

mod objects;

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use rand_distr::Beta;

use crate::workload::{Family, Input, Pathway, Shape, Workload, YEARS};

/// Φ⁻¹(0.95).
const SCORE_OF_P95: f64 = 1.644_853_626_951_472_2;

pub type Failure = Box<dyn Error>;
type Found<T> = Result<T, Failure>;

struct Tables {
    rows: HashMap<String, HashMap<String, String>>,
    order: Vec<String>,
    joins: toml::Table,
    columns: HashMap<String, usize>,
    paths: HashMap<(String, Option<usize>, Option<usize>), usize>,
    work: Workload,
}

pub fn read(folder: &Path) -> Found<Workload> {
    let scenario: toml::Table = std::fs::read_to_string(folder.join("scenario.toml"))?.parse()?;
    let inputs = table(&folder.join("invoer.csv"))?;
    let objects = table(&folder.join("objecten.csv"))?;
    let mut tables = Tables {
        order: inputs.iter().map(|row| row["name"].clone()).collect(),
        rows: inputs
            .into_iter()
            .map(|row| (row["name"].clone(), row))
            .collect(),
        joins: scenario["joins"].as_table().cloned().unwrap_or_default(),
        columns: HashMap::new(),
        paths: HashMap::new(),
        work: Workload::default(),
    };
    tables.read_objects(&objects)?;
    let pairs = scenario["correlation"]["pairs"].as_array();
    tables.work.group_factor = factor(&tables.work.groups, pairs.map_or(&[], Vec::as_slice));
    Ok(tables.work)
}

fn table(path: &Path) -> Found<Vec<HashMap<String, String>>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(path)?;
    Ok(reader.deserialize().collect::<Result<_, _>>()?)
}

/// The Cholesky factor of the correlation of groups.
fn factor(groups: &[String], pairs: &[toml::Value]) -> Vec<Vec<f64>> {
    let count = groups.len();
    let place = |name: &toml::Value| {
        groups
            .iter()
            .position(|g| Some(g.as_str()) == name.as_str())
    };
    let mut matrix = vec![vec![0.0; count]; count];
    for (i, row) in matrix.iter_mut().enumerate() {
        row[i] = 1.0;
    }
    for pair in pairs {
        let (a, b) = (place(&pair["between"][0]), place(&pair["between"][1]));
        if let (Some(i), Some(j), Some(value)) = (a, b, pair["value"].as_float()) {
            matrix[i][j] = value;
            matrix[j][i] = value;
        }
    }
    let mut factor = vec![vec![0.0; count]; count];
    for i in 0..count {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| factor[i][k] * factor[j][k]).sum();
            let rest: f64 = matrix[i][j] - known;
            factor[i][j] = if i == j {
                rest.sqrt()
            } else {
                rest / factor[j][j]
            };
        }
    }
    factor
}

impl Tables {
    fn number(&self, name: &str, field: &str) -> Found<f64> {
        let text = self.rows[name].get(field).map_or("", String::as_str);
        let number = text.replace(',', ".").parse();
        Ok(number.map_err(|_| format!("{name}: {field} is not a number"))?)
    }

    fn has(&self, name: &str) -> bool {
        self.rows.contains_key(name)
    }

    fn column(&mut self, name: &str) -> Found<usize> {
        if let Some(&column) = self.columns.get(name) {
            return Ok(column);
        }
        let input = self.input(name)?;
        self.work.inputs.push(input);
        let column = self.work.inputs.len() - 1;
        self.columns.insert(name.to_owned(), column);
        Ok(column)
    }

    fn input(&mut self, name: &str) -> Found<Input> {
        let number = |field| self.number(name, field);
        let row = &self.rows[name];
        let family = match row["distribution"].as_str() {
            "fixed" => Family::Fixed(number("central")?),
            "uniform" => {
                let low = number("low")?;
                Family::Uniform {
                    low,
                    width: number("high")? - low,
                }
            }
            "triangular" => Family::Triangular {
                low: number("low")?,
                mode: number("central")?,
                high: number("high")?,
            },
            "pert" => {
                let (low, mode, high) = (number("low")?, number("central")?, number("high")?);
                let alpha = 1.0 + 4.0 * (mode - low) / (high - low);
                let beta = Beta::new(alpha, 6.0 - alpha);
                let beta = beta.map_err(|error| format!("{name}: {error}"))?;
                Family::Pert {
                    low,
                    width: high - low,
                    beta,
                }
            }
            "normal" => Family::Normal {
                mean: number("central")?,
                sd: number("sd")?,
                min: number("min")?,
                max: number("max")?,
            },
            "lognormal" => {
                let high = number("high")?.ln();
                if row["low"].is_empty() {
                    let mu = number("central")?.ln();
                    Family::Lognormal {
                        mu,
                        sigma: (high - mu) / SCORE_OF_P95,
                    }
                } else {
                    let low = number("low")?.ln();
                    let sigma = (high - low) / (2.0 * SCORE_OF_P95);
                    Family::Lognormal {
                        mu: 0.5 * (low + high),
                        sigma,
                    }
                }
            }
            other => return Err(format!("{name}: the kernel does not know `{other}`").into()),
        };
        let group = row["group"].clone();
        if group.is_empty() {
            return Ok(Input {
                family,
                group: None,
            });
        }
        let loading = number("loading")?;
        if !self.work.groups.contains(&group) {
            self.work.groups.push(group.clone());
        }
        let place = self.work.groups.iter().position(|known| *known == group);
        let group = place.map(|place| (place, loading, (1.0 - loading * loading).sqrt()));
        Ok(Input { family, group })
    }

    fn maybe(&mut self, [prefix, own, field]: [&str; 3]) -> Found<Option<usize>> {
        let names = [
            format!("{prefix}.{own}.{field}"),
            format!("{prefix}.{field}"),
        ];
        let name = names.into_iter().find(|name| self.has(name));
        name.map(|name| self.column(&name)).transpose()
    }

    fn find(&mut self, name: [&str; 3]) -> Found<usize> {
        let found = self.maybe(name)?;
        Ok(found.ok_or_else(|| format!("{} is missing", name.join(".")))?)
    }

    fn pathway(&mut self, [prefix, own, field]: [&str; 3]) -> Found<usize> {
        let starts = [
            format!("{prefix}.{own}.{field}"),
            format!("{prefix}.{field}"),
        ];
        for start in starts {
            let Some(shape) = self.shape(&start)? else {
                continue;
            };
            let elasticity = self.maybe([prefix, own, &format!("{field}.elasticity")])?;
            let sigma = self.maybe([prefix, own, &format!("{field}.structural_error")])?;
            let key = (start, elasticity, sigma);
            if let Some(&known) = self.paths.get(&key) {
                return Ok(known);
            }
            self.work.pathways.push(Pathway {
                shape,
                elasticity,
                sigma,
            });
            self.paths.insert(key, self.work.pathways.len() - 1);
            return Ok(self.work.pathways.len() - 1);
        }
        Err(format!("{prefix}.{own}.{field} is missing").into())
    }

    fn shape(&mut self, start: &str) -> Found<Option<Shape>> {
        if self.has(start) {
            return Ok(Some(Shape::Constant(self.column(start)?)));
        }
        if self.has(&format!("{start}.growth.now")) {
            let mut part = |part| self.column(&format!("{start}.growth.{part}"));
            let (now, later, decay) = (part("now")?, part("later")?, part("decay")?);
            return Ok(Some(Shape::Fading { now, later, decay }));
        }
        let periods = self.years(&format!("{start}.growth."));
        if let [first, second] = periods[..] {
            let level = format!("{start}.start");
            let start_column = self.has(&level).then(|| self.column(&level)).transpose()?;
            let mut rate = |year| self.column(&format!("{start}.growth.{year}"));
            let rates = [rate(first)?, rate(second)?];
            let first = usize::from(first) - 2024;
            return Ok(Some(Shape::Growth {
                start: start_column,
                rates,
                first,
            }));
        }
        let anchors = self.years(&format!("{start}."));
        if anchors.is_empty() {
            return Ok(None);
        }
        let columns = anchors
            .iter()
            .map(|year| self.column(&format!("{start}.{year}")))
            .collect::<Result<_, _>>()?;
        let join = self.joins.get(start).and_then(toml::Value::as_str);
        let weights = weights(&anchors, join == Some("logistic"));
        let is_geometric = join == Some("geometric");
        Ok(Some(Shape::Anchors {
            columns,
            weights,
            is_geometric,
        }))
    }

    fn years(&self, start: &str) -> Vec<u16> {
        let rest = self
            .order
            .iter()
            .filter_map(|name| name.strip_prefix(start));
        let mut years: Vec<_> = rest.filter_map(|rest| rest.parse().ok()).collect();
        years.sort_unstable();
        years
    }
}

/// The weight of every anchor in every year, for a straight line or an S-curve.
fn weights(anchors: &[u16], is_logistic: bool) -> Vec<[f64; YEARS]> {
    let logistic = |x: f64| 1.0 / (1.0 + (-10.0 * (x - 0.5)).exp());
    let s_curve = |x| (logistic(x) - logistic(0.0)) / (logistic(1.0) - logistic(0.0));
    let mut weights = vec![[0.0; YEARS]; anchors.len()];
    for (step, year) in (2024..=2050).enumerate() {
        let next = anchors.partition_point(|&anchor| anchor < year);
        if next == anchors.len() || anchors[next] == year || next == 0 {
            weights[next.min(anchors.len() - 1)][step] = 1.0;
            continue;
        }
        let (from, to) = (anchors[next - 1], anchors[next]);
        let passed = f64::from(year - from) / f64::from(to - from);
        let weight = if is_logistic { s_curve(passed) } else { passed };
        weights[next - 1][step] = 1.0 - weight;
        weights[next][step] = weight;
    }
    weights
}
