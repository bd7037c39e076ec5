"""What moves the whole: shares, intervals, and when it is refused."""

from dataclasses import replace

import numpy as np
import pytest

from cxcore.drivers import (
    LMG_MOST,
    Drivers,
    NoDrivers,
    Refusal,
    Split,
    drivers_of,
    johnson,
    lmg,
)
from cxcore.model import Settings
from cxcore.model.settings import DriversRule, RobustnessRule
from tests.drivers.answers import (
    MOMENTS,
    found,
    journey,
    matrix,
    rows_of,
    some_answers,
    survey,
)
from tests.drivers.swiss import FERTILITY, PREDICTORS

WIDE = (1.645, 0.15)
"""Standard errors to either end of 90 %, and how far chance may be from it."""


def by_id(result):
    return {each.touchpoint_id: each for each in result.drivers}


def shares(result):
    return {key: each.share for key, each in by_id(result).items()}


@pytest.fixture(scope="module")
def answers():
    return some_answers()


@pytest.fixture(scope="module")
def result(answers):
    return found(matrix(MOMENTS, *answers))


def test_the_shares_are_lmg_and_stand_in_order(answers, result):
    expected = dict(zip(MOMENTS, lmg(*answers), strict=True))

    assert shares(result) == pytest.approx(expected)
    assert [each.touchpoint_id for each in result.drivers] == ["book", "wait", "pay"]
    assert result.split is Split.LMG
    assert result.explained == pytest.approx(sum(expected.values()))


def test_relative_weights_and_correlations_stand_beside_them(answers, result):
    felt, overall = answers
    weights = dict(zip(MOMENTS, johnson(felt, overall), strict=True))

    for at, key in enumerate(MOMENTS):
        one = by_id(result)[key]
        assert one.johnson == pytest.approx(weights[key])
        assert one.correlation == pytest.approx(np.corrcoef(felt[:, at], overall)[0, 1])


def test_the_largest_share_matters_most_and_none_keeps_the_floor_of_a_missing_dot(
    result,
):
    largest = result.drivers[0].share

    assert result.drivers[0].importance == 1
    for each in result.drivers:
        assert each.importance == pytest.approx(0.25 + 0.75 * each.share / largest)


def test_the_floor_is_a_setting(answers):
    rows = rows_of(matrix(MOMENTS, *answers))

    last = drivers_of(rows, Settings(importance_without_dot=0.0)).drivers[-1]

    assert last.importance == pytest.approx(
        last.share / result_of(rows).drivers[0].share
    )


def result_of(rows, **more):
    return drivers_of(rows, Settings(drivers=DriversRule(**more)))


def test_an_interval_holds_its_share_and_narrows_with_more_people():
    few, many = (found(matrix(MOMENTS, *some_answers(rows))) for rows in (60, 2000))

    for result in (few, many):
        for each in result.drivers:
            assert 0 <= each.interval[0] <= each.share <= each.interval[1] <= 1
    widths = [[e.interval[1] - e.interval[0] for e in r.drivers] for r in (few, many)]
    assert min(widths[0]) > max(widths[1])


def test_with_one_moment_the_interval_is_that_of_a_squared_correlation():
    felt, overall = some_answers(800, 1)

    (one,) = found(matrix(("book",), felt, overall)).drivers

    # Standard error of r for large n: (1 - r²) / sqrt(n - 1), times 2 r for r².
    error = 2 * one.correlation * (1 - one.correlation**2) / np.sqrt(len(overall) - 1)
    wide, slack = WIDE
    half = (one.interval[1] - one.interval[0]) / 2
    assert half == pytest.approx(wide * error, rel=slack)


def test_the_same_answers_give_the_same_numbers(answers, result):
    again = found(matrix(MOMENTS, *answers))

    assert again == result


def test_another_seed_gives_other_intervals_and_the_same_shares(answers, result):
    rows = rows_of(matrix(MOMENTS, *answers))

    other = drivers_of(rows, Settings(robustness=RobustnessRule(seed=1)))

    assert shares(other) == shares(result)
    assert other.drivers[0].interval != result.drivers[0].interval


def test_neither_the_order_of_people_nor_of_moments_nor_of_surveys_changes_anything(
    answers, result
):
    felt, overall = answers
    turned = np.random.default_rng(3).permutation(len(overall))
    columns = {key: felt[turned, at] for at, key in enumerate(MOMENTS)}
    halves = [
        survey(
            {key: values[part] for key, values in columns.items()},
            overall[turned][part],
            name,
        )
        for name, part in (("b", slice(0, 50)), ("a", slice(50, None)))
    ]

    other = found(journey(*halves, moments=("pay", "book", "wait")))

    for key, one in by_id(result).items():
        two = by_id(other)[key]
        assert two.share == pytest.approx(one.share)
        assert two.interval == pytest.approx(one.interval)
        assert two.contrast == one.contrast


