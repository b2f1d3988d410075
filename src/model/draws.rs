//! One chunk of draws, as columns, some of which levers move in time.

use ndarray::{Array2, Array3};

use super::series::{Series, Workspace};

/// The column of one uncertain input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InputIndex(pub usize);

/// One random walk: the process noise of a pathway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WalkIndex(pub usize);

/// The realisations of every uncertain input, and the random walks, for the draws of one chunk.
///
/// An input has one column for all years, unless a lever moves it: then it has a column for each.
#[derive(Debug, Clone)]
pub struct Draws {
    inputs: Array2<f64>,
    walks: Array3<f64>,
    count: usize,
    /// By input; empty as long as no lever moves anything.
    moved: Vec<Option<Series>>,
}

impl Draws {
    /// Room for `count` draws of `inputs` inputs and of `walks` random walks over `years` years.
    #[must_use]
    pub fn zeros(inputs: usize, walks: usize, years: usize, count: usize) -> Self {
        Self {
            inputs: Array2::zeros((inputs, count)),
            walks: Array3::zeros((walks, years, count)),
            count,
            moved: Vec::new(),
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

    /// The draws of one input, before any lever moves it.
    #[must_use]
    pub fn column(&self, input: InputIndex) -> &[f64] {
        row(self.inputs.as_slice(), input.0, self.count)
    }

    /// The draws of one input at a step: where a lever moves it the moved column of that step,
    /// else the input's column.
    #[must_use]
    pub fn at(&self, input: InputIndex, step: usize) -> &[f64] {
        match self.moved.get(input.0) {
            Some(Some(moved)) => moved.at(step),
            _ => self.column(input),
        }
    }

    /// Whether a lever moves the input in any draw of the chunk.
    #[must_use]
    pub fn is_moved(&self, input: InputIndex) -> bool {
        matches!(self.moved.get(input.0), Some(Some(_)))
    }

    /// The columns of an input by step, to be moved; they start as the input's column in each.
    pub(super) fn moved_mut(
        &mut self,
        input: InputIndex,
        workspace: &mut Workspace,
    ) -> &mut Series {
        if self.moved.is_empty() {
            self.moved.resize(self.inputs.dim().0, None);
        }
        let (years, count) = (self.years(), self.count);
        let column = row(self.inputs.as_slice(), input.0, count);
        self.moved[input.0].get_or_insert_with(|| {
            let mut moved = workspace.series(years, count);
            for step in 0..years {
                moved.at_mut(step).copy_from_slice(column);
            }
            moved
        })
    }

    /// Gives every input its one column again.
    pub(super) fn undo_moves(&mut self, workspace: &mut Workspace) {
        for moved in self.moved.iter_mut().filter_map(Option::take) {
            workspace.give_back(moved);
        }
    }

    /// The draws of one input, to be filled. Levers are cleared before a chunk is filled anew.
    pub fn column_mut(&mut self, input: InputIndex) -> &mut [f64] {
        let count = self.count;
        self.inputs
            .as_slice_mut()
            .map_or(&mut [], |all| &mut all[input.0 * count..][..count])
    }

    /// Copies the draws of one input to those of a later one.
    pub fn copy_column(&mut self, from: InputIndex, to: InputIndex) {
        let count = self.count;
        if let Some(all) = self.inputs.as_slice_mut() {
            all.copy_within(from.0 * count..(from.0 + 1) * count, to.0 * count);
        }
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
