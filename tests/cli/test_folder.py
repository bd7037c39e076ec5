"""``cx analyse FOLDER``: one table of all workshops below it."""

import csv
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cxcore.cli import main
from cxcore.cli.analyse import How
from cxcore.cli.analysis_json import document_of
from cxcore.cli.computed import compute
from cxcore.cli.table_rows import COLUMNS
from cxcore.document import DEFAULT
from cxcore.exchange.written import harmless
from tests.cli.demo import demo_bytes, demo_workshop

ROOT = Path(__file__).parent.parent.parent
DOCS = (ROOT / "docs" / "cx-analyse.md").read_text(encoding="utf-8")
DAY = ("--as-of", "2026-11-22")
HOW = How(DEFAULT, date(2026, 11, 22))

HOSTILE = {
    "book": '=cmd|"/c calc"!A1',
    "bags": 'said "no", twice',
    "check": "@SUM(1,1)",
    "gate": "🛫 -- שער",
    "seat": "-2+3",
}


def hostile_workshop():
    workshop = demo_workshop()
    touchpoints = {
        key: one.model_copy(update={"name": HOSTILE[key]})
        for key, one in workshop.touchpoints.items()
    }
    return workshop.model_copy(update={"touchpoints": touchpoints})


def without(*collections):
    return demo_workshop().model_copy(update={name: {} for name in collections})


FILES = {
    "2025/flight.json": demo_bytes(),
    "2026/flight.json": demo_bytes(),
    "2026/=hostile.JSON": demo_bytes(hostile_workshop()),
    "broken.json": b'{"format": ',
    "no-journey.json": demo_bytes(
        without("journeys", "stages", "touchpoints", "ratings")
    ),
    "no-touchpoint.json": demo_bytes(without("touchpoints", "ratings")),
    "other.json": b'{"name": "a package", "version": 1}',
    "read me.txt": b"no workshop",
}


def laid_out(folder, files):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def workshops(tmp_path_factory):
    return laid_out(tmp_path_factory.mktemp("workshops"), FILES)


@pytest.fixture(scope="module")
def table(workshops, tmp_path_factory):
    path = tmp_path_factory.mktemp("out") / "table.csv"
    assert main(["analyse", str(workshops), "--out", str(path), *DAY]) == 3
    return path


@pytest.fixture(scope="module")
def rows(table):
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def of_file(rows, name):
    return [row for row in rows if row["file"] == name]


def test_each_touchpoint_has_a_row_by_file_then_as_on_the_map(rows):
    files = [row["file"] for row in rows]
    flights = [row["touchpoint_id"] for row in of_file(rows, "2026/flight.json")]

    assert files == [
        *["2025/flight.json"] * 5,
        *["2026/=hostile.JSON"] * 5,
        *["2026/flight.json"] * 5,
        "broken.json",
        "no-journey.json",
        "no-touchpoint.json",
        "other.json",
    ]
    assert flights == ["book", "bags", "check", "gate", "seat"]


def test_a_row_says_all_that_json_says(rows, workshops, capsys):
    main(["analyse", str(workshops / "2026/flight.json"), "--json", *DAY])
    journey = json.loads(capsys.readouterr().out)["journeys"][0]
    check = next(one for one in journey["touchpoints"] if one["id"] == "check")

    row = of_file(rows, "2026/flight.json")[2]

    same = ("fix", "rank", "share", "lift", "ask_next", "rwg", "discuss")
    assert [float(row[key]) for key in same] == [check[key] for key in same]
    assert [row["direction"], row["verdict"]] == ["fix", "holds"]
    assert row["critical"] == row["rated"] == "true"
    assert [float(row[f"top_{n}"]) for n in (1, 2, 3)] == check["top"]
    assert [float(row[f"interval_{n}"]) for n in (5, 50, 95)] == check["interval"]
    assert float(row["reason_pain"]) == check["reasons"]["pain"]
    assert float(row["journey_score"]) == journey["score"]
    assert float(row["journey_kendall_w"]) == journey["kendall_w"]
    assert (row["journey"], row["persona"]) == ("Fly to Rome", "Marta")
    assert (row["workshop_id"], row["as_of"]) == ("demo", "2026-11-22")


def test_every_key_of_json_has_its_column():
    journey = document_of(compute(demo_workshop(), HOW.as_of))["journeys"][0]
    touchpoint = journey.pop("touchpoints")[0]

    named = {"id", "name", "persona"}
    keys = [
        *(f"journey_{key}" for key in journey.keys() - named),
        *(f"reason_{key}" for key in touchpoint.pop("reasons")),
        *(touchpoint.keys() - named),
    ]

    assert [key for key in keys if not is_column(key)] == []


def is_column(key):
    return key in COLUMNS or any(name.startswith(f"{key}_") for name in COLUMNS)


def test_every_column_is_documented():
    assert [name for name in COLUMNS if not is_documented(name)] == ["top_2"]


