//! The switch from the old way of producing to the new one.

use super::draws::{AT_ONCE, Draws, InputIndex};
use super::series::Series;
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
    pub fn fill(&self, draws: &Draws, out: &mut Series) {
        self.fill_late(None, draws, out);
    }

    /// Writes τ(t − δ), the part of the old plant that is closed and cleaned up δ years after the
    /// switch; 0 as long as t − δ lies before the base year.
    ///
    /// Where a lever moves the curve or δ in time, what is switched or closed stays so: each year
    /// has the largest part of all years up to it.
    pub fn fill_delayed(&self, delay: InputIndex, draws: &Draws, out: &mut Series) {
        self.fill_late(Some(delay), draws, out);
    }

    fn fill_late(&self, delay: Option<InputIndex>, draws: &Draws, out: &mut Series) {
        let span = Span {
            base: draws.timeline().base().as_f64(),
            complete: self.complete.as_f64(),
        };
        let [midpoint, speed] = [self.midpoint, self.speed].map(|input| draws.column(input));
        let delay_column = delay.map(|delay| draws.column(delay));
        for first in (0..draws.count()).step_by(AT_ONCE) {
            let some = first..draws.count().min(first + AT_ONCE);
            let curves = Curves {
                midpoint: &midpoint[some.clone()],
                speed: &speed[some.clone()],
                delay: delay_column.map(|delay| &delay[some]),
            };
            curves.fill(span, first, out);
        }
        let mut inputs = [Some(self.midpoint), Some(self.speed), delay]
            .into_iter()
            .flatten();
        if inputs.any(|input| draws.is_moved(input)) {
            self.hold_moved(delay, draws, span, out);
        }
        let is_part = |made: &f64| (0.0..=1.0).contains(made);
        debug_assert!(out.values().iter().all(is_part), "τ is a part of the whole");
    }

    /// Replaces τ in the draws and years in which a lever moves the curve, and holds what was
    /// reached.
    fn hold_moved(&self, delay: Option<InputIndex>, draws: &Draws, span: Span, out: &mut Series) {
        let curve = |value: &dyn Fn(InputIndex) -> f64| Curve {
            midpoint: value(self.midpoint),
            speed: value(self.speed),
            delay: delay.map_or(0.0, value),
        };
        for draw in 0..draws.count() {
            let unmoved = curve(&|input| draws.column(input)[draw]);
            let mut reached = 0.0_f64;
            for step in 0..draws.years() {
                let made = &mut out.at_mut(step)[draw];
                let moved = curve(&|input| draws.at(input, step)[draw]);
                if moved != unmoved {
                    *made = moved.at(draws.timeline().year(step).as_f64(), span);
                }
                reached = reached.max(*made);
                *made = reached;
            }
        }
    }
}

/// From t0, when nothing has switched, to t*.
#[derive(Clone, Copy)]
struct Span {
    base: f64,
    complete: f64,
}

/// The curve of one draw.
///
/// With r(t) = exp(−κ(t − t0)) and t1 the earlier of t50 and t* the curve is
/// τ(t) = (1 − r(t))/(1 − r(t*)) · (g + q·r(t*))/(g + q·r(t)), g = exp(−κ(t50 − t1)),
/// q = exp(κ(t1 − t0)). This loses no digits where s is close to 0 or 1, and no power leaves the
/// range of floats as long as κ(t* − t0) and κδ stay below 700.
#[derive(Clone, Copy, PartialEq)]
struct Curve {
    midpoint: f64,
    speed: f64,
    delay: f64,
}

impl Curve {
    /// τ(t − δ).
    fn at(self, year: f64, Span { base, complete }: Span) -> f64 {
        let earlier = self.midpoint.min(complete);
        let power = |years: f64| numeric::exp(-self.speed * years);
        let (now, end) = (power(year - self.delay - base), power(complete - base));
        let (g, q) = (power(self.midpoint - earlier), power(base - earlier));
        let made = (1.0 - now) / (1.0 - end) * (g + q * end) / (g + q * now);
        made.clamp(0.0, 1.0)
    }
}

/// The curves of some draws, by input.
struct Curves<'a> {
    midpoint: &'a [f64],
    speed: &'a [f64],
    delay: Option<&'a [f64]>,
}

