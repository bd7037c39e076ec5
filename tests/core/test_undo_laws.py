"""Laws of undo and redo, over the random histories of two people in one room."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cxcore.commands import Batch, SetRating, SetValue, WriteText
from cxcore.edit import (
    apply,
    choose_redo,
    choose_undo,
    fits,
    invert,
    stale,
    within_reach,
)
from tests.core.builders import PEOPLE, commands, entry, small_workshop

WORDS = ("Queue", "Line", "Wait")


class Room:
    """Takes commands as a room does, and keeps the inverse of each."""

    def __init__(self):
        self.workshop = small_workshop()
        self.history = []
        self.inverses = {}

    def do(self, who, order, undoes=None):
        inverse = invert(self.workshop, order)
        done = entry(len(self.history) + 1, order, who, undoes)
        self.inverses[done.id] = inverse
        self.history.append(done)
        self.workshop = apply(self.workshop, order)

    def try_to(self, who, order):
        """Do it, with its texts as seen now, where it is accepted."""
        order = seen_now(self.workshop, order)
        if accepted(self.workshop, order):
            self.do(who, order)

    def choice(self, choose, who):
        nothing = {key for key, inverse in self.inverses.items() if inverse is None}
        return choose(self.history, who, nothing).entry

    def take_back(self, choose, who):
        chosen = self.choice(choose, who)
        if chosen is not None:
            self.do(who, self.inverses[chosen.id], chosen.id)


def accepted(workshop, order):
    return fits(workshop, order) is None and stale(workshop, order) is None


def seen_now(workshop, order):
    """The same order by somebody who has the present texts before them."""
    if isinstance(order, Batch):
        singles = []
        for single in order.commands:
            singles.append(seen_now(workshop, single))
            workshop = apply(workshop, singles[-1])
        return order.model_copy(update={"commands": tuple(singles)})
    if isinstance(order, WriteText) and order.id in workshop.touchpoints:
        return order.model_copy(update={"seen": workshop.touchpoints[order.id].name})
    return order


few_texts = st.builds(
    lambda tid, text: WriteText(
        of="touchpoint", id=tid, field="name", text=text, seen=""
    ),
    st.sampled_from(["queue", "pay"]),
    st.sampled_from(WORDS),
)
few_values = st.builds(
    lambda value: SetValue(of="touchpoint", id="pay", field="wanted", value=value),
    st.sampled_from([None, 1.0, 2.0]),
)
few_ratings = st.builds(
    lambda value: SetRating(
        touchpoint_id="pay", participant_id="ana", part="valence", value=value
    ),
    st.sampled_from([None, 1.0, 2.0]),
)
few = few_texts | few_values | few_ratings
batches = st.lists(few, min_size=2, max_size=3).map(
    lambda row: Batch(commands=tuple(row))
)
undos = st.sampled_from([choose_undo, choose_undo, choose_redo])
rows = st.one_of(
    [
        st.lists(st.tuples(st.sampled_from(PEOPLE), some), max_size=16)
        for some in (few | batches, few_texts | batches | undos, commands | undos)
    ]
)


@settings(max_examples=400, deadline=None)
@given(rows)
def test_what_undo_and_redo_choose_is_always_accepted_and_changes_something(row):
    room = Room()

    for who, step in row:
        if step in (choose_undo, choose_redo):
            room.take_back(step, who)
        else:
            room.try_to(who, step)
        for somebody in PEOPLE:
            for choose in (choose_undo, choose_redo):
                chosen = room.choice(choose, somebody)
                if chosen is not None:
                    inverse = room.inverses[chosen.id]
                    assert accepted(room.workshop, inverse)
                    assert invert(room.workshop, inverse) is not None
                    assert chosen in within_reach(room.history, somebody)


@settings(deadline=None)
@given(st.lists(few | batches | commands, max_size=8))
def test_alone_everything_can_be_taken_back_and_done_again(row):
    room = Room()
    for order in row:
        room.try_to("ana", order)
    done = room.workshop

    while room.choice(choose_undo, "ana") is not None:
        room.take_back(choose_undo, "ana")
    assert room.workshop.touchpoints["pay"] == small_workshop().touchpoints["pay"]

    while room.choice(choose_redo, "ana") is not None:
        room.take_back(choose_redo, "ana")
    assert room.workshop == done
