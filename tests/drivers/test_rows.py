"""Which respondents and which touchpoints are compared."""

import pytest

from cxcore.drivers import LeftOut, LeftOutBecause
from cxcore.model import EvidenceType
from tests.analysis.builders import Moment, with_things, workshop_of
from tests.drivers.answers import journey, rows_of, survey

ALL = {"book": [1, 2, 3, 4], "wait": [-1, 0, 1, 0], "pay": [5, 4, 3, 2]}
WHOLE = [7, 8, 9, 6]


def left_out(rows):
    return {each.touchpoint_id: each.because for each in rows.left_out}


def test_who_answered_everything_is_a_row_in_map_order():
    felt = {key: ALL[key] for key in ("pay", "book", "wait")}

    rows = rows_of(journey(survey(felt, WHOLE)))

    assert rows.ids == ("book", "wait", "pay")
    assert rows.felt.tolist() == [[1, -1, 5], [2, 0, 4], [3, 1, 3], [4, 0, 2]]
    assert rows.overall.tolist() == WHOLE
    assert (rows.asked, rows.without_overall, rows.incomplete) == (4, 0, 0)
    assert rows.left_out == ()


def test_who_left_a_moment_open_or_said_nothing_of_the_whole_is_counted_and_left_out():
    felt = ALL | {"wait": [-1, None, 1, 0]}

    rows = rows_of(journey(survey(felt, [7, 8, 9, None])))

    assert rows.overall.tolist() == [7, 9]
    assert (rows.asked, rows.without_overall, rows.incomplete) == (4, 1, 1)


def test_the_least_answered_moments_are_left_out_until_half_of_the_people_are_in():
    felt = {
        "book": [1, 2, 3, 4, 5, 4],
        "wait": [1, None, 3, None, None, None],
        "pay": [None, 1, None, 2, 3, 4],
    }

    rows = rows_of(journey(survey(felt, [5, 6, 7, 8, 9, 4])))

    assert rows.ids == ("book", "pay")
    assert len(rows.overall) == 4
    assert rows.left_out == (LeftOut("wait", LeftOutBecause.FEW_ANSWERS, 2),)


def test_of_moments_that_as_many_have_answered_the_later_one_goes():
    felt = {"book": [1, 2, None, None], "wait": [None, None, 3, 1]}

    rows = rows_of(journey(survey(felt, WHOLE)))

    assert rows.ids == ("book",)
    assert left_out(rows)["wait"] is LeftOutBecause.FEW_ANSWERS


def test_a_moment_that_no_survey_asks_about_is_named():
    rows = rows_of(journey(survey({"book": [1, 2], "pay": [3, 1]}, [5, 6])))

    assert rows.ids == ("book", "pay")
    assert left_out(rows) == {"wait": LeftOutBecause.NOT_ASKED}


def test_a_moment_that_felt_the_same_to_everybody_moves_nothing():
    rows = rows_of(journey(survey(ALL | {"wait": [2, 2, 2, 2]}, WHOLE)))

    assert rows.ids == ("book", "pay")
    assert left_out(rows) == {"wait": LeftOutBecause.ALL_ALIKE}


def test_a_moment_that_felt_the_same_to_all_who_are_compared_is_left_out_too():
    felt = ALL | {"wait": [2, 2, 2, 4], "pay": [5, 4, 3, None]}

    rows = rows_of(journey(survey(felt, WHOLE)))

    assert rows.ids == ("book", "pay")
    assert left_out(rows) == {"wait": LeftOutBecause.ALL_ALIKE}


def test_several_surveys_are_taken_together():
    one = survey({"book": [1, 2], "pay": [3, 4]}, [5, 6], "one")
    two = survey({"book": [3], "pay": [1]}, [7], "two")

    rows = rows_of(journey(two, one))

    assert rows.felt.tolist() == [[1, 3], [2, 4], [3, 1]]
    assert rows.overall.tolist() == [5, 6, 7]


def test_a_survey_about_another_journey_or_of_insiders_is_not_asked():
    elsewhere = survey({"gate": [1, 2]}, [5, 6], "elsewhere")
    staff = survey(ALL, WHOLE, "staff", EvidenceType.STAFF_KNOWLEDGE)

    rows = rows_of(journey(elsewhere, staff))

    assert rows.asked == 0
    assert set(left_out(rows).values()) == {LeftOutBecause.NOT_ASKED}


def test_a_column_shorter_than_the_others_ends_in_gaps():
    rows = rows_of(journey(survey(ALL | {"wait": [-1, 0, 1]}, WHOLE)))

    assert len(rows.overall) == 3
    assert rows.incomplete == 1


def test_who_answered_nothing_at_all_was_not_there():
    nobody = {key: [None, *values] for key, values in ALL.items()}

    assert rows_of(journey(survey(nobody, [None, *WHOLE]))).asked == 4


def test_who_only_spoke_about_the_whole_pushes_no_moment_out():
    quiet = [None] * 9
    felt = {"book": [1, 2, *quiet], "wait": [2, 3, *quiet]}

    rows = rows_of(journey(survey(felt, [5, 6, *[7] * 9])))

    assert rows.ids == ("book", "wait")
    assert rows.incomplete == 9


def test_a_journey_without_moments_or_answers_has_no_rows():
    empty = rows_of(with_things(workshop_of(), survey(ALL, WHOLE)))

    assert (empty.ids, empty.asked, empty.felt.shape) == ((), 0, (0, 0))
    assert rows_of(workshop_of(Moment("book"))).asked == 0


@pytest.mark.parametrize("same", [True, False])
def test_rows_are_the_same_where_every_answer_is(same):
    other = WHOLE if same else [7, 8, 9, 5]
    one, two = (
        rows_of(journey(survey(ALL, WHOLE))),
        rows_of(journey(survey(ALL, other))),
    )

    assert (one == two) is same
    assert (hash(one) == hash(two)) is same
    assert one != "rows"
