//! A text in both languages.

use serde::{Deserialize, Serialize};

use super::Language;

/// A name or sentence that a scenario gives in Dutch and in English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Localised {
    /// The Dutch text.
    pub nl: String,
    /// The English text.
    pub en: String,
}

impl Localised {
    /// A text as it was given: the Dutch one where there is no English one, and what is usual where there is none.
    #[must_use]
    pub fn of(usual: &str, nl: &str, en: &str) -> Self {
        let or = |text: &str, usual: &str| if text.is_empty() { usual } else { text }.to_owned();
        let nl = or(nl, usual);
        Self {
            en: or(en, &nl),
            nl,
        }
    }

    /// The same text in both languages, for names that are not translated.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self {
            nl: text.to_owned(),
            en: text.to_owned(),
        }
    }

    /// Both texts changed in the same way.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self {
            nl: change(&self.nl),
            en: change(&self.en),
        }
    }

    /// The text in a language, or in the other one when it was not given.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let (wanted, other) = match language {
            Language::Nl => (&self.nl, &self.en),
            Language::En => (&self.en, &self.nl),
        };
        if wanted.is_empty() { other } else { wanted }
    }
}
