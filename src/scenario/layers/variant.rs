//! Policy variants with everything that they include.

use std::path::{Path, PathBuf};

use toml::Spanned;

use super::Layers;
use crate::files;
use crate::scenario::library::beside;
use crate::scenario::problem::{FileIndex, Place, Problem};
use crate::scenario::raw::{RawLever, RawText, RawVariant};
use crate::scenario::rows::{InputRow, Row, Written};
use crate::scenario::source_text::SourceText;

/// A policy variant with the levers of the files that it includes.
#[derive(Debug)]
pub struct VariantFile {
    pub file: FileIndex,
    pub id: Option<Written<String>>,
    pub title: RawText,
    pub description: RawText,
    pub price_year: Option<i64>,
    pub levers: Vec<(FileIndex, RawLever)>,
}

impl Layers {
    /// Adds a policy variant with everything it includes.
    pub(super) fn add_variant(&mut self, path: &Path, text: String) {
        let file = self.library.add_file(path, text);
        let raw: RawVariant = self.library.raw(file);
        let mut variant = VariantFile {
            file,
            id: raw.id.as_ref().map(|id| Written::of(file, id)),
            title: raw.title.clone().unwrap_or_default(),
            description: raw.description.clone().unwrap_or_default(),
            price_year: raw.price_year,
            levers: Vec::new(),
        };
        let mut open = vec![path.to_owned()];
        self.add_levers((file, path), &raw, &mut variant, &mut open);
        self.variants.push(variant);
    }

    fn add_levers(
        &mut self,
        at: (FileIndex, &Path),
        raw: &RawVariant,
        variant: &mut VariantFile,
        open: &mut Vec<PathBuf>,
    ) {
        variant.price_year = variant.price_year.or(raw.price_year);
        if let (Some(own), Some(of_all)) = (raw.price_year, variant.price_year)
            && own != of_all
        {
            let place = Place {
                file: at.0,
                span: 0..0,
            };
            let message =
                format!("costs are in euro of {own} here, and of {of_all} in the package");
            let problem = Problem::error(&place, message);
            self.library
                .problems
                .push(problem.hint("bring them to one price year"));
        }
        for name in &raw.include {
            self.include(at, name, variant, open);
        }
        let sources = self.source_rows(at, &raw.tables.sources, &raw.sources);
        // Variants cite the same sources, each with a copy of its own.
        self.sources.add_missing(sources);
        let inputs = self.input_rows(at, &raw.tables.inputs, &raw.inputs);
        let inputs = self.lever_inputs(inputs);
        for (row, held) in self.inputs.add_missing(inputs) {
            // A file that several packages include says the same thing every time.
            if !is_same_place(&self.library.files, row.place(), held.place()) {
                let problem = given_elsewhere(&self.library.files, &row.name, held.place());
                self.library.problems.push(problem);
            }
        }
        let levers = raw.levers.iter().map(|lever| (at.0, lever.clone()));
        variant.levers.extend(levers);
    }

    fn include(
        &mut self,
        at: (FileIndex, &Path),
        name: &Spanned<String>,
        variant: &mut VariantFile,
        open: &mut Vec<PathBuf>,
    ) {
        let path = beside(at.1, name.get_ref());
        let place = Written::of(at.0, name).place;
        if open.iter().any(|above| files::is_same(above, &path)) {
            let message = format!("{} includes itself", path.display());
            self.library.problems.push(Problem::error(&place, message));
            return;
        }
        let Some(file) = self.read_table_file(at, name) else {
            return;
        };
        let raw: RawVariant = self.library.raw(file);
        open.push(path.clone());
        self.add_levers((file, &path), &raw, variant, open);
        open.pop();
    }

    /// The inputs of levers; a variant moves other inputs by its levers and never replaces them.
    fn lever_inputs(&mut self, rows: Vec<InputRow>) -> Vec<InputRow> {
        let (levers, others): (Vec<_>, Vec<_>) = rows
            .into_iter()
            .partition(|row| row.name.value.starts_with("lever."));
        for row in others {
            let message = format!("`{}` is no input of a lever", row.name.value);
            let problem = Problem::error(row.place(), message)
                .expected("a variant gives inputs named `lever.<lever>.…` only")
                .hint("to change another input, use a lever of kind `adjust`");
            self.library.problems.push(problem);
        }
        levers
    }
}

/// Whether two places are one, though its file was read twice.
pub fn is_same_place(files: &[SourceText], one: &Place, other: &Place) -> bool {
    let name = |place: &Place| files.get(place.file.0).map(SourceText::name);
    let is_same_file = match (name(one), name(other)) {
        (Some(one), Some(other)) => {
            one == other || files::is_same(Path::new(one), Path::new(other))
        }
        _ => false,
    };
    is_same_file && one.span == other.span
}

/// A name that two variants give different meanings, so that it is not clear which holds.
pub fn given_elsewhere(files: &[SourceText], name: &Written<String>, held: &Place) -> Problem {
    let file = files.get(held.file.0);
    let elsewhere = file.map_or(String::new(), |file| {
        format!("{}:{}", file.name(), file.line(held.span.start))
    });
    let message = format!("`{}` is also given in {elsewhere}", name.value);
    Problem::error(&name.place, message)
        .expected("variants that run together share one lever of each name")
        .hint("give the lever another `id`, and its inputs the same one")
}
