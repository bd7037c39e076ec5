"""Laws of comparing two standings of a journey."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.compare import (
    Changed,
    Redraws,
    compare_standings,
    reviews_of,
    standing_at,
)
from cxcore.model import Settings
from cxcore.model.settings import RobustnessRule
from tests.analysis.builders import JOURNEY, workshop_of
from tests.compare.reviewed import (
    felt,
    kept,
    later,
    now_of,
    since,
)

valences = st.lists(
    st.none() | st.integers(-50, 50).map(lambda tenths: tenths / 10),
    min_size=5,
    max_size=5,
)
rooms = st.lists(valences, min_size=1, max_size=4)


def _moments(rows):
    return [felt(f"m{at}", *row) for at, row in enumerate(rows)]


FEW_DRAWS = Settings(robustness=RobustnessRule(draws=200))


def room(rows):
    return workshop_of(*_moments(rows), settings=FEW_DRAWS)


@given(rooms)
def test_where_nothing_changed_everything_stayed_and_nothing_is_sure(rows):
    change = since(kept(room(rows)))

    for each in change.moments:
        known = each.then is not None
        assert each.code is (Changed.STAYED if known else Changed.CANNOT_TELL)
        assert not each.is_sure
        assert each.sureness is None or each.sureness.interval == (0, 0, 0)
    assert change.came_in == change.dropped_out == ()
    assert change.whole.code in (Changed.STAYED, Changed.CANNOT_TELL)


@given(rooms, st.data())
def test_the_way_back_is_the_way_there_turned_round(rows, data):
    other = [data.draw(valences) for _ in rows]
    there, back = (
        since(later(kept(room(rows)), *_moments(other))),
        since(later(kept(room(other)), *_moments(rows))),
    )
    opposite = {Changed.ROSE: Changed.FELL, Changed.FELL: Changed.ROSE}

    for one, two in zip(there.moments, back.moments, strict=True):
        assert two.code is opposite.get(one.code, one.code)
        assert one.is_sure == two.is_sure
        if one.sureness:
            turned = [-each for each in reversed(two.sureness.interval)]
            assert one.sureness.interval == pytest.approx(turned)


@given(rooms, st.data(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_stored_changes_nothing(rows, data, chance):
    other = [data.draw(valences) for _ in rows]
    workshop = later(kept(room(rows)), *_moments(other))
    shuffled = {}
    for name in ("participants", "touchpoints", "ratings", "reviews"):
        pairs = list(getattr(workshop, name).items())
        chance.shuffle(pairs)
        shuffled[name] = dict(pairs)

    assert since(workshop) == since(workshop.model_copy(update=shuffled))


def test_numbers_are_the_same_whoever_else_is_compared_with():
    workshop = kept(workshop_of(felt("gate", -4, 0, 3)))
    workshop = kept(workshop, on=date(2026, 1, 1), key="older")
    workshop = later(workshop, felt("gate", 1, 2, 3))
    older, newer = (
        standing_at(workshop, each) for each in reviews_of(workshop, JOURNEY)
    )
    now = now_of(workshop)
    together = Redraws([older.grid, newer.grid, now.grid], workshop.settings)

    alone = compare_standings(newer, now, workshop.settings)

    assert compare_standings(newer, now, workshop.settings, redraws=together) == alone
