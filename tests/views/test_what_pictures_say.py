"""What each picture of a journey says and draws."""

import pytest

from cxcore import words
from cxcore.analysis import Crosshair
from cxcore.analysis.results import Reason
from cxcore.model import ImportanceMode
from cxui.views.pictures import CROSSHAIR_WORDS, TOUCHPOINT
from cxui.views.pictures.colours import BAD
from cxui.views.pictures.contributions import COLOURS
from cxui.views.pictures.spread import lanes_of
from tests.analysis.builders import Moment, said
from tests.analysis.lives import Step, lives
from tests.views.drawn import (
    AIRPORT,
    GREET,
    MARTA,
    PAY,
    QUEUE,
    TOM,
    WAVE,
    Drawn,
    column,
    personas,
    rows,
    spec,
)


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
            row["number"]: row["named"]
            for row in rows(Drawn(QUEUE, near).map(), "named")
        }

        assert named == {"1": True, "2": False}

    def test_of_points_that_lie_on_each_other_every_number_has_a_place(self):
        same = said(valence=[-4], importance=[5])
        three = Drawn(*(Moment(name, same) for name in "abc"), GREET)

        places = {
            row["number"]: row["number_at"] for row in rows(three.map(), "number_at")
        }

        assert places == {"1": 0, "2": 1, "3": 2, "4": 0}


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
        assert [each.id for each in picture.leads_to] == ["m1", "m2"]

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
