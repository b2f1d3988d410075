//! The k-th of n parts of a sweep, and the parts put together.
//!
//! A shard is a pure function of the plan, k and n: the k-th of n stretches of the plan's cases, in the
//! form of a journal with a line that names the shard and one that ends it. Any machine may compute
//! it, twice if need be, and always writes the same bytes.
//!
//! A case whose draws are counted, since they are too many to be kept, has as many pieces as replicates,
//! so that one huge run can be divided too. A shard that holds such a case whole keeps what it found,
//! and one that holds some of its pieces their counts, which [`merge`] adds up.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::str::FromStr;

use super::compute::{Task, WholeCase};
use super::error::SweepError;
use super::finding::Finding;
use super::journal::{Lines, line, opening};
use super::plan::{Case, SweepPlan};
use super::text;
use crate::engine::{self, CountedPart, EngineError, Observer, RunOptions};
use crate::files::JournalContent;

/// The k-th of n parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shard {
    number: usize,
    of: usize,
}

/// The most parts of a sweep.
pub const MOST_SHARDS: usize = 100_000;

/// Why a text names no part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no part; expected k/n with k from 1 to n, and n at most {MOST_SHARDS}: 3/8")]
pub struct NoShard(String);

impl Shard {
    /// The k-th of n parts; `None` unless 1 ≤ k ≤ n ≤ [`MOST_SHARDS`].
    #[must_use]
    pub fn new(number: usize, of: usize) -> Option<Self> {
        ((1..=of).contains(&number) && of <= MOST_SHARDS).then_some(Self { number, of })
    }

    /// What it computes.
    #[must_use]
    pub fn pieces(self, plan: &SweepPlan<'_>) -> Vec<Piece> {
        let all: usize = plan.cases.iter().map(|case| case.parts).sum();
        let (start, end) = (
            self.start(all),
            Self {
                number: self.number + 1,
                ..self
            }
            .start(all),
        );
        let mut pieces = Vec::new();
        let mut first = 0;
        for (case, parts) in plan.cases.iter().map(|case| case.parts).enumerate() {
            let of_shard = start.max(first)..end.min(first + parts);
            if of_shard.len() == parts {
                pieces.push(Piece::Case(case));
            } else {
                let replicates = of_shard.map(|piece| piece - first);
                pieces.extend(replicates.map(|replicate| Piece::Part { case, replicate }));
            }
            first += parts;
        }
        pieces
    }

    /// Where it begins among `all` pieces.
    fn start(self, all: usize) -> usize {
        // As whole numbers of any size, since 100,000 shards of many pieces are one.
        let start = (self.number - 1) as u128 * all as u128 / self.of as u128;
        usize::try_from(start).unwrap_or(all)
    }

    /// The name of its file: `3-of-8.shard`.
    #[must_use]
    pub fn file_name(self) -> String {
        format!("{}-of-{}.{EXTENSION}", self.number, self.of)
    }

    /// Its file, from what its pieces found.
    #[must_use]
    pub fn bytes(self, plan: &SweepPlan<'_>, found: &BTreeMap<Piece, PieceFound>) -> Vec<u8> {
        let Self { number, of } = self;
        let mut lines = opening(plan);
        lines.push(format!("shard\t{number}\t{of}\t{}", plan.fingerprint));
        let found_of =
            |(piece, found): (&Piece, &PieceFound)| found.line(&plan.cases[piece.case()]);
        lines.extend(found.iter().map(found_of));
        lines.push(format!("end\t{}", found.len()));
        JournalContent::bytes(&lines)
    }
}

/// What a shard computes at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    /// The case at a place of the plan.
    Case(usize),
    /// One replicate of a case whose draws are counted.
    Part {
        /// The place of the case in the plan.
        case: usize,
        /// The place of the replicate in the case.
        replicate: usize,
    },
}

