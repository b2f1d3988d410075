//! What every command that computes takes.

use std::path::PathBuf;

use clap::Args;
use ruimtevraag::export::{CsvDialect, Format};
use ruimtevraag::language::Language;
use ruimtevraag::sampling::DesignKind;
use ruimtevraag::scenario::MOST_DRAWS;

/// How a run is done and where it is left.
#[derive(Debug, Args)]
pub struct Settings {
    /// Number of draws [default: what the scenario says]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=MOST_DRAWS))]
    pub draws: Option<u64>,
    /// Seed of the random streams [default: what the scenario says]
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// How draws fill the range of every input: mc (Monte Carlo), lhs (Latin hypercube) or sobol
    /// (scrambled Sobol' sequence) [default: what the scenario says]
    #[arg(long, value_name = "DESIGN")]
    pub design: Option<DesignKind>,
    /// Years reported in full detail, as in 2030,2040,2050 [default: the scenario's horizons]
    #[arg(long, value_name = "YEARS", value_delimiter = ',')]
    pub years: Vec<u16>,
    /// Threads to use; outcomes do not depend on it [default: all cores]
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true, value_parser = threads)]
    pub threads: usize,
    /// Memory for outcomes, in MiB; beyond it quantiles come from counts, with a stated error
    #[arg(long, value_name = "MIB", default_value_t = 1024)]
    pub memory: usize,
    /// Folder for tables and charts [default: output/<name>]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Language of charts and terminal: nl or en
    #[arg(long, value_name = "LANG", default_value = "nl")]
    pub lang: Language,
    /// Formats beside CSV and JSON, which are always left: xlsx, parquet or geojson, or several as in
    /// xlsx,parquet
    #[arg(long = "format", value_name = "FORMATS", value_delimiter = ',')]
    pub formats: Vec<Format>,
    /// How CSV is written: standard (commas, decimal point) or nl (semicolons, decimal comma)
    #[arg(long, value_name = "DIALECT", default_value = "standard")]
    pub csv_dialect: CsvDialect,
    /// Leave out the charts
    #[arg(long)]
    pub no_charts: bool,
    /// Print no progress and no messages
    #[arg(long, short)]
    pub quiet: bool,
}

/// The most threads: more than the cores of any machine this is run on.
const MOST_THREADS: usize = 1_024;

fn threads(text: &str) -> Result<usize, String> {
    let number = text.parse().ok();
    number
        .filter(|number| *number <= MOST_THREADS)
        .ok_or_else(|| format!("expected a number of threads from 1 to {MOST_THREADS}"))
}

impl Settings {
    /// Whether a format was asked for.
    pub fn has(&self, format: Format) -> bool {
        self.formats.contains(&format)
    }

    /// What is to be left and in which language, as it is typed; what is usual is not typed, but for the language.
    pub fn output_words(&self) -> Vec<String> {
        let mut words = vec!["--lang".to_owned(), self.lang.to_string()];
        if !self.formats.is_empty() {
            let names: Vec<_> = self.formats.iter().map(|format| format.name()).collect();
            words.extend(["--format".to_owned(), names.join(",")]);
        }
        if self.csv_dialect != CsvDialect::default() {
            let dialect = self.csv_dialect.name();
            words.extend(["--csv-dialect", dialect].map(str::to_owned));
        }
        if self.no_charts {
            words.push("--no-charts".to_owned());
        }
        words
    }
}
