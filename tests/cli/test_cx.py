"""The command line: what it prints, and how it ends."""

import json
import math
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from cxcore.cli import main
from cxcore.document import DEFAULT, VERSION
from cxcore.model import Journey, Rating, Stage, Touchpoint
from cxcore.words import HOW_FIRM
from tests.cli.demo import DOCS, demo_bytes, demo_workshop
from tests.document.files import FROZEN, as_bytes, many, security, small_file
from tests.document.files import small_workshop as small

ROOT = Path(__file__).parent.parent.parent
DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def file_of(tmp_path):
    def save(data):
        path = tmp_path / "workshop.json"
        path.write_bytes(data if isinstance(data, bytes) else as_bytes(data))
        return str(path)

    return save


@pytest.fixture
def demo(file_of):
    return file_of(demo_bytes())


def analysis_of(path, capsys):
    assert main(["analyse", path, "--json", *DAY]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_file_that_opens_is_told_with_its_counts(capsys):
    status = main(["validate", str(FROZEN / "version-1.json")])

    said = capsys.readouterr().out
    assert status == 0
    assert said.startswith("“Family flight” opens.\n")
    assert ["touchpoints", "3"] in [line.split() for line in said.splitlines()]
    assert said.endswith("Nothing had to be mended.\n")


def test_every_repair_is_told(file_of, capsys):
    touchpoints = {"security": security(colour="red")}

    status = main(["validate", file_of(small_file(small(touchpoints=touchpoints)))])

    assert status == 0
    assert capsys.readouterr().out.endswith(
        "Mended while opening (1):\n"
        "  UnknownField, in the touchpoint “Security”: "
        "“colour” is not known here and was left out.\n"
    )


@pytest.mark.parametrize("command", ["validate", "analyse"])
def test_a_file_that_does_not_open_gives_name_and_sentence(command, file_of, capsys):
    status = main([command, file_of(small_file(version=9))])

    said = capsys.readouterr()
    assert (status, said.out) == (1, "")
    assert said.err.startswith(
        f"TooNewError: Workshop format 9 is newer than {VERSION},"
    )
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("command", ["validate", "analyse"])
def test_a_file_that_is_not_there_is_told_kindly(command, tmp_path, capsys):
    status = main([command, str(tmp_path / "nothing.json")])

    assert status == 1
    said = capsys.readouterr().err
    assert said.startswith("FileNotReadError: The file “")
    assert said.endswith("cannot be read: there is no such file.\n")


@pytest.mark.parametrize("name", [".", "a\0b"])
def test_what_is_no_file_is_told_kindly(name, capsys):
    assert main(["validate", name]) == 1
    assert capsys.readouterr().err.startswith("FileNotReadError: ")


def test_a_name_that_is_no_text_is_said_all_the_same(capsys):
    assert main(["validate", os.fsdecode(b"\xe9t\xe9.json")]) == 1
    assert "\\udce9t\\udce9.json" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["validate"],
        ["validate", "a", "b"],
        ["validate", "a", "--json"],
        ["analyse", "a", "--as-of", "yesterday"],
        ["analyse", "a", "--as-of", "2026-02-30"],
    ],
)
def test_wrong_usage_ends_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert "usage: cx" in capsys.readouterr().err


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "validate" in said
    assert "analyse" in said


@pytest.mark.parametrize("command", ["validate", "analyse"])
def test_limits_can_be_lifted(command, file_of, capsys):
    path = file_of(small_file(small(**many(201, "participants", {"name": "N"}))))

    assert main([command, path]) == 1
    assert capsys.readouterr().err.startswith("TooManyError: ")
    assert main([command, path, "--no-limits"]) == 0


def test_a_file_that_is_too_large_is_refused_before_it_is_read(file_of, capsys):
    path = file_of(b" " * (DEFAULT.bytes + 1))

    assert main(["validate", path]) == 1
    assert capsys.readouterr().err.startswith("TooLargeError: ")


def test_the_analysis_is_told_in_lines(demo, capsys):
    assert main(["analyse", demo, *DAY]) == 0

    said = capsys.readouterr().out
    assert said in DOCS
    assert "Fly to Rome (Marta)\n" in said
    assert "Good moments hide 1 bad one: Security.\n" in said
    assert "36 = 30 bad feeling + 6 lowest of its stage" in said
    assert "What to protect" in said
    assert "Ask about Security next: " in said


def test_the_documented_example_is_what_is_printed(demo, capsys):
    document = analysis_of(demo, capsys)
    touchpoints = document["journeys"][0]["touchpoints"]
    document["journeys"][0]["touchpoints"] = [
        one for one in touchpoints if one["id"] == "check"
    ]

    example = DOCS.split("```json\n")[1].split("```")[0]

    assert json.loads(example) == document


def test_every_key_is_documented(demo, capsys):
    document = analysis_of(demo, capsys)
    journey = document["journeys"][0]
    touchpoint = journey["touchpoints"][0]

    keys = [*document, *journey, *touchpoint, *touchpoint["reasons"]]

    assert [key for key in keys if f"`{key}`" not in DOCS] == []


def test_what_is_not_rated_is_null_and_never_zero(demo, capsys):
    seat = analysis_of(demo, capsys)["journeys"][0]["touchpoints"][-1]

    assert (seat["name"], seat["rated"], seat["critical"]) == (
        "Take a seat",
        False,
        False,
    )
    assert seat["valence"] is seat["fix"] is seat["rank"] is seat["share"] is None
    assert set(seat["reasons"].values()) == {None}


