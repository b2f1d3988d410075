//! Quantities that move in time: capacities, volumes, production, jobs.

use super::draws::{AT_ONCE, Draws, InputIndex, WalkIndex};
use super::series::Series;
use crate::numeric;
use crate::units::Year;

/// A pathway's place in the scenario's list of pathways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PathwayIndex(pub usize);

/// One quantity in time: a shape, perhaps raised to an elasticity, perhaps with process noise.
///
/// Value in year t: `shape(t0)·(shape(t)/shape(t0))^β · exp(σ·W(t))`, with t0 the base year and W a
/// standard random walk that starts at 0 in it. The elasticity leaves the level of the base year as
/// it is, and the walk the median of the quantity. What is nothing in the base year stays so under
/// an elasticity.
#[derive(Debug, Clone)]
pub struct Pathway {
    /// How the quantity moves.
    pub shape: PathwayShape,
    /// β of change since the base year, dimensionless; absent means 1.
    pub elasticity: Option<InputIndex>,
    /// The error that remains when the shape is right on average.
    pub structural_error: Option<StructuralError>,
}

/// How a quantity moves from year to year.
#[derive(Debug, Clone)]
pub enum PathwayShape {
    /// The same value in every year.
    Constant(InputIndex),
    /// Grows by a rate per year, from `start` (1 when absent: an index) in the base year.
    Growth {
        /// The level in the base year.
        start: Option<InputIndex>,
        /// The rates, in order of their years.
        periods: Vec<GrowthPeriod>,
    },
    /// Values in named years with a join between them; constant after the last one.
    Anchors {
        /// The named years in order, the first at or before the base year.
        points: Vec<(Year, InputIndex)>,
        /// How values between two named years follow from them.
        join: Join,
    },
    /// An index (1 in the base year) whose yearly growth fades from `now` to `later`:
    /// g(u) = g∞ + (g0 − g∞)·exp(−(u − t0)/θ), value exp ∫g.
    FadingGrowth {
        /// g0, per year.
        now: InputIndex,
        /// g∞, per year.
        later: InputIndex,
        /// θ, years.
        decay: InputIndex,
    },
}

/// A rate of growth that holds until a year.
#[derive(Debug, Clone, Copy)]
pub struct GrowthPeriod {
    /// The last year to which the rate leads.
    pub until: Year,
    /// The rate, per year.
    pub rate: InputIndex,
}

/// How values between two anchors follow from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// A straight line.
    Linear,
    /// A constant rate of growth; both anchors are above zero.
    Geometric,
    /// An S-curve: slow, fast, slow.
    Logistic,
}

/// Lognormal process noise: σ per √year times a standard random walk.
#[derive(Debug, Clone, Copy)]
pub struct StructuralError {
    /// σ, per √year.
    pub sigma: InputIndex,
    /// The walk.
    pub walk: WalkIndex,
}

/// The steepness of the logistic join over one interval between anchors, dimensionless.
const LOGISTIC_STEEPNESS: f64 = 10.0;

impl Pathway {
    /// Whether its value can be another than in the base year.
    #[must_use]
    pub fn moves(&self) -> bool {
        !matches!(self.shape, PathwayShape::Constant(_)) || self.structural_error.is_some()
    }

    /// A pathway without elasticity or process noise.
    #[must_use]
    pub fn of(shape: PathwayShape) -> Self {
        Self {
            shape,
            elasticity: None,
            structural_error: None,
        }
    }

    /// Writes the value of every year and draw.
    pub fn fill(&self, draws: &Draws, out: &mut Series) {
        match &self.shape {
            PathwayShape::Constant(value) => fill_constant(*value, draws, out),
            PathwayShape::Growth { start, periods } => {
                fill_growth(*start, periods, draws, out);
            }
            PathwayShape::Anchors { points, join } => {
                fill_anchors(points, *join, draws, out);
            }
            PathwayShape::FadingGrowth { now, later, decay } => {
                fill_fading_growth([*now, *later, *decay], draws, out);
            }
        }
        if let Some(elasticity) = self.elasticity {
            raise(elasticity, draws, out);
        }
        if let Some(error) = self.structural_error {
            disturb(error, draws, out);
        }
    }
}

fn fill_constant(value: InputIndex, draws: &Draws, out: &mut Series) {
    for step in 0..draws.years() {
        out.at_mut(step).copy_from_slice(draws.at(value, step));
    }
}

