//! What an input stands for: its unit and the values it can have.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::distribution::Distribution;

/// How far above an excluded bound a moved value stays.
const SMALLEST_STEP: f64 = 1e-6;

/// The unit and range of an input.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    /// What the value is, for messages: "a share", "an area".
    pub what: &'static str,
    /// The unit that the file must state; any when absent.
    pub unit: Option<Cow<'static, str>>,
    low: f64,
    high: f64,
    /// Whether `low` itself is refused.
    above: bool,
}

impl Quantity {
    const fn of(what: &'static str, unit: &'static str, low: f64, high: f64) -> Self {
        Self {
            what,
            unit: Some(Cow::Borrowed(unit)),
            low,
            high,
            above: false,
        }
    }

    const fn above_low(mut self) -> Self {
        self.above = true;
        self
    }

    /// A part of a whole.
    pub const SHARE: Self = Self::of("a share", "-", 0.0, 1.0);
    /// The part of a market that stands empty.
    pub const VACANCY: Self = Self::of("a vacancy", "-", 0.0, 0.9);
    /// A weight or multiple.
    pub const FACTOR: Self = Self::of("a factor", "-", 0.0, f64::INFINITY);
    /// A ratio that something is divided by.
    pub const RATIO: Self = Self::of("a ratio", "-", 0.0, 10.0).above_low();
    /// The net part of gross land.
    pub const NET_TO_GROSS: Self = Self::of("a net-to-gross ratio", "-", 0.0, 1.0).above_low();
    /// Relative to the base year.
    pub const INDEX: Self = Self::of("an index", "index", 0.0, f64::INFINITY);
    /// An exponent or elasticity.
    pub const ELASTICITY: Self = Self::of("an elasticity", "-", 0.0, 1.0);
    /// The standard deviation of process noise.
    pub const NOISE: Self = Self::of("a structural error", "per sqrt(yr)", 0.0, 1.0);
    /// Net land.
    pub const NET_AREA: Self = Self::of("an area", "ha net", 0.0, f64::INFINITY);
    /// A span of time.
    pub const YEARS: Self = Self::of("a span of years", "yr", 0.0, 100.0);
    /// A time scale.
    pub const TIME_SCALE: Self = Self::of("a time scale", "yr", 0.0, 200.0).above_low();
    /// A calendar year.
    pub const YEAR: Self = Self::of("a calendar year", "year", 1900.0, 2300.0);
    /// A rate of change.
    pub const RATE: Self = Self::of("a rate", "1/yr", -0.9, 2.0);
    /// A rate that is not negative and stays below one.
    pub const GAIN: Self = Self::of("a yearly gain", "1/yr", 0.0, 0.9);
    /// The speed of a transition.
    pub const SPEED: Self = Self::of("a speed", "1/yr", 0.001, 5.0);
    /// Jobs.
    pub const JOBS: Self = Self::of("a number of jobs", "jobs", 0.0, f64::INFINITY);
    /// Floor or plot.
    pub const SQUARE_METRES: Self = Self::of("an area", "m2", 0.0, f64::INFINITY);
    /// Tonnes a year.
    pub const VOLUME: Self = Self::of("a volume", "kt/yr", 0.0, f64::INFINITY);
    /// Gross land.
    pub const GROSS_AREA: Self = Self::of("a gross area", "ha gross", 0.0, f64::INFINITY);
    /// A part per year.
    pub const YEARLY_SHARE: Self = Self::of("a yearly share", "1/yr", 0.0, 1.0);
    /// How fast exchange fades with distance.
    pub const PER_KM: Self = Self::of("a decay", "1/km", 0.0, 1.0);
    /// Money.
    pub const MONEY: Self = Self::of("a cost", "mln euro", 0.0, f64::INFINITY);
    /// Money per year.
    pub const YEARLY_MONEY: Self = Self::of("a yearly cost", "mln euro/yr", 0.0, f64::INFINITY);
    /// Money per hectare.
    pub const MONEY_PER_HA: Self = Self::of("a cost", "mln euro per ha", 0.0, f64::INFINITY);
    /// Hectares that a lever works on.
    pub const HECTARES: Self = Self::of("an area", "ha", 0.0, f64::INFINITY);
    /// What an input is multiplied by.
    pub const MULTIPLIER: Self = Self::of("a factor", "-", 0.0, 1e6);
    /// A number of sites.
    pub const COUNT: Self = Self::of("a count", "count", 0.0, f64::INFINITY);
    /// Land per volume.
    pub const PER_VOLUME: Self =
        Self::of("a land coefficient", "ha net per kt/yr", 0.0, f64::INFINITY);
    /// Land per stock.
    pub const PER_STOCK: Self = Self::of("a land coefficient", "ha net per kt", 0.0, f64::INFINITY);
    /// Capacity in a unit of its own.
    pub const CAPACITY: Self = Self {
        what: "a capacity",
        unit: None,
        low: 0.0,
        high: f64::INFINITY,
        above: false,
    };

    /// What is added to an input of some unit.
    pub fn addend(unit: &str) -> Self {
        Self {
            what: "an amount to add",
            unit: Some(Cow::Owned(unit.to_owned())),
            low: f64::NEG_INFINITY,
            high: f64::INFINITY,
            above: false,
        }
    }

    /// Land per unit of capacity.
    pub fn per_capacity(unit: &str) -> Self {
        Self {
            unit: Some(Cow::Owned(format!("ha net per {unit}"))),
            ..Self::PER_VOLUME
        }
    }

    /// Whether every value that a distribution can give is allowed.
    pub fn allows(&self, distribution: &Distribution) -> bool {
        let (lowest, highest) = distribution.support();
        let low_enough = if self.above && !distribution.excludes_low_end() {
            lowest > self.low
        } else {
            lowest >= self.low
        };
        low_enough && highest <= self.high
    }

    /// The lowest and highest value, for what is moved after it was drawn.
    pub fn bounds(&self) -> RangeInclusive<f64> {
        let low = if self.above {
            self.low + SMALLEST_STEP
        } else {
            self.low
        };
        low..=self.high
    }

    /// The allowed values, for messages.
    pub fn range(&self) -> String {
        match (self.above, self.high.is_finite()) {
            (true, true) => format!("above {} and at most {}", self.low, self.high),
            (true, false) => format!("above {}", self.low),
            (false, true) => format!("from {} to {}", self.low, self.high),
            (false, false) => format!("at least {}", self.low),
        }
    }
}

/// Whether a distribution can give zero or less.
pub(super) fn can_be_zero(distribution: &Distribution) -> bool {
    let (lowest, _) = distribution.support();
    lowest < 0.0 || lowest == 0.0 && !distribution.excludes_low_end()
}
