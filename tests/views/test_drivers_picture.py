"""What moves the overall answer, as a picture: the finding, its words, its table."""

import json
from dataclasses import replace

import numpy as np
import pytest

from cxcore.drivers import Contrast
from cxcore.model import KanoKind
from cxui.views.drivers import drivers_picture
from cxui.views.pictures import Moments
from tests.drivers.answers import MOMENTS, found, matrix, some_answers

HOSTILE = "<img src=x onerror=alert(1)>" + "W" * 170


def workshop_with(names=MOMENTS, answers=None):
    workshop = matrix(MOMENTS, *(answers or some_answers()))
    touchpoints = {
        key: workshop.touchpoints[key].model_copy(update={"name": name})
        for key, name in zip(MOMENTS, names, strict=True)
    }
    return workshop.model_copy(update={"touchpoints": touchpoints})


def picture_of(workshop, result=None):
    return drivers_picture(
        Moments(workshop, MOMENTS), result or found(workshop), holds_from=0.67
    )


@pytest.fixture(scope="module")
def picture():
    return picture_of(workshop_with(("Book", "Wait", "Pay")))


def marks(picture, field):
    """The values of a field in all rows that are drawn."""
    (rows,) = picture.chart.to_dict()["datasets"].values()
    return [row[field] for row in rows]


def test_the_title_says_which_moment_moves_most(picture):
    assert picture.title == "The overall answer moves most with Book."


def test_moments_that_cannot_be_told_apart_are_named_together():
    felt, overall = some_answers(columns=3, weights=(1.0, 1.0, 0.2))

    title = picture_of(workshop_with(answers=(felt, overall))).title

    assert title == "The overall answer moves most with book and wait."


def test_the_text_alternative_has_the_numbers_that_matter(picture):
    assert picture.chart.to_dict()["description"] == (
        f"{picture.title} {picture.description}"
    )
    assert "1 · " not in picture.description
    assert "Together they go with" in picture.description
    for name in ("Book", "Wait", "Pay"):
        assert f"{name} " in picture.description


def test_every_bar_has_its_interval_and_its_row_in_the_table(picture):
    assert [row["Moment"] for row in picture.table] == [
        "1 · Book",
        "2 · Wait",
        "3 · Pay",
    ]
    assert tuple(each.id for each in picture.leads_to) == MOMENTS
    assert marks(picture, "part") == [row["Goes with"] for row in picture.table]
    for low, share, high in zip(
        marks(picture, "low"),
        marks(picture, "share"),
        marks(picture, "high"),
        strict=True,
    ):
        assert low <= share <= high


def test_the_largest_matters_most_on_the_scale_of_the_room(picture):
    matters = [float(row["Matters (1 to 5)"]) for row in picture.table]

    assert matters[0] == 5.0
    assert all(2.0 <= each <= 5.0 for each in matters)


@pytest.mark.parametrize(
    ("contrast", "bad", "good", "kind"),
    [
        (
            Contrast(1.84, 0.2, -0.8, KanoKind.MUST_BE, 0.93),
            "−1.8",
            "+0.2",
            "taken for granted (in 93 of 100 re-runs)",
        ),
        (
            Contrast(0.3, 0.4, 0.14, KanoKind.ATTRACTIVE, 0.5),
            "−0.3",
            "+0.4",
            "could be one or another",
        ),
        (None, "–", "–", "these answers do not tell"),
    ],
)
def test_the_table_says_what_bad_and_good_answers_do(contrast, bad, good, kind):
    workshop = workshop_with()
    result = found(workshop)
    first = replace(result.drivers[0], contrast=contrast)

    row = picture_of(workshop, replace(result, drivers=(first,))).table[0]

    assert row["A bad answer"] == bad
    assert row["A good answer"] == good
    assert row["It looks like"] == kind


def test_what_goes_against_the_whole_is_pointed_out():
    felt, overall = some_answers()
    felt[:, 0] *= -1

    note = picture_of(workshop_with(answers=(felt, overall))).note

    assert "Look twice at book: the better it felt there" in note


def test_the_warning_about_causes_is_always_there(picture):
    assert "does not make one the cause of the other" in picture.note


def test_a_hostile_name_is_data_and_nothing_else():
    picture = picture_of(workshop_with((HOSTILE, "Wait", "Pay")))

    (name,) = (each for each in marks(picture, "moment") if each.startswith("1 · <img"))
    assert len(name) < 70
    spec = picture.chart.to_dict()
    for known in ("datasets", "description"):
        del spec[known]
    assert json.dumps(spec).count("onerror") == json.dumps(spec).count(json.dumps(name))


def test_numbers_have_room_beside_the_longest_interval(picture):
    (_, high) = picture.chart.to_dict()["layer"][0]["encoding"]["x"]["scale"]["domain"]

    assert high >= 1.15 * np.max(marks(picture, "high"))
