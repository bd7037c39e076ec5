"""Several personas: alike all over, or hidden in one mean."""

import pytest

from tests.analysis.builders import by_id
from tests.analysis.rooms import both
from tests.checkup.build import (
    Moment,
    adding,
    felt,
    has_passed,
    is_found,
    is_open,
    looked_at,
    persona,
    workshop_of,
)


def lived(*valences):
    return workshop_of(
        *(Moment(f"m{at}", felt(value)) for at, value in enumerate(valences))
    )


def marta_and_omar(marta, omar):
    """Two personas on the same way: names are the same, so the moments are."""
    workshop = both(lived(*marta), lived(*omar))
    journeys = {
        key: journey.model_copy(
            update={"persona_id": "omar" if key.endswith("-other") else "marta"}
        )
        for key, journey in workshop.journeys.items()
    }
    touchpoints = {
        key: touchpoint.model_copy(update={"id": key})
        for key, touchpoint in workshop.touchpoints.items()
    }
    return workshop.model_copy(
        update={
            "journeys": journeys,
            "touchpoints": touchpoints,
            "personas": by_id([persona("marta"), persona("omar")]),
        }
    )


class TestOneSizeFitsAll:  # CX15
    def test_fires_on_a_single_persona(self):
        result = looked_at(adding(lived(1), persona("marta")), "CX15")

        assert is_found(result)
        assert result.where == ("marta",)
        assert result.numbers == {"personas": 1}

    def test_fires_on_two_who_feel_the_same_everywhere(self):
        result = looked_at(marta_and_omar([1, 2], [1.4, 2]), "CX15")

        assert is_found(result)
        assert result.where == ("marta", "omar")
        assert result.numbers == {
            "apart": pytest.approx(0.4),
            "touchpoints": 2,
            "of": 2,
        }

    def test_passes_where_one_shared_moment_is_different(self):
        assert has_passed(looked_at(marta_and_omar([1, 2], [1, 2.5]), "CX15"))

    def test_is_open_where_a_third_persona_is_compared_with_nobody(self):
        room = adding(marta_and_omar([1, 2], [1, 2.5]), persona("tom"))

        assert is_open(looked_at(room, "CX15"))

    def test_is_open_without_personas_or_without_shared_moments(self):
        apart = adding(lived(1), persona("marta"), persona("omar"))

        assert is_open(looked_at(lived(1), "CX15"))
        assert is_open(looked_at(apart, "CX15"))


class TestMeanHidesASegment:  # CX16
    def test_fires_where_two_personas_are_far_apart_around_the_middle(self):
        result = looked_at(marta_and_omar([3, 2], [-1, 2]), "CX16")

        assert is_found(result)
        assert result.where == ("m0", "m0-other")
        assert result.numbers == {"touchpoints": 1, "of": 2, "spread": 4}

    @pytest.mark.parametrize(("marta", "omar"), [([2.9], [-1]), ([5], [0]), ([4], [1])])
    def test_passes_where_they_are_nearer_or_the_mean_tells_it(self, marta, omar):
        assert has_passed(looked_at(marta_and_omar(marta, omar), "CX16"))

    def test_is_open_with_one_persona(self):
        assert is_open(looked_at(adding(lived(1), persona("marta")), "CX16"))
