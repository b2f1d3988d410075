//! Tables and charts with the names that people know them by.

use serde::{Deserialize, Serialize};

use super::identity::Named;
use crate::chart::Chart;
use crate::export::Table;
use crate::language::{Bilingual, Language, Localised, Texts};

/// A table with its name and title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NamedTable {
    /// The stem of its file name, and the name by which it is found.
    pub name: String,
    /// What it holds.
    pub title: Localised,
    /// The names of columns that only this table has, such as those of parameters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<Named>,
    /// Its cells.
    pub table: Table,
}

impl NamedTable {
    /// A table under a name; its title is the text `table-` with that name.
    #[must_use]
    pub fn new(name: &str, table: Table, texts: &Bilingual) -> Self {
        Self {
            name: name.to_owned(),
            title: texts.localised(&format!("table-{name}")),
            heads: Vec::new(),
            table,
        }
    }
}

/// What a job has to say first of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyMessage {
    /// What it is about.
    pub topic: Localised,
    /// What was found, in one sentence or more; each line stands by itself.
    pub says: Localised,
}

impl KeyMessage {
    /// The same messages in both languages: what each is about, and what was found.
    #[must_use]
    pub fn all(texts: &Bilingual, messages: impl Fn(&Texts) -> Vec<(String, String)>) -> Vec<Self> {
        let [nl, en] = Language::ALL.map(|language| messages(texts.texts(language)));
        nl.into_iter()
            .zip(en)
            .map(|(nl, en)| Self {
                topic: Localised { nl: nl.0, en: en.0 },
                says: Localised { nl: nl.1, en: en.1 },
            })
            .collect()
    }
}

/// A chart in both languages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NamedChart {
    /// In Dutch.
    pub nl: Chart,
    /// In English.
    pub en: Chart,
}

impl NamedChart {
    /// Makes the same charts in both languages.
    #[must_use]
    pub fn all(texts: &Bilingual, charts: impl Fn(&Texts) -> Vec<Chart>) -> Vec<Self> {
        let [nl, en] = Language::ALL.map(|language| charts(texts.texts(language)));
        nl.into_iter()
            .zip(en)
            .map(|(nl, en)| Self { nl, en })
            .collect()
    }

    /// The stem of the file name, and the name by which it is found.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.nl.name
    }

    /// The chart in a language.
    #[must_use]
    pub fn get(&self, language: Language) -> &Chart {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}
