//! Dutch and English: words, sentences and the writing of numbers.
//!
//! Every text that a reader sees stands in the files of `nl/` and `en/` under the same key. Numbers are
//! written the reader's way: `1.234,5` in Dutch, `1,234.5` in English.

mod bilingual;
mod distribution;
mod localised;
mod number;
mod texts;

use std::fmt;
use std::str::FromStr;

pub use bilingual::Bilingual;
pub use localised::Localised;
pub use texts::Texts;
#[cfg(test)]
pub(crate) use texts::source;

/// The language of charts, the terminal and the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 2] = [Language::Nl, Language::En];

    /// The name on the command line: the ISO 639-1 code.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Language::Nl => "nl",
            Language::En => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A language that there are no texts in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language of this program; there are `nl` and `en`")]
pub struct UnknownLanguage(String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|language| language.name() == text)
            .ok_or_else(|| UnknownLanguage(text.to_owned()))
    }
}

#[cfg(test)]
mod tests;
