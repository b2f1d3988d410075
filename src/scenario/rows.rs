//! What a scenario lists, row by row, whether a CSV table or the TOML file lists it.

use toml::Spanned;

use super::csv_table::{CsvRow, CsvTable};
use super::problem::{FileIndex, Place, Problem};
use super::raw::{RawInput, RawSource};

/// A value with the place where it was written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Written<T> {
    pub value: T,
    pub place: Place,
}

impl<T: Clone> Written<T> {
    pub fn of(file: FileIndex, spanned: &Spanned<T>) -> Self {
        let span = spanned.span();
        Self {
            value: spanned.get_ref().clone(),
            place: Place { file, span },
        }
    }
}

/// A row that is known by a name, and replaced as a whole by a later layer.
pub(super) trait Row: Sized {
    /// The columns of its table.
    const COLUMNS: &'static [&'static str];

    /// Reads a line of a table; `None`, with a problem, when its name is missing.
    fn read(row: &CsvRow<'_>, problems: &mut Vec<Problem>) -> Option<Self>;

    /// What two layers know the row by.
    fn key(&self) -> String;

    /// Where its name stands.
    fn place(&self) -> &Place;
}

/// Reads every line of a table; `None`, with the problems, when it is no table of such rows.
pub(super) fn read_table<R: Row>(
    file: FileIndex,
    text: &str,
    problems: &mut Vec<Problem>,
) -> Option<Vec<R>> {
    let table = CsvTable::read(file, text, R::COLUMNS, problems)?;
    let rows = table.rows();
    Some(rows.filter_map(|row| R::read(&row, problems)).collect())
}

fn text(row: &CsvRow<'_>, column: &str) -> Option<Written<String>> {
    row.get(column).map(|cell| Written {
        value: cell.text.clone(),
        place: cell.place.clone(),
    })
}

fn required(
    row: &CsvRow<'_>,
    column: &str,
    problems: &mut Vec<Problem>,
) -> Option<Written<String>> {
    let found = text(row, column);
    if found.is_none() {
        let message = format!("this row has no `{column}`");
        problems.push(Problem::error(&row.place(), message));
    }
    found
}

fn plain(row: &CsvRow<'_>, column: &str) -> String {
    row.get(column)
        .map(|cell| cell.text.clone())
        .unwrap_or_default()
}

fn number(row: &CsvRow<'_>, column: &str, problems: &mut Vec<Problem>) -> Option<Written<f64>> {
    let (value, place) = row.number(column, problems)?;
    Some(Written { value, place })
}

/// A region.
#[derive(Debug, Clone)]
pub(super) struct RegionRow {
    pub id: Written<String>,
    pub name_nl: String,
    pub name_en: String,
}

impl Row for RegionRow {
    const COLUMNS: &'static [&'static str] = &["id", "name_nl", "name_en"];

    fn read(row: &CsvRow<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        Some(Self {
            id: required(row, "id", problems)?,
            name_nl: plain(row, "name_nl"),
            name_en: plain(row, "name_en"),
        })
    }

    fn key(&self) -> String {
        self.id.value.clone()
    }

    fn place(&self) -> &Place {
        &self.id.place
    }
}

/// The distance between two regions.
#[derive(Debug, Clone)]
pub(super) struct DistanceRow {
    pub from: Written<String>,
    pub to: Written<String>,
    pub km: Option<Written<f64>>,
}

impl Row for DistanceRow {
    const COLUMNS: &'static [&'static str] = &["from", "to", "km"];

    fn read(row: &CsvRow<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let from = required(row, "from", problems);
        let to = required(row, "to", problems);
        Some(Self {
            from: from?,
            to: to?,
            km: number(row, "km", problems),
        })
    }

    /// The same in both directions.
    fn key(&self) -> String {
        let (from, to) = (&self.from.value, &self.to.value);
        format!("{} {}", from.min(to), from.max(to))
    }

    fn place(&self) -> &Place {
        &self.from.place
    }
}

/// Where an object lies.
#[derive(Debug, Clone)]
pub(super) struct LocationRow {
    pub id: Written<String>,
    pub longitude: Option<Written<f64>>,
    pub latitude: Option<Written<f64>>,
    /// Whether a coordinate could not be read; a missing one is then no problem of its own.
    pub is_broken: bool,
    pub evidence: Option<Written<String>>,
    pub source: Option<Written<String>>,
    pub note: String,
}

