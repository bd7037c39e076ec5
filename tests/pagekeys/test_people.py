"""What the page "People" adds to the table of state."""

from datetime import date

import pytest

from cxcore.commands import Add
from cxcore.edit import apply
from cxcore.model import Evidence, Journey, Need, Persona, Stage, Statement, Touchpoint
from cxlive.board.led import Source
from cxlive.board.pages import page_view
from cxlive.board.view import journey_view, shown_journey
from cxlive.room.ledger import Snapshot
from cxlive.rounds.answers import Answers
from cxlive.rounds.facilitation import Facilitation, Round
from cxlive.rounds.rounds import Led
from tests.core.builders import small_workshop
from tests.live.build import rate, remove

TODAY = date(2026, 11, 22)
OPEN = Facilitation(
    round=Round(
        id="r1",
        journey_id="visit",
        number=1,
        form="full",
        parts=("importance", "valence", "expectation", "performance", "effort"),
    )
)


def shop(*commands):
    """Two personas who pass the same three moments, and one who has no journey."""
    workshop = small_workshop()
    homes = {"queue2": "her", "pay2": "her", "leave2": "her"}
    things = {
        "personas": [
            Persona(id="ada", name="Ada, in a hurry", position="H"),
            Persona(id="bo", name="Bo", position="U"),
            Persona(id="cy", name="Cy", position="c"),
        ],
        "statements": [
            Statement(id="fear", persona_id="ada", topic="fears", text="To be late"),
            Statement(id="late", persona_id="bo", topic="fears", text="The crowd"),
        ],
        "needs": [Need(id="seat", persona_id="bo", text="A seat", latent=True)],
        "evidence": [
            Evidence(
                id="talk",
                title="Talk",
                evidence_type="survey",
                statement_ids=("fear",),
                survey={"queue": (-3.0,)},
            )
        ],
        "journeys": [
            workshop.journeys["visit"].model_copy(update={"persona_id": "ada"}),
            Journey(id="hers", name="Visit", persona_id="bo", position="c"),
        ],
        "stages": [
            *workshop.stages.values(),
            Stage(id="her", name="her", journey_id="hers", position="H"),
        ],
        "touchpoints": [
            *workshop.touchpoints.values(),
            *(
                Touchpoint(
                    id=name,
                    name=name,
                    stage_id=stage,
                    position=place,
                    same_as=name.removesuffix("2"),
                )
                for (name, stage), place in zip(homes.items(), "HUc", strict=True)
            ),
        ],
    }
    made = workshop.model_copy(
        update={kind: {each.id: each for each in some} for kind, some in things.items()}
    )
    for command in commands:
        made = apply(made, command)
    return made


def add_thing(thing):
    return Add(of=thing.kind, thing=thing)


def keys_of(workshop, facilitation=None):
    led = Led(facilitation or Facilitation(), Answers())
    source = Source(Snapshot(0, workshop, ()), led, frozenset(), TODAY)
    view = journey_view(source, shown_journey(workshop, "visit"), None)
    return page_view(view, "people", None).added


RATED = (
    rate("queue", -4.0, "ana"),
    rate("pay", 3.0, "ana"),
    rate("queue2", 3.0, "ana"),
    rate("pay2", 2.0, "ana"),
)


def test_an_empty_workshop_has_nobody():
    keys = keys_of(small_workshop())

    assert keys["list/persona"] == []
    assert keys["apart"] is None
    assert not [key for key in keys if key.startswith(("lived/", "moment/"))]


def test_every_key_of_a_full_one_is_there():
    assert {key.split("/")[0] for key in keys_of(shop(*RATED))} == {
        *("page", "list", "persona", "statement", "need", "evidence"),
        *("lived", "moment", "apart", "topics"),
    }


def test_evidence_says_what_it_speaks_for_and_leaves_answers_of_surveys_out():
    talk = keys_of(shop())["evidence/talk"]

    assert (talk["title"], talk["statement_ids"]) == ("Talk", ["fear"])
    assert "survey" not in talk


def test_each_persona_has_her_journeys_moments_and_turning_points():
    keys = keys_of(shop(*RATED))

    assert keys["lived/bo"]["journeys"] == [
        {"id": "hers", "name": "Visit", "kind_word": "today"}
    ]
    assert keys["lived/bo"]["moments"] == ["queue2", "pay2", "leave2"]
    assert keys["lived/ada"]["turns"] == [
        {"touchpoint": "queue", "code": "lowest", "text": "the worst moment"},
        {"touchpoint": "pay", "code": "highest", "text": "the best moment"},
    ]
    assert keys["lived/cy"] == {"id": "cy", "journeys": [], "moments": [], "turns": []}
    assert keys["moment/pay2"] == {"id": "pay2", "name": "pay2", "journey": "hers"}


def test_every_two_are_compared_and_their_curves_stand_over_the_same_moments():
    apart = keys_of(shop(*RATED))["apart"]

    assert apart["personas"] == ["ada", "bo", "cy"]
    assert [each["id"] for each in apart["moments"]] == ["queue", "pay", "leave"]
    assert apart["curves"] == {"ada": [-4.0, 3.0, None], "bo": [3.0, 2.0, None]}
    assert [pair["of"] for pair in apart["pairs"]] == [
        ["ada", "bo"],
        ["ada", "cy"],
        ["bo", "cy"],
    ]
    first = apart["pairs"][0]["rows"][0]
    assert (first["code"], first["who"], first["about"]) == ("feeling", "bo", "queue")
    assert first["distance"] == pytest.approx(7.0)
    assert first["text"] == "queue feels good to Bo and awful to Ada."


def test_the_same_need_is_about_the_same_whoever_has_it():
    seat = Need(id="seat2", persona_id="cy", text=" a  SEAT ")
    quiet = Need(id="quiet", persona_id="ada", text="Quiet")
    pairs = keys_of(shop(add_thing(seat), add_thing(quiet)))["apart"]["pairs"]

    needs = [
        (row["who"], row["about"])
        for pair in pairs
        for row in pair["rows"]
        if row["code"] == "need"
    ]
    assert needs == [
        ("ada", "quiet"),
        ("bo", "a seat"),
        ("ada", "quiet"),
        ("cy", "a seat"),
    ]


def test_a_persona_who_was_removed_is_nowhere_with_all_that_was_said_of_her():
    keys = keys_of(shop(*RATED, remove("bo", "persona")))

    assert keys["list/persona"] == ["ada", "cy"]
    assert keys["list/statement"] == ["fear"]
    assert "lived/bo" not in keys
    assert keys["apart"]["personas"] == ["ada", "cy"]


def test_an_open_round_hides_what_it_asks_here_too():
    keys = keys_of(shop(*RATED), OPEN)

    assert keys["lived/ada"]["turns"] == []
    assert keys["apart"]["curves"]["ada"] == [None, None, None]
    assert keys["apart"]["curves"]["bo"] == [3.0, 2.0, None]
    assert not any(row["about"] == "queue" for row in keys["apart"]["pairs"][0]["rows"])


def test_no_more_are_compared_than_have_a_line_of_their_own():
    many = {f"p{n}": Persona(id=f"p{n}", name=f"P {n}") for n in range(9)}

    apart = keys_of(small_workshop().model_copy(update={"personas": many}))["apart"]

    assert apart["personas"] == ["p0", "p1", "p2", "p3", "p4", "p5"]
    assert len(apart["pairs"]) == 15
