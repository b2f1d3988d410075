//! Files with mistakes: every one is shown where it stands, with what to do about it.

use std::fs;
use std::path::Path;

use ruimtevraag::scenario::{self, ScenarioError};

/// What is shown for a scenario that must be refused.
fn refused(path: &Path) -> String {
    match scenario::load(path) {
        Err(error @ ScenarioError::Problems(_)) => error.to_string(),
        other => panic!(
            "{} should be refused for its mistakes: {other:?}",
            path.display()
        ),
    }
}

#[test]
fn every_mistake_of_a_scenario_is_shown_at_once() {
    let shown = refused(Path::new("tests/data/mistakes/slecht.toml"));
    let messages = [
        "2020 is no horizon",
        "unknown key `horizon`",
        "`\"many\"` cannot stand here",
        "`lsh` is not a design",
        "the group `technologie` is not listed",
        "`net_to_gross` is 1.4",
        "the input `industry.rotterdam.fossil_share` is missing",
        "there is no region `NL34`",
        "`kluster` is not a kind of object",
        "`5.507,5` is not a number",
        "nothing asks for `industry.rotterdam.fosil_share`",
        "`industry.ended_share`: low (0.7) must be below high (0.3)",
        "`unifrom` is not a distribution",
        "`publised` is not an evidence grade",
        "the assumption `industry.reusable_share` has no reason",
        "`industry.closure_delay` is in `ha net`",
        "there is no source `IN099`",
        "`industry.production.growth.2050` has no `sd`",
    ];
    for message in messages {
        assert_eq!(
            shown.matches(&format!("error: {message}")).count(),
            1,
            "{message}\n{shown}"
        );
    }
    assert_eq!(shown.matches("error: ").count(), messages.len(), "{shown}");
    for hint in [
        "did you mean `horizons`?",
        "did you mean `lhs`?",
        "did you mean `technology`?",
        "did you mean `NL33`?",
        "did you mean `cluster`?",
        "did you mean `industry.rotterdam.fossil_share`?",
        "did you mean `uniform`?",
        "did you mean `published`?",
    ] {
        assert!(shown.contains(hint), "{hint}\n{shown}");
    }
    assert!(
        shown.contains("tabellen/invoer.csv:2:32"),
        "line and column\n{shown}"
    );
}

/// A small scenario that is right, in a folder of its own.
fn small(folder: &Path, change: impl Fn(&str) -> String) -> String {
    let files = [
        (
            "scenario.toml",
            include_str!("../../scenarios/sjabloon/scenario.toml"),
        ),
        (
            "objecten.csv",
            include_str!("../../scenarios/sjabloon/objecten.csv"),
        ),
        (
            "invoer.csv",
            include_str!("../../scenarios/sjabloon/invoer.csv"),
        ),
        (
            "regios.csv",
            include_str!("../../scenarios/sjabloon/regios.csv"),
        ),
    ];
    for (name, content) in files {
        fs::write(folder.join(name), change(content)).unwrap();
    }
    folder.join("scenario.toml").display().to_string()
}

#[test]
fn files_under_themselves_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    for (name, below) in [("a", "b"), ("b", "c"), ("c", "a")] {
        let text = format!("id = '{name}'\nextends = '{below}.toml'\n");
        fs::write(folder.path().join(format!("{name}.toml")), text).unwrap();
    }
    let shown = refused(&folder.path().join("a.toml"));
    assert!(shown.contains("stands under itself"), "{shown}");
    assert!(shown.contains("c.toml:2:11"), "{shown}");
}

#[test]
fn correlations_that_contradict_each_other_name_the_pair_and_the_nearest_matrix() {
    let folder = tempfile::tempdir().unwrap();
    small(folder.path(), str::to_owned);
    let text = "extends = 'scenario.toml'\nid = 'a'\ntitle = { nl = 'a' }\n[correlation]\n\
                groups = ['x', 'y', 'z']\npairs = [\n{ between = ['x', 'y'], value = 0.9 },\n\
                { between = ['y', 'z'], value = 0.9 },\n{ between = ['x', 'z'], value = -0.9 }]\n";
    let path = folder.path().join("a.toml");
    fs::write(&path, text).unwrap();
    let shown = refused(&path);
    assert!(shown.contains("not positive semi-definite"), "{shown}");
    assert!(shown.contains("nearest valid correlations: x–y"), "{shown}");
    // It is shown at the pair that it names, not at the last one.
    let named = ["x", "y", "z"].map(|name| shown.contains(&format!("most is `{name}`")));
    assert_eq!(named, [true, false, false], "{shown}");
    let line = if shown.contains("`x` and `y`") { 7 } else { 9 };
    assert!(shown.contains(&format!("a.toml:{line}:")), "{shown}");
}

