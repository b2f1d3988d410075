//! Files laid over each other: the scenario file on top, what it extends below.

mod variant;

pub(super) use variant::{VariantFile, given_elsewhere, is_same_place};

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use toml::Spanned;

use super::ScenarioError;
use super::library::{self, Extends, Library, beside, read_given};
use super::problem::{FileIndex, Place, Problem};
use super::raw::{self, FileNames, RawInput, RawScenario, RawSource, RawText};
use super::rows::{
    BenchmarkRow, DistanceRow, InputRow, LocationRow, ObjectRow, RegionRow, Row, SourceRow,
    Written, read_table,
};

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
    /// The beginning of the topmost file.
    pub fn start(&self) -> Place {
        self.top.clone().unwrap_or(Place::START)
    }

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

/// What a file on top gives takes the place of what is held.
pub(super) fn replace<T: Clone>(
    held: &mut Option<Written<T>>,
    file: FileIndex,
    given: Option<&Spanned<T>>,
) {
    if let Some(given) = given {
        *held = Some(Written::of(file, given));
    }
}
