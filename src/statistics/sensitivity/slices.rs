//! Slices of an input, and what an outcome does in them.

use super::resamples::{Estimate, Resamples};
use super::response::Response;
use crate::numeric::{count, sqrt};
use crate::statistics::{OrderStatistics, Ranking};

/// Draws divided by the value of one input into slices of about equal probability, from the lowest
/// values to the highest. Equal values share a slice.
#[derive(Debug, Clone)]
pub struct Slices {
    /// The slice of every draw.
    of_draw: Vec<u16>,
    /// How many draws each slice holds; at least one.
    sizes: Vec<usize>,
}

/// The fewest and the most slices for a first-order index.
const USUAL: [f64; 2] = [4.0, 50.0];

impl Slices {
    /// The number of slices for a first-order index: a third of √draws, from 4 to 50. More slices follow a
    /// curve more closely, fewer hold more draws each.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 4 to 50
    pub fn usual(draws: usize) -> u16 {
        let [least, most] = USUAL;
        (sqrt(count(draws)) / 3.0).round().clamp(least, most) as u16
    }

    /// By the order of an input's values, into at most `number` slices.
    #[must_use]
    pub fn of(ranking: &Ranking, number: u16) -> Self {
        let mut of_draw = vec![0; ranking.number()];
        let mut sizes: Vec<usize> = Vec::new();
        let mut last = None;
        for (less, run) in ranking.runs() {
            let slice = less * usize::from(number) / ranking.number();
            if last != Some(slice) {
                last = Some(slice);
                sizes.push(0);
            }
            let place = sizes.len() - 1;
            sizes[place] += run.len();
            for &draw in run {
                of_draw[draw as usize] = as_slice(place);
            }
        }
        Self { of_draw, sizes }
    }

    /// By uniforms in (0, 1), without sorting them, into at most `number` slices.
    #[must_use]
    pub fn of_uniforms(uniforms: &[f64], number: u16) -> Self {
        // Lies from 0 to below `number`.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let slice = |u: &f64| ((u * f64::from(number)) as u16).min(number.max(1) - 1);
        let mut sizes = vec![0; usize::from(number.max(1))];
        let of_draw: Vec<_> = uniforms.iter().map(slice).collect();
        for slice in &of_draw {
            sizes[usize::from(*slice)] += 1;
        }
        Self { of_draw, sizes }
    }

    /// The mean of an outcome in every slice; NaN in one without draws.
    #[must_use]
    pub fn means(&self, values: &[f64]) -> Vec<f64> {
        let sums = self.sums(values);
        let sizes = self.sizes.iter();
        sums.iter()
            .zip(sizes)
            .map(|(sum, n)| sum / count(*n))
            .collect()
    }

    fn sums(&self, values: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.sizes.len()];
        for (slice, value) in self.of_draw.iter().zip(values) {
            sums[usize::from(*slice)] += value;
        }
        sums
    }

    /// The first-order index of the input: the part of the outcome's variance that goes when the input is
    /// known, 1 − E\[Var(Y | slice)\] / Var(Y).
    ///
    /// Both variances are unbiased, so that an input without influence has an index of 0 on average
    /// (Kelley's ε²). What the outcome varies within a slice is not counted, which leaves out about 1/m² of
    /// a straight line over m slices.
    #[must_use]
    pub fn first_order(&self, response: &Response) -> f64 {
        let sums = self.sums(response.deviations());
        let between = between(sums.iter().copied().zip(self.sizes.iter().copied()));
        self.corrected(between, response.squares())
    }

    /// The largest first-order index that an input without influence shows by chance: four standard errors.
    #[must_use]
    pub fn chance(draws: usize) -> f64 {
        const STANDARD_ERRORS: f64 = 4.0;
        STANDARD_ERRORS * Self::error(draws)
    }

    /// By how much the sum of the first-order indices of so many independent inputs may be off by chance: two
    /// standard errors, of which the sum has √inputs times those of each.
    #[must_use]
    pub fn chance_of_sum(draws: usize, inputs: usize) -> f64 {
        const STANDARD_ERRORS: f64 = 2.0;
        STANDARD_ERRORS * sqrt(count(inputs)) * Self::error(draws)
    }

    /// The standard error of the index of an input without influence, √(2(m − 1))/n for n draws in m slices.
    fn error(draws: usize) -> f64 {
        let slices = f64::from(Self::usual(draws));
        sqrt(2.0 * (slices - 1.0)) / count(draws)
    }

    fn corrected(&self, between: f64, squares: f64) -> f64 {
        let draws = self.of_draw.len();
        let used = self.sizes.iter().filter(|size| **size > 0).count();
        if draws <= used || squares <= 0.0 {
            return f64::NAN;
        }
        let within = (squares - between) / count(draws - used);
        1.0 - within / (squares / count(draws - 1))
    }

    /// The first-order index with its bootstrap interval.
    #[must_use]
    pub fn first_order_with_interval(
        &self,
        response: &Response,
        resamples: &Resamples,
    ) -> Estimate {
        let of_resample = |draws: &[u32]| {
            let mut sums = vec![(0.0, 0_usize); self.sizes.len()];
            let mut squares = 0.0;
            for &draw in draws {
                let y = response.deviations()[draw as usize];
                let (sum, size) = &mut sums[usize::from(self.of_draw[draw as usize])];
                *sum += y;
                *size += 1;
                squares += y * y;
            }
            let whole: f64 = sums.iter().map(|(sum, _)| sum).sum();
            let mean = whole * whole / count(draws.len());
            self.corrected(between(sums) - mean, squares - mean)
        };
        resamples.around(self.first_order(response), of_resample)
    }

    /// The distance between two quantiles of an outcome within a slice, on average over slices.
    #[must_use]
    pub fn mean_width(&self, values: &[f64], [low, high]: [f64; 2]) -> f64 {
        let mut parts: Vec<Vec<f64>> = { self.sizes.iter() }
            .map(|size| Vec::with_capacity(*size))
            .collect();
        for (slice, value) in self.of_draw.iter().zip(values) {
            parts[usize::from(*slice)].push(*value);
        }
        let mut order = OrderStatistics::default();
        let mut widths = 0.0;
        for part in parts.iter().filter(|part| !part.is_empty()) {
            order.load(part);
            let mut ends = [0.0; 2];
            order.quantiles(&[low, high], &mut ends);
            widths += count(part.len()) * (ends[1] - ends[0]);
        }
        widths / count(values.len())
    }

    /// Slices of the same sizes that have nothing to do with the input: draws in the order of a
    /// permutation. What an estimate gives for these is its bias.
    #[must_use]
    pub fn shuffled(&self, permutation: &[u32]) -> Self {
        let of_draw = permutation.iter().map(|&at| self.of_draw[at as usize]);
        Self {
            of_draw: of_draw.collect(),
            sizes: self.sizes.clone(),
        }
    }
}

/// Σ n·(mean of the slice)², for outcomes with mean 0.
fn between(sums: impl IntoIterator<Item = (f64, usize)>) -> f64 {
    let squares = sums.into_iter().filter(|(_, size)| *size > 0);
    squares.map(|(sum, size)| sum * sum / count(size)).sum()
}

/// There are at most `u16::MAX` slices.
#[allow(clippy::cast_possible_truncation)]
fn as_slice(place: usize) -> u16 {
    place as u16
}
