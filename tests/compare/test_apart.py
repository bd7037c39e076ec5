"""What sets personas apart, as codes and as sentences."""

import pytest

from cxcore.analysis import analyse
from cxcore.compare import (
    ApartCode,
    ApartRule,
    compare_personas,
)
from cxcore.edit import visible
from cxcore.model import Need, Statement, Workshop
from cxcore.words import apart_sentence
from tests.analysis.builders import TODAY, with_things
from tests.analysis.lives import NAMES, Step, lives, workshop_with


def compared(workshop, rule=None):
    shown = visible(workshop)
    return compare_personas(shown, analyse(shown, TODAY), rule)


def sentences(workshop):
    return [
        apart_sentence(
            apart,
            NAMES,
            {key: t.name for key, t in workshop.touchpoints.items()},
            {key: need.text for key, need in workshop.needs.items()},
        )
        for apart in compared(workshop).apart
    ]


class TestWhatSetsThemApart:
    def test_is_the_moment_that_feels_most_different_first(self):
        room = workshop_with(
            lives("marta", Step("Pay", -4), Step("Leave", 3)),
            lives("tom", Step("Pay", 0), Step("Leave", -3)),
        )

        assert sentences(room) == [
            "Leave feels good to Marta and bad to Tom.",
            "Pay feels so-so to Tom and awful to Marta.",
        ]

    def test_is_nothing_where_all_feel_alike(self):
        room = workshop_with(
            lives("marta", Step("Pay", 1)), lives("tom", Step("Pay", 2.9))
        )

        assert compared(room).apart == ()
        assert compared(room, ApartRule(feeling_from=1.9)).apart != ()

    def test_names_the_two_at_the_ends_and_never_a_mean(self):
        room = workshop_with(
            lives("marta", Step("Pay", -4)),
            lives("tom", Step("Pay", 4)),
            lives("ivo", Step("Pay", 0)),
        )

        (apart,) = compared(room).apart

        assert (apart.more_id, apart.less_id) == ("tom", "marta")
        assert (apart.more, apart.less) == (4, -4)

    def test_is_what_matters_or_is_expected_more(self):
        asked = {"importance": 5.0, "expectation": 9.0}
        room = workshop_with(
            lives("marta", Step("Pay", rating=asked)),
            lives("tom", Step("Pay", rating={"importance": 2.0, "expectation": 4.0})),
        )

        assert sentences(room) == [
            "Pay matters more to Marta than to Tom.",
            "Marta expects more of Pay than Tom does.",
        ]

    def test_an_importance_that_nobody_gave_is_no_difference(self):
        room = workshop_with(
            lives("marta", Step("Pay", rating={"importance": 5.0})),
            lives("tom", Step("Pay", 1)),
        )

        assert compared(room).apart == ()

    def test_is_a_channel_that_only_one_of_them_uses(self):
        room = workshop_with(
            lives("marta", Step("Pay", channel="web"), Step("Ask", channel="phone")),
            lives("tom", Step("Pay", channel="web")),
        )

        assert sentences(room) == ["Only Marta uses the phone."]

    def test_a_blank_is_no_difference(self):
        room = workshop_with(
            lives("marta", Step("Pay", channel="web")), lives("tom", Step("Pay"))
        )
        room = with_things(room, Need(id="n", persona_id="marta", text="Peace"))

        assert compared(room).apart == ()

    def test_is_a_need_that_only_one_of_them_has(self):
        room = with_things(
            workshop_with(lives("marta", Step("Pay")), lives("tom", Step("Pay"))),
            Need(id="n1", persona_id="marta", text="To be told"),
            Need(id="n2", persona_id="tom", text="to be  told"),
            Need(id="n3", persona_id="tom", text="A seat"),
        )

        assert sentences(room) == ["Only Tom needs this: A seat"]

    def test_is_what_we_know_of_only_one(self):
        room = with_things(
            workshop_with(lives("marta", Step("Pay")), lives("tom", Step("Pay"))),
            Statement(id="1", persona_id="marta", topic="wants", text="Rest"),
            Statement(id="2", persona_id="marta", topic="fears", text="Noise"),
            Statement(id="3", persona_id="tom", topic="wants", text="Speed"),
            Statement(id="4", persona_id="tom", topic="fears", text="  "),
        )

        assert sentences(room) == [
            "We have written down what Marta fears, but not of anybody else."
        ]

    def test_of_a_hostile_name_is_said_as_it_stands(self):
        room = workshop_with(
            lives("marta", Step("{0} <b>", 4)), lives("tom", Step("{0} <b>", -4))
        )

        assert sentences(room)[0].startswith("{0} <b> feels great to Marta")

    def test_is_nothing_in_an_empty_workshop(self):
        found = compared(Workshop(id="w"))

        assert (found.shared.persona_ids, found.shared.moments, found.apart) == (
            (),
            (),
            (),
        )


@pytest.mark.parametrize("code", list(ApartCode))
def test_every_code_has_a_sentence(code):
    room = with_things(
        workshop_with(
            lives(
                "marta",
                Step("Pay", 4, rating={"importance": 5.0, "expectation": 9.0}),
                Step("Ask", channel="phone"),
            ),
            lives(
                "tom",
                Step("Pay", -4, rating={"importance": 1.0, "expectation": 1.0}),
                Step("Read", channel="web"),
            ),
        ),
        Need(id="n1", persona_id="marta", text="Rest"),
        Need(id="n2", persona_id="tom", text="Speed"),
        Statement(id="1", persona_id="marta", topic="wants", text="Rest"),
        Statement(id="2", persona_id="tom", topic="fears", text="Noise"),
    )

    assert code in {apart.code for apart in compared(room).apart}
    assert len(set(sentences(room))) == len(compared(room).apart)
