"""Versions: frozen files, the committed schema, and the way from old to new."""

import copy
import json

import jsonschema
import pytest

from cxcore.document import VERSION, DocumentInvalidError, read, write
from cxcore.document.migrations import STEPS, Step, migrate
from cxcore.document.schema import COMMITTED, schema, schema_text
from cxcore.model import THINGS, Rating, Touchpoint, Workshop
from tests.document.files import (
    FROZEN,
    small_file,
    small_workshop,
    with_command,
    with_touchpoint,
)
from tests.document.rich import rich_envelope

VERSIONS = range(1, VERSION + 1)


def frozen(version):
    return (FROZEN / f"version-{version}.json").read_bytes()


@pytest.mark.parametrize("version", VERSIONS)
def test_the_file_of_each_version_opens_without_repairs_as_the_newest(version):
    loaded = read(frozen(version))

    canonical = (FROZEN / f"version-{version}.canonical.json").read_bytes()
    assert loaded.repairs == ()
    assert write(loaded.envelope).data == canonical


def test_the_frozen_file_has_something_in_every_collection():
    workshop = json.loads(frozen(VERSION))["workshop"]

    assert set(workshop) == set(Workshop.model_fields)
    assert all(workshop.values())


@pytest.mark.parametrize("kind", THINGS)
def test_the_frozen_file_has_something_in_every_field(kind):
    collection = json.loads(frozen(VERSION))["workshop"][THINGS[kind].collection]
    written = {field for thing in collection.values() for field in thing}

    assert set(THINGS[kind].model_fields) - written - {"removed"} == set()


def test_the_frozen_file_has_a_change_of_every_kind():
    history = json.loads(frozen(VERSION))["history"]

    kinds = {entry["command"]["kind"] for entry in history}

    assert kinds == set(
        schema()["$defs"]["Entry"]["properties"]["command"]["discriminator"]["mapping"]
    )


def test_the_committed_schema_is_the_generated_one():
    assert COMMITTED.read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    "data", [frozen(VERSION), write(rich_envelope()).data], ids=["frozen", "written"]
)
def test_what_is_written_fits_the_schema(data):
    jsonschema.validate(json.loads(data), schema())


@pytest.mark.parametrize(
    "data",
    [
        small_file(version=VERSION + 1),
        small_file(extra=1),
        with_touchpoint(reach=2),
        with_touchpoint(colour="red"),
        with_command(kind="add", of="touchpoint", thing={"id": "x", "name": "y"}),
    ],
)
def test_what_is_wrong_does_not_fit_the_schema(data):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema())


def _emotion_becomes_valence(workshop):
    touchpoints = {
        key: {name: value for name, value in old.items() if name != "emotion"}
        | {"wanted": 2.5 * (old["emotion"] - 3)}
        for key, old in workshop["touchpoints"].items()
    }
    return workshop | {"touchpoints": touchpoints}


def _rename_command(command):
    return command | {"kind": "remove"} if command["kind"] == "delete" else command


OLD_STEPS = (
    Step("emotion becomes valence", workshop=_emotion_becomes_valence),
    Step("delete becomes remove", command=_rename_command),
)


def old_file():
    workshop = small_workshop(touchpoints={"t": {"id": "t", "emotion": 1}})
    delete = {"kind": "delete", "of": "touchpoint", "id": "t"}
    batch = {"kind": "batch", "commands": [delete]}
    history = [{"id": "e1", "command": delete}, {"id": "e2", "command": batch}]
    return small_file(workshop, base=workshop, history=history)


def test_the_steps_lead_from_every_version_to_the_next():
    assert len(STEPS) + 1 == VERSION
    assert len({step.name for step in STEPS}) == len(STEPS)


def test_steps_move_the_workshop_the_base_and_every_command():
    moved = migrate(old_file(), 1, OLD_STEPS)

    assert moved["version"] == 3
    assert moved["workshop"]["touchpoints"]["t"] == {"id": "t", "wanted": -5.0}
    assert moved["base"]["touchpoints"]["t"] == {"id": "t", "wanted": -5.0}
    single, batch = (entry["command"] for entry in moved["history"])
    assert single["kind"] == "remove"
    assert batch["commands"][0]["kind"] == "remove"


def test_a_file_takes_only_the_steps_it_needs():
    file = old_file() | {"version": 2}

    moved = migrate(file, 2, OLD_STEPS)

    assert moved["workshop"] == file["workshop"]
    assert moved["history"][0]["command"]["kind"] == "remove"


def test_a_step_leaves_its_input_as_it_is():
    file = old_file()
    before = copy.deepcopy(file)

    migrate(file, 1, OLD_STEPS)

    assert file == before


def test_an_old_file_that_breaks_its_own_rules_is_refused_by_name():
    broken = small_file(small_workshop(touchpoints={"t": {"id": "t"}}))

    with pytest.raises(DocumentInvalidError, match="emotion becomes valence"):
        migrate(broken, 1, OLD_STEPS)


@pytest.mark.parametrize("history", [None, {}, [None], [{"command": 3}], ["x"]])
def test_a_step_passes_over_what_is_no_command(history):
    assert migrate(small_file(history=history), 1, OLD_STEPS[1:])["history"] == history


def test_a_rating_of_the_frozen_file_has_every_part():
    ratings = json.loads(frozen(VERSION))["base"]["ratings"]["security"]["ana"]

    assert set(ratings["as_persona"]) == set(Rating.model_fields)
    assert "wanted" in Touchpoint.model_fields
