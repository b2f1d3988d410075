//! What can be typed behind `plot`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use ruimtevraag::chart::{Palette, Size};
use ruimtevraag::language::Language;

/// What `plot` takes.
#[derive(Debug, Args)]
pub struct PlotArguments {
    /// Folders of finished runs; the same chart of several stands side by side on one scale
    #[arg(required = true, value_name = "RUN")]
    pub runs: Vec<PathBuf>,
    /// The chart to draw, or all
    #[arg(long, value_name = "NAME", default_value = "all")]
    pub chart: String,
    /// Show the names of the charts and draw nothing
    #[arg(long)]
    pub list: bool,
    /// Width and height, as in 1200x900 [default: 1600x900]
    #[arg(long, value_name = "SIZE")]
    pub size: Option<Size>,
    /// Language: nl or en [default: that of the first run]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Language>,
    /// colour, or grey for print in black and white
    #[arg(long, value_name = "PALETTE", default_value = "colour")]
    pub palette: Palette,
    /// A title of one's own
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Who shows the chart, at its foot
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    pub organisation: String,
    /// Folder, or the file for a single chart [default: output/plots]
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// Which pictures to leave
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub format: Option<Picture>,
}

/// A kind of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Picture {
    /// Text stays text
    Svg,
    /// Pixels, at twice the size
    Png,
}
