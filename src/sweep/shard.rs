//! The k-th of n parts of a sweep, and the parts put together.
//!
//! A shard is a pure function of the plan, k and n: the cases at places k − 1, k − 1 + n, … of the
//! plan, in the form of a journal with a line that names the shard and one that ends it. Any machine
//! may compute it, twice if need be, and always writes the same bytes.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::error::SweepError;
use super::finding::Finding;
use super::journal::{Lines, line, opening};
use super::plan::SweepPlan;
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

    /// The places of its cases in the plan.
    #[must_use]
    pub fn cases(self, plan: &SweepPlan<'_>) -> Vec<usize> {
        (self.number - 1..plan.cases.len())
            .step_by(self.of)
            .collect()
    }

    /// The name of its file: `3-of-8.shard`.
    #[must_use]
    pub fn file_name(self) -> String {
        format!("{}-of-{}.{EXTENSION}", self.number, self.of)
    }

    /// Its file, from what its cases found, by their places.
    #[must_use]
    pub fn bytes(self, plan: &SweepPlan<'_>, found: &BTreeMap<usize, Finding>) -> Vec<u8> {
        let Self { number, of } = self;
        let mut lines = opening(plan);
        lines.push(format!("shard\t{number}\t{of}\t{}", plan.fingerprint));
        let cases = found.iter();
        lines.extend(cases.map(|(place, finding)| line(&plan.cases[*place], finding)));
        lines.push(format!("end\t{}", found.len()));
        JournalContent::bytes(&lines)
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

/// The findings of a shard, by the places of their cases.
type Part = Vec<(usize, Finding)>;

fn read(plan: &SweepPlan<'_>, (name, content): &ShardFile) -> Result<(Shard, Part), MergeError> {
    let lines = Lines::of(content);
    let shard = checked(plan, name, content, &lines)?;
    let finding = |place: usize| {
        let case = &plan.cases[place];
        let found = lines.cases.get(case.fingerprint.as_str());
        let finding = found.and_then(|found| Finding::read(plan, case, found));
        let finding = finding.ok_or_else(|| broken(name, "a case is not in it"))?;
        Ok((place, finding))
    };
    let part: Result<Part, MergeError> = shard.cases(plan).into_iter().map(finding).collect();
    Ok((shard, part?))
}

/// Puts the findings of shards in the order of the plan's cases.
///
/// # Errors
/// When a shard is missing, there twice, broken, or of another sweep.
pub fn merge(plan: &SweepPlan<'_>, files: &[ShardFile]) -> Result<Vec<Finding>, SweepError> {
    let mut shards: Vec<(Shard, &str)> = Vec::new();
    let mut findings: Vec<Option<Finding>> = vec![None; plan.cases.len()];
    for file in files {
        let (shard, part) = read(plan, file)?;
        check_beside(shard, &file.0, &shards)?;
        shards.push((shard, &file.0));
        for (place, finding) in part {
            findings[place] = Some(finding);
        }
    }
    let of = shards.first().ok_or(MergeError::None)?.0.of;
    let is_missing = |number: &usize| shards.iter().all(|(shard, _)| shard.number != *number);
    let missing: Vec<_> = (1..=of).filter(is_missing).collect();
    if !missing.is_empty() {
        return Err(MergeError::Missing { missing, of }.into());
    }
    Ok(findings.into_iter().flatten().collect())
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
