//! What a job found as a workbook: a cover and a sheet for each table.

use super::Results;
use crate::export::{Book, Sheet};
use crate::language::Texts;

impl Results {
    /// The tables as a workbook whose cover is in one language.
    #[must_use]
    pub fn book(&self, texts: &Texts) -> Book {
        let language = texts.language();
        let titles = self
            .scenarios
            .iter()
            .map(|scenario| scenario.title.get(language));
        let titles: Vec<_> = titles.collect();
        Book {
            cover_name: texts.get("book-cover"),
            title: titles.join(" – "),
            cover: self.cover(texts),
            contents: texts.get("book-sheets"),
            sheets: self
                .tables
                .iter()
                .map(|table| Sheet {
                    name: table.name.clone(),
                    title: table.title.get(language).to_owned(),
                    table: table.table.clone(),
                })
                .collect(),
        }
    }

    fn cover(&self, texts: &Texts) -> Vec<(String, String)> {
        let language = texts.language();
        let mut cover = Vec::new();
        for scenario in &self.scenarios {
            let description = scenario.description.get(language);
            let years: Vec<_> = scenario.years.iter().map(u16::to_string).collect();
            let inputs = scenario.inputs;
            let values = [
                ("title", scenario.title.get(language)),
                ("base", &scenario.base_year.to_string()),
                ("years", &years.join(", ")),
                ("all", &texts.whole(inputs.all)),
                ("assumption", &texts.whole(inputs.assumption)),
            ];
            let about = texts.format("book-scenario-text", &values);
            let text = format!("{about} {description}").trim().to_owned();
            cover.push((texts.get("book-scenario"), text));
        }
        let job = &self.job;
        let draws = usize::try_from(job.draws).unwrap_or(usize::MAX);
        let made = texts.format(
            "book-made-text",
            &[
                ("version", &job.version),
                ("draws", &texts.whole(draws)),
                ("design", &job.design),
                ("seed", &job.seed.to_string()),
            ],
        );
        cover.push((texts.get("book-made"), made));
        cover.push((texts.get("book-repeat"), job.command.clone()));
        cover.push((texts.get("book-fingerprint"), job.fingerprint.clone()));
        cover.push((texts.get("book-reading"), texts.get("book-reading-text")));
        cover
    }
}
