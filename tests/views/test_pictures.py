"""Pictures of a journey: what they say, what they draw, and what they never draw."""

import json
from functools import cache

import pytest

from cxcore import words
from cxcore.analysis import Crosshair, analyse, analyse_grid, grid_of
from cxcore.analysis.results import Reason
from cxcore.compare import shared_moments
from cxcore.edit import visible
from cxcore.model import ImportanceMode
from cxcore.robustness import robustness_of
from cxui.views.pictures import (
    CROSSHAIR_WORDS,
    PICKED,
    TOUCHPOINT,
    Moments,
    contribution_bars,
    hidden_waterfall,
    lived_and_remembered,
    persona_heat_map,
    quadrant_map,
    rerun_places,
    themed,
    voice_spread,
)
from cxui.views.pictures.colours import BAD, GOOD, REST, contrast, ink_on
from cxui.views.pictures.contributions import COLOURS
from cxui.views.pictures.spread import lanes_of
from cxui.views.pictures.themed import INK
from tests.analysis.builders import JOURNEY, TODAY, Moment, said, workshop_of
from tests.analysis.lives import Step, lives, workshop_with
from tests.robustness.reruns import settings_with

HOSTILE = "<img src=x onerror=alert(1)> '+alert(1)+' datum.x \u202e" + "w" * 200
PAGES = {"light": "#ffffff", "dark": "#14161f"}

QUEUE = Moment(
    "Queue", said(valence=[-4, -3, -5], importance=[5, 5, 4]), moment_of_truth=True
)
PAY = Moment("Pay", said(valence=[-1, 0, -2], importance=[3, 3, 4]))
GREET = Moment("Greet", said(valence=[4, 4, 3], importance=[4, 5, 4]), "Leave")
WAVE = Moment("Wave", said(valence=[1, 1, 2], importance=[2, 1, 2]), "Leave")
UNRATED = Moment("Receipt", stage="Leave")
AIRPORT = (QUEUE, PAY, GREET, WAVE, UNRATED)


def called(workshop, names):
    """The workshop with other names for some of its touchpoints and stages."""
    changed = {
        kind: {
            key: each.model_copy(update={"name": names.get(key, each.name)})
            for key, each in getattr(workshop, kind).items()
        }
        for kind in ("touchpoints", "stages")
    }
    return workshop.model_copy(update=changed)


class Drawn:
    """All pictures of one journey."""

    def __init__(self, *moments, names=None, **fields):
        self.workshop = called(workshop_of(*moments, **fields), names or {})
        self.grid = grid_of(self.workshop, JOURNEY, TODAY)
        self.journey = analyse_grid(self.grid, self.workshop.settings)
        self.moments = Moments(self.workshop, self.grid.ids)

    def map(self, crosshair=Crosshair.SCALE):
        return quadrant_map(self.moments, self.journey, crosshair)

    def bars(self):
        return contribution_bars(self.moments, self.journey)

    def reruns(self):
        few = settings_with(draws=200)
        return rerun_places(self.moments, robustness_of(self.grid, few))

    def spread(self):
        return voice_spread(self.moments, self.grid, self.journey)

    def hidden(self):
        return hidden_waterfall(self.moments, self.journey)

    def remembered(self):
        return lived_and_remembered(self.moments, self.workshop, self.journey)

    def all(self):
        return [
            self.map(),
            self.bars(),
            self.reruns(),
            self.spread(),
            self.hidden(),
            self.remembered(),
        ]


def personas(*ways):
    shown = visible(workshop_with(*ways))
    return persona_heat_map(shown, shared_moments(shown, analyse(shown, TODAY)))


MARTA = lives("marta", Step("Queue", -4, key="m1"), Step("Pay", 2, key="m2"))
TOM = lives("tom", Step("Queue", 3, key="t1"), Step("Pay", 2.5, key="t2"))


@cache
def every_picture():
    return [*Drawn(*AIRPORT).all(), personas(MARTA, TOM)]


def spec(picture):
    """The chart as the browser gets it; Altair checks it against its schema."""
    return picture.chart.to_dict()


def rows(picture, *fields):
    """All rows of all layers that have these fields."""
    sets = spec(picture)["datasets"].values()
    return [row for each in sets for row in each if set(fields) <= row.keys()]


def column(picture, name):
    return [row[name] for row in picture.table]


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
        assert {row[TOUCHPOINT] for row in rows(picture, TOUCHPOINT)} >= set(
            picture.touchpoint_ids[:1]
        )

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


