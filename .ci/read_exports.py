"""Opens what a run left in other formats with the programs that people have.

usage: read_exports.py RUN_FOLDER WORKBOOK_AS_CSV
"""

import csv
import json
import sys
from pathlib import Path

import pyarrow.parquet as parquet

run, workbook = map(Path, sys.argv[1:])


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
print(f"read back: {len(read)} rows of Parquet, {found} columns of draws, {len(rows)} rows of XLSX")
