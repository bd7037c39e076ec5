"""Do we agree, and does the ranking hold?"""

import pytest

from cxcore.words import finding_sentence
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


def rated(*rows, importance=4.0):
    """Draw one moment per row, each with the valences of so many people."""
    return workshop_of(
        *(
            Moment(f"t{at}", felt(*row, importance=importance))
            for at, row in enumerate(rows)
        )
    )


ALIKE = ((-4, -4, -3), (0, 1, 0), (4, 4, 5))
EACH_ALONE = ((-4, 0, 4), (0, 4, -4), (4, -4, 0))


class TestConsensusWithoutAgreement:  # CX33
    def test_fires_where_people_do_not_see_the_journey_alike(self):
        result = looked_at(rated(*EACH_ALONE), "CX33")

        assert is_found(result)
        assert result.where == ("journey", "t0", "t1", "t2")
        assert result.numbers["rank_agreement"] == pytest.approx(0)
        assert result.numbers["agreement"] < 0
        assert finding_sentence(result, {}) == (
            "We rate this journey quite differently from one another."
        )

    def test_fires_where_one_moment_that_matters_is_disputed(self):
        rows = (*((at, at, at) for at in (-4, -2, 2, 4)), (-4, -4, 4))

        result = looked_at(rated(*rows), "CX33")

        assert is_found(result)
        assert result.where == ("t4",)
        assert result.numbers["disputed"] == 1
        assert finding_sentence(result, {}) == (
            "We see 1 of the moments that matter quite differently."
        )

    def test_a_dispute_over_what_matters_little_is_none(self):
        rows = (*((at, at, at) for at in (4, 5, 4, 3)), (5, 5, -1))
        room = rated(*rows, importance=2.0)

        result = looked_at(with_limits(room, agreement=-1, rank_agreement=0), "CX33")

        assert has_passed(result)

    def test_passes_where_people_agree(self):
        assert has_passed(looked_at(rated(*ALIKE), "CX33"))

    @pytest.mark.parametrize(
        "rows",
        [(), ((-4, 4), (4, -4)), ((1, 1, 1),)],
        ids=["none", "two", "one moment"],
    )
    def test_is_open_with_too_little_to_agree_on(self, rows):
        assert is_open(looked_at(rated(*rows), "CX33"))

    @pytest.mark.parametrize(
        "limits",
        [{"agreement": 0.99}, {"rank_agreement": 1.01}],
        ids=["feelings", "ranking"],
    )
    def test_either_measure_is_enough_and_its_threshold_a_setting(self, limits):
        assert is_found(looked_at(with_limits(rated(*ALIKE), **limits), "CX33"))

    @pytest.mark.parametrize(
        "other", [{"agreement": -1}, {"rank_agreement": 0}], ids=["ranking", "feelings"]
    )
    def test_either_measure_fires_while_the_other_is_content(self, other):
        result = looked_at(with_limits(rated(*EACH_ALONE), **other), "CX33")

        assert result.where[0] == "journey"
        assert "disputed" not in result.numbers

    def test_how_many_it_takes_to_agree_is_a_setting(self):
        rows = ((-4, 4), (4, -4), (0, 0))
        room = with_limits(rated(*rows), agreement_from=2)

        assert is_found(looked_at(room, "CX33"))


ONE_BAD = ((-4, -4, -3), (2, 3, 4))


class TestFalseCertainty:  # CX34
    def test_fires_where_what_is_called_critical_could_well_not_be(self):
        result = looked_at(rated(*ONE_BAD), "CX34", {"t0": 0.3, "t1": 0.7})

        assert is_found(result)
        assert result.where == ("t0",)
        assert result.numbers == {"touchpoints": 1, "of": 1}

    def test_passes_where_it_holds(self):
        top = {"t0": 0.33, "t1": 0.1}

        assert has_passed(looked_at(rated(*ONE_BAD), "CX34", top))

    def test_passes_where_nothing_is_called_critical(self):
        assert has_passed(looked_at(rated((3, 3)), "CX34", {"t0": 0.1}))

    @pytest.mark.parametrize("top", [None, {}], ids=["not asked", "not of this one"])
    def test_is_open_where_nobody_asked_how_sure_it_is(self, top):
        result = looked_at(rated(*ONE_BAD), "CX34", top)

        assert is_open(result)
        assert result.missing == "how sure the ranking is, is not asked yet"

    def test_is_open_where_nothing_is_rated(self):
        assert is_open(looked_at(workshop_of(Moment("a")), "CX34", {"a": 0.1}))
