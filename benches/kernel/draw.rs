//! One draw of all inputs.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, RngExt};
use rand_distr::{Distribution, StandardNormal};

use crate::workload::{Family, Input, Workload};

/// Φ by a Taylor polynomial around the nearest of evenly spaced nodes, to about 1e-12.
pub struct NormalCdf {
    nodes: Vec<(f64, f64)>,
}

const EDGE: f64 = 8.0;
const NODES_PER_UNIT: f64 = 64.0;

impl NormalCdf {
    pub fn new() -> Self {
        let root = (2.0 * std::f64::consts::PI).sqrt();
        let node = |place: i32| {
            let z = f64::from(place) / NODES_PER_UNIT - EDGE;
            let cdf = 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2);
            (cdf, (-0.5 * z * z).exp() / root)
        };
        Self {
            nodes: (0..=1024).map(node).collect(),
        }
    }

    fn at(&self, score: f64) -> f64 {
        let score = score.clamp(-EDGE, EDGE);
        let place = ((score + EDGE) * NODES_PER_UNIT + 0.5) as usize;
        let z = place as f64 / NODES_PER_UNIT - EDGE;
        let (cdf, density) = self.nodes[place];
        let h = score - z;
        let fourth = h * (3.0 * z - z * z * z) / 24.0;
        let third = h * ((z * z - 1.0) / 6.0 + fourth);
        cdf + density * h * (1.0 + h * (-0.5 * z + third))
    }
}

/// Fills the values of all inputs.
pub fn fill(
    work: &Workload,
    cdf: &NormalCdf,
    random: &mut Xoshiro256PlusPlus,
    factors: &mut [f64],
    values: &mut [f64],
) {
    let mut scores = [0.0; 8];
    let groups = work.groups.len();
    for score in &mut scores[..groups] {
        *score = random.sample(StandardNormal);
    }
    for (factor, row) in factors.iter_mut().zip(&work.group_factor) {
        *factor = row.iter().zip(&scores).map(|(a, b)| a * b).sum();
    }
    for (value, input) in values.iter_mut().zip(&work.inputs) {
        *value = draw(input, cdf, random, factors);
    }
}

fn draw(input: &Input, cdf: &NormalCdf, random: &mut Xoshiro256PlusPlus, factors: &[f64]) -> f64 {
    match &input.family {
        Family::Fixed(value) => *value,
        Family::Pert { low, width, beta } => low + width * beta.sample(random),
        Family::Normal { mean, sd, min, max } => loop {
            let value = mean + sd * random.sample::<f64, _>(StandardNormal);
            if (*min..=*max).contains(&value) {
                break value;
            }
        },
        Family::Lognormal { mu, sigma } => (mu + sigma * score(input, random, factors)).exp(),
        Family::Uniform { low, width } => low + width * uniform(input, cdf, random, factors),
        Family::Triangular { low, mode, high } => {
            let u = uniform(input, cdf, random, factors);
            let width = high - low;
            if u * width <= mode - low {
                low + (u * width * (mode - low)).sqrt()
            } else {
                high - ((1.0 - u) * width * (high - mode)).sqrt()
            }
        }
    }
}

fn score(input: &Input, random: &mut impl Rng, factors: &[f64]) -> f64 {
    let score: f64 = random.sample(StandardNormal);
    match input.group {
        Some((group, loading, own)) => loading * factors[group] + own * score,
        None => score,
    }
}

fn uniform(input: &Input, cdf: &NormalCdf, random: &mut impl Rng, factors: &[f64]) -> f64 {
    if input.group.is_some() {
        cdf.at(score(input, random, factors))
    } else {
        random.random()
    }
}