impl Curves<'_> {
    /// Writes τ(t − δ) of every year for the draws from `first` on, as [`Curve::at`] gives it for one;
    /// r follows from year to year by one multiplication.
    fn fill(&self, Span { base, complete }: Span, first: usize, out: &mut Series) {
        let draws = 0..self.speed.len();
        let powers = |years: &dyn Fn(usize) -> f64| {
            let mut powers = [0.0; AT_ONCE];
            for (draw, power) in powers[draws.clone()].iter_mut().enumerate() {
                *power = -self.speed[draw] * years(draw);
            }
            numeric::exp_all(&mut powers[draws.clone()]);
            powers
        };
        let earlier = |draw: usize| self.midpoint[draw].min(complete);
        let (yearly, end) = (powers(&|_| 1.0), powers(&|_| complete - base));
        let g = powers(&|draw| self.midpoint[draw] - earlier(draw));
        let q = powers(&|draw| base - earlier(draw));
        let mut now = powers(&|draw| self.delay.map_or(0.0, |delay| -delay[draw]));
        let mut scale = [0.0; AT_ONCE];
        for (draw, scale) in scale.iter_mut().enumerate() {
            *scale = (g[draw] + q[draw] * end[draw]) / (1.0 - end[draw]);
        }
        for step in 0..out.years() {
            let out = &mut out.at_mut(step)[first..][..draws.len()];
            for (draw, out) in out.iter_mut().enumerate() {
                let made = scale[draw] * (1.0 - now[draw]) / (g[draw] + q[draw] * now[draw]);
                *out = made.clamp(0.0, 1.0);
                now[draw] *= yearly[draw];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::assert_figures;
    use super::super::timeline::Timeline;
    use super::*;

    fn curve(midpoint: f64, speed: f64, delay: f64) -> Vec<f64> {
        let year = |y| Year::new(y).unwrap();
        let timeline = Timeline::new(year(2024), year(2060)).unwrap();
        let mut draws = Draws::zeros(3, 0, timeline, 1);
        draws.column_mut(InputIndex(0))[0] = midpoint;
        draws.column_mut(InputIndex(1))[0] = speed;
        draws.column_mut(InputIndex(2))[0] = delay;
        let transition = Transition {
            midpoint: InputIndex(0),
            speed: InputIndex(1),
            complete: year(2050),
        };
        let mut out = Series::zeros(timeline.years(), 1);
        transition.fill_delayed(InputIndex(2), &draws, &mut out);
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
    fn one_draw_has_the_curve_of_many() {
        let span = Span {
            base: 2024.0,
            complete: 2050.0,
        };
        for (midpoint, speed, delay) in
            [(2040.0, 0.25, 0.0), (2035.0, 1.5, 4.5), (2070.0, 0.1, 20.0)]
        {
            let one = Curve {
                midpoint,
                speed,
                delay,
            };
            for (year, made) in (2024_u32..).zip(curve(midpoint, speed, delay)) {
                assert!(
                    (one.at(f64::from(year), span) - made).abs() < 1e-12,
                    "{year}"
                );
            }
        }
    }

    #[test]
    fn keeps_its_digits_when_the_midpoint_lies_far_outside_the_years() {
        for (midpoint, speed) in [
            (1950.0, 2.0),
            (2120.0, 2.0),
            (2180.0, 5.0),
            (2300.0, 3.0),
            (1900.0, 5.0),
            (2300.0, 0.001),
        ] {
            let curve = curve(midpoint, speed, 0.0);
            assert!(curve.windows(2).all(|pair| pair[0] <= pair[1]));
            assert!((curve[26] - 1.0).abs() < 1e-9);
        }
        // Long before t50 s grows by the factor e^κ a year: τ(2049) is e^-5 or e^-3.
        assert_figures(&curve(2180.0, 5.0, 0.0)[25..27], &[0.006_737_946_999, 1.0]);
        assert_figures(&curve(2300.0, 3.0, 0.0)[25..27], &[0.049_787_068_368, 1.0]);
    }

    #[test]
    fn what_closes_a_century_late_stands_for_as_long() {
        assert_figures(&curve(2066.0, 5.0, 100.0), &[0.0; 37]);
        // In 2050, after 26 of the 27 years, a delay of one year leaves the curve of 2049.
        assert_figures(&curve(2180.0, 5.0, 1.0)[26..27], &[0.006_737_946_999]);
    }
}
