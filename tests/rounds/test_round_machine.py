"""Rounds, rights and crashes at random: nothing private leaks, nothing said is lost.

Every value that somebody gives is one that nobody gave before, so a byte of it
where it does not belong can be found by looking for its digits.
"""

import json

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from cxcore.document import Envelope, write
from cxcore.edit import fold
from cxcore.errors import CxError
from cxcore.model import Participant, Persona
from cxcore.rounds import CARDS, NEW_PERSONA, RoundForm
from cxlive.board.led import Source
from cxlive.board.table import Mine, RoomFacts, board
from cxlive.board.view import journey_view
from cxlive.room.opening import now
from cxlive.seating.seats import Right, Seat
from tests.core.builders import TOUCHPOINTS, small_workshop
from tests.live.build import PATIENCE, FailingStore, house, mint, rate, rename
from tests.live.line import wait_for

CROWD = ("ana", "ben", "cem", "dee")
RIGHTS = {"ana": Right.FACILITATOR}
people = st.sampled_from(CROWD)
touchpoints = st.sampled_from(TOUCHPOINTS)
forms = st.sampled_from((RoundForm.LIGHT, RoundForm.FULL, RoundForm.SECOND_LOOK))


def four_people():
    workshop = small_workshop()
    crowd = {who: Participant(id=who, name=who.title()) for who in CROWD}
    personas = {"her": Persona(id="her", name=NEW_PERSONA)}
    update = {"participants": crowd, "personas": personas}
    return workshop.model_copy(update=update)