def test_as_many_moments_as_subsets_can_be_taken_are_split_by_all_orders():
    ids = tuple(f"t{at:02}" for at in range(LMG_MOST))
    few = Settings(drivers=DriversRule(draws=100))

    result = drivers_of(rows_of(matrix(ids, *some_answers(200, len(ids)))), few)

    assert result.split is Split.LMG


def test_with_more_moments_than_subsets_can_be_taken_relative_weights_stand_in():
    ids = tuple(f"t{at:02}" for at in range(LMG_MOST + 1))
    felt, overall = some_answers(200, len(ids))

    result = found(matrix(ids, felt, overall))

    assert result.split is Split.JOHNSON
    assert shares(result) == pytest.approx(
        dict(zip(ids, johnson(felt, overall), strict=True))
    )
    assert all(each.interval[0] <= each.interval[1] for each in result.drivers)


def test_moments_that_always_felt_alike_share_what_they_move():
    felt, overall = some_answers(columns=2)
    felt[:, 1] = felt[:, 0]

    one, two = found(matrix(MOMENTS[:2], felt, overall)).drivers

    assert one.share == pytest.approx(two.share)
    assert one.interval == pytest.approx(two.interval)


def refused(workshop):
    result = found(workshop)
    assert isinstance(result, NoDrivers)
    return result


def test_without_a_survey_it_is_refused():
    assert refused(journey()).refusal is Refusal.NO_SURVEY


def test_without_an_answer_about_the_whole_it_is_refused(answers):
    felt, overall = answers

    result = refused(matrix(MOMENTS, felt, np.full(len(overall), np.nan)))

    assert result.refusal is Refusal.NO_OVERALL


@pytest.mark.parametrize(("people", "enough"), [(29, False), (30, True)])
def test_ten_people_are_needed_for_each_moment(people, enough):
    felt, overall = some_answers()

    result = found(matrix(MOMENTS, felt[:people], overall[:people]))

    assert isinstance(result, Drivers) is enough
    if not enough:
        assert (result.refusal, result.needed) == (Refusal.TOO_FEW, 30)


def test_how_many_are_needed_is_a_setting(answers):
    rows = rows_of(matrix(MOMENTS, *answers))

    assert result_of(rows, rows_per_touchpoint=41).refusal is Refusal.TOO_FEW
    assert isinstance(result_of(rows, rows_per_touchpoint=40), Drivers)


def test_answers_that_never_change_are_refused(answers):
    felt, overall = answers

    for columns, whole in ((felt, np.full(120, 7)), (np.full((120, 3), 2), overall)):
        assert refused(matrix(MOMENTS, columns, whole)).refusal is Refusal.ALL_ALIKE


def test_answers_that_have_nothing_to_do_with_the_whole_are_refused():
    felt, _ = some_answers(300)
    overall = np.random.default_rng(9).integers(0, 11, 300).astype(float)

    assert refused(matrix(MOMENTS, felt, overall)).refusal is Refusal.UNRELATED


def test_chance_alone_is_taken_for_something_one_time_in_twenty():
    chance = np.random.default_rng(4)
    felt, _ = some_answers(60)
    rows = rows_of(matrix(MOMENTS, felt, np.arange(60) % 11))
    quick = Settings(drivers=DriversRule(draws=100))

    taken = [
        isinstance(
            drivers_of(replace(rows, overall=chance.normal(size=60)), quick), Drivers
        )
        for _ in range(200)
    ]

    assert 2 <= sum(taken) <= 20


def test_a_moment_that_goes_against_the_whole_is_told_by_its_sign():
    felt, overall = some_answers(columns=1)

    (one,) = found(matrix(("book",), -felt, overall)).drivers

    assert one.correlation < 0
    assert one.share > 0.2


def test_the_swiss_districts_as_if_they_were_a_survey():
    ids = ("agriculture", "examination", "education", "catholic", "mortality")
    rows = replace(
        rows_of(journey(survey({"book": [1, 2]}, [1, 2]))),
        ids=ids,
        felt=PREDICTORS,
        overall=FERTILITY,
    )

    result = result_of(rows, rows_per_touchpoint=9)

    assert [each.touchpoint_id for each in result.drivers] == [
        "education",
        "examination",
        "mortality",
        "catholic",
        "agriculture",
    ]
    assert result.explained == pytest.approx(0.706735001593, abs=1e-12)


@pytest.mark.parametrize(
    ("explained", "outcome"), [(0.29, NoDrivers), (0.305, Drivers)]
)
def test_chance_is_told_apart_as_in_the_printed_table_of_f(explained, outcome):
    # Of 20 respondents and two moments, F(2, 17) = 3.59 at 5 %: R² of 29.7 %.
    noise = np.random.default_rng(2).normal(size=(20, 3))
    first, second, rest = np.linalg.qr(noise - noise.mean(axis=0))[0].T
    overall = 5 + np.sqrt(explained) * first + np.sqrt(1 - explained) * rest
    columns = np.column_stack([first, second])
    rows = replace(rows_of(journey()), ids=MOMENTS[:2], felt=columns, overall=overall)

    asked = replace(rows, asked=20, without_overall=0)

    assert isinstance(drivers_of(asked, Settings()), outcome)
