"""``cx check``: what it prints, and how it ends."""

import json
from pathlib import Path

import pytest

from cxcore.checkup import CATALOGUE, Severity, Status, check
from cxcore.cli import main
from cxcore.document import Envelope, write
from cxcore.model import AcceptedFinding, Evidence, Workshop
from tests.checkup.build import TODAY, adding
from tests.cli.demo import demo_workshop

ROOT = Path(__file__).parent.parent.parent
DOCS = (ROOT / "docs" / "cx-check.md").read_text(encoding="utf-8")
DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def file_of(tmp_path):
    def save(workshop):
        path = tmp_path / "workshop.json"
        path.write_bytes(write(Envelope(workshop)).data)
        return str(path)

    return save


@pytest.fixture
def demo(file_of):
    return file_of(demo_workshop())


def checks_of(path, capsys):
    main(["check", path, "--json", *DAY])
    return json.loads(capsys.readouterr().out)["checks"]


def found_with(severity, workshop):
    results = check(workshop, TODAY).ended(Status.FOUND)
    return [one.id for one in results if one.severity is severity]


def test_all_37_are_printed_in_order_with_exactly_these_keys(demo, capsys):
    checks = checks_of(demo, capsys)

    assert [one["id"] for one in checks] == [f"CX{n:02d}" for n in range(1, 38)]
    assert {tuple(one) for one in checks} == {
        (
            "id",
            "name",
            "status",
            "severity",
            "where",
            "numbers",
            "question",
            "source",
        )
    }


def test_the_document_holds_nothing_but_the_checks(demo, capsys):
    main(["check", demo, "--json", *DAY])

    assert list(json.loads(capsys.readouterr().out)) == ["checks"]


def test_an_empty_workshop_has_all_37_too(file_of, capsys):
    checks = checks_of(file_of(Workshop(id="w")), capsys)

    assert len(checks) == 37
    assert {one["status"] for one in checks} <= {"found", "not_assessed"}


def test_a_finding_has_its_places_numbers_question_and_essay(demo, capsys):
    trap = next(one for one in checks_of(demo, capsys) if one["id"] == "CX18")

    assert trap["status"] == "found"
    assert trap["severity"] == "high"
    assert trap["where"] == ["check"]
    assert trap["numbers"]["mean"] == pytest.approx(0.55)
    assert trap["question"].endswith("?")
    assert trap["source"] == (
        "3 mistakes you might be committing about the customer experience concept"
    )


def test_several_essays_stand_one_after_the_other(demo, capsys):
    memorable = next(one for one in checks_of(demo, capsys) if one["id"] == "CX04")

    assert memorable["source"] == (
        "Three mistakes in customer experience design; "
        "3 mistakes you might be committing about the customer experience concept"
    )


def test_what_the_team_accepts_is_told_as_accepted(file_of, capsys):
    finding = AcceptedFinding(
        id="f", check="CX18", subject_ids=("check",), reason="A known\nqueue."
    )
    path = file_of(adding(demo_workshop(), finding))

    trap = next(one for one in checks_of(path, capsys) if one["id"] == "CX18")
    main(["check", path, *DAY])

    assert (trap["status"], trap["where"]) == ("accepted", ["check"])
    said = capsys.readouterr().out
    assert "Accepted (1)\n  CX18 Average trap (weighs a lot)\n" in said
    assert "    Accepted: A known queue.\n" in said


def test_the_lines_put_three_questions_first(demo, capsys):
    main(["check", demo, *DAY])

    said = capsys.readouterr().out
    titles = [line for line in said.splitlines() if line and line[0] != " "]
    assert [title.split(" (")[0] for title in titles[1:]] == [
        "Three questions now",
        "Before the next workshop",
        "More questions",
        "Not assessed",
        "Passed",
    ]
    assert "it hides Security.\n" in said
    assert "Ask: What does the average of this journey hide, and from whom?\n" in said


def test_every_check_stands_in_the_lines_once(demo, capsys):
    main(["check", demo, *DAY])

    said = capsys.readouterr().out
    assert [one.id for one in CATALOGUE if said.count(f"{one.id} ") != 1] == []


