//! The charts of a sweep: how outcomes move with the parameters, and what variants then bring for their cost.
//!
//! An outcome of several years is shown in its last one. Where two parameters make a grid, heat maps and lines
//! are drawn over it; points that make none are drawn as points. What does not apply is not drawn.

mod layout;
mod over_parameters;
mod whole;

use super::frame::Frame;
use super::{Beside, Body, Chart, SideBySide};
use crate::language::Texts;
use crate::sweep::{SweepFindings, SweepStory};
use layout::Layout;

/// Makes every chart of a sweep whose parameters vary.
#[must_use]
pub fn sweep_charts(findings: &SweepFindings<'_>, texts: &Texts) -> Vec<Chart> {
    let Some(layout) = Layout::of(&findings.plan.points) else {
        return Vec::new();
    };
    let about = About {
        story: SweepStory::new(findings, texts),
        layout,
    };
    let mut charts = about.heat_maps();
    charts.extend(about.changes());
    charts.extend(about.lines());
    charts.extend(about.parallel());
    charts.extend(about.cost_and_shortage());
    charts
}

struct About<'f> {
    story: SweepStory<'f>,
    layout: Layout,
}

impl About<'_> {
    fn chart(&self, frame: Frame, body: Body) -> Chart {
        let sweep = self.story.plan.sweep;
        let source = [
            ("version", env!("CARGO_PKG_VERSION").to_owned()),
            ("id", sweep.id.to_string()),
            ("draws", self.draws()),
            ("design", sweep.run.design.to_string()),
            ("seed", sweep.run.seed.to_string()),
        ];
        frame.around(body, "", self.format("chart-sweep-source", &source))
    }

    /// Panels side by side, or the only one by itself.
    fn side_by_side(mut panels: Vec<Beside>) -> Option<Body> {
        match panels.len() {
            0 => None,
            1 => panels.pop().map(|panel| panel.body),
            _ => Some(Body::SideBySide(SideBySide { panels })),
        }
    }

    /// A panel for each scenario.
    fn by_scenario(&self, body: impl Fn(usize) -> Body) -> Option<Body> {
        let panels = self.story.scenarios().map(|scenario| Beside {
            title: self.story.scenario(scenario),
            body: body(scenario),
        });
        Self::side_by_side(panels.collect())
    }

    fn format(&self, key: &str, values: &[(&str, String)]) -> String {
        self.story.texts.format(key, values)
    }

    /// A title about an outcome in a scenario.
    fn title_in(&self, key: &str, (scenario, outcome): (usize, usize)) -> String {
        let values = [
            ("outcome", self.story.outcome(outcome)),
            ("scenario", self.story.scenario(scenario)),
        ];
        self.format(key, &values)
    }

    fn draws(&self) -> String {
        self.story.texts.whole(self.story.plan.sweep.run.draws)
    }

    /// At which values parameters that are not drawn are held, in a sentence; empty when all are drawn.
    fn held(&self, fixed: &[(usize, f64)]) -> String {
        let values: Vec<_> = { fixed.iter() }
            .map(|&(parameter, value)| self.story.value(parameter, value))
            .collect();
        if values.is_empty() {
            return String::new();
        }
        self.format("chart-sweep-held", &[("values", values.join("; "))])
    }

    /// What medians and draws are behind a chart of the scenarios side by side.
    fn reading(&self, key: &str, fixed: &[(usize, f64)]) -> String {
        let values = [
            ("draws", self.draws()),
            ("variant", self.story.variant(self.story.shown_variant())),
        ];
        format!("{} {}", self.format(key, &values), self.held(fixed))
    }
}
