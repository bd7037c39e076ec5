"""Is the map alive, and what came first?"""

from datetime import UTC, datetime, timedelta

import pytest

from cxcore.model import Need, Opportunity, Persona, Review, Statement
from tests.checkup.build import (
    TODAY,
    Moment,
    adding,
    evidence,
    has_passed,
    is_found,
    is_open,
    looked_at,
    with_limits,
    workshop_of,
)

MAP = workshop_of(Moment("queue"))


def days_ago(days):
    return TODAY - timedelta(days=days)


def heard(days, name="talk"):
    return evidence(name, "interview", "queue", date=days_ago(days))


def review(days):
    return Review(id="v", journey_id="journey", on=days_ago(days), ratings={})


class TestMapOnTheShelf:  # CX31
    def test_fires_where_nothing_is_new_for_long(self):
        result = looked_at(adding(MAP, heard(181), heard(400, "old")), "CX31")

        assert is_found(result)
        assert result.numbers == {"days": 181}

    def test_fires_where_nothing_was_ever_added(self):
        result = looked_at(MAP, "CX31")

        assert is_found(result)
        assert result.numbers == {}

    @pytest.mark.parametrize("thing", [heard(180), review(3), heard(-2)])
    def test_passes_where_something_is_new(self, thing):
        assert has_passed(looked_at(adding(MAP, heard(400, "old"), thing), "CX31"))

    def test_what_was_written_on_the_way_has_its_moment_for_a_date(self):
        at = datetime(2026, 11, 20, 9, tzinfo=UTC)
        walk = evidence("walk", "walk_through", "queue", at=at)

        assert has_passed(looked_at(adding(MAP, walk), "CX31"))

    def test_is_open_where_evidence_has_no_date(self):
        assert is_open(looked_at(adding(MAP, evidence("x", "survey")), "CX31"))

    def test_is_open_where_there_is_no_map(self):
        assert is_open(looked_at(workshop_of(), "CX31"))

    def test_its_threshold_is_a_setting(self):
        room = with_limits(adding(MAP, heard(10)), shelf_days=9)

        assert is_found(looked_at(room, "CX31"))


IDEA = Opportunity(id="lane", name="Open a lane")
MARTA = Persona(id="marta", name="Marta", position="M")
TOM = Persona(id="tom", name="Tom", position="T")


def says(topic, text="To arrive rested", persona="marta"):
    return Statement(id=topic, persona_id=persona, topic=topic, text=text)


class TestSolutionBeforePersona:  # CX32
    def test_fires_where_a_persona_wants_nothing_yet(self):
        room = adding(MAP, IDEA, TOM, MARTA, says("wants"))

        result = looked_at(room, "CX32")

        assert is_found(result)
        assert result.where == ("tom",)
        assert result.numbers == {"ideas": 1, "personas": 1}

    def test_fires_where_there_is_no_persona_at_all(self):
        assert is_found(looked_at(adding(MAP, IDEA), "CX32"))

    @pytest.mark.parametrize("said", [says("fears"), says("wants", "  ")])
    def test_fires_where_only_something_else_is_said(self, said):
        assert is_found(looked_at(adding(MAP, IDEA, MARTA, said), "CX32"))

    @pytest.mark.parametrize(
        "known",
        [
            says("wants"),
            says("job"),
            says("expectation"),
            Need(id="n", persona_id="marta", text="Rest"),
        ],
    )
    def test_passes_where_it_is_known_what_she_is_after(self, known):
        assert has_passed(looked_at(adding(MAP, IDEA, MARTA, known), "CX32"))

    def test_is_open_without_ideas(self):
        assert is_open(looked_at(adding(MAP, MARTA), "CX32"))
