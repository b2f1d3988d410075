//! The texts of the program in both languages at once.

use super::{Language, Localised, Texts};

/// Texts for what is left in both languages, so that its reader chooses.
#[derive(Debug)]
pub struct Bilingual {
    nl: Texts,
    en: Texts,
}

impl Default for Bilingual {
    fn default() -> Self {
        Self {
            nl: Texts::new(Language::Nl),
            en: Texts::new(Language::En),
        }
    }
}

impl Bilingual {
    /// The texts in one language.
    #[must_use]
    pub fn texts(&self, language: Language) -> &Texts {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }

    /// The text under `key`, or the key itself when there is none.
    #[must_use]
    pub fn localised(&self, key: &str) -> Localised {
        Localised {
            nl: self.nl.get(key),
            en: self.en.get(key),
        }
    }
}