fn fill_growth(
    start: Option<InputIndex>,
    periods: &[GrowthPeriod],
    draws: &Draws,
    out: &mut Series,
) {
    match start {
        Some(start) => out.at_mut(0).copy_from_slice(draws.at(start, 0)),
        None => out.at_mut(0).fill(1.0),
    }
    for step in 1..draws.years() {
        let year = draws.timeline().year(step);
        let period = periods
            .iter()
            .find(|period| year <= period.until)
            .or(periods.last());
        let (before, now) = out.previous_and_at_mut(step);
        now.copy_from_slice(before);
        if let Some(period) = period {
            for (level, rate) in now.iter_mut().zip(draws.at(period.rate, step)) {
                *level *= 1.0 + rate;
            }
        }
    }
}

fn fill_anchors(points: &[(Year, InputIndex)], join: Join, draws: &Draws, out: &mut Series) {
    for step in 0..draws.years() {
        let year = draws.timeline().year(step);
        let next = points.partition_point(|&(anchor, _)| anchor < year);
        let (after, before) = (points.get(next), points.get(next.wrapping_sub(1)));
        let out = out.at_mut(step);
        match (before, after) {
            (_, Some(&(anchor, value))) if anchor == year => {
                out.copy_from_slice(draws.at(value, step));
            }
            (Some(&before), Some(&after)) => {
                let passed =
                    (year.as_f64() - before.0.as_f64()) / (after.0.as_f64() - before.0.as_f64());
                let ends = (draws.at(before.1, step), draws.at(after.1, step));
                join.fill(passed, ends, out);
            }
            (Some(&(_, value)), None) | (None, Some(&(_, value))) => {
                out.copy_from_slice(draws.at(value, step));
            }
            (None, None) => out.fill(0.0),
        }
    }
}

impl Join {
    /// Writes the value at the part `passed` (0 to 1) of the way between two anchors.
    fn fill(self, passed: f64, (from, to): (&[f64], &[f64]), out: &mut [f64]) {
        let ends = from.iter().zip(to);
        match self {
            Join::Geometric => {
                for (out, (from, to)) in out.iter_mut().zip(ends) {
                    // A lever may take an anchor to zero, from or to which no rate of growth leads.
                    *out = if *from > 0.0 && *to > 0.0 {
                        from * numeric::exp(passed * numeric::ln(to / from))
                    } else {
                        0.0
                    };
                }
            }
            Join::Linear | Join::Logistic => {
                let weight = if self == Join::Linear {
                    passed
                } else {
                    s_curve(passed)
                };
                for (out, (from, to)) in out.iter_mut().zip(ends) {
                    *out = from + weight * (to - from);
                }
            }
        }
    }
}

/// A logistic curve through (0, 0), (½, ½) and (1, 1).
fn s_curve(passed: f64) -> f64 {
    let at = |passed: f64| numeric::logistic(LOGISTIC_STEEPNESS * (passed - 0.5));
    (at(passed) - at(0.0)) / (at(1.0) - at(0.0))
}

/// The closed form of ∫g, plus what levers changed of g year by year: growth that lies behind is
/// not undone by a lever that comes later.
fn fill_fading_growth(growth: [InputIndex; 3], draws: &Draws, out: &mut Series) {
    let [now, later, decay] = growth.map(|input| draws.column(input));
    let is_moved = growth.into_iter().any(|input| draws.is_moved(input));
    out.clear();
    let moved_steps = if is_moved { draws.years() } else { 0 };
    for step in 1..moved_steps {
        let (before, gained) = out.previous_and_at_mut(step);
        gained.copy_from_slice(before);
        add_moved_growth(growth, draws, step, gained);
    }
    for step in 0..draws.years() {
        let passed = numeric::count(step);
        let out = out.at_mut(step);
        let mut first = 0;
        for out in out.chunks_mut(AT_ONCE) {
            let [now, later, decay] = [now, later, decay].map(|column| &column[first..]);
            let mut left = [0.0; AT_ONCE];
            for (left, decay) in left.iter_mut().zip(decay) {
                *left = -passed / decay;
            }
            numeric::exp_all(&mut left[..out.len()]);
            for (draw, out) in out.iter_mut().enumerate() {
                let faded = decay[draw] * (1.0 - left[draw]);
                let grown = later[draw] * passed + (now[draw] - later[draw]) * faded;
                *out += grown;
            }
            first += out.len();
        }
        numeric::exp_all(out);
    }
}

