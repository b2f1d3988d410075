//! The outcomes of some draws, as they leave a worker.

use std::ops::Range;

/// Draws that are computed at once: few enough to stay near the processor.
pub(super) const CHUNK: usize = 64;

/// Outcomes of a block of draws, chunk after chunk; within a chunk, row after row.
///
/// What a worker computes together lies together, so that it writes to few pages of memory at a
/// time.
#[derive(Debug, Default)]
pub(super) struct BlockOutcomes {
    values: Vec<f64>,
    rows: usize,
}

impl BlockOutcomes {
    /// Zeros for `rows` outcomes of `draws` draws.
    pub fn zeros(rows: usize, draws: usize) -> Self {
        Self {
            values: vec![0.0; rows * draws],
            rows,
        }
    }

    /// How many draws there are.
    pub fn draws(&self) -> usize {
        self.values.len().checked_div(self.rows).unwrap_or(0)
    }

    /// The values of each chunk, all of them of [`CHUNK`] draws but the last.
    pub fn chunks_mut(&mut self) -> impl Iterator<Item = &mut [f64]> {
        self.values.chunks_mut(self.rows.max(1) * CHUNK)
    }

    /// Appends the draws of some rows to a column for each, less those of as many rows from `less` on.
    pub fn append_to(&self, rows: Range<usize>, less: Option<usize>, columns: &mut [Vec<f64>]) {
        for chunk in self.values.chunks(self.rows.max(1) * CHUNK) {
            let draws = chunk.len() / self.rows;
            let from = |row: usize| chunk[row * draws..].chunks_exact(draws);
            let own = columns.iter_mut().zip(from(rows.start)).take(rows.len());
            match less {
                None => own.for_each(|(column, values)| column.extend_from_slice(values)),
                Some(less) => own.zip(from(less)).for_each(|((column, values), less)| {
                    let pairs = values.iter().zip(less);
                    column.extend(pairs.map(|(value, less)| difference(*value, *less)));
                }),
            }
        }
    }
}

/// How much larger a value is. Years in which something never happens are infinite, and do not differ.
fn difference(value: f64, less: f64) -> f64 {
    if value == less { 0.0 } else { value - less }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_put_together_from_chunks() {
        // Two whole chunks and one of three draws; row r of draw d holds 1000·r + d.
        let (rows, draws) = (3, 2 * CHUNK + 3);
        let mut block = BlockOutcomes::zeros(rows, draws);
        assert_eq!(block.draws(), draws);
        let mut first = 0;
        for chunk in block.chunks_mut() {
            let of_chunk = chunk.len() / rows;
            for (place, value) in chunk.iter_mut().enumerate() {
                let draw = first + place % of_chunk;
                *value = f64::from(u32::try_from(1000 * (place / of_chunk) + draw).unwrap());
            }
            first += of_chunk;
        }
        let mut columns = vec![Vec::new(); 2];
        block.append_to(1..3, None, &mut columns);
        for (row, column) in (1..).zip(&columns) {
            let expected =
                (0..draws).map(|draw| f64::from(u32::try_from(1000 * row + draw).unwrap()));
            assert!(column.iter().copied().eq(expected), "row {row}");
        }
        let mut differences = vec![Vec::new(); 1];
        block.append_to(2..3, Some(0), &mut differences);
        assert_eq!(differences, [vec![2000.0; draws]]);
    }

    #[test]
    fn without_rows_there_is_nothing() {
        let mut block = BlockOutcomes::zeros(0, 10);
        assert_eq!((block.draws(), block.chunks_mut().count()), (0, 0));
    }

    #[test]
    fn what_never_happens_either_way_does_not_differ() {
        let never = f64::INFINITY;
        assert_eq!(difference(never, never), 0.0);
        assert_eq!(difference(never, 2035.0), never);
        assert_eq!(difference(2035.0, never), -never);
        assert_eq!(difference(2035.0, 2031.0), 4.0);
    }
}
