"""Undo is mine only, a new change, and passes over what others changed since."""

import pytest

from cxcore.commands import Batch, Place, SetAnswer, SetRating, SetValue, WriteText
from cxcore.edit import (
    UndoChoice,
    apply,
    choose_redo,
    choose_undo,
    fits,
    invert,
    stale,
    within_reach,
)
from tests.core.builders import entry, small_workshop


def rate(touchpoint, value, who="ana"):
    return SetRating(
        touchpoint_id=touchpoint, participant_id=who, part="valence", value=value
    )


def rename(touchpoint, text, seen):
    return WriteText(of="touchpoint", id=touchpoint, field="name", text=text, seen=seen)


def undo_of(number, taken_back, before):
    return entry(
        number, invert(before, taken_back.command), taken_back.actor, taken_back.id
    )


def test_undo_takes_my_newest_change_and_not_that_of_others():
    history = [
        entry(1, rate("pay", 1)),
        entry(2, rate("queue", 2)),
        entry(3, rate("pay", 3, "ben"), "ben"),
    ]

    assert choose_undo(history, "ana").entry == history[1]


def test_undo_passes_over_a_name_that_somebody_else_has_changed():
    history = [
        entry(1, rename("pay", "Pay by card", "pay")),
        entry(2, rename("queue", "Line", "queue")),
        entry(3, rename("queue", "Waiting", "Line"), "ben"),
    ]

    choice = choose_undo(history, "ana")

    assert choice.entry == history[0]
    assert [(one.entry.id, one.by) for one in choice.passed] == [("e2", "ben")]


def test_redo_does_again_what_undo_took_back_and_undo_can_take_it_back_again():
    start = small_workshop()
    first = entry(1, rate("pay", 4))
    undone = undo_of(2, first, start)

    redo = choose_redo([first, undone], "ana").entry

    assert redo == undone
    redone = undo_of(3, undone, apply(start, first.command))
    assert redone.command == first.command
    assert choose_undo([first, undone, redone], "ana").entry == first


def test_an_ordinary_change_ends_what_can_be_redone():
    first = entry(1, rate("pay", 4))
    undone = undo_of(2, first, small_workshop())

    assert choose_redo([first, undone, entry(3, rate("queue", 1))], "ana").entry is None


def test_undo_looks_back_over_a_hundred_of_my_changes():
    history = [entry(0, rate("pay", 0))]
    history += [entry(n, rate("queue", n % 5)) for n in range(1, 101)]
    history += [entry(200, rate("queue", 1, "ana"), "ben")]

    assert choose_undo(history, "ana").entry is None


def test_nothing_can_be_undone_where_nothing_was_done():
    assert choose_undo([], "ana").entry is None
    assert choose_redo([], "ana").entry is None


def test_a_batch_that_writes_one_text_twice_can_be_taken_back():
    start = small_workshop()
    batch = Batch(commands=(rename("pay", "B", "pay"), rename("pay", "C", "B")))
    after = apply(start, batch)

    assert stale(start, batch) is None
    assert stale(after, invert(start, batch)) is None
    assert apply(after, invert(start, batch)) == start


def test_a_batch_with_one_text_that_has_moved_on_is_stale():
    batch = Batch(commands=(rename("pay", "B", "pay"), rename("queue", "C", "Line")))

    assert stale(small_workshop(), batch).now == "queue"


def test_what_was_passed_over_stands_in_the_way_of_my_older_changes():
    both = Batch(commands=(rename("pay", "C", "B"), rename("queue", "Line", "queue")))
    history = [
        entry(1, rename("pay", "B", "pay")),
        entry(2, both),
        entry(3, rename("queue", "Waiting", "Line"), "ben"),
    ]

    choice = choose_undo(history, "ana")

    assert choice.entry is None
    passed = [(one.entry.id, one.by) for one in choice.passed]
    assert passed == [("e2", "ben"), ("e1", "ben")]


def test_undoing_does_not_use_up_what_undo_reaches():
    orders = [rate("pay", number / 10) for number in range(1, 51)]
    workshop, states = small_workshop(), []
    for order in orders:
        states.append(workshop)
        workshop = apply(workshop, order)
    history = [entry(number, order) for number, order in enumerate(orders, 1)]

    for number in range(51, 101):
        chosen = choose_undo(history, "ana").entry
        history.append(undo_of(number, chosen, states.pop()))

    assert [e.undoes for e in history[50:]] == [f"e{n}" for n in range(50, 0, -1)]
    assert choose_undo(history, "ana").entry is None
    assert choose_redo(history, "ana").entry == history[-1]
    assert len(within_reach(history, "ana")) == 100


@pytest.mark.parametrize(
    "order",
    [
        rate("pay", None),
        rename("pay", "pay", "pay"),
        SetValue(of="touchpoint", id="pay", field="wanted", value=None),
        SetAnswer(subject_id="visit", participant_id="ana", part="overall", value=None),
        Place(of="touchpoint", id="pay", position="U"),
        Batch(commands=(rename("pay", "B", "pay"), rename("pay", "pay", "B"))),
    ],
    ids=lambda order: order.kind,
)
def test_a_change_that_changes_nothing_has_no_inverse(order):
    assert fits(small_workshop(), order) is None
    assert invert(small_workshop(), order) is None


def test_a_change_that_changed_nothing_is_no_step_of_undo_nor_the_end_of_redo():
    first = entry(1, rate("pay", 4))
    undone = undo_of(3, first, small_workshop())
    nothing = entry(2, rename("queue", "queue", "queue"))

    assert choose_undo([first, nothing], "ana", {"e2"}) == UndoChoice(first)
    late = entry(4, nothing.command)
    assert choose_redo([first, undone, late], "ana", {"e4"}).entry == undone


def test_nobody_is_told_of_a_change_that_changed_nothing():
    history = [
        entry(1, rename("pay", "pay", "pay")),
        entry(2, rename("pay", "Till", "pay"), "ben"),
    ]

    assert choose_undo(history, "ana", {"e1"}) == UndoChoice(None)