/// Adds what levers change of ∫g over the year that ends at `step`.
fn add_moved_growth(growth: [InputIndex; 3], draws: &Draws, step: usize, gained: &mut [f64]) {
    let passed = numeric::count(step);
    let grown = |now: f64, later: f64, decay: f64| {
        let left = |passed: f64| numeric::exp(-passed / decay);
        later + (now - later) * decay * (left(passed - 1.0) - left(passed))
    };
    let [now, later, decay] = growth.map(|input| draws.column(input));
    let [now_moved, later_moved, decay_moved] = growth.map(|input| draws.at(input, step));
    for (draw, gained) in gained.iter_mut().enumerate() {
        *gained += grown(now_moved[draw], later_moved[draw], decay_moved[draw])
            - grown(now[draw], later[draw], decay[draw]);
    }
}

/// Raises the change since the base year to an elasticity.
fn raise(elasticity: InputIndex, draws: &Draws, out: &mut Series) {
    for step in 1..draws.years() {
        let elasticity = draws.at(elasticity, step);
        let (first, levels) = out.first_and_at_mut(step);
        for ((level, first), elasticity) in levels.iter_mut().zip(first).zip(elasticity) {
            *level = if *first > 0.0 {
                first * numeric::pow(*level / first, *elasticity)
            } else {
                0.0
            };
        }
    }
}

