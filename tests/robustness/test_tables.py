"""The tables of section 2 of docs/method.md: published indices, and closed forms."""

import numpy as np
import pytest

from cxcore.robustness import (
    pairwise_wins,
    rank_acceptability,
    tied,
)
from tests.analysis.reference import repair_service
from tests.robustness.reruns import shaken

DRAWS = 40_000

ANTIDEPRESSANTS = {
    "Fluoxetine": "0.0|0.0,11.7|2.5,7.2|1.45,16.6|3.27,13.7|1.89,18.6|1.79",
    "Paroxetine": "0.086|0.056,9.2|1.86,10.6|1.58,21.2|5.15,14.3|2.93,18.3|3.7",
    "Sertraline": "0.095|0.044,15.4|2.65,7.5|1.48,20.2|3.78,15.0|3.21,19.5|2.6",
    "Venlafaxine": "0.113|0.048,5.5|2.32,15.7|4.44,12.8|2.45,11.2|3.98,31.0|1.68",
}
"""Mean and deviation per criterion (Tervonen et al. 2011); the first is log-normal."""
SCALES = np.array(
    [
        [0.977, 1.230],
        [0.95, 20.59],
        [4.36, 24.40],
        [8.00, 31.29],
        [3.40, 21.29],
        [11.05, 34.29],
    ]
)
ACCEPTABILITY = [
    [0.20, 0.28, 0.30, 0.22],
    [0.25, 0.29, 0.27, 0.19],
    [0.17, 0.25, 0.29, 0.30],
    [0.39, 0.18, 0.15, 0.29],
]
CENTRAL = [
    [0.08, 0.14, 0.23, 0.18, 0.16, 0.22],
    [0.18, 0.17, 0.15, 0.13, 0.15, 0.22],
    [0.21, 0.10, 0.22, 0.13, 0.15, 0.20],
    [0.18, 0.21, 0.12, 0.21, 0.19, 0.09],
]
CONFIDENCE = [0.48, 0.44, 0.34, 0.74]


def central_weights(scores, weights):
    """Return the mean weights with which each comes first; None where it never does."""
    best = scores == scores.max(axis=0)
    return [weights[:, first].mean(axis=1) if first.any() else None for first in best]


def uniform_weights(criteria, draws=DRAWS, seed=7):
    return np.random.default_rng(seed).dirichlet(np.ones(criteria), draws).T


@pytest.fixture(scope="module")
def levels():
    """Return how good each drug is on each criterion in every draw, 0 to 1."""
    random = np.random.default_rng(11)
    rows = []
    for text in ANTIDEPRESSANTS.values():
        given = np.array([cell.split("|") for cell in text.split(",")], dtype=float)
        drawn = random.normal(given[:, :1], given[:, 1:], (len(given), DRAWS))
        drawn[0] = np.exp(drawn[0])
        rows.append(drawn)
    measured = np.array(rows)
    low, high = SCALES[:, :1], SCALES[:, 1:]
    units = (measured - low) / (high - low)
    units[:, 1:] = 1 - units[:, 1:]
    return units


def test_the_published_rank_acceptability_of_four_drugs_comes_out(levels):
    scores = np.einsum("acd,cd->ad", levels, uniform_weights(6))

    assert rank_acceptability(scores) == pytest.approx(
        np.array(ACCEPTABILITY), abs=0.02
    )


def test_the_published_central_weights_and_confidence_of_four_drugs_come_out(levels):
    weights = uniform_weights(6)
    scores = np.einsum("acd,cd->ad", levels, weights)

    central = np.array(central_weights(scores, weights))
    first = [
        rank_acceptability(np.einsum("acd,c->ad", levels, own))[row, 0]
        for row, own in enumerate(central)
    ]

    assert central == pytest.approx(np.array(CENTRAL), abs=0.02)
    assert first == pytest.approx(CONFIDENCE, abs=0.03)


def test_two_alternatives_on_two_criteria_have_the_closed_form():
    values = np.array([[0.8, 0.4], [0.5, 0.6]])
    weights = uniform_weights(2)

    scores = values @ weights
    first, second = central_weights(scores, weights)

    assert rank_acceptability(scores)[0] == pytest.approx([0.6, 0.4], abs=0.01)
    assert first == pytest.approx([0.7, 0.3], abs=0.01)
    assert second == pytest.approx([0.2, 0.8], abs=0.01)


def test_unit_vectors_share_the_first_place_and_have_harmonic_central_weights():
    weights = uniform_weights(3)

    central = np.array(central_weights(weights, weights))

    assert rank_acceptability(weights)[:, 0] == pytest.approx([1 / 3] * 3, abs=0.01)
    assert np.diag(central) == pytest.approx([0.61111] * 3, abs=0.01)
    assert central[0, 1:] == pytest.approx([0.19444] * 2, abs=0.01)


def test_a_dominated_alternative_never_comes_first_and_has_no_central_weight():
    weights = uniform_weights(2, draws=500)
    scores = np.array([[0.8, 0.6], [0.7, 0.5]]) @ weights

    better, dominated = central_weights(scores, weights)

    assert rank_acceptability(scores)[1].tolist() == [0, 1]
    assert better == pytest.approx([0.5, 0.5], abs=0.05)
    assert dominated is None


def test_whoever_is_tied_shares_the_places_and_half_of_the_wins():
    scores = np.array([[3.0, 1.0], [3.0, 2.0], [1.0, 1.0]])

    assert rank_acceptability(scores).tolist() == [
        [0.25, 0.5, 0.25],
        [0.75, 0.25, 0.0],
        [0.0, 0.25, 0.75],
    ]
    assert pairwise_wins(scores).tolist() == [
        [0.5, 0.25, 0.75],
        [0.75, 0.5, 1.0],
        [0.25, 0.0, 0.5],
    ]


def test_rounding_makes_no_winner():
    scores = tied(np.array([[0.1 + 0.2], [0.3]]))

    assert pairwise_wins(scores)[0, 1] == 0.5


def test_the_reference_journey_has_its_chances_of_the_first_three():
    robust = shaken(repair_service(), confidence=[0.3, 0.7, 0.5, 0.7, 0.5, 0.1])

    chances = {each.id: each.top[2] for each in robust.touchpoints}

    assert chances == pytest.approx(
        {
            "number": 0.225,
            "call": 0.005,
            "booking": 0.917,
            "waiting": 1.0,
            "visit": 0.290,
            "invoice": 0.563,
        },
        abs=0.03,
    )


def test_in_the_reference_journey_the_invoice_is_to_be_asked_about_first():
    """Third place could go to the invoice, of which nobody knows anything."""
    robust = shaken(
        repair_service(), confidence=[0.3, 0.7, 0.5, 0.7, 0.5, 0.1], draws=5000
    )

    assert robust.ask_next == "invoice"