def test_the_reasons_sum_to_the_fix_score(demo, capsys):
    for one in analysis_of(demo, capsys)["journeys"][0]["touchpoints"]:
        if one["rated"]:
            assert math.isclose(sum(one["reasons"].values()), one["fix"])


def test_json_says_how_firmly_each_touchpoint_stands(demo, capsys):
    journey = analysis_of(demo, capsys)["journeys"][0]
    check = journey["touchpoints"][2]

    assert (journey["front"], journey["draws"]) == (1, 2_000)
    assert journey["ask_next"] == "check"
    assert check["verdict"] == "holds"
    assert check["bracket"] == [1, 1]
    assert 0.67 < check["top"][0] < check["top"][1] < check["top"][2] <= 1
    low, middle, high = check["interval"]
    assert low < middle < high
    assert low < check["fix"] < high
    worth = [one["ask_next"] for one in journey["touchpoints"] if one["rated"]]
    assert check["ask_next"] == max(worth) > 0


def test_json_says_how_far_the_room_agrees(file_of, capsys):
    journey = analysis_of(file_of(demo_bytes(split_workshop())), capsys)["journeys"][0]
    check, gate = journey["touchpoints"][2:4]

    assert 0 < journey["kendall_w"] < 1
    assert journey["alpha_valence"] < 1
    assert journey["alpha_importance"] is None  # all said the same of all
    assert (gate["rwg"], gate["discuss"]) == (1, 0)
    assert check["rwg"] < 0.5
    assert check["discuss"] == pytest.approx(check["importance"] * (1 - check["rwg"]))


def split_workshop():
    """One of three found the security check good."""
    workshop = demo_workshop()
    eva = {"as_persona": Rating(valence=4.0, importance=4.0)}
    return workshop.model_copy(
        update={
            "ratings": {
                **workshop.ratings,
                "check": {**workshop.ratings["check"], "eva": eva},
            }
        }
    )


def test_lines_say_what_to_talk_about_where_we_differ(demo, file_of, capsys):
    main(["analyse", demo, *DAY])
    assert "What to talk about" not in capsys.readouterr().out

    main(["analyse", file_of(demo_bytes(split_workshop())), *DAY])

    said = capsys.readouterr().out
    talk = said.split("What to talk about, as we see it differently\n")[1]
    assert talk.splitlines()[1].split() == ["Security", "−4.0", "and", "+0.0"]


def test_what_the_ranking_rests_on_is_said_once_for_all_journeys(file_of, capsys):
    path = file_of(demo_bytes(with_a_second_journey()))

    main(["analyse", path, *DAY])

    said = capsys.readouterr().out
    assert said.count("What needs work first") == 2
    assert said.count("not how customers feel") == 1
    assert said.endswith(f"\n\n{HOW_FIRM}\n")


def with_a_second_journey():
    workshop = demo_workshop()
    things = {
        "journeys": Journey(id="back", name="Fly home"),
        "stages": Stage(id="home", journey_id="back", name="Home", position="C"),
        "touchpoints": Touchpoint(
            id="land", stage_id="home", name="Land", position="F"
        ),
    }
    more = {
        name: {**getattr(workshop, name), one.id: one} for name, one in things.items()
    }
    ratings = {**workshop.ratings, "land": workshop.ratings["check"]}
    return workshop.model_copy(update={**more, "ratings": ratings})


def test_how_firmly_it_holds_can_be_left_out(demo, capsys):
    assert main(["analyse", demo, "--no-robustness", *DAY]) == 0
    said = capsys.readouterr().out
    assert main(["analyse", demo, "--no-robustness", "--json", *DAY]) == 0
    journey = json.loads(capsys.readouterr().out)["journeys"][0]

    assert "What needs work first" in said
    assert [word for word in ("holds", "Ask about", HOW_FIRM) if word in said] == []
    left_out = ("top", "interval", "bracket", "verdict", "ask_next")
    assert {journey["touchpoints"][2][key] for key in left_out} == {None}
    assert journey["draws"] is journey["front"] is journey["ask_next"] is None
    assert journey["kendall_w"] == 1


def test_an_empty_workshop_has_nothing_to_compute(file_of, capsys):
    path = file_of(demo_bytes(type(demo_workshop())(id="w")))

    assert main(["analyse", path, *DAY]) == 0
    assert "There is no journey yet." in capsys.readouterr().out
    assert analysis_of(path, capsys)["journeys"] == []


def test_a_journey_without_ratings_is_told_without_scores(file_of, capsys):
    bare = demo_workshop().model_copy(update={"ratings": {}})
    path = file_of(demo_bytes(bare))

    journey = analysis_of(path, capsys)["journeys"][0]
    assert journey["score"] is journey["mean"] is journey["hidden"] is None
    assert main(["analyse", path, *DAY]) == 0
    assert "Nothing is rated yet." in capsys.readouterr().out


def test_without_a_day_it_is_computed_for_today(demo, capsys):
    before = date.today()  # noqa: DTZ011 - the day of this machine is meant
    assert main(["analyse", demo, "--json"]) == 0

    as_of = json.loads(capsys.readouterr().out)["as_of"]
    assert before <= date.fromisoformat(as_of) <= date.today()  # noqa: DTZ011


def test_it_runs_as_a_module_and_prints_utf8_whatever_the_terminal(demo):
    done = subprocess.run(
        [sys.executable, "-m", "cxcore", "validate", demo],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert done.stdout.decode().startswith("“Family flight” opens.")
