//! What a rule says, and how well it fits.

use super::cases::{Cases, Dimension};
use crate::numeric::{Tails, count, incomplete_beta};

/// On which side of a limit a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// At the limit and above it.
    AtLeast,
    /// At the limit and below it.
    AtMost,
}

impl Side {
    /// Both sides.
    pub const ALL: [Side; 2] = [Side::AtLeast, Side::AtMost];

    /// Whether a value lies on this side of a limit.
    #[must_use]
    pub fn holds(self, value: f64, limit: f64) -> bool {
        match self {
            Side::AtLeast => value >= limit,
            Side::AtMost => value <= limit,
        }
    }
}

/// One limit on one dimension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Restriction {
    /// The dimension's place.
    pub dimension: usize,
    /// On which side of the limit the rule holds.
    pub side: Side,
    /// The limit, which is the value of a case.
    pub limit: f64,
}

impl Restriction {
    /// Whether a case meets the restriction.
    #[must_use]
    pub fn holds(&self, dimensions: &[Dimension], case: usize) -> bool {
        let value = dimensions[self.dimension].values()[case];
        self.side.holds(value, self.limit)
    }
}

/// Limits that hold together: a box. Without any limit it holds for every case.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rule {
    restrictions: Vec<Restriction>,
}

impl Rule {
    /// The limits, at most one for each dimension and side, in order of dimensions.
    #[must_use]
    pub fn restrictions(&self) -> &[Restriction] {
        &self.restrictions
    }

    /// How many dimensions it limits.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        let mut places: Vec<_> = self.restrictions.iter().map(|r| r.dimension).collect();
        places.dedup();
        places.len()
    }

    /// Whether the rule holds for a case.
    #[must_use]
    pub fn holds(&self, dimensions: &[Dimension], case: usize) -> bool {
        self.restrictions
            .iter()
            .all(|restriction| restriction.holds(dimensions, case))
    }

    /// The same rule with a limit, in place of an earlier one on that side of the dimension.
    #[must_use]
    pub fn with(&self, restriction: Restriction) -> Self {
        let place = |r: &Restriction| (r.dimension, r.side);
        let mut restrictions = self.restrictions.clone();
        restrictions.retain(|other| place(other) != place(&restriction));
        let at = restrictions.partition_point(|other| place(other) < place(&restriction));
        restrictions.insert(at, restriction);
        Self { restrictions }
    }

    /// The same rule without the limit at a place.
    #[must_use]
    pub fn without(&self, place: usize) -> Self {
        let mut restrictions = self.restrictions.clone();
        restrictions.remove(place);
        Self { restrictions }
    }

    /// How well the rule fits some cases.
    #[must_use]
    pub fn fit(&self, cases: &Cases<'_>) -> Fit {
        let mut fit = Fit {
            of: cases.total(),
            positive_of: cases.total_positive(),
            ..Fit::default()
        };
        for (case, is_positive) in cases.iter() {
            if self.holds(cases.dimensions, case) {
                fit.inside += 1;
                fit.positive += usize::from(is_positive);
            }
        }
        fit
    }

    /// The quasi-p-value of each restriction among some cases: P(X ≥ k) for X binomial with as many
    /// trials as there are cases in the box, and the density of the box without the restriction as its
    /// chance. Small: the restriction raises the density by more than luck would.
    ///
    /// Among cases that had no part in finding the rule it is a proper p-value when the cases are
    /// independent, and on the safe side when they are spread more evenly than that.
    #[must_use]
    pub fn p_values(&self, cases: &Cases<'_>) -> Vec<f64> {
        let fit = self.fit(cases);
        (0..self.restrictions.len())
            .map(|place| {
                let without = self.without(place).fit(cases);
                p_at_least(fit.positive, fit.inside, without.density())
            })
            .collect()
    }
}

/// P(X ≥ `successes`) for X binomial.
fn p_at_least(successes: usize, trials: usize, chance: f64) -> f64 {
    if successes == 0 || trials == 0 {
        return 1.0;
    }
    let (a, b) = (count(successes), count(trials - successes) + 1.0);
    let Tails { lower, .. } = incomplete_beta(a, b, chance, 1.0 - chance);
    lower
}

/// How well a rule fits some cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fit {
    /// The cases for which it holds.
    pub inside: usize,
    /// Those of them that are positive.
    pub positive: usize,
    /// All cases.
    pub of: usize,
    /// All positive cases.
    pub positive_of: usize,
}

impl Fit {
    /// The part of the positive cases that the rule explains.
    #[must_use]
    pub fn coverage(&self) -> f64 {
        ratio(self.positive, self.positive_of)
    }

    /// The part of the cases under the rule that are positive.
    #[must_use]
    pub fn density(&self) -> f64 {
        ratio(self.positive, self.inside)
    }

    /// The part of the cases for which the rule holds.
    #[must_use]
    pub fn mass(&self) -> f64 {
        ratio(self.inside, self.of)
    }

    /// The part of all cases that are positive.
    #[must_use]
    pub fn base_rate(&self) -> f64 {
        ratio(self.positive_of, self.of)
    }
}

/// A part of a whole; none of nothing.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        count(part) / count(whole)
    }
}
