//! Identifiers as they stand in scenario files: checked once, then trusted.

use std::fmt;

/// Why a text cannot serve as an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdError {
    /// Nothing was written where an identifier is needed.
    #[error("an identifier is needed here, but this is empty")]
    Empty,
    /// A character that the kind of identifier does not allow.
    #[error("`{text}` holds {found:?}; allowed are {allowed}")]
    Character {
        /// The refused text.
        text: String,
        /// The first character that is not allowed.
        found: char,
        /// The allowed characters, in words.
        allowed: &'static str,
    },
    /// The text is longer than anyone can read.
    #[error("this identifier has {length} characters; at most {MAX_LENGTH} are allowed")]
    TooLong {
        /// The number of characters found.
        length: usize,
    },
}

const MAX_LENGTH: usize = 120;

fn checked(
    text: &str,
    allowed: &'static str,
    is_allowed: impl Fn(char) -> bool,
) -> Result<String, IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    let length = text.chars().count();
    if length > MAX_LENGTH {
        return Err(IdError::TooLong { length });
    }
    match text.chars().find(|&c| !is_allowed(c)) {
        Some(found) => Err(IdError::Character {
            text: text.to_owned(),
            found,
            allowed,
        }),
        None => Ok(text.to_owned()),
    }
}

/// The name of a scenario, entity, technology, stream, source or region: letters, digits and hyphens
/// (`noord-nederland`, `NL41`). Capitals count: `Rotterdam` and `rotterdam` are two names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(String);

impl Id {
    /// Takes `text` as an identifier.
    ///
    /// # Errors
    /// When the text is empty, too long or holds anything but letters, digits and hyphens.
    pub fn new(text: &str) -> Result<Self, IdError> {
        checked(text, "letters a to z and A to Z, digits and hyphens", |c| {
            c.is_ascii_alphanumeric() || c == '-'
        })
        .map(Self)
    }

    /// The identifier as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The dotted name of an uncertain input (`industry.rotterdam.fossil_share`).
///
/// The name, and nothing else, addresses the input's stream of random numbers: two scenarios that
/// both hold the name see the same draws for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InputName(String);

impl InputName {
    /// Takes `text` as the name of an input.
    ///
    /// # Errors
    /// When the text is empty, too long or holds anything but letters, digits, `.`, `-` and `_`.
    pub fn new(text: &str) -> Result<Self, IdError> {
        checked(text, "letters a to z and A to Z, digits, and . - _", |c| {
            c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
        })
        .map(Self)
    }

    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for InputName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A hash over the parts, in order; the lengths keep neighbouring parts apart.
#[must_use]
pub fn fingerprint<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_refuse_spaces_and_nothing() {
        assert_eq!(
            Id::new("noord-nederland").unwrap().as_str(),
            "noord-nederland"
        );
        assert_eq!(Id::new(""), Err(IdError::Empty));
        assert!(matches!(
            Id::new("noord nederland"),
            Err(IdError::Character { found: ' ', .. })
        ));
        assert!(matches!(
            Id::new(&"a".repeat(121)),
            Err(IdError::TooLong { length: 121 })
        ));
    }

    #[test]
    fn input_names_may_be_dotted_but_never_hold_control_characters() {
        assert!(InputName::new("technology.electrolysis.capacity.2030").is_ok());
        assert!(matches!(
            InputName::new("a\0b"),
            Err(IdError::Character { found: '\0', .. })
        ));
    }

    #[test]
    fn neighbouring_parts_do_not_run_together() {
        assert_ne!(fingerprint(["ab", "c"]), fingerprint(["a", "bc"]));
        assert_eq!(fingerprint(["ab", "c"]), fingerprint(["ab", "c"]));
    }
}