fn disturb(error: StructuralError, draws: &Draws, out: &mut Series) {
    for step in 1..draws.years() {
        let sigma = draws.at(error.sigma, step).chunks(AT_ONCE);
        let walk = draws.walk(error.walk, step).chunks(AT_ONCE);
        let levels = out.at_mut(step).chunks_mut(AT_ONCE);
        for (levels, (sigma, walk)) in levels.zip(sigma.zip(walk)) {
            let mut noise = [0.0; AT_ONCE];
            let noise = &mut noise[..levels.len()];
            for (noise, (sigma, walk)) in noise.iter_mut().zip(sigma.iter().zip(walk)) {
                *noise = sigma * walk;
            }
            numeric::exp_all(noise);
            for (level, noise) in levels.iter_mut().zip(noise) {
                *level *= *noise;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, assert_figures, year};
    use super::super::timeline::Timeline;
    use super::*;

    #[test]
    fn growth_changes_its_rate_after_the_named_year_and_holds_the_last_one() {
        // 100 · 1.1 · 1.1 · 0.5 · 0.5
        let mut fixture = Fixture::until(2028);
        let shape = PathwayShape::Growth {
            start: Some(fixture.input(100.0)),
            periods: vec![
                GrowthPeriod {
                    until: year(2026),
                    rate: fixture.input(0.1),
                },
                GrowthPeriod {
                    until: year(2027),
                    rate: fixture.input(-0.5),
                },
            ],
        };
        let values = fixture.values(&Pathway::of(shape));
        assert_figures(&values, &[100.0, 110.0, 121.0, 60.5, 30.25]);
    }

    fn joined(join: Join) -> Vec<f64> {
        let mut fixture = Fixture::until(2029);
        let points = vec![
            (year(2023), fixture.input(1.0)),
            (year(2027), fixture.input(16.0)),
        ];
        fixture.values(&Pathway::of(PathwayShape::Anchors { points, join }))
    }

    #[test]
    fn anchors_are_joined_as_asked_and_held_after_the_last() {
        // From 1 in 2023 to 16 in 2027: a quarter of the way in 2024.
        assert_figures(&joined(Join::Linear), &[4.75, 8.5, 12.25, 16.0, 16.0, 16.0]);
        assert_figures(&joined(Join::Geometric), &[2.0, 4.0, 8.0, 16.0, 16.0, 16.0]);
        // s(¼) = 1/(1 + e^2.5) = 0.0758582, s(0) = 1/(1 + e^5) = 0.0066929, s(1) − s(0) =
        // 0.9866143: weight 0.0701037, value 1 + 15 · 0.0701037 = 2.051556.
        let logistic = joined(Join::Logistic);
        assert!((logistic[0] - 2.051_556).abs() < 1e-5, "{logistic:?}");
        assert_figures(&logistic[1..4], &[8.5, 17.0 - logistic[0], 16.0]);
    }

    /// Values of 2024, 2025 and 2026 under an elasticity of ½.
    fn raised(points: &[(i64, f64)]) -> Vec<f64> {
        let mut fixture = Fixture::until(2026);
        let points = points
            .iter()
            .map(|&(at, value)| (year(at), fixture.input(value)));
        let points: Vec<_> = points.collect();
        let elasticity = Some(fixture.input(0.5));
        let join = Join::Linear;
        fixture.values(&Pathway {
            elasticity,
            ..Pathway::of(PathwayShape::Anchors { points, join })
        })
    }

    #[test]
    fn an_elasticity_works_on_the_change_since_the_base_year() {
        // 100, 150 and 400 jobs: 100, 100·√1.5 and 100·√4. What stands still stays where it is.
        let jobs = raised(&[(2024, 100.0), (2025, 150.0), (2026, 400.0)]);
        assert_figures(&jobs, &[100.0, 122.474_487_139_159, 200.0]);
        assert_figures(&raised(&[(2024, 675_000.0)]), &[675_000.0; 3]);
        // Nothing is no part of something: from 100 to 0, and from 0 to 100.
        assert_figures(&raised(&[(2024, 100.0), (2026, 0.0)])[2..], &[0.0]);
        assert_figures(&raised(&[(2024, 0.0), (2026, 100.0)]), &[0.0; 3]);
    }

    #[test]
    fn an_elasticity_of_an_index_raises_the_index_itself() {
        let index = raised(&[(2024, 1.0), (2025, 1.21), (2026, 0.7)]);
        let bits = |values: &[f64]| values.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        let expected = [1.0, 1.21, 0.7].map(|level| numeric::pow(level, 0.5));
        assert_eq!(bits(&index), bits(&expected));
    }

    #[test]
    fn fading_growth_ends_at_the_late_rate() {
        // g0 = 5 %, g∞ = 1 %, θ = 5 yr; after 5 years ∫g = 0.05 + 0.04·5·(1 − 1/e) = 0.1764241,
        // exp = 1.192944.
        let mut fixture = Fixture::until(2029);
        let shape = PathwayShape::FadingGrowth {
            now: fixture.input(0.05),
            later: fixture.input(0.01),
            decay: fixture.input(5.0),
        };
        let values = fixture.values(&Pathway::of(shape));
        assert!((values[5] - 1.192_944).abs() < 1e-6, "{values:?}");
        assert_eq!(values[0], 1.0);
    }

    #[test]
    fn a_lever_on_fading_growth_leaves_the_growth_that_lies_behind() {
        // 5 % a year without fading (g0 = g∞); 1 % from the third year on: the exponent is 0.05,
        // 0.10, 0.11.
        let mut fixture = Fixture::until(2027);
        let growth = [0.05, 0.05, 5.0].map(|value| fixture.input(value));
        fixture.moves(growth[0], 3, 0.01);
        fixture.moves(growth[1], 3, 0.01);
        let [now, later, decay] = growth;
        let shape = PathwayShape::FadingGrowth { now, later, decay };
        let values = fixture.values(&Pathway::of(shape));
        assert_figures(&values, &[0.0, 0.05, 0.1, 0.11].map(f64::exp));
    }

    #[test]
    fn a_lever_on_an_anchor_bends_the_way_to_it() {
        // From 0 to 10 in four years: 2.5, 5; with 6 at the end from 2027 on: 4.5, 6.
        let mut fixture = Fixture::until(2028);
        let points = vec![
            (year(2024), fixture.input(0.0)),
            (year(2028), fixture.input(10.0)),
        ];
        fixture.moves(points[1].1, 3, 6.0);
        let join = Join::Linear;
        let values = fixture.values(&Pathway::of(PathwayShape::Anchors { points, join }));
        assert_figures(&values, &[0.0, 2.5, 5.0, 4.5, 6.0]);
    }

    #[test]
    fn a_structural_error_moves_the_path_by_its_walk() {
        let timeline = Timeline::new(year(2024), year(2026)).unwrap();
        let mut draws = Draws::zeros(2, 1, timeline, 1);
        draws.column_mut(InputIndex(0))[0] = 10.0;
        draws.column_mut(InputIndex(1))[0] = 0.1;
        draws.walk_mut(WalkIndex(0), 2)[0] = -2.0;
        let pathway = Pathway {
            shape: PathwayShape::Constant(InputIndex(0)),
            elasticity: None,
            structural_error: Some(StructuralError {
                sigma: InputIndex(1),
                walk: WalkIndex(0),
            }),
        };
        let mut out = Series::zeros(3, 1);
        pathway.fill(&draws, &mut out);
        assert_figures(out.values(), &[10.0, 10.0, 10.0 * (-0.2_f64).exp()]);
    }
}
