//! What is wrong with a sweep file is shown where it stands, all of it at once.

use predicates::str::contains;

use super::Folder;

#[test]
fn all_mistakes_of_a_sweep_file_are_shown_with_the_nearest_name() {
    let folder = Folder::new();
    folder.change(
        "sweep.toml",
        "\"industry.green_return\"",
        "\"industry.green_retrn\"",
    );
    folder.change("sweep.toml", "\"multiply\"", "\"multipy\"");
    folder.change("sweep.toml", "draws = 300", "draws = 0");
    folder.write(
        "upon.toml",
        "id = 'upon'\nextends = 'sweep.toml'\nyears = [2031, 2099]\n\
         [points]\nmethod = 'gird'\n[[leave_out]]\nvariants = ['mindr']\n",
    );
    let assert = folder.command("sweep upon.toml").assert().code(2);
    let assert = assert
        .stderr(contains("did you mean `industry.green_return`?"))
        .stderr(contains("did you mean `multiply`?"))
        .stderr(contains("0 draws cannot be made"))
        .stderr(contains("does not reach 2099"))
        .stderr(contains("did you mean `grid`?"))
        .stderr(contains("did you mean `minder`?"));
    assert
        .stderr(contains("upon.toml:3:"))
        .stderr(contains("sweep.toml:1"));
}

#[test]
fn impossible_values_outcomes_and_pairs_are_refused() {
    for (from, to, hint) in [
        (
            "values = [0.1, 0.5]",
            "values = [0.1, 1.5]",
            "it lies from 0 to 1",
        ),
        ("values = [0.1, 0.5]", "values = []", "needs finite values"),
        (
            "values = [0.1, 0.5]",
            "low = 0.1\nhigh = 0.5",
            "`low`, `high` and `steps`",
        ),
        (
            "\"need/industry,2030\"",
            "\"needs,2030\"",
            "did you mean `need`?",
        ),
        (
            "\"need/industry,2030\"",
            "\"backlog,2030\"",
            "does not report `backlog,2030`",
        ),
        (
            "\"need/industry,2030\"",
            "\"need,region=NL99\"",
            "is no region",
        ),
        (
            "campus.kennispark.jobs",
            "industry.green_return",
            "change the same input",
        ),
        ("\"banen\"", "\"terugkeer\"", "two parameters have the id"),
        (
            "b/scenario.toml",
            "a/scenario.toml",
            "two of the scenarios have the id `a`",
        ),
        ("b/scenario.toml", "c/scenario.toml", "cannot be read"),
        (
            "[run]",
            "[points]\nmethod = \"list\"\n[run]",
            "different numbers of values",
        ),
        (
            "[run]",
            "[points]\nmethod = \"lhs\"\n[run]",
            "needs its `number` of points",
        ),
        ("[run]", "[points]\nnumber = 3\n[run]", "belongs to `lhs`"),
    ] {
        let folder = Folder::new();
        folder.change("sweep.toml", from, to);
        let assert = folder.command("sweep sweep.toml").assert();
        assert.code(2).stdout("").stderr(contains(hint));
    }
}

#[test]
fn the_schema_of_sweep_files_knows_their_keys() {
    let folder = Folder::new();
    let assert = folder.command("schema sweep").assert().success();
    assert
        .stdout(contains("\"leave_out\""))
        .stdout(contains("\"outcomes\""));
}
