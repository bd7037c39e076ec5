"""What is said of how firmly a ranking holds: first-level sentences."""

import re
from dataclasses import replace

import pytest

from cxcore import words
from cxcore.analysis import KnownFrom, analyse_grid, grid_of
from cxcore.robustness import Hold, TouchpointRobustness
from tests.analysis.reference import repair_service
from tests.pagekeys.build import TODAY

FORBIDDEN = re.compile(
    r"\b(reach|control|kano|alpha|r_wg|smaa|robust\w*|session|user|touchpoint|[JKWq])\b"
)
ONE = TouchpointRobustness(
    id="gate",
    rank=3,
    top=(0.02, 0.31, 0.973),
    in_front=0.973,
    verdict=Hold.HOLDS,
    before_next=0.58,
    bracket=(3, 5),
    interval=(11.6, 20.2, 31.4),
    research_first=28.0,
    knowing=1.25,
    could_turn=0.44,
)
JOURNEY = repair_service()
ANALYSIS = analyse_grid(grid_of(JOURNEY, "journey", TODAY), JOURNEY.settings)
MOMENT = replace(ANALYSIS.touchpoints[0], known_from=KnownFrom.GUESS, confidence=0.0)


def ask(front=3, could_turn=0.44, **how):
    one = replace(ONE, could_turn=could_turn)
    return words.ask_sentence(one, replace(MOMENT, **how), "Invoice", front)


def all_sentences():
    yield words.HOW_FIRM
    yield from words.HOLD_WORDS.values()
    yield from (word for _, word in words.SURENESS_WORDS)
    for front in (1, 2, 3):
        yield words.hold_sentence(ONE, front)
        yield words.nothing_to_ask(front)
        yield from (ask(front, known_from=each, confidence=0.3) for each in KnownFrom)
        yield ask(front)
        yield ask(front, could_turn=0.01)
    yield words.simple_ask_sentence("Invoice")


@pytest.mark.parametrize("sentence", sorted(set(all_sentences())))
def test_no_sentence_says_what_belongs_one_tap_deeper(sentence):
    assert not FORBIDDEN.search(sentence)


def test_every_verdict_has_its_words_and_what_is_not_in_front_has_none():
    assert {code: words.HOLD_WORDS[code] for code in Hold} == {
        Hold.HOLDS: "holds",
        Hold.COULD_CHANGE: "could change",
        Hold.NOT_IN_FRONT: "",
    }


def test_a_verdict_says_how_often_and_what_was_shaken():
    assert words.hold_sentence(ONE, 3) == (
        "In the top 3 in 97 of 100 re-runs with other plausible weights, other people "
        "from this room, guesses moved."
    )
    assert words.hold_sentence(ONE, 1).startswith("First in 97 of 100 re-runs")


@pytest.mark.parametrize(
    ("share", "said"), [(0, 0), (0.001, 1), (0.444, 44), (0.999, 99), (1, 100)]
)
def test_only_what_is_certain_is_said_to_be_so(share, said):
    one = replace(ONE, in_front=float(share))

    assert f" {said} of 100 " in words.hold_sentence(one, 3)


def test_places_whose_order_is_not_safe_are_said_together():
    assert words.place_words((3, 5)) == "3–5"
    assert words.place_words((2, 2)) == "2"


def test_what_to_ask_comes_with_its_reason():
    assert ask() == (
        "Ask about Invoice next: nobody has evidence on it, and knowing how it really "
        "is could change the first three in 44 of 100 cases."
    )
    assert "only staff know" in ask(known_from=KnownFrom.STAFF, confidence=0.35)
    assert "what comes first in 44" in ask(front=1)


def test_what_could_hardly_change_anything_is_not_pressed_upon_the_room():
    assert ask(could_turn=0.049) == (
        "The first three would hardly change, whatever we ask. If anything, ask about "
        "Invoice: nobody has evidence on it."
    )
    assert ask(could_turn=0.05).startswith("Ask about Invoice next")


def test_where_nothing_could_change_that_is_said():
    assert words.nothing_to_ask(3) == (
        "Whatever we ask about any one moment, the first three would stay the same."
    )


def test_numbers_are_told_one_tap_deeper():
    assert words.hold_numbers(ONE) == (
        ("Comes first", "2 of 100"),
        ("In the first two", "31 of 100"),
        ("In the first three", "97 of 100"),
        ("Comes before the next one", "58 of 100"),
        ("Score in the re-runs", "20, nine of ten between 12 and 31"),
    )
    assert ("Knowing it could change the first three", "in 44 of 100 cases") in (
        words.ask_numbers(ONE, MOMENT, 3)
    )


def test_how_sure_a_room_is_runs_from_no_idea_to_we_know_over_what_is_usual():
    values = [value for value, _ in words.SURENESS_WORDS]

    assert values == sorted(values)
    assert (values[0], values[-1]) == (0, 50)
    assert JOURNEY.settings.robustness.sureness in values