class RoundMachine(RuleBasedStateMachine):
    @initialize()
    def open_room(self):
        self.home = house(FailingStore(), four_people())
        self.given = 0
        self.cards = {}
        """Texts written in the open round, by participant, with their card."""
        self.secrets = {}
        """Values said in the open round, by participant, with where they stand."""
        self.once_private = set()
        """Values that were never shown and never will be."""
        self.acknowledged = {}

    @property
    def room(self):
        return self.home.room

    @property
    def open_round(self):
        return self.room.led.open_round(self.room.snapshot.workshop)

    def seat(self, who):
        return Seat(self.home.room_id, who, RIGHTS.get(who, Right.PARTICIPANT))

    def tried(self, act):
        """Return what came of it; None where it was refused."""
        try:
            return act().result(PATIENCE)
        except CxError:
            return None

    @rule(who=people, touchpoint=touchpoints)
    def say_how_it_feels(self, who, touchpoint):
        self.given += 1
        value = round(-4.999 + self.given * 0.00371, 5)
        private = self.open_round is not None and "valence" in self.open_round.parts
        entry_id = mint()
        command = rate(touchpoint, value)
        done = self.tried(lambda: self.room.submit(self.seat(who), command, entry_id))
        if done is None:
            return
        if private:
            self.forget(who, touchpoint)
            self.secrets[who, touchpoint] = value
        else:
            self.acknowledged[entry_id] = done.rev

    @rule(who=people, card=st.sampled_from(CARDS))
    def write_a_card(self, who, card):
        self.given += 1
        text = f"card no. {self.given:04}!"
        leading = self.room.leading
        done = self.tried(lambda: leading.say(self.seat(who), card, text, None))
        if done is not None:
            assert self.open_round.form is RoundForm.CARDS
            self.once_private.add(self.cards.pop((who, card), text))
            self.cards[who, card] = text
            self.once_private.discard(text)

    @rule(who=people)
    def ask_who_she_is(self, who):
        leading, form = self.room.leading, RoundForm.CARDS
        done = self.tried(
            lambda: leading.open_round(self.seat(who), "her", form, anonymous=False)
        )
        assert done is None or who == "ana"

    @rule(touchpoint=touchpoints, anonymous=st.booleans())
    def everybody_speaks(self, touchpoint, anonymous):
        """Chance alone seldom comes as far as a round that can be shown."""
        if self.open_round is None:
            self.start(RoundForm.LIGHT, anonymous, "ana")
        for who in CROWD:
            self.say_how_it_feels(who, touchpoint)

    def forget(self, who, touchpoint):
        old = self.secrets.pop((who, touchpoint), None)
        if old is not None:
            self.once_private.add(old)

    @rule(form=forms, anonymous=st.booleans(), who=people)
    def start(self, form, anonymous, who):
        leading = self.room.leading
        done = self.tried(
            lambda: leading.open_round(
                self.seat(who), "visit", form, anonymous=anonymous
            )
        )
        assert done is None or who == "ana"

    @precondition(lambda self: self.open_round)
    @rule(who=people)
    def reveal(self, who):
        asked = self.open_round
        done = self.tried(
            lambda: self.room.leading.reveal(self.seat(who), frozenset(CROWD))
        )
        if done is None:
            return
        assert who == "ana"
        if asked.form is RoundForm.CARDS:
            self.check_cards()
        else:
            self.check_revealed(asked)
        self.secrets.clear()

    def check_revealed(self, asked):
        """Everything said is there, and in an anonymous round under no name."""
        workshop = self.room.snapshot.workshop
        outcome = workshop.rounds[asked.id]
        for (who, touchpoint), value in self.secrets.items():
            said = workshop.ratings[touchpoint]
            found = [
                voice
                for voice, by_standpoint in said.items()
                for rating in by_standpoint.values()
                if rating.valence == value
            ]
            assert len(found) == 1
            if asked.anonymous:
                assert workshop.participants[found[0]].anonymous
                assert not set(outcome.ratings[touchpoint]) & set(CROWD)
            else:
                assert found == [who]

    def check_cards(self):
        """Every card is a statement now, and nobody's name is at it."""
        statements = self.room.snapshot.workshop.statements.values()
        texts = {each.text for each in statements}
        assert texts.issuperset(self.cards.values())
        self.cards.clear()

    @precondition(lambda self: self.open_round)
    @rule()
    def stop_without_showing(self):
        if self.tried(lambda: self.room.leading.stop_round(self.seat("ana"))):
            self.once_private |= {*self.secrets.values(), *self.cards.values()}
            self.secrets.clear()
            self.cards.clear()

    @rule(who=people, redo=st.booleans())
    def take_back(self, who, redo):
        act = self.room.redo if redo else self.room.undo
        entry_id = mint()
        done = self.tried(lambda: act(self.seat(who), entry_id))
        if done is not None:
            self.acknowledged[entry_id] = done.rev

    @rule(who=people, locked=st.booleans())
    def lock(self, who, locked):
        done = self.tried(
            lambda: self.room.leading.change(self.seat(who), locked=locked)
        )
        assert done is None or who == "ana"

    @rule(who=people, touchpoint=touchpoints)
    def change_the_structure(self, who, touchpoint):
        entry_id, text = mint(), mint()
        now_named = self.room.snapshot.workshop.touchpoints[touchpoint].name
        command = rename(touchpoint, text, seen=now_named)
        locked = self.room.led.facilitation.locked
        done = self.tried(lambda: self.room.submit(self.seat(who), command, entry_id))
        assert done is None or who == "ana" or not locked
        if done is not None:
            self.acknowledged[entry_id] = done.rev

    @rule(who=people, touchpoint=touchpoints)
    def disk_breaks_and_mends(self, who, touchpoint):
        self.home.store.is_broken = True
        assert (
            self.tried(
                lambda: self.room.submit(self.seat(who), rate(touchpoint, 0), mint())
            )
            is None
        )
        self.home.store.is_broken = False
        wait_for(lambda: self.room.read_only is None)
        self.what_was_said_is_still_there()

    @rule()
    def server_starts_anew(self):
        self.home = self.home.reopened()
        self.what_was_said_is_still_there()

    def what_was_said_is_still_there(self):
        asked, led = self.open_round, self.room.led
        for (who, touchpoint), value in self.secrets.items():
            assert led.answers.of(asked.id, who)[touchpoint, "valence"] == value
        for (who, card), text in self.cards.items():
            assert led.answers.of(asked.id, who)["her", card] == text

    def view(self):
        source = Source(self.room.snapshot, self.room.led, frozenset(), now().date())
        return journey_view(source, "visit", None)

    def table(self, seat, view):
        room, snapshot = self.room, self.room.snapshot
        own = room.led.own(snapshot.workshop, seat.participant_id, "visit")
        facts = RoomFacts(room.id, room.title, room.read_only)
        return board(view.shared, snapshot.workshop, facts, Mine(seat, own))

    @invariant()
    def nobody_sees_what_others_say_in_private(self):
        if not hasattr(self, "home"):
            return
        view = self.view()
        onlooker = Seat(self.home.room_id, "", Right.OBSERVER)
        for seat in (*(self.seat(who) for who in CROWD), onlooker):
            seen = json.dumps(self.table(seat, view))
            for (who, about), value in (self.secrets | self.cards).items():
                assert (str(value) in seen) is (who == seat.participant_id), about
        self.not_even_in_a_file()

    def not_even_in_a_file(self):
        snapshot = self.room.snapshot
        envelope = Envelope(snapshot.workshop, self.room.start, snapshot.history)
        data = write(envelope).data.decode()
        hidden = (*self.secrets.values(), *self.cards.values(), *self.once_private)
        for value in hidden:
            assert str(value) not in data

    @invariant()
    def what_was_acknowledged_is_there_and_is_the_fold(self):
        if not hasattr(self, "home"):
            return
        stored = self.home.store.entries(self.home.room_id)
        places = {each.entry.id: each.revision for each in stored}
        assert all(places[key] == rev for key, rev in self.acknowledged.items())
        folded = fold(self.room.start, [each.entry for each in stored])
        assert folded == self.room.snapshot.workshop

    @invariant()
    def group_figures_are_absent_while_a_round_is_open(self):
        if not hasattr(self, "home"):
            return
        asked = self.open_round
        if asked is None or "valence" not in asked.parts:
            return
        table = self.table(self.seat("ana"), self.view())
        results = [table[key] for key in table if key.startswith("result/")]
        assert results
        assert all(each["valence"] is None for each in results)
        assert table["computed"]["headline"].startswith("Private round: ")

    def teardown(self):
        if hasattr(self, "home"):
            self.home.lobby.close()


TestRounds = RoundMachine.TestCase
TestRounds.settings = settings(
    max_examples=20, stateful_step_count=20, deadline=None, print_blob=True
)
