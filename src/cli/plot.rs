//! `plot`: charts of finished runs, drawn again without computing.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use ruimtevraag::chart::{self, Beside, Body, Chart, Look, SideBySide};
use ruimtevraag::files;
use ruimtevraag::language::Texts;
use ruimtevraag::results::{Finished, NamedChart};
use ruimtevraag::scenario::nearest;

use super::arguments::{Picture, PlotArguments};
use super::distinct::distinct;
use super::leave::PNG_SCALE;
use super::output::{self, Failure};
use super::read;

/// What `--chart` takes for every chart.
const ALL: &str = "all";

/// Draws the charts that were asked for and prints where they are.
pub fn plot(arguments: &PlotArguments) -> Result<(), Failure> {
    let runs = read::all(&arguments.runs)?;
    let texts = Texts::new(read::language(arguments.lang, &runs));
    let names = names(&runs);
    if names.is_empty() {
        return Err(Failure::Usage(nothing_to_draw(&arguments.runs)));
    }
    if arguments.list {
        return output::result(&list(&runs[0], &names, &texts));
    }
    let wanted: Vec<&str> = if arguments.chart == ALL {
        names
    } else {
        vec![known(&arguments.chart, &names)?]
    };
    let targets = Targets::of(arguments, wanted.len())?;
    for name in wanted {
        let chart = titled(chart_of(&runs, name, &texts), arguments);
        draw(&chart, &targets, arguments, &texts)?;
    }
    Ok(())
}

/// The names of the charts that every run has, and that can stand side by side when there are several.
fn names(runs: &[Finished]) -> Vec<&str> {
    let charts = runs[0].results.charts.iter();
    let is_drawn = |name: &&str| {
        let found = || runs.iter().map(|run| run.results.chart(name));
        found().all(|chart| chart.is_some())
            && (runs.len() == 1
                || found()
                    .flatten()
                    .all(|chart| chart.nl.body.can_stand_beside()))
    };
    charts.map(NamedChart::name).filter(is_drawn).collect()
}

fn nothing_to_draw(runs: &[PathBuf]) -> String {
    match runs {
        [run] => format!("the run in {} has no charts", run.display()),
        _ => "the runs have no chart in common that can stand side by side; plot draws the charts of \
              one run when one is named"
            .to_owned(),
    }
}

fn list(run: &Finished, names: &[&str], texts: &Texts) -> String {
    let charts = names.iter().filter_map(|name| run.results.chart(name));
    let widest = names.iter().map(|name| name.len()).max().unwrap_or(0);
    let lines = charts.map(|chart| {
        let title = &chart.get(texts.language()).title;
        format!("{:widest$}  {title}", chart.name())
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn known<'n>(wanted: &str, names: &[&'n str]) -> Result<&'n str, Failure> {
    let found = names.iter().find(|name| **name == wanted);
    found.copied().ok_or_else(|| {
        let hint = nearest(wanted, names.iter().copied());
        let hint = hint.map_or(String::new(), |name| format!(" (did you mean `{name}`?)"));
        Failure::Usage(format!(
            "there is no chart `{wanted}` in what was named{hint}; --list shows the charts"
        ))
    })
}

/// One chart of a run, or of several side by side.
fn chart_of(runs: &[Finished], name: &str, texts: &Texts) -> Chart {
    let language = texts.language();
    let charts: Vec<&Chart> = runs
        .iter()
        .filter_map(|run| run.results.chart(name))
        .map(|chart| chart.get(language))
        .collect();
    if let [chart] = charts[..] {
        return chart.clone();
    }
    let first = charts[0];
    let panels = runs.iter().zip(&charts).map(|(run, chart)| Beside {
        title: title_of(run, texts),
        body: chart.body.clone(),
    });
    let panels: Vec<_> = panels.collect();
    let sources = distinct(charts.iter().map(|chart| chart.source.as_str()));
    let alts = panels.iter().zip(&charts);
    let alts: Vec<_> = alts
        .map(|(panel, chart)| format!("{}: {}", panel.title, chart.alt))
        .collect();
    Chart {
        name: first.name.clone(),
        title: first.title.clone(),
        subtitle: texts.get("plot-side-by-side"),
        unit: first.unit.clone(),
        source: sources.join("; "),
        alt: alts.join(" "),
        body: Body::SideBySide(SideBySide { panels }),
    }
}

/// What a run is called: its scenario.
fn title_of(run: &Finished, texts: &Texts) -> String {
    let scenarios = run.results.scenarios.iter();
    let titles: Vec<_> = scenarios
        .map(|scenario| scenario.title.get(texts.language()))
        .collect();
    titles.join(" – ")
}

fn titled(chart: Chart, arguments: &PlotArguments) -> Chart {
    match &arguments.title {
        Some(title) => Chart {
            alt: format!("{title}. {}", chart.alt),
            title: title.clone(),
            ..chart
        },
        None => chart,
    }
}

/// Where pictures go.
enum Targets {
    /// Into a folder, under the name of the chart.
    Folder(PathBuf),
    /// The one picture into this file.
    File(PathBuf, Picture),
}

impl Targets {
    fn of(arguments: &PlotArguments, charts: usize) -> Result<Self, Failure> {
        let Some(path) = &arguments.out else {
            return Ok(Self::Folder(PathBuf::from("output/plots")));
        };
        let kind = match path.extension().and_then(OsStr::to_str) {
            Some("svg") => Picture::Svg,
            Some("png") => Picture::Png,
            _ => return Ok(Self::Folder(path.clone())),
        };
        if arguments.format.is_some_and(|format| format != kind) {
            let message = format!("--out {} and --format are of two kinds", path.display());
            return Err(Failure::Usage(message));
        }
        if charts > 1 {
            return Err(Failure::Usage(format!(
                "--out {} is one file, and {charts} charts are to be drawn; name one with --chart, or a folder",
                path.display()
            )));
        }
        Ok(Self::File(path.clone(), kind))
    }

    /// The files of a chart, each with its kind.
    fn files(&self, name: &str, format: Option<Picture>) -> Vec<(PathBuf, Picture)> {
        match self {
            Targets::File(path, kind) => vec![(path.clone(), *kind)],
            Targets::Folder(folder) => [(Picture::Svg, "svg"), (Picture::Png, "png")]
                .into_iter()
                .filter(|(kind, _)| format.is_none_or(|wanted| wanted == *kind))
                .map(|(kind, end)| (folder.join(format!("{name}.{end}")), kind))
                .collect(),
        }
    }
}

fn draw(
    chart: &Chart,
    targets: &Targets,
    arguments: &PlotArguments,
    texts: &Texts,
) -> Result<(), Failure> {
    let look = Look {
        size: arguments.size.unwrap_or_default(),
        palette: arguments.palette,
        organisation: arguments.organisation.clone(),
    };
    let svg = chart::svg_in(chart, texts, &look)?;
    for (path, kind) in targets.files(&chart.name, arguments.format) {
        match kind {
            Picture::Svg => write(&path, svg.as_bytes())?,
            Picture::Png => write(&path, &chart::png(&svg, PNG_SCALE)?)?,
        }
    }
    Ok(())
}

fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    files::write_atomically(path, content)?;
    output::result(&format!("{}\n", path.display()))
}
