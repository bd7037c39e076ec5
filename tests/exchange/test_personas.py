"""A persona as a file, and what of her comes with her."""

import json
from itertools import count

import pytest

from cxcore.document import (
    VERSION,
    DocumentError,
    DocumentInvalidError,
    Envelope,
    Limits,
    MissingFieldError,
    TooLargeError,
    TooNewError,
    WrongTypeError,
    write,
)
from cxcore.edit import apply, fits, settle, visible
from cxcore.exchange import (
    NobodyThereError,
    NotAPersonaError,
    PersonaCopy,
    TooMuchSaidError,
    copies_of,
    persona_commands,
    persona_file,
    read_personas,
)
from cxcore.model import Evidence, Need, Persona, Statement
from tests.core.builders import small_workshop

HOSTILE = "<img src=x> **Edith** 👩‍🦳"


def statement(name, of="edith", **more):
    fields = {"topic": "fears", "text": name} | more
    return Statement(id=name, persona_id=of, **fields)


def with_people():
    things = {
        "personas": [
            Persona(id="karim", name="Karim", position="c"),
            Persona(id="edith", name=HOSTILE, portrait="🪟", position="H"),
            Persona(id="gone", name="Gone", removed=True),
        ],
        "statements": [
            statement("falls", heard_from="three patients", evidence_ids=("talk",)),
            statement("nights", position="c"),
            statement("first", position="H"),
            statement("stairs", removed=True),
            statement("noise", of="karim"),
        ],
        "needs": [
            Need(
                id="call",
                persona_id="edith",
                text="To be called",
                latent=True,
                touchpoint_ids=("pay",),
                evidence_ids=("talk",),
            )
        ],
        "evidence": [Evidence(id="talk", title="Talk", evidence_type="interview")],
    }
    return small_workshop().model_copy(
        update={name: {each.id: each for each in some} for name, some in things.items()}
    )


def edith():
    return next(each for each in copies_of(with_people()) if each.persona.id == "edith")


def file_with(**changes):
    return json.dumps(json.loads(persona_file(edith())) | changes).encode()


def test_a_copy_has_what_is_said_of_her_in_order_and_no_links():
    copy = edith()

    assert [each.id for each in copy.statements] == ["first", "falls", "nights"]
    assert copy.statements[1].heard_from == "three patients"
    assert [each.evidence_ids for each in copy.statements] == [(), (), ()]
    assert (copy.needs[0].latent, copy.needs[0].touchpoint_ids) == (True, ())
    assert copy.needs[0].evidence_ids == ()


def test_who_was_removed_is_not_copied():
    assert [each.persona.id for each in copies_of(with_people())] == ["edith", "karim"]


def test_a_persona_file_reads_as_it_was_written():
    found = read_personas(persona_file(edith()))

    assert found.personas == (edith(),)
    assert found.mended == ()


def test_the_same_persona_gives_the_same_bytes():
    assert persona_file(edith()) == persona_file(read_personas(file_with()).personas[0])


def test_a_whole_workshop_offers_each_of_its_personas():
    found = read_personas(write(Envelope(with_people())).data)

    assert [each.persona.name for each in found.personas] == [HOSTILE, "Karim"]
    assert found.personas[0] == edith()


def test_a_file_of_an_older_version_goes_through_the_steps_of_the_workshop():
    found = read_personas(file_with(version=1))

    assert found.personas == (edith(),)


def test_she_comes_in_with_fresh_ids_as_one_change_behind_the_others():
    ids = (f"new{n}" for n in count())
    before = with_people()

    batch = settle(before, persona_commands(edith(), lambda: next(ids), "karim"))
    after = visible(apply(before, batch))

    assert fits(before, batch) is None
    assert [each.persona.name for each in copies_of(after)] == [
        HOSTILE,
        "Karim",
        HOSTILE,
    ]
    new = copies_of(after)[-1]
    assert [each.text for each in new.statements] == ["first", "falls", "nights"]
    assert {each.persona_id for each in (*new.statements, *new.needs)} == {"new0"}
    assert not {each.id for each in new.statements} & set(before.statements)


def test_a_field_nobody_knows_is_left_out_and_said():
    persona = {"edith": {"id": "edith", "name": "Edith", "shoe_size": 39}}

    found = read_personas(file_with(personas=persona))

    assert found.personas[0].persona.name == "Edith"
    assert "shoe_size" in found.mended[0]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"format": "cx-journey"}, NotAPersonaError),
        ({"version": VERSION + 1}, TooNewError),
        ({"version": "3"}, WrongTypeError),
        ({"personas": {}}, NobodyThereError),
        ({"personas": {"edith": {"id": "edith"}}}, MissingFieldError),
        ({"personas": []}, DocumentError),
        ({"touchpoints": {}}, DocumentInvalidError),
    ],
)
def test_what_is_no_persona_is_refused_by_name(changes, error):
    with pytest.raises(error):
        read_personas(file_with(**changes))


@pytest.mark.parametrize("data", [b"", b"[]", b'"cx-persona"', b"{", b"\xff\xfe", b"7"])
def test_what_is_no_file_of_ours_is_refused_with_a_sentence(data):
    with pytest.raises((DocumentError, NotAPersonaError)) as refused:
        read_personas(data)

    assert str(refused.value).endswith(".")


def test_a_workshop_without_personas_is_refused():
    with pytest.raises(NobodyThereError):
        read_personas(write(Envelope(small_workshop())).data)


def test_a_file_that_is_too_large_is_refused_unread():
    with pytest.raises(TooLargeError):
        read_personas(persona_file(edith()), Limits(bytes=100))


def test_a_persona_of_whom_too_much_is_said_is_refused_with_the_numbers():
    said = tuple(statement(f"s{n}") for n in range(5_000))

    with pytest.raises(TooMuchSaidError, match=r"5,000 things.*at most 4,999"):
        persona_commands(PersonaCopy(edith().persona, said, ()), lambda: "new")
