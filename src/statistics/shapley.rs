//! Shapley values: what each of a few players brings to what they do together.
//!
//! With v(S) what a set S of players does, player i brings the mean of v(S ∪ {i}) − v(S) over all orders
//! in which the players can come. What all bring adds up to v(all) − v(none), whatever they do together.
//!
//! Source: L.S. Shapley (1953), *A value for n-person games*.

use crate::numeric::count;

/// The most players: every set of them is asked for, 256 in all.
pub const MOST_PLAYERS: usize = 8;

/// What each player brings, from what every set does: `values[s]` is that of the players whose bits are set
/// in `s`, so that there are two to the power of the number of players.
///
/// What all bring adds up to the last value less the first to within rounding.
#[must_use]
pub fn shapley(values: &[f64]) -> Vec<f64> {
    let players = values.len().max(1).ilog2() as usize;
    let weights: Vec<f64> = (0..players).map(|others| weight(others, players)).collect();
    (0..players)
        .map(|player| {
            let with = 1 << player;
            let sets = (0..values.len()).filter(|set| set & with == 0);
            sets.map(|set| weights[set.count_ones() as usize] * (values[set | with] - values[set]))
                .sum()
        })
        .collect()
}

/// The part of the orders in which exactly a given set of `others` comes before a player:
/// others!·(players − others − 1)!/players!.
fn weight(others: usize, players: usize) -> f64 {
    // 1 / (players · C(players − 1, others)), built up so that nothing grows large
    let ways = (0..others).fold(1.0, |ways, k| ways * count(players - 1 - k) / count(k + 1));
    1.0 / (count(players) * ways)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_left_glove_and_two_right_ones() {
        // A pair is worth 1: the left glove brings 2/3, each right one 1/6.
        let values: Vec<f64> = (0..8_usize)
            .map(|set| f64::from(u8::from(set & 1 == 1 && set > 1)))
            .collect();
        for (found, expected) in shapley(&values)
            .iter()
            .zip([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0])
        {
            assert!((found - expected).abs() < 1e-15);
        }
    }

    #[test]
    fn a_product_of_two_factors_by_hand() {
        // From 2·3 to 5·7: (5−2)·(3+7)/2 = 15 and (7−3)·(2+5)/2 = 14.
        assert_eq!(shapley(&[6.0, 15.0, 14.0, 35.0]), [15.0, 14.0]);
        assert_eq!(shapley(&[4.0]), [0.0; 0]);
    }

    /// The definition: the mean over every order.
    fn over_all_orders(values: &[f64], players: usize) -> Vec<f64> {
        let mut sums = vec![0.0; players];
        let mut orders = 0;
        let mut order: Vec<usize> = (0..players).collect();
        permute(&mut order, 0, &mut |order| {
            orders += 1;
            let mut set = 0;
            for &player in order {
                sums[player] += values[set | 1 << player] - values[set];
                set |= 1 << player;
            }
        });
        sums.iter().map(|sum| sum / count(orders)).collect()
    }

    fn permute(order: &mut Vec<usize>, from: usize, show: &mut impl FnMut(&[usize])) {
        if from == order.len() {
            return show(order);
        }
        for place in from..order.len() {
            order.swap(from, place);
            permute(order, from + 1, show);
            order.swap(from, place);
        }
    }

    proptest! {
        #[test]
        fn it_is_the_mean_over_all_orders_and_adds_up(
            (players, values) in (0_usize..6).prop_flat_map(|players| {
                (Just(players), prop::collection::vec(-1e3_f64..1e3, 1 << players))
            }),
        ) {
            let found = shapley(&values);
            prop_assert_eq!(found.len(), players);
            for (found, expected) in found.iter().zip(over_all_orders(&values, players)) {
                prop_assert!((found - expected).abs() < 1e-9);
            }
            let change = values[values.len() - 1] - values[0];
            prop_assert!((found.iter().sum::<f64>() - change).abs() < 1e-9);
        }
    }
}
