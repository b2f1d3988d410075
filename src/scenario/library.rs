//! The files that were read, with everything wrong in them.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::ScenarioError;
use super::problem::{FileIndex, Place, Problem, nearest};
use super::raw;
use super::rows::Written;
use super::source_text::SourceText;
use crate::files;

/// How many files may stand under one another.
const MOST_LAYERS: usize = 20;

/// Files by the order of reading, and what is wrong with them.
#[derive(Debug, Default)]
pub(super) struct Library {
    pub files: Vec<SourceText>,
    pub problems: Vec<Problem>,
    /// Whether a file is not there or is broken, so that names may be missing for that reason alone.
    pub is_incomplete: bool,
    /// Where files that others name may stand.
    homes: Vec<PathBuf>,
}

/// A file that may stand on another one.
pub(super) trait Extends: Default + for<'a> Deserialize<'a> {
    /// The name of the file under it.
    fn extends(&self) -> Option<&Spanned<String>>;
}

/// One of the files that stand on each other.
pub(super) struct Layer<R> {
    pub path: PathBuf,
    pub file: FileIndex,
    pub raw: R,
}

/// A path as the file at `path` names it.
pub(super) fn beside(path: &Path, name: &str) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).join(name)
}

impl Library {
    /// A library for files that the user gave. Files that those name may stand where their author
    /// works: in the folders of the given ones, and in the one that the program was started in.
    pub fn for_given<'p>(given: impl IntoIterator<Item = &'p Path>) -> Self {
        let folders = given.into_iter().map(|file| beside(file, "."));
        Self {
            homes: folders.chain([PathBuf::from(".")]).collect(),
            ..Self::default()
        }
    }

    /// Keeps a file.
    pub fn add_file(&mut self, path: &Path, text: String) -> FileIndex {
        let file = FileIndex(self.files.len());
        self.problems.extend(invisible(file, &text));
        let name = path.display().to_string();
        self.files.push(SourceText::new(name, text));
        file
    }

    /// What a file says, as far as it can be read.
    pub fn raw<T: Default + for<'a> Deserialize<'a>>(&mut self, file: FileIndex) -> T {
        let read = raw::read(file, self.files[file.0].text(), &mut self.problems);
        self.is_incomplete |= !read.is_whole;
        read.content
    }

    /// Reads a file that was given by the user with those under it, the topmost first.
    ///
    /// # Errors
    /// When the topmost file cannot be read; mistakes further down are problems.
    pub fn stack<R: Extends>(&mut self, path: &Path) -> Result<Vec<Layer<R>>, ScenarioError> {
        let top = read_given(path)?;
        let mut stack = vec![self.parse(path, top)];
        while let Some((below, place)) = stack.last().and_then(Layer::below) {
            match self.read_below(&below, &stack, &place) {
                Ok(layer) => stack.push(layer),
                Err(problem) => {
                    self.refuse(problem);
                    break;
                }
            }
        }
        Ok(stack)
    }

    fn parse<R: Extends>(&mut self, path: &Path, text: String) -> Layer<R> {
        let file = self.add_file(path, text);
        let raw = self.raw(file);
        let path = path.to_owned();
        Layer { path, file, raw }
    }

    fn read_below<R: Extends>(
        &mut self,
        path: &Path,
        stack: &[Layer<R>],
        named_at: &Place,
    ) -> Result<Layer<R>, Problem> {
        if stack.iter().any(|layer| files::is_same(&layer.path, path)) {
            let message = format!("{} stands under itself", path.display());
            return Err(
                Problem::error(named_at, message).hint("take out one `extends` of the circle")
            );
        }
        if stack.len() >= MOST_LAYERS {
            let message = format!("more than {MOST_LAYERS} files stand under one another");
            return Err(Problem::error(named_at, message));
        }
        let text = self.read_named(path, named_at)?;
        Ok(self.parse(path, text))
    }

    /// Notes that a file is not there.
    pub fn refuse(&mut self, problem: Problem) {
        self.problems.push(problem);
        self.is_incomplete = true;
    }

    /// The text of a file that another one names.
    pub fn read_named(&self, path: &Path, named_at: &Place) -> Result<String, Problem> {
        let mut homes = self.homes.iter();
        if files::exists(path) && !homes.any(|home| files::is_inside(path, home)) {
            let message = format!("{} lies outside the scenario's folder", path.display());
            return Err(Problem::error(named_at, message)
                .expected("files stand in the folder of the scenario or under the working folder")
                .hint("start the program from a folder that holds both"));
        }
        files::read_text(path).map_err(|error| {
            let message = format!("this file cannot be read: {error}");
            let problem = Problem::error(named_at, message)
                .expected("paths are relative to the file that names them");
            match nearest_file(path) {
                Some(near) => problem.hint(format!("there is a `{near}` beside it")),
                None => problem,
            }
        })
    }
}

impl<R: Extends> Layer<R> {
    /// The file under this one, and where it is named.
    fn below(&self) -> Option<(PathBuf, Place)> {
        let below = Written::of(self.file, self.raw.extends()?);
        Some((beside(&self.path, &below.value), below.place))
    }
}

/// A character that is not seen but makes text read otherwise than it stands: the first one in a
/// file.
fn invisible(file: FileIndex, text: &str) -> Option<Problem> {
    let is_invisible = |c: char| {
        let moves_text = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        moves_text || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
    };
    let (at, found) = text.char_indices().find(|(_, c)| is_invisible(*c))?;
    let span = at..at + found.len_utf8();
    let message = format!(
        "an invisible character, U+{:04X}, stands here",
        u32::from(found)
    );
    let problem = Problem::error(&Place { file, span }, message);
    Some(problem.hint("take it out; it would make text read otherwise than it stands"))
}

/// The text of a file that was given by the user.
pub(super) fn read_given(path: &Path) -> Result<String, ScenarioError> {
    files::read_text(path).map_err(|error| ScenarioError::File {
        error,
        near: nearest_file(path),
    })
}

/// The file beside a missing one whose name looks most like it; none when it is not missing.
fn nearest_file(path: &Path) -> Option<String> {
    if files::exists(path) {
        return None;
    }
    let names = files::names_beside(path);
    let wanted = path.file_name()?.to_string_lossy().into_owned();
    nearest(&wanted, names.iter().map(String::as_str)).map(str::to_owned)
}
