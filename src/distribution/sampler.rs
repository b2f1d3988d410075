//! Columns of uniforms to columns of values, fast.

use super::table::{Fineness, QuantileTable, Samples, Scale, Standard};
use super::{Beta, Distribution};
use crate::numeric::{normal_scores_to_uniforms, uniforms_to_normal_scores};

/// A distribution made ready to turn uniforms, or normal scores, into values.
///
/// | family | way |
/// |---|---|
/// | fixed | copied |
/// | uniform, triangular (also truncated), discrete, Bernoulli, empirical | closed form of the uniform |
/// | normal | closed form of the normal score |
/// | lognormal, gamma, beta, PERT, elicited, truncated | monotone table over the normal score |
///
/// A table is made once, here, from the exact quantile function and checked against it between its
/// nodes. Its relative error is at most 1e-6 between the probabilities 1e-4 and 1 − 1e-4 (where a
/// distribution has both signs: of the value or the spread, whichever is larger); beyond normal scores
/// of ±4 the exact function is called. A curve too steep for such a table keeps its closed form or, for
/// beta, PERT and gamma, a table of its logarithm or log odds. Normal scores themselves come from a
/// table ([`uniforms_to_normal_scores`]), whose error of 1e-8 is all that a closed form has, but which a
/// very steep curve enlarges: where the quantile is 1e-280, say, to a relative error of 5e-6.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampler {
    method: Method,
}

#[derive(Debug, Clone, PartialEq)]
enum Method {
    Constant(f64),
    /// The closed form of a uniform.
    OfUniform(Distribution),
    /// The closed form of a normal score.
    OfScore(Distribution),
    Table(Tabulated),
}

/// A table over the normal score, and the exact function for the outer tails.
#[derive(Debug, Clone, PartialEq)]
struct Tabulated {
    table: QuantileTable,
    /// What turns the table's number into a value, where the value itself is too steep.
    transform: Option<Transform>,
    low: f64,
    high: f64,
    exact: Distribution,
}

/// location + width·(standard value).
#[derive(Debug, Clone, Copy, PartialEq)]
struct Transform {
    scale: Scale,
    location: f64,
    width: f64,
}

/// A quarter of the promised error, for a check at one place in each cell.
const TOLERANCE: f64 = 2.5e-7;

impl Sampler {
    pub(super) fn new(distribution: &Distribution) -> Self {
        Self {
            method: Method::of(distribution),
        }
    }

    /// Overwrites `out` with the quantiles of `uniforms`, which lie in (0, 1).
    ///
    /// When the lengths differ, the shorter one counts.
    pub fn fill(&self, uniforms: &[f64], out: &mut [f64]) {
        let out = copied(uniforms, out);
        match &self.method {
            Method::Constant(value) => out.fill(*value),
            Method::OfUniform(exact) => exact.family().replace_uniforms(out),
            Method::OfScore(exact) => {
                uniforms_to_normal_scores(out);
                exact.family().replace_scores(out);
            }
            Method::Table(table) => {
                uniforms_to_normal_scores(out);
                table.replace_scores(out);
            }
        }
    }

    /// Overwrites `out` with the quantiles of Φ(z) of the normal `scores` z, without the detour over
    /// Φ where a family does not need it.
    ///
    /// When the lengths differ, the shorter one counts.
    pub fn fill_from_scores(&self, scores: &[f64], out: &mut [f64]) {
        let out = copied(scores, out);
        match &self.method {
            Method::Constant(value) => out.fill(*value),
            Method::OfUniform(exact) => {
                normal_scores_to_uniforms(out);
                exact.family().replace_uniforms(out);
            }
            Method::OfScore(exact) => exact.family().replace_scores(out),
            Method::Table(table) => table.replace_scores(out),
        }
    }
}

/// The part of `out` that `column` fills, filled.
fn copied<'a>(column: &[f64], out: &'a mut [f64]) -> &'a mut [f64] {
    let length = out.len().min(column.len());
    let out = &mut out[..length];
    out.copy_from_slice(&column[..length]);
    out
}

