//! The columns of one chunk: what is reported, and what that is made from.

/// Columns of values by draw, each at a place of its own: first those that are reported, which are
/// rows of the outcomes, then those from which others are made.
#[derive(Debug)]
pub(in super::super) struct Columns<'a> {
    reported: &'a mut [f64],
    hidden: &'a mut [f64],
    /// The first place among the hidden ones.
    first_hidden: usize,
    draws: usize,
}

impl<'a> Columns<'a> {
    /// Columns of `draws` draws each in memory that is theirs.
    pub fn new(reported: &'a mut [f64], hidden: &'a mut [f64], draws: usize) -> Self {
        let first_hidden = reported.len() / draws.max(1);
        Self {
            reported,
            hidden,
            first_hidden,
            draws,
        }
    }

    /// How many draws a column has.
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// The column at a place, to be written.
    pub fn get_mut(&mut self, place: usize) -> &mut [f64] {
        match place.checked_sub(self.first_hidden) {
            None => &mut self.reported[place * self.draws..][..self.draws],
            Some(hidden) => &mut self.hidden[hidden * self.draws..][..self.draws],
        }
    }

    /// One column, and another to be written.
    pub fn pair(&mut self, from: usize, to: usize) -> (&[f64], &mut [f64]) {
        let draws = self.draws;
        let (hidden_from, hidden_to) = (
            from.checked_sub(self.first_hidden),
            to.checked_sub(self.first_hidden),
        );
        match (hidden_from, hidden_to) {
            (None, None) => pair_within(self.reported, draws, from, to),
            (Some(from), Some(to)) => pair_within(self.hidden, draws, from, to),
            (None, Some(to)) => (
                &self.reported[from * draws..][..draws],
                &mut self.hidden[to * draws..][..draws],
            ),
            (Some(from), None) => (
                &self.hidden[from * draws..][..draws],
                &mut self.reported[to * draws..][..draws],
            ),
        }
    }

    /// The column at a place, to be made from those before it: among the hidden ones, those before it
    /// and all reported ones, and the other way round.
    pub fn make(&mut self, place: usize) -> (&mut [f64], ColumnsSoFar<'_>) {
        let (draws, first_hidden) = (self.draws, self.first_hidden);
        let (reported, hidden, column): (&[f64], &[f64], _) = match place.checked_sub(first_hidden)
        {
            None => {
                let (before, from_here) = self.reported.split_at_mut(place * draws);
                (before, self.hidden, from_here)
            }
            Some(place) => {
                let (before, from_here) = self.hidden.split_at_mut(place * draws);
                (self.reported, before, from_here)
            }
        };
        let so_far = ColumnsSoFar {
            reported,
            hidden,
            first_hidden,
            draws,
        };
        (&mut column[..draws], so_far)
    }
}

fn pair_within(columns: &mut [f64], draws: usize, from: usize, to: usize) -> (&[f64], &mut [f64]) {
    let (before, from_here) = columns.split_at_mut(from.max(to) * draws);
    if from < to {
        (&before[from * draws..][..draws], &mut from_here[..draws])
    } else {
        (&from_here[..draws], &mut before[to * draws..][..draws])
    }
}

/// The columns that come before one that is being made.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct ColumnsSoFar<'a> {
    reported: &'a [f64],
    hidden: &'a [f64],
    first_hidden: usize,
    draws: usize,
}

impl<'a> ColumnsSoFar<'a> {
    /// The column at a place.
    pub fn get(self, place: usize) -> &'a [f64] {
        let (columns, place) = match place.checked_sub(self.first_hidden) {
            None => (self.reported, place),
            Some(hidden) => (self.hidden, hidden),
        };
        &columns[place * self.draws..][..self.draws]
    }
}
