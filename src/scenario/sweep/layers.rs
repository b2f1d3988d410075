//! Sweep files laid over each other.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use toml::Spanned;

use crate::scenario::ScenarioError;
use crate::scenario::layers::replace;
use crate::scenario::library::{Extends, Layer, Library, beside};
use crate::scenario::problem::{FileIndex, Place, Problem};
use crate::scenario::raw::{RawLeaveOut, RawParameter, RawSweep, RawText};
use crate::scenario::rows::Written;

/// Everything that the files of a sweep say, the topmost file having the last word.
#[derive(Debug, Default)]
pub(super) struct Layers {
    pub library: Library,
    pub top: Option<Place>,
    pub id: Option<Written<String>>,
    pub title: RawText,
    pub description: RawText,
    pub scenarios: Vec<Written<PathBuf>>,
    pub variants: Vec<Written<PathBuf>>,
    pub years: Vec<Written<i64>>,
    pub outcomes: Vec<Written<String>>,
    pub draws: Option<Written<i64>>,
    pub seed: Option<Written<i64>>,
    pub design: Option<Written<String>>,
    pub method: Option<Written<String>>,
    pub number: Option<Written<i64>>,
    pub points_seed: Option<Written<i64>>,
    /// Parameters with the files they stand in; a later one replaces one of the same id.
    pub parameters: Vec<(FileIndex, RawParameter)>,
    pub left_out: Vec<(FileIndex, RawLeaveOut)>,
}

impl Extends for RawSweep {
    fn extends(&self) -> Option<&Spanned<String>> {
        self.extends.as_ref()
    }
}

/// Reads a sweep file with those under it.
///
/// # Errors
/// When the topmost file cannot be read; mistakes further down are problems.
pub(super) fn read(path: &Path) -> Result<Layers, ScenarioError> {
    let mut layers = Layers {
        library: Library::for_given([path]),
        ..Layers::default()
    };
    let mut stack = layers.library.stack(path)?;
    while let Some(layer) = stack.pop() {
        layers.lay(layer);
    }
    Ok(layers)
}

/// The last given list holds.
fn replace_list<T, W>(held: &mut Vec<W>, given: Option<&Vec<T>>, written: impl Fn(&T) -> W) {
    if let Some(given) = given {
        *held = given.iter().map(written).collect();
    }
}

impl Layers {
    /// The beginning of the topmost file.
    pub fn start(&self) -> Place {
        self.top.clone().unwrap_or(Place::START)
    }

    fn lay(&mut self, layer: Layer<RawSweep>) {
        let Layer { path, file, raw } = layer;
        self.top = Some(Place { file, span: 0..0 });
        self.id = raw.id.as_ref().map(|id| Written::of(file, id));
        self.title = raw.title.unwrap_or_default();
        self.description = raw.description.unwrap_or_default();
        let path_of = |name: &Spanned<String>| {
            let Written { value, place } = Written::of(file, name);
            let value = beside(&path, &value);
            Written { value, place }
        };
        replace_list(&mut self.scenarios, raw.scenarios.as_ref(), path_of);
        replace_list(&mut self.variants, raw.variants.as_ref(), path_of);
        replace_list(&mut self.years, raw.years.as_ref(), |year| {
            Written::of(file, year)
        });
        replace_list(&mut self.outcomes, raw.outcomes.as_ref(), |name| {
            Written::of(file, name)
        });
        replace(&mut self.draws, file, raw.run.draws.as_ref());
        replace(&mut self.seed, file, raw.run.seed.as_ref());
        replace(&mut self.design, file, raw.run.design.as_ref());
        replace(&mut self.method, file, raw.points.method.as_ref());
        replace(&mut self.number, file, raw.points.number.as_ref());
        replace(&mut self.points_seed, file, raw.points.seed.as_ref());
        self.lay_parameters(file, raw.parameters);
        let left_out = raw.leave_out.into_iter();
        self.left_out.extend(left_out.map(|one| (file, one)));
    }

    fn lay_parameters(&mut self, file: FileIndex, parameters: Vec<RawParameter>) {
        let mut own = HashSet::new();
        for parameter in parameters {
            let Some(id) = &parameter.id else {
                let place = Place { file, span: 0..0 };
                let problem = Problem::error(&place, "a parameter has no `id`");
                self.library
                    .problems
                    .push(problem.hint("id = \"…\" names its column in tables"));
                continue;
            };
            let written = Written::of(file, id);
            if !own.insert(written.value.clone()) {
                let message = format!("two parameters have the id `{}`", written.value);
                self.library
                    .problems
                    .push(Problem::error(&written.place, message));
                continue;
            }
            let is_same = |(_, other): &&mut (FileIndex, RawParameter)| {
                other.id.as_ref().map(Spanned::get_ref) == Some(&written.value)
            };
            match self.parameters.iter_mut().find(is_same) {
                Some(held) => *held = (file, parameter),
                None => self.parameters.push((file, parameter)),
            }
        }
    }
}
