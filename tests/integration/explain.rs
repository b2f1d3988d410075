//! `explain`: what an analyst who must defend a number can ask of the shipped scenarios.

#![allow(clippy::unwrap_used)] // in the helpers of tests, as in the tests themselves

use std::process::Output;

use crate::command::{REFERENCE, ruimtevraag};

/// What the command prints, its lines as they stand.
fn explained(arguments: &[&str]) -> String {
    explained_in(REFERENCE, arguments)
}

fn explained_in(scenario: &str, arguments: &[&str]) -> String {
    let output = run(scenario, arguments);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {errors}");
    let text = String::from_utf8(output.stdout).unwrap();
    for line in text.lines().filter(|line| !line.contains("http")) {
        // Combining marks take no room.
        let length = line.chars().filter(|c| *c != '\u{304}').count();
        assert!(length <= 100, "{length}: {line}");
    }
    assert!(
        !text.contains("field-") && !text.contains("kind-"),
        "{text}"
    );
    text
}

fn run(scenario: &str, arguments: &[&str]) -> Output {
    let mut command = ruimtevraag("explain");
    command.arg(scenario).args(arguments).output().unwrap()
}

/// The text with every run of spaces and line ends as one space.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_holds(text: &str, parts: &[&str]) {
    let flowing = flowing(text);
    for part in parts {
        assert!(flowing.contains(part), "no `{part}` in\n{text}");
    }
}

#[test]
fn an_input_is_explained_with_its_formula_value_support_place_and_whom_it_serves() {
    let text = explained(&["industry.ended_share"]);
    assert_holds(
        &text,
        &[
            "betekenis v̄: het deel van het fossiele volume",
            "groene vraag = G0·v̄·r·M·[τ(t) − τ(t−1)]",
            "verdeling triangular (low 0.3, central 0.5, high 0.7)",
            // The quantiles of a symmetric triangle: 0.3 + 0.4·√(0.05/2) = 0.36325.
            "0,363 / 0,5 / 0,637; gemiddeld 0,5",
            "eenheid -",
            "bewijskracht afgeleid",
            "bron IN086: ",
            "samenhang transition (λ = ",
            "scenarios/tabellen/invoer-industrie.csv:",
            // Chemelot has a share of its own, cluster 6 no land.
            "dient rotterdam, moerdijk, zeeland, noordzeekanaalgebied, noord-nederland",
        ],
    );
    assert!(!text.contains("chemelot") && !text.contains("cluster-6"));
    let english = explained(&["industry.ended_share", "--lang", "en"]);
    assert_holds(
        &english,
        &[
            "meaning v̄: the part of the fossil volume",
            "evidence derived",
        ],
    );
}

#[test]
fn every_layer_that_gave_an_input_a_value_is_shown_with_its_line() {
    let text = explained_in("scenarios/hoog.toml", &["industry.green_return"]);
    assert_holds(
        &text,
        &[
            "invoer-industrie.csv:28 triangular (low 0, central 0.35, high 0.9) (vervangen)",
            "invoer-hoog.csv:6 triangular (low 0.25, central 0.6, high 1)",
        ],
    );
    assert_eq!(text.matches("vervangen").count(), 1);
}

#[test]
fn what_all_of_a_kind_follow_names_its_followers() {
    let clusters =
        "dient rotterdam, moerdijk, zeeland, noordzeekanaalgebied, noord-nederland, chemelot";
    assert_holds(
        &explained(&["transition.grondstoffen.midpoint"]),
        &[clusters],
    );
    assert_holds(
        &explained(&["activity.breken.footprint"]),
        &["dient mineralen"],
    );
    assert_holds(&explained(&["event.bic-noord.area"]), &["dient bic"]);
    assert_holds(
        &explained(&["technology.ammoniakimport.footprint"]),
        &["dient rotterdam, zeeland, noordzeekanaalgebied, noord-nederland"],
    );
    assert_holds(
        &explained(&["industry.rotterdam.area"]),
        &["dient alleen deze plek"],
    );
}

#[test]
fn a_place_that_a_shared_input_fills_says_so_and_explains_that_input() {
    let text = explained(&["industry.rotterdam.green_return"]);
    assert_holds(
        &text,
        &[
            "gevuld door industry.green_return",
            "r: het deel",
            "invoer-industrie.csv:28",
        ],
    );
    let text = explained(&["supply.regular.intensification"]);
    assert_holds(
        &text,
        &["gevuld door supply.intensification", "ι × nieuwe vraag"],
    );
    let text = explained(&["industry.rotterdam.production.growth.2030"]);
    assert_holds(&text, &["gevuld door industry.production.growth.2030"]);
    let text = explained(&["plan.drenthe-hard-regular.comes"]);
    assert_holds(
        &text,
        &["gevuld door plan.hard.comes, per plek apart getrokken"],
    );
    assert_holds(
        &explained(&["plan.hard.comes"]),
        &["bernoulli", "elke plek een eigen trekking"],
    );
}

