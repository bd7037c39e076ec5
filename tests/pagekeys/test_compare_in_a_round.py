"""What of the page "Compare" is sent while a private round is open."""

import json

import pytest

from cxcore.model import Persona
from cxcore.rounds import RoundForm
from cxlive.board.pages.compare import IN_A_ROUND
from cxlive.rounds.answers import Answers
from cxlive.rounds.facilitation import Facilitation, Round
from cxlive.rounds.rounds import Led
from tests.pagekeys.build import view_of
from tests.pagekeys.test_compare import kept, rated

SECRET = -4.2


def asking(*parts, journey="visit", form=RoundForm.FULL):
    """How a room is led while a round asks these parts."""
    asked = Round(id="r", journey_id=journey, number=1, form=form, parts=parts)
    return Led(Facilitation(round=asked), Answers())


@pytest.mark.parametrize("parts", [("valence",), ("importance",), ("overall", "dot")])
def test_nothing_is_compared_and_nothing_is_sent_of_what_it_asks(parts):
    workshop = rated(kept(rated(pay=SECRET)), pay=SECRET)

    table = view_of(workshop, "compare", led=asking(*parts)).added

    assert table["compare"]["round"] == IN_A_ROUND
    assert table["compare"]["wanted"] is None
    assert table.keys() == {"page", "compare"}
    assert "-4.2" not in json.dumps(table)


def test_one_of_another_journey_hides_it_too():
    workshop = rated(pay=1.0)
    other = workshop.journeys["visit"].model_copy(update={"id": "other"})
    journeys = {**workshop.journeys, "other": other}
    workshop = workshop.model_copy(update={"journeys": journeys})
    led = asking("valence", journey="other")

    table = view_of(workshop, "compare", journey="visit", led=led).added

    assert table["compare"]["round"] == IN_A_ROUND


def test_cards_about_a_persona_hide_nothing():
    workshop = rated(pay=1.0).model_copy(
        update={"personas": {"her": Persona(id="her", name="Marta")}}
    )
    cards = Round(
        id="r", persona_id="her", number=1, form=RoundForm.CARDS, parts=("wants",)
    )
    led = Led(Facilitation(round=cards), Answers())

    assert view_of(workshop, "compare", led=led).added["compare"]["round"] is None
