//! One chunk of draws, as columns, some of which levers move in time.

use super::series::{Series, Workspace};
use super::timeline::Timeline;

/// The column of one uncertain input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InputIndex(pub usize);

/// One random walk: the process noise of a pathway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WalkIndex(pub usize);

/// Draws that are worked out at once: their numbers fit in the memory next to the processor.
pub(super) const AT_ONCE: usize = 32;

/// The realisations of every uncertain input, and the random walks, for the draws of one chunk.
///
/// An input has one column for all years, unless a lever moves it: then it has a column for each.
#[derive(Debug, Clone)]
pub struct Draws {
    timeline: Timeline,
    count: usize,
    /// Input by input.
    inputs: Vec<f64>,
    /// By input.
    moved: Vec<Option<Series>>,
    walks: Vec<Series>,
}

impl Draws {
    /// Room for `count` draws of `inputs` inputs and of `walks` random walks over a timeline.
    #[must_use]
    pub fn zeros(inputs: usize, walks: usize, timeline: Timeline, count: usize) -> Self {
        Self {
            timeline,
            count,
            inputs: vec![0.0; inputs * count],
            moved: vec![None; inputs],
            walks: vec![Series::zeros(timeline.years(), count); walks],
        }
    }

    /// How many draws the chunk holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The years that the draws are made for.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        self.timeline
    }

    /// How many years there are, the base year included.
    #[must_use]
    pub fn years(&self) -> usize {
        self.timeline.years()
    }

    /// The draws of one input, before any lever moves it.
    #[must_use]
    pub fn column(&self, input: InputIndex) -> &[f64] {
        &self.inputs[input.0 * self.count..][..self.count]
    }

    /// The draws of one input at a step: where a lever moves it the moved column of that step,
    /// else the input's column.
    #[must_use]
    pub fn at(&self, input: InputIndex, step: usize) -> &[f64] {
        match &self.moved[input.0] {
            Some(moved) => moved.at(step),
            None => self.column(input),
        }
    }

    /// Whether a lever moves the input in any draw of the chunk.
    #[must_use]
    pub fn is_moved(&self, input: InputIndex) -> bool {
        self.moved[input.0].is_some()
    }

    /// The columns of an input by step, to be moved; they start as the input's column in each.
    pub(super) fn moved_mut(
        &mut self,
        input: InputIndex,
        workspace: &mut Workspace,
    ) -> &mut Series {
        let (years, count) = (self.years(), self.count);
        let column = &self.inputs[input.0 * count..][..count];
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
        &mut self.inputs[input.0 * self.count..][..self.count]
    }

    /// Copies the draws of one input to those of another.
    pub fn copy_column(&mut self, from: InputIndex, to: InputIndex) {
        let from = from.0 * self.count..(from.0 + 1) * self.count;
        self.inputs.copy_within(from, to.0 * self.count);
    }

    /// The draws of a standard random walk (variance 1 per year, 0 in the base year) at a step.
    #[must_use]
    pub fn walk(&self, walk: WalkIndex, step: usize) -> &[f64] {
        self.walks[walk.0].at(step)
    }

    /// The draws of a standard random walk at a step, to be filled.
    pub fn walk_mut(&mut self, walk: WalkIndex, step: usize) -> &mut [f64] {
        self.walks[walk.0].at_mut(step)
    }
}
