//! Reports: pages from finished runs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use predicates::prelude::*;
use ruimtevraag::language::{Language, Texts};
use ruimtevraag::report::{Charts, report};
use ruimtevraag::results;

use crate::command::{CsvFile, REFERENCE, TEMPLATE, ruimtevraag, run_into, template_in};

/// A run of a template in a folder, under an id and title of its own.
fn run_of(folder: &Path, id: &str, title: &str) -> std::path::PathBuf {
    let scenario = template_in(&folder.join(format!("{id}-files")), |name, text| {
        if name == "scenario.toml" {
            text.replace("mijn-scenario", id)
                .replace("Mijn scenario", title)
        } else {
            text
        }
    });
    let run = folder.join(id);
    run_into(&run, &format!("run {} --draws 60", scenario.display()));
    run
}

/// The values of an attribute in a page.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    let parts = page.split(&start).skip(1);
    parts.filter_map(|rest| rest.split('"').next()).collect()
}

/// The page without its scripts and styles.
fn markup(page: &str) -> String {
    let mut left = String::new();
    let mut rest = page;
    for (start, end) in std::iter::repeat(("<script", "</script>")) {
        let Some((before, after)) = rest.split_once(start) else {
            break;
        };
        left.push_str(before);
        rest = after.split_once(end).unwrap().1;
    }
    left + rest
}

#[test]
fn a_run_leaves_the_report_that_the_command_makes_of_it_again() {
    let root = tempfile::tempdir().unwrap();
    let run = root.path().join("run");
    run_into(&run, &format!("run {TEMPLATE} --draws 60"));
    let by_run = fs::read_to_string(run.join("report.html")).unwrap();
    ruimtevraag("report")
        .arg(&run)
        .assert()
        .success()
        .stdout(predicate::str::contains("run.html"));
    let by_command = fs::read_to_string(root.path().join("run.html")).unwrap();
    assert!(by_run == by_command, "the two reports differ");
}

#[test]
fn a_report_says_in_plain_words_what_the_table_says() {
    let root = tempfile::tempdir().unwrap();
    let run = root.path().join("run");
    run_into(&run, &format!("run {TEMPLATE} --draws 60"));
    let page = fs::read_to_string(run.join("report.html")).unwrap();
    let summary = CsvFile::read(&run.join("summary.csv"));
    let texts = Texts::new(Language::Nl);
    let row = summary.rows.iter().find(|row| {
        let is = |header, text| summary.cell(row, header) == text;
        let all = ["sector", "entity", "region", "segment"];
        is("outcome", "need") && is("year", "2050") && all.iter().all(|header| is(header, "all"))
    });
    let figure = |header| texts.hectares(summary.number(row.unwrap(), header).unwrap());
    let [p05, p50, p95] = ["p05", "p50", "p95"].map(figure);
    let words =
        format!("in 2050 {p50}\u{a0}ha (in 9 van de 10 trekkingen tussen {p05} en {p95}\u{a0}ha)");
    assert!(page.contains(&words), "{words}");
}

#[test]
fn a_page_fetches_nothing_and_every_id_stands_once() {
    let root = tempfile::tempdir().unwrap();
    let runs = ["een", "twee"].map(|id| run_of(root.path(), id, &format!("Scenario {id}")));
    let found = runs
        .each_ref()
        .map(|run| results::read(run).unwrap().results);
    let page = report(
        &[&found[0], &found[1]],
        &Texts::new(Language::Nl),
        Charts::With,
    )
    .unwrap();
    let page = markup(&page);
    for attribute in ["src", "srcset", "data", "action", "poster"] {
        assert_eq!(values(&page, attribute), Vec::<&str>::new(), "{attribute}");
    }
    assert!(!page.contains("<link") && !page.contains("<iframe") && !page.contains("@import"));
    let ids = values(&page, "id");
    let once: BTreeSet<_> = ids.iter().collect();
    assert_eq!(once.len(), ids.len());
    for target in values(&page, "href")
        .iter()
        .filter_map(|href| href.strip_prefix('#'))
    {
        assert!(ids.contains(&target), "{target}");
    }
    assert_eq!(page.matches("<h1").count(), 1);
    assert!(page.contains("Scenario een") && page.contains("Scenario twee"));
}

