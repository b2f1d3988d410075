//! Values with a unit. Net and gross land never mix: only a [`NetToGross`] ratio converts them.

use std::fmt;

/// A calendar year between 1900 and 2300.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Year(u16);

impl Year {
    /// The first year that a scenario may name.
    pub const MIN: Year = Year(1900);
    /// The last year that a scenario may name.
    pub const MAX: Year = Year(2300);

    /// Takes `number` as a calendar year, or `None` outside 1900–2300.
    #[must_use]
    pub fn new(number: i64) -> Option<Self> {
        let number = u16::try_from(number).ok()?;
        (Self::MIN.0..=Self::MAX.0)
            .contains(&number)
            .then_some(Self(number))
    }

    /// The year as a number.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }

    /// The year as a point on the time axis, in years.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        f64::from(self.0)
    }

    /// The year `steps` later, held at [`Year::MAX`].
    #[must_use]
    pub fn plus(self, steps: usize) -> Self {
        let later = usize::from(self.0).saturating_add(steps);
        Self(u16::try_from(later).map_or(Self::MAX.0, |y| y.min(Self::MAX.0)))
    }

    /// Whole years from `earlier` to this one, or 0 when `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> usize {
        usize::from(self.0.saturating_sub(earlier.0))
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Square metres in a hectare.
pub const M2_PER_HA: f64 = 1e4;

/// Plots issued or asked for, without roads, water and green, in hectares.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct NetHectares(f64);

/// Whole sites, roads, water and green included, in hectares.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct GrossHectares(f64);

/// The part of a gross site that is net plots, in (0, 1].
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct NetToGross(f64);

impl NetHectares {
    /// An area of plots.
    #[must_use]
    pub fn new(hectares: f64) -> Self {
        Self(hectares)
    }

    /// The area as a number of hectares net.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }

    /// The whole sites that hold these plots: net / ratio.
    #[must_use]
    pub fn gross(self, ratio: NetToGross) -> GrossHectares {
        GrossHectares(self.0 / ratio.0)
    }
}

impl GrossHectares {
    /// An area of whole sites.
    #[must_use]
    pub fn new(hectares: f64) -> Self {
        Self(hectares)
    }

    /// The area as a number of hectares gross.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }

    /// The plots within these whole sites: gross · ratio.
    #[must_use]
    pub fn net(self, ratio: NetToGross) -> NetHectares {
        NetHectares(self.0 * ratio.0)
    }
}

impl NetToGross {
    /// A ratio in (0, 1]. Whoever reads scenarios refuses others, so draws are checked in debug
    /// builds only.
    #[must_use]
    pub fn new(ratio: f64) -> Self {
        debug_assert!(ratio > 0.0 && ratio <= 1.0, "{ratio} is no net part");
        Self(ratio)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_outside_the_calendar_are_refused() {
        assert_eq!(Year::new(2030).map(Year::number), Some(2030));
        assert_eq!(Year::new(1899), None);
        assert_eq!(Year::new(20_300), None);
        assert_eq!(Year::new(-1), None);
    }

    #[test]
    fn years_count_forward_only() {
        let base = Year::new(2024).unwrap();
        assert_eq!(base.plus(26).number(), 2050);
        assert_eq!(base.plus(26).since(base), 26);
        assert_eq!(base.since(base.plus(26)), 0);
        assert_eq!(base.plus(usize::MAX), Year::MAX);
    }

    #[test]
    fn net_and_gross_convert_both_ways() {
        let half = NetToGross::new(0.5);
        let gross = NetHectares::new(50.0).gross(half);
        assert_eq!(gross, GrossHectares::new(100.0));
        assert_eq!(gross.net(half), NetHectares::new(50.0));
    }
}
