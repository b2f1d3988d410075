//! eˣ for many numbers at once, with the very bits of the single function.
//!
//! The method and its constants are those of `e_exp.c` of `FreeBSD`'s msun (Sun Microsystems 1993), from
//! which [`libm::exp`] comes too: x = k·ln 2 + r with |r| ≤ ½ ln 2, eʳ from a rational function, and
//! 2ᵏ by the exponent's digits. Here it has no branches, so that a processor can take several
//! numbers at a time; numbers near the ends of the range go to the single function.

/// Beyond this eˣ is near the ends of the range of floats.
const FAR: f64 = 700.0;

const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
const PER_LN2: f64 = std::f64::consts::LOG2_E;
const P: [f64; 5] = [
    1.666_666_666_666_660_2e-1,
    -2.777_777_777_701_559_3e-3,
    6.613_756_321_437_934e-5,
    -1.653_390_220_546_525_2e-6,
    4.138_136_797_057_238_5e-8,
];

/// 1.5·2⁵²: a small whole number added to it stands in its last digits.
const WHOLE: f64 = 6_755_399_441_055_744.0;

/// From here on x is reduced by more than one ln 2: 1.5 ln 2 in the digits of its upper half.
const SEVERAL: f64 = f64::from_bits(0x3ff0_a2b2_0000_0000);
/// From here on x is reduced: ½ ln 2.
const ONE: f64 = f64::from_bits(0x3fd6_2e43_0000_0000);
/// Below this eˣ is 1 + x: 2⁻²⁸.
const TINY: f64 = f64::from_bits(0x3e30_0001_0000_0000);

/// Replaces each number x by eˣ.
pub fn exp_all(values: &mut [f64]) {
    let are_near = values.iter().fold(true, |all, x| all & is_near(*x));
    if are_near {
        for x in values {
            *x = exp_near(*x);
        }
    } else {
        for x in values {
            *x = super::exp(*x);
        }
    }
}

/// Whether x lies neither near the ends of the range nor next to zero, where eˣ is 1 + x.
#[inline]
fn is_near(x: f64) -> bool {
    let size = x.abs();
    size < FAR && (size >= TINY || x == 0.0)
}

/// eˣ for an x that is near.
#[inline]
fn exp_near(x: f64) -> f64 {
    let size = x.abs();
    let k = reduction(x, size);
    let (high, low) = (x - k * LN2_HIGH, k * LN2_LOW);
    let r = high - low;
    let square = r * r;
    let c =
        r - square * (P[0] + square * (P[1] + square * (P[2] + square * (P[3] + square * P[4]))));
    let of_rest = 1.0 + (r * c / (2.0 - c) - low + high);
    // The exponent's digits begin at the 52nd; 1023 stands for 2⁰.
    let power = f64::from_bits(((k + WHOLE).to_bits() << 52).wrapping_add(1023 << 52));
    of_rest * power
}

/// k, how often ln 2 is taken off x.
#[inline]
fn reduction(x: f64, size: f64) -> f64 {
    let sign = 1.0_f64.copysign(x);
    let k = PER_LN2 * x + 0.5 * sign;
    let nearest = (k + WHOLE) - WHOLE;
    let towards_zero = if nearest.abs() > k.abs() {
        nearest - sign
    } else {
        nearest
    };
    let once = if size >= ONE { sign } else { 0.0 };
    if size >= SEVERAL { towards_zero } else { once }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn is_same(values: &[f64]) -> Result<(), TestCaseError> {
        let mut all = values.to_vec();
        exp_all(&mut all);
        for (x, ours) in values.iter().zip(all) {
            prop_assert_eq!(ours.to_bits(), super::super::exp(*x).to_bits(), "{}", x);
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn many_at_once_are_the_same_to_the_bit(
            values in prop::collection::vec(
                prop_oneof![-2.0_f64..2.0, -50.0_f64..50.0, -700.0_f64..700.0, -1e-7_f64..1e-7], 1..40
            )
        ) {
            is_same(&values)?;
        }

        #[test]
        fn so_are_the_ends_of_the_range(x: f64, y in -800.0_f64..800.0) {
            let odd = |x: &f64| !x.is_nan();
            let values: Vec<_> = [x, y, 0.0, -0.0, f64::INFINITY].into_iter().filter(odd).collect();
            is_same(&values)?;
        }
    }

    #[test]
    fn so_are_the_neighbours_of_every_bound() {
        for bound in [
            TINY,
            ONE,
            SEVERAL,
            0.5 * std::f64::consts::LN_2,
            1.5 * std::f64::consts::LN_2,
        ] {
            let bits = bound.to_bits();
            let near = (bits - 3..=bits + 3).map(f64::from_bits);
            let values: Vec<_> = near.flat_map(|x| [x, -x]).collect();
            is_same(&values).unwrap();
        }
        let halves: Vec<_> = (-1000..1000)
            .map(|k| f64::from(k) * 0.5 * std::f64::consts::LN_2)
            .collect();
        is_same(&halves).unwrap();
    }
}