#[test]
fn objects_that_ask_for_land_have_an_id_each() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), |text| text.replace("kennispark", "haven"));
    let shown = refused(Path::new(&path));
    let message = "two objects that ask for land have the id `haven`";
    assert_eq!(shown.matches(message).count(), 1, "{shown}");
    assert!(shown.contains("objecten.csv:6"), "{shown}");
}

#[test]
fn a_quotation_mark_within_a_cell_is_a_letter() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), |text| {
        text.replace(";Kennispark;", ";Kennispark 5\" pijp;")
    });
    let scenario = scenario::load(Path::new(&path)).unwrap();
    let names = scenario.entities.iter().map(|entity| &entity.name.nl);
    assert!(names.into_iter().any(|name| name == "Kennispark 5\" pijp"));
}

#[test]
fn no_file_however_broken_makes_the_reader_panic() {
    let folder = tempfile::tempdir().unwrap();
    small(folder.path(), str::to_owned);
    for name in ["scenario.toml", "objecten.csv", "invoer.csv", "regios.csv"] {
        let path = folder.path().join(name);
        let whole = fs::read(&path).unwrap();
        for cut in (0..whole.len()).step_by(97) {
            fs::write(&path, &whole[..cut]).unwrap();
            let _ = scenario::load(&folder.path().join("scenario.toml"));
            let mut flipped = whole.clone();
            flipped[cut] ^= 0x0f;
            fs::write(&path, &flipped).unwrap();
            let _ = scenario::load(&folder.path().join("scenario.toml"));
        }
        fs::write(&path, &whole).unwrap();
    }
    assert!(scenario::load(&folder.path().join("scenario.toml")).is_ok());
}

#[test]
fn a_geometric_join_from_zero_is_refused() {
    // The template's electrolysis begins at 0 GW.
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), |content| {
        content.replace("capacity\" = \"logistic\"", "capacity\" = \"geometric\"")
    });
    let shown = refused(Path::new(&path));
    assert!(shown.contains("is joined geometrically"), "{shown}");
    assert_eq!(shown.matches("error: ").count(), 1, "{shown}");
}

#[test]
fn weights_that_can_all_be_zero_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), |content| {
        let lines = content.lines().map(|line| {
            let mut cells: Vec<_> = line.split(';').map(str::to_owned).collect();
            if cells[0].starts_with("circular.region.") || cells[0].contains(".region.") {
                for cell in &mut cells[1..] {
                    if cell.parse::<f64>().is_ok() || cell.replace(',', ".").parse::<f64>().is_ok()
                    {
                        *cell = "0".to_owned();
                    }
                }
                cells[1] = "fixed".to_owned();
            }
            cells.join(";")
        });
        lines.collect::<Vec<_>>().join("\n") + "\n"
    });
    let shown = refused(Path::new(&path));
    assert!(shown.contains("can be zero"), "{shown}");
}

#[test]
fn two_levers_of_one_name_in_different_files_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let lock = fs::read_to_string("scenarios/beleid/kwaliteitsslot.toml").unwrap();
    let (one, other) = (folder.path().join("a.toml"), folder.path().join("b.toml"));
    fs::write(&one, &lock).unwrap();
    let changed = lock
        .replace("id = \"kwaliteitsslot\"", "id = \"later-slot\"")
        .replace("decision_year = 2026", "decision_year = 2040");
    assert_ne!(lock, changed, "the shipped variant has another form now");
    fs::write(&other, changed).unwrap();
    let scenario = Path::new("scenarios/nota-ruimte.toml");
    let loaded = scenario::load_with_variants(scenario, &[&one, &other]);
    let Err(ScenarioError::Problems(problems)) = loaded else {
        panic!("two meanings of one lever should be refused");
    };
    assert!(
        problems.render().contains("is also given in"),
        "{}",
        problems.render()
    );
    assert!(scenario::load_with_variants(scenario, &[&one]).is_ok());
    assert!(scenario::load_with_variants(scenario, &[&other]).is_ok());
}

