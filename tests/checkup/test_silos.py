"""What departments see, and who sees the whole journey."""

import pytest

from cxcore.checkup import Severity
from tests.checkup.build import (
    Moment,
    felt,
    has_passed,
    is_found,
    is_open,
    looked_at,
    with_limits,
    workshop_of,
)


def owned(*moments, overall=()):
    """Draw moments given as (name, owner, valence), rated by one person."""
    return workshop_of(
        *(
            Moment(name, [] if v is None else felt(v), owner=owner)
            for name, owner, v in moments
        ),
        overall=overall,
    )


def with_journey_owner(room, owner="Ana"):
    journeys = {
        key: journey.model_copy(update={"owner": owner})
        for key, journey in room.journeys.items()
    }
    return room.model_copy(update={"journeys": journeys})


class TestGreenDepartmentsRedJourney:  # CX20
    def test_fires_where_every_department_looks_fine_and_the_journey_does_not(self):
        room = owned(
            ("a", "Web", 5), ("b", "Web", -3), ("c", "Desk", 5), ("d", "Desk", -3)
        )

        result = looked_at(room, "CX20")

        assert is_found(result)
        assert result.severity is Severity.HIGH
        assert result.where == ("journey",)
        assert result.numbers["lowest"] == pytest.approx(0.6)
        assert result.numbers["score"] < 0.55

    def test_fires_where_the_room_finds_the_whole_worse_than_its_parts(self):
        room = owned(("a", "Web", 3), ("b", "Desk", 3), overall=[5.0])

        result = looked_at(room, "CX20")

        assert is_found(result)
        assert result.numbers["overall"] == 5

    @pytest.mark.parametrize(
        ("high", "low"), [(4, -1), (3.8, -2.2)], ids=["not red", "not green"]
    )
    def test_passes_just_beside_either_threshold(self, high, low):
        room = owned(
            ("a", "Web", high),
            ("b", "Web", low),
            ("c", "Desk", high),
            ("d", "Desk", low),
        )

        assert has_passed(looked_at(room, "CX20"))

    def test_a_little_more_than_a_tenth_is_worse(self):
        room = owned(("a", "Web", 3), ("b", "Desk", 3), overall=[6.9])

        assert is_found(looked_at(room, "CX20"))

    def test_passes_where_the_whole_is_as_good_as_its_parts(self):
        assert has_passed(
            looked_at(owned(("a", "Web", 3), ("b", "Desk", 3), overall=[7.0]), "CX20")
        )

    def test_passes_where_a_department_knows_that_it_is_bad(self):
        assert has_passed(looked_at(owned(("a", "Web", -4), ("b", "Desk", 3)), "CX20"))

    def test_moments_of_nobody_are_no_department_that_could_know(self):
        room = owned(("a", "Web", 3), ("b", "Desk", 3), ("c", "", -5))

        assert is_found(looked_at(room, "CX20"))

    def test_is_open_while_most_is_unrated(self):
        rated = [("a", "Web", 3), ("b", "Desk", 3)]

        room = owned(*rated, *((f"t{at}", "Web", None) for at in range(3)))

        assert is_open(looked_at(room, "CX20"))

    @pytest.mark.parametrize(
        "moments",
        [
            [],
            [("a", "Web", 3), ("b", "Web", -3)],
            [("a", "Web", 3), ("b", "Desk", None)],
            [("a", "", 3), ("b", " ", -3)],
        ],
        ids=["empty", "one department", "one is rated", "nobody"],
    )
    def test_is_open_without_two_departments_that_are_rated(self, moments):
        assert is_open(looked_at(owned(*moments), "CX20"))

    def test_its_thresholds_are_settings(self):
        room = owned(("a", "Web", 3), ("b", "Desk", 3))

        assert is_found(looked_at(with_limits(room, journey_red_below=0.9), "CX20"))


SEAMS = (
    ("a", "Web", 3),
    ("b", "Web", 3),
    ("c", "Desk", 0),
    ("d", "Desk", 0),
    ("e", "Web", -2),
)


class TestPainLivesAtTheSeams:  # CX21
    def test_fires_where_feelings_drop_as_it_changes_hands(self):
        result = looked_at(owned(*SEAMS), "CX21")

        assert is_found(result)
        assert result.where == ("c", "e")
        assert result.numbers == {"felt": 2, "change": -2.5, "elsewhere": 0}

    def test_fires_where_it_changes_hands_all_the_time(self):
        room = owned(*((f"t{at}", f"D{at % 2}", 0) for at in range(5)))

        result = looked_at(room, "CX21")

        assert is_found(result)
        assert result.where == ("t1", "t2", "t3", "t4")
        assert result.numbers == {"handovers": 4, "steps": 4, "rate": 1}

    @pytest.mark.parametrize(
        ("owners", "is_so"), [("WDWW", is_found), ("WDWDDD", has_passed)]
    )
    def test_two_of_three_is_all_the_time_and_three_of_five_is_not(self, owners, is_so):
        room = owned(*((f"t{at}", owner, 0) for at, owner in enumerate(owners)))

        assert is_so(looked_at(room, "CX21"))

    def test_passes_where_it_drops_elsewhere_just_as_much(self):
        falling = [("a", 5), ("b", 3), ("c", 1), ("d", -1), ("e", -3)]
        room = owned(*((n, o, v) for (n, v), o in zip(falling, "WWDDW", strict=True)))

        assert has_passed(looked_at(room, "CX21"))

    def test_passes_where_one_department_has_it_all(self):
        room = owned(("a", "Web", 3), ("b", "Web", -3))

        assert has_passed(looked_at(room, "CX21"))

    def test_is_open_without_ratings_on_both_sides(self):
        unrated = [(name, owner, None) for name, owner, _ in SEAMS]

        assert is_open(looked_at(owned(*unrated), "CX21"))

    def test_is_open_until_half_of_the_moments_have_a_department(self):
        room = owned(("a", "Web", 3), ("b", "", 0), ("c", "", -3))

        assert is_open(looked_at(room, "CX21"))
        assert is_open(looked_at(owned(), "CX21"))

    def test_its_thresholds_are_settings(self):
        room = with_limits(owned(*SEAMS), seam_drop=3.0)

        assert has_passed(looked_at(room, "CX21"))


class TestNobodyOwnsTheJourney:  # CX22
    def test_fires_for_moments_that_nobody_answers_for(self):
        room = with_journey_owner(owned(("a", "Web", 3), ("b", " ", 3)))

        result = looked_at(room, "CX22")

        assert is_found(result)
        assert result.where == ("b",)
        assert result.numbers == {"touchpoints": 1, "of": 2}

    def test_fires_for_a_journey_without_an_owner(self):
        result = looked_at(owned(("a", "Web", 3)), "CX22")

        assert is_found(result)
        assert result.where == ("journey",)
        assert result.numbers == {"journeys": 1}

    def test_passes_where_everything_has_an_owner(self):
        assert has_passed(looked_at(with_journey_owner(owned(("a", "Web", 3))), "CX22"))

    def test_whoever_owns_the_workshop_owns_its_journeys(self):
        room = owned(("a", "Web", 3))
        brief = room.brief.model_copy(update={"owner": "Ana"})

        assert has_passed(looked_at(room.model_copy(update={"brief": brief}), "CX22"))

    def test_is_open_where_nothing_is_drawn(self):
        assert is_open(looked_at(owned(), "CX22"))
