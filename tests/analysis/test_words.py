"""The English of the codes: first-level sentences."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore import words
from cxcore.analysis import (
    Direction,
    Headline,
    HeadlineCode,
    KnownFrom,
    Reason,
    Signal,
    SignalCount,
    Verdict,
)
from tests.analysis.builders import of
from tests.analysis.reference import repair_service

NAMES = {"s": "Security", "d": "Delay notice", "g": "Find the gate"}
FORBIDDEN = re.compile(
    r"\b(reach|control|kano|w|alpha|r_?wg|j|k|q)\b|[αλκ]", re.IGNORECASE
)

sums = st.fixed_dictionaries(
    {reason: st.floats(0, 50, allow_nan=False) for reason in Reason}
)


def headline(code, *ids, **counts):
    return words.headline_sentence(Headline(code, ids, **counts), NAMES)


def all_headlines():
    for code in HeadlineCode:
        for ids in (("s",), ("s", "d")):
            for agreed in (None, "d"):
                yield headline(
                    code,
                    *ids,
                    agreed_id=agreed,
                    below_zero=6,
                    above_zero=13,
                    rated=3,
                    total=14,
                )


def all_sentences():
    yield from all_headlines()
    yield from map(words.direction_label, Direction)
    yield from map(words.known_from_label, KnownFrom)
    yield from map(words.verdict_sentence, Verdict)
    yield from (words.valence_word(half / 2) for half in range(-10, 11))
    yield words.split_sentence(6, 5)
    for signal in Signal:
        yield words.signal_sentence(SignalCount(signal, 3, 14, counted=False))
        yield words.signal_sentence(SignalCount(signal, 13, 14, counted=True))
    everything = dict.fromkeys(Reason, 3.0)
    yield words.explain_sum(everything)
    yield words.weighs_more(everything)


@pytest.mark.parametrize("sentence", sorted(set(all_sentences())))
def test_no_sentence_says_what_belongs_one_tap_deeper(sentence):
    assert not FORBIDDEN.search(sentence)


@pytest.mark.parametrize("word", ["reach", "Kano", "W", "r_wg", "J", "κ"])
def test_the_search_for_forbidden_words_finds_them(word):
    assert FORBIDDEN.search(f"the {word} of it")


def test_every_code_has_its_words():
    assert set(words.REASON_WORDS) == set(Reason)
    assert set(words.DIRECTION_WORDS) == set(Direction)
    assert set(words.KNOWN_FROM_WORDS) == set(KnownFrom)
    assert set(words.SIGNAL_WORDS) == set(Signal)
    assert set(words.VERDICT_WORDS) == set(Verdict)
    assert all(all_headlines())


def test_headlines_name_the_moments():
    assert headline(HeadlineCode.HIDDEN, "s", "d") == (
        "Good moments hide 2 bad ones: Security, Delay notice."
    )
    assert headline(HeadlineCode.HIDDEN, "s") == (
        "Good moments hide 1 bad one: Security."
    )
    assert headline(HeadlineCode.NEEDS_WORK, "s") == (
        "1 moment needs work first: Security."
    )
    assert headline(HeadlineCode.NEEDS_WORK, "s", "d") == (
        "2 moments need work first: Security, Delay notice."
    )
    assert headline(HeadlineCode.BAD_THROUGHOUT, "s") == (
        "It feels bad nearly throughout. Start with Security."
    )


def test_headlines_without_moments_say_what_to_do():
    assert headline(HeadlineCode.NOTHING_RATED) == "Nothing is rated yet."
    assert headline(HeadlineCode.ALL_GOOD) == (
        "Nothing hurts much here. Look at what to protect."
    )
    assert headline(HeadlineCode.TOO_LITTLE, rated=3, total=14) == (
        "Rated so far: 3 of 14 moments. Too few to tell."
    )


def test_a_split_room_is_told_where_it_agrees():
    counts = {"below_zero": 6, "above_zero": 5}

    assert headline(HeadlineCode.SPLIT, "g", agreed_id="s", **counts) == (
        "We agree on Security. We are split on Find the gate: six bad, five good."
    )
    assert headline(HeadlineCode.SPLIT, "g", **counts) == (
        "We are split on Find the gate: six bad, five good."
    )


def test_a_split_is_a_question_to_the_room():
    assert words.split_sentence(6, 5) == (
        "Six found it bad, five good. Ask: what happens to somebody who finds it bad?"
    )
    assert words.split_sentence(13, 12).startswith("13 found it bad, twelve good.")


def test_the_sum_of_the_reference_adds_up():
    reasons = of(repair_service(), "waiting").reasons

    assert words.explain_sum(reasons) == (
        "76 = 24 bad feeling + 7 less than expected + 11 hard work for her + "
        "17 make-or-break + 9 lowest of its stage + 8 changes hands"
    )


@given(sums)
def test_the_parts_always_add_up_to_the_rounded_score(reasons):
    total, _, terms = words.explain_sum(reasons).partition(" = ")

    parts = [int(term.split()[0]) for term in terms.split(" + ") if term]

    assert sum(parts) == int(total)
    assert abs(int(total) - sum(reasons.values())) <= 0.5
    assert 0 not in parts


@given(st.lists(st.floats(0, 50), min_size=1, max_size=7))
def test_no_part_is_off_by_one_or_more(parts):
    whole = words.whole_parts(parts, int(sum(parts) + 0.5))

    assert all(abs(w - part) < 1 for w, part in zip(whole, parts, strict=True))


def test_a_sum_of_nothing_is_nothing():
    assert words.explain_sum(dict.fromkeys(Reason, 0.0)) == "0"
    assert words.explain_sum({}) == "0"


def test_it_weighs_more_because_of_its_place():
    reasons = of(repair_service(), "waiting").reasons

    assert words.weighs_more(reasons) == (
        "weighs more because: make-or-break · lowest of its stage · changes hands"
    )
    assert words.weighs_more({Reason.PAIN: 9.0}) == ""


@pytest.mark.parametrize(
    ("valence", "word"),
    [
        (-5, "awful"),
        (-4, "awful"),
        (-3.9, "bad"),
        (-2, "bad"),
        (-1.9, "rather bad"),
        (-0.5, "rather bad"),
        (-0.4, "so-so"),
        (0, "so-so"),
        (0.49, "so-so"),
        (0.5, "rather good"),
        (2, "good"),
        (4, "great"),
        (5, "great"),
    ],
)
def test_seven_words_say_how_it_feels(valence, word):
    assert words.valence_word(valence) == word


@given(st.integers(0, 50))
def test_both_sides_of_neutral_are_alike(tenths):
    steps = {step.good: step.bad for step in words.VALENCE_STEPS}

    good, bad = words.valence_word(tenths / 10), words.valence_word(-tenths / 10)

    assert steps[good] == bad


def test_knowledge_has_a_symbol_and_words():
    assert [words.known_from_label(known) for known in KnownFrom] == [
        "○ our guess",
        "◐ staff know",
        "● heard from customers",
    ]


def test_a_signal_says_how_often_it_is_known():
    few = SignalCount(Signal.EFFORT, 3, 14, counted=False)
    many = SignalCount(Signal.GAP, 13, 14, counted=True)

    assert words.signal_sentence(few) == "effort known for 3 of 14: not counted yet"
    assert words.signal_sentence(many) == "expectation known for 13 of 14"


def test_directions_are_said_as_what_to_do():
    assert [words.direction_label(direction) for direction in Direction] == [
        "Two experiences",
        "Get a say",
        "Fix",
        "Protect",
        "Make it special",
        "Would anyone miss it?",
        "Leave for now",
        "Keep an eye on it",
    ]
