"""A room with a facilitator and three people, in which rounds are held."""

from dataclasses import dataclass
from datetime import date

from cxcore.commands import SetAnswer, SetRating, SetValue
from cxcore.document import Envelope, write
from cxcore.edit import place_of
from cxcore.model import Participant, Persona, Standpoint, Viewpoint
from cxcore.rounds import NEW_PERSONA, RoundForm
from cxlive.board.led import Source
from cxlive.board.table import Mine, RoomFacts, board
from cxlive.board.view import journey_view
from cxlive.ids import new_id
from cxlive.seating.seats import Right, Seat
from tests.core.builders import small_workshop
from tests.live.build import PATIENCE, House, house

CROWD = ("ana", "ben", "cleo", "dan")
TODAY = date(2026, 11, 22)


def crowded_workshop():
    people = {who: Participant(id=who, name=who.title()) for who in CROWD}
    personas = {"her": Persona(id="her", name=NEW_PERSONA)}
    update = {"participants": people, "personas": personas}
    return small_workshop().model_copy(update=update)


def say(value, touchpoint="pay", part="valence"):
    return SetRating(
        touchpoint_id=touchpoint, participant_id="ana", part=part, value=value
    )


def overall(value):
    return SetAnswer(
        subject_id="visit", participant_id="ana", part="overall", value=value
    )


def staff_says(value, touchpoint="pay", part="able"):
    return SetAnswer(
        subject_id=touchpoint, participant_id="ana", part=part, value=value
    )


@dataclass
class Rounds:
    """What happens in a room with rounds, as short as it is told."""

    home: House

    @property
    def room(self):
        return self.home.room

    @property
    def workshop(self):
        return self.room.snapshot.workshop

    def seat(self, who, right=None):
        leads = Right.FACILITATOR if who == "ana" else Right.PARTICIPANT
        return Seat(self.home.room_id, who, right or leads)

    def open(self, form=RoundForm.LIGHT, *, anonymous=False, who="ana"):
        leading = self.room.leading
        future = leading.open_round(self.seat(who), "visit", form, anonymous=anonymous)
        return future.result(PATIENCE)

    def open_cards(self, persona="her"):
        leading, form = self.room.leading, RoundForm.CARDS
        future = leading.open_round(self.seat("ana"), persona, form, anonymous=False)
        return future.result(PATIENCE)

    def open_staff(self, *deliverers, viewpoint=Viewpoint.FRONT_LINE):
        """Start a staff round; these are the people who deliver it."""
        for who in deliverers:
            self.stands(who, viewpoint)
        self.open(RoundForm.STAFF)

    def stands(self, who, viewpoint):
        change = {"of": "participant", "id": who, "field": "viewpoint"}
        self.home.do(self.seat("ana"), SetValue(**change, value=viewpoint.value))

    def reveal(self, present=CROWD):
        future = self.room.leading.reveal(self.seat("ana"), frozenset(present))
        return future.result(PATIENCE)

    def stop(self):
        return self.room.leading.stop_round(self.seat("ana")).result(PATIENCE)

    def do(self, who, command):
        return self.home.do(self.seat(who), command)

    def say(self, who, part, value=None, touchpoint=None, *, said_for=None):
        leading, seat = self.room.leading, self.seat(who)
        future = leading.say(seat, part, value, touchpoint, said_for=said_for)
        return future.result(PATIENCE)

    def undo(self, who):
        return self.room.undo(self.seat(who), new_id()).result(PATIENCE)

    def redo(self, who):
        return self.room.redo(self.seat(who), new_id()).result(PATIENCE)

    def everybody_says(self, **valences):
        for who, value in valences.items():
            self.do(who, say(value))

    @property
    def open_round(self):
        return self.room.led.open_round(self.workshop)

    def table(self, who, right=None, present=(), journey="visit"):
        room, led = self.room, self.room.led
        seat = self.seat(who, right)
        source = Source(room.snapshot, led, frozenset(present), TODAY)
        view = journey_view(source, journey, None)
        own = led.own(self.workshop, seat.participant_id, journey or "")
        facts = RoomFacts(room.id, room.title, room.read_only)
        return board(view.shared, self.workshop, facts, Mine(seat, own))

    def valences(self, touchpoint="pay"):
        """Who feels how, as it stands in the workshop."""
        ratings = self.workshop.ratings.get(touchpoint, {})
        found = {
            who: said[Standpoint.AS_PERSONA].valence for who, said in ratings.items()
        }
        return {who: value for who, value in found.items() if value is not None}

    def voices(self):
        people = self.workshop.participants.values()
        return [person for person in people if person.anonymous]

    def cards(self, topic):
        """Return the texts of a topic that stand in the workshop, in order."""
        statements = self.workshop.statements.values()
        row = sorted(statements, key=place_of)
        return [each.text for each in row if each.topic == topic]

    def outcome(self, number=1):
        rounds = self.workshop.rounds.values()
        return next(each for each in rounds if each.number == number)

    def file(self):
        room = self.room
        envelope = Envelope(self.workshop, room.start, room.snapshot.history)
        return write(envelope).data.decode()

    def reopened(self):
        return Rounds(self.home.reopened())


def rounds(store=None):
    return Rounds(house(store, crowded_workshop()))
