//! Samples in which one factor at a time is exchanged for another sample's.

use std::collections::HashMap;

use super::stream::inside_open_unit;
use super::{Design, DesignKind, Replicates, StreamKey, Streams};

/// What takes the place of a stream that is exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exchange {
    /// The stream of a second, independent sample.
    Independent,
    /// The point half the range away: u + ½ below ½, else u − ½.
    HalfAway,
}

/// Blocks of draws of the same size: a sample A, the same with every stream exchanged, and then for every
/// factor A with the streams of that factor exchanged.
///
/// Both samples are replicates of another design. With [`Exchange::Independent`] the second block is a
/// sample B, and these are the matrices A, B and AB of Saltelli et al. (2010), *Comp. Phys. Comm.* 181(2);
/// with [`Exchange::HalfAway`] they are starting points with one step along each factor, the radial design
/// of Campolongo et al. (2011), *Comp. Phys. Comm.* 182(4), with steps of one size.
#[derive(Debug)]
#[allow(clippy::doc_markdown)] // names of matrices
pub struct ExchangedDesign {
    samples: Box<dyn Design>,
    blocks: Replicates,
    size: u64,
    factor_of: HashMap<StreamKey, u64>,
    exchange: Exchange,
}

impl ExchangedDesign {
    /// Blocks of `size` draws of a design, for factors that are lists of streams.
    #[must_use]
    pub fn new(
        kind: DesignKind,
        size: u64,
        (factors, exchange): (&[Vec<StreamKey>], Exchange),
        streams: &Streams,
    ) -> Self {
        let size = size.max(1);
        let blocks = factors.len() as u64 + 2;
        let numbered = (0..).zip(factors);
        let keys = numbered.flat_map(|(factor, keys)| keys.iter().map(move |key| (*key, factor)));
        Self {
            samples: kind.design_in(Replicates::of_size(2 * size, size), streams),
            blocks: Replicates::of_size(blocks * size, size),
            size,
            factor_of: keys.collect(),
            exchange,
        }
    }

    /// Whether a stream is exchanged in a block.
    fn is_exchanged(&self, key: StreamKey, block: u64) -> bool {
        block == 1
            || self
                .factor_of
                .get(&key)
                .is_some_and(|factor| factor + 2 == block)
    }
}

impl Design for ExchangedDesign {
    fn fill(&self, key: StreamKey, first_draw: u64, out: &mut [f64]) {
        self.blocks
            .for_each_part(first_draw, out, |block, place, part| {
                match (self.is_exchanged(key, block), self.exchange) {
                    (true, Exchange::Independent) => {
                        self.samples.fill(key, self.size + place, part);
                    }
                    (true, Exchange::HalfAway) => {
                        self.samples.fill(key, place, part);
                        for u in part {
                            let moved = if *u < 0.5 { *u + 0.5 } else { *u - 0.5 };
                            *u = inside_open_unit(moved);
                        }
                    }
                    (false, _) => self.samples.fill(key, place, part),
                }
            });
    }

    fn replicates(&self) -> Replicates {
        self.blocks
    }

    /// A walk that is exchanged is that of a draw of the second sample.
    fn noise_of(&self, key: StreamKey, draw: u64) -> u64 {
        let (block, place) = (draw / self.size, draw % self.size);
        if self.is_exchanged(key, block) {
            self.size + place
        } else {
            place
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: usize = 40;

    fn key(name: &str) -> StreamKey {
        StreamKey::new(5, name)
    }

    /// The blocks of a stream, which is in the first of two factors.
    fn blocks(kind: DesignKind, exchange: Exchange) -> Vec<Vec<f64>> {
        let factors = [vec![key("x"), key("y")], vec![key("z")]];
        let streams = Streams::new(Vec::new(), vec![key("x"), key("y"), key("z")]);
        let design = ExchangedDesign::new(kind, SIZE as u64, (&factors, exchange), &streams);
        let mut all = vec![0.0; 4 * SIZE];
        // In parts, as the engine asks for them.
        for (first, part) in (0..).step_by(7).zip(all.chunks_mut(7)) {
            design.fill(key("x"), first, part);
        }
        all.chunks(SIZE).map(<[f64]>::to_vec).collect()
    }

    #[test]
    fn a_stream_is_exchanged_with_its_factor_and_with_all() {
        for kind in DesignKind::ALL {
            let found = blocks(kind, Exchange::Independent);
            let (a, b) = (&found[0], &found[1]);
            assert_ne!(a, b, "{kind}");
            assert_eq!((&found[2], &found[3]), (b, a), "{kind}");
            let far = blocks(kind, Exchange::HalfAway);
            assert_eq!((&far[0], &far[2], &far[3]), (a, &far[1], a), "{kind}");
            for (u, moved) in a.iter().zip(&far[1]) {
                assert!(((u - moved).abs() - 0.5).abs() < 1e-12);
                assert!((0.0..1.0).contains(moved));
            }
        }
    }

    #[test]
    fn the_noise_of_a_walk_is_exchanged_with_its_factor() {
        let factors = [vec![key("x")], vec![key("w")]];
        let streams = Streams::default();
        let exchange = (&factors[..], Exchange::HalfAway);
        let design = ExchangedDesign::new(DesignKind::MonteCarlo, 10, exchange, &streams);
        let noise = [3, 13, 23, 33].map(|draw| design.noise_of(key("w"), draw));
        assert_eq!(noise, [3, 13, 3, 13]);
        assert_eq!(
            DesignKind::MonteCarlo
                .design(5, &streams)
                .noise_of(key("w"), 3),
            3
        );
    }
}
