use proptest::prelude::*;
use rand::{Rng, RngExt};

use super::*;
use crate::numeric::count;
use crate::sampling::StreamKey;

const ALL: [usize; 4] = [0, 1, 2, 3];

fn random(seed: u64) -> impl Rng {
    StreamKey::new(seed, "prim").generator(0)
}

/// Uniform cases in so many dimensions.
fn uniform(dimensions: usize, cases: usize, random: &mut impl Rng) -> Vec<Dimension> {
    (0..dimensions)
        .map(|_| Dimension::new((0..cases).map(|_| random.random::<f64>()).collect()))
        .collect()
}

/// Positive with one chance within a box, and another one outside.
fn planted(
    dimensions: &[Dimension],
    holds: impl Fn(&dyn Fn(usize) -> f64) -> bool,
    [inside, outside]: [f64; 2],
    random: &mut impl Rng,
) -> Vec<bool> {
    (0..dimensions[0].values().len())
        .map(|case| {
            let value = |dimension: usize| dimensions[dimension].values()[case];
            let chance = if holds(&value) { inside } else { outside };
            random.random::<f64>() < chance
        })
        .collect()
}

fn restriction(rule: &Rule, dimension: usize, side: Side) -> Option<f64> {
    let mut found = rule.restrictions().iter();
    let found = found.find(|r| (r.dimension, r.side) == (dimension, side));
    found.map(|r| r.limit)
}

#[test]
fn the_first_cuts_by_hand() {
    // Of twenty cases 1..=20 a slice is one case. Positive are 8 and up but 20, so each first cut takes the
    // lowest negative case away; once 1..=7 are gone, only cutting 20 raises the density.
    let values: Vec<f64> = (1..=20).map(f64::from).collect();
    let is_positive: Vec<bool> = (1..=20).map(|v| (8..20).contains(&v)).collect();
    let dimensions = [Dimension::new(values)];
    let boxes = peel(
        &Cases::all(&dimensions, &is_positive),
        &ALL[..dimensions.len()],
        1,
    );
    let limits: Vec<_> = boxes
        .iter()
        .map(|one| {
            let limit = |side| restriction(&one.rule, 0, side);
            (limit(Side::AtLeast), limit(Side::AtMost))
        })
        .collect();
    // 12 of 20; cutting 20 off gains as much as cutting 1 off, and below comes first
    assert_eq!(limits[0], (None, None));
    assert_eq!(limits[1], (Some(2.0), None));
    assert_eq!(limits[7], (Some(8.0), None));
    assert_eq!(limits[8], (Some(8.0), Some(19.0)));
    assert_eq!(limits.len(), 9);
    let fit = boxes[8].fit;
    assert_eq!((fit.inside, fit.positive), (12, 12));
}

#[test]
fn equal_values_are_cut_off_together_and_a_lone_value_never() {
    let dimensions = [
        Dimension::new(
            (0..100)
                .map(|case| f64::from(u8::from(case >= 70)))
                .collect(),
        ),
        Dimension::new(vec![7.0; 100]),
    ];
    let is_positive: Vec<bool> = (0..100).map(|case| !(10..70).contains(&case)).collect();
    let boxes = peel(
        &Cases::all(&dimensions, &is_positive),
        &ALL[..dimensions.len()],
        1,
    );
    assert_eq!(boxes.len(), 2);
    assert_eq!(restriction(&boxes[1].rule, 0, Side::AtLeast), Some(1.0));
    assert_eq!((boxes[1].fit.inside, boxes[1].fit.positive), (30, 30));
}