def test_how_firmly_the_ranking_holds_is_known_to_the_checks(demo, capsys):
    certain = next(one for one in checks_of(demo, capsys) if one["id"] == "CX34")

    assert certain["status"] == "passed"
    assert certain["numbers"] == {"of": 1.0, "touchpoints": 0.0}


def test_the_documented_lines_are_what_is_printed(demo, capsys):
    main(["check", demo, *DAY])
    said = capsys.readouterr().out

    documented = DOCS.split("```\n$ cx check")[1].split("\n", 1)[1].split("```")[0]

    shown = documented.split("…\n")
    assert [part for part in shown if part not in said] == []


def test_the_documented_check_is_what_is_printed(demo, capsys):
    example = json.loads(DOCS.split("```json\n")[1].split("```")[0])

    printed = {one["id"]: one for one in checks_of(demo, capsys)}

    assert [printed[one["id"]] for one in example["checks"]] == example["checks"]


def ends(path):
    """How it ends for each severity that can be asked for."""
    asked = [
        (one.value, ["check", path, "--from", one.value, *DAY]) for one in Severity
    ]
    return {severity: main(arguments) for severity, arguments in asked}


def test_findings_of_the_severity_asked_for_end_with_one(file_of, capsys):
    light = adding(demo_workshop(), *heard_everywhere())
    known = AcceptedFinding(id="f", check="CX18", subject_ids=("check",), reason="Yes.")
    assert found_with(Severity.HIGH, light) == ["CX18"]

    assert ends(file_of(light)) == {"high": 1, "medium": 1, "low": 1}
    assert ends(file_of(adding(light, known))) == {"high": 0, "medium": 1, "low": 1}


def test_without_a_severity_only_heavy_findings_end_with_one(file_of, capsys):
    light = adding(demo_workshop(), *heard_everywhere())
    known = AcceptedFinding(id="f", check="CX18", subject_ids=("check",), reason="Yes.")

    assert main(["check", file_of(light), *DAY]) == 1
    assert main(["check", file_of(adding(light, known)), *DAY]) == 0


def heard_everywhere():
    """What leaves nothing heavy to be found in the demo but its average."""
    workshop = demo_workshop()
    owned = [
        each.model_copy(update={"owner": "Airport"})
        for each in workshop.touchpoints.values()
    ]
    journey = workshop.journeys["fly"].model_copy(update={"owner": "Service"})
    walk = Evidence(
        id="walk",
        evidence_type="walk_through",
        title="Walk",
        journey_ids=("fly",),
    )
    return [*owned, journey, walk]


def test_nothing_found_ends_with_zero(file_of, capsys):
    path = file_of(Workshop(id="w"))
    heavy = found_with(Severity.HIGH, Workshop(id="w"))

    assert heavy == []
    assert main(["check", path, *DAY]) == 0


def test_a_file_that_does_not_open_is_not_taken_for_findings(tmp_path, capsys):
    path = tmp_path / "workshop.json"
    path.write_bytes(b"{}")

    assert main(["check", str(path)]) == 3
    assert main(["check", str(tmp_path / "nothing.json")]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "FileNotReadError: " in said.err


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["check", "a", "--from", "awful"], ["check", "a", "--as-of", "never"]],
)
def test_wrong_usage_ends_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert "usage: cx check" in capsys.readouterr().err


def test_the_day_decides_how_old_a_map_is(file_of, capsys):
    walked = Evidence(
        id="walk",
        evidence_type="walk_through",
        title="Walk",
        date="2026-01-02",
        touchpoint_ids=("check",),
    )
    path = file_of(adding(demo_workshop(), walked))

    def shelf(day):
        main(["check", path, "--json", "--as-of", day])
        checks = json.loads(capsys.readouterr().out)["checks"]
        return next(one["status"] for one in checks if one["id"] == "CX31")

    assert shelf("2026-02-01") == "passed"
    assert shelf("2026-11-22") == "found"


def test_hostile_names_stay_in_their_line(file_of, capsys):
    name = "<b>أمن</b> " + "漢" * 100
    workshop = demo_workshop()
    security = workshop.touchpoints["check"].model_copy(update={"name": name})

    main(["check", file_of(adding(workshop, security)), *DAY])

    assert f"it hides {name}.\n" in capsys.readouterr().out
