"""How far a room agrees, in words."""

import re
from dataclasses import replace

import pytest

from cxcore.agreement import (
    Accord,
    CustomersFirst,
    StandsApart,
    agreement_of,
)
from cxcore.analysis import (
    Concordance,
    grid_of,
)
from cxcore.words import (
    ACCORD_WORDS,
    agreement_numbers,
    customers_first_sentence,
    discuss_sentence,
    stands_apart_sentence,
)
from tests.analysis.builders import JOURNEY, TODAY, Moment, of, said, workshop_of
from tests.analysis.reference import repair_service
from tests.analysis.test_words import FORBIDDEN

NAMES = {"s": "Security", "d": "Delay notice", "g": "Find the gate"}


def beside(ours, theirs):
    return customers_first_sentence(
        CustomersFirst(tuple(ours), tuple(theirs), 5), NAMES
    )


def discuss(valences, *, is_important):
    one = of(workshop_of(Moment("pay", said(valence=valences))), "pay")
    return discuss_sentence(one, "Security", is_important=is_important)


def apart(better):
    return stands_apart_sentence(StandsApart("eva", 3.0, better, 4), "Eva")


def all_sentences():
    yield from ACCORD_WORDS.values()
    for ours in ("", "s", "sd", "sdg", "dsg"):
        for theirs in ("", "s", "sd", "sdg"):
            yield beside(ours, theirs)
    for valences in ([-4, 4], [-4, -1]):
        for is_important in (True, False):
            yield discuss(valences, is_important=is_important)
    yield from map(apart, (-3.0, 0.0, 3.0))


@pytest.mark.parametrize("sentence", sorted(set(all_sentences())))
def test_no_sentence_says_what_belongs_one_tap_deeper(sentence):
    assert not FORBIDDEN.search(sentence)
    assert not re.search(r"\d|Kendall|Krippendorff", sentence)


def test_every_word_for_a_room_has_its_sentence():
    assert set(ACCORD_WORDS) == set(Accord)
    assert ACCORD_WORDS[Accord.AGREED] == "We mostly agree on what hurts."


def test_what_is_seen_differently_is_said_with_why_it_is_worth_a_word():
    assert discuss([-4, 4], is_important=True) == (
        "We see Security differently: it matters, and our answers are far apart."
    )
    assert discuss([-4, 4], is_important=False) == (
        "We see Security differently: our answers are far apart."
    )
    assert discuss([-4, -1], is_important=True) == (
        "Security matters, and we do not quite agree on it."
    )
    assert discuss([-4, -1], is_important=False) == (
        "We do not quite agree on Security."
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "sentence"),
    [
        ("sd", "sd", "Customers would start where we would."),
        ("sd", "gs", "Customers would start elsewhere: Find the gate, Security. "),
        ("sd", "sg", "Customers would start with Security as we do, but then go on "),
        ("sd", "s", "Customers would start with Security as we do, and nothing else "),
        ("sd", "", "Nothing hurts customers here. We would start with Security, "),
        ("", "s", "Customers would start with Security. Nothing hurts the rest "),
    ],
)
def test_where_customers_would_start_is_said_beside_where_we_would(
    ours, theirs, sentence
):
    assert beside(ours, theirs).startswith(sentence)


def test_whoever_stands_apart_is_said_to_see_it_better_or_worse_where_they_do():
    assert apart(3.0) == "Eva sees this journey better than the rest of us do."
    assert apart(-3.0) == "Eva sees this journey worse than the rest of us do."
    assert apart(0.5) == "Eva sees this journey differently from the rest of us."


def test_the_numbers_stand_with_their_exact_names():
    grid = grid_of(repair_service(), JOURNEY, TODAY)
    rows = dict(agreement_numbers(agreement_of(grid, repair_service().settings)))

    assert rows == {
        "Our rankings of the moments: Kendall's W": (
            "0.92 (1 the same, 0 nothing in common)"
        ),
        "Who is in it": "3 of 3 raters: those of all 6 moments that are rated",
        "By chance?": (
            "hardly chance: chi-square 13.86, 5 degrees of freedom, p = 0.017"
        ),
        "How it feels: Krippendorff's alpha": "0.89 (1 the same, 0 as by chance)",
        "What matters: Krippendorff's alpha": "0.74 (1 the same, 0 as by chance)",
    }


def test_what_cannot_be_computed_has_no_number():
    workshop = workshop_of(Moment("pay", said(valence=[-4, 2])))
    grid = grid_of(workshop, JOURNEY, TODAY)

    assert agreement_numbers(agreement_of(grid, workshop.settings)) == []


@pytest.mark.parametrize(
    ("w", "raters", "ends"), [(0.4, 3, "p = 0.308"), (0.9, 12, "p < 0.001")]
)
def test_whether_it_could_be_chance_is_said(w, raters, ends):
    grid = grid_of(repair_service(), JOURNEY, TODAY)
    found = agreement_of(grid, repair_service().settings)
    other = replace(found, ranking=Concordance(w, raters, 4))

    row = dict(agreement_numbers(other))["By chance?"]

    assert row.startswith("could be chance" if w < 0.5 else "hardly chance")
    assert row.endswith(ends)