#[test]
fn an_object_is_explained_with_its_kind_formula_inputs_and_events() {
    let text = explained(&["rotterdam"]);
    assert_holds(
        &text,
        &[
            "soort industriecluster",
            "sector Industrieclusters",
            "regio Zuid-Holland (NL36)",
            "omslag grondstoffen",
            "G0·v̄·r·M",
            "elektrolyse (Elektrolyse)",
            "fossil_share 0,487 0,393 – 0,565 - afgeleid IN048",
            "green_return 0,403 0,125 – 0,743 - aanname ← industry",
            "production.growth.2030",
            "transition.grondstoffen.midpoint",
        ],
    );
    let zeeland = explained(&["zeeland"]);
    assert_holds(
        &zeeland,
        &[
            "gebeurtenissen kerncentrales-borssele",
            "event.kerncentrales-borssele.area",
        ],
    );
    assert!(!text.contains("gebeurtenissen"), "Rotterdam has none");
}

#[test]
fn an_object_shows_no_formula_for_what_it_does_not_have() {
    let text = explained(&["cluster-6"]);
    assert_holds(&text, &["vraag van technologie k"]);
    assert!(!text.contains("G0"), "cluster 6 has no land of its own");
    let text = explained(&["metaal"]);
    assert_holds(
        &text,
        &[
            "V·φ·k",
            "NL36 40%",
            "activity.schroot.footprint",
            "activity.schroot.efficiency 0,00552 0,00173 – 0,00995 1/yr aanname ← activity",
        ],
    );
    assert!(!text.contains("V·ψ"), "no stock is given");
}

#[test]
fn every_object_of_an_id_is_explained() {
    let text = explained(&["bic-noord"]);
    assert_holds(
        &text,
        &[
            "soort gebeurtenis",
            "hoort bij bic",
            "soort plan voor een terrein",
        ],
    );
}

#[test]
fn the_start_of_names_lists_own_and_shared_inputs() {
    let text = explained(&["industry.rotterdam"]);
    assert_holds(&text, &["area 5.507", "ended_share 0,5", "← industry"]);
    let all = explained(&["technology"]);
    assert_holds(&all, &["elektrolyse.footprint", "co2-terminal.footprint"]);
    let outcome = explained(&["supply"]);
    assert_holds(&outcome, &["vraag supply. (met punt)"]);
    assert_holds(
        &explained(&["supply."]),
        &["NL11.wet-hmc.stock", "distance_decay"],
    );
}

#[test]
fn a_shared_input_stands_once_in_a_list_of_its_own_start() {
    let text = explained(&["industry"]);
    assert_eq!(
        text.lines()
            .filter(|line| line.trim_start().starts_with("green_return "))
            .count(),
        1
    );
    assert!(!text.contains("rotterdam.green_return"));
}

#[test]
fn a_pathway_shows_its_shape_inputs_and_the_path_of_medians() {
    let text = explained(&["technology.elektrolyse.capacity"]);
    assert_holds(
        &text,
        &[
            "M(t): nationale capaciteit",
            "waarden in 2024, 2030, 2050, met een S-kromme verbonden",
            "met procesruis",
            "mediane invoer 2024: 0,03; 2030: 1,17; 2050: 23,2",
            "niet de mediaan van het pad",
            "2050 23,2 10,4 – 41,5 GW",
        ],
    );
    let text = explained(&["industry.rotterdam.production"]);
    // (1 − 0.003571)^(6·0.3258) = 0.99304: six years at the median rate, to the median elasticity.
    assert_holds(
        &text,
        &["gevuld door industry.production", "2024: 1; 2030: 0,993"],
    );
    assert_holds(&explained(&["campus.jobs_index"]), &["groei die afneemt"]);
}

