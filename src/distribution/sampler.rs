//! Columns of uniforms to columns of values, fast.

use super::inverse::Wanted;
use super::table::{QuantileTable, score_of};
use super::truncated::Window;
use super::{Distribution, Truncated};

/// A distribution made ready to turn uniforms into values.
///
/// A fixed value is copied; families with a closed form call it in a loop; beta, PERT and gamma read a
/// monotone table made once here (relative error at most 1e-6 between the probabilities 1e-4 and
/// 1 − 1e-4, exact in the outer tails); a truncated distribution reads the table of what it truncates.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampler {
    method: Method,
}

#[derive(Debug, Clone, PartialEq)]
enum Method {
    Constant(f64),
    Formula(Distribution),
    Table(Tabulated),
    TruncatedTable(Tabulated, Truncated),
}

/// location + width·(standard value), from the table or, in the outer tails, from the exact function.
#[derive(Debug, Clone, PartialEq)]
struct Tabulated {
    table: QuantileTable,
    location: f64,
    width: f64,
    exact: Distribution,
}

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
        match &self.method {
            Method::Constant(value) => {
                let filled = out.len().min(uniforms.len());
                out[..filled].fill(*value);
            }
            Method::Formula(distribution) => distribution.family().fill(uniforms, out),
            Method::Table(table) => {
                for (value, &u) in out.iter_mut().zip(uniforms) {
                    *value = table.at(Wanted::Lower(u));
                }
            }
            Method::TruncatedTable(table, bounds) => {
                for (value, &u) in out.iter_mut().zip(uniforms) {
                    *value = bounds.clamp(table.at(within(bounds.window(), u)));
                }
            }
        }
    }
}

fn within(window: Window, u: f64) -> Wanted {
    match window {
        Window::Lower { start, mass } => Wanted::Lower(start + u * mass),
        Window::Upper { start, mass } => Wanted::Upper(start - u * mass),
    }
}

impl Method {
    fn of(distribution: &Distribution) -> Self {
        match distribution {
            Distribution::Fixed(fixed) => Self::Constant(fixed.value()),
            Distribution::Truncated(truncated) => match Tabulated::of(truncated.inner()) {
                Some(table) => Self::TruncatedTable(table, truncated.clone()),
                None => Self::Formula(distribution.clone()),
            },
            other => match Tabulated::of(other) {
                Some(table) => Self::Table(table),
                None => Self::Formula(distribution.clone()),
            },
        }
    }
}

impl Tabulated {
    /// The table of a family without a closed form.
    fn of(distribution: &Distribution) -> Option<Self> {
        let beta = match distribution {
            Distribution::Beta(beta) => *beta,
            Distribution::Pert(pert) => pert.as_beta(),
            Distribution::Gamma(gamma) => {
                return Some(Self {
                    table: QuantileTable::new(&gamma.standard()),
                    location: 0.0,
                    width: gamma.scale(),
                    exact: distribution.clone(),
                });
            }
            _ => return None,
        };
        let (location, width) = beta.location_and_width();
        let table = QuantileTable::new(&beta.standard());
        Some(Self {
            table,
            location,
            width,
            exact: distribution.clone(),
        })
    }

    #[inline]
    fn at(&self, wanted: Wanted) -> f64 {
        match self.table.at_score(score_of(wanted)) {
            Some(standard) => self.location + self.width * standard,
            None => match wanted {
                Wanted::Lower(p) => self.exact.quantile(p),
                Wanted::Upper(q) => self.exact.upper_quantile(q),
            },
        }
    }
}
