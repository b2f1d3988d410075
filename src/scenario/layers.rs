//! Files laid over each other: the scenario file on top, what it extends below.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use toml::Spanned;

use super::ScenarioError;
use super::library::{self, Extends, Library, beside, read_given};
use super::problem::{FileIndex, Place, Problem};
use super::raw::{
    self, FileNames, RawInput, RawLever, RawScenario, RawSource, RawText, RawVariant,
};
use super::rows::{
    BenchmarkRow, DistanceRow, InputRow, LocationRow, ObjectRow, RegionRow, Row, SourceRow,
    Written, read_table,
};
use super::source_text::SourceText;
use crate::files;

/// Everything that the files of a scenario say, the topmost file having the last word.
#[derive(Debug, Default)]
pub(super) struct Layers {
    pub library: Library,
    /// The start of the topmost file, for what is missing in it.
    pub top: Option<Place>,
    pub id: Option<Written<String>>,
    pub title: Option<RawText>,
    pub description: Option<RawText>,
    pub base_year: Option<Written<i64>>,
    pub horizons: Option<Vec<Written<i64>>>,
    pub complete_year: Option<Written<i64>>,
    pub draws: Option<Written<i64>>,
    pub seed: Option<Written<i64>>,
    pub design: Option<Written<String>>,
    pub joins: HashMap<String, (Place, Written<String>)>,
    pub groups: Option<Written<Vec<String>>>,
    pub pairs: Vec<Written<raw::RawPair>>,
    pub regions: Named<RegionRow>,
    pub objects: Named<ObjectRow>,
    pub inputs: Named<InputRow>,
    pub sources: Named<SourceRow>,
    pub benchmarks: Named<BenchmarkRow>,
    pub distances: Named<DistanceRow>,
    pub locations: Named<LocationRow>,
    pub variants: Vec<VariantFile>,
}

/// A policy variant with the levers of the files that it includes.
#[derive(Debug)]
pub(super) struct VariantFile {
    pub file: FileIndex,
    pub id: Option<Written<String>>,
    pub title: RawText,
    pub description: RawText,
    pub price_year: Option<i64>,
    pub levers: Vec<(FileIndex, RawLever)>,
}

/// Rows by name, in the order in which the names first appeared, each with all its layers.
#[derive(Debug)]
pub(super) struct Named<R> {
    rows: Vec<Vec<R>>,
    places: HashMap<String, usize>,
}

impl<R> Default for Named<R> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            places: HashMap::new(),
        }
    }
}

impl<R: Row> Named<R> {
    /// The rows that hold.
    pub fn rows(&self) -> impl Iterator<Item = &R> {
        self.rows.iter().filter_map(|layers| layers.last())
    }

    /// The layers of a row, the one that holds last.
    pub fn layers(&self, key: &str) -> Option<&[R]> {
        let place = *self.places.get(key)?;
        Some(&self.rows[place])
    }

    /// The row that holds.
    pub fn get(&self, key: &str) -> Option<&R> {
        self.layers(key)?.last()
    }

    /// Every name.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// Adds the rows whose names are not there yet, and gives those that are, with the row that holds.
    fn add_missing(&mut self, rows: Vec<R>) -> Vec<(R, &R)> {
        let mut known = Vec::new();
        for row in rows {
            let key = row.key();
            if self.places.contains_key(&key) {
                known.push(row);
            } else {
                self.places.insert(key, self.rows.len());
                self.rows.push(vec![row]);
            }
        }
        let held = known.into_iter().filter_map(|row| {
            let held = self.get(&row.key())?;
            Some((row, held))
        });
        held.collect()
    }

    /// Lays the rows of one file over those below; a name given twice in it is a problem.
    fn lay(&mut self, rows: Vec<R>, problems: &mut Vec<Problem>) {
        let mut own = HashSet::new();
        for row in rows {
            let key = row.key();
            if !own.insert(key.clone()) {
                let message = format!("`{key}` is given twice in this layer");
                problems.push(Problem::error(row.place(), message));
                continue;
            }
            if let Some(&place) = self.places.get(&key) {
                self.rows[place].push(row);
            } else {
                self.places.insert(key, self.rows.len());
                self.rows.push(vec![row]);
            }
        }
    }
}

/// Reads a scenario file with the files under it, their tables, and policy variants. Files may stand in `home` too.
///
/// # Errors
/// When the topmost file or that of a variant cannot be read; mistakes further down are problems.
pub(super) fn read(
    path: &Path,
    variants: &[&Path],
    home: Option<&Path>,
) -> Result<Layers, ScenarioError> {
    let in_home = home.map(|folder| folder.join("."));
    let given = std::iter::once(path).chain(variants.iter().copied());
    let mut layers = Layers {
        library: Library::for_given(given.chain(in_home.as_deref())),
        ..Layers::default()
    };
    let mut stack = layers.library.stack(path)?;
    while let Some(layer) = stack.pop() {
        layers.lay(&layer);
    }
    for variant in variants {
        let text = read_given(variant)?;
        layers.add_variant(variant, text);
    }
    Ok(layers)
}

/// One scenario file.
type Layer = library::Layer<RawScenario>;

impl Extends for RawScenario {
    fn extends(&self) -> Option<&Spanned<String>> {
        self.extends.as_ref()
    }
}