#[test]
fn texts_of_a_scenario_are_never_part_of_the_page_itself() {
    let root = tempfile::tempdir().unwrap();
    let hostile = "</title></script><script>alert(1)</script>&<b onclick=x>";
    let run = run_of(root.path(), "vijandig", hostile);
    let page = fs::read_to_string(run.join("report.html")).unwrap();
    assert!(!page.contains("<script>alert"));
    assert!(!page.contains("<b onclick"));
    let escaped = "&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(1)";
    assert!(page.contains(&format!("<title>{escaped}")));
    let nonces: BTreeSet<_> = values(&page, "nonce").into_iter().collect();
    assert_eq!(nonces.len(), 1);
    assert!(page.contains(&format!("script-src 'nonce-{}'", nonces.first().unwrap())));
    assert_eq!(
        page.matches("<script").count(),
        page.matches("</script>").count()
    );
}

#[test]
fn a_report_without_charts_has_its_tables_and_one_in_english_has_no_dutch_heading() {
    let root = tempfile::tempdir().unwrap();
    let run = root.path().join("run");
    run_into(
        &run,
        &format!("run {TEMPLATE} --draws 60 --no-charts --lang en"),
    );
    let page = fs::read_to_string(run.join("report.html")).unwrap();
    assert!(page.contains("<html lang=\"en\">"));
    assert!(!page.contains("<figure"));
    assert!(page.contains("Key messages") && !page.contains("Kernboodschappen"));
    assert!(page.contains("<caption>"));
    for language in [Language::Nl, Language::En] {
        let texts = Texts::new(language);
        let results = results::read(&run).unwrap().results;
        let page = report(&[&results], &texts, Charts::With).unwrap();
        let page = markup(&page);
        for start in [
            ">report-",
            ">chart-",
            ">column-",
            ">outcome-",
            ">segment-",
            ">sector-",
        ] {
            assert!(!page.contains(start), "a text is missing: {start}");
        }
    }
}

#[test]
fn a_folder_without_a_run_is_refused() {
    let root = tempfile::tempdir().unwrap();
    ruimtevraag("report")
        .arg(root.path())
        .assert()
        .code(2)
        .stderr(predicate::str::contains("holds no run"));
}

#[test]
fn a_fact_sheet_is_found_by_id_or_name_and_says_what_the_tables_say() {
    let root = tempfile::tempdir().unwrap();
    let run = root.path().join("run");
    run_into(&run, &format!("run {TEMPLATE} --draws 60"));
    let sheets = root.path().join("sheets");
    for name in ["NL36", "zuid-holland", "South Holland"] {
        let mut command = ruimtevraag("fact-sheet");
        command.arg(&run).arg(name).arg("--out").arg(&sheets);
        command.assert().success();
        assert!(sheets.join("NL36.html").is_file(), "{name}");
        fs::remove_file(sheets.join("NL36.html")).unwrap();
    }
    let mut command = ruimtevraag("fact-sheet");
    command.arg(&run).arg("all").arg("--out").arg(&sheets);
    command.assert().success();
    let page = fs::read_to_string(sheets.join("NL36.html")).unwrap();
    let summary = CsvFile::read(&run.join("summary.csv"));
    let row = summary.rows.iter().find(|row| {
        let is = |header, text| summary.cell(row, header) == text;
        let all = ["sector", "entity", "segment"];
        is("outcome", "need")
            && is("year", "2050")
            && is("region", "NL36")
            && all.iter().all(|header| is(header, "all"))
    });
    let texts = Texts::new(Language::Nl);
    let p50 = texts.hectares(summary.number(row.unwrap(), "p50").unwrap());
    assert!(page.contains(&format!("{p50} ha")), "{p50}");
    assert!(page.contains("artikel 5.129g") && !page.contains("<script"));
    let page = markup(&page);
    for start in [">sheet-", ">report-", ">outcome-", ">segment-"] {
        assert!(!page.contains(start), "a text is missing: {start}");
    }
}

#[test]
fn a_fact_sheet_on_what_is_not_there_names_the_nearest() {
    let root = tempfile::tempdir().unwrap();
    let run = root.path().join("run");
    run_into(&run, &format!("run {TEMPLATE} --draws 60 --no-charts"));
    ruimtevraag("fact-sheet")
        .arg(&run)
        .arg("Zuid-Hollnd")
        .assert()
        .code(2)
        .stderr(predicate::str::contains("did you mean `Zuid-Holland`"));
}

/// The heads of the tables of a page.
fn heads(page: &str) -> Vec<String> {
    let cells = page.split("<th scope=\"col\"").skip(1);
    let text = |cell: &str| {
        let (_, rest) = cell.split_once('>')?;
        Some(rest.split_once("</th>")?.0.to_owned())
    };
    cells.filter_map(text).collect()
}

