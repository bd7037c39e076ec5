"""Customers who arrive: into the workshop at once, or behind the round that is open.

A private round asks the people in the room, and nothing of what it is about may move
under their hands (docs/decisions/0017). So whoever answers by a link meanwhile is kept
where the round keeps its answers, and comes in with its end, in one transaction.
"""

import logging
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager
from typing import Protocol

from cxcore.commands import Command
from cxcore.errors import CxError
from cxcore.model import Workshop
from cxlive.customers.arrival import (
    Arrival,
    bring_in,
    came_by,
    customers_by_link,
)
from cxlive.errors import EnoughCustomersError
from cxlive.limits import CUSTOMERS, PARTICIPANTS
from cxlive.room.ledger import Accepted
from cxlive.rounds.answers import Answers
from cxlive.rounds.rounds import Rounds

log = logging.getLogger(__name__)

WAITING = "customers-by-link"
"""Kept for this instead of for a round."""
_ARRIVAL = "arrival"


class Host(Protocol):
    """The room, as far as customers who arrive need it."""

    @property
    def pending(self) -> Workshop:
        """The state that the next command meets."""
        ...

    def held(self) -> AbstractContextManager[Rounds]:
        """Hold the room."""
        ...

    def must_save(self) -> None:
        """Raise where nothing can be saved."""
        ...

    def write(self, command: Command, entry_id: str) -> "Future[Accepted]":
        """Change the workshop on the room's own account."""
        ...

    def earlier(self, entry_id: str) -> "Future[Accepted] | None":
        """Return the answer to a command of this id that was taken before."""
        ...


def arrive(room: Host, arrival: Arrival) -> "Future[Accepted]":
    """Take what a customer has said, once; the future says when it is durable.

    What was said first under the same key stands.

    Raises:
        NotSavedError: at once while nothing can be saved, else in the future.
        EnoughCustomersError: there is no place left.
    """
    with room.held() as rounds:
        room.must_save()
        earlier = room.earlier(arrival.id)
        if earlier is not None:
            return earlier
        first = _kept(rounds.pending.answers).get(arrival.id)
        if first is None:
            must_have_place(room.pending, rounds.pending.answers)
        if _is_asked(rounds, room.pending, arrival):
            return _keep(rounds, first or arrival)
        take_up(room)
        return room.earlier(arrival.id) or room.write(
            bring_in(room.pending, arrival), arrival.id
        )


def take_up(room: Host) -> None:
    """Bring in the customers whose round is over; who finds no place waits on."""
    with room.held() as rounds:
        for arrival in waiting(rounds.pending.answers):
            if _is_asked(rounds, room.pending, arrival):
                continue
            try:
                room.write(bring_in(room.pending, arrival), arrival.id)
            except CxError:
                log.exception("a customer who waited could not be brought in")
                continue
            _forget(rounds, arrival)


def forget_waiting(room: Host, link_id: str) -> None:
    """Let nobody in who has answered by this link and still waits."""
    with room.held() as rounds:
        for arrival in waiting(rounds.pending.answers):
            if arrival.link_id == link_id:
                _forget(rounds, arrival)


def waiting(answers: Answers) -> Iterator[Arrival]:
    """Return who has answered and is not in the workshop yet, in order of arrival."""
    yield from _kept(answers).values()


def count(workshop: Workshop, answers: Answers, link_id: str) -> dict[str, int]:
    """Return how many have answered by a link, and how many wait."""
    wait = sum(about == link_id for about in _links_of_those_who_wait(answers))
    return {"answered": len(came_by(workshop, link_id)), "waiting": wait}


def must_have_place(workshop: Workshop, answers: Answers) -> None:
    """Raise ``EnoughCustomersError`` where one more customer finds no place."""
    wait = len(_links_of_those_who_wait(answers))
    if len(customers_by_link(workshop)) + wait >= CUSTOMERS:
        raise EnoughCustomersError(CUSTOMERS)
    if len(workshop.participants) + wait >= PARTICIPANTS:
        raise EnoughCustomersError(PARTICIPANTS)


def _keep(rounds: Rounds, arrival: Arrival) -> "Future[Accepted]":
    said = arrival.model_dump(mode="json")
    return rounds.keep(WAITING, arrival.id, arrival.link_id, _ARRIVAL, said)


def _forget(rounds: Rounds, arrival: Arrival) -> None:
    rounds.keep(WAITING, arrival.id, arrival.link_id, _ARRIVAL, None)


def _kept(answers: Answers) -> dict[str, Arrival]:
    return {
        who: Arrival.model_validate(value)
        for who, said in answers.of_round(WAITING).items()
        for value in said.values()
        if value is not None
    }


def _links_of_those_who_wait(answers: Answers) -> list[str]:
    """Return by which link each of them came; asked for with every change."""
    return [
        link_id
        for said in answers.of_round(WAITING).values()
        for (link_id, _), value in said.items()
        if value is not None
    ]


def _is_asked(rounds: Rounds, workshop: Workshop, arrival: Arrival) -> bool:
    asked = rounds.pending.open_round(workshop)
    return asked is not None and asked.journey_id == arrival.journey_id
