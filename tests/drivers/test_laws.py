"""Whatever customers answer: numbers that make sense, or a refusal with a reason."""

from math import isfinite

from hypothesis import event, given, settings
from hypothesis import strategies as st

from cxcore.commands import SetValue
from cxcore.drivers import Drivers, drivers_of, survey_rows, take_over
from cxcore.model import Settings
from cxcore.model.settings import DriversRule
from tests.analysis.builders import JOURNEY
from tests.drivers.answers import MOMENTS, journey, survey

QUICK = Settings(drivers=DriversRule(rows_per_touchpoint=2, draws=100))

felt = st.none() | st.sampled_from([-5.0, -3.0, -1.5, 0.0, 2.0, 3.0, 5.0])
said = st.none() | st.sampled_from([0.0, 2.0, 5.0, 7.5, 10.0])


@st.composite
def surveys(draw):
    """One or two surveys; columns can be short, empty, alike, or the whole itself."""
    found = []
    for name in draw(st.sampled_from([["one"], ["one", "two"]])):
        people = draw(st.integers(0, 14))
        asked = draw(st.lists(st.sampled_from(MOMENTS), min_size=1, unique=True))
        whole = draw(st.lists(said, min_size=people, max_size=people))
        columns = {}
        for key in asked:
            column = draw(st.lists(felt, max_size=people))
            copied = [None if each is None else each - 5 for each in whole]
            columns[key] = draw(st.sampled_from([column, column, copied]))
        found.append(survey(columns, whole, name))
    return found


@settings(max_examples=120, deadline=None)
@given(surveys())
def test_any_answers_give_numbers_that_make_sense_or_a_reason(answers):
    workshop = journey(*answers)
    rows = survey_rows(workshop, JOURNEY)

    result = drivers_of(rows, QUICK)

    compared = {*rows.ids, *(each.touchpoint_id for each in rows.left_out)}
    assert compared == set(MOMENTS)
    assert rows.felt.shape == (len(rows.overall), len(rows.ids))
    assert rows.asked == len(rows.overall) + rows.without_overall + rows.incomplete
    event(type(result).__name__)
    if isinstance(result, Drivers):
        check(result)
        for command in take_over(workshop, result).commands:
            assert isinstance(command, SetValue)


def check(result):
    assert {each.touchpoint_id for each in result.drivers} == set(result.rows.ids)
    assert 0 <= result.explained <= 1 + 1e-9
    assert max(each.importance for each in result.drivers) == 1
    for each in result.drivers:
        low, high = each.interval
        numbers = (each.share, low, high, each.johnson, each.correlation)
        assert all(map(isfinite, numbers))
        assert 0 <= low <= high <= 1 + 1e-9
        assert 0.25 <= each.importance <= 1
        assert abs(each.correlation) <= 1 + 1e-9
        if each.contrast is not None:
            assert -1 <= each.contrast.asymmetry <= 1
            assert 0 <= each.contrast.holds <= 1
