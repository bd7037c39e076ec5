"""Places among siblings: between any two there is always another."""

from hypothesis import given
from hypothesis import strategies as st

from cxcore.model import Stage
from cxcore.order import between, spread

keys = st.text("0Az5", max_size=6).map(lambda text: text + "V")


@given(keys, keys)
def test_between_two_places_there_is_another(one, other):
    low, high = min(one, other), max(one, other)
    if low == high:
        high = ""

    middle = between(low, high)

    assert low < middle
    assert not high or middle < high
    assert _is_position(middle)


@given(keys)
def test_there_is_a_place_before_the_first(key):
    assert "" < between("", key) < key


@given(st.integers(0, 300))
def test_many_places_at_once_are_in_order_and_apart(count):
    places = spread(count)

    assert places == sorted(set(places))
    assert len(places) == count
    assert all(_is_position(place) for place in places)


def test_a_thousand_appended_places_stay_short():
    place = ""
    for _ in range(1_000):
        place = between(place, "")

    assert len(place) < 60


def _is_position(key):
    return Stage(id="s", journey_id="j", name="x", position=key).position == key
