//! How colours look to readers who lack one kind of cone, and how far they are apart.

use plotters::style::RGBColor;

/// How a reader sees.
#[derive(Debug, Clone, Copy)]
pub enum Sight {
    /// With three kinds of cones.
    Usual,
    /// Without cones for long waves: protanopia.
    NoLong,
    /// Without cones for middle waves: deuteranopia.
    NoMiddle,
    /// Without cones for short waves: tritanopia.
    NoShort,
}

impl Sight {
    pub const ALL: [Sight; 4] = [Sight::Usual, Sight::NoLong, Sight::NoMiddle, Sight::NoShort];

    /// Works on linear red, green and blue. Source: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes
    /// (2009), *A Physiologically-based Model for Simulation of Color Vision Deficiency*, IEEE Transactions
    /// on Visualization and Computer Graphics 15(6), severity 1.0.
    fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Sight::Usual => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Sight::NoLong => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Sight::NoMiddle => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Sight::NoShort => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }
}

fn times(matrix: [[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

/// A colour in CIE L*a*b* under daylight (D65).
#[derive(Debug, Clone, Copy)]
pub struct Lab {
    pub lightness: f64,
    a: f64,
    b: f64,
}

impl Lab {
    /// A colour as a reader sees it.
    pub fn seen(RGBColor(red, green, blue): RGBColor, sight: Sight) -> Self {
        let linear = [red, green, blue].map(super::linear);
        let seen = times(sight.matrix(), linear).map(|part| part.clamp(0.0, 1.0));
        // sRGB to CIE XYZ, IEC 61966-2-1, over the white of D65.
        let xyz = times(
            [
                [0.412_456_4, 0.357_576_1, 0.180_437_5],
                [0.212_672_9, 0.715_152_2, 0.072_175_0],
                [0.019_333_9, 0.119_192_0, 0.950_304_1],
            ],
            seen,
        );
        let [x, y, z] = [xyz[0] / 0.950_47, xyz[1], xyz[2] / 1.088_83].map(|part| {
            if part > 216.0 / 24_389.0 {
                part.cbrt()
            } else {
                (24_389.0 / 27.0 * part + 16.0) / 116.0
            }
        });
        Self {
            lightness: 116.0 * y - 16.0,
            a: 500.0 * (x - y),
            b: 200.0 * (y - z),
        }
    }
}

/// The difference ΔE00 of two colours; about 1 can just be seen. Source: G. Sharma, W. Wu and E. N. Dalal
/// (2005), *The CIEDE2000 Color-Difference Formula*, Color Research & Application 30(1), whose numbers of
/// equations stand here.
pub fn difference(one: &Lab, other: &Lab) -> f64 {
    let chroma = |lab: &Lab, a: f64| a.hypot(lab.b);
    let mean = f64::midpoint(chroma(one, one.a), chroma(other, other.a));
    let seventh = |c: f64| (c.powi(7) / (c.powi(7) + 25_f64.powi(7))).sqrt();
    let stretch = 1.0 + 0.5 * (1.0 - seventh(mean)); // (4)
    let [(c1, h1), (c2, h2)] = [one, other].map(|lab| {
        let a = stretch * lab.a;
        let hue = lab.b.atan2(a).to_degrees().rem_euclid(360.0); // (7)
        (chroma(lab, a), hue)
    });
    let is_grey = c1 * c2 == 0.0;
    let turn = (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0; // (10)
    let turn = if is_grey { 0.0 } else { turn };
    let (dl, dc) = (other.lightness - one.lightness, c2 - c1); // (8), (9)
    let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin(); // (11)
    let l = f64::midpoint(one.lightness, other.lightness);
    let c = f64::midpoint(c1, c2);
    let hue = if is_grey { h1 + h2 } else { h1 + turn / 2.0 }.rem_euclid(360.0); // (14)
    let wave = |times: f64, shift: f64| (times * hue + shift).to_radians().cos();
    let t = 1.0 - 0.17 * wave(1.0, -30.0) + 0.24 * wave(2.0, 0.0) + 0.32 * wave(3.0, 6.0)
        - 0.20 * wave(4.0, -63.0); // (15)
    let turned = 30.0 * (-((hue - 275.0) / 25.0).powi(2)).exp(); // (16)
    let off = (l - 50.0).powi(2);
    let sl = 1.0 + 0.015 * off / (20.0 + off).sqrt(); // (18)
    let sc = 1.0 + 0.045 * c; // (19)
    let sh = 1.0 + 0.015 * c * t; // (20)
    let rt = -(2.0 * turned).to_radians().sin() * 2.0 * seventh(c); // (17), (21)
    let [l, c, h] = [dl / sl, dc / sc, dh / sh];
    (l * l + c * c + h * h + rt * c * h).sqrt() // (22)
}

#[test]
fn differences_are_those_that_were_published_with_the_formula() {
    let lab = |[lightness, a, b]: [f64; 3]| Lab { lightness, a, b };
    // Pairs 1, 7, 9, 14, 17, 20, 25 and 31 of table 1 of Sharma and others (2005).
    for (one, other, published) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([50.0, -0.001, 2.49], [50.0, 0.0011, -2.49], 4.7461),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, 2.5, 0.0], [58.0, 24.0, 15.0], 19.4535),
        (
            [60.2574, -34.0099, 36.2677],
            [60.4626, -34.1751, 39.4387],
            1.2644,
        ),
        (
            [22.7233, 20.0904, -46.694],
            [23.0331, 14.973, -42.5619],
            2.0373,
        ),
    ] {
        let found = difference(&lab(one), &lab(other));
        assert!(
            (found - published).abs() < 5e-5,
            "{one:?} {other:?}: {found}"
        );
    }
}

#[test]
fn grey_looks_grey_to_every_reader() {
    for sight in Sight::ALL {
        let grey = Lab::seen(RGBColor(128, 128, 128), sight);
        assert!(
            (grey.lightness - 53.585).abs() < 0.01,
            "{sight:?}: {grey:?}"
        );
        assert!(
            grey.a.abs() < 0.05 && grey.b.abs() < 0.05,
            "{sight:?}: {grey:?}"
        );
    }
}
