"""Every picture of a journey: a finding, a chart without names of people, a table."""

import json

import pytest

from cxui.views.pictures import PICKED, TOUCHPOINT, themed
from cxui.views.pictures.colours import BAD, GOOD, REST, contrast, ink_on
from cxui.views.pictures.contributions import COLOURS
from cxui.views.pictures.themed import INK
from tests.analysis.builders import Moment, said
from tests.views.drawn import (
    AIRPORT,
    GREET,
    PAY,
    QUEUE,
    UNRATED,
    Drawn,
    column,
    every_picture,
    personas,
    rows,
    spec,
)

HOSTILE = "<img src=x onerror=alert(1)> '+alert(1)+' datum.x \u202e" + "w" * 200
PAGES = {"light": "#ffffff", "dark": "#14161f"}


class TestEveryPicture:
    @pytest.fixture(params=range(7))
    def picture(self, request):
        return every_picture()[request.param]

    def test_is_valid_and_has_a_finding_a_text_alternative_and_a_table(self, picture):
        drawn = spec(picture)

        assert picture.title.endswith((".", "?"))
        assert drawn["description"] == f"{picture.title} {picture.description}"
        assert 1 <= picture.description.count(". ") + 1 <= 4
        assert picture.table
        assert len({tuple(row) for row in picture.table}) == 1

    def test_leads_from_a_point_to_its_touchpoint(self, picture):
        (way,) = spec(picture)["params"]

        assert way["name"] == PICKED
        assert way["select"]["fields"] == [TOUCHPOINT]
        assert {row[TOUCHPOINT] for row in rows(picture, TOUCHPOINT)} >= {
            each.id for each in picture.leads_to[:1]
        }

    def test_has_ink_that_can_be_read_on_either_page(self, picture):
        for theme, page in PAGES.items():
            config = themed(picture.chart, theme).to_dict()["config"]
            assert contrast(config["text"]["color"], page) >= 4.5
            assert contrast(config["axis"]["labelColor"], page) >= 4.5

    def test_says_nothing_that_belongs_one_tap_deeper(self, picture):
        said_there = f" {picture.title} {picture.note} ".lower()

        for term in (
            " f ",
            " j ",
            " k ",
            "alpha",
            "smaa",
            "kano",
            "touchpoint",
            "step",
        ):
            assert term not in said_there

    def test_is_told_apart_without_its_colours_by_words_and_numbers(self, picture):
        texts = [
            each
            for each in spec(picture)["layer"]
            if each["mark"]["type"] == "text" or "axis" in each["encoding"].get("y", {})
        ]
        assert texts


def test_before_anything_is_rated_there_is_no_chart_and_nobody_is_blamed():
    empty, unrated = Drawn(), Drawn(UNRATED)

    for picture in [*empty.all(), *unrated.all(), personas()]:
        assert picture.chart is None
        assert picture.table == ()
        assert picture.title.endswith(".")


@pytest.mark.parametrize("valence", [-5, 0, 5])
def test_one_moment_alone_can_be_drawn(valence):
    one = Drawn(Moment("Queue", said(valence=[valence], importance=[5])))

    for picture in one.all():
        if picture.chart is not None:
            assert spec(picture)["description"]
    assert one.reruns().title == "Queue is the only moment rated."
    assert one.hidden().title == "The average hides little here."
    assert one.remembered().title == "Every stage is remembered about as it is lived."
    assert one.spread().title.startswith("One of us has rated so far")


def test_nobody_is_in_the_data_of_any_picture():
    for picture in Drawn(*AIRPORT).all():
        sent = json.dumps(spec(picture)) + json.dumps(picture.table)
        assert not [f"p00{at}" for at in range(3) if f"p00{at}" in sent]


def test_a_hostile_name_is_data_and_never_a_field_or_an_expression():
    two = (QUEUE, Moment("Greet", GREET.ratings, "Leave"))
    names = {"Queue": HOSTILE, "Greet": f"{HOSTILE}2", "Leave": HOSTILE}
    hostile, plain = Drawn(*two, names=names), Drawn(*two)

    for bad, good in zip(hostile.all(), plain.all(), strict=True):
        assert skeleton(spec(bad)) == skeleton(spec(good))


def skeleton(part):
    """A specification without what is data in it: names, titles, rows, domains."""
    if isinstance(part, list):
        return [skeleton(each) for each in part]
    if not isinstance(part, dict):
        return part
    data = {"datasets", "description", "data", "domain", "name", "views"}
    return {key: skeleton(each) for key, each in part.items() if key not in data}


def test_two_moments_of_one_name_keep_a_row_each():
    drawn = Drawn(
        Moment("a", QUEUE.ratings),
        Moment("b", QUEUE.ratings),
        names={"a": "Wait", "b": "Wait"},
    )

    labels = {row["moment"] for row in rows(drawn.bars(), "reason")}

    assert labels == {"1 · Wait", "2 · Wait"}


def test_a_long_name_is_cut_in_charts_and_whole_in_the_table():
    drawn = Drawn(QUEUE, PAY, names={"Queue": f"{'w' * 199}!"})

    assert len(drawn.bars().title) < 140
    assert column(drawn.bars(), "Moment")[0].endswith("w!")


class TestColours:
    def test_marks_stand_out_from_either_page(self):
        for page in PAGES.values():
            for colour in (BAD, GOOD, REST):
                assert contrast(colour, page) >= 3

    def test_numbers_can_be_read_on_every_colour(self):
        for colour in (BAD, GOOD, REST, *COLOURS.values()):
            assert contrast(colour, ink_on(colour)) >= 4.5

    def test_contrast_is_that_of_the_guideline(self):
        assert contrast("#000000", "#ffffff") == pytest.approx(21)
        assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
        assert set(INK) == set(PAGES)
