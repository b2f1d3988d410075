//! The key messages: what the outcomes say, with how sure that is, in plain words.

use super::records::{benchmarks, change_by, shortages};
use super::run::{Part, Run, listed};
use crate::model::{OutcomeKind, Sector, Segment};

/// A message that all scenarios have something to say about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it is about.
    pub topic: String,
    /// What each scenario says, under its title.
    pub says: Vec<(String, String)>,
    /// Whether it tells a reader to take care.
    pub is_caution: bool,
}

/// What one scenario says on a topic; nothing when it was not computed.
type Saying = fn(&Run<'_>) -> Option<String>;

/// The topics in the order in which they are told.
const TOPICS: [(&str, Saying, bool); 8] = [
    ("need", need, false),
    ("sectors", sectors, false),
    ("release", release, false),
    ("double-use", double_use, false),
    ("shortage", shortage, false),
    ("variants", variants, false),
    ("published", published, true),
    ("evidence", evidence, true),
];

/// How many regions are named.
const MOST_REGIONS: usize = 4;
/// How many policy variants are named.
const MOST_VARIANTS: usize = 3;
/// Less than this, in ha, is not worth naming.
const LEAST_HA: f64 = 1.0;

/// The key messages of runs that stand side by side.
#[must_use]
pub fn messages(runs: &[Run<'_>]) -> Vec<Message> {
    let on = |(topic, saying, is_caution): (&str, Saying, bool)| {
        let says: Vec<_> = runs
            .iter()
            .filter_map(|run| Some((run.title().to_owned(), saying(run)?)))
            .collect();
        let texts = runs.first()?.texts;
        (!says.is_empty()).then(|| Message {
            topic: texts.get(&format!("report-topic-{topic}")),
            says,
            is_caution,
        })
    };
    let of_jobs = of_jobs(runs);
    let topics = TOPICS.into_iter().filter_map(on);
    of_jobs.into_iter().chain(topics).collect()
}

/// What jobs say by themselves, those on one topic together under the titles of their first scenarios.
fn of_jobs(runs: &[Run<'_>]) -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    let mut before: Option<&Run<'_>> = None;
    for run in runs {
        let is_same = before.is_some_and(|other| std::ptr::eq(other.results, run.results));
        before = Some(run);
        for message in run.results.messages.iter().filter(|_| !is_same) {
            let topic = run.word(&message.topic).to_owned();
            let says = (run.title().to_owned(), run.word(&message.says).to_owned());
            match messages.iter_mut().find(|known| known.topic == topic) {
                Some(known) => known.says.push(says),
                None => messages.push(Message {
                    topic,
                    says: vec![says],
                    is_caution: false,
                }),
            }
        }
    }
    messages
}

fn need(run: &Run<'_>) -> Option<String> {
    let by_year: Vec<_> = run
        .years()
        .iter()
        .filter_map(|&year| {
            let found = run.statistics(OutcomeKind::Need, Part::WHOLE, year)?;
            let values = [
                ("year", year.to_string()),
                ("band", run.in_plain_words(found)),
            ];
            Some(run.filled("report-in-year", &values))
        })
        .collect();
    if by_year.is_empty() {
        return None;
    }
    let names: Vec<_> = run
        .sectors()
        .map(|sector| in_sentence(run, sector))
        .collect();
    let values = [
        ("base", run.scenario.base_year.to_string()),
        ("sectors", listed(&names, run.texts)),
        ("bands", listed(&by_year, run.texts)),
    ];
    Some(run.filled("report-message-need", &values))
}

fn in_sentence(run: &Run<'_>, sector: Sector) -> String {
    run.texts.get(&format!("sector-in-sentence-{sector}"))
}

fn sectors(run: &Run<'_>) -> Option<String> {
    let year = run.last_year()?;
    let bands: Vec<_> = run
        .sectors()
        .filter_map(|sector| {
            let part = Part::sector(Some(sector));
            let found = run.statistics(OutcomeKind::Need, part, year)?;
            let values = [
                ("sector", in_sentence(run, sector)),
                ("p50", run.texts.hectares(found.p50())),
                ("p05", run.texts.hectares(found.p05())),
                ("p95", run.texts.hectares(found.p95())),
            ];
            Some(run.filled("report-of-sector", &values))
        })
        .collect();
    let values = [
        ("year", year.to_string()),
        ("bands", listed(&bands, run.texts)),
    ];
    (bands.len() > 1).then(|| run.filled("report-message-sectors", &values))
}

fn release(run: &Run<'_>) -> Option<String> {
    let year = run.last_year()?;
    let found = run.statistics(OutcomeKind::Release, Part::WHOLE, year)?;
    let balance = run.statistics(OutcomeKind::Balance, Part::WHOLE, year)?;
    let values = [
        ("year", year.to_string()),
        ("band", run.in_plain_words(found)),
        ("balance", run.in_plain_words(balance)),
    ];
    (found.p95() >= LEAST_HA).then(|| run.filled("report-message-release", &values))
}

fn double_use(run: &Run<'_>) -> Option<String> {
    let over_all_years = |kind| run.outcome(kind, Part::WHOLE, None);
    let peak = &over_all_years(OutcomeKind::DoubleUsePeak)?.statistics;
    let year = &over_all_years(OutcomeKind::DoubleUsePeakYear)?.statistics;
    let years = [year.p50(), year.p05(), year.p95()];
    let years = years.map(|year| run.texts.figure(year, "year"));
    let [middle, first, last] = years;
    let values = [
        ("band", run.in_plain_words(peak)),
        ("year", middle),
        ("first", first),
        ("last", last),
    ];
    (peak.p50() >= LEAST_HA).then(|| run.filled("report-message-double-use", &values))
}

fn shortage(run: &Run<'_>) -> Option<String> {
    let year = run.last_year()?;
    let found: Vec<_> = shortages(run)
        .into_iter()
        .filter(|shortage| shortage.year == year)
        .collect();
    let whole = found
        .iter()
        .find(|one| one.region.is_none() && one.segment.is_none())?;
    let mut regions: Vec<_> = found
        .iter()
        .filter(|one| one.segment.is_none() && one.expected_ha >= LEAST_HA)
        .filter_map(|one| Some((one.region?, one.expected_ha)))
        .collect();
    regions.sort_by(|one, other| other.1.total_cmp(&one.1));
    regions.truncate(MOST_REGIONS);
    let mut segments: Vec<_> = found
        .iter()
        .filter(|one| one.region.is_none() && one.expected_ha >= LEAST_HA)
        .filter_map(|one| Some((one.segment?, one.expected_ha)))
        .collect();
    segments.sort_by(|one, other| other.1.total_cmp(&one.1));
    segments.truncate(2);
    let hectares = |value| run.texts.hectares(value);
    let mut says = run.filled(
        "report-message-shortage",
        &[
            ("year", year.to_string()),
            ("expected", hectares(whole.expected_ha)),
            ("worst", hectares(whole.worst_ha)),
            ("chance", run.texts.percent(whole.probability)),
        ],
    );
    let named = |name: String, ha: f64| format!("{name} ({} ha)", hectares(ha));
    let regions: Vec<_> = regions
        .into_iter()
        .map(|(id, ha)| named(super::records::region_name(run, id), ha))
        .collect();
    let segments: Vec<_> = segments
        .into_iter()
        .map(|(segment, ha): (Segment, f64)| named(run.segment_in_sentence(segment), ha))
        .collect();
    if !regions.is_empty() && !segments.is_empty() {
        let values = [
            ("regions", listed(&regions, run.texts)),
            ("segments", listed(&segments, run.texts)),
        ];
        says.push(' ');
        says.push_str(&run.filled("report-message-pinch", &values));
    }
    Some(says)
}

/// What the variants change in the need that is not met, the one that lowers it most first.
fn variants(run: &Run<'_>) -> Option<String> {
    let year = run.last_year()?;
    let variants = run.scenario.variants.iter();
    let mut changes: Vec<_> = variants
        .filter_map(|variant| Some((variant, change_by(run, &variant.id, year)?)))
        .collect();
    changes.sort_by(|(_, one), (_, other)| one.p50.total_cmp(&other.p50));
    let lowering = changes.iter().filter(|(_, change)| change.p50 <= -LEAST_HA);
    let count = lowering.clone().count();
    let in_words = lowering.take(MOST_VARIANTS).map(|(variant, change)| {
        let less = |change: f64| run.texts.hectares(-change);
        let values = [
            ("variant", run.word(&variant.title).to_owned()),
            ("p50", less(change.p50)),
            ("p05", less(change.p95)),
            ("p95", less(change.p05)),
        ];
        run.filled("report-of-variant", &values)
    });
    let in_words: Vec<_> = in_words.collect();
    let values = [
        ("year", year.to_string()),
        ("variants", listed(&in_words, run.texts)),
        ("all", run.texts.whole(changes.len())),
        ("count", run.texts.whole(changes.len() - count)),
    ];
    if changes.is_empty() {
        return None;
    }
    if count == 0 {
        return Some(run.filled("report-message-variants-none", &values));
    }
    let mut says = run.filled("report-message-variants", &values);
    if count < changes.len() {
        says.push(' ');
        says.push_str(&run.filled("report-message-variants-little", &values));
    }
    Some(says)
}

fn published(run: &Run<'_>) -> Option<String> {
    let found = benchmarks(run);
    let judged = || found.iter().filter(|one| one.is_judged());
    let count = |verdict: &str| judged().filter(|one| one.verdict == verdict).count();
    let all = judged().count();
    let whole = |number| run.texts.whole(number);
    let values = [
        ("all", whole(all)),
        ("inside", whole(count("inside-band"))),
        ("below", whole(count("below-band"))),
        ("above", whole(count("above-band"))),
    ];
    (all > 0).then(|| run.filled("report-message-published", &values))
}

fn evidence(run: &Run<'_>) -> Option<String> {
    let inputs = &run.scenario.inputs;
    if inputs.all == 0 {
        return None;
    }
    let part = crate::numeric::count(inputs.assumption) / crate::numeric::count(inputs.all);
    let whole = |number| run.texts.whole(number);
    let values = [
        ("share", run.texts.percent(part)),
        ("all", whole(inputs.all)),
        ("uncertain", whole(inputs.uncertain)),
        ("assumption", whole(inputs.assumption)),
        ("derived", whole(inputs.derived)),
        ("published", whole(inputs.published)),
        ("measured", whole(inputs.measured)),
    ];
    Some(run.filled("report-message-evidence", &values))
}