/// Peeling as the definition has it, without order or memory: sorts the cases in the box anew for every
/// cut of every dimension.
fn peel_plainly(dimensions: &[Dimension], is_positive: &[bool], least: usize) -> Vec<usize> {
    let mut inside: Vec<usize> = (0..is_positive.len()).collect();
    let density = |cases: &[usize]| {
        count(cases.iter().filter(|case| is_positive[**case]).count()) / count(cases.len())
    };
    let mut sizes = vec![inside.len()];
    loop {
        let slice = (inside.len() / 20).max(1);
        let mut best: (f64, Vec<usize>) = (0.0, Vec::new());
        for dimension in dimensions {
            let value = |case: &usize| dimension.values()[*case];
            for sign in [1.0, -1.0] {
                let mut sorted: Vec<f64> = inside.iter().map(|case| sign * value(case)).collect();
                sorted.sort_by(f64::total_cmp);
                let last_off = sorted[slice - 1];
                let kept: Vec<_> = inside
                    .iter()
                    .copied()
                    .filter(|case| sign * value(case) > last_off)
                    .collect();
                if kept.len() < least.max(1) {
                    continue;
                }
                let off = count(inside.len() - kept.len());
                let gain = (density(&kept) - density(&inside)) / off;
                if gain > best.0 {
                    best = (gain, kept);
                }
            }
        }
        if best.1.is_empty() {
            return sizes;
        }
        inside = best.1;
        sizes.push(inside.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn peeling_equals_the_plain_definition(seed: u64, levels in 2_u8..40) {
        let mut random = random(seed);
        let dimensions: Vec<_> = (0..4).map(|place| {
            // from continuous to a few values
            let step = if place < 2 { 1e-9 } else { 1.0 / f64::from(levels) };
            let values = (0..150).map(|_| (random.random::<f64>() / step).floor() * step);
            Dimension::new(values.collect())
        }).collect();
        let is_positive: Vec<bool> = (0..150).map(|case| {
            dimensions[0].values()[case] + 0.5 * dimensions[3].values()[case] > random.random()
        }).collect();
        let boxes = peel(&Cases::all(&dimensions, &is_positive), &ALL, 10);
        let sizes: Vec<_> = boxes.iter().map(|one| one.fit.inside).collect();
        prop_assert_eq!(sizes, peel_plainly(&dimensions, &is_positive, 10));
    }

    #[test]
    fn every_box_lies_in_the_one_before_and_its_figures_agree(seed: u64) {
        let mut random = random(seed);
        let dimensions = uniform(5, 300, &mut random);
        let is_positive = planted(&dimensions, |x| x(1) > 0.6, [0.8, 0.2], &mut random);
        let cases = Cases::all(&dimensions, &is_positive);
        let (half, other) = cases.random_halves(&mut random);
        prop_assert_eq!((half.total(), other.total()), (150, 150));
        prop_assert_eq!(half.total_positive() + other.total_positive(), cases.total_positive());
        for cases in [&cases, &half] {
            let boxes = peel(cases, &[0, 1, 2, 3, 4], 5);
            for pair in boxes.windows(2) {
                prop_assert!(pair[1].fit.density() > pair[0].fit.density());
                for case in 0..300 {
                    let [outer, inner] = [0, 1].map(|i| pair[i].rule.holds(&dimensions, case));
                    prop_assert!(outer || !inner);
                }
            }
            for one in &boxes {
                // what peeling kept count of is what the rule says of the cases
                prop_assert_eq!(one.fit, one.rule.fit(cases));
                let fit = one.fit;
                let explained = fit.coverage() * fit.base_rate();
                prop_assert!((explained - fit.density() * fit.mass()).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn pasting_never_makes_a_box_less_dense_nor_smaller(seed: u64) {
        let mut random = random(seed);
        let dimensions = uniform(3, 300, &mut random);
        let is_positive = planted(&dimensions, |x| x(0) > 0.7 && x(2) < 0.6, [0.9, 0.1], &mut random);
        let cases = Cases::all(&dimensions, &is_positive);
        for one in peel(&cases, &[0, 1, 2], 5) {
            let pasted = super::peel::paste(&cases, &one.rule);
            let fit = pasted.fit(&cases);
            prop_assert!(fit.density() >= one.fit.density() && fit.inside >= one.fit.inside);
        }
    }
}

#[test]
fn a_planted_box_among_many_dimensions_is_found_with_its_limits() {
    let mut random = random(1);
    let dimensions = uniform(60, 6_000, &mut random);
    let holds = |x: &dyn Fn(usize) -> f64| x(7) > 0.55 && x(31) < 0.5 && x(48) > 0.3;
    let is_positive = planted(&dimensions, holds, [0.9, 0.1], &mut random);
    let cases = Cases::all(&dimensions, &is_positive);
    let (searched, tested) = cases.halves();
    let found = induce(&searched, &tested, &Search::default())
        .found
        .unwrap();
    let limits = [
        (7, Side::AtLeast, 0.55),
        (31, Side::AtMost, 0.5),
        (48, Side::AtLeast, 0.3),
    ];
    assert_eq!(found.rule.restrictions().len(), 3, "{:?}", found.rule);
    for (dimension, side, planted) in limits {
        let limit = restriction(&found.rule, dimension, side).unwrap();
        assert!((limit - planted).abs() < 0.05, "{dimension}: {limit}");
    }
    assert!((found.fit.density() - 0.9).abs() < 0.04, "{:?}", found.fit);
    assert!(found.p_values.iter().all(|p| *p < 1e-6));
    // and the same rule comes back whatever cases were drawn
    let kept = stability(&cases, &Search::default(), 20, &mut random);
    for (dimension, side, planted) in limits {
        let kept = kept
            .iter()
            .find(|kept| (kept.dimension, kept.side) == (dimension, side));
        let Kept { share, limit, .. } = kept.unwrap();
        assert!(*share >= 0.9, "{dimension} {side:?}: {share}");
        assert!(
            limit[0] - 0.05 < planted && planted < limit[2] + 0.05,
            "{limit:?}"
        );
    }
    let others = kept
        .iter()
        .filter(|kept| limits.iter().all(|l| l.0 != kept.dimension));
    for kept in others {
        assert!(kept.share < 0.2, "{kept:?}");
    }
}

#[test]
fn two_planted_boxes_are_covered_one_after_the_other() {
    let mut random = random(2);
    let dimensions = uniform(10, 8_000, &mut random);
    let holds = |x: &dyn Fn(usize) -> f64| x(0) > 0.75 || (x(1) < 0.2 && x(0) < 0.4);
    let is_positive = planted(&dimensions, holds, [0.95, 0.02], &mut random);
    let (searched, tested) = Cases::all(&dimensions, &is_positive).halves();
    let search = Search {
        coverage: 0.6,
        ..Search::default()
    };
    let inductions = cover(&searched, &tested, &search, 5);
    let found: Vec<_> = inductions
        .iter()
        .filter_map(|one| one.found.as_ref())
        .collect();
    assert_eq!((found.len(), inductions.len()), (2, 3), "{found:?}");
    assert!((restriction(&found[0].rule, 0, Side::AtLeast).unwrap() - 0.75).abs() < 0.03);
    assert!((restriction(&found[1].rule, 1, Side::AtMost).unwrap() - 0.2).abs() < 0.03);
    // a second fit is over what the first one left
    assert_eq!(found[1].fit.of, found[0].fit.of - found[0].fit.inside);
}

#[test]
fn in_noise_no_rule_is_claimed() {
    let claimed = (0..40)
        .filter(|&seed| {
            let mut random = random(100 + seed);
            let dimensions = uniform(80, 1_000, &mut random);
            let is_positive = planted(&dimensions, |_| true, [0.3, 0.3], &mut random);
            let (searched, tested) = Cases::all(&dimensions, &is_positive).halves();
            let induction = induce(&searched, &tested, &Search::default());
            // though among the cases searched there is always something that looks like a rule
            let boxes = peel(&searched, &(0..80).collect::<Vec<_>>(), 25);
            assert!(boxes.last().unwrap().fit.density() > 0.5);
            induction.found.is_some()
        })
        .count();
    // one in a hundred by design
    assert!(claimed <= 2, "{claimed} of 40");
}

#[test]
fn the_p_value_is_the_binomial_tail() {
    // Four cases above a limit, three of them positive; half of all cases are: P(X ≥ 3) of 4 = 5/16.
    let dimensions = [Dimension::new((0..8).map(f64::from).collect())];
    let is_positive = [true, false, false, false, true, true, true, false];
    let rule = Rule::default().with(Restriction {
        dimension: 0,
        side: Side::AtLeast,
        limit: 4.0,
    });
    let p_values = rule.p_values(&Cases::all(&dimensions, &is_positive));
    assert!((p_values[0] - 5.0 / 16.0).abs() < 1e-12, "{p_values:?}");
}

#[test]
fn without_positive_cases_or_without_cases_there_is_no_rule() {
    let dimensions = [Dimension::new(vec![1.0, 2.0, 3.0, 4.0])];
    for is_positive in [[false; 4], [true; 4]] {
        let (searched, tested) = Cases::all(&dimensions, &is_positive).halves();
        assert_eq!(induce(&searched, &tested, &Search::default()).found, None);
    }
    let none = [Dimension::new(Vec::new())];
    let (searched, tested) = Cases::all(&none, &[]).halves();
    assert_eq!(induce(&searched, &tested, &Search::default()).found, None);
}
