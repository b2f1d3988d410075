//! Shards put together.

use std::collections::{BTreeMap, HashMap};

use super::{MergeError, Piece, PieceFound, Shard};
use crate::engine::{self, CountedPart, RunOptions};
use crate::files::JournalContent;
use crate::sweep::compute::Task;
use crate::sweep::error::SweepError;
use crate::sweep::finding::Finding;
use crate::sweep::journal::Lines;
use crate::sweep::plan::{Case, SweepPlan};
use crate::sweep::text;

/// A shard's file by name, with what it holds.
pub type ShardFile = (String, JournalContent);

/// The shard that a file holds whole and for this plan.
///
/// # Errors
/// When it is broken or of another sweep.
pub fn whole(plan: &SweepPlan<'_>, file: &ShardFile) -> Result<Shard, MergeError> {
    read(plan, file).map(|(shard, _)| shard)
}

/// What the pieces of a shard found.
type Pieces = Vec<(Piece, PieceFound)>;

fn read(plan: &SweepPlan<'_>, (name, content): &ShardFile) -> Result<(Shard, Pieces), MergeError> {
    let lines = Lines::of(content);
    let shard = checked(plan, name, content, &lines)?;
    let parts: HashMap<_, _> = lines
        .others
        .iter()
        .filter_map(|fields| part_line(fields))
        .collect();
    let found = |piece: Piece| {
        let case = &plan.cases[piece.case()];
        let fingerprint = case.fingerprint.as_str();
        let found = match piece {
            Piece::Case(_) => {
                let found = lines
                    .cases
                    .get(fingerprint)
                    .and_then(|text| text::read(text));
                let finding = found.filter(|finding: &Finding| finding.fits(plan, case));
                finding.map(PieceFound::Case)
            }
            Piece::Part { replicate, .. } => {
                let found = parts.get(&(fingerprint, replicate));
                let counted = found.and_then(|text| text::read(text));
                counted.map(|counted| PieceFound::Part(replicate, counted))
            }
        };
        Ok((
            piece,
            found.ok_or_else(|| broken(name, "a case is not in it"))?,
        ))
    };
    let pieces: Result<Pieces, MergeError> = shard.pieces(plan).into_iter().map(found).collect();
    Ok((shard, pieces?))
}

/// What a line says of a part: its case, its replicate, and what was counted.
fn part_line<'j>(fields: &[&'j str]) -> Option<((&'j str, usize), &'j str)> {
    match fields[..] {
        ["part", fingerprint, replicate, counted] => {
            Some(((fingerprint, replicate.parse().ok()?), counted))
        }
        _ => None,
    }
}

/// Puts the findings of shards in the order of the plan's cases.
///
/// # Errors
/// When a shard is missing, there twice, broken, or of another sweep, or its counts are not those of
/// this plan.
pub fn merge(
    plan: &SweepPlan<'_>,
    options: &RunOptions,
    files: &[ShardFile],
) -> Result<Vec<Finding>, SweepError> {
    let mut shards: Vec<(Shard, &str)> = Vec::new();
    let mut findings = vec![None; plan.cases.len()];
    let mut counted = vec![BTreeMap::new(); plan.cases.len()];
    for file in files {
        let (shard, pieces) = read(plan, file)?;
        check_beside(shard, &file.0, &shards)?;
        shards.push((shard, &file.0));
        for (piece, found) in pieces {
            let case = piece.case();
            match found {
                PieceFound::Case(finding) => findings[case] = Some(finding),
                PieceFound::Part(replicate, part) => {
                    counted[case].insert(replicate, part);
                }
            }
        }
    }
    check_all(&shards)?;
    let all = plan.cases.iter().zip(findings.into_iter().zip(counted));
    let findings = all.map(|(case, (finding, parts))| match finding {
        Some(finding) => Ok(finding),
        None => joined(plan, case, options, parts.into_values().collect()),
    });
    findings.collect()
}

/// What a case found whose replicates were counted apart.
fn joined(
    plan: &SweepPlan<'_>,
    case: &Case,
    options: &RunOptions,
    parts: Vec<CountedPart>,
) -> Result<Finding, SweepError> {
    let outcomes = engine::join(&plan.experiment(case), options, parts)?;
    Ok(Finding::of(plan, case, &outcomes))
}

/// Every shard must be there.
fn check_all(shards: &[(Shard, &str)]) -> Result<(), MergeError> {
    let of = shards.first().ok_or(MergeError::None)?.0.of;
    let is_missing = |number: &usize| shards.iter().all(|(shard, _)| shard.number != *number);
    let missing: Vec<_> = (1..=of).filter(is_missing).collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(MergeError::Missing { missing, of })
    }
}

fn broken(file: &str, reason: &str) -> MergeError {
    MergeError::Broken {
        file: file.to_owned(),
        reason: reason.to_owned(),
    }
}

/// The shard that a file holds whole and for this plan.
fn checked(
    plan: &SweepPlan<'_>,
    file: &str,
    content: &JournalContent,
    lines: &Lines<'_>,
) -> Result<Shard, MergeError> {
    let named = lines.others.iter().find_map(|fields| match fields[..] {
        ["shard", number, of, fingerprint] => {
            let shard = Shard::new(number.parse().ok()?, of.parse().ok()?)?;
            Some((shard, fingerprint))
        }
        _ => None,
    });
    let Some((shard, fingerprint)) = named else {
        return Err(broken(file, "it does not say which shard it is"));
    };
    if fingerprint != plan.fingerprint {
        let of = lines.begin.map_or(String::new(), |[id, version, commit]| {
            format!("sweep `{id}`, computed by {version} {commit}")
        });
        let file = file.to_owned();
        return Err(MergeError::Foreign { file, of });
    }
    let end = lines.others.iter().any(|fields| fields[0] == "end");
    if content.is_torn || !end {
        return Err(broken(file, "its end is not there"));
    }
    if content.damaged > 0 {
        return Err(broken(file, "a line does not fit its checksum"));
    }
    Ok(shard)
}

/// A shard must fit those that were read before.
fn check_beside(shard: Shard, file: &str, before: &[(Shard, &str)]) -> Result<(), MergeError> {
    for &(other, other_file) in before {
        if other.of != shard.of {
            return Err(MergeError::OtherDivision {
                file: file.to_owned(),
                found: shard.of,
                other: other_file.to_owned(),
                expected: other.of,
            });
        }
        if other == shard {
            return Err(MergeError::Doubled {
                shard,
                one: other_file.to_owned(),
                other: file.to_owned(),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_missing_shards_are_not_all_listed() {
        let missing = (1..=30).collect();
        let error = MergeError::Missing { missing, of: 40 }.to_string();
        assert!(
            error.starts_with("30 of 40 shards are missing: 1, 2, 3,"),
            "{error}"
        );
        assert!(error.ends_with("20, …"), "{error}");
    }
}
