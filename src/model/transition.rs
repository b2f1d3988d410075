//! The switch from the old way of producing to the new one.

use super::draws::{Draws, InputIndex};
use super::series::Series;
use super::timeline::Timeline;
use crate::numeric;
use crate::units::Year;

/// A transition curve's place in the scenario's list of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TransitionIndex(pub usize);

/// The part τ of the switch that is made in a year.
///
/// s(t) = 1/(1 + exp(−κ(t − t50))), and τ(t) = (s(t) − s(t0))/(s(t*) − s(t0)), held within 0 and
/// 1: nothing has switched in the base year t0, and in the complete year t* the share has ended
/// that the scenario states as ended by then. Years in calendar years, κ per year.
#[derive(Debug, Clone, Copy)]
pub struct Transition {
    /// t50, the calendar year in which the logistic curve is half way.
    pub midpoint: InputIndex,
    /// κ, per year.
    pub speed: InputIndex,
    /// t*, the year to which the scenario's end shares refer.
    pub complete: Year,
}

impl Transition {
    /// Writes τ(t) for every year and draw.
    pub fn fill(&self, draws: &Draws, timeline: Timeline, out: &mut Series) {
        self.fill_late(None, draws, timeline, out);
    }

    /// Writes τ(t − δ), the part of the old plant that is closed and cleaned up δ years after the
    /// switch; 0 as long as t − δ lies before the base year.
    ///
    /// Where a lever moves the curve or δ in time, what is switched or closed stays so: each year
    /// has the largest part of all years up to it.
    pub fn fill_delayed(
        &self,
        delay: InputIndex,
        draws: &Draws,
        timeline: Timeline,
        out: &mut Series,
    ) {
        self.fill_late(Some(delay), draws, timeline, out);
    }

    fn fill_late(
        &self,
        delay: Option<InputIndex>,
        draws: &Draws,
        timeline: Timeline,
        out: &mut Series,
    ) {
        let inputs = [Some(self.midpoint), Some(self.speed), delay];
        let is_moved = inputs
            .into_iter()
            .flatten()
            .any(|input| draws.is_moved(input));
        let ends = (timeline.base().as_f64(), self.complete.as_f64());
        let [midpoint, speed] = [self.midpoint, self.speed].map(|input| draws.column(input));
        let delay_column = delay.map(|delay| draws.column(delay));
        for first in (0..draws.count()).step_by(AT_ONCE) {
            let some = first..draws.count().min(first + AT_ONCE);
            let curves = Curves {
                midpoint: &midpoint[some.clone()],
                speed: &speed[some.clone()],
                delay: delay_column.map(|delay| &delay[some]),
            };
            curves.fill(ends, timeline, (first, out));
        }
        if !is_moved {
            return;
        }
        let curve_at = |draw: usize, step: Option<usize>| {
            let value =
                |input| step.map_or_else(|| draws.column(input), |step| draws.at(input, step));
            Curve {
                midpoint: value(self.midpoint)[draw],
                speed: value(self.speed)[draw],
                delay: delay.map_or(0.0, |delay| value(delay)[draw].max(0.0)),
            }
        };
        for draw in 0..draws.count() {
            let unmoved = curve_at(draw, None);
            let curve_at = |step| curve_at(draw, Some(step));
            hold_moved(unmoved, curve_at, (draw, ends), timeline, out);
        }
    }
}

/// Draws whose curves are worked out at once.
const AT_ONCE: usize = 32;

/// The curves of some draws, by input.
struct Curves<'a> {
    midpoint: &'a [f64],
    speed: &'a [f64],
    delay: Option<&'a [f64]>,
}

impl Curves<'_> {
    /// Writes τ(t − δ) of every year for the draws from `first` on, as [`Curve::fill`] gives it for
    /// one draw.
    fn fill(
        &self,
        (base, complete): (f64, f64),
        timeline: Timeline,
        (first, out): (usize, &mut Series),
    ) {
        let draws = 0..self.speed.len();
        let powers = |power: &dyn Fn(usize) -> f64| {
            let mut powers = [0.0; AT_ONCE];
            for (draw, power_of) in powers[draws.clone()].iter_mut().enumerate() {
                *power_of = power(draw);
            }
            numeric::exp_all(&mut powers[draws.clone()]);
            powers
        };
        let (speed, midpoint) = (self.speed, self.midpoint);
        let delay = |draw: usize| self.delay.map_or(0.0, |delay| delay[draw].max(0.0));
        let start = powers(&|draw| -speed[draw] * (base - midpoint[draw]));
        let end = powers(&|draw| -speed[draw] * (complete - midpoint[draw]));
        let yearly = powers(&|draw| -speed[draw]);
        let mut now = powers(&|draw| -speed[draw] * (base - delay(draw) - midpoint[draw]));
        let mut scale = [0.0; AT_ONCE];
        for (draw, scale) in scale.iter_mut().enumerate() {
            *scale = (1.0 + end[draw]) / (start[draw] - end[draw]);
        }
        for step in 0..timeline.years() {
            let out = &mut out.at_mut(step)[first..][..draws.len()];
            for (draw, out) in out.iter_mut().enumerate() {
                let made = scale[draw] * (start[draw] - now[draw]) / (1.0 + now[draw]);
                *out = made.clamp(0.0, 1.0);
                now[draw] *= yearly[draw];
            }
        }
    }
}

