"""Answers of a survey: scales, columns, rows refused by name, and the evidence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.commands import Add
from cxcore.document import Envelope, read, write
from cxcore.edit import apply, fits
from cxcore.exchange.answers import (
    FACES,
    ONE_TO_FIVE,
    ONE_TO_TEN,
    SCALES,
    ZERO_TO_TEN,
    AnswerScale,
    guess_scale,
    on_scale,
)
from cxcore.exchange.cells import CellError
from cxcore.exchange.survey import (
    SurveyError,
    SurveyHeading,
    SurveyMapping,
    guess_survey,
    read_survey,
    survey_evidence,
)
from cxcore.exchange.tables import table_of
from cxcore.model import EvidenceType
from tests.analysis.builders import JOURNEY, Moment, workshop_of

NAMES = {"board": "Boarding", "check": "Security check", "bag": "Find the bag"}
HEADING = SurveyHeading("Spring survey", "spring.csv", date(2026, 3, 1))


def table(*lines):
    return table_of([line.split(",") for line in lines], is_placed=True)


def column(*cells):
    return read_survey(table("Felt", *cells), SurveyMapping({0: "board"}))


def refused(answers):
    return [each.sentence for each in answers.refused]


def evidence(answers, **more):
    add = survey_evidence(
        answers, heading=HEADING, evidence_id="e", journey_id=JOURNEY, **more
    )
    assert isinstance(add, Add)
    return add.thing


# Scales


@pytest.mark.parametrize(
    ("cells", "scale"),
    [
        ("1 2 3 4 5", ONE_TO_FIVE),
        ("2 3 4", ONE_TO_FIVE),
        ("1 7 4", AnswerScale(1, 7)),
        ("1 10 8", ONE_TO_TEN),
        ("0 10 8", ZERO_TO_TEN),
        ("0 3 5", AnswerScale(0, 5)),
        ("0 55 100", AnswerScale(0, 100)),
        ("-2 0 1", AnswerScale(-2, 2)),
        ("-3 0 1", AnswerScale(-3, 3)),
        ("-5 0 4,5", AnswerScale(-5, 5)),
        ("-100 0 40", AnswerScale(-100, 100)),
        ("😡 🙂 😀 3", FACES),
        ("☹️ ☹ good", FACES),
        ("", ONE_TO_FIVE),
    ],
)
def test_the_scale_is_told_from_the_answers(cells, scale):
    assert guess_scale(cells.split(" ")) == scale


def test_a_few_strange_numbers_do_not_stretch_the_scale():
    assert guess_scale([*["4"] * 30, "99"]) == ONE_TO_FIVE
    assert guess_scale([*["4"] * 30, "-1"]) == ONE_TO_FIVE


@pytest.mark.parametrize(
    ("said", "share"),
    [
        *(("1", 0.0), ("5", 1.0), ("3,5", 0.625), ("3.5", 0.625), (" 2 ", 0.25)),
        *(("5 – very good", 1.0), ("4 (good)", 0.75), ("1: no", 0.0), ("+3", 0.5)),
        *(("", None), ("n/a", None), ("–", None), ("Don’t know", None)),
    ],
)
def test_an_answer_is_read_however_it_is_written(said, share):
    assert ONE_TO_FIVE.read(said) == share


@pytest.mark.parametrize(
    "said",
    ["soon", "6", "0", "-3", "1e0", "0x3", "inf", "nan", "2-3", "4 5", "=1+1", "😀"],
)
def test_what_is_no_answer_is_refused(said):
    with pytest.raises(CellError, match="is not a number from 1 to 5"):
        ONE_TO_FIVE.read(said)


def test_faces_and_words_are_five_steps():
    said = ["😡", "very dissatisfied", "Neutral", "🙂", "Very  Satisfied", "4"]

    assert [FACES.read(each) for each in said] == [0, 0, 0.5, 0.75, 1, 0.75]
    with pytest.raises(CellError, match="is not a face, a word or a number"):
        FACES.read("meh")


def test_a_scale_can_have_its_good_end_below():
    school = AnswerScale(1, 6, is_reversed=True)

    assert [school.read("1"), school.read("6")] == [1, 0]


@given(st.sampled_from(SCALES), st.booleans(), st.floats(0, 1))
def test_every_scale_maps_onto_ours_from_end_to_end(scale, is_reversed, part):
    scale = scale.turned(is_reversed=is_reversed)
    ends = [on_scale(scale.read(str(end)), -5, 5) for end in (scale.low, scale.high)]
    number = round(scale.low + part * (scale.high - scale.low), 6)

    felt = on_scale(scale.read(f"{number:.6f}"), -5, 5)

    assert sorted(ends) == [-5, 5]
    assert (ends[0] > ends[1]) is is_reversed
    assert -5 <= felt <= 5
    assert str(felt) != "-0.0"


# Which column means what


def test_columns_are_told_by_their_headings():
    given_ = table(
        "Timestamp,E-mail,Q1. How was boarding?,Security-Check,The whole,Comment",
        "x,a@b,4,5,8,fine",
    )

    found = guess_survey(given_, NAMES)

    assert found.touchpoints == {2: "board", 3: "check"}
    assert (found.overall, found.respondent) == (4, 1)
    assert found.scale == ONE_TO_FIVE
    assert found.overall_scale == ONE_TO_TEN


def test_two_headings_never_mean_one_touchpoint():
    found = guess_survey(table("Boarding,Boarding,x", "1,2,3"), NAMES)

    assert found.touchpoints == {0: "board"}


def test_headings_like_nothing_are_left_out():
    found = guess_survey(table("Colour,Shoe size", "red,42"), NAMES)

    assert found == SurveyMapping(scale=ONE_TO_FIVE)


# Rows


def test_answers_are_taken_by_respondent():
    found = read_survey(
        table("Who,B,S,All", "ana,1,5,10", "bob,,3,0"),
        SurveyMapping({1: "board", 2: "check"}, overall=3, respondent=0),
    )

    assert found.felt == {"board": (-5, None), "check": (5, 0)}
    assert found.overall == (10, 0)
    assert found.rows == (2, 3)
    assert [(each.answers, each.mean) for each in found.lines] == [(1, -5), (2, 2.5)]


def test_one_wrong_cell_refuses_its_row_by_name_and_no_other():
    found = read_survey(
        table("Boarding,Bag", "4,5", "soon,3", "2,9", "x,y"),
        SurveyMapping({0: "board", 1: "bag"}),
    )

    assert found.rows == (2,)
    assert refused(found) == [
        "Row 3: “soon” is not a number from 1 to 5 (column Boarding).",
        "Row 4: “9” is not a number from 1 to 5 (column Bag).",
        (
            "Row 5: “x” is not a number from 1 to 5 (column Boarding); "
            "“y” is not a number from 1 to 5 (column Bag)."
        ),
    ]


def test_a_row_without_any_answer_is_refused():
    assert refused(column("4", "n/a")) == [
        "Row 3: it has no answer in any of the columns chosen."
    ]


def test_who_answers_twice_is_refused_the_second_time_and_not_for_a_refused_row():
    mapping = SurveyMapping({1: "board"}, respondent=0)

    found = read_survey(
        table("Mail,B", "a@b,4", "A@B ,5", "c@d,soon", "c@d,1", ",2", ",3"), mapping
    )

    assert found.rows == (2, 5, 6, 7)
    assert refused(found)[0] == "Row 3: “A@B” has answered in row 2 already."


def test_rows_that_the_table_refused_are_said_too_in_their_order():
    wide = table_of([["A"], ["9"], ["1", "2"], ["4"]], is_placed=False)

    found = read_survey(wide, SurveyMapping({0: "board"}))

    assert [each.row for each in found.refused] == [2, 3]
    assert found.rows == (4,)


def test_nothing_is_ever_dropped_in_silence():
    lines = ["4", "soon", "", "n/a", "5", "6"]
    found = read_survey(
        table("Felt,x", *(f"{each},x" for each in lines)), SurveyMapping({0: "board"})
    )

    assert len(found.rows) + len(found.refused) == len(lines)


@pytest.mark.parametrize(
    ("touchpoints", "sentence"),
    [
        ({}, "Choose at least one column"),
        ({0: "board", 1: "board"}, "“A” and “B” are about the same moment"),
    ],
)
def test_columns_that_make_no_survey_are_explained(touchpoints, sentence):
    with pytest.raises(SurveyError, match=sentence):
        read_survey(table("A,B", "1,2"), SurveyMapping(touchpoints))


def test_more_answers_than_a_file_can_hold_are_refused():
    many = table_of([["A"] * 40, *[["1"] * 40] * 2_501], is_placed=True)

    with pytest.raises(SurveyError, match="more than 100,000 answers"):
        read_survey(many, SurveyMapping({at: f"t{at}" for at in range(40)}))


# The evidence


def test_a_survey_becomes_one_piece_of_evidence():
    found = read_survey(
        table("B,S,All", "1,,10", "4,,0"),
        SurveyMapping({0: "board", 1: "check"}, overall=2),
    )

    thing = evidence(found)

    assert thing.evidence_type is EvidenceType.SURVEY
    assert (thing.title, thing.source, thing.n) == ("Spring survey", "spring.csv", 2)
    assert thing.date == date(2026, 3, 1)
    assert thing.survey == {"board": (-5, 2.5)}
    assert thing.survey_overall == (10, 0)
    assert thing.touchpoint_ids == ("board",)
    assert thing.journey_ids == (JOURNEY,)


def test_a_workshop_with_a_survey_is_written_and_read_again_unchanged():
    answers = read_survey(
        table("B,All", "1,7", "2,", ",3"),
        SurveyMapping({0: "board"}, overall=1, scale=AnswerScale(1, 7)),
    )
    add = survey_evidence(answers, heading=HEADING, evidence_id="e", journey_id=JOURNEY)
    workshop = workshop_of(Moment("board"))
    assert fits(workshop, add) is None

    after = apply(workshop, add.model_copy(update={"after": None}))
    opened = read(write(Envelope(after)).data)

    assert opened.envelope.workshop == after
    assert after.evidence["e"].survey == {"board": (-5, -3.333, None)}
    assert after.evidence["e"].survey_overall == (7, None, 3)
