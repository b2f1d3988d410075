//! Elementary effects.

use crate::statistics::Moments;

/// What moving one factor does to an outcome, from few draws.
///
/// An elementary effect is the change of the outcome over the part of its range (0 to 1) that the factor
/// is moved, all else as it was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ElementaryEffects {
    /// The mean effect μ: its sign says in which direction the outcome goes.
    pub mean: f64,
    /// The mean size of the effect μ*, by which factors are ranked.
    pub mean_size: f64,
    /// The standard error of the mean size.
    pub se_mean_size: f64,
    /// The standard deviation σ: with a large one the effect depends on the level or on other factors.
    pub standard_deviation: f64,
}

impl ElementaryEffects {
    /// Of a factor's effects, one for each starting point.
    #[must_use]
    pub fn of(effects: &[f64]) -> Self {
        let sizes: Vec<_> = effects.iter().map(|effect| effect.abs()).collect();
        let (signed, sizes) = (Moments::of(effects), Moments::of(&sizes));
        Self {
            mean: signed.mean(),
            mean_size: sizes.mean(),
            se_mean_size: sizes.standard_error(),
            standard_deviation: signed.standard_deviation(),
        }
    }
}
