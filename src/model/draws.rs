//! One chunk of draws, as columns.

use ndarray::{Array2, Array3};

/// The column of one uncertain input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InputIndex(pub usize);

/// One random walk: the process noise of a pathway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WalkIndex(pub usize);

/// The realisations of every uncertain input, and the random walks, for the draws of one chunk.
#[derive(Debug, Clone)]
pub struct Draws {
    inputs: Array2<f64>,
    walks: Array3<f64>,
    count: usize,
}

impl Draws {
    /// Room for `count` draws of `inputs` inputs and of `walks` random walks over `years` years.
    #[must_use]
    pub fn zeros(inputs: usize, walks: usize, years: usize, count: usize) -> Self {
        Self {
            inputs: Array2::zeros((inputs, count)),
            walks: Array3::zeros((walks, years, count)),
            count,
        }
    }

    /// How many draws the chunk holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many years the random walks span, the base year included.
    #[must_use]
    pub fn years(&self) -> usize {
        self.walks.dim().1
    }

    /// The draws of one input.
    #[must_use]
    pub fn column(&self, input: InputIndex) -> &[f64] {
        row(self.inputs.as_slice(), input.0, self.count)
    }

    /// The draws of one input, to be filled.
    pub fn column_mut(&mut self, input: InputIndex) -> &mut [f64] {
        let count = self.count;
        self.inputs
            .as_slice_mut()
            .map_or(&mut [], |all| &mut all[input.0 * count..][..count])
    }

    /// The draws of a standard random walk (variance 1 per year, 0 in the base year) at a step.
    #[must_use]
    pub fn walk(&self, walk: WalkIndex, step: usize) -> &[f64] {
        let years = self.walks.dim().1;
        row(self.walks.as_slice(), walk.0 * years + step, self.count)
    }

    /// The draws of a standard random walk at a step, to be filled.
    pub fn walk_mut(&mut self, walk: WalkIndex, step: usize) -> &mut [f64] {
        let count = self.count;
        let start = (walk.0 * self.walks.dim().1 + step) * count;
        self.walks
            .as_slice_mut()
            .map_or(&mut [], |all| &mut all[start..][..count])
    }
}

/// The arrays are made in standard layout and never reshaped, so they always have a slice.
fn row(all: Option<&[f64]>, index: usize, count: usize) -> &[f64] {
    all.map_or(&[], |all| &all[index * count..][..count])
}
