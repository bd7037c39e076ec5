"""A room against a model that is too simple to be wrong, through restarts."""

from functools import reduce

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from cxcore.edit import (
    apply,
    choose_redo,
    choose_undo,
    fits,
    invert,
    settle,
    visible,
)
from cxcore.errors import CxError
from cxlive.errors import NotSavedError
from tests.core.builders import PEOPLE, commands, small_workshop
from tests.live.build import PATIENCE, FailingStore, house, mint
from tests.live.line import wait_for

people = st.sampled_from(PEOPLE)


class RoomMachine(RuleBasedStateMachine):
    """Whatever happens, the room is the fold of what it has acknowledged."""

    @initialize()
    def open_room(self):
        self.home = house(FailingStore())
        self.acknowledged = []
        self.answered = {}

    @rule(who=people, command=commands)
    def submit(self, who, command):
        entry_id = mint()
        seat = self.home.seat_for(who)
        expected = fits(self.pending(), settle(self.pending(), command)) is None
        try:
            done = self.home.room.submit(seat, command, entry_id).result(PATIENCE)
        except CxError:
            return
        assert expected
        self.remember(entry_id, done)

    @rule(who=people, redo=st.booleans())
    def take_back(self, who, redo):
        entry_id = mint()
        act = self.home.room.redo if redo else self.home.room.undo
        try:
            done = act(self.home.seat_for(who), entry_id).result(PATIENCE)
        except CxError:
            return
        self.remember(entry_id, done)

    @precondition(lambda self: self.answered)
    @rule(data=st.data(), command=commands)
    def send_again(self, data, command):
        entry_id = data.draw(st.sampled_from(sorted(self.answered)))
        seat = self.home.seat_for("ana")

        done = self.home.room.submit(seat, command, entry_id).result(PATIENCE)

        assert done.rev == self.answered[entry_id]

    @rule(command=commands)
    def disk_breaks_and_mends(self, command):
        self.home.store.is_broken = True
        try:
            self.home.room.submit(self.home.ana, command, mint()).result(PATIENCE)
        except CxError as error:
            broken = isinstance(error, NotSavedError)
        else:
            raise AssertionError
        self.home.store.is_broken = False
        if broken:
            wait_for(lambda: self.home.room.read_only is None)

    @rule()
    def restart(self):
        self.home = self.home.reopened()

    @rule()
    def crash(self):
        """Go on from the store alone: no snapshot, nothing written at the end."""
        self.home.store.snapshot = lambda _: None
        self.home = self.home.reopened()
        del self.home.store.snapshot

    @rule()
    def evict(self):
        self.home.lobby.close_room(self.home.room_id)

    @invariant()
    def is_the_fold_of_what_it_acknowledged(self):
        snapshot = self.home.room.snapshot
        assert list(snapshot.history) == self.acknowledged
        assert snapshot.workshop == self.pending()
        assert snapshot.revision == len(self.acknowledged)

    @invariant()
    def what_can_be_taken_back_is_always_up_to_date(self):
        self.home.room.recall()
        nothing = self.changed_nothing()
        for who in PEOPLE:
            undo = choose_undo(self.acknowledged, who, nothing).entry is not None
            redo = choose_redo(self.acknowledged, who, nothing).entry is not None
            assert self.home.room.can_take_back(who) == (undo, redo)

    def changed_nothing(self):
        workshop, found = small_workshop(), set()
        for entry in self.acknowledged:
            if invert(workshop, entry.command) is None:
                found.add(entry.id)
            workshop = apply(workshop, entry.command)
        return found

    def teardown(self):
        if hasattr(self, "home"):
            self.undo_everything()
            self.home.lobby.close()

    def undo_everything(self):
        """With nobody else about, undoing all leads back to the start."""
        if {entry.actor for entry in self.acknowledged} == {"ana"}:
            try:
                for _ in range(len(self.acknowledged) + 1):
                    self.home.room.undo(self.home.ana, mint()).result(PATIENCE)
            except CxError:
                pass
            shown = visible(self.home.room.snapshot.workshop)
            assert set(shown.touchpoints) == set(small_workshop().touchpoints)

    def pending(self):
        orders = (entry.command for entry in self.acknowledged)
        return reduce(apply, orders, small_workshop())

    def remember(self, entry_id, done):
        assert done.rev == len(self.acknowledged) + 1
        self.acknowledged.append(done.entry)
        self.answered[entry_id] = done.rev


class TestRoomLaws(RoomMachine.TestCase):
    settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


pytestmark = pytest.mark.slow