class TestWhatMattersAndHowItGoes:
    def test_names_what_matters_and_feels_bad_the_widest_apart_first(self):
        found = Drawn(*AIRPORT).map()

        assert found.title == "Work here first: Queue and Pay."
        assert column(found, "Where it stands") == [
            "work here first",
            "work here first",
            "keep it up",
            "more than needed",
        ]
        assert "Not on the map, because not all was asked: 1 moment." in (
            found.description
        )

    def test_says_so_when_nothing_that_matters_goes_badly(self):
        assert Drawn(GREET, WAVE).map().title == "Nothing that matters goes badly here."

    @pytest.mark.parametrize("crosshair", Crosshair)
    def test_says_what_to_know_of_each_crosshair(self, crosshair):
        picture = Drawn(*AIRPORT).map(crosshair)

        assert spec(picture)
        moves = "the label of one moment changes when another is added" in picture.note
        assert moves == (crosshair in (Crosshair.MEAN, Crosshair.MEDIAN))
        if moves:
            assert f"“{CROSSHAIR_WORDS[crosshair]}”" in picture.note

    def test_names_its_four_corners_on_screen(self):
        corners = {row["said"] for row in rows(Drawn(*AIRPORT).map(), "said")}

        assert corners == {
            "work here first",
            "keep it up",
            "leave for now",
            "more than needed",
        }

    def test_works_where_dots_say_what_matters(self):
        drawn = Drawn(
            Moment("Queue", said(valence=[-4, -4], dot=[True, True])),
            Moment("Pay", said(valence=[3, 3], dot=[None, None])),
            mode=ImportanceMode.DOTS,
        )

        assert drawn.map().title == "Work here first: Queue."

    def test_of_two_names_that_would_overlap_the_worse_one_is_written(self):
        near = Moment("Near", said(valence=[-3.9, -3, -5], importance=[5, 5, 4]))

        named = {
            row["number"]: row["moment_named"]
            for row in rows(Drawn(QUEUE, near).map(), "moment_named")
        }

        assert named == {"1": "Queue", "2": ""}


class TestWhyItNeedsWork:
    def test_bars_are_whole_points_that_add_up_to_the_score(self):
        picture = Drawn(*AIRPORT).bars()

        parts = [
            sum(int(row[name]) for name in row if name not in ("Moment", "Score"))
            for row in picture.table
        ]
        assert parts == [int(score) for score in column(picture, "Score")]
        assert picture.title == "Queue weighs most: bad feeling and make-or-break."

    def test_reasons_are_said_as_everywhere(self):
        named = list(Drawn(*AIRPORT).bars().table[0])[2:]

        assert [name.lower() for name in named] == [
            words.REASON_WORDS[reason].lower() for reason in Reason
        ]
        assert set(COLOURS) == set(Reason)

    def test_ten_moments_are_drawn_at_most(self):
        many = [Moment(f"m{at:02}", QUEUE.ratings) for at in range(14)]

        assert len(Drawn(*many).bars().table) == 10

    def test_where_nothing_hurts_there_is_no_bar(self):
        picture = Drawn(GREET).bars()

        assert picture.title == "No moment needs work."
        assert picture.chart is None


class TestHowFirmTheOrderIs:
    def test_what_comes_first_in_nearly_all_re_runs_stays_in_front(self):
        picture = Drawn(*AIRPORT).reruns()

        assert picture.title == "Queue stays in front."
        assert list(picture.table[0]) == ["Moment", "1st", "2nd", "3rd", "4th"]
        assert picture.note == words.HOW_FIRM

    def test_where_it_could_be_another_one_that_one_is_named(self):
        same = said(valence=[-4, -3, -5], importance=[5, 5, 4])
        picture = Drawn(Moment("Queue", same), Moment("Bags", same), PAY).reruns()

        assert picture.title == "Queue is in front, but it could be Bags."

    def test_eight_moments_are_drawn_and_places_behind_the_eighth_are_one(self):
        many = [
            Moment(f"m{at:02}", said(valence=[-5 + at / 4], importance=[5]))
            for at in range(11)
        ]

        picture = Drawn(*many).reruns()

        assert len(picture.table) == 8
        assert list(picture.table[0])[-2:] == ["8th", "later"]

    def test_a_place_that_nobody_had_is_no_cell(self):
        drawn = {row["times"] for row in rows(Drawn(*AIRPORT).reruns(), "times")}

        assert "0" not in drawn


class TestWhereWeAllStand:
    def test_two_camps_are_said_and_seen(self):
        split = Moment("Gate", said(valence=[-4, -4, -3, 3, 4, 4], importance=[5] * 6))
        picture = Drawn(split, PAY).spread()

        assert picture.title == (
            "Gate: Three found it bad, three good. "
            "Ask: what happens to somebody who finds it bad?"
        )
        felt = [row["feeling"] for row in rows(picture, "feeling", "lane")]
        assert felt[:6] == [-4, -4, -3, 3, 4, 4]

    def test_dots_come_in_the_order_of_their_values_so_that_nobody_is_followed(self):
        first = Drawn(Moment("Gate", said(valence=[4, -4, 1]))).spread()
        second = Drawn(Moment("Gate", said(valence=[1, 4, -4]))).spread()

        assert spec(first) == spec(second)

    def test_where_all_agree_that_is_said(self):
        assert Drawn(*AIRPORT).spread().title == "We see most moments alike."

    def test_where_we_are_apart_without_camps_the_widest_is_named(self):
        wide = Moment("Gate", said(valence=[-4.5, -3, 0, 1.5, 3]))

        assert Drawn(wide, PAY).spread().title == "We are furthest apart on Gate."

    def test_equal_answers_lie_beside_each_other(self):
        assert lanes_of([1, 1, 1, 1, 2]) == [0, 1, -1, 2, 0]
        assert lanes_of([0.0] * 9)[-1] == -3


