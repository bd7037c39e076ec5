"""Customers' ratings beside insiders', and what must not be reckoned out of them."""

import pytest

from cxcore.analysis import LensGap, lens_gaps
from cxcore.model import Evidence, EvidenceType, Viewpoint
from cxcore.words import known_sentence, lens_sentence, trust_sentence
from tests.analysis.builders import Moment, analysed, said, with_things, workshop_of

CUSTOMER, LEADER = Viewpoint.CUSTOMER, Viewpoint.MANAGEMENT


def gaps(workshop):
    return lens_gaps(workshop, analysed(workshop))


def test_moments_come_with_the_rosiest_view_of_insiders_first():
    workshop = workshop_of(
        Moment("even", said(valence=[1, 1, 1])),
        Moment("rosy", said(valence=[-4, -2, 2])),
        Moment("worse", said(valence=[3, 3, -1])),
        viewpoints=[CUSTOMER, CUSTOMER, LEADER],
    )

    found = gaps(workshop)

    assert [each.touchpoint_id for each in found] == ["rosy", "even", "worse"]
    assert [each.gap for each in found] == [5, 0, -4]


def test_only_moments_that_both_have_rated_are_compared():
    workshop = workshop_of(
        Moment("ours", said(valence=[None, None, 2])),
        Moment("theirs", said(valence=[-4, -2, None])),
        viewpoints=[CUSTOMER, CUSTOMER, LEADER],
    )

    assert gaps(workshop) == ()
    assert gaps(workshop_of(Moment("pay"))) == ()


def test_a_lone_customer_is_not_shown_until_they_agree():
    workshop = workshop_of(
        Moment("pay", said(valence=[-4, 2])), viewpoints=[CUSTOMER, LEADER]
    )
    someone = workshop.participants["p000"].model_copy(update={"shown_alone": True})
    people = {**workshop.participants, "p000": someone}
    agreed = workshop.model_copy(update={"participants": people})

    assert gaps(workshop) == ()
    assert [each.customers for each in gaps(agreed)] == [-4]


def test_a_survey_beside_a_withheld_customer_is_compared_with_the_whole_room():
    answers = Evidence(
        id="e",
        evidence_type=EvidenceType.SURVEY,
        title="Survey",
        touchpoint_ids=("pay",),
        survey={"pay": (1.0, 3.0)},
    )
    room = workshop_of(
        Moment("pay", said(valence=[-4, 2, 2])), viewpoints=[CUSTOMER, LEADER, LEADER]
    )

    (found,) = gaps(with_things(room, answers))

    # The mean of the others, 2, would tell beside the mean of all what one has said.
    assert (found.customers, found.insiders) == (2, 0)


@pytest.mark.parametrize(
    ("customers", "insiders", "sentence"),
    [
        (-3, 0, "Customers find Pay worse than we do: bad, we say so-so."),
        (4.5, 1, "Customers find Pay better than we do: great, we say rather good."),
        (-3, -2.1, "Customers find Pay much as we do: bad."),
        (1.9, 2.1, "Customers find Pay much as we do: rather good."),
    ],
)
def test_a_gap_is_said_in_words(customers, insiders, sentence):
    assert lens_sentence(LensGap("pay", customers, insiders), "Pay") == sentence


@pytest.mark.parametrize(
    ("guesses", "critical", "total", "sentence"),
    [
        (0, 0, 0, "There is no moment yet."),
        (0, 0, 14, "No moment rests on our guess alone."),
        (1, 0, 14, "1 of 14 moments rests on our guess."),
        (1, 1, 14, "1 of 14 moments rests on our guess. It needs work first."),
        (
            *(5, 1, 14),
            "5 of 14 moments rest on our guess. One of them needs work first.",
        ),
        (5, 2, 14, "5 of 14 moments rest on our guess. Two of them need work first."),
    ],
)
def test_a_line_says_how_much_is_a_guess(guesses, critical, total, sentence):
    assert known_sentence(guesses, critical, total) == sentence


def test_more_confidence_is_never_trusted_less():
    said_of = [trust_sentence(at / 20, 0.3) for at in range(20)]

    assert list(dict.fromkeys(said_of)) == [
        "Not to be relied on yet: look or ask before you build on it.",
        "A good hint, from inside or from long ago: let customers confirm it.",
        "Fairly sure: one more kind of source would make it firm.",
        "Well founded.",
    ]
