//! The parts of a report, in the order in which they are read.

// All parts are written alike, and some can fail.
#![allow(clippy::unnecessary_wraps)]

mod benchmarks;
mod charts;
mod inputs;
mod key_messages;
mod method;
mod repeat;
mod scenarios;
mod scope;
mod shortage;
mod sources;
mod sweep;
mod tables;

use maud::Markup;

use super::run::Run;
use crate::chart::ChartError;

pub use charts::Topic;

/// What a report is made from: runs that stand side by side.
pub struct Material<'m> {
    /// Every scenario of every job.
    pub runs: &'m [Run<'m>],
    /// Whether it has charts.
    pub has_charts: bool,
}

impl<'m> Material<'m> {
    /// The first run of every job with its place among the runs, for what belongs to a job.
    pub fn jobs(&self) -> impl Iterator<Item = (usize, &'m Run<'m>)> + use<'m> {
        let runs = self.runs;
        let is_first = move |place: usize| {
            place == 0 || !std::ptr::eq(runs[place - 1].results, runs[place].results)
        };
        { runs.iter().enumerate() }.filter(move |(place, _)| is_first(*place))
    }

    /// A title of something that belongs to the job of a run: under the title of the run when there are several.
    pub fn titled(&self, run: &Run<'_>, title: &str) -> String {
        if self.jobs().count() > 1 {
            format!("{}: {title}", run.title())
        } else {
            title.to_owned()
        }
    }

    /// A text in the language of the report.
    pub fn text(&self, key: &str) -> String {
        self.runs
            .first()
            .map_or_else(String::new, |run| run.texts.get(key))
    }

    /// A number of things of a kind, in words.
    pub fn counted(&self, kind: &str, number: usize) -> String {
        let first = self.runs.first();
        first.map_or_else(String::new, |run| run.texts.counted(kind, number))
    }

    /// Whether several scenarios stand side by side.
    pub fn is_several(&self) -> bool {
        self.runs.len() > 1
    }
}

/// A part under a heading of the second level.
pub struct Section {
    /// Its id in the page, and the end of the key of its title.
    pub id: &'static str,
    /// What is under the heading.
    pub body: Markup,
}

/// A function that writes a part; nothing when there is nothing to tell.
type Writer = fn(&Material<'_>) -> Result<Option<Markup>, ChartError>;

/// The parts in order.
const SECTIONS: [(&str, Writer); 21] = [
    ("messages", key_messages::key_messages),
    ("sweep", sweep::sweep),
    ("scoreboard", benchmarks::scoreboard),
    ("scope", scope::scope),
    ("outcome", scenarios::outcome),
    ("scenarios", scenarios::scenarios),
    ("need", |material| charts::of(material, Topic::Need)),
    ("quality", |material| charts::of(material, Topic::Quality)),
    ("places", |material| charts::of(material, Topic::Places)),
    ("entities", |material| charts::of(material, Topic::Entities)),
    ("double-use", |material| {
        charts::of(material, Topic::DoubleUse)
    }),
    ("shortage", shortage::shortage),
    ("variants", tables::variants),
    ("drivers", tables::drivers),
    ("other", tables::other),
    ("benchmarks", benchmarks::benchmarks),
    ("inputs", inputs::inputs),
    ("sources", sources::sources),
    ("method", method::method),
    ("limits", method::limits),
    ("repeat", repeat::repeat),
];

/// Every part that has something to tell.
pub fn sections(material: &Material<'_>) -> Result<Vec<Section>, ChartError> {
    let mut sections = Vec::new();
    for (id, write) in SECTIONS {
        sections.extend(write(material)?.map(|body| Section { id, body }));
    }
    Ok(sections)
}