/// The curve of one draw.
#[derive(Clone, Copy, PartialEq)]
struct Curve {
    midpoint: f64,
    speed: f64,
    delay: f64,
}

impl Curve {
    /// Gives τ(t − δ) of every year.
    ///
    /// With e(t) = exp(−κ(t − t50)) the curve is
    /// τ(t) = (e(t0) − e(t))·(1 + e(t*)) / ((e(t0) − e(t*))·(1 + e(t))), which loses no digits
    /// where s is close to 0 or 1; e follows from year to year by one multiplication.
    fn fill(
        self,
        (base, complete): (f64, f64),
        timeline: Timeline,
        mut out: impl FnMut(usize, f64),
    ) {
        let e = |year: f64| numeric::exp(-self.speed * (year - self.midpoint));
        let (start, end) = (e(base), e(complete));
        let scale = (1.0 + end) / (start - end);
        let yearly = numeric::exp(-self.speed);
        let mut now = e(base - self.delay);
        for step in 0..timeline.years() {
            let made = scale * (start - now) / (1.0 + now);
            out(step, made.clamp(0.0, 1.0));
            now *= yearly;
        }
    }
}

/// Replaces τ in the years in which a lever moves the curve of a draw, and holds what was reached.
fn hold_moved(
    unmoved: Curve,
    curve_at: impl Fn(usize) -> Curve,
    (draw, ends): (usize, (f64, f64)),
    timeline: Timeline,
    out: &mut Series,
) {
    let mut reached = 0.0_f64;
    for step in 0..timeline.years() {
        let curve = curve_at(step);
        if curve != unmoved {
            curve.fill(ends, timeline, |at, made| {
                if at == step {
                    out.at_mut(step)[draw] = made;
                }
            });
        }
        reached = reached.max(out.at(step)[draw]);
        out.at_mut(step)[draw] = reached;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(midpoint: f64, speed: f64, delay: f64) -> Vec<f64> {
        let year = |y| Year::new(y).unwrap();
        let timeline = Timeline::new(year(2024), year(2060)).unwrap();
        let mut draws = Draws::zeros(3, 0, timeline.years(), 1);
        draws.column_mut(InputIndex(0))[0] = midpoint;
        draws.column_mut(InputIndex(1))[0] = speed;
        draws.column_mut(InputIndex(2))[0] = delay;
        let transition = Transition {
            midpoint: InputIndex(0),
            speed: InputIndex(1),
            complete: year(2050),
        };
        let mut out = Series::zeros(timeline.years(), 1);
        transition.fill_delayed(InputIndex(2), &draws, timeline, &mut out);
        out.values().to_vec()
    }

    #[test]
    fn agrees_with_the_definition() {
        // s(2040) = 1/2; s(2024) = 1/(1 + e^4) = 0.017986; s(2050) = 1/(1 + e^-2.5) = 0.924142.
        // τ(2040) = (0.5 − 0.017986)/(0.924142 − 0.017986) = 0.531932.
        let curve = curve(2040.0, 0.25, 0.0);
        assert!((curve[16] - 0.531_932).abs() < 1e-6, "{}", curve[16]);
        assert_eq!(curve[0], 0.0);
        assert!((curve[26] - 1.0).abs() < 1e-12);
        assert_eq!(curve[36], 1.0, "held at 1 after the complete year");
    }

    #[test]
    fn a_delay_of_whole_years_moves_the_curve() {
        let (now, late) = (curve(2038.0, 0.3, 0.0), curve(2038.0, 0.3, 5.0));
        assert_eq!(late[4], 0.0);
        for step in 5..32 {
            assert!((late[step] - now[step - 5]).abs() < 1e-12);
        }
    }

    #[test]
    fn keeps_its_digits_when_the_midpoint_lies_far_outside_the_years() {
        for midpoint in [1950.0, 2120.0] {
            let curve = curve(midpoint, 2.0, 0.0);
            assert!(curve.windows(2).all(|pair| pair[0] <= pair[1]));
            assert!((curve[26] - 1.0).abs() < 1e-9);
        }
    }
}
