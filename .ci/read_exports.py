"""Opens what a run left in other formats with the programs that people have.

usage: read_exports.py RUN_FOLDER WORKBOOK_AS_CSV SWEEP_FOLDER FOLDER_OF_PARTS
"""

import csv
import json
import sys
from pathlib import Path

import pyarrow
import pyarrow.dataset as dataset
import pyarrow.parquet as parquet

run, workbook, sweep, parts = map(Path, sys.argv[1:])


def number(text):
    return float(text) if text else None


with open(run / "summary.csv", newline="") as file:
    summary = list(csv.DictReader(file))

# Parquet: every row of the table, with its text and its numbers.
read = parquet.read_table(run / "summary.parquet").to_pylist()
assert len(read) == len(summary) > 1000
for ours, theirs in zip(summary, read):
    assert ours["region"] == theirs["region"] and ours["year"] == theirs["year"]
    mean = number(ours["mean"])
    assert (mean is None) == (theirs["mean"] is None)
    assert mean is None or abs(mean - theirs["mean"]) <= 5.1e-7

# Draws: the mean of each column is the mean that the summary gives for it.
draws = parquet.read_table(run / "draws.parquet")
found = 0
for row in summary:
    if row["entity"] == "all" and row["region"] == row["segment"] == "all":
        sector = "" if row["sector"] == "all" else "/" + row["sector"]
        name = f"{row['outcome']}{sector},{row['year']}"
        if name in draws.column_names:
            values = draws.column(name).to_pylist()
            assert abs(sum(values) / len(values) - float(row["mean"])) < 1e-5, name
            found += 1
assert found > 20, found
assert "industry.green_return" in draws.column_names
assert draws.column("draw").to_pylist()[:3] == [0, 1, 2]

# The workbook: LibreOffice read the second sheet, which is the summary.
with open(workbook, newline="") as file:
    rows = list(csv.DictReader(file))
assert [row["outcome"] for row in rows] == [row["outcome"] for row in summary]

regions = json.loads((run / "regions.geojson").read_text())
assert len(regions["features"]) == 12
places = json.loads((run / "places.geojson").read_text())
points = [one for one in places["features"] if one["geometry"]]
assert len(points) == 24
for point in points:
    longitude, latitude = point["geometry"]["coordinates"]
    assert 3.3 < longitude < 7.3 and 50.7 < latitude < 53.6, point["id"]
    properties = point["properties"]
    # The figures are those of the summary.
    [row] = [
        row
        for row in summary
        if (row["outcome"], row["entity"], row["year"]) == ("need", properties["id"], "2050")
        and row["variant"] == "none"
        and row["region"] == row["segment"] == "all"
    ]
    assert abs(float(row["p50"]) - properties["need_2050_p50"]) < 1e-5, point["id"]

# A sweep: numbers as numbers, keys as words that repeat in a dictionary, every row of the table.
with open(sweep / "sweep.csv", newline="") as file:
    rows_of_sweep = list(csv.DictReader(file))
read_of_sweep = parquet.read_table(sweep / "sweep.parquet", read_dictionary=["scenario", "variant"])
assert read_of_sweep.num_rows == len(rows_of_sweep) > 0
for name, field in zip(read_of_sweep.column_names, read_of_sweep.schema):
    if name in ("scenario", "variant"):
        assert pyarrow.types.is_dictionary(field.type), field
    elif name == "point":
        assert pyarrow.types.is_integer(field.type), field
    elif name.startswith(("x_", "mean", "sd", "p", "se_", "change_")):
        assert pyarrow.types.is_floating(field.type), field
first = parquet.ParquetFile(sweep / "sweep.parquet").metadata.row_group(0)
assert "RLE_DICTIONARY" in first.column(0).encodings, first.column(0)
for ours, theirs in zip(rows_of_sweep, read_of_sweep.to_pylist()):
    assert [ours[key] for key in ("scenario", "variant", "outcome")] == [
        theirs[key] for key in ("scenario", "variant", "outcome")
    ]
    for column in ("p50", "change_p50", "se_mean"):
        mean = number(ours[column])
        assert (mean is None) == (theirs[column] is None), ours
        assert mean is None or abs(mean - theirs[column]) <= 5.1e-7, ours

# The same in parts: one table, whose keys are the names of folders.
whole = dataset.dataset(parts / "sweep", format="parquet", partitioning="hive")
table = whole.to_table().to_pylist()
pairs = sorted({(row["scenario"], row["variant"]) for row in table})
assert pairs == [("hoog", "meer"), ("hoog", "none"), ("laag", "meer"), ("laag", "none")], pairs
assert len(table) == 8 and {row["year"] for row in table} == {"all", "2050"}
assert all((row["change_p50"] is None) == (row["variant"] == "none") for row in table)
some = whole.to_table(filter=dataset.field("variant") == "meer")
assert some.num_rows == 4 and set(some.column("change_p50").to_pylist()) == {-0.5}

print(f"read back: {len(read)} rows of Parquet, {found} columns of draws, {len(rows)} rows of XLSX, "
      f"{len(rows_of_sweep)} rows of a sweep, {len(table)} rows in {len(pairs)} parts")
