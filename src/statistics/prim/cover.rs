//! One rule after another, each for the cases that the earlier ones leave.

use super::cases::Cases;
use super::induce::{Induction, Search, induce};
use super::rule::Rule;

/// Searches for at most `most` rules. Each is sought, chosen and tested among the cases for which no
/// earlier one holds, and its fit is over those cases. What is no denser than all cases together is no
/// rule. The last search is the first that found nothing, unless there are `most` rules before it.
#[must_use]
pub fn cover(
    searched: &Cases<'_>,
    tested: &Cases<'_>,
    search: &Search,
    most: usize,
) -> Vec<Induction> {
    let base_rate = Rule::default().fit(tested).density();
    let (mut searched, mut tested) = (searched.clone(), tested.clone());
    let mut inductions = Vec::new();
    while inductions.len() < most {
        let mut induction = induce(&searched, &tested, search);
        induction.found = induction
            .found
            .filter(|found| found.fit.density() > base_rate);
        let rule = induction.found.as_ref().map(|found| found.rule.clone());
        inductions.push(induction);
        let Some(rule) = rule else { break };
        let is_left = |case: usize| !rule.holds(searched.dimensions, case);
        (searched, tested) = (searched.filtered(is_left), tested.filtered(is_left));
    }
    inductions
}