const SWEEP: &str = "id = 'proef'\ntitle = { nl = 'Proef van jaren', en = 'Trial of years' }\n\
    scenarios = ['scenario.toml']\nyears = [2050]\noutcomes = ['need', 'need/campus', 'balance']\n\
    [[parameters]]\nid = 'terugkeer'\nname = { nl = 'groene terugkeer', en = 'green return' }\n\
    inputs = ['industry.green_return']\noperation = 'set'\nvalues = [0.1, 0.5]\n\
    [[parameters]]\nid = 'banen'\nname = { nl = 'banen', en = 'jobs' }\n\
    inputs = ['campus.kennispark.jobs']\noperation = 'multiply'\nvalues = [0.5, 2.0]\n";

/// What jobs beside `run` find stands first in their reports, in the words of the reader.
#[test]
fn reports_of_other_jobs_say_what_was_found_in_the_words_of_their_reader() {
    let root = tempfile::tempdir().unwrap();
    let scenario = template_in(root.path(), |_, text| text);
    let scenario = scenario.display();
    let sweep = root.path().join("sweep.toml");
    fs::write(&sweep, SWEEP).unwrap();
    let jobs = [
        (
            "sweep",
            format!("sweep {}", sweep.display()),
            "Trial of years",
            "green return",
        ),
        (
            "decompose",
            format!("decompose {scenario}"),
            "What contributes most",
            "beginning",
        ),
        (
            "published",
            "published".to_owned(),
            "Published forecasts, computed again",
            "their band",
        ),
    ];
    for (name, words, says, words_of_table) in jobs {
        let run = root.path().join(name);
        run_into(&run, &format!("{words} --draws 60 --lang en"));
        let page = fs::read_to_string(run.join("report.html")).unwrap();
        let page = markup(&page);
        let (_, messages) = page.split_once("id=\"messages\"").unwrap();
        let (messages, others) = messages.split_once("</section>").unwrap();
        assert!(page.contains(says), "{name}");
        assert!(messages.matches("<li").count() > 1, "{name}: {messages}");
        assert!(others.contains(words_of_table), "{name}");
        let raw = |head: &String| head.contains('_') || head.starts_with("x ");
        assert_eq!(heads(&page).into_iter().find(raw), None, "{name}");
        for id in ["ha net,", "at_least", ">none<", ">all<"] {
            assert!(!others.contains(id), "{name}: {id}");
        }
    }
}

/// A rule that was found is the first thing that the report of a search says.
#[test]
fn the_report_of_a_search_says_its_rule_first() {
    let root = tempfile::tempdir().unwrap();
    let scenario = template_in(root.path(), |_, text| text);
    let run = root.path().join("run");
    let mut discover = ruimtevraag("discover");
    discover
        .arg(&scenario)
        .args(["--when", "need/industry,2050 > 300"]);
    discover
        .args(["--draws", "600", "--quiet", "--out"])
        .arg(&run);
    discover.assert().success();
    let page = markup(&fs::read_to_string(run.join("report.html")).unwrap());
    let (_, messages) = page.split_once("id=\"messages\"").unwrap();
    let (messages, others) = messages.split_once("</section>").unwrap();
    assert!(
        messages.contains("Hoe vaak") && messages.contains("dan in"),
        "{messages}"
    );
    assert!(others.contains("ten minste") && !others.contains("at_least"));
    assert_eq!(heads(&page).iter().find(|head| head.contains('_')), None);
}

#[test]
fn what_policy_changes_is_said_first_with_its_band() {
    let root = tempfile::tempdir().unwrap();
    let files = ["intensiveren", "kwaliteitsslot"];
    let variants = files.map(|name| format!("--variant scenarios/beleid/{name}.toml"));
    let variants = variants.join(" ");
    for (name, words) in [("compare", "compare --no-delay"), ("run", "run")] {
        let folder = root.path().join(name);
        let words = format!("{words} {REFERENCE} {variants} --draws 200 --no-charts");
        run_into(&folder, &words);
        let page = fs::read_to_string(folder.join("report.html")).unwrap();
        let (_, said) = page.split_once("Wat beleid verandert").expect(name);
        let (said, _) = said.split_once("</li>").unwrap();
        assert!(
            said.contains("Bestaande terreinen intensiveren ("),
            "{said}"
        );
        assert!(
            said.contains("ha; ") && said.contains("\u{a0}–\u{a0}"),
            "{said}"
        );
        assert!(said.contains("Eén van de 2 beleidsvarianten"), "{said}");
    }
}