def is_documented(name):
    ends = (name.removeprefix(before) for before in ("", "journey_", "reason_"))
    return any(f"`{end}`" in DOCS for end in ends)


def test_a_file_that_does_not_open_is_a_row_with_name_and_sentence(rows):
    broken, other = of_file(rows, "broken.json")[0], of_file(rows, "other.json")[0]

    assert broken["error"].endswith("Error")
    assert broken["sentence"].endswith(".")
    assert other["error"] not in ("", broken["error"])
    said = ("file", "error", "sentence")
    assert {broken[name] for name in COLUMNS if name not in said} == {""}


def test_what_opens_has_no_error_and_a_row_even_without_a_touchpoint(rows):
    bare, empty = (
        of_file(rows, f"no-{what}.json")[0] for what in ("touchpoint", "journey")
    )

    assert (bare["error"], bare["journey"], bare["touchpoint"]) == (
        "",
        "Fly to Rome",
        "",
    )
    assert (empty["error"], empty["workshop"], empty["journey"]) == (
        "",
        "Family flight",
        "",
    )


def test_what_is_not_rated_is_empty_and_never_zero(rows):
    seat = of_file(rows, "2026/flight.json")[4]

    assert seat["rated"] == "false"
    nothing = ("valence", "fix", "rank", "top_1", "interval_50", "verdict", "ask_next")
    assert {seat[name] for name in nothing} == {""}


def test_no_name_is_taken_for_a_formula_and_none_is_lost(rows):
    names = [row["touchpoint"] for row in of_file(rows, "2026/=hostile.JSON")]

    assert names == [
        '\'=cmd|"/c calc"!A1',
        'said "no", twice',
        "'@SUM(1,1)",
        "🛫 -- שער",
        "'-2+3",
    ]


def test_the_bytes_are_the_same_for_any_number_of_processes(workshops, table, tmp_path):
    again = tmp_path / "again.csv"

    for jobs in ("1", "3"):
        main(["analyse", str(workshops), "--out", str(again), "--jobs", jobs, *DAY])
        assert again.read_bytes() == table.read_bytes()


def test_parquet_has_the_same_rows_with_types_and_names_as_they_are(
    workshops, rows, tmp_path
):
    path = tmp_path / "table.parquet"
    assert main(["analyse", str(workshops), "--out", str(path), *DAY]) == 3

    data = pq.read_table(path)

    assert data.column_names == list(COLUMNS)
    read = data.to_pylist()
    assert [row["touchpoint"] for row in read[5:10]] == list(HOSTILE.values())
    assert [as_csv(row) for row in read] == rows
    types = {name: str(data.schema.field(name).type) for name in ("rank", "fix")}
    assert types == {"rank": "int64", "fix": "double"}


def as_csv(row):
    said = {True: "true", False: "false"}
    return {
        name: ""
        if value is None
        else harmless(value)
        if isinstance(value, str)
        else said[value]
        if isinstance(value, bool)
        else str(value)
        for name, value in row.items()
    }


def test_without_a_file_to_write_it_is_printed(workshops, table):
    """In a process of its own: whatever else runs in this one may log something."""
    command = [sys.executable, "-m", "cxcore", "analyse", str(workshops), *DAY]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)

    assert done.returncode == 3
    assert done.stdout == table.read_bytes()
    assert done.stderr == b"7 files, of which 2 did not open: the table says why.\n"


def test_json_of_a_folder_is_a_line_for_each_file(workshops, capsys):
    assert main(["analyse", str(workshops), "--json", *DAY]) == 3
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    main(["analyse", str(workshops / "2025/flight.json"), "--json", *DAY])
    alone = json.loads(capsys.readouterr().out)

    assert len(lines) == 7
    assert lines[0] == {"file": "2025/flight.json", **alone}
    assert list(lines[3]) == ["file", "error", "sentence"]


def test_robustness_can_be_left_out(tmp_path, capsys):
    laid_out(tmp_path, {"flight.json": demo_bytes()})

    assert main(["analyse", str(tmp_path), "--no-robustness", *DAY]) == 0

    said = capsys.readouterr()
    rows = list(csv.DictReader(said.out.splitlines()))
    empty = ("top_1", "interval_5", "verdict", "ask_next", "journey_draws")
    assert {row[name] for row in rows for name in empty} == {""}
    assert [row["rank"] for row in rows] == ["2", "3", "1", "4", ""]
    assert said.err == "1 file, all opened.\n"


def test_a_name_that_is_no_text_is_written_all_the_same(tmp_path, capsys):
    (tmp_path / os.fsdecode(b"\xe9t\xe9.json")).symlink_to("nowhere")

    assert main(["analyse", str(tmp_path), *DAY]) == 3

    row = next(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert (row["file"], row["error"]) == ("\\udce9t\\udce9.json", "FileNotReadError")
    assert "\\udce9t\\udce9.json" in row["sentence"]
