"""The moments that several personas share, and their curves along them."""

from cxcore.analysis import analyse
from cxcore.compare import (
    plain_name,
    shared_moments,
)
from cxcore.edit import visible
from cxcore.model import JourneyKind
from tests.analysis.builders import TODAY
from tests.analysis.lives import Step, lives, workshop_with


def shared(workshop):
    shown = visible(workshop)
    return shared_moments(shown, analyse(shown, TODAY))


def names(workshop):
    found = shared(workshop).moments
    return [workshop.touchpoints[moment.id].name for moment in found]


class TestWhichMomentsAreTheSame:
    def test_those_of_one_name_whatever_its_case_and_spaces(self):
        room = workshop_with(
            lives("marta", Step("Pay  by card"), Step("Leave")),
            lives("tom", Step("pay by CARD "), Step("Stay")),
        )

        assert names(room) == ["Pay  by card"]

    def test_those_drawn_from_another_whatever_they_are_called_now(self):
        room = workshop_with(
            lives("marta", Step("Pay", key="pay")),
            lives("tom", Step("Hand over cash", same_as="pay", key="cash")),
            lives("ivo", Step("Settle", same_as="cash")),
        )

        (moment,) = shared(room).moments

        assert moment.id == "pay"
        assert list(moment.touchpoints) == ["ivo", "marta", "tom"]

    def test_one_drawn_from_another_does_not_go_by_its_name_any_more(self):
        room = workshop_with(
            lives("marta", Step("Pay", key="pay"), Step("Queue", key="queue")),
            lives("tom", Step("Pay", same_as="queue")),
        )

        assert [moment.id for moment in shared(room).moments] == ["queue"]

    def test_the_one_drawn_from_still_goes_by_its_name(self):
        room = workshop_with(
            lives("marta", Step("Pay", key="pay")),
            lives("tom", Step("Cash", same_as="pay")),
            lives("ivo", Step("Pay")),
        )

        (moment,) = shared(room).moments

        assert set(moment.touchpoints) == {"marta", "tom", "ivo"}

    def test_names_speak_again_once_what_it_was_drawn_from_is_gone(self):
        room = workshop_with(
            lives("marta", Step("Pay"), Step("Queue", key="queue", removed=True)),
            lives("tom", Step("Pay", same_as="queue")),
        )

        assert names(room) == ["Pay"]

    def test_two_of_a_wanted_journey_are_one_though_nobody_lives_it(self):
        room = workshop_with(
            lives("ivo", Step("Pay", key="ideal"), kind=JourneyKind.PLANNED),
            lives("marta", Step("Cash", same_as="ideal")),
            lives("tom", Step("Card", same_as="ideal")),
        )

        found = shared(room)

        assert names(room) == ["Cash"]
        assert found.persona_ids == ("marta", "tom")

    def test_the_second_of_a_name_goes_with_the_second(self):
        room = workshop_with(
            lives("marta", Step("Wait", 1, key="m1"), Step("Wait", 2, key="m2")),
            lives("tom", Step("Wait", 3, key="t1"), Step("Wait", 4, key="t2")),
        )

        felt = [moment.valences for moment in shared(room).moments]

        assert felt == [{"marta": 1, "tom": 3}, {"marta": 2, "tom": 4}]

    def test_two_that_were_drawn_from_each_other_do_no_harm(self):
        room = workshop_with(
            lives("marta", Step("Pay", key="a", same_as="b")),
            lives("tom", Step("Cash", key="b", same_as="a")),
        )

        assert names(room) == ["Pay"]

    def test_a_persona_who_passes_twice_speaks_where_she_first_rated(self):
        room = workshop_with(
            lives("marta", Step("Pay"), journey="first"),
            lives("marta", Step("Pay", -2), journey="second"),
            lives("tom", Step("Pay", 3)),
        )

        assert shared(room).moments[0].valences == {"marta": -2, "tom": 3}


class TestCurves:
    def test_all_run_along_the_same_moments_in_the_order_of_first_appearance(self):
        room = workshop_with(
            lives("marta", Step("Find", 1), Step("Pay", 2), Step("Leave", -1)),
            lives("tom", Step("Leave", 4), Step("Pay"), Step("Ask", 5)),
            lives("ivo", Step("Ask", 0)),
        )

        curves = {curve.persona_id: curve.points for curve in shared(room).curves}

        assert names(room) == ["Pay", "Leave", "Ask"]
        assert curves == {
            "marta": (2, -1, None),
            "tom": (None, 4, 5),
            "ivo": (None, None, 0),
        }

    def test_a_spread_needs_two_who_rated(self):
        room = workshop_with(
            lives("marta", Step("Pay", 2), Step("Leave", -4)),
            lives("tom", Step("Pay"), Step("Leave", 3)),
        )

        assert [moment.spread for moment in shared(room).moments] == [None, 7]

    def test_two_personas_have_the_moments_that_both_rated(self):
        room = workshop_with(
            lives("marta", Step("Pay", 2), Step("Leave", -4)),
            lives("tom", Step("Pay"), Step("Leave", 3)),
            lives("ivo", Step("Pay", 1)),
        )

        found = shared(room)

        assert [len(found.of("marta", who)) for who in ("tom", "ivo")] == [1, 1]

    def test_one_persona_shares_nothing_with_herself(self):
        room = workshop_with(
            lives("marta", Step("Pay", 2), journey="one"),
            lives("marta", Step("Pay", 3), journey="two"),
        )

        assert shared(room).moments == ()


def test_names_are_compared_without_case_and_extra_spaces():
    assert plain_name("  Pay\tBY  card ") == "pay by card"
