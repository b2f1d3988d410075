//! A scenario of a finished job, to be asked for its outcomes in words.

use std::collections::BTreeSet;

use crate::analysis::Statistics;
use crate::chart::{Interval, YearBand};
use crate::engine::OutcomeName;
use crate::language::{Localised, Texts};
use crate::model::{OutcomeKind, Sector, Segment};
use crate::results::{
    OutcomeSummary, Results, ResultsError, ScenarioIdentity, Whose, WhoseSummary,
};
use crate::units::Year;

/// One scenario with its outcomes, and the words to tell of it.
#[derive(Debug)]
pub struct Run<'r> {
    /// The job that it was run in.
    pub results: &'r Results,
    /// What was run.
    pub scenario: &'r ScenarioIdentity,
    /// The words.
    pub texts: &'r Texts,
    summary: WhoseSummary,
}

/// A part of the whole; what is `None` is summed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Part<'p> {
    /// Whose land.
    pub sector: Option<Sector>,
    /// The id of the entity.
    pub entity: Option<&'p str>,
    /// The id of the region.
    pub region: Option<&'p str>,
    /// Of which quality.
    pub segment: Option<Segment>,
}

impl Part<'_> {
    /// Everything together.
    pub const WHOLE: Part<'static> = Part {
        sector: None,
        entity: None,
        region: None,
        segment: None,
    };

    /// One sector, or all of them.
    #[must_use]
    pub fn sector(sector: Option<Sector>) -> Self {
        Part {
            sector,
            ..Part::default()
        }
    }
}

impl<'r> Run<'r> {
    /// Every scenario of a job.
    ///
    /// # Errors
    /// When the table of outcomes cannot be read.
    pub fn all(results: &'r Results, texts: &'r Texts) -> Result<Vec<Self>, ResultsError> {
        let scenarios = results.scenarios.iter();
        scenarios
            .map(|scenario| {
                Ok(Self {
                    results,
                    scenario,
                    texts,
                    summary: results.summary(Whose::scenario(&scenario.id))?,
                })
            })
            .collect()
    }

    /// The title of the scenario.
    #[must_use]
    pub fn title(&self) -> &str {
        self.word(&self.scenario.title)
    }