impl Method {
    fn of(distribution: &Distribution) -> Self {
        match distribution {
            Distribution::Fixed(fixed) => Self::Constant(fixed.value()),
            Distribution::Normal(_) => Self::OfScore(distribution.clone()),
            Distribution::Lognormal(_) | Distribution::Elicited(_) => Self::of_smooth(distribution),
            Distribution::Beta(beta) => Self::of_beta(*beta, distribution),
            Distribution::Pert(pert) => Self::of_beta(pert.as_beta(), distribution),
            Distribution::Gamma(gamma) => {
                let stretch = (0.0, gamma.scale());
                Self::Table(Tabulated::solved(&gamma.standard(), stretch, distribution))
            }
            Distribution::Truncated(truncated) => match truncated.inner() {
                Distribution::Uniform(_) | Distribution::Triangular(_) => {
                    Self::OfUniform(distribution.clone())
                }
                _ => Self::of_smooth(distribution),
            },
            Distribution::Uniform(_)
            | Distribution::Triangular(_)
            | Distribution::Discrete(_)
            | Distribution::Bernoulli(_)
            | Distribution::Empirical(_) => Self::OfUniform(distribution.clone()),
        }
    }

    fn of_beta(beta: Beta, distribution: &Distribution) -> Self {
        let stretch = beta.location_and_width();
        Self::Table(Tabulated::solved(&beta.standard(), stretch, distribution))
    }

    fn of_smooth(distribution: &Distribution) -> Self {
        let family = distribution.family();
        let table = [Fineness::Usual, Fineness::Fine]
            .into_iter()
            .find_map(|fineness| {
                let samples = Samples::of(fineness, |z| family.at_normal_score(z));
                Tabulated::directly(&samples, distribution)
            });
        table.map_or_else(|| Self::OfScore(distribution.clone()), Self::Table)
    }
}

impl Tabulated {
    /// Of the values of a solved distribution if they are smooth enough, else of its own scale.
    fn solved(
        standard: &impl Standard,
        (location, width): (f64, f64),
        distribution: &Distribution,
    ) -> Self {
        let transform = Transform {
            scale: standard.scale(),
            location,
            width,
        };
        let samples = Samples::solved(standard);
        let values = samples.map(|y| transform.value(y));
        Self::directly(&values, distribution).unwrap_or_else(|| {
            Self::new(QuantileTable::of(&samples), Some(transform), distribution)
        })
    }

    /// A table of the values, if it comes near enough.
    fn directly(values: &Samples, distribution: &Distribution) -> Option<Self> {
        let table = QuantileTable::of(values);
        let (low, high) = distribution.support();
        let spread = if low >= 0.0 || high <= 0.0 {
            0.0
        } else {
            distribution.quantile(0.75) - distribution.quantile(0.25)
        };
        let is_near = table.agrees(values, TOLERANCE, spread);
        is_near.then(|| Self::new(table, None, distribution))
    }

    fn new(table: QuantileTable, transform: Option<Transform>, exact: &Distribution) -> Self {
        let (low, high) = exact.support();
        Self {
            table,
            transform,
            low,
            high,
            exact: exact.clone(),
        }
    }

    fn replace_scores(&self, column: &mut [f64]) {
        match self.transform {
            None => self.replace(column, |number| number),
            Some(transform) => self.replace(column, |y| transform.value(y)),
        }
    }

    #[inline]
    fn replace(&self, column: &mut [f64], value: impl Fn(f64) -> f64) {
        for z in column {
            *z = match self.table.at_score(*z) {
                Some(number) => value(number).max(self.low).min(self.high),
                None => self.exact.family().at_normal_score(*z),
            };
        }
    }
}

impl Transform {
    #[inline]
    fn value(self, y: f64) -> f64 {
        self.location + self.width * self.scale.value(y)
    }
}
