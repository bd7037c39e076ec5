"""Who has spoken."""

import pytest

from cxcore.model import Participant, Rating
from tests.checkup.build import (
    Moment,
    adding,
    felt,
    has_passed,
    is_found,
    is_open,
    looked_at,
    with_limits,
    workshop_of,
)


def spoken(*viewpoints):
    """One moment, rated once by each of these."""
    return workshop_of(Moment("a", felt(*[1] * len(viewpoints))), viewpoints=viewpoints)


SEVERAL = ("customer", "front_line", "management")


class TestTooFewVoices:  # CX35
    def test_fires_where_two_have_spoken(self):
        result = looked_at(spoken("customer", "front_line"), "CX35")

        assert is_found(result)
        assert result.numbers == {"voices": 2}

    def test_fires_where_nearly_all_comes_from_one_side(self):
        room = spoken(*["management"] * 5, "customer")

        result = looked_at(room, "CX35")

        assert is_found(result)
        assert result.numbers["share"] == pytest.approx(5 / 6)

    def test_passes_where_several_sides_have_spoken(self):
        assert has_passed(looked_at(spoken(*SEVERAL), "CX35"))

    def test_four_of_five_is_not_yet_nearly_all(self):
        room = spoken(*["management"] * 4, "customer")

        assert has_passed(looked_at(room, "CX35"))

    def test_voices_without_names_are_people_who_are_counted_already(self):
        room = spoken(None, None)
        ghosts = [
            Participant(id=f"v{at}", name=f"Voice {at}", anonymous=True)
            for at in range(3)
        ]
        said = {ghost.id: {"as_persona": Rating(valence=1.0)} for ghost in ghosts}
        ratings = {"a": dict(room.ratings["a"]) | said}
        room = adding(room.model_copy(update={"ratings": ratings}), *ghosts)

        assert looked_at(room, "CX35").numbers == {"voices": 2}

    @pytest.mark.parametrize(
        "viewpoints",
        [(), (None, None, None), (*["management"] * 4, None)],
        ids=["nobody", "nobody says", "one does not say"],
    )
    def test_is_open_while_it_is_not_known_who_speaks(self, viewpoints):
        assert is_open(looked_at(spoken(*viewpoints), "CX35"))

    def test_who_does_not_say_does_not_matter_where_it_could_not_tip_it(self):
        assert has_passed(looked_at(spoken(*SEVERAL, *SEVERAL, None), "CX35"))

    def test_its_thresholds_are_settings(self):
        assert is_found(looked_at(with_limits(spoken(*SEVERAL), voices_from=4), "CX35"))
