"""What moves the overall answer, in words of the first level."""

from dataclasses import replace

import numpy as np
import pytest

from cxcore import words
from cxcore.drivers import (
    Contrast,
    LeftOut,
    LeftOutBecause,
    NoDrivers,
    Refusal,
)
from cxcore.model import KanoKind
from tests.analysis.test_words import FORBIDDEN
from tests.drivers.answers import (
    MOMENTS,
    found,
    journey,
    matrix,
    rows_of,
    some_answers,
    survey,
)

NAMES = {"book": "Book", "wait": "Wait", "pay": "Pay"}
STATISTICS = ("lmg", "johnson", "R²", "bootstrap", "regression", "correlat")


@pytest.fixture(scope="module")
def result():
    return found(matrix(MOMENTS, *some_answers()))


def refusal(code, people=12):
    rows = rows_of(matrix(MOMENTS, *some_answers(people)))
    return words.no_drivers_sentence(NoDrivers(rows, code, 30))


def left_out():
    why = LeftOutBecause
    return (
        LeftOut("book", why.NOT_ASKED, 0),
        LeftOut("wait", why.FEW_ANSWERS, 31),
        LeftOut("pay", why.NOT_ASKED, 0),
    )


def all_sentences(result):
    yield words.drivers_title(result, NAMES)
    yield words.respondents_sentence(result.rows)
    yield words.explained_sentence(result)
    yield words.not_compared_sentence(left_out(), NAMES)
    yield words.NO_CAUSE
    yield from map(refusal, Refusal)
    yield from words.KANO_WORDS.values()


def test_no_sentence_says_what_belongs_one_tap_deeper(result):
    for sentence in all_sentences(result):
        assert not FORBIDDEN.search(sentence), sentence
        assert not any(word in sentence for word in STATISTICS), sentence


def test_every_kind_has_its_words():
    assert set(words.KANO_WORDS) == set(KanoKind)


@pytest.mark.parametrize("code", Refusal)
def test_every_refusal_says_why_and_what_to_do(code):
    sentence = refusal(code)

    assert sentence.count(".") >= 1
    assert any(verb in sentence for verb in ("Bring in", "bring the survey in", "ask"))


def test_too_few_people_are_told_how_many_it_takes():
    assert refusal(Refusal.TOO_FEW).startswith(
        "This takes at least 30 customers who answered about all 3 moments and about "
        "the whole; there are 12."
    )


def test_one_moment_is_named_where_no_other_comes_near(result):
    first, second, *rest = result.drivers
    apart = replace(first, interval=(second.share + 0.01, 1.0))

    title = words.drivers_title(replace(result, drivers=(apart, second, *rest)), NAMES)

    assert title == "The overall answer moves most with Book."


def test_many_moments_that_are_alike_are_counted(result):
    four = tuple(replace(result.drivers[0], interval=(0.0, 1.0)) for _ in range(4))

    assert words.drivers_title(replace(result, drivers=four), NAMES) == (
        "4 moments move the overall answer about equally."
    )


def test_who_is_left_out_is_counted(result):
    rows = replace(result.rows, asked=150, without_overall=20, incomplete=10)

    assert words.respondents_sentence(rows) == (
        "From 120 customers who answered about all 3 moments compared and about the "
        "whole; of 150, 20 said nothing of the whole and 10 left a moment open."
    )


def test_moments_left_out_for_the_same_reason_stand_together():
    assert words.not_compared_sentence(left_out(), NAMES) == (
        "Not compared: Book and Pay (in no survey); Wait (only 31 answers)."
    )
    assert words.not_compared_sentence((), NAMES) == ""


@pytest.mark.parametrize(
    ("holds", "said"), [(0.67, "taken for granted"), (0.66, "could be one or another")]
)
def test_a_kind_is_only_said_where_it_holds(holds, said):
    contrast = Contrast(1.0, 0.0, -1.0, KanoKind.MUST_BE, holds)

    assert words.kano_label(contrast, 0.67) == said


def test_a_moment_that_goes_against_the_whole_is_named_unless_it_says_nothing(result):
    first, *rest = result.drivers
    odd = replace(first, correlation=-0.5, interval=(0.1, 0.3))
    weak = replace(odd, interval=(0.0, 0.02))

    assert "Book" in words.against_sentence(
        replace(result, drivers=(odd, *rest)), NAMES
    )
    assert not words.against_sentence(replace(result, drivers=(weak, *rest)), NAMES)


@pytest.mark.parametrize(
    ("complete", "have"),
    [(0, "there is none"), (1, "there is one"), (2, "there are 2")],
)
def test_few_complete_answers_are_counted_in_words(complete, have):
    felt = {"book": [None, 1], "wait": [2, None]}
    rows = replace(rows_of(journey(survey(felt, [5, 6]))), overall=np.zeros(complete))

    sentence = words.no_drivers_sentence(NoDrivers(rows, Refusal.TOO_FEW, 10))

    assert f"; {have}. Bring in more answers" in sentence