impl Layers {
    /// Lays one file over those below it.
    fn lay(&mut self, layer: &Layer) {
        let file = layer.file;
        self.top = Some(Place { file, span: 0..0 });
        self.id = layer.raw.id.as_ref().map(|id| Written::of(file, id));
        self.title.clone_from(&layer.raw.title);
        self.description.clone_from(&layer.raw.description);
        self.lay_settings(file, &layer.raw);
        self.regions_and_objects(layer);
        self.inputs_and_sources(layer);
    }

    fn lay_settings(&mut self, file: FileIndex, raw: &RawScenario) {
        replace(&mut self.base_year, file, raw.base_year.as_ref());
        replace(&mut self.complete_year, file, raw.complete_year.as_ref());
        replace(&mut self.draws, file, raw.run.draws.as_ref());
        replace(&mut self.seed, file, raw.run.seed.as_ref());
        replace(&mut self.design, file, raw.run.design.as_ref());
        replace(&mut self.groups, file, raw.correlation.groups.as_ref());
        if let Some(horizons) = &raw.horizons {
            let years = horizons.get_ref().iter();
            self.horizons = Some(years.map(|year| Written::of(file, year)).collect());
        }
        if !raw.correlation.pairs.is_empty() {
            let pairs = raw.correlation.pairs.iter();
            self.pairs = pairs.map(|pair| Written::of(file, pair)).collect();
        }
        for (name, join) in &raw.joins {
            let span = name.span();
            let place = (Place { file, span }, Written::of(file, join));
            self.joins.insert(name.get_ref().clone(), place);
        }
    }

    fn regions_and_objects(&mut self, layer: &Layer) {
        let regions = self.tables(layer, &layer.raw.tables.regions);
        self.regions.lay(regions, &mut self.library.problems);
        let objects = self.tables(layer, &layer.raw.tables.objects);
        self.objects.lay(objects, &mut self.library.problems);
        let benchmarks = self.tables(layer, &layer.raw.tables.benchmarks);
        self.benchmarks.lay(benchmarks, &mut self.library.problems);
        let distances = self.tables(layer, &layer.raw.tables.distances);
        self.distances.lay(distances, &mut self.library.problems);
        let locations = self.tables(layer, &layer.raw.tables.locations);
        self.locations.lay(locations, &mut self.library.problems);
    }

    fn inputs_and_sources(&mut self, layer: &Layer) {
        let tables = &layer.raw.tables;
        let at = (layer.file, layer.path.as_path());
        let sources = self.source_rows(at, &tables.sources, &layer.raw.sources);
        self.sources.lay(sources, &mut self.library.problems);
        let inputs = self.input_rows(at, &tables.inputs, &layer.raw.inputs);
        self.inputs.lay(inputs, &mut self.library.problems);
    }

    fn source_rows(
        &mut self,
        at: (FileIndex, &Path),
        tables: &FileNames,
        own: &BTreeMap<Spanned<String>, RawSource>,
    ) -> Vec<SourceRow> {
        let mut rows: Vec<SourceRow> = self.tables_of(at, tables);
        rows.extend(own.iter().map(|(id, content)| SourceRow {
            id: Written::of(at.0, id),
            content: content.clone(),
        }));
        rows
    }

    fn input_rows(
        &mut self,
        at: (FileIndex, &Path),
        tables: &FileNames,
        own: &BTreeMap<Spanned<String>, RawInput>,
    ) -> Vec<InputRow> {
        let mut rows: Vec<InputRow> = self.tables_of(at, tables);
        rows.extend(own.iter().map(|(name, raw)| InputRow::of(at.0, name, raw)));
        rows
    }

    fn tables<R: Row>(&mut self, layer: &Layer, names: &FileNames) -> Vec<R> {
        self.tables_of((layer.file, &layer.path), names)
    }

    /// The rows of the tables that a file names.
    fn tables_of<R: Row>(&mut self, at: (FileIndex, &Path), names: &FileNames) -> Vec<R> {
        let mut rows = Vec::new();
        for name in names.names() {
            if let Some(file) = self.read_table_file(at, name) {
                let text = self.library.files[file.0].text();
                match read_table::<R>(file, text, &mut self.library.problems) {
                    Some(read) => rows.extend(read),
                    None => self.library.is_incomplete = true,
                }
            }
        }
        rows
    }

    fn read_table_file(
        &mut self,
        (naming, naming_path): (FileIndex, &Path),
        name: &Spanned<String>,
    ) -> Option<FileIndex> {
        let path = beside(naming_path, name.get_ref());
        match self
            .library
            .read_named(&path, &Written::of(naming, name).place)
        {
            Ok(text) => Some(self.library.add_file(&path, text)),
            Err(problem) => {
                self.library.refuse(problem);
                None
            }
        }
    }
}

impl Layers {
    /// Adds a policy variant with everything it includes.
    fn add_variant(&mut self, path: &Path, text: String) {
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
pub(super) fn is_same_place(files: &[SourceText], one: &Place, other: &Place) -> bool {
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
pub(super) fn given_elsewhere(
    files: &[SourceText],
    name: &Written<String>,
    held: &Place,
) -> Problem {
    let file = files.get(held.file.0);
    let elsewhere = file.map_or(String::new(), |file| {
        format!("{}:{}", file.name(), file.line(held.span.start))
    });
    let message = format!("`{}` is also given in {elsewhere}", name.value);
    Problem::error(&name.place, message)
        .expected("variants that run together share one lever of each name")
        .hint("give the lever another `id`, and its inputs the same one")
}

fn replace<T: Clone>(held: &mut Option<Written<T>>, file: FileIndex, given: Option<&Spanned<T>>) {
    if let Some(given) = given {
        *held = Some(Written::of(file, given));
    }
}
