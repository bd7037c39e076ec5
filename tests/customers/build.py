"""A room with one journey to ask customers about, and a customer's browser."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from cxcore.model import Participant, Persona, Pin, Statement, Viewpoint
from cxlive.customers.customers import Customers
from cxlive.rounds.paper import WORDS
from cxlive.web.address import CUSTOMER
from tests.core.builders import small_workshop
from tests.live.build import House, house
from tests.rounds.build import Rounds

TODAY = date(2026, 11, 22)
LATER = TODAY + timedelta(days=8)
SCENARIO = "You want a loaf of bread, and it is nearly closing time."
PEOPLE = {
    "ana": Participant(id="ana", name="Ana"),
    "ben": Participant(id="ben", name="Ben", viewpoint=Viewpoint.FRONT_LINE),
    "cleo": Participant(id="cleo", name="Cleo"),
}
SECRETS_OF_THE_TEAM = {
    "personas": {"marta": Persona(id="marta", name="Marta, in a hurry")},
    "statements": {
        "card": Statement(id="card", persona_id="marta", topic="fears", text="Shame")
    },
    "pins": {
        "note": Pin(id="note", journey_id="visit", text="Fire them", position="U")
    },
}


def bakery():
    """The small workshop, with things in it that no customer may see."""
    workshop = small_workshop()
    visit = workshop.journeys["visit"].model_copy(
        update={"persona_id": "marta", "scenario": "Marta is late again."}
    )
    touchpoints = {
        key: each.model_copy(update={"pain_points": f"pain of {key}", "owner": "Floor"})
        for key, each in workshop.touchpoints.items()
    }
    return workshop.model_copy(
        update={
            "participants": PEOPLE,
            "journeys": {"visit": visit},
            "touchpoints": touchpoints,
            **SECRETS_OF_THE_TEAM,
        }
    )


@dataclass
class Shop:
    """What happens in a room with a customer link, as short as it is told."""

    home: House

    @property
    def customers(self) -> Customers:
        return self.home.lobby.customers

    @property
    def rounds(self):
        return Rounds(self.home)

    @property
    def workshop(self):
        return self.home.room.snapshot.workshop

    @property
    def came(self):
        """Customers by link in the workshop, in order of arrival."""
        found = [p for p in self.workshop.participants.values() if p.anonymous]
        return sorted(found, key=lambda person: person.position)

    def set_day(self, day):
        self.customers._day = lambda: day  # noqa: SLF001 - a test's calendar

    def link(self, until=LATER, journey="visit", scenario=SCENARIO):
        """Make a link; return its secret."""
        room, device = self.home.room_id, self.home.device
        return self.customers.make_link(room, device, journey, until, scenario)

    def link_id(self, secret):
        return self.customers.links.find(secret, "").id

    def evidence(self, secret, page=1):
        link_id = self.link_id(secret)
        found = self.workshop.evidence
        return found.get(link_id if page == 1 else f"{link_id}-{page}")

    def feelings(self, who):
        """How it felt to them, by touchpoint and standpoint."""
        return {
            touchpoint: {at.value: each.valence for at, each in said[who].items()}
            for touchpoint, said in self.workshop.ratings.items()
            if who in said
        }

    def said_as_persona(self, touchpoint="pay"):
        """Who in the room feels how there."""
        return {
            who: said["as_persona"].valence
            for who, said in self.workshop.ratings.get(touchpoint, {}).items()
            if "as_persona" in said
        }

    def reopened(self):
        again = Shop(self.home.reopened())
        again.set_day(TODAY)
        return again


def shop(store=None):
    built = Shop(house(store, bakery()))
    built.set_day(TODAY)
    return built


@dataclass
class Page:
    """The form of a customer link as a browser without scripts holds it."""

    answer: object

    @property
    def text(self):
        return self.answer.text

    @property
    def fields(self):
        """The field of each moment, by its name on the page."""
        found = re.findall(
            r'<legend dir="auto">(.*?)<span.*?name="(m\w+)"', self.text, re.DOTALL
        )
        return dict(found)

    @property
    def key(self):
        return re.search(r'name="key" value="([^"]+)"', self.text)[1]

    def filled(self, *, overall=None, alone=False, **moments):
        """What the browser sends: by moment a word, or a word and a line."""
        form = {"key": self.key}
        for name, said in moments.items():
            word, line = said if isinstance(said, tuple) else (said, "")
            assert word in (*WORDS, "")
            form[self.fields[name]] = word
            form[self.fields[name] + "-line"] = line
        form["overall"] = "" if overall is None else str(overall)
        return form | ({"alone": "yes"} if alone else {})


@dataclass
class Browser:
    """A customer's browser."""

    web: object

    def open(self, secret):
        return Page(self.web.get(f"{CUSTOMER}/{secret}"))

    def send(self, secret, form):
        return self.web.post(f"{CUSTOMER}/{secret}", data=form)

    def answer(self, secret, **said):
        """Open the link, fill in the form, send it."""
        return self.send(secret, self.open(secret).filled(**said))
