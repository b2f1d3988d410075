//! One file name, or a list of them, each with its place.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

/// One file name or several.
#[derive(Debug, Default, JsonSchema)]
#[schemars(with = "NameOrNames")]
pub struct FileNames(Vec<Spanned<String>>);

/// What may stand where file names are expected.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum NameOrNames {
    /// One file.
    Name(String),
    /// Several files, in order.
    Names(#[schemars(with = "Vec<String>")] Vec<Spanned<String>>),
}

impl FileNames {
    /// The names in order.
    pub(in super::super) fn names(&self) -> &[Spanned<String>] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for FileNames {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read: Spanned<NameOrNames> = Spanned::deserialize(deserializer)?;
        let span = read.span();
        Ok(Self(match read.into_inner() {
            NameOrNames::Name(name) => vec![Spanned::new(span, name)],
            NameOrNames::Names(names) => names,
        }))
    }
}

/// Told apart by hand, since serde's untagged enums lose the places of what they hold.
impl<'de> Deserialize<'de> for NameOrNames {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NameOrNamesVisitor)
    }
}

struct NameOrNamesVisitor;

impl<'de> Visitor<'de> for NameOrNamesVisitor {
    type Value = NameOrNames;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a file name or a list of file names")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<NameOrNames, E> {
        Ok(NameOrNames::Name(name.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<NameOrNames, A::Error> {
        let mut names = Vec::new();
        while let Some(name) = list.next_element()? {
            names.push(name);
        }
        Ok(NameOrNames::Names(names))
    }
}
