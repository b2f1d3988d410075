//! Blocks of numbers by year (or place) and draw, and a store of them that is used again and again.

/// One quantity in every year of the timeline for every draw of a chunk, year by year; or the shares
/// of places, place by place.
#[derive(Debug, Clone, Default)]
pub struct Series {
    values: Vec<f64>,
    draws: usize,
}

impl Series {
    /// Zeros for `years` years and `draws` draws.
    #[must_use]
    pub fn zeros(years: usize, draws: usize) -> Self {
        Self {
            values: vec![0.0; years * draws],
            draws,
        }
    }

    /// Makes the block `years` × `draws` large and zero, keeping its memory.
    pub fn reset(&mut self, years: usize, draws: usize) {
        self.draws = draws;
        self.values.clear();
        self.values.resize(years * draws, 0.0);
    }

    /// How many years there are.
    #[must_use]
    pub fn years(&self) -> usize {
        self.values.len().checked_div(self.draws).unwrap_or(0)
    }

    /// How many draws there are.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// All draws at one step of the timeline.
    #[must_use]
    pub fn at(&self, step: usize) -> &[f64] {
        &self.values[step * self.draws..(step + 1) * self.draws]
    }

    /// All draws at one step of the timeline, to be written.
    pub fn at_mut(&mut self, step: usize) -> &mut [f64] {
        &mut self.values[step * self.draws..(step + 1) * self.draws]
    }

    /// The draws at the step before `step`, and those at `step` to be written.
    pub fn previous_and_at_mut(&mut self, step: usize) -> (&[f64], &mut [f64]) {
        let (before, after) = self.values.split_at_mut(step * self.draws);
        (&before[(step - 1) * self.draws..], &mut after[..self.draws])
    }

    /// The draws at the first step, and those at a later one to be written.
    pub(super) fn first_and_at_mut(&mut self, step: usize) -> (&[f64], &mut [f64]) {
        let (first, later) = self.values.split_at_mut(step * self.draws);
        (&first[..self.draws], &mut later[..self.draws])
    }

    /// Every value, year by year.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Sets every value to zero.
    pub fn clear(&mut self) {
        self.values.fill(0.0);
    }

    /// Gives every year the values of the first one.
    pub(super) fn hold(&mut self) {
        for step in 1..self.years() {
            let (first, later) = self.first_and_at_mut(step);
            later.copy_from_slice(first);
        }
    }
}

/// Blocks that one worker lends out and takes back, so that the chunk loop allocates nothing.
#[derive(Debug, Default)]
pub struct Workspace {
    blocks: Vec<Series>,
    columns: Vec<Vec<f64>>,
    /// Columns of shares, which are fewer than years.
    shares: Series,
}

impl Workspace {
    /// Lends a zeroed block of `years` × `draws`.
    pub fn series(&mut self, years: usize, draws: usize) -> Series {
        let mut block = self.blocks.pop().unwrap_or_default();
        block.reset(years, draws);
        block
    }

    /// Lends a block of `years` × `draws` with what was left in it, to be overwritten throughout.
    pub fn stale_series(&mut self, years: usize, draws: usize) -> Series {
        let mut block = self.blocks.pop().unwrap_or_default();
        if block.draws != draws || block.years() != years {
            block.reset(years, draws);
        }
        block
    }

    /// Takes a block back.
    pub fn give_back(&mut self, block: Series) {
        self.blocks.push(block);
    }

    /// Lends a zeroed column of `draws` values.
    pub fn column(&mut self, draws: usize) -> Vec<f64> {
        let mut column = self.columns.pop().unwrap_or_default();
        column.clear();
        column.resize(draws, 0.0);
        column
    }

    /// Takes a column back.
    pub fn give_back_column(&mut self, column: Vec<f64>) {
        self.columns.push(column);
    }

    /// Lends columns of shares.
    pub(super) fn shares(&mut self) -> Series {
        std::mem::take(&mut self.shares)
    }

    /// Takes columns of shares back.
    pub(super) fn give_back_shares(&mut self, shares: Series) {
        self.shares = shares;
    }
}