#[test]
fn a_table_that_cannot_be_read_is_the_only_mistake_that_is_shown() {
    for (broken, message) in [
        ("objekten.csv", "there is a `objecten.csv` beside it"),
        ("latin.csv", "is not UTF-8"),
        ("columns.csv", "did you mean `region`?"),
        ("/dev/zero", "lies outside the scenario's folder"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = small(folder.path(), |content| {
            content.replace("objecten.csv", broken)
        });
        fs::write(folder.path().join("latin.csv"), b"kind;id\ncaf\xe9;a\n").unwrap();
        fs::write(folder.path().join("columns.csv"), "kind;id;regoin\n").unwrap();
        let shown = refused(Path::new(&path));
        assert!(shown.contains(message), "{shown}");
        assert_eq!(shown.matches("error: ").count(), 1, "{shown}");
    }
}

#[test]
fn what_is_no_toml_hides_what_would_follow_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), |content| {
        content.replace("horizons = [2030, 2050]", "horizons = [2030 2050]")
    });
    let shown = refused(Path::new(&path));
    assert!(shown.contains("this is not TOML"), "{shown}");
    assert_eq!(shown.matches("error: ").count(), 1, "{shown}");
}

#[test]
fn files_outside_the_scenarios_folder_are_refused_and_not_shown() {
    let (inside, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let secret = outside.path().join("secret.toml");
    fs::write(&secret, "password = 1234\n").unwrap();
    let path = inside.path().join("a.toml");
    fs::write(
        &path,
        format!("id = 'a'\nextends = '{}'\n", secret.display()),
    )
    .unwrap();
    let shown = refused(&path);
    assert!(
        shown.contains("lies outside the scenario's folder"),
        "{shown}"
    );
    assert!(!shown.contains("password"), "{shown}");
}

#[test]
fn characters_that_are_not_seen_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), |content| {
        content.replace("Havencluster", "Haven\u{202e}cluster")
    });
    let shown = refused(Path::new(&path));
    assert!(shown.contains("U+202E"), "{shown}");
    assert!(shown.contains("objecten.csv:2:20"), "{shown}");
}

#[test]
fn a_year_behind_a_letter_that_is_no_single_byte_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), |content| {
        content.replace("elektrolyse.capacity.2030", "elektrolyse.capacityé.2030")
    });
    let shown = refused(Path::new(&path));
    assert!(shown.contains("elektrolyse.capacityé.2030"), "{shown}");
}

#[test]
fn more_draws_than_can_be_made_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), |content| {
        content.replace("draws = 2000", "draws = 1000000000000000000")
    });
    let shown = refused(Path::new(&path));
    assert!(shown.contains("from 1 to 1000000000"), "{shown}");
}

#[test]
fn a_scenario_that_is_not_there_or_is_no_file_is_refused_with_a_hint() {
    let folder = tempfile::tempdir().unwrap();
    small(folder.path(), str::to_owned);
    for (name, message) in [
        ("scenaro.toml", "there is a `scenario.toml` beside it"),
        (".", "is a folder"),
        ("/dev/null", "is no ordinary file"),
    ] {
        let error = scenario::load(&folder.path().join(name)).unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
    }
}

/// What is shown for a variant with this lever, its inputs and nothing else.
fn refused_lever(scenario: &str, lever: &str) -> String {
    refused_lever_of_id("x", scenario, lever)
}