    /// A text in the language of the report.
    #[must_use]
    pub fn word<'t>(&self, text: &'t Localised) -> &'t str {
        text.get(self.texts.language())
    }

    /// The years reported in full.
    #[must_use]
    pub fn years(&self) -> &'r [u16] {
        &self.scenario.years
    }

    /// The last year reported in full.
    #[must_use]
    pub fn last_year(&self) -> Option<u16> {
        self.years().last().copied()
    }

    /// An outcome of a part in a year, or over all years.
    #[must_use]
    pub fn outcome(
        &self,
        kind: OutcomeKind,
        part: Part<'_>,
        year: Option<u16>,
    ) -> Option<&OutcomeSummary> {
        let year = match year {
            Some(year) => Some(Year::new(year.into())?),
            None => None,
        };
        self.summary.get(&OutcomeName {
            kind,
            sector: part.sector,
            entity: part.entity.map(str::to_owned),
            region: part.region.map(str::to_owned),
            segment: part.segment,
            year,
        })
    }

    /// The distribution of an outcome of a part in a year.
    #[must_use]
    pub fn statistics(&self, kind: OutcomeKind, part: Part<'_>, year: u16) -> Option<&Statistics> {
        let found = self.outcome(kind, part, Some(year))?;
        Some(&found.statistics)
    }

    /// The bands of an outcome of a part in every year in which it is reported.
    #[must_use]
    pub fn bands(&self, kind: OutcomeKind, part: Part<'_>) -> Vec<YearBand> {
        let years = self.scenario.base_year..=self.scenario.last_year;
        let band = |year| {
            let found = self.statistics(kind, part, year)?;
            Some(YearBand::of(year, found))
        };
        years.filter_map(band).collect()
    }

    /// The median with P5 and P95, or a dash when the outcome is not reported.
    #[must_use]
    pub fn band(&self, kind: OutcomeKind, part: Part<'_>, year: u16) -> String {
        self.statistics(kind, part, year)
            .map_or_else(|| "–".to_owned(), |found| self.written(found))
    }

    /// The median with P5 and P95.
    #[must_use]
    pub fn written(&self, found: &Statistics) -> String {
        self.texts.band(Interval::from(found).figures(), "ha net")
    }

    /// The median and the band in plain words.
    #[must_use]
    pub fn in_plain_words(&self, found: &Statistics) -> String {
        let figures = [found.p50(), found.p05(), found.p95()];
        let [p50, p05, p95] = figures.map(|figure| self.texts.hectares(figure));
        let values = [("p50", p50), ("p05", p05), ("p95", p95)];
        self.filled("report-band", &values)
    }

    /// What a band says under a name and a year, for those who do not see the chart.
    #[must_use]
    pub fn in_words(&self, name: &str, year: u16, band: Interval) -> String {
        let hectares = |value| self.texts.hectares(value);
        let [p05, p50, p95] = band.figures();
        let values = [
            ("name", name.to_owned()),
            ("year", year.to_string()),
            ("p50", hectares(p50)),
            ("p05", hectares(p05)),
            ("p95", hectares(p95)),
        ];
        self.filled("chart-in-words", &values)
    }

    /// A text with its values filled in.
    #[must_use]
    pub fn filled(&self, key: &str, values: &[(&str, String)]) -> String {
        self.texts.format(key, values)
    }

    /// The text of a key for the kind of job that this run is of, or for any job where that has none.
    #[must_use]
    pub fn of_job(&self, key: &str) -> String {
        let own = format!("{key}-{}", self.results.job.kind.name());
        let text = self.texts.get(&own);
        if text == own {
            self.texts.get(key)
        } else {
            text
        }
    }

    /// How many draws it took, in words.
    #[must_use]
    pub fn draws(&self) -> String {
        let draws = usize::try_from(self.scenario.draws).unwrap_or(usize::MAX);
        self.texts.counted("draw", draws)
    }

    /// The name of a sector in a sentence.
    #[must_use]
    pub fn sector(&self, sector: Option<Sector>) -> String {
        let name = sector.map_or("all", Sector::name);
        self.texts.get(&format!("sector-{name}"))
    }

    /// The name of a segment.
    #[must_use]
    pub fn segment(&self, segment: Option<Segment>) -> String {
        let name = segment.map_or("all", Segment::name);
        self.texts.get(&format!("segment-{name}"))
    }

    /// The name of a segment in a sentence.
    #[must_use]
    pub fn segment_in_sentence(&self, segment: Segment) -> String {
        let name = self.segment(Some(segment)).to_lowercase();
        name.replace("hmc", "HMC")
    }

    /// The sectors that ask for land in this scenario.
    pub fn sectors(&self) -> impl Iterator<Item = Sector> + '_ {
        let entities = &self.scenario.entities;
        let is_present = |sector: &Sector| entities.iter().any(|one| one.sector == sector.name());
        Sector::ALL.into_iter().filter(is_present)
    }
}

/// What runs are or have, each thing once, in their order.
#[must_use]
pub fn distinct<'r>(runs: &[Run<'r>], of: impl Fn(&Run<'r>) -> String) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for one in runs.iter().map(of) {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// The years that any of the runs reports in full, in a sentence.
#[must_use]
pub fn years_of(runs: &[Run<'_>], texts: &Texts) -> String {
    let years: BTreeSet<_> = runs.iter().flat_map(Run::years).collect();
    let years: Vec<_> = years.into_iter().map(u16::to_string).collect();
    listed(&years, texts)
}

/// The base year of runs that share it, or that each has one of its own.
#[must_use]
pub fn base_of(runs: &[Run<'_>], texts: &Texts) -> String {
    match &distinct(runs, |run| run.scenario.base_year.to_string())[..] {
        [base] => base.clone(),
        _ => texts.get("report-own-base"),
    }
}

/// Names in a sentence: `a, b and c`.
#[must_use]
pub fn listed(names: &[String], texts: &Texts) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => texts.format(
            "report-list",
            &[("others", &others.join(", ")), ("last", last)],
        ),
    }
}