/// What a piece found.
#[derive(Debug, Clone, PartialEq)]
pub enum PieceFound {
    /// A case.
    Case(Finding),
    /// The replicate at a place.
    Part(usize, CountedPart),
}

impl Task for Piece {
    type Found = PieceFound;

    fn case(self) -> usize {
        match self {
            Self::Case(case) | Self::Part { case, .. } => case,
        }
    }

    fn draws(self, plan: &SweepPlan<'_>) -> usize {
        match self {
            Self::Case(case) => WholeCase(case).draws(plan),
            Self::Part { case, .. } => plan.sweep.run.draws / plan.cases[case].parts,
        }
    }

    fn compute(
        self,
        plan: &SweepPlan<'_>,
        options: &RunOptions,
        observer: &dyn Observer,
    ) -> Result<PieceFound, EngineError> {
        match self {
            Self::Case(case) => {
                let found = WholeCase(case).compute(plan, options, observer);
                found.map(PieceFound::Case)
            }
            Self::Part { case, replicate } => {
                let experiment = plan.experiment(&plan.cases[case]);
                let found = engine::count_part(&experiment, options, observer, replicate);
                found.map(|counted| PieceFound::Part(replicate, counted))
            }
        }
    }
}

impl PieceFound {
    /// What was found of a case, as a line.
    fn line(&self, case: &Case) -> String {
        match self {
            Self::Case(finding) => line(case, finding),
            Self::Part(replicate, counted) => {
                let counted = text::written(counted);
                format!("part\t{}\t{replicate}\t{counted}", case.fingerprint)
            }
        }
    }
}

/// What the names of shard files end in.
pub const EXTENSION: &str = "shard";

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = NoShard;

    fn from_str(text: &str) -> Result<Self, NoShard> {
        let parts = text.split_once('/');
        parts
            .and_then(|(number, of)| {
                Self::new(number.trim().parse().ok()?, of.trim().parse().ok()?)
            })
            .ok_or_else(|| NoShard(text.to_owned()))
    }
}

/// Why shards do not make a sweep.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MergeError {
    /// There is none at all.
    #[error("there is no shard to merge")]
    None,
    /// A file holds no whole shard.
    #[error("{file} holds no whole shard: {reason}; compute it again")]
    Broken {
        /// The file.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A shard was computed from something else.
    #[error(
        "{file} is of another sweep, other input files, other settings or another version of the \
         program ({of})"
    )]
    Foreign {
        /// The file.
        file: String,
        /// What it is of.
        of: String,
    },
    /// Shards of different divisions.
    #[error("{file} is one of {found} shards, and {other} one of {expected}")]
    OtherDivision {
        /// The file.
        file: String,
        /// Into how many parts its sweep was cut.
        found: usize,
        /// Another file.
        other: String,
        /// Into how many parts that of the other was cut.
        expected: usize,
    },
    /// A shard is there twice.
    #[error("shard {shard} is there twice: {one} and {other}")]
    Doubled {
        /// Which.
        shard: Shard,
        /// One of its files.
        one: String,
        /// Another one.
        other: String,
    },
    /// Shards are not there.
    #[error("{} of {of} shards are missing: {}", .missing.len(), listed(.missing))]
    Missing {
        /// Which.
        missing: Vec<usize>,
        /// How many there should be.
        of: usize,
    },
}

/// Numbers, the first twenty of them.
fn listed(numbers: &[usize]) -> String {
    let shown: Vec<_> = numbers.iter().take(20).map(usize::to_string).collect();
    let more = if numbers.len() > shown.len() {
        ", …"
    } else {
        ""
    };
    shown.join(", ") + more
}

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
    fn parts_are_named_as_k_of_n() {
        let shard: Shard = "3/8".parse().unwrap();
        assert_eq!(shard.to_string(), "3/8");
        assert_eq!(shard.file_name(), "3-of-8.shard");
        for text in ["0/8", "9/8", "3", "a/b", "1/0", "1/1000000", "-1/8"] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }

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