class TestWhatTheAverageHides:
    def test_bars_lead_from_the_mean_to_how_it_is_felt(self):
        drawn = Drawn(*AIRPORT)
        picture = drawn.hidden()

        bars = rows(picture, "total", "low", "high")
        start, *changes, end = bars
        falls = sum(
            (-1 if each["colour"] == BAD else 1) * (each["high"] - each["low"])
            for each in changes
        )
        assert start["high"] + falls == pytest.approx(end["high"], abs=0.01)
        assert start["high"] == pytest.approx(100 * drawn.journey.mean, abs=0.001)
        assert end["high"] == pytest.approx(100 * drawn.journey.score, abs=0.001)
        assert picture.title == "The average hides Queue."

    def test_the_table_adds_up_to_what_is_hidden(self):
        drawn = Drawn(*AIRPORT)

        parts = [
            float(each.replace("−", "-"))
            for each in column(drawn.hidden(), "Hidden by the average")
        ]

        assert sum(parts) == pytest.approx(100 * drawn.journey.hidden, abs=0.2)

    def test_what_hides_it_is_one_bar_and_leads_nowhere(self):
        last = rows(Drawn(*AIRPORT).hidden(), "total")[-2]

        assert last["moment"] == "3 moments better than the whole"
        assert last[TOUCHPOINT] is None
        assert last["said"].startswith("+")

    def test_moments_that_are_alike_hide_little(self):
        alike = [Moment(name, said(valence=[1])) for name in "abc"]

        assert Drawn(*alike).hidden().title == "The average hides little here."

    def test_more_than_six_hidden_moments_share_the_last_bar(self):
        bad = [Moment(f"b{at}", said(valence=[-4 - at / 10])) for at in range(8)]
        good = [Moment(f"g{at}", said(valence=[4])) for at in range(8)]

        labels = [row["moment"] for row in rows(Drawn(*bad, *good).hidden(), "total")]

        assert labels[-3:-1] == ["2 moments more", "8 moments better than the whole"]


class TestLivedAndRemembered:
    def test_names_the_stage_that_is_remembered_most_unlike_it_was(self):
        worse = (
            Moment("Queue", said(valence=[3])),
            Moment("Search", said(valence=[3])),
            Moment("Shout", said(valence=[-5])),
        )

        assert Drawn(*worse).remembered().title == (
            "Stage is remembered worse than it is lived."
        )

    def test_a_moment_without_a_rating_is_a_gap_and_not_a_zero(self):
        picture = Drawn(*AIRPORT).remembered()

        points = {row["moment"]: row["feeling"] for row in rows(picture, TOUCHPOINT)}
        assert points["5 · Receipt"] is None
        assert column(picture, "Lived")[-1] == "not rated"

    def test_says_half_the_strongest_and_half_the_last(self):
        remembered = column(Drawn(*AIRPORT).remembered(), "Remembered of the stage")

        assert remembered[0] == "bad (−2.5)"
        assert remembered[2] == "good (+2.5)"


class TestPersonaByPersona:
    def test_names_the_moment_that_sets_them_apart(self):
        picture = personas(MARTA, TOM)

        assert picture.title == "Queue sets them apart: awful to Marta, good to Tom."
        assert picture.table[0]["1 · Marta"] == "awful (−4.0)"
        assert picture.touchpoint_ids == ("m1", "m2")

    def test_a_cell_leads_to_the_moment_in_the_journey_of_its_persona(self):
        cells = {
            (row["persona"], row["moment"]): row[TOUCHPOINT]
            for row in rows(personas(MARTA, TOM), "persona")
        }

        assert cells["2 · Tom", "1 · Queue"] == "t1"

    def test_what_is_not_known_is_blank_and_never_zero(self):
        ivo = lives("ivo", Step("Queue"), Step("Stay", 1))
        picture = personas(MARTA, TOM, ivo)

        row = next(row for row in picture.table if row["Moment"].endswith("Queue"))
        other = next(row for row in picture.table if row["Moment"].endswith("Pay"))
        assert row["1 · Ivo"] == "not rated"
        assert other["1 · Ivo"] == "does not pass it"
        blanks = [row for row in rows(picture, "persona") if row["feeling"] is None]
        assert {row["said"] for row in blanks} == {"not rated", "does not pass it"}

    @pytest.mark.parametrize(
        ("ways", "title"),
        [
            ([MARTA], "Two personas with a journey of today are needed"),
            ([MARTA, lives("ivo", Step("Stay", 1))], "No moment is shared"),
            ([MARTA, lives("ivo", Step("Queue"))], "No shared moment is rated for two"),
            ([MARTA, lives("ivo", Step("Queue", -4))], "What they share feels much"),
        ],
    )
    def test_says_why_there_is_nothing_to_compare(self, ways, title):
        assert personas(*ways).title.startswith(title)


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
