//! The standard normal distribution.

use std::f64::consts::FRAC_1_SQRT_2;

use super::{exp, ln, sqrt};

/// φ(z) = e^(−z²/2)/√(2π).
#[must_use]
pub fn standard_normal_density(z: f64) -> f64 {
    const INVERSE_SQRT_TAU: f64 = 0.398_942_280_401_432_7;
    INVERSE_SQRT_TAU * exp(-0.5 * z * z)
}

/// Φ(z), the probability that a standard normal value is at most `z`.
///
/// Accurate to about 1e-15 relative near the centre; in the far lower tail the rounding of z²/2 adds
/// about z²·1e-16 (6e-15 at z = −8). The upper tail 1 − Φ(z) is `standard_normal_cdf(-z)`.
#[must_use]
pub fn standard_normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

/// Φ⁻¹(p), the value below which a standard normal value falls with probability `p`.
///
/// Relative error about 1e-16 for every `p` down to 1e-316 (Wichura 1988, AS 241). The value for an
/// upper tail probability q is `-standard_normal_quantile(q)`. Returns −∞ at 0, +∞ at 1, and NaN
/// outside \[0, 1\].
#[must_use]
pub fn standard_normal_quantile(p: f64) -> f64 {
    let centred = p - 0.5;
    if centred.abs() <= 0.425 {
        let r = 0.180_625 - centred * centred;
        return centred * ratio(r, &CENTRE_NUMERATOR, &CENTRE_DENOMINATOR);
    }
    let tail = if centred < 0.0 { p } else { 1.0 - p };
    let magnitude = tail_quantile(tail);
    if centred < 0.0 { -magnitude } else { magnitude }
}

fn tail_quantile(tail: f64) -> f64 {
    if tail == 0.0 {
        return f64::INFINITY;
    }
    let r = sqrt(-ln(tail));
    if r <= 5.0 {
        ratio(r - 1.6, &SHOULDER_NUMERATOR, &SHOULDER_DENOMINATOR)
    } else {
        ratio(r - 5.0, &TAIL_NUMERATOR, &TAIL_DENOMINATOR)
    }
}

fn ratio(r: f64, numerator: &[f64; 8], denominator: &[f64; 8]) -> f64 {
    polynomial(r, numerator) / polynomial(r, denominator)
}

/// Horner's rule; coefficients from the highest power down.
fn polynomial(x: f64, coefficients: &[f64; 8]) -> f64 {
    coefficients.iter().fold(0.0, |sum, c| sum * x + c)
}

// The coefficients of AS 241's PPND16, highest power first.
const CENTRE_NUMERATOR: [f64; 8] = [
    2_509.080_928_730_122_7,
    33_430.575_583_588_13,
    67_265.770_927_008_7,
    45_921.953_931_549_87,
    13_731.693_765_509_46,
    1_971.590_950_306_551_3,
    133.141_667_891_784_38,
    3.387_132_872_796_366_5,
];
const CENTRE_DENOMINATOR: [f64; 8] = [
    5_226.495_278_852_854,
    28_729.085_735_721_943,
    39_307.895_800_092_71,
    21_213.794_301_586_597,
    5_394.196_021_424_751,
    687.187_007_492_057_9,
    42.313_330_701_600_91,
    1.0,
];
const SHOULDER_NUMERATOR: [f64; 8] = [
    7.745_450_142_783_414e-4,
    2.272_384_498_926_918_4e-2,
    2.417_807_251_774_506e-1,
    1.270_458_252_452_368_4,
    3.647_848_324_763_204_5,
    5.769_497_221_460_691,
    4.630_337_846_156_546,
    1.423_437_110_749_683_5,
];
const SHOULDER_DENOMINATOR: [f64; 8] = [
    1.050_750_071_644_416_9e-9,
    5.475_938_084_995_345e-4,
    1.519_866_656_361_645_7e-2,
    1.481_039_764_274_800_8e-1,
    6.897_673_349_851e-1,
    1.676_384_830_183_803_8,
    2.053_191_626_637_759,
    1.0,
];
const TAIL_NUMERATOR: [f64; 8] = [
    2.010_334_399_292_288_1e-7,
    2.711_555_568_743_487_6e-5,
    1.242_660_947_388_078_4e-3,
    2.653_218_952_657_612_4e-2,
    2.965_605_718_285_048_7e-1,
    1.784_826_539_917_291_3,
    5.463_784_911_164_114,
    6.657_904_643_501_103,
];
const TAIL_DENOMINATOR: [f64; 8] = [
    2.044_263_103_389_939_8e-15,
    1.421_511_758_316_446e-7,
    1.846_318_317_510_054_8e-5,
    7.868_691_311_456_133e-4,
    1.487_536_129_085_061_5e-2,
    1.369_298_809_227_358e-1,
    5.998_322_065_558_88e-1,
    1.0,
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Φ(z) to 16 digits, computed with 40-digit arithmetic.
    #[test]
    fn cdf_agrees_with_tabulated_values() {
        let table = [
            (-8.0, 6.220_960_574_271_785e-16),
            (-5.0, 2.866_515_718_791_939e-7),
            (-1.0, 0.158_655_253_931_457_05),
            (0.0, 0.5),
            (1.0, 0.841_344_746_068_542_9),
            (2.0, 0.977_249_868_051_820_8),
        ];
        for (z, expected) in table {
            let relative = (standard_normal_cdf(z) - expected).abs() / expected;
            assert!(relative < 2e-14, "z = {z}: {relative:e}");
        }
    }

    #[test]
    fn quantile_agrees_with_the_values_wichura_published() {
        let table = [
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_813_5),
            (1e-20, -9.262_340_089_798_408),
        ];
        for (p, expected) in table {
            let error: f64 = standard_normal_quantile(p) - expected;
            assert!(error.abs() < 4e-15, "p = {p}: {error:e}");
        }
    }

    #[test]
    fn quantile_undoes_the_cdf_in_centre_shoulder_and_tail() {
        let mut worst: f64 = 0.0;
        for step in 1..3_700 {
            let z = -0.01 * f64::from(step);
            let error = (standard_normal_quantile(standard_normal_cdf(z)) - z) / z;
            worst = worst.max(error.abs());
        }
        assert!(worst < 3e-15, "{worst:e}");
    }

    #[test]
    fn quantile_is_odd_and_monotone() {
        let mut previous = f64::NEG_INFINITY;
        for step in 1..10_000 {
            let p = f64::from(step) / 10_000.0;
            let z = standard_normal_quantile(p);
            assert!(z > previous, "p = {p}");
            assert!((z + standard_normal_quantile(1.0 - p)).abs() < 1e-11 * z.abs().max(1.0));
            previous = z;
        }
    }

    #[test]
    fn quantile_is_infinite_at_the_ends_and_nan_outside() {
        assert!(standard_normal_quantile(0.0).is_infinite());
        assert!(standard_normal_quantile(0.0) < 0.0);
        assert!(standard_normal_quantile(1.0) > f64::MAX);
        assert!(standard_normal_quantile(-0.1).is_nan());
        assert!(standard_normal_quantile(1.1).is_nan());
    }
}