fn refused_lever_of_id(id: &str, scenario: &str, lever: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let variant = folder.path().join("variant.toml");
    let input = |field: &str, unit: &str| {
        format!(
            "'lever.{id}.{field}' = {{ distribution = 'fixed', central = 1, unit = '{unit}', \
             evidence = 'assumption', note = 'x' }}\n"
        )
    };
    let inputs = [
        ("lead_time", "yr"),
        ("ramp", "yr"),
        ("uptake", "-"),
        ("effect", "-"),
    ];
    let inputs: String = inputs.map(|(field, unit)| input(field, unit)).concat();
    let text = format!(
        "id = 'v'\n[[levers]]\nid = '{id}'\ndecision_year = 2030\n{lever}\n[inputs]\n{inputs}"
    );
    fs::write(&variant, text).unwrap();
    let loaded = scenario::load_with_variants(Path::new(scenario), &[&variant]);
    loaded.unwrap_err().to_string()
}

#[test]
fn a_lever_with_a_mistake_is_refused_for_that_alone() {
    let reference = "scenarios/nota-ruimte.toml";
    let template = "scenarios/sjabloon/scenario.toml";
    for (scenario, lever, message) in [
        (reference, "kind = 'reusse'", "did you mean `reuse`?"),
        (
            reference,
            "kind = 'lock-segment'",
            "the lever `x` has no `from`",
        ),
        (
            reference,
            "kind = 'adjust'\noperation = 'add'\ninput = 'industry.area'",
            "there is no input",
        ),
        (
            template,
            "kind = 'new-site'\nregion = 'NL36'\nsegment = 'regular'",
            "the scenario has no supply",
        ),
    ] {
        let shown = refused_lever(scenario, lever);
        assert!(shown.contains(message), "{shown}");
        assert_eq!(shown.matches("error: ").count(), 1, "{shown}");
    }
}

#[test]
fn a_lever_whose_id_is_none_is_refused_and_does_not_vanish() {
    let reference = "scenarios/nota-ruimte.toml";
    let kind = "kind = 'intensify'";
    let shown = refused_lever_of_id("meer ruimte", reference, kind);
    assert!(shown.contains("`meer ruimte` holds ' '"), "{shown}");
    assert_eq!(shown.matches("error: ").count(), 1, "{shown}");
    // An identifier by itself, but not within the names of its inputs.
    let shown = refused_lever_of_id(&"x".repeat(115), reference, kind);
    assert!(shown.contains("at most 120 are allowed"), "{shown}");
}

#[test]
fn costs_in_euro_of_different_years_are_not_put_together() {
    let folder = tempfile::tempdir().unwrap();
    for (name, year) in [("a", "price_year = 1998\n"), ("b", "price_year = 2025\n")] {
        fs::write(folder.path().join(format!("{name}.toml")), year).unwrap();
    }
    let package = folder.path().join("p.toml");
    for (own, message) in [
        ("", "euro of 2025 here, and of 1998 in the package"),
        ("price_year = 20255", "20255 is not a calendar year"),
    ] {
        let text = format!("id = 'p'\ninclude = ['a.toml', 'b.toml']\n{own}\n");
        fs::write(&package, text).unwrap();
        let loaded =
            scenario::load_with_variants(Path::new("scenarios/nota-ruimte.toml"), &[&package]);
        let shown = loaded.unwrap_err().to_string();
        assert!(shown.contains(message), "{shown}");
    }
}

/// What is shown for the small scenario with these rows more.
fn refused_rows(rows: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), |content| {
        match content.find("industry.haven.fossil_share") {
            Some(_) => format!("{}\n{rows}", content.trim_end()),
            None => content.to_owned(),
        }
    });
    refused(Path::new(&path))
}

#[test]
fn an_index_that_would_begin_elsewhere_than_at_one_is_refused() {
    let shown = refused_rows("industry.production.start;fixed;;2;;index;assumption;;;;x\n");
    assert!(
        shown.contains("the index `industry.production` begins at 1"),
        "{shown}"
    );
    assert_eq!(shown.matches("error: ").count(), 1, "{shown}");
}

#[test]
fn an_elasticity_of_what_can_begin_at_zero_is_refused() {
    // The template's electrolysis begins at 0 GW.
    let shown =
        refused_rows("technology.elektrolyse.capacity.elasticity;fixed;;0,6;;-;assumption;;;;x\n");
    assert!(shown.contains("can begin at zero"), "{shown}");
    assert_eq!(shown.matches("error: ").count(), 1, "{shown}");
}