impl Row for LocationRow {
    const COLUMNS: &'static [&'static str] = &["id", "lon", "lat", "evidence", "source", "note"];

    fn read(row: &CsvRow<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let id = required(row, "id", problems)?;
        let before = problems.len();
        Some(Self {
            id,
            longitude: number(row, "lon", problems),
            latitude: number(row, "lat", problems),
            is_broken: problems.len() > before,
            evidence: text(row, "evidence"),
            source: text(row, "source"),
            note: plain(row, "note"),
        })
    }

    fn key(&self) -> String {
        self.id.value.clone()
    }

    fn place(&self) -> &Place {
        &self.id.place
    }
}

/// Something that asks for land, or that others are made of.
#[derive(Debug, Clone)]
pub(super) struct ObjectRow {
    pub kind: Written<String>,
    pub id: Written<String>,
    pub name_nl: String,
    pub name_en: String,
    pub region: Option<Written<String>>,
    pub segment: Option<Written<String>>,
    pub transition: Option<Written<String>>,
    pub of: Option<Written<String>>,
    pub status: Option<Written<String>>,
}

impl Row for ObjectRow {
    const COLUMNS: &'static [&'static str] = &[
        "kind",
        "id",
        "name_nl",
        "name_en",
        "region",
        "segment",
        "transition",
        "of",
        "status",
    ];

    fn read(row: &CsvRow<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let kind = required(row, "kind", problems);
        Some(Self {
            id: required(row, "id", problems)?,
            kind: kind?,
            name_nl: plain(row, "name_nl"),
            name_en: plain(row, "name_en"),
            region: text(row, "region"),
            segment: text(row, "segment"),
            transition: text(row, "transition"),
            of: text(row, "of"),
            status: text(row, "status"),
        })
    }

    fn key(&self) -> String {
        format!("{} {}", self.kind.value, self.id.value)
    }

    fn place(&self) -> &Place {
        &self.id.place
    }
}

/// A publication.
#[derive(Debug, Clone)]
pub(super) struct SourceRow {
    pub id: Written<String>,
    pub content: RawSource,
}

impl Row for SourceRow {
    const COLUMNS: &'static [&'static str] = &["id", "title", "organisation", "year", "url"];

    fn read(row: &CsvRow<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        Some(Self {
            id: required(row, "id", problems)?,
            content: RawSource {
                title: plain(row, "title"),
                organisation: plain(row, "organisation"),
                year: plain(row, "year"),
                url: plain(row, "url"),
            },
        })
    }

    fn key(&self) -> String {
        self.id.value.clone()
    }

    fn place(&self) -> &Place {
        &self.id.place
    }
}

/// The parameters that a distribution can have, by the names of their columns.
pub(super) const PARAMETERS: [&str; 10] = [
    "low", "central", "high", "sd", "shape", "scale", "alpha", "beta", "min", "max",
];

/// An uncertain input.
#[derive(Debug, Clone)]
pub(super) struct InputRow {
    pub name: Written<String>,
    pub distribution: Option<Written<String>>,
    /// The parameters that were given, in the order of [`PARAMETERS`].
    pub parameters: Vec<(&'static str, Written<f64>)>,
    pub values: Vec<f64>,
    pub weights: Vec<f64>,
    /// Whether a number could not be read; the distribution is then not looked at.
    pub is_broken: bool,
    pub unit: Option<Written<String>>,
    pub evidence: Option<Written<String>>,
    pub source: Option<Written<String>>,
    pub group: Option<Written<String>>,
    pub loading: Option<Written<f64>>,
    pub note: String,
}

impl InputRow {
    /// The row of an input that the TOML file gives.
    pub fn of(file: FileIndex, name: &Spanned<String>, raw: &RawInput) -> Self {
        let text = |given: &Option<Spanned<String>>| given.as_ref().map(|s| Written::of(file, s));
        let given = [
            &raw.low,
            &raw.central,
            &raw.high,
            &raw.sd,
            &raw.shape,
            &raw.scale,
            &raw.alpha,
            &raw.beta,
            &raw.min,
            &raw.max,
        ];
        let list = |given: &Option<Spanned<Vec<f64>>>| {
            given
                .as_ref()
                .map(|s| s.get_ref().clone())
                .unwrap_or_default()
        };
        Self {
            name: Written::of(file, name),
            distribution: text(&raw.distribution),
            parameters: PARAMETERS
                .into_iter()
                .zip(given)
                .filter_map(|(name, given)| Some((name, Written::of(file, given.as_ref()?))))
                .collect(),
            values: list(&raw.values),
            weights: list(&raw.weights),
            is_broken: false,
            unit: text(&raw.unit),
            evidence: text(&raw.evidence),
            source: text(&raw.source),
            group: text(&raw.group),
            loading: raw.loading.as_ref().map(|s| Written::of(file, s)),
            note: text(&raw.note).map(|note| note.value).unwrap_or_default(),
        }
    }

