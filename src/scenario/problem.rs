//! What is wrong with a scenario, shown where it stands.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::source_text::SourceText;

/// The problems that are shown; the rest is counted.
const SHOWN: usize = 200;

/// A file of the scenario, by its order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileIndex(pub(super) usize);

/// A stretch of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: FileIndex,
    /// The bytes.
    pub span: Range<usize>,
}

impl Place {
    /// The start of the first file.
    pub(super) const START: Self = Self {
        file: FileIndex(0),
        span: 0..0,
    };
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What was expected there.
    pub label: String,
    /// What to do.
    pub hint: Option<String>,
}

impl Problem {
    /// An error at a place.
    pub(super) fn error(place: &Place, message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            place: place.clone(),
            label: String::new(),
            hint: None,
        }
    }

    /// The same with what was expected.
    pub(super) fn expected(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same with what to do.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same with the names that may stand there, and the nearest of them to what was written.
    pub(super) fn one_of<N: AsRef<str>>(self, written: &str, names: &[N]) -> Self {
        let names: Vec<_> = names.iter().map(AsRef::as_ref).collect();
        self.expected(format!("expected one of {}", names.join(", ")))
            .nearest(written, names)
    }

    /// The same with the nearest of the valid names, if one is near.
    pub(super) fn nearest<'a>(self, name: &str, valid: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(name, valid) {
            Some(nearest) => self.hint(format!("did you mean `{nearest}`?")),
            None => self,
        }
    }
}

/// The valid name that looks most like `name`, unless none does.
pub fn nearest<'a>(name: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distance = |candidate: &str| strsim::damerau_levenshtein(name, candidate);
    let allowed = (name.chars().count() / 3).max(1);
    valid
        .into_iter()
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The [`nearest`] name as the question at the end of a message; empty without one.
#[must_use]
pub fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or(String::new(), |name| format!(" (did you mean `{name}`?)"))
}

/// Everything wrong with a scenario, with the files it stands in.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    files: Vec<SourceText>,
    list: Vec<Problem>,
}

impl Problems {
    pub(super) fn new(files: &[SourceText], mut list: Vec<Problem>) -> Self {
        list.sort_by_key(|problem| (problem.place.file, problem.place.span.start));
        Self {
            files: files.to_vec(),
            list,
        }
    }

    /// The problems, by file and place.
    #[must_use]
    pub fn list(&self) -> &[Problem] {
        &self.list
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The problems as plain text.
    #[must_use]
    pub fn render(&self) -> String {
        self.render_with(&Renderer::plain())
    }

    /// The problems with terminal colours.
    #[must_use]
    pub fn render_styled(&self) -> String {
        self.render_with(&Renderer::styled())
    }

    fn render_with(&self, renderer: &Renderer) -> String {
        let mut parts: Vec<_> = self
            .list
            .iter()
            .take(SHOWN)
            .map(|problem| renderer.render(&self.report(problem)))
            .collect();
        if self.list.len() > SHOWN {
            parts.push(format!("and {} more problems", self.list.len() - SHOWN));
        }
        parts.join("\n\n")
    }

    fn report<'a>(&'a self, problem: &'a Problem) -> Vec<Group<'a>> {
        let title = Level::ERROR.primary_title(problem.message.as_str());
        let Some(file) = self.files.get(problem.place.file.0) else {
            return vec![Group::with_title(title)];
        };
        let annotation = AnnotationKind::Primary
            .span(file.shown_span(&problem.place.span))
            .label(problem.label.as_str());
        let snippet = Snippet::source(file.text())
            .path(file.name())
            .annotation(annotation);
        let mut group = title.element(snippet);
        if let Some(hint) = &problem.hint {
            group = group.element(Level::HELP.message(hint.as_str()));
        }
        vec![group]
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_near() {
        let valid = ["industry.rotterdam.area", "industry.moerdijk.area"];
        assert_eq!(nearest("industry.roterdam.area", valid), Some(valid[0]));
        assert_eq!(nearest("campus.jobs", valid), None);
    }
}