#[test]
fn an_outcome_is_explained_with_its_formula_benchmarks_and_contributors() {
    let text = explained(&["need"]);
    assert_holds(
        &text,
        &[
            "eenheid ha net",
            "Krimp telt niet als negatieve vraag",
            "industriecluster (7)",
            "campus (18)",
            "kabinet-2030 2030 4.200 ha net zelfde afbakening afgeleid Ruimtevraag (Totaal): 700 ha per year",
            "[CE009: Ministry EZK / Rijksoverheid, 2023]",
            "Ruimtevraag (Overige bedrijvigheid, Noord-Brabant): 888",
        ],
    );
    assert_holds(
        &explained(&["double_use"]),
        &["draagt bij industriecluster (7)"],
    );
    let unmet = explained(&["unmet"]);
    assert_holds(
        &unmet,
        &["leegstaand land (36)", "geen gepubliceerde cijfers"],
    );
}

#[test]
fn a_lever_is_explained_with_its_kind_decision_targets_inputs_and_cost() {
    let variant = ["--variant", "scenarios/beleid/intensiveren.toml"];
    let text = explained(&["kavels-verdichten", variant[0], variant[1]]);
    assert_holds(
        &text,
        &[
            "soort intensify – intensiveren",
            "beleidsvariant intensiveren",
            "besluit 2026",
            "beweegt supply.regular.intensification 1 − (1−x)(1−λ)",
            "sterkte λ 2024: 0; 2030: ",
            "met cost_per_ha × hectares",
            "uptake 0,6",
            "Part of sites and owners that take part",
        ],
    );
    // In 2050 the ramp is over: 0.6 · 0.18 from the medians of uptake and effect.
    assert_holds(&text, &["2050: 0,108"]);
    let text = explained(&["intensiveren", variant[0], variant[1]]);
    assert_holds(
        &text,
        &[
            "prijspeil 2025",
            "kavels-verdichten 2026",
            "haven-verdichten 2026",
        ],
    );
    let sites = ["--variant", "scenarios/beleid/nieuwe-terreinen.toml"];
    let text = explained(&["utrecht-regulier", sites[0], sites[1]]);
    assert_holds(
        &text,
        &["voegt een plan toe: Utrecht", "net_to_gross", "← plan"],
    );
}

#[test]
fn an_input_tells_which_levers_move_it_and_how() {
    let variant = ["--variant", "scenarios/beleid"];
    let text = explained(&["industry.closure_delay", variant[0], variant[1]]);
    assert_eq!(
        text.matches("beweegt door").count(),
        1,
        "one lever in several variants:\n{text}"
    );
    assert_holds(
        &text,
        &[
            "eerder-sluiten (close-sooner; variant eerder-sluiten, ",
            "x·(1−λ)",
        ],
    );
    let place = explained(&["supply.regular.intensification", variant[0], variant[1]]);
    assert_holds(&place, &["beweegt door kavels-verdichten"]);
    assert!(
        !place.contains("haven-verdichten"),
        "that moves other segments:\n{place}"
    );
    let without = explained(&["industry.closure_delay"]);
    assert!(!without.contains("beweegt door"));
}

#[test]
fn a_source_gives_its_citation_and_everything_that_cites_it() {
    let text = explained(&["IN001"]);
    assert_holds(
        &text,
        &[
            "Buck Consultants International",
            "2014",
            "door 5 waarden",
            "industry.rotterdam.area",
        ],
    );
    assert_holds(&explained(&["CE009"]), &["kabinet-2030 2030 4.200"]);
}

#[test]
fn an_evidence_grade_lists_its_values_with_their_reasons() {
    let text = explained(&["assumption"]);
    assert_holds(
        &text,
        &["industry.green_return 0,403", "No value published"],
    );
    assert!(
        !text.contains("industry.rotterdam.area "),
        "that one is derived"
    );
    let text = explained(&["published"]);
    assert_holds(&text, &["campus.leiden.jobs 25.000"]);
}

#[test]
fn an_unknown_name_is_refused_with_the_nearest_one() {
    for (name, near) in [
        ("rotterdm", "rotterdam"),
        ("industry.gren_return", "industry.green_return"),
        (
            "industry.rotterdam.gren_return",
            "industry.rotterdam.green_return",
        ),
        (
            "technology.elektrolyse.capacty",
            "technology.elektrolyse.capacity",
        ),
        ("unmett", "unmet"),
        ("assumptoin", "assumption"),
        ("kavels-verdichtn", "kavels-verdichten"),
    ] {
        let output = run(
            REFERENCE,
            &[name, "--variant", "scenarios/beleid/intensiveren.toml"],
        );
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(output.stdout.is_empty(), "{name}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(
            message.contains(&format!("did you mean `{near}`?")),
            "{message}"
        );
    }
}
