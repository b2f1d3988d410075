//! The generator matrices of Sobol' sequences.

/// The table of Joe & Kuo, with its source and licence in its head.
const TABLE: &str = include_str!("joe_kuo.txt");

/// Binary digits of a point before scrambling, and of a draw's place in its replicate.
pub(super) const DIGITS: usize = 32;

/// One dimension of the Sobol' sequence, in bit-reversed form: bit 0 is the first binary digit.
///
/// Digit k of the place contributes column k: `x = ⊕ j_k·v_k`. Source: Bratley & Fox (1988), *ACM
/// Trans. Math. Softw.* 14(1), with the polynomials and initial numbers of Joe & Kuo (2008).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dimension {
    /// `v_0 ⊕ … ⊕ v_k`: what changes when the k lowest digits of the place carry over.
    carries: [u32; DIGITS],
}

impl Dimension {
    /// The first `number` dimensions; fewer where the table ends.
    pub(super) fn first(number: usize) -> Vec<Self> {
        let rows = TABLE
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map_while(Self::of_row);
        std::iter::once(Self::van_der_corput())
            .chain(rows)
            .take(number)
            .collect()
    }

    /// The first dimension: the digits of the place in reverse.
    fn van_der_corput() -> Self {
        Self::of_columns(std::array::from_fn(|k| 1 << k))
    }

    /// From a row of the dimension, the degree s, the coefficients, and m₁ to mₛ.
    fn of_row(row: &str) -> Option<Self> {
        let mut numbers = row.split(' ').map(|word| word.parse::<u32>().ok());
        let _dimension = numbers.next()??;
        let (degree, inner) = (numbers.next()??, numbers.next()??);
        let initial = numbers.collect::<Option<Vec<u32>>>()?;
        let degree = usize::try_from(degree).ok()?;
        let is_whole = initial.len() == degree && (1..DIGITS).contains(&degree);
        is_whole.then(|| Self::by_recurrence(&initial, inner))
    }

    /// `m_k = 2·a_1·m_(k−1) ⊕ 2²·a_2·m_(k−2) ⊕ … ⊕ 2^s·m_(k−s) ⊕ m_(k−s)`, the coefficients a of a
    /// primitive polynomial written as one number with `a_1` its highest bit.
    fn by_recurrence(initial: &[u32], inner: u32) -> Self {
        let degree = initial.len();
        let mut m = [0_u32; DIGITS];
        m[..degree].copy_from_slice(initial);
        for k in degree..DIGITS {
            m[k] = m[k - degree] ^ (m[k - degree] << degree);
            for step in 1..degree {
                let coefficient = (inner >> (degree - 1 - step)) & 1;
                m[k] ^= (coefficient * m[k - step]) << step;
            }
        }
        Self::of_columns(std::array::from_fn(|k| {
            (m[k] << (DIGITS - 1 - k)).reverse_bits()
        }))
    }

    fn of_columns(columns: [u32; DIGITS]) -> Self {
        let mut sum = 0;
        Self {
            carries: columns.map(|column| {
                sum ^= column;
                sum
            }),
        }
    }

    /// The reversed point at a place.
    pub(super) fn at(&self, place: u32) -> u32 {
        // v_k = carry k ⊕ carry k−1, so a carry counts where two neighbouring digits differ
        let differs = place ^ (place >> 1);
        (0..DIGITS)
            .filter(|k| (differs >> k) & 1 == 1)
            .fold(0, |x, k| x ^ self.carries[k])
    }

    /// The reversed point after the one at `place`.
    #[inline]
    pub(super) fn next(&self, point: u32, place: u32) -> u32 {
        // after the last place of all the sequence starts over
        point ^ self.carries[(place.trailing_ones() as usize).min(DIGITS - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIMENSIONS: usize = 1_024;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(Dimension::first(DIMENSIONS).len(), DIMENSIONS);
        assert_eq!(Dimension::first(DIMENSIONS + 1).len(), DIMENSIONS);
    }

    /// `scipy.stats.qmc.Sobol(1024, scramble=False, bits=32)`, whose point k is the one at the place
    /// k ⊕ (k ≫ 1), times 2³².
    #[test]
    fn the_points_are_those_of_scipy() {
        let dimensions = Dimension::first(DIMENSIONS);
        let chosen = [0, 1, 2, 5, 41, 255, 511, 1_023];
        let expected = [
            (1, [2_147_483_648; 8]),
            (
                2,
                [
                    1_073_741_824,
                    3_221_225_472,
                    3_221_225_472,
                    1_073_741_824,
                    1_073_741_824,
                    1_073_741_824,
                    1_073_741_824,
                    1_073_741_824,
                ],
            ),
            (
                5,
                [
                    2_684_354_560,
                    536_870_912,
                    3_758_096_384,
                    3_758_096_384,
                    1_610_612_736,
                    2_684_354_560,
                    2_684_354_560,
                    536_870_912,
                ],
            ),
            (
                100,
                [
                    637_534_208,
                    3_321_888_768,
                    2_986_344_448,
                    301_989_888,
                    1_845_493_760,
                    1_174_405_120,
                    704_643_072,
                    1_845_493_760,
                ],
            ),
            (
                777,
                [
                    2_428_502_016,
                    809_500_672,
                    3_829_399_552,
                    549_453_824,
                    1_405_091_840,
                    926_941_184,
                    3_451_912_192,
                    1_296_039_936,
                ],
            ),
            (
                1_023,
                [
                    4_290_772_992,
                    1_094_713_344,
                    3_141_533_696,
                    1_103_101_952,
                    4_173_332_480,
                    742_391_808,
                    2_394_947_584,
                    641_728_512,
                ],
            ),
        ];
        for (place, points) in expected {
            for (dimension, point) in chosen.into_iter().zip(points) {
                let ours = dimensions[dimension].at(place).reverse_bits();
                assert_eq!(ours, point, "dimension {dimension}, place {place}");
            }
        }
    }

    #[test]
    fn stepping_equals_computing_each_point() {
        for dimension in Dimension::first(40) {
            for first in [0, 5, 1_000_000_007, u32::MAX - 3] {
                let mut point = dimension.at(first);
                for step in 0..300 {
                    let place = first.wrapping_add(step);
                    assert_eq!(point, dimension.at(place), "{place}");
                    point = dimension.next(point, place);
                }
            }
        }
    }

    /// Each half, quarter, … of the line holds one of the first 2, 4, … points.
    #[test]
    fn every_dimension_is_stratified_by_itself() {
        for dimension in Dimension::first(DIMENSIONS) {
            let mut filled: Vec<u32> = (0..256).map(|place| dimension.at(place) & 255).collect();
            filled.sort_unstable();
            assert!(filled.into_iter().eq(0..256));
        }
    }
}
