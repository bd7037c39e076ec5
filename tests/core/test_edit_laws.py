"""Laws of the one way a workshop changes."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cxcore.commands import COMMAND, Add, Batch, Remove, SetRating, SetValue, WriteText
from cxcore.edit import apply, fits, invert, references, settle, stale, touches, visible
from cxcore.model import SINGLE, THINGS, Review, Workshop
from tests.core.builders import commands, small_workshop


def run(workshop, orders):
    """Apply those that fit, as a room does; return all states and what fitted."""
    states, taken = [workshop], []
    for order in orders:
        if fits(workshop, order) is None:
            workshop = apply(workshop, order)
            states.append(workshop)
            taken.append(order)
    return states, taken


def shown(workshop):
    """What people can see: without empty ratings, which mean not rated."""
    data = visible(workshop).model_dump(mode="json")
    data["ratings"] = {
        touchpoint: people
        for touchpoint, of in data["ratings"].items()
        if (people := {who: rated for who, at in of.items() if (rated := _said(at))})
    }
    data["answers"] = {
        subject: people
        for subject, of in data["answers"].items()
        if (people := {who: _known(said) for who, said in of.items() if _known(said)})
    }
    return data


def _known(record):
    return {part: value for part, value in record.items() if value is not None}


def _said(standpoints):
    return {
        at: known for at, rating in standpoints.items() if (known := _known(rating))
    }


@given(st.lists(commands, max_size=12))
def test_any_command_can_be_applied_to_any_workshop(orders):
    workshop = small_workshop()

    for order in orders:
        workshop = apply(workshop, order)

    assert Workshop.model_validate(workshop.model_dump(mode="json")) == workshop


@given(st.lists(commands, max_size=12))
def test_undoing_everything_brings_back_what_was_visible(orders):
    states, taken = run(small_workshop(), orders)

    workshop = states[-1]
    for before, order in zip(reversed(states[:-1]), reversed(taken), strict=True):
        inverse = invert(before, order)
        if inverse is not None:
            workshop = apply(workshop, inverse)

    assert shown(workshop) == shown(small_workshop())


@given(st.lists(commands, max_size=8), commands)
def test_a_command_changes_only_the_fields_that_it_says_it_touches(orders, order):
    states, _ = run(small_workshop(), orders)
    before = states[-1]

    after = apply(before, order)

    assert _changed_fields(before, after) <= touches(order)


@given(commands, commands)
def test_commands_that_touch_different_fields_can_come_in_any_order(one, other):
    both = touches(one) & touches(other)
    assume(not both and not _about_new(one, other))
    start = small_workshop()

    assert apply(apply(start, one), other) == apply(apply(start, other), one)


@given(commands)
def test_a_command_reads_back_as_it_was_written(order):
    assert COMMAND.validate_json(COMMAND.dump_json(order)) == order


@given(st.lists(commands, max_size=8))
def test_what_fits_never_leaves_a_reference_to_nothing(orders):
    states, _ = run(small_workshop(), orders)

    workshop = states[-1]

    for thing_type in THINGS.values():
        for thing in getattr(workshop, thing_type.collection).values():
            for kind, target in references(thing):
                assert target in getattr(workshop, THINGS[kind].collection)


@given(st.lists(commands, max_size=8), commands)
def test_settling_leaves_no_question_open(orders, order):
    states, _ = run(small_workshop(), orders)

    settled = settle(states[-1], order)

    singles = settled.commands if isinstance(settled, Batch) else (settled,)
    assert all(getattr(single, "after", None) is None for single in singles)


def test_every_field_of_every_kind_is_changed_by_exactly_one_command():
    for kind, record in (THINGS | SINGLE).items():
        for field in record.model_fields:
            ways = [
                {"kind": "set_value", "value": None},
                {"kind": "write_text", "text": "x", "seen": ""},
            ]
            taken = [way for way in ways if _is_about(kind, field, way)]
            fixed = field in {"id", "removed", "position", "kind"}
            fixed = fixed or field == getattr(record, "parent", None)
            fixed = fixed or getattr(record, "kept", False)
            assert len(taken) == (0 if fixed else 1), (kind, field)


def test_a_rating_of_another_size_than_its_scale_cannot_be_said():
    with pytest.raises(ValueError, match="less than or equal to 5"):
        SetRating(touchpoint_id="q", participant_id="a", part="valence", value=5.1)


def test_clearing_a_rating_leaves_it_not_rated_which_is_not_zero():
    rate = SetRating(
        touchpoint_id="queue", participant_id="ana", part="valence", value=0
    )
    clear = rate.model_copy(update={"value": None})

    workshop = apply(apply(small_workshop(), rate), clear)

    rating = workshop.ratings["queue"]["ana"]["as_persona"]
    assert rating.valence is None


def test_a_removed_stage_hides_its_touchpoints():
    workshop = visible(apply(small_workshop(), Remove(of="stage", id="buy")))

    assert set(workshop.touchpoints) == {"queue"}
    assert workshop.processes["till"].touchpoint_ids == ()


def test_a_stage_that_comes_back_brings_its_touchpoints():
    workshop = apply(small_workshop(), Remove(of="stage", id="buy"))

    back = apply(workshop, invert(small_workshop(), Remove(of="stage", id="buy")))

    assert visible(back) == small_workshop()


def test_an_edit_of_a_removed_thing_is_there_when_it_comes_back():
    removal = Remove(of="touchpoint", id="pay")
    workshop = apply(small_workshop(), removal)

    workshop = apply(
        workshop, SetValue(of="touchpoint", id="pay", field="wanted", value=3.0)
    )
    workshop = apply(workshop, invert(small_workshop(), removal))

    assert visible(workshop).touchpoints["pay"].wanted == 3.0


def _is_about(kind, field, way):
    """Tell whether a command names this field as one of its own."""
    try:
        COMMAND.validate_python({"of": kind, "id": "x", "field": field} | way)
    except ValueError as error:
        text = str(error)
        return "has no field" not in text and "is changed by" not in text
    return True


def _about_new(*orders):
    """Adding and then changing the thing added cannot be swapped."""
    keys = [key for order in orders for key in touches(order)]
    return any("new" in key or "fresh" in key for key in keys)


def _changed_fields(before, after):
    changed = set()
    for kind, record in THINGS.items():
        old, new = getattr(before, record.collection), getattr(after, record.collection)
        for thing_id in new:
            changed |= _changed_in(kind, record, old.get(thing_id), new[thing_id])
    old, new = _said_parts(before), _said_parts(after)
    return changed | {key for key in new if new[key] != old.get(key)}


def _said_parts(workshop):
    """Every part of every rating and answer, by the key of its field."""
    ratings = {
        ("rating", touchpoint, who, standpoint, part): value
        for touchpoint, people in workshop.ratings.items()
        for who, at in people.items()
        for standpoint, rating in at.items()
        for part, value in rating
    }
    answers = {
        ("answer", subject, who, part): value
        for subject, people in workshop.answers.items()
        for who, said in people.items()
        for part, value in said
    }
    return ratings | answers


def _changed_in(kind, record, old, new):
    if old is None:
        return {(kind, new.id, "there")}
    names = {"removed": "there", "position": "place", record.parent: "place"}
    return {
        (kind, new.id, names.get(field, field))
        for field, value in new
        if value != getattr(old, field)
    }


def test_text_that_moved_on_is_told_apart_from_text_that_did_not():
    workshop = small_workshop()
    rename = WriteText(of="touchpoint", id="pay", field="name", text="Till", seen="pay")

    assert stale(workshop, rename) is None
    moved_on = apply(workshop, rename.model_copy(update={"text": "Desk"}))
    assert stale(moved_on, rename).now == "Desk"


def test_a_kept_review_can_be_added_and_seen_beside_removed_things():
    review = Review(
        id="may", journey_id="visit", on="2026-05-01", ratings={}, forecast={"pay": 2.0}
    )
    workshop = small_workshop()
    assert fits(workshop, Add(of="review", thing=review)) is None

    workshop = apply(workshop, Add(of="review", thing=review))
    workshop = apply(workshop, Remove(of="touchpoint", id="pay"))

    assert visible(workshop).reviews["may"] == review


@pytest.mark.parametrize("value", ["5", True, float("nan"), float("inf")])
def test_what_is_no_number_is_no_answer(value):
    with pytest.raises(ValueError, match="value"):
        COMMAND.validate_python(
            {"kind": "set_answer", "subject_id": "visit", "participant_id": "ana"}
            | {"part": "overall", "value": value}
        )


@pytest.mark.parametrize("day", [1699920000, "1699920000", True])
def test_a_number_is_no_date(day):
    with pytest.raises(ValueError, match="date"):
        SetValue(of="brief", id="brief", field="review_on", value=day)