    /// The value of a parameter, if it was given.
    pub fn parameter(&self, name: &str) -> Option<f64> {
        let found = self.parameters.iter().find(|(given, _)| *given == name);
        found.map(|(_, written)| written.value)
    }
}

impl Row for InputRow {
    const COLUMNS: &'static [&'static str] = &[
        "name",
        "distribution",
        "low",
        "central",
        "high",
        "sd",
        "shape",
        "scale",
        "alpha",
        "beta",
        "min",
        "max",
        "values",
        "weights",
        "unit",
        "evidence",
        "source",
        "group",
        "loading",
        "note",
    ];

    fn read(row: &CsvRow<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let name = required(row, "name", problems)?;
        let before = problems.len();
        let parameters = PARAMETERS
            .into_iter()
            .filter_map(|name| Some((name, number(row, name, problems)?)))
            .collect();
        let values = row.numbers("values", problems);
        let weights = row.numbers("weights", problems);
        Some(Self {
            name,
            distribution: text(row, "distribution"),
            parameters,
            values,
            weights,
            is_broken: problems.len() > before,
            unit: text(row, "unit"),
            evidence: text(row, "evidence"),
            source: text(row, "source"),
            group: text(row, "group"),
            loading: number(row, "loading", problems),
            note: plain(row, "note"),
        })
    }

    fn key(&self) -> String {
        self.name.value.clone()
    }

    fn place(&self) -> &Place {
        &self.name.place
    }
}

/// A published figure.
#[derive(Debug, Clone)]
pub(super) struct BenchmarkRow {
    pub id: Written<String>,
    pub outcome: Option<Written<String>>,
    pub sector: Option<Written<String>>,
    pub entity: Option<Written<String>>,
    pub region: Option<Written<String>>,
    pub segment: Option<Written<String>>,
    pub year: Option<Written<f64>>,
    pub low: Option<Written<f64>>,
    pub central: Option<Written<f64>>,
    pub high: Option<Written<f64>>,
    pub unit: Option<Written<String>>,
    pub source: Option<Written<String>>,
    pub evidence: Option<Written<String>>,
    pub scope: Option<Written<String>>,
    pub realised: Option<Written<f64>>,
    pub realised_source: Option<Written<String>>,
    pub note: String,
}

impl Row for BenchmarkRow {
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "outcome",
        "sector",
        "entity",
        "region",
        "segment",
        "year",
        "low",
        "central",
        "high",
        "unit",
        "source",
        "evidence",
        "scope",
        "realised",
        "realised_source",
        "note",
    ];

    fn read(row: &CsvRow<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        Some(Self {
            id: required(row, "id", problems)?,
            outcome: required(row, "outcome", problems),
            sector: text(row, "sector"),
            entity: text(row, "entity"),
            region: text(row, "region"),
            segment: text(row, "segment"),
            year: number(row, "year", problems),
            low: number(row, "low", problems),
            central: number(row, "central", problems),
            high: number(row, "high", problems),
            unit: required(row, "unit", problems),
            source: required(row, "source", problems),
            evidence: required(row, "evidence", problems),
            scope: required(row, "scope", problems),
            realised: number(row, "realised", problems),
            realised_source: text(row, "realised_source"),
            note: plain(row, "note"),
        })
    }

    fn key(&self) -> String {
        self.id.value.clone()
    }

    fn place(&self) -> &Place {
        &self.id.place
    }
}
