"""Undo is mine only, a new change, and passes over what others changed since."""

from cxcore.commands import SetRating, WriteText
from cxcore.edit import apply, choose_redo, choose_undo, invert
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
